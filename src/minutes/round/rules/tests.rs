//! The way of the minutes as sentences.

use super::*;
use crate::db::ids::{BoardId, RowId};
use crate::meetings::testing::{at, board_data, day, meeting};
use crate::minutes::attendance::{Listed, Presence, Stay, Who};
use crate::minutes::round::Approved;

fn round() -> Round {
    Round {
        meeting: MeetingId::new(),
        board: BoardId::new(),
        draft: 1,
        sent_at: at("2026-05-22T08:00:00Z"),
        remarks_on: day("2026-06-03"),
        remarks_until: at("2026-06-03T22:00:00Z"),
        approved: None,
        correction: None,
        version: 1,
    }
}

fn approved() -> Round {
    Round {
        approved: Some(Approved {
            number: 2,
            at: at("2026-06-04T08:00:00Z"),
            by_meeting: None,
        }),
        ..round()
    }
}

fn remark(state: RemarkState) -> Remark {
    Remark {
        id: RowId::new(),
        meeting: MeetingId::new(),
        board: BoardId::new(),
        item: None,
        case: None,
        draft: 1,
        person: PersonId::new(),
        who: "Olav".to_owned(),
        content: "Feil dato".to_owned(),
        at: at("2026-05-23T08:00:00Z"),
        state,
        answer: String::new(),
    }
}

#[test]
fn what_is_approved_is_written_no_more_unless_it_is_corrected() {
    let of = meeting(&board_data(), "ordinary", &["2026-05-20"]);
    let may = |round: Option<&Round>, on: &str| may_be_written(&of, round, day(on)).err();
    assert_eq!(may(None, "2026-05-19"), Some(Refusal::NotYet));
    assert_eq!(may(None, "2026-05-20"), None);
    assert_eq!(may(Some(&round()), "2026-05-25"), None);
    let done = approved();
    assert_eq!(
        may(Some(&done), "2026-06-25"),
        Some(Refusal::AlreadyApproved)
    );
    let correcting = Round {
        correction: Some("Feil navn".to_owned()),
        ..approved()
    };
    assert_eq!(may(Some(&correcting), "2026-06-25"), None);
    assert_eq!(
        may_send(&of, Some(&correcting), day("2026-06-25")),
        Err(Refusal::AlreadyApproved),
        "a correction is no new draft"
    );
}

#[test]
fn the_time_for_remarks_is_that_of_the_mandate_or_a_week() {
    let data = board_data();
    let of = meeting(&data, "ordinary", &["2026-05-20"]);
    let line = crate::meetings::rules::deadlines(&of, &data);
    let today = day("2026-05-22");
    let usual = usual_day(&line, today);
    let remarks = line.iter().find(|one| one.stage == Stage::Remarks);
    match remarks {
        Some(deadline) => assert_eq!(usual, deadline.due_on),
        None => assert_eq!(usual, day("2026-05-29")),
    }
    assert_eq!(usual_day(&[], today), day("2026-05-29"));
}

#[test]
fn closed_minutes_are_shut_unless_a_round_is_open() {
    let mut of = meeting(&board_data(), "ordinary", &["2026-05-20"]);
    assert!(!is_shut(&of, None) && !is_shut(&of, Some(&round())));
    assert!(is_shut(&of, Some(&approved())));
    of.state = MeetingState::Closed;
    assert!(is_shut(&of, None) && is_shut(&of, Some(&approved())));
    let correcting = Round {
        correction: Some("Feil sats".to_owned()),
        ..approved()
    };
    assert!(!is_shut(&of, Some(&correcting)));
}

#[test]
fn remarks_are_not_due_before_the_meeting_or_yesterday() {
    let of = meeting(&board_data(), "ordinary", &["2026-05-20", "2026-05-21"]);
    let key = |on, today| check_day(&of, day(on), day(today)).err().map(|it| it.key);
    assert_eq!(
        key("2026-05-20", "2026-05-22"),
        Some("round-day-before-meeting")
    );
    assert_eq!(key("2026-05-21", "2026-05-22"), Some("round-day-past"));
    assert_eq!(key("2026-05-22", "2026-05-22"), None);
    assert_eq!(key("2026-08-22", "2026-05-22"), None);
    assert_eq!(key("2030-01-01", "2026-05-22"), Some("round-day-far"));
}

#[test]
fn a_day_is_over_at_midnight_by_the_boards_clock() {
    let oslo = chrono_tz::Europe::Oslo;
    assert_eq!(end_of(oslo, day("2026-06-03")), at("2026-06-03T22:00:00Z"));
    assert_eq!(end_of(oslo, day("2026-12-03")), at("2026-12-03T23:00:00Z"));
}

