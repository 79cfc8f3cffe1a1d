//! The annual plan, on both engines: begun from templates, moved and carried, approved and shown to others, put on agendas, and
//! what is reminded of.

use crate::support::{Answer, Browser, Instance, day, instances};
use crate::world::{MEMBER, NOW, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER, world};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeSet;
use styringsrad::annual_plan::rules::{PREPARE, SLIPPED};
use styringsrad::annual_plan::{PlanItem, State, Year, store};
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PlanItemId};
use styringsrad::db::schema::{
    agenda_item, annual_plan, audit_entry, board, board_case, meeting, message, occasion,
    plan_item, plan_template,
};
use styringsrad::db::types::Words;
use styringsrad::db::{Conn, public_revision};
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;
use styringsrad::web::access::{Assessment, Audience};

const TODAY: &str = "2026-11-22";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// The demo on each engine, and its board.
fn with_demo() -> Vec<(Instance, BoardId)> {
    instances(NOW)
        .into_iter()
        .map(|instance| {
            assert!(demo::load(&instance.app).expect("the demo loads"));
            let of = read(&instance, |conn| {
                let of = board::table.filter(board::slug.eq("styringsradet"));
                Ok(of.select(board::id).first(conn)?)
            });
            (instance, of)
        })
        .collect()
}

fn year(instance: &Instance, of: BoardId, year: i32) -> Year {
    read(instance, move |conn| store::year(conn, of, year))
}

/// What the plan of a year calls its items in bokmål, with what has become of each.
fn states(instance: &Instance, of: BoardId, on: i32) -> Vec<(String, State)> {
    let of = year(instance, of, on);
    let called = |item: &PlanItem| match of.case_of(item) {
        Some(case) => case.facts.title.clone(),
        None => item.facts.title.in_language("nb").to_owned(),
    };
    let items = of.items.iter();
    items
        .map(|item| (called(item), of.state(item, day(TODAY))))
        .collect()
}

fn plan(of: BoardId, year: i32) -> String {
    format!("/boards/{of}/annual-plan/{year}")
}

/// The plan of 2027 as the templates make it.
async fn started(kari: &mut Browser<'_>, instance: &Instance, of: BoardId) -> Year {
    let path = format!("{}/start", plan(of, 2027));
    kari.post(&path, &[]).await.goes_to();
    year(instance, of, 2027)
}

/// Does something to an item from the version that it has now.
async fn act(
    kari: &mut Browser<'_>,
    instance: &Instance,
    item: &PlanItem,
    act: &str,
    rest: &[(&str, &str)],
) -> Answer {
    let id = item.id;
    let version = read(instance, move |conn| Ok(store::item(conn, id)?.version)).to_string();
    let mut fields = vec![("act", act), ("version", version.as_str())];
    fields.extend_from_slice(rest);
    kari.post(&format!("/plan-items/{id}"), &fields).await
}

fn meeting_of(instance: &Instance, item: &PlanItem) -> Option<MeetingId> {
    let id = item.id;
    read(instance, move |conn| Ok(store::item(conn, id)?.meeting))
}

fn count_of_items(instance: &Instance) -> i64 {
    read(instance, |conn| {
        Ok(plan_item::table.count().get_result(conn)?)
    })
}

