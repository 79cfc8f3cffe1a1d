//! The rehearsal's page: the period to choose, what is assumed, and every mail by month.

use super::kind;
use crate::desk::rehearsal::Rehearsed;
use crate::i18n::dates;
use crate::meetings::words;
use crate::web::ui::{self, Field};
use crate::web::{Form, View, paths};
use chrono::{DateTime, Datelike, FixedOffset};
use maud::{Markup, html};

/// The form, and what came of it.
#[must_use]
pub fn rehearsal(view: &View, form: &Form, told: Option<&[Rehearsed]>) -> Markup {
    html! {
        (ui::heading(&view.t("rehearsal-title")))
        (ui::paragraph(&view.t("rehearsal-says")))
        (ui::filter_form(view, paths::REHEARSAL, form, &html! {
            (ui::input(view, form, "date", &Field::new("from", view.t("rehearsal-from")).needed()))
            (ui::input(view, form, "date", &Field::new("to", view.t("rehearsal-to")).help(view.t("rehearsal-to-help")).needed()))
            (ui::checkbox(view, form, &Field::new("nobody-acts", view.t("rehearsal-nobody-acts")).help(view.t("rehearsal-nobody-acts-help"))))
        }, &view.t("rehearsal-run")))
        @if let Some(told) = told { (result(view, form, told)) }
    }
}

fn result(view: &View, form: &Form, told: &[Rehearsed]) -> Markup {
    let assumed = if form.is_ticked("nobody-acts") {
        "rehearsal-assumed-nobody"
    } else {
        "rehearsal-assumed-each"
    };
    html! {
        (ui::section_heading("result", &view.tv("rehearsal-count", &[("count", told.len().into())])))
        (ui::paragraph(&view.t(assumed)))
        (months(view, told))
    }
}

/// Every mail, a table a month.
#[must_use]
pub fn months(view: &View, told: &[Rehearsed]) -> Markup {
    html! {
        @if told.is_empty() { (ui::empty(&view.t("rehearsal-none"))) }
        @for month in told.chunk_by(|a, b| month_of(a) == month_of(b)) {
            (month_table(view, month))
        }
    }
}

/// Year and month, as the board's clock shows them.
fn month_of(mail: &Rehearsed) -> &str {
    mail.at.get(..7).unwrap_or_default()
}

fn month_table(view: &View, month: &[Rehearsed]) -> Markup {
    let title = month
        .first()
        .and_then(|mail| DateTime::parse_from_rfc3339(&mail.at).ok())
        .map(|at| {
            format!(
                "{} {}",
                words::capitalised(dates::month(view.language, at.month())),
                at.year()
            )
        })
        .unwrap_or_default();
    let head = [
        "rehearsal-column-at",
        "rehearsal-column-to",
        "rehearsal-column-subject",
        "rehearsal-column-kind",
        "rehearsal-column-due",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = month
        .iter()
        .map(|mail| {
            vec![
                when(view, &mail.at),
                html! { (mail.recipient) },
                html! { span lang=(mail.language) { (mail.subject) } },
                html! { (kind(view, &mail.kind)) },
                html! { @if let Some(due) = &mail.due { (deadline(view, due)) } },
            ]
        })
        .collect();
    html! {
        h3 class="ds-heading" data-size="xs" { (title) }
        (ui::table(&title, &head, &rows))
    }
}

fn deadline(view: &View, text: &str) -> Markup {
    let at: Option<DateTime<FixedOffset>> = DateTime::parse_from_rfc3339(text).ok();
    html! {
        @if let Some(at) = at { time datetime=(text) { (super::deadline_text(view, at.naive_local())) } }
    }
}

fn when(view: &View, text: &str) -> Markup {
    let at: Option<DateTime<FixedOffset>> = DateTime::parse_from_rfc3339(text).ok();
    html! {
        @if let Some(at) = at {
            time datetime=(text) { (dates::date_and_time(view.language, at.naive_local())) }
        }
    }
}
