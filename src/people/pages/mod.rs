//! The pages of this slice.

pub mod front;
pub mod organisations;
pub mod persons;
pub mod sign_in;

use crate::calendar::Period;
use crate::web::{Form, View, ui};
use maud::Markup;

/// The languages a person may choose among.
fn languages(view: &View, form: &Form, label: &str) -> Markup {
    let field = ui::Field::new("language", view.t(label)).needed();
    ui::select(view, form, &field, &ui::languages(view))
}

/// From one day to another, the last included, as people say it.
fn days(view: &View, period: Period) -> String {
    let from = ("from", view.date(period.from).into());
    match period.last_day() {
        // What ended on the day it began was there that day.
        Some(last) if last <= period.from => view.date(period.from),
        Some(last) => view.tv("people-from-to", &[from, ("last", view.date(last).into())]),
        None => view.tv("people-from", &[from]),
    }
}
