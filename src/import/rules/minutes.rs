//! Minutes: a row an item, and one without an item for what stands above them all.
//!
//! They are those of meetings that are closed: what was agreed is not a draft any more, and nobody goes on writing it.

use super::line::{Line, Located};
use super::past::{At, ItemEntry};
use super::{NewAndKnown, Work};
use crate::i18n::{Language, Said};
use crate::import::past::{PastMinutes, PastText};
use crate::meetings::MeetingState;
use crate::minutes::draft::rules::is_in_order;
use crate::minutes::draft::{ItemText, Published};

/// As long as the summary of one item may be, in characters; the page on which minutes are written takes no more.
const LONGEST: usize = 20_000;
/// As long as each of the other texts may be.
const LONG: usize = 5_000;

impl Work<'_> {
    pub fn minutes(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        self.each(tables, Self::minutes_of)
    }

    fn minutes_of(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let at = self.at(line)?;
        self.refuse_early(line, at);
        if line.is_right() && self.past.sittings[at.sitting].state != MeetingState::Closed {
            line.refuse("meeting_day", Said::new("import-minutes-not-closed"));
        }
        let written = line.text("item", 400);
        if written.is_empty() {
            return self.head(line, at);
        }
        match self.item_of(&written, at) {
            Ok(item) => self.text_of(line, at, &item),
            Err(said) => {
                line.refuse("item", said);
                None
            }
        }
    }

    /// What stands above the items.
    fn head(&mut self, line: &mut Line<'_, '_>, at: At) -> Option<bool> {
        for code in ["outcome", "conclusion", "dissent", "starts", "ends"] {
            if line.is_filled(code) {
                line.refuse("item", Said::new("import-item-of-minutes-needed"));
                return None;
            }
        }
        let opening = line.prose("content", LONG);
        let language: Language = line.language("language", &self.words.languages);
        let published = Published {
            on: line.day("published"),
            source: line.words("source", 500),
            remark: line.words("remark", super::cases::REMARK),
        };
        if (published.on).is_some_and(|on| on < at.day || on > self.today(at.board)) {
            line.refuse("published", Said::new("import-published-when"));
        }
        let meeting = self.past.sittings[at.sitting].id;
        if let Some(first) = self.past.heads.get(&meeting).cloned() {
            return self.recognised(line, first.as_ref());
        }
        self.refuse_mail(line, at.board);
        self.past.heads.insert(meeting, Some(line.place()));
        self.checked.plan.past.heads.push(PastMinutes {
            meeting,
            language,
            opening,
            published,
        });
        Some(true)
    }

    fn text_of(&mut self, line: &mut Line<'_, '_>, at: At, item: &ItemEntry) -> Option<bool> {
        for code in ["language", "published", "source", "remark"] {
            if line.is_filled(code) {
                line.refuse(code, Said::new("import-only-above-items"));
            }
        }
        let outcome = line.choice("outcome", &self.words.outcomes);
        let text = ItemText {
            content: line.prose("content", LONGEST),
            outcome: outcome.unwrap_or_default(),
            conclusion: line.prose("conclusion", LONG),
            dissent: line.prose("dissent", LONG),
            starts: line.time("starts"),
            ends: line.time("ends"),
        };
        if !is_in_order(text.starts, text.ends) {
            line.refuse("ends", Said::new("import-ends-before-it-starts"));
        }
        if text == ItemText::default() && line.is_right() {
            line.refuse("content", Said::new("import-needed"));
        }
        if let Some(first) = self.past.written.get(&item.id).cloned() {
            return self.recognised(line, first.as_ref());
        }
        self.refuse_mail(line, at.board);
        self.past.written.insert(item.id, Some(line.place()));
        let case = item.case.and_then(|case| self.past.by_case.get(&case));
        let title = match case.map(|entry| &self.past.entries[*entry]) {
            Some(entry) => match &entry.number {
                Some(number) => format!("{number} {}", entry.title),
                None => entry.title.clone(),
            },
            None => item.titles.first().cloned().unwrap_or_default(),
        };
        self.checked.plan.past.texts.push(PastText {
            meeting: self.past.sittings[at.sitting].id,
            item: item.id,
            case: item.case,
            title,
            text,
        });
        Some(true)
    }
}
