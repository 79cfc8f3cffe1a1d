//! The demo's case papers: those of the meeting that has been, sent out, and those of the near one, delivered or still
//! being written. Invented, as everything that people say here.

use super::{Demo, address_of, data};
use crate::cases::plan::By;
use crate::cases::{Case, CaseState};
use crate::db::Conn;
use crate::db::ids::{BoardId, PaperId, PersonId};
use crate::error::{Error, Result};
use crate::files::Checksum;
use crate::papers::store::write;
use crate::papers::{Content, Facts, NewVersion, Paper, Part, Sections};
use crate::people::store as people;
use crate::web::access::Audience;
use chrono::Duration;

/// Background, assessment, recommendation, consequences.
type Text = (&'static str, &'static str, &'static str, &'static str);

const REPORT: Text = (
    "Digdir legger fram status for drift og økonomi hvert tertial. Rapporten dekker ID-porten, Maskinporten, eSignering, \
     Kontaktregisteret og Digital postkasse.",
    "Driften har vært stabil. Tilgjengeligheten var høyere enn målet i alle løsninger.\n\n\
     | Løsning | Mål | Resultat |\n|---|---|---|\n| ID-porten | 99,9 % | 99,97 % |\n| Maskinporten | 99,9 % | 99,98 % |\n\
     | eSignering | 99,5 % | 99,81 % |\n\nForbruket ligger 2 prosent under budsjett, fordi to stillinger ble besatt senere enn planlagt.",
    "Styringsrådet tar rapporten til orientering.",
    "Ingen.",
);

const STRATEGY: Text = (
    "Maskinporten er ti år. Bruken er tredoblet på fire år, og behovene har endret seg. Produktrådet har arbeidet med \
     strategien siden i vår.",
    "Strategien har tre satsinger:\n\n1. **Enklere å ta i bruk.** Nye virksomheter skal komme i gang på en dag.\n\
     2. **Tilgang for flere.** Også virksomheter utenfor forvaltningen skal kunne få tilgang der loven åpner for det.\n\
     3. **Trygt over tid.** Nøkler skal kunne skiftes uten at tjenester stopper.\n\n\
     Produktrådet er samlet om de to første. Et mindretall ønsket at den tredje ble satt først.",
    "Styringsrådet anbefaler at Digdir vedtar produktstrategien for Maskinporten, med virkning fra 1. januar.",
    "Satsingene dekkes innenfor gjeldende rammer det første året. Virkningen for tjenesteeierne er lavere kostnader ved \
     tilkobling. Kommunene får ingen nye plikter.",
);

const BUDGET: Text = (
    "Styringsrådet gir hvert år råd om rammene for forvaltning og videreutvikling av fellesløsningene. Rammene er \
     grunnlaget for det tjenesteeierne betaler året etter.",
    "Sekretariatet har vurdert tre nivåer:\n\n\
     | Nivå | Forvaltning | Utvikling | Endring fra i år |\n|---|---|---|---|\n| Lavt | 182 mill. | 24 mill. | – 3 % |\n\
     | Middels | 186 mill. | 38 mill. | + 4 % |\n| Høyt | 186 mill. | 61 mill. | + 14 % |\n\n\
     Det lave nivået holder løsningene i drift, men stanser arbeidet med ny innlogging. Det høye forutsetter at \
     tjenesteeierne dekker mer enn i år. Vi mener det midterste er forsvarlig.",
    "Styringsrådet slutter seg til det midterste nivået og ber Digdir legge det til grunn i dialogen med departementet.",
    "Tjenesteeierne betaler i snitt 4 prosent mer. Kommunenes andel går gjennom rammetilskuddet og er ikke endret.",
);

const ID_PORTEN: Text = (
    "Produktstrategien for ID-porten går ut neste år. Utkastet bygger på samtaler med 14 tjenesteeiere.",
    "Tre behov går igjen: innlogging på vegne av andre, innlogging for dem uten norsk fødselsnummer, og bedre varsling \
     ved planlagt arbeid.",
    "",
    "",
);

const CLOUD: Text = (
    "Avtalen om skydrift går ut om 14 måneder. En ny avtale må være signert et halvt år før.",
    "Vi anbefaler konkurranse med forhandling. Rammen bør ikke være kjent for leverandørene før kontrakt er inngått.",
    "Styringsrådet slutter seg til framgangsmåten.",
    "Forskjellen mellom laveste og høyeste anslag er 22 millioner kroner over fire år.",
);

