//! A visit: which browser, which session, which language.
//!
//! One middleware finds it out with one read, gives every page its headers, and keeps a form that was posted after
//! the session had ended until the person is back.

use super::access::{Reader, Roles};
use super::public_cache::Keep;
use super::{App, error_pages, form, paths, upload};
use crate::db::Conn;
use crate::db::ids::{PersonId, RowId};
use crate::db::schema::{parked_form, person, session};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::secrets;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::time::Duration as CookieDuration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};
use chrono::Duration;
use diesel::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The cookie that carries a session's token.
pub const SESSION_COOKIE: &str = "styringsrad_session";
/// The cookie that tells one browser from another, with or without a session; forms' tokens are made of it.
pub const BROWSER_COOKIE: &str = "styringsrad_browser";
const LANGUAGE_COOKIE: &str = "styringsrad_language";
/// How long a form posted too late is kept.
const PARKED_FOR: Duration = Duration::hours(24);

/// What is known of this request's visitor.
#[derive(Clone, Debug)]
pub struct Visit {
    pub reader: Option<Reader>,
    /// Whose session it was that has ended, when one has.
    pub was: Option<PersonId>,
    /// The browser's own random token; the tokens of forms are made from it, so that they outlive a session.
    pub browser: String,
    /// Said while the answer is made: it holds something made from `browser`, which must be known again later.
    pub shows_browser: Arc<AtomicBool>,
    pub language: Language,
    /// Whether the visitor has chosen it in this browser.
    pub has_chosen_language: bool,
    /// Path and query, for links back here.
    pub here: String,
    pub now: Moment,
}

/// The middleware around every page.
///
/// # Errors
/// What the framework itself fails with; the product's own errors are answered as pages.
pub async fn attend(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("no app"));
    };
    // A HEAD is a GET whose body stays behind (RFC 9110 § 9.3.2); the server leaves it out by itself.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let (mut visit, is_new_browser) = match find(&app, &request).await {
        Ok(found) => found,
        Err(error) => return Ok(unread(&app, request, error).await),
    };
    let chosen = chosen_language(request.query_string());
    if let Some(language) = chosen {
        visit.language = language;
        visit.has_chosen_language = true;
    }
    request.extensions_mut().insert(visit.clone());
    let is_personal = is_personal(&request);
    let needs_session = request.method() == Method::POST
        && visit.reader.is_none()
        && !paths::is_open(request.path())
        && !paths::is_published(request.path())
        && !paths::is_for_programs(request.path());
    let mut response = match (needs_session, visit.was) {
        (true, Some(_)) => park(&app, &visit, request).await,
        (true, None) => give_back(&app, &visit, request, Error::SignInNeeded).await,
        (false, _) => next.call(request).await?.map_into_boxed_body(),
    };
    response = error_pages::answer(&app, &visit, response);
    let secure = app.config.is_https();
    if is_personal {
        response.response_mut().extensions_mut().remove::<Keep>();
    }
    if is_for_all(&response) {
        let asked_again = header::HeaderValue::from_static("no-cache");
        (response.headers_mut()).insert(header::CACHE_CONTROL, asked_again);
    }
    if may_bring_cookies(&response) {
        let has_form = visit.shows_browser.load(Ordering::Relaxed);
        let browser = (is_new_browser && has_form).then_some((BROWSER_COOKIE, &*visit.browser));
        let language = chosen.map(|language| (LANGUAGE_COOKIE, language.tag()));
        for (name, value) in browser.into_iter().chain(language) {
            let age = Some(CookieDuration::days(365));
            set_cookie(&mut response, name, value, age, secure);
        }
    }
    guard(response.headers_mut(), secure);
    Ok(response)
}

/// Whether its handler says that the answer is the same for everyone.
fn is_for_all(response: &ServiceResponse<BoxBody>) -> bool {
    (response.response().extensions()).get::<Keep>().is_some()
}

/// Whether an answer may bring cookies of this middleware: a page or the way to one, and only where it is nobody else's.
///
/// What goes to everyone or is kept on the way (a file of the bundle, a feed, what programs read) never does: whoever keeps
/// it would hand one browser's secret to all.
fn may_bring_cookies(response: &ServiceResponse<BoxBody>) -> bool {
    let header = |name: header::HeaderName| {
        let value = response.headers().get(name);
        let text = value.and_then(|value| value.to_str().ok());
        text.unwrap_or_default()
    };
    let is_page =
        header(header::CONTENT_TYPE).starts_with("text/html") || response.status().is_redirection();
    let is_shared = is_for_all(response) || header(header::CACHE_CONTROL).contains("public");
    is_page && !is_shared
}