#[actix_web::test]
async fn a_year_begins_from_the_templates_once_after_it_was_looked_over() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/start", plan(of, 2027));
        let before = count_of_items(&instance);
        let page = kari.get(&path).await.ok();
        assert!(
            page.contains("Ingenting er lagret ennå") && page.contains("Legg 8 saker i planen")
        );
        assert_eq!(count_of_items(&instance), before);
        let of_2027 = started(&mut kari, &instance, of).await;
        let entries = |instance: &Instance| -> i64 {
            read(instance, |conn| {
                let of = audit_entry::table.filter(audit_entry::action.eq("plan-item-started"));
                Ok(of.count().get_result(conn)?)
            })
        };
        assert_eq!((of_2027.items.len(), entries(&instance)), (8, 8));
        // Three tertial reports at three different meetings, all of the year.
        let reports = of_2027.items.iter().filter(|item| {
            let title = item.facts.title.in_language("nb");
            title.starts_with("Tertialrapport")
        });
        let at: BTreeSet<MeetingId> = reports.filter_map(|item| item.meeting).collect();
        assert_eq!(at.len(), 3);
        let again = started(&mut kari, &instance, of).await;
        assert_eq!((again.items.len(), entries(&instance)), (8, 8));
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Alt fra malene står i planen alt."));
        let page = kari.get(&format!("{}?lang=nn", plan(of, 2027))).await.ok();
        for said in [
            "Saksplan 2027",
            "Prioriteringar for neste år",
            "year-wheel",
            "data-drag",
        ] {
            assert!(page.contains(said), "{said}");
        }
    }
}

#[actix_web::test]
async fn a_template_is_kept_by_the_secretariat_and_each_mistake_stands_at_its_field() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/boards/{of}/plan-templates/new");
        let right = [
            ("title-nb", "Årsrapport"),
            ("title-nn", ""),
            ("kind", "information"),
            ("subject", "plans"),
            ("counting", "meeting"),
            ("numbers", "1, 4"),
        ];
        let templates = |instance: &Instance| -> i64 {
            read(instance, |conn| {
                Ok(plan_template::table.count().get_result(conn)?)
            })
        };
        let before = templates(&instance);
        let long = "å".repeat(201);
        for (name, value) in [
            ("title-nb", ""),
            ("title-nn", long.as_str()),
            ("title-nb", "a\u{0}b"),
            ("kind", "no-such"),
            ("subject", ""),
            ("counting", "week"),
            ("numbers", "0"),
            ("numbers", "13"),
            ("numbers", ""),
        ] {
            let mut sent = right.to_vec();
            sent.retain(|(known, _)| *known != name);
            sent.push((name, value));
            let page = kari.post(&path, &sent).await.is(422);
            let mistake = format!("id=\"{name}-mistake\"");
            assert!(
                page.contains(&mistake) && page.contains("ds-error-summary"),
                "{name} = {value}"
            );
        }
        assert_eq!(templates(&instance), before);
        kari.post(&path, &right).await.goes_to();
        let list = kari.get(&format!("/boards/{of}/plan-templates")).await.ok();
        assert!(list.contains("Årsrapport") && list.contains("Møte nummer 1 og 4"));
        let made = read(&instance, move |conn| store::templates(conn, of));
        let made = made.last().expect("it is there").clone();
        let path = format!("/plan-templates/{}", made.id);
        let mut sent = right.to_vec();
        sent.push(("version", "1"));
        sent[0] = ("title-nb", "Årsrapporten");
        kari.post(&path, &sent).await.goes_to();
        // Whoever is second is told, and keeps what was typed.
        sent[0] = ("title-nb", "Rapporten for året");
        let page = kari.post(&path, &sent).await.is(409);
        assert!(page.contains("Rapporten for året") && page.contains("Årsrapporten"));
        let gone = [("act", "remove"), ("version", "2")];
        kari.post(&path, &gone).await.goes_to();
        assert_eq!(templates(&instance), before);
        kari.get(&path).await.is(404);
    }
}

