//! Writes attendance down: one line at a time, so that two who do it at the same table do not undo each other's.

use super::rules::{self, Refusal};
use super::{Line, Listed, Part, Presence, Record, Source, Stay, Who, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::{BoardData, store as boards};
use crate::cases::{Agenda, store::agenda as agendas};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::replies::routes as replies;
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::round;

/// What is written down.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one at a time, while a tap is written down"
)]
pub enum Act {
    /// Someone of the list was there in this way; without one nothing is known any more.
    Tap(Who, Option<Presence>),
    /// Someone came later or left earlier.
    Stay(Who, Stay),
    /// Someone whom nobody expected was there.
    Add(Listed, Presence),
}

impl Act {
    /// Which line it is about.
    #[must_use]
    pub fn who(&self) -> Who {
        match self {
            Self::Tap(who, _) | Self::Stay(who, _) => *who,
            Self::Add(listed, _) => listed.who,
        }
    }
}

/// A meeting with the lists of its days.
pub struct Lists {
    pub meeting: Meeting,
    pub data: BoardData,
    pub agenda: Agenda,
    /// One for each day.
    pub days: Vec<Vec<Line>>,
    /// Whether the minutes are approved, and not being corrected.
    pub is_shut: bool,
}

impl Lists {
    /// The items of one day, in order.
    #[must_use]
    pub fn items(&self, session: usize) -> Vec<AgendaItemId> {
        let of_day = self
            .agenda
            .items
            .iter()
            .filter(|item| item.session == session);
        of_day.map(|item| item.id).collect()
    }
}

/// The lists of a meeting, as they stand.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn lists(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<Lists> {
    let meeting = meetings::meeting(conn, of)?;
    let data = boards::data(conn, meeting.board)?;
    let answers = replies::answers(conn, &meeting, &data, now)?;
    let mut agenda = agendas::agenda(conn, of)?;
    crate::cases::rules::agenda::fit(&mut agenda.items, meeting.sessions.len());
    let records = store::records(conn, of)?;
    let mut days = Vec::new();
    for (session, day) in meeting.sessions.iter().enumerate() {
        let mut expected = rules::called(&answers.lines, &answers.organisations);
        let guests = rules::guests(&agenda.guests, &agenda.items, session);
        let secretariat = store::secretariat(conn, &data.board, day.day)?;
        let unasked = guests.into_iter().chain(secretariat);
        expected.extend(unasked.map(|listed| (listed, None)));
        days.push(rules::lines(expected, &records, session));
    }
    let round = round::store::round(conn, of)?;
    Ok(Lists {
        is_shut: round::rules::is_shut(&meeting, round.as_ref()),
        meeting,
        data,
        agenda,
        days,
    })
}

/// Writes one line of one day down.
///
/// # Errors
/// `Refused` with why it cannot be written, `NotFound` when there is no such line, or when the database fails.
pub fn write(
    conn: &mut Conn,
    of: MeetingId,
    session: usize,
    act: &Act,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let lists = lists(conn, of, now)?;
    let today = lists.data.board.today(now);
    rules::may_write(&lists.meeting, session, today, lists.is_shut)
        .map_err(|why| Error::Refused(why.said()))?;
    let lines = lists.days.get(session);
    let lines = lines.ok_or_else(|| Error::Refused(Refusal::NoSuchDay.said()))?;
    let line = lines.iter().find(|line| line.listed.who == act.who());
    let (listed, after) = match act {
        Act::Add(listed, presence) => (listed.clone(), Some(*presence)),
        Act::Tap(_, presence) => (line.ok_or(Error::NotFound)?.listed.clone(), *presence),
        Act::Stay(_, stay) => {
            let line = line.ok_or(Error::NotFound)?;
            if !rules::is_in_order(*stay, &lists.items(session)) {
                return Err(Error::Refused(Said::new("attendance-stay-order")));
            }
            let mut listed = line.listed.clone();
            listed.stay = *stay;
            listed.source.stay_said = None;
            // Who came late was there.
            let there = line.presence.filter(|how| *how != Presence::Absent);
            (listed, Some(there.unwrap_or(Presence::InPerson)))
        }
    };
    put(conn, of, session, &listed, after)?;
    record(conn, &lists.meeting, &listed, by, now)
}

fn put(
    conn: &mut Conn,
    of: MeetingId,
    session: usize,
    listed: &Listed,
    presence: Option<Presence>,
) -> Result<()> {
    let Some(presence) = presence else {
        return store::remove(conn, of, session, listed.who);
    };
    let mut listed = listed.clone();
    if presence == Presence::Absent {
        listed.stay = Stay::default();
        listed.source.stay_said = None;
    }
    let record = Record {
        id: RowId::new(),
        session,
        listed,
        presence,
    };
    store::put(conn, of, &record)
}

/// The log says of whom, not whether they were there: that stands in the minutes.
fn record(
    conn: &mut Conn,
    meeting: &Meeting,
    listed: &Listed,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let object = listed.who.to_string();
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind: "attendance",
        object_id: &object,
        object_version: 0,
        action: "attendance-written",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by), now, &entry)
}

/// Someone added to the list of a day, for a seat or not.
#[must_use]
pub fn added(
    id: RowId,
    (name, organisation): (String, String),
    part: Part,
    seat: Option<&Listed>,
) -> Listed {
    Listed {
        who: Who::Added(id),
        person: None,
        name,
        organisation: seat.map_or(organisation, |seat| seat.organisation.clone()),
        part: if seat.is_some() { Part::Member } else { part },
        appointment: seat.and_then(|seat| seat.appointment),
        instead_of: seat.map(|seat| seat.name.clone()).unwrap_or_default(),
        stay: Stay::default(),
        source: Source::default(),
    }
}
