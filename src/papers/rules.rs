//! When a paper may come, and who may write it. Pure.

use super::{Paper, Version};
use crate::boards::{BoardData, Strength};
use crate::cases::{Case, CaseState};
use crate::db::ids::PersonId;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState, Stage, rules};
use crate::web::Roles;

/// How a paper stands to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    InTime,
    /// The mandate says “normally”: it may come all the same, with a reason and who allowed it.
    Late {
        since: Moment,
    },
    /// The mandate says “shall”.
    TooLate {
        since: Moment,
    },
    /// The meeting has been held, or the case is over: what was decided on stands.
    Over,
}

/// Whether a new version may come now. Case officers deliver by the delivery deadline of the meeting that the case is on;
/// a case on no meeting has none.
#[must_use]
pub fn timing(case: &Case, at: Option<(&Meeting, &BoardData)>, now: Moment) -> Timing {
    if case.state.is_over() || case.state == CaseState::Treated {
        return Timing::Over;
    }
    let Some((meeting, data)) = at else {
        return Timing::InTime;
    };
    if meeting.state == MeetingState::Cancelled {
        return Timing::InTime;
    }
    if meeting.state >= MeetingState::Held {
        return Timing::Over;
    }
    let line = rules::deadlines(meeting, data);
    let Some(delivery) = line.iter().find(|one| one.stage == Stage::Delivery) else {
        return Timing::InTime;
    };
    let since = delivery.due_at;
    match delivery.strength {
        _ if now <= since => Timing::InTime,
        Strength::Shall => Timing::TooLate { since },
        _ => Timing::Late { since },
    }
}

/// The secretariat writes the papers of every case, and who proposed a case or prepares it those of that one; nobody to whom the
/// case is closed is asked about here, because it does not exist for them.
#[must_use]
pub fn may_write(case: &Case, reader: PersonId, roles: &Roles) -> bool {
    roles.is_secretary_of(case.board)
        || case.proposed_by == Some(reader)
        || roles.prepares.contains(&case.id)
}

/// The version that someone reads: the newest for those who write, the published one for others.
#[must_use]
pub fn shown_version(paper: &Paper, may_write: bool) -> Option<i64> {
    if may_write {
        (paper.latest > 0).then_some(paper.latest)
    } else {
        paper.published
    }
}

/// Whether a version may be shown: readers see the published one and those that went out before it, which they may have
/// noted on. What was replaced before it went out stays with those who write.
#[must_use]
pub fn may_open(paper: &Paper, version: &Version, may_write: bool) -> bool {
    may_write || paper.published == Some(version.number) || version.sent_at.is_some()
}

/// Why something about papers is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("what was decided on stands")]
    Over,
    #[error("the mandate says shall")]
    TooLate,
    #[error("there is nothing to publish")]
    Nothing,
    #[error("the case is not accepted")]
    NotAccepted,
    #[error("it has gone out")]
    IsOut,
}

impl Refusal {
    /// What the secretary reads.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Over => "paper-over",
            Self::TooLate => "paper-too-late",
            Self::Nothing => "paper-nothing-to-publish",
            Self::NotAccepted => "paper-case-not-accepted",
            Self::IsOut => "paper-is-out",
        })
    }
}

/// Whether the newest version may be given to the members.
///
/// # Errors
/// When there is none that they do not have, it is withdrawn, or the case itself is not shown to them.
pub fn may_publish(paper: &Paper) -> Result<i64, Refusal> {
    match paper.case.state {
        CaseState::Proposed | CaseState::Declined => return Err(Refusal::NotAccepted),
        CaseState::Treated | CaseState::Closed => return Err(Refusal::Over),
        CaseState::Accepted | CaseState::Postponed | CaseState::Scheduled => {}
    }
    let is_new = paper.published.is_none_or(|number| number < paper.latest);
    (paper.latest > 0 && is_new && paper.access.withdrawn_at.is_none())
        .then_some(paper.latest)
        .ok_or(Refusal::Nothing)
}

