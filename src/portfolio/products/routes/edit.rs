//! A product, its phases and its strategies, kept by whoever keeps the register.

use super::{again, id_in, settled};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{ProductId, RowId};
use crate::error::{Error, Result};
use crate::people::{store as people, today};
use crate::portfolio::products::forms::{self, Choices};
use crate::portfolio::products::pages::Draft;
use crate::portfolio::products::pages::edit::{self as pages, At};
use crate::portfolio::products::plan;
use crate::portfolio::products::{PHASES, Product, store};
use crate::web::access::Registrar;
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;

type Below = Path<(String, String)>;

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

fn choices(conn: &mut Conn, view: &View) -> Result<Choices> {
    let organisations = people::organisations(conn, today(view.now))?;
    Ok(Choices {
        groups: store::groups(conn)?,
        organisations: (organisations.into_iter())
            .map(|one| (one.id, one.name))
            .collect(),
        phases: code_words::list(conn, PHASES)?,
    })
}

async fn load_choices(view: &View) -> Result<Choices> {
    let own = view.clone();
    let read = move |conn: &mut Conn| choices(conn, &own);
    view.app.db.read(read).await
}

async fn load(view: &View, path: &str) -> Result<(Product, Choices)> {
    let (id, own) = (id_in(path)?, view.clone());
    let read = move |conn: &mut Conn| Ok((store::product(conn, id)?, choices(conn, &own)?));
    view.app.db.read(read).await
}

/// After a form that was not saved: what stands now, whose version the form goes on from where it was overtaken.
async fn reload(view: &View, path: &str, draft: &mut Draft) -> Result<(Product, Choices)> {
    let (product, choices) = load(view, path).await?;
    if draft.is_stale {
        draft.form.put("version", product.version.to_string());
    }
    Ok((product, choices))
}

fn to_product(view: &View, id: ProductId, said: &str) -> HttpResponse {
    view.go_saying(&paths::product(id), said)
}

pub async fn new(view: View, _who: Registrar) -> Result<HttpResponse> {
    let choices = load_choices(&view).await?;
    let content = pages::product(&view, None, &choices, &Draft::default());
    Ok(view.page(&view.t("product-new"), &content))
}

pub async fn add(
    view: View,
    Registrar(reader): Registrar,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let choices = load_choices(&view).await?;
    let first = forms::read_phase(&mut draft.form, RowId::new(), &choices);
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let by = by(&view, &reader);
        let write = move |conn: &mut Conn| plan::add(conn, &facts, &first, by);
        let written = view.app.db.write(write).await;
        if let Some(id) = settled(&view, &mut draft, String::new(), written).await? {
            return Ok(to_product(&view, id, "said-product-saved"));
        }
    }
    let content = pages::product(&view, None, &choices, &draft);
    Ok(again(&view, &draft, &view.t("product-new"), &content))
}

pub async fn edit(view: View, _who: Registrar, path: Path<String>) -> Result<HttpResponse> {
    let (product, choices) = load(&view, &path).await?;
    let draft = Draft::of(forms::filled(&product));
    let content = pages::product(&view, Some(&product), &choices, &draft);
    Ok(view.page(&view.t("product-edit"), &content))
}

pub async fn change(
    view: View,
    Registrar(reader): Registrar,
    path: Path<String>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let (product, choices) = load(&view, &path).await?;
    if draft.form.value("act") == "remove" {
        return removed(&view, &reader, product, draft).await;
    }
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let by = by(&view, &reader);
        let of = (product.id, draft.form.version());
        let write = move |conn: &mut Conn| plan::change(conn, of, &facts, by);
        let written = view.app.db.write(write).await;
        let object = product.id.to_string();
        if settled(&view, &mut draft, object, written).await?.is_some() {
            return Ok(to_product(&view, product.id, "said-product-saved"));
        }
    }
    let (product, choices) = reload(&view, &path, &mut draft).await?;
    let content = pages::product(&view, Some(&product), &choices, &draft);
    Ok(again(&view, &draft, &view.t("product-edit"), &content))
}

/// A product that was made by mistake is taken out; what is tied to something stays, and the form says why.
async fn removed(
    view: &View,
    reader: &Reader,
    product: Product,
    mut draft: Draft,
) -> Result<HttpResponse> {
    let (by, of) = (by(view, reader), (product.id, draft.form.version()));
    let write = move |conn: &mut Conn| plan::remove(conn, of, by);
    let written = view.app.db.write(write).await.map(Ok);
    draft.form = forms::filled(&product);
    draft.form.put("version", of.1.to_string());
    if settled(view, &mut draft, of.0.to_string(), written)
        .await?
        .is_some()
    {
        return Ok(view.go_saying(paths::PRODUCTS, "said-product-removed"));
    }
    draft.is_kept = !draft.is_stale;
    let (product, choices) = reload(view, of.0.as_str(), &mut draft).await?;
    let content = pages::product(view, Some(&product), &choices, &draft);
    Ok(again(view, &draft, &view.t("product-edit"), &content))
}

