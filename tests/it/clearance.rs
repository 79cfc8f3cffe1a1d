//! One decision, told twice: what a reader's clearance says of one case, and what it lets a query find, over random cases
//! and readers, on both engines. And the same through the pages: role × audience × assessment × what time and people
//! change (F34–F36).

use crate::support::{Instance, day, instances, moment};
use crate::world::{MEMBER, NOW, OBSERVER, SECRETARY, SERVICE_OWNER, facts};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use styringsrad::cases::rules::Step;
use styringsrad::cases::{Case, CaseState, Setting, plan, store};
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PersonId, RowId};
use styringsrad::db::schema::{board, board_case, meeting, person, replacement};
use styringsrad::db::types::Moment;
use styringsrad::web::access::{Assessment, Audience, Clearance, Role};

const CASES: u32 = 60;

/// A case by the places of its columns, so that it means the same on every engine.
#[derive(Clone, Debug)]
struct Drawn {
    board: usize,
    meeting: Option<usize>,
    audience: Audience,
    assessment: Assessment,
    open_from: Option<i64>,
    is_withdrawn: bool,
}

#[derive(Clone, Debug)]
struct Rights {
    keeps: BTreeSet<usize>,
    reads: BTreeSet<usize>,
    is_service_owner: bool,
    called_to: BTreeSet<usize>,
    opened: BTreeSet<usize>,
    lent: BTreeSet<usize>,
    prepares: BTreeSet<usize>,
    closed: BTreeSet<usize>,
}

const MANY: usize = 40;

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (
        0..2_usize,
        proptest::option::of(0..2_usize),
        proptest::sample::select(Audience::ALL),
        proptest::sample::select(Assessment::ALL),
        proptest::option::of(-2..3_i64),
        proptest::bool::weighted(0.2),
    );
    let one = one.prop_map(
        |(board, meeting, audience, assessment, open_from, is_withdrawn)| Drawn {
            board,
            meeting,
            audience,
            assessment,
            open_from,
            is_withdrawn,
        },
    );
    proptest::collection::vec(one, MANY)
}

fn rights() -> impl Strategy<Value = Rights> {
    let some = |of: usize, most: usize| proptest::collection::btree_set(0..of, 0..=most);
    (
        some(2, 1),
        some(2, 1),
        any::<bool>(),
        some(2, 2),
        some(MANY, 6),
        some(MANY, 12),
        some(MANY, 4),
        some(MANY, 6),
    )
        .prop_map(
            |(keeps, reads, is_service_owner, called_to, opened, lent, prepares, closed)| Rights {
                keeps,
                reads,
                is_service_owner,
                called_to,
                opened,
                lent,
                prepares,
                closed,
            },
        )
}

fn id_of(instance: &Instance, address: &str) -> PersonId {
    let read = instance.app.db.read_now(|conn| {
        let of = person::table.filter(person::address.eq(address));
        Ok(of.select(person::id).first(conn)?)
    });
    read.expect("the person exists")
}

/// The demo's boards, the first its parent, and two meetings of the first.
fn places(instance: &Instance) -> (Vec<BoardId>, Vec<MeetingId>) {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let read = instance.app.db.read_now(|conn| {
        let boards: Vec<BoardId> = board::table
            .order(board::parent_id.is_not_null())
            .select(board::id)
            .load(conn)?;
        let meetings: Vec<MeetingId> = meeting::table
            .filter(meeting::board_id.eq(boards[0]))
            .filter(meeting::state.ne("closed"))
            .order(meeting::first_day)
            .select(meeting::id)
            .load(conn)?;
        Ok((boards, meetings))
    });
    read.expect("the demo has boards and meetings")
}

#[test]
fn what_is_seen_is_what_is_found_on_both_engines() {
    for instance in instances(NOW) {
        let (boards, meetings) = places(&instance);
        let by = id_of(&instance, SECRETARY);
        let now = instance.now();
        let mut runner = TestRunner::new(Config {
            cases: CASES,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(48),
            ..Config::default()
        });
        let hour = |hours: i64| now + chrono::Duration::hours(hours);
        let told = runner.run(&(drawn(), rights()), |(drawn, rights)| {
            let ids = fill(&instance, &drawn, &boards, &meetings, by, &hour);
            let clearance = clearance(&rights, &boards, &meetings, &ids, now);
            let (found, seen) = both(&instance, &ids, &clearance);
            prop_assert_eq!(found, seen, "{:?}", clearance);
            Ok(())
        });
        told.expect("a page and a list agree");
    }
}

