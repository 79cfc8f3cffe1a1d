//! The rehearsal: every mail of a period, in order, before any of it is sent. A copy of the data, time moved from
//! event to event, mail into memory; the post office is the same code as every day's.
//!
//! In the copy all mail is on from the start. By default each does their part on the day it is due: the secretariat
//! sends the calls and presses its buttons, people say that they come, and what no button ends counts as answered. Left out on purpose: what people would do by
//! their own choice (new meetings, new members), and mails that answer a click of no deadline, such as sign-in.

use crate::calendar::moment_of;
use crate::clock::Clock;
use crate::db::copy;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::desk::store;
use crate::error::Result;
use crate::mail::bell::Bell;
use crate::mail::pass::PostOffice;
use crate::mail::transport::Carrier;
use crate::secrets::Key;
use anyhow::Context;
use chrono::{Duration, Months, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The longest period that is rehearsed at once.
pub const MONTHS: u32 = 24;

/// One mail of a rehearsal. The names are those of its JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rehearsed {
    /// When it goes: RFC 3339, with the offset of the board's zone.
    pub at: String,
    pub kind: String,
    /// The occasion's key: kind, object, slot and occurrence.
    pub occasion: String,
    /// What it is about: the object's kind and id.
    pub object: String,
    /// The board's slug; empty for mail of no board.
    pub board: String,
    /// The address.
    pub recipient: String,
    pub language: String,
    pub subject: String,
    /// The deadline it is about: RFC 3339.
    pub due: Option<String>,
}

/// What to rehearse.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The boards whose mail is rehearsed; none means every board.
    pub boards: Option<Vec<BoardId>>,
    /// The first moment whose mails are listed. What lies before is played too, from now on, and not listed.
    pub from: Moment,
    /// The first moment that is no longer played.
    pub until: Moment,
    /// Nobody presses a button or answers, so that every reminder goes.
    pub nobody_acts: bool,
}

/// The wish for every board's mail between two days of the country's calendar, both included.
///
/// # Errors
/// When the period ends before it begins, has passed, or goes more than two years ahead.
pub fn wish_for_all(
    now: Moment,
    from: NaiveDate,
    to: NaiveDate,
    nobody_acts: bool,
) -> anyhow::Result<Wish> {
    let zone = chrono_tz::Europe::Oslo;
    let today = crate::calendar::local_date(zone, now.utc());
    let latest = today + Months::new(MONTHS);
    anyhow::ensure!(
        from <= to && today <= to && to <= latest,
        "choose a last day that is not before the first, nor before today ({today}), nor after {latest}"
    );
    Ok(Wish {
        boards: None,
        from: start_of(zone, from),
        until: start_of(zone, to + Duration::days(1)),
        nobody_acts,
    })
}

/// The first moment of a local day.
#[must_use]
pub fn start_of(zone: Tz, day: NaiveDate) -> Moment {
    Moment::from(moment_of(zone, day, NaiveTime::MIN))
}

/// Rehearses on a copy; the instance's own data is read and never changed.
///
/// # Errors
/// When the data cannot be copied, or the database fails.
pub fn rehearse(office: &PostOffice, wish: &Wish) -> Result<Vec<Rehearsed>> {
    let folder = Folder::new()?;
    let now = office.clock.now();
    let stage = stage(office, &folder.0, now)?;
    stage
        .db
        .write_now(|conn| store::rehearsal::prepare(conn, wish.boards.as_deref(), now))?;
    let mut told = Vec::new();
    let mut at = now;
    while at < wish.until {
        stage.clock.move_to(at);
        let made = play(&stage, wish, at)?;
        if at >= wish.from {
            told.extend(made);
        }
        let next = stage
            .db
            .read_now(|conn| store::rehearsal::next(conn, at, !wish.nobody_acts))?;
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(told)
}

/// One moment: what people do, then what the post office does.
fn play(stage: &PostOffice, wish: &Wish, at: Moment) -> Result<Vec<Rehearsed>> {
    if !wish.nobody_acts {
        stage.db.write_now(|conn| {
            stage.tables.acts.iter().try_for_each(|act| act(conn, at))?;
            for board in store::rehearsal::mark_done(conn, at)? {
                stage.tables.replan(conn, board, at)?;
            }
            Ok(())
        })?;
    }
    stage.work(&mut Carrier::Memory(Arc::default()))?;
    stage
        .db
        .read_now(|conn| store::rehearsal::made_at(conn, at))
}

/// The post office over a copy of the data, on a clock of its own. It may write to anyone: nothing leaves memory.
fn stage(office: &PostOffice, folder: &Path, now: Moment) -> Result<PostOffice> {
    let db = copy::copy(office.db.database(), &folder.join("rehearsal.db"))?;
    let key = Key::of(&db, now)?;
    Ok(PostOffice {
        db,
        clock: Clock::standing_at(now),
        tables: Arc::clone(&office.tables),
        key,
        base_url: office.base_url.clone(),
        from: office.from.clone(),
        contact: office.contact.clone(),
        only_to: Vec::new(),
        worker: "rehearsal".to_owned(),
        bell: Bell::default(),
        passes: Arc::default(),
        fate: None,
    })
}

/// A folder that only this user may look into, and that goes with the rehearsal.
struct Folder(PathBuf);

impl Folder {
    fn new() -> anyhow::Result<Self> {
        let name = format!("styringsrad-rehearsal-{}", uuid::Uuid::new_v4());
        let path = std::env::temp_dir().join(name);
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&path)
            .with_context(|| format!("making the folder {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "the folder of a rehearsal could not be removed");
        }
    }
}