fn new_at(product: &Product, rest: &str) -> At {
    At {
        path: paths::of_product(product.id, rest),
        is_there: false,
        may_go: false,
    }
}

fn fresh(product: &Product) -> Draft {
    Draft::of(Form::filled([("version", product.version.to_string())]))
}

pub async fn new_phase(view: View, _who: Registrar, path: Path<String>) -> Result<HttpResponse> {
    let (product, choices) = load(&view, &path).await?;
    let at = new_at(&product, "phases");
    let content = pages::phase(&view, &product, &choices, &at, &fresh(&product));
    Ok(view.page(&view.t("product-phase-new"), &content))
}

pub async fn add_phase(
    view: View,
    Registrar(reader): Registrar,
    path: Path<String>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let (product, choices) = load(&view, &path).await?;
    let phase = forms::read_phase(&mut draft.form, RowId::new(), &choices);
    if draft.form.is_right() {
        let (by, of) = (by(&view, &reader), (product.id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::put_phase(conn, of, &phase, by);
        let written = view.app.db.write(write).await;
        let object = product.id.to_string();
        if settled(&view, &mut draft, object, written).await?.is_some() {
            return Ok(to_product(&view, product.id, "said-product-phase-saved"));
        }
    }
    let (product, choices) = reload(&view, &path, &mut draft).await?;
    let at = new_at(&product, "phases");
    let content = pages::phase(&view, &product, &choices, &at, &draft);
    Ok(again(&view, &draft, &view.t("product-phase-new"), &content))
}

/// What was changed here was taken out meanwhile: what was typed becomes a new one, for whoever still wants it. Where nothing
/// happened since the form was shown, it was never there.
async fn overtaken(view: &View, draft: &mut Draft, product: &Product) -> Result<()> {
    if draft.form.version() == product.version {
        return Err(Error::NotFound);
    }
    let stale: Result<Result<(), _>> = Err(Error::Stale);
    settled(view, draft, product.id.to_string(), stale).await?;
    Ok(())
}

fn row_in(path: &Below) -> Result<RowId> {
    path.1.parse().map_err(|_not_an_id| Error::NotFound)
}

fn phase_at(product: &Product, row: RowId) -> At {
    At {
        path: paths::product_phase(product.id, row),
        is_there: true,
        may_go: product.phases.len() > 1,
    }
}

pub async fn phase(view: View, _who: Registrar, path: Below) -> Result<HttpResponse> {
    let row = row_in(&path)?;
    let (product, choices) = load(&view, &path.0).await?;
    let phase = product.phases.iter().find(|phase| phase.id == row);
    let phase = phase.ok_or(Error::NotFound)?;
    let draft = Draft::of(forms::filled_phase(phase, product.version));
    let at = phase_at(&product, row);
    let content = pages::phase(&view, &product, &choices, &at, &draft);
    Ok(view.page(&view.t("product-phase-edit"), &content))
}

/// It is written anew, or taken out.
pub async fn change_phase(
    view: View,
    Registrar(reader): Registrar,
    path: Below,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (mut draft, row) = (Draft::of(form), row_in(&path)?);
    let (product, choices) = load(&view, &path.0).await?;
    let standing = product.phases.iter().find(|phase| phase.id == row).cloned();
    let Some(standing) = standing else {
        overtaken(&view, &mut draft, &product).await?;
        let (product, choices) = reload(&view, &path.0, &mut draft).await?;
        let at = new_at(&product, "phases");
        let content = pages::phase(&view, &product, &choices, &at, &draft);
        return Ok(again(&view, &draft, &view.t("product-phase-new"), &content));
    };
    let (by, of) = (by(&view, &reader), (product.id, draft.form.version()));
    let goes = draft.form.value("act") == "remove";
    if goes {
        draft.form = forms::filled_phase(&standing, of.1);
    }
    let phase = forms::read_phase(&mut draft.form, row, &choices);
    if draft.form.is_right() || goes {
        let write = move |conn: &mut Conn| {
            if goes {
                plan::remove_phase(conn, of, row, by)
            } else {
                plan::put_phase(conn, of, &phase, by)
            }
        };
        let written = view.app.db.write(write).await;
        let object = product.id.to_string();
        if settled(&view, &mut draft, object, written).await?.is_some() {
            let said = if goes {
                "said-product-phase-removed"
            } else {
                "said-product-phase-saved"
            };
            return Ok(to_product(&view, product.id, said));
        }
    }
    let (product, choices) = reload(&view, &path.0, &mut draft).await?;
    let at = phase_at(&product, row);
    let content = pages::phase(&view, &product, &choices, &at, &draft);
    Ok(again(
        &view,
        &draft,
        &view.t("product-phase-edit"),
        &content,
    ))
}

pub async fn new_strategy(view: View, _who: Registrar, path: Path<String>) -> Result<HttpResponse> {
    let (product, _) = load(&view, &path).await?;
    let at = new_at(&product, "strategies");
    let content = pages::strategy(&view, &product, &at, &fresh(&product));
    Ok(view.page(&view.t("product-strategy-new"), &content))
}

pub async fn add_strategy(
    view: View,
    Registrar(reader): Registrar,
    path: Path<String>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let mut draft = Draft::of(form);
    let (product, _) = load(&view, &path).await?;
    let strategy = forms::read_strategy(&mut draft.form, RowId::new());
    if draft.form.is_right() {
        let (by, of) = (by(&view, &reader), (product.id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::put_strategy(conn, of, &strategy, by);
        let written = view.app.db.write(write).await.map(Ok);
        let object = product.id.to_string();
        if settled(&view, &mut draft, object, written).await?.is_some() {
            return Ok(to_product(&view, product.id, "said-product-strategy-saved"));
        }
    }
    let (product, _) = reload(&view, &path, &mut draft).await?;
    let at = new_at(&product, "strategies");
    let content = pages::strategy(&view, &product, &at, &draft);
    let title = view.t("product-strategy-new");
    Ok(again(&view, &draft, &title, &content))
}

fn strategy_at(product: &Product, row: RowId) -> At {
    At {
        path: paths::product_strategy(product.id, row),
        is_there: true,
        may_go: true,
    }
}

pub async fn strategy(view: View, _who: Registrar, path: Below) -> Result<HttpResponse> {
    let row = row_in(&path)?;
    let (product, _) = load(&view, &path.0).await?;
    let strategy = product.strategies.iter().find(|one| one.id == row);
    let strategy = strategy.ok_or(Error::NotFound)?;
    let draft = Draft::of(forms::filled_strategy(strategy, product.version));
    let content = pages::strategy(&view, &product, &strategy_at(&product, row), &draft);
    Ok(view.page(&view.t("product-strategy-edit"), &content))
}

/// It is written anew, or taken out.
pub async fn change_strategy(
    view: View,
    Registrar(reader): Registrar,
    path: Below,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (mut draft, row) = (Draft::of(form), row_in(&path)?);
    let (product, _) = load(&view, &path.0).await?;
    let standing = product.strategies.iter().find(|one| one.id == row).cloned();
    let Some(standing) = standing else {
        overtaken(&view, &mut draft, &product).await?;
        let (product, _) = reload(&view, &path.0, &mut draft).await?;
        let at = new_at(&product, "strategies");
        let content = pages::strategy(&view, &product, &at, &draft);
        let title = view.t("product-strategy-new");
        return Ok(again(&view, &draft, &title, &content));
    };
    let (by, of) = (by(&view, &reader), (product.id, draft.form.version()));
    let goes = draft.form.value("act") == "remove";
    if goes {
        draft.form = forms::filled_strategy(&standing, of.1);
    }
    let strategy = forms::read_strategy(&mut draft.form, row);
    if draft.form.is_right() || goes {
        let write = move |conn: &mut Conn| {
            if goes {
                plan::remove_strategy(conn, of, row, by)
            } else {
                plan::put_strategy(conn, of, &strategy, by)
            }
        };
        let written = view.app.db.write(write).await.map(Ok);
        let object = product.id.to_string();
        if settled(&view, &mut draft, object, written).await?.is_some() {
            let said = if goes {
                "said-product-strategy-removed"
            } else {
                "said-product-strategy-saved"
            };
            return Ok(to_product(&view, product.id, said));
        }
    }
    let (product, _) = reload(&view, &path.0, &mut draft).await?;
    let content = pages::strategy(&view, &product, &strategy_at(&product, row), &draft);
    let title = view.t("product-strategy-edit");
    Ok(again(&view, &draft, &title, &content))
}
