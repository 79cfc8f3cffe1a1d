//! What a board did before it moved in: its cases, agendas, attendance, minutes and action items, as they stand and as they
//! are to be written.

use crate::cases::past::{Source, Unknown};
use crate::cases::{Assessed, CaseNumber, CaseState, Facts, Guest, Item, Numbering};
use crate::db::ids::{
    ActionId, AgendaItemId, BoardId, CaseId, MeetingId, OrganisationId, PersonId, RowId,
};
use crate::db::types::Moment;
use crate::i18n::Language;
use crate::meetings::MeetingState;
use crate::minutes::actions::{Owner, State, Task};
use crate::minutes::attendance::Record;
use crate::minutes::draft::{ItemText, Published};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// Everything of the past that stands and that a file may speak of; of the boards that it names only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownPast {
    /// Of boards that have laid something down.
    pub numbering: Vec<(BoardId, Numbering)>,
    pub meetings: Vec<KnownMeeting>,
    /// What nobody knows of them.
    pub unknown: Vec<(MeetingId, Unknown)>,
    pub cases: Vec<KnownCase>,
    /// To whom cases are closed.
    pub closed: HashMap<CaseId, BTreeSet<PersonId>>,
    pub counters: Vec<(BoardId, String, i64)>,
    /// The meetings whose agenda is begun.
    pub agendas: Vec<MeetingId>,
    /// With their places on the agenda.
    pub items: Vec<(MeetingId, i64, Item)>,
    pub guests: Vec<(MeetingId, Guest)>,
    pub attendance: Vec<(MeetingId, Record)>,
    /// The meetings of whose minutes it stands in which language they are, with an opening or without.
    pub heads: Vec<MeetingId>,
    /// The items of which something is written.
    pub texts: Vec<AgendaItemId>,
    /// The meetings whose minutes have gone out to those who were there.
    pub rounds: Vec<MeetingId>,
    /// What was written by mistake too.
    pub actions: Vec<KnownAction>,
    /// The provisions that something may be exempt by.
    pub bases: Vec<(RowId, String)>,
    /// The names of organisations that are in use today.
    pub names: Vec<(OrganisationId, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownMeeting {
    pub id: MeetingId,
    pub board: BoardId,
    pub kind: String,
    pub state: MeetingState,
    pub days: Vec<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownCase {
    pub id: CaseId,
    pub board: BoardId,
    pub number: Option<Number>,
    /// Whether it was imported without a number, whatever it was given since: a file knows it by its title.
    pub came_without: bool,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAction {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub content: String,
    pub owner: Owner,
    pub owner_name: String,
}

/// What is to be written of the past, in the order in which one row needs another.
#[derive(Clone, Debug, Default)]
pub struct Past {
    pub numbering: Vec<(BoardId, Numbering)>,
    pub unknown: Vec<(MeetingId, Unknown)>,
    pub cases: Vec<PastCase>,
    /// The last number of each series that the file carries on.
    pub counters: Vec<(BoardId, String, i64)>,
    pub agendas: Vec<PastAgenda>,
    pub guests: Vec<(MeetingId, Guest)>,
    pub approvals: Vec<(AgendaItemId, MeetingId)>,
    pub attendance: Vec<(MeetingId, Record)>,
    pub heads: Vec<PastMinutes>,
    pub texts: Vec<PastText>,
    pub actions: Vec<PastAction>,
}

impl Past {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
            && self.agendas.is_empty()
            && self.attendance.is_empty()
            && self.heads.is_empty()
            && self.texts.is_empty()
            && self.actions.is_empty()
    }

    /// Whether it can only be written in the name of someone: that of who wrote a case, a text or an action item stands beside
    /// it.
    #[must_use]
    pub fn needs_a_person(&self) -> bool {
        !(self.cases.is_empty() && self.texts.is_empty() && self.actions.is_empty())
    }
}

/// The number of a case in its series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub series: String,
    pub sequence: i64,
    pub year: i32,
}

impl Number {
    /// “1/16”.
    #[must_use]
    pub fn called(&self) -> String {
        CaseNumber::new(self.sequence, self.year)
            .map_or_else(|_| String::new(), |number| number.to_string())
    }
}

/// A case. Who proposed it nobody knows: in its row stands who imports it, and it says of itself that it was imported.
#[derive(Clone, Debug)]
pub struct PastCase {
    pub id: CaseId,
    pub board: BoardId,
    pub facts: Facts,
    pub number: Option<Number>,
    pub meeting: Option<MeetingId>,
    pub state: CaseState,
    /// Where it stands in lists by time: the first day on which it stood on an agenda.
    pub since: Moment,
    /// None where the file says nothing.
    pub assessed: Option<Assessed>,
    pub title_exempt: bool,
    pub source: Source,
}

/// New items of one agenda, each with its place.
#[derive(Clone, Debug)]
pub struct PastAgenda {
    pub meeting: MeetingId,
    /// Whether it is begun by this.
    pub is_new: bool,
    pub items: Vec<(i64, Item)>,
}

/// What stands above the items of minutes, and where these come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastMinutes {
    pub meeting: MeetingId,
    pub language: Language,
    pub opening: String,
    pub published: Published,
}

/// What the minutes say of one item.
#[derive(Clone, Debug)]
pub struct PastText {
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub case: Option<CaseId>,
    pub title: String,
    pub text: ItemText,
}

/// What someone is to do after a meeting, or has done.
#[derive(Clone, Debug)]
pub struct PastAction {
    pub id: ActionId,
    pub board: BoardId,
    pub meeting: MeetingId,
    pub item: AgendaItemId,
    pub case: Option<CaseId>,
    pub title: String,
    pub task: Task,
    pub state: State,
    /// The beginning of the meeting day at which it was agreed.
    pub agreed: Moment,
}
