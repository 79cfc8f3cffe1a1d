//! The pages that change a meeting: its facts, its days with the difference that follows, and its end.

use super::meeting::title;
use super::{Around, Shown, above, due_text, of_row, stage_name, warnings};
use crate::audit::Happened;
use crate::boards::Board;
use crate::calendar::local_date;
use crate::db::types::Moment;
use crate::mail::ledger::Step;
use crate::mail::{Occasion, OccasionState, Wanted};
use crate::meetings::forms::{field, rows};
use crate::meetings::occasions::read_slot;
use crate::meetings::{Deadline, Meeting, Stage, words};
use crate::web::form::Form;
use crate::web::ui::{Act, Field, Tone};
use crate::web::{View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};

/// What stands on top of each of these pages: the way back, the heading, and who saved first.
fn top(view: &View, around: &Around, meeting: &Meeting, key: &str, stale: &[Happened]) -> Markup {
    let name = title(view, around, meeting);
    let year = meeting.first_day().year();
    html! {
        (above(view, around.board(), Some(year)))
        (ui::heading(&format!("{}: {name}", view.t(key))))
        @if !stale.is_empty() { (ui::stale_notice(view, around.board().zone, stale)) }
    }
}

/// The form of what a meeting is besides its days.
#[must_use]
pub fn edit(
    view: &View,
    around: &Around,
    meeting: &Meeting,
    form: &Form,
    stale: &[Happened],
) -> Markup {
    let line = |name: &str, kind: &str, key: &str, help: Option<&str>| {
        let mut of = Field::new(name, view.t(key));
        of.help = help.map(|help| view.t(help));
        ui::input(view, form, kind, &of)
    };
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "title", &view.t("meeting-title"), false))
        (line("place", "text", "meeting-place", None))
        (line("video-link", "url", "meeting-video-link", Some("meeting-video-link-help")))
        (line("archive-reference", "text", "meeting-archive-reference", None))
    };
    let path = paths::of_meeting(meeting.id, "edit");
    html! {
        (top(view, around, meeting, "meeting-edit", stale))
        (ui::form(view, &path, form, &body, &view.t("save")))
        p { a class="ds-link" href=(paths::meeting(meeting.id)) { (view.t("cancel")) } }
    }
}

/// What moving a meeting does, before it is saved.
pub struct Difference<'a> {
    pub before: &'a [Deadline],
    pub after: &'a Shown,
    pub steps: Vec<Step<'a>>,
    /// How many answers were given for the old day and count no longer.
    pub answered: i64,
    /// Whether people know of the meeting as it was.
    pub is_told: bool,
}

/// The form of a meeting's days, and under it the difference they make.
#[must_use]
pub fn moving(
    view: &View,
    around: &Around,
    meeting: &Meeting,
    form: &Form,
    stale: &[Happened],
    difference: Option<&Difference<'_>>,
) -> Markup {
    let acts = [
        Act {
            value: "preview",
            text: view.t("move-preview"),
            is_main: difference.is_none(),
        },
        Act {
            value: "add",
            text: view.t("move-add-day"),
            is_main: false,
        },
    ];
    let kinds: Vec<(String, String)> = around
        .kinds
        .iter()
        .map(|(code, _)| {
            (
                code.clone(),
                words::capitalised(words::kind(&around.kinds, code, view.language)),
            )
        })
        .collect();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("rows", form.value("rows")))
        (ui::hidden("seen", form.value("seen")))
        (ui::select(view, form, &Field::new("kind", view.t("meeting-kind")).needed(), &kinds))
        @for row in 0..rows(form) { (day_row(view, form, row)) }
    };
    html! {
        (top(view, around, meeting, "meeting-move", stale))
        (ui::paragraph(&view.t("move-how")))
        (ui::form_with_acts(view, &format!("{}#difference", paths::of_meeting(meeting.id, "move")), form, &body, &acts, &|name| of_row(view, "move-day", name)))
        p { a class="ds-link" href=(paths::meeting(meeting.id)) { (view.t("cancel")) } }
        @if let Some(difference) = difference { (difference_of(view, around, difference)) }
    }
}

