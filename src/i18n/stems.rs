//! The words of a text and what their forms have in common. Pure.
//!
//! A word is folded (one case, one spelling of each letter) and cut down to its stem by Snowball's rules for Norwegian,
//! which know the endings of bokmål and nynorsk, so that *avtalen* and *avtaler* are one. Words that every text has have no
//! stem.

use icu_normalizer::ComposingNormalizerBorrowed;
use rust_stemmers::{Algorithm, Stemmer};
use std::ops::Range;

/// As many letters of a word as count, in both what is kept and what is asked.
const LETTERS: usize = 40;
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
        single(root(&stem)).to_owned()
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

/// A stem without the second m of *medlemmer*: no word ends in two, so that *medlem* has the stem of its forms.
fn single(stem: &str) -> &str {
    match stem.strip_suffix("mm") {
        Some(start) if !start.is_empty() => &stem[..stem.len() - 1],
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn stem_of(word: &str) -> String {
        stem(&folded(word)).unwrap_or_default()
    }

    /// Words in some of their forms, a line each.
    const FORMS: &str = "\
avtale avtalen avtaler avtalene Avtalens avtalar avtalane
sak saken saker sakene saka sakane
kommune kommunen kommuner kommunene kommunar kommunane KOMMUNENES
budsjett budsjettet budsjetter budsjettene budsjetta
møte møtet møter møtene MØTET
tjenesteeier tjenesteeieren tjenesteeiere tjenesteeierne
bruker brukeren brukere brukerne
brukar brukaren brukarar brukarane
leverandør leverandøren leverandører leverandørene
tjeneste tjenesten tjenester tjenestene
teneste tenesta tenester tenestene
innlogging innloggingen innlogginga innlogginger innloggingane
medlem medlemmet medlemmer medlemmene medlemmers MEDLEMMENES
medlem medlemma medlemmen
rom rommet rommene romma
program programmet programmer programmene programma
råd rådet rådets RÅDENE
løsning løsningen løsninger
løysing løysinga løysingar løysingane";

    #[test]
    fn the_forms_of_a_word_have_one_stem_in_bokmål_and_nynorsk() {
        for forms in FORMS.lines() {
            let stems: BTreeSet<String> = forms.split(' ').map(stem_of).collect();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
        assert_ne!(stem_of("avtale"), stem_of("avtaleverk"));
        assert_ne!(stem_of("medlem"), stem_of("medlemskap"));
        assert_eq!(stem_of("mm"), "mm");
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
}
