//! The desk: alarms, what needs the secretariat now, and the next deadlines of all its boards.

use super::{called, moment, stage};
use crate::calendar::local_date;
use crate::desk::{
    Alarms, DeskData, MinutesStep, NearMeeting, OpenDeadline, OpenReport, Place, TermEnd, Vacancy,
    WaitingMinutes, rules,
};
use crate::meetings::notices::{self, NoticeKind};
use crate::meetings::rules::may_mark;
use crate::meetings::{MeetingState, Stage};
use crate::web::ui::{self, Tone};
use crate::web::{View, paths};
use maud::{Markup, html};

/// The whole desk.
#[must_use]
pub fn desk(view: &View, data: &DeskData) -> Markup {
    html! {
        (ui::heading(&view.t("desk-title")))
        (alarms(view, &data.alarms))
        (ui::section_heading("now", &view.t("desk-now")))
        @if nothing_needed(data) { (ui::empty(&view.t("desk-nothing-now"))) }
        @else { (needed(view, data)) }
        (ui::section_heading("next", &view.t("desk-next")))
        (next(view, data))
    }
}

fn nothing_needed(data: &DeskData) -> bool {
    data.overdue.is_empty()
        && data.this_week.is_empty()
        && data.without_time.is_empty()
        && data.untold.is_empty()
        && data.minutes.is_empty()
        && data.reports.is_empty()
        && data.term_ends.is_empty()
        && data.vacancies.is_empty()
        && data.actions.is_empty()
        && data.deputies.is_empty()
}

fn alarms(view: &View, alarms: &Alarms) -> Markup {
    let ledger = |show: &str, key: &str| ui::link(&paths::ledger(show), &view.t(key));
    html! {
        @if alarms.is_late {
            (ui::notice(Tone::Danger, &html! {
                p class="ds-paragraph" { (late(view, alarms)) " " (ledger("coming", "desk-alarm-late-link")) }
            }))
        }
        @if alarms.dead > 0 {
            (ui::notice(Tone::Danger, &html! {
                p class="ds-paragraph" { (view.tv("desk-alarm-dead", &[("count", alarms.dead.into())])) " " (ledger("dead", "desk-alarm-dead-link")) }
            }))
        }
        @if alarms.nobody > 0 {
            (ui::notice(Tone::Warning, &html! {
                p class="ds-paragraph" { (view.tv("desk-alarm-nobody", &[("count", alarms.nobody.into())])) " " (ledger("alarms", "desk-alarm-nobody-link")) }
            }))
        }
        @if alarms.broken > 0 {
            (ui::notice(Tone::Danger, &html! {
                p class="ds-paragraph" { (view.tv("desk-alarm-broken", &[("count", alarms.broken.into())])) " " (ledger("alarms", "desk-alarm-broken-link")) }
            }))
        }
        @if !alarms.mail_off.is_empty() {
            (ui::notice(Tone::Info, &html! {
                p class="ds-paragraph" { (view.t("desk-alarm-mail-off")) }
                ul class="ds-list" { @for (id, name) in &alarms.mail_off {
                    li { (ui::link(&paths::board(*id), view.words(name))) }
                } }
            }))
        }
    }
}

fn late(view: &View, alarms: &Alarms) -> String {
    alarms.last_pass.map_or_else(
        || view.t("desk-alarm-never"),
        |last| {
            let when = view.moment(chrono_tz::Europe::Oslo, last);
            view.tv("desk-alarm-late", &[("when", when.into())])
        },
    )
}

