//! The register of organisations.

use super::{Asked, asked, holds, id, language};
use crate::audit::{self, Actor};
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::OrganisationId;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::pages::organisations::{self as pages, Codes, Listed};
use crate::people::rules::{self, NORWEGIAN, OTHER_SCHEME, OrgNumber};
use crate::people::store::persons::By;
use crate::people::store::{affiliations, organisations as rows};
use crate::people::{Organisation, OrganisationFields, Registered, store, today};
use crate::web::access::Registrar;
use crate::web::{Form, Posted, View, paths};
use actix_web::{HttpResponse, web};
use std::sync::Arc;

/// The code list of organisation kinds.
const KINDS: &str = "organisation_kind";

pub async fn list(view: View, _who: Registrar, query: Asked) -> Result<HttpResponse> {
    let today = today(view.now);
    let (organisations, owners, kinds) = view
        .app
        .db
        .read(move |conn| {
            Ok((
                store::organisations(conn, today)?,
                store::service_owners_on(conn, today)?,
                code_words::list(conn, KINDS)?,
            ))
        })
        .await?;
    let form = asked(query);
    let (text, kind) = (form.value("text").trim().to_lowercase(), form.value("kind"));
    let listed: Vec<Listed> = organisations
        .into_iter()
        .filter(|one| kind.is_empty() || one.kind == kind)
        .filter(|one| matches(one, &text))
        .map(|organisation| Listed {
            is_service_owner: owners.contains(&organisation.id),
            organisation,
        })
        .collect();
    let content = pages::list(&view, &listed, &kinds, &form);
    Ok(view.page(&view.t("organisations-title"), &content))
}

fn matches(one: &Organisation, text: &str) -> bool {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let number = one.number.as_deref().unwrap_or_default();
    holds(&one.name, text)
        || holds(&one.short_name, text)
        || (!digits.is_empty() && number.starts_with(&digits))
}

pub async fn show(view: View, _who: Registrar, path: web::Path<String>) -> Result<HttpResponse> {
    let (id, today) = (id(&path)?, today(view.now));
    let (registered, codes) = view
        .app
        .db
        .read(move |conn| Ok((rows::registered(conn, id, today)?, codes_of(conn)?)))
        .await?;
    let content = pages::show(&view, &registered, &codes);
    Ok(view.page(&registered.organisation.name, &content))
}

/// The organisation in the path, under today's name.
pub(super) async fn organisation(view: &View, path: &str) -> Result<Organisation> {
    let (id, today) = (id(path)?, today(view.now));
    view.app
        .db
        .read(move |conn| store::organisation(conn, id, today))
        .await
}

async fn codes(view: &View) -> Result<Codes> {
    view.app.db.read(codes_of).await
}

fn codes_of(conn: &mut Conn) -> Result<Codes> {
    Ok(Codes {
        kinds: code_words::list(conn, KINDS)?,
        sizes: code_words::list(conn, "organisation_size")?,
    })
}

pub async fn new(view: View, _who: Registrar) -> Result<HttpResponse> {
    let form = Form::filled([
        ("scheme", NORWEGIAN.to_owned()),
        ("language", view.language.tag().to_owned()),
    ]);
    let title = view.t("organisation-new");
    let content = pages::edit(
        &view,
        &title,
        paths::NEW_ORGANISATION,
        &form,
        &codes(&view).await?,
        &[],
    );
    Ok(view.page(&title, &content))
}

