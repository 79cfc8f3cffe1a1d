//! How a text becomes words, and words become what is asked of the index. Pure.
//!
//! A word is folded (one case, one spelling of each letter) and cut down to its stem by Snowball's rules for Norwegian,
//! which know the endings of bokmål and nynorsk. The same is done with what is searched for, so that *avtalen* finds
//! *avtaler*. Words that every text has are left out.

use super::Term;
use crate::db::word_index::{Token, Wanted, Wants};
use icu_normalizer::ComposingNormalizerBorrowed;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::Range;

/// As many letters of a word as count, in both what is kept and what is asked.
const LETTERS: usize = 40;
/// As many words of a question as are asked for.
const WORDS: usize = 12;
/// From so many letters on, the last word of a question finds what it is the beginning of.
const BEGINNING: usize = 3;
/// As many bytes of different words of one text as are kept; PostgreSQL takes a megabyte.
const MOST: usize = 500_000;

/// Words that stand in nearly every text, folded; nobody searches for them.
const COMMON: &[&str] = &[
    "alle", "an", "and", "at", "av", "ble", "blei", "bli", "blir", "both", "by", "da", "de", "dei",
    "deira", "dem", "den", "denne", "der", "dere", "deres", "desse", "det", "dette", "di", "din",
    "disse", "ditt", "du", "eg", "ein", "eit", "eitt", "eller", "elles", "en", "enn", "er", "et",
    "ett", "etter", "for", "fordi", "fra", "from", "før", "ha", "hadde", "han", "hans", "har",
    "hennar", "henne", "hennes", "her", "hun", "hva", "hvem", "hver", "hvilke", "hvis", "hvor",
    "hvordan", "hvorfor", "ho", "hos", "ikke", "ikkje", "ingen", "inn", "is", "ja", "jeg", "kan",
    "korleis", "kva", "kvar", "kven", "kunne", "man", "mange", "me", "med", "meg", "men", "mi",
    "min", "mitt", "mot", "mye", "må", "nei", "noe", "noen", "noka", "noko", "nokon", "nokre",
    "når", "nå", "of", "og", "også", "om", "opp", "or", "oss", "over", "på", "seg", "si", "sia",
    "sidan", "sin", "sine", "sitt", "skal", "skulle", "slik", "so", "som", "så", "that", "the",
    "til", "to", "under", "upp", "ut", "var", "vart", "ved", "vert", "verte", "vi", "vil", "ville",
    "vore", "vår", "with", "være", "vært",
];

/// Where the words of a text stand, as they are written.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = letters.find(|(_, letter)| letter.is_alphanumeric())?.0;
        while letters.next_if(|(_, letter)| is_inside(*letter)).is_some() {}
        let end = letters.peek().map_or(text.len(), |(at, _)| *at);
        Some(start..end)
    })
}

/// Letters and digits; marks that are put on the letter before; the hyphen that nobody sees.
fn is_inside(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36F}' | '\u{AD}')
}

/// A word in one spelling: small letters, each composed of one, foreign ones as the nearest Norwegian.
#[must_use]
pub fn folded(word: &str) -> String {
    let letter = |letter: char| match letter {
        'ä' => 'æ',
        'ö' => 'ø',
        'á' | 'à' | 'â' | 'ã' => 'a',
        'č' | 'ç' => 'c',
        'đ' | 'ð' => 'd',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ñ' | 'ŋ' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'š' => 's',
        'ŧ' => 't',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ý' => 'y',
        'ž' => 'z',
        other => other,
    };
    let fold = |text: &str| {
        let small = text.chars().filter(|letter| *letter != '\u{AD}');
        let small = small.flat_map(char::to_lowercase).map(letter);
        let small = small.filter(|letter| letter.is_alphanumeric());
        small.take(LETTERS).collect()
    };
    if word.is_ascii() {
        return fold(word);
    }
    // Once before and once after: a capital may become two letters.
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let lower = normalizer.normalize(word).to_lowercase();
    fold(&normalizer.normalize(&lower))
}

/// What the forms of a folded word have in common; none of a word that is not kept.
#[must_use]
pub fn stem(folded: &str) -> Option<String> {
    let has_digit = folded.chars().any(|letter| letter.is_numeric());
    if has_digit {
        return Some(folded.to_owned());
    }
    let is_kept = folded.chars().nth(1).is_some() && !COMMON.contains(&folded);
    is_kept.then(|| {
        let stem = Stemmer::create(Algorithm::Norwegian).stem(folded);
        root(&stem).to_owned()
    })
}

/// A stem without the ending of whoever does something: Snowball takes it from *bruker*, and leaves some of it in *brukere*,
/// *brukerne* and *brukarar*.
fn root(stem: &str) -> &str {
    let mut shorter = ["ern", "er", "ar"]
        .iter()
        .filter_map(|end| stem.strip_suffix(end));
    let is_word = |root: &&str| root.chars().nth(3).is_some();
    shorter.find(is_word).unwrap_or(stem)
}

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

    fn stem_of(word: &str) -> String {
        stem(&folded(word)).unwrap_or_default()
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem_in_bokmål_and_nynorsk() {
        for forms in [
            &[
                "avtale", "avtalen", "avtaler", "avtalene", "Avtalens", "avtalar", "avtalane",
            ][..],
            &["sak", "saken", "saker", "sakene", "saka", "sakane"],
            &[
                "kommune",
                "kommunen",
                "kommuner",
                "kommunene",
                "kommunar",
                "kommunane",
                "KOMMUNENES",
            ],
            &[
                "budsjett",
                "budsjettet",
                "budsjetter",
                "budsjettene",
                "budsjetta",
            ],
            &["møte", "møtet", "møter", "møtene", "MØTET"],
            &[
                "tjenesteeier",
                "tjenesteeieren",
                "tjenesteeiere",
                "tjenesteeierne",
            ],
            &["bruker", "brukeren", "brukere", "brukerne"],
            &["brukar", "brukaren", "brukarar", "brukarane"],
            &[
                "leverandør",
                "leverandøren",
                "leverandører",
                "leverandørene",
            ],
            &["tjeneste", "tjenesten", "tjenester", "tjenestene"],
            &["teneste", "tenesta", "tenester", "tenestene"],
            &[
                "innlogging",
                "innloggingen",
                "innlogginga",
                "innlogginger",
                "innloggingane",
            ],
            &["råd", "rådet", "rådets", "RÅDENE"],
            &["løsning", "løsningen", "løsninger"],
            &["løysing", "løysinga", "løysingar", "løysingane"],
        ] {
            let stems: BTreeSet<String> = forms.iter().map(|form| stem_of(form)).collect();
            assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
        }
        assert_ne!(stem_of("avtale"), stem_of("avtaleverk"));
    }

    #[test]
    fn one_word_has_one_spelling() {
        for (word, one) in [
            ("ÆRLIG", "ærlig"),
            ("A\u{30A}rsplan", "årsplan"),
            ("o\u{308}re", "øre"),
            ("idé", "ide"),
            ("ﬁnans", "finans"),
            ("stati\u{AD}stikk", "statistikk"),
            ("Šuvalov", "suvalov"),
            ("ＩＤ", "id"),
            ("Kärna", "kærna"),
        ] {
            assert_eq!(folded(word), one, "{word}");
        }
    }

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
                prop_assert!(folded(&text[at]).chars().count() <= LETTERS);
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
