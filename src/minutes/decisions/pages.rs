//! What was decided, where it is read and where the secretariat writes it.

use super::rules::{asks, may_release};
use super::{Decided, Head, Stance, Version};
use crate::db::ids::AgendaItemId;
use crate::i18n::Language;
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::pages::{MinutesPage, path};
use crate::minutes::told::ToldItem;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

fn stance_text(view: &View, of: Stance) -> String {
    view.t(&format!("decision-stance-{of}"))
}

/// “Fulgt 17. mars 2027”.
fn in_short(view: &View, of: &Decided) -> String {
    format!("{} {}", stance_text(view, of.stance), view.date(of.on))
}

/// What was said of it, in the language of the minutes, and where more is to be read. `name` is what the item is called.
fn more(view: &View, language: Language, of: &Decided, name: &str) -> Markup {
    html! {
        @if !of.content.is_empty() { p class="ds-paragraph prewrap" lang=(language.tag()) { (of.content) } }
        @if !of.link.is_empty() { p class="ds-paragraph" { (ui::link_of(&of.link, &html! { (view.t("decision-read-more")) }, name)) } }
    }
}

/// What was decided on an item, below what the board came to, under a heading of the third level.
#[must_use]
pub fn told(view: &View, language: Language, of: &Decided, name: &str) -> Markup {
    let title = what(view, of);
    let heading = html! { h3 class="ds-heading" data-size="xs" { (title) } };
    below(view, language, of, (&heading, name))
}

fn what(view: &View, of: &Decided) -> String {
    view.tv("decision-what", &[("who", of.decider.as_str().into())])
}

fn below(
    view: &View,
    language: Language,
    of: &Decided,
    (heading, name): (&Markup, &str),
) -> Markup {
    html! {
        // It stands within minutes in another language, too.
        div lang=(view.language.tag()) {
            (heading)
            p class="ds-paragraph" { strong { (in_short(view, of)) } }
            (more(view, language, of, name))
        }
    }
}

/// The same in a cell of a table; that nothing is decided yet, where the outcome asks for it.
#[must_use]
pub fn cell(
    view: &View,
    language: Language,
    of: Option<&Decided>,
    (outcome, name): (&str, &str),
) -> Markup {
    let Some(of) = of else {
        return html! { @if asks(outcome) { span class="muted" { (view.t("decision-none")) } } @else { "–" } };
    };
    let said = more(view, language, of, name);
    html! {
        p { (in_short(view, of)) }
        @if !of.content.is_empty() { (ui::details(&view.tv("decision-what", &[("who", of.decider.as_str().into())]), &said)) }
        @else { (said) }
    }
}

/// What is decided on the items of a meeting, as the secretariat sees it.
pub struct DecisionsPage {
    pub minutes: MinutesPage,
    /// Those on which something can be decided, of those that the reader may read.
    pub items: Vec<ToldItem>,
    /// Of the minutes; none before they are approved.
    pub language: Option<Language>,
    pub heads: HashMap<AgendaItemId, Head>,
    /// What the board is shown.
    pub decided: HashMap<AgendaItemId, Decided>,
    pub needs_second: bool,
    /// Whether the minutes are out.
    pub is_out: bool,
}

impl DecisionsPage {
    fn own_path(&self) -> String {
        paths::of_meeting(self.minutes.meeting().id, "minutes/decisions")
    }

    fn language(&self) -> Language {
        self.language.unwrap_or(Language::NB)
    }

    fn waits(&self, item: AgendaItemId) -> bool {
        self.heads.get(&item).is_some_and(Head::waits)
    }
}

