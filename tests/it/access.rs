//! Who may open and press what: a table of route × role, complete against `web/paths.rs` and the routes, each cell tried for
//! both boards. What a reader may not know of does not exist (404); a visitor is asked to sign in.

use crate::support::{Answer, Browser};
use crate::world::{
    ADMINISTRATOR, CHAIR, MEMBER, OBSERVER, OTHER_MEMBER, OTHER_SECRETARY, Objects, SECRETARY,
    SERVICE_OWNER, World, patterns, world,
};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use styringsrad::db::Conn;
use styringsrad::db::ids::{MeetingId, RowId, SeatId};
use styringsrad::db::schema::{
    audit_entry, closure, deadline_rule, mandate_rule, meeting, reminder_rule, representation, seat,
};
use styringsrad::web::paths;

/// Who knocks; the one board they have a role on, if any, is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Visitor,
    ServiceOwner,
    Member,
    Chair,
    Observer,
    Secretary,
    OtherSecretary,
    OtherObserver,
    Administrator,
}

use Who::{
    Administrator, Chair, Member, Observer, OtherObserver, OtherSecretary, Secretary, ServiceOwner,
    Visitor,
};

const EVERYONE: [(Who, Option<&str>); 9] = [
    (Visitor, None),
    (ServiceOwner, Some(SERVICE_OWNER)),
    (Member, Some(MEMBER)),
    (Chair, Some(CHAIR)),
    (Observer, Some(OBSERVER)),
    (Secretary, Some(SECRETARY)),
    (OtherSecretary, Some(OTHER_SECRETARY)),
    (OtherObserver, Some(OTHER_MEMBER)),
    (Administrator, Some(ADMINISTRATOR)),
];

/// Whom a route is for; of two boards A and B it is asked for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    /// The route does not answer this method.
    NoRoute,
    World,
    SignedIn,
    /// Only one person, who is none of these.
    OnePerson,
    /// Whoever has the secret, who is none of these; nobody is asked to sign in.
    Bearer,
    Registrars,
    /// The secretariats of boards whose seats follow from payments, as the demo's do, and administrators.
    PaymentKeepers,
    Administrators,
    /// The secretariat of any board; the page shows their own boards only.
    Secretariats,
    SecretariatsAndAdministrators,
    /// Anyone with a role on some board, whichever it is, and administrators.
    Involved,
    Insiders,
    InsidersAndAdministrators,
    Keepers,
    OwnSecretariat,
    /// What the secretariat prepares and the chair follows.
    SecretariatAndChair,
    /// Who reads the board's cases, and may propose one: members, the chair, the secretariat.
    Readers,
    /// Those with a seat, and the chair.
    Members,
}

use For::{
    Administrators, Bearer, Insiders, InsidersAndAdministrators, Involved, Keepers, Members,
    NoRoute, OnePerson, OwnSecretariat, PaymentKeepers, Readers, Registrars, SecretariatAndChair,
    Secretariats, SecretariatsAndAdministrators, SignedIn,
};

impl For {
    fn is_of_a_board(self) -> bool {
        matches!(
            self,
            Insiders
                | InsidersAndAdministrators
                | Keepers
                | OwnSecretariat
                | SecretariatAndChair
                | Readers
                | Members
        )
    }

    fn lets_in(self, who: Who, is_board_b: bool) -> bool {
        let secretary = if is_board_b {
            OtherSecretary
        } else {
            Secretary
        };
        let is_insider = if is_board_b {
            [OtherSecretary, OtherObserver].contains(&who)
        } else {
            [Member, Chair, Observer, Secretary].contains(&who)
        };
        let is_any_secretary = [Secretary, OtherSecretary].contains(&who);
        match self {
            NoRoute | OnePerson | Bearer => false,
            For::World => true,
            SignedIn => who != Visitor,
            Registrars | SecretariatsAndAdministrators => is_any_secretary || who == Administrator,
            PaymentKeepers => [Secretary, Administrator].contains(&who),
            Administrators => who == Administrator,
            Secretariats => is_any_secretary,
            Involved => ![Visitor, ServiceOwner].contains(&who),
            Insiders => is_insider,
            InsidersAndAdministrators => is_insider || who == Administrator,
            Keepers => who == secretary || who == Administrator,
            OwnSecretariat => who == secretary,
            SecretariatAndChair => who == secretary || (!is_board_b && who == Chair),
            Readers => is_insider && ![Observer, OtherObserver].contains(&who),
            Members => is_insider && [Member, Chair].contains(&who),
        }
    }
}

