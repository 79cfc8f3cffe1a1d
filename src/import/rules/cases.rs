//! Cases: known by their number, else by their title. What state one is in is settled once the agendas are read.
//!
//! A case is shown to the board's members and to nobody else. It is not assessed unless its row says so.

use super::line::{Line, Located};
use super::naming::At;
use super::past::{Entry, Pending};
use super::{NewAndKnown, Work};
use crate::calendar::{local_date, moment_of};
use crate::cases::past::Source;
use crate::cases::{Assessed, CaseState, Facts, Numbering};
use crate::db::ids::{BoardId, CaseId, OrganisationId};
use crate::i18n::{Language, Said};
use crate::import::Fault;
use crate::import::past::{Number, PastCase};
use crate::import::values::{is_unknown, key};
use crate::meetings::MeetingState;
use crate::web::access::{Assessment, Scope};
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// As long as a title may be.
const TITLE: usize = 400;
/// As long as a description may be.
const DESCRIPTION: usize = 4_000;
/// As long as a remark may be.
pub const REMARK: usize = 1_000;

impl Work<'_> {
    pub fn cases(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        self.each(tables, Self::case)
    }

    /// Whether the row is a new case; none when it cannot be one.
    fn case(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let board = self.board_of(line);
        let title = line.needed_words("title", TITLE);
        let day = line.day("meeting_day");
        let kind_of_meeting = line.choice("meeting_kind", &self.words.meeting_kinds);
        let written = line.text("case_number", 20);
        let (board, title) = (board?, title?);
        let at = match day {
            Some(day) => Some(self.meeting_on(line, board, day, kind_of_meeting.as_deref())?),
            None => None,
        };
        let number = self.number_of_row(line, board, &written, at)?;
        if let Some(entry) = self.standing_case(board.id, number.as_ref(), &title) {
            let is_other = entry.place.is_some() && key(&entry.title) != key(&title);
            if let (true, Some(first)) = (is_other, &entry.place) {
                let row = first.row.to_string();
                let said = Said::new("import-number-of-two").with("row", row);
                line.refuse("case_number", said.with("title", &entry.title));
                return None;
            }
            return self.recognised(line, entry.place.as_ref());
        }
        self.refuse_mail(line, board);
        let facts = self.facts(line, board, title.clone());
        let (assessed, title_exempt) = self.assessed(line);
        let state = line.choice("state", &self.words.case_states);
        let id = CaseId::new();
        let entry = Entry {
            id,
            number: number.as_ref().map(Number::called),
            is_by_title: number.is_none(),
            title,
            place: Some(line.place()),
            meetings: Vec::new(),
        };
        let entry = self.past.add_case(board.id, number.as_ref(), entry);
        self.past.pending.push(Pending {
            board,
            entry,
            in_plan: self.checked.plan.past.cases.len(),
            written: state.and_then(|code| code.parse().ok()),
            at: line.fault("state", Said::new("import-needed")),
        });
        let source = source(line, &written);
        self.checked.plan.past.cases.push(PastCase {
            id,
            board: board.id,
            facts,
            number,
            meeting: None,
            state: CaseState::Accepted,
            since: self.now,
            assessed,
            title_exempt,
            source,
        });
        Some(true)
    }

    /// The case that a row is about, when it stands already.
    fn standing_case(&self, board: BoardId, number: Option<&Number>, title: &str) -> Option<Entry> {
        let at = match number {
            Some(number) => {
                let key = (board, number.series.clone(), number.sequence);
                self.past.by_number.get(&key)
            }
            None => self.past.by_title.get(&(board, key(title))),
        };
        at.map(|at| self.past.entries[*at].clone())
    }

    /// The number that the row gives the case; none where it gives none. None of the whole where it is wrong.
    fn number_of_row(
        &self,
        line: &mut Line<'_, '_>,
        board: super::boards::Standing,
        written: &str,
        at: Option<At>,
    ) -> Option<Option<Number>> {
        if written.is_empty() {
            return (!line.is_filled("case_number")).then_some(None);
        }
        match self.numbered(written, board, at.map(|at| at.sitting)) {
            Ok(number) => Some(Some(number)),
            Err(said) => {
                let is_of_meeting = said.key == "import-number-needs-meeting";
                let code = if is_of_meeting {
                    "meeting_day"
                } else {
                    "case_number"
                };
                line.refuse(code, said);
                None
            }
        }
    }

    fn facts(
        &mut self,
        line: &mut Line<'_, '_>,
        board: super::boards::Standing,
        title: String,
    ) -> Facts {
        let public_title = line.words("public_title", TITLE);
        let kind = line.choice("kind", &self.words.case_types);
        let subject = line.choice("subject", &self.words.case_subjects);
        let language: Language = line.language("language", &self.words.languages);
        let organisations = self.organisations_of(line);
        let body = line.text("responsible_board", 60).to_lowercase();
        let responsible_board = self.boards.find(&body);
        if !body.is_empty() && responsible_board.is_none() {
            let said = Said::new("import-board-unknown").with("board", body);
            line.refuse("responsible_board", said);
        }
        let follows = line.text("follows", 20);
        let follows = if follows.is_empty() {
            None
        } else {
            self.followed(line, board, &follows)
        };
        Facts {
            public_title: if public_title.is_empty() {
                title.clone()
            } else {
                public_title
            },
            title,
            kind: kind.unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            language,
            description: line.prose("description", DESCRIPTION),
            archive_reference: line.words("archive_reference", 100),
            organisations,
            responsible_board,
            affects_municipalities: false,
            wanted_meeting: None,
            follows,
        }
    }

    /// The case that this one takes up anew; it stands above it, so that it is written before it.
    fn followed(
        &self,
        line: &mut Line<'_, '_>,
        board: super::boards::Standing,
        written: &str,
    ) -> Option<CaseId> {
        let found = match self.past.numbering_of(board.id) {
            Numbering::Year => (self.case_of(written, board, None))
                .map_err(|_unknown| Said::new("import-follows-unknown").with("written", written)),
            Numbering::Meeting => Err(Said::new("import-follows-of-meetings")),
        };
        let found = found.map(|at| self.past.entries[at].id);
        found.map_err(|said| line.refuse("follows", said)).ok()
    }

    /// Each organisation by its number or a name, with semicolons between: a name may have commas.
    fn organisations_of(&self, line: &mut Line<'_, '_>) -> BTreeSet<OrganisationId> {
        let written = line.text("organisations", 2_000);
        let mut found = BTreeSet::new();
        for part in (written.split(';').map(str::trim)).filter(|part| !part.is_empty()) {
            match self.organisations.find(part) {
                Ok(one) => {
                    found.insert(one);
                }
                Err(said) => line.refuse("organisations", said),
            }
        }
        found
    }

    /// What was found under offentleglova, where the row says it.
    fn assessed(&self, line: &mut Line<'_, '_>) -> (Option<Assessed>, bool) {
        let outcome = line.choice("assessment", &self.words.assessments);
        let outcome = outcome.and_then(|code| code.parse::<Assessment>().ok());
        let basis = line.words("basis", 200);
        let scope = line.choice("scope", &self.words.scopes);
        let scope = scope.and_then(|code| code.parse::<Scope>().ok());
        let plain = |outcome| Assessed {
            outcome,
            basis: None,
            scope: None,
            extended_access: false,
            reassess_on: None,
            open_from: None,
        };
        match outcome {
            Some(Assessment::Exempt) => {}
            other => {
                for (code, is_filled) in [("basis", !basis.is_empty()), ("scope", scope.is_some())]
                {
                    if is_filled {
                        line.refuse(code, Said::new("import-only-where-exempt"));
                    }
                }
                let open = other.filter(|outcome| *outcome == Assessment::Open);
                return (open.map(plain), false);
            }
        }
        let bases = &self.known.past.bases;
        let own = bases
            .iter()
            .find(|(_, reference)| key(reference) == key(&basis));
        if basis.is_empty() {
            line.refuse("basis", Said::new("import-needed"));
        } else if own.is_none() {
            let choices: Vec<&str> = bases.iter().map(|(_, one)| one.as_str()).collect();
            let said = Said::new("import-not-a-choice").with("written", basis);
            line.refuse("basis", said.with("choices", choices.join(", ")));
        }
        if scope.is_none() && !line.is_filled("scope") {
            line.refuse("scope", Said::new("import-needed"));
        }
        let assessed = Assessed {
            basis: own.map(|(id, _)| *id),
            scope,
            ..plain(Assessment::Exempt)
        };
        (Some(assessed), scope == Some(Scope::Title))
    }

    /// Each new case against the agendas it stands on, and where its series goes on.
    pub fn settle_cases(&mut self) {
        let mut faults: Vec<Fault> = Vec::new();
        for pending in std::mem::take(&mut self.past.pending) {
            let entry = &self.past.entries[pending.entry];
            let mut meetings: Vec<_> = (entry.meetings.iter())
                .map(|at| &self.past.sittings[*at])
                .collect();
            meetings.sort_by_key(|sitting| sitting.first_day());
            let planned = &mut self.checked.plan.past.cases[pending.in_plan];
            let zone = pending.board.zone;
            let today = local_date(zone, self.now.utc());
            let last = meetings.last();
            let over = last.map(|last| last.is_over(today));
            let is_cancelled = last.is_some_and(|last| last.state == MeetingState::Cancelled);
            match state(pending.written, over.filter(|_| !is_cancelled)) {
                Ok(state) => planned.state = state,
                Err(key) => faults.push(Fault {
                    said: Said::new(key),
                    ..pending.at
                }),
            }
            let stays = [CaseState::Scheduled, CaseState::Treated, CaseState::Closed];
            let stays = stays.contains(&planned.state);
            planned.meeting = last.map(|last| last.id).filter(|_| stays);
            if let Some(first) = meetings.first() {
                let at = moment_of(zone, first.first_day(), NaiveTime::MIN);
                planned.since = planned.since.min(at.into());
            }
        }
        self.checked.faults.extend(faults);
        self.carry_series_on();
    }

    /// The next new case of a series gets the number after the highest.
    fn carry_series_on(&mut self) {
        let known = self.known.past.counters.iter();
        let standing: HashMap<(_, &str), i64> = known
            .map(|(board, series, last)| ((*board, series.as_str()), *last))
            .collect();
        let mut highest: BTreeMap<(_, String), i64> = BTreeMap::new();
        for case in &self.checked.plan.past.cases {
            if let Some(number) = &case.number {
                let last = highest
                    .entry((case.board, number.series.clone()))
                    .or_default();
                *last = number.sequence.max(*last);
            }
        }
        let ahead = highest.into_iter().filter(|((board, series), last)| {
            let standing = standing.get(&(*board, series.as_str()));
            standing.is_none_or(|standing| standing < last)
        });
        let ahead = ahead.map(|((board, series), last)| (board, series, last));
        self.checked.plan.past.counters = ahead.collect();
    }
}

