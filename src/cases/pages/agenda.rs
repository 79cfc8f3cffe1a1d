//! A meeting's agenda: what is dealt with when, by whom, and with which guests. Members read it; the secretariat orders
//! it with buttons.
//!
//! What the reader may not know of is not on it. A case that is closed to them stands with its number and what may be
//! told of its title. The clock shows the true times, whatever is left out.

use super::past::{self, Meetings};
use super::{called, called_short, exempt_tag, meeting_name, name, sits, stale, told_name, way_to};
use crate::audit::Happened;
use crate::boards::Board;
use crate::boards::pages::word;
use crate::cases::past::Unknown;
use crate::cases::rules::agenda::{Direction, Hours, can_shift};
use crate::cases::{Agenda, Case, Guest, Item, ItemKind};
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, CaseId, MeetingId, RowId};
use crate::i18n::dates;
use crate::meetings::replies::{Leader, pages as replies};
use crate::meetings::{Meeting, MeetingState, words};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, assets, paths, ui};
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the page shows.
pub struct AgendaPage {
    pub board: Board,
    pub meeting: Meeting,
    pub meeting_kinds: Vec<CodeWord>,
    pub kinds: Vec<CodeWord>,
    pub agenda: Agenda,
    /// What a new agenda would begin with, before it is begun.
    pub proposed: Vec<Item>,
    /// The cases that the reader may read.
    pub seen: HashMap<CaseId, Case>,
    /// Those that are closed to them.
    pub closed: HashMap<CaseId, Case>,
    /// What later slices say beside cases, such as that a paper came late.
    pub marks: Vec<HashMap<CaseId, Markup>>,
    /// What later slices show below it, such as what is open from earlier meetings.
    pub panels: Vec<Markup>,
    /// At each item; none where its day has no times.
    pub hours: Vec<Option<Hours>>,
    /// Minutes beyond the end of each day.
    pub over: Vec<i64>,
    pub keeps: bool,
    pub leader: Option<Leader>,
    /// What nobody knows of an imported meeting.
    pub unknown: Vec<Unknown>,
    /// The meetings whose minutes each item approves.
    pub approves: HashMap<AgendaItemId, Vec<MeetingId>>,
    pub approved: Meetings,
}

impl AgendaPage {
    fn may_change(&self) -> bool {
        self.keeps && self.meeting.state < MeetingState::Held
    }

    /// Whether the reader may know of this item.
    fn shows(&self, item: &Item) -> bool {
        item.case
            .is_none_or(|id| self.seen.contains_key(&id) || self.closed.contains_key(&id))
    }
}

/// A form of the page that was sent and is shown again.
#[derive(Default)]
pub struct Sent {
    pub which: &'static str,
    pub form: Form,
    pub happened: Vec<Happened>,
}

/// The title of the page.
#[must_use]
pub fn title(view: &View, page: &AgendaPage) -> String {
    let meeting = meeting_name(view, &page.meeting_kinds, &page.meeting);
    view.tv("agenda-of", &[("meeting", meeting.into())])
}

/// The way up to the meeting; none for a deputy who is only called.
#[must_use]
pub fn above(view: &View, page: &AgendaPage, more: Option<(String, String)>) -> Markup {
    let (board, meeting) = (&page.board, &page.meeting);
    if !sits(view, board) {
        return html! {};
    }
    let name = meeting_name(view, &page.meeting_kinds, meeting);
    let mut links = way_to(view, board, meeting, name);
    links.extend(more);
    ui::breadcrumbs(view, &links)
}

#[must_use]
pub fn page(view: &View, page: &AgendaPage, sent: &Sent) -> Markup {
    html! {
        (above(view, page, None))
        (ui::heading(&title(view, page)))
        (stale(view, &page.board, &sent.happened))
        (past::unknown(view, &page.unknown))
        @if let Some(leader) = &page.leader { (ui::facts(&[(view.t("meeting-leader"), replies::leads(view, leader))])) }
        @if page.agenda.version > 0 {
            div class="actions" { (ui::link_button(&paths::meeting_papers(page.meeting.id), &view.t("papers"))) }
        }
        @if page.agenda.version == 0 { (not_begun(view, page)) }
        @else {
            (days(view, page))
            @if page.may_change() { (dragging(view, page)) }
            (guests(view, page, sent))
            @if page.may_change() { (add(view, page, sent)) }
        }
        @for panel in &page.panels { (panel) }
    }
}

