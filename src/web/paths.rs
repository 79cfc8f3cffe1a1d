//! Every address of the product, as a pattern for the routes and as functions for links, so that slices can link to
//! each other without knowing each other.

mod links;

use links::FEED_START;
pub use links::*;

use crate::db::ids::{
    AgendaItemId, AppointmentId, BoardId, CaseId, MandateId, MeetingId, MessageId, OccasionId,
    OrganisationId, PaperId, PersonId, RowId,
};

mod annual_plan;
mod composition;
mod councils;
mod mandates;
mod measures;
mod minutes;
mod money;
mod open_data;
mod products;
mod published;
mod related;

pub use annual_plan::*;
pub use composition::*;
pub use councils::*;
pub use mandates::*;
pub use measures::*;
pub use minutes::*;
pub use money::*;
pub use open_data::*;
pub use products::*;
pub use published::*;
pub use related::*;

pub const HOME: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_IN_LINK: &str = "/sign-in/link/{token}";
/// Said after a link was asked for, whatever became of it.
pub const SIGN_IN_SENT: &str = "/sign-in/sent";
pub const SIGN_OUT: &str = "/sign-out";
pub const KEPT_FORM: &str = "/kept-forms/{id}";
/// What every kept form's address begins with.
pub const KEPT_FORMS_START: &str = "/kept-forms/";
pub const JOIN: &str = "/join";
/// Said after someone asked to join, whatever became of it.
pub const JOIN_SENT: &str = "/join/sent";
pub const JOIN_LINK: &str = "/join/link/{token}";
pub const DEVICES: &str = "/me/devices";
pub const ME: &str = "/me";
/// Where the address of one's own calendar is made, copied and ended.
pub const MY_CALENDAR: &str = "/me/calendar";
/// The calendar that a program subscribes to. Whoever has the address reads it.
pub const FEED: &str = "/feed/{token}.ics";
/// Everything that is kept about the reader, as a file.
pub const MY_DATA: &str = "/me/data";
/// All the reader's own notes, to be deleted.
pub const MY_NOTES: &str = "/me/notes";
pub const MY_LANGUAGE: &str = "/me/language";
pub const MY_REMINDERS: &str = "/me/reminders";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const PRIVACY: &str = "/privacy";
pub const CONTACT: &str = "/contact";

pub const ORGANISATIONS: &str = "/organisations";
pub const NEW_ORGANISATION: &str = "/organisations/new";
pub const ORGANISATION: &str = "/organisations/{id}";
pub const EDIT_ORGANISATION: &str = "/organisations/{id}/edit";
pub const RENAME_ORGANISATION: &str = "/organisations/{id}/names";
pub const SERVICE_OWNER: &str = "/organisations/{id}/service-owner";
pub const SERVICE_OWNER_PERIOD: &str = "/organisations/{id}/service-owner/{period}";
pub const INVITE: &str = "/organisations/{id}/people";
pub const END_AFFILIATION: &str = "/organisations/{id}/people/end";
pub const PEOPLE: &str = "/people";
pub const NEW_PERSON: &str = "/people/new";
pub const PERSON: &str = "/people/{id}";
pub const EDIT_PERSON: &str = "/people/{id}/edit";
pub const MAKE_ADMINISTRATOR: &str = "/people/{id}/administrator";
pub const END_ADMINISTRATOR: &str = "/people/{id}/administrator/end";

