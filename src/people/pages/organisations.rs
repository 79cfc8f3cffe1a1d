//! The register of organisations, and who uses their right as service owners.

use super::{days, languages};
use crate::audit::Happened;
use crate::db::code_words::CodeWord;
use crate::people::rules::{NORWEGIAN, OTHER_SCHEME, OrgNumber};
use crate::people::{Affiliation, JoinedBy, Name, Organisation, Registered, ZONE, today};
use crate::web::ui::{self, Field, Tone};
use crate::web::{Form, View, paths};
use maud::{Markup, html};

/// An organisation in the list.
pub struct Listed {
    pub organisation: Organisation,
    pub is_service_owner: bool,
}

/// The open lists of what is said of organisations.
pub struct Codes {
    pub kinds: Vec<CodeWord>,
    pub sizes: Vec<CodeWord>,
}

/// The register, or the part of it that was asked for.
#[must_use]
pub fn list(view: &View, listed: &[Listed], kinds: &[CodeWord], asked: &Form) -> Markup {
    let head = [
        "organisation-name",
        "organisation-number",
        "organisation-kind",
        "organisation-service-owner",
        "organisation-mailbox",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = listed
        .iter()
        .map(|one| {
            let organisation = &one.organisation;
            vec![
                html! { a class="ds-link" href=(paths::organisation(organisation.id)) { (organisation.name) } },
                number(view, organisation),
                html! { (kind(view, kinds, &organisation.kind)) },
                html! { (view.t(if one.is_service_owner { "people-yes" } else { "people-no" })) },
                html! { (organisation.mailbox.as_deref().unwrap_or("–")) },
            ]
        })
        .collect();
    let filter = html! {
        (ui::input(view, asked, "search", &Field::new("text", view.t("organisations-text"))))
        (ui::select(view, asked, &Field::new("kind", view.t("organisation-kind")), &kind_choices(view, kinds)))
    };
    html! {
        (ui::heading(&view.t("organisations-title")))
        p { (ui::link_button(paths::NEW_ORGANISATION, &view.t("organisation-new"))) }
        (ui::search_form(paths::ORGANISATIONS, &filter, &view.t("people-filter")))
        p class="ds-paragraph" role="status" { (view.tv("organisations-found", &[("count", listed.len().into())])) }
        @if !rows.is_empty() { (ui::table(&view.t("organisations-title"), &head, &rows)) }
    }
}

fn number(view: &View, organisation: &Organisation) -> Markup {
    let shown = match &organisation.number {
        None => view.t("organisation-number-unknown"),
        Some(number) => OrgNumber::parse(number)
            .map_or_else(|_other| number.clone(), |number| number.to_string()),
    };
    html! { span class="nowrap" { (shown) } }
}

fn kind<'a>(view: &View, kinds: &'a [CodeWord], code: &'a str) -> &'a str {
    kinds
        .iter()
        .find(|(of, _)| of == code)
        .map_or(code, |(_, words)| view.words(words))
}

fn kind_choices(view: &View, kinds: &[CodeWord]) -> Vec<(String, String)> {
    kinds
        .iter()
        .map(|(code, words)| (code.clone(), view.words(words).to_owned()))
        .collect()
}

/// A new organisation, or what stands of one; and what happened to it since the form was shown, where someone was first.
#[must_use]
pub fn edit(
    view: &View,
    title: &str,
    action: &str,
    form: &Form,
    codes: &Codes,
    happened: &[Happened],
) -> Markup {
    let schemes = [
        (
            NORWEGIAN.to_owned(),
            view.t("organisation-scheme-norwegian"),
        ),
        (OTHER_SCHEME.to_owned(), view.t("organisation-scheme-other")),
    ];
    let field = |name: &'static str, label: &str| Field::new(name, view.t(label));
    let helped =
        |name: &'static str, label: &str, help: &str| field(name, label).help(view.t(help));
    // Only what is registered has a name that can be put right.
    let name = if action == paths::NEW_ORGANISATION {
        field("name", "organisation-name")
    } else {
        helped("name", "organisation-name", "organisation-name-help")
    };
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &name.needed()))
        (ui::input(view, form, "text", &field("short_name", "organisation-short-name")))
        (ui::select(view, form, &field("scheme", "organisation-scheme").needed(), &schemes))
        (ui::input(view, form, "text", &helped("number", "organisation-number", "organisation-number-help")))
        (ui::select(view, form, &field("kind", "organisation-kind").needed(), &kind_choices(view, &codes.kinds)))
        (ui::select(view, form, &helped("size", "organisation-size", "organisation-size-help"), &kind_choices(view, &codes.sizes)))
        (ui::input(view, form, "email", &helped("mailbox", "organisation-mailbox", "organisation-mailbox-help")))
        (ui::input(view, form, "text", &helped("contact", "organisation-contact", "organisation-contact-help")))
        (languages(view, form, "organisation-language"))
        (ui::text_area(view, form, &helped("domains", "organisation-domains", "organisation-domains-help")))
    };
    let back = action.strip_suffix("/edit").unwrap_or(paths::ORGANISATIONS);
    html! {
        (ui::breadcrumbs(view, &[(paths::ORGANISATIONS.to_owned(), view.t("organisations-title"))]))
        (ui::heading(title))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (action, back), form, &body, &view.t("save")))
    }
}

