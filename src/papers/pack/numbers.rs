//! The numbers of pages: given once, when papers go out, over the whole meeting. Pure.
//!
//! Whoever says “page 45” in the meeting is understood by everyone, whatever they may read: a number is never given twice
//! and never moves. So a pack with fewer papers has gaps, and says so; what comes later goes on at the end.

use crate::db::ids::{CaseId, PaperId};

/// Pages that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRange {
    pub case: CaseId,
    /// A version of a paper, by its number; none is the divider of the case.
    pub paper: Option<(PaperId, i64)>,
    /// The number of the first page, from 1.
    pub first: u32,
    pub pages: u32,
}

impl PageRange {
    /// The number of the last page.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.first + self.pages.max(1) - 1
    }
}

/// A case whose papers go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub case: CaseId,
    /// Whether it is exempt from public access: those stand last, so that what others may have is in one piece.
    pub is_exempt: bool,
    /// Each paper with the number of its version, and how many pages that has.
    pub papers: Vec<(PaperId, i64, u32)>,
}

/// The numbers of what goes out now, after those given before. A case gets its divider the first time.
#[must_use]
pub fn give(before: &[PageRange], mut outgoing: Vec<Outgoing>) -> Vec<PageRange> {
    outgoing.sort_by_key(|one| one.is_exempt);
    let mut next = before.iter().map(PageRange::last).max().unwrap_or(0) + 1;
    let mut given: Vec<PageRange> = Vec::new();
    for one in outgoing {
        let divider = before.iter().all(|range| range.case != one.case);
        let parts = divider.then_some((None, 1)).into_iter();
        let papers =
            (one.papers.iter()).map(|(paper, number, pages)| (Some((*paper, *number)), *pages));
        for (paper, pages) in parts.chain(papers) {
            if paper.is_some() && before.iter().any(|range| range.paper == paper) {
                continue;
            }
            let range = PageRange {
                case: one.case,
                paper,
                first: next,
                pages: pages.max(1),
            };
            next = range.last() + 1;
            given.push(range);
        }
    }
    given
}

/// What a pack lacks of the pages that were given: from–to, in order, neighbours as one.
#[must_use]
pub fn gaps(all: &[PageRange], shown: &[PageRange]) -> Vec<(u32, u32)> {
    let mut missing: Vec<&PageRange> = all.iter().filter(|one| !shown.contains(one)).collect();
    missing.sort_by_key(|one| one.first);
    let mut gaps: Vec<(u32, u32)> = Vec::new();
    for one in missing {
        match gaps.last_mut() {
            Some((_, last)) if *last + 1 == one.first => *last = one.last(),
            _ => gaps.push((one.first, one.last())),
        }
    }
    gaps
}

