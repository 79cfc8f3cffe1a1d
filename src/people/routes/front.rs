//! What everyone may read.

use crate::db::Conn;
use crate::error::Result;
use crate::people::pages::front as pages;
use crate::web::layout::Head;
use crate::web::{FrontPanel, View, paths};
use actix_web::HttpResponse;
use maud::Markup;
use std::sync::Arc;

pub async fn front(view: View) -> Result<HttpResponse> {
    match &view.reader {
        Some(reader) if reader.roles.is_secretary_somewhere() => Ok(view.go_to(paths::DESK)),
        Some(_) => Ok(view.go_to(paths::ME)),
        None => shown(&view).await,
    }
}

/// What this is, with what later slices show a visitor.
async fn shown(view: &View) -> Result<HttpResponse> {
    let (panels, drawn) = (Arc::clone(&view.app.front_panels), view.clone());
    let read = move |conn: &mut Conn| {
        let draw = |panel: &FrontPanel| panel(conn, &drawn);
        panels.iter().map(draw).collect::<Result<Vec<_>>>()
    };
    let panels = view.app.db.read(read).await?;
    let until = panels.iter().filter_map(|(_, until)| *until).min();
    let panels: Vec<Markup> = panels.into_iter().map(|(drawn, _)| drawn).collect();
    let head = Head {
        description: view.t("front-what"),
        path: paths::HOME.to_owned(),
        feeds: Vec::new(),
    };
    let content = pages::front(view, &panels);
    Ok(view.page_about(&view.t("front-title"), &head, &content, until))
}

pub async fn accessibility(view: View) -> HttpResponse {
    for_all(&view, "accessibility-title", &pages::accessibility(&view))
}

pub async fn privacy(view: View) -> HttpResponse {
    for_all(&view, "privacy-title", &pages::privacy(&view))
}

pub async fn contact(view: View) -> HttpResponse {
    for_all(&view, "contact", &pages::contact(&view))
}

/// A page that is kept in memory as long as nothing is asked of it: it knows no query.
fn for_all(view: &View, title: &str, content: &Markup) -> HttpResponse {
    let title = view.t(title);
    if view.here.contains('?') {
        view.page(&title, content)
    } else {
        view.page_for_all(&title, content, None)
    }
}
