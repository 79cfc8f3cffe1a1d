//! The form of an action item, and the pages on which it stands alone: to be added, and to be changed.

use super::{edit, of_item};
use crate::boards::Board;
use crate::cases::pages::{above, way_to};
use crate::db::ids::{ActionId, AgendaItemId};
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::minutes::actions::Action;
use crate::minutes::actions::forms::{Choice, field};
use crate::minutes::actions::rules::shown_to;
use crate::minutes::round::Round;
use crate::web::access::Audience;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The fields, named after an item or after the action item itself.
#[must_use]
pub fn fields(view: &View, form: &Form, key: &str, owners: &[Choice]) -> Markup {
    let [content, owner, named, due, link] =
        ["todo", "owner", "owner-name", "due", "link"].map(|name| field(name, key));
    let choices: Vec<(String, String)> = (owners.iter())
        .map(|(owner, name)| (owner.to_string(), name.clone()))
        .collect();
    let content =
        Field::new(&content, view.t("action-content")).help(view.t("action-content-help"));
    let owner = Field::new(&owner, view.t("action-owner")).none(view.t("action-owner-other"));
    let named = Field::new(&named, view.t("action-owner-name"));
    html! {
        (ui::text_area(view, form, &content.needed()))
        (ui::select(view, form, &owner, &choices))
        (ui::input(view, form, "text", &named.help(view.t("action-owner-name-help"))))
        (ui::input(view, form, "date", &Field::new(&due, view.t("action-due"))))
        (ui::input(view, form, "url", &Field::new(&link, view.t("action-link")).help(view.t("action-link-help"))))
    }
}

/// The form by which something is agreed under an item.
#[must_use]
pub fn adding(
    view: &View,
    (meeting, round): (&Meeting, Option<&Round>),
    item: AgendaItemId,
    form: &Form,
    owners: &[Choice],
) -> Markup {
    let id = Some(form.value("id")).filter(|id| !id.is_empty());
    let id = id.map_or_else(|| ActionId::new().to_string(), str::to_owned);
    let body = html! {
        (ui::hidden("id", &id))
        @if shown_to(meeting, round) == Audience::Secretariat { (ui::paragraph(&view.t("action-waits-how"))) }
        (fields(view, form, item.as_str(), owners))
    };
    let path = of_item(meeting.id, item);
    ui::form(view, &path, form, &body, &view.t("action-add"))
}

/// What the page on which one is added is made from.
pub struct Adding {
    pub board: Board,
    pub meeting: Meeting,
    /// What the meeting is called.
    pub name: String,
    pub item: AgendaItemId,
    /// What the item is called; empty where nothing can be added.
    pub title: String,
    pub owners: Vec<Choice>,
    /// The way of the minutes since their draft went out.
    pub round: Option<Round>,
    pub refusal: Option<Said>,
}

/// The page on which one is added, with what was typed in the minutes and could not be saved.
#[must_use]
pub fn add_page(view: &View, page: &Adding, form: &Form) -> Markup {
    let mut links = way_to(view, &page.board, &page.meeting, page.name.clone());
    links.push((
        paths::of_meeting(page.meeting.id, "minutes"),
        view.t("minutes"),
    ));
    html! {
        (ui::breadcrumbs(view, &links))
        (ui::heading(&view.t("action-new")))
        @if !page.title.is_empty() { (ui::paragraph(&page.title)) }
        @if let Some(said) = &page.refusal { (ui::notice(Tone::Info, &ui::paragraph(&view.said(said)))) }
        @if page.refusal.is_none() || !form.fields().is_empty() {
            (adding(view, (&page.meeting, page.round.as_ref()), page.item, form, &page.owners))
        }
    }
}

/// The page on which one is changed. `theirs` is what someone else saved while this was typed.
#[must_use]
pub fn edit_page(
    view: &View,
    (board, action): (&Board, &Action),
    owners: &[Choice],
    form: &Form,
    theirs: Option<&Action>,
) -> Markup {
    let links = [
        (paths::of_board(board.id, "actions"), view.t("action-items")),
        (super::path(action.id), view.t("action-item")),
    ];
    let key = action.id.to_string();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (fields(view, form, &key, owners))
    };
    let (path, back) = (edit(action.id), super::path(action.id));
    html! {
        (above(view, board, &links))
        (ui::heading(&view.t("action-change")))
        @if let Some(theirs) = theirs {
            (ui::details(&view.t("action-theirs"), &ui::paragraph(&super::line(view, theirs))))
        }
        (ui::form_or_leave(view, (&path, &back), form, &body, &view.t("save")))
    }
}
