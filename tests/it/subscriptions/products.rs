//! Subscriptions to what boards publish about a product, on both engines: asked for and confirmed, told of the product's items
//! alone, and never twice of one publication.

use super::published::{mails_to, meant_for, subscribes, weekly};
use super::{ANE, BO};
use crate::cases::Scene;
use crate::publication::{approved, publish};
use crate::support::{Browser, Instance, instances};
use crate::world::{MEMBER, NOW, SERVICE_OWNER};
use chrono::Duration;
use diesel::prelude::*;
use styringsrad::cases::ItemKind;
use styringsrad::cases::store::agenda as agendas;
use styringsrad::db::Conn;
use styringsrad::db::ids::{CaseId, MessageId, ProductId};
use styringsrad::db::schema::{
    board_case, case_product, message, minute_access, occasion, product, published_item,
    subscription,
};
use styringsrad::db::types::Words;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;
use styringsrad::public::subscriptions::State;
use styringsrad::public::subscriptions::mail::PRODUCTS;
use styringsrad::web::access::Audience;

/// Two of the demo's products, which the demo's published minutes are about, and one that nothing is published about.
const MASKINPORTEN: &str = "Maskinporten";
const ID_PORTEN: &str = "ID-porten";
const UNTOLD: &str = "Digital postkasse";

fn write<T>(instance: &Instance, what: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(what).expect("it is written")
}

fn called(instance: &Instance, name: &'static str) -> ProductId {
    write(instance, |conn| {
        let of = product::table.filter(product::name.eq(Words::new([("nb", name)])));
        Ok(of.select(product::id).first(conn)?)
    })
}

/// The cases of the near meeting, in order.
fn cases(instance: &Instance, scene: &Scene) -> Vec<CaseId> {
    write(instance, |conn| {
        let items = agendas::agenda(conn, scene.near)?.items.into_iter();
        let cases = items.filter(|item| item.kind == ItemKind::Case);
        Ok(cases.filter_map(|item| item.case).collect())
    })
}

/// The first case of the near meeting is about Maskinporten, the second about ID-porten; nothing else of it is about anything.
fn tie(instance: &Instance, scene: &Scene) -> [CaseId; 2] {
    let of = cases(instance, scene);
    let products = [MASKINPORTEN, ID_PORTEN].map(|name| called(instance, name));
    write(instance, |conn| {
        let own = case_product::table.filter(case_product::case_id.eq_any(&of));
        diesel::delete(own).execute(conn)?;
        for (case, product) in of.iter().zip(products) {
            diesel::insert_into(case_product::table)
                .values((
                    case_product::case_id.eq(case),
                    case_product::product_id.eq(product),
                ))
                .execute(conn)?;
        }
        Ok(())
    });
    [of[0], of[1]]
}

/// How a mail names what is out about a case.
fn line(instance: &Instance, of: CaseId) -> String {
    let label: String = write(instance, |conn| {
        let of = published_item::table.filter(published_item::case_id.eq(of));
        Ok(of.select(published_item::label).first(conn)?)
    });
    assert!(!label.is_empty(), "the case has a number");
    format!("* {label} ")
}

fn form(of: ProductId) -> String {
    format!("/published/products/{of}/subscribe")
}

/// The link in the newest letter to an address.
fn link(instance: &Instance, address: &str, purpose: &str) -> String {
    let id: MessageId = write(instance, |conn| {
        let to = message::table.filter(message::address.eq(address));
        let newest = to.order((message::created_at.desc(), message::id.desc()));
        Ok(newest.select(message::id).first(conn)?)
    });
    let signature = instance.app.office.key.sign(purpose, id.as_str());
    let start = match purpose {
        "subscription" => "subscriptions",
        "unsubscribe-products" => "unsubscribe",
        other => other,
    };
    format!("/{start}/{id}/{signature}")
}

/// Asked for and confirmed by the link.
async fn follows(instance: &Instance, of: ProductId, address: &str, how: &str) {
    let mut browser = instance.browser();
    browser.get(&form(of)).await.ok();
    let fields = [("address", address), ("language", "nb"), ("frequency", how)];
    let to = browser.post(&form(of), &fields).await.goes_to();
    assert_eq!(to, format!("{}/sent", form(of)));
    let link = link(instance, address, "subscription");
    browser.get(&link).await.ok();
    browser.post(&link, &[("act", "confirm")]).await.goes_to();
}

