//! A meeting that is over, through the pages around it, on both engines: it stays on its day, asks nobody for anything more,
//! and tells what came of it.

use crate::attendance::at_the_table;
use crate::cases::Scene;
use crate::meetings::{demo, meetings};
use crate::minutes::{close, item};
use crate::publication::{approved, open_all, publish};
use crate::round::{correct, first_day, send, written};
use crate::support::{Instance, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, SECRETARY};
use diesel::prelude::*;
use styringsrad::cases::ItemKind;
use styringsrad::db::ids::CaseId;
use styringsrad::db::schema::occasion;
use styringsrad::mail::OccasionState;
use styringsrad::meetings::{MeetingState, Stage};
use styringsrad::minutes::round::{Setting, store as rounds};

/// What the board came to in the first case.
const CONCLUSION: &str = "Rådet anbefaler modell B.";

fn first_case(instance: &Instance, scene: &Scene) -> CaseId {
    let item = item(instance, scene, ItemKind::Case);
    item.case.expect("it is a case")
}

/// How many reminders of remarks are planned for the near meeting.
fn planned(instance: &Instance, scene: &Scene) -> i64 {
    let read = instance.app.db.read_now(|conn| {
        Ok(occasion::table
            .filter(occasion::object_id.eq(scene.near.as_str()))
            .filter(occasion::kind.eq(Stage::Remarks.kind()))
            .filter(occasion::state.eq(OccasionState::Planned))
            .count()
            .get_result(conn)?)
    });
    read.expect("the ledger is read")
}

#[actix_web::test]
async fn a_meeting_whose_draft_is_out_stays_on_its_day() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let page = format!("/meetings/{}", scene.near);
        let moving = format!("{page}/move");
        assert!(kari.get(&page).await.ok().contains(&moving));
        kari.get(&moving).await.ok();
        send(&mut kari, &instance, &scene).await;
        assert!(!kari.get(&page).await.ok().contains(&moving));
        kari.get(&moving).await.is(422);
        let day = first_day(&instance, scene.near);
        let later = [("act", "preview"), ("rows", "1"), ("day-0", "2027-03-03")];
        let told = kari.post(&moving, &later).await.is(422);
        assert!(told.contains("Planlegg et nytt møte i årsplanen"), "{told}");
        assert_eq!(first_day(&instance, scene.near), day);
        // Where it stands in the archive may still be mended.
        kari.get(&format!("{page}/edit")).await.ok();
    }
}

#[actix_web::test]
async fn a_draft_that_is_out_has_the_only_last_day_for_remarks() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        assert!(planned(&instance, &scene) > 0);
        send(&mut kari, &instance, &scene).await;
        assert_eq!(planned(&instance, &scene), 0);
        let page = kari.get(&format!("/meetings/{}", scene.near)).await.ok();
        assert!(page.contains("fristen står i utkastet"), "{page}");
    }
}

#[actix_web::test]
async fn the_next_meeting_is_none_that_is_over() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let line = format!("line-{}", scene.near);
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get("/me").await.ok().contains(&line));
        // Its last session ends at half past eleven by the clocks of Oslo.
        let day = first_day(&instance, scene.near);
        instance.move_to(&format!("{day} 11:00"));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(!olav.get("/me").await.ok().contains(&line));
    }
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get("/me").await.ok();
        assert!(!page.contains(&format!("line-{}", scene.near)), "{page}");
    }
}

#[actix_web::test]
async fn a_meeting_that_is_closed_asks_for_nothing() {
    for instance in instances(NOW) {
        let board = demo(&instance);
        let past = meetings(&instance, board, 2026).into_iter();
        let mut closed = past.filter(|one| one.state == MeetingState::Closed);
        let past = closed.next().expect("the demo has one");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{}", past.id)).await.ok();
        for asked in [
            "Merk møtet som holdt",
            "over fristen",
            "har svart",
            "Flytt møtet",
        ] {
            assert!(!page.contains(asked), "{asked}: {page}");
        }
        assert!(past.is_done(Stage::Draft) && past.is_done(Stage::Publication));
    }
}