#[actix_web::test]
async fn what_is_planned_is_moved_between_the_meetings_of_its_year_alone() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year = started(&mut kari, &instance, of).await;
        let item = year.items[0].clone();
        let other = year.live().find(|one| Some(one.id) != item.meeting);
        let other = other.expect("there is another").id.to_string();
        let lands = act(&mut kari, &instance, &item, "move", &[("meeting", &other)]).await;
        // Where it went is told at the item, which the page opens at.
        let lands = lands.goes_to();
        assert!(lands.ends_with(&format!("?moved={0}#item-{0}", item.id)));
        let shown = lands.split('#').next().expect("a path");
        assert!(
            kari.get(shown)
                .await
                .ok()
                .contains("Saken er flyttet hit: ")
        );
        assert_eq!(
            meeting_of(&instance, &item).map(|id| id.to_string()),
            Some(other.clone())
        );
        // Someone moved it meanwhile: the choice stands, and is made from the new version.
        let stale = [("act", "move"), ("version", "1"), ("meeting", "")];
        let page = kari
            .post(&format!("/plan-items/{}", item.id), &stale)
            .await
            .is(409);
        assert!(page.contains("name=\"version\" value=\"2\""));
        act(&mut kari, &instance, &item, "move", &[("meeting", "")])
            .await
            .goes_to();
        assert_eq!(meeting_of(&instance, &item), None);
        let cancelled = year.live().last().expect("there is one").id;
        let (elsewhere, last_year) = read(&instance, move |conn| {
            let ids = meeting::table.select(meeting::id);
            let elsewhere: MeetingId = ids.filter(meeting::board_id.ne(of)).first(conn)?;
            let ids = ids.filter(meeting::board_id.eq(of));
            let last_year = ids.filter(meeting::first_day.lt(day("2027-01-01")));
            Ok((elsewhere, last_year.first::<MeetingId>(conn)?))
        });
        write(&instance, |conn| {
            let it = diesel::update(meeting::table.find(cancelled));
            Ok(it.set(meeting::state.eq("cancelled")).execute(conn)?)
        });
        let unknown = MeetingId::new();
        for wrong in [cancelled, elsewhere, last_year, unknown].map(|id| id.to_string()) {
            let page = act(&mut kari, &instance, &item, "move", &[("meeting", &wrong)]).await;
            assert!(page.is(422).contains("id=\"meeting-mistake\""), "{wrong}");
        }
        let page = act(&mut kari, &instance, &item, "move", &[("meeting", "x")]).await;
        page.is(422);
        assert_eq!(meeting_of(&instance, &item), None);
        for wrong in ["0", "9999", "-1", "x", "99999999999"] {
            kari.get(&format!("/boards/{of}/annual-plan/{wrong}"))
                .await
                .is(404);
            let path = format!("/boards/{of}/annual-plan/{wrong}/start");
            kari.post(&path, &[]).await.is(404);
        }
    }
}

fn case_titled(instance: &Instance, title: &'static str) -> CaseId {
    read(instance, move |conn| {
        let of = board_case::table.filter(board_case::title.eq(title));
        Ok(of.select(board_case::id).first(conn)?)
    })
}

#[actix_web::test]
async fn a_case_is_planned_as_it_is_proposed_or_in_words_of_the_plan() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/items/new", plan(of, 2027));
        let proposed = case_titled(&instance, "Prioritering av behov for samtykkeløsninger");
        let page = kari.get(&path).await.ok();
        assert!(page.contains(proposed.as_str()));
        let proposed = proposed.to_string();
        kari.post(&path, &[("case", &proposed)]).await.goes_to();
        let page = kari.post(&path, &[("case", &proposed)]).await.is(422);
        assert!(page.contains("Saken står i planen alt."));
        // One that was treated is planned no more, and neither is another board's.
        let treated = case_titled(&instance, "Produktstrategi for Maskinporten").to_string();
        kari.post(&path, &[("case", &treated)]).await.is(422);
    }
}

