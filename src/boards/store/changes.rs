//! Changes of a board's own data: the board, the weeks it keeps free, and who is reminded of what. Each writes down
//! what changed; the caller plans the mail again in the same write.

mod differences;

use super::{board as one_board, boards, reminders};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::rules::tree;
use crate::boards::{Refusal, ReminderKind, ReminderRule};
use crate::calendar::{ClosureKind, HolidaySet, Period};
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId, RowId};
use crate::db::schema::{board, closure, reminder_rule};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::i18n::{Language, Said};
use chrono::{NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use diesel::prelude::*;
use differences::differences;

/// Who changes something, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: PersonId,
    pub at: Moment,
}

impl By {
    /// Writes down a change to something of a board.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn records(
        self,
        conn: &mut Conn,
        board: BoardId,
        (object_kind, object_id, object_version): (&str, &str, i64),
        action: &str,
        changes: Vec<Change>,
    ) -> Result<()> {
        let entry = Entry {
            board_id: Some(board),
            object_kind,
            object_id,
            object_version,
            action,
            changes,
        };
        audit::record(conn, Actor::Person(self.person), self.at, &entry)
    }
}

/// What a board is, as a form gives it.
#[derive(Clone, Debug)]
pub struct BoardDraft {
    pub parent: Option<BoardId>,
    pub kind: String,
    pub name: Words,
    pub zone: Tz,
    pub holidays: HolidaySet,
    pub languages: Vec<Language>,
    pub liked_weekdays: Vec<Weekday>,
    pub liked_start: NaiveTime,
    pub liked_end: NaiveTime,
    pub mailbox: String,
    pub chair_counts: bool,
    pub parent_secretariat: bool,
    pub asks_needs: bool,
    pub colleagues_read: bool,
    pub opened_kept_days: Option<i64>,
}

fn languages(of: &[Language]) -> String {
    of.iter().map(|it| it.tag()).collect::<Vec<_>>().join(",")
}

/// Weekdays as they are stored: ISO numbers, Monday 1, in order of liking.
#[must_use]
pub fn weekday_numbers(of: &[Weekday]) -> String {
    let numbers = of.iter().map(|day| day.number_from_monday().to_string());
    numbers.collect::<Vec<_>>().join(",")
}

/// Makes a board. Its mail is off until someone switches it on.
///
/// # Errors
/// When the database fails.
pub fn add_board(conn: &mut Conn, by: By, draft: &BoardDraft) -> Result<BoardId> {
    add_board_as(conn, by, BoardId::new(), draft)
}

/// The same under an id that came with its form.
///
/// # Errors
/// When the database fails.
pub fn add_board_as(conn: &mut Conn, by: By, id: BoardId, draft: &BoardDraft) -> Result<BoardId> {
    let taken: Vec<String> = board::table.select(board::slug).load(conn)?;
    let base = slug(draft.name.in_language("nb"));
    let slug = std::iter::once(base.clone())
        .chain((2_u32..).map(|number| format!("{base}-{number}")))
        .find(|slug| !taken.contains(slug))
        .expect("numbers do not run out before boards do");
    diesel::insert_into(board::table)
        .values((
            board::id.eq(id),
            board::slug.eq(slug),
            board::parent_id.eq(draft.parent),
            board::kind.eq(&draft.kind),
            board::name.eq(&draft.name),
            board::zone.eq(draft.zone.name()),
            board::holiday_set.eq(draft.holidays.code()),
            board::languages.eq(languages(&draft.languages)),
            board::liked_weekdays.eq(weekday_numbers(&draft.liked_weekdays)),
            board::liked_start.eq(draft.liked_start),
            board::liked_end.eq(draft.liked_end),
            board::mailbox.eq(&draft.mailbox),
            board::chair_counts.eq(draft.chair_counts),
            board::parent_secretariat.eq(draft.parent_secretariat),
            board::asks_needs.eq(draft.asks_needs),
            board::colleagues_read.eq(draft.colleagues_read),
            board::opened_kept_days.eq(draft.opened_kept_days),
        ))
        .execute(conn)?;
    by.records(
        conn,
        id,
        ("board", id.as_str(), 1),
        "board-added",
        Vec::new(),
    )?;
    Ok(id)
}

