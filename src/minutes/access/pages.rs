//! Whom the minutes of each item are meant for: the list, and the form of one item.

use super::ItemAccess;
use crate::cases::LegalBasis;
use crate::cases::pages::change::assessment_fields;
use crate::db::ids::AgendaItemId;
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::pages::{MinutesPage, path};
use crate::minutes::told::{Told, ToldItem};
use crate::web::access::Assessment;
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the pages show.
pub struct AccessPage {
    pub minutes: MinutesPage,
    /// What the minutes say, cut to what the reader may read.
    pub told: Told,
    pub known: HashMap<AgendaItemId, ItemAccess>,
    /// Whether the minutes are out.
    pub is_out: bool,
}

impl AccessPage {
    /// The items that nobody has assessed, of those that the reader may read.
    #[must_use]
    pub fn unassessed(&self) -> Vec<AgendaItemId> {
        let items = self.told.items.iter();
        let open = items.filter(|item| self.is_open_question(item));
        open.map(|item| item.item).collect()
    }

    fn is_open_question(&self, item: &ToldItem) -> bool {
        let access = self.known.get(&item.item);
        item.withheld.is_none()
            && access.is_none_or(|one| one.assessment == Assessment::NotAssessed)
    }
}

fn own_path(page: &AccessPage) -> String {
    paths::of_meeting(page.minutes.meeting().id, "minutes/access")
}

/// Every item with whom it is meant for and what was found.
#[must_use]
pub fn list(view: &View, page: &AccessPage) -> Markup {
    let own = path(page.minutes.meeting().id);
    let head = [
        "agenda-item",
        "minutes-meant-for",
        "case-assessment",
        "minutes-change",
    ];
    let head: Vec<String> = head.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = (page.told.items.iter())
        .map(|item| row(view, page, item))
        .collect();
    let open = page.unassessed();
    let ids: Vec<String> = open.iter().map(ToString::to_string).collect();
    let fields = [("items", &*ids.join(" "))];
    html! {
        (above_with(view, &page.minutes.attendance, Some((own, view.t("minutes")))))
        (ui::heading(&view.t("minutes-access")))
        (ui::paragraph(&view.t("minutes-access-how")))
        (ui::paragraph(&view.t("minutes-access-opening")))
        @if page.is_out { (out(view)) }
        @if rows.is_empty() { (ui::empty(&view.t("minutes-no-items-at-all"))) } @else {
            (ui::table(&view.t("minutes-access"), &head, &rows))
        }
        @if !open.is_empty() {
            (ui::confirmed(view, &own_path(page), &fields, &view.t("minutes-open-rest"), &view.tv("minutes-open-rest-how", &[("count", open.len().into())])))
        }
    }
}

/// What follows from a change while everyone reads the minutes.
fn out(view: &View) -> Markup {
    ui::notice(Tone::Warning, &ui::paragraph(&view.t("minutes-access-out")))
}

fn row(view: &View, page: &AccessPage, item: &ToldItem) -> Vec<Markup> {
    let access = page.known.get(&item.item);
    let name = item.name();
    let name = html! { span lang=(page.told.language.tag()) { (name) } };
    let Some(access) = access.filter(|_| item.withheld.is_none()) else {
        let closed = html! { (view.t("agenda-closed-to-you")) };
        return vec![name, html! {}, closed, html! {}];
    };
    let tone = match access.assessment {
        Assessment::NotAssessed => Tone::Warning,
        Assessment::Open => Tone::Success,
        Assessment::Exempt => Tone::Danger,
    };
    let basis = access
        .basis
        .as_ref()
        .map(|(_, reference)| reference.as_str());
    let found = view.t(&format!("case-assessment-{}", access.assessment));
    let href = format!("{}/{}", own_path(page), item.item);
    vec![
        name,
        html! { (view.t(&format!("case-audience-{}", access.wanted))) },
        html! { (ui::tag(tone, &found)) @if let Some(basis) = basis { " " (basis) } },
        ui::link_of(&href, &html! { (view.t("minutes-assess")) }, &item.name()),
    ]
}

/// The form of one item.
#[must_use]
pub fn one(
    view: &View,
    page: &AccessPage,
    item: &ToldItem,
    bases: &[LegalBasis],
    form: &Form,
) -> Markup {
    let list = own_path(page);
    let action = format!("{list}/{}", item.item);
    let between = (list.clone(), view.t("minutes-access"));
    html! {
        (above_with(view, &page.minutes.attendance, Some(between)))
        (ui::heading(&item.name()))
        (ui::paragraph(&view.t("minutes-access-one-how")))
        @if page.is_out { (out(view)) }
        (ui::form_or_leave(view, (&action, &list), form, &assessment_fields(view, bases, form), &view.t("save")))
    }
}