pub const BOARDS: &str = "/boards";
pub const NEW_BOARD: &str = "/boards/new";
pub const BOARD: &str = "/boards/{id}";
pub const BOARD_SETTINGS: &str = "/boards/{id}/settings";
pub const BOARD_CALENDAR: &str = "/boards/{id}/calendar";
pub const BOARD_CALENDAR_REMOVE: &str = "/boards/{id}/calendar/remove";
pub const BOARD_REMINDERS: &str = "/boards/{id}/reminders";
pub const BOARD_REMINDERS_REMOVE: &str = "/boards/{id}/reminders/remove";
pub const BOARD_WEEKLY_MAIL: &str = "/boards/{id}/reminders/weekly";
pub const BOARD_MAIL: &str = "/boards/{id}/mail";
pub const BOARD_WORDINGS: &str = "/boards/{id}/wording";
pub const BOARD_WORDING: &str = "/boards/{id}/wording/{kind}/{variant}/{language}";
pub const BOARD_REPORTS: &str = "/boards/{id}/reports";
pub const BOARD_REPORTS_DELIVERED: &str = "/boards/{id}/reports/delivered";
pub const BOARD_MANDATES: &str = "/boards/{id}/mandates";
pub const NEW_MANDATE: &str = "/boards/{id}/mandates/new";
pub const BOARD_TERMS: &str = "/boards/{id}/terms";
pub const BOARD_SEATS: &str = "/boards/{id}/seats";
pub const BOARD_SEATS_END: &str = "/boards/{id}/seats/end";
pub const NEW_APPOINTMENT: &str = "/boards/{id}/appointments/new";
pub const MANDATE: &str = "/mandates/{id}";
pub const MANDATE_SETTINGS: &str = "/mandates/{id}/settings";
pub const MANDATE_RULES: &str = "/mandates/{id}/rules";
pub const MANDATE_DEADLINES: &str = "/mandates/{id}/deadlines";
pub const MANDATE_REMOVE: &str = "/mandates/{id}/remove";
pub const APPOINTMENT: &str = "/appointments/{id}";
pub const APPOINTMENT_PERSON: &str = "/appointments/{id}/person";
pub const APPOINTMENT_NEW_PERSON: &str = "/appointments/{id}/new-person";
pub const APPOINTMENT_END_PERSON: &str = "/appointments/{id}/end-person";
pub const APPOINTMENT_ASK: &str = "/appointments/{id}/ask";
pub const APPOINTMENT_END: &str = "/appointments/{id}/end";
pub const YEAR: &str = "/boards/{id}/years/{year}";
/// What a board did in a year.
pub const YEAR_GLANCE: &str = "/boards/{id}/years/{year}/glance";
pub const YEAR_PLAN: &str = "/boards/{id}/years/{year}/plan";
pub const MEETING: &str = "/meetings/{id}";
pub const MEETING_EDIT: &str = "/meetings/{id}/edit";
pub const MEETING_MOVE: &str = "/meetings/{id}/move";
pub const MEETING_CANCEL: &str = "/meetings/{id}/cancel";
pub const MEETING_STAGE: &str = "/meetings/{id}/stages/{stage}";
pub const MEETING_NOTICES: &str = "/meetings/{id}/notices";
pub const NEW_NOTICE: &str = "/meetings/{id}/notices/new";
pub const MEETING_MESSAGE: &str = "/meetings/{id}/messages/new";
pub const BOARD_MESSAGE: &str = "/boards/{id}/messages/new";
pub const YEAR_NOTICE: &str = "/boards/{id}/years/{year}/save-the-date";
pub const MY_REPLY: &str = "/meetings/{id}/reply";
pub const REPLY_OF: &str = "/meetings/{id}/replies/{person}";
pub const DEPUTY: &str = "/meetings/{id}/deputies/{deputy}";
pub const BOARD_CASES: &str = "/boards/{id}/cases";
pub const NEW_CASE: &str = "/boards/{id}/cases/new";
/// What is proposed and waits for the secretariat.
pub const CASE_QUEUE: &str = "/boards/{id}/cases/queue";
pub const CASE_SETTINGS: &str = "/boards/{id}/cases/settings";
pub const CASE: &str = "/cases/{id}";
pub const CASE_EDIT: &str = "/cases/{id}/edit";
pub const CASE_STEP: &str = "/cases/{id}/steps";
pub const CASE_SCHEDULE: &str = "/cases/{id}/schedule";
pub const CASE_ASSESSMENT: &str = "/cases/{id}/assessment";
pub const CASE_TALK: &str = "/cases/{id}/talk";
/// One's own conflict of interest.
pub const CASE_RECUSAL: &str = "/cases/{id}/recusal";
/// Those that the secretariat records.
pub const CASE_RECUSALS: &str = "/cases/{id}/recusals";
/// What a meeting's readers read.
/// Who prepares a case without a seat on its board.
pub const CASE_OFFICERS: &str = "/cases/{id}/officers";
pub const MEETING_PAPERS: &str = "/meetings/{id}/papers";
pub const DISPATCH: &str = "/meetings/{id}/papers/dispatch";
/// When each paper could be read, and by whom.
pub const DISPATCH_STATEMENT: &str = "/meetings/{id}/papers/statement";
pub const STATEMENT_DOCUMENT: &str = "/meetings/{id}/papers/statement/document";
pub const MEETING_PACK: &str = "/meetings/{id}/papers/pack";
pub const MEETING_SUPPLEMENT: &str = "/meetings/{id}/papers/pack/{number}";
/// The colleagues whom a member lets read along: all of them, and one.
pub const COLLEAGUES: &str = "/meetings/{id}/colleagues";
pub const COLLEAGUE: &str = "/meetings/{id}/colleagues/{colleague}";
/// Opened by a colleague, without a session: a message and its signature.
pub const READ_ALONG: &str = "/read-along/{message}/{signature}";
pub const READ_ALONG_PAPER: &str = "/read-along/{message}/{signature}/papers/{paper}";
pub const READ_ALONG_FILE: &str = "/read-along/{message}/{signature}/papers/{paper}/file";
/// What the reader's organisation says about a case.
pub const CASE_INPUT: &str = "/cases/{id}/input";
/// What organisations say about the cases of a meeting.
pub const MEETING_INPUTS: &str = "/meetings/{id}/inputs";
pub const NEW_PAPER: &str = "/cases/{id}/papers/new";
/// The papers of other cases that a case refers to.
pub const SHARED_PAPERS: &str = "/cases/{id}/papers/shared";
pub const PAPER: &str = "/papers/{id}";
pub const PAPER_WRITE: &str = "/papers/{id}/write";
pub const PAPER_UPLOAD: &str = "/papers/{id}/upload";
pub const PAPER_EDIT: &str = "/papers/{id}/edit";
pub const PAPER_ASSESSMENT: &str = "/papers/{id}/assessment";
/// Takes a paper back from its readers, or gives it to them again.
pub const PAPER_WITHDRAWAL: &str = "/papers/{id}/withdrawal";
/// Removes a paper that has never gone out.
pub const PAPER_REMOVAL: &str = "/papers/{id}/removal";
/// A reader's own notes on a paper: a new one, and one that stands.
pub const PAPER_NOTES: &str = "/papers/{id}/notes";
pub const PAPER_NOTE: &str = "/papers/{id}/notes/{note}";
pub const PAPER_VERSION: &str = "/papers/{id}/versions/{number}";
pub const PAPER_FILE: &str = "/papers/{id}/versions/{number}/file";
pub const PAPER_DOCUMENT: &str = "/papers/{id}/versions/{number}/document";
pub const AGENDA: &str = "/meetings/{id}/agenda";
pub const AGENDA_ITEM: &str = "/meetings/{id}/agenda/items/{item}";
pub const AGENDA_GUESTS: &str = "/meetings/{id}/agenda/guests";
/// Opened by who gets a mail, without a session: a message and its signature.
pub const REPLY: &str = "/reply/{message}/{signature}";

