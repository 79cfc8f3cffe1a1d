//! The rules of cases and agendas, as sentences.

use super::agenda::{
    Direction, Spot, can_shift, clock, is_in_order, overrun, place, put, shift, standing,
};
use super::follow::{assessed, following};
use super::*;
use crate::cases::testing::a_case;
use crate::cases::{CaseNumber, Item, ItemKind};
use crate::db::ids::{AgendaItemId, RowId};
use crate::db::types::Words;
use crate::meetings::Session;
use crate::web::access::{Assessment, Audience, Scope};
use proptest::prelude::*;

#[test]
fn a_case_is_accepted_before_it_is_scheduled() {
    assert_eq!(
        CaseState::Proposed.schedule(),
        Err(Refusal::NotNow(CaseState::Proposed))
    );
    assert_eq!(CaseState::Accepted.schedule(), Ok(CaseState::Scheduled));
}

#[test]
fn a_postponed_case_can_be_scheduled_again() {
    let postponed = CaseState::Scheduled.step(Step::Postpone);
    assert_eq!(postponed, Ok(CaseState::Postponed));
    assert_eq!(CaseState::Postponed.schedule(), Ok(CaseState::Scheduled));
}

#[test]
fn a_declined_or_closed_case_takes_no_step_more() {
    for state in [CaseState::Declined, CaseState::Closed] {
        assert!(state.is_over() && state.steps().is_empty() && state.schedule().is_err());
    }
}

#[test]
fn what_is_treated_is_only_closed() {
    assert_eq!(CaseState::Treated.steps(), [Step::Close]);
    assert!(CaseState::Treated.schedule().is_err());
}

fn case(state: CaseState, meeting: Option<MeetingId>) -> Case {
    Case {
        state,
        meeting,
        ..a_case(BoardId::new())
    }
}

#[test]
fn approved_minutes_deal_with_what_stood_on_their_agenda_still() {
    let (own, other) = (MeetingId::new(), MeetingId::new());
    let become_of = |state, meeting, outcome| minuted(&case(state, meeting), own, outcome);
    let scheduled = CaseState::Scheduled;
    let treated = Some(CaseState::Treated);
    assert_eq!(become_of(scheduled, Some(own), "recommendation"), treated);
    let postponed = Some(CaseState::Postponed);
    assert_eq!(become_of(scheduled, Some(own), POSTPONED), postponed);
    assert_eq!(become_of(scheduled, Some(other), "noted"), None);
    for state in CaseState::ALL.iter().filter(|one| **one != scheduled) {
        assert_eq!(become_of(*state, Some(own), "noted"), None, "{state}");
    }
}

#[test]
fn every_state_is_reached_and_every_other_than_the_last_is_left() {
    for state in CaseState::ALL {
        assert_eq!(state.is_over(), state.steps().is_empty(), "{state}");
    }
}

#[test]
fn a_case_is_not_treated_before_its_meeting() {
    let day: NaiveDate = "2026-12-09".parse().expect("a date");
    assert_eq!(may_treat(day, day), Ok(()));
    let before = day.pred_opt().expect("a date");
    assert_eq!(may_treat(day, before), Err(Refusal::NotHeldYet));
}

