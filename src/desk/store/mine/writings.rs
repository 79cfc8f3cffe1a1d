//! What one person reads and writes: notes, inputs, colleagues, marks of reading, cases and papers.

use super::at;
use crate::cases::store::SHELF as CASES;
use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId, PersonId, RowId};
use crate::db::schema::{
    board_case, case_input, case_input_draft, case_source, colleague, dispatch, dispatch_recipient,
    meeting, minute_item, opening, owner_decision, owner_decision_version, paper, paper_draft,
    paper_note, paper_opened, paper_reading, paper_version, recusal,
};
use crate::db::types::Moment;
use crate::error::Result;
use crate::minutes::round::Remark;
use crate::minutes::round::store::remarks as rounds;
use crate::papers::store::SHELF as PAPERS;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::collections::HashMap;

/// What cases and papers are called, of those that the person may read now.
struct Titles {
    cases: HashMap<CaseId, String>,
    papers: HashMap<PaperId, String>,
}

impl Titles {
    fn case(&self, id: CaseId) -> Value {
        json!({ "id": id.to_string(), "title": self.cases.get(&id) })
    }

    fn paper(&self, id: PaperId) -> Value {
        json!({ "id": id.to_string(), "title": self.papers.get(&id) })
    }
}

/// All of it.
///
/// # Errors
/// When the database fails.
pub fn all(conn: &mut Conn, id: PersonId, clearance: &Clearance) -> Result<Value> {
    let cases: Vec<(CaseId, String)> = board_case::table
        .filter(clearance.filter(CASES))
        .select((board_case::id, board_case::title))
        .load(conn)?;
    let papers: Vec<(PaperId, String)> = paper::table
        .inner_join(board_case::table)
        .filter(clearance.filter_part(PAPERS, CASES))
        .select((paper::id, paper::title))
        .load(conn)?;
    let titles = Titles {
        cases: cases.into_iter().collect(),
        papers: papers.into_iter().collect(),
    };
    Ok(json!({
        "notes": notes(conn, id, &titles)?,
        "inputs": inputs(conn, id, &titles)?,
        "input_drafts": input_drafts(conn, id, &titles)?,
        "colleagues": colleagues(conn, id)?,
        "reading_marks": readings(conn, id, &titles)?,
        "opened_as_the_secretariat_sees_it": opened(conn, id, &titles)?,
        "papers_sent_to_you": dispatches(conn, id)?,
        "opened_for_you": openings(conn, id)?,
        "conflicts_of_interest": recusals(conn, id, &titles)?,
        "proposed_cases": proposed(conn, id, &titles)?,
        "paper_versions": versions(conn, id, &titles)?,
        "paper_drafts": drafts(conn, id, &titles)?,
        "minutes": minutes(conn, id)?,
        "decisions_you_wrote_down": decisions(conn, id)?,
        "remarks": remarks(conn, id, &titles)?,
    }))
}

fn notes(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(PaperId, i64, Option<i64>, String, Moment)> = paper_note::table
        .filter(paper_note::person_id.eq(id))
        .order((paper_note::written_at.asc(), paper_note::id.asc()))
        .select((
            paper_note::paper_id,
            paper_note::number,
            paper_note::page,
            paper_note::content,
            paper_note::written_at,
        ))
        .load(conn)?;
    let told = |(paper, number, page, text, written)| json!({ "paper": titles.paper(paper), "version": number, "page": page, "text": text, "at": at(written) });
    Ok(rows.into_iter().map(told).collect())
}

