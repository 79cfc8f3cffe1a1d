//! The pages of the desk, and the words they share.

pub mod board_mail;
pub mod calendar;
pub mod desk;
pub mod ledger;
pub mod me;
pub mod message;
pub mod rehearsal;

use super::{Place, Title, rules};
use crate::db::types::Moment;
use crate::i18n::dates;
use crate::mail::ledger::Occasion;
use crate::meetings::words::{self, Kinds};
use crate::web::{View, paths, ui};
use chrono::{NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use maud::{Markup, html};

/// The zone of a board; of the country where there is no board.
fn zone(board: Option<&Place>) -> Tz {
    board.map_or(chrono_tz::Europe::Oslo, |board| board.zone)
}

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

/// A deadline in words. One at midnight is the end of the day before, and that day is what people are told.
fn deadline_text(view: &View, local: NaiveDateTime) -> String {
    match local.date().pred_opt() {
        Some(day_before) if local.time() == NaiveTime::MIN => {
            dates::long_date(view.language, day_before)
        }
        _ => dates::date_and_time(view.language, local),
    }
}

fn deadline(view: &View, board: Option<&Place>, at: Moment) -> Markup {
    let local = crate::calendar::local(zone(board), at.utc());
    html! { time datetime=(at) { (deadline_text(view, local)) } }
}

/// A link to what an occasion is about, where it has a page.
fn object_link(view: &View, occasion: &Occasion) -> Option<Markup> {
    let id = &occasion.object_id;
    let (href, key) = match occasion.object_kind.as_str() {
        "meeting" => (paths::meeting(id.parse().ok()?), "ledger-object-meeting"),
        "appointment" => (
            paths::appointment(id.parse().ok()?),
            "ledger-object-appointment",
        ),
        "mandate" => (paths::mandate(id.parse().ok()?), "ledger-object-mandate"),
        "board" => (paths::board(id.parse().ok()?), "ledger-object-board"),
        _ => return None,
    };
    Some(ui::link(&href, &view.t(key)))
}
