//! The way of the minutes to their approval, as the secretariat walks it: send, read remarks, approve, correct.

use super::correction::correction;
use super::remark;
use super::steps::steps;
use crate::boards::Board;
use crate::db::types::Moment;
use crate::i18n::dates;
use crate::meetings::Meeting;
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::pages::{MinutesPage, path};
use crate::minutes::round::rules::{self, How, Refusal};
use crate::minutes::round::store::VersionLine;
use crate::minutes::round::{Approval, Remark, RemarkState, Round, Setting};
use crate::minutes::told::{Told, pages as told_pages};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// Everything the page shows.
pub struct Keep {
    pub minutes: MinutesPage,
    /// What the minutes say now, cut to what the reader may read.
    pub told: Told,
    pub setting: Setting,
    /// Those that the reader may read.
    pub remarks: Vec<Remark>,
    /// How many that nobody has settled are about cases that are closed to the reader.
    pub hidden: usize,
    /// The names of those who were there and get no mail, because they have no address.
    pub no_mail: Vec<String>,
    /// Whether what was written was changed after it went out.
    pub is_changed: bool,
    /// How far what the minutes are made from has come.
    pub basis: String,
    /// The meetings that may have approved the minutes, the newest first, with their names.
    pub later: Vec<(Meeting, String)>,
    /// The minutes of earlier meetings that wait for approval by this one: round, name and how far they have come.
    pub waiting: Vec<(Round, String, String)>,
    pub versions: Vec<VersionLine>,
    /// Whether this version is published.
    pub published: Option<i64>,
}

impl Keep {
    pub(super) fn meeting(&self) -> &Meeting {
        self.minutes.meeting()
    }

    fn board(&self) -> &Board {
        self.minutes.board()
    }

    pub(super) fn round(&self) -> Option<&Round> {
        self.minutes.round.as_ref()
    }

    pub(super) fn own_path(&self) -> String {
        paths::of_meeting(self.meeting().id, "minutes/round")
    }
}

/// The form that was sent and could not be followed.
#[derive(Clone, Copy)]
pub enum Sent<'a> {
    Nothing,
    /// One of the page's own, by its act.
    Act(&'a Form),
    /// The answer to a remark, by its id.
    Remark(&'a Form),
    Approvals(&'a Form),
}

impl<'a> Sent<'a> {
    pub(super) fn act(self, act: &str) -> Option<&'a Form> {
        match self {
            Self::Act(form) if form.value("act") == act => Some(form),
            _ => None,
        }
    }
}

#[must_use]
pub fn page(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let own = path(page.meeting().id);
    let below = |rest: &str| format!("{own}/{rest}");
    let is_approved = page.round().is_some_and(|it| it.approved.is_some());
    html! {
        (above_with(view, &page.minutes.attendance, Some((own.clone(), view.t("minutes")))))
        (ui::heading(&view.t("round")))
        (steps(view, page))
        div class="actions" {
            (ui::link_button(&below("preview"), &view.t("minutes-preview")))
            (ui::link_button(&below("access"), &view.t("minutes-access")))
            @if page.round().is_some() { (ui::link_button(&below("reading"), &view.t("minutes-read"))) }
            @if is_approved {
                (ui::link_button(&below("decisions"), &view.t("decisions")))
                (ui::main_link_button(&below("publication"), &view.t("publication")))
            }
        }
        (refused(view, page, sent))
        (sending(view, page, sent))
        (remarks(view, page, sent))
        (approval(view, page, sent))
        (correction(view, page, sent))
        (waiting(view, page, sent))
        (versions(view, page))
        p { (ui::link(&paths::of_board(page.board().id, "minutes/settings"), &view.t("round-settings"))) }
    }
}

/// Why the last button did nothing, and what was typed, where its form stands no more.
fn refused(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let is_open = page.round().is_none_or(|round| round.approved.is_none());
    let is_waiting = |id: &str| {
        let mut remarks = page.remarks.iter();
        let one = remarks.find(|one| one.id.as_str() == id);
        is_open && one.is_some_and(|one| one.state == RemarkState::Open)
    };
    let (form, is_drawn) = match sent {
        Sent::Nothing => return html! {},
        Sent::Act(form) => (
            form,
            match form.value("act") {
                "send" => is_open,
                "approve" => is_open && page.setting.approval == Approval::Meeting,
                act @ ("correct" | "reword") => {
                    let mut round = page.round().into_iter();
                    let is_begun = act == "reword";
                    !is_open && round.any(|round| round.correction.is_some() == is_begun)
                }
                _ => false,
            },
        ),
        Sent::Remark(form) => (form, is_waiting(form.value("remark"))),
        Sent::Approvals(form) => (form, !page.waiting.is_empty()),
    };
    let Some(said) = form.notice.as_ref().filter(|_| !is_drawn) else {
        return html! {};
    };
    let answer = format!("answer-{}", form.value("remark"));
    let typed = ["reason", answer.as_str()].map(|name| form.value(name));
    html! {
        (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said))))
        @for text in typed.into_iter().filter(|text| !text.is_empty()) { (ui::letter(text)) }
    }
}

