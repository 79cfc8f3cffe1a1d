//! The term chart: who sits on the board until when, one row an organisation or a vacant seat.
//!
//! Positions across are shares of the width and positions down are in `rem`, so the text keeps its size while the chart
//! fills the page; below a readable width it scrolls sideways with the names standing. Left out on purpose: lanes for
//! bars that overlap in a row, since two appointments to one seat cannot, and links.

use super::{alternative, hatch, named_by, sentences};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, Render, html};

/// Terms over a number of years, drawn by [`Render`].
pub struct TermChart<'a> {
    /// Prefix of every id in the picture; unique in the page.
    pub id: &'a str,
    /// The first day shown.
    pub from: NaiveDate,
    /// The first day after what is shown.
    pub until: NaiveDate,
    /// Today in the board's zone; its line is drawn only within the chart.
    pub today: NaiveDate,
    pub title: &'a str,
    pub description: &'a str,
    pub words: TermWords<'a>,
    /// The id of a table beside the picture that has the same facts.
    pub described_by: Option<&'a str>,
    pub groups: Vec<ChartGroup>,
}

/// The words of the key, and what the line of today says.
pub struct TermWords<'a> {
    pub today: &'a str,
    pub permanent: &'a str,
    pub term: &'a str,
    pub vacant: &'a str,
    pub ending_soon: &'a str,
    pub past: &'a str,
}

/// Rows under one heading, such as the rotating members.
pub struct ChartGroup {
    pub heading: String,
    pub rows: Vec<ChartRow>,
}

/// One organisation, and who sat for it when.
pub struct ChartRow {
    pub label: String,
    pub bars: Vec<ChartBar>,
}

/// One period of one person, or of nobody; local dates.
pub struct ChartBar {
    pub from: NaiveDate,
    /// The first day after it; none for an open end, drawn as a point.
    pub until: Option<NaiveDate>,
    /// The person, or the word for vacant.
    pub label: String,
    /// The period in the reader's language, such as "1. januar 2025 – 31. desember 2027".
    pub when: String,
    pub tone: BarTone,
}

/// What a bar stands for; each has its own outline or pattern as well as its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarTone {
    Permanent,
    Term,
    Vacant,
    EndingSoon,
    Past,
}

const TONES: [BarTone; 5] = [
    BarTone::Permanent,
    BarTone::Term,
    BarTone::EndingSoon,
    BarTone::Vacant,
    BarTone::Past,
];

/// Heights in `rem`; `pictures.css` gives the names beside the chart the same.
const AXIS: f64 = 3.25;
const HEADING: f64 = 2.25;
const ROW: f64 = 3.0;

impl Render for TermChart<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.picture.term-chart id=(self.id) {
                div.term-chart__scroll role="region" tabindex="0" aria-label=(self.title) {
                    div.term-chart__sheet {
                        (self.names())
                        (self.plot())
                    }
                }
                (self.key())
            }
        }
    }
}

