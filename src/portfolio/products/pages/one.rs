//! The page of one product: what it is, its life as a picture with a table, its strategies, and the cases about it.

use super::{above, order, phase_tag, standing_tag, strategy_link, treated};
use crate::boards::Board;
use crate::boards::pages::{period, word};
use crate::calendar::Period;
use crate::cases::pages::{exempt_tag, meeting_name, name, state_tag};
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, MeetingId};
use crate::meetings::Meeting;
use crate::portfolio::products::rules::{self, Standing};
use crate::portfolio::products::{About, Outcome, Phase, Product, Strategy};
use crate::web::pictures::{BarTone, ChartBar, ChartGroup, ChartRow, TermChart, TermWords};
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};

/// The section that says in a table what the picture shows.
const TABLE: &str = "phases";

/// Everything the page shows.
pub struct OnePage {
    pub product: Product,
    /// What its group and its owner are called.
    pub group: String,
    pub owner: String,
    pub phases: Vec<CodeWord>,
    /// A page of the cases about it that the reader may read.
    pub about: Vec<About>,
    pub page: i64,
    pub has_more: bool,
    pub meetings: HashMap<MeetingId, Meeting>,
    pub meeting_kinds: Vec<CodeWord>,
    pub boards: HashMap<BoardId, Board>,
    /// The meetings whose agenda the reader may open.
    pub opens: BTreeSet<MeetingId>,
    pub last_treated: Option<NaiveDate>,
    pub today: NaiveDate,
    /// Whether the reader keeps the register.
    pub keeps: bool,
    /// What else stands about it, such as its money.
    pub panels: Vec<Markup>,
}

impl OnePage {
    fn has_ended(&self) -> bool {
        rules::has_ended(&self.product.phases, &order(&self.phases), self.today)
    }

    /// Each phase with its days: until the next one begins.
    fn lives(&self) -> Vec<(Period, &Phase)> {
        let phases = &self.product.phases;
        let ends = phases.iter().skip(1).map(|next| Some(next.from));
        let lives = phases.iter().zip(ends.chain([None]));
        lives
            .map(|(phase, until)| {
                let from = phase.from;
                (Period { from, until }, phase)
            })
            .collect()
    }

    /// Whole years around all that is known of it, and the next one.
    fn window(&self) -> Period {
        let strategies = &self.product.strategies;
        let phases = self.product.phases.iter().map(|phase| phase.from);
        let begins = strategies.iter().map(|one| one.period.from);
        let ends = strategies.iter().filter_map(|one| one.period.until);
        let years: Vec<i32> = phases
            .chain(begins)
            .chain(ends)
            .chain([self.today])
            .map(|day| day.year())
            .collect();
        let this = self.today.year();
        let first = years.iter().copied().min().unwrap_or(this);
        let last = years.iter().copied().max().unwrap_or(this);
        let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(self.today);
        Period {
            from: new_year(first),
            until: Some(new_year(last + 2)),
        }
    }
}

/// The page of one product.
#[must_use]
pub fn page(view: &View, page: &OnePage) -> Markup {
    let product = &page.product;
    let description = view.words(&product.facts.description);
    html! {
        (above(view, &[]))
        (ui::heading(view.words(&product.facts.name)))
        p {
            (phase_tag(view, &page.phases, product, page.today))
            @if !page.has_ended() { " " (standing_tag(view, product, page.today)) }
        }
        (ui::facts(&facts(view, page)))
        @if !description.is_empty() { div class="ds-paragraph prewrap" { (description) } }
        @if page.keeps { div class="actions" {
            (button(view, page, "edit", "product-edit"))
            (button(view, page, "phases", "product-phase-new"))
            (button(view, page, "strategies", "product-strategy-new"))
        } }
        (ui::section("life", &view.t("product-life"), &chart(view, page)))
        (ui::section(TABLE, &view.t("product-phases"), &phases(view, page)))
        (ui::section("strategies", &view.t("product-strategies"), &strategies(view, page)))
        @for panel in &page.panels { (panel) }
        (ui::section("cases", &view.t("product-cases"), &cases(view, page)))
    }
}

fn button(view: &View, page: &OnePage, rest: &str, key: &str) -> Markup {
    ui::link_button(&paths::of_product(page.product.id, rest), &view.t(key))
}

