//! Addresses of subscriptions: where anyone asks for one, where the links in its mail lead, and the reader's own list.
//!
//! Opening a link changes nothing, so that a mail scanner subscribes nobody and ends nothing; only what a mail program
//! posts for its reader needs no form of ours (RFC 8058).

mod own;

pub use own::{panel, product_panel};

use super::mail::{END, END_PRODUCTS, PURPOSE};
use super::offer::{self, Offered};
use super::plan::{self, Asking};
use super::rules;
use super::store::{self, Choice};
use super::{Frequency, Named, Own, Subscription, Topic, pages};
use crate::db::Conn;
use crate::db::ids::MessageId;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::people::store as people;
use crate::public::routes::clearance;
use crate::web::{Form, OneClick, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Path, ServiceConfig};
use std::time::Duration;

/// Every asking takes at least this long, so that the time does not tell who subscribes.
const SAME_FOR_ALL: Duration = Duration::from_millis(150);

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::SUBSCRIBE_SENT, web::get().to(board_sent))
        .route(paths::SUBSCRIBE, web::get().to(board_page))
        .route(paths::SUBSCRIBE, web::post().to(ask_board))
        .route(paths::SUBSCRIBE_PRODUCT_SENT, web::get().to(product_sent))
        .route(paths::SUBSCRIBE_PRODUCT, web::get().to(product_page))
        .route(paths::SUBSCRIBE_PRODUCT, web::post().to(ask_product))
        .route(paths::SUBSCRIPTION, web::get().to(link))
        .route(paths::SUBSCRIPTION, web::post().to(linked))
        .route(paths::UNSUBSCRIBE, web::get().to(end_page))
        .route(paths::UNSUBSCRIBE, web::post().to(end))
        .route(paths::MY_SUBSCRIPTIONS, web::get().to(own::own))
        .route(paths::MY_SUBSCRIPTIONS, web::post().to(own::change_own));
}

fn id_in<T>(path: &str) -> Result<Id<T>> {
    path.parse().map_err(|_not_an_id| Error::NotFound)
}

fn board_in(path: &str) -> Result<Topic> {
    Ok(Topic::Board(id_in(path)?))
}

fn product_in(path: &str) -> Result<Topic> {
    Ok(Topic::Product(id_in(path)?))
}

/// What is asked for, and the address of a reader who has signed in.
async fn at(view: &View, topic: Topic) -> Result<(Offered, Option<String>)> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        let offered = offer::offered(conn, topic, &reads)?;
        let address = match &own.reader {
            Some(reader) => people::person(conn, reader.id)?.address,
            None => None,
        };
        Ok((offered, address))
    };
    view.app.db.read(read).await
}

fn title(view: &View, to: &Named) -> String {
    let values = [
        ("kind", to.topic.kind().into()),
        ("name", view.words(&to.name).into()),
    ];
    view.tv("subscribe-title", &values)
}

async fn board_page(view: View, path: Path<String>) -> Result<HttpResponse> {
    ask_page(view, board_in(&path)?).await
}

async fn product_page(view: View, path: Path<String>) -> Result<HttpResponse> {
    ask_page(view, product_in(&path)?).await
}

async fn ask_board(view: View, path: Path<String>, Posted(form): Posted) -> Result<HttpResponse> {
    ask(view, board_in(&path)?, form).await
}

async fn ask_product(view: View, path: Path<String>, Posted(form): Posted) -> Result<HttpResponse> {
    ask(view, product_in(&path)?, form).await
}

async fn board_sent(view: View, path: Path<String>) -> Result<HttpResponse> {
    sent(view, board_in(&path)?).await
}

async fn product_sent(view: View, path: Path<String>) -> Result<HttpResponse> {
    sent(view, product_in(&path)?).await
}

/// Where anyone asks. Whoever has signed in is known, and subscribes among their own.
async fn ask_page(view: View, topic: Topic) -> Result<HttpResponse> {
    let (Offered { to, is_on }, _) = at(&view, topic).await?;
    if is_on && view.reader.is_some() {
        return Ok(view.go_to(&paths::subscribe_myself(topic.id())));
    }
    let content = pages::ask(&view, &to, &fresh(&view), is_on);
    Ok(view.page(&title(&view, &to), &content))
}

