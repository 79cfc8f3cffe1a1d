//! Reads the form of an action item: what is wrong stands at its field, and what was typed stays.

use super::rules::{self, Refusal};
use super::{Owner, Task};
use crate::i18n::Said;
use crate::web::Form;
use chrono::NaiveDate;

/// As long as it may say what is to be done, in characters: one or two sentences.
const LONGEST: usize = 600;
const NAME: usize = 120;
const LINK: usize = 500;
/// As long as the note of who settles it may be.
const NOTE: usize = 1_000;

/// Somebody who can be chosen as its owner, with what they are called.
pub type Choice = (Owner, String);

/// The name of a field: the forms of all items stand on one page, so each is named after its own.
#[must_use]
pub fn field(name: &str, key: &str) -> String {
    format!("{name}-{key}")
}

/// What was typed.
pub fn read(form: &mut Form, key: &str, owners: &[Choice], first_day: NaiveDate) -> Task {
    let [content, chosen, named, due, link] =
        ["todo", "owner", "owner-name", "due", "link"].map(|name| field(name, key));
    let task_content = form.text(&content, LONGEST);
    if task_content.is_empty() {
        form.refuse(&content, Said::new("form-needed"));
    }
    let (owner, owner_name) = read_owner(form, (&chosen, &named), owners);
    let task = Task {
        content: task_content,
        owner,
        owner_name,
        due_on: form.date(&due),
        link: form.line(&link, LINK),
    };
    let checks = [
        (&due, rules::may_be_due(task.due_on, first_day)),
        (&link, rules::may_link(&task.link)),
    ];
    for (at, refusal) in checks {
        if let Err(refusal) = refusal {
            refuse(form, at, refusal);
        }
    }
    form.refuse_numbers(&[&content, &named, &link]);
    task
}

fn read_owner(
    form: &mut Form,
    (chosen, named): (&str, &str),
    owners: &[Choice],
) -> (Owner, String) {
    let name = form.line(named, NAME);
    let known = form.value(chosen).trim().parse().ok();
    let listed = known.and_then(|owner| match owner {
        Owner::Other => Some((owner, name.clone())),
        _ => owners.iter().find(|(of, _)| *of == owner).cloned(),
    });
    let Some((owner, called)) = listed else {
        form.refuse(chosen, Said::new("form-not-a-choice"));
        return (Owner::Other, name);
    };
    if let Err(refusal) = rules::owned_by(owner, &name) {
        refuse(form, chosen, refusal);
    }
    (owner, called)
}

fn refuse(form: &mut Form, at: &str, refusal: Refusal) {
    if form.mistake(at).is_none() {
        form.refuse(at, refusal.said());
    }
}

/// What is said when something is settled.
pub fn read_note(form: &mut Form, is_needed: bool) -> String {
    let note = form.text("note", NOTE);
    if is_needed && note.is_empty() {
        form.refuse("note", Said::new("action-note-needed"));
    }
    form.refuse_numbers(&["note"]);
    note
}

/// What stands, as the form of it.
#[must_use]
pub fn filled(key: &str, task: &Task) -> Form {
    let mut form = Form::default();
    let named = match task.owner {
        Owner::Other => task.owner_name.clone(),
        _ => String::new(),
    };
    for (name, value) in [
        ("todo", task.content.clone()),
        ("owner", task.owner.to_string()),
        ("owner-name", named),
        (
            "due",
            task.due_on.map_or_else(String::new, |day| day.to_string()),
        ),
        ("link", task.link.clone()),
    ] {
        form.put(&field(name, key), value);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::PersonId;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 9).expect("a day");

    fn typed(values: &[(&str, &str)]) -> Form {
        let mut form = Form::default();
        for (name, value) in values {
            form.put(&field(name, "x"), *value);
        }
        form
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let olav = (Owner::Person(PersonId::new()), "Olav".to_owned());
        let task = Task {
            content: "Lage en oversikt.".to_owned(),
            owner: olav.0,
            owner_name: olav.1.clone(),
            due_on: Some(DAY),
            link: "https://digdir.no".to_owned(),
        };
        let other = Task {
            owner: Owner::Other,
            owner_name: "KS".to_owned(),
            ..task.clone()
        };
        for task in [task, other] {
            let mut form = filled("x", &task);
            assert_eq!(read(&mut form, "x", std::slice::from_ref(&olav), DAY), task);
            assert!(form.is_right(), "{form:?}");
        }
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        let stranger = Owner::Person(PersonId::new()).to_string();
        let right = [("todo", "Lage en oversikt"), ("owner-name", "KS")];
        for (name, value, key) in [
            ("todo", " ", "form-needed"),
            ("todo", "Gjelder 178981 90021.", "form-has-number"),
            ("owner", stranger.as_str(), "form-not-a-choice"),
            ("owner", "Olav", "form-not-a-choice"),
            ("due", "2026-12-08", "action-due-before-meeting"),
            ("due", "i morgen", "form-not-a-date"),
            ("link", "http://digdir.no", "action-link-not-https"),
        ] {
            let mut form = typed(&right);
            form.put(&field(name, "x"), value);
            read(&mut form, "x", &[], DAY);
            let mistake = form.mistake(&field(name, "x")).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
        let mut nobody = typed(&[("todo", "Lage en oversikt")]);
        read(&mut nobody, "x", &[], DAY);
        let mistake = nobody.mistake("owner-x").map(|said| said.key);
        assert_eq!(mistake, Some("action-no-owner"));
    }
}
