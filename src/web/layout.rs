//! The one layout: skip link, header, menu, main, footer. Designsystemet's look; nothing here needs a script.

use super::access::Roles;
use super::view::View;
use super::{assets, paths};
use crate::i18n::{Language, has_text};
use maud::{DOCTYPE, Markup, html};

/// What a page says of itself to search engines and to those it is sent to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// One or two sentences.
    pub description: String,
    /// The path that this page is known by, however it was reached; empty where there is none.
    pub path: String,
    /// What programs may follow instead of the page.
    pub feeds: Vec<Feed>,
}

/// A feed or a calendar, as the head of a page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its type, without parameters.
    pub kind: &'static str,
    pub title: String,
    pub path: String,
}

/// A whole page around its content.
#[must_use]
pub fn page(view: &View, title: &str, head: Option<&Head>, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(view.language.tag()) data-color-scheme="auto" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (view.t("product-name")) }
                @if let Some(head) = head { (about(view, title, head)) }
                @for sheet in ["designsystemet.css", "styringsrad.css", "pictures.css"] {
                    link rel="stylesheet" href=(assets::path(sheet));
                }
                link rel="icon" href=(assets::path("styringsrad.svg")) type="image/svg+xml";
            }
            body {
                a class="ds-skip-link" href="#main" { (view.t("skip-to-content")) }
                (header(view))
                (menu(view))
                main id="main" tabindex="-1" {
                    @if let Some((said, color)) = said(view) {
                        div class="ds-alert" data-color=(color) role="status" { p class="ds-paragraph" { (said) } }
                    }
                    (content)
                }
                (footer(view))
            }
        }
    }
}

/// The words with which a page stands in a list of hits, and in a message that links to it.
fn about(view: &View, title: &str, head: &Head) -> Markup {
    let address = format!("{}{}", view.app.config.base_url, head.path);
    html! {
        meta name="description" content=(head.description);
        meta property="og:title" content=(title);
        meta property="og:description" content=(head.description);
        meta property="og:site_name" content=(view.t("product-name"));
        meta property="og:type" content="website";
        @if !head.path.is_empty() {
            meta property="og:url" content=(address);
            link rel="canonical" href=(address);
        }
        @for feed in &head.feeds {
            link rel="alternate" type=(feed.kind) title=(feed.title) href=(feed.path);
        }
    }
}

fn header(view: &View) -> Markup {
    html! {
        header { div {
            a class="brand" href=(paths::HOME) { (view.t("product-name")) }
            @if let Some(reader) = &view.reader {
                (seek(view, &reader.roles))
                a href=(paths::ME) { (reader.name) }
                form class="inline" method="post" action=(paths::SIGN_OUT) {
                    input type="hidden" name=(super::form::TOKEN) value=(view.form_token());
                    button class="ds-button" data-variant="tertiary" data-size="sm" type="submit" { (view.t("sign-out")) }
                }
            } @else if !paths::is_open(&view.here) {
                a class="ds-button" data-variant="secondary" data-size="sm" href=(paths::SIGN_IN) { (view.t("sign-in")) }
            }
            ul class="cluster languages" role="list" aria-label=(view.t("choose-language")) {
                @for language in Language::all() {
                    li { a href=(in_language(&view.here, language)) lang=(language.tag()) hreflang=(language.tag())
                        aria-current=[(language == view.language).then_some("true")] { (language.own_name()) } }
                }
            }
        } }
    }
}

/// The search at hand, where there is room for it; the menu leads to its page everywhere, and the page has a form of its
/// own.
fn seek(view: &View, roles: &Roles) -> Markup {
    let (path, label) = seeks(roles);
    if view.here.split('?').next() == Some(path) {
        return html! {};
    }
    html! {
        form class="seek" method="get" action=(path) role="search" aria-label=(view.t(label)) {
            label class="ds-sr-only" for="seek" { (view.t(label)) }
            input class="ds-input" data-size="sm" id="seek" name="text" type="search" required;
            button class="ds-button" data-variant="secondary" data-size="sm" type="submit" { (view.t("menu-search")) }
        }
    }
}

/// Where the search at hand leads, with the words for what it goes through.
fn seeks(roles: &Roles) -> (&'static str, &'static str) {
    if works_inside(roles) {
        (paths::SEARCH, "search-everything")
    } else {
        (paths::PUBLISHED_SEARCH, "public-search-text")
    }
}

fn menu(view: &View) -> Markup {
    let here = view.here.split('?').next().unwrap_or_default();
    let roles = view.reader.as_ref().map(|reader| &reader.roles);
    let section = if roles.is_some_and(works_inside) {
        section(here)
    } else {
        section_outside(here)
    };
    html! {
        nav aria-label=(view.t("menu")) { ul {
            @for (path, key) in entries(roles) {
                li { a href=(path) aria-current=[current(path, here, section)] { (view.t(key)) } }
            }
        } }
    }
}

