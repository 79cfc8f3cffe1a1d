//! The verdict grid: one row a rule, one column a day, and in each field a shape that says what is found.
//!
//! It stands in the sheet of the term chart, so that the names stand still while the days scroll. Left out on purpose: more
//! than can be drawn beside each other, which the table behind has.

use super::{alternative, named_by, sentences};
use maud::{Markup, Render, html};

/// As many days as are drawn beside each other.
pub const MOST_COLUMNS: usize = 24;

/// Findings over a number of days, drawn by [`Render`].
pub struct VerdictGrid<'a> {
    /// Prefix of every id in the picture; unique in the page.
    pub id: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub words: VerdictWords<'a>,
    /// The id of a table beside the picture that has the same facts.
    pub described_by: Option<&'a str>,
    /// At most [`MOST_COLUMNS`] are drawn.
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
}

/// The words of the key.
pub struct VerdictWords<'a> {
    pub met: &'a str,
    pub broken: &'a str,
    pub unknown: &'a str,
    pub meeting: &'a str,
    pub turning: &'a str,
}

/// A day.
pub struct GridColumn {
    /// Short, such as "14.4.".
    pub label: String,
    /// The year, over the first day of each.
    pub year: Option<String>,
    /// The whole date, for the picture's words.
    pub spoken: String,
    pub is_meeting: bool,
    pub is_turning: bool,
}

/// A rule, and what is found of it on each day; none where it is not in force.
pub struct GridRow {
    pub label: String,
    pub cells: Vec<Option<Finding>>,
}

/// What is found; each has its own shape as well as its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    Met,
    Broken,
    Unknown,
}

const FINDINGS: [Finding; 3] = [Finding::Met, Finding::Broken, Finding::Unknown];

/// Heights in `rem`; `pictures.css` gives the names beside the chart the same.
const AXIS: usize = 15;
const ROW: usize = 12;
/// The parts of a `rem` that heights are counted in.
const PART: f64 = 0.25;

impl Render for VerdictGrid<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.picture.term-chart.verdict-grid id=(self.id) {
                div.term-chart__scroll role="region" tabindex="0" aria-label=(self.title) {
                    div.term-chart__sheet {
                        div.term-chart__names aria-hidden="true" {
                            @for row in &self.rows { p.term-chart__name { span { (row.label) } } }
                        }
                        (self.plot())
                    }
                }
                (self.key())
            }
        }
    }
}

impl VerdictGrid<'_> {
    fn plot(&self) -> Markup {
        let height = rem(AXIS + ROW * self.rows.len());
        html! {
            svg.term-chart__plot role="img" width="100%" height=(height)
                aria-labelledby=(named_by(self.id)) aria-describedby=[self.described_by] {
                (alternative(self.id, self.title, &self.words()))
                @for (place, column) in self.columns.iter().take(MOST_COLUMNS).enumerate() { (self.head(place, column)) }
                @for (line, row) in self.rows.iter().enumerate() {
                    @let top = AXIS + ROW * line;
                    line.term-chart__row x1="0" x2="100%" y1=(rem(top)) y2=(rem(top)) {}
                    @for (place, cell) in row.cells.iter().take(MOST_COLUMNS).enumerate() {
                        @if let Some(finding) = cell { (self.field(place, top, *finding)) }
                    }
                }
            }
        }
    }

    /// A day over its column, with a mark for what it is.
    fn head(&self, place: usize, column: &GridColumn) -> Markup {
        let (x, middle) = (self.share(place * 2), self.share(place * 2 + 1));
        html! {
            @if let Some(year) = &column.year {
                line.term-chart__grid x1=(x) x2=(x) y1="0.25rem" y2="100%" {}
                svg x=(x) y="1rem" overflow="visible" { text.term-chart__year x="4" { (year) } }
            }
            svg x=(middle) y="2.375rem" overflow="visible" { text.verdict-grid__day { (column.label) } }
            svg x=(middle) y="3.125rem" overflow="visible" {
                @if column.is_meeting { circle.verdict-grid__meeting r="4" {} }
                @if column.is_turning { path.verdict-grid__turning d=(turning(column.is_meeting)) {} }
            }
        }
    }

    fn field(&self, place: usize, top: usize, finding: Finding) -> Markup {
        let middle = self.share(place * 2 + 1);
        html! { svg x=(middle) y=(rem(top + ROW / 2)) overflow="visible" { (shape(finding)) } }
    }

    /// How far across so many halves of columns reach, in per cent.
    fn share(&self, halves: usize) -> String {
        let columns = self.columns.len().clamp(1, MOST_COLUMNS);
        // Whole hundredths, so that the same page is the same text everywhere.
        let hundredths = halves * 10_000 / (columns * 2);
        format!("{}.{:02}%", hundredths / 100, hundredths % 100)
    }

    /// Each rule: what is found of it first, and from which day it is another.
    fn words(&self) -> String {
        let row = |row: &GridRow| {
            let mut said: Vec<String> = Vec::new();
            let mut before: Option<Option<Finding>> = None;
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                if let Some(finding) = cell
                    && before != Some(*cell)
                {
                    said.push(format!("{} {}", column.spoken, self.word(*finding)));
                }
                before = Some(*cell);
            }
            format!("{}: {}", row.label, said.join("; "))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        sentences(std::iter::once(self.description).chain(rows.iter().map(String::as_str)))
    }

    fn word(&self, finding: Finding) -> &str {
        match finding {
            Finding::Met => self.words.met,
            Finding::Broken => self.words.broken,
            Finding::Unknown => self.words.unknown,
        }
    }

    fn key(&self) -> Markup {
        html! {
            ul.term-chart__key role="list" {
                @for finding in FINDINGS {
                    li {
                        svg aria-hidden="true" width="24" height="24" viewBox="-12 -12 24 24" { (shape(finding)) }
                        (self.word(finding))
                    }
                }
                li {
                    svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16" { circle.verdict-grid__meeting r="4" {} }
                    (self.words.meeting)
                }
                li {
                    svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16" { path.verdict-grid__turning d=(turning(false)) {} }
                    (self.words.turning)
                }
            }
        }
    }
}

/// A diamond, beside the mark of a meeting where there is one.
fn turning(is_beside: bool) -> &'static str {
    if is_beside {
        "M11 -5L16 0L11 5L6 0Z"
    } else {
        "M0 -5L5 0L0 5L-5 0Z"
    }
}

/// A ring with a tick, a full square with a cross, a broken ring with a question mark.
fn shape(finding: Finding) -> Markup {
    html! {
        @match finding {
            Finding::Met => {
                circle.verdict-grid__met r="9" {}
                path.verdict-grid__tick d="M-4 0L-1 4L5 -4" {}
            }
            Finding::Broken => {
                rect.verdict-grid__broken x="-10" y="-10" width="20" height="20" rx="2" {}
                path.verdict-grid__cross d="M-5 -5L5 5M-5 5L5 -5" {}
            }
            Finding::Unknown => {
                circle.verdict-grid__unknown r="9" {}
                text.verdict-grid__question y="5" { "?" }
            }
        }
    }
}

/// A height in quarters of a `rem`.
fn rem(quarters: usize) -> String {
    let quarters = u32::try_from(quarters).unwrap_or(u32::MAX);
    format!("{}rem", f64::from(quarters) * PART)
}
