//! The year plan: shown, proposed, looked over and saved.

use super::load;
use crate::audit::{self, Actor};
use crate::boards::Board;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::pages::year::{Preview, YearPlan, nothing_planned, plan_form, title};
use crate::meetings::pages::{Around, year as pages};
use crate::meetings::store::{self, around};
use crate::meetings::{Meeting, forms, plan, rules, words};
use crate::web::{As, Form, Insider, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDate;

/// The years a plan may be made for.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2190;

fn year_in(path: &str) -> Result<i32> {
    let year = path.parse().map_err(|_not_a_year| Error::NotFound)?;
    if YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(Error::NotFound)
    }
}

/// The plan as it stands. Where there is none, the secretariat is shown the proposal at once.
pub async fn show(
    view: View,
    who: As<Insider, Board>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, now) = (who.object.id, view.now);
    let keeps = who.reader.roles.is_secretary_of(board);
    let plan = view
        .app
        .db
        .read(move |conn| {
            let around = load::around(conn, board, now)?;
            // Deadlines of meetings near the year fall in it.
            let meetings = store::between(conn, board, day(year - 1, 7)?, day(year + 1, 7)?)?;
            let busy = around::busy(conn, board, day(year - 1, 7)?, day(year + 1, 8)?)?;
            let planned = store::of_year(conn, board, year)?;
            let count = planned
                .iter()
                .filter(|meeting| meeting.counts_as_ordinary())
                .count();
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            Ok(YearPlan {
                year,
                warnings: [
                    rules::warnings_of_year(year, count, &around.data),
                    rules::doubled(planned.iter()),
                ]
                .concat(),
                meetings: meetings
                    .into_iter()
                    .map(|meeting| load::shown(meeting, &around.data, &busy, &[], now))
                    .collect(),
                around,
                keeps,
            })
        })
        .await?;
    Ok(view.page(&title(&view, year), &pages::plan(&view, &plan)))
}

fn day(year: i32, month: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1).ok_or(Error::NotFound)
}

/// The form with a proposal for each ordinary meeting that the year lacks, or one empty row.
pub async fn propose(
    view: View,
    who: As<Secretary, Board>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, now) = (who.object.id, view.now);
    let (around, proposals, standing) = view
        .app
        .db
        .read(move |conn| {
            let around = load::around(conn, board, now)?;
            let standing = store::of_year(conn, board, year)?;
            let busy = around::busy(conn, board, day(year, 1)?, day(year + 1, 1)?)?;
            let today = around.board().today(now);
            let proposals = rules::proposals(year, &around.data, &standing, &busy, today);
            Ok((around, proposals, standing))
        })
        .await?;
    let mut form = forms::plan_of(&proposals);
    if proposals.is_empty() {
        add_empty_row(&mut form, &around);
    }
    form.put(forms::STANDING, forms::standing(&form, &standing));
    Ok(view.page(
        &title(&view, year),
        &plan_form(&view, &around, year, &form, None),
    ))
}

fn add_empty_row(form: &mut Form, around: &Around) {
    let kind = around.kinds.first().map_or("", |(code, _)| code);
    forms::add_row(form, kind, None);
    let row = forms::rows(form) - 1;
    let board = around.board();
    for (name, time) in [("starts", board.liked_start), ("ends", board.liked_end)] {
        form.put(&forms::field(name, row), forms::clock(time));
    }
}

/// What is typed, looked over; saved only when it is what was looked over.
pub async fn posted(
    view: View,
    who: As<Secretary, Board>,
    path: Path<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, now) = (who.object.clone(), view.now);
    let id = board.id;
    let (around, standing) = view
        .app
        .db
        .read(move |conn| {
            Ok((
                load::around(conn, id, now)?,
                store::of_year(conn, id, year)?,
            ))
        })
        .await?;
    let mut form = posted.0;
    let title = title(&view, year);
    if form.value("act") == "add" {
        add_empty_row(&mut form, &around);
        return Ok(view.page(&title, &plan_form(&view, &around, year, &form, None)));
    }
    let is_seen = forms::saves_what_was_seen(&form);
    let meetings = forms::read_plan(&mut form, &board, &around.kinds, year);
    if meetings.is_empty() && form.is_right() {
        form.notice = Some(nothing_planned());
    }
    if !form.is_right() {
        return Ok(view.mistaken(&title, &plan_form(&view, &around, year, &form, None)));
    }
    if form.value(forms::STANDING) != forms::standing(&form, &standing) {
        form.notice = Some(planned_meanwhile(&view, &form, &standing).await?);
        let now_stands = forms::standing(&form, &standing);
        form.put(forms::STANDING, now_stands);
        return Ok(view.stale(&title, &plan_form(&view, &around, year, &form, None)));
    }
    if is_seen {
        let actor = Actor::Person(who.reader.id);
        view.app
            .db
            .write(move |conn| {
                // Whoever saves between the look and the write is noticed here.
                if forms::standing(&form, &store::of_year(conn, id, year)?)
                    != form.value(forms::STANDING)
                {
                    return Err(Error::Stale);
                }
                plan::create(conn, id, &meetings, actor, now)
            })
            .await?;
        return Ok(view.go_saying(&paths::year(id, year), "said-plan-saved"));
    }
    let (around, preview) = view
        .app
        .db
        .read(move |conn| {
            let preview = preview(conn, &around, &meetings, year, now)?;
            Ok((around, preview))
        })
        .await?;
    form.put("seen", forms::digest(&form));
    let page = plan_form(&view, &around, year, &form, Some(&preview));
    Ok(view.page(&title, &page))
}

/// Who planned which days while this form was looked at.
async fn planned_meanwhile(view: &View, form: &Form, standing: &[Meeting]) -> Result<Said> {
    let known = form.value(forms::STANDING).to_owned();
    let new: Vec<&Meeting> = standing
        .iter()
        .filter(|meeting| !known.contains(meeting.id.as_str()))
        .collect();
    let days = new
        .iter()
        .map(|meeting| words::days(view.language, meeting));
    let days: Vec<String> = days.collect();
    let Some(first) = new.first().map(|meeting| meeting.id) else {
        return Ok(Said::new("plan-changed-meanwhile"));
    };
    let happened = view
        .app
        .db
        .read(move |conn| audit::since(conn, first.as_str(), 0))
        .await?;
    let who = happened.into_iter().find_map(|entry| entry.who);
    Ok(Said::new("plan-planned-meanwhile")
        .with("who", who.unwrap_or_else(|| view.t("the-system")))
        .with("days", days.join(", ")))
}

fn preview(
    conn: &mut Conn,
    around: &Around,
    meetings: &[Meeting],
    year: i32,
    now: Moment,
) -> Result<Preview> {
    let standing = store::of_year(conn, around.board().id, year)?;
    let (first, last) = load::span(&meetings.iter().collect::<Vec<_>>());
    let busy = around::busy(conn, around.board().id, first, last)?;
    let new = meetings
        .iter()
        .filter(|new| standing.iter().all(|meeting| meeting.id != new.id));
    let count = standing
        .iter()
        .chain(new.clone())
        .filter(|meeting| meeting.counts_as_ordinary())
        .count();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Ok(Preview {
        warnings: [
            rules::warnings_of_year(year, count, &around.data),
            rules::doubled(standing.iter().chain(new)),
        ]
        .concat(),
        meetings: meetings
            .iter()
            .map(|meeting| load::shown(meeting.clone(), &around.data, &busy, &[], now))
            .collect(),
    })
}
