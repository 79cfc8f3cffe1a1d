//! How a long list is read page by page: pure functions.

use crate::db::ids::RowId;
use crate::db::types::Moment;
use chrono::DateTime;

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
