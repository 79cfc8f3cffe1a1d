//! The mail of subscriptions: the question whether an address wants it, and what tells of minutes, one by one or once a week.
//!
//! What minutes are called and where they are read is handed in by whoever publishes them: nothing is told of what is not out
//! when the mail goes. Of one publication an address gets one mail.

mod products;

pub use products::tell_about_products;

use super::letters::{About, Facts, Minutes, Products, Question};
use super::rules::told::{self, Told, by_address, spoken_for};
use super::rules::{self, untold_since};
use super::{Frequency, Published, State, Subscriber, Subscription, Topic, found, plan, store};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{BoardId, MeetingId, ProductId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::wording::store as wordings;
use crate::mail::{After, Answer, Class, Desk, Kind, Letter, Mail, Occasion, Recipient};
use crate::meetings::{Meeting, store as meetings};
use crate::people::today;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Asks an address whether it wants a board's mail.
pub const ASKED: &str = "subscription-asked";
/// Minutes are published.
pub const PUBLISHED: &str = "minutes-published";
/// What a board published since a subscriber was last told.
pub const DIGEST: &str = "minutes-digest";
/// The same of products, of all boards.
pub const PRODUCTS: &str = "product-digest";
/// What the link to a subscription is signed for.
pub const PURPOSE: &str = "subscription";
/// What the link that ends it is signed for.
pub const END: &str = "unsubscribe";
/// The same in a mail about several products, which ends all that are told together.
pub const END_PRODUCTS: &str = "unsubscribe-products";

/// How a kind answers when its occasion is due.
pub type Tell = fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code, class, answer: Tell, after| Kind {
        code,
        class,
        answer,
        after,
    };
    let told: After = |conn, occasion, now| store::told::mark_told(conn, occasion.id, now);
    vec![
        kind(ASKED, Class::AtOnce, |_, _, _| Ok(Answer::Fulfilled), None),
        kind(PUBLISHED, Class::OnYourClick, found::each, Some(after_each)),
        kind(DIGEST, Class::ByItself, found::weekly, Some(told)),
        kind(PRODUCTS, Class::ByItself, found::about_products, Some(told)),
    ]
}

/// What is out is told in the next weekly mails too, to those who read these.
fn after_each(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<()> {
    store::told::mark_told(conn, occasion.id, now)?;
    let Some(of) = found::out(conn, &occasion.object_id)? else {
        return Ok(());
    };
    plan::weekly(conn, of.board, now)?;
    if store::told::is_followed(conn, of.meeting)? {
        plan::weekly_about_products(conn, of.board, now)?;
    }
    Ok(())
}

/// The question, or, to an address that has confirmed, that it subscribes already. None to nobody.
pub(super) fn asked(question: &Question<'_>, of: &Subscription, reply_to: String) -> Option<Mail> {
    let is_known = of.state == State::Confirmed;
    Some(Mail {
        to: recipient(of)?,
        letter: question.letter(of.language, of.frequency, is_known),
        reply_to,
    })
}

/// The text key of how often somebody is told.
#[must_use]
pub fn how_key(how: Frequency) -> &'static str {
    match how {
        Frequency::Each => "subscribe-each",
        Frequency::Weekly => "subscribe-weekly",
    }
}

fn recipient(of: &Subscription) -> Option<Recipient> {
    Some(Recipient {
        key: store::recipient(of.id),
        person: of.person,
        name: of.name.clone(),
        address: of.address.clone()?,
        language: of.language,
    })
}

fn names(conn: &mut Conn, of: &BTreeSet<ProductId>) -> Result<Products> {
    let topics: Vec<Topic> = of.iter().map(|id| Topic::Product(*id)).collect();
    let named = store::names(conn, topics.into_iter())?.into_iter();
    let named = named.filter_map(|(topic, name)| Some((topic.product()?, name)));
    Ok(named.collect())
}

/// Tells of one publication: `find` says what is out of the occasion's object, and none where it was taken back.
///
/// # Errors
/// When the database fails.
pub fn tell_each(
    conn: &mut Conn,
    occasion: &Occasion,
    desk: &Desk<'_>,
    find: impl FnOnce(&mut Conn, &str) -> Result<Option<Published>>,
) -> Result<Answer> {
    let Some(published) = find(conn, &occasion.object_id)? else {
        return Ok(Answer::NothingToTell);
    };
    let (today, about) = (today(desk.now), published.products());
    let of_board = store::told::of_board(conn, published.board, today)?;
    let followers = store::told::of_products(conn, &about, Frequency::Each, today)?;
    let board = boards::board(conn, published.board)?;
    let facts = Facts {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        base_url: desk.base_url,
    };
    let meeting = meetings::meeting(conn, published.meeting)?;
    let kinds = code_words::list(conn, "meeting_kind")?;
    let names = names(conn, &about)?;
    let mail = |told: &Told<'_>| {
        let to = recipient(&told.of.subscription)?;
        let minutes = Minutes {
            published: &published,
            meeting: &meeting,
            kinds: &kinds,
            again: told.again,
        };
        let own = &told.of.subscription;
        let about = About::of(&told.products, own, &names, to.language);
        let what = (&*told.items, about.as_ref());
        let letter = facts.each(&minutes, to.language, what);
        Some(addressed(to, letter, &board.mailbox))
    };
    let told = told_each(&of_board, &followers, &published);
    Ok(answer(told.iter().filter_map(mail).collect()))
}

