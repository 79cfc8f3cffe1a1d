//! Public pages answered from memory, as long as nobody has changed anything that everyone may see (F42).
//!
//! A handler says with [`Keep`] that its answer is the same for everyone who is not signed in and reads in the same
//! language. The answer is kept as it went out, compressed or not, under the sum of revisions that was known before its
//! handler ran; it is given again while the sum, asked of the database at most once a second, is the same.
//!
//! Left out on purpose: answers other than 200, streams, and several who ask at once for what is not kept yet: each
//! makes it, and all make the same. Of the conditions of RFC 9110 § 13 only `If-None-Match` is looked at: the pages have
//! no date of their own, and nothing here is changed under one.

mod kept;

use super::{App, visit};
use crate::db::types::Moment;
use crate::db::{Db, public_revision};
use crate::i18n::Language;
use actix_web::body::{self, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorInternalServerError;
use actix_web::http::header::{self, AcceptEncoding, Encoding, Header};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};
use kept::Kept;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// What all that is kept may weigh, in bytes.
pub const ALL: u64 = 16 * 1024 * 1024;
/// What one answer may weigh, in bytes.
pub const ONE: usize = 1024 * 1024;
/// A quarter of everything is more than one answer may weigh.
const SHARDS: usize = 4;
/// About how many answers there are; more or fewer do no harm.
const ANSWERS: usize = 1024;
/// How long the sum of revisions is believed.
const FRESH_FOR: Duration = Duration::from_secs(1);

/// Put into a response's extensions by a handler: this answer is the same for everyone who is not signed in and reads in
/// the same language, and may be kept.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// The next moment at which time alone makes it another; none where only a change does.
    pub until: Option<Moment>,
}

impl Keep {
    /// The same for everyone, and over already: not kept, because an address asks for one of too many, or nothing is there.
    /// Said all the same, so that it goes out without a cookie.
    #[must_use]
    pub fn not() -> Self {
        Self {
            until: Some(Moment::from(chrono::DateTime::UNIX_EPOCH)),
        }
    }

    /// Says it of an answer.
    #[must_use]
    pub fn mark(self, mut answer: HttpResponse) -> HttpResponse {
        answer.extensions_mut().insert(self);
        answer
    }
}

/// What is kept, and the sum of revisions that this process knows. Cheap to clone.
#[derive(Clone)]
pub struct PublicCache(Arc<Memory>);

struct Memory {
    kept: Cache<Key, Arc<Kept>, Weight>,
    seen: RwLock<Seen>,
    /// Whoever holds it asks the database; the others wait for what it says.
    asking: Mutex<()>,
    answered: AtomicU64,
}

/// What the database said, and before which moment it was asked; nothing where it could not be.
#[derive(Clone, Copy)]
struct Seen {
    at: Instant,
    revision: Option<i64>,
}

/// What makes one answer another.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    /// As it was asked for, with its query.
    path: String,
    language: Language,
    is_zipped: bool,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, key: &Key, kept: &Arc<Kept>) -> u64 {
        (key.path.len() + kept.weight()) as u64
    }
}

impl PublicCache {
    /// Nothing is kept yet, and this is the sum of revisions.
    ///
    /// # Errors
    /// Never with the sizes that stand here; the library wants to be asked.
    pub fn begin(revision: i64) -> anyhow::Result<Self> {
        let options = OptionsBuilder::new()
            .shards(SHARDS)
            .estimated_items_capacity(ANSWERS)
            .weight_capacity(ALL)
            .build()?;
        let hasher = DefaultHashBuilder::default();
        Ok(Self(Arc::new(Memory {
            kept: Cache::with_options(options, Weight, hasher, DefaultLifecycle::default()),
            seen: RwLock::new(Seen {
                at: Instant::now(),
                revision: Some(revision),
            }),
            asking: Mutex::new(()),
            answered: AtomicU64::new(0),
        })))
    }

    /// How many requests were answered from memory; shown at `/metrics`.
    #[must_use]
    pub fn answered(&self) -> &AtomicU64 {
        &self.0.answered
    }

    /// What everything kept weighs.
    #[must_use]
    pub fn held_bytes(&self) -> u64 {
        self.0.kept.weight()
    }

