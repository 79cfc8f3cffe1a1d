//! What boards have come to, as a table; and the search, with its hits.

use super::{above, called, in_minutes, item_link, written};
use crate::boards::Board;
use crate::boards::pages::choices;
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, BoardId};
use crate::i18n::text;
use crate::public::{OutItem, Question};
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

/// Everything either page shows.
pub struct List {
    pub form: Form,
    pub question: Question,
    pub items: Vec<OutItem>,
    /// Those with a dissent; asked for in the register alone.
    pub with_dissent: HashSet<AgendaItemId>,
    /// Of each item.
    pub excerpts: Vec<Excerpt>,
    pub next: Option<Next>,
    /// None where no words were asked for.
    pub hits: Option<Hits>,
    /// Whether the newest stand on another page.
    pub is_continued: bool,
    /// The boards of the items.
    pub boards: HashMap<BoardId, Board>,
    /// The boards, years and outcomes to choose from.
    pub known: Vec<Board>,
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
        (ui::select(view, &page.form, &choice(view, "outcome", "minutes-outcome", "public-any-outcome"), &choices(view, &page.outcomes)))
    };
    html! {
        (above(view, None))
        (ui::heading(&view.t("public-decisions")))
        (ui::paragraph(&view.t("public-decisions-about")))
        (ui::search_form(own, &fields, &view.t("public-show")))
        @if page.hits.is_some() { (count(view, page)) }
        @if page.items.is_empty() { @if page.hits.is_none() { (ui::empty(&view.t("public-no-decisions"))) } }
        @else { (table(view, page)) }
        (on(view, own, page))
    }
}

/// The search.
#[must_use]
pub fn search(view: &View, page: &List) -> Markup {
    let own = paths::PUBLISHED_SEARCH;
    let text = Field::new("text", view.t("public-search-text"))
        .help(view.t("public-search-help"))
        .needed();
    let fields = html! { (ui::input(view, &page.form, "search", &text)) (narrow(view, page)) };
    let has_asked = !page.form.value("text").trim().is_empty();
    html! {
        (above(view, None))
        (ui::heading(&view.t("search")))
        (ui::search_form(own, &fields, &view.t("search-do")))
        @if !has_asked { p class="ds-paragraph" role="status" { (view.t("search-nothing-asked")) } }
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
        @if boards.len() > 1 {
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
        "minutes-conclusion",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (page.items.iter())
        .map(|item| {
            let day = html! { (view.date(item.day)) };
            vec![
                ui::link_of(&in_minutes(item), &day, &called(item)),
                html! { (board_name(view, page, item)) },
                item_link(item),
                html! { span lang=(item.language.tag()) {
                    (item.outcome_word)
                    @if page.with_dissent.contains(&item.item) { " " (text(item.language, "public-with-dissent", &[])) }
                } },
                html! {
                    @if item.conclusion.is_empty() { "–" } @else { (written(item.language, &item.conclusion, 2)) }
                },
            ]
        })
        .collect();
    ui::table(&view.t("public-decisions"), &head, &rows)
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
    html! { @if page.next.is_some() || !is_first {
        nav class="no-print" aria-label=(view.t("public-pages")) { ul class="cluster" role="list" {
            @if !is_first { li { (ui::link(&address(own, &page.form, None), &view.t("public-to-newest"))) } }
            @if let Some(next) = &page.next { li { (ui::link(&address(own, &page.form, Some(next)), &view.t("public-older"))) } }
        } }
    } }
}
