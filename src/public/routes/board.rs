//! A board as others see it, its years, and all boards.

use super::{ATOM, COMING, Shown, answer, clearance};
use crate::annual_plan::{rules as annual_plan, store as plans};
use crate::boards::pages::Lists;
use crate::boards::rules::in_force;
use crate::boards::{Board, store as boards};
use crate::db::ids::{BoardId, MeetingId, OrganisationId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::{Error, Result};
use crate::meetings::{Meeting, MeetingState, store as meetings};
use crate::people::store as people;
use crate::public::pages::board::{self as pages, About, BoardPage, YearPage};
use crate::public::rules::marks;
use crate::public::subscriptions::routes as subscriptions;
use crate::public::{rules, store, terms};
use crate::web::access::{Clearance, Role};
use crate::web::layout::Feed;
use crate::web::{View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{Datelike, NaiveDate};
use maud::Markup;
use std::collections::{BTreeSet, HashSet};

/// All boards that the reader finds something of.
pub async fn list(view: View) -> Result<HttpResponse> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let reads = clearance(conn, &own)?;
        let known = store::known_boards(conn, &reads)?;
        Ok((known, store::next_opening(conn, own.now)?))
    };
    let (known, until) = view.app.db.read(read).await?;
    let boards: Vec<Board> = known.into_iter().map(|(board, _)| board).collect();
    let shown = Shown {
        title: view.t("public-boards"),
        description: view.t("public-boards-about"),
        path: paths::PUBLISHED_BOARDS.to_owned(),
        content: pages::list(&view, &boards),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}

/// What of a board a reader is let in to; nobody else knows of it here.
pub(super) struct Open {
    pub board: Board,
    pub reads: Clearance,
    is_shown: bool,
    /// Those whose minutes were withdrawn, as they are told.
    withdrawn: HashSet<MeetingId>,
    /// The years they are told of.
    pub years: BTreeSet<i32>,
}

pub(super) fn open(conn: &mut Conn, view: &View, of: &str) -> Result<Open> {
    let of: BoardId = of.parse().map_err(|_not_an_id| Error::NotFound)?;
    let reads = clearance(conn, view)?;
    let board = boards::board(conn, of)?;
    let is_shown = store::is_shown(conn, of, &reads)?;
    let years = if is_shown {
        store::years(conn, of)?
    } else {
        store::years_out(conn, of, &reads)?
    };
    if !is_shown && years.is_empty() {
        return Err(Error::NotFound);
    }
    let withdrawn = store::withdrawn(conn, of, (&reads, view.reader.is_some()))?;
    Ok(Open {
        withdrawn,
        board,
        reads,
        is_shown,
        years,
    })
}

impl Open {
    /// The meetings of a year that the reader is told of, and which of them have minutes that they may read.
    fn meetings(&self, conn: &mut Conn, year: i32) -> Result<(Vec<Meeting>, HashSet<MeetingId>)> {
        let out = store::with_minutes(conn, (self.board.id, year), &self.reads)?;
        let mut found = meetings::of_year(conn, self.board.id, year)?;
        found.retain(|one| self.is_shown || out.contains(&one.id));
        Ok((found, out))
    }
}

/// The organisations with a term on the board on a day, by role; no person is named.
fn sitting(conn: &mut Conn, board: &Board, on: NaiveDate) -> Result<Vec<(Role, String)>> {
    let held = terms::held(conn, board, on)?.into_iter();
    let held = held.filter_map(|one| Some((one.role, one.organisation?)));
    let held: Vec<(Role, OrganisationId)> = held.collect();
    let ids: Vec<OrganisationId> = held.iter().map(|(_, id)| *id).collect();
    let names = people::names_of(conn, &ids, on)?;
    let named = |(role, id): (Role, OrganisationId)| Some((role, names.get(&id)?.0.clone()));
    let mut found: Vec<(Role, String)> = held.into_iter().filter_map(named).collect();
    found.sort_by_key(|(role, name)| (*role, name.to_lowercase()));
    found.dedup();
    Ok(found)
}

/// The meetings that have not ended.
fn coming(conn: &mut Conn, board: &Board, now: Moment) -> Result<Vec<Meeting>> {
    let mut found = meetings::coming(conn, board.id, board.today(now), COMING)?;
    found.retain(|one| !marks::has_ended(one, board.zone, now));
    Ok(found)
}

/// What is shown of the board itself.
fn about(conn: &mut Conn, view: &View, board: &Board) -> Result<About> {
    let today = board.today(view.now);
    let mandates = boards::mandates(conn, board.id)?;
    Ok(About {
        mandate: in_force(&mandates, today).cloned(),
        lists: Lists {
            board_kinds: code_words::list(conn, "board_kind")?,
            meeting_kinds: Vec::new(),
            seat_kinds: code_words::list(conn, "seat_kind")?,
            outcomes: code_words::list(conn, "outcome")?,
            organisation_kinds: code_words::list(conn, "organisation_kind")?,
            sizes: code_words::list(conn, "organisation_size")?,
            levels: code_words::list(conn, "level")?,
        },
        sitting: sitting(conn, board, today)?,
        coming: coming(conn, board, view.now)?,
    })
}

fn read_board(conn: &mut Conn, view: &View, of: &str) -> Result<(BoardPage, Option<Moment>)> {
    let open = open(conn, view, of)?;
    let this_year = open.board.today(view.now).year();
    // The year that is read most: this one, or the last there was.
    let year = open.years.range(..=this_year).next_back();
    let year = year.or(open.years.first()).copied();
    let (meetings, out) = match year {
        Some(year) => open.meetings(conn, year)?,
        None => Default::default(),
    };
    let about = if open.is_shown {
        Some(about(conn, view, &open.board)?)
    } else {
        None
    };
    let until = store::changes_on(conn, [&open.board], view.now)?;
    let own = match about {
        Some(_) => subscriptions::panel(conn, view, open.board.id)?,
        None => Markup::default(),
    };
    let coming = about.iter().flat_map(|about| &about.coming);
    let shown = meetings.iter().chain(coming);
    let ends = marks::next_end(shown, open.board.zone, view.now);
    let mut shown_plans = Vec::new();
    for year in open.years.range(this_year..=this_year + 1) {
        let plan = plans::plan(conn, open.board.id, *year)?;
        if annual_plan::is_shown(open.board.id, plan.as_ref(), &open.reads) {
            shown_plans.push(*year);
        }
    }
    let page = BoardPage {
        plans: shown_plans,
        kinds: code_words::list(conn, "meeting_kind")?,
        is_for_all: store::is_shown(conn, open.board.id, &Clearance::of_nobody(view.now))?,
        about,
        own,
        year,
        meetings,
        withdrawn: open.withdrawn,
        board: open.board,
        out,
        years: open.years,
    };
    Ok((page, until.into_iter().chain(ends).min()))
}

/// Its publications and its meetings to come; they are there where its pages are shown to everyone.
fn feeds(view: &View, of: BoardId, name: &str) -> Vec<Feed> {
    let say = |key: &str| view.tv(key, &[("board", name.into())]);
    vec![
        Feed {
            kind: ATOM,
            title: say("open-data-of"),
            path: paths::board_atom(of),
        },
        Feed {
            kind: "text/calendar",
            title: say("open-data-meetings-of"),
            path: paths::published_calendar(of),
        },
    ]
}

/// What the board is, and its minutes.
pub async fn board(view: View, path: Path<String>) -> Result<HttpResponse> {
    let (own, of) = (view.clone(), path.into_inner());
    let read = move |conn: &mut Conn| read_board(conn, &own, &of);
    let (page, until) = view.app.db.read(read).await?;
    let name = view.words(&page.board.name).to_owned();
    let feeds = if page.is_for_all {
        feeds(&view, page.board.id, &name)
    } else {
        Vec::new()
    };
    let shown = Shown {
        description: view.tv("public-board-about", &[("board", name.as_str().into())]),
        title: name,
        path: paths::published_board(page.board.id),
        content: pages::page(&view, &page),
        feeds,
        until,
    };
    Ok(answer(&view, &shown))
}

fn read_year(
    conn: &mut Conn,
    view: &View,
    of: &str,
    year: i32,
) -> Result<(YearPage, Option<Moment>)> {
    let open = open(conn, view, of)?;
    if !open.years.contains(&year) {
        return Err(Error::NotFound);
    }
    let (meetings, out) = open.meetings(conn, year)?;
    let items = store::of_year(conn, open.board.id, year, &open.reads)?;
    let held = meetings.iter();
    let held = held.filter(|one| one.state != MeetingState::Cancelled);
    let opening = store::next_opening(conn, view.now)?;
    let plan = plans::plan(conn, open.board.id, year)?;
    let ends = marks::next_end(&meetings, open.board.zone, view.now);
    let page = YearPage {
        glance: rules::glance(held.count(), out.len(), &items),
        year,
        meetings,
        kinds: code_words::list(conn, "meeting_kind")?,
        outcomes: code_words::list(conn, "outcome")?,
        withdrawn: open.withdrawn,
        has_plan: annual_plan::is_shown(open.board.id, plan.as_ref(), &open.reads),
        board: open.board,
        out,
        years: open.years,
    };
    Ok((page, opening.into_iter().chain(ends).min()))
}

/// One year of it.
pub async fn year(view: View, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (of, year) = path.into_inner();
    let year: i32 = year.parse().map_err(|_not_a_year| Error::NotFound)?;
    let own = view.clone();
    let read = move |conn: &mut Conn| read_year(conn, &own, &of, year);
    let (page, until) = view.app.db.read(read).await?;
    let values = [
        ("board", view.words(&page.board.name).into()),
        ("year", year.to_string().into()),
    ];
    let shown = Shown {
        title: view.tv("public-year-of", &values),
        description: view.tv("public-year-about", &values),
        path: paths::published_year(page.board.id, year),
        content: pages::year(&view, &page),
        feeds: Vec::new(),
        until,
    };
    Ok(answer(&view, &shown))
}
