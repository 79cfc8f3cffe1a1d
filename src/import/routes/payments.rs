//! Payments from a table or a workbook, for the secretariats that keep them: checked as a whole and written at once, or told
//! row by row. A file with other sheets is refused, because those are the administrators' alone.

use super::{aside, pages, read_all};
use crate::audit::Actor;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::import::{Book, headings, read::Unreadable, run};
use crate::web::access::Registrar;
use crate::web::upload::Upload;
use crate::web::{Form, View, paths};
use actix_web::HttpResponse;
use std::sync::Arc;

/// The page to choose a file on.
pub(super) async fn page(view: View, _who: Registrar) -> Result<HttpResponse> {
    let content = pages::payments(&view, &Form::default(), None);
    Ok(view.page(&view.t("payments-import"), &content))
}

fn refused(view: &View, form: &Form) -> HttpResponse {
    let content = pages::payments(view, form, None);
    view.mistaken(&view.t("payments-import"), &content)
}

/// Whether a file has sheets of payments and no others.
fn is_of_payments(book: &Book) -> bool {
    let sheets = book.tables.iter().map(|table| headings::sheet(&table.name));
    let mut known = sheets.flatten().map(|sheet| sheet.code).peekable();
    known.peek().is_some() && known.all(|code| code == headings::PAYMENTS)
}

/// Imports a file: all of its rows, or none.
pub(super) async fn import(view: View, who: Registrar, sent: Upload) -> Result<HttpResponse> {
    let mut form = sent.form;
    if sent.is_too_large {
        let form = pages::unreadable(&form, &Unreadable::TooLarge);
        return Ok(refused(&view, &form));
    }
    if sent.files.is_empty() {
        form.refuse("files", Said::new("import-choose-a-file"));
        return Ok(refused(&view, &form));
    }
    let book = match read_all(sent.files).await? {
        Ok(book) => book,
        Err(why) => return Ok(refused(&view, &pages::unreadable(&form, &why))),
    };
    if !is_of_payments(&book) {
        form.refuse("files", Said::new("import-payments-only"));
        return Ok(refused(&view, &form));
    }
    let (db, by, now) = (
        view.app.db.clone(),
        (Actor::Person(who.0.id), view.language),
        view.now,
    );
    let tables = Arc::clone(&view.app.office.tables);
    let checked = aside(move || {
        let checked = run::write(&db, &book, by, now)?;
        if checked.faults.is_empty() {
            run::plan(&db, &tables, &checked, now, |_, _| {})?;
        }
        Ok::<_, Error>(checked)
    })
    .await??;
    if checked.faults.is_empty() {
        return Ok(view.go_saying(paths::PAYMENTS, "said-payments-imported"));
    }
    let content = pages::payments(&view, &form, Some(&checked));
    Ok(view.mistaken(&view.t("payments-import"), &content))
}