/// Each publication, in the language of the page.
fn fresh(view: &View) -> Form {
    Form::filled([
        ("frequency", Frequency::Each.to_string()),
        ("language", view.language.tag().to_owned()),
    ])
}

fn choice(form: &mut Form) -> Option<Choice> {
    let language = Language::from_tag(form.value("language"));
    if language.is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    let frequency = form.choice("frequency");
    Some(Choice {
        language: language?,
        frequency: frequency?,
    })
}

/// Somebody asks. Who has signed in and asks for their own address subscribes at once.
async fn ask(view: View, topic: Topic, mut form: Form) -> Result<HttpResponse> {
    let (Offered { to, is_on }, own) = at(&view, topic).await?;
    let address = form.needed_address("address");
    if !address.is_empty() && !rules::can_be_written_to(&address) {
        form.refuse("address", Said::new("subscribe-address-odd"));
    }
    let choice = choice(&mut form);
    if !is_on {
        form.notice = Some(Said::new("subscribe-mail-off"));
    }
    let Some(choice) = choice.filter(|_| form.is_right()) else {
        let content = pages::ask(&view, &to, &form, is_on);
        return Ok(view.mistaken(&title(&view, &to), &content));
    };
    let now = view.now;
    if let Some(reader) = &view.reader
        && own.as_ref() == Some(&address)
    {
        own::subscribe(&view, reader, topic, choice).await?;
        return Ok(view.go_saying(paths::MY_SUBSCRIPTIONS, "said-subscribed"));
    }
    let asking = Asking {
        topic,
        address,
        choice,
    };
    let office = view.app.office.clone();
    let write = (view.app.db).write(move |conn| plan::ask(conn, &office, &asking, now));
    let (asked, ()) = tokio::join!(write, tokio::time::sleep(SAME_FOR_ALL));
    asked?;
    view.app.office.bell.ring();
    Ok(view.go_to(&format!("{}/sent", pages::place(topic))))
}

async fn sent(view: View, topic: Topic) -> Result<HttpResponse> {
    let (offered, _) = at(&view, topic).await?;
    let content = pages::sent(&view, offered.to.topic);
    Ok(view.page(&view.t("subscribe-sent-title"), &content))
}

/// What a link of ours leads to.
struct Found {
    of: Subscription,
    to: Named,
    /// Everything of the same address that has not ended, itself too.
    all: Vec<Own>,
}

/// The subscription of a link that we have signed for this; none where it is forgotten, and for any other link.
async fn by_link(
    view: &View,
    (message, signature): &(String, String),
    purpose: &str,
) -> Result<Option<Found>> {
    let Ok(id) = message.parse::<MessageId>() else {
        return Ok(None);
    };
    if !(view.app.office.key).is_signed(purpose, id.as_str(), signature) {
        return Ok(None);
    }
    let read = move |conn: &mut Conn| {
        let Some(found) = store::of_message(conn, id)? else {
            return Ok(None);
        };
        let named = store::names(conn, std::iter::once(found.topic))?.pop();
        let all = store::of_same_address(conn, &found)?;
        Ok(named.map(|(topic, name)| Found {
            of: found,
            to: Named { topic, name },
            all,
        }))
    };
    view.app.db.read(read).await
}

/// In the subscriber's language, unless this browser has chosen another.
fn in_their_language(mut view: View, of: &Subscription) -> View {
    if !view.has_chosen_language && view.reader.is_none() {
        view.language = of.language;
    }
    view
}

fn gone(view: &View) -> HttpResponse {
    let page = pages::gone(view);
    view.page_with(StatusCode::GONE, &view.t("subscribe-gone-title"), &page)
}

fn draw(view: &View, link: &(String, String), found: &Found, form: &Form) -> HttpResponse {
    let action = format!("{}{}", paths::subscription_start(&link.0), link.1);
    let Found { of, to, all } = found;
    let content = pages::linked(view, (of, to), form, all, &action);
    let title = title(view, to);
    if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    }
}

/// Opened from a mail: what stands, and the buttons that change it.
async fn link(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some(found) = by_link(&view, &path, PURPOSE).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.of);
    Ok(draw(&view, &path, &found, &pages::as_it_is(&found.of)))
}

