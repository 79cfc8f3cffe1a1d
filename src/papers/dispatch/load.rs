//! The papers of a meeting in the order of its agenda, as one reader may see them.

use super::rules::{self, LatePapers, Promise};
use super::{Dispatch, store};
use crate::boards::store as boards;
use crate::boards::{Board, BoardData};
use crate::cases::rules::agenda::{clock, fit, overrun};
use crate::cases::store::{self as cases, agenda};
use crate::cases::{Agenda, Case, Item};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{CaseId, MeetingId, PaperId, PersonId, RowId};
use crate::error::{Error, Result};
use crate::meetings::plan::{self, NewDay};
use crate::meetings::rules::deadlines;
use crate::meetings::{Deadline, Meeting, store as meetings};
use crate::papers::colleagues::rules as colleagues;
use crate::papers::opened::{self, Sent};
use crate::papers::rules::shown_version;
use crate::papers::{Paper, Version, store as papers};
use crate::web::Reader;
use crate::web::access::Clearance;
use chrono::NaiveTime;
use std::collections::HashMap;

/// A paper as its reader has it.
pub struct Shown {
    pub paper: Paper,
    /// The version that this reader reads; for the secretariat the newest one.
    pub version: Option<Version>,
    /// The version that its readers have, where they have one: what a pack holds.
    pub out: Option<Version>,
    /// Whether the reader has not opened it yet.
    pub is_new: bool,
    /// When it first went out for this meeting, and as how late.
    pub sent: Option<(Dispatch, Option<i64>)>,
}

/// A case on the agenda with its papers.
pub struct CasePapers {
    pub case: Case,
    pub minutes: Option<i64>,
    /// The meeting day it stands on, from 0.
    pub session: usize,
    /// When it begins, on the clock of the board, where that is known.
    pub starts: Option<NaiveTime>,
    pub presenter: String,
    /// Whether the case is closed to the reader, who is told only that it is there.
    pub is_closed: bool,
    pub papers: Vec<Shown>,
    /// The papers of other cases that it refers to: they are shown and sent with their own.
    pub shared: Vec<Paper>,
}

/// What stands on the agenda beside the cases: a standing item, a break, any other business.
pub struct Point {
    pub item: Item,
    /// When it begins, on the clock of the board, where that is known.
    pub starts: Option<NaiveTime>,
    /// How many of the reader's cases stand before it.
    pub after: usize,
}

/// Everything that the papers of a meeting are made of.
pub struct MeetingPapers {
    pub data: BoardData,
    pub meeting: Meeting,
    pub kinds: Vec<CodeWord>,
    pub line: Vec<Deadline>,
    pub promise: Option<Promise>,
    pub dispatches: Vec<Dispatch>,
    /// In the order of the agenda.
    pub cases: Vec<CasePapers>,
    /// What stands between them, in the same order.
    pub points: Vec<Point>,
    /// How many minutes the agenda lasts beyond the end of each meeting day.
    pub over: Vec<i64>,
    pub keeps: bool,
    /// Whether the reader may let colleagues read along, or sees who was let in; where the board lets them.
    pub has_colleagues: bool,
}

impl MeetingPapers {
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.data.board
    }

    /// Every paper that the reader reads, in order.
    pub fn papers(&self) -> impl Iterator<Item = &Shown> {
        let open = self.cases.iter().filter(|case| !case.is_closed);
        open.flat_map(|case| &case.papers)
    }

    /// The cases of which something can go out now.
    pub fn going_out(&self) -> impl Iterator<Item = &CasePapers> {
        let dispatches = &self.dispatches;
        let is_ready = move |shown: &Shown| rules::is_ready(&shown.paper, dispatches);
        let open = self.cases.iter().filter(|case| !case.is_closed);
        open.filter(move |case| case.papers.iter().any(is_ready))
    }
}

