//! The rows of publications, and what is published item by item.

use super::{Publication, PublicationState};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::schema::{meeting, minute_access, publication, published_item};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::minutes::access::store::SHELF;
use crate::minutes::told::Told;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::prelude::*;

type Row = (
    (RowId, MeetingId, BoardId, i64, String, PublicationState),
    (PersonId, Moment, Option<Moment>, Option<Moment>),
    (Option<Moment>, String, bool, Option<Moment>),
);

fn of_row(row: Row) -> Publication {
    let ((id, meeting, board, number, language, state), asked, withdrawn) = row;
    let (asked_by, asked_at, published_at, mail_at) = asked;
    let (withdrawn_at, reason, was_public, shut_at) = withdrawn;
    Publication {
        id,
        meeting,
        board,
        number,
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        state,
        asked_by,
        asked_at,
        published_at,
        mail_at,
        withdrawn_at,
        reason,
        was_public,
        shut_at,
    }
}

macro_rules! publications {
    () => {
        publication::table.select((
            (
                publication::id,
                publication::meeting_id,
                publication::board_id,
                publication::number,
                publication::language,
                publication::state,
            ),
            (
                publication::asked_by,
                publication::asked_at,
                publication::published_at,
                publication::mail_at,
            ),
            (
                publication::withdrawn_at,
                publication::reason,
                publication::was_public,
                publication::shut_at,
            ),
        ))
    };
}

/// One publication.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn publication(conn: &mut Conn, id: RowId) -> Result<Publication> {
    let row: Row = publications!().filter(publication::id.eq(id)).first(conn)?;
    Ok(of_row(row))
}

/// Every publication of a meeting's minutes, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingId) -> Result<Vec<Publication>> {
    let rows: Vec<Row> = publications!()
        .filter(publication::meeting_id.eq(of))
        .order((publication::asked_at.desc(), publication::id.desc()))
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// The publication that is out; none where the minutes are not.
///
/// # Errors
/// When the database fails.
pub fn standing(conn: &mut Conn, of: MeetingId) -> Result<Option<Publication>> {
    in_state(conn, of, PublicationState::Published)
}

/// The publication that waits for a second person.
///
/// # Errors
/// When the database fails.
pub fn asked(conn: &mut Conn, of: MeetingId) -> Result<Option<Publication>> {
    in_state(conn, of, PublicationState::Asked)
}

fn in_state(
    conn: &mut Conn,
    of: MeetingId,
    state: PublicationState,
) -> Result<Option<Publication>> {
    let row: Option<Row> = publications!()
        .filter(publication::meeting_id.eq(of))
        .filter(publication::state.eq(state))
        .order(publication::asked_at.desc())
        .first(conn)
        .optional()?;
    Ok(row.map(of_row))
}