/// The drawn cases in place of what stood before.
fn fill(
    instance: &Instance,
    drawn: &[Drawn],
    boards: &[BoardId],
    meetings: &[MeetingId],
    by: PersonId,
    hour: &impl Fn(i64) -> Moment,
) -> Vec<CaseId> {
    let ids: Vec<CaseId> = drawn.iter().map(|_| CaseId::new()).collect();
    let write = |conn: &mut styringsrad::db::Conn| {
        diesel::delete(board_case::table.filter(board_case::title.eq("Drawn"))).execute(conn)?;
        for (id, one) in ids.iter().zip(drawn) {
            let case = Case {
                id: *id,
                board: boards[one.board],
                facts: facts("Drawn"),
                number: None,
                meeting: None,
                state: CaseState::Accepted,
                proposed_by: Some(by),
                proposed_through: boards[one.board],
                proposed_at: hour(0),
                access: styringsrad::cases::Access {
                    audience: one.audience,
                    assessment: one.assessment,
                    title_exempt: false,
                    open_from: one.open_from.map(hour),
                    withdrawn_at: one.is_withdrawn.then(|| hour(-1)),
                },
                version: 1,
            };
            store::write::create(conn, &case)?;
            let at = one.meeting.map(|at| meetings[at]);
            diesel::update(board_case::table.find(id))
                .set(board_case::meeting_id.eq(at))
                .execute(conn)?;
        }
        Ok(())
    };
    instance
        .app
        .db
        .write_now(write)
        .expect("the cases are written");
    ids
}

fn clearance(
    of: &Rights,
    boards: &[BoardId],
    meetings: &[MeetingId],
    ids: &[CaseId],
    now: Moment,
) -> Clearance {
    let rows = |of: &BTreeSet<usize>| of.iter().map(|at| ids[*at].cast()).collect();
    Clearance {
        now,
        keeps: of.keeps.iter().map(|at| boards[*at]).collect(),
        reads: of.reads.iter().map(|at| boards[*at]).collect(),
        is_service_owner: of.is_service_owner,
        called_to: of.called_to.iter().map(|at| meetings[*at]).collect(),
        opened: rows(&of.opened),
        lent: rows(&of.lent),
        prepares: rows(&of.prepares),
        closed: rows(&of.closed),
    }
}

/// What a query finds of these cases, and what the decision says of each.
fn both(
    instance: &Instance,
    ids: &[CaseId],
    clearance: &Clearance,
) -> (BTreeSet<CaseId>, BTreeSet<CaseId>) {
    let read = |conn: &mut styringsrad::db::Conn| {
        let found = store::seen_among(conn, ids, clearance)?
            .into_keys()
            .collect();
        let mut seen = BTreeSet::new();
        for id in ids {
            let case = store::case(conn, *id)?;
            seen.extend(clearance.sees(&case.readable()).then_some(case.id));
        }
        Ok((found, seen))
    };
    instance.app.db.read_now(read).expect("the cases are read")
}

/// A case as the pages know it, in a state of the world that a test changes.
struct Stage<'a> {
    instance: &'a Instance,
    board: BoardId,
    meeting: MeetingId,
    case: CaseId,
    by: plan::By,
}

impl<'a> Stage<'a> {
    fn set(instance: &'a Instance) -> Self {
        let (boards, meetings) = places(instance);
        let by = plan::By {
            person: id_of(instance, SECRETARY),
            now: instance.now(),
        };
        let proposal = plan::Proposal {
            id: CaseId::new(),
            board: boards[0],
            through: boards[0],
            facts: facts("Hemmelig plan"),
            late: None,
        };
        let write = |conn: &mut styringsrad::db::Conn| {
            plan::propose(conn, &proposal, by)?;
            plan::step(conn, proposal.id, 1, Step::Accept, "", by)
        };
        instance
            .app
            .db
            .write_now(write)
            .expect("the case is accepted");
        Self {
            instance,
            board: boards[0],
            meeting: meetings[1],
            case: proposal.id,
            by,
        }
    }

