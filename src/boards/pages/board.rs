//! The list of boards and the page of one.

use super::{Lists, above, paragraph, period, rule_text, word};
use crate::boards::{Board, BoardData, Flag, Mandate, Sitting, Strength, rules};
use crate::calendar::Period;
use crate::db::ids::{BoardId, OrganisationId};
use crate::i18n::dates;
use crate::web::access::Role;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::{HashMap, HashSet};

/// Every board by name; those the reader may open are links. An administrator is told of those that nobody looks
/// after, because the alarms of their mail have no other reader.
#[must_use]
pub fn list(
    view: &View,
    lists: &Lists,
    boards: &[Board],
    may_open: &HashSet<BoardId>,
    looked_after: &HashSet<BoardId>,
    flagged: &Flagged,
) -> Markup {
    let is_administrator = view
        .reader
        .as_ref()
        .is_some_and(|reader| reader.roles.administrator);
    let by_id: HashMap<BoardId, &Board> = boards.iter().map(|it| (it.id, it)).collect();
    let rows: Vec<Vec<Markup>> = boards
        .iter()
        .map(|board| {
            let name = view.words(&board.name);
            let parent = board.parent.and_then(|id| by_id.get(&id));
            vec![
                html! {
                    @if may_open.contains(&board.id) { a class="ds-link" href=(paths::board(board.id)) { (name) } }
                    @else { (name) }
                    @if is_administrator && !looked_after.contains(&board.id) {
                        " " (ui::tag(Tone::Warning, &view.t("boards-no-secretariat")))
                    }
                    @if may_open.contains(&board.id) { (flags(view, flagged, board.id)) }
                },
                html! { (word(view, &lists.board_kinds, &board.kind)) },
                html! { (parent.map_or("–", |parent| view.words(&parent.name))) },
            ]
        })
        .collect();
    html! {
        (ui::heading(&view.t("boards-title")))
        @if boards.is_empty() { (ui::empty(&view.t("boards-none"))) }
        @else {
            (ui::table(&view.t("boards-title"), &[view.t("boards-name"), view.t("boards-kind"), view.t("boards-parent")], &rows))
        }
        @if is_administrator { p class="cluster" {
            (ui::link_button(paths::NEW_BOARD, &view.t("boards-new")))
            (ui::link_button(paths::IMPORT, &view.t("import-title")))
        } }
    }
}

/// What is not as it should be with the mandates of boards.
pub type Flagged = HashMap<BoardId, Vec<Flag>>;

/// A short state for each thing that is not as it should be with a board's mandate.
fn flags(view: &View, flagged: &Flagged, of: BoardId) -> Markup {
    html! { @for flag in flagged.get(&of).into_iter().flatten() {
        " " (ui::tag(Tone::Warning, &view.t(&format!("boards-mandate-flag-{}", flag.fault))))
    } }
}

/// What one board's page shows.
pub struct BoardPage<'a> {
    pub data: &'a BoardData,
    pub lists: &'a Lists,
    pub parent: Option<&'a Board>,
    pub councils: &'a [Board],
    pub flagged: &'a Flagged,
    pub may_open: &'a HashSet<BoardId>,
    pub sitting: &'a [Sitting],
    pub names: &'a HashMap<OrganisationId, (String, String)>,
    /// What later slices show of the board.
    pub panels: &'a [Markup],
    pub today: NaiveDate,
    pub keeps: bool,
    pub has_secretariat: bool,
}

/// One board: what it is, what its mandate demands, who sits, when it rests, and where to go on.
#[must_use]
pub fn page(view: &View, page: &BoardPage<'_>) -> Markup {
    let board = &page.data.board;
    html! {
        (ui::breadcrumbs(view, &[(paths::BOARDS.to_owned(), view.t("boards-title"))]))
        (ui::heading(view.words(&board.name)))
        @if page.keeps && !page.has_secretariat {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.t("boards-no-secretariat-says"))))
        }
        (mail_off(view, page))
        (links(view, page))
        @for panel in page.panels { (panel) }
        (facts(view, page))
        (members(view, page))
        (mandate(view, page))
        (councils(view, page))
        (rests(view, page))
        @if page.keeps { (settings(view, page)) }
    }
}

