//! The pages of notices: what would go, to whom and in which words, before anything goes; and what has been sent.

use super::forms::{in_language, languages};
use super::letters::{Around, Reader};
use super::mail::{letter_to, reader};
use super::send::{Draft, late_name};
use super::{Candidate, Notice, NoticeKind, Sent, rules};
use crate::audit::Happened;
use crate::db::ids::PersonId;
use crate::i18n::Language;
use crate::mail::letter::{Links, plain};
use crate::mail::{OccasionState, Wanted};
use crate::meetings::mail::Reminder;
use crate::meetings::occasions::read_slot;
use crate::meetings::pages::above;
use crate::meetings::words::Kinds;
use crate::meetings::{Meeting, MeetingState, Stage, words};
use crate::web::ui::{self, Act, Field, Tone};
use crate::web::{Form, View, paths};
use chrono::Datelike;
use maud::{Markup, html};
use std::collections::HashSet;

/// Everything the page of a new notice is drawn from.
pub struct NewNotice<'a> {
    pub draft: &'a Draft,
    pub kinds: &'a Kinds,
    /// Who may open the board's pages today.
    pub opens: &'a HashSet<PersonId>,
    pub form: &'a Form,
    /// The notice with the words that the form has.
    pub notice: &'a Notice,
    /// The year, where it is a whole year's.
    pub year: Option<i32>,
    /// Where the form is sent.
    pub action: &'a str,
    /// What happened since the page was first shown.
    pub since: &'a [Happened],
}

/// “Send innkalling”.
#[must_use]
pub fn title(view: &View, kind: NoticeKind) -> String {
    view.t(match kind {
        NoticeKind::SaveTheDate => "notice-new-save-the-date",
        NoticeKind::Call => "notice-new-call",
        NoticeKind::Change => "notice-new-change",
        NoticeKind::Cancellation => "notice-new-cancellation",
        NoticeKind::Message => "notice-new-message",
    })
}

/// The form, and under it every word that would go.
#[must_use]
pub fn new(view: &View, page: &NewNotice<'_>) -> Markup {
    let board = &page.draft.data.board;
    let kind = page.draft.notice.kind;
    let year = page
        .year
        .or_else(|| Some(page.draft.meetings.first()?.first_day().year()));
    let can_be_sent = page.draft.refusal.is_none();
    html! {
        (above(view, board, year))
        (ui::heading(&heading(view, page)))
        @if !page.since.is_empty() { (ui::stale_notice(view, board.zone, page.since)) }
        @if let Some(refusal) = page.draft.refusal {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.said(&refusal.said()))))
        }
        (ui::paragraph(&view.t("notice-how")))
        (ui::form_with_acts(view, page.action, page.form, &body(view, page), &[
            Act { value: "preview", text: view.t("notice-preview"), is_main: false },
        ], &ui::unnamed))
        (ui::section("preview", &view.t("notice-goes"), &html! {
            (preview(view, page))
            @if can_be_sent {
                (ui::paragraph(&view.t("notice-nothing-sent")))
                (ui::act_below(&Act { value: "send", text: title(view, kind), is_main: true }))
            }
        }))
        p { (ui::link(&back(page), &view.t("cancel"))) }
    }
}

/// Where the page came from.
#[must_use]
pub fn back(page: &NewNotice<'_>) -> String {
    let board = page.draft.notice.board;
    match (page.year, page.draft.meetings.first()) {
        (Some(year), _) => paths::year(board, year),
        (None, Some(meeting)) => paths::meeting(meeting.id),
        (None, None) => paths::board(board),
    }
}

fn heading(view: &View, page: &NewNotice<'_>) -> String {
    let title = title(view, page.draft.notice.kind);
    let of = match (page.year, page.draft.meetings.first()) {
        (Some(year), _) => year.to_string(),
        (None, Some(meeting)) => name_and_days(view, page.kinds, meeting),
        (None, None) => view.words(&page.draft.data.board.name).to_owned(),
    };
    format!("{title}: {of}")
}

