//! The year wheel (årshjul): a board's meetings, deadlines and quiet periods in one round year.
//!
//! A meeting carries the number of its day, so that it reads as a date together with the month beside it; the list
//! under the wheel has every mark in words, with links. Left out on purpose: labels on the wheel itself, which would
//! overlap when meetings are near each other, and times of the day.

use super::circle::{CENTRE, Circle, point, segment, spoke};
use super::wheel_legend::legend;
use super::{alternative, hatch, named_by, sentences};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, Render, html};

/// A year of one board, drawn by [`Render`]; marks outside the year are left out.
pub struct YearWheel<'a> {
    /// Prefix of every id in the picture; unique in the page.
    pub id: &'a str,
    pub year: i32,
    /// Today in the board's zone; the hand is drawn only within the year.
    pub today: Option<NaiveDate>,
    /// What the hand says, such as "I dag 14. april".
    pub today_text: &'a str,
    /// Short names from January on.
    pub months: [&'a str; 12],
    pub title: &'a str,
    pub description: &'a str,
    pub rings: RingNames<'a>,
    /// The id of a table or list beside the picture that has the same facts.
    pub described_by: Option<&'a str>,
    pub marks: Vec<WheelMark>,
}

/// The headings of the list under the wheel, one a ring.
pub struct RingNames<'a> {
    pub meeting: &'a str,
    pub deadline: &'a str,
    pub closed: &'a str,
}

/// Something in the year: a half-open period of local dates, and its words.
pub struct WheelMark {
    pub from: NaiveDate,
    /// The first day after it.
    pub until: NaiveDate,
    pub ring: Ring,
    pub tone: Tone,
    /// The date or period in the reader's language, such as "20.–21. oktober".
    pub when: String,
    pub label: String,
    /// Where the label in the list leads.
    pub href: Option<String>,
}

/// What kind of mark it is, and so where and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    Meeting,
    Deadline,
    Closed,
}

/// How a mark differs from the others in its ring, by shape or pattern as well as by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An ordinary meeting, a deadline, a school holiday.
    Plain,
    /// A professional day (fagdag), a deadline to notice, the board's own quiet period.
    Special,
    /// Needs attention, such as a deadline in a quiet period.
    Warning,
    /// Cancelled or over.
    Muted,
}

const BAND: (f64, f64) = (106.0, 136.0);
const TICK: (f64, f64) = (92.0, 103.0);
const MONTH: f64 = 150.0;
const HUB: f64 = 62.0;
/// Where a meeting's disc sits; the next place is taken when discs would overlap.
const LANES: [f64; 3] = [121.0, 91.0, 61.0];
/// The height of a meeting's disc, and its width when it is one day.
const SIZE: f64 = 28.0;

impl Render for YearWheel<'_> {
    fn render(&self) -> Markup {
        let circle = Circle::of(self.year);
        let mut marks: Vec<&WheelMark> = self
            .marks
            .iter()
            .filter(|mark| circle.span(mark.from, mark.until).is_some())
            .collect();
        marks.sort_by_key(|mark| (mark.from, mark.until));
        html! {
            figure.picture.year-wheel id=(self.id) {
                div.year-wheel__layout {
                    (self.face(&circle, &marks))
                    (legend(self.id, &self.rings, &marks))
                }
            }
        }
    }
}

