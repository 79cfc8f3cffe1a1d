//! Finds national identity numbers in text: fødselsnummer and D-nummer.
//!
//! They must be right by date and by both check digits (folkeregisterforskriften chapter 2). What fails either is another number of eleven digits, such as an
//! account number, and is left alone: a guard that cries at everything is switched off. One account number in a
//! hundred or so is right as both, and is found.
//!
//! Numbers for tests, with 40 or 80 added to the month, are found too: in a paper of a board they are as misplaced.
//! Not found: numbers given out by the rules that hold from 2032, whose first check digit may be one of four; numbers of
//! the health service's own; and numbers broken over two lines or written with words between.

/// A number that was found, by where it stands; the number itself is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The first byte of it in the text.
    pub at: usize,
    /// How many bytes it takes, with what may part date and number.
    pub length: usize,
}

/// Every identity number in a text, in order. Digits that touch other digits are part of something longer; letters may
/// touch, because text out of a PDF often has lost its spaces.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(length) = number_at(bytes, at) {
            found.push(Found { at, length });
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// The words around a number, with its digits hidden, so that whoever reads finds the place and learns nothing.
#[must_use]
pub fn around(text: &str, found: Found) -> String {
    const WORDS: usize = 4;
    let (before, rest) = text.split_at(found.at);
    let after = &rest[found.length..];
    let mut last: Vec<&str> = before.split_whitespace().rev().take(WORDS).collect();
    last.reverse();
    let next: Vec<&str> = after.split_whitespace().take(WORDS).collect();
    let hidden = "•".repeat(11);
    let words = [last.join(" "), hidden, next.join(" ")];
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    hide(&words.join(" "))
}

/// The same text with every other number hidden as well: two may stand side by side.
fn hide(text: &str) -> String {
    let mut shown = text.to_owned();
    for found in find(text).into_iter().rev() {
        shown.replace_range(found.at..found.at + found.length, &"•".repeat(11));
    }
    shown
}

/// How many bytes the identity number that begins here takes.
fn number_at(bytes: &[u8], at: usize) -> Option<usize> {
    let is_part = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
    if at > 0 && is_part(bytes.get(at - 1)) {
        return None;
    }
    let (mut digits, mut next, mut parted) = ([0_u8; 11], at, false);
    for (place, into) in digits.iter_mut().enumerate() {
        // Between the date and the personal number people write one space, dot or hyphen, or a no-break space.
        if place == 6 && !parted {
            let gap = match bytes.get(next..) {
                Some([b' ' | b'.' | b'-', ..]) => 1,
                Some([0xC2, 0xA0, ..]) => 2,
                // U+202F, narrow and without a break; U+2013, which Word makes of a hyphen.
                Some([0xE2, 0x80, 0xAF | 0x93, ..]) => 3,
                _ => 0,
            };
            next += gap;
            parted = gap > 0;
        }
        let digit = bytes.get(next).filter(|byte| byte.is_ascii_digit())?;
        *into = digit - b'0';
        next += 1;
    }
    let is_whole = !is_part(bytes.get(next));
    (is_whole && has_a_date(&digits) && has_check_digits(&digits)).then_some(next - at)
}

