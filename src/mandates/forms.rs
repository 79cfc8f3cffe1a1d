//! The forms of versions, read into what the rules know. What was typed is kept whatever is wrong with it.

use super::rules::text::{self, MOST_TEXT};
use super::rules::what_if::FIELDS;
use super::{Document, Paragraph, Wish};
use crate::boards::store::mandate_changes::MandateDraft;
use crate::boards::{Mandate, MandateState, rule_kind};
use crate::calendar::Period;
use crate::cases::Facts;
use crate::db::code_words::CodeWord;
use crate::i18n::{Language, Said};
use crate::web::Form;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A new draft: what it is called, when it is to count, and its language.
pub fn read_draft(form: &mut Form, languages: &[Language]) -> Option<(MandateDraft, Language)> {
    let label = form.needed_line("label", 40);
    let from = form.needed_date("from");
    let until = form.date("last-day").and_then(|day| day.succ_opt());
    let period = Period::new(from, until);
    if period.is_err() {
        form.refuse("last-day", Said::new("boards-ends-before-it-begins"));
    }
    let language = read_language(form, languages);
    let draft = MandateDraft {
        label,
        period: period.ok()?,
        decision: String::new(),
    };
    form.is_right().then_some((draft, language?))
}

/// One of the languages that the board's documents are in.
fn read_language(form: &mut Form, languages: &[Language]) -> Option<Language> {
    let language = Language::from_tag(form.value("language"));
    let language = language.filter(|it| languages.contains(it));
    if language.is_none() {
        form.refuse("language", Said::new("form-not-a-choice"));
    }
    language
}

/// A form filled with a text that stands.
#[must_use]
pub fn filled_text(mandate: &Mandate, document: &Document) -> Form {
    Form::filled([
        ("version", mandate.version.to_string()),
        ("language", document.language.tag().to_owned()),
        ("text", text::written(&document.paragraphs)),
    ])
}

/// A text with its language, read into paragraphs.
pub fn read_text(form: &mut Form, languages: &[Language]) -> Option<(Language, Vec<Paragraph>)> {
    let language = read_language(form, languages);
    let typed = form.text("text", MOST_TEXT);
    if typed.is_empty() && form.mistake("text").is_none() {
        form.refuse("text", Said::new("form-needed"));
    }
    form.refuse_numbers(&["text"]);
    let mut paragraphs = Vec::new();
    if form.mistake("text").is_none() {
        match text::read(&typed) {
            Ok(read) => paragraphs = read,
            Err(said) => form.refuse("text", said),
        }
    }
    form.is_right().then_some((language?, paragraphs))
}

/// What the case of a version is called, and the choices of its lists.
pub fn read_case(
    form: &mut Form,
    (kinds, subjects): (&[CodeWord], &[CodeWord]),
    language: Language,
    description: String,
) -> Option<Facts> {
    let title = form.needed_line("title", 200);
    form.refuse_numbers(&["title"]);
    let mut code = |name: &str, list: &[CodeWord]| {
        let code = form.needed_line(name, 60);
        if form.mistake(name).is_none() && list.iter().all(|(of, _)| *of != code) {
            form.refuse(name, Said::new("form-not-a-choice"));
        }
        code
    };
    let (kind, subject) = (code("kind", kinds), code("subject", subjects));
    form.is_right().then(|| Facts {
        public_title: title.clone(),
        title,
        kind,
        subject,
        language,
        description,
        archive_reference: String::new(),
        organisations: BTreeSet::new(),
        responsible_board: None,
        affects_municipalities: false,
        wanted_meeting: None,
        follows: None,
    })
}

/// The decision that approved a version, and its day, which is no day to come.
pub fn read_approval(form: &mut Form, today: NaiveDate) -> Option<(String, NaiveDate)> {
    let decision = form.needed_line("decision", 200);
    form.refuse_numbers(&["decision"]);
    let day = form.needed_date("day");
    if form.mistake("day").is_none() && day > today {
        form.refuse("day", Said::new("mandate-approved-later"));
    }
    form.is_right().then_some((decision, day))
}

/// The fields of a wish as a version has them; one that counts already has no day to begin.
#[must_use]
pub fn filled_wish(base: &Mandate) -> Form {
    let from = match base.state {
        MandateState::Approved => String::new(),
        MandateState::Draft | MandateState::Proposed => base.period.from.to_string(),
    };
    let mut form = Form::filled([("from", from)]);
    for (field, kind) in FIELDS {
        let number = base.quantity(kind).map(|it| it.to_string());
        form.put(field, number.unwrap_or_default());
    }
    form
}

/// What is asked. What is typed as the version has it already asks for nothing else.
pub fn read_wish(form: &mut Form, base: &Mandate) -> Option<Wish> {
    let from = form.needed_date("from");
    let mut number = |field: &str, kind: &str| {
        // A term cannot last no time.
        let least = i64::from(kind == rule_kind::TERM_MONTHS);
        let asked = form.number(field, least..=1000);
        asked.filter(|it| base.quantity(kind) != Some(*it))
    };
    let [least, most, months, meetings] = FIELDS.map(|(field, kind)| number(field, kind));
    form.is_right().then_some(Wish {
        from,
        least,
        most,
        months,
        meetings,
    })
}