/// While the board's mail is off nobody is reminded of anything.
fn mail_off(view: &View, page: &BoardPage<'_>) -> Markup {
    let board = &page.data.board;
    let is_off = board.mail_on_from.is_none_or(|from| view.now < from);
    html! {
        @if page.keeps && is_off {
            (ui::notice(Tone::Info, &html! { p class="ds-paragraph" {
                (view.t("boards-mail-is-off")) " "
                (ui::link(&paths::of_board(board.id, "mail"), &view.t("board-mail-title")))
            } }))
        }
    }
}

/// What is opened every week stands on top; what is set once and left alone has a section of its own.
fn links(view: &View, page: &BoardPage<'_>) -> Markup {
    let id = page.data.board.id;
    let this_year = page.today.year();
    let roles = view.reader.as_ref().map(|reader| &reader.roles);
    let year = |year: i32| view.tv("boards-year-plan", &[("year", year.to_string().into())]);
    html! {
        div class="actions" {
            (ui::main_link_button(&paths::year(id, this_year), &year(this_year)))
            (ui::link_button(&paths::year(id, this_year + 1), &year(this_year + 1)))
            @if roles.is_some_and(|roles| !roles.on(id).is_empty()) {
                (ui::link_button(&paths::year_glance(id, this_year), &view.tv("year-glance", &[("year", this_year.to_string().into())])))
                (button(view, id, "cases", "cases"))
            }
            (button(view, id, "terms", "boards-terms"))
            (button(view, id, "mandates", "boards-mandates"))
            @if roles.is_some_and(|roles| roles.is_secretary_of(id)) {
                (button(view, id, "messages/new", "notice-new-message"))
            }
            @if page.keeps { (button(view, id, "reports", "boards-reports")) }
        }
    }
}

fn button(view: &View, board: BoardId, rest: &str, key: &str) -> Markup {
    ui::link_button(&paths::of_board(board, rest), &view.t(key))
}

/// What the board's keepers set.
fn settings(view: &View, page: &BoardPage<'_>) -> Markup {
    let id = page.data.board.id;
    let reader = view.reader.as_ref();
    let is_secretary = reader.is_some_and(|reader| reader.roles.is_secretary_of(id));
    let body = html! {
        div class="actions" {
            (button(view, id, "settings", "boards-settings"))
            (button(view, id, "calendar", "boards-calendar"))
            (button(view, id, "reminders", "boards-reminders"))
            (button(view, id, "mail", "board-mail-title"))
            @if is_secretary {
                (button(view, id, "wording", "wording"))
                (button(view, id, "minutes/settings", "round-settings"))
            }
        }
    };
    ui::section("settings", &view.t("boards-set-up"), &body)
}

fn facts(view: &View, page: &BoardPage<'_>) -> Markup {
    let board = &page.data.board;
    let weekdays = board.liked_weekdays.iter();
    let weekdays: Vec<&str> = weekdays
        .map(|day| dates::weekday(view.language, *day))
        .collect();
    let languages: Vec<String> = board
        .languages
        .iter()
        .map(|it| it.name_in(view.language))
        .collect();
    let mut facts = vec![(
        view.t("boards-kind"),
        html! { (word(view, &page.lists.board_kinds, &board.kind)) },
    )];
    if let Some(parent) = page.parent {
        facts.push((
            view.t("boards-parent"),
            html! {
                @if page.may_open.contains(&parent.id) { (ui::link(&paths::board(parent.id), view.words(&parent.name))) }
                @else { (view.words(&parent.name)) }
            },
        ));
    }
    facts.extend([
        (
            view.t("boards-liked-weekdays"),
            html! { (weekdays.join(", ")) },
        ),
        (
            view.t("boards-liked-hours"),
            html! { (dates::hours(view.language, board.liked_start, board.liked_end)) },
        ),
        (view.t("boards-zone"), html! { (board.zone.name()) }),
        (
            view.t("boards-holidays"),
            html! { (view.t(&format!("boards-holidays-{}", board.calendar.holidays.code()))) },
        ),
        (view.t("boards-languages"), html! { (languages.join(", ")) }),
        (view.t("boards-mailbox"), html! { (board.mailbox) }),
    ]);
    ui::facts(&facts)
}

