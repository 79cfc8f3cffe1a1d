//! How annual plans look: what their pages share. Each page has a file of its own beside.

pub mod approval;
pub mod item;
pub mod panels;
pub mod templates;
pub mod told;
pub mod year;

use super::forms::Lists;
use super::{Facts, PlanItem, Year, rules};
use crate::audit::Happened;
use crate::boards::Board;
use crate::boards::pages::choices;
use crate::cases::pages::meeting_name;
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, MeetingId};
use crate::web::access::Clearance;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// A plan of a year, and what its reader may read of it.
pub struct Shown {
    pub board: Board,
    pub of: Year,
    pub reads: Clearance,
    /// `case_type`.
    pub kinds: Vec<CodeWord>,
    pub meeting_kinds: Vec<CodeWord>,
    /// In the board's zone.
    pub today: NaiveDate,
}

impl Shown {
    /// What the reader can put on a meeting's agenda: not what is closed to them.
    #[must_use]
    pub fn waiting(&self, at: MeetingId) -> Vec<&PlanItem> {
        let is_closed = |item: &&PlanItem| {
            let case = self.of.case_of(item);
            case.is_some_and(|case| self.reads.closed.contains(&case.id.cast()))
        };
        let all = rules::waiting(&self.of, at, self.today).into_iter();
        all.filter(|item| !is_closed(item)).collect()
    }
}

/// A form as it stands: what was typed, and who saved first when someone did.
#[derive(Default)]
pub struct Draft {
    pub form: Form,
    pub is_stale: bool,
    pub happened: Vec<Happened>,
}

impl Draft {
    #[must_use]
    pub fn of(form: Form) -> Self {
        Self {
            form,
            ..Self::default()
        }
    }

    /// The form as one of the page's forms: its mistakes stand above it alone where it was the one that was sent.
    fn of_act(&self, act: &str) -> Form {
        let mut form = if self.form.value("act") == act {
            self.form.clone()
        } else {
            Form::default()
        };
        // It is told once, on top of the page.
        form.notice = None;
        form
    }

    fn stale(&self, view: &View, board: &Board) -> Markup {
        html! { @if self.is_stale { (ui::stale_notice(view, board.zone, &self.happened)) } }
    }
}

/// “Saksplan 2027”.
#[must_use]
pub fn title(view: &View, year: i32) -> String {
    view.tv("annual-plan", &[("year", year.to_string().into())])
}

/// The way up from the pages of a board's plans.
fn above(view: &View, board: &Board, year: Option<i32>) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("boards-title")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
    ];
    links.extend(year.map(|year| (paths::annual_plan(board.id, year), title(view, year))));
    ui::breadcrumbs(view, &links)
}

/// The meetings that cases can be planned for, as the choices of a field.
fn meetings(view: &View, page: &Shown) -> Vec<(String, String)> {
    let choice = page.of.open(page.today).map(|meeting| {
        let name = meeting_name(view, &page.meeting_kinds, meeting);
        (meeting.id.to_string(), name)
    });
    choice.collect()
}

/// Where a case is planned for a meeting, or for none yet.
fn meeting_field(view: &View, form: &Form, choices: &[(String, String)]) -> Markup {
    let field = Field::new("meeting", view.t("annual-plan-meeting"));
    let field = field.none(view.t("annual-plan-not-scheduled"));
    ui::select(view, form, &field, choices)
}

/// What is written of a planned case.
fn facts_fields(view: &View, form: &Form, lists: &Lists) -> Markup {
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).sometimes_needed();
    html! {
        (ui::words(view, form, "title", &view.t("annual-plan-item-title"), true))
        (ui::select(view, form, &field("kind", "case-type"), &choices(view, &lists.kinds)))
        (ui::select(view, form, &field("subject", "case-subject"), &choices(view, &lists.subjects)))
    }
}

/// What an item without a case is called.
fn own_title<'a>(view: &View, of: &'a Facts) -> &'a str {
    view.words(&of.title)
}

/// Where the board's templates are kept.
fn templates_link(view: &View, of: BoardId) -> Markup {
    ui::link_button(&paths::plan_templates(of), &view.t("annual-plan-templates"))
}
