//! The product council of the demo: what decided it, how often it reports, and two cases that the board has sent down to it,
//! one of them answered.

use super::{Demo, cases::CaseFacts};
use crate::calendar::Period;
use crate::cases::store::{self as cases, write as case_rows};
use crate::cases::{Case, CaseState};
use crate::councils::store::write;
use crate::councils::{Act, Basis, Delegation, Founding, Origin, Rhythm, State};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, DelegationId, PersonId, RowId};
use crate::db::schema::board_case;
use crate::error::Result;
use crate::web::access::Audience;
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;

/// What the council is asked about a case of the board with this title: the question, and what it has answered.
struct Asked {
    title: &'static str,
    council_case: CaseFacts,
    question: &'static str,
    advice: &'static str,
    /// So many days after today.
    due: i64,
}

const ASKED: [Asked; 2] = [
    Asked {
        title: "Produktstrategi for ID-porten",
        council_case: (
            "Råd om strategien for innlogging",
            "",
            "recommendation",
            "product_strategy",
            "Hvilke av behovene i utkastet bør komme først, og hva kan vente?",
        ),
        question: "Hvilke av behovene i utkastet bør komme først, og hva kan vente?",
        advice: "Produktrådet rår til at innlogging for dem uten BankID kommer først. Innlogging på vegne av andre kan vente til \
                 andre halvår, fordi to av tjenesteeierne bygger om da.",
        due: -6,
    },
    Asked {
        title: "Utfasing av den eldste meldingstjenesten",
        council_case: (
            "Når tjenesteeierne kan flytte til ny tjeneste",
            "",
            "discussion",
            "portfolio",
            "Når kan de tjenesteeierne som er igjen, flytte uten å miste meldinger?",
        ),
        question: "Når kan de tjenesteeierne som er igjen, flytte uten å miste meldinger?",
        advice: "",
        // After the council has met.
        due: 60,
    },
];

impl Demo {
    /// The cases of both stand already.
    pub(super) fn councils(
        &self,
        conn: &mut Conn,
        (board, council): (BoardId, BoardId),
        secretary: PersonId,
    ) -> Result<()> {
        let from = NaiveDate::from_ymd_opt(2022, 11, 14).unwrap_or(self.year);
        let founding = Founding {
            id: RowId::new(),
            basis: Basis {
                case: None,
                decision: "Styringsrådet og Digitaliseringsdirektoratet, 14. november 2022"
                    .to_owned(),
                period: Period { from, until: None },
            },
            dissolution: None,
            rhythm: Some(Rhythm {
                months: 6,
                from: self.today + Duration::days(30),
                title: "Halvårsrapport til Styringsrådet".to_owned(),
            }),
            version: 1,
        };
        write::add(conn, council, &founding)?;
        let late = self.today - Duration::days(10);
        super::rows::report(conn, council, "Status for arbeidet med strategiene", late)?;
        for asked in &ASKED {
            let id: Option<CaseId> = board_case::table
                .filter(board_case::board_id.eq(board))
                .filter(board_case::title.eq(asked.title))
                .select(board_case::id)
                .first(conn)
                .optional()?;
            if let Some(id) = id {
                let case = cases::case(conn, id)?;
                self.asked(conn, &case, (council, secretary), asked)?;
            }
        }
        Ok(())
    }

    fn asked(
        &self,
        conn: &mut Conn,
        of: &Case,
        (council, secretary): (BoardId, PersonId),
        asked: &Asked,
    ) -> Result<()> {
        let mut case = self.a_case(conn, council, secretary, &asked.council_case, 20)?;
        case.state = CaseState::Accepted;
        case.access.audience = Audience::Members;
        let case = case_rows::update(conn, &case, None)?;
        case_rows::add_event(
            conn,
            &case,
            Some(secretary),
            "",
            self.now - Duration::days(19),
        )?;
        let act = |days| Act {
            by: secretary,
            who: String::new(),
            at: self.now - Duration::days(days),
        };
        let is_answered = !asked.advice.is_empty();
        let new = Delegation {
            id: DelegationId::new(),
            origin: Origin::Board,
            board: of.board,
            case: of.id,
            council,
            council_case: case.id,
            question: asked.question.to_owned(),
            due_on: Some(self.today + Duration::days(asked.due)),
            meeting: of.meeting,
            state: if is_answered {
                State::Answered
            } else {
                State::Asked
            },
            advice: asked.advice.to_owned(),
            asked: act(20),
            settled: is_answered.then(|| act(7)),
            version: 1,
        };
        write::add_delegation(conn, &new)
    }
}
