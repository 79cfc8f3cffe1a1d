//! Two boards of different people for the tests that attack: the demo's board (A) with its people, another (B) with
//! its own, and an administrator who sits on none.

use crate::support::{Browser, Instance, day, moment, sqlite};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use styringsrad::annual_plan::store::write as plans;
use styringsrad::annual_plan::{Counting, Facts as Planned, PlanItem, Template, When};
use styringsrad::boards::store as boards;
use styringsrad::boards::store::changes::{BoardDraft, By, add_board};
use styringsrad::boards::store::term_changes::add_seats;
use styringsrad::calendar::{HolidaySet, Period, parse_zone};
use styringsrad::cases::agenda::{self, Act};
use styringsrad::cases::rules::Step;
use styringsrad::cases::store::agenda as rows;
use styringsrad::cases::{Facts, ItemKind, plan};
use styringsrad::composition::rotation::plan as rotations;
use styringsrad::config::FilesIn;
use styringsrad::db::Conn;
use styringsrad::db::ids::{
    ActionId, AgendaItemId, AppointmentId, BoardId, CaseId, MandateId, MeasureId, MeetingId,
    MessageId, OccasionId, OrganisationId, PaperId, PersonId, PlanItemId, PlanTemplateId,
    ProductGroupId, ProductId, RelatedBodyId, ReplacementId, RotationId, RowId,
};
use styringsrad::db::schema::{
    appointment, board, instance_role, mandate_version, meeting, meeting_session, message,
    occasion, organisation, payment, person, product, product_phase, product_strategy,
    published_item, representation, rotation, rotation_line, service_owner_period,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::files::{Checksum, Kind};
use styringsrad::i18n::Language;
use styringsrad::mail::{Letter, MessageState, OccasionState, Part};
use styringsrad::meetings::replies::store::add_replacement;
use styringsrad::meetings::replies::{Replacement, ReplacementState};
use styringsrad::minutes::actions::store::write as actions;
use styringsrad::minutes::actions::{Action, Owner, State, Task};
use styringsrad::papers;
use styringsrad::papers::dispatch::Dispatch;
use styringsrad::portfolio::measures;
use styringsrad::portfolio::payments::{Ore, Spent, Split, Way, store as payments};
use styringsrad::related;
use styringsrad::web::App;
use styringsrad::web::access::{Assessment, Audience, Role};

pub const NOW: &str = "2026-11-22 08:00";
pub const SECRETARY: &str = "kari.nordbo@digdir.example";
pub const COLLEAGUE: &str = "jon.aasebo@digdir.example";
pub const CHAIR: &str = "ingrid.solvang@digdir.example";
pub const MEMBER: &str = "olav.myklebo@kartverket.example";
pub const OBSERVER: &str = "siv.ekeland@dfd.example";
pub const SERVICE_OWNER: &str = "mette.lunder@fredrikstad.example";
pub const OTHER_SECRETARY: &str = "berit@other.example";
pub const OTHER_MEMBER: &str = "bjarne@other.example";
pub const ADMINISTRATOR: &str = "anne@instance.example";

/// One object of each sort that a path can name, all of one board.
pub struct Objects {
    pub board: BoardId,
    /// One below it.
    pub council: BoardId,
    pub mandate: MandateId,
    pub appointment: AppointmentId,
    pub meeting: MeetingId,
    pub occasion: OccasionId,
    pub message: MessageId,
    pub person: PersonId,
    /// A deputy whom the person has named for the meeting.
    pub deputy: ReplacementId,
    /// A case that the secretariat proposed and accepted, on the meeting's agenda.
    pub case: CaseId,
    /// A published paper of the case, whose file is stored.
    pub paper: PaperId,
    /// An item of the meeting's agenda that is no case.
    pub item: AgendaItemId,
    /// What was agreed about the case, somebody else's to do.
    pub action: ActionId,
    /// A measure of the action plan, and a body that the board is related to.
    pub measure: MeasureId,
    pub related: RelatedBodyId,
    /// A proposal for rotation and its first line.
    pub rotation: RotationId,
    pub line: RowId,
    /// What is planned for 2027, and a case of every year.
    pub planned: PlanItemId,
    pub template: PlanTemplateId,
}

pub struct World {
    pub instance: Instance,
    pub a: Objects,
    pub b: Objects,
    pub organisation: OrganisationId,
    pub owner_period: RowId,
    /// A meeting of board A whose minutes are out for everyone, and a case that it dealt with.
    pub published: (MeetingId, CaseId),
    pub product: OneProduct,
    /// What somebody paid for it.
    pub payment: RowId,
}

/// A product that is in its second phase and has a strategy.
pub struct OneProduct {
    pub id: ProductId,
    pub group: ProductGroupId,
    /// The second one.
    pub phase: RowId,
    pub strategy: RowId,
}

/// The two boards on SQLite: what is attacked is the same code on both engines.
pub fn world() -> World {
    let instance = sqlite(NOW);
    assert!(demo::load(&instance.app).expect("the demo loads"));
    store_a_file(&instance.app);
    let made = instance.app.db.write_now(|conn| {
        let administrator = new_person(conn, "Anne Administrator", ADMINISTRATOR)?;
        diesel::insert_into(instance_role::table)
            .values((
                instance_role::id.eq(RowId::new()),
                instance_role::person_id.eq(administrator),
                instance_role::role.eq("administrator"),
                instance_role::valid_from.eq(day("2026-01-01")),
            ))
            .execute(conn)?;
        let a = demo_board(conn)?;
        let b = other_board(conn, administrator)?;
        let (owner_period, organisation) = service_owner_period::table
            .select((
                service_owner_period::id,
                service_owner_period::organisation_id,
            ))
            .order(service_owner_period::id)
            .first(conn)?;
        let published = published_item::table
            .filter(published_item::case_id.is_not_null())
            .select((
                published_item::meeting_id,
                published_item::case_id.assume_not_null(),
            ))
            .first(conn)?;
        let product = one_product(conn)?;
        let payment = one_payment(conn, product.id)?;
        Ok((
            a,
            b,
            organisation,
            owner_period,
            published,
            product,
            payment,
        ))
    });
    let (a, b, organisation, owner_period, published, product, payment) =
        made.expect("the two boards are made");
    World {
        instance,
        a,
        b,
        organisation,
        owner_period,
        published,
        product,
        payment,
    }
}

fn one_product(conn: &mut Conn) -> Result<OneProduct> {
    let name = Words::new([("nb", "Maskinporten")]);
    let (id, group): (ProductId, ProductGroupId) = product::table
        .filter(product::name.eq(name))
        .select((product::id, product::group_id))
        .first(conn)?;
    let phase = product_phase::table
        .filter(product_phase::product_id.eq(id))
        .order(product_phase::valid_from.desc())
        .select(product_phase::id)
        .first(conn)?;
    let strategy = product_strategy::table
        .filter(product_strategy::product_id.eq(id))
        .select(product_strategy::id)
        .first(conn)?;
    Ok(OneProduct {
        id,
        group,
        phase,
        strategy,
    })
}

/// A payment for a product, which has an account and a cost that is shared in the next year too.
fn one_payment(conn: &mut Conn, of: ProductId) -> Result<RowId> {
    let row = payments::years::raise(conn, of, 2027, 0)?;
    let spent = Spent {
        ore: Ore::NONE,
        note: String::new(),
    };
    let spent = [(1, spent)].into();
    payments::years::put_amounts(conn, row, &BTreeMap::new(), &spent)?;
    let paid = payment::table.filter(payment::product_id.eq(of));
    let (id, organisation): (RowId, OrganisationId) = paid
        .order(payment::id.asc())
        .select((payment::id, payment::organisation_id))
        .first(conn)?;
    let split = Split {
        way: Way::Equal,
        sum: Ore::NONE,
        among: BTreeSet::from([organisation]),
    };
    payments::years::put_split(conn, row, Some(&split))?;
    Ok(id)
}

fn new_person(conn: &mut Conn, name: &str, address: &str) -> Result<PersonId> {
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(name),
            person::address.eq(address),
            person::language.eq("nb"),
            person::created_at.eq(moment(NOW)),
        ))
        .execute(conn)?;
    Ok(id)
}