    fn shown_to(&self, audience: Audience, assessment: Assessment, open_from: Option<Moment>) {
        let write = |conn: &mut styringsrad::db::Conn| {
            diesel::update(board_case::table.find(self.case))
                .set((
                    board_case::audience.eq(audience),
                    board_case::assessment.eq(assessment),
                    board_case::open_from.eq(open_from),
                ))
                .execute(conn)?;
            Ok(())
        };
        self.instance.app.db.write_now(write).expect("it is shown");
    }

    /// On the meeting's agenda, with this public title and presenter.
    fn scheduled_as(&self, public_title: &str, presenter: &str) -> Case {
        let write = |conn: &mut styringsrad::db::Conn| {
            let mut known = store::case(conn, self.case)?;
            public_title.clone_into(&mut known.facts.public_title);
            let known = plan::edit(conn, known.id, known.version, &known.facts, None, self.by)?;
            let place = plan::Place {
                meeting: self.meeting,
                minutes: Some(30),
                presenter: presenter.to_owned(),
                late: None,
            };
            plan::schedule(conn, &known, &place, self.by)
        };
        let written = self.instance.app.db.write_now(write);
        written.expect("the case is scheduled")
    }

    fn hide_the_title(&self) {
        let write = |conn: &mut styringsrad::db::Conn| {
            let case = board_case::table.find(self.case);
            Ok(diesel::update(case)
                .set(board_case::title_exempt.eq(true))
                .execute(conn)?)
        };
        let written = self.instance.app.db.write_now(write);
        written.expect("the title is exempt");
    }

    /// Whether someone's page of the case is there with its title, only known of, or not there.
    async fn page(&self, address: &str) -> &'static str {
        let mut browser = self.instance.signed_in(address).await;
        let answer = browser.get(&format!("/cases/{}", self.case)).await;
        match answer.status.as_u16() {
            200 if answer.body.contains("Hemmelig plan") && answer.body.contains("Fordi.") => {
                "read"
            }
            200 => "known",
            404 => "nothing",
            other => panic!("{other}"),
        }
    }
}

#[actix_web::test]
async fn each_audience_is_read_by_those_it_names_and_by_nobody_else() {
    use Assessment::{Exempt, NotAssessed, Open};
    use Audience::{Members, Public, Secretariat, ServiceOwners};
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        // Audience, assessment, member, observer, service owner of no board.
        let table = [
            (Secretariat, Open, ["nothing", "nothing", "nothing"]),
            (Members, NotAssessed, ["read", "nothing", "nothing"]),
            (Members, Open, ["read", "nothing", "nothing"]),
            (ServiceOwners, NotAssessed, ["read", "nothing", "nothing"]),
            (ServiceOwners, Exempt, ["read", "nothing", "nothing"]),
            (ServiceOwners, Open, ["read", "nothing", "read"]),
            (Public, Exempt, ["read", "nothing", "nothing"]),
            (Public, Open, ["read", "read", "read"]),
        ];
        for (audience, assessment, expected) in table {
            stage.shown_to(audience, assessment, None);
            assert_eq!(
                stage.page(SECRETARY).await,
                "read",
                "{audience} {assessment}"
            );
            for (who, may) in [MEMBER, OBSERVER, SERVICE_OWNER].into_iter().zip(expected) {
                assert_eq!(stage.page(who).await, may, "{audience} {assessment} {who}");
            }
        }
        stage.shown_to(Public, Open, Some(moment("2026-12-24 11:00")));
        assert_eq!(stage.page(SERVICE_OWNER).await, "nothing", "deferred");
        assert_eq!(
            stage.page(MEMBER).await,
            "read",
            "members read what they are to deal with"
        );
    }
}

#[actix_web::test]
async fn observers_read_where_board_data_lets_them() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        assert_eq!(stage.page(OBSERVER).await, "nothing");
        let setting = Setting {
            reader_roles: vec![Role::Observer],
            ..Setting::usual()
        };
        let write =
            |conn: &mut styringsrad::db::Conn| plan::settle(conn, stage.board, &setting, stage.by);
        instance.app.db.write_now(write).expect("it is laid down");
        assert_eq!(stage.page(OBSERVER).await, "read");
    }
}

