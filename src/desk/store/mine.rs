//! Everything that is kept about one person, for themselves (GDPR, articles 15 and 20).
//!
//! Here: who they are and what they do. In the file beside: what they read and write.
//! What they wrote is theirs whatever became of the case. What a case or a paper is called stands with it only where they
//! may read it now.

mod actions;
mod writings;

use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId};
use crate::db::schema::{
    affiliation, appointment, attendance, audit_entry, board, calendar_feed, identity,
    instance_role, meeting, message, need, notice_recipient, organisation_name, person,
    replacement, reply, representation, session,
};
use crate::db::types::{Moment, Words};
use crate::error::Result;
use crate::i18n::Language;
use crate::public::subscriptions::{Own, store as subscriptions};
use crate::web::Reader;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

/// All of it, as it stands now.
///
/// # Errors
/// When the database fails.
pub fn everything(
    conn: &mut Conn,
    reader: &Reader,
    clearance: &Clearance,
    now: Moment,
) -> Result<Value> {
    let id = reader.id;
    Ok(json!({
        "made_at": at(now),
        "profile": profile(conn, id)?,
        "sign_in": sign_in(conn, id)?,
        "organisations": organisations(conn, id)?,
        "administrator": administrator(conn, id)?,
        "terms": terms(conn, id, reader.language)?,
        "replies": replies(conn, id)?,
        "needs": needs(conn, id)?,
        "attendance": attended(conn, id)?,
        "deputies": deputies(conn, id)?,
        "notices": notices(conn, id)?,
        "subscriptions": subscribes(conn, reader)?,
        "mail": mail(conn, id)?,
        "action_items": actions::all(conn, reader, clearance)?,
        "reading_and_writing": writings::all(conn, id, clearance)?,
        "log": log(conn, id)?,
    }))
}

/// A moment in UTC (RFC 3339).
fn at(moment: Moment) -> String {
    moment.utc().to_rfc3339()
}

fn profile(conn: &mut Conn, id: PersonId) -> Result<Value> {
    type Row = (
        (String, Option<String>, String, String),
        (Moment, Option<NaiveDate>, bool),
    );
    let row: Row = person::table
        .find(id)
        .select((
            (
                person::name,
                person::address,
                person::language,
                person::title,
            ),
            (
                person::created_at,
                person::delete_after,
                person::weekly_mail,
            ),
        ))
        .first(conn)?;
    let ((name, address, language, title), (created_at, delete_after, weekly_mail)) = row;
    Ok(json!({
        "id": id.to_string(), "name": name, "address": address, "language": language, "title": title,
        "created_at": at(created_at), "delete_after": delete_after, "weekly_mail": weekly_mail,
    }))
}

fn sign_in(conn: &mut Conn, id: PersonId) -> Result<Value> {
    let identities: Vec<(String, String)> = identity::table
        .filter(identity::person_id.eq(id))
        .select((identity::issuer, identity::subject))
        .load(conn)?;
    let sessions: Vec<(Moment, Moment, Moment, String)> = session::table
        .filter(session::person_id.eq(id))
        .order(session::created_at.asc())
        .select((
            session::created_at,
            session::last_seen_at,
            session::expires_at,
            session::device,
        ))
        .load(conn)?;
    let feeds: Vec<Moment> = calendar_feed::table
        .filter(calendar_feed::person_id.eq(id))
        .select(calendar_feed::created_at)
        .load(conn)?;
    let identity = |(issuer, subject)| json!({ "issuer": issuer, "subject": subject });
    let session = |(began, seen, ends, device)| json!({ "began_at": at(began), "last_seen_at": at(seen), "ends_at": at(ends), "device": device });
    Ok(json!({
        "identities": identities.into_iter().map(identity).collect::<Vec<_>>(),
        "devices": sessions.into_iter().map(session).collect::<Vec<_>>(),
        "calendar_addresses": feeds.into_iter().map(at).collect::<Vec<_>>(),
    }))
}

