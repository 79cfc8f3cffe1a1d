//! How a long list is read page by page, and by which code something is withheld: pure functions.

use super::schema::{Withheld, WithheldCode};
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::minutes::told::ToldItem;
use crate::minutes::told::cut::Shown;
use chrono::DateTime;

/// Why an item of the minutes, as it was cut for everyone, tells no more; none where it is open.
///
/// `opens` is when it does so by itself. The provision is the one that it was found exempt by, under offentleglova § 13 and on.
#[must_use]
pub fn withheld(cut: &ToldItem, shown: &Shown, opens: Option<Moment>) -> Option<Withheld> {
    let text = cut.withheld.clone()?;
    let code = if shown.is_exempt {
        WithheldCode::Exempt
    } else if opens.is_some() {
        WithheldCode::Deferred
    } else {
        WithheldCode::NotPublic
    };
    let paragraph = shown.basis.clone().filter(|_| shown.is_exempt);
    Some(Withheld {
        code,
        provision: paragraph
            .as_deref()
            .map(code_of)
            .filter(|code| !code.is_empty()),
        paragraph,
        opens_at: opens.map(|at| at.to_string()),
        text,
    })
}

/// Whether everyone is told no title of an item, but words in its place.
#[must_use]
pub fn is_title_withheld(cut: &ToldItem, whole: &ToldItem, shown: &Shown) -> bool {
    match whole.case {
        Some(_) => shown.title_exempt || whole.public_title.is_none(),
        None => cut.withheld.is_some(),
    }
}

/// “offl. § 23 første ledd” as `offl-23-forste-ledd`: what is no letter of ASCII and no digit parts the words.
fn code_of(reference: &str) -> String {
    let lower = reference.to_lowercase();
    let plain = lower.replace('æ', "ae").replace(['ø', 'ö'], "o");
    let plain = plain.replace(['å', 'ä'], "a").replace('é', "e");
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Where something stands in a list: when it last became another, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub at: Moment,
    pub id: RowId,
}

impl Key {
    /// As a cursor in an address.
    #[must_use]
    pub fn cursor(self) -> String {
        format!("{}.{}", self.at.utc().timestamp_micros(), self.id)
    }

    /// The key that a cursor was made of.
    #[must_use]
    pub fn of_cursor(cursor: &str) -> Option<Self> {
        let (micros, id) = cursor.split_once('.')?;
        if !micros.bytes().all(|digit| digit.is_ascii_digit()) || micros.len() > 16 {
            return None;
        }
        let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        Some(Self {
            at: at.into(),
            id: is_id(id).then(|| id.parse().ok())??,
        })
    }
}

/// Whether it is an id as we write them; other spellings of a UUID are none.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() == 36
}

/// What part of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Only what became another then or later.
    pub since: Option<Moment>,
    /// Only what stands behind this.
    pub after: Option<Key>,
    pub limit: usize,
}

/// The keys of one page, in order, and the last of them where more follow.
#[must_use]
pub fn page(mut keys: Vec<Key>, of: Part) -> (Vec<Key>, Option<Key>) {
    keys.retain(|key| of.since.is_none_or(|since| key.at >= since));
    keys.retain(|key| of.after.is_none_or(|after| *key > after));
    keys.sort_unstable();
    let is_last = keys.len() <= of.limit;
    keys.truncate(of.limit);
    let next = keys.last().copied().filter(|_| !is_last);
    (keys, next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::cases;
    use proptest::prelude::*;

    fn key(seconds: i64) -> Key {
        let at = DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap();
        Key {
            at: at.into(),
            id: RowId::new(),
        }
    }

    #[test]
    fn a_provision_has_a_code_of_plain_letters() {
        for (reference, code) in [
            ("offl. § 13", "offl-13"),
            ("offl. § 23 første ledd", "offl-23-forste-ledd"),
            ("OSL 18 kap. 1 §", "osl-18-kap-1"),
            ("§", ""),
        ] {
            assert_eq!(code_of(reference), code);
        }
    }

    #[test]
    fn a_cursor_leads_back_to_its_key() {
        let key = key(1);
        assert_eq!(Key::of_cursor(&key.cursor()), Some(key));
        for wrong in [
            "",
            ".",
            "1",
            "1.2",
            "-1.0192f0c4-0000-7000-8000-000000000000",
            "x",
        ] {
            assert_eq!(Key::of_cursor(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn from_page_to_page_each_comes_once(seconds in prop::collection::vec(0_i64..9, 0..60), limit in 1_usize..20) {
            let all: Vec<Key> = seconds.into_iter().map(key).collect();
            let (mut read, mut after) = (Vec::new(), None);
            loop {
                let part = Part { since: None, after, limit };
                let (keys, next) = page(all.clone(), part);
                read.extend(keys);
                match next {
                    Some(next) => after = Key::of_cursor(&next.cursor()),
                    None => break,
                }
            }
            let mut sorted = all;
            sorted.sort();
            prop_assert_eq!(read, sorted);
        }
    }
}
