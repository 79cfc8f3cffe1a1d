//! Addresses of one's own calendar: the page where it is made, and the feed itself.

use super::routes::today;
use super::{feed, pages, store};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::secrets;
use crate::web::{Posted, Reader, View, paths};
use actix_web::http::header;
use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use std::sync::Arc;

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MY_CALENDAR, web::get().to(show))
        .route(paths::MY_CALENDAR, web::post().to(change))
        .route(paths::FEED, web::get().to(read))
        .route(paths::FEED, web::head().to(read));
}

async fn show(view: View, reader: Reader) -> Result<HttpResponse> {
    let of = reader.id;
    let own = view
        .app
        .db
        .read(move |conn| store::calendar::of(conn, of))
        .await?;
    let address = own.map(|own| {
        let path = paths::feed(&feed::token(&view.app.office.key, own));
        format!("{}{path}", view.app.config.base_url)
    });
    let page = pages::calendar::calendar(&view, address.as_deref());
    Ok(view.page(&view.t("me-calendar-title"), &page))
}

async fn change(view: View, reader: Reader, posted: Posted) -> Result<HttpResponse> {
    let (ends, makes, said) = match posted.0.value("act") {
        "make" => (false, true, "said-calendar-made"),
        "replace" => (true, true, "said-calendar-replaced"),
        "end" => (true, false, "said-calendar-ended"),
        _ => return Err(Error::NotFound),
    };
    let (of, now) = (reader.id, view.now);
    let write = move |conn: &mut Conn| {
        if ends {
            store::calendar::end(conn, of)?;
        }
        if makes {
            store::calendar::make(conn, of, now)?;
        }
        Ok(())
    };
    view.app.db.write(write).await?;
    Ok(view.go_saying(paths::MY_CALENDAR, said))
}

/// The feed. An address that nobody made, or that was ended, is an address like any other that is not there.
async fn read(view: View, request: HttpRequest, token: Path<String>) -> Result<HttpResponse> {
    let own = feed::of_token(&view.app.office.key, &token).ok_or(Error::NotFound)?;
    let (sources, now) = (Arc::clone(&view.app.role_sources), view.now);
    let base_url = view.app.config.base_url.clone();
    let file = view
        .app
        .db
        .read(move |conn| feed::file(conn, own, &sources, &base_url, today(now), now))
        .await?;
    let tag = format!("\"{}\"", secrets::hash(&file));
    let has_it = request
        .headers()
        .get_all(header::IF_NONE_MATCH)
        .filter_map(|known| known.to_str().ok())
        .flat_map(|known| known.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == tag);
    let mut answer = if has_it {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"));
    if has_it {
        return Ok(answer.finish());
    }
    Ok(answer
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"styringsrad.ics\"",
        ))
        .body(file))
}