fn facts(view: &View, page: &OnePage) -> Vec<(String, Markup)> {
    let mut facts = vec![
        (view.t("product-group"), html! { (page.group) }),
        (view.t("product-owner"), html! { (page.owner) }),
    ];
    let next = page.product.phases.iter().find(|one| one.from > page.today);
    if let Some(next) = next {
        let values = [
            ("phase", word(view, &page.phases, &next.code).into()),
            ("day", next.from.into()),
        ];
        let said = view.tv("product-next-from", &values);
        facts.push((view.t("product-next"), html! { (said) }));
    }
    let last = treated(view, page.last_treated, page.today);
    facts.push((view.t("product-last-treated"), html! { (last) }));
    facts
}

fn chart(view: &View, page: &OnePage) -> Markup {
    let window = page.window();
    let title = view.tv(
        "product-chart-title",
        &[("product", view.words(&page.product.facts.name).into())],
    );
    let [today, now, planned, soon, past] = [
        "product-chart-today",
        "product-chart-now",
        "product-chart-planned",
        "product-chart-soon",
        "product-chart-past",
    ]
    .map(|key| view.t(key));
    let chart = TermChart {
        id: "product-life",
        from: window.from,
        until: window.until.unwrap_or(window.from),
        today: page.today,
        title: &title,
        description: &view.t("product-chart-description"),
        words: TermWords {
            today: &today,
            permanent: &now,
            term: &now,
            vacant: &planned,
            ending_soon: &soon,
            past: &past,
        },
        described_by: Some(TABLE),
        groups: groups(view, page),
    };
    html! { (chart) }
}

fn groups(view: &View, page: &OnePage) -> Vec<ChartGroup> {
    let bar = |days: Period, label: String, tone: BarTone| ChartBar {
        from: days.from,
        until: days.until,
        label,
        when: period(view, days),
        tone,
    };
    let life = page.lives().into_iter().map(|(days, phase)| {
        let label = word(view, &page.phases, &phase.code);
        bar(days, label, tone(page, days, false))
    });
    let mut groups = vec![ChartGroup {
        heading: view.t("product-phases"),
        rows: vec![ChartRow {
            label: view.words(&page.product.facts.name).to_owned(),
            bars: life.collect(),
        }],
    }];
    let row = |one: &Strategy| ChartRow {
        label: one.title.clone(),
        bars: vec![bar(
            one.period,
            one.title.clone(),
            tone(page, one.period, is_ending(page, one)),
        )],
    };
    if !page.product.strategies.is_empty() {
        groups.push(ChartGroup {
            heading: view.t("product-strategies"),
            rows: page.product.strategies.iter().map(row).collect(),
        });
    }
    groups
}

fn tone(page: &OnePage, days: Period, is_ending: bool) -> BarTone {
    if days.from > page.today {
        BarTone::Vacant
    } else if !days.contains(page.today) {
        BarTone::Past
    } else if is_ending {
        BarTone::EndingSoon
    } else {
        BarTone::Term
    }
}

/// Whether a strategy is the last one that holds, and ends soon.
fn is_ending(page: &OnePage, of: &Strategy) -> bool {
    let last = of.period.last_day();
    match rules::standing(&page.product.strategies, page.today) {
        Standing::EndsOn(day) => !page.has_ended() && last == Some(day),
        Standing::Missing | Standing::Holds => false,
    }
}

/// The head of a table, with a last column for those who keep the register.
fn head(view: &View, page: &OnePage, keys: &[&str]) -> Vec<String> {
    let kept = page.keeps.then_some("product-change");
    let keys = keys.iter().copied().chain(kept);
    keys.map(|key| view.t(key)).collect()
}

fn change(view: &View, href: &str, of: &str) -> Markup {
    ui::link_of(href, &html! { (view.t("product-change")) }, of)
}

fn phases(view: &View, page: &OnePage) -> Markup {
    let head = head(
        view,
        page,
        &["product-phase", "product-when", "product-correction"],
    );
    let row = |(days, phase): (Period, &Phase)| {
        let said = word(view, &page.phases, &phase.code);
        let correction = Some(phase.correction.as_str()).filter(|text| !text.is_empty());
        let when = period(view, days);
        let mut row = vec![
            html! { (said) },
            html! { (when) },
            html! { (correction.unwrap_or("–")) },
        ];
        if page.keeps {
            let href = paths::product_phase(page.product.id, phase.id);
            row.push(change(view, &href, &format!("{said}, {when}")));
        }
        row
    };
    let rows: Vec<Vec<Markup>> = page.lives().into_iter().map(row).collect();
    ui::table(&view.t("product-phases"), &head, &rows)
}

