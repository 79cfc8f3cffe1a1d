//! A member's own page: my boards, my next meetings with their deadlines, and until when I sit.

use super::{called, stage};
use crate::boards::Board;
use crate::calendar::local_date;
use crate::cases::pages::name as case_name;
use crate::db::ids::MeetingId;
use crate::db::types::Words;
use crate::desk::digest::Choice;
use crate::desk::{MyPage, NextMeeting, Term, ToRead, rules};
use crate::i18n::dates;
use crate::meetings::Stage;
use crate::meetings::replies::Answer;
use crate::meetings::words::{self, Kinds};
use crate::public::subscriptions::pages as subscriptions;
use crate::web::access::Role;
use crate::web::pictures::{DeadlineLine, DeadlineWords, Stop, StopState};
use crate::web::ui::Field;
use crate::web::{Form, Reader, View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// The whole page, with what the reader has to do.
#[must_use]
pub fn me(view: &View, reader: &Reader, mine: &MyPage, actions: &Markup) -> Markup {
    html! {
        (ui::heading(&reader.name))
        @for draft in &mine.drafts { (to_remark(view, draft)) }
        @for of in &mine.to_read { (to_read(view, of)) }
        (actions)
        @let sits = !mine.terms.is_empty() || !mine.meetings.is_empty();
        // A service owner's person who sits on no board is not told of what there is none of.
        @if sits || (mine.service_owner_of.is_empty() && mine.prepares.is_empty()) {
            (ui::section_heading("meetings", &view.t("me-meetings")))
            @if mine.meetings.is_empty() { (ui::empty(&view.t("me-no-meetings"))) }
            @for next in &mine.meetings { (meeting(view, reader, &mine.kinds, next)) }
            (ui::section_heading("boards", &view.t("me-boards")))
            @if mine.terms.is_empty() { (ui::empty(&view.t("me-no-boards"))) }
            @else { (terms(view, &mine.terms)) }
        }
        @if !mine.prepares.is_empty() {
            (ui::section_heading("prepares", &view.t("me-prepares")))
            (ui::list(&mine.prepares.iter().map(|case| ui::link(&paths::case(case.id), &case_name(case))).collect::<Vec<_>>()))
        }
        @if !mine.service_owner_of.is_empty() {
            (ui::section_heading("service-owner", &view.t("me-service-owner")))
            (ui::paragraph(&view.t("me-service-owner-says")))
            (ui::list(&mine.service_owner_of.iter().map(|name| html! { (name) }).collect::<Vec<_>>()))
        }
        @if sits {
            (ui::section_heading("calendar", &view.t("me-calendar")))
            (ui::paragraph(&view.t("me-calendar-says")))
            (ui::link_button(paths::MY_CALENDAR, &view.t("me-calendar-title")))
        }
        @if mine.reminders.may_choose || !mine.reminders.secretary_of.is_empty() {
            (ui::section_heading("how-reminded", &view.t("me-reminders")))
            (reminders(view, &mine.reminders))
        }
        (ui::section_heading("subscriptions", &view.t("subscribe-mine")))
        (subscriptions::mine(view, &mine.subscriptions))
        (ui::section_heading("settings", &view.t("me-settings")))
        (language(view, reader))
        (ui::link_button(paths::DEVICES, &view.t("me-devices")))
        (ui::section_heading("my-data", &view.t("me-data")))
        (own_data(view, mine.notes))
    }
}

/// The way to draft minutes that the reader may remark on.
fn to_remark(
    view: &View,
    (meeting, board, day, until): &(MeetingId, Words, NaiveDate, NaiveDate),
) -> Markup {
    let path = paths::of_meeting(*meeting, "minutes/reading");
    let values = [
        ("day", view.date(*day).into()),
        ("until", dates::long_date(view.language, *until).into()),
    ];
    html! {
        p class="cluster" {
            (ui::main_link_button(&path, &view.tv("me-draft", &values)))
            span class="muted" { (view.words(board)) }
        }
    }
}

/// The way to the papers of a meeting, before everything else; heavier while there are new ones.
fn to_read(view: &View, of: &ToRead) -> Markup {
    let meeting = &of.meeting;
    let days = words::span(view.language, meeting.first_day, meeting.last_day);
    let values = [("meeting", days.into()), ("new", of.new.into())];
    let (path, text) = (
        paths::meeting_papers(meeting.id),
        view.tv("me-papers", &values),
    );
    html! {
        p class="cluster" {
            @if of.new > 0 { (ui::main_link_button(&path, &text)) } @else { (ui::link_button(&path, &text)) }
            span class="muted" { (view.words(&meeting.board.name)) }
        }
    }
}

/// What is kept about the reader, to be taken along, and the notes, to be deleted.
fn own_data(view: &View, notes: i64) -> Markup {
    let count = [("count", notes.into())];
    html! {
        (ui::paragraph(&view.t("me-data-says")))
        p class="ds-paragraph" { (ui::link_button(paths::MY_DATA, &view.t("me-data-fetch"))) }
        @if notes > 0 {
            (ui::confirmed(view, paths::MY_NOTES, &[], &view.t("me-notes-delete"), &view.tv("me-notes-delete-how", &count)))
        }
    }
}

/// The language of the pages and of the mail is the reader's own to choose.
fn language(view: &View, reader: &Reader) -> Markup {
    let form = Form::filled([("language", reader.language.tag().to_owned())]);
    let field = Field::new("language", view.t("me-language"))
        .help(view.t("me-language-help"))
        .needed();
    let body = ui::select(view, &form, &field, &ui::languages(view));
    ui::form(view, paths::MY_LANGUAGE, &form, &body, &view.t("save"))
}

/// One by one or one mail a week; what a secretariat gets is its board's to choose, and said.
fn reminders(view: &View, choice: &Choice) -> Markup {
    let chosen = if choice.is_weekly { "weekly" } else { "singly" };
    let form = Form::filled([("reminders", chosen.to_owned())]);
    let ways = [
        ("singly".to_owned(), view.t("me-reminders-singly")),
        ("weekly".to_owned(), view.t("me-reminders-weekly")),
    ];
    let field = Field::new("reminders", view.t("me-reminders-how"))
        .help(view.t("me-reminders-help"))
        .needed();
    let zone = (choice.secretary_of.first()).map_or(chrono_tz::Europe::Oslo, |board| board.zone);
    html! {
        @if choice.may_choose {
            (ui::form(view, paths::MY_REMINDERS, &form, &ui::select(view, &form, &field, &ways), &view.t("save")))
        }
        @for board in &choice.secretary_of { (of_secretariat(view, board)) }
        @if let Some(next) = choice.next {
            (ui::paragraph(&view.tv("me-reminders-next", &[("when", view.moment(zone, next).into())])))
        }
    }
}

fn of_secretariat(view: &View, board: &Board) -> Markup {
    let chosen = board.weekly_mail;
    let key = if chosen.to_secretariat {
        "me-reminders-secretary-weekly"
    } else {
        "me-reminders-secretary-singly"
    };
    let mut values = vec![("board", view.words(&board.name).into())];
    if chosen.to_secretariat {
        values.push((
            "weekday",
            dates::weekday(view.language, chosen.weekday).into(),
        ));
        values.push(("time", view.time(chosen.at).into()));
    }
    html! {
        p class="ds-paragraph" {
            (view.tv(key, &values)) " "
            (ui::link(&paths::of_board(board.id, "reminders#weekly"), &view.t("me-reminders-change")))
        }
    }
}

fn terms(view: &View, terms: &[Term]) -> Markup {
    let head = ["me-column-board", "me-column-role", "me-column-until"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = terms
        .iter()
        .map(|term| {
            vec![
                ui::link(&paths::board(term.board.id), view.words(&term.board.name)),
                html! { (view.t(rules::role_key(term.role))) },
                html! { (last_day(view, term.until)) },
            ]
        })
        .collect();
    ui::table(&view.t("me-boards"), &head, &rows)
}

/// Periods are half-open; people read the last day.
fn last_day(view: &View, until: Option<NaiveDate>) -> String {
    until
        .and_then(|until| until.pred_opt())
        .map_or_else(|| view.t("me-no-end"), |last| view.date(last))
}

fn meeting(view: &View, reader: &Reader, kinds: &Kinds, next: &NextMeeting) -> Markup {
    let meeting = &next.meeting;
    let name = called(view, kinds, &meeting.title);
    let place = if meeting.place.is_empty() {
        view.t("me-no-place")
    } else {
        meeting.place.clone()
    };
    html! {
        h3 class="ds-heading" data-size="xs" {
            (ui::link(&paths::meeting(meeting.id), &name)) " – " (view.words(&meeting.board.name))
        }
        (ui::facts(&[
            (view.t("me-when"), when(view, next)),
            (view.t("me-where"), html! { (place) }),
        ]))
        @if let Some(answer) = next.answer { (own_answer(view, next, answer)) }
        @if !next.deadlines.is_empty() { (line(view, &reader.roles.on(meeting.board.id), &name, next)) }
    }
}

/// What the reader has answered, and the way to answer.
fn own_answer(view: &View, next: &NextMeeting, answer: Option<Answer>) -> Markup {
    let path = paths::of_meeting(next.meeting.id, "reply");
    html! {
        p class="ds-paragraph" {
            @match answer {
                Some(answer) => {
                    (view.tv("reply-own", &[("answer", view.t(&format!("reply-{answer}")).into())])) " "
                    (ui::link(&path, &view.t("reply-change")))
                },
                None => {
                    (view.t("reply-none-yet")) " " (ui::link(&path, &view.t("reply-give")))
                },
            }
        }
    }
}

fn when(view: &View, next: &NextMeeting) -> Markup {
    html! {
        @if next.sessions.is_empty() { (view.long_date(next.meeting.first_day)) }
        @for (day, starts, ends) in &next.sessions {
            div {
                (view.long_date(*day))
                @match (starts, ends) {
                    (Some(starts), Some(ends)) => (format!(" {}", dates::hours(view.language, *starts, *ends))),
                    (Some(starts), None) => (format!(" {}", view.time(*starts))),
                    (None, _) => {},
                }
            }
        }
    }
}

/// The deadline line of one meeting, the meeting itself among its stops.
///
/// The reader's own steps are called theirs, and the next one is the next of these. What members do passes by itself
/// and is never late.
fn line(view: &View, roles: &[Role], name: &str, next: &NextMeeting) -> Markup {
    let meeting = &next.meeting;
    let today = local_date(meeting.board.zone, view.now.utc());
    let mut stops = steps(view, roles, next, today);
    stops.push(stop(
        view,
        stage(view, "meeting"),
        meeting.first_day,
        StopState::Meeting,
    ));
    let title = view.tv("me-deadlines-of", &[("meeting", name.into())]);
    let words = [
        "desk-line-today",
        "desk-line-done",
        "desk-line-passed",
        "desk-line-next",
        "desk-line-coming",
        "desk-line-overdue",
        "desk-line-meeting",
    ];
    let [
        today_word,
        done,
        passed,
        next_word,
        coming,
        overdue,
        meeting_word,
    ] = words.map(|key| view.t(key));
    let days = |days: i64| view.tv("desk-line-days", &[("days", days.into())]);
    let line = DeadlineLine {
        id: &format!("line-{}", meeting.id),
        title: &title,
        description: "",
        today: Some(today),
        words: DeadlineWords {
            today: &today_word,
            done: &done,
            passed: &passed,
            next: &next_word,
            coming: &coming,
            overdue: &overdue,
            meeting: &meeting_word,
            days: &days,
        },
        stops,
    };
    html! { (line) }
}

/// The stops before and after the meeting. What the reader has answered is done, whatever the day.
fn steps(view: &View, roles: &[Role], next: &NextMeeting, today: NaiveDate) -> Vec<Stop> {
    let mut found_next = false;
    next.deadlines
        .iter()
        .filter(|(code, _, _)| code != "meeting")
        .map(|(code, date, done)| {
            let is_own = rules::is_own(code, roles, &next.reminders);
            let has_answered = code == Stage::Reply.code() && matches!(next.answer, Some(Some(_)));
            let state = match done {
                _ if has_answered => StopState::Done,
                _ if *date < today && rules::passes_by_itself(code) => StopState::Passed,
                Some(_) => StopState::Done,
                None if *date < today => StopState::Overdue,
                None if is_own && !found_next => {
                    found_next = true;
                    StopState::Next
                }
                None => StopState::Coming,
            };
            stop(view, label(view, code, is_own), *date, state)
        })
        .collect()
}

fn label(view: &View, code: &str, is_own: bool) -> String {
    let stage = stage(view, code);
    if is_own {
        view.tv("me-own-step", &[("stage", stage.into())])
    } else {
        stage
    }
}

fn stop(view: &View, label: String, date: NaiveDate, state: StopState) -> Stop {
    let date_text = format!(
        "{} {}",
        dates::day_and_month(view.language, date),
        date.year()
    );
    Stop {
        date,
        label,
        date_text,
        state,
        moved: None,
    }
}