async fn begins(browser: &mut Browser<'_>, of: ProductId, how: &str) {
    let id = of.to_string();
    let begin = [
        ("act", "begin"),
        ("topic", id.as_str()),
        ("frequency", how),
        ("language", "nb"),
    ];
    browser.get("/me/subscriptions").await.ok();
    browser.post("/me/subscriptions", &begin).await.goes_to();
}

fn states(instance: &Instance) -> Vec<State> {
    write(instance, |conn| {
        let all = subscription::table.order(subscription::id);
        Ok(all.select(subscription::state).load(conn)?)
    })
}

#[actix_web::test]
async fn who_follows_a_product_is_asked_first_and_told_of_its_items_alone() {
    const CLICK: [(&str, &str); 1] = [("List-Unsubscribe", "One-Click")];
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let [about, other] = tie(&instance, &scene);
        let id = called(&instance, MASKINPORTEN);
        let mut visitor = instance.browser();
        let page = visitor.get(&format!("{}?lang=nb", form(id))).await.ok();
        assert!(
            page.contains("Abonner på referater om Maskinporten"),
            "{page}"
        );
        mails_to(&instance, [ANE]);
        follows(&instance, id, ANE, "each").await;
        let [asked] = mails_to(&instance, [ANE]);
        assert!(
            asked[0].contains("referater om Maskinporten"),
            "{}",
            asked[0]
        );
        assert!(asked[0].contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        assert_eq!(states(&instance), [State::Confirmed]);
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        assert_eq!(mails_to(&instance, [ANE])[0].len(), 0, "it may be undone");
        instance.move_by(Duration::minutes(10));
        let [told] = mails_to(&instance, [ANE]);
        let [mail] = &told[..] else {
            panic!("{} mails", told.len());
        };
        assert!(mail.contains(&line(&instance, about)), "{mail}");
        assert!(!mail.contains(&line(&instance, other)), "{mail}");
        assert!(mail.contains(&format!("/published/meetings/{}", scene.near)));
        assert!(mail.contains("Maskinporten"), "{mail}");
        // One click ends it, and the mail's page says what has ended.
        let out = link(&instance, ANE, "unsubscribe");
        let page = visitor.get(&out).await.ok();
        assert!(page.contains("Maskinporten"), "{page}");
        visitor.post_raw(&out, &CLICK).await.ok();
        assert_eq!(states(&instance), [State::Ended]);
    }
}

#[actix_web::test]
async fn nobody_gets_two_mails_about_one_publication() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let [about, other] = tie(&instance, &scene);
        let products = [MASKINPORTEN, ID_PORTEN].map(|name| called(&instance, name));
        // The board and a product, at once; two products; the board once a week and a product at once; a product once a week
        // and the board at once.
        let cecilie = "cecilie@avisa.example";
        let dag = "dag@avisa.example";
        subscribes(&instance, &scene, ANE, "each").await;
        follows(&instance, products[0], ANE, "each").await;
        follows(&instance, products[0], BO, "each").await;
        follows(&instance, products[1], BO, "each").await;
        subscribes(&instance, &scene, cecilie, "weekly").await;
        follows(&instance, products[0], cecilie, "each").await;
        subscribes(&instance, &scene, dag, "each").await;
        follows(&instance, products[0], dag, "weekly").await;
        let all = [ANE, BO, cecilie, dag];
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        mails_to(&instance, all);
        instance.move_by(Duration::minutes(10));
        let told = mails_to(&instance, all);
        assert_eq!(told.each_ref().map(Vec::len), [1, 1, 0, 1], "{told:?}");
        let [both, ..] = &told;
        let lines = [about, other].map(|case| line(&instance, case));
        assert!(lines.iter().all(|line| both[0].contains(line)));
        assert!(lines.iter().all(|line| told[1][0].contains(line)));
        instance.app.clock.move_to(weekly(&instance, &scene));
        let told = mails_to(&instance, all);
        assert_eq!(told.each_ref().map(Vec::len), [0, 0, 1, 0], "{told:?}");
    }
}

