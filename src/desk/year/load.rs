//! Everything that the page of a year shows, gathered in a number of queries that does not grow with the year.

use super::{CaseOfYear, MeetingOfYear, Sat, YearPage, rules, store};
use crate::boards::rules::in_force;
use crate::boards::{Board, BoardData, store as boards};
use crate::calendar::local_date;
use crate::cases::store::{self as cases, agenda as agendas};
use crate::cases::{Case, Item};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::meetings::store::{self as meetings, Kept, around};
use crate::meetings::{Meeting, MeetingState, Stage};
use crate::minutes::actions::store::around as actions;
use crate::minutes::attendance::{Record, store as attendance};
use crate::minutes::decisions::store as decisions;
use crate::minutes::draft::rules as drafts;
use crate::minutes::publication::PublicationState;
use crate::public::rules::marks;
use crate::public::{OutItem, store as public};
use crate::web::Reader;
use crate::web::access::Clearance;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// What is known of the meetings of a year besides themselves.
struct Known {
    kept: HashMap<MeetingId, Vec<Kept>>,
    records: HashMap<MeetingId, Vec<Record>>,
    sat: Vec<Sat>,
    sent: HashMap<MeetingId, Moment>,
    published: HashMap<MeetingId, Vec<store::Published>>,
    before: HashMap<MeetingId, Option<NaiveDate>>,
    /// The cases on their agendas that the reader may read, in order.
    placed: Vec<(MeetingId, CaseId)>,
    seen: HashMap<CaseId, Case>,
    /// What is out of them and the reader may read, in order.
    out: Vec<OutItem>,
}

/// A board's year, as one reader may read it.
///
/// # Errors
/// `NotFound` when there is no such board or year, or when the database fails.
pub fn page(
    conn: &mut Conn,
    (of, year): (BoardId, i32),
    (reader, reads): (&Reader, &Clearance),
    now: Moment,
) -> Result<YearPage> {
    let data = boards::data(conn, of)?;
    let all = meetings::of_year(conn, of, year)?;
    let ids: Vec<MeetingId> = all.iter().map(|one| one.id).collect();
    let known = known(conn, &data.board, (year, &all), reads)?;
    let agreed = actions::states_at(conn, &ids, reads, reader)?;
    let decided = decisions::counts(conn, of, days_of(year)?, reads)?;
    let outcomes = outcomes(conn, &data, year, now)?;
    let keeps = reader.roles.is_secretary_of(of);
    let of_year = all.into_iter();
    let meetings: Vec<MeetingOfYear> = of_year
        .map(|one| meeting(one, &data.board, &known, (keeps, now)))
        .collect();
    let cases = dealt_with(&meetings, &known);
    let today = data.board.today(now);
    let figures = rules::figures(
        &meetings,
        &cases,
        &outcomes,
        rules::agreed(&agreed, today),
        &languages(&known),
    );
    Ok(YearPage {
        year,
        today,
        kinds: around::kinds(conn)?,
        outcomes,
        meetings,
        cases,
        decided,
        figures,
        board: data.board,
    })
}

/// The first and the last day of a year.
fn days_of(year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let last = NaiveDate::from_ymd_opt(year, 12, 31);
    first.zip(last).ok_or(Error::NotFound)
}

fn known(
    conn: &mut Conn,
    board: &Board,
    (year, all): (i32, &[Meeting]),
    reads: &Clearance,
) -> Result<Known> {
    let ids: Vec<MeetingId> = all.iter().map(|one| one.id).collect();
    let cancelled: HashSet<MeetingId> = all
        .iter()
        .filter(|one| one.state == MeetingState::Cancelled)
        .map(|one| one.id)
        .collect();
    let items = agendas::items_of(conn, &ids)?.into_iter();
    let on_agendas: Vec<(MeetingId, CaseId)> = items
        .filter(|(at, _, _)| !cancelled.contains(at))
        .filter_map(|(at, _, item): (MeetingId, i64, Item)| Some((at, item.case?)))
        .collect();
    let named: Vec<CaseId> = on_agendas.iter().map(|(_, case)| *case).collect();
    let seen = cases::seen_among(conn, &named, reads)?;
    let mut told = HashSet::new();
    let placed = on_agendas
        .into_iter()
        // A case that is dealt with on two days of a meeting is one.
        .filter(|place| seen.contains_key(&place.1) && told.insert(*place))
        .collect();
    let mut records: HashMap<MeetingId, Vec<Record>> = HashMap::new();
    for (at, record) in attendance::of_meetings(conn, &ids)? {
        records.entry(at).or_default().push(record);
    }
    Ok(Known {
        kept: meetings::kept(conn, &ids)?,
        records,
        sat: store::sat(conn, board.id, board.chair_counts)?,
        sent: store::first_sent(conn, &ids)?,
        published: store::published(conn, &ids)?,
        before: store::out_before(conn, &ids)?,
        placed,
        seen,
        out: public::of_year(conn, board.id, year, reads)?,
    })
}