    fn seen(&self) -> Seen {
        *self.0.seen.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn fresh(&self) -> Option<Seen> {
        let seen = self.seen();
        (seen.at.elapsed() < FRESH_FOR).then_some(seen)
    }

    /// The sum of revisions, no older than a second; nothing where the database does not say.
    async fn revision(&self, db: &Db) -> Option<i64> {
        if let Some(seen) = self.fresh() {
            return seen.revision;
        }
        let _asking = self.0.asking.lock().await;
        if let Some(seen) = self.fresh() {
            return seen.revision;
        }
        let before = Instant::now();
        let seen = match db.read(public_revision::sum).await {
            Ok(revision) => Seen {
                at: before,
                revision: Some(revision),
            },
            Err(error) => {
                tracing::warn!(%error, "the revision of public pages could not be read");
                // Nobody waits for the next second either: the handlers tell the reader what is wrong.
                Seen {
                    at: Instant::now(),
                    revision: None,
                }
            }
        };
        *self.0.seen.write().unwrap_or_else(PoisonError::into_inner) = seen;
        self.fresh()?.revision
    }

    /// What is kept for this, where it is still right. Asks for the revision only when there is something.
    async fn find(&self, app: &App, key: &Key) -> Option<Arc<Kept>> {
        let kept = self.0.kept.get(key)?;
        let revision = self.revision(&app.db).await?;
        (kept.revision == Some(revision) && kept.until.is_none_or(|until| app.clock.now() < until))
            .then_some(kept)
    }
}

/// The middleware around all others: gives what is kept, and keeps what may be.
///
/// # Errors
/// What the framework itself fails with.
pub async fn remember(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let (Some(app), Some(key)) = (app, key(&request)) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let memory = &app.public_cache;
    if let Some(kept) = memory.find(&app, &key).await {
        memory.0.answered.fetch_add(1, Ordering::Relaxed);
        let answer = kept.answer(request.request());
        return Ok(request.into_response(answer));
    }
    // Read before the handler looks at the data: what it makes is never older than its mark. An old mark does no harm,
    // for what bears it is asked after before it is given.
    let revision = memory.seen().revision;
    let response = next.call(request).await?.map_into_boxed_body();
    let Some(keep) = may_be_kept(&response, app.clock.now()) else {
        return Ok(response);
    };
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let body = (body::to_bytes(body).await).map_err(ErrorInternalServerError)?;
    let kept = Arc::new(Kept::of(head.headers(), &body, keep.until, revision));
    let answer = kept.answer(&request);
    if revision.is_some() && kept.weight() <= ONE {
        memory.0.kept.insert(key, kept);
    }
    Ok(ServiceResponse::new(request, answer))
}

/// What is asked for, where the answer can be one for everyone.
fn key(request: &ServiceRequest) -> Option<Key> {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read || visit::is_personal(request) {
        return None;
    }
    Some(Key {
        path: request.uri().path_and_query()?.as_str().to_owned(),
        language: visit::language_of(request),
        is_zipped: is_zipped(request)?,
    })
}

/// Whether the answer goes out compressed. Nothing where the browser takes neither, or something else is to be found out.
fn is_zipped(request: &ServiceRequest) -> Option<bool> {
    if !request.headers().contains_key(header::ACCEPT_ENCODING) {
        return Some(false);
    }
    let accepted = AcceptEncoding::parse(request).ok()?;
    // As `Compress` chooses with the features that it is built with.
    let ours = [Encoding::identity(), Encoding::gzip(), Encoding::deflate()];
    match accepted.negotiate(ours.iter())? {
        chosen if chosen == Encoding::gzip() => Some(true),
        chosen if chosen == Encoding::identity() => Some(false),
        _ => None,
    }
}

/// What the handler says of this answer, where it is one that can be kept.
fn may_be_kept(response: &ServiceResponse<BoxBody>, now: Moment) -> Option<Keep> {
    let keep = response.response().extensions().get::<Keep>().copied()?;
    let is_over = keep.until.is_some_and(|until| until <= now);
    let is_plain =
        response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
    (is_plain && !is_over).then_some(keep)
}
