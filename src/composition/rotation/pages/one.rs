//! One proposal: the seats that change, each rule today and with it, and what is done with it next.

use super::{Draft, above_one, crowded, name_of, reference, refused, seat_of, state, who_leaves};
use crate::boards::pages::{period, rule_text};
use crate::composition::pages::{CompositionPage, evidence, tag};
use crate::composition::rotation::routes::Whole;
use crate::composition::rotation::{Compared, Line, State, plan, rules};
use crate::composition::{Outcome, Verdict, rules as verdicts};
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The proposal.
#[must_use]
pub fn page(view: &View, whole: &Whole, draft: &Draft) -> Markup {
    let of = &whole.rotation;
    html! {
        (above_one(view, &whole.ground.board))
        (ui::heading(&of.title))
        (draft.stale(view, &whole.ground.board))
        (refused(view, draft))
        (facts(view, whole))
        (ui::section("lines", &view.t("rotation-lines"), &lines(view, whole)))
        @if matches!(of.state, State::Draft | State::Treated | State::Decided) && !of.lines.is_empty() { (comparison(view, whole)) }
        (next(view, whole))
    }
}

fn facts(view: &View, whole: &Whole) -> Markup {
    let of = &whole.rotation;
    let mut facts = vec![
        (view.t("rotation-state"), state(view, of.state)),
        (view.t("rotation-from"), html! { (view.date(of.from)) }),
    ];
    if !of.note.is_empty() {
        facts.push((view.t("rotation-note"), html! { (of.note) }));
    }
    if let Some(case) = &whole.case {
        let link = html! {
            (ui::link(&paths::case(case.id), &case.facts.title)) ": "
            (view.t(&format!("case-state-{}", case.state)))
            @for outcome in &whole.outcomes {
                br; (view.date(outcome.day)) ": " (reference(view, whole, outcome))
                @if !outcome.conclusion.is_empty() { br; "«" (outcome.conclusion) "»" }
            }
        };
        facts.push((view.t("rotation-case"), link));
    }
    if let Some(on) = of.decided_on {
        let said = html! { (of.decision) " (" (view.date(on)) ")" };
        facts.push((view.t("rotation-decision"), said));
    }
    html! {
        (ui::facts(&facts))
        @if of.state.is_open() { p { (ui::link_button(&paths::of_rotation(of.id, "edit"), &view.t("rotation-edit"))) } }
    }
}

/// A row for each seat that changes, with what stands in its way.
fn lines(view: &View, whole: &Whole) -> Markup {
    let of = &whole.rotation;
    let rows: Vec<Vec<Markup>> = of.lines.iter().map(|line| row(view, whole, line)).collect();
    let head = [
        "boards-seat",
        "rotation-leaves",
        "rotation-comes",
        "boards-period",
        "boards-name-by",
    ]
    .map(|key| view.t(key));
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("rotation-no-lines"))) }
        @else { (ui::table(&view.t("rotation-lines"), &head, &rows)) }
        @if of.state.is_open() {
            p { (ui::link_button(&paths::of_rotation(of.id, "lines"), &view.t("rotation-line-new"))) }
        }
    }
}

fn row(view: &View, whole: &Whole, line: &Line) -> Vec<Markup> {
    let of = &whole.rotation;
    let seat = seat_of(view, whole, line.seat);
    let wrong = if matches!(of.state, State::CarriedOut | State::Dropped) {
        Vec::new()
    } else {
        plan::mistakes(line, of, &whole.ground, whole.today)
    };
    let leaves = html! {
        @if let Some((name, leaving)) = who_leaves(view, whole, line).zip(line.leaves) {
            (name) @if let Some(last) = leaving.until.pred_opt() { ": " (view.date(last)) }
        } @else { "–" }
    };
    let comes = html! {
        @match (line.organisation, line.made) {
            (Some(_), Some(term)) => (ui::link(&paths::appointment(term), &name_of(view, &whole.ground, line.organisation))),
            (Some(_), None) => (name_of(view, &whole.ground, line.organisation)),
            (None, _) => (ui::tag(Tone::Warning, &view.t("rotation-open"))),
        }
        @for (_, said) in &wrong { p class="ds-validation-message" { (view.said(said)) } }
    };
    vec![
        html! {
            @if of.state.is_open() { (ui::link(&paths::rotation_line(of.id, line.id), &seat)) } @else { (seat) }
        },
        leaves,
        comes,
        html! { @if line.organisation.is_some() { (period(view, line.period)) } @else { "–" } },
        html! { @match line.name_by.filter(|_| line.organisation.is_some()) { Some(day) => (view.date(day)), None => "–" } },
    ]
}

