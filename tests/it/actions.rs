//! Action items through their pages and their mail, on both engines: agreed at the table, settled by their owner, reminded
//! of, carried to the next agenda, and hidden from whom their case is closed to.

use crate::attendance::at_the_table;
use crate::cases::{Scene, scene};
use crate::minutes::{close, item};
use crate::support::{Browser, Instance, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, OBSERVER, SECRETARY, SERVICE_OWNER};
use chrono::{Duration, NaiveDate};
use diesel::prelude::*;
use styringsrad::cases::{Item, ItemKind};
use styringsrad::db::Conn;
use styringsrad::db::ids::{ActionId, MeetingId, OrganisationId, PersonId};
use styringsrad::db::schema::{
    action_item, appointment, audit_entry, board_case, meeting, message, minute_access, occasion,
    organisation, person, representation,
};
use styringsrad::db::types::Moment;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;
use styringsrad::meetings::MeetingState;
use styringsrad::minutes::access::plan as access;
use styringsrad::minutes::actions::{Action, Owner, State, store};
use styringsrad::web::access::Assessment;

/// What is to be done, which stands nowhere else.
const TODO: &str = "Regne ut hva lavere satser koster";
const OTHER_MEMBER: &str = "terje.brattvik@brreg.example";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn person_at(instance: &Instance, address: &'static str) -> PersonId {
    read(instance, move |conn| {
        let of = person::table.filter(person::address.eq(address));
        Ok(of.select(person::id).first(conn)?)
    })
}

fn first_day(instance: &Instance, of: MeetingId) -> NaiveDate {
    read(instance, move |conn| {
        Ok(meeting::table
            .find(of)
            .select(meeting::first_day)
            .first(conn)?)
    })
}

/// What was agreed at the near meeting, in the order in which it was.
fn agreed(instance: &Instance, scene: &Scene) -> Vec<Action> {
    let of = scene.near;
    read(instance, move |conn| {
        let ids: Vec<ActionId> = action_item::table
            .filter(action_item::meeting_id.eq(of))
            .order(action_item::id.asc())
            .select(action_item::id)
            .load(conn)?;
        ids.into_iter().map(|id| store::action(conn, id)).collect()
    })
}

fn minutes(scene: &Scene) -> String {
    format!("/meetings/{}/minutes", scene.near)
}

fn list(scene: &Scene) -> String {
    format!("/boards/{}/actions", scene.board)
}

/// The meeting's first day, with a draft that was sent by hand: what is agreed now is its owner's at once.
fn with_draft_out(instance: &Instance) -> Scene {
    let scene = at_the_table(instance);
    let write = instance.app.db.write_now(|conn| {
        Ok(diesel::update(meeting::table.find(scene.near))
            .set(meeting::state.eq(MeetingState::Minuted))
            .execute(conn)?)
    });
    assert_eq!(write.expect("the draft is out"), 1);
    scene
}

/// Posts the form of a new one under an item; every field but the id is named after the item.
async fn add(
    browser: &mut Browser<'_>,
    scene: &Scene,
    item: &Item,
    values: &[(&str, &str)],
) -> crate::support::Answer {
    let named: Vec<(String, &str)> = (values.iter())
        .map(|(name, value)| (format!("{name}-{}", item.id), *value))
        .collect();
    let mut fields: Vec<(&str, &str)> = (named.iter())
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    let id = ActionId::new().to_string();
    fields.push(("id", id.as_str()));
    let path = format!("{}/items/{}/actions", minutes(scene), item.id);
    browser.post(&path, &fields).await
}

/// Olav is to do it a month after the meeting.
async fn olav_is_to(instance: &Instance, scene: &Scene, item: &Item) -> Action {
    let mut kari = instance.signed_in(SECRETARY).await;
    let olav = Owner::Person(person_at(instance, MEMBER)).to_string();
    let due = (first_day(instance, scene.near) + Duration::days(30)).to_string();
    let values = [("todo", TODO), ("owner", olav.as_str()), ("due", &due)];
    let lands = add(&mut kari, scene, item, &values).await.goes_to();
    assert!(
        lands.ends_with(&format!("#item-{}", item.id)) && lands.contains("said-action-added"),
        "{lands}"
    );
    agreed(instance, scene).pop().expect("it is agreed")
}

