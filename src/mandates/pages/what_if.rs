//! What a version would change if it counted from a day: in short, rule by rule on that day, at every planned meeting as a
//! picture and as tables, and the deadlines and meetings that would be others.

use super::above;
use crate::boards::pages::{Lists, rule_text, word};
use crate::boards::{Board, Mandate, MandateState, rule_kind};
use crate::composition::pages::evidence;
use crate::composition::pages::forecast::{self as forecast_pages, ForecastPage};
use crate::composition::pages::{CompositionPage, Names, tag};
use crate::composition::{Day, Facts, Outcome, Verdict};
use crate::db::code_words::CodeWord;
use crate::db::ids::MeetingId;
use crate::mandates::rules::what_if::FIELDS;
use crate::mandates::{Beside, Change, OtherDeadline, Sides, YearBeside};
use crate::meetings::Meeting;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was loaded for the answer.
pub struct Asked {
    pub lists: Lists,
    pub meeting_kinds: Vec<CodeWord>,
    pub names: Names,
    pub by_year: BTreeMap<i32, i64>,
    /// The meetings that are still to come, by their first days.
    pub planned: Vec<Meeting>,
    pub today: NaiveDate,
    pub until: NaiveDate,
    pub from: NaiveDate,
    /// Whether other numbers are asked for than the version has.
    pub has_numbers: bool,
    pub now: Sides,
    pub then: Sides,
}

/// What is answered.
pub struct Answer<'a> {
    /// The version that would count on the day without it.
    pub counts_today: Option<&'a Mandate>,
    /// The day it would count from, then the meetings.
    pub days: Vec<Beside<'a>>,
    pub forecast: Vec<Day<'a>>,
    pub left_out: usize,
    /// Seats beyond the most of members, as it is and as it would be.
    pub seats_over: (usize, usize),
    pub deadlines: Vec<OtherDeadline>,
    pub years: Vec<YearBeside>,
}

/// What the page shows.
pub struct WhatIfPage<'a> {
    pub board: &'a Board,
    pub base: &'a Mandate,
    pub form: &'a Form,
    /// None until a day is asked for that can be.
    pub asked: Option<(&'a Asked, &'a Answer<'a>)>,
    pub keeps: bool,
}

/// What would change.
#[must_use]
pub fn page(view: &View, page: &WhatIfPage<'_>) -> Markup {
    let form = page.form;
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let fields = html! {
        (ui::input(view, form, "date", &field("from", "mandate-if-from").needed()))
        (ui::input(view, form, "number", &field("least", "mandate-if-least")))
        (ui::input(view, form, "number", &field("most", "mandate-if-most")))
        (ui::input(view, form, "number", &field("months", "mandate-if-months").help(view.t("mandate-if-months-help"))))
        (ui::input(view, form, "number", &field("meetings", "mandate-if-meetings")))
    };
    let own = paths::of_mandate(page.base.id, "what-if");
    html! {
        (above(view, page.board, page.base))
        (ui::heading(&view.t("mandate-what-if")))
        (ui::paragraph(&view.tv("mandate-if-about", &[("label", (&page.base.label).into())])))
        (ui::asking_form(view, &own, form, &fields, &view.t("mandate-if-ask")))
        @if let Some((asked, answer)) = page.asked {
            (in_short(view, asked, answer))
            (use_numbers(view, page, asked))
            (on_the_day(view, page, asked, answer))
            (at_meetings(view, page, asked, answer))
            (deadlines(view, asked, answer))
            (years(view, answer))
        }
    }
}

/// The answer in sentences.
fn in_short(view: &View, asked: &Asked, answer: &Answer<'_>) -> Markup {
    let first = answer.days.first();
    let count = |outcome: Outcome| {
        let verdicts = first.into_iter().flat_map(|day| &day.then.verdicts);
        verdicts.filter(|it| it.outcome == outcome).count()
    };
    let terms = first.into_iter().flat_map(|day| &day.then.verdicts);
    let too_long: BTreeSet<_> = terms
        .filter(|it| it.rule.kind == rule_kind::TERM_MONTHS)
        .flat_map(|it| it.evidence.against.iter().copied())
        .collect();
    let meetings: BTreeSet<MeetingId> = answer.deadlines.iter().map(|it| it.meeting).collect();
    let of = |key: &str, n: usize| html! { (view.tv(key, &[("n", n.into())])) };
    let lines = [
        html! { (view.tv("mandate-if-broken", &[
            ("broken", count(Outcome::Broken).into()), ("unknown", count(Outcome::Unknown).into()),
        ])) },
        of(
            "mandate-if-turned",
            first.map_or(0, |day| day.turned().len()),
        ),
        of("mandate-if-terms", too_long.len()),
        of("mandate-if-seats", answer.seats_over.1),
        of("mandate-if-deadlines", meetings.len()),
        html! { (lacking(view, answer)) },
    ];
    let title = view.tv("mandate-if-short", &[("date", asked.from.into())]);
    ui::section("short", &title, &ui::list(&lines))
}

