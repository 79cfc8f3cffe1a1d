//! What stands above a form whose thing someone else saved first.

use crate::db::types::Words;
use crate::i18n::Said;
use crate::web::View;
use chrono::NaiveDate;
use maud::{Markup, html};

/// A stale edit: who saved first and what they changed; what was typed stands in the form below.
#[must_use]
pub fn stale_notice(
    view: &View,
    zone: chrono_tz::Tz,
    happened: &[crate::audit::Happened],
) -> Markup {
    html! {
        div class="ds-alert" data-color="warning" role="alert" {
            h2 class="ds-heading" data-size="xs" { (view.t("stale-heading")) }
            @for entry in happened {
                p class="ds-paragraph" {
                    (view.said(&Said::new("stale-who")
                        .with("who", entry.who.clone().unwrap_or_else(|| view.t("the-system")))
                        .with("when", view.moment(zone, entry.at))))
                }
                ul class="ds-list" { @for change in &entry.changes {
                    li { (view.t(&change.field)) ": " del { (changed(view, &change.old)) } " → " ins { (changed(view, &change.new)) } }
                } }
            }
            p class="ds-paragraph" { (view.t("stale-what-now")) }
        }
    }
}

/// A value of a change as the reader's language says it: words in theirs, dates written out.
fn changed(view: &View, value: &str) -> String {
    if let Some(words) = Words::from_json(value) {
        return view.words(&words).to_owned();
    }
    let dated = |word: &str| {
        let (text, comma) = word
            .strip_suffix(',')
            .map_or((word, ""), |text| (text, ","));
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        date.map_or_else(
            || word.to_owned(),
            |date| format!("{}{comma}", view.date(date)),
        )
    };
    value.split(' ').map(dated).collect::<Vec<_>>().join(" ")
}
