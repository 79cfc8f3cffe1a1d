//! The plan of a year on the board's own pages: its wheel, and each item under its meeting, where the secretariat moves it.

use super::told::{self, called, section_id};
use super::{Shown, above, meetings, templates_link, title};
use crate::annual_plan::rules;
use crate::annual_plan::{PlanItem, Section, State};
use crate::cases::pages::meeting_name;
use crate::cases::rules::Coming;
use crate::db::ids::{MeetingId, PlanItemId};
use crate::i18n::dates;
use crate::meetings::pages::year::months;
use crate::meetings::{Meeting, ORDINARY, words};
use crate::web::form::TOKEN;
use crate::web::pictures::{Ring, RingNames, Tone, WheelMark, YearWheel};
use crate::web::ui::Tone as Tag;
use crate::web::{View, assets, paths, ui};
use chrono::Datelike;
use maud::{Markup, Render, html};

/// The plan on the board's pages.
pub struct YearPage {
    pub shown: Shown,
    /// Whether the plan is shown to the reader.
    pub is_open: bool,
    pub keeps: bool,
    /// How many items the templates would add.
    pub missing: usize,
    /// How many can be carried to the next year.
    pub carrying: usize,
    /// The board's meetings that may still deal with cases.
    pub coming: Vec<Coming>,
    /// What the reader has just moved.
    pub moved: Option<PlanItemId>,
}

#[must_use]
pub fn page(view: &View, page: &YearPage) -> Markup {
    let (board, year) = (&page.shown.board, page.shown.of.year);
    html! {
        (above(view, board, None))
        (ui::heading(&format!("{} – {}", title(view, year), view.words(&board.name))))
        (ui::paragraph(&view.t("annual-plan-about")))
        nav class="cluster" aria-label=(view.t("other-years")) {
            @for year in [year - 1, year + 1] {
                a class="ds-link" href=(paths::annual_plan(board.id, year)) { (title(view, year)) }
            }
            a class="ds-link" href=(paths::year(board.id, year)) { (view.t("annual-plan-meetings-of-year")) }
        }
        @if !page.is_open { (ui::empty(&view.t("annual-plan-not-published"))) }
        @else if page.keeps { (kept(view, page)) }
        @else { (wheel(view, &page.shown)) (told::read_only(view, &page.shown)) }
    }
}

/// As the secretariat sees it.
fn kept(view: &View, page: &YearPage) -> Markup {
    let shown = &page.shown;
    html! {
        (told::approval(view, shown))
        (acts(view, page))
        @if shown.of.items.is_empty() { (ui::empty(&view.t("annual-plan-empty"))) }
        (wheel(view, shown))
        (ui::section("cases", &view.t("annual-plan-by-meeting"), &html! {
            @if shown.of.meetings.is_empty() { (ui::paragraph(&view.t("annual-plan-no-meetings"))) }
            @for one in told::sections(shown) { (kept_section(view, page, one)) }
        }))
        @if let Some(first) = shown.of.items.first() { (dragging(view, first)) }
    }
}

fn acts(view: &View, page: &YearPage) -> Markup {
    let (board, year) = (page.shown.board.id, page.shown.of.year);
    let below = |rest: &str| paths::of_annual_plan(board, year, rest);
    let audience = page
        .shown
        .of
        .plan
        .as_ref()
        .map_or("secretariat", |plan| plan.audience.code());
    let shown_to = view.t(&format!("case-audience-{audience}"));
    html! {
        p class="ds-paragraph" { (view.tv("annual-plan-shown-to-now", &[("who", shown_to.into())])) }
        div class="actions" {
            // The next step of a plan that nobody has begun; what the templates have more of is one among others.
            @if page.missing > 0 && page.shown.of.items.is_empty() { (ui::main_link_button(&below("start"), &view.t("annual-plan-start"))) }
            @else if page.missing > 0 { (ui::link_button(&below("start"), &view.t("annual-plan-start"))) }
            (ui::link_button(&below("items/new"), &view.t("annual-plan-new-item")))
            (ui::link_button(&below("approval"), &view.t("annual-plan-approval")))
            (templates_link(view, board))
            @if audience != "secretariat" { (ui::link_button(&paths::published_annual_plan(board, year), &view.t("annual-plan-as-others"))) }
        }
        @if page.carrying > 0 {
            @let values = [("count", page.carrying.into()), ("year", (year + 1).to_string().into())];
            (ui::confirmed(view, &below("carry"), &[], &view.tv("annual-plan-carry", &values), &view.tv("annual-plan-carry-follows", &values)))
        }
    }
}

