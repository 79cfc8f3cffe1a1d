//! The secretariat's overview: what needs someone now, the mail ledger and the rehearsal.
//!
//! Beside it stand a member's own page, a board's year at a glance, and the signs of life for those who run the instance.
//! Everything here is shown for the reader's own boards only.
//!
//! Left out on purpose: anything that changes a board or a meeting; the desk links to the page where it is done.

pub mod digest;
pub mod feed;
pub mod health;
pub mod outcomes;
pub mod pages;
pub mod rehearsal;
pub mod routes;
mod routes_calendar;
pub mod routes_ledger;
mod routes_mail;
mod routes_mine;
mod routes_wording;
pub mod rules;
pub mod store;
pub mod year;

use crate::boards::{ReminderRule, ToRole};
use crate::calendar::Period;
use crate::cases::Case;
use crate::db::ids::{AppointmentId, BoardId, MeetingId, MessageId, PersonId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::mail::ledger::{Message, Occasion};
use crate::mail::{MessageState, Outcome};
use crate::meetings::MeetingState;
use crate::meetings::notices::NoticeKind;
use crate::meetings::replies::Answer;
use crate::minutes::decisions::Decided;
use crate::public::subscriptions;
use crate::web::Reader;
use crate::web::access::Role;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// Whose data a reader of the desk and the ledger sees.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The boards whose secretariat the reader is.
    pub boards: Vec<BoardId>,
    /// Mail of no board, such as sign-in links: for administrators.
    pub boardless: bool,
}

impl Scope {
    /// The desk is for secretariats.
    ///
    /// # Errors
    /// `NotFound` for everyone else.
    pub fn of_desk(reader: &Reader) -> Result<Self> {
        let scope = Self::of_ledger(reader)?;
        if scope.boards.is_empty() {
            return Err(Error::NotFound);
        }
        Ok(scope)
    }

    /// The ledger is for secretariats, and for administrators where mail is of no board.
    ///
    /// # Errors
    /// `NotFound` for everyone else.
    pub fn of_ledger(reader: &Reader) -> Result<Self> {
        let scope = Self {
            boards: reader.roles.secretary_of(),
            boardless: reader.roles.administrator,
        };
        if scope.boards.is_empty() && !scope.boardless {
            return Err(Error::NotFound);
        }
        Ok(scope)
    }

    /// Whether the reader may know of mail about this board, or about none.
    #[must_use]
    pub fn holds(&self, board: Option<BoardId>) -> bool {
        board.map_or(self.boardless, |board| self.boards.contains(&board))
    }
}

/// A board as lists name it.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: BoardId,
    pub name: Words,
    pub zone: Tz,
}

/// The zone of a board; of the country where there is no board.
#[must_use]
pub fn zone_of(board: Option<&Place>) -> Tz {
    board.map_or(chrono_tz::Europe::Oslo, |board| board.zone)
}

/// What a meeting is called: its own title, where it has one, and the code of its kind.
pub type Title = (Words, String);

/// A deadline that is still open.
#[derive(Clone, Debug)]
pub struct OpenDeadline {
    pub meeting: MeetingId,
    pub stage: String,
    pub due: Moment,
    pub title: Title,
    pub first_day: NaiveDate,
    pub state: MeetingState,
    pub board: Place,
}

/// A meeting that stands on the desk.
#[derive(Clone, Debug)]
pub struct NearMeeting {
    pub id: MeetingId,
    pub state: MeetingState,
    pub title: Title,
    pub place: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub board: Place,
}

/// What the minutes of a meeting wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinutesStep {
    /// So many remarks that nobody has answered.
    Answer(usize),
    /// They are approved, and nobody has made them available.
    Publish,
    /// A correction of them is approved, and the version before it is out still.
    PublishAgain,
    /// Someone else has made them ready, and a second person is to publish them.
    Release,
    /// Someone else has written what was decided, and a second person is to show it to everyone.
    ReleaseDecisions,
}

/// A meeting whose minutes wait for the secretariat.
#[derive(Clone, Debug)]
pub struct WaitingMinutes {
    pub meeting: MeetingId,
    pub title: Title,
    pub first_day: NaiveDate,
    pub board: Place,
    pub step: MinutesStep,
}

/// What a board came to in a case, by the minutes of one meeting.
#[derive(Clone, Debug)]
pub struct Reached {
    pub day: NaiveDate,
    /// The language of the minutes.
    pub language: Language,
    /// The word for it; may be empty, like the conclusion.
    pub outcome: String,
    /// In Markdown.
    pub conclusion: String,
    /// What the owner of the board decided on it.
    pub decided: Option<Decided>,
    /// Where the minutes say it.
    pub path: String,
    /// Where the secretariat writes what was decided; none for everyone else.
    pub deciding: Option<String>,
}

/// A council's report that is not delivered.
#[derive(Clone, Debug)]
pub struct OpenReport {
    pub title: String,
    pub due_on: NaiveDate,
    pub board: Place,
}

/// An appointment nobody uses today.
#[derive(Clone, Debug)]
pub struct Vacancy {
    pub appointment: AppointmentId,
    pub role: Role,
    pub organisation: Option<String>,
    /// The date by which a name was asked for.
    pub name_by: Option<NaiveDate>,
    pub board: Place,
}

/// A term that ends soon, or has ended, with nobody after it.
#[derive(Clone, Debug)]
pub struct TermEnd {
    pub appointment: AppointmentId,
    pub role: Role,
    pub organisation: Option<String>,
    /// The last day it counts.
    pub last: NaiveDate,
    pub has_ended: bool,
    pub board: Place,
}

/// What is wrong, and stands on top of the desk until it is put right.
#[derive(Clone, Debug, Default)]
pub struct Alarms {
    pub last_pass: Option<Moment>,
    pub is_late: bool,
    pub dead: i64,
    pub nobody: i64,
    pub broken: i64,
    pub mail_off: Vec<(BoardId, Words)>,
}

