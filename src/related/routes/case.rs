//! Who is heard on a case: on its page, on its agenda, and where the secretariat writes it.

use super::edit::by;
use crate::boards::{Board, store as boards};
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId, RelatedBodyId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::store as meetings;
use crate::related::pages::case::{self as pages, Heard};
use crate::related::{Body, Hearing, forms, plan, rules, store};
use crate::web::access::Clearance;
use crate::web::{As, Form, Panel, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use maud::Markup;
use std::collections::HashMap;

/// Who is heard on a case, on its page.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    _reader: &Reader,
    reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let case = cases::case(conn, of)?;
    let bodies = store::of_board(conn, case.board)?;
    let hearings = store::hearings(conn, &[of])?.remove(&of);
    let hearings = hearings.unwrap_or_default();
    let unheard = if case.state.is_prepared() {
        rules::unheard(&bodies, &hearings, &case.facts.subject)
    } else {
        Vec::new()
    };
    let heard = Heard {
        case: &case,
        bodies: &bodies,
        hearings: &hearings,
        unheard: &unheard,
        keeps: reads.keeps.contains(&case.board),
    };
    Ok(pages::panel(view, &heard).into())
}

/// Who is to be heard on the cases of an agenda and is not, beside each, for the board's secretariat.
///
/// # Errors
/// When the database fails.
pub fn marks(
    conn: &mut Conn,
    view: &View,
    reads: &Clearance,
    of: MeetingId,
) -> Result<HashMap<CaseId, Markup>> {
    let meeting = meetings::meeting(conn, of)?;
    if !reads.keeps.contains(&meeting.board) {
        return Ok(HashMap::new());
    }
    let bodies = store::of_board(conn, meeting.board)?;
    let subjects = store::subjects_at(conn, of, reads)?;
    let ids: Vec<CaseId> = subjects.iter().map(|(case, _)| *case).collect();
    let hearings = store::hearings(conn, &ids)?;
    let mark = |(case, subject): (CaseId, String)| {
        let of_case = hearings.get(&case).cloned().unwrap_or_default();
        let unheard = rules::unheard(&bodies, &of_case, &subject);
        (!unheard.is_empty()).then(|| (case, pages::mark(view, &unheard)))
    };
    Ok(subjects.into_iter().filter_map(mark).collect())
}

/// What the page of a hearing needs.
struct Loaded {
    board: Board,
    body: Body,
    standing: Option<(Hearing, i64)>,
}

async fn load(view: &View, case: &Case, body: &str) -> Result<Loaded> {
    let id: RelatedBodyId = body.parse().map_err(|_not_an_id| Error::NotFound)?;
    let (case, of) = (case.id, case.board);
    let read = move |conn: &mut Conn| {
        let body = store::body(conn, id)?;
        if body.board != of {
            return Err(Error::NotFound);
        }
        Ok(Loaded {
            board: boards::board(conn, of)?,
            standing: store::hearing(conn, case, id)?,
            body,
        })
    };
    view.app.db.read(read).await
}

type Below = Path<(String, String)>;

fn drawn(view: &View, case: &Case, of: &Loaded, form: &Form) -> (String, Markup) {
    let name = view.words(&of.body.facts.name);
    let title = view.tv("related-hear-of", &[("body", name.into())]);
    let is_there = of.standing.is_some();
    let content = pages::hearing(view, &of.board, (case, &of.body), is_there, form);
    (title, content)
}

/// Where the secretariat writes it.
pub async fn hearing(view: View, who: As<Secretary, Case>, path: Below) -> Result<HttpResponse> {
    let of = load(&view, &who.object, &path.1).await?;
    let form = forms::filled_hearing(of.standing.as_ref(), of.board.today(view.now));
    let (title, content) = drawn(&view, &who.object, &of, &form);
    Ok(view.page(&title, &content))
}

/// It is written, or taken out.
pub async fn heard(
    view: View,
    who: As<Secretary, Case>,
    path: Below,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let of = load(&view, &who.object, &path.1).await?;
    let (case, by) = (who.object, by(&view, &who.reader));
    let at = (of.body.id, form.version());
    let is_removal = form.value("act") == "remove";
    let hearing = (!is_removal).then(|| forms::read_hearing(&mut form));
    if !form.is_right() {
        let (title, content) = drawn(&view, &case, &of, &form);
        return Ok(view.mistaken(&title, &content));
    }
    let changed = case.clone();
    let write = move |conn: &mut Conn| match &hearing {
        Some(hearing) => plan::hear(conn, &changed, at, hearing, by),
        None => plan::unhear(conn, &changed, at, by).map(Ok),
    };
    match view.app.db.write(write).await {
        Ok(Ok(())) => {
            let path = paths::case(case.id);
            Ok(view.go_saying(&path, "said-related-heard"))
        }
        Ok(Err((field, said))) => {
            form.refuse(field, said);
            let (title, content) = drawn(&view, &case, &of, &form);
            Ok(view.mistaken(&title, &content))
        }
        Err(Error::Stale) => {
            let of = load(&view, &case, &path.1).await?;
            let version = of.standing.as_ref().map_or(0, |(_, version)| *version);
            if is_removal {
                form = forms::filled_hearing(of.standing.as_ref(), of.board.today(view.now));
            }
            form.put("version", version.to_string());
            form.notice = Some(Said::new("related-hearing-overtaken"));
            let (title, content) = drawn(&view, &case, &of, &form);
            Ok(view.stale(&title, &content))
        }
        Err(error) => Err(error),
    }
}
