//! The page on which minutes are written, made for a laptop at the table: a form for each item, saved as it is typed.

use super::{MinutesPage, field, path, title};
use crate::cases::Item;
use crate::cases::forms::languages;
use crate::db::ids::AgendaItemId;
use crate::meetings::words;
use crate::minutes::actions::pages::item::part;
use crate::minutes::attendance::pages::{above_with, item_name, missing, short};
use crate::minutes::draft::{ItemText, Minutes, Written};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, assets, paths, ui};
use chrono::NaiveTime;
use maud::{Markup, html};

/// The form that was sent and could not be saved.
#[derive(Clone, Copy)]
pub enum Sent<'a> {
    Nothing,
    Head(&'a Form),
    Item(AgendaItemId, &'a Form),
}

impl<'a> Sent<'a> {
    fn item(self, id: AgendaItemId) -> Option<&'a Form> {
        match self {
            Self::Item(sent, form) if sent == id => Some(form),
            _ => None,
        }
    }
}

/// The text that says that someone else saved an item first.
pub const OVERTAKEN: &str = "minutes-overtaken";

#[must_use]
pub fn page(view: &View, page: &MinutesPage, sent: Sent<'_>) -> Markup {
    let meeting = page.meeting();
    let refusal = page.refusal(view);
    let is_open = refusal.is_none();
    let below = |rest: &str| format!("{}/{rest}", path(meeting.id));
    html! {
        (above_with(view, &page.attendance, None))
        (ui::heading(&title(view, page)))
        div class="actions" {
            (ui::link_button(&paths::of_meeting(meeting.id, "attendance"), &view.t("attendance")))
            (ui::link_button(&below("preview"), &view.t("minutes-preview")))
            (ui::link_button(&below("document"), &view.t("minutes-document")))
            (ui::link_button(&below("access"), &view.t("minutes-access")))
            (ui::main_link_button(&below("round"), &view.t("round")))
        }
        @if let Some(said) = &refusal { (ui::notice(Tone::Info, &ui::paragraph(&view.said(&said.said())))) }
        @if is_open || matches!(sent, Sent::Head(_)) { (head(view, page, sent)) }
        // What cannot be written any more is read in the draft.
        @if is_open || !matches!(sent, Sent::Nothing) {
            @for session in 0..meeting.sessions.len() { (day(view, page, session, sent, is_open)) }
            (gone(view, page, sent, is_open))
        }
        script src=(assets::path("autosave.js")) defer {}
    }
}

fn head(view: &View, page: &MinutesPage, sent: Sent<'_>) -> Markup {
    let standing = head_filled(&page.minutes);
    let form = match sent {
        Sent::Head(form) => form,
        _ => &standing,
    };
    let choices: Vec<(String, String)> = (languages(page.board()).into_iter())
        .map(|one| (one.tag().to_owned(), one.name_in(view.language)))
        .collect();
    let opening = Field::new("opening", view.t("minutes-opening"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &Field::new("language", view.t("minutes-language")).needed(), &choices))
        (ui::text_area(view, form, &opening.help(view.t("minutes-opening-help"))))
    };
    let save = view.t("minutes-save-opening");
    html! { section { (ui::form(view, &path(page.meeting().id), form, &body, &save)) } }
}

/// What stands above the items, as the form of it.
#[must_use]
pub fn head_filled(minutes: &Minutes) -> Form {
    Form::filled([
        ("language", minutes.language.tag().to_owned()),
        ("opening", minutes.opening.clone()),
        ("version", minutes.version.to_string()),
    ])
}

fn day(view: &View, page: &MinutesPage, session: usize, sent: Sent<'_>, is_open: bool) -> Markup {
    let day = &page.meeting().sessions[session];
    let caption = words::capitalised(&words::session(view.language, day));
    let items: Vec<&Item> = page.attendance.dealt_with(session).collect();
    html! {
        section {
            (ui::section_heading(&format!("day-{session}"), &caption))
            @if items.is_empty() {
                (ui::empty(&view.t("minutes-no-items")))
                p { (ui::link(&paths::agenda(page.meeting().id), &view.t("agenda"))) }
            }
            @for one in items { (item(view, page, one, sent, is_open)) }
        }
    }
}

fn item_heading(id: AgendaItemId, name: &str) -> Markup {
    html! { h3 class="ds-heading" data-size="xs" id=(format!("item-{id}")) { (name) } }
}

fn item(view: &View, page: &MinutesPage, item: &Item, sent: Sent<'_>, is_open: bool) -> Markup {
    let name = item_name(view, &page.attendance, item);
    let at = page.attendance.at(item);
    let called = short(view, &page.attendance, item);
    html! {
        section class="minuted" {
            (item_heading(item.id, &name))
            @if page.is_closed(item) {
                (ui::empty(&view.t("agenda-closed-to-you")))
            } @else {
                @if !at.recused.is_empty() || !at.away.is_empty() { p class="muted" { (missing(view, &at)) } }
                @if is_open || sent.item(item.id).is_some() { (item_form(view, page, (item.id, &called), sent)) }
                (part(view, page, (item.id, item.case, &called), is_open))
            }
        }
    }
}

/// Items that were written of and stand on the agenda no more.
fn gone(view: &View, page: &MinutesPage, sent: Sent<'_>, is_open: bool) -> Markup {
    let gone = page.gone();
    if gone.is_empty() {
        return html! {};
    }
    let body = html! {
        (ui::paragraph(&view.t("minutes-gone-how")))
        @for one in gone {
            section class="minuted" {
                (item_heading(one.item, &one.title))
                @if is_open || sent.item(one.item).is_some() {
                    (item_form(view, page, (one.item, &format!("«{}»", one.title)), sent))
                }
                (part(view, page, (one.item, one.case, &format!("«{}»", one.title)), is_open))
            }
        }
    };
    ui::section("gone", &view.t("minutes-gone"), &body)
}

