//! The register of people, and who is an administrator.

use super::{Asked, asked, holds, id, language};
use crate::audit::{self, Actor};
use crate::db::ids::{BoardId, PersonId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::people::invitation;
use crate::people::pages::persons::{self as pages, MOST, Shown, own_language};
use crate::people::store::persons::{self as rows, By};
use crate::people::store::{self, affiliations};
use crate::people::{InstanceRole, Person, PersonFields, today};
use crate::web::access::{Administrator, Registrar};
use crate::web::{Form, Posted, Reader, View, paths};
use actix_web::{HttpResponse, web};

fn by(view: &View, reader: &Reader) -> By {
    By {
        actor: Actor::Person(reader.id),
        now: view.now,
    }
}

pub async fn list(view: View, _who: Registrar, query: Asked) -> Result<HttpResponse> {
    let people = view.app.db.read(store::people).await?;
    let form = asked(query);
    let text = form.value("text").trim().to_lowercase();
    let mut people: Vec<Person> = people
        .into_iter()
        .filter(|one| holds(&one.name, &text) || one.address.as_deref() == Some(&text))
        .collect();
    let found = people.len();
    people.truncate(MOST);
    let content = pages::list(&view, &people, found, &form);
    Ok(view.page(&view.t("people-title"), &content))
}

pub async fn show(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    let (id, today) = (id(&path)?, today(view.now));
    // A secretariat learns nothing of the person's other boards.
    let seen = (!reader.roles.administrator).then(|| reader.roles.secretary_of());
    let shown = view
        .app
        .db
        .read(move |conn| {
            let person = store::person(conn, id)?;
            let names = store::names_on(conn, today)?;
            let affiliations = affiliations::of_person(conn, id)?
                .into_iter()
                .map(|one| {
                    let name = names.get(&one.organisation).cloned();
                    (one, name.unwrap_or_default().0)
                })
                .collect();
            let roles = rows::instance_roles(conn, id)?;
            let sits = rows::board_roles(conn, id, seen.as_deref())?
                .into_iter()
                .map(|it| {
                    let name = it.organisation.and_then(|of| names.get(&of));
                    let name = name.map(|(name, _)| name.clone());
                    (it, name)
                })
                .collect();
            Ok(Shown {
                person,
                sits,
                affiliations,
                may_give_roles: reader.roles.administrator,
                is_administrator: roles.iter().any(|role| role.period.contains(today)),
                roles,
            })
        })
        .await?;
    Ok(view.page(&shown.person.name, &pages::show(&view, &shown)))
}

pub async fn new(view: View, _who: Registrar) -> HttpResponse {
    let form = Form::filled([("language", view.language.tag().to_owned())]);
    let title = view.t("person-new");
    let content = pages::edit(&view, &title, paths::NEW_PERSON, &form, &[]);
    view.page(&title, &content)
}

pub async fn add(
    view: View,
    Registrar(reader): Registrar,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let fields = read(&mut form);
    if form.is_right() {
        let by = by(&view, &reader);
        let added = view
            .app
            .db
            .write(move |conn| rows::add(conn, by, &fields))
            .await?;
        match added {
            Ok(id) => return Ok(view.go_saying(&paths::person(id), "said-person-saved")),
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let title = view.t("person-new");
    let content = pages::edit(&view, &title, paths::NEW_PERSON, &form, &[]);
    Ok(view.mistaken(&title, &content))
}

fn read(form: &mut Form) -> PersonFields {
    PersonFields {
        name: form.needed_line("name", 100),
        address: form.address("address"),
        language: language(form),
        title: form.line("title", 100),
    }
}

async fn person(view: &View, path: &str) -> Result<Person> {
    let id = id(path)?;
    view.app.db.read(move |conn| store::person(conn, id)).await
}

pub async fn edit(view: View, _who: Registrar, path: web::Path<String>) -> Result<HttpResponse> {
    let person = person(&view, &path).await?;
    let form = Form::filled([
        ("version", person.version.to_string()),
        ("name", person.name),
        ("address", person.address.unwrap_or_default()),
        ("language", person.language.tag().to_owned()),
        ("title", person.title),
    ]);
    let title = view.t("person-edit");
    let action = paths::of_person(person.id, "edit");
    Ok(view.page(&title, &pages::edit(&view, &title, &action, &form, &[])))
}

pub async fn change(
    view: View,
    Registrar(reader): Registrar,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let id = person(&view, &path).await?.id;
    let fields = read(&mut form);
    if form.is_right() {
        let (by, version) = (by(&view, &reader), form.version());
        let office = view.app.office.clone();
        let (may_all, kept) = (reader.roles.administrator, reader.roles.secretary_of());
        let changed = view
            .app
            .db
            .write(move |conn| {
                if !may_all && let Some(said) = takes_over(conn, by, id, &kept, &fields)? {
                    return Ok(Err(("address", said)));
                }
                let old = store::person(conn, id)?.address;
                let done = rows::change(conn, by, id, version, &fields)?;
                if done.is_ok() {
                    invitation::tell_old_address(conn, &office, by, id, old.as_deref())?;
                }
                Ok(done)
            })
            .await;
        match changed {
            Ok(Ok(())) => {
                view.app.office.bell.ring();
                return Ok(view.go_saying(&paths::person(id), "said-person-saved"));
            }
            Ok(Err((field, said))) => form.refuse(field, said),
            Err(Error::Stale) => return stale(view, id, form).await,
            Err(error) => return Err(error),
        }
    }
    let title = view.t("person-edit");
    let action = paths::of_person(id, "edit");
    Ok(view.mistaken(&title, &pages::edit(&view, &title, &action, &form, &[])))
}

/// The reader's own language; the form is on their own page, and offers no language that is not there.
pub async fn speak(view: View, reader: Reader, Posted(mut form): Posted) -> Result<HttpResponse> {
    let language = language(&mut form);
    if form.is_right() {
        let (id, by) = (reader.id, by(&view, &reader));
        let write = move |conn: &mut _| rows::speak(conn, by, id, language);
        view.app.db.write(write).await?;
        let here = format!("{}?lang={}", paths::ME, language.tag());
        return Ok(view.go_saying(&here, "said-language-saved"));
    }
    let (title, content) = (view.t("person-language"), own_language(&view, &form));
    Ok(view.mistaken(&title, &content))
}

/// Why the change would give sign-in links with more rights than their own to whoever makes it: the person is an
/// administrator, or sits, now or later, on a board that is not `kept` by them. The secretariat of one board must not
/// become another's by way of the register.
fn takes_over(
    conn: &mut crate::db::Conn,
    by: By,
    id: PersonId,
    kept: &[BoardId],
    fields: &PersonFields,
) -> Result<Option<Said>> {
    let today = today(by.now);
    if store::person(conn, id)?.address == fields.address {
        return Ok(None);
    }
    let is_administrator = rows::instance_roles(conn, id)?
        .iter()
        .any(|role| role.period.until.is_none_or(|until| today < until));
    if is_administrator {
        return Ok(Some(Said::new("person-address-of-administrator")));
    }
    let sits_elsewhere = rows::boards_from(conn, id, today)?
        .iter()
        .any(|board| !kept.contains(board));
    Ok(sits_elsewhere.then(|| Said::new("person-address-of-other-board")))
}

/// Shows the form again with what happened meanwhile; what was typed stands.
async fn stale(view: View, id: PersonId, mut form: Form) -> Result<HttpResponse> {
    let version = form.version();
    let (happened, now) = view
        .app
        .db
        .read(move |conn| {
            let happened = audit::since(conn, id.as_str(), version)?;
            Ok((happened, store::person(conn, id)?.version))
        })
        .await?;
    form.put("version", now.to_string());
    let title = view.t("person-edit");
    let action = paths::of_person(id, "edit");
    let content = pages::edit(&view, &title, &action, &form, &happened);
    Ok(view.stale(&title, &content))
}

pub async fn administrator(
    view: View,
    _who: Administrator,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    let person = person(&view, &path).await?;
    let form = Form::filled([("from", today(view.now).to_string())]);
    let content = pages::make_administrator(&view, &person, &form);
    Ok(view.page(&view.t("person-make-administrator"), &content))
}

pub async fn make_administrator(
    view: View,
    Administrator(reader): Administrator,
    path: web::Path<String>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let person = person(&view, &path).await?;
    let (id, by) = (person.id, by(&view, &reader));
    let days = (form.needed_date("from"), form.date("last"));
    if form.is_right() {
        let role = InstanceRole::Administrator;
        let given = view
            .app
            .db
            .write(move |conn| rows::give_role(conn, by, id, role, days))
            .await?;
        match given {
            Ok(()) => return Ok(view.go_saying(&paths::person(id), "said-person-saved")),
            Err((field, said)) => form.refuse(field, said),
        }
    }
    let content = pages::make_administrator(&view, &person, &form);
    Ok(view.mistaken(&view.t("person-make-administrator"), &content))
}

pub async fn end_administrator(
    view: View,
    Administrator(reader): Administrator,
    path: web::Path<String>,
    _posted: Posted,
) -> Result<HttpResponse> {
    let (id, by) = (person(&view, &path).await?.id, by(&view, &reader));
    view.app
        .db
        .write(move |conn| rows::end_roles(conn, by, id))
        .await?;
    Ok(view.go_saying(&paths::person(id), "said-person-saved"))
}
