//! A board's mail in its own words: what would be written is shown by the code that writes it, on what the board has
//! coming.

use super::pages::wording::{self as pages, Page};
use crate::audit::{self, Happened};
use crate::boards::Board;
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::mail::Desk;
use crate::mail::wording::store::{self, By, Kept, Of};
use crate::mail::wording::{
    Adapted, Asked, Field, Opening, Passage, Preview, Shown, Standing, Wordings,
};
use crate::web::{As, Form, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Path, ServiceConfig};

/// As long as a subject and an opening may reasonably be.
const LONGEST_SUBJECT: usize = 150;
const LONGEST_OPENING: usize = 2000;

/// Board, kind, variant and language, as they stand in the path.
type InPath = Path<(String, String, String, String)>;

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::BOARD_WORDINGS, web::get().to(list))
        .route(paths::BOARD_WORDING, web::get().to(edit))
        .route(paths::BOARD_WORDING, web::post().to(posted));
}

async fn list(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let board = who.object;
    let id = board.id;
    let read = move |conn: &mut Conn| store::of_board(conn, id);
    let wordings = view.app.db.read(read).await?;
    let tables = std::sync::Arc::clone(&view.app.office.tables);
    let content = pages::list(&view, &board, &tables, &wordings);
    Ok(view.page(&view.t("wording"), &content))
}

/// Which words a page is about, and who shows what they look like.
#[derive(Clone)]
struct Topic {
    board: BoardId,
    passage: Passage,
    preview: Preview,
    language: Language,
}

impl Topic {
    fn of(&self) -> Of<'_> {
        Of {
            board: self.board,
            passage: &self.passage,
            language: self.language,
        }
    }
}

fn topic(view: &View, board: BoardId, path: &InPath) -> Result<Topic> {
    let (_, kind, variant, tag) = &**path;
    let language = Language::all().find(|it| it.tag() == tag);
    let worded = view.app.office.tables.worded.iter();
    let mut passages = worded.flat_map(|part| part.passages.iter().map(|it| (it, part.preview)));
    let found = passages.find(|(it, _)| (it.kind, it.variant) == (kind.as_str(), variant.as_str()));
    let (passage, preview) = found.ok_or(Error::NotFound)?;
    Ok(Topic {
        board,
        passage: passage.clone(),
        preview,
        language: language.ok_or(Error::NotFound)?,
    })
}

struct Loaded {
    kept: Option<Kept>,
    wordings: Wordings,
    shown: Option<Shown>,
    since: Vec<Happened>,
}

/// What words a mail is shown with.
#[derive(Clone)]
enum With {
    /// Those that stand.
    Standing,
    Typed(Adapted),
    /// What is typed has mistakes.
    Nothing,
}

/// Loads for a form that was filled from this version.
async fn load(view: &View, topic: &Topic, with: With, version: Option<i64>) -> Result<Loaded> {
    let (topic, now) = (topic.clone(), view.now);
    let base_url = view.app.config.base_url.clone();
    let read = move |conn: &mut Conn| {
        let kept = store::kept(conn, topic.of())?;
        let wordings = store::of_board(conn, topic.board)?;
        let language = topic.language;
        let with = match with.clone() {
            With::Standing => Some(wordings.clone()),
            With::Typed(adapted) => Some(wordings.clone().with(&topic.passage, language, &adapted)),
            With::Nothing => None,
        };
        let desk = Desk {
            now,
            base_url: &base_url,
        };
        let shown = match &with {
            Some(wordings) => Some((topic.preview)(
                conn,
                &Asked {
                    board: topic.board,
                    passage: &topic.passage,
                    language,
                    wordings,
                    desk: &desk,
                },
            )?),
            None => None,
        };
        let since = match (&kept, version) {
            (Some(kept), Some(version)) => audit::since(conn, kept.id.as_str(), version)?,
            _ => Vec::new(),
        };
        Ok(Loaded {
            kept,
            wordings,
            shown,
            since,
        })
    };
    view.app.db.read(read).await
}

fn draw(
    view: &View,
    board: &Board,
    topic: &Topic,
    loaded: &Loaded,
    form: &Form,
    status: StatusCode,
) -> HttpResponse {
    let former = (loaded.kept.as_ref())
        .filter(|kept| !kept.in_use)
        .map(|kept| {
            topic
                .passage
                .shown(topic.language, &kept.subject, &kept.opening)
        });
    let page = Page {
        board,
        passage: &topic.passage,
        language: topic.language,
        standing: loaded.wordings.standing(&topic.passage, topic.language),
        form,
        shown: loaded.shown.as_ref(),
        former: former.as_ref(),
        since: &loaded.since,
    };
    let title = pages::heading(view, &page);
    view.page_with(status, &title, &pages::edit(view, &page))
}

