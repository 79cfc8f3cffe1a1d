//! What the secretariat's page of the round loads.

use crate::cases::pages::meeting_name;
use crate::cases::store as cases;
use crate::db::Conn;
use crate::db::ids::{CaseId, MeetingId};
use crate::error::Result;
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::access::routes::load_page;
use crate::minutes::draft::pages::MinutesPage;
use crate::minutes::publication::store as publications;
use crate::minutes::round::pages::keep::Keep;
use crate::minutes::round::rules::{self, may_be_approved_by};
use crate::minutes::round::{Approval, Remark, RemarkState, store};
use crate::people::store as people;
use crate::web::{Reader, View};
use chrono::Duration;

/// How far back minutes that wait for approval are looked for.
const LOOKED_BACK: Duration = Duration::days(800);

/// Everything the page shows this reader.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn keep(conn: &mut Conn, view: &View, reader: &Reader, of: MeetingId) -> Result<Keep> {
    let access = load_page(conn, view, reader, of)?;
    let minutes = access.minutes;
    let board = minutes.board().id;
    let reads = (view.app.clearance)(conn, reader, view.now)?;
    let all = store::remarks::of_meeting(conn, of)?;
    let about: Vec<CaseId> = all.iter().filter_map(|one| one.case).collect();
    let seen = cases::seen_among(conn, &about, &reads)?;
    let (remarks, hidden): (Vec<_>, Vec<_>) =
        (all.into_iter()).partition(|one| one.case.is_none_or(|case| seen.contains_key(&case)));
    let no_mail = without_mail(conn, &minutes)?;
    let basis = store::basis(conn, of)?;
    let is_changed = match &minutes.round {
        Some(round) if round.approved.is_none() => {
            store::version(conn, of, round.draft)?.basis != basis
        }
        _ => false,
    };
    let today = minutes.board().today(view.now);
    let around = meetings::between(
        conn,
        board,
        minutes.meeting().first_day() - LOOKED_BACK,
        today.max(minutes.meeting().last_day()) + Duration::days(1),
    )?;
    let kinds = &minutes.attendance.meeting_kinds;
    let name = |meeting: &Meeting| meeting_name(view, kinds, meeting);
    let mut later: Vec<(Meeting, String)> = (around.iter())
        .filter(|one| may_be_approved_by(minutes.meeting(), one, today).is_ok())
        .map(|one| (one.clone(), name(one)))
        .collect();
    later.reverse();
    let setting = store::setting(conn, board)?;
    let mut waiting = Vec::new();
    if setting.approval == Approval::Meeting {
        let unsettled = store::remarks::unsettled(conn, board)?;
        let open = store::open(conn, board)?.into_iter();
        for round in open.filter(|round| !unsettled.contains(&round.meeting)) {
            let earlier = around.iter().find(|one| one.id == round.meeting);
            let fits = |one: &&Meeting| may_be_approved_by(one, minutes.meeting(), today).is_ok();
            if let Some(one) = earlier.filter(fits) {
                let basis = store::basis(conn, round.meeting)?;
                waiting.push((round, name(one), basis));
            }
        }
    }
    let is_open = |one: &&Remark| one.state == RemarkState::Open;
    Ok(Keep {
        told: access.told,
        hidden: hidden.iter().filter(is_open).count(),
        no_mail,
        remarks,
        is_changed,
        basis,
        later,
        waiting,
        setting,
        versions: store::lines(conn, of)?,
        published: publications::standing(conn, of)?.map(|one| one.number),
        minutes,
    })
}

/// Who was at the meeting and gets no mail of a draft, while one may go out.
fn without_mail(conn: &mut Conn, of: &MinutesPage) -> Result<Vec<String>> {
    if of
        .round
        .as_ref()
        .is_some_and(|round| round.approved.is_some())
    {
        return Ok(Vec::new());
    }
    let days = &of.attendance.lists.days;
    let people = people::chosen(conn, &rules::everyone(days))?.into_iter();
    let reached = people.filter(|person| person.address.is_some());
    Ok(rules::without_mail(
        days,
        &reached.map(|person| person.id).collect(),
    ))
}