fn day_row(view: &View, form: &Form, row: i64) -> Markup {
    let draw = |kind: &str, name: &str, key: &str| {
        let name = field(name, row);
        let of = Field::new(&name, view.t(key));
        // A meeting has at least one day; the others go when their date is emptied.
        ui::input(view, form, kind, &if row == 0 { of.needed() } else { of })
    };
    let legend = view.tv("move-day", &[("number", (row + 1).into())]);
    ui::group(
        &format!("row-{row}"),
        &legend,
        &html! {
            div class="fields" {
                (draw("date", "day", "meeting-day"))
                (draw("time", "starts", "meeting-starts"))
                (draw("time", "ends", "meeting-ends"))
            }
        },
    )
}

fn difference_of(view: &View, around: &Around, difference: &Difference<'_>) -> Markup {
    let board = around.board();
    html! {
        (ui::section("difference", &view.t("move-follows"), &html! {
            (ui::paragraph(&view.t("move-nothing-saved")))
            (of_people(view, difference))
            (of_papers(view, board, difference))
            (warnings(view, &difference.after.warnings, difference.after.meeting.first_day().year()))
            (old_and_new(view, board, difference))
            h3 class="ds-heading" data-size="xs" { (view.t("move-mails")) }
            (mails(view, board, &difference.steps, &difference.after.wanted))
            (ui::act_below(&Act { value: "save", text: view.t("meeting-move"), is_main: true }))
        }))
    }
}

/// What the move does to those who are asked to come: their answers fall, and nobody tells them by itself.
fn of_people(view: &View, difference: &Difference<'_>) -> Markup {
    let answered = view.tv("move-answered", &[("count", difference.answered.into())]);
    html! {
        @if difference.answered > 0 || difference.is_told {
            (ui::notice(Tone::Info, &html! {
                @if difference.answered > 0 { (ui::paragraph(&answered)) }
                @if difference.is_told { (ui::paragraph(&view.t("move-untold"))) }
            }))
        }
    }
}

/// That papers which are out came too late for the new day.
fn of_papers(view: &View, board: &Board, difference: &Difference<'_>) -> Markup {
    let after = difference.after;
    let sent = after.meeting.done.get(&Stage::Dispatch);
    let sent = sent.map(|done| local_date(board.zone, done.at.utc()));
    let due = after.line.iter().find(|it| it.stage == Stage::Dispatch);
    let late = sent.zip(due).filter(|(sent, due)| *sent > due.due_on);
    html! {
        @if let Some((sent, due)) = late {
            @let values = [("sent", view.long_date(sent).into()), ("due", view.long_date(due.due_on).into())];
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("move-papers-late", &values))))
        }
    }
}

/// The deadlines before and after, in the order in which they will come; those that fall away stand last.
fn old_and_new(view: &View, board: &Board, difference: &Difference<'_>) -> Markup {
    let head = ["deadline-what", "move-old", "move-new", "move-changed"].map(|key| view.t(key));
    let (before, after) = (difference.before, &difference.after.line);
    let year_of = |line: &[Deadline]| {
        let meeting = line.iter().find(|it| it.stage == Stage::Meeting);
        meeting.map(|meeting| meeting.due_on.year())
    };
    // From one year to another, every day has its year.
    let year = year_of(before).filter(|year| year_of(after) == Some(*year));
    let text = |deadline: Option<&Deadline>| {
        let none = || "–".to_owned();
        deadline.map_or_else(none, |it| due_text(view, board, it, year))
    };
    let of = |line: &'_ [Deadline], stage| line.iter().position(|it| it.stage == stage);
    let gone = before
        .iter()
        .filter(|old| of(after, old.stage).is_none())
        .map(|old| (old.stage, Some(old), None));
    let rows = after
        .iter()
        .map(|new| {
            let old = of(before, new.stage).map(|at| &before[at]);
            (new.stage, old, Some(new))
        })
        .chain(gone);
    let rows: Vec<Vec<Markup>> = rows
        .map(|(stage, old, new)| {
            let (old, new) = (text(old), text(new));
            let mark = if old == new {
                "move-same"
            } else {
                "move-differs"
            };
            vec![
                html! { (stage_name(view, stage)) },
                html! { (old) },
                html! { (new) },
                html! { (view.t(mark)) },
            ]
        })
        .collect();
    ui::table(&view.t("move-deadlines"), &head, &rows)
}