impl YearWheel<'_> {
    fn face(&self, circle: &Circle, marks: &[&WheelMark]) -> Markup {
        let today = self.today.filter(|today| circle.holds(*today));
        let side = 2.0 * CENTRE;
        html! {
            svg.year-wheel__face role="img" viewBox={ "0 0 " (side) " " (side) }
                aria-labelledby=(named_by(self.id)) aria-describedby=[self.described_by] {
                (alternative(self.id, self.title, &self.words(today.is_some(), marks)))
                defs { (hatch(&format!("{}-hatch", self.id), "year-wheel__hatch")) }
                path.year-wheel__band d=(segment((0.0, 1.0), BAND.0, BAND.1)) {}
                @for mark in of(marks, Ring::Closed) { (self.closed(circle, mark)) }
                (self.months(circle, today))
                @for mark in of(marks, Ring::Deadline) { (deadline(circle, mark)) }
                (self.hub(circle, today))
                (meetings(circle, marks))
            }
        }
    }

    fn words(&self, has_today: bool, marks: &[&WheelMark]) -> String {
        let ring = |name: &str, ring: Ring| {
            let all: Vec<_> = of(marks, ring)
                .map(|mark| format!("{} {}", mark.when, mark.label))
                .collect();
            if all.is_empty() {
                String::new()
            } else {
                format!("{name}: {}", all.join("; "))
            }
        };
        let rings = [
            ring(self.rings.meeting, Ring::Meeting),
            ring(self.rings.deadline, Ring::Deadline),
            ring(self.rings.closed, Ring::Closed),
        ];
        let today = if has_today { self.today_text } else { "" };
        sentences(
            [self.description, today]
                .into_iter()
                .chain(rings.iter().map(String::as_str)),
        )
    }

    fn closed(&self, circle: &Circle, mark: &WheelMark) -> Markup {
        let Some(span) = circle.span(mark.from, mark.until) else {
            return html! {};
        };
        let shape = segment(span, TICK.0 - 4.0, BAND.1);
        html! {
            g class={ "year-wheel__closed year-wheel__closed--" (name(mark.tone)) } {
                (tip(mark))
                path d=(shape) {}
                @if mark.tone != Tone::Plain { path fill={ "url(#" (self.id) "-hatch)" } d=(shape) {} }
            }
        }
    }

    fn months(&self, circle: &Circle, today: Option<NaiveDate>) -> Markup {
        html! {
            @for (index, month) in (0..12).zip(self.months) {
                @let (start, end) = circle.month(index);
                @let (x, y) = month_place(f64::midpoint(start, end));
                @let quarter = index % 3 == 0;
                path.year-wheel__border.year-wheel__border--quarter[quarter]
                    d=(spoke(start, if quarter { TICK.0 - 4.0 } else { BAND.0 }, BAND.1)) {}
                text.year-wheel__month.year-wheel__month--now[today.is_some_and(|day| day.month0() == index)]
                    x=(round(x)) y=(round(y)) { (month) }
            }
        }
    }

    fn hub(&self, circle: &Circle, today: Option<NaiveDate>) -> Markup {
        html! {
            @if let Some(today) = today {
                // The hand points at the middle of the day.
                @let turn = circle.turn(today) + 0.5 / 366.0;
                @let (x, y) = point(turn, BAND.1);
                path.year-wheel__elapsed d=(segment((0.0, turn), BAND.1, BAND.1 + 2.0)) {}
                path.year-wheel__hand d=(spoke(turn, HUB, BAND.1)) {}
                circle.year-wheel__tip cx=(round(x)) cy=(round(y)) r="4.5" {}
                text.year-wheel__today x=(CENTRE) y=(CENTRE + 24.0) { (self.today_text) }
            }
            text.year-wheel__year x=(CENTRE) y=(CENTRE - if today.is_some() { 6.0 } else { 0.0 }) { (self.year) }
        }
    }
}

/// The marks of one ring.
pub(super) fn of<'m>(marks: &[&'m WheelMark], ring: Ring) -> impl Iterator<Item = &'m WheelMark> {
    marks.iter().copied().filter(move |mark| mark.ring == ring)
}

/// The name of a tone in class names.
pub(super) fn name(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Special => "special",
        Tone::Warning => "warning",
        Tone::Muted => "muted",
    }
}

/// What a pointer that rests on a mark is told.
fn tip(mark: &WheelMark) -> Markup {
    html! { title { (mark.when) " " (mark.label) } }
}

