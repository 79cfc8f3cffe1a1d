//! A board's year on one page: the strip of its meetings, its figures, the meetings and the cases.

mod strip;

use super::{CaseOfYear, Days, MeetingOfYear, MinutesOut, PapersOut, YearPage, rules};
use crate::cases::pages as cases;
use crate::i18n::dates;
use crate::meetings::{MeetingState, words};
use crate::minutes::publication::rules::Share;
use crate::public::{OutItem, pages as public};
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// “Året 2026 i korte trekk”.
#[must_use]
pub fn title(view: &View, year: i32) -> String {
    view.tv("year-glance", &[("year", year.to_string().into())])
}

/// The whole page.
#[must_use]
pub fn page(view: &View, page: &YearPage) -> Markup {
    let board = &page.board;
    let year = || page.year.to_string().into();
    let plan = view.tv("year-plan", &[("year", year())]);
    let above = [
        (paths::BOARDS.to_owned(), view.t("menu-boards")),
        (paths::board(board.id), view.words(&board.name).to_owned()),
        (paths::year(board.id, page.year), plan),
    ];
    html! {
        (ui::breadcrumbs(view, &above))
        (ui::heading(&format!("{} – {}", title(view, page.year), view.words(&board.name))))
        nav class="cluster no-print" aria-label=(view.t("other-years")) {
            @for year in [page.year - 1, page.year + 1] {
                a class="ds-link" href=(paths::year_glance(board.id, year)) { (title(view, year)) }
            }
        }
        @if page.meetings.is_empty() {
            (ui::empty(&view.tv("year-none", &[("year", year())])))
        } @else {
            (strip::strip(view, page))
            (ui::section("figures", &view.t("year-figures"), &html! {
                (figures(view, page))
                p class="muted" { (view.t("year-about")) }
            }))
            (meetings(view, page))
            (dealt_with(view, page))
        }
    }
}

/// The figures, each only where there is something to count.
fn figures(view: &View, page: &YearPage) -> Markup {
    let of = &page.figures;
    let kind = |code: &str| words::kind(&page.kinds, code, view.language).to_owned();
    let held = of.held.iter().map(|(code, count)| (kind(code), *count));
    let outcomes = of.outcomes.iter();
    let mut outcomes: Vec<(String, usize)> = outcomes
        .map(|(code, word, count)| (outcome(view, page, code, word), *count))
        .collect();
    if of.without_outcome > 0 {
        outcomes.push((view.t("year-without-outcome"), of.without_outcome));
    }
    let all_held: usize = of.held.iter().map(|(_, count)| count).sum();
    let mut facts = vec![(view.t("year-held"), counted(Some(all_held), held.collect()))];
    for (key, count) in [
        ("year-to-come", of.coming),
        ("year-cancelled", of.cancelled),
    ] {
        if count > 0 {
            facts.push((view.t(key), html! { (count) }));
        }
    }
    facts.push((view.t("year-treated"), html! { (of.cases) }));
    if !outcomes.is_empty() {
        facts.push((view.t("year-outcomes"), counted(None, outcomes)));
    }
    facts.extend(decided(view, page));
    facts.extend(agreed(view, page));
    facts.extend(times(view, page));
    facts.extend(languages(view, page));
    ui::facts(&facts)
}

/// A sum, and what it is made of: “5 (ordinært møte: 4, fagdag: 1)”.
fn counted(sum: Option<usize>, parts: Vec<(String, usize)>) -> Markup {
    let said = parts
        .into_iter()
        .map(|(what, count)| format!("{what}: {count}"));
    let said = said.collect::<Vec<_>>().join(", ");
    html! {
        @match sum {
            Some(sum) if said.is_empty() => (sum),
            Some(sum) => { (sum) " (" (said) ")" },
            None => (said),
        }
    }
}

