//! Reads the forms of measures: what is wrong stands at its field, and what was typed stays.

use super::rules::{Asked, YEARS, Years};
use super::{Facts, Measure, Turn};
use crate::db::code_words::CodeWord;
use crate::db::ids::{MeasureId, OrganisationId};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::web::Form;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// As long as each may be, in characters.
const TITLE: usize = 200;
const TEXT: usize = 4_000;
const CONTACT: usize = 200;
const NOTE: usize = 1_000;

/// What the fields of a measure choose among.
#[derive(Clone, Debug)]
pub struct Choices {
    /// By name.
    pub organisations: Vec<(OrganisationId, String)>,
    /// In the order of the work.
    pub statuses: Vec<CodeWord>,
}

/// The form of a new measure, with the id that it will have.
#[must_use]
pub fn fresh(today: NaiveDate) -> Form {
    Form::filled([
        ("id", MeasureId::new().to_string()),
        ("on", today.to_string()),
    ])
}

/// A measure as it stands, as the form of it.
#[must_use]
pub fn filled(of: &Measure) -> Form {
    let facts = &of.facts;
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("ministry", facts.ministry.to_string()),
        ("first-year", facts.years.first().to_string()),
        ("last-year", facts.years.last().to_string()),
        ("description", facts.description.clone()),
        ("goals", facts.goals.clone()),
        ("activities", facts.activities.clone()),
        ("contact", facts.contact.clone()),
    ]);
    form.put_words("title", &facts.title);
    for (name, all) in [("performs", &facts.performs), ("involved", &facts.involved)] {
        for id in all {
            form.add(name, id.as_str());
        }
    }
    form
}

/// What is written of a measure; none where a mistake stands at a field.
pub fn read(form: &mut Form, choices: &Choices) -> Option<Facts> {
    let title = form.words("title", TITLE, true);
    let ministry: Option<OrganisationId> = form.choice("ministry");
    let is_known = |id| choices.organisations.iter().any(|(known, _)| *known == id);
    if ministry.is_some_and(|id| !is_known(id)) {
        form.refuse("ministry", Said::new("form-not-a-choice"));
    }
    let performs = parties(form, choices, "performs");
    let involved = parties(form, choices, "involved");
    let years = years(form);
    let description = form.text("description", TEXT);
    let goals = form.text("goals", TEXT);
    let activities = form.text("activities", TEXT);
    let contact = form.line("contact", CONTACT);
    form.refuse_numbers(&["description", "goals", "activities", "contact"]);
    let (ministry, years) = ministry.zip(years).filter(|_| form.is_right())?;
    Some(Facts {
        title,
        ministry,
        years,
        performs,
        involved,
        description,
        goals,
        activities,
        contact,
    })
}

fn parties(form: &mut Form, choices: &Choices, name: &str) -> BTreeSet<OrganisationId> {
    let ticked = form.values(name);
    let count = ticked.len();
    let known: BTreeSet<OrganisationId> = (ticked.into_iter())
        .filter_map(|id| id.parse().ok())
        .filter(|id| choices.organisations.iter().any(|(known, _)| known == id))
        .collect();
    // Ticked twice is one too few: nobody's browser sends that.
    if known.len() != count {
        form.refuse(name, Said::new("form-not-a-choice"));
    }
    known
}

fn years(form: &mut Form) -> Option<Years> {
    let first = form.needed_number("first-year", YEARS);
    let last = form.needed_number("last-year", YEARS);
    let (has_first, has_last) = (form.mistake("first-year"), form.mistake("last-year"));
    if has_first.is_some() || has_last.is_some() {
        return None;
    }
    match Years::new(first, last) {
        Ok(years) => Some(years),
        Err(refusal) => {
            let (field, said) = refusal.at_field();
            form.refuse(field, said);
            None
        }
    }
}

/// A line of a history, as it was typed by this person now.
pub fn read_turn(form: &mut Form, choices: &Choices, (who, now): (&str, Moment)) -> Turn {
    let status = form.needed_line("status", 60);
    let is_known = choices.statuses.iter().any(|(known, _)| *known == status);
    if !is_known && form.mistake("status").is_none() {
        form.refuse("status", Said::new("form-not-a-choice"));
    }
    let turn = Turn {
        status,
        on: form.needed_date("on"),
        note: form.text("note", NOTE),
        who: who.to_owned(),
        at: now,
    };
    form.refuse_numbers(&["note"]);
    turn
}