/// Path, who may read it, who may post to it.
type Row = (&'static str, For, For);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    (paths::HOME, For::World, NoRoute),
    (paths::SIGN_IN, For::World, For::World),
    (paths::SIGN_IN_LINK, For::World, For::World),
    (paths::SIGN_IN_SENT, For::World, NoRoute),
    (paths::SIGN_OUT, NoRoute, For::World),
    (paths::KEPT_FORM, OnePerson, NoRoute),
    (paths::JOIN, For::World, For::World),
    (paths::JOIN_SENT, For::World, NoRoute),
    (paths::JOIN_LINK, For::World, For::World),
    (paths::DEVICES, SignedIn, SignedIn),
    (paths::ME, SignedIn, NoRoute),
    (paths::MY_CALENDAR, SignedIn, SignedIn),
    (paths::FEED, Bearer, NoRoute),
    (paths::MY_DATA, SignedIn, NoRoute),
    (paths::MY_NOTES, NoRoute, SignedIn),
    (paths::MY_LANGUAGE, NoRoute, SignedIn),
    (paths::MY_REMINDERS, NoRoute, SignedIn),
    (paths::ACCESSIBILITY, For::World, NoRoute),
    (paths::PRIVACY, For::World, NoRoute),
    (paths::CONTACT, For::World, NoRoute),
    (paths::ORGANISATIONS, Registrars, NoRoute),
    (paths::NEW_ORGANISATION, Registrars, Registrars),
    (paths::ORGANISATION, Registrars, NoRoute),
    (paths::EDIT_ORGANISATION, Registrars, Registrars),
    (paths::RENAME_ORGANISATION, Registrars, Registrars),
    (paths::SERVICE_OWNER, Registrars, Registrars),
    (paths::SERVICE_OWNER_PERIOD, Registrars, Registrars),
    (paths::INVITE, Registrars, Registrars),
    (paths::END_AFFILIATION, NoRoute, Registrars),
    (paths::PEOPLE, Registrars, NoRoute),
    (paths::NEW_PERSON, Registrars, Registrars),
    (paths::PERSON, Registrars, NoRoute),
    (paths::EDIT_PERSON, Registrars, Registrars),
    (paths::MAKE_ADMINISTRATOR, Administrators, Administrators),
    (paths::END_ADMINISTRATOR, NoRoute, Administrators),
    (paths::BOARDS, SignedIn, NoRoute),
    (paths::NEW_BOARD, Administrators, Administrators),
    (paths::BOARD, InsidersAndAdministrators, NoRoute),
    (paths::BOARD_SETTINGS, Keepers, Keepers),
    (paths::BOARD_CALENDAR, Keepers, Keepers),
    (paths::BOARD_MAIL, Keepers, Keepers),
    (paths::BOARD_CALENDAR_REMOVE, NoRoute, Keepers),
    (paths::BOARD_REMINDERS, Keepers, Keepers),
    (paths::BOARD_REMINDERS_REMOVE, NoRoute, Keepers),
    (paths::BOARD_WORDINGS, OwnSecretariat, NoRoute),
    (paths::BOARD_WORDING, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_WEEKLY_MAIL, NoRoute, Keepers),
    (paths::BOARD_REPORTS, Keepers, Keepers),
    (paths::BOARD_REPORTS_DELIVERED, NoRoute, Keepers),
    (paths::BOARD_MANDATES, InsidersAndAdministrators, NoRoute),
    (paths::NEW_MANDATE, Keepers, Keepers),
    (paths::BOARD_TERMS, InsidersAndAdministrators, NoRoute),
    (paths::BOARD_SEATS, NoRoute, Keepers),
    (paths::BOARD_SEATS_END, NoRoute, Keepers),
    (paths::NEW_APPOINTMENT, Keepers, Keepers),
    (paths::MANDATE, InsidersAndAdministrators, NoRoute),
    (paths::MANDATE_SETTINGS, NoRoute, Keepers),
    (paths::MANDATE_RULES, NoRoute, Keepers),
    (paths::MANDATE_DEADLINES, NoRoute, Keepers),
    (paths::MANDATE_REMOVE, NoRoute, Keepers),
    (paths::NEW_MANDATE_DRAFT, Keepers, Keepers),
    (paths::MANDATE_TEXT, InsidersAndAdministrators, NoRoute),
    (paths::MANDATE_WRITE, Keepers, Keepers),
    (paths::MANDATE_STEP, NoRoute, Keepers),
    (paths::MANDATE_DIFFERENCE, InsidersAndAdministrators, NoRoute),
    (paths::MANDATE_WHAT_IF, InsidersAndAdministrators, Keepers),
    (paths::APPOINTMENT, Keepers, NoRoute),
    (paths::APPOINTMENT_PERSON, NoRoute, Keepers),
    (paths::APPOINTMENT_NEW_PERSON, NoRoute, Keepers),
    (paths::APPOINTMENT_END_PERSON, NoRoute, Keepers),
    (paths::APPOINTMENT_LEVEL, NoRoute, Keepers),
    (paths::BOARD_COMPOSITION, InsidersAndAdministrators, NoRoute),
    (paths::BOARD_FORECAST, InsidersAndAdministrators, NoRoute),
    (paths::BOARD_ROTATION, InsidersAndAdministrators, OwnSecretariat),
    (paths::ROTATION, SecretariatAndChair, NoRoute),
    (paths::ROTATION_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::ROTATION_LINES, OwnSecretariat, OwnSecretariat),
    (paths::ROTATION_LINE, OwnSecretariat, OwnSecretariat),
    (paths::ROTATION_CHOICE, NoRoute, OwnSecretariat),
    (paths::ROTATION_CASE, NoRoute, OwnSecretariat),
    (paths::ROTATION_DECISION, OwnSecretariat, OwnSecretariat),
    (paths::ROTATION_STATE, NoRoute, OwnSecretariat),
    (paths::ROTATION_CARRY_OUT, OwnSecretariat, OwnSecretariat),
    (paths::ANNUAL_PLAN, Insiders, NoRoute),
    (paths::ANNUAL_PLAN_START, OwnSecretariat, OwnSecretariat),
    (paths::ANNUAL_PLAN_CARRY, NoRoute, OwnSecretariat),
    (paths::ANNUAL_PLAN_APPROVAL, OwnSecretariat, OwnSecretariat),
    (paths::ANNUAL_PLAN_AUDIENCE, NoRoute, OwnSecretariat),
    (paths::NEW_PLAN_ITEM, OwnSecretariat, OwnSecretariat),
    (paths::PLAN_ITEM, OwnSecretariat, OwnSecretariat),
    (paths::PLAN_TEMPLATES, OwnSecretariat, NoRoute),
    (paths::NEW_PLAN_TEMPLATE, OwnSecretariat, OwnSecretariat),
    (paths::PLAN_TEMPLATE, OwnSecretariat, OwnSecretariat),
    (paths::MEETING_PLANNED, NoRoute, OwnSecretariat),
    (paths::BOARD_COUNCILS, InsidersAndAdministrators, NoRoute),
    (paths::NEW_COUNCIL, Keepers, Keepers),
    (paths::COUNCIL, InsidersAndAdministrators, Keepers),
    (paths::COUNCIL_RHYTHM, NoRoute, Keepers),
    (paths::COUNCIL_DISSOLUTION, NoRoute, Keepers),
    (paths::REPORT_DAY, NoRoute, Keepers),
    (paths::REPORT_REMOVAL, NoRoute, Keepers),
    (paths::CASE_COUNCILS, OwnSecretariat, OwnSecretariat),
    (paths::CASE_ADVICE, OwnSecretariat, OwnSecretariat),
    (paths::APPOINTMENT_ASK, NoRoute, Keepers),
    (paths::APPOINTMENT_END, NoRoute, Keepers),
    (paths::YEAR, Insiders, NoRoute),
    (paths::YEAR_PLAN, OwnSecretariat, OwnSecretariat),
    (paths::YEAR_GLANCE, Insiders, NoRoute),
    (paths::MEETING, Insiders, NoRoute),
    (paths::MEETING_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::MEETING_MOVE, OwnSecretariat, OwnSecretariat),
    (paths::MEETING_CANCEL, OwnSecretariat, OwnSecretariat),
    (paths::MEETING_STAGE, NoRoute, OwnSecretariat),
    (paths::MEETING_NOTICES, OwnSecretariat, OwnSecretariat),
    (paths::NEW_NOTICE, OwnSecretariat, OwnSecretariat),
    (paths::MEETING_MESSAGE, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_MESSAGE, OwnSecretariat, OwnSecretariat),
    (paths::YEAR_NOTICE, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_CASES, Insiders, NoRoute),
    (paths::NEW_CASE, Readers, Readers),
    (paths::CASE_QUEUE, OwnSecretariat, NoRoute),
    (paths::CASE_SETTINGS, OwnSecretariat, OwnSecretariat),
    (paths::CASE, Readers, NoRoute),
    (paths::CASE_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::CASE_STEP, NoRoute, OwnSecretariat),
    (paths::CASE_SCHEDULE, OwnSecretariat, OwnSecretariat),
    (paths::CASE_ASSESSMENT, OwnSecretariat, OwnSecretariat),
    (paths::CASE_TALK, NoRoute, OwnSecretariat),
    (paths::CASE_RECUSAL, NoRoute, Readers),
    (paths::CASE_RECUSALS, NoRoute, OwnSecretariat),
    (paths::CASE_OFFICERS, NoRoute, OwnSecretariat),
    (paths::MEETING_PAPERS, Insiders, NoRoute),
    (paths::DISPATCH, OwnSecretariat, OwnSecretariat),
    (paths::DISPATCH_STATEMENT, OwnSecretariat, NoRoute),
    (paths::STATEMENT_DOCUMENT, OwnSecretariat, NoRoute),
    (paths::MEETING_PACK, Insiders, NoRoute),
    (paths::MEETING_SUPPLEMENT, Insiders, NoRoute),
    (paths::COLLEAGUES, Readers, Members),
    (paths::COLLEAGUE, OnePerson, OnePerson),
    (paths::READ_ALONG, For::World, NoRoute),
    (paths::READ_ALONG_PAPER, For::World, NoRoute),
    (paths::READ_ALONG_FILE, For::World, NoRoute),
    (paths::CASE_INPUT, Members, Members),
    (paths::MEETING_INPUTS, Insiders, NoRoute),
    (paths::NEW_PAPER, OwnSecretariat, OwnSecretariat),
    (paths::SHARED_PAPERS, OwnSecretariat, OwnSecretariat),
    (paths::PAPER, Readers, NoRoute),
    (paths::PAPER_WRITE, OwnSecretariat, OwnSecretariat),
    (paths::PAPER_UPLOAD, OwnSecretariat, OwnSecretariat),
    (paths::PAPER_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::PAPER_ASSESSMENT, OwnSecretariat, OwnSecretariat),
    (paths::PAPER_WITHDRAWAL, NoRoute, OwnSecretariat),
    (paths::PAPER_REMOVAL, NoRoute, OwnSecretariat),
    (paths::PAPER_NOTES, NoRoute, Readers),
    (paths::PAPER_NOTE, NoRoute, OnePerson),
    (paths::PAPER_VERSION, Readers, NoRoute),
    (paths::PAPER_FILE, Readers, NoRoute),
    // A paper that is a file is no document of ours; tests/it/packs.rs asks for one that is.
    (paths::PAPER_DOCUMENT, OnePerson, NoRoute),
    (paths::ATTENDANCE, OwnSecretariat, OwnSecretariat),
    (paths::NEW_ATTENDANCE, OwnSecretariat, NoRoute),
    (paths::ATTENDANCE_LINE, OwnSecretariat, NoRoute),
    (paths::MINUTES, OwnSecretariat, OwnSecretariat),
    (paths::MINUTES_ITEM, NoRoute, OwnSecretariat),
    (paths::MINUTES_PREVIEW, OwnSecretariat, NoRoute),
    (paths::MINUTES_DOCUMENT, OwnSecretariat, NoRoute),
    (paths::MINUTES_ACCESS, OwnSecretariat, OwnSecretariat),
    // The item here is a break, of which nothing is minuted; tests/it/publication.rs assesses another.
    (paths::MINUTES_ITEM_ACCESS, OnePerson, OnePerson),
    (paths::MINUTES_ROUND, OwnSecretariat, OwnSecretariat),
    // There is no remark yet; tests/it/round.rs settles one.
    (paths::MINUTES_REMARK, NoRoute, OnePerson),
    (paths::MINUTES_APPROVALS, NoRoute, OwnSecretariat),
    // No draft is out yet; tests/it/round.rs reads one.
    (paths::MINUTES_READING, OnePerson, OnePerson),
    (paths::MINUTES_READING_DOCUMENT, OnePerson, NoRoute),
    (paths::MINUTES_VERSION, OnePerson, NoRoute),
    (paths::MINUTES_SETTINGS, OwnSecretariat, OwnSecretariat),
    (paths::MINUTES_PUBLICATION, OwnSecretariat, OwnSecretariat),
    // Nothing is approved yet; tests/it/publication.rs looks at one.
    (paths::MINUTES_PUBLICATION_PREVIEW, OnePerson, NoRoute),
    (paths::MINUTES_DECISIONS, OwnSecretariat, NoRoute),
    // Nothing is approved yet; tests/it/published/decisions.rs writes what was decided.
    (paths::MINUTES_DECISION, OnePerson, OnePerson),
    (paths::ITEM_ACTIONS, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_ACTIONS, Insiders, NoRoute),
    (paths::ACTION, Readers, OwnSecretariat),
    (paths::ACTION_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::AGENDA, Insiders, OwnSecretariat),
    (paths::AGENDA_ITEM, OwnSecretariat, OwnSecretariat),
    (paths::AGENDA_GUESTS, NoRoute, OwnSecretariat),
    (paths::MY_REPLY, Insiders, Insiders),
    (paths::REPLY_OF, OwnSecretariat, OwnSecretariat),
    (paths::DEPUTY, NoRoute, OwnSecretariat),
    (paths::REPLY, For::World, For::World),
    (paths::SUBSCRIBE, For::World, For::World),
    (paths::SUBSCRIBE_SENT, For::World, NoRoute),
    (paths::SUBSCRIBE_PRODUCT, For::World, For::World),
    (paths::SUBSCRIBE_PRODUCT_SENT, For::World, NoRoute),
    (paths::SUBSCRIPTION, For::World, For::World),
    (paths::UNSUBSCRIBE, For::World, For::World),
    (paths::MY_SUBSCRIPTIONS, SignedIn, SignedIn),
    (paths::SEARCH, SignedIn, NoRoute),
    (paths::PUBLISHED, For::World, NoRoute),
    (paths::PUBLISHED_BOARDS, For::World, NoRoute),
    // The demo's board shows itself to everyone; tests/it/published.rs asks for one that does not.
    (paths::PUBLISHED_BOARD, For::World, NoRoute),
    (paths::PUBLISHED_YEAR, For::World, NoRoute),
    (paths::PUBLISHED_ANNUAL_PLAN, For::World, NoRoute),
    (paths::PUBLISHED_MEETING, For::World, NoRoute),
    (paths::PUBLISHED_VERSION, For::World, NoRoute),
    (paths::PUBLISHED_DOCUMENT, For::World, NoRoute),
    (paths::PUBLISHED_VERSION_DOCUMENT, For::World, NoRoute),
    (paths::PUBLISHED_CASE, For::World, NoRoute),
    (paths::PUBLISHED_PRODUCTS, For::World, NoRoute),
    // Something is out about the product here; tests/it/published/products.rs asks for one without.
    (paths::PUBLISHED_PRODUCT, For::World, NoRoute),
    (paths::PUBLISHED_DECISIONS, For::World, NoRoute),
    (paths::PUBLISHED_SEARCH, For::World, NoRoute),
    (paths::ATOM, For::World, NoRoute),
    // The minutes and the case here are out nowhere; tests/it/open_data.rs asks for some that are.
    (paths::BOARD_ATOM, For::World, NoRoute),
    (paths::PUBLISHED_CALENDAR, For::World, NoRoute),
    (paths::API_BOARDS, For::World, NoRoute),
    (paths::API_BOARD, For::World, NoRoute),
    (paths::API_MEETINGS, For::World, NoRoute),
    (paths::API_MEETING, Bearer, NoRoute),
    (paths::API_ITEMS, For::World, NoRoute),
    (paths::API_CASE, Bearer, NoRoute),
    (paths::API_DELETED, For::World, NoRoute),
    (paths::API_DOCUMENT, For::World, NoRoute),
    // Every method is answered, and every address is none.
    (paths::API_REST, NoRoute, NoRoute),
    (paths::CATALOGUE, For::World, NoRoute),
    (paths::SITEMAP, For::World, NoRoute),
    (paths::ROBOTS, For::World, NoRoute),
    (paths::PRODUCTS, Involved, NoRoute),
    (paths::PRODUCTS_UNTREATED, Involved, NoRoute),
    (paths::NEW_PRODUCT, Registrars, Registrars),
    (paths::PRODUCT, Involved, NoRoute),
    (paths::PRODUCT_EDIT, Registrars, Registrars),
    (paths::PRODUCT_PHASES, Registrars, Registrars),
    (paths::PRODUCT_PHASE, Registrars, Registrars),
    (paths::PRODUCT_STRATEGIES, Registrars, Registrars),
    (paths::PRODUCT_STRATEGY, Registrars, Registrars),
    (paths::PRODUCT_GROUPS, Registrars, NoRoute),
    (paths::NEW_PRODUCT_GROUP, Registrars, Registrars),
    (paths::PRODUCT_GROUP, Registrars, Registrars),
    (paths::CASE_PRODUCTS, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_MEASURES, Insiders, NoRoute),
    (paths::NEW_MEASURE, OwnSecretariat, OwnSecretariat),
    (paths::MEASURE_REPORT, OwnSecretariat, OwnSecretariat),
    (paths::MEASURE, Insiders, NoRoute),
    (paths::MEASURE_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::MEASURE_STATUS, OwnSecretariat, OwnSecretariat),
    (paths::BOARD_RELATIONS, Insiders, NoRoute),
    (paths::NEW_RELATION, OwnSecretariat, OwnSecretariat),
    (paths::RELATION_EDIT, OwnSecretariat, OwnSecretariat),
    (paths::RELATION_REVIEW, OwnSecretariat, OwnSecretariat),
    (paths::CASE_HEARD, OwnSecretariat, OwnSecretariat),
    (paths::PAYMENTS, Involved, NoRoute),
    (paths::NEW_PAYMENT, PaymentKeepers, PaymentKeepers),
    (paths::PAYMENTS_OF, Involved, NoRoute),
    (paths::PAYMENT, PaymentKeepers, PaymentKeepers),
    (paths::PRODUCT_MONEY, Involved, NoRoute),
    (paths::PRODUCT_AMOUNTS, PaymentKeepers, PaymentKeepers),
    (paths::PRODUCT_SPLIT, PaymentKeepers, PaymentKeepers),
    (paths::PRODUCT_WHAT_IF, Involved, NoRoute),
    (paths::PRODUCT_ACCOUNT, Involved, NoRoute),
    (paths::PRODUCT_ACCOUNT_TABLE, Involved, NoRoute),
    (paths::IMPORT_PAYMENTS, PaymentKeepers, PaymentKeepers),
    (paths::IMPORT, Administrators, Administrators),
    (paths::IMPORT_CHECK, Administrators, Administrators),
    (paths::IMPORT_TEMPLATE, Administrators, NoRoute),
    (paths::DESK, Secretariats, NoRoute),
    (paths::LEDGER, SecretariatsAndAdministrators, NoRoute),
    (paths::OCCASION, OwnSecretariat, NoRoute),
    (paths::TRY_OCCASION_AGAIN, NoRoute, OwnSecretariat),
    (paths::MESSAGE, OwnSecretariat, NoRoute),
    (paths::RESEND_MESSAGE, NoRoute, OwnSecretariat),
    (paths::MAIL_OF, Registrars, NoRoute),
    (paths::REHEARSAL, Secretariats, NoRoute),
    (paths::HEALTH_LIVE, For::World, NoRoute),
    (paths::HEALTH_READY, For::World, NoRoute),
    (paths::HEALTH_MAIL, For::World, NoRoute),
    (paths::METRICS, For::World, NoRoute),
];

