//! Makes the changes of products whole: each change is one write with its entry in the log.
//!
//! A change begins from the version of the product that was shown, whatever of it is changed, and what a rule refuses changes
//! nothing.

use super::rules;
use super::store::{self, MOST_LINES, MOST_PRODUCTS, write};
use super::{Facts, PHASES, Phase, Product, Strategy};
use crate::audit::{self, Actor, Change, Entry};
use crate::cases::Case;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{ProductGroupId, ProductId, RowId};
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::people::{Refusal, store as people, today};
use std::collections::BTreeSet;

/// Which product is changed, and the version of it that the form was filled from.
pub type From = (ProductId, i64);

/// Where it is said that a name is taken.
fn name_taken(language: Language) -> Refusal {
    let field = match language.tag() {
        "nn" => "name-nn",
        "en" => "name-en",
        _ => "name-nb",
    };
    (field, Said::new("product-name-taken"))
}

fn too_many() -> Error {
    Error::Refused(Said::new("product-too-many"))
}

/// Adds a group.
///
/// # Errors
/// When the database fails.
pub fn add_group(
    conn: &mut Conn,
    (name, position): (&Words, i64),
    by: By,
) -> Result<Result<ProductGroupId, Refusal>> {
    let groups = store::groups(conn)?;
    if let Some(language) = rules::taken(name, groups.iter().map(|group| &group.name)) {
        return Ok(Err(name_taken(language)));
    }
    if groups.len() >= MOST_LINES {
        return Err(too_many());
    }
    let id = ProductGroupId::new();
    write::add_group(conn, id, (name, position))?;
    let changes = vec![Change::of_words("product-called", &Words::default(), name)];
    record_group(conn, (id, 1), "product-group-added", changes, by)?;
    Ok(Ok(id))
}

/// Changes the name and the place of a group from the version that was shown.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change_group(
    conn: &mut Conn,
    (id, version): (ProductGroupId, i64),
    (name, position): (&Words, i64),
    by: By,
) -> Result<Result<(), Refusal>> {
    let before = store::group(conn, id)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let all = store::groups(conn)?;
    let others = all.iter().filter(|group| group.id != id);
    if let Some(language) = rules::taken(name, others.map(|group| &group.name)) {
        return Ok(Err(name_taken(language)));
    }
    write::put_group(conn, (id, version), (name, position))?;
    let changes = vec![
        Change::of_words("product-called", &before.name, name),
        Change::of("product-position", &before.position, &position),
    ];
    record_group(
        conn,
        (id, version + 1),
        "product-group-changed",
        changes,
        by,
    )?;
    Ok(Ok(()))
}

/// Takes a group out that was made by mistake: one that holds no product.
///
/// # Errors
/// `Refused` where it holds one, `Stale`, `NotFound`, or when the database fails.
pub fn remove_group(conn: &mut Conn, (id, version): (ProductGroupId, i64), by: By) -> Result<()> {
    let before = store::group(conn, id)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    if store::holds_any(conn, id)? {
        return Err(Error::Refused(Said::new("product-group-holds")));
    }
    write::remove_group(conn, id)?;
    let gone = Change::of_words("product-called", &before.name, &Words::default());
    record_group(
        conn,
        (id, version + 1),
        "product-group-removed",
        vec![gone],
        by,
    )
}

/// Takes a product out that was made by mistake: one that nothing is tied to.
///
/// # Errors
/// `Refused` where something is, `Stale`, `NotFound`, or when the database fails.
pub fn remove(conn: &mut Conn, of: From, by: By) -> Result<()> {
    let before = store::product(conn, of.0)?;
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    if store::is_tied(conn, of.0)? {
        return Err(Error::Refused(Said::new("product-is-tied")));
    }
    write::remove(conn, of.0)?;
    let gone = Change::of_words("product-called", &before.facts.name, &Words::default());
    record(conn, (of.0, of.1 + 1), "product-removed", vec![gone], by)
}

