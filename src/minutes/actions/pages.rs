//! What the pages of action items share. Each has a file of its own beside.

pub mod form;
pub mod item;
pub mod list;
pub mod one;
pub mod panels;

use super::{Action, State};
use crate::cases::pages::meeting_name;
use crate::db::code_words::CodeWord;
use crate::db::ids::{ActionId, AgendaItemId, MeetingId};
use crate::meetings::Meeting;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::HashMap;

/// The page of one.
#[must_use]
pub fn path(id: ActionId) -> String {
    paths::ACTION.replace("{id}", id.as_str())
}

/// The page on which one is changed.
#[must_use]
pub fn edit(id: ActionId) -> String {
    format!("{}/edit", path(id))
}

/// Where what is agreed under an item is added.
#[must_use]
pub fn of_item(meeting: MeetingId, item: AgendaItemId) -> String {
    paths::of_meeting(meeting, &format!("minutes/items/{item}/actions"))
}

/// Where it stands, and that its day has passed.
#[must_use]
pub fn state_tag(view: &View, of: &Action, today: NaiveDate) -> Markup {
    if of.withdrawn_at.is_some() {
        return ui::tag(Tone::Neutral, &view.t("action-withdrawn"));
    }
    if of.is_overdue(today) {
        return ui::tag(Tone::Danger, &view.t("action-overdue"));
    }
    let tone = match of.state {
        State::Open => Tone::Info,
        State::Done => Tone::Success,
        State::Dropped => Tone::Neutral,
    };
    ui::tag(tone, &view.t(&format!("action-state-{}", of.state)))
}

/// Until when, or that nothing was said of it.
#[must_use]
pub fn due(view: &View, of: &Action) -> String {
    let day = of.task.due_on;
    day.map_or_else(|| view.t("action-no-due"), |day| view.date(day))
}

/// “Olav Myklebø: Lage en oversikt. Frist: 17. mars 2027”.
#[must_use]
pub fn line(view: &View, of: &Action) -> String {
    let task = &of.task;
    let values = [
        ("owner", (&task.owner_name).into()),
        ("what", (&task.content).into()),
    ];
    let what = view.tv("action-line", &values);
    match task.due_on {
        Some(day) => format!(
            "{what} {}",
            view.tv("action-line-due", &[("day", day.into())])
        ),
        None => what,
    }
}

/// The meetings at which some were agreed, and what kinds of meeting are called.
#[derive(Default)]
pub struct Meetings {
    pub found: HashMap<MeetingId, Meeting>,
    pub kinds: Vec<CodeWord>,
}

impl Meetings {
    /// “Ordinært møte 9. desember 2026”.
    #[must_use]
    pub fn name(&self, view: &View, of: MeetingId) -> String {
        let meeting = self.found.get(&of);
        meeting.map_or_else(String::new, |one| meeting_name(view, &self.kinds, one))
    }
}

/// Some of them, with the meetings at which they were agreed.
#[must_use]
pub fn table(
    view: &View,
    caption: &str,
    actions: &[Action],
    meetings: &Meetings,
    today: NaiveDate,
) -> Markup {
    let head = [
        "action-content",
        "action-owner",
        "action-due",
        "action-state",
        "action-meeting",
    ]
    .map(|key| view.t(key));
    let row = |one: &Action| {
        vec![
            ui::link(&path(one.id), &one.task.content),
            html! { (one.task.owner_name) },
            html! { (due(view, one)) },
            state_tag(view, one, today),
            html! { (meetings.name(view, one.meeting)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = actions.iter().map(row).collect();
    ui::table(caption, &head, &rows)
}
