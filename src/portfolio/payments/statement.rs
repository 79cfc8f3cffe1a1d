//! The account of a product to the end of a tertial (tertialrapport), as a document and as a table: what was spent, what is
//! left of the budget, and what it makes for each that shares the cost.

use super::pages::money::{MoneyPage, left, tertial_name};
use super::pages::name_of;
use super::rules::Account;
use super::{Ore, Share, Spent};
use crate::i18n::dates;
use crate::meetings::words::uncapitalised;
use crate::papers::pack::documents;
use crate::pdf::Document;
use crate::pdf::markdown::{Block, Inline};
use crate::pdf::pack::Section;
use crate::people::today;
use crate::web::View;
use chrono::Datelike;

/// What the statement says beside the account.
pub struct Statement<'a> {
    pub of: &'a MoneyPage,
    pub account: Account,
}

impl Statement<'_> {
    /// “Tertialrapport: ID-porten, første tertial 2026”.
    #[must_use]
    pub fn title(&self, view: &View) -> String {
        let values = [
            ("product", view.words(&self.of.product).into()),
            (
                "tertial",
                uncapitalised(&tertial_name(view, self.account.tertial)).into(),
            ),
            ("year", self.of.of.year.to_string().into()),
        ];
        view.tv("statement-title", &values)
    }

    /// “januar–april 2026”, from the beginning of the year.
    fn months(&self, view: &View) -> String {
        let month = |month: u8| dates::month(view.language, u32::from(month));
        let last = self.account.tertial * 4;
        format!("{}–{} {}", month(1), month(last), self.of.of.year)
    }

    /// What each pays of what was spent so far and of the whole year's sum, by name; nobody where it is not shared.
    fn shares(&self) -> Vec<(String, Ore, Ore)> {
        let Some(split) = &self.of.of.split else {
            return Vec::new();
        };
        let so_far = self
            .of
            .shared(split.way, self.account.so_far, &split.among)
            .unwrap_or_default();
        let year = self.of.shares().and_then(Result::ok).unwrap_or_default();
        let row = |(so_far, year): (&Share, &Share)| {
            let name = name_of(&self.of.names, so_far.organisation).to_owned();
            (name, so_far.ore, year.ore)
        };
        // Both are in the order of the ids of those that share.
        let mut rows: Vec<_> = so_far.iter().zip(&year).map(row).collect();
        rows.sort_by_key(|(name, ..)| name.to_lowercase());
        rows
    }

    /// What is said of each tertial: its name, what was spent and what was said of it.
    fn parts(&self, view: &View) -> Vec<[String; 3]> {
        let part = |(tertial, spent): &(u8, Spent)| {
            let name = tertial_name(view, *tertial);
            [name, spent.ore.written(view.language), spent.note.clone()]
        };
        self.account.parts.iter().map(part).collect()
    }

    /// The sums of the account, each with its label.
    fn sums(&self, view: &View) -> Vec<(String, String)> {
        let amount =
            |of: Option<Ore>| of.map_or_else(|| "–".to_owned(), |ore| ore.written(view.language));
        vec![
            (view.t("money-so-far"), amount(Some(self.account.so_far))),
            (view.t("money-budget"), amount(self.account.budget)),
            (view.t("money-left"), left(view, self.account.left())),
            (view.t("money-frame"), amount(self.account.frame)),
        ]
    }
}