/// Where anyone subscribes to what a board publishes, and what is said then, whatever became of it.
pub const SUBSCRIBE: &str = "/published/boards/{id}/subscribe";
pub const SUBSCRIBE_SENT: &str = "/published/boards/{id}/subscribe/sent";
/// The same of what boards publish about a product.
pub const SUBSCRIBE_PRODUCT: &str = "/published/products/{id}/subscribe";
pub const SUBSCRIBE_PRODUCT_SENT: &str = "/published/products/{id}/subscribe/sent";
/// Opened by who gets a mail, without a session: to confirm and to change a subscription, and to end it at one click.
pub const SUBSCRIPTION: &str = "/subscriptions/{message}/{signature}";
pub const UNSUBSCRIBE: &str = "/unsubscribe/{message}/{signature}";
/// The reader's own subscriptions.
pub const MY_SUBSCRIPTIONS: &str = "/me/subscriptions";

/// Cases and papers by their words.
pub const SEARCH: &str = "/search";
pub const IMPORT: &str = "/import";
/// What was uploaded, looked over: it is imported from here.
pub const IMPORT_CHECK: &str = "/import/check";
pub const IMPORT_TEMPLATE: &str = "/import/template";
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

/// A paper that a colleague reads through their link.
#[must_use]
pub fn read_along_paper(link: &str, paper: PaperId) -> String {
    format!("{link}/papers/{paper}")
}

/// The page of a notice of one kind.
#[must_use]
pub fn new_notice(meeting: MeetingId, kind: &str) -> String {
    format!("/meetings/{meeting}/notices/new?kind={kind}")
}

/// The sign-in page that goes on to `path` afterwards.
#[must_use]
pub fn sign_in_and_go_on(path: &str) -> String {
    format!("{SIGN_IN}?next={}", escape(path))
}

/// The calendar with this secret.
#[must_use]
pub fn feed(token: &str) -> String {
    format!("{FEED_START}{token}.ics")
}

#[must_use]
pub fn kept_form(id: RowId) -> String {
    format!("/kept-forms/{id}")
}

#[must_use]
pub fn organisation(id: OrganisationId) -> String {
    format!("/organisations/{id}")
}

/// A page below an organisation, such as `edit` or `names`.
#[must_use]
pub fn of_organisation(id: OrganisationId, rest: &str) -> String {
    format!("/organisations/{id}/{rest}")
}

