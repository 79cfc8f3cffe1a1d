//! The page of one case: what it is about, where it stands, who may read it, and what can be done now.

mod officers;
pub mod recusal;

use super::past;
use super::{above, exempt_tag, meeting_as_it_is_now, meeting_name, name, stale, state_tag};
use crate::audit::Happened;
use crate::boards::pages::word;
use crate::boards::{Board, Sitting};
use crate::cases::past::Source;
use crate::cases::rules::{Step, may_treat};
use crate::cases::{
    Assessed, Case, CaseState, Event, LegalBasis, Officer, Permission, Recusal, Talk, Turn,
};
use crate::db::code_words::CodeWord;
use crate::db::ids::MeetingId;
use crate::db::types::{Moment, Words};
use crate::meetings::{Meeting, MeetingState};
use crate::web::access::{Assessment, Audience};
use crate::web::ui::{Act, Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};

/// What the secretariat and the proposer see besides.
#[derive(Default)]
pub struct Kept {
    pub officers: Vec<Officer>,
    pub recusals: Vec<Recusal>,
    pub sitting: Vec<Sitting>,
}

/// Everything the page shows.
pub struct CasePage {
    pub board: Board,
    pub case: Case,
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
    pub meeting_kinds: Vec<CodeWord>,
    pub meetings: HashMap<MeetingId, Meeting>,
    pub organisations: Vec<String>,
    pub body: Option<Words>,
    /// Or who imported it, where it was imported.
    pub proposer: String,
    /// Of an imported case.
    pub source: Option<Source>,
    pub events: Vec<Event>,
    pub talk: Option<Talk>,
    pub permissions: Vec<Permission>,
    pub former: Option<Case>,
    pub later: Vec<Case>,
    pub before: Option<Case>,
    pub after: Option<Case>,
    pub assessed: Option<(Assessed, Option<String>, Moment)>,
    pub basis: Option<LegalBasis>,
    /// For the secretariat only.
    pub kept: Option<Kept>,
    pub is_proposer: bool,
    pub may_propose: bool,
    /// Whether the reader deals with it: they have a role here, are called to its meeting, or proposed it. Others who may
    /// read it are told no names.
    pub is_within: bool,
    /// Whether a conflict of interest is theirs to declare.
    pub may_recuse: bool,
    /// The meetings whose agenda and papers the reader may open.
    pub opens: BTreeSet<MeetingId>,
}

/// A form of the page that was sent and is shown again.
#[derive(Default)]
pub struct Sent {
    pub which: &'static str,
    pub form: Form,
    pub happened: Vec<Happened>,
}

impl Sent {
    fn form(&self, which: &str) -> Form {
        if self.which == which {
            self.form.clone()
        } else {
            Form::default()
        }
    }
}

/// The page for those who may read the case, with what later slices show on it.
#[must_use]
pub fn page(view: &View, page: &CasePage, panels: &[Markup], sent: &Sent) -> Markup {
    let case = &page.case;
    html! {
        (above(view, &page.board, &[]))
        (ui::heading(&name(case)))
        (stale(view, &page.board, &sent.happened))
        p { (state_tag(view, case.state)) (exempt_tag(view, case)) }
        (cancelled(view, page))
        (ui::facts(&facts(view, page)))
        div class="ds-paragraph prewrap" lang=(case.facts.language.tag()) { (case.facts.description) }
        (actions(view, page))
        @for panel in panels { (panel) }
        (decide(view, page, sent))
        @if page.is_within {
            (talk(view, page, sent))
            (access(view, page))
            (officers::section(view, page, sent))
            (recusal::own(view, page, sent))
            (recusal::of_others(view, page, sent))
            (ui::section("history", &view.t("case-history"), &history(view, page)))
        }
        (neighbours(view, page))
    }
}

/// A cancelled meeting deals with nothing.
fn cancelled(view: &View, page: &CasePage) -> Markup {
    let meeting = page.case.meeting.and_then(|id| page.meetings.get(&id));
    let is_lost = page.case.state == CaseState::Scheduled
        && meeting.is_some_and(|meeting| meeting.state == MeetingState::Cancelled);
    html! { @if is_lost { (ui::notice(Tone::Warning, &ui::paragraph(&view.t("case-meeting-cancelled")))) } }
}

