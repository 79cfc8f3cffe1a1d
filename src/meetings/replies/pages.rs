//! The pages of replies: the one on which someone answers, and the secretariat's list of who comes.
//!
//! The page behind a link shows the meeting's time and place, the reader's own name and answer, and the deputy whom the
//! reader has named: no other name, no papers, and no way on to what needs signing in.

use super::rules::{Line, Quorum, Tally};
use super::{Answer, Invited, Leader, Replacement, ReplacementState, Reply, Right, rules};
use crate::boards::Board;
use crate::db::ids::OrganisationId;
use crate::db::types::{Moment, Words};
use crate::i18n::dates;
use crate::meetings::{Meeting, MeetingState, words};
use crate::web::access::Role;
use crate::web::ui::{self, Field, Tone};
use crate::web::{Form, View, paths};
use maud::{Markup, html};
use std::collections::HashMap;

/// What someone who may answer is shown.
pub struct Shown {
    pub board: Board,
    pub kinds: Vec<(String, Words)>,
    pub meeting: Meeting,
    pub right: Right,
    /// Who answers.
    pub name: String,
    pub reply: Option<Reply>,
    /// What they have said that they need at the meeting.
    pub needs: String,
    pub deputy: Option<Replacement>,
    pub reply_by: Option<Moment>,
}

/// The version of the answer that stands; 0 before there is any.
#[must_use]
pub fn version(shown: &Shown) -> String {
    let version = shown.reply.as_ref().map_or(0, |reply| reply.version);
    version.to_string()
}

/// The form as it is first shown.
#[must_use]
pub fn form_of(shown: &Shown) -> Form {
    Form::filled([("version", version(shown)), ("needs", shown.needs.clone())])
}

/// What an answer is called.
#[must_use]
pub fn answer_name(view: &View, answer: Answer) -> String {
    view.t(&format!("reply-{answer}"))
}

/// The page on which someone answers.
#[must_use]
pub fn answer(view: &View, shown: &Shown, form: &Form, action: &str, by_link: bool) -> Markup {
    let name = words::name(&shown.kinds, &shown.meeting, view.language);
    let days = words::days(view.language, &shown.meeting);
    // The words over the form stand with whichever of the two forms was sent.
    let none = form_of(shown);
    let names_a_deputy = form.value("answer") == Answer::Deputy.code();
    let (plain, deputy) = if names_a_deputy {
        (&none, form)
    } else {
        (form, &none)
    };
    html! {
        (ui::heading(&format!("{}: {name} {days}", view.words(&shown.board.name))))
        (ui::facts(&facts(view, shown)))
        (current(view, shown))
        (ui::section("answer", &view.t("reply-title"), &html! {
            (ui::mistakes(view, plain))
            @let fields = [("version", version(shown))];
            @let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            @let needs = shown.board.asks_needs.then(|| needs_field(view, shown, plain));
            (ui::answers(view, action, &fields, needs.as_ref(), "answer", &buttons(view, shown)))
        }))
        @if shown.right.may_name_a_deputy() {
            (ui::section("deputy", &view.t("reply-deputy-title"), &html! {
                (ui::paragraph(&view.t(if is_chair(&shown.right) { "reply-stand-in-how" } else { "reply-deputy-how" })))
                (ui::form(view, action, deputy, &deputy_fields(view, shown, deputy), &view.t("reply-deputy-send")))
            }))
        }
        @if !by_link { p { (ui::link(&paths::meeting(shown.meeting.id), &view.t("notice-back"))) } }
    }
}

/// Whether it is the chair, whose deputy leads the meeting.
fn is_chair(right: &Right) -> bool {
    matches!(right, Right::Invited(own) if own.role == Role::Chair)
}

/// Asked only where the board asks; says who sees it, and when it goes.
fn needs_field(view: &View, shown: &Shown, form: &Form) -> Markup {
    let kept = rules::needs_kept_until(&shown.meeting);
    let gone = dates::long_date(view.language, kept.succ_opt().unwrap_or(kept));
    let help = view.tv("reply-needs-help", &[("day", gone.into())]);
    ui::text_area(
        view,
        form,
        &Field::new("needs", view.t("reply-needs")).help(help),
    )
}

