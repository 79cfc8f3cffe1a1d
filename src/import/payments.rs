//! What service owners pay, from a table: what stands of it before an import.

use crate::db::ids::{OrganisationId, ProductId};
use crate::portfolio::payments::Ore;
use chrono::NaiveDate;

/// Whose payment, for which product, in which year.
pub type Of = (OrganisationId, ProductId, i32);

/// What stands already and that a sheet of payments may speak of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownPayments {
    /// With the names in every language.
    pub products: Vec<(ProductId, Vec<String>)>,
    /// Who is a service owner between half-open local dates.
    pub owners: Vec<(OrganisationId, NaiveDate, Option<NaiveDate>)>,
    pub standing: Vec<(Of, Ore)>,
}
