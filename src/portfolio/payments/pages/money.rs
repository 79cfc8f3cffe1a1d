//! The money of a product in a year: what is set aside, what was spent, how its cost is shared, and another way of sharing
//! beside today's.

use super::{Names, money, name_of};
use crate::audit::Happened;
use crate::db::code_words::CodeWord;
use crate::db::ids::OrganisationId;
use crate::db::types::Words;
use crate::meetings::words::uncapitalised;
use crate::people::{Organisation, ZONE};
use crate::portfolio::payments::forms::{frame_field, spent_fields};
use crate::portfolio::payments::rules::{self, Compared, Refusal, account};
use crate::portfolio::payments::{Ore, ProductYear, Share, Split, TERTIALS, Way, ore};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is known of a product's money in a year.
pub struct MoneyPage {
    pub product: Words,
    pub of: ProductYear,
    /// The list `frame_kind`.
    pub kinds: Vec<CodeWord>,
    pub paid: BTreeMap<OrganisationId, Ore>,
    pub names: Names,
    /// Those that something is written of, and those beside the one that is shown.
    pub years: BTreeSet<i32>,
    pub may_write: bool,
}

impl MoneyPage {
    /// What each pays today; none where the cost is not shared.
    #[must_use]
    pub fn shares(&self) -> Option<Result<Vec<Share>, Refusal>> {
        let split = self.of.split.as_ref()?;
        Some(self.shared(split.way, split.sum, &split.among))
    }

    /// What each would pay of a sum.
    ///
    /// # Errors
    /// Why it cannot be shared.
    pub fn shared(
        &self,
        way: Way,
        sum: Ore,
        among: &BTreeSet<OrganisationId>,
    ) -> Result<Vec<Share>, Refusal> {
        rules::shares(way, sum, among, &self.paid)
    }

    /// “ID-porten 2026”.
    #[must_use]
    pub fn title(&self, view: &View) -> String {
        format!("{} {}", view.words(&self.product), self.of.year)
    }

    fn path(&self, rest: &str) -> String {
        paths::product_money(self.of.product, self.of.year, rest)
    }

    fn above(&self, view: &View) -> Vec<(String, String)> {
        let product = paths::product(self.of.product);
        vec![
            (paths::PRODUCTS.to_owned(), view.t("menu-products")),
            (product, view.words(&self.product).to_owned()),
            (self.path(""), self.of.year.to_string()),
        ]
    }
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &MoneyPage) -> Markup {
    let above = [
        (paths::PRODUCTS.to_owned(), view.t("menu-products")),
        (
            paths::product(page.of.product),
            view.words(&page.product).to_owned(),
        ),
    ];
    let years: Vec<(String, String, bool)> = page
        .years
        .iter()
        .map(|year| {
            let path = paths::product_money(page.of.product, *year, "");
            (path, year.to_string(), *year == page.of.year)
        })
        .collect();
    html! {
        (ui::breadcrumbs(view, &above))
        (ui::heading(&page.title(view)))
        (ui::views(&view.t("payment-year"), &years))
        (ui::section("frames", &view.t("money-frames"), &frames(view, page)))
        (ui::section("spent", &view.t("money-spent"), &spent(view, page)))
        (ui::section("split", &view.t("split"), &split(view, page)))
    }
}

/// The same in short, on the product's own page.
#[must_use]
pub fn panel(view: &View, page: &MoneyPage) -> Markup {
    let year = [("year", page.of.year.to_string().into())];
    let body = html! {
        (ui::facts(&facts(view, page)))
        p { (ui::link(&page.path(""), &view.tv("money-more", &year))) }
    };
    ui::section("money", &view.tv("money-in", &year), &body)
}

/// What is set aside, and what was paid.
fn facts(view: &View, page: &MoneyPage) -> Vec<(String, Markup)> {
    let fact = |(kind, words): &CodeWord| {
        let ore = page.of.frames.get(kind);
        let shown = html! { @if let Some(ore) = ore { (money(view, *ore)) } @else { (view.t("money-not-set")) } };
        (view.words(words).to_owned(), shown)
    };
    let mut facts: Vec<(String, Markup)> = page.kinds.iter().map(fact).collect();
    let paid = Ore::sum(page.paid.values().copied());
    let link = paths::payments_in(page.of.year, Some(page.of.product), 0);
    let shown = html! { (money(view, paid)) " " (ui::link(&link, &view.t("money-who-paid"))) };
    facts.push((view.t("payments-paid"), shown));
    facts
}

fn frames(view: &View, page: &MoneyPage) -> Markup {
    html! {
        (ui::facts(&facts(view, page)))
        @if page.may_write { p { (ui::link_button(&page.path("amounts"), &view.t("money-write"))) } }
    }
}

