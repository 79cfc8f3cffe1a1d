//! What everyone may read.

use crate::people::pages::front as pages;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use maud::Markup;

pub async fn front(view: View) -> HttpResponse {
    match &view.reader {
        Some(reader) if reader.roles.is_secretary_somewhere() => view.go_to(paths::DESK),
        Some(_) => view.go_to(paths::ME),
        None => for_all(&view, "front-title", &pages::front(&view)),
    }
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
