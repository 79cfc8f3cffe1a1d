//! Who may let a colleague read along, and until when. Pure.

use super::Colleague;
use crate::boards::Board;
use crate::calendar::moment_of;
use crate::db::ids::MeetingId;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState};
use crate::web::Roles;
use crate::web::access::{Clearance, Role};
use chrono::{Duration, NaiveDate, NaiveTime};

/// How many colleagues one member may let read along at one meeting: a member's own house, not a mailing list.
pub const MOST: usize = 20;
/// How long after the meeting a colleague's name and address are kept: a question about who read along comes with the
/// minutes.
pub const KEPT_DAYS: i64 = 30;

/// When the links of a meeting end: at the midnight after its last day, in the board's zone.
#[must_use]
pub fn ends(meeting: &Meeting, board: &Board) -> Moment {
    let after = meeting.last_day().succ_opt().unwrap_or(NaiveDate::MAX);
    moment_of(board.zone, after, NaiveTime::MIN).into()
}

/// Meetings whose last day is before this one are so long past that nobody asks who read along.
#[must_use]
pub fn forgotten_before(today: NaiveDate) -> NaiveDate {
    today - Duration::days(KEPT_DAYS)
}

/// Whether someone may let colleagues read along: with a seat now, as the chair, or as a deputy called to the meeting.
#[must_use]
pub fn may_name(board: &Board, meeting: MeetingId, roles: &Roles, clearance: &Clearance) -> bool {
    let has_seat = |role: &Role| matches!(role, Role::Member | Role::Chair);
    roles.on(board.id).iter().any(has_seat) || clearance.called_to.contains(&meeting)
}

/// Whether links to a meeting's papers work at all now.
///
/// # Errors
/// Why not.
pub fn is_open(board: &Board, meeting: &Meeting, now: Moment) -> Result<(), Refusal> {
    if !board.colleagues_read {
        return Err(Refusal::Off);
    }
    if meeting.state == MeetingState::Cancelled || now >= ends(meeting, board) {
        return Err(Refusal::Over);
    }
    Ok(())
}

/// Whether one more may be named, beside those whom the same member has named for the meeting.
///
/// # Errors
/// Why not.
pub fn may_add(named: &[Colleague], address: &str) -> Result<(), Refusal> {
    let standing = || named.iter().filter(|one| one.ended_at.is_none());
    if standing().any(|one| one.address == address) {
        return Err(Refusal::Already);
    }
    if standing().count() >= MOST {
        return Err(Refusal::TooMany);
    }
    Ok(())
}

/// Why a colleague cannot read along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the board does not let colleagues read along")]
    Off,
    #[error("the meeting is over or cancelled")]
    Over,
    #[error("no paper was chosen")]
    Nothing,
    #[error("this address is let in already")]
    Already,
    #[error("too many are let in")]
    TooMany,
}

impl Refusal {
    /// What the member reads.
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::Off => Said::new("colleague-off"),
            Self::Over => Said::new("colleague-over"),
            Self::Nothing => Said::new("colleague-nothing"),
            Self::Already => Said::new("colleague-already"),
            Self::TooMany => Said::new("colleague-too-many")
                .with("most", i64::try_from(MOST).unwrap_or(i64::MAX)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::{BoardId, PersonId, RowId};
    use crate::i18n::Language;
    use crate::meetings::testing::{at, board_data, day, meeting};

    fn a_board() -> (crate::boards::BoardData, Meeting) {
        let mut data = board_data();
        data.board.colleagues_read = true;
        let of = meeting(&data, "ordinary", &["2026-12-16", "2026-12-17"]);
        (data, of)
    }

    #[test]
    fn a_link_ends_at_the_midnight_after_the_last_meeting_day_where_the_board_is() {
        let (data, of) = a_board();
        assert_eq!(ends(&of, &data.board), at("2026-12-17T23:00:00Z"));
        let open = |now| is_open(&data.board, &of, at(now));
        assert_eq!(open("2026-12-17T22:59:59Z"), Ok(()));
        assert_eq!(open("2026-12-17T23:00:00Z"), Err(Refusal::Over));
    }

    #[test]
    fn nobody_is_let_in_where_board_data_does_not_say_so_or_the_meeting_is_cancelled() {
        let (mut data, mut of) = a_board();
        let now = at("2026-12-10T08:00:00Z");
        of.state = MeetingState::Cancelled;
        assert_eq!(is_open(&data.board, &of, now), Err(Refusal::Over));
        data.board.colleagues_read = false;
        assert_eq!(is_open(&data.board, &of, now), Err(Refusal::Off));
    }

    #[test]
    fn members_the_chair_and_called_deputies_let_colleagues_in_and_nobody_else_does() {
        let (data, of) = a_board();
        let nobody = Clearance::of_nobody(at("2026-12-10T08:00:00Z"));
        let may = |board: BoardId, role: Role, clearance: &Clearance| {
            let roles = Roles {
                boards: vec![(board, role)],
                ..Roles::default()
            };
            may_name(&data.board, of.id, &roles, clearance)
        };
        let own = data.board.id;
        assert!(may(own, Role::Member, &nobody) && may(own, Role::Chair, &nobody));
        for role in [Role::Secretariat, Role::Observer, Role::Aide, Role::Deputy] {
            assert!(!may(own, role, &nobody), "{role}");
        }
        assert!(!may(BoardId::new(), Role::Member, &nobody));
        let mut called = nobody;
        called.called_to.insert(of.id);
        assert!(may(own, Role::Deputy, &called));
    }

    #[test]
    fn an_address_is_let_in_once_and_a_house_is_no_mailing_list() {
        let (data, of) = a_board();
        let named = |address: String, ended: bool| Colleague {
            id: RowId::new(),
            board: data.board.id,
            meeting: of.id,
            named_by: PersonId::new(),
            name: "Kai".to_owned(),
            address,
            language: Language::NB,
            named_at: at("2026-12-10T08:00:00Z"),
            ended_at: ended.then(|| at("2026-12-10T09:00:00Z")),
        };
        let one = [named("kai@example.no".to_owned(), false)];
        assert_eq!(may_add(&one, "kai@example.no"), Err(Refusal::Already));
        let ended = [named("kai@example.no".to_owned(), true)];
        assert_eq!(may_add(&ended, "kai@example.no"), Ok(()));
        let many: Vec<Colleague> = (0..MOST)
            .map(|at| named(format!("{at}@example.no"), false))
            .collect();
        assert_eq!(may_add(&many, "kai@example.no"), Err(Refusal::TooMany));
    }

    #[test]
    fn names_are_kept_for_thirty_days_after_the_meeting() {
        assert_eq!(forgotten_before(day("2027-01-16")), day("2026-12-17"));
    }
}
