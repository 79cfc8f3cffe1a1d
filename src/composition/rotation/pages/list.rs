//! When terms end, as a picture and as a table, and a board's proposals.

use super::{above, crowded, name_of, seat_text, state};
use crate::boards::Appointment;
use crate::boards::pages::Lists;
use crate::composition::rotation::store::Ground;
use crate::composition::rotation::{HalfYear, Rotation, Staggering, rules};
use crate::db::ids::AppointmentId;
use crate::web::pictures::{AmountBar, AmountBars};
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// The id of the table with the picture's facts.
const TABLE: &str = "staggering-table";
/// As many half years as the picture has room for; the table has them all.
const MOST_BARS: usize = 12;

/// What the page shows.
pub struct List {
    pub ground: Ground,
    pub lists: Lists,
    /// Those that the reader reads.
    pub rotations: Vec<Rotation>,
    /// Whether the reader makes proposals.
    pub makes: bool,
    pub today: NaiveDate,
}

/// The page, with the form of a new proposal for those who make them.
#[must_use]
pub fn page(view: &View, page: &List, form: &Form) -> Markup {
    let terms = &page.ground.facts.appointments;
    let found = rules::staggering(terms, page.today);
    html! {
        (above(view, &page.ground.board, &[]))
        (ui::heading(&view.t("rotation")))
        (crowded(view, &rules::crowded(terms, page.today)))
        (ui::section_heading("ends", &view.t("rotation-ends")))
        @if found.halves.is_empty() { (ui::empty(&view.t("rotation-no-ends"))) }
        @else {
            (picture(view, &found))
            (table(view, page, &found))
        }
        (ui::paragraph(&view.tv("rotation-permanent", &[("n", found.permanent.into())])))
        @if page.makes || !page.rotations.is_empty() { (proposals(view, page)) }
        @if page.makes {
            (ui::section("new", &view.t("rotation-new"), &new(view, page, form)))
        }
    }
}

/// “2. halvår 2027”.
fn half(view: &View, of: &HalfYear) -> String {
    let key = if of.is_second {
        "rotation-second-half"
    } else {
        "rotation-first-half"
    };
    view.tv(key, &[("year", of.year.to_string().into())])
}

fn picture(view: &View, found: &Staggering) -> Markup {
    let bars = found.halves.iter().take(MOST_BARS).map(|it| AmountBar {
        label: half(view, it),
        value: view.tv("rotation-terms", &[("n", it.terms.len().into())]),
        amount: i64::try_from(it.terms.len()).unwrap_or(i64::MAX),
    });
    let (title, description) = (view.t("rotation-ends"), view.t("rotation-ends-description"));
    html! {
        (AmountBars {
            id: "staggering",
            title: &title,
            description: &description,
            described_by: Some(TABLE),
            bars: bars.collect(),
        })
    }
}

fn table(view: &View, page: &List, found: &Staggering) -> Markup {
    let row = |of: &HalfYear| {
        let who: Vec<Markup> = of
            .terms
            .iter()
            .filter_map(|id| term(view, page, *id))
            .collect();
        vec![
            html! { (half(view, of)) },
            html! { (of.terms.len()) },
            html! { (ui::list(&who)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = found.halves.iter().map(row).collect();
    let head = ["rotation-half", "rotation-how-many", "rotation-who"].map(|key| view.t(key));
    html! { div id=(TABLE) { (ui::figures(&view.t("rotation-ends"), &head, 1..2, &rows)) } }
}

/// Who has the term, on which seat, and its last day.
fn term(view: &View, page: &List, id: AppointmentId) -> Option<Markup> {
    let facts = &page.ground.facts;
    let of: &Appointment = facts.appointments.iter().find(|it| it.id == id)?;
    let seat = facts.seats.iter().find(|it| Some(it.id) == of.seat);
    let last = of.period.last_day()?;
    Some(html! {
        (name_of(view, &page.ground, of.organisation))
        @if let Some(seat) = seat { ", " (seat_text(view, &page.lists, seat)) }
        ": " (view.date(last))
    })
}

fn proposals(view: &View, page: &List) -> Markup {
    let row = |of: &Rotation| {
        vec![
            ui::link(&paths::rotation(of.id), &of.title),
            html! { (view.date(of.from)) },
            html! { (of.lines.len()) },
            state(view, of.state),
        ]
    };
    let rows: Vec<Vec<Markup>> = page.rotations.iter().map(row).collect();
    let head = [
        "rotation-called",
        "rotation-from",
        "rotation-seats",
        "rotation-state",
    ]
    .map(|key| view.t(key));
    let title = view.t("rotation-proposals");
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("rotation-no-proposals"))) }
        @else { (ui::figures(&title, &head, 2..3, &rows)) }
    };
    ui::section("proposals", &title, &body)
}

fn new(view: &View, page: &List, form: &Form) -> Markup {
    let fields = super::edit::head_fields(view, form);
    let note = Field::new("note", view.t("rotation-note")).help(view.t("rotation-note-help"));
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::paragraph(&view.t("rotation-new-how")))
        (fields)
        (ui::text_area(view, form, &note))
    };
    let action = paths::rotations(page.ground.board.id);
    ui::form(view, &action, form, &body, &view.t("rotation-begin"))
}
