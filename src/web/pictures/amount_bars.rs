//! Amounts as bars, the largest first: a name and an amount in words above each bar, so that it is read on the narrowest
//! screen too.
//!
//! Left out on purpose: an axis, because each bar says its own amount, and amounts below nothing.

use super::{alternative, named_by, sentences};
use maud::{Markup, Render, html};

/// A few amounts beside each other, drawn by [`Render`].
pub struct AmountBars<'a> {
    /// Prefix of every id in the picture; unique in the page.
    pub id: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The id of a table beside the picture that has the same facts.
    pub described_by: Option<&'a str>,
    pub bars: Vec<AmountBar>,
}

/// One amount.
pub struct AmountBar {
    pub label: String,
    /// The amount as it is read.
    pub value: String,
    /// What the length of the bar is drawn by; the longest bar fills the picture.
    pub amount: i64,
}

/// The height of a bar with its words, in `rem`.
const ROW: f64 = 3.25;
/// As many letters of a name as have room beside an amount on the narrowest screen.
const LABEL: usize = 20;

impl Render for AmountBars<'_> {
    fn render(&self) -> Markup {
        let rows = u32::try_from(self.bars.len()).map_or(0.0, f64::from);
        html! {
            figure.picture.amount-bars id=(self.id) {
                svg role="img" width="100%" height={ (rows * ROW) "rem" }
                    aria-labelledby=(named_by(self.id)) aria-describedby=[self.described_by] {
                    (alternative(self.id, self.title, &self.words()))
                    @for (at, bar) in (0_u32..).zip(&self.bars) { (self.bar(f64::from(at) * ROW, bar)) }
                }
            }
        }
    }
}

impl AmountBars<'_> {
    fn words(&self) -> String {
        let bars: Vec<String> = self
            .bars
            .iter()
            .map(|bar| format!("{}: {}", bar.label, bar.value))
            .collect();
        sentences(std::iter::once(self.description).chain(bars.iter().map(String::as_str)))
    }

    fn bar(&self, top: f64, bar: &AmountBar) -> Markup {
        html! {
            svg y={ (top) "rem" } width="100%" height={ (ROW) "rem" } {
                text x="0" y="1.1rem" { (shortened(&bar.label)) }
                text.amount-bars__value x="100%" y="1.1rem" { (bar.value) }
                rect.amount-bars__ground x="0" y="1.5rem" width="100%" height="1rem" {}
                rect.amount-bars__bar x="0" y="1.5rem" width={ (self.share(bar)) "%" } height="1rem" {}
            }
        }
    }

    /// How far the bar goes, in hundredths of a per cent cut to whole ones: no more than the picture is wide.
    fn share(&self, bar: &AmountBar) -> f64 {
        let most = self.bars.iter().map(|bar| bar.amount).max().unwrap_or(0);
        let of = i128::from(bar.amount.max(0)) * 10_000 / i128::from(most.max(1));
        f64::from(i32::try_from(of).unwrap_or(10_000)) / 100.0
    }
}

/// The name as far as it has room; the whole of it is in the text alternative, and in the table beside.
fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LABEL - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bar_says_its_amount_and_the_largest_fills_the_picture() {
        let bar = |label: &str, amount| AmountBar {
            label: label.to_owned(),
            value: format!("{amount} kr"),
            amount,
        };
        let drawn = AmountBars {
            id: "paid",
            title: "Betalt",
            description: "De største",
            described_by: Some("paid-table"),
            bars: vec![
                bar("Arbeids- og velferdsdirektoratet", 200),
                bar("Skien", 50),
                bar("Ingen", 0),
            ],
        }
        .render()
        .into_string();
        for said in [
            "<desc id=\"paid-desc\">De største. Arbeids- og velferdsdirektoratet: 200 kr. Skien: 50 kr. Ingen: 0 kr.</desc>",
            "width=\"100%\" height=\"1rem\"",
            "width=\"25%\"",
            "width=\"0%\"",
            "Arbeids- og velferd…",
            "role=\"img\"",
        ] {
            assert!(drawn.contains(said), "{said} in {drawn}");
        }
    }
}
