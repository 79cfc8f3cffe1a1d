//! The groups of products, kept by whoever keeps the register.

use super::{again, settled};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::ProductGroupId;
use crate::error::{Error, Result};
use crate::portfolio::products::pages::{Draft, groups as pages};
use crate::portfolio::products::{Group, forms, plan, store};
use crate::web::access::Registrar;
use crate::web::{Form, Posted, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

pub async fn list(view: View, _who: Registrar) -> Result<HttpResponse> {
    let groups = view.app.db.read(store::groups).await?;
    Ok(view.page(&view.t("product-groups"), &pages::list(&view, &groups)))
}

/// The next place is offered.
pub async fn new(view: View, _who: Registrar) -> Result<HttpResponse> {
    let groups = view.app.db.read(store::groups).await?;
    let last = groups.iter().map(|group| group.position).max();
    let next = last.unwrap_or(0).saturating_add(1);
    let draft = Draft::of(Form::filled([("position", next.to_string())]));
    let content = pages::edit(&view, None, &draft);
    Ok(view.page(&view.t("product-group-new"), &content))
}

pub async fn add(
    view: View,
    Registrar(reader): Registrar,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let (name, position) = forms::read_group(&mut draft.form);
    if draft.form.is_right() {
        let by = By {
            person: reader.id,
            now: view.now,
        };
        let write = move |conn: &mut Conn| plan::add_group(conn, (&name, position), by);
        let written = view.app.db.write(write).await;
        if let Some(_id) = settled(&view, &mut draft, String::new(), written).await? {
            return Ok(view.go_saying(paths::PRODUCT_GROUPS, "said-product-group-saved"));
        }
    }
    let content = pages::edit(&view, None, &draft);
    Ok(again(&view, &draft, &view.t("product-group-new"), &content))
}

async fn load(view: &View, path: &str) -> Result<Group> {
    let id: ProductGroupId = path.parse().map_err(|_not_an_id| Error::NotFound)?;
    let read = move |conn: &mut Conn| store::group(conn, id);
    view.app.db.read(read).await
}

pub async fn edit(view: View, _who: Registrar, path: Path<String>) -> Result<HttpResponse> {
    let group = load(&view, &path).await?;
    let draft = Draft::of(forms::filled_group(&group));
    let content = pages::edit(&view, Some(&group), &draft);
    Ok(view.page(&view.t("product-group-edit"), &content))
}

pub async fn change(
    view: View,
    Registrar(reader): Registrar,
    path: Path<String>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let group = load(&view, &path).await?;
    let id = group.id;
    let by = By {
        person: reader.id,
        now: view.now,
    };
    if draft.form.value("act") == "remove" {
        return removed(&view, &group, draft, by).await;
    }
    let (name, position) = forms::read_group(&mut draft.form);
    if draft.form.is_right() {
        let of = (id, draft.form.version());
        let write = move |conn: &mut Conn| plan::change_group(conn, of, (&name, position), by);
        let written = view.app.db.write(write).await;
        let done = settled(&view, &mut draft, id.to_string(), written).await?;
        if done.is_some() {
            return Ok(view.go_saying(paths::PRODUCT_GROUPS, "said-product-group-saved"));
        }
    }
    shown_again(&view, id, draft).await
}

/// A group that was made by mistake is taken out; one that holds a product stays, and the form says so.
async fn removed(view: &View, group: &Group, mut draft: Draft, by: By) -> Result<HttpResponse> {
    let of = (group.id, draft.form.version());
    let write = move |conn: &mut Conn| plan::remove_group(conn, of, by);
    let written = view.app.db.write(write).await.map(Ok);
    draft.form = forms::filled_group(group);
    draft.form.put("version", of.1.to_string());
    let done = settled(view, &mut draft, of.0.to_string(), written).await?;
    if done.is_some() {
        return Ok(view.go_saying(paths::PRODUCT_GROUPS, "said-product-group-removed"));
    }
    draft.is_kept = !draft.is_stale;
    shown_again(view, of.0, draft).await
}

/// The form of a group that was not saved, going on from what stands now where it was overtaken.
async fn shown_again(view: &View, id: ProductGroupId, mut draft: Draft) -> Result<HttpResponse> {
    let group = load(view, id.as_str()).await?;
    if draft.is_stale {
        draft.form.put("version", group.version.to_string());
    }
    let content = pages::edit(view, Some(&group), &draft);
    Ok(again(view, &draft, &view.t("product-group-edit"), &content))
}
