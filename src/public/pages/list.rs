//! What boards have come to, as a table; and the search, with its hits.

use super::{above, called, in_minutes, item_link, written};
use crate::boards::Board;
use crate::boards::pages::choices;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, BoardId, ProductId};
use crate::db::types::Words;
use crate::i18n::text;
use crate::minutes::actions::Standing;
use crate::minutes::decisions::{Decided, pages as shown};
use crate::public::{OutItem, OwnerHas, Question, rules};
use crate::search::excerpt::marked;
use crate::search::{Excerpt, Piece};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::{HashMap, HashSet};

/// Where the next page begins.
pub enum Next {
    /// After this place.
    After(String),
    /// At this page of what was found.
    Page(usize),
}

/// How much has the words.
pub struct Hits {
    pub count: usize,
    /// Whether there is more than is counted.
    pub has_more: bool,
    /// The page that is shown, from 0.
    pub page: usize,
}

/// What came of items after the minutes; asked for in the register alone.
#[derive(Default)]
pub struct FollowUp {
    /// What the owner of the board decided.
    pub decided: HashMap<AgendaItemId, Decided>,
    /// What was agreed under each.
    pub actions: HashMap<AgendaItemId, Vec<Standing>>,
}

/// Everything either page shows.
pub struct List {
    pub form: Form,
    pub question: Question,
    pub items: Vec<OutItem>,
    /// Those with a dissent.
    pub with_dissent: HashSet<AgendaItemId>,
    pub follow_up: FollowUp,
    /// Of each item.
    pub excerpts: Vec<Excerpt>,
    pub next: Option<Next>,
    /// None where no words were asked for.
    pub hits: Option<Hits>,
    /// Whether the newest stand on another page.
    pub is_continued: bool,
    /// The boards of the items.
    pub boards: HashMap<BoardId, Board>,
    /// The boards, products, years and outcomes to choose from.
    pub known: Vec<Board>,
    pub products: Vec<(ProductId, Words)>,
    pub years: Vec<i32>,
    pub outcomes: Vec<CodeWord>,
}

/// What boards have come to.
#[must_use]
pub fn decisions(view: &View, page: &List) -> Markup {
    let own = paths::PUBLISHED_DECISIONS;
    let text = Field::new("text", view.t("public-decisions-text"));
    let fields = html! {
        (ui::input(view, &page.form, "search", &text))
        (narrow(view, page))
        (product(view, page))
        (outcome(view, page))
        (owner_has(view, page))
    };
    html! {
        (above(view, None))
        (ui::heading(&view.t("public-decisions")))
        (ui::paragraph(&view.t("public-decisions-about")))
        @if !page.products.is_empty() { p { (ui::link(paths::PUBLISHED_PRODUCTS, &view.t("public-products-all"))) } }
        (ui::mistakes_at(view, &page.form, &fields))
        (ui::search_form(own, &fields, &view.t("public-show")))
        @if page.form.is_right() {
            @if page.hits.is_some() { (count(view, page)) }
            @if page.items.is_empty() { @if page.hits.is_none() { (ui::empty(&view.t(none(page)))) } }
            @else { (table(view, page)) }
            (on(view, own, page))
        } @else { (ui::empty(&view.t("public-unknown-filter"))) }
    }
}

/// Why the register shows nothing: nothing is published yet, or nothing of it is what was asked for.
fn none(page: &List) -> &'static str {
    let is_asked = page
        .form
        .fields()
        .iter()
        .any(|(_, value)| !value.trim().is_empty());
    if is_asked || page.is_continued {
        "public-no-decisions"
    } else {
        "public-no-decisions-yet"
    }
}

/// The search.
#[must_use]
pub fn search(view: &View, page: &List) -> Markup {
    let own = paths::PUBLISHED_SEARCH;
    let text = Field::new("text", view.t("public-search-text"))
        .help(view.t("public-search-help"))
        .needed();
    let fields = html! {
        (ui::input(view, &page.form, "search", &text))
        (narrow(view, page))
        // Nobody chooses it here, and an address may ask for it all the same.
        @if !page.form.value("product").is_empty() { (product(view, page)) }
        @if !page.form.value("outcome").is_empty() { (outcome(view, page)) }
        @if !page.form.value("owner").is_empty() { (owner_has(view, page)) }
    };
    let has_asked = !page.form.value("text").trim().is_empty();
    html! {
        (above(view, None))
        (ui::heading(&view.t("search")))
        (ui::mistakes_at(view, &page.form, &fields))
        (ui::search_form(own, &fields, &view.t("search-do")))
        @if !page.form.is_right() { (ui::empty(&view.t("public-unknown-filter"))) }
        @else if !has_asked { p class="ds-paragraph" role="status" { (view.t("search-nothing-asked")) } }
        @else {
            (count(view, page))
            @if !page.items.is_empty() {
                @let first = page.hits.as_ref().map_or(0, |hits| hits.page) * PAGE + 1;
                ol class="hits" role="list" start=(first) {
                    @for (item, excerpt) in page.items.iter().zip(&page.excerpts) { li { (hit(view, page, item, excerpt)) } }
                }
            }
            (on(view, own, page))
        }
    }
}

