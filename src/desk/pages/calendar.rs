//! Where a person makes, copies and ends the address of their own calendar.

use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The whole page; without an address there is one button.
#[must_use]
pub fn calendar(view: &View, address: Option<&str>) -> Markup {
    let above = [(paths::ME.to_owned(), view.t("me-title"))];
    let button = |act: &str, key: &str, variant: Option<&str>| {
        let fields = [("act", act)];
        ui::button_form(view, paths::MY_CALENDAR, &fields, &view.t(key), variant)
    };
    html! {
        (ui::breadcrumbs(view, &above))
        (ui::heading(&view.t("me-calendar-title")))
        (ui::paragraph(&view.t("me-calendar-what")))
        @if let Some(address) = address {
            (ui::to_copy("address", &view.t("me-calendar-address"), &view.t("me-calendar-address-help"), address))
            (ui::paragraph(&view.t("me-calendar-secret")))
            div class="actions" {
                (ui::link_button(&subscribed(address), &view.t("me-calendar-open")))
            }
            (ui::section("replace", &view.t("me-calendar-replace"), &html! {
                (ui::paragraph(&view.t("me-calendar-replace-says")))
                div class="actions" {
                    (button("replace", "me-calendar-replace", Some("secondary")))
                    (button("end", "me-calendar-end", Some("secondary")))
                }
            }))
        } @else {
            (button("make", "me-calendar-make", None))
        }
    }
}

/// The address as calendar programs take it over from a browser.
fn subscribed(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    format!("webcal://{rest}")
}
