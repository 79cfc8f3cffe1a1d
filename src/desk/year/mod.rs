//! A board's year at a glance: what it did, on one page that is read in half a minute and printed for the annual report.
//!
//! Everything is counted among what the reader may read: a case that is closed to them stands in no list and in no number.
//! Outcomes are told by the minutes that are out. It stands with the desk because it speaks of several slices' things. Left
//! out on purpose: comparing boards or people with each other, and who was absent.

pub mod load;
pub mod pages;
pub mod routes;
pub mod rules;
pub mod store;

use crate::boards::Board;
use crate::calendar::Period;
use crate::cases::Case;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AppointmentId, MeetingId};
use crate::meetings::Meeting;
use crate::minutes::decisions::store::Counts;
use crate::minutes::publication::rules::Share;
use crate::public::OutItem;
use chrono::NaiveDate;

/// Someone who uses a term of a seat of the board, and when the two hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sat {
    pub appointment: AppointmentId,
    pub appointed: Period,
    pub used: Period,
}

/// How many seats were represented on a day of a meeting, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Represented {
    pub there: usize,
    pub all: usize,
}

/// When the papers of a meeting first went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PapersOut {
    /// So many days before its first day; 0 on that day or after it.
    pub days_ahead: i64,
    /// Whether that was on the day that its mandate gives or before; none where it gives none.
    pub in_time: Option<bool>,
}

/// What became of the minutes of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinutesOut {
    NotOut,
    Withdrawn,
    Out {
        /// So many days after its last day they first came out; none where nobody knows when.
        days_after: Option<i64>,
    },
}

/// A meeting of the year.
#[derive(Clone, Debug)]
pub struct MeetingOfYear {
    pub meeting: Meeting,
    pub has_ended: bool,
    /// The cases on its agenda that the reader may read.
    pub cases: usize,
    /// One for each of its days of which something is written down.
    pub seats: Vec<Represented>,
    pub papers: Option<PapersOut>,
    pub minutes: MinutesOut,
    /// Whether the reader finds some of its minutes where they are out.
    pub reads_minutes: bool,
}

/// A case of the year, and where it stood on the agenda.
#[derive(Clone, Debug)]
pub struct CaseOfYear {
    pub case: Case,
    /// The meetings with their first days, the earliest first; at least one.
    pub at: Vec<(MeetingId, NaiveDate)>,
    /// Whether one of them is held.
    pub is_treated: bool,
    /// What the board came to last, by the minutes that are out.
    pub outcome: Option<OutItem>,
}

/// What became of what was agreed at the year's meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    pub done: usize,
    /// Open, and not late.
    pub open: usize,
    /// Open, and its day has passed.
    pub late: usize,
    pub dropped: usize,
}

/// How long something took, in days, over so many meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub meetings: usize,
    /// Rounded to a whole day.
    pub average: i64,
    pub least: i64,
    pub most: i64,
}

/// The year in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many meetings of each kind were held, by its code.
    pub held: Vec<(String, usize)>,
    pub coming: usize,
    pub cancelled: usize,
    /// How many cases were dealt with.
    pub cases: usize,
    /// How often the board came to each outcome, by its code, with the word of the minutes.
    pub outcomes: Vec<(String, String, usize)>,
    /// How many cases were dealt with, and no minutes that are out say what came of it.
    pub without_outcome: usize,
    pub agreed: Agreed,
    /// How many of a hundred seats were represented.
    pub seats_per_cent: Option<usize>,
    pub papers_ahead: Option<Days>,
    /// How many meetings had their papers in time, of those with a day for it.
    pub papers_in_time: (usize, usize),
    pub minutes_after: Option<Days>,
    /// The written languages of the minutes that are out.
    pub languages: Share,
}

/// Everything that the page shows.
pub struct YearPage {
    pub board: Board,
    pub year: i32,
    /// On the board's own date.
    pub today: NaiveDate,
    pub kinds: Vec<CodeWord>,
    /// The outcomes in the board's words and order.
    pub outcomes: Vec<CodeWord>,
    pub meetings: Vec<MeetingOfYear>,
    pub cases: Vec<CaseOfYear>,
    /// What the owner of the board decided on what it came to.
    pub decided: Counts,
    pub figures: Figures,
}