/// A deputy who is named reads nothing, one who is confirmed reads that meeting's cases, one who is withdrawn nothing.
#[actix_web::test]
async fn a_deputy_reads_from_confirmed_to_withdrawn() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let write = |conn: &mut styringsrad::db::Conn| {
            let known = store::case(conn, stage.case)?;
            let place = plan::Place {
                meeting: stage.meeting,
                minutes: None,
                presenter: String::new(),
                late: None,
            };
            plan::schedule(conn, &known, &place, stage.by)?;
            Ok(())
        };
        instance
            .app
            .db
            .write_now(write)
            .expect("the case is scheduled");
        let deputy = id_of(&instance, SERVICE_OWNER);
        let id = RowId::new();
        let agenda = format!("/meetings/{}/agenda", stage.meeting);
        for (state, expected) in [
            ("named", "nothing"),
            ("confirmed", "read"),
            ("withdrawn", "nothing"),
        ] {
            let write = |conn: &mut styringsrad::db::Conn| {
                let appointment: styringsrad::db::ids::AppointmentId =
                    styringsrad::db::schema::appointment::table
                        .filter(styringsrad::db::schema::appointment::board_id.eq(stage.board))
                        .select(styringsrad::db::schema::appointment::id)
                        .first(conn)?;
                diesel::delete(replacement::table.find(id)).execute(conn)?;
                diesel::insert_into(replacement::table)
                    .values((
                        replacement::id.eq(id),
                        replacement::meeting_id.eq(stage.meeting),
                        replacement::appointment_id.eq(appointment),
                        replacement::person_id.eq(deputy),
                        replacement::name.eq("Vara"),
                        replacement::state.eq(state),
                        replacement::named_by.eq(stage.by.person),
                        replacement::named_at.eq(stage.by.now),
                    ))
                    .execute(conn)?;
                Ok(())
            };
            instance
                .app
                .db
                .write_now(write)
                .expect("the deputy is named");
            assert_eq!(stage.page(SERVICE_OWNER).await, expected, "{state}");
            let mut browser = instance.signed_in(SERVICE_OWNER).await;
            let status = browser.get(&agenda).await.status.as_u16();
            assert_eq!(status == 200, expected == "read", "{state}: {status}");
        }
    }
}

/// The case is closed in page, list, counts, agenda and neighbours; its number and public title stand on the agenda, and
/// not even that where the title is exempt. Others are not told why.
#[actix_web::test]
async fn a_conflict_of_interest_closes_every_way_to_the_case() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let case = stage.scheduled_as("Plan", "Foredragsholder");
        let number = case.number.expect("it has its number").to_string();
        let (page, list) = (
            format!("/cases/{}", stage.case),
            format!("/boards/{}/cases", stage.board),
        );
        let agenda = format!("/meetings/{}/agenda", stage.meeting);
        let mut olav = instance.signed_in(MEMBER).await;
        let before = olav.get(&list).await.ok();
        let declare = [
            ("act", "declare"),
            ("own-reason", "Eg er gift med leverandøren"),
        ];
        olav.post(&format!("{page}/recusal"), &declare)
            .await
            .goes_to();
        assert_eq!(stage.page(MEMBER).await, "known");
        let after = olav.get(&list).await.ok();
        assert!(before.contains("Hemmelig plan") && !after.contains("Hemmelig plan"));
        assert_ne!(counts(&before), counts(&after), "it is not counted either");
        let shown = olav.get(&agenda).await.ok();
        assert!(shown.contains(&format!("{number} Plan")) && !shown.contains("Hemmelig"));
        assert!(!shown.contains("Foredragsholder"));
        let mut kari = instance.signed_in(SECRETARY).await;
        let kept = kari.get(&page).await.ok();
        assert!(
            kept.contains("gift med leverandøren"),
            "the secretariat knows why"
        );
        let mut other = instance.signed_in("terje.brattvik@brreg.example").await;
        let others = other.get(&page).await.ok();
        assert!(
            !others.contains("gift med") && others.contains("Olav Myklebø meldte seg inhabil"),
            "others are told whose it is, and not why"
        );
        stage.hide_the_title();
        let shown = olav.get(&agenda).await.ok();
        assert!(shown.contains(&number) && !shown.contains(&format!("{number} Plan")));
        olav.post(&format!("{page}/recusal"), &[("act", "withdraw")])
            .await
            .goes_to();
        assert_eq!(stage.page(MEMBER).await, "read");
    }
}

