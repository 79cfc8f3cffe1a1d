//! Files as people write them: a whole board, and each fault by itself. Their cells are parted by bars.

pub type Sheets<'a> = &'a [(&'a str, &'a [&'a str])];

pub const ORGANISATIONS: &str = "Organisasjonsnummer|Navn|Kortnavn|Type|E-postdomener";
pub const BOARDS: &str = "Kortadresse|Navn|Type|E-postadresse|Overordnet råd";
pub const SEATS: &str = "Råd|Sete|Type|Fra og med|Siste dag";
pub const APPOINTMENTS: &str = "Råd|Rolle|Sete|Virksomhet|Fra og med|Siste dag";
pub const REPRESENTATIONS: &str = "Råd|Rolle|Virksomhet|Sete|Person|Fra og med|Siste dag";
pub const MEETINGS: &str = "Råd|Møte|Dato|Starter|Slutter|Type|Tilstand";

pub const A_WHOLE_BOARD: Sheets<'_> = &[
    (
        "Virksomheter",
        &[
            ORGANISATIONS,
            "991825827|Digitaliseringsdirektoratet|Digdir|Statlig virksomhet|digdir.no",
            "|KITH||state_agency|",
        ],
    ),
    (
        "Tidligere navn",
        &[
            "Virksomhet|Navn|Kortnavn|Siste dag",
            "991825827|Direktoratet for forvaltning og IKT|Difi|31.12.2019",
            "digdir|Statskonsult|Statskonsult|31.12.2007",
        ],
    ),
    (
        "Personer",
        &[
            "Navn|E-post|Språk",
            "Kari Nordbø|Kari.Nordbo@digdir.example|nn",
        ],
    ),
    (
        "Råd",
        &[
            BOARDS,
            "tillit|Produktråd|steering|tillit@x.no|skate",
            "skate|Skate|Styringsråd|skate@x.no|",
        ],
    ),
    ("Seter", &[SEATS, "skate|1|Fast medlem|1. januar 2015|"]),
    (
        "Oppnevninger",
        &[
            APPOINTMENTS,
            "skate|Medlem|1|Difi|01.01.2015|31.12.2026",
            "skate|leder|||01.01.2015|",
        ],
    ),
    (
        "Representanter",
        &[
            REPRESENTATIONS,
            "SKATE|member|991 825 827||kari.nordbo@digdir.example|2016-01-01|",
        ],
    ),
    (
        "Møter",
        &[
            MEETINGS,
            "skate|1/15|11.02.2015|09.00|11.30|Ordinært møte|",
            "skate|1/15|12.02.2015||||",
            "skate||2027-03-03|||ordinary|",
        ],
    ),
];

/// A sheet, its lines, and the row and the key of each fault.
pub type Faulty<'a> = (&'a str, &'a [&'a str], &'a [(u32, &'a str)]);

