//! The rows of boards. The board itself and its calendar are read here; mandates, terms, reports, mail and every
//! change stand in the files beside.

pub mod changes;
pub mod levels;
pub mod mail;
pub mod mandate_changes;
pub mod mandate_steps;
mod mandate_words;
mod mandates;
pub mod reports;
mod sitting;
pub mod term_changes;
pub mod term_mistakes;
pub mod terms;
pub mod weekly_mail;

pub use mandates::{faults, mandate, mandates, ruled_by, versions, with_rule};
pub use sitting::{for_service_owners, recipients, roles, sitting, with_secretariat};

use super::{Board, BoardData, ReminderKind, ReminderRule, ReminderUnit, ToRole, WeeklyMail};
use crate::calendar::{Closure, ClosureKind, HolidaySet, Period, WorkCalendar, parse_zone};
use crate::db::ids::{BoardId, RowId};
use crate::db::schema::{board, closure, reminder_rule};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::web::OfBoard;
use anyhow::Context;
use chrono::{NaiveDate, NaiveTime, Weekday};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = board)]
struct BoardRow {
    id: BoardId,
    slug: String,
    parent_id: Option<BoardId>,
    kind: String,
    name: Words,
    zone: String,
    holiday_set: String,
    languages: String,
    liked_weekdays: String,
    liked_start: NaiveTime,
    liked_end: NaiveTime,
    mailbox: String,
    chair_counts: bool,
    parent_secretariat: bool,
    asks_needs: bool,
    colleagues_read: bool,
    opened_kept_days: Option<i64>,
    mail_on_from: Option<Moment>,
    weekly_mail: bool,
    weekly_mail_weekday: i64,
    weekly_mail_at: NaiveTime,
    version: i64,
}

impl TryFrom<BoardRow> for Board {
    type Error = Error;

    fn try_from(row: BoardRow) -> Result<Self> {
        let zone = parse_zone(&row.zone)
            .with_context(|| format!("board {} has the unknown zone {}", row.id, row.zone))?;
        let holidays = HolidaySet::from_code(&row.holiday_set).with_context(|| {
            format!(
                "board {} has the unknown holiday set {}",
                row.id, row.holiday_set
            )
        })?;
        Ok(Self {
            id: row.id,
            slug: row.slug,
            parent: row.parent_id,
            kind: row.kind,
            name: row.name,
            zone,
            calendar: WorkCalendar { holidays },
            languages: row
                .languages
                .split(',')
                .filter_map(Language::from_tag)
                .collect(),
            liked_weekdays: weekdays(&row.liked_weekdays),
            liked_start: row.liked_start,
            liked_end: row.liked_end,
            mailbox: row.mailbox,
            chair_counts: row.chair_counts,
            parent_secretariat: row.parent_secretariat,
            asks_needs: row.asks_needs,
            colleagues_read: row.colleagues_read,
            opened_kept_days: row.opened_kept_days,
            mail_on_from: row.mail_on_from,
            weekly_mail: WeeklyMail {
                to_secretariat: row.weekly_mail,
                weekday: weekday(row.weekly_mail_weekday)
                    .with_context(|| format!("board {} has an unknown weekday", row.id))?,
                at: row.weekly_mail_at,
            },
            version: row.version,
        })
    }
}

/// Weekdays are stored as ISO numbers, Monday 1, in order of liking: `3,2,4`.
#[must_use]
pub fn weekdays(text: &str) -> Vec<Weekday> {
    let numbers = text
        .split(',')
        .filter_map(|number| number.trim().parse::<u8>().ok());
    numbers
        .filter_map(|number| Weekday::try_from(number.checked_sub(1)?).ok())
        .collect()
}

/// A weekday by its ISO number, Monday 1.
#[must_use]
pub fn weekday(number: i64) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

/// One board.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn board(conn: &mut Conn, id: BoardId) -> Result<Board> {
    board::table
        .find(id)
        .select(BoardRow::as_select())
        .first(conn)?
        .try_into()
}

/// These boards, in no order.
///
/// # Errors
/// When the database fails.
pub fn chosen(conn: &mut Conn, ids: &[BoardId]) -> Result<Vec<Board>> {
    let rows: Vec<BoardRow> = board::table
        .filter(among(board::id, ids))
        .select(BoardRow::as_select())
        .load(conn)?;
    rows.into_iter().map(Board::try_from).collect()
}

/// Every board, parents before their councils, then by slug.
///
/// # Errors
/// When the database fails.
pub fn boards(conn: &mut Conn) -> Result<Vec<Board>> {
    let rows: Vec<BoardRow> = board::table.select(BoardRow::as_select()).load(conn)?;
    let mut boards: Vec<Board> = rows
        .into_iter()
        .map(Board::try_from)
        .collect::<Result<_>>()?;
    boards.sort_by_key(|board| (board.parent.is_some(), board.slug.clone()));
    Ok(boards)
}

impl OfBoard for Board {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        board(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.id
    }
}

/// A board with everything its rules read, in five queries.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn data(conn: &mut Conn, id: BoardId) -> Result<BoardData> {
    Ok(BoardData {
        board: board(conn, id)?,
        mandates: mandates(conn, id)?,
        closures: closures(conn, id)?,
        reminders: reminders(conn, id)?,
    })
}

/// The weeks a board keeps free. Labels are in no language here: the first there is.
///
/// # Errors
/// When the database fails.
pub fn closures(conn: &mut Conn, of: BoardId) -> Result<Vec<Closure>> {
    type Row = (String, NaiveDate, NaiveDate, Words);
    let columns = (
        closure::kind,
        closure::valid_from,
        closure::valid_until,
        closure::label,
    );
    let rows: Vec<Row> = closure::table
        .filter(closure::board_id.eq(of))
        .order(closure::valid_from.asc())
        .select(columns)
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, from, until, label)| {
            let kind = ClosureKind::from_code(&kind).context("a closure of an unknown kind")?;
            Ok(Closure {
                kind,
                period: Period {
                    from,
                    until: Some(until),
                },
                label,
            })
        })
        .collect()
}

/// Who is reminded of what on this board.
///
/// # Errors
/// When the database fails.
pub fn reminders(conn: &mut Conn, of: BoardId) -> Result<Vec<ReminderRule>> {
    let found = reminders_of(conn, [of])?;
    Ok(found.into_iter().map(|(_, rule)| rule).collect())
}

/// Who is reminded of what on these boards.
///
/// # Errors
/// When the database fails.
pub fn reminders_of(
    conn: &mut Conn,
    boards: impl IntoIterator<Item = BoardId>,
) -> Result<Vec<(BoardId, ReminderRule)>> {
    type Row = (RowId, String, ToRole, ReminderKind, i64, ReminderUnit, i64);
    let columns = (
        reminder_rule::id,
        reminder_rule::about,
        reminder_rule::to_role,
        reminder_rule::kind,
        reminder_rule::quantity,
        reminder_rule::unit,
        reminder_rule::at_most,
    );
    let rows: Vec<(BoardId, Row)> = reminder_rule::table
        .filter(among(reminder_rule::board_id, boards))
        .select((reminder_rule::board_id, columns))
        .load(conn)?;
    let rule = |(id, about, to, kind, quantity, unit, at_most): Row| ReminderRule {
        id,
        about,
        to,
        kind,
        quantity,
        unit,
        at_most,
    };
    Ok(rows.into_iter().map(|(of, row)| (of, rule(row))).collect())
}
