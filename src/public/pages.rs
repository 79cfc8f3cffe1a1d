//! What is published, as pages: for everyone, on any screen, and on paper.

pub mod annual_plan;
pub mod board;
pub mod case;
pub mod front;
pub mod list;
pub mod meeting;
pub mod product;

use super::{OutItem, rules};
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::i18n::{Language, text};
use crate::meetings::Meeting;
use crate::web::prose::prose;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The way up from a page: to all that is published, and to the board.
#[must_use]
pub fn above(view: &View, board: Option<&Board>) -> Markup {
    let mut above = vec![(paths::PUBLISHED.to_owned(), view.t("public-title"))];
    above.extend(board.map(|board| {
        let name = view.words(&board.name).to_owned();
        (paths::published_board(board.id), name)
    }));
    ui::breadcrumbs(view, &above)
}

/// “Ordinært møte 9. desember 2026”, in the reader's language; never by its title.
#[must_use]
pub fn meeting_name(view: &View, kinds: &[CodeWord], of: &Meeting) -> String {
    rules::name_of(kinds, of, view.language)
}

/// A link to a meeting's minutes, by its name.
#[must_use]
pub fn meeting_link(view: &View, kinds: &[CodeWord], of: &Meeting) -> Markup {
    let href = paths::published_meeting(of.id);
    ui::link(&href, &meeting_name(view, kinds, of))
}

/// “12/26 Budsjettrammer for 2027”, in the language of its minutes.
#[must_use]
pub fn called(of: &OutItem) -> String {
    let exempt = || text(of.language, "case-title-exempt", &[]);
    let title = of.title.clone().unwrap_or_else(exempt);
    format!("{} {title}", of.label).trim_start().to_owned()
}

/// Where an item stands in its minutes.
#[must_use]
pub fn in_minutes(of: &OutItem) -> String {
    format!("{}#item-{}", paths::published_meeting(of.meeting), of.item)
}

/// An item's name as a link: to all that is out about its case, or to its place in the minutes.
#[must_use]
pub fn item_link(of: &OutItem) -> Markup {
    let href = match of.case {
        Some(case) => paths::published_case(case),
        None => in_minutes(of),
    };
    html! { a class="ds-link" href=(href) lang=(of.language.tag()) { (called(of)) } }
}

/// What was written, with its headings below one of this level.
#[must_use]
pub fn written(language: Language, content: &str, below: usize) -> Markup {
    let table = text(language, "prose-table", &[]);
    html! { @if !content.is_empty() {
        div class="prose" lang=(language.tag()) { (prose(content, below, &table)) }
    } }
}
