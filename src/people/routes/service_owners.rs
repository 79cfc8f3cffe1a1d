//! When an organisation is a service owner, and who uses that right: invited, listed, ended.

use super::organisations::organisation;
use super::{id, language};
use crate::audit::Actor;
use crate::db::ids::{OrganisationId, RowId};
use crate::error::{Error, Result};
use crate::people::invitation::{self, Invitation};
use crate::people::pages::organisations as pages;
use crate::people::store::persons::By;
use crate::people::store::{affiliations, organisations as rows};
use crate::people::today;
use crate::web::access::Registrar;
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::{HttpResponse, web};

fn by(view: &View, reader: &Reader) -> By {
    By {
        actor: Actor::Person(reader.id),
        now: view.now,
    }
}

pub async fn new(view: View, _who: Registrar, path: web::Path<String>) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let content = pages::owner_period(&view, &organisation, &Form::default());
    Ok(view.page(&view.t("service-owner-new"), &content))
}

pub async fn add(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let (id, by) = (organisation.id, by(&view, &reader));
    let (from, last) = (form.needed_date("from"), form.date("last"));
    if form.is_right() {
        let added = view
            .app
            .db
            .write(move |conn| rows::add_owner_period(conn, by, id, from, last))
            .await?;
        match added {
            Ok(()) => {
                return Ok(view.go_saying(&paths::organisation(id), "said-organisation-saved"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let content = pages::owner_period(&view, &organisation, &form);
    Ok(view.mistaken(&view.t("service-owner-new"), &content))
}

pub async fn edit(
    view: View,
    _who: Registrar,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let (organisation_path, period_path) = path.into_inner();
    let (at, period): (OrganisationId, RowId) = (id(&organisation_path)?, id(&period_path)?);
    let today = today(view.now);
    let registered = view
        .app
        .db
        .read(move |conn| rows::registered(conn, at, today))
        .await?;
    let mut periods = registered.owner.iter();
    let owner = periods
        .find(|owner| owner.id == period)
        .ok_or(Error::NotFound)?;
    let last = owner.period.last_day();
    let last = last.map(|day| day.to_string()).unwrap_or_default();
    let form = Form::filled([("last", last)]);
    let action = paths::service_owner_period(at, period);
    let content = pages::end_owner_period(&view, &registered.organisation, &action, &form);
    Ok(view.page(&view.t("service-owner-end"), &content))
}

pub async fn end(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let (organisation_path, period_path) = path.into_inner();
    let period: RowId = id(&period_path)?;
    let organisation = organisation(&view, &organisation_path).await?;
    let (at, by) = (organisation.id, by(&view, &reader));
    let last = form.date("last");
    if form.is_right() {
        let ended = view
            .app
            .db
            .write(move |conn| rows::end_owner_period(conn, by, at, period, last))
            .await?;
        match ended {
            Ok(()) => {
                return Ok(view.go_saying(&paths::organisation(at), "said-organisation-saved"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let action = paths::service_owner_period(at, period);
    let content = pages::end_owner_period(&view, &organisation, &action, &form);
    Ok(view.mistaken(&view.t("service-owner-end"), &content))
}

pub async fn invite_page(
    view: View,
    _who: Registrar,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let form = Form::filled([("language", organisation.language.tag().to_owned())]);
    let content = pages::invite(&view, &organisation, &form);
    Ok(view.page(&view.t("invite-title"), &content))
}

pub async fn invite(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let invitation = Invitation {
        organisation: organisation.id,
        name: form.needed_line("name", 100),
        address: form.needed_address("address"),
        language: language(&mut form),
    };
    if form.is_right() {
        let (by, office) = (by(&view, &reader), view.app.office.clone());
        let invited = view
            .app
            .db
            .write(move |conn| invitation::invite_to(conn, &office, by, &invitation))
            .await?;
        match invited {
            Ok(()) => {
                view.app.office.bell.ring();
                return Ok(view.go_saying(&paths::organisation(organisation.id), "said-invited"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let content = pages::invite(&view, &organisation, &form);
    Ok(view.mistaken(&view.t("invite-title"), &content))
}

pub async fn end_affiliation(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (at, by) = (id(&path)?, by(&view, &reader));
    let affiliation = id(form.value("affiliation"))?;
    view.app
        .db
        .write(move |conn| affiliations::end(conn, by, at, affiliation))
        .await?;
    Ok(view.go_saying(&paths::organisation(at), "said-affiliation-ended"))
}