fn name_and_days(view: &View, kinds: &Kinds, meeting: &Meeting) -> String {
    let name = words::name(kinds, meeting, view.language);
    format!("{name} {}", words::days(view.language, meeting))
}

fn body(view: &View, page: &NewNotice<'_>) -> Markup {
    let kind = page.draft.notice.kind;
    let form = page.form;
    html! {
        (ui::hidden("id", form.value("id")))
        (ui::hidden("kind", form.value("kind")))
        (ui::hidden("version", form.value("version")))
        (ui::hidden("seen", form.value("seen")))
        (recipients(view, page))
        @for language in languages(&page.draft.data.board) {
            @if kind == NoticeKind::Message {
                (own(view, form, "subject", language))
            }
            (own(view, form, "paragraph", language))
        }
    }
}

/// A field for own words in one language.
fn own(view: &View, form: &Form, name: &str, language: Language) -> Markup {
    let field_name = in_language(name, language);
    let key = if name == "subject" {
        "notice-own-subject"
    } else {
        "notice-own-words"
    };
    let label = view.tv(key, &[("language", language.own_name().into())]);
    let field = Field::new(&field_name, label);
    if name == "subject" {
        ui::input(view, form, "text", &field)
    } else {
        ui::text_area(view, form, &field)
    }
}

fn recipients(view: &View, page: &NewNotice<'_>) -> Markup {
    let (reached, unreached): (Vec<&Candidate>, Vec<&Candidate>) =
        (page.draft.candidates.iter()).partition(|one| one.address.is_some());
    let choices: Vec<(String, String)> = reached
        .iter()
        .map(|one| (one.person.to_string(), who(view, page, one)))
        .collect();
    let names: Vec<Markup> = unreached
        .iter()
        .map(|one| html! { (who(view, page, one)) })
        .collect();
    html! {
        @if choices.is_empty() { (ui::empty(&view.t("notice-refused-nobody"))) }
        @else { (ui::checkboxes(view, page.form, &Field::new("to", view.t("notice-to")), &choices)) }
        @if !names.is_empty() {
            (ui::notice(Tone::Warning, &html! {
                p class="ds-paragraph" { (view.t("notice-no-address")) }
                (ui::list(&names))
            }))
        }
    }
}

/// “Olav Myklebø, medlem (har ikke svart)”.
fn who(view: &View, page: &NewNotice<'_>, one: &Candidate) -> String {
    let role = match one.role {
        _ if one.is_deputy => view.t("notice-is-deputy"),
        Some(role) => view.t(&format!("boards-role-{role}")).to_lowercase(),
        None => view.t("notice-was-told"),
    };
    let mut notes = Vec::new();
    if let Some(at) = one.had_it {
        let when = view.moment(page.draft.data.board.zone, at);
        notes.push(view.tv("notice-had-it", &[("when", when.into())]));
    }
    if page.draft.notice.kind == NoticeKind::Message && one.owes_answer {
        notes.push(view.t("reply-silent"));
    }
    if page.year.is_some() && one.meetings.len() < page.draft.meetings.len() {
        let values = [
            ("count", one.meetings.len().into()),
            ("of", page.draft.meetings.len().into()),
        ];
        notes.push(view.tv("notice-some-meetings", &values));
    }
    if notes.is_empty() {
        return format!("{}, {role}", one.name);
    }
    format!("{}, {role} ({})", one.name, notes.join("; "))
}

