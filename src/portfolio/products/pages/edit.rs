//! The forms of a product: what is written of it, its phases and its strategies.

use super::{Draft, above, above_in};
use crate::boards::pages::choices as phase_choices;
use crate::i18n::Language;
use crate::portfolio::products::Product;
use crate::portfolio::products::forms::Choices;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A new product with its first phase, or what is written of one that stands.
#[must_use]
pub fn product(view: &View, of: Option<&Product>, choices: &Choices, draft: &Draft) -> Markup {
    let form = &draft.form;
    let (title, action, back) = match of {
        Some(of) => (
            view.t("product-edit"),
            paths::of_product(of.id, "edit"),
            paths::product(of.id),
        ),
        None => (
            view.t("product-new"),
            paths::NEW_PRODUCT.to_owned(),
            paths::PRODUCTS.to_owned(),
        ),
    };
    let groups: Vec<(String, String)> = (choices.groups.iter())
        .map(|group| (group.id.to_string(), view.words(&group.name).to_owned()))
        .collect();
    let organisations: Vec<(String, String)> = (choices.organisations.iter())
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "name", &view.t("product-called"), true))
        (ui::select(view, form, &field("group", "product-group"), &groups))
        (ui::select(view, form, &field("owner", "product-owner").help(view.t("product-owner-help")), &organisations))
        (descriptions(view, form))
        @if of.is_none() { (phase_fields(view, form, choices)) }
    };
    html! {
        @if let Some(of) = of { (above_in(view, of)) } @else { (above(view, &[])) }
        (ui::heading(&title))
        (draft.stale(view))
        (ui::form_or_leave(view, (&action, &back), form, &body, &view.t("save")))
        @if let Some(of) = of {
            @let at = At { path: action, is_there: true, may_go: true };
            (removal(view, &at, of, ("product-remove", "product-remove-how")))
        }
    }
}

/// What it is, in each language.
fn descriptions(view: &View, form: &Form) -> Markup {
    html! {
        fieldset class="ds-fieldset" {
            legend class="ds-label" { (view.t("product-description")) }
            p class="ds-paragraph" { (view.t("product-description-help")) }
            @for language in Language::all() {
                @let name = ["description", language.tag()].join("-");
                (ui::text_area(view, form, &Field::new(&name, language.name_in(view.language))))
            }
        }
    }
}

fn phase_fields(view: &View, form: &Form, choices: &Choices) -> Markup {
    let phase = Field::new("phase", view.t("product-phase")).needed();
    let from = Field::new("from", view.t("product-phase-from")).needed();
    let from = from.help(view.t("product-phase-from-help"));
    html! {
        (ui::select(view, form, &phase, &phase_choices(view, &choices.phases)))
        (ui::input(view, form, "date", &from))
    }
}

/// Where a line of a product is changed: the path of its form, and whether it stands already.
pub struct At {
    pub path: String,
    pub is_there: bool,
    /// Whether it can be taken out.
    pub may_go: bool,
}

/// A form that takes out what was written by mistake.
fn removal(view: &View, at: &At, of: &Product, (text, follows): (&str, &str)) -> Markup {
    let version = of.version.to_string();
    let fields = [("version", version.as_str()), ("act", "remove")];
    html! {
        @if at.is_there && at.may_go {
            (ui::confirmed(view, &at.path, &fields, &view.t(text), &view.t(follows)))
        }
    }
}

/// A new phase, or one that stands.
#[must_use]
pub fn phase(view: &View, of: &Product, choices: &Choices, at: &At, draft: &Draft) -> Markup {
    let form = &draft.form;
    let title = view.t(if at.is_there {
        "product-phase-edit"
    } else {
        "product-phase-new"
    });
    let correction = Field::new("correction", view.t("product-correction"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (phase_fields(view, form, choices))
        (ui::input(view, form, "text", &correction.help(view.t("product-correction-help"))))
    };
    let words = ("product-phase-remove", "product-phase-remove-how");
    html! {
        (above_in(view, of))
        (ui::heading(&title))
        (draft.stale(view))
        (ui::form_or_leave(view, (&at.path, &paths::product(of.id)), form, &body, &view.t("save")))
        (removal(view, at, of, words))
    }
}

/// A new strategy, or one that stands.
#[must_use]
pub fn strategy(view: &View, of: &Product, at: &At, draft: &Draft) -> Markup {
    let form = &draft.form;
    let title = view.t(if at.is_there {
        "product-strategy-edit"
    } else {
        "product-strategy-new"
    });
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "text", &field("title", "product-title").needed()))
        (ui::input(view, form, "url", &field("link", "product-link").help(view.t("product-link-help"))))
        (ui::input(view, form, "text", &field("archive", "product-archive").help(view.t("product-archive-help"))))
        (ui::input(view, form, "date", &field("from", "product-from").needed()))
        (ui::input(view, form, "date", &field("last-day", "product-last-day").help(view.t("product-last-day-help"))))
    };
    let words = ("product-strategy-remove", "product-strategy-remove-how");
    html! {
        (above_in(view, of))
        (ui::heading(&title))
        (draft.stale(view))
        (ui::form_or_leave(view, (&at.path, &paths::product(of.id)), form, &body, &view.t("save")))
        (removal(view, at, of, words))
    }
}