fn demo_board(conn: &mut Conn) -> Result<Objects> {
    let of: BoardId = board::table
        .filter(board::parent_id.is_null())
        .select(board::id)
        .first(conn)?;
    let council: BoardId = board::table
        .filter(board::parent_id.eq(of))
        .select(board::id)
        .first(conn)?;
    let member: PersonId = person::table
        .filter(person::address.eq(MEMBER))
        .select(person::id)
        .first(conn)?;
    let appointment: AppointmentId = representation::table
        .filter(representation::person_id.eq(member))
        .select(representation::appointment_id)
        .first(conn)?;
    let mandate: MandateId = mandate_version::table
        .filter(mandate_version::board_id.eq(of))
        .order(mandate_version::valid_from)
        .select(mandate_version::id)
        .first(conn)?;
    let meeting: MeetingId = meeting::table
        .filter(meeting::board_id.eq(of))
        .order(meeting::first_day.desc())
        .select(meeting::id)
        .first(conn)?;
    let (occasion, message) = told(conn, of, member, MEMBER)?;
    let outsider: PersonId = person::table
        .filter(person::address.eq(SERVICE_OWNER))
        .select(person::id)
        .first(conn)?;
    let deputy = named(conn, meeting, appointment, member, outsider)?;
    let (case, item) = a_case(conn, of, meeting, SECRETARY)?;
    let paper = a_paper(conn, case, SECRETARY)?;
    a_dispatch(conn, (of, meeting), paper, SECRETARY)?;
    let action = an_action(conn, (of, meeting), (item, case), SECRETARY)?;
    let (measure, related) = a_measure_and_a_body(conn, of, SECRETARY)?;
    let (planned, template) = a_plan(conn, of)?;
    let (rotation, line) = a_rotation(conn, of)?;
    Ok(Objects {
        board: of,
        council,
        mandate,
        appointment,
        meeting,
        occasion,
        message,
        person: member,
        deputy,
        case,
        paper,
        item,
        action,
        measure,
        related,
        planned,
        template,
        rotation,
        line,
    })
}

