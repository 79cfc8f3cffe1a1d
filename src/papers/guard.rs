//! The guard against national identity numbers (fødselsnummer): a paper is read by many, and they have no business there.
//!
//! What is found stops the paper and names the place; the secretariat may keep it all the same, and says why.

use super::Sections;
use crate::files::identity_numbers::{around, find};
use crate::files::{Kind, office_text};
use crate::pdf::{Fit, Press};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// A place where a number stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The part of the text it stands in, by its key, or the page of the file, where it has pages.
    pub at: At,
    /// The words around it, with its digits hidden.
    pub words: String,
}

/// Where in a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    Section(&'static str),
    /// From 1.
    Page(usize),
    /// Somewhere in a file whose text has no pages.
    File,
}

/// As many places as are named; the rest is found when these are mended.
const MOST: usize = 5;

/// What was seen in a file that has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    pub found: Vec<Place>,
    /// How many pages it has, where it has them.
    pub pages: Option<i64>,
    /// How its pages can stand in a pack, where it is a PDF.
    pub fit: Option<Fit>,
    /// Whether it holds words that could be looked through; those of a picture cannot.
    pub has_words: bool,
}

impl Looked {
    /// What is told when it is taken all the same; none when all is well.
    #[must_use]
    pub fn warning(&self) -> Option<&'static str> {
        match self.fit {
            Some(Fit::Damaged) => Some("said-paper-damaged-warning"),
            Some(Fit::Locked) => Some("said-paper-locked-warning"),
            _ if !self.has_words => Some("said-paper-without-words-warning"),
            _ => None,
        }
    }
}

/// Looks through a file that has come, beside those who wait. What cannot be read has nothing to find.
pub async fn look(press: &Press, path: &Path, kind: Kind) -> Looked {
    if kind == Kind::Pdf {
        let (looked, words) = futures_util::future::join(press.look(path), press.words(path)).await;
        let words = words.unwrap_or_default();
        return Looked {
            found: in_pages(&words),
            pages: looked.pages.map(i64::from),
            fit: Some(looked.fit),
            has_words: says_anything(&words),
        };
    }
    let path = path.to_owned();
    let words = tokio::task::spawn_blocking(move || office(&path, kind)).await;
    let words: Vec<String> = words.ok().flatten().into_iter().collect();
    Looked {
        found: in_file(&words),
        has_words: says_anything(&words),
        ..Looked::default()
    }
}

fn says_anything(pages: &[String]) -> bool {
    pages.iter().any(|text| !text.trim().is_empty())
}

fn office(path: &Path, kind: Kind) -> Option<String> {
    let file = BufReader::new(File::open(path).ok()?);
    office_text::words(file, kind).ok().map(|words| words.text)
}

/// The numbers in a text that is written here.
#[must_use]
pub fn in_sections(sections: &Sections) -> Vec<Place> {
    let parts = sections.parts().map(|(key, text)| (At::Section(key), text));
    places(parts.into_iter())
}

/// The numbers in the text of a file, page by page.
#[must_use]
fn in_pages(pages: &[String]) -> Vec<Place> {
    let pages = pages.iter().enumerate();
    places(pages.map(|(index, text)| (At::Page(index + 1), text.as_str())))
}

/// The numbers in the text of a file that has no pages.
fn in_file(words: &[String]) -> Vec<Place> {
    places(words.iter().map(|text| (At::File, text.as_str())))
}

fn places<'a>(texts: impl Iterator<Item = (At, &'a str)>) -> Vec<Place> {
    let in_one = |(at, text): (At, &'a str)| {
        let found = find(text).into_iter();
        found.map(move |one| Place {
            at: at.clone(),
            words: around(text, one),
        })
    };
    texts.flat_map(in_one).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_named_and_the_number_is_not() {
        // A number of the tax administration's synthetic people: 80 is added to the month.
        let sections = Sections {
            assessment: "Vedtaket gjelder 17898190021 og ingen andre.".to_owned(),
            ..Sections::default()
        };
        let found = in_sections(&sections);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].at, At::Section("assessment"));
        assert!(
            found[0].words.contains("Vedtaket gjelder") && !found[0].words.contains("17898190021")
        );
    }

    #[test]
    fn a_file_is_named_by_its_page_where_it_has_pages() {
        let pages = ["ingen".to_owned(), "Født 17898190021".to_owned()];
        let found = in_pages(&pages);
        assert_eq!(
            found.first().map(|place| place.at.clone()),
            Some(At::Page(2))
        );
        // The text of an office file has none.
        let found = in_file(&pages[1..]);
        assert_eq!(found.first().map(|place| place.at.clone()), Some(At::File));
    }

    #[test]
    fn what_could_not_be_read_is_told() {
        let looked = |fit, has_words| Looked {
            fit,
            has_words,
            ..Looked::default()
        };
        for (fit, has_words, told) in [
            (
                Some(Fit::Damaged),
                false,
                Some("said-paper-damaged-warning"),
            ),
            (Some(Fit::Locked), false, Some("said-paper-locked-warning")),
            (
                Some(Fit::Whole),
                false,
                Some("said-paper-without-words-warning"),
            ),
            (None, false, Some("said-paper-without-words-warning")),
            (Some(Fit::WithoutMarks), true, None),
            (None, true, None),
        ] {
            assert_eq!(looked(fit, has_words).warning(), told);
        }
    }

    #[test]
    fn a_case_number_or_an_account_is_no_identity_number() {
        let sections = Sections {
            background: "Se sak 12/26, konto 1234.56.78901 og beløpet 12345678910.".to_owned(),
            ..Sections::default()
        };
        assert!(in_sections(&sections).is_empty());
    }
}
