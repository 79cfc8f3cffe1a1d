//! Signs of life for those who run the instance: alive, ready, mailing, and figures in Prometheus's text format
//! (version 0.0.4). They need no session and hold no personal data.

use super::rules;
use super::store::health::{self as store, MailLife};
use crate::config::try_folder;
use crate::db::types::Moment;
use crate::error::Result;
use crate::web::App;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Data};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Whoever asks whether we are ready does not wait long for an answer.
const STORE_TO_ANSWER: Duration = Duration::from_secs(2);

/// Alive: the process answers.
pub async fn live() -> &'static str {
    "alive\n"
}

/// Ready: the database and the store of files answer, and the data folder can be written to. Mail is not asked about:
/// pages work without it.
pub async fn ready(app: Data<App>) -> HttpResponse {
    if app.db.read(store::answers).await.is_err() {
        return plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        );
    }
    let folder = app.config.data.clone();
    let written = web::block(move || try_folder(&folder)).await;
    if !matches!(written, Ok(Ok(()))) {
        return plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "the data folder cannot be written to\n",
        );
    }
    let asked = tokio::time::timeout(STORE_TO_ANSWER, app.files.answers()).await;
    if !matches!(asked, Ok(Ok(()))) {
        return plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "the store of files does not answer\n",
        );
    }
    plain(StatusCode::OK, "ready\n")
}

/// Mailing: a pass ended lately, no message has waited long (F09), and no mail waits for a person.
///
/// # Errors
/// When the database fails.
pub async fn mail(app: Data<App>) -> Result<HttpResponse> {
    let now = app.clock.now();
    let life = app.db.read(move |conn| store::mail_life(conn, now)).await?;
    let mut wrong = String::new();
    if rules::is_late(life.last_pass, now) {
        wrong.push_str(&format!("no pass for {}\n", ago(life.last_pass, now)));
    }
    if life
        .waiting_since
        .is_some_and(|since| now - since > rules::WAITS_TOO_LONG)
    {
        wrong.push_str(&format!(
            "a message has waited {}\n",
            ago(life.waiting_since, now)
        ));
    }
    let alarms = [
        (life.to_help, "messages could not be handed over"),
        (life.nobody, "occasions had nobody to tell"),
        (life.broken, "occasions could not be told"),
    ];
    for (count, what) in alarms.iter().filter(|(count, _)| *count > 0) {
        wrong.push_str(&format!("{count} {what}\n"));
    }
    Ok(if wrong.is_empty() {
        plain(StatusCode::OK, "mailing\n")
    } else {
        plain(StatusCode::SERVICE_UNAVAILABLE, &wrong)
    })
}

fn ago(since: Option<Moment>, now: Moment) -> String {
    since.map_or_else(
        || "ever".to_owned(),
        |since| format!("{} seconds", (now - since).num_seconds()),
    )
}

/// The figures.
///
/// # Errors
/// When the database fails.
pub async fn metrics(app: Data<App>) -> Result<HttpResponse> {
    let now = app.clock.now();
    let life = app.db.read(move |conn| store::mail_life(conn, now)).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .body(figures(&app, &life, now)))
}

fn figures(app: &App, life: &MailLife, now: Moment) -> String {
    let seconds = |since: Moment| (now - since).num_seconds();
    let count = |counter: &AtomicU64| i64::try_from(counter.load(Ordering::Relaxed)).ok();
    let passes = count(&app.office.passes);
    let writes = count(&app.db.counts().writes);
    let retries = count(&app.db.counts().retries);
    let from_memory = count(app.public_cache.answered());
    let held = i64::try_from(app.public_cache.held_bytes()).ok();
    let waited = life.waiting_since.map_or(0, seconds);
    #[rustfmt::skip]
    let rows = [
        ("styringsrad_passes_total", "counter", "Passes this process has made.", passes),
        ("styringsrad_database_writes_total", "counter", "Writes this process has begun.", writes),
        ("styringsrad_database_retries_total", "counter", "Writes begun again after a conflict.", retries),
        ("styringsrad_heartbeat_age_seconds", "gauge", "Since the last pass ended.", life.last_pass.map(seconds)),
        ("styringsrad_longest_wait_seconds", "gauge", "How long the oldest waiting message has waited.", Some(waited)),
        ("styringsrad_occasions_planned", "gauge", "Occasions to come.", Some(life.planned)),
        ("styringsrad_messages_queued", "gauge", "Messages that wait.", Some(life.queued)),
        ("styringsrad_messages_claimed", "gauge", "Messages on their way out.", Some(life.claimed)),
        ("styringsrad_messages_dead", "gauge", "Messages that wait for a person.", Some(life.dead)),
        ("styringsrad_occasions_nobody", "gauge", "Occasions that had nobody to tell and have not expired.", Some(life.nobody)),
        ("styringsrad_occasions_broken", "gauge", "Occasions that could not be told and have not expired.", Some(life.broken)),
        ("styringsrad_public_answers_from_memory_total", "counter", "Public pages answered from memory.", from_memory),
        ("styringsrad_public_memory_bytes", "gauge", "What is kept of public pages.", held),
        ("process_resident_memory_bytes", "gauge", "Resident memory of this process.", resident_bytes()),
    ];
    rows.iter()
        .filter_map(|(name, kind, help, value)| {
            let value = (*value)?;
            Some(format!(
                "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n"
            ))
        })
        .collect()
}

/// Resident memory as Linux tells it; nothing elsewhere.
fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

fn plain(status: StatusCode, text: &str) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/plain; charset=utf-8")
        .body(text.to_owned())
}