async fn act(
    browser: &mut Browser<'_>,
    of: &Action,
    act: &str,
    (version, note): (i64, &str),
) -> crate::support::Answer {
    let version = version.to_string();
    let fields = [("act", act), ("version", version.as_str()), ("note", note)];
    browser.post(&format!("/actions/{}", of.id), &fields).await
}

fn lent(fields: &[(String, String); 4]) -> [(&str, &str); 4] {
    fields
        .each_ref()
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

/// A mail: kind, address, subject, body.
type Made = (String, String, String, String);

/// The mails that were made of what was agreed at the near meeting.
fn mails(instance: &Instance, scene: &Scene) -> Vec<Made> {
    let ids: Vec<String> = agreed(instance, scene)
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    read(instance, move |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::object_id.eq_any(&ids))
            .order((message::created_at.asc(), message::address.asc()))
            .select((
                occasion::kind,
                message::address,
                message::subject,
                message::body,
            ))
            .load(conn)?)
    })
}

/// What the ledger has of one: slot, state, and when it is due.
fn occasions(instance: &Instance, of: &Action) -> Vec<(String, OccasionState, Moment)> {
    let id = of.id.to_string();
    read(instance, move |conn| {
        Ok(occasion::table
            .filter(occasion::object_id.eq(&id))
            .order((occasion::due.asc(), occasion::slot.asc()))
            .select((occasion::slot, occasion::state, occasion::due))
            .load(conn)?)
    })
}

/// The clock goes on until so many hours after midnight of a day, with a pass.
fn pass_at(instance: &Instance, day: NaiveDate, time: &str) {
    instance.move_to(&format!("{day} {time}"));
    instance.tick();
}

#[actix_web::test]
async fn what_is_agreed_at_the_table_stands_where_it_concerns_people() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        assert_eq!((of.case, of.state, of.version), (case.case, State::Open, 1));
        assert_eq!(of.task.owner_name, "Olav Myklebø");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&minutes(&scene)).await.ok();
        assert!(page.contains(TODO) && page.contains("1 oppfølgingspunkt til sak"));
        let draft = kari.get(&format!("{}/preview", minutes(&scene))).await.ok();
        assert!(draft.contains("Oppfølging</h3>"), "{draft}");
        assert!(draft.contains(&format!("Olav Myklebø: {TODO}")) && draft.contains("Frist: "));
        let next = format!("/meetings/{}/agenda", scene.next);
        let case = format!("/cases/{}", case.case.expect("it is a case"));
        let one = format!("/actions/{}", of.id);
        for address in [MEMBER, OTHER_MEMBER, SECRETARY] {
            let mut reader = instance.signed_in(address).await;
            for path in [&list(&scene), &one, &next, &case] {
                let page = reader.get(path).await.ok();
                assert!(page.contains(TODO), "{address} {path}");
            }
            let own = reader.get("/me").await.ok();
            assert_eq!(own.contains(TODO), address == MEMBER, "{address}");
            let page = reader.get(&format!("/boards/{}", scene.board)).await.ok();
            assert!(page.contains(&format!("href=\"{}\"", list(&scene))));
        }
        let logged = read(&instance, |conn| {
            Ok(audit_entry::table
                .filter(audit_entry::action.eq("action-agreed"))
                .filter(audit_entry::changes.eq("[]"))
                .count()
                .get_result::<i64>(conn)?)
        });
        assert_eq!(logged, 1, "what is to be done stands nowhere else");
    }
}

