//! Measures, their history and their reports, kept by the board's secretariat.

use crate::boards::pages::Draft;
use crate::boards::routes::{again, settled};
use crate::boards::{Board, store as boards};
use crate::cases::plan::By;
use crate::cases::rules as cases;
use crate::db::Conn;
use crate::db::code_words;
use crate::db::ids::{MeasureId, MeetingId};
use crate::error::{Error, Result};
use crate::i18n::Said;
use crate::meetings::store as meetings;
use crate::people::store as people;
use crate::portfolio::measures::forms::{self, Choices};
use crate::portfolio::measures::pages::edit as pages;
use crate::portfolio::measures::pages::report::{self as report_pages, ReportPage};
use crate::portfolio::measures::{Measure, STATUSES, plan, store, wording};
use crate::web::{As, Form, Posted, Reader, Secretary, View, paths};
use actix_web::HttpResponse;

fn by(view: &View, reader: &Reader) -> By {
    By {
        person: reader.id,
        now: view.now,
    }
}

fn choices(conn: &mut Conn, board: &Board, view: &View) -> Result<Choices> {
    let organisations = people::organisations(conn, board.today(view.now))?;
    Ok(Choices {
        organisations: (organisations.into_iter())
            .map(|one| (one.id, one.name))
            .collect(),
        statuses: code_words::list(conn, STATUSES)?,
    })
}

async fn load_choices(view: &View, board: &Board) -> Result<Choices> {
    let (own, board) = (view.clone(), board.clone());
    let read = move |conn: &mut Conn| choices(conn, &board, &own);
    view.app.db.read(read).await
}

async fn load(view: &View, id: MeasureId) -> Result<(Board, Measure, Choices)> {
    let own = view.clone();
    let read = move |conn: &mut Conn| {
        let measure = store::measure(conn, id)?;
        let board = boards::board(conn, measure.board)?;
        let choices = choices(conn, &board, &own)?;
        Ok((board, measure, choices))
    };
    view.app.db.read(read).await
}

pub async fn new(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let choices = load_choices(&view, &who.object).await?;
    let draft = Draft::of(forms::fresh(who.object.today(view.now)));
    let content = pages::measure(&view, &who.object, None, &choices, &draft);
    Ok(view.page(&view.t("measure-new"), &content))
}

pub async fn add(
    view: View,
    who: As<Secretary, Board>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (board, mut draft) = (who.object, Draft::of(form));
    let choices = load_choices(&view, &board).await?;
    // Its id comes with the form, so that a form that is sent twice adds once.
    let id: MeasureId = draft.form.value("id").parse().unwrap_or_default();
    draft.form.put("id", id.to_string());
    let first = forms::read_turn(&mut draft.form, &choices, (&who.reader.name, view.now));
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let (by, of) = (by(&view, &who.reader), board.clone());
        let write = move |conn: &mut Conn| plan::add(conn, (id, &of), &facts, &first, by);
        let written = view.app.db.write(write).await;
        if let Some(id) = settled(&view, &mut draft, id.as_str(), written).await? {
            return Ok(view.go_saying(&paths::measure(id), "said-measure-saved"));
        }
    }
    let content = pages::measure(&view, &board, None, &choices, &draft);
    Ok(again(&view, &draft, &view.t("measure-new"), &content))
}

pub async fn edit(view: View, who: As<Secretary, Measure>) -> Result<HttpResponse> {
    let (board, measure, choices) = load(&view, who.object.id).await?;
    let draft = Draft::of(forms::filled(&measure));
    let content = pages::measure(&view, &board, Some(&measure), &choices, &draft);
    Ok(view.page(&view.t("measure-edit"), &content))
}

