//! What the pages of rotation share. Each page has a file of its own beside.

pub mod carry;
pub mod edit;
pub mod line;
pub mod list;
pub mod one;

pub use crate::boards::pages::Draft;

use super::routes::Whole;
use super::store::Ground;
use super::{Crowded, Line, Rotation, State};
use crate::boards::pages::{Lists, word};
use crate::boards::{Board, Seat};
use crate::db::ids::{OrganisationId, SeatId};
use crate::portfolio::products::Outcome;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The way up: the board and its composition, and what stands between.
fn above(view: &View, board: &Board, more: &[(String, String)]) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("boards-title")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (
            paths::of_board(board.id, "composition"),
            view.t("composition-title"),
        ),
    ];
    links.extend_from_slice(more);
    ui::breadcrumbs(view, &links)
}

/// The way up from a page below the proposals.
fn above_one(view: &View, board: &Board) -> Markup {
    let rotation = (paths::rotations(board.id), view.t("rotation"));
    above(view, board, &[rotation])
}

/// The way up from a page below one proposal.
fn above_in(view: &View, whole: &Whole) -> Markup {
    let of = &whole.rotation;
    let rotation = (paths::rotations(of.board), view.t("rotation"));
    let own = (paths::rotation(of.id), of.title.clone());
    above(view, &whole.ground.board, &[rotation, own])
}

/// How far a proposal has come, as a tag.
fn state(view: &View, state: State) -> Markup {
    let (tone, key) = match state {
        State::Draft => (Tone::Neutral, "rotation-state-draft"),
        State::Treated => (Tone::Info, "rotation-state-treated"),
        State::Decided => (Tone::Info, "rotation-state-decided"),
        State::CarriedOut => (Tone::Success, "rotation-state-carried-out"),
        State::Dropped => (Tone::Neutral, "rotation-state-dropped"),
    };
    ui::tag(tone, &view.t(key))
}

/// “Plass 9 (rullerende medlem)”.
fn seat_text(view: &View, lists: &Lists, seat: &Seat) -> String {
    seat_said(view, "rotation-seat", lists, seat)
}

/// The number and the kind of a seat in the text of a key; the kind stands within a sentence.
fn seat_said(view: &View, key: &str, lists: &Lists, seat: &Seat) -> String {
    let kind = word(view, &lists.seat_kinds, &seat.kind);
    let mut letters = kind.chars();
    let kind = letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    });
    let values = [("number", seat.position.into()), ("kind", kind.into())];
    view.tv(key, &values)
}

fn seat_of(view: &View, whole: &Whole, id: SeatId) -> String {
    let seat = whole.ground.facts.seats.iter().find(|it| it.id == id);
    seat.map_or_else(String::new, |seat| seat_text(view, &whole.lists, seat))
}

fn name_of(view: &View, ground: &Ground, id: Option<OrganisationId>) -> String {
    let found = ground.register.iter().find(|it| Some(it.id) == id);
    found.map_or_else(|| view.t("boards-no-organisation"), |it| it.name.clone())
}

/// Who leaves the seat of a line.
fn who_leaves(view: &View, whole: &Whole, line: &Line) -> Option<String> {
    let term = line.leaves?.term;
    let terms = &whole.ground.facts.appointments;
    let found = terms.iter().find(|it| it.id == term)?;
    Some(name_of(view, &whole.ground, found.organisation))
}

/// The years in which too many leave, each with why that is too many.
fn crowded(view: &View, years: &[Crowded]) -> Markup {
    html! {
        @for Crowded { year, leave, of } in years {
            @let share = if leave == of { "all" } else { "some" };
            @let values = [
                ("year", year.to_string().into()), ("leave", (*leave).into()), ("of", (*of).into()), ("share", share.into()),
            ];
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("rotation-crowded", &values))))
        }
    }
}

/// What the board came to in the case of a proposal, as a reference to it.
#[must_use]
pub fn reference(view: &View, whole: &Whole, outcome: &Outcome) -> String {
    let Some(number) = whole.case.as_ref().and_then(|it| it.number) else {
        return outcome.word.clone();
    };
    let values = [
        ("number", number.to_string().into()),
        ("outcome", (&outcome.word).into()),
    ];
    view.tv("rotation-reference", &values)
}

/// Something that was refused and concerns no field.
fn refused(view: &View, draft: &Draft) -> Markup {
    html! {
        @if let Some(said) = &draft.form.notice { (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said)))) }
    }
}

/// On a case: the way to the proposals that it deals with.
#[must_use]
pub fn panel(view: &View, found: &[Rotation]) -> Markup {
    let links = found.iter();
    let links: Vec<Markup> = links
        .map(|it| ui::link(&paths::rotation(it.id), &it.title))
        .collect();
    html! {
        @if !links.is_empty() { (ui::section("rotations", &view.t("rotation-proposals"), &ui::list(&links))) }
    }
}