/// Before the draft goes out it is the secretariat's alone; with the draft it is the board's, and its owner is told.
#[actix_web::test]
async fn nobody_but_the_secretariat_knows_before_the_draft_is_out() {
    for instance in instances(NOW) {
        let (scene, mut kari) = crate::round::written(&instance).await;
        scene.switch_mail_on(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let form = format!("{}/items/{}/actions", minutes(&scene), case.id);
        let told = "Den ansvarlige får e-post når utkastet er sendt.";
        assert!(kari.get(&form).await.ok().contains(told));
        let of = olav_is_to(&instance, &scene, &case).await;
        let standing = item(&instance, &scene, ItemKind::Standing);
        let own = olav_is_to(&instance, &scene, &standing).await;
        assert_eq!(own.case, None);
        instance.move_by(Duration::hours(2));
        instance.tick();
        assert_eq!(mails(&instance, &scene), []);
        assert_eq!(occasions(&instance, &of), []);
        let paths = [
            list(&scene),
            format!("/meetings/{}/agenda", scene.next),
            format!("/cases/{}", case.case.expect("it is a case")),
            "/me".to_owned(),
            "/me/data".to_owned(),
        ];
        for address in [MEMBER, OTHER_MEMBER] {
            let mut reader = instance.signed_in(address).await;
            for path in &paths {
                let page = reader.get(path).await.ok();
                assert!(!page.contains(TODO), "{address} {path}");
                assert!(!page.contains(of.id.as_str()), "{address} {path}");
            }
            for one in [&of, &own] {
                let path = format!("/actions/{}", one.id);
                reader.get(&path).await.is(404);
                act(&mut reader, one, "done", (1, "")).await.is(404);
            }
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/actions/{}", of.id)).await.ok();
        assert!(page.contains("Bare sekretariatet ser punktet"));
        crate::round::send(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        for one in [&of, &own] {
            let page = olav.get(&format!("/actions/{}", one.id)).await.ok();
            assert!(page.contains(TODO));
        }
        assert!(!kari.get(&form).await.ok().contains(told));
        instance.move_by(Duration::minutes(61));
        instance.tick();
        let made = mails(&instance, &scene);
        let of_kind = made.iter().filter(|one| one.0 == "action-assigned");
        assert_eq!(of_kind.count(), 2, "{made:?}");
        assert!(made.iter().all(|one| one.1 == MEMBER));
    }
}

/// A draft that was sent by hand opens them with the next pass.
#[actix_web::test]
async fn a_draft_sent_by_hand_opens_them_too() {
    for instance in instances(NOW) {
        let scene = at_the_table(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        let write = instance.app.db.write_now(|conn| {
            Ok(diesel::update(meeting::table.find(scene.near))
                .set(meeting::state.eq(MeetingState::Minuted))
                .execute(conn)?)
        });
        assert_eq!(write.expect("the draft is out"), 1);
        instance.tick();
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&format!("/actions/{}", of.id)).await.ok();
        assert!(page.contains(TODO));
        assert_eq!(occasions(&instance, &of).len(), 3);
    }
}

#[actix_web::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let day = first_day(&instance, scene.near);
        let early = (day - Duration::days(1)).to_string();
        let stranger = format!("person-{}", PersonId::new());
        for (field, value) in [
            ("todo", ""),
            ("todo", "Gjelder 178981 90021."),
            ("owner", stranger.as_str()),
            ("owner", "alle"),
            ("due", early.as_str()),
            ("due", "31. februar"),
            ("link", "http://digdir.example"),
            ("link", "javascript:alert(1)"),
        ] {
            let mut values = vec![(field, value), ("owner-name", "Åse fra KS")];
            if field != "todo" {
                values.push(("todo", TODO));
            }
            let told = add(&mut kari, &scene, &case, &values).await.is(422);
            let mistake = format!("id=\"{field}-{}-mistake\"", case.id);
            assert!(told.contains(&mistake), "{field} {value}: {told}");
            assert!(told.contains("Åse fra KS"), "{field}");
            assert!(field == "todo" || told.contains(TODO), "{field}");
        }
        let told = add(&mut kari, &scene, &case, &[("todo", TODO)])
            .await
            .is(422);
        assert!(told.contains("Velg hvem som skal gjøre det"));
        let olav = Owner::Person(person_at(&instance, MEMBER)).to_string();
        let both = [("todo", TODO), ("owner", &*olav), ("owner-name", "KS")];
        let told = add(&mut kari, &scene, &case, &both).await.is(422);
        assert!(told.contains("ikke begge deler"));
        assert_eq!(agreed(&instance, &scene), []);
        let pause = item(&instance, &scene, ItemKind::Break);
        let right = [("todo", TODO), ("owner-name", "KS")];
        add(&mut kari, &scene, &pause, &right).await.is(404);
        // The owner who has a conflict of interest is not to be chosen.
        close(&instance, case.case.expect("it is a case"), MEMBER);
        let closed = [("todo", TODO), ("owner", olav.as_str())];
        let told = add(&mut kari, &scene, &case, &closed).await.is(422);
        assert!(told.contains(TODO) && !told.contains(&olav));
        assert_eq!(agreed(&instance, &scene), []);
    }
}

#[actix_web::test]
async fn nothing_is_agreed_before_the_first_day_and_what_was_typed_stays() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let path = format!("{}/items/{}/actions", minutes(&scene), case.id);
        let page = kari.get(&path).await.ok();
        assert!(page.contains("når møtedagen er kommet") && !page.contains("todo-"));
        let values = [("todo", TODO), ("owner-name", "KS")];
        let told = add(&mut kari, &scene, &case, &values).await.is(422);
        assert!(told.contains("når møtedagen er kommet") && told.contains(TODO));
        assert_eq!(agreed(&instance, &scene), []);
    }
}