/// Whether it begins with a day and a month; D-numbers add 40 to the day, numbers for tests 40 or 80 to the month.
fn has_a_date(digits: &[u8; 11]) -> bool {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let day = match pair(0) {
        day @ 41..=71 => day - 40,
        day => day,
    };
    let month = match pair(2) {
        month @ 41..=52 => month - 40,
        month @ 81..=92 => month - 80,
        month => month,
    };
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn has_check_digits(digits: &[u8; 11]) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum = |weights: &[u32]| {
        let products = weights
            .iter()
            .zip(digits)
            .map(|(weight, digit)| weight * u32::from(*digit));
        products.sum::<u32>()
    };
    sum(&FIRST) % 11 == 0 && sum(&SECOND) % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever stands around it, it is found once and never shown.
        #[test]
        fn a_number_is_found_in_any_text(before in "\\PC{0,60}", after in "\\PC{0,60}", day in 1..29, month in 1..13) {
            let number = some(&format!("{day:02}{month:02}85"));
            let text = format!("{before} {number}, {after}");
            let found: Vec<Found> = find(&text)
                .into_iter()
                .filter(|found| found.at == before.len() + 1)
                .collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert!(!around(&text, found[0]).contains(&number));
        }

        #[test]
        fn any_text_is_read_to_its_end(text in "(\\PC|[0-9 .-]){0,200}") {
            for found in find(&text) {
                prop_assert!(text.is_char_boundary(found.at));
                prop_assert!(text.is_char_boundary(found.at + found.length));
                let digits = text[found.at..found.at + found.length].bytes().filter(u8::is_ascii_digit);
                prop_assert_eq!(digits.count(), 11);
            }
        }
    }

    /// A made-up number with this date and these three digits, where the check digits allow one.
    fn made(start: &str) -> Option<String> {
        let digits: Vec<u32> = start.bytes().map(|byte| u32::from(byte - b'0')).collect();
        let control = |weights: &[u32], digits: &[u32]| {
            let sum: u32 = weights
                .iter()
                .zip(digits)
                .map(|(weight, digit)| weight * digit)
                .sum();
            Some((11 - sum % 11) % 11).filter(|digit| *digit < 10)
        };
        let first = control(&[3, 7, 6, 1, 8, 9, 4, 5, 2], &digits)?;
        let with: Vec<u32> = digits.iter().copied().chain([first]).collect();
        let second = control(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], &with)?;
        Some(format!("{start}{first}{second}"))
    }

    fn some(date: &str) -> String {
        let found = (0..1000).find_map(|number| made(&format!("{date}{number:03}")));
        found.expect("one of a thousand has check digits")
    }

    fn places(text: &str) -> Vec<(usize, usize)> {
        find(text)
            .iter()
            .map(|found| (found.at, found.length))
            .collect()
    }

    #[test]
    fn a_number_that_is_right_is_found_where_it_stands() {
        let number = some("010190");
        assert_eq!(places(&format!("Nr. {number}, ja")), [(4, 11)]);
        assert_eq!(places(&number), [(0, 11)]);
    }

    #[test]
    fn a_space_a_dot_or_a_hyphen_may_part_date_and_number() {
        let number = some("311299");
        let gaps = [
            (" ", 1),
            (".", 1),
            ("-", 1),
            ("\u{a0}", 2),
            ("\u{202f}", 3),
            ("–", 3),
        ];
        for (gap, bytes) in gaps {
            let text = format!("{}{gap}{}", &number[..6], &number[6..]);
            assert_eq!(places(&text), [(0, 11 + bytes)], "{text}");
        }
        assert!(
            find(&format!(
                "{} {} {}",
                &number[..2],
                &number[2..6],
                &number[6..]
            ))
            .is_empty()
        );
    }

    #[test]
    fn d_numbers_and_numbers_for_tests_are_found() {
        for date in ["410190", "014190", "018190", "718190"] {
            assert_eq!(find(&some(date)).len(), 1, "{date}");
        }
    }

    #[test]
    fn a_wrong_digit_or_a_date_that_does_not_exist_is_another_number() {
        let number = some("150685");
        for place in 0..11 {
            let mut other: Vec<u8> = number.bytes().collect();
            other[place] = b'0' + (other[place] - b'0' + 1) % 10;
            let other = String::from_utf8(other).expect("digits");
            assert!(find(&other).is_empty(), "{other}");
        }
        for date in ["310690", "300290", "001290", "011390", "320190"] {
            for number in (0..1000).filter_map(|number| made(&format!("{date}{number:03}"))) {
                assert!(find(&number).is_empty(), "{number}");
            }
        }
    }

    #[test]
    fn part_of_something_longer_is_no_number() {
        let number = some("010190");
        for text in [format!("1{number}"), format!("{number}0")] {
            assert!(find(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn letters_may_touch_because_a_pdf_loses_its_spaces() {
        let number = some("010190");
        for text in [format!("fødselsnummer{number}og"), format!("på{number}æ")] {
            assert_eq!(find(&text).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_place_is_named_and_the_number_is_not() {
        let (one, other) = (some("010190"), some("020290"));
        let text = format!("Søkeren har fødselsnummer {one} og ektefellen {other} fra før av");
        let found = find(&text);
        assert_eq!(found.len(), 2);
        let words = around(&text, found[0]);
        assert_eq!(
            words,
            "Søkeren har fødselsnummer ••••••••••• og ektefellen ••••••••••• fra"
        );
    }

    #[test]
    fn every_text_is_read_to_its_end() {
        for text in [
            "",
            "æøå",
            "010190",
            "01019012345",
            "•",
            "010190 ",
            "010190.12345",
            "\u{a0}01",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
