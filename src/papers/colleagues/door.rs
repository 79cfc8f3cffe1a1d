//! What a colleague's link opens now. It is asked anew at every request, of the member as they are then: what the member
//! no longer reads, the colleague no longer reads either.

use super::{Colleague, rules, store};
use crate::boards::{Board, store as boards};
use crate::cases::store::{agenda, clearance};
use crate::cases::{Case, store as cases};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{CaseId, MeetingId, PaperId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::meetings::{Meeting, store as meetings};
use crate::papers::{Paper, Version, store as papers};
use crate::people::store as people;
use crate::web::access::Clearance;
use crate::web::{Reader, Roles};

/// A link that works.
pub struct Door {
    pub colleague: Colleague,
    /// The name of who let them in.
    pub member: String,
    /// Where answers to the member go.
    pub member_address: Option<String>,
    pub board: Board,
    pub meeting: Meeting,
    pub kinds: Vec<CodeWord>,
    /// Of the colleague: what was chosen for them and may be lent now.
    pub clearance: Clearance,
}

/// A case with what may be read of it.
pub type OfCase = (Case, Vec<(Paper, Option<Version>)>);

/// Opens a link; none when it was ended, the meeting is over, or the member may let nobody in any more.
///
/// # Errors
/// When the database fails.
pub fn open(conn: &mut Conn, colleague: Colleague, now: Moment) -> Result<Option<Door>> {
    let board = boards::board(conn, colleague.board)?;
    let meeting = meetings::meeting(conn, colleague.meeting)?;
    if colleague.ended_at.is_some() || rules::is_open(&board, &meeting, now).is_err() {
        return Ok(None);
    }
    let person = people::person(conn, colleague.named_by)?;
    let mut roles = Roles::default();
    boards::roles(conn, person.id, now, &mut roles)?;
    let member = Reader {
        id: person.id,
        name: person.name,
        language: person.language,
        roles,
        session: String::new(),
    };
    let reads = clearance::of(conn, &member, now)?;
    if !rules::may_name(&board, meeting.id, &member.roles, &reads) {
        return Ok(None);
    }
    let chosen = store::chosen(conn, colleague.id)?;
    Ok(Some(Door {
        clearance: store::lent(conn, meeting.id, &reads, Some(&chosen))?,
        kinds: code_words::list(conn, "meeting_kind")?,
        member: member.name,
        member_address: person.address,
        board,
        meeting,
        colleague,
    }))
}

/// The papers of a meeting that this clearance opens, case by case in the order of the agenda.
///
/// # Errors
/// When the database fails.
pub fn papers(conn: &mut Conn, at: MeetingId, clearance: &Clearance) -> Result<Vec<OfCase>> {
    let items = agenda::agenda(conn, at)?.items;
    let ids: Vec<CaseId> = items.iter().filter_map(|item| item.case).collect();
    let mut seen = cases::seen_among(conn, &ids, clearance)?;
    let mut found = papers::of_cases(conn, &ids, clearance)?;
    let all: Vec<PaperId> = found.values().flatten().map(|paper| paper.id).collect();
    let mut versions = papers::versions(conn, &all)?;
    let mut shown = |paper: Paper| {
        let versions = versions.remove(&paper.id).unwrap_or_default();
        let version = versions
            .into_iter()
            .find(|one| Some(one.number) == paper.published);
        (paper, version)
    };
    let in_order = ids.iter().filter_map(|id| {
        let own: Vec<Paper> = found.remove(id).filter(|own| !own.is_empty())?;
        Some((seen.remove(id)?, own.into_iter().map(&mut shown).collect()))
    });
    Ok(in_order.collect())
}
