//! The words of PDFs, page by page: for the search, and for the guard that looks for identity numbers.
//!
//! The reader of PDFs has panicked on foreign files: one that makes it do so is one that cannot be read. A file without
//! words, such as a scan, has none here.

use std::path::Path;

/// As much text as is kept of one file, in bytes: some two thousand pages.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// The text of each page; none when the file cannot be read.
#[must_use]
pub(super) fn words(path: &Path) -> Option<Vec<String>> {
    let read = std::panic::catch_unwind(|| pdf_extract::extract_text_by_pages(path).ok());
    let mut pages = read.ok().flatten()?;
    let mut room = MOST_TEXT;
    for page in &mut pages {
        if page.len() > room {
            page.clear();
        }
        room -= page.len();
    }
    Some(pages)
}
