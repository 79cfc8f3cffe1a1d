//! What proves, dispatch by dispatch and reader by reader, from when the papers of a meeting could be read.
//!
//! A dispatch is told as things stood when it went: a case that was closed to someone then could not be read by them,
//! whatever it is now. Why it was closed is no part of this.

use super::load::{CasePapers, MeetingPapers};
use super::rules::{self, Closure};
use super::{Dispatch, store};
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::meetings::plan::{NewDay, moves};
use crate::papers::{Paper, Version, store as papers};
use crate::web::access::Clearance;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Everything that the statement tells.
pub struct Proof {
    pub of: MeetingPapers,
    /// What went out, the first first.
    pub outs: Vec<Out>,
}

/// A dispatch as it was.
pub struct Out {
    pub number: i64,
    pub at: Moment,
    /// How many days before the meeting that was.
    pub days: i64,
    pub is_late: bool,
    /// How the meeting was moved after it, the first move first: what is late now may have been in time.
    pub moved: Vec<NewDay>,
    /// How many days before the meeting it was, as that stood then; none where it has not been moved.
    pub days_then: Option<i64>,
    /// What went out with it, as far as the secretary who asks may read it, in the order of the agenda.
    pub papers: Vec<OutPaper>,
    /// Whom it was for, by name.
    pub readers: Vec<OutReader>,
    /// Readers to whom all of it was closed, by name.
    pub left_out: Vec<OutReader>,
}

/// A version of a paper that went out.
pub struct OutPaper {
    pub paper: Paper,
    pub number: i64,
    /// Why it came after the delivery deadline, and who allowed it.
    pub late: Option<(String, String)>,
}

/// A reader, and what was closed to them when it went out.
pub struct OutReader {
    pub name: String,
    /// Each case with the moment when it was opened to them again; none while it is closed.
    pub closed: Vec<(Case, Option<Moment>)>,
}

impl Proof {
    /// How many papers on the agenda were in time with the version that went out last, and how many went out.
    #[must_use]
    pub fn in_time(&self) -> (usize, usize) {
        let of = &self.of;
        let papers = of.papers().map(|shown| shown.paper.id);
        rules::in_time(papers, &of.dispatches, |sent| is_late(of, sent.at))
    }

    /// The cases on the agenda of which no paper went out, as far as the secretary who asks may read them.
    pub fn without(&self) -> impl Iterator<Item = &CasePapers> {
        let open = self.of.cases.iter().filter(|case| !case.is_closed);
        open.filter(|case| {
            let is_out =
                |paper: &Paper| paper.published.is_some() && paper.access.withdrawn_at.is_none();
            let own = case.papers.iter().any(|shown| shown.sent.is_some());
            !own && !case.shared.iter().any(is_out)
        })
    }

    /// Whether a paper still belongs to this meeting: its case may have been moved since.
    #[must_use]
    pub fn is_on_agenda(&self, of: PaperId) -> bool {
        self.of.papers().any(|shown| shown.paper.id == of)
    }
}

fn is_late(of: &MeetingPapers, at: Moment) -> bool {
    rules::late(of.promise, of.meeting.first_day(), of.board().zone, at).is_some()
}

/// The proof of a meeting, for the secretary with this clearance.
///
/// # Errors
/// When the database fails.
pub fn of_meeting(conn: &mut Conn, of: MeetingPapers, clearance: &Clearance) -> Result<Proof> {
    let sent = of.dispatches.iter().flat_map(|one| &one.papers);
    let ids: BTreeSet<PaperId> = sent.map(|(id, _)| *id).collect();
    let ids: Vec<PaperId> = ids.into_iter().collect();
    let case_of = store::cases_of(conn, &ids)?;
    let all: BTreeSet<CaseId> = case_of.values().copied().collect();
    let all: Vec<CaseId> = all.into_iter().collect();
    let mut known = cases::seen_among(conn, &all, clearance)?;
    known.extend(cases::closed_among(conn, &all, clearance)?);
    let readable = papers::of_cases(conn, &all, clearance)?;
    let dispatches: Vec<RowId> = of.dispatches.iter().map(|one| one.id).collect();
    let today = store::readers(conn, of.board(), of.meeting.id, clearance.now)?;
    let found = Found {
        papers: (readable.into_values().flatten())
            .map(|paper| (paper.id, paper))
            .collect(),
        versions: papers::versions(conn, &ids)?,
        closures: store::closures(conn, &all)?,
        moves: moves(conn, of.meeting.id)?,
        to: store::sent_to(conn, &dispatches)?,
        readers: today
            .into_iter()
            .map(|one| (one.person, one.name))
            .collect(),
        case_of,
        known,
    };
    let outs = of.dispatches.iter().map(|one| found.out(&of, one));
    Ok(Proof {
        outs: outs.collect(),
        of,
    })
}

