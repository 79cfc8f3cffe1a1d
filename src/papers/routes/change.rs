//! What a paper is called, whom it is shown to, taking it back, and removing what never went out.

use super::load;
use crate::audit::{self, Happened};
use crate::boards::{Board, store as boards};
use crate::cases::forms as case_forms;
use crate::cases::plan::By;
use crate::cases::store::assess;
use crate::cases::{Assessed, LegalBasis};
use crate::db::Conn;
use crate::db::ids::PaperId;
use crate::error::{Error, Result};
use crate::papers::pages::change as pages;
use crate::papers::{Paper, forms, plan, store};
use crate::web::{As, Form, Posted, Reader, Reads, Secretary, View, paths};
use actix_web::HttpResponse;

/// A paper with its board, and what happened since a form was filled.
struct Changing {
    board: Board,
    paper: Paper,
    bases: Vec<LegalBasis>,
    found: Option<Assessed>,
    happened: Vec<Happened>,
}

async fn load_change(view: &View, id: PaperId, since: i64) -> Result<Changing> {
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let paper = store::paper(conn, id)?;
        let board = boards::board(conn, paper.case.board)?;
        let found = assess::assessed(conn, id.cast())?.map(|(found, _, _)| found);
        let kept = found.as_ref().and_then(|found| found.basis);
        let happened = if since < paper.version {
            audit::since(conn, id.as_str(), since)?
        } else {
            Vec::new()
        };
        Ok(Changing {
            bases: assess::bases(conn, board.today(now), kept)?,
            happened,
            found,
            board,
            paper,
        })
    };
    view.app.db.read(read).await
}

/// Who changes a paper now.
pub fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

/// The form of what it is called.
pub async fn edit(view: View, who: Reads<Paper>) -> Result<HttpResponse> {
    load::may_write(&who.object.case, &who.reader)?;
    let of = load_change(&view, who.object.id, i64::MAX).await?;
    let form = forms::facts_of(&of.paper);
    let page = pages::edit(&view, &of.board, &of.paper, &form, &[]);
    Ok(view.page(&view.t("paper-edit"), &page))
}

/// It is called otherwise.
pub async fn edited(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    load::may_write(&who.object.case, &who.reader)?;
    let mut form = posted.0;
    let (id, version) = (who.object.id, form.version());
    let of = load_change(&view, id, version).await?;
    let facts = forms::read_facts(&mut form, &of.board);
    if form.is_right() {
        let by = by(&view, &who.reader);
        let write = move |conn: &mut Conn| plan::edit(conn, id, version, &facts, by);
        match view.app.db.write(write).await {
            Ok(_) => return Ok(view.go_saying(&paths::paper(id), "said-saved")),
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
    }
    let of = load_change(&view, id, version).await?;
    form.put("version", of.paper.version.to_string());
    let page = pages::edit(&view, &of.board, &of.paper, &form, &of.happened);
    Ok(again(&view, "paper-edit", &form, &page))
}

/// The same page with what was typed: with its mistakes, or because someone saved first.
fn again(view: &View, heading: &str, form: &Form, page: &maud::Markup) -> HttpResponse {
    let heading = view.t(heading);
    if form.is_right() {
        view.stale(&heading, page)
    } else {
        view.mistaken(&heading, page)
    }
}

/// Whom a paper is shown to.
pub async fn assessment(view: View, who: As<Secretary, Paper>) -> Result<HttpResponse> {
    let of = load_change(&view, who.object.id, i64::MAX).await?;
    let access = (of.paper.version, &of.paper.access);
    let form = case_forms::assessment_of(access, of.found.as_ref(), &of.board);
    let page = pages::assessment(&view, (&of.board, &of.paper), &of.bases, &form, &[]);
    Ok(view.page(&view.t("paper-access"), &page))
}

/// It is assessed.
pub async fn assessed(
    view: View,
    who: As<Secretary, Paper>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let (id, version) = (who.object.id, form.version());
    let of = load_change(&view, id, version).await?;
    let read = case_forms::read_assessment(&mut form, &of.bases, &of.board);
    if let (Some((audience, found)), true) = (read, form.is_right()) {
        let by = by(&view, &who.reader);
        let write = move |conn: &mut Conn| plan::assess(conn, id, version, audience, &found, by);
        match view.app.db.write(write).await {
            Ok(_) => return Ok(view.go_saying(&paths::paper(id), "said-saved")),
            Err(Error::Stale) => {}
            Err(error) => return Err(error),
        }
    }
    let of = load_change(&view, id, version).await?;
    form.put("version", of.paper.version.to_string());
    let page = pages::assessment(
        &view,
        (&of.board, &of.paper),
        &of.bases,
        &form,
        &of.happened,
    );
    Ok(again(&view, "paper-access", &form, &page))
}

/// It is taken back from its readers, or given to them again.
pub async fn withdrawal(
    view: View,
    who: As<Secretary, Paper>,
    posted: Posted,
) -> Result<HttpResponse> {
    let form = posted.0;
    let (id, version, by) = (who.object.id, form.version(), by(&view, &who.reader));
    let is_return = form.value("act") == "return";
    let write = move |conn: &mut Conn| {
        if is_return {
            plan::give_back(conn, id, version, by)
        } else {
            plan::withdraw(conn, id, version, by)
        }
    };
    view.app.db.write(write).await?;
    let said = if is_return {
        "said-paper-returned"
    } else {
        "said-paper-withdrawn"
    };
    Ok(view.go_saying(&paths::paper(id), said))
}

/// A paper that has never gone out is removed.
pub async fn removal(view: View, who: Reads<Paper>, posted: Posted) -> Result<HttpResponse> {
    load::may_write(&who.object.case, &who.reader)?;
    let form = posted.0;
    let (id, by) = (who.object.id, by(&view, &who.reader));
    // Without a number it is none that anyone was shown.
    let draft = form.value("draft").parse().unwrap_or(-1);
    let shown = (form.version(), draft);
    let write = move |conn: &mut Conn| plan::remove(conn, id, shown, by);
    let case = view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::case(case), "said-paper-removed"))
}