/// What the old papers say of the case and has no other place.
fn source(line: &mut Line<'_, '_>, number: &str) -> Source {
    let responsible = line.words("responsible", 200);
    Source {
        number: number.to_owned(),
        responsible: (!is_unknown(&responsible)).then_some(responsible),
        remark: line.words("remark", REMARK),
    }
}

/// The state of a case, where it stands on the agenda of a meeting that is over, or of one that is to come.
fn state(written: Option<CaseState>, is_over: Option<bool>) -> Result<CaseState, &'static str> {
    use CaseState::{Accepted, Closed, Declined, Postponed, Proposed, Scheduled, Treated};
    match (written, is_over) {
        (Some(Proposed), _) => Err("import-case-proposed"),
        (None, None) => Err("import-case-state-needed"),
        (None | Some(Scheduled), Some(false)) => Ok(Scheduled),
        (None, Some(true)) => Ok(Treated),
        (Some(Scheduled), _) => Err("import-case-not-scheduled"),
        (Some(Treated | Closed | Accepted | Declined | Postponed), Some(false)) => {
            Err("import-case-is-scheduled")
        }
        (Some(other), _) => Ok(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_has_been_dealt_with_where_its_meeting_is_over() {
        use CaseState::{Accepted, Closed, Declined, Postponed, Proposed, Scheduled, Treated};
        for (written, is_over, found) in [
            (None, Some(true), Ok(Treated)),
            (None, Some(false), Ok(Scheduled)),
            (None, None, Err("import-case-state-needed")),
            (Some(Closed), Some(true), Ok(Closed)),
            (Some(Postponed), Some(true), Ok(Postponed)),
            (Some(Closed), None, Ok(Closed)),
            (Some(Accepted), None, Ok(Accepted)),
            (Some(Declined), None, Ok(Declined)),
            (Some(Scheduled), Some(false), Ok(Scheduled)),
            (
                Some(Scheduled),
                Some(true),
                Err("import-case-not-scheduled"),
            ),
            (Some(Scheduled), None, Err("import-case-not-scheduled")),
            (Some(Treated), Some(false), Err("import-case-is-scheduled")),
            (Some(Proposed), None, Err("import-case-proposed")),
        ] {
            assert_eq!(state(written, is_over), found, "{written:?} {is_over:?}");
        }
    }
}
