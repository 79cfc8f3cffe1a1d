//! What the sheets of the past speak of, as it stands and as the file makes it.

use super::Place;
use super::boards::Standing as Board;
use crate::cases::past::Unknown;
use crate::cases::{CaseState, Guest, ItemKind, Numbering};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId};
use crate::i18n::Said;
use crate::import::past::Number;
use crate::import::values::key;
use crate::import::{Fault, Known, Plan};
use crate::meetings::{Meeting, MeetingState};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// A meeting that a row may speak of.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub id: MeetingId,
    pub kind: String,
    pub state: MeetingState,
    pub days: Vec<NaiveDate>,
}

impl Sitting {
    /// Whether it is over on this day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        let is_past = self.days.iter().max().is_some_and(|last| *last < today);
        self.state != MeetingState::Cancelled && (self.state >= MeetingState::Held || is_past)
    }

    pub fn first_day(&self) -> NaiveDate {
        self.days.iter().min().copied().unwrap_or_default()
    }
}

/// A case that a row may speak of.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: CaseId,
    /// “1/16”, or none.
    pub number: Option<String>,
    /// Whether files know it by its title: it has no number, or had none when it was imported.
    pub is_by_title: bool,
    pub title: String,
    /// None of one that stands already.
    pub place: Option<Place>,
    /// The meetings on whose agenda the file puts it.
    pub meetings: Vec<usize>,
}

/// An item that a row may speak of.
#[derive(Clone, Debug)]
pub struct ItemEntry {
    pub id: AgendaItemId,
    pub session: usize,
    pub position: i64,
    pub kind: ItemKind,
    pub case: Option<CaseId>,
    /// What it is called, in every language.
    pub titles: Vec<String>,
    /// None of one that stands already.
    pub place: Option<Place>,
}

/// A case whose state is settled once its agendas are read.
pub struct Pending {
    pub board: Board,
    pub entry: usize,
    pub in_plan: usize,
    pub written: Option<CaseState>,
    /// Where it is told when the state does not fit; its words are another's.
    pub at: Fault,
}

/// What tells one line of attendance from another. Who has a name is known by it; of others everything must be the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LineKey {
    pub meeting: MeetingId,
    pub session: usize,
    pub part: &'static str,
    pub who: String,
    pub organisation: String,
    pub instead_of: String,
    pub rest: String,
}

/// What tells one action item from another, besides whose it is: the item under which it was agreed, and what it says.
pub type Agreed = (MeetingId, AgendaItemId, String);

/// Everything of the past that rows may speak of.
#[derive(Default)]
pub struct Register {
    is_known: bool,
    pub sittings: Vec<Sitting>,
    by_day: HashMap<(BoardId, NaiveDate), Vec<usize>>,
    pub numbering: HashMap<BoardId, Numbering>,
    pub entries: Vec<Entry>,
    pub by_number: HashMap<(BoardId, String, i64), usize>,
    pub by_title: HashMap<(BoardId, String), usize>,
    pub by_case: HashMap<CaseId, usize>,
    pub items: HashMap<MeetingId, Vec<ItemEntry>>,
    pub guests: HashMap<MeetingId, Vec<Guest>>,
    pub lines: HashMap<LineKey, Option<Place>>,
    /// Who stands on the list of a day by an id of their own.
    pub listed: HashSet<(MeetingId, usize, PersonId)>,
    /// The guests of agendas who stand on the list of a day.
    pub met: HashSet<(RowId, usize)>,
    /// Which row stands for someone without an id on all days of a meeting.
    pub added: HashMap<(MeetingId, String), RowId>,
    pub written: HashMap<AgendaItemId, Option<Place>>,
    pub heads: HashMap<MeetingId, Option<Place>>,
    pub pending: Vec<Pending>,
    /// The breaks that stand and that a row of the file is about.
    pub breaks: HashSet<AgendaItemId>,
    /// The meetings whose minutes have gone out to those who were there.
    pub rounds: HashSet<MeetingId>,
    /// What nobody knows of meetings.
    pub unknown: HashSet<(MeetingId, Unknown)>,
    /// Whose each action item is, by what it says.
    pub actions: HashMap<Agreed, Vec<(String, Option<Place>)>>,
    /// Where each agenda stands in the plan.
    pub agendas: HashMap<MeetingId, usize>,
    pub names: HashMap<OrganisationId, String>,
}

