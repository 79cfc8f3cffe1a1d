//! The sheets and their columns.

use super::{Column, Form, Sheet};

pub const ORGANISATIONS: &str = "organisations";
pub const FORMER_NAMES: &str = "former_names";
pub const PERSONS: &str = "persons";
pub const BOARDS: &str = "boards";
pub const SEATS: &str = "seats";
pub const APPOINTMENTS: &str = "appointments";
pub const REPRESENTATIONS: &str = "representations";
pub const MEETINGS: &str = "meetings";
pub const CASES: &str = "cases";
pub const AGENDA: &str = "agenda";
pub const ATTENDANCE: &str = "attendance";
pub const MINUTES: &str = "minutes";
pub const ACTIONS: &str = "actions";
pub const PAYMENTS: &str = "payments";

/// In the order in which one needs another.
pub const SHEETS: [Sheet; 14] = [
    Sheet {
        code: ORGANISATIONS,
        columns: &[
            optional("number", Form::OrganisationNumber),
            needed("name", Form::Text),
            optional("short_name", Form::Text),
            needed("kind", Form::OrganisationKind),
            optional("mailbox", Form::Address),
            optional("contact", Form::Text),
            optional("language", Form::Language),
            optional("owner_from", Form::Day),
            optional("owner_last", Form::Day),
            optional("domains", Form::Domains),
        ],
    },
    Sheet {
        code: FORMER_NAMES,
        columns: &[
            needed("organisation", Form::Organisation),
            needed("name", Form::Text),
            optional("short_name", Form::Text),
            needed("last", Form::Day),
        ],
    },
    Sheet {
        code: PERSONS,
        columns: &[
            needed("name", Form::Text),
            needed("address", Form::Address),
            optional("language", Form::Language),
            optional("title", Form::Text),
        ],
    },
    Sheet {
        code: BOARDS,
        columns: &[
            needed("slug", Form::Slug),
            needed("name", Form::Text),
            optional("name_nn", Form::Text),
            optional("name_en", Form::Text),
            needed("kind", Form::BoardKind),
            optional("parent", Form::Board),
            needed("mailbox", Form::Address),
            optional("zone", Form::Zone),
            optional("holidays", Form::Holidays),
            optional("languages", Form::Languages),
            optional("chair_counts", Form::YesNo),
            optional("parent_secretariat", Form::YesNo),
            optional("numbering", Form::Numbering),
        ],
    },
    Sheet {
        code: SEATS,
        columns: &[
            needed("board", Form::Board),
            needed("seat", Form::Number),
            needed("kind", Form::SeatKind),
            needed("from", Form::Day),
            optional("last", Form::Day),
        ],
    },
    Sheet {
        code: APPOINTMENTS,
        columns: &[
            needed("board", Form::Board),
            needed("role", Form::Role),
            optional("seat", Form::Number),
            optional("organisation", Form::Organisation),
            needed("from", Form::Day),
            optional("last", Form::Day),
            optional("decision", Form::Text),
        ],
    },
    Sheet {
        code: REPRESENTATIONS,
        columns: &[
            needed("board", Form::Board),
            needed("role", Form::Role),
            optional("organisation", Form::Organisation),
            optional("seat", Form::Number),
            needed("person", Form::Address),
            needed("from", Form::Day),
            optional("last", Form::Day),
        ],
    },
    Sheet {
        code: MEETINGS,
        columns: &[
            needed("board", Form::Board),
            optional("meeting", Form::MeetingLabel),
            needed("day", Form::Day),
            optional("starts", Form::Time),
            optional("ends", Form::Time),
            needed("kind", Form::MeetingKind),
            optional("title", Form::Text),
            optional("title_nn", Form::Text),
            optional("title_en", Form::Text),
            optional("place", Form::Text),
            optional("video_link", Form::Link),
            optional("archive_reference", Form::Text),
            optional("state", Form::MeetingState),
            optional("unknown", Form::Unknown),
        ],
    },
    Sheet {
        code: CASES,
        columns: &[
            needed("board", Form::Board),
            optional("case_number", Form::CaseNumber),
            optional("meeting_day", Form::MeetingDay),
            optional("meeting_kind", Form::MeetingKind),
            needed("title", Form::Text),
            optional("public_title", Form::Text),
            optional("kind", Form::CaseKind),
            optional("subject", Form::CaseSubject),
            optional("language", Form::Language),
            optional("organisations", Form::Organisations),
            optional("responsible_board", Form::Board),
            optional("responsible", Form::Responsible),
            optional("description", Form::Prose),
            optional("archive_reference", Form::Text),
            optional("follows", Form::CaseNumber),
            optional("state", Form::CaseState),
            optional("assessment", Form::Assessment),
            optional("basis", Form::Basis),
            optional("scope", Form::Scope),
            optional("remark", Form::Text),
        ],
    },
    Sheet {
        code: AGENDA,
        columns: &[
            needed("board", Form::Board),
            needed("meeting_day", Form::MeetingDay),
            optional("meeting_kind", Form::MeetingKind),
            needed("kind", Form::ItemKind),
            optional("case_number", Form::CaseNumber),
            optional("title", Form::Text),
            optional("title_nn", Form::Text),
            optional("title_en", Form::Text),
            optional("minutes", Form::Minutes),
            optional("presenter", Form::Text),
            optional("guests", Form::Guests),
            optional("approves", Form::Days),
        ],
    },
    Sheet {
        code: ATTENDANCE,
        columns: &[
            needed("board", Form::Board),
            needed("meeting_day", Form::MeetingDay),
            optional("meeting_kind", Form::MeetingKind),
            needed("part", Form::Part),
            optional("organisation", Form::Organisation),
            optional("as_written", Form::Text),
            optional("person", Form::Address),
            optional("person_name", Form::Text),
            optional("deputy", Form::YesNo),
            optional("instead_of", Form::Text),
            needed("presence", Form::Presence),
            optional("count", Form::Count),
            optional("from_item", Form::Item),
            optional("until_item", Form::Item),
            optional("stay", Form::Stay),
            optional("remark", Form::Text),
        ],
    },
    Sheet {
        code: MINUTES,
        columns: &[
            needed("board", Form::Board),
            needed("meeting_day", Form::MeetingDay),
            optional("meeting_kind", Form::MeetingKind),
            optional("item", Form::Item),
            optional("content", Form::Prose),
            optional("outcome", Form::Outcome),
            optional("conclusion", Form::Prose),
            optional("dissent", Form::Prose),
            optional("starts", Form::Time),
            optional("ends", Form::Time),
            optional("language", Form::Language),
            optional("published", Form::Day),
            optional("source", Form::Text),
            optional("remark", Form::Text),
        ],
    },
    Sheet {
        code: ACTIONS,
        columns: &[
            needed("board", Form::Board),
            needed("meeting_day", Form::MeetingDay),
            optional("meeting_kind", Form::MeetingKind),
            needed("item", Form::Item),
            needed("content", Form::Task),
            optional("organisation", Form::Organisation),
            optional("person", Form::Address),
            optional("person_name", Form::OwnerName),
            optional("due", Form::Due),
            optional("state", Form::ActionState),
            optional("link", Form::Link),
        ],
    },
    Sheet {
        code: PAYMENTS,
        columns: &[
            needed("organisation", Form::Organisation),
            needed("product", Form::Product),
            needed("year", Form::Year),
            needed("amount", Form::Amount),
        ],
    },
];

const fn needed(code: &'static str, form: Form) -> Column {
    Column {
        code,
        form,
        needed: true,
    }
}

const fn optional(code: &'static str, form: Form) -> Column {
    Column {
        code,
        form,
        needed: false,
    }
}
