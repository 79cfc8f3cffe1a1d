//! The ledger's lists, and the two things a person may do there: send a dead letter again, and let an occasion be
//! told again. Both are compare-and-set, and both are audited.

use super::lines::occasion_lines;
use super::{PlaceRow, place, places};
use crate::audit::{self, Actor, Change, Entry};
use crate::db::ids::{BoardId, MessageId, OccasionId, OrganisationId, PersonId};
use crate::db::schema::{board, delivery, message, occasion, organisation, person};
use crate::db::types::Moment;
use crate::db::{Conn, among};
use crate::desk::{MessageLine, OccasionLine, Place, Try, WholeMessage, rules};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::mail::ledger::{Message, Occasion};
use crate::mail::letter::{self, Links};
use crate::mail::{MessageState, OccasionState, Outcome, compose};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// How many rows a list shows.
pub const MOST: i64 = 50;
/// With more boards than this, a list is read by date and looked through; with fewer, board by board.
const MANY: usize = 100;

/// Whose mail a list is of.
#[derive(Clone, Debug)]
pub enum Of {
    Boards(Vec<BoardId>),
    /// Mail of no board.
    Nobody,
}

/// Occasions to come, soonest first.
///
/// # Errors
/// When the database fails.
pub fn coming(conn: &mut Conn, of: &Of) -> Result<Vec<OccasionLine>> {
    let all = occasion::table
        .filter(sql::<Bool>("occasion.state = 'planned'"))
        .order((occasion::due.asc(), occasion::id.asc()))
        .limit(MOST)
        .select(Occasion::as_select());
    let rows = match of {
        Of::Boards(boards) if boards.len() > MANY => all
            .filter(among(occasion::board_id, boards).past_index())
            .load(conn)?,
        Of::Boards(boards) => all.filter(among(occasion::board_id, boards)).load(conn)?,
        Of::Nobody => all.filter(occasion::board_id.is_null()).load(conn)?,
    };
    occasion_lines(conn, rows)
}

/// Occasions that had nobody, or could not be told; the latest first.
///
/// # Errors
/// When the database fails.
pub fn alarms(conn: &mut Conn, of: &Of) -> Result<Vec<OccasionLine>> {
    let all = occasion::table
        .filter(sql::<Bool>("occasion.state IN ('nobody', 'broken')"))
        .order((occasion::settled_at.desc(), occasion::id.asc()))
        .limit(MOST)
        .select(Occasion::as_select());
    let rows = match of {
        Of::Boards(boards) => all
            .filter(among(occasion::board_id, boards).past_index())
            .load(conn)?,
        Of::Nobody => all.filter(occasion::board_id.is_null()).load(conn)?,
    };
    occasion_lines(conn, rows)
}

/// What a list shows of a message.
#[derive(Queryable, Selectable)]
#[diesel(table_name = message)]
pub(super) struct LineRow {
    id: MessageId,
    board_id: Option<BoardId>,
    person_id: Option<PersonId>,
    name: String,
    address: String,
    subject: String,
    state: MessageState,
    attempts: i64,
    not_before: Moment,
    handed_over_at: Option<Moment>,
    last_answer: String,
    created_at: Moment,
}

pub(super) fn message_lines(
    conn: &mut Conn,
    rows: Vec<(LineRow, String)>,
) -> Result<Vec<MessageLine>> {
    let at = places(conn, rows.iter().filter_map(|(row, _)| row.board_id))?;
    rows.into_iter()
        .map(|(row, kind)| {
            Ok(MessageLine {
                board: row.board_id.map(|board| at.of(board)).transpose()?,
                id: row.id,
                kind,
                name: row.name,
                address: row.address,
                person: row.person_id,
                subject: row.subject,
                state: row.state,
                attempts: row.attempts,
                not_before: row.not_before,
                handed_over_at: row.handed_over_at,
                last_answer: row.last_answer,
                created_at: row.created_at,
            })
        })
        .collect()
}

/// Which messages a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Waiting,
    HandedOver,
    Dead,
}

impl Which {
    /// As it stands in the partial indexes: a bound value would not match them.
    fn condition(self) -> &'static str {
        match self {
            Self::Waiting => "message.state IN ('queued', 'claimed')",
            Self::HandedOver => "message.state = 'handed_over'",
            Self::Dead => "message.state = 'dead'",
        }
    }
}

/// Messages of one list, the latest first, older than `before`: ids sort by the time they were made.
///
/// # Errors
/// When the database fails.
pub fn messages(
    conn: &mut Conn,
    of: &Of,
    which: Which,
    before: Option<MessageId>,
) -> Result<Vec<MessageLine>> {
    // No id is greater than this one.
    let before = before.map_or_else(|| "g".to_owned(), |id| id.to_string());
    let all = message::table
        .inner_join(occasion::table)
        .filter(sql::<Bool>(which.condition()))
        .filter(message::id.lt(before))
        .order(message::id.desc())
        .limit(MOST + 1)
        .select((LineRow::as_select(), occasion::kind));
    let rows: Vec<(LineRow, String)> = match (of, which) {
        (Of::Boards(boards), Which::HandedOver) if boards.len() <= MANY => {
            all.filter(among(message::board_id, boards)).load(conn)?
        }
        (Of::Boards(boards), _) => all
            .filter(among(message::board_id, boards).past_index())
            .load(conn)?,
        (Of::Nobody, _) => all.filter(message::board_id.is_null()).load(conn)?,
    };
    message_lines(conn, rows)
}

