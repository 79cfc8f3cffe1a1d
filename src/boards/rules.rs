//! What mandates and terms say, as pure functions.

use super::{Mandate, Rule};
use chrono::NaiveDate;

/// The mandate version in force on a date.
#[must_use]
pub fn in_force(mandates: &[Mandate], on: NaiveDate) -> Option<&Mandate> {
    mandates
        .iter()
        .filter(|mandate| mandate.period.contains(on))
        .max_by_key(|mandate| mandate.period.from)
}

impl Mandate {
    /// The rule of this kind, for rules that stand once.
    #[must_use]
    pub fn rule(&self, kind: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.kind == kind)
    }

    /// The number of the rule of this kind.
    #[must_use]
    pub fn quantity(&self, kind: &str) -> Option<i64> {
        self.rule(kind)?.quantity
    }
}