pub async fn change(
    view: View,
    who: As<Secretary, Measure>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, mut draft) = (who.object.id, Draft::of(form));
    let (_, _, choices) = load(&view, id).await?;
    if let Some(facts) = forms::read(&mut draft.form, &choices) {
        let (by, of) = (by(&view, &who.reader), (id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::change(conn, of, &facts, by).map(Ok);
        let written = view.app.db.write(write).await;
        if settled(&view, &mut draft, id.as_str(), written)
            .await?
            .is_some()
        {
            return Ok(view.go_saying(&paths::measure(id), "said-measure-saved"));
        }
    }
    let (board, measure, choices) = load(&view, id).await?;
    if draft.form.is_right() {
        draft.form.put("version", measure.version.to_string());
    }
    let content = pages::measure(&view, &board, Some(&measure), &choices, &draft);
    Ok(again(&view, &draft, &view.t("measure-edit"), &content))
}

pub async fn status(view: View, who: As<Secretary, Measure>) -> Result<HttpResponse> {
    let (board, measure, choices) = load(&view, who.object.id).await?;
    let draft = Draft::of(Form::filled([
        ("version", measure.version.to_string()),
        ("status", measure.status().to_owned()),
        ("on", board.today(view.now).to_string()),
    ]));
    let content = pages::status(&view, &board, &measure, &choices, &draft);
    Ok(view.page(&view.t("measure-status-new"), &content))
}

/// A line is added to the history.
pub async fn turn(
    view: View,
    who: As<Secretary, Measure>,
    Posted(form): Posted,
) -> Result<HttpResponse> {
    let (id, mut draft) = (who.object.id, Draft::of(form));
    let (of_board, _, choices) = load(&view, id).await?;
    let next = forms::read_turn(&mut draft.form, &choices, (&who.reader.name, view.now));
    if draft.form.is_right() {
        let (by, of) = (by(&view, &who.reader), (id, draft.form.version()));
        let write = move |conn: &mut Conn| plan::turn(conn, of, &of_board, &next, by);
        let written = view.app.db.write(write).await;
        if settled(&view, &mut draft, id.as_str(), written)
            .await?
            .is_some()
        {
            return Ok(view.go_saying(&paths::measure(id), "said-measure-status"));
        }
    }
    let (board, measure, choices) = load(&view, id).await?;
    if draft.form.is_right() {
        draft.form.put("version", measure.version.to_string());
    }
    let content = pages::status(&view, &board, &measure, &choices, &draft);
    Ok(again(
        &view,
        &draft,
        &view.t("measure-status-new"),
        &content,
    ))
}

async fn load_report(view: &View, board: &Board) -> Result<ReportPage> {
    let (board, now) = (board.clone(), view.now);
    let read = move |conn: &mut Conn| {
        let data = boards::data(conn, board.id)?;
        let open = meetings::open(conn, board.id)?;
        let mut coming = cases::coming(&open, &data, board.today(now));
        // What comes too late needs the chair's permission, and is proposed as any other case.
        coming.retain(|one| !one.is_late(now));
        let ids: Vec<MeetingId> = coming.iter().map(|one| one.meeting.id).collect();
        let language = plan::language(&board);
        let of = plan::reported(conn, board.id)?;
        Ok(ReportPage {
            sections: wording::paper(language, &board, &of, now),
            reported: store::reports_at(conn, &ids)?,
            meetings: coming,
            meeting_kinds: code_words::list(conn, "meeting_kind")?,
            language,
            board: board.clone(),
        })
    };
    view.app.db.read(read).await
}

/// What a report for the next agenda will say.
pub async fn report(view: View, who: As<Secretary, Board>) -> Result<HttpResponse> {
    let page = load_report(&view, &who.object).await?;
    let next = page.meetings.first().map(|one| one.meeting.id.to_string());
    let form = Form::filled([("meeting", next.unwrap_or_default())]);
    let content = report_pages::page(&view, &page, &form);
    Ok(view.page(&view.t("measure-report"), &content))
}

/// It is put on the agenda, once.
pub async fn make(
    view: View,
    who: As<Secretary, Board>,
    Posted(mut form): Posted,
) -> Result<HttpResponse> {
    let page = load_report(&view, &who.object).await?;
    let meeting: Option<MeetingId> = form.choice("meeting");
    let is_choice = |id: &MeetingId| page.meetings.iter().any(|one| one.meeting.id == *id);
    if meeting.is_some_and(|id| !is_choice(&id)) {
        form.refuse("meeting", Said::new("form-not-a-choice"));
    }
    if let Some(meeting) = meeting.filter(|_| form.is_right()) {
        let (board, by) = (who.object, by(&view, &who.reader));
        let write = move |conn: &mut Conn| plan::report(conn, &board, meeting, by);
        match view.app.db.write(write).await {
            Ok((case, true)) => {
                return Ok(view.go_saying(&paths::case(case), "said-measure-report"));
            }
            Ok((case, false)) => {
                return Ok(view.go_saying(&paths::case(case), "said-measure-report-there"));
            }
            Err(Error::Refused(said)) => form.notice = Some(said),
            Err(error) => return Err(error),
        }
    }
    let content = report_pages::page(&view, &page, &form);
    Ok(view.mistaken(&view.t("measure-report"), &content))
}