/// Each rule without the proposal and with it, on the first day on which all of it holds.
fn comparison(view: &View, whole: &Whole) -> Markup {
    let (without, names) = (&whole.ground.facts, whole.names());
    let with = rules::apply(&whole.rotation.lines, without);
    let on = rules::whole_from(&whole.rotation);
    let mut compared = rules::compare(without, &with, on);
    compared.sort_by_key(changes_least);
    let (before, after) = (verdicts::on(without, on), verdicts::on(&with, on));
    let form = Form::default();
    let page = |facts, composition, keeps| CompositionPage {
        board: &whole.ground.board,
        lists: &whole.lists,
        facts,
        composition,
        names: &names,
        day: &form,
        keeps,
        flags: &[],
    };
    // What is not there yet has no page to lead to.
    let (before, after) = (page(without, &before, true), page(&with, &after, false));
    let cell = |page: &CompositionPage<'_>, verdict: &Verdict<'_>| {
        html! { (tag(view, verdict.outcome)) (evidence::said(view, page, verdict)) }
    };
    let rows: Vec<Vec<Markup>> = compared
        .iter()
        .map(|it| {
            vec![
                html! { (rule_text(view, &whole.lists, it.rule)) },
                cell(&before, &it.without),
                cell(&after, &it.with),
            ]
        })
        .collect();
    let head = ["boards-rule", "rotation-without", "rotation-with"].map(|key| view.t(key));
    let title = view.tv("rotation-comparison", &[("date", on.into())]);
    let standing = rules::crowded(&without.appointments, whole.today);
    let mut years = rules::crowded(&with.appointments, whole.today);
    years.retain(|it| standing.iter().all(|other| other.year != it.year));
    html! {
        (ui::section_heading("comparison", &title))
        (ui::paragraph(&counted(view, &compared)))
        (crowded(view, &years))
        @if rows.is_empty() { (ui::empty(&view.t("composition-no-rules"))) }
        @else { (ui::table(&title, &head, &rows)) }
    }
}

/// What becomes another stands first, and of that what is broken.
fn changes_least(of: &Compared<'_>) -> (bool, u8) {
    let place = match of.with.outcome {
        Outcome::Broken => 0,
        Outcome::Unknown => 1,
        Outcome::Met => 2,
    };
    (of.without.outcome == of.with.outcome, place)
}

fn counted(view: &View, compared: &[Compared<'_>]) -> String {
    let become_so = |outcome: Outcome| {
        let found = compared.iter();
        let found = found.filter(|it| it.with.outcome == outcome && it.without.outcome != outcome);
        found.count()
    };
    let values = [
        ("met", become_so(Outcome::Met).into()),
        ("broken", become_so(Outcome::Broken).into()),
        ("unknown", become_so(Outcome::Unknown).into()),
    ];
    view.tv("rotation-becomes", &values)
}

/// What is done next, by how far the proposal has come.
fn next(view: &View, whole: &Whole) -> Markup {
    let of = &whole.rotation;
    let version = of.version.to_string();
    let fields = |act: &'static str| [("version", version.clone()), ("act", act.to_owned())];
    let button = |rest: &str, act: &'static str, text: &str, follows: &str| {
        let fields = fields(act);
        let lent = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let action = paths::of_rotation(of.id, rest);
        ui::confirmed(view, &action, &lent, &view.t(text), &view.t(follows))
    };
    let body = html! {
        @match of.state {
            State::Draft | State::Treated => {
                (ui::paragraph(&view.t(if of.case.is_some() { "rotation-next-treated" } else { "rotation-next-draft" })))
                div class="actions" { (ui::main_link_button(&paths::of_rotation(of.id, "decision"), &view.t("rotation-decide"))) }
                @if of.case.is_none() { (button("case", "treat", "rotation-treat", "rotation-treat-how")) }
                (button("state", "drop", "rotation-drop", "rotation-drop-how"))
            }
            State::Decided => {
                (ui::paragraph(&view.t("rotation-next-decided")))
                div class="actions" { (ui::main_link_button(&paths::of_rotation(of.id, "carry-out"), &view.t("rotation-carry-out"))) }
                (button("state", "reopen", "rotation-reopen", "rotation-reopen-how"))
                (button("state", "drop", "rotation-drop", "rotation-drop-how"))
            }
            State::Dropped => { (button("state", "reopen", "rotation-reopen", "rotation-reopen-how")) }
            State::CarriedOut => {
                (ui::paragraph(&view.t("rotation-next-carried-out")))
                p { (ui::link_button(&paths::of_board(of.board, "terms"), &view.t("boards-terms"))) }
            }
        }
    };
    ui::section("next", &view.t("rotation-next"), &body)
}