/// The languages of the minutes of a year's meetings that are out: of one board, or of all.
///
/// # Errors
/// When the database fails.
pub fn languages(
    conn: &mut Conn,
    of: Option<BoardId>,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Language>> {
    let mut rows = publication::table
        .inner_join(meeting::table)
        .filter(publication::state.eq(PublicationState::Published))
        .filter(meeting::first_day.between(first, last))
        .select(publication::language)
        .into_boxed();
    if let Some(board) = of {
        rows = rows.filter(publication::board_id.eq(board));
    }
    let tags: Vec<String> = rows.load(conn)?;
    let languages = tags.iter().filter_map(|tag| Language::from_tag(tag));
    Ok(languages.collect())
}

/// What a board has published after a moment and is out, the first first.
///
/// # Errors
/// When the database fails.
pub fn since(conn: &mut Conn, of: BoardId, after: Moment) -> Result<Vec<Publication>> {
    let rows: Vec<Row> = publications!()
        .filter(publication::board_id.eq(of))
        .filter(publication::state.eq(PublicationState::Published))
        .filter(publication::published_at.gt(after))
        .order((publication::published_at.asc(), publication::id.asc()))
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// Keeps a new publication, asked for or published.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, new: &Publication, published_by: Option<PersonId>) -> Result<()> {
    diesel::insert_into(publication::table)
        .values((
            publication::id.eq(new.id),
            publication::meeting_id.eq(new.meeting),
            publication::board_id.eq(new.board),
            publication::number.eq(new.number),
            publication::language.eq(new.language.tag()),
            publication::state.eq(new.state),
            publication::asked_by.eq(new.asked_by),
            publication::asked_at.eq(new.asked_at),
            publication::published_by.eq(published_by),
            publication::published_at.eq(new.published_at),
            publication::mail_at.eq(new.mail_at),
            publication::reason.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

/// Brings a publication from one state to another, once.
///
/// # Errors
/// `Stale` when it was in another state, or when the database fails.
pub fn turn(
    conn: &mut Conn,
    id: RowId,
    from: PublicationState,
    to: PublicationState,
) -> Result<()> {
    let standing = publication::table
        .find(id)
        .filter(publication::state.eq(from));
    let changed = diesel::update(standing)
        .set(publication::state.eq(to))
        .execute(conn)?;
    (changed > 0).then_some(()).ok_or(Error::Stale)
}

/// Writes who published what was asked for.
///
/// # Errors
/// When the database fails.
pub fn publish(
    conn: &mut Conn,
    id: RowId,
    by: PersonId,
    (now, mail_at): (Moment, Moment),
) -> Result<()> {
    diesel::update(publication::table.find(id))
        .set((
            publication::published_by.eq(by),
            publication::published_at.eq(now),
            publication::mail_at.eq(mail_at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Withdraws everything of a meeting's minutes that is or was out, so that no earlier version comes out again.
///
/// # Errors
/// When the database fails.
pub fn withdraw(
    conn: &mut Conn,
    of: MeetingId,
    reason: &str,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let states = [PublicationState::Published, PublicationState::Replaced];
    let given = publication::table
        .filter(publication::meeting_id.eq(of))
        .filter(publication::state.eq_any(states));
    diesel::update(given)
        .set((
            publication::state.eq(PublicationState::Withdrawn),
            publication::reason.eq(reason),
            publication::withdrawn_by.eq(by),
            publication::withdrawn_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether everyone can read some of what is out of a meeting's minutes.
fn is_read_by_all(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<bool> {
    let read: i64 = published_item::table
        .inner_join(minute_access::table)
        .filter(published_item::meeting_id.eq(of))
        .filter(Clearance::of_nobody(now).filter(SHELF))
        .count()
        .get_result(conn)?;
    Ok(read > 0)
}

/// Remembers of what is out whether everyone can read some of it. Said before that ends: time alone only opens items.
///
/// # Errors
/// When the database fails.
pub fn note_public(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    if is_read_by_all(conn, of, now)? {
        let standing = publication::table
            .filter(publication::meeting_id.eq(of))
            .filter(publication::state.eq(PublicationState::Published));
        diesel::update(standing)
            .set((
                publication::was_public.eq(true),
                publication::shut_at.eq(None::<Moment>),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Remembers since when not everyone can read anything of minutes that everyone could, though they are not withdrawn. Said
/// after what may have ended it.
///
/// # Errors
/// When the database fails.
pub fn note_shut(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    if !is_read_by_all(conn, of, now)? {
        let states = [
            PublicationState::Published,
            PublicationState::Replaced,
            PublicationState::Undone,
        ];
        let were_read = publication::table
            .filter(publication::meeting_id.eq(of))
            .filter(publication::state.eq_any(states))
            .filter(publication::was_public.eq(true))
            .filter(publication::shut_at.is_null());
        diesel::update(were_read)
            .set(publication::shut_at.eq(now))
            .execute(conn)?;
    }
    Ok(())
}

/// Lists what is published, item by item, in place of what was before.
///
/// # Errors
/// When the database fails.
pub fn list(
    conn: &mut Conn,
    of: &Publication,
    told: &Told,
    (day, now): (NaiveDate, Moment),
) -> Result<()> {
    unlist(conn, of.meeting)?;
    for (position, item) in (0_i64..).zip(&told.items) {
        // Outside the board nobody is told more of a case than its public title.
        let title = match item.case {
            Some(_) => item.public_title.as_deref().unwrap_or_default(),
            None => &item.title,
        };
        let outcome = item.outcome.as_ref();
        diesel::insert_into(published_item::table)
            .values((
                published_item::item_id.eq(item.item),
                published_item::meeting_id.eq(of.meeting),
                published_item::board_id.eq(of.board),
                published_item::case_id.eq(item.case),
                published_item::position.eq(position),
                published_item::label.eq(item.number.as_deref().unwrap_or_default()),
                published_item::title.eq(title),
                published_item::language.eq(told.language.tag()),
                published_item::content.eq(&item.content),
                published_item::outcome.eq(outcome.map_or("", |one| one.code.as_str())),
                published_item::outcome_word.eq(outcome.map_or("", |one| one.word.as_str())),
                published_item::conclusion.eq(&item.conclusion),
                published_item::day.eq(day),
                published_item::published_at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Nothing of a meeting's minutes is out any more.
///
/// # Errors
/// When the database fails.
pub fn unlist(conn: &mut Conn, of: MeetingId) -> Result<()> {
    let rows = published_item::table.filter(published_item::meeting_id.eq(of));
    diesel::delete(rows).execute(conn)?;
    Ok(())
}
