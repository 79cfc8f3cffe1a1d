//! What is found among the published, against the decision about each item.

use super::Out;
use crate::support::instances;
use crate::world::NOW;
use chrono::Duration;
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AgendaItemId, BoardId, CaseId, MeetingId, ProductId};
use styringsrad::db::schema::{case_product, minute_access, published_item};
use styringsrad::db::types::Moment;
use styringsrad::error::Result;
use styringsrad::minutes::access::{ItemAccess, store as accesses};
use styringsrad::public::{Question, indexing, store};
use styringsrad::search::rules::terms;
use styringsrad::web::access::{Assessment, Audience, Clearance};

/// Stands in every item, and nowhere else.
const WORD: &str = "kvitveisbakken";
/// More than there are.
const ALL: usize = 500;

/// Whom an item is meant for, what was found of it, and whether its title is exempt, it is deferred, and it was withdrawn.
type Drawn = (Audience, Assessment, [bool; 3]);

fn drawn(many: usize) -> impl Strategy<Value = Vec<Drawn>> {
    let seldom = || proptest::bool::weighted(0.2);
    let one = (
        proptest::sample::select(Audience::ALL),
        proptest::sample::select(Assessment::ALL),
        [seldom(), seldom(), seldom()],
    );
    proptest::collection::vec(one, many)
}

/// Whether the reader keeps the board, reads it, is a service owner and is called to the meeting; then items opened and lent,
/// and cases prepared and closed.
type Rights = ([bool; 4], [BTreeSet<usize>; 4]);

fn rights(many: usize) -> impl Strategy<Value = Rights> {
    let few = || proptest::collection::btree_set(0..many, 0..=2);
    let seldom = || proptest::bool::weighted(0.2);
    let roles = [seldom(), seldom(), proptest::bool::weighted(0.5), seldom()];
    (roles, [few(), few(), few(), few()])
}

/// What is out, in one order.
fn known(conn: &mut Conn) -> Result<Vec<ItemAccess>> {
    let meetings: Vec<MeetingId> = published_item::table
        .select(published_item::meeting_id)
        .distinct()
        .load(conn)?;
    let out: Vec<AgendaItemId> = published_item::table
        .select(published_item::item_id)
        .load(conn)?;
    let mut known = Vec::new();
    for meeting in meetings {
        known.extend(accesses::of_meeting(conn, meeting)?.into_values());
    }
    known.retain(|one| out.contains(&one.item));
    known.sort_by_key(|one| one.item);
    Ok(known)
}