/// A plan for 2027 with one case, and a template.
fn a_plan(conn: &mut Conn, of: BoardId) -> Result<(PlanItemId, PlanTemplateId)> {
    let (planned, template) = (PlanItemId::new(), PlanTemplateId::new());
    let plan = plans::begin(conn, of, 2027)?;
    let facts = Planned {
        title: Words::new([("nb", "Budsjettrammer")]),
        kind: "recommendation".to_owned(),
        subject: "plans".to_owned(),
    };
    let item = PlanItem {
        id: planned,
        board: of,
        year: 2027,
        facts: facts.clone(),
        template: None,
        case: None,
        meeting: None,
        carried_from: None,
        is_carried: false,
        dropped: String::new(),
        changed_at: moment(NOW),
        version: 1,
    };
    plans::add(conn, plan.id, &item)?;
    let when = When {
        counting: Counting::Meeting,
        numbers: BTreeSet::from([1]),
    };
    let of_every_year = Template {
        id: template,
        board: of,
        facts,
        when,
        version: 1,
    };
    plans::add_template(conn, &of_every_year)?;
    Ok((planned, template))
}

/// The board's first proposal for rotation, and its first line; one for a seat of its own where it has none.
fn a_rotation(conn: &mut Conn, of: BoardId) -> Result<(RotationId, RowId)> {
    let made = rotation::table.filter(rotation::board_id.eq(of));
    let made: Option<RotationId> = made.select(rotation::id).first(conn).optional()?;
    let id = match made {
        Some(id) => id,
        None => begun(conn, of)?,
    };
    let line = rotation_line::table.filter(rotation_line::rotation_id.eq(id));
    let line = line.order(rotation_line::id.asc());
    Ok((id, line.select(rotation_line::id).first(conn)?))
}

