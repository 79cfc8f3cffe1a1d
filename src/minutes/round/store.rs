//! The rows of rounds of remarks, of versions, and of what boards lay down about their minutes.

pub mod remarks;
mod versions;

pub use versions::{NewVersion, VersionLine, add_version, basis, lines, version};

use super::{Approval, Approved, Round, Setting};
use crate::db::Conn;
use crate::db::among;
use crate::db::ids::{AgendaItemId, BoardId, MeetingId, PersonId, RowId};
use crate::db::schema::{attendance, board, meeting, minutes_round, minutes_setting, opening};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::minutes::attendance::Presence;
use crate::web::access::Audience;
use chrono::NaiveDate;
use diesel::prelude::*;

type RoundRow = (
    (MeetingId, BoardId, i64, Moment, NaiveDate, Moment),
    (
        Option<i64>,
        Option<Moment>,
        Option<MeetingId>,
        Option<String>,
        i64,
    ),
);

fn of_round(row: RoundRow) -> Round {
    let ((meeting, board, draft, sent_at, remarks_on, remarks_until), rest) = row;
    let (approved, approved_at, by_meeting, correction, version) = rest;
    Round {
        meeting,
        board,
        draft,
        sent_at,
        remarks_on,
        remarks_until,
        approved: approved.zip(approved_at).map(|(number, at)| Approved {
            number,
            at,
            by_meeting,
        }),
        correction,
        version,
    }
}

macro_rules! rounds {
    () => {
        minutes_round::table.select((
            (
                minutes_round::meeting_id,
                minutes_round::board_id,
                minutes_round::draft,
                minutes_round::sent_at,
                minutes_round::remarks_on,
                minutes_round::remarks_until,
            ),
            (
                minutes_round::approved,
                minutes_round::approved_at,
                minutes_round::approving_id,
                minutes_round::correction,
                minutes_round::version,
            ),
        ))
    };
}

/// The round of a meeting's minutes; none before their draft is out.
///
/// # Errors
/// When the database fails.
pub fn round(conn: &mut Conn, of: MeetingId) -> Result<Option<Round>> {
    let row: Option<RoundRow> = rounds!()
        .filter(minutes_round::meeting_id.eq(of))
        .first(conn)
        .optional()?;
    Ok(row.map(of_round))
}

/// The rounds of a board whose minutes are not approved yet.
///
/// # Errors
/// When the database fails.
pub fn open(conn: &mut Conn, of: BoardId) -> Result<Vec<Round>> {
    let rows: Vec<RoundRow> = rounds!()
        .filter(minutes_round::board_id.eq(of))
        .filter(minutes_round::approved.is_null())
        .order(minutes_round::sent_at.asc())
        .load(conn)?;
    Ok(rows.into_iter().map(of_round).collect())
}

/// Drafts that are out for remarks of someone who was there: the meeting, its board, its first day, and the last day for
/// remarks.
///
/// # Errors
/// When the database fails.
pub fn out_for(
    conn: &mut Conn,
    who: PersonId,
) -> Result<Vec<(MeetingId, Words, NaiveDate, NaiveDate)>> {
    Ok(attendance::table
        .inner_join(minutes_round::table.on(minutes_round::meeting_id.eq(attendance::meeting_id)))
        .inner_join(meeting::table.on(meeting::id.eq(attendance::meeting_id)))
        .inner_join(board::table.on(board::id.eq(minutes_round::board_id)))
        .filter(attendance::person_id.eq(who))
        .filter(attendance::presence.ne(Presence::Absent))
        .filter(minutes_round::approved.is_null())
        .order(minutes_round::remarks_on.asc())
        .select((
            meeting::id,
            board::name,
            meeting::first_day,
            minutes_round::remarks_on,
        ))
        .distinct()
        .load(conn)?)
}

/// That a draft is out.
pub struct Out {
    pub meeting: MeetingId,
    pub board: BoardId,
    pub draft: i64,
    pub remarks_on: NaiveDate,
    pub remarks_until: Moment,
    pub by: PersonId,
    pub at: Moment,
    /// The version of the round that it follows; 0 when there was none.
    pub known: i64,
}

