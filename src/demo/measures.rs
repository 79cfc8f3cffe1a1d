//! The demo's measures: those of the action plan of 2021 about governance and coordination, moved to the running year. Their days
//! are invented, and so is what was noted.

use super::{Demo, data};
use crate::cases::plan::By;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeasureId, PersonId};
use crate::db::types::Words;
use crate::error::Result;
use crate::portfolio::measures::rules::Years;
use crate::portfolio::measures::store::write;
use crate::portfolio::measures::{Facts, Turn};
use chrono::{Datelike, Duration};

/// A line of a history: the status, how many days ago, and the note.
type Line = (&'static str, i64, &'static str);

struct MeasureFacts {
    /// In bokmål and nynorsk.
    title: [&'static str; 2],
    /// Counted from the running year.
    years: (i64, i64),
    /// Indexes of organisations.
    performs: &'static [usize],
    involved: &'static [usize],
    description: &'static str,
    goals: &'static str,
    activities: &'static str,
    history: &'static [Line],
}

const KS: usize = 4;
const HEALTH: usize = 7;

const MEASURES: [MeasureFacts; 9] = [
    MeasureFacts {
        title: ["Det nye mandatet til Skate", "Det nye mandatet til Skate"],
        years: (-2, -1),
        performs: &[data::MINISTRY],
        involved: &[data::DIGDIR],
        description: "Vurdere hvordan mandatet til Skate kan forsterkes og videreutvikles.",
        goals: "Nytt mandat for Skate",
        activities: "",
        history: &[
            ("started", 700, ""),
            ("finished", 400, "Skate har fått nytt mandat."),
        ],
    },
    MeasureFacts {
        title: ["Konsultasjonsordningen", "Konsultasjonsordninga"],
        years: (-2, 0),
        performs: &[data::MINISTRY, KS],
        involved: &[],
        description: "Etablere arenaer innenfor konsultasjonsordningen for å følge opp digitaliseringstiltak som berører kommunal sektor.",
        goals: "Arenaer som følger opp digitaliseringsstrategien",
        activities: "",
        history: &[
            ("started", 690, ""),
            ("finished", 200, "Arenaene er i bruk."),
        ],
    },
    MeasureFacts {
        title: [
            "Veileder for strategisk styring av digitaliseringen",
            "Rettleiar for strategisk styring av digitaliseringa",
        ],
        years: (-2, 0),
        performs: &[data::MINISTRY],
        involved: &[],
        description: "Utvikle en egen veileder for departementene for strategisk styring av digitaliseringen.",
        goals: "Veileder til departementene for styring av digitaliseringen i sektorene",
        activities: "Felles gjennomføring med Finansdepartementet (FIN)\nForankring i Embetsgruppen for IKT",
        history: &[(
            "started",
            500,
            "Arbeidet med utvikling av veileder er i gang.",
        )],
    },
    MeasureFacts {
        title: [
            "Vurdere behov for prinsipper for kostnadsdeling",
            "Vurdere behovet for prinsipp for kostnadsdeling",
        ],
        years: (-1, 4),
        performs: &[data::DIGDIR],
        involved: &[KS],
        description: "Vurdere behovet for prinsipper for kostnadsdeling i nye digitaliseringstiltak.",
        goals: "Modeller for kostnadsdeling i felles digitaliseringstiltak, forankret i samarbeidsarena mellom statlig og kommunal sektor\nForslag til samordnet modell for organisering, styring og finansiering av felleskomponenter og fellesløsninger",
        activities: "Prosjekt «Organisering, styring og finansiering av Digdirs fellesløsninger» (Digdir)",
        history: &[
            ("started", 360, ""),
            (
                "started",
                30,
                "Utredningen avdekket flere problemstillinger som bør avklares før en ny modell kan innføres. Digdir arbeider med de viktigste.",
            ),
        ],
    },
    MeasureFacts {
        title: [
            "Retningslinjer for involvering av kommunal sektor i statlige beslutninger",
            "Retningslinjer for involvering av kommunal sektor i statlege avgjerder",
        ],
        years: (0, 3),
        performs: &[data::MINISTRY, KS, data::DIGDIR],
        involved: &[KS],
        description: "Felles prinsipper for når og hvordan kommunal sektor skal involveres i statlige beslutninger som omhandler digitalisering.",
        goals: "Retningslinjer med felles prinsipper\nUtkast drøftes i konsultasjonsmøtet om digitalisering",
        activities: "",
        history: &[
            ("not_started", 330, ""),
            (
                "started",
                120,
                "Prinsippene skrives ut: likeverdighet og innflytelse, representativitet og tidlig involvering.",
            ),
        ],
    },
    MeasureFacts {
        title: [
            "Samstyringsmodell for områdene med størst grad av samhandling",
            "Samstyringsmodell for områda med størst grad av samhandling",
        ],
        years: (-1, 4),
        performs: &[data::MINISTRY, KS, data::DIGDIR],
        involved: &[KS, HEALTH],
        description: "Modell for et sterkere og mer systematisk samarbeid mellom statlig og kommunal sektor, først for helse og omsorg og for oppvekst og utdanning.",
        goals: "Utkast til ny modell og retningslinjer for samarbeid og samordning\nModellen gir kommunal sektor innflytelse i det nasjonale digitaliseringsarbeidet",
        activities: "Kommunal sektor fellestiltak (KS)\nStyringsmodellen for e-helse",
        history: &[("started", 340, "Arbeidet følger planen.")],
    },
    MeasureFacts {
        title: [
            "Organisering, styring og finansiering av Digdirs fellesløsninger",
            "Organisering, styring og finansiering av fellesløysingane til Digdir",
        ],
        years: (-1, -1),
        performs: &[data::DIGDIR],
        involved: &[data::MINISTRY],
        description: "Utredning med forslag til ny finansieringsmodell.",
        goals: "Utredning levert til departementet",
        activities: "",
        history: &[
            ("started", 650, ""),
            (
                "started",
                370,
                "Utredningen er levert. Departementet vurderer den.",
            ),
        ],
    },
    MeasureFacts {
        title: [
            "Vurdere å videreutvikle tilbud om kompetanse, erfaring og gevinstrealisering",
            "Vurdere å vidareutvikle tilbod om kompetanse, erfaring og gevinstrealisering",
        ],
        years: (0, 4),
        performs: &[],
        involved: &[],
        description: "Vurdere å videreutvikle tilbud om kompetansebygging, erfaringsoverføring og bistand til arbeidet med gevinstrealisering i departementene.",
        goals: "",
        activities: "",
        history: &[("not_started", 320, "")],
    },
    MeasureFacts {
        title: [
            "Styring og samordning for en mer sammenhengende kommunal sektor",
            "Styring og samordning for ein meir samanhengande kommunal sektor",
        ],
        years: (1, 3),
        performs: &[KS],
        involved: &[data::DIGDIR],
        description: "Fellestiltak i kommunal sektor.",
        goals: "",
        activities: "",
        history: &[("not_started", 100, "")],
    },
];

impl Demo {
    /// The board's measures with their histories. Two are late.
    pub(super) fn measures(&self, conn: &mut Conn, board: BoardId, by: PersonId) -> Result<()> {
        for of in &MEASURES {
            let id = MeasureId::new();
            write::add(conn, (id, board), &self.measure(of)?)?;
            for (position, (status, days, note)) in (1..).zip(of.history) {
                let at = self.now - Duration::days(*days);
                let turn = Turn {
                    status: (*status).to_owned(),
                    on: self.today - Duration::days(*days),
                    note: (*note).to_owned(),
                    who: String::new(),
                    at,
                };
                write::add_turn(
                    conn,
                    id,
                    (position, &turn),
                    By {
                        person: by,
                        now: at,
                    },
                )?;
            }
        }
        Ok(())
    }

    fn measure(&self, of: &MeasureFacts) -> Result<Facts> {
        let this = i64::from(self.year.year());
        let span = Years::new(this + of.years.0, this + of.years.1);
        let all = |of: &[usize]| of.iter().map(|at| self.organisations[*at]).collect();
        let [nb, nn] = of.title;
        Ok(Facts {
            title: Words::new([("nb", nb), ("nn", nn)]),
            ministry: self.organisations[data::MINISTRY],
            years: span.map_err(|refusal| anyhow::anyhow!("the years are none: {refusal:?}"))?,
            performs: all(of.performs),
            involved: all(of.involved),
            description: of.description.to_owned(),
            goals: of.goals.to_owned(),
            activities: of.activities.to_owned(),
            contact: String::new(),
        })
    }
}