#[test]
fn a_number_is_read_as_it_is_written() {
    for (text, said) in [("12/26", "12/26"), ("09/17", "9/17"), (" 1/00 ", "1/00")] {
        let number: CaseNumber = text.parse().expect("a number");
        assert_eq!(number.to_string(), said);
    }
    for wrong in [
        "", "12", "0/26", "12/2026", "a/26", "12/2a", "-1/26", "1/ 6", "+1/26",
    ] {
        assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn every_number_reads_back(sequence in 1_i64..100_000, year in 1990_i32..2100) {
        let number = CaseNumber::new(sequence, year).expect("a number");
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }
}

fn item(kind: ItemKind, minutes: i64) -> Item {
    Item {
        id: AgendaItemId::new(),
        session: 0,
        kind,
        case: None,
        title: Words::new([("nb", "Punkt")]),
        minutes: Some(minutes),
        presenter: String::new(),
    }
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

fn day(starts: &str, ends: &str) -> Session {
    Session {
        day: "2027-03-17".parse().expect("a date"),
        starts: Some(time(starts)),
        ends: Some(time(ends)),
    }
}

#[test]
fn a_case_stands_before_any_other_business() {
    let mut items = vec![
        item(ItemKind::Standing, 5),
        item(ItemKind::OtherBusiness, 10),
    ];
    put(&mut items, item(ItemKind::Case, 20));
    put(&mut items, item(ItemKind::Break, 15));
    let kinds: Vec<ItemKind> = items.iter().map(|item| item.kind).collect();
    use ItemKind::{Break, Case, OtherBusiness, Standing};
    assert_eq!(kinds, [Standing, Case, Break, OtherBusiness]);
}

#[test]
fn the_clock_runs_on_from_the_start_of_each_day() {
    let mut items = vec![item(ItemKind::Standing, 5), item(ItemKind::Case, 25)];
    let mut second = item(ItemKind::Case, 30);
    second.session = 1;
    items.push(second);
    let shown = clock(&items, &[day("09:00", "15:00"), day("10:00", "12:00")]);
    let starts: Vec<NaiveTime> = shown.into_iter().flatten().map(|hours| hours.0).collect();
    assert_eq!(starts, [time("09:00"), time("09:05"), time("10:00")]);
}

#[test]
fn an_agenda_that_is_too_long_is_told_by_how_much() {
    let items = [item(ItemKind::Case, 100), item(ItemKind::Case, 75)];
    assert_eq!(overrun(&items, &[day("09:00", "11:30")]), [25]);
    assert_eq!(overrun(&items[..1], &[day("09:00", "11:30")]), [0]);
}

#[test]
fn an_item_moved_past_the_end_of_a_day_goes_to_the_next() {
    let mut items = vec![item(ItemKind::Case, 5), item(ItemKind::Case, 5)];
    let last = items[1].id;
    assert!(shift(&mut items, last, Direction::Down, 2));
    assert_eq!((items[1].id, items[1].session), (last, 1));
    assert!(!shift(&mut items, last, Direction::Down, 2));
    assert!(shift(&mut items, last, Direction::Up, 2));
    assert_eq!(items[1].session, 0);
}

#[test]
fn a_guest_leaves_at_the_same_item_or_further_down() {
    let items = [item(ItemKind::Case, 5), item(ItemKind::Case, 5)];
    let (first, last) = (items[0].id, items[1].id);
    assert!(is_in_order(&items, first, last) && is_in_order(&items, last, last));
    assert!(!is_in_order(&items, last, first));
}

#[test]
fn without_a_mandate_an_agenda_begins_empty() {
    assert_eq!(standing(None), []);
}

proptest! {
    /// However items are moved, none is lost, the days stand in order, and what cannot move is known beforehand.
    #[test]
    fn moving_loses_nothing(
        count in 1_usize..8,
        sessions in 1_usize..4,
        moves in proptest::collection::vec((0_usize..8, any::<bool>()), 0..40),
    ) {
        let mut items: Vec<Item> = (0..count).map(|_| item(ItemKind::Case, 5)).collect();
        let mut before: Vec<AgendaItemId> = items.iter().map(|item| item.id).collect();
        for (which, is_up) in moves {
            let id = items[which % count].id;
            let to = if is_up { Direction::Up } else { Direction::Down };
            let can = can_shift(&items, id, to, sessions);
            prop_assert_eq!(shift(&mut items, id, to, sessions), can);
            let days: Vec<usize> = items.iter().map(|item| item.session).collect();
            prop_assert!(days.is_sorted(), "{:?}", days);
            prop_assert!(days.iter().all(|at| *at < sessions));
        }
        let mut after: Vec<AgendaItemId> = items.iter().map(|item| item.id).collect();
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }
}

#[test]
fn an_item_is_put_before_another_or_last_on_a_day() {
    let mut items: Vec<Item> = (0..4).map(|_| item(ItemKind::Case, 10)).collect();
    items[3].session = 1;
    let ids: Vec<AgendaItemId> = items.iter().map(|item| item.id).collect();
    let spot = |day, before| Spot { day, before };
    let order = |items: &[Item]| -> Vec<(usize, usize)> {
        let at = |item: &Item| ids.iter().position(|id| *id == item.id).unwrap_or(9);
        items.iter().map(|item| (at(item), item.session)).collect()
    };
    assert!(place(&mut items, ids[2], spot(0, Some(ids[0])), 2));
    assert_eq!(order(&items), [(2, 0), (0, 0), (1, 0), (3, 1)]);
    assert!(place(&mut items, ids[0], spot(1, Some(ids[3])), 2));
    assert_eq!(order(&items), [(2, 0), (1, 0), (0, 1), (3, 1)]);
    assert!(place(&mut items, ids[3], spot(0, None), 2));
    assert_eq!(order(&items), [(2, 0), (1, 0), (3, 0), (0, 1)]);
    // Where it stands already, on no day, before itself, or before an item of another day: nothing moves.
    for (id, to) in [
        (ids[3], spot(0, None)),
        (ids[2], spot(2, None)),
        (ids[2], spot(0, Some(ids[2]))),
        (ids[2], spot(0, Some(ids[0]))),
        (AgendaItemId::new(), spot(0, None)),
    ] {
        let before = items.clone();
        assert!(!place(&mut items, id, to, 2), "{to:?}");
        assert_eq!(items, before);
    }
}

/// Cases with every access that there is.
fn all_accesses() -> Vec<Case> {
    let mut all = Vec::new();
    for audience in Audience::ALL {
        for assessment in Assessment::ALL {
            for title_exempt in [false, true] {
                let mut case = a_case(BoardId::new());
                case.access.audience = *audience;
                case.access.assessment = *assessment;
                case.access.title_exempt = title_exempt && *assessment == Assessment::Exempt;
                all.push(case);
            }
        }
    }
    all
}

#[test]
fn a_tied_case_is_only_ever_narrowed() {
    let all = all_accesses();
    for (before, after) in all
        .iter()
        .flat_map(|it| all.iter().map(move |then| (it, then)))
    {
        for tied in &all {
            let then = following((before, after), (tied, true), "…");
            assert!(then.access.audience <= tied.access.audience);
            assert!(then.access.is_exempt() || !tied.access.is_exempt());
            assert!(then.access.title_exempt || !tied.access.title_exempt);
            assert!(then.access.is_exempt() || !after.access.is_exempt());
            assert!(then.access.title_exempt || !after.access.title_exempt);
            if !after.access.is_exempt() && after.access.audience >= before.access.audience {
                assert_eq!(then, *tied, "nothing follows");
            }
        }
    }
}

#[test]
fn what_becomes_exempt_loses_its_title_below_and_keeps_it_above() {
    let (mut before, mut tied) = (a_case(BoardId::new()), a_case(BoardId::new()));
    before.facts.public_title = "Rammer".to_owned();
    tied.facts.title = "Noe som er skrevet om".to_owned();
    let mut after = before.clone();
    after.access.assessment = Assessment::Exempt;
    let below = following((&before, &after), (&tied, true), "Rammer");
    assert_eq!(
        (below.facts.title.as_str(), below.access.audience),
        ("Rammer", Audience::Secretariat)
    );
    let above = following((&before, &after), (&tied, false), "Rammer");
    assert_eq!(above.facts.title, tied.facts.title);
    assert_eq!(above.facts.public_title, "Rammer");
    // Once both are exempt, what is told follows where it was copied, and what somebody wrote themselves stays.
    let mut retold = after.clone();
    retold.facts.public_title = "Plan".to_owned();
    let followed = following((&after, &retold), (&below, true), "Plan");
    assert_eq!(followed.facts.title, "Plan");
    let mut own = below;
    own.facts.title = "Skrevet for rådet her".to_owned();
    let followed = following((&after, &retold), (&own, true), "Plan");
    assert_eq!(followed.facts.title, own.facts.title);
}

#[test]
fn a_tied_case_is_exempt_by_the_same_provision_and_by_no_less() {
    let mut access = a_case(BoardId::new()).access;
    access.assessment = Assessment::Exempt;
    let mut own = access.assessed();
    own.basis = Some(RowId::new());
    own.scope = Some(Scope::Part);
    let mut tied = access.assessed();
    tied.scope = Some(Scope::Title);
    let found = assessed(&own, &tied, &access);
    assert_eq!((found.basis, found.scope), (own.basis, Some(Scope::Title)));
    // One that is opened leaves the other as it is.
    own.outcome = Assessment::Open;
    own.basis = None;
    own.scope = None;
    assert_eq!(assessed(&own, &tied, &access), tied);
}