/// Adds a product with its first phase.
///
/// # Errors
/// `Refused` where there are too many, or when the database fails.
pub fn add(
    conn: &mut Conn,
    facts: &Facts,
    first: &Phase,
    by: By,
) -> Result<Result<ProductId, Refusal>> {
    let known = store::names(conn)?;
    if let Some(language) = rules::taken(&facts.name, known.iter().map(|(_, name)| name)) {
        return Ok(Err(name_taken(language)));
    }
    if store::count(conn)? >= MOST_PRODUCTS {
        return Err(too_many());
    }
    let id = ProductId::new();
    write::add(conn, id, facts)?;
    write::put_phase(conn, id, first)?;
    let words = code_words::list(conn, PHASES)?;
    let changes = vec![
        Change::of_words("product-called", &Words::default(), &facts.name),
        phase_change(&words, None, Some(first)),
    ];
    record(conn, (id, 1), "product-added", changes, by)?;
    Ok(Ok(id))
}

/// What a change of a product begins with: what stands, taken to its next version.
fn begin(conn: &mut Conn, of: From) -> Result<Product> {
    let before = store::product(conn, of.0)?;
    write::next_version(conn, of)?;
    Ok(before)
}

/// Changes what is written of a product.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change(conn: &mut Conn, of: From, facts: &Facts, by: By) -> Result<Result<(), Refusal>> {
    let known = store::names(conn)?;
    let others = known.iter().filter(|(id, _)| *id != of.0);
    let taken = rules::taken(&facts.name, others.map(|(_, name)| name));
    // What is overtaken is told of first: then the name may be another's no more.
    let before = store::product(conn, of.0)?;
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    if let Some(language) = taken {
        return Ok(Err(name_taken(language)));
    }
    write::next_version(conn, of)?;
    write::put(conn, of.0, facts)?;
    let changes = changes(conn, &before.facts, facts, by)?;
    record(conn, (of.0, of.1 + 1), "product-changed", changes, by)?;
    Ok(Ok(()))
}

fn changes(conn: &mut Conn, before: &Facts, after: &Facts, by: By) -> Result<Vec<Option<Change>>> {
    let groups = store::groups(conn)?;
    let group = |id| {
        let found = groups.iter().find(|group| group.id == id);
        found.map_or_else(Words::default, |group| group.name.clone())
    };
    let names = people::names_of(conn, &[before.owner, after.owner], today(by.now))?;
    let owner = |id| names.get(&id).map_or("", |(name, _short)| name.as_str());
    Ok(vec![
        Change::of_words("product-called", &before.name, &after.name),
        Change::of_words("product-group", &group(before.group), &group(after.group)),
        Change::of("product-owner", owner(before.owner), owner(after.owner)),
        Change::of_words(
            "product-description",
            &before.description,
            &after.description,
        ),
    ])
}

/// Writes a phase over the one in its row, or as a new one.
///
/// # Errors
/// `Refused` where there are too many, `Stale`, `NotFound`, or when the database fails.
pub fn put_phase(conn: &mut Conn, of: From, phase: &Phase, by: By) -> Result<Result<(), Refusal>> {
    let before = store::product(conn, of.0)?;
    let words = code_words::list(conn, PHASES)?;
    let order: Vec<String> = words.iter().map(|(code, _)| code.clone()).collect();
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    let all = match rules::with(&before.phases, phase, &order) {
        Ok(all) => all,
        Err(refusal) => return Ok(Err(refusal.at_field())),
    };
    if all.len() > MOST_LINES {
        return Err(too_many());
    }
    write::next_version(conn, of)?;
    write::put_phase(conn, of.0, phase)?;
    let old = before.phases.iter().find(|one| one.id == phase.id);
    let changes = vec![phase_change(&words, old, Some(phase))];
    let action = "product-phase-written";
    record(conn, (of.0, of.1 + 1), action, changes, by)?;
    Ok(Ok(()))
}

/// Removes a phase that was written by mistake.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn remove_phase(conn: &mut Conn, of: From, id: RowId, by: By) -> Result<Result<(), Refusal>> {
    let before = store::product(conn, of.0)?;
    let words = code_words::list(conn, PHASES)?;
    let order: Vec<String> = words.iter().map(|(code, _)| code.clone()).collect();
    if before.version != of.1 {
        return Err(Error::Stale);
    }
    if let Err(refusal) = rules::without(&before.phases, id, &order) {
        return Ok(Err(refusal.at_field()));
    }
    write::next_version(conn, of)?;
    write::remove_phase(conn, of.0, id)?;
    let old = before.phases.iter().find(|one| one.id == id);
    let changes = vec![phase_change(&words, old, None)];
    let action = "product-phase-removed";
    record(conn, (of.0, of.1 + 1), action, changes, by)?;
    Ok(Ok(()))
}

