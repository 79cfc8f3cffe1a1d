//! The reader's own list of subscriptions, and one click on the page of a board or a product.

use super::{choice, fresh};
use crate::db::Conn;
use crate::db::ids::{BoardId, ProductId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::public::routes::clearance;
use crate::public::subscriptions::plan;
use crate::public::subscriptions::store::{self, Choice};
use crate::public::subscriptions::{Named, Own, State, Subscription, Topic, offer, pages};
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Query;
use maud::Markup;
use std::collections::HashMap;

/// On a board's page: whether its reader is told of its minutes, and one click to be.
///
/// # Errors
/// When the database fails.
pub fn panel(conn: &mut Conn, view: &View, board: BoardId) -> Result<Markup> {
    panel_of(conn, view, Topic::Board(board))
}

/// The same on the page of a product.
///
/// # Errors
/// When the database fails.
pub fn product_panel(conn: &mut Conn, view: &View, product: ProductId) -> Result<Markup> {
    panel_of(conn, view, Topic::Product(product))
}

fn panel_of(conn: &mut Conn, view: &View, topic: Topic) -> Result<Markup> {
    let Some(reader) = &view.reader else {
        return Ok(Markup::default());
    };
    let reads = clearance(conn, view)?;
    match offer::subscribable(conn, topic, &reads) {
        Ok(_) => {}
        Err(Error::NotFound | Error::Refused(_)) => return Ok(Markup::default()),
        Err(error) => return Err(error),
    }
    let all = store::of_person(conn, reader.id)?;
    let mut all = all.iter().map(|one| &one.subscription);
    let is_told = all.any(|of| of.topic == topic && of.state == State::Confirmed);
    Ok(pages::panel(view, topic, is_told))
}

/// A person subscribes.
pub(super) async fn subscribe(
    view: &View,
    reader: &Reader,
    topic: Topic,
    choice: Choice,
) -> Result<()> {
    let (own, person) = (view.clone(), reader.id);
    let write = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        plan::subscribe(conn, (person, &reads), topic, choice)
    };
    view.app.db.write(write).await
}

/// What the reader subscribes to, and what they may choose among.
async fn load(view: &View, reader: &Reader) -> Result<(Vec<Own>, Vec<Named>)> {
    let (own, person) = (view.clone(), reader.id);
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        Ok((store::of_person(conn, person)?, offer::all(conn, &reads)?))
    };
    view.app.db.read(read).await
}

async fn draw_own(view: &View, reader: &Reader, form: &Form) -> Result<HttpResponse> {
    let (all, offered) = load(view, reader).await?;
    let content = pages::own(view, &all, form, &offered);
    let title = view.t("subscribe-mine");
    Ok(if form.is_right() {
        view.page(&title, &content)
    } else {
        view.mistaken(&title, &content)
    })
}

/// Their own; a board or a product in the address is chosen already in the form for a new one.
pub(super) async fn own(
    view: View,
    reader: Reader,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let mut form = fresh(&view);
    if let Some(topic) = asked.get("topic") {
        form.put("topic", topic);
    }
    draw_own(&view, &reader, &form).await
}

/// The reader begins, changes or ends one of their own.
pub(super) async fn change_own(
    view: View,
    reader: Reader,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let said = match form.value("act") {
        "end" => {
            let (of, now) = (own_one(&view, &reader, &form).await?, view.now);
            let write = move |conn: &mut Conn| plan::end(conn, &of, now);
            view.app.db.write(write).await?;
            "said-subscription-ended"
        }
        "change" => {
            let of = own_one(&view, &reader, &form).await?;
            let Some(choice) = choice(&mut form) else {
                return draw_own(&view, &reader, &form).await;
            };
            let write = move |conn: &mut Conn| plan::choose(conn, &of, choice);
            view.app.db.write(write).await?;
            "said-subscription-changed"
        }
        _ => match begin(&view, &reader, &mut form).await? {
            true => "said-subscribed",
            false => return draw_own(&view, &reader, &form).await,
        },
    };
    Ok(view.go_saying(paths::MY_SUBSCRIPTIONS, said))
}

/// Begins one to what takes it; what is wrong stands in the form.
async fn begin(view: &View, reader: &Reader, form: &mut Form) -> Result<bool> {
    let (_, offered) = load(view, reader).await?;
    let asked = form.value("topic");
    let mut offered = offered.iter().map(|to| to.topic);
    let topic = offered.find(|topic| topic.id() == asked);
    if topic.is_none() {
        form.refuse("topic", Said::new("form-not-a-choice"));
    }
    let choice = choice(form);
    let (Some(topic), Some(choice)) = (topic, choice) else {
        return Ok(false);
    };
    match subscribe(view, reader, topic, choice).await {
        Ok(()) => Ok(true),
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// The one of the reader's own that a form names; another's is not there.
async fn own_one(view: &View, reader: &Reader, form: &Form) -> Result<Subscription> {
    let id: RowId = (form.value("id").parse()).map_err(|_not_an_id| Error::NotFound)?;
    let (all, _) = load(view, reader).await?;
    let mut all = all.into_iter().map(|one| one.subscription);
    all.find(|of| of.id == id).ok_or(Error::NotFound)
}