fn facts(view: &View, shown: &Shown) -> Vec<(String, Markup)> {
    let meeting = &shown.meeting;
    let mut facts = vec![(
        view.t("meeting-when"),
        html! { (words::when(view.language, meeting)) },
    )];
    if !meeting.place.is_empty() {
        facts.push((view.t("meeting-place"), html! { (meeting.place) }));
    }
    if !meeting.video_link.is_empty() {
        let link = html! { a class="ds-link" href=(meeting.video_link) rel="noreferrer" { (meeting.video_link) } };
        facts.push((view.t("meeting-video-link"), link));
    }
    if let Some(due) = shown.reply_by {
        let due = view.deadline(shown.board.zone, due);
        facts.push((view.t("notice-mail-reply-by"), html! { (due) }));
    }
    facts.push((view.t("reply-who"), html! { (shown.name) }));
    facts
}

/// What stands now.
fn current(view: &View, shown: &Shown) -> Markup {
    let counting = (shown.reply.as_ref()).filter(|reply| rules::counts(reply, &shown.meeting));
    let text = match (counting, &shown.reply) {
        (Some(reply), _) => {
            let answer = answer_name(view, reply.answer);
            let when = view.moment(shown.board.zone, reply.at);
            view.tv(
                "reply-stands",
                &[("answer", answer.into()), ("when", when.into())],
            )
        }
        (None, Some(_)) => view.t("reply-for-another-day"),
        (None, None) => view.t("reply-none-yet"),
    };
    html! {
        (ui::notice(Tone::Info, &html! {
            (ui::paragraph(&text))
            @if let Some(deputy) = &shown.deputy {
                @if counting.is_some() { (ui::paragraph(&deputy_said(view, deputy))) }
                @else { (ui::paragraph(&view.tv("reply-deputy-before", &[("name", deputy.name.as_str().into())]))) }
            }
        }))
    }
}

fn deputy_said(view: &View, deputy: &Replacement) -> String {
    let key = match deputy.state {
        ReplacementState::Confirmed => "reply-deputy-confirmed",
        ReplacementState::Named | ReplacementState::Withdrawn => "reply-deputy-named",
    };
    view.tv(key, &[("name", deputy.name.as_str().into())])
}

/// The answers that need nothing more, as buttons; the one that stands is told by its words.
fn buttons(view: &View, shown: &Shown) -> Vec<(String, String, Option<String>)> {
    let given = (shown.reply.as_ref())
        .filter(|reply| rules::counts(reply, &shown.meeting))
        .map(|reply| reply.answer);
    [Answer::InPerson, Answer::Digitally, Answer::NotComing]
        .into_iter()
        .map(|answer| {
            let mut text = answer_name(view, answer);
            if given == Some(answer) {
                text = view.tv("reply-given", &[("answer", text.into())]);
            }
            (answer.code().to_owned(), text, None)
        })
        .collect()
}

fn deputy_fields(view: &View, shown: &Shown, form: &Form) -> Markup {
    let field = |name, key: &str| {
        let mut field = Field::new(name, view.t(key));
        field.needed = true;
        field
    };
    html! {
        (ui::hidden("version", &version(shown)))
        (ui::hidden("answer", Answer::Deputy.code()))
        (ui::input(view, form, "text", &field("deputy-name", "reply-deputy-name")))
        (ui::input(view, form, "email", &field("deputy-address", "reply-deputy-address")))
    }
}

/// Said of a link that was never sent, and of one whose right has ended: the same, and nothing of any meeting.
#[must_use]
pub fn gone(view: &View) -> Markup {
    html! {
        (ui::heading(&view.t("reply-gone-title")))
        (ui::paragraph(&view.t("reply-gone")))
    }
}

/// Who leads a meeting, and whether they stand in for the chair; or that it is not settled.
#[must_use]
pub fn leads(view: &View, leader: &Leader) -> Markup {
    let stands_in = [("name", leader.name.as_str().into())];
    html! {
        @if !leader.is_settled { (view.t("reply-leader-not-settled")) }
        @else if leader.is_stand_in { (view.tv("reply-stands-in", &stands_in)) } @else { (leader.name) }
    }
}

