//! The form of a notice: whom it goes to, and the secretariat's own words in each of the board's languages.

use super::rules::is_ticked;
use super::send::{Draft, Sending, versions};
use super::{Candidate, NoticeKind};
use crate::boards::Board;
use crate::db::ids::{NoticeId, PersonId};
use crate::db::types::Words;
use crate::i18n::{Language, Said};
use crate::meetings::forms::digest;
use crate::web::Form;

/// As long as a mail may reasonably be.
const LONGEST: usize = 4000;

/// Whom the page first proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// As the kind of notice says.
    Usual,
    /// Those who have not answered.
    Silent,
    /// Nobody: each is chosen.
    Nobody,
}

impl Proposed {
    /// The word in the address.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "silent" => Self::Silent,
            "chosen" => Self::Nobody,
            _ => Self::Usual,
        }
    }

    fn has(self, kind: NoticeKind, one: &Candidate) -> bool {
        is_ticked(kind, one)
            && match self {
                Self::Usual => true,
                Self::Silent => one.owes_answer,
                Self::Nobody => false,
            }
    }
}

/// The name of a field in one language.
#[must_use]
pub fn in_language(name: &str, language: Language) -> String {
    format!("{name}-{}", language.tag())
}

/// The languages that own words are written in: the board's.
#[must_use]
pub fn languages(board: &Board) -> Vec<Language> {
    if board.languages.is_empty() {
        return vec![Language::NB];
    }
    board.languages.clone()
}

/// The form as it is first shown: exactly what a browser sends when nothing is changed, so that it counts as seen.
#[must_use]
pub fn fresh(draft: &Draft, proposed: Proposed) -> Form {
    let kind = draft.notice.kind;
    let mut fields = vec![
        ("id".to_owned(), NoticeId::new().to_string()),
        ("kind".to_owned(), kind.to_string()),
        ("version".to_owned(), versions(&draft.meetings)),
    ];
    for language in languages(&draft.data.board) {
        if kind == NoticeKind::Message {
            fields.push((in_language("subject", language), String::new()));
        }
        fields.push((in_language("paragraph", language), String::new()));
    }
    let ticked = draft
        .candidates
        .iter()
        .filter(|one| proposed.has(kind, one));
    fields.extend(ticked.map(|one| ("to".to_owned(), one.person.to_string())));
    let mut form = Form::new(fields);
    let seen = digest(&form);
    form.put("seen", seen);
    form
}

/// Reads the form; what is wrong stands in it.
pub fn read(form: &mut Form, draft: &Draft) -> Sending {
    let languages = languages(&draft.data.board);
    let kind = draft.notice.kind;
    let paragraph = words(form, "paragraph", &languages, LONGEST);
    let subject = if kind == NoticeKind::Message {
        let subject = subjects(form, &languages);
        needed(form, &languages);
        subject
    } else {
        Words::default()
    };
    let to: Vec<Option<PersonId>> = (form.values("to").iter())
        .map(|id| id.parse().ok())
        .collect();
    let to: Option<Vec<PersonId>> = to.into_iter().collect();
    let mut to = to.unwrap_or_else(|| {
        form.refuse("to", Said::new("form-not-a-choice"));
        Vec::new()
    });
    to.sort_unstable();
    to.dedup();
    if to.is_empty() && form.mistake("to").is_none() {
        form.refuse("to", Said::new("notice-refused-nobody"));
    }
    Sending {
        id: form.value("id").parse().unwrap_or_default(),
        board: draft.notice.board,
        kind,
        subject,
        paragraph,
        to,
        meetings: draft.meetings.iter().map(|meeting| meeting.id).collect(),
        versions: form.value("version").to_owned(),
    }
}

fn words(form: &mut Form, name: &str, languages: &[Language], most: usize) -> Words {
    said(form, name, languages, |form, name| form.text(name, most))
}

fn subjects(form: &mut Form, languages: &[Language]) -> Words {
    said(form, "subject", languages, |form, name| {
        form.line(name, 150)
    })
}

/// A field in each of these languages. What is mailed holds no national identity number.
fn said(
    form: &mut Form,
    name: &str,
    languages: &[Language],
    read: impl Fn(&mut Form, &str) -> String,
) -> Words {
    let mut texts = Vec::new();
    for language in languages {
        let name = in_language(name, *language);
        texts.push((language.tag(), read(form, &name)));
        form.refuse_numbers(&[name.as_str()]);
    }
    Words::new(texts.iter().map(|(tag, text)| (*tag, text.as_str())))
}

/// A message has words in at least one language, and where it has any, both a subject and a text.
fn needed(form: &mut Form, languages: &[Language]) {
    let is_empty = |form: &Form, name: &str| form.value(name).trim().is_empty();
    let all_empty = languages.iter().all(|language| {
        is_empty(form, &in_language("subject", *language))
            && is_empty(form, &in_language("paragraph", *language))
    });
    for (at, language) in languages.iter().enumerate() {
        let names = ["subject", "paragraph"].map(|name| in_language(name, *language));
        let is_wanted = (all_empty && at == 0) || names.iter().any(|name| !is_empty(form, name));
        for name in names {
            if is_wanted && is_empty(form, &name) && form.mistake(&name).is_none() {
                form.refuse(&name, Said::new("form-needed"));
            }
        }
    }
}
