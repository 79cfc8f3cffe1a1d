//! What the secretariat and the chair are shown of members who meet by a deputy often.

use super::OfBoard;
use crate::boards::pages::paragraph;
use crate::db::ids::OrganisationId;
use crate::web::{View, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// What the mandate says, and each member who does otherwise; `keeps` says whether the reader may open their terms.
#[must_use]
pub fn panel(
    view: &View,
    found: &OfBoard,
    names: &HashMap<OrganisationId, (String, String)>,
    keeps: bool,
) -> Markup {
    let says = [
        ("n", found.most.into()),
        ("paragraph", paragraph(view, &found.paragraph).into()),
    ];
    let lines: Vec<Markup> = found
        .often
        .iter()
        .map(|one| {
            let name = one.organisation.and_then(|id| names.get(&id));
            let name = name.map_or_else(|| view.t("deputies-no-organisation"), |(name, _)| name.clone());
            html! {
                @if keeps { (ui::link(&paths::appointment(one.appointment), &name)) } @else { (name) }
                ": " (view.tv("deputies-times", &[("n", one.times.into())]))
            }
        })
        .collect();
    let body = html! {
        (ui::paragraph(&view.tv("deputies-says", &says)))
        (ui::list(&lines))
        (ui::paragraph(&view.t("deputies-who-sees")))
    };
    ui::section("deputies", &view.t("deputies-title"), &body)
}