fn meeting_link(view: &View, page: &CasePage, id: Option<MeetingId>) -> Option<Markup> {
    let meeting = page.meetings.get(&id?)?;
    let name = meeting_name(view, &page.meeting_kinds, meeting);
    Some(to_agenda(page, meeting, &name))
}

fn to_agenda(page: &CasePage, meeting: &Meeting, name: &str) -> Markup {
    if page.opens.contains(&meeting.id) {
        ui::link(&paths::agenda(meeting.id), name)
    } else {
        html! { (name) }
    }
}

fn facts(view: &View, page: &CasePage) -> Vec<(String, Markup)> {
    let (case, facts) = (&page.case, &page.case.facts);
    let mut pairs: Vec<(&str, Markup)> = Vec::new();
    if facts.public_title != facts.title {
        pairs.push(("case-public-title", html! { (facts.public_title) }));
    }
    pairs.push(("case-type", coded(view, &page.kinds, &facts.kind)));
    pairs.push(("case-subject", coded(view, &page.subjects, &facts.subject)));
    if let Some(link) = meeting_link(view, page, case.meeting) {
        pairs.push(("case-meeting", link));
    } else if let Some(link) = meeting_link(view, page, facts.wanted_meeting) {
        pairs.push(("case-wanted-meeting", link));
    }
    let mut prepared = page.organisations.clone();
    prepared.extend(page.body.as_ref().map(|words| view.words(words).to_owned()));
    let prepared = match &page.source {
        Some(source) => past::responsible(view, source, prepared),
        None if prepared.is_empty() => view.t("case-nobody-yet"),
        None => prepared.join(", "),
    };
    pairs.push(("case-responsible", html! { (prepared) }));
    if let Some(source) = &page.source {
        // Who proposed it, and when, nobody knows; the name is that of who imported it.
        pairs.push(("case-imported-by", html! { (page.proposer) }));
        let number = case.number.map(|number| number.to_string());
        pairs.extend(past::facts(source, number));
    } else {
        let proposed = view.date(page.board.today(case.proposed_at));
        pairs.push((
            "case-proposed-by",
            html! { (page.proposer) ", " (proposed) },
        ));
    }
    if !facts.archive_reference.is_empty() {
        pairs.push((
            "case-archive-reference",
            html! { (facts.archive_reference) },
        ));
    }
    if let Some(former) = &page.former {
        pairs.push((
            "case-follows",
            ui::link(&paths::case(former.id), &name(former)),
        ));
    }
    for later in &page.later {
        pairs.push((
            "case-taken-up-in",
            ui::link(&paths::case(later.id), &name(later)),
        ));
    }
    pairs.extend(permissions(view, page));
    pairs
        .into_iter()
        .map(|(key, value)| (view.t(key), value))
        .collect()
}

/// The word for a code; of an imported case there may be none.
fn coded(view: &View, list: &[CodeWord], code: &str) -> Markup {
    if code.is_empty() {
        html! { span class="muted" { (view.t("case-not-stated")) } }
    } else {
        html! { (word(view, list, code)) }
    }
}

/// The chair's permissions to take the case up late, for those within.
fn permissions(view: &View, page: &CasePage) -> Vec<(&'static str, Markup)> {
    let text = |given: &Permission| {
        let meeting = page.meetings.get(&given.meeting);
        let meeting = meeting.map(|it| meeting_name(view, &page.meeting_kinds, it));
        let recorded = view.date(page.board.today(given.recorded_at));
        let values = [
            ("meeting", meeting.unwrap_or_default().into()),
            ("chair", (&given.given_by).into()),
            ("who", (&given.recorded_by).into()),
            ("date", recorded.into()),
            ("reason", (&given.reason).into()),
        ];
        let text = view.tv("case-late-permission-text", &values);
        ("case-late-permission", html! { (text) })
    };
    let told = page.permissions.iter().filter(|_| page.is_within);
    told.map(text).collect()
}

