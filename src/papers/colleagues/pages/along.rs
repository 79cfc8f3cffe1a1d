//! What a colleague sees: the papers that were chosen, one by one, and nothing else of the board.

use crate::cases::pages::{meeting_name, name};
use crate::i18n::Value;
use crate::meetings::words;
use crate::papers::colleagues::door::{Door, OfCase};
use crate::papers::pages::{content_words, text};
use crate::papers::{Content, Paper, Part, Version};
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The title of the list.
#[must_use]
pub fn title(view: &View, door: &Door) -> String {
    let meeting = meeting_name(view, &door.kinds, &door.meeting);
    view.tv("papers-of", &[("meeting", meeting.into())])
}

/// Every paper that was chosen and may be read now.
#[must_use]
pub fn list(view: &View, door: &Door, link: &str, of: &[OfCase]) -> Markup {
    let values = [
        ("member", (&door.member).into()),
        ("board", view.words(&door.board.name).into()),
        ("date", view.long_date(door.meeting.last_day()).into()),
    ];
    html! {
        (ui::heading(&title(view, door)))
        p class="ds-paragraph" { (words::capitalised(&words::when(view.language, &door.meeting))) "." }
        (ui::paragraph(&view.tv("along-how", &values)))
        @if let Some(address) = &door.member_address {
            p class="ds-paragraph" {
                (view.tv("along-answer", &[("member", (&door.member).into())])) " "
                (ui::link(&format!("mailto:{address}"), address))
            }
        }
        @if of.is_empty() { (ui::empty(&view.t("along-none"))) }
        @for (case, papers) in of {
            @let lines: Vec<Markup> = papers.iter().map(|(paper, version)| line(view, link, paper, version.as_ref())).collect();
            (ui::section(&format!("case-{}", case.id), &name(case), &ui::list(&lines)))
        }
    }
}

fn line(view: &View, link: &str, paper: &Paper, version: Option<&Version>) -> Markup {
    html! {
        (ui::link(&paths::read_along_paper(link, paper.id), &paper.facts.title))
        @if paper.part == Part::Attachment { " " span class="muted" { (view.t("paper-attachment-short")) } }
        @if let Some(version) = version { " " span class="muted" { "(" (content_words(view, version)) ")" } }
    }
}

/// One paper: its text, or its file.
#[must_use]
pub fn paper(view: &View, door: &Door, link: &str, paper: &Paper, version: &Version) -> Markup {
    let number = [("number", Value::Number(version.number))];
    let at = view.moment(door.board.zone, version.at);
    html! {
        (ui::breadcrumbs(view, &[(link.to_owned(), title(view, door))]))
        (ui::heading(&paper.facts.title))
        p class="muted" { (view.tv("paper-version-number", &number)) ", " (at) }
        @match &version.content {
            Content::Written(sections) => (text(view, sections, paper.facts.language)),
            Content::File(file) => {
                @let path = format!("{}/file", paths::read_along_paper(link, paper.id));
                @let key = if file.kind.is_shown() { "paper-open-file" } else { "paper-fetch-file" };
                p class="ds-paragraph" { (ui::main_link_button(&path, &view.tv(key, &[("name", (&file.name).into())]))) }
                p class="muted" { (words::capitalised(&content_words(view, version))) }
            },
        }
    }
}

/// The same whether the link has ended or never was one.
#[must_use]
pub fn gone(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("along-gone-title")))
        (ui::paragraph(&view.t("along-gone")))
    }
}
