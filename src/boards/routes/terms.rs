//! Seats, terms and the people who use them.

use super::{after_last_day, board_and_lists, lists, refused, write};
use crate::boards::pages::appointment::{self as appointment_pages, AppointmentPage};
use crate::boards::pages::terms::{self as pages, TermsPage};
use crate::boards::pages::{Draft, Sent, word};
use crate::boards::store::term_changes::{self as changes, PersonDraft};
use crate::boards::store::term_mistakes::take_back;
use crate::boards::store::terms as rows;
use crate::boards::store::{levels, mail as mail_rows};
use crate::boards::{Appointment, Board, Refusal, Representation, Sees};
use crate::calendar::{Period, local_date};
use crate::db::ids::{PersonId, RowId, SeatId};
use crate::db::types::Moment;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::i18n::{Language, Said, Value};
use crate::people;
use crate::web::access::Right;
use crate::web::{As, Form, Keeper, Posted, View, paths};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use std::collections::HashMap;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

pub(super) async fn page(
    view: View,
    who: As<Sees, Board>,
    asked: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse> {
    let asked = asked.get("on").cloned();
    show_terms(&view, &who, asked, "", Form::default(), StatusCode::OK).await
}

async fn show_terms<R: Right>(
    view: &View,
    who: &As<R, Board>,
    asked: Option<String>,
    which: &str,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let board = &who.object;
    let (id, today) = (board.id, board.today(view.now));
    let mut day = Form::filled([("on", asked.clone().unwrap_or_else(|| today.to_string()))]);
    let on = if asked.is_some() {
        day.date("on")
    } else {
        None
    };
    let read = move |conn: &mut Conn| {
        let terms = (
            rows::seats(conn, id)?,
            rows::appointments(conn, id)?,
            rows::representations(conn, id)?,
        );
        let people = people::store::people(conn)?;
        let then = on.map(|on| people::store::names_on(conn, on)).transpose()?;
        Ok((
            lists(conn)?,
            terms,
            people,
            people::store::names_on(conn, today)?,
            then,
        ))
    };
    let (lists, (seats, appointments, representations), people, names, then) =
        view.app.db.read(read).await?;
    let people: HashMap<PersonId, String> = people.into_iter().map(|it| (it.id, it.name)).collect();
    let status = if day.is_right() { status } else { WRONG };
    let page = TermsPage {
        board,
        lists: &lists,
        seats: &seats,
        appointments: &appointments,
        representations: &representations,
        names: &names,
        people: &people,
        today,
        on: on.zip(then.as_ref()),
        day: &day,
        keeps: Keeper::has(&who.reader.roles, id),
        sent: Sent {
            which,
            draft: &Draft::of(form),
        },
    };
    Ok(view.page_with(status, &view.t("boards-terms"), &pages::page(view, &page)))
}

pub(super) async fn add_seats(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let (_, lists) = board_and_lists(&view, id).await?;
    let kind = form.code("seat-kind", &lists.seat_kinds);
    let how_many = form.needed_number("how-many", 1..=50);
    let from = form.needed_date("seat-from");
    if !form.is_right() {
        return show_terms(&view, &who, None, "add-seats", form, WRONG).await;
    }
    let period = Period { from, until: None };
    let work = move |conn: &mut Conn, by| {
        changes::add_seats(conn, by, id, &kind, period, how_many).map(Ok::<(), Refusal>)
    };
    write(&view, &who.reader, id, work).await?.ok();
    Ok(view.go_saying(&paths::of_board(id, "terms"), "said-seats-added"))
}

pub(super) async fn end_seat(
    view: View,
    who: As<Keeper, Board>,
    posted: Posted,
) -> Result<HttpResponse> {
    let (id, mut form) = (who.object.id, posted.0);
    let seat: Option<SeatId> = form.choice("seat");
    let until = after_last_day(&mut form, "seat-last-day");
    let Some(seat) = seat.filter(|_| form.is_right()) else {
        return show_terms(&view, &who, None, "end-seat", form, WRONG).await;
    };
    let done = write(&view, &who.reader, id, move |conn, by| {
        changes::end_seat(conn, by, id, seat, until)
    });
    match done.await? {
        Ok(()) => Ok(view.go_saying(&paths::of_board(id, "terms"), "said-seat-ended")),
        Err(refusal) => {
            let mut draft = Draft::of(form);
            draft.refuse(refusal);
            show_terms(&view, &who, None, "end-seat", draft.form, WRONG).await
        }
    }
}

type Term = As<Keeper, Appointment>;

pub(super) async fn appointment(view: View, who: Term) -> Result<HttpResponse> {
    show(&view, &who, "", &Draft::default(), StatusCode::OK).await
}

async fn show(
    view: &View,
    who: &Term,
    which: &str,
    draft: &Draft,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (board, lists) = board_and_lists(view, who.object.board).await?;
    let (id, of, today) = (who.object.id, board.id, board.today(view.now));
    let read = move |conn: &mut Conn| {
        let register = (
            people::store::organisations(conn, today)?,
            people::store::people(conn)?,
        );
        Ok((
            rows::appointment(conn, id)?,
            rows::seats(conn, of)?,
            rows::representations(conn, of)?,
            register,
        ))
    };
    let (appointment, seats, all, (organisations, people)) = view.app.db.read(read).await?;
    let seat = seats.iter().find(|seat| Some(seat.id) == appointment.seat);
    let representations: Vec<&Representation> =
        all.iter().filter(|it| it.appointment == id).collect();
    let page = AppointmentPage {
        board: &board,
        appointment: &appointment,
        seat: seat.map(|seat| word(view, &lists.seat_kinds, &seat.kind)),
        organisation: organisations
            .iter()
            .find(|it| Some(it.id) == appointment.organisation),
        representations: &representations,
        people: &people,
        levels: &lists.levels,
        sent: Sent { which, draft },
        today: board.today(view.now),
    };
    Ok(view.page_with(
        status,
        &view.t("boards-term"),
        &appointment_pages::page(view, &page),
    ))
}

/// Goes on after a change of a term, or shows its page with what was wrong.
async fn finish(
    view: &View,
    who: &Term,
    which: &str,
    form: Form,
    done: Result<(), Refusal>,
    said: &str,
) -> Result<HttpResponse> {
    let id = who.object.id;
    let Err(refusal) = done else {
        return Ok(view.go_saying(&paths::appointment(id), said));
    };
    let standing = view
        .app
        .db
        .read(move |conn| rows::appointment(conn, id))
        .await?;
    let (status, draft) = refused(view, form, refusal, id.as_str(), standing.version).await?;
    show(view, who, which, &draft, status).await
}

pub(super) async fn name_person(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let people = view.app.db.read(people::store::people).await?;
    let person: Option<PersonId> = form.choice("person");
    if person.is_some_and(|id| people.iter().all(|it| it.id != id)) {
        form.refuse("person", Said::new("form-not-a-choice"));
    }
    let from = form.needed_date("person-from");
    let level = level(&view, &mut form, "person-level").await?;
    let Some(person) = person.filter(|_| form.is_right()) else {
        return show(&view, &who, "person", &Draft::of(form), WRONG).await;
    };
    let (version, period) = (form.version(), Period { from, until: None });
    let done = write(&view, &who.reader, standing.board, move |conn, by| {
        let done = changes::represent(conn, by, &standing, version, person, period)?;
        at_level(conn, &standing, from, level.as_deref(), done)
    });
    let done = done.await?;
    finish(&view, &who, "person", form, done, "said-person-named").await
}

pub(super) async fn new_person(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let language = Language::from_tag(form.value("language"));
    if language.is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    let draft = PersonDraft {
        name: form.needed_line("name", 120),
        address: form.needed_address("address"),
        language: language.unwrap_or(Language::NB),
        title: form.line("title", 120),
    };
    let from = form.needed_date("new-person-from");
    let level = level(&view, &mut form, "new-person-level").await?;
    if !form.is_right() {
        return show(&view, &who, "new-person", &Draft::of(form), WRONG).await;
    }
    let (version, period) = (form.version(), Period { from, until: None });
    let done = write(&view, &who.reader, standing.board, move |conn, by| {
        let done = changes::represent_by_new(conn, by, &standing, version, &draft, period)?;
        at_level(conn, &standing, from, level.as_deref(), done)
    });
    let done = match done.await? {
        Err(Refusal::Because("person-from", said)) => {
            Err(Refusal::Because("new-person-from", said))
        }
        other => other,
    };
    finish(&view, &who, "new-person", form, done, "said-person-named").await
}

/// A level of the list; none where nothing was chosen.
async fn level(view: &View, form: &mut Form, name: &'static str) -> Result<Option<String>> {
    if form.value(name).trim().is_empty() {
        return Ok(None);
    }
    let read = |conn: &mut Conn| code_words::list(conn, "level");
    let levels = view.app.db.read(read).await?;
    Ok(Some(form.code(name, &levels)))
}

/// Writes the level of whoever was named, where one was chosen.
fn at_level(
    conn: &mut Conn,
    standing: &Appointment,
    from: NaiveDate,
    level: Option<&str>,
    done: std::result::Result<(), Refusal>,
) -> Result<std::result::Result<(), Refusal>> {
    if let (Ok(()), Some(level)) = (&done, level) {
        levels::begin(conn, standing.id, from, level)?;
    }
    Ok(done)
}

pub(super) async fn change_level(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let row: Option<RowId> = form.choice("level-of");
    let level = level(&view, &mut form, "level").await?;
    let Some(row) = row.filter(|_| form.is_right()) else {
        return show(&view, &who, "level", &Draft::of(form), WRONG).await;
    };
    let version = form.version();
    let done = write(&view, &who.reader, standing.board, move |conn, by| {
        levels::change(conn, by, &standing, version, row, level.as_deref())
    });
    let done = done.await?;
    finish(&view, &who, "level", form, done, "said-level-changed").await
}

pub(super) async fn end_person(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let row: Option<RowId> = form.choice("row");
    let is_mistake = form.is_ticked("person-mistake");
    let until = if is_mistake {
        None
    } else {
        Some(after_last_day(&mut form, "person-last-day"))
    };
    let Some(row) = row.filter(|_| form.is_right()) else {
        return show(&view, &who, "end-person", &Draft::of(form), WRONG).await;
    };
    let (version, now) = (form.version(), view.now);
    let done = write(
        &view,
        &who.reader,
        standing.board,
        move |conn, by| match until {
            Some(until) => changes::end_representation(conn, by, &standing, version, row, until),
            None => take_back(conn, by, &standing, version, row, now),
        },
    );
    let done = done.await?;
    let said = if is_mistake {
        "said-person-taken-back"
    } else {
        "said-person-ended"
    };
    finish(&view, &who, "end-person", form, done, said).await
}

pub(super) async fn ask(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let (board, _) = board_and_lists(&view, standing.board).await?;
    let today = board.today(view.now);
    let known = view
        .app
        .db
        .read(move |conn| people::store::organisations(conn, today))
        .await?;
    let organisation = known.iter().find(|it| Some(it.id) == standing.organisation);
    let name_by = form.needed_date("name-by");
    if form.is_right() && name_by < today {
        form.refuse("name-by", Said::new("boards-day-is-past"));
    }
    if organisation.is_none_or(|it| it.mailbox.is_none()) {
        form.refuse("name-by", Said::new("boards-no-mailbox"));
    }
    if form.is_right() && standing.name_by == Some(name_by) {
        let id = standing.id;
        let read = move |conn: &mut Conn| mail_rows::asked(conn, id, name_by);
        if let Some(asked) = view.app.db.read(read).await? {
            form.refuse("name-by", asked_already(&board, asked));
        }
    }
    if !form.is_right() {
        return show(&view, &who, "ask", &Draft::of(form), WRONG).await;
    }
    let version = form.version();
    let done = write(&view, &who.reader, standing.board, move |conn, by| {
        changes::ask_to_name(conn, by, &standing, version, Some(name_by))
    });
    let done = done.await?;
    if done.is_ok() {
        view.app.office.bell.ring();
    }
    finish(&view, &who, "ask", form, done, "said-asked-to-name").await
}

/// The same question is not mailed twice: when it was put, and when the next reminder goes.
fn asked_already(board: &Board, (at, next): (Moment, Option<Moment>)) -> Said {
    let next = next.map_or_else(
        || Value::from("none"),
        |due| Value::from(local_date(board.zone, due.utc())),
    );
    Said::new("boards-asked-already")
        .with("asked", local_date(board.zone, at.utc()))
        .with("next", next)
}

pub(super) async fn end(view: View, who: Term, posted: Posted) -> Result<HttpResponse> {
    let (standing, mut form) = (who.object.clone(), posted.0);
    let until = form.date("last-day").and_then(|day| day.succ_opt());
    if !form.is_right() {
        return show(&view, &who, "end", &Draft::of(form), WRONG).await;
    }
    let version = form.version();
    let done = write(&view, &who.reader, standing.board, move |conn, by| {
        changes::end_term(conn, by, &standing, version, until)
    });
    let done = done.await?;
    finish(&view, &who, "end", form, done, "said-term-ended").await
}
