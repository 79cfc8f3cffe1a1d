//! What comes along with text that is pasted from a word processor, a PDF or a chat: signs that nobody sees. Those that only
//! say where a line may break go; those that break a line do so; those that join a picture sign stay; the rest is refused.

use super::is_hidden;

/// Marks that only say where a line may break or a text begins: a soft hyphen, spaces without room, a mark of byte order.
const MARKS: [char; 4] = ['\u{00AD}', '\u{200B}', '\u{2060}', '\u{FEFF}'];
/// Breaks of a line, a paragraph or a page by other names.
const BREAKS: [char; 4] = ['\u{2028}', '\u{2029}', '\u{000B}', '\u{000C}'];
/// What joins several signs to one, as a family is made of people.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];

/// The text as it was meant, with one kind of line break.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !MARKS.contains(c));
    kept.map(|c| if BREAKS.contains(&c) { '\n' } else { c })
        .collect()
}

/// Whether a sign of such a text is one that nobody types on purpose.
pub fn is_refused(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\t') && !JOINERS.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_taken_as_it_was_meant() {
        assert_eq!(plain("\u{FEFF}sam\u{00AD}ar\u{200B}beid"), "samarbeid");
        assert_eq!(plain("a\r\nb\u{2028}c\u{000B}d"), "a\nb\nc\nd");
        let family = "👩\u{200D}👩\u{200D}👧";
        assert_eq!(plain(family), family);
        assert!(!family.chars().any(is_refused));
    }

    #[test]
    fn what_turns_or_ends_a_text_is_refused_still() {
        for hostile in ["\u{202E}", "\u{0}", "\u{2066}", "\u{0007}"] {
            assert!(plain(hostile).chars().any(is_refused), "{hostile:?}");
        }
    }
}