/// A section that items are moved to and from.
fn kept_section(view: &View, page: &YearPage, section: Section) -> Markup {
    let shown = &page.shown;
    let choices = meetings(view, shown);
    let place = told::heading(view, shown, section);
    let change = |item: &PlanItem| {
        vec![html! {
            @if page.moved == Some(item.id) {
                p class="ds-paragraph" role="status" {
                    (ui::tag(Tag::Success, &view.tv("annual-plan-moved", &[("place", (&place).into())])))
                }
            }
            (controls(view, shown, item, &choices))
        }]
    };
    let head = [view.t("annual-plan-change")];
    let to = match section {
        // Nothing is moved to a meeting that is over.
        Section::At(id) => {
            Some(id.to_string()).filter(|id| choices.iter().any(|(open, _)| open == id))
        }
        Section::NotScheduled => Some(String::new()),
        Section::Out => None,
    };
    html! {
        section data-drop=[to] {
            (told::section(view, shown, section, (&head, &change)))
            @if let Section::At(id) = section { (to_agenda(view, page, id)) }
        }
    }
}

/// One click for all that is planned for a meeting and stands on no agenda yet; where the chair must permit it, the way to
/// where that is written.
fn to_agenda(view: &View, page: &YearPage, at: MeetingId) -> Markup {
    let shown = &page.shown;
    let waiting = shown.waiting(at);
    let Some(coming) = page.coming.iter().find(|one| one.meeting.id == at) else {
        return html! {};
    };
    let is_late = |item: &&PlanItem| rules::is_late(&shown.of, item, coming, view.now);
    html! {
        @if !waiting.is_empty() {
            div class="actions" {
                @if waiting.iter().any(is_late) {
                    @let there = format!("{}#planned", paths::agenda(at));
                    (ui::link_button(&there, &to_agenda_text(view, &coming.meeting, waiting.len())))
                } @else { (to_agenda_button(view, &coming.meeting, waiting.len())) }
            }
        }
    }
}

/// “Sett de 2 sakene på sakslista 16. desember”.
#[must_use]
pub fn to_agenda_text(view: &View, meeting: &Meeting, waiting: usize) -> String {
    let day = words::days(view.language, meeting);
    let values = [("count", waiting.into()), ("day", day.into())];
    view.tv("annual-plan-to-agenda", &values)
}

/// The button that puts what is planned on the agenda.
#[must_use]
pub fn to_agenda_button(view: &View, meeting: &Meeting, waiting: usize) -> Markup {
    ui::button_form(
        view,
        &paths::meeting_planned(meeting.id),
        &[],
        &to_agenda_text(view, meeting, waiting),
        Some("secondary"),
    )
}

/// What is done to an item: it is moved to another meeting, or opened.
fn controls(view: &View, shown: &Shown, item: &PlanItem, choices: &[(String, String)]) -> Markup {
    let state = shown.of.state(item, shown.today);
    let may_move = matches!(state, State::NotScheduled | State::Planned | State::Slipped);
    let called = called(view, shown, item);
    let (path, version) = (paths::plan_item(item.id), item.version.to_string());
    let field = format!("meeting-{}", item.id);
    let chosen = item.meeting.map(|id| id.to_string()).unwrap_or_default();
    let spoken = view.tv("annual-plan-move-spoken", &[("item", (&called).into())]);
    html! {
        @if may_move {
            form class="place" method="post" action=(path) {
                input type="hidden" name=(TOKEN) value=(view.form_token());
                input type="hidden" name="act" value="move";
                input type="hidden" name="version" value=(version);
                // For a pointer only: the choice beside is for everyone.
                span class="drag" hidden aria-hidden="true" title=(view.t("annual-plan-drag")) data-drag=(path) data-version=(version) data-called=(called) { "⠿" }
                label class="ds-sr-only" for=(field) { (spoken) }
                select class="ds-input" id=(field) name="meeting" {
                    option value="" { (view.t("annual-plan-not-scheduled")) }
                    @for (value, text) in choices { option value=(value) selected[*value == chosen] { (text) } }
                }
                button class="ds-button" type="submit" data-variant="secondary" aria-label=(spoken) { (view.t("annual-plan-move")) }
            }
        }
        (ui::link_of(&path, &html! { (view.t("annual-plan-open")) }, &called))
    }
}

