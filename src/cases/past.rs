//! What is known of cases and meetings from before the system came, besides what those of today have.
//!
//! It comes by the import alone and is shown as it came. Left out on purpose: changing it, because it says what the old
//! papers say.

use crate::text_enum;

text_enum! {
    /// What nobody knows of a meeting. Where it is not said to be unknown, what is missing was not there.
    Unknown {
        StandingItems = "standing_items",
        Cases = "cases",
        Guests = "guests",
        Attendance = "attendance",
        Secretariat = "secretariat",
    }
}

/// What the old papers say of a case and has no other place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its number as it was written, such as `01/16`; empty where it had none.
    pub number: String,
    /// Who prepared it, where that is neither an organisation nor a board; none where nobody knows who did.
    pub responsible: Option<String>,
    pub remark: String,
}