async fn edit(view: View, who: As<Secretary, Board>, path: InPath) -> Result<HttpResponse> {
    let board = who.object;
    let topic = topic(&view, board.id, &path)?;
    let loaded = load(&view, &topic, With::Standing, None).await?;
    let words = in_use(&topic, &loaded);
    let version = loaded.kept.as_ref().map_or(0, |kept| kept.version);
    let mut form = Form::filled([
        ("subject", words.subject.clone()),
        ("opening", words.text()),
        ("version", version.to_string()),
    ]);
    if loaded.wordings.standing(&topic.passage, topic.language) == Standing::Unfit {
        read(&mut form, &topic);
    }
    Ok(draw(&view, &board, &topic, &loaded, &form, StatusCode::OK))
}

/// The board's own words where it has any, fit or not; else ours.
fn in_use(topic: &Topic, loaded: &Loaded) -> Opening {
    let kept = loaded.kept.as_ref().filter(|kept| kept.in_use);
    match kept {
        Some(kept) => topic
            .passage
            .shown(topic.language, &kept.subject, &kept.opening),
        None => topic.passage.usual_template(topic.language),
    }
}

/// Reads the form; what is wrong stands in it.
fn read(form: &mut Form, topic: &Topic) -> Option<Adapted> {
    let subject = form.needed_line("subject", LONGEST_SUBJECT);
    let opening = form.text("opening", LONGEST_OPENING);
    if opening.is_empty() {
        form.refuse("opening", Said::new("form-needed"));
    }
    form.refuse_numbers(&["subject", "opening"]);
    let read = topic.passage.read(topic.language, &subject, &opening);
    for (field, mistake) in read.as_ref().err().into_iter().flatten() {
        let name = match field {
            Field::Subject => "subject",
            Field::Opening => "opening",
        };
        if form.mistake(name).is_none() {
            form.refuse(name, topic.passage.said(mistake, topic.language));
        }
    }
    read.ok().filter(|_| form.is_right())
}

async fn posted(
    view: View,
    who: As<Secretary, Board>,
    path: InPath,
    posted: Posted,
) -> Result<HttpResponse> {
    let (board, mut form) = (who.object, posted.0);
    let topic = topic(&view, board.id, &path)?;
    let version = form.version();
    let (adapted, said) = match form.value("act") {
        "leave" => (None, "said-wording-left"),
        _ => (read(&mut form, &topic), "said-wording-saved"),
    };
    let is_written = match form.value("act") {
        "leave" => true,
        "save" => adapted.is_some(),
        _ => false,
    };
    let mut status = StatusCode::OK;
    if is_written {
        match write(&view, who.reader.id, &topic, adapted.clone(), version).await {
            Ok(()) => return Ok(view.go_saying(&here(&topic), said)),
            Err(Error::Stale) => status = StatusCode::CONFLICT,
            Err(other) => return Err(other),
        }
    } else if !form.is_right() {
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let left = form.value("act") == "leave";
    let with = match adapted {
        Some(adapted) => With::Typed(adapted),
        None if left => With::Standing,
        None => With::Nothing,
    };
    let loaded = load(&view, &topic, with, Some(version)).await?;
    if left {
        let words = in_use(&topic, &loaded);
        form.put("subject", words.subject.clone());
        form.put("opening", words.text());
    }
    let standing = loaded.kept.as_ref().map_or(0, |kept| kept.version);
    form.put("version", standing.to_string());
    Ok(draw(&view, &board, &topic, &loaded, &form, status))
}

fn here(topic: &Topic) -> String {
    let (kind, variant) = (topic.passage.kind, topic.passage.variant);
    paths::board_wording(topic.board, kind, variant, topic.language.tag())
}

/// Uses these words; where there are none, or they are ours, goes back to ours.
async fn write(
    view: &View,
    person: PersonId,
    topic: &Topic,
    adapted: Option<Adapted>,
    version: i64,
) -> Result<()> {
    let by = By {
        person,
        at: view.now,
        version,
    };
    let topic = topic.clone();
    let work = move |conn: &mut Conn| {
        let usual = topic.passage.usual_template(topic.language);
        let own = adapted
            .as_ref()
            .filter(|adapted| adapted.shown(topic.language) != usual);
        match own {
            Some(adapted) => store::keep(conn, by, topic.of(), adapted),
            None => store::leave(conn, by, topic.of()),
        }
    };
    view.app.db.write(work).await
}
