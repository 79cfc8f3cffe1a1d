//! What is published about products: to everyone what they may read, and of a product of which they may read nothing, nothing.

use super::{FOR_OWNERS, Out, SECRET, case_of, forget_what_is_kept};
use crate::support::{Instance, instances};
use crate::world::{MEMBER, NOW, SERVICE_OWNER};
use diesel::prelude::*;
use styringsrad::db::ids::{CaseId, ProductId};
use styringsrad::db::public_revision;
use styringsrad::db::schema::{case_product, product, published_item};
use styringsrad::db::types::Words;
use styringsrad::web::access::{Assessment, Audience};

fn called(instance: &Instance, name: &'static str) -> ProductId {
    let read = instance.app.db.read_now(|conn| {
        let of = product::table.filter(product::name.eq(Words::new([("nb", name)])));
        Ok(of.select(product::id).first(conn)?)
    });
    read.expect("the demo has it")
}

/// The case is about this product, and nothing else is.
fn only(instance: &Instance, of: CaseId, about: ProductId) {
    let write = instance.app.db.write_now(|conn| {
        let own = case_product::table.filter(case_product::product_id.eq(about));
        diesel::delete(own).execute(conn)?;
        let own = case_product::table.filter(case_product::case_id.eq(of));
        diesel::delete(own).execute(conn)?;
        diesel::insert_into(case_product::table)
            .values((
                case_product::case_id.eq(of),
                case_product::product_id.eq(about),
            ))
            .execute(conn)?;
        public_revision::raise(conn, None)
    });
    write.expect("it is tied");
    forget_what_is_kept();
}

fn page(of: ProductId) -> String {
    format!("/published/products/{of}")
}

#[actix_web::test]
async fn a_product_tells_what_is_published_about_it_to_those_who_may_read_it() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let [open, owners, exempt] = ["Altinn Melding", "Digital postkasse", "ID-porten"]
            .map(|name| called(&instance, name));
        only(&instance, case_of(&out.open), open);
        only(&instance, case_of(&out.owners), owners);
        only(&instance, case_of(&out.exempt), exempt);
        let mut visitor = instance.browser();
        let told = visitor.get(&format!("{}?lang=nb", page(open))).await.ok();
        for there in [
            "Altinn Melding",
            "Meldingsutveksling",
            "Digitaliseringsdirektoratet",
            "modell B",
            &format!("/published/cases/{}", case_of(&out.open)),
            &format!("{}/subscribe", page(open)),
            &format!("/published/decisions?product={open}"),
            "<meta name=\"description\"",
            "rel=\"canonical\"",
        ] {
            assert!(told.contains(there), "{there}: {told}");
        }
        // The minutes are in bokmål; the list says it in the reader's language.
        let told = visitor.get(&format!("{}?lang=nn", page(open))).await.ok();
        assert!(told.contains("Tilråding"), "{told}");
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        visitor.get(&page(owners)).await.is(404);
        let case = format!("/published/cases/{}", case_of(&out.owners));
        assert!(owner.get(&page(owners)).await.ok().contains(&case));
        // What an exempt title is about is told to nobody here, not to members either.
        let mut olav = instance.signed_in(MEMBER).await;
        for reader in [&mut visitor, &mut owner, &mut olav] {
            reader.get(&page(exempt)).await.is(404);
            reader.get(&page(ProductId::new())).await.is(404);
            reader.get("/published/products/x").await.is(404);
            let odd = reader.get(&format!("{}?after=x", page(open))).await.ok();
            assert!(odd.contains(&case_of(&out.open).to_string()));
        }
        let list = visitor.get("/published/products?lang=nb").await.ok();
        assert!(list.contains(&page(open)), "{list}");
        for hidden in [owners, exempt] {
            assert!(!list.contains(hidden.as_str()), "{list}");
        }
        assert!(
            owner
                .get("/published/products")
                .await
                .ok()
                .contains(&page(owners))
        );
        assert!(!list.contains(SECRET) && !list.contains(FOR_OWNERS));
        // From a case to its products, and from the front page to all.
        let case = format!("/published/cases/{}", case_of(&out.open));
        assert!(visitor.get(&case).await.ok().contains(&page(open)));
        for path in ["/published?lang=nb", "/published/decisions?lang=nb"] {
            let told = visitor.get(path).await.ok();
            assert!(told.contains("Se saker etter produkt"), "{path}: {told}");
        }
    }
}

