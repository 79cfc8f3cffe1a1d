//! A line of a proposal: its form, and who could have the seat, each with the reasons.

use super::{Draft, above_in, seat_said, seat_text};
use crate::boards::pages::{rule_text, word};
use crate::composition::rotation::routes::Whole;
use crate::composition::rotation::{Line, Reason, Suggestion};
use crate::db::ids::RowId;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// What the page of a line shows.
pub struct LinePage<'a> {
    pub whole: &'a Whole,
    /// None while it is new.
    pub line: Option<&'a Line>,
    pub suggestions: &'a [Suggestion],
    pub draft: &'a Draft,
}

/// A new line, or one that stands.
#[must_use]
pub fn page(view: &View, page: &LinePage<'_>) -> Markup {
    let (whole, form) = (page.whole, &page.draft.form);
    let id = whole.rotation.id;
    let (title, action) = match page.line {
        Some(line) => (
            heading(view, whole, line),
            paths::rotation_line(id, line.id),
        ),
        None => (view.t("rotation-line-new"), paths::of_rotation(id, "lines")),
    };
    let back = paths::rotation(id);
    html! {
        (above_in(view, whole))
        (ui::heading(&title))
        (page.draft.stale(view, &whole.ground.board))
        @if let Some(line) = page.line { @if whole.rotation.state.is_open() { (suggestions(view, page, line)) } }
        (ui::section_heading("line", &view.t("rotation-line-form")))
        (ui::form_or_leave(view, (&action, &back), form, &fields(view, page, form), &view.t("save")))
        @if page.line.is_some() { (removal(view, whole, &action)) }
    }
}

/// “Plass 9: rullerende medlem”.
#[must_use]
pub fn heading(view: &View, whole: &Whole, line: &Line) -> String {
    let seats = &whole.ground.facts.seats;
    let seat = seats.iter().find(|it| it.id == line.seat);
    seat.map_or_else(
        || view.t("rotation-line"),
        |seat| seat_said(view, "rotation-seat-heading", &whole.lists, seat),
    )
}

fn removal(view: &View, whole: &Whole, action: &str) -> Markup {
    let version = whole.rotation.version.to_string();
    let fields = [("version", version.as_str()), ("act", "remove")];
    let (text, follows) = (
        view.t("rotation-line-remove"),
        view.t("rotation-line-remove-how"),
    );
    ui::confirmed(view, action, &fields, &text, &follows)
}

fn fields(view: &View, page: &LinePage<'_>, form: &Form) -> Markup {
    let ground = &page.whole.ground;
    let mut seats: Vec<_> = ground.facts.seats.iter().collect();
    seats.sort_by_key(|seat| (seat.position, seat.id));
    let today = page.whole.today;
    let seats: Vec<(String, String)> = seats
        .into_iter()
        .filter(|seat| seat.period.until.is_none_or(|until| today < until))
        .map(|seat| {
            (
                seat.id.to_string(),
                seat_text(view, &page.whole.lists, seat),
            )
        })
        .collect();
    let organisations = ground.register.iter();
    let organisations: Vec<(String, String)> = organisations
        .map(|it| (it.id.to_string(), it.name.clone()))
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let helped = |name, key, help: &str| field(name, key).help(view.t(help));
    let leaves = helped(
        "leaves-last-day",
        "rotation-leaves-last-day",
        "rotation-leaves-help",
    );
    let organisation = helped(
        "organisation",
        "rotation-organisation",
        "rotation-organisation-help",
    );
    let name_by = helped("name-by", "boards-name-by", "rotation-name-by-help");
    html! {
        (ui::hidden("version", form.value("version")))
        (ui::select(view, form, &field("seat", "boards-seat").needed(), &seats))
        (ui::input(view, form, "date", &leaves))
        (ui::select(view, form, &organisation, &organisations))
        (ui::input(view, form, "date", &field("from", "boards-first-day").needed()))
        (ui::input(view, form, "date", &helped("last-day", "boards-last-day", "boards-no-end-help")))
        (ui::input(view, form, "date", &name_by))
    }
}

/// Those that could have the seat, each with its reasons and a button.
fn suggestions(view: &View, page: &LinePage<'_>, line: &Line) -> Markup {
    let of = &page.whole.rotation;
    let version = of.version.to_string();
    let action = paths::rotation_choice(of.id, line.id);
    let rows: Vec<Vec<Markup>> = page
        .suggestions
        .iter()
        .map(|it| {
            let reasons = it.reasons.iter();
            let reasons: Vec<Markup> = reasons
                .map(|reason| html! { (said(view, page.whole, reason)) })
                .collect();
            let id = it.organisation.to_string();
            let fields = [("version", version.as_str()), ("organisation", id.as_str())];
            let text = view.tv("rotation-choose", &[("organisation", (&it.name).into())]);
            vec![
                html! { (it.name) },
                ui::list(&reasons),
                ui::button_form(view, &action, &fields, &text, Some("secondary")),
            ]
        })
        .collect();
    let head =
        ["boards-organisation", "rotation-reasons", "rotation-choice"].map(|key| view.t(key));
    let title = view.t("rotation-suggestions");
    let body = html! {
        (ui::paragraph(&view.t("rotation-suggestions-how")))
        @if rows.is_empty() { (ui::empty(&view.t("rotation-no-suggestions"))) }
        @else { (ui::table(&title, &head, &rows)) }
    };
    ui::section("suggestions", &title, &body)
}

fn said(view: &View, whole: &Whole, reason: &Reason) -> String {
    match reason {
        Reason::Mends(rule) => rule_said(view, whole, "rotation-mends", *rule),
        Reason::Breaks(rule) => rule_said(view, whole, "rotation-breaks", *rule),
        Reason::NeverSeated => view.t("rotation-never-seated"),
        Reason::YearsSince(years) => {
            view.tv("rotation-years-since", &[("n", i64::from(*years).into())])
        }
        Reason::ServiceOwner => view.t("rotation-service-owner"),
        Reason::Size(code) => word(view, &whole.lists.sizes, code),
        Reason::Kind(code) => word(view, &whole.lists.organisation_kinds, code),
        Reason::Pays { place, year } => {
            let values = [
                ("place", (*place).into()),
                ("year", year.to_string().into()),
            ];
            view.tv("rotation-pays", &values)
        }
    }
}

fn rule_said(view: &View, whole: &Whole, key: &str, id: RowId) -> String {
    let mut rules = whole.ground.facts.mandates.iter().flat_map(|it| &it.rules);
    let rule = rules.find(|it| it.id == id);
    let rule = rule.map_or_else(String::new, |it| rule_text(view, &whole.lists, it));
    view.tv(key, &[("rule", rule.into())])
}