#[actix_web::test]
async fn what_the_plan_has_in_its_own_words_is_written_taken_out_and_put_in_again() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/items/new", plan(of, 2027));
        let id = PlanItemId::new().to_string();
        let written = [
            ("id", id.as_str()),
            ("title-nb", "Felles språk"),
            ("kind", "discussion"),
            ("subject", "portfolio"),
        ];
        // A form that is sent twice adds once.
        kari.post(&path, &written).await.goes_to();
        kari.post(&path, &written).await.goes_to();
        let called = "Felles språk".to_owned();
        assert_eq!(states(&instance, of, 2027), [(called, State::NotScheduled)]);
        let item = year(&instance, of, 2027).items[0].clone();
        act(&mut kari, &instance, &item, "drop", &[("reason", " ")])
            .await
            .is(422);
        act(
            &mut kari,
            &instance,
            &item,
            "drop",
            &[("reason", "Ble ikke noe av.")],
        )
        .await
        .goes_to();
        assert_eq!(states(&instance, of, 2027)[0].1, State::Dropped);
        let page = kari.get(&format!("/plan-items/{}", item.id)).await.ok();
        assert!(page.contains("Ble ikke noe av."));
        let words = [
            ("title-nb", "Felles begreper"),
            ("kind", "discussion"),
            ("subject", "portfolio"),
        ];
        let answer = act(&mut kari, &instance, &item, "write", &words).await;
        let page = answer.is(422);
        assert!(page.contains("Saken er tatt ut av planen."), "{page}");
        act(&mut kari, &instance, &item, "restore", &[])
            .await
            .goes_to();
        act(&mut kari, &instance, &item, "write", &words)
            .await
            .goes_to();
        assert_eq!(
            states(&instance, of, 2027)[0],
            ("Felles begreper".to_owned(), State::NotScheduled)
        );
    }
}

#[actix_web::test]
async fn what_was_not_treated_goes_on_to_the_next_year_in_one_step() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let open = |of: &[(String, State)]| -> BTreeSet<String> {
            let waits = of
                .iter()
                .filter(|(_, state)| matches!(state, State::NotScheduled | State::Slipped));
            waits.map(|(title, _)| title.clone()).collect()
        };
        let waiting = open(&states(&instance, of, 2026));
        assert_eq!(waiting.len(), 3, "{waiting:?}");
        let page = kari.get(&plan(of, 2026)).await.ok();
        assert!(page.contains("Flytt 3 saker til 2027"));
        assert!(page.contains("Én sak er endret etter det."));
        let path = format!("{}/carry", plan(of, 2026));
        kari.post(&path, &[]).await.goes_to();
        assert_eq!(open(&states(&instance, of, 2027)), waiting);
        assert!(open(&states(&instance, of, 2026)).is_empty());
        // The plan that the board approved lost three cases.
        let page = kari.get(&plan(of, 2026)).await.ok();
        assert!(page.contains("4 saker er endret etter det."));
        let carried = states(&instance, of, 2026);
        let carried = carried.iter().filter(|(_, state)| *state == State::Carried);
        assert_eq!(carried.count(), 3);
        let before = count_of_items(&instance);
        kari.post(&path, &[]).await.goes_to();
        assert_eq!(count_of_items(&instance), before);
        // It leads a life of its own there, and is changed here no more.
        let here = year(&instance, of, 2026);
        let gone = here
            .items
            .iter()
            .find(|item| item.is_carried)
            .expect("one was carried");
        let refused = act(&mut kari, &instance, gone, "move", &[("meeting", "")])
            .await
            .is(422);
        assert!(refused.contains("Saken er flyttet til neste år."));
        let next = kari.get(&plan(of, 2027)).await.ok();
        assert!(next.contains("Fra året før"));
    }
}

#[actix_web::test]
async fn the_plan_is_approved_and_a_change_after_that_is_told() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year = started(&mut kari, &instance, of).await;
        let path = format!("{}/approval", plan(of, 2027));
        for (on, reference, field) in [
            ("2026-11-23", "sak 31/26", "on"),
            ("9999-12-31", "sak 31/26", "on"),
            ("", "sak 31/26", "on"),
            ("2026-11-20", "", "reference"),
        ] {
            let sent = [("version", "1"), ("on", on), ("reference", reference)];
            let page = kari.post(&path, &sent).await.is(422);
            assert!(
                page.contains(&format!("id=\"{field}-mistake\"")),
                "{on} {reference}"
            );
        }
        let sent = [
            ("version", "1"),
            ("on", "2026-11-20"),
            ("reference", "sak 31/26"),
        ];
        kari.post(&path, &sent).await.goes_to();
        let sent = [
            ("version", "1"),
            ("on", "2026-11-19"),
            ("reference", "sak 30/26"),
        ];
        let page = kari.post(&path, &sent).await.is(409);
        assert!(page.contains("sak 30/26"));
        instance.move_by(chrono::Duration::minutes(5));
        act(
            &mut kari,
            &instance,
            &year.items[0],
            "move",
            &[("meeting", "")],
        )
        .await
        .goes_to();
        let page = kari.get(&plan(of, 2027)).await.ok();
        assert!(page.contains("Rådet godkjente planen 20. november 2026 (sak 31/26)"));
        assert!(
            page.contains("Én sak er endret etter det.")
                && page.contains("Endret etter godkjenningen")
        );
    }
}

