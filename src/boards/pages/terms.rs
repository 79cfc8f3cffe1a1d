//! Who sits until when: the term chart, the same facts as a table, who sat on a day, and forms for seats and terms.

use super::board::{below, order};
use super::{Lists, Sent, choices, period, word};
use crate::boards::rules::{common, vacancies, who_sat};
use crate::boards::{Appointment, Board, Representation, Seat};
use crate::calendar::Period;
use crate::db::ids::{OrganisationId, PersonId};
use crate::web::access::Role;
use crate::web::pictures::{BarTone, ChartBar, ChartGroup, ChartRow, TermChart, TermWords};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::{Datelike, Months, NaiveDate};
use maud::{Markup, html};
use std::collections::HashMap;

/// Before its last months a term is drawn as one that ends soon.
const SOON: Months = Months::new(6);
const TABLE: &str = "terms-table";

/// The names of organisations on one day, by their id.
pub type Names = HashMap<OrganisationId, (String, String)>;

/// What the page of a board's terms shows.
pub struct TermsPage<'a> {
    pub board: &'a Board,
    pub lists: &'a Lists,
    pub seats: &'a [Seat],
    pub appointments: &'a [Appointment],
    pub representations: &'a [Representation],
    /// The organisations' names today.
    pub names: &'a Names,
    pub people: &'a HashMap<PersonId, String>,
    pub today: NaiveDate,
    /// The day asked about, and the organisations' names on it.
    pub on: Option<(NaiveDate, &'a Names)>,
    /// What was typed in the field for the day.
    pub day: &'a Form,
    pub keeps: bool,
    pub sent: Sent<'a>,
}

impl TermsPage<'_> {
    /// From the beginning of last year to the end of the fourth year to come.
    fn window(&self) -> Period {
        let new_year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(self.today);
        let year = self.today.year();
        Period {
            from: new_year(year - 1),
            until: Some(new_year(year + 5)),
        }
    }

    fn organisation(&self, view: &View, appointment: &Appointment) -> String {
        let name = appointment.organisation.and_then(|id| self.names.get(&id));
        name.map_or_else(
            || view.t("boards-no-organisation"),
            |(name, _)| name.clone(),
        )
    }

    /// Who uses an appointment when, and when nobody does, in order.
    fn used(&self, appointment: &Appointment) -> Vec<(Period, Option<PersonId>)> {
        let mut used: Vec<(Period, Option<PersonId>)> = self
            .representations
            .iter()
            .filter(|it| it.appointment == appointment.id)
            .filter_map(|it| Some((common(it.period, appointment.period)?, Some(it.person))))
            .collect();
        used.sort_by_key(|(period, _)| period.from);
        let mut free_from = Some(appointment.period.from);
        let mut unused = Vec::new();
        for (period, _) in &used {
            unused.extend(free_from.and_then(|from| Period::new(from, Some(period.from)).ok()));
            free_from = free_from.and_then(|free| period.until.map(|until| until.max(free)));
        }
        unused.extend(free_from.and_then(|from| Period::new(from, appointment.period.until).ok()));
        used.extend(unused.into_iter().map(|period| (period, None)));
        used.sort_by_key(|(period, _)| period.from);
        used
    }

    fn person(&self, view: &View, id: Option<PersonId>) -> String {
        let name = id.and_then(|id| self.people.get(&id));
        name.cloned().unwrap_or_else(|| view.t("boards-not-named"))
    }
}

/// The page of a board's terms.
#[must_use]
pub fn page(view: &View, page: &TermsPage<'_>) -> Markup {
    let body = html! {
        (page.sent.draft.stale(view, page.board))
        (chart(view, page))
        @if page.keeps { p { (ui::link_button(&paths::of_board(page.board.id, "appointments/new"), &view.t("boards-appoint"))) } }
        (table(view, page))
        (on_a_day(view, page))
        @if page.keeps { (seats(view, page)) }
    };
    below(view, page.board, &view.t("boards-terms"), &body)
}

fn chart(view: &View, page: &TermsPage<'_>) -> Markup {
    let window = page.window();
    let (today, permanent, term, vacant, ending_soon, past) = (
        view.t("boards-chart-today"),
        view.t("boards-chart-permanent"),
        view.t("boards-chart-term"),
        view.t("boards-vacant"),
        view.t("boards-chart-ending-soon"),
        view.t("boards-chart-past"),
    );
    let chart = TermChart {
        id: "terms",
        from: window.from,
        until: window.until.unwrap_or(window.from),
        today: page.today,
        title: &view.t("boards-chart-title"),
        description: &view.t("boards-chart-description"),
        words: TermWords {
            today: &today,
            permanent: &permanent,
            term: &term,
            vacant: &vacant,
            ending_soon: &ending_soon,
            past: &past,
        },
        described_by: Some(TABLE),
        groups: groups(view, page),
    };
    html! { (chart) }
}

