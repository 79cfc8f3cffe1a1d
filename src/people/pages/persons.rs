//! The register of people. The list shows no addresses: it is open to the secretariat of every board (F38).

use super::organisations::joined;
use super::{days, languages};
use crate::audit::Happened;
use crate::people::{Affiliation, BoardRole, Person, RolePeriod, ZONE};
use crate::web::ui::{self, Field};
use crate::web::{Form, View, paths};
use maud::{Markup, html};

/// The longest list that is shown without asking for a part of it.
pub const MOST: usize = 200;

/// People by name, or those that were asked for; at most [`MOST`] of `found`.
#[must_use]
pub fn list(view: &View, people: &[Person], found: usize, asked: &Form) -> Markup {
    let head = ["person-name", "person-title"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = people
        .iter()
        .map(|person| {
            vec![
                html! { a class="ds-link" href=(paths::person(person.id)) { (person.name) } },
                html! { (person.title) },
            ]
        })
        .collect();
    let filter = ui::input(
        view,
        asked,
        "search",
        &Field::new("text", view.t("people-text")),
    );
    let values = [("count", found.into()), ("shown", people.len().into())];
    let key = if found > people.len() {
        "people-found-some"
    } else {
        "people-found"
    };
    html! {
        (ui::heading(&view.t("people-title")))
        p { (ui::link_button(paths::NEW_PERSON, &view.t("person-new"))) }
        (ui::search_form(paths::PEOPLE, &filter, &view.t("people-filter")))
        p class="ds-paragraph" role="status" { (view.tv(key, &values)) }
        @if !rows.is_empty() { (ui::table(&view.t("people-title"), &head, &rows)) }
    }
}

/// A new person, or what stands of one; and what happened to it since the form was shown, where someone was first.
#[must_use]
pub fn edit(view: &View, title: &str, action: &str, form: &Form, happened: &[Happened]) -> Markup {
    let address =
        Field::new("address", view.t("person-address")).help(view.t("person-address-help"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &Field::new("name", view.t("person-name")).needed()))
        (ui::input(view, form, "email", &address))
        (languages(view, form, "person-language"))
        (ui::input(view, form, "text", &Field::new("title", view.t("person-title"))))
    };
    let back = action.strip_suffix("/edit").unwrap_or(paths::PEOPLE);
    html! {
        (ui::breadcrumbs(view, &[(paths::PEOPLE.to_owned(), view.t("people-title"))]))
        (ui::heading(title))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (action, back), form, &body, &view.t("save")))
    }
}

/// One person, whose right they use, and whether they are an administrator.
pub struct Shown {
    pub person: Person,
    /// With the name of each organisation.
    pub affiliations: Vec<(Affiliation, String)>,
    /// Roles on boards, with the name of the organisation.
    pub sits: Vec<(BoardRole, Option<String>)>,
    pub roles: Vec<RolePeriod>,
    /// The reader may make and end administrators.
    pub may_give_roles: bool,
    pub is_administrator: bool,
}

/// The page of one person.
#[must_use]
pub fn show(view: &View, shown: &Shown) -> Markup {
    let person = &shown.person;
    let text = |text: &str| html! { @if text.is_empty() { "–" } @else { (text) } };
    let facts = [
        (
            view.t("person-address"),
            text(person.address.as_deref().unwrap_or("")),
        ),
        (view.t("person-title"), text(&person.title)),
        (
            view.t("person-language"),
            text(&person.language.name_in(view.language)),
        ),
    ];
    html! {
        (ui::breadcrumbs(view, &[(paths::PEOPLE.to_owned(), view.t("people-title"))]))
        (ui::heading(&person.name))
        (ui::facts(&facts))
        p class="actions" {
            (ui::link_button(&paths::of_person(person.id, "edit"), &view.t("person-edit")))
            (ui::link_button(&paths::mail_of(person.id), &view.t("person-mail")))
        }
        @if !shown.sits.is_empty() { (sits(view, shown)) }
        @if !shown.affiliations.is_empty() {
            (ui::section_heading("organisations", &view.t("person-affiliations")))
            ul class="ds-list" { @for (one, name) in &shown.affiliations { li {
                a class="ds-link" href=(paths::organisation(one.organisation)) { (name) }
                ": " (days(view, one.period)) " (" (joined(view, one.joined_by)) ")"
            } } }
        }
        @if shown.may_give_roles || !shown.roles.is_empty() { (administrator(view, shown)) }
    }
}

/// Where the person has a role, now and before.
fn sits(view: &View, shown: &Shown) -> Markup {
    let head = [
        "person-board",
        "person-role",
        "person-organisation",
        "people-days",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = shown
        .sits
        .iter()
        .map(|(it, name)| {
            let organisation = it.organisation.zip(name.as_ref());
            vec![
                ui::link(&paths::board(it.board), view.words(&it.name)),
                html! { (view.t(&format!("boards-role-{}", it.role))) },
                html! {
                    @if let Some((id, name)) = organisation { (ui::link(&paths::organisation(id), name)) }
                    @else { "–" }
                },
                html! { (days(view, it.period)) },
            ]
        })
        .collect();
    html! {
        (ui::section_heading("boards", &view.t("person-sits")))
        (ui::table(&view.t("person-sits"), &head, &rows))
    }
}

/// The choice of one's own language, shown again when what came is none of the choices.
#[must_use]
pub fn own_language(view: &View, form: &Form) -> Markup {
    html! {
        (ui::breadcrumbs(view, &[(paths::ME.to_owned(), view.t("menu-me"))]))
        (ui::heading(&view.t("person-language")))
        (ui::form(view, paths::MY_LANGUAGE, form, &languages(view, form, "person-language"), &view.t("save")))
    }
}

fn administrator(view: &View, shown: &Shown) -> Markup {
    let id = shown.person.id;
    html! {
        (ui::section_heading("administrator", &view.t("person-administrator")))
        @if shown.roles.is_empty() { (ui::empty(&view.t("person-administrator-never"))) }
        @else { ul class="ds-list" { @for role in &shown.roles { li { (days(view, role.period)) } } } }
        @if shown.may_give_roles {
            p { (ui::link_button(&paths::of_person(id, "administrator"), &view.t("person-make-administrator"))) }
            @if shown.is_administrator {
                (ui::button_form(view, &paths::of_person(id, "administrator/end"), &[], &view.t("person-end-administrator"), Some("tertiary")))
            }
        }
    }
}

/// From when someone is an administrator.
#[must_use]
pub fn make_administrator(view: &View, person: &Person, form: &Form) -> Markup {
    let body = html! {
        (ui::input(view, form, "date", &Field::new("from", view.t("people-first-day")).needed()))
        (ui::input(view, form, "date", &Field::new("last", view.t("people-last-day"))))
    };
    let above = [
        (paths::PEOPLE.to_owned(), view.t("people-title")),
        (paths::person(person.id), person.name.clone()),
    ];
    html! {
        (ui::breadcrumbs(view, &above))
        (ui::heading(&view.t("person-make-administrator")))
        (ui::paragraph(&view.t("person-administrator-what")))
        (ui::form_or_leave(view, (&paths::of_person(person.id, "administrator"), &paths::person(person.id)), form, &body, &view.t("save")))
    }
}