#[actix_web::test]
async fn the_plan_is_shown_to_whom_the_board_wants() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(MEMBER).await;
        started(&mut kari, &instance, of).await;
        let title = "Budsjettrammer";
        assert!(!olav.get(&plan(of, 2027)).await.ok().contains(title));
        // What is asked for with a query is not kept for a second.
        let shown = format!("/published/boards/{of}/annual-plans/2027?v=1");
        let mut mette = instance.signed_in(SERVICE_OWNER).await;
        let mut visitor = instance.browser();
        let path = format!("{}/audience", plan(of, 2027));
        for (version, to, sees) in [
            ("1", "members", [true, false, false]),
            ("2", "service_owners", [true, true, false]),
            ("3", "public", [true, true, true]),
            ("4", "secretariat", [false, false, false]),
        ] {
            let sent = [("version", version), ("audience", to)];
            let before = read(&instance, public_revision::sum);
            kari.post(&path, &sent).await.goes_to();
            assert!(read(&instance, public_revision::sum) > before, "{to}");
            let pages = [
                olav.get(&plan(of, 2027)).await.ok(),
                mette.get(&shown).await.ok(),
                visitor.get(&shown).await.ok(),
            ];
            assert_eq!(pages.map(|page| page.contains(title)), sees, "{to}");
        }
        kari.post(&path, &[("version", "5"), ("audience", "world")])
            .await
            .is(422);
        kari.post(&path, &[("version", "2"), ("audience", "public")])
            .await
            .is(409);
    }
}

#[actix_web::test]
async fn an_exempt_title_is_told_to_nobody_who_may_not_read_the_case() {
    for (instance, of) in with_demo() {
        let shown = format!("/published/boards/{of}/annual-plans/2026?v=1");
        let mut visitor = instance.browser();
        let title = "Ny finansieringsmodell for fellesløsningene";
        // Its case is the board's own to read, and the plan has no words for it.
        let page = visitor.get(&shown).await.ok();
        assert!(!page.contains(title) && page.contains("En sak med en tittel du ikke kan se"));
        assert!(page.contains("Erfaringer med produktrådet"));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&shown).await.ok().contains(title));
        // What the plan calls it is not told once the title of its case is exempt.
        let case = case_titled(&instance, "Ny finansieringsmodell for fellesløsningene");
        write(&instance, |conn| {
            let it = board_case::table.find(case);
            diesel::update(it)
                .set((
                    board_case::assessment.eq(Assessment::Exempt),
                    board_case::title_exempt.eq(true),
                    board_case::audience.eq(Audience::Members),
                ))
                .execute(conn)?;
            let words = Words::new([("nb", "Hemmelig ord")]);
            let items = plan_item::table.filter(plan_item::case_id.eq(case));
            diesel::update(items)
                .set(plan_item::title.eq(words))
                .execute(conn)?;
            public_revision::raise(conn, Some(of))
        });
        let page = visitor.get(&shown).await.ok();
        assert!(!page.contains(title) && !page.contains("Hemmelig ord"));
    }
}