/// The outcomes in the board's words and order, and after them those that it does not name.
fn outcomes(conn: &mut Conn, data: &BoardData, year: i32, now: Moment) -> Result<Vec<CodeWord>> {
    let list = code_words::list(conn, "outcome")?;
    let today = data.board.today(now);
    let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today));
    let mut found = drafts::outcomes(in_force(&data.mandates, last), &list);
    for (code, words) in list {
        if !found.iter().any(|(known, _)| *known == code) {
            found.push((code, words));
        }
    }
    Ok(found)
}

fn meeting(
    of: Meeting,
    board: &Board,
    known: &Known,
    (keeps, now): (bool, Moment),
) -> MeetingOfYear {
    let date = |at: Moment| local_date(board.zone, at.utc());
    let marked = of.done.get(&Stage::Dispatch);
    let sent = known.sent.get(&of.id).copied();
    // Where nobody marked it, as in an import, the moment is not known well enough to call it late.
    let is_sure = sent.is_some() || marked.is_some_and(|done| done.by.is_some());
    let sent = sent.or(marked.map(|done| done.at)).map(date);
    let mut kept = known.kept.get(&of.id).into_iter().flatten();
    let due = kept.find(|one| one.stage == Stage::Dispatch && is_sure);
    let due = due.map(|one| one.due_on);
    let published = known.published.get(&of.id).into_iter().flatten();
    let published: Vec<(PublicationState, Option<NaiveDate>)> = published
        .map(|(state, _, at)| (*state, at.map(date)))
        .collect();
    let records = known.records.get(&of.id).map_or(&[][..], Vec::as_slice);
    let seats = if rules::is_told(&of, keeps) {
        rules::seats(&of, records, &known.sat, board.chair_counts)
    } else {
        Vec::new()
    };
    MeetingOfYear {
        has_ended: marks::has_ended(&of, board.zone, now),
        cases: known.placed.iter().filter(|(at, _)| *at == of.id).count(),
        seats,
        papers: rules::papers(&of, sent, due),
        minutes: rules::minutes(&of, &published, known.before.get(&of.id).copied()),
        reads_minutes: known.out.iter().any(|item| item.meeting == of.id),
        meeting: of,
    }
}

/// The cases in the order in which they first came, each with what the board came to last.
fn dealt_with(meetings: &[MeetingOfYear], known: &Known) -> Vec<CaseOfYear> {
    let mut found: Vec<CaseOfYear> = Vec::new();
    let mut places: HashMap<CaseId, usize> = HashMap::new();
    for one in meetings {
        let at = (one.meeting.id, one.meeting.first_day());
        let is_held = rules::is_held(one);
        for (_, id) in known.placed.iter().filter(|(of, _)| *of == at.0) {
            if let Some(before) = places.get(id).and_then(|place| found.get_mut(*place)) {
                before.at.push(at);
                before.is_treated |= is_held;
                continue;
            }
            let Some(case) = known.seen.get(id) else {
                continue;
            };
            let mut told = known.out.iter().rev();
            let outcome = told.find(|item| item.case == Some(*id) && !item.outcome.is_empty());
            places.insert(*id, found.len());
            found.push(CaseOfYear {
                case: case.clone(),
                at: vec![at],
                is_treated: is_held,
                outcome: outcome.cloned(),
            });
        }
    }
    found
}

/// The languages of the minutes that are out.
fn languages(known: &Known) -> Vec<Language> {
    let all = known.published.values().flatten();
    let out = all.filter(|(state, _, _)| *state == PublicationState::Published);
    out.map(|(_, language, _)| *language).collect()
}