/// Letters and digits of a name for an address: “Produktråd for tillit” becomes `produktrad-for-tillit`.
fn slug(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'å' | 'á' | 'ä' => 'a',
            'æ' | 'é' => 'e',
            'ø' | 'ö' => 'o',
            other if other.is_ascii_alphanumeric() => other,
            _ => '-',
        })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        "board".to_owned()
    } else {
        parts.join("-")
    }
}

/// Changes a board's data, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn change_board(
    conn: &mut Conn,
    by: By,
    id: BoardId,
    version: i64,
    draft: &BoardDraft,
) -> Result<Result<(), Refusal>> {
    let before = one_board(conn, id)?;
    let tree: Vec<(BoardId, Option<BoardId>)> = (boards(conn)?.iter())
        .map(|board| (board.id, board.parent))
        .collect();
    if let Some(parent) = draft.parent
        && tree::is_within(&tree, id, parent)
    {
        return Ok(Err(Refusal::Because(
            "parent",
            Said::new("boards-parent-below"),
        )));
    }
    let changes = differences(conn, &before, draft)?;
    let standing = board::table.filter(board::id.eq(id).and(board::version.eq(version)));
    let changed = diesel::update(standing)
        .set((
            board::parent_id.eq(draft.parent),
            board::kind.eq(&draft.kind),
            board::name.eq(&draft.name),
            board::zone.eq(draft.zone.name()),
            board::holiday_set.eq(draft.holidays.code()),
            board::languages.eq(languages(&draft.languages)),
            board::liked_weekdays.eq(weekday_numbers(&draft.liked_weekdays)),
            board::liked_start.eq(draft.liked_start),
            board::liked_end.eq(draft.liked_end),
            board::mailbox.eq(&draft.mailbox),
            board::chair_counts.eq(draft.chair_counts),
            board::parent_secretariat.eq(draft.parent_secretariat),
            board::asks_needs.eq(draft.asks_needs),
            board::colleagues_read.eq(draft.colleagues_read),
            board::opened_kept_days.eq(draft.opened_kept_days),
            board::version.eq(version + 1),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Ok(Err(Refusal::Stale));
    }
    let object = ("board", id.as_str(), version + 1);
    by.records(conn, id, object, "board-changed", changes)?;
    Ok(Ok(()))
}

/// Switches a board's mail on from this moment, or off. What was due before stays unsent; pressing twice is once.
///
/// # Errors
/// When the database fails.
pub fn switch_mail(conn: &mut Conn, by: By, id: BoardId, is_on: bool) -> Result<()> {
    let before = one_board(conn, id)?;
    if before.mail_on_from.is_some() == is_on {
        return Ok(());
    }
    diesel::update(board::table.find(id))
        .set((
            board::mail_on_from.eq(is_on.then_some(by.at)),
            board::version.eq(before.version + 1),
        ))
        .execute(conn)?;
    let action = if is_on {
        "board-mail-on"
    } else {
        "board-mail-off"
    };
    let object = ("board", id.as_str(), before.version + 1);
    by.records(conn, id, object, action, Vec::new())
}

/// Weeks a board keeps free, with the row they are removed by and their words in every language.
#[derive(Clone, Debug)]
pub struct ClosureRow {
    pub id: RowId,
    pub kind: ClosureKind,
    pub period: Period,
    pub label: Words,
}

/// The closures of a board, by date.
///
/// # Errors
/// When the database fails.
pub fn closure_rows(conn: &mut Conn, of: BoardId) -> Result<Vec<ClosureRow>> {
    let rows: Vec<(RowId, String, NaiveDate, NaiveDate, Words)> = closure::table
        .filter(closure::board_id.eq(of))
        .order((closure::valid_from.asc(), closure::id.asc()))
        .select((
            closure::id,
            closure::kind,
            closure::valid_from,
            closure::valid_until,
            closure::label,
        ))
        .load(conn)?;
    let row = |(id, kind, from, until, label): (RowId, String, NaiveDate, NaiveDate, Words)| {
        let period = Period {
            from,
            until: Some(until),
        };
        let kind = ClosureKind::from_code(&kind)?;
        Some(ClosureRow {
            id,
            kind,
            period,
            label,
        })
    };
    Ok(rows.into_iter().filter_map(row).collect())
}

/// Adds weeks that a board keeps free; `until` is the first day after them.
///
/// # Errors
/// When the database fails.
pub fn add_closure(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    kind: ClosureKind,
    (from, until): (NaiveDate, NaiveDate),
    label: &Words,
) -> Result<()> {
    let id = RowId::new();
    diesel::insert_into(closure::table)
        .values((
            closure::id.eq(id),
            closure::board_id.eq(of),
            closure::kind.eq(kind.code()),
            closure::valid_from.eq(from),
            closure::valid_until.eq(until),
            closure::label.eq(label),
        ))
        .execute(conn)?;
    by.records(
        conn,
        of,
        ("closure", id.as_str(), 1),
        "closure-added",
        Vec::new(),
    )
}

/// Removes a closure of this board; one already gone is no mistake.
///
/// # Errors
/// When the database fails.
pub fn remove_closure(conn: &mut Conn, by: By, of: BoardId, id: RowId) -> Result<()> {
    let row = closure::table.filter(closure::id.eq(id).and(closure::board_id.eq(of)));
    if diesel::delete(row).execute(conn)? == 1 {
        by.records(
            conn,
            of,
            ("closure", id.as_str(), 2),
            "closure-removed",
            Vec::new(),
        )?;
    }
    Ok(())
}

/// Adds a reminder. The same one twice, or a second rhythm for what is overdue, is refused: mail about one thing that
/// is late has one rhythm for all it goes to.
///
/// # Errors
/// When the database fails.
pub fn add_reminder(
    conn: &mut Conn,
    by: By,
    of: BoardId,
    rule: &ReminderRule,
) -> Result<Result<(), Refusal>> {
    let standing = reminders(conn, of)?;
    let mut alike = standing
        .iter()
        .filter(|it| it.about == rule.about && it.kind == rule.kind);
    let clash = alike.find_map(|it| {
        let same = (it.quantity, it.unit, it.at_most) == (rule.quantity, rule.unit, rule.at_most);
        if rule.kind == ReminderKind::Overdue && !same {
            Some("boards-reminder-other-rhythm")
        } else {
            let twin = it.to == rule.to && it.quantity == rule.quantity && it.unit == rule.unit;
            twin.then_some("boards-reminder-twice")
        }
    });
    if let Some(key) = clash {
        return Ok(Err(Refusal::Because("quantity", Said::new(key))));
    }
    diesel::insert_into(reminder_rule::table)
        .values((
            reminder_rule::id.eq(rule.id),
            reminder_rule::board_id.eq(of),
            reminder_rule::about.eq(&rule.about),
            reminder_rule::to_role.eq(rule.to),
            reminder_rule::kind.eq(rule.kind),
            reminder_rule::quantity.eq(rule.quantity),
            reminder_rule::unit.eq(rule.unit),
            reminder_rule::at_most.eq(rule.at_most),
        ))
        .execute(conn)?;
    let object = ("reminder_rule", rule.id.as_str(), 1);
    by.records(conn, of, object, "reminder-added", Vec::new())?;
    Ok(Ok(()))
}

/// Removes a reminder of this board; one already gone is no mistake.
///
/// # Errors
/// When the database fails.
pub fn remove_reminder(conn: &mut Conn, by: By, of: BoardId, id: RowId) -> Result<()> {
    let row =
        reminder_rule::table.filter(reminder_rule::id.eq(id).and(reminder_rule::board_id.eq(of)));
    if diesel::delete(row).execute(conn)? == 1 {
        by.records(
            conn,
            of,
            ("reminder_rule", id.as_str(), 2),
            "reminder-removed",
            Vec::new(),
        )?;
    }
    Ok(())
}
