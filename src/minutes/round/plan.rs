//! Sends drafts, takes and settles remarks, approves and corrects: each with its audit entry and its mail in one write.

mod correct;

pub use correct::{begin_correction, call_off_correction, end_correction, reword_correction};

use super::rules::{self, How, Refusal};
use super::store::{self, NewVersion, Out, remarks};
use super::{Remark, RemarkState, Round, Setting, Step, freeze, occasions};
use crate::audit::{self, Actor, Entry};
use crate::boards::{Board, store as boards};
use crate::cases::{minuted, plan::By};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::meetings::{Meeting, Stage, plan as meeting_plan, store as meetings};
use crate::minutes::access::{plan as access, store as accesses};
use crate::minutes::actions::plan as actions;
use crate::minutes::attendance::plan::{Lists, lists};
use crate::minutes::told::{Told, ToldItem};
use crate::web::View;
use crate::web::access::{Audience, Clearance};
use chrono::NaiveDate;

fn refused(refusal: Refusal) -> Error {
    Error::Refused(refusal.said())
}

/// What the secretariat sends out.
#[derive(Clone, Copy, Debug)]
pub struct Sending {
    pub meeting: MeetingId,
    pub remarks_on: NaiveDate,
    /// The version of the round that the form was filled from; 0 before there is one.
    pub known: i64,
}

/// Sends the draft out: it is kept as a version, everyone who was there may read what they may, and is told.
///
/// # Errors
/// `Stale` when someone sent it first, `Refused` with why not, or when the database fails.
pub fn send(conn: &mut Conn, view: &View, of: &Sending, by: By) -> Result<()> {
    let lists = lists(conn, of.meeting, by.now)?;
    let (meeting, board) = (&lists.meeting, &lists.data.board);
    let round = store::round(conn, of.meeting)?;
    let today = board.today(by.now);
    rules::may_send(meeting, round.as_ref(), today).map_err(refused)?;
    rules::check_day(meeting, of.remarks_on, today).map_err(Error::Refused)?;
    if rules::everyone(&lists.days).is_empty() {
        return Err(refused(Refusal::NobodyThere));
    }
    let (told, basis) = freeze::frozen(conn, view, (meeting.id, board.id))?;
    if told.texts().all(str::is_empty) {
        return Err(refused(Refusal::Empty));
    }
    access::prepare(conn, meeting.id)?;
    let number = keep(conn, meeting, Step::Draft, (&told, &basis, ""), by)?;
    let out = Out {
        meeting: meeting.id,
        board: board.id,
        draft: number,
        remarks_on: of.remarks_on,
        remarks_until: rules::end_of(board.zone, of.remarks_on),
        by: by.person,
        at: by.now,
        known: of.known,
    };
    store::put(conn, &out)?;
    accesses::show(conn, meeting.id, Audience::Members)?;
    open_items(conn, &lists, &told, by)?;
    actions::show(conn, meeting.id, by.now)?;
    let actor = Actor::Person(by.person);
    meeting_plan::mark(conn, meeting.id, Stage::Meeting, true, actor, by.now)?;
    meeting_plan::mark(conn, meeting.id, Stage::Draft, true, actor, by.now)?;
    // The draft has a last day for remarks of its own, and its own reminders.
    meeting_plan::pass(conn, meeting.id, Stage::Remarks, actor, by.now)?;
    let round = store::round(conn, meeting.id)?.ok_or(Error::NotFound)?;
    occasions::plan_sent(conn, board, meeting, &round, by.now)?;
    record(conn, meeting, "minutes-sent", number, actor, by.now)
}

/// Whoever was there reads the items they were there for until the minutes are approved.
fn open_items(conn: &mut Conn, lists: &Lists, told: &Told, by: By) -> Result<()> {
    let all: Vec<AgendaItemId> = told.items.iter().map(|item| item.item).collect();
    store::shut(conn, &all, by.now)?;
    // A stay may begin or end with a break, which is no item of the minutes.
    let items = lists.agenda.items.iter();
    let items: Vec<(AgendaItemId, usize)> = items.map(|item| (item.id, item.session)).collect();
    for who in rules::everyone(&lists.days) {
        let mut attended = rules::attended(&lists.days, &items, who);
        attended.retain(|item| all.contains(item));
        store::open_for(conn, who, &attended, by.person, by.now)?;
    }
    Ok(())
}

fn keep(
    conn: &mut Conn,
    meeting: &Meeting,
    step: Step,
    (told, basis, reason): (&Told, &str, &str),
    by: By,
) -> Result<i64> {
    let new = NewVersion {
        meeting: meeting.id,
        board: meeting.board,
        step,
        told,
        basis,
        reason,
        by: Some(by.person),
        at: by.now,
    };
    store::add_version(conn, &new)
}

/// What someone asks to have changed.
#[derive(Clone, Debug)]
pub struct NewRemark {
    /// Made with the form.
    pub id: RowId,
    pub meeting: MeetingId,
    pub item: Option<AgendaItemId>,
    /// The version that was read.
    pub draft: i64,
    pub content: String,
}