#[actix_web::test]
async fn the_owner_settles_it_and_no_other_member_does() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        let one = format!("/actions/{}", of.id);
        let mut terje = instance.signed_in(OTHER_MEMBER).await;
        let page = terje.get(&one).await.ok();
        assert!(!page.contains("Merk som gjort"));
        for what in ["done", "drop", "withdraw", "open", "dance"] {
            act(&mut terje, &of, what, (1, "Nei")).await.is(404);
        }
        terje.get(&format!("{one}/edit")).await.is(404);
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&format!("{one}/edit")).await.is(404);
        act(&mut olav, &of, "withdraw", (1, "")).await.is(404);
        let told = act(&mut olav, &of, "drop", (1, "")).await.is(422);
        assert!(told.contains("note-mistake"));
        let lands = act(&mut olav, &of, "done", (1, "Sendt til Digdir."))
            .await
            .goes_to();
        assert!(lands.contains("said-action-done"));
        let page = terje.get(&one).await.ok();
        assert!(page.contains("Sendt til Digdir.") && page.contains("Olav Myklebø, "));
        assert!(!olav.get("/me").await.ok().contains(TODO));
        // The secretariat dropped it meanwhile, as far as it knew.
        let mut kari = instance.signed_in(SECRETARY).await;
        let told = act(&mut kari, &of, "drop", (1, "Ikke aktuelt lenger"))
            .await
            .is(409);
        assert!(told.contains("mens du skrev") && told.contains("Ikke aktuelt lenger"));
        act(&mut olav, &of, "open", (2, "")).await.goes_to();
        let now = agreed(&instance, &scene).pop().expect("it stands");
        assert_eq!((now.state, now.version, &*now.note), (State::Open, 3, ""));
        act(&mut kari, &of, "drop", (3, "Ikke aktuelt"))
            .await
            .goes_to();
        let settled = kari
            .get(&format!("{}?show=settled", list(&scene)))
            .await
            .ok();
        assert!(settled.contains(TODO) && settled.contains("Frafalt"));
        assert!(!kari.get(&list(&scene)).await.ok().contains(TODO));
    }
}

#[actix_web::test]
async fn what_was_written_by_mistake_is_seen_by_the_secretariat_alone() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let of = olav_is_to(
            &instance,
            &scene,
            &item(&instance, &scene, ItemKind::Standing),
        )
        .await;
        assert_eq!(of.case, None);
        let mut kari = instance.signed_in(SECRETARY).await;
        act(&mut kari, &of, "withdraw", (1, "")).await.goes_to();
        let one = format!("/actions/{}", of.id);
        assert!(kari.get(&one).await.ok().contains("Trukket tilbake"));
        assert!(!kari.get(&list(&scene)).await.ok().contains(TODO));
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&one).await.is(404);
        assert!(!olav.get("/me").await.ok().contains(TODO));
        let draft = kari.get(&format!("{}/preview", minutes(&scene))).await.ok();
        assert!(!draft.contains(TODO));
        assert!(
            occasions(&instance, &of)
                .iter()
                .all(|(_, state, _)| *state == OccasionState::Withdrawn)
        );
        act(&mut kari, &of, "open", (2, "")).await.goes_to();
        assert!(olav.get(&one).await.ok().contains(TODO));
    }
}

