//! The minutes as the board and those who were there read them, and remark on them.

use super::remark;
use crate::boards::Board;
use crate::boards::pages::above;
use crate::db::ids::AgendaItemId;
use crate::i18n::dates;
use crate::minutes::publication::Publication;
use crate::minutes::round::rules::Refusal;
use crate::minutes::round::store::VersionLine;
use crate::minutes::round::{Remark, Round, Step, Version};
use crate::minutes::told::{Told, pages as told_pages};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// Everything the page shows.
pub struct Reading {
    pub board: Board,
    pub version: Version,
    /// What it says, cut to what the reader may read.
    pub told: Told,
    pub round: Round,
    /// The reader's own remarks.
    pub remarks: Vec<Remark>,
    /// Why the reader has no remarks to make, where they have not.
    pub refusal: Option<Refusal>,
    /// Every version that the reader may open, the newest first.
    pub versions: Vec<VersionLine>,
    /// The publication that was withdrawn, where they are out no more.
    pub withdrawn: Option<Publication>,
    /// Whether the reader sits on the board, so that its pages are theirs.
    pub sits: bool,
}

/// The form of a remark: about one item, or about all of the minutes.
#[must_use]
pub fn fresh(id: crate::db::ids::RowId, item: Option<AgendaItemId>, draft: i64) -> Form {
    Form::filled([
        ("id", id.to_string()),
        (
            "item",
            item.map_or_else(String::new, |item| item.to_string()),
        ),
        ("draft", draft.to_string()),
    ])
}

#[must_use]
pub fn title(page: &Reading) -> String {
    page.told.title(page.version.step.standing())
}

/// The whole page; `sent` is the form of a remark that could not be taken.
#[must_use]
pub fn page(view: &View, page: &Reading, sent: Option<&Form>) -> Markup {
    let meeting = page.version.meeting;
    let document = paths::of_meeting(meeting, "minutes/reading/document");
    let is_newest = page
        .versions
        .first()
        .is_none_or(|one| one.number == page.version.number);
    let after = |item: &crate::minutes::told::ToldItem| {
        html! { @if item.withheld.is_none() && is_newest {
            (own(view, page, Some(item.item)))
            (form(view, page, (Some(item.item), &item.name()), sent))
        } }
    };
    html! {
        @if page.sits { (above(view, &page.board)) }
        div lang=(page.told.language.tag()) { (ui::heading(&title(page))) }
        (standing(view, page))
        (withdrawn(view, page))
        @if let Some(form) = sent { (refused(view, page, form)) }
        @if is_newest { div class="actions" { (ui::link_button(&document, &view.t("minutes-as-pdf"))) } }
        (told_pages::article(&page.told, &after))
        @if is_newest {
            (ui::section("all", &view.t("round-about-all"), &html! {
                (own(view, page, None))
                @for one in gone(page) { (made(view, page, one)) }
                (form(view, page, (None, &view.t("round-about-all")), sent))
            }))
        }
        @if page.versions.len() > 1 { (versions(view, page)) }
    }
}

/// What they are, and until when remarks are taken.
fn standing(view: &View, page: &Reading) -> Markup {
    let day = |on| dates::long_date(view.language, on);
    match (page.version.step, page.round.approved) {
        (Step::Draft, None) => {
            let values = [("until", day(page.round.remarks_on).into())];
            let said = if page.refusal.is_none() {
                view.tv("round-remark-until", &values)
            } else {
                view.tv("round-others-remark-until", &values)
            };
            ui::notice(Tone::Info, &ui::paragraph(&said))
        }
        (Step::Draft, Some(_)) => {
            ui::notice(Tone::Warning, &ui::paragraph(&view.t("round-old-draft")))
        }
        (Step::Approved | Step::Corrected, _) => html! {
            p { (ui::tag(Tone::Success, &view.t("round-approved"))) }
            @if !page.version.reason.is_empty() {
                (ui::paragraph(&view.tv("round-corrected-because", &[("reason", page.version.reason.as_str().into())])))
            }
        },
    }
}

