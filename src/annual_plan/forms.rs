//! Reads the forms of annual plans: what is wrong stands at its field, and what was typed stays.

use super::plan::{Approved, New};
use super::rules::read_numbers;
use super::{Counting, Facts, Plan, PlanItem, Template, When};
use crate::db::code_words::CodeWord;
use crate::db::ids::{CaseId, PlanItemId, PlanTemplateId};
use crate::db::types::Words;
use crate::i18n::Said;
use crate::web::Form;
use crate::web::access::Audience;

/// As long as each may be, in characters.
const TITLE: usize = 200;
const REASON: usize = 500;
const REFERENCE: usize = 100;
const NUMBERS: usize = 60;

/// What the fields of a planned case choose among.
#[derive(Clone, Debug)]
pub struct Lists {
    /// `case_type`.
    pub kinds: Vec<CodeWord>,
    /// `case_subject`.
    pub subjects: Vec<CodeWord>,
}

fn put_facts(form: &mut Form, of: &Facts) {
    form.put_words("title", &of.title);
    form.put("kind", of.kind.clone());
    form.put("subject", of.subject.clone());
}

/// What is written of a planned case.
pub fn read_facts(form: &mut Form, lists: &Lists) -> Facts {
    Facts {
        title: form.words("title", TITLE, true),
        kind: form.code("kind", &lists.kinds),
        subject: form.code("subject", &lists.subjects),
    }
}

/// A new template's form: the id that it will have.
#[must_use]
pub fn fresh_template() -> Form {
    Form::filled([
        ("id", PlanTemplateId::new().to_string()),
        ("counting", Counting::Meeting.to_string()),
    ])
}

/// A template as it stands, as the form of it.
#[must_use]
pub fn filled_template(of: &Template) -> Form {
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("counting", of.when.counting.to_string()),
        ("numbers", of.when.written().replace(',', ", ")),
    ]);
    put_facts(&mut form, &of.facts);
    form
}

/// What is written of a template, and at which meetings of a year it is treated; none where a mistake stands at a field.
pub fn read_template(form: &mut Form, lists: &Lists) -> Option<(Facts, When)> {
    let facts = read_facts(form, lists);
    let counting: Option<Counting> = form.choice("counting");
    let text = form.needed_line("numbers", NUMBERS);
    let when = counting.and_then(|counting| read_numbers(counting, &text));
    if when.is_none() && counting.is_some() && form.mistake("numbers").is_none() {
        form.refuse("numbers", Said::new("annual-plan-not-numbers"));
    }
    when.filter(|_| form.is_right()).map(|when| (facts, when))
}

/// A new item's form: the id that it will have.
#[must_use]
pub fn fresh_item() -> Form {
    Form::filled([("id", PlanItemId::new().to_string())])
}

/// An item as it stands, as the form of it.
#[must_use]
pub fn filled_item(of: &PlanItem) -> Form {
    let meeting = of.meeting.map(|id| id.to_string());
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("meeting", meeting.unwrap_or_default()),
        ("reason", of.dropped.clone()),
    ]);
    put_facts(&mut form, &of.facts);
    form
}

/// What is to be planned: a case that stands, or what is written; none where a mistake stands at a field.
pub fn read_item(form: &mut Form, lists: &Lists) -> Option<New> {
    let case: Option<CaseId> = form.choice_or_none("case");
    let facts = if case.is_some() {
        Facts {
            title: Words::default(),
            kind: String::new(),
            subject: String::new(),
        }
    } else {
        read_facts(form, lists)
    };
    let meeting = form.choice_or_none("meeting");
    let id = form.value("id").parse().unwrap_or_default();
    form.is_right().then_some(New {
        id,
        facts,
        case,
        meeting,
    })
}

/// Why an item is taken out of the plan.
pub fn read_reason(form: &mut Form) -> String {
    let reason = form.needed_line("reason", REASON);
    form.refuse_numbers(&["reason"]);
    reason
}

/// The approval of a plan as it stands, as the form of it.
#[must_use]
pub fn filled_approval(of: Option<&Plan>) -> Form {
    let approval = of.and_then(|plan| plan.approval.as_ref());
    let case = approval.and_then(|it| it.case).map(|id| id.to_string());
    Form::filled([
        ("version", of.map_or(0, |plan| plan.version).to_string()),
        (
            "on",
            approval.map_or_else(String::new, |it| it.on.to_string()),
        ),
        ("case", case.unwrap_or_default()),
        (
            "reference",
            approval.map_or_else(String::new, |it| it.reference.clone()),
        ),
    ])
}

/// That the board has approved a plan.
pub fn read_approval(form: &mut Form) -> Approved {
    let on = form.needed_date("on");
    let case = form.choice_or_none("case");
    let reference = form.needed_line("reference", REFERENCE);
    form.refuse_numbers(&["reference"]);
    Approved {
        on,
        case,
        reference,
    }
}

/// Whom a plan is shown to, as the form of it.
#[must_use]
pub fn filled_audience(of: Option<&Plan>) -> Form {
    let audience = of.map_or(Audience::Secretariat, |plan| plan.audience);
    Form::filled([
        ("version", of.map_or(0, |plan| plan.version).to_string()),
        ("audience", audience.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Lists {
        let word = |code: &str| (code.to_owned(), Words::new([("nb", code)]));
        Lists {
            kinds: vec![word("recommendation")],
            subjects: vec![word("plans")],
        }
    }

    fn template() -> Form {
        let mut form = fresh_template();
        form.put("title-nb", "Tertialrapport");
        form.put("kind", "recommendation");
        form.put("subject", "plans");
        form.put("numbers", "1, 3, 5");
        form
    }

    #[test]
    fn a_template_is_read_as_it_was_written() {
        let (facts, when) = read_template(&mut template(), &lists()).unwrap();
        assert_eq!(facts.title.in_language("nn"), "Tertialrapport");
        assert_eq!(when.numbers, [1, 3, 5].into());
    }

    #[test]
    fn each_mistake_of_a_template_stands_at_its_field() {
        let long = "a".repeat(201);
        for (name, value, key) in [
            ("title-nb", " ", "form-needed"),
            ("title-nn", long.as_str(), "form-too-long"),
            ("title-en", "a\u{0}b", "form-hidden-characters"),
            ("kind", "no-such", "form-not-a-choice"),
            ("subject", "", "form-needed"),
            ("counting", "", "form-needed"),
            ("numbers", "", "form-needed"),
            ("numbers", "0", "annual-plan-not-numbers"),
            ("numbers", "13", "annual-plan-not-numbers"),
            ("numbers", "1, x", "annual-plan-not-numbers"),
            ("numbers", "99999999999999999999", "annual-plan-not-numbers"),
        ] {
            let mut form = template();
            form.put(name, value);
            assert_eq!(read_template(&mut form, &lists()), None, "{name} = {value}");
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
    }

    #[test]
    fn a_case_that_stands_needs_no_words() {
        let mut form = fresh_item();
        assert!(read_item(&mut form, &lists()).is_none());
        let mut form = fresh_item();
        let case = CaseId::new();
        form.put("case", case.to_string());
        assert_eq!(read_item(&mut form, &lists()).unwrap().case, Some(case));
        let mut form = fresh_item();
        form.put("case", "no-id");
        assert!(read_item(&mut form, &lists()).is_none());
    }
}
