//! The lines of a proposal: a new one, one that stands, and the suggestions for its seat.

use super::{Own, Settled, Whole, by, from, load, settled};
use crate::composition::rotation::pages::Draft;
use crate::composition::rotation::pages::line::{self as pages, LinePage};
use crate::composition::rotation::{Candidate, Line, forms, plan, rules, store};
use crate::db::Conn;
use crate::db::ids::{RowId, SeatId};
use crate::error::{Error, Result};
use crate::web::{Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use std::collections::HashMap;

type Below = Path<(String, String)>;

fn row_in(path: &Below) -> Result<RowId> {
    path.1.parse().map_err(|_not_an_id| Error::NotFound)
}

fn line_in(whole: &Whole, row: RowId) -> Result<Line> {
    let found = whole.rotation.lines.iter().find(|it| it.id == row);
    found.cloned().ok_or(Error::NotFound)
}

async fn candidates(view: &View, whole: &Whole, line: &Line) -> Result<Vec<Candidate>> {
    let (register, from) = (whole.ground.register.clone(), line.period.from);
    let read = move |conn: &mut Conn| store::candidates(conn, &register, from);
    view.app.db.read(read).await
}

/// The page of a line that stands, with suggestions while they may be chosen.
async fn show(
    view: &View,
    whole: &Whole,
    line: &Line,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let lines = whole.rotation.lines.iter();
    let others: Vec<Line> = lines.filter(|it| it.id != line.id).cloned().collect();
    let candidates = candidates(view, whole, line).await?;
    let facts = &whole.ground.facts;
    let page = LinePage {
        whole,
        line: Some(line),
        suggestions: &rules::suggest(facts, line, &others, &candidates),
        draft,
    };
    let content = pages::page(view, &page);
    let title = pages::heading(view, whole, line);
    Ok(view.page_with(status, &title, &content))
}

fn show_new(view: &View, whole: &Whole, draft: &Draft, status: StatusCode) -> HttpResponse {
    let page = LinePage {
        whole,
        line: None,
        suggestions: &[],
        draft,
    };
    view.page_with(
        status,
        &view.t("rotation-line-new"),
        &pages::page(view, &page),
    )
}

/// A new line, filled for the seat that was asked for.
pub async fn new(
    view: View,
    who: Own,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let whole = load(&view, &who).await?;
    let seat: Option<SeatId> = asked.get("seat").and_then(|id| id.parse().ok());
    let facts = &whole.ground.facts;
    let seat = facts.seats.iter().find(|it| Some(it.id) == seat);
    let version = whole.rotation.version;
    let draft = match seat {
        Some(seat) => {
            let line = rules::line(
                facts,
                whole.ground.board.calendar,
                seat,
                (whole.today, whole.rotation.from),
            );
            Draft::of(forms::filled_line(&line, version))
        }
        None => {
            let mut draft = Draft::default();
            draft.form.put("version", version.to_string());
            draft.form.put("from", whole.rotation.from.to_string());
            draft
        }
    };
    Ok(show_new(&view, &whole, &draft, StatusCode::OK))
}

pub async fn add(view: View, who: Own, Posted(form): Posted) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let whole = load(&view, &who).await?;
    let line = forms::read_line(&mut draft.form, RowId::new(), &whole.ground, whole.today);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(line) = line {
        let (of, by, id) = (from(&who, &draft.form), by(&view, &who.reader), line.id);
        let write = move |conn: &mut Conn| plan::put_line(conn, of, &line, by);
        let written = view.app.db.write(write).await;
        match settled(&view, &mut draft, of.0, written).await? {
            Settled::Done(()) => {
                let path = paths::rotation_line(of.0, id);
                return Ok(view.go_saying(&path, "said-rotation-line-saved"));
            }
            Settled::Again(why) => status = why,
        }
    }
    Ok(show_new(&view, &whole, &draft, status))
}

pub async fn page(view: View, who: Own, path: Below) -> Result<HttpResponse> {
    let row = row_in(&path)?;
    let whole = load(&view, &who).await?;
    let line = line_in(&whole, row)?;
    let draft = Draft::of(forms::filled_line(&line, whole.rotation.version));
    show(&view, &whole, &line, &draft, StatusCode::OK).await
}

/// What was changed here was taken out meanwhile: what was typed becomes a new line, for whoever still wants it. Where nothing
/// happened since the form was shown, it was never there.
async fn overtaken(view: &View, whole: &Whole, mut draft: Draft) -> Result<HttpResponse> {
    let of = &whole.rotation;
    if draft.form.version() == of.version {
        return Err(Error::NotFound);
    }
    let stale: Result<Result<(), _>> = Err(Error::Stale);
    settled(view, &mut draft, of.id, stale).await?;
    Ok(show_new(view, whole, &draft, StatusCode::CONFLICT))
}

/// It is written anew, or taken out.
pub async fn change(
    view: View,
    who: Own,
    path: Below,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (mut draft, row) = (Draft::of(form), row_in(&path)?);
    let whole = load(&view, &who).await?;
    let Ok(standing) = line_in(&whole, row) else {
        return overtaken(&view, &whole, draft).await;
    };
    let (of, by) = (from(&who, &draft.form), by(&view, &who.reader));
    let goes = draft.form.value("act") == "remove";
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let line = if goes {
        draft.form = forms::filled_line(&standing, of.1);
        Some(standing.clone())
    } else {
        forms::read_line(&mut draft.form, row, &whole.ground, whole.today)
    };
    if let Some(line) = line {
        let write = move |conn: &mut Conn| {
            if goes {
                plan::remove_line(conn, of, row, by).map(Ok)
            } else {
                plan::put_line(conn, of, &line, by)
            }
        };
        let written = view.app.db.write(write).await;
        match settled(&view, &mut draft, of.0, written).await? {
            Settled::Done(()) => {
                let said = if goes {
                    "said-rotation-line-removed"
                } else {
                    "said-rotation-line-saved"
                };
                return Ok(view.go_saying(&paths::rotation(of.0), said));
            }
            Settled::Again(why) => status = why,
        }
    }
    show(&view, &whole, &standing, &draft, status).await
}

/// One of those that are suggested gets the seat.
pub async fn choose(
    view: View,
    who: Own,
    path: Below,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let row = row_in(&path)?;
    let whole = load(&view, &who).await?;
    let standing = line_in(&whole, row)?;
    let of = from(&who, &form);
    let mut draft = Draft::of(forms::filled_line(&standing, of.1));
    draft.form.put("organisation", form.value("organisation"));
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(organisation) = draft.form.choice("organisation") {
        let by = by(&view, &who.reader);
        let write = move |conn: &mut Conn| plan::choose(conn, of, (row, organisation), by);
        let written = view.app.db.write(write).await;
        match settled(&view, &mut draft, of.0, written).await? {
            Settled::Done(()) => {
                return Ok(view.go_saying(&paths::rotation(of.0), "said-rotation-chosen"));
            }
            Settled::Again(why) => status = why,
        }
    }
    show(&view, &whole, &standing, &draft, status).await
}
