//! The bodies that a board is related to, on both engines: the secretariat keeps them and their documents, is reminded of the
//! reviews, and is told who has not been heard on a case; whoever reads a case reads who was.

use crate::support::{Answer, Browser, Instance, day, instances, moment};
use crate::world::{
    COLLEAGUE, MEMBER, NOW, OBSERVER, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER, world,
};
use chrono::NaiveDate;
use diesel::prelude::*;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, MandateId, MeetingId, PersonId, RelatedBodyId, RowId};
use styringsrad::db::schema::{
    audit_entry, board, board_case, case_hearing, mandate_version, message, occasion, person,
    recusal, related_body,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;
use styringsrad::related::{Body, store};

const SKATE: &str = "Skate";
/// A case on which Skate is to be heard, and has not been asked.
const BUDGET: &str = "Budsjettrammer for fellesløsningene året etter 2026";
/// One on which KS has answered, and Skate has not.
const MODEL: &str = "Ny finansieringsmodell for fellesløsningene";
const UNKNOWN: &str = "0192f0c4-0000-7000-8000-000000000000";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

/// An instance with the demo on each engine, and its board.
fn with_demo() -> Vec<(Instance, BoardId)> {
    let all = instances(NOW).into_iter();
    all.map(|instance| {
        assert!(demo::load(&instance.app).expect("the demo loads"));
        let of = read(&instance, |conn| {
            let of = board::table.filter(board::slug.eq("styringsradet"));
            Ok(of.select(board::id).first(conn)?)
        });
        (instance, of)
    })
    .collect()
}

fn bodies(instance: &Instance, of: BoardId) -> Vec<Body> {
    read(instance, move |conn| store::of_board(conn, of))
}

fn called(instance: &Instance, of: BoardId, name: &str) -> Body {
    let found = bodies(instance, of).into_iter();
    let mut found = found.filter(|body| body.facts.name.in_language("nb") == name);
    found.next().expect("the body is there")
}

fn case_titled(instance: &Instance, title: &'static str) -> (CaseId, Option<MeetingId>) {
    read(instance, move |conn| {
        let of = board_case::table.filter(board_case::title.eq(title));
        let columns = (board_case::id, board_case::meeting_id);
        Ok(of.select(columns).first(conn)?)
    })
}

fn heard(instance: &Instance, case: CaseId) -> i64 {
    read(instance, move |conn| {
        let of = case_hearing::table.filter(case_hearing::case_id.eq(case));
        Ok(of.count().get_result(conn)?)
    })
}

fn list(of: BoardId) -> String {
    format!("/boards/{of}/relations")
}

fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("href=\"#{field}\"")) && page.contains("ds-error-summary")
}

/// A right form of a new body.
fn right() -> Vec<(&'static str, String)> {
    let fields = [
        ("id", RelatedBodyId::new().to_string()),
        ("name-nb", "Digitaliseringsrådet".to_owned()),
        ("kind", "cooperation".to_owned()),
        ("heard-on", "Store prosjekter".to_owned()),
        ("subjects", "priorities".to_owned()),
        ("document", "Om samarbeidet".to_owned()),
        ("link", "https://digdir.example/samarbeid".to_owned()),
        ("archive", "26/00123-4".to_owned()),
        ("dated", "2026-01-15".to_owned()),
        ("review-on", "2027-03-01".to_owned()),
    ];
    fields.to_vec()
}

async fn send(browser: &mut Browser<'_>, path: &str, fields: &[(&str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    browser.post(path, &fields).await
}

