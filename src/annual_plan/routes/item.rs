//! One planned case, kept by the secretariat.

use super::{OfYear, again, by, completed, lists, load, settled};
use crate::annual_plan::forms::{self, Lists};
use crate::annual_plan::pages::told::called;
use crate::annual_plan::pages::{Draft, Shown, item as pages};
use crate::annual_plan::plan::{self, Act};
use crate::annual_plan::{PlanItem, store};
use crate::boards::{Board, store as boards};
use crate::cases::Case;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::routes::year_in;
use crate::web::{As, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;

/// What the page of a new item is drawn from.
async fn load_new(
    view: &View,
    who: As<Secretary, Board>,
    year: i32,
) -> Result<(Shown, Lists, Vec<Case>)> {
    let (own, board, reader) = (view.clone(), who.object, who.reader);
    let read = move |conn: &mut Conn| {
        let page = load(conn, &own, &reader, board.clone(), year)?;
        let cases = plan::may_be_added(conn, board.id, &page.of.items, &page.reads)?;
        Ok((page, lists(conn)?, cases))
    };
    view.app.db.read(read).await
}

pub async fn new(view: View, who: As<Secretary, Board>, path: OfYear) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (page, lists, cases) = load_new(&view, who, year).await?;
    let draft = Draft::of(forms::fresh_item());
    let content = pages::new(&view, &page, &lists, &cases, &draft);
    Ok(view.page(&view.t("annual-plan-new-item"), &content))
}

pub async fn add(
    view: View,
    who: As<Secretary, Board>,
    path: OfYear,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, by) = (who.object.id, by(&view, &who.reader));
    let (page, lists, cases) = load_new(&view, who, year).await?;
    let mut draft = Draft::of(form);
    if let Some(new) = forms::read_item(&mut draft.form, &lists) {
        // A case that the reader may not read is none that they can choose.
        let is_readable =
            |id| cases.iter().any(|case| case.id == id) || page.of.cases.contains_key(&id);
        if new.case.is_some_and(|id| !is_readable(id)) {
            draft.form.refuse("case", Said::new("form-not-a-choice"));
        } else {
            let id = new.id;
            let write = move |conn: &mut Conn| plan::add(conn, (board, year), &new, by);
            let written = view.app.db.write(write).await;
            let done = settled(&view, &mut draft, String::new(), written).await?;
            if done.is_some() {
                let plan = paths::annual_plan(board, year);
                let plan = paths::saying(&plan, "said-plan-item-added");
                return Ok(view.go_to(&format!("{plan}#item-{id}")));
            }
        }
    }
    let content = pages::new(&view, &page, &lists, &cases, &draft);
    Ok(again(
        &view,
        &draft,
        &view.t("annual-plan-new-item"),
        &content,
    ))
}

/// What the page of an item is drawn from, as it stands now.
async fn load_one(view: &View, reader: &Reader, of: &PlanItem) -> Result<(Shown, Lists, PlanItem)> {
    let (own, reader, id) = (view.clone(), reader.clone(), of.id);
    let read = move |conn: &mut Conn| {
        let item = store::item(conn, id)?;
        let board = boards::board(conn, item.board)?;
        let page = load(conn, &own, &reader, board, item.year)?;
        Ok((page, lists(conn)?, item))
    };
    view.app.db.read(read).await
}

pub async fn show(view: View, who: As<Secretary, PlanItem>) -> Result<HttpResponse> {
    let (page, lists, item) = load_one(&view, &who.reader, &who.object).await?;
    let draft = Draft::of(forms::filled_item(&item));
    let content = pages::page(&view, &page, &item, &lists, &draft);
    Ok(view.page(&called(&view, &page, &item), &content))
}

/// What the form asks for, and what is said of it on top of the plan; none where a mistake stands at a field.
fn act_in(draft: &mut Draft, lists: &Lists) -> Result<Option<(Act, &'static str)>> {
    let form = &mut draft.form;
    let (act, said) = match form.value("act") {
        // Where it went is said at the item itself.
        "move" => (Act::Move(form.choice_or_none("meeting")), ""),
        "write" => (Act::Write(forms::read_facts(form, lists)), "said-saved"),
        "drop" => (
            Act::Drop(forms::read_reason(form)),
            "said-plan-item-dropped",
        ),
        "restore" => (Act::Restore, "said-saved"),
        _ => return Err(Error::NotFound),
    };
    Ok(form.is_right().then_some((act, said)))
}

pub async fn change(
    view: View,
    who: As<Secretary, PlanItem>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, board, year) = (who.object.id, who.object.board, who.object.year);
    let by = by(&view, &who.reader);
    let (_, lists, _) = load_one(&view, &who.reader, &who.object).await?;
    let mut draft = Draft::of(form);
    if let Some((act, said)) = act_in(&mut draft, &lists)? {
        let version = draft.form.version();
        let write = move |conn: &mut Conn| plan::change(conn, (id, version), &act, by);
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, id.to_string(), written).await?;
        if done.is_some() {
            let plan = if said.is_empty() {
                paths::moved_in_annual_plan(board, year, id)
            } else {
                paths::saying(&paths::annual_plan(board, year), said)
            };
            return Ok(view.go_to(&format!("{plan}#item-{id}")));
        }
    }
    let (page, lists, item) = load_one(&view, &who.reader, &who.object).await?;
    draft.form = completed(draft.form, &forms::filled_item(&item));
    if draft.is_stale {
        draft.form.put("version", item.version.to_string());
    }
    let content = pages::page(&view, &page, &item, &lists, &draft);
    let title = called(&view, &page, &item);
    Ok(again(&view, &draft, &title, &content))
}
