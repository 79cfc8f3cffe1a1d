//! The demo's cases: one meeting that has been, the near one with its agenda, and what waits. Invented, as everything
//! that people say here.

use super::{Demo, address_of, data};
use crate::boards::store as boards;
use crate::cases::plan::Place;
use crate::cases::store::agenda as agendas;
use crate::cases::store::{assess, clearance, write};
use crate::cases::{
    Access, Assessed, Case, CaseState, Facts, Guest, Item, ItemKind, Numbering, agenda, rules,
};
use crate::db::Conn;
use crate::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, PersonId, RowId};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::meetings::{MeetingState, store as meetings};
use crate::people::store as people;
use crate::web::access::{Assessment, Audience, Scope};
use chrono::Duration;
use std::collections::BTreeSet;

/// Title, public title, type, subject, why; “YEAR” stands for the year of the near meeting.
pub(super) type CaseFacts = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// Minutes, who presents it, the index of the organisation that prepares it.
pub(super) type PlaceFacts = (i64, &'static str, usize);

const TREATED: [(CaseFacts, PlaceFacts); 2] = [
    (
        (
            "Tertialrapport: drift og økonomi i fellesløsningene",
            "",
            "information",
            "plans",
            "Rådet får status hvert tertial.",
        ),
        (20, "Jon Aasebø, Digdir", data::DIGDIR),
    ),
    (
        (
            "Produktstrategi for Maskinporten",
            "",
            "recommendation",
            "product_strategy",
            "Strategien skal gjelde i tre år. Produktrådet har gitt sitt råd.",
        ),
        (40, "Ingrid Solvang, Digdir", data::DIGDIR),
    ),
];

const SCHEDULED: [(CaseFacts, PlaceFacts); 4] = [
    (
        (
            "Budsjettrammer for fellesløsningene året etter YEAR",
            "",
            "recommendation",
            "plans",
            "Rammene setter grensene for hva som kan utvikles. Medlemmene trenger tid til forankring.",
        ),
        (30, "Ingrid Solvang, Digdir", data::DIGDIR),
    ),
    (
        (
            "Produktstrategi for ID-porten",
            "",
            "discussion",
            "product_strategy",
            "Et utkast er klart. Vi ønsker innspill på hvilke behov som bør komme først.",
        ),
        (35, "Terje Brattvik, Brønnøysundregistrene", 1),
    ),
    (
        (
            "Ny finansieringsmodell for fellesløsningene",
            "",
            "recommendation",
            "plans",
            "Modellen endrer hva tjenesteeierne betaler, også kommunene.",
        ),
        (25, "Ingrid Solvang, Digdir", data::DIGDIR),
    ),
    (
        (
            "Avtale om skydrift: ramme for forhandlingene",
            "Avtale om skydrift",
            "discussion",
            "portfolio",
            "Avtalen går ut, og vi forhandler om en ny. Beløpene er ikke kjent for leverandørene.",
        ),
        (20, "Jon Aasebø, Digdir", data::DIGDIR),
    ),
];

const ACCEPTED: CaseFacts = (
    "Utfasing av den eldste meldingstjenesten",
    "",
    "recommendation",
    "portfolio",
    "Få bruker den fortsatt, og den er dyr å drifte. Rådet bør gi råd om når den skal stenge.",
);

const POSTPONED: CaseFacts = (
    "Brukerundersøkelse blant tjenesteeierne",
    "",
    "information",
    "priorities",
    "Undersøkelsen viser hva tjenesteeierne er mest og minst fornøyd med.",
);

const PROPOSED: [(CaseFacts, usize); 2] = [
    (
        (
            "Felles varslingsteneste for kommunane",
            "",
            "discussion",
            "new_development",
            "Fleire kommunar lagar no kvar si løysing. Ei felles teneste kan spare tid og pengar.",
        ),
        2,
    ),
    (
        (
            "Prioritering av behov for samtykkeløsninger",
            "",
            "discussion",
            "priorities",
            "Tre virksomheter har meldt behov. Vi bør bli enige om hva som haster mest.",
        ),
        4,
    ),
];

impl Demo {
    /// The board's cases; its meetings stand already.
    pub(super) fn cases(
        &self,
        conn: &mut Conn,
        board: BoardId,
        members: &[PersonId],
    ) -> Result<()> {
        let secretary = people::person_by_address(conn, &address_of(&data::SECRETARIES[0]))?
            .ok_or(Error::NotFound)?
            .id;
        let all = meetings::of_boards(
            conn,
            &[board],
            self.today - Duration::days(400),
            self.today + Duration::days(150),
        )?;
        let past = all.iter().find(|one| one.state == MeetingState::Closed);
        let near = all.iter().find(|one| one.state != MeetingState::Closed);
        if let Some(past) = past {
            for (facts, place) in &TREATED {
                let case = self.a_case(conn, board, secretary, facts, 150)?;
                let case = self.put(conn, case, past.id, place, 140)?;
                for state in [CaseState::Treated, CaseState::Closed] {
                    self.becomes(conn, case.id, state, secretary, "", 80)?;
                }
            }
            let case = self.a_case(conn, board, members[3], &POSTPONED, 150)?;
            let case = self.put(conn, case, past.id, &(15, "Randi Fossheim, KS", 4), 140)?;
            agenda::take_off(conn, past.id, case.id)?;
            let why = "Svarene var ikke klare til møtet.";
            self.becomes(conn, case.id, CaseState::Postponed, secretary, why, 85)?;
        }
        if let Some(near) = near {
            for (at, (facts, place)) in SCHEDULED.iter().enumerate() {
                let mut case = self.a_case(conn, board, secretary, facts, 60)?;
                case.facts.affects_municipalities = at == 2;
                let case = self.put(conn, case, near.id, place, 30)?;
                match at {
                    2 => self.talked(conn, &case, secretary)?,
                    3 => self.exempt(conn, &case, secretary)?,
                    _ => {}
                }
            }
            arrange(conn, near.id)?;
        }
        let wanted = all.iter().rfind(|one| one.state != MeetingState::Closed);
        let accepted = self.a_case(conn, board, members[6], &ACCEPTED, 12)?;
        self.becomes(conn, accepted.id, CaseState::Accepted, secretary, "", 9)?;
        for (at, (facts, member)) in PROPOSED.iter().enumerate() {
            let days = 3 - i64::try_from(at).unwrap_or(0);
            let mut case = self.a_case(conn, board, members[*member], facts, days)?;
            case.facts.wanted_meeting = wanted.map(|meeting| meeting.id);
            if at == 0 {
                case.facts.affects_municipalities = true;
                case.facts.language = Language::NN;
            }
            write::update(conn, &case, None)?;
        }
        Ok(())
    }

    fn ago(&self, days: i64) -> Moment {
        self.now - Duration::days(days)
    }

    pub(super) fn a_case(
        &self,
        conn: &mut Conn,
        board: BoardId,
        by: PersonId,
        (title, public_title, kind, subject, description): &CaseFacts,
        days: i64,
    ) -> Result<Case> {
        let year = chrono::Datelike::year(&self.today).to_string();
        let title = title.replace("YEAR", &year);
        let case = Case {
            id: CaseId::new(),
            board,
            facts: Facts {
                public_title: if public_title.is_empty() {
                    title.clone()
                } else {
                    (*public_title).to_owned()
                },
                title,
                kind: (*kind).to_owned(),
                subject: (*subject).to_owned(),
                language: Language::NB,
                description: (*description).to_owned(),
                archive_reference: String::new(),
                organisations: BTreeSet::new(),
                responsible_board: None,
                affects_municipalities: false,
                wanted_meeting: None,
                follows: None,
            },
            number: None,
            meeting: None,
            state: CaseState::Proposed,
            proposed_by: Some(by),
            proposed_through: board,
            proposed_at: self.ago(days),
            access: Access {
                audience: Audience::Secretariat,
                assessment: Assessment::NotAssessed,
                title_exempt: false,
                open_from: None,
                withdrawn_at: None,
            },
            version: 1,
        };
        write::create(conn, &case)?;
        let object = ("case", case.id.cast());
        clearance::open_for(conn, object, by, board, by, case.proposed_at)?;
        write::add_event(conn, &case, Some(by), "", case.proposed_at)?;
        Ok(case)
    }

    /// On a meeting's agenda, with its number.
    pub(super) fn put(
        &self,
        conn: &mut Conn,
        mut case: Case,
        at: MeetingId,
        (minutes, presenter, prepared_by): &PlaceFacts,
        days: i64,
    ) -> Result<Case> {
        let meeting = meetings::meeting(conn, at)?;
        let (series, year) = rules::series(Numbering::Year, &meeting);
        let sequence = write::take_number(conn, case.board, &series)?;
        case.facts
            .organisations
            .insert(self.organisations[*prepared_by]);
        case.state = CaseState::Scheduled;
        case.meeting = Some(at);
        case.access.audience = Audience::Members;
        let saved = write::update(conn, &case, Some((&series, sequence, year)))?;
        let place = Place {
            meeting: at,
            minutes: Some(*minutes),
            presenter: (*presenter).to_owned(),
            late: None,
        };
        agenda::put_case(conn, &meeting, case.id, &place, self.ago(days))?;
        write::add_event(conn, &saved, case.proposed_by, "", self.ago(days))?;
        Ok(saved)
    }

    fn becomes(
        &self,
        conn: &mut Conn,
        id: CaseId,
        state: CaseState,
        by: PersonId,
        why: &str,
        days: i64,
    ) -> Result<Case> {
        let mut case = crate::cases::store::case(conn, id)?;
        case.state = state;
        case.access.audience = Audience::Members;
        if state == CaseState::Postponed {
            case.meeting = None;
        }
        let saved = write::update(conn, &case, None)?;
        write::add_event(conn, &saved, Some(by), why, self.ago(days))?;
        Ok(saved)
    }

    fn talked(&self, conn: &mut Conn, case: &Case, by: PersonId) -> Result<()> {
        let on = self.today - Duration::days(40);
        let with = "Randi Fossheim, KS";
        write::add_talk(conn, case.id, on, with, by, self.ago(39))?;
        Ok(())
    }

    /// Found exempt by the provision on negotiating positions.
    fn exempt(&self, conn: &mut Conn, case: &Case, by: PersonId) -> Result<()> {
        let bases = assess::bases(conn, self.today, None)?;
        let basis = bases.iter().find(|one| one.reference.contains("§ 23"));
        let found = Assessed {
            outcome: Assessment::Exempt,
            basis: basis.map(|one| one.id),
            scope: Some(Scope::Whole),
            extended_access: true,
            reassess_on: Some(self.today + Duration::days(180)),
            open_from: None,
        };
        let mut changed = case.clone();
        changed.access.assessment = found.outcome;
        write::update(conn, &changed, None)?;
        assess::add(conn, ("case", case.id.cast()), &found, by, self.ago(25))
    }

    /// The meeting before the near one: held, minuted and closed.
    pub(super) fn past_meeting(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        let data = boards::data(conn, board)?;
        let free = (80..110)
            .map(|days| self.today - Duration::days(days))
            .find(|day| {
                data.board.calendar.is_working_day(*day)
                    && chrono::Datelike::weekday(day) == chrono::Weekday::Wed
            });
        let day = free.unwrap_or(self.today - Duration::days(84));
        super::meetings::held(conn, board, day, MeetingState::Closed, self.now)
    }
}

/// The agenda as the secretary would leave it: short standing items, a break in the middle, a guest at one case.
fn arrange(conn: &mut Conn, at: MeetingId) -> Result<()> {
    let mut agenda = agendas::agenda(conn, at)?;
    let mut standing = [5, 5, 10].into_iter();
    for item in &mut agenda.items {
        match item.kind {
            ItemKind::Standing => item.minutes = standing.next(),
            ItemKind::OtherBusiness => item.minutes = Some(10),
            ItemKind::Case | ItemKind::Break => {}
        }
    }
    let pause = Item {
        id: AgendaItemId::new(),
        session: 0,
        kind: ItemKind::Break,
        case: None,
        title: Words::new([("nb", "Pause"), ("nn", "Pause"), ("en", "Break")]),
        minutes: Some(10),
        presenter: String::new(),
    };
    let middle = agenda.items.len().min(5);
    agenda.items.insert(middle, pause);
    agendas::save(conn, at, &agenda)?;
    if let Some(item) = agenda.items.get(middle + 1) {
        let guest = Guest {
            id: RowId::new(),
            name: "Hilde Moen".to_owned(),
            organisation: "Direktoratet for forvaltning og økonomistyring".to_owned(),
            from: item.id,
            until: Some(item.id),
        };
        agendas::add_guest(conn, at, &guest)?;
    }
    Ok(())
}
