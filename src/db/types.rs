//! The column types that both engines store alike: ids, moments, words in several languages, and closed enums.
//!
//! Each borrows its text from itself, so that one `ToSql` serves SQLite, PostgreSQL and the connection over both.

use crate::i18n::Language;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{Text, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use uuid::Uuid;

/// The id of one kind of thing: a UUID version 7 (RFC 9562), so that ids sort by the time they were made.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Id<T: 'static> {
    text: [u8; 36],
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// A new id that sorts after those made before it.
    #[must_use]
    pub fn new() -> Self {
        Self::from(Uuid::now_v7())
    }

    /// The id as it stands in the database and in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).expect("a UUID is ASCII")
    }

    /// The same id said of another kind of thing; for the ledger and the audit log, which hold ids of every kind.
    #[must_use]
    pub fn cast<U>(self) -> Id<U> {
        Id {
            text: self.text,
            of: PhantomData,
        }
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        let mut text = [0; 36];
        uuid.hyphenated().encode_lower(&mut text);
        Self {
            text,
            of: PhantomData,
        }
    }
}

/// The text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Uuid::try_parse(text)
            .map(Self::from)
            .map_err(|_error| NotAnId)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
impl<T, DB: Backend> ToSql<Text, DB> for Id<T>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.as_str().to_sql(out)
    }
}
impl<T, DB: Backend> FromSql<Text, DB> for Id<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(String::from_sql(bytes)?.parse()?)
    }
}

/// A moment in UTC, cut to microseconds: what both engines give back as it was put in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// The moment as chrono's UTC time.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Self {
        let cut = DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at);
        Self(cut.naive_utc())
    }
}
impl std::ops::Add<Duration> for Moment {
    type Output = Self;
    fn add(self, duration: Duration) -> Self {
        Self(self.0 + duration)
    }
}
impl std::ops::Sub<Duration> for Moment {
    type Output = Self;
    fn sub(self, duration: Duration) -> Self {
        Self(self.0 - duration)
    }
}
impl std::ops::Sub for Moment {
    type Output = Duration;
    fn sub(self, earlier: Self) -> Duration {
        self.0 - earlier.0
    }
}
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            &self
                .utc()
                .to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
        )
    }
}
impl fmt::Debug for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::<Utc>::deserialize(deserializer).map(Self::from)
    }
}
impl<DB: Backend> ToSql<Timestamp, DB> for Moment
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}
impl<DB: Backend> FromSql<Timestamp, DB> for Moment
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::from(NaiveDateTime::from_sql(bytes)?.and_utc()))
    }
}

/// Words in several languages, by language tag (BCP 47): the one type for every localised column.
#[derive(Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Words {
    by_language: BTreeMap<String, String>,
    json: String,
}

impl Words {
    /// Words from pairs of language tag and text; empty texts are left out.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let by_language = pairs
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(language, text)| (language.to_owned(), text.trim().to_owned()))
            .collect();
        Self::from_map(by_language)
    }

    fn from_map(by_language: BTreeMap<String, String>) -> Self {
        let json = serde_json::to_string(&by_language).expect("a map of texts is JSON");
        Self { by_language, json }
    }

    /// The words in this language, else in the first of the product's languages that has any, so that the written forms
    /// of Norwegian stand in for each other before English does; else in any; else "".
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let ours = Language::OWN.iter().map(|other| other.tag());
        std::iter::once(language)
            .chain(ours)
            .find_map(|tag| self.exactly(tag))
            .or_else(|| self.by_language.values().next().map(String::as_str))
            .unwrap_or("")
    }

    /// The words in this language and no other.
    #[must_use]
    pub fn exactly(&self, language: &str) -> Option<&str> {
        self.by_language.get(language).map(String::as_str)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_language.is_empty()
    }

    /// As they are stored: a JSON object of texts by language tag.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.json
    }

    /// The words in stored text, when it is such an object.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        let by_language = text
            .starts_with('{')
            .then(|| serde_json::from_str(text).ok())?;
        by_language.map(Self::from_map)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.json)
    }
}
impl Default for Words {
    fn default() -> Self {
        Self::from_map(BTreeMap::new())
    }
}
impl<DB: Backend> ToSql<Text, DB> for Words
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.json.as_str().to_sql(out)
    }
}
impl<DB: Backend> FromSql<Text, DB> for Words
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let json = String::from_sql(bytes)?;
        Ok(Self::from_map(serde_json::from_str(&json)?))
    }
}

/// The text is none of a closed enum's codes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not one of the known codes")]
pub struct UnknownCode(pub String);

/// Declares a closed enum that is stored as its code: states, audiences and roles. A test holds every CHECK to these.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code in the database, in addresses and in text keys.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::db::types::UnknownCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($code => Ok(Self::$variant),)+
                    other => Err($crate::db::types::UnknownCode(other.to_owned())),
                }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.code())
            }
        }
        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<diesel::sql_types::Text, DB>::to_sql(self.code(), out)
            }
        }
        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let code: String = diesel::deserialize::FromSql::<diesel::sql_types::Text, DB>::from_sql(bytes)?;
                Ok(code.parse()?)
            }
        }
    };
}