fn actions(view: &View, page: &CasePage) -> Markup {
    let case = &page.case;
    let keeps = page.kept.is_some();
    let may_edit = keeps || (page.is_proposer && case.state == CaseState::Proposed);
    let is_done = case.state.is_over() || case.state == CaseState::Treated;
    html! {
        div class="actions" {
            @if keeps && case.state.schedule().is_ok() {
                @let key = if case.state == CaseState::Scheduled { "case-reschedule" } else { "case-schedule" };
                (ui::main_link_button(&paths::of_case(case.id, "schedule"), &view.t(key)))
            }
            @if may_edit { (ui::link_button(&paths::of_case(case.id, "edit"), &view.t("case-edit"))) }
            @if keeps { (ui::link_button(&paths::of_case(case.id, "assessment"), &view.t("case-access"))) }
            @if page.may_propose && is_done {
                (ui::link_button(&paths::new_case_after(page.board.id, case.id), &view.t("case-take-up")))
            }
        }
    }
}

/// The steps that lead on from here, with the reason that some of them need.
fn decide(view: &View, page: &CasePage, sent: &Sent) -> Markup {
    let case = &page.case;
    let first_day = case.meeting.and_then(|id| page.meetings.get(&id));
    let first_day = first_day.map(Meeting::first_day);
    let today = page.board.today(view.now);
    let has_come = first_day.is_some_and(|day| may_treat(day, today).is_ok());
    let mut steps = case.state.steps();
    steps.retain(|step| *step != Step::Treat || has_come);
    if page.kept.is_none() || steps.is_empty() {
        return html! {};
    }
    let form = sent.form("step");
    let act = |step: &Step| Act {
        value: step.code(),
        text: view.t(&format!("case-step-{}", step.code())),
        is_main: !step.needs_reason(),
    };
    let acts: Vec<Act<'_>> = steps.iter().map(act).collect();
    let asks = steps.iter().any(|step| step.needs_reason());
    let body = html! {
        (ui::hidden("version", &case.version.to_string()))
        @if asks { (ui::text_area(view, &form, &Field::new("reason", view.t("case-reason")).sometimes_needed().help(view.t("case-reason-help")))) }
    };
    let path = paths::of_case(case.id, "steps");
    let form = ui::form_with_acts(view, &path, &form, &body, &acts, &ui::unnamed);
    ui::section("decide", &view.t("case-decide"), &form)
}

/// The early talk with KS: recorded, or asked for.
fn talk(view: &View, page: &CasePage, sent: &Sent) -> Markup {
    let case = &page.case;
    if !case.facts.affects_municipalities {
        return html! {};
    }
    let body = if let Some(talk) = &page.talk {
        let values = [
            ("date", view.date(talk.held_on).into()),
            ("with", (&talk.with_whom).into()),
            ("who", (&talk.recorded_by).into()),
        ];
        ui::paragraph(&view.tv("case-talk-held", &values))
    } else if page.kept.is_some() || page.is_proposer {
        let form = sent.form("talk");
        let fields = html! {
            div class="fields" {
                (ui::input(view, &form, "date", &Field::new("talk-on", view.t("case-talk-on")).needed()))
                (ui::input(view, &form, "text", &Field::new("talk-with", view.t("case-talk-with")).needed()))
            }
        };
        html! {
            (ui::paragraph(&view.t("case-talk-ask")))
            (ui::form(view, &paths::of_case(case.id, "talk"), &form, &fields, &view.t("case-talk-save")))
        }
    } else {
        ui::paragraph(&view.t("case-talk-not-yet"))
    };
    ui::section("talk", &view.t("case-talk"), &body)
}

