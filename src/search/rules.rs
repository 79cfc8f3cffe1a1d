//! How the words of a text become what is kept in the index, and those of a question what is asked of it. Pure.
//!
//! Words are taken by their stems ([`crate::i18n::stems`]), in what is kept and in what is searched for.

use super::Term;
use crate::db::word_index::{Token, Wanted, Wants};
use crate::i18n::stems::{folded, stem, words};
use std::collections::BTreeSet;
use std::fmt::Display;

/// As many words of a question as are asked for.
const WORDS: usize = 12;
/// From so many letters on, the last word of a question finds what it is the beginning of.
const BEGINNING: usize = 3;
/// As many bytes of different words of one text as are kept; PostgreSQL takes a megabyte.
const MOST: usize = 500_000;

/// What is searched for: the words that count, each once. The last one also finds what it is the beginning of. In “sak 7/26”
/// the number is searched for.
#[must_use]
pub fn terms(question: &str) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    for at in words(question) {
        let folded = folded(&question[at]);
        let Some(stem) = stem(&folded) else {
            continue;
        };
        let is_number = stem.starts_with(|first: char| first.is_numeric());
        if is_number && found.last().is_some_and(|before| before.stem == "sak") {
            found.pop();
        }
        found.retain(|term| term.stem != stem);
        found.push(Term {
            begins: (folded.chars().count() >= BEGINNING).then_some(folded),
            stem,
        });
    }
    found.truncate(WORDS);
    let last = found.len().saturating_sub(1);
    for term in found.iter_mut().take(last) {
        term.begins = None;
    }
    found
}

/// What a word is kept under, apart from the places where things stand.
fn of_word(word: &str) -> Option<Token> {
    Token::new(&format!("x{word}"))
}

/// The tokens of a text; words beyond `MOST` are not found.
#[must_use]
pub fn tokens(text: &str) -> BTreeSet<Token> {
    let mut found = BTreeSet::new();
    let mut room = MOST;
    for at in words(text) {
        let stem = stem(&folded(&text[at]));
        let Some(token) = stem.and_then(|stem| of_word(&stem)) else {
            continue;
        };
        let size = token.as_str().len();
        if size > room {
            break;
        }
        if found.insert(token) {
            room -= size;
        }
    }
    found
}

/// Of each term, a word of that stem or with that beginning.
#[must_use]
pub fn wants(terms: &[Term]) -> Vec<Vec<Wanted>> {
    let of_term = |term: &Term| {
        let begins = term.begins.as_deref().and_then(of_word);
        // A beginning finds the stem too where it is one of it.
        let is = of_word(&term.stem).filter(|is| {
            let begins = begins.as_ref();
            !begins.is_some_and(|begins| is.as_str().starts_with(begins.as_str()))
        });
        let is = is.map(Wanted::Is).into_iter();
        is.chain(begins.map(Wanted::Begins)).collect()
    };
    terms.iter().map(of_term).collect()
}

/// The token of the board that something belongs to.
#[must_use]
pub fn of_board(id: impl Display) -> Option<Token> {
    Token::new(&format!("b{id}"))
}

/// The token of a thing itself, and on a paper also that of its case.
#[must_use]
pub fn of_object(id: impl Display) -> Option<Token> {
    Token::new(&format!("o{id}"))
}

/// The token of what is open beyond its board.
#[must_use]
pub fn beyond() -> Option<Token> {
    Token::new("z")
}

/// A question for the index: the terms, of what the reader can reach at all where that is known.
#[must_use]
pub fn question(terms: &[Term], reach: Option<Vec<Wanted>>) -> Wants {
    Wants(wants(terms).into_iter().chain(reach).collect())
}

