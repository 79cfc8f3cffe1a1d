//! A reader's own notes on a paper, nobody else's to see, the secretariat included.
//!
//! Every question about them names the person who asks. A note stays with the version it was written to and is shown on every later one.

use super::Content;
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

/// The last page that can be noted on of what a version says. A written text has none; a file whose pages could not be
/// counted has as many as anyone notes on.
#[must_use]
pub fn last_page(of: &Content) -> Option<i64> {
    match of {
        Content::Written(_) => None,
        Content::File(file) => Some(file.pages.unwrap_or(MOST_PAGES)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Kind;
    use crate::papers::{Sections, StoredFile};

    #[test]
    fn only_a_file_has_pages_to_note_on_and_no_more_than_were_counted() {
        let file = |pages: Option<i64>| {
            Content::File(StoredFile {
                kind: Kind::Pdf,
                name: "tall.pdf".to_owned(),
                size: 10,
                pages,
                fit: None,
            })
        };
        assert_eq!(last_page(&file(Some(4))), Some(4));
        assert_eq!(last_page(&file(None)), Some(MOST_PAGES));
        assert_eq!(last_page(&Content::Written(Sections::default())), None);
    }
}
