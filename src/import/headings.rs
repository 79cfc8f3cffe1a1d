//! The sheets and columns that are understood. Their names are texts, taken in any language of the product; the codes
//! here are taken too.

use super::values::key;
use crate::i18n::{Language, text};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column holds: how it is read, and how the guide of the template says that it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Address,
    Board,
    BoardKind,
    Day,
    Domains,
    Holidays,
    Language,
    Languages,
    Link,
    MeetingKind,
    MeetingLabel,
    MeetingState,
    Number,
    Organisation,
    OrganisationKind,
    OrganisationNumber,
    Role,
    SeatKind,
    Slug,
    Text,
    Time,
    YesNo,
    Zone,
}

impl Form {
    pub const ALL: [Self; 23] = [
        Self::Address,
        Self::Board,
        Self::BoardKind,
        Self::Day,
        Self::Domains,
        Self::Holidays,
        Self::Language,
        Self::Languages,
        Self::Link,
        Self::MeetingKind,
        Self::MeetingLabel,
        Self::MeetingState,
        Self::Number,
        Self::Organisation,
        Self::OrganisationKind,
        Self::OrganisationNumber,
        Self::Role,
        Self::SeatKind,
        Self::Slug,
        Self::Text,
        Self::Time,
        Self::YesNo,
        Self::Zone,
    ];

    /// What the key of its text ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Board => "board",
            Self::BoardKind => "board-kind",
            Self::Day => "day",
            Self::Domains => "domains",
            Self::Holidays => "holidays",
            Self::Language => "language",
            Self::Languages => "languages",
            Self::Link => "link",
            Self::MeetingKind => "meeting-kind",
            Self::MeetingLabel => "meeting-label",
            Self::MeetingState => "meeting-state",
            Self::Number => "number",
            Self::Organisation => "organisation",
            Self::OrganisationKind => "organisation-kind",
            Self::OrganisationNumber => "organisation-number",
            Self::Role => "role",
            Self::SeatKind => "seat-kind",
            Self::Slug => "slug",
            Self::Text => "text",
            Self::Time => "time",
            Self::YesNo => "yes-no",
            Self::Zone => "zone",
        }
    }
}

/// A column: its code, what it holds, and whether the sheet must have it and each row fill it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub code: &'static str,
    pub form: Form,
    pub needed: bool,
}

const fn needed(code: &'static str, form: Form) -> Column {
    Column {
        code,
        form,
        needed: true,
    }
}

const fn optional(code: &'static str, form: Form) -> Column {
    Column {
        code,
        form,
        needed: false,
    }
}

/// A sheet that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub code: &'static str,
    pub columns: &'static [Column],
}

pub const ORGANISATIONS: &str = "organisations";
pub const FORMER_NAMES: &str = "former_names";
pub const PERSONS: &str = "persons";
pub const BOARDS: &str = "boards";
pub const SEATS: &str = "seats";
pub const APPOINTMENTS: &str = "appointments";
pub const REPRESENTATIONS: &str = "representations";
pub const MEETINGS: &str = "meetings";

/// In the order in which one needs another.
pub const SHEETS: [Sheet; 8] = [
    Sheet {
        code: ORGANISATIONS,
        columns: &[
            optional("number", Form::OrganisationNumber),
            needed("name", Form::Text),
            optional("short_name", Form::Text),
            needed("kind", Form::OrganisationKind),
            optional("mailbox", Form::Address),
            optional("contact", Form::Text),
            optional("language", Form::Language),
            optional("owner_from", Form::Day),
            optional("owner_last", Form::Day),
            optional("domains", Form::Domains),
        ],
    },
    Sheet {
        code: FORMER_NAMES,
        columns: &[
            needed("organisation", Form::Organisation),
            needed("name", Form::Text),
            optional("short_name", Form::Text),
            needed("last", Form::Day),
        ],
    },
    Sheet {
        code: PERSONS,
        columns: &[
            needed("name", Form::Text),
            needed("address", Form::Address),
            optional("language", Form::Language),
            optional("title", Form::Text),
        ],
    },
    Sheet {
        code: BOARDS,
        columns: &[
            needed("slug", Form::Slug),
            needed("name", Form::Text),
            optional("name_nn", Form::Text),
            optional("name_en", Form::Text),
            needed("kind", Form::BoardKind),
            optional("parent", Form::Board),
            needed("mailbox", Form::Address),
            optional("zone", Form::Zone),
            optional("holidays", Form::Holidays),
            optional("languages", Form::Languages),
            optional("chair_counts", Form::YesNo),
            optional("parent_secretariat", Form::YesNo),
        ],
    },
    Sheet {
        code: SEATS,
        columns: &[
            needed("board", Form::Board),
            needed("seat", Form::Number),
            needed("kind", Form::SeatKind),
            needed("from", Form::Day),
            optional("last", Form::Day),
        ],
    },
    Sheet {
        code: APPOINTMENTS,
        columns: &[
            needed("board", Form::Board),
            needed("role", Form::Role),
            optional("seat", Form::Number),
            optional("organisation", Form::Organisation),
            needed("from", Form::Day),
            optional("last", Form::Day),
            optional("decision", Form::Text),
        ],
    },
    Sheet {
        code: REPRESENTATIONS,
        columns: &[
            needed("board", Form::Board),
            needed("role", Form::Role),
            optional("organisation", Form::Organisation),
            optional("seat", Form::Number),
            needed("person", Form::Address),
            needed("from", Form::Day),
            optional("last", Form::Day),
        ],
    },
    Sheet {
        code: MEETINGS,
        columns: &[
            needed("board", Form::Board),
            optional("meeting", Form::MeetingLabel),
            needed("day", Form::Day),
            optional("starts", Form::Time),
            optional("ends", Form::Time),
            needed("kind", Form::MeetingKind),
            optional("title", Form::Text),
            optional("title_nn", Form::Text),
            optional("title_en", Form::Text),
            optional("place", Form::Text),
            optional("video_link", Form::Link),
            optional("archive_reference", Form::Text),
            optional("state", Form::MeetingState),
        ],
    },
];

