//! What is told above the form that sends papers out: what is missing, what stays behind, and what readers cannot open.

use super::case_number;
use crate::cases::pages::name;
use crate::meetings::{Session, words};
use crate::papers::dispatch::load::{CasePapers, MeetingPapers, Shown};
use crate::papers::dispatch::rules::is_ready;
use crate::papers::pages::unfit_tag;
use crate::papers::{Content, Version};
use crate::pdf::Fit;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// Cases on the agenda that have nothing to read.
#[must_use]
pub fn missing(view: &View, of: &MeetingPapers) -> Markup {
    let lines: Vec<Markup> = open(of)
        .filter(|case| has_nothing(case))
        .map(|case| {
            html! {
                (ui::link(&paths::case(case.case.id), &name(&case.case)))
                @if !case.papers.is_empty() { " " (ui::tag(Tone::Warning, &view.t("paper-state-draft"))) }
            }
        })
        .collect();
    listed(&view.t("dispatch-missing"), &lines)
}

/// What is to be known before anything is sent.
#[must_use]
pub fn warnings(view: &View, of: &MeetingPapers) -> Markup {
    html! {
        (drafts(view, of))
        (unfit(view, of))
        (too_long(view, of))
    }
}

fn open(of: &MeetingPapers) -> impl Iterator<Item = &CasePapers> {
    of.cases.iter().filter(|case| !case.is_closed)
}

fn has_nothing(case: &CasePapers) -> bool {
    case.shared.is_empty() && case.papers.iter().all(|shown| shown.paper.latest == 0)
}

/// Drafts of cases that have something else to read: they stay behind when that goes.
fn drafts(view: &View, of: &MeetingPapers) -> Markup {
    let cases = open(of).filter(|case| !has_nothing(case));
    let drafts = cases
        .flat_map(|case| &case.papers)
        .filter(|shown| shown.paper.latest == 0);
    let lines: Vec<Markup> = drafts.map(|shown| line(view, shown)).collect();
    listed(&view.t("dispatch-drafts"), &lines)
}

/// Files among what goes out that are damaged or ask for a password.
fn unfit(view: &View, of: &MeetingPapers) -> Markup {
    let ready = of
        .papers()
        .filter(|shown| is_ready(&shown.paper, &of.dispatches));
    let unfit = ready.filter_map(|shown| Some((shown, unfit_version(shown)?)));
    let lines: Vec<Markup> = unfit
        .map(|(shown, version)| html! { (line(view, shown)) (unfit_tag(view, version)) })
        .collect();
    listed(&view.t("dispatch-unfit"), &lines)
}

/// The version that goes out, where its readers may not be able to open it.
fn unfit_version(shown: &Shown) -> Option<&Version> {
    let version = shown.version.as_ref()?;
    let Content::File(file) = &version.content else {
        return None;
    };
    matches!(file.fit, Some(Fit::Damaged | Fit::Locked)).then_some(version)
}

/// An agenda that lasts longer than its day: with which, where the meeting has several.
fn too_long(view: &View, of: &MeetingPapers) -> Markup {
    let days = &of.meeting.sessions;
    let told = |(day, over): (&Session, &i64)| {
        let told = view.tv("agenda-too-long", &[("minutes", (*over).into())]);
        if days.len() == 1 {
            return told;
        }
        let day = words::session(view.language, day);
        format!("{}: {told}", words::capitalised(&day))
    };
    let long = days.iter().zip(&of.over).filter(|(_, over)| **over > 0);
    let lines: Vec<String> = long.map(told).collect();
    html! { @for line in &lines { (ui::notice(Tone::Warning, &ui::paragraph(line))) } }
}

/// A paper with the case that it belongs to.
fn line(view: &View, of: &Shown) -> Markup {
    let paper = &of.paper;
    html! {
        (ui::link(&paths::paper(paper.id), &paper.facts.title))
        " " span class="muted" { "(" (case_number(view, &paper.case)) ")" }
    }
}

fn listed(intro: &str, lines: &[Markup]) -> Markup {
    html! {
        @if !lines.is_empty() {
            (ui::notice(Tone::Warning, &html! {
                p class="ds-paragraph" { strong { (intro) } }
                (ui::list(lines))
            }))
        }
    }
}