impl Register {
    /// Learns what stands and what the sheets above have made; once, before the first sheet of the past.
    pub fn learn(&mut self, known: &Known, plan: &Plan) {
        if std::mem::replace(&mut self.is_known, true) {
            return;
        }
        let past = &known.past;
        for one in &past.meetings {
            let sitting = Sitting {
                id: one.id,
                kind: one.kind.clone(),
                state: one.state,
                days: one.days.clone(),
            };
            self.add_sitting(one.board, sitting);
        }
        for one in &plan.meetings {
            self.add_sitting(one.board, of_plan(one));
        }
        let laid_down = past.numbering.iter().chain(&plan.past.numbering);
        self.numbering.extend(laid_down.copied());
        for case in &past.cases {
            let entry = Entry {
                id: case.id,
                number: case.number.as_ref().map(Number::called),
                is_by_title: case.number.is_none() || case.came_without,
                title: case.title.clone(),
                place: None,
                meetings: Vec::new(),
            };
            self.add_case(case.board, case.number.as_ref(), entry);
        }
        self.learn_agendas(known);
        self.written
            .extend(past.texts.iter().map(|item| (*item, None)));
        self.heads.extend(past.heads.iter().map(|of| (*of, None)));
        self.rounds.extend(&past.rounds);
        let unknown = past.unknown.iter().chain(&plan.past.unknown);
        self.unknown.extend(unknown.copied());
        self.names.extend(past.names.iter().cloned());
        let fresh = plan.names.iter().filter(|name| name.until.is_none());
        self.names
            .extend(fresh.map(|name| (name.organisation, name.name.clone())));
    }

    fn learn_agendas(&mut self, known: &Known) {
        for (meeting, position, item) in &known.past.items {
            let titles = ["nb", "nn", "en"].iter();
            let titles = titles.filter_map(|tag| item.title.exactly(tag));
            let entry = ItemEntry {
                id: item.id,
                session: item.session,
                position: *position,
                kind: item.kind,
                case: item.case,
                titles: titles.map(str::to_owned).collect(),
                place: None,
            };
            self.items.entry(*meeting).or_default().push(entry);
        }
        for (meeting, guest) in &known.past.guests {
            self.guests.entry(*meeting).or_default().push(guest.clone());
        }
    }

    fn add_sitting(&mut self, board: BoardId, sitting: Sitting) {
        for day in &sitting.days {
            let of_day = self.by_day.entry((board, *day)).or_default();
            of_day.push(self.sittings.len());
        }
        self.sittings.push(sitting);
    }

    /// Adds a case by its number, and by its title where files know it by that.
    pub fn add_case(&mut self, board: BoardId, number: Option<&Number>, entry: Entry) -> usize {
        let at = self.entries.len();
        if let Some(number) = number {
            let key = (board, number.series.clone(), number.sequence);
            self.by_number.insert(key, at);
        }
        if entry.is_by_title {
            self.by_title.insert((board, key(&entry.title)), at);
        }
        self.by_case.insert(entry.id, at);
        self.entries.push(entry);
        at
    }

    pub fn numbering_of(&self, board: BoardId) -> Numbering {
        let laid_down = self.numbering.get(&board).copied();
        laid_down.unwrap_or(Numbering::Year)
    }

    /// The meeting of a board that has this day; of two the one of that kind.
    pub fn sitting(
        &self,
        board: BoardId,
        day: NaiveDate,
        kind: Option<&str>,
    ) -> Result<usize, Said> {
        let of_day = self
            .by_day
            .get(&(board, day))
            .map_or(&[][..], Vec::as_slice);
        let is_kind = |at: &&usize| kind.is_none_or(|kind| self.sittings[**at].kind == kind);
        let mut fitting = of_day.iter().filter(is_kind);
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Ok(*one),
            (None, _) => Err(Said::new("import-meeting-unknown").with("day", day)),
            (Some(_), Some(_)) => Err(Said::new("import-meeting-of-two").with("day", day)),
        }
    }
}

fn of_plan(meeting: &Meeting) -> Sitting {
    Sitting {
        id: meeting.id,
        kind: meeting.kind.clone(),
        state: meeting.state,
        days: meeting.sessions.iter().map(|session| session.day).collect(),
    }
}
