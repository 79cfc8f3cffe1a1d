//! Every address of the product, as a pattern for the routes and as functions for links, so that slices can link to
//! each other without knowing each other.

use crate::db::ids::{
    AppointmentId, BoardId, MandateId, MeetingId, MessageId, OccasionId, OrganisationId, PersonId,
    RowId,
};

pub const HOME: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_IN_LINK: &str = "/sign-in/link/{token}";
pub const SIGN_OUT: &str = "/sign-out";
pub const KEPT_FORM: &str = "/kept-forms/{id}";
pub const JOIN: &str = "/join";
pub const JOIN_LINK: &str = "/join/link/{token}";
pub const DEVICES: &str = "/me/devices";
pub const ME: &str = "/me";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const PRIVACY: &str = "/privacy";
pub const CONTACT: &str = "/contact";

pub const ORGANISATIONS: &str = "/organisations";
pub const NEW_ORGANISATION: &str = "/organisations/new";
pub const ORGANISATION: &str = "/organisations/{id}";
pub const PEOPLE: &str = "/people";
pub const NEW_PERSON: &str = "/people/new";
pub const PERSON: &str = "/people/{id}";

pub const BOARDS: &str = "/boards";
pub const NEW_BOARD: &str = "/boards/new";
pub const BOARD: &str = "/boards/{id}";
pub const YEAR: &str = "/boards/{id}/years/{year}";
pub const MEETING: &str = "/meetings/{id}";

pub const DESK: &str = "/desk";
pub const LEDGER: &str = "/ledger";
pub const OCCASION: &str = "/ledger/occasions/{id}";
pub const TRY_OCCASION_AGAIN: &str = "/ledger/occasions/{id}/again";
pub const MESSAGE: &str = "/ledger/messages/{id}";
pub const RESEND_MESSAGE: &str = "/ledger/messages/{id}/resend";
pub const MAIL_OF: &str = "/ledger/people/{id}";
pub const REHEARSAL: &str = "/rehearsal";
pub const HEALTH_LIVE: &str = "/health/live";
pub const HEALTH_READY: &str = "/health/ready";
pub const HEALTH_MAIL: &str = "/health/mail";
pub const METRICS: &str = "/metrics";

/// Paths whose forms need no session: a form posted there is never kept for later.
#[must_use]
pub fn is_open(path: &str) -> bool {
    [SIGN_IN, SIGN_OUT, JOIN].iter().any(|open| {
        path.strip_prefix(open)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The sign-in page that goes on to `path` afterwards.
#[must_use]
pub fn sign_in_and_go_on(path: &str) -> String {
    format!("{SIGN_IN}?next={}", escape(path))
}

/// What a sign-in token is put behind.
pub const SIGN_IN_LINK_START: &str = "/sign-in/link/";
/// What a joining token is put behind.
pub const JOIN_LINK_START: &str = "/join/link/";

#[must_use]
pub fn kept_form(id: RowId) -> String {
    format!("/kept-forms/{id}")
}

#[must_use]
pub fn organisation(id: OrganisationId) -> String {
    format!("/organisations/{id}")
}

#[must_use]
pub fn person(id: PersonId) -> String {
    format!("/people/{id}")
}

#[must_use]
pub fn board(id: BoardId) -> String {
    format!("/boards/{id}")
}

/// A page below a board, such as `terms` or `mandates/new`.
#[must_use]
pub fn of_board(id: BoardId, rest: &str) -> String {
    format!("/boards/{id}/{rest}")
}

#[must_use]
pub fn mandate(id: MandateId) -> String {
    format!("/mandates/{id}")
}

#[must_use]
pub fn appointment(id: AppointmentId) -> String {
    format!("/appointments/{id}")
}

#[must_use]
pub fn year(board: BoardId, year: i32) -> String {
    format!("/boards/{board}/years/{year}")
}

#[must_use]
pub fn meeting(id: MeetingId) -> String {
    format!("/meetings/{id}")
}

/// A page below a meeting, such as `move`.
#[must_use]
pub fn of_meeting(id: MeetingId, rest: &str) -> String {
    format!("/meetings/{id}/{rest}")
}

#[must_use]
pub fn occasion(id: OccasionId) -> String {
    format!("/ledger/occasions/{id}")
}

#[must_use]
pub fn message(id: MessageId) -> String {
    format!("/ledger/messages/{id}")
}

#[must_use]
pub fn try_occasion_again(id: OccasionId) -> String {
    format!("/ledger/occasions/{id}/again")
}

#[must_use]
pub fn resend_message(id: MessageId) -> String {
    format!("/ledger/messages/{id}/resend")
}

/// A list of the ledger: `coming`, `waiting`, `handed-over`, `dead` or `alarms`.
#[must_use]
pub fn ledger(show: &str) -> String {
    format!("{LEDGER}?show={show}")
}

/// The page that says why a person did or did not get their mails.
#[must_use]
pub fn mail_of(person: PersonId) -> String {
    format!("/ledger/people/{person}")
}

/// The same address with a line to say on top once it is shown.
#[must_use]
pub fn saying(path: &str, said: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}said={said}")
}

/// Percent-encoding for a value in a query (RFC 3986 § 2.3: unreserved characters stand, all others do not).
#[must_use]
pub fn escape(text: &str) -> String {
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                    out.push(char::from(byte))
                }
                _ => out.push_str(&format!("%{byte:02X}")),
            }
            out
        })
}

/// A path of ours that may be gone on to: never another site (F13).
#[must_use]
pub fn safe_next(next: &str) -> Option<&str> {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.contains(|c: char| c.is_control());
    ours.then_some(next)
}