#[actix_web::test]
async fn everyone_with_a_role_reads_the_relations_and_only_the_secretariat_keeps_them() {
    for (instance, of) in with_demo() {
        for address in [SECRETARY, MEMBER, OBSERVER] {
            let mut reader = instance.signed_in(address).await;
            let page = reader.get(&format!("{}?lang=nb", list(of))).await.ok();
            assert!(page.contains("Forholdet mellom Skate og styringsråd"));
            assert!(page.contains("1. oktober 2021") && page.contains("Konsultasjonen med KS"));
            assert!(page.contains("/mandates/"), "it belongs to the mandate");
            assert_eq!(
                page.contains("/review\""),
                address == SECRETARY,
                "{address}"
            );
            let front = reader.get(&format!("/boards/{of}")).await.ok();
            assert!(front.contains(&list(of)), "{address}");
        }
        let skate = called(&instance, of, SKATE);
        let mut olav = instance.signed_in(MEMBER).await;
        for rest in ["edit", "review"] {
            olav.get(&format!("/relations/{}/{rest}", skate.id))
                .await
                .is(404);
        }
        let mut mette = instance.signed_in(SERVICE_OWNER).await;
        mette.get(&list(of)).await.is(404);
    }
}

#[actix_web::test]
async fn a_body_is_added_once_and_changed_with_who_did_what() {
    for (instance, of) in with_demo() {
        let before = bodies(&instance, of).len();
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/new", list(of));
        kari.get(&path).await.ok();
        let fields = right();
        let lands = send(&mut kari, &path, &fields).await.goes_to();
        assert!(lands.contains("said-related-saved"), "{lands}");
        send(&mut kari, &path, &fields).await.goes_to();
        assert_eq!(bodies(&instance, of).len(), before + 1, "once");
        let one = called(&instance, of, "Digitaliseringsrådet");
        assert_eq!(one.facts.review_on, Some(day("2027-03-01")));
        let mut changed = fields;
        changed.retain(|(name, _)| *name != "link");
        changed.extend([("link", String::new()), ("version", "1".to_owned())]);
        let path = format!("/relations/{}/edit", one.id);
        send(&mut kari, &path, &changed).await.goes_to();
        // Overtaken: what was typed stays.
        changed.retain(|(name, _)| *name != "archive");
        changed.push(("archive", "26/99999-1".to_owned()));
        let page = send(&mut kari, &path, &changed).await.is(409);
        assert!(page.contains("26/99999-1") && page.contains("Kari Nordbø"));
        assert!(page.contains("name=\"version\" value=\"2\""));
        let after = called(&instance, of, "Digitaliseringsrådet");
        assert_eq!(after.facts.document.archive_reference, "26/00123-4");
        assert!(after.facts.document.link.is_empty());
        let entries: Vec<String> = read(&instance, move |conn| {
            let of = audit_entry::table.filter(audit_entry::object_id.eq(one.id.as_str()));
            let of = of.order((audit_entry::at.asc(), audit_entry::id.asc()));
            Ok(of.select(audit_entry::action).load(conn)?)
        });
        assert_eq!(entries, ["related-added", "related-changed"]);
    }
}

#[actix_web::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_is_saved() {
    for (instance, of) in with_demo() {
        let before = bodies(&instance, of);
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/new", list(of));
        let long = "a".repeat(3_000);
        // A version of another board's mandate is no choice.
        let foreign: MandateId = read(&instance, move |conn| {
            let others = mandate_version::table.filter(mandate_version::board_id.ne(of));
            Ok(others.select(mandate_version::id).first(conn)?)
        });
        for (name, value) in [
            ("name-nb", ""),
            ("name-nb", long.as_str()),
            ("name-nn", "a\u{0}b"),
            ("kind", "lost"),
            ("organisation", UNKNOWN),
            ("subjects", "lost"),
            ("heard-on", long.as_str()),
            ("link", "ftp://digdir.example/a"),
            ("link", "javascript:alert(1)"),
            ("mandate", foreign.as_str()),
            ("dated", "2026-02-30"),
            ("review-on", "2026-11-21"),
            ("review-on", "0000-01-01"),
            ("review-on", "9999-12-31"),
        ] {
            let mut wrong = right();
            wrong.retain(|(known, _)| *known != name);
            wrong.push((name, value.to_owned()));
            let page = send(&mut kari, &path, &wrong).await.is(422);
            assert!(is_refused_at(&page, name), "{name} = {value}: {page}");
            assert!(page.contains("Om samarbeidet") && page.contains("26/00123-4"));
        }
        assert_eq!(bodies(&instance, of), before);
    }
}

