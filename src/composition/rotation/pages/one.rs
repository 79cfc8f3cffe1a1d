//! One proposal: the seats that change, each rule today and with it, and what is done with it next.

use super::{Draft, above_one, crowded, name_of, reference, refused, seat_of, state, who_leaves};
use crate::boards::pages::{choices, period, rule_text};
use crate::composition::pages::{CompositionPage, evidence, tag};
use crate::composition::rotation::routes::Whole;
use crate::composition::rotation::{Compared, Line, State, plan, rules};
use crate::composition::{Outcome, Verdict, rules as verdicts};
use crate::people::Refusal as Mistake;
use crate::web::ui::{Field, Tone};
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
        @if whole.makes { (next(view, whole, draft)) }
    }
}

/// What stands in the way of a line while it is not over.
fn wrong(whole: &Whole, line: &Line) -> Vec<Mistake> {
    let of = &whole.rotation;
    match of.state {
        State::CarriedOut | State::Dropped => Vec::new(),
        _ => plan::mistakes(line, of, &whole.ground, whole.today),
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
        @if whole.changes() { p { (ui::link_button(&paths::of_rotation(of.id, "edit"), &view.t("rotation-edit"))) } }
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
    let wrong = of.lines.iter().flat_map(|line| {
        let seat = seat_of(view, whole, line.seat);
        let wrong = wrong(whole, line).into_iter();
        wrong.map(move |(_, why)| html! { (seat) ": " (view.said(&why)) })
    });
    let wrong: Vec<Markup> = wrong.collect();
    html! {
        @if !wrong.is_empty() {
            (ui::notice(Tone::Danger, &html! { (ui::paragraph(&view.t("rotation-stuck"))) (ui::list(&wrong)) }))
        }
        @if rows.is_empty() { (ui::empty(&view.t("rotation-no-lines"))) }
        @else { (ui::table(&view.t("rotation-lines"), &head, &rows)) }
        @if whole.changes() {
            p { (ui::link_button(&paths::of_rotation(of.id, "lines"), &view.t("rotation-line-new"))) }
        }
    }
}

fn row(view: &View, whole: &Whole, line: &Line) -> Vec<Markup> {
    let of = &whole.rotation;
    let seat = seat_of(view, whole, line.seat);
    let facts = &whole.ground.facts;
    let unfit = rules::unfit(line, facts).filter(|_| of.state != State::CarriedOut);
    let leaves = html! {
        @if let Some((name, leaving)) = who_leaves(view, whole, line).zip(line.leaves) {
            (name) @if let Some(last) = leaving.until.pred_opt() { ": " (view.date(last)) }
        } @else { "–" }
    };
    let comes = html! {
        @match (line.organisation, line.made) {
            (Some(_), Some(term)) if whole.makes => (ui::link(&paths::appointment(term), &name_of(view, &whole.ground, line.organisation))),
            (Some(_), _) => (name_of(view, &whole.ground, line.organisation)),
            (None, _) => {
                (ui::tag(Tone::Warning, &view.t("rotation-open")))
                @if whole.changes() {
                    br; (ui::link_of(&paths::rotation_line(of.id, line.id), &html! { (view.t("rotation-find")) }, &seat))
                }
            }
        }
        @if let Some(rule) = unfit {
            p class="ds-paragraph" { (view.tv("rotation-unfit", &[("rule", rule_text(view, &whole.lists, rule).into())])) }
        }
        @for (_, said) in &wrong(whole, line) { p class="ds-validation-message" { (view.said(said)) } }
    };
    vec![
        html! {
            @if whole.changes() { (ui::link(&paths::rotation_line(of.id, line.id), &seat)) } @else { (seat) }
        },
        leaves,
        comes,
        html! { @if line.organisation.is_some() { (period(view, line.period)) } @else { "–" } },
        html! { @match line.name_by.filter(|_| line.organisation.is_some()) { Some(day) => (view.date(day)), None => "–" } },
    ]
}

/// Each rule without the proposal and with it, on the first day on which all of it holds. A line that something stands in the
/// way of does not count: it would have two on one seat.
fn comparison(view: &View, whole: &Whole) -> Markup {
    let (without, names) = (&whole.ground.facts, whole.names());
    let lines = rules::standing(&whole.rotation, without, whole.today);
    let left_out = whole.rotation.lines.len() - lines.len();
    let with = rules::apply(&lines, without);
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
        @if left_out > 0 { (ui::paragraph(&view.tv("rotation-left-out", &[("n", left_out.into())]))) }
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
    let [met, broken, unknown] = [Outcome::Met, Outcome::Broken, Outcome::Unknown].map(become_so);
    if met + broken + unknown == 0 {
        return view.t("rotation-becomes-none");
    }
    let values = [
        ("met", met.into()),
        ("broken", broken.into()),
        ("unknown", unknown.into()),
    ];
    view.tv("rotation-becomes", &values)
}

/// What is done next, by how far the proposal has come.
fn next(view: &View, whole: &Whole, draft: &Draft) -> Markup {
    let of = &whole.rotation;
    let drop = || settle(view, whole, "drop", ("rotation-drop", "rotation-drop-how"));
    let reopen = || {
        settle(
            view,
            whole,
            "reopen",
            ("rotation-reopen", "rotation-reopen-how"),
        )
    };
    let body = html! {
        @match of.state {
            State::Draft | State::Treated => { (next_while_open(view, whole, draft)) (drop()) }
            State::Decided => {
                (ui::paragraph(&view.t("rotation-next-decided")))
                div class="actions" { (ui::main_link_button(&paths::of_rotation(of.id, "carry-out"), &view.t("rotation-carry-out"))) }
                (reopen())
                (drop())
            }
            State::Dropped => { (reopen()) }
            State::CarriedOut => {
                (ui::paragraph(&view.t("rotation-next-carried-out")))
                p { (ui::link_button(&paths::of_board(of.board, "terms"), &view.t("boards-terms"))) }
            }
        }
    };
    ui::section("next", &view.t("rotation-next"), &body)
}

/// The button that drops a proposal or opens it again.
fn settle(view: &View, whole: &Whole, act: &str, (text, follows): (&str, &str)) -> Markup {
    let of = &whole.rotation;
    let version = of.version.to_string();
    let fields = [("version", version.as_str()), ("act", act)];
    let action = paths::of_rotation(of.id, "state");
    ui::confirmed(view, &action, &fields, &view.t(text), &view.t(follows))
}

/// The seats are filled first, then it becomes a case, and then what was decided is written down: the next of these is the main
/// one, and the others stand beside it.
fn next_while_open(view: &View, whole: &Whole, draft: &Draft) -> Markup {
    let of = &whole.rotation;
    let stuck = of.lines.iter().find(|line| !wrong(whole, line).is_empty());
    let vacant = of.lines.iter().find(|line| line.organisation.is_none());
    let to_decide = (
        paths::of_rotation(of.id, "decision"),
        view.t("rotation-decide"),
    );
    let is_case = of.case.is_some();
    html! {
        @if let Some(line) = stuck.or(vacant) {
            @let (said, asked) = if stuck.is_some() { ("rotation-next-stuck", "rotation-mend-seat") } else { ("rotation-next-vacant", "rotation-fill-seat") };
            @let seat = seat_of(view, whole, line.seat);
            (ui::paragraph(&view.t(said)))
            div class="actions" {
                (ui::main_link_button(&paths::rotation_line(of.id, line.id), &view.tv(asked, &[("seat", seat.into())])))
                @if stuck.is_none() { (ui::link_button(&to_decide.0, &to_decide.1)) }
            }
            @if !is_case { (treat(view, whole, draft, false)) }
        } @else if of.lines.is_empty() {
            (ui::paragraph(&view.t("rotation-no-lines")))
        } @else if is_case {
            (ui::paragraph(&view.t("rotation-next-treated")))
            div class="actions" { (ui::main_link_button(&to_decide.0, &to_decide.1)) }
        } @else {
            (ui::paragraph(&view.t("rotation-next-draft")))
            (treat(view, whole, draft, true))
            p { (ui::link_button(&to_decide.0, &to_decide.1)) }
        }
    }
}

/// The form that makes it a case; folded while something else comes first.
fn treat(view: &View, whole: &Whole, draft: &Draft, is_next: bool) -> Markup {
    let of = &whole.rotation;
    let (kinds, subjects) = &whole.case_lists;
    let is_wrong = ["kind", "subject"]
        .iter()
        .any(|it| draft.form.mistake(it).is_some());
    let own = Form::filled([("kind", plan::CASE_KIND.to_owned())]);
    let form = if is_wrong { &draft.form } else { &own };
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let body = html! {
        (ui::hidden("version", &of.version.to_string()))
        (ui::paragraph(&view.t("rotation-treat-how")))
        (ui::select(view, form, &field("kind", "case-type"), &choices(view, kinds)))
        (ui::select(view, form, &field("subject", "case-subject"), &choices(view, subjects)))
    };
    let text = view.t("rotation-treat");
    let form = ui::form(view, &paths::of_rotation(of.id, "case"), form, &body, &text);
    if is_next || is_wrong {
        form
    } else {
        ui::details(&text, &form)
    }
}