/// The papers of a meeting for this reader; the page does not exist for those who have no role on the board and are not
/// called to the meeting.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn of_meeting(
    conn: &mut Conn,
    id: MeetingId,
    reader: &Reader,
    clearance: &Clearance,
) -> Result<MeetingPapers> {
    let meeting = meetings::meeting(conn, id)?;
    if reader.roles.on(meeting.board).is_empty() && !clearance.called_to.contains(&id) {
        return Err(Error::NotFound);
    }
    let data = boards::data(conn, meeting.board)?;
    let mut agenda = agenda::agenda(conn, id)?;
    fit(&mut agenda.items, meeting.sessions.len());
    let ids: Vec<CaseId> = agenda.items.iter().filter_map(|item| item.case).collect();
    let line = deadlines(&meeting, &data);
    let keeps = reader.roles.is_secretary_of(meeting.board);
    let may_name = colleagues::may_name(&data.board, id, &reader.roles, clearance);
    let mut of = MeetingPapers {
        promise: rules::promise(&line, meeting.first_day()),
        kinds: code_words::list(conn, "meeting_kind")?,
        dispatches: store::of_meeting(conn, id)?,
        has_colleagues: data.board.colleagues_read && (keeps || may_name),
        keeps,
        cases: Vec::new(),
        points: Vec::new(),
        over: overrun(&agenda.items, &meeting.sessions),
        line,
        data,
        meeting,
    };
    let seen = cases::seen_among(conn, &ids, clearance)?;
    let closed = cases::closed_among(conn, &ids, clearance)?;
    let papers = papers::of_cases(conn, &ids, clearance)?;
    let mut shared = papers::shared::of_cases(conn, &ids, clearance)?;
    of.cases = in_order(conn, &of, &agenda, reader, (seen, closed, papers))?;
    of.points = points(&of, &agenda);
    for case in of.cases.iter_mut().filter(|case| !case.is_closed) {
        case.shared = shared.remove(&case.case.id).unwrap_or_default();
    }
    Ok(of)
}

type Found = (
    HashMap<CaseId, Case>,
    HashMap<CaseId, Case>,
    HashMap<CaseId, Vec<Paper>>,
);

fn in_order(
    conn: &mut Conn,
    of: &MeetingPapers,
    agenda: &Agenda,
    reader: &Reader,
    (mut seen, mut closed, mut papers): Found,
) -> Result<Vec<CasePapers>> {
    let ids: Vec<PaperId> = papers.values().flatten().map(|paper| paper.id).collect();
    let mut versions = papers::versions(conn, &ids)?;
    let read = papers::read_by(conn, reader.id, &ids)?;
    let (first_day, zone) = (of.meeting.first_day(), of.board().zone);
    let moves = moves(conn, of.meeting.id, &of.dispatches, |sent| {
        rules::late(of.promise, first_day, zone, sent.at).is_some()
    })?;
    let mut shown = |paper: Paper| {
        let number = shown_version(&paper, of.keeps);
        let versions = versions.remove(&paper.id).unwrap_or_default();
        let is_out = paper.access.withdrawn_at.is_none();
        let published = paper.published.filter(|_| is_out);
        let out = versions.iter().find(|one| Some(one.number) == published);
        let out = out.cloned();
        let version = versions.into_iter().find(|one| Some(one.number) == number);
        let before = read.get(&paper.id).copied().unwrap_or(0);
        let sent = rules::first_sent(paper.id, &of.dispatches).cloned();
        let how_late =
            |sent: &Dispatch| rules::late_when_sent(of.promise, first_day, &moves, (zone, sent.at));
        Shown {
            is_new: !of.keeps && number.is_some_and(|number| before < number),
            sent: sent.map(|sent| {
                let late = how_late(&sent);
                (sent, late)
            }),
            version,
            out,
            paper,
        }
    };
    let clock = clock(&agenda.items, &of.meeting.sessions);
    let mut found = Vec::new();
    for (item, hours) in agenda.items.iter().zip(clock) {
        let Some(id) = item.case else { continue };
        let is_closed = !seen.contains_key(&id);
        let Some(case) = seen.remove(&id).or_else(|| closed.remove(&id)) else {
            continue;
        };
        let own = papers.remove(&id).unwrap_or_default();
        found.push(CasePapers {
            minutes: item.minutes,
            session: item.session,
            starts: hours.map(|(starts, _)| starts),
            presenter: if is_closed {
                String::new()
            } else {
                item.presenter.clone()
            },
            papers: own.into_iter().map(&mut shown).collect(),
            shared: Vec::new(),
            is_closed,
            case,
        });
    }
    Ok(found)
}