/// Before anything is on it.
fn not_begun(view: &View, page: &AgendaPage) -> Markup {
    let titles: Vec<Markup> = (page.proposed.iter())
        .map(|item| html! { (view.words(&item.title)) })
        .collect();
    html! {
        (ui::empty(&view.t("agenda-empty")))
        @if page.may_change() {
            @if !titles.is_empty() { (ui::paragraph(&view.t("agenda-begins-with"))) (ui::list(&titles)) }
            (ui::button_form(view, &paths::agenda(page.meeting.id), &[("act", "begin"), ("version", "0")], &view.t("agenda-begin"), None))
        }
    }
}

fn days(view: &View, page: &AgendaPage) -> Markup {
    let sessions = &page.meeting.sessions;
    html! {
        @for (at, day) in sessions.iter().enumerate() {
            @let caption = words::capitalised(&words::session(view.language, day));
            section data-day=(at) {
                (ui::section_heading(&format!("day-{at}"), &caption))
                @if page.keeps && page.over.get(at).is_some_and(|over| *over > 0) {
                    (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("agenda-too-long", &[("minutes", page.over[at].into())]))))
                }
                (day_table(view, page, at, &caption))
            }
        }
    }
}

/// What an item that is dragged sends, and what is read out meanwhile. Without the script nobody sees a handle.
fn dragging(view: &View, page: &AgendaPage) -> Markup {
    let words = [("place", "%".into()), ("count", "#".into())];
    let version = page.agenda.version.to_string();
    let fields = [
        ("act", "place"),
        ("version", &version),
        ("item", ""),
        ("day", ""),
        ("before", ""),
    ];
    html! {
        (ui::scripted_form(view, &paths::agenda(page.meeting.id), &fields))
        p class="ds-sr-only" aria-live="polite" data-place-told data-words=(view.tv("agenda-dragged", &words))
            data-back=(view.t("agenda-drag-back")) {}
        script src=(assets::path("agenda.js")) defer {}
    }
}

fn day_table(view: &View, page: &AgendaPage, day: usize, caption: &str) -> Markup {
    let last = page.meeting.sessions.len().saturating_sub(1);
    let on_day = |item: &Item| item.session.min(last) == day;
    let mut head = vec![
        "agenda-time",
        "agenda-item",
        "agenda-minutes",
        "agenda-presenter",
    ];
    if page.may_change() {
        head.push("agenda-change");
    }
    let head: Vec<String> = head.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = (page.agenda.items.iter().zip(&page.hours))
        .filter(|(item, _)| on_day(item) && page.shows(item))
        .map(|(item, hours)| row(view, page, item, *hours))
        .collect();
    if rows.is_empty() {
        return ui::empty(&view.t("agenda-day-empty"));
    }
    ui::table(caption, &head, &rows)
}

fn row(view: &View, page: &AgendaPage, item: &Item, hours: Option<Hours>) -> Vec<Markup> {
    let time = hours.map_or_else(
        || "–".to_owned(),
        |(starts, ends)| {
            if starts == ends {
                view.time(starts)
            } else {
                dates::hours(view.language, starts, ends)
            }
        },
    );
    let minutes = item
        .minutes
        .map_or_else(|| "–".to_owned(), |minutes| minutes.to_string());
    let is_closed = item.case.is_some_and(|id| page.closed.contains_key(&id));
    let presenter = if is_closed { "" } else { &item.presenter };
    let mut row = vec![
        html! { span class="nowrap" {
            // For a pointer only: the buttons are for everyone.
            @if page.may_change() {
                span class="drag" hidden aria-hidden="true" title=(view.t("agenda-drag")) data-drag=(item.id) { "⠿" }
            }
            (time)
        } },
        html! { div id=(format!("item-{}", item.id)) { (what(view, page, item)) } },
        html! { (minutes) },
        html! { (if presenter.is_empty() { "–" } else { presenter }) },
    ];
    if page.may_change() {
        row.push(buttons(view, page, item));
    }
    row
}

