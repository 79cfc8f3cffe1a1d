//! Whom a notice could concern: who sits on the days of its meetings, who is named as a deputy, who was told before.

use crate::boards::{Board, store as boards};
use crate::db::ids::{MeetingId, PersonId};
use crate::db::schema::{
    appointment, message, notice, notice_recipient, occasion, person, replacement, reply,
    representation,
};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::Language;
use crate::meetings::Meeting;
use crate::meetings::notices::{Candidate, NoticeKind, rules};
use crate::meetings::replies::ReplacementState;
use crate::meetings::replies::rules::is_asked;
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// A person who has been on the board, with the days.
type SeatRow = (
    (PersonId, String, Option<String>, String),
    Role,
    (NaiveDate, Option<NaiveDate>),
    (NaiveDate, Option<NaiveDate>),
);

fn seats(conn: &mut Conn, board: &Board, days: &[NaiveDate]) -> Result<Vec<SeatRow>> {
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Ok(Vec::new());
    };
    Ok(representation::table
        .inner_join(appointment::table)
        .inner_join(person::table)
        .filter(appointment::board_id.eq(board.id))
        .filter(appointment::valid_from.le(*last))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(*first)),
        )
        .filter(representation::valid_from.le(*last))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(*first)),
        )
        .select((
            (person::id, person::name, person::address, person::language),
            appointment::role,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?)
}

fn new_candidate(person: (PersonId, String, Option<String>, String)) -> Candidate {
    let (person, name, address, language) = person;
    Candidate {
        person,
        name,
        address,
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        role: None,
        is_deputy: false,
        meetings: Vec::new(),
        had_it: None,
        was_told: false,
        owes_answer: false,
    }
}

/// Everyone whom a notice of this kind could concern, by role and name: who sits on the days of the meetings (of no
/// meeting: today), who is named as a deputy, and who was told of them before.
///
/// # Errors
/// When the database fails.
pub fn candidates(
    conn: &mut Conn,
    board: &Board,
    kind: NoticeKind,
    meetings: &[Meeting],
    now: Moment,
) -> Result<Vec<Candidate>> {
    let mut found: BTreeMap<PersonId, Candidate> = BTreeMap::new();
    let mut days: Vec<(NaiveDate, Option<MeetingId>)> = meetings
        .iter()
        .map(|meeting| (meeting.first_day(), Some(meeting.id)))
        .collect();
    if days.is_empty() {
        days.push((board.today(now), None));
    }
    let only_days: Vec<NaiveDate> = days.iter().map(|(day, _)| *day).collect();
    for (who, role, term, use_of) in seats(conn, board, &only_days)? {
        let on = days.iter().filter(|(day, _)| {
            [term, use_of]
                .into_iter()
                .all(|(from, until)| crate::calendar::Period { from, until }.contains(*day))
        });
        let on: Vec<Option<MeetingId>> = on.map(|(_, meeting)| *meeting).collect();
        if !on.is_empty() {
            let one = found.entry(who.0).or_insert_with(|| new_candidate(who));
            one.role = one.role.min_by_rank(role);
            one.meetings.extend(on.into_iter().flatten());
        }
    }
    with_parents_secretariat(conn, board, &days, &mut found)?;
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    with_deputies(conn, &ids, &mut found)?;
    with_told(conn, kind, &ids, &mut found)?;
    with_answers(conn, meetings, &mut found)?;
    let mut found: Vec<Candidate> = found.into_values().collect();
    for one in &mut found {
        one.meetings
            .sort_unstable_by_key(|id| ids.iter().position(|of| of == id));
        one.meetings.dedup();
    }
    found.retain(|one| rules::is_candidate(kind, one));
    found.sort_by_cached_key(|one| {
        (
            one.role.map_or(9, rank),
            one.name.to_lowercase(),
            one.person,
        )
    });
    Ok(found)
}

/// In the order in which people stand on the page; who has two roles stands with the first.
fn rank(role: Role) -> u8 {
    match role {
        Role::Chair => 0,
        Role::Member => 1,
        Role::Observer => 2,
        Role::Aide => 3,
        Role::Secretariat => 4,
        Role::Deputy => 5,
    }
}

trait Ranked {
    fn min_by_rank(self, other: Role) -> Option<Role>;
}

impl Ranked for Option<Role> {
    fn min_by_rank(self, other: Role) -> Option<Role> {
        let first = self.filter(|role| rank(*role) <= rank(other));
        Some(first.unwrap_or(other))
    }
}