fn needed(view: &View, data: &DeskData) -> Markup {
    html! {
        @if !data.overdue.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-overdue")) }
            (deadlines(view, data, &view.t("desk-overdue"), &data.overdue, true))
        }
        @if !data.this_week.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-this-week")) }
            (deadlines(view, data, &view.t("desk-this-week"), &data.this_week, true))
        }
        @if !data.without_time.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-without-time")) }
            (ui::paragraph(&view.t("desk-without-time-do")))
            (ui::list(&data.without_time.iter().map(|meeting| without_time(view, data, meeting)).collect::<Vec<_>>()))
        }
        @if !data.untold.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-untold")) }
            (ui::paragraph(&view.t("desk-untold-do")))
            (ui::list(&data.untold.iter().map(|(meeting, kind)| untold(view, data, meeting, *kind)).collect::<Vec<_>>()))
        }
        @if !data.minutes.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-minutes")) }
            (ui::list(&data.minutes.iter().map(|one| waiting_minutes(view, data, one)).collect::<Vec<_>>()))
        }
        @if !data.reports.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-reports")) }
            (ui::list(&data.reports.iter().map(|report| open_report(view, data, report)).collect::<Vec<_>>()))
        }
        @if !data.term_ends.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-terms")) }
            (ui::paragraph(&view.t("desk-terms-do")))
            (ui::list(&data.term_ends.iter().map(|end| term_end(view, end)).collect::<Vec<_>>()))
        }
        @if !data.actions.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-actions")) }
            (ui::list(&data.actions.iter().map(|(board, count)| overdue_actions(view, board, *count)).collect::<Vec<_>>()))
        }
        @if !data.deputies.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("deputies-title")) }
            (ui::list(&data.deputies.iter().map(|(board, count)| deputies_often(view, board, *count)).collect::<Vec<_>>()))
        }
        @if !data.vacancies.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("desk-vacancies")) }
            (ui::paragraph(&view.t("desk-vacancies-do")))
            @if data.vacancies_cut { (ui::paragraph(&view.t("desk-vacancies-cut"))) }
            (ui::list(&data.vacancies.iter().map(|vacancy| vacant(view, data, vacancy)).collect::<Vec<_>>()))
        }
    }
}

fn deadlines(
    view: &View,
    data: &DeskData,
    caption: &str,
    rows: &[OpenDeadline],
    is_to_press: bool,
) -> Markup {
    let mut head = vec![
        "desk-column-due",
        "desk-column-what",
        "desk-column-meeting",
        "desk-column-board",
    ];
    if is_to_press {
        head.push("desk-column-do");
    }
    let head: Vec<String> = head.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .map(|row| {
            let meeting = format!(
                "{}, {}",
                called(view, &data.kinds, &row.title),
                view.date(row.first_day)
            );
            let mut cells = vec![
                moment(view, Some(&row.board), row.due),
                to_do(view, row),
                ui::link(&paths::meeting(row.meeting), &meeting),
                ui::link(&paths::board(row.board.id), view.words(&row.board.name)),
            ];
            if is_to_press {
                cells.push(press(view, row));
            }
            cells
        })
        .collect();
    ui::table(caption, &head, &rows)
}

/// What is to be done, as the secretariat says it of its own work; of the minutes with the way to where it is done.
fn to_do(view: &View, row: &OpenDeadline) -> Markup {
    let today = local_date(row.board.zone, view.now.utc());
    let minutes = rules::page_of_minutes(&row.stage).filter(|_| row.first_day <= today);
    match minutes {
        Some(rest) => ui::link(
            &paths::of_meeting(row.meeting, rest),
            &stage(view, &row.stage),
        ),
        None if row.stage == Stage::Delivery.code() => html! { (view.t("desk-get-papers")) },
        None => html! { (stage(view, &row.stage)) },
    }
}

/// The button that ends a row, or why it must wait.
fn press(view: &View, row: &OpenDeadline) -> Markup {
    let Ok(stage) = row.stage.parse::<Stage>() else {
        return Markup::default();
    };
    let today = local_date(row.board.zone, view.now.utc());
    let is_held = row.state >= MeetingState::Held;
    if let Err(refusal) = may_mark(stage, row.state, is_held, row.first_day, today) {
        return html! { span class="muted" { (view.said(&refusal.said())) } };
    }
    let path = paths::of_meeting(row.meeting, &format!("stages/{stage}"));
    let text = view.t(&format!("deadline-mark-{stage}"));
    ui::button_form(view, &path, &[("act", "done")], &text, Some("secondary"))
}

fn without_time(view: &View, data: &DeskData, meeting: &NearMeeting) -> Markup {
    html! {
        (ui::link(&paths::meeting(meeting.id), &called(view, &data.kinds, &meeting.title)))
        ", " (view.date(meeting.first_day)) " – " (view.words(&meeting.board.name))
    }
}

fn untold(view: &View, data: &DeskData, meeting: &NearMeeting, kind: NoticeKind) -> Markup {
    html! {
        (without_time(view, data, meeting)) ": "
        (ui::link(&paths::new_notice(meeting.id, kind.code()), &notices::pages::title(view, kind)))
    }
}