#[actix_web::test]
async fn what_is_planned_goes_on_the_agenda_with_a_case_each_once() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year_before = started(&mut kari, &instance, of).await;
        let first = year_before.live().next().expect("there is one").id;
        let planned = year_before
            .items
            .iter()
            .filter(|it| it.meeting == Some(first));
        let planned = planned.count();
        assert!(planned > 1, "{planned}");
        let agenda = kari.get(&format!("/meetings/{first}/agenda")).await.ok();
        assert!(agenda.contains("Planlagt for møtet"));
        let mut olav = instance.signed_in(MEMBER).await;
        let seen = olav.get(&format!("/meetings/{first}/agenda")).await.ok();
        assert!(!seen.contains("Planlagt for møtet"));
        let path = format!("/meetings/{first}/planned");
        let to_settle = |instance: &Instance| -> i64 {
            read(instance, |conn| {
                let of = occasion::table.filter(occasion::kind.eq("case-proposed"));
                Ok(of.count().get_result(conn)?)
            })
        };
        let before = to_settle(&instance);
        let on_it = |instance: &Instance| -> i64 {
            read(instance, move |conn| {
                let of = agenda_item::table.filter(agenda_item::meeting_id.eq(first));
                let of = of.filter(agenda_item::case_id.is_not_null());
                Ok(of.count().get_result(conn)?)
            })
        };
        for _ in 0..2 {
            kari.post(&path, &[]).await.goes_to();
            assert_eq!(usize::try_from(on_it(&instance)).expect("few"), planned);
        }
        let after = year(&instance, of, 2027);
        let put: Vec<&PlanItem> = (after.items.iter())
            .filter(|item| after.state(item, day(TODAY)) == State::OnAgenda)
            .collect();
        assert_eq!(put.len(), planned);
        for item in put {
            let case = after.case_of(item).expect("it has a case");
            assert!(case.number.is_some() && case.meeting == Some(first));
            assert_eq!(case.facts.title, item.facts.title.in_language("nb"));
        }
        // The secretariat made them itself: nobody is asked to accept them.
        assert_eq!(to_settle(&instance), before);
        let page = kari.get(&format!("{}?lang=nn", plan(of, 2027))).await.ok();
        assert!(page.contains("/27 Prioriteringar for neste år"));
        // What stands on an agenda is moved there.
        let item = after
            .items
            .iter()
            .find(|it| it.case.is_some())
            .expect("one has");
        act(&mut kari, &instance, item, "move", &[("meeting", "")])
            .await
            .is(422);
        // One that has been is over.
        let past = year(&instance, of, 2026).meetings[0].id;
        let before = count_of_items(&instance);
        kari.post(&format!("/meetings/{past}/planned"), &[]).await;
        assert_eq!(count_of_items(&instance), before);
    }
}

#[actix_web::test]
async fn what_comes_late_to_an_agenda_comes_with_the_permission_of_the_chair() {
    for (instance, of) in with_demo() {
        let waits = |year: &Year| -> Vec<PlanItem> {
            let items = year.items.iter();
            let planned = items.filter(|it| year.state(it, day(TODAY)) == State::Planned);
            planned.cloned().collect()
        };
        let before = year(&instance, of, 2026);
        let at = waits(&before)[0].meeting.expect("it has a meeting");
        let meeting = before.live().find(|one| one.id == at).expect("there");
        instance.move_to(&format!("{} 08:00", meeting.first_day() - Days::new(1)));
        let mut kari = instance.signed_in(SECRETARY).await;
        // The plan leads to where the permission is written.
        let agenda = format!("/meetings/{at}/agenda");
        let page = kari.get(&plan(of, 2026)).await.ok();
        assert!(page.contains(&format!("{agenda}#planned")));
        let page = kari.get(&agenda).await.ok();
        assert!(page.contains("name=\"late-reason\""));
        let path = format!("/meetings/{at}/planned");
        let page = kari.post(&path, &[("late-reason", " ")]).await.is(422);
        assert!(page.contains("id=\"late-reason-mistake\""));
        assert_eq!(waits(&year(&instance, of, 2026)), waits(&before));
        let reason = [("late-reason", "Det haster.")];
        kari.post(&path, &reason).await.goes_to();
        assert!(waits(&year(&instance, of, 2026)).is_empty());
    }
}

