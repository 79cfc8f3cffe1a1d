//! The web platform: who visits, what they may see, how a page looks, how a form is read. It knows no slice; each
//! hands in its routes, and what its objects are and whose they are.

pub mod access;
pub mod assets;
pub mod download;
pub mod error_pages;
pub mod file_names;
pub mod form;
pub mod layout;
pub mod paths;
pub mod pictures;
pub mod prose;
pub mod public_cache;
pub mod receiving;
pub mod ui;
pub mod upload;
pub mod view;
pub mod visit;

pub use access::{As, Insider, Keeper, Known, OfBoard, Reader, Reads, Roles, Secretary};
pub use form::{Form, OneClick, Posted};
pub use view::View;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::Moment;
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::files::Files;
use crate::jobs::Jobs;
use crate::mail::pass::PostOffice;
use crate::pdf::Press;
use access::{Clearance, ClearanceSource, RoleSource};
use maud::Markup;
use public_cache::PublicCache;
use std::collections::HashMap;
use std::sync::Arc;

/// What every handler may ask for; made once by `app.rs`. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub config: Arc<Config>,
    pub office: PostOffice,
    pub files: Files,
    /// Work that takes longer than a page may.
    pub jobs: Jobs,
    /// Typesets, and looks at the PDFs of others.
    pub press: Press,
    /// Each slice that gives roles adds its own to a reader.
    pub role_sources: Arc<[RoleSource]>,
    /// What later slices show on a board's page, in this order.
    pub board_panels: Arc<[BoardPanel]>,
    /// What later slices show on a meeting's page, in this order.
    pub meeting_panels: Arc<[MeetingPanel]>,
    /// What later slices show a visitor on the front page, in this order.
    pub front_panels: Arc<[FrontPanel]>,
    /// What later slices show on a case's page, in this order.
    pub case_panels: Arc<[CasePanel]>,
    /// What later slices say beside the cases on a meeting's agenda, in this order.
    pub agenda_marks: Arc<[AgendaMarks]>,
    /// What later slices show with the papers of each case of a meeting, in this order.
    pub room_marks: Arc<[AgendaMarks]>,
    /// What later slices show below a meeting's agenda, in this order.
    pub agenda_panels: Arc<[AgendaPanel]>,
    /// What a reader may read, by the slice that keeps closures and openings.
    pub clearance: ClearanceSource,
    /// Answers that are the same for everyone, as long as nothing has changed.
    pub public_cache: PublicCache,
}

/// A part of a board's page that a later slice reads and draws, so that the earlier one need not know it. It shows what
/// the reader of the view may see, and nothing where that is nothing.
pub type BoardPanel = fn(&mut Conn, &View, BoardId) -> Result<Markup>;

/// The same for a meeting's page.
pub type MeetingPanel = fn(&mut Conn, &View, MeetingId) -> Result<Markup>;
/// The same for the front page, of what everyone may see, and when time alone changes it.
pub type FrontPanel = fn(&mut Conn, &View) -> Result<(Markup, Option<Moment>)>;

/// The same for a case's page, which this reader may read.
pub type CasePanel = fn(&mut Conn, &View, &Reader, &Clearance, CaseId) -> Result<Panel>;

/// The same for the agenda of a meeting, which this reader may open.
pub type AgendaPanel = fn(&mut Conn, &View, &Reader, &Clearance, MeetingId) -> Result<Markup>;

/// A part of a page, and what is written when it is shown.
pub struct Panel {
    pub drawn: Markup,
    /// Such as that it is no longer new to its reader; none where there is nothing to write.
    pub then: Option<Then>,
}

/// What is written after a page was read; may run more than once.
pub type Then = Box<dyn Fn(&mut Conn) -> Result<()> + Send>;

impl From<Markup> for Panel {
    fn from(drawn: Markup) -> Self {
        Self { drawn, then: None }
    }
}

/// What a later slice says beside each case on a meeting's agenda, or among its papers, of what this reader may read.
pub type AgendaMarks =
    fn(&mut Conn, &View, &Clearance, MeetingId) -> Result<HashMap<CaseId, Markup>>;
