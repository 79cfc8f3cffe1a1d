//! The demo's meetings, as an import would write them.

use super::rows::clock;
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId};
use crate::db::schema::{meeting, meeting_deadline, meeting_session};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::mail::pass::PostOffice;
use crate::mail::{Desk, past};
use crate::meetings::notices::send;
use crate::meetings::replies::record::{Given, take};
use crate::meetings::replies::{Answer, store as replies};
use crate::meetings::store as meetings;
use crate::meetings::{Done, MeetingState, rules};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A meeting with one session a day, 09:00–11:30; a professional day 09:00–15:30.
pub fn meeting(
    conn: &mut Conn,
    of: BoardId,
    kind: &str,
    days: &[NaiveDate],
    place: &str,
    now: Moment,
) -> Result<()> {
    let id = MeetingId::new();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Ok(());
    };
    diesel::insert_into(meeting::table)
        .values((
            meeting::id.eq(id),
            meeting::board_id.eq(of),
            meeting::kind.eq(kind),
            meeting::title.eq(Words::default()),
            meeting::place.eq(place),
            meeting::video_link.eq(if place.is_empty() {
                "https://video.example/styringsrad"
            } else {
                ""
            }),
            meeting::archive_reference.eq(""),
            meeting::state.eq("planned"),
            meeting::first_day.eq(first),
            meeting::last_day.eq(last),
            meeting::created_at.eq(now),
        ))
        .execute(conn)?;
    let ends = if kind == "ordinary" {
        clock(11, 30)
    } else {
        clock(15, 30)
    };
    for (position, day) in (1_i64..).zip(days) {
        diesel::insert_into(meeting_session::table)
            .values((
                meeting_session::meeting_id.eq(id),
                meeting_session::position.eq(position),
                meeting_session::day.eq(day),
                meeting_session::starts.eq(clock(9, 0)),
                meeting_session::ends.eq(ends),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// A meeting that has been: each stage was done when it was due; of one that is done with, nothing is asked for any more.
pub fn held(
    conn: &mut Conn,
    of: BoardId,
    day: NaiveDate,
    state: MeetingState,
    now: Moment,
) -> Result<()> {
    meeting(
        conn,
        of,
        "ordinary",
        &[day],
        "Digdir, Lørenfaret 1C, Oslo",
        now,
    )?;
    let past = meeting::table
        .filter(meeting::board_id.eq(of))
        .filter(meeting::first_day.eq(day));
    diesel::update(past)
        .set(meeting::state.eq(state))
        .execute(conn)?;
    let data = boards::data(conn, of)?;
    let next = day.succ_opt().unwrap_or(day);
    for mut one in meetings::between(conn, of, day, next)? {
        let line = rules::deadlines(&one, &data);
        let is_over = state == MeetingState::Closed;
        let passed = line.iter().filter(|one| is_over || one.due_at <= now);
        let done = passed.map(|deadline| {
            let at = deadline.due_at.min(now);
            (deadline.stage, Done { at, by: None })
        });
        one.done = done.collect();
        meetings::write::keep_deadlines(conn, &one, &[], &line)?;
    }
    Ok(())
}

/// Stands where the mail server's answer would, at mail of before the demo was loaded.
pub const NOTHING_WAS_SENT: &str = "Lest inn med demoen. Ingenting ble sendt.";

/// The secretariat has done what was due before today: cases are registered, the notice has gone. Who was told stands in
/// the ledger as then; nobody is mailed.
pub fn press_what_is_past(
    conn: &mut Conn,
    office: &PostOffice,
    of: BoardId,
    secretary: PersonId,
    now: Moment,
) -> Result<()> {
    let passed = meeting_deadline::table
        .filter(meeting_deadline::board_id.eq(of))
        .filter(meeting_deadline::done_at.is_null())
        .filter(meeting_deadline::due_at.le(now));
    let called: Vec<(MeetingId, Moment)> = passed
        .filter(meeting_deadline::stage.eq("notice"))
        .select((meeting_deadline::meeting_id, meeting_deadline::due_at))
        .load(conn)?;
    for (id, at) in &called {
        let notice = send::sent_before(conn, *id, Some(secretary), *at)?;
        let desk = Desk {
            now: *at,
            base_url: &office.base_url,
        };
        let through = (office.domain(), NOTHING_WAS_SENT);
        past::record(conn, &office.tables, notice.as_str(), &desk, through)?;
    }
    diesel::update(passed)
        .set(meeting_deadline::done_at.eq(meeting_deadline::due_at.nullable()))
        .execute(conn)?;
    let ids: Vec<MeetingId> = called.into_iter().map(|(id, _)| id).collect();
    diesel::update(meeting::table.filter(meeting::id.eq_any(ids)))
        .set(meeting::state.eq("called"))
        .execute(conn)?;
    Ok(())
}

/// Some have answered to the call of the near meeting: two of three, one of them digitally, one not at all.
pub fn some_answer(conn: &mut Conn, of: BoardId, now: Moment) -> Result<()> {
    let today = boards::board(conn, of)?.today(now);
    let called = meetings::next_of(conn, &[of], today)?;
    for meeting in called
        .iter()
        .filter(|one| one.state == MeetingState::Called)
    {
        let invited = replies::invited(conn, of, meeting.first_day())?;
        for (at, one) in invited.iter().enumerate().filter(|(at, _)| at % 3 != 2) {
            let given = Given {
                meeting: meeting.id,
                person: one.person,
                answer: match at {
                    1 => Answer::Digitally,
                    4 => Answer::NotComing,
                    _ => Answer::InPerson,
                },
                deputy: None,
                needs: None,
                version: None,
                by: None,
            };
            take(conn, &given, now)?;
        }
    }
    Ok(())
}
