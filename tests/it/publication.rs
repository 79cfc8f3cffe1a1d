//! The gate to publication through its pages, on both engines: nothing goes out unassessed, it can be undone for ten
//! minutes, and what is withdrawn is out nowhere.

use crate::cases::Scene;
use crate::minutes::{SAID, item, path};
use crate::round::{approve, correct, round, saying, send, shown, written};
use crate::support::{Browser, Instance, instances};
use crate::world::{CHAIR, COLLEAGUE, MEMBER, NOW, SECRETARY};
use chrono::Duration;
use diesel::prelude::*;
use styringsrad::cases::{ItemKind, store as cases};
use styringsrad::db::ids::{CaseId, RowId};
use styringsrad::db::schema::{legal_basis, minute_item, published_item};
use styringsrad::meetings::{MeetingState, store as meetings};
use styringsrad::minutes::publication::{PublicationState, store};
use styringsrad::minutes::round::{Setting, store as rounds};

fn below(scene: &Scene, rest: &str) -> String {
    format!("{}/{rest}", path(scene))
}

/// The minutes are approved; who keeps them is signed in.
pub async fn approved(instance: &Instance) -> (Scene, Browser<'_>) {
    let (scene, mut kari) = written(instance).await;
    send(&mut kari, instance, &scene).await;
    approve(instance, &scene).await;
    (scene, instance.signed_in(SECRETARY).await)
}

/// Every item that is not assessed is found open.
pub async fn open_all(kari: &mut Browser<'_>, scene: &Scene) {
    let page = kari.get(&below(scene, "access")).await.ok();
    let rest = page
        .split_once("name=\"items\" value=\"")
        .expect("some are not assessed")
        .1;
    let shown = rest.split('"').next().expect("it ends");
    let fields = [("items", shown)];
    kari.post(&below(scene, "access"), &fields).await.goes_to();
}

/// The approved version is published.
pub async fn publish(kari: &mut Browser<'_>, instance: &Instance, scene: &Scene) -> String {
    let number = round(instance, scene.near).and_then(|it| it.approved);
    let number = number.map_or(0, |one| one.number).to_string();
    let fields = [("act", "publish"), ("number", number.as_str())];
    kari.post(&below(scene, "publication"), &fields)
        .await
        .goes_to()
}

fn standing(instance: &Instance, scene: &Scene) -> Option<RowId> {
    let read = instance
        .app
        .db
        .read_now(|conn| store::standing(conn, scene.near));
    read.expect("it is read").map(|one| one.id)
}

fn listed(instance: &Instance, scene: &Scene) -> i64 {
    let read = instance.app.db.read_now(|conn| {
        let rows = published_item::table.filter(published_item::meeting_id.eq(scene.near));
        Ok(rows.count().get_result(conn)?)
    });
    read.expect("the list is read")
}

#[actix_web::test]
async fn nothing_goes_out_before_every_item_is_assessed() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let page = kari.get(&below(&scene, "publication")).await.ok();
        assert!(page.contains("ikke vurdert etter offentleglova"), "{page}");
        let fields = [("act", "publish"), ("number", "2")];
        let told = kari
            .post(&below(&scene, "publication"), &fields)
            .await
            .is(422);
        assert!(told.contains("ikke vurdert etter offentleglova"));
        assert_eq!(
            (standing(&instance, &scene), listed(&instance, &scene)),
            (None, 0)
        );
        open_all(&mut kari, &scene).await;
        let said = publish(&mut kari, &instance, &scene).await;
        assert!(said.contains("said-minutes-published"), "{said}");
        assert!(listed(&instance, &scene) > 0 && standing(&instance, &scene).is_some());
        let read = |conn: &mut _| meetings::meeting(conn, scene.near);
        let of = instance.app.db.read_now(read).expect("it is read");
        assert_eq!(of.state, MeetingState::Closed);
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&below(&scene, "publication")).await.is(404);
    }
}

