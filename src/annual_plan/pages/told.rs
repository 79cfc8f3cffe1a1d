//! What a plan tells its reader: each item under its meeting, by a title that the reader may be told.

use super::{Shown, own_title};
use crate::annual_plan::rules::{self, Title};
use crate::annual_plan::{PlanItem, Section, State};
use crate::boards::pages::word;
use crate::cases::Case;
use crate::cases::pages::{meeting_name, name, numbered, told_name};
use crate::i18n::Language;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// What an item is called for the reader.
#[must_use]
pub fn called(view: &View, page: &Shown, item: &PlanItem) -> String {
    match rules::title(&page.of, item, &page.reads) {
        Title::Case(case) => case_name(view, case, item),
        Title::Told(case) => told_name(view, case),
        Title::Plan(item) => own_title(view, &item.facts).to_owned(),
        Title::Withheld => view.t("annual-plan-title-withheld"),
    }
}

/// A case is written in one language. As long as it is called what the plan calls it, each reader reads that in their own.
fn case_name(view: &View, case: &Case, item: &PlanItem) -> String {
    let words = &item.facts.title;
    let is_same = |one: Language| words.exactly(one.tag()) == Some(case.facts.title.as_str());
    if Language::all().any(is_same) {
        numbered(case, view.words(words))
    } else {
        name(case)
    }
}

/// What an item is, as a link where the reader may open its case.
pub(super) fn what(view: &View, page: &Shown, item: &PlanItem) -> Markup {
    let called = called(view, page, item);
    let case = match rules::title(&page.of, item, &page.reads) {
        Title::Case(case) if view.reader.is_some() => Some(case),
        _ => None,
    };
    html! {
        @if let Some(case) = case { (ui::link(&paths::case(case.id), &called)) }
        @else { (called) }
        div class="muted" { (word(view, &page.kinds, &item.facts.kind)) }
    }
}

/// What has become of an item, as tags.
#[must_use]
pub fn state(view: &View, page: &Shown, item: &PlanItem) -> Markup {
    let state = page.of.state(item, page.today);
    let tone = match state {
        State::Planned | State::OnAgenda => Tone::Info,
        State::Treated => Tone::Success,
        State::Slipped => Tone::Warning,
        State::NotScheduled | State::Carried | State::Dropped => Tone::Neutral,
    };
    html! {
        (ui::tag(tone, &view.t(&format!("annual-plan-state-{state}"))))
        @if page.of.is_changed(item) { " " (ui::tag(Tone::Warning, &view.t("annual-plan-changed"))) }
        @if item.carried_from.is_some() { " " (ui::tag(Tone::Neutral, &view.t("annual-plan-carried-here"))) }
    }
}

/// That the board has approved the plan, or that it has not.
#[must_use]
pub fn approval(view: &View, page: &Shown) -> Markup {
    let approval = page
        .of
        .plan
        .as_ref()
        .and_then(|plan| plan.approval.as_ref());
    let Some(approval) = approval else {
        return ui::paragraph(&view.t("annual-plan-not-approved"));
    };
    let values = [
        ("date", approval.on.into()),
        ("reference", (&approval.reference).into()),
    ];
    let changed = page.of.items.iter().filter(|it| page.of.is_changed(it));
    let changed = changed.count();
    let case = approval.case.and_then(|id| page.of.cases.get(&id));
    let case = case.filter(|case| view.reader.is_some() && page.reads.sees(&case.readable()));
    html! {
        p class="ds-paragraph" {
            (view.tv("annual-plan-approved", &values))
            @if let Some(case) = case { " " (ui::link(&paths::case(case.id), &name(case))) }
            @if changed > 0 { " " (view.tv("annual-plan-changes", &[("count", changed.into())])) }
        }
    }
}

/// What a section is called; none of one that is not there.
pub(super) fn heading(view: &View, page: &Shown, section: Section) -> String {
    match section {
        Section::At(id) => {
            let meeting = page.of.live().find(|one| one.id == id);
            meeting.map_or_else(String::new, |one| {
                meeting_name(view, &page.meeting_kinds, one)
            })
        }
        Section::NotScheduled => view.t("annual-plan-not-scheduled"),
        Section::Out => view.t("annual-plan-out"),
    }
}

/// The sections in their order: the meetings, what stands at none of them yet, and what has left the plan.
#[must_use]
pub fn sections(page: &Shown) -> Vec<Section> {
    let mut all: Vec<Section> = page.of.live().map(|one| Section::At(one.id)).collect();
    all.extend([Section::NotScheduled, Section::Out]);
    all
}

/// The cells that a page adds to the row of an item, with the head of each.
pub(super) type More<'a> = (&'a [String], &'a dyn Fn(&PlanItem) -> Vec<Markup>);

/// How a section looks: its id on the page, its heading, and its items in a table with these further columns.
pub(super) fn section(
    view: &View,
    page: &Shown,
    section: Section,
    (more_head, more): More<'_>,
) -> Markup {
    let title = heading(view, page, section);
    let rows: Vec<Vec<Markup>> = page
        .of
        .in_section(section, page.today)
        .map(|item| {
            let called =
                html! { div id=(format!("item-{}", item.id)) { (what(view, page, item)) } };
            let mut row = vec![called, state(view, page, item)];
            row.extend(more(item));
            row
        })
        .collect();
    if rows.is_empty() && section == Section::Out {
        return html! {};
    }
    let mut head = ["annual-plan-case", "annual-plan-state"]
        .map(|key| view.t(key))
        .to_vec();
    head.extend_from_slice(more_head);
    html! {
        h3 class="ds-heading" data-size="xs" id=(section_id(section)) { (title) }
        @if rows.is_empty() { (ui::empty(&view.t("annual-plan-none-here"))) }
        @else { (ui::table(&title, &head, &rows)) }
    }
}

/// The id of a section's heading.
pub(super) fn section_id(section: Section) -> String {
    match section {
        Section::At(id) => format!("meeting-{id}"),
        Section::NotScheduled => "not-scheduled".to_owned(),
        Section::Out => "out".to_owned(),
    }
}

/// The plan as it is shown to those who keep nothing of it.
#[must_use]
pub fn read_only(view: &View, page: &Shown) -> Markup {
    let none = |_: &PlanItem| Vec::<Markup>::new();
    html! {
        (approval(view, page))
        (ui::section("cases", &view.t("annual-plan-by-meeting"), &html! {
            @for one in sections(page) { section { (section(view, page, one, (&[], &none))) } }
        }))
    }
}
