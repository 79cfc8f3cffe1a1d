//! The pages on which a member lets colleagues in, and on which the secretariat sees who was let in. What a colleague sees
//! stands beside.

pub mod along;

use super::Colleague;
use super::door::OfCase;
use super::rules::Refusal;
use crate::boards::Board;
use crate::cases::pages::{meeting_name, sits, way_to};
use crate::db::code_words::CodeWord;
use crate::db::ids::RowId;
use crate::meetings::Meeting;
use crate::papers::Part;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What every page here knows.
pub struct Around {
    pub board: Board,
    pub meeting: Meeting,
    pub kinds: Vec<CodeWord>,
    /// Why nobody can be let in now.
    pub refusal: Option<Refusal>,
    /// Whether the board's mail is switched on.
    pub mail_is_on: bool,
    /// What the reader may lend, case by case.
    pub lendable: Vec<OfCase>,
}

/// Everything the page of a meeting's colleagues shows.
pub struct ColleaguesPage {
    pub around: Around,
    /// Whether the reader may let colleagues in; the secretariat only sees who was.
    pub may_name: bool,
    /// The reader's own, each with how many papers they may read.
    pub own: Vec<(Colleague, usize)>,
    /// For the secretariat: everyone, each with who let them in.
    pub all: Option<Vec<(Colleague, String)>>,
}

/// A new colleague's form, in the language of who lets them in.
#[must_use]
pub fn fresh(view: &View) -> Form {
    Form::filled([
        ("id", RowId::new().to_string()),
        ("language", view.language.tag().to_owned()),
    ])
}

/// The way up to the meeting's papers; for a deputy who is only called, to these alone.
fn above(view: &View, of: &Around, below: &[(String, String)]) -> Markup {
    let (board, meeting) = (&of.board, &of.meeting);
    let mut links = if sits(view, board) {
        way_to(view, board, meeting, meeting_name(view, &of.kinds, meeting))
    } else {
        Vec::new()
    };
    links.push((paths::meeting_papers(meeting.id), view.t("papers")));
    links.extend_from_slice(below);
    ui::breadcrumbs(view, &links)
}

/// The page of a meeting's colleagues.
#[must_use]
pub fn page(view: &View, page: &ColleaguesPage, form: &Form) -> Markup {
    let of = &page.around;
    let meeting = meeting_name(view, &of.kinds, &of.meeting);
    html! {
        (above(view, of, &[]))
        (ui::heading(&view.tv("colleagues-of", &[("meeting", meeting.into())])))
        @if page.may_name { (ui::paragraph(&view.t("colleagues-how"))) }
        @if let Some(refusal) = of.refusal {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.said(&refusal.said()))))
        }
        @if page.may_name && of.refusal.is_none() && !of.mail_is_on {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.t("colleague-mail-off"))))
        }
        @if page.may_name {
            @if !page.own.is_empty() { (ui::section("own", &view.t("colleagues-own"), &own(view, page))) }
            @if of.refusal.is_none() { (ui::section("new", &view.t("colleague-new"), &new(view, of, form))) }
        }
        @if let Some(all) = &page.all { (ui::section("all", &view.t("colleagues-all"), &everyone(view, of, all))) }
    }
}

fn state(view: &View, one: &Colleague) -> Markup {
    html! {
        @if one.ended_at.is_some() { " " (ui::tag(Tone::Neutral, &view.t("colleague-ended"))) }
    }
}

fn own(view: &View, page: &ColleaguesPage) -> Markup {
    let of = &page.around;
    let line = |(one, papers): &(Colleague, usize)| {
        let path = paths::colleague(of.meeting.id, one.id);
        let ends = [("name", (&one.name).into())];
        html! {
            strong { (one.name) } ", " (one.address) (state(view, one))
            @if one.ended_at.is_none() && of.refusal.is_none() {
                div class="muted" { (view.tv("colleague-reads", &[("count", (*papers).into())])) }
                div { (ui::link_of(&path, &html! { (view.t("colleague-change")) }, &one.name)) }
                (ui::confirmed(view, &path, &[("act", "end")], &view.tv("colleague-end", &ends), &view.t("colleague-end-how")))
            }
        }
    };
    let lines: Vec<Markup> = page.own.iter().map(line).collect();
    ui::list(&lines)
}

fn new(view: &View, of: &Around, form: &Form) -> Markup {
    if of.lendable.is_empty() {
        return ui::empty(&view.t("colleague-no-papers"));
    }
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::input(view, form, "text", &field("name", "colleague-name")))
        (ui::input(view, form, "email", &field("address", "colleague-address")))
        (ui::select(view, form, &field("language", "colleague-language"), &ui::languages(view)))
        (papers(view, of, form))
    };
    let path = paths::of_meeting(of.meeting.id, "colleagues");
    ui::form(view, &path, form, &body, &view.t("colleague-let-in"))
}

fn papers(view: &View, of: &Around, form: &Form) -> Markup {
    let choices: Vec<(String, String)> = (of.lendable.iter())
        .flat_map(|(case, own)| own.iter().map(move |(paper, _)| (case, paper)))
        .map(|(case, paper)| {
            let number = case
                .number
                .map_or_else(String::new, |number| format!("{number} "));
            let attachment = if paper.part == Part::Attachment {
                format!(" {}", view.t("paper-attachment-short"))
            } else {
                String::new()
            };
            let text = format!("{number}{}{attachment}", paper.facts.title);
            (paper.id.to_string(), text)
        })
        .collect();
    let field =
        Field::new("papers", view.t("colleague-papers")).help(view.t("colleague-papers-help"));
    ui::checkboxes(view, form, &field, &choices)
}

/// Who was let in by whom; not what they read.
fn everyone(view: &View, of: &Around, all: &[(Colleague, String)]) -> Markup {
    let head = ["colleague-name", "colleague-by", "colleague-since"].map(|key| view.t(key));
    let row = |(one, by): &(Colleague, String)| {
        vec![
            html! { (one.name) (state(view, one)) },
            html! { (by) },
            html! { (view.moment(of.board.zone, one.named_at)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    html! {
        (ui::paragraph(&view.t("colleagues-all-how")))
        @if rows.is_empty() { (ui::empty(&view.t("colleagues-none"))) }
        @else { (ui::table(&view.t("colleagues-all"), &head, &rows)) }
    }
}

/// What one colleague may read, to be changed.
#[must_use]
pub fn one(view: &View, of: &Around, colleague: &Colleague, form: &Form) -> Markup {
    let path = paths::colleague(of.meeting.id, colleague.id);
    let back = paths::of_meeting(of.meeting.id, "colleagues");
    let up = [(back.clone(), view.t("colleagues"))];
    html! {
        (above(view, of, &up))
        (ui::heading(&view.tv("colleague-of", &[("name", (&colleague.name).into())])))
        (ui::paragraph(&view.t("colleague-change-how")))
        (ui::form_or_leave(view, (&path, &back), form, &html! {
            (ui::hidden("act", "papers"))
            (papers(view, of, form))
        }, &view.t("save")))
    }
}