/// What stands on the agenda beside the cases that the reader may know of.
fn points(of: &MeetingPapers, agenda: &Agenda) -> Vec<Point> {
    let clock = clock(&agenda.items, &of.meeting.sessions);
    let mut found = Vec::new();
    let mut after = 0;
    for (item, hours) in agenda.items.iter().zip(clock) {
        match item.case {
            Some(id) => after += usize::from(of.cases.iter().any(|one| one.case.id == id)),
            None => found.push(Point {
                starts: hours.map(|(starts, _)| starts),
                item: item.clone(),
                after,
            }),
        }
    }
    found
}

/// Who has opened what went out to them, of the papers that the secretary reads; none where the board does not keep it.
///
/// # Errors
/// When the database fails.
pub fn opened(conn: &mut Conn, of: &MeetingPapers) -> Result<Option<Vec<opened::Reader>>> {
    if of.board().opened_kept_days.is_none() {
        return Ok(None);
    }
    let ids: Vec<RowId> = of.dispatches.iter().map(|one| one.id).collect();
    let to = store::sent_to(conn, &ids)?;
    let mut people: Vec<(PersonId, String)> = to.iter().map(|row| (row.1, row.2.clone())).collect();
    people.dedup();
    let goes_out =
        |shown: &&Shown| shown.sent.is_some() && shown.paper.access.withdrawn_at.is_none();
    let sent = of.papers().filter(goes_out).map(|shown| {
        let with = (of.dispatches.iter())
            .filter(|one| one.papers.iter().any(|(id, _)| *id == shown.paper.id));
        let with: Vec<RowId> = with.map(|one| one.id).collect();
        let to = to.iter().filter(|row| with.contains(&row.0));
        Sent {
            paper: shown.paper.id,
            case: shown.paper.case.id,
            title: shown.paper.facts.title.clone(),
            to: to.map(|row| row.1).collect(),
        }
    });
    let sent: Vec<Sent> = sent.collect();
    let papers: Vec<PaperId> = sent.iter().map(|one| one.paper).collect();
    let cases: Vec<CaseId> = sent.iter().map(|one| one.case).collect();
    let known = papers::opened::of_papers(conn, &papers)?;
    let closed = papers::opened::closed(conn, &cases)?;
    Ok(Some(opened::readers(&people, &sent, &known, &closed)))
}

/// How late a paper first went out for a meeting, in days before it; none for what was in time or has not gone out.
///
/// # Errors
/// When the database fails.
pub fn lateness(conn: &mut Conn, id: MeetingId) -> Result<impl Fn(PaperId) -> Option<i64> + use<>> {
    let meeting = meetings::meeting(conn, id)?;
    let data = boards::data(conn, meeting.board)?;
    let dispatches = store::of_meeting(conn, id)?;
    let first_day = meeting.first_day();
    let promise = rules::promise(&deadlines(&meeting, &data), first_day);
    let zone = data.board.zone;
    let moves = moves(conn, id, &dispatches, |sent| {
        rules::late(promise, first_day, zone, sent.at).is_some()
    })?;
    Ok(move |paper| {
        let sent = rules::first_sent(paper, &dispatches)?;
        rules::late_when_sent(promise, first_day, &moves, (zone, sent.at))
    })
}

/// How a meeting was moved, asked for only where something may be late: it stands in the log.
fn moves(
    conn: &mut Conn,
    of: MeetingId,
    dispatches: &[Dispatch],
    is_late: impl Fn(&Dispatch) -> bool,
) -> Result<Vec<NewDay>> {
    if dispatches.iter().any(is_late) {
        plan::moves(conn, of)
    } else {
        Ok(Vec::new())
    }
}

/// The cases on a meeting's agenda of which papers came too late, as far as the reader may read those.
///
/// # Errors
/// When the database fails.
pub fn late_cases(
    conn: &mut Conn,
    id: MeetingId,
    clearance: &Clearance,
) -> Result<HashMap<CaseId, LatePapers>> {
    let days = lateness(conn, id)?;
    let items = agenda::agenda(conn, id)?.items;
    let cases: Vec<CaseId> = items.iter().filter_map(|item| item.case).collect();
    let papers = papers::of_cases(conn, &cases, clearance)?;
    let late = papers.into_iter().filter_map(|(case, papers)| {
        let days = papers.iter().filter_map(|paper| days(paper.id));
        Some((case, rules::together(days)?))
    });
    Ok(late.collect())
}
