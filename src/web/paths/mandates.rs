//! The addresses of a mandate's versions as documents: their texts, what differs between them, and what one would change.

use crate::db::ids::MandateId;

/// A new version that is not approved yet.
pub const NEW_MANDATE_DRAFT: &str = "/boards/{id}/mandates/draft";
/// The text of a version, and how far it has come.
pub const MANDATE_TEXT: &str = "/mandates/{id}/text";
/// Where the text of a draft is written.
pub const MANDATE_WRITE: &str = "/mandates/{id}/write";
/// A step on its way: sent as a case, sent back, approved, taken away.
pub const MANDATE_STEP: &str = "/mandates/{id}/step";
/// What differs from another version.
pub const MANDATE_DIFFERENCE: &str = "/mandates/{id}/difference";
/// What would be otherwise if it counted from a day.
pub const MANDATE_WHAT_IF: &str = "/mandates/{id}/what-if";

/// A page below a version, such as `text`.
#[must_use]
pub fn of_mandate(id: MandateId, rest: &str) -> String {
    format!("/mandates/{id}/{rest}")
}

/// The paragraph of a version's text that a rule refers to, such as “4” or “§ 4”; the whole text where it refers to none.
#[must_use]
pub fn mandate_point(id: MandateId, paragraph: &str) -> String {
    let text = of_mandate(id, "text");
    point(paragraph).map_or_else(
        || text.clone(),
        |number| format!("{text}#{}", anchor(&number)),
    )
}

/// The number of a paragraph in what refers to it: the first part that begins with a digit, without a dot after it.
#[must_use]
pub fn point(paragraph: &str) -> Option<String> {
    let parts = paragraph.split(|letter: char| !letter.is_alphanumeric() && letter != '.');
    let number = parts.map(|part| part.trim_matches('.'));
    let mut found = number.filter(|part| part.starts_with(|first: char| first.is_ascii_digit()));
    found.next().map(str::to_lowercase)
}

/// The place of a paragraph on the page of its text.
#[must_use]
pub fn anchor(number: &str) -> String {
    format!("point-{}", number.to_lowercase())
}