/// What a list is to be narrowed to; what is no choice is told at its field, and narrows nothing.
pub fn asked(form: &mut Form, choices: &Choices) -> Asked {
    let status = Some(form.value("status").to_owned()).filter(|code| !code.is_empty());
    let is_status = |code: &String| choices.statuses.iter().any(|(known, _)| known == code);
    if status.as_ref().is_some_and(|code| !is_status(code)) {
        form.refuse("status", Said::new("form-not-a-choice"));
    }
    let ministry: Option<OrganisationId> = form.choice_or_none("ministry");
    let is_known = |id: &OrganisationId| choices.organisations.iter().any(|(known, _)| known == id);
    if ministry.as_ref().is_some_and(|id| !is_known(id)) {
        form.refuse("ministry", Said::new("form-not-a-choice"));
    }
    Asked {
        status: status.filter(is_status),
        ministry: ministry.filter(is_known),
        late: form.is_ticked("late"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::day;
    use crate::db::ids::BoardId;
    use crate::db::types::Words;

    fn choices() -> Choices {
        let word = |code: &str| (code.to_owned(), Words::new([("nb", code)]));
        Choices {
            organisations: vec![
                (OrganisationId::new(), "Digdir".to_owned()),
                (OrganisationId::new(), "DFD".to_owned()),
            ],
            statuses: vec![word("not_started"), word("finished")],
        }
    }

    fn measure(choices: &Choices) -> Measure {
        let [digdir, ministry] = [0, 1].map(|at: usize| choices.organisations[at].0);
        Measure {
            id: MeasureId::new(),
            board: BoardId::new(),
            facts: Facts {
                title: Words::new([("nb", "Veileder"), ("nn", "Rettleiar")]),
                ministry,
                years: Years::new(2020, 2025).expect("years in order"),
                performs: BTreeSet::from([digdir]),
                involved: BTreeSet::from([digdir, ministry]),
                description: "Hva det er.".to_owned(),
                goals: "Én\nTo".to_owned(),
                activities: String::new(),
                contact: "postmottak@digdir.example".to_owned(),
            },
            history: Vec::new(),
            version: 3,
        }
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let choices = choices();
        let measure = measure(&choices);
        let mut form = filled(&measure);
        assert_eq!(read(&mut form, &choices), Some(measure.facts));
        assert!(form.is_right() && form.version() == 3);
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        let choices = choices();
        let unknown = "0192f0c4-0000-7000-8000-000000000000";
        for (name, value, at, key) in [
            ("title-nb", " ", "title-nb", "form-needed"),
            ("title-nn", "a\u{0}b", "title-nn", "form-hidden-characters"),
            ("ministry", "", "ministry", "form-needed"),
            ("ministry", unknown, "ministry", "form-not-a-choice"),
            ("performs", unknown, "performs", "form-not-a-choice"),
            ("involved", "x", "involved", "form-not-a-choice"),
            ("first-year", "1899", "first-year", "form-not-a-number"),
            ("first-year", "2026", "last-year", "measure-ends-first"),
            ("last-year", "2201", "last-year", "form-not-a-number"),
            (
                "last-year",
                "99999999999999999999",
                "last-year",
                "form-not-a-number",
            ),
            ("last-year", "", "last-year", "form-needed"),
            ("goals", "178981 90021", "goals", "form-has-number"),
        ] {
            let mut form = filled(&measure(&choices));
            form.put(name, value);
            assert_eq!(read(&mut form, &choices), None, "{name} = {value}");
            let mistake = form.mistake(at).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
            assert_eq!(form.value(name), value, "what was typed stays");
        }
        let mut form = filled(&measure(&choices));
        form.put("activities", "a".repeat(TEXT + 1));
        assert_eq!(read(&mut form, &choices), None);
        assert!(form.mistake("activities").is_some());
    }

    #[test]
    fn nobody_may_carry_it_out_yet() {
        let choices = choices();
        let mut form = filled(&measure(&choices));
        form.put("performs", "");
        assert_eq!(read(&mut form, &choices), None, "an empty box is no choice");
        let mut measure = measure(&choices);
        measure.facts.performs.clear();
        let read = read(&mut filled(&measure), &choices);
        assert_eq!(read.map(|facts| facts.performs.len()), Some(0));
    }

    #[test]
    fn a_line_of_the_history_has_a_status_and_a_day() {
        let choices = choices();
        let now: Moment = "2026-11-22T08:00:00Z"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .expect("a moment")
            .into();
        let form = || Form::filled([("status", "finished".into()), ("on", "2026-03-01".into())]);
        let mut right = form();
        let turn = read_turn(&mut right, &choices, ("Kari", now));
        assert!(right.is_right());
        assert_eq!(
            (turn.on, turn.status.as_str()),
            (day("2026-03-01"), "finished")
        );
        for (name, value, key) in [
            ("status", "lost", "form-not-a-choice"),
            ("status", "", "form-needed"),
            ("on", "2026-02-30", "form-not-a-date"),
            ("on", "0000-01-01", "form-not-a-date"),
            ("on", "9999-12-31", "form-not-a-date"),
        ] {
            let mut wrong = form();
            wrong.put(name, value);
            read_turn(&mut wrong, &choices, ("Kari", now));
            let mistake = wrong.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
    }
}
