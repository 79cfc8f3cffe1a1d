//! What the sheets of the past speak of: meetings by board and day, cases by their number, items by number or title.

use super::boards::Standing as Board;
use super::line::{Line, Located};
use super::{NewAndKnown, Place, Work};
use crate::calendar::local_date;
use crate::cases::{CaseState, Guest, ItemKind, Numbering};
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId};
use crate::i18n::Said;
use crate::import::past::Number;
use crate::import::values::key;
use crate::import::{Fault, Known, Plan};
use crate::meetings::{Meeting, MeetingState};
use chrono::{Datelike, NaiveDate};
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
    /// How many breaks the file has named on each day.
    pub breaks: HashMap<(MeetingId, usize), usize>,
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
                title: case.title.clone(),
                place: None,
                meetings: Vec::new(),
            };
            self.add_case(case.board, case.number.as_ref(), entry);
        }
        for (meeting, position, item) in &past.items {
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
        for (meeting, guest) in &past.guests {
            self.guests.entry(*meeting).or_default().push(guest.clone());
        }
        self.written
            .extend(past.texts.iter().map(|item| (*item, None)));
        self.heads.extend(past.heads.iter().map(|of| (*of, None)));
        self.names.extend(past.names.iter().cloned());
        let fresh = plan.names.iter().filter(|name| name.until.is_none());
        self.names
            .extend(fresh.map(|name| (name.organisation, name.name.clone())));
    }

    fn add_sitting(&mut self, board: BoardId, sitting: Sitting) {
        for day in &sitting.days {
            let of_day = self.by_day.entry((board, *day)).or_default();
            of_day.push(self.sittings.len());
        }
        self.sittings.push(sitting);
    }

    /// Adds a case by its number, or else by its title.
    pub fn add_case(&mut self, board: BoardId, number: Option<&Number>, entry: Entry) -> usize {
        let at = self.entries.len();
        match number {
            Some(number) => {
                let key = (board, number.series.clone(), number.sequence);
                self.by_number.insert(key, at);
            }
            None => {
                self.by_title.insert((board, key(&entry.title)), at);
            }
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

/// A number of a case as it was written: its place in its series, and its year. `01/16` is `1/16`. Where numbers begin
/// again in each meeting, `3` is the third of that meeting.
///
/// # Errors
/// What to write instead.
pub fn case_number(
    written: &str,
    numbering: Numbering,
    meeting: Option<i32>,
    today: i32,
) -> Result<(i64, i32), Said> {
    let wrong = || {
        let key = match numbering {
            Numbering::Year => "import-not-a-case-number",
            Numbering::Meeting => "import-not-a-number-of-a-meeting",
        };
        Said::new(key).with("written", written)
    };
    let digits = |text: &str| -> Option<i64> {
        let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| text.parse().ok()).flatten()
    };
    let (sequence, year) = match written.split_once('/') {
        Some((sequence, year)) => (sequence.trim(), Some(year.trim())),
        None => (written.trim(), None),
    };
    let sequence = digits(sequence)
        .filter(|sequence| (1..=9_999).contains(sequence))
        .ok_or_else(wrong)?;
    let year = match year {
        None => None,
        Some(text) if [2, 4].contains(&text.len()) => {
            let year = digits(text).and_then(|year| i32::try_from(year).ok());
            Some(century(year.ok_or_else(wrong)?, today))
        }
        Some(_) => return Err(wrong()),
    };
    match (numbering, year, meeting) {
        (Numbering::Year, Some(year), _) => Ok((sequence, year)),
        (Numbering::Meeting, _, None) => Err(Said::new("import-number-needs-meeting")),
        (Numbering::Meeting, None, Some(meeting)) => Ok((sequence, meeting)),
        (Numbering::Meeting, Some(year), Some(meeting)) if year == meeting => {
            Ok((sequence, meeting))
        }
        _ => Err(wrong()),
    }
}

/// A year of two digits is the one that is not far ahead.
fn century(year: i32, today: i32) -> i32 {
    match year {
        0..=99 if 2000 + year > today + 1 => 1900 + year,
        0..=99 => 2000 + year,
        _ => year,
    }
}

/// The meeting day that a row speaks of.
#[derive(Clone, Copy, Debug)]
pub struct At {
    pub board: Board,
    pub sitting: usize,
    /// The meeting day, from 0.
    pub session: usize,
    pub day: NaiveDate,
}

impl Work<'_> {
    /// Reads the rows of a sheet one by one; each says whether it is new.
    pub(super) fn each(
        &mut self,
        tables: &[&Located<'_>],
        read: fn(&mut Self, &mut Line<'_, '_>) -> Option<bool>,
    ) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                match read(self, &mut line) {
                    Some(true) => new += 1,
                    Some(false) => known += 1,
                    None => {}
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    /// Tells of a row that says what another said, and counts it as recognised.
    pub(super) fn recognised(
        &mut self,
        line: &Line<'_, '_>,
        first: Option<&Place>,
    ) -> Option<bool> {
        if let Some(first) = first {
            self.twice(line, first);
        }
        Some(false)
    }

    pub(super) fn today(&self, board: Board) -> NaiveDate {
        local_date(board.zone, self.now.utc())
    }

    /// The board and the meeting day that a row must name.
    pub(super) fn at(&mut self, line: &mut Line<'_, '_>) -> Option<At> {
        let board = self.board_of(line);
        let day = line.needed_day("meeting_day");
        let kind = line.choice("meeting_kind", &self.words.meeting_kinds);
        self.meeting_on(line, board?, day?, kind.as_deref())
    }

    pub(super) fn meeting_on(
        &self,
        line: &mut Line<'_, '_>,
        board: Board,
        day: NaiveDate,
        kind: Option<&str>,
    ) -> Option<At> {
        match self.past.sitting(board.id, day, kind) {
            Err(said) => {
                line.refuse("meeting_day", said);
                None
            }
            Ok(sitting) => {
                let days = &self.past.sittings[sitting].days;
                let session = days.iter().position(|of| *of == day).unwrap_or(0);
                Some(At {
                    board,
                    sitting,
                    session,
                    day,
                })
            }
        }
    }

    /// The number that a cell holds, with its series.
    pub(super) fn numbered(
        &self,
        written: &str,
        board: Board,
        sitting: Option<usize>,
    ) -> Result<Number, Said> {
        let numbering = self.past.numbering_of(board.id);
        let of = sitting.and_then(|at| self.past.sittings.get(at));
        let meeting = of.map(|of| of.first_day().year());
        let today = self.today(board).year();
        let (sequence, year) = case_number(written, numbering, meeting, today)?;
        let series = match (numbering, of) {
            (Numbering::Meeting, Some(of)) => of.id.to_string(),
            _ => year.to_string(),
        };
        Ok(Number {
            series,
            sequence,
            year,
        })
    }

    /// The case that a cell speaks of by its number.
    pub(super) fn case_of(
        &self,
        written: &str,
        board: Board,
        sitting: Option<usize>,
    ) -> Result<usize, Said> {
        let number = self.numbered(written, board, sitting)?;
        let key = (board.id, number.series, number.sequence);
        let found = self.past.by_number.get(&key);
        found
            .copied()
            .ok_or_else(|| Said::new("import-case-unknown").with("written", written))
    }

    /// The item of a meeting that a cell speaks of, by the number of its case or by its title.
    pub(super) fn item_of(&self, written: &str, at: At) -> Result<ItemEntry, Said> {
        let meeting = self.past.sittings[at.sitting].id;
        let items = self.past.items.get(&meeting);
        let items = items.map_or(&[][..], Vec::as_slice);
        let case = self.case_of(written, at.board, Some(at.sitting)).ok();
        let case = case.map(|entry| self.past.entries[entry].id);
        let title = key(written);
        let is_it = |item: &&ItemEntry| match case {
            Some(case) => item.case == Some(case),
            None => item.titles.iter().any(|own| key(own) == title),
        };
        let mut found = items.iter().filter(is_it);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.clone()),
            (None, _) => Err(Said::new("import-item-unknown").with("written", written)),
            (Some(_), Some(_)) => Err(Said::new("import-item-of-two").with("written", written)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        written: &str,
        numbering: Numbering,
        meeting: Option<i32>,
    ) -> Result<(i64, i32), &'static str> {
        case_number(written, numbering, meeting, 2026).map_err(|said| said.key)
    }

    #[test]
    fn a_number_is_read_as_old_minutes_write_it() {
        let by_year = |written| read(written, Numbering::Year, Some(2015));
        for (written, number) in [
            ("01/16", (1, 2016)),
            ("1/18", (1, 2018)),
            ("2/14", (2, 2014)),
            (" 27 / 2017 ", (27, 2017)),
            ("4/27", (4, 2027)),
            ("4/98", (4, 1998)),
        ] {
            assert_eq!(by_year(written), Ok(number), "{written}");
        }
        for written in [
            "", "1", "1/1", "0/16", "a/16", "1/16/2", "-1/16", "1/201", "99999/16",
        ] {
            assert_eq!(
                by_year(written),
                Err("import-not-a-case-number"),
                "{written}"
            );
        }
    }

    #[test]
    fn where_numbers_begin_again_in_each_meeting_the_meeting_gives_the_year() {
        let of_meeting = |written| read(written, Numbering::Meeting, Some(2011));
        assert_eq!(of_meeting("3"), Ok((3, 2011)));
        assert_eq!(of_meeting("3/11"), Ok((3, 2011)));
        assert_eq!(of_meeting("3/12"), Err("import-not-a-number-of-a-meeting"));
        assert_eq!(
            read("3", Numbering::Meeting, None),
            Err("import-number-needs-meeting")
        );
    }
}
