//! Minutes: a row an item, and one without an item for what stands above them all.
//!
//! They are those of meetings that are closed: what was agreed is not a draft any more, and nobody goes on writing it.

use super::line::{Line, Located};
use super::naming::At;
use super::past::ItemEntry;
use super::{NewAndKnown, Place, Work};
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
        if line.text("item", 400).is_empty() {
            return self.head(line, at);
        }
        let item = self.spoken_item(line, at)?;
        self.text_of(line, at, &item)
    }

    /// A row about what an earlier row of the file is about says the same, or one of the two is wrong.
    fn told_before(
        &mut self,
        line: &mut Line<'_, '_>,
        first: Option<&Place>,
        is_same: bool,
    ) -> Option<bool> {
        if let (false, Some(first)) = (is_same, first) {
            let said = Said::new("import-minutes-of-two").with("row", first.row.to_string());
            line.refuse("item", said);
            return None;
        }
        self.recognised(line, first)
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
            on: line.known_day("published"),
            source: line.words("source", 500),
            remark: line.words("remark", super::cases::REMARK),
        };
        if (published.on).is_some_and(|on| on < at.day || on > self.today(at.board)) {
            line.refuse("published", Said::new("import-published-when"));
        }
        let meeting = self.past.sittings[at.sitting].id;
        let head = PastMinutes {
            meeting,
            language,
            opening,
            published,
        };
        if let Some(first) = self.past.heads.get(&meeting).cloned() {
            let is_same = self.checked.plan.past.heads.contains(&head);
            return self.told_before(line, first.as_ref(), is_same);
        }
        self.refuse_mail(line, at.board);
        self.refuse_sent(line, at);
        self.past.heads.insert(meeting, Some(line.place()));
        self.checked.plan.past.heads.push(head);
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
            let mut texts = self.checked.plan.past.texts.iter();
            let is_same = texts.any(|one| one.item == item.id && one.text == text);
            return self.told_before(line, first.as_ref(), is_same);
        }
        self.refuse_mail(line, at.board);
        self.refuse_sent(line, at);
        self.past.written.insert(item.id, Some(line.place()));
        let title = self.called(item);
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