fn strategies(view: &View, page: &OnePage) -> Markup {
    let all = &page.product.strategies;
    if all.is_empty() {
        return ui::empty(&view.t("product-strategies-none"));
    }
    let head = head(
        view,
        page,
        &[
            "product-strategy",
            "product-archive",
            "product-when",
            "product-state",
        ],
    );
    let row = |one: &Strategy| {
        let archive = Some(one.archive_reference.as_str()).filter(|text| !text.is_empty());
        let mut row = vec![
            strategy_link(one),
            html! { (archive.unwrap_or("–")) },
            html! { (period(view, one.period)) },
            state(view, page, one),
        ];
        if page.keeps {
            let href = paths::product_strategy(page.product.id, one.id);
            row.push(change(view, &href, &one.title));
        }
        row
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    let clashes = rules::overlapping(all);
    html! {
        @for (one, other) in clashes.iter().take(if page.keeps { CLASHES } else { 0 }) {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("product-strategies-overlap", &[
                ("one", one.title.as_str().into()), ("other", other.title.as_str().into()),
            ]))))
        }
        (ui::table(&view.t("product-strategies"), &head, &rows))
    }
}

/// Of strategies that hold on the same days, so many pairs are told of.
const CLASHES: usize = 5;

fn state(view: &View, page: &OnePage, of: &Strategy) -> Markup {
    let (color, key) = match tone(page, of.period, is_ending(page, of)) {
        BarTone::Past => (Tone::Neutral, "product-chart-past"),
        BarTone::Vacant => (Tone::Neutral, "product-chart-planned"),
        BarTone::EndingSoon => (Tone::Warning, "product-chart-soon"),
        BarTone::Term | BarTone::Permanent => (Tone::Success, "product-chart-now"),
    };
    ui::tag(color, &view.t(key))
}

fn cases(view: &View, page: &OnePage) -> Markup {
    let head = [
        "product-case",
        "product-board",
        "case-meeting",
        "case-state",
        "product-outcome",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = (page.about.iter())
        .map(|about| about_row(view, page, about))
        .collect();
    html! {
        @if rows.is_empty() { (ui::empty(&view.t("product-cases-none"))) }
        @else { (ui::table(&view.t("product-cases"), &head, &rows)) }
        (pages(view, page))
    }
}

fn about_row(view: &View, page: &OnePage, about: &About) -> Vec<Markup> {
    let case = &about.case;
    let board = page.boards.get(&case.board);
    let meeting = case.meeting.and_then(|id| page.meetings.get(&id));
    vec![
        html! { (ui::link(&paths::case(case.id), &name(case))) (exempt_tag(view, case)) },
        html! { (board.map_or("–", |board| view.words(&board.name))) },
        html! {
            @if let Some(meeting) = meeting { (meeting_in(view, page, meeting)) } @else { "–" }
        },
        state_tag(view, case.state),
        html! {
            @if about.outcomes.is_empty() { "–" }
            @for outcome in &about.outcomes { (came_to(view, outcome)) }
        },
    ]
}

fn meeting_in(view: &View, page: &OnePage, meeting: &Meeting) -> Markup {
    let name = meeting_name(view, &page.meeting_kinds, meeting);
    if page.opens.contains(&meeting.id) {
        ui::link(&paths::agenda(meeting.id), &name)
    } else {
        html! { (name) }
    }
}

/// What the board came to, with the way to the minutes that say it.
fn came_to(view: &View, of: &Outcome) -> Markup {
    let minutes = paths::published_meeting(of.meeting);
    let day = view.date(of.day);
    let text = view.tv("case-outcome-minutes", &[("day", day.as_str().into())]);
    html! {
        @if !of.word.is_empty() { p lang=(of.language.tag()) { strong { (of.word) } } }
        @if !of.conclusion.is_empty() {
            (ui::details(&view.tv("product-conclusion", &[("day", day.as_str().into())]),
                &html! { p class="ds-paragraph prewrap" lang=(of.language.tag()) { (of.conclusion) } }))
        }
        p { (ui::link(&format!("{minutes}#item-{}", of.item), &text)) }
    }
}

fn pages(view: &View, page: &OnePage) -> Markup {
    let start = format!("{}?page=", paths::product(page.product.id));
    html! {
        @if page.page > 0 || page.has_more {
            nav aria-label=(view.t("case-pages")) { ul class="cluster" role="list" {
                @if page.page > 0 { li { (ui::link(&format!("{start}{}", page.page - 1), &view.t("case-newer"))) } }
                @if page.has_more { li { (ui::link(&format!("{start}{}", page.page + 1), &view.t("case-older"))) } }
            } }
        }
    }
}