/// One group a kind of seat in the order of the seats, then those without a seat by role.
fn groups(view: &View, page: &TermsPage<'_>) -> Vec<ChartGroup> {
    let mut kinds: Vec<&str> = Vec::new();
    for seat in page.seats {
        if !kinds.contains(&seat.kind.as_str()) {
            kinds.push(&seat.kind);
        }
    }
    let on_seats = kinds.into_iter().map(|kind| ChartGroup {
        heading: word(view, &page.lists.seat_kinds, kind),
        rows: page
            .seats
            .iter()
            .filter(|seat| seat.kind == kind)
            .flat_map(|seat| seat_rows(view, page, seat))
            .collect(),
    });
    let mut roles: Vec<Role> = Role::ALL.to_vec();
    roles.sort_by_key(|role| order(*role));
    let without = roles.into_iter().map(|role| ChartGroup {
        heading: view.t(&format!("boards-role-{role}")),
        rows: page
            .appointments
            .iter()
            .filter(|it| it.seat.is_none() && it.role == role)
            .filter(|it| common(it.period, page.window()).is_some())
            .map(|it| appointment_row(view, page, it))
            .collect(),
    });
    let all = on_seats.chain(without);
    all.filter(|group| !group.rows.is_empty()).collect()
}

/// A seat is one row: who holds it, one after the other, and when nobody does.
fn seat_rows(view: &View, page: &TermsPage<'_>, seat: &Seat) -> Option<ChartRow> {
    let held: Vec<&Appointment> = page
        .appointments
        .iter()
        .filter(|it| it.seat == Some(seat.id) && common(it.period, page.window()).is_some())
        .collect();
    let gaps = vacancies(seat, page.appointments, page.window());
    let mut names: Vec<String> = held.iter().map(|it| page.organisation(view, it)).collect();
    names.dedup();
    let mut bars: Vec<ChartBar> = held.iter().flat_map(|it| bars(view, page, it)).collect();
    bars.extend(
        gaps.iter()
            .map(|gap| bar(view, *gap, view.t("boards-vacant"), BarTone::Vacant)),
    );
    bars.sort_by_key(|bar| bar.from);
    if bars.is_empty() {
        return None;
    }
    let label = if names.is_empty() {
        view.t("boards-vacant")
    } else {
        names.join(" / ")
    };
    Some(ChartRow { label, bars })
}

fn appointment_row(view: &View, page: &TermsPage<'_>, appointment: &Appointment) -> ChartRow {
    ChartRow {
        label: page.organisation(view, appointment),
        bars: bars(view, page, appointment),
    }
}

fn bars(view: &View, page: &TermsPage<'_>, appointment: &Appointment) -> Vec<ChartBar> {
    let today = page.today;
    let mut used = page.used(appointment);
    // A secretariat has several people at once; in one row only one bar a time can be drawn.
    used.dedup_by(|later, first| later.0.overlaps(&first.0));
    used.into_iter()
        .map(|(when, person)| {
            let ends_soon = appointment.period.until.is_some_and(|until| {
                today
                    .checked_add_months(SOON)
                    .is_some_and(|soon| until <= soon)
            });
            let tone = match person {
                _ if when.until.is_some_and(|until| until <= today) => BarTone::Past,
                None => BarTone::Vacant,
                Some(_) if appointment.period.until.is_none() => BarTone::Permanent,
                Some(_) if ends_soon => BarTone::EndingSoon,
                Some(_) => BarTone::Term,
            };
            bar(view, when, page.person(view, person), tone)
        })
        .collect()
}

fn bar(view: &View, when: Period, label: String, tone: BarTone) -> ChartBar {
    ChartBar {
        from: when.from,
        until: when.until,
        label,
        when: period(view, when),
        tone,
    }
}

/// Seats before the others, by number or role, then by the first day.
type RowOrder = ((u8, usize), NaiveDate);

fn number(seat: &Seat) -> usize {
    usize::try_from(seat.position).unwrap_or(usize::MAX)
}

/// The facts of the chart as rows, each leading to its appointment.
///
/// In the order of the chart: seat by seat, then those without one by role.
fn table(view: &View, page: &TermsPage<'_>) -> Markup {
    let kind_of = |appointment: &Appointment| {
        let seat = page
            .seats
            .iter()
            .find(|seat| Some(seat.id) == appointment.seat);
        seat.map_or_else(
            || view.t(&format!("boards-role-{}", appointment.role)),
            |seat| word(view, &page.lists.seat_kinds, &seat.kind),
        )
    };
    let mut rows: Vec<(RowOrder, Vec<Markup>)> = page
        .appointments
        .iter()
        .filter(|it| common(it.period, page.window()).is_some())
        .map(|it| {
            let people = page.used(it).into_iter().map(|(when, person)| {
                format!("{} ({})", page.person(view, person), period(view, when))
            });
            let people: Vec<String> = people.collect();
            let name = page.organisation(view, it);
            let place = page.seats.iter().find(|seat| Some(seat.id) == it.seat);
            let place = place.map_or((1, order(it.role)), |seat| (0, number(seat)));
            let row = vec![
                html! { @if page.keeps { a class="ds-link" href=(paths::appointment(it.id)) { (name) } } @else { (name) } },
                html! { (kind_of(it)) },
                html! { (period(view, it.period)) },
                html! { (people.join(", ")) },
            ];
            ((place, it.period.from), row)
        })
        .collect();
    rows.extend(
        page.seats
            .iter()
            .flat_map(|seat| vacant_rows(view, page, seat)),
    );
    rows.sort_by_key(|(place, _)| *place);
    let rows: Vec<Vec<Markup>> = rows.into_iter().map(|(_, row)| row).collect();
    let head = [
        "boards-organisation",
        "boards-seat",
        "boards-period",
        "boards-person",
    ]
    .map(|key| view.t(key));
    html! {
        div id=(TABLE) {
            @if rows.is_empty() { (ui::empty(&view.t("boards-no-terms"))) }
            @else { (ui::table(&view.t("boards-terms"), &head, &rows)) }
        }
    }
}

