//! Rows that are wrong, each with its sheet before it and the key of what is told.

/// A row, and what is wrong with it.
pub const FAULTY: &[(&str, &str)] = &[
    (
        "Møter: skate||01.02.2019|ordinary||været",
        "import-not-a-choice",
    ),
    (
        "Saker: skate|1||En tittel||||Behandlet",
        "import-not-a-case-number",
    ),
    (
        "Saker: skate|1/19||En annen tittel||||",
        "import-number-of-two",
    ),
    (
        "Saker: skate|9/19|01.01.2019|En tittel||||",
        "import-meeting-unknown",
    ),
    ("Saker: skate|9/19||||||Behandlet", "import-needed"),
    (
        "Saker: skate|9/19||En tittel||||",
        "import-case-state-needed",
    ),
    (
        "Saker: skate|9/19||En tittel||||Meldt",
        "import-case-proposed",
    ),
    (
        "Saker: skate|9/19||En tittel||||På saksliste",
        "import-case-not-scheduled",
    ),
    (
        "Saker: skate|9/19||En tittel|Fest|||Behandlet",
        "import-not-a-choice",
    ),
    (
        "Saker: skate|9/19||En tittel||Ingen AS||Behandlet",
        "import-organisation-unknown",
    ),
    (
        "Saker: skate|9/19||178981 90021||||Behandlet",
        "form-has-number",
    ),
    (
        "Saker: skate|9/19||En tittel||||Behandlet||offl. § 14",
        "import-only-where-exempt",
    ),
    (
        "Saker: skate|9/19||En tittel||||Behandlet|exempt|offl. § 99|part",
        "import-not-a-choice",
    ),
    (
        "Saker: skate|9/19||En tittel||||Behandlet|exempt||part",
        "import-needed",
    ),
    (
        "Saker: skate|9/19||En tittel||||Behandlet||||88/19",
        "import-follows-unknown",
    ),
    (
        "Saker: skate|9/19||En tittel||||Behandlet|||||ingen",
        "import-board-unknown",
    ),
    (
        "Saksliste: skate|01.01.2019|Sak|1/19",
        "import-meeting-unknown",
    ),
    (
        "Saksliste: skate|17.06.2020|Sak|1/19",
        "import-meeting-of-two",
    ),
    (
        "Saksliste: skate|08.05.2019|Sak|",
        "import-case-of-item-needed",
    ),
    (
        "Saksliste: skate|08.05.2019|Sak|7/19",
        "import-case-unknown",
    ),
    (
        "Saksliste: skate|12.02.2020|Sak|1/19|Tittel",
        "import-title-of-case",
    ),
    (
        "Saksliste: skate|08.05.2019|Fast sak|1/19|Tittel",
        "import-number-without-case",
    ),
    ("Saksliste: skate|08.05.2019|Fast sak||", "import-needed"),
    (
        "Saksliste: skate|08.05.2019|Fast sak||Noe|601",
        "import-number-too-large",
    ),
    (
        "Saksliste: skate|08.05.2019|Fast sak||Noe|||01.01.2019",
        "import-meeting-unknown",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem||||||I rommet",
        "import-somebody-needed",
    ),
    (
        "Deltakelse: skate|17.03.2027|Medlem|Digdir|||||I rommet",
        "import-not-held-yet",
    ),
    (
        "Deltakelse: skate|03.06.2026|Medlem|Digdir|||||I rommet",
        "import-meeting-cancelled",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|||Ola|||I rommet|2",
        "import-count-of-named",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet|201",
        "import-number-too-large",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem||kari@x.no|Kari|||I rommet",
        "import-person-or-name",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem||ola@x.no||||I rommet",
        "import-person-unknown",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|||Ola|ja||I rommet",
        "import-deputy-of-whom",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||Ikke til stede||||til lunsj",
        "import-absent-stays",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet||7/19",
        "import-item-unknown",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet||Eventuelt",
        "import-item-of-other-day",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet||Lunsj",
        "import-item-of-two",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet||1/19|3/19",
        "attendance-stay-order",
    ),
    (
        "Deltakelse: skate|08.05.2019|Medlem|Digdir|||||I rommet||1/19||til lunsj",
        "import-stay-twice",
    ),
    (
        "Referat: skate|14.10.2026||Noe",
        "import-minutes-not-closed",
    ),
    (
        "Referat: skate|08.05.2019||Noe|noted",
        "import-item-of-minutes-needed",
    ),
    (
        "Referat: skate|08.05.2019||Noe||||||01.05.2019",
        "import-published-when",
    ),
    ("Referat: skate|08.05.2019|7/19|Noe", "import-item-unknown"),
    (
        "Referat: skate|08.05.2019|1/19|Noe|||||nb",
        "import-only-above-items",
    ),
    (
        "Referat: skate|08.05.2019|1/19|Noe|||10.00|09.00",
        "import-ends-before-it-starts",
    ),
    ("Referat: skate|08.05.2019|1/19|", "import-needed"),
    (
        "Deltakelse: skate|08.05.2019|Gjest|||ukjent|||I rommet",
        "import-somebody-needed",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe|Digdir|||07.05.2019",
        "import-due-before-meeting",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe|Digdir||||Ferdig",
        "import-not-a-choice",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe|Digdir|||||http://x.no",
        "action-link-not-https",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe",
        "import-owner-needed",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe|Digdir||Kari",
        "import-owner-of-two",
    ),
    (
        "Oppfølging: skate|08.05.2019|1/19|Noe||kari@x.no|Kari",
        "import-person-or-name",
    ),
    (
        "Oppfølging: skate|08.05.2019|7/19|Noe|Digdir",
        "import-item-unknown",
    ),
    ("Oppfølging: skate|08.05.2019||Noe|Digdir", "import-needed"),
    ("Oppfølging: skate|08.05.2019|1/19||Digdir", "import-needed"),
    (
        "Oppfølging: skate|03.06.2026|1/19|Noe|Digdir",
        "import-meeting-cancelled",
    ),
];
