//! The programming interface to what boards publish.
//!
//! Boards, meetings, their items (the register of decisions), cases, and what was withdrawn. It is read only, needs no key,
//! and describes itself (`OpenAPI`).
//!
//! What is wrong in a question is told (400), and so is a parameter that is not known: a filter that is spelt wrong would
//! give everything. Left out on purpose: persons, mail addresses, who took part, and the text of debates.

pub mod document;
pub mod load;
pub mod problem;
pub mod query;
pub mod routes;
pub mod rules;
pub mod schema;
