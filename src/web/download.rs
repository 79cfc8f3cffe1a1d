//! Stored files as answers: as a stream, in ranges where a reader asks for them, and harmless in a browser.
//!
//! The media type is the one found in the content, never the one that was sent. What may run in the file may reach
//! nothing: it is opened in a sandbox of its own, or fetched. Who may read it is asked before.

use super::App;
use crate::error::{Error, Result};
use crate::files::{Checksum, Kind, Trouble};
use actix_web::body::SizedStream;
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use futures_util::{StreamExt, stream};
use std::ops::Range;

/// A stored file that someone may read.
#[derive(Clone, Debug)]
pub struct Download<'a> {
    pub checksum: &'a Checksum,
    pub size: u64,
    pub kind: Kind,
    /// What it is called where it is saved.
    pub name: &'a str,
    /// Whether it is saved even where a browser could show it.
    pub is_saved: bool,
}

/// Nothing is loaded, nothing runs, no form is sent, and it has no origin: neither ours nor another. Chromium shows PDF
/// and pictures all the same (`tests/browser/files.mjs`).
const SEALED: &str =
    "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

impl Download<'_> {
    /// The answer to a request for it, GET or HEAD.
    ///
    /// # Errors
    /// When the store does not have it, or cannot be reached.
    pub async fn answer(&self, app: &App, request: &HttpRequest) -> Result<HttpResponse> {
        let headers = request.headers();
        if is_known(headers, &self.tag()) {
            return Ok(self.begin(StatusCode::NOT_MODIFIED).finish());
        }
        let asked = match self.range(headers) {
            Asked::Whole => None,
            Asked::Part(range) => Some(range),
            Asked::Nowhere => {
                let whole = format!("bytes */{}", self.size);
                let mut answer = self.begin(StatusCode::RANGE_NOT_SATISFIABLE);
                return Ok(answer
                    .insert_header((header::CONTENT_RANGE, whole))
                    .finish());
            }
        };
        let mut answer = self.begin(match &asked {
            None => StatusCode::OK,
            Some(_) => StatusCode::PARTIAL_CONTENT,
        });
        self.describe(&mut answer);
        let range = asked.clone().unwrap_or(0..self.size);
        if asked.is_some() {
            let which = format!("bytes {}-{}/{}", range.start, range.end - 1, self.size);
            answer.insert_header((header::CONTENT_RANGE, which));
        }
        let length = range.end - range.start;
        if request.method() == Method::HEAD {
            let nothing = stream::empty::<std::io::Result<actix_web::web::Bytes>>();
            return Ok(answer.body(SizedStream::new(length, nothing)));
        }
        let found = match asked {
            None => app.files.read(self.checksum).await?,
            Some(range) => app.files.read_range(self.checksum, range).await?,
        };
        if found.size != self.size {
            return Err(Error::from(Trouble::Damaged));
        }
        let checksum = self.checksum.as_str().to_owned();
        let bytes = found.bytes.inspect(move |piece| {
            if let Err(error) = piece {
                tracing::error!("the file {checksum} broke off: {error}");
            }
        });
        Ok(answer.body(SizedStream::new(length, bytes)))
    }

    /// What holds for every answer about it, also that it has not changed.
    fn begin(&self, status: StatusCode) -> HttpResponseBuilder {
        let mut answer = HttpResponse::build(status);
        answer
            .insert_header((header::ETAG, self.tag()))
            .insert_header((header::CACHE_CONTROL, "private, no-cache"))
            .insert_header((header::ACCEPT_RANGES, "bytes"))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .insert_header(("cross-origin-resource-policy", "same-origin"))
            .insert_header((header::CONTENT_SECURITY_POLICY, SEALED));
        answer
    }

    fn describe(&self, answer: &mut HttpResponseBuilder) {
        answer
            .insert_header((header::CONTENT_TYPE, self.kind.media_type()))
            .insert_header((header::CONTENT_DISPOSITION, self.disposition()))
            // Packed on the way, its ranges and its length would be others.
            .insert_header((header::CONTENT_ENCODING, "identity"));
    }

    fn tag(&self) -> String {
        format!("\"{}\"", self.checksum.as_str())
    }

    fn disposition(&self) -> String {
        disposition(self.name, self.kind.is_shown() && !self.is_saved)
    }

    /// The range that is asked for (RFC 9110 § 14). Several at once are answered with the whole, as the standard allows.
    fn range(&self, headers: &HeaderMap) -> Asked {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if text(header::IF_RANGE).is_some_and(|tag| tag != self.tag()) {
            return Asked::Whole;
        }
        text(header::RANGE).map_or(Asked::Whole, |range| asked(range, self.size))
    }
}

