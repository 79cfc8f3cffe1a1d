//! A reader's own notes: written, written anew, deleted.

use super::{again, load};
use crate::cases::forms::needed_text;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::papers::Paper;
use crate::papers::notes::{LONGEST, MOST_PAGES, Note, last_page};
use crate::papers::pages::notes::field_of;
use crate::papers::rules::{may_write, shown_version};
use crate::papers::store::notes;
use crate::web::{Form, Posted, Reads, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// A new note, to the version that the reader reads.
pub async fn write(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let text = needed_text(&mut form, "note", LONGEST);
    let writes = may_write(&who.object.case, who.reader.id, &who.reader.roles);
    let number = shown_version(&who.object, writes).ok_or(Error::NotFound)?;
    let last = last_page_of(&view, &who, number).await?;
    let page = last.and_then(|last| read_page(&mut form, last));
    if !form.is_right() {
        return again(&view, who, &form).await;
    }
    let note = Note {
        id: form.value("note-id").parse().unwrap_or_default(),
        number,
        page,
        text,
        at: view.now,
    };
    let (id, reader) = (who.object.id, who.reader.id);
    let write = move |conn: &mut Conn| notes::add(conn, id, reader, &note);
    view.app.db.write(write).await?;
    // Where the paper is shown in its page, the reader comes back to the page that was noted on.
    let path = paths::saying(&paths::paper(id), "said-paper-note");
    let place = page.map(|page| format!("#page-{page}"));
    Ok(view.go_to(&format!("{path}{}", place.unwrap_or_default())))
}

/// The last page that a version has, where it has pages.
async fn last_page_of(view: &View, who: &Reads<Paper>, number: i64) -> Result<Option<i64>> {
    let (paper, reader) = (who.object.clone(), who.reader.clone());
    let read = move |conn: &mut Conn| load::version(conn, &paper, number, &reader);
    let version = view.app.db.read(read).await?;
    Ok(last_page(&version.content))
}

/// The page that a note is to. One that is not there is told at its field, with how many there are.
fn read_page(form: &mut Form, last: i64) -> Option<i64> {
    let page = form.number("page", 1..=MOST_PAGES)?;
    if page > last {
        form.refuse("page", Said::new("paper-note-no-page").with("pages", last));
        return None;
    }
    Some(page)
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