/// Whom the case is closed to finds nothing of it anywhere, whether they sit, keep the minutes, or were to do it.
#[actix_web::test]
async fn whom_the_case_is_closed_to_sees_nothing_of_it() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        let id = case.case.expect("it is a case");
        for address in [MEMBER, OTHER_MEMBER, COLLEAGUE] {
            close(&instance, id, address);
        }
        let paths = [
            list(&scene),
            format!("{}?show=overdue", list(&scene)),
            format!("/boards/{}", scene.board),
            format!("/meetings/{}/agenda", scene.next),
            format!("/meetings/{}/agenda", scene.near),
            format!("/cases/{id}"),
            "/me".to_owned(),
            "/me/data".to_owned(),
        ];
        let one = format!("/actions/{}", of.id);
        for address in [MEMBER, OTHER_MEMBER, COLLEAGUE] {
            let mut reader = instance.signed_in(address).await;
            for path in &paths {
                let page = reader.get(path).await.ok();
                assert!(!page.contains(TODO), "{address} {path}");
                assert!(!page.contains(&one), "{address} {path}");
            }
            reader.get(&one).await.is(404);
            act(&mut reader, &of, "done", (1, "")).await.is(404);
        }
        let mut jon = instance.signed_in(COLLEAGUE).await;
        for rest in ["", "/preview"] {
            let page = jon.get(&format!("{}{rest}", minutes(&scene))).await.ok();
            assert!(!page.contains(TODO), "{rest}");
        }
        jon.get(&format!("{one}/edit")).await.is(404);
        let values = [("todo", "Noe annet"), ("owner-name", "KS")];
        add(&mut jon, &scene, &case, &values).await.is(404);
        let mut kari = instance.signed_in(SECRETARY).await;
        assert!(kari.get(&one).await.ok().contains(TODO));
        // Nor does anybody who has no part in the board, or may not read its cases.
        for address in [SERVICE_OWNER, OBSERVER] {
            let mut other = instance.signed_in(address).await;
            other.get(&one).await.is(404);
            let page = other.get(&list(&scene)).await;
            assert!(!page.body.contains(TODO), "{address}");
        }
    }
}

/// What is no case of the agenda is its owner's to read, whatever the board lets their role read.
#[actix_web::test]
async fn an_observer_reads_what_is_theirs_to_do() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let siv = Owner::Person(person_at(&instance, OBSERVER)).to_string();
        let standing = item(&instance, &scene, ItemKind::Standing);
        let values = [("todo", TODO), ("owner", siv.as_str())];
        add(&mut kari, &scene, &standing, &values).await.goes_to();
        let of = agreed(&instance, &scene).pop().expect("it is agreed");
        let mut siv = instance.signed_in(OBSERVER).await;
        for path in [
            format!("/actions/{}", of.id),
            list(&scene),
            "/me".to_owned(),
        ] {
            assert!(siv.get(&path).await.ok().contains(TODO), "{path}");
        }
        act(&mut siv, &of, "done", (1, "")).await.goes_to();
    }
}

#[actix_web::test]
async fn two_who_change_it_lose_nothing() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let of = olav_is_to(&instance, &scene, &item(&instance, &scene, ItemKind::Case)).await;
        let path = format!("/actions/{}/edit", of.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let olav = of.task.owner.to_string();
        let day = of.task.due_on.expect("it has a day");
        let key = of.id;
        let names = ["todo", "owner", "due"].map(|name| format!("{name}-{key}"));
        let later = (day + Duration::days(7)).to_string();
        let early = (day - Duration::days(60)).to_string();
        let day = day.to_string();
        let fields = |version: &'static str, content: &'static str, due: &String| {
            [
                ("version".to_owned(), version.to_owned()),
                (names[0].clone(), content.to_owned()),
                (names[1].clone(), olav.clone()),
                (names[2].clone(), due.clone()),
            ]
        };
        let first = fields("1", "Som Jon skrev det", &later);
        jon.post(&path, &lent(&first)).await.goes_to();
        let second = fields("1", "Som Kari skrev det", &day);
        let told = kari.post(&path, &lent(&second)).await.is(409);
        assert!(told.contains("Som Kari skrev det") && told.contains("Som Jon skrev det"));
        assert!(told.contains("name=\"version\" value=\"2\""));
        let again = fields("2", "Som Kari skrev det", &day);
        kari.post(&path, &lent(&again)).await.goes_to();
        let now = agreed(&instance, &scene).pop().expect("it stands");
        assert_eq!((&*now.task.content, now.version), ("Som Kari skrev det", 3));
        let early = fields("3", "Tidligere", &early);
        let told = kari.post(&path, &lent(&early)).await.is(422);
        assert!(told.contains(&format!("due-{}-mistake", of.id)) && told.contains("Tidligere"));
    }
}