/// Whether a paper may be removed for good, with these versions of it: none of them has gone out.
///
/// # Errors
/// When one has: readers may have read it, and what was taken back is told as that.
pub fn may_remove(paper: &Paper, versions: &[Version]) -> Result<(), Refusal> {
    let is_out = paper.published.is_some() || versions.iter().any(|one| one.sent_at.is_some());
    if is_out { Err(Refusal::IsOut) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::Access;
    use crate::cases::testing::a_case;
    use crate::db::ids::{BoardId, PaperId};
    use crate::files::Checksum;
    use crate::i18n::Language;
    use crate::meetings::testing::at;
    use crate::papers::{Content, Facts, Part, Sections};
    use crate::web::access::Role;

    fn a_paper(latest: i64, published: Option<i64>) -> Paper {
        let case = a_case(BoardId::new());
        Paper {
            id: PaperId::new(),
            part: Part::Paper,
            position: 1,
            facts: Facts {
                title: "Budsjettrammer".to_owned(),
                language: Language::NB,
                archive_reference: String::new(),
            },
            latest,
            published,
            access: case.access,
            created_by: case.proposed_by.expect("someone proposed it"),
            version: 1,
            case,
        }
    }

    #[test]
    fn readers_read_what_went_out_and_writers_the_newest() {
        let paper = a_paper(3, Some(2));
        assert_eq!(shown_version(&paper, false), Some(2));
        assert_eq!(shown_version(&paper, true), Some(3));
        assert_eq!(shown_version(&a_paper(1, None), false), None);
        assert_eq!(shown_version(&a_paper(0, None), true), None);
    }

    /// A text that was replaced before it went out may hold what nobody was to read.
    #[test]
    fn a_version_that_never_went_out_is_opened_by_those_who_write_alone() {
        let paper = a_paper(3, Some(3));
        let sent = at("2026-12-01T08:00:00Z");
        for (number, sent_at, expected) in [
            (1, Some(sent), true),
            (2, None, false),
            (3, None, true),
            (3, Some(sent), true),
        ] {
            let version = a_version(number, sent_at);
            assert_eq!(may_open(&paper, &version, false), expected, "{number}");
            assert!(may_open(&paper, &version, true));
        }
    }

    #[test]
    fn what_has_gone_out_is_not_removed_any_more() {
        let sent = Some(at("2026-12-01T08:00:00Z"));
        let never = [a_version(2, None), a_version(1, None)];
        let once = [a_version(2, None), a_version(1, sent)];
        assert_eq!(may_remove(&a_paper(2, None), &never), Ok(()));
        assert_eq!(may_remove(&a_paper(0, None), &[]), Ok(()));
        for (paper, versions) in [(a_paper(2, Some(1)), &never), (a_paper(2, None), &once)] {
            assert_eq!(may_remove(&paper, versions), Err(Refusal::IsOut));
        }
    }

    fn a_version(number: i64, sent_at: Option<Moment>) -> Version {
        Version {
            number,
            checksum: Checksum::of_content(b""),
            content: Content::Written(Sections::default()),
            changed: String::new(),
            who: String::new(),
            at: at("2026-11-01T08:00:00Z"),
            sent_at,
            late: None,
            numbers_reason: None,
        }
    }

    #[test]
    fn only_what_readers_do_not_have_goes_out() {
        assert_eq!(may_publish(&a_paper(2, Some(1))), Ok(2));
        assert_eq!(may_publish(&a_paper(2, Some(2))), Err(Refusal::Nothing));
        assert_eq!(may_publish(&a_paper(0, None)), Err(Refusal::Nothing));
        let mut paper = a_paper(2, Some(1));
        paper.access = Access {
            withdrawn_at: Some(at("2026-12-01T08:00:00Z")),
            ..paper.access
        };
        assert_eq!(may_publish(&paper), Err(Refusal::Nothing));
        for (state, refusal) in [
            (CaseState::Proposed, Refusal::NotAccepted),
            (CaseState::Declined, Refusal::NotAccepted),
            (CaseState::Treated, Refusal::Over),
            (CaseState::Closed, Refusal::Over),
        ] {
            let mut paper = a_paper(1, None);
            paper.case.state = state;
            assert_eq!(may_publish(&paper), Err(refusal), "{state}");
        }
    }

    #[test]
    fn the_secretariat_and_who_proposed_the_case_write_its_papers() {
        let case = a_case(BoardId::new());
        let roles = |of: &[(BoardId, Role)]| Roles {
            boards: of.to_vec(),
            ..Roles::default()
        };
        let other = PersonId::new();
        let proposer = case.proposed_by.expect("someone proposed it");
        assert!(may_write(&case, proposer, &roles(&[])));
        let imported = Case {
            proposed_by: None,
            ..case.clone()
        };
        assert!(!may_write(&imported, proposer, &roles(&[])));
        assert!(may_write(
            &case,
            other,
            &roles(&[(case.board, Role::Secretariat)])
        ));
        let officer = |of| Roles {
            prepares: vec![of],
            ..Roles::default()
        };
        assert!(may_write(&case, other, &officer(case.id)));
        assert!(!may_write(&case, other, &officer(a_case(case.board).id)));
        assert!(!may_write(
            &case,
            other,
            &roles(&[(case.board, Role::Chair)])
        ));
        assert!(!may_write(
            &case,
            other,
            &roles(&[(BoardId::new(), Role::Secretariat)])
        ));
    }
}