#[actix_web::test]
async fn a_review_sets_the_next_day_and_keeps_what_was_found() {
    for (instance, of) in with_demo() {
        let skate = called(&instance, of, SKATE);
        let path = format!("/relations/{}/review", skate.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        kari.get(&path).await.ok();
        for wrong in ["2026-11-21", "2026-02-30", "9999-12-31"] {
            let fields = [("version", "1"), ("review-on", wrong), ("note", "Sett.")];
            let page = kari.post(&path, &fields).await.is(422);
            assert!(
                is_refused_at(&page, "review-on") && page.contains("Sett."),
                "{wrong}"
            );
        }
        assert_eq!(called(&instance, of, SKATE), skate);
        let fields = [
            ("version", "1"),
            ("review-on", "2028-10-01"),
            ("note", "Navnet på departementet er et annet."),
        ];
        kari.post(&path, &fields).await.goes_to();
        let page = kari.post(&path, &fields).await.is(409);
        assert!(page.contains("Navnet på departementet"));
        let after = called(&instance, of, SKATE);
        assert_eq!(after.facts.review_on, Some(day("2028-10-01")));
        assert_eq!(after.reviews[..skate.reviews.len()], skate.reviews[..]);
        let last = after.reviews.last().expect("it was looked through");
        assert_eq!(
            (last.on, last.next),
            (day("2026-11-22"), Some(day("2028-10-01")))
        );
        assert_eq!(last.who, "Kari Nordbø");
    }
}

/// The reminders of a document that are about a day: slot and state.
fn reminders(
    instance: &Instance,
    of: RelatedBodyId,
    on: NaiveDate,
) -> Vec<(String, OccasionState)> {
    read(instance, move |conn| {
        let of = occasion::table
            .filter(occasion::kind.eq("relation-review"))
            .filter(occasion::object_id.eq(of.as_str()))
            .filter(occasion::about_day.eq(on))
            .order(occasion::due.asc());
        Ok(of.select((occasion::slot, occasion::state)).load(conn)?)
    })
}

/// To whom mails about documents went, with subject and body.
fn made(instance: &Instance) -> Vec<(String, String, String)> {
    read(instance, |conn| {
        let of = message::table
            .inner_join(occasion::table)
            .filter(occasion::kind.eq("relation-review"))
            .filter(message::subject.like("%Digitaliseringsrådet%"))
            .order((message::created_at.asc(), message::address.asc()));
        let columns = (message::address, message::subject, message::body);
        Ok(of.select(columns).load(conn)?)
    })
}

#[actix_web::test]
async fn the_secretariat_is_reminded_before_the_day_and_six_times_after_it() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/new", list(of));
        send(&mut kari, &path, &right()).await.goes_to();
        let one = called(&instance, of, "Digitaliseringsrådet").id;
        let due = day("2027-03-01");
        let slots: Vec<String> = reminders(&instance, one, due)
            .into_iter()
            .map(|(slot, _)| slot)
            .collect();
        assert_eq!(slots, ["before-30-days", "overdue-1"]);
        // The thirtieth day before is a Saturday.
        instance.move_to("2027-01-29 08:00");
        instance.tick();
        let mails = made(&instance);
        let to: Vec<&str> = mails.iter().map(|(to, _, _)| to.as_str()).collect();
        assert_eq!(to, [COLLEAGUE, SECRETARY]);
        let (_, subject, body) = &mails[1];
        assert!(subject.contains("Digitaliseringsrådet") && subject.contains("1. mars 2027"));
        assert!(
            body.contains(&list(of)) && !body.contains("Om samarbeidet"),
            "{body}"
        );
        let mut now = day("2027-03-15");
        for _ in 0..20 {
            instance.move_to(&format!("{now} 09:00"));
            instance.tick();
            now += chrono::TimeDelta::days(7);
        }
        assert_eq!(made(&instance).len(), 2 + 6 * 2, "and no more");
    }
}