impl TermChart<'_> {
    /// The names are HTML because the browser breaks their lines; the picture's own words repeat them.
    fn names(&self) -> Markup {
        html! {
            div.term-chart__names aria-hidden="true" {
                @for group in &self.groups {
                    p.term-chart__heading { span { (group.heading) } }
                    @for row in &group.rows {
                        p.term-chart__name { span { (row.label) } }
                    }
                }
            }
        }
    }

    fn plot(&self) -> Markup {
        let height: f64 = AXIS + self.groups.iter().map(group_height).sum::<f64>();
        html! {
            svg.term-chart__plot role="img" width="100%" height={ (height) "rem" }
                aria-labelledby=(named_by(self.id)) aria-describedby=[self.described_by] {
                (alternative(self.id, self.title, &self.words()))
                defs { (hatch(&self.hatch_id(), "term-chart__hatch")) }
                (self.years())
                // Today is drawn under the bars so that it strikes through no name.
                (self.today())
                @let tops = running(AXIS, self.groups.iter().map(group_height));
                @for (group, top) in self.groups.iter().zip(tops) {
                    line.term-chart__rule x1="0" x2="100%" y1={ (top) "rem" } y2={ (top) "rem" } {}
                    @let rows = running(top + HEADING, group.rows.iter().map(|_| ROW));
                    @for (row, top) in group.rows.iter().zip(rows) { (self.row(row, top)) }
                }
            }
        }
    }

    fn words(&self) -> String {
        let row = |row: &ChartRow| {
            let bars = row
                .bars
                .iter()
                .map(|bar| format!("{}, {} ({})", bar.label, bar.when, self.word(bar.tone)));
            format!("{}: {}", row.label, bars.collect::<Vec<_>>().join("; "))
        };
        let groups: Vec<String> = self
            .groups
            .iter()
            .flat_map(|group| {
                std::iter::once(group.heading.clone()).chain(group.rows.iter().map(row))
            })
            .collect();
        sentences(std::iter::once(self.description).chain(groups.iter().map(String::as_str)))
    }

    fn word(&self, tone: BarTone) -> &str {
        match tone {
            BarTone::Permanent => self.words.permanent,
            BarTone::Term => self.words.term,
            BarTone::Vacant => self.words.vacant,
            BarTone::EndingSoon => self.words.ending_soon,
            BarTone::Past => self.words.past,
        }
    }

    fn years(&self) -> Markup {
        let (first, last) = (self.from.year(), self.until.year());
        // More than a dozen years would write over each other at the smallest width.
        let step = usize::try_from(last.saturating_sub(first) / 12).unwrap_or(0) + 1;
        let starts = (first..=last)
            .step_by(step)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
            .filter(|start| self.holds(*start));
        html! {
            @for start in starts {
                @let x = self.share(start);
                line.term-chart__grid x1={ (x) "%" } x2={ (x) "%" } y1="1.5rem" y2="100%" {}
                svg x={ (x) "%" } y="2.4rem" overflow="visible" { text.term-chart__year x="6" { (start.year()) } }
            }
        }
    }

    fn row(&self, row: &ChartRow, top: f64) -> Markup {
        html! {
            svg y={ (top) "rem" } width="100%" height={ (ROW) "rem" } {
                line.term-chart__row x1="0" x2="100%" y1="100%" y2="100%" {}
                @for bar in &row.bars {
                    @if bar.from < self.until && bar.until.is_none_or(|until| until > self.from) {
                        (self.bar(row, bar))
                    }
                }
            }
        }
    }

    fn bar(&self, row: &ChartRow, bar: &ChartBar) -> Markup {
        let start = self.share(bar.from);
        let width = round(self.share(bar.until.unwrap_or(self.until)) - start);
        html! {
            svg class={ "term-chart__bar term-chart__bar--" (name(bar.tone)) }
                x={ (start) "%" } y="0.5rem" width={ (width) "%" } height="2rem" {
                title { (row.label) ": " (bar.label) ", " (bar.when) }
                (body(bar.tone, bar.until.is_none(), &self.hatch_id()))
                text x="0.6rem" y="50%" { (shortened(&bar.label, width)) }
            }
        }
    }

    fn today(&self) -> Markup {
        let x = self.share(self.today);
        // Near the right edge the flag hangs to the left of the line.
        let side = if x > 85.0 {
            "term-chart__flag--left"
        } else {
            "term-chart__flag--right"
        };
        html! {
            @if self.holds(self.today) {
                line.term-chart__today x1={ (x) "%" } x2={ (x) "%" } y1="0.2rem" y2="100%" {}
                svg x={ (x) "%" } y="0.75rem" overflow="visible" {
                    text class={ "term-chart__flag " (side) } { (self.words.today) }
                }
            }
        }
    }

    /// Only the tones that are in the chart.
    fn key(&self) -> Markup {
        let bars = || {
            let rows = self.groups.iter().flat_map(|group| &group.rows);
            rows.flat_map(|row| &row.bars)
        };
        let used = |tone: &BarTone| bars().any(|bar| bar.tone == *tone);
        let used: Vec<BarTone> = TONES.into_iter().filter(used).collect();
        let is_open = |tone| {
            tone == BarTone::Permanent && bars().any(|bar| bar.tone == tone && bar.until.is_none())
        };
        html! {
            @if !used.is_empty() {
                ul.term-chart__key role="list" {
                    @for tone in used {
                        li {
                            svg class={ "term-chart__bar term-chart__bar--" (name(tone)) }
                                aria-hidden="true" width="40" height="20" {
                                (body(tone, is_open(tone), &self.hatch_id()))
                            }
                            (self.word(tone))
                        }
                    }
                }
            }
        }
    }

    fn hatch_id(&self) -> String {
        format!("{}-hatch", self.id)
    }

    fn holds(&self, date: NaiveDate) -> bool {
        self.from <= date && date < self.until
    }

    /// How far into the chart a date begins, in per cent of its width.
    fn share(&self, date: NaiveDate) -> f64 {
        let day = |date: NaiveDate| f64::from(date.num_days_from_ce());
        let days = (day(self.until) - day(self.from)).max(1.0);
        round(((day(date) - day(self.from)) / days * 100.0).clamp(0.0, 100.0))
    }
}