#[actix_web::test]
async fn nothing_is_planned_for_a_meeting_that_is_over() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year = year(&instance, of, 2026);
        let past = year.meetings[0].id.to_string();
        let free = (year.items.iter())
            .find(|item| year.state(item, day(TODAY)) == State::NotScheduled)
            .expect("one has no meeting");
        for path in [plan(of, 2026), format!("/plan-items/{}", free.id)] {
            let page = kari.get(&path).await.ok();
            for choice in ["value", "data-drop"] {
                assert!(!page.contains(&format!("{choice}=\"{past}\"")), "{path}");
            }
        }
        let page = act(&mut kari, &instance, free, "move", &[("meeting", &past)]).await;
        let page = page.is(422);
        assert!(page.contains("id=\"meeting-mistake\"") && page.contains("Møtet er over."));
        assert_eq!(meeting_of(&instance, free), None);
    }
}

/// What the ledger has of a meeting's reminders of one kind: the day they are about, and state.
fn reminders(
    instance: &Instance,
    of: MeetingId,
    kind: &'static str,
) -> Vec<(Option<NaiveDate>, OccasionState)> {
    read(instance, move |conn| {
        Ok(occasion::table
            .filter(occasion::object_id.eq(of.as_str()))
            .filter(occasion::kind.eq(kind))
            .order((occasion::due.asc(), occasion::occurrence.asc()))
            .select((occasion::about_day, occasion::state))
            .load(conn)?)
    })
}

fn mails(instance: &Instance, kind: &'static str) -> Vec<(String, String, String)> {
    read(instance, move |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::kind.eq(kind))
            .order((message::created_at.asc(), message::address.asc()))
            .select((message::address, message::subject, message::body))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn the_secretariat_is_reminded_of_what_lacks_a_case_and_of_what_slipped() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year = started(&mut kari, &instance, of).await;
        let first = year.live().next().expect("there is one");
        let planned = reminders(&instance, first.id, PREPARE);
        let [(Some(until), OccasionState::Planned)] = planned[..] else {
            panic!("{planned:?}");
        };
        assert!(until < first.first_day());
        let due = until - Days::new(10);
        instance.move_to(&format!("{due} 08:00"));
        instance.tick();
        let told = mails(&instance, PREPARE);
        let to: Vec<&str> = told.iter().map(|(to, _, _)| to.as_str()).collect();
        assert!(to.contains(&SECRETARY) && !to.contains(&MEMBER), "{to:?}");
        let hers = told.iter().find(|(to, ..)| to == SECRETARY);
        let (_, subject, body) = hers.expect("she is among them");
        assert!(subject.contains("Forbered planlagte saker"), "{subject}");
        assert!(body.contains(&plan(of, 2027)), "{body}");
        assert!(!body.contains("Tertialrapport") && !subject.contains("Tertialrapport"));
        // The meeting has been, and nothing was treated.
        let after = first.last_day() + Days::new(10);
        instance.move_to(&format!("{after} 08:00"));
        instance.tick();
        let slipped = mails(&instance, SLIPPED);
        let mine = slipped
            .iter()
            .filter(|(to, _, body)| to == SECRETARY && body.contains(&plan(of, 2027)));
        assert_eq!(mine.count(), 1, "{slipped:?}");
    }
}

