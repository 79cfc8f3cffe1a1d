//! Minutes through their pages, on both engines: written item by item, by two at once, and read as a draft.

use crate::attendance::{at_the_table, begin};
use crate::cases::{Scene, scene};
use crate::pdfs::{is_sound, text_of};
use crate::support::{Answer, Browser, Instance, folder, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, SECRETARY};
use diesel::prelude::*;
use styringsrad::cases::store::agenda as agendas;
use styringsrad::cases::{Item, ItemKind};
use styringsrad::db::ids::{AgendaItemId, CaseId, PersonId, RowId};
use styringsrad::db::schema::{agenda_guest, agenda_item, audit_entry, person, recusal};
use styringsrad::minutes::draft::{Written, store};

/// What is said of a case, and stands nowhere else.
pub const SAID: &str = "Kartverket ba om lavere satser";

pub fn path(scene: &Scene) -> String {
    format!("/meetings/{}/minutes", scene.near)
}

/// The first item of the agenda of this kind.
pub fn item(instance: &Instance, scene: &Scene, kind: ItemKind) -> Item {
    let read = (instance.app.db).read_now(|conn| agendas::agenda(conn, scene.near));
    let items = read.expect("the agenda is read").items;
    let mut items = items.into_iter();
    items
        .find(|item| item.kind == kind)
        .expect("the agenda has one")
}

fn written(instance: &Instance, scene: &Scene) -> Vec<Written> {
    let read = (instance.app.db).read_now(|conn| store::written(conn, scene.near));
    read.expect("the rows are read")
}

/// Posts the form of one item; all but the two hidden fields are named after it.
pub async fn post(
    browser: &mut Browser<'_>,
    scene: &Scene,
    item: AgendaItemId,
    values: &[(&str, &str)],
) -> Answer {
    let named: Vec<(String, &str)> = (values.iter())
        .map(|(name, value)| match *name {
            "draft" | "act" => ((*name).to_owned(), *value),
            _ => (format!("{name}-{item}"), *value),
        })
        .collect();
    let fields: Vec<(&str, &str)> = (named.iter())
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    let path = format!("{}/items/{item}", path(scene));
    browser.post(&path, &fields).await
}

/// The case is closed to a person, as when they have declared a conflict of interest.
pub fn close(instance: &Instance, case: CaseId, to: &str) {
    let now = instance.now();
    let write = instance.app.db.write_now(|conn| {
        let who: PersonId = person::table
            .filter(person::address.eq(to))
            .select(person::id)
            .first(conn)?;
        diesel::insert_into(recusal::table)
            .values((
                recusal::id.eq(RowId::new()),
                recusal::case_id.eq(case),
                recusal::person_id.eq(who),
                recusal::reason.eq("Slektskap"),
                recusal::declared_by.eq(who),
                recusal::declared_at.eq(now),
            ))
            .execute(conn)?;
        Ok(())
    });
    write.expect("it is closed");
}

pub fn take_off(instance: &Instance, scene: &Scene, item: AgendaItemId) {
    let write = instance.app.db.write_now(|conn| {
        let guests = agenda_guest::table.filter(agenda_guest::meeting_id.eq(scene.near));
        diesel::delete(guests).execute(conn)?;
        diesel::delete(agenda_item::table.find(item)).execute(conn)?;
        Ok(())
    });
    write.expect("it is taken off");
}

#[actix_web::test]
async fn an_item_is_written_and_stands_in_the_draft() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains(&format!("id=\"item-{}\"", case.id)));
        let pause = item(&instance, &scene, ItemKind::Break);
        assert!(!page.contains(&format!("id=\"item-{}\"", pause.id)));
        let values = [
            ("draft", "0"),
            ("content", SAID),
            ("outcome", "recommendation"),
            ("conclusion", "Styringsrådet anbefaler **modell B**."),
            ("dissent", ""),
            ("starts", "09:10"),
            ("ends", "09.45"),
        ];
        let lands = post(&mut kari, &scene, case.id, &values).await.goes_to();
        assert!(lands.ends_with(&format!("#item-{}", case.id)), "{lands}");
        let found = written(&instance, &scene);
        assert_eq!((found.len(), found[0].version), (1, 1));
        assert_eq!(found[0].case, case.case);
        assert!(!found[0].title.is_empty());
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains(SAID) && page.contains("Lagret av Kari Nordbø"));
        let draft = kari.get(&format!("{}/preview", path(&scene))).await.ok();
        assert!(draft.contains("Utkast til referat") && draft.contains(SAID));
        assert!(draft.contains("<strong>modell B</strong>"), "{draft}");
        assert!(draft.contains("(anbefaling)") && draft.contains("09.10–09.45"));
        let mut olav = instance.signed_in(MEMBER).await;
        for rest in ["", "/preview", "/document"] {
            let page = format!("{}{rest}", path(&scene));
            olav.get(&page).await.is(404);
        }
    }
}

