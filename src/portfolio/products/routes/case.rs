//! What a case is about: on its page, and where the secretariat chooses it.

use super::sort;
use crate::boards::store as boards;
use crate::cases::Case;
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{BoardId, CaseId, ProductId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::today;
use crate::portfolio::products::pages::case::{self as pages, Choosing, Tied};
use crate::portfolio::products::{PHASES, plan, store};
use crate::web::access::{Clearance, Right};
use crate::web::{As, Form, Insider, Panel, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;
use maud::Markup;
use std::collections::BTreeSet;

/// What a case is about, on its page.
///
/// # Errors
/// When the database fails.
pub fn panel(
    conn: &mut Conn,
    view: &View,
    reader: &Reader,
    reads: &Clearance,
    of: CaseId,
) -> Result<Panel> {
    let mut products = store::of_case(conn, of)?;
    products.sort_by_cached_key(|(id, name)| (view.words(name).to_lowercase(), *id));
    let board = crate::cases::store::case(conn, of)?.board;
    let may_choose = reads.keeps.contains(&board);
    let tied = Tied {
        products,
        may_open: reader.roles.is_involved(),
        choose: may_choose.then(|| paths::of_case(of, "products")),
    };
    Ok(pages::panel(view, &tied).into())
}

/// The way to the products, on a board's page.
///
/// # Errors
/// When the database fails.
pub fn on_board(_conn: &mut Conn, view: &View, of: BoardId) -> Result<Markup> {
    let reader = view.reader.as_ref();
    let Some(reader) = reader.filter(|reader| reader.roles.is_involved()) else {
        return Ok(Markup::default());
    };
    let has_role = Insider::has(&reader.roles, of);
    Ok(pages::on_board(view, has_role.then_some(of)))
}

async fn load(view: &View, case: &Case) -> Result<(Choosing, BTreeSet<ProductId>)> {
    let (own, case) = (view.clone(), case.clone());
    let read = move |conn: &mut Conn| {
        let standing = store::of_case(conn, case.id)?;
        let mut products = store::products(conn)?;
        sort(&own, &mut products);
        let choosing = Choosing {
            board: boards::board(conn, case.board)?,
            groups: store::groups(conn)?,
            products,
            phases: code_words::list(conn, PHASES)?,
            today: today(own.now),
            case: case.clone(),
        };
        let standing = standing.into_iter().map(|(id, _)| id).collect();
        Ok((choosing, standing))
    };
    view.app.db.read(read).await
}

/// Each box is called by the group of its product.
fn filled(of: &Choosing, standing: &BTreeSet<ProductId>) -> Form {
    let ticked = of.products.iter().filter(|one| standing.contains(&one.id));
    let mut fields: Vec<(String, String)> = ticked
        .map(|one| (one.facts.group.to_string(), one.id.to_string()))
        .collect();
    fields.push(("standing".to_owned(), written(standing)));
    Form::new(fields)
}

fn written(of: &BTreeSet<ProductId>) -> String {
    let ids: Vec<&str> = of.iter().map(ProductId::as_str).collect();
    ids.join(" ")
}

/// Where the secretariat chooses.
pub async fn choose(view: View, who: As<Secretary, Case>) -> Result<HttpResponse> {
    let (of, standing) = load(&view, &who.object).await?;
    let content = pages::choose(&view, &of, &filled(&of, &standing));
    Ok(view.page(&view.t("product-choose"), &content))
}

/// What was ticked; none where something is no product.
fn read(of: &Choosing, form: &Form) -> Option<BTreeSet<ProductId>> {
    let ticked = of
        .groups
        .iter()
        .flat_map(|group| form.values(group.id.as_str()));
    ticked.map(|id| id.parse().ok()).collect()
}

/// It is chosen.
pub async fn chosen(
    view: View,
    who: As<Secretary, Case>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (of, _) = load(&view, &who.object).await?;
    let shown: BTreeSet<ProductId> = (form.value("standing").split_whitespace())
        .filter_map(|id| id.parse().ok())
        .collect();
    let written = match read(&of, &form) {
        Some(wanted) => {
            let by = By {
                person: who.reader.id,
                now: view.now,
            };
            let case = who.object.clone();
            let write = move |conn: &mut Conn| plan::tie(conn, &case, (&shown, &wanted), by);
            view.app.db.write(write).await
        }
        None => Err(Error::Refused(Said::new("form-not-a-choice"))),
    };
    let title = view.t("product-choose");
    match written {
        Ok(()) => {
            let path = paths::case(who.object.id);
            Ok(view.go_saying(&path, "said-case-products"))
        }
        Err(Error::Refused(said)) => {
            form.notice = Some(said);
            Ok(view.mistaken(&title, &pages::choose(&view, &of, &form)))
        }
        Err(Error::Stale) => {
            let (of, standing) = load(&view, &who.object).await?;
            form.put("standing", self::written(&standing));
            form.notice = Some(Said::new("product-case-overtaken"));
            Ok(view.stale(&title, &pages::choose(&view, &of, &form)))
        }
        Err(error) => Err(error),
    }
}
