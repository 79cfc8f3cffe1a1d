//! The list of who is at a meeting, made for a laptop at the table: a tap for each, and at once how many seats are
//! represented at each item.

mod add;

pub use add::add_page;

use super::plan::Lists;
use super::rules::{self, AtItem, Seats};
use super::{Line, Listed, Part, Presence, Stay};
use crate::cases::pages::{called, called_short, meeting_name, past, way_to};
use crate::cases::past::Unknown;
use crate::cases::{Case, Item, ItemKind};
use crate::db::code_words::CodeWord;
use crate::db::ids::{AgendaItemId, CaseId, PersonId};
use crate::i18n::Said;
use crate::meetings::words;
use crate::web::ui::{Field, Toggle, Tone};
use crate::web::{Form, View, assets, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};

/// Everything the page shows.
pub struct Attendance {
    pub lists: Lists,
    pub meeting_kinds: Vec<CodeWord>,
    /// The cases of the agenda that the reader may read.
    pub seen: HashMap<CaseId, Case>,
    /// Those that are closed to them.
    pub closed: HashMap<CaseId, Case>,
    /// To whom each case that the reader reads is closed.
    pub recused: HashMap<CaseId, BTreeSet<PersonId>>,
    /// What nobody knows of an imported meeting.
    pub unknown: Vec<Unknown>,
}

impl Attendance {
    fn chair_counts(&self) -> bool {
        self.lists.data.board.chair_counts
    }

    fn path(&self) -> String {
        paths::of_meeting(self.lists.meeting.id, "attendance")
    }

    /// A page below that of one day, counted from 0.
    fn below(&self, day: usize, rest: &str) -> String {
        format!("{}/{day}/{rest}", self.path())
    }

    fn item(&self, id: AgendaItemId) -> Option<&Item> {
        self.lists.agenda.items.iter().find(|item| item.id == id)
    }

    /// The items of one day that are dealt with, as far as the reader may know of them.
    pub fn dealt_with(&self, session: usize) -> impl Iterator<Item = &Item> {
        let of_day = self.lists.agenda.items.iter();
        of_day
            .filter(move |item| item.session == session && item.kind != ItemKind::Break)
            .filter(move |item| {
                item.case
                    .is_none_or(|id| self.seen.contains_key(&id) || self.closed.contains_key(&id))
            })
    }

    /// Who is there at an item, and who is missing.
    #[must_use]
    pub fn at(&self, item: &Item) -> AtItem {
        let ids = self.lists.items(item.session);
        let lines = self.lists.days.get(item.session);
        let nobody = BTreeSet::new();
        let closed = item.case.and_then(|id| self.recused.get(&id));
        rules::at_item(
            lines.map_or(&[][..], Vec::as_slice),
            self.chair_counts(),
            item.id,
            &ids,
            closed.unwrap_or(&nobody),
        )
    }
}

#[must_use]
pub fn title(view: &View, page: &Attendance) -> String {
    let meeting = meeting_name(view, &page.meeting_kinds, &page.lists.meeting);
    view.tv("attendance-of", &[("meeting", meeting.into())])
}

fn above(view: &View, page: &Attendance, is_below: bool) -> Markup {
    above_with(
        view,
        page,
        is_below.then(|| (page.path(), view.t("attendance"))),
    )
}

/// The way up from a page below the meeting's, with what stands between the two.
#[must_use]
pub fn above_with(view: &View, page: &Attendance, between: Option<(String, String)>) -> Markup {
    let (board, meeting) = (&page.lists.data.board, &page.lists.meeting);
    let name = meeting_name(view, &page.meeting_kinds, meeting);
    let mut links = way_to(view, board, meeting, name);
    links.extend(between);
    ui::breadcrumbs(view, &links)
}