fn begun(conn: &mut Conn, of: BoardId) -> Result<RotationId> {
    let by = By {
        person: person::table.select(person::id).first(conn)?,
        at: moment(NOW),
    };
    let seat = Period {
        from: day("2024-01-01"),
        until: None,
    };
    add_seats(conn, by, of, "rotating", seat, 1)?;
    let head = rotations::Head {
        title: "Ny sammensetning".to_owned(),
        from: day("2027-06-01"),
        note: String::new(),
    };
    let board = boards::board(conn, of)?;
    rotations::begin(conn, (RotationId::new(), &board), &head, by)
}

/// A board with one below it.
fn two_boards(conn: &mut Conn, by: PersonId) -> Result<(BoardId, BoardId)> {
    let by = By {
        person: by,
        at: moment(NOW),
    };
    let draft = BoardDraft {
        parent: None,
        kind: "committee".to_owned(),
        name: Words::new([("nb", "Utvalg B")]),
        zone: parse_zone("Europe/Oslo").expect("a zone"),
        holidays: HolidaySet::Norway,
        languages: vec![Language::NB],
        liked_weekdays: vec![chrono::Weekday::Wed],
        liked_start: "09:00:00".parse().expect("a time"),
        liked_end: "11:30:00".parse().expect("a time"),
        mailbox: "b@other.example".to_owned(),
        chair_counts: false,
        parent_secretariat: false,
        asks_needs: false,
        colleagues_read: false,
        opened_kept_days: None,
    };
    let of = add_board(conn, by, &draft)?;
    let below = BoardDraft {
        parent: Some(of),
        name: Words::new([("nb", "Utvalg under B")]),
        ..draft
    };
    Ok((of, add_board(conn, by, &below)?))
}

fn other_board(conn: &mut Conn, by: PersonId) -> Result<Objects> {
    let (of, council) = two_boards(conn, by)?;
    let secretary = new_person(conn, "Berit Sekretær", OTHER_SECRETARY)?;
    let member = new_person(conn, "Bjarne Medlem", OTHER_MEMBER)?;
    sits(conn, of, Role::Secretariat, secretary)?;
    let appointment = sits(conn, of, Role::Observer, member)?;
    let mandate = MandateId::new();
    diesel::insert_into(mandate_version::table)
        .values((
            mandate_version::id.eq(mandate),
            mandate_version::board_id.eq(of),
            mandate_version::label.eq("1.0"),
            mandate_version::valid_from.eq(day("2024-01-01")),
            mandate_version::decision.eq(""),
        ))
        .execute(conn)?;
    let meeting = a_meeting(conn, of)?;
    let (occasion, message) = told(conn, of, member, OTHER_MEMBER)?;
    let outsider = new_person(conn, "Vara Varasen", "vara@other.example")?;
    let deputy = named(conn, meeting, appointment, member, outsider)?;
    let (case, item) = a_case(conn, of, meeting, OTHER_SECRETARY)?;
    let paper = a_paper(conn, case, OTHER_SECRETARY)?;
    a_dispatch(conn, (of, meeting), paper, OTHER_SECRETARY)?;
    let action = an_action(conn, (of, meeting), (item, case), OTHER_SECRETARY)?;
    let (measure, related) = a_measure_and_a_body(conn, of, OTHER_SECRETARY)?;
    let (planned, template) = a_plan(conn, of)?;
    let (rotation, line) = a_rotation(conn, of)?;
    Ok(Objects {
        board: of,
        council,
        mandate,
        appointment,
        meeting,
        occasion,
        message,
        person: member,
        deputy,
        case,
        paper,
        item,
        action,
        measure,
        related,
        planned,
        template,
        rotation,
        line,
    })
}