#[actix_web::test]
async fn the_owner_is_told_once_an_hour_later_and_not_of_what_is_done_by_then() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        scene.switch_mail_on(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        let done = olav_is_to(&instance, &scene, &case).await;
        instance.move_by(Duration::minutes(30));
        instance.tick();
        assert_eq!(mails(&instance, &scene), []);
        let mut olav = instance.signed_in(MEMBER).await;
        act(&mut olav, &done, "done", (1, "")).await.goes_to();
        instance.move_by(Duration::minutes(31));
        instance.tick();
        let made = mails(&instance, &scene);
        assert_eq!(made.len(), 1, "{made:?}");
        let (kind, address, subject, body) = &made[0];
        assert_eq!(
            (kind.as_str(), address.as_str()),
            ("action-assigned", MEMBER)
        );
        assert!(
            subject.starts_with("Noe å følgje opp")
                || subject.starts_with("Noe å følge opp")
                || subject.starts_with("Noko å følgje opp"),
            "{subject}"
        );
        assert!(body.contains(&format!("/actions/{}", of.id)));
        for hidden in [TODO, of.title.as_str(), "Kari", "Olav"] {
            assert!(
                !body.contains(hidden) && !subject.contains(hidden),
                "{hidden}: {body}"
            );
        }
        // Whoever takes it on themselves is not told.
        let mut kari = instance.signed_in(SECRETARY).await;
        let own = Owner::Person(person_at(&instance, SECRETARY)).to_string();
        add(
            &mut kari,
            &scene,
            &case,
            &[("todo", "Selv"), ("owner", &own)],
        )
        .await
        .goes_to();
        instance.move_by(Duration::hours(2));
        instance.tick();
        assert_eq!(mails(&instance, &scene).len(), 1);
    }
}

#[actix_web::test]
async fn reminders_follow_the_day_the_owner_and_the_state() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let of = olav_is_to(&instance, &scene, &item(&instance, &scene, ItemKind::Case)).await;
        let planned = |of: &Action| -> Vec<(String, Moment)> {
            let all = occasions(&instance, of).into_iter();
            all.filter(|(_, state, _)| *state == OccasionState::Planned)
                .map(|(slot, _, due)| (slot, due))
                .collect()
        };
        let before = planned(&of);
        let slots: Vec<&str> = before.iter().map(|(slot, _)| slot.as_str()).collect();
        let olav = of.task.owner.to_string();
        assert_eq!(slots, [olav.as_str(), "before-7-days", "overdue-1"]);
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/actions/{}/edit", of.id);
        let key = of.id;
        let later = of.task.due_on.expect("a day") + Duration::days(14);
        let siv = Owner::Person(person_at(&instance, OTHER_MEMBER)).to_string();
        let names = ["todo", "owner", "due"].map(|name| format!("{name}-{key}"));
        let fields = [
            ("version", "1"),
            (&*names[0], TODO),
            (&*names[1], &*siv),
            (&*names[2], &later.to_string()),
        ];
        kari.post(&path, &fields).await.goes_to();
        let moved = planned(&of);
        assert_eq!(moved[0].0, siv, "it is another's to hear of");
        assert_eq!(moved.len(), 3);
        assert!(moved[1].1 > before[1].1 && moved[2].1 > before[2].1);
        // The planner of the whole board finds nothing else to want.
        let board = scene.board;
        let now = instance.now();
        let write =
            (instance.app.db).write_now(|conn| styringsrad::app::tables().replan(conn, board, now));
        write.expect("it is planned");
        assert_eq!(planned(&of), moved);
        act(&mut kari, &of, "done", (2, "")).await.goes_to();
        assert_eq!(planned(&of), []);
        act(&mut kari, &of, "open", (3, "")).await.goes_to();
        assert_eq!(planned(&of), moved);
    }
}

