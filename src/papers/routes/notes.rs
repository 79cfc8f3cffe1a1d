//! A reader's own notes: written, written anew, deleted.

use super::again;
use crate::cases::forms::needed_text;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::papers::Paper;
use crate::papers::notes::{LONGEST, MOST_PAGES, Note};
use crate::papers::pages::notes::field_of;
use crate::papers::rules::{may_write, shown_version};
use crate::papers::store::notes;
use crate::web::{Posted, Reads, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// A new note, to the version that the reader reads.
pub async fn write(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let text = needed_text(&mut form, "note", LONGEST);
    let page = form.number("page", 1..=MOST_PAGES);
    if !form.is_right() {
        return again(&view, who, &form).await;
    }
    let (paper, reader) = (who.object, who.reader);
    let writes = may_write(&paper.case, reader.id, &reader.roles);
    let number = shown_version(&paper, writes).ok_or(Error::NotFound)?;
    let note = Note {
        id: form.value("note-id").parse().unwrap_or_default(),
        number,
        page,
        text,
        at: view.now,
    };
    let id = paper.id;
    let write = move |conn: &mut Conn| notes::add(conn, id, reader.id, &note);
    view.app.db.write(write).await?;
    // Where the paper is shown in its page, the reader comes back to the page that was noted on.
    let path = paths::saying(&paths::paper(id), "said-paper-note");
    let place = page.map(|page| format!("#page-{page}"));
    Ok(view.go_to(&format!("{path}{}", place.unwrap_or_default())))
}

/// One's own note is changed or deleted; another's is not there.
pub async fn rewrite(
    view: View,
    who: Reads<Paper>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let note: RowId = path.1.parse().map_err(|_not_an_id| Error::NotFound)?;
    let is_gone = form.value("act") == "delete";
    let text = if is_gone {
        String::new()
    } else {
        needed_text(&mut form, &field_of(note), LONGEST)
    };
    if !form.is_right() {
        return again(&view, who, &form).await;
    }
    let (paper, reader) = (who.object.id, who.reader.id);
    let write = move |conn: &mut Conn| {
        let text = (!is_gone).then_some(text.as_str());
        notes::change(conn, paper, reader, note, text)
    };
    if !view.app.db.write(write).await? {
        return Err(Error::NotFound);
    }
    let said = if is_gone {
        "said-paper-note-deleted"
    } else {
        "said-paper-note"
    };
    Ok(view.go_saying(&paths::paper(paper), said))
}
