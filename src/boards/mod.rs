//! Boards as data: the board, its mandate versions with their rules, its calendar, and who sits on it until when.
//!
//! No rule of any mandate stands in the code: Styringsrådet's 12–14 members, 3-year terms and four meetings a year
//! are rows (mandate §§ 4 and 6). The mandate version in force on a date is what counts on that date.

pub mod mail;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod store;
pub mod wording;

use crate::calendar::{Closure, Offset, Period, WorkCalendar};
use crate::db::ids::{AppointmentId, BoardId, MandateId, OrganisationId, PersonId, RowId, SeatId};
use crate::db::types::{Moment, Words};
use crate::i18n::{Language, Said};
use crate::text_enum;
use crate::web::access::{Insider, Keeper, Right, Role, Roles};
use chrono::{NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

text_enum! {
    /// Whether a rule binds or guides: “shall” refuses, “normally” warns and keeps the reason.
    Strength {
        Shall = "shall",
        Normally = "normally",
    }
}

text_enum! {
    /// Whom a reminder goes to: a role on the board, or the organisation's own mailbox.
    ToRole {
        Secretariat = "secretariat",
        Chair = "chair",
        Member = "member",
        Deputy = "deputy",
        Observer = "observer",
        Aide = "aide",
        Organisation = "organisation",
    }
}

impl ToRole {
    /// The role on the board; none for an organisation's mailbox.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        self.code().parse().ok()
    }
}

text_enum! {
    /// Reminded so long before the deadline, or so often after it.
    ReminderKind {
        Before = "before",
        Overdue = "overdue",
    }
}

text_enum! {
    ReminderUnit {
        Days = "days",
        Months = "months",
    }
}

/// A council, board or committee (råd, styre, utvalg).
#[derive(Clone, Debug)]
pub struct Board {
    pub id: BoardId,
    pub slug: String,
    pub parent: Option<BoardId>,
    /// A code of the list `board_kind`.
    pub kind: String,
    pub name: Words,
    pub zone: Tz,
    pub calendar: WorkCalendar,
    /// The languages its documents are in.
    pub languages: Vec<Language>,
    /// In order of liking.
    pub liked_weekdays: Vec<Weekday>,
    pub liked_start: NaiveTime,
    pub liked_end: NaiveTime,
    /// The board's own mailbox: where answers to its mail go.
    pub mailbox: String,
    /// Whether the chair counts towards the minimum of members.
    pub chair_counts: bool,
    /// Whether the parent board's secretariat is this board's too.
    pub parent_secretariat: bool,
    /// Whether those who come to its meetings are asked what they need there.
    pub asks_needs: bool,
    /// Whether its members may let colleagues read along (forankring, mandate § 6).
    pub colleagues_read: bool,
    /// For how many days the secretariat sees who has opened the papers; none where it does not.
    pub opened_kept_days: Option<i64>,
    /// Before this moment nothing is sent; none while mail is off.
    pub mail_on_from: Option<Moment>,
    pub weekly_mail: WeeklyMail,
    pub version: i64,
}

/// One mail a week in place of single reminders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeklyMail {
    /// Whether the secretariat gets it; everyone else chooses for themselves.
    pub to_secretariat: bool,
    /// When it goes, on the board's own clock, to whoever gets it.
    pub weekday: Weekday,
    pub at: NaiveTime,
}

impl Default for WeeklyMail {
    /// As the week begins, and only once somebody has chosen it.
    fn default() -> Self {
        Self {
            to_secretariat: false,
            weekday: Weekday::Mon,
            at: NaiveTime::from_hms_opt(8, 0, 0).expect("eight is an hour"),
        }
    }
}

impl Board {
    /// The date on this board's walls.
    #[must_use]
    pub fn today(&self, now: Moment) -> NaiveDate {
        crate::calendar::local_date(self.zone, now.utc())
    }

    /// The name in this language.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        self.name.in_language(language.tag())
    }

    /// What it is called in each language.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        Language::all()
            .map(|language| self.name_in(language))
            .collect()
    }
}

text_enum! {
    /// How far a version of a mandate has come; the transitions are methods in `rules/versions.rs`.
    MandateState {
        /// The secretariat writes it; nobody else reads it, and it binds nobody.
        Draft = "draft",
        /// The board that approves it treats it as a case.
        Proposed = "proposed",
        /// It counts from its first day on.
        Approved = "approved",
    }
}

text_enum! {
    /// What is done with a version of a mandate on its way.
    MandateStep {
        Propose = "propose",
        SendBack = "send-back",
        Approve = "approve",
        Drop = "drop",
    }
}

