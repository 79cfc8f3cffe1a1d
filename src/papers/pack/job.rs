//! Building a pack. A builder has the list of what is in it and fetches just that.

use super::documents::sections;
use super::store::{self, MadePack};
use super::{Order, Source, order};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::files::{AtHand, Checksum, Trouble};
use crate::jobs::{Job, JobKind, Progress, Work};
use crate::papers::{Content, store as papers};
use crate::pdf::pack::{Enclosed, How, Source as Named};
use crate::pdf::{Pack, Printing};
use crate::web::App;
use anyhow::Context;

/// Building a pack.
pub const PACK: JobKind = JobKind {
    code: "pack",
    run: |app, job, progress| -> Work<'_> { Box::pin(build(app, job, progress)) },
    given_up: |conn, job, now| order::release(conn, &job.key, now),
};

/// Removing the files of packs that are not to be had any more.
pub const DROP: JobKind = JobKind {
    code: "drop-packs",
    run: |app, _job, _progress| -> Work<'_> { Box::pin(drop_outlived(app)) },
    given_up: |_conn, _job, _now| Ok(()),
};

async fn build(app: &App, job: &Job, progress: &Progress<'_>) -> Result<()> {
    let wanted: Order = serde_json::from_str(&job.input).context("an order")?;
    let key = job.key.clone();
    let there = app.db.read(move |conn| store::pack(conn, &key)).await?;
    if there.is_none() {
        // The files, and then setting them.
        let steps = wanted.enclosed.len() + 1;
        let mut pack = wanted.pack;
        let mut files = Vec::new();
        for (done, source) in wanted.enclosed.iter().enumerate() {
            progress.say(done, steps).await?;
            files.extend(fetch(app, source, &mut pack).await?);
        }
        progress.say(steps - 1, steps).await?;
        let made = print(app, pack, &files).await?;
        let (key, meeting) = (job.key.clone(), wanted.meeting);
        let write = move |conn: &mut Conn| store::add_pack(conn, &key, meeting, &made);
        app.db.write(write).await?;
    }
    let (key, now) = (job.key.clone(), app.clock.now());
    let release = move |conn: &mut Conn| order::release(conn, &key, now);
    app.db.write(release).await?;
    app.office.bell.ring();
    Ok(())
}

async fn print(app: &App, pack: Pack, files: &[(Named, AtHand)]) -> Result<MadePack> {
    let named = files.iter().map(|(named, _)| named.clone()).collect();
    let mut into = app.files.make().await?;
    let printed = app
        .press
        .print(Printing::Pack(pack, named), &mut into)
        .await;
    let printed = printed.map_err(anyhow::Error::from)?;
    if !printed.unfit.is_empty() {
        tracing::warn!("a pack has a page in place of {}", printed.unfit.join(", "));
    }
    app.files.keep(&mut into).await?;
    Ok(MadePack {
        checksum: into.checksum().clone(),
        size: i64::try_from(into.size()).unwrap_or(i64::MAX),
        pages: i64::from(printed.pages),
        used_at: app.clock.now(),
    })
}

/// What a document of the pack is made from: its text is put into it, its file is brought to hand. A file that is not there
/// has a page that says so.
async fn fetch(app: &App, source: &Source, pack: &mut Pack) -> Result<Option<(Named, AtHand)>> {
    let all = pack.items.iter_mut().flat_map(|item| &mut item.documents);
    let Some(document) = all.into_iter().find(|one| one.file == source.file) else {
        return Ok(None);
    };
    let checksum = match document.kind {
        How::Note => return Ok(None),
        How::Written => written(app, source, document).await?,
        How::Foreign | How::Picture => Checksum::parse(&source.checksum),
    };
    let Some(checksum) = checksum else {
        return Ok(None);
    };
    let named = |path| Named {
        name: source.file.clone(),
        path,
    };
    match app.files.at_hand(&checksum).await {
        Ok(file) => Ok(Some((named(file.path.clone()), file))),
        Err(Trouble::NotThere) => Ok(None),
        Err(trouble) => Err(trouble.into()),
    }
}

/// Puts the text of a version into the pack, and gives the document that it became when it was sent out.
async fn written(app: &App, source: &Source, into: &mut Enclosed) -> Result<Option<Checksum>> {
    let (id, number) = (source.paper, source.number);
    let read = move |conn: &mut Conn| {
        let paper = papers::paper(conn, id)?;
        let versions = papers::versions_of(conn, id)?;
        Ok((paper, versions, store::document(conn, id, number)?))
    };
    let (paper, versions, document) = app.db.read(read).await?;
    let version = versions.into_iter().find(|one| one.number == number);
    let version = version.ok_or(Error::NotFound)?;
    if let Content::Written(text) = &version.content {
        into.sections = sections(text, paper.facts.language);
    }
    Ok(document.map(|document| document.checksum))
}

async fn drop_outlived(app: &App) -> Result<()> {
    let now = app.clock.now();
    loop {
        let outlived = app.db.read(move |conn| store::outlived(conn, now)).await?;
        if outlived.is_empty() {
            return Ok(());
        }
        for key in outlived {
            let forget = move |conn: &mut Conn| store::forget(conn, &key, now);
            if let Some(checksum) = app.db.write(forget).await? {
                app.files.discard(&checksum).await?;
            }
        }
    }
}

/// Asks for the removal when there is something to remove.
#[must_use]
pub fn sweeps() -> Vec<crate::mail::Sweep> {
    vec![crate::mail::Sweep {
        is_due: |conn: &mut Conn, now: Moment| Ok(!store::outlived(conn, now)?.is_empty()),
        sweep: |conn, now| crate::jobs::store::ask(conn, DROP.code, "all", "", now),
    }]
}