/// A text as it is kept: what is not writing is left out, and a word that was broken at the end of a line is whole again.
/// Both engines take it; a form feed is put in by whoever joins pages.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' if kept.ends_with(['-', '\u{AD}']) => {
                let goes_on = letters.peek().is_some_and(|next| next.is_lowercase());
                let begun = kept.chars().rev().nth(1).is_some_and(char::is_alphabetic);
                if goes_on && begun {
                    kept.pop();
                } else {
                    kept.push('\n');
                }
            }
            '\n' => kept.push('\n'),
            letter if letter.is_control() || letter == '\u{FEFF}' => kept.push(' '),
            letter => kept.push(letter),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_question_is_its_words_and_the_last_may_be_a_beginning() {
        let found = terms("  Hva er \"budsjettet\" for ID-porten, sak 12/26 og avta ");
        let stems: Vec<&str> = found.iter().map(|term| term.stem.as_str()).collect();
        assert_eq!(stems, ["budsjett", "id", "port", "12", "26", "avt"]);
        let (last, others) = found.split_last().expect("there are terms");
        assert_eq!(last.begins.as_deref(), Some("avta"));
        assert!(others.iter().all(|term| term.begins.is_none()));
    }

    #[test]
    fn a_double_consonant_before_an_ending_hides_no_word() {
        let kept = tokens("Medlemmene møtes i rommet");
        for asked in [
            "medlem",
            "medlemmer",
            "medlemmet",
            "medlemm",
            "rom",
            "romma",
        ] {
            let found = wants(&terms(asked));
            let is_there = |wanted: &Wanted| match wanted {
                Wanted::Is(token) => kept.contains(token),
                Wanted::Begins(token) => {
                    (kept.iter()).any(|one| one.as_str().starts_with(token.as_str()))
                }
            };
            assert!(
                found.iter().all(|list| list.iter().any(is_there)),
                "{asked}"
            );
        }
    }

    #[test]
    fn what_says_nothing_is_not_asked_for() {
        for empty in [
            "",
            "  ",
            "og",
            "i",
            "*",
            "\"'&|!:()",
            "\u{0}",
            "a b c",
            "det er som",
        ] {
            assert_eq!(terms(empty), Vec::new(), "{empty}");
        }
        assert_eq!(terms("1")[0].stem, "1");
        assert_eq!(terms(&"ord ".repeat(50)).len(), 1);
        let many: String = (0..50).map(|number| format!("{number} ")).collect();
        assert_eq!(terms(&many).len(), WORDS);
    }

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_whole_again() {
        assert_eq!(clean("styrings-\nråd"), "styringsråd");
        assert_eq!(clean("styrings\u{AD}\nråd"), "styringsråd");
        assert_eq!(clean("nærings-\nOg"), "nærings-\nOg");
        assert_eq!(clean("-\na"), "-\na");
        assert_eq!(clean("a\u{0}b\u{C}c\td"), "a b c d");
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say_and_no_text_breaks_them(text in any::<String>()) {
            let mut end = 0;
            for at in words(&text) {
                prop_assert!(at.start >= end && at.start < at.end);
                end = at.end;
                prop_assert!(folded(&text[at]).chars().count() <= 40);
            }
            let kept = clean(&text);
            let is_control = |letter: char| letter.is_control() && letter != '\n';
            prop_assert!(!kept.contains(is_control));
            for token in tokens(&text) {
                prop_assert!(token.as_str().chars().all(char::is_alphanumeric));
            }
        }

        /// Whoever searches for a word as it stands in a text finds it, however it is written.
        #[test]
        fn a_text_is_found_by_each_of_its_words(text in "[a-zæøåA-ZÆØÅ0-9 éäö.,-]{0,60}") {
            let kept = tokens(&text);
            for at in words(&text) {
                for shape in [text[at.clone()].to_owned(), text[at.clone()].to_uppercase()] {
                    for list in wants(&terms(&shape)) {
                        let holds = |wanted: &Wanted| match wanted {
                            Wanted::Is(token) => kept.contains(token),
                            Wanted::Begins(token) => kept.iter().any(|one| one.as_str().starts_with(token.as_str())),
                        };
                        prop_assert!(list.iter().any(holds), "{shape}: {list:?} {kept:?}");
                    }
                }
            }
        }
    }
}
