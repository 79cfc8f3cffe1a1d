//! What stands in a question's query, read strictly: what is not known, stands twice or is of another kind is told.

use super::rules::{Key, Part, is_id};
use crate::db::types::{Id, Moment};
use actix_web::web::Query;
use chrono::{DateTime, NaiveDate};
use std::collections::BTreeMap;

/// As many as a page has where nothing is said.
const USUAL: usize = 50;
/// As many as a page may have.
const MOST: usize = 100;
/// As long as a code may be.
const LONGEST_CODE: usize = 100;

/// What is wrong with a parameter, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

fn wrong<T>(name: &str, advice: &str) -> Result<T, Wrong> {
    Err(Wrong(format!("{name}: {advice}")))
}

/// The parameters of a query, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// Reads a query of which these parameters are known.
    ///
    /// # Errors
    /// What is wrong.
    pub fn read(query: &str, known: &[&str]) -> Result<Self, Wrong> {
        let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::from_query(query) else {
            return wrong("query", "write name=value, with & between");
        };
        let mut found = BTreeMap::new();
        for (name, value) in pairs {
            if !known.contains(&name.as_str()) {
                let advice = match known {
                    [] => "it is not known; there are no parameters here".to_owned(),
                    known => format!("it is not known; the parameters are {}", known.join(", ")),
                };
                return wrong(&name, &advice);
            }
            if found.insert(name.clone(), value).is_some() {
                return wrong(&name, "write it once");
            }
        }
        Ok(Self(found))
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// An id.
    ///
    /// # Errors
    /// When it is none.
    pub fn id<T>(&self, name: &str) -> Result<Option<Id<T>>, Wrong> {
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        match value.parse() {
            Ok(id) if is_id(value) => Ok(Some(id)),
            _ => wrong(name, "write an id (a UUID)"),
        }
    }

    /// The first and the last day of a year.
    ///
    /// # Errors
    /// When it is no year.
    pub fn year(&self, name: &str) -> Result<Option<(NaiveDate, NaiveDate)>, Wrong> {
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        let year = number(value).filter(|year| (1000..=9999).contains(year));
        let day = |month, day| NaiveDate::from_ymd_opt(i32::try_from(year?).ok()?, month, day);
        match day(1, 1).zip(day(12, 31)) {
            Some(days) => Ok(Some(days)),
            None => wrong(name, "write a year with four digits"),
        }
    }

    /// A code of a list.
    ///
    /// # Errors
    /// When it cannot be one.
    pub fn code(&self, name: &str) -> Result<Option<String>, Wrong> {
        let may_stand = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        match self.value(name) {
            None => Ok(None),
            Some(code)
                if !code.is_empty()
                    && code.len() <= LONGEST_CODE
                    && code.bytes().all(may_stand) =>
            {
                Ok(Some(code.to_owned()))
            }
            Some(_) => wrong(name, "write a code of letters from a to z, digits, - and _"),
        }
    }

    /// A moment.
    ///
    /// # Errors
    /// When it is none.
    pub fn moment(&self, name: &str) -> Result<Option<Moment>, Wrong> {
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        match DateTime::parse_from_rfc3339(value) {
            Ok(at) => Ok(Some(Moment::from(at.to_utc()))),
            Err(_) => wrong(
                name,
                "write a date and time as in RFC 3339, such as 2026-11-22T08:00:00Z; a + of a zone is written %2B",
            ),
        }
    }

    /// What part of a list is asked for; `since` names the parameter for what became another since a moment.
    ///
    /// # Errors
    /// When one of its parameters is wrong.
    pub fn part(&self, since: &str) -> Result<Part, Wrong> {
        let limit = match self.value("limit") {
            None => USUAL,
            Some(value) => match number(value).filter(|limit| (1..=MOST).contains(limit)) {
                Some(limit) => limit,
                None => return wrong("limit", "write a whole number from 1 to 100"),
            },
        };
        let after = match self.value("after") {
            None => None,
            Some(cursor) => match Key::of_cursor(cursor) {
                Some(key) => Some(key),
                None => return wrong("after", "write the cursor that a page before gave"),
            },
        };
        Ok(Part {
            since: self.moment(since)?,
            after,
            limit,
        })
    }

    /// The same question for the page that follows.
    #[must_use]
    pub fn following(&self, after: Key) -> String {
        let mut next = self.0.clone();
        next.insert("after".to_owned(), after.cursor());
        let pairs: Vec<String> = (next.iter())
            .map(|(name, value)| format!("{name}={}", crate::web::paths::escape(value)))
            .collect();
        pairs.join("&")
    }
}

/// A whole number, of digits alone and without zeros before it.
fn number(value: &str) -> Option<usize> {
    let is_plain = value.bytes().all(|byte| byte.is_ascii_digit()) && !value.starts_with('0');
    is_plain.then(|| value.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::BoardId;

    fn read(query: &str) -> Parameters {
        let known = [
            "board",
            "year",
            "outcome",
            "changed_since",
            "limit",
            "after",
        ];
        Parameters::read(query, &known).unwrap()
    }

    #[test]
    fn a_parameter_that_is_not_known_or_stands_twice_is_told() {
        assert!(Parameters::read("baord=1", &["board"]).is_err());
        assert!(Parameters::read("board=1&board=2", &["board"]).is_err());
        assert!(Parameters::read("", &[]).is_ok());
    }

    #[test]
    fn what_is_of_another_kind_is_told() {
        let id = BoardId::new();
        assert_eq!(read(&format!("board={id}")).id("board"), Ok(Some(id)));
        for wrong in [
            "",
            "1",
            "{0192f0c4-0000-7000-8000-000000000000}",
            "0192f0c4000070008000000000000000",
        ] {
            assert!(
                read(&format!("board={wrong}")).id::<()>("board").is_err(),
                "{wrong}"
            );
        }
        assert!(read("year=2026").year("year").unwrap().is_some());
        for wrong in ["", "26", "+2026", "20260", "02026", "null", "2026.0"] {
            assert!(
                read(&format!("year={wrong}")).year("year").is_err(),
                "{wrong}"
            );
        }
        for wrong in ["", "0", "101", "-1", "1e1", "%201", "01"] {
            assert!(
                read(&format!("limit={wrong}"))
                    .part("changed_since")
                    .is_err(),
                "{wrong}"
            );
        }
        for wrong in ["", "a%00", "a%20b", "%C3%A5"] {
            assert!(
                read(&format!("outcome={wrong}")).code("outcome").is_err(),
                "{wrong}"
            );
        }
        assert!(
            read("changed_since=2026-11-22")
                .moment("changed_since")
                .is_err()
        );
        let at = read("changed_since=2026-11-22T09:00:00%2B01:00").moment("changed_since");
        assert_eq!(at.unwrap().unwrap().to_string(), "2026-11-22T08:00:00Z");
    }

    #[test]
    fn the_following_page_keeps_the_question() {
        let asked = read("year=2026&limit=2");
        let key = Key::of_cursor("1795000000000000.0192f0c4-0000-7000-8000-000000000000").unwrap();
        assert_eq!(
            asked.following(key),
            "after=1795000000000000.0192f0c4-0000-7000-8000-000000000000&limit=2&year=2026"
        );
    }
}
