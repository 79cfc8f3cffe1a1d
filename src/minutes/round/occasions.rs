//! What a round of remarks asks the ledger for: that its draft is out, that the time ends and is over, remarks, approval.

use super::mail::{APPROVED, ENDING, REMARK, SENT, SETTLED, SILENCE};
use super::store::{self, remarks};
use super::{Remark, Round};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::mail::ledger::{self, Scope};
use crate::mail::{Key, Occasion, OccasionState, Wanted};
use crate::meetings::Meeting;
use crate::meetings::occasions::REMINDER_TIME;
use chrono::{Days, Duration, NaiveDate};

/// How long a mail about a click is worth sending.
const WORTH_TELLING: Duration = Duration::days(14);
/// How long after an answer to a remark its mail waits for the next one.
pub const GATHERED: Duration = Duration::minutes(10);

fn wanted(
    kind: &'static str,
    (object_kind, object_id): (&'static str, String),
    slot: String,
    about_day: NaiveDate,
    (due, expires): (Moment, Moment),
) -> Wanted {
    Wanted {
        key: Key {
            kind,
            object_id,
            slot,
        },
        object_kind,
        about_day,
        deadline: None,
        due,
        expires,
    }
}

fn reconcile(
    conn: &mut Conn,
    (board, object): (BoardId, &str),
    kinds: &[&'static str],
    wanted: &[Wanted],
    now: Moment,
) -> Result<()> {
    let scope = Scope {
        board: Some(board),
        object_id: object,
        kinds,
    };
    let standing = ledger::of_object(conn, object)?;
    ledger::reconcile(conn, scope, &standing, wanted, now)
}

/// Plans what follows from a draft that is out: its mail, the reminder, and the end of the time for remarks.
///
/// # Errors
/// When the database fails.
pub fn plan_sent(
    conn: &mut Conn,
    board: &Board,
    meeting: &Meeting,
    round: &Round,
    now: Moment,
) -> Result<()> {
    let told = wanted(
        SENT,
        ("meeting", meeting.id.to_string()),
        format!("draft-{}", round.draft),
        round.remarks_on,
        (now, round.remarks_until.max(now + Duration::hours(1))),
    );
    reconcile(conn, (board.id, meeting.id.as_str()), &[SENT], &[told], now)?;
    replan(conn, board, round, now)
}

/// Derives the reminder and the end of one round.
fn replan(conn: &mut Conn, board: &Board, round: &Round, now: Moment) -> Result<()> {
    let object = || ("meeting", round.meeting.to_string());
    let slot = format!("draft-{}", round.draft);
    let mut all = Vec::new();
    if round.approved.is_none() {
        let day = board.calendar.on_or_before(round.remarks_on - Days::new(2));
        let due = crate::calendar::moment_of(board.zone, day, REMINDER_TIME).into();
        let until = round.remarks_until;
        if due > round.sent_at {
            all.push(wanted(
                ENDING,
                object(),
                slot.clone(),
                round.remarks_on,
                (due, until),
            ));
        }
        let ends = (until, until + WORTH_TELLING);
        all.push(wanted(SILENCE, object(), slot, round.remarks_on, ends));
    }
    let of = (board.id, round.meeting.as_str());
    reconcile(conn, of, &[ENDING, SILENCE], &all, now)
}

/// Derives what the rounds of one board ask for. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    let open = store::open(conn, board)?;
    if open.is_empty() {
        return Ok(());
    }
    let board = boards::board(conn, board)?;
    open.iter()
        .try_for_each(|round| replan(conn, &board, round, now))
}

/// Tells the secretariat that a remark was made.
///
/// # Errors
/// When the database fails.
pub fn plan_remark(conn: &mut Conn, of: &Remark, now: Moment) -> Result<()> {
    let day = boards::board(conn, of.board)?.today(now);
    let told = wanted(
        REMARK,
        ("remark", of.id.to_string()),
        REMARK.to_owned(),
        day,
        (now, now + WORTH_TELLING),
    );
    reconcile(conn, (of.board, of.id.as_str()), &[REMARK], &[told], now)
}

/// Tells someone what came of their remarks: the mail waits for more answers to the same person, which it tells of too.
///
/// It stands under the first of their remarks on these minutes; once it has gone, the next answer plans another.
///
/// # Errors
/// When the database fails.
pub fn plan_settled(conn: &mut Conn, of: &Remark, now: Moment) -> Result<()> {
    let day = boards::board(conn, of.board)?.today(now);
    let all = remarks::of_meeting(conn, of.meeting)?;
    let first = all.iter().find(|one| one.person == of.person);
    let first = first.map_or(of.id, |one| one.id);
    let standing = ledger::of_object(conn, first.as_str())?.into_iter();
    let gone = standing.filter(|one| one.kind == SETTLED && one.state != OccasionState::Planned);
    let due = now + GATHERED;
    let told = wanted(
        SETTLED,
        ("remark", first.to_string()),
        format!("{SETTLED}-{}", gone.count()),
        day,
        (due, due + WORTH_TELLING),
    );
    reconcile(conn, (of.board, first.as_str()), &[SETTLED], &[told], now)
}

/// Tells that minutes are approved, and withdraws what the round still asks for.
///
/// # Errors
/// When the database fails.
pub fn plan_approved(
    conn: &mut Conn,
    board: &Board,
    meeting: &Meeting,
    number: i64,
    now: Moment,
) -> Result<()> {
    let told = wanted(
        APPROVED,
        ("meeting", meeting.id.to_string()),
        format!("version-{number}"),
        board.today(now),
        (now, now + WORTH_TELLING),
    );
    let of = (board.id, meeting.id.as_str());
    reconcile(conn, of, &[SENT, ENDING, APPROVED], &[told], now)?;
    // While silence itself approves, its occasion is being settled.
    let silent = ledger::of_object(conn, meeting.id.as_str())?;
    let waits = |one: &Occasion| one.kind != SILENCE || one.due > now;
    let silent: Vec<Occasion> = silent.into_iter().filter(waits).collect();
    let scope = Scope {
        board: Some(board.id),
        object_id: meeting.id.as_str(),
        kinds: &[SILENCE],
    };
    ledger::reconcile(conn, scope, &silent, &[], now)
}
