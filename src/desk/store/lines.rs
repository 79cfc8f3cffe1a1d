//! Occasions as lists show them: with their board, whom they go to and what they are about; each read once a page.

use super::places;
use crate::boards::ReminderRule;
use crate::boards::store::reminders_of;
use crate::db::ids::{
    AppointmentId, BoardId, MeetingId, NoticeId, OrganisationId, PersonId, ReplacementId,
};
use crate::db::schema::{
    action_item, appointment, colleague, dispatch, meeting, minutes_remark, notice_meeting, person,
    publication, replacement,
};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::desk::{OccasionLine, Thing, rules};
use crate::error::Result;
use crate::mail::Occasion;
use crate::meetings::store::around;
use crate::people::store as people;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// These occasions with everything a list says of them.
///
/// # Errors
/// When the database fails.
pub fn occasion_lines(conn: &mut Conn, rows: Vec<Occasion>) -> Result<Vec<OccasionLine>> {
    let at = places(conn, rows.iter().filter_map(|row| row.board_id))?;
    let reminders = reminders(conn, &rows)?;
    let mut things = things(conn, &rows)?;
    rows.into_iter()
        .map(|occasion| {
            let of = occasion.board_id.and_then(|board| reminders.get(&board));
            let of = of.map_or(&[][..], Vec::as_slice);
            Ok(OccasionLine {
                board: occasion.board_id.map(|board| at.of(board)).transpose()?,
                to: rules::audience(&occasion.kind, &occasion.slot, of),
                thing: things.of(&occasion),
                occasion,
            })
        })
        .collect()
}

/// Who is reminded of what on the boards of these occasions.
///
/// # Errors
/// When the database fails.
pub fn reminders(
    conn: &mut Conn,
    rows: &[Occasion],
) -> Result<HashMap<BoardId, Vec<ReminderRule>>> {
    let boards: BTreeSet<BoardId> = rows.iter().filter_map(|row| row.board_id).collect();
    let mut by_board: HashMap<BoardId, Vec<ReminderRule>> = HashMap::new();
    for (board, rule) in reminders_of(conn, boards)? {
        by_board.entry(board).or_default().push(rule);
    }
    Ok(by_board)
}

/// What occasions are about, by the id in their row.
#[derive(Default)]
struct Things {
    meetings: HashMap<String, (Words, NaiveDate)>,
    organisations: HashMap<String, String>,
    /// The meeting of each notice, deputy, dispatch of papers, colleague and action item.
    through: HashMap<String, MeetingId>,
    people: HashMap<String, String>,
}

impl Things {
    fn of(&mut self, occasion: &Occasion) -> Option<Thing> {
        let id = &occasion.object_id;
        match occasion.object_kind.as_str() {
            "meeting" => {
                let (name, day) = self.meetings.get(id)?;
                Some(Thing::Meeting(name.clone(), *day))
            }
            "notice" | "replacement" | "dispatch" | "colleague" | "action" | "remark"
            | "publication" => {
                let meeting = self.through.get(id)?;
                let (name, day) = self.meetings.get(meeting.as_str())?;
                Some(Thing::OfMeeting(*meeting, name.clone(), *day))
            }
            "person" => Some(Thing::Person(self.people.get(id)?.clone())),
            "appointment" => Some(Thing::Organisation(self.organisations.get(id)?.clone())),
            _ => None,
        }
    }
}

fn things(conn: &mut Conn, rows: &[Occasion]) -> Result<Things> {
    let ids = |kind: &str| -> BTreeSet<&str> {
        let of = rows.iter().filter(|row| row.object_kind == kind);
        of.map(|row| row.object_id.as_str()).collect()
    };
    let mut through = through(conn, &ids("notice"), &ids("replacement"), &ids("dispatch"))?;
    through.extend(of_colleagues(conn, &ids("colleague"))?);
    through.extend(of_minutes(conn, &ids("remark"), &ids("publication"))?);
    through.extend(of_actions(conn, &ids("action"))?);
    let mut wanted = ids("meeting");
    wanted.extend(through.values().map(MeetingId::as_str));
    Ok(Things {
        meetings: meetings(conn, &wanted)?,
        organisations: organisations(conn, &ids("appointment"), rows)?,
        people: people_of(conn, &ids("person"))?,
        through,
    })
}