/// What is not as it should be with a board's mandate on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub mandate: MandateId,
    pub label: String,
    pub fault: Fault,
    /// The day it should have begun, or the last day it counted.
    pub day: NaiveDate,
}

text_enum! {
    /// The ways in which a board has no mandate to lean on.
    Fault {
        /// Its first day has come, and nobody has approved it.
        NotApproved = "not-approved",
        /// It counts, and nobody has written down who approved it.
        NoDecision = "no-decision",
        /// It is over, and none follows.
        Expired = "expired",
    }
}

/// A version of a board's mandate and the rules it holds.
#[derive(Clone, Debug)]
pub struct Mandate {
    pub id: MandateId,
    pub board: BoardId,
    /// “1.4”.
    pub label: String,
    pub period: Period,
    /// The decision that approved it.
    pub decision: String,
    pub rules: Vec<Rule>,
    pub deadlines: Vec<DeadlineRule>,
    pub state: MandateState,
    pub version: i64,
}

/// Who may open a board's pages: anyone with a role on it today, and who keeps its data.
pub enum Sees {}
impl Right for Sees {
    fn has(roles: &Roles, board: BoardId) -> bool {
        Insider::has(roles, board) || Keeper::has(roles, board)
    }
}

/// Kinds of mandate rules. Rows of other kinds are shown, and bind nothing yet.
pub mod rule_kind {
    pub const MEMBERS_LEAST: &str = "members_least";
    pub const MEMBERS_MOST: &str = "members_most";
    /// Months.
    pub const TERM_MONTHS: &str = "term_months";
    pub const ORDINARY_MEETINGS: &str = "ordinary_meetings";
    /// Subject: a seat kind.
    pub const SEATS_LEAST: &str = "seats_least";
    /// Subject: a seat kind.
    pub const SEATS_MOST: &str = "seats_most";
    /// How many of the seats must come for the board to act.
    pub const QUORUM: &str = "quorum";
    pub const STANDING_ITEM: &str = "standing_item";
    /// Subject: an outcome code; its words stand in the rule.
    pub const OUTCOME: &str = "outcome";
    /// Subject: secretariat, members, `service_owners` or public.
    pub const DEFAULT_AUDIENCE: &str = "default_audience";
    /// Subject: a seat kind. Seats of it that somebody holds.
    pub const HELD_LEAST: &str = "held_least";
    /// Subject: a kind of organisation.
    pub const ORGANISATIONS_LEAST: &str = "organisations_least";
    /// Subject: a kind of organisation.
    pub const ORGANISATIONS_MOST: &str = "organisations_most";
    /// Subject: the number of an organisation that is a member.
    pub const NAMED_ORGANISATION: &str = "named_organisation";
    /// Subject: the seat kind whose holders are not counted. So many of the others that pay most are members.
    pub const LARGEST_PAYERS: &str = "largest_payers";
    /// Subject: a size of organisations.
    pub const SIZES_LEAST: &str = "sizes_least";
    /// Subject: a level of representatives.
    pub const LEVEL_LEAST: &str = "level_least";
    /// Terms of one organisation that follow each other.
    pub const TERMS_IN_A_ROW_MOST: &str = "terms_in_a_row_most";
    /// How many meetings in twelve months a member may be represented at by a deputy.
    pub const DEPUTIES_MOST: &str = "deputies_most";
    pub const ALL: [&str; 19] = [
        MEMBERS_LEAST,
        MEMBERS_MOST,
        TERM_MONTHS,
        ORDINARY_MEETINGS,
        SEATS_LEAST,
        SEATS_MOST,
        QUORUM,
        STANDING_ITEM,
        OUTCOME,
        DEFAULT_AUDIENCE,
        HELD_LEAST,
        ORGANISATIONS_LEAST,
        ORGANISATIONS_MOST,
        NAMED_ORGANISATION,
        LARGEST_PAYERS,
        SIZES_LEAST,
        LEVEL_LEAST,
        TERMS_IN_A_ROW_MOST,
        DEPUTIES_MOST,
    ];
}

/// One rule of a mandate: what is ruled, of what, how much, how strictly, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: RowId,
    pub kind: String,
    pub subject: String,
    /// What the organisation with the number that the rule is about is called; empty where it is about none.
    pub called: String,
    /// The kinds of seats it is about; none where it is about all members.
    pub among: Vec<String>,
    pub position: i64,
    pub quantity: Option<i64>,
    pub strength: Strength,
    pub words: Words,
    /// The paragraph of the mandate, such as “§ 4”.
    pub paragraph: String,
}

