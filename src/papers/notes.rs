//! A reader's own notes on a paper, nobody else's to see, the secretariat included.
//!
//! Every question about them names the person who asks. A note stays with the version it was written to and is shown on every later one.

use crate::db::ids::RowId;
use crate::db::types::Moment;

/// As long as a note may be, in characters.
pub const LONGEST: usize = 4000;
/// A paper of more pages has no pages that anyone notes on.
pub const MOST_PAGES: i64 = 5000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: RowId,
    /// The number of the version it was written to.
    pub number: i64,
    pub page: Option<i64>,
    pub text: String,
    pub at: Moment,
}