#[actix_web::test]
async fn two_who_write_the_same_item_lose_nothing() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        let first = [("draft", "0"), ("content", "Som Jon skrev det")];
        post(&mut jon, &scene, case, &first).await.goes_to();
        let second = [("draft", "0"), ("content", "Som Kari skrev det")];
        let told = post(&mut kari, &scene, case, &second).await.is(409);
        assert!(told.contains("Som Kari skrev det"), "what was typed stands");
        assert!(told.contains("Som Jon skrev det"), "and so does the other");
        assert!(told.contains("lagret denne saken mens du skrev"));
        assert!(told.contains("name=\"draft\" value=\"1\""));
        assert_eq!(written(&instance, &scene)[0].text.content, first[1].1);
        let again = [("draft", "1"), ("content", "Som Kari skrev det")];
        post(&mut kari, &scene, case, &again).await.goes_to();
        let found = written(&instance, &scene);
        assert_eq!(found[0].text.content, "Som Kari skrev det");
        assert_eq!((found.len(), found[0].version), (1, 2));
        // Two items are no conflict.
        let other = item(&instance, &scene, ItemKind::Standing).id;
        let values = [("draft", "0"), ("content", "En annen sak")];
        post(&mut jon, &scene, other, &values).await.goes_to();
    }
}

#[actix_web::test]
async fn what_is_typed_is_saved_and_the_log_tells_of_it_once() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        for (draft, content) in [("0", "Karts"), ("1", "Kartverket"), ("2", SAID)] {
            let typed = [("draft", draft), ("act", "autosave"), ("content", content)];
            let answer = post(&mut kari, &scene, case, &typed).await.ok();
            let answer: serde_json::Value = serde_json::from_str(&answer).expect("it is JSON");
            assert_eq!(
                answer["draft"].to_string(),
                written(&instance, &scene)[0].version.to_string()
            );
            assert!(answer["said"].to_string().contains("Kari Nordbø"));
        }
        let stale = [("draft", "1"), ("act", "autosave"), ("content", "Gammelt")];
        post(&mut kari, &scene, case, &stale).await.is(409);
        assert_eq!(written(&instance, &scene)[0].text.content, SAID);
        let logged = instance.app.db.read_now(|conn| {
            Ok(audit_entry::table
                .filter(audit_entry::action.eq("minutes-written"))
                .filter(audit_entry::changes.eq("[]"))
                .count()
                .get_result::<i64>(conn)?)
        });
        assert_eq!(logged.expect("the log is read"), 1);
    }
}

#[actix_web::test]
async fn what_is_wrong_stands_at_its_field() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        let long = "x".repeat(20_001);
        for (field, value) in [
            ("outcome", "applause"),
            ("outcome", "postponed"),
            ("content", "Gjelder 178981 90021."),
            ("content", &*long),
            ("ends", "08:00"),
            ("starts", "kvart over"),
        ] {
            let mut values = vec![("draft", "0"), (field, value)];
            if field != "starts" {
                values.push(("starts", "09:00"));
            }
            let told = post(&mut kari, &scene, case, &values).await.is(422);
            let mistake = format!("id=\"{field}-{case}-mistake\"");
            assert!(told.contains(&mistake), "{field}: {told}");
        }
        assert_eq!(written(&instance, &scene), []);
        let pause = item(&instance, &scene, ItemKind::Break).id;
        for unknown in [pause, AgendaItemId::new()] {
            let values = [("draft", "0"), ("content", SAID)];
            post(&mut kari, &scene, unknown, &values).await.is(404);
        }
    }
}

#[actix_web::test]
async fn nothing_is_written_before_the_first_day() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains("når møtedagen er kommet") && !page.contains("data-autosave"));
        let values = [("draft", "0"), ("content", SAID)];
        let told = post(&mut kari, &scene, case, &values).await.is(422);
        assert!(told.contains("når møtedagen er kommet") && told.contains(SAID));
        let head = [("version", "0"), ("language", "nb"), ("opening", SAID)];
        kari.post(&path(&scene), &head).await.is(422);
        assert_eq!(written(&instance, &scene), []);
        begin(&instance, &scene);
        let mut kari = instance.signed_in(SECRETARY).await;
        post(&mut kari, &scene, case, &values).await.goes_to();
    }
}