/// A file by its name, shown or saved (RFC 6266): in ASCII for the oldest browsers and in UTF-8 (RFC 8187) for all others.
#[must_use]
pub fn disposition(name: &str, is_shown: bool) -> String {
    let how = if is_shown { "inline" } else { "attachment" };
    let plain: String = name.chars().map(plain).collect();
    let whole: String = name.bytes().map(escaped).collect();
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

/// What of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<u64>),
    /// A range that it does not have.
    Nowhere,
}

/// Reads a header `Range`; one that cannot be read is as none.
fn asked(range: &str, size: u64) -> Asked {
    let Some((first, last)) = range
        .strip_prefix("bytes=")
        .and_then(|it| it.trim().split_once('-'))
    else {
        return Asked::Whole;
    };
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let part = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Some(first), None) if last.is_empty() => first..size,
        (None, Some(last)) if first.is_empty() => size.saturating_sub(last)..size,
        _ => return Asked::Whole,
    };
    if part.is_empty() {
        Asked::Nowhere
    } else {
        Asked::Part(part)
    }
}

/// Whether the reader has it already (RFC 9110 § 13.1.2).
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(header::IF_NONE_MATCH);
    let mut known = known
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    known.any(|known| matches!(known.trim(), "*") || known.trim().trim_start_matches("W/") == tag)
}

fn plain(letter: char) -> char {
    let may_stand = (letter.is_ascii_graphic() || letter == ' ') && !"\"\\%".contains(letter);
    if may_stand { letter } else { '_' }
}

/// A byte of a name as RFC 8187 § 3.2.1 writes it.
fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
        return char::from(byte).to_string();
    }
    format!("%{byte:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=0-", 0..100),
            ("bytes=10-19", 10..20),
            ("bytes=90-1000", 90..100),
            ("bytes=-10", 90..100),
            ("bytes=-1000", 0..100),
            ("bytes=99-99999999999999999999999", 99..100),
        ] {
            assert_eq!(asked(range, 100), Asked::Part(part), "{range}");
        }
        for range in [
            "bytes=100-",
            "bytes=100-200",
            "bytes=-0",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(asked(range, 100), Asked::Nowhere, "{range}");
        }
        for range in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=5-4",
            "bytes=a-b",
            "bytes=0-1,5-6",
            "pages=1-2",
            "bytes=+1-2",
        ] {
            assert_eq!(asked(range, 100), Asked::Whole, "{range}");
        }
        assert_eq!(asked("bytes=0-", 0), Asked::Nowhere);
    }

    #[test]
    fn a_name_is_told_in_both_ways() {
        let checksum = Checksum::parse(&"a".repeat(64)).unwrap();
        let mut file = Download {
            checksum: &checksum,
            size: 1,
            kind: Kind::Pdf,
            name: "Årsplan 100% 📄.pdf",
            is_saved: false,
        };
        assert_eq!(
            file.disposition(),
            "inline; filename=\"_rsplan 100_ _.pdf\"; filename*=UTF-8''%C3%85rsplan%20100%25%20%F0%9F%93%84.pdf"
        );
        file.is_saved = true;
        assert!(file.disposition().starts_with("attachment; "));
        file.is_saved = false;
        file.kind = Kind::Word;
        assert!(file.disposition().starts_with("attachment; "));
    }

    proptest! {
        #[test]
        fn whatever_a_file_is_called_its_header_is_one(name in "\\PC{0,80}|[\\x00-\\xff]{0,80}") {
            let checksum = Checksum::parse(&"a".repeat(64)).unwrap();
            let file = Download { checksum: &checksum, size: 1, kind: Kind::Pdf, name: &name, is_saved: false };
            let said = file.disposition();
            prop_assert!(said.is_ascii() && said.bytes().all(|byte| byte >= 0x20));
            prop_assert_eq!(said.matches('"').count(), 2);
            prop_assert!(!said.contains('\\'));
            prop_assert!(header::HeaderValue::from_str(&said).is_ok());
        }

        #[test]
        fn a_range_is_always_within(range in "bytes=[0-9]{0,22}-[0-9]{0,22}|\\PC{0,30}", size in 0_u64..1_000_000) {
            if let Asked::Part(part) = asked(&range, size) {
                prop_assert!(part.start < part.end && part.end <= size);
            }
        }
    }
}