fn put(conn: &mut Conn, items: &[ItemAccess], drawn: &[Drawn], now: Moment) -> Result<()> {
    diesel::update(published_item::table)
        .set(published_item::content.eq(format!("Om {WORD}")))
        .execute(conn)?;
    for (item, (audience, assessment, [exempt, deferred, withdrawn])) in items.iter().zip(drawn) {
        diesel::update(minute_access::table.find(item.item))
            .set((
                minute_access::wanted.eq(*audience),
                minute_access::audience.eq(*audience),
                minute_access::assessment.eq(*assessment),
                minute_access::title_exempt.eq(*exempt),
                minute_access::open_from.eq(deferred.then(|| now + Duration::hours(1))),
                minute_access::withdrawn_at.eq(withdrawn.then_some(now)),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn clearance(
    items: &[ItemAccess],
    (board, meeting): (BoardId, MeetingId),
    ([keeps, reads, is_service_owner, is_called], [opened, lent, prepares, closed]): &Rights,
    now: Moment,
) -> Clearance {
    let item = |at: &usize| items[*at].item.cast();
    let case = |at: &usize| items[*at].subject;
    Clearance {
        keeps: keeps.then_some(board).into_iter().collect(),
        reads: reads.then_some(board).into_iter().collect(),
        is_service_owner: *is_service_owner,
        called_to: is_called.then_some(meeting).into_iter().collect(),
        opened: opened.iter().map(item).collect(),
        lent: lent.iter().map(item).collect(),
        prepares: prepares.iter().map(case).collect(),
        closed: closed.iter().map(case).collect(),
        ..Clearance::of_nobody(now)
    }
}

/// What one reader finds by the word and in the list, against the decision about each item. An exempt title is not searched,
/// nor is what stands below it.
fn hold_against(conn: &mut Conn, reads: &Clearance) -> Result<()> {
    let items = known(conn)?;
    let seen = items.iter().filter(|one| reads.sees(&one.readable()));
    let seen: Vec<&ItemAccess> = seen.collect();
    let expected: BTreeSet<AgendaItemId> = seen.iter().map(|one| one.item).collect();
    let listed = store::listed(conn, &Question::default(), None, reads, 500)?;
    let listed: BTreeSet<AgendaItemId> = listed.iter().map(|one| one.item).collect();
    assert_eq!(listed, expected, "{reads:?}");
    let searched = seen.iter().filter(|one| !one.title_exempt);
    let expected: BTreeSet<AgendaItemId> = searched.map(|one| one.item).collect();
    let question = Question {
        terms: terms(WORD),
        ..Question::default()
    };
    let rows = store::places(conn, &question, reads, ALL)?;
    assert_eq!(rows.len(), expected.len(), "{reads:?}");
    let hits = store::hits(conn, &rows, reads)?;
    let hits: BTreeSet<AgendaItemId> = hits.iter().map(|one| one.item).collect();
    assert_eq!(hits, expected, "{reads:?}");
    let told: Vec<&ItemAccess> = (seen.iter().copied())
        .filter(|one| !one.title_exempt)
        .collect();
    hold_products_against(conn, reads, &told)
}

/// The products that are told of, and what of each: what is seen of the cases about it, but for titles that are exempt.
fn hold_products_against(conn: &mut Conn, reads: &Clearance, told: &[&ItemAccess]) -> Result<()> {
    let ties: Vec<(CaseId, ProductId)> = case_product::table
        .select((case_product::case_id, case_product::product_id))
        .load(conn)?;
    let mut expected: BTreeMap<ProductId, BTreeSet<AgendaItemId>> = BTreeMap::new();
    for (case, product) in ties {
        for item in told.iter().filter(|one| one.subject == case.cast()) {
            expected.entry(product).or_default().insert(item.item);
        }
    }
    let found: BTreeSet<ProductId> = (store::products::products(conn, reads)?)
        .into_iter()
        .collect();
    let products: BTreeSet<ProductId> = expected.keys().copied().collect();
    assert_eq!(found, products, "{reads:?}");
    assert_eq!(store::products::is_any(conn, reads)?, !products.is_empty());
    for (product, items) in expected {
        let question = Question {
            product: Some(product),
            ..Question::default()
        };
        let listed = store::listed(conn, &question, None, reads, 500)?;
        let listed: BTreeSet<AgendaItemId> = listed.iter().map(|one| one.item).collect();
        assert_eq!(listed, items, "{reads:?}");
    }
    Ok(())
}

/// F34, F35: the list, the search and its count are what the decision about each item says, over random items and readers;
/// and what is shown to fewer is gone before it is read again for the index.
#[test]
fn what_is_found_among_the_published_is_what_is_seen_on_both_engines() {
    let system = actix_web::rt::System::new();
    for instance in instances(NOW) {
        let out = system.block_on(Out::new(&instance));
        let db = &instance.app.db;
        let items = db.read_now(known).expect("it is read");
        assert!(items.len() > 3, "there are items");
        let at = (out.board, out.scene.near);
        let now = instance.now();
        let mut runner = TestRunner::new(Config {
            cases: 12,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(83),
            ..Config::default()
        });
        let draw = (
            drawn(items.len()),
            proptest::collection::vec(rights(items.len()), 6),
        );
        let told = runner.run(&draw, |(drawn, readers)| {
            let write = db.write_now(|conn| put(conn, &items, &drawn, now));
            write.expect("it is written");
            let read = async { while indexing::step(&instance.app).await.expect("it is read") {} };
            system.block_on(read);
            let hold = |conn: &mut Conn| {
                for rights in &readers {
                    hold_against(conn, &clearance(&items, at, rights, now))?;
                }
                hold_against(conn, &Clearance::of_nobody(now))
            };
            db.read_now(hold).expect("it is searched");
            let write = db.write_now(|conn| {
                for item in items.iter().step_by(2) {
                    diesel::update(minute_access::table.find(item.item))
                        .set(minute_access::audience.eq(Audience::Secretariat))
                        .execute(conn)?;
                }
                Ok(())
            });
            write.expect("it is shown to fewer");
            db.read_now(hold).expect("it is searched");
            Ok(())
        });
        told.expect("what is found is what is seen");
    }
}
