//! The page of the search: what is asked, how much was found, and each hit with its words marked.

use super::excerpt::marked;
use super::{Excerpt, Found, Hit, Order, Piece, Question, Sort, forms};
use crate::boards::Board;
use crate::boards::pages::word;
use crate::db::code_words::CodeWord;
use crate::db::ids::BoardId;
use crate::i18n::stems::words;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};

/// Everything the page shows.
pub struct Page {
    pub form: Form,
    pub question: Question,
    pub found: Found,
    /// Of each hit.
    pub excerpts: Vec<Excerpt>,
    pub boards: HashMap<BoardId, Board>,
    /// The boards that the reader has a role on.
    pub own: BTreeSet<BoardId>,
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
}

/// What the page is called: with what was searched for, so that several stand apart among a browser's tabs.
#[must_use]
pub fn title(view: &View, page: &Page) -> String {
    let asked = page.form.value("text").trim();
    if asked.is_empty() {
        return view.t("search");
    }
    let asked: String = asked.chars().take(60).collect();
    view.tv("search-for", &[("text", asked.into())])
}

/// The page.
#[must_use]
pub fn page(view: &View, page: &Page) -> Markup {
    html! {
        (ui::heading(&view.t("search")))
        (ui::mistakes(view, &page.form))
        (ui::search_form(paths::SEARCH, &fields(view, page), &view.t("search-do")))
        @if page.form.is_right() { (answer(view, page)) }
    }
}

fn fields(view: &View, page: &Page) -> Markup {
    let form = &page.form;
    let text = Field::new("text", view.t("search-text"))
        .help(view.t("search-text-help"))
        .needed();
    html! {
        (ui::input(view, form, "search", &text))
        @if is_narrowed(form) { (ui::group("narrow", &view.t("search-narrow"), &narrow(view, page))) }
        @else { (ui::folded_group("narrow", &view.t("search-narrow"), &view.t("search-narrow"), &narrow(view, page))) }
    }
}

/// Whether more was chosen than words: then it is seen at once.
fn is_narrowed(form: &Form) -> bool {
    let names = ["board", "sort", "kind", "subject", "from", "until"];
    let is_chosen = |name: &&str| !form.value(name).is_empty();
    names.iter().any(is_chosen) || !["", "best"].contains(&form.value("order"))
}

fn narrow(view: &View, page: &Page) -> Markup {
    let form = &page.form;
    let field = |name, label| Field::new(name, view.t(label));
    let choice = |name, label, none| field(name, label).none(view.t(none));
    let lists = |list: &[CodeWord]| -> Vec<(String, String)> {
        let choice = |(code, words): &CodeWord| (code.clone(), view.words(words).to_owned());
        list.iter().map(choice).collect()
    };
    let sorts = Sort::ALL.iter();
    let sorts = sorts.map(|sort| (sort.to_string(), view.t(&format!("search-sort-{sort}"))));
    let sorts: Vec<(String, String)> = sorts.collect();
    let orders = Order::ALL.iter();
    let orders = orders.map(|order| (order.to_string(), view.t(&format!("search-order-{order}"))));
    let orders: Vec<(String, String)> = orders.collect();
    let mut form = form.clone();
    form.put("order", page.question.order.code());
    let form = &form;
    html! { div class="fields" {
        @if page.own.len() > 1 {
            (ui::select(view, form, &choice("board", "search-board", "search-any-board"), &boards(view, page)))
        }
        (ui::select(view, form, &choice("sort", "search-sort", "search-any-sort"), &sorts))
        (ui::select(view, form, &choice("kind", "case-type", "search-any-kind"), &lists(&page.kinds)))
        (ui::select(view, form, &choice("subject", "case-subject", "search-any-subject"), &lists(&page.subjects)))
        (ui::input(view, form, "date", &field("from", "search-from")))
        (ui::input(view, form, "date", &field("until", "search-until")))
        (ui::select(view, form, &field("order", "search-order").needed(), &orders))
    } }
}

fn boards(view: &View, page: &Page) -> Vec<(String, String)> {
    let own = page.own.iter().filter_map(|id| page.boards.get(id));
    let mut boards: Vec<(String, String)> = own
        .map(|board| (board.id.to_string(), view.words(&board.name).to_owned()))
        .collect();
    boards.sort_by_key(|(_, name)| name.to_lowercase());
    boards
}

