//! Papers of other cases that a case refers to: chosen, and let go.

use super::change::by;
use super::load;
use crate::boards::store as boards;
use crate::cases::store::agenda;
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId};
use crate::error::{Error, Result};
use crate::papers::pages::shared::{self as pages, Sharing};
use crate::papers::store::{self, shared};
use crate::papers::{Paper, plan};
use crate::web::access::Clearance;
use crate::web::{Form, Posted, Reads, View, paths};
use actix_web::HttpResponse;

/// What a case may refer to: the papers of its meeting's other cases, as far as the reader may read them.
fn choices(conn: &mut Conn, case: &Case, clearance: &Clearance) -> Result<Vec<Paper>> {
    let Some(meeting) = case.meeting else {
        return Ok(Vec::new());
    };
    let items = agenda::agenda(conn, meeting)?.items;
    let others = items.iter().filter_map(|item| item.case);
    let others: Vec<CaseId> = others.filter(|id| *id != case.id).collect();
    let mut papers = store::of_cases(conn, &others, clearance)?;
    let standing = shared::of_cases(conn, &[case.id], clearance)?;
    let mut found: Vec<Paper> = others
        .iter()
        .filter_map(|id| papers.remove(id))
        .flatten()
        .collect();
    let is_standing = |paper: &Paper| standing.values().flatten().any(|it| it.id == paper.id);
    found.retain(|paper| !is_standing(paper));
    Ok(found)
}

async fn load_sharing(view: &View, who: &Reads<Case>) -> Result<Sharing> {
    load::may_write(&who.object, &who.reader)?;
    let (id, clearance) = (who.object.id, who.clearance.clone());
    let read = move |conn: &mut Conn| {
        let case = cases::case(conn, id)?;
        Ok(Sharing {
            board: boards::board(conn, case.board)?,
            choices: choices(conn, &case, &clearance)?,
            case,
        })
    };
    view.app.db.read(read).await
}

/// The form.
pub async fn choose(view: View, who: Reads<Case>) -> Result<HttpResponse> {
    let of = load_sharing(&view, &who).await?;
    let page = pages::page(&view, &of, &Form::default());
    Ok(view.page(&view.t("shared-add"), &page))
}

/// The case refers to a paper from now on, or no more.
pub async fn chosen(view: View, who: Reads<Case>, posted: Posted) -> Result<HttpResponse> {
    load::may_write(&who.object, &who.reader)?;
    let mut form = posted.0;
    let (case, by) = (who.object.id, by(&view, &who.reader));
    if form.value("act") == "remove" {
        let paper = form.value("paper").parse();
        let paper: PaperId = paper.map_err(|_not_an_id| Error::NotFound)?;
        let write = move |conn: &mut Conn| plan::unshare(conn, case, paper, by);
        view.app.db.write(write).await?;
        return Ok(view.go_saying(&paths::case(case), "said-paper-unshared"));
    }
    if let Some(paper) = form.choice::<PaperId>("paper") {
        // Asked again in the write: the case may have been moved, or the paper closed to the reader.
        let clearance = who.clearance.clone();
        let write = move |conn: &mut Conn| {
            let case = cases::case(conn, case)?;
            let choices = choices(conn, &case, &clearance)?;
            let found = choices.iter().any(|one| one.id == paper);
            plan::share(conn, &case, found.then_some(paper), by)
        };
        match view.app.db.write(write).await {
            Ok(()) => return Ok(view.go_saying(&paths::case(case), "said-paper-shared")),
            Err(Error::Refused(said)) => form.refuse("paper", said),
            Err(error) => return Err(error),
        }
    }
    let of = load_sharing(&view, &who).await?;
    let page = pages::page(&view, &of, &form);
    Ok(view.mistaken(&view.t("shared-add"), &page))
}