/// “Første tertial”.
#[must_use]
pub fn tertial_name(view: &View, tertial: u8) -> String {
    view.t(match tertial {
        1 => "tertial-first",
        2 => "tertial-second",
        _ => "tertial-third",
    })
}

/// What is left, in words and amounts.
#[must_use]
pub fn left(view: &View, left: Option<i64>) -> String {
    left.map_or_else(|| "–".to_owned(), |left| ore::written(left, view.language))
}

fn spent(view: &View, page: &MoneyPage) -> Markup {
    let head = [
        "tertial",
        "money-spent-in",
        "money-so-far",
        "money-left",
        "money-note",
        "money-statement",
    ]
    .map(|key| view.t(key));
    let row = |tertial: u8| {
        let name = tertial_name(view, tertial);
        let mut cells = vec![html! { (name) }];
        let Some(one) = page.of.spent.get(&tertial) else {
            cells.push(html! { span class="muted" { (view.t("money-not-reported")) } });
            cells.extend((2..head.len()).map(|_| html! { "–" }));
            return cells;
        };
        let Some(account) = account(&page.of, tertial) else {
            let nothing = || html! { "–" };
            let note = html! { span class="prewrap" { (one.note) } };
            let missing = html! { span class="muted" { (view.t("money-earlier-missing")) } };
            cells.extend([money(view, one.ore), nothing(), nothing(), note, missing]);
            return cells;
        };
        let path = page.path(&format!("accounts/{tertial}"));
        cells.extend([
            money(view, one.ore),
            money(view, account.so_far),
            html! {
                span class="nowrap" { (left(view, account.left())) }
                @if account.is_over_frame() { " " (ui::tag(Tone::Danger, &view.t("money-over-frame"))) }
            },
            html! { span class="prewrap" { (one.note) } },
            html! {
                (ui::link_of(&format!("{path}/document"), &html! { (view.t("money-as-document")) }, &name)) " "
                (ui::link_of(&format!("{path}/data"), &html! { (view.t("money-as-table")) }, &name))
            },
        ]);
        cells
    };
    let rows: Vec<Vec<Markup>> = TERTIALS.into_iter().map(row).collect();
    html! {
        (ui::paragraph(&view.t("money-spent-about")))
        (ui::figures(&view.t("money-spent"), &head, 1..4, &rows))
    }
}

/// “Likt” or “Etter betaling”.
fn way_name(view: &View, way: Way) -> String {
    view.t(&format!("split-way-{way}"))
}

fn split(view: &View, page: &MoneyPage) -> Markup {
    let shares = page.shares();
    html! {
        @match (&page.of.split, shares) {
            (Some(split), Some(Ok(shares))) => {
                (ui::facts(&[
                    (view.t("split-way"), html! { (way_name(view, split.way)) }),
                    (view.t("split-sum"), money(view, split.sum)),
                    (view.t("split-count"), html! { (split.among.len()) }),
                ]))
                (ui::paragraph(&view.t("split-exact")))
                (shares_table(view, page, &shares))
            }
            (Some(split), Some(Err(why))) => {
                (ui::notice(Tone::Warning, &ui::paragraph(&view.said(&why.said()))))
                (ui::paragraph(&way_name(view, split.way)))
            }
            _ => { (ui::empty(&view.t("split-none"))) }
        }
        p class="cluster" {
            @if page.may_write { (ui::link_button(&page.path("split"), &view.t("split-write"))) }
            (ui::link_button(&page.path("what-if"), &view.t("split-what-if")))
        }
    }
}

fn shares_table(view: &View, page: &MoneyPage, shares: &[Share]) -> Markup {
    let head = ["split-organisation", "split-share"].map(|key| view.t(key));
    let mut shares: Vec<&Share> = shares.iter().collect();
    shares.sort_by_key(|share| name_of(&page.names, share.organisation).to_lowercase());
    let row = |share: &&Share| {
        vec![
            html! { (name_of(&page.names, share.organisation)) },
            money(view, share.ore),
        ]
    };
    let rows: Vec<Vec<Markup>> = shares.iter().map(row).collect();
    ui::figures(&view.t("split"), &head, 1..2, &rows)
}