/// Whether somebody has to do with a board's own pages; for what to show, never for access. For all others, such as a service
/// owner's person without a seat, these are empty.
fn works_inside(roles: &Roles) -> bool {
    !roles.boards.is_empty() || !roles.prepares.is_empty() || roles.administrator
}

/// What the menu leads to: what is published, for who has not signed in or has to do with no board's own pages.
fn entries(roles: Option<&Roles>) -> Vec<(&'static str, &'static str)> {
    let published = [
        (paths::PUBLISHED, "menu-published"),
        (paths::PUBLISHED_BOARDS, "menu-boards"),
        (paths::PUBLISHED_PRODUCTS, "menu-products"),
        (paths::PUBLISHED_DECISIONS, "menu-decisions"),
        (paths::PUBLISHED_SEARCH, "menu-search"),
    ];
    let Some(roles) = roles else {
        return published.to_vec();
    };
    if !works_inside(roles) {
        let (me, told) = (
            (paths::ME, "menu-me"),
            (paths::MY_SUBSCRIPTIONS, "menu-subscriptions"),
        );
        return [&[me], published.as_slice(), &[told]].concat();
    }
    let keeps = roles.is_secretary_somewhere();
    let mut links = Vec::new();
    if keeps {
        links.push((paths::DESK, "menu-desk"));
    }
    links.push((paths::ME, "menu-me"));
    links.push((paths::BOARDS, "menu-boards"));
    if roles.is_involved() {
        links.push((paths::PRODUCTS, "menu-products"));
    }
    links.push((paths::PUBLISHED, "menu-published"));
    links.push((paths::SEARCH, "menu-search"));
    if keeps || roles.administrator {
        links.push((paths::ORGANISATIONS, "menu-organisations"));
        links.push((paths::PEOPLE, "menu-people"));
    }
    if keeps {
        links.push((paths::LEDGER, "menu-ledger"));
        links.push((paths::REHEARSAL, "menu-rehearsal"));
    }
    links
}