#[actix_web::test]
async fn a_case_tells_what_the_board_came_to_once_the_minutes_are_approved() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let page = format!("/cases/{}", first_case(&instance, &scene));
        assert!(!kari.get(&page).await.ok().contains(CONCLUSION));
    }
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let case = first_case(&instance, &scene);
        let page = format!("/cases/{case}");
        let minutes = format!("/meetings/{}/minutes/reading#item-", scene.near);
        let mut olav = instance.signed_in(MEMBER).await;
        for reader in [&mut kari, &mut olav] {
            let told = reader.get(&page).await.ok();
            assert!(
                told.contains(CONCLUSION) && told.contains(&minutes),
                "{told}"
            );
        }
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let told = kari.get(&page).await.ok();
        let minutes = format!("/published/meetings/{}#item-", scene.near);
        assert!(
            told.contains(CONCLUSION) && told.contains(&minutes),
            "{told}"
        );
        close(&instance, case, MEMBER);
        let told = olav.get(&page).await.body;
        assert!(!told.contains(CONCLUSION), "{told}");
    }
}

#[actix_web::test]
async fn the_desk_tells_of_remarks_that_nobody_has_answered() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let told = "1 merknad til referatet er ikke besvart";
        assert!(!kari.get("/desk").await.ok().contains(told));
        let item = item(&instance, &scene, ItemKind::Case).id.to_string();
        let content = format!("content-{item}");
        let fields = [
            ("item", &*item),
            ("draft", "1"),
            (&*content, "Satsene skal være høyere"),
        ];
        let mut olav = instance.signed_in(MEMBER).await;
        let reading = format!("/meetings/{}/minutes/reading", scene.near);
        olav.post(&reading, &fields).await.goes_to();
        let desk = kari.get("/desk").await.ok();
        let round = format!("/meetings/{}/minutes/round", scene.near);
        assert!(desk.contains(told) && desk.contains(&round), "{desk}");
        close(&instance, first_case(&instance, &scene), SECRETARY);
        assert!(!kari.get("/desk").await.ok().contains(told));
        // The colleague reads nynorsk.
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let desk = jon.get("/desk").await.ok();
        assert!(
            desk.contains("1 merknad til referatet") && desk.contains(&round),
            "{desk}"
        );
    }
}

#[actix_web::test]
async fn the_desk_tells_of_minutes_that_are_not_out() {
    const APPROVED: &str = "Referatet er godkjent, men ikke publisert";
    const READY: &str = "En kollega har gjort klart et referat";
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let desk = kari.get("/desk").await.ok();
        let gate = format!("/meetings/{}/minutes/publication", scene.near);
        assert!(desk.contains(APPROVED) && desk.contains(&gate), "{desk}");
        let write = |conn: &mut _| {
            let setting = Setting {
                needs_second: true,
                ..rounds::setting(conn, scene.board)?
            };
            rounds::put_setting(conn, scene.board, &setting)
        };
        instance.app.db.write_now(write).expect("it is laid down");
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let desk = kari.get("/desk").await.ok();
        assert!(!desk.contains(APPROVED) && !desk.contains(READY), "{desk}");
        let mut jon = instance.signed_in(COLLEAGUE).await;
        // The colleague reads nynorsk.
        let ready = "Ein kollega har gjort klart eit referat";
        assert!(jon.get("/desk").await.ok().contains(ready));
        publish(&mut jon, &instance, &scene).await;
        assert!(!jon.get("/desk").await.ok().contains(ready));
        // A correction waits to be published too.
        let corrected = "Referatet er rettet, men den nye versjonen er ikke publisert";
        assert!(!kari.get("/desk").await.ok().contains(corrected));
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        let desk = kari.get("/desk").await.ok();
        assert!(desk.contains(corrected) && desk.contains(&gate), "{desk}");
        publish(&mut kari, &instance, &scene).await;
        assert!(!kari.get("/desk").await.ok().contains(corrected));
    }
}

#[actix_web::test]
async fn the_page_of_a_board_leads_to_its_rules_for_minutes() {
    for instance in instances(NOW) {
        let board = demo(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/boards/{board}")).await.ok();
        let rules = format!("/boards/{board}/minutes/settings");
        assert!(page.contains(&rules));
        kari.get(&rules).await.ok();
    }
}
