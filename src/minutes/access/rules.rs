//! What an item begins with, and what one reader is shown of it: pure functions.

pub mod titles;

use super::ItemAccess;
use crate::cases::{Assessed, Case};
use crate::db::ids::{AgendaItemId, BoardId, MeetingId};
use crate::minutes::told::cut::Shown;
use crate::web::access::{Assessment, Audience, Clearance, Scope};

/// What holds for an item before anyone has looked at it. What is exempt in the case begins as exempt here.
#[must_use]
pub fn begin(
    (meeting, board): (MeetingId, BoardId),
    item: AgendaItemId,
    case: Option<&Case>,
    wanted: Audience,
) -> ItemAccess {
    let exempt = case.filter(|case| case.access.is_exempt());
    ItemAccess {
        item,
        meeting,
        board,
        subject: case.map_or(item.cast(), |case| case.id.cast()),
        wanted: if exempt.is_some() {
            Audience::Members
        } else {
            wanted
        },
        audience: Audience::Secretariat,
        assessment: exempt.map_or(Assessment::NotAssessed, |_| Assessment::Exempt),
        basis: None,
        title_exempt: case.is_some_and(|case| case.access.title_exempt),
        title_waits: false,
        open_from: None,
        withdrawn_at: None,
        version: 0,
    }
}

/// Whom an item of published minutes is shown to once something else is found of it.
///
/// What is taken back is gone at once; what is opened is shown when the minutes are published again, by whoever may do that.
#[must_use]
pub fn until_published(before: &ItemAccess, wanted: Audience, found: &Assessed) -> Audience {
    let reveals = (before.assessment == Assessment::Exempt && found.outcome == Assessment::Open)
        || (before.title_exempt && found.scope != Some(Scope::Title))
        || before.open_from > found.open_from;
    let most = if reveals {
        Audience::Members
    } else {
        Audience::Public
    };
    before.audience.min(wanted).min(most)
}

/// Whether the title of an item of published minutes is told outside the board only once it has gone out again: it was
/// exempt, and is so no more.
#[must_use]
pub fn title_waits(before: &ItemAccess, found: &Assessed) -> bool {
    before.title_waits || (before.title_exempt && found.scope != Some(Scope::Title))
}

/// What this reader is shown of an item. Of what nothing is known nothing is shown.
#[must_use]
pub fn shown(of: Option<&ItemAccess>, clearance: &Clearance) -> Shown {
    let Some(of) = of else {
        return Shown::default();
    };
    let is_inside = clearance.is_inside(of.board, of.meeting);
    Shown {
        sees: clearance.sees(&of.readable()),
        is_closed: clearance.closed.contains(&of.subject) && is_inside,
        is_exempt: of.assessment == Assessment::Exempt,
        basis: of.basis.as_ref().map(|(_, reference)| reference.clone()),
        // A title that nobody outside has read is not told them before the rest of it is.
        title_exempt: of.title_exempt || (of.waits() && of.title_waits && !is_inside),
        is_inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Moment;
    use crate::meetings::testing::at;

    fn access(board: BoardId) -> ItemAccess {
        begin(
            (MeetingId::new(), board),
            AgendaItemId::new(),
            None,
            Audience::Public,
        )
    }

    fn now() -> Moment {
        at("2026-12-01T08:00:00Z")
    }

    #[test]
    fn what_is_opened_after_publication_waits_and_what_is_taken_back_is_gone_at_once() {
        let mut of = access(BoardId::new());
        of.wanted = Audience::ServiceOwners;
        of.audience = Audience::ServiceOwners;
        of.assessment = Assessment::Open;
        let mut found = Assessed {
            outcome: Assessment::Open,
            basis: None,
            scope: None,
            extended_access: false,
            reassess_on: None,
            open_from: None,
        };
        let shown = |of: &ItemAccess, wanted, found: &Assessed| until_published(of, wanted, found);
        assert_eq!(
            shown(&of, Audience::Public, &found),
            Audience::ServiceOwners
        );
        assert_eq!(shown(&of, Audience::Members, &found), Audience::Members);
        of.open_from = Some(now());
        assert_eq!(shown(&of, Audience::Public, &found), Audience::Members);
        found.open_from = Some(now());
        assert_eq!(
            shown(&of, Audience::Public, &found),
            Audience::ServiceOwners
        );
        of.title_exempt = true;
        assert_eq!(shown(&of, Audience::Public, &found), Audience::Members);
        assert!(title_waits(&of, &found));
        of.title_exempt = false;
        assert!(!title_waits(&of, &found));
        of.assessment = Assessment::Exempt;
        of.audience = Audience::Members;
        assert_eq!(shown(&of, Audience::Public, &found), Audience::Members);
        of.wanted = Audience::Public;
        assert!(of.waits() && !of.once_out().waits());
        let visitor = Clearance::of_nobody(now());
        // A title that was never exempt is no secret while the rest waits.
        assert!(!super::shown(Some(&of), &visitor).title_exempt);
        of.title_waits = true;
        assert!(super::shown(Some(&of), &visitor).title_exempt);
        // Whoever is of the board knows the title, also where the case is closed to them.
        let mut recused = Clearance::of_nobody(now());
        recused.reads.insert(of.board);
        recused.closed.insert(of.subject);
        assert!(!super::shown(Some(&of), &recused).title_exempt);
    }

    #[test]
    fn nobody_but_the_secretariat_reads_what_has_not_gone_out() {
        let board = BoardId::new();
        let mut of = access(board);
        let mut member = Clearance::of_nobody(now());
        member.reads.insert(board);
        assert!(!shown(Some(&of), &member).sees);
        of.audience = Audience::Members;
        assert!(shown(Some(&of), &member).sees);
        assert!(!shown(Some(&of), &Clearance::of_nobody(now())).sees);
        assert!(!shown(None, &member).sees);
    }

    #[test]
    fn what_is_not_found_open_stays_with_the_board_whomever_it_is_meant_for() {
        let mut of = access(BoardId::new());
        of.audience = Audience::Public;
        let visitor = Clearance::of_nobody(now());
        assert!(!shown(Some(&of), &visitor).sees);
        of.assessment = Assessment::Exempt;
        assert!(!shown(Some(&of), &visitor).sees);
        of.assessment = Assessment::Open;
        assert!(shown(Some(&of), &visitor).sees);
    }
}