/// The outline of a bar; an open end is a point, and a term that ends soon is hatched at its end.
fn body(tone: BarTone, open: bool, hatch_id: &str) -> Markup {
    html! {
        @if open {
            // The right side of the rectangle is cut off where the point begins.
            svg.term-chart__open x="-13" width="100%" height="100%" { rect x="15" width="100%" height="100%" rx="5" {} }
            svg x="100%" overflow="visible" {
                svg.term-chart__point x="-13" width="13" height="100%" viewBox="0 0 13 30" preserveAspectRatio="none" {
                    path d="M0 1L12 15L0 29" {}
                }
            }
        } @else {
            rect width="100%" height="100%" rx="5" {}
        }
        @if tone == BarTone::EndingSoon {
            svg x="100%" overflow="visible" {
                rect.term-chart__end x="-18" y="2" width="16" height="100%" fill={ "url(#" (hatch_id) ")" } {}
            }
        }
    }
}

fn group_height(group: &ChartGroup) -> f64 {
    // A sum of so many rows stays exact: heights are multiples of a quarter.
    group.rows.iter().fold(HEADING, |height, _| height + ROW)
}

/// Where each of some stacked heights begins.
fn running(start: f64, heights: impl Iterator<Item = f64>) -> impl Iterator<Item = f64> {
    heights.scan(start, |next, height| {
        let top = *next;
        *next += height;
        Some(top)
    })
}

fn name(tone: BarTone) -> &'static str {
    match tone {
        BarTone::Permanent => "permanent",
        BarTone::Term => "term",
        BarTone::Vacant => "vacant",
        BarTone::EndingSoon => "ending",
        BarTone::Past => "past",
    }
}

/// The label as far as it has room in a bar of so many per cent of the smallest chart; the whole of it is in the text
/// alternative, in the tip of the bar, and in the table beside.
fn shortened(label: &str, width: f64) -> String {
    /// Characters of the chart's text size across a chart of the smallest width.
    const ACROSS: f64 = 82.0;
    let room = width / 100.0 * ACROSS - 3.0;
    let mut used = 0.0;
    let fits: String = label
        .chars()
        .take_while(|_| {
            used += 1.0;
            used <= room
        })
        .collect();
    if fits.len() == label.len() {
        return fits;
    }
    let mut kept: Vec<char> = fits.chars().collect();
    kept.pop();
    if kept.len() < 2 {
        String::new()
    } else {
        format!("{}…", kept.iter().collect::<String>().trim_end())
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
