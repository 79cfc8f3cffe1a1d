//! The page of one meeting: what it is, its deadlines with their buttons, and the mails that are planned and sent.

use super::{Around, Shown, above, deadline_line, due_text, name_and_days, stage_name, warnings};
use crate::boards::pages::paragraph;
use crate::boards::{Board, Strength};
use crate::db::ids::OccasionId;
use crate::mail::{MessageState, Occasion, OccasionState};
use crate::meetings::notices::{self, NoticeKind};
use crate::meetings::occasions::read_slot;
use crate::meetings::replies::{self, Leader, Reply, pages::Answers};
use crate::meetings::store::around::Message;
use crate::meetings::{Deadline, Done, Meeting, MeetingState, Stage, rules, words};
use crate::web::{View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};
use std::collections::HashMap;

/// Everything the page shows.
pub struct MeetingPage {
    pub around: Around,
    pub shown: Shown,
    /// What the ledger has of it, soonest first.
    pub occasions: Vec<Occasion>,
    pub messages: HashMap<OccasionId, Vec<Message>>,
    /// Whether the reader may change it.
    pub keeps: bool,
    pub leader: Option<Leader>,
    /// Who comes; for the secretariat.
    pub answers: Option<Answers>,
    /// The reader's own answer, where they are asked to come.
    pub own: Option<Option<Reply>>,
    /// What people were told and is no longer so; for the secretariat.
    pub owed: Option<NoticeKind>,
    /// What later slices show here.
    pub panels: Vec<Markup>,
}

/// “Ordinært møte 17. mars 2027”.
#[must_use]
pub fn title(view: &View, around: &Around, meeting: &Meeting) -> String {
    let year = meeting.last_day().year();
    format!("{} {year}", name_and_days(view, around, meeting))
}

/// The state as a tag.
#[must_use]
pub fn state_tag(view: &View, state: MeetingState) -> Markup {
    let tone = match state {
        MeetingState::Cancelled => ui::Tone::Danger,
        MeetingState::Closed | MeetingState::Minuted | MeetingState::Held => ui::Tone::Success,
        MeetingState::Planned => ui::Tone::Neutral,
        MeetingState::Called | MeetingState::PapersSent => ui::Tone::Info,
    };
    ui::tag(tone, &view.t(&format!("meeting-state-{state}")))
}

#[must_use]
pub fn page(view: &View, page: &MeetingPage) -> Markup {
    let meeting = &page.shown.meeting;
    let is_cancelled = meeting.state == MeetingState::Cancelled;
    html! {
        (above(view, page.around.board(), Some(meeting.first_day().year())))
        (ui::heading(&title(view, &page.around, meeting)))
        p { (state_tag(view, meeting.state)) }
        (ui::facts(&facts(view, page)))
        div class="actions" {
            (ui::main_link_button(&paths::agenda(meeting.id), &view.t("agenda")))
            (ui::link_button(&paths::meeting_papers(meeting.id), &view.t("papers")))
            @if page.keeps && !is_cancelled && page.around.board().today(view.now) >= meeting.first_day() {
                (ui::link_button(&paths::of_meeting(meeting.id, "attendance"), &view.t("attendance")))
                (ui::link_button(&paths::of_meeting(meeting.id, "minutes"), &view.t("minutes")))
            }
        }
        @if page.keeps && !is_cancelled {
            div class="actions" {
                (ui::link_button(&paths::of_meeting(meeting.id, "edit"), &view.t("meeting-edit")))
                @if meeting.state.may_move().is_ok() {
                    (ui::link_button(&paths::of_meeting(meeting.id, "move"), &view.t("meeting-move")))
                }
                @if meeting.state.cancel().is_ok() {
                    (ui::link_button(&paths::of_meeting(meeting.id, "cancel"), &view.t("meeting-cancel")))
                }
            }
            (warnings(view, &page.shown.warnings, page.shown.meeting.first_day().year()))
        }
        @for panel in &page.panels { (panel) }
        @if page.keeps { (notices::pages::on_the_meeting(view, meeting, page.owed)) }
        @if let Some(reply) = &page.own { (replies::pages::own(view, meeting, reply.as_ref())) }
        @if let Some(answers) = page.answers.as_ref().filter(|_| !meeting.state.is_over()) { (replies::pages::section(view, meeting, answers)) }
        @if !is_cancelled {
            (ui::section("deadlines", &view.t("deadlines"), &html! {
                (deadline_line(view, &page.around, meeting, &page.shown.line))
                (deadlines(view, page))
            }))
        }
        @if page.keeps { (ui::section("mails", &view.t("meeting-mails"), &mails(view, page))) }
    }
}

fn facts(view: &View, page: &MeetingPage) -> Vec<(String, Markup)> {
    let meeting = &page.shown.meeting;
    let kind = words::kind(&page.around.kinds, &meeting.kind, view.language);
    let mut facts = vec![
        (view.t("meeting-kind"), html! { (words::capitalised(kind)) }),
        (
            view.t("meeting-when"),
            html! { @for (at, day) in meeting.sessions.iter().enumerate() {
                @if at > 0 { br; }
                (words::session(view.language, day))
            } },
        ),
    ];
    if !meeting.place.is_empty() {
        facts.push((view.t("meeting-place"), html! { (meeting.place) }));
    }
    if let Some(leader) = &page.leader {
        facts.push((
            view.t("meeting-leader"),
            replies::pages::leads(view, leader),
        ));
    }
    if !meeting.video_link.is_empty() {
        let link = html! { a href=(meeting.video_link) rel="noreferrer" { (meeting.video_link) } };
        facts.push((view.t("meeting-video-link"), link));
    }
    if !meeting.archive_reference.is_empty() {
        facts.push((
            view.t("meeting-archive-reference"),
            html! { (meeting.archive_reference) },
        ));
    }
    facts
}