fn deadline(circle: &Circle, mark: &WheelMark) -> Markup {
    let Some((start, end)) = circle.span(mark.from, mark.until) else {
        return html! {};
    };
    let turn = f64::midpoint(start, end);
    let (x, y) = point(turn, TICK.0 - 4.0);
    html! {
        g class={ "year-wheel__deadline year-wheel__deadline--" (name(mark.tone)) } {
            (tip(mark))
            path d=(spoke(turn, TICK.0, TICK.1)) {}
            @match mark.tone {
                Tone::Special => circle cx=(round(x)) cy=(round(y)) r="3" {},
                Tone::Warning => path d={ "M" (round(x)) " " (round(y - 5.0)) "l5 9h-10z" } {},
                Tone::Plain | Tone::Muted => {},
            }
        }
    }
}

fn meetings(circle: &Circle, marks: &[&WheelMark]) -> Markup {
    html! {
        @for (mark, place) in placed(circle, marks) {
            g class={ "year-wheel__meeting year-wheel__meeting--" (name(mark.tone)) }
                transform={ "translate(" (round(place.x)) " " (round(place.y)) ")" } {
                (tip(mark))
                (disc(mark))
            }
        }
    }
}

/// The middle of a month's name: further out at the sides, where the name is wider than it is high.
fn month_place(turn: f64) -> (f64, f64) {
    let sideways = (point(turn, 1.0).0 - CENTRE).abs();
    point(turn, MONTH + 11.0 * sideways)
}

/// Where a disc of some width sits.
#[derive(Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
}

impl Place {
    fn covers(self, other: Self) -> bool {
        let apart = (self.x - other.x).abs() - f64::midpoint(self.width, other.width) + SIZE;
        apart.max(0.0).hypot(self.y - other.y) < SIZE + 2.0
    }
}

/// The meetings, each in the outermost lane in which it covers none before it; in the innermost when every lane is full.
fn placed<'m>(circle: &Circle, marks: &[&'m WheelMark]) -> Vec<(&'m WheelMark, Place)> {
    let mut taken: Vec<(&WheelMark, Place)> = Vec::new();
    for mark in of(marks, Ring::Meeting) {
        let Some((start, end)) = circle.span(mark.from, mark.until) else {
            continue;
        };
        let (turn, width) = (f64::midpoint(start, end), width(mark));
        // A wide disc moves inwards at the sides of the wheel, where it would cover the month's name.
        let reach = (width - SIZE) / 2.0 * (point(turn, 1.0).0 - CENTRE).abs();
        let lanes = LANES.map(|radius| {
            let (x, y) = point(turn, radius - reach);
            Place { x, y, width }
        });
        let free = |lane: &Place| taken.iter().all(|(_, other)| !lane.covers(*other));
        let place = lanes
            .into_iter()
            .find(free)
            .unwrap_or(lanes[LANES.len() - 1]);
        taken.push((mark, place));
    }
    taken
}

fn width(mark: &WheelMark) -> f64 {
    if last_day(mark) > mark.from {
        50.0
    } else {
        SIZE
    }
}

fn last_day(mark: &WheelMark) -> NaiveDate {
    mark.until.pred_opt().unwrap_or(mark.from)
}

/// A meeting around the point (0, 0): the days of the month on a shape that tells its tone.
pub(super) fn disc(mark: &WheelMark) -> Markup {
    let (first, last) = (mark.from, last_day(mark));
    let days = if last > first {
        format!("{}–{}", first.day(), last.day())
    } else {
        first.day().to_string()
    };
    let half = width(mark) / 2.0;
    let corner = if mark.tone == Tone::Special {
        5.0
    } else {
        SIZE / 2.0
    };
    html! {
        rect x=(-half) y=(-SIZE / 2.0) width=(2.0 * half) height=(SIZE) rx=(corner) {}
        @if mark.tone == Tone::Muted {
            path.year-wheel__strike d={ "M" (4.0 - half) " 8L" (half - 4.0) " -8" } {}
        }
        text { (days) }
        @if mark.tone == Tone::Warning {
            path.year-wheel__badge d={ "M" (half - 4.0) " -20l7 12h-14z" } {}
        }
    }
}

/// Two decimals are finer than any screen, and keep the page small.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
