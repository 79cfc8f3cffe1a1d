//! The past: what stands of it, and what an import writes: what the slices have a function for by that, the rest in one
//! statement a row.

mod known;

use crate::cases::store::{agenda as agendas, assess};
use crate::cases::{Assessed, Setting};
use crate::db::Conn;
use crate::db::ids::{PersonId, RowId};
use crate::db::schema::{
    agenda, board_case, case_counter, case_event, case_organisation, case_setting, case_source,
    meeting_unknown, minute_item, minutes_approval, minutes_source,
};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::import::past::{Past, PastAction, PastAgenda, PastCase, PastMinutes, PastText};
use crate::minutes::actions::Action;
use crate::minutes::actions::store::write as actions;
use crate::minutes::attendance::store as attendance;
use crate::minutes::draft::{Minutes, store as drafts};
use crate::web::access::{Assessment, Audience};
use diesel::prelude::*;

pub use known::known;

/// Writes everything that is new of the past, in the name of who imports it.
///
/// # Errors
/// `NotFound` when it needs who imports it and nobody does, or when the database fails.
pub fn write(
    conn: &mut Conn,
    past: &Past,
    (by, reason): (Option<PersonId>, &str),
    now: Moment,
) -> Result<()> {
    for (board, numbering) in &past.numbering {
        let usual = Setting::usual();
        diesel::insert_into(case_setting::table)
            .values((
                case_setting::board_id.eq(board),
                case_setting::numbering.eq(numbering),
                case_setting::reader_roles.eq(""),
                case_setting::talk_reminder_days.eq(usual.talk_reminder_days),
            ))
            .execute(conn)?;
    }
    for (meeting, part) in &past.unknown {
        diesel::insert_into(meeting_unknown::table)
            .values((
                meeting_unknown::meeting_id.eq(meeting),
                meeting_unknown::part.eq(part),
            ))
            .execute(conn)?;
    }
    for each in &past.cases {
        write_case(conn, each, (by.ok_or(Error::NotFound)?, reason), now)?;
    }
    for each in &past.counters {
        write_counter(conn, each)?;
    }
    for each in &past.agendas {
        write_agenda(conn, each, now)?;
    }
    for (meeting, guest) in &past.guests {
        agendas::add_guest(conn, *meeting, guest)?;
    }
    for (item, meeting) in &past.approvals {
        diesel::insert_into(minutes_approval::table)
            .values((
                minutes_approval::item_id.eq(item),
                minutes_approval::meeting_id.eq(meeting),
            ))
            .execute(conn)?;
    }
    for (meeting, record) in &past.attendance {
        attendance::add(conn, *meeting, record)?;
    }
    for each in &past.heads {
        write_head(conn, each)?;
    }
    for each in &past.texts {
        write_text(conn, each, by.ok_or(Error::NotFound)?, now)?;
    }
    for each in &past.actions {
        write_action(conn, each, by.ok_or(Error::NotFound)?, now)?;
    }
    Ok(())
}

fn write_case(
    conn: &mut Conn,
    new: &PastCase,
    (by, reason): (PersonId, &str),
    now: Moment,
) -> Result<()> {
    let (facts, number) = (&new.facts, new.number.as_ref());
    let outcome = new.assessed.as_ref().map(|assessed| assessed.outcome);
    diesel::insert_into(board_case::table)
        .values((
            (
                board_case::id.eq(new.id),
                board_case::board_id.eq(new.board),
                board_case::title.eq(&facts.title),
                board_case::public_title.eq(&facts.public_title),
                board_case::kind.eq(&facts.kind),
                board_case::subject.eq(&facts.subject),
                board_case::language.eq(facts.language.tag()),
                board_case::description.eq(&facts.description),
                board_case::archive_reference.eq(&facts.archive_reference),
                board_case::responsible_board_id.eq(facts.responsible_board),
                board_case::affects_municipalities.eq(facts.affects_municipalities),
                board_case::follows_id.eq(facts.follows),
            ),
            (
                board_case::meeting_id.eq(new.meeting),
                board_case::series.eq(number.map(|number| number.series.as_str())),
                board_case::sequence.eq(number.map(|number| number.sequence)),
                board_case::year.eq(number.map(|number| i64::from(number.year))),
                board_case::state.eq(new.state),
                board_case::proposed_by.eq(by),
                board_case::proposed_through.eq(new.board),
                board_case::proposed_at.eq(new.since),
                board_case::audience.eq(Audience::Members),
                board_case::assessment.eq(outcome.unwrap_or(Assessment::NotAssessed)),
                board_case::title_exempt.eq(new.title_exempt),
            ),
        ))
        .execute(conn)?;
    write_source(conn, new)?;
    write_turn(conn, new, (by, reason), now)?;
    write_assessed(conn, new, by, now)
}

