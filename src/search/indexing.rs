//! Keeps the index: reads what was written or changed, a little at a time, beside those who wait.
//!
//! A file is fetched and read outside every transaction, on a thread for work that takes long. Whatever happens on the
//! way, the thing is still due; read twice, it is kept once. A file that has ended the process a few times is passed
//! over, and its paper is found by its title.

use super::rules::clean;
use super::store::index::{self, Due, Thing, Tokens, tokens};
use crate::db::Conn;
use crate::error::Result;
use crate::files::{Kind, Trouble, office_text};
use crate::papers::{Content, Version};
use crate::web::App;
use crate::web::prose;
use actix_web::web::block;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::time::Duration;

/// How often it is looked for what is due.
const EVERY: Duration = Duration::from_secs(10);
/// As many things as are read in one step.
const THINGS: i64 = 50;
/// As many of them as may be files.
const FILES: usize = 4;
/// After so many beginnings without an end, a file is passed over.
const TRIES: i64 = 3;

/// Reads what is due until the process is told to end.
pub async fn keep(app: App) {
    while !app.office.bell.is_closing() {
        match step(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "reading for the search ended early"),
        }
        let bell = app.office.bell.clone();
        block(move || bell.rest(EVERY)).await.ok();
    }
}

/// Reads some of what is due; whether there is more that can be read now.
///
/// # Errors
/// When the database fails.
pub async fn step(app: &App) -> Result<bool> {
    let due = app.db.read(|conn| index::due(conn, THINGS)).await?;
    if due.is_empty() {
        return Ok(false);
    }
    let (worker, now) = (app.office.worker.clone(), app.clock.now());
    let take = move |conn: &mut Conn| index::take_lease(conn, &worker, now);
    if !app.db.write(take).await? {
        return Ok(false);
    }
    let read = read_all(app, due).await;
    let (worker, now) = (app.office.worker.clone(), app.clock.now());
    let end = move |conn: &mut Conn| index::end_lease(conn, &worker, now);
    app.db.write(end).await?;
    read
}

/// Whether any was read, so that it is worth while to go on at once.
async fn read_all(app: &App, due: Vec<Due>) -> Result<bool> {
    let (mut files, mut is_any) = (0, false);
    for due in due {
        if app.office.bell.is_closing() {
            return Ok(false);
        }
        let found = due.clone();
        let found = app.db.read(move |conn| index::thing(conn, &found)).await?;
        let Some(thing) = found else {
            app.db.write(move |conn| index::end(conn, &due)).await?;
            is_any = true;
            continue;
        };
        let is_file = needs_file(&thing);
        if is_file && files >= FILES {
            continue;
        }
        files += usize::from(is_file);
        if let Some(content) = text(app, &due, &thing).await? {
            put(app, due, thing, content).await?;
            is_any = true;
        }
    }
    Ok(is_any)
}

/// Whether a file must be read for this.
fn needs_file(thing: &Thing) -> bool {
    matches!(thing, Thing::Paper(_, version, None) if matches!(version.content, Content::File(_)))
}

async fn put(app: &App, due: Due, thing: Thing, content: String) -> Result<()> {
    let cut = block(move || {
        let tokens: Tokens = tokens(&thing, &content);
        (thing, content, tokens)
    });
    let cut = cut.await.map_err(anyhow::Error::from);
    let (thing, content, tokens) = cut?;
    let (worker, now) = (app.office.worker.clone(), app.clock.now());
    let write = move |conn: &mut Conn| {
        index::put(conn, &due, &thing, &content, &tokens)?;
        index::take_lease(conn, &worker, now)
    };
    app.db.write(write).await?;
    Ok(())
}

/// The text of a thing; none where its file cannot be fetched now.
async fn text(app: &App, due: &Due, thing: &Thing) -> Result<Option<String>> {
    let (version, read) = match thing {
        Thing::Case(case) => return Ok(Some(clean(&case.facts.description))),
        Thing::Paper(_, version, read) => (version, read),
    };
    if let Some(read) = read {
        return Ok(Some(read.clone()));
    }
    let file = match &version.content {
        Content::Written(sections) => {
            let parts = sections.parts().map(|(_, text)| prose::words(text));
            return Ok(Some(clean(&parts.join("\n"))));
        }
        Content::File(file) => file,
    };
    if due.tries >= TRIES {
        tracing::error!(paper = %due.id, "a file could not be read for the search");
        return Ok(Some(String::new()));
    }
    let begun = due.clone();
    let begin = move |conn: &mut Conn| index::begin(conn, &begun);
    match of_file(app, version, file.kind, app.db.write(begin)).await? {
        Ok(text) => Ok(Some(text)),
        Err(Trouble::Full(_) | Trouble::Away(_)) => Ok(None),
        Err(trouble) => {
            tracing::error!(paper = %due.id, "a file could not be read for the search: {trouble}");
            Ok(Some(String::new()))
        }
    }
}

/// The words of a kept file; `begin` is done between fetching and reading it.
async fn of_file(
    app: &App,
    version: &Version,
    kind: Kind,
    begin: impl Future<Output = Result<()>>,
) -> Result<std::result::Result<String, Trouble>> {
    if matches!(kind, Kind::Png | Kind::Jpeg) {
        return Ok(Ok(String::new()));
    }
    let file = match app.files.at_hand(&version.checksum).await {
        Ok(file) => file,
        Err(trouble) => return Ok(Err(trouble)),
    };
    begin.await?;
    if kind == Kind::Pdf {
        // A page ends with a form feed. What cannot be read has no words.
        let pages = app.press.words(&file.path).await.unwrap_or_default();
        return Ok(Ok(pages.iter().map(|page| clean(page) + "\u{C}").collect()));
    }
    let read = block(move || office(&file.path, kind)).await;
    Ok(Ok(read.unwrap_or_default()))
}

/// The words of an Office file on this machine.
fn office(path: &Path, kind: Kind) -> String {
    let file = File::open(path).ok().map(BufReader::new);
    let words = file.and_then(|file| office_text::words(file, kind).ok());
    clean(&words.unwrap_or_default().text)
}
