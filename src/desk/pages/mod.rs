//! The pages of the desk, and the words they share.

pub mod board_mail;
pub mod calendar;
pub mod desk;
pub mod ledger;
pub mod me;
pub mod message;
pub mod outcomes;
pub mod rehearsal;
pub mod wording;

use super::{OccasionLine, Place, Thing, Title, rules, zone_of as zone};
use crate::boards::ToRole;
use crate::db::types::Moment;
use crate::i18n::dates;
use crate::meetings::words::{self, Kinds};
use crate::web::{View, paths, ui};
use chrono::NaiveDateTime;
use maud::{Markup, html};

/// What a meeting is called, such as “Ordinært møte”.
fn called(view: &View, kinds: &Kinds, (title, code): &Title) -> String {
    words::called(kinds, title, code, view.language)
}

fn stage(view: &View, code: &str) -> String {
    rules::stage_key(code).map_or_else(|| code.to_owned(), |key| view.t(key))
}

/// What a kind of mail is called; a kind without words is shown by its code.
fn kind(view: &View, code: &str) -> String {
    if let Some(of) = code.strip_prefix("deadline-") {
        return view.tv("ledger-kind-deadline", &[("stage", stage(view, of).into())]);
    }
    rules::kind_key(code).map_or_else(|| code.to_owned(), |key| view.t(key))
}

fn board_link(view: &View, board: Option<&Place>) -> Markup {
    html! {
        @if let Some(board) = board { (ui::link(&paths::board(board.id), view.words(&board.name))) }
        @else { (view.t("ledger-no-board")) }
    }
}

fn moment(view: &View, board: Option<&Place>, at: Moment) -> Markup {
    html! { time datetime=(at) { (view.moment(zone(board), at)) } }
}

/// A deadline in words.
fn deadline_text(view: &View, local: NaiveDateTime) -> String {
    dates::deadline(view.language, local)
}

fn deadline(view: &View, board: Option<&Place>, at: Moment) -> Markup {
    let local = crate::calendar::local(zone(board), at.utc());
    html! { time datetime=(at) { (deadline_text(view, local)) } }
}

/// A link to what an occasion is about, by its name where it has one.
fn thing_link(view: &View, line: &OccasionLine) -> Option<Markup> {
    let id = &line.occasion.object_id;
    let (href, key) = match line.occasion.object_kind.as_str() {
        "meeting" => (paths::meeting(id.parse().ok()?), "ledger-object-meeting"),
        "appointment" => (
            paths::appointment(id.parse().ok()?),
            "ledger-object-appointment",
        ),
        "mandate" => (paths::mandate(id.parse().ok()?), "ledger-object-mandate"),
        "board" => (paths::board(id.parse().ok()?), "ledger-object-board"),
        kind @ ("notice" | "replacement") => {
            let Some(Thing::OfMeeting(meeting, ..)) = &line.thing else {
                return None;
            };
            let of_notice = || paths::of_meeting(*meeting, "notices");
            let href = match kind {
                "notice" => of_notice(),
                _ => paths::meeting(*meeting),
            };
            (href, "ledger-object-meeting")
        }
        "person" => (paths::mail_of(id.parse().ok()?), "ledger-object-person"),
        _ => return None,
    };
    let text = match &line.thing {
        Some(Thing::Meeting(name, day) | Thing::OfMeeting(_, name, day)) => {
            let name = words::capitalised(view.words(name));
            format!("{name}, {}", view.date(*day))
        }
        Some(Thing::Organisation(name) | Thing::Person(name)) => name.clone(),
        None => view.t(key),
    };
    Some(ui::link(&href, &text))
}

/// Those whom an occasion goes to, such as “sekretariatet og medlemmene”; empty when it is to one person.
fn whom(view: &View, to: &[ToRole]) -> String {
    let whom: Vec<String> = to
        .iter()
        .map(|to| view.t(&format!("boards-to-{to}")))
        .collect();
    joined(view, &whom)
}

/// “a, b og c”.
fn joined(view: &View, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            format!("{} {} {last}", first.join(", "), view.t("ledger-and"))
        }
    }
}