/// So many hits stand on a page.
const PAGE: usize = 20;

/// With what was searched for, so that several stand apart among a browser's tabs.
#[must_use]
pub fn search_title(view: &View, page: &List) -> String {
    let asked = page.form.value("text").trim();
    if asked.is_empty() {
        return view.t("search");
    }
    let asked: String = asked.chars().take(60).collect();
    view.tv("search-for", &[("text", asked.into())])
}

fn choice<'a>(view: &View, name: &'a str, label: &str, none: &str) -> Field<'a> {
    Field::new(name, view.t(label)).none(view.t(none))
}

/// What it ended with.
fn outcome(view: &View, page: &List) -> Markup {
    let field = choice(view, "outcome", "minutes-outcome", "public-any-outcome");
    ui::select(view, &page.form, &field, &choices(view, &page.outcomes))
}

/// What it is about; nothing where nothing that is out is about a product.
fn product(view: &View, page: &List) -> Markup {
    let mut products: Vec<(String, String)> = (page.products.iter())
        .map(|(id, name)| (id.to_string(), view.words(name).to_owned()))
        .collect();
    products.sort_by_key(|(_, name)| name.to_lowercase());
    let field = choice(view, "product", "product", "public-any-product");
    html! { @if !products.is_empty() || page.form.mistake("product").is_some() {
        (ui::select(view, &page.form, &field, &products))
    } }
}

/// Whether the owner of the board has decided.
fn owner_has(view: &View, page: &List) -> Markup {
    let choices: Vec<(String, String)> = (OwnerHas::ALL.iter())
        .map(|one| (one.to_string(), view.t(&format!("decision-owner-{one}"))))
        .collect();
    let field = choice(view, "owner", "decision", "decision-any");
    ui::select(view, &page.form, &field, &choices)
}

/// The board and the year.
fn narrow(view: &View, page: &List) -> Markup {
    let mut boards: Vec<(String, String)> = (page.known.iter())
        .map(|board| (board.id.to_string(), view.words(&board.name).to_owned()))
        .collect();
    boards.sort_by_key(|(_, name)| name.to_lowercase());
    let years: Vec<(String, String)> = (page.years.iter())
        .map(|year| (year.to_string(), year.to_string()))
        .collect();
    html! {
        @if boards.len() > 1 || page.form.mistake("board").is_some() {
            (ui::select(view, &page.form, &choice(view, "board", "search-board", "search-any-board"), &boards))
        }
        (ui::select(view, &page.form, &choice(view, "year", "public-year", "public-any-year"), &years))
    }
}

/// How much was found.
fn count(view: &View, page: &List) -> Markup {
    let Some(hits) = &page.hits else {
        return html! {};
    };
    let key = match hits {
        _ if page.question.terms.is_empty() => "search-nothing-to-ask",
        Hits { has_more: true, .. } => "search-found-more",
        Hits { .. } => "search-found",
    };
    let said = view.tv(key, &[("count", hits.count.into())]);
    html! {
        p class="ds-paragraph" role="status" { (said) }
        @if hits.count == 0 && !page.question.terms.is_empty() { (ui::empty(&view.t("search-none"))) }
        @else if page.items.is_empty() && hits.count > 0 { (ui::empty(&view.t("search-past-the-end"))) }
    }
}

fn board_name<'a>(view: &View, page: &'a List, of: &OutItem) -> &'a str {
    let board = page.boards.get(&of.board);
    board.map_or("", |board| board.name_in(view.language))
}