/// How many ordinary meetings would be missing that are not missing as it is, or the other way round.
fn lacking(view: &View, answer: &Answer<'_>) -> String {
    let year = |it: Option<&YearBeside>| it.map_or_else(String::new, |it| it.year.to_string());
    let more: i64 = answer.years.iter().map(YearBeside::more_lacking).sum();
    let key = match more {
        0 => "mandate-if-lacking-same",
        1.. => "mandate-if-lacking-more",
        _ => "mandate-if-lacking-fewer",
    };
    let values = [
        ("n", more.abs().into()),
        ("first", year(answer.years.first()).into()),
        ("last", year(answer.years.last()).into()),
    ];
    view.tv(key, &values)
}

/// The way from the numbers into the draft, for whoever writes it.
fn use_numbers(view: &View, page: &WhatIfPage<'_>, asked: &Asked) -> Markup {
    let is_draft = page.base.state == MandateState::Draft;
    if !page.keeps || !is_draft || !asked.has_numbers {
        return Markup::default();
    }
    let version = page.base.version.to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend(FIELDS.map(|(field, _)| (field, page.form.value(field))));
    fields.push(("from", page.form.value("from")));
    let own = paths::of_mandate(page.base.id, "what-if");
    let use_them = view.t("mandate-if-use");
    html! { div class="actions" {
        (ui::button_form(view, &own, &fields, &use_them, Some("secondary")))
    } }
}

/// The facts of one side, as the evidence of its verdicts needs them.
fn side<'a>(
    page: &'a WhatIfPage<'_>,
    asked: &'a Asked,
    facts: &'a Facts,
    beside: &'a crate::composition::Composition<'a>,
) -> CompositionPage<'a> {
    CompositionPage {
        board: page.board,
        lists: &asked.lists,
        facts,
        composition: beside,
        names: &asked.names,
        day: page.form,
        keeps: page.keeps,
        flags: &[],
    }
}

/// Each rule on the day, as it is and as it would be.
fn on_the_day(view: &View, page: &WhatIfPage<'_>, asked: &Asked, answer: &Answer<'_>) -> Markup {
    let Some(day) = answer.days.first() else {
        return Markup::default();
    };
    let now = side(page, asked, &asked.now.facts, &day.now);
    let then = side(page, asked, &asked.then.facts, &day.then);
    let said = |of: &CompositionPage<'_>, it: &Verdict<'_>| {
        html! {
            (rule_text(view, &asked.lists, it.rule)) br; (tag(view, it.outcome))
            (evidence::said(view, of, it))
        }
    };
    let none = || html! { "–" };
    let row = |change: Change<&Verdict<'_>>| match change {
        Change::Same(it) => vec![said(&now, it), html! { (view.t("mandate-if-same")) }],
        Change::Changed(old, new) => vec![said(&now, old), said(&then, new)],
        Change::Added(it) => vec![none(), said(&then, it)],
        Change::Removed(it) => vec![said(&now, it), none()],
    };
    let mut rules = day.rules();
    // What becomes another stands first.
    rules.sort_by_key(|it| matches!(it, Change::Same(_)));
    let rows: Vec<Vec<Markup>> = rules.into_iter().map(row).collect();
    let today = answer.counts_today.map_or_else(
        || view.t("composition-without-mandate"),
        |it| view.tv("boards-mandate-version", &[("label", (&it.label).into())]),
    );
    let head = [today, view.t("mandate-if-then")];
    let title = view.tv("mandate-if-day", &[("date", day.on.into())]);
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("composition-no-rules"))) }
        @else { (ui::table(&title, &head, &rows)) }
    };
    ui::section("day", &title, &body)
}

