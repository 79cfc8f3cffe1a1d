//! The weekly mail about products: one to an address, of all the products that it subscribes to and of every board.

use super::{Around, addressed, answer, names, recipient};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, ProductId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::{Answer, Desk, Mail};
use crate::people::today;
use crate::public::subscriptions::letters::{About, OfBoard, Products, about_products};
use crate::public::subscriptions::rules::told::{self, by_address, spoken_for};
use crate::public::subscriptions::rules::{PRODUCT_NEWS, untold_since};
use crate::public::subscriptions::{Published, Subscriber, store};
use chrono::NaiveDate;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Tells what boards have published about products since each was last told: `find` says what is out about these that came
/// after a moment, the first first.
///
/// # Errors
/// When the database fails.
pub fn tell_about_products(
    conn: &mut Conn,
    desk: &Desk<'_>,
    find: impl FnOnce(&mut Conn, &BTreeSet<ProductId>, Moment) -> Result<Vec<Published>>,
) -> Result<Answer> {
    let today = today(desk.now);
    let all = store::told::of_any_product(conn, today)?;
    let since = all.iter().map(|one| untold_since(&one.subscription)).min();
    let Some(since) = since else {
        return Ok(Answer::NothingToTell);
    };
    let topics = all
        .iter()
        .filter_map(|one| one.subscription.topic.product());
    let topics: BTreeSet<ProductId> = topics.collect();
    let published = find(conn, &topics, since.max(desk.now - PRODUCT_NEWS))?;
    let week = Week {
        boards: of_published(conn, &published)?,
        spoken: spoken(conn, &published, today)?,
        around: Around::of(conn, &published)?,
        names: names(conn, &topics)?,
        published: &published,
        desk,
    };
    let told = by_address(&all);
    Ok(answer(
        told.iter().filter_map(|own| week.mail(own)).collect(),
    ))
}

/// What came out, with what its letters know.
struct Week<'a> {
    published: &'a [Published],
    boards: HashMap<BoardId, Board>,
    /// Of each meeting the addresses that its board's own subscriptions tell.
    spoken: HashMap<MeetingId, HashSet<String>>,
    around: Around,
    names: Products,
    desk: &'a Desk<'a>,
}

impl Week<'_> {
    /// What is told to one address; nothing where there is no news for it.
    fn mail(&self, own: &[&Subscriber]) -> Option<Mail> {
        let address = own.first()?.subscription.address.as_deref()?;
        let (mut products, mut of) = (BTreeSet::new(), Vec::<OfBoard<'_>>::new());
        let mut whose = None;
        for one in self.published {
            let spoken = self.spoken.get(&one.meeting);
            if spoken.is_some_and(|all| all.contains(address)) {
                continue;
            }
            let Some(told) = told::of_products(&untold(own, one), one) else {
                continue;
            };
            let board = self.boards.get(&one.board);
            let minutes = self.around.minutes(one, &told);
            if let (Some(board), Some(minutes)) = (board, minutes) {
                products.extend(told.products.iter().copied());
                whose = whose.or(Some(told.of));
                of.push((board, minutes, told.items));
            }
        }
        let whose = &whose?.subscription;
        let to = recipient(whose)?;
        let about = About::of(&products, whose, &self.names, to.language)?;
        let around = (self.desk.base_url, self.desk.now);
        let letter = about_products(&of, &about, to.language, around);
        Some(addressed(to, letter, mailbox(&of)))
    }
}

/// Those of an address's subscriptions for which this is news.
fn untold<'a>(of: &[&'a Subscriber], published: &Published) -> Vec<&'a Subscriber> {
    let is_news = |one: &&&Subscriber| published.at > untold_since(&one.subscription);
    of.iter().filter(is_news).copied().collect()
}

/// Where answers go: to the board, where all is of one; else to whom mail of no board says.
fn mailbox<'a>(of: &[OfBoard<'a>]) -> &'a str {
    let mut boards = of.iter().map(|(board, ..)| *board);
    let first = boards.next();
    let is_one = first.is_some_and(|first| boards.all(|board| board.id == first.id));
    first.filter(|_| is_one).map_or("", |board| &board.mailbox)
}

/// The boards of what is published.
fn of_published(conn: &mut Conn, of: &[Published]) -> Result<HashMap<BoardId, Board>> {
    let ids: BTreeSet<BoardId> = of.iter().map(|one| one.board).collect();
    let ids: Vec<BoardId> = ids.into_iter().collect();
    let boards = boards::chosen(conn, &ids)?.into_iter();
    Ok(boards.map(|board| (board.id, board)).collect())
}

/// Of each meeting the addresses that its board's own subscriptions tell of it. The boards are few.
fn spoken(
    conn: &mut Conn,
    published: &[Published],
    today: NaiveDate,
) -> Result<HashMap<MeetingId, HashSet<String>>> {
    let mut of_boards: HashMap<BoardId, Vec<Subscriber>> = HashMap::new();
    let mut found = HashMap::new();
    for one in published {
        let all = match of_boards.entry(one.board) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(store::told::of_board(conn, one.board, today)?),
        };
        let addresses = spoken_for(all, one).into_iter().map(str::to_owned);
        found.insert(one.meeting, addresses.collect());
    }
    Ok(found)
}
