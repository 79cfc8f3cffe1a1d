//! Forms: read once, checked field by field, shown again with what was typed.
//!
//! Every POST handler takes [`Posted`], which has checked the form's token and the `Origin`; a mail program that ends a
//! subscription has [`OneClick`], and there is no other way to a body.

mod numbers;
mod pasted;
mod words;

use super::App;
use super::visit::Visit;
use crate::error::{Error, Result};
use crate::i18n::Said;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use chrono::{NaiveDate, NaiveTime};
use std::future::Future;
use std::pin::Pin;

/// The hidden field that carries the form's token.
pub const TOKEN: &str = "token";
/// Room for the longest text that anyone pastes, so that it comes back with a word of how long it may be.
pub(super) const LARGEST: usize = 2 * 1024 * 1024;

/// A posted form whose token is right.
pub struct Posted(pub Form);

/// What was posted, left with the request, so that a page that tells of a failure can offer to post it again.
#[derive(Clone)]
pub(super) struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// Everything but the form's token, which each page makes anew.
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let typed = fields.iter().filter(|(name, _)| name != TOKEN);
        Self(typed.cloned().collect())
    }
}

impl FromRequest for Posted {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let body = web::Payload::from_request(&request, payload)
            .into_inner()
            .map_err(|_broken_off| Error::Refused(Said::new("form-unreadable")));
        Box::pin(async move {
            let (app, visit) = from_ourselves(&request)?;
            let fields = fields(request.headers(), body?).await?;
            if !token_is_right(&app, &visit.browser, &fields) {
                return Err(Error::Forbidden);
            }
            request.extensions_mut().insert(Typed::of(&fields));
            Ok(Self(Form::new(fields)))
        })
    }
}

/// A POST that a mail program makes for its reader (RFC 8058), in either encoding of forms: it has no cookie, no token and
/// no page of ours behind it. What it may do stands in its signed address alone.
pub struct OneClick;

/// Room for `List-Unsubscribe=One-Click` and what a mail program puts around it.
const ONE_CLICK_LARGEST: usize = 8 * 1024;

impl FromRequest for OneClick {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Payload::from_request(request, payload)
            .into_inner()
            .map_err(|_broken_off| Error::Refused(Said::new("form-unreadable")));
        Box::pin(async move {
            let body = body?.to_bytes_limited(ONE_CLICK_LARGEST).await;
            let body = body.map_err(|_too_large| Error::Refused(Said::new("form-too-large")))?;
            let body = body.map_err(|_broken_off| Error::Refused(Said::new("form-unreadable")))?;
            let body = String::from_utf8_lossy(&body);
            let is_asked = ["List-Unsubscribe", "One-Click"]
                .iter()
                .all(|words| body.contains(words));
            is_asked.then_some(Self).ok_or(Error::Forbidden)
        })
    }
}

/// The app and the visit of a request that no other site made.
pub(super) fn from_ourselves(request: &HttpRequest) -> Result<(web::Data<App>, Visit)> {
    let visit = request.extensions().get::<Visit>().cloned();
    let app = request.app_data::<web::Data<App>>().cloned();
    let (app, visit) = app.zip(visit).ok_or(Error::Forbidden)?;
    if let Some(origin) = request.headers().get(header::ORIGIN)
        && !is_own_origin(
            origin.to_str().unwrap_or("null"),
            &app.config.base_url,
            request.connection_info().host(),
        )
    {
        return Err(Error::Forbidden);
    }
    Ok((app, visit))
}

fn is_own_origin(origin: &str, base_url: &str, host: &str) -> bool {
    origin == base_url || origin.split_once("://").is_some_and(|(_, of)| of == host)
}

/// Reads a form from a request that its handler will not see.
pub(super) async fn read(request: &mut ServiceRequest) -> Result<Vec<(String, String)>> {
    let body = request
        .extract::<web::Payload>()
        .await
        .map_err(|_broken_off| Error::Refused(Said::new("form-unreadable")))?;
    fields(request.headers(), body).await
}

pub(super) async fn fields(
    headers: &header::HeaderMap,
    payload: web::Payload,
) -> Result<Vec<(String, String)>> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Error::Refused(Said::new("form-unreadable")));
    }
    let body = payload
        .to_bytes_limited(LARGEST)
        .await
        .map_err(|_too_large| Error::Refused(Said::new("form-too-large")))?;
    let body = body.map_err(|_broken_off| Error::Refused(Said::new("form-unreadable")))?;
    let pairs: Vec<(String, String)> = body
        .split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = unescape(halves.next().unwrap_or_default());
            (name, unescape(halves.next().unwrap_or_default()))
        })
        .collect();
    Ok(pairs)
}