/// The same in the menu of a visitor: minutes and cases belong to what is published, a board's pages to the boards, a
/// product's to the products.
fn section_outside(here: &str) -> &str {
    let own = [
        paths::PUBLISHED_BOARDS,
        paths::PUBLISHED_PRODUCTS,
        paths::PUBLISHED_DECISIONS,
        paths::PUBLISHED_SEARCH,
        paths::PUBLISHED,
        paths::MY_SUBSCRIPTIONS,
        paths::ME,
    ];
    let is_below = |entry: &&str| {
        here.strip_prefix(*entry)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    own.into_iter().find(is_below).unwrap_or(here)
}

/// The menu's entry that a page belongs to: its own, or the one that leads there.
fn section(here: &str) -> &str {
    let under = |start: &str| {
        here.strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let of_boards = ["/mandates", "/appointments", "/meetings", "/cases"];
    if of_boards.into_iter().any(under) {
        return paths::BOARDS;
    }
    if under(paths::PRODUCT_GROUPS) || under(paths::PAYMENTS) {
        return paths::PRODUCTS;
    }
    let entries = [
        paths::DESK,
        paths::ME,
        paths::BOARDS,
        paths::PRODUCTS,
        paths::PUBLISHED,
        paths::SEARCH,
        paths::ORGANISATIONS,
        paths::PEOPLE,
        paths::LEDGER,
        paths::REHEARSAL,
    ];
    entries
        .into_iter()
        .find(|entry| under(entry))
        .unwrap_or(here)
}

/// “page” for the page itself, “true” for the section that a page is below.
fn current(entry: &str, here: &str, section: &str) -> Option<&'static str> {
    if entry == here {
        Some("page")
    } else {
        (entry == section).then_some("true")
    }
}

fn footer(view: &View) -> Markup {
    let statement = view
        .app
        .config
        .accessibility_url
        .as_deref()
        .unwrap_or(paths::ACCESSIBILITY);
    html! {
        footer { div {
            a href=(statement) { (view.t("accessibility-statement")) }
            a href=(paths::PRIVACY) { (view.t("privacy-notice")) }
            a href=(paths::CONTACT) { (view.t("contact")) }
        } }
    }
}

/// This page in another language.
fn in_language(here: &str, language: Language) -> String {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let kept = query.split('&').filter(|pair| {
        !pair.is_empty() && !pair.starts_with("lang=") && !pair.starts_with("said=")
    });
    let query: Vec<String> = kept
        .map(str::to_owned)
        .chain([format!("lang={}", language.tag())])
        .collect();
    format!("{path}?{}", query.join("&"))
}

/// What the forms say that are open to who has not signed in; anyone can make a link that asks for these.
const SAID_TO_ALL: [&str; 5] = [
    "said-reply-taken",
    "said-signed-out",
    "said-subscribed",
    "said-subscription-changed",
    "said-subscription-ended",
];

/// Whether a page may say this line. A link in the wrong hands must not put words of ours where everyone reads what is
/// official.
fn may_say(key: &str, here: &str, has_signed_in: bool) -> bool {
    let path = here.split('?').next().unwrap_or_default();
    SAID_TO_ALL.contains(&key)
        || (has_signed_in && key.starts_with("said-") && !paths::is_published(path))
}

/// The line that the page before asked to have said, and its colour; only texts made for it.
fn said(view: &View) -> Option<(String, &'static str)> {
    let query = view.here.split_once('?')?.1;
    let key = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("said="))?;
    // What was done, but not as its doer thinks, is no success.
    let color = if key.ends_with("-warning") {
        "warning"
    } else {
        "success"
    };
    let may = may_say(key, &view.here, view.reader.is_some());
    (may && has_text(key)).then(|| (view.t(key), color))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{BoardId, OrganisationId};
    use crate::web::access::Role;

    #[test]
    fn a_page_below_an_entry_marks_it() {
        let mark = |entry, here| current(entry, here, section(here));
        assert_eq!(mark(paths::DESK, "/desk"), Some("page"));
        assert_eq!(mark(paths::ME, "/me/devices"), Some("true"));
        assert_eq!(mark(paths::BOARDS, "/meetings/1/move"), Some("true"));
        assert_eq!(mark(paths::LEDGER, "/ledger/messages/1"), Some("true"));
        assert_eq!(mark(paths::ME, "/meetings/1"), None);
        assert_eq!(mark(paths::DESK, "/privacy"), None);
        assert_eq!(mark(paths::PUBLISHED, "/published/cases/1"), Some("true"));
        assert_eq!(mark(paths::BOARDS, "/published/boards/1"), None);
    }

    #[test]
    fn a_visitors_page_marks_one_entry() {
        let mark = |entry, here| current(entry, here, section_outside(here));
        assert_eq!(mark(paths::PUBLISHED, "/published"), Some("page"));
        let meeting = "/published/meetings/1/versions/2";
        assert_eq!(mark(paths::PUBLISHED, meeting), Some("true"));
        let board = "/published/boards/1/years/2026";
        assert_eq!(mark(paths::PUBLISHED_BOARDS, board), Some("true"));
        assert_eq!(mark(paths::PUBLISHED, board), None);
        assert_eq!(mark(paths::PUBLISHED, "/sign-in"), None);
        let own = paths::MY_SUBSCRIPTIONS;
        assert_eq!(mark(own, own), Some("page"));
        assert_eq!(mark(paths::ME, own), None);
    }

    #[test]
    fn who_has_no_board_is_led_to_what_is_published() {
        let leads = |roles: Option<&Roles>| -> Vec<&str> {
            entries(roles).into_iter().map(|(path, _)| path).collect()
        };
        let mut roles = Roles {
            service_owner_of: vec![OrganisationId::new()],
            ..Roles::default()
        };
        let owner = leads(Some(&roles));
        for path in leads(None) {
            assert!(owner.contains(&path), "{path}");
        }
        assert!(owner.contains(&paths::MY_SUBSCRIPTIONS) && owner.contains(&paths::ME));
        assert!(!owner.contains(&paths::BOARDS) && !owner.contains(&paths::SEARCH));
        assert_eq!(
            seeks(&roles),
            (paths::PUBLISHED_SEARCH, "public-search-text")
        );
        roles.boards = vec![(BoardId::new(), Role::Observer)];
        let observer = leads(Some(&roles));
        assert!(observer.contains(&paths::BOARDS) && observer.contains(&paths::SEARCH));
        assert_eq!(seeks(&roles), (paths::SEARCH, "search-everything"));
    }

    #[test]
    fn no_link_puts_words_of_ours_on_a_page_for_all() {
        for here in ["/published/boards/1?said=x", "/published", "/", "/privacy"] {
            assert!(!may_say("said-meeting-cancelled", here, false), "{here}");
            assert!(may_say("said-subscribed", here, false), "{here}");
        }
        assert!(!may_say(
            "said-meeting-cancelled",
            "/published?said=x",
            true
        ));
        assert!(may_say("said-meeting-cancelled", "/meetings/1", true));
        assert!(!may_say("menu", "/meetings/1", true));
        assert!(SAID_TO_ALL.iter().all(|key| has_text(key)));
    }

    #[test]
    fn a_page_in_another_language_is_the_same_page() {
        assert_eq!(
            in_language("/desk?said=x&year=2027&lang=nb", Language::NN),
            "/desk?year=2027&lang=nn"
        );
    }
}
