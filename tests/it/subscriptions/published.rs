//! What subscribers are told of minutes that were really published.

use super::{ANE, BO};
use crate::cases::Scene;
use crate::minutes::item;
use crate::publication::{approved, open_all, publish};
use crate::round::correct;
use crate::support::{Browser, Instance, instances};
use crate::world::{MEMBER, NOW, SECRETARY, SERVICE_OWNER};
use chrono::Duration;
use diesel::prelude::*;
use styringsrad::boards::store as boards;
use styringsrad::cases::ItemKind;
use styringsrad::db::ids::MessageId;
use styringsrad::db::schema::{message, minute_access, subscription};
use styringsrad::db::types::Moment;
use styringsrad::public::subscriptions::rules::next_turn;
use styringsrad::web::access::Audience;

/// Asked for and confirmed by the link.
pub async fn subscribes(instance: &Instance, scene: &Scene, address: &str, how: &str) {
    let mut browser = instance.browser();
    let form = format!("/published/boards/{}/subscribe", scene.board);
    browser.get(&form).await.ok();
    let fields = [("address", address), ("language", "nb"), ("frequency", how)];
    browser.post(&form, &fields).await.goes_to();
    let read = instance.app.db.read_now(|conn| {
        let to = message::table.filter(message::address.eq(address));
        let newest = to.order((message::created_at.desc(), message::id.desc()));
        Ok(newest.select(message::id).first::<MessageId>(conn)?)
    });
    let id = read.expect("a letter was written");
    let signature = instance.app.office.key.sign("subscription", id.as_str());
    let link = format!("/subscriptions/{id}/{signature}");
    browser.get(&link).await.ok();
    browser.post(&link, &[("act", "confirm")]).await.goes_to();
}

/// Somebody who has signed in subscribes with one click.
async fn signed_in_subscribes(instance: &Instance, scene: &Scene, address: &str, how: &str) {
    let mut browser = instance.signed_in(address).await;
    let board = scene.board.to_string();
    let begin = [
        ("act", "begin"),
        ("topic", board.as_str()),
        ("frequency", how),
        ("language", "nb"),
    ];
    browser.get("/me/subscriptions").await.ok();
    browser.post("/me/subscriptions", &begin).await.goes_to();
}

/// The minutes are assessed as open, and meant for this audience.
pub async fn meant_for(kari: &mut Browser<'_>, instance: &Instance, scene: &Scene, to: Audience) {
    open_all(kari, scene).await;
    let write = instance.app.db.write_now(|conn| {
        let items = minute_access::table.filter(minute_access::meeting_id.eq(scene.near));
        diesel::update(items)
            .set(minute_access::wanted.eq(to))
            .execute(conn)?;
        Ok(())
    });
    write.expect("it is meant for them");
}

pub fn is_to(address: &str, mail: &str) -> bool {
    let mut lines = mail.lines();
    lines.any(|line| line.starts_with("To: ") && line.contains(address))
}

/// Whom mails about these minutes have gone to since it was last asked.
fn told(instance: &Instance, scene: &Scene) -> Vec<&'static str> {
    instance.tick();
    let mails = instance.take_mails().into_iter();
    let mails = mails.map(|mail| mail.replace("=\r\n", "").replace("\r\n ", " "));
    let page = format!("/published/meetings/{}", scene.near);
    let about: Vec<String> = mails.filter(|mail| mail.contains(&page)).collect();
    let all = [ANE, BO, SERVICE_OWNER, MEMBER].into_iter();
    all.filter(|address| about.iter().any(|mail| is_to(address, mail)))
        .collect()
}

/// When the next weekly mail of the board goes.
pub fn weekly(instance: &Instance, scene: &Scene) -> Moment {
    let read = instance
        .app
        .db
        .read_now(|conn| boards::board(conn, scene.board));
    let board = read.expect("the board is read");
    next_turn(&board, instance.now())
        .expect("there is a week")
        .due
}

#[actix_web::test]
async fn nobody_is_told_of_minutes_of_which_they_may_read_nothing() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        subscribes(&instance, &scene, ANE, "each").await;
        subscribes(&instance, &scene, BO, "weekly").await;
        signed_in_subscribes(&instance, &scene, SERVICE_OWNER, "each").await;
        meant_for(&mut kari, &instance, &scene, Audience::ServiceOwners).await;
        publish(&mut kari, &instance, &scene).await;
        told(&instance, &scene);
        instance.move_by(Duration::minutes(10));
        assert_eq!(told(&instance, &scene), [SERVICE_OWNER]);
        instance.app.clock.move_to(weekly(&instance, &scene));
        assert_eq!(told(&instance, &scene), [""; 0]);
    }
}

