//! The forms in which a board asks a council, and a council answers or sends a case up by itself.

use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above_in, name};
use crate::councils::Delegation;
use crate::meetings::Meeting;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What a question is written with.
pub struct Asking {
    pub board: Board,
    pub case: Case,
    /// Those that can be asked.
    pub councils: Vec<Board>,
    /// Those that the advice may be for.
    pub meetings: Vec<Meeting>,
}

#[must_use]
pub fn ask(view: &View, of: &Asking, form: &Form) -> Markup {
    let path = paths::of_case(of.case.id, "councils");
    html! {
        (above_in(view, &of.board, &of.case))
        (ui::heading(&view.t("delegation-ask")))
        (ui::paragraph(&view.tv("delegation-ask-how", &[("case", name(&of.case).into())])))
        @if of.case.access.is_exempt() {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.t("delegation-exempt"))))
        }
        @if of.councils.is_empty() {
            (ui::empty(&view.t("delegation-no-council")))
            p { (ui::link(&paths::of_board(of.board.id, "councils"), &view.t("councils-see"))) }
        } @else {
            (ui::form_or_leave(view, (&path, &paths::case(of.case.id)), form, &fields(view, of, form), &view.t("delegation-send")))
        }
    }
}

fn fields(view: &View, of: &Asking, form: &Form) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let councils: Vec<(String, String)> = (of.councils.iter())
        .map(|it| (it.id.to_string(), view.words(&it.name).to_owned()))
        .collect();
    let meetings: Vec<(String, String)> = (of.meetings.iter())
        .map(|it| (it.id.to_string(), view.long_date(it.first_day())))
        .collect();
    html! {
        (ui::select(view, form, &field("council", "council").needed(), &councils))
        (ui::text_area(view, form, &field("question", "delegation-question").help(view.t("delegation-question-help")).needed()))
        (ui::input(view, form, "date", &field("due-on", "delegation-due").help(view.t("delegation-due-help")).needed()))
        (ui::select(view, form, &field("meeting", "delegation-returns"), &meetings))
        @if of.case.access.is_exempt() { (ui::checkbox(view, form, &field("may-know", "delegation-may-know"))) }
    }
}

/// What advice is written with.
pub struct Advising {
    pub council: Board,
    pub above: Option<Board>,
    pub case: Case,
    /// The question, where one is open.
    pub open: Option<Delegation>,
}

#[must_use]
pub fn advise(view: &View, of: &Advising, form: &Form) -> Markup {
    let title = title(of);
    let path = paths::of_case(of.case.id, "advice");
    let field = Field::new("advice", view.t("advice")).help(view.t("advice-help"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::text_area(view, form, &field.needed()))
    };
    html! {
        (above_in(view, &of.council, &of.case))
        (ui::heading(&view.t(title)))
        @if let Some(above) = &of.above {
            @let values = [("board", view.words(&above.name).into())];
            @if let Some(open) = &of.open {
                (ui::paragraph(&view.tv("advice-give-how", &values)))
                div class="ds-paragraph prewrap" lang=(of.case.facts.language.tag()) { (open.question) }
            } @else { (ui::paragraph(&view.tv("advice-send-up-how", &values))) }
            (ui::form_or_leave(view, (&path, &paths::case(of.case.id)), form, &body, &view.t("advice-send")))
        } @else { (ui::empty(&view.t("advice-no-board"))) }
    }
}

/// The key of the page's title.
#[must_use]
pub fn title(of: &Advising) -> &'static str {
    if of.open.is_some() {
        "advice-give"
    } else {
        "advice-send-up"
    }
}