/// The letter as each language's readers get it; of those who differ the one who is asked most.
fn preview(view: &View, page: &NewNotice<'_>) -> Markup {
    let ticked = page.form.values("to");
    let chosen: Vec<&Candidate> = (page.draft.candidates.iter())
        .filter(|one| ticked.contains(&one.person.as_str()))
        .collect();
    let around = Around {
        board: &page.draft.data.board,
        wordings: &page.draft.wordings,
        kinds: page.kinds,
        base_url: &view.app.config.base_url,
    };
    let kind = page.draft.notice.kind;
    let letters: Vec<(Language, &Candidate, Reader)> = Language::all()
        .filter_map(|language| {
            let of = chosen.iter().filter(|one| one.language == language);
            let read = |one: &&&Candidate| reader(kind, one, page.opens.contains(&one.person));
            let most = of.max_by_key(|one| {
                let reader = read(one);
                (reader.is_asked, reader.opens_pages, one.meetings.len())
            })?;
            Some((language, *most, read(&most)))
        })
        .collect();
    html! {
        @if letters.is_empty() { (ui::empty(&view.t("notice-nobody-chosen"))) }
        @for (language, candidate, reader) in letters {
            @let letter = letter_to(page.notice, candidate, reader, &around);
            h3 class="ds-heading" data-size="xs" { (language.own_name()) }
            div lang=(language.tag()) {
                p class="ds-paragraph" { strong { (letter.subject) } }
                (ui::letter(&plain(&letter, Links::Hidden(language))))
            }
        }
    }
}

/// A meeting's notices: what was sent, and what is not yet told.
pub struct Notices<'a> {
    pub draft: &'a Draft,
    pub kinds: &'a Kinds,
    pub sent: &'a [Sent],
    /// The change or cancellation that people should be told of.
    pub owed: Option<NoticeKind>,
    /// What a meeting planned late would already have sent.
    pub late: &'a [Wanted],
    /// What was ticked of it.
    pub form: &'a Form,
}

/// What was sent about a meeting, and what is not yet told.
#[must_use]
pub fn notices(view: &View, page: &Notices<'_>) -> Markup {
    let Some(meeting) = page.draft.meetings.first() else {
        return html! {};
    };
    let board = &page.draft.data.board;
    let name = name_and_days(view, page.kinds, meeting);
    html! {
        (above(view, board, Some(meeting.first_day().year())))
        (ui::heading(&format!("{}: {name}", view.t("notices"))))
        @if let Some(kind) = page.owed { (owed(view, meeting, kind)) }
        (links(view, page, meeting))
        @if !page.late.is_empty() { (late(view, page, meeting)) }
        (ui::section("sent", &view.t("notices-sent"), &sent(view, page)))
        p { (ui::link(&paths::meeting(meeting.id), &view.t("notice-back"))) }
    }
}

/// “Møtet er endret etter at deltakerne fikk beskjed”, and the way to tell them.
#[must_use]
pub fn owed(view: &View, meeting: &Meeting, kind: NoticeKind) -> Markup {
    let key = if kind == NoticeKind::Cancellation {
        "notice-owed-cancellation"
    } else {
        "notice-owed-change"
    };
    ui::notice(
        Tone::Warning,
        &html! {
            (ui::paragraph(&view.t(key)))
            p { (ui::link_button(&paths::new_notice(meeting.id, kind.code()), &title(view, kind))) }
        },
    )
}

fn links(view: &View, page: &Notices<'_>, meeting: &Meeting) -> Markup {
    let may = |kind: &&NoticeKind| {
        let is_told =
            meeting.is_done(Stage::Notice) || page.sent.iter().any(|sent| sent.told.is_some());
        let board = &page.draft.data.board;
        rules::may_send(**kind, meeting, is_told, board, view.now).is_ok()
    };
    let kinds = NoticeKind::ALL.iter().filter(may);
    html! {
        div class="actions" { @for kind in kinds {
            @let path = if *kind == NoticeKind::Message { paths::of_meeting(meeting.id, "messages/new") }
                else { paths::new_notice(meeting.id, kind.code()) };
            (ui::link_button(&path, &title(view, *kind)))
        } }
    }
}