#[actix_web::test]
async fn what_can_be_undone_still_when_the_weekly_mail_goes_is_told_the_week_after() {
    for instance in instances(NOW) {
        let (scene, _) = approved(&instance).await;
        let first = weekly(&instance, &scene);
        instance.app.clock.move_to(first - Duration::minutes(5));
        let mut kari = instance.signed_in(SECRETARY).await;
        subscribes(&instance, &scene, ANE, "weekly").await;
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        // A weekly mail goes now, of something else.
        let write = instance.app.db.write_now(|conn| {
            diesel::update(subscription::table)
                .set(subscription::last_told_at.eq(first))
                .execute(conn)?;
            Ok(())
        });
        write.expect("it is written");
        instance.app.clock.move_to(first);
        assert_eq!(told(&instance, &scene), [""; 0]);
        instance.move_by(Duration::minutes(5));
        assert_eq!(told(&instance, &scene), [""; 0]);
        instance.app.clock.move_to(weekly(&instance, &scene));
        assert_eq!(told(&instance, &scene), [ANE]);
        instance.app.clock.move_to(weekly(&instance, &scene));
        assert_eq!(told(&instance, &scene), [""; 0], "once");
    }
}

#[actix_web::test]
async fn a_member_is_told_of_what_members_read_and_no_visitor_is() {
    for how in ["each", "weekly"] {
        for instance in instances(NOW) {
            let (scene, mut kari) = approved(&instance).await;
            subscribes(&instance, &scene, ANE, how).await;
            signed_in_subscribes(&instance, &scene, SERVICE_OWNER, how).await;
            signed_in_subscribes(&instance, &scene, MEMBER, how).await;
            meant_for(&mut kari, &instance, &scene, Audience::Members).await;
            publish(&mut kari, &instance, &scene).await;
            told(&instance, &scene);
            instance.move_by(Duration::minutes(10));
            let at_once = told(&instance, &scene);
            instance.app.clock.move_to(weekly(&instance, &scene));
            let of_the_week = told(&instance, &scene);
            let (found, none) = match how {
                "each" => (at_once, of_the_week),
                _ => (of_the_week, at_once),
            };
            assert_eq!(found, [MEMBER], "{how}");
            assert_eq!(none, [""; 0], "{how}");
        }
    }
}

/// The mails to each of these since it was last asked, unfolded.
pub fn mails_to<const N: usize>(instance: &Instance, addresses: [&str; N]) -> [Vec<String>; N] {
    instance.tick();
    let mails = instance.take_mails().into_iter();
    let mails = mails.map(|mail| mail.replace("=\r\n", "").replace("\r\n ", " "));
    let mails: Vec<String> = mails.collect();
    addresses.map(|address| {
        let own = mails.iter().filter(|mail| is_to(address, mail));
        own.cloned().collect()
    })
}

/// What was said of the first case is corrected, and the minutes are published again.
async fn again(instance: &Instance, scene: &Scene, said: &str) {
    instance.move_by(Duration::hours(1));
    let mut kari = instance.signed_in(SECRETARY).await;
    correct(&mut kari, instance, scene, said).await;
    publish(&mut kari, instance, scene).await;
    instance.move_by(Duration::minutes(10));
}

#[actix_web::test]
async fn minutes_that_are_published_again_are_told_of_as_changed_and_why() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        subscribes(&instance, &scene, ANE, "each").await;
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(10));
        assert_eq!(told(&instance, &scene), [ANE]);
        again(&instance, &scene, "Satsen er rettet.").await;
        let [mails] = mails_to(&instance, [ANE]);
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].contains("Feil sats"), "{}", mails[0]);
        assert!(mails[0].contains("nytt eller endret"), "{}", mails[0]);
    }
}

#[actix_web::test]
async fn nobody_is_told_again_of_minutes_in_which_they_find_the_same() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        subscribes(&instance, &scene, ANE, "each").await;
        signed_in_subscribes(&instance, &scene, SERVICE_OWNER, "each").await;
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        let first = item(&instance, &scene, ItemKind::Case).id;
        let write = instance.app.db.write_now(|conn| {
            diesel::update(minute_access::table.find(first))
                .set(minute_access::wanted.eq(Audience::ServiceOwners))
                .execute(conn)?;
            Ok(())
        });
        write.expect("the first case is for them");
        publish(&mut kari, &instance, &scene).await;
        instance.move_by(Duration::minutes(10));
        assert_eq!(told(&instance, &scene), [ANE, SERVICE_OWNER]);
        again(&instance, &scene, "Satsen er rettet.").await;
        let [visitor, owner] = mails_to(&instance, [ANE, SERVICE_OWNER]);
        assert_eq!((visitor.len(), owner.len()), (0, 1), "{visitor:?}");
    }
}