impl Demo {
    /// The papers of the board's cases, which stand already.
    pub(super) fn papers(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let secretaries = [0, 1].map(|at| address_of(&data::SECRETARIES[at]));
        let mut ids = Vec::new();
        for address in &secretaries {
            let person = people::person_by_address(conn, address)?.ok_or(Error::NotFound)?;
            ids.push(person.id);
        }
        for case in self.board_cases(conn, board)? {
            let title = case.facts.title.as_str();
            let paper = |text| (text, ids[0]);
            match title {
                _ if title.starts_with("Tertialrapport") => {
                    self.sent_out(conn, &case, paper(&REPORT))?;
                }
                _ if title.starts_with("Produktstrategi for Maskinporten") => {
                    self.sent_out(conn, &case, paper(&STRATEGY))?;
                }
                _ if title.starts_with("Budsjettrammer") => {
                    let first = (BUDGET.0, BUDGET.1, "", "");
                    let begun = self.delivered(conn, &case, (&first, ids[1]), 9)?;
                    let changed = "Forslag til innstilling og konsekvenser er kommet til.";
                    self.add(conn, begun, (&BUDGET, ids[1]), changed, 4)?;
                }
                _ if title.starts_with("Produktstrategi for ID-porten") => {
                    let begun = self.begin(conn, &case, ids[0], 6)?;
                    let saved = (ids[0], self.now - Duration::hours(20));
                    write::put_draft(conn, begun.id, 0, &sections(&ID_PORTEN), saved)?;
                }
                _ if title.starts_with("Avtale om skydrift") => {
                    self.delivered(conn, &case, (&CLOUD, ids[1]), 5)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn board_cases(&self, conn: &mut Conn, board: BoardId) -> Result<Vec<Case>> {
        let mut sees_all = crate::web::access::Clearance::of_nobody(self.now);
        sees_all.keeps.insert(board);
        let (cases, _) = crate::cases::store::of_board(conn, board, CaseState::ALL, &sees_all, 0)?;
        Ok(cases)
    }

    fn begin(&self, conn: &mut Conn, case: &Case, by: PersonId, days: i64) -> Result<Paper> {
        let paper = Paper {
            id: PaperId::new(),
            part: Part::Paper,
            position: 1,
            facts: Facts {
                title: case.facts.title.clone(),
                language: case.facts.language,
                archive_reference: String::new(),
            },
            latest: 0,
            published: None,
            access: crate::cases::Access {
                audience: Audience::Secretariat,
                withdrawn_at: None,
                ..case.access
            },
            created_by: by,
            version: 1,
            case: case.clone(),
        };
        write::create(conn, &paper, self.now - Duration::days(days))?;
        Ok(paper)
    }

    fn add(
        &self,
        conn: &mut Conn,
        mut paper: Paper,
        (text, by): (&Text, PersonId),
        changed: &str,
        days: i64,
    ) -> Result<Paper> {
        let sections = sections(text);
        let new = NewVersion {
            checksum: Checksum::of_content(write::written(&sections)?.as_bytes()),
            content: Content::Written(sections),
            changed: changed.to_owned(),
            late: None,
            numbers_reason: None,
        };
        let by = By {
            person: by,
            now: self.now - Duration::days(days),
        };
        paper.latest += 1;
        write::add_version(conn, paper.id, paper.latest, &new, (by.person, by.now))?;
        write::update(conn, &paper)
    }

    fn delivered(
        &self,
        conn: &mut Conn,
        case: &Case,
        (text, by): (&Text, PersonId),
        days: i64,
    ) -> Result<Paper> {
        let begun = self.begin(conn, case, by, days + 2)?;
        self.add(conn, begun, (text, by), "", days)
    }

    fn sent_out(&self, conn: &mut Conn, case: &Case, text: (&Text, PersonId)) -> Result<()> {
        let mut paper = self.delivered(conn, case, text, 95)?;
        paper.published = Some(paper.latest);
        paper.access.audience = Audience::Members;
        write::update(conn, &paper)?;
        Ok(())
    }
}

fn sections((background, assessment, recommendation, consequences): &Text) -> Sections {
    Sections {
        background: (*background).to_owned(),
        assessment: (*assessment).to_owned(),
        recommendation: (*recommendation).to_owned(),
        consequences: (*consequences).to_owned(),
    }
}