/// A case that is closed to a secretary is closed to them in the minutes too, on the agenda and after it has left it.
#[actix_web::test]
async fn a_secretary_with_a_conflict_of_interest_reads_and_writes_nothing_of_the_case() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let of = item(&instance, &scene, ItemKind::Case);
        let values = [("draft", "0"), ("content", SAID), ("outcome", "noted")];
        post(&mut jon, &scene, of.id, &values).await.goes_to();
        close(&instance, of.case.expect("it is a case"), SECRETARY);
        let [page, draft] = ["", "/preview"].map(|rest| format!("{}{rest}", path(&scene)));
        let told = kari.get(&page).await.ok();
        assert!(told.contains(&format!("id=\"item-{}\"", of.id)));
        assert!(!told.contains(&format!("content-{}", of.id)));
        assert!(!told.contains(SAID) && !kari.get(&draft).await.ok().contains(SAID));
        let over = [("draft", "1"), ("content", "Over")];
        post(&mut kari, &scene, of.id, &over).await.is(404);
        take_off(&instance, &scene, of.id);
        let told = kari.get(&page).await.ok();
        assert!(!told.contains(SAID) && !told.contains(of.id.as_str()));
        post(&mut kari, &scene, of.id, &over).await.is(404);
        let told = jon.get(&page).await.ok();
        assert!(told.contains("id=\"gone\"") && told.contains(SAID));
        assert!(!jon.get(&draft).await.ok().contains(SAID));
        assert_eq!(written(&instance, &scene)[0].text.content, SAID);
    }
}

#[actix_web::test]
async fn what_was_written_outlives_its_item() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let of = item(&instance, &scene, ItemKind::Standing).id;
        let values = [("draft", "0"), ("content", SAID)];
        post(&mut kari, &scene, of, &values).await.goes_to();
        let title = written(&instance, &scene)[0].title.clone();
        take_off(&instance, &scene, of);
        let told = kari.get(&path(&scene)).await.ok();
        assert!(told.contains("Ikke lenger på sakslista") && told.contains(SAID));
        let again = [("draft", "1"), ("content", "Rettet")];
        post(&mut kari, &scene, of, &again).await.goes_to();
        let found = written(&instance, &scene);
        assert_eq!(
            (&found[0].title, &*found[0].text.content),
            (&title, "Rettet")
        );
    }
}

#[actix_web::test]
async fn the_draft_is_in_the_language_of_the_minutes_on_the_page_and_on_paper() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let head = [
            ("version", "0"),
            ("language", "nn"),
            ("opening", "Møtet vart leidd av Ingrid."),
        ];
        kari.post(&path(&scene), &head).await.goes_to();
        let stale = [
            ("version", "0"),
            ("language", "nb"),
            ("opening", "Noe annet"),
        ];
        let told = kari.post(&path(&scene), &stale).await.is(409);
        assert!(told.contains("Noe annet") && told.contains("name=\"version\" value=\"1\""));
        let odd = [("version", "1"), ("language", "de"), ("opening", "")];
        kari.post(&path(&scene), &odd).await.is(422);
        let case = item(&instance, &scene, ItemKind::Case).id;
        let values = [
            ("draft", "0"),
            ("content", SAID),
            ("outcome", "recommendation"),
        ];
        post(&mut kari, &scene, case, &values).await.goes_to();
        let draft = kari.get(&format!("{}/preview", path(&scene))).await.ok();
        assert!(
            draft.contains("<article lang=\"nn\"") && draft.contains("Møtet vart leidd av Ingrid.")
        );
        assert!(draft.contains("(tilråding)"), "{draft}");
        let answer = kari.get(&format!("{}/document", path(&scene))).await;
        assert_eq!(
            answer.header("content-type"),
            "application/pdf",
            "{}",
            answer.body
        );
        let file = folder().join("minutes.pdf");
        std::fs::write(&file, &answer.bytes).expect("it is written");
        is_sound(&file);
        let told = text_of(&file);
        assert!(
            told.contains("Utkast til referat") && told.contains(SAID),
            "{told}"
        );
    }
}