fn mails(view: &View, board: &Board, steps: &[Step<'_>], wanted: &[Wanted]) -> Markup {
    if steps.is_empty() {
        return ui::empty(&view.t("move-no-mails"));
    }
    let head =
        ["mail-about", "mail-to", "move-old", "move-new", "move-what"].map(|key| view.t(key));
    let when = |at: Moment| view.moment(board.zone, at);
    let rows: Vec<Vec<Markup>> = steps
        .iter()
        .filter_map(|step| {
            let (kind, slot, old, new, key) = match step {
                Step::Plan(want, occurrence) => {
                    let key = if *occurrence > 0 {
                        "step-again"
                    } else {
                        "step-plan"
                    };
                    (
                        want.key.kind,
                        want.key.slot.as_str(),
                        None,
                        Some(want.due),
                        key,
                    )
                }
                // Only until when it may go has changed: that is no news to anyone.
                Step::Reschedule(row, want)
                    if row.due == want.due && row.state == OccasionState::Planned =>
                {
                    return None;
                }
                Step::Reschedule(row, want) => (
                    row.kind.as_str(),
                    row.slot.as_str(),
                    Some(row.due),
                    Some(want.due),
                    "step-reschedule",
                ),
                Step::Withdraw(row, _) => (
                    row.kind.as_str(),
                    row.slot.as_str(),
                    Some(row.due),
                    None,
                    "step-withdraw",
                ),
            };
            let none = || "–".to_owned();
            Some(vec![
                html! { (about(view, kind, slot)?) },
                html! { (view.t(&format!("to-{}", read_slot(slot)?.0))) },
                html! { (old.map_or_else(none, when)) },
                html! { (new.map_or_else(none, when)) },
                html! { (falls_away(view, board, step, wanted).unwrap_or_else(|| view.t(key))) },
            ])
        })
        .collect();
    ui::table(&view.t("move-mails"), &head, &rows)
}

/// Why a reminder goes no more, where its new deadline is so near that it should have gone before now.
fn falls_away(view: &View, board: &Board, step: &Step<'_>, wanted: &[Wanted]) -> Option<String> {
    let Step::Withdraw(row, "moved-into-the-past") = step else {
        return None;
    };
    let is_same = |want: &&Wanted| want.key.kind == row.kind && want.key.slot == row.slot;
    let deadline = wanted.iter().find(is_same)?.deadline?;
    let day = local_date(board.zone, deadline.utc());
    Some(view.tv("step-too-late", &[("day", view.long_date(day).into())]))
}

/// The stage a mail is about, and whether it nags.
fn about(view: &View, kind: &str, slot: &str) -> Option<String> {
    let stage = stage_name(view, Stage::of_kind(kind)?);
    let (_, is_overdue) = read_slot(slot)?;
    Some(if is_overdue {
        view.tv("mail-overdue", &[("stage", stage.into())])
    } else {
        stage
    })
}

/// The page that asks once more, and shows the mails that will never be sent.
#[must_use]
pub fn cancelling(
    view: &View,
    around: &Around,
    meeting: &Meeting,
    form: &Form,
    stale: &[Happened],
    withdrawn: &[Occasion],
) -> Markup {
    let body = ui::hidden("version", form.value("version"));
    let path = paths::of_meeting(meeting.id, "cancel");
    html! {
        (top(view, around, meeting, "meeting-cancel", stale))
        (ui::paragraph(&view.t("cancel-what")))
        (ui::section("withdrawn", &view.t("cancel-mails"), &will_not_be_sent(view, around.board(), withdrawn)))
        (ui::form(view, &path, form, &body, &view.t("cancel-yes")))
        p { a class="ds-link" href=(paths::meeting(meeting.id)) { (view.t("cancel-no")) } }
    }
}

fn will_not_be_sent(view: &View, board: &Board, withdrawn: &[Occasion]) -> Markup {
    let head = ["mail-about", "mail-to", "mail-when"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = withdrawn
        .iter()
        .filter_map(|row| {
            Some(vec![
                html! { (about(view, &row.kind, &row.slot)?) },
                html! { (view.t(&format!("to-{}", read_slot(&row.slot)?.0))) },
                html! { (view.moment(board.zone, row.due)) },
            ])
        })
        .collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("cancel-no-mails"))) }
        @else { (ui::table(&view.t("cancel-mails"), &head, &rows)) }
    }
}