/// Nobody can say who asks: that is a failure to be told, and no reason to take the reader for a stranger.
async fn unread(
    app: &web::Data<App>,
    request: ServiceRequest,
    error: Error,
) -> ServiceResponse<BoxBody> {
    let visit = Visit::of_nobody(&request, app.clock.now());
    request.extensions_mut().insert(visit.clone());
    let response = give_back(app, &visit, request, error).await;
    let mut response = error_pages::answer(app, &visit, response);
    guard(response.headers_mut(), app.config.is_https());
    response
}

/// Refuses a request before its handler sees it; what was posted goes back to the browser with the refusal.
async fn give_back(
    app: &App,
    visit: &Visit,
    mut request: ServiceRequest,
    error: Error,
) -> ServiceResponse<BoxBody> {
    if request.method() == Method::POST
        && let Ok(fields) = form::read(&mut request).await
        && form::token_is_right(app, &visit.browser, &fields)
    {
        request.extensions_mut().insert(form::Typed::of(&fields));
    }
    request.error_response(error).map_into_boxed_body()
}

impl Visit {
    fn of_nobody(request: &ServiceRequest, now: Moment) -> Self {
        let browser = cookie(request, BROWSER_COOKIE)
            .filter(|token| token.len() == 64)
            .unwrap_or_else(secrets::token);
        Self {
            reader: None,
            was: None,
            browser,
            shows_browser: Arc::default(),
            language: language_of(request),
            has_chosen_language: cookie(request, LANGUAGE_COOKIE).is_some(),
            here: here(request),
            now,
        }
    }
}

/// The language of a visitor of whom nothing is known: the one this browser chose, else one that it understands.
pub(super) fn language_of(request: &ServiceRequest) -> Language {
    cookie(request, LANGUAGE_COOKIE)
        .and_then(|tag| Language::from_tag(&tag))
        .or_else(|| {
            let accepted = request.headers().get(header::ACCEPT_LANGUAGE)?;
            Language::accepted(accepted.to_str().ok()?)
        })
        .unwrap_or(Language::NB)
}

/// Whether the answer can be another for this request than for everyone who reads in the same language: somebody may be
/// signed in, or the language is chosen by it.
pub(super) fn is_personal(request: &ServiceRequest) -> bool {
    cookie(request, SESSION_COOKIE).is_some() || chosen_language(request.query_string()).is_some()
}

/// Path and query, as a link within these pages: never one that a browser takes for another site's.
fn here(request: &ServiceRequest) -> String {
    let asked = request.uri().path_and_query().map_or("/", |it| it.as_str());
    format!("/{}", asked.trim_start_matches(['/', '\\']))
}

async fn find(app: &App, request: &ServiceRequest) -> Result<(Visit, bool)> {
    let now = app.clock.now();
    let mut visit = Visit::of_nobody(request, now);
    let is_new_browser = cookie(request, BROWSER_COOKIE).is_none_or(|token| token != visit.browser);
    let Some(token) = cookie(request, SESSION_COOKIE) else {
        return Ok((visit, is_new_browser));
    };
    let hash = secrets::hash(&token);
    let sources = std::sync::Arc::clone(&app.role_sources);
    let found = app
        .db
        .read(move |conn| {
            let Some(known) = known(conn, &hash)? else {
                return Ok(None);
            };
            let mut roles = Roles::default();
            for source in sources.iter() {
                source(conn, known.person, now, &mut roles)?;
            }
            Ok(Some((known, roles, hash)))
        })
        .await?;
    let Some((known, roles, hash)) = found else {
        return Ok((visit, is_new_browser));
    };
    if known.ends() <= now {
        visit.was = Some(known.person);
        return Ok((visit, is_new_browser));
    }
    if now - known.last_seen_at > Duration::minutes(1) {
        let hash = hash.clone();
        let seen = app.db.write(move |conn| {
            Ok(diesel::update(session::table.find(&hash))
                .set(session::last_seen_at.eq(now))
                .execute(conn)?)
        });
        // The next request says it again.
        if let Err(error) = seen.await {
            tracing::warn!(%error, "a session's last use could not be written");
        }
    }
    let language = Language::from_tag(&known.language).unwrap_or(Language::NB);
    if !visit.has_chosen_language {
        visit.language = language;
    }
    visit.reader = Some(Reader {
        id: known.person,
        name: known.name,
        language,
        roles,
        session: hash,
    });
    Ok((visit, is_new_browser))
}

#[derive(Queryable)]
struct Known {
    person: PersonId,
    name: String,
    language: String,
    last_seen_at: Moment,
    idle_minutes: i64,
    expires_at: Moment,
}

impl Known {
    fn ends(&self) -> Moment {
        self.expires_at
            .min(self.last_seen_at + Duration::minutes(self.idle_minutes))
    }
}

