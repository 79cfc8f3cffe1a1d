//! Languages that are added to the product's own by whoever runs it: a folder with one file of texts a language.
//!
//! `sv.ftl` adds Swedish. It says what the language calls itself, its months and weekdays, and which of our languages stands
//! in for the texts that it lacks; every text is one of ours, under the same key. A file that cannot be used stops the start.

use super::{BUNDLES, Language, VALUES, bundle_of};
use fluent_bundle::FluentArgs;
use std::path::Path;
use std::sync::OnceLock;

/// A language that was added.
pub(super) struct Added {
    pub language: Language,
    /// Its own name for itself.
    pub name: &'static str,
    /// Whose texts are read where it has none.
    pub instead: Language,
    /// From January.
    pub months: [&'static str; 12],
    /// From Monday.
    pub weekdays: [&'static str; 7],
    pub bundle: super::Bundle,
}

static ADDED: OnceLock<Vec<Added>> = OnceLock::new();

/// The keys of a file that say what the language is, and are no texts of ours.
const ABOUT: [&str; 4] = [
    "language-name",
    "language-instead",
    "date-months",
    "date-weekdays",
];

pub(super) fn all() -> &'static [Added] {
    ADDED.get().map_or(&[], Vec::as_slice)
}

pub(super) fn find(language: Language) -> Option<&'static Added> {
    all().iter().find(|it| it.language == language)
}

/// Adds the languages of a folder, once, before any text is read.
///
/// # Errors
/// What is wrong with the first file that cannot be used, in words for whoever wrote it.
pub fn add(folder: &Path) -> Result<(), String> {
    let told = |error| {
        format!(
            "write a folder that can be read; {} cannot: {error}",
            folder.display()
        )
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.extension().is_some_and(|end| end == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    let mut added = Vec::new();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let told = |why: String| format!("{name}.ftl cannot be used: {why}");
        let source = std::fs::read_to_string(&path).map_err(|error| told(error.to_string()))?;
        added.push(read(&name, &source).map_err(told)?);
    }
    ADDED
        .set(added)
        .map_err(|_twice| "languages are added once".to_owned())
}

fn read(tag: &str, source: &str) -> Result<Added, String> {
    let is_tag = (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_tag || Language::from_tag(tag).is_some() {
        return Err(
            "its name is to be the tag of a language that the product lacks, such as sv".to_owned(),
        );
    }
    let bundle = bundle_of(tag, [source])?;
    let own = |key: &str| {
        let pattern = bundle.get_message(key).and_then(|it| it.value());
        let pattern = pattern.ok_or_else(|| format!("it lacks {key}"))?;
        Ok::<_, String>(
            bundle
                .format_pattern(pattern, None, &mut Vec::new())
                .into_owned(),
        )
    };
    let name = own("language-name")?;
    let instead = own("language-instead")?;
    let instead = Language::OWN.into_iter().find(|it| it.tag() == instead);
    let instead = instead.ok_or("language-instead is to be nb, nn or en")?;
    let months = names(&own("date-months")?)
        .ok_or("date-months is to be twelve names with commas between")?;
    let weekdays = names(&own("date-weekdays")?)
        .ok_or("date-weekdays is to be seven names with commas between")?;
    for key in super::keys(source).filter(|key| !ABOUT.contains(key)) {
        is_ours(&bundle, key)?;
    }
    Ok(Added {
        // There are as many as files, and they are read as long as the program runs.
        language: Language(Box::leak(tag.to_owned().into_boxed_str())),
        name: Box::leak(name.into_boxed_str()),
        instead,
        months,
        weekdays,
        bundle,
    })
}

/// That a text has the key of one of ours, and takes no value that ours does not.
fn is_ours(bundle: &super::Bundle, key: &str) -> Result<(), String> {
    let (_, own) = &BUNDLES[0];
    let pattern = |of: &'_ super::Bundle| of.get_message(key).and_then(|it| it.value()).map(|_| ());
    if pattern(own).is_none() {
        return Err(format!("the product has no text {key}"));
    }
    let Some(text) = bundle.get_message(key).and_then(|it| it.value()) else {
        return Err(format!("{key} is empty"));
    };
    // With the values that ours takes and no others, nothing may be missing.
    let mut args = FluentArgs::new();
    for name in VALUES.get(key).into_iter().flatten() {
        args.set(*name, 1);
    }
    let mut errors = Vec::new();
    bundle.format_pattern(text, Some(&args), &mut errors);
    if errors.is_empty() {
        Ok(())
    } else {
        Err(format!("{key} takes another value than ours"))
    }
}

fn names<const N: usize>(list: &str) -> Option<[&'static str; N]> {
    let names: Vec<&'static str> = list
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| &*Box::leak(name.to_owned().into_boxed_str()))
        .collect();
    names.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT_IT: &str = "language-name = Svenska\nlanguage-instead = nb\n\
        date-months = januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december\n\
        date-weekdays = måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag\n";

    fn told(tag: &str, rest: &str) -> String {
        let read = read(tag, &format!("{ABOUT_IT}{rest}"));
        read.err().unwrap_or_default()
    }

    #[test]
    fn a_file_says_what_its_language_is_and_has_some_of_our_texts() {
        assert_eq!(told("sv", "sign-out = Logga ut\n"), "");
        assert_eq!(told("sv", "me-draft = Utkast { $day } { $until }\n"), "");
        let read = read("sv", ABOUT_IT);
        let Ok(added) = read else {
            panic!("it can be used");
        };
        assert_eq!(
            (added.name, added.months[4], added.weekdays[5]),
            ("Svenska", "maj", "lördag")
        );
        assert_eq!(added.instead, Language::NB);
    }

    #[test]
    fn what_cannot_be_used_is_told_by_its_key() {
        for (tag, rest, why) in [
            ("sv", "no-such-text = Hej\n", "no-such-text"),
            ("sv", "me-draft = Utkast { $who }\n", "me-draft"),
            ("sv", "sign-out = Logga { \n", "sign-out"),
            ("nb", "", "tag"),
            ("../x", "", "tag"),
        ] {
            assert!(told(tag, rest).contains(why), "{rest}: {}", told(tag, rest));
        }
        let short = ABOUT_IT.replace("januari, ", "");
        assert!(
            read("sv", &short)
                .err()
                .is_some_and(|why| why.contains("date-months"))
        );
        let lost = ABOUT_IT.replace("language-instead = nb", "language-instead = da");
        assert!(
            read("sv", &lost)
                .err()
                .is_some_and(|why| why.contains("language-instead"))
        );
    }
}
