//! Four years of a board on both engines, through its own pages and on the ledger's clock: each year begins from the templates, a
//! new version of the mandate begins, most of those on time rotate out, and a council ends. On every date of it each rule has a
//! verdict that its evidence explains.

use crate::councils::{OPEN, asked_about, case_titled};
use crate::mandates::{CASE, step, version};
use crate::meetings::{fields, press};
use crate::rotation::{post, standing};
use crate::support::{Browser, Instance, day, instances};
use crate::world::{NOW, SECRETARY};
use chrono::{Datelike, Months, NaiveDate};
use diesel::prelude::*;
use styringsrad::boards::store as boards;
use styringsrad::composition::rules;
use styringsrad::composition::{Outcome, Verdict, rotation, store};
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, OrganisationId, RowId};
use styringsrad::db::schema::{
    board, meeting, occasion, organisation, organisation_name, plan_item,
};
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;

const LAST: &str = "2030-11-22";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

/// Somebody of this kind who has never sat.
fn newcomer(instance: &Instance, kind: &'static str, n: usize) -> OrganisationId {
    let write = instance.app.db.write_now(|conn| {
        let id = OrganisationId::new();
        diesel::insert_into(organisation::table)
            .values((
                organisation::id.eq(id),
                organisation::scheme.eq("other"),
                organisation::kind.eq(kind),
                organisation::size.eq("small"),
                organisation::mailbox.eq(Some(format!("post{n}@ny.example"))),
                organisation::language.eq("nb"),
            ))
            .execute(conn)?;
        diesel::insert_into(organisation_name::table)
            .values((
                organisation_name::id.eq(RowId::new()),
                organisation_name::organisation_id.eq(id),
                organisation_name::name.eq(format!("Ny virksomhet {n}")),
                organisation_name::short_name.eq(format!("Ny {n}")),
            ))
            .execute(conn)?;
        Ok(id)
    });
    write.expect("it is registered")
}

/// Everyone whose term ends by the new year is followed by somebody new, as Digdir decided.
async fn rotate(instance: &Instance, kari: &mut Browser<'_>, of: BoardId, from: &str) {
    let begun = [("title", "Rullering"), ("from", from), ("note", "")];
    let path = format!("/boards/{of}/rotation");
    kari.post(&path, &begun).await.goes_to();
    let id = read(instance, move |conn| {
        let newest = rotation::store::of_board(conn, of)?.into_iter().next();
        Ok(newest.expect("it is made").id)
    });
    let lines = standing(instance, id).lines;
    assert!(lines.len() > 3, "most of those on time leave");
    for (n, line) in lines.iter().enumerate() {
        let seat = line.seat;
        let kind = read(instance, move |conn| {
            let seats = boards::terms::seats(conn, of)?;
            Ok(seats.into_iter().find(|it| it.id == seat).map(|it| it.kind))
        });
        let of_municipality = kind.as_deref() == Some("rotating_municipality");
        let of_kind = if of_municipality {
            "municipality"
        } else {
            "state_agency"
        };
        let who = newcomer(instance, of_kind, n).to_string();
        let rest = format!("lines/{}/choice", line.id);
        let chosen = [("organisation", who.as_str())];
        post(kari, instance, id, &rest, &chosen).await.goes_to();
    }
    let today = instance.now().utc().date_naive().to_string();
    let decided = [("decision", "Digdir, sak 40"), ("decided-on", &today)];
    post(kari, instance, id, "decision", &decided)
        .await
        .goes_to();
    post(kari, instance, id, "carry-out", &[]).await.goes_to();
}

/// The meetings of a year as they are proposed, and what is treated at them.
async fn begin(kari: &mut Browser<'_>, of: BoardId, year: i32) {
    let path = format!("/boards/{of}/years/{year}/plan");
    let proposed = fields(&kari.get(&path).await.ok());
    let seen = fields(&press(kari, &path, &proposed, "preview").await.ok());
    press(kari, &path, &seen, "save").await.goes_to();
    let path = format!("/boards/{of}/annual-plan/{year}/start");
    kari.post(&path, &[]).await.goes_to();
}

/// The board below dissolves once nothing of it stands open.
async fn dissolve(instance: &Instance, kari: &mut Browser<'_>, (of, below): (BoardId, BoardId)) {
    let case = case_titled(instance, OPEN);
    let asked = asked_about(instance, case).remove(0);
    let (id, version) = (asked.id.to_string(), asked.version.to_string());
    let back = [
        ("act", "withdraw"),
        ("delegation", id.as_str()),
        ("version", version.as_str()),
    ];
    let path = format!("/cases/{case}/councils");
    kari.post(&path, &back).await.goes_to();
    let ends = [
        ("version", "1"),
        ("dissolved-from", "2029-07-01"),
        ("dissolved-decision", "Styringsrådet, sak 20/29"),
    ];
    let path = format!("/boards/{of}/councils/{below}/dissolution");
    kari.post(&path, &ends).await.goes_to();
}

