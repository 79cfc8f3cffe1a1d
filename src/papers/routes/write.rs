//! Writing a paper: its draft, its preview, and the version that it becomes.

use super::change::by;
use super::load;
use crate::audit::{self, Happened};
use crate::cases::Case;
use crate::db::Conn;
use crate::db::ids::PaperId;
use crate::error::{Error, Result};
use crate::files::Checksum;
use crate::i18n::Said;
use crate::papers::forms::{self, Asked};
use crate::papers::pages::write as pages;
use crate::papers::store::write::written as as_stored;
use crate::papers::{Content, Draft, NewVersion, Paper, Sections, guard, plan, store};
use crate::web::{Form, Posted, Reader, Reads, View, paths};
use actix_web::HttpResponse;

/// The form of a new paper.
pub async fn new(view: View, who: Reads<Case>) -> Result<HttpResponse> {
    let (id, reader, now) = (who.object.id, who.reader, view.now);
    let read = move |conn: &mut Conn| load::asked(conn, id, &reader, now);
    let asked = view.app.db.read(read).await?;
    let form = forms::fresh(&asked);
    Ok(view.page(&view.t("paper-add"), &pages::new(&view, &asked, &form)))
}

/// What the page of a text that is written needs.
struct Writing {
    asked: Asked,
    paper: Paper,
    draft: Draft,
    happened: Vec<Happened>,
}

async fn load_writing(view: &View, id: PaperId, reader: &Reader, since: i64) -> Result<Writing> {
    let (reader, now) = (reader.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let paper = store::paper(conn, id)?;
        let happened = if since < paper.version {
            audit::since(conn, id.as_str(), since)?
        } else {
            Vec::new()
        };
        Ok(Writing {
            asked: load::asked(conn, paper.case.id, &reader, now)?,
            draft: store::draft(conn, &paper)?,
            happened,
            paper,
        })
    };
    view.app.db.read(read).await
}

/// The text as it is being written.
pub async fn write(view: View, who: Reads<Paper>) -> Result<HttpResponse> {
    let of = load_writing(&view, who.object.id, &who.reader, i64::MAX).await?;
    let form = forms::text_of(&of.paper, &of.draft);
    let page = pages::write(&view, (&of.asked, &of.paper, &of.draft), &form, None, &[]);
    Ok(view.page(&of.paper.facts.title, &page))
}

/// The text is saved, looked at, or finished.
pub async fn written(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    let form = posted.0;
    let of = load_writing(&view, who.object.id, &who.reader, form.version()).await?;
    match form.value("act") {
        "autosave" => autosave(&view, &who.reader, &of, form).await,
        "preview" => preview(&view, &of, form),
        "finish" => finish(&view, &who.reader, of, form).await,
        _ => save(&view, &who.reader, of, form).await,
    }
}

/// Writes the draft over the one that the form was filled from.
async fn put(
    view: &View,
    reader: &Reader,
    of: &Writing,
    form: &Form,
    sections: &Sections,
) -> Result<i64> {
    let known: i64 = form.value("draft").parse().unwrap_or(0);
    let (id, by, sections) = (of.paper.id, by(view, reader), sections.clone());
    let write = move |conn: &mut Conn| plan::save_draft(conn, id, known, &sections, by);
    view.app.db.write(write).await
}

/// Saved as it is typed: the answer is read by the page's script.
async fn autosave(
    view: &View,
    reader: &Reader,
    of: &Writing,
    mut form: Form,
) -> Result<HttpResponse> {
    let sections = forms::read_sections(&mut form);
    if !form.is_right() {
        return Err(Error::Refused(Said::new("paper-not-saved")));
    }
    let draft = put(view, reader, of, &form, &sections).await?;
    let at = view.moment(of.asked.board.zone, view.now);
    let said = view.tv(
        "paper-draft-saved",
        &[("who", (&reader.name).into()), ("at", at.into())],
    );
    let answer = serde_json::json!({ "draft": draft, "said": said });
    Ok(HttpResponse::Ok().json(answer))
}

async fn save(view: &View, reader: &Reader, of: Writing, mut form: Form) -> Result<HttpResponse> {
    let sections = forms::read_sections(&mut form);
    if form.is_right() {
        match put(view, reader, &of, &form, &sections).await {
            Ok(_) => {
                return Ok(view.go_saying(&paths::of_paper(of.paper.id, "write"), "said-saved"));
            }
            Err(Error::Stale) => form = overtaken(form, &of),
            Err(error) => return Err(error),
        }
    }
    Ok(mistaken(view, &of, &form, None))
}

/// Someone saved the draft first: what was typed stays, saves over theirs, and the page says so (F47).
fn overtaken(mut form: Form, of: &Writing) -> Form {
    let who = of.draft.saved.as_ref().map_or("", |(who, _)| who);
    form.notice = Some(Said::new("paper-draft-overtaken").with("who", who));
    form.put("draft", of.draft.version.to_string());
    form
}

fn preview(view: &View, of: &Writing, mut form: Form) -> Result<HttpResponse> {
    let sections = forms::read_sections(&mut form);
    if !form.is_right() {
        return Ok(mistaken(view, of, &form, None));
    }
    let shown = (&of.asked, &of.paper, &of.draft);
    let page = pages::write(view, shown, &form, Some(&sections), &[]);
    Ok(view.page(&of.paper.facts.title, &page))
}

/// The text becomes a version: immutable, with its checksum.
async fn finish(view: &View, reader: &Reader, of: Writing, mut form: Form) -> Result<HttpResponse> {
    let sections = forms::read_sections(&mut form);
    if form.is_right() && sections.is_empty() {
        form.refuse("background", Said::new("paper-needs-text"));
    }
    let changed = forms::read_changed(&mut form, &of.paper);
    let late = forms::read_late(&mut form, &of.asked);
    let found = guard::in_sections(&sections);
    let numbers_reason = forms::read_numbers(&mut form, &of.asked, "background", &found);
    let known: i64 = form.value("draft").parse().unwrap_or(0);
    if form.is_right() && known != of.draft.version {
        form = overtaken(form, &of);
    }
    if !form.is_right() {
        return Ok(mistaken(view, &of, &form, None));
    }
    let new = NewVersion {
        checksum: Checksum::of_content(as_stored(&sections)?.as_bytes()),
        content: Content::Written(sections),
        changed,
        late,
        numbers_reason,
    };
    let (id, version, by) = (of.paper.id, form.version(), by(view, reader));
    let write = move |conn: &mut Conn| plan::add_version(conn, id, version, &new, by);
    match view.app.db.write(write).await {
        Ok(_) => Ok(view.go_saying(&paths::paper(id), "said-paper-version")),
        Err(Error::Stale) => {
            let of = load_writing(view, id, reader, form.version()).await?;
            form.put("version", of.paper.version.to_string());
            let shown = (&of.asked, &of.paper, &of.draft);
            let page = pages::write(view, shown, &form, None, &of.happened);
            Ok(view.stale(&of.paper.facts.title, &page))
        }
        Err(error) => Err(error),
    }
}

fn mistaken(view: &View, of: &Writing, form: &Form, preview: Option<&Sections>) -> HttpResponse {
    let shown = (&of.asked, &of.paper, &of.draft);
    let page = pages::write(view, shown, form, preview, &[]);
    view.mistaken(&of.paper.facts.title, &page)
}