fn access(view: &View, page: &CasePage) -> Markup {
    let of = &page.case.access;
    let audience = view.t(&format!("case-audience-{}", of.audience));
    let mut pairs = vec![
        (view.t("case-audience"), html! { (audience) }),
        (
            view.t("case-assessment"),
            html! { (view.t(&format!("case-assessment-{}", of.assessment))) },
        ),
    ];
    if let Some((found, who, at)) = &page.assessed {
        if let Some(basis) = &page.basis {
            pairs.push((
                view.t("case-basis"),
                html! { (basis.reference) ": " (view.words(&basis.words)) },
            ));
        }
        if let Some(scope) = found.scope {
            pairs.push((
                view.t("case-scope"),
                html! { (view.t(&format!("case-scope-{scope}"))) },
            ));
        }
        if let Some(day) = found.reassess_on {
            pairs.push((view.t("case-reassess-on"), html! { (view.date(day)) }));
        }
        if let Some(at) = found.open_from {
            pairs.push((
                view.t("case-open-from"),
                html! { (view.date(page.board.today(at))) },
            ));
        }
        let who = who.clone().unwrap_or_else(|| view.t("the-system"));
        let at = view.date(page.board.today(*at));
        pairs.push((view.t("case-assessed-by"), html! { (who) ", " (at) }));
    }
    let is_unassessed =
        of.assessment == Assessment::NotAssessed && of.audience > Audience::Secretariat;
    html! {
        (ui::section("access", &view.t("case-access"), &html! {
            (ui::facts(&pairs))
            @if page.kept.is_some() && is_unassessed { (ui::empty(&view.t("case-not-assessed-yet"))) }
        }))
    }
}

/// What happened, when, and who did it.
fn turn(view: &View, page: &CasePage, event: &Event) -> String {
    let who = event.who.clone().unwrap_or_else(|| view.t("the-system"));
    let at = view.moment(page.board.zone, event.at);
    let key = match (event.turn, event.whose.is_some()) {
        (Turn::To(state), _) => {
            let state = view.t(&format!("case-state-{state}"));
            return format!("{state}, {at}, {who}");
        }
        (Turn::Recused, false) => "case-recused-own",
        (Turn::Recused, true) => "case-recused",
        (Turn::Readmitted, false) => "case-readmitted-own",
        (Turn::Readmitted, true) => "case-readmitted",
    };
    let name = event.whose.as_ref().unwrap_or(&who);
    let values = [
        ("name", name.into()),
        ("at", at.into()),
        ("who", (&who).into()),
    ];
    view.tv(key, &values)
}

fn history(view: &View, page: &CasePage) -> Markup {
    let line = |event: &Event| {
        let meeting = event.meeting.and_then(|id| page.meetings.get(&id));
        html! {
            (turn(view, page, event))
            @if let Some(meeting) = meeting {
                ": " (to_agenda(page, meeting, &meeting_as_it_is_now(view, &page.meeting_kinds, meeting)))
            }
            @if !event.reason.is_empty() { div class="muted prewrap" { (event.reason) } }
        }
    };
    let lines: Vec<Markup> = page.events.iter().map(line).collect();
    ui::list(&lines)
}

/// On to the next case, or back to the papers that it was opened among.
fn neighbours(view: &View, page: &CasePage) -> Markup {
    let room = page.case.meeting.filter(|at| page.opens.contains(at));
    html! {
        @if page.before.is_some() || page.after.is_some() {
            nav class="no-print" aria-label=(view.t("case-neighbours")) { ul class="cluster" role="list" {
                @if let Some(case) = &page.before { li { (ui::link(&paths::case(case.id), &view.tv("case-before", &[("case", name(case).into())]))) } }
                @if let Some(case) = &page.after { li { (ui::link(&paths::case(case.id), &view.tv("case-after", &[("case", name(case).into())]))) } }
            } }
        }
        @if let Some(meeting) = room {
            p class="no-print" { (ui::link(&paths::meeting_papers(meeting), &view.t("papers-all"))) }
        }
    }
}

/// What the form of a place on an agenda begins with.
#[must_use]
pub fn place(
    case: &Case,
    meeting: Option<MeetingId>,
    minutes: Option<i64>,
    presenter: &str,
) -> Form {
    let meeting = meeting.map_or_else(String::new, |id| id.to_string());
    Form::filled([
        ("version", case.version.to_string()),
        ("meeting", meeting),
        (
            "minutes",
            minutes.map_or_else(String::new, |it| it.to_string()),
        ),
        ("presenter", presenter.to_owned()),
    ])
}