fn sits(conn: &mut Conn, on: BoardId, role: Role, who: PersonId) -> Result<AppointmentId> {
    let id = AppointmentId::new();
    let organisation: OrganisationId = organisation::table
        .select(organisation::id)
        .order(organisation::id)
        .first(conn)?;
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(id),
            appointment::board_id.eq(on),
            appointment::organisation_id.eq(organisation),
            appointment::role.eq(role),
            appointment::valid_from.eq(day("2025-01-01")),
            appointment::decision.eq(""),
        ))
        .execute(conn)?;
    diesel::insert_into(representation::table)
        .values((
            representation::id.eq(RowId::new()),
            representation::appointment_id.eq(id),
            representation::person_id.eq(who),
            representation::valid_from.eq(day("2025-01-01")),
        ))
        .execute(conn)?;
    Ok(id)
}

fn a_meeting(conn: &mut Conn, of: BoardId) -> Result<MeetingId> {
    let id = MeetingId::new();
    diesel::insert_into(meeting::table)
        .values((
            meeting::id.eq(id),
            meeting::board_id.eq(of),
            meeting::kind.eq("ordinary"),
            meeting::title.eq(Words::default()),
            meeting::place.eq("Bergen"),
            meeting::video_link.eq(""),
            meeting::archive_reference.eq(""),
            meeting::state.eq("planned"),
            meeting::first_day.eq(day("2027-04-14")),
            meeting::last_day.eq(day("2027-04-14")),
            meeting::created_at.eq(moment(NOW)),
        ))
        .execute(conn)?;
    diesel::insert_into(meeting_session::table)
        .values((
            meeting_session::meeting_id.eq(id),
            meeting_session::position.eq(1),
            meeting_session::day.eq(day("2027-04-14")),
            meeting_session::starts.eq("09:00:00".parse::<chrono::NaiveTime>().expect("a time")),
            meeting_session::ends.eq("11:30:00".parse::<chrono::NaiveTime>().expect("a time")),
        ))
        .execute(conn)?;
    Ok(id)
}

fn named(
    conn: &mut Conn,
    meeting: MeetingId,
    appointment: AppointmentId,
    by: PersonId,
    person: PersonId,
) -> Result<ReplacementId> {
    let new = Replacement {
        id: ReplacementId::new(),
        meeting,
        appointment,
        person,
        name: "Vara Varasen".to_owned(),
        state: ReplacementState::Named,
        named_by: by,
    };
    add_replacement(conn, &new, moment(NOW))?;
    Ok(new.id)
}

/// What a case is about, as short as may be.
pub fn facts(title: &str) -> Facts {
    Facts {
        title: title.to_owned(),
        public_title: title.to_owned(),
        kind: "discussion".to_owned(),
        subject: "plans".to_owned(),
        language: Language::NB,
        description: "Fordi.".to_owned(),
        archive_reference: String::new(),
        organisations: std::collections::BTreeSet::new(),
        responsible_board: None,
        affects_municipalities: false,
        wanted_meeting: None,
        follows: None,
    }
}

/// What the file of a test's paper says.
pub const A_FILE: &[u8] = b"%PDF-1.7 a test";

/// A paper of a case, published, whose file is [`A_FILE`].
pub fn a_paper(conn: &mut Conn, of: CaseId, by: &str) -> Result<PaperId> {
    let person: PersonId = person::table
        .filter(person::address.eq(by))
        .select(person::id)
        .first(conn)?;
    let by = plan::By {
        person,
        now: moment(NOW),
    };
    let beginning = papers::plan::Beginning {
        id: PaperId::new(),
        case: of,
        part: papers::Part::Paper,
        facts: papers::Facts {
            title: "Et papir".to_owned(),
            language: Language::NB,
            archive_reference: String::new(),
        },
        first: Some(papers::NewVersion {
            checksum: Checksum::of_content(A_FILE),
            content: papers::Content::File(papers::StoredFile {
                kind: Kind::Pdf,
                name: "papir.pdf".to_owned(),
                size: i64::try_from(A_FILE.len()).expect("a small file"),
                pages: Some(1),
                fit: Some(styringsrad::pdf::Fit::Whole),
            }),
            changed: String::new(),
            late: None,
            numbers_reason: None,
        }),
    };
    papers::plan::begin(conn, &beginning, by)?;
    papers::plan::publish(conn, beginning.id, 1, by)?;
    Ok(beginning.id)
}

