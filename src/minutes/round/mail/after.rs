//! The mails that follow an approval: that a colleague is to publish the minutes, and that they were corrected or withdrawn.
//!
//! Those who were told that the minutes are approved, and all who were there, are told of the last two, with the reason
//! that everyone reads on the page of the minutes.

use super::{Matter, To, readers};
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::mail::{Answer, Desk, Occasion};
use crate::minutes::publication::{Publication, PublicationState, store as publications};
use crate::minutes::round::{store, wording};

/// Minutes are made ready for a second person to publish.
pub const TO_PUBLISH: &str = "minutes-to-publish";
/// A correction is published.
pub const CORRECTED: &str = "minutes-corrected";
/// What was published is withdrawn.
pub const WITHDRAWN: &str = "minutes-withdrawn";

/// “Begrunnelse: Feil sats”.
pub(in crate::minutes::round) fn because(reason: &str, language: Language) -> (String, String) {
    (text(language, "round-mail-reason", &[]), reason.to_owned())
}

fn publication_of(conn: &mut Conn, occasion: &Occasion) -> Result<Publication> {
    let id: RowId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no publication"))?;
    publications::publication(conn, id)
}

/// Tells everyone of the secretariat but the one who made them ready.
pub(super) fn to_publish(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let of = publication_of(conn, occasion)?;
    let matter = Matter::of(conn, of.meeting)?;
    let holds = matter.round.as_ref().and_then(|round| round.approved);
    let is_current = holds.is_some_and(|one| one.number == of.number);
    if of.state != PublicationState::Asked || !is_current {
        return Ok(Answer::Fulfilled);
    }
    let mut to = matter.secretariat(conn, desk.now)?;
    to.retain(|one| one.person != Some(of.asked_by));
    // With nobody else there the minutes cannot come out, and that is an alarm.
    Ok(matter.letters(TO_PUBLISH, to, desk))
}

pub(super) fn corrected(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let of = publication_of(conn, occasion)?;
    if of.state != PublicationState::Published {
        return Ok(Answer::Fulfilled);
    }
    let reason = store::version(conn, of.meeting, of.number)?.reason;
    to_readers(conn, (CORRECTED, &of), &reason, desk)
}

pub(super) fn withdrawn(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let of = publication_of(conn, occasion)?;
    if of.state != PublicationState::Withdrawn {
        return Ok(Answer::Fulfilled);
    }
    to_readers(conn, (WITHDRAWN, &of), &of.reason, desk)
}

fn to_readers(
    conn: &mut Conn,
    (kind, of): (&'static str, &Publication),
    reason: &str,
    desk: &Desk<'_>,
) -> Result<Answer> {
    let matter = Matter::of(conn, of.meeting)?;
    let to = readers(conn, &matter, &[To::Attended, To::Board], desk.now)?;
    if to.is_empty() {
        // Of those who were there and those who sit on the board nobody has an address any more.
        return Ok(Answer::Fulfilled);
    }
    let also = |language| vec![because(reason, language)];
    Ok(matter.saying(&wording::passage(kind), &also, to, desk))
}
