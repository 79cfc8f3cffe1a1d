//! Who finds what: hits, counts and excerpts against the decision about each thing.

use super::{Stage, question, read_all, text};
use crate::support::{day, instances};
use crate::world::{MEMBER, NOW, OBSERVER, OTHER_MEMBER, SECRETARY, SERVICE_OWNER, world};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::BTreeSet;
use styringsrad::cases::plan::{self, Late, Place};
use styringsrad::cases::{Case, store as cases};
use styringsrad::db::Conn;
use styringsrad::db::ids::{CaseId, PaperId, PersonId, RowId};
use styringsrad::db::schema::{board_case, paper, person, recusal, representation};
use styringsrad::error::Result;
use styringsrad::i18n::Language;
use styringsrad::papers::Part;
use styringsrad::papers::store::{self as papers, write};
use styringsrad::search::store::find;
use styringsrad::search::{Found, Hit, Order, Question};
use styringsrad::web::access::{Assessment, Audience, Clearance};

/// A thing by the places of its columns.
#[derive(Clone, Debug)]
struct Access {
    audience: Audience,
    assessment: Assessment,
    is_deferred: bool,
    is_withdrawn: bool,
}

#[derive(Clone, Debug)]
struct Drawn {
    board: usize,
    meeting: Option<usize>,
    case: Access,
    paper: Access,
    is_out: bool,
}

const MANY: usize = 16;

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let access = || {
        let columns = (
            proptest::sample::select(Audience::ALL),
            proptest::sample::select(Assessment::ALL),
            proptest::bool::weighted(0.3),
            proptest::bool::weighted(0.15),
        );
        columns.prop_map(|(audience, assessment, is_deferred, is_withdrawn)| Access {
            audience,
            assessment,
            is_deferred,
            is_withdrawn,
        })
    };
    let one = (
        0..2_usize,
        proptest::option::of(0..2_usize),
        access(),
        access(),
        proptest::bool::weighted(0.8),
    );
    let one = one.prop_map(|(board, meeting, case, paper, is_out)| Drawn {
        board,
        meeting,
        case,
        paper,
        is_out,
    });
    proptest::collection::vec(one, MANY)
}

/// Boards kept and read, whether the reader is a service owner, meetings called to, then cases and papers opened and
/// cases closed. A term that has ended is a reader without boards.
type Rights = (
    (BTreeSet<usize>, BTreeSet<usize>, bool, BTreeSet<usize>),
    [BTreeSet<usize>; 3],
);

fn rights() -> impl Strategy<Value = Rights> {
    let some = |of: usize, most: usize| proptest::collection::btree_set(0..of, 0..=most);
    let few = || some(MANY, 4);
    let roles = (some(2, 1), some(2, 1), any::<bool>(), some(2, 2));
    (roles, [few(), few(), few()])
}

type Ids = Vec<(CaseId, PaperId)>;

fn clearance(stage: &Stage<'_>, of: &Rights, ids: &Ids) -> Clearance {
    let ((keeps, reads, is_service_owner, called_to), [cases, papers, closed]) = of;
    let case = |at: &usize| ids[*at].0.cast();
    let opened = cases
        .iter()
        .map(case)
        .chain(papers.iter().map(|at| ids[*at].1.cast()));
    Clearance {
        now: stage.by.now,
        keeps: keeps.iter().map(|at| stage.boards[*at]).collect(),
        reads: reads.iter().map(|at| stage.boards[*at]).collect(),
        is_service_owner: *is_service_owner,
        called_to: called_to.iter().map(|at| stage.meetings[*at]).collect(),
        opened: opened.collect(),
        closed: closed.iter().map(case).collect(),
        ..Clearance::of_nobody(stage.by.now)
    }
}

/// The drawn cases, each with a paper; all of them have `word`, and each has words of its own.
fn fill(conn: &mut Conn, stage: &Stage<'_>, drawn: &[Drawn], word: &str) -> Result<Ids> {
    let model: Case = cases::case(conn, stage.case)?;
    let now = stage.by.now;
    let from = |access: &Access| access.is_deferred.then(|| now + chrono::Duration::hours(1));
    let gone = |access: &Access| access.is_withdrawn.then_some(now);
    let mut ids = Vec::new();
    for (at, one) in drawn.iter().enumerate() {
        let mut case = model.clone();
        case.id = CaseId::new();
        case.board = stage.boards[one.board];
        case.facts.title = format!("{word} c{at}{word}");
        case.facts.description = format!("Beskrivelse d{at}{word}");
        cases::write::create(conn, &case)?;
        let at_meeting = one.meeting.map(|at| stage.meetings[at]);
        diesel::update(board_case::table.find(case.id))
            .set((
                board_case::audience.eq(one.case.audience),
                board_case::assessment.eq(one.case.assessment),
                board_case::open_from.eq(from(&one.case)),
                board_case::withdrawn_at.eq(gone(&one.case)),
                board_case::meeting_id.eq(at_meeting),
            ))
            .execute(conn)?;
        let paper = styringsrad::papers::Paper {
            id: PaperId::new(),
            part: Part::Paper,
            position: 1,
            facts: styringsrad::papers::Facts {
                title: format!("Papir p{at}{word}"),
                language: Language::NB,
                archive_reference: String::new(),
            },
            latest: 1,
            published: one.is_out.then_some(1),
            access: styringsrad::cases::Access {
                audience: one.paper.audience,
                assessment: one.paper.assessment,
                title_exempt: false,
                open_from: from(&one.paper),
                withdrawn_at: gone(&one.paper),
            },
            created_by: stage.by.person,
            version: 1,
            case,
        };
        write::create(conn, &paper, now)?;
        let first = text(&format!("{word} innhold q{at}{word}"));
        write::add_version(conn, paper.id, 1, &first, (stage.by.person, now))?;
        ids.push((paper.case.id, paper.id));
    }
    Ok(ids)
}

