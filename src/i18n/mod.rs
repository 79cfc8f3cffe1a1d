//! The languages people read: texts by Project Fluent, one file a slice and language under this folder.
//!
//! Bokmål and nynorsk are always complete (språklova § 14), and English too; a test fails on a missing or unused
//! key.

pub mod dates;
pub mod stems;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::LazyLock;

/// A language of the pages and mails, by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(&'static str);

impl Language {
    pub const NB: Self = Self("nb");
    pub const NN: Self = Self("nn");
    pub const EN: Self = Self("en");
    /// Every language, the first being the one for readers we know nothing about.
    pub const ALL: [Self; 3] = [Self::NB, Self::NN, Self::EN];

    /// The language with this tag; `no` is read as bokmål, a region after the tag is not looked at.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        let primary = if primary == "no" { "nb" } else { &primary };
        Self::ALL.into_iter().find(|language| language.0 == primary)
    }

    /// The first language of an `Accept-Language` header (RFC 9110 § 12.5.4) that we have, in the header's own order.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .find_map(|part| Self::from_tag(part.split(';').next()?.trim()))
    }

    #[must_use]
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// Its own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self.0 {
            "nn" => "Nynorsk",
            "en" => "English",
            _ => "Bokmål",
        }
    }

    /// The text key of what other languages call it.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self.0 {
            "nn" => "language-nn",
            "en" => "language-en",
            _ => "language-nb",
        }
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::from_tag(&tag).ok_or_else(|| D::Error::custom("not a language of ours"))
    }
}

/// A value put into a text: numbers choose the plural form, a date is written as each language writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Date(chrono::NaiveDate),
}

impl Value {
    /// As it stands in a text of this language.
    #[must_use]
    pub fn written(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => dates::date(language, *date),
        }
    }
}

impl From<chrono::NaiveDate> for Value {
    fn from(date: chrono::NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A text to be said later, in the language of whoever reads it: what rules and forms answer with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub key: &'static str,
    pub values: Vec<(&'static str, Value)>,
}

impl Said {
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            values: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    #[must_use]
    pub fn text(&self, language: Language) -> String {
        text(language, self.key, &self.values)
    }
}

/// The text with this key. A key nobody wrote shows as itself; the tests let no such key through.
#[must_use]
pub fn text(language: Language, key: &str, values: &[(&'static str, Value)]) -> String {
    let bundle = &BUNDLES
        .iter()
        .find(|(known, _)| *known == language)
        .expect("every language has a bundle")
        .1;
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut args = FluentArgs::new();
    for (name, value) in values {
        match value {
            Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
            Value::Number(number) => args.set(*name, FluentValue::from(*number)),
            Value::Date(date) => args.set(*name, FluentValue::from(dates::date(language, *date))),
        }
    }
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    said
}

/// Whether any text has this key, for codes that are data and may have no words of their own.
#[must_use]
pub fn has_text(key: &str) -> bool {
    BUNDLES[0].1.has_message(key)
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|language| (language, bundle(language)))
        .collect()
});

fn bundle(language: Language) -> Bundle {
    let tag = language.tag().parse().expect("our tags are language tags");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Isolation marks (U+2068) would stand in subjects and attributes; names in our texts are all left-to-right.
    bundle.set_use_isolating(false);
    for (of, source) in FILES {
        if *of == language.tag() {
            let resource = FluentResource::try_new((*source).to_owned())
                .expect("the texts are valid Fluent; a test reads each");
            bundle
                .add_resource(resource)
                .expect("no key is written twice; a test reads each");
        }
    }
    bundle
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(
            ("nb", include_str!(concat!("nb/", $name, ".ftl"))),
            ("nn", include_str!(concat!("nn/", $name, ".ftl"))),
            ("en", include_str!(concat!("en/", $name, ".ftl"))),
        )+]
    };
}

/// Every file of texts, with its language.
pub const FILES: &[(&str, &str)] = files![
    "web",
    "mail",
    "wording",
    "calendar",
    "people",
    "boards",
    "meetings",
    "notices",
    "replies",
    "cases",
    "papers",
    "dispatch",
    "packs",
    "anchoring",
    "files",
    "agenda",
    "minutes",
    "round",
    "actions",
    "decisions",
    "products",
    "payments",
    "composition",
    "search",
    "subscriptions",
    "public",
    "open-data",
    "import",
    "digest",
    "desk",
    "year"
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_the_reader_accepts_is_used() {
        assert_eq!(
            Language::accepted("se, nn-NO;q=0.9, nb;q=0.8"),
            Some(Language::NN)
        );
        assert_eq!(Language::accepted("no"), Some(Language::NB));
        assert_eq!(Language::accepted("de, fr"), None);
    }

    #[test]
    fn every_language_has_a_bundle_with_the_same_keys() {
        let keys = |language: Language| {
            let mut keys: Vec<String> = FILES
                .iter()
                .filter(|(of, _)| *of == language.tag())
                .flat_map(|(_, source)| source.lines())
                .filter_map(|line| line.split_once(" =").or_else(|| line.split_once('=')))
                .filter(|(key, _)| {
                    key.starts_with(|first: char| first.is_ascii_lowercase()) && !key.contains(' ')
                })
                .map(|(key, _)| key.to_owned())
                .collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(Language::NB), keys(Language::NN));
        assert_eq!(keys(Language::NB), keys(Language::EN));
        assert_eq!(BUNDLES.len(), 3);
    }
}
