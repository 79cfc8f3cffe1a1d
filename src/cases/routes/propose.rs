//! Proposing a case, and editing what it is about.

use super::case::by;
use super::load;
use crate::audit::{self, Happened};
use crate::boards::store as boards;
use crate::cases::forms::{self, Choices};
use crate::cases::pages::new;
use crate::cases::plan::{self, Proposal};
use crate::cases::{Case, CaseState, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId};
use crate::error::{Error, Result};
use crate::web::{Form, Known, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use std::collections::HashMap;

/// What the form of a new case is drawn from, for those who may propose one to this board.
struct Proposing {
    board: BoardId,
    through: BoardId,
    choices: Choices,
    former: Option<Case>,
}

/// Loads it; the page does not exist for anybody else.
async fn proposing(view: &View, reader: &Reader, id: &str, follows: &str) -> Result<Proposing> {
    let board: BoardId = id.parse().map_err(|_not_an_id| Error::NotFound)?;
    let follows: Option<CaseId> = follows.parse().ok();
    let (reader, now, source) = (reader.clone(), view.now, view.app.clearance);
    let read = move |conn: &mut Conn| {
        boards::board(conn, board)?;
        let through = load::through(conn, &reader, board)?.ok_or(Error::NotFound)?;
        let former = match follows {
            Some(id) => {
                let clearance = source(conn, &reader, now)?;
                let seen = store::seen_among(conn, &[id], &clearance)?.remove(&id);
                seen.filter(|case| case.board == board)
            }
            None => None,
        };
        Ok(Proposing {
            board,
            through,
            choices: load::choices(conn, board, former.as_ref(), &reader, now)?,
            former,
        })
    };
    view.app.db.read(read).await
}

/// The form of a new case.
pub async fn new(
    view: View,
    reader: Reader,
    path: Path<String>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let follows = asked.get("follows").map_or("", String::as_str);
    let of = proposing(&view, &reader, &path, follows).await?;
    let form = forms::fresh(&of.choices, of.former.as_ref(), view.now);
    let page = new::propose(&view, &of.choices, &form, of.former.as_ref());
    Ok(view.page(&view.t("case-propose"), &page))
}

/// A case is proposed.
pub async fn proposed(
    view: View,
    reader: Reader,
    path: Path<String>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let follows = form.value("follows").to_owned();
    let of = proposing(&view, &reader, &path, &follows).await?;
    let follows = of.former.as_ref().map(|case| case.id);
    let facts = forms::read_facts(&mut form, &of.choices, follows);
    let late = forms::check_wanted(&mut form, &of.choices, None, view.now);
    if !form.is_right() {
        let page = new::propose(&view, &of.choices, &form, of.former.as_ref());
        return Ok(view.mistaken(&view.t("case-propose"), &page));
    }
    let proposal = Proposal {
        id: form.value("id").parse().unwrap_or_default(),
        board: of.board,
        through: of.through,
        facts,
        late,
    };
    let (id, by) = (proposal.id, by(&view, &reader));
    let write = move |conn: &mut Conn| plan::propose(conn, &proposal, by);
    view.app.db.write(write).await?;
    view.app.office.bell.ring();
    let said = if reader.roles.is_secretary_of(of.board) {
        "said-case-proposed-here"
    } else {
        "said-case-proposed"
    };
    Ok(view.go_saying(&paths::case(id), said))
}

/// The secretariat edits a case always, its proposer until it is decided on; the page does not exist for anybody else.
fn may_edit(who: &Known<Case>) -> Result<()> {
    let case = &who.object;
    let keeps = who.reader.roles.is_secretary_of(case.board);
    let is_own = case.proposed_by == Some(who.reader.id) && case.state == CaseState::Proposed;
    (who.sees && (keeps || is_own))
        .then_some(())
        .ok_or(Error::NotFound)
}

async fn load_edit(
    view: &View,
    who: &Known<Case>,
    since: i64,
) -> Result<(Case, Choices, Vec<Happened>)> {
    let (id, reader, now) = (who.object.id, who.reader.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let case = store::case(conn, id)?;
        let choices = load::choices(conn, case.board, Some(&case), &reader, now)?;
        let happened = if since < case.version {
            audit::since(conn, id.as_str(), since)?
        } else {
            Vec::new()
        };
        Ok((case, choices, happened))
    };
    view.app.db.read(read).await
}

/// The form of a case that stands.
pub async fn edit(view: View, who: Known<Case>) -> Result<HttpResponse> {
    may_edit(&who)?;
    let (case, choices, _) = load_edit(&view, &who, i64::MAX).await?;
    let form = new::standing(&case);
    let page = new::edit(&view, &choices, &case, &form, &[]);
    Ok(view.page(&view.t("case-edit"), &page))
}

/// A case is edited.
pub async fn edited(view: View, who: Known<Case>, posted: Posted) -> Result<HttpResponse> {
    may_edit(&who)?;
    let mut form = posted.0;
    let version = form.version();
    let (case, choices, happened) = load_edit(&view, &who, version).await?;
    let facts = forms::read_facts(&mut form, &choices, case.facts.follows);
    let wanted = case.facts.wanted_meeting;
    let late = forms::check_wanted(&mut form, &choices, wanted, view.now);
    if form.is_right() && version == case.version {
        let (id, by) = (case.id, by(&view, &who.reader));
        let write = move |conn: &mut Conn| plan::edit(conn, id, version, &facts, late.as_ref(), by);
        match view.app.db.write(write).await {
            Ok(_) => return Ok(view.go_saying(&paths::case(id), "said-saved")),
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
        let (case, choices, happened) = load_edit(&view, &who, version).await?;
        return Ok(stale(&view, &choices, &case, form, &happened));
    }
    if form.is_right() {
        return Ok(stale(&view, &choices, &case, form, &happened));
    }
    form.put("version", case.version.to_string());
    let page = new::edit(&view, &choices, &case, &form, &happened);
    Ok(view.mistaken(&view.t("case-edit"), &page))
}

/// Someone saved first: what was typed stands in the form, which saves over the version that is told of.
fn stale(
    view: &View,
    choices: &Choices,
    case: &Case,
    mut form: Form,
    happened: &[Happened],
) -> HttpResponse {
    form.put("version", case.version.to_string());
    let page = new::edit(view, choices, case, &form, happened);
    view.stale(&view.t("case-edit"), &page)
}