/// The items, each with what was decided on it.
#[must_use]
pub fn list(view: &View, page: &DecisionsPage) -> Markup {
    let own = path(page.minutes.meeting().id);
    let head = [
        "agenda-item",
        "minutes-outcome",
        "decision",
        "minutes-change",
    ];
    let head: Vec<String> = head.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = page
        .items
        .iter()
        .map(|item| row(view, page, item))
        .collect();
    html! {
        (above_with(view, &page.minutes.attendance, Some((own, view.t("minutes")))))
        (ui::heading(&view.t("decisions")))
        (ui::paragraph(&view.t("decisions-how")))
        @if page.language.is_none() { (ui::empty(&view.t("decisions-not-approved"))) }
        @else if rows.is_empty() { (ui::empty(&view.t("decisions-no-items"))) }
        @else { (ui::table(&view.t("decisions"), &head, &rows)) }
    }
}

fn row(view: &View, page: &DecisionsPage, item: &ToldItem) -> Vec<Markup> {
    let (name, language) = (item.name(), page.language());
    let outcome = item.outcome.as_ref();
    let (code, word) = outcome.map_or(("", ""), |one| (one.code.as_str(), one.word.as_str()));
    let decided = page.decided.get(&item.item);
    let key = if decided.is_some() {
        "decision-change"
    } else {
        "decision-write"
    };
    let href = format!("{}/{}", page.own_path(), item.item);
    vec![
        html! { span lang=(language.tag()) { (name) } },
        html! { span lang=(language.tag()) { (word) } },
        html! {
            (cell(view, language, decided, (code, &name)))
            @if page.waits(item.item) { (ui::tag(Tone::Warning, &view.t("decision-waits"))) }
        },
        ui::link_of(&href, &html! { (view.t(key)) }, &name),
    ]
}

/// What is decided on one item, with every version of it.
pub struct OnePage {
    pub of: DecisionsPage,
    /// Which of the items.
    pub at: usize,
    /// The newest first.
    pub versions: Vec<Version>,
    /// What who decides is called, until somebody writes otherwise.
    pub usual_decider: String,
}

impl OnePage {
    /// The item.
    #[must_use]
    pub fn item(&self) -> &ToldItem {
        &self.of.items[self.at]
    }

    /// The version that a form is filled from; 0 before anything was written.
    #[must_use]
    pub fn version(&self) -> i64 {
        let head = self.of.heads.get(&self.item().item);
        head.map_or(0, |head| head.version)
    }

    /// What the board is shown now.
    #[must_use]
    pub fn decided(&self) -> Option<&Decided> {
        self.of.decided.get(&self.item().item)
    }

    fn own_path(&self) -> String {
        format!("{}/{}", self.of.own_path(), self.item().item)
    }
}

/// The form of one item, what stands, and what was written before.
#[must_use]
pub fn one(view: &View, page: &OnePage, form: &Form) -> Markup {
    let item = page.item();
    let between = (page.of.own_path(), view.t("decisions"));
    let is_drawn = form.value("act") != "release" && form.value("act") != "withdraw";
    html! {
        (above_with(view, &page.of.minutes.attendance, Some(between)))
        (ui::heading(&item.name()))
        @if let (Some(said), false) = (&form.notice, is_drawn) { (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said)))) }
        (came_to(view, page))
        @if let Some(decided) = page.decided() { (standing(view, page, decided)) }
        (waiting(view, page))
        (writing(view, page, form))
        (taking_back(view, page))
        (history(view, page))
    }
}

/// What is decided now: the first heading below that of the page.
fn standing(view: &View, page: &OnePage, decided: &Decided) -> Markup {
    let title = what(view, decided);
    let heading = html! { h2 class="ds-heading" data-size="xs" { (title) } };
    below(
        view,
        page.of.language(),
        decided,
        (&heading, &page.item().name()),
    )
}

/// What the board came to.
fn came_to(view: &View, page: &OnePage) -> Markup {
    let item = page.item();
    let lang = page.of.language().tag();
    let mut facts = Vec::new();
    if let Some(outcome) = &item.outcome {
        facts.push((
            view.t("minutes-outcome"),
            html! { span lang=(lang) { (outcome.word) } },
        ));
    }
    if !item.conclusion.is_empty() {
        let said = html! { span class="prewrap" lang=(lang) { (item.conclusion) } };
        facts.push((view.t("minutes-conclusion"), said));
    }
    ui::facts(&facts)
}