#[actix_web::test]
async fn it_can_be_undone_for_ten_minutes_and_then_only_withdrawn() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let first = standing(&instance, &scene).expect("it is out").to_string();
        let undo = [("act", "undo"), ("publication", first.as_str())];
        let page = below(&scene, "publication");
        kari.post(&page, &undo).await.goes_to();
        assert_eq!(
            (standing(&instance, &scene), listed(&instance, &scene)),
            (None, 0)
        );
        publish(&mut kari, &instance, &scene).await;
        let second = standing(&instance, &scene).expect("it is out").to_string();
        instance.move_by(Duration::minutes(11));
        let undo = [("act", "undo"), ("publication", second.as_str())];
        // The button was there when the page was read (F45).
        let told = kari.post(&page, &undo).await.is(422);
        assert!(told.contains("for sent å angre"), "{told}");
        let without = [
            ("act", "withdraw"),
            ("publication", &*second),
            ("reason", ""),
        ];
        kari.post(&page, &without).await.is(422);
        let withdraw = [
            ("act", "withdraw"),
            ("publication", second.as_str()),
            ("reason", "Feil tall i tabellen"),
        ];
        kari.post(&page, &withdraw).await.goes_to();
        kari.post(&page, &withdraw).await.is(409);
        assert_eq!(
            (standing(&instance, &scene), listed(&instance, &scene)),
            (None, 0)
        );
        let all = instance
            .app
            .db
            .read_now(|conn| store::of_meeting(conn, scene.near));
        let states: Vec<_> = all
            .expect("they are read")
            .iter()
            .map(|it| it.state)
            .collect();
        assert_eq!(
            states,
            [PublicationState::Withdrawn, PublicationState::Undone]
        );
    }
}

#[actix_web::test]
async fn where_the_board_wants_two_the_second_is_another() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        want_two(&instance, &scene);
        open_all(&mut kari, &scene).await;
        let said = publish(&mut kari, &instance, &scene).await;
        assert!(said.contains("said-minutes-asked"), "{said}");
        assert_eq!(standing(&instance, &scene), None);
        let fields = [("act", "publish"), ("number", "2")];
        kari.post(&below(&scene, "publication"), &fields)
            .await
            .is(422);
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let page = jon.get(&below(&scene, "publication")).await.ok();
        assert!(
            page.contains("Kari Nordbø har gjort referatet klart"),
            "{page}"
        );
        publish(&mut jon, &instance, &scene).await;
        assert!(standing(&instance, &scene).is_some());
    }
}

#[actix_web::test]
async fn what_was_asked_for_needs_another_though_the_rule_is_lifted() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        want_two(&instance, &scene);
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        lay_down(&instance, &scene, false);
        let page = below(&scene, "publication");
        let told = kari.get(&page).await.ok();
        assert!(told.contains("kan ikke publisere det selv"), "{told}");
        let fields = [("act", "publish"), ("number", "2")];
        kari.post(&page, &fields).await.is(422);
        assert_eq!(standing(&instance, &scene), None);
        let mut jon = instance.signed_in(COLLEAGUE).await;
        publish(&mut jon, &instance, &scene).await;
        assert!(standing(&instance, &scene).is_some());
    }
}

/// A second person is wanted from now on.
fn want_two(instance: &Instance, scene: &Scene) {
    lay_down(instance, scene, true);
}

/// Whether a second person is wanted from now on.
fn lay_down(instance: &Instance, scene: &Scene, needs_second: bool) {
    let write = |conn: &mut _| {
        let laid_down = rounds::setting(conn, scene.board)?;
        let setting = Setting {
            needs_second,
            ..laid_down
        };
        rounds::put_setting(conn, scene.board, &setting)
    };
    instance.app.db.write_now(write).expect("it is laid down");
}

fn is_to(mail: &str, address: &str) -> bool {
    let mut lines = mail.lines();
    lines.any(|line| line.starts_with("To: ") && line.contains(address))
}

#[actix_web::test]
async fn the_colleague_who_is_to_publish_is_told_unless_it_is_done() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        scene.switch_mail_on(&instance);
        want_two(&instance, &scene);
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let told = saying(&instance, "har gjort referatet klart");
        assert!(told.iter().any(|mail| is_to(mail, COLLEAGUE)), "{told:?}");
        assert!(!told.iter().any(|mail| is_to(mail, SECRETARY)), "{told:?}");
        assert!(told[0].contains("minutes/publication"), "{told:?}");
        let mut jon = instance.signed_in(COLLEAGUE).await;
        publish(&mut jon, &instance, &scene).await;
        assert_eq!(saying(&instance, "har gjort referatet klart").len(), 0);
    }
}

#[actix_web::test]
async fn nobody_is_asked_to_publish_what_has_been_published_meanwhile() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        scene.switch_mail_on(&instance);
        want_two(&instance, &scene);
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        publish(&mut jon, &instance, &scene).await;
        assert_eq!(saying(&instance, "har gjort referatet klart").len(), 0);
    }
}