#[actix_web::test]
async fn what_is_overdue_is_told_the_owner_and_the_secretariat_three_times() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        scene.switch_mail_on(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let of = olav_is_to(&instance, &scene, &case).await;
        let due = of.task.due_on.expect("a day");
        for day in (-30..40).map(|days| due + Duration::days(days)) {
            pass_at(&instance, day, "10:00");
        }
        let made = mails(&instance, &scene);
        let of_kind = |kind: &str, address: &str| {
            let is = |one: &&Made| one.0 == kind && one.1 == address;
            made.iter().filter(is).count()
        };
        assert_eq!(
            of_kind("action-due", MEMBER),
            4,
            "once before, thrice after"
        );
        assert_eq!(of_kind("action-due", SECRETARY), 3);
        assert_eq!(of_kind("action-due", COLLEAGUE), 3);
        assert_eq!(of_kind("action-due", OTHER_MEMBER), 0);
        for (_, _, subject, body) in &made {
            for hidden in [TODO, of.title.as_str(), "Olav", "Kari"] {
                assert!(
                    !body.contains(hidden) && !subject.contains(hidden),
                    "{hidden}"
                );
            }
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let desk = kari.get("/desk").await.ok();
        assert!(desk.contains("over fristen") && desk.contains("show=overdue"));
        let page = kari
            .get(&format!("{}?show=overdue", list(&scene)))
            .await
            .ok();
        assert!(page.contains(TODO) && page.contains("Over fristen"));
    }
}

#[actix_web::test]
async fn a_mail_says_what_is_to_be_done_only_where_the_case_is_open_and_never_to_the_closed_out() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        scene.switch_mail_on(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let id = case.case.expect("it is a case");
        let assess = |as_what: Assessment| {
            let write = instance.app.db.write_now(|conn| {
                let of = board_case::table.find(id);
                Ok(diesel::update(of)
                    .set(board_case::assessment.eq(as_what))
                    .execute(conn)?)
            });
            write.expect("it is assessed");
        };
        let hour = || {
            instance.move_by(Duration::minutes(61));
            instance.tick();
        };
        assess(Assessment::Exempt);
        olav_is_to(&instance, &scene, &case).await;
        hour();
        assess(Assessment::Open);
        let told = olav_is_to(&instance, &scene, &case).await;
        hour();
        let made = mails(&instance, &scene);
        assert_eq!(made.len(), 2);
        assert!(!made[0].3.contains(TODO) && made[1].3.contains(TODO));
        assert!(made.iter().all(|one| !one.3.contains(&told.title)));
        // The case is open, and what the minutes say of it is not.
        let write = instance.app.db.write_now(|conn| {
            access::prepare(conn, scene.near)?;
            Ok(diesel::update(minute_access::table.find(case.id))
                .set(minute_access::assessment.eq(Assessment::Exempt))
                .execute(conn)?)
        });
        assert_eq!(write.expect("it is exempt"), 1);
        olav_is_to(&instance, &scene, &case).await;
        hour();
        let made = mails(&instance, &scene);
        assert!(made.len() == 3 && !made[2].3.contains(TODO));
        let fourth = olav_is_to(&instance, &scene, &case).await;
        close(&instance, id, MEMBER);
        hour();
        let told = &occasions(&instance, &fourth)[0];
        assert_eq!(told.1, OccasionState::Fulfilled, "and that is no alarm");
        assert_eq!(mails(&instance, &scene).len(), 3);
    }
}

