//! The minutes: what is written down of a meeting, and how it comes to everyone.
//!
//! Mandate § 6: Digdir writes minutes (referat) and makes them available to all service owners. It begins in the meeting
//! itself, with who is there, and goes on item by item; then those who were there remark on the draft, it is approved, and
//! it is published to those whom it is meant for.

pub mod access;
pub mod actions;
pub mod attendance;
pub mod decisions;
pub mod deputies;
pub mod draft;
pub mod publication;
pub mod round;
pub mod told;
