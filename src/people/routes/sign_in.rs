//! Signing in by a one-time link, signing out, the form kept meanwhile, and one's devices.

use super::{Asked, asked, id};
use crate::error::{Error, Result};
use crate::people::Purpose;
use crate::people::pages::sign_in as pages;
use crate::people::rules::{OWN_DEVICE, device};
use crate::people::sign_in::{self, Browser};
use crate::people::store::{links, sessions};
use crate::secrets;
use crate::web::visit::{SESSION_COOKIE, our_cookie};
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;
use std::time::Duration;

/// Every asking takes at least this long, so that the time does not tell whether the address is known.
pub(super) const SAME_FOR_ALL: Duration = Duration::from_millis(150);

pub async fn ask_page(view: View, query: Asked, request: HttpRequest) -> HttpResponse {
    let form = asked(query);
    // A browser that still shows the cookie of a session, and is nobody, was signed out while it was away.
    let was_in = view.reader.is_none() && request.cookie(SESSION_COOKIE).is_some();
    view.page(&view.t("sign-in-title"), &pages::ask(&view, &form, was_in))
}

pub async fn ask(view: View, Posted(mut form): Posted) -> Result<HttpResponse> {
    let address = form.needed_address("address");
    if !form.is_right() {
        return Ok(view.mistaken(&view.t("sign-in-title"), &pages::ask(&view, &form, false)));
    }
    let next = paths::safe_next(form.value("next"))
        .unwrap_or("")
        .to_owned();
    let (office, now) = (view.app.office.clone(), view.now);
    let asking = view
        .app
        .db
        .write(move |conn| sign_in::ask(conn, &office, &address, &next, now));
    let (asked, ()) = tokio::join!(asking, tokio::time::sleep(SAME_FOR_ALL));
    asked?;
    view.app.office.bell.ring();
    Ok(view.go_to(paths::SIGN_IN_SENT))
}

pub async fn sent(view: View) -> HttpResponse {
    view.page(&view.t("sign-in-sent-title"), &pages::sent(&view))
}

/// Shows the button, or what to do with a link that is used or too old; changes nothing.
pub async fn link(view: View, token: web::Path<String>) -> Result<HttpResponse> {
    let (hash, now) = (secrets::hash(&token), view.now);
    let usable = view
        .app
        .db
        .read(move |conn| links::usable(conn, &hash, Purpose::SignIn, now))
        .await?;
    Ok(match usable {
        Some(_) => {
            let action = view.here.split('?').next().unwrap_or_default();
            view.page(
                &view.t("sign-in-follow-title"),
                &pages::follow(&view, action),
            )
        }
        None => gone(&view, paths::SIGN_IN),
    })
}

pub(super) fn gone(view: &View, again: &str) -> HttpResponse {
    let content = pages::link_gone(view, again);
    view.page_with(StatusCode::GONE, &view.t("link-gone-title"), &content)
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
    let followed = view
        .app
        .db
        .write(move |conn| sign_in::follow(conn, &sources, &hash, &browser, now))
        .await?;
    let Some(goes_on_to) = followed else {
        return Ok(gone(&view, paths::SIGN_IN));
    };
    let next = paths::safe_next(&goes_on_to).unwrap_or(paths::HOME);
    signed_in(&view, &secret, own, next).await
}

/// A session's secret, and what is stored of it and of the browser it begins in.
pub(super) fn new_session(request: &HttpRequest, form: &Form) -> (String, Browser) {
    let secret = secrets::token();
    let user_agent = request
        .headers()
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let browser = Browser {
        session: secrets::hash(&secret),
        own_device: form.is_ticked("own"),
        device: device(user_agent),
    };
    (secret, browser)
}

/// Gives the browser its session and goes on; the session it had before ends.
pub(super) async fn signed_in(
    view: &View,
    secret: &str,
    own_device: bool,
    next: &str,
) -> Result<HttpResponse> {
    end_own_session(view).await?;
    let lives = own_device.then(|| CookieDuration::days(OWN_DEVICE.num_days()));
    let mut response = view.go_to(next);
    put_cookie(view, &mut response, secret, lives)?;
    Ok(response)
}

async fn end_own_session(view: &View) -> Result<()> {
    let Some(reader) = view.reader.clone() else {
        return Ok(());
    };
    view.app
        .db
        .write(move |conn| sessions::end(conn, reader.id, &reader.session))
        .await?;
    Ok(())
}

fn put_cookie(
    view: &View,
    response: &mut HttpResponse,
    value: &str,
    lives: Option<CookieDuration>,
) -> Result<()> {
    let cookie = our_cookie(SESSION_COOKIE, value, lives, view.app.config.is_https());
    Ok(response
        .add_cookie(&cookie)
        .map_err(|error| anyhow::anyhow!("{error}"))?)
}

pub async fn sign_out(view: View, _posted: Posted) -> Result<HttpResponse> {
    end_own_session(&view).await?;
    let mut response = view.go_saying(paths::HOME, "said-signed-out");
    put_cookie(&view, &mut response, "", Some(CookieDuration::ZERO))?;
    Ok(response)
}

/// A form that was posted too late, for the same person in the same browser and nobody else.
pub async fn kept_form(
    view: View,
    reader: Reader,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    let (form, browser, now) = (id(&path)?, secrets::hash(view.browser()), view.now);
    let kept = view
        .app
        .db
        .read(move |conn| sessions::kept_form(conn, form, &browser, reader.id, now))
        .await?
        .ok_or(Error::NotFound)?;
    Ok(view.page(&view.t("kept-form-title"), &pages::kept_form(&view, &kept)))
}

pub async fn devices(view: View, reader: Reader) -> Result<HttpResponse> {
    let (person, now) = (reader.id, view.now);
    let devices = view
        .app
        .db
        .read(move |conn| sessions::devices(conn, person, now))
        .await?;
    let content = pages::devices(&view, &devices, &reader.session);
    Ok(view.page(&view.t("devices-title"), &content))
}

pub async fn end_devices(
    view: View,
    reader: Reader,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let others = form.is_ticked("others");
    let session = form.line("session", 64);
    if !form.is_right() {
        return Err(Error::NotFound);
    }
    view.app
        .db
        .write(move |conn| {
            if others {
                sessions::end_others(conn, reader.id, &reader.session)?;
            } else {
                sessions::end(conn, reader.id, &session)?;
            }
            Ok(())
        })
        .await?;
    Ok(view.go_saying(paths::DEVICES, "said-device-signed-out"))
}
