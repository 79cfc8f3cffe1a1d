//! The mail about deputies that a board may open in its own words, and how it would look. Who the deputy is stands
//! among the facts, so no placeholder names anybody.

use super::mail::{CALLED, Case, RECEIPT, RELEASED, calendar_user};
use super::{Replacement, ReplacementState};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, PersonId, ReplacementId};
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::Stage;
use crate::meetings::rules::deadlines;
use crate::meetings::wording::coming;

/// What a member is told of the deputy they named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Named,
    /// A standing deputy, whom nobody needs to confirm.
    Standing,
    Confirmed,
    Refused,
}

impl Told {
    const ALL: [Self; 4] = [Self::Named, Self::Standing, Self::Confirmed, Self::Refused];

    fn variant(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Standing => "standing",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
        }
    }
}

/// What boards may write, of the mail about deputies.
#[must_use]
pub fn worded() -> Worded {
    let receipts = Told::ALL.map(receipt);
    Worded {
        passages: [vec![called(), released()], receipts.to_vec()].concat(),
        preview: preview as Preview,
    }
}

fn passage(kind: &'static str, variant: &'static str, keys_of: [&str; 2]) -> Passage {
    let [subject, opening] = keys_of;
    Passage {
        kind,
        variant,
        subject: keys([subject]),
        opening: keys([opening]),
        names: &["board", "meeting", "mailbox"],
        needs: &[&["board"], &["meeting"]],
    }
}

/// What calls a deputy.
pub(super) fn called() -> Passage {
    passage(CALLED, USUAL, ["deputy-mail-subject", "deputy-mail-what"])
}

/// What lets a deputy go.
pub(super) fn released() -> Passage {
    let keys = ["deputy-mail-released-subject", "deputy-mail-released"];
    passage(RELEASED, USUAL, keys)
}

/// What the member is told.
pub(super) fn receipt(told: Told) -> Passage {
    let opening = match told {
        Told::Named => "deputy-mail-named",
        Told::Standing => "deputy-mail-standing",
        Told::Confirmed => "deputy-mail-confirmed",
        Told::Refused => "deputy-mail-refused",
    };
    let keys = ["deputy-mail-receipt-subject", opening];
    passage(RECEIPT, told.variant(), keys)
}

/// The letter about the board's next meeting; the deputy is made up.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let coming = coming(conn, asked, 1)?;
    let mut meetings = coming.meetings;
    let meeting = meetings.pop().ok_or(Error::NotFound)?;
    let line = deadlines(&meeting, &coming.data);
    let reply = line.iter().find(|deadline| deadline.stage == Stage::Reply);
    let case = Case {
        replacement: Replacement {
            id: ReplacementId::new(),
            meeting: meeting.id,
            appointment: AppointmentId::new(),
            person: PersonId::new(),
            name: text(asked.language, "wording-example-person", &[]),
            state: ReplacementState::Named,
            named_by: PersonId::new(),
        },
        reply_by: reply.map(|deadline| deadline.due_at),
        meeting,
        board: coming.data.board,
        wordings: asked.wordings.clone(),
        kinds: coming.kinds,
        sequence: 0,
        leads: false,
    };
    let (language, desk) = (asked.language, asked.desk);
    let deputy = calendar_user(&case.replacement.name, "");
    let told = |told: &Told| told.variant() == asked.passage.variant;
    let letter = match asked.passage.kind {
        CALLED => case.call(&deputy, language, desk),
        RELEASED => case.release(&deputy, language, desk),
        _ => {
            let told = Told::ALL.into_iter().find(told).ok_or(Error::NotFound)?;
            case.receipt(told, true, language, desk)
        }
    };
    Ok(Shown {
        letter,
        is_real: false,
    })
}
