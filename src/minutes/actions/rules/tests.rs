use super::*;
use crate::db::ids::{
    ActionId, AgendaItemId, BoardId, CaseId, MeetingId, OccasionId, OrganisationId, PersonId,
};
use crate::meetings::testing::{at, board_data, day};
use crate::minutes::actions::{Settled, Task};
use crate::web::access::Audience;

fn action(owner: Owner, due: Option<&str>) -> Action {
    let secretary = PersonId::new();
    let now = at("2026-12-09T09:00:00Z");
    Action {
        id: ActionId::new(),
        board: BoardId::new(),
        meeting: MeetingId::new(),
        item: AgendaItemId::new(),
        case: Some(CaseId::new()),
        title: "12/26 Budsjett".to_owned(),
        task: Task {
            content: "Lage en oversikt".to_owned(),
            owner,
            owner_name: "Olav".to_owned(),
            due_on: due.map(day),
            link: String::new(),
        },
        assigned: (secretary, now),
        state: State::Open,
        note: String::new(),
        settled: None,
        created: (secretary, now),
        version: 1,
        audience: Audience::Members,
        assessment: Assessment::NotAssessed,
        open_from: None,
        withdrawn_at: None,
    }
}

fn olav() -> Owner {
    Owner::Person(PersonId::new())
}

/// The ledger's row for something wanted.
fn row(wanted: &Wanted, state: OccasionState) -> Occasion {
    Occasion {
        id: OccasionId::new(),
        kind: wanted.key.kind.to_owned(),
        board_id: None,
        object_kind: wanted.object_kind.to_owned(),
        object_id: wanted.key.object_id.clone(),
        slot: wanted.key.slot.clone(),
        occurrence: 0,
        about_day: Some(wanted.about_day),
        deadline: wanted.deadline,
        due: wanted.due,
        expires: wanted.expires,
        state,
        why: String::new(),
        settled_at: None,
    }
}

fn slots(wanted: &[Wanted]) -> Vec<(&str, String)> {
    let told = |want: &'_ Wanted| want.due.utc().format("%Y-%m-%d %H:%M").to_string();
    (wanted.iter())
        .map(|want| (want.key.slot.as_str(), told(want)))
        .collect()
}

#[test]
fn it_is_due_on_the_meetings_first_day_at_the_earliest() {
    let first = day("2026-12-09");
    assert_eq!(may_be_due(None, first), Ok(()));
    assert_eq!(may_be_due(Some(first), first), Ok(()));
    let early = may_be_due(Some(day("2026-12-08")), first);
    assert_eq!(early, Err(Refusal::BeforeMeeting(first)));
}

#[test]
fn a_link_leads_by_https_or_there_is_none() {
    for right in ["", "https://digdir.no", "HTTPS://digdir.no/a?b#c"] {
        assert_eq!(may_link(right), Ok(()), "{right}");
    }
    for wrong in [
        "http://digdir.no",
        "javascript:alert(1)",
        "https://",
        "https:///etc/passwd",
        "https://localhost",
        "https://digdir.no@evil.no",
        "https://digdir.no \"onclick",
        "digdir.no",
        "æøå",
    ] {
        assert_eq!(may_link(wrong), Err(Refusal::NotHttps), "{wrong}");
    }
}

#[test]
fn it_has_one_owner() {
    let olav = olav();
    assert_eq!(owned_by(olav, ""), Ok(olav));
    assert_eq!(owned_by(Owner::Other, "KS"), Ok(Owner::Other));
    assert_eq!(owned_by(Owner::Other, ""), Err(Refusal::NoOwner));
    assert_eq!(owned_by(olav, "KS"), Err(Refusal::TwoOwners));
}

#[test]
fn the_owner_settles_and_the_secretariat_does_everything() {
    for act in [Act::Done, Act::Drop, Act::Reopen, Act::Withdraw] {
        assert!(may(act, true, false));
        assert!(!may(act, false, false));
        assert_eq!(may(act, false, true), act != Act::Withdraw);
    }
}

#[test]
fn what_is_settled_is_opened_before_it_is_settled_otherwise() {
    let mut of = action(olav(), None);
    assert!(Act::Done.is_possible(&of) && !Act::Reopen.is_possible(&of));
    of.state = Act::Drop.leads_to(of.state);
    of.settled = Some(Settled {
        by: PersonId::new(),
        who: "Olav".to_owned(),
        at: at("2026-12-10T09:00:00Z"),
    });
    assert!(!of.is_open() && !Act::Done.is_possible(&of) && Act::Reopen.is_possible(&of));
    of.state = State::Open;
    of.withdrawn_at = Some(at("2026-12-11T09:00:00Z"));
    assert!(!of.is_open() && Act::Reopen.is_possible(&of));
}