fn table(view: &View, page: &List) -> Markup {
    let head = [
        "public-day",
        "search-board",
        "agenda-item",
        "minutes-outcome",
        "decision",
        "action-follow-up",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (page.items.iter())
        .map(|item| {
            let day = html! { (view.date(item.day)) };
            vec![
                ui::link_of(&in_minutes(item), &day, &called(item)),
                html! { (board_name(view, page, item)) },
                item_link(item),
                came_to(
                    view,
                    &page.outcomes,
                    page.with_dissent.contains(&item.item),
                    item,
                ),
                shown::cell(
                    view,
                    item.language,
                    page.follow_up.decided.get(&item.item),
                    (&item.outcome, &called(item)),
                ),
                html! { (agreed(view, page, item)) },
            ]
        })
        .collect();
    ui::table(&view.t("public-decisions"), &head, &rows)
}

/// What the board came to, in a word and in its own.
///
/// Minutes in another language than the reader's say it in theirs; the list says it in the reader's, where it knows how.
pub(super) fn came_to(
    view: &View,
    outcomes: &[CodeWord],
    has_dissent: bool,
    item: &OutItem,
) -> Markup {
    let mut listed = outcomes.iter();
    let known = (item.language != view.language)
        .then(|| listed.find(|(code, _)| *code == item.outcome))
        .flatten();
    html! {
        @if item.outcome_word.is_empty() && item.conclusion.is_empty() { "–" }
        @else if !item.outcome_word.is_empty() { p lang=(item.language.tag()) { strong {
            @if let Some((_, words)) = known { span lang=(view.language.tag()) { (view.words(words)) } }
            @else { (item.outcome_word) }
            @if has_dissent { " " (text(item.language, "public-with-dissent", &[])) }
        } } }
        (written(item.language, &item.conclusion, 2))
    }
}

/// “2 oppfølgingspunkter: 1 gjort, 1 åpent”: never what, and never whose.
fn agreed(view: &View, page: &List, item: &OutItem) -> String {
    let board = page.boards.get(&item.board);
    let (Some(board), Some(all)) = (board, page.follow_up.actions.get(&item.item)) else {
        return "–".to_owned();
    };
    let tally = rules::tally(all, board.today(view.now));
    let each: Vec<String> = (tally.into_iter())
        .map(|(key, count)| view.tv(key, &[("count", count.into())]))
        .collect();
    let values = [
        ("count", all.len().into()),
        ("each", each.join(", ").into()),
    ];
    view.tv("decision-actions", &values)
}

fn hit(view: &View, page: &List, item: &OutItem, excerpt: &Excerpt) -> Markup {
    let title = marked(&called(item), &page.question.terms);
    let language = item.language.tag();
    let about = format!("{} · {}", board_name(view, page, item), view.date(item.day));
    html! {
        article {
            h2 class="ds-heading" data-size="2xs" { a class="ds-link" href=(in_minutes(item)) lang=(language) { (line(&title)) } }
            p class="muted" {
                (about)
                @if !item.outcome_word.is_empty() { " · " span lang=(language) { (item.outcome_word) } }
                @if page.with_dissent.contains(&item.item) {
                    " " span lang=(language) { (text(item.language, "public-with-dissent", &[])) }
                }
            }
            @if !excerpt.pieces.is_empty() { p class="ds-paragraph" lang=(language) { (line(&excerpt.pieces)) } }
            @if let Some(case) = item.case {
                p { (ui::link_of(&paths::published_case(case), &html! { (view.t("public-about-case")) }, &called(item))) }
            }
        }
    }
}

fn line(pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { @if piece.is_found { mark { (piece.text) } } @else { (piece.text) } } }
}

/// The same question, from another place on.
fn address(own: &str, form: &Form, next: Option<&Next>) -> String {
    let said = form.fields().iter().filter(|(_, value)| !value.is_empty());
    let from = next.map(|next| match next {
        Next::After(place) => format!("after={}", paths::escape(place)),
        Next::Page(page) => format!("page={page}"),
    });
    let fields: Vec<String> = said
        .map(|(name, value)| format!("{name}={}", paths::escape(value)))
        .chain(from)
        .collect();
    if fields.is_empty() {
        return own.to_owned();
    }
    format!("{own}?{}", fields.join("&"))
}

/// On to what is older, and back to the newest.
fn on(view: &View, own: &str, page: &List) -> Markup {
    let is_first = !page.is_continued && page.hits.as_ref().is_none_or(|hits| hits.page == 0);
    let newest = (!is_first).then(|| address(own, &page.form, None));
    let older = page.next.as_ref();
    let older = older.map(|next| address(own, &page.form, Some(next)));
    further(view, newest.as_deref(), older.as_deref())
}

/// Links to the newest and to what is older, where there are such pages.
pub(super) fn further(view: &View, newest: Option<&str>, older: Option<&str>) -> Markup {
    html! { @if newest.is_some() || older.is_some() {
        nav class="no-print" aria-label=(view.t("public-pages")) { ul class="cluster" role="list" {
            @if let Some(newest) = newest { li { (ui::link(newest, &view.t("public-to-newest"))) } }
            @if let Some(older) = older { li { (ui::link(older, &view.t("public-older"))) } }
        } }
    } }
}
