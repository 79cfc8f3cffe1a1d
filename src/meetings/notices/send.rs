//! Sending a notice: one write makes it, says whom it is for, and plans its one occasion. The same id sent twice is one
//! notice.

use super::rules::{self, Refusal};
use super::{About, Candidate, Notice, NoticeKind, Told, store};
use crate::audit::{self, Actor, Entry};
use crate::boards::{BoardData, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, NoticeId, PersonId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::mail::ledger::{self, Scope};
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{Key, Wanted};
use crate::meetings::occasions::occasions;
use crate::meetings::rules::deadlines;
use crate::meetings::{Meeting, Stage, plan, store as meetings};

/// A notice as it was looked over.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Made with the form, so that a form sent twice is one notice (F16).
    pub id: NoticeId,
    pub board: BoardId,
    pub kind: NoticeKind,
    pub subject: Words,
    pub paragraph: Words,
    pub to: Vec<PersonId>,
    pub meetings: Vec<MeetingId>,
    /// The [`versions`] of the meetings that were shown.
    pub versions: String,
}

/// Everything a notice is made of, as it would go now.
pub struct Draft {
    pub data: BoardData,
    pub notice: Notice,
    pub meetings: Vec<Meeting>,
    pub candidates: Vec<Candidate>,
    /// The words that the board's mail opens with.
    pub wordings: Wordings,
    /// Why it cannot be sent.
    pub refusal: Option<Refusal>,
}

/// The versions of meetings, to tell whether they were changed since they were shown.
#[must_use]
pub fn versions(meetings: &[Meeting]) -> String {
    let versions = meetings
        .iter()
        .map(|meeting| format!("{}:{}", meeting.id, meeting.version));
    versions.collect::<Vec<_>>().join(",")
}

/// A notice of these meetings as it would go now, without the secretariat's own words.
///
/// # Errors
/// `NotFound` for a meeting of another board; or when the database fails.
pub fn draft(
    conn: &mut Conn,
    board: BoardId,
    kind: NoticeKind,
    ids: &[MeetingId],
    now: Moment,
) -> Result<Draft> {
    let data = boards::data(conn, board)?;
    let found = meetings::chosen(conn, ids)?;
    if found.len() != ids.len() || found.iter().any(|meeting| meeting.board != board) {
        return Err(Error::NotFound);
    }
    let mut known = store::known(conn, ids)?;
    let mut refusal = (kind == NoticeKind::SaveTheDate && found.is_empty())
        .then_some(Refusal::NoMeetings)
        .filter(|_| rules::mail_is_on(&data.board, now));
    if !rules::mail_is_on(&data.board, now) {
        refusal = Some(Refusal::MailOff);
    }
    for meeting in &found {
        let is_told = (known.get(&meeting.id)).is_some_and(|known| rules::is_told(known, meeting));
        let may = rules::may_send(kind, meeting, is_told, &data.board, now);
        refusal = refusal.or(may.err());
    }
    let mut about = |meeting: &Meeting| -> Result<About> {
        let line = deadlines(meeting, &data);
        let reply = line.iter().find(|deadline| deadline.stage == Stage::Reply);
        let reply_by = reply
            .map(|deadline| deadline.due_at)
            .filter(|due| *due > now);
        let known = known.remove(&meeting.id).unwrap_or_default();
        let corrects = matches!(kind, NoticeKind::Change | NoticeKind::Cancellation);
        Ok(About {
            told: Told::of(meeting, reply_by, known.sequence),
            before: known.told.filter(|_| corrects),
            stand_in: store::stand_in(conn, kind, meeting)?,
            meeting: meeting.clone(),
        })
    };
    let notice = Notice {
        id: NoticeId::new(),
        board,
        kind,
        subject: Words::default(),
        paragraph: Words::default(),
        at: now,
        meetings: found.iter().map(&mut about).collect::<Result<_>>()?,
    };
    let candidates = store::candidates(conn, &data.board, kind, &found, now)?;
    Ok(Draft {
        wordings: wordings::of_board(conn, board)?,
        data,
        notice,
        meetings: found,
        candidates,
        refusal,
    })
}

/// Sends a notice to those who were chosen; a call marks the meeting as called in the same write.
///
/// # Errors
/// `Stale` when a meeting was changed, or someone chosen is no longer concerned; what the rules refuse; or when the
/// database fails.
pub fn send(conn: &mut Conn, sending: &Sending, actor: Actor, now: Moment) -> Result<()> {
    if let Some(standing) = store::notice(conn, sending.id)? {
        let is_same = (standing.board, standing.kind) == (sending.board, sending.kind);
        return if is_same {
            Ok(())
        } else {
            Err(Error::NotFound)
        };
    }
    let mut draft = draft(conn, sending.board, sending.kind, &sending.meetings, now)?;
    if versions(&draft.meetings) != sending.versions {
        return Err(Error::Stale);
    }
    if let Some(refusal) = draft.refusal {
        return Err(Error::Refused(refusal.said()));
    }
    let is_chosen = |one: &&Candidate| sending.to.contains(&one.person);
    let chosen: Vec<&Candidate> = draft.candidates.iter().filter(is_chosen).collect();
    if chosen.len() < sending.to.len() {
        return Err(Error::Stale);
    }
    let to: Vec<(PersonId, Vec<MeetingId>)> = chosen
        .into_iter()
        .filter(|one| one.address.is_some())
        .map(|one| (one.person, one.meetings.clone()))
        .collect();
    if to.is_empty() {
        return Err(Error::Refused(Refusal::Nobody.said()));
    }
    draft.notice.id = sending.id;
    draft.notice.subject.clone_from(&sending.subject);
    draft.notice.paragraph.clone_from(&sending.paragraph);
    let by = match actor {
        Actor::Person(person) => Some(person),
        Actor::System => None,
    };
    store::add(conn, &draft.notice, &to, by, now)?;
    record(conn, &draft.notice, actor, now)?;
    plan_it(conn, &draft, now)?;
    if sending.kind == NoticeKind::Call {
        for meeting in &draft.meetings {
            plan::mark(conn, meeting.id, Stage::Notice, true, actor, now)?;
        }
    }
    Ok(())
}