/// Who is told at once: whoever subscribes to the board, and of the products' subscribers those whom that does not tell.
fn told_each<'a>(
    of_board: &'a [Subscriber],
    followers: &'a [Subscriber],
    published: &'a Published,
) -> Vec<Told<'a>> {
    let wants = |one: &&'a Subscriber| {
        let of = &one.subscription;
        of.state == State::Confirmed && of.frequency == Frequency::Each
    };
    let each = rules::each_once(of_board.iter().filter(wants));
    let of_board_told = each.into_iter();
    let mut told: Vec<Told<'a>> = of_board_told
        .filter_map(|one| told::of_board(one, published))
        .collect();
    let mut spoken = spoken_for(of_board, published);
    let own = told.iter();
    spoken.extend(own.filter_map(|one| one.of.subscription.address.as_deref()));
    let others = by_address(followers).into_iter();
    let others = others.filter(|own| !is_spoken_for(own, &spoken));
    told.extend(others.filter_map(|own| told::of_products(&own, published)));
    told
}

/// Tells what a board has published since each was last told: `find` says what is out that came after a moment, the first
/// first.
///
/// # Errors
/// When the database fails.
pub fn tell_weekly(
    conn: &mut Conn,
    occasion: &Occasion,
    desk: &Desk<'_>,
    find: impl FnOnce(&mut Conn, BoardId, Moment) -> Result<Vec<Published>>,
) -> Result<Answer> {
    let Some(id) = occasion.board_id else {
        return Ok(Answer::NothingToTell);
    };
    let of_board = store::told::of_board(conn, id, today(desk.now))?;
    let wants = |one: &&Subscriber| {
        let of = &one.subscription;
        of.state == State::Confirmed && of.frequency == Frequency::Weekly
    };
    let told = rules::each_once(of_board.iter().filter(wants));
    let since = told.iter().map(|one| untold_since(&one.subscription)).min();
    let Some(since) = since else {
        return Ok(Answer::NothingToTell);
    };
    let published = find(conn, id, since)?;
    let board = boards::board(conn, id)?;
    let facts = Facts {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        base_url: desk.base_url,
    };
    let around = Around::of(conn, &published)?;
    let mail = |one: &&Subscriber| {
        let to = recipient(&one.subscription)?;
        let news = rules::news(&one.subscription, &published).into_iter();
        let of = news.filter_map(|published| {
            let told = told::of_board(one, published)?;
            Some((around.minutes(published, &told)?, told.items))
        });
        let of: Vec<_> = of.collect();
        let letter = (!of.is_empty()).then(|| facts.weekly(&of, to.language, desk.now));
        letter.map(|letter| addressed(to, letter, &board.mailbox))
    };
    Ok(answer(told.iter().filter_map(mail).collect()))
}

fn is_spoken_for(own: &[&Subscriber], spoken: &HashSet<&str>) -> bool {
    let address = own
        .first()
        .and_then(|one| one.subscription.address.as_deref());
    address.is_some_and(|address| spoken.contains(address))
}

/// The meetings that a weekly mail tells of.
struct Around {
    meetings: HashMap<MeetingId, Meeting>,
    kinds: Vec<CodeWord>,
}

impl Around {
    fn of(conn: &mut Conn, published: &[Published]) -> Result<Self> {
        let ids: BTreeSet<MeetingId> = published.iter().map(|one| one.meeting).collect();
        let ids: Vec<MeetingId> = ids.into_iter().collect();
        let meetings = meetings::chosen(conn, &ids)?.into_iter();
        Ok(Self {
            meetings: meetings.map(|one| (one.id, one)).collect(),
            kinds: code_words::list(conn, "meeting_kind")?,
        })
    }

    fn minutes<'a>(&'a self, published: &'a Published, told: &Told<'a>) -> Option<Minutes<'a>> {
        Some(Minutes {
            published,
            meeting: self.meetings.get(&published.meeting)?,
            kinds: &self.kinds,
            again: told.again,
        })
    }
}

fn addressed(to: Recipient, letter: Letter, reply_to: &str) -> Mail {
    Mail {
        to,
        letter,
        reply_to: reply_to.to_owned(),
    }
}

/// That nobody subscribes is no alarm.
fn answer(mails: Vec<Mail>) -> Answer {
    if mails.is_empty() {
        Answer::NothingToTell
    } else {
        Answer::Tell(mails)
    }
}
