//! The rows of notices. Whom they may go to stands in `store/candidates.rs`.

pub mod candidates;

pub use candidates::candidates;

use super::{About, Known, Notice, NoticeKind, Sent, Told, rules};
use crate::boards::store as boards;
use crate::db::ids::{BoardId, MeetingId, NoticeId, OccasionId, PersonId, RowId};
use crate::db::schema::{
    meeting, meeting_deadline, message, notice, notice_meeting, notice_recipient, occasion, person,
};
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::mail::{MessageState, OccasionState};
use crate::meetings::replies::store as replies;
use crate::meetings::{Meeting, Stage, store as meetings};
use chrono::NaiveDate;
use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

/// As many as a list of what needs someone shows.
const MOST_OWED: i64 = 10;

#[derive(Queryable, Selectable)]
#[diesel(table_name = notice)]
struct NoticeRow {
    id: NoticeId,
    board_id: BoardId,
    kind: NoticeKind,
    subject: Words,
    paragraph: Words,
    sent_at: Moment,
}

/// One notice with its meetings as they were told; none when there is none with this id.
///
/// # Errors
/// When the database fails.
pub fn notice(conn: &mut Conn, id: NoticeId) -> Result<Option<Notice>> {
    let row: Option<NoticeRow> = notice::table
        .find(id)
        .select(NoticeRow::as_select())
        .first(conn)
        .optional()?;
    let Some(row) = row else {
        return Ok(None);
    };
    let told: Vec<(MeetingId, String, Option<String>)> = notice_meeting::table
        .filter(notice_meeting::notice_id.eq(id))
        .order(notice_meeting::position.asc())
        .select((
            notice_meeting::meeting_id,
            notice_meeting::told,
            notice_meeting::before,
        ))
        .load(conn)?;
    let about = |(meeting, told, before): (MeetingId, String, Option<String>)| {
        let told = read_told(&told)?;
        let before = before.as_deref().map(read_told).transpose()?;
        let meeting = told.meeting(meeting, row.board_id);
        Ok(About {
            stand_in: stand_in(conn, row.kind, &meeting)?,
            meeting,
            told,
            before,
        })
    };
    Ok(Some(Notice {
        meetings: told.into_iter().map(about).collect::<Result<_>>()?,
        id: row.id,
        board: row.board_id,
        kind: row.kind,
        subject: row.subject,
        paragraph: row.paragraph,
        at: row.sent_at,
    }))
}

/// The name of whoever leads a meeting in the chair's place, in mail that calls people to it.
///
/// # Errors
/// When the database fails.
pub fn stand_in(conn: &mut Conn, kind: NoticeKind, of: &Meeting) -> Result<Option<String>> {
    if !matches!(kind, NoticeKind::Call | NoticeKind::Change) {
        return Ok(None);
    }
    let leader = replies::leader(conn, of)?.filter(|leader| leader.is_stand_in);
    Ok(leader.map(|leader| leader.name))
}

fn read_told(text: &str) -> Result<Told> {
    Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
}

fn written(told: &Told) -> Result<String> {
    Ok(serde_json::to_string(told).map_err(anyhow::Error::from)?)
}