/// The word for an outcome: the board's own, else that of the minutes.
fn outcome(view: &View, page: &YearPage, code: &str, word: &str) -> String {
    let mut known = page.outcomes.iter();
    let own = known.find(|(known, words)| known == code && !words.is_empty());
    match own {
        Some((_, words)) => view.words(words).to_owned(),
        None if word.is_empty() => code.to_owned(),
        None => word.to_owned(),
    }
}

/// What the owner of the board decided, and how many recommendations wait for that.
fn decided(view: &View, page: &YearPage) -> Option<(String, Markup)> {
    let of = &page.decided;
    let stances = of.stances.iter();
    let stances = stances.map(|(stance, count)| (format!("decision-stance-{stance}"), *count));
    let waiting = ("decision-none".to_owned(), of.undecided);
    let some = stances.chain([waiting]).filter(|(_, count)| *count > 0);
    let parts: Vec<(String, usize)> = some
        .map(|(key, count)| (view.t(&key), usize::try_from(count).unwrap_or_default()))
        .collect();
    (!parts.is_empty()).then(|| (view.t("decisions"), counted(None, parts)))
}

fn agreed(view: &View, page: &YearPage) -> Option<(String, Markup)> {
    let of = &page.figures.agreed;
    let all = [
        ("action-state-done", of.done),
        ("action-state-open", of.open),
        ("action-overdue", of.late),
        ("action-state-dropped", of.dropped),
    ];
    let some = all.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<(String, usize)> = some.map(|(key, count)| (view.t(key), count)).collect();
    if parts.is_empty() {
        return None;
    }
    Some((view.t("action-items"), counted(None, parts)))
}

/// How many seats were represented, and how long papers and minutes took.
fn times(view: &View, page: &YearPage) -> Vec<(String, Markup)> {
    let of = &page.figures;
    let mut facts = Vec::new();
    if let Some(share) = of.seats_per_cent {
        let said = view.tv("year-seats-share", &[("share", share.into())]);
        facts.push((view.t("year-seats"), html! { (said) }));
    }
    let say = |key: &str, days: Days| {
        let values = [
            ("average", days.average.into()),
            ("least", days.least.into()),
            ("most", days.most.into()),
            ("meetings", days.meetings.into()),
        ];
        view.tv(key, &values)
    };
    if let Some(days) = of.papers_ahead {
        let (count, all) = of.papers_in_time;
        let values = [("count", count.into()), ("all", all.into())];
        facts.push((
            view.t("year-papers-out"),
            html! {
                (say("year-papers-ahead", days))
                @if all > 0 { " " (view.tv("year-papers-in-time", &values)) }
            },
        ));
    }
    if let Some(days) = of.minutes_after {
        facts.push((
            view.t("year-minutes-out"),
            html! { (say("year-minutes-after", days)) },
        ));
    }
    facts
}

/// How the two written languages share the minutes that are out.
fn languages(view: &View, page: &YearPage) -> Option<(String, Markup)> {
    let share: Share = page.figures.languages;
    let values = [
        ("bokmal", share.bokmal.into()),
        ("nynorsk", share.nynorsk.into()),
        ("share", share.nynorsk_per_cent()?.into()),
    ];
    let lacks = share.lacks().map(|language| {
        let name = words::uncapitalised(&language.name_in(view.language));
        view.tv("publication-share-lacks", &[("language", name.into())])
    });
    let said = html! {
        (view.tv("year-languages-share", &values))
        @if let Some(lacks) = lacks { " " (lacks) }
    };
    Some((view.t("year-languages"), said))
}

fn meetings(view: &View, page: &YearPage) -> Markup {
    let title = view.tv("year-meetings", &[("year", page.year.to_string().into())]);
    let head = [
        view.t("public-meeting"),
        view.t("cases"),
        view.t("year-seats"),
        view.t("papers"),
        view.t("minutes"),
    ];
    let rows: Vec<Vec<Markup>> = (page.meetings.iter())
        .map(|one| meeting(view, page, one))
        .collect();
    ui::section("meetings", &title, &ui::table(&title, &head, &rows))
}

