//! What the pages of meetings share: the deadline line, warnings, and lists of mails. The pages themselves stand in
//! `pages/`.

pub mod changes;
pub mod meeting;
pub mod plan;
pub mod year;

use super::mail::Reminder;
use super::occasions::read_slot;
use super::{Deadline, Meeting, Moved, Stage, Warning, rules, words};
use crate::boards::{Board, BoardData, ToRole};
use crate::db::types::{Moment, Words};
use crate::i18n::dates;
use crate::mail::Wanted;
use crate::mail::wording::Wordings;
use crate::web::pictures::{DeadlineLine, DeadlineWords, Stop, StopState};
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, Render, html};
use std::collections::BTreeMap;

/// What every page of a board's meetings is drawn from.
pub struct Around {
    pub data: BoardData,
    pub kinds: Vec<(String, Words)>,
    /// How many each role reaches today.
    pub reach: BTreeMap<ToRole, usize>,
    /// The words that the board's mail opens with.
    pub wordings: Wordings,
}

impl Around {
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.data.board
    }
}

/// A meeting as a page shows it, with all that follows from its days.
pub struct Shown {
    pub meeting: Meeting,
    pub line: Vec<Deadline>,
    pub warnings: Vec<Warning>,
    /// What it asks the ledger for.
    pub wanted: Vec<Wanted>,
}