fn organisations(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (String, String, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Row> = affiliation::table
        .inner_join(
            organisation_name::table
                .on(organisation_name::organisation_id.eq(affiliation::organisation_id)),
        )
        .filter(affiliation::person_id.eq(id))
        .filter(organisation_name::valid_until.is_null())
        .order(affiliation::valid_from.asc())
        .select((
            organisation_name::name,
            affiliation::joined_by,
            affiliation::valid_from,
            affiliation::valid_until,
        ))
        .load(conn)?;
    let told = |(name, joined_by, from, until)| json!({ "name": name, "joined_by": joined_by, "from": from, "until": until });
    Ok(rows.into_iter().map(told).collect())
}

fn administrator(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(String, NaiveDate, Option<NaiveDate>)> = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .select((
            instance_role::role,
            instance_role::valid_from,
            instance_role::valid_until,
        ))
        .load(conn)?;
    let told = |(role, from, until)| json!({ "role": role, "from": from, "until": until });
    Ok(rows.into_iter().map(told).collect())
}

fn terms(conn: &mut Conn, id: PersonId, language: Language) -> Result<Vec<Value>> {
    type Row = (
        (BoardId, Words, String),
        (NaiveDate, Option<NaiveDate>),
        (NaiveDate, Option<NaiveDate>),
        Option<String>,
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table.inner_join(board::table))
        .filter(representation::person_id.eq(id))
        .order((representation::valid_from.asc(), representation::id.asc()))
        .select((
            (board::id, board::name, appointment::role),
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
            representation::level,
        ))
        .load(conn)?;
    let told = |((board, name, role), term, own, level): Row| {
        json!({
            "board": name.in_language(language.tag()), "board_id": board.to_string(), "role": role,
            "term_from": term.0, "term_until": term.1, "from": own.0, "until": own.1, "level": level,
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn replies(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (NaiveDate, String, NaiveDate, Moment, Option<PersonId>);
    let rows: Vec<Row> = reply::table
        .inner_join(meeting::table)
        .filter(reply::person_id.eq(id))
        .order(reply::answered_at.asc())
        .select((
            meeting::first_day,
            reply::answer,
            reply::for_day,
            reply::answered_at,
            reply::answered_by,
        ))
        .load(conn)?;
    let told = |(meeting, answer, for_day, answered, by): Row| {
        json!({
            "meeting_on": meeting, "answer": answer, "given_for": for_day, "at": at(answered),
            "recorded_by_the_secretariat": by.is_some(),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn attended(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (NaiveDate, i64, String, Option<String>, String);
    let rows: Vec<Row> = attendance::table
        .inner_join(meeting::table)
        .filter(attendance::person_id.eq(id))
        .order((meeting::first_day.asc(), attendance::session.asc()))
        .select((
            meeting::first_day,
            attendance::session,
            attendance::presence,
            attendance::stay_said,
            attendance::remark,
        ))
        .load(conn)?;
    let told = |(meeting, day, presence, stay, remark): Row| json!({ "meeting_on": meeting, "day": day + 1, "presence": presence, "stay": stay, "remark": remark });
    Ok(rows.into_iter().map(told).collect())
}

fn needs(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, String)> = need::table
        .inner_join(meeting::table)
        .filter(need::person_id.eq(id))
        .order(meeting::first_day.asc())
        .select((meeting::first_day, need::words))
        .load(conn)?;
    let told = |(meeting, words)| json!({ "meeting_on": meeting, "words": words });
    Ok(rows.into_iter().map(told).collect())
}

/// Those whom the person named to come instead, and the times they were named themselves.
fn deputies(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (NaiveDate, String, String, Moment, PersonId);
    let rows: Vec<Row> = replacement::table
        .inner_join(meeting::table)
        .filter(
            replacement::named_by
                .eq(id)
                .or(replacement::person_id.eq(id)),
        )
        .order(replacement::named_at.asc())
        .select((
            meeting::first_day,
            replacement::name,
            replacement::state,
            replacement::named_at,
            replacement::named_by,
        ))
        .load(conn)?;
    let told = |(meeting, name, state, named, by): Row| json!({ "meeting_on": meeting, "name": name, "state": state, "at": at(named), "named_by_you": by == id });
    Ok(rows.into_iter().map(told).collect())
}

fn notices(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    use crate::db::schema::notice;
    let rows: Vec<(String, Moment)> = notice_recipient::table
        .inner_join(notice::table)
        .filter(notice_recipient::person_id.eq(id))
        .order(notice::sent_at.asc())
        .select((notice::subject, notice::sent_at))
        .distinct()
        .load(conn)?;
    let told = |(subject, sent)| json!({ "subject": subject, "at": at(sent) });
    Ok(rows.into_iter().map(told).collect())
}

/// What they are told of when it is published, with what was asked for by their address.
fn subscribes(conn: &mut Conn, reader: &Reader) -> Result<Vec<Value>> {
    let all = subscriptions::of_person(conn, reader.id)?;
    let told = |one: &Own| {
        let of = &one.subscription;
        json!({
            (of.topic.kind()): one.name.in_language(reader.language.tag()), "address": of.address,
            "language": of.language.tag(), "how_often": of.frequency.code(), "state": of.state.code(),
            "asked_at": at(of.asked_at), "confirmed_at": of.confirmed_at.map(at), "ended_at": of.ended_at.map(at),
            "last_told_at": of.last_told_at.map(at),
        })
    };
    Ok(all.iter().map(told).collect())
}

/// What was sent to them, by subject and time.
fn mail(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (String, String, String, Moment, Option<Moment>);
    let rows: Vec<Row> = message::table
        .filter(message::person_id.eq(id))
        .order((message::created_at.asc(), message::id.asc()))
        .select((
            message::subject,
            message::address,
            message::state,
            message::created_at,
            message::handed_over_at,
        ))
        .load(conn)?;
    let told = |(subject, address, state, made, handed_over): Row| {
        json!({
            "subject": subject, "to": address, "state": state, "made_at": at(made),
            "handed_over_at": handed_over.map(at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

/// What they did that was written down: what and when, and not what others have to do with it.
fn log(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(Moment, String, String)> = audit_entry::table
        .filter(audit_entry::actor_id.eq(id))
        .order((audit_entry::at.asc(), audit_entry::id.asc()))
        .select((
            audit_entry::at,
            audit_entry::object_kind,
            audit_entry::action,
        ))
        .load(conn)?;
    let told = |(done, of, action): (Moment, String, String)| json!({ "at": at(done), "of": of, "action": action });
    Ok(rows.into_iter().map(told).collect())
}