/// The statement as a document of its own.
#[must_use]
pub fn document(view: &View, of: &Statement<'_>) -> Document {
    let (title, on) = (of.title(view), today(view.now));
    let head = ["tertial", "money-spent-in", "money-note"].map(|key| words(view.t(key)));
    let parts = of.parts(view).into_iter();
    let spent = Block::Table {
        right: vec![1],
        head: head.into(),
        rows: parts.map(|part| part.map(words).into()).collect(),
    };
    let mut sections = vec![Section {
        heading: view.t("money-spent"),
        blocks: vec![spent],
    }];
    if of.account.is_over_frame() {
        sections[0].blocks.push(Block::Paragraph {
            c: words(view.t("money-over-frame")),
        });
    }
    let shares = of.shares();
    if !shares.is_empty() {
        let head = [
            "split-organisation",
            "statement-share",
            "statement-share-year",
        ];
        let row = |(name, so_far, year): (String, Ore, Ore)| {
            let cells = [
                name,
                so_far.written(view.language),
                year.written(view.language),
            ];
            cells.map(words).into()
        };
        let table = Block::Table {
            right: vec![1, 2],
            head: head.map(|key| words(view.t(key))).into(),
            rows: shares.into_iter().map(row).collect(),
        };
        sections.push(Section {
            heading: view.t("split"),
            blocks: vec![table],
        });
    }
    let mut facts = vec![(view.t("statement-months"), of.months(view))];
    facts.extend(of.sums(view));
    facts.push((view.t("statement-made"), view.date(on)));
    Document {
        language: view.language.tag().to_owned(),
        foot: title.clone(),
        title,
        author: view.t("product-name"),
        date: (on.year(), on.month(), on.day()),
        kicker: view.t("statement"),
        facts,
        sections,
        words: documents::words(view.language),
    }
}

fn words(text: String) -> Vec<Inline> {
    vec![Inline::Text { text }]
}

/// The statement as a table of text, as Excel in Norway reads it: UTF-8 with a mark, semicolons, øre after a comma.
#[must_use]
pub fn table(view: &View, of: &Statement<'_>) -> String {
    let t = |key: &str| view.t(key);
    let amount = |ore: Option<Ore>| ore.map_or_else(String::new, Ore::typed);
    let mut lines = vec![
        vec![of.title(view)],
        vec![t("statement-months"), of.months(view)],
    ];
    lines.push(["tertial", "money-spent-in", "money-note"].map(t).into());
    for (tertial, spent) in &of.account.parts {
        let (ore, note) = (spent.ore.typed(), spent.note.clone());
        lines.push(vec![tertial_name(view, *tertial), ore, note]);
    }
    let account = &of.account;
    lines.push(vec![t("money-so-far"), account.so_far.typed()]);
    lines.push(vec![t("money-budget"), amount(account.budget)]);
    lines.push(vec![t("money-left"), difference(account.left())]);
    lines.push(vec![t("money-frame"), amount(account.frame)]);
    let shares = of.shares();
    if !shares.is_empty() {
        lines.push(
            [
                "split-organisation",
                "statement-share",
                "statement-share-year",
            ]
            .map(t)
            .into(),
        );
        let rows = shares.into_iter();
        lines.extend(rows.map(|(name, so_far, year)| vec![name, so_far.typed(), year.typed()]));
    }
    let lines = lines.iter().map(|line| {
        let cells: Vec<String> = line.iter().map(|text| cell(text)).collect();
        format!("{}\r\n", cells.join(";"))
    });
    format!("\u{FEFF}{}", lines.collect::<String>())
}

/// What is left as a spreadsheet reads it.
fn difference(of: Option<i64>) -> String {
    of.map_or_else(String::new, |of| {
        let minus = if of < 0 { "-" } else { "" };
        let of = of.unsigned_abs();
        format!("{minus}{},{:02}", of / 100, of % 100)
    })
}

/// A cell (RFC 4180). What a spreadsheet would take for a formula is text with a mark before it.
fn cell(text: &str) -> String {
    let is_number = text
        .trim_start_matches('-')
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b',');
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let mark = if is_formula { "'" } else { "" };
    let quoted = text.contains([';', '"', '\n', '\r']);
    if quoted {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{mark}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (text, written) in [
            ("Skien", "Skien"),
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("-12,50", "-12,50"),
            ("-x", "'-x"),
            ("a;b", "\"a;b\""),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("to\nlinjer", "\"to\nlinjer\""),
        ] {
            assert_eq!(cell(text), written, "{text}");
        }
        assert_eq!(difference(Some(-105)), "-1,05");
        assert_eq!(difference(None), "");
    }
}
