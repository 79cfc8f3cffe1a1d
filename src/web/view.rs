//! What a page is drawn with: the reader, the language, the time, and the texts. Pages take a `&View` and give
//! markup; they ask nothing of the database.

use super::access::Reader;
use super::public_cache::Keep;
use super::visit::Visit;
use super::{App, form, layout};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, Value, dates, text};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use maud::Markup;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Everything a page may need besides its own data.
#[derive(Clone)]
pub struct View {
    pub app: web::Data<App>,
    pub reader: Option<Reader>,
    pub language: Language,
    /// Whether the visitor has chosen it in this browser.
    pub has_chosen_language: bool,
    /// Path and query of this page.
    pub here: String,
    pub now: Moment,
    browser: String,
    shows_browser: Arc<AtomicBool>,
}

impl View {
    #[must_use]
    pub fn new(app: web::Data<App>, visit: &Visit) -> Self {
        Self {
            app,
            reader: visit.reader.clone(),
            language: visit.language,
            has_chosen_language: visit.has_chosen_language,
            here: visit.here.clone(),
            now: visit.now,
            browser: visit.browser.clone(),
            shows_browser: Arc::clone(&visit.shows_browser),
        }
    }

    /// The text with this key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    /// The text with this key, with values put in.
    #[must_use]
    pub fn tv(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        text(self.language, key, values)
    }

    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        said.text(self.language)
    }

    /// Localised data in the reader's language, else in the first there is.
    #[must_use]
    pub fn words<'a>(&self, words: &'a Words) -> &'a str {
        words.in_language(self.language.tag())
    }

    /// “17. mars 2027”.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        dates::date(self.language, date)
    }

    /// “onsdag 17. mars 2027”.
    #[must_use]
    pub fn long_date(&self, date: NaiveDate) -> String {
        dates::long_date(self.language, date)
    }

    /// “kl. 09.00”.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        dates::time(self.language, time)
    }

    /// A moment as the clock on a wall in this zone shows it.
    #[must_use]
    pub fn moment(&self, zone: Tz, at: Moment) -> String {
        dates::date_and_time(self.language, at.utc().with_timezone(&zone).naive_local())
    }

    /// The same of a deadline: one at midnight is told by the day that ends then.
    #[must_use]
    pub fn deadline(&self, zone: Tz, at: Moment) -> String {
        dates::deadline(self.language, at.utc().with_timezone(&zone).naive_local())
    }

    /// The hidden token of this browser's forms. Whoever asks for it puts it on the page, and the answer brings the cookie
    /// by which the browser is known when the form comes back.
    #[must_use]
    pub fn form_token(&self) -> String {
        self.shows_browser.store(true, Ordering::Relaxed);
        form::token(&self.app, &self.browser)
    }

    /// Whether a piece of a page holds a form of this browser's own.
    #[must_use]
    pub fn is_own_form(&self, drawn: &str) -> bool {
        drawn.contains(&form::token(&self.app, &self.browser))
    }

    /// A whole page.
    #[must_use]
    pub fn page(&self, title: &str, content: &Markup) -> HttpResponse {
        self.page_with(StatusCode::OK, title, content)
    }

    /// A whole page that is the same for everyone who is not signed in, kept in memory until something changes or `until`.
    /// Only for an address whose whole query its handler knows: each other query would be kept as a page of its own.
    #[must_use]
    pub fn page_for_all(
        &self,
        title: &str,
        content: &Markup,
        until: Option<Moment>,
    ) -> HttpResponse {
        self.kept(
            layout::page(self, title, None, content).into_string(),
            until,
        )
    }

    /// A page that is found and sent on, with what it says of itself: the same for everyone who is not signed in. It is kept
    /// as [`View::page_for_all`] keeps one, at an address that asks nothing.
    #[must_use]
    pub fn page_about(
        &self,
        title: &str,
        head: &layout::Head,
        content: &Markup,
        until: Option<Moment>,
    ) -> HttpResponse {
        let page = layout::page(self, title, Some(head), content).into_string();
        if self.here.contains('?') {
            self.html(StatusCode::OK, page)
        } else {
            self.kept(page, until)
        }
    }

    fn kept(&self, page: String, until: Option<Moment>) -> HttpResponse {
        // What holds this browser's token is its own, whatever was meant.
        let is_own = self.reader.is_some() || self.is_own_form(&page);
        let mut response = self.html(StatusCode::OK, page);
        if !is_own {
            response.extensions_mut().insert(Keep { until });
        }
        response
    }

    /// A form shown again with its mistakes (422).
    #[must_use]
    pub fn mistaken(&self, title: &str, content: &Markup) -> HttpResponse {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, title, content)
    }

    /// A form shown again because someone saved first (409).
    #[must_use]
    pub fn stale(&self, title: &str, content: &Markup) -> HttpResponse {
        self.page_with(StatusCode::CONFLICT, title, content)
    }

    #[must_use]
    pub fn page_with(&self, status: StatusCode, title: &str, content: &Markup) -> HttpResponse {
        self.html(
            status,
            layout::page(self, title, None, content).into_string(),
        )
    }

    fn html(&self, status: StatusCode, page: String) -> HttpResponse {
        HttpResponse::build(status)
            .insert_header((header::CONTENT_LANGUAGE, self.language.tag()))
            .content_type("text/html; charset=utf-8")
            .body(page)
    }

    /// After a POST: on to a page (303).
    #[must_use]
    pub fn go_to(&self, path: &str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, path))
            .finish()
    }

    /// After a POST: on to a page that says one line on top. The key begins with `said-`, and ends with `-warning` where
    /// something is wrong all the same.
    #[must_use]
    pub fn go_saying(&self, path: &str, said: &str) -> HttpResponse {
        self.go_to(&super::paths::saying(path, said))
    }

    /// This browser's own token, for what is kept for it.
    #[must_use]
    pub fn browser(&self) -> &str {
        &self.browser
    }
}

impl FromRequest for View {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<web::Data<App>>().cloned();
        let visit = request.extensions().get::<Visit>().cloned();
        std::future::ready(match (app, visit) {
            (Some(app), Some(visit)) => Ok(Self::new(app, &visit)),
            _ => {
                Err(anyhow::anyhow!("the visit middleware does not wrap {}", request.path()).into())
            }
        })
    }
}