/// What the links by state count.
fn counts(page: &str) -> Vec<String> {
    let counts = page
        .split('(')
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    counts
        .filter(|(count, _)| count.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|(count, _)| count.to_owned())
        .collect()
}

/// A secretary to whom the case is closed can press nothing of it either.
#[actix_web::test]
async fn a_recused_secretary_changes_nothing_of_the_case() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/cases/{}", stage.case);
        kari.post(&format!("{page}/recusal"), &[("act", "declare")])
            .await
            .goes_to();
        for rest in ["edit", "schedule", "assessment"] {
            kari.get(&format!("{page}/{rest}")).await.is(404);
        }
        let step = [("act", "postpone"), ("reason", "x"), ("version", "2")];
        kari.post(&format!("{page}/steps"), &step).await.is(404);
    }
}

/// Neighbour links ask the same question as the page (F35).
#[actix_web::test]
async fn a_neighbour_link_tells_of_no_case_that_is_closed() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let mut ids = BTreeMap::new();
        for title in ["Første", "Andre", "Tredje"] {
            let write = |conn: &mut styringsrad::db::Conn| {
                let proposal = plan::Proposal {
                    id: CaseId::new(),
                    board: stage.board,
                    through: stage.board,
                    facts: facts(title),
                    late: None,
                };
                plan::propose(conn, &proposal, stage.by)?;
                let known = plan::step(conn, proposal.id, 1, Step::Accept, "", stage.by)?;
                let place = plan::Place {
                    meeting: stage.meeting,
                    minutes: None,
                    presenter: String::new(),
                    late: None,
                };
                plan::schedule(conn, &known, &place, stage.by)
            };
            let case = instance.app.db.write_now(write).expect("it is scheduled");
            ids.insert(title, case.id);
        }
        let mut olav = instance.signed_in(MEMBER).await;
        let first = format!("/cases/{}", ids["Første"]);
        assert!(olav.get(&first).await.ok().contains("Andre"));
        let second = format!("/cases/{}/recusal", ids["Andre"]);
        olav.post(&second, &[("act", "declare")]).await.goes_to();
        let page = olav.get(&first).await.ok();
        assert!(!page.contains("Andre") && page.contains("Tredje"));
    }
}

/// What a person proposed is theirs to read until they have left (F49: an ended term).
#[actix_web::test]
async fn a_proposal_is_read_by_its_proposer_as_long_as_they_sit() {
    for instance in instances(NOW) {
        let (boards, _) = places(&instance);
        let by = plan::By {
            person: id_of(&instance, MEMBER),
            now: instance.now(),
        };
        let proposal = plan::Proposal {
            id: CaseId::new(),
            board: boards[0],
            through: boards[0],
            facts: facts("Hemmelig plan"),
            late: None,
        };
        let write = |conn: &mut styringsrad::db::Conn| plan::propose(conn, &proposal, by);
        instance.app.db.write_now(write).expect("it is proposed");
        let page = format!("/cases/{}", proposal.id);
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&page).await.ok().contains("Hemmelig plan"));
        for other in [
            OBSERVER,
            "ingrid.solvang@digdir.example",
            "terje.brattvik@brreg.example",
        ] {
            let mut browser = instance.signed_in(other).await;
            browser.get(&page).await.is(404);
        }
        let end = |conn: &mut styringsrad::db::Conn| {
            use styringsrad::db::schema::representation;
            diesel::update(representation::table.filter(representation::person_id.eq(by.person)))
                .set(representation::valid_until.eq(day("2026-11-20")))
                .execute(conn)?;
            Ok(())
        };
        instance.app.db.write_now(end).expect("the term ends");
        olav.get(&page).await.is(404);
    }
}