fn waiting_minutes(view: &View, data: &DeskData, one: &WaitingMinutes) -> Markup {
    let (rest, text) = match one.step {
        MinutesStep::Answer(count) => {
            let count = [("count", count.into())];
            ("minutes/round", view.tv("desk-minutes-answer", &count))
        }
        MinutesStep::Publish => ("minutes/publication", view.t("desk-minutes-publish")),
        MinutesStep::PublishAgain => ("minutes/publication", view.t("desk-minutes-publish-again")),
        MinutesStep::Release => ("minutes/publication", view.t("desk-minutes-release")),
        MinutesStep::ReleaseDecisions => ("minutes/decisions", view.t("desk-decisions-release")),
    };
    let meeting = called(view, &data.kinds, &one.title);
    let meeting = format!("{meeting}, {}", view.date(one.first_day));
    html! {
        (ui::link_of(&paths::of_meeting(one.meeting, rest), &html! { (text) }, &meeting))
        " – " (meeting) ", " (view.words(&one.board.name))
    }
}

fn overdue_actions(view: &View, board: &Place, count: i64) -> Markup {
    let path = format!("{}?show=overdue", paths::of_board(board.id, "actions"));
    let text = view.tv("desk-actions-overdue", &[("count", count.into())]);
    html! { (ui::link_of(&path, &html! { (text) }, view.words(&board.name))) " – " (view.words(&board.name)) }
}

fn deputies_often(view: &View, board: &Place, count: usize) -> Markup {
    let path = format!("{}#deputies", paths::board(board.id));
    let text = view.tv("desk-deputies-often", &[("count", count.into())]);
    html! { (ui::link_of(&path, &html! { (text) }, view.words(&board.name))) " – " (view.words(&board.name)) }
}

fn open_report(view: &View, data: &DeskData, report: &OpenReport) -> Markup {
    let by = view.tv(
        "desk-report-by",
        &[("when", view.date(report.due_on).into())],
    );
    html! {
        (late_mark(view, report.due_on < data.today)) (report.title) ": " (by) " – "
        (ui::link(&paths::board(report.board.id), view.words(&report.board.name)))
    }
}

/// Says that the day it was due is over; nothing before that.
fn late_mark(view: &View, is_late: bool) -> Markup {
    html! { @if is_late { (ui::tag(Tone::Danger, &view.t("desk-late"))) " " } }
}

fn term_end(view: &View, end: &TermEnd) -> Markup {
    let who = end.organisation.clone();
    let who = who.unwrap_or_else(|| view.t("desk-no-organisation"));
    let what = format!("{who}, {}", view.t(rules::role_key(end.role)));
    let key = if end.has_ended {
        "desk-term-ended"
    } else {
        "desk-term-ends"
    };
    html! {
        (ui::link(&paths::appointment(end.appointment), &what))
        ": " (view.tv(key, &[("when", view.date(end.last).into())]))
        " – " (ui::link(&paths::of_board(end.board.id, "terms"), view.words(&end.board.name)))
    }
}

fn vacant(view: &View, data: &DeskData, vacancy: &Vacancy) -> Markup {
    let who = vacancy
        .organisation
        .clone()
        .unwrap_or_else(|| view.t("desk-no-organisation"));
    let what = format!("{who}, {}", view.t(rules::role_key(vacancy.role)));
    html! {
        (late_mark(view, vacancy.name_by.is_some_and(|by| by < data.today)))
        (ui::link(&paths::appointment(vacancy.appointment), &what))
        " – " (view.words(&vacancy.board.name))
        @if let Some(by) = vacancy.name_by {
            " (" (view.tv("desk-asked-by", &[("when", view.date(by).into())])) ")"
        }
    }
}

fn next(view: &View, data: &DeskData) -> Markup {
    let page = |number: i64| format!("{}?page={number}#next", paths::DESK);
    html! {
        @if data.next.is_empty() { (ui::empty(&view.t("desk-no-next"))) }
        @else { (deadlines(view, data, &view.t("desk-next"), &data.next, false)) }
        @if data.page > 0 { (ui::link_button(&page(data.page - 1), &view.t("desk-earlier"))) " " }
        @if data.more { (ui::link_button(&page(data.page + 1), &view.t("desk-later"))) }
    }
}