fn answer(view: &View, page: &Page) -> Markup {
    if page.question.terms.is_empty() {
        let asked = page.form.value("text").trim();
        let key = match words(asked).next() {
            _ if asked.is_empty() => "search-nothing-asked",
            None => "search-only-signs",
            Some(_) => "search-nothing-to-ask",
        };
        return html! { p class="ds-paragraph" role="status" { (view.t(key)) } };
    }
    let count = page.found.count;
    let key = if page.found.has_more {
        "search-found-more"
    } else {
        "search-found"
    };
    let said = view.tv(key, &[("count", count.into())]);
    let first = page.question.page * Found::PAGE + 1;
    html! {
        p class="ds-paragraph" role="status" { (said) }
        @if count == 0 { (ui::empty(&view.t("search-none"))) }
        @else if page.found.hits.is_empty() { (ui::empty(&view.t("search-past-the-end"))) }
        @else {
            ol class="hits" role="list" start=(first) {
                @for (hit, excerpt) in page.found.hits.iter().zip(&page.excerpts) { li { (hit_of(view, page, hit, excerpt)) } }
            }
        }
        (pages(view, page))
    }
}

fn hit_of(view: &View, page: &Page, hit: &Hit, excerpt: &Excerpt) -> Markup {
    let title = marked(&hit.title, &page.question.terms);
    let href = match &hit.paper {
        Some(paper) => paths::paper(paper.id),
        None => paths::case(hit.case),
    };
    html! {
        article {
            h2 class="ds-heading" data-size="2xs" { a class="ds-link" href=(href) lang=(hit.language.tag()) { (line(&title)) } }
            p { span class="muted" { (about(view, page, hit)) } (exempt_tag(view, hit)) }
            @if !excerpt.pieces.is_empty() {
                p class="ds-paragraph" lang=(hit.language.tag()) { (line(&excerpt.pieces)) }
            }
            @if let (Some(paper), Some(number)) = (&hit.paper, excerpt.page) {
                p { (ui::link_of(
                    &paths::page_of_paper(paper.id, number),
                    &html! { (view.tv("search-page", &[("number", number.into())])) },
                    &hit.title,
                )) }
            }
        }
    }
}

/// “Unntatt offentlighet”, as on the page of the case or of the paper.
fn exempt_tag(view: &View, hit: &Hit) -> Markup {
    let key = if hit.paper.is_some() {
        "pack-exempt"
    } else {
        "case-assessment-exempt"
    };
    html! { @if hit.is_exempt { " " (ui::tag(Tone::Warning, &view.t(key))) } }
}

fn line(pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { @if piece.is_found { mark { (piece.text) } } @else { (piece.text) } } }
}

/// “Sakspapir · Styringsrådet · 12/26 Budsjettrammer · Møte 17. mars 2027”.
fn about(view: &View, page: &Page, hit: &Hit) -> String {
    let sort = match &hit.paper {
        Some(paper) => view.t(&format!("paper-part-{}", paper.part)),
        None => view.t("search-hit-case"),
    };
    let mut parts = vec![sort];
    let board = page.boards.get(&hit.board);
    parts.extend(board.map(|board| view.words(&board.name).to_owned()));
    if let Some(of) = &hit.of_case {
        let number = of.number.map(|number| number.to_string());
        if hit.paper.is_none() {
            parts.extend(number);
            parts.push(word(view, &page.kinds, &of.kind));
        } else {
            // Many papers are called as their case.
            let title = (of.title != hit.title).then(|| of.title.clone());
            let name: Vec<String> = number.into_iter().chain(title).collect();
            parts.extend((!name.is_empty()).then(|| name.join(" ")));
        }
        let meeting = |day| view.tv("search-meeting", &[("date", view.date(day).into())]);
        parts.extend(of.day.map(meeting));
    }
    parts.join(" · ")
}

fn pages(view: &View, page: &Page) -> Markup {
    let (at, last) = (
        page.question.page,
        page.found.count.saturating_sub(1) / Found::PAGE,
    );
    let link = |to: usize, key: &str| ui::link(&forms::address(&page.form, to), &view.t(key));
    html! {
        @if last > 0 {
            nav aria-label=(view.t("search-pages")) { ul class="cluster" role="list" {
                @if at > 0 { li { (link(at.min(last + 1) - 1, "search-before")) } }
                li { (view.tv("search-page-of", &[("page", (at + 1).into()), ("pages", (last + 1).into())])) }
                @if at < last { li { (link(at + 1, "search-after")) } }
            } }
        }
    }
}