/// Everything the secretariat sees of the answers to one meeting.
pub struct Answers {
    pub lines: Vec<Line>,
    pub organisations: HashMap<OrganisationId, String>,
    pub tally: Tally,
    pub quorum: Option<Quorum>,
    /// What people need at the meeting, each with who it is; where the board asks.
    pub needs: Vec<(String, String)>,
    /// Whether answers are still taken.
    pub is_open: bool,
}

/// The list of who comes, with a button for each answer.
#[must_use]
pub fn section(view: &View, meeting: &Meeting, answers: &Answers) -> Markup {
    let tally = answers.tally;
    let counts = [
        ("in_person", tally.in_person.into()),
        ("digitally", tally.digitally.into()),
        ("deputies", tally.deputies.into()),
        ("not_coming", tally.not_coming.into()),
        ("silent", tally.silent.into()),
        ("answered", (answers.lines.len() - tally.silent).into()),
        ("asked", answers.lines.len().into()),
    ];
    ui::section(
        "answers",
        &view.t("replies"),
        &html! {
            @if answers.lines.is_empty() { (ui::empty(&view.t("replies-nobody"))) }
            @else {
                (ui::paragraph(&view.tv("replies-tally", &counts)))
                @if let Some(quorum) = answers.quorum { (quorum_said(view, quorum)) }
                @if let Some(chair) = rules::without_leader(&answers.lines) { (nobody_leads(view, meeting, answers, chair)) }
                @if tally.silent > 0 && meeting.state != MeetingState::Planned {
                    (ui::paragraph(&view.tv("replies-silent", &[("names", rules::silent(&answers.lines).join(", ").into())])))
                }
                @if tally.silent > 0 && answers.is_open && meeting.state != MeetingState::Planned {
                    p { (ui::link(&format!("{}?to=silent", paths::of_meeting(meeting.id, "messages/new")), &view.t("replies-write-to-silent"))) }
                }
                (table(view, meeting, answers))
                @if !answers.needs.is_empty() { (needs(view, meeting, &answers.needs)) }
            }
        },
    )
}

/// The chair does not come, and nobody is named to lead the meeting.
fn nobody_leads(view: &View, meeting: &Meeting, answers: &Answers, chair: &Invited) -> Markup {
    let path = paths::of_meeting(meeting.id, &format!("replies/{}", chair.person));
    let name = [("name", chair.name.as_str().into())];
    ui::notice(
        Tone::Warning,
        &html! { p class="ds-paragraph" {
            (view.t("replies-nobody-leads"))
            @if answers.is_open { " " (ui::link(&path, &view.tv("replies-name-stand-in", &name))) }
        } },
    )
}

/// What people need, for those who order the food and the room.
fn needs(view: &View, meeting: &Meeting, needs: &[(String, String)]) -> Markup {
    let kept = rules::needs_kept_until(meeting);
    let gone = dates::long_date(view.language, kept.succ_opt().unwrap_or(kept));
    let lines: Vec<Markup> = (needs.iter())
        .map(|(name, words)| html! { strong { (name) } ": " (words) })
        .collect();
    html! {
        h3 class="ds-heading" data-size="xs" id="needs" { (view.t("replies-needs")) }
        (ui::paragraph(&view.tv("replies-needs-says", &[("day", gone.into())])))
        (ui::list(&lines))
    }
}

fn quorum_said(view: &View, quorum: Quorum) -> Markup {
    let values = [
        ("coming", quorum.coming.into()),
        ("needed", quorum.needed.into()),
        ("short", quorum.short().into()),
        ("open", quorum.open.into()),
    ];
    let (tone, key) = if quorum.is_reached() {
        (Tone::Success, "quorum-reached")
    } else if quorum.is_lost() {
        (Tone::Danger, "quorum-lost")
    } else {
        (Tone::Warning, "quorum-not-yet")
    };
    ui::notice(tone, &ui::paragraph(&view.tv(key, &values)))
}