/// What an item is, as a link where it is a case that the reader may open.
fn what(view: &View, page: &AgendaPage, item: &Item) -> Markup {
    let seen = item.case.and_then(|id| page.seen.get(&id));
    let closed = item.case.and_then(|id| page.closed.get(&id));
    html! {
        @if let Some(case) = seen {
            (ui::link(&paths::case(case.id), &name(case)))
            (exempt_tag(view, case))
            @for mark in page.marks.iter().filter_map(|marks| marks.get(&case.id)) { " " (mark) }
            div class="muted" { (word(view, &page.kinds, &case.facts.kind)) }
        } @else if let Some(case) = closed {
            (ui::link(&paths::case(case.id), &told_name(view, case)))
            div class="muted" { (view.t("agenda-closed-to-you")) }
        } @else if item.kind == ItemKind::Break {
            span class="muted" { (view.words(&item.title)) }
        } @else {
            (view.words(&item.title))
        }
        @if let Some(said) = approves(view, page, item) { div class="muted" { (said) } }
    }
}

fn approves(view: &View, page: &AgendaPage, item: &Item) -> Option<String> {
    let of = page.approves.get(&item.id)?;
    past::approves(view, &page.meeting_kinds, &page.approved, of)
}

/// The name of an item in texts.
#[must_use]
pub fn item_name(view: &View, page: &AgendaPage, item: &Item) -> String {
    called(view, (&page.seen, &page.closed), item)
}

fn buttons(view: &View, page: &AgendaPage, item: &Item) -> Markup {
    let id = page.meeting.id;
    let (version, which) = (page.agenda.version.to_string(), item.id.to_string());
    let called = item_name(view, page, item);
    let spoken = |key: &str| Some(view.tv(key, &[("item", (&called).into())]));
    let (items, days) = (&page.agenda.items, page.meeting.sessions.len());
    let moves = [
        (Direction::Up, "up", "agenda-up", "agenda-up-spoken"),
        (Direction::Down, "down", "agenda-down", "agenda-down-spoken"),
    ];
    let moves: Vec<_> = (moves.into_iter())
        .filter(|(to, ..)| can_shift(items, item.id, *to, days))
        .map(|(_, act, text, aloud)| (act.to_owned(), view.t(text), spoken(aloud)))
        .collect();
    let is_closed = item.case.is_some_and(|of| page.closed.contains_key(&of));
    html! {
        div class="cluster" {
            @if !moves.is_empty() {
                (ui::answers(view, &paths::agenda(id), &[("version", &version), ("item", &which)], None, "act", &moves))
            }
            @if !is_closed {
                a class="ds-link" href=(paths::agenda_item(id, item.id)) aria-label=[spoken("agenda-edit-spoken")] { (view.t("agenda-edit")) }
            }
        }
    }
}

/// “fom. sak 22/26 tom. sak 24/26”.
fn stay(view: &View, page: &AgendaPage, guest: &Guest) -> Option<String> {
    let find = |id: AgendaItemId| {
        let item = page.agenda.items.iter().find(|item| item.id == id)?;
        page.shows(item).then(|| short(view, page, item))
    };
    let from = find(guest.from)?;
    Some(match guest.until {
        None => view.tv("agenda-guest-from", &[("from", from.into())]),
        Some(until) if until == guest.from => view.tv("agenda-guest-at", &[("at", from.into())]),
        Some(until) => view.tv(
            "agenda-guest-between",
            &[("from", from.into()), ("until", find(until)?.into())],
        ),
    })
}

/// “sak 22/26”, or the title of what is no case.
fn short(view: &View, page: &AgendaPage, item: &Item) -> String {
    called_short(view, (&page.seen, &page.closed), item)
}