fn all_hits(conn: &mut Conn, of: &Question, clearance: &Clearance) -> Result<(usize, Vec<Hit>)> {
    let first = find(conn, of, clearance)?;
    let mut hits = first.hits;
    for page in 1..=first.count / Found::PAGE {
        hits.extend(find(conn, &Question { page, ..of.clone() }, clearance)?.hits);
    }
    Ok((first.count, hits))
}

/// What is found by one reader, against the decision about each thing.
fn hold_against(conn: &mut Conn, ids: &Ids, clearance: &Clearance, word: &str) -> Result<()> {
    let mut expected = BTreeSet::new();
    let mut hidden = Vec::new();
    for (at, (case_id, paper_id)) in ids.iter().enumerate() {
        let paper = papers::paper(conn, *paper_id)?;
        let case = paper.case.readable();
        let sees_case = clearance.sees(&case);
        let sees_paper = paper.published.is_some() && clearance.sees_part(&paper.readable(), &case);
        expected.extend(sees_case.then(|| case_id.to_string()));
        expected.extend(sees_paper.then(|| paper_id.to_string()));
        hidden.extend(
            (!sees_case)
                .then(|| [format!("c{at}{word}"), format!("d{at}{word}")])
                .into_iter()
                .flatten(),
        );
        hidden.extend(
            (!sees_paper)
                .then(|| [format!("p{at}{word}"), format!("q{at}{word}")])
                .into_iter()
                .flatten(),
        );
    }
    for order in [Order::Best, Order::Newest] {
        let (count, hits) = all_hits(
            conn,
            &Question {
                order,
                ..question(word)
            },
            clearance,
        )?;
        let found: BTreeSet<String> = hits
            .iter()
            .map(|hit| {
                hit.paper
                    .as_ref()
                    .map_or(hit.case.to_string(), |paper| paper.id.to_string())
            })
            .collect();
        assert_eq!(found, expected, "{clearance:?}");
        assert_eq!(count, expected.len());
        // No hit tells of another thing, nor of a case that is hidden.
        for hit in &hits {
            let said = format!("{} {} {:?}", hit.title, hit.content, hit.of_case);
            let words: Vec<&str> = said
                .split(|letter: char| !letter.is_alphanumeric())
                .collect();
            assert!(
                hidden.iter().all(|word| !words.contains(&word.as_str())),
                "{said}"
            );
        }
    }
    for word in hidden.iter().step_by(5) {
        assert_eq!(
            find(conn, &question(word), clearance)?,
            Found::default(),
            "{word}"
        );
    }
    Ok(())
}

/// F32, F34, F37: a hit, a count and an excerpt are what the decision about one object says, over random cases, papers
/// and readers; and what was closed or taken away since the index was made is gone at once.
#[test]
fn nothing_is_found_that_is_not_seen_and_all_that_is_on_both_engines() {
    let system = actix_web::rt::System::new();
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let mut runner = TestRunner::new(Config {
            cases: 5,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(60),
            ..Config::default()
        });
        let draw = (drawn(), proptest::collection::vec(rights(), 4));
        let told = runner.run(&draw, |(drawn, readers)| {
            let word = format!("w{}", &RowId::new().as_str()[24..]);
            let ids = stage.write(|conn| fill(conn, &stage, &drawn, &word));
            system.block_on(read_all(&instance));
            let hold = |conn: &mut Conn| {
                for rights in &readers {
                    hold_against(conn, &ids, &clearance(&stage, rights, &ids), &word)?;
                }
                Ok(())
            };
            instance.app.db.read_now(hold).expect("it is searched");
            // Shown to fewer, and not read again.
            stage.write(|conn| {
                for (case, paper) in ids.iter().step_by(2) {
                    diesel::update(board_case::table.find(case))
                        .set(board_case::audience.eq(Audience::Secretariat))
                        .execute(conn)?;
                    diesel::update(paper::table.find(paper))
                        .set(paper::withdrawn_at.eq(stage.by.now))
                        .execute(conn)?;
                }
                Ok(())
            });
            instance.app.db.read_now(hold).expect("it is searched");
            Ok(())
        });
        told.expect("the search tells of what is seen");
    }
}

