//! The minutes: what is written down of a meeting.
//!
//! Mandate § 6: Digdir writes minutes (referat) and makes them available to all service owners. It begins in the meeting
//! itself, with who is there, and goes on item by item.

pub mod actions;
pub mod attendance;
pub mod draft;
