//! How a board's composition looks on a day: its seats, and each rule with its verdict.

pub mod evidence;
pub mod forecast;
pub mod panel;

use super::{Composition, Facts, Outcome, Verdict};
use crate::boards::pages::mandates::flags;
use crate::boards::pages::{Lists, own_words, paragraph, rule_text, word};
use crate::boards::{Appointment, Board, Flag};
use crate::db::ids::OrganisationId;
use crate::web::access::Role;
use crate::web::pictures::{SeatGroup, SeatMap};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::HashMap;

/// The names and short names of organisations on a day, by their id.
pub type Names = HashMap<OrganisationId, (String, String)>;

/// What a board's composition page shows.
pub struct CompositionPage<'a> {
    pub board: &'a Board,
    pub lists: &'a Lists,
    pub facts: &'a Facts,
    pub composition: &'a Composition<'a>,
    pub names: &'a Names,
    /// What was typed in the field for the day.
    pub day: &'a Form,
    /// Whether the reader keeps the register that tells what is unknown.
    pub keeps: bool,
    /// What is not as it should be with the mandate today.
    pub flags: &'a [Flag],
}

/// The composition on a day.
#[must_use]
pub fn page(view: &View, page: &CompositionPage<'_>) -> Markup {
    let composition = page.composition;
    let field = Field::new("on", view.t("boards-day")).needed();
    let path = paths::of_board(page.board.id, "composition");
    html! {
        (above(view, page.board))
        (ui::heading(&view.t("composition-title")))
        div class="actions" {
            (ui::link_button(&paths::of_board(page.board.id, "composition/forecast"), &view.t("composition-forecast")))
            (ui::link_button(&paths::rotations(page.board.id), &view.t("rotation")))
        }
        (flags(view, page.board.id, page.flags))
        (ui::filter_form(view, &path, page.day, &ui::input(view, page.day, "date", &field), &view.t("boards-show")))
        (seats(view, page))
        (ui::section_heading("verdicts", &view.tv("composition-verdicts-on", &[("date", composition.on.into())])))
        (mandate(view, composition))
        @if composition.mandate.is_some() {
            (summary(view, composition))
            (verdicts(view, page))
        }
    }
}

/// The way up: the board.
fn above(view: &View, board: &Board) -> Markup {
    ui::breadcrumbs(
        view,
        &[
            (paths::BOARDS.to_owned(), view.t("boards-title")),
            (paths::board(board.id), view.words(&board.name).to_owned()),
        ],
    )
}

/// The version in force, or that there is none.
fn mandate(view: &View, composition: &Composition<'_>) -> Markup {
    html! {
        @if let Some(mandate) = composition.mandate {
            p class="ds-paragraph" {
                a class="ds-link" href=(paths::mandate(mandate.id)) {
                    (view.tv("boards-mandate-version", &[("label", (&mandate.label).into())]))
                }
            }
        } @else {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("composition-no-mandate", &[("date", composition.on.into())]))))
        }
    }
}

fn count(composition: &Composition<'_>, outcome: Outcome) -> usize {
    let verdicts = composition.verdicts.iter();
    verdicts.filter(|it| it.outcome == outcome).count()
}

/// How many rules are broken and how many are not known to be kept, in a sentence.
#[must_use]
pub fn counted(view: &View, composition: &Composition<'_>) -> String {
    let values = [
        ("broken", count(composition, Outcome::Broken).into()),
        ("unknown", count(composition, Outcome::Unknown).into()),
    ];
    view.tv("composition-counted", &values)
}

fn summary(view: &View, composition: &Composition<'_>) -> Markup {
    let tone = match (
        count(composition, Outcome::Broken),
        count(composition, Outcome::Unknown),
    ) {
        (0, 0) => Tone::Success,
        (0, _) => Tone::Info,
        _ => Tone::Warning,
    };
    html! {
        @if composition.verdicts.is_empty() { (ui::empty(&view.t("composition-no-rules"))) }
        @else { (ui::notice(tone, &ui::paragraph(&counted(view, composition)))) }
    }
}

