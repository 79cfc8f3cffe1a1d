//! The deadline line of one meeting: every stop from case registration to publication, in order.
//!
//! It is an ordered list drawn as a line, not an image, because a list is read, counted and stepped through by every
//! screen reader. It stands on a narrow screen and lies on a wide one. Not to scale on purpose: the days between two
//! stops are written instead, so that stops a day apart do not overlap.

use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The stops of one meeting, drawn by [`Render`] in order of their dates.
pub struct DeadlineLine<'a> {
    /// Prefix of every id in the list; unique in the page.
    pub id: &'a str,
    pub title: &'a str,
    /// Shown above the line; may be empty.
    pub description: &'a str,
    /// Today in the board's zone.
    pub today: Option<NaiveDate>,
    pub words: DeadlineWords<'a>,
    pub stops: Vec<Stop>,
}

/// The words that the line itself needs.
pub struct DeadlineWords<'a> {
    pub today: &'a str,
    pub done: &'a str,
    pub passed: &'a str,
    pub next: &'a str,
    pub coming: &'a str,
    pub overdue: &'a str,
    pub meeting: &'a str,
    /// A number of days with its word, such as "7 dager"; never called with less than 1.
    pub days: &'a dyn Fn(i64) -> String,
}

/// One deadline, or the meeting.
pub struct Stop {
    /// The local date.
    pub date: NaiveDate,
    pub label: String,
    /// The date in the reader's language, such as "ons. 10. mars".
    pub date_text: String,
    pub state: StopState,
    /// Why it is not on the day that the rule gives, such as "flyttet fra 17. mai".
    pub moved: Option<String>,
}

/// Where a stop is in its life; each has its own sign and its own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    Done,
    /// Its day is over and nobody had to say so.
    Passed,
    Next,
    Coming,
    Overdue,
    Meeting,
}

/// More stops than this stand under each other on every screen.
const MOST_IN_A_ROW: usize = 10;

impl Render for DeadlineLine<'_> {
    fn render(&self) -> Markup {
        let mut stops: Vec<&Stop> = self.stops.iter().collect();
        stops.sort_by_key(|stop| stop.date);
        // Today stands at the last stop that is not in the future.
        let current = self
            .today
            .and_then(|today| stops.iter().rposition(|stop| stop.date <= today));
        html! {
            figure.picture.deadline-line id=(self.id) aria-labelledby={ (self.id) "-title" } {
                figcaption.deadline-line__caption {
                    strong id={ (self.id) "-title" } { (self.title) }
                    @if !self.description.is_empty() { span { (self.description) } }
                }
                @if self.today.is_some_and(|today| stops.first().is_some_and(|first| today < first.date)) {
                    p.deadline-line__before { span.deadline-line__today { (self.words.today) } }
                }
                ol.deadline-line__stops.deadline-line__stops--long[stops.len() > MOST_IN_A_ROW] role="list" {
                    @for (index, stop) in stops.iter().enumerate() {
                        (self.stop(stop, stops.get(index + 1).copied(), current == Some(index)))
                    }
                }
            }
        }
    }
}

impl DeadlineLine<'_> {
    fn stop(&self, stop: &Stop, next: Option<&Stop>, current: bool) -> Markup {
        let passed = self
            .today
            .is_some_and(|today| next.is_some_and(|next| next.date <= today));
        html! {
            li.deadline-line__stop.{ "deadline-line__stop--" (name(stop.state)) }
                .deadline-line__stop--passed[passed]
                aria-current=[(stop.state == StopState::Next).then_some("step")] {
                (sign(stop.state))
                div.deadline-line__words {
                    time.deadline-line__date datetime=(stop.date) { (stop.date_text) }
                    " "
                    span.deadline-line__label { (stop.label) }
                    " "
                    span.deadline-line__state.{ "deadline-line__state--" (name(stop.state)) } {
                        (self.word(stop.state))
                    }
                    @if let Some(moved) = &stop.moved { " " span.deadline-line__moved { (moved) } }
                }
                " "
                (self.gap(stop, next, current))
            }
        }
    }

    /// What is written on the line to the next stop: the days between, and today where it is.
    fn gap(&self, stop: &Stop, next: Option<&Stop>, current: bool) -> Markup {
        let days = next.map_or(0, |next| (next.date - stop.date).num_days());
        html! {
            @if days > 0 || current {
                div.deadline-line__gap {
                    @if current { span.deadline-line__today { (self.words.today) } " " }
                    @if days > 0 { span.deadline-line__days { ((self.words.days)(days)) } }
                }
            }
        }
    }

    fn word(&self, state: StopState) -> &str {
        match state {
            StopState::Done => self.words.done,
            StopState::Passed => self.words.passed,
            StopState::Next => self.words.next,
            StopState::Coming => self.words.coming,
            StopState::Overdue => self.words.overdue,
            StopState::Meeting => self.words.meeting,
        }
    }
}

fn name(state: StopState) -> &'static str {
    match state {
        StopState::Done => "done",
        StopState::Passed => "over",
        StopState::Next => "next",
        StopState::Coming => "coming",
        StopState::Overdue => "overdue",
        StopState::Meeting => "meeting",
    }
}

/// The sign of a state; hidden from screen readers, which are told the word.
fn sign(state: StopState) -> Markup {
    html! {
        svg.deadline-line__sign aria-hidden="true" viewBox="0 0 28 28" {
            @match state {
                StopState::Done => { circle cx="14" cy="14" r="11" {} path d="M9 14.5l3.5 3.5L19 11" {} },
                StopState::Passed => { circle cx="14" cy="14" r="9" {} path d="M10 14h8" {} },
                StopState::Next => { circle cx="14" cy="14" r="11" {} circle.deadline-line__core cx="14" cy="14" r="5" {} },
                StopState::Coming => circle cx="14" cy="14" r="9" {},
                StopState::Overdue => { path.deadline-line__alarm d="M14 2.5L26 24.5H2Z" {} path d="M14 10.5v6M14 20v.5" {} },
                StopState::Meeting => rect x="5" y="5" width="18" height="18" rx="3" transform="rotate(45 14 14)" {},
            }
        }
    }
}
