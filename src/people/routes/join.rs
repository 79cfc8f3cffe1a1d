//! Asking to join as a service owner's person, and confirming the address by a one-time link.

use super::language;
use super::sign_in::{SAME_FOR_ALL, gone, new_session, signed_in};
use crate::error::Result;
use crate::people::pages::sign_in as pages;
use crate::people::sign_in::{self, Joining};
use crate::people::store::{self, links};
use crate::people::{Purpose, today};
use crate::secrets;
use crate::web::{Form, Posted, View, paths};
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;

pub async fn ask_page(view: View) -> HttpResponse {
    let form = Form::filled([("language", view.language.tag().to_owned())]);
    view.page(&view.t("join-title"), &pages::join(&view, &form))
}

pub async fn ask(view: View, Posted(mut form): Posted) -> Result<HttpResponse> {
    let joining = Joining {
        name: form.needed_line("name", 100),
        address: form.needed_address("address"),
        language: language(&mut form),
    };
    if !form.is_right() {
        return Ok(view.mistaken(&view.t("join-title"), &pages::join(&view, &form)));
    }
    let (office, now) = (view.app.office.clone(), view.now);
    let asking = view
        .app
        .db
        .write(move |conn| sign_in::ask_to_join(conn, &office, &joining, now));
    let (asked, ()) = tokio::join!(asking, tokio::time::sleep(SAME_FOR_ALL));
    asked?;
    view.app.office.bell.ring();
    Ok(view.go_to(paths::JOIN_SENT))
}

pub async fn sent(view: View) -> HttpResponse {
    view.page(&view.t("sign-in-sent-title"), &pages::join_sent(&view))
}

/// Shows the button that confirms the address; changes nothing.
pub async fn link(view: View, token: web::Path<String>) -> Result<HttpResponse> {
    let (hash, now) = (secrets::hash(&token), view.now);
    let organisation = view
        .app
        .db
        .read(move |conn| {
            let link = links::usable(conn, &hash, Purpose::Join, now)?;
            let organisation = link.and_then(|link| link.organisation);
            organisation
                .map(|id| store::organisation(conn, id, today(now)))
                .transpose()
        })
        .await?;
    let Some(organisation) = organisation else {
        return Ok(gone(&view, paths::JOIN));
    };
    let action = view.here.split('?').next().unwrap_or_default();
    let content = pages::confirm(&view, action, &organisation.name);
    Ok(view.page(&view.t("join-confirm-title"), &content))
}

pub async fn follow(
    view: View,
    token: web::Path<String>,
    request: HttpRequest,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (secret, browser) = new_session(&request, &form);
    let (hash, now) = (secrets::hash(&token), view.now);
    let (sources, own) = (Arc::clone(&view.app.role_sources), browser.own_device);
    let joined = view
        .app
        .db
        .write(move |conn| sign_in::join(conn, &sources, &hash, &browser, now))
        .await?;
    match joined {
        Some(()) => signed_in(&view, &secret, own, paths::HOME).await,
        None => Ok(gone(&view, paths::JOIN)),
    }
}
