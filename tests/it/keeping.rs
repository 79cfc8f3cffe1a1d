//! What answers bring along and how long it is kept: what people need at a meeting, and who was only ever a deputy.

use crate::notices::{MEMBER, OTHER, SECRETARY, START, demo, fields, made, one, press};
use crate::replies::{VARA, called, link_of};
use crate::support::{Browser, Instance, day, instances};
use chrono::NaiveDate;
use diesel::prelude::*;
use styringsrad::db::ids::{BoardId, MeetingId, PersonId};
use styringsrad::db::schema::{
    audit_entry, board, delivery, meeting, message, need, person, replacement, reply,
};
use styringsrad::meetings::replies::rules::{DEPUTY_KEPT, NEEDS_KEPT};
use styringsrad::meetings::{Meeting, store};

const NEED: &str = "Nøtteallergi og teleslynge";

fn needs(instance: &Instance) -> Vec<String> {
    let read = (instance.app.db).read_now(|conn| Ok(need::table.select(need::words).load(conn)?));
    read.expect("the needs are read")
}

fn ask_needs(instance: &Instance, of: BoardId) {
    let asked = instance.app.db.write_now(|conn| {
        let of = board::table.find(of);
        Ok(diesel::update(of)
            .set(board::asks_needs.eq(true))
            .execute(conn)?)
    });
    assert_eq!(asked.expect("the board asks"), 1);
}

/// The page behind a link, filled in with a need and answered as coming.
async fn says(browser: &mut Browser<'_>, path: &str, what: &str) {
    let page = browser.get(path).await.ok();
    let mut form = fields(&page, path);
    form.retain(|(name, _)| name != "needs" && name != "answer" && name != "token");
    let mut all: Vec<(&str, &str)> = vec![("answer", "in_person"), ("needs", what)];
    all.extend(
        form.iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    browser.post(path, &all).await.goes_to();
}

fn move_to_day(instance: &Instance, day: NaiveDate) {
    instance
        .app
        .clock
        .move_to(day.and_hms_opt(9, 0, 0).expect("a time").and_utc().into());
    instance.tick();
}

#[actix_web::test]
async fn needs_are_asked_only_where_the_board_asks_and_only_the_secretariat_sees_them() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let mut olav = instance.browser();
        assert!(!olav.get(&path).await.ok().contains("name=\"needs\""));
        // What is not asked is not kept.
        let unasked = [("answer", "in_person"), ("version", "0"), ("needs", NEED)];
        olav.post(&path, &unasked).await.goes_to();
        assert_eq!(needs(&instance), [""; 0]);
        ask_needs(&instance, one(&instance, meeting).board);
        says(&mut olav, &path, NEED).await;
        assert_eq!(needs(&instance), [NEED]);
        let page = olav.get(&path).await.ok();
        assert!(page.contains(NEED) && page.contains("slettes"), "one's own");
        let own = format!("/meetings/{meeting}");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&own).await.ok();
        assert!(page.contains(NEED) && page.contains("Bare sekretariatet ser dette"));
        for other in [OTHER, "ingrid.solvang@digdir.example"] {
            let mut other = instance.signed_in(other).await;
            for page in [own.clone(), format!("{own}/reply"), "/me".to_owned()] {
                assert!(
                    !other.get(&page).await.body.contains("Nøtteallergi"),
                    "{page}"
                );
            }
        }
        // One tap by the secretariat says nothing of needs, and keeps them.
        let tap = format!("{own}/replies/{}", person_of(&instance, MEMBER));
        kari.post(&tap, &[("answer", "in_person")]).await.goes_to();
        assert_eq!(needs(&instance), [NEED]);
        // Every mail, and the audit log.
        instance.tick();
        assert!(
            made(&instance, "%")
                .iter()
                .all(|mail| !mail.text().contains("Nøtteallergi"))
        );
        let log = instance.app.db.read_now(|conn| {
            let all: Vec<String> = audit_entry::table.select(audit_entry::changes).load(conn)?;
            Ok(all)
        });
        assert!(
            log.unwrap()
                .iter()
                .all(|changes| !changes.contains("Nøtteallergi"))
        );
        // Another answer takes them away.
        kari.post(&tap, &[("answer", "not_coming")]).await.goes_to();
        assert_eq!(needs(&instance), [""; 0]);
    }
}