/// Writes a notice, its meetings, and whom it is for, with the meetings that concern each.
///
/// # Errors
/// When the database fails.
pub fn add(
    conn: &mut Conn,
    new: &Notice,
    to: &[(PersonId, Vec<MeetingId>)],
    by: Option<PersonId>,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(notice::table)
        .values((
            notice::id.eq(new.id),
            notice::board_id.eq(new.board),
            notice::kind.eq(new.kind),
            notice::subject.eq(&new.subject),
            notice::paragraph.eq(&new.paragraph),
            notice::sent_by.eq(by),
            notice::sent_at.eq(now),
        ))
        .execute(conn)?;
    for (position, about) in (1_i64..).zip(&new.meetings) {
        diesel::insert_into(notice_meeting::table)
            .values((
                notice_meeting::notice_id.eq(new.id),
                notice_meeting::meeting_id.eq(about.meeting.id),
                notice_meeting::position.eq(position),
                notice_meeting::sequence.eq(about.told.sequence),
                notice_meeting::told.eq(written(&about.told)?),
                notice_meeting::before.eq(about.before.as_ref().map(written).transpose()?),
            ))
            .execute(conn)?;
    }
    for (person, meetings) in to {
        let none = [None];
        let some: Vec<Option<MeetingId>> = meetings.iter().copied().map(Some).collect();
        let rows = if some.is_empty() { &none[..] } else { &some };
        for meeting in rows {
            diesel::insert_into(notice_recipient::table)
                .values((
                    notice_recipient::id.eq(RowId::new()),
                    notice_recipient::notice_id.eq(new.id),
                    notice_recipient::person_id.eq(*person),
                    notice_recipient::meeting_id.eq(*meeting),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Someone a notice is for, as they are now.
pub struct Addressee {
    pub person: PersonId,
    pub name: String,
    pub address: Option<String>,
    pub language: Language,
    pub meetings: Vec<MeetingId>,
}

/// Whom a notice is for.
///
/// # Errors
/// When the database fails.
pub fn addressees(conn: &mut Conn, of: NoticeId) -> Result<Vec<Addressee>> {
    type Row = (PersonId, String, Option<String>, String, Option<MeetingId>);
    let rows: Vec<Row> = notice_recipient::table
        .inner_join(person::table)
        .filter(notice_recipient::notice_id.eq(of))
        .order((person::id.asc(), notice_recipient::id.asc()))
        .select((
            person::id,
            person::name,
            person::address,
            person::language,
            notice_recipient::meeting_id,
        ))
        .load(conn)?;
    let mut found: Vec<Addressee> = Vec::new();
    for (person, name, address, language, meeting) in rows {
        if found.last().is_none_or(|last| last.person != person) {
            found.push(Addressee {
                person,
                name,
                address,
                language: Language::from_tag(&language).unwrap_or(Language::NB),
                meetings: Vec::new(),
            });
        }
        if let Some(last) = found.last_mut() {
            last.meetings.extend(meeting);
        }
    }
    Ok(found)
}

/// What people know of each of these meetings; messages tell nothing of them.
///
/// # Errors
/// When the database fails.
pub fn known(conn: &mut Conn, of: &[MeetingId]) -> Result<HashMap<MeetingId, Known>> {
    let mut known: HashMap<MeetingId, Known> = meetings::calendar::revisions(conn, of)?
        .into_iter()
        .map(|(meeting, revision)| {
            let of = Known {
                sequence: revision.sequence,
                changed_at: (revision.sequence > 0).then_some(revision.at),
                ..Known::default()
            };
            (meeting, of)
        })
        .collect();
    let rows: Vec<(MeetingId, String, Moment)> = notice_meeting::table
        .inner_join(notice::table)
        .filter(among(notice_meeting::meeting_id, of))
        .filter(notice::kind.ne(NoticeKind::Message))
        .order((notice::sent_at.asc(), notice::id.asc()))
        .select((
            notice_meeting::meeting_id,
            notice_meeting::told,
            notice::sent_at,
        ))
        .load(conn)?;
    for (meeting, told, at) in rows {
        let of = known.entry(meeting).or_default();
        of.told = Some(read_told(&told)?);
        of.told_at = Some(at);
    }
    Ok(known)
}

/// What people know of one meeting.
///
/// # Errors
/// When the database fails.
pub fn known_of(conn: &mut Conn, of: MeetingId) -> Result<Known> {
    Ok(known(conn, &[of])?.remove(&of).unwrap_or_default())
}

/// Everything that was sent about a meeting, newest first.
///
/// # Errors
/// When the database fails.
pub fn sent(conn: &mut Conn, of: MeetingId) -> Result<Vec<Sent>> {
    type Row = (
        (NoticeId, NoticeKind, Moment),
        Option<String>,
        String,
        Option<(OccasionId, OccasionState)>,
    );
    let rows: Vec<Row> = notice_meeting::table
        .inner_join(notice::table)
        .left_join(person::table.on(person::id.nullable().eq(notice::sent_by)))
        .left_join(occasion::table.on(occasion::object_id.eq(notice::id)))
        .filter(notice_meeting::meeting_id.eq(of))
        .order((notice::sent_at.desc(), notice::id.desc()))
        .select((
            (notice::id, notice::kind, notice::sent_at),
            person::name.nullable(),
            notice_meeting::told,
            (occasion::id, occasion::state).nullable(),
        ))
        .load(conn)?;
    let occasions: Vec<OccasionId> = rows.iter().filter_map(|row| Some(row.3?.0)).collect();
    let letters: Vec<(OccasionId, MessageState)> = message::table
        .filter(among(message::occasion_id, &occasions))
        .select((message::occasion_id, message::state))
        .load(conn)?;
    rows.into_iter()
        .map(|((id, kind, at), by, told, occasion)| {
            let told = (kind != NoticeKind::Message).then(|| read_told(&told));
            let own = || {
                letters
                    .iter()
                    .filter(|(of, _)| Some(*of) == occasion.map(|it| it.0))
            };
            let is_out = |letter: &&(_, MessageState)| letter.1 == MessageState::HandedOver;
            Ok(Sent {
                id,
                kind,
                at,
                by,
                told: told.transpose()?,
                occasion,
                letters: (own().count(), own().filter(is_out).count()),
            })
        })
        .collect()
}

/// The meetings of these boards that are no longer as people know them, and what they should be told; soonest first.
///
/// A call that was only marked as sent has told: what changed after it is owed, and what changed before it is not.
///
/// # Errors
/// When the database fails.
pub fn owed(
    conn: &mut Conn,
    of: &[BoardId],
    today: NaiveDate,
    now: Moment,
) -> Result<Vec<(Meeting, NoticeKind)>> {
    let told = || {
        notice_meeting::table
            .inner_join(notice::table)
            .filter(notice_meeting::meeting_id.eq(meeting::id))
            .filter(notice::kind.ne(NoticeKind::Message))
    };
    let called = || {
        meeting_deadline::table
            .filter(meeting_deadline::meeting_id.eq(meeting::id))
            .filter(meeting_deadline::stage.eq(Stage::Notice))
    };
    let since_changed = meeting_deadline::done_at.ge(meeting::calendar_changed_at);
    let before_change = meeting_deadline::done_at.lt(meeting::calendar_changed_at);
    let up_to_date = told().filter(notice_meeting::sequence.ge(meeting::calendar_sequence));
    let changed: Vec<MeetingId> = meeting::table
        .filter(among(meeting::board_id, of).past_index())
        // As in the partial index: a bound value would not match it.
        .filter(sql::<Bool>("meeting.calendar_sequence > 0"))
        .filter(meeting::first_day.ge(today))
        .filter(exists(told()).or(exists(called().filter(before_change))))
        .filter(not(exists(up_to_date)))
        .filter(not(exists(called().filter(since_changed))))
        .order((meeting::first_day.asc(), meeting::id.asc()))
        .limit(MOST_OWED)
        .select(meeting::id)
        .load(conn)?;
    let mut known = known(conn, &changed)?;
    let meetings = meetings::chosen(conn, &changed)?;
    let ids: Vec<BoardId> = meetings.iter().map(|meeting| meeting.board).collect();
    let boards = boards::chosen(conn, &ids)?;
    let mut owed = |meeting: Meeting| {
        let board = boards.iter().find(|board| board.id == meeting.board)?;
        let known = known.remove(&meeting.id).unwrap_or_default();
        let kind = rules::owed(&known, &meeting, board, now)?;
        Some((meeting, kind))
    };
    Ok(meetings.into_iter().filter_map(&mut owed).collect())
}