#[actix_web::test]
async fn the_weekly_mail_tells_of_all_products_at_once_and_only_once() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let [about, other] = tie(&instance, &scene);
        for name in [MASKINPORTEN, ID_PORTEN] {
            follows(&instance, called(&instance, name), ANE, "weekly").await;
        }
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        begins(&mut owner, called(&instance, MASKINPORTEN), "weekly").await;
        meant_for(&mut kari, &instance, &scene, Audience::ServiceOwners).await;
        let open = cases(&instance, &scene)[1];
        write(&instance, |conn| {
            let of = minute_access::table.filter(minute_access::subject_id.eq(open.cast::<()>()));
            diesel::update(of)
                .set(minute_access::wanted.eq(Audience::Public))
                .execute(conn)?;
            Ok(())
        });
        publish(&mut kari, &instance, &scene).await;
        mails_to(&instance, [ANE, SERVICE_OWNER]);
        instance.move_by(Duration::minutes(10));
        let told = mails_to(&instance, [ANE, SERVICE_OWNER]);
        assert_eq!(told.each_ref().map(Vec::len), [0, 0]);
        instance.app.clock.move_to(weekly(&instance, &scene));
        let [visitor, owner] = mails_to(&instance, [ANE, SERVICE_OWNER]);
        assert_eq!((visitor.len(), owner.len()), (1, 1));
        let lines = [about, other].map(|case| line(&instance, case));
        let has = |mail: &str| lines.each_ref().map(|line| mail.contains(line.as_str()));
        // Each is told what they may read of what they follow.
        assert_eq!(has(&visitor[0]), [false, true], "{}", visitor[0]);
        assert_eq!(has(&owner[0]), [true, false], "{}", owner[0]);
        let settled: Vec<OccasionState> = write(&instance, |conn| {
            let of = occasion::table.filter(occasion::kind.eq(PRODUCTS));
            Ok(of.select(occasion::state).load(conn)?)
        });
        assert_eq!(settled, [OccasionState::Told]);
        instance.app.clock.move_to(weekly(&instance, &scene));
        let told = mails_to(&instance, [ANE, SERVICE_OWNER]);
        assert_eq!(told.each_ref().map(Vec::len), [0, 0], "once");
    }
}

#[actix_web::test]
async fn a_mail_about_several_products_ends_them_all_and_its_page_lists_the_rest() {
    const CLICK: [(&str, &str); 1] = [("List-Unsubscribe", "One-Click")];
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        tie(&instance, &scene);
        let products = [MASKINPORTEN, ID_PORTEN].map(|name| called(&instance, name));
        for product in products {
            follows(&instance, product, BO, "each").await;
        }
        follows(&instance, products[0], ANE, "each").await;
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        mails_to(&instance, [BO]);
        instance.move_by(Duration::minutes(10));
        assert_eq!(mails_to(&instance, [BO])[0].len(), 1);
        let out = link(&instance, BO, "unsubscribe-products");
        let mut visitor = instance.browser();
        let one = out.replace("/unsubscribe/", "/subscriptions/");
        visitor.get(&one).await.is(410);
        subscribes(&instance, &scene, BO, "weekly").await;
        let page = visitor.get(&out).await.ok();
        for said in [
            "Avslutt abonnementet på Maskinporten, ID-porten",
            "Avslutt abonnementet på Styringsrådet",
            "Avslutt alle abonnementene",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        visitor.get(&out).await.ok();
        let all = [State::Confirmed; 4];
        assert_eq!(states(&instance), all, "opening ends nothing");
        let page = visitor.post_raw(&out, &CLICK).await.ok();
        assert!(
            page.contains("referater om Maskinporten, ID-porten"),
            "{page}"
        );
        assert!(page.contains("Avslutt abonnementet på Styringsrådet"));
        let [ended, stands] = [State::Ended, State::Confirmed];
        assert_eq!(states(&instance), [ended, ended, stands, stands]);
        // Where it is changed, the others have a button each, and nobody else's can be reached.
        let message = out.split('/').nth(2).expect("an id");
        let signature = instance.app.office.key.sign("subscription", message);
        let change = format!("/subscriptions/{message}/{signature}");
        visitor.get(&change).await.ok();
        let ids: Vec<styringsrad::db::ids::RowId> = write(&instance, |conn| {
            let all = subscription::table.order(subscription::id);
            Ok(all.select(subscription::id).load(conn)?)
        });
        let others = ids[2].to_string();
        let end = |id: &str| [("act", "end".to_owned()), ("id", id.to_owned())];
        for wrong in [others.as_str(), "x\u{0}", "999999999999999999999"] {
            let fields = end(wrong);
            let fields = fields
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            visitor.post(&change, &fields).await.goes_to();
        }
        assert_eq!(states(&instance), [ended, ended, stands, stands]);
        let fields = [("act", "end"), ("id", "all")];
        visitor.post(&change, &fields).await.goes_to();
        assert_eq!(states(&instance), [ended, ended, stands, ended]);
    }
}