fn sending(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let today = page.board().today(view.now);
    let may = rules::may_send(page.meeting(), page.round(), today);
    if let Err(refusal) = may {
        return html! { @if refusal != Refusal::AlreadyApproved {
            (ui::notice(Tone::Info, &ui::paragraph(&view.said(&refusal.said()))))
        } };
    }
    let is_again = page.round().is_some();
    let fresh = Form::filled([
        (
            "remarks-on",
            rules::usual_day(&deadlines(page), today).to_string(),
        ),
        (
            "version",
            page.round().map_or(0, |it| it.version).to_string(),
        ),
    ]);
    let form = sent.act("send").unwrap_or(&fresh);
    let key = if is_again {
        "round-send-again"
    } else {
        "round-send"
    };
    let body = html! {
        (ui::paragraph(&view.t("round-send-how")))
        (told_pages::lacking(view, &page.told))
        @if !page.no_mail.is_empty() {
            (ui::notice(Tone::Info, &ui::paragraph(&view.tv("round-no-mail", &[("names", page.no_mail.join(", ").into())]))))
        }
        (ui::hidden("act", "send"))
        (ui::hidden("version", form.value("version")))
        (ui::input(view, form, "date", &Field::new("remarks-on", view.t("round-remarks-on")).help(view.t("round-remarks-on-help")).needed()))
    };
    let form = ui::form(view, &page.own_path(), form, &body, &view.t(key));
    let body = if is_again && sent.act("send").is_none() {
        ui::details(&view.t(key), &form)
    } else {
        form
    };
    ui::section("send", &view.t("round-sending"), &body)
}

fn deadlines(page: &Keep) -> Vec<crate::meetings::Deadline> {
    crate::meetings::rules::deadlines(page.meeting(), &page.minutes.attendance.lists.data)
}

fn remarks(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let Some(round) = page.round() else {
        return html! {};
    };
    let until = dates::long_date(view.language, round.remarks_on);
    let body = html! {
        @if round.approved.is_none() { (ui::paragraph(&view.tv(by_now(round, view.now, ["round-taken-until", "round-were-taken-until"]), &[("until", until.into())]))) }
        @if page.remarks.is_empty() { (ui::empty(&view.t("round-no-remarks"))) }
        @for one in &page.remarks {
            div class="one-of-several" id={ "remark-" (one.id) } {
                (remark(view, page.board(), &page.told, one))
                @if one.state == RemarkState::Open && round.approved.is_none() { (settle(view, page, one, sent)) }
            }
        }
        @if page.hidden > 0 { (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("round-hidden-remarks", &[("count", page.hidden.into())])))) }
    };
    ui::section("remarks", &view.t("round-remarks"), &body)
}

fn settle(view: &View, page: &Keep, one: &Remark, sent: Sent<'_>) -> Markup {
    let field = format!("answer-{}", one.id);
    let form = match sent {
        Sent::Remark(form) if form.value("remark") == one.id.as_str() => form,
        _ => &Form::default(),
    };
    let action = paths::of_meeting(page.meeting().id, &format!("minutes/remarks/{}", one.id));
    let field = Field::new(&field, view.t("round-answer")).help(view.t("round-answer-help"));
    let area = ui::text_area(view, form, &field);
    let body = html! { (ui::mistakes_at(view, form, &area)) (area) };
    let button = |state: RemarkState, key: &str| (state.to_string(), view.t(key), None);
    let buttons = [
        button(RemarkState::Accepted, "round-accept"),
        button(RemarkState::Answered, "round-answer-only"),
    ];
    let fields = [("remark", one.id.as_str())];
    ui::answers(view, &action, &fields, Some(&body), "state", &buttons)
}

/// The button that approves, or why there is none now.
fn approval(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    let Some(round) = page.round() else {
        return html! {};
    };
    let body = if let Some(approved) = round.approved {
        let at = view.moment(page.board().zone, approved.at);
        let meeting = approved.by_meeting.and_then(|id| {
            let later = page.later.iter().find(|(one, _)| one.id == id);
            later.map(|(_, name)| name.clone())
        });
        let said = match meeting {
            Some(name) => view.tv("round-approved-by", &[("meeting", name.into())]),
            None => view.tv("round-approved-at", &[("at", at.into())]),
        };
        ui::paragraph(&said)
    } else if page.setting.approval == Approval::Meeting {
        by_meeting(view, page, round, sent)
    } else {
        by_silence(view, page, round)
    };
    ui::section("approval", &view.t("round-approval"), &body)
}

