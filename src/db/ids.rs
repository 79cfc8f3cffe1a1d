//! The ids of the things that several parts of the product speak of. The markers have no values: they only keep the
//! id of a meeting from being taken for the id of a board.

use super::types::Id;

pub mod of {
    //! What an id is the id of.
    #[derive(Debug)]
    pub enum Action {}
    #[derive(Debug)]
    pub enum AgendaItem {}
    #[derive(Debug)]
    pub enum AnnualPlan {}
    #[derive(Debug)]
    pub enum Appointment {}
    #[derive(Debug)]
    pub enum Board {}
    #[derive(Debug)]
    pub enum Case {}
    #[derive(Debug)]
    pub enum Delegation {}
    #[derive(Debug)]
    pub enum Mandate {}
    #[derive(Debug)]
    pub enum Measure {}
    #[derive(Debug)]
    pub enum Meeting {}
    #[derive(Debug)]
    pub enum Message {}
    #[derive(Debug)]
    pub enum Notice {}
    #[derive(Debug)]
    pub enum Occasion {}
    #[derive(Debug)]
    pub enum Organisation {}
    #[derive(Debug)]
    pub enum Paper {}
    #[derive(Debug)]
    pub enum Person {}
    #[derive(Debug)]
    pub enum PlanItem {}
    #[derive(Debug)]
    pub enum PlanTemplate {}
    #[derive(Debug)]
    pub enum Product {}
    #[derive(Debug)]
    pub enum ProductGroup {}
    #[derive(Debug)]
    pub enum RelatedBody {}
    #[derive(Debug)]
    pub enum Replacement {}
    #[derive(Debug)]
    pub enum Rotation {}
    #[derive(Debug)]
    pub enum Row {}
    #[derive(Debug)]
    pub enum Seat {}
}

pub type ActionId = Id<of::Action>;
pub type AgendaItemId = Id<of::AgendaItem>;
pub type AnnualPlanId = Id<of::AnnualPlan>;
pub type AppointmentId = Id<of::Appointment>;
pub type BoardId = Id<of::Board>;
pub type CaseId = Id<of::Case>;
pub type DelegationId = Id<of::Delegation>;
pub type MandateId = Id<of::Mandate>;
pub type MeasureId = Id<of::Measure>;
pub type MeetingId = Id<of::Meeting>;
pub type MessageId = Id<of::Message>;
pub type NoticeId = Id<of::Notice>;
pub type OccasionId = Id<of::Occasion>;
pub type OrganisationId = Id<of::Organisation>;
pub type PaperId = Id<of::Paper>;
pub type PersonId = Id<of::Person>;
pub type PlanItemId = Id<of::PlanItem>;
pub type PlanTemplateId = Id<of::PlanTemplate>;
pub type ProductId = Id<of::Product>;
pub type ProductGroupId = Id<of::ProductGroup>;
pub type RelatedBodyId = Id<of::RelatedBody>;
pub type ReplacementId = Id<of::Replacement>;
pub type RotationId = Id<of::Rotation>;
/// The id of a row that nothing else speaks of.
pub type RowId = Id<of::Row>;
pub type SeatId = Id<of::Seat>;
