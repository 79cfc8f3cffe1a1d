//! Errors as pages in the normal layout, in the reader's language. A failure of our own is logged once, here, with a
//! request id that the page shows too.

use super::view::View;
use super::visit::Visit;
use super::{App, paths, ui};
use crate::error::Error;
use crate::i18n::Said;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpResponse, web};
use maud::html;

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
        Some(error) => shown(&view, error),
        None if status == StatusCode::NOT_FOUND => shown(&view, &Error::NotFound),
        None if status.is_client_error() => explained(
            &view,
            status,
            "error-request-title",
            &view.t("error-request"),
        ),
        None => shown(&view, &Error::Broken(anyhow::anyhow!("{failure}"))),
    };
    response.into_response(page)
}

fn shown(view: &View, error: &Error) -> HttpResponse {
    let status = actix_web::ResponseError::status_code(error);
    match error {
        Error::NotFound => explained(
            view,
            status,
            "error-not-found-title",
            &view.t("error-not-found"),
        ),
        Error::Forbidden => explained(
            view,
            status,
            "error-forbidden-title",
            &view.t("error-forbidden"),
        ),
        Error::SignInNeeded => explained(
            view,
            status,
            "error-sign-in-title",
            &view.t("error-sign-in"),
        ),
        Error::Refused(said) => explained(view, status, "error-refused-title", &view.said(said)),
        Error::Stale => explained(view, status, "error-stale-title", &view.t("error-stale")),
        Error::Busy => explained(view, status, "error-busy-title", &view.t("error-busy")),
        Error::Broken(cause) => {
            let id = uuid::Uuid::now_v7();
            tracing::error!(request = %id, path = view.here.split('?').next().unwrap_or_default(), "{cause:#}");
            explained(
                view,
                status,
                "error-broken-title",
                &view.said(&Said::new("error-broken").with("id", id.to_string())),
            )
        }
    }
}

fn explained(view: &View, status: StatusCode, title: &str, text: &str) -> HttpResponse {
    let title = view.t(title);
    let content = html! {
        (ui::heading(&title))
        (ui::paragraph(text))
        p { a class="ds-link" href=(paths::HOME) { (view.t("go-home")) } }
    };
    view.page_with(status, &title, &content)
}
