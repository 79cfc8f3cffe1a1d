//! What holds of every year and whatever is planned in it.

use super::tests::{a_year, item, template};
use super::*;
use crate::calendar::testing::{cases, day};
use crate::cases::testing::a_case;
use chrono::TimeDelta;
use proptest::prelude::*;
use std::collections::HashSet;

/// The meeting that is planned (the last is none of the year's), the state of its case and the meeting of that, whether it was
/// dropped, and whether it was carried.
type Drawn = (Option<usize>, Option<(usize, Option<usize>)>, bool, bool);

fn drawn() -> impl Strategy<Value = Drawn> {
    let at = || proptest::option::of(0_usize..5);
    let case = (0..CaseState::ALL.len(), at());
    (
        at(),
        proptest::option::of(case),
        proptest::bool::weighted(0.1),
        proptest::bool::weighted(0.1),
    )
}

fn planned(all: &[Drawn], cancelled: Option<usize>) -> Year {
    let mut year = a_year();
    if let Some(meeting) = cancelled.and_then(|at| year.meetings.get_mut(at)) {
        meeting.state = MeetingState::Cancelled;
    }
    let board = year.meetings[0].board;
    let elsewhere = MeetingId::new();
    let ids: Vec<MeetingId> = year.meetings.iter().map(|one| one.id).collect();
    let meeting = |at: usize| ids.get(at).copied().unwrap_or(elsewhere);
    for (at, case, is_dropped, is_carried) in all {
        let mut new = item(&year, at.map(meeting));
        if let Some((state, at)) = case {
            let mut of = a_case(board);
            of.state = CaseState::ALL[*state];
            of.meeting = at.map(meeting);
            new.case = Some(of.id);
            year.cases.insert(of.id, of);
        }
        if *is_dropped {
            new.dropped = "Uaktuell.".to_owned();
        }
        new.is_carried = *is_carried;
        year.items.push(new);
    }
    year
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_year_that_is_started_twice_is_started_once(
        numbers in proptest::collection::vec(
            (proptest::bool::ANY, proptest::collection::vec(1_u32..=LAST, 1..5)), 0..6,
        ),
        kept in proptest::collection::vec(proptest::bool::ANY, 30),
    ) {
        let mut year = a_year();
        let templates: Vec<Template> = numbers
            .iter()
            .map(|(by_month, numbers)| {
                let counting = if *by_month { Counting::Month } else { Counting::Meeting };
                template(counting, numbers)
            })
            .collect();
        let all = missing(&templates, &year);
        let add = |year: &mut Year, made: &Made| {
            let mut new = item(year, made.meeting);
            new.template = Some(made.template);
            year.items.push(new);
        };
        // Some stand already, whatever has become of them.
        for (made, _) in all.iter().zip(&kept).filter(|(_, is_kept)| **is_kept) {
            add(&mut year, made);
        }
        let rest = missing(&templates, &year);
        prop_assert_eq!(rest.len() + year.items.len(), all.len());
        for made in &rest {
            add(&mut year, made);
        }
        prop_assert_eq!(missing(&templates, &year), Vec::new());
        let made: HashSet<_> = year.items.iter().map(|item| item.template).collect();
        prop_assert_eq!(made.len(), year.items.len());
    }

    #[test]
    fn every_item_stands_in_exactly_one_section(
        all in proptest::collection::vec(drawn(), 0..12),
        cancelled in proptest::option::of(0_usize..4),
        days in 0_i64..400,
    ) {
        let year = planned(&all, cancelled);
        let today = day("2027-01-01") + TimeDelta::days(days);
        let mut sections: Vec<Section> = year.live().map(|one| Section::At(one.id)).collect();
        sections.extend([Section::NotScheduled, Section::Out]);
        for item in &year.items {
            let stands = sections.iter().filter(|section| {
                year.in_section(**section, today).any(|other| other.id == item.id)
            });
            prop_assert_eq!(stands.count(), 1);
        }
    }

    #[test]
    fn carrying_loses_none_and_doubles_none(
        all in proptest::collection::vec(drawn(), 0..12),
        there in proptest::collection::vec(proptest::bool::ANY, 12),
        days in 0_i64..400,
    ) {
        let mut year = planned(&all, None);
        let today = day("2027-01-01") + TimeDelta::days(days);
        let waits = |year: &Year| year.items.iter().filter(|item| {
            matches!(year.state(item, today), State::NotScheduled | State::Slipped)
        }).count();
        let before = waits(&year);
        // Some of the cases stand in the next year's plan already.
        let beside = year.items.iter().zip(&there).filter(|(item, is_there)| **is_there && item.case.is_some());
        let mut next: Vec<PlanItem> = beside
            .map(|(other, _)| PlanItem { case: other.case, ..item(&year, None) })
            .collect();
        let carried: Vec<(PlanItem, Option<PlanItemId>)> = carrying(&year, &next, today)
            .into_iter()
            .map(|(item, beside)| (item.clone(), beside))
            .collect();
        prop_assert_eq!(carried.len(), before);
        for (from, beside) in &carried {
            match beside.and_then(|id| next.iter_mut().find(|other| other.id == id)) {
                Some(other) => other.carried_from = Some(from.id),
                None => next.push(PlanItem { carried_from: Some(from.id), case: from.case, ..item(&year, None) }),
            }
        }
        for item in &mut year.items {
            item.is_carried |= next.iter().any(|other| other.carried_from == Some(item.id));
        }
        prop_assert_eq!(waits(&year), 0);
        prop_assert!(carrying(&year, &next, today).is_empty());
        let from: HashSet<_> = next.iter().filter_map(|other| other.carried_from).collect();
        prop_assert_eq!(from.len(), before);
        let in_next: Vec<_> = next.iter().filter_map(|other| other.case).collect();
        let once: HashSet<_> = in_next.iter().collect();
        prop_assert_eq!(once.len(), in_next.len());
    }
}