#[actix_web::test]
async fn a_meeting_that_moves_takes_its_reminders_with_it_and_what_was_mended_is_not_told() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let year = started(&mut kari, &instance, of).await;
        let first = year.live().next().expect("there is one").clone();
        let before = reminders(&instance, first.id, SLIPPED);
        assert_eq!(before, [(Some(first.last_day()), OccasionState::Planned)]);
        let to = first.first_day() + Days::new(7);
        let (version, date) = (first.version.to_string(), to.to_string());
        let path = format!("/meetings/{}/move", first.id);
        let mut sent = vec![
            ("version".to_owned(), version),
            ("kind".to_owned(), first.kind.clone()),
            ("rows".to_owned(), "1".to_owned()),
            ("day-0".to_owned(), date),
            ("starts-0".to_owned(), "09:00".to_owned()),
            ("ends-0".to_owned(), "11:30".to_owned()),
        ];
        // Looked over first: what is to be sent again stands in the page.
        let fields: Vec<(&str, &str)> =
            sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let page = kari.post(&path, &fields).await.ok();
        let seen = page
            .split("name=\"seen\" value=\"")
            .nth(1)
            .expect("it was looked over");
        let seen = seen.split('"').next().expect("it ends").to_owned();
        sent.push(("seen".to_owned(), seen));
        sent.push(("act".to_owned(), "save".to_owned()));
        let fields: Vec<(&str, &str)> =
            sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        kari.post(&path, &fields).await.goes_to();
        let moved = reminders(&instance, first.id, SLIPPED);
        assert_eq!(moved, [(Some(to), OccasionState::Planned)]);
        // Everything is taken away from it: there is nothing left to remind of.
        for item in year.items.iter().filter(|it| it.meeting == Some(first.id)) {
            act(&mut kari, &instance, item, "move", &[("meeting", "")])
                .await
                .goes_to();
        }
        for kind in [PREPARE, SLIPPED] {
            let left = reminders(&instance, first.id, kind);
            assert!(
                left.iter()
                    .all(|(_, state)| *state == OccasionState::Withdrawn),
                "{kind}: {left:?}"
            );
        }
    }
}

#[actix_web::test]
async fn another_boards_secretariat_finds_nothing_here() {
    let world = world();
    let mut berit = world.instance.signed_in(OTHER_SECRETARY).await;
    let (a, b) = (&world.a, &world.b);
    for path in [
        plan(a.board, 2027),
        format!("{}/start", plan(a.board, 2027)),
        format!("/boards/{}/plan-templates", a.board),
        format!("/plan-items/{}", a.planned),
        format!("/plan-templates/{}", a.template),
    ] {
        berit.get(&path).await.is(404);
    }
    let own = format!("/plan-items/{}", b.planned);
    berit.get(&own).await.ok();
    // Another board's meeting and case are none that can be chosen.
    let there = a.meeting.to_string();
    let sent = [
        ("act", "move"),
        ("version", "1"),
        ("meeting", there.as_str()),
    ];
    berit.post(&own, &sent).await.is(422);
    let case = a.case.to_string();
    let new = format!("{}/items/new", plan(b.board, 2027));
    berit.post(&new, &[("case", &case)]).await.is(422);
}

#[actix_web::test]
async fn the_demo_has_something_of_everything() {
    for (instance, of) in with_demo() {
        let found: BTreeSet<State> = states(&instance, of, 2026)
            .into_iter()
            .map(|(_, state)| state)
            .collect();
        let wanted = [
            State::NotScheduled,
            State::Planned,
            State::OnAgenda,
            State::Treated,
            State::Slipped,
            State::Dropped,
        ];
        assert_eq!(found, BTreeSet::from(wanted));
        let plans: i64 = read(&instance, |conn| {
            Ok(annual_plan::table.count().get_result(conn)?)
        });
        assert_eq!(plans, 1);
        let mut kari = instance.signed_in(SECRETARY).await;
        let board = kari.get(&format!("/boards/{of}")).await.ok();
        assert!(board.contains(&plan(of, 2026)) && board.contains(&plan(of, 2027)));
        // Visitors find the plan that is shown to everyone, and no other.
        let shown = |year: i32| format!("/published/boards/{of}/annual-plans/{year}");
        let mut visitor = instance.browser();
        let board = visitor.get(&format!("/published/boards/{of}")).await.ok();
        assert!(board.contains(&shown(2026)) && !board.contains(&shown(2027)));
        assert!(visitor.get(&shown(2026)).await.ok().contains("year-wheel"));
    }
}
