//! A bell that wakes the postman: rung when a mail is queued that should go at once.

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// Rung by a request, heard by the thread that delivers. Rings before it is waited for are not lost.
#[derive(Clone, Default)]
pub struct Bell(Arc<(Mutex<bool>, Condvar)>);

impl Bell {
    pub fn ring(&self) {
        let (rung, heard) = &*self.0;
        *rung.lock().expect("nobody panics while holding the bell") = true;
        heard.notify_one();
    }

    /// Waits for a ring, or for so long.
    pub fn wait(&self, at_most: Duration) {
        let (rung, heard) = &*self.0;
        let guard = rung.lock().expect("nobody panics while holding the bell");
        let (mut guard, _timed_out) = heard
            .wait_timeout_while(guard, at_most, |rung| !*rung)
            .expect("nobody panics while holding the bell");
        *guard = false;
    }
}