/// The dispatch that a paper went out with.
fn a_dispatch(
    conn: &mut Conn,
    (board, meeting): (BoardId, MeetingId),
    paper: PaperId,
    by: &str,
) -> Result<()> {
    let sent_by: PersonId = person::table
        .filter(person::address.eq(by))
        .select(person::id)
        .first(conn)?;
    let new = Dispatch {
        id: RowId::new(),
        board,
        meeting,
        number: 1,
        paragraph: String::new(),
        sent_by,
        at: moment(NOW),
        papers: vec![(paper, 1)],
    };
    papers::dispatch::store::add(conn, &new, &[])
}

/// What somebody whom only the name tells of is to do about a case.
fn an_action(
    conn: &mut Conn,
    (board, meeting): (BoardId, MeetingId),
    (item, case): (AgendaItemId, CaseId),
    by: &str,
) -> Result<ActionId> {
    let person: PersonId = person::table
        .filter(person::address.eq(by))
        .select(person::id)
        .first(conn)?;
    let new = Action {
        id: ActionId::new(),
        board,
        meeting,
        item,
        case: Some(case),
        title: "En sak".to_owned(),
        task: Task {
            content: "Lage en oversikt".to_owned(),
            owner: Owner::Other,
            owner_name: "KS".to_owned(),
            due_on: None,
            link: String::new(),
        },
        assigned: (person, moment(NOW)),
        state: State::Open,
        note: String::new(),
        settled: None,
        created: (person, moment(NOW)),
        version: 1,
        audience: Audience::Members,
        assessment: Assessment::NotAssessed,
        open_from: None,
        withdrawn_at: None,
    };
    actions::add(conn, &new)?;
    Ok(new.id)
}

/// A measure that is underway, and a body that is to be heard on the board's cases.
fn a_measure_and_a_body(
    conn: &mut Conn,
    of: BoardId,
    by: &str,
) -> Result<(MeasureId, RelatedBodyId)> {
    let person: PersonId = person::table
        .filter(person::address.eq(by))
        .select(person::id)
        .first(conn)?;
    let ministry: OrganisationId = organisation::table
        .select(organisation::id)
        .order(organisation::id)
        .first(conn)?;
    let (measure, body) = (MeasureId::new(), RelatedBodyId::new());
    let facts = measures::Facts {
        title: Words::new([("nb", "Et tiltak")]),
        ministry,
        years: measures::rules::Years::new(2026, 2027).expect("years in order"),
        performs: BTreeSet::new(),
        involved: BTreeSet::new(),
        description: String::new(),
        goals: String::new(),
        activities: String::new(),
        contact: String::new(),
    };
    measures::store::write::add(conn, (measure, of), &facts)?;
    let turn = measures::Turn {
        status: "started".to_owned(),
        on: day("2026-03-01"),
        note: String::new(),
        who: String::new(),
        at: moment(NOW),
    };
    let by = plan::By {
        person,
        now: moment(NOW),
    };
    measures::store::write::add_turn(conn, measure, (1, &turn), by)?;
    let facts = related::Facts {
        name: Words::new([("nb", "Et organ")]),
        kind: "advisory".to_owned(),
        organisation: None,
        heard_on: String::new(),
        subjects: BTreeSet::from(["plans".to_owned()]),
        document: related::Document::default(),
        mandate: None,
        review_on: None,
    };
    related::store::write::add(conn, (body, of), &facts)?;
    Ok((measure, body))
}