/// The whole list; `notice` says why something could not be written.
#[must_use]
pub fn page(view: &View, page: &Attendance, notice: Option<&Said>) -> Markup {
    html! {
        (above(view, page, false))
        (ui::heading(&title(view, page)))
        @if let Some(said) = notice { (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said)))) }
        (past::unknown(view, &page.unknown))
        div data-tapped data-failed=(view.t("attendance-not-saved")) {
            @for session in 0..page.lists.meeting.sessions.len() { (day(view, page, session)) }
        }
        p class="ds-sr-only" aria-live="polite" data-told {}
        script src=(assets::path("attendance.js")) defer {}
    }
}

fn day(view: &View, page: &Attendance, session: usize) -> Markup {
    let meeting = &page.lists.meeting;
    let lines = &page.lists.days[session];
    let caption = words::capitalised(&words::session(view.language, &meeting.sessions[session]));
    let today = page.lists.data.board.today(view.now);
    let refusal = rules::may_write(meeting, session, today, page.lists.is_shut).err();
    // Whom a deputy came for stands in the deputy's line; while the list is written there is a tap for each.
    let stands = |line: &&Line| refusal.is_none() || !rules::is_met_for(line, lines);
    html! {
        section data-day=(session) {
            (ui::section_heading(&format!("day-{session}"), &caption))
            @if let Some(refusal) = refusal { (ui::notice(Tone::Info, &ui::paragraph(&view.said(&refusal.said())))) }
            (summary(view, page, lines))
            @for part in Part::ALL {
                @let of: Vec<&Line> = lines.iter().filter(|line| line.listed.part == *part).filter(&stands).collect();
                @if !of.is_empty() { (list(view, page, session, (*part, &of), refusal.is_none())) }
            }
            @if refusal.is_none() {
                div class="actions" { (ui::link_button(&page.below(session, "new"), &view.t("attendance-add-someone"))) }
            }
            (by_item(view, page, session))
        }
    }
}

/// How many seats are represented, and whether that is enough.
fn summary(view: &View, page: &Attendance, lines: &[Line]) -> Markup {
    let seats = rules::seats(lines, page.chair_counts(), &|_line| true);
    let values = [
        ("there", seats.there().into()),
        ("all", seats.all().into()),
        ("digitally", seats.digitally.into()),
        ("absent", rules::missed(lines).into()),
        ("open", seats.open.into()),
    ];
    html! {
        (ui::paragraph(&view.tv("attendance-seats", &values)))
        @if let Some(needed) = rules::needed(&page.lists.meeting, &page.lists.data) {
            @let reached = seats.there() >= needed;
            @let values = [("there", seats.there().into()), ("needed", needed.into())];
            @let (tone, key) = if reached { (Tone::Success, "attendance-quorum") } else { (Tone::Warning, "attendance-no-quorum") };
            (ui::notice(tone, &ui::paragraph(&view.tv(key, &values))))
        }
    }
}

/// Those of one part, under its name.
fn list(
    view: &View,
    page: &Attendance,
    session: usize,
    (part, lines): (Part, &[&Line]),
    is_open: bool,
) -> Markup {
    let caption = view.t(&format!("attendance-part-{part}"));
    let head = ["attendance-who", "attendance-presence", "attendance-stay"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            vec![
                who(view, session, line),
                html! { @if is_open { (taps(view, page, session, line)) } @else { (presence(view, line)) } },
                stay_cell(view, page, session, line, is_open),
            ]
        })
        .collect();
    html! {
        h3 class="ds-heading" data-size="xs" { (caption) }
        (ui::table(&caption, &head, &rows))
    }
}

/// “Olav Myklebø pva. Berit Sand, Kartverket”, what they answered beforehand until something is written down, and what old
/// minutes say besides.
fn who(view: &View, session: usize, line: &Line) -> Markup {
    let listed = &line.listed;
    let answered = line.answer.filter(|_| line.presence.is_none());
    html! {
        div id=(line_id(session, listed)) {
            strong { (listed.called()) } (after_name(view, listed, &listed.organisation))
            @if !listed.source.as_written.is_empty() {
                div class="muted" { (view.tv("attendance-as-written", &[("words", listed.source.as_written.as_str().into())])) }
            }
            @if !listed.source.remark.is_empty() { div class="muted" { (listed.source.remark) } }
            @if let Some(answer) = answered {
                div class="muted" { (view.tv("attendance-answered", &[("answer", view.t(&format!("reply-{answer}")).into())])) }
            }
        }
    }
}

