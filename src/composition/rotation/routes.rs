//! Addresses of rotation: when terms end, and the proposals. What is done with one proposal stands in the files beside.

mod carry;
mod line;
mod one;

use super::pages::list::{self, List};
use super::pages::{Draft, edit};
use super::plan::{self, From};
use super::store::{self, Ground};
use super::{Rotation, State, forms, rules};
use crate::audit;
use crate::boards::pages::Lists;
use crate::boards::store::changes::By;
use crate::boards::{Board, Sees, store as boards};
use crate::cases::Case;
use crate::composition::mail::lists;
use crate::composition::pages::Names;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{BoardId, CaseId, RotationId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::Refusal as Mistake;
use crate::portfolio::products::{Outcome, store as products};
use crate::web::access::{Clearance, Right, Role, Roles};
use crate::web::{As, Form, Panel, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use chrono::NaiveDate;

/// A proposal of the reader's own board.
type Own = As<Secretary, Rotation>;

/// The routes of rotation.
pub fn routes(routes: &mut ServiceConfig) {
    let (get, post) = (web::get, web::post);
    routes
        .route(paths::BOARD_ROTATION, get().to(page))
        .route(paths::BOARD_ROTATION, post().to(begin))
        .route(paths::ROTATION, get().to(one::page))
        .route(paths::ROTATION_EDIT, get().to(edit_page))
        .route(paths::ROTATION_EDIT, post().to(change))
        .route(paths::ROTATION_LINES, get().to(line::new))
        .route(paths::ROTATION_LINES, post().to(line::add))
        .route(paths::ROTATION_LINE, get().to(line::page))
        .route(paths::ROTATION_LINE, post().to(line::change))
        .route(paths::ROTATION_CHOICE, post().to(line::choose))
        .route(paths::ROTATION_CASE, post().to(one::treat))
        .route(paths::ROTATION_DECISION, get().to(one::decision))
        .route(paths::ROTATION_DECISION, post().to(one::decide))
        .route(paths::ROTATION_STATE, post().to(one::settle))
        .route(paths::ROTATION_CARRY_OUT, get().to(carry::page))
        .route(paths::ROTATION_CARRY_OUT, post().to(carry::carry_out));
}

/// A proposal with what its pages are drawn from.
pub struct Whole {
    pub rotation: Rotation,
    pub ground: Ground,
    pub lists: Lists,
    /// The board's own date.
    pub today: NaiveDate,
    /// The case that deals with it, where the reader may read it.
    pub case: Option<Case>,
    /// What the board came to in the case.
    pub outcomes: Vec<Outcome>,
    /// Whether the reader makes proposals of this board.
    pub makes: bool,
    /// The lists `case_type` and `case_subject`.
    pub case_lists: (Vec<CodeWord>, Vec<CodeWord>),
}

impl Whole {
    /// Whether the reader may change its lines.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.makes && self.rotation.state.is_open()
    }

    /// The names of all organisations.
    #[must_use]
    pub fn names(&self) -> Names {
        let register = self.ground.register.iter();
        let named = register.map(|it| (it.id, (it.name.clone(), it.short_name.clone())));
        named.collect()
    }
}

fn whole(conn: &mut Conn, reads: &Clearance, id: RotationId, view: &View) -> Result<Whole> {
    let rotation = store::rotation(conn, id)?;
    let board = boards::board(conn, rotation.board)?;
    let today = board.today(view.now);
    let (mut case, mut outcomes) = (None, Vec::new());
    if let Some(id) = rotation.case {
        case = crate::cases::store::seen_among(conn, &[id], reads)?.remove(&id);
        let found = products::outcomes(conn, &[id], reads)?.remove(&id);
        outcomes = found.unwrap_or_default();
    }
    let ground = store::ground(conn, board, &rotation.lines, (today, rotation.from))?;
    Ok(Whole {
        ground,
        lists: lists(conn)?,
        today,
        case,
        outcomes,
        makes: false,
        case_lists: (
            code_words::list(conn, "case_type")?,
            code_words::list(conn, "case_subject")?,
        ),
        rotation,
    })
}

async fn load<R: Right>(view: &View, who: &As<R, Rotation>) -> Result<Whole> {
    let (id, own, reader) = (who.object.id, view.clone(), who.reader.clone());
    let makes = Secretary::has(&reader.roles, who.object.board);
    let read = move |conn: &mut Conn| {
        let reads = (own.app.clearance)(conn, &reader, own.now)?;
        let whole = whole(conn, &reads, id, &own)?;
        Ok(Whole { makes, ..whole })
    };
    view.app.db.read(read).await
}

/// Who reads a proposal that has come so far: the secretariat always, the chair until it is dropped, and everyone on the board
/// what is carried out.
fn reads(roles: &Roles, board: BoardId, state: State) -> bool {
    let on = roles.on(board);
    match state {
        _ if Secretary::has(roles, board) => true,
        State::CarriedOut => !on.is_empty(),
        State::Dropped => false,
        State::Draft | State::Treated | State::Decided => on.contains(&Role::Chair),
    }
}

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        at: view.now,
    }
}

