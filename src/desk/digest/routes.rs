//! The address where one chooses how to get one's reminders.

use super::plan;
use crate::audit::Actor;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::people::store::persons::{self, By};
use crate::web::{Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use std::collections::BTreeSet;

/// The routes.
pub fn routes(routes: &mut ServiceConfig) {
    routes.route(paths::MY_REMINDERS, web::post().to(choose));
}

async fn choose(view: View, reader: Reader, posted: Posted) -> Result<HttpResponse> {
    let weekly = match posted.0.value("reminders") {
        "weekly" => true,
        "singly" => false,
        _ => return Err(Error::NotFound),
    };
    let (id, now) = (reader.id, view.now);
    let by = By {
        actor: Actor::Person(id),
        now,
    };
    let write = move |conn: &mut Conn| {
        persons::choose_weekly_mail(conn, by, id, weekly)?;
        plan::replan(conn, &BTreeSet::from([id]), now)
    };
    view.app.db.write(write).await?;
    Ok(view.go_saying(paths::ME, "said-reminders-saved"))
}
