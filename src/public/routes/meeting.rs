//! The minutes of a meeting that are out: the page, each version, and the document.

use super::{Shown, answer, clearance, gone, of_meeting, titles};
use crate::boards::store as boards;
use crate::db::ids::{AgendaItemId, MeetingId, RowId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::i18n::text;
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::access::{ItemAccess, store as accesses};
use crate::minutes::decisions::{Decided, store as decisions};
use crate::minutes::publication::{Publication, PublicationState, store as publications};
use crate::minutes::round::routes::shown_to;
use crate::minutes::round::store as rounds;
use crate::minutes::told::head::Head;
use crate::minutes::told::{Standing, Told, document as documents};
use crate::papers::pack::routes::{file_name, made_now};
use crate::public::pages::meeting::{self as pages, MeetingPage, OutVersion, Withdrawn};
use crate::public::rules::{self, Found, Reach, marks};
use crate::public::store;
use crate::web::access::Clearance;
use crate::web::public_cache::Keep;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use std::collections::{HashMap, HashSet};

/// What is at the address of a meeting.
#[expect(clippy::large_enum_variant, reason = "there is one for each answer")]
enum Read {
    Page(Box<MeetingPage>, Option<Moment>),
    Withdrawn(Withdrawn),
}

/// What is known of a meeting and of what one reader may read of it.
struct Known {
    meeting: Meeting,
    /// Its publications, the newest first.
    all: Vec<Publication>,
    reads: Clearance,
    reach: Reach,
    /// The version asked for, cut to what the reader may read, where it can be read.
    told: Option<(Told, i64)>,
    /// From when the reader may read what is only deferred to them.
    later: HashMap<AgendaItemId, Moment>,
}

/// The version asked for; none is the one that holds.
fn known(conn: &mut Conn, view: &View, of: &str, number: Option<i64>) -> Result<Known> {
    let of: MeetingId = of.parse().map_err(|_not_an_id| Error::NotFound)?;
    let meeting = meetings::meeting(conn, of)?;
    let reads = clearance(conn, view)?;
    let all = publications::of_meeting(conn, of)?;
    let items = accesses::of_meeting(conn, of)?;
    let mut reads_any = items.values().any(|one| reads.sees(&one.readable()));
    let (mut told, mut later) = (None, HashMap::new());
    let is_out = |one: &&Publication| one.state == PublicationState::Published;
    if let Some(standing) = all.iter().find(is_out) {
        let number = number.unwrap_or(standing.number);
        if rules::readable(&all).iter().any(|one| one.number == number) {
            let (cut, any) = version_for(conn, (of, number), (&all, &items), &reads)?;
            reads_any = any;
            if number == standing.number {
                later = marks::open_later(&items, &reads);
            }
            let cut = titles::left_out(conn, view, &meeting, cut)?;
            told = Some((marks::together(cut, &later), number));
        }
    }
    let would_read = || items.values().any(|one| rules::would_see(one, &reads));
    let reach = Reach {
        is_shown: store::is_shown(conn, meeting.board, &reads)?,
        reads_any,
        would_read: view.reader.is_some() && would_read(),
    };
    Ok(Known {
        meeting,
        all,
        reads,
        reach,
        told,
        later,
    })
}

/// A version as this reader may read it, with whether there is anything that they read.
fn version_for(
    conn: &mut Conn,
    (of, number): (MeetingId, i64),
    (all, items): (&[Publication], &HashMap<AgendaItemId, ItemAccess>),
    reads: &Clearance,
) -> Result<(Told, bool)> {
    let version = rounds::version(conn, of, number)?;
    let Some(replaced) = rules::replaced_at(all, number) else {
        return Ok(shown_to(&version.told, items, reads));
    };
    let assessed = store::assessed(conn, items.keys().map(|id| id.cast()))?;
    let then = rules::as_replaced(items, &assessed, replaced);
    Ok(shown_to(&version.told, &then, reads))
}

fn read(conn: &mut Conn, view: &View, of: &str, number: Option<i64>) -> Result<Read> {
    let known = known(conn, view, of, number)?;
    let Known {
        meeting,
        all,
        reads,
        reach,
        told,
        later,
    } = known;
    let was = |number| rules::withdrawn_version(&all, number, reach).ok_or(Error::NotFound);
    match (rules::found(&all, reach), told) {
        (Found::Minutes(_), Some((told, number))) => {
            let bare = page(conn, meeting, &reads)?;
            let page = out(conn, (bare, &all), (told, number))?;
            let decided = decided(conn, &page, &reads)?;
            let page = MeetingPage {
                later,
                decided,
                ..page
            };
            let until = store::next_opening(conn, view.now)?;
            Ok(Read::Page(Box::new(page), until))
        }
        // A version that was taken back, while another one is out.
        (Found::Minutes(standing), None) => {
            let was = was(number.unwrap_or(standing.number))?;
            Ok(Read::Withdrawn(withdrawn(conn, meeting, was, true)?))
        }
        (Found::Meeting, _) if number.is_none() => {
            let page = page(conn, meeting, &reads)?;
            let opening = store::next_opening(conn, view.now)?;
            let end = marks::next_end([&page.meeting], page.board.zone, view.now);
            let until = opening.into_iter().chain(end).min();
            Ok(Read::Page(Box::new(page), until))
        }
        (Found::Withdrawn(last), _) => {
            let was = number.map_or(Ok(last), was)?;
            let is_known = reach.is_shown || store::has_minutes(conn, meeting.board, &reads)?;
            Ok(Read::Withdrawn(withdrawn(conn, meeting, was, is_known)?))
        }
        _ => Err(Error::NotFound),
    }
}

/// The page with a version of the minutes, which says which one it is.
fn out(
    conn: &mut Conn,
    (page, all): (MeetingPage, &[Publication]),
    (mut told, number): (Told, i64),
) -> Result<MeetingPage> {
    let lines = rounds::lines(conn, page.meeting.id)?;
    let versions = versions(all, &lines);
    let published = versions.iter().find(|one| one.number == number);
    let head = Head {
        published_on: published.map(|one| page.board.today(one.at)),
        ..Head::of(number, &lines, &|at| page.board.today(at))
    };
    told.facts.push(head.fact(told.language));
    Ok(MeetingPage {
        told: Some(told),
        number,
        head,
        versions,
        ..page
    })
}

/// What the owner of the board decided on the items of the version that holds; of an older one that is not told.
fn decided(
    conn: &mut Conn,
    page: &MeetingPage,
    reads: &Clearance,
) -> Result<HashMap<AgendaItemId, Decided>> {
    let told = page.told.as_ref().filter(|_| page.number == page.newest());
    let items = told.map_or(&[][..], |told| &told.items);
    decisions::of_items(conn, items.iter().map(|item| item.item), reads)
}

/// What the page has besides the minutes.
fn page(conn: &mut Conn, meeting: Meeting, reads: &Clearance) -> Result<MeetingPage> {
    let board = boards::board(conn, meeting.board)?;
    let place = (board.id, meeting.id, meeting.first_day());
    let (before, after) = store::neighbours(conn, place, reads)?;
    let ids: Vec<MeetingId> = [before, after].into_iter().flatten().collect();
    let around = meetings::chosen(conn, &ids)?;
    let one = |id: Option<MeetingId>| around.iter().find(|one| Some(one.id) == id).cloned();
    Ok(MeetingPage {
        board,
        kinds: code_words::list(conn, "meeting_kind")?,
        told: None,
        later: HashMap::new(),
        decided: HashMap::new(),
        number: 0,
        head: Head::default(),
        versions: Vec::new(),
        before: one(before),
        after: one(after),
        meeting,
    })
}

/// The versions that are out, the newest first, with the reason of each correction.
fn versions(all: &[Publication], lines: &[rounds::VersionLine]) -> Vec<OutVersion> {
    let version = |one: &Publication| {
        let on = rules::published_on(all, one.number);
        let (at, again) = on.unwrap_or((one.asked_at, None));
        let line = lines.iter().find(|line| line.number == one.number);
        OutVersion {
            number: one.number,
            at,
            again,
            reason: line.map(|line| line.reason.clone()).unwrap_or_default(),
        }
    };
    rules::readable(all).into_iter().map(version).collect()
}

fn withdrawn(
    conn: &mut Conn,
    meeting: Meeting,
    was: &Publication,
    is_known: bool,
) -> Result<Withdrawn> {
    Ok(Withdrawn {
        board: boards::board(conn, meeting.board)?,
        kinds: code_words::list(conn, "meeting_kind")?,
        at: was.withdrawn_at.unwrap_or(was.asked_at),
        reason: was.reason.clone(),
        is_known,
        meeting,
    })
}

async fn load(view: &View, of: &str, number: Option<i64>) -> Result<Read> {
    let (own, of) = (view.clone(), of.to_owned());
    let read = move |conn: &mut Conn| read(conn, &own, &of, number);
    view.app.db.read(read).await
}

/// The page, or that it was withdrawn (410).
fn shown(view: &View, read: &Read) -> HttpResponse {
    match read {
        Read::Withdrawn(was) => gone(view, &pages::withdrawn(view, was)),
        Read::Page(page, until) => {
            let of = of_meeting(view, &page.kinds, &page.meeting, &page.board);
            let key = if page.told.is_some() {
                "public-minutes-about"
            } else {
                "public-meeting-about"
            };
            let shown = Shown {
                title: pages::title(view, page),
                description: view.tv(key, &[("meeting", of.into())]),
                // An older version is known by its own address.
                path: page.path(),
                content: pages::page(view, page),
                feeds: Vec::new(),
                until: *until,
            };
            answer(view, &shown)
        }
    }
}

/// The minutes as they are now.
pub async fn show(view: View, path: Path<String>) -> Result<HttpResponse> {
    Ok(shown(&view, &load(&view, &path, None).await?))
}

/// A version that is or was out.
pub async fn version(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    Ok(shown(&view, &load(&view, &path.0, Some(number)).await?))
}

/// The minutes as they are now, to be kept or printed.
pub async fn document(view: View, path: Path<String>) -> Result<HttpResponse> {
    set(&view, load(&view, &path, None).await?).await
}

/// A version that is or was out, to be kept or printed.
pub async fn version_document(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let number = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    set(&view, load(&view, &path.0, Some(number)).await?).await
}

/// The same as a document, or that it was withdrawn (410). One that another version has replaced says so.
async fn set(view: &View, read: Read) -> Result<HttpResponse> {
    let (page, until) = match read {
        Read::Withdrawn(was) => return Ok(gone(view, &pages::withdrawn(view, &was))),
        Read::Page(page, until) => (page, until),
    };
    let is_newest = page.number == page.newest();
    let (Some(mut told), Some(on)) = (page.told, page.head.published_on) else {
        return Err(Error::NotFound);
    };
    let language = told.language;
    told.facts.extend(page.head.besides(language));
    let mut document = documents::document(told, Standing::Approved, on);
    let mut name = document.title.clone();
    if !is_newest {
        let older = text(language, "public-older-version", &[]);
        document.kicker = format!("{} · {older}", document.kicker);
        let (label, _) = page.head.fact(language);
        name = format!("{name} {label} {}", page.number);
    }
    let name = file_name(&name);
    let keep = if view.here.contains('?') {
        Keep::not()
    } else {
        Keep { until }
    };
    Ok(keep.mark(made_now(view, document, &name).await?))
}

/// The first of these meetings with minutes withdrawn whose item about a case the reader would read; for pages of cases.
///
/// # Errors
/// When the database fails.
pub(super) fn withdrawn_among(
    conn: &mut Conn,
    of: &[MeetingId],
    (reads, has_signed_in): (&Clearance, bool),
    subject: RowId,
) -> Result<Option<Withdrawn>> {
    let mut looked_at = HashSet::new();
    for id in of.iter().filter(|id| looked_at.insert(**id)) {
        let known = accesses::of_meeting(conn, *id)?;
        let mut own = known.values().filter(|one| one.subject == subject);
        if !own.any(|one| rules::would_see(one, reads)) {
            continue;
        }
        let all = publications::of_meeting(conn, *id)?;
        let reach = Reach {
            would_read: has_signed_in,
            ..Reach::default()
        };
        if let Found::Withdrawn(was) = rules::found(&all, reach) {
            let meeting = meetings::meeting(conn, *id)?;
            let is_known = store::is_shown(conn, meeting.board, reads)?
                || store::has_minutes(conn, meeting.board, reads)?;
            return withdrawn(conn, meeting, was, is_known).map(Some);
        }
    }
    Ok(None)
}

impl MeetingPage {
    /// The number of the version that holds.
    fn newest(&self) -> i64 {
        self.versions.first().map_or(0, |one| one.number)
    }

    /// The address that it is known by.
    fn path(&self) -> String {
        if self.number == self.newest() {
            paths::published_meeting(self.meeting.id)
        } else {
            paths::published_version(self.meeting.id, self.number)
        }
    }
}