/// The reminders that a meeting planned late would already have sent.
///
/// # Errors
/// When the database fails.
pub fn late(
    conn: &mut Conn,
    meeting: &Meeting,
    data: &BoardData,
    now: Moment,
) -> Result<Vec<Wanted>> {
    let standing = ledger::of_object(conn, meeting.id.as_str())?;
    let line = deadlines(meeting, data);
    let wanted = occasions(meeting, &line, data, &standing, now);
    Ok(rules::late(wanted, &standing, now))
}

/// Sends these of them now after all, by kind and slot; how many.
///
/// # Errors
/// What the rules refuse, or when the database fails.
pub fn send_late(
    conn: &mut Conn,
    meeting: MeetingId,
    chosen: &[String],
    actor: Actor,
    now: Moment,
) -> Result<usize> {
    let meeting = meetings::meeting(conn, meeting)?;
    let data = boards::data(conn, meeting.board)?;
    if !rules::mail_is_on(&data.board, now) {
        return Err(Error::Refused(Refusal::MailOff.said()));
    }
    let mut sent = 0;
    for mut want in late(conn, &meeting, &data, now)? {
        if !chosen.contains(&late_name(&want)) {
            continue;
        }
        want.due = now;
        let kind = want.key.kind;
        let scope = Scope {
            board: Some(meeting.board),
            object_id: meeting.id.as_str(),
            kinds: &[kind],
        };
        ledger::reconcile(conn, scope, &[], &[want], now)?;
        sent += 1;
    }
    if sent > 0 {
        let entry = Entry {
            board_id: Some(meeting.board),
            object_kind: "meeting",
            object_id: meeting.id.as_str(),
            object_version: meeting.version,
            action: "reminders-sent-late",
            changes: Vec::new(),
        };
        audit::record(conn, actor, now, &entry)?;
    }
    Ok(sent)
}

/// What a form calls a late reminder.
#[must_use]
pub fn late_name(want: &Wanted) -> String {
    format!("{}/{}", want.key.kind, want.key.slot)
}

/// Sends the calls whose deadline has come: what the secretariat does in a rehearsal where each does their part.
///
/// # Errors
/// When the database fails.
pub fn send_due(conn: &mut Conn, now: Moment) -> Result<()> {
    for (meeting, stage) in meetings::open_deadlines(conn, now)? {
        if stage != Stage::Notice {
            continue;
        }
        let board = meetings::meeting(conn, meeting)?.board;
        let draft = draft(conn, board, NoticeKind::Call, &[meeting], now)?;
        let ticked = |one: &&Candidate| rules::is_ticked(NoticeKind::Call, one);
        let to: Vec<PersonId> = (draft.candidates.iter().filter(ticked))
            .map(|one| one.person)
            .collect();
        let sending = Sending {
            id: draft.notice.id,
            board,
            kind: NoticeKind::Call,
            subject: Words::default(),
            paragraph: Words::default(),
            to,
            meetings: vec![meeting],
            versions: versions(&draft.meetings),
        };
        match send(conn, &sending, Actor::System, now) {
            // What has begun or is cancelled needs no call.
            Ok(()) | Err(Error::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// Writes a call as it went at `at` to everyone it would have gone to, and plans its occasion there: for a past that is
/// moved in. Nobody pressed anything here, so nothing is audited.
///
/// # Errors
/// When the database fails.
pub fn sent_before(
    conn: &mut Conn,
    meeting: MeetingId,
    by: Option<PersonId>,
    at: Moment,
) -> Result<NoticeId> {
    let board = meetings::meeting(conn, meeting)?.board;
    let draft = draft(conn, board, NoticeKind::Call, &[meeting], at)?;
    let ticked = |one: &&Candidate| rules::is_ticked(NoticeKind::Call, one);
    let to: Vec<(PersonId, Vec<MeetingId>)> = (draft.candidates.iter().filter(ticked))
        .map(|one| (one.person, one.meetings.clone()))
        .collect();
    store::add(conn, &draft.notice, &to, by, at)?;
    plan_it(conn, &draft, at)?;
    Ok(draft.notice.id)
}

fn record(conn: &mut Conn, notice: &Notice, actor: Actor, now: Moment) -> Result<()> {
    let entry = Entry {
        board_id: Some(notice.board),
        object_kind: "notice",
        object_id: notice.id.as_str(),
        object_version: 1,
        action: "notice-sent",
        changes: Vec::new(),
    };
    audit::record(conn, actor, now, &entry)
}

/// One occasion, due now; while the board's mail is off the ledger keeps it still.
fn plan_it(conn: &mut Conn, draft: &Draft, now: Moment) -> Result<()> {
    let notice = &draft.notice;
    let kind = notice.kind.occasion();
    let day = draft.meetings.first().map(Meeting::first_day);
    let wanted = Wanted {
        key: Key {
            kind,
            object_id: notice.id.to_string(),
            slot: "sent".to_owned(),
        },
        object_kind: "notice",
        about_day: day.unwrap_or_else(|| draft.data.board.today(now)),
        deadline: None,
        due: now,
        expires: rules::expires(notice.kind, &draft.meetings, &draft.data.board, now),
    };
    let scope = Scope {
        board: Some(notice.board),
        object_id: notice.id.as_str(),
        kinds: &[kind],
    };
    ledger::reconcile(conn, scope, &[], &[wanted], now)
}
