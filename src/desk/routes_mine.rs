//! Addresses of what is kept about oneself: all of it as a file, and one's own notes to be deleted.

use super::store::mine;
use crate::db::Conn;
use crate::error::Result;
use crate::papers::store::notes;
use crate::web::{Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes
        .route(paths::MY_DATA, web::get().to(data))
        .route(paths::MY_NOTES, web::post().to(delete_notes));
}

/// Everything that is kept about the reader, as JSON that is saved.
async fn data(view: View, reader: Reader) -> Result<HttpResponse> {
    let (source, now) = (view.app.clearance, view.now);
    let read = move |conn: &mut Conn| {
        let clearance = source(conn, &reader, now)?;
        mine::everything(conn, &reader, &clearance, now)
    };
    let all = view.app.db.read(read).await?;
    let text = serde_json::to_string_pretty(&all).map_err(anyhow::Error::from)?;
    let name = format!("attachment; filename=\"{}\"", view.t("me-data-file"));
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(text))
}

/// Every note of the reader's goes, on every paper.
async fn delete_notes(view: View, reader: Reader, _posted: Posted) -> Result<HttpResponse> {
    let write = move |conn: &mut Conn| notes::delete_all(conn, reader.id);
    view.app.db.write(write).await?;
    Ok(view.go_saying(paths::ME, "said-notes-deleted"))
}
