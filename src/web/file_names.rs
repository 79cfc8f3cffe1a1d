//! What a file is called. A name that was sent is only shown and offered when the file is fetched; nothing is ever
//! stored under it.

use super::form::is_hidden;
use crate::files::Kind;

/// The longest name, in characters, and in bytes: file systems allow 255, and some programs put their own before them.
pub const LONGEST: usize = 80;
const LONGEST_IN_BYTES: usize = 240;
/// What Windows refuses in a name, besides control characters.
const REFUSED: &str = "<>:\"/\\|?*";

/// The name as it may be kept; none when nothing is left of it.
///
/// It has no folders, and no characters that are hidden, turn the direction of text, or are refused where the file may
/// land. It ends as files of its kind do.
#[must_use]
pub fn kept(sent: &str, kind: Kind) -> Option<String> {
    let own = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = own.chars().filter(|letter| may_stand(*letter)).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let whole = words.join(" ");
    let ending = format!(".{}", kind.suffix());
    // A long name ends with all its letters, and still as what it is.
    let stem = without_ending(&whole, kind);
    let mut short: String = stem.chars().take(LONGEST - ending.len()).collect();
    while short.len() + ending.len() > LONGEST_IN_BYTES {
        short.pop();
    }
    let short = short.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let is_something = short.chars().any(|letter| !is_joiner(letter));
    is_something.then(|| format!("{short}{ending}"))
}

/// The name without what its kind is written as; what another kind is written as stays in it.
fn without_ending(name: &str, kind: Kind) -> &str {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return name;
    };
    let ending = ending.to_lowercase();
    let is_own = ending == kind.suffix() || (kind == Kind::Jpeg && ending == "jpeg");
    if is_own { stem } else { name }
}

/// Emoji are often several characters with joiners between, so those stay; what turns the direction of text does not.
fn may_stand(letter: char) -> bool {
    is_joiner(letter) || (!is_hidden(letter) && !REFUSED.contains(letter) && letter != '\u{FFFD}')
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200D}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pdf(sent: &str) -> Option<String> {
        kept(sent, Kind::Pdf)
    }

    #[test]
    fn a_name_stays_as_it_was_written() {
        for name in [
            "Møteplan 2027.pdf",
            "Čáhci & søn.pdf",
            "📄 Årsrapport 👩‍💻.pdf",
            "v1.2 (endelig).pdf",
            "日本.pdf",
        ] {
            assert_eq!(pdf(name).as_deref(), Some(name));
        }
        assert_eq!(kept("bilde.JPEG", Kind::Jpeg).as_deref(), Some("bilde.jpg"));
    }

    #[test]
    fn folders_and_what_is_hidden_are_taken_away() {
        for (sent, name) in [
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("C:\\Users\\kari\\sak.pdf", "sak.pdf"),
            ("sak\0.pdf", "sak.pdf"),
            ("sak\r\nSet-Cookie: a.pdf", "sakSet-Cookie a.pdf"),
            ("sak\u{202E}fdp.exe", "sakfdp.exe.pdf"),
            ("\u{2066}sak\u{2069}.pdf", "sak.pdf"),
            ("\"sak\".pdf", "sak.pdf"),
            ("  sak   12 .pdf", "sak 12.pdf"),
            ("...sak.pdf", "sak.pdf"),
        ] {
            assert_eq!(pdf(sent).as_deref(), Some(name), "{sent:?}");
        }
    }

    #[test]
    fn a_name_ends_as_what_the_file_is() {
        assert_eq!(pdf("sak").as_deref(), Some("sak.pdf"));
        assert_eq!(pdf("sak.html").as_deref(), Some("sak.html.pdf"));
        assert_eq!(kept("sak.pdf", Kind::Word).as_deref(), Some("sak.pdf.docx"));
    }

    #[test]
    fn what_is_no_name_is_none() {
        for sent in [
            "",
            ".pdf",
            "..",
            "/",
            "\\",
            "\0",
            "\u{202E}.pdf",
            "\u{200D}.pdf",
            "   .pdf",
            "a/",
        ] {
            assert_eq!(pdf(sent), None, "{sent:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_sent_the_name_is_harmless(sent in "\\PC*|.*|[\\x00-\\x7f\u{202a}-\u{202e}./\\\\ ]{0,400}") {
            for kind in Kind::ALL {
                if let Some(name) = kept(&sent, kind) {
                    prop_assert!(name.chars().count() <= LONGEST && name.len() <= LONGEST_IN_BYTES);
                    prop_assert!(!name.contains(['/', '\\', '"', '\0', '\n', '\r']));
                    let is_harmless = |letter: char| is_joiner(letter) || !is_hidden(letter);
                    prop_assert!(name.chars().all(is_harmless));
                    prop_assert!(!name.starts_with('.'));
                    let ending = format!(".{}", kind.suffix());
                    prop_assert!(name.ends_with(&ending));
                    // Kept once more it is the same.
                    let again = kept(&name, kind);
                    prop_assert_eq!(again.as_deref(), Some(name.as_str()));
                }
            }
        }
    }
}
