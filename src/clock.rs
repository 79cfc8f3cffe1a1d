//! The only place that asks what time it is. Everything else takes the time as an argument, so that a rehearsal
//! can run a year in a second and a test can stand on the night the clocks change.

use crate::db::types::Moment;
use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock, in UTC.
    System,
    /// A clock that stands still until it is moved: microseconds since 1970 in UTC.
    Simulated(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    #[must_use]
    pub fn standing_at(at: Moment) -> Self {
        Self::Simulated(Arc::new(AtomicI64::new(at.utc().timestamp_micros())))
    }

    /// Now, in UTC, cut to microseconds.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the time"
    )]
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment::from(Utc::now()),
            Self::Simulated(micros) => Moment::from(
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst))
                    .expect("a simulated clock is only moved to moments that exist"),
            ),
        }
    }

    /// Moves a simulated clock; the machine's clock is nobody's to move, so there this does nothing.
    pub fn move_to(&self, at: Moment) {
        if let Self::Simulated(micros) = self {
            micros.store(at.utc().timestamp_micros(), Ordering::SeqCst);
        }
    }
}
