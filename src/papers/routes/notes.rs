//! A reader's own notes: written, written anew, deleted.

use super::{again, load};
use crate::cases::forms::needed_text;
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::papers::Paper;
use crate::papers::notes::{LONGEST, MOST_PAGES, Note, last_page};
use crate::papers::pack::numbers::PageRange;
use crate::papers::pack::store as packs;
use crate::papers::pages::notes::field_of;
use crate::papers::rules::{may_write, shown_version};
use crate::papers::store::notes;
use crate::web::{Form, Posted, Reader, Reads, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// A new note, to the version that the reader reads.
pub async fn write(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    let mut form = posted.0;
    let text = needed_text(&mut form, "note", LONGEST);
    let writes = may_write(&who.object.case, who.reader.id, &who.reader.roles);
    let number = shown_version(&who.object, writes).ok_or(Error::NotFound)?;
    let pages = pages_of(&view, &who, number).await?;
    let page = pages.and_then(|pages| read_page(&mut form, pages));
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

/// The last page of a version, and the numbers that its pages have in the meeting's pack.
type Pages = (i64, Option<PageRange>);

/// The pages of a version, where it has any.
async fn pages_of(view: &View, who: &Reads<Paper>, number: i64) -> Result<Option<Pages>> {
    let (paper, reader) = (who.object.clone(), who.reader.clone());
    let read = move |conn: &mut Conn| pages(conn, &paper, number, &reader);
    view.app.db.read(read).await
}

fn pages(conn: &mut Conn, of: &Paper, number: i64, reader: &Reader) -> Result<Option<Pages>> {
    let version = load::version(conn, of, number, reader)?;
    let Some(last) = last_page(&version.content) else {
        return Ok(None);
    };
    let Some(meeting) = of.case.meeting else {
        return Ok(Some((last, None)));
    };
    // A file that the pack only tells of has one number there, which stands for none of its pages.
    let is_in_pack =
        |range: &PageRange| range.paper == Some((of.id, number)) && i64::from(range.pages) == last;
    let ranges = packs::of_paper(conn, meeting, of.id)?;
    Ok(Some((last, ranges.into_iter().find(is_in_pack))))
}

/// The page that a note is to: by its number in the document, or beyond that by its number in the pack. One that is not
/// there is told at its field, with those that are.
fn read_page(form: &mut Form, (last, in_pack): Pages) -> Option<i64> {
    let in_pack = in_pack.map(|range| (i64::from(range.first), i64::from(range.last())));
    let most = in_pack.map_or(MOST_PAGES, |(_, until)| until.max(MOST_PAGES));
    let page = form.number("page", 1..=most)?;
    if page <= last {
        return Some(page);
    }
    let said = match in_pack {
        Some((first, until)) if (first..=until).contains(&page) => return Some(page - first + 1),
        Some((first, until)) => Said::new("paper-note-no-page-in-pack")
            .with("pages", last)
            .with("first", first)
            .with("last", until),
        None => Said::new("paper-note-no-page").with("pages", last),
    };
    form.refuse("page", said);
    None
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