/// What the old papers say of a case: who prepared it, and what has no other place.
fn write_source(conn: &mut Conn, new: &PastCase) -> Result<()> {
    for organisation in &new.facts.organisations {
        diesel::insert_into(case_organisation::table)
            .values((
                case_organisation::case_id.eq(new.id),
                case_organisation::organisation_id.eq(organisation),
            ))
            .execute(conn)?;
    }
    diesel::insert_into(case_source::table)
        .values((
            case_source::case_id.eq(new.id),
            case_source::number.eq(&new.source.number),
            case_source::responsible.eq(&new.source.responsible),
            case_source::remark.eq(&new.source.remark),
        ))
        .execute(conn)?;
    Ok(())
}

/// What its history begins with.
fn write_turn(
    conn: &mut Conn,
    new: &PastCase,
    (by, reason): (PersonId, &str),
    now: Moment,
) -> Result<()> {
    diesel::insert_into(case_event::table)
        .values((
            case_event::id.eq(RowId::new()),
            case_event::case_id.eq(new.id),
            case_event::state.eq(new.state),
            case_event::at.eq(now),
            case_event::by_id.eq(by),
            case_event::reason.eq(reason),
            case_event::meeting_id.eq(new.meeting),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_assessed(conn: &mut Conn, new: &PastCase, by: PersonId, now: Moment) -> Result<()> {
    let assessed: Option<&Assessed> = new.assessed.as_ref();
    let Some(assessed) = assessed else {
        return Ok(());
    };
    assess::add(conn, ("case", new.id.cast()), assessed, by, now)
}

/// A series goes on after the highest number; one that has come further already stays.
fn write_counter(
    conn: &mut Conn,
    (board, series, last): &(crate::db::ids::BoardId, String, i64),
) -> Result<()> {
    let row = case_counter::table.find((*board, series));
    let standing = diesel::update(row)
        .set(case_counter::last.eq(last))
        .execute(conn)?;
    if standing == 0 {
        diesel::insert_into(case_counter::table)
            .values((
                case_counter::board_id.eq(board),
                case_counter::series.eq(series),
                case_counter::last.eq(last),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// An agenda that stands has another version then, so that whoever has it open does not write over it.
fn write_agenda(conn: &mut Conn, new: &PastAgenda, now: Moment) -> Result<()> {
    if new.is_new {
        diesel::insert_into(agenda::table)
            .values((agenda::meeting_id.eq(new.meeting), agenda::begun_at.eq(now)))
            .execute(conn)?;
    } else {
        diesel::update(agenda::table.find(new.meeting))
            .set(agenda::version.eq(agenda::version + 1))
            .execute(conn)?;
    }
    for (position, item) in &new.items {
        agendas::insert(conn, new.meeting, item, *position)?;
    }
    Ok(())
}

fn write_head(conn: &mut Conn, new: &PastMinutes) -> Result<()> {
    let head = Minutes {
        language: new.language,
        opening: new.opening.clone(),
        version: 0,
    };
    drafts::put_head(conn, new.meeting, &head)?;
    diesel::insert_into(minutes_source::table)
        .values((
            minutes_source::meeting_id.eq(new.meeting),
            minutes_source::published_on.eq(new.published.on),
            minutes_source::source.eq(&new.published.source),
            minutes_source::remark.eq(&new.published.remark),
        ))
        .execute(conn)?;
    Ok(())
}

fn write_text(conn: &mut Conn, new: &PastText, by: PersonId, now: Moment) -> Result<()> {
    let text = &new.text;
    diesel::insert_into(minute_item::table)
        .values((
            minute_item::item_id.eq(new.item),
            minute_item::meeting_id.eq(new.meeting),
            minute_item::case_id.eq(new.case),
            minute_item::title.eq(&new.title),
            minute_item::content.eq(&text.content),
            minute_item::outcome.eq(&text.outcome),
            minute_item::conclusion.eq(&text.conclusion),
            minute_item::dissent.eq(&text.dissent),
            minute_item::starts.eq(text.starts),
            minute_item::ends.eq(text.ends),
            minute_item::version.eq(1),
            minute_item::saved_by.eq(by),
            minute_item::saved_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// It became its owner's on the day of the meeting, so that nobody is told of it now; who settled it, and when, nobody knows.
fn write_action(conn: &mut Conn, new: &PastAction, by: PersonId, now: Moment) -> Result<()> {
    let action = Action {
        id: new.id,
        board: new.board,
        meeting: new.meeting,
        item: new.item,
        case: new.case,
        title: new.title.clone(),
        task: new.task.clone(),
        assigned: (by, new.agreed),
        state: new.state,
        note: String::new(),
        settled: None,
        created: (by, now),
        version: 1,
        audience: Audience::Members,
        assessment: Assessment::NotAssessed,
        open_from: None,
        withdrawn_at: None,
    };
    actions::add(conn, &action).map(|_is_new| ())
}
