//! Appointing: an organisation, a role, a seat, from when to when, by which decision.
//!
//! Each seat says from when it is free, and the mandate's length of a term stands beside the last day.

use super::board::below;
use super::{Lists, coded, word};
use crate::boards::{Appointment, Board, Seat};
use crate::people::Organisation;
use crate::web::access::Role;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::{Datelike, Months, NaiveDate};
use maud::{Markup, html};

/// What the page of a new appointment needs.
pub struct NewTermPage<'a> {
    pub board: &'a Board,
    pub lists: &'a Lists,
    pub seats: &'a [Seat],
    pub appointments: &'a [Appointment],
    pub organisations: &'a [Organisation],
    /// The board's own date.
    pub today: NaiveDate,
    /// How many months a term lasts by the mandate in force.
    pub months: Option<i64>,
    pub form: &'a Form,
}

/// The page of a new appointment.
#[must_use]
pub fn new(view: &View, page: &NewTermPage<'_>) -> Markup {
    let form = page.form;
    let seats: Vec<(String, String)> = page
        .seats
        .iter()
        .filter(|seat| seat.period.until.is_none_or(|until| page.today < until))
        .map(|seat| (seat.id.to_string(), seat_text(view, page, seat)))
        .collect();
    let organisations: Vec<(String, String)> = page
        .organisations
        .iter()
        .map(|it| (it.id.to_string(), it.name.clone()))
        .collect();
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let fields = html! {
        @if form.is_ticked("sits-already") { (ui::hidden("sits-already", "yes")) }
        (ui::select(view, form, &field("organisation", "boards-organisation").needed(), &organisations))
        (ui::select(view, form, &field("role", "boards-role").needed(), &coded(view, "boards-role-", &roles)))
        (ui::select(view, form, &field("seat", "boards-seat").help(view.t("boards-seat-help")), &seats))
        (ui::input(view, form, "date", &field("from", "boards-first-day").needed()))
        (ui::input(view, form, "date", &field("last-day", "boards-last-day").help(last_day_help(view, page))))
        (ui::input(view, form, "text", &field("decision", "boards-decision").help(view.t("boards-appoint-decision-help"))))
    };
    let action = paths::of_board(page.board.id, "appointments/new");
    let body = ui::form_or_leave(
        view,
        (&action, &paths::of_board(page.board.id, "terms")),
        form,
        &fields,
        &view.t("boards-appoint"),
    );
    below(view, page.board, &view.t("boards-appoint"), &body)
}

/// “9. Rullerende medlem – ledig fra 1. januar 2027 (Statistisk sentralbyrå)”.
fn seat_text(view: &View, page: &NewTermPage<'_>, seat: &Seat) -> String {
    let kind = word(view, &page.lists.seat_kinds, &seat.kind);
    let mut free_from = page.today.max(seat.period.from);
    let mut holder = None;
    let is_open = loop {
        let holds = |it: &&Appointment| it.seat == Some(seat.id) && it.period.contains(free_from);
        let Some(held) = page.appointments.iter().find(holds) else {
            break true;
        };
        holder = held.organisation;
        match held.period.until {
            Some(until) => free_from = until,
            None => break false,
        }
    };
    let who = page.organisations.iter().find(|it| Some(it.id) == holder);
    let who = who.map_or_else(|| view.t("boards-no-organisation"), |it| it.name.clone());
    let state = match (is_open, free_from <= page.today) {
        (false, _) => view.tv("boards-seat-held", &[("who", who.into())]),
        (true, true) => view.t("boards-seat-free"),
        (true, false) if holder.is_none() => {
            let day = view.date(free_from);
            view.tv("boards-seat-free-on", &[("day", day.into())])
        }
        (true, false) => {
            let day = view.date(free_from);
            view.tv(
                "boards-seat-free-from",
                &[("day", day.into()), ("who", who.into())],
            )
        }
    };
    format!("{}. {kind} – {state}", seat.position)
}

/// How long the mandate lets a term last, with the days of one that begins at the next new year.
fn last_day_help(view: &View, page: &NewTermPage<'_>) -> String {
    let no_end = view.t("boards-no-end-help");
    let example = page.months.and_then(|months| {
        let first = NaiveDate::from_ymd_opt(page.today.year() + 1, 1, 1)?;
        let until = first.checked_add_months(Months::new(u32::try_from(months).ok()?))?;
        Some((months, first, until.pred_opt()?))
    });
    let Some((months, first, last)) = example else {
        return no_end;
    };
    let values = [
        ("months", months.into()),
        ("first", view.date(first).into()),
        ("last", view.date(last).into()),
    ];
    format!("{} {no_end}", view.tv("boards-term-length-help", &values))
}
