//! Errors as pages in the normal layout, in the reader's language.
//!
//! A failure of our own is logged once, here, with a request id that the page shows too. No page is a dead end, and
//! none loses what was typed.

use super::form::Typed;
use super::public_cache::Keep;
use super::view::View;
use super::visit::Visit;
use super::{App, Form, paths, ui};
use crate::error::Error;
use crate::i18n::Said;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use maud::{Markup, html};

/// The same response, or the page of its error.
pub(super) fn answer(
    app: &web::Data<App>,
    visit: &Visit,
    response: ServiceResponse<BoxBody>,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let view = View::new(app.clone(), visit);
    let Some(failure) = response.response().error() else {
        return response;
    };
    let page = match failure.as_error::<Error>() {
        Some(Error::SignInNeeded) if response.request().method() == Method::GET => {
            let to = paths::sign_in_and_go_on(&visit.here);
            HttpResponse::SeeOther()
                .insert_header((header::LOCATION, to))
                .finish()
        }
        Some(error) => shown(&view, error, &way_on(&view, response.request(), error)),
        None if status == StatusCode::NOT_FOUND => shown(
            &view,
            &Error::NotFound,
            &way_on(&view, response.request(), &Error::NotFound),
        ),
        None if status.is_client_error() => explained(
            &view,
            status,
            "error-request-title",
            &view.t("error-request"),
            &home(&view),
        ),
        None => shown(
            &view,
            &Error::Broken(anyhow::anyhow!("{failure}")),
            &home(&view),
        ),
    };
    let is_read = response.request().method() == Method::GET;
    let page = if view.reader.is_none() && is_read && page.status().is_client_error() {
        // It has no form, so it goes out without a cookie as every public page does, and is kept nowhere.
        Keep::not().mark(page)
    } else {
        page
    };
    response.into_response(page)
}

/// What the reader can do next: sign in, post the same again, go back, or begin at the front page.
fn way_on(view: &View, request: &HttpRequest, error: &Error) -> Markup {
    let typed = request.extensions().get::<Typed>().cloned();
    let again = typed.map(|Typed(fields)| {
        let fields = html! { @for (name, value) in &fields { (ui::hidden(name, value)) } };
        ui::form(
            view,
            &view.here,
            &Form::default(),
            &fields,
            &view.t("error-again"),
        )
    });
    match (error, again) {
        (Error::SignInNeeded, None) => return link(paths::SIGN_IN, &view.t("error-sign-in-link")),
        (Error::SignInNeeded, Some(again)) => {
            return html! {
                p { a class="ds-link" href=(paths::SIGN_IN) target="_blank" { (view.t("error-sign-in-elsewhere")) } }
                (ui::paragraph(&view.t("error-sign-in-then")))
                (again)
            };
        }
        (Error::Busy | Error::Stale | Error::Broken(_), Some(again)) => return again,
        _ => {}
    }
    if is_unpublished(view, error) {
        let sign_in = paths::sign_in_and_go_on(&view.here);
        return html! {
            (link(&sign_in, &view.t("error-sign-in-link")))
            (link(paths::PUBLISHED, &view.t("error-to-published")))
        };
    }
    match came_from(view, request) {
        Some(path) => link(&path, &view.t("go-back")),
        None => home(view),
    }
}

/// Whether a visitor asked for what is not published, or not to them: they are told the same whether it is there or not.
fn is_unpublished(view: &View, error: &Error) -> bool {
    let path = view.here.split('?').next().unwrap_or_default();
    matches!(error, Error::NotFound) && view.reader.is_none() && paths::is_published(path)
}

/// The page of ours that led here.
fn came_from(view: &View, request: &HttpRequest) -> Option<String> {
    let referer = request.headers().get(header::REFERER)?.to_str().ok()?;
    let host = request.connection_info().host().to_owned();
    let after = referer.split_once("://")?.1.strip_prefix(&host)?;
    let path = paths::safe_next(after).filter(|path| *path != view.here)?;
    Some(path.to_owned())
}

fn home(view: &View) -> Markup {
    if view.reader.is_some() {
        return link(paths::ME, &view.t("menu-me"));
    }
    link(paths::HOME, &view.t("go-home"))
}

fn link(path: &str, text: &str) -> Markup {
    html! { p { a class="ds-link" href=(path) { (text) } } }
}

fn shown(view: &View, error: &Error, way_on: &Markup) -> HttpResponse {
    let status = actix_web::ResponseError::status_code(error);
    let told = |title: &str, text: &str| explained(view, status, title, text, way_on);
    match error {
        Error::NotFound if view.reader.is_some() => {
            told("error-not-found-title", &view.t("error-not-yours"))
        }
        Error::NotFound if is_unpublished(view, error) => {
            told("error-not-found-title", &view.t("error-not-published"))
        }
        Error::NotFound => told("error-not-found-title", &view.t("error-not-found")),
        Error::Forbidden => told("error-forbidden-title", &view.t("error-forbidden")),
        Error::SignInNeeded => told("error-sign-in-title", &view.t("error-sign-in")),
        Error::Refused(said) => told("error-refused-title", &view.said(said)),
        Error::Stale => told("error-stale-title", &view.t("error-stale")),
        Error::Busy => told("error-busy-title", &view.t("error-busy")),
        Error::FilesAway(cause) => {
            tracing::error!(path = paths::without_secret(&view.here), "{cause:#}");
            told("error-files-title", &view.t("file-store-away"))
        }
        Error::Broken(cause) => {
            let id = uuid::Uuid::now_v7();
            tracing::error!(request = %id, path = paths::without_secret(&view.here), "{cause:#}");
            let said = Said::new("error-broken").with("id", id.to_string());
            told("error-broken-title", &view.said(&said))
        }
    }
}

fn explained(
    view: &View,
    status: StatusCode,
    title: &str,
    text: &str,
    way_on: &Markup,
) -> HttpResponse {
    let title = view.t(title);
    let content = html! {
        (ui::heading(&title))
        (ui::paragraph(text))
        (way_on)
    };
    view.page_with(status, &title, &content)
}