/// What a post needs to name something that is there; an object of the path alone would do without.
fn body(pattern: &str) -> &'static [(&'static str, &'static str)] {
    const ROW: &[(&str, &str)] = &[("row", "0192f0c4-0000-7000-8000-000000000000")];
    match pattern {
        paths::BOARD_CALENDAR_REMOVE
        | paths::BOARD_REMINDERS_REMOVE
        | paths::BOARD_REPORTS_DELIVERED
        | paths::REPORT_DAY
        | paths::REPORT_REMOVAL
        | paths::MANDATE_REMOVE => ROW,
        paths::MEETING_STAGE => &[("act", "done")],
        paths::DEPUTY => &[("act", "confirm")],
        paths::MY_CALENDAR => &[("act", "end")],
        paths::MY_REMINDERS => &[("reminders", "singly")],
        paths::UNSUBSCRIBE => &[("List-Unsubscribe", "One-Click")],
        paths::CASE_STEP => &[("act", "treat")],
        paths::CASE_RECUSAL => &[("act", "withdraw")],
        paths::CASE_RECUSALS => &[("act", "withdraw"), ("person", "")],
        paths::AGENDA => &[("act", "begin")],
        paths::AGENDA_GUESTS => &[("act", "add")],
        paths::MINUTES_REMARK => &[("state", "accepted")],
        paths::ATTENDANCE => &[("act", "add"), ("day", "0")],
        paths::ACTION => &[("act", "done")],
        paths::PLAN_ITEM => &[("act", "restore")],
        _ => &[],
    }
}