fn above(view: &View, organisation: &Organisation) -> [(String, String); 2] {
    [
        (
            paths::ORGANISATIONS.to_owned(),
            view.t("organisations-title"),
        ),
        (
            paths::organisation(organisation.id),
            organisation.name.clone(),
        ),
    ]
}

/// One organisation: what it is called and was called, when it is a service owner, and who uses that right.
#[must_use]
pub fn show(view: &View, registered: &Registered, codes: &Codes) -> Markup {
    let organisation = &registered.organisation;
    let link = |rest: &str, key: &str| {
        ui::link_button(&paths::of_organisation(organisation.id, rest), &view.t(key))
    };
    html! {
        (ui::breadcrumbs(view, &[(paths::ORGANISATIONS.to_owned(), view.t("organisations-title"))]))
        (ui::heading(&organisation.name))
        (ui::facts(&facts(view, registered, codes)))
        p class="actions" { (link("edit", "organisation-edit")) (link("names", "organisation-rename")) }
        @if registered.names.len() > 1 {
            (ui::section_heading("names", &view.t("organisation-names")))
            ul class="ds-list" { @for name in registered.names.iter().rev() { li { (named(view, name)) } } }
        }
        (ui::section_heading("service-owner", &view.t("organisation-service-owner")))
        (owner(view, registered))
        p { (link("service-owner", "service-owner-new")) }
        (ui::section_heading("people", &view.t("organisation-people")))
        (ui::paragraph(&view.t("organisation-people-what")))
        (people(view, registered))
        @if is_service_owner(view, registered) { p { (link("people", "invite-title")) } }
    }
}

fn is_service_owner(view: &View, registered: &Registered) -> bool {
    let today = today(view.now);
    let mut periods = registered.owner.iter();
    periods.any(|owner| owner.period.contains(today))
}

fn facts(view: &View, registered: &Registered, codes: &Codes) -> Vec<(String, Markup)> {
    let organisation = &registered.organisation;
    let text = |text: &str| html! { @if text.is_empty() { "–" } @else { (text) } };
    vec![
        (
            view.t("organisation-short-name"),
            text(&organisation.short_name),
        ),
        (view.t("organisation-number"), number(view, organisation)),
        (
            view.t("organisation-kind"),
            text(kind(view, &codes.kinds, &organisation.kind)),
        ),
        (
            view.t("organisation-size"),
            text(match &organisation.size {
                Some(size) => kind(view, &codes.sizes, size),
                None => "",
            }),
        ),
        (
            view.t("organisation-mailbox"),
            text(organisation.mailbox.as_deref().unwrap_or("")),
        ),
        (view.t("organisation-contact"), text(&organisation.contact)),
        (
            view.t("organisation-language"),
            text(&organisation.language.name_in(view.language)),
        ),
        (
            view.t("organisation-domains"),
            text(&registered.domains.join(", ")),
        ),
    ]
}

fn named(view: &View, name: &Name) -> String {
    let last = name.until.and_then(|until| until.pred_opt());
    let name_value = ("name", name.name.as_str().into());
    let from = name.from.map(|from| ("from", view.date(from).into()));
    let last = last.map(|last| ("last", view.date(last).into()));
    match (from, last) {
        (Some(from), Some(last)) => {
            view.tv("organisation-named-from-to", &[name_value, from, last])
        }
        (Some(from), None) => view.tv("organisation-named-from", &[name_value, from]),
        (None, Some(last)) => view.tv("organisation-named-to", &[name_value, last]),
        (None, None) => name.name.clone(),
    }
}

fn owner(view: &View, registered: &Registered) -> Markup {
    if registered.owner.is_empty() {
        return ui::empty(&view.t("service-owner-never"));
    }
    html! { ul class="ds-list" { @for owner in &registered.owner {
        @let shown = days(view, owner.period);
        li { (shown) " " a class="ds-link" href=(paths::service_owner_period(registered.organisation.id, owner.id)) {
            (view.t("service-owner-end")) span class="ds-sr-only" { ": " (shown) } } }
    } } }
}