/// What became of a write.
enum Settled<T> {
    Done(T),
    /// It is shown again with what is wrong.
    Again(StatusCode),
}

/// Puts what was refused where the form is shown again; who was overtaken goes on from what stands now.
async fn settled<T>(
    view: &View,
    draft: &mut Draft,
    id: RotationId,
    written: Result<Result<T, Vec<Mistake>>>,
) -> Result<Settled<T>> {
    match written {
        Ok(Ok(done)) => return Ok(Settled::Done(done)),
        Ok(Err(mistakes)) => {
            for (field, said) in mistakes {
                draft.form.refuse(field, said);
            }
        }
        Err(Error::Refused(said)) => draft.form.notice = Some(said),
        Err(Error::Stale) => {
            let since = draft.form.version();
            let read = move |conn: &mut Conn| {
                let version = store::rotation(conn, id)?.version;
                Ok((audit::since(conn, id.as_str(), since)?, version))
            };
            let (happened, version) = view.app.db.read(read).await?;
            draft.form.put("version", version.to_string());
            if happened.is_empty() {
                draft.form.notice = Some(Said::new("error-stale"));
            }
            draft.happened = happened;
            return Ok(Settled::Again(StatusCode::CONFLICT));
        }
        Err(error) => return Err(error),
    }
    Ok(Settled::Again(StatusCode::UNPROCESSABLE_ENTITY))
}

fn from(who: &Own, form: &Form) -> From {
    (who.object.id, form.version())
}

/// When terms end, and the proposals for those who make them.
async fn page(view: View, who: As<Sees, Board>) -> Result<HttpResponse> {
    show(&view, &who.reader, &who.object, None, StatusCode::OK).await
}

async fn show(
    view: &View,
    reader: &Reader,
    board: &Board,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (board, own) = (board.clone(), view.clone());
    let (makes, roles) = (
        Secretary::has(&reader.roles, board.id),
        reader.roles.clone(),
    );
    let read = move |conn: &mut Conn| {
        let today = board.today(own.now);
        let mut rotations = store::of_board(conn, board.id)?;
        rotations.retain(|it| reads(&roles, board.id, it.state));
        Ok(List {
            ground: store::ground(conn, board.clone(), &[], (today, today))?,
            lists: lists(conn)?,
            rotations,
            makes,
            today,
        })
    };
    let page = view.app.db.read(read).await?;
    let form = form.unwrap_or_else(|| {
        let from = rules::next_turn(&page.ground.facts.appointments, page.today);
        let title = view.tv("rotation-usual-title", &[("date", from.into())]);
        let id = RotationId::new().to_string();
        Form::filled([("id", id), ("title", title), ("from", from.to_string())])
    });
    let content = list::page(view, &page, &form);
    Ok(view.page_with(status, &view.t("rotation"), &content))
}

async fn begin(
    view: View,
    who: As<Secretary, Board>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let head = forms::read_head(&mut form, who.object.today(view.now));
    let id: RotationId = form.value("id").parse().unwrap_or_default();
    form.put("id", id.to_string());
    if !form.is_right() {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        return show(&view, &who.reader, &who.object, Some(form), wrong).await;
    }
    let (board, by) = (who.object.clone(), by(&view, &who.reader));
    let write = move |conn: &mut Conn| plan::begin(conn, (id, &board), &head, by);
    let id = view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::rotation(id), "said-rotation-begun"))
}

async fn edit_page(view: View, who: Own) -> Result<HttpResponse> {
    let whole = load(&view, &who).await?;
    let draft = Draft::of(forms::filled_head(&whole.rotation));
    let content = edit::head(&view, &whole, &draft);
    Ok(view.page(&view.t("rotation-edit"), &content))
}

async fn change(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let whole = load(&view, &who).await?;
    let head = forms::read_head(&mut draft.form, whole.today);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if draft.form.is_right() {
        let (of, by) = (from(&who, &draft.form), by(&view, &who.reader));
        let write = move |conn: &mut Conn| plan::change(conn, of, &head, by);
        let written = view.app.db.write(write).await.map(Ok);
        match settled(&view, &mut draft, of.0, written).await? {
            Settled::Done(()) => {
                return Ok(view.go_saying(&paths::rotation(of.0), "said-rotation-saved"));
            }
            Settled::Again(why) => status = why,
        }
    }
    let content = edit::head(&view, &whole, &draft);
    Ok(view.page_with(status, &view.t("rotation-edit"), &content))
}

/// The way from a case to the proposals that it deals with and that the reader reads.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    _reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let mut found = store::of_case(conn, of)?;
    found.retain(|it| reads(&reader.roles, it.board, it.state));
    Ok(super::pages::panel(view, &found).into())
}