pub async fn add(
    view: View,
    Registrar(reader): Registrar,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let codes = codes(&view).await?;
    let fields = read(&mut form, &codes);
    if form.is_right() {
        let by = By {
            actor: Actor::Person(reader.id),
            now: view.now,
        };
        let added = view
            .app
            .db
            .write(move |conn| rows::add(conn, by, &fields))
            .await?;
        match added {
            Ok(id) => {
                return Ok(view.go_saying(&paths::organisation(id), "said-organisation-saved"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let title = view.t("organisation-new");
    let content = pages::edit(&view, &title, paths::NEW_ORGANISATION, &form, &codes, &[]);
    Ok(view.mistaken(&title, &content))
}

fn read(form: &mut Form, codes: &Codes) -> OrganisationFields {
    let fields = OrganisationFields {
        name: form.needed_line("name", 200),
        short_name: form.line("short_name", 60),
        scheme: form.needed_line("scheme", 20),
        number: Some(form.line("number", 40)).filter(|number| !number.is_empty()),
        kind: form.needed_line("kind", 60),
        size: Some(form.line("size", 60)).filter(|size| !size.is_empty()),
        mailbox: form.address("mailbox"),
        contact: form.line("contact", 200),
        language: language(form),
        domains: domains(form),
    };
    let kinds = &codes.kinds;
    if !fields.kind.is_empty() && kinds.iter().all(|(code, _)| *code != fields.kind) {
        form.refuse("kind", Said::new("form-not-a-choice"));
    }
    if let Some(size) = &fields.size
        && codes.sizes.iter().all(|(code, _)| code != size)
    {
        form.refuse("size", Said::new("form-not-a-choice"));
    }
    let number = number(form, &fields);
    OrganisationFields { number, ..fields }
}

fn number(form: &mut Form, fields: &OrganisationFields) -> Option<String> {
    let known = [NORWEGIAN, OTHER_SCHEME].contains(&fields.scheme.as_str());
    if !known && form.mistake("scheme").is_none() {
        form.refuse("scheme", Said::new("form-not-a-choice"));
    }
    let number = fields.number.as_deref()?;
    if fields.scheme != NORWEGIAN || form.mistake("number").is_some() {
        return Some(number.to_owned());
    }
    match OrgNumber::parse(number) {
        Ok(number) => Some(number.as_str().to_owned()),
        Err(why) => {
            form.refuse("number", why.said());
            None
        }
    }
}

/// Mail domains, one a line or with commas between.
fn domains(form: &mut Form) -> Vec<String> {
    let text = form.text("domains", 2000);
    let mut domains = Vec::new();
    for typed in text
        .split([',', '\n', ' '])
        .filter(|part| !part.trim().is_empty())
    {
        match rules::domain(typed) {
            Some(domain) => domains.push(domain),
            None if form.mistake("domains").is_none() => {
                form.refuse(
                    "domains",
                    Said::new("organisation-not-a-domain").with("domain", typed),
                );
            }
            None => {}
        }
    }
    domains.sort();
    domains.dedup();
    domains
}

async fn registered(view: &View, path: &str) -> Result<(Registered, Codes)> {
    let (id, today) = (id(path)?, today(view.now));
    view.app
        .db
        .read(move |conn| Ok((rows::registered(conn, id, today)?, codes_of(conn)?)))
        .await
}

pub async fn edit(view: View, _who: Registrar, path: web::Path<String>) -> Result<HttpResponse> {
    let (registered, codes) = registered(&view, &path).await?;
    let organisation = &registered.organisation;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let form = Form::filled([
        ("version", organisation.version.to_string()),
        ("name", organisation.name.clone()),
        ("short_name", organisation.short_name.clone()),
        ("scheme", organisation.scheme.clone()),
        ("number", text(&organisation.number)),
        ("kind", organisation.kind.clone()),
        ("size", text(&organisation.size)),
        ("mailbox", text(&organisation.mailbox)),
        ("contact", organisation.contact.clone()),
        ("language", organisation.language.tag().to_owned()),
        ("domains", registered.domains.join("\n")),
    ]);
    let title = view.t("organisation-edit");
    let action = paths::of_organisation(organisation.id, "edit");
    Ok(view.page(
        &title,
        &pages::edit(&view, &title, &action, &form, &codes, &[]),
    ))
}

pub async fn change(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let id = organisation(&view, &path).await?.id;
    let codes = codes(&view).await?;
    let fields = read(&mut form, &codes);
    let (title, action) = (
        view.t("organisation-edit"),
        paths::of_organisation(id, "edit"),
    );
    if form.is_right() {
        let by = By {
            actor: Actor::Person(reader.id),
            now: view.now,
        };
        let version = form.version();
        let tables = Arc::clone(&view.app.office.tables);
        let changed = view
            .app
            .db
            .write(move |conn| {
                let changed = rows::change(conn, by, id, version, &fields)?;
                if changed.is_ok() {
                    // Its kind, its size and its number are what mandates ask of it.
                    for board in affiliations::boards_of(conn, id, today(by.now))? {
                        tables.replan(conn, board, by.now)?;
                    }
                }
                Ok(changed)
            })
            .await;
        match changed {
            Ok(Ok(())) => {
                return Ok(view.go_saying(&paths::organisation(id), "said-organisation-saved"));
            }
            Ok(Err((field, said))) => form.refuse(field, said),
            Err(Error::Stale) => return stale(view, id, form, &codes).await,
            Err(error) => return Err(error),
        }
    }
    Ok(view.mistaken(
        &title,
        &pages::edit(&view, &title, &action, &form, &codes, &[]),
    ))
}

/// Shows the form again with what happened meanwhile; what was typed stands.
async fn stale(
    view: View,
    id: OrganisationId,
    mut form: Form,
    codes: &Codes,
) -> Result<HttpResponse> {
    let (version, today) = (form.version(), today(view.now));
    let (happened, now) = view
        .app
        .db
        .read(move |conn| {
            let happened = audit::since(conn, id.as_str(), version)?;
            Ok((happened, store::organisation(conn, id, today)?.version))
        })
        .await?;
    form.put("version", now.to_string());
    let (title, action) = (
        view.t("organisation-edit"),
        paths::of_organisation(id, "edit"),
    );
    let content = pages::edit(&view, &title, &action, &form, codes, &happened);
    Ok(view.stale(&title, &content))
}

pub async fn new_name(
    view: View,
    _who: Registrar,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let content = pages::rename(&view, &organisation, &Form::default());
    Ok(view.page(&view.t("organisation-rename"), &content))
}

pub async fn rename(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let organisation = organisation(&view, &path).await?;
    let id = organisation.id;
    let (name, short_name) = (form.needed_line("name", 200), form.line("short_name", 60));
    let from = form.needed_date("from");
    if form.is_right() {
        let by = By {
            actor: Actor::Person(reader.id),
            now: view.now,
        };
        let renamed = view
            .app
            .db
            .write(move |conn| rows::rename(conn, by, id, (&name, &short_name), from))
            .await?;
        match renamed {
            Ok(()) => {
                return Ok(view.go_saying(&paths::organisation(id), "said-organisation-saved"));
            }
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let content = pages::rename(&view, &organisation, &form);
    Ok(view.mistaken(&view.t("organisation-rename"), &content))
}
