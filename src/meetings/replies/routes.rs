//! Addresses of replies: by signed link, by the member who has signed in, and by the secretariat for someone.
//!
//! A link shows a page and changes nothing when it is opened, so that a mail scanner answers nothing. Once the right
//! has ended it shows nothing of the meeting either, and says the same as a link that was never sent (410).

use super::pages::{self, Shown};
use super::record::{self, Given, Named, Outcome};
use super::rules::is_open;
use super::{Answer, Reply, Right, store};
use crate::boards::{BoardData, store as boards};
use crate::db::Conn;
use crate::db::ids::{MeetingId, MessageId, PersonId, ReplacementId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::notices::letters::REPLY;
use crate::meetings::store::{self as meetings, around};
use crate::meetings::{Meeting, Stage, replies, rules};
use crate::people::store as people;
use crate::web::{As, Form, Insider, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

/// Room for what must be known, not for why.
const LONGEST_NEEDS: usize = 300;

/// Which page someone answers on.
#[derive(Clone, Debug)]
enum Door {
    /// A signed link; its address.
    Link(String),
    /// The member's own page of the meeting.
    Own(MeetingId),
    /// The secretariat's page for someone else.
    For(MeetingId, PersonId),
}

impl Door {
    fn action(&self) -> String {
        match self {
            Self::Link(address) => address.clone(),
            Self::Own(meeting) => paths::of_meeting(*meeting, "reply"),
            Self::For(meeting, person) => paths::of_meeting(*meeting, &format!("replies/{person}")),
        }
    }
}

/// Everything the secretariat sees of the answers to a meeting.
///
/// # Errors
/// When the database fails.
pub fn answers(
    conn: &mut Conn,
    meeting: &Meeting,
    data: &BoardData,
    now: Moment,
) -> Result<pages::Answers> {
    let invited = store::invited(conn, meeting.board, meeting.first_day())?;
    let replies = store::replies(conn, meeting.id)?;
    let named = store::replacements(conn, meeting.id)?;
    let counts = store::reminded(conn, meeting.id)?;
    let reminded = |person: PersonId| counts.get(&person).copied().unwrap_or(0);
    let lines = replies::rules::lines(meeting, &invited, &replies, &named, &reminded);
    Ok(pages::Answers {
        organisations: store::organisations(conn, &invited, meeting.first_day())?,
        needs: if data.board.asks_needs {
            replies::rules::needs_said(&lines, &store::needs::of_meeting(conn, meeting.id)?)
        } else {
            Vec::new()
        },
        tally: replies::rules::tally(&lines),
        quorum: replies::rules::quorum(meeting, data, &lines),
        is_open: is_open(meeting, data.board.today(now)),
        lines,
    })
}

/// The reader's own answer, where they are asked to come and may still answer: none where they are not.
///
/// # Errors
/// When the database fails.
pub fn own_answer(
    conn: &mut Conn,
    meeting: &Meeting,
    data: &BoardData,
    person: PersonId,
    now: Moment,
) -> Result<Option<Option<Reply>>> {
    let is_asked = store::right_of(conn, meeting, person)?.is_some();
    if !is_asked || !is_open(meeting, data.board.today(now)) {
        return Ok(None);
    }
    let replies = store::replies_of(conn, person, &[meeting.id])?;
    Ok(Some(replies.into_iter().next()))
}

/// What the page shows to someone who may answer; none when they may not, or no longer.
async fn load(view: &View, meeting: MeetingId, person: PersonId) -> Result<Option<Shown>> {
    let now = view.now;
    let read = move |conn: &mut Conn| {
        let meeting = meetings::meeting(conn, meeting)?;
        let data = boards::data(conn, meeting.board)?;
        let right = store::right_of(conn, &meeting, person)?;
        let right = right.filter(|_| is_open(&meeting, data.board.today(now)));
        match right {
            Some(right) => Ok(Some(shown(conn, meeting, data, right, now)?)),
            None => Ok(None),
        }
    };
    view.app.db.read(read).await
}

fn shown(
    conn: &mut Conn,
    meeting: Meeting,
    data: BoardData,
    right: Right,
    now: Moment,
) -> Result<Shown> {
    let person = right.person();
    let replies = store::replies(conn, meeting.id)?;
    let line = rules::deadlines(&meeting, &data);
    let reply = line.iter().find(|deadline| deadline.stage == Stage::Reply);
    let deputy = match &right {
        Right::Invited(own) => store::replacements(conn, meeting.id)?
            .into_iter()
            .rfind(|one| {
                one.appointment == own.appointment
                    && one.state != super::ReplacementState::Withdrawn
            }),
        Right::Deputy(_) => None,
    };
    Ok(Shown {
        name: people::person(conn, person)?.name,
        reply_by: reply
            .map(|deadline| deadline.due_at)
            .filter(|due| *due > now),
        reply: replies.into_iter().find(|one| one.person == person),
        needs: store::needs::of_person(conn, meeting.id, person)?,
        kinds: around::kinds(conn)?,
        board: data.board,
        deputy,
        right,
        meeting,
    })
}

fn draw(view: &View, door: &Door, shown: &Shown, form: &Form, status: StatusCode) -> HttpResponse {
    let title = view.t("reply-title");
    let by_link = matches!(door, Door::Link(_));
    let page = pages::answer(view, shown, form, &door.action(), by_link);
    view.page_with(status, &title, &page)
}

fn gone(view: &View) -> HttpResponse {
    let page = pages::gone(view);
    view.page_with(StatusCode::GONE, &view.t("reply-gone-title"), &page)
}

/// No right to answer on a page of one's own: said to someone who may know of the meeting.
fn not_asked() -> Error {
    Error::Refused(Said::new("reply-not-asked"))
}

/// Reads an answer and takes it; shows the page again with what is wrong.
async fn answered(
    view: &View,
    door: &Door,
    (meeting, person): (MeetingId, PersonId),
    by: Option<PersonId>,
    mut form: Form,
) -> Result<HttpResponse> {
    let ended = |view: &View| match door {
        Door::Link(_) => Ok(gone(view)),
        _ => Err(not_asked()),
    };
    let given = read(&mut form, meeting, person, by);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(given) = given.filter(|_| form.is_right()) {
        let now = view.now;
        let work = move |conn: &mut Conn| record::take(conn, &given, now);
        match view.app.db.write(work).await? {
            Outcome::Taken => {
                view.app.office.bell.ring();
                let to = match door {
                    Door::For(meeting, _) => paths::meeting(*meeting),
                    other => other.action(),
                };
                return Ok(view.go_saying(&to, "said-reply-taken"));
            }
            Outcome::Gone => return ended(view),
            Outcome::Stale => {
                form.notice = Some(Said::new("reply-stale"));
                status = StatusCode::CONFLICT;
            }
            Outcome::Refused(field, said) => form.refuse(field, said),
        }
    }
    match load(view, meeting, person).await? {
        Some(shown) => {
            form.put("version", pages::version(&shown));
            Ok(draw(view, door, &shown, &form, status))
        }
        None => ended(view),
    }
}

/// The answer that a form says; none when it says none.
fn read(
    form: &mut Form,
    meeting: MeetingId,
    person: PersonId,
    by: Option<PersonId>,
) -> Option<Given> {
    let answer: Option<Answer> = form.choice("answer");
    let deputy = (answer == Some(Answer::Deputy)).then(|| Named {
        name: form.needed_line("deputy-name", 100),
        address: form.needed_address("deputy-address"),
    });
    let is_asked = !form.values("needs").is_empty();
    let needs = is_asked.then(|| form.text("needs", LONGEST_NEEDS));
    let has_version = !form.value("version").is_empty();
    Some(Given {
        meeting,
        person,
        answer: answer?,
        deputy,
        needs,
        version: has_version.then(|| form.version()),
        by,
    })
}

/// The meeting and the person of a link that we have sent; none for any other.
async fn by_link(
    view: &View,
    message: &str,
    signature: &str,
) -> Result<Option<(MeetingId, PersonId)>> {
    let Ok(id) = message.parse::<MessageId>() else {
        return Ok(None);
    };
    if !(view.app.office.key).is_signed(REPLY, id.as_str(), signature) {
        return Ok(None);
    }
    view.app
        .db
        .read(move |conn| store::asked_by(conn, id))
        .await
}

fn link_door(message: &str, signature: &str) -> Door {
    Door::Link(format!("{}{signature}", paths::reply_start(message)))
}

/// Opened from a mail, without signing in.
pub async fn link(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (message, signature) = path.into_inner();
    let Some((meeting, person)) = by_link(&view, &message, &signature).await? else {
        return Ok(gone(&view));
    };
    Ok(match load(&view, meeting, person).await? {
        Some(shown) => {
            let form = pages::form_of(&shown);
            draw(
                &view,
                &link_door(&message, &signature),
                &shown,
                &form,
                StatusCode::OK,
            )
        }
        None => gone(&view),
    })
}

pub async fn linked(
    view: View,
    path: Path<(String, String)>,
    form: Posted,
) -> Result<HttpResponse> {
    let (message, signature) = path.into_inner();
    let Some(asked) = by_link(&view, &message, &signature).await? else {
        return Ok(gone(&view));
    };
    answered(&view, &link_door(&message, &signature), asked, None, form.0).await
}

/// The reader's own answer, signed in.
pub async fn own(view: View, who: As<Insider, Meeting>) -> Result<HttpResponse> {
    let meeting = who.object.id;
    let shown = load(&view, meeting, who.reader.id).await?;
    let shown = shown.ok_or_else(not_asked)?;
    let form = pages::form_of(&shown);
    Ok(draw(
        &view,
        &Door::Own(meeting),
        &shown,
        &form,
        StatusCode::OK,
    ))
}

pub async fn own_answered(
    view: View,
    who: As<Insider, Meeting>,
    form: Posted,
) -> Result<HttpResponse> {
    let asked = (who.object.id, who.reader.id);
    answered(&view, &Door::Own(asked.0), asked, None, form.0).await
}

fn person_in(path: &Path<(String, String)>) -> Result<PersonId> {
    path.1.parse().map_err(|_not_an_id| Error::NotFound)
}

/// The secretariat answers for someone.
pub async fn of_someone(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (meeting, person) = (who.object.id, person_in(&path)?);
    let shown = load(&view, meeting, person).await?;
    let shown = shown.ok_or_else(not_asked)?;
    let form = pages::form_of(&shown);
    let door = Door::For(meeting, person);
    Ok(draw(&view, &door, &shown, &form, StatusCode::OK))
}

pub async fn of_someone_answered(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    form: Posted,
) -> Result<HttpResponse> {
    let asked = (who.object.id, person_in(&path)?);
    let door = Door::For(asked.0, asked.1);
    answered(&view, &door, asked, Some(who.reader.id), form.0).await
}

/// The secretariat confirms a deputy, or refuses.
pub async fn decide(
    view: View,
    who: As<Secretary, Meeting>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let id: ReplacementId = path.1.parse().map_err(|_not_an_id| Error::NotFound)?;
    let is_confirmed = match posted.0.value("act") {
        "confirm" => true,
        "refuse" => false,
        _ => return Err(Error::NotFound),
    };
    let (meeting, by, now) = (who.object.id, who.reader.id, view.now);
    let work = move |conn: &mut Conn| record::decide(conn, meeting, id, is_confirmed, by, now);
    view.app.db.write(work).await?;
    view.app.office.bell.ring();
    let said = if is_confirmed {
        "said-deputy-confirmed"
    } else {
        "said-deputy-refused"
    };
    Ok(view.go_saying(&paths::meeting(meeting), said))
}