/// That a second person is to show it to everyone; with the button, where the reader is one.
fn waiting(view: &View, page: &OnePage) -> Markup {
    let newest = page.versions.first();
    let Some(newest) = newest.filter(|_| page.of.waits(page.item().item)) else {
        return html! {};
    };
    let by = view.reader.as_ref().map(|reader| reader.id);
    let may = by.is_some_and(|by| may_release(newest, by));
    let who = [("who", newest.who.as_str().into())];
    let version = page.version().to_string();
    let fields = [("act", "release"), ("version", version.as_str())];
    let body = html! {
        (ui::paragraph(&view.tv("decision-waits-how", &who)))
        @if may { (ui::button_form(view, &page.own_path(), &fields, &view.t("decision-release"), None)) }
        @else { (ui::paragraph(&view.t("decision-waits-for-another"))) }
    };
    ui::notice(Tone::Warning, &body)
}

fn writing(view: &View, page: &OnePage, form: &Form) -> Markup {
    let choices: Vec<(String, String)> = (Stance::ALL.iter())
        .map(|one| (one.to_string(), stance_text(view, *one)))
        .collect();
    let shown_to = match (page.of.needs_second, page.of.is_out) {
        (true, _) => "decision-shown-second",
        (false, true) => "decision-shown",
        (false, false) => "decision-shown-later",
    };
    let field = |name, key: &str| Field::new(name, view.t(key));
    let content = field("content", "decision-content").help(view.t("decision-content-help"));
    let body = html! {
        (ui::paragraph(&view.t(shown_to)))
        (ui::hidden("act", "write"))
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &field("stance", "decision-stance").needed(), &choices))
        (ui::input(view, form, "text", &field("decider", "decision-decider").needed()))
        (ui::input(view, form, "date", &field("decided-on", "decision-day").needed()))
        (ui::text_area(view, form, &content.sometimes_needed()))
        (ui::input(view, form, "url", &field("link", "decision-link").help(view.t("decision-link-help"))))
    };
    let key = if page.decided().is_some() {
        "decision-change"
    } else {
        "decision-write"
    };
    let own = page.own_path();
    let list = page.of.own_path();
    let form = ui::form_or_leave(view, (&own, &list), form, &body, &view.t("save"));
    ui::section("write", &view.t(key), &form)
}

fn taking_back(view: &View, page: &OnePage) -> Markup {
    let version = page.version().to_string();
    let fields = [("act", "withdraw"), ("version", version.as_str())];
    let (text, how) = (
        view.t("decision-take-back"),
        view.t("decision-take-back-how"),
    );
    html! { @if page.decided().is_some() { (ui::confirmed(view, &page.own_path(), &fields, &text, &how)) } }
}

/// Every version that was written, for the secretariat alone.
fn history(view: &View, page: &OnePage) -> Markup {
    if page.versions.len() < 2 {
        return html! {};
    }
    let (name, language) = (page.item().name(), page.of.language());
    let line = |one: &Version| {
        let zone = page.of.minutes.board().zone;
        let values = [
            ("number", one.number.into()),
            ("who", one.who.as_str().into()),
            ("at", view.moment(zone, one.at).into()),
        ];
        html! {
            (view.tv("decision-version", &values))
            @match &one.decided {
                Some(decided) => { p { (in_short(view, decided)) } (more(view, language, decided, &name)) }
                None => { p { (view.t("decision-taken-back")) } }
            }
        }
    };
    let lines: Vec<Markup> = page.versions.iter().map(line).collect();
    let body = html! { (ui::paragraph(&view.t("decision-history-how"))) (ui::list(&lines)) };
    ui::section("history", &view.t("decision-history"), &body)
}