/// Writes that a draft is out, over what was read.
///
/// # Errors
/// `Stale` when someone was first, or when the database fails.
pub fn put(conn: &mut Conn, of: &Out) -> Result<()> {
    let values = (
        minutes_round::draft.eq(of.draft),
        minutes_round::sent_by.eq(of.by),
        minutes_round::sent_at.eq(of.at),
        minutes_round::remarks_on.eq(of.remarks_on),
        minutes_round::remarks_until.eq(of.remarks_until),
        minutes_round::version.eq(of.known + 1),
    );
    let as_read = minutes_round::table
        .find(of.meeting)
        .filter(minutes_round::version.eq(of.known));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(());
    }
    if of.known != 0 || round(conn, of.meeting)?.is_some() {
        return Err(Error::Stale);
    }
    diesel::insert_into(minutes_round::table)
        .values((
            minutes_round::meeting_id.eq(of.meeting),
            minutes_round::board_id.eq(of.board),
            values,
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes that a version is approved, once (an approval race: the second one is told).
///
/// # Errors
/// `Stale` when it was approved meanwhile, or when the database fails.
pub fn approve(
    conn: &mut Conn,
    known: &Round,
    number: i64,
    (by, by_meeting): (Option<PersonId>, Option<MeetingId>),
    now: Moment,
) -> Result<()> {
    let as_read = minutes_round::table
        .find(known.meeting)
        .filter(minutes_round::version.eq(known.version))
        .filter(minutes_round::approved.is_null());
    let changed = diesel::update(as_read)
        .set((
            minutes_round::approved.eq(number),
            minutes_round::approved_at.eq(now),
            minutes_round::approved_by.eq(by),
            minutes_round::approving_id.eq(by_meeting),
            minutes_round::version.eq(known.version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Writes that approved minutes are being corrected, with the reason and what is kept meanwhile, or are so no more; with the
/// version that holds then.
///
/// # Errors
/// `Stale` when someone was first, or when the database fails.
pub fn correct(
    conn: &mut Conn,
    known: &Round,
    correction: Option<(&str, &str)>,
    number: Option<i64>,
) -> Result<()> {
    let as_read = minutes_round::table
        .find(known.meeting)
        .filter(minutes_round::version.eq(known.version));
    let holds = number.or(known.approved.map(|one| one.number));
    let changed = diesel::update(as_read)
        .set((
            minutes_round::correction.eq(correction.map(|(reason, _)| reason)),
            minutes_round::kept.eq(correction.map(|(_, kept)| kept)),
            minutes_round::approved.eq(holds),
            minutes_round::version.eq(known.version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Writes the reason of a correction anew.
///
/// # Errors
/// `Stale` when someone was first, or when the database fails.
pub fn reword(conn: &mut Conn, known: &Round, reason: &str) -> Result<()> {
    let as_read = minutes_round::table
        .find(known.meeting)
        .filter(minutes_round::version.eq(known.version));
    let changed = diesel::update(as_read)
        .set((
            minutes_round::correction.eq(reason),
            minutes_round::version.eq(known.version + 1),
        ))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// What is kept while the minutes are corrected, as JSON; none otherwise, and of what began before there was any.
///
/// # Errors
/// When the database fails.
pub fn kept(conn: &mut Conn, of: MeetingId) -> Result<Option<String>> {
    let row = minutes_round::table.find(of).select(minutes_round::kept);
    Ok(row.first::<Option<String>>(conn).optional()?.flatten())
}

/// What openings for those who were there are openings of.
const OPENED: &str = "minute_item";

/// Opens items for someone who was there, whatever becomes of their seat, until the minutes are approved.
///
/// # Errors
/// When the database fails.
pub fn open_for(
    conn: &mut Conn,
    who: PersonId,
    items: &[AgendaItemId],
    by: PersonId,
    now: Moment,
) -> Result<()> {
    for item in items {
        diesel::insert_into(opening::table)
            .values((
                opening::id.eq(RowId::new()),
                opening::object_kind.eq(OPENED),
                opening::object_id.eq(item.cast::<crate::db::ids::of::Row>()),
                opening::person_id.eq(who),
                opening::given_by.eq(by),
                opening::given_at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Ends what was opened of these items.
///
/// # Errors
/// When the database fails.
pub fn shut(conn: &mut Conn, items: &[AgendaItemId], now: Moment) -> Result<()> {
    let ids = items
        .iter()
        .map(|item| item.cast::<crate::db::ids::of::Row>());
    let standing = opening::table
        .filter(opening::object_kind.eq(OPENED))
        .filter(opening::withdrawn_at.is_null())
        .filter(among(opening::object_id, ids));
    diesel::update(standing)
        .set(opening::withdrawn_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// What a board lays down about its minutes and its own pages.
///
/// # Errors
/// When the database fails.
pub fn setting(conn: &mut Conn, of: BoardId) -> Result<Setting> {
    let row: Option<(Approval, bool, Audience, Audience, i64)> = minutes_setting::table
        .find(of)
        .select((
            minutes_setting::approval,
            minutes_setting::needs_second,
            minutes_setting::meant_for,
            minutes_setting::shown_to,
            minutes_setting::version,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map_or_else(
        Setting::usual,
        |(approval, needs_second, meant_for, shown_to, version)| Setting {
            approval,
            needs_second,
            meant_for,
            shown_to,
            version,
        },
    ))
}

/// Writes it over what was read.
///
/// # Errors
/// `Stale` when someone saved first, or when the database fails.
pub fn put_setting(conn: &mut Conn, of: BoardId, changed: &Setting) -> Result<()> {
    let values = (
        minutes_setting::approval.eq(changed.approval),
        minutes_setting::needs_second.eq(changed.needs_second),
        minutes_setting::meant_for.eq(changed.meant_for),
        minutes_setting::shown_to.eq(changed.shown_to),
        minutes_setting::version.eq(changed.version + 1),
    );
    let as_read = minutes_setting::table
        .find(of)
        .filter(minutes_setting::version.eq(changed.version));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(());
    }
    if changed.version != 0 || setting(conn, of)?.version != 0 {
        return Err(Error::Stale);
    }
    diesel::insert_into(minutes_setting::table)
        .values((minutes_setting::board_id.eq(of), values))
        .execute(conn)?;
    Ok(())
}
