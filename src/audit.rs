//! What happened, by whom, in the same transaction as the change itself.
//!
//! Details are changes of named fields, never confidential text; the entry has no foreign keys, because it outlives what
//! it is about. Every change passes here, so this is also where what is kept of public pages is made old.

use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, PersonId, RowId};
use crate::db::schema::{audit_entry, person};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, public_revision};
use crate::error::Result;
use crate::i18n::Language;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// Who did it. The system itself has no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Person(PersonId),
    System,
}

/// One field that changed. A value is what the reader would see in any language, or words in each of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: String,
    pub old: String,
    pub new: String,
}

impl Change {
    /// A change, unless nothing changed.
    #[must_use]
    pub fn of(
        field: &str,
        old: &(impl ToString + ?Sized),
        new: &(impl ToString + ?Sized),
    ) -> Option<Self> {
        let (old, new) = (old.to_string(), new.to_string());
        (old != new).then(|| Self {
            field: field.to_owned(),
            old,
            new,
        })
    }

    /// A change of something whose words differ from language to language, unless nothing changed.
    #[must_use]
    pub fn of_words(field: &str, old: &Words, new: &Words) -> Option<Self> {
        Self::of(field, old.as_json(), new.as_json())
    }
}

/// What is said in each language.
pub fn in_words(say: impl Fn(Language) -> String) -> Words {
    let said: Vec<(&str, String)> = Language::all()
        .map(|language| (language.tag(), say(language)))
        .collect();
    Words::new(said.iter().map(|(tag, text)| (*tag, text.as_str())))
}

/// The words of a code in one of the open lists; the code itself when its list has lost it.
#[must_use]
pub fn code_in_words(list: &[CodeWord], code: &str) -> Words {
    let found = list.iter().find(|(of, _)| of == code);
    found.map_or_else(
        || in_words(|_any| code.to_owned()),
        |(_, words)| words.clone(),
    )
}

/// The kinds of objects of which something can show on a page that everyone may read.
const SHOWN_TO_ALL: [&str; 24] = [
    "action",
    "agenda",
    "annual_plan",
    "appointment",
    "board",
    "case",
    "case_product",
    "closure",
    "council_report",
    "import",
    "mandate",
    "meeting",
    "minutes_access",
    "minutes_publication",
    "minutes_setting",
    "minutes_version",
    "organisation",
    "owner_decision",
    "paper",
    "person",
    "plan_item",
    "product",
    "product_group",
    "seat",
];

/// The kinds of which nothing can: work in the secretariat, what one person wrote or answered, mail.
const NEVER_SHOWN: [&str; 22] = [
    "attendance",
    "case_hearing",
    "case_input",
    "case_setting",
    "colleague",
    "measure",
    "council",
    "delegation",
    "message",
    "minute_item",
    "minutes",
    "notice",
    "occasion",
    "payment",
    "plan_template",
    "product_year",
    "related_body",
    "reminder_rule",
    "reply",
    "rotation",
    "subscription",
    "wording",
];

/// Whether something of this kind can show on a page that everyone may read; nothing where nobody has decided it.
#[must_use]
pub fn may_show_to_all(object_kind: &str) -> Option<bool> {
    if SHOWN_TO_ALL.contains(&object_kind) {
        return Some(true);
    }
    NEVER_SHOWN.contains(&object_kind).then_some(false)
}

/// What is written down about one change.
pub struct Entry<'a> {
    pub board_id: Option<BoardId>,
    pub object_kind: &'a str,
    pub object_id: &'a str,
    /// The version the object has after the change.
    pub object_version: i64,
    /// A code such as `meeting-moved`; its words stand in the texts.
    pub action: &'a str,
    pub changes: Vec<Change>,
}

/// Writes one entry, and makes old what is kept of public pages where the change can show on one.
///
/// # Errors
/// When the database fails.
pub fn record(conn: &mut Conn, actor: Actor, at: Moment, entry: &Entry<'_>) -> Result<()> {
    let actor = match &actor {
        Actor::Person(id) => Some(id.as_str()),
        Actor::System => None,
    };
    let changes = serde_json::to_string(&entry.changes).map_err(anyhow::Error::from)?;
    diesel::insert_into(audit_entry::table)
        .values((
            audit_entry::id.eq(RowId::new()),
            audit_entry::at.eq(at),
            audit_entry::actor_id.eq(actor),
            audit_entry::board_id.eq(entry.board_id),
            audit_entry::object_kind.eq(entry.object_kind),
            audit_entry::object_id.eq(entry.object_id),
            audit_entry::object_version.eq(entry.object_version),
            audit_entry::action.eq(entry.action),
            audit_entry::changes.eq(changes),
        ))
        .execute(conn)?;
    let decided = may_show_to_all(entry.object_kind);
    debug_assert!(decided.is_some(), "{} is in no list", entry.object_kind);
    // A page made once too often does no harm; one that is out of date does.
    if decided.unwrap_or(true) {
        public_revision::raise(conn, entry.board_id)?;
    }
    Ok(())
}

/// An entry as a page shows it.
#[derive(Clone, Debug)]
pub struct Happened {
    pub at: Moment,
    /// The actor's name; none for the system, or for a person since deleted.
    pub who: Option<String>,
    pub action: String,
    pub version: i64,
    pub changes: Vec<Change>,
}

/// What happened to one object after it had version `since`, oldest first: what a stale edit is told.
///
/// # Errors
/// When the database fails.
pub fn since(conn: &mut Conn, object_id: &str, since: i64) -> Result<Vec<Happened>> {
    let rows: Vec<(Moment, Option<String>, String, i64, String)> = audit_entry::table
        .left_join(person::table.on(person::id.nullable().eq(audit_entry::actor_id)))
        .filter(
            audit_entry::object_id
                .eq(object_id)
                .and(audit_entry::object_version.gt(since)),
        )
        .order((audit_entry::at.asc(), audit_entry::id.asc()))
        .select((
            audit_entry::at,
            person::name.nullable(),
            audit_entry::action,
            audit_entry::object_version,
            audit_entry::changes,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(at, who, action, version, changes)| {
            let changes = serde_json::from_str(&changes).map_err(anyhow::Error::from)?;
            Ok(Happened {
                at,
                who,
                action,
                version,
                changes,
            })
        })
        .collect()
}
