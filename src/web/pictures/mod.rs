//! Pictures of a board's year: the year wheel, the year strip, the term chart and the deadline line of a meeting; and
//! amounts as bars; its seats, and what will be found of its mandate's rules.
//!
//! They are drawn on the server, as SVG or as a styled list, and need no script. Each says in words all that it shows
//! (WCAG 2.1, 1.1.1) and never tells by colour alone (1.4.1): a shape, a pattern or a word says the same.
//! Their looks are in `assets/pictures.css`. There are no `style` attributes, so they work under `style-src 'self'`.
//!
//! Left out on purpose: words, languages and date formats (the caller hands in every word), links inside an image
//! (what is inside `role="img"` cannot be reached with the keyboard), and the time of day.

mod amount_bars;
mod circle;
mod deadline_line;
mod seat_map;
mod term_chart;
mod verdict_grid;
mod wheel_legend;
mod year_strip;
mod year_wheel;

pub use amount_bars::{AmountBar, AmountBars};
pub use deadline_line::{DeadlineLine, DeadlineWords, Stop, StopState};
pub use seat_map::{SeatGroup, SeatMap};
pub use term_chart::{BarTone, ChartBar, ChartGroup, ChartRow, TermChart, TermWords};
pub use verdict_grid::{Finding, GridColumn, GridRow, MOST_COLUMNS, VerdictGrid, VerdictWords};
pub use year_strip::{StripMark, StripState, StripWords, YearStrip};
pub use year_wheel::{Ring, RingNames, Tone, WheelMark, YearWheel};

use maud::{Markup, html};

/// The name and the description that begin an SVG picture; [`named_by`] points at both.
fn alternative(id: &str, title: &str, text: &str) -> Markup {
    html! {
        title id={ (id) "-title" } { (title) }
        desc id={ (id) "-desc" } { (text) }
    }
}

/// The value of `aria-labelledby` for a picture that begins with [`alternative`].
fn named_by(id: &str) -> String {
    format!("{id}-title {id}-desc")
}

/// Diagonal lines that a shape is filled with by `fill="url(#…)"`; `class` colours the lines.
fn hatch(id: &str, class: &str) -> Markup {
    html! {
        pattern id=(id) width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
            line class=(class) x1="0" y1="0" x2="0" y2="6" {}
        }
    }
}

/// Joins the parts of a text alternative into sentences: trimmed, each with a full stop.
fn sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            if part.ends_with(['.', '!', '?']) {
                part.to_owned()
            } else {
                format!("{part}.")
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
