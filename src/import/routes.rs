//! Addresses of the import, which is for administrators of the instance.
//!
//! It makes organisations, people and boards that no secretariat keeps yet, and whoever is written into a board's
//! secretariat may open that board. Payments alone are imported by the secretariats that keep them.

mod payments;

use super::{Book, Checked, headings, pages, read, run, store, template};
use crate::audit::Actor;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::web::access::Administrator;
use crate::web::upload::{Sent, Upload};
use crate::web::{Form, Posted, View, paths};
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, HttpResponseBuilder, http::StatusCode};
use std::collections::HashMap;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    let (get, post) = (web::get, web::post);
    routes
        .route(paths::IMPORT, get().to(page))
        .route(paths::IMPORT, post().to(upload))
        .route(paths::IMPORT_CHECK, get().to(looked_over))
        .route(paths::IMPORT_CHECK, post().to(import))
        .route(paths::IMPORT_TEMPLATE, get().to(give_template))
        .route(paths::IMPORT_PAYMENTS, get().to(payments::page))
        .route(paths::IMPORT_PAYMENTS, post().to(payments::import));
}

async fn page(view: View, _who: Administrator) -> Result<HttpResponse> {
    Ok(view.page(
        &view.t("import-title"),
        &pages::upload(&view, &Form::default()),
    ))
}

fn refused(view: &View, form: &Form) -> HttpResponse {
    view.mistaken(&view.t("import-title"), &pages::upload(view, form))
}

async fn upload(view: View, who: Administrator, sent: Upload) -> Result<HttpResponse> {
    let mut form = sent.form;
    if sent.is_too_large {
        return Ok(refused(
            &view,
            &pages::unreadable(&form, &read::Unreadable::TooLarge),
        ));
    }
    if sent.files.is_empty() {
        form.refuse("files", Said::new("import-choose-a-file"));
        return Ok(refused(&view, &form));
    }
    let book = match read_all(sent.files).await? {
        Ok(book) => book,
        Err(why) => return Ok(refused(&view, &pages::unreadable(&form, &why))),
    };
    let book = serde_json::to_string(&book).map_err(anyhow::Error::from)?;
    let (of, now) = (who.0.id, view.now);
    let kept = view
        .app
        .db
        .write(move |conn| store::keep(conn, of, &book, now));
    kept.await?;
    Ok(view.go_to(paths::IMPORT_CHECK))
}

/// What stands in the files that were sent.
async fn read_all(sent: Vec<Sent>) -> Result<std::result::Result<Book, read::Unreadable>> {
    let files: Vec<read::File> = sent
        .into_iter()
        .map(|file| read::File {
            name: file.name,
            bytes: file.bytes,
        })
        .collect();
    aside(move || read::files(&files)).await
}

/// Work that takes a while, and no connection, beside the thread that serves.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    web::block(work).await.map_err(|_cancelled| Error::Busy)
}

/// The file that waits for this reader, as it was read.
async fn waiting(view: &View, who: &Administrator) -> Result<Option<(RowId, Book)>> {
    let (of, now) = (who.0.id, view.now);
    let read = move |conn: &mut _| store::waiting(conn, of, now);
    view.app.db.read(read).await
}

async fn looked_over(view: View, who: Administrator) -> Result<HttpResponse> {
    let Some((id, book)) = waiting(&view, &who).await? else {
        return Ok(view.go_to(paths::IMPORT));
    };
    let (db, language, now) = (view.app.db.clone(), view.language, view.now);
    let (book, checked) = aside(move || {
        let checked = run::check(&db, &book, language, now);
        checked.map(|checked| (book, checked))
    })
    .await??;
    Ok(shown(&view, StatusCode::OK, id, &book, &checked))
}

fn shown(
    view: &View,
    status: StatusCode,
    id: RowId,
    book: &Book,
    checked: &Checked,
) -> HttpResponse {
    let content = pages::looked_over(view, id.as_str(), book, checked);
    view.page_with(status, &view.t("import-looked-over"), &content)
}

/// Imports what waits. It waits on until its boards are planned, so that pressing again finishes what was cut off.
async fn import(view: View, who: Administrator, posted: Posted) -> Result<HttpResponse> {
    let Some((id, book)) = waiting(&view, &who).await? else {
        return Ok(view.go_to(paths::IMPORT));
    };
    if posted.0.value("draft") != id.as_str() {
        // Another file was uploaded meanwhile: it is shown before it is imported.
        return Ok(view.go_to(paths::IMPORT_CHECK));
    }
    let (app, by, now) = (
        view.app.clone(),
        (Actor::Person(who.0.id), view.language),
        view.now,
    );
    let (book, checked) = aside(move || -> Result<(Book, Checked)> {
        let checked = run::write(&app.db, &book, by, now)?;
        if checked.faults.is_empty() {
            run::plan(&app.db, &app.office.tables, &checked, now, |_, _| {})?;
        }
        Ok((book, checked))
    })
    .await??;
    if !checked.faults.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(shown(&view, status, id, &book, &checked));
    }
    let of = who.0.id;
    view.app
        .db
        .write(move |conn| store::throw_away(conn, of))
        .await?;
    Ok(view.go_saying(paths::BOARDS, "said-imported"))
}

async fn give_template(
    view: View,
    _who: Administrator,
    asked: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let language = view.language;
    let Some(code) = asked.get("sheet") else {
        let bytes = aside(move || template::workbook(language)).await??;
        return Ok(attachment("styringsrad.xlsx")
            .content_type(WORKBOOK)
            .body(bytes));
    };
    let mut sheets = headings::SHEETS.iter();
    let sheet = sheets
        .find(|sheet| sheet.code == code)
        .ok_or(Error::NotFound)?;
    Ok(attachment(&format!("{}.csv", sheet.code))
        .content_type("text/csv; charset=utf-8")
        .body(template::table(language, sheet)))
}

fn attachment(name: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.insert_header(ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name.to_owned())],
    });
    answer
}
