//! The demo's facts: public organisations that exist, people who do not. Dates are offsets, so that the demo is
//! always about to have a meeting.

/// Organisation: number, name, short name, kind, service owner.
pub type OrganisationFacts = (&'static str, &'static str, &'static str, &'static str, bool);

pub const DIGDIR: usize = 0;
pub const MINISTRY: usize = 14;
pub const OUTSIDE: usize = 15;

/// Digdir first, then the thirteen members in the order of their seats, then the ministry and a service owner outside.
pub const ORGANISATIONS: [OrganisationFacts; 16] = [
    (
        "991825827",
        "Digitaliseringsdirektoratet",
        "Digdir",
        "state_agency",
        false,
    ),
    (
        "974760673",
        "Brønnøysundregistrene",
        "Brreg",
        "state_agency",
        true,
    ),
    (
        "974761076",
        "Skatteetaten",
        "Skatteetaten",
        "state_agency",
        true,
    ),
    (
        "971040238",
        "Statens kartverk",
        "Kartverket",
        "state_agency",
        true,
    ),
    ("971032146", "KS", "KS", "association", false),
    (
        "889640782",
        "Arbeids- og velferdsetaten",
        "Nav",
        "state_agency",
        true,
    ),
    (
        "960885406",
        "Statens lånekasse for utdanning",
        "Lånekassen",
        "state_agency",
        true,
    ),
    (
        "983544622",
        "Helsedirektoratet",
        "Hdir",
        "state_agency",
        true,
    ),
    (
        "982531950",
        "Politidirektoratet",
        "POD",
        "state_agency",
        true,
    ),
    (
        "971526920",
        "Statistisk sentralbyrå",
        "SSB",
        "state_agency",
        true,
    ),
    (
        "974760223",
        "Direktoratet for byggkvalitet",
        "DiBK",
        "state_agency",
        true,
    ),
    (
        "974760746",
        "Utlendingsdirektoratet",
        "UDI",
        "state_agency",
        true,
    ),
    (
        "964338531",
        "Bergen kommune",
        "Bergen",
        "municipality",
        true,
    ),
    (
        "959159092",
        "Halden kommune",
        "Halden",
        "municipality",
        true,
    ),
    (
        "",
        "Digitaliserings- og forvaltningsdepartementet",
        "DFD",
        "ministry",
        false,
    ),
    (
        "940039541",
        "Fredrikstad kommune",
        "Fredrikstad",
        "municipality",
        true,
    ),
];

/// A seat's kind, and the index of the organisation that sits on it; none is vacant.
pub const SEATS: [(&str, Option<usize>); 14] = [
    ("permanent", Some(1)),
    ("permanent", Some(2)),
    ("permanent", Some(3)),
    ("permanent", Some(4)),
    ("largest", Some(5)),
    ("largest", Some(6)),
    ("largest", Some(7)),
    ("largest", Some(8)),
    ("rotating", Some(9)),
    ("rotating", Some(10)),
    ("rotating", Some(11)),
    ("rotating", None),
    ("rotating_municipality", Some(12)),
    ("rotating_municipality", Some(13)),
];

/// Person: name, local part of the address, language, title, index of the organisation.
pub type PersonFacts = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
);

pub const SECRETARIES: [PersonFacts; 2] = [
    ("Kari Nordbø", "kari.nordbo", "nb", "seniorrådgiver", DIGDIR),
    ("Jon Aasebø", "jon.aasebo", "nn", "rådgjevar", DIGDIR),
];
pub const CHAIR: PersonFacts = ("Ingrid Solvang", "ingrid.solvang", "nb", "direktør", DIGDIR);
pub const SERVICE_OWNER: PersonFacts = (
    "Mette Lunder",
    "mette.lunder",
    "nb",
    "digitaliseringsrådgiver",
    OUTSIDE,
);
pub const OBSERVER: PersonFacts = (
    "Siv Ekeland",
    "siv.ekeland",
    "nb",
    "underdirektør",
    MINISTRY,
);

