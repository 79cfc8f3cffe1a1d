//! Attendance through its pages, on both engines: taps, late arrivals, deputies, who is at which item.

use crate::cases::{Scene, scene};
use crate::support::{Browser, Instance, instances};
use crate::world::{MEMBER, NOW, SECRETARY};
use diesel::prelude::*;
use styringsrad::db::ids::{MeetingId, PersonId};
use styringsrad::db::schema::{audit_entry, meeting, person};
use styringsrad::minutes::attendance::{Presence, Record, store};

/// The demo's next meeting, on its first day.
pub fn at_the_table(instance: &Instance) -> Scene {
    let scene = scene(instance);
    begin(instance, &scene);
    scene
}

/// The day of the near meeting comes.
pub fn begin(instance: &Instance, scene: &Scene) {
    let day = instance.app.db.read_now(|conn| {
        let day: chrono::NaiveDate = meeting::table
            .find(scene.near)
            .select(meeting::first_day)
            .first(conn)?;
        Ok(day)
    });
    let day = day.expect("the meeting has a day");
    instance.move_to(&format!("{day} 08:00"));
}

fn records(instance: &Instance, of: MeetingId) -> Vec<Record> {
    let read = instance.app.db.read_now(|conn| store::records(conn, of));
    read.expect("the rows are read")
}

pub fn who(instance: &Instance, address: &str) -> String {
    let id: PersonId = instance
        .app
        .db
        .read_now(|conn| {
            let of = person::table.filter(person::address.eq(address));
            Ok(of.select(person::id).first(conn)?)
        })
        .expect("they are known");
    format!("person-{id}")
}

fn path(scene: &Scene) -> String {
    format!("/meetings/{}/attendance", scene.near)
}

pub async fn tap(kari: &mut Browser<'_>, scene: &Scene, who: &str, presence: &str) -> String {
    let fields = [
        ("act", "tap"),
        ("day", "0"),
        ("who", who),
        ("presence", presence),
    ];
    kari.post(&path(scene), &fields).await.goes_to()
}

#[actix_web::test]
async fn a_tap_is_written_down_changed_and_taken_back() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(&instance, MEMBER);
        let lands = tap(&mut kari, &scene, &olav, "in_person").await;
        assert!(lands.ends_with(&format!("#line-0-{olav}")), "{lands}");
        let found = records(&instance, scene.near);
        assert_eq!((found.len(), found[0].presence), (1, Presence::InPerson));
        assert_eq!(found[0].listed.name, "Olav Myklebø");
        tap(&mut kari, &scene, &olav, "digitally").await;
        let found = records(&instance, scene.near);
        assert_eq!((found.len(), found[0].presence), (1, Presence::Digitally));
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains(&format!("id=\"tap-0-{olav}-digitally\"")));
        assert!(
            page.contains("1 av 12 plasser er representert, 1 av dem digitalt."),
            "{page}"
        );
        tap(&mut kari, &scene, &olav, "").await;
        assert_eq!(records(&instance, scene.near), []);
        let logged = instance.app.db.read_now(|conn| {
            Ok(audit_entry::table
                .filter(audit_entry::action.eq("attendance-written"))
                .filter(audit_entry::changes.eq("[]"))
                .count()
                .get_result::<i64>(conn)?)
        });
        assert_eq!(
            logged.expect("the log is read"),
            3,
            "who was there stands nowhere else"
        );
    }
}

#[actix_web::test]
async fn nothing_is_written_before_the_day_and_of_nobody_else() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(&instance, MEMBER);
        let early = [
            ("act", "tap"),
            ("day", "0"),
            ("who", &*olav),
            ("presence", "in_person"),
        ];
        let said = kari.post(&path(&scene), &early).await.is(422);
        assert!(said.contains("når møtedagen er kommet"));
        assert_eq!(records(&instance, scene.near), []);
        begin(&instance, &scene);
        // A session ends while nobody does anything.
        let mut kari = instance.signed_in(SECRETARY).await;
        let stranger = format!("person-{}", PersonId::new());
        for who in [&*stranger, "person-", "guest-1", ""] {
            let wrong = [
                ("act", "tap"),
                ("day", "0"),
                ("who", who),
                ("presence", "in_person"),
            ];
            kari.post(&path(&scene), &wrong).await.is(404);
        }
        let other_day = [
            ("act", "tap"),
            ("day", "1"),
            ("who", &*olav),
            ("presence", "in_person"),
        ];
        kari.post(&path(&scene), &other_day).await.is(422);
        for day in ["x", "-1", "99999999999999999999"] {
            let wrong = [("act", "tap"), ("day", day), ("who", &*olav)];
            kari.post(&path(&scene), &wrong).await.is(404);
        }
        assert_eq!(records(&instance, scene.near), []);
    }
}

#[actix_web::test]
async fn who_came_late_is_there_from_that_item_and_never_before_they_left() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(&instance, MEMBER);
        let items: Vec<String> = crate::cases::items(&instance, scene.near);
        let stay = |from: &str, until: &str| {
            [
                ("act", "stay".to_owned()),
                ("day", "0".to_owned()),
                ("who", olav.clone()),
                ("from", from.to_owned()),
                ("until", until.to_owned()),
            ]
        };
        let fields = stay(&items[1], &items[0]);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        let page = kari.post(&path(&scene), &fields).await.is(422);
        assert!(page.contains("må stå før saken de gikk etter") && page.contains(&items[1]));
        assert_eq!(records(&instance, scene.near), []);
        let fields = stay(&items[1], "");
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        kari.post(&path(&scene), &fields).await.goes_to();
        let found = records(&instance, scene.near);
        assert_eq!(
            found[0].presence,
            Presence::InPerson,
            "who came late was there"
        );
        assert_eq!(
            found[0].listed.stay.from.map(|id| id.to_string()),
            Some(items[1].clone())
        );
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains("Ikke til stede da: Olav Myklebø"));
        tap(&mut kari, &scene, &olav, "absent").await;
        assert_eq!(
            records(&instance, scene.near)[0].listed.stay,
            Default::default()
        );
    }
}

#[actix_web::test]
async fn someone_whom_nobody_expected_is_added_once_and_sits_for_the_member() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let olav = who(&instance, MEMBER);
        let id = styringsrad::db::ids::RowId::new().to_string();
        let mut fields = vec![
            ("act", "add"),
            ("day", "0"),
            ("id", &*id),
            ("part", "member"),
            ("presence", "in_person"),
        ];
        let page = kari.post(&path(&scene), &fields).await.is(422);
        assert!(page.contains("name-mistake") && page.contains("seat-mistake"));
        fields.extend([("name", "Åse Øyen ✓"), ("seat", &*olav)]);
        kari.post(&path(&scene), &fields).await.goes_to();
        kari.post(&path(&scene), &fields).await.goes_to();
        let found = records(&instance, scene.near);
        assert_eq!(found.len(), 1, "a form that was sent twice adds once");
        assert_eq!(found[0].listed.instead_of, "Olav Myklebø");
        tap(&mut kari, &scene, &olav, "absent").await;
        let page = kari.get(&path(&scene)).await.ok();
        assert!(page.contains("pva. Olav Myklebø"));
        assert!(
            page.contains("1 av 12 plasser er representert"),
            "one seat, represented once"
        );
    }
}
