//! A new board, and the data of one there is.

use super::{Draft, Lists, choices, coded};
use crate::boards::Board;
use crate::boards::store::changes::weekday_numbers;
use crate::calendar::HolidaySet;
use crate::i18n::dates;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::Weekday;
use maud::{Markup, html};

/// How many weekdays can be liked, first to last.
pub const LIKED: [&str; 3] = ["weekday-1", "weekday-2", "weekday-3"];
/// Monday to Friday by ISO number; nobody meets at the weekend.
const WORKDAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// A form filled with what the board is today.
#[must_use]
pub fn filled(board: &Board) -> Form {
    let yes = |ticked: bool| {
        if ticked {
            "yes".to_owned()
        } else {
            String::new()
        }
    };
    let mut form = Form::filled([
        ("version", board.version.to_string()),
        ("kind", board.kind.clone()),
        (
            "parent",
            board.parent.map(|id| id.to_string()).unwrap_or_default(),
        ),
        ("zone", board.zone.name().to_owned()),
        ("holidays", board.calendar.holidays.code().to_owned()),
        ("start", board.liked_start.format("%H:%M").to_string()),
        ("end", board.liked_end.format("%H:%M").to_string()),
        ("mailbox", board.mailbox.clone()),
        ("chair-counts", yes(board.chair_counts)),
        ("parent-secretariat", yes(board.parent_secretariat)),
        ("asks-needs", yes(board.asks_needs)),
        ("colleagues-read", yes(board.colleagues_read)),
        (
            "opened-kept-days",
            board
                .opened_kept_days
                .map_or_else(String::new, |days| days.to_string()),
        ),
    ]);
    form.put_words("name", &board.name);
    let numbers = weekday_numbers(&board.liked_weekdays);
    for (field, number) in LIKED.iter().zip(numbers.split(',')) {
        form.put(field, number);
    }
    let mut fields = form.fields().to_vec();
    let languages = board.languages.iter();
    fields.extend(languages.map(|it| ("languages".to_owned(), it.tag().to_owned())));
    Form::new(fields)
}

/// What a new board begins with: Norway's clock and holidays, meetings in the middle of the week.
#[must_use]
pub fn fresh() -> Form {
    Form::filled([
        ("zone", "Europe/Oslo".to_owned()),
        ("holidays", "no".to_owned()),
        ("languages", "nb".to_owned()),
        ("languages", "nn".to_owned()),
        ("weekday-1", "3".to_owned()),
        ("start", "09:00".to_owned()),
        ("end", "11:30".to_owned()),
    ])
}

/// The form, for a new board or for one there is.
#[must_use]
pub fn page(
    view: &View,
    lists: &Lists,
    boards: &[Board],
    board: Option<&Board>,
    draft: &Draft,
) -> Markup {
    let form = &draft.form;
    let title = view.t(if board.is_some() {
        "boards-settings"
    } else {
        "boards-new"
    });
    let action = board.map_or_else(
        || paths::NEW_BOARD.to_owned(),
        |board| paths::of_board(board.id, "settings"),
    );
    let back = board.map_or_else(|| paths::BOARDS.to_owned(), |board| paths::board(board.id));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "name", &view.t("boards-name"), true))
        (what_it_is(view, lists, boards, board, form))
        (when_it_meets(view, form))
    };
    html! {
        @if let Some(board) = board { (super::above(view, board)) }
        @else { (ui::breadcrumbs(view, &[(paths::BOARDS.to_owned(), view.t("boards-title"))])) }
        (ui::heading(&title))
        @if let Some(board) = board { (draft.stale(view, board)) }
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
    }
}

fn what_it_is(
    view: &View,
    lists: &Lists,
    boards: &[Board],
    board: Option<&Board>,
    form: &Form,
) -> Markup {
    let parents: Vec<(String, String)> = boards
        .iter()
        .filter(|it| board.is_none_or(|board| !is_under(boards, it, board)))
        .map(|it| (it.id.to_string(), view.words(&it.name).to_owned()))
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let languages = ui::languages(view);
    html! {
        (ui::select(view, form, &field("kind", "boards-kind").needed(), &choices(view, &lists.board_kinds)))
        (ui::select(view, form, &field("parent", "boards-parent").help(view.t("boards-parent-help")), &parents))
        (ui::checkbox(view, form, &field("parent-secretariat", "boards-parent-secretariat")))
        (ui::input(view, form, "email", &field("mailbox", "boards-mailbox").help(view.t("boards-mailbox-help")).needed()))
        (ui::checkboxes(view, form, &field("languages", "boards-languages"), &languages))
        (ui::checkbox(view, form, &field("chair-counts", "boards-chair-counts")))
        (ui::checkbox(view, form, &field("asks-needs", "boards-asks-needs").help(view.t("boards-asks-needs-help"))))
        (ui::checkbox(view, form, &field("colleagues-read", "boards-colleagues-read").help(view.t("boards-colleagues-read-help"))))
        (ui::input(view, form, "number", &field("opened-kept-days", "boards-opened-kept-days").help(view.t("boards-opened-kept-days-help"))))
    }
}

fn when_it_meets(view: &View, form: &Form) -> Markup {
    let days: Vec<(String, String)> = WORKDAYS
        .iter()
        .map(|day| {
            let number = day.number_from_monday().to_string();
            (number, dates::weekday(view.language, *day).to_owned())
        })
        .collect();
    let sets = HolidaySet::ALL.map(HolidaySet::code);
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    html! {
        @for (place, name) in (1_i64..).zip(LIKED) {
            @let liked = Field::new(name, view.tv("boards-liked-weekday", &[("place", place.into())]));
            @let liked = if place == 1 { liked.needed() } else { liked };
            (ui::select(view, form, &liked, &days))
        }
        (ui::input(view, form, "time", &field("start", "boards-liked-start").needed()))
        (ui::input(view, form, "time", &field("end", "boards-liked-end").needed()))
        (ui::input(view, form, "text", &field("zone", "boards-zone").help(view.t("boards-zone-help")).needed()))
        (ui::select(view, form, &field("holidays", "boards-holidays").needed(), &coded(view, "boards-holidays-", &sets)))
    }
}

/// Whether `it` is this board, or under it: then it cannot be above it.
fn is_under(boards: &[Board], it: &Board, board: &Board) -> bool {
    let above = |it: &&Board| boards.iter().find(|other| Some(other.id) == it.parent);
    std::iter::successors(Some(it), above)
        .take(boards.len())
        .any(|it| it.id == board.id)
}
