//! Reads the forms of related bodies and hearings: what is wrong stands at its field, and what was typed stays.

use super::{Body, Document, Facts, Hearing};
use crate::db::code_words::CodeWord;
use crate::db::ids::{MandateId, OrganisationId, RelatedBodyId};
use crate::i18n::Said;
use crate::minutes::decisions::rules::may_link;
use crate::web::Form;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// As long as each may be, in characters.
const NAME: usize = 120;
const TEXT: usize = 2_000;
const TITLE: usize = 200;
const LINK: usize = 500;
const REFERENCE: usize = 100;

/// What the fields of a body choose among.
#[derive(Clone, Debug)]
pub struct Choices {
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
    /// By name.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The versions of the board's mandate, by what each is called.
    pub mandates: Vec<(MandateId, String)>,
}

fn told(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// The form of a new body, with the id that it will have.
#[must_use]
pub fn fresh() -> Form {
    Form::filled([("id", RelatedBodyId::new().to_string())])
}

/// A body as it stands, as the form of it.
#[must_use]
pub fn filled(of: &Body) -> Form {
    let (facts, document) = (&of.facts, &of.facts.document);
    let id = |id: Option<String>| id.unwrap_or_default();
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("kind", facts.kind.clone()),
        (
            "organisation",
            id(facts.organisation.map(|id| id.to_string())),
        ),
        ("heard-on", facts.heard_on.clone()),
        ("document", document.title.clone()),
        ("link", document.link.clone()),
        ("archive", document.archive_reference.clone()),
        ("dated", told(document.dated)),
        ("mandate", id(facts.mandate.map(|id| id.to_string()))),
        ("review-on", told(facts.review_on)),
    ]);
    form.put_words("name", &facts.name);
    for subject in &facts.subjects {
        form.add("subjects", subject);
    }
    form
}

/// What is written of a body; none where a mistake stands at a field.
pub fn read(form: &mut Form, choices: &Choices) -> Option<Facts> {
    let name = form.words("name", NAME, true);
    let kind = form.code("kind", &choices.kinds);
    let organisation: Option<OrganisationId> = form.choice_or_none("organisation");
    let is_known = |id| choices.organisations.iter().any(|(known, _)| *known == id);
    if organisation.is_some_and(|id| !is_known(id)) {
        form.refuse("organisation", Said::new("form-not-a-choice"));
    }
    let mandate: Option<MandateId> = form.choice_or_none("mandate");
    let is_known = |id| choices.mandates.iter().any(|(known, _)| *known == id);
    if mandate.is_some_and(|id| !is_known(id)) {
        form.refuse("mandate", Said::new("form-not-a-choice"));
    }
    let subjects = subjects(form, choices);
    let heard_on = form.text("heard-on", TEXT);
    let document = document(form);
    let review_on = form.date("review-on");
    form.refuse_numbers(&["heard-on", "document", "archive"]);
    form.is_right().then_some(Facts {
        name,
        kind,
        organisation,
        heard_on,
        subjects,
        document,
        mandate,
        review_on,
    })
}

fn subjects(form: &mut Form, choices: &Choices) -> BTreeSet<String> {
    let ticked: BTreeSet<String> = (form.values("subjects").into_iter())
        .map(str::to_owned)
        .collect();
    let is_known = |code: &String| choices.subjects.iter().any(|(known, _)| known == code);
    if !ticked.iter().all(is_known) {
        form.refuse("subjects", Said::new("form-not-a-choice"));
    }
    ticked
}

fn document(form: &mut Form) -> Document {
    Document {
        title: form.line("document", TITLE),
        link: link(form),
        archive_reference: form.line("archive", REFERENCE),
        dated: form.date("dated"),
    }
}

fn link(form: &mut Form) -> String {
    let link = form.line("link", LINK);
    if let (Err(refusal), None) = (may_link(&link), form.mistake("link")) {
        form.refuse("link", refusal.said());
    }
    link
}

/// When a document is to be looked through again, and what was found.
pub fn read_review(form: &mut Form) -> (Option<NaiveDate>, String) {
    let next = form.date("review-on");
    let note = form.text("note", TEXT);
    form.refuse_numbers(&["note"]);
    (next, note)
}