/// The form of one item, whose status line a script finds to save it as it is typed.
fn item_form(
    view: &View,
    page: &MinutesPage,
    (id, called): (AgendaItemId, &str),
    sent: Sent<'_>,
) -> Markup {
    let own = page.written_of(id);
    let standing = filled(id, own);
    let form = sent.item(id).unwrap_or(&standing);
    let action = format!("{}/items/{id}", path(page.meeting().id));
    let [content, outcome, conclusion] =
        ["content", "outcome", "conclusion"].map(|name| field(name, id));
    let saved = own.map(|one| {
        let at = view.moment(page.board().zone, one.at);
        view.tv(
            "minutes-saved",
            &[("who", (&one.who).into()), ("at", at.into())],
        )
    });
    let none = view.t("minutes-outcome-none");
    let body = html! {
        (ui::hidden("draft", form.value("draft")))
        p class="muted" role="status" data-autosave=(action) data-saving=(view.t("paper-saving"))
            data-failed=(view.t("minutes-not-saved")) data-refused=(view.t("autosave-refused")) { (saved.unwrap_or_default()) }
        div class="long-texts" {
            (ui::text_area(view, form, &Field::new(&content, view.t("minutes-content"))))
            (ui::select(view, form, &Field::new(&outcome, view.t("minutes-outcome")).none(none), &outcomes(view, page, own)))
            (ui::text_area(view, form, &Field::new(&conclusion, view.t("minutes-conclusion"))))
        }
        (how_to_write(view))
        (more(view, form, id))
    };
    let save = view.tv("minutes-save-item", &[("item", called.into())]);
    html! {
        (theirs(view, form, own))
        (ui::form(view, &action, form, &body, &save))
    }
}

/// What may be typed to shape a text, for those who open it.
fn how_to_write(view: &View) -> Markup {
    let lines = [
        "prose-how-paragraph",
        "prose-how-list",
        "prose-how-bold",
        "prose-how-link",
        "prose-how-heading",
    ];
    let lines = lines.map(|key| html! { (view.t(key)) });
    ui::details(&view.t("prose-how"), &ui::list(&lines))
}

/// What someone else saved while this was typed, before it is written over.
fn theirs(view: &View, form: &Form, own: Option<&Written>) -> Markup {
    let is_overtaken = (form.notice.as_ref()).is_some_and(|said| said.key == OVERTAKEN);
    let Some(own) = own.filter(|_| is_overtaken) else {
        return html! {};
    };
    let texts = [&own.text.content, &own.text.conclusion, &own.text.dissent];
    let texts: Vec<&str> = (texts.into_iter())
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let summary = view.tv("minutes-theirs", &[("who", (&own.who).into())]);
    ui::details(&summary, &ui::letter(&texts.join("\n\n")))
}

/// The outcomes that may be chosen, and the one that stands.
fn outcomes(view: &View, page: &MinutesPage, own: Option<&Written>) -> Vec<(String, String)> {
    let mut codes: Vec<&str> = page
        .outcomes
        .iter()
        .map(|(code, _)| code.as_str())
        .collect();
    let standing = own.map_or("", |one| one.text.outcome.as_str());
    if !standing.is_empty() && !codes.contains(&standing) {
        codes.push(standing);
    }
    (codes.into_iter())
        .map(|code| (code.to_owned(), page.outcome(view, code)))
        .collect()
}

/// What few items have: folded as long as there is nothing in it.
fn more(view: &View, form: &Form, id: AgendaItemId) -> Markup {
    let names = ["dissent", "starts", "ends"].map(|name| field(name, id));
    let is_used = |name: &String| !form.value(name).is_empty() || form.mistake(name).is_some();
    let [dissent, starts, ends] = &names;
    let dissent = Field::new(dissent, view.t("minutes-dissent"));
    let body = html! {
        (ui::text_area(view, form, &dissent.help(view.t("minutes-dissent-help"))))
        div class="fields" {
            (ui::input(view, form, "time", &Field::new(starts, view.t("minutes-starts"))))
            (ui::input(view, form, "time", &Field::new(ends, view.t("minutes-ends"))))
        }
    };
    let (group, name) = (field("more", id), view.t("minutes-more"));
    if names.iter().any(is_used) {
        ui::group(&group, &name, &body)
    } else {
        ui::folded_group(&group, &name, &name, &body)
    }
}

/// What is written of an item, as the form of it.
#[must_use]
pub fn filled(id: AgendaItemId, own: Option<&Written>) -> Form {
    let text = own.map(|one| one.text.clone()).unwrap_or_default();
    let time = |at: Option<NaiveTime>| at.map(|at| at.format("%H:%M").to_string());
    let ItemText {
        content,
        outcome,
        conclusion,
        dissent,
        starts,
        ends,
    } = text;
    let mut form = Form::filled([("draft", own.map_or(0, |one| one.version).to_string())]);
    for (name, value) in [
        ("content", content),
        ("outcome", outcome),
        ("conclusion", conclusion),
        ("dissent", dissent),
        ("starts", time(starts).unwrap_or_default()),
        ("ends", time(ends).unwrap_or_default()),
    ] {
        form.put(&field(name, id), value);
    }
    form
}