/// The meeting of each of these notices, of several the first, of each of these deputies, and of these dispatches.
fn through(
    conn: &mut Conn,
    notices: &BTreeSet<&str>,
    deputies: &BTreeSet<&str>,
    dispatches: &BTreeSet<&str>,
) -> Result<HashMap<String, MeetingId>> {
    let mut found: HashMap<String, MeetingId> = HashMap::new();
    if !dispatches.is_empty() {
        let rows: Vec<(String, MeetingId)> = dispatch::table
            .filter(among(dispatch::id, dispatches))
            .select((dispatch::id, dispatch::meeting_id))
            .load(conn)?;
        found.extend(rows);
    }
    if !notices.is_empty() {
        let rows: Vec<(NoticeId, MeetingId)> = notice_meeting::table
            .filter(among(notice_meeting::notice_id, notices))
            .filter(notice_meeting::position.eq(1))
            .select((notice_meeting::notice_id, notice_meeting::meeting_id))
            .load(conn)?;
        found.extend(rows.into_iter().map(|(id, of)| (id.to_string(), of)));
    }
    if !deputies.is_empty() {
        let rows: Vec<(ReplacementId, MeetingId)> = replacement::table
            .filter(among(replacement::id, deputies))
            .select((replacement::id, replacement::meeting_id))
            .load(conn)?;
        found.extend(rows.into_iter().map(|(id, of)| (id.to_string(), of)));
    }
    Ok(found)
}

/// The meeting whose papers each of these colleagues reads.
fn of_colleagues(conn: &mut Conn, ids: &BTreeSet<&str>) -> Result<Vec<(String, MeetingId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(colleague::table
        .filter(among(colleague::id, ids))
        .select((colleague::id, colleague::meeting_id))
        .load(conn)?)
}

/// The meeting whose minutes each of these remarks and publications is of.
fn of_minutes(
    conn: &mut Conn,
    remarks: &BTreeSet<&str>,
    publications: &BTreeSet<&str>,
) -> Result<Vec<(String, MeetingId)>> {
    let mut found = Vec::new();
    if !remarks.is_empty() {
        let rows: Vec<(String, MeetingId)> = minutes_remark::table
            .filter(among(minutes_remark::id, remarks))
            .select((minutes_remark::id, minutes_remark::meeting_id))
            .load(conn)?;
        found.extend(rows);
    }
    if !publications.is_empty() {
        let rows: Vec<(String, MeetingId)> = publication::table
            .filter(among(publication::id, publications))
            .select((publication::id, publication::meeting_id))
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// The meeting at which each of these action items was agreed.
fn of_actions(conn: &mut Conn, ids: &BTreeSet<&str>) -> Result<Vec<(String, MeetingId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(action_item::table
        .filter(among(action_item::id, ids))
        .select((action_item::id, action_item::meeting_id))
        .load(conn)?)
}

fn people_of(conn: &mut Conn, ids: &BTreeSet<&str>) -> Result<HashMap<String, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(PersonId, String)> = person::table
        .filter(among(person::id, ids))
        .select((person::id, person::name))
        .load(conn)?;
    let named = rows.into_iter().map(|(id, name)| (id.to_string(), name));
    Ok(named.collect())
}

/// What these meetings are called: their title, else the words of their kind.
fn meetings(conn: &mut Conn, ids: &BTreeSet<&str>) -> Result<HashMap<String, (Words, NaiveDate)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let kinds: HashMap<String, Words> = around::kinds(conn)?.into_iter().collect();
    let rows: Vec<(MeetingId, Words, String, NaiveDate)> = meeting::table
        .filter(among(meeting::id, ids))
        .select((
            meeting::id,
            meeting::title,
            meeting::kind,
            meeting::first_day,
        ))
        .load(conn)?;
    let named = rows.into_iter().map(|(id, title, kind, day)| {
        let name = if title.is_empty() {
            let of_kind = kinds.get(&kind).cloned();
            of_kind.unwrap_or_else(|| Words::new([("nb", kind.as_str())]))
        } else {
            title
        };
        (id.to_string(), (name, day))
    });
    Ok(named.collect())
}

/// The organisations of these appointments, under the names of the day they are about.
fn organisations(
    conn: &mut Conn,
    ids: &BTreeSet<&str>,
    rows: &[Occasion],
) -> Result<HashMap<String, String>> {
    let on = rows.iter().filter_map(|row| row.about_day).max();
    let (false, Some(on)) = (ids.is_empty(), on) else {
        return Ok(HashMap::new());
    };
    let of: Vec<(AppointmentId, Option<OrganisationId>)> = appointment::table
        .filter(among(appointment::id, ids))
        .select((appointment::id, appointment::organisation_id))
        .load(conn)?;
    let wanted: Vec<OrganisationId> = of.iter().filter_map(|(_, id)| *id).collect();
    let names = people::names_of(conn, &wanted, on)?;
    let named = of.into_iter().filter_map(|(id, organisation)| {
        Some((id.to_string(), names.get(&organisation?)?.0.clone()))
    });
    Ok(named.collect())
}
