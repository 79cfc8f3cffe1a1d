//! The demo's mandates and calendars as rows: Styringsrådet's v1.4 of 1 December 2021, and a product council's v1.1.

/// Mandate rule: kind, subject, quantity, strength, nb, nn, en, paragraph.
pub type RuleFacts = (
    &'static str,
    &'static str,
    Option<i64>,
    &'static str,
    [&'static str; 3],
    &'static str,
);

/// Mandate v1.4 of 1 December 2021, as rows. What else point 4 asks of the composition stands in a file of its own.
pub const RULES: [RuleFacts; 15] = [
    ("members_least", "", Some(12), "shall", ["", "", ""], "4"),
    ("members_most", "", Some(14), "shall", ["", "", ""], "4"),
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
pub const REMINDERS: [(&str, &str, &str, i64, &str, i64); 44] = [
    ("registration", "member", "before", 7, "days", 1),
    ("registration", "secretariat", "before", 1, "days", 1),
    ("delivery", "secretariat", "before", 3, "days", 1),
    ("delivery", "secretariat", "overdue", 2, "days", 3),
    ("notice", "secretariat", "before", 3, "days", 1),
    ("notice", "secretariat", "overdue", 1, "days", 5),
    ("reply", "member", "before", 3, "days", 1),
    ("reply", "chair", "before", 3, "days", 1),
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
    ("council-advice", "secretariat", "before", 7, "days", 1),
    ("council-advice", "secretariat", "overdue", 3, "days", 4),
    ("council-ends", "secretariat", "before", 6, "months", 1),
    ("council-ends", "secretariat", "before", 3, "months", 1),
    ("council-ends", "secretariat", "before", 1, "months", 1),
    ("naming", "organisation", "before", 5, "days", 1),
    ("naming", "organisation", "overdue", 7, "days", 4),
    ("composition", "secretariat", "before", 6, "months", 1),
    ("composition", "secretariat", "before", 3, "months", 1),
    ("composition", "secretariat", "before", 1, "months", 1),
    ("composition", "chair", "before", 6, "months", 1),
    ("composition", "chair", "before", 3, "months", 1),
    ("composition", "chair", "before", 1, "months", 1),
    ("annual-plan", "secretariat", "before", 14, "days", 1),
    ("annual-plan", "secretariat", "overdue", 7, "days", 2),
    ("relation", "secretariat", "before", 30, "days", 1),
    ("relation", "secretariat", "overdue", 14, "days", 6),
    ("vacancy", "secretariat", "before", 30, "days", 1),
    ("vacancy", "secretariat", "overdue", 7, "days", 4),
];

/// Weeks kept free each year: kind, first and last day as month and day, nb, nn, en.
pub type ClosureFacts = (&'static str, (u32, u32), (u32, u32), [&'static str; 3]);

pub const CLOSURES: [ClosureFacts; 2] = [
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
