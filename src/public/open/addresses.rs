//! Leaves mail addresses out of what people wrote: open data tells none, and whoever reads it cannot ask us to forget one.

use crate::i18n::{Language, text};

/// How an at sign is written in plain text, in Markdown, in HTML and in an address of a link.
const AT: [&str; 9] = [
    "@", "\\@", "%40", "&#64;", "&#x40;", "&#X40;", "&commat;", "＠", "﹫",
];
/// As many letters as are looked at on either side of it: no address is longer (RFC 5321 § 4.5.3.1).
const LONGEST: usize = 320;

/// The same text with fixed words in the place of each mail address, in the language that it is written in.
#[must_use]
pub fn left_out(written: &str, language: Language) -> String {
    let mut out = String::with_capacity(written.len());
    let (mut told, mut searched) = (0, 0);
    while let Some((at, sign)) = next_sign(written, searched) {
        searched = at + sign;
        let (before, after) = (&written[told..at], &written[searched..]);
        let (own, domain) = (local_part(before), domain(after));
        if own > 0 && domain > 0 {
            out.push_str(&before[..before.len() - own]);
            out.push_str(&text(language, "open-data-address-left-out", &[]));
            searched += domain;
            told = searched;
        }
    }
    out.push_str(&written[told..]);
    out
}

/// The first at sign from a place on: where it stands and how long it is.
fn next_sign(within: &str, from: usize) -> Option<(usize, usize)> {
    let mut begins = within[from..].match_indices(['@', '\\', '%', '&', '＠', '﹫']);
    begins.find_map(|(place, _)| {
        let at = from + place;
        let sign = AT.into_iter().find(|sign| within[at..].starts_with(sign))?;
        Some((at, sign.len()))
    })
}

/// How much at the end of a text is the part of an address before its sign (RFC 5321 § 4.1.2), with the word that makes a
/// link of it.
fn local_part(before: &str) -> usize {
    let start = before.char_indices().rev().take(LONGEST).last();
    let before = &before[start.map_or(0, |(start, _)| start)..];
    let own = match before.strip_suffix('"') {
        // A quoted one begins on the same line.
        Some(quoted) => quoted
            .rfind(['"', '\n'])
            .filter(|start| quoted[*start..].starts_with('"'))
            .map_or(0, |start| before.len() - start),
        None => {
            let start = before.trim_end_matches(is_of_local_part);
            // What makes a word bold, a quotation or code stands before the address and not in it.
            let own = before[start.len()..].trim_start_matches(['*', '_', '`', '\'', '\\']);
            own.len()
        }
    };
    if own == 0 {
        return 0;
    }
    let link = "mailto:";
    let front = &before[..before.len() - own];
    let start = front.len().saturating_sub(link.len());
    let end = front.get(start..).unwrap_or_default();
    if end.eq_ignore_ascii_case(link) {
        own + link.len()
    } else {
        own
    }
}

fn is_of_local_part(letter: char) -> bool {
    letter.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-\\".contains(letter)
}

/// How much at the beginning of a text is a domain, or the number of a computer in brackets.
fn domain(after: &str) -> usize {
    let end = after.char_indices().nth(LONGEST);
    let after = &after[..end.map_or(after.len(), |(end, _)| end)];
    if after.starts_with('[') {
        let end = after.find(|letter: char| letter == ']' || letter.is_whitespace());
        let end = end.filter(|end| after[*end..].starts_with(']'));
        return end.map_or(0, |end| end + 1);
    }
    let is_of_domain = |letter: char| letter.is_alphanumeric() || "-.\\".contains(letter);
    let end = after
        .find(|letter| !is_of_domain(letter))
        .unwrap_or(after.len());
    // A full stop or a dash behind it belongs to the sentence.
    after[..end].trim_end_matches(['.', '-', '\\']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::cases;
    use proptest::prelude::*;

    const OUT: &str = "[e-postadresse utelatt]";

    fn nb(written: &str) -> String {
        left_out(written, Language::NB).replace(OUT, "OUT")
    }

    #[test]
    fn each_address_is_left_out_and_the_rest_stands() {
        for (written, told) in [
            ("Spør kari@example.no.", "Spør OUT."),
            ("a@b.no, c.d+e@f-g.no og h@i", "OUT, OUT og OUT"),
            ("Kåre Bø <kåre.bø@bærum.kommune.no>", "Kåre Bø <OUT>"),
            ("[Kari](mailto:kari@example.no)", "[Kari](OUT)"),
            ("[Kari](MAILTO:kari%40example.no)", "[Kari](OUT)"),
            ("**kari@example.no**", "**OUT**"),
            ("kari\\_n\\@example.no", "OUT"),
            ("kari&#64;example.no kari&commat;example.no", "OUT OUT"),
            ("\"kari n\"@example.no sa \"nei\"", "OUT sa \"nei\""),
            ("x@[127.0.0.1]: nei", "OUT: nei"),
            ("kari＠example.no", "OUT"),
            ("@kari\nser på det @ kl. 10", "@kari\nser på det @ kl. 10"),
            ("40 % av 5 & 6", "40 % av 5 & 6"),
            ("@", "@"),
            ("", ""),
        ] {
            assert_eq!(nb(written), told, "{written}");
        }
    }

    #[test]
    fn the_words_are_those_of_the_language() {
        let told = Language::OWN.map(|language| left_out("a@b.no", language));
        assert!(
            told.iter()
                .all(|one| !one.contains('@') && one.starts_with('['))
        );
        assert_ne!(told[0], told[2]);
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn no_address_stays_whatever_stands_around_it(before in "[ -~æøå\n]{0,20}", after in "[ -~æøå\n]{0,20}") {
            let told = left_out(&format!("{before} kari.n@example.no {after}"), Language::NB);
            prop_assert!(!told.contains("kari.n@example.no"), "{}", told);
        }

        #[test]
        fn any_text_is_read(written in any::<String>()) {
            let told = left_out(&written, Language::NN);
            prop_assert!(written.is_empty() || !told.is_empty());
        }
    }
}