/// Everything the desk shows; each list is cut, so that the cost follows what is shown.
pub struct DeskData {
    pub alarms: Alarms,
    pub overdue: Vec<OpenDeadline>,
    pub this_week: Vec<OpenDeadline>,
    pub without_time: Vec<NearMeeting>,
    /// Meetings that are no longer as people were told, with the notice that tells them.
    pub untold: Vec<(NearMeeting, NoticeKind)>,
    /// On the country's date: reports and names asked for are late after their day.
    pub today: NaiveDate,
    pub minutes: Vec<WaitingMinutes>,
    pub reports: Vec<OpenReport>,
    pub term_ends: Vec<TermEnd>,
    pub vacancies: Vec<Vacancy>,
    /// How many action items are overdue on each board that has any.
    pub actions: Vec<(Place, i64)>,
    /// How many members of each board meet by a deputy more often than its mandate says.
    pub deputies: Vec<(Place, usize)>,
    /// The reader has so many boards that vacancies are told only of those shown.
    pub vacancies_cut: bool,
    /// The words of the kinds of meeting.
    pub kinds: Vec<(String, Words)>,
    pub next: Vec<OpenDeadline>,
    /// Which page of the next deadlines, from 0, and whether there is one after it.
    pub page: i64,
    pub more: bool,
}

/// A term of one person.
#[derive(Clone, Debug)]
pub struct Term {
    pub board: Place,
    pub role: Role,
    /// The first day it no longer counts.
    pub until: Option<NaiveDate>,
}

/// A meeting to come, with what stands around it.
pub struct NextMeeting {
    pub meeting: NearMeeting,
    pub sessions: Vec<(NaiveDate, Option<NaiveTime>, Option<NaiveTime>)>,
    /// Stage, local date, and when it was done.
    pub deadlines: Vec<(String, NaiveDate, Option<Moment>)>,
    /// The reader's own answer, where they are asked to come.
    pub answer: Option<Option<Answer>>,
    /// Whom the board reminds of what.
    pub reminders: Vec<ReminderRule>,
}

/// A meeting to come whose papers the reader has.
pub struct ToRead {
    pub meeting: NearMeeting,
    /// How many of them are new to the reader, or are out in a newer version than they have opened.
    pub new: usize,
}

/// A member's own page.
pub struct MyPage {
    /// What there is to read before the meetings to come, soonest first.
    /// Draft minutes that the reader may remark on: the meeting, its board, its day, and the last day for remarks.
    pub drafts: Vec<(MeetingId, Words, NaiveDate, NaiveDate)>,
    pub to_read: Vec<ToRead>,
    pub terms: Vec<Term>,
    pub meetings: Vec<NextMeeting>,
    /// The words of the kinds of meeting.
    pub kinds: Vec<(String, Words)>,
    /// The organisations whose service owner rights this person uses.
    pub service_owner_of: Vec<String>,
    /// The cases that this person prepares without a seat on the board.
    pub prepares: Vec<Case>,
    pub reminders: digest::Choice,
    /// How many notes the person has on papers.
    pub notes: i64,
    /// What they are told of when it is published.
    pub subscriptions: Vec<subscriptions::Own>,
}

/// An occasion with its board's name, whom it goes to, and what it is about.
pub struct OccasionLine {
    pub occasion: Occasion,
    pub board: Option<Place>,
    /// Empty where it goes to nobody in a role, such as a sign-in link.
    pub to: Vec<ToRole>,
    pub thing: Option<Thing>,
}

/// What an occasion is about, where it has a name of its own.
pub enum Thing {
    /// What the meeting is called, and its first day.
    Meeting(Words, NaiveDate),
    /// The meeting that a notice tells of, or that a deputy comes to.
    OfMeeting(MeetingId, Words, NaiveDate),
    /// The organisation that is appointed.
    Organisation(String),
    /// Whom it is for.
    Person(String),
}

/// A role that a person has, or had, on a board.
#[derive(Clone, Debug)]
pub struct Held {
    pub board: BoardId,
    pub role: Role,
    pub appointment: AppointmentId,
    pub period: Period,
}

/// An occasion that made no mail to a person.
pub struct NotTold {
    pub line: OccasionLine,
    /// The roles that the person had on its board that day.
    pub then: Vec<Role>,
    /// Their weekly mail had told them of it.
    pub is_told_together: bool,
}

/// A message as lists show it: without its letter.
#[derive(Clone, Debug)]
pub struct MessageLine {
    pub id: MessageId,
    pub kind: String,
    pub name: String,
    pub address: String,
    pub person: Option<PersonId>,
    pub subject: String,
    pub state: MessageState,
    pub attempts: i64,
    pub not_before: Moment,
    pub handed_over_at: Option<Moment>,
    pub last_answer: String,
    pub created_at: Moment,
    pub board: Option<Place>,
}

/// One try to hand a message over.
pub struct Try {
    pub attempt: i64,
    pub at: Moment,
    pub outcome: Outcome,
    pub answer: String,
}

/// A message with its letter, its occasion and its tries.
pub struct WholeMessage {
    pub message: Message,
    /// The letter as text, its personal links hidden.
    pub text: String,
    pub occasion: Occasion,
    pub board: Option<Place>,
    pub tries: Vec<Try>,
}

/// Why a person did, or did not, get their mails.
pub struct MailOf {
    pub name: String,
    pub messages: Vec<MessageLine>,
    /// Occasions for a role that the person has or had, that made no mail to them.
    pub not_told: Vec<NotTold>,
    /// Occasions to come, for a role that the person has today.
    pub coming: Vec<OccasionLine>,
}