/// The key of a sheet's name.
#[must_use]
pub fn sheet_text(code: &str) -> String {
    format!("import-sheet-{}", code.replace('_', "-"))
}

/// The key of a column's heading.
#[must_use]
pub fn column_text(code: &str) -> String {
    format!("import-column-{}", code.replace('_', "-"))
}

/// A thing by its code and by its names in every language.
fn by_name<T: Copy>(things: impl Iterator<Item = (&'static str, String, T)>) -> HashMap<String, T> {
    let named = things.flat_map(|(code, text_key, thing)| {
        let names = Language::ALL.map(|language| key(&text(language, &text_key, &[])));
        let code = [key(code), key(&code.replace('_', " "))];
        names.into_iter().chain(code).map(move |name| (name, thing))
    });
    named.collect()
}

static SHEET_NAMES: LazyLock<HashMap<String, Sheet>> = LazyLock::new(|| {
    by_name(
        SHEETS
            .into_iter()
            .map(|sheet| (sheet.code, sheet_text(sheet.code), sheet)),
    )
});

static COLUMN_NAMES: LazyLock<HashMap<&str, HashMap<String, usize>>> = LazyLock::new(|| {
    let of = |sheet: Sheet| {
        let columns = sheet.columns.iter().enumerate();
        let named = columns.map(|(at, column)| (column.code, column_text(column.code), at));
        (sheet.code, by_name(named))
    };
    SHEETS.into_iter().map(of).collect()
});

/// The sheet with this name.
#[must_use]
pub fn sheet(name: &str) -> Option<Sheet> {
    SHEET_NAMES.get(&key(name)).copied()
}

/// Whether this is the template's own sheet of explanations.
#[must_use]
pub fn is_guide(name: &str) -> bool {
    Language::ALL
        .iter()
        .any(|language| key(&text(*language, "import-guide", &[])) == key(name))
}

/// Which of the sheet's columns stands under this heading.
#[must_use]
pub fn column(sheet: &Sheet, heading: &str) -> Option<usize> {
    // A star after a heading says that the column is needed.
    let name = key(heading.trim().trim_end_matches('*'));
    COLUMN_NAMES.get(sheet.code)?.get(&name).copied()
}

/// The letters of a column, from A.
#[must_use]
pub fn column_letter(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        let letter = u8::try_from(column % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_and_columns_are_known_by_their_codes_and_in_every_language() {
        for name in [
            "Virksomheter",
            "VERKSEMDER ",
            "organisations",
            "Organisations",
        ] {
            assert_eq!(sheet(name).map(|it| it.code), Some(ORGANISATIONS), "{name}");
        }
        assert_eq!(sheet("former names").map(|it| it.code), Some(FORMER_NAMES));
        assert!(sheet("Ark1").is_none());
        let meetings = sheet("Møter").unwrap();
        for heading in ["Dato", "dato *", "day", "Date"] {
            let at = column(&meetings, heading).unwrap();
            assert_eq!(meetings.columns[at].code, "day", "{heading}");
        }
    }

    #[test]
    fn no_two_columns_of_a_sheet_share_a_name() {
        for sheet in SHEETS {
            for language in Language::ALL {
                let mut names: Vec<String> = sheet
                    .columns
                    .iter()
                    .map(|column| key(&text(language, &column_text(column.code), &[])))
                    .collect();
                names.sort();
                names.dedup();
                assert_eq!(
                    names.len(),
                    sheet.columns.len(),
                    "{} {language:?}",
                    sheet.code
                );
            }
        }
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letter(column), letters);
        }
    }
}