/// Puts [`A_FILE`] where the store keeps it.
pub fn store_a_file(app: &App) {
    let FilesIn::Folder(folder) = &app.config.files else {
        panic!("the tests keep their files in a folder");
    };
    let sum = Checksum::of_content(A_FILE);
    let folder = folder.join(&sum.as_str()[..2]);
    std::fs::create_dir_all(&folder).expect("the folder is made");
    std::fs::write(folder.join(sum.as_str()), A_FILE).expect("the file is written");
}

/// A case on a meeting's agenda, and an item there that is no case.
fn a_case(conn: &mut Conn, of: BoardId, at: MeetingId, by: &str) -> Result<(CaseId, AgendaItemId)> {
    let person: PersonId = person::table
        .filter(person::address.eq(by))
        .select(person::id)
        .first(conn)?;
    let by = plan::By {
        person,
        now: moment(NOW),
    };
    let proposal = plan::Proposal {
        id: CaseId::new(),
        board: of,
        through: of,
        facts: facts("En sak"),
        late: None,
    };
    plan::propose(conn, &proposal, by)?;
    let case = plan::step(conn, proposal.id, 1, Step::Accept, "", by)?;
    let place = plan::Place {
        meeting: at,
        minutes: Some(20),
        presenter: String::new(),
        late: None,
    };
    plan::schedule(conn, &case, &place, by)?;
    let item = AgendaItemId::new();
    let add = Act::Add {
        id: item,
        kind: ItemKind::Break,
        title: Words::new([("nb", "Pause")]),
        minutes: Some(10),
        presenter: String::new(),
    };
    let version = rows::agenda(conn, at)?.version;
    agenda::change(conn, at, version, &add, by)?;
    Ok((proposal.id, item))
}

/// A mail of this board that was handed over.
fn told(
    conn: &mut Conn,
    of: BoardId,
    to: PersonId,
    address: &str,
) -> Result<(OccasionId, MessageId)> {
    let (cause, id) = (OccasionId::new(), MessageId::new());
    diesel::insert_into(occasion::table)
        .values((
            occasion::id.eq(cause),
            occasion::kind.eq("meeting-reminder"),
            occasion::board_id.eq(of),
            occasion::object_kind.eq("board"),
            occasion::object_id.eq(of.as_str()),
            occasion::slot.eq("attacked"),
            occasion::occurrence.eq(0),
            occasion::due.eq(moment("2026-11-20 08:00")),
            occasion::expires.eq(moment("2026-12-20 08:00")),
            occasion::state.eq(OccasionState::Told),
            occasion::why.eq(""),
            occasion::settled_at.eq(moment("2026-11-20 08:00")),
            occasion::created_at.eq(moment("2026-11-01 08:00")),
        ))
        .execute(conn)?;
    let letter = Letter {
        subject: "Møtet nærmer seg".to_owned(),
        parts: vec![Part::Paragraph("Papirene er sendt.".to_owned())],
    };
    diesel::insert_into(message::table)
        .values((
            message::id.eq(id),
            message::occasion_id.eq(cause),
            message::board_id.eq(of),
            message::recipient.eq(to.as_str()),
            message::person_id.eq(to),
            message::name.eq("Mottaker"),
            message::address.eq(address),
            message::language.eq("nb"),
            message::reply_to.eq(""),
            message::subject.eq(&letter.subject),
            message::body.eq(serde_json::to_string(&letter.parts).expect("a letter is JSON")),
            message::message_id.eq(format!("<{id}@example.no>")),
            message::state.eq(MessageState::HandedOver),
            message::attempts.eq(1),
            message::not_before.eq(moment("2026-11-20 08:00")),
            message::expires.eq(moment("2026-12-20 08:00")),
            message::claimed_by.eq(""),
            message::handed_over_at.eq(moment("2026-11-20 08:00")),
            message::last_answer.eq("250 ok"),
            message::created_at.eq(moment("2026-11-20 08:00")),
        ))
        .execute(conn)?;
    Ok((cause, id))
}

