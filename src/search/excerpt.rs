//! A piece of a text around the words that were found in it. Pure.

use super::{Excerpt, Piece, Term};
use crate::i18n::stems::{folded, stem, words};
use std::ops::Range;

/// As long as an excerpt may be, in bytes, before it is widened to whole words.
const LONG: usize = 240;
/// What is shown before the first word that was found, in bytes.
const BEFORE: usize = 60;
/// As many places as are weighed against each other.
const PLACES: usize = 200;

/// Whether this word of a text is one that was searched for.
fn is_found(word: &str, terms: &[Term]) -> Option<usize> {
    let folded = folded(word);
    let first = folded.chars().next();
    // Cutting off endings is dear, and leaves the first letter alone.
    let likely = |term: &&Term| term.stem.chars().next() == first;
    terms.iter().find(likely)?;
    let stem = stem(&folded)?;
    terms.iter().position(|term| {
        let begins = |beginning: &String| stem.starts_with(beginning.as_str());
        term.stem == stem || term.begins.as_ref().is_some_and(begins)
    })
}

/// The whole text with the words that were found marked; for titles.
#[must_use]
pub fn marked(text: &str, terms: &[Term]) -> Vec<Piece> {
    let found = words(text).filter(|at| is_found(&text[at.clone()], terms).is_some());
    pieces(text, 0..text.len(), found)
}

/// Texts that are read one after the other, as one: where no sentence ends between two, a sign parts them.
#[must_use]
pub fn joined(texts: impl IntoIterator<Item = String>) -> String {
    let mut whole = String::new();
    for text in texts {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        if !whole.is_empty() {
            let is_ended = whole.ends_with(['.', '!', '?', ':', '…']);
            whole.push_str(if is_ended { "\n" } else { " …\n" });
        }
        whole.push_str(text);
    }
    whole
}

/// The place where most of the terms stand close together, or the beginning where none does. Pages end with form feeds.
#[must_use]
pub fn excerpt(text: &str, terms: &[Term]) -> Excerpt {
    let mut places: Vec<(Range<usize>, usize)> = Vec::new();
    for at in words(text) {
        if let Some(term) = is_found(&text[at.clone()], terms) {
            places.push((at, term));
        }
        if places.len() >= PLACES {
            break;
        }
    }
    let first = best(&places, terms.len());
    let start = places.get(first).map_or(0, |(at, _)| at.start);
    let within = around(text, start);
    let page = text.contains('\u{C}').then(|| {
        let before = text[..start].matches('\u{C}').count();
        before + 1
    });
    let shown = places.into_iter().map(|(at, _)| at);
    let shown = shown.filter(|at| within.start <= at.start && at.end <= within.end);
    let mut pieces = pieces(text, within.clone(), shown);
    let rest = |text: &str| text.chars().any(|letter| !letter.is_whitespace());
    if rest(&text[..within.start]) {
        pieces.insert(0, Piece::plain("… "));
    }
    if rest(&text[within.end..]) {
        pieces.push(Piece::plain(" …"));
    }
    Excerpt { pieces, page }
}

/// Which place to begin at: the first from which the most terms are near.
fn best(places: &[(Range<usize>, usize)], terms: usize) -> usize {
    let mut best = (0, 0);
    for (index, (from, _)) in places.iter().enumerate() {
        let near = places[index..].iter();
        let near = near.take_while(|(at, _)| at.end <= from.start + LONG - BEFORE);
        let mut seen = vec![false; terms];
        near.for_each(|(_, term)| seen[*term] = true);
        let count = seen.into_iter().filter(|seen| *seen).count();
        if count > best.1 {
            best = (index, count);
        }
    }
    best.0
}

/// Whole words around a place, on one page.
fn around(text: &str, place: usize) -> Range<usize> {
    let page = text[..place].rfind('\u{C}').map_or(0, |at| at + 1);
    let page_end = text[place..]
        .find('\u{C}')
        .map_or(text.len(), |at| place + at);
    let mut start = page.max(text.floor_char_boundary(place.saturating_sub(BEFORE)));
    if start > page {
        let to_gap = text[start..place].find(char::is_whitespace);
        start = to_gap.map_or(place, |at| start + at);
    }
    let mut end = page_end.min(text.ceil_char_boundary(start.saturating_add(LONG)));
    if end < page_end {
        let to_gap = text[place..end].rfind(char::is_whitespace);
        end = to_gap.filter(|at| *at > 0).map_or(end, |at| place + at);
    }
    start..end
}