#[test]
fn the_owner_is_told_an_hour_after_it_became_theirs() {
    let owner = olav();
    let of = action(owner, None);
    let wanted = wanted(&of, &board_data(), &[], at("2026-12-09T09:00:00Z"));
    let slot = owner.to_string();
    assert_eq!(
        slots(&wanted),
        [(slot.as_str(), "2026-12-09 10:00".to_owned())]
    );
    assert_eq!(wanted[0].key.kind, mail_kind::ASSIGNED);
}

#[test]
fn whoever_takes_it_on_themselves_or_has_no_address_of_ours_is_not_told() {
    let now = at("2026-12-09T09:00:00Z");
    let own = |owner| {
        let mut of = action(owner, Some("2027-01-20"));
        if let Owner::Person(person) = owner {
            of.assigned.0 = person;
        }
        wanted(&of, &board_data(), &[], now)
    };
    let kinds = |all: &[Wanted]| all.iter().map(|want| want.key.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&own(olav())), [mail_kind::DUE; 2]);
    let other = own(Owner::Other);
    assert_eq!(
        (other.len(), other[0].key.slot.as_str()),
        (1, "overdue-1"),
        "the secretariat alone"
    );
    let organisation = own(Owner::Organisation(OrganisationId::new()));
    assert_eq!(organisation.len(), 3);
}

#[test]
fn reminders_go_a_week_before_and_the_day_after_in_the_morning_of_a_working_day() {
    // Saturday 23 January 2027: reminded on Friday the 15th, overdue on Monday the 25th.
    let of = action(olav(), Some("2027-01-23"));
    let found = wanted(&of, &board_data(), &[], at("2026-12-09T12:00:00Z"));
    let found: Vec<Wanted> = (found.into_iter())
        .filter(|want| want.key.kind == mail_kind::DUE)
        .collect();
    assert_eq!(
        slots(&found),
        [
            (BEFORE, "2027-01-15 08:00".to_owned()),
            ("overdue-1", "2027-01-25 08:00".to_owned()),
        ]
    );
    assert_eq!(found[0].expires, at("2027-01-23T23:00:00Z"));
    assert_eq!(found[1].expires, at("2027-02-01T08:00:00Z"));
}

#[test]
fn what_is_overdue_is_told_three_times_a_week_apart_and_then_no_more() {
    let of = action(olav(), Some("2027-01-20"));
    let data = board_data();
    let mut standing: Vec<Occasion> = Vec::new();
    let mut told = Vec::new();
    let mut now = at("2027-01-20T12:00:00Z");
    loop {
        let found = wanted(&of, &data, &standing, now);
        let Some(next) = found.iter().find(|want| is_of_late(&want.key.slot)) else {
            break;
        };
        told.push(next.due.utc().format("%m-%d").to_string());
        standing.push(row(next, OccasionState::Told));
        now = next.due + Duration::minutes(1);
    }
    assert_eq!(told, ["01-21", "01-28", "02-04"]);
}

#[test]
fn a_repeat_that_waits_for_the_next_pass_is_not_past() {
    let of = action(olav(), Some("2027-01-20"));
    let data = board_data();
    let first = wanted(&of, &data, &[], at("2027-01-20T12:00:00Z"));
    let first = first.iter().find(|want| is_of_late(&want.key.slot));
    let standing = [row(first.expect("it is wanted"), OccasionState::Planned)];
    let found = wanted(&of, &data, &standing, at("2027-01-21T08:00:30Z"));
    assert!(found.iter().any(|want| want.key.slot == "overdue-1"));
    let found = wanted(&of, &data, &[], at("2027-01-21T08:00:30Z"));
    assert!(found.iter().any(|want| want.key.slot == "overdue-2"));
}

#[test]
fn what_is_settled_or_withdrawn_asks_for_no_mail() {
    let now = at("2026-12-09T09:00:00Z");
    let mut of = action(olav(), Some("2027-01-20"));
    of.state = State::Done;
    assert_eq!(wanted(&of, &board_data(), &[], now), []);
    of.state = State::Open;
    of.withdrawn_at = Some(now);
    assert_eq!(wanted(&of, &board_data(), &[], now), []);
}

#[test]
fn only_what_is_overdue_is_told_the_secretariat() {
    assert_eq!(audience(mail_kind::DUE, "overdue-2"), [ToRole::Secretariat]);
    assert_eq!(audience(mail_kind::DUE, BEFORE), []);
    assert_eq!(audience(mail_kind::ASSIGNED, "person-1"), []);
    assert_eq!(audience("vacancy", "overdue-2"), []);
}

#[test]
fn nothing_is_mailed_of_what_the_secretariat_alone_reads() {
    let mut of = action(olav(), Some("2026-12-30"));
    let data = board_data();
    let now = at("2026-12-09T09:00:00Z");
    assert_eq!(wanted(&of, &data, &[], now).len(), 3);
    of.audience = Audience::Secretariat;
    assert_eq!(wanted(&of, &data, &[], now), []);
}
