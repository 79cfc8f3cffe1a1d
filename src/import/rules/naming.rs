//! How the rows of the past name things: a meeting by its board and a day, a case by its number, an item by the number of its
//! case or by its title.

use super::boards::Standing as Board;
use super::line::{Line, Located};
use super::past::ItemEntry;
use super::{NewAndKnown, Place, Work};
use crate::calendar::local_date;
use crate::cases::{ItemKind, Numbering};
use crate::i18n::Said;
use crate::import::past::Number;
use crate::import::values::key;
use crate::meetings::MeetingState;
use chrono::{Datelike, NaiveDate};

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
            None => item.titles.iter().any(|own| key(own) == title) || self.is_titled(item, &title),
        };
        let mut found = items.iter().filter(is_it);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.clone()),
            (None, _) => Err(Said::new("import-item-unknown").with("written", written)),
            (Some(_), Some(_)) => Err(Said::new("import-item-of-two").with("written", written)),
        }
    }

    /// Whether an item is a case that a file knows by its title, which is this.
    fn is_titled(&self, item: &ItemEntry, title: &str) -> bool {
        let entry = item.case.and_then(|case| self.past.by_case.get(&case));
        let entry = entry.map(|at| &self.past.entries[*at]);
        entry.is_some_and(|entry| entry.is_by_title && key(&entry.title) == title)
    }

    /// The item that a row of minutes or of what was agreed is about; nothing is said or agreed in a break.
    pub(super) fn spoken_item(&self, line: &mut Line<'_, '_>, at: At) -> Option<ItemEntry> {
        let found = self.item_of(&line.raw("item"), at);
        let found = found.and_then(|item| match item.kind {
            ItemKind::Break => Err(Said::new("import-item-is-break")),
            _ => Ok(item),
        });
        found.map_err(|said| line.refuse("item", said)).ok()
    }

    /// What an item was called, as its minutes have it: “1/16 Årsplan”.
    pub(super) fn called(&self, item: &ItemEntry) -> String {
        let case = item.case.and_then(|case| self.past.by_case.get(&case));
        match case.map(|entry| &self.past.entries[*entry]) {
            Some(entry) => match &entry.number {
                Some(number) => format!("{number} {}", entry.title),
                None => entry.title.clone(),
            },
            None => item.titles.first().cloned().unwrap_or_default(),
        }
    }

    /// Whoever was at the meeting has been sent its minutes: what they say is changed where they are written, and not by a
    /// file.
    pub(super) fn refuse_sent(&self, line: &mut Line<'_, '_>, at: At) {
        let meeting = self.past.sittings[at.sitting].id;
        if self.past.rounds.contains(&meeting) {
            line.refuse("meeting_day", Said::new("import-minutes-sent"));
        }
    }

    /// Who was there, and what was said, is known from that day on, and never of a meeting that was cancelled.
    pub(super) fn refuse_early(&self, line: &mut Line<'_, '_>, at: At) {
        if self.past.sittings[at.sitting].state == MeetingState::Cancelled {
            line.refuse("meeting_day", Said::new("import-meeting-cancelled"));
        } else if at.day > self.today(at.board) {
            line.refuse("meeting_day", Said::new("import-not-held-yet"));
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
