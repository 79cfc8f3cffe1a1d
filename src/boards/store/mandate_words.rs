//! Rules and lead times of mandates in the words of the log.

use crate::audit;
use crate::boards::{DeadlineRule, Rule, rule_kind};
use crate::db::code_words::CodeWord;
use crate::db::types::Words;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::i18n::{Language, text};

/// The open lists that hold the words of what rules are about.
const LISTS: [&str; 5] = [
    "seat_kind",
    "outcome",
    "organisation_kind",
    "organisation_size",
    "level",
];

/// The words of those lists.
pub(super) fn lists(conn: &mut Conn) -> Result<Vec<CodeWord>> {
    let mut lists = Vec::new();
    for list in LISTS {
        lists.extend(code_words::list(conn, list)?);
    }
    Ok(lists)
}

/// A rule with all that a form can change of it.
pub(super) fn rule_in_words(lists: &[CodeWord], rule: &Rule) -> Words {
    let number = rule.quantity.map(|it| it.to_string()).unwrap_or_default();
    let audience = format!("boards-audience-{}", rule.subject);
    let among = |language: Language| {
        let kinds = rule.among.iter();
        let kinds = kinds.map(|kind| audit::code_in_words(lists, kind));
        let kinds: Vec<String> = kinds
            .map(|words| words.in_language(language.tag()).to_owned())
            .collect();
        kinds.join(", ")
    };
    audit::in_words(|language| {
        let subject = if rule.kind == rule_kind::DEFAULT_AUDIENCE {
            text(language, &audience, &[])
        } else if rule.subject.is_empty() {
            String::new()
        } else {
            let words = audit::code_in_words(lists, &rule.subject);
            words.in_language(language.tag()).to_owned()
        };
        let parts = [
            text(language, &format!("boards-rule-kind-{}", rule.kind), &[]),
            subject,
            among(language),
            number.clone(),
            text(language, &format!("boards-strength-{}", rule.strength), &[]),
            rule.words.in_language(language.tag()).to_owned(),
            rule.paragraph.clone(),
        ];
        said_parts(parts)
    })
}

fn said_parts(parts: impl IntoIterator<Item = String>) -> String {
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

pub(super) fn deadline_in_words(kinds: &[CodeWord], rule: &DeadlineRule) -> Words {
    let kind = audit::code_in_words(kinds, &rule.meeting_kind);
    let counting = format!("boards-counting-{}", rule.offset.counting.code());
    audit::in_words(|language| {
        said_parts([
            kind.in_language(language.tag()).to_owned(),
            text(language, &format!("boards-about-{}", rule.stage), &[]),
            rule.offset.days.to_string(),
            text(language, &counting, &[]),
            rule.offset.time.format("%H:%M").to_string(),
        ])
    })
}
