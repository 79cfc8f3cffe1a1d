//! What the pages of councils share: how one stands, its mandate, and what it was asked and answered. Each page has a file of
//! its own beside.

pub mod ask;
pub mod case;
pub mod list;
pub mod one;
pub mod panel;

use super::rules::{Did, Disagreement, Standing, trace};
use super::{Delegation, Origin, State};
use crate::boards::rules::in_force;
use crate::boards::{Board, Mandate, Rule};
use crate::calendar::Period;
use crate::cases::Case;
use crate::cases::pages::{name, told_name};
use crate::db::types::Words;
use crate::meetings::Meeting;
use crate::web::access::Clearance;
use crate::web::prose::prose;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use chrono_tz::Tz;
use maud::{Markup, html};

/// A case as a reader may be told of it.
pub struct Told {
    pub name: String,
    /// Where it is read, for those who may.
    pub link: Option<String>,
}

impl Told {
    /// By its title for those who may read it, else by the public one, unless that is exempt.
    #[must_use]
    pub fn of(view: &View, case: &Case, reads: &Clearance) -> Self {
        if reads.sees(&case.readable()) {
            Self {
                name: name(case),
                link: Some(paths::case(case.id)),
            }
        } else {
            Self {
                name: told_name(view, case),
                link: None,
            }
        }
    }

    fn draw(&self) -> Markup {
        match &self.link {
            Some(link) => ui::link(link, &self.name),
            None => html! { (self.name) },
        }
    }
}

/// A question to a council with what else its pages say of it.
pub struct Shown {
    pub of: Delegation,
    /// What the council and the board above it are called.
    pub council: Words,
    pub board: Words,
    pub case: Told,
    pub council_case: Told,
    pub meeting: Option<Meeting>,
    /// The council's own.
    pub today: NaiveDate,
    pub zone: Tz,
}

/// The way up from a page below a board's councils.
fn above(view: &View, board: &Board, is_list: bool) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("boards-title")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
    ];
    if !is_list {
        let path = paths::of_board(board.id, "councils");
        links.push((path, view.t("councils")));
    }
    ui::breadcrumbs(view, &links)
}

/// How a council stands, in a few words.
#[must_use]
pub fn standing_tag(view: &View, of: Standing) -> Markup {
    let on = |key: &str, day: NaiveDate| view.tv(key, &[("date", day.into())]);
    match of {
        Standing::NotWritten => ui::tag(Tone::Warning, &view.t("council-not-written")),
        Standing::Begins(day) => ui::tag(Tone::Neutral, &on("council-begins", day)),
        Standing::Permanent => ui::tag(Tone::Success, &view.t("council-permanent")),
        Standing::Until(day) => ui::tag(Tone::Info, &on("council-until", day)),
        Standing::RanOut(day) => ui::tag(Tone::Danger, &on("council-ran-out", day)),
        Standing::EndsFrom(day) => ui::tag(Tone::Warning, &on("council-ends-from", day)),
        Standing::Dissolved(day) => ui::tag(Tone::Neutral, &on("council-dissolved", day)),
    }
}

/// The version of a council's mandate that counts on a day; flagged where there is none.
fn mandate(view: &View, of: &[Mandate], today: NaiveDate) -> Markup {
    if let Some(version) = in_force(of, today) {
        let label = view.tv(
            "boards-mandate-version",
            &[("label", (&version.label).into())],
        );
        let last = version.period.last_day();
        return html! {
            (label)
            @if let Some(last) = last { " (" (view.tv("council-mandate-until", &[("date", last.into())])) ")" }
        };
    }
    let over = of.iter().filter_map(|version| version.period.last_day());
    match over.filter(|day| *day < today).max() {
        Some(day) => ui::tag(
            Tone::Danger,
            &view.tv("council-mandate-ran-out", &[("date", day.into())]),
        ),
        None => ui::tag(Tone::Danger, &view.t("council-mandate-missing")),
    }
}

/// Where a question stands, in a few words.
fn state_tag(view: &View, of: &Delegation, today: NaiveDate) -> Markup {
    if of.is_overdue(today) {
        return ui::tag(Tone::Danger, &view.t("delegation-overdue"));
    }
    let tone = match of.state {
        State::Asked => Tone::Info,
        State::Answered => Tone::Success,
        State::Withdrawn => Tone::Neutral,
    };
    // Nobody asked for what came up by itself.
    let said = match of.origin {
        Origin::Council => view.t("delegation-sent-up"),
        Origin::Board => view.t(&format!("delegation-state-{}", of.state)),
    };
    ui::tag(tone, &said)
}

/// A period as its first and last day.
fn period(view: &View, of: Period) -> String {
    crate::boards::pages::period(view, of)
}

/// Where the council's mandate says something else than the board's, which wins; nothing where they agree.
#[must_use]
pub fn disagreements(view: &View, found: &[Disagreement<'_>]) -> Markup {
    let shown = |rule: &Rule| view.t(&format!("boards-audience-{}", rule.subject));
    let line = |one: &Disagreement<'_>| match one {
        Disagreement::Audience { board, council } => {
            let values = [
                ("board", shown(board).into()),
                ("council", shown(council).into()),
            ];
            html! { (view.tv("council-differs-audience", &values)) }
        }
        Disagreement::WithoutTheBoards(day) => {
            html! { (view.tv("council-differs-without", &[("date", (*day).into())])) }
        }
        Disagreement::AfterTheCouncil(day) => {
            html! { (view.tv("council-differs-after", &[("date", (*day).into())])) }
        }
    };
    let lines: Vec<Markup> = found.iter().map(line).collect();
    html! {
        @if !lines.is_empty() {
            (ui::notice(Tone::Warning, &html! {
                p class="ds-paragraph" { strong { (view.t("council-differs")) } }
                (ui::list(&lines))
            }))
        }
    }
}

/// The advice of a council under its name, as its readers see it; what is typed is drawn as text.
fn advice(view: &View, of: &Shown, below: usize) -> Markup {
    let council = view.words(&of.council);
    html! {
        p class="ds-paragraph" { strong { (view.tv("advice-of", &[("council", council.into())])) } }
        div class="prose" { (prose(&of.of.advice, below, &view.t("prose-table"))) }
    }
}

/// Who did what with it, and when.
fn traced(view: &View, of: &Shown) -> Markup {
    let line = |(did, act): (Did, &crate::councils::Act)| {
        let key = match did {
            Did::Asked => "delegation-trace-asked",
            Did::SentUp => "delegation-trace-sent-up",
            Did::Answered => "delegation-trace-answered",
            Did::Withdrew => "delegation-trace-withdrew",
        };
        let values = [
            ("at", view.moment(of.zone, act.at).into()),
            ("who", (&act.who).into()),
        ];
        html! { (view.tv(key, &values)) }
    };
    let lines: Vec<Markup> = trace(&of.of).into_iter().map(line).collect();
    ui::list(&lines)
}
