//! A stored file as an answer: streamed, whole or in part (RFC 9110 § 14), under its true type and never as a page of
//! ours. Whoever calls this has asked whether the reader may have it.

use crate::error::{Error, Result};
use crate::files::{Checksum, Files, Kind};
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use std::fmt::Write;
use std::ops::Range;

/// What a file that stands in the browser may do: nothing but be drawn. Chromium's own viewer of PDFs is drawn with a
/// style sheet of its own and shows nothing at all in a sandbox, so a PDF has none.
const PDF_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; \
     base-uri 'none'; frame-ancestors 'self'";
const OTHER_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; \
     frame-ancestors 'self'; sandbox";

/// The file of this checksum and size as the request asks for it.
///
/// # Errors
/// `Broken` when the store does not have it or cannot be reached.
pub async fn answer(
    files: &Files,
    request: &HttpRequest,
    (of, size): (&Checksum, u64),
    kind: Kind,
    name: &str,
) -> Result<HttpResponse> {
    let tag = format!("\"{}\"", of.as_str());
    let asked = |header: header::HeaderName| {
        let value = request.headers().get(header);
        value.and_then(|value| value.to_str().ok())
    };
    if asked(header::IF_NONE_MATCH).is_some_and(|known| known.contains(&tag)) {
        return Ok(headed(HttpResponse::NotModified(), kind, name, &tag).finish());
    }
    // A part of another content is none of this.
    let is_same = asked(header::IF_RANGE).is_none_or(|known| known == tag);
    let part = asked(header::RANGE)
        .filter(|_| is_same)
        .map_or(Part::Whole, |range| part(range, size));
    let (status, within) = match part {
        Part::Whole => (StatusCode::OK, 0..size),
        Part::Some(within) => (StatusCode::PARTIAL_CONTENT, within),
        Part::Outside => {
            let mut answer = headed(HttpResponse::RangeNotSatisfiable(), kind, name, &tag);
            answer.insert_header((header::CONTENT_RANGE, format!("bytes */{size}")));
            return Ok(answer.finish());
        }
    };
    let mut answer = headed(HttpResponse::build(status), kind, name, &tag);
    if status == StatusCode::PARTIAL_CONTENT {
        let range = format!("bytes {}-{}/{size}", within.start, within.end - 1);
        answer.insert_header((header::CONTENT_RANGE, range));
    }
    let length = within.end - within.start;
    let bytes = files.read(of, within).await.map_err(Error::Broken)?;
    Ok(answer.no_chunking(length).streaming(bytes))
}

fn headed(
    mut answer: actix_web::HttpResponseBuilder,
    kind: Kind,
    name: &str,
    tag: &str,
) -> actix_web::HttpResponseBuilder {
    let policy = if kind == Kind::Pdf {
        PDF_POLICY
    } else {
        OTHER_POLICY
    };
    answer
        .insert_header((header::CONTENT_TYPE, kind.media_type()))
        .insert_header((header::CONTENT_DISPOSITION, disposition(kind, name)))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::ACCEPT_RANGES, "bytes"))
        .insert_header((header::ETAG, tag))
        // Compressing would change the length that was told.
        .insert_header((header::CONTENT_ENCODING, "identity"));
    answer
}

/// In the page or to be saved, with its name in ASCII and in full (RFC 6266, RFC 8187).
fn disposition(kind: Kind, name: &str) -> String {
    let how = if kind.is_shown() {
        "inline"
    } else {
        "attachment"
    };
    let plain: String = (name.chars())
        .map(|c| {
            if c.is_ascii_graphic() && !"\"\\%;".contains(c) || c == ' ' {
                c
            } else {
                '_'
            }
        })
        .collect();
    let mut full = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            full.push(char::from(byte));
        } else {
            write!(full, "%{byte:02X}").expect("a String takes all that is written to it");
        }
    }
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Some(Range<u64>),
    /// Nothing of the file is in it (416).
    Outside,
}

/// One range of bytes; several, or what is no range, is answered with the whole, which is always right.
fn part(range: &str, size: u64) -> Part {
    let Some((first, last)) = range
        .strip_prefix("bytes=")
        .and_then(|one| one.split_once('-'))
    else {
        return Part::Whole;
    };
    let within = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..size,
        (Err(_), Ok(count)) if first.trim().is_empty() => size.saturating_sub(count)..size,
        _ => return Part::Whole,
    };
    if within.start >= size || within.is_empty() {
        Part::Outside
    } else {
        Part::Some(within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        assert_eq!(part("bytes=0-499", 1000), Part::Some(0..500));
        assert_eq!(part("bytes=500-", 1000), Part::Some(500..1000));
        assert_eq!(part("bytes=-100", 1000), Part::Some(900..1000));
        assert_eq!(part("bytes=-5000", 1000), Part::Some(0..1000));
        assert_eq!(part("bytes=900-5000", 1000), Part::Some(900..1000));
        assert_eq!(part("bytes=1000-", 1000), Part::Outside);
        assert_eq!(part("bytes=-0", 1000), Part::Outside);
        for whole in [
            "bytes=5-1",
            "bytes=0-1,4-5",
            "lines=1-2",
            "bytes=",
            "bytes=a-b",
        ] {
            assert_eq!(part(whole, 1000), Part::Whole, "{whole}");
        }
        assert_eq!(part("bytes=0-18446744073709551615", 10), Part::Some(0..10));
    }

    #[test]
    fn a_name_stands_in_the_header_in_ascii_and_in_full() {
        let told = disposition(Kind::Pdf, "Årsplan \"2027\".pdf");
        assert_eq!(
            told,
            "inline; filename=\"_rsplan _2027_.pdf\"; filename*=UTF-8''%C3%85rsplan%20%222027%22.pdf"
        );
        assert!(disposition(Kind::Word, "a.docx").starts_with("attachment;"));
    }
}
