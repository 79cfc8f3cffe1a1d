//! A board's year: the plan with its wheel and its meetings. The form that makes it stands in `plan.rs`.

use super::{Around, Shown, above, deadline_line, name_and_days, no_closures, warnings};
use crate::calendar::ClosureKind;
use crate::i18n::dates;
use crate::meetings::{MeetingState, ORDINARY, Stage, Warning, words};
use crate::web::pictures::{Ring, RingNames, Tone, WheelMark, YearWheel};
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, Render, html};

/// A year as it is planned.
pub struct YearPlan {
    pub year: i32,
    pub around: Around,
    /// The year's meetings, and those near it whose deadlines fall in the year.
    pub meetings: Vec<Shown>,
    pub warnings: Vec<Warning>,
    /// Whether the reader may change it.
    pub keeps: bool,
}

/// “Årsplan 2027”.
#[must_use]
pub fn title(view: &View, year: i32) -> String {
    view.tv("year-plan", &[("year", year.to_string().into())])
}

/// The plan: wheel, warnings, and each meeting with its deadlines.
#[must_use]
pub fn plan(view: &View, plan: &YearPlan) -> Markup {
    let board = plan.around.board();
    let of_year: Vec<&Shown> = plan
        .meetings
        .iter()
        .filter(|shown| shown.meeting.first_day().year() == plan.year)
        .collect();
    html! {
        (above(view, board, None))
        (ui::heading(&format!("{} – {}", title(view, plan.year), view.words(&board.name))))
        nav class="cluster" aria-label=(view.t("other-years")) {
            @for year in [plan.year - 1, plan.year + 1] {
                a class="ds-link" href=(paths::year(board.id, year)) { (title(view, year)) }
            }
        }
        p class="ds-paragraph" {
            (ui::link(&paths::year_glance(board.id, plan.year), &view.tv("year-glance", &[("year", plan.year.to_string().into())])))
        }
        @if plan.keeps { (no_closures(view, &plan.around, plan.year)) }
        (warnings(view, &plan.warnings, plan.year))
        @if plan.keeps { div class="actions" { (ui::link_button(&paths::year_plan(board.id, plan.year), &view.t("plan-add-meetings")))
            (ui::link_button(&format!("{}/save-the-date", paths::year(board.id, plan.year)), &view.t("notice-new-save-the-date"))) } }
        (wheel(view, plan))
        (ui::section("meetings", &view.t("meetings"), &html! {
            @if of_year.is_empty() { (ui::empty(&view.t("plan-empty"))) }
            @for shown in of_year { (in_list(view, plan, shown)) }
        }))
    }
}

fn in_list(view: &View, plan: &YearPlan, shown: &Shown) -> Markup {
    let meeting = &shown.meeting;
    html! {
        article {
            h3 class="ds-heading" data-size="xs" {
                a href=(paths::meeting(meeting.id)) { (name_and_days(view, &plan.around, meeting)) }
            }
            p class="ds-paragraph" {
                (super::when_and_where(view, meeting))
                " " (super::meeting::state_tag(view, meeting.state))
            }
            @if plan.keeps { (warnings(view, &shown.warnings, meeting.first_day().year())) }
            @if meeting.state != MeetingState::Cancelled {
                (ui::details(&view.t("deadline-line"), &deadline_line(view, &plan.around, meeting, &shown.line)))
            }
        }
    }
}

fn wheel(view: &View, plan: &YearPlan) -> Markup {
    let today = plan.around.board().today(view.now);
    let months = months(view);
    let months: [&str; 12] = std::array::from_fn(|month| months[month].as_str());
    let day = dates::day_and_month(view.language, today);
    let today_text = view.tv("wheel-today", &[("day", day.into())]);
    let (title, description) = (title(view, plan.year), view.t("wheel-description"));
    let (meeting, deadline, closed) = (view.t("meetings"), view.t("deadlines"), view.t("closures"));
    YearWheel {
        id: "wheel",
        year: plan.year,
        today: (today.year() == plan.year).then_some(today),
        today_text: &today_text,
        months,
        title: &title,
        description: &description,
        rings: RingNames {
            meeting: &meeting,
            deadline: &deadline,
            closed: &closed,
        },
        described_by: Some("meetings"),
        marks: marks(view, plan),
    }
    .render()
}

/// The short names of the months, from January on.
#[must_use]
pub fn months(view: &View) -> [String; 12] {
    let mut month = 0;
    std::array::from_fn(|_| {
        month += 1;
        short_month(view, month)
    })
}

/// At most five letters: the names that are longer are cut to three.
fn short_month(view: &View, month: u32) -> String {
    let name = dates::month(view.language, month);
    let most = if name.chars().count() > 5 { 3 } else { 5 };
    name.chars().take(most).collect()
}

fn marks(view: &View, plan: &YearPlan) -> Vec<WheelMark> {
    let mut marks = Vec::new();
    let until = |last: NaiveDate| last.succ_opt().unwrap_or(last);
    for shown in &plan.meetings {
        let meeting = &shown.meeting;
        let href = Some(paths::meeting(meeting.id));
        let name = words::name(&plan.around.kinds, meeting, view.language);
        marks.push(WheelMark {
            from: meeting.first_day(),
            until: until(meeting.last_day()),
            ring: Ring::Meeting,
            tone: meeting_tone(shown),
            when: words::days(view.language, meeting),
            label: name,
            href: href.clone(),
        });
        let stops = shown.line.iter().filter(|deadline| {
            deadline.stage != Stage::Meeting && meeting.state != MeetingState::Cancelled
        });
        marks.extend(stops.map(|deadline| WheelMark {
            from: deadline.due_on,
            until: until(deadline.due_on),
            ring: Ring::Deadline,
            tone: if meeting.is_done(deadline.stage) {
                Tone::Muted
            } else {
                Tone::Plain
            },
            when: dates::day_and_month(view.language, deadline.due_on),
            label: super::stage_name(view, deadline.stage),
            href: href.clone(),
        }));
    }
    marks.extend(plan.around.data.closures.iter().filter_map(|closure| {
        let last = closure.period.last_day()?;
        Some(WheelMark {
            from: closure.period.from,
            until: closure.period.until?,
            ring: Ring::Closed,
            tone: match closure.kind {
                ClosureKind::SchoolHoliday => Tone::Plain,
                ClosureKind::Quiet => Tone::Special,
            },
            when: words::span(view.language, closure.period.from, last),
            label: view.words(&closure.label).to_owned(),
            href: None,
        })
    }));
    marks
}

fn meeting_tone(shown: &Shown) -> Tone {
    if shown.meeting.state == MeetingState::Cancelled {
        Tone::Muted
    } else if !shown.warnings.iter().all(is_of_a_deadline) {
        Tone::Warning
    } else if shown.meeting.kind == ORDINARY {
        Tone::Plain
    } else {
        Tone::Special
    }
}

/// A deadline is marked on its own line, not on the meeting's day.
fn is_of_a_deadline(warning: &Warning) -> bool {
    matches!(
        warning,
        Warning::DeadlineClosed { .. } | Warning::DeadlinePast { .. }
    )
}
