//! Who may read the minutes of each item: whom they are meant for, and what was found under offentleglova.
//!
//! Nobody but the secretariat reads them before the draft is out; then the board's members, and when they are published
//! those whom they are meant for. An item is assessed on its own: what was said of an open case may be exempt.

pub mod pages;
pub mod plan;
pub mod routes;
pub mod rules;
pub mod store;

use crate::db::ids::{AgendaItemId, BoardId, MeetingId, RowId};
use crate::db::types::Moment;
use crate::web::access::{Assessment, Audience, Object};

/// Whom the minutes of one item are shown to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAccess {
    pub item: AgendaItemId,
    pub meeting: MeetingId,
    pub board: BoardId,
    /// Its case, whose closures shut it; the item itself where it is no case.
    pub subject: RowId,
    /// Whom they are meant for, once they are published.
    pub wanted: Audience,
    /// Whom they are shown to now.
    pub audience: Audience,
    pub assessment: Assessment,
    /// The provision it is exempt by: its row, and “offl. § 13”.
    pub basis: Option<(RowId, String)>,
    /// Whether the title is exempt, by its own assessment or by that of the case.
    pub title_exempt: bool,
    /// Whether the title was exempt when it last went out: it waits until it goes out again.
    pub title_waits: bool,
    pub open_from: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
    /// 0 before it is kept.
    pub version: i64,
}

impl ItemAccess {
    /// The same once it is published: shown to all whom it is meant for.
    #[must_use]
    pub fn once_out(&self) -> Self {
        Self {
            audience: self.wanted,
            ..self.clone()
        }
    }

    /// Whether it is meant for more than it is shown to: once its minutes are published, or published again.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.wanted > self.audience
    }

    /// What the decision about who may read it is made from.
    #[must_use]
    pub fn readable(&self) -> Object {
        Object {
            id: self.item.cast(),
            case: self.subject,
            meeting: Some(self.meeting),
            board: self.board,
            audience: self.audience,
            assessment: self.assessment,
            open_from: self.open_from,
            withdrawn_at: self.withdrawn_at,
        }
    }
}
