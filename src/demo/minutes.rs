//! The demo's minutes: who was at the meeting that has been, and what is written of its two cases. Invented, as everything
//! that people say here.

use super::{Demo, address_of, data};
use crate::cases::pages::name;
use crate::cases::{Item, store as cases};
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::meetings::{MeetingState, store as meetings};
use crate::minutes::attendance::{Line, Part, Presence, Record, plan, store as attendance};
use crate::minutes::draft::store::{self, Keeping};
use crate::minutes::draft::{ItemText, Minutes};
use crate::people::store as people;
use chrono::Duration;

const OPENING: &str =
    "På sakslista sto tertialrapporten for fellesløsningene og produktstrategien for Maskinporten.";

/// What a case begins with, and what is written of it: content, outcome, conclusion, dissent.
const WRITTEN: [(&str, [&str; 4]); 2] = [
    (
        "Tertialrapport",
        [
            "Digdir la fram status for drift og økonomi. Medlemmene spurte om hvorfor kostnadene til meldingsutveksling øker, \
             og hva som skal til for å snu det.",
            "noted",
            "Rådet tar rapporten til orientering og ber om en oversikt over kostnadene for hver løsning i neste rapport.",
            "",
        ],
    ),
    (
        "Produktstrategi",
        [
            "Produktrådet hadde gitt sitt råd på forhånd. Diskusjonen gjaldt særlig:\n\n\
             - hvor raskt de eldste integrasjonene kan fases ut\n\
             - hva små kommuner trenger av veiledning",
            "recommendation",
            "Rådet anbefaler strategien med en overgang på to år for de eldste integrasjonene.",
            "Ett medlem mente at overgangen bør være tre år for kommunene.",
        ],
    ),
];

impl Demo {
    /// Of the meeting that has been; its agenda stands already.
    pub(super) fn minutes(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let secretary = people::person_by_address(conn, &address_of(&data::SECRETARIES[0]))?
            .ok_or(Error::NotFound)?
            .id;
        let from = self.today - Duration::days(400);
        let all = meetings::of_boards(conn, &[board], from, self.today)?;
        let closed = |one: &&crate::meetings::Meeting| one.state == MeetingState::Closed;
        let Some(past) = all.iter().find(closed).map(|one| one.id) else {
            return Ok(());
        };
        let lists = plan::lists(conn, past, self.now)?;
        for (at, line) in lists.days.iter().flatten().enumerate() {
            was_there(conn, past, line, at)?;
        }
        let head = Minutes {
            language: Language::NB,
            opening: OPENING.to_owned(),
            version: 0,
        };
        store::put_head(conn, past, &head)?;
        for item in &lists.agenda.items {
            self.item_written(conn, past, item, secretary)?;
        }
        Ok(())
    }

    fn item_written(
        &self,
        conn: &mut Conn,
        of: MeetingId,
        item: &Item,
        by: PersonId,
    ) -> Result<()> {
        let Some(id) = item.case else {
            return Ok(());
        };
        let case = cases::case(conn, id)?;
        let of_it = |(begins, _): &&(&str, [&str; 4])| case.facts.title.starts_with(begins);
        let Some((_, [content, outcome, conclusion, dissent])) = WRITTEN.iter().find(of_it) else {
            return Ok(());
        };
        let text = ItemText {
            content: (*content).to_owned(),
            outcome: (*outcome).to_owned(),
            conclusion: (*conclusion).to_owned(),
            dissent: (*dissent).to_owned(),
            starts: None,
            ends: None,
        };
        let keeping = Keeping {
            meeting: of,
            item: item.id,
            case: Some(id),
            title: &name(&case),
            text: &text,
            known: 0,
        };
        store::put(conn, &keeping, by, self.now)?;
        Ok(())
    }
}

/// Most in the room, every fourth digitally; one member was not there.
fn was_there(conn: &mut Conn, of: MeetingId, line: &Line, at: usize) -> Result<()> {
    let presence = match (line.listed.part, at % 4) {
        (Part::Member, _) if at == 5 => Presence::Absent,
        (Part::Member, 3) => Presence::Digitally,
        _ => Presence::InPerson,
    };
    let record = Record {
        id: RowId::new(),
        session: 0,
        listed: line.listed.clone(),
        presence,
    };
    attendance::put(conn, of, &record)
}
