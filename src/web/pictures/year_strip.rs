//! The year strip: a board's meetings along the months of a year, each with its number of cases and what became of its
//! minutes.
//!
//! Meetings near each other stand under each other. Left out on purpose: the names of the meetings on the strip itself,
//! which have no room; the tip of each mark and the table beside have them, with links. On a phone there is no room for
//! numbers either: the discs and the first letters of the months stay, and nothing is scrolled.

use super::{alternative, named_by, sentences};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, Render, html};

/// A year's meetings of one board, drawn by [`Render`]; marks outside the year are left out.
pub struct YearStrip<'a> {
    /// Prefix of every id in the picture; unique in the page.
    pub id: &'a str,
    pub year: i32,
    /// Today in the board's zone; its line is drawn only within the year.
    pub today: Option<NaiveDate>,
    /// What the line of today says, such as "I dag 14. april".
    pub today_text: &'a str,
    /// Short names from January on.
    pub months: [&'a str; 12],
    pub title: &'a str,
    pub description: &'a str,
    pub words: StripWords<'a>,
    /// The id of a table beside the picture that has the same facts.
    pub described_by: Option<&'a str>,
    /// In order of their days.
    pub marks: Vec<StripMark>,
}

/// The words of the key.
pub struct StripWords<'a> {
    pub out: &'a str,
    pub not_out: &'a str,
    pub coming: &'a str,
    pub cancelled: &'a str,
}

/// A meeting, and its words.
pub struct StripMark {
    /// Its first day; a local date.
    pub day: NaiveDate,
    pub state: StripState,
    /// How many cases are written in it.
    pub cases: usize,
    /// All that is told of it, such as "17. mars: Ordinært møte, 5 saker".
    pub label: String,
}

/// What became of a meeting; each is drawn in another way as well as in another colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripState {
    /// Held, and its minutes are out.
    Out,
    /// Held, and its minutes are not out.
    NotOut,
    Coming,
    Cancelled,
}

const STATES: [StripState; 4] = [
    StripState::Out,
    StripState::NotOut,
    StripState::Coming,
    StripState::Cancelled,
];

/// Sizes in the picture's own units.
const WIDTH: f64 = 960.0;
const RADIUS: f64 = 20.0;
/// The months stand above this.
const AXIS: f64 = 36.0;
/// One row of meetings: a disc with its day below.
const LANE: f64 = 76.0;
/// How near the middles of two discs in a row may be.
const APART: f64 = 46.0;

impl Render for YearStrip<'_> {
    fn render(&self) -> Markup {
        let of_year = |mark: &&StripMark| mark.day.year() == self.year;
        let marks: Vec<&StripMark> = self.marks.iter().filter(of_year).collect();
        let places: Vec<f64> = marks.iter().map(|mark| disc_place(mark.day)).collect();
        let lanes = lanes(&places);
        let rows = lanes.iter().max().map_or(1, |last| last + 1);
        let height = lane_top(rows);
        let today = self.today.filter(|day| day.year() == self.year);
        html! {
            figure.picture.year-strip id=(self.id) {
                div.year-strip__scroll role="group" tabindex="0" aria-label=(self.title) {
                    svg.year-strip__plot role="img" viewBox={ "0 0 " (WIDTH) " " (height) }
                        aria-labelledby=(named_by(self.id)) aria-describedby=[self.described_by] {
                        (alternative(self.id, self.title, &self.told(today.is_some(), &marks)))
                        (self.grid(height))
                        @if let Some(day) = today {
                            @let x = place(day);
                            g {
                                title { (self.today_text) }
                                line.year-strip__today x1=(x) x2=(x) y1=(AXIS) y2=(height) {}
                            }
                        }
                        @for ((mark, x), lane) in marks.iter().zip(&places).zip(&lanes) {
                            (drawn(mark, *x, lane_top(*lane) + RADIUS + 10.0))
                        }
                    }
                }
                (self.key(&marks))
            }
        }
    }
}

impl YearStrip<'_> {
    fn told(&self, has_today: bool, marks: &[&StripMark]) -> String {
        let today = if has_today { self.today_text } else { "" };
        let labels = marks.iter().map(|mark| mark.label.as_str());
        sentences([self.description, today].into_iter().chain(labels))
    }

    fn grid(&self, height: f64) -> Markup {
        html! {
            line.year-strip__axis x1="0" x2=(WIDTH) y1=(AXIS) y2=(AXIS) {}
            @for (month, name) in (1..).zip(self.months) {
                @let x = NaiveDate::from_ymd_opt(self.year, month, 1).map_or(0.0, place);
                line.year-strip__grid x1=(x) x2=(x) y1="8" y2=(height) {}
                text.year-strip__month x=(x + 8.0) y="26" { (name) }
                text.year-strip__letter x=(x + WIDTH / 24.0) y="26" { (letter(name)) }
            }
        }
    }

    /// Only the states that are in the strip.
    fn key(&self, marks: &[&StripMark]) -> Markup {
        let used = |state: &StripState| marks.iter().any(|mark| mark.state == *state);
        html! {
            @if !marks.is_empty() {
                ul.year-strip__key role="list" {
                    @for state in STATES.iter().filter(|state| used(state)) {
                        li {
                            svg aria-hidden="true" width="28" height="28" viewBox="-24 -24 48 48" { (shape(*state)) }
                            (self.word(*state))
                        }
                    }
                }
            }
        }
    }

    fn word(&self, state: StripState) -> &str {
        match state {
            StripState::Out => self.words.out,
            StripState::NotOut => self.words.not_out,
            StripState::Coming => self.words.coming,
            StripState::Cancelled => self.words.cancelled,
        }
    }
}

/// What a month is called where its name has no room.
fn letter(month: &str) -> String {
    let first = month.chars().next();
    first.map_or_else(String::new, |first| first.to_uppercase().collect())
}

fn drawn(mark: &StripMark, x: f64, y: f64) -> Markup {
    html! {
        g transform={ "translate(" (x) " " (y) ")" } {
            title { (mark.label) }
            (shape(mark.state))
            @if mark.state != StripState::Cancelled {
                text class={ "year-strip__count year-strip__count--" (name(mark.state)) } { (mark.cases) }
            }
            text.year-strip__day y=(RADIUS + 20.0) { (mark.day.day()) "." }
        }
    }
}

/// The disc of a state, around the middle.
fn shape(state: StripState) -> Markup {
    html! {
        circle class={ "year-strip__disc year-strip__disc--" (name(state)) } r=(RADIUS) {}
        @if state == StripState::Cancelled { path.year-strip__stroke d="M-10 10L10 -10" {} }
    }
}

fn name(state: StripState) -> &'static str {
    match state {
        StripState::Out => "out",
        StripState::NotOut => "kept",
        StripState::Coming => "coming",
        StripState::Cancelled => "cancelled",
    }
}

/// How far across a day begins in its year.
fn place(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    round(f64::from(day.ordinal0()) / days * WIDTH)
}

/// The middle of a disc, which never leaves the picture.
fn disc_place(day: NaiveDate) -> f64 {
    place(day).clamp(RADIUS + 2.0, WIDTH - RADIUS - 2.0)
}

/// Where a row begins, counted from 0.
fn lane_top(lane: usize) -> f64 {
    (0..lane).fold(AXIS, |top, _| top + LANE)
}

/// In which row each disc stands: the first where it covers none before it.
fn lanes(places: &[f64]) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let mut found = Vec::new();
    for place in places {
        let free = ends.iter().position(|end| end + APART <= *place);
        let lane = free.unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = *place,
            None => ends.push(*place),
        }
        found.push(lane);
    }
    found
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
