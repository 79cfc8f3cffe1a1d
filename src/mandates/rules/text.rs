//! The text of a version as it is written, in one piece: each paragraph begins with a line such as “# 4. Composition”.

use crate::boards::{Rule, rule_kind};
use crate::i18n::Said;
use crate::mandates::Paragraph;
use crate::web::paths;

/// As long as a whole text may be, in characters.
pub const MOST_TEXT: usize = 60_000;
/// As many paragraphs as a text may have.
const MOST_PARAGRAPHS: usize = 100;
const MOST_NUMBER: usize = 12;
const MOST_HEADING: usize = 200;

/// The paragraphs of a text, in its order.
///
/// # Errors
/// What is wrong with it, with the words or the number where it is.
pub fn read(text: &str) -> Result<Vec<Paragraph>, Said> {
    let mut found: Vec<Paragraph> = Vec::new();
    for line in text.lines() {
        if let Some(first) = line.strip_prefix("# ") {
            found.push(begun(first)?);
        } else if let Some(last) = found.last_mut() {
            last.body.push_str(line);
            last.body.push('\n');
        } else if !line.trim().is_empty() {
            return Err(Said::new("mandate-text-before").with("words", shortened(line)));
        }
    }
    if found.len() > MOST_PARAGRAPHS {
        return Err(Said::new("mandate-text-many").with("most", MOST_PARAGRAPHS));
    }
    for it in &mut found {
        it.body = it.body.trim().to_owned();
    }
    let empty = found.iter().find(|it| it.body.is_empty());
    if let Some(empty) = empty {
        return Err(Said::new("mandate-text-no-body").with("number", &empty.number));
    }
    let mut rest = found.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let is_twin = |it: &Paragraph| it.number.eq_ignore_ascii_case(&first.number);
        if others.iter().any(is_twin) {
            return Err(Said::new("mandate-text-number-twice").with("number", &first.number));
        }
        rest = others;
    }
    Ok(found)
}

/// A paragraph that begins with this line, without its mark.
fn begun(line: &str) -> Result<Paragraph, Said> {
    let line = line.trim();
    let (number, heading) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let number = number.trim_end_matches('.');
    let is_number = number.starts_with(|first: char| first.is_ascii_digit())
        && number.len() <= MOST_NUMBER
        && paths::point(number).is_some_and(|it| it == number.to_lowercase());
    if !is_number {
        return Err(Said::new("mandate-text-no-number").with("words", shortened(line)));
    }
    let heading = heading.trim();
    if heading.is_empty() || heading.chars().count() > MOST_HEADING {
        let said = Said::new("mandate-text-no-heading").with("number", number);
        return Err(said.with("most", MOST_HEADING));
    }
    Ok(Paragraph {
        number: number.to_owned(),
        heading: heading.to_owned(),
        body: String::new(),
    })
}

fn shortened(line: &str) -> String {
    line.trim().chars().take(40).collect()
}

/// The text that is read into these paragraphs.
#[must_use]
pub fn written(paragraphs: &[Paragraph]) -> String {
    let one = |it: &Paragraph| format!("# {}. {}\n\n{}", it.number, it.heading, it.body);
    let all: Vec<String> = paragraphs.iter().map(one).collect();
    all.join("\n\n")
}

/// The rules that come from a paragraph, in their order.
pub fn rules_from<'a>(number: &str, rules: &'a [Rule]) -> impl Iterator<Item = &'a Rule> {
    let number = number.to_lowercase();
    let comes = move |rule: &&Rule| paths::point(&rule.paragraph).is_some_and(|it| it == number);
    rules.iter().filter(comes)
}

/// The rules that refer to no paragraph of the text.
#[must_use]
pub fn loose<'a>(paragraphs: &[Paragraph], rules: &'a [Rule]) -> Vec<&'a Rule> {
    let is_there = |number: &str| {
        let mut all = paragraphs.iter();
        all.any(|it| it.number.to_lowercase() == number)
    };
    let is_loose = |rule: &&Rule| !paths::point(&rule.paragraph).is_some_and(|it| is_there(&it));
    rules.iter().filter(is_loose).collect()
}

/// The rules whose number stands nowhere in the paragraph that they come from, neither as digits nor in words.
///
/// `in_words` are the numbers from one on with commas between, and with a stroke between the forms of each. Years may stand for
/// their months. One is often said without a number, and is not looked for.
#[must_use]
pub fn unsaid<'a>(paragraphs: &[Paragraph], rules: &'a [Rule], in_words: &str) -> Vec<&'a Rule> {
    let is_unsaid = |rule: &&Rule| {
        let point = paths::point(&rule.paragraph);
        let mut all = paragraphs.iter();
        let from = all.find(|it| point.as_deref() == Some(it.number.to_lowercase().as_str()));
        let (Some(from), Some(number)) = (from, rule.quantity.filter(|it| *it > 1)) else {
            return false;
        };
        let is_of_years = rule.kind == rule_kind::TERM_MONTHS && number % 12 == 0;
        let in_years = is_of_years && says(&from.body, number / 12, in_words);
        !in_years && !says(&from.body, number, in_words)
    };
    rules.iter().filter(is_unsaid).collect()
}

/// Whether a number stands in a text as a word of its own.
fn says(text: &str, number: i64, in_words: &str) -> bool {
    let digits = number.to_string();
    let at = usize::try_from(number)
        .ok()
        .and_then(|it| it.checked_sub(1));
    let forms = at.and_then(|at| in_words.split(',').nth(at));
    let forms: Vec<&str> = forms
        .unwrap_or_default()
        .split('/')
        .map(str::trim)
        .collect();
    let text = text.to_lowercase();
    let mut words = text.split(|it: char| !it.is_alphanumeric());
    words.any(|word| word == digits || (!word.is_empty() && forms.contains(&word)))
}