/// Whether the evidence says why.
fn is_explained(verdict: &Verdict<'_>) -> bool {
    let evidence = &verdict.evidence;
    let asked = verdict
        .rule
        .quantity
        .and_then(|it| usize::try_from(it).ok());
    match verdict.outcome {
        Outcome::Unknown => evidence.lack.is_some() || !evidence.not_known.is_empty(),
        Outcome::Broken => {
            !evidence.against.is_empty() || (evidence.count.is_some() && asked.is_some())
        }
        Outcome::Met => {
            evidence.count.is_some() || !evidence.fulfil.is_empty() || evidence.year.is_some()
        }
    }
}

/// Each rule of the version in force, on each day from the first to the last.
fn explain(instance: &Instance, of: BoardId) {
    let unexplained = read(instance, move |conn| {
        let board = boards::board(conn, of)?;
        let first = day("2026-11-22");
        let facts = store::facts(conn, &board, first)?;
        let mut told = Vec::new();
        let mut seen = Vec::new();
        for on in first.iter_days().take_while(|on| *on <= day(LAST)) {
            let found = rules::on(&facts, on);
            let label = found.mandate.map(|it| it.label.clone());
            assert!(label.is_some(), "{on}: no mandate is in force");
            if seen.last() != label.as_ref() {
                seen.extend(label);
            }
            assert!(found.verdicts.len() > 10, "{on}: {}", found.verdicts.len());
            let lacking = found.verdicts.iter().filter(|it| !is_explained(it));
            told.extend(lacking.map(|it| format!("{on} {} {:?}", it.rule.kind, it.outcome)));
        }
        assert_eq!(seen, ["1.4", "1.5"], "the new version begins on the way");
        Ok(told)
    });
    assert!(unexplained.is_empty(), "{unexplained:?}");
}

/// The page of a day says as many outcomes as there are rules.
async fn is_shown(kari: &mut Browser<'_>, of: BoardId, on: NaiveDate) {
    let page = kari
        .get(&format!("/boards/{of}/composition?on={on}"))
        .await
        .ok();
    let outcomes = [">Oppfylt<", ">Brutt<", ">Ukjent<"];
    let count: usize = outcomes.iter().map(|it| page.matches(it).count()).sum();
    assert!(count > 10, "{on}: {count} rules");
}

#[actix_web::test]
async fn every_rule_is_explained_on_every_date_of_four_years() {
    for instance in instances(NOW) {
        assert!(demo::load(&instance.app).expect("the demo loads"));
        let (of, below) = read(&instance, |conn| {
            let of = board::table.filter(board::slug.eq("styringsradet"));
            let of: BoardId = of.select(board::id).first(conn)?;
            let below = board::table.filter(board::parent_id.eq(of));
            Ok((of, below.select(board::id).first(conn)?))
        });
        let before: i64 = read(&instance, |conn| {
            Ok(plan_item::table.count().get_result(conn)?)
        });
        let mut on = day("2026-12-01");
        while on <= day(LAST) {
            instance.move_to(&format!("{on} 08:00"));
            instance.tick();
            let mut kari = instance.signed_in(SECRETARY).await;
            match (on.year(), on.month()) {
                (2026, 12) => {
                    let draft = version(&instance, of, "1.5");
                    step(&mut kari, &draft, &CASE).await.goes_to();
                    let sent = version(&instance, of, "1.5");
                    let approved = [
                        ("act", "approve"),
                        ("decision", "Styringsrådet, sak 12/26"),
                        ("day", "2026-12-01"),
                    ];
                    step(&mut kari, &sent, &approved).await.goes_to();
                }
                (2027, 11) => rotate(&instance, &mut kari, of, "2028-01-01").await,
                (year @ 2027..=2029, 12) => begin(&mut kari, of, year + 1).await,
                (2029, 6) => dissolve(&instance, &mut kari, (of, below)).await,
                _ => {}
            }
            is_shown(&mut kari, of, on).await;
            on = on + Months::new(1);
        }
        explain(&instance, of);
        let (meetings, planned, alarms) = read(&instance, move |conn| {
            let of_board = meeting::table.filter(meeting::board_id.eq(of));
            let later = of_board.filter(meeting::first_day.gt(day("2027-12-31")));
            let alarms = occasion::table.filter(occasion::state.eq(OccasionState::Broken));
            Ok((
                later.count().get_result::<i64>(conn)?,
                plan_item::table.count().get_result::<i64>(conn)?,
                alarms.select(occasion::kind).load::<String>(conn)?,
            ))
        });
        assert!(meetings >= 12, "four ordinary meetings a year: {meetings}");
        assert!(planned >= before + 24, "each year has its cases: {planned}");
        assert!(
            alarms.is_empty(),
            "every letter could be written: {alarms:?}"
        );
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/boards/{of}/councils")).await.ok();
        assert!(page.contains("Oppløst"), "its history stays");
    }
}
