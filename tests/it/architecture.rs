//! The one-way rule: the platform never imports a slice, a slice imports only slices above it, `rules.rs` stays
//! pure, `store` files are the only diesel of a slice and `pages` the only maud; and nobody but the clock asks the time.

use std::fs;
use std::path::{Path, PathBuf};
use styringsrad::audit::may_show_to_all;

/// The slices, in the order of `lib.rs`.
const SLICES: [&str; 16] = [
    "people",
    "boards",
    "meetings",
    "cases",
    "papers",
    "minutes",
    "councils",
    "related",
    "portfolio",
    "composition",
    "mandates",
    "annual_plan",
    "search",
    "public",
    "import",
    "desk",
];
const PLATFORM: [&str; 13] = [
    "audit", "calendar", "clock", "config", "db", "error", "files", "i18n", "jobs", "mail", "pdf",
    "secrets", "web",
];
const LONGEST_FILE: usize = 400;

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("the sources can be read") {
            let path = entry.expect("the sources can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((
                    path.clone(),
                    fs::read_to_string(&path).expect("the sources can be read"),
                ));
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new("src"), &mut found);
    assert!(found.len() > 20, "the sources are found");
    found
}

/// The top-level module a file belongs to.
fn home(path: &Path) -> String {
    let first = path
        .strip_prefix("src")
        .expect("the sources can be read")
        .components()
        .next()
        .expect("the sources can be read");
    first
        .as_os_str()
        .to_str()
        .expect("the sources can be read")
        .trim_end_matches(".rs")
        .to_owned()
}

/// The top-level modules a file names after `crate::`, outside comments.
fn imports(source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(list) = rest.strip_prefix('{') {
            let list = list.split("};").next().unwrap_or_default();
            found.extend(list.split(',').map(|part| {
                part.trim()
                    .split("::")
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            }));
        } else {
            found.push(
                rest.chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect(),
            );
        }
    }
    found
}

#[test]
fn the_platform_never_imports_a_slice_and_slices_only_look_up() {
    let place = |module: &str| SLICES.iter().position(|slice| *slice == module);
    for (path, source) in sources() {
        let home = home(&path);
        if ["app", "main", "lib", "demo"].contains(&home.as_str()) {
            continue;
        }
        for import in imports(&source) {
            match (place(&home), place(&import)) {
                (None, Some(_)) => panic!(
                    "{}: the platform imports the slice {import}",
                    path.display()
                ),
                (Some(own), Some(other)) => assert!(
                    other <= own,
                    "{}: {home} imports {import}, which stands below it",
                    path.display()
                ),
                _ => assert!(
                    import != "app" && import != "demo",
                    "{}: only main joins everything",
                    path.display()
                ),
            }
        }
    }
}

#[test]
fn every_module_is_platform_or_slice() {
    for (path, _) in sources() {
        let home = home(&path);
        let known = SLICES.contains(&home.as_str()) || PLATFORM.contains(&home.as_str());
        assert!(
            known || ["app", "main", "lib", "demo"].contains(&home.as_str()),
            "{} belongs nowhere",
            path.display()
        );
    }
}

#[test]
fn rules_are_pure() {
    for (path, source) in sources() {
        if path.file_stem().expect("the sources can be read") == "rules"
            || path.starts_with("src/calendar")
        {
            for impure in [
                "diesel::",
                "actix_web",
                "maud::",
                "crate::clock",
                "crate::db::Conn",
                "std::fs",
                "Utc::now",
            ] {
                assert!(!source.contains(impure), "{} uses {impure}", path.display());
            }
        }
    }
}

#[test]
fn diesel_and_maud_have_their_own_files() {
    for (path, source) in sources() {
        if !SLICES.contains(&home(&path).as_str()) {
            continue;
        }
        let text = path.to_str().expect("the sources can be read");
        assert!(
            text.contains("store") || !source.contains("diesel::"),
            "{text} uses diesel outside store"
        );
        assert!(
            text.contains("pages") || !source.contains("html! {"),
            "{text} draws outside pages"
        );
        assert!(
            !text.contains("pages") || !source.contains("db::Conn"),
            "{text} reads the database while drawing"
        );
    }
}

#[test]
fn only_the_clock_asks_the_time() {
    for (path, source) in sources() {
        if !path.ends_with("clock.rs") {
            for question in [
                "Utc::now",
                "Local::now",
                "SystemTime::now",
                "CURRENT_TIMESTAMP",
            ] {
                assert!(
                    !source.contains(question),
                    "{} asks {question}",
                    path.display()
                );
            }
        }
    }
}

/// What stands between `start` and the next quotation mark, wherever it stands.
fn quoted<'a>(source: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    source
        .split(start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

/// The kinds of objects that a file writes into the audit log: named there, by a constant, or with id and version.
fn audited(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next();
    let code = code.unwrap_or_default();
    let mut found: Vec<&str> = quoted(code, "OBJECT_KIND: &str = \"").collect();
    if code.contains("audit::record(") || code.contains(".records(") {
        found.extend(quoted(code, "object_kind: \""));
        let with_id = |kind: &&str| {
            let start = format!("(\"{kind}\", ");
            code.split(&start).skip(1).any(|rest| {
                let id = rest.split(", ").next().unwrap_or_default();
                id.ends_with(".as_str()")
            })
        };
        found.extend(quoted(code, "(\"").filter(with_id));
    }
    found.into_iter().map(str::to_owned).collect()
}

/// A new kind of object is decided on in `src/audit.rs`: a page that everyone may read must not be out of date (F42).
#[test]
fn every_audited_kind_shows_to_all_or_never() {
    let mut found = std::collections::BTreeSet::new();
    for (path, source) in sources() {
        for kind in audited(&source) {
            assert!(
                may_show_to_all(&kind).is_some(),
                "{} audits {kind}, of which src/audit.rs does not say whether it can show on a page for all",
                path.display()
            );
            found.insert(kind);
        }
    }
    for known in ["board", "colleague", "meeting", "minutes", "person", "seat"] {
        assert!(found.contains(known), "{known} is found");
    }
}

#[test]
fn files_are_short_enough_to_read() {
    for (path, source) in sources() {
        let code = source
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default();
        let lines = code
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with("//"))
            .count();
        assert!(
            lines <= LONGEST_FILE || path.ends_with("schema.rs"),
            "{} has {lines} lines of code",
            path.display()
        );
    }
}
