//! What is to be known of a PDF that others made, before its pages go into a pack.

use super::print;
use crate::text_enum;
use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::object::dict::keys::{ANNOTS, CONTENTS, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Null, Stream};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use typst::foundations::Bytes;

/// More pages than these are never laid into a pack: the document is read by itself.
pub const LONGEST: usize = 1000;
/// What stands at the end of a whole PDF; one that was cut off on its way has it nowhere near its end.
const END: &[u8] = b"%%EOF";
/// So near the end it is looked for: some programs write more after it.
const NEAR: usize = 2048;
/// So much of what a page says is unpacked; a page that says more is whole so far.
const MOST: u64 = 256 * 1024 * 1024;

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
    let fit = if pages == 0 || !has_its_end(bytes) {
        Fit::Damaged
    } else if pages > LONGEST {
        Fit::TooLong
    } else if !can_be_unpacked(&pdf) || !print::fits("looked-at.pdf", bytes) {
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

/// Whether the file was not cut off. Its reader mends such a file without a word, and the pages that are gone are missed by
/// nobody. Zeros and line ends after it fill it up and are no part of it.
fn has_its_end(bytes: &[u8]) -> bool {
    let is_filling = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    let last = bytes.iter().rposition(|byte| !is_filling(byte));
    let whole = last.map_or(0, |last| last + 1);
    let near = &bytes[whole.saturating_sub(NEAR)..whole];
    near.windows(END.len()).any(|part| part == END)
}

/// Whether what its pages say can be unpacked: the reader shows of a damaged page what it can, or nothing.
fn can_be_unpacked(pdf: &Pdf) -> bool {
    pdf.pages().iter().all(|page| {
        let of = page.raw();
        if let Some(one) = of.get::<Stream<'_>>(CONTENTS) {
            unpacks(&one)
        } else if let Some(several) = of.get::<Array<'_>>(CONTENTS) {
            // At one that is not there the reader stops, and the rest is not shown.
            let there: Vec<Stream<'_>> = several.iter::<Stream<'_>>().collect();
            there.len() == several.raw_iter().count() && there.iter().all(unpacks)
        } else {
            // A page may be empty, but what it names is there.
            !of.contains_key(CONTENTS) || of.get::<Null>(CONTENTS).is_some()
        }
    })
}

/// Whether a stream can be unpacked. What deflate packed is unpacked here: the reader takes whatever comes of it.
fn unpacks(stream: &Stream<'_>) -> bool {
    match stream.filters()[..] {
        [Filter::FlateDecode] => inflates(&stream.raw_data()),
        _ => stream.decoded().is_ok(),
    }
}

/// Whether this can be inflated. A wrong checksum and an end that lacks some bytes are forgiven, as every reader forgives
/// them; what has no zlib header must come to its end, because anything may look like a beginning.
fn inflates(packed: &[u8]) -> bool {
    if packed.trim_ascii().is_empty() {
        return true;
    }
    let (has_head, mut rest) = match packed {
        [first, second, rest @ ..]
            if *first & 0x0f == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31) =>
        {
            (true, rest)
        }
        _ => (false, packed),
    };
    let mut inflater = Decompress::new(false);
    let mut out = vec![0_u8; 64 * 1024];
    loop {
        let before = (inflater.total_in(), inflater.total_out());
        match inflater.decompress(rest, &mut out, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return true,
            Ok(Status::Ok | Status::BufError) => {}
            Err(_broken) => return false,
        }
        let now = (inflater.total_in(), inflater.total_out());
        if now == before || now.1 > MOST {
            return has_head;
        }
        let taken = usize::try_from(now.0 - before.0).unwrap_or(usize::MAX);
        rest = rest.get(taken..).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};
    use std::io::Write;

    #[test]
    fn what_was_cut_off_lacks_its_end_and_what_fills_a_file_up_does_not_hide_it() {
        let whole = b"%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF".to_vec();
        let with = |after: &[u8]| [whole.as_slice(), after].concat();
        for after in [&b""[..], b"\n", b"\r\n\0\0\0", &[0; 9000], &[b'x'; 1000]] {
            assert!(has_its_end(&with(after)), "{}", after.len());
        }
        assert!(!has_its_end(&whole[..whole.len() - 6]));
        // An earlier end, as of the first part of a file that is read while it comes, is not the end of the file.
        assert!(!has_its_end(&with(&[b'x'; 3000])));
        assert!(!has_its_end(b"") && !has_its_end(&[0; 10]));
    }

    #[test]
    fn what_deflate_packed_is_told_from_what_is_none() {
        let text = b"BT /F 18 Tf 60 700 Td (Hei) Tj ET ".repeat(200);
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(&text).expect("memory takes it");
        let zlib = zlib.finish().expect("memory takes it");
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::default());
        raw.write_all(&text).expect("memory takes it");
        let raw = raw.finish().expect("memory takes it");
        assert!(inflates(&zlib) && inflates(&raw) && inflates(b"") && inflates(b"\n"));
        // Without its checksum, with a wrong one, and with something after it.
        let end = zlib.len() - 4;
        let wrong = [&zlib[..end], b"feil"].concat();
        let more = [&zlib[..], b"\r\nmer"].concat();
        assert!(inflates(&zlib[..end]) && inflates(&wrong) && inflates(&more));
        let mut broken = zlib;
        broken[2..12].fill(0xff);
        assert!(!inflates(&broken));
        assert!(!inflates(&text) && !inflates(&[0xff; 400]));
    }
}