/// What is said while remarks are taken, and what once that is over.
fn by_now<'a>(round: &Round, now: Moment, [during, after]: [&'a str; 2]) -> &'a str {
    if now < round.remarks_until {
        during
    } else {
        after
    }
}

/// What happens when the time for remarks is over, as things stand now.
fn awaited(page: &Keep, round: &Round) -> &'static str {
    let how = (How::BySilence, page.setting.approval);
    let ends = round.remarks_until;
    match rules::may_approve(Some(round), &page.remarks, page.is_changed, how, ends) {
        Ok(()) if page.hidden == 0 => "round-by-silence",
        Ok(()) | Err(Refusal::OpenRemarks) => "round-silence-waits",
        Err(_) => "round-silence-not",
    }
}

fn by_silence(view: &View, page: &Keep, round: &Round) -> Markup {
    let how = (How::AfterRemarks, page.setting.approval);
    let all = page.hidden == 0;
    let may = rules::may_approve(Some(round), &page.remarks, page.is_changed, how, view.now);
    let until = dates::long_date(view.language, round.remarks_on);
    let version = round.version.to_string();
    let fields = [
        ("act", "approve"),
        ("version", version.as_str()),
        ("basis", page.basis.as_str()),
    ];
    html! {
        (ui::paragraph(&view.tv(by_now(round, view.now, [awaited(page, round), "round-time-is-over"]), &[("until", until.into())])))
        @if page.is_changed { (ui::notice(Tone::Info, &ui::paragraph(&view.t("round-is-changed")))) }
        @match may {
            Ok(()) if all => (ui::confirmed(view, &page.own_path(), &fields, &view.t("round-approve"), &view.t("round-approve-how"))),
            Ok(()) => (ui::paragraph(&view.t("round-open-remarks"))),
            Err(Refusal::NotOver) => (ui::empty(&view.t("round-not-over"))),
            Err(refusal) => (ui::paragraph(&view.said(&refusal.said()))),
        }
    }
}

/// The meeting that approved them is chosen.
fn by_meeting(view: &View, page: &Keep, round: &Round, sent: Sent<'_>) -> Markup {
    let choices: Vec<(String, String)> = (page.later.iter())
        .map(|(meeting, name)| (meeting.id.to_string(), name.clone()))
        .collect();
    let fresh = Form::filled([("version", round.version.to_string())]);
    let form = sent.act("approve").unwrap_or(&fresh);
    let body = html! {
        (ui::hidden("act", "approve"))
        (ui::hidden("version", form.value("version")))
        (ui::hidden("basis", &page.basis))
        (ui::select(view, form, &Field::new("approving", view.t("round-approving")).needed(), &choices))
    };
    html! {
        (ui::paragraph(&view.t("round-by-meeting-how")))
        @if !rules::is_settled(&page.remarks) || page.hidden > 0 { (ui::paragraph(&view.t("round-open-remarks"))) }
        @else if choices.is_empty() { (ui::empty(&view.t("round-no-later"))) }
        @else { (ui::form(view, &page.own_path(), form, &body, &view.t("round-approve"))) }
    }
}

/// The minutes that this meeting may approve: several at once.
fn waiting(view: &View, page: &Keep, sent: Sent<'_>) -> Markup {
    if page.waiting.is_empty() {
        return html! {};
    }
    let fresh = Form::default();
    let form = match sent {
        Sent::Approvals(form) => form,
        _ => &fresh,
    };
    let choices: Vec<(String, String)> = (page.waiting.iter())
        .map(|(round, name, basis)| {
            let shown = format!("{} {} {basis}", round.meeting, round.version);
            (shown, name.clone())
        })
        .collect();
    let body = ui::checkboxes(
        view,
        form,
        &Field::new("minutes", view.t("round-waiting-which")),
        &choices,
    );
    let action = paths::of_meeting(page.meeting().id, "minutes/approvals");
    ui::section(
        "waiting",
        &view.t("round-waiting"),
        &html! {
            (ui::paragraph(&view.t("round-waiting-how")))
            (ui::form(view, &action, form, &body, &view.t("round-waiting-approve")))
        },
    )
}

fn versions(view: &View, page: &Keep) -> Markup {
    if page.versions.is_empty() {
        return html! {};
    }
    let lines: Vec<Markup> = (page.versions.iter())
        .map(|one| {
            let at = view.moment(page.board().zone, one.at);
            let values = [("number", one.number.into()), ("at", at.into())];
            let said = view.tv(&format!("round-version-{}", one.step), &values);
            let href = format!("{}/versions/{}", path(page.meeting().id), one.number);
            html! {
                (ui::link(&href, &said))
                @if !one.reason.is_empty() { ": " (one.reason) }
                @if page.published == Some(one.number) { " " (ui::tag(Tone::Success, &view.t("publication-is-out"))) }
            }
        })
        .collect();
    ui::section("versions", &view.t("round-versions"), &ui::list(&lines))
}