/// What follows the name: for whom they came, and of which organisation. Of a deputy from old minutes often no more is known
/// than for which organisation's member they came.
#[must_use]
pub fn after_name(view: &View, listed: &Listed, organisation: &str) -> String {
    let instead_of = listed.instead_of.as_str();
    let is_of_organisation = instead_of == listed.organisation;
    let for_whom = match (instead_of, listed.name.is_empty()) {
        ("", _) => String::new(),
        (_, true) if is_of_organisation => format!(" ({})", view.t("attendance-by-deputy")),
        _ => format!(
            " {}",
            view.tv("attendance-instead-of", &[("name", instead_of.into())])
        ),
    };
    if listed.name.is_empty() || organisation.is_empty() || is_of_organisation {
        for_whom
    } else {
        format!("{for_whom}, {organisation}")
    }
}

fn line_id(session: usize, listed: &Listed) -> String {
    format!("line-{session}-{}", listed.who)
}

fn presence(view: &View, line: &Line) -> Markup {
    match line.presence {
        Some(how) => html! { (view.t(&format!("attendance-{how}"))) },
        None => html! { span class="muted" { (view.t("attendance-unknown")) } },
    }
}

/// A tap for each way; tapping the one that stands takes it back.
fn taps(view: &View, page: &Attendance, session: usize, line: &Line) -> Markup {
    let (day, who) = (session.to_string(), line.listed.who.to_string());
    let fields = [("act", "tap"), ("day", &day), ("who", &who)];
    let toggles: Vec<Toggle> = (Presence::ALL.iter())
        .map(|how| {
            let text = view.t(&format!("attendance-{how}"));
            let values = [
                ("how", text.as_str().into()),
                ("name", line.listed.called().into()),
            ];
            let is_on = line.presence == Some(*how);
            Toggle {
                id: format!("tap-{day}-{who}-{how}"),
                value: if is_on { "" } else { how.code() },
                spoken: view.tv("attendance-tap", &values),
                text,
                is_on,
            }
        })
        .collect();
    ui::toggles(view, &page.path(), &fields, "presence", &toggles)
}

fn stay_cell(view: &View, page: &Attendance, session: usize, line: &Line, is_open: bool) -> Markup {
    let said = stayed(
        view,
        page,
        line.listed.stay,
        line.listed.source.stay_said.as_deref(),
    );
    let may_change = is_open && line.is_there() && !page.lists.items(session).is_empty();
    let path = page.below(session, &format!("lines/{}", line.listed.who));
    html! {
        @match &said {
            Some(said) => { (said) }
            None if line.is_there() => { (view.t("attendance-all-day")) }
            None => { "–" }
        }
        @if may_change { br; (ui::link_of(&path, &html! { (view.t("attendance-stay-change")) }, line.listed.called())) }
    }
}

/// The page on which it is said from when until when someone was there.
#[must_use]
pub fn stay_page(
    view: &View,
    page: &Attendance,
    session: usize,
    line: &Line,
    form: &Form,
) -> Markup {
    let items: Vec<(String, String)> = (page.lists.items(session).into_iter())
        .filter_map(|id| Some((id.to_string(), item_name(view, page, page.item(id)?))))
        .collect();
    let body = html! {
        (ui::hidden("act", "stay"))
        (ui::hidden("day", &session.to_string()))
        (ui::hidden("who", &line.listed.who.to_string()))
        (ui::select(view, form, &Field::new("from", view.t("attendance-from")).none(view.t("attendance-from-start")), &items))
        (ui::select(view, form, &Field::new("until", view.t("attendance-until")).none(view.t("attendance-to-end")), &items))
    };
    let title = view.tv(
        "attendance-stay-of",
        &[("name", line.listed.called().into())],
    );
    below(
        view,
        page,
        session,
        &title,
        &ui::form(
            view,
            &page.path(),
            form,
            &body,
            &view.t("attendance-stay-save"),
        ),
    )
}

