//! The minutes that wait for the secretariat: remarks that nobody has answered, and what is approved and not out, or is
//! corrected and out as it was before.
//!
//! Open remarks, and minutes and decisions that wait for a second person, are few; what is approved is looked for among
//! the meetings of the last months.

use super::places;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::schema::{
    meeting, minute_access, minutes_remark, minutes_round, owner_decision, owner_decision_version,
    publication,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::desk::{MinutesStep, Title, WaitingMinutes};
use crate::error::Result;
use crate::minutes::access::store::SHELF;
use crate::minutes::publication::PublicationState;
use crate::web::Reader;
use crate::web::access::Clearance;
use chrono::{Duration, NaiveDate};
use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// How many meetings each question gives, and how many remarks are counted.
const MOST: i64 = 10;
const REMARKS: i64 = 200;
/// Minutes of a meeting that was longer ago are history, such as an import brings.
const BACK: Duration = Duration::days(180);
/// What was published long ago may be corrected still.
const CORRECTED_BACK: Duration = Duration::days(1_100);

type Row = (MeetingId, Title, NaiveDate, BoardId);

/// What is told of a meeting.
macro_rules! told {
    () => {
        (
            meeting::id,
            (meeting::title, meeting::kind),
            meeting::first_day,
            meeting::board_id,
        )
    };
}

/// What waits on these boards, those of the earliest meetings first.
///
/// # Errors
/// When the database fails.
pub fn waiting(
    conn: &mut Conn,
    (reader, reads): (&Reader, &Clearance),
    boards: &[BoardId],
    (today, now): (NaiveDate, Moment),
) -> Result<Vec<WaitingMinutes>> {
    let mut found: Vec<(Row, MinutesStep)> = Vec::new();
    for row in unanswered(conn, reads, boards, now)? {
        match found.last_mut() {
            Some((last, MinutesStep::Answer(count))) if last.0 == row.0 => *count += 1,
            _ => found.push((row, MinutesStep::Answer(1))),
        }
    }
    let approved = approved(conn, boards, today)?.into_iter();
    found.extend(approved.map(|row| (row, MinutesStep::Publish)));
    let corrected = corrected(conn, boards, today)?.into_iter();
    found.extend(corrected.map(|row| (row, MinutesStep::PublishAgain)));
    let asked = asked(conn, reader, boards)?.into_iter();
    found.extend(asked.map(|row| (row, MinutesStep::Release)));
    let decided = decided(conn, (reader, reads), boards)?.into_iter();
    found.extend(decided.map(|row| (row, MinutesStep::ReleaseDecisions)));
    found.sort_by_key(|(row, _)| (row.2, row.0));
    let at = places(conn, found.iter().map(|(row, _)| row.3))?;
    let waits = found
        .into_iter()
        .map(|((meeting, title, first_day, board), step)| {
            Ok(WaitingMinutes {
                meeting,
                title,
                first_day,
                board: at.of(board)?,
                step,
            })
        });
    waits.collect()
}

/// The meeting of each open remark on a draft, those of one meeting together. What is about a case that is closed to the
/// reader, or that they may not read, is not counted.
fn unanswered(
    conn: &mut Conn,
    reads: &Clearance,
    boards: &[BoardId],
    now: Moment,
) -> Result<Vec<Row>> {
    let closed = minutes_remark::case_id
        .is_not_null()
        .and(among(minutes_remark::case_id, &reads.closed));
    Ok(minutes_remark::table
        .inner_join(meeting::table.on(meeting::id.eq(minutes_remark::meeting_id)))
        .inner_join(
            minutes_round::table.on(minutes_round::meeting_id.eq(minutes_remark::meeting_id)),
        )
        .filter(among(minutes_remark::board_id, boards).past_index())
        .filter(sql::<Bool>("minutes_remark.state = 'open'"))
        .filter(minutes_remark::made_at.le(now))
        .filter(minutes_round::approved.is_null())
        .filter(not(closed))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(REMARKS)
        .select(told!())
        .load(conn)?)
}

/// Meetings of the last months whose minutes are approved and neither out, nor made ready, nor withdrawn.
fn approved(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<Row>> {
    let dealt_with = publication::table
        .filter(publication::meeting_id.eq(meeting::id))
        .filter(publication::state.eq_any([
            PublicationState::Asked,
            PublicationState::Published,
            PublicationState::Withdrawn,
        ]));
    Ok(meeting::table
        .inner_join(minutes_round::table)
        .filter(among(meeting::board_id, boards))
        .filter(meeting::first_day.ge(today - BACK))
        .filter(meeting::first_day.le(today))
        .filter(meeting::state.ne_all(["cancelled", "closed"]))
        .filter(minutes_round::approved.is_not_null())
        .filter(minutes_round::correction.is_null())
        .filter(not(exists(dealt_with)))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select(told!())
        .load(conn)?)
}

/// Meetings whose minutes were corrected, while the version before is out and nobody has made the new one ready.
fn corrected(conn: &mut Conn, boards: &[BoardId], today: NaiveDate) -> Result<Vec<Row>> {
    let other_out = publication::table
        .filter(publication::meeting_id.eq(meeting::id))
        .filter(publication::state.eq(PublicationState::Published))
        .filter(publication::number.nullable().ne(minutes_round::approved));
    let asked = publication::table
        .filter(publication::meeting_id.eq(meeting::id))
        .filter(publication::state.eq(PublicationState::Asked))
        .filter(publication::number.nullable().eq(minutes_round::approved));
    Ok(meeting::table
        .inner_join(minutes_round::table)
        .filter(among(meeting::board_id, boards))
        .filter(meeting::first_day.ge(today - CORRECTED_BACK))
        .filter(meeting::first_day.le(today))
        .filter(minutes_round::correction.is_null())
        .filter(exists(other_out))
        .filter(not(exists(asked)))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select(told!())
        .load(conn)?)
}

/// Meetings whose minutes someone else has made ready.
fn asked(conn: &mut Conn, reader: &Reader, boards: &[BoardId]) -> Result<Vec<Row>> {
    Ok(publication::table
        .inner_join(meeting::table)
        .filter(among(publication::board_id, boards))
        .filter(publication::published_at.is_null())
        .filter(publication::state.eq(PublicationState::Asked))
        .filter(publication::asked_by.ne(reader.id))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select(told!())
        .load(conn)?)
}

/// Meetings on whose items someone else has written what was decided, which a second person is to show to everyone.
fn decided(
    conn: &mut Conn,
    (reader, reads): (&Reader, &Clearance),
    boards: &[BoardId],
) -> Result<Vec<Row>> {
    let newest = owner_decision_version::number
        .nullable()
        .eq(owner_decision::inside);
    let waits = owner_decision::outside
        .is_null()
        .or(owner_decision::outside.ne(owner_decision::inside));
    let mut rows: Vec<Row> = owner_decision::table
        .inner_join(meeting::table)
        .inner_join(minute_access::table)
        .inner_join(owner_decision_version::table)
        .filter(among(owner_decision::board_id, boards))
        .filter(newest.and(waits))
        .filter(owner_decision_version::made_by.ne(reader.id))
        .filter(reads.filter(SHELF))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST)
        .select(told!())
        .load(conn)?;
    rows.dedup_by_key(|row| row.0);
    Ok(rows)
}
