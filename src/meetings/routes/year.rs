//! The year plan: shown, proposed, looked over and saved.

use super::load;
use crate::audit::{self, Actor};
use crate::boards::Board;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::pages::plan::{PlanPage, Preview, nothing_planned, plan_form};
use crate::meetings::pages::year::{YearPlan, title};
use crate::meetings::pages::{Around, year as pages};
use crate::meetings::store::{self, around};
use crate::meetings::{Meeting, ORDINARY, forms, habits, plan, rules, words};
use crate::web::{As, Form, Insider, Posted, Secretary, View, paths};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDate;
use maud::Markup;

/// The years a plan may be made for.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2190;

/// The year in a path.
///
/// # Errors
/// `NotFound` when it is none that a plan may be made for.
pub fn year_in(path: &str) -> Result<i32> {
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

/// As many of a board's latest meetings as tell where and when it is used to meet.
const HABITS: i64 = 40;

/// What the form of a plan is drawn from.
struct Drawn {
    around: Around,
    standing: Vec<Meeting>,
    /// The board's latest meetings, where a new one is to be like them.
    latest: Vec<Meeting>,
}

impl Drawn {
    fn page(&self, view: &View, year: i32, form: &Form, preview: Option<&Preview>) -> Markup {
        let page = PlanPage {
            around: &self.around,
            year,
            form,
            standing: &self.standing,
            preview,
        };
        plan_form(view, &page)
    }

    /// One more row: of this kind where there is such a kind, else of the first.
    fn add_row(&self, form: &mut Form, wanted: &str) {
        let kinds = &self.around.kinds;
        let known = kinds.iter().find(|(code, _)| code == wanted);
        let kind = known.or(kinds.first()).map_or("", |(code, _)| code);
        let hours = habits::hours(&self.latest, kind, self.around.board());
        let place = habits::place(&self.latest, kind);
        forms::add_row(form, kind, None, Some(hours), place);
    }
}

/// The form with a proposal for each ordinary meeting that the year lacks, or one empty row.
pub async fn propose(
    view: View,
    who: As<Secretary, Board>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let year = year_in(&path.1)?;
    let (board, now) = (who.object.id, view.now);
    let (drawn, proposals) = view
        .app
        .db
        .read(move |conn| {
            let around = load::around(conn, board, now)?;
            let standing = store::of_year(conn, board, year)?;
            let busy = around::busy(conn, board, day(year, 1)?, day(year + 1, 1)?)?;
            let today = around.board().today(now);
            let proposals = rules::proposals(year, &around.data, &standing, &busy, today);
            let drawn = Drawn {
                around,
                standing,
                latest: store::latest(conn, board, HABITS)?,
            };
            Ok((drawn, proposals))
        })
        .await?;
    let mut form = forms::plan_of(&proposals, habits::place(&drawn.latest, ORDINARY));
    if proposals.is_empty() {
        drawn.add_row(&mut form, ORDINARY);
    }
    let stands = forms::standing(&form, &drawn.standing);
    form.put(forms::STANDING, stands);
    Ok(view.page(&title(&view, year), &drawn.page(&view, year, &form, None)))
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
    let mut form = posted.0;
    let added = forms::added_kind(&form).map(str::to_owned);
    let adds = added.is_some();
    let drawn = view
        .app
        .db
        .read(move |conn| {
            Ok(Drawn {
                around: load::around(conn, id, now)?,
                standing: store::of_year(conn, id, year)?,
                latest: if adds {
                    store::latest(conn, id, HABITS)?
                } else {
                    Vec::new()
                },
            })
        })
        .await?;
    let title = title(&view, year);
    if let Some(kind) = added {
        drawn.add_row(&mut form, &kind);
        return Ok(view.page(&title, &drawn.page(&view, year, &form, None)));
    }
    let is_seen = forms::saves_what_was_seen(&form);
    let meetings = forms::read_plan(&mut form, &board, &drawn.around.kinds, year);
    if meetings.is_empty() && form.is_right() {
        form.notice = Some(nothing_planned());
    }
    if !form.is_right() {
        return Ok(view.mistaken(&title, &drawn.page(&view, year, &form, None)));
    }
    let stands = forms::standing(&form, &drawn.standing);
    if form.value(forms::STANDING) != stands {
        form.notice = Some(planned_meanwhile(&view, &form, &drawn.standing).await?);
        form.put(forms::STANDING, stands);
        return Ok(view.stale(&title, &drawn.page(&view, year, &form, None)));
    }
    if is_seen {
        return save(&view, &who, year, form, meetings).await;
    }
    let look = move |conn: &mut Conn| {
        let preview = preview(conn, &drawn.around, &meetings, year, now)?;
        Ok((drawn, preview))
    };
    let (drawn, preview) = view.app.db.read(look).await?;
    form.put("seen", forms::digest(&form));
    let page = drawn.page(&view, year, &form, Some(&preview));
    Ok(view.page(&title, &page))
}

async fn save(
    view: &View,
    who: &As<Secretary, Board>,
    year: i32,
    form: Form,
    meetings: Vec<Meeting>,
) -> Result<HttpResponse> {
    let (id, now) = (who.object.id, view.now);
    let actor = Actor::Person(who.reader.id);
    let create = move |conn: &mut Conn| {
        // Whoever saves between the look and the write is noticed here.
        let stands = forms::standing(&form, &store::of_year(conn, id, year)?);
        if stands != form.value(forms::STANDING) {
            return Err(Error::Stale);
        }
        plan::create(conn, id, &meetings, actor, now)
    };
    view.app.db.write(create).await?;
    Ok(view.go_saying(&paths::year(id, year), "said-plan-saved"))
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