/// What is found, as a short state.
#[must_use]
pub fn tag(view: &View, outcome: Outcome) -> Markup {
    let tone = match outcome {
        Outcome::Met => Tone::Success,
        Outcome::Broken => Tone::Danger,
        Outcome::Unknown => Tone::Warning,
    };
    ui::tag(tone, &view.t(&format!("composition-outcome-{outcome}")))
}

fn verdicts(view: &View, page: &CompositionPage<'_>) -> Markup {
    let mut found: Vec<&Verdict<'_>> = page.composition.verdicts.iter().collect();
    // What is to be looked at stands first; within that, the mandate's own order.
    found.sort_by_key(|it| match it.outcome {
        Outcome::Broken => 0,
        Outcome::Unknown => 1,
        Outcome::Met => 2,
    });
    let rows: Vec<Vec<Markup>> = found
        .into_iter()
        .map(|it| {
            let words = own_words(view, it.rule);
            vec![
                html! {
                    (rule_text(view, page.lists, it.rule))
                    @if !words.is_empty() { br; span class="muted" { "«" (words) "»" } }
                },
                tag(view, it.outcome),
                evidence::said(view, page, it),
                html! {
                    (view.t(&format!("boards-strength-{}", it.rule.strength)))
                    @if !it.rule.paragraph.is_empty() { ", " (paragraph(view, &it.rule.paragraph)) }
                },
            ]
        })
        .collect();
    let head = [
        "boards-rule",
        "composition-outcome",
        "composition-evidence",
        "composition-asked",
    ]
    .map(|key| view.t(key));
    html! { @if !rows.is_empty() { (ui::table(&view.t("composition-verdicts"), &head, &rows)) } }
}

/// The seats by kind with who holds them; members without a seat stand in a group of their own.
fn seats(view: &View, page: &CompositionPage<'_>) -> Markup {
    let on = page.composition.on;
    let sits = |it: &&Appointment| it.role == Role::Member && it.period.contains(on);
    let name = |it: &Appointment| {
        let names = it.organisation.and_then(|id| page.names.get(&id));
        names.map_or_else(
            || view.t("boards-no-organisation"),
            |(name, _)| name.clone(),
        )
    };
    let mut groups: Vec<SeatGroup> = Vec::new();
    let mut kinds: Vec<&str> = Vec::new();
    for seat in page.facts.seats.iter().filter(|it| it.period.contains(on)) {
        let place = kinds.iter().position(|kind| *kind == seat.kind);
        let place = place.unwrap_or_else(|| {
            kinds.push(&seat.kind);
            groups.push(SeatGroup {
                heading: word(view, &page.lists.seat_kinds, &seat.kind),
                seats: Vec::new(),
            });
            groups.len() - 1
        });
        let mut held = page.facts.appointments.iter().filter(sits);
        let holder = held.find(|it| it.seat == Some(seat.id));
        groups[place].seats.push(holder.map(name));
    }
    let without = page.facts.appointments.iter().filter(sits);
    let without: Vec<Option<String>> = without
        .filter(|it| it.seat.is_none())
        .map(|it| Some(name(it)))
        .collect();
    if !without.is_empty() {
        groups.push(SeatGroup {
            heading: view.t("composition-without-seat"),
            seats: without,
        });
    }
    let title = view.tv("composition-seats-on", &[("date", on.into())]);
    html! {
        (ui::section_heading("seats", &title))
        @if groups.is_empty() { (ui::empty(&view.t("composition-no-seats"))) }
        @else { (SeatMap { title: &title, vacant: &view.t("boards-vacant"), groups }) }
    }
}

/// The short names of organisations, or the whole ones where they have none, in the order of the alphabet.
fn names_of(names: &Names, of: &[OrganisationId]) -> Vec<(OrganisationId, String)> {
    let mut named: Vec<(OrganisationId, String)> = of
        .iter()
        .map(|id| {
            let name = names.get(id).map(|(name, short)| {
                if short.is_empty() {
                    name.clone()
                } else {
                    short.clone()
                }
            });
            (*id, name.unwrap_or_else(|| "–".to_owned()))
        })
        .collect();
    named.sort_by_key(|(_, name)| name.to_lowercase());
    named
}

/// A day as a form holds it.
#[must_use]
pub fn day_form(on: NaiveDate) -> Form {
    Form::filled([("on", on.to_string())])
}
