//! A PDF shown in its page. The server sends an empty frame that is hidden, and the script fills it: without scripts the
//! link above opens the file.

use crate::i18n::Value;
use crate::papers::Paper;
use crate::web::{View, assets};
use maud::{Markup, html};

/// The frame for the PDF of a paper at this address. `first` is the number that its first page has in the meeting's pack,
/// which then stands under each page as it does there.
#[must_use]
pub fn frame(view: &View, address: &str, paper: &Paper, first: Option<u32>) -> Markup {
    let language = paper.facts.language;
    let stamp = first.map(|_| stamp(view, paper));
    // The script puts the numbers in; the words around them are the reader's language's.
    let words = |key: &str| view.tv(key, &[("page", "%".into()), ("count", "#".into())]);
    let pages = ("pages", Value::from("#"));
    let no_page = match first {
        Some(_) => view.tv("pdf-no-page-in-pack", &[pages, ("in_pack", "@".into())]),
        None => view.tv("pdf-no-page", &[pages]),
    };
    html! {
        link rel="stylesheet" href=(assets::path("pdf.css"));
        // The frame holds what is in sight and no more, so it is not printed: the sheet says where the document is.
        p class="ds-paragraph print-only" {
            (view.t(if first.is_some() { "pdf-not-printed-in-pack" } else { "pdf-not-printed" }))
        }
        div class="pdf no-print" hidden data-pdf=(address) data-page=(words("pdf-page"))
            data-first=[first] data-stamp=[stamp] {
            (tools(view))
            p class="muted" role="status" data-words data-opening=(view.t("pdf-opening")) data-failed=(view.t("pdf-failed"))
                data-zoomed=(view.tv("pdf-zoomed", &[("percent", Value::from("%"))])) data-no-page=(no_page) {}
            div class="pdf-pages" role="region" aria-label=(format!("{}: {}", view.t("pdf-pages"), paper.facts.title)) tabindex="0" data-pages {}
            template {
                div class="pdf-page" role="group" {
                    div class="pdf-sheet" lang=(language.tag()) {}
                    div class="pdf-notes" {
                        p class="muted" data-number-of hidden {}
                        ul hidden role="list" aria-label=(view.t("paper-notes")) {
                            template { li {
                                p class="prewrap" {}
                                p class="muted" data-version hidden {}
                                a class="ds-link" href="" { (view.t("paper-note-change")) }
                            } }
                        }
                        button class="ds-button" data-variant="tertiary" data-size="sm" type="button"
                            data-text=(words("pdf-note-to-page")) {}
                    }
                }
            }
        }
        script type="module" src=(assets::path("pdf.js")) {}
    }
}

/// “Sak 12/26 · s. 3 av 9 · side 45 i møtepakken”, with signs where the script puts the numbers.
fn stamp(view: &View, paper: &Paper) -> String {
    let case = paper
        .case
        .number
        .map(|number| view.tv("pack-case", &[("number", number.to_string().into())]));
    let page = format!("{} % {} #", view.t("pack-page"), view.t("pack-of"));
    let in_pack = view.tv("pack-page-in", &[("page", "@".into())]);
    let parts = [case, Some(page), Some(in_pack)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The buttons. Their signs are drawn, and their names read out.
fn tools(view: &View) -> Markup {
    let button = |act: &str, key: &str, sign: &str| {
        html! {
            button class="ds-button" data-variant="secondary" data-size="sm" type="button" data-act=(act)
                aria-label=(view.t(key)) title=(view.t(key)) { span aria-hidden="true" { (sign) } }
        }
    };
    html! {
        div class="pdf-tools" role="group" aria-label=(view.t("pdf-tools")) data-tools {
            (button("before", "pdf-before", "↑"))
            (button("next", "pdf-next", "↓"))
            label class="ds-label" {
                (view.t("paper-note-page"))
                input class="ds-input" data-size="sm" type="number" min="1" value="1" inputmode="numeric" data-number;
            }
            span data-count data-text=(view.tv("pdf-of", &[("count", "#".into())])) {}
            span class="pdf-zoom" {
                (button("out", "pdf-out", "−"))
                (button("in", "pdf-in", "+"))
                button class="ds-button" data-variant="secondary" data-size="sm" type="button" data-act="fit" { (view.t("pdf-fit")) }
            }
        }
    }
}
