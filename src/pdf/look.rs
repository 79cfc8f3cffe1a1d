//! What is to be known of a PDF that others made, before its pages go into a pack.

use super::print;
use crate::text_enum;
use hayro_syntax::object::dict::keys::{ANNOTS, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name};
use hayro_syntax::{LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use typst::foundations::Bytes;

/// More pages than these are never laid into a pack: the document is read by itself.
pub const LONGEST: usize = 1000;

text_enum! {
    /// How a PDF can stand in a pack.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Fit {
        Whole = "whole",
        /// Its pages can, what was drawn or filled in on them cannot: comments, fields of a form.
        WithoutMarks = "without_marks",
        /// It has a password.
        Locked = "locked",
        Damaged = "damaged",
        TooLong = "too_long",
    }
}

/// What was found in a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// How many pages it has, where they can be counted.
    pub pages: Option<u32>,
    pub fit: Fit,
}

impl Looked {
    pub(super) const DAMAGED: Self = Self {
        pages: None,
        fit: Fit::Damaged,
    };
}

/// Looks at a PDF. Whatever it is, something is known of it afterwards.
#[must_use]
pub fn look(path: &Path) -> Looked {
    let Ok(bytes) = std::fs::read(path) else {
        return Looked::DAMAGED;
    };
    let look = || looked(&Bytes::new(bytes));
    catch_unwind(AssertUnwindSafe(look)).unwrap_or(Looked::DAMAGED)
}

fn looked(bytes: &Bytes) -> Looked {
    let pdf = match open(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => {
            return Looked {
                pages: None,
                fit: Fit::Locked,
            };
        }
        Err(LoadPdfError::Invalid) => return Looked::DAMAGED,
    };
    let pages = pdf.pages().len();
    let fit = if pages == 0 {
        Fit::Damaged
    } else if pages > LONGEST {
        Fit::TooLong
    } else if !print::fits("looked-at.pdf", bytes) {
        Fit::Damaged
    } else if has_marks(&pdf) {
        Fit::WithoutMarks
    } else {
        Fit::Whole
    };
    Looked {
        pages: u32::try_from(pages).ok().filter(|pages| *pages > 0),
        fit,
    }
}

fn open(bytes: &Bytes) -> Result<Pdf, LoadPdfError> {
    Pdf::new(Arc::new(bytes.clone()))
}

/// How wide and how high a page is as it is read, in points.
pub(super) type Size = (f32, f32);

/// A file as it is handed to the typesetter.
pub(super) struct Opened {
    pub name: String,
    pub bytes: Bytes,
    /// Of each page; none when it is no PDF that can be opened.
    pub sizes: Option<Vec<Size>>,
}

impl Opened {
    pub fn new(name: &str, bytes: Bytes) -> Self {
        Self {
            name: name.to_owned(),
            sizes: sizes(&bytes),
            bytes,
        }
    }
}

fn sizes(bytes: &Bytes) -> Option<Vec<Size>> {
    let sizes = || {
        let pdf = open(bytes).ok()?;
        let pages = pdf.pages().iter();
        Some(pages.map(|page| sound(page.render_dimensions())).collect())
    };
    catch_unwind(AssertUnwindSafe(sizes)).ok().flatten()
}

/// A size that a reader can hold; what says otherwise is shown on A4.
fn sound((width, height): Size) -> Size {
    let holds = |side: f32| (140.0..=7200.0).contains(&side);
    if holds(width) && holds(height) {
        (width, height)
    } else {
        (595.0, 842.0)
    }
}

/// Whether something stands on its pages beside them: a comment, a drawing, a field. Links are no such thing.
fn has_marks(pdf: &Pdf) -> bool {
    pdf.pages().iter().any(|page| {
        let marks = page.raw().get::<Array<'_>>(ANNOTS);
        marks.is_some_and(|marks| marks.iter::<Dict<'_>>().any(|mark| is_seen(&mark)))
    })
}

fn is_seen(mark: &Dict<'_>) -> bool {
    let kind = mark.get::<Name<'_>>(SUBTYPE);
    kind.is_some_and(|kind| !matches!(kind.as_ref(), b"Link" | b"Popup"))
}