fn table(view: &View, meeting: &Meeting, answers: &Answers) -> Markup {
    let mut keys = vec!["reply-who", "reply-answer", "reply-reminded"];
    if answers.is_open {
        keys.push("reply-record");
    }
    let head: Vec<String> = keys.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = answers
        .lines
        .iter()
        .map(|line| {
            let mut row = vec![
                html! { (who(view, answers, line)) },
                said(view, meeting, answers, line),
                html! { (line.reminded) },
            ];
            if answers.is_open {
                row.push(record(view, meeting, line));
            }
            row
        })
        .collect();
    ui::table(&view.t("replies"), &head, &rows)
}

/// “Olav Myklebø, Kartverket”; a role is said where it is not that of a member.
fn who(view: &View, answers: &Answers, line: &Line) -> String {
    let organisation = line.invited.organisation;
    let of = organisation.and_then(|id| answers.organisations.get(&id));
    let mut text = line.invited.name.clone();
    if let Some(of) = of {
        text = format!("{text}, {of}");
    }
    if line.invited.role == Role::Member {
        return text;
    }
    let role = view
        .t(&format!("boards-role-{}", line.invited.role))
        .to_lowercase();
    format!("{text} ({role})")
}

fn said(view: &View, meeting: &Meeting, answers: &Answers, line: &Line) -> Markup {
    let answer = match (&line.reply, line.answered_for_another_day) {
        (Some(reply), _) => answer_name(view, reply.answer),
        (None, true) => view.t("reply-answered-for-another-day"),
        (None, false) => view.t("reply-silent"),
    };
    html! {
        (answer)
        @if let Some((deputy, answer)) = &line.deputy {
            br; (deputy_said(view, deputy))
            @if let Some(answer) = answer { br; (view.tv("reply-deputy-answered", &[("answer", answer_name(view, *answer).into())])) }
            @if answers.is_open {
                div class="actions" {
                    @if deputy.state == ReplacementState::Named { (decision(view, meeting, deputy, "confirm", "reply-confirm")) }
                    (decision(view, meeting, deputy, "refuse", "reply-refuse"))
                }
            }
        }
    }
}

fn decision(view: &View, meeting: &Meeting, of: &Replacement, act: &str, key: &str) -> Markup {
    let path = paths::of_meeting(meeting.id, &format!("deputies/{}", of.id));
    let text = view.tv(key, &[("name", of.name.as_str().into())]);
    ui::button_form(view, &path, &[("act", act)], &text, Some("secondary"))
}

/// One tap for each answer; each button says whose, for those who hear only the button.
fn record(view: &View, meeting: &Meeting, line: &Line) -> Markup {
    let path = paths::of_meeting(meeting.id, &format!("replies/{}", line.invited.person));
    let buttons: Vec<(String, String, Option<String>)> =
        [Answer::InPerson, Answer::Digitally, Answer::NotComing]
            .into_iter()
            .map(|answer| {
                let text = view.t(&format!("reply-tap-{answer}"));
                let values = [
                    ("answer", text.as_str().into()),
                    ("name", line.invited.name.as_str().into()),
                ];
                let spoken = view.tv("reply-tap", &values);
                (answer.code().to_owned(), text, Some(spoken))
            })
            .collect();
    html! {
        (ui::answers(view, &path, &[], None, "answer", &buttons))
        p { (ui::link(&path, &view.tv("reply-more", &[("name", line.invited.name.as_str().into())]))) }
    }
}

/// A member's own answer on the meeting's page, and the way to change it.
#[must_use]
pub fn own(view: &View, meeting: &Meeting, reply: Option<&Reply>) -> Markup {
    let counting = reply.filter(|reply| rules::counts(reply, meeting));
    let text = counting.map_or_else(
        || view.t("reply-none-yet"),
        |reply| {
            let answer = answer_name(view, reply.answer);
            view.tv("reply-own", &[("answer", answer.into())])
        },
    );
    let key = if counting.is_some() {
        "reply-change"
    } else {
        "reply-give"
    };
    ui::section(
        "answer",
        &view.t("reply-title"),
        &html! {
            (ui::paragraph(&text))
            p { (ui::link_button(&paths::of_meeting(meeting.id, "reply"), &view.t(key))) }
        },
    )
}
