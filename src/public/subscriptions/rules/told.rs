//! Who is told what of minutes that are out: of each address one mail, whatever it subscribes to.

use super::{again, reading};
use crate::db::ids::ProductId;
use crate::public::subscriptions::{Again, Item, Published, State, Subscriber, Topic};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What one mail tells of minutes.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The subscription that the mail is for, whose link ends it.
    pub of: &'a Subscriber,
    /// The products that the reader is told of; none where they subscribe to the board.
    pub products: BTreeSet<ProductId>,
    /// What the items that are named are called.
    pub items: Vec<&'a str>,
    /// Where the reader was told of the minutes before.
    pub again: Option<&'a Again>,
}

fn names<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<&'a str> {
    items.map(|item| item.name.as_str()).collect()
}

/// What is told to who subscribes to the board; none where they may read nothing of it, or nothing else than they were told
/// of before.
#[must_use]
pub fn of_board<'a>(of: &'a Subscriber, published: &'a Published) -> Option<Told<'a>> {
    let reading = reading(of, published);
    let again = again(&of.subscription, published);
    if reading.items.is_empty() || (again.is_some() && !reading.is_changed) {
        return None;
    }
    Some(Told {
        of,
        products: BTreeSet::new(),
        items: names(reading.items.iter()),
        again,
    })
}

/// What is told to an address of all the products that it subscribes to and wants mail of equally often; the same of items
/// that are about none of them as of what the reader may not read.
#[must_use]
pub fn of_products<'a>(of: &[&'a Subscriber], published: &'a Published) -> Option<Told<'a>> {
    let (mut told, mut is_new) = (Vec::new(), false);
    for one in of {
        let Topic::Product(product) = one.subscription.topic else {
            continue;
        };
        let again = again(&one.subscription, published);
        let is_told = |item: &&Item| item.products.contains(&product);
        let mut own = reading(one, published).items.iter().filter(is_told);
        let has_any = match again {
            Some(_) => own.any(|item| item.is_changed),
            None => own.next().is_some(),
        };
        if has_any {
            is_new |= again.is_none();
            told.push((*one, product));
        }
    }
    let &(first, _) = told.first()?;
    let products: BTreeSet<ProductId> = told.iter().map(|(_, product)| *product).collect();
    let items = reading(first, published).items.iter();
    let items = items.filter(|item| !item.products.is_disjoint(&products));
    Some(Told {
        of: first,
        items: names(items),
        products,
        again: published.again.as_ref().filter(|_| !is_new),
    })
}

/// The subscriptions of each address together, a person's before the address's own.
#[must_use]
pub fn by_address(all: &[Subscriber]) -> Vec<Vec<&Subscriber>> {
    let mut found: Vec<Vec<&Subscriber>> = Vec::new();
    let is_persons = |one: &&Subscriber| one.subscription.person.is_some();
    let (people, addresses): (Vec<_>, Vec<_>) = all.iter().partition(is_persons);
    let mut place: HashMap<Option<&str>, usize> = HashMap::new();
    for one in people.into_iter().chain(addresses) {
        let address = one.subscription.address.as_deref();
        let at = *place.entry(address).or_insert(found.len());
        match found.get_mut(at) {
            Some(same) => same.push(one),
            None => found.push(vec![one]),
        }
    }
    found
}

/// The addresses that are told of the minutes because they subscribe to the board: at once, on Monday, or before they ended
/// it. `all` are those who have confirmed it, also where they have ended it since.
#[must_use]
pub fn spoken_for<'a>(all: &'a [Subscriber], published: &'a Published) -> HashSet<&'a str> {
    let speaks = |one: &&Subscriber| {
        let of = &one.subscription;
        let was_there = of.confirmed_at.is_some_and(|from| from <= published.at);
        let is_told = match of.state {
            State::Asked => false,
            State::Confirmed => was_there,
            State::Ended => was_there && of.last_told_at.is_some_and(|at| at >= published.at),
        };
        is_told && of_board(one, published).is_some()
    };
    let all = all.iter().filter(speaks);
    all.filter_map(|one| one.subscription.address.as_deref())
        .collect()
}