#[actix_web::test]
async fn what_was_looked_through_meanwhile_is_reminded_of_on_its_next_day() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/new", list(of));
        send(&mut kari, &path, &right()).await.goes_to();
        let one = called(&instance, of, "Digitaliseringsrådet").id;
        let fields = [("version", "1"), ("review-on", "2028-03-01"), ("note", "")];
        let path = format!("/relations/{one}/review");
        kari.post(&path, &fields).await.goes_to();
        instance.move_to("2027-03-05 08:00");
        instance.tick();
        assert!(made(&instance).is_empty());
        let planned = reminders(&instance, one, day("2028-03-01"));
        assert_eq!(planned.len(), 2);
        assert!(
            planned
                .iter()
                .all(|(_, state)| *state == OccasionState::Planned)
        );
    }
}

#[actix_web::test]
async fn whoever_reads_a_case_reads_who_was_heard_and_the_secretariat_who_was_not() {
    for (instance, of) in with_demo() {
        let (model, _) = case_titled(&instance, MODEL);
        let (budget, meeting) = case_titled(&instance, BUDGET);
        let meeting = meeting.expect("it is on an agenda");
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&format!("/cases/{model}?lang=nb")).await.ok();
        assert!(page.contains("KS støtter at modellen innføres gradvis"));
        assert!(page.contains("Hørt i saken") && !page.contains("/heard/"));
        assert!(
            !page.contains("har ikke svart ennå"),
            "that is for the secretariat"
        );
        let page = olav.get(&format!("/cases/{budget}?lang=nb")).await.ok();
        assert!(!page.contains("Hørt i saken"));
        let agenda = format!("/meetings/{meeting}/agenda?lang=nb");
        assert!(!olav.get(&agenda).await.ok().contains("Ikke hørt:"));
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/cases/{budget}?lang=nb")).await.ok();
        assert!(page.contains("Skate skal høres i slike saker, men er ikke spurt."));
        let page = kari.get(&format!("/cases/{model}?lang=nb")).await.ok();
        assert!(page.contains("Skate skal høres i slike saker, og har ikke svart ennå."));
        let before = kari
            .get(&agenda)
            .await
            .ok()
            .matches("Ikke hørt: Skate")
            .count();
        assert!(before >= 2, "{before}");
        // Heard, and told no more.
        let skate = called(&instance, of, SKATE).id;
        let fields = [
            ("version", "0"),
            ("asked-on", "2026-11-01"),
            ("answered-on", "2026-11-20"),
            ("answer", "Skate støtter rammene."),
        ];
        let path = format!("/cases/{budget}/heard/{skate}");
        kari.get(&path).await.ok();
        kari.post(&path, &fields).await.goes_to();
        let page = kari.get(&agenda).await.ok();
        assert_eq!(page.matches("Ikke hørt: Skate").count(), before - 1);
        let page = olav.get(&format!("/cases/{budget}?lang=nb")).await.ok();
        assert!(page.contains("Skate støtter rammene."));
        // To whom the case is closed, it is not there.
        let closing = instance.app.db.write_now(|conn| {
            let who: PersonId = person::table
                .filter(person::address.eq(MEMBER))
                .select(person::id)
                .first(conn)?;
            diesel::insert_into(recusal::table)
                .values((
                    recusal::id.eq(RowId::new()),
                    recusal::case_id.eq(budget),
                    recusal::person_id.eq(who),
                    recusal::reason.eq(""),
                    recusal::declared_by.eq(who),
                    recusal::declared_at.eq(moment(NOW)),
                ))
                .execute(conn)?;
            Ok(())
        });
        closing.expect("it is closed");
        let page = olav.get(&format!("/cases/{budget}?lang=nb")).await.ok();
        assert!(!page.contains("Skate støtter rammene."));
    }
}

