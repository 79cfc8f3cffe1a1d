//! The groups of products, and the form of one.

use super::{Draft, above};
use crate::portfolio::products::Group;
use crate::web::ui::Field;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The groups in their order.
#[must_use]
pub fn list(view: &View, groups: &[Group]) -> Markup {
    let head = ["product-position", "product-called", "product-change"].map(|key| view.t(key));
    let row = |group: &Group| {
        let name = view.words(&group.name);
        let change = html! { (view.t("product-change")) };
        vec![
            html! { (group.position) },
            html! { (name) },
            ui::link_of(&paths::product_group(group.id), &change, name),
        ]
    };
    let rows: Vec<Vec<Markup>> = groups.iter().map(row).collect();
    html! {
        (above(view, &[]))
        (ui::heading(&view.t("product-groups")))
        p { (ui::link_button(paths::NEW_PRODUCT_GROUP, &view.t("product-group-new"))) }
        @if rows.is_empty() { (ui::empty(&view.t("product-groups-none"))) }
        @else { (ui::table(&view.t("product-groups"), &head, &rows)) }
    }
}

/// A new group, or one that stands.
#[must_use]
pub fn edit(view: &View, of: Option<&Group>, draft: &Draft) -> Markup {
    let form = &draft.form;
    let (title, action) = match of {
        Some(group) => ("product-group-edit", paths::product_group(group.id)),
        None => ("product-group-new", paths::NEW_PRODUCT_GROUP.to_owned()),
    };
    let position = Field::new("position", view.t("product-position")).needed();
    let position = position.help(view.t("product-position-help"));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::words(view, form, "name", &view.t("product-called"), true))
        (ui::input(view, form, "number", &position))
    };
    let up = (paths::PRODUCT_GROUPS.to_owned(), view.t("product-groups"));
    html! {
        (above(view, &[up]))
        (ui::heading(&view.t(title)))
        (draft.stale(view))
        (ui::form_or_leave(view, (&action, paths::PRODUCT_GROUPS), form, &body, &view.t("save")))
        @if let Some(group) = of {
            @let version = group.version.to_string();
            @let fields = [("version", version.as_str()), ("act", "remove")];
            (ui::confirmed(view, &action, &fields, &view.t("product-group-remove"), &view.t("product-group-remove-how")))
        }
    }
}
