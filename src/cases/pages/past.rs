//! What the pages say of cases and meetings from before the system came.

use super::meeting_name;
use crate::cases::past::{Source, Unknown};
use crate::db::code_words::CodeWord;
use crate::db::ids::MeetingId;
use crate::meetings::Meeting;
use crate::web::ui::Tone;
use crate::web::{View, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// The meetings that items approve the minutes of, or that approve them.
pub type Meetings = HashMap<MeetingId, Meeting>;

/// That something of a meeting is not known, so that nobody takes a short list for a whole one.
#[must_use]
pub fn unknown(view: &View, parts: &[Unknown]) -> Markup {
    html! { @if let Some(said) = unknown_text(view, parts) { (ui::notice(Tone::Info, &ui::paragraph(&said))) } }
}

/// The same as a text; none where everything is known.
#[must_use]
pub fn unknown_text(view: &View, parts: &[Unknown]) -> Option<String> {
    if parts.is_empty() {
        return None;
    }
    let parts = parts.iter().map(|part| view.t(&format!("unknown-{part}")));
    let parts = parts.collect::<Vec<_>>().join(", ");
    Some(view.tv("unknown-parts", &[("parts", parts.into())]))
}

/// “Godkjenner referatet fra: ordinært møte 13. mars 2019, fagdag 8. mai 2019”.
#[must_use]
pub fn approves(
    view: &View,
    kinds: &[CodeWord],
    meetings: &Meetings,
    of: &[MeetingId],
) -> Option<String> {
    let names = named(view, kinds, meetings, of)?;
    Some(view.tv("agenda-approves", &[("meetings", names.into())]))
}

/// These meetings by name, the first of them first.
#[must_use]
pub fn named(
    view: &View,
    kinds: &[CodeWord],
    meetings: &Meetings,
    of: &[MeetingId],
) -> Option<String> {
    let mut of: Vec<&Meeting> = of.iter().filter_map(|id| meetings.get(id)).collect();
    of.sort_by_key(|meeting| meeting.first_day());
    let names: Vec<String> = (of.iter())
        .map(|meeting| meeting_name(view, kinds, meeting))
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Who prepared an imported case: those of the register, with who else is named; else whether nobody is named, or nobody
/// knows.
#[must_use]
pub fn responsible(view: &View, source: &Source, mut named: Vec<String>) -> String {
    match &source.responsible {
        Some(others) if !others.is_empty() => named.push(others.clone()),
        None if named.is_empty() => return view.t("case-responsible-unknown"),
        _ => {}
    }
    if named.is_empty() {
        view.t("case-responsible-nobody")
    } else {
        named.join(", ")
    }
}

/// What else the old papers say of a case.
#[must_use]
pub fn facts(source: &Source, number: Option<String>) -> Vec<(&'static str, Markup)> {
    let mut pairs = Vec::new();
    if !source.number.is_empty() && number.is_none_or(|number| number != source.number) {
        pairs.push(("case-source-number", html! { (source.number) }));
    }
    if !source.remark.is_empty() {
        pairs.push((
            "case-source-remark",
            html! { span class="prewrap" { (source.remark) } },
        ));
    }
    pairs
}