#[actix_web::test]
async fn needs_are_deleted_a_week_after_the_meeting_and_at_once_when_it_is_cancelled() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        ask_needs(&instance, one(&instance, meeting).board);
        let mut olav = instance.browser();
        says(&mut olav, &path, NEED).await;
        let last = one(&instance, meeting).last_day();
        move_to_day(&instance, last + NEEDS_KEPT);
        assert_eq!(needs(&instance), [NEED], "the last day");
        move_to_day(&instance, last + NEEDS_KEPT + chrono::Duration::days(1));
        assert_eq!(needs(&instance), [""; 0], "the day after");
    }
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        ask_needs(&instance, one(&instance, meeting).board);
        says(&mut instance.browser(), &path, NEED).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let version = one(&instance, meeting).version.to_string();
        let cancel = format!("/meetings/{meeting}/cancel");
        kari.post(&cancel, &[("version", &version)]).await.goes_to();
        instance.tick();
        assert_eq!(needs(&instance), [""; 0]);
    }
}

#[actix_web::test]
async fn a_deputy_is_asked_too_and_what_a_deputy_said_goes_with_the_deputy() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        ask_needs(&instance, one(&instance, meeting).board);
        name_siri(&instance, &path, "0").await;
        instance.tick();
        let own = link_of(&instance, "notice-deputy", VARA);
        says(&mut instance.browser(), &own, NEED).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{meeting}")).await.ok();
        assert!(page.contains("<strong>Siri Vara</strong>: Nøtteallergi"));
        let back = [("answer", "digitally"), ("version", "1")];
        instance.browser().post(&path, &back).await.goes_to();
        assert_eq!(needs(&instance), [""; 0]);
    }
}

async fn name_siri(instance: &Instance, path: &str, version: &str) {
    let named = [
        ("answer", "deputy"),
        ("version", version),
        ("deputy-name", "Siri Vara"),
        ("deputy-address", VARA),
    ];
    instance.browser().post(path, &named).await.goes_to();
}

fn person_of(instance: &Instance, address: &str) -> PersonId {
    let read = instance.app.db.read_now(|conn| {
        let of = person::table.filter(person::address.eq(address));
        Ok(of.select(person::id).first(conn)?)
    });
    read.expect("someone has the address")
}

fn delete_after(instance: &Instance, of: PersonId) -> Option<NaiveDate> {
    let read = instance.app.db.read_now(|conn| {
        Ok(person::table
            .find(of)
            .select(person::delete_after)
            .first(conn)?)
    });
    read.expect("the person stands")
}

/// Everything that the database still says with a word in it, of what could name a deputy.
fn traces(instance: &Instance, word: &str) -> Vec<String> {
    let read = instance.app.db.read_now(|conn| {
        let mut all: Vec<String> = Vec::new();
        let people: Vec<(String, Option<String>)> = person::table
            .select((person::name, person::address))
            .load(conn)?;
        all.extend(people.into_iter().map(|one| format!("person {one:?}")));
        type Letter = (String, String, String, String, String);
        let letters: Vec<Letter> = message::table
            .select((
                message::name,
                message::address,
                message::subject,
                message::body,
                message::last_answer,
            ))
            .load(conn)?;
        all.extend(letters.into_iter().map(|one| format!("message {one:?}")));
        let tries: Vec<String> = delivery::table.select(delivery::answer).load(conn)?;
        all.extend(tries.into_iter().map(|one| format!("delivery {one}")));
        let named: Vec<String> = replacement::table.select(replacement::name).load(conn)?;
        all.extend(named.into_iter().map(|one| format!("replacement {one}")));
        Ok(all)
    });
    let all = read.expect("the rows are read");
    all.into_iter().filter(|row| row.contains(word)).collect()
}

