//! The plan of a board's year as it is shown to others: which cases it treats at which meeting.

use super::{Shown, answer, board};
use crate::annual_plan::pages::{Shown as Told, title};
use crate::annual_plan::{routes, rules};
use crate::db::Conn;
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::public::pages::annual_plan as pages;
use crate::public::store;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The plan, whether it is shown to the reader, and when time alone changes the page.
fn read(conn: &mut Conn, view: &View, of: &str, year: i32) -> Result<(Told, bool, Option<Moment>)> {
    let open = board::open(conn, view, of)?;
    if !open.years.contains(&year) {
        return Err(Error::NotFound);
    }
    let until = store::changes_on(conn, [&open.board], view.now)?;
    let mut told = routes::shown(conn, open.board, year, (open.reads, view.now))?;
    // Nobody has assessed the titles of meetings: they are called by their kind.
    for meeting in &mut told.of.meetings {
        meeting.title = Words::default();
    }
    let is_shown = rules::is_shown(told.board.id, told.of.plan.as_ref(), &told.reads);
    let opens = told
        .of
        .cases
        .values()
        .filter_map(|case| case.access.open_from);
    let opens = opens.filter(|at| *at > view.now);
    let until = until.into_iter().chain(opens).min();
    Ok((told, is_shown, until))
}

/// The plan of one year.
pub async fn show(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (of, year) = path.into_inner();
    let year: i32 = year.parse().map_err(|_not_a_year| Error::NotFound)?;
    let own = view.clone();
    let read = move |conn: &mut Conn| read(conn, &own, &of, year);
    let (told, is_shown, until) = view.app.db.read(read).await?;
    let name = view.words(&told.board.name);
    let values = [("board", name.into()), ("year", year.to_string().into())];
    let shown = Shown {
        title: format!("{} – {name}", title(&view, year)),
        description: view.tv("annual-plan-public-about", &values),
        path: paths::published_annual_plan(told.board.id, year),
        content: pages::page(&view, &told, is_shown),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}