fn known(conn: &mut Conn, hash: &str) -> Result<Option<Known>> {
    let columns = (
        person::id,
        person::name,
        person::language,
        session::last_seen_at,
        session::idle_minutes,
        session::expires_at,
    );
    Ok(session::table
        .inner_join(person::table)
        .filter(session::token_hash.eq(hash))
        .select(columns)
        .first(conn)
        .optional()?)
}

/// Keeps a form whose session had ended, and asks the person to sign in. Only where it is known whose session it was:
/// strangers leave nothing here.
async fn park(app: &App, visit: &Visit, mut request: ServiceRequest) -> ServiceResponse<BoxBody> {
    let path = request.path().to_owned();
    if upload::is_one(request.headers()) {
        // Files are not kept: the page with the form is where the person goes on.
        let to = paths::sign_in_and_go_on(&path);
        return request.into_response(
            HttpResponse::SeeOther()
                .insert_header((header::LOCATION, to))
                .finish(),
        );
    }
    let kept = match form::read(&mut request).await {
        Ok(fields) if form::token_is_right(app, &visit.browser, &fields) => {
            let (browser, was, now) = (secrets::hash(&visit.browser), visit.was, visit.now);
            let form::Typed(fields) = form::Typed::of(&fields);
            app.db
                .write(move |conn| keep(conn, &browser, was, &path, &fields, now))
                .await
        }
        Ok(_) => Err(Error::Forbidden),
        Err(error) => Err(error),
    };
    match kept {
        Ok(id) => {
            let to = paths::sign_in_and_go_on(&paths::kept_form(id));
            request.into_response(
                HttpResponse::SeeOther()
                    .insert_header((header::LOCATION, to))
                    .finish(),
            )
        }
        Err(error) => request.error_response(error).map_into_boxed_body(),
    }
}

fn keep(
    conn: &mut Conn,
    browser: &str,
    person: Option<PersonId>,
    path: &str,
    fields: &[(String, String)],
    now: Moment,
) -> Result<RowId> {
    let id = RowId::new();
    let fields = serde_json::to_string(fields).map_err(anyhow::Error::from)?;
    diesel::delete(parked_form::table.filter(parked_form::expires_at.le(now))).execute(conn)?;
    diesel::insert_into(parked_form::table)
        .values((
            parked_form::id.eq(id),
            parked_form::browser_hash.eq(browser),
            parked_form::person_id.eq(person),
            parked_form::path.eq(path),
            parked_form::fields.eq(fields),
            parked_form::created_at.eq(now),
            parked_form::expires_at.eq(now + PARKED_FOR),
        ))
        .execute(conn)?;
    Ok(id)
}

fn chosen_language(query: &str) -> Option<Language> {
    query
        .split('&')
        .find_map(|pair| Language::from_tag(pair.strip_prefix("lang=")?))
}

fn cookie(request: &ServiceRequest, name: &str) -> Option<String> {
    request
        .cookie(name)
        .map(|cookie| cookie.value().to_owned())
        .filter(|value| !value.is_empty())
}

fn set_cookie(
    response: &mut ServiceResponse<BoxBody>,
    name: &'static str,
    value: &str,
    age: Option<CookieDuration>,
    secure: bool,
) {
    let cookie = our_cookie(name, value, age, secure);
    if response.response_mut().add_cookie(&cookie).is_err() {
        tracing::error!(name, "a cookie could not be set");
    }
}

/// A cookie that scripts cannot read and other sites' forms do not send.
#[must_use]
pub fn our_cookie<'a>(
    name: &'a str,
    value: &'a str,
    age: Option<CookieDuration>,
    secure: bool,
) -> Cookie<'a> {
    let cookie = Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure);
    match age {
        Some(age) => cookie.max_age(age).finish(),
        None => cookie.finish(),
    }
}

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; font-src 'self'; \
     img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers for every answer: nothing from elsewhere, no inline scripts, no framing, private pages never cached. What
/// says itself how long it may be kept, such as a stylesheet, is believed, and so is a stored file that says what its own
/// content may do.
fn guard(headers: &mut header::HeaderMap, secure: bool) {
    let is_kept = headers.contains_key(header::CACHE_CONTROL);
    let has_policy = headers.contains_key(header::CONTENT_SECURITY_POLICY);
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(
            header::HeaderName::from_static(name),
            header::HeaderValue::from_static(value),
        );
    };
    if !has_policy {
        set("content-security-policy", POLICY);
    }
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    if !is_kept {
        set("cache-control", "no-store");
    }
    if secure {
        set("strict-transport-security", "max-age=31536000");
    }
}