/// When nobody holds a seat. A vacancy that reaches the chart's edge has no end.
fn vacant_rows(view: &View, page: &TermsPage<'_>, seat: &Seat) -> Vec<(RowOrder, Vec<Markup>)> {
    let edge = page.window().until;
    vacancies(seat, page.appointments, page.window())
        .into_iter()
        .map(|gap| {
            let until = gap.until.filter(|until| Some(*until) != edge);
            let shown = Period { until, ..gap };
            let row = vec![
                html! { (view.t("boards-vacant")) },
                html! { (word(view, &page.lists.seat_kinds, &seat.kind)) },
                html! { (period(view, shown)) },
                html! { "–" },
            ];
            (((0, number(seat)), gap.from), row)
        })
        .collect()
}

fn on_a_day(view: &View, page: &TermsPage<'_>) -> Markup {
    html! {
        (ui::section_heading("on-a-day", &view.t("boards-on-a-day")))
        (ui::mistakes(view, page.day))
        form class="form" method="get" action=(paths::of_board(page.board.id, "terms")) novalidate {
            (ui::input(view, page.day, "date", &Field::new("on", view.t("boards-day")).needed()))
            div class="actions" { button class="ds-button" type="submit" { (view.t("boards-show")) } }
        }
        @if let Some((on, names)) = page.on { (who_sat_on(view, page, on, names)) }
    }
}

fn who_sat_on(view: &View, page: &TermsPage<'_>, on: NaiveDate, names: &Names) -> Markup {
    let mut sat = who_sat(page.appointments, page.representations, on);
    sat.sort_by_key(|(appointment, _)| order(appointment.role));
    let rows: Vec<Vec<Markup>> = sat
        .iter()
        .map(|(appointment, representation)| {
            let organisation = appointment.organisation.and_then(|id| names.get(&id));
            vec![
                html! { (page.person(view, representation.map(|it| it.person))) },
                html! { (organisation.map_or("–", |(name, _)| name)) },
                html! { (view.t(&format!("boards-role-{}", appointment.role))) },
            ]
        })
        .collect();
    let title = view.tv("boards-who-sat", &[("date", view.date(on).into())]);
    let head = ["boards-person", "boards-organisation", "boards-role"].map(|key| view.t(key));
    html! {
        h3 class="ds-heading" data-size="xs" { (title) }
        @if rows.is_empty() { (ui::empty(&view.t("boards-nobody-sat"))) } @else { (ui::table(&title, &head, &rows)) }
    }
}

fn seats(view: &View, page: &TermsPage<'_>) -> Markup {
    let id = page.board.id;
    let fresh = Form::filled([("how-many", "1".to_owned())]);
    let add = page.sent.form("add-seats", fresh);
    let end = page.sent.form("end-seat", Form::default());
    let open: Vec<(String, String)> = page
        .seats
        .iter()
        .filter(|seat| seat.period.until.is_none())
        .map(|seat| {
            let kind = word(view, &page.lists.seat_kinds, &seat.kind);
            (seat.id.to_string(), format!("{}. {kind}", seat.position))
        })
        .collect();
    html! {
        (ui::section_heading("seats", &view.t("boards-seats")))
        (ui::form(view, &paths::of_board(id, "seats"), &add, &html! {
            (ui::select(view, &add, &Field::new("seat-kind", view.t("boards-seat-kind")).needed(), &choices(view, &page.lists.seat_kinds)))
            (ui::input(view, &add, "number", &Field::new("how-many", view.t("boards-seat-how-many")).needed()))
            (ui::input(view, &add, "date", &Field::new("seat-from", view.t("boards-valid-from")).needed()))
        }, &view.t("boards-seat-add")))
        @if !open.is_empty() {
            (ui::form(view, &paths::of_board(id, "seats/end"), &end, &html! {
                (ui::select(view, &end, &Field::new("seat", view.t("boards-seat")).needed(), &open))
                (ui::input(view, &end, "date", &Field::new("seat-last-day", view.t("boards-last-day")).needed()))
            }, &view.t("boards-seat-end")))
        }
    }
}
