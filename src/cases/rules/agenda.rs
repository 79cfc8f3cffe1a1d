//! The rules of an agenda: where a new item stands, what moving one does, and what the clock shows at each.

use crate::boards::{Mandate, rule_kind};
use crate::cases::{Item, ItemKind};
use crate::db::ids::AgendaItemId;
use crate::db::types::Words;
use crate::meetings::Session;
use chrono::{Duration, NaiveTime};

/// The subject of the standing item under which other matters are raised; it stays last.
const OTHER_BUSINESS: &str = "any_other_business";

/// Which way an item is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// The items that a mandate wants on every agenda, as a new agenda begins with them.
#[must_use]
pub fn standing(mandate: Option<&Mandate>) -> Vec<Item> {
    let mut rules: Vec<_> = mandate
        .map_or(&[][..], |mandate| &mandate.rules)
        .iter()
        .filter(|rule| rule.kind == rule_kind::STANDING_ITEM)
        .collect();
    rules.sort_by_key(|rule| (rule.subject == OTHER_BUSINESS, rule.position));
    let item = |kind: ItemKind, title: &Words| Item {
        id: AgendaItemId::new(),
        session: 0,
        kind,
        case: None,
        title: title.clone(),
        minutes: None,
        presenter: String::new(),
    };
    rules
        .into_iter()
        .map(|rule| {
            let is_other = rule.subject == OTHER_BUSINESS;
            let kind = if is_other {
                ItemKind::OtherBusiness
            } else {
                ItemKind::Standing
            };
            item(kind, &rule.words)
        })
        .collect()
}

/// Puts a new item where it belongs: before any other business, else last, on the day of its neighbour.
pub fn put(items: &mut Vec<Item>, mut new: Item) {
    let closing = items
        .iter()
        .rposition(|item| item.kind != ItemKind::OtherBusiness);
    let at = if new.kind == ItemKind::OtherBusiness {
        items.len()
    } else {
        closing.map_or(0, |last| last + 1)
    };
    let neighbour = items.get(at).or_else(|| items.last());
    new.session = neighbour.map_or(0, |item| item.session);
    items.insert(at, new);
}

/// Moves an item one place. At the end of a day it goes to the next day, at the beginning of one to the day before.
/// False when there is no further place, or no such item.
pub fn shift(items: &mut [Item], id: AgendaItemId, to: Direction, sessions: usize) -> bool {
    let Some(at) = items.iter().position(|item| item.id == id) else {
        return false;
    };
    let session = items[at].session;
    let beside = match to {
        Direction::Up => at.checked_sub(1),
        Direction::Down => Some(at + 1).filter(|next| *next < items.len()),
    };
    match beside.filter(|beside| items[*beside].session == session) {
        Some(beside) => {
            items.swap(at, beside);
            true
        }
        None => match to {
            Direction::Up if session > 0 => {
                items[at].session -= 1;
                true
            }
            Direction::Down if session + 1 < sessions => {
                items[at].session += 1;
                true
            }
            _ => false,
        },
    }
}

/// Whether an item has a further place that way; the first one of the meeting has none above it, the last none below.
#[must_use]
pub fn can_shift(items: &[Item], id: AgendaItemId, to: Direction, sessions: usize) -> bool {
    let Some(at) = items.iter().position(|item| item.id == id) else {
        return false;
    };
    match to {
        Direction::Up => at > 0 || items[at].session > 0,
        Direction::Down => at + 1 < items.len() || items[at].session + 1 < sessions,
    }
}

/// Whether someone who comes at one item may leave after another: the same one, or one further down. What is not on the
/// agenda is not judged.
#[must_use]
pub fn is_in_order(items: &[Item], from: AgendaItemId, until: AgendaItemId) -> bool {
    let find = |id: AgendaItemId| items.iter().position(|item| item.id == id);
    match (find(from), find(until)) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    }
}

/// Where an item is put: on a day, before an item of that day or last on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The meeting day, from 0.
    pub day: usize,
    pub before: Option<AgendaItemId>,
}

/// Puts an item in another place. False when it stands there already, or there is no such item or place.
pub fn place(items: &mut Vec<Item>, id: AgendaItemId, to: Spot, sessions: usize) -> bool {
    let find = |items: &[Item], id| items.iter().position(|item: &Item| item.id == id);
    let Some(from) = find(items, id).filter(|_| to.day < sessions && to.before != Some(id)) else {
        return false;
    };
    let was = items.clone();
    let mut item = items.remove(from);
    item.session = to.day;
    let at = match to.before {
        Some(before) => find(items, before).filter(|at| items[*at].session == to.day),
        // After the last one of that day, or of a day before it.
        None => {
            let last = items.iter().rposition(|item| item.session <= to.day);
            Some(last.map_or(0, |last| last + 1))
        }
    };
    match at {
        Some(at) => items.insert(at, item),
        None => items.clone_from(&was),
    }
    *items != was
}

/// From when to when an item is dealt with.
pub type Hours = (NaiveTime, NaiveTime);

/// What the clock shows at each item, running on from the start of its day; none where the day has no start. An item
/// without minutes takes no time.
#[must_use]
pub fn clock(items: &[Item], sessions: &[Session]) -> Vec<Option<Hours>> {
    let mut running: Vec<Option<NaiveTime>> = sessions.iter().map(|day| day.starts).collect();
    items
        .iter()
        .map(|item| {
            let at = running.get_mut(item.session)?;
            let starts = (*at)?;
            let (ends, days) =
                starts.overflowing_add_signed(Duration::minutes(item.minutes.unwrap_or(0)));
            // Past midnight there is no clock to show.
            *at = (days == 0).then_some(ends);
            (*at).map(|ends| (starts, ends))
        })
        .collect()
}

/// What the clock showed at each item of a meeting that is over: nothing on a day of which no item has any minutes, where
/// every item would seem to begin at once.
#[must_use]
pub fn clock_of_past(items: &[Item], sessions: &[Session]) -> Vec<Option<Hours>> {
    let is_timed = |day| {
        let mut of_day = items.iter().filter(|item| item.session == day);
        of_day.any(|item| item.minutes.is_some())
    };
    let hours = clock(items, sessions).into_iter().zip(items);
    hours
        .map(|(hours, item)| hours.filter(|_| is_timed(item.session)))
        .collect()
}

/// How many minutes each day's items take beyond its end; 0 where they fit, or where it has no times.
#[must_use]
pub fn overrun(items: &[Item], sessions: &[Session]) -> Vec<i64> {
    let over = |(at, day): (usize, &Session)| {
        let on_day = items.iter().filter(|item| item.session == at);
        let planned: i64 = on_day.filter_map(|item| item.minutes).sum();
        let (Some(starts), Some(ends)) = (day.starts, day.ends) else {
            return 0;
        };
        (planned - (ends - starts).num_minutes()).max(0)
    };
    sessions.iter().enumerate().map(over).collect()
}

/// Brings items back to days that the meeting has, when it has become shorter.
pub fn fit(items: &mut [Item], sessions: usize) {
    let last = sessions.saturating_sub(1);
    for item in items {
        item.session = item.session.min(last);
    }
}
