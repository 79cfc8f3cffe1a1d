//! How often members are represented by a deputy, on both engines: told to the secretariat and the chair on pages, and to nobody
//! else.

use crate::cases::{Scene, scene};
use crate::support::{Instance, instances};
use crate::world::{CHAIR, MEMBER, NOW, OBSERVER, SECRETARY};
use diesel::prelude::*;
use styringsrad::db::ids::{AppointmentId, MeetingId, PersonId, RowId};
use styringsrad::db::schema::{
    appointment, mandate_rule, mandate_version, meeting, message, person, representation,
};
use styringsrad::minutes::attendance::{Listed, Part, Presence, Record, Source, Stay, Who, store};

const TITLE: &str = "Vara brukt ofte";

/// The term of a member.
fn term(instance: &Instance, scene: &Scene, address: &str) -> AppointmentId {
    let read = instance.app.db.read_now(|conn| {
        let who: PersonId = person::table
            .filter(person::address.eq(address))
            .select(person::id)
            .first(conn)?;
        Ok(representation::table
            .inner_join(appointment::table)
            .filter(representation::person_id.eq(who))
            .filter(appointment::board_id.eq(scene.board))
            .select(appointment::id)
            .first(conn)?)
    });
    read.expect("they sit")
}

/// A deputy was there for this term on one day of a meeting, or was expected and did not come.
fn deputy_at(
    instance: &Instance,
    at: MeetingId,
    (of, part): (AppointmentId, Part),
    presence: Presence,
) {
    let record = Record {
        id: RowId::new(),
        session: 0,
        listed: Listed {
            who: Who::Added(RowId::new()),
            person: None,
            name: "Siri Vara".to_owned(),
            organisation: String::new(),
            part,
            appointment: Some(of),
            instead_of: "Olav Myklebø".to_owned(),
            stay: Stay::default(),
            source: Source::default(),
        },
        presence,
    };
    let write = instance
        .app
        .db
        .write_now(|conn| store::add(conn, at, &record));
    write.expect("it is written down");
}

/// The meetings of the board, moved to these days before the clock's.
fn held(instance: &Instance, scene: &Scene, days_ago: &[i64]) -> Vec<MeetingId> {
    let today = instance.now().utc().date_naive();
    let write = instance.app.db.write_now(|conn| {
        let all: Vec<MeetingId> = meeting::table
            .filter(meeting::board_id.eq(scene.board))
            .order(meeting::first_day)
            .select(meeting::id)
            .load(conn)?;
        let held: Vec<MeetingId> = all.into_iter().take(days_ago.len()).collect();
        assert_eq!(held.len(), days_ago.len());
        for (id, ago) in held.iter().zip(days_ago) {
            let day = today - chrono::Duration::days(*ago);
            diesel::update(meeting::table.find(*id))
                .set((meeting::first_day.eq(day), meeting::last_day.eq(day)))
                .execute(conn)?;
        }
        Ok(held)
    });
    write.expect("the meetings are moved")
}

fn mails(instance: &Instance) -> i64 {
    let read = instance
        .app
        .db
        .read_now(|conn| Ok(message::table.count().get_result(conn)?));
    read.expect("the ledger is read")
}

#[actix_web::test]
async fn a_member_who_sends_a_deputy_often_is_told_to_the_secretariat_and_the_chair_alone() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let front = format!("/boards/{}?lang=nb", scene.board);
        let olav = (term(&instance, &scene, MEMBER), Part::Member);
        let at = held(&instance, &scene, &[200, 20, 400]);
        deputy_at(&instance, at[0], olav, Presence::InPerson);
        // An absence, what was longer ago than a year, and the chair's stand-in are no such use.
        deputy_at(&instance, at[1], olav, Presence::Absent);
        deputy_at(&instance, at[2], olav, Presence::InPerson);
        let chair = (term(&instance, &scene, CHAIR), Part::Chair);
        for meeting in &at {
            deputy_at(&instance, *meeting, chair, Presence::InPerson);
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&front).await.ok();
        assert!(!page.contains(TITLE), "once is an exception");
        assert!(!kari.get("/desk?lang=nb").await.ok().contains(TITLE));
        instance.tick();
        let before = mails(&instance);
        deputy_at(&instance, at[1], olav, Presence::Digitally);
        // Two deputies at one meeting are one meeting.
        deputy_at(&instance, at[1], olav, Presence::InPerson);
        let page = kari.get(&front).await.ok();
        let place = format!("href=\"/appointments/{}\"", olav.0);
        assert!(page.contains(TITLE) && page.contains(&place), "{page}");
        assert!(page.contains("2 møter ved vara"), "{page}");
        assert!(page.contains("høyst én gang på tolv måneder"), "{page}");
        let desk = kari.get("/desk?lang=nb").await.ok();
        assert!(desk.contains("Ett medlem bruker vara oftere"));
        let mut ingrid = instance.signed_in(CHAIR).await;
        let page = ingrid.get(&front).await.ok();
        assert!(page.contains(TITLE) && page.contains("2 møter"), "{page}");
        assert!(
            !page.contains("/appointments/"),
            "which are the secretariat's"
        );
        for other in [MEMBER, OBSERVER] {
            let mut reader = instance.signed_in(other).await;
            let page = reader.get(&front).await.ok();
            assert!(!page.contains(TITLE), "{other}");
        }
        instance.tick();
        assert_eq!(mails(&instance), before, "no mail says it");
    }
}

#[actix_web::test]
async fn how_often_is_too_often_is_a_rule_of_the_mandate() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let front = format!("/boards/{}?lang=nb", scene.board);
        let olav = (term(&instance, &scene, MEMBER), Part::Member);
        for meeting in held(&instance, &scene, &[200, 20]) {
            deputy_at(&instance, meeting, olav, Presence::InPerson);
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        assert!(kari.get(&front).await.ok().contains(TITLE));
        let set = |most: Option<i64>| {
            let write = instance.app.db.write_now(|conn| {
                let of: Vec<styringsrad::db::ids::MandateId> = mandate_version::table
                    .filter(mandate_version::board_id.eq(scene.board))
                    .select(mandate_version::id)
                    .load(conn)?;
                let rules = mandate_rule::table
                    .filter(mandate_rule::mandate_id.eq_any(of))
                    .filter(mandate_rule::kind.eq("deputies_most"));
                let changed = match most {
                    Some(most) => diesel::update(rules)
                        .set(mandate_rule::quantity.eq(most))
                        .execute(conn)?,
                    None => diesel::delete(rules).execute(conn)?,
                };
                Ok(changed)
            });
            assert!(write.expect("the rule is another") > 0);
        };
        set(Some(2));
        assert!(!kari.get(&front).await.ok().contains(TITLE));
        set(Some(0));
        let page = kari.get(&front).await.ok();
        assert!(page.contains("sier at medlemmene møter selv"), "{page}");
        set(None);
        assert!(!kari.get(&front).await.ok().contains(TITLE));
    }
}