/// A period in which an organisation is a service owner.
#[must_use]
pub fn service_owner_period(id: OrganisationId, period: RowId) -> String {
    format!("/organisations/{id}/service-owner/{period}")
}

/// A page below a person, such as `edit`.
#[must_use]
pub fn of_person(id: PersonId, rest: &str) -> String {
    format!("/people/{id}/{rest}")
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

/// Where a board writes one kind of mail in its own words, in one language.
#[must_use]
pub fn board_wording(id: BoardId, kind: &str, variant: &str, language: &str) -> String {
    format!("/boards/{id}/wording/{kind}/{variant}/{language}")
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

/// What a board did in a year, at a glance.
#[must_use]
pub fn year_glance(board: BoardId, year: i32) -> String {
    format!("/boards/{board}/years/{year}/glance")
}

/// Where a year's meetings are proposed, adjusted and added.
#[must_use]
pub fn year_plan(board: BoardId, year: i32) -> String {
    format!("/boards/{board}/years/{year}/plan")
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
pub fn case(id: CaseId) -> String {
    format!("/cases/{id}")
}

/// A page below a case, such as `edit`.
#[must_use]
pub fn of_case(id: CaseId, rest: &str) -> String {
    format!("/cases/{id}/{rest}")
}

/// The form of a new paper of a case.
#[must_use]
pub fn new_paper(of: CaseId) -> String {
    of_case(of, "papers/new")
}

/// The papers of a meeting, for those who read them.
#[must_use]
pub fn meeting_papers(id: MeetingId) -> String {
    format!("/meetings/{id}/papers")
}

/// The papers of a meeting in one file.
#[must_use]
pub fn pack(id: MeetingId) -> String {
    format!("/meetings/{id}/papers/pack")
}

/// What went out with one dispatch, in one file.
#[must_use]
pub fn supplement(id: MeetingId, number: i64) -> String {
    format!("/meetings/{id}/papers/pack/{number}")
}

/// A written version as a document.
#[must_use]
pub fn paper_document(id: PaperId, number: i64) -> String {
    format!("/papers/{id}/versions/{number}/document")
}

/// A colleague whom the reader lets read along.
#[must_use]
pub fn colleague(meeting: MeetingId, colleague: RowId) -> String {
    format!("/meetings/{meeting}/colleagues/{colleague}")
}

#[must_use]
pub fn shared_papers(of: CaseId) -> String {
    SHARED_PAPERS.replace("{id}", of.as_str())
}

#[must_use]
pub fn paper(id: PaperId) -> String {
    format!("/papers/{id}")
}

/// A page below a paper, such as `edit`.
#[must_use]
pub fn of_paper(id: PaperId, rest: &str) -> String {
    format!("/papers/{id}/{rest}")
}

/// One of the reader's own notes on a paper.
#[must_use]
pub fn paper_note(paper: PaperId, note: RowId) -> String {
    format!("/papers/{paper}/notes/{note}")
}

/// One version of a paper.
#[must_use]
pub fn paper_version(id: PaperId, number: i64) -> String {
    format!("/papers/{id}/versions/{number}")
}

/// The file of one version of a paper.
#[must_use]
pub fn paper_file(id: PaperId, number: i64) -> String {
    format!("/papers/{id}/versions/{number}/file")
}

/// A page of a paper that is shown in its page, from 1.
#[must_use]
pub fn page_of_paper(id: PaperId, page: usize) -> String {
    format!("{}#page-{page}", paper(id))
}

/// The board's cases in one state.
#[must_use]
pub fn cases_in(board: BoardId, state: &str) -> String {
    format!("/boards/{board}/cases?state={state}")
}

/// The form of a new case that takes up a former one.
#[must_use]
pub fn new_case_after(board: BoardId, former: CaseId) -> String {
    format!("/boards/{board}/cases/new?follows={former}")
}

#[must_use]
pub fn agenda(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}/agenda")
}

#[must_use]
pub fn agenda_item(meeting: MeetingId, item: AgendaItemId) -> String {
    format!("/meetings/{meeting}/agenda/items/{item}")
}

/// The template of an import: one sheet as a table of text, by the sheet's code.
#[must_use]
pub fn import_template(sheet: &str) -> String {
    format!("{IMPORT_TEMPLATE}?sheet={sheet}")
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

/// Longer than any address of ours with its query.
const LONGEST_NEXT: usize = 1000;

/// A path of ours that may be gone on to: never another site (F13).
#[must_use]
pub fn safe_next(next: &str) -> Option<&str> {
    let ours = next.len() <= LONGEST_NEXT
        && next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.contains(|c: char| c.is_control());
    ours.then_some(next)
}