/// The rules at every planned meeting: a picture of what would be, the same as a table, and what turns at each.
fn at_meetings(view: &View, page: &WhatIfPage<'_>, asked: &Asked, answer: &Answer<'_>) -> Markup {
    let planned = asked.planned.iter().cloned();
    let meetings: HashMap<MeetingId, Meeting> = planned.map(|it| (it.id, it)).collect();
    let forecast = ForecastPage {
        board: page.board,
        lists: &asked.lists,
        days: &answer.forecast,
        left_out: answer.left_out,
        breaks: &[],
        meetings: &meetings,
        meeting_kinds: &asked.meeting_kinds,
        today: asked.today,
        begins: (asked.from >= asked.today).then_some(asked.from),
        last: asked.until.pred_opt().unwrap_or(asked.until),
    };
    let has_rules = answer.forecast.iter();
    let has_rules = has_rules
        .clone()
        .any(|day| !day.composition.verdicts.is_empty());
    html! {
        @if has_rules {
            (forecast_pages::grid(view, &forecast))
            (forecast_pages::table(view, &forecast))
        }
        (turned(view, asked, answer))
    }
}

/// A row a day on which something else would be found of a rule than today's mandate finds.
fn turned(view: &View, asked: &Asked, answer: &Answer<'_>) -> Markup {
    let said = |it: &Verdict<'_>| html! { (rule_text(view, &asked.lists, it.rule)) ": " (tag(view, it.outcome)) };
    let not_asked = || view.t("mandate-if-not-asked");
    // What is asked now and what would be asked are both named: the number may be another.
    let line = |change: &Change<&Verdict<'_>>| {
        html! { @match change {
            Change::Changed(old, new) => { (said(old)) " → " (said(new)) },
            Change::Removed(it) => { (said(it)) " → " (not_asked()) },
            Change::Added(it) | Change::Same(it) => { (not_asked()) " → " (said(it)) },
        } }
    };
    let row = |day: &Beside<'_>| {
        let turned = day.turned();
        let lines: Vec<Markup> = turned.iter().map(line).collect();
        (!lines.is_empty()).then(|| vec![html! { (view.date(day.on)) }, ui::list(&lines)])
    };
    let rows: Vec<Vec<Markup>> = answer.days.iter().filter_map(row).collect();
    let head = ["boards-day", "mandate-if-turns"].map(|key| view.t(key));
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("mandate-if-none-turns"))) }
        @else { (ui::table(&view.t("mandate-if-turns"), &head, &rows)) }
    };
    ui::section("turned", &view.t("mandate-if-turns"), &body)
}

fn deadlines(view: &View, asked: &Asked, answer: &Answer<'_>) -> Markup {
    let day =
        |on: Option<NaiveDate>| html! { (on.map_or_else(|| "–".to_owned(), |on| view.date(on))) };
    let row = |it: &OtherDeadline| {
        let meeting = asked
            .planned
            .iter()
            .find(|meeting| meeting.id == it.meeting)?;
        let kind = word(view, &asked.meeting_kinds, &meeting.kind);
        let name = format!("{kind}, {}", view.date(meeting.first_day()));
        Some(vec![
            ui::link(&paths::meeting(meeting.id), &name),
            html! { (view.t(&format!("boards-about-{}", it.stage))) },
            day(it.now),
            day(it.then),
        ])
    };
    let rows: Vec<Vec<Markup>> = answer.deadlines.iter().filter_map(row).collect();
    let head = [
        "boards-meeting-kind",
        "boards-stage",
        "mandate-was",
        "mandate-becomes",
    ];
    let head = head.map(|key| view.t(key));
    let title = view.t("mandate-if-deadlines-title");
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("mandate-if-no-deadlines"))) }
        @else { (ui::table(&title, &head, &rows)) }
    };
    ui::section("deadlines", &title, &body)
}

fn years(view: &View, answer: &Answer<'_>) -> Markup {
    let number =
        |it: Option<i64>| html! { (it.map_or_else(|| "–".to_owned(), |it| it.to_string())) };
    let row = |it: &YearBeside| {
        let lacking = it.then.map(|then| (then - it.planned).max(0));
        vec![
            html! { (it.year) },
            html! { (it.planned) },
            number(it.now),
            number(it.then),
            number(lacking),
        ]
    };
    // What is asked for anyway is not the version's doing.
    let others = answer.years.iter().filter(|it| it.now != it.then);
    let rows: Vec<Vec<Markup>> = others.map(row).collect();
    let head = [
        "mandate-if-year",
        "mandate-if-planned",
        "mandate-if-asked-now",
        "mandate-if-asked-then",
        "mandate-if-lacks",
    ];
    let head = head.map(|key| view.t(key));
    let title = view.t("mandate-if-years");
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("mandate-if-years-same"))) }
        @else { (ui::figures(&title, &head, 1..5, &rows)) }
    };
    ui::section("years", &title, &body)
}
