//! What the pages of products share. Each page has a file of its own beside.

pub mod case;
pub mod edit;
pub mod groups;
pub mod list;
pub mod one;

use super::rules::{self, Standing};
use super::{Product, Strategy};
use crate::audit::Happened;
use crate::boards::pages::word;
use crate::db::code_words::CodeWord;
use crate::people::ZONE;
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// A form as it stands: what was typed, and who saved first when someone did.
#[derive(Default)]
pub struct Draft {
    pub form: Form,
    pub is_stale: bool,
    /// It was to be taken out, and stays because something is tied to it.
    pub is_kept: bool,
    pub happened: Vec<Happened>,
}

impl Draft {
    #[must_use]
    pub fn of(form: Form) -> Self {
        Self {
            form,
            ..Self::default()
        }
    }

    fn stale(&self, view: &View) -> Markup {
        html! { @if self.is_stale { (ui::stale_notice(view, ZONE, &self.happened)) } }
    }
}

/// The way up from a page below the products.
fn above(view: &View, more: &[(String, String)]) -> Markup {
    let mut links = vec![(paths::PRODUCTS.to_owned(), view.t("products"))];
    links.extend_from_slice(more);
    ui::breadcrumbs(view, &links)
}

/// The way up from a page below one product.
fn above_in(view: &View, of: &Product) -> Markup {
    let name = view.words(&of.facts.name).to_owned();
    above(view, &[(paths::product(of.id), name)])
}

fn order(phases: &[CodeWord]) -> Vec<String> {
    phases.iter().map(|(code, _)| code.clone()).collect()
}

/// The phase that a product is in on a day, as a tag.
fn phase_tag(view: &View, phases: &[CodeWord], of: &Product, on: NaiveDate) -> Markup {
    let Some(phase) = rules::phase_on(&of.phases, on) else {
        return ui::tag(Tone::Neutral, &view.t("product-not-begun"));
    };
    let tone = if rules::is_end(&phase.code, &order(phases)) {
        Tone::Neutral
    } else {
        Tone::Info
    };
    ui::tag(tone, &word(view, phases, &phase.code))
}

/// The strategies that hold on a day, and what is wrong with them: none holds, or the last one ends soon. What has ended needs
/// none.
fn strategies(view: &View, phases: &[CodeWord], of: &Product, on: NaiveDate) -> Markup {
    let held: Vec<&Strategy> = (of.strategies.iter())
        .filter(|one| one.period.contains(on))
        .collect();
    html! {
        @for one in &held { div { (strategy_link(one)) } }
        @if held.is_empty() && rules::has_ended(&of.phases, &order(phases), on) { "–" }
        @else { (standing_tag(view, of, on)) }
    }
}

fn standing_tag(view: &View, of: &Product, on: NaiveDate) -> Markup {
    match rules::standing(&of.strategies, on) {
        Standing::Missing => ui::tag(Tone::Warning, &view.t("product-strategy-missing")),
        Standing::EndsOn(day) => ui::tag(
            Tone::Warning,
            &view.tv("product-strategy-ends", &[("day", day.into())]),
        ),
        Standing::Holds => html! {},
    }
}

/// What a strategy is called, as a link where it has an address.
fn strategy_link(of: &Strategy) -> Markup {
    if of.link.is_empty() {
        html! { (of.title) }
    } else {
        ui::link(&of.link, &of.title)
    }
}

/// “12. september 2026, for 2 måneder siden”, or that it never was.
fn treated(view: &View, last: Option<NaiveDate>, today: NaiveDate) -> String {
    let Some(day) = last else {
        return view.t("product-never-treated");
    };
    let months = rules::months_between(day, today);
    view.tv(
        "product-treated-on",
        &[("day", day.into()), ("months", months.into())],
    )
}
