//! A board as others see it: what it is, who sits on it, when it meets, and its minutes year by year.

use super::{above, front, meeting_link};
use crate::annual_plan::pages::title as annual_plan_title;
use crate::boards::pages::{Lists, paragraph, period, rule_text, word};
use crate::boards::{Board, Mandate, Strength};
use crate::db::code_words::CodeWord;
use crate::db::ids::MeetingId;
use crate::meetings::{Meeting, words};
use crate::public::rules::marks::{self, Mark};
use crate::public::rules::{self, Glance};
use crate::web::access::Role;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashSet};

/// What is told of the board itself, to those it shows itself to.
pub struct About {
    pub mandate: Option<Mandate>,
    pub lists: Lists,
    /// Organisations, by role.
    pub sitting: Vec<(Role, String)>,
    pub coming: Vec<Meeting>,
}

/// Everything the page of a board shows.
pub struct BoardPage {
    pub board: Board,
    /// Whether the board's own pages are shown to everyone.
    pub is_for_all: bool,
    pub about: Option<About>,
    /// Whether a reader who has signed in is told of its minutes, and one click to be; empty for all others.
    pub own: Markup,
    pub kinds: Vec<CodeWord>,
    /// The year whose meetings are shown, and those.
    pub year: Option<i32>,
    pub meetings: Vec<Meeting>,
    /// The meetings with minutes that the reader may read.
    pub out: HashSet<MeetingId>,
    /// Those whose minutes were withdrawn, as the reader is told.
    pub withdrawn: HashSet<MeetingId>,
    pub years: BTreeSet<i32>,
    /// The years whose annual plan is shown to the reader, of this one and the next.
    pub plans: Vec<i32>,
}

/// Everything the page of a year shows.
pub struct YearPage {
    pub board: Board,
    pub year: i32,
    pub kinds: Vec<CodeWord>,
    pub outcomes: Vec<CodeWord>,
    pub meetings: Vec<Meeting>,
    pub out: HashSet<MeetingId>,
    /// Those whose minutes were withdrawn, as the reader is told.
    pub withdrawn: HashSet<MeetingId>,
    pub years: BTreeSet<i32>,
    /// Whether the annual plan is shown to the reader.
    pub has_plan: bool,
    pub glance: Glance,
}

/// All boards.
#[must_use]
pub fn list(view: &View, boards: &[Board]) -> Markup {
    html! {
        (above(view, None))
        (ui::heading(&view.t("public-boards")))
        (ui::paragraph(&view.t("public-boards-about")))
        @if boards.is_empty() { (ui::empty(&view.t("public-no-boards"))) }
        @else { (front::boards(view, boards)) }
        (open_data(view))
    }
}

/// The way to what is published as data.
fn open_data(view: &View) -> Markup {
    let links = [
        (paths::ATOM, "public-feed-of-all"),
        (paths::API_DOCUMENT, "public-open-data-api"),
        (paths::CATALOGUE, "public-open-data-catalogue"),
    ];
    let links = links.map(|(href, key)| ui::link(href, &view.t(key)));
    let body = html! {
        (ui::paragraph(&view.t("public-open-data-about")))
        (ui::list(&links))
    };
    ui::section("open-data", &view.t("public-open-data"), &body)
}

/// One board.
#[must_use]
pub fn page(view: &View, page: &BoardPage) -> Markup {
    let name = view.words(&page.board.name);
    html! {
        (above(view, None))
        (ui::heading(name))
        @if let Some(about) = &page.about {
            (facts(view, page, about))
            @if view.reader.is_none() {
                @let subscribe = view.tv("subscribe-title", &[("kind", "board".into()), ("name", name.into())]);
                div class="actions" { (ui::link_button(&paths::subscribe(page.board.id), &subscribe)) }
            }
            (page.own)
        }
        @if let Some(year) = page.year {
            @let title = view.tv("public-meetings-of", &[("year", year.to_string().into())]);
            (ui::section("meetings", &title, &meetings(view, &title, &Listed {
                board: &page.board,
                kinds: &page.kinds,
                all: &page.meetings,
                out: &page.out,
                withdrawn: &page.withdrawn,
            })))
            (years(view, page.board.id, &page.years, year))
        }
        @if !page.plans.is_empty() {
            div class="actions" {
                @for year in &page.plans {
                    (ui::link_button(&paths::published_annual_plan(page.board.id, *year), &annual_plan_title(view, *year)))
                }
            }
        }
        @if let Some(about) = &page.about {
            (coming(view, page, about))
            (members(view, about))
            (mandate(view, about))
        }
        @if page.is_for_all { (feeds(view, page, name)) }
    }
}

