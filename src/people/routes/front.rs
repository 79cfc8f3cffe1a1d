//! What everyone may read.

use crate::people::pages::front as pages;
use crate::web::{View, paths};
use actix_web::HttpResponse;

pub async fn front(view: View) -> HttpResponse {
    match &view.reader {
        Some(reader) if reader.roles.is_secretary_somewhere() => view.go_to(paths::DESK),
        Some(_) => view.go_to(paths::ME),
        None => view.page(&view.t("front-title"), &pages::front(&view)),
    }
}

pub async fn accessibility(view: View) -> HttpResponse {
    view.page(&view.t("accessibility-title"), &pages::accessibility(&view))
}

pub async fn privacy(view: View) -> HttpResponse {
    view.page(&view.t("privacy-title"), &pages::privacy(&view))
}

pub async fn contact(view: View) -> HttpResponse {
    view.page(&view.t("contact"), &pages::contact(&view))
}
