//! What everyone may read: the front page, the accessibility statement, the privacy notice, how to reach us.

use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// What this is, for a visitor, with what later slices show here.
#[must_use]
pub fn front(view: &View, panels: &[Markup]) -> Markup {
    html! {
        (ui::heading(&view.t("front-title")))
        (ui::paragraph(&view.t("front-what")))
        div class="actions" {
            (ui::link_button(paths::SIGN_IN, &view.t("sign-in")))
            (ui::link_button(paths::JOIN, &view.t("join-title")))
        }
        @for panel in panels { (panel) }
        (ui::section_heading("who", &view.t("front-who-title")))
        ul class="ds-list" { @for key in ["front-who-boards", "front-who-service-owners", "front-who-public"] {
            li { (view.t(key)) }
        } }
        (ui::section_heading("how", &view.t("front-how-title")))
        (ui::paragraph(&view.t("front-how")))
    }
}

/// The statement of an instance that has none at uustatus.no.
#[must_use]
pub fn accessibility(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("accessibility-title")))
        (sections(view, &[
            ("accessibility-aim-title", "accessibility-aim"),
            ("accessibility-works-title", "accessibility-works"),
            ("accessibility-not-yet-title", "accessibility-not-yet"),
        ]))
        (ui::section_heading("accessibility-tell", &view.t("accessibility-tell-title")))
        (ui::paragraph(&view.t("accessibility-tell")))
        (address(view))
    }
}

/// What is stored of whom, why, how long, and what one can ask for (personvernforordningen art. 13).
#[must_use]
pub fn privacy(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("privacy-title")))
        (ui::paragraph(&view.t("privacy-short")))
        (sections(view, &[
            ("privacy-what-title", "privacy-what"),
            ("privacy-why-title", "privacy-why"),
            ("privacy-long-title", "privacy-long"),
            ("privacy-cookies-title", "privacy-cookies"),
            ("privacy-who-title", "privacy-who"),
            ("privacy-controller-title", "privacy-controller"),
        ]))
        (ui::section_heading("privacy-rights", &view.t("privacy-rights-title")))
        (ui::paragraph(&view.t("privacy-rights")))
        (address(view))
    }
}

/// How to reach those who run this.
#[must_use]
pub fn contact(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("contact")))
        (ui::paragraph(&view.t("contact-what")))
        (address(view))
        (ui::paragraph(&view.t("contact-sign-in")))
    }
}

fn sections(view: &View, parts: &[(&str, &str)]) -> Markup {
    html! { @for (title, text) in parts {
        (ui::section_heading(text, &view.t(title)))
        (ui::paragraph(&view.t(text)))
    } }
}

fn address(view: &View) -> Markup {
    let contact = &view.app.config.contact;
    html! {
        @if contact.contains('@') {
            p { a class="ds-link" href=(format!("mailto:{contact}")) { (contact) } }
        } @else {
            (ui::paragraph(contact))
        }
    }
}
