//! Reads the forms of proposals: what is wrong stands at its field, and what was typed stays.

use super::plan::Head;
use super::rules::holder;
use super::store::Ground;
use super::{Leaving, Line, Rotation};
use crate::calendar::Period;
use crate::db::ids::RowId;
use crate::i18n::Said;
use crate::web::Form;
use chrono::NaiveDate;

/// As long as each may be, in characters.
const TITLE: usize = 200;
const NOTE: usize = 1_000;
const DECISION: usize = 200;

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// What is written above the lines, as the form of it.
#[must_use]
pub fn filled_head(of: &Rotation) -> Form {
    Form::filled([
        ("version", of.version.to_string()),
        ("title", of.title.clone()),
        ("from", of.from.to_string()),
        ("note", of.note.clone()),
    ])
}

/// What is written above the lines of a proposal whose day is still to come.
pub fn read_head(form: &mut Form, today: NaiveDate) -> Head {
    let title = form.needed_line("title", TITLE);
    let from = form.needed_date("from");
    if form.mistake("from").is_none() && from < today {
        form.refuse("from", Said::new("boards-day-is-past"));
    }
    let note = form.text("note", NOTE);
    form.refuse_numbers(&["title", "note"]);
    Head { title, from, note }
}

/// A line as it stands, as the form of it.
#[must_use]
pub fn filled_line(line: &Line, version: i64) -> Form {
    let ends = line.leaves.and_then(|it| it.until.pred_opt());
    let organisation = line.organisation.map(|it| it.to_string());
    Form::filled([
        ("version", version.to_string()),
        ("seat", line.seat.to_string()),
        ("leaves-last-day", day(ends)),
        ("organisation", organisation.unwrap_or_default()),
        ("from", line.period.from.to_string()),
        ("last-day", day(line.period.last_day())),
        ("name-by", day(line.name_by)),
    ])
}

/// A line; none where a mistake stands at a field. Who leaves is whoever has the seat before the first day.
pub fn read_line(form: &mut Form, id: RowId, ground: &Ground, today: NaiveDate) -> Option<Line> {
    let seat = form.choice("seat");
    let ends = form.date("leaves-last-day").and_then(|day| day.succ_opt());
    let organisation = form.choice_or_none("organisation");
    let from = form.needed_date("from");
    let until = form.date("last-day").and_then(|day| day.succ_opt());
    let name_by = form.date("name-by");
    let period = Period::new(from, until);
    if period.is_err() {
        form.refuse("last-day", Said::new("boards-ends-before-it-begins"));
    }
    let (seat, period) = seat.zip(period.ok())?;
    let holder = holder(&ground.facts.appointments, seat, from, today);
    if ends.is_some() && holder.is_none() {
        form.refuse("leaves-last-day", Said::new("rotation-not-on-the-seat"));
    }
    // A term that ends in time by itself needs no day here, and who has it leaves all the same.
    let leaves = holder.and_then(|it| {
        let by_itself = it.period.until.filter(|until| *until <= from);
        let until = ends.or(by_itself)?;
        Some(Leaving { term: it.id, until })
    });
    form.is_right().then_some(Line {
        id,
        seat,
        leaves,
        organisation,
        period,
        name_by,
        made: None,
    })
}

/// What was decided, and the day, which has come.
pub fn read_decision(form: &mut Form, today: NaiveDate) -> (String, NaiveDate) {
    let decision = form.needed_line("decision", DECISION);
    let on = form.needed_date("decided-on");
    if form.mistake("decided-on").is_none() && on > today {
        form.refuse("decided-on", Said::new("rotation-decided-later"));
    }
    form.refuse_numbers(&["decision"]);
    (decision, on)
}