#[test]
fn silence_approves_when_the_time_is_over_and_nobody_has_said_anything() {
    let (before, after) = (at("2026-06-03T21:59:00Z"), at("2026-06-03T22:00:00Z"));
    let may = |round: &Round, remarks: &[Remark], changed, now| {
        let how = (How::BySilence, Approval::Silence);
        may_approve(Some(round), remarks, changed, how, now).err()
    };
    let of = round();
    assert_eq!(may(&of, &[], false, before), Some(Refusal::NotOver));
    assert_eq!(may(&of, &[], false, after), None);
    assert_eq!(may(&of, &[], true, after), Some(Refusal::Changed));
    let open = [remark(RemarkState::Open)];
    assert_eq!(may(&of, &open, false, after), Some(Refusal::OpenRemarks));
    let settled = [remark(RemarkState::Answered)];
    assert_eq!(may(&of, &settled, false, after), None);
    // What was promised to be changed is not approved as it was.
    let promised = [remark(RemarkState::Accepted)];
    let found = may(&of, &promised, false, after);
    assert_eq!(found, Some(Refusal::Unfollowed));
    assert_eq!(
        may(&approved(), &[], false, after),
        Some(Refusal::AlreadyApproved)
    );
}

#[test]
fn a_board_that_approves_in_its_meetings_does_not_do_so_by_silence() {
    let after = at("2026-06-05T08:00:00Z");
    let may = |how| may_approve(Some(&round()), &[], true, (how, Approval::Meeting), after).err();
    assert_eq!(may(How::BySilence), Some(Refusal::ByMeeting));
    assert_eq!(may(How::AfterRemarks), Some(Refusal::ByMeeting));
    assert_eq!(may(How::ByMeeting(MeetingId::new())), None);
}

#[test]
fn a_later_meeting_approves_once_it_has_come() {
    let data = board_data();
    let minuted = meeting(&data, "ordinary", &["2026-05-20"]);
    let mut later = meeting(&data, "ordinary", &["2026-09-16"]);
    later.board = minuted.board;
    let today = day("2026-09-16");
    assert_eq!(may_be_approved_by(&minuted, &later, today), Ok(()));
    let too_early = may_be_approved_by(&minuted, &later, day("2026-09-15"));
    assert_eq!(too_early, Err(Refusal::WrongMeeting));
    let itself = may_be_approved_by(&minuted, &minuted, today);
    assert_eq!(itself, Err(Refusal::WrongMeeting));
}

#[test]
fn who_was_there_remarks_until_the_minutes_are_approved() {
    assert_eq!(may_remark(None, true), Err(Refusal::NotSent));
    assert_eq!(may_remark(Some(&round()), true), Ok(()));
    assert_eq!(may_remark(Some(&round()), false), Err(Refusal::WasNotThere));
    assert_eq!(
        may_remark(Some(&approved()), true),
        Err(Refusal::AlreadyApproved)
    );
}

#[test]
fn who_came_late_attended_the_items_from_then_on() {
    let (first, second, next_day) = (
        AgendaItemId::new(),
        AgendaItemId::new(),
        AgendaItemId::new(),
    );
    let items = [(first, 0), (second, 0), (next_day, 1)];
    let who = PersonId::new();
    let line = |stay: Stay, presence| Line {
        listed: Listed {
            who: Who::Person(who),
            person: Some(who),
            name: "Olav".to_owned(),
            organisation: String::new(),
            part: Part::Member,
            appointment: None,
            instead_of: String::new(),
            stay,
            source: crate::minutes::attendance::Source::default(),
        },
        presence: Some(presence),
        answer: None,
    };
    let late = Stay {
        from: Some(second),
        until: None,
    };
    let days = [
        vec![line(late, Presence::InPerson)],
        vec![line(Stay::default(), Presence::Absent)],
    ];
    assert_eq!(attended(&days, &items, who), [second]);
    let until_second = Stay {
        from: None,
        until: Some(second),
    };
    // The second may be a break: it is a place on the day all the same.
    let early = [vec![line(until_second, Presence::InPerson)]];
    assert!(attended(&early, &items, who).contains(&first));
    assert!(!attended(&early, &items, who).contains(&next_day));
    assert!(was_there(&days, who) && !was_there(&days, PersonId::new()));
    assert_eq!(everyone(&days), [who]);
    let name = days[0][0].listed.called();
    assert_eq!(without_mail(&days, &BTreeSet::new()), [name]);
    assert!(without_mail(&days, &BTreeSet::from([who])).is_empty());
}