/// The deadlines in a table, with where each stands and the secretariat's buttons.
fn deadlines(view: &View, page: &MeetingPage) -> Markup {
    let mut keys = vec![
        "deadline-what",
        "meeting-deadline",
        "deadline-rule",
        "deadline-status",
    ];
    if page.keeps {
        keys.push("deadline-act");
    }
    let head: Vec<String> = keys.into_iter().map(|key| view.t(key)).collect();
    let year = page.shown.meeting.first_day().year();
    let rows: Vec<Vec<Markup>> = page
        .shown
        .line
        .iter()
        .map(|deadline| {
            let mut row = vec![
                html! { (stage_name(view, deadline.stage)) },
                html! { (due_text(view, page.around.board(), deadline, Some(year))) },
                html! { (rule(view, deadline)) },
                html! { (status(view, page, deadline)) },
            ];
            if page.keeps {
                let board = page.around.board();
                row.push(button(view, board, &page.shown.meeting, deadline.stage));
            }
            row
        })
        .collect();
    ui::table(&view.t("deadlines"), &head, &rows)
}

/// “normalt, § 6”.
fn rule(view: &View, deadline: &Deadline) -> String {
    if deadline.stage == Stage::Meeting {
        return String::new();
    }
    let strength = view.t(match deadline.strength {
        Strength::Shall => "deadline-shall",
        Strength::Normally => "deadline-normally",
    });
    if deadline.paragraph.is_empty() {
        strength
    } else {
        format!("{strength}, {}", paragraph(view, &deadline.paragraph))
    }
}

fn status(view: &View, page: &MeetingPage, deadline: &Deadline) -> String {
    let done = page.shown.meeting.done.get(&deadline.stage);
    if let Some(done) = done.filter(|_| deadline.stage.is_done_by_button()) {
        let at = view.moment(page.around.board().zone, done.at);
        return view.tv("deadline-done-at", &[("when", at.into())]);
    }
    if rules::is_replaced(&page.shown.meeting, deadline, view.now) {
        return view.t("deadline-in-draft");
    }
    if page.shown.meeting.is_moot(deadline.stage) {
        return view.t("deadline-not-marked");
    }
    view.t(
        match (
            deadline.due_at < view.now,
            deadline.stage.is_done_by_button(),
        ) {
            (false, _) => "stop-coming",
            (true, true) => "stop-overdue",
            (true, false) => "deadline-passed",
        },
    )
}

/// The stage's button, or why there is none now.
fn button(view: &View, board: &Board, meeting: &Meeting, stage: Stage) -> Markup {
    if !stage.is_done_by_button() {
        return html! { span class="muted" { (view.t("deadline-by-itself")) } };
    }
    let done = Done {
        at: view.now,
        by: None,
    };
    let (act, text) = if meeting.is_done(stage) {
        let name = stage_name(view, stage);
        let text = view.tv("deadline-mark-undone", &[("stage", name.into())]);
        ("undo", text)
    } else if meeting.is_moot(stage) {
        return html! { span class="muted" { (view.t("deadline-moot")) } };
    } else if let Err(refusal) = rules::mark_done(meeting, stage, done, board.today(view.now)) {
        return html! { span class="muted" { (view.said(&refusal.said())) } };
    } else {
        let key = format!("deadline-mark-{stage}");
        ("done", view.t(&key))
    };
    let path = paths::of_meeting(meeting.id, &format!("stages/{stage}"));
    ui::button_form(view, &path, &[("act", act)], &text, Some("secondary"))
}

fn mails(view: &View, page: &MeetingPage) -> Markup {
    if page.occasions.is_empty() {
        return ui::empty(&view.t("mail-none"));
    }
    let head = ["mail-when", "mail-about", "mail-to", "mail-state"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = page
        .occasions
        .iter()
        .filter_map(|occasion| {
            let (role, is_overdue) = read_slot(&occasion.slot)?;
            let stage = stage_name(view, Stage::of_kind(&occasion.kind)?);
            let about = if is_overdue { view.tv("mail-overdue", &[("stage", stage.into())]) } else { stage };
            Some(vec![
                html! { a class="ds-link" href=(paths::occasion(occasion.id)) { (view.moment(page.around.board().zone, occasion.due)) } },
                html! { (about) },
                html! { (view.t(&format!("to-{role}"))) },
                html! { (mail_state(view, page, occasion)) },
            ])
        })
        .collect();
    ui::table(&view.t("meeting-mails"), &head, &rows)
}

fn mail_state(view: &View, page: &MeetingPage, occasion: &Occasion) -> String {
    let messages = page
        .messages
        .get(&occasion.id)
        .map_or(&[][..], Vec::as_slice);
    if occasion.state != OccasionState::Told {
        return view.t(&format!("mail-state-{}", occasion.state));
    }
    let handed_over = |message: &&Message| message.state == MessageState::HandedOver;
    let sent = messages.iter().filter(handed_over).count();
    let values = [("sent", sent.into()), ("of", messages.len().into())];
    view.tv("mail-state-told", &values)
}
