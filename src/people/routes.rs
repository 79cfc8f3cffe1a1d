//! Addresses of the people slice.

mod front;
mod join;
mod organisations;
mod persons;
mod service_owners;
mod sign_in;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said};
use crate::web::{Form, paths};
use actix_web::web::{self, Query, ServiceConfig};
use std::collections::BTreeMap;

/// The slice's routes.
pub fn routes(routes: &mut ServiceConfig) {
    let get = web::get;
    let post = web::post;
    routes
        .route(paths::HOME, get().to(front::front))
        .route(paths::ACCESSIBILITY, get().to(front::accessibility))
        .route(paths::PRIVACY, get().to(front::privacy))
        .route(paths::CONTACT, get().to(front::contact))
        .route(paths::SIGN_IN, get().to(sign_in::ask_page))
        .route(paths::SIGN_IN, post().to(sign_in::ask))
        .route(paths::SIGN_IN_SENT, get().to(sign_in::sent))
        .route(paths::SIGN_IN_LINK, get().to(sign_in::link))
        .route(paths::SIGN_IN_LINK, web::head().to(sign_in::link))
        .route(paths::SIGN_IN_LINK, post().to(sign_in::follow))
        .route(paths::SIGN_OUT, post().to(sign_in::sign_out))
        .route(paths::KEPT_FORM, get().to(sign_in::kept_form))
        .route(paths::MY_LANGUAGE, post().to(persons::speak))
        .route(paths::DEVICES, get().to(sign_in::devices))
        .route(paths::DEVICES, post().to(sign_in::end_devices))
        .route(paths::JOIN, get().to(join::ask_page))
        .route(paths::JOIN, post().to(join::ask))
        .route(paths::JOIN_SENT, get().to(join::sent))
        .route(paths::JOIN_LINK, get().to(join::link))
        .route(paths::JOIN_LINK, web::head().to(join::link))
        .route(paths::JOIN_LINK, post().to(join::follow));
    register(routes);
}

fn register(routes: &mut ServiceConfig) {
    let get = web::get;
    let post = web::post;
    routes
        .route(paths::ORGANISATIONS, get().to(organisations::list))
        .route(paths::NEW_ORGANISATION, get().to(organisations::new))
        .route(paths::NEW_ORGANISATION, post().to(organisations::add))
        .route(paths::EDIT_ORGANISATION, get().to(organisations::edit))
        .route(paths::EDIT_ORGANISATION, post().to(organisations::change))
        .route(
            paths::RENAME_ORGANISATION,
            get().to(organisations::new_name),
        )
        .route(paths::RENAME_ORGANISATION, post().to(organisations::rename))
        .route(paths::SERVICE_OWNER, get().to(service_owners::new))
        .route(paths::SERVICE_OWNER, post().to(service_owners::add))
        .route(paths::SERVICE_OWNER_PERIOD, get().to(service_owners::edit))
        .route(paths::SERVICE_OWNER_PERIOD, post().to(service_owners::end))
        .route(paths::INVITE, get().to(service_owners::invite_page))
        .route(paths::INVITE, post().to(service_owners::invite))
        .route(
            paths::END_AFFILIATION,
            post().to(service_owners::end_affiliation),
        )
        .route(paths::ORGANISATION, get().to(organisations::show))
        .route(paths::PEOPLE, get().to(persons::list))
        .route(paths::NEW_PERSON, get().to(persons::new))
        .route(paths::NEW_PERSON, post().to(persons::add))
        .route(paths::EDIT_PERSON, get().to(persons::edit))
        .route(paths::EDIT_PERSON, post().to(persons::change))
        .route(paths::MAKE_ADMINISTRATOR, get().to(persons::administrator))
        .route(
            paths::MAKE_ADMINISTRATOR,
            post().to(persons::make_administrator),
        )
        .route(
            paths::END_ADMINISTRATOR,
            post().to(persons::end_administrator),
        )
        .route(paths::PERSON, get().to(persons::show));
}

/// The query of an address; a name that stands twice counts once.
type Asked = Query<BTreeMap<String, String>>;

/// The query as a form, to be shown again as it was asked.
fn asked(query: Asked) -> Form {
    Form::new(query.into_inner().into_iter().collect())
}

/// An id in a path; what is none names nothing.
fn id<T>(text: &str) -> Result<Id<T>> {
    text.parse().ok().ok_or(Error::NotFound)
}

/// The language chosen in a form.
fn language(form: &mut Form) -> Language {
    let tag = form.needed_line("language", 10);
    let language = Language::from_tag(&tag);
    if language.is_none() && form.mistake("language").is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    language.unwrap_or(Language::NB)
}

/// Whether `text` holds what is looked for, whatever its case.
fn holds(text: &str, looked_for: &str) -> bool {
    text.to_lowercase().contains(looked_for)
}