/// The members' representatives. Halden has not named one yet.
pub const MEMBERS: [PersonFacts; 12] = [
    (
        "Terje Brattvik",
        "terje.brattvik",
        "nb",
        "avdelingsdirektør",
        1,
    ),
    (
        "Hanne Skaugerud",
        "hanne.skaugerud",
        "nb",
        "avdelingsdirektør",
        2,
    ),
    ("Olav Myklebø", "olav.myklebo", "nn", "avdelingsdirektør", 3),
    (
        "Randi Fossheim",
        "randi.fossheim",
        "nb",
        "områdedirektør",
        4,
    ),
    ("Per Anders Våge", "per.vage", "nb", "avdelingsdirektør", 5),
    ("Gro Tveitane", "gro.tveitane", "nn", "avdelingsdirektør", 6),
    (
        "Amir Lindqvist",
        "amir.lindqvist",
        "nb",
        "avdelingsdirektør",
        7,
    ),
    ("Elin Røberg", "elin.roberg", "nb", "avdelingsdirektør", 8),
    ("Sara Ajohka", "sara.ajohka", "nb", "avdelingsdirektør", 9),
    (
        "Nils Hovlandsvik",
        "nils.hovlandsvik",
        "nn",
        "seksjonssjef",
        10,
    ),
    ("Thea Granli", "thea.granli", "nb", "avdelingsdirektør", 11),
    (
        "Kjersti Askeland",
        "kjersti.askeland",
        "nn",
        "digitaliseringsdirektør",
        12,
    ),
];

/// The product council's members, among the people above by index in [`MEMBERS`].
pub const COUNCIL: [usize; 6] = [0, 1, 4, 5, 8, 11];