#[actix_web::test]
async fn the_board_and_those_who_were_there_are_told_of_a_correction_and_a_withdrawal() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        scene.switch_mail_on(&instance);
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(11));
        assert_eq!(saying(&instance, "er retta").len(), 0, "nothing is yet");
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        publish(&mut kari, &instance, &scene).await;
        assert_eq!(saying(&instance, "Feil sats").len(), 0, "it can be undone");
        instance.move_by(Duration::minutes(11));
        let told = saying(&instance, "Feil sats");
        let case = item(&instance, &scene, ItemKind::Case).case;
        let title = title_of(&instance, case.expect("it is a case"));
        // Olav was there; the chair is not written down, and sits on the board.
        for address in [MEMBER, CHAIR] {
            assert!(told.iter().any(|mail| is_to(mail, address)), "{told:?}");
        }
        let tells = |mail: &String| mail.contains(&title) || mail.contains("Rettet sats");
        assert!(!told.iter().any(tells), "{told:?}");
        let out = standing(&instance, &scene).expect("it is out").to_string();
        let withdraw = [
            ("act", "withdraw"),
            ("publication", out.as_str()),
            ("reason", "Feil tal i tabellen"),
        ];
        let page = below(&scene, "publication");
        kari.post(&page, &withdraw).await.goes_to();
        let told = saying(&instance, "Feil tal i tabellen");
        for address in [MEMBER, CHAIR] {
            assert!(told.iter().any(|mail| is_to(mail, address)), "{told:?}");
        }
        assert!(!told.iter().any(|mail| mail.contains(&title)), "{told:?}");
        // Its link is called after what it leads to.
        let links = ["Les om tilbaketrekkingen", "Les kvifor referatet er trekt"];
        assert!(links.iter().any(|link| told[0].contains(link)), "{told:?}");
        assert!(!told[0].contains("Opne referatet"), "{told:?}");
        // Out again it is no correction anew.
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(11));
        assert_eq!(saying(&instance, "Feil sats").len(), 0);
    }
}

#[actix_web::test]
async fn each_audience_is_shown_what_it_will_read() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let title = title_of(&instance, case.case.expect("it is a case"));
        let basis = instance.app.db.read_now(|conn| {
            let first = legal_basis::table.order(legal_basis::position.asc());
            Ok(first.select(legal_basis::id).first::<RowId>(conn)?)
        });
        let basis = basis.expect("there is law").to_string();
        let fields = [
            ("version", "1"),
            ("audience", "members"),
            ("assessment", "exempt"),
            ("basis", basis.as_str()),
            ("scope", "title"),
            ("extended-access", "yes"),
        ];
        let one = below(&scene, &format!("access/{}", case.id));
        let wide = [
            ("version", "1"),
            ("audience", "public"),
            ("assessment", "exempt"),
        ];
        kari.post(&one, &wide).await.is(422);
        kari.post(&one, &fields).await.goes_to();
        kari.post(&one, &fields).await.is(409);
        open_all(&mut kari, &scene).await;
        let preview = |whose: &str| below(&scene, &format!("publication/preview?as={whose}"));
        let members = kari.get(&preview("members")).await.ok();
        assert!(members.contains(SAID) && members.contains(&title));
        for whose in ["service_owners", "public"] {
            let page = kari.get(&preview(whose)).await.ok();
            assert!(!page.contains(SAID) && !page.contains(&title), "{whose}");
            assert!(page.contains("Unntatt offentlighet, jf. offl. § 13"));
        }
        let gate = kari.get(&below(&scene, "publication")).await.ok();
        assert!(gate.contains("saker"), "{gate}");
    }
}

fn title_of(instance: &Instance, id: CaseId) -> String {
    let read = instance.app.db.read_now(|conn| cases::case(conn, id));
    read.expect("the case is read").facts.title
}

#[actix_web::test]
async fn f40_an_identity_number_stops_the_publication() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        // It came in by a way that no form looked through.
        let case = item(&instance, &scene, ItemKind::Case).id;
        let write = instance.app.db.write_now(|conn| {
            Ok(diesel::update(minute_item::table.find(case))
                .set(minute_item::content.eq("Søkeren, 17898190021, var til stede"))
                .execute(conn)?)
        });
        write.expect("it is written");
        send(&mut kari, &instance, &scene).await;
        approve(&instance, &scene).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        open_all(&mut kari, &scene).await;
        let fields = [("act", "publish"), ("number", "2")];
        let told = kari
            .post(&below(&scene, "publication"), &fields)
            .await
            .is(422);
        assert!(told.contains("fødselsnummer"), "{told}");
        assert_eq!(standing(&instance, &scene), None);
    }
}

