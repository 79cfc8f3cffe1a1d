//! Boards and their seats: a board is known by its short address, a seat by its number on the board.
//!
//! A new board's mail is off. A board whose mail is on takes no rows, so that an import mails nobody (F11).

use super::line::{Line, Located};
use super::{NewAndKnown, Place, Work};
use crate::boards::{Board, Seat, WeeklyMail};
use crate::calendar::{HolidaySet, WorkCalendar, parse_zone};
use crate::db::ids::{BoardId, SeatId};
use crate::db::types::Words;
use crate::i18n::{Language, Said};
use crate::import::Known;
use crate::import::values::key;
use chrono::{NaiveTime, Weekday};
use chrono_tz::Tz;
use std::collections::{HashMap, HashSet};

/// When a board that says nothing else likes to meet; its settings change it.
const STARTS: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine is an hour");
const ENDS: NaiveTime = NaiveTime::from_hms_opt(11, 30, 0).expect("half past eleven is a time");

/// A board that a row may speak of.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub id: BoardId,
    pub zone: Tz,
    mail_is_on: bool,
}

/// Which boards and seats there are.
pub struct Register {
    by_slug: HashMap<String, (Standing, Option<Place>)>,
    seats: HashMap<(BoardId, i64), (Seat, Option<Place>)>,
    /// The boards of which it was told that their mail is on.
    told: HashSet<BoardId>,
    /// The short address above each new board, with its own.
    above: HashMap<String, String>,
}

impl Register {
    pub fn of(known: &Known) -> Self {
        let standing = known.boards.iter().map(|board| {
            let standing = Standing {
                id: board.id,
                zone: board.zone,
                mail_is_on: board.mail_is_on,
            };
            (board.slug.clone(), (standing, None))
        });
        let seats = known.seats.iter();
        let seat = |seat: &Seat| ((seat.board, seat.position), (seat.clone(), None));
        Self {
            by_slug: standing.collect(),
            seats: seats.map(seat).collect(),
            told: HashSet::new(),
            above: HashMap::new(),
        }
    }

    /// The board with this short address, in small letters.
    pub fn find(&self, slug: &str) -> Option<BoardId> {
        self.by_slug.get(slug).map(|(standing, _)| standing.id)
    }

    pub fn seat(&self, board: BoardId, position: i64) -> Option<&Seat> {
        self.seats.get(&(board, position)).map(|(seat, _)| seat)
    }
}

