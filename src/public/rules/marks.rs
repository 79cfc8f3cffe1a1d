//! What lists of meetings and of items tell at a glance: whether a meeting is still to come and what became of its minutes;
//! and, once, of what the reader may not read at all.

use crate::calendar::moment_of;
use crate::db::ids::{AgendaItemId, MeetingId};
use crate::db::types::Moment;
use crate::i18n::text;
use crate::meetings::{Meeting, MeetingState};
use crate::minutes::access::ItemAccess;
use crate::minutes::round::rules::end_of;
use crate::minutes::told::{Told, ToldItem};
use crate::web::access::Clearance;
use chrono_tz::Tz;
use std::collections::HashMap;

/// When a meeting ends by its plan; at the end of the day where nobody knows the time.
#[must_use]
pub fn ends_at(of: &Meeting, zone: Tz) -> Option<Moment> {
    let last = of.sessions.last()?;
    let end = last.ends.map(|ends| moment_of(zone, last.day, ends).into());
    Some(end.unwrap_or_else(|| end_of(zone, last.day)))
}

/// Whether a meeting is over: by what was said of it, or by its plan.
#[must_use]
pub fn has_ended(of: &Meeting, zone: Tz, now: Moment) -> bool {
    let held = [
        MeetingState::Held,
        MeetingState::Minuted,
        MeetingState::Closed,
    ];
    held.contains(&of.state) || ends_at(of, zone).is_none_or(|end| end <= now)
}

/// The next moment at which one of these meetings ends by its plan.
#[must_use]
pub fn next_end<'a>(
    of: impl IntoIterator<Item = &'a Meeting>,
    zone: Tz,
    now: Moment,
) -> Option<Moment> {
    let ends = of.into_iter().filter_map(|one| ends_at(one, zone));
    ends.filter(|end| *end > now).min()
}

/// What became of a meeting and its minutes, as far as one reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Out,
    Withdrawn,
    Cancelled,
    ToCome,
    NotOut,
}

/// The mark of a meeting: `is_out` where the reader may read its minutes, `is_withdrawn` where they are told that those
/// were withdrawn.
#[must_use]
pub fn mark(of: &Meeting, (is_out, is_withdrawn): (bool, bool), has_ended: bool) -> Mark {
    match of.state {
        _ if is_out => Mark::Out,
        _ if is_withdrawn => Mark::Withdrawn,
        MeetingState::Cancelled => Mark::Cancelled,
        _ if has_ended => Mark::NotOut,
        _ => Mark::ToCome,
    }
}

/// From when this reader may read the items that are only deferred to them, of the version that holds.
#[must_use]
pub fn open_later(
    known: &HashMap<AgendaItemId, ItemAccess>,
    reads: &Clearance,
) -> HashMap<AgendaItemId, Moment> {
    let later = |of: &ItemAccess| {
        let from = of.open_from.filter(|from| *from > reads.now)?;
        let then = Clearance {
            now: from,
            ..reads.clone()
        };
        // What is meant for them once it goes out again is deferred to them too.
        let opens = !reads.sees(&of.readable()) && then.sees(&of.once_out().readable());
        opens.then_some((of.item, from))
    };
    known.values().filter_map(later).collect()
}

/// The same minutes, in which withheld items of no case that follow each other stand once, with how many they are.
///
/// They are withheld for one reason; those that open on a day of their own stand alone.
#[must_use]
pub fn together(mut told: Told, later: &HashMap<AgendaItemId, Moment>) -> Told {
    let is_nameless = |item: &ToldItem| {
        item.withheld.is_some() && item.case.is_none() && !later.contains_key(&item.item)
    };
    let mut kept: Vec<(ToldItem, i64)> = Vec::with_capacity(told.items.len());
    for item in told.items {
        match kept.last_mut() {
            Some((last, count))
                if is_nameless(last)
                    && is_nameless(&item)
                    && (&last.title, &last.withheld) == (&item.title, &item.withheld) =>
            {
                *count += 1;
            }
            _ => kept.push((item, 1)),
        }
    }
    let named = |(mut item, count): (ToldItem, i64)| {
        if count > 1 {
            let values = [("count", count.into())];
            item.title = text(told.language, "public-items-withheld", &values);
        }
        item
    };
    told.items = kept.into_iter().map(named).collect();
    told
}

/// The meetings whose minutes were withdrawn, as far as a reader is told: those that everyone could read, and those of
/// which they would read something.
#[must_use]
pub fn told_withdrawn(
    withdrawn: Vec<(MeetingId, bool)>,
    would_read: &dyn Fn(MeetingId) -> bool,
) -> Vec<MeetingId> {
    let told = withdrawn.into_iter();
    let told = told.filter(|(meeting, was_public)| *was_public || would_read(*meeting));
    told.map(|(meeting, _)| meeting).collect()
}

#[cfg(test)]
mod tests;
