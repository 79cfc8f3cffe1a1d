//! A bell that wakes the postman: rung when a mail is queued that should go at once, and for the last time when the
//! process is told to end.

use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// Rung by a request, heard by the thread that delivers. Rings before it is waited for are not lost.
#[derive(Clone, Default)]
pub struct Bell(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    is_rung: bool,
    is_closing: bool,
}

impl Bell {
    pub fn ring(&self) {
        self.state().is_rung = true;
        self.0.1.notify_all();
    }

    /// Tells everyone who works for this post office to finish what is in their hands and begin nothing new.
    pub fn close(&self) {
        self.state().is_closing = true;
        self.0.1.notify_all();
    }

    /// Whether nothing new is to be begun.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.state().is_closing
    }

    /// Waits for a ring, for closing time, or for so long.
    pub fn wait(&self, at_most: Duration) {
        let mut state = self.wait_while(at_most, |state| !state.is_rung && !state.is_closing);
        state.is_rung = false;
    }

    /// Waits for closing time, or for so long, and leaves the rings to those who deliver.
    pub fn rest(&self, at_most: Duration) {
        drop(self.wait_while(at_most, |state| !state.is_closing));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        (self.0.0.lock()).expect("nobody panics while holding the bell")
    }

    fn wait_while(
        &self,
        at_most: Duration,
        quiet: impl FnMut(&mut State) -> bool,
    ) -> MutexGuard<'_, State> {
        let waited = (self.0.1).wait_timeout_while(self.state(), at_most, quiet);
        let (state, _timed_out) = waited.expect("nobody panics while holding the bell");
        state
    }
}
