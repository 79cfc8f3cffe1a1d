//! Addresses of inputs: writing one to a case, and reading those of a case and of a meeting.

use super::pages::{self, Panel, Writing};
use super::plan::{self, Sending};
use super::{Told, rules, store};
use crate::boards::{Board, store as boards};
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::store as meetings;
use crate::papers::dispatch::load::{self, MeetingPapers};
use crate::people::store as people;
use crate::web::access::Clearance;
use crate::web::{self, Form, Posted, Reader, Reads, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// As long as an input may be, in characters: some ten pages.
const LONGEST: usize = 20_000;

/// Why nothing can be sent to a case now.
fn refusal(
    conn: &mut Conn,
    case: &Case,
    board: &Board,
    now: Moment,
) -> Result<Option<rules::Refusal>> {
    let meeting = match case.meeting {
        Some(meeting) => Some(meetings::meeting(conn, meeting)?),
        None => None,
    };
    Ok(rules::is_open(case, meeting.as_ref(), board, now).err())
}

/// The inputs on the page of their case.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    clearance: &Clearance,
    of: CaseId,
) -> Result<web::Panel> {
    let case = cases::case(conn, of)?;
    let board = boards::board(conn, case.board)?;
    let today = board.today(view.now);
    let all = store::of_cases(conn, &[of], clearance, today)?.remove(&of);
    let all = all.unwrap_or_default();
    let is_told = all.iter().any(|one| one.input.person == reader.id);
    let refusal = refusal(conn, &case, &board, view.now)?;
    let panel = Panel {
        own: store::own(conn, of, reader.id)?.filter(|_| !is_told),
        may_write: rules::may_write(&case, &reader.roles, clearance) && refusal.is_none(),
        has_draft: store::draft(conn, of, reader.id)?.is_some(),
        all,
    };
    Ok(pages::panel(view, &board, &case, &panel).into())
}

async fn load_writing(view: &View, of: CaseId, reader: &Reader) -> Result<Writing> {
    let (person, now) = (reader.id, view.now);
    let read = move |conn: &mut Conn| {
        let case = cases::case(conn, of)?;
        let board = boards::board(conn, case.board)?;
        let today = board.today(now);
        let organisation = store::speaks_for(conn, (case.board, case.meeting), person, today)?;
        let names = people::names_of(conn, organisation.as_slice(), today)?;
        Ok(Writing {
            organisation: names.into_values().next().map(|(name, _)| name),
            sent: store::own(conn, of, person)?,
            draft: store::draft(conn, of, person)?,
            refusal: refusal(conn, &case, &board, now)?,
            board,
            case,
        })
    };
    view.app.db.read(read).await
}

fn allow(who: &Reads<Case>) -> Result<()> {
    rules::may_write(&who.object, &who.reader.roles, &who.clearance)
        .then_some(())
        .ok_or(Error::NotFound)
}

/// The form.
pub async fn write(view: View, who: Reads<Case>) -> Result<HttpResponse> {
    allow(&who)?;
    let of = load_writing(&view, who.object.id, &who.reader).await?;
    let content = pages::write(&view, &of, &pages::filled(&of));
    Ok(view.page(&view.t("inputs"), &content))
}

/// It is saved for oneself, or sent.
pub async fn written(view: View, who: Reads<Case>, posted: Posted) -> Result<HttpResponse> {
    allow(&who)?;
    let (mut form, id) = (posted.0, who.object.id);
    let text = form.text("text", LONGEST);
    let is_sent = form.value("act") == "send";
    if is_sent {
        // What others read says something, and names nobody by an identity number.
        if text.is_empty() {
            form.refuse("text", Said::new("form-needed"));
        }
        form.refuse_numbers(&["text"]);
    }
    if form.is_right() {
        let number = |name: &str| form.value(name).parse().unwrap_or(0);
        let (draft, reader, now) = (number("draft"), who.reader.clone(), view.now);
        let sending = Sending {
            case: id,
            text,
            is_shared: form.is_ticked("shared"),
            number: number("number"),
        };
        let write = move |conn: &mut Conn| {
            if is_sent {
                plan::send(conn, &sending, &reader, now)
            } else {
                plan::save(conn, id, draft, &sending.text, &reader, now)
            }
        };
        match view.app.db.write(write).await {
            Ok(()) if is_sent => return Ok(view.go_saying(&paths::case(id), "said-input-sent")),
            Ok(()) => return Ok(view.go_saying(&paths::of_case(id, "input"), "said-saved")),
            Err(Error::Stale) => return overtaken(&view, id, &who.reader, form).await,
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let of = load_writing(&view, id, &who.reader).await?;
    let content = pages::write(&view, &of, &form);
    Ok(view.mistaken(&view.t("inputs"), &content))
}

/// It was saved or sent in another window: what was typed here stays, and is written over that one when sent again (F47).
async fn overtaken(
    view: &View,
    id: CaseId,
    reader: &Reader,
    mut form: Form,
) -> Result<HttpResponse> {
    let of = load_writing(view, id, reader).await?;
    let now = pages::filled(&of);
    for name in ["draft", "number"] {
        form.put(name, now.value(name));
    }
    form.notice = Some(Said::new("input-overtaken"));
    let content = pages::write(view, &of, &form);
    Ok(view.stale(&view.t("inputs"), &content))
}

/// Those to the cases of a meeting.
pub async fn of_meeting(view: View, reader: Reader, path: Path<String>) -> Result<HttpResponse> {
    let id: MeetingId = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (source, now) = (view.app.clearance, view.now);
    let read = move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        let of = load::of_meeting(conn, id, &reader, &clearance)?;
        let inputs = in_order(conn, &of, &clearance, now)?;
        Ok((of, inputs))
    };
    let (of, inputs) = view.app.db.read(read).await?;
    let content = pages::of_meeting(&view, &of, &inputs);
    Ok(view.page(&view.t("inputs"), &content))
}

fn in_order(
    conn: &mut Conn,
    of: &MeetingPapers,
    clearance: &Clearance,
    now: Moment,
) -> Result<Vec<(Case, Vec<Told>)>> {
    let ids: Vec<CaseId> = of.cases.iter().map(|one| one.case.id).collect();
    let mut found = store::of_cases(conn, &ids, clearance, of.board().today(now))?;
    let cases = of.cases.iter();
    let with = cases.filter_map(|one| Some((one.case.clone(), found.remove(&one.case.id)?)));
    Ok(with.collect())
}