fn pieces(
    text: &str,
    within: Range<usize>,
    found: impl Iterator<Item = Range<usize>>,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = within.start;
    let mut put = |range: Range<usize>, is_found: bool| {
        let text = one_line(&text[range]);
        if !text.is_empty() {
            pieces.push(Piece { text, is_found });
        }
    };
    for word in found {
        put(at..word.start, false);
        at = word.end;
        put(word, true);
    }
    put(at..within.end, false);
    pieces
}

/// Gaps of any sort as one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::rules::terms;
    use super::*;
    use proptest::prelude::*;

    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| {
            if piece.is_found {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn the_forms_of_a_word_are_marked_in_a_title() {
        let pieces = marked("Avtalen om nye avtaler", &terms("avtale"));
        assert_eq!(shown(&pieces), "[Avtalen] om nye [avtaler]");
        let pieces = marked("Budsjettrammer", &terms("budsjettr"));
        assert_eq!(shown(&pieces), "[Budsjettrammer]");
    }

    #[test]
    fn the_place_is_where_most_of_the_words_stand_together() {
        let filler = "Annet innhold uten treff. ".repeat(40);
        let text = format!("Rammen først. {filler}Rammen for budsjettet er 22 millioner. {filler}");
        let found = excerpt(&text, &terms("ramme budsjett"));
        let line = shown(&found.pieces);
        assert!(
            line.contains("[Rammen] for [budsjettet] er 22 millioner."),
            "{line}"
        );
        assert!(line.starts_with("… ") && line.ends_with(" …"), "{line}");
        assert_eq!(found.page, None);
    }

    #[test]
    fn a_page_is_counted_from_one_and_an_excerpt_stays_on_it() {
        let text = "Forside\u{C}Innhold\u{C}Her står\n\navtalen.\u{C}";
        let found = excerpt(text, &terms("avtale"));
        assert_eq!(found.page, Some(3));
        assert_eq!(shown(&found.pieces), "… Her står [avtalen].");
    }

    #[test]
    fn texts_that_follow_each_other_are_parted() {
        for (texts, whole) in [
            (
                ["om veiledning\n", "Rådet anbefaler", ""],
                "om veiledning … Rådet anbefaler",
            ),
            (
                ["Vi tok det opp.", "", " Rådet anbefaler"],
                "Vi tok det opp. Rådet anbefaler",
            ),
            (["", "Rådet anbefaler", ""], "Rådet anbefaler"),
            (["", " ", "\n"], ""),
        ] {
            let text = joined(texts.map(str::to_owned));
            assert_eq!(shown(&excerpt(&text, &[]).pieces), whole);
        }
    }

    #[test]
    fn without_a_place_the_beginning_is_shown() {
        let found = excerpt("Bare tittelen har ordet.", &terms("budsjett"));
        assert_eq!(shown(&found.pieces), "Bare tittelen har ordet.");
        assert_eq!(excerpt("", &terms("budsjett")).pieces, Vec::new());
    }

    proptest! {
        #[test]
        fn an_excerpt_is_a_part_of_any_text(text in any::<String>(), words in "[a-zæøå ]{0,12}") {
            let terms = terms(&words);
            let found = excerpt(&text, &terms);
            let length: usize = found.pieces.iter().map(|piece| piece.text.len()).sum();
            prop_assert!(length <= LONG + 32);
            drop(marked(&text, &terms));
        }

        #[test]
        fn an_excerpt_of_long_words_is_cut_all_the_same(text in "[aå \u{C}]{0,900}") {
            let found = excerpt(&text, &terms("aa"));
            let length: usize = found.pieces.iter().map(|piece| piece.text.len()).sum();
            prop_assert!(length <= LONG + 32);
        }
    }
}