fn inputs(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(CaseId, String, String, i64, Moment, Moment)> = case_input::table
        .filter(case_input::person_id.eq(id))
        .order((case_input::first_sent_at.asc(), case_input::id.asc()))
        .select((
            case_input::case_id,
            case_input::content,
            case_input::audience,
            case_input::number,
            case_input::first_sent_at,
            case_input::sent_at,
        ))
        .load(conn)?;
    let told = |(case, text, audience, number, first, last)| {
        json!({
            "case": titles.case(case), "text": text, "shown_to": audience, "version": number,
            "first_sent_at": at(first), "sent_at": at(last),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn input_drafts(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(CaseId, String, Moment)> = case_input_draft::table
        .filter(case_input_draft::person_id.eq(id))
        .order(case_input_draft::saved_at.asc())
        .select((
            case_input_draft::case_id,
            case_input_draft::content,
            case_input_draft::saved_at,
        ))
        .load(conn)?;
    let told = |(case, text, saved)| json!({ "case": titles.case(case), "text": text, "saved_at": at(saved) });
    Ok(rows.into_iter().map(told).collect())
}

fn colleagues(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (NaiveDate, String, String, Moment, Option<Moment>);
    let rows: Vec<Row> = colleague::table
        .inner_join(meeting::table)
        .filter(colleague::named_by.eq(id))
        .order((colleague::named_at.asc(), colleague::id.asc()))
        .select((
            meeting::first_day,
            colleague::name,
            colleague::address,
            colleague::named_at,
            colleague::ended_at,
        ))
        .load(conn)?;
    let told = |(meeting, name, address, named, ended): Row| {
        json!({
            "meeting_on": meeting, "name": name, "address": address, "named_at": at(named),
            "ended_at": ended.map(at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn readings(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(PaperId, i64, Moment)> = paper_reading::table
        .filter(paper_reading::person_id.eq(id))
        .order(paper_reading::at.asc())
        .select((
            paper_reading::paper_id,
            paper_reading::number,
            paper_reading::at,
        ))
        .load(conn)?;
    Ok(marks(rows, titles))
}

fn opened(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(PaperId, i64, Moment)> = paper_opened::table
        .filter(paper_opened::person_id.eq(id))
        .order(paper_opened::at.asc())
        .select((
            paper_opened::paper_id,
            paper_opened::number,
            paper_opened::at,
        ))
        .load(conn)?;
    Ok(marks(rows, titles))
}

fn marks(rows: Vec<(PaperId, i64, Moment)>, titles: &Titles) -> Vec<Value> {
    let told = |(paper, number, done)| json!({ "paper": titles.paper(paper), "version": number, "at": at(done) });
    rows.into_iter().map(told).collect()
}

fn dispatches(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, i64, Moment)> = dispatch_recipient::table
        .inner_join(dispatch::table.on(dispatch::id.eq(dispatch_recipient::dispatch_id)))
        .inner_join(meeting::table.on(meeting::id.eq(dispatch::meeting_id)))
        .filter(dispatch_recipient::person_id.eq(id))
        .order(dispatch::sent_at.asc())
        .select((meeting::first_day, dispatch::number, dispatch::sent_at))
        .load(conn)?;
    let told = |(meeting, number, sent)| json!({ "meeting_on": meeting, "number": number, "at": at(sent) });
    Ok(rows.into_iter().map(told).collect())
}

fn openings(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    type Row = (String, RowId, Moment, Option<Moment>, Option<Moment>);
    let rows: Vec<Row> = opening::table
        .filter(opening::person_id.eq(id))
        .order(opening::given_at.asc())
        .select((
            opening::object_kind,
            opening::object_id,
            opening::given_at,
            opening::valid_until,
            opening::withdrawn_at,
        ))
        .load(conn)?;
    let told = |(kind, object, given, until, withdrawn): Row| {
        json!({
            "kind": kind, "id": object.to_string(), "given_at": at(given), "until": until.map(at),
            "withdrawn_at": withdrawn.map(at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn recusals(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    type Row = (CaseId, String, Moment, Option<Moment>);
    let rows: Vec<Row> = recusal::table
        .filter(recusal::person_id.eq(id))
        .order(recusal::declared_at.asc())
        .select((
            recusal::case_id,
            recusal::reason,
            recusal::declared_at,
            recusal::withdrawn_at,
        ))
        .load(conn)?;
    let told = |(case, reason, declared, withdrawn): Row| {
        json!({
            "case": titles.case(case), "reason": reason, "declared_at": at(declared),
            "withdrawn_at": withdrawn.map(at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

fn proposed(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(CaseId, Moment)> = board_case::table
        .filter(board_case::proposed_by.eq(id))
        // Who imported a case did not propose it.
        .filter(board_case::id.ne_all(case_source::table.select(case_source::case_id)))
        .order(board_case::proposed_at.asc())
        .select((board_case::id, board_case::proposed_at))
        .load(conn)?;
    let told = |(case, proposed)| json!({ "case": titles.case(case), "at": at(proposed) });
    Ok(rows.into_iter().map(told).collect())
}

fn versions(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(PaperId, i64, Moment)> = paper_version::table
        .filter(paper_version::made_by.eq(id))
        .order((paper_version::made_at.asc(), paper_version::id.asc()))
        .select((
            paper_version::paper_id,
            paper_version::number,
            paper_version::made_at,
        ))
        .load(conn)?;
    Ok(marks(rows, titles))
}

fn drafts(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let rows: Vec<(PaperId, Moment)> = paper_draft::table
        .filter(paper_draft::saved_by.eq(id))
        .order(paper_draft::saved_at.asc())
        .select((paper_draft::paper_id, paper_draft::saved_at))
        .load(conn)?;
    let told = |(paper, saved)| json!({ "paper": titles.paper(paper), "saved_at": at(saved) });
    Ok(rows.into_iter().map(told).collect())
}

/// Which minutes they wrote last, item by item; not of what, since that is the board's.
fn remarks(conn: &mut Conn, id: PersonId, titles: &Titles) -> Result<Vec<Value>> {
    let all = rounds::of_person(conn, id)?.into_iter();
    let told = |one: Remark| {
        json!({
            "meeting": one.meeting.to_string(), "case": one.case.map(|case| titles.case(case)),
            "text": one.content, "at": at(one.at), "state": one.state.code(), "answer": one.answer,
        })
    };
    Ok(all.map(told).collect())
}

/// Which decisions of owners they wrote down; not what was decided, since that is the owner's.
fn decisions(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, i64, Moment)> = owner_decision_version::table
        .inner_join(owner_decision::table.inner_join(meeting::table))
        .filter(owner_decision_version::made_by.eq(id))
        .order((
            owner_decision_version::made_at.asc(),
            owner_decision_version::id.asc(),
        ))
        .select((
            meeting::first_day,
            owner_decision_version::number,
            owner_decision_version::made_at,
        ))
        .load(conn)?;
    let told = |(meeting, version, made)| json!({ "meeting_on": meeting, "version": version, "at": at(made) });
    Ok(rows.into_iter().map(told).collect())
}

fn minutes(conn: &mut Conn, id: PersonId) -> Result<Vec<Value>> {
    let rows: Vec<(NaiveDate, Moment)> = minute_item::table
        .inner_join(meeting::table)
        .filter(minute_item::saved_by.eq(id))
        .order(minute_item::saved_at.asc())
        .select((meeting::first_day, minute_item::saved_at))
        .load(conn)?;
    let told = |(meeting, saved)| json!({ "meeting_on": meeting, "saved_at": at(saved) });
    Ok(rows.into_iter().map(told).collect())
}
