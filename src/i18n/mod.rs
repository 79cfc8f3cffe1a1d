//! The languages people read: texts by Project Fluent, one file a slice and language under this folder.
//!
//! Bokmål and nynorsk are always complete (språklova § 14), and English too; a test fails on a missing or unused
//! key. Whoever runs the product may add others ([`added`]), which need not be complete.

pub mod added;
pub mod dates;
pub mod stems;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A language of the pages and mails, by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(&'static str);

impl Language {
    pub const NB: Self = Self("nb");
    pub const NN: Self = Self("nn");
    pub const EN: Self = Self("en");
    /// The languages that have every text, the first being the one for readers we know nothing about.
    pub const OWN: [Self; 3] = [Self::NB, Self::NN, Self::EN];

    /// Every language: our own, then those that were added.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        let added = added::all().iter().map(|it| it.language);
        Self::OWN.into_iter().chain(added)
    }

    /// The language with this tag; `no` is read as bokmål, a region after the tag is not looked at.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        let primary = if primary == "no" { "nb" } else { &primary };
        Self::all().find(|language| language.0 == primary)
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
            "nb" => "Bokmål",
            "nn" => "Nynorsk",
            "en" => "English",
            _ => added::find(self).map_or(self.0, |it| it.name),
        }
    }

    /// What another language calls it; one that was added has its own name only.
    #[must_use]
    pub fn name_in(self, language: Self) -> String {
        let key = match self {
            Self::NB => "language-nb",
            Self::NN => "language-nn",
            Self::EN => "language-en",
            _ => return self.own_name().to_owned(),
        };
        text(language, key, &[])
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

/// The text with this key. A key nobody wrote shows as itself; the tests let no such key through. A language that was added
/// and lacks the text lends it from one of ours.
#[must_use]
pub fn text(language: Language, key: &str, values: &[(&'static str, Value)]) -> String {
    let added = added::find(language);
    let said = added.and_then(|it| said_in(&it.bundle, language, key, values));
    let instead = added.map_or(language, |it| it.instead);
    let own = || {
        let (_, bundle) = BUNDLES.iter().find(|(known, _)| *known == instead)?;
        said_in(bundle, instead, key, values)
    };
    said.or_else(own).unwrap_or_else(|| key.to_owned())
}

/// The text as a bundle has it.
fn said_in(
    bundle: &Bundle,
    language: Language,
    key: &str,
    values: &[(&'static str, Value)],
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
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
    Some(said)
}

/// Whether any text has this key, for codes that are data and may have no words of their own.
#[must_use]
pub fn has_text(key: &str) -> bool {
    BUNDLES[0].1.has_message(key)
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    let own = |language: Language| {
        let files = FILES.iter().filter(move |(of, _)| *of == language.tag());
        let bundle = bundle_of(language.tag(), files.map(|(_, source)| *source));
        (
            language,
            bundle.expect("our texts are valid; a test reads each"),
        )
    };
    Language::OWN.into_iter().map(own).collect()
});

/// The values that each of our texts takes, by its key.
static VALUES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut values: HashMap<&str, Vec<&str>> = HashMap::new();
    let ours = FILES.iter().filter(|(of, _)| *of == Language::NB.tag());
    for (_, source) in ours {
        let mut key = "";
        for line in source.lines() {
            key = key_of(line).unwrap_or(key);
            let taken = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|letter: char| {
                    !letter.is_alphanumeric() && letter != '_' && letter != '-'
                });
                &rest[..end.unwrap_or(rest.len())]
            });
            values.entry(key).or_default().extend(taken);
        }
    }
    values
});

/// The key of a text that begins on this line of a file.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let is_key = key.starts_with(|first: char| first.is_ascii_lowercase()) && !key.contains(' ');
    is_key.then_some(key)
}

/// The keys of a file, in its order.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(key_of)
}

/// The texts of a language.
///
/// # Errors
/// Why a source is no Fluent, or which key stands twice.
fn bundle_of<'s>(tag: &str, sources: impl IntoIterator<Item = &'s str>) -> Result<Bundle, String> {
    let tag = tag.parse().map_err(|error| format!("{tag}: {error}"))?;
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Isolation marks (U+2068) would stand in subjects and attributes; names in our texts are all left-to-right.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
            let at = errors.first().map_or(0, |error| error.pos.start);
            let line = source.get(..at).unwrap_or_default().lines().last();
            format!("it is no Fluent at “{}”", line.unwrap_or_default())
        })?;
        bundle.add_resource(resource).map_err(|errors| {
            let first = errors.first().map(ToString::to_string);
            first.unwrap_or_default()
        })?;
    }
    Ok(bundle)
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
    "councils",
    "decisions",
    "products",
    "payments",
    "related",
    "measures",
    "composition",
    "mandates",
    "rotation",
    "annual-plan",
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
            let mut keys: Vec<&str> = FILES
                .iter()
                .filter(|(of, _)| *of == language.tag())
                .flat_map(|(_, source)| keys(source))
                .collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(Language::NB), keys(Language::NN));
        assert_eq!(keys(Language::NB), keys(Language::EN));
        assert_eq!(BUNDLES.len(), 3);
    }
}
