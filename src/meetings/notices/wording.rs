//! The notices that a board may open in its own words, and how one would look. A message has no words but the
//! secretariat's.

use super::letters::{Around, Reader};
use super::mail::letter_to;
use super::{About, Candidate, Notice, NoticeKind, Told};
use crate::db::Conn;
use crate::db::ids::{NoticeId, PersonId};
use crate::db::types::Words;
use crate::error::Result;
use crate::mail::wording::{Asked, Passage, Preview, Shown, USUAL, Worded, keys};
use crate::meetings::Stage;
use crate::meetings::rules::deadlines;
use crate::meetings::wording::{Coming, coming};
use crate::web::access::Role;
use chrono::Duration;

/// How a notice is written, as far as its own words go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    SaveTheDate,
    /// The days of several meetings.
    Year,
    /// A call that asks for an answer by a day.
    CallAsked,
    /// A call that asks for an answer, whose day has passed or never was.
    CallOpen,
    /// A call to those who are not asked to come.
    CallKnow,
    /// A change of day.
    Moved,
    /// Any other change.
    Changed,
    Cancelled,
}

impl Variant {
    const ALL: [Self; 8] = [
        Self::SaveTheDate,
        Self::Year,
        Self::CallAsked,
        Self::CallOpen,
        Self::CallKnow,
        Self::Moved,
        Self::Changed,
        Self::Cancelled,
    ];

    fn kind(self) -> NoticeKind {
        match self {
            Self::SaveTheDate | Self::Year => NoticeKind::SaveTheDate,
            Self::CallAsked | Self::CallOpen | Self::CallKnow => NoticeKind::Call,
            Self::Moved | Self::Changed => NoticeKind::Change,
            Self::Cancelled => NoticeKind::Cancellation,
        }
    }

    /// What may be written, and what we write.
    #[must_use]
    pub fn passage(self) -> Passage {
        let (variant, subject, opening) = match self {
            Self::SaveTheDate => (
                "one",
                "notice-mail-subject-save-the-date",
                "notice-mail-save-the-date",
            ),
            Self::Year => (
                "several",
                "notice-mail-subject-year",
                "notice-mail-save-the-date",
            ),
            Self::CallAsked => (
                "asked",
                "notice-mail-subject-call-reply",
                "notice-mail-call",
            ),
            Self::CallOpen => ("asked-open", "notice-mail-subject-call", "notice-mail-call"),
            Self::CallKnow => ("know", "notice-mail-subject-call", "notice-mail-call-know"),
            Self::Moved => ("moved", "notice-mail-subject-moved", "notice-mail-change"),
            Self::Changed => (
                "changed",
                "notice-mail-subject-change",
                "notice-mail-change",
            ),
            Self::Cancelled => (
                USUAL,
                "notice-mail-subject-cancellation",
                "notice-mail-cancellation",
            ),
        };
        Passage {
            kind: self.kind().occasion(),
            variant,
            subject: keys([subject]),
            opening: keys([opening]),
            names: match self {
                Self::Year => &["board", "year", "mailbox"],
                Self::CallAsked => &["board", "meeting", "due", "deadline", "mailbox"],
                Self::Moved => &["board", "meeting", "before", "mailbox"],
                _ => &["board", "meeting", "mailbox"],
            },
            needs: match self {
                Self::Year => &[&["board"], &["year"]],
                _ => &[&["board"], &["meeting"]],
            },
        }
    }
}

/// What boards may write, of the notices.
#[must_use]
pub fn worded() -> Worded {
    Worded {
        passages: Variant::ALL.map(Variant::passage).to_vec(),
        preview: preview as Preview,
    }
}

/// A member's letter about the board's next meeting, or its next ones.
fn preview(conn: &mut Conn, asked: &Asked<'_>) -> Result<Shown> {
    let is_asked_for = |it: &Variant| {
        let passage = it.passage();
        (passage.kind, passage.variant) == (asked.passage.kind, asked.passage.variant)
    };
    let variant = Variant::ALL.into_iter().find(is_asked_for);
    let variant = variant.ok_or(crate::error::Error::NotFound)?;
    let wanted = if variant == Variant::Year { 2 } else { 1 };
    let coming = coming(conn, asked, wanted)?;
    let (notice, is_real) = notice(variant, &coming, asked);
    let is_asked = !matches!(variant, Variant::CallKnow);
    let candidate = Candidate {
        person: PersonId::new(),
        name: String::new(),
        address: None,
        language: asked.language,
        role: Some(Role::Member),
        is_deputy: false,
        meetings: coming.meetings.iter().map(|meeting| meeting.id).collect(),
        had_it: None,
        was_told: false,
        owes_answer: is_asked,
    };
    let reader = Reader {
        language: asked.language,
        role: Some(if is_asked {
            Role::Member
        } else {
            Role::Observer
        }),
        is_deputy: false,
        is_asked: is_asked && notice.kind.asks(),
        opens_pages: true,
    };
    let around = Around {
        board: &coming.data.board,
        wordings: asked.wordings,
        kinds: &coming.kinds,
        base_url: asked.desk.base_url,
    };
    Ok(Shown {
        letter: letter_to(&notice, &candidate, reader, &around),
        is_real: coming.is_real && is_real,
    })
}

/// The notice, and whether the board has all that it tells of.
fn notice(variant: Variant, coming: &Coming, asked: &Asked<'_>) -> (Notice, bool) {
    let mut is_real = true;
    let about = coming.meetings.iter().map(|meeting| {
        let line = deadlines(meeting, &coming.data);
        let reply = line.iter().find(|deadline| deadline.stage == Stage::Reply);
        let mut reply_by = reply.map(|deadline| deadline.due_at);
        match variant {
            Variant::CallOpen => reply_by = None,
            Variant::CallAsked if reply_by.is_none() => {
                is_real = false;
                reply_by = Some(asked.desk.now);
            }
            _ => {}
        }
        let told = Told::of(meeting, reply_by, 0);
        let mut before = told.clone();
        if variant == Variant::Moved {
            // Nobody has moved it: the day before is made up.
            is_real = false;
            for session in &mut before.sessions {
                session.day -= Duration::days(7);
            }
        }
        let corrects = matches!(
            variant,
            Variant::Moved | Variant::Changed | Variant::Cancelled
        );
        About {
            meeting: meeting.clone(),
            before: corrects.then_some(before),
            stand_in: None,
            told,
        }
    });
    let notice = Notice {
        id: NoticeId::new(),
        board: asked.board,
        kind: variant.kind(),
        subject: Words::default(),
        paragraph: Words::default(),
        at: asked.desk.now,
        meetings: about.collect(),
    };
    (notice, is_real)
}