/// Takes a remark of someone who was there, and tells the secretariat.
///
/// # Errors
/// `NotFound` when the item is none that they may read, `Refused` with why not, or when the database fails.
pub fn remark(conn: &mut Conn, of: &NewRemark, reads: &Clearance, by: By) -> Result<()> {
    let lists = lists(conn, of.meeting, by.now)?;
    let round = store::round(conn, of.meeting)?;
    let was_there = rules::was_there(&lists.days, by.person);
    rules::may_remark(round.as_ref(), was_there).map_err(refused)?;
    let mut case = None;
    if let Some(item) = of.item {
        let known = accesses::of_meeting(conn, of.meeting)?;
        let own = known.get(&item).ok_or(Error::NotFound)?;
        if !reads.sees(&own.readable()) {
            return Err(Error::NotFound);
        }
        // Its case, whether it stands on the agenda still or not.
        let is_case = own.subject != item.cast();
        case = is_case.then(|| own.subject.cast());
    }
    let new = Remark {
        id: of.id,
        meeting: of.meeting,
        board: lists.meeting.board,
        item: of.item,
        case,
        draft: of.draft,
        person: by.person,
        who: String::new(),
        content: of.content.clone(),
        at: by.now,
        state: RemarkState::Open,
        answer: String::new(),
    };
    if !remarks::add(conn, &new)? {
        return Ok(());
    }
    occasions::plan_remark(conn, &new, by.now)?;
    let actor = Actor::Person(by.person);
    record(
        conn,
        &lists.meeting,
        "minutes-remarked",
        of.draft,
        actor,
        by.now,
    )
}

/// What becomes of a remark.
#[derive(Clone, Debug)]
pub struct Settling {
    pub meeting: MeetingId,
    pub remark: RowId,
    pub state: RemarkState,
    pub answer: String,
}

/// Settles a remark and tells its author.
///
/// # Errors
/// `NotFound` when there is none or it is about a case that is closed to who settles it, `Stale` when someone settled it
/// first, `Refused` with why not, or when the database fails.
pub fn settle(
    conn: &mut Conn,
    view: &View,
    of: &Settling,
    reads: &Clearance,
    by: By,
) -> Result<()> {
    let standing = remarks::remark(conn, of.remark)?;
    let is_closed = standing
        .case
        .is_some_and(|case| reads.closed.contains(&case.cast()));
    if standing.meeting != of.meeting || is_closed {
        return Err(Error::NotFound);
    }
    let answer = (of.state, of.answer.as_str());
    remarks::settle(conn, of.remark, answer, by.person, by.now)?;
    let meeting = meetings::meeting(conn, of.meeting)?;
    if of.state == RemarkState::Accepted {
        let round = store::round(conn, of.meeting)?.ok_or(Error::NotFound)?;
        // What its form said was read is never later than what is out.
        let read = standing.draft.clamp(1, round.draft);
        let before = store::version(conn, of.meeting, read)?.told;
        let (now, _) = freeze::frozen(conn, view, (meeting.id, meeting.board))?;
        rules::may_settle(&standing, of.state, (&before, &now)).map_err(refused)?;
    }
    occasions::plan_settled(conn, &standing, by.now)?;
    let actor = Actor::Person(by.person);
    record(
        conn,
        &meeting,
        "minutes-remark-settled",
        standing.draft,
        actor,
        by.now,
    )
}

/// The minutes as they were shown to who approves them.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub meeting: MeetingId,
    /// The version of the round.
    pub known: i64,
    /// How far what they are made from had come.
    pub basis: &'a str,
}

/// Approves the minutes of a meeting as they were shown.
///
/// # Errors
/// `Stale` when someone was first (an approval race) or anything was saved since, `Refused` with why not, or when the
/// database fails.
pub fn approve(conn: &mut Conn, view: &View, shown: &Shown<'_>, how: How, by: By) -> Result<()> {
    let (of, known) = (shown.meeting, shown.known);
    let meeting = meetings::meeting(conn, of)?;
    let board = boards::board(conn, meeting.board)?;
    let round = store::round(conn, of)?;
    if round.as_ref().is_some_and(|round| round.version != known) {
        return Err(Error::Stale);
    }
    let asked = remarks::of_meeting(conn, of)?;
    let (told, basis) = freeze::frozen(conn, view, (of, board.id))?;
    if round.is_some() && basis != shown.basis {
        return Err(Error::Stale);
    }
    let approval = store::setting(conn, board.id)?.approval;
    rules::may_approve(round.as_ref(), &asked, false, (how, approval), by.now).map_err(refused)?;
    let round = round.ok_or_else(|| refused(Refusal::NotSent))?;
    let by_meeting = match how {
        How::ByMeeting(id) => {
            let approving = meetings::meeting(conn, id)?;
            let today = board.today(by.now);
            rules::may_be_approved_by(&meeting, &approving, today).map_err(refused)?;
            Some(id)
        }
        How::BySilence | How::AfterRemarks => None,
    };
    access::prepare(conn, of)?;
    accesses::show(conn, of, Audience::Members)?;
    let number = keep(conn, &meeting, Step::Approved, (&told, &basis, ""), by)?;
    let who = (Some(by.person), by_meeting);
    approved(conn, (&board, &meeting), &round, number, who, by.now)?;
    follow(conn, &meeting, &told, who.0, by.now)
}

