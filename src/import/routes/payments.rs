//! Payments from a table or a workbook, for the secretariats that keep them: checked as a whole and written at once, or told
//! row by row. A file with other sheets is refused, because those are the administrators' alone.

use super::{aside, pages, read_all};
use crate::audit::Actor;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::import::read::{self, Unreadable};
use crate::import::{Book, headings, run};
use crate::web::access::PaymentKeeper;
use crate::web::upload::{Sent, Upload};
use crate::web::{Form, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Query;
use std::collections::HashMap;
use std::sync::Arc;

/// The page to choose a file on; after an import, with how many payments it brought.
pub(super) async fn page(
    view: View,
    _who: PaymentKeeper,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let count = |name: &str| {
        asked
            .get(name)
            .and_then(|count| count.parse::<usize>().ok())
    };
    let counts = count(NEW).zip(count(KNOWN));
    let content = pages::payments(&view, &Form::default(), pages::Imported::Counts(counts));
    Ok(view.page(&view.t("payments-import"), &content))
}

/// What the address says after an import: how many payments were added, and how many stood already.
const NEW: &str = "new";
const KNOWN: &str = "known";

fn refused(view: &View, form: &Form) -> HttpResponse {
    let content = pages::payments(view, form, pages::Imported::Counts(None));
    view.mistaken(&view.t("payments-import"), &content)
}

/// The files, where one table of text alone is taken for the sheet of payments: its name need not say so. One that is
/// named as another sheet is that, and refused.
fn with_its_sheet(mut files: Vec<Sent>, sheet: &str) -> Vec<Sent> {
    if let [file] = files.as_mut_slice()
        && let Some(stem) = read::stem_of_text(&file.name)
        && headings::sheet(stem).is_none()
    {
        file.name = format!("{sheet}.csv");
    }
    files
}

/// Whether a file has sheets of payments and no others.
fn is_of_payments(book: &Book) -> bool {
    let sheets = book.tables.iter().map(|table| headings::sheet(&table.name));
    let mut known = sheets.flatten().map(|sheet| sheet.code).peekable();
    known.peek().is_some() && known.all(|code| code == headings::PAYMENTS)
}

/// Imports a file: all of its rows, or none.
pub(super) async fn import(view: View, who: PaymentKeeper, sent: Upload) -> Result<HttpResponse> {
    let mut form = sent.form;
    if sent.is_too_large {
        let form = pages::unreadable(&form, &Unreadable::TooLarge);
        return Ok(refused(&view, &form));
    }
    if sent.files.is_empty() {
        form.refuse("files", Said::new("import-choose-a-file"));
        return Ok(refused(&view, &form));
    }
    let sheet = view.t(&headings::sheet_text(headings::PAYMENTS));
    let only_payments = Said::new("import-payments-only").with("sheet", sheet.clone());
    let book = match read_all(with_its_sheet(sent.files, &sheet)).await? {
        Ok(book) => book,
        Err(Unreadable::NothingKnown) => {
            form.refuse("files", only_payments);
            return Ok(refused(&view, &form));
        }
        Err(why) => return Ok(refused(&view, &pages::unreadable(&form, &why))),
    };
    if !is_of_payments(&book) {
        form.refuse("files", only_payments);
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
        let counts = checked.counts.iter();
        let (new, known) = counts.fold((0, 0), |(new, known), count| {
            (new + count.new, known + count.known)
        });
        let path = format!("{}?{NEW}={new}&{KNOWN}={known}", paths::IMPORT_PAYMENTS);
        return Ok(view.go_saying(&path, "said-payments-imported"));
    }
    let content = pages::payments(&view, &form, pages::Imported::Faults(&checked));
    Ok(view.mistaken(&view.t("payments-import"), &content))
}
