//! The content lines of a calendar file (RFC 5545 § 3.1): escaped, quoted, folded at 75 octets, ended with CRLF.

use std::fmt::Write;

/// An octet more than this, the line's end not counted, goes on the next line.
const LONGEST: usize = 75;

/// The lines of a file as they are written. What is put in can neither end a line nor begin one.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// `BEGIN:NAME`, what is inside, `END:NAME`.
    pub(super) fn component(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("BEGIN:{name}"));
        inside(self);
        self.line(&format!("END:{name}"));
    }

    /// A property whose value needs no escape: a date, an address, a word of the standard.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.with(name, &[], value);
    }

    /// The same with parameters; each value is quoted where it must be.
    pub(super) fn with(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let mut line = name.to_owned();
        for (key, value) in parameters {
            // Writing to a text cannot fail.
            let _ = write!(line, ";{key}={}", parameter(value));
        }
        line.push(':');
        line.extend(value.chars().filter(|letter| !letter.is_control()));
        self.line(&line);
    }

    /// A property whose value people wrote; left out when they wrote nothing.
    pub(super) fn text(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        if !value.trim().is_empty() {
            self.with(name, parameters, &escape(value));
        }
    }

    fn line(&mut self, line: &str) {
        let mut room = LONGEST;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// TEXT (§ 3.3.11): backslash, semicolon, comma and line ends are escaped; other control characters do not exist.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.trim().replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A parameter's value (§ 3.2). No quotation mark can stand in one, and clients that know the escape of RFC 6868 are
/// few, so it becomes an apostrophe.
fn parameter(value: &str) -> String {
    let clean: String = value
        .chars()
        .filter(|letter| !letter.is_control())
        .map(|letter| if letter == '"' { '\'' } else { letter })
        .collect();
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "-_/+.".contains(letter);
    if clean.chars().all(is_word) {
        clean
    } else {
        format!("\"{clean}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::unfolded;
    use super::*;
    use crate::calendar::testing::cases;
    use proptest::prelude::*;

    fn one(name: &str, value: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, &[], value);
        lines.into_text()
    }

    #[test]
    fn f25_a_long_line_is_folded_at_75_octets_and_never_within_a_letter() {
        // “SUMMARY:” and 33 times “å” are 74 octets: the next “å” has no room.
        let text = one("SUMMARY", &"å".repeat(40));
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0].len(), 74);
        assert_eq!(lines[1], format!(" {}", "å".repeat(7)));
        assert_eq!(lines[2..], [""]);
        // Exactly 75 octets are one line.
        assert_eq!(one("SUMMARY", &"a".repeat(67)).lines().count(), 1);
        assert_eq!(one("SUMMARY", &"a".repeat(68)).lines().count(), 2);
    }

    #[test]
    fn what_people_wrote_is_escaped() {
        assert_eq!(
            one("SUMMARY", "a;b,c\\d\r\ne\u{7}\rf"),
            "SUMMARY:a\\;b\\,c\\\\d\\ne\\nf\r\n"
        );
        assert_eq!(one("SUMMARY", " \n"), "");
    }

    #[test]
    fn a_name_is_quoted_and_cannot_end_its_quotes() {
        assert_eq!(parameter("NEEDS-ACTION"), "NEEDS-ACTION");
        assert_eq!(parameter("Ås: a;b,\"c\"\r\nX:y"), "\"Ås: a;b,'c'X:y\"");
        assert_eq!(parameter("Kari Nordmann"), "\"Kari Nordmann\"");
    }

    proptest! {
        #![proptest_config(cases(512))]

        #[test]
        fn any_text_comes_back_from_lines_that_are_short_enough(text in "\\PC{0,300}", name in any::<String>()) {
            let mut lines = Lines::default();
            lines.text("DESCRIPTION", &[("ALTREP", &name)], &text);
            let written = lines.into_text();
            prop_assert!(written.is_empty() || written.ends_with("\r\n"));
            for line in written.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let expected = if text.trim().is_empty() { 0 } else { 1 };
            prop_assert_eq!(unfolded(&written).len(), expected);
            let back = written.replace("\r\n ", "");
            prop_assert!(back.trim_end_matches("\r\n").ends_with(&escape(&text)));
        }
    }
}
