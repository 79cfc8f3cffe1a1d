//! How often an address may be written to, how long a subscription is kept, when the weekly mail goes, what it tells of, and
//! what is no news of minutes that came out again.

pub mod told;

use super::{Again, Frequency, Own, Published, Reading, State, Subscriber, Subscription};
use crate::boards::Board;
use crate::calendar::moment_of;
use crate::db::ids::RowId;
use crate::db::types::Moment;
use crate::minutes::publication::{Publication, PublicationState};
use crate::minutes::told::{Told, ToldItem};
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime};

/// How many mails about subscriptions one address is sent within an hour, whoever asks and of whichever boards.
pub const MAILS_AN_HOUR: i64 = 5;
/// How long an address has to confirm; then it is forgotten.
pub const UNCONFIRMED_LIVES: Duration = Duration::days(7);
/// How long an ended subscription is kept, so that its last mails still lead to a page that says that it has ended.
pub const ENDED_KEPT: Duration = Duration::days(30);
/// After this a mail about minutes would be no news.
pub const IS_NEWS: Duration = Duration::days(6);
/// A weekly mail about products tells of nothing that is older: of so long an ended subscription is known.
pub const PRODUCT_NEWS: Duration = Duration::days(28);
/// In how many weeks a working day is looked for.
const WEEKS: u64 = 5;

/// The weekly mail of one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The week by ISO 8601, as `2026-W53`.
    pub slot: String,
    /// The day it goes on.
    pub day: NaiveDate,
    pub due: Moment,
}

/// The next weekly mail: on Monday at nine on the board's clock, or on the first working day after it.
#[must_use]
pub fn next_turn(board: &Board, now: Moment) -> Option<Turn> {
    let today = board.today(now);
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let nine = NaiveTime::from_hms_opt(9, 0, 0)?;
    (0..WEEKS).find_map(|week| {
        let monday = monday + Days::new(7 * week);
        let day = board.calendar.on_or_after(monday);
        let due = Moment::from(moment_of(board.zone, day, nine));
        let week = monday.iso_week();
        (due > now).then(|| Turn {
            slot: format!("{}-W{:02}", week.year(), week.week()),
            day,
            due,
        })
    })
}

/// Whether a subscription has outlived its time.
///
/// Never confirmed, ended long ago, or of somebody who can be written to no more. What nobody confirmed goes after the week that its mail promised, declined or not.
#[must_use]
pub fn is_outlived(of: &Subscription, now: Moment) -> bool {
    let is_over = match of.state {
        State::Asked => of.asked_at <= now - UNCONFIRMED_LIVES,
        State::Ended if of.confirmed_at.is_none() => of.asked_at <= now - UNCONFIRMED_LIVES,
        State::Ended => of.ended_at.is_none_or(|ended| ended <= now - ENDED_KEPT),
        State::Confirmed => false,
    };
    is_over || of.address.is_none()
}

/// Those of an address's subscriptions to products that are told in one mail with this one: it wants mail of them as often.
#[must_use]
pub fn told_together(of: &Subscription, all: &[Own]) -> Vec<Own> {
    let is_told = |one: &&Own| {
        let one = &one.subscription;
        one.topic.product().is_some()
            && one.state == State::Confirmed
            && one.frequency == of.frequency
    };
    all.iter().filter(is_told).cloned().collect()
}

/// Since when a subscriber has not been told.
#[must_use]
pub fn untold_since(of: &Subscription) -> Moment {
    let moments = [of.confirmed_at, of.last_told_at].into_iter().flatten();
    moments.max().unwrap_or(of.asked_at)
}

/// What a weekly mail tells a subscriber: what came out after they were last told.
#[must_use]
pub fn news<'a>(of: &Subscription, published: &'a [Published]) -> Vec<&'a Published> {
    let since = untold_since(of);
    published.iter().filter(|one| one.at > since).collect()
}

/// The publication of the same minutes that subscribers were told of before this one: the newest that was out until its mail
/// had gone. `all` are those of the meeting, the newest first.
#[must_use]
pub fn before<'a>(all: &'a [Publication], of: &Publication) -> Option<&'a Publication> {
    let mut end = of.published_at?;
    for one in all.iter().filter(|one| one.id != of.id) {
        let was_out =
            [PublicationState::Replaced, PublicationState::Withdrawn].contains(&one.state);
        let Some(from) = one.published_at.filter(|from| was_out && *from <= end) else {
            continue;
        };
        let over = one.withdrawn_at.map_or(end, |withdrawn| withdrawn.min(end));
        if one.mail_at.is_some_and(|told| told < over) {
            return Some(one);
        }
        end = from;
    }
    None
}

/// Whether an item was assessed since the minutes were told of, and the reader may read it now.
fn is_new(item: &ToldItem, assessed: &[RowId]) -> bool {
    item.withheld.is_none() && assessed.contains(&item.item.cast())
}

/// Whether a reader finds anything else in the minutes than before, each as it was cut for them: what they say, or an item
/// that was assessed since and that they may read now.
#[must_use]
pub fn is_changed(then: &Told, now: &Told, assessed: &[RowId]) -> bool {
    then != now || now.items.iter().any(|item| is_new(item, assessed))
}

/// The same of one of the items as it is now.
#[must_use]
pub fn is_item_changed(then: &Told, now: &ToldItem, assessed: &[RowId]) -> bool {
    let before = then.items.iter().find(|item| item.item == now.item);
    before != Some(now) || is_new(now, assessed)
}

/// Whether a subscriber was told of what came out before: they subscribed when its mail went, and whoever is told once a
/// week has had a mail since.
fn was_told(of: &Subscription, told_at: Moment) -> bool {
    let has_had_mail = match of.frequency {
        Frequency::Each => true,
        Frequency::Weekly => of.last_told_at.is_some_and(|last| last >= told_at),
    };
    has_had_mail && of.confirmed_at.unwrap_or(of.asked_at) <= told_at
}

/// What a subscriber is told of as published again; none where it is new to them.
#[must_use]
pub fn again<'a>(of: &Subscription, published: &'a Published) -> Option<&'a Again> {
    let again = published.again.as_ref();
    again.filter(|again| was_told(of, again.told_at))
}

/// What of the minutes a subscriber may read.
#[must_use]
pub fn reading<'a>(of: &Subscriber, published: &'a Published) -> &'a Reading {
    let person = of.subscription.person;
    let own = person.and_then(|person| published.own.get(&person));
    match own {
        Some(own) => own,
        None if of.is_service_owner => &published.owners,
        None => &published.visitors,
    }
}

/// Whether every mail server takes an address: its part before the sign is plain (RFC 5322's dot-atom in ASCII).
///
/// Others need what few servers have (RFC 6531), and a mail to them would never go.
#[must_use]
pub fn can_be_written_to(address: &str) -> bool {
    let own = address.rsplit_once('@').map_or("", |(own, _)| own);
    let is_plain =
        |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    !own.is_empty() && own.chars().all(is_plain)
}

/// Each address once: of a person and an address that are the same, the person.
#[must_use]
pub fn each_once<'a>(all: impl Iterator<Item = &'a Subscriber>) -> Vec<&'a Subscriber> {
    let (people, addresses): (Vec<_>, Vec<_>) =
        all.partition(|one| one.subscription.person.is_some());
    let mut kept: Vec<&Subscriber> = Vec::with_capacity(people.len() + addresses.len());
    let mut known = std::collections::HashSet::new();
    for one in people.into_iter().chain(addresses) {
        if known.insert(one.subscription.address.as_deref()) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