fn facts(view: &View, page: &BoardPage, about: &About) -> Markup {
    let of = |role: Role| -> Vec<&str> {
        let own = about.sitting.iter().filter(|(held, _)| *held == role);
        own.map(|(_, name)| name.as_str()).collect()
    };
    let mut facts = vec![(
        view.t("boards-kind"),
        html! { (word(view, &about.lists.board_kinds, &page.board.kind)) },
    )];
    for (role, key) in [
        (Role::Chair, "public-chair"),
        (Role::Secretariat, "public-secretariat"),
    ] {
        let names = of(role);
        if !names.is_empty() {
            facts.push((view.t(key), html! { (names.join(", ")) }));
        }
    }
    ui::facts(&facts)
}

/// What programs follow, for people who look for it.
fn feeds(view: &View, page: &BoardPage, name: &str) -> Markup {
    let say = |key: &str| view.tv(key, &[("board", name.into())]);
    let of = page.board.id;
    let links = [
        (paths::published_calendar(of), say("public-calendar-of")),
        (paths::board_atom(of), say("public-feed-of")),
    ];
    let links = links.map(|(href, text)| ui::link(&href, &text));
    ui::section("feeds", &view.t("public-feeds"), &ui::list(&links))
}

/// The meetings of a year, with what is known of their minutes.
struct Listed<'a> {
    board: &'a Board,
    kinds: &'a [CodeWord],
    all: &'a [Meeting],
    out: &'a HashSet<MeetingId>,
    withdrawn: &'a HashSet<MeetingId>,
}

/// A year's meetings, with a mark of what became of each.
fn meetings(view: &View, caption: &str, of: &Listed<'_>) -> Markup {
    let head = ["public-meeting", "meeting-when", "minutes"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (of.all.iter())
        .map(|one| {
            let when = words::capitalised(&words::when(view.language, one));
            vec![
                meeting_link(view, of.kinds, one),
                html! { (when) },
                marked(view, of, one),
            ]
        })
        .collect();
    if rows.is_empty() {
        return ui::empty(&view.t("public-no-meetings"));
    }
    ui::table(caption, &head, &rows)
}

fn marked(view: &View, of: &Listed<'_>, one: &Meeting) -> Markup {
    let became = (of.out.contains(&one.id), of.withdrawn.contains(&one.id));
    let has_ended = marks::has_ended(one, of.board.zone, view.now);
    match marks::mark(one, became, has_ended) {
        Mark::Out => ui::tag(Tone::Success, &view.t("public-minutes-out")),
        Mark::Withdrawn => ui::tag(Tone::Warning, &view.t("public-minutes-withdrawn")),
        Mark::Cancelled => ui::tag(Tone::Neutral, &view.t("public-cancelled")),
        Mark::ToCome => html! { (view.t("public-meeting-to-come")) },
        Mark::NotOut => html! { (view.t("public-minutes-not-out")) },
    }
}

/// A link to each year.
fn years(view: &View, of: crate::db::ids::BoardId, all: &BTreeSet<i32>, shown: i32) -> Markup {
    let links: Vec<(String, String, bool)> = (all.iter().rev())
        .map(|year| {
            let href = paths::published_year(of, *year);
            let is_here = *year == shown && view.here.contains("/years/");
            (href, year.to_string(), is_here)
        })
        .collect();
    ui::views(&view.t("public-years"), &links)
}

fn coming(view: &View, page: &BoardPage, about: &About) -> Markup {
    let lines: Vec<Markup> = (about.coming.iter())
        .map(|one| {
            let name = rules::kind_of(&page.kinds, one, view.language);
            let when = words::capitalised(&words::when(view.language, one));
            ui::link(
                &paths::published_meeting(one.id),
                &format!("{when}: {name}"),
            )
        })
        .collect();
    let body = html! {
        @if lines.is_empty() { (ui::empty(&view.t("public-none-coming"))) }
        @else { (ui::list(&lines)) }
    };
    ui::section("coming", &view.t("public-coming"), &body)
}

/// The organisations that sit on it; no person is named.
fn members(view: &View, about: &About) -> Markup {
    let apart = [Role::Chair, Role::Secretariat];
    let rows: Vec<Vec<Markup>> = (about.sitting.iter())
        .filter(|(role, _)| !apart.contains(role))
        .map(|(role, name)| {
            let role = view.t(&format!("boards-role-{role}"));
            vec![html! { (name) }, html! { (role) }]
        })
        .collect();
    let title = view.t("public-members");
    let head = ["boards-organisation", "boards-role"].map(|key| view.t(key));
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("boards-nobody-sits"))) }
        @else { (ui::table(&title, &head, &rows)) }
    };
    ui::section("members", &title, &body)
}