#[actix_web::test]
async fn what_is_asked_for_again_is_added_to_what_waits() {
    for instance in instances(NOW) {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let mut visitor = instance.browser();
        for name in [MASKINPORTEN, ID_PORTEN] {
            let form = form(called(&instance, name));
            visitor.get(&form).await.ok();
            let fields = [("address", ANE), ("language", "nb"), ("frequency", "each")];
            visitor.post(&form, &fields).await.goes_to();
        }
        assert_eq!(states(&instance), [State::Asked; 2]);
        let newest = link(&instance, ANE, "subscription");
        let page = visitor.get(&newest).await.ok();
        assert!(page.contains("referater om ID-porten?"), "{page}");
        assert!(page.contains("Bekreft abonnementet på Maskinporten"));
        let all = [("act", "confirm"), ("id", "all")];
        visitor.post(&newest, &all).await.goes_to();
        assert_eq!(states(&instance), [State::Confirmed; 2]);
    }
}

#[actix_web::test]
async fn a_title_that_is_exempt_is_told_of_no_product() {
    for instance in instances(NOW) {
        let (scene, mut kari) = approved(&instance).await;
        let [about, _] = tie(&instance, &scene);
        follows(&instance, called(&instance, MASKINPORTEN), ANE, "each").await;
        write(&instance, |conn| {
            diesel::update(board_case::table.find(about))
                .set(board_case::title_exempt.eq(true))
                .execute(conn)?;
            Ok(())
        });
        meant_for(&mut kari, &instance, &scene, Audience::Public).await;
        publish(&mut kari, &instance, &scene).await;
        mails_to(&instance, [ANE]);
        instance.move_by(Duration::minutes(10));
        assert_eq!(mails_to(&instance, [ANE])[0], [""; 0]);
    }
}

#[actix_web::test]
async fn a_product_is_offered_to_those_alone_who_may_read_something_about_it() {
    for instance in instances(NOW) {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let (told, untold) = (called(&instance, MASKINPORTEN), called(&instance, UNTOLD));
        let mut visitor = instance.browser();
        visitor.get(&form(told)).await.ok();
        visitor.get(&form(untold)).await.is(404);
        visitor.get(&form(ProductId::new())).await.is(404);
        visitor.get("/published/products/x/subscribe").await.is(404);
        let fields = [("address", ANE), ("language", "nb"), ("frequency", "each")];
        visitor.post(&form(untold), &fields).await.is(404);
        visitor.post_raw(&form(told), &fields).await.is(403);
        let wrong = [("address", "x"), ("language", "se"), ("frequency", "daily")];
        visitor.post(&form(told), &wrong).await.is(422);
        let mut olav = instance.signed_in(MEMBER).await;
        let list = olav.get("/me/subscriptions?lang=nb").await.ok();
        assert!(list.contains("Produkt: Maskinporten"), "{list}");
        assert!(!list.contains(untold.as_str()), "{list}");
        let id = untold.to_string();
        let begin = [
            ("act", "begin"),
            ("topic", id.as_str()),
            ("frequency", "each"),
            ("language", "nb"),
        ];
        olav.post("/me/subscriptions", &begin).await.is(422);
        assert_eq!(states(&instance), []);
        // The form of visitors leads to the own list, and what is begun there stands in it and in what is told of oneself.
        let own = olav.get(&form(told)).await.goes_to();
        assert_eq!(own, format!("/me/subscriptions?topic={told}"));
        begins(&mut olav, told, "each").await;
        let list = olav.get("/me/subscriptions").await.ok();
        assert!(!list.contains("Produkt: Maskinporten"), "{list}");
        let page = olav.get(&format!("/published/products/{told}")).await.ok();
        assert!(
            page.contains("Du får e-post når et råd har publisert"),
            "{page}"
        );
        let data = olav.get("/me/data").await.ok();
        let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
        assert_eq!(data["subscriptions"][0]["product"], MASKINPORTEN);
        let id = write(&instance, |conn| {
            let first = subscription::table.select(subscription::id);
            Ok(first
                .first::<styringsrad::db::ids::RowId>(conn)?
                .to_string())
        });
        let end = [("act", "end"), ("id", id.as_str())];
        olav.post("/me/subscriptions", &end).await.goes_to();
        assert_eq!(states(&instance), [State::Ended]);
        // What has ended goes after a month, and with an address its letters.
        follows(&instance, told, ANE, "weekly").await;
        let link = link(&instance, ANE, "subscription");
        visitor.post(&link, &[("act", "end")]).await.goes_to();
        instance.move_by(Duration::days(30));
        instance.tick();
        assert_eq!(states(&instance), []);
        let left: i64 = write(&instance, |conn| {
            let to = message::table.filter(message::address.eq(ANE));
            Ok(to.count().get_result(conn)?)
        });
        assert_eq!(left, 0, "no letter knows the address");
    }
}
