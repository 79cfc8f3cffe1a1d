//! When a member meets by a deputy too often: pure functions.

use super::Use;
use crate::db::ids::{AppointmentId, MeetingId};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The last day that is too long ago to count: twelve months before.
#[must_use]
pub fn counted_after(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(12)).unwrap_or(today)
}

/// The members who were represented by a deputy at more than `most` meetings of the last twelve months.
///
/// With how many, the most first. Two days of one meeting are one meeting, and so are two deputies at it.
#[must_use]
pub fn too_often(most: i64, uses: &[Use], today: NaiveDate) -> Vec<(AppointmentId, usize)> {
    let after = counted_after(today);
    let mut meetings: BTreeMap<AppointmentId, BTreeSet<MeetingId>> = BTreeMap::new();
    for one in uses {
        if after < one.day && one.day <= today {
            let of = meetings.entry(one.appointment).or_default();
            of.insert(one.meeting);
        }
    }
    let is_over = |times: usize| i64::try_from(times).is_ok_and(|times| times > most);
    let counted = meetings.into_iter().map(|(of, at)| (of, at.len()));
    let mut found: Vec<(AppointmentId, usize)> =
        counted.filter(|(_, times)| is_over(*times)).collect();
    found.sort_by_key(|(of, times)| (std::cmp::Reverse(*times), *of));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::cases;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn at(of: AppointmentId, on: &str) -> Use {
        Use {
            appointment: of,
            meeting: MeetingId::new(),
            day: day(on),
        }
    }

    #[test]
    fn once_is_an_exception_where_the_mandate_says_at_most_once() {
        let of = AppointmentId::new();
        let today = day("2027-03-17");
        let once = [at(of, "2026-11-20")];
        assert_eq!(too_often(1, &once, today), []);
        assert_eq!(too_often(0, &once, today), [(of, 1)]);
        let twice = [at(of, "2026-11-20"), at(of, "2027-03-17")];
        assert_eq!(too_often(1, &twice, today), [(of, 2)]);
        assert_eq!(too_often(2, &twice, today), []);
    }

    #[test]
    fn what_is_a_year_ago_or_still_to_come_does_not_count() {
        let of = AppointmentId::new();
        let uses = [
            at(of, "2026-03-17"),
            at(of, "2026-06-10"),
            at(of, "2027-06-10"),
        ];
        assert_eq!(too_often(1, &uses, day("2027-03-17")), []);
        assert_eq!(too_often(1, &uses, day("2027-03-16")), [(of, 2)]);
    }

    #[test]
    fn two_days_of_one_meeting_are_one_meeting() {
        let of = AppointmentId::new();
        let first = at(of, "2027-01-20");
        assert_eq!(too_often(1, &[first, first], day("2027-03-17")), []);
    }

    #[test]
    fn members_are_told_apart_and_the_most_stands_first() {
        let (a, b, c) = (
            AppointmentId::new(),
            AppointmentId::new(),
            AppointmentId::new(),
        );
        let days = ["2026-06-10", "2026-09-16", "2026-11-20"];
        let mut uses: Vec<Use> = days.iter().map(|on| at(b, on)).collect();
        uses.extend(days.iter().take(2).map(|on| at(a, on)));
        uses.push(at(c, "2026-11-20"));
        assert_eq!(too_often(1, &uses, day("2027-03-17")), [(b, 3), (a, 2)]);
    }

    #[test]
    fn a_day_before_there_are_dates_counts_nothing() {
        assert_eq!(counted_after(NaiveDate::MIN), NaiveDate::MIN);
        assert_eq!(too_often(0, &[], NaiveDate::MIN), []);
    }

    proptest! {
        #![proptest_config(cases(128))]

        /// Whoever is told at a higher number is told at every lower one, and nobody is told twice.
        #[test]
        fn a_stricter_mandate_tells_of_no_fewer(
            offsets in proptest::collection::vec((0usize..4, -500i64..500), 0..40), most in 0i64..6,
        ) {
            let members: Vec<AppointmentId> = (0..4).map(|_| AppointmentId::new()).collect();
            let today = day("2027-03-17");
            let uses: Vec<Use> = offsets
                .iter()
                .map(|(of, days)| Use {
                    appointment: members[*of],
                    meeting: MeetingId::new(),
                    day: today + chrono::Duration::days(*days),
                })
                .collect();
            let strict = too_often(most, &uses, today);
            for told in too_often(most + 1, &uses, today) {
                prop_assert!(strict.contains(&told));
            }
            let told: BTreeSet<AppointmentId> = strict.iter().map(|(of, _)| *of).collect();
            prop_assert_eq!(told.len(), strict.len());
        }
    }
}