fn board_of(conn: &mut Conn, id: Option<BoardId>) -> Result<Option<Place>> {
    let at = places(conn, id.into_iter())?;
    id.map(|id| at.of(id)).transpose()
}

/// These boards by name, for choosing among them.
///
/// # Errors
/// When the database fails.
pub fn choices(conn: &mut Conn, boards: &[BoardId]) -> Result<Vec<Place>> {
    let rows: Vec<PlaceRow> = board::table
        .filter(among(board::id, boards))
        .order(board::slug.asc())
        .select((board::id, board::name, board::zone))
        .load(conn)?;
    rows.into_iter().map(place).collect()
}

/// One occasion.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn occasion(conn: &mut Conn, id: OccasionId) -> Result<OccasionLine> {
    let occasion: Occasion = occasion::table
        .find(id)
        .select(Occasion::as_select())
        .first(conn)?;
    let mut lines = occasion_lines(conn, vec![occasion])?;
    lines.pop().ok_or(Error::NotFound)
}

/// The messages an occasion made, by name.
///
/// # Errors
/// When the database fails.
pub fn messages_of(conn: &mut Conn, id: OccasionId) -> Result<Vec<MessageLine>> {
    let rows: Vec<(LineRow, String)> = message::table
        .inner_join(occasion::table)
        .filter(message::occasion_id.eq(id))
        .order((message::name.asc(), message::id.asc()))
        .select((LineRow::as_select(), occasion::kind))
        .load(conn)?;
    message_lines(conn, rows)
}

/// One message with its letter and its tries.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn message(conn: &mut Conn, id: MessageId) -> Result<WholeMessage> {
    let message: Message = message::table
        .find(id)
        .select(Message::as_select())
        .first(conn)?;
    let occasion: Occasion = occasion::table
        .find(message.occasion_id)
        .select(Occasion::as_select())
        .first(conn)?;
    let tries: Vec<(i64, Moment, Outcome, String)> = delivery::table
        .filter(delivery::message_id.eq(id))
        .order((delivery::at.asc(), delivery::id.asc()))
        .select((
            delivery::attempt,
            delivery::at,
            delivery::outcome,
            delivery::answer,
        ))
        .load(conn)?;
    let language = Language::from_tag(&message.language).unwrap_or(Language::NB);
    let text = letter::plain(&compose::letter_of(&message)?, Links::Hidden(language));
    let board = board_of(conn, message.board_id)?;
    let tries = tries
        .into_iter()
        .map(|(attempt, at, outcome, answer)| Try {
            attempt,
            at,
            outcome,
            answer,
        })
        .collect();
    Ok(WholeMessage {
        message,
        text,
        occasion,
        board,
        tries,
    })
}

/// The address that stands in the register now, for the one the message is to.
fn address_now(conn: &mut Conn, sent: &Message) -> Result<String> {
    let organisation = (sent.recipient.strip_prefix("organisation:"))
        .and_then(|id| id.parse::<OrganisationId>().ok());
    let standing: Option<Option<String>> = match (sent.person_id, organisation) {
        (Some(id), _) => (person::table.find(id).select(person::address))
            .first(conn)
            .optional()?,
        (None, Some(id)) => (organisation::table.find(id).select(organisation::mailbox))
            .first(conn)
            .optional()?,
        (None, None) => None,
    };
    Ok(standing.flatten().unwrap_or_else(|| sent.address.clone()))
}

/// Puts a dead letter back in the queue, to the address that stands in the register now. It keeps its row and its
/// Message-ID: the server never took it over.
///
/// # Errors
/// `Stale` when it is no longer dead.
pub fn resend(conn: &mut Conn, sent: &Message, actor: Actor, now: Moment) -> Result<()> {
    let dead = message::table.filter(
        message::id
            .eq(sent.id)
            .and(message::state.eq(MessageState::Dead)),
    );
    let address = address_now(conn, sent)?;
    let changed = diesel::update(dead)
        .set((
            message::address.eq(&address),
            message::state.eq(MessageState::Queued),
            message::attempts.eq(0),
            message::not_before.eq(now),
            message::claimed_by.eq(""),
            message::expires.eq(rules::extended(sent.expires, now)),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    let entry = Entry {
        board_id: sent.board_id,
        object_kind: "message",
        object_id: sent.id.as_str(),
        object_version: 0,
        action: "message-resent",
        changes: Change::of("ledger-state", &MessageState::Dead, &MessageState::Queued)
            .into_iter()
            .collect(),
    };
    audit::record(conn, actor, now, &entry)
}

/// Plans an occasion again that had nobody, or could not be told: due now.
///
/// # Errors
/// `Stale` when it stands otherwise by now.
pub fn try_again(conn: &mut Conn, told: &Occasion, actor: Actor, now: Moment) -> Result<()> {
    let failed = occasion::table
        .filter(occasion::id.eq(told.id))
        .filter(occasion::state.eq_any([OccasionState::Nobody, OccasionState::Broken]));
    let changed = diesel::update(failed)
        .set((
            occasion::state.eq(OccasionState::Planned),
            occasion::why.eq(""),
            occasion::due.eq(now),
            occasion::expires.eq(rules::extended(told.expires, now)),
            occasion::settled_at.eq(None::<Moment>),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    let entry = Entry {
        board_id: told.board_id,
        object_kind: "occasion",
        object_id: told.id.as_str(),
        object_version: 0,
        action: "occasion-tried-again",
        changes: Change::of("ledger-state", &told.state, &OccasionState::Planned)
            .into_iter()
            .collect(),
    };
    audit::record(conn, actor, now, &entry)
}