fn with_parents_secretariat(
    conn: &mut Conn,
    board: &Board,
    days: &[(NaiveDate, Option<MeetingId>)],
    found: &mut BTreeMap<PersonId, Candidate>,
) -> Result<()> {
    let has_own = found
        .values()
        .any(|one| one.role == Some(Role::Secretariat));
    let Some(parent) = board
        .parent
        .filter(|_| board.parent_secretariat && !has_own)
    else {
        return Ok(());
    };
    let first = days
        .first()
        .map_or_else(NaiveDate::default, |(day, _)| *day);
    for to in boards::recipients(conn, parent, Role::Secretariat, first)? {
        let Some(id) = to.person else { continue };
        let one = found.entry(id).or_insert_with(|| {
            let language = to.language.tag().to_owned();
            new_candidate((id, to.name, Some(to.address), language))
        });
        one.role = one.role.min_by_rank(Role::Secretariat);
        one.meetings
            .extend(days.iter().filter_map(|(_, meeting)| *meeting));
    }
    Ok(())
}

fn with_deputies(
    conn: &mut Conn,
    meetings: &[MeetingId],
    found: &mut BTreeMap<PersonId, Candidate>,
) -> Result<()> {
    type Row = ((PersonId, String, Option<String>, String), MeetingId);
    let rows: Vec<Row> = replacement::table
        .inner_join(person::table.on(person::id.eq(replacement::person_id)))
        .filter(among(replacement::meeting_id, meetings))
        .filter(replacement::state.ne(ReplacementState::Withdrawn))
        .select((
            (person::id, person::name, person::address, person::language),
            replacement::meeting_id,
        ))
        .load(conn)?;
    for (who, meeting) in rows {
        let one = found.entry(who.0).or_insert_with(|| new_candidate(who));
        one.is_deputy = true;
        one.meetings.push(meeting);
    }
    Ok(())
}

/// Who was told is what the ledger says: there is a message to them.
fn with_told(
    conn: &mut Conn,
    kind: NoticeKind,
    meetings: &[MeetingId],
    found: &mut BTreeMap<PersonId, Candidate>,
) -> Result<()> {
    type Row = (
        (PersonId, String, Option<String>, String),
        Option<MeetingId>,
        NoticeKind,
        Moment,
    );
    let mut rows: Vec<Row> = notice_recipient::table
        .inner_join(notice::table)
        .inner_join(person::table)
        .inner_join(occasion::table.on(occasion::object_id.eq(notice_recipient::notice_id)))
        .inner_join(
            message::table.on(message::occasion_id
                .eq(occasion::id)
                .and(message::person_id.eq(notice_recipient::person_id.nullable()))),
        )
        .filter(among(notice_recipient::meeting_id, meetings))
        .filter(notice::kind.ne(NoticeKind::Message))
        .select((
            (person::id, person::name, person::address, person::language),
            notice_recipient::meeting_id,
            notice::kind,
            message::created_at,
        ))
        .load(conn)?;
    rows.extend(told_deputies(conn, meetings)?);
    for (who, meeting, of, at) in rows {
        let one = found.entry(who.0).or_insert_with(|| new_candidate(who));
        one.was_told = true;
        one.meetings.extend(meeting);
        if of == kind {
            one.had_it = one.had_it.max(Some(at));
        }
    }
    Ok(())
}

type ToldRow = (
    (PersonId, String, Option<String>, String),
    Option<MeetingId>,
    NoticeKind,
    Moment,
);

/// Deputies are called by a mail of their own; who is withdrawn has been told that too.
fn told_deputies(conn: &mut Conn, meetings: &[MeetingId]) -> Result<Vec<ToldRow>> {
    type Row = (
        (PersonId, String, Option<String>, String),
        MeetingId,
        Moment,
    );
    let rows: Vec<Row> = replacement::table
        .inner_join(person::table.on(person::id.eq(replacement::person_id)))
        .inner_join(occasion::table.on(occasion::object_id.eq(replacement::id)))
        .inner_join(
            message::table.on(message::occasion_id
                .eq(occasion::id)
                .and(message::person_id.eq(replacement::person_id.nullable()))),
        )
        .filter(among(replacement::meeting_id, meetings))
        .filter(replacement::state.ne(ReplacementState::Withdrawn))
        .select((
            (person::id, person::name, person::address, person::language),
            replacement::meeting_id,
            message::created_at,
        ))
        .load(conn)?;
    let told = |(who, meeting, at): Row| (who, Some(meeting), NoticeKind::Call, at);
    Ok(rows.into_iter().map(told).collect())
}

/// Who is asked to come to the one meeting and has not said whether.
fn with_answers(
    conn: &mut Conn,
    meetings: &[Meeting],
    found: &mut BTreeMap<PersonId, Candidate>,
) -> Result<()> {
    let [meeting] = meetings else {
        return Ok(());
    };
    let answered: Vec<PersonId> = reply::table
        .filter(reply::meeting_id.eq(meeting.id))
        .filter(reply::for_day.eq(meeting.first_day()))
        .select(reply::person_id)
        .load(conn)?;
    let answered: HashSet<PersonId> = answered.into_iter().collect();
    for one in found.values_mut() {
        let is_asked = one.is_deputy || one.role.is_some_and(is_asked);
        one.owes_answer = is_asked && !answered.contains(&one.person);
    }
    Ok(())
}