pub const FAULTY: &[Faulty<'_>] = &[
    (
        "Virksomheter",
        &[
            ORGANISATIONS,
            "991825828|A|a|Kommune|",
            "12|B|b|Kommune|",
            "||c|Kommune|",
            "|D||Hus|",
            "|E||Kommune|ikke domene",
        ],
        &[
            (2, "organisation-number-wrong-control-digit"),
            (3, "organisation-number-not-nine-digits"),
            (4, "import-needed"),
            (5, "import-not-a-choice"),
            (6, "import-not-a-domain"),
            (6, "import-not-a-domain"),
        ],
    ),
    (
        "Virksomheter",
        &[
            ORGANISATIONS,
            "|Digitaliseringsdirektoratett||Kommune|",
            "|Halden kommune||Kommune|",
            "|Haldne kommune||Kommune|",
            "|Os kommune||Kommune|",
            "|Ås kommune||Kommune|digdir.no",
        ],
        &[
            (2, "import-name-near"),
            (4, "import-name-near"),
            (6, "organisation-domain-taken"),
        ],
    ),
    (
        "Virksomheter",
        &[
            ORGANISATIONS,
            "959159092|Våler kommune||Kommune|",
            "964338531|Våler kommune||Kommune|",
            "|Våler kommune||Kommune|",
        ],
        &[(4, "import-organisation-of-two")],
    ),
    (
        "Tidligere navn",
        &[
            "Virksomhet|Navn|Siste dag",
            "Digdir|Statskonsult|31.12.2007",
            "Digdr|X|31.12.2007",
            "Digitaliseringsdirektoraet|X|31.12.2007",
            "964338531|X|i fjor",
        ],
        &[
            (2, "import-former-name-of-known"),
            (3, "import-organisation-unknown"),
            (4, "import-organisation-near"),
            (5, "import-not-a-day-text"),
        ],
    ),
    (
        "Personer",
        &[
            "Navn|E-post|Språk",
            "Ola|ola@x.no|",
            "Per|ola@x.no|",
            "Åse|ase|",
            "|pal@x.no|",
            "Siv||",
            "Eva|eva@x.no|samisk",
        ],
        &[
            (3, "import-address-of-two"),
            (4, "form-not-an-address"),
            (5, "import-needed"),
            (6, "import-needed"),
            (7, "import-not-a-choice"),
        ],
    ),
    (
        "Råd",
        &[
            BOARDS,
            "a|A|steering|a@x.no|b",
            "b|B|steering|b@x.no|a",
            "c|C|steering|c@x.no|finnes-ikke",
            "æ|D|steering|d@x.no|",
        ],
        &[
            (3, "boards-parent-below"),
            (4, "import-board-unknown"),
            (5, "import-not-a-slug"),
        ],
    ),
    (
        "Seter",
        &[
            SEATS,
            "skate|0|permanent|2015-01-01|",
            "skate|to|permanent|2015-01-01|",
            "skate|2|permanent|2015-01-02|2015-01-01",
            "nei|2|permanent|2015-01-01|",
        ],
        &[
            (2, "import-not-a-number"),
            (3, "import-not-a-number"),
            (4, "boards-ends-before-it-begins"),
            (5, "import-board-unknown"),
        ],
    ),
    (
        "Oppnevninger",
        &[
            APPOINTMENTS,
            "skate|Medlem||Digdir|2027-01-01|",
            "skate|Leder|1|Digdir|2027-01-01|",
            "skate|Medlem|1|Digdir|2026-12-31|",
            "skate|Medlem|1|Digdir|2014-12-31|2015-12-31",
            "skate|Medlem|9|Digdir|2027-01-01|",
        ],
        &[
            (2, "boards-seat-for-members"),
            (3, "boards-seat-for-members"),
            (4, "import-overlaps-standing"),
            (5, "import-outside-the-seat"),
            (6, "import-seat-unknown"),
        ],
    ),
    (
        "Oppnevninger",
        &[
            APPOINTMENTS,
            "skate|Medlem|1|Digdir|2027-01-01|2028-01-01",
            "skate|Medlem|1|Digdir|2028-01-02|",
            "skate|Medlem|1|Digdir|2030-01-01|",
        ],
        &[(4, "import-overlaps-row")],
    ),
    (
        "Representanter",
        &[
            REPRESENTATIONS,
            "skate|Medlem|Digdir|1|kari@x.no|2025-01-01|2025-06-30",
            "skate|Medlem|||kari@x.no|2025-07-01|",
            "skate|Medlem|||kari@x.no|2026-01-01|",
            "skate|Medlem|||kari@x.no|2027-01-01|",
            "skate|Leder|||kari@x.no|2025-01-01|",
            "skate|Medlem|||ola@x.no|2025-01-01|",
        ],
        &[
            (4, "import-overlaps-row"),
            (5, "import-no-appointment"),
            (6, "import-no-appointment"),
            (7, "import-person-unknown"),
        ],
    ),
    (
        "Møter",
        &[
            MEETINGS,
            "skate||2027-03-28|02:30||ordinary|",
            "skate||2026-05-05|10:00|09:00|ordinary|",
            "skate||2026-06-06||11:00|ordinary|",
            "skate||2026-07-07|||ordinary|Planlagt",
            "skate||2027-07-07|||ordinary|closed",
            "skate||2027-08-08|||fest|",
        ],
        &[
            (2, "meeting-time-never"),
            (3, "meeting-ends-before-it-starts"),
            (4, "import-start-needed"),
            (5, "import-state-of-past"),
            (6, "import-state-of-future"),
            (7, "import-not-a-choice"),
        ],
    ),
    (
        "Møter",
        &[
            MEETINGS,
            "skate|1|2019-01-01|||ordinary|",
            "skate|1|2019-01-02|||extra|",
        ],
        &[(3, "import-other-kind")],
    ),
];
