//! What the pages of minutes share. Each has a file of its own beside.

pub mod preview;
pub mod write;

use super::{Minutes, Published, Written};
use crate::boards::Board;
use crate::cases::Item;
use crate::cases::pages::meeting_name;
use crate::cases::pages::past::Meetings;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, MeetingId};
use crate::meetings::Meeting;
use crate::minutes::actions::pages::item::OfMeeting;
use crate::minutes::attendance::pages::Attendance;
use crate::minutes::round::Round;
use crate::minutes::round::rules::{self, Refusal};
use crate::minutes::told::Standing;
use crate::web::{View, paths};
use std::collections::HashMap;

/// Everything the pages show.
pub struct MinutesPage {
    /// Who was there, and the items with what the reader may know of their cases.
    pub attendance: Attendance,
    pub minutes: Minutes,
    /// What is written, as far as the reader may read it.
    pub written: Vec<Written>,
    /// The way of the minutes since their draft went out.
    pub round: Option<Round>,
    /// What is to be followed up, item by item.
    pub actions: OfMeeting,
    /// The outcomes that may be chosen.
    pub outcomes: Vec<CodeWord>,
    /// The code list of outcomes, for those that stand and may be chosen no more.
    pub all_outcomes: Vec<CodeWord>,
    pub past: Past,
}

/// What is known of minutes from before the system came.
#[derive(Default)]
pub struct Past {
    pub published: Option<Published>,
    /// The meetings whose minutes each item approves.
    pub approves: HashMap<AgendaItemId, Vec<MeetingId>>,
    /// The meetings that approved these.
    pub approved_in: Vec<MeetingId>,
    /// All of them.
    pub meetings: Meetings,
}

impl MinutesPage {
    #[must_use]
    pub fn meeting(&self) -> &Meeting {
        &self.attendance.lists.meeting
    }

    #[must_use]
    pub fn board(&self) -> &Board {
        &self.attendance.lists.data.board
    }

    /// Why nothing may be written now.
    #[must_use]
    pub fn refusal(&self, view: &View) -> Option<Refusal> {
        let today = self.board().today(view.now);
        rules::may_be_written(self.meeting(), self.round.as_ref(), today).err()
    }

    /// What the minutes say of themselves as they stand.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if rules::is_shut(self.meeting(), self.round.as_ref()) {
            Standing::Approved
        } else {
            Standing::Draft
        }
    }

    /// What is written of an item.
    #[must_use]
    pub fn written_of(&self, item: AgendaItemId) -> Option<&Written> {
        self.written.iter().find(|one| one.item == item)
    }

    /// What was written of items that stand on the agenda no more.
    #[must_use]
    pub fn gone(&self) -> Vec<&Written> {
        let items = &self.attendance.lists.agenda.items;
        let is_gone = |one: &&Written| !items.iter().any(|item| item.id == one.item);
        self.written.iter().filter(is_gone).collect()
    }

    /// Whether an item is closed to the reader.
    #[must_use]
    pub fn is_closed(&self, item: &Item) -> bool {
        let seen = &self.attendance.seen;
        item.case.is_some_and(|id| !seen.contains_key(&id))
    }

    /// The word for an outcome; the code itself when every list has lost it.
    #[must_use]
    pub fn outcome(&self, view: &View, code: &str) -> String {
        let mut lists = self.outcomes.iter().chain(&self.all_outcomes);
        let known = lists.find(|(known, words)| known == code && !words.is_empty());
        known.map_or_else(
            || code.to_owned(),
            |(_, words)| view.words(words).to_owned(),
        )
    }
}

/// The page on which the minutes of a meeting are written.
#[must_use]
pub fn path(of: MeetingId) -> String {
    paths::of_meeting(of, "minutes")
}

/// The name of a field of one item: the forms of all items stand on one page.
#[must_use]
pub fn field(name: &str, item: AgendaItemId) -> String {
    format!("{name}-{item}")
}

#[must_use]
pub fn title(view: &View, page: &MinutesPage) -> String {
    let meeting = meeting_name(view, &page.attendance.meeting_kinds, page.meeting());
    view.tv("minutes-of", &[("meeting", meeting.into())])
}