/// Unticked: what was not sent in its time is sent only to be sent.
fn late(view: &View, page: &Notices<'_>, meeting: &Meeting) -> Markup {
    let board = &page.draft.data.board;
    let subject = |want: &Wanted| {
        let (role, is_overdue) = read_slot(&want.key.slot)?;
        let reminder = Reminder {
            board,
            wordings: &page.draft.wordings,
            meeting,
            stage: Stage::of_kind(want.key.kind)?,
            role,
            is_overdue,
            deadline: want.deadline?,
        };
        let to = view.t(&format!("to-{role}"));
        Some((
            late_name(want),
            format!("{to}: {}", reminder.subject(view.language, page.kinds)),
        ))
    };
    let choices: Vec<(String, String)> = page.late.iter().filter_map(subject).collect();
    let body = html! {
        (ui::checkboxes(view, page.form, &Field::new("late", view.t("notice-late-which")), &choices))
    };
    let path = paths::of_meeting(meeting.id, "notices");
    ui::section(
        "late-ones",
        &view.t("notice-late"),
        &html! {
            (ui::paragraph(&view.t("notice-late-how")))
            (ui::form(view, &path, page.form, &body, &view.t("notice-late-send")))
        },
    )
}

fn sent(view: &View, page: &Notices<'_>) -> Markup {
    if page.sent.is_empty() {
        return ui::empty(&view.t("notices-none"));
    }
    let head = [
        "notice-when",
        "notice-what",
        "notice-by",
        "notice-to",
        "notice-told",
    ]
    .map(|key| view.t(key));
    let zone = page.draft.data.board.zone;
    let rows: Vec<Vec<Markup>> = page
        .sent
        .iter()
        .map(|sent| {
            let by = sent.by.clone().unwrap_or_else(|| view.t("the-system"));
            let told = sent.told.as_ref().map(|told| {
                let when = told
                    .sessions
                    .iter()
                    .map(|day| words::session(view.language, day));
                when.collect::<Vec<_>>().join("; ")
            });
            vec![
                html! { (view.moment(zone, sent.at)) },
                html! { (sent_kind(view, sent.kind)) },
                html! { (by) },
                went_to(view, sent),
                html! { (told.unwrap_or_else(|| "–".to_owned())) },
            ]
        })
        .collect();
    ui::table(&view.t("notices-sent"), &head, &rows)
}

/// How many it went to, which leads to who they are and when each letter was handed over.
fn went_to(view: &View, sent: &Sent) -> Markup {
    let (letters, out) = sent.letters;
    let values = [("letters", letters.into()), ("out", out.into())];
    let key = match (letters, out) {
        (0, _) if matches!(sent.occasion, Some((_, OccasionState::Planned))) => {
            "notice-being-written"
        }
        (0, _) => "notice-went-nowhere",
        (all, out) if out < all => "notice-went-partly",
        _ => "notice-went-to",
    };
    let text = view.tv(key, &values);
    html! {
        @if let Some((occasion, _)) = sent.occasion { (ui::link(&paths::occasion(occasion), &text)) }
        @else { (text) }
    }
}

/// “Innkalling”.
#[must_use]
pub fn sent_kind(view: &View, kind: NoticeKind) -> String {
    view.t(match kind {
        NoticeKind::SaveTheDate => "ledger-kind-notice-save-the-date",
        NoticeKind::Call => "ledger-kind-notice-call",
        NoticeKind::Change => "ledger-kind-notice-change",
        NoticeKind::Cancellation => "ledger-kind-notice-cancellation",
        NoticeKind::Message => "ledger-kind-notice-message",
    })
}

/// What the meeting's page says of notices: what is owed, and the buttons.
#[must_use]
pub fn on_the_meeting(view: &View, meeting: &Meeting, owed_kind: Option<NoticeKind>) -> Markup {
    let is_over = meeting.state >= MeetingState::Held;
    html! {
        @if let Some(kind) = owed_kind { (owed(view, meeting, kind)) }
        @if !is_over || meeting.state == MeetingState::Cancelled {
            div class="actions" {
                @if meeting.state == MeetingState::Planned {
                    (ui::link_button(&paths::new_notice(meeting.id, NoticeKind::Call.code()), &title(view, NoticeKind::Call)))
                }
                (ui::link_button(&paths::of_meeting(meeting.id, "messages/new"), &title(view, NoticeKind::Message)))
                (ui::link_button(&paths::of_meeting(meeting.id, "notices"), &view.t("notices")))
            }
        }
    }
}
