//! The form of the search, read into a question. It is a part of an address, so anything may stand in it: what is no
//! choice asks for nothing, and what is no date is told at its field.

use super::rules::terms;
use super::{Found, Order, Question, Sort};
use crate::db::code_words::CodeWord;
use crate::web::Form;
use std::collections::HashMap;

/// As much as is read of what was typed, in letters.
const LONGEST: usize = 200;

/// The form's fields, as they stand in the address.
const FIELDS: [&str; 8] = [
    "text", "board", "sort", "kind", "subject", "from", "until", "order",
];

/// The form as it was sent.
#[must_use]
pub fn sent(asked: &HashMap<String, String>) -> Form {
    let value = |name: &'static str| Some((name, asked.get(name)?.clone()));
    Form::filled(FIELDS.into_iter().filter_map(value))
}

/// What it asks; the lists are those of types and subjects.
pub fn question(form: &mut Form, page: Option<&String>, lists: [&[CodeWord]; 2]) -> Question {
    let text: String = form.value("text").chars().take(LONGEST).collect();
    let [kinds, subjects] = lists;
    let chosen = |name: &str, list: &[CodeWord]| {
        let code = form.value(name);
        let is_there = list.iter().any(|(known, _)| known == code);
        is_there.then(|| code.to_owned())
    };
    let (kind, subject) = (chosen("kind", kinds), chosen("subject", subjects));
    let page: usize = page.and_then(|page| page.parse().ok()).unwrap_or(0);
    Question {
        terms: terms(&text),
        board: form.value("board").parse().ok(),
        sort: form.value("sort").parse::<Sort>().ok(),
        kind,
        subject,
        from: form.date("from"),
        until: form.date("until"),
        order: form.value("order").parse().unwrap_or(Order::Best),
        page: page.min(Found::MOST),
    }
}

/// The address of a page of the same search.
#[must_use]
pub fn address(form: &Form, page: usize) -> String {
    use crate::web::paths::{SEARCH, escape};
    let said = |name: &&str| !form.value(name).is_empty();
    let fields = FIELDS.iter().filter(|name| said(name));
    let fields: Vec<String> = fields
        .map(|name| format!("{name}={}", escape(form.value(name))))
        .chain((page > 0).then(|| format!("page={page}")))
        .collect();
    format!("{SEARCH}?{}", fields.join("&"))
}