impl Work<'_> {
    /// The board that a row is about; it is planned again afterwards.
    pub(super) fn board_of(&mut self, line: &mut Line<'_, '_>) -> Option<Standing> {
        let slug = line.needed_text("board", 60)?.to_lowercase();
        let Some((standing, _)) = self.boards.by_slug.get(&slug) else {
            let said = Said::new("import-board-unknown").with("board", slug);
            line.refuse("board", said);
            return None;
        };
        self.checked.plan.touched.insert(standing.id);
        Some(*standing)
    }

    /// Refuses a new row of a board whose mail is on; once a board.
    pub(super) fn refuse_mail(&mut self, line: &mut Line<'_, '_>, board: Standing) {
        if board.mail_is_on && self.boards.told.insert(board.id) {
            line.refuse("board", Said::new("import-board-mails"));
        }
    }

    pub fn boards(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        let mut fresh: Vec<Board> = Vec::new();
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                let Some(slug) = slug(&mut line, "slug", true) else {
                    continue;
                };
                match self.boards.by_slug.get(&slug).cloned() {
                    Some((_, Some(first))) => {
                        self.twice(&line, &first);
                        known += 1;
                        continue;
                    }
                    Some((standing, None)) => {
                        self.checked.plan.touched.insert(standing.id);
                        known += 1;
                        continue;
                    }
                    None => {}
                }
                let board = self.board(&mut line, slug.clone());
                let standing = Standing {
                    id: board.id,
                    zone: board.zone,
                    mail_is_on: false,
                };
                let numbering = line.choice("numbering", &self.words.numberings);
                let numbering = numbering.and_then(|code| code.parse().ok());
                let numbering = numbering.map(|numbering| (board.id, numbering));
                self.checked.plan.past.numbering.extend(numbering);
                self.checked.plan.touched.insert(board.id);
                let place = line.place();
                self.boards.by_slug.insert(slug, (standing, Some(place)));
                fresh.push(board);
                new += 1;
            }
        }
        let places: HashMap<String, usize> = (0..)
            .zip(&fresh)
            .map(|(at, board)| (board.slug.clone(), at))
            .collect();
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                let own = line.raw("slug").to_lowercase();
                if let Some(at) = places.get(&own) {
                    self.place_below(&mut line, &own, &mut fresh[*at]);
                }
            }
        }
        self.checked.plan.boards = parents_first(fresh);
        self.checked.faults.extend(faults);
        (new, known)
    }

    fn board(&self, line: &mut Line<'_, '_>, slug: String) -> Board {
        let name = line.needed_text("name", 120).unwrap_or_default();
        let (nn, en) = (line.text("name_nn", 120), line.text("name_en", 120));
        let kind = line.needed_choice("kind", &self.words.board_kinds);
        let mailbox = line.needed_address("mailbox");
        let zone = line.text("zone", 60);
        let zone = if zone.is_empty() {
            Some(crate::people::ZONE)
        } else {
            parse_zone(&zone)
        };
        if zone.is_none() {
            line.refuse("zone", Said::new("boards-zone-unknown"));
        }
        let holidays = line.choice("holidays", &self.words.holidays);
        let holidays = holidays.and_then(|code| HolidaySet::from_code(&code));
        let (chair_counts, parent_secretariat) =
            (line.yes("chair_counts"), line.yes("parent_secretariat"));
        Board {
            id: BoardId::new(),
            slug,
            parent: None,
            kind: kind.unwrap_or_default(),
            name: Words::new([("nb", name.as_str()), ("nn", &nn), ("en", &en)]),
            zone: zone.unwrap_or(crate::people::ZONE),
            calendar: WorkCalendar {
                holidays: holidays.unwrap_or(HolidaySet::Norway),
            },
            languages: self.languages(line),
            liked_weekdays: vec![Weekday::Wed, Weekday::Tue, Weekday::Thu],
            liked_start: STARTS,
            liked_end: ENDS,
            mailbox: mailbox.unwrap_or_default(),
            chair_counts,
            parent_secretariat,
            asks_needs: false,
            colleagues_read: false,
            opened_kept_days: None,
            mail_on_from: None,
            weekly_mail: WeeklyMail::default(),
            version: 1,
        }
    }

    /// The languages of a board's documents: bokmål and nynorsk where nothing is said.
    fn languages(&self, line: &mut Line<'_, '_>) -> Vec<Language> {
        let written = line.text("languages", 60);
        let mut found = Vec::new();
        for part in written
            .split([',', ';', ' ', '/'])
            .filter(|part| !part.is_empty())
        {
            let tag = self.words.languages.codes.get(&key(part));
            match tag.and_then(|tag| Language::from_tag(tag)) {
                Some(language) => found.push(language),
                None => {
                    let said = Said::new("import-not-a-choice")
                        .with("written", part)
                        .with("choices", &self.words.languages.choices);
                    line.refuse("languages", said);
                }
            }
        }
        let order = Language::all().filter(|it| found.contains(it));
        let found: Vec<Language> = order.collect();
        if found.is_empty() {
            vec![Language::NB, Language::NN]
        } else {
            found
        }
    }

    /// Puts a new board below the one its row names, when all of them are known.
    fn place_below(&mut self, line: &mut Line<'_, '_>, own: &str, board: &mut Board) {
        let is_first =
            self.boards.by_slug.get(own).and_then(|it| it.1.as_ref()) == Some(&line.place());
        if !is_first {
            return;
        }
        let Some(parent) = slug(line, "parent", false) else {
            return;
        };
        let Some((above, _)) = self.boards.by_slug.get(&parent) else {
            let said = Said::new("import-board-unknown").with("board", parent);
            line.refuse("parent", said);
            return;
        };
        self.boards.above.insert(own.to_owned(), parent.clone());
        let mut up = &parent;
        let mut steps = 0;
        while up != own && steps <= self.boards.above.len() {
            steps += 1;
            match self.boards.above.get(up) {
                Some(next) => up = next,
                None => {
                    board.parent = Some(above.id);
                    return;
                }
            }
        }
        line.refuse("parent", Said::new("boards-parent-below"));
    }

    pub fn seats(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                let board = self.board_of(&mut line);
                let position = line.needed_number("seat");
                let kind = line.needed_choice("kind", &self.words.seat_kinds);
                let period = line.period("from", "last");
                let (Some(board), Some(position)) = (board, position) else {
                    continue;
                };
                let at = (board.id, position);
                if let Some((_, first)) = self.boards.seats.get(&at).cloned() {
                    if let Some(first) = first {
                        self.twice(&line, &first);
                    }
                    known += 1;
                    continue;
                }
                self.refuse_mail(&mut line, board);
                let (Some(kind), Some(period)) = (kind, period) else {
                    continue;
                };
                let seat = Seat {
                    id: SeatId::new(),
                    board: board.id,
                    kind,
                    position,
                    period,
                };
                let place = Some(line.place());
                self.boards.seats.insert(at, (seat.clone(), place));
                self.checked.plan.seats.push(seat);
                new += 1;
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }
}

/// A short address: small letters a to z, digits and dashes.
fn slug(line: &mut Line<'_, '_>, code: &str, needed: bool) -> Option<String> {
    let written = if needed {
        line.needed_text(code, 60)
    } else {
        Some(line.text(code, 60)).filter(|text| !text.is_empty())
    };
    let slug = written?.to_lowercase();
    let is_right = slug
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_right {
        line.refuse(code, Said::new("import-not-a-slug"));
    }
    is_right.then_some(slug)
}

/// Each board after the one above it.
fn parents_first(boards: Vec<Board>) -> Vec<Board> {
    let mut placed: HashSet<BoardId> = HashSet::new();
    let fresh: HashSet<BoardId> = boards.iter().map(|board| board.id).collect();
    let mut rest = boards;
    let mut sorted = Vec::new();
    loop {
        let (ready, waiting): (Vec<Board>, Vec<Board>) = rest.into_iter().partition(|board| {
            board
                .parent
                .is_none_or(|parent| placed.contains(&parent) || !fresh.contains(&parent))
        });
        if ready.is_empty() {
            return sorted;
        }
        placed.extend(ready.iter().map(|board| board.id));
        sorted.extend(ready);
        rest = waiting;
    }
}