/// The pages that a pack shows in a newer version, each with the pages of that.
#[must_use]
pub fn replaced(all: &[PageRange], shown: &[PageRange]) -> Vec<(PageRange, PageRange)> {
    let newer = |was: &PageRange| {
        let (paper, number) = was.paper?;
        let is_newer = |one: &&PageRange| {
            one.paper
                .is_some_and(|(of, version)| of == paper && version > number)
        };
        shown.iter().find(is_newer).copied()
    };
    let pairs = all.iter().filter_map(|was| Some((*was, newer(was)?)));
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn case(is_exempt: bool, papers: &[(PaperId, i64, u32)]) -> Outgoing {
        Outgoing {
            case: CaseId::new(),
            is_exempt,
            papers: papers.to_vec(),
        }
    }

    #[test]
    fn pages_are_numbered_over_the_whole_meeting_and_exempt_cases_stand_last() {
        let (a, b, c) = (PaperId::new(), PaperId::new(), PaperId::new());
        let exempt = case(true, &[(b, 1, 3)]);
        let open = [case(false, &[(a, 1, 9)]), case(false, &[(c, 2, 1)])];
        let given = give(&[], vec![open[0].clone(), exempt.clone(), open[1].clone()]);
        let told: Vec<_> = given
            .iter()
            .map(|one| (one.case, one.first, one.last()))
            .collect();
        assert_eq!(
            told,
            [
                (open[0].case, 1, 1),
                (open[0].case, 2, 10),
                (open[1].case, 11, 11),
                (open[1].case, 12, 12),
                (exempt.case, 13, 13),
                (exempt.case, 14, 16),
            ]
        );
    }

    #[test]
    fn a_supplement_goes_on_where_the_numbers_ended() {
        let (a, b) = (PaperId::new(), PaperId::new());
        let mut one = case(false, &[(a, 1, 4)]);
        let before = give(&[], vec![one.clone()]);
        one.papers = vec![(a, 2, 6), (b, 1, 1)];
        let more = give(&before, vec![one]);
        let told: Vec<_> = more
            .iter()
            .map(|one| (one.paper, one.first, one.pages))
            .collect();
        assert_eq!(told, [(Some((a, 2)), 6, 6), (Some((b, 1)), 12, 1)]);
    }

    #[test]
    fn what_is_not_in_a_pack_is_told_in_one_piece() {
        let given = give(
            &[],
            vec![
                case(false, &[(PaperId::new(), 1, 3)]),
                case(true, &[(PaperId::new(), 1, 2)]),
            ],
        );
        assert_eq!(gaps(&given, &given[..2]), [(5, 7)]);
        assert_eq!(gaps(&given, &given), []);
        assert_eq!(gaps(&given, &given[1..3]), [(1, 1), (6, 7)]);
    }

    #[test]
    fn pages_are_replaced_by_a_newer_version_that_the_pack_shows_and_by_nothing_else() {
        let (a, b) = (PaperId::new(), PaperId::new());
        let mut one = case(false, &[(a, 1, 2), (b, 1, 1)]);
        let mut all = give(&[], vec![one.clone()]);
        one.papers = vec![(a, 2, 3), (b, 2, 1)];
        all.extend(give(&all, vec![one.clone()]));
        one.papers = vec![(a, 3, 1)];
        all.extend(give(&all, vec![one]));
        let (divider, a3) = (all[0], all[5]);
        let pages: Vec<(u32, u32)> = replaced(&all, &[divider, a3])
            .iter()
            .map(|(was, by)| (was.first, by.first))
            .collect();
        assert_eq!(pages, [(2, 9), (5, 9)]);
        assert_eq!(replaced(&all, &all[..3]), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(45), ..ProptestConfig::default() })]

        /// However papers go out, no number is given twice, none is left out, and none moves.
        #[test]
        fn every_page_has_one_number_for_ever(rounds in proptest::collection::vec(proptest::collection::vec((0_usize..5, proptest::bool::ANY, 0_u32..30, 1_i64..4), 0..8), 1..6)) {
            let cases: Vec<CaseId> = (0..5).map(|_| CaseId::new()).collect();
            let papers: Vec<PaperId> = (0..5).map(|_| PaperId::new()).collect();
            let mut all: Vec<PageRange> = Vec::new();
            for round in rounds {
                let outgoing = round.iter().map(|(at, is_exempt, pages, number)| Outgoing {
                    case: cases[*at],
                    is_exempt: *is_exempt,
                    papers: vec![(papers[*at], *number, *pages)],
                });
                // A case goes out once in a round.
                let mut seen = Vec::new();
                let outgoing = outgoing.filter(|one| { let is_new = !seen.contains(&one.case); seen.push(one.case); is_new });
                let more = give(&all, outgoing.collect());
                all.extend(more);
            }
            let mut next = 1;
            for range in &all {
                prop_assert_eq!(range.first, next);
                next = range.last() + 1;
            }
            let mut papers: Vec<_> = all.iter().map(|range| (range.case, range.paper)).collect();
            let before = papers.len();
            papers.sort_by_key(|one| format!("{one:?}"));
            papers.dedup();
            prop_assert_eq!(papers.len(), before);
        }
    }
}
