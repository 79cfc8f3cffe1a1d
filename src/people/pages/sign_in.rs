//! Signing in, asking to join, the forms kept meanwhile, and the devices one is signed in on.

use super::languages;
use crate::people::{Device, KeptForm, ZONE};
use crate::web::ui::{self, Field, Tone};
use crate::web::{Form, View, paths};
use maud::{Markup, html};

/// Where one asks for a link; whoever was signed in before is told why they must again.
#[must_use]
pub fn ask(view: &View, form: &Form, was_in: bool) -> Markup {
    let address = Field::new("address", view.t("sign-in-address"))
        .help(view.t("sign-in-address-help"))
        .needed();
    let body = html! {
        (ui::input(view, form, "email", &address))
        (ui::hidden("next", form.value("next")))
    };
    html! {
        (ui::heading(&view.t("sign-in-title")))
        @if form.value("next").starts_with(paths::KEPT_FORMS_START) {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("sign-in-form-is-kept"))))
        } @else if was_in {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("sign-in-session-ended"))))
        }
        (ui::form(view, paths::SIGN_IN, form, &body, &view.t("sign-in-send")))
        p class="ds-paragraph" { (view.t("sign-in-no-access")) " "
            a class="ds-link" href=(paths::JOIN) { (view.t("join-title")) } }
    }
}

/// The answer to everyone who asked, known or not.
#[must_use]
pub fn sent(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("sign-in-sent-title")))
        (ui::paragraph(&view.t("sign-in-sent")))
        (ui::paragraph(&view.t("sign-in-sent-none")))
        p { a class="ds-link" href=(paths::SIGN_IN) { (view.t("sign-in-again")) } }
    }
}

/// What a link leads to: one button. Showing it changes nothing, because mail scanners follow links.
#[must_use]
pub fn follow(view: &View, action: &str) -> Markup {
    let own =
        Field::new("own", view.t("sign-in-own-device")).help(view.t("sign-in-own-device-help"));
    let form = Form::default();
    let body = ui::checkbox(view, &form, &own);
    html! {
        (ui::heading(&view.t("sign-in-follow-title")))
        (ui::paragraph(&view.t("sign-in-follow")))
        (ui::form(view, action, &form, &body, &view.t("sign-in")))
    }
}

/// What a link that was used, or is too old, leads to.
#[must_use]
pub fn link_gone(view: &View, again: &str) -> Markup {
    html! {
        (ui::heading(&view.t("link-gone-title")))
        (ui::paragraph(&view.t("link-gone")))
        (ui::link_button(again, &view.t("link-gone-again")))
    }
}

/// Where a visitor asks to join.
#[must_use]
pub fn join(view: &View, form: &Form) -> Markup {
    let name = Field::new("name", view.t("person-name")).needed();
    let address = Field::new("address", view.t("join-address"))
        .help(view.t("join-address-help"))
        .needed();
    let body = html! {
        (ui::input(view, form, "text", &name))
        (ui::input(view, form, "email", &address))
        (languages(view, form, "person-language"))
    };
    html! {
        (ui::heading(&view.t("join-title")))
        (ui::paragraph(&view.t("join-what")))
        (ui::form(view, paths::JOIN, form, &body, &view.t("join-send")))
    }
}

/// The answer to everyone who asked to join.
#[must_use]
pub fn join_sent(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("sign-in-sent-title")))
        (ui::paragraph(&view.t("join-sent")))
        (ui::paragraph(&view.t("join-sent-none")))
        p { a class="ds-link" href=(paths::CONTACT) { (view.t("contact")) } }
    }
}

/// The button that confirms an address and lets its reader in.
#[must_use]
pub fn confirm(view: &View, action: &str, organisation: &str) -> Markup {
    let form = Form::default();
    let own =
        Field::new("own", view.t("sign-in-own-device")).help(view.t("sign-in-own-device-help"));
    let what = view.tv("join-confirm", &[("organisation", organisation.into())]);
    html! {
        (ui::heading(&view.t("join-confirm-title")))
        (ui::paragraph(&what))
        (ui::form(view, action, &form, &ui::checkbox(view, &form, &own), &view.t("join-confirm-button")))
    }
}

/// A form that was posted after the session had ended: one button posts it again, as it was typed.
#[must_use]
pub fn kept_form(view: &View, kept: &KeptForm) -> Markup {
    let form = Form::default();
    let body = html! { @for (name, value) in &kept.fields { (ui::hidden(name, value)) } };
    html! {
        (ui::heading(&view.t("kept-form-title")))
        (ui::paragraph(&view.t("kept-form-what")))
        (ui::form(view, &kept.path, &form, &body, &view.t("kept-form-send")))
        p { a class="ds-link" href=(paths::HOME) { (view.t("kept-form-leave")) } }
    }
}

/// Where the reader is signed in, and how to sign out there.
#[must_use]
pub fn devices(view: &View, devices: &[Device], this: &str) -> Markup {
    let head = [
        "devices-device",
        "devices-since",
        "devices-last-seen",
        "devices-sign-out",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = devices
        .iter()
        .map(|device| device_row(view, device, this))
        .collect();
    html! {
        (ui::breadcrumbs(view, &[(paths::ME.to_owned(), view.t("menu-me"))]))
        (ui::heading(&view.t("devices-title")))
        (ui::paragraph(&view.t("devices-what")))
        (ui::table(&view.t("devices-title"), &head, &rows))
        @if devices.len() > 1 {
            (ui::button_form(view, paths::DEVICES, &[("others", "yes")], &view.t("devices-sign-out-others"), Some("secondary")))
        }
    }
}

fn device_row(view: &View, device: &Device, this: &str) -> Vec<Markup> {
    let words = if device.words.is_empty() {
        view.t("devices-unknown")
    } else {
        device.words.clone()
    };
    let name = html! {
        (words) " "
        @if device.session == this { (ui::tag(Tone::Info, &view.t("devices-this"))) " " }
        @if device.own { (ui::tag(Tone::Neutral, &view.t("devices-own"))) }
    };
    let sign_out = html! {
        @if device.session != this {
            (ui::button_form(view, paths::DEVICES, &[("session", &device.session)],
                &view.tv("devices-sign-out-of", &[("device", words.into())]), Some("tertiary")))
        }
    };
    vec![
        name,
        html! { (view.moment(ZONE, device.since)) },
        html! { (view.moment(ZONE, device.last_seen)) },
        sign_out,
    ]
}
