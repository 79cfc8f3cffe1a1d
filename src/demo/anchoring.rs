//! The demo's anchoring at home: a member who lets a colleague read along when the papers of the near meeting are out, and
//! what another's organisation says about the budget. Invented, as everything that people say here.

use super::Demo;
use crate::boards::store as boards;
use crate::cases::{Case, CaseState};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::db::schema::board;
use crate::error::Result;
use crate::i18n::Language;
use crate::papers::colleagues::{Colleague, store as colleagues};
use crate::papers::inputs::{Input, store as inputs};
use crate::papers::store as papers;
use crate::web::access::{Audience, Clearance, Role};
use chrono::Duration;
use diesel::prelude::*;

const INPUT: &str = "Vi støtter det **midterste nivået**.\n\n\
    - Stans i arbeidet med ny innlogging blir dyrere for oss enn økningen på 4 prosent.\n\
    - Vi trenger tallene for vår egen andel før 1. mars for å få dem inn i budsjettet.\n\n\
    Saken er behandlet i ledermøtet vårt.";

impl Demo {
    /// On the case about the budget, whose paper stands already.
    pub(super) fn anchoring(
        &self,
        conn: &mut Conn,
        of: BoardId,
        members: &[PersonId],
    ) -> Result<()> {
        diesel::update(board::table.find(of))
            .set(board::colleagues_read.eq(true))
            .execute(conn)?;
        let (Some(case), [writer, reader, ..]) = (self.budget(conn, of)?, members) else {
            return Ok(());
        };
        self.input(conn, &case, *writer)?;
        if let Some(meeting) = case.meeting {
            self.colleague(conn, &case, meeting, *reader)?;
        }
        Ok(())
    }

    fn budget(&self, conn: &mut Conn, of: BoardId) -> Result<Option<Case>> {
        let mut sees_all = Clearance::of_nobody(self.now);
        sees_all.keeps.insert(of);
        let scheduled = [CaseState::Scheduled];
        let (cases, _) = crate::cases::store::of_board(conn, of, &scheduled, &sees_all, 0)?;
        let is_budget = |case: &Case| case.facts.title.starts_with("Budsjettrammer");
        Ok(cases.into_iter().find(is_budget))
    }

    fn input(&self, conn: &mut Conn, case: &Case, writer: PersonId) -> Result<()> {
        let sitting = boards::sitting(conn, case.board, self.today)?;
        let seat = sitting
            .into_iter()
            .find(|one| one.person == writer && one.role == Role::Member);
        let at = self.now - Duration::hours(26);
        let input = Input {
            id: RowId::new(),
            board: case.board,
            case: case.id,
            person: writer,
            organisation: seat.and_then(|seat| seat.organisation),
            text: INPUT.to_owned(),
            number: 1,
            first_sent_at: at,
            sent_at: at,
            audience: Audience::Members,
        };
        inputs::put(conn, &input)
    }

    fn colleague(
        &self,
        conn: &mut Conn,
        case: &Case,
        meeting: MeetingId,
        named_by: PersonId,
    ) -> Result<()> {
        let new = Colleague {
            id: RowId::new(),
            board: case.board,
            meeting,
            named_by,
            name: "Marte Lia".to_owned(),
            address: "marte.lia@skatteetaten.example".to_owned(),
            language: Language::NB,
            named_at: self.now - Duration::hours(20),
            ended_at: None,
        };
        colleagues::add(conn, &new)?;
        let mut sees_all = Clearance::of_nobody(self.now);
        sees_all.keeps.insert(case.board);
        let own = papers::of_cases(conn, &[case.id], &sees_all)?.remove(&case.id);
        let ids: Vec<_> = own.unwrap_or_default().iter().map(|one| one.id).collect();
        colleagues::choose(conn, new.id, &ids)
    }
}
