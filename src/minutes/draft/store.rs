//! The rows of minutes that are being written.

use super::{ItemText, Minutes, Published, Written};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId, PersonId};
use crate::db::schema::{minute_item, minutes, minutes_source, person};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

/// What stands above the items; none before it is saved for the first time.
///
/// # Errors
/// When the database fails.
pub fn head(conn: &mut Conn, of: MeetingId) -> Result<Option<Minutes>> {
    let row: Option<(String, String, i64)> = minutes::table
        .find(of)
        .select((minutes::language, minutes::opening, minutes::version))
        .first(conn)
        .optional()?;
    Ok(row.map(|(language, opening, version)| Minutes {
        language: Language::from_tag(&language).unwrap_or(Language::NB),
        opening,
        version,
    }))
}

/// Where imported minutes come from; none of those that are written here.
///
/// # Errors
/// When the database fails.
pub fn published(conn: &mut Conn, of: MeetingId) -> Result<Option<Published>> {
    let row: Option<(Option<NaiveDate>, String, String)> = minutes_source::table
        .find(of)
        .select((
            minutes_source::published_on,
            minutes_source::source,
            minutes_source::remark,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(on, source, remark)| Published { on, source, remark }))
}

/// Writes what stands above the items, over what was read.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn put_head(conn: &mut Conn, of: MeetingId, head: &Minutes) -> Result<i64> {
    let next = head.version + 1;
    let values = (
        minutes::language.eq(head.language.tag()),
        minutes::opening.eq(head.opening.as_str()),
        minutes::version.eq(next),
    );
    let as_read = minutes::table
        .find(of)
        .filter(minutes::version.eq(head.version));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(next);
    }
    if head.version != 0 || self::head(conn, of)?.is_some() {
        return Err(Error::Stale);
    }
    diesel::insert_into(minutes::table)
        .values((minutes::meeting_id.eq(of), values))
        .execute(conn)?;
    Ok(next)
}

type Row = (
    (AgendaItemId, Option<CaseId>, String, i64),
    (String, String, String, String),
    (Option<NaiveTime>, Option<NaiveTime>),
    (PersonId, String, Moment),
);

/// What is written of the items of a meeting, in the order in which they came on an agenda.
///
/// # Errors
/// When the database fails.
pub fn written(conn: &mut Conn, of: MeetingId) -> Result<Vec<Written>> {
    let rows: Vec<Row> = minute_item::table
        .inner_join(person::table)
        .filter(minute_item::meeting_id.eq(of))
        .order(minute_item::item_id.asc())
        .select((
            (
                minute_item::item_id,
                minute_item::case_id,
                minute_item::title,
                minute_item::version,
            ),
            (
                minute_item::content,
                minute_item::outcome,
                minute_item::conclusion,
                minute_item::dissent,
            ),
            (minute_item::starts, minute_item::ends),
            (minute_item::saved_by, person::name, minute_item::saved_at),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(of_row).collect())
}

fn of_row(row: Row) -> Written {
    let ((item, case, title, version), texts, (starts, ends), (by, who, at)) = row;
    let (content, outcome, conclusion, dissent) = texts;
    Written {
        item,
        case,
        title,
        text: ItemText {
            content,
            outcome,
            conclusion,
            dissent,
            starts,
            ends,
        },
        version,
        by,
        who,
        at,
    }
}

/// What is to be kept of an item.
pub struct Keeping<'a> {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub case: Option<CaseId>,
    pub title: &'a str,
    pub text: &'a ItemText,
    /// The version that it was written over.
    pub known: i64,
}

/// Writes what is written of an item, over what was read. Gives the version that it has then.
///
/// # Errors
/// `Stale` when someone saved after that, or when the database fails.
pub fn put(conn: &mut Conn, of: &Keeping<'_>, by: PersonId, now: Moment) -> Result<i64> {
    let next = of.known + 1;
    let values = (
        minute_item::case_id.eq(of.case),
        minute_item::title.eq(of.title),
        minute_item::content.eq(of.text.content.as_str()),
        minute_item::outcome.eq(of.text.outcome.as_str()),
        minute_item::conclusion.eq(of.text.conclusion.as_str()),
        minute_item::dissent.eq(of.text.dissent.as_str()),
        minute_item::starts.eq(of.text.starts),
        minute_item::ends.eq(of.text.ends),
        minute_item::version.eq(next),
        minute_item::saved_by.eq(by),
        minute_item::saved_at.eq(now),
    );
    let own = || {
        minute_item::table
            .find(of.item)
            .filter(minute_item::meeting_id.eq(of.meeting))
    };
    let as_read = own().filter(minute_item::version.eq(of.known));
    if diesel::update(as_read).set(values).execute(conn)? > 0 {
        return Ok(next);
    }
    let standing: i64 = own().count().get_result(conn)?;
    if of.known != 0 || standing > 0 {
        return Err(Error::Stale);
    }
    diesel::insert_into(minute_item::table)
        .values((
            minute_item::item_id.eq(of.item),
            minute_item::meeting_id.eq(of.meeting),
            values,
        ))
        .execute(conn)?;
    Ok(next)
}
