//! Uploading a paper, as a new one or as the next version of one that stands. A file is looked through for national
//! identity numbers before it is kept, and kept before the version is written: a version always has its file.

use super::change::by;
use super::load;
use crate::audit::{self, Happened};
use crate::cases::Case;
use crate::db::Conn;
use crate::db::ids::PaperId;
use crate::error::{Error, Result};
use crate::files::identity_numbers;
use crate::i18n::Said;
use crate::papers::forms::{self, Asked};
use crate::papers::pages::write as pages;
use crate::papers::plan::Beginning;
use crate::papers::{Content, NewVersion, Paper, Part, StoredFile, guard, plan, store};
use crate::web::receiving::{Arrived, Received};
use crate::web::{Form, Reader, Reads, View, paths};
use actix_web::HttpResponse;

/// A new paper: its file, or a draft to be written.
pub async fn begun(view: View, who: Reads<Case>, received: Received) -> Result<HttpResponse> {
    let (case, reader, now) = (who.object.id, who.reader, view.now);
    let asking = reader.clone();
    let read = move |conn: &mut Conn| load::asked(conn, case, &asking, now);
    let asked = view.app.db.read(read).await?;
    let Received { mut form, files } = received;
    let file = files.into_iter().next();
    let facts = forms::read_facts(&mut form, &asked.board);
    let part: Option<Part> = form.choice("part");
    forms::read_file(&mut form, file.as_ref().map(|one| one.name.as_str()));
    let has_file = file.is_some();
    let first = match file {
        Some(file) => version(&view, &asked, &mut form, file, String::new()).await,
        None => None,
    };
    if !has_file && part == Some(Part::Attachment) && form.mistake("file").is_none() {
        form.refuse("file", Said::new("paper-file-needed"));
    }
    let (first, warning) = first.unzip();
    let (Some(part), true) = (part, form.is_right()) else {
        forms::ask_again(&mut form);
        let page = pages::new(&view, &asked, &form);
        return Ok(view.mistaken(&view.t("paper-add"), &page));
    };
    let beginning = Beginning {
        id: form.value("id").parse().unwrap_or_default(),
        case,
        part,
        facts,
        first,
    };
    let (id, by) = (beginning.id, by(&view, &reader));
    let write = move |conn: &mut Conn| plan::begin(conn, &beginning, by);
    view.app.db.write(write).await?;
    let next = if has_file {
        paths::paper(id)
    } else {
        paths::of_paper(id, "write")
    };
    let said = warning.flatten().unwrap_or("said-paper-begun");
    Ok(view.go_saying(&next, said))
}

/// The version that a file becomes, and what is told of a file that cannot be read; none when the form is refused, and
/// then nothing is kept.
async fn version(
    view: &View,
    asked: &Asked,
    form: &mut Form,
    file: Arrived,
    changed: String,
) -> Option<(NewVersion, Option<&'static str>)> {
    let late = forms::read_late(form, asked);
    let Arrived {
        name,
        file: mut incoming,
        ..
    } = file;
    let kind = incoming.kind();
    let looked = guard::look(&view.app.press, incoming.path(), kind).await;
    let numbers_reason = forms::read_numbers(form, asked, "file", &looked.found);
    if !identity_numbers::find(&name).is_empty() {
        form.refuse("file", Said::new("paper-name-has-number"));
    }
    if !form.is_right() {
        return None;
    }
    if let Err(trouble) = view.app.files.keep(&mut incoming).await {
        tracing::error!("a file could not be kept: {trouble}");
        form.refuse("file", trouble.said());
        return None;
    }
    let warning = looked.warning();
    let version = NewVersion {
        checksum: incoming.checksum().clone(),
        content: Content::File(StoredFile {
            kind,
            name,
            size: i64::try_from(incoming.size()).unwrap_or(i64::MAX),
            pages: looked.pages,
            fit: looked.fit,
        }),
        changed,
        late,
        numbers_reason,
    };
    Some((version, warning))
}

/// What the form of the next file needs.
struct Uploading {
    asked: Asked,
    paper: Paper,
    happened: Vec<Happened>,
}

async fn load_upload(view: &View, id: PaperId, reader: &Reader, since: i64) -> Result<Uploading> {
    let (reader, now) = (reader.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let paper = store::paper(conn, id)?;
        let happened = if since < paper.version {
            audit::since(conn, id.as_str(), since)?
        } else {
            Vec::new()
        };
        Ok(Uploading {
            asked: load::asked(conn, paper.case.id, &reader, now)?,
            happened,
            paper,
        })
    };
    view.app.db.read(read).await
}

/// The form of the next file.
pub async fn upload(view: View, who: Reads<Paper>) -> Result<HttpResponse> {
    let of = load_upload(&view, who.object.id, &who.reader, i64::MAX).await?;
    let form = Form::filled([("version", of.paper.version.to_string())]);
    let page = pages::upload(&view, &of.asked, &of.paper, &form, &[]);
    Ok(view.page(&view.t("paper-upload-new"), &page))
}

/// The next file.
pub async fn uploaded(view: View, who: Reads<Paper>, received: Received) -> Result<HttpResponse> {
    load::may_write(&who.object.case, &who.reader)?;
    let Received { mut form, files } = received;
    let file = files.into_iter().next();
    forms::read_file(&mut form, file.as_ref().map(|one| one.name.as_str()));
    let id = who.object.id;
    let known = form.version();
    let of = load_upload(&view, id, &who.reader, known).await?;
    let changed = forms::read_changed(&mut form, &of.paper);
    let new = match file {
        Some(file) => version(&view, &of.asked, &mut form, file, changed).await,
        None => {
            if form.mistake("file").is_none() {
                form.refuse("file", Said::new("paper-file-needed"));
            }
            None
        }
    };
    if let (Some((new, warning)), true) = (new, form.is_right()) {
        let by = by(&view, &who.reader);
        let write = move |conn: &mut Conn| plan::add_version(conn, id, known, &new, by);
        match view.app.db.write(write).await {
            Ok(_) => {
                let said = warning.unwrap_or("said-paper-version");
                return Ok(view.go_saying(&paths::paper(id), said));
            }
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
    }
    let of = load_upload(&view, id, &who.reader, known).await?;
    let is_stale = form.is_right();
    forms::ask_again(&mut form);
    form.put("version", of.paper.version.to_string());
    let page = pages::upload(&view, &of.asked, &of.paper, &form, &of.happened);
    let heading = view.t("paper-upload-new");
    Ok(if is_stale {
        view.stale(&heading, &page)
    } else {
        view.mistaken(&heading, &page)
    })
}
