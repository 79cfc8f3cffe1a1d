//! When a weekly mail goes, who reads it, and what it tells of, as pure functions.

use super::{Place, Readers, Turn};
use crate::boards::Board;
use crate::calendar::moment_of;
use crate::db::ids::{BoardId, PersonId};
use crate::db::types::Moment;
use crate::mail::{Occasion, OccasionState, Wanted};
use crate::web::access::Role;
use chrono::{Datelike, Days, Duration, NaiveDate};
use std::collections::BTreeMap;

/// What is older than this is history, not work.
const BACK: Duration = Duration::days(90);
/// What is due so soon is told of, whenever it was reminded of.
const WEEK: Duration = Duration::days(7);
/// In how many weeks a turn is looked for: those that are told or have passed, and the next.
const WEEKS: u64 = 5;

impl Readers {
    /// Whether a person reads a weekly mail about a board on which they hold these places: where they are its
    /// secretariat the board has chosen, elsewhere they have.
    fn is_reader<'a>(
        &self,
        person: PersonId,
        board: &Board,
        held: impl Iterator<Item = &'a Place>,
    ) -> bool {
        let mut held = held.peekable();
        if held.peek().is_none() {
            return false;
        }
        if held.any(|place| place.role == Role::Secretariat) {
            board.weekly_mail.to_secretariat
        } else {
            self.weekly.contains(&person)
        }
    }

    /// The boards of a person that they read about, where `counts` says which of their places do on the board's date.
    fn boards_where(
        &self,
        person: PersonId,
        now: Moment,
        counts: impl Fn(&Place, NaiveDate) -> bool,
    ) -> Vec<&Board> {
        let held = self.places.get(&person).into_iter().flatten();
        held.filter_map(|(board, places)| {
            let board = self.boards.get(board)?;
            let today = board.today(now);
            let places = places.iter().filter(|place| counts(place, today));
            self.is_reader(person, board, places).then_some(board)
        })
        .collect()
    }

    /// The boards that a person's weekly mail is about at a moment, on each board's own date.
    #[must_use]
    pub fn boards_at(&self, person: PersonId, now: Moment) -> Vec<&Board> {
        self.boards_where(person, now, |place, today| place.period.contains(today))
    }

    /// The boards that a person's weekly mail is, or will be, about: roles to come count, so that nobody's first mail
    /// has to wait for a change to be planned.
    #[must_use]
    pub fn boards_ahead(&self, person: PersonId, now: Moment) -> Vec<&Board> {
        let lasts = |place: &Place, today| place.period.until.is_none_or(|until| today < until);
        self.boards_where(person, now, lasts)
    }

    /// The roles that a person has on a board on a day.
    #[must_use]
    pub fn roles(&self, person: PersonId, board: BoardId, on: NaiveDate) -> Vec<Role> {
        let held = self.places.get(&person).and_then(|held| held.get(&board));
        let held = held.into_iter().flatten();
        held.filter(|place| place.period.contains(on))
            .map(|place| place.role)
            .collect()
    }
}

/// The next weekly mail of someone who reads of these boards. `standing` is what the ledger has of theirs: a week's
/// mail that is settled is never followed by another in the same week.
#[must_use]
pub fn next(boards: &[&Board], standing: &[Occasion], now: Moment) -> Option<Turn> {
    let today = now.utc().date_naive();
    // A week ends later where the day does, so the week before may still have its mail to come.
    let since_monday = u64::from(today.weekday().num_days_from_monday());
    let monday = today - Days::new(since_monday + 7);
    (0..WEEKS).find_map(|week| {
        let turn = turn(boards, monday + Days::new(7 * week))?;
        let rows = standing.iter().filter(|row| row.slot == turn.slot);
        let row = rows.max_by_key(|row| row.occurrence);
        let is_open = match row.map(|row| row.state) {
            // One that waits for the next pass is not past.
            Some(OccasionState::Planned) => {
                turn.due >= now
                    || (turn.expires > now && row.is_some_and(|row| row.due == turn.due))
            }
            None | Some(OccasionState::Withdrawn) => turn.due >= now,
            Some(_) => false,
        };
        is_open.then_some(turn)
    })
}

/// The weekly mail of the week that begins on this Monday.
#[must_use]
pub fn turn(boards: &[&Board], monday: NaiveDate) -> Option<Turn> {
    let week = monday.iso_week();
    Some(Turn {
        slot: format!("{}-W{:02}", week.year(), week.week()),
        monday,
        due: earliest(boards, monday)?,
        expires: earliest(boards, monday + Days::new(7))?,
    })
}

/// When the first of these boards' mails would go in a week: whoever reads of several gets one, and none later than
/// any of the boards has chosen. It is not moved for a holiday: it waits to be read.
fn earliest(boards: &[&Board], monday: NaiveDate) -> Option<Moment> {
    let at = |board: &&Board| {
        let chosen = board.weekly_mail;
        let day = monday + Days::new(u64::from(chosen.weekday.num_days_from_monday()));
        Moment::from(moment_of(board.zone, day, chosen.at))
    };
    boards.iter().map(at).min()
}

/// The week that a digest speaks for, and when it is written.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub due: Moment,
    pub expires: Moment,
    pub now: Moment,
    /// When the board's mail was switched on: what was late before has been left alone, and is (F11).
    pub mail_on_from: Moment,
}

/// Of all reminders of what is open, those to ask whom to tell, by thing, in the order the things are due.
///
/// Of one thing only the reminders before its deadline are asked, or only those after it.
#[must_use]
pub fn to_ask(all: &[Wanted], span: Span) -> Vec<Vec<&Wanted>> {
    let mut things: BTreeMap<(Moment, &str, &str), Vec<&Wanted>> = BTreeMap::new();
    for want in all {
        let Some(deadline) = want.deadline else {
            continue;
        };
        if is_told(want, deadline, span) {
            let thing = (deadline, want.key.kind, want.key.object_id.as_str());
            things.entry(thing).or_default().push(want);
        }
    }
    things.into_values().collect()
}

fn is_told(want: &Wanted, deadline: Moment, span: Span) -> bool {
    let is_of_late = want.key.slot.contains("overdue-");
    if deadline <= span.now {
        return is_of_late && deadline >= span.mail_on_from && span.now - deadline <= BACK;
    }
    let would_go = (span.due..span.expires).contains(&want.due);
    let is_near = deadline < span.expires.max(span.due + WEEK);
    !is_of_late && (would_go || is_near)
}

#[cfg(test)]
mod tests;