#[test]
fn every_path_and_method_has_its_row() {
    let routed = routed();
    for (name, pattern) in patterns() {
        let rows: Vec<&Row> = TABLE.iter().filter(|row| row.0 == pattern).collect();
        let [row] = rows[..] else {
            panic!("{pattern} stands in {} rows", rows.len());
        };
        let methods = routed.get(&name).cloned().unwrap_or_default();
        assert_eq!(
            (row.1 != NoRoute, row.2 != NoRoute),
            (
                methods.iter().any(|method| method == "get"),
                methods.iter().any(|method| method == "post")
            ),
            "{pattern}: {methods:?}"
        );
    }
    assert_eq!(TABLE.len(), patterns().len(), "a row of no path");
}

/// The methods that the slices route for each name in `web/paths.rs`.
fn routed() -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in [
        "people/routes.rs",
        "boards/routes.rs",
        "meetings/routes.rs",
        "cases/routes.rs",
        "papers/routes.rs",
        "minutes/attendance/routes.rs",
        "minutes/draft/routes.rs",
        "minutes/access/routes.rs",
        "minutes/round/routes.rs",
        "minutes/publication/routes.rs",
        "minutes/actions/routes.rs",
        "minutes/decisions/routes.rs",
        "portfolio/products/routes.rs",
        "portfolio/payments/routes.rs",
        "portfolio/measures/routes.rs",
        "related/routes.rs",
        "composition/routes.rs",
        "composition/rotation/routes.rs",
        "annual_plan/routes.rs",
        "mandates/routes.rs",
        "councils/routes.rs",
        "search/routes.rs",
        "public/subscriptions/routes.rs",
        "public/routes.rs",
        "public/feeds/routes.rs",
        "public/api/routes.rs",
        "import/routes.rs",
        "desk/routes.rs",
        "desk/digest/routes.rs",
        "desk/routes_calendar.rs",
        "desk/routes_ledger.rs",
        "desk/routes_mail.rs",
        "desk/routes_mine.rs",
        "desk/routes_wording.rs",
        "desk/year/routes.rs",
    ] {
        let source = fs::read_to_string(Path::new("src").join(file)).expect("the routes are read");
        let dense: String = source.split_whitespace().collect();
        for route in dense.split(".route(paths::").skip(1) {
            let (name, rest) = route.split_once(',').expect("a route has a handler");
            let method = rest.split("().to(").next().unwrap_or_default();
            let method = method.trim_start_matches("web::");
            found
                .entry(name.to_owned())
                .or_default()
                .push(method.to_owned());
        }
    }
    found
}

