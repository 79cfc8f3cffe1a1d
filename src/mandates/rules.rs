//! What is pure of a mandate's versions: reading a text into paragraphs, what differs between two versions, and what one would
//! change.

pub mod difference;
pub mod text;
pub mod what_if;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