/// The guests, as far as what they come for may be known.
fn guests(view: &View, page: &AgendaPage, sent: &Sent) -> Markup {
    let path = format!("{}/guests", paths::agenda(page.meeting.id));
    let version = page.agenda.version.to_string();
    let shown: Vec<(&Guest, String)> = (page.agenda.guests.iter())
        .filter_map(|guest| Some((guest, stay(view, page, guest)?)))
        .collect();
    if shown.is_empty() && !page.may_change() {
        return html! {};
    }
    ui::section(
        "guests",
        &view.t("agenda-guests"),
        &html! {
            @if shown.is_empty() { (ui::empty(&view.t("agenda-guests-none"))) }
            @for (guest, stay) in &shown {
                p class="ds-paragraph" { (guest_name(guest)) ": " (stay) }
                @if page.may_change() {
                    @let id = guest.id.to_string();
                    (ui::button_form(view, &path, &[("act", "remove"), ("version", &version), ("guest", &id)],
                        &view.tv("agenda-guest-remove", &[("name", guest_name(guest).into())]), Some("tertiary")))
                }
            }
            @if page.may_change() { (add_guest(view, page, &path, sent)) }
        },
    )
}

/// “Olav, Kartverket”; of a guest from old papers often the organisation alone is known.
fn guest_name(guest: &Guest) -> String {
    let parts = [guest.name.as_str(), guest.organisation.as_str()];
    let parts: Vec<&str> = (parts.into_iter())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

fn add_guest(view: &View, page: &AgendaPage, path: &str, sent: &Sent) -> Markup {
    let is_sent = sent.which == "guest";
    let form = if is_sent {
        sent.form.clone()
    } else {
        Form::default()
    };
    let items: Vec<(String, String)> = (page.agenda.items.iter())
        .filter(|item| page.shows(item))
        .map(|item| (item.id.to_string(), item_name(view, page, item)))
        .collect();
    let id = Some(form.value("id")).filter(|id| !id.is_empty());
    let body = html! {
        (ui::hidden("act", "add"))
        (ui::hidden("id", &id.map_or_else(|| RowId::new().to_string(), str::to_owned)))
        (ui::hidden("version", &page.agenda.version.to_string()))
        (ui::input(view, &form, "text", &Field::new("guest-name", view.t("agenda-guest-name")).needed()))
        (ui::input(view, &form, "text", &Field::new("guest-organisation", view.t("agenda-guest-organisation"))))
        (ui::select(view, &form, &Field::new("guest-from", view.t("agenda-guest-first")).needed(), &items))
        (ui::select(view, &form, &Field::new("guest-until", view.t("agenda-guest-last")).none(view.t("agenda-guest-rest")), &items))
    };
    let form = ui::form(view, path, &form, &body, &view.t("agenda-guest-save"));
    if is_sent {
        form
    } else {
        ui::details(&view.t("agenda-guest-add"), &form)
    }
}

/// Adds a break, any other business, or a point of the secretariat's own; cases come by being scheduled.
fn add(view: &View, page: &AgendaPage, sent: &Sent) -> Markup {
    let is_sent = sent.which == "item";
    let form = if is_sent {
        sent.form.clone()
    } else {
        Form::default()
    };
    let kinds = [ItemKind::Break, ItemKind::Standing, ItemKind::OtherBusiness];
    let kinds = kinds.map(|kind| (kind.to_string(), view.t(&format!("agenda-kind-{kind}"))));
    let id = Some(form.value("id")).filter(|id| !id.is_empty());
    let body = html! {
        (ui::hidden("act", "add"))
        (ui::hidden("id", &id.map_or_else(|| AgendaItemId::new().to_string(), str::to_owned)))
        (ui::hidden("version", &page.agenda.version.to_string()))
        (ui::select(view, &form, &Field::new("kind", view.t("agenda-kind")).needed(), &kinds))
        (ui::input(view, &form, "text", &Field::new("item-title", view.t("agenda-title")).help(view.t("agenda-title-help"))))
        (ui::input(view, &form, "number", &Field::new("minutes", view.t("agenda-minutes"))))
        (ui::input(view, &form, "text", &Field::new("presenter", view.t("agenda-presenter"))))
    };
    let form = ui::form(
        view,
        &paths::agenda(page.meeting.id),
        &form,
        &body,
        &view.t("agenda-add-save"),
    );
    let adding = if is_sent {
        form
    } else {
        ui::details(&view.t("agenda-add-item"), &form)
    };
    ui::section(
        "add",
        &view.t("agenda-add"),
        &html! {
            (ui::paragraph(&view.t("agenda-cases-come")))
            p { (ui::link(&paths::cases_in(page.board.id, "accepted"), &view.t("agenda-accepted-cases"))) }
            (adding)
        },
    )
}