/// Mandate rule: kind, subject, quantity, strength, nb, nn, en, paragraph.
pub type RuleFacts = (
    &'static str,
    &'static str,
    Option<i64>,
    &'static str,
    [&'static str; 3],
    &'static str,
);

/// Mandate v1.4 of 1 December 2021, as rows.
pub const RULES: [RuleFacts; 16] = [
    ("members_least", "", Some(12), "shall", ["", "", ""], "4"),
    ("members_most", "", Some(14), "shall", ["", "", ""], "4"),
    ("term_months", "", Some(36), "shall", ["", "", ""], "4"),
    ("ordinary_meetings", "", Some(4), "shall", ["", "", ""], "6"),
    (
        "seats_least",
        "permanent",
        Some(4),
        "shall",
        ["", "", ""],
        "4",
    ),
    (
        "seats_least",
        "largest",
        Some(4),
        "shall",
        ["", "", ""],
        "4",
    ),
    ("seats_most", "largest", Some(4), "shall", ["", "", ""], "4"),
    (
        "seats_least",
        "rotating_municipality",
        Some(2),
        "shall",
        ["", "", ""],
        "4",
    ),
    (
        "standing_item",
        "agenda",
        None,
        "normally",
        [
            "Godkjenning av agenda",
            "Godkjenning av agenda",
            "Approval of the agenda",
        ],
        "6",
    ),
    (
        "standing_item",
        "minutes",
        None,
        "normally",
        [
            "Godkjenning av referat fra forrige møte",
            "Godkjenning av referat frå førre møte",
            "Approval of the minutes of the last meeting",
        ],
        "6",
    ),
    (
        "standing_item",
        "action_plan",
        None,
        "shall",
        [
            "Status for handlingsplanen",
            "Status for handlingsplanen",
            "Status of the action plan",
        ],
        "3",
    ),
    (
        "standing_item",
        "any_other_business",
        None,
        "normally",
        ["Eventuelt", "Eventuelt", "Any other business"],
        "6",
    ),
    (
        "outcome",
        "recommendation",
        None,
        "normally",
        ["Anbefaling", "Tilråding", "Recommendation"],
        "2",
    ),
    (
        "outcome",
        "input",
        None,
        "normally",
        ["Innspill", "Innspel", "Input"],
        "2",
    ),
    (
        "outcome",
        "noted",
        None,
        "normally",
        ["Tatt til orientering", "Teke til orientering", "Noted"],
        "3",
    ),
    (
        "default_audience",
        "members",
        None,
        "normally",
        ["", "", ""],
        "6",
    ),
];

pub const COUNCIL_RULES: [RuleFacts; 5] = [
    ("members_least", "", Some(6), "shall", ["", "", ""], "4"),
    ("members_most", "", Some(10), "shall", ["", "", ""], "4"),
    ("term_months", "", Some(36), "normally", ["", "", ""], "4"),
    (
        "ordinary_meetings",
        "",
        Some(2),
        "normally",
        ["", "", ""],
        "6",
    ),
    (
        "default_audience",
        "members",
        None,
        "normally",
        ["", "", ""],
        "6",
    ),
];

/// Deadline of an ordinary meeting: stage, days, strength. Negative is before the first day.
pub const DEADLINES: [(&str, i64, &str); 8] = [
    ("registration", -35, "normally"),
    ("delivery", -14, "normally"),
    ("notice", -28, "normally"),
    ("reply", -10, "normally"),
    ("dispatch", -7, "normally"),
    ("draft", 7, "normally"),
    ("remarks", 17, "normally"),
    ("publication", 24, "normally"),
];

/// Professional days and extra meetings are called sooner and have no case papers to register.
pub const SHORT_DEADLINES: [(&str, i64, &str); 5] = [
    ("notice", -14, "normally"),
    ("reply", -7, "normally"),
    ("dispatch", -3, "normally"),
    ("draft", 7, "normally"),
    ("publication", 21, "normally"),
];

/// Reminder: about, to, kind, quantity, unit, at most.
pub const REMINDERS: [(&str, &str, &str, i64, &str, i64); 28] = [
    ("registration", "member", "before", 7, "days", 1),
    ("registration", "secretariat", "before", 1, "days", 1),
    ("delivery", "secretariat", "before", 3, "days", 1),
    ("delivery", "secretariat", "overdue", 2, "days", 3),
    ("notice", "secretariat", "before", 3, "days", 1),
    ("notice", "secretariat", "overdue", 1, "days", 5),
    ("reply", "member", "before", 3, "days", 1),
    ("reply", "chair", "before", 3, "days", 1),
    ("reply", "secretariat", "overdue", 1, "days", 2),
    ("dispatch", "secretariat", "before", 3, "days", 1),
    ("dispatch", "secretariat", "before", 1, "days", 1),
    ("dispatch", "secretariat", "overdue", 1, "days", 5),
    ("meeting", "member", "before", 2, "days", 1),
    ("meeting", "chair", "before", 2, "days", 1),
    ("meeting", "secretariat", "before", 2, "days", 1),
    ("draft", "secretariat", "before", 2, "days", 1),
    ("draft", "secretariat", "overdue", 2, "days", 5),
    ("remarks", "member", "before", 3, "days", 1),
    ("publication", "secretariat", "before", 2, "days", 1),
    ("publication", "secretariat", "overdue", 3, "days", 5),
    ("term", "secretariat", "before", 6, "months", 1),
    ("term", "secretariat", "before", 3, "months", 1),
    ("term", "secretariat", "before", 1, "months", 1),
    ("mandate", "secretariat", "before", 6, "months", 1),
    ("too-few-meetings", "secretariat", "before", 2, "months", 1),
    ("council-report", "secretariat", "before", 14, "days", 1),
    ("naming", "organisation", "before", 5, "days", 1),
    ("naming", "organisation", "overdue", 7, "days", 4),
];

/// Weeks kept free each year: kind, first and last day as month and day, nb, nn, en.
pub const CLOSURES: [(&str, (u32, u32), (u32, u32), [&str; 3]); 2] = [
    (
        "quiet",
        (6, 28),
        (8, 8),
        ["Fellesferie", "Fellesferie", "Common holiday"],
    ),
    ("quiet", (12, 20), (12, 31), ["Jul", "Jul", "Christmas"]),
];

/// School holidays by ISO week, Monday to Friday: week, nb, nn, en.
pub const SCHOOL_WEEKS: [(u32, [&str; 3]); 2] = [
    (8, ["Vinterferie", "Vinterferie", "Winter holiday"]),
    (40, ["Høstferie", "Haustferie", "Autumn holiday"]),
];