#[actix_web::test]
async fn a_hearing_is_written_over_the_one_that_was_shown_and_can_be_taken_out() {
    for (instance, of) in with_demo() {
        let (case, _) = case_titled(&instance, BUDGET);
        let skate = called(&instance, of, SKATE).id;
        let path = format!("/cases/{case}/heard/{skate}");
        let mut kari = instance.signed_in(SECRETARY).await;
        for (name, value, at) in [
            ("asked-on", "", "asked-on"),
            ("asked-on", "2026-11-23", "asked-on"),
            ("answered-on", "2026-10-31", "answered-on"),
            ("answered-on", "2026-11-23", "answered-on"),
            ("answered-on", "", "answered-on"),
            ("answered-on", "9999-99-99", "answered-on"),
            ("link", "ftp://skate.example", "link"),
            ("answer", "178981 90021", "answer"),
        ] {
            let mut fields = vec![
                ("version", "0"),
                ("asked-on", "2026-11-01"),
                ("answered-on", "2026-11-20"),
                ("answer", "Enig."),
            ];
            fields.retain(|(known, _)| *known != name);
            fields.push((name, value));
            let page = kari.post(&path, &fields).await.is(422);
            assert!(is_refused_at(&page, at), "{name} = {value}: {page}");
        }
        assert_eq!(heard(&instance, case), 0);
        let sent = |version: &'static str, answer: &'static str| {
            [
                ("version", version),
                ("asked-on", "2026-11-01"),
                ("answered-on", "2026-11-20"),
                ("answer", answer),
            ]
        };
        kari.post(&path, &sent("0", "Enig.")).await.goes_to();
        // Two tabs: the second keeps what was typed, and saves over the first from there.
        let page = kari.post(&path, &sent("0", "Uenig.")).await.is(409);
        assert!(page.contains("Uenig.") && page.contains("name=\"version\" value=\"1\""));
        kari.post(&path, &sent("1", "Uenig.")).await.goes_to();
        let out = [("version", "2"), ("act", "remove")];
        kari.post(&path, &out).await.goes_to();
        assert_eq!(heard(&instance, case), 0);
        kari.post(&path, &out).await.is(409);
        // No body, and no id.
        for none in [UNKNOWN, "x"] {
            let path = format!("/cases/{case}/heard/{none}");
            kari.get(&path).await.is(404);
        }
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&path).await.is(404);
        // What a case says may be exempt, so the log says only that something was written.
        let told: Vec<String> = read(&instance, move |conn| {
            let of = audit_entry::table.filter(audit_entry::object_kind.eq("case_hearing"));
            Ok(of.select(audit_entry::changes).load(conn)?)
        });
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|changes| changes == "[]"), "{told:?}");
    }
}

#[actix_web::test]
async fn another_boards_secretary_finds_nothing() {
    let world = world();
    let mut berit = world.browser(Some(OTHER_SECRETARY)).await;
    let before = bodies(&world.instance, world.a.board);
    for path in [
        list(world.a.board),
        format!("{}/new", list(world.a.board)),
        format!("/relations/{}/edit", world.a.related),
        format!("/relations/{}/review", world.a.related),
        format!("/cases/{}/heard/{}", world.a.case, world.a.related),
        // One's own case, and a body of another board; and the other way round.
        format!("/cases/{}/heard/{}", world.b.case, world.a.related),
        format!("/cases/{}/heard/{}", world.a.case, world.b.related),
    ] {
        berit.get(&path).await.is(404);
        let fields = [("version", "0"), ("asked-on", "2026-11-01")];
        berit.post(&path, &fields).await;
    }
    let path = format!("/cases/{}/heard/{}", world.b.case, world.a.related);
    let fields = [("version", "0"), ("asked-on", "2026-11-01")];
    berit.post(&path, &fields).await.is(404);
    assert_eq!(heard(&world.instance, world.b.case), 0);
    // The id of another board's body in a form of one's own changes nothing there.
    let mut fields = right();
    fields.retain(|(name, _)| *name != "id");
    fields.push(("id", world.a.related.to_string()));
    let path = format!("{}/new", list(world.b.board));
    send(&mut berit, &path, &fields).await.is(404);
    assert_eq!(bodies(&world.instance, world.a.board), before);
    let found: i64 = read(&world.instance, |conn| {
        let named = related_body::table
            .filter(related_body::name.eq(Words::new([("nb", "Digitaliseringsrådet")])));
        Ok(named.count().get_result(conn)?)
    });
    assert_eq!(found, 0);
}
