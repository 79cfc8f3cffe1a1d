use super::*;
use crate::calendar::Period;
use crate::cases::Case;
use crate::cases::testing::a_case;
use crate::db::ids::{AgendaItemId, AppointmentId, BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::types::Words;
use crate::meetings::testing::{board_data, day, meeting};
use crate::minutes::attendance::{Listed, Part, Presence, Source, Stay, Who};
use crate::public::OutItem;

fn one(days: &[&str]) -> Meeting {
    meeting(&board_data(), "ordinary", days)
}

fn of_year(meeting: Meeting) -> MeetingOfYear {
    MeetingOfYear {
        meeting,
        has_ended: true,
        cases: 0,
        seats: Vec::new(),
        papers: None,
        minutes: MinutesOut::NotOut,
        reads_minutes: false,
    }
}

fn case(outcome: Option<&str>, is_treated: bool) -> CaseOfYear {
    let board = BoardId::new();
    let id = CaseId::new();
    let meeting = MeetingId::new();
    CaseOfYear {
        case: Case {
            id,
            ..a_case(board)
        },
        at: vec![(meeting, day("2026-03-17"))],
        is_treated,
        outcome: outcome.map(|code| OutItem {
            item: AgendaItemId::new(),
            meeting,
            board,
            case: Some(id),
            position: 0,
            label: String::new(),
            title: None,
            language: Language::NB,
            outcome: code.to_owned(),
            outcome_word: format!("ordet for {code}"),
            content: String::new(),
            conclusion: String::new(),
            day: day("2026-03-17"),
        }),
    }
}

fn record(session: usize, seat: Option<AppointmentId>, presence: Presence) -> Record {
    let person = PersonId::new();
    Record {
        id: RowId::new(),
        session,
        listed: Listed {
            who: Who::Person(person),
            person: Some(person),
            name: "Olav".to_owned(),
            organisation: "Kartverket".to_owned(),
            part: Part::Member,
            appointment: seat,
            instead_of: String::new(),
            stay: Stay::default(),
            source: Source::default(),
        },
        presence,
    }
}

#[test]
fn papers_are_counted_back_from_the_first_day_and_held_against_the_deadline() {
    let of = one(&["2026-03-17", "2026-03-18"]);
    let due = Some(day("2026-03-10"));
    let papers = |sent: &str, due| papers(&of, Some(day(sent)), due);
    assert_eq!(
        papers("2026-03-09", due),
        Some(PapersOut {
            days_ahead: 8,
            in_time: Some(true)
        })
    );
    assert_eq!(papers("2026-03-10", due).unwrap().in_time, Some(true));
    assert_eq!(papers("2026-03-11", due).unwrap().in_time, Some(false));
    let late = papers("2026-03-20", None).unwrap();
    assert_eq!((late.days_ahead, late.in_time), (0, None));
    assert_eq!(super::papers(&of, None, due), None);
}

#[test]
fn minutes_are_counted_from_the_last_day_to_when_they_first_came_out() {
    use PublicationState::{Published, Replaced, Withdrawn};
    let of = one(&["2026-03-17", "2026-03-18"]);
    let on = |text: &str| Some(day(text));
    let out = |days_after| MinutesOut::Out { days_after };
    let corrected = [(Published, on("2026-05-01")), (Replaced, on("2026-03-28"))];
    assert_eq!(minutes(&of, &corrected, None), out(Some(10)));
    assert_eq!(minutes(&of, &[], None), MinutesOut::NotOut);
    let withdrawn = [(Withdrawn, on("2026-03-28"))];
    assert_eq!(minutes(&of, &withdrawn, None), MinutesOut::Withdrawn);
    // What was imported came out when the old papers say so, here or not.
    let before = Some(on("2026-03-20"));
    assert_eq!(minutes(&of, &corrected, before), out(Some(2)));
    assert_eq!(minutes(&of, &[], before), out(Some(2)));
    assert_eq!(minutes(&of, &corrected, Some(None)), out(None));
    assert_eq!(minutes(&of, &[], Some(None)), MinutesOut::NotOut);
}

#[test]
fn a_seat_of_which_nothing_is_written_is_not_represented() {
    let of = one(&["2026-03-17", "2026-03-18"]);
    let seats: Vec<AppointmentId> = (0..3).map(|_| AppointmentId::new()).collect();
    let whole = Period {
        from: day("2025-01-01"),
        until: None,
    };
    let mut sat: Vec<Sat> = seats
        .iter()
        .map(|seat| Sat {
            appointment: *seat,
            appointed: whole,
            used: whole,
        })
        .collect();
    // Two people after each other use one seat; it is counted once.
    sat.push(sat[0]);
    let records = [
        record(0, Some(seats[0]), Presence::InPerson),
        record(0, Some(seats[1]), Presence::Absent),
    ];
    let counted = super::seats(&of, &records, &sat, false);
    assert_eq!(counted, [Represented { there: 1, all: 3 }]);
    for one in &mut sat {
        one.used.until = Some(day("2026-01-01"));
    }
    let counted = super::seats(&of, &records, &sat, false);
    assert_eq!(counted, [Represented { there: 1, all: 2 }]);
    assert!(super::seats(&of, &[], &sat, false).is_empty());
}

#[test]
fn who_was_there_is_told_to_others_when_a_draft_was_out() {
    let mut of = one(&["2026-03-17"]);
    of.state = MeetingState::Held;
    assert!(is_told(&of, true) && !is_told(&of, false));
    of.state = MeetingState::Minuted;
    assert!(is_told(&of, false));
}

#[test]
fn what_was_agreed_is_done_open_late_or_dropped() {
    let today = day("2026-11-29");
    let all = [
        (State::Done, Some(day("2026-01-01"))),
        (State::Dropped, None),
        (State::Open, None),
        (State::Open, Some(today)),
        (State::Open, Some(day("2026-11-28"))),
    ];
    let counted = agreed(&all, today);
    let expected = Agreed {
        done: 1,
        open: 2,
        late: 1,
        dropped: 1,
    };
    assert_eq!(counted, expected);
}

#[test]
fn meetings_are_counted_by_kind_and_apart_from_those_to_come_and_cancelled() {
    let mut cancelled = of_year(one(&["2026-02-02"]));
    cancelled.meeting.state = MeetingState::Cancelled;
    let mut coming = of_year(one(&["2026-12-09"]));
    coming.has_ended = false;
    let mut extra = of_year(one(&["2026-05-05"]));
    extra.meeting.kind = "extra".to_owned();
    let all = [
        cancelled,
        of_year(one(&["2026-03-17"])),
        extra,
        of_year(one(&["2026-09-09"])),
        coming,
    ];
    let found = figures(&all, &[], &[], Agreed::default(), &[]);
    let held = [("ordinary".to_owned(), 2), ("extra".to_owned(), 1)];
    assert_eq!(found.held, held);
    assert_eq!((found.coming, found.cancelled), (1, 1));
    let nothing = figures(&[], &[], &[], Agreed::default(), &[]);
    assert_eq!(nothing, Figures::default());
}

#[test]
fn times_are_averages_of_the_meetings_that_have_them() {
    let with = |ahead, in_time, after, (there, all)| MeetingOfYear {
        papers: Some(PapersOut {
            days_ahead: ahead,
            in_time,
        }),
        minutes: MinutesOut::Out { days_after: after },
        seats: vec![Represented { there, all }],
        ..of_year(one(&["2026-03-17"]))
    };
    let mut coming = with(30, Some(true), Some(99), (0, 50));
    coming.has_ended = false;
    let all = [
        with(8, Some(true), Some(20), (9, 12)),
        with(5, Some(false), Some(35), (10, 12)),
        with(7, None, None, (11, 11)),
        of_year(one(&["2026-03-17"])),
        coming,
    ];
    let languages = [Language::NB, Language::NN];
    let found = figures(&all, &[], &[], Agreed::default(), &languages);
    let ahead = Days {
        meetings: 3,
        average: 7,
        least: 5,
        most: 8,
    };
    assert_eq!(found.papers_ahead, Some(ahead));
    assert_eq!(found.papers_in_time, (1, 2));
    let after = Days {
        meetings: 2,
        average: 28,
        least: 20,
        most: 35,
    };
    assert_eq!(found.minutes_after, Some(after));
    assert_eq!(found.seats_per_cent, Some(86));
    assert_eq!(found.languages.nynorsk_per_cent(), Some(50));
}

#[test]
fn outcomes_add_up_to_the_cases_in_the_boards_own_order() {
    let cases = [
        case(Some("noted"), true),
        case(Some("strange"), true),
        case(Some("recommendation"), true),
        case(Some("noted"), true),
        case(None, true),
        case(None, false),
    ];
    let named = |code: &str| (code.to_owned(), Words::new([("nb", code)]));
    let order = ["recommendation", "noted"].map(named);
    let found = figures(&[], &cases, &order, Agreed::default(), &[]);
    let told: Vec<(&str, usize)> = found
        .outcomes
        .iter()
        .map(|(code, _, count)| (code.as_str(), *count))
        .collect();
    assert_eq!(told, [("recommendation", 1), ("noted", 2), ("strange", 1)]);
    assert_eq!(found.outcomes[2].1, "ordet for strange");
    assert_eq!((found.cases, found.without_outcome), (5, 1));
}
