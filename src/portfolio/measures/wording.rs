//! What a report of the measures says, in Markdown: how many there are of each status, what is late, what is new, and all of
//! them in a table.
//!
//! Titles and notes are plain text and stay so: what Markdown would read as a sign is written out.

use super::plan::Reported;
use super::rules::{self, Late, Report};
use super::{Measure, Turn};
use crate::audit::code_in_words;
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::db::types::Moment;
use crate::i18n::{Language, dates, text};
use crate::papers::Sections;

/// As many lines of what is new as a report tells.
const MOST_NEW: usize = 100;
/// As much of a title or a note as stands in it, in characters.
const LONGEST: usize = 200;

/// The paper of a report, by what stands now.
#[must_use]
pub fn paper(language: Language, board: &Board, of: &Reported, now: Moment) -> Sections {
    let order: Vec<String> = of.statuses.iter().map(|(code, _)| code.clone()).collect();
    let report = rules::report(&of.measures, &order, of.since, board.today(now));
    let wording = Wording {
        language,
        board,
        statuses: &of.statuses,
        report: &report,
    };
    Sections {
        background: wording.background(),
        assessment: wording.assessment(),
        recommendation: wording.said("measure-report-recommendation"),
        consequences: String::new(),
    }
}

struct Wording<'a> {
    language: Language,
    board: &'a Board,
    statuses: &'a [CodeWord],
    report: &'a Report<'a>,
}

impl Wording<'_> {
    fn said(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    fn background(&self) -> String {
        let on = ("day", self.report.on.into());
        let total = ("n", self.report.all.len().into());
        let mut lines = vec![
            text(self.language, "measure-report-intro", &[on, total]),
            String::new(),
        ];
        let count = |(code, n): &(&str, usize)| format!("- {}: {n}", self.status(code));
        lines.extend(self.report.counts.iter().map(count));
        if !self.report.all.is_empty() {
            lines.extend([String::new(), self.table()]);
        }
        lines.join("\n")
    }

    fn status(&self, code: &str) -> String {
        let words = code_in_words(self.statuses, code);
        plain(words.in_language(self.language.tag()))
    }

    fn title(&self, of: &Measure) -> String {
        plain(of.facts.title.in_language(self.language.tag()))
    }

    fn table(&self) -> String {
        let head = ["measure", "measure-status", "measure-years"].map(|key| self.said(key));
        let row = |one: &Measure| {
            let (title, status) = (self.title(one), self.status(one.status()));
            format!("| {title} | {status} | {} |", one.facts.years)
        };
        let mut lines = vec![
            format!("| {} |", head.join(" | ")),
            "|---|---|---|".to_owned(),
        ];
        lines.extend(self.report.all.iter().map(row));
        lines.join("\n")
    }

    fn assessment(&self) -> String {
        let late = self.report.late.iter();
        let late = late.map(|(one, late)| self.late(one, *late)).collect();
        let mut lines = self.part("measure-report-late", "measure-report-none-late", late);
        if let Some(since) = self.report.since {
            let since = self.board.today(since);
            let new = self.report.changed.iter().take(MOST_NEW);
            let new = new.map(|(one, turn)| self.turn(one, turn)).collect();
            lines.push(String::new());
            lines.extend(self.part("measure-report-new", "measure-report-none-new", new));
            let day = [("day", since.into())];
            let told = text(self.language, "measure-report-since", &day);
            lines.extend([String::new(), told]);
        }
        lines.join("\n")
    }

    /// A heading and its lines, or a sentence where there are none.
    fn part(&self, heading: &str, none: &str, lines: Vec<String>) -> Vec<String> {
        let mut part = vec![format!("## {}", self.said(heading)), String::new()];
        if lines.is_empty() {
            part.push(self.said(none));
        } else {
            part.extend(lines);
        }
        part
    }

    fn late(&self, of: &Measure, late: Late) -> String {
        let (key, year) = match late {
            Late::NotFinished => ("measure-report-not-finished", of.facts.years.last()),
            Late::NotBegun => ("measure-report-not-begun", of.facts.years.first()),
        };
        let values = [
            ("measure", self.title(of).into()),
            ("year", year.to_string().into()),
        ];
        format!("- {}", text(self.language, key, &values))
    }

    fn turn(&self, of: &Measure, turn: &Turn) -> String {
        let day = dates::date(self.language, turn.on);
        let status = self.status(&turn.status);
        let line = format!("- **{}**: {status}, {day}.", self.title(of));
        if turn.note.is_empty() {
            line
        } else {
            format!("{line} {}", plain(&turn.note))
        }
    }
}

/// A text on one line, without anything that Markdown reads as a sign, and not longer than [`LONGEST`].
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let mut shown: String = line.chars().take(LONGEST).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    let mut plain = String::with_capacity(shown.len());
    for letter in shown.chars() {
        if letter.is_ascii_punctuation() && !".,:;!?()/-%'\"".contains(letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_no_markup() {
        assert_eq!(plain("Drift,\nforvaltning"), "Drift, forvaltning");
        assert_eq!(
            plain("a|b *c* <d> [e](f) #g"),
            r"a\|b \*c\* \<d\> \[e\](f) \#g"
        );
        assert_eq!(plain(&"æ".repeat(300)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn a_title_in_a_table_stays_in_its_cell() {
        assert!(!plain("a | b").contains(" | "));
    }
}