#[actix_web::test]
async fn who_was_only_ever_a_deputy_is_forgotten_and_the_minutes_keep_the_name() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        name_siri(&instance, &path, "0").await;
        instance.tick();
        let siri = person_of(&instance, VARA);
        let until = one(&instance, meeting).last_day() + DEPUTY_KEPT;
        assert_eq!(delete_after(&instance, siri), Some(until));
        assert_eq!(delete_after(&instance, person_of(&instance, MEMBER)), None);
        let own = link_of(&instance, "notice-deputy", VARA);
        instance
            .browser()
            .post(&own, &[("answer", "in_person"), ("version", "0")])
            .await
            .goes_to();
        move_to_day(&instance, until);
        assert!(!traces(&instance, "siri.vara").is_empty(), "the last day");
        move_to_day(&instance, until + chrono::Duration::days(1));
        assert_eq!(traces(&instance, "siri.vara"), [""; 0]);
        assert_eq!(traces(&instance, "Siri"), ["replacement Siri Vara"]);
        // The ledger keeps that there was a mail, and the key of whom it was to.
        let (kept, answers) = instance
            .app
            .db
            .read_now(|conn| {
                let to = format!("person:{siri}");
                let kept: i64 = message::table
                    .filter(message::recipient.eq(to))
                    .count()
                    .get_result(conn)?;
                let of = reply::table.filter(reply::person_id.eq(siri));
                Ok((kept, of.count().get_result::<i64>(conn)?))
            })
            .unwrap();
        assert!(kept > 0 && answers == 1);
        instance.browser().get(&own).await.is(410);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{meeting}")).await.ok();
        assert!(page.contains("Siri Vara"), "who came is history");
        assert!(!kari.get("/people").await.ok().contains(">–<"));
        kari.get(&format!("/ledger/people/{siri}")).await.ok();
        // Nothing more is found the next time.
        let stood = audit_of(&instance, siri);
        instance.tick();
        assert_eq!(audit_of(&instance, siri), stood);
        assert!(stood.contains(&"person-forgotten".to_owned()));
    }
}

fn audit_of(instance: &Instance, of: PersonId) -> Vec<String> {
    let read = instance.app.db.read_now(|conn| {
        let of = audit_entry::table.filter(audit_entry::object_id.eq(of.as_str()));
        Ok(of.select(audit_entry::action).load(conn)?)
    });
    read.expect("the log is read")
}

#[actix_web::test]
async fn a_deputy_who_was_let_go_leaves_no_name() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        name_siri(&instance, &path, "0").await;
        instance.tick();
        let back = [("answer", "in_person"), ("version", "1")];
        instance.browser().post(&path, &back).await.goes_to();
        let until = one(&instance, meeting).last_day() + DEPUTY_KEPT;
        move_to_day(&instance, until + chrono::Duration::days(1));
        assert_eq!(traces(&instance, "Siri"), [""; 0]);
        assert_eq!(traces(&instance, "siri.vara"), [""; 0]);
    }
}

fn second(instance: &Instance, of: BoardId) -> Meeting {
    let read = instance
        .app
        .db
        .read_now(|conn| store::of_year(conn, of, 2027));
    read.expect("the year is read").remove(1)
}

#[actix_web::test]
async fn a_deputy_stays_longer_when_named_again_or_when_the_meeting_is_moved() {
    for instance in instances(START) {
        let (first, path) = called(&instance).await;
        name_siri(&instance, &path, "0").await;
        let siri = person_of(&instance, VARA);
        let later = second(&instance, one(&instance, first).board);
        let mut olav = instance.signed_in(MEMBER).await;
        let named = [
            ("answer", "deputy"),
            ("version", "0"),
            ("deputy-name", "Siri Vara"),
            ("deputy-address", VARA),
        ];
        let own = format!("/meetings/{}/reply", later.id);
        olav.post(&own, &named).await.goes_to();
        let until = later.last_day() + DEPUTY_KEPT;
        assert_eq!(delete_after(&instance, siri), Some(until));
        // The second meeting is moved behind her last day.
        let moved = later.first_day() + chrono::Duration::days(100);
        instance
            .app
            .db
            .write_now(|conn| {
                let of = meeting::table.find(later.id);
                Ok(diesel::update(of)
                    .set((meeting::first_day.eq(moved), meeting::last_day.eq(moved)))
                    .execute(conn)?)
            })
            .unwrap();
        move_to_day(&instance, until + chrono::Duration::days(1));
        assert_eq!(delete_after(&instance, siri), Some(moved + DEPUTY_KEPT));
        assert!(!traces(&instance, "siri.vara").is_empty());
    }
}