fn is_asked_to_sign_in(answer: &Answer) -> bool {
    let to_sign_in = answer
        .location
        .as_deref()
        .is_some_and(|to| to.starts_with("/sign-in?next="));
    answer.status.as_u16() == 401 || (answer.status.as_u16() == 303 && to_sign_in)
}

/// What is wrong with an answer, if anything.
fn judge(answer: &Answer, who: Who, may: bool, whom: For) -> Option<String> {
    let status = answer.status.as_u16();
    let is_right = if may {
        !is_asked_to_sign_in(answer) && ![401, 403, 404].contains(&status) && status < 500
    } else if who == Visitor && whom != Bearer {
        is_asked_to_sign_in(answer)
    } else {
        status == 404
    };
    (!is_right).then(|| format!("{status} where allowed = {may}"))
}

async fn try_row(
    world: &World,
    row: Row,
    browsers: &mut BTreeMap<Who, Browser<'_>>,
) -> Vec<String> {
    let (pattern, read, post) = row;
    let boards: &[(&Objects, bool)] = if read.is_of_a_board() || post.is_of_a_board() {
        &[(&world.a, false), (&world.b, true)]
    } else {
        &[(&world.a, false)]
    };
    let mut wrong = Vec::new();
    for (of, is_board_b) in boards {
        let path = world.path(pattern, of);
        for (who, browser) in browsers.iter_mut() {
            let mut judged = |how: &str, fault: Option<String>| {
                wrong.extend(fault.map(|fault| {
                    format!("{how} {pattern} (board B = {is_board_b}) by {who:?}: {fault}")
                }));
            };
            if read != NoRoute {
                let may = read.lets_in(*who, *is_board_b);
                let answer = browser.get(&path).await;
                // The mail is late in a test that sends none: that is an answer too.
                if pattern != paths::HEALTH_MAIL {
                    judged("GET", judge(&answer, *who, may, read));
                }
            }
            if post != NoRoute {
                let may = post.lets_in(*who, *is_board_b);
                let bare = browser.post_raw(&path, &[]).await;
                if may && bare.status.as_u16() != 403 {
                    judged("POST without token", Some(bare.status.to_string()));
                }
                let answer = browser.post(&path, body(pattern)).await;
                // An affiliation that is not named is not there for anyone; the bare post told the readers apart.
                if !(may && pattern == paths::END_AFFILIATION) {
                    judged("POST", judge(&answer, *who, may, post));
                }
            }
        }
    }
    wrong
}