/// “Under utfasing, 2027-01-01” in each language; nothing where there is none.
fn phase_change(words: &[CodeWord], old: Option<&Phase>, new: Option<&Phase>) -> Option<Change> {
    let said = |phase: Option<&Phase>| {
        let Some(phase) = phase else {
            return Words::default();
        };
        let word = audit::code_in_words(words, &phase.code);
        audit::in_words(|language| format!("{}, {}", word.in_language(language.tag()), phase.from))
    };
    Change::of_words("product-phase", &said(old), &said(new))
}

/// Writes a strategy over the one in its row, or as a new one.
///
/// # Errors
/// `Refused` where there are too many, `Stale`, `NotFound`, or when the database fails.
pub fn put_strategy(conn: &mut Conn, of: From, strategy: &Strategy, by: By) -> Result<()> {
    let before = begin(conn, of)?;
    let old = before.strategies.iter().find(|one| one.id == strategy.id);
    if old.is_none() && before.strategies.len() >= MOST_LINES {
        return Err(too_many());
    }
    write::put_strategy(conn, of.0, strategy)?;
    let changes = strategy_changes(old, Some(strategy));
    let action = "product-strategy-written";
    record(conn, (of.0, of.1 + 1), action, changes, by)
}

/// Removes a strategy that was written by mistake.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn remove_strategy(conn: &mut Conn, of: From, id: RowId, by: By) -> Result<()> {
    let before = begin(conn, of)?;
    let old = before.strategies.iter().find(|one| one.id == id);
    if old.is_none() {
        return Err(Error::NotFound);
    }
    write::remove_strategy(conn, of.0, id)?;
    let changes = strategy_changes(old, None);
    let action = "product-strategy-removed";
    record(conn, (of.0, of.1 + 1), action, changes, by)
}

fn strategy_changes(old: Option<&Strategy>, new: Option<&Strategy>) -> Vec<Option<Change>> {
    let text =
        |of: Option<&Strategy>, told: fn(&Strategy) -> String| of.map(told).unwrap_or_default();
    let last = |one: &Strategy| {
        let last = one.period.last_day();
        last.map_or_else(String::new, |day| day.to_string())
    };
    let change = |field, told: fn(&Strategy) -> String| {
        Change::of(field, &text(old, told), &text(new, told))
    };
    vec![
        change("product-strategy", |one| one.title.clone()),
        change("product-link", |one| one.link.clone()),
        change("product-archive", |one| one.archive_reference.clone()),
        change("product-from", |one| one.period.from.to_string()),
        change("product-last-day", last),
    ]
}

/// Writes what a case is about, when it still is about what the form showed.
///
/// # Errors
/// `Refused` for what is no product, `Stale`, or when the database fails.
pub fn tie(
    conn: &mut Conn,
    case: &Case,
    (shown, wanted): (&BTreeSet<ProductId>, &BTreeSet<ProductId>),
    by: By,
) -> Result<()> {
    let standing = store::of_case(conn, case.id)?;
    let now: BTreeSet<ProductId> = standing.iter().map(|(id, _)| *id).collect();
    if now != *shown {
        return Err(Error::Stale);
    }
    let known = store::names(conn)?;
    let chosen: Vec<&(ProductId, Words)> =
        known.iter().filter(|(id, _)| wanted.contains(id)).collect();
    if chosen.len() != wanted.len() {
        return Err(Error::Refused(Said::new("form-not-a-choice")));
    }
    if now == *wanted {
        return Ok(());
    }
    let chosen: Vec<ProductId> = chosen.into_iter().map(|(id, _)| *id).collect();
    write::put_case(conn, case.id, &chosen, by.now)?;
    // What a case is about may be exempt, so none of it stands in the log.
    let entry = Entry {
        board_id: Some(case.board),
        object_kind: "case_product",
        object_id: case.id.as_str(),
        object_version: case.version,
        action: "case-products-changed",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

fn record(
    conn: &mut Conn,
    (id, version): From,
    action: &'static str,
    changes: Vec<Option<Change>>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: None,
        object_kind: "product",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

fn record_group(
    conn: &mut Conn,
    (id, version): (ProductGroupId, i64),
    action: &'static str,
    changes: Vec<Option<Change>>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: None,
        object_kind: "product_group",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes: changes.into_iter().flatten().collect(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}
