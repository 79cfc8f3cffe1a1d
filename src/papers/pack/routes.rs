//! Addresses of packs and of documents. A pack is made by the rights that its reader has at this moment.

use super::compose::Composing;
use super::job::PACK;
use super::store::MadePack;
use super::{Order, documents, order, pages, store};
use crate::cases::store::agenda;
use crate::db::Conn;
use crate::db::ids::MeetingId;
use crate::error::{Error, Result};
use crate::files::{Checksum, Kind, Trouble};
use crate::jobs::{JobState, Standing, store as jobs};
use crate::papers::dispatch::load::{self, MeetingPapers};
use crate::papers::routes::load as papers;
use crate::papers::{Content, Paper};
use crate::web::download::{Download, disposition};
use crate::web::{Reader, Reads, View, paths};
use actix_web::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

/// The pack of a meeting.
pub async fn pack(
    view: View,
    reader: Reader,
    path: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let id = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    answer(&view, &reader, id, None, &request).await
}

/// What went out with one supplement alone.
pub async fn supplement(
    view: View,
    reader: Reader,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let id = path.0.parse().map_err(|_not_an_id| Error::NotFound)?;
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    answer(&view, &reader, id, Some(number), &request).await
}

async fn answer(
    view: &View,
    reader: &Reader,
    id: MeetingId,
    number: Option<i64>,
    request: &HttpRequest,
) -> Result<HttpResponse> {
    let (of, wanted) = composed(view, reader, id, number).await?;
    let heading = view.t("pack");
    let Some(wanted) = wanted else {
        return Ok(view.page(&heading, &pages::nothing(view, &of)));
    };
    let key = wanted.key();
    let (known, now) = (key.clone(), view.now);
    let read = move |conn: &mut Conn| {
        Ok((
            store::pack(conn, &known)?,
            jobs::standing(conn, PACK.code, &known)?,
        ))
    };
    let (made, standing) = view.app.db.read(read).await?;
    let asks_how_far = (request.headers().get(ACCEPT))
        .is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if let Some(made) = made {
        if asks_how_far {
            return Ok(how_far(DONE));
        }
        let name = file_name(&wanted.pack.title);
        if let Some(answer) = fetched(view, &key, &made, &name, request).await? {
            return Ok(answer);
        }
    }
    let path = number.map_or_else(|| paths::pack(id), |number| paths::supplement(id, number));
    // One that failed is told as it is, and begun anew for who looks again.
    let write = move |conn: &mut Conn| order::ask(conn, &wanted, &key, now);
    if !(asks_how_far && standing.is_some_and(|one| one.state == JobState::Failed)) {
        view.app.db.write(write).await?;
        view.app.jobs.bell.ring();
    }
    let standing = standing
        .filter(|one| one.state != JobState::Done)
        .unwrap_or(BEGUN);
    if asks_how_far {
        return Ok(how_far(standing));
    }
    Ok(view.page(&heading, &pages::waiting(view, &of, &path, standing)))
}

/// The file of a pack; none when it is gone, as when it was dropped and made anew at the same moment. Then the pack is
/// dropped, to be made once more.
async fn fetched(
    view: &View,
    key: &str,
    made: &MadePack,
    name: &str,
    request: &HttpRequest,
) -> Result<Option<HttpResponse>> {
    let (key, now) = (key.to_owned(), view.now);
    let file = file(name, &made.checksum, made.size);
    match file.answer(&view.app, request).await {
        Err(Error::Broken(trouble)) if is_not_there(&trouble) => {
            let drop = move |conn: &mut Conn| store::drop_pack(conn, &key, now);
            view.app.db.write(drop).await?;
            Ok(None)
        }
        Ok(answer) => {
            if made.is_to_be_marked(now) {
                let mark = move |conn: &mut Conn| store::use_pack(conn, &key, now);
                view.app.db.write(mark).await?;
            }
            Ok(Some(answer))
        }
        Err(error) => Err(error),
    }
}

