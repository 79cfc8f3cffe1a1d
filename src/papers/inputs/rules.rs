//! Who may write an input, and until when. Pure.

use crate::boards::Board;
use crate::cases::{Case, CaseState};
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState};
use crate::papers::colleagues::rules::ends;
use crate::web::Roles;
use crate::web::access::{Clearance, Role};

/// Whether an input to this case is someone's to write: with a seat now, as the chair, or as a deputy called to its meeting.
///
/// Of those to whom it is closed is not asked here, because it does not exist for them.
#[must_use]
pub fn may_write(case: &Case, roles: &Roles, clearance: &Clearance) -> bool {
    let has_seat = |role: &Role| matches!(role, Role::Member | Role::Chair);
    let is_called = |at| clearance.called_to.contains(&at);
    roles.on(case.board).iter().any(has_seat) || case.meeting.is_some_and(is_called)
}

/// Whether an input may be sent now, for the first time or anew.
///
/// # Errors
/// Why not.
pub fn is_open(
    case: &Case,
    at: Option<&Meeting>,
    board: &Board,
    now: Moment,
) -> Result<(), Refusal> {
    match case.state {
        CaseState::Proposed => return Err(Refusal::NotYet),
        CaseState::Declined | CaseState::Treated | CaseState::Closed => return Err(Refusal::Over),
        CaseState::Accepted | CaseState::Postponed | CaseState::Scheduled => {}
    }
    // A case on a cancelled meeting waits for another.
    let meeting = at.filter(|meeting| meeting.state != MeetingState::Cancelled);
    let is_over =
        |meeting: &Meeting| meeting.state >= MeetingState::Held || now >= ends(meeting, board);
    if meeting.is_some_and(is_over) {
        return Err(Refusal::Over);
    }
    Ok(())
}

/// Why an input cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the case is not accepted")]
    NotYet,
    #[error("the meeting has ended, or the case is over")]
    Over,
}

impl Refusal {
    /// What the member reads.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::NotYet => "input-not-yet",
            Self::Over => "input-over",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::a_case;
    use crate::db::ids::{BoardId, MeetingId};
    use crate::meetings::testing::{at, board_data, meeting};

    #[test]
    fn an_input_may_be_sent_until_the_midnight_after_the_meeting_or_until_it_is_held() {
        let data = board_data();
        let mut of = meeting(&data, "ordinary", &["2026-12-16"]);
        let case = a_case(data.board.id);
        let open = |of: &Meeting, now| is_open(&case, Some(of), &data.board, at(now));
        assert_eq!(open(&of, "2026-12-16T22:59:59Z"), Ok(()));
        assert_eq!(open(&of, "2026-12-16T23:00:00Z"), Err(Refusal::Over));
        of.state = MeetingState::Held;
        assert_eq!(open(&of, "2026-12-16T12:00:00Z"), Err(Refusal::Over));
        of.state = MeetingState::Cancelled;
        assert_eq!(open(&of, "2027-01-16T12:00:00Z"), Ok(()));
        assert_eq!(
            is_open(&case, None, &data.board, at("2027-01-16T12:00:00Z")),
            Ok(())
        );
    }

    #[test]
    fn what_is_not_accepted_or_is_treated_takes_no_input() {
        let data = board_data();
        for (state, expected) in [
            (CaseState::Proposed, Err(Refusal::NotYet)),
            (CaseState::Declined, Err(Refusal::Over)),
            (CaseState::Accepted, Ok(())),
            (CaseState::Postponed, Ok(())),
            (CaseState::Scheduled, Ok(())),
            (CaseState::Treated, Err(Refusal::Over)),
            (CaseState::Closed, Err(Refusal::Over)),
        ] {
            let mut case = a_case(data.board.id);
            case.state = state;
            let now = at("2026-12-01T08:00:00Z");
            assert_eq!(is_open(&case, None, &data.board, now), expected, "{state}");
        }
    }

    #[test]
    fn members_the_chair_and_deputies_called_to_the_meeting_write_and_nobody_else_does() {
        let mut case = a_case(BoardId::new());
        let mut clearance = Clearance::of_nobody(at("2026-12-01T08:00:00Z"));
        let may = |case: &Case, role: Role, clearance: &Clearance| {
            let roles = Roles {
                boards: vec![(case.board, role)],
                ..Roles::default()
            };
            may_write(case, &roles, clearance)
        };
        for role in Role::ALL {
            let expected = matches!(role, Role::Member | Role::Chair);
            assert_eq!(may(&case, *role, &clearance), expected, "{role}");
        }
        let meeting = MeetingId::new();
        clearance.called_to.insert(meeting);
        assert!(!may(&case, Role::Deputy, &clearance));
        case.meeting = Some(meeting);
        assert!(may(&case, Role::Deputy, &clearance));
    }
}