pub(super) fn above(view: &View, board: &Board, year: Option<i32>) -> Markup {
    let mut links = vec![
        (paths::BOARDS.to_owned(), view.t("menu-boards")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
    ];
    if let Some(year) = year {
        let plan = view.tv("year-plan", &[("year", year.to_string().into())]);
        links.push((paths::year(board.id, year), plan));
    }
    ui::breadcrumbs(view, &links)
}

/// The next meetings of a board, on its page.
#[must_use]
pub fn coming(view: &View, kinds: &words::Kinds, meetings: &[Meeting]) -> Markup {
    let head = [
        view.t("meeting-when"),
        view.t("meeting-one"),
        view.t("meeting-place"),
        view.t("meeting-state"),
    ];
    let row = |meeting: &Meeting| {
        let name = words::name(kinds, meeting, view.language);
        vec![
            html! { (words::when(view.language, meeting)) },
            ui::link(&paths::meeting(meeting.id), &name),
            html! { (meeting.place) },
            meeting::state_tag(view, meeting.state),
        ]
    };
    let rows: Vec<Vec<Markup>> = meetings.iter().map(row).collect();
    let title = view.t("meetings-coming");
    ui::section(
        "meetings",
        &title,
        &html! {
            @if rows.is_empty() { (ui::empty(&view.t("meetings-coming-none"))) }
            @else { (ui::table(&title, &head, &rows)) }
        },
    )
}

/// The name of a stage, such as “Utsending av sakspapirer”.
fn stage_name(view: &View, stage: Stage) -> String {
    view.t(&format!("stage-{stage}"))
}

/// “Ordinært møte 17. mars”.
fn name_and_days(view: &View, around: &Around, meeting: &Meeting) -> String {
    let name = words::name(&around.kinds, meeting, view.language);
    format!("{name} {}", words::days(view.language, meeting))
}

/// “onsdag 17. mars 2027 kl. 09.00–12.00, Leikanger”.
fn when_and_where(view: &View, meeting: &Meeting) -> String {
    let when = words::when(view.language, meeting);
    if meeting.place.is_empty() {
        when
    } else {
        format!("{when}, {}", meeting.place)
    }
}

/// The deadline line of a meeting as a picture that is a list.
fn deadline_line(view: &View, around: &Around, meeting: &Meeting, line: &[Deadline]) -> Markup {
    let board = around.board();
    let year = meeting.first_day().year();
    let next = line
        .iter()
        .position(|deadline| deadline.due_at >= view.now && !meeting.is_done(deadline.stage));
    let stop = |(index, deadline): (usize, &Deadline)| Stop {
        date: deadline.due_on,
        label: stage_name(view, deadline.stage),
        date_text: due_text(view, board, deadline, Some(year)),
        state: stop_state(meeting, deadline, next == Some(index), view.now),
        moved: deadline.moved.map(|why| {
            let values = [
                (
                    "day",
                    dates::day_within(view.language, deadline.nominal_on, year).into(),
                ),
                ("why", moved_text(view, why).into()),
            ];
            view.tv("deadline-moved", &values)
        }),
    };
    let (done, next_word, coming) = (
        view.t("stop-done"),
        view.t("stop-next"),
        view.t("stop-coming"),
    );
    let (overdue, the_meeting) = (view.t("stop-overdue"), view.t("stop-meeting"));
    let passed = view.t("deadline-passed");
    let (today, title) = (view.t("today"), view.t("deadline-line"));
    DeadlineLine {
        id: &format!("line-{}", meeting.id),
        title: &title,
        description: &name_and_days(view, around, meeting),
        today: Some(board.today(view.now)),
        words: DeadlineWords {
            today: &today,
            done: &done,
            passed: &passed,
            next: &next_word,
            coming: &coming,
            overdue: &overdue,
            meeting: &the_meeting,
            days: &|count| view.tv("days-between", &[("count", count.into())]),
        },
        stops: (line.iter().enumerate())
            .filter(|(_, deadline)| !rules::is_replaced(meeting, deadline, view.now))
            .map(stop)
            .collect(),
    }
    .render()
}

/// What members do passes by itself, and nobody says that it is done; what the secretariat does is done when the button
/// says so. What has lost its sense is late no more.
fn stop_state(meeting: &Meeting, deadline: &Deadline, is_next: bool, now: Moment) -> StopState {
    let has_passed = deadline.due_at < now;
    if has_passed && !deadline.stage.is_done_by_button() {
        StopState::Passed
    } else if meeting.is_done(deadline.stage) {
        StopState::Done
    } else if deadline.stage == Stage::Meeting {
        StopState::Meeting
    } else if meeting.is_moot(deadline.stage) {
        StopState::Passed
    } else if has_passed {
        StopState::Overdue
    } else if is_next {
        StopState::Next
    } else {
        StopState::Coming
    }
}

/// Says that a year would be planned as if nobody had holidays; nothing of years that are over.
fn no_closures(view: &View, around: &Around, year: i32) -> Markup {
    let board = around.board();
    let is_over = year < board.today(view.now).year();
    if is_over || rules::has_closures(year, &around.data.closures) {
        return Markup::default();
    }
    let said = view.tv("plan-no-closures", &[("year", year.to_string().into())]);
    let href = paths::of_board(board.id, "calendar");
    ui::notice(
        ui::Tone::Warning,
        &html! { p class="ds-paragraph" { (said) " " (ui::link(&href, &view.t("plan-add-closures"))) } },
    )
}

/// “Møte 2, starter”: what a field is called that stands in one of several rows.
fn of_row(view: &View, row_key: &str, name: &str) -> Option<String> {
    let (field, row) = name.rsplit_once('-')?;
    let number = row.parse::<i64>().ok()? + 1;
    let row = view.tv(row_key, &[("number", number.into())]);
    let label = match field {
        "kind" => "meeting-kind",
        "day" => "meeting-day",
        "until" => "meeting-last-day",
        "starts" => "meeting-starts",
        "ends" => "meeting-ends",
        "place" => "meeting-place",
        _ => return Some(row),
    };
    Some(format!("{row}, {}", words::uncapitalised(&view.t(label))))
}

/// “onsdag 10. mars kl. 15.00”, and of a deadline at midnight the day that ends then; with its year where that is not the
/// year of what stands around it.
fn due_text(view: &View, board: &Board, deadline: &Deadline, year: Option<i32>) -> String {
    let due = crate::calendar::local(board.zone, deadline.due_at.utc());
    let (day, clock) = match deadline.stage {
        Stage::Meeting => (due.date(), Some(due.time())),
        _ => dates::due(due),
    };
    let day = match year {
        Some(year) => dates::day_within(view.language, day, year),
        None => dates::long_date(view.language, day),
    };
    match clock {
        Some(clock) => format!("{day} {}", view.time(clock)),
        None => day,
    }
}

fn moved_text(view: &View, why: Moved) -> String {
    match why {
        Moved::Holiday(name) => view.t(name),
        Moved::Weekend => view.t("moved-weekend"),
    }
}

/// Warnings of one meeting or year; nothing when there are none.
fn warnings(view: &View, warnings: &[Warning], year: i32) -> Markup {
    let lines: Vec<Markup> = warnings
        .iter()
        .map(|warning| html! { (warning_text(view, warning, year)) })
        .collect();
    html! {
        @match lines.as_slice() {
            [] => {},
            [only] => (ui::notice(ui::Tone::Warning, &html! { p class="ds-paragraph" { (only) } })),
            several => (ui::notice(ui::Tone::Warning, &ui::list(several))),
        }
    }
}

fn warning_text(view: &View, warning: &Warning, year: i32) -> String {
    let day = |day: &NaiveDate| dates::day_within(view.language, *day, year);
    let on = |key: &str, date: &NaiveDate| view.tv(key, &[("day", day(date).into())]);
    match warning {
        Warning::TooFew { planned, wanted } | Warning::TooMany { planned, wanted } => {
            let key = if planned < wanted {
                "warn-too-few"
            } else {
                "warn-too-many"
            };
            view.tv(
                key,
                &[("planned", (*planned).into()), ("wanted", (*wanted).into())],
            )
        }
        Warning::Clash { day: date, board } => {
            let values = [
                ("day", day(date).into()),
                ("board", view.words(board).into()),
            ];
            view.tv("warn-clash", &values)
        }
        Warning::DayOff { day: date, why } => {
            let values = [
                ("day", day(date).into()),
                ("why", moved_text(view, *why).into()),
            ];
            view.tv("warn-day-off", &values)
        }
        Warning::BridgeDay(date) => on("warn-bridge-day", date),
        Warning::ShortDay(date) => on("warn-short-day", date),
        Warning::Closed { day: date, label } => {
            let values = [
                ("day", day(date).into()),
                ("label", view.words(label).into()),
            ];
            view.tv("warn-closed", &values)
        }
        Warning::DeadlineClosed {
            stage,
            day: date,
            label,
        } => {
            let values = [
                ("stage", stage_name(view, *stage).into()),
                ("day", day(date).into()),
                ("label", view.words(label).into()),
            ];
            view.tv("warn-deadline-closed", &values)
        }
        Warning::Past(date) => on("warn-past", date),
        Warning::Doubled(date) => on("warn-doubled", date),
        Warning::DeadlinePast { stage, day: date } => {
            let values = [
                ("stage", stage_name(view, *stage).into()),
                ("day", day(date).into()),
            ];
            view.tv("warn-deadline-past", &values)
        }
        Warning::NoMandate(date) => on("warn-no-mandate", date),
    }
}

/// Every mail that follows from a meeting before it is saved: when, to whom, and its subject.
fn mails(view: &View, around: &Around, shown: &Shown) -> Markup {
    let head = ["mail-when", "mail-to", "mail-subject"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = shown
        .wanted
        .iter()
        .filter_map(|wanted| mail_row(view, around, &shown.meeting, wanted))
        .collect();
    // Several tables may stand on one page: each is named by its meeting.
    let name = name_and_days(view, around, &shown.meeting);
    let caption = format!("{}: {name}", view.t("mails-that-follow"));
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("mail-none"))) }
        @else { (ui::details(&format!("{} ({})", view.t("mails-that-follow"), rows.len()), &ui::table(&caption, &head, &rows))) }
    }
}

fn mail_row(
    view: &View,
    around: &Around,
    meeting: &Meeting,
    wanted: &Wanted,
) -> Option<Vec<Markup>> {
    let (role, is_overdue) = read_slot(&wanted.key.slot)?;
    let reminder = Reminder {
        board: around.board(),
        wordings: &around.wordings,
        meeting,
        stage: Stage::of_kind(wanted.key.kind)?,
        role,
        is_overdue,
        deadline: wanted.deadline?,
    };
    let note = if wanted.is_in_time(view.now) {
        is_overdue.then(|| view.t("mail-if-not-done"))
    } else {
        Some(view.t("mail-too-late"))
    };
    Some(vec![
        html! { (view.moment(around.board().zone, wanted.due)) },
        html! { (whom(view, around, role)) },
        html! { (reminder.subject(view.language, &around.kinds)) @if let Some(note) = note { br; span class="muted" { (note) } } },
    ])
}

/// “Sekretariatet (2 personer)”.
fn whom(view: &View, around: &Around, role: ToRole) -> String {
    let count = around.reach.get(&role).copied().unwrap_or(0);
    let role = view.t(&format!("to-{role}"));
    view.tv(
        "mail-whom",
        &[("role", role.into()), ("count", count.into())],
    )
}