/// Confirms, changes or ends it, or another of the same address.
async fn linked(
    view: View,
    path: Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some(found) = by_link(&view, &path, PURPOSE).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.of);
    let now = view.now;
    let to = format!("{}{}", paths::subscription_start(&path.0), path.1);
    let meant = meant(&found, &form);
    let Some(of) = meant.first().cloned() else {
        return Ok(view.go_to(&to));
    };
    let said = match form.value("act") {
        "confirm" => {
            let write = move |conn: &mut Conn| {
                meant
                    .iter()
                    .try_for_each(|one| plan::confirm(conn, one, now))
            };
            view.app.db.write(write).await?;
            "said-subscribed"
        }
        "end" => {
            let write = move |conn: &mut Conn| plan::end_all(conn, &meant, now);
            view.app.db.write(write).await?;
            "said-subscription-ended"
        }
        _ => {
            let Some(choice) = choice(&mut form) else {
                return Ok(draw(&view, &path, &found, &form));
            };
            let write = move |conn: &mut Conn| plan::choose(conn, &of, choice);
            view.app.db.write(write).await?;
            "said-subscription-changed"
        }
    };
    Ok(view.go_saying(&to, said))
}

/// Which of an address's subscriptions a button is about: all, the one that it names, or the link's own. None that has
/// ended, which nothing changes.
fn meant(found: &Found, form: &Form) -> Vec<Subscription> {
    let own = found.of.id.to_string();
    let wanted = match form.value("id") {
        "" => own.as_str(),
        id => id,
    };
    let all = found.all.iter().map(|one| &one.subscription);
    all.filter(|one| wanted == pages::ALL || one.id.as_str() == wanted)
        .cloned()
        .collect()
}

/// The way out of a mail, with what one click of it ends: its own, or all products that are told together.
async fn way_out(view: &View, link: &(String, String)) -> Result<Option<(Found, Vec<Own>)>> {
    if let Some(found) = by_link(view, link, END_PRODUCTS).await? {
        let together = rules::told_together(&found.of, &found.all);
        return Ok(Some((found, together)));
    }
    let found = by_link(view, link, END).await?;
    Ok(found.map(|found| {
        let own = found
            .all
            .iter()
            .filter(|one| one.subscription.id == found.of.id);
        let own = own.cloned().collect();
        (found, own)
    }))
}

/// Where the way out of a mail leads when it is opened and not posted to.
async fn end_page(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some((found, ends)) = way_out(&view, &path).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.of);
    let action = format!("{}{}", paths::unsubscribe_start(&path.0), path.1);
    let change = changed_at(&view, &path.0);
    let Found { of, to, all } = &found;
    let content = pages::end(&view, (of, to), (&ends, all), &action, &change);
    Ok(view.page(&view.t("subscribe-end-title"), &content))
}

/// Where what a mail is for is changed, signed for this.
fn changed_at(view: &View, message: &str) -> String {
    let signature = view.app.office.key.sign(PURPOSE, message);
    format!("{}{signature}", paths::subscription_start(message))
}

/// Ends it at one click: a mail program's, or that of the page above.
async fn end(view: View, path: Path<(String, String)>, _asked: OneClick) -> Result<HttpResponse> {
    let path = path.into_inner();
    let Some((mut found, ends)) = way_out(&view, &path).await? else {
        return Ok(gone(&view));
    };
    let view = in_their_language(view, &found.of);
    let now = view.now;
    let ended: Vec<Subscription> = ends.iter().map(|one| one.subscription.clone()).collect();
    // What the same address has of the same board or product besides ends with it.
    let topics: Vec<Topic> = ended.iter().map(|one| one.topic).collect();
    found
        .all
        .retain(|one| !topics.contains(&one.subscription.topic));
    let write = move |conn: &mut Conn| plan::end_all(conn, &ended, now);
    view.app.db.write(write).await?;
    let change = changed_at(&view, &path.0);
    let content = pages::ended(&view, &found.to, &ends, (&found.all, &change));
    Ok(view.page(&view.t("subscribe-ended-title"), &content))
}