#[actix_web::test]
async fn each_route_opens_for_its_readers_and_exists_for_no_others() {
    let world = world();
    let mut wrong = Vec::new();
    let mut browsers = BTreeMap::new();
    for row in TABLE {
        if browsers.is_empty() {
            for (who, address) in EVERYONE {
                browsers.insert(who, world.browser(address).await);
            }
        }
        wrong.extend(try_row(&world, *row, &mut browsers).await);
        if row.0 == paths::SIGN_OUT {
            browsers.clear();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All there is of board A, and what was written down about it.
fn traces_of_a(world: &World) -> Vec<String> {
    let of = world.a.board;
    let read = |conn: &mut Conn| {
        let mut found = Vec::new();
        let closures: Vec<RowId> = closure::table
            .filter(closure::board_id.eq(of))
            .select(closure::id)
            .load(conn)?;
        let reminders: Vec<RowId> = reminder_rule::table
            .filter(reminder_rule::board_id.eq(of))
            .select(reminder_rule::id)
            .load(conn)?;
        let rules: Vec<RowId> = mandate_rule::table
            .filter(mandate_rule::mandate_id.eq(world.a.mandate))
            .select(mandate_rule::id)
            .load(conn)?;
        let leads: Vec<RowId> = deadline_rule::table
            .filter(deadline_rule::mandate_id.eq(world.a.mandate))
            .select(deadline_rule::id)
            .load(conn)?;
        let seats: Vec<(SeatId, Option<NaiveDate>)> = seat::table
            .filter(seat::board_id.eq(of))
            .select((seat::id, seat::valid_until))
            .load(conn)?;
        let used: Vec<(RowId, Option<NaiveDate>)> = representation::table
            .filter(representation::appointment_id.eq(world.a.appointment))
            .select((representation::id, representation::valid_until))
            .load(conn)?;
        let meetings: Vec<(MeetingId, i64)> = meeting::table
            .filter(meeting::board_id.eq(of))
            .select((meeting::id, meeting::version))
            .load(conn)?;
        let written: i64 = audit_entry::table
            .filter(audit_entry::board_id.eq(of))
            .count()
            .get_result(conn)?;
        let rows = [closures, reminders, rules, leads].concat();
        found.extend(rows.iter().map(|row| format!("row {row}")));
        found.extend(seats.iter().map(|seat| format!("seat {seat:?}")));
        found.extend(used.iter().map(|row| format!("person {row:?}")));
        found.extend(meetings.iter().map(|row| format!("meeting {row:?}")));
        found.push(format!("{written} entries"));
        Ok(found)
    };
    world
        .instance
        .app
        .db
        .read_now(read)
        .expect("the traces are read")
}

fn id_in(trace: &str) -> String {
    let hex = |letter: char| letter.is_ascii_hexdigit() || letter == '-';
    let mut parts = trace.split(|letter| !hex(letter));
    parts
        .find(|part| part.len() == 36)
        .unwrap_or_default()
        .to_owned()
}

/// The path names one's own board, the body another's rows: nothing of the other is touched.
#[actix_web::test]
async fn a_body_that_names_another_boards_rows_changes_nothing_there() {
    let world = world();
    let before = traces_of_a(&world);
    let mut berit = world.instance.signed_in(OTHER_SECRETARY).await;
    let (board, mandate, appointment) = (world.b.board, world.b.mandate, world.b.appointment);
    let version = "1";
    for trace in &before {
        let id = id_in(trace);
        if id.is_empty() {
            continue;
        }
        let row = [
            ("row", id.as_str()),
            ("version", version),
            ("person-last-day", "2026-12-31"),
            ("seat", &id),
            ("seat-last-day", "2026-12-31"),
        ];
        let mut paths = vec![
            format!("/boards/{board}/calendar/remove"),
            format!("/boards/{board}/reminders/remove"),
            format!("/boards/{board}/reports/delivered"),
            format!("/mandates/{mandate}/remove"),
        ];
        if trace.starts_with("seat") {
            paths.push(format!("/boards/{board}/seats/end"));
        } else if trace.starts_with("person") {
            paths.push(format!("/appointments/{appointment}/end-person"));
        }
        for path in paths {
            let status = berit.post(&path, &row).await.status.as_u16();
            assert!(status < 500, "{path}: {status}");
        }
    }
    let meeting = world.a.meeting.to_string();
    let plan = format!("/boards/{board}/years/2027/plan");
    let mut fields = vec![
        ("rows", "1"),
        ("id-0", meeting.as_str()),
        ("kind-0", "ordinary"),
        ("day-0", "2027-06-02"),
        ("starts-0", "09:00"),
        ("ends-0", "11:00"),
    ];
    let page = berit.get(&plan).await.ok();
    let (_, standing) = page
        .split_once("name=\"standing\" value=\"")
        .expect("it says what stands");
    let standing = standing.split('"').next().unwrap_or_default();
    fields.push(("standing", standing));
    fields.push(("act", "preview"));
    let page = berit.post(&plan, &fields).await.ok();
    let (_, seen) = page
        .split_once("name=\"seen\" value=\"")
        .expect("it was looked over");
    let seen = seen.split('"').next().unwrap_or_default();
    fields.pop();
    fields.extend([("act", "save"), ("seen", seen)]);
    let status = berit.post(&plan, &fields).await.status.as_u16();
    assert!(status < 500, "{plan}: {status}");
    let copy = world.a.mandate.to_string();
    let fields = [
        ("label", "3.0"),
        ("from", "2020-01-01"),
        ("last-day", "2020-12-31"),
        ("copy-of", copy.as_str()),
    ];
    let made = berit
        .post(&format!("/boards/{board}/mandates/new"), &fields)
        .await
        .goes_to();
    let page = berit.get(&made).await.ok();
    assert!(!page.contains("?rule="), "no rule was copied from board A");
    assert_eq!(traces_of_a(&world), before);
}

/// Sign-in links go to an address: whoever may change it may become the person.
#[actix_web::test]
async fn the_secretariat_of_one_board_does_not_become_anothers_by_an_address() {
    let world = world();
    let mut berit = world.instance.signed_in(OTHER_SECRETARY).await;
    let mut anne = world.instance.signed_in(ADMINISTRATOR).await;
    let own = format!("/people/{}/edit", world.b.person);
    let other = format!("/people/{}/edit", world.a.person);
    let fields = |address: &'static str, version: &'static str| {
        [
            ("version", version),
            ("name", "Nytt navn"),
            ("address", address),
            ("language", "nb"),
        ]
    };
    let version = |page: &str| {
        let (_, rest) = page
            .split_once("name=\"version\" value=\"")
            .expect("the form has a version");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    assert_eq!(version(&berit.get(&other).await.ok()), "1");
    let page = berit
        .post(&other, &fields("berit.too@other.example", "1"))
        .await
        .is(422);
    assert!(page.contains("address-mistake") && page.contains("berit.too@other.example"));
    berit.post(&other, &fields("", "1")).await.is(422);
    berit.post(&other, &fields(MEMBER, "1")).await.goes_to();
    berit
        .post(&own, &fields("bjarne.ny@other.example", "1"))
        .await
        .goes_to();
    anne.post(&other, &fields("olav.ny@kartverket.example", "2"))
        .await
        .goes_to();
}