impl World {
    /// The address that a pattern becomes for one board's objects.
    pub fn path(&self, pattern: &str, of: &Objects) -> String {
        let id = match pattern.trim_start_matches('/').split("/{").next() {
            Some("organisations") => self.organisation.to_string(),
            Some("people" | "ledger/people") => of.person.to_string(),
            Some("boards" | "published/boards" | "api/v1/boards") => of.board.to_string(),
            Some("mandates") => of.mandate.to_string(),
            Some("appointments") => of.appointment.to_string(),
            Some("meetings" | "api/v1/meetings") => of.meeting.to_string(),
            Some("cases" | "api/v1/cases") => of.case.to_string(),
            Some("papers") => of.paper.to_string(),
            Some("rotations") => of.rotation.to_string(),
            Some("actions") => of.action.to_string(),
            Some("measures") => of.measure.to_string(),
            Some("relations") => of.related.to_string(),
            Some("plan-items") => of.planned.to_string(),
            Some("plan-templates") => of.template.to_string(),
            Some("products" | "published/products") => self.product.id.to_string(),
            Some("payments") => self.payment.to_string(),
            Some("payments/organisations") => self.organisation.to_string(),
            Some("product-groups") => self.product.group.to_string(),
            Some("ledger/occasions") => of.occasion.to_string(),
            Some("ledger/messages") => of.message.to_string(),
            Some("published/meetings") => self.published.0.to_string(),
            Some("published/cases") => self.published.1.to_string(),
            _ => RowId::new().to_string(),
        };
        pattern
            .replace("{id}", &id)
            .replace("{period}", &self.owner_period.to_string())
            .replace("{phase}", self.product.phase.as_str())
            .replace("{strategy}", self.product.strategy.as_str())
            .replace("{line}", of.line.as_str())
            .replace("{year}", "2027")
            .replace("{tertial}", "1")
            .replace("{council}", of.council.as_str())
            .replace("{stage}", "registration")
            .replace("{kind}", "deadline-dispatch")
            .replace("{variant}", "act")
            .replace("{language}", "nb")
            .replace("{token}", "no-such-token")
            .replace("{message}", of.message.as_str())
            .replace("{signature}", "0123456789abcdef0123456789abcdef")
            .replace("{person}", of.person.as_str())
            .replace("{deputy}", of.deputy.as_str())
            .replace("{item}", of.item.as_str())
            .replace("{body}", of.related.as_str())
            .replace("{day}", "0")
            .replace("{who}", &format!("person-{}", of.person))
            .replace("{number}", "1")
            .replace("{remark}", of.person.as_str())
    }

    pub async fn browser(&self, address: Option<&str>) -> Browser<'_> {
        match address {
            Some(address) => self.instance.signed_in(address).await,
            None => self.instance.browser(),
        }
    }
}

/// The names and values of the path patterns in `web/paths.rs` and the folder beside it.
pub fn patterns() -> Vec<(String, String)> {
    let read = |file: &Path| std::fs::read_to_string(file).expect("the paths are read");
    let parts = std::fs::read_dir("src/web/paths").expect("the folder of paths is there");
    let parts = parts.map(|part| part.expect("a part of the paths is there").path());
    // Always in one order, whatever the file system's is.
    let parts: BTreeSet<PathBuf> = parts.collect();
    let mut source = read(Path::new("src/web/paths.rs"));
    for part in &parts {
        source.push_str(&read(part));
    }
    let found: Vec<(String, String)> = source
        .lines()
        .filter_map(|line| {
            let (name, value) = line.strip_prefix("pub const ")?.split_once(": &str = \"")?;
            let value = value.strip_suffix("\";")?;
            let is_start = value.len() > 1 && value.ends_with('/');
            (value.starts_with('/') && !is_start).then(|| (name.to_owned(), value.to_owned()))
        })
        .collect();
    assert!(found.len() > 50, "the patterns are found");
    found
}