/// The form of what is set aside and what was spent.
#[must_use]
pub fn amounts(view: &View, page: &MoneyPage, form: &Form, happened: &[Happened]) -> Markup {
    let tertials = TERTIALS.map(|tertial| (tertial_name(view, tertial), spent_fields(tertial)));
    let body = html! {
        (ui::hidden("version", form.value("version")))
        @for (at, (_, words)) in page.kinds.iter().enumerate() {
            @let name = frame_field(at);
            (ui::input(view, form, "text", &Field::new(&name, view.words(words)).help(view.t("payment-amount-help"))))
        }
        @for (name, (amount, note)) in &tertials {
            @let of = [("tertial", uncapitalised(name).into())];
            (ui::input(view, form, "text", &Field::new(amount, view.tv("money-spent-of", &of)).help(view.t("payment-amount-help"))))
            (ui::text_area(view, form, &Field::new(note, view.tv("money-note-of", &of))))
        }
    };
    let (own, back) = (page.path("amounts"), page.path(""));
    html! {
        (ui::breadcrumbs(view, &page.above(view)))
        (ui::heading(&view.t("money-write")))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (&own, &back), form, &body, &view.t("save")))
    }
}

/// The fields of a way of sharing.
fn split_fields(view: &View, form: &Form, organisations: &[Organisation]) -> Markup {
    let ways: Vec<(String, String)> = (Way::ALL.iter())
        .map(|way| (way.to_string(), way_name(view, *way)))
        .collect();
    let named: Vec<(String, String)> = organisations
        .iter()
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect();
    let field = |name, key: &str| Field::new(name, view.t(key)).needed();
    html! {
        (ui::select(view, form, &field("way", "split-way").help(view.t("split-way-help")), &ways))
        (ui::input(view, form, "text", &field("sum", "split-sum").help(view.t("payment-amount-help"))))
        (ui::checkboxes(view, form, &field("among", "split-among"), &named))
    }
}

/// The form of how the cost is shared.
#[must_use]
pub fn split_form(
    view: &View,
    page: &MoneyPage,
    organisations: &[Organisation],
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let body = html! {
        (ui::hidden("act", "write"))
        (ui::hidden("version", form.value("version")))
        (split_fields(view, form, organisations))
    };
    let (own, back) = (page.path("split"), page.path(""));
    let version = page.of.version.to_string();
    let fields = [("act", "remove"), ("version", version.as_str())];
    html! {
        (ui::breadcrumbs(view, &page.above(view)))
        (ui::heading(&view.t("split-write")))
        @if !happened.is_empty() { (ui::stale_notice(view, ZONE, happened)) }
        (ui::form_or_leave(view, (&own, &back), form, &body, &view.t("save")))
        @if page.of.split.is_some() {
            (ui::confirmed(view, &own, &fields, &view.t("split-remove"), &view.t("split-remove-how")))
        }
    }
}

/// Another way of sharing beside today's. It saves nothing.
#[must_use]
pub fn what_if(
    view: &View,
    page: &MoneyPage,
    organisations: &[Organisation],
    form: &Form,
    then: Option<(&Split, &[Share])>,
) -> Markup {
    html! {
        (ui::breadcrumbs(view, &page.above(view)))
        (ui::heading(&view.t("split-what-if")))
        (ui::paragraph(&view.t("split-what-if-about")))
        (ui::asking_form(view, &page.path("what-if"), form, &split_fields(view, form, organisations), &view.t("split-count-it")))
        @if let Some((split, shares)) = then {
            (ui::section("beside", &view.t("split-beside"), &beside(view, page, split, shares)))
        }
    }
}

fn beside(view: &View, page: &MoneyPage, split: &Split, then: &[Share]) -> Markup {
    let today = page.shares().and_then(Result::ok).unwrap_or_default();
    let mut compared = rules::compared(&today, then);
    compared.sort_by_key(|one| name_of(&page.names, one.organisation).to_lowercase());
    let head = [
        "split-organisation",
        "split-today",
        "split-then",
        "split-difference",
    ]
    .map(|key| view.t(key));
    let row = |one: &Compared| {
        vec![
            html! { (name_of(&page.names, one.organisation)) },
            money(view, one.today),
            money(view, one.then),
            html! { span class="nowrap" { (difference(view, one.difference())) } },
        ]
    };
    let mut rows: Vec<Vec<Markup>> = compared.iter().map(row).collect();
    let before = Ore::sum(today.iter().map(|share| share.ore));
    rows.push(vec![
        html! { strong { (view.t("payment-sum")) } },
        money(view, before),
        money(view, split.sum),
        html! { span class="nowrap" { (difference(view, split.sum.ore() - before.ore())) } },
    ]);
    html! {
        (ui::paragraph(&format!("{}: {}", view.t("split-way"), way_name(view, split.way))))
        (ui::figures(&view.t("split-beside"), &head, 1..4, &rows))
    }
}

/// With a plus sign where it is more than today.
fn difference(view: &View, of: i64) -> String {
    let plus = if of > 0 { "+" } else { "" };
    format!("{plus}{}", ore::written(of, view.language))
}
