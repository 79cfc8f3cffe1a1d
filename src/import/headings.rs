//! The sheets and columns that are understood. Their names are texts, taken in any language of the product; the codes
//! here are taken too.

mod form;
mod sheets;

use super::values::key;
use crate::i18n::{Language, text};
use std::collections::HashMap;
use std::sync::LazyLock;

pub use form::Form;
pub use sheets::{
    ACTIONS, AGENDA, APPOINTMENTS, ATTENDANCE, BOARDS, CASES, FORMER_NAMES, MEETINGS, MINUTES,
    ORGANISATIONS, PAYMENTS, PERSONS, REPRESENTATIONS, SEATS, SHEETS,
};

/// A column: its code, what it holds, and whether the sheet must have it and each row fill it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub code: &'static str,
    pub form: Form,
    pub needed: bool,
}

/// A sheet that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub code: &'static str,
    pub columns: &'static [Column],
}

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
        let names = Language::OWN.map(|language| key(&text(language, &text_key, &[])));
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
    Language::OWN
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
            for language in Language::OWN {
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
