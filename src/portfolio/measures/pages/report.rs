//! A report for the next agenda: where it goes, and what it will say.

use super::above;
use crate::boards::Board;
use crate::cases::pages::meeting_name;
use crate::cases::rules::Coming;
use crate::db::code_words::CodeWord;
use crate::db::ids::{CaseId, MeetingId};
use crate::i18n::Language;
use crate::papers::Sections;
use crate::web::prose::prose;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the page shows.
pub struct ReportPage {
    pub board: Board,
    /// The meetings that still take cases, the next one first.
    pub meetings: Vec<Coming>,
    pub meeting_kinds: Vec<CodeWord>,
    /// The meetings that have a report already.
    pub reported: HashMap<MeetingId, CaseId>,
    pub language: Language,
    /// What it will say, as things stand now.
    pub sections: Sections,
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &ReportPage, form: &Form) -> Markup {
    let path = paths::of_board(page.board.id, "measures/report");
    let back = paths::of_board(page.board.id, "measures");
    let field = Field::new("meeting", view.t("measure-report-meeting")).needed();
    let body = ui::select(view, form, &field, &choices(view, page));
    html! {
        (above(view, &page.board, &[]))
        (ui::heading(&view.t("measure-report")))
        (ui::paragraph(&view.t("measure-report-how")))
        @for one in &page.meetings { (already(view, page, one)) }
        @if page.meetings.is_empty() { (ui::empty(&view.t("measure-report-no-meeting"))) }
        @else { (ui::form_or_leave(view, (&path, &back), form, &body, &view.t("measure-report-make"))) }
        (ui::section("preview", &view.t("measure-report-preview"), &preview(view, page)))
    }
}

fn called(view: &View, page: &ReportPage, of: &Coming) -> String {
    meeting_name(view, &page.meeting_kinds, &of.meeting)
}

fn choices(view: &View, page: &ReportPage) -> Vec<(String, String)> {
    let choice = |one: &Coming| (one.meeting.id.to_string(), called(view, page, one));
    page.meetings.iter().map(choice).collect()
}

/// That a meeting has a report, with the way to it.
fn already(view: &View, page: &ReportPage, of: &Coming) -> Markup {
    let Some(case) = page.reported.get(&of.meeting.id) else {
        return html! {};
    };
    let values = [("meeting", called(view, page, of).into())];
    let body = html! {
        (ui::paragraph(&view.tv("measure-report-there", &values)))
        p { (ui::link(&paths::case(*case), &view.t("measure-report-open"))) }
    };
    ui::notice(Tone::Info, &body)
}

fn preview(view: &View, page: &ReportPage) -> Markup {
    let table = view.t("measures-all");
    html! {
        div class="prose" lang=(page.language.tag()) {
            @for (_, text) in page.sections.parts() { (prose(text, 2, &table)) }
        }
    }
}