/// F34, F36: of a case that is closed to a reader who was let into one of its papers, nothing is told, and what is asked of
/// the case is not answered.
#[actix_web::test]
async fn a_paper_opened_alone_tells_nothing_of_its_case() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let id = stage.paper("Papir", text("Ordet er solbris."), true);
        let case = stage.write(|conn| {
            let place = Place {
                meeting: *stage.meetings.last().expect("there are meetings"),
                minutes: None,
                presenter: String::new(),
                late: Some(Late {
                    given_by: stage.by.person,
                    reason: "Haster.".to_owned(),
                }),
            };
            let known = cases::case(conn, stage.case)?;
            plan::schedule(conn, &known, &place, stage.by)
        });
        read_all(&instance).await;
        let mut clearance = Clearance::of_nobody(stage.by.now);
        clearance.opened.insert(id.cast());
        // Its number is one of the things that are told of a case.
        let number = case.number.expect("it has one").to_string();
        assert_eq!(stage.find(&question(&number), &clearance).count, 0);
        clearance.opened.insert(stage.case.cast());
        assert_eq!(stage.find(&question(&number), &clearance).count, 1);
        clearance.opened.remove(&stage.case.cast());
        let found = stage.find(&question("solbris"), &clearance);
        assert_eq!((found.count, found.hits[0].of_case.clone()), (1, None));
        for asked in [
            Question {
                kind: Some("discussion".to_owned()),
                ..question("solbris")
            },
            Question {
                subject: Some("plans".to_owned()),
                ..question("solbris")
            },
            Question {
                until: Some(day("2100-01-01")),
                ..question("solbris")
            },
        ] {
            assert_eq!(stage.find(&asked, &clearance).count, 0, "{asked:?}");
        }
        clearance.closed.insert(stage.case.cast());
        assert_eq!(stage.find(&question("solbris"), &clearance).count, 0);
    }
}

/// F37: through the page, for each who knocks; a conflict of interest and an ended term count from the same moment.
#[actix_web::test]
async fn each_reader_finds_their_own_through_the_page() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        stage.paper("Papir om solbris", text("Rammen er 22 millioner."), true);
        read_all(&instance).await;
        for (who, expected) in [
            (SECRETARY, true),
            (MEMBER, true),
            (OBSERVER, false),
            (SERVICE_OWNER, false),
        ] {
            let mut browser = instance.signed_in(who).await;
            let page = browser.get("/search?text=solbris").await.ok();
            assert_eq!(page.contains("1 treff"), expected, "{who}");
            assert_eq!(page.contains("22 millioner"), expected, "{who}");
            assert!(expected || page.contains("Ingen treff"), "{who}");
        }
        let mut visitor = instance.browser();
        let to = visitor.get("/search?text=solbris").await.goes_to();
        assert!(to.starts_with("/sign-in?next="), "{to}");
        let mut olav = instance.signed_in(MEMBER).await;
        let olav_id: PersonId = stage.write(|conn| {
            let of = person::table.filter(person::address.eq(MEMBER));
            Ok(of.select(person::id).first(conn)?)
        });
        stage.write(|conn| {
            Ok(diesel::insert_into(recusal::table)
                .values((
                    recusal::id.eq(RowId::new()),
                    recusal::case_id.eq(stage.case),
                    recusal::person_id.eq(olav_id),
                    recusal::reason.eq("Slekt."),
                    recusal::declared_by.eq(olav_id),
                    recusal::declared_at.eq(stage.by.now),
                ))
                .execute(conn)?)
        });
        for word in ["solbris", "hemmelig+ramme", "22+millioner"] {
            let page = olav.get(&format!("/search?text={word}")).await.ok();
            assert!(page.contains("Ingen treff"), "{word}: {page}");
        }
        let page = olav.get("/search?text=tilgjengelighet").await.ok();
        assert!(page.contains("1 treff"), "{page}");
        stage.write(|conn| {
            let own = representation::table.filter(representation::person_id.eq(olav_id));
            let last = day("2026-11-20");
            Ok(diesel::update(own)
                .set(representation::valid_until.eq(last))
                .execute(conn)?)
        });
        let page = olav.get("/search?text=tilgjengelighet").await.ok();
        assert!(page.contains("Ingen treff"), "{page}");
    }
}

/// The other board's people find their own papers, and none of the demo's.
#[actix_web::test]
async fn another_boards_papers_are_not_found() {
    let world = world();
    read_all(&world.instance).await;
    let mut bjarne = world.instance.signed_in(OTHER_MEMBER).await;
    let page = bjarne.get("/search?text=tilgjengelighet").await.ok();
    assert!(
        page.contains("Ingen treff") && !page.contains("Tilgjengeligheten"),
        "{page}"
    );
}