/// `application/x-www-form-urlencoded` as browsers send it; what is not UTF-8 becomes the replacement character.
fn unescape(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = bytes
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (byte, escaped) {
            (b'+', _) => out.push(b' '),
            (b'%', Some(value)) => {
                out.push(value);
                at += 2;
            }
            (other, _) => out.push(*other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The token for this browser's forms.
#[must_use]
pub fn token(app: &App, browser: &str) -> String {
    app.office.key.sign("form", browser)
}

pub(super) fn token_is_right(app: &App, browser: &str, fields: &[(String, String)]) -> bool {
    fields
        .iter()
        .any(|(name, value)| name == TOKEN && app.office.key.is_signed("form", browser, value))
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    mistakes: Vec<(String, Said)>,
    /// Said above the form: a stale edit, or a rule that concerns no single field.
    pub notice: Option<Said>,
}

impl Form {
    #[must_use]
    pub fn new(fields: Vec<(String, String)>) -> Self {
        Self {
            fields,
            ..Self::default()
        }
    }

    /// A form filled with what stands today.
    #[must_use]
    pub fn filled<'a>(fields: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self::new(
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }

    /// What was typed, as it was typed.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field that may stand several times.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    #[must_use]
    pub fn is_ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// Replaces a value, such as the version after a stale edit.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// Adds a value to a field that may stand several times.
    pub fn add(&mut self, name: &str, value: &str) {
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    /// All fields, for carrying them through a page of confirmation.
    #[must_use]
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    pub fn refuse(&mut self, field: &str, why: Said) {
        self.mistakes.push((field.to_owned(), why));
    }

    #[must_use]
    pub fn mistakes(&self) -> &[(String, Said)] {
        &self.mistakes
    }

    #[must_use]
    pub fn mistake(&self, field: &str) -> Option<&Said> {
        self.mistakes
            .iter()
            .find(|(of, _)| of == field)
            .map(|(_, said)| said)
    }

    #[must_use]
    pub fn is_right(&self) -> bool {
        self.mistakes.is_empty() && self.notice.is_none()
    }

    /// One line of text of at most `most` characters, trimmed; empty when it may be.
    pub fn line(&mut self, name: &str, most: usize) -> String {
        let text = self.value(name).trim().to_owned();
        if text.chars().count() > most {
            self.refuse(name, Said::new("form-too-long").with("most", most));
        } else if text.chars().any(is_hidden) {
            self.refuse(name, Said::new("form-hidden-characters"));
        }
        text
    }

    /// One line of text that must not be empty.
    pub fn needed_line(&mut self, name: &str, most: usize) -> String {
        let text = self.line(name, most);
        if text.is_empty() {
            self.refuse(name, Said::new("form-needed"));
        }
        text
    }

    /// Text in several lines, as it is pasted from elsewhere too.
    pub fn text(&mut self, name: &str, most: usize) -> String {
        let text = pasted::plain(self.value(name)).trim().to_owned();
        if text.chars().count() > most {
            self.refuse(name, Said::new("form-too-long").with("most", most));
        } else if text.chars().any(pasted::is_refused) {
            self.refuse(name, Said::new("form-hidden-characters"));
        }
        text
    }

    /// A mail address, in lower case; none when empty.
    pub fn address(&mut self, name: &str) -> Option<String> {
        let text = self.line(name, 254).to_lowercase();
        if text.is_empty() || self.mistake(name).is_some() {
            return None;
        }
        let address = mail_address(&text);
        if address.is_none() {
            self.refuse(name, Said::new("form-not-an-address"));
        }
        address
    }

    pub fn needed_address(&mut self, name: &str) -> String {
        let address = self.address(name);
        if address.is_none() && self.mistake(name).is_none() {
            self.refuse(name, Said::new("form-needed"));
        }
        address.unwrap_or_default()
    }

    /// A date as browsers send it (2027-03-17) or as Norwegians write it (17.03.2027), in the years 1900–2200.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        let text = self.value(name).trim().to_owned();
        if text.is_empty() {
            return None;
        }
        let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d")
            .or_else(|_| NaiveDate::parse_from_str(&text, "%d.%m.%Y"));
        match date {
            Ok(date) if (1900..=2200).contains(&chrono::Datelike::year(&date)) => Some(date),
            _ => {
                self.refuse(name, Said::new("form-not-a-date"));
                None
            }
        }
    }

    pub fn needed_date(&mut self, name: &str) -> NaiveDate {
        let date = self.date(name);
        if date.is_none() && self.mistake(name).is_none() {
            self.refuse(name, Said::new("form-needed"));
        }
        date.unwrap_or_default()
    }

    /// A time of day: 09:00 or 09.00.
    pub fn time(&mut self, name: &str) -> Option<NaiveTime> {
        let text = self.value(name).trim().replace('.', ":");
        if text.is_empty() {
            return None;
        }
        let time = NaiveTime::parse_from_str(&text, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"));
        if time.is_err() {
            self.refuse(name, Said::new("form-not-a-time"));
        }
        time.ok()
    }

    pub fn needed_time(&mut self, name: &str) -> NaiveTime {
        let time = self.time(name);
        if time.is_none() && self.mistake(name).is_none() {
            self.refuse(name, Said::new("form-needed"));
        }
        time.unwrap_or_default()
    }

    /// A whole number within bounds; none when empty.
    pub fn number(&mut self, name: &str, within: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let text = self.value(name).trim().replace('−', "-");
        if text.is_empty() {
            return None;
        }
        match text.parse::<i64>() {
            Ok(number) if within.contains(&number) => Some(number),
            _ => {
                let said = Said::new("form-not-a-number")
                    .with("least", *within.start())
                    .with("most", *within.end());
                self.refuse(name, said);
                None
            }
        }
    }

    pub fn needed_number(&mut self, name: &str, within: std::ops::RangeInclusive<i64>) -> i64 {
        let number = self.number(name, within);
        if number.is_none() && self.mistake(name).is_none() {
            self.refuse(name, Said::new("form-needed"));
        }
        number.unwrap_or_default()
    }

    /// One of a closed list: a code that parses.
    pub fn choice<T: std::str::FromStr>(&mut self, name: &str) -> Option<T> {
        let parsed = self.value(name).trim().parse().ok();
        if parsed.is_none() {
            self.refuse(
                name,
                Said::new(if self.value(name).trim().is_empty() {
                    "form-needed"
                } else {
                    "form-not-a-choice"
                }),
            );
        }
        parsed
    }

    /// An optional choice: empty means none.
    pub fn choice_or_none<T: std::str::FromStr>(&mut self, name: &str) -> Option<T> {
        if self.value(name).trim().is_empty() {
            None
        } else {
            self.choice(name)
        }
    }

    /// The version the form was filled from; 0, which nothing has had, when it says none that can be.
    #[must_use]
    pub fn version(&self) -> i64 {
        let version = self.value("version").parse().ok();
        version
            .filter(|version| (0..i64::MAX).contains(version))
            .unwrap_or(0)
    }
}

/// A mail address (RFC 5321 § 4.1.2) whose domain has a dot, in lower case.
#[must_use]
pub fn mail_address(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let domain_has_dot = text
        .rsplit_once('@')
        .is_some_and(|(_, domain)| domain.contains('.'));
    (domain_has_dot && text.len() <= 254 && text.parse::<lettre::Address>().is_ok()).then_some(text)
}

/// Characters nobody types on purpose in a line: control characters, line breaks, and those that turn the direction
/// of text or take no room (Unicode's bidirectional controls, zero-width characters).
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(value: &str) -> Form {
        Form::filled([("field", value.to_owned())])
    }

    #[test]
    fn a_line_holds_no_hidden_characters() {
        for hostile in ["a\r\nBcc: x@y.no", "a\u{202E}b", "a\u{200B}b", "\u{0}"] {
            let mut form = form(hostile);
            form.line("field", 100);
            assert_eq!(
                form.mistake("field").map(|said| said.key),
                Some("form-hidden-characters"),
                "{hostile:?}"
            );
        }
        let mut fine = form("Čáhci & <Søn> Ærø");
        assert_eq!(fine.line("field", 100), "Čáhci & <Søn> Ærø");
        assert!(fine.is_right());
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        for wrong in [
            "2027-02-30",
            "30.02.2027",
            "i morgen",
            "0001-01-01",
            "99999-01-01",
            "2027-13-01",
        ] {
            let mut form = form(wrong);
            assert_eq!(form.date("field"), None);
            assert_eq!(
                form.mistake("field").map(|said| said.key),
                Some("form-not-a-date"),
                "{wrong}"
            );
        }
        assert_eq!(
            form("17.05.2027").date("field"),
            NaiveDate::from_ymd_opt(2027, 5, 17)
        );
    }

    #[test]
    fn broken_encoding_is_text_and_never_a_panic() {
        for body in ["%", "%2", "%zz", "%ff%fe", "+%41"] {
            unescape(body.as_bytes());
        }
        assert_eq!(unescape(b"S%C3%B8r+%26+Vest"), "Sør & Vest");
    }

    #[test]
    fn only_our_own_pages_may_post() {
        assert!(is_own_origin(
            "https://x.no",
            "https://x.no",
            "10.0.0.1:8080"
        ));
        assert!(is_own_origin(
            "http://127.0.0.1:8080",
            "https://x.no",
            "127.0.0.1:8080"
        ));
        assert!(!is_own_origin("https://evil.no", "https://x.no", "x.no"));
        assert!(!is_own_origin("null", "https://x.no", "x.no"));
    }
}