fn meeting(view: &View, page: &YearPage, of: &MeetingOfYear) -> Vec<Markup> {
    let one = &of.meeting;
    let name = words::name(&page.kinds, one, view.language);
    let days = words::days(view.language, one);
    let is_cancelled = one.state == MeetingState::Cancelled;
    let seats = of.seats.iter().map(|seats| {
        let values = [("there", seats.there.into()), ("all", seats.all.into())];
        view.tv("attendance-n-of", &values)
    });
    let seats = seats.collect::<Vec<_>>().join("; ");
    vec![
        html! {
            (ui::link(&paths::meeting(one.id), &format!("{days}: {name}")))
            @if is_cancelled { " " (ui::tag(Tone::Neutral, &view.t("public-cancelled"))) }
        },
        html! { @if is_cancelled { "–" } @else { (of.cases) } },
        html! { @if seats.is_empty() { "–" } @else { (seats) } },
        html! { @match &of.papers { Some(papers) => (ahead(view, *papers)), None => "–" } },
        minutes(view, of),
    ]
}

fn ahead(view: &View, of: PapersOut) -> Markup {
    html! {
        (view.tv("year-days-ahead", &[("days", of.days_ahead.into())]))
        @if of.in_time == Some(false) { " " (ui::tag(Tone::Warning, &view.t("year-too-late"))) }
    }
}

fn minutes(view: &View, of: &MeetingOfYear) -> Markup {
    let said = match of.minutes {
        MinutesOut::Out {
            days_after: Some(days),
        } => view.tv("year-days-after", &[("days", days.into())]),
        MinutesOut::Out { days_after: None } => view.t("public-minutes-out"),
        MinutesOut::Withdrawn => view.t("public-minutes-withdrawn"),
        MinutesOut::NotOut if rules::is_held(of) => view.t("public-minutes-not-out"),
        MinutesOut::NotOut => "–".to_owned(),
    };
    let path = paths::published_meeting(of.meeting.id);
    html! { @if of.reads_minutes { (ui::link(&path, &said)) } @else { (said) } }
}

fn dealt_with(view: &View, page: &YearPage) -> Markup {
    let title = view.tv("year-cases", &[("year", page.year.to_string().into())]);
    let head = [
        view.t("year-case"),
        view.t("public-meeting"),
        view.t("minutes-outcome"),
    ];
    let rows: Vec<Vec<Markup>> = (page.cases.iter())
        .map(|one| case(view, page, one))
        .collect();
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("year-no-cases"))) }
        @else { (ui::table(&title, &head, &rows)) }
    };
    ui::section("cases", &title, &body)
}

fn case(view: &View, page: &YearPage, of: &CaseOfYear) -> Vec<Markup> {
    let language = of.case.facts.language;
    let days = of.at.iter().map(|(id, day)| {
        let day = dates::day_and_month(view.language, *day);
        ui::link(&paths::meeting(*id), &day)
    });
    let days: Vec<Markup> = days.collect();
    vec![
        html! {
            a class="ds-link" href=(paths::case(of.case.id)) lang=(language.tag()) { (cases::name(&of.case)) }
        },
        html! { @for (place, day) in days.iter().enumerate() { @if place > 0 { ", " } (day) } },
        html! {
            @match &of.outcome {
                Some(item) => (came_to(view, page, item)),
                None if of.is_treated => (view.t("year-no-outcome")),
                None => (view.t("public-meeting-to-come")),
            }
        },
    ]
}

/// The outcome, and the way to where the minutes say it.
fn came_to(view: &View, page: &YearPage, item: &OutItem) -> Markup {
    let word = outcome(view, page, &item.outcome, &item.outcome_word);
    ui::link_of(
        &public::in_minutes(item),
        &html! { (word) },
        &public::called(item),
    )
}