#[actix_web::test]
async fn a_deputy_named_again_for_the_new_day_stays_the_one_they_are() {
    for instance in instances(START) {
        let (id, path) = called(&instance).await;
        name_siri(&instance, &path, "0").await;
        instance.tick();
        let moved = one(&instance, id).first_day() + chrono::Duration::days(7);
        let mut kari = instance.signed_in(SECRETARY).await;
        let move_it = format!("/meetings/{id}/move");
        let page = kari.get(&move_it).await.ok();
        let mut form = fields(&page, &format!("{move_it}#difference"));
        let first = form.iter_mut().find(|(name, _)| name.starts_with("day-"));
        first.expect("the first day").1 = moved.to_string();
        let page = press(&mut kari, &move_it, &form, "preview").await.ok();
        let form = fields(&page, &format!("{move_it}#difference"));
        press(&mut kari, &move_it, &form, "save").await.goes_to();
        assert_eq!(one(&instance, id).first_day(), moved);
        let page = instance.browser().get(&path).await.ok();
        assert!(
            page.contains("Siri Vara var meldt som vara den gangen"),
            "{page}"
        );
        name_siri(&instance, &path, "1").await;
        instance.tick();
        let page = instance.browser().get(&path).await.ok();
        assert!(page.contains("Siri Vara er meldt som vara."));
        assert_eq!(made(&instance, "notice-deputy").len(), 1);
        assert_eq!(made(&instance, "notice-deputy-released").len(), 0);
    }
}

#[actix_web::test]
async fn who_gets_a_part_stays() {
    for instance in instances(START) {
        let (_, path) = called(&instance).await;
        name_siri(&instance, &path, "0").await;
        let siri = person_of(&instance, VARA);
        instance
            .app
            .db
            .write_now(|conn| {
                use styringsrad::people::store::persons::{By, give_role};
                let by = By {
                    actor: styringsrad::audit::Actor::System,
                    now: instance.now(),
                };
                let role = styringsrad::people::InstanceRole::Administrator;
                Ok(give_role(conn, by, siri, role, (day("2026-12-01"), None))?.is_ok())
            })
            .unwrap();
        assert_eq!(delete_after(&instance, siri), None);
    }
}

#[actix_web::test]
async fn the_demos_near_meeting_was_called_and_nobody_is_mailed_for_it() {
    for instance in instances(START) {
        let board = demo(&instance);
        instance.tick();
        assert!(made(&instance, "notice-%").is_empty());
        assert!(
            instance
                .take_mails()
                .iter()
                .all(|mail| !mail.contains("Innkalling"))
        );
        let near: MeetingId = instance
            .app
            .db
            .read_now(|conn| {
                let of = meeting::table
                    .filter(meeting::board_id.eq(board))
                    .filter(meeting::state.eq("called"));
                Ok(of.select(meeting::id).first(conn)?)
            })
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{near}/notices")).await.ok();
        assert!(
            page.contains("Kari Nordbø") && page.contains(" personer"),
            "{page}"
        );
        let (_, rest) = page
            .split_once("/ledger/occasions/")
            .expect("a link to the ledger");
        let occasion = rest.split('"').next().unwrap();
        let told = kari
            .get(&format!("/ledger/occasions/{occasion}"))
            .await
            .ok();
        assert!(
            told.contains("Olav Myklebø") && told.contains(&format!("/meetings/{near}/notices"))
        );
        let (_, rest) = told.split_once("/ledger/messages/").expect("a letter");
        let letter = format!("/ledger/messages/{}", rest.split('"').next().unwrap());
        assert!(kari.get(&letter).await.ok().contains("Ingenting ble sendt"));
        let page = kari.get(&format!("/meetings/{near}")).await.ok();
        assert!(page.contains("Har ikke svart: ") && page.contains("har svart:"));
        // A member answers on their page; they are told of changes like everyone who was told.
        let mut olav = instance.signed_in(MEMBER).await;
        let own = format!("/meetings/{near}/reply");
        let form = fields(&olav.get(&own).await.ok(), &own);
        let version = form.iter().find(|(name, _)| name == "version").unwrap();
        olav.post(&own, &[("answer", "digitally"), ("version", &version.1)])
            .await
            .goes_to();
        let page = kari
            .get(&format!("/meetings/{near}/notices/new?kind=change"))
            .await
            .ok();
        assert!(page.contains("Olav Myklebø"));
    }
}