#[actix_web::test]
async fn a_corrected_version_takes_the_place_of_the_one_that_is_out() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let round = below(&scene, "round");
        let said = "Den versjonen som er publisert nå, kan fortsatt leses";
        assert!(kari.get(&round).await.ok().contains(said));
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        let waits = "Versjon 3 er ikke publisert";
        assert!(kari.get(&round).await.ok().contains(waits));
        let before = standing(&instance, &scene);
        publish(&mut kari, &instance, &scene).await;
        assert!(!kari.get(&round).await.ok().contains(waits));
        let out = instance
            .app
            .db
            .read_now(|conn| store::standing(conn, scene.near));
        let out = out.expect("it is read").expect("it is out");
        assert!(out.number == 3 && Some(out.id) != before);
        // Undone, the version before is out again.
        let undo = [("act", "undo"), ("publication", out.id.as_str())];
        kari.post(&below(&scene, "publication"), &undo)
            .await
            .goes_to();
        assert_eq!(standing(&instance, &scene), before);
        assert!(listed(&instance, &scene) > 0);
    }
}

#[actix_web::test]
async fn the_history_tells_each_publication_once() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(11));
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(11));
        let page = below(&scene, "publication");
        let out = standing(&instance, &scene).expect("it is out").to_string();
        let withdraw = [
            ("act", "withdraw"),
            ("publication", out.as_str()),
            ("reason", "Feil tall i tabellen"),
        ];
        kari.post(&page, &withdraw).await.goes_to();
        let told = kari.get(&page).await.ok();
        let lines = |words: &str| {
            let lines = told
                .split("<li>")
                .filter(|line| line.contains("ble publisert"));
            lines.filter(|line| line.contains(words)).count()
        };
        assert_eq!(lines("og erstattet"), 1, "{told}");
        assert_eq!(lines("og trukket tilbake"), 1, "{told}");
        assert_eq!(lines("Feil tall i tabellen"), 1, "{told}");
    }
}

#[actix_web::test]
async fn minutes_that_are_being_corrected_wait_until_that_is_done() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        let (version, _) = shown(&instance, scene.near);
        let begin = [
            ("act", "correct"),
            ("version", &*version),
            ("reason", "Feil sats"),
        ];
        kari.post(&below(&scene, "round"), &begin).await.goes_to();
        let gate = kari.get(&below(&scene, "publication")).await.ok();
        assert!(gate.contains("ikke fullført"), "{gate}");
    }
}

#[actix_web::test]
async fn a_version_that_was_withdrawn_does_not_come_out_again_when_another_is_undone() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        publish(&mut kari, &instance, &scene).await;
        let page = below(&scene, "publication");
        let out = standing(&instance, &scene).expect("it is out").to_string();
        let withdraw = [
            ("act", "withdraw"),
            ("publication", out.as_str()),
            ("reason", "Feil tall i tabellen"),
        ];
        kari.post(&page, &withdraw).await.goes_to();
        publish(&mut kari, &instance, &scene).await;
        let out = standing(&instance, &scene).expect("it is out").to_string();
        let undo = [("act", "undo"), ("publication", out.as_str())];
        kari.post(&page, &undo).await.goes_to();
        assert_eq!(
            (standing(&instance, &scene), listed(&instance, &scene)),
            (None, 0)
        );
        let read = |conn: &mut _| store::of_meeting(conn, scene.near);
        let all = instance.app.db.read_now(read).expect("they are read");
        let withdrawn = all
            .iter()
            .filter(|it| it.state == PublicationState::Withdrawn);
        assert_eq!(withdrawn.count(), 2);
    }
}

#[actix_web::test]
async fn the_board_reads_that_its_minutes_were_withdrawn() {
    const GONE: &str = "Referatet er ikkje publisert lenger";
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let reading = below(&scene, "reading");
        assert!(!olav.get(&reading).await.ok().contains(GONE));
        let out = standing(&instance, &scene).expect("it is out").to_string();
        let withdraw = [
            ("act", "withdraw"),
            ("publication", out.as_str()),
            ("reason", "Feil tal i tabellen"),
        ];
        kari.post(&below(&scene, "publication"), &withdraw)
            .await
            .goes_to();
        let page = olav.get(&reading).await.ok();
        assert!(page.contains(GONE) && page.contains("Feil tal i tabellen"));
        publish(&mut kari, &instance, &scene).await;
        assert!(!olav.get(&reading).await.ok().contains(GONE));
    }
}