/// The lead time of one stage for one kind of meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineRule {
    pub id: RowId,
    /// A code of the list `meeting_kind`.
    pub meeting_kind: String,
    /// A stage of the deadline line, such as `dispatch`.
    pub stage: String,
    /// Negative days are before the first meeting day, positive after the last.
    pub offset: Offset,
    pub strength: Strength,
    pub paragraph: String,
}

/// Who is reminded of what, when.
///
/// `about` is a stage of a meeting, or `term`, `mandate`, `too-few-meetings`,
/// `council-report`, `council-advice`, `council-ends`, `naming`, `vacancy`, `composition`, `annual-plan`, `relation`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRule {
    pub id: RowId,
    pub about: String,
    pub to: ToRole,
    pub kind: ReminderKind,
    pub quantity: i64,
    pub unit: ReminderUnit,
    /// How many times, for what is overdue.
    pub at_most: i64,
}

/// What reminders can be about.
pub mod about {
    pub const TERM: &str = "term";
    pub const MANDATE: &str = "mandate";
    pub const TOO_FEW_MEETINGS: &str = "too-few-meetings";
    pub const COUNCIL_REPORT: &str = "council-report";
    /// The board above has asked a council for advice.
    pub const ADVICE: &str = "council-advice";
    /// The period of a council runs out.
    pub const COUNCIL_ENDS: &str = "council-ends";
    pub const NAMING: &str = "naming";
    /// A term that nobody uses, or will not use to its end.
    pub const VACANCY: &str = "vacancy";
    /// The composition will break a rule of the mandate by itself.
    pub const COMPOSITION: &str = "composition";
    /// A case in the annual plan lacks something before its meeting, or was not treated by it.
    pub const ANNUAL_PLAN: &str = "annual-plan";
    /// The document about a related body is to be looked through.
    pub const RELATION: &str = "relation";
    /// The stages of a meeting's deadline line that a mandate gives lead times, in their order.
    pub const STAGES: [&str; 8] = [
        "registration",
        "delivery",
        "notice",
        "reply",
        "dispatch",
        "draft",
        "remarks",
        "publication",
    ];
    /// The stages, the meeting itself, and what is about no meeting.
    pub const ALL: [&str; 20] = [
        "registration",
        "delivery",
        "notice",
        "reply",
        "dispatch",
        "meeting",
        "draft",
        "remarks",
        "publication",
        TERM,
        MANDATE,
        TOO_FEW_MEETINGS,
        COUNCIL_REPORT,
        ADVICE,
        COUNCIL_ENDS,
        NAMING,
        VACANCY,
        COMPOSITION,
        ANNUAL_PLAN,
        RELATION,
    ];
}

/// Everything about a board that rules read: loaded once for a page, a plan or a pass.
#[derive(Clone, Debug)]
pub struct BoardData {
    pub board: Board,
    pub mandates: Vec<Mandate>,
    pub closures: Vec<Closure>,
    pub reminders: Vec<ReminderRule>,
}

/// A seat that the mandate gives the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: SeatId,
    pub board: BoardId,
    /// A code of the list `seat_kind`.
    pub kind: String,
    pub position: i64,
    pub period: Period,
}

/// A term: an organisation in a role, on a seat when it is a member's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub id: AppointmentId,
    pub board: BoardId,
    pub seat: Option<SeatId>,
    pub organisation: Option<OrganisationId>,
    pub role: Role,
    pub period: Period,
    pub decision: String,
    /// The date by which the organisation was asked to name its representative.
    pub name_by: Option<NaiveDate>,
    pub version: i64,
}

/// A person who uses an appointment's right between dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representation {
    pub id: RowId,
    pub appointment: AppointmentId,
    pub person: PersonId,
    pub period: Period,
    /// A code of the list `level`; none where nobody has said.
    pub level: Option<String>,
}

/// A report that a council owes the board above it by a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilReport {
    pub id: RowId,
    pub board: BoardId,
    pub title: String,
    pub due_on: NaiveDate,
    pub delivered_at: Option<Moment>,
    pub version: i64,
}

/// Why a change was not made, although what was typed can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Someone saved first.
    Stale,
    /// A rule says no: the field it is about, and why.
    Because(&'static str, Said),
}

/// Someone with a role on the board on one day, as mail and pages need them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub person: PersonId,
    pub name: String,
    pub address: Option<String>,
    pub language: Language,
    pub role: Role,
    pub appointment: AppointmentId,
    pub organisation: Option<OrganisationId>,
}