fn is_not_there(trouble: &anyhow::Error) -> bool {
    matches!(trouble.downcast_ref(), Some(Trouble::NotThere))
}

const BEGUN: Standing = Standing {
    state: JobState::Waiting,
    done: 0,
    steps: 0,
};
const DONE: Standing = Standing {
    state: JobState::Done,
    done: 1,
    steps: 1,
};

/// A PDF of ours as an answer, shown where the browser can.
fn file<'a>(name: &'a str, checksum: &'a Checksum, size: i64) -> Download<'a> {
    Download {
        checksum,
        size: u64::try_from(size).unwrap_or_default(),
        kind: Kind::Pdf,
        name,
        is_saved: false,
    }
}

/// What a PDF of ours is called where it is saved.
#[must_use]
pub fn file_name(title: &str) -> String {
    let title = title.replace(['/', ':'], " ");
    let words: Vec<&str> = title.split_whitespace().collect();
    format!("{}.pdf", words.join(" "))
}

fn how_far(standing: Standing) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(serde_json::json!({
            "state": standing.state.code(),
            "done": standing.done,
            "steps": standing.steps,
        }))
}

/// The papers as the reader may read them at this moment, and the pack of them.
async fn composed(
    view: &View,
    reader: &Reader,
    id: MeetingId,
    number: Option<i64>,
) -> Result<(MeetingPapers, Option<Order>)> {
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let (language, base_url) = (view.language, view.app.config.base_url.clone());
    let read = move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        let of = load::of_meeting(conn, id, &reader, &clearance)?;
        let ranges = store::ranges(conn, id)?;
        let agenda = agenda::agenda(conn, id)?;
        let only = match number {
            None => None,
            Some(number) => {
                let found = of.dispatches.iter().find(|one| one.number == number);
                Some(found.ok_or(Error::NotFound)?)
            }
        };
        let composing = Composing {
            of: &of,
            agenda: &agenda,
            ranges: &ranges,
            only,
            language,
            base_url: &base_url,
        };
        let order = composing.order();
        Ok((of, order))
    };
    view.app.db.read(read).await
}

/// A written version as a document: the one that went out, or how it would look. One that is exempt from public access is
/// set anew, with the mark that what was kept does not have.
pub async fn document(
    view: View,
    who: Reads<Paper>,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    let (paper, reader) = (who.object, who.reader);
    let read = move |conn: &mut Conn| {
        let version = papers::version(conn, &paper, number, &reader)?;
        let board = crate::boards::store::board(conn, paper.case.board)?;
        let made = store::document(conn, paper.id, number)?;
        Ok((board, paper, version, made))
    };
    let (board, paper, version, made) = view.app.db.read(read).await?;
    let name = file_name(&paper.facts.title);
    let kept = made.filter(|_| !paper.is_exempt());
    if let (Some(made), Content::Written(_)) = (kept, &version.content) {
        return file(&name, &made.checksum, made.size)
            .answer(&view.app, &request)
            .await;
    }
    let document = documents::marked(&board, &paper, &version).ok_or(Error::NotFound)?;
    made_now(&view, document, &name).await
}

/// A document that is set for this one answer, and not kept.
///
/// # Errors
/// When it cannot be set.
pub async fn made_now(
    view: &View,
    document: crate::pdf::Document,
    name: &str,
) -> Result<HttpResponse> {
    let (_, file) = documents::set(&view.app, document)
        .await
        .map_err(anyhow::Error::from)?;
    let bytes = tokio::fs::read(file.path())
        .await
        .map_err(anyhow::Error::from)?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((CONTENT_DISPOSITION, disposition(name, true)))
        .body(bytes))
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_has_one_space_between_the_words_of_its_name() {
        let name = file_name("Møtepakke: Styringsrådet, sak 12/26 kl.\u{a0}09.00");
        assert_eq!(name, "Møtepakke Styringsrådet, sak 12 26 kl. 09.00.pdf");
    }
}