fn mandate(view: &View, page: &BoardPage<'_>) -> Markup {
    let in_force = rules::in_force(&page.data.mandates, page.today);
    html! {
        (ui::section_heading("mandate", &view.t("boards-mandate-in-force")))
        @if let Some(mandate) = in_force {
            p class="ds-paragraph" {
                a class="ds-link" href=(paths::mandate(mandate.id)) {
                    (view.tv("boards-mandate-version", &[("label", (&mandate.label).into())]))
                }
                ", " (period(view, mandate.period))
                @if !mandate.decision.is_empty() { ". " (mandate.decision) }
            }
            @for strength in Strength::ALL { (demanded(view, page, mandate, *strength)) }
        } @else { (ui::empty(&view.t("boards-no-mandate"))) }
    }
}

/// The rules of one strength, each a line with where it stands.
fn demanded(view: &View, page: &BoardPage<'_>, mandate: &Mandate, strength: Strength) -> Markup {
    let rules: Vec<Markup> = mandate
        .rules
        .iter()
        .filter(|rule| rule.strength == strength)
        .map(|rule| {
            html! {
                (rule_text(view, page.lists, rule))
                @if !rule.paragraph.is_empty() { " " span class="muted" { "(" (paragraph(view, &rule.paragraph)) ")" } }
            }
        })
        .collect();
    let heading = match strength {
        Strength::Shall => "boards-demands-shall",
        Strength::Normally => "boards-demands-normally",
    };
    html! {
        @if !rules.is_empty() {
            h3 class="ds-heading" data-size="xs" { (view.t(heading)) }
            (ui::list(&rules))
        }
    }
}

fn members(view: &View, page: &BoardPage<'_>) -> Markup {
    let reader = view.reader.as_ref().map(|reader| &reader.roles);
    let keeps_register =
        reader.is_some_and(|roles| roles.administrator || roles.is_secretary_somewhere());
    let mut sitting: Vec<&Sitting> = page.sitting.iter().collect();
    sitting.sort_by_key(|it| (order(it.role), it.name.to_lowercase()));
    let rows: Vec<Vec<Markup>> = sitting
        .iter()
        .map(|it| {
            let name = it.organisation.and_then(|id| page.names.get(&id));
            vec![
                html! {
                    @if keeps_register { (ui::link(&paths::person(it.person), &it.name)) }
                    @else { (it.name) }
                },
                html! { (name.map_or("–", |(name, _)| name)) },
                html! { (view.t(&format!("boards-role-{}", it.role))) },
            ]
        })
        .collect();
    html! {
        (ui::section_heading("members", &view.t("boards-who-sits")))
        @if rows.is_empty() { (ui::empty(&view.t("boards-nobody-sits"))) }
        @else {
            (ui::table(&view.t("boards-who-sits"),
                &[view.t("boards-person"), view.t("boards-organisation"), view.t("boards-role")], &rows))
        }
    }
}

/// The chair first, then the members, the secretariat after them.
pub(super) fn order(role: Role) -> usize {
    [
        Role::Chair,
        Role::Member,
        Role::Deputy,
        Role::Observer,
        Role::Aide,
        Role::Secretariat,
    ]
    .iter()
    .position(|it| *it == role)
    .unwrap_or_default()
}

fn councils(view: &View, page: &BoardPage<'_>) -> Markup {
    html! {
        @if !page.councils.is_empty() {
            (ui::section_heading("councils", &view.t("boards-councils")))
            ul class="ds-list" { @for council in page.councils {
                li {
                    @if page.may_open.contains(&council.id) {
                        a class="ds-link" href=(paths::board(council.id)) { (view.words(&council.name)) }
                        (flags(view, page.flagged, council.id))
                    } @else { (view.words(&council.name)) }
                }
            } }
        }
    }
}

/// The weeks still to come that the board keeps free.
fn rests(view: &View, page: &BoardPage<'_>) -> Markup {
    let to_come: Vec<(String, Period)> = page
        .data
        .closures
        .iter()
        .filter(|closure| closure.period.until.is_none_or(|until| until > page.today))
        .map(|closure| (view.words(&closure.label).to_owned(), closure.period))
        .collect();
    html! {
        (ui::section_heading("closures", &view.t("boards-closures")))
        @if to_come.is_empty() { (ui::empty(&view.t("boards-no-closures"))) }
        @else { ul class="ds-list" { @for (label, when) in &to_come { li { (label) ": " (period(view, *when)) } } } }
    }
}

/// The frame of a page below a board.
pub(super) fn below(view: &View, board: &Board, title: &str, body: &Markup) -> Markup {
    html! { (above(view, board)) (ui::heading(title)) (body) }
}
