//! A board's year at a glance, on both engines: it adds up, and nobody finds more there than they may read.

use crate::attendance::{at_the_table, tap, who};
use crate::cases::Scene;
use crate::minutes::{close, item};
use crate::publication::{approved, open_all, publish};
use crate::round::first_day;
use crate::support::{Instance, instances};
use crate::world::{MEMBER, NOW, SECRETARY};
use chrono::{Datelike, Days};
use diesel::prelude::*;
use styringsrad::cases::{ItemKind, store as cases};
use styringsrad::db::ids::BoardId;
use styringsrad::db::schema::board_case;
use styringsrad::meetings::store as meetings;
use styringsrad::web::paths;

/// The page of the year in which the near meeting is.
fn glance(instance: &Instance, scene: &Scene) -> String {
    let year = first_day(instance, scene.near).year();
    format!("{}?lang=nb", paths::year_glance(scene.board, year))
}

/// What stands beside a label among the figures; none where the label does not.
fn figure<'a>(page: &'a str, label: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("<dt>{label}</dt><dd>"))?;
    rest.split("</dd>").next()
}

fn treated(page: &str) -> usize {
    let said = figure(page, "Behandlede saker").expect("cases are counted");
    said.parse().expect("it is a number")
}

#[actix_web::test]
async fn a_year_tells_what_was_held_dealt_with_and_published() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let path = glance(&instance, &scene);
        let before = kari.get(&path).await.ok();
        assert!(before.contains("Holdt, og referatet er ikke publisert"));
        let published = format!("href=\"/published/meetings/{}\"", scene.near);
        assert!(!before.contains(&published), "{before}");
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let read = |conn: &mut _| meetings::meeting(conn, scene.near);
        let of = instance.app.db.read_now(read).expect("it is read");
        let days = (of.first_day() + Days::new(8) - of.last_day()).num_days();
        let case = item(&instance, &scene, ItemKind::Case);
        let case_id = case.case.expect("it is a case");
        for address in [SECRETARY, MEMBER] {
            let mut reader = instance.signed_in(address).await;
            let page = reader.get(&path).await.ok();
            assert!(page.contains("Holdt, og referatet er publisert"), "{page}");
            assert!(page.contains(&format!("Publisert {days} dager etter")));
            assert!(page.contains(&published));
            let told = format!("/published/meetings/{}#item-{}", scene.near, case.id);
            assert!(page.contains(&told), "{page}");
            assert!(page.contains(&format!("href=\"/cases/{case_id}\"")));
            let outcomes = figure(&page, "Utfall i sakene").expect("there is one");
            assert!(outcomes.contains("Anbefaling: "), "{outcomes}");
            assert!(figure(&page, "Målform i publiserte referater").is_some());
            assert!(figure(&page, "Referat publisert").is_some());
            assert!(treated(&page) > 0);
            // The picture says in words what it shows.
            assert!(page.contains("<desc id=\"strip-desc\">Hvert møte står på datoen sin"));
        }
    }
}

#[actix_web::test]
async fn a_case_that_is_closed_to_a_reader_is_in_no_list_and_no_number() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        open_all(&mut kari, &scene).await;
        publish(&mut kari, &instance, &scene).await;
        let path = glance(&instance, &scene);
        let case = item(&instance, &scene, ItemKind::Case).case;
        let case = case.expect("it is a case");
        let write = instance.app.db.write_now(|conn| {
            diesel::update(board_case::table.find(case))
                .set(board_case::title.eq("Gråsteinprosjektet"))
                .execute(conn)?;
            Ok(())
        });
        write.expect("it has a title of its own");
        let mut olav = instance.signed_in(MEMBER).await;
        let open = olav.get(&path).await.ok();
        assert!(open.contains("Gråsteinprosjektet"), "{open}");
        close(&instance, case, MEMBER);
        let read = |conn: &mut _| cases::case(conn, case);
        let number = instance.app.db.read_now(read).expect("it is read").number;
        let number = number.expect("it has one").to_string();
        let shut = olav.get(&path).await.ok();
        assert!(!shut.contains("Gråsteinprosjektet"), "{shut}");
        assert!(!shut.contains(case.as_str()) && !shut.contains(&format!(">{number} ")));
        assert_eq!(treated(&shut) + 1, treated(&open));
        let all = kari.get(&path).await.ok();
        assert_eq!(treated(&all), treated(&open));
    }
}

#[actix_web::test]
async fn who_was_there_is_told_to_the_board_once_a_draft_was_out() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let path = glance(&instance, &scene);
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(&instance, MEMBER);
        tap(&mut kari, &scene, &olav, "in_person").await;
        assert!(kari.get(&path).await.ok().contains(">1 av 12<"));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(!olav.get(&path).await.ok().contains(">1 av 12<"));
    }
    for instance in instances(NOW) {
        let (scene, _) = approved(&instance).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&glance(&instance, &scene)).await.ok();
        assert!(page.contains(">1 av 12<"), "{page}");
        assert!(figure(&page, "Plasser representert").is_some());
    }
}

#[actix_web::test]
async fn an_empty_year_says_so_and_years_lead_to_each_other_and_to_their_plans() {
    for instance in instances(NOW) {
        let board: BoardId = crate::meetings::demo(&instance);
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("{}?lang=nb", paths::year_glance(board, 2031));
        let page = olav.get(&path).await.ok();
        assert!(page.contains("Rådet har ingen møter i 2031."), "{page}");
        assert!(!page.contains("<svg class=\"year-strip"));
        let leads = |page: &str, path: &str| page.contains(&format!("href=\"{path}\""));
        for year in [2030, 2032] {
            assert!(leads(&page, &paths::year_glance(board, year)), "{page}");
        }
        assert!(leads(&page, &paths::year(board, 2031)));
        let plan = olav.get(&paths::year(board, 2031)).await.ok();
        assert!(leads(&plan, &paths::year_glance(board, 2031)), "{plan}");
        let of_board = olav.get(&paths::board(board)).await.ok();
        assert!(leads(&of_board, &paths::year_glance(board, 2026)));
        for wrong in ["1500", "next"] {
            let path = format!("/boards/{board}/years/{wrong}/glance");
            olav.get(&path).await.is(404);
        }
        let mut visitor = instance.browser();
        let answer = visitor.get(&paths::year_glance(board, 2026)).await;
        assert!(answer.goes_to().starts_with(paths::SIGN_IN));
    }
}
