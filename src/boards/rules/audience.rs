//! Whom the mails of boards go to, by the kind and the slot in the ledger.

use super::{ASK, mail_kind, told_in, versions::START};
use crate::boards::{ReminderRule, ToRole, about};

/// Whom an occasion of this slice goes to: `kind` and `slot` as they stand in the ledger.
#[must_use]
pub fn audience(kind: &str, slot: &str, rules: &[ReminderRule]) -> Vec<ToRole> {
    let about = match kind {
        mail_kind::NAMING if slot == ASK => return vec![ToRole::Organisation],
        mail_kind::NAMING => about::NAMING,
        mail_kind::TERM_ENDS => about::TERM,
        mail_kind::MANDATE_UNAPPROVED if slot == START => return vec![ToRole::Secretariat],
        mail_kind::MANDATE_EXPIRES | mail_kind::MANDATE_UNAPPROVED => about::MANDATE,
        mail_kind::COUNCIL_REPORT => about::COUNCIL_REPORT,
        mail_kind::VACANCY => about::VACANCY,
        _ => return Vec::new(),
    };
    told_in(rules, about, slot)
}
