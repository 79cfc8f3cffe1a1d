//! The forms in which a board asks a council, and a council answers or sends a case up by itself.

use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above_in, name};
use crate::councils::Delegation;
use crate::councils::rules::has_taken_up;
use crate::meetings::Meeting;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What a question is written with.
pub struct Asking {
    pub board: Board,
    pub case: Case,
    /// Those that can be asked, and whether each has a mandate that counts today.
    pub councils: Vec<(Board, bool)>,
    /// Those that the advice may be for.
    pub meetings: Vec<Meeting>,
}

#[must_use]
pub fn ask(view: &View, of: &Asking, form: &Form) -> Markup {
    let path = paths::of_case(of.case.id, "councils");
    let names = |is_in: &dyn Fn(&Board, bool) -> bool| -> Vec<String> {
        let chosen = of.councils.iter().filter(|(it, has)| is_in(it, *has));
        chosen
            .map(|(it, _)| view.words(&it.name).to_owned())
            .collect()
    };
    let unruled = names(&|_, has| !has);
    let silent = names(&|it, _| !is_mailed(view, it));
    html! {
        (above_in(view, &of.board, &of.case))
        (ui::heading(&view.t("delegation-ask")))
        (ui::paragraph(&view.tv("delegation-ask-how", &[("case", name(&of.case).into())])))
        @if silent.len() < of.councils.len() { (ui::paragraph(&view.t("delegation-told"))) }
        @if !silent.is_empty() {
            (ui::paragraph(&view.tv("delegation-not-told", &[("councils", silent.join(", ").into())])))
        }
        @if !unruled.is_empty() {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("delegation-unruled", &[("councils", unruled.join(", ").into())]))))
        }
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

/// Whether mail about a body goes out now.
fn is_mailed(view: &View, of: &Board) -> bool {
    of.mail_on_from.is_some_and(|from| from <= view.now)
}

fn fields(view: &View, of: &Asking, form: &Form) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let councils: Vec<(String, String)> = (of.councils.iter())
        .map(|(it, has)| {
            let name = view.words(&it.name);
            let label = if *has {
                name.to_owned()
            } else {
                view.tv("delegation-council-unruled", &[("council", name.into())])
            };
            (it.id.to_string(), label)
        })
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
    /// Whether it was answered, sent up or withdrawn before.
    pub is_settled: bool,
}

#[must_use]
pub fn advise(view: &View, of: &Advising, form: &Form) -> Markup {
    // What somebody has typed meanwhile is not taken from them.
    let is_typed = !form.value("advice").is_empty();
    let is_early = of.above.is_some() && !has_taken_up(of.case.state);
    html! {
        (above_in(view, &of.council, &of.case))
        (ui::heading(&view.t(title(of))))
        @if of.is_settled { (ui::paragraph(&view.t("advice-settled"))) }
        @else if is_early && !is_typed { (ui::empty(&view.t("advice-case-not-taken-up"))) }
        @if is_typed || !(of.is_settled || is_early) { (advice_form(view, of, form)) }
    }
}

fn advice_form(view: &View, of: &Advising, form: &Form) -> Markup {
    let Some(above) = &of.above else {
        return ui::empty(&view.t("advice-no-board"));
    };
    let values = [("board", view.words(&above.name).into())];
    let path = paths::of_case(of.case.id, "advice");
    let field = Field::new("advice", view.t("advice")).help(view.t("advice-help"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::text_area(view, form, &field.needed()))
    };
    let send = match title(of) {
        "advice-send-up" => "advice-send-up",
        _ => "advice-send",
    };
    html! {
        @if let Some(open) = &of.open {
            (ui::paragraph(&view.tv("advice-give-how", &values)))
            div class="ds-paragraph prewrap" lang=(of.case.facts.language.tag()) { (open.question) }
        } @else if !of.is_settled { (ui::paragraph(&view.tv("advice-send-up-how", &values))) }
        (ui::form_or_leave(view, (&path, &paths::case(of.case.id)), form, &body, &view.t(send)))
    }
}

/// The key of the page's title.
#[must_use]
pub fn title(of: &Advising) -> &'static str {
    if of.open.is_some() {
        "advice-give"
    } else if of.is_settled {
        "advice"
    } else {
        "advice-send-up"
    }
}