#[actix_web::test]
async fn an_organisation_is_written_to_and_who_speaks_for_it_settles() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        scene.switch_mail_on(&instance);
        let olav = person_at(&instance, MEMBER);
        let of: OrganisationId = read(&instance, move |conn| {
            let of: Option<OrganisationId> = representation::table
                .inner_join(appointment::table)
                .filter(representation::person_id.eq(olav))
                .select(appointment::organisation_id)
                .first(conn)?;
            Ok(of.expect("he speaks for one"))
        });
        let write = instance.app.db.write_now(|conn| {
            Ok(diesel::update(organisation::table.find(of))
                .set(organisation::mailbox.eq("post@kartverket.example"))
                .execute(conn)?)
        });
        write.expect("it has a mailbox");
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let owner = Owner::Organisation(of).to_string();
        add(
            &mut kari,
            &scene,
            &case,
            &[("todo", TODO), ("owner", &owner)],
        )
        .await
        .goes_to();
        instance.move_by(Duration::minutes(61));
        instance.tick();
        let made = mails(&instance, &scene);
        assert_eq!(made.len(), 1);
        assert_eq!(made[0].1, "post@kartverket.example");
        assert!(made[0].3.contains("mailto:") && !made[0].3.contains(TODO));
        let action = agreed(&instance, &scene).pop().expect("it is agreed");
        let mut terje = instance.signed_in(OTHER_MEMBER).await;
        act(&mut terje, &action, "done", (1, "")).await.is(404);
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get("/me").await.ok().contains(TODO));
        act(&mut olav, &action, "done", (1, "")).await.goes_to();
    }
}

#[actix_web::test]
async fn the_next_agenda_carries_what_is_open_and_what_was_settled_since() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let case = item(&instance, &scene, ItemKind::Case);
        let open = olav_is_to(&instance, &scene, &case).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let standing = item(&instance, &scene, ItemKind::Standing);
        let values = [("todo", "Bestille lokale"), ("owner-name", "KS")];
        add(&mut kari, &scene, &standing, &values).await.goes_to();
        let settled = agreed(&instance, &scene).pop().expect("it is agreed");
        act(&mut kari, &settled, "done", (1, "")).await.goes_to();
        let mut olav = instance.signed_in(MEMBER).await;
        let next = olav
            .get(&format!("/meetings/{}/agenda", scene.next))
            .await
            .ok();
        let (_, carried) = next
            .split_once("Oppfølging frå tidlegare møte")
            .or_else(|| next.split_once("Oppfølging fra tidligere møter"))
            .expect("it is carried over");
        assert!(carried.contains(TODO) && carried.contains("Bestille lokale"));
        assert!(carried.contains("Olav Myklebø"));
        let own = olav
            .get(&format!("/meetings/{}/agenda", scene.near))
            .await
            .ok();
        assert!(!own.contains(TODO), "not on the agenda of its own meeting");
        close(&instance, case.case.expect("it is a case"), MEMBER);
        let next = olav
            .get(&format!("/meetings/{}/agenda", scene.next))
            .await
            .ok();
        assert!(!next.contains(TODO) && next.contains("Bestille lokale"));
        assert!(!next.contains(&format!("/actions/{}", open.id)));
    }
}

#[actix_web::test]
async fn the_list_is_read_by_state_and_owner() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let of = olav_is_to(&instance, &scene, &item(&instance, &scene, ItemKind::Case)).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = item(&instance, &scene, ItemKind::Case);
        let values = [("todo", "Noe for KS"), ("owner-name", "KS & venner")];
        add(&mut kari, &scene, &case, &values).await.goes_to();
        let by = |owner: &str| format!("{}?show=open&owner={owner}", list(&scene));
        let his = kari.get(&by(&of.task.owner.to_string())).await.ok();
        assert!(his.contains(TODO) && !his.contains("Noe for KS"));
        let theirs = kari.get(&by("KS%20%26%20venner")).await.ok();
        assert!(!theirs.contains(TODO) && theirs.contains("Noe for KS"));
        // The demo's from the meeting before stand after those of this one.
        let all = kari.get(&list(&scene)).await.ok();
        let older = all.find("Spille inn hvilke").expect("the demo's is there");
        assert!(all.find(TODO).expect("it is there") < older);
        for odd in ["?show=alle&page=-1", "?page=999999999999", "?owner=%00"] {
            kari.get(&format!("{}{odd}", list(&scene))).await.ok();
        }
    }
}

#[actix_web::test]
async fn whoever_owns_some_takes_them_along_with_their_data() {
    for instance in instances(NOW) {
        let scene = with_draft_out(&instance);
        let of = olav_is_to(&instance, &scene, &item(&instance, &scene, ItemKind::Case)).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let data = olav.get("/me/data").await.ok();
        assert!(data.contains(TODO) && data.contains(of.id.as_str()));
    }
}
