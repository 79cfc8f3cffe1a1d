//! The cases that a board treats every year, and a year that begins with them; all for the secretariat.

use super::{OfYear, again, by, completed, lists, load, settled};
use crate::annual_plan::forms::{self, Lists};
use crate::annual_plan::pages::{Draft, templates as pages};
use crate::annual_plan::{Template, plan, rules, store};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::Result;
use crate::meetings::routes::year_in;
use crate::web::{As, Form, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use chrono::Datelike;

/// All of them.
pub async fn list(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let board = who.object;
    let of = board.id;
    let read = move |conn: &mut Conn| Ok((store::templates(conn, of)?, lists(conn)?));
    let (all, lists) = view.app.db.read(read).await?;
    let year = board.today(view.now).year();
    let content = pages::list(&view, &board, &lists, &all, year);
    Ok(view.page(&view.t("annual-plan-templates"), &content))
}

pub async fn new(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let lists = view.app.db.read(|conn: &mut Conn| lists(conn)).await?;
    let draft = Draft::of(forms::fresh_template());
    let content = pages::form(&view, &who.object, None, &lists, &draft);
    Ok(view.page(&view.t("annual-plan-new-template"), &content))
}

pub async fn add(
    view: View,
    who: As<Secretary, Board>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (board, by) = (who.object, by(&view, &who.reader));
    let mut draft = Draft::of(form);
    let lists = view.app.db.read(|conn: &mut Conn| lists(conn)).await?;
    if let Some((facts, when)) = forms::read_template(&mut draft.form, &lists) {
        let new = Template {
            id: draft.form.value("id").parse().unwrap_or_default(),
            board: board.id,
            facts,
            when,
            version: 1,
        };
        let write = move |conn: &mut Conn| Ok(Ok(plan::add_template(conn, &new, by)?));
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, String::new(), written).await?;
        if done.is_some() {
            return Ok(saved(&view, board.id));
        }
    }
    let content = pages::form(&view, &board, None, &lists, &draft);
    Ok(again(
        &view,
        &draft,
        &view.t("annual-plan-new-template"),
        &content,
    ))
}

fn saved(view: &View, of: BoardId) -> HttpResponse {
    view.go_saying(&paths::plan_templates(of), "said-saved")
}

async fn load_with(view: &View, of: &Template) -> Result<(Board, Lists)> {
    let board = of.board;
    let read = move |conn: &mut Conn| Ok((boards::board(conn, board)?, lists(conn)?));
    view.app.db.read(read).await
}

pub async fn edit(view: View, who: As<Secretary, Template>) -> Result<HttpResponse> {
    let template = who.object;
    let (board, lists) = load_with(&view, &template).await?;
    let draft = Draft::of(forms::filled_template(&template));
    let content = pages::form(&view, &board, Some(&template), &lists, &draft);
    Ok(view.page(&view.t("annual-plan-template-edit"), &content))
}

pub async fn change(
    view: View,
    who: As<Secretary, Template>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (template, by) = (who.object, by(&view, &who.reader));
    let (board, lists) = load_with(&view, &template).await?;
    let mut draft = Draft::of(form);
    let (id, version) = (template.id, draft.form.version());
    let written = if draft.form.value("act") == "remove" {
        let write = move |conn: &mut Conn| Ok(Ok(plan::remove_template(conn, (id, version), by)?));
        Some(view.app.db.write(write).await)
    } else if let Some((facts, when)) = forms::read_template(&mut draft.form, &lists) {
        let changed = Template {
            facts,
            when,
            version,
            ..template.clone()
        };
        let write = move |conn: &mut Conn| Ok(Ok(plan::change_template(conn, &changed, by)?));
        Some(view.app.db.write(write).await)
    } else {
        None
    };
    if let Some(written) = written {
        let done = settled(&view, &mut draft, id.to_string(), written).await?;
        if done.is_some() {
            return Ok(saved(&view, board.id));
        }
    }
    if draft.is_stale {
        draft.form = overtaken(&draft.form, &template);
    }
    let content = pages::form(&view, &board, Some(&template), &lists, &draft);
    Ok(again(
        &view,
        &draft,
        &view.t("annual-plan-template-edit"),
        &content,
    ))
}

/// What was typed, to be saved over what stands now.
fn overtaken(sent: &Form, standing: &Template) -> Form {
    let mut form = completed(sent.clone(), &forms::filled_template(standing));
    form.put("version", standing.version.to_string());
    form
}

/// What they would add to a year.
pub async fn preview(view: View, who: As<Secretary, Board>, path: OfYear) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (own, board, reader) = (view.clone(), who.object, who.reader);
    let read = move |conn: &mut Conn| {
        let page = load(conn, &own, &reader, board.clone(), year)?;
        let made = rules::missing(&store::templates(conn, board.id)?, &page.of);
        Ok((page, made))
    };
    let (page, made) = view.app.db.read(read).await?;
    let content = pages::preview(&view, &page, &made);
    Ok(view.page(&view.t("annual-plan-start"), &content))
}

/// They are added.
pub async fn start(
    view: View,
    who: As<Secretary, Board>,
    path: OfYear,
    _posted: Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, by) = (who.object.id, by(&view, &who.reader));
    let write = move |conn: &mut Conn| plan::start(conn, board, year, by);
    view.app.db.write(write).await?;
    Ok(view.go_saying(&paths::annual_plan(board, year), "said-annual-plan-started"))
}