/// What an item that is dragged sends, and what is read out meanwhile. Without the script nobody sees a handle. The script says
/// which item it is; until then the form is of the first.
fn dragging(view: &View, first: &PlanItem) -> Markup {
    let fields = [("act", "move"), ("version", ""), ("meeting", "")];
    let over = [("item", "%".into()), ("place", "#".into())];
    html! {
        (ui::scripted_form(view, &paths::plan_item(first.id), &fields))
        p class="ds-sr-only" aria-live="polite" data-place-told data-words=(view.tv("annual-plan-dragged", &over))
            data-back=(view.t("annual-plan-drag-back")) {}
        script src=(assets::path("annual-plan.js")) defer {}
    }
}

/// The wheel, with how much is planned for each meeting, and the same as a table behind it.
#[must_use]
pub fn wheel(view: &View, shown: &Shown) -> Markup {
    let months = months(view);
    let months: [&str; 12] = std::array::from_fn(|month| months[month].as_str());
    let year = shown.of.year;
    let today_text = view.tv(
        "wheel-today",
        &[(
            "day",
            dates::day_and_month(view.language, shown.today).into(),
        )],
    );
    let (title, description) = (title(view, year), view.t("annual-plan-wheel"));
    let meetings = view.t("meetings");
    let marks: Vec<WheelMark> = shown.of.live().map(|one| mark(view, shown, one)).collect();
    let some_slipped = marks.iter().any(|mark| mark.tone == Tone::Warning);
    let wheel = YearWheel {
        id: "wheel",
        year,
        today: (shown.today.year() == year).then_some(shown.today),
        today_text: &today_text,
        months,
        title: &title,
        description: &description,
        rings: RingNames {
            meeting: &meetings,
            deadline: "",
            closed: "",
        },
        described_by: Some("counts"),
        marks,
    };
    html! {
        @if shown.of.live().next().is_some() {
            (wheel.render())
            @if some_slipped { (ui::paragraph(&view.t("annual-plan-wheel-slipped"))) }
            (ui::details(&view.t("annual-plan-counts"), &counts(view, shown)))
        }
    }
}

fn mark(view: &View, shown: &Shown, meeting: &Meeting) -> WheelMark {
    let section = Section::At(meeting.id);
    let items: Vec<String> = (shown.of.in_section(section, shown.today))
        .map(|item| called(view, shown, item))
        .collect();
    let slipped = rules::slipped(&shown.of, meeting.id, shown.today);
    let name = words::name(&shown.meeting_kinds, meeting, view.language);
    let values = [("meeting", name.into()), ("count", items.len().into())];
    let mut label = view.tv("annual-plan-at-meeting", &values);
    if !items.is_empty() {
        label = format!("{label}: {}", items.join("; "));
    }
    WheelMark {
        from: meeting.first_day(),
        until: meeting.last_day().succ_opt().unwrap_or(meeting.last_day()),
        ring: Ring::Meeting,
        tone: match meeting.kind.as_str() {
            _ if slipped > 0 => Tone::Warning,
            ORDINARY => Tone::Plain,
            _ => Tone::Special,
        },
        when: words::days(view.language, meeting),
        label,
        href: Some(format!("#{}", section_id(section))),
    }
}

fn counts(view: &View, shown: &Shown) -> Markup {
    let columns = [
        State::Planned,
        State::OnAgenda,
        State::Treated,
        State::Slipped,
    ];
    let mut head = vec![view.t("annual-plan-meeting")];
    head.extend(columns.map(|state| view.t(&format!("annual-plan-state-{state}"))));
    let rows: Vec<Vec<Markup>> = (shown.of.live())
        .map(|meeting| {
            let at = Section::At(meeting.id);
            let count = |state: State| {
                let items = shown.of.in_section(at, shown.today);
                items
                    .filter(|item| shown.of.state(item, shown.today) == state)
                    .count()
            };
            let mut row = vec![html! { (meeting_name(view, &shown.meeting_kinds, meeting)) }];
            row.extend(columns.map(|state| html! { (count(state)) }));
            row
        })
        .collect();
    let caption = view.t("annual-plan-counts");
    html! { div id="counts" { (ui::figures(&caption, &head, 1..5, &rows)) } }
}
