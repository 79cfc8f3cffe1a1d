//! A rule or a lead time of a mandate taken away: it is named and asked about once, and of an approved version the reason is
//! asked for.

use super::mandates::{MandatePage, REMOVE, reason_field};
use super::{lead_text, rule_text, word};
use crate::boards::{DeadlineRule, Mandate};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A form that asks about this row.
#[must_use]
pub fn form(mandate: &Mandate, row: &str) -> Form {
    Form::filled([
        ("version", mandate.version.to_string()),
        ("row", row.to_owned()),
    ])
}

/// Asks about the row that was chosen; nothing where it is none of the mandate's, or gone.
pub(super) fn section(view: &View, page: &MandatePage<'_>) -> Markup {
    let (mandate, form) = (page.mandate, &page.sent.draft.form);
    if page.sent.which != REMOVE || !page.keeps {
        return Markup::default();
    }
    let row = form.value("row");
    let rule = mandate.rules.iter().find(|it| it.id.as_str() == row);
    let lead = mandate.deadlines.iter().find(|it| it.id.as_str() == row);
    let named = match (rule, lead) {
        (Some(rule), _) => rule_text(view, page.lists, rule),
        (None, Some(lead)) => lead_named(view, page, lead),
        (None, None) => return Markup::default(),
    };
    let own = paths::mandate(mandate.id);
    let fields = html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("row", row))
        (ui::paragraph(&view.tv("boards-rule-remove-about", &[("rule", named.into())])))
        (reason_field(view, mandate, form, "remove-reason"))
    };
    let action = format!("{own}/{REMOVE}");
    let title = view.t("boards-rule-remove");
    html! {
        (ui::section_heading("remove-form", &title))
        (ui::form_or_leave(view, (&action, &own), form, &fields, &title))
    }
}

fn lead_named(view: &View, page: &MandatePage<'_>, lead: &DeadlineRule) -> String {
    let kind = word(view, &page.lists.meeting_kinds, &lead.meeting_kind);
    let stage = view.t(&format!("boards-about-{}", lead.stage));
    format!("{kind}, {stage}: {}", lead_text(view, lead))
}
