//! What a server does for the mail all day, on two threads: one passes, one delivers. So a slow mail server keeps
//! neither the heartbeat (F09) nor the planning of what falls due (F03) waiting.

use super::pass::PostOffice;
use super::transport::{Carrier, PATIENCE};
use crate::config::MailTo;
use std::convert::Infallible;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How often a server looks for what is due; the bell rings for what should go at once.
const EVERY: Duration = Duration::from_secs(10);
/// How long an end waits for the mail in hand: as long as the mail server may take to answer, and a little to settle.
const FAREWELL: Duration = PATIENCE.saturating_add(Duration::from_secs(5));

/// The threads at work. They go on when this is dropped; [`Postman::go_home`] ends them.
pub struct Postman {
    office: PostOffice,
    /// Hears nothing but that both threads have ended.
    ended: Receiver<Infallible>,
}

impl Postman {
    /// Begins to pass and to deliver.
    #[must_use]
    pub fn begin(office: &PostOffice, to: &MailTo) -> Self {
        let (working, ended) = channel();
        let (planning, office_of_passes) = (working.clone(), office.clone());
        std::thread::spawn(move || {
            keep_passing(&office_of_passes);
            drop(planning);
        });
        let (office_of_deliveries, mut carrier) = (office.clone(), Carrier::to(to));
        std::thread::spawn(move || {
            keep_delivering(&office_of_deliveries, &mut carrier);
            drop(working);
        });
        Self {
            office: office.clone(),
            ended,
        }
    }

    /// Ends both threads: the mail in hand is settled, what else is claimed is let go for others. Waits no longer than
    /// an answer of the mail server may take.
    pub fn go_home(self) {
        self.office.bell.close();
        if self.ended.recv_timeout(FAREWELL) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("a mail was still under way at the end; it may be sent again");
        }
    }
}

fn keep_passing(office: &PostOffice) {
    while !office.bell.is_closing() {
        match office.pass() {
            Ok(pass) if pass.messages > 0 => office.bell.ring(),
            Ok(_nothing_to_send) => {}
            Err(error) => tracing::error!(%error, "a pass ended early"),
        }
        office.bell.rest(EVERY);
    }
}

fn keep_delivering(office: &PostOffice, carrier: &mut Carrier) {
    while !office.bell.is_closing() {
        if let Err(error) = office.deliver(carrier) {
            tracing::error!(%error, "a delivery ended early");
        }
        office.bell.wait(EVERY);
    }
}
