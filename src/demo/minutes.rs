//! The demo's minutes: who was at the meeting that has been, and what is written of its two cases; they are published, and
//! the board's own pages are shown to everyone. Invented, as everything that people say here.

use super::{Demo, address_of, data};
use crate::calendar::moment_of;
use crate::cases::pages::name;
use crate::cases::store::agenda;
use crate::cases::{Item, store as cases};
use crate::db::Conn;
use crate::db::ids::{ActionId, BoardId, MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::meetings::{Meeting, MeetingState, store as meetings};
use crate::minutes::access::plan as access;
use crate::minutes::access::store::{self as accesses, Found};
use crate::minutes::actions::store::write as actions;
use crate::minutes::actions::{Action, Owner, Settled, State, Task};
use crate::minutes::attendance::{Line, Part, Presence, Record, plan, store as attendance};
use crate::minutes::decisions::{
    Decided, Head, Stance, rules as decisions, store as decision_store,
};
use crate::minutes::draft::store::{self, Keeping};
use crate::minutes::draft::{ItemText, Minutes};
use crate::minutes::publication::{Publication, PublicationState, store as publications};
use crate::minutes::round::store::{self as rounds, NewVersion, Out};
use crate::minutes::round::{Setting, Step, freeze};
use crate::people::store as people;
use crate::web::access::{Assessment, Audience};
use crate::web::visit::Visit;
use crate::web::{App, View, paths};
use actix_web::web::Data;
use chrono::{Duration, NaiveTime};

const OPENING: &str =
    "På sakslista sto tertialrapporten for fellesløsningene og produktstrategien for Maskinporten.";

/// What a case or a standing item begins with, and what is written of it: content, outcome, conclusion, dissent.
const WRITTEN: [(&str, [&str; 4]); 6] = [
    (
        "Godkjenning av agenda",
        ["Sakslista ble godkjent.", "", "", ""],
    ),
    (
        "Godkjenning av referat",
        ["Referatet fra forrige møte ble godkjent.", "", "", ""],
    ),
    (
        "Status for handlingsplanen",
        [
            "Digdir orienterte. Ett tiltak er forsinket, og rådet får en ny plan for det på neste møte.",
            "",
            "",
            "",
        ],
    ),
    ("Eventuelt", ["Ingen hadde noe å ta opp.", "", "", ""]),
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

/// What a case begins with, what was agreed, how many days from today it is due, and where it stands. All reminders of
/// what is overdue have passed.
const AGREED: [(&str, &str, i64, State); 3] = [
    (
        "Tertialrapport",
        "Spille inn hvilke kostnader oversikten for hver løsning bør vise.",
        30,
        State::Open,
    ),
    (
        "Tertialrapport",
        "Sende Digdir egne tall for meldingsutveksling.",
        -40,
        State::Done,
    ),
    (
        "Produktstrategi",
        "Lage en plan for veiledning til små kommuner.",
        -30,
        State::Open,
    ),
];

/// What a case begins with, and what was decided on what the board came to in it.
const DECIDED: (&str, &str) = (
    "Produktstrategi",
    "Strategien gjelder med en overgang på to år. Kommuner som trenger det, kan be om ett år til.",
);

impl Demo {
    /// Of the meeting that has been; its agenda stands already.
    pub(super) fn minutes(&self, conn: &mut Conn, app: &App, board: BoardId) -> Result<()> {
        let secretary = people::person_by_address(conn, &address_of(&data::SECRETARIES[0]))?
            .ok_or(Error::NotFound)?
            .id;
        let from = self.today - Duration::days(400);
        let all = meetings::of_boards(conn, &[board], from, self.today)?;
        let closed = |one: &&Meeting| one.state == MeetingState::Closed;
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
            self.agreed(conn, &lists.meeting, item, secretary)?;
        }
        self.published(conn, app, &lists.meeting, secretary)?;
        self.decided(conn, &lists.meeting, secretary)?;
        // The board's own pages are for everyone; whatever else it lays down is as usual.
        let setting = Setting {
            shown_to: Audience::Public,
            ..Setting::usual()
        };
        rounds::put_setting(conn, board, &setting)
    }

    /// As an import of history would have it: approved and published in its time, and nobody is told of it now.
    fn published(
        &self,
        conn: &mut Conn,
        app: &App,
        of: &Meeting,
        secretary: PersonId,
    ) -> Result<()> {
        let day = of.first_day();
        let days = (self.today - day).num_days();
        let at = |later: i64| self.now - Duration::days((days - later).max(0));
        let view = view_of(app, self.now);
        let (told, basis) = freeze::frozen(conn, &view, (of.id, of.board))?;
        let version = NewVersion {
            meeting: of.id,
            board: of.board,
            step: Step::Approved,
            told: &told,
            basis: &basis,
            reason: "",
            by: Some(secretary),
            at: at(21),
        };
        let number = rounds::add_version(conn, &version)?;
        let out = Out {
            meeting: of.id,
            board: of.board,
            draft: number,
            remarks_on: day + Duration::days(20),
            remarks_until: at(21),
            by: secretary,
            at: at(7),
            known: 0,
        };
        rounds::put(conn, &out)?;
        let round = rounds::round(conn, of.id)?.ok_or(Error::NotFound)?;
        rounds::approve(conn, &round, number, (Some(secretary), None), at(21))?;
        assessed(conn, of.id)?;
        let publication = Publication {
            id: RowId::new(),
            meeting: of.id,
            board: of.board,
            number,
            language: told.language,
            state: PublicationState::Published,
            asked_by: secretary,
            asked_at: at(22),
            published_at: Some(at(22)),
            mail_at: Some(at(22)),
            withdrawn_at: None,
            reason: String::new(),
            was_public: false,
            shut_at: None,
        };
        publications::add(conn, &publication, Some(secretary))?;
        publications::list(conn, &publication, &told, (day, at(22)))?;
        accesses::show(conn, of.id, Audience::Public)
    }

    /// What Digdir decided on the recommendation, a month after the meeting.
    fn decided(&self, conn: &mut Conn, of: &Meeting, secretary: PersonId) -> Result<()> {
        let (_, _, decider, ..) = data::ORGANISATIONS[data::DIGDIR];
        let on = (of.first_day() + Duration::days(30)).min(self.today);
        for item in agenda::agenda(conn, of.id)?.items {
            let Some(id) = item.case else { continue };
            let title = cases::case(conn, id)?.facts.title;
            if !title.starts_with(DECIDED.0) {
                continue;
            }
            let decided = Decided {
                stance: Stance::InPart,
                decider: decider.to_owned(),
                on,
                content: DECIDED.1.to_owned(),
                link: String::new(),
            };
            let none = Head::of_none((of.id, of.board), item.id);
            let head = decisions::written(none, 1, false, self.now);
            decision_store::put(conn, head)?;
            let by = (secretary, self.now);
            decision_store::add_version(conn, (item.id, 1), Some(&decided), by)?;
        }
        Ok(())
    }

    /// What was agreed under an item: one thing is open, one overdue, one done. Nobody is mailed of what was agreed then.
    fn agreed(
        &self,
        conn: &mut Conn,
        at: &Meeting,
        item: &Item,
        secretary: PersonId,
    ) -> Result<()> {
        let Some(id) = item.case else {
            return Ok(());
        };
        let case = cases::case(conn, id)?;
        let owner = people::person_by_address(conn, &address_of(&data::MEMBERS[1]))?;
        let owner = owner.ok_or(Error::NotFound)?;
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let then: Moment = moment_of(chrono_tz::Europe::Oslo, at.first_day(), noon).into();
        for (begins, content, due, state) in AGREED {
            if !case.facts.title.starts_with(begins) {
                continue;
            }
            let (owner_is, owner_name) = if state == State::Open && due < 0 {
                let (_, name, ..) = data::ORGANISATIONS[0];
                (Owner::Organisation(self.organisations[0]), name.to_owned())
            } else {
                (Owner::Person(owner.id), owner.name.clone())
            };
            let due_on = (self.today + Duration::days(due)).max(at.first_day());
            let settled = (state != State::Open).then(|| Settled {
                by: owner.id,
                who: owner.name.clone(),
                at: then + Duration::days(9),
            });
            let new = Action {
                id: ActionId::new(),
                board: at.board,
                meeting: at.id,
                item: item.id,
                case: Some(id),
                title: name(&case),
                task: Task {
                    content: content.to_owned(),
                    owner: owner_is,
                    owner_name,
                    due_on: Some(due_on),
                    link: String::new(),
                },
                assigned: (secretary, then),
                state,
                note: String::new(),
                settled,
                created: (secretary, then),
                version: 1,
                audience: Audience::Members,
                assessment: Assessment::NotAssessed,
                open_from: None,
                withdrawn_at: None,
            };
            actions::add(conn, &new)?;
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
        let case = match item.case {
            Some(id) => Some(cases::case(conn, id)?),
            None => None,
        };
        let own = item.title.in_language("nb");
        let title = case.as_ref().map_or(own, |case| &case.facts.title);
        let of_it = |(begins, _): &&(&str, [&str; 4])| title.starts_with(begins);
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
            case: item.case,
            title: &case.as_ref().map_or(own.to_owned(), name),
            text: &text,
            known: 0,
        };
        store::put(conn, &keeping, by, self.now)?;
        Ok(())
    }
}

/// What nobody has found exempt is open, and for everyone.
fn assessed(conn: &mut Conn, of: MeetingId) -> Result<()> {
    access::prepare(conn, of)?;
    for own in accesses::of_meeting(conn, of)?.values() {
        if own.assessment != Assessment::NotAssessed {
            continue;
        }
        let found = Found {
            wanted: Audience::Public,
            assessment: Assessment::Open,
            basis: None,
            title_exempt: false,
            open_from: None,
        };
        accesses::change(conn, own.item, own.version, &found)?;
    }
    Ok(())
}

/// What texts are made with: nobody is signed in.
fn view_of(app: &App, now: Moment) -> View {
    let visit = Visit {
        reader: None,
        was: None,
        browser: String::new(),
        shows_browser: std::sync::Arc::default(),
        language: Language::NB,
        has_chosen_language: false,
        here: paths::HOME.to_owned(),
        now,
    };
    View::new(Data::new(app.clone()), &visit)
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