fn people(view: &View, registered: &Registered) -> Markup {
    let today = today(view.now);
    let (now, before): (Vec<&Affiliation>, Vec<&Affiliation>) = registered
        .people
        .iter()
        .partition(|one| one.period.contains(today));
    let head = [
        "person-name",
        "affiliation-joined",
        "people-days",
        "affiliation-end",
    ]
    .map(|key| view.t(key));
    let end = paths::of_organisation(registered.organisation.id, "people/end");
    let rows: Vec<Vec<Markup>> = now
        .iter()
        .map(|one| {
            let text = view.tv("affiliation-end-of", &[("name", one.name.as_str().into())]);
            vec![
                person_link(one),
                html! { (joined(view, one.joined_by)) },
                html! { (days(view, one.period)) },
                ui::confirmed(
                    view,
                    &end,
                    &[("affiliation", one.id.as_str())],
                    &text,
                    &view.t("affiliation-end-follows"),
                ),
            ]
        })
        .collect();
    html! {
        @if rows.is_empty() && before.is_empty() { (ui::empty(&view.t("organisation-people-none"))) }
        @else if rows.is_empty() { (ui::empty(&view.t("organisation-people-none-now"))) }
        @else { (ui::table(&view.t("organisation-people"), &head, &rows)) }
        @if !before.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t("organisation-people-before")) }
            ul class="ds-list" { @for one in before { li { (person_link(one)) ": " (days(view, one.period)) } } }
        }
    }
}

fn person_link(one: &Affiliation) -> Markup {
    html! { a class="ds-link" href=(paths::person(one.person)) { (one.name) } }
}

/// How someone came in, in words.
#[must_use]
pub fn joined(view: &View, by: JoinedBy) -> String {
    view.t(match by {
        JoinedBy::Invited => "affiliation-invited",
        JoinedBy::Asked => "affiliation-asked",
    })
}

/// A new name from a day on.
#[must_use]
pub fn rename(view: &View, organisation: &Organisation, form: &Form) -> Markup {
    let body = html! {
        (ui::input(view, form, "text", &Field::new("name", view.t("organisation-new-name")).needed()))
        (ui::input(view, form, "text", &Field::new("short_name", view.t("organisation-short-name"))))
        (ui::input(view, form, "date", &Field::new("from", view.t("organisation-new-name-from")).needed()))
    };
    let action = paths::of_organisation(organisation.id, "names");
    html! {
        (ui::breadcrumbs(view, &above(view, organisation)))
        (ui::heading(&view.t("organisation-rename")))
        (ui::paragraph(&view.t("organisation-rename-what")))
        (ui::form_or_leave(view, (&action, &paths::organisation(organisation.id)), form, &body, &view.t("save")))
    }
}

/// A new period as a service owner.
#[must_use]
pub fn owner_period(view: &View, organisation: &Organisation, form: &Form) -> Markup {
    let body = html! {
        (ui::input(view, form, "date", &Field::new("from", view.t("people-first-day")).needed()))
        (ui::input(view, form, "date", &Field::new("last", view.t("people-last-day"))))
    };
    let action = paths::of_organisation(organisation.id, "service-owner");
    html! {
        (ui::breadcrumbs(view, &above(view, organisation)))
        (ui::heading(&view.t("service-owner-new")))
        (ui::form_or_leave(view, (&action, &paths::organisation(organisation.id)), form, &body, &view.t("save")))
    }
}

/// The last day of a period as a service owner; from the day after, its people have no access.
#[must_use]
pub fn end_owner_period(
    view: &View,
    organisation: &Organisation,
    action: &str,
    form: &Form,
) -> Markup {
    let field =
        Field::new("last", view.t("people-last-day")).help(view.t("service-owner-end-help"));
    html! {
        (ui::breadcrumbs(view, &above(view, organisation)))
        (ui::heading(&view.t("service-owner-end")))
        (ui::form_or_leave(view, (action, &paths::organisation(organisation.id)), form, &ui::input(view, form, "date", &field), &view.t("save")))
    }
}

/// Who is to be let in as one of a service owner's people.
#[must_use]
pub fn invite(view: &View, organisation: &Organisation, form: &Form) -> Markup {
    let body = html! {
        (ui::input(view, form, "text", &Field::new("name", view.t("person-name")).needed()))
        (ui::input(view, form, "email", &Field::new("address", view.t("person-address")).needed()))
        (languages(view, form, "person-language"))
    };
    let action = paths::of_organisation(organisation.id, "people");
    html! {
        (ui::breadcrumbs(view, &above(view, organisation)))
        (ui::heading(&view.t("invite-title")))
        @if form.value("address").is_empty() { (ui::notice(Tone::Info, &ui::paragraph(&view.t("invite-what")))) }
        (ui::form_or_leave(view, (&action, &paths::organisation(organisation.id)), form, &body, &view.t("invite-send")))
    }
}
