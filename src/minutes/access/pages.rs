//! Whom the minutes of each item are meant for: the list, and the form of one item.

use super::ItemAccess;
use super::rules::titles::{Named, named};
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

    /// The places that name an exempt title.
    #[must_use]
    pub fn named(&self) -> Vec<Named> {
        named(&self.told, &self.known, &self.minutes.board().names())
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
        (names(view, &page.told, &page.named()))
        @if rows.is_empty() { (ui::empty(&view.t("minutes-no-items-at-all"))) } @else {
            (ui::table(&view.t("minutes-access"), &head, &rows))
        }
        @if !open.is_empty() {
            (ui::confirmed(view, &own_path(page), &fields, &view.t("minutes-open-rest"), &view.tv("minutes-open-rest-how", &[("count", open.len().into())])))
        }
    }
}

/// The places that name an exempt title, for the secretariat to look at: no one else is shown which words they are.
#[must_use]
pub fn names(view: &View, told: &Told, named: &[Named]) -> Markup {
    let item = |id: AgendaItemId| {
        let item = told.items.iter().find(|one| one.item == id);
        match item.and_then(|item| item.number.as_ref()) {
            Some(number) => view.tv("minutes-named-case", &[("number", number.as_str().into())]),
            None => format!("«{}»", item.map_or("", |item| item.title.as_str())),
        }
    };
    let lines: Vec<String> = (named.iter())
        .map(|one| {
            let mut values = vec![
                ("case", item(one.title_of).into()),
                ("words", one.words.join(", ").into()),
            ];
            match one.place {
                Some(place) => {
                    values.push(("place", item(place).into()));
                    view.tv("minutes-names-item", &values)
                }
                None => view.tv("minutes-names-opening", &values),
            }
        })
        .collect();
    match lines.as_slice() {
        [] => html! {},
        lines => {
            let lines = html! { @for line in lines { (ui::paragraph(line)) } };
            ui::notice(Tone::Warning, &lines)
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
    let deferred = access.open_from.filter(|until| view.now < *until);
    let deferred = deferred.map(|until| view.date(page.minutes.board().today(until)));
    let href = format!("{}/{}", own_path(page), item.item);
    vec![
        name,
        html! { (view.t(&format!("case-audience-{}", access.wanted))) },
        html! {
            (ui::tag(tone, &found)) @if let Some(basis) = basis { " " (basis) }
            @if let Some(until) = deferred { " " (ui::tag(Tone::Warning, &view.tv("minutes-deferred", &[("day", until.into())]))) }
        },
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
