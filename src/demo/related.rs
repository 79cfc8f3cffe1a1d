//! The demo's relations: Skate, the consultation with KS and the owner ministry, and who is heard on a case of the near meeting.
//! The document about Skate exists; what was answered is invented.

use super::{Demo, data, years};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MandateId, OrganisationId, PersonId, RelatedBodyId};
use crate::db::schema::{board_case, mandate_version};
use crate::db::types::Words;
use crate::error::Result;
use crate::related::store::write;
use crate::related::{Document, Facts, Hearing};
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeSet;

const KS: usize = 4;
/// The case on which two of them are heard.
const HEARD: &str = "Ny finansieringsmodell for fellesløsningene";

impl Demo {
    /// The board's relations, and who is heard. The cases stand already.
    pub(super) fn related(&self, conn: &mut Conn, board: BoardId, by: PersonId) -> Result<()> {
        let mandate: MandateId = mandate_version::table
            .filter(mandate_version::board_id.eq(board))
            .order(mandate_version::valid_from.asc())
            .select(mandate_version::id)
            .first(conn)?;
        let skate = self.skate(conn, board, mandate, by)?;
        let ks = self.ks(conn, board)?;
        let ministry = Facts {
            heard_on: "Kan delta som observatør i møtene (mandatet punkt 5).".to_owned(),
            ..facts(
                [
                    "Eierdepartementet",
                    "Eigardepartementet",
                    "The owner ministry",
                ],
                "owner",
                Some(self.organisations[data::MINISTRY]),
            )
        };
        write::add(conn, (RelatedBodyId::new(), board), &ministry)?;
        let case: Option<CaseId> = board_case::table
            .filter(board_case::board_id.eq(board))
            .filter(board_case::title.eq(HEARD))
            .select(board_case::id)
            .first(conn)
            .optional()?;
        let Some(case) = case else { return Ok(()) };
        let ago = |days| self.today - Duration::days(days);
        let answered = Hearing {
            asked_on: ago(24),
            answered_on: Some(ago(6)),
            answer: "KS støtter at modellen innføres gradvis, og vil ha kommunene med i arbeidet."
                .to_owned(),
            link: "https://ks.example/horing/finansieringsmodell".to_owned(),
        };
        write::put_hearing(conn, (case, ks), 0, &answered)?;
        let asked = Hearing {
            asked_on: ago(10),
            answered_on: None,
            answer: String::new(),
            link: String::new(),
        };
        write::put_hearing(conn, (case, skate), 0, &asked)?;
        Ok(())
    }

    /// What the product council is related to: the board above it.
    pub(super) fn related_to_council(&self, conn: &mut Conn, council: BoardId) -> Result<()> {
        let above = Facts {
            heard_on: "Saker som gjelder mer enn ett produkt.".to_owned(),
            ..facts(
                ["Styringsrådet", "Styringsrådet", "The board"],
                "cooperation",
                Some(self.organisations[data::DIGDIR]),
            )
        };
        write::add(conn, (RelatedBodyId::new(), council), &above)
    }

    fn skate(
        &self,
        conn: &mut Conn,
        board: BoardId,
        mandate: MandateId,
        by: PersonId,
    ) -> Result<RelatedBodyId> {
        let id = RelatedBodyId::new();
        let skate = Facts {
            heard_on: "Strategiske spørsmål om felles økosystem, budsjett og finansiering.".to_owned(),
            subjects: BTreeSet::from(["plans".to_owned()]),
            document: Document {
                title: "Forholdet mellom Skate og styringsråd for Digdirs fellesløsninger".to_owned(),
                link: "https://www.digdir.no/skate/forholdet-mellom-skate-og-styringsrad-digdirs-felleslosninger/3529".to_owned(),
                archive_reference: "21/01077-5".to_owned(),
                dated: NaiveDate::from_ymd_opt(2021, 10, 1),
            },
            mandate: Some(mandate),
            ..facts(["Skate", "Skate", "Skate"], "advisory", None)
        };
        write::add(conn, (id, board), &skate)?;
        let next = Some(self.today + Duration::days(200));
        let reviewed = years(self.today, -1);
        let person = By {
            person: by,
            now: self.now,
        };
        let note = "Beskrivelsen stemmer fortsatt.";
        write::add_review(conn, id, (1, reviewed), (next, note), person)?;
        Ok(id)
    }

    fn ks(&self, conn: &mut Conn, board: BoardId) -> Result<RelatedBodyId> {
        let id = RelatedBodyId::new();
        let ks = Facts {
            heard_on: "Saker som berører kommunal sektor.".to_owned(),
            subjects: BTreeSet::from(["new_development".to_owned()]),
            document: Document {
                title: "Retningslinjer for konsultasjonsordningen mellom staten og kommunesektoren"
                    .to_owned(),
                ..Document::default()
            },
            ..facts(
                [
                    "Konsultasjonen med KS",
                    "Konsultasjonen med KS",
                    "The consultation with KS",
                ],
                "consultation",
                Some(self.organisations[KS]),
            )
        };
        write::add(conn, (id, board), &ks)?;
        Ok(id)
    }
}

fn facts([nb, nn, en]: [&str; 3], kind: &str, organisation: Option<OrganisationId>) -> Facts {
    Facts {
        name: Words::new([("nb", nb), ("nn", nn), ("en", en)]),
        kind: kind.to_owned(),
        organisation,
        heard_on: String::new(),
        subjects: BTreeSet::new(),
        document: Document::default(),
        mandate: None,
        review_on: None,
    }
}