/// A page below the list: its form, or why nothing can be written.
fn below(view: &View, page: &Attendance, session: usize, title: &str, form: &Markup) -> Markup {
    let today = page.lists.data.board.today(view.now);
    let refusal = rules::may_write(&page.lists.meeting, session, today, page.lists.is_shut).err();
    html! {
        (above(view, page, true))
        (ui::heading(title))
        @match refusal {
            Some(refusal) => { (ui::notice(Tone::Info, &ui::paragraph(&view.said(&refusal.said())))) }
            None => { (form) }
        }
    }
}

/// How long someone was there, as the form of it.
#[must_use]
pub fn stay_filled(stay: Stay) -> Form {
    let text = |id: Option<AgendaItemId>| id.map(|id| id.to_string()).unwrap_or_default();
    Form::filled([("from", text(stay.from)), ("until", text(stay.until))])
}

/// “fra sak 22/26 til og med sak 24/26”; none for someone who was there all day.
#[must_use]
pub fn stay(view: &View, page: &Attendance, stay: Stay) -> Option<String> {
    let short = |id: AgendaItemId| Some(short(view, page, page.item(id)?));
    let from = stay.from.and_then(short);
    let until = stay.until.and_then(short);
    Some(match (from, until) {
        (None, None) => return None,
        (Some(from), None) => view.tv("attendance-came", &[("from", from.into())]),
        (None, Some(until)) => view.tv("attendance-left", &[("until", until.into())]),
        (Some(from), Some(until)) if from == until => {
            view.tv("attendance-only", &[("at", from.into())])
        }
        (Some(from), Some(until)) => view.tv(
            "attendance-between",
            &[("from", from.into()), ("until", until.into())],
        ),
    })
}

/// The same, or for how long in the words of old minutes.
#[must_use]
pub fn stayed(view: &View, page: &Attendance, of: Stay, said: Option<&str>) -> Option<String> {
    match said {
        None => stay(view, page, of),
        Some("") => Some(view.t("attendance-stay-unknown")),
        Some(words) => Some(words.to_owned()),
    }
}

/// What an item is called; what may be told of one that is closed to the reader.
#[must_use]
pub fn item_name(view: &View, page: &Attendance, item: &Item) -> String {
    called(view, (&page.seen, &page.closed), item)
}

/// “sak 22/26”, or the title of what is no case.
#[must_use]
pub fn short(view: &View, page: &Attendance, item: &Item) -> String {
    called_short(view, (&page.seen, &page.closed), item)
}

/// Who is there at each item: how many seats, who has a conflict of interest, who came later or had left.
fn by_item(view: &View, page: &Attendance, session: usize) -> Markup {
    let head = ["agenda-item", "attendance-there", "attendance-missing"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (page.dealt_with(session))
        .map(|item| {
            let at = page.at(item);
            vec![
                html! { (item_name(view, page, item)) },
                html! { (there(view, at.seats)) },
                html! { (missing(view, &at)) },
            ]
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    html! {
        (ui::section_heading(&format!("items-{session}"), &view.t("attendance-by-item")))
        (ui::table(&view.t("attendance-by-item"), &head, &rows))
    }
}

fn there(view: &View, seats: Seats) -> String {
    view.tv(
        "attendance-n-of",
        &[("there", seats.there().into()), ("all", seats.all().into())],
    )
}

/// Why some are not there at an item.
#[must_use]
pub fn missing(view: &View, at: &AtItem) -> Markup {
    let said = [
        ("attendance-recused", &at.recused),
        ("attendance-away", &at.away),
        ("attendance-unsure", &at.unsure),
    ];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| view.tv(key, &[("names", names.join(", ").into())]))
        .collect();
    if said.is_empty() {
        return html! { "–" };
    }
    html! { @for (at, line) in said.iter().enumerate() { @if at > 0 { br; } (line) } }
}