/// A hearing as it stands, as the form of it; today where there is none yet.
#[must_use]
pub fn filled_hearing(of: Option<&(Hearing, i64)>, today: NaiveDate) -> Form {
    let Some((hearing, version)) = of else {
        return Form::filled([("version", "0".to_owned()), ("asked-on", today.to_string())]);
    };
    Form::filled([
        ("version", version.to_string()),
        ("asked-on", hearing.asked_on.to_string()),
        ("answered-on", told(hearing.answered_on)),
        ("answer", hearing.answer.clone()),
        ("link", hearing.link.clone()),
    ])
}

/// A hearing as it was typed.
pub fn read_hearing(form: &mut Form) -> Hearing {
    let hearing = Hearing {
        asked_on: form.needed_date("asked-on"),
        answered_on: form.date("answered-on"),
        answer: form.text("answer", TEXT),
        link: link(form),
    };
    form.refuse_numbers(&["answer"]);
    hearing
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
            kinds: vec![word("owner"), word("advisory")],
            subjects: vec![word("plans"), word("portfolio")],
            organisations: vec![(OrganisationId::new(), "KS".to_owned())],
            mandates: vec![(MandateId::new(), "1.4".to_owned())],
        }
    }

    fn body(choices: &Choices) -> Body {
        Body {
            id: RelatedBodyId::new(),
            board: BoardId::new(),
            facts: Facts {
                name: Words::new([("nb", "Skate"), ("en", "Skate")]),
                kind: "advisory".to_owned(),
                organisation: Some(choices.organisations[0].0),
                heard_on: "Strategier\nog planer".to_owned(),
                subjects: BTreeSet::from(["plans".to_owned(), "portfolio".to_owned()]),
                document: Document {
                    title: "Forholdet mellom Skate og styringsråd".to_owned(),
                    link: "https://digdir.example/skate".to_owned(),
                    archive_reference: "21/00123-4".to_owned(),
                    dated: Some(day("2021-10-01")),
                },
                mandate: Some(choices.mandates[0].0),
                review_on: Some(day("2027-10-01")),
            },
            reviews: Vec::new(),
            version: 3,
        }
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let choices = choices();
        let body = body(&choices);
        let mut form = filled(&body);
        assert_eq!(read(&mut form, &choices), Some(body.facts));
        assert!(form.is_right() && form.version() == 3);
        let hearing = Hearing {
            asked_on: day("2026-10-01"),
            answered_on: Some(day("2026-11-01")),
            answer: "Støtter\nforslaget.".to_owned(),
            link: "https://ks.example/svar".to_owned(),
        };
        let mut form = filled_hearing(Some(&(hearing.clone(), 2)), day("2026-11-22"));
        assert_eq!(read_hearing(&mut form), hearing);
        assert!(form.is_right() && form.version() == 2);
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        let choices = choices();
        let unknown = "0192f0c4-0000-7000-8000-000000000000";
        for (name, value, key) in [
            ("name-nb", " ", "form-needed"),
            ("name-nn", "a\u{0}b", "form-hidden-characters"),
            ("kind", "", "form-needed"),
            ("kind", "lost", "form-not-a-choice"),
            ("organisation", unknown, "form-not-a-choice"),
            ("mandate", unknown, "form-not-a-choice"),
            ("mandate", "x", "form-not-a-choice"),
            ("subjects", "lost", "form-not-a-choice"),
            ("link", "ftp://digdir.example/a", "decision-not-a-link"),
            ("link", "javascript:alert(1)", "decision-not-a-link"),
            ("dated", "2026-02-30", "form-not-a-date"),
            ("review-on", "9999-12-31", "form-not-a-date"),
            ("review-on", "0000-01-01", "form-not-a-date"),
            ("heard-on", "178981 90021", "form-has-number"),
        ] {
            let mut form = filled(&body(&choices));
            form.put(name, value);
            assert_eq!(read(&mut form, &choices), None, "{name} = {value}");
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
            assert_eq!(form.value(name), value, "what was typed stays");
        }
        let mut form = filled(&body(&choices));
        form.put("heard-on", "a".repeat(TEXT + 1));
        assert_eq!(read(&mut form, &choices), None);
    }
}