fn mandate(view: &View, about: &About) -> Markup {
    let Some(mandate) = &about.mandate else {
        return html! {};
    };
    let label = view.tv(
        "boards-mandate-version",
        &[("label", (&mandate.label).into())],
    );
    let body = html! {
        p class="ds-paragraph" {
            (label) ", " (period(view, mandate.period))
            @if !mandate.decision.is_empty() { ". " (mandate.decision) }
        }
        @for (strength, key) in [(Strength::Shall, "boards-demands-shall"), (Strength::Normally, "boards-demands-normally")] {
            @let rules = demanded(view, about, mandate, strength);
            @if !rules.is_empty() {
                h3 class="ds-heading" data-size="xs" { (view.t(key)) }
                (ui::list(&rules))
            }
        }
    };
    ui::section("mandate", &view.t("boards-mandate-in-force"), &body)
}

fn demanded(view: &View, about: &About, mandate: &Mandate, strength: Strength) -> Vec<Markup> {
    let rules = mandate
        .rules
        .iter()
        .filter(|rule| rule.strength == strength);
    let line = |rule| {
        let text = rule_text(view, &about.lists, rule);
        html! {
            (text)
            @if !rule.paragraph.is_empty() { " " span class="muted" { "(" (paragraph(view, &rule.paragraph)) ")" } }
        }
    };
    rules.map(line).collect()
}

/// One year: at a glance, and its meetings.
#[must_use]
pub fn year(view: &View, page: &YearPage) -> Markup {
    let name = view.words(&page.board.name);
    let values = [
        ("board", name.into()),
        ("year", page.year.to_string().into()),
    ];
    let title = view.tv("public-year-of", &values);
    let listed = Listed {
        board: &page.board,
        kinds: &page.kinds,
        all: &page.meetings,
        out: &page.out,
        withdrawn: &page.withdrawn,
    };
    let meetings = meetings(view, &title, &listed);
    html! {
        (above(view, Some(&page.board)))
        (ui::heading(&title))
        (ui::section("glance", &view.t("public-glance"), &glance(view, page)))
        (ui::section("meetings", &view.t("public-meetings"), &meetings))
        @if page.has_plan {
            @let plan = annual_plan_title(view, page.year);
            p { (ui::link_button(&paths::published_annual_plan(page.board.id, page.year), &plan)) }
        }
        (years(view, page.board.id, &page.years, page.year))
    }
}

fn glance(view: &View, page: &YearPage) -> Markup {
    let glance = &page.glance;
    let counts = [
        ("public-meetings", glance.meetings),
        ("public-minutes-count", glance.minutes),
        ("public-items-count", glance.items),
    ];
    let counts = counts.map(|(key, count)| (view.t(key), html! { (count) }));
    let outcomes = glance.outcomes.iter().map(|(code, (word, count))| {
        let listed = page.outcomes.iter().find(|(known, _)| known == code);
        let word = listed.map_or_else(|| word.clone(), |(_, words)| view.words(words).to_owned());
        (words::capitalised(&word), html! { (count) })
    });
    let facts: Vec<(String, Markup)> = counts.into_iter().chain(outcomes).collect();
    ui::facts(&facts)
}
