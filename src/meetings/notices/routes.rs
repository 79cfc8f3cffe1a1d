//! Addresses of notices and messages: what would go is shown, and only what was shown is sent.

use super::forms::{self, Proposed};
use super::pages::{self, NewNotice};
use super::send::{self, Draft, Sending};
use super::{Notice, NoticeKind, mail, rules, store};
use crate::audit::{self, Actor, Happened};
use crate::boards::Board;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, NoticeId, PersonId};
use crate::db::types::Words;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::forms::{digest, saves_what_was_seen};
use crate::meetings::store::{self as meetings, around};
use crate::meetings::{Meeting, MeetingState};
use crate::web::{As, Form, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use std::collections::{HashMap, HashSet};

/// What a notice would be about.
#[derive(Clone, Debug)]
struct Topic {
    board: BoardId,
    kind: NoticeKind,
    meetings: Vec<MeetingId>,
    year: Option<i32>,
    action: String,
}

struct Loaded {
    draft: Draft,
    kinds: Vec<(String, Words)>,
    opens: HashSet<PersonId>,
    since: Vec<Happened>,
    /// The form was sent before: a second click is no second notice.
    is_sent: bool,
}

/// Loads for a form with this id, filled from these versions.
async fn load(view: &View, topic: &Topic, id: &str, shown: &str) -> Result<Loaded> {
    let (topic, now, shown) = (topic.clone(), view.now, shown.to_owned());
    let id: Option<NoticeId> = id.parse().ok();
    let read = move |conn: &mut Conn| {
        let draft = send::draft(conn, topic.board, topic.kind, &topic.meetings, now)?;
        let standing = match id {
            Some(id) => store::notice(conn, id)?,
            None => None,
        };
        Ok(Loaded {
            is_sent: standing.is_some_and(|it| (it.board, it.kind) == (topic.board, topic.kind)),
            kinds: around::kinds(conn)?,
            opens: mail::insiders(conn, &draft.data.board, now)?,
            since: changed_since(conn, &draft.meetings, &shown)?,
            draft,
        })
    };
    view.app.db.read(read).await
}

/// What happened to the meetings after the versions that the form was filled from.
fn changed_since(conn: &mut Conn, meetings: &[Meeting], shown: &str) -> Result<Vec<Happened>> {
    let mut happened = Vec::new();
    for part in shown.split(',') {
        let Some((id, version)) = part.split_once(':') else {
            continue;
        };
        let standing = meetings.iter().find(|meeting| meeting.id.as_str() == id);
        if let (Some(meeting), Ok(version)) = (standing, version.parse::<i64>())
            && meeting.version > version
        {
            happened.extend(audit::since(conn, id, version)?);
        }
    }
    Ok(happened)
}

fn draw(
    view: &View,
    topic: &Topic,
    loaded: &Loaded,
    form: &Form,
    words: &Notice,
    status: StatusCode,
) -> HttpResponse {
    let page = NewNotice {
        draft: &loaded.draft,
        kinds: &loaded.kinds,
        opens: &loaded.opens,
        form,
        notice: words,
        year: topic.year,
        action: &topic.action,
        since: &loaded.since,
    };
    let title = pages::title(view, topic.kind);
    view.page_with(status, &title, &pages::new(view, &page))
}

async fn show(view: &View, topic: &Topic, proposed: Proposed) -> Result<HttpResponse> {
    let loaded = load(view, topic, "", "").await?;
    let form = forms::fresh(&loaded.draft, proposed);
    let words = loaded.draft.notice.clone();
    Ok(draw(view, topic, &loaded, &form, &words, StatusCode::OK))
}

async fn posted(view: &View, by: PersonId, topic: &Topic, mut form: Form) -> Result<HttpResponse> {
    let loaded = load(view, topic, form.value("id"), form.value("version")).await?;
    if loaded.is_sent && form.value("act") == "send" {
        return Ok(view.go_saying(&after(topic), "said-notice-sent"));
    }
    let is_seen = form.value("act") == "send" && saves(&form);
    let sending = forms::read(&mut form, &loaded.draft);
    let mut is_stale = sending.versions != send::versions(&loaded.draft.meetings);
    if form.is_right() && is_seen && !is_stale {
        match write(view, sending.clone(), by).await {
            Err(Error::Stale) => is_stale = true,
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
            Ok(()) => {
                view.app.office.bell.ring();
                return Ok(view.go_saying(&after(topic), "said-notice-sent"));
            }
        }
    } else if form.is_right() && form.value("act") == "send" && !is_stale {
        form.notice = Some(Said::new("notice-look-again"));
    }
    let status = match (is_stale, form.is_right(), form.value("act")) {
        (true, ..) => StatusCode::CONFLICT,
        (false, false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    form.put("version", send::versions(&loaded.draft.meetings));
    form.put("seen", digest(&form));
    let mut words = loaded.draft.notice.clone();
    words.subject = sending.subject;
    words.paragraph = sending.paragraph;
    Ok(draw(view, topic, &loaded, &form, &words, status))
}

/// Whether what is sent is what was shown.
fn saves(form: &Form) -> bool {
    let mut as_saving = form.clone();
    as_saving.put("act", "save");
    saves_what_was_seen(&as_saving)
}

async fn write(view: &View, sending: Sending, by: PersonId) -> Result<()> {
    let now = view.now;
    let work = move |conn: &mut Conn| send::send(conn, &sending, Actor::Person(by), now);
    view.app.db.write(work).await
}

/// Where the page goes on to.
fn after(topic: &Topic) -> String {
    match (topic.year, topic.meetings.first()) {
        (Some(year), _) => paths::year(topic.board, year),
        (None, Some(meeting)) => paths::of_meeting(*meeting, "notices"),
        (None, None) => paths::board(topic.board),
    }
}

fn of_meeting(meeting: &Meeting, kind: NoticeKind) -> Topic {
    let rest = if kind == NoticeKind::Message {
        "messages/new"
    } else {
        "notices/new"
    };
    Topic {
        board: meeting.board,
        kind,
        meetings: vec![meeting.id],
        year: None,
        action: paths::of_meeting(meeting.id, rest),
    }
}

/// The kind that the address or the form names, of those about one meeting.
fn kind_of(word: &str) -> Option<NoticeKind> {
    let kind = word.parse().ok()?;
    (kind != NoticeKind::Message).then_some(kind)
}

/// The notice that a meeting asks for next, or the one that the address names.
pub async fn notice(
    view: View,
    who: As<Secretary, Meeting>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let meeting = who.object;
    let named = asked.get("kind").and_then(|word| kind_of(word));
    let kind = match named {
        Some(kind) => kind,
        None => next(&view, meeting.clone()).await?,
    };
    show(&view, &of_meeting(&meeting, kind), Proposed::Usual).await
}

async fn next(view: &View, meeting: Meeting) -> Result<NoticeKind> {
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let known = store::known_of(conn, meeting.id)?;
        let board = crate::boards::store::board(conn, meeting.board)?;
        Ok(rules::next(&known, &meeting, &board, now))
    };
    view.app.db.read(read).await
}

pub async fn noticed(
    view: View,
    who: As<Secretary, Meeting>,
    form: Posted,
) -> Result<HttpResponse> {
    let kind = match kind_of(form.0.value("kind")) {
        Some(kind) => kind,
        None => next(&view, who.object.clone()).await?,
    };
    let topic = of_meeting(&who.object, kind);
    posted(&view, who.reader.id, &topic, form.0).await
}

/// “Write to …” those of one meeting.
pub async fn meeting_message(
    view: View,
    who: As<Secretary, Meeting>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let topic = of_meeting(&who.object, NoticeKind::Message);
    show(&view, &topic, proposed(&asked)).await
}

pub async fn meeting_messaged(
    view: View,
    who: As<Secretary, Meeting>,
    form: Posted,
) -> Result<HttpResponse> {
    let topic = of_meeting(&who.object, NoticeKind::Message);
    posted(&view, who.reader.id, &topic, form.0).await
}

fn proposed(asked: &HashMap<String, String>) -> Proposed {
    Proposed::of(asked.get("to").map_or("", String::as_str))
}

fn of_board(board: &Board) -> Topic {
    Topic {
        board: board.id,
        kind: NoticeKind::Message,
        meetings: Vec::new(),
        year: None,
        action: paths::of_board(board.id, "messages/new"),
    }
}

/// “Write to …” those of a board.
pub async fn board_message(
    view: View,
    who: As<Secretary, Board>,
    asked: Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    show(&view, &of_board(&who.object), proposed(&asked)).await
}

pub async fn board_messaged(
    view: View,
    who: As<Secretary, Board>,
    form: Posted,
) -> Result<HttpResponse> {
    posted(&view, who.reader.id, &of_board(&who.object), form.0).await
}

async fn of_year(view: &View, board: &Board, year: i32) -> Result<Topic> {
    let (id, now, of) = (board.id, view.now, board.clone());
    let read = move |conn: &mut Conn| {
        let mut found = meetings::of_year(conn, id, year)?;
        found.retain(|meeting| {
            meeting.state < MeetingState::Held
                && crate::meetings::rules::starts_at(meeting, &of) > now
        });
        Ok(found.iter().map(|meeting| meeting.id).collect())
    };
    Ok(Topic {
        board: id,
        kind: NoticeKind::SaveTheDate,
        meetings: view.app.db.read(read).await?,
        year: Some(year),
        action: format!("{}/save-the-date", paths::year(id, year)),
    })
}

/// The days of a whole year's meetings, to keep free.
pub async fn year(
    view: View,
    who: As<Secretary, Board>,
    path: Path<(String, i32)>,
) -> Result<HttpResponse> {
    let topic = of_year(&view, &who.object, path.1).await?;
    show(&view, &topic, Proposed::Usual).await
}

pub async fn year_told(
    view: View,
    who: As<Secretary, Board>,
    path: Path<(String, i32)>,
    form: Posted,
) -> Result<HttpResponse> {
    let topic = of_year(&view, &who.object, path.1).await?;
    posted(&view, who.reader.id, &topic, form.0).await
}

/// A meeting's notices.
pub async fn list(view: View, who: As<Secretary, Meeting>) -> Result<HttpResponse> {
    show_list(&view, who.object, &Form::default(), StatusCode::OK).await
}

async fn show_list(
    view: &View,
    meeting: Meeting,
    form: &Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let kind = NoticeKind::Message;
        let draft = send::draft(conn, meeting.board, kind, &[meeting.id], now)?;
        let known = store::known_of(conn, meeting.id)?;
        let owed = rules::owed(&known, &meeting, &draft.data.board, now);
        let late = send::late(conn, &meeting, &draft.data, now)?;
        let sent = store::sent(conn, meeting.id)?;
        Ok((draft, around::kinds(conn)?, sent, owed, late))
    };
    let (draft, kinds, sent, owed, late) = view.app.db.read(read).await?;
    let page = pages::Notices {
        draft: &draft,
        kinds: &kinds,
        sent: &sent,
        owed,
        late: &late,
        form,
    };
    let content = pages::notices(view, &page);
    Ok(view.page_with(status, &view.t("notices"), &content))
}

/// Sends what a meeting planned late would already have sent, of that what was ticked.
pub async fn send_late(
    view: View,
    who: As<Secretary, Meeting>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (meeting, mut form, now) = (who.object, posted.0, view.now);
    let chosen: Vec<String> = (form.values("late").into_iter())
        .map(str::to_owned)
        .collect();
    let (id, by) = (meeting.id, Actor::Person(who.reader.id));
    let work = move |conn: &mut Conn| send::send_late(conn, id, &chosen, by, now);
    match view.app.db.write(work).await {
        Ok(0) => form.refuse("late", Said::new("notice-late-none")),
        Ok(_) => {
            view.app.office.bell.ring();
            let list = paths::of_meeting(id, "notices");
            return Ok(view.go_saying(&list, "said-notice-sent"));
        }
        Err(Error::Refused(said)) => form.notice = Some(said),
        Err(error) => return Err(error),
    }
    show_list(&view, meeting, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}