#[actix_web::test]
async fn the_register_the_map_and_the_interface_know_products() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let [open, owners] =
            ["Altinn Melding", "Digital postkasse"].map(|name| called(&instance, name));
        only(&instance, case_of(&out.open), open);
        only(&instance, case_of(&out.owners), owners);
        let mut visitor = instance.browser();
        let anchor = format!("{}#item-", out.page());
        let told = visitor
            .get(&format!("/published/decisions?product={open}"))
            .await
            .ok();
        assert_eq!(told.matches(&anchor).count(), 1, "{told}");
        assert!(
            told.contains(&format!("value=\"{open}\" selected")),
            "{told}"
        );
        let told = visitor
            .get(&format!("/published/search?text=modell&product={open}"))
            .await;
        assert!(told.ok().contains(&anchor));
        for wrong in [owners.to_string(), "x".to_owned()] {
            for start in ["decisions?", "search?text=modell&"] {
                let path = format!("/published/{start}product={wrong}");
                let told = visitor.get(&path).await.ok();
                assert!(told.contains("id=\"product-mistake\""), "{path}: {told}");
                assert!(!told.contains(&anchor), "{path}");
            }
        }
        let map = visitor.get("/sitemap.xml").await.ok();
        assert!(map.contains(&page(open)) && !map.contains(owners.as_str()));
        let case = format!("/api/v1/cases/{}", case_of(&out.open));
        let case: serde_json::Value =
            serde_json::from_str(&visitor.get(&case).await.ok()).expect("it is JSON");
        assert_eq!(case["products"][0]["id"], open.to_string());
        assert_eq!(case["products"][0]["name"]["nb"], "Altinn Melding");
        assert_eq!(case["items"][0]["products"], case["products"]);
        let all = visitor.get("/api/v1/items").await.ok();
        assert!(!all.contains(owners.as_str()), "{all}");
    }
}

#[actix_web::test]
async fn a_product_is_gone_once_nothing_about_it_may_be_read() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let open = called(&instance, "Altinn Melding");
        only(&instance, case_of(&out.open), open);
        let mut visitor = instance.browser();
        visitor.get(&page(open)).await.ok();
        out.assess(out.open.id, (Audience::Members, Assessment::Open, false));
        let write = instance
            .app
            .db
            .write_now(|conn| public_revision::raise(conn, None));
        write.expect("it is raised");
        forget_what_is_kept();
        visitor.get(&page(open)).await.is(404);
        let list = visitor.get("/published/products").await.ok();
        assert!(!list.contains(open.as_str()), "{list}");
    }
}

#[actix_web::test]
async fn what_the_version_withholds_the_title_of_is_about_no_product() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let product = called(&instance, "Altinn Melding");
        let case = case_of(&out.open);
        let write = instance.app.db.write_now(|conn| {
            let own = published_item::table.filter(published_item::case_id.eq(case));
            diesel::update(own)
                .set(published_item::title.eq(""))
                .execute(conn)?;
            Ok(())
        });
        write.expect("it was withheld when the minutes were made");
        only(&instance, case, product);
        let mut visitor = instance.browser();
        visitor.get(&page(product)).await.is(404);
        for path in [
            "/published/products".to_owned(),
            "/published/decisions".to_owned(),
            format!("/published/cases/{case}"),
            "/sitemap.xml".to_owned(),
        ] {
            let told = visitor.get(&path).await.ok();
            assert!(!told.contains(product.as_str()), "{path}: {told}");
        }
        let path = format!("/published/decisions?product={product}&lang=nb");
        let told = visitor.get(&path).await.ok();
        assert!(told.contains("id=\"product-mistake\""), "{told}");
    }
}