/// What the dispatches of a meeting are told from.
struct Found {
    case_of: HashMap<PaperId, CaseId>,
    /// The cases whose names may be told.
    known: HashMap<CaseId, Case>,
    papers: HashMap<PaperId, Paper>,
    versions: HashMap<PaperId, Vec<Version>>,
    closures: Vec<Closure>,
    moves: Vec<NewDay>,
    to: Vec<(RowId, PersonId, String)>,
    /// Who reads the papers today.
    readers: Vec<(PersonId, String)>,
}

impl Found {
    fn out(&self, of: &MeetingPapers, dispatch: &Dispatch) -> Out {
        let mut papers: Vec<OutPaper> = (dispatch.papers.iter())
            .filter_map(|(id, number)| self.paper(*id, *number))
            .collect();
        papers.sort_by_key(|one| {
            let (case, part) = (one.paper.case.id, one.paper.part);
            let at = of.cases.iter().position(|on| on.case.id == case);
            (at.unwrap_or(usize::MAX), case, part, one.paper.position)
        });
        let sent = dispatch.papers.iter();
        let cases: BTreeSet<CaseId> = sent
            .filter_map(|(id, _)| self.case_of.get(id).copied())
            .collect();
        let cases: Vec<CaseId> = cases.into_iter().collect();
        let at = dispatch.at;
        let closed = |person| rules::closed_at(&self.closures, &cases, person, at);
        let to: BTreeMap<(&str, PersonId), Vec<Closure>> = (self.to.iter())
            .filter(|(of, _, _)| *of == dispatch.id)
            .map(|(_, person, name)| ((name.as_str(), *person), closed(*person)))
            .collect();
        let ever = self
            .to
            .iter()
            .map(|(_, person, name)| (name.as_str(), *person));
        let today = self
            .readers
            .iter()
            .map(|(person, name)| (name.as_str(), *person));
        let left_out: BTreeMap<(&str, PersonId), Vec<Closure>> = ever
            .chain(today)
            .filter(|key| !to.contains_key(key))
            .map(|key| (key, closed(key.1)))
            .filter(|(_, closed)| !rules::is_for(&cases, closed))
            .collect();
        let moved = self.moves.iter().filter(|one| one.at > at);
        let moved: Vec<NewDay> = moved.copied().collect();
        let on = of.board().today(at);
        Out {
            number: dispatch.number,
            at,
            days: rules::days_before(of.meeting.first_day(), on),
            is_late: is_late(of, at),
            days_then: (moved.first()).map(|first| rules::days_before(first.from, on)),
            moved,
            papers,
            readers: self.told(to),
            left_out: self.told(left_out),
        }
    }

    fn paper(&self, id: PaperId, number: i64) -> Option<OutPaper> {
        let mut versions = self.versions.get(&id)?.iter();
        Some(OutPaper {
            paper: self.papers.get(&id)?.clone(),
            number,
            late: versions.find(|one| one.number == number)?.late.clone(),
        })
    }

    /// Readers with the names of what was closed to them.
    fn told(&self, of: BTreeMap<(&str, PersonId), Vec<Closure>>) -> Vec<OutReader> {
        let case = |one: Closure| Some((self.known.get(&one.case)?.clone(), one.until));
        let reader = |((name, _), closed): ((&str, PersonId), Vec<Closure>)| {
            let mut closed: Vec<(Case, Option<Moment>)> =
                closed.into_iter().filter_map(case).collect();
            closed.sort_by_key(|(case, _)| (case.number, case.id));
            OutReader {
                name: name.to_owned(),
                closed,
            }
        };
        of.into_iter().map(reader).collect()
    }
}