/// That they are not published any more, since when and why.
fn withdrawn(view: &View, page: &Reading) -> Markup {
    let Some(gone) = &page.withdrawn else {
        return html! {};
    };
    let at = gone.withdrawn_at.unwrap_or(gone.asked_at);
    let values = [
        ("at", view.moment(page.board.zone, at).into()),
        ("reason", gone.reason.as_str().into()),
    ];
    let said = view.tv("round-withdrawn", &values);
    ui::notice(Tone::Warning, &ui::paragraph(&said))
}

/// Why a remark was not taken, and what was typed, where there are no remarks to make any more.
fn refused(view: &View, page: &Reading, form: &Form) -> Markup {
    let said = form.notice.as_ref().filter(|_| page.refusal.is_some());
    let typed = form.value(&field(form.value("item")));
    html! { @if let Some(said) = said {
        (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said))))
        (ui::letter(typed))
    } }
}

fn own(view: &View, page: &Reading, item: Option<AgendaItemId>) -> Markup {
    let own = page.remarks.iter().filter(|one| one.item == item);
    html! { @for one in own { (made(view, page, one)) } }
}

fn made(view: &View, page: &Reading, one: &Remark) -> Markup {
    html! { div class="one-of-several" { (remark(view, &page.board, &page.told, one)) } }
}

/// The reader's remarks on items that the minutes tell them nothing of any more.
fn gone(page: &Reading) -> impl Iterator<Item = &Remark> {
    let is_told =
        |of| (page.told.items.iter()).any(|item| item.item == of && item.withheld.is_none());
    (page.remarks.iter()).filter(move |one| one.item.is_some_and(|of| !is_told(of)))
}

/// The name of the field that a remark on an item is typed in; on all of the minutes where it is none.
#[must_use]
pub fn field(item: &str) -> String {
    format!("content-{}", if item.is_empty() { "all" } else { item })
}

/// A remark is folded away until it is asked for, or was not taken.
fn form(
    view: &View,
    page: &Reading,
    (item, name): (Option<AgendaItemId>, &str),
    sent: Option<&Form>,
) -> Markup {
    if page.refusal.is_some() {
        return html! {};
    }
    let of = item.map_or_else(String::new, |item| item.to_string());
    let sent = sent.filter(|form| form.value("item") == of);
    let new = fresh(crate::db::ids::RowId::new(), item, page.version.number);
    let form = sent.unwrap_or(&new);
    let field = field(&of);
    let label = view.tv("round-remark-on", &[("item", name.into())]);
    let action = paths::of_meeting(page.version.meeting, "minutes/reading");
    let body = html! {
        @for hidden in ["id", "item", "draft"] { (ui::hidden(hidden, form.value(hidden))) }
        (ui::text_area(view, form, &Field::new(&field, label).help(view.t("round-remark-help")).needed()))
    };
    let form = ui::form(view, &action, form, &body, &view.t("round-remark-send"));
    if sent.is_some() {
        return form;
    }
    let summary = match item {
        Some(_) => view.tv("round-remark-this", &[("item", name.into())]),
        None => view.t("round-remark-all"),
    };
    ui::details(&summary, &form)
}

fn versions(view: &View, page: &Reading) -> Markup {
    let lines: Vec<Markup> = (page.versions.iter())
        .map(|one| version_line(view, page, one))
        .collect();
    ui::section("versions", &view.t("round-versions"), &ui::list(&lines))
}

fn version_line(view: &View, page: &Reading, one: &VersionLine) -> Markup {
    let at = view.moment(page.board.zone, one.at);
    let values = [("number", one.number.into()), ("at", at.into())];
    let said = view.tv(&format!("round-version-{}", one.step), &values);
    let href = paths::of_meeting(
        page.version.meeting,
        &format!("minutes/versions/{}", one.number),
    );
    html! {
        @if one.number == page.version.number { (said) } @else { (ui::link(&href, &said)) }
        @if !one.reason.is_empty() { ": " (one.reason) }
    }
}