/// Approves several meetings' minutes by one item of a later meeting.
///
/// # Errors
/// As [`approve`]; then none is approved.
pub fn approve_several(
    conn: &mut Conn,
    view: &View,
    approving: MeetingId,
    minuted: &[(MeetingId, i64, String)],
    by: By,
) -> Result<()> {
    for (meeting, known, basis) in minuted {
        let shown = Shown {
            meeting: *meeting,
            known: *known,
            basis,
        };
        approve(conn, view, &shown, How::ByMeeting(approving), by)?;
    }
    Ok(())
}

/// Why minutes are not approved by silence now, if they are not.
///
/// # Errors
/// When the database fails.
pub fn stands_against_silence(
    conn: &mut Conn,
    of: MeetingId,
    now: Moment,
) -> Result<Option<Refusal>> {
    let Some(round) = store::round(conn, of)? else {
        return Ok(Some(Refusal::NotSent));
    };
    let asked = remarks::of_meeting(conn, of)?;
    let draft = store::version(conn, of, round.draft)?;
    let changed = draft.basis != store::basis(conn, of)?;
    let approval = store::setting(conn, round.board)?.approval;
    let how = (How::BySilence, approval);
    Ok(rules::may_approve(Some(&round), &asked, changed, how, now).err())
}

/// Approves the draft as it went out, because nobody has said anything until the time was over.
///
/// # Errors
/// When the database fails.
pub fn approve_by_silence(conn: &mut Conn, of: MeetingId, now: Moment) -> Result<()> {
    if stands_against_silence(conn, of, now)?.is_some() {
        return Ok(());
    }
    let Some(round) = store::round(conn, of)? else {
        return Ok(());
    };
    let meeting = meetings::meeting(conn, of)?;
    let board = boards::board(conn, meeting.board)?;
    let draft = store::version(conn, of, round.draft)?;
    let new = NewVersion {
        meeting: of,
        board: board.id,
        step: Step::Approved,
        told: &draft.told,
        basis: &draft.basis,
        reason: "",
        by: None,
        at: now,
    };
    let number = store::add_version(conn, &new)?;
    let who = (None, None);
    approved(conn, (&board, &meeting), &round, number, who, now)?;
    follow(conn, &meeting, &draft.told, None, now)
}

/// The cases that the minutes came to something in are dealt with, or postponed, without anyone pressing a button.
fn follow(
    conn: &mut Conn,
    meeting: &Meeting,
    told: &Told,
    by: Option<PersonId>,
    now: Moment,
) -> Result<()> {
    let outcome = |item: &ToldItem| Some((item.case?, item.outcome.as_ref()?.code.clone()));
    let outcomes: Vec<(CaseId, String)> = told.items.iter().filter_map(outcome).collect();
    let of = [("meeting", told.meeting.as_str().into())];
    let reason = text(told.language, "case-by-minutes", &of);
    minuted::follow(conn, meeting.id, &outcomes, &reason, (by, now))
}

/// What follows from an approval, however it came.
fn approved(
    conn: &mut Conn,
    (board, meeting): (&Board, &Meeting),
    round: &Round,
    number: i64,
    by: (Option<PersonId>, Option<MeetingId>),
    now: Moment,
) -> Result<()> {
    store::approve(conn, round, number, by, now)?;
    let known = accesses::of_meeting(conn, meeting.id)?;
    let items: Vec<AgendaItemId> = known.into_keys().collect();
    store::shut(conn, &items, now)?;
    occasions::plan_approved(conn, board, meeting, number, now)?;
    let actor = by.0.map_or(Actor::System, Actor::Person);
    record(conn, meeting, "minutes-approved", number, actor, now)
}

/// Lays down what holds for a board's minutes and its own pages.
///
/// # Errors
/// `Stale` when someone saved first, or when the database fails.
pub fn lay_down(conn: &mut Conn, of: BoardId, changed: &Setting, by: By) -> Result<()> {
    store::put_setting(conn, of, changed)?;
    let entry = Entry {
        board_id: Some(of),
        object_kind: "minutes_setting",
        object_id: of.as_str(),
        object_version: changed.version + 1,
        action: "minutes-settings",
        changes: Vec::new(),
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// The log says that it was done, not what was said.
fn record(
    conn: &mut Conn,
    meeting: &Meeting,
    action: &'static str,
    number: i64,
    actor: Actor,
    now: Moment,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind: "minutes_version",
        object_id: meeting.id.as_str(),
        object_version: number,
        action,
        changes: Vec::new(),
    };
    audit::record(conn, actor, now, &entry)
}
