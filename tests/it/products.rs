//! Products, on both engines: the register that any secretariat keeps and everyone with a role reads, lives and strategies, and
//! the cases about them, which are told to those who may read the cases.

use crate::support::{Answer, Browser, Instance, day, instances};
use crate::world::{
    ADMINISTRATOR, MEMBER, NOW, OBSERVER, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER, world,
};
use diesel::prelude::*;
use styringsrad::db::Conn;
use styringsrad::db::ids::{
    BoardId, CaseId, OrganisationId, PersonId, ProductGroupId, ProductId, RowId,
};
use styringsrad::db::schema::{
    audit_entry, board_case, case_product, organisation_name, person, product, product_group,
    product_phase, product_strategy, recusal,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::portfolio::products::{Product, rules, store};
use styringsrad::web::access::Audience;

const TREATED: &str = "Produktstrategi for Maskinporten";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// An instance with the demo on each engine.
fn with_demo() -> Vec<Instance> {
    let all = instances(NOW);
    for instance in &all {
        assert!(demo::load(&instance.app).expect("the demo loads"));
    }
    all
}

fn called(instance: &Instance, name: &'static str) -> ProductId {
    read(instance, move |conn| {
        let name = Words::new([("nb", name)]);
        let of = product::table.filter(product::name.eq(name));
        Ok(of.select(product::id).first(conn)?)
    })
}

fn whole(instance: &Instance, id: ProductId) -> Product {
    read(instance, move |conn| store::product(conn, id))
}

fn case_titled(instance: &Instance, title: &'static str) -> (CaseId, BoardId) {
    read(instance, move |conn| {
        let of = board_case::table.filter(board_case::title.eq(title));
        let columns = (board_case::id, board_case::board_id);
        Ok(of.select(columns).first(conn)?)
    })
}

fn first_group(instance: &Instance) -> ProductGroupId {
    read(instance, |conn| {
        let of = product_group::table.order(product_group::position.asc());
        Ok(of.select(product_group::id).first(conn)?)
    })
}

fn digdir(instance: &Instance) -> OrganisationId {
    read(instance, |conn| {
        let of = organisation_name::table.filter(organisation_name::short_name.eq("Digdir"));
        Ok(of.select(organisation_name::organisation_id).first(conn)?)
    })
}

fn entries(instance: &Instance, id: ProductId) -> Vec<String> {
    read(instance, move |conn| {
        let of = audit_entry::table.filter(audit_entry::object_id.eq(id.as_str()));
        let of = of.order((audit_entry::at.asc(), audit_entry::id.asc()));
        Ok(of.select(audit_entry::action).load(conn)?)
    })
}

/// Posts a form of a product with the version that it has now.
async fn post(
    browser: &mut Browser<'_>,
    instance: &Instance,
    id: ProductId,
    rest: &str,
    values: &[(&str, &str)],
) -> Answer {
    let version = whole(instance, id).version.to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(values);
    browser
        .post(&format!("/products/{id}/{rest}"), &fields)
        .await
}

/// Whether a mistake stands at a field.
fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}-mistake\"")) && page.contains("ds-error-summary")
}

#[actix_web::test]
async fn a_secretariat_keeps_the_register_and_everyone_with_a_role_reads_it() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (group, owner) = (first_group(&instance), digdir(&instance));
        let (group, owner) = (group.to_string(), owner.to_string());
        let fields = |name: &'static str| {
            vec![
                ("name-nb", name),
                ("name-nn", ""),
                ("name-en", "Trust list"),
                ("description-nb", "Liste over\ntillitstjenester."),
                ("phase", "new"),
                ("from", "2027-01-01"),
            ]
        };
        let mut sent = fields("Tillitslista");
        sent.extend([("group", group.as_str()), ("owner", owner.as_str())]);
        let lands = kari.post("/products/new", &sent).await.goes_to();
        assert!(lands.contains("said-product-saved"), "{lands}");
        let id = called_in_both(&instance, "Tillitslista", "Trust list");
        assert_eq!(entries(&instance, id), ["product-added"]);
        // It begins next year.
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&format!("/products/{id}?lang=nn")).await.ok();
        assert!(page.contains("Tillitslista") && page.contains("Ikkje i gang enno"));
        assert!(!page.contains("/edit\"") && !page.contains("/phases\""));
        let list = olav.get("/products").await.ok();
        assert!(list.contains("Tillitslista") && list.contains("Digitaliseringsdirektoratet"));
        assert!(!list.contains("/products/new"));
        // A name that exists already, however it is written, and in whatever language.
        for (name, value, field) in [
            ("name-nb", " id-PORTEN", "name-nb"),
            ("name-en", "TILLITSLISTA", "name-en"),
        ] {
            let mut again = fields("En annen");
            again.extend([("group", group.as_str()), ("owner", owner.as_str())]);
            for pair in &mut again {
                if pair.0 == name {
                    pair.1 = value;
                }
            }
            let page = kari.post("/products/new", &again).await.is(422);
            assert!(is_refused_at(&page, field), "{page}");
            assert!(page.contains("tillitstjenester.") && page.contains("2027-01-01"));
        }
        let mut siv = instance.signed_in(OBSERVER).await;
        siv.get("/products").await.ok();
        siv.get(&format!("/products/{id}/edit")).await.is(404);
        let mut mette = instance.signed_in(SERVICE_OWNER).await;
        for path in ["/products".to_owned(), format!("/products/{id}")] {
            mette.get(&path).await.is(404);
        }
    }
}

fn called_in_both(instance: &Instance, nb: &'static str, en: &'static str) -> ProductId {
    read(instance, move |conn| {
        let name = Words::new([("nb", nb), ("en", en)]);
        let of = product::table.filter(product::name.eq(name));
        Ok(of.select(product::id).first(conn)?)
    })
}

#[actix_web::test]
async fn groups_are_made_changed_and_stand_in_their_order() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get("/product-groups/new").await.ok();
        assert!(page.contains("name=\"position\" type=\"number\" value=\"7\""));
        let fields = [("name-nb", "Datadeling"), ("position", "0")];
        let page = kari.post("/product-groups/new", &fields).await.is(422);
        assert!(is_refused_at(&page, "position"));
        let fields = [("name-nb", "datadeling"), ("position", "7")];
        let page = kari.post("/product-groups/new", &fields).await.is(422);
        assert!(is_refused_at(&page, "name-nb"));
        let fields = [("name-nb", "Språkteknologi"), ("position", "1")];
        kari.post("/product-groups/new", &fields).await.goes_to();
        let groups = read(&instance, store::groups);
        let names: Vec<&str> = groups
            .iter()
            .map(|one| one.name.in_language("nb"))
            .collect();
        assert_eq!(
            names[..3],
            ["Tillitstjenester", "Språkteknologi", "Datadeling"]
        );
        // Two change one group: the second is told of the first, and keeps what was typed.
        let path = format!("/product-groups/{}", groups[1].id);
        let first = [("version", "1"), ("name-nb", "Språk"), ("position", "9")];
        kari.post(&path, &first).await.goes_to();
        let second = [("version", "1"), ("name-nb", "Tale"), ("position", "9")];
        let page = kari.post(&path, &second).await.is(409);
        assert!(page.contains("Tale") && page.contains("Språk") && page.contains("Kari"));
        let third = [("version", "2"), ("name-nb", "Tale"), ("position", "9")];
        kari.post(&path, &third).await.goes_to();
        let list = kari.get("/products").await.ok();
        assert!(list.contains("Det er ingen produkter i gruppen."));
    }
}

#[actix_web::test]
async fn what_was_made_by_mistake_goes_and_what_something_is_tied_to_stays() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let tied = whole(&instance, called(&instance, "ID-porten"));
        let path = format!("/products/{}/edit", tied.id);
        assert!(kari.get(&path).await.ok().contains("Fjern produktet"));
        let version = tied.version.to_string();
        let remove = [("act", "remove"), ("version", version.as_str())];
        let page = kari.post(&path, &remove).await.is(409);
        assert!(page.contains("Produktet kan ikke fjernes"), "{page}");
        assert_eq!(whole(&instance, tied.id), tied);
        let (group, owner) = (tied.facts.group.to_string(), tied.facts.owner.to_string());
        let fields = [
            ("name-nb", "Feilprodukt"),
            ("group", group.as_str()),
            ("owner", owner.as_str()),
            ("phase", "new"),
            ("from", "2027-01-01"),
        ];
        kari.post("/products/new", &fields).await.goes_to();
        let slip = called(&instance, "Feilprodukt");
        let path = format!("/products/{slip}/edit");
        for wrong in ["0", "2", "", "x"] {
            let old = [("act", "remove"), ("version", wrong)];
            kari.post(&path, &old).await.is(409);
        }
        let mut olav = instance.signed_in(MEMBER).await;
        let remove = [("act", "remove"), ("version", "1")];
        olav.get("/products").await.ok();
        olav.post(&path, &remove).await.is(404);
        let lands = kari.post(&path, &remove).await.goes_to();
        assert!(lands.contains("said-product-removed"), "{lands}");
        kari.get(&path).await.is(404);
        kari.post(&path, &remove).await.is(404);
        assert_eq!(
            entries(&instance, slip),
            ["product-added", "product-removed"]
        );
        // The same of groups.
        let holding = first_group(&instance);
        let path = format!("/product-groups/{holding}");
        let page = kari.post(&path, &remove).await.is(409);
        assert!(page.contains("det er produkter i den"), "{page}");
        let before = read(&instance, store::groups).len();
        let fields = [("name-nb", "Feilgruppe"), ("position", "9")];
        kari.post("/product-groups/new", &fields).await.goes_to();
        let groups = read(&instance, store::groups);
        let slip = groups.iter().find(|one| one.position == 9);
        let path = format!("/product-groups/{}", slip.expect("it is made").id);
        assert!(kari.get(&path).await.ok().contains("Fjern gruppen"));
        let old = [("act", "remove"), ("version", "7")];
        kari.post(&path, &old).await.is(409);
        kari.post(&path, &remove).await.goes_to();
        assert_eq!(read(&instance, store::groups).len(), before);
    }
}

#[actix_web::test]
async fn a_life_goes_forward_or_says_why_it_does_not() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let id = called(&instance, "norge.no");
        let add = |phase: &'static str, from: &'static str| [("phase", phase), ("from", from)];
        // From 2011 on it is in use.
        let page = post(
            &mut kari,
            &instance,
            id,
            "phases",
            &add("new", "2020-01-01"),
        )
        .await;
        let page = page.is(422);
        assert!(is_refused_at(&page, "phase") && page.contains("value=\"2020-01-01\""));
        let page = post(
            &mut kari,
            &instance,
            id,
            "phases",
            &add("in_use", "2020-01-01"),
        )
        .await;
        assert!(is_refused_at(&page.is(422), "phase"));
        let page = post(
            &mut kari,
            &instance,
            id,
            "phases",
            &add("ended", "2011-01-01"),
        )
        .await;
        assert!(is_refused_at(&page.is(422), "from"));
        for (phase, from) in [("phasing_out", "2026-06-01"), ("ended", "2030-01-01")] {
            let added = post(&mut kari, &instance, id, "phases", &add(phase, from)).await;
            assert!(added.goes_to().contains("said-product-phase-saved"));
        }
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(page.contains("Under utfasing") && page.contains("Avsluttet fra 1. januar 2030"));
        assert!(page.contains("<svg") && page.contains("role=\"img\""));
        let back = [
            ("phase", "in_use"),
            ("from", "2026-10-01"),
            ("correction", "Avviklingen ble stanset."),
        ];
        post(&mut kari, &instance, id, "phases", &back)
            .await
            .goes_to();
        let codes = |id| {
            let phases = whole(&instance, id).phases;
            phases.into_iter().map(|one| one.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(id), ["in_use", "phasing_out", "in_use", "ended"]);
        let phases = whole(&instance, id).phases;
        let now = rules::phase_on(&phases, day("2026-11-22")).map(|one| one.code.as_str());
        assert_eq!(now, Some("in_use"));
        // What is between cannot go, the last can; then the version is another.
        let out = [("act", "remove")];
        let rest = |at: usize| format!("phases/{}", phases[at].id);
        let page = post(&mut kari, &instance, id, &rest(1), &out).await.is(422);
        assert!(is_refused_at(&page, "phase"));
        post(&mut kari, &instance, id, &rest(3), &out)
            .await
            .goes_to();
        assert_eq!(codes(id), ["in_use", "phasing_out", "in_use"]);
        let moved = [("phase", "phasing_out"), ("from", "2026-07-01")];
        post(&mut kari, &instance, id, &rest(1), &moved)
            .await
            .goes_to();
        assert_eq!(whole(&instance, id).phases[1].from, day("2026-07-01"));
        // One that someone took out meanwhile becomes a new one, and nothing typed is lost.
        let stale = [("version", "1"), ("phase", "ended"), ("from", "2029-01-01")];
        let path = format!("/products/{id}/{}", rest(3));
        let page = kari.post(&path, &stale).await.is(409);
        assert!(
            page.contains("value=\"2029-01-01\"")
                && page.contains(&format!("action=\"/products/{id}/phases\""))
        );
        // The only one stays.
        let one = called(&instance, "eSignering");
        let only = whole(&instance, one).phases[0].id;
        let page = post(&mut kari, &instance, one, &format!("phases/{only}"), &out).await;
        assert!(is_refused_at(&page.is(422), "phase"));
        let written = entries(&instance, id);
        assert_eq!(
            written
                .iter()
                .filter(|one| *one == "product-phase-written")
                .count(),
            4
        );
    }
}

#[actix_web::test]
async fn a_strategy_is_flagged_when_it_is_missing_or_ends_soon() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let list = kari.get("/products").await.ok();
        // That of ID-porten ends in a hundred days, that of eFormidling has ended, and some have had none.
        assert!(list.contains("Strategien går ut") && list.contains("Ingen gyldig strategi"));
        let id = called(&instance, "eSignering");
        let right = [
            ("title", "Strategi for signering"),
            ("link", "https://digdir.example/signering"),
            ("archive", "26/00123-4"),
            ("from", "2026-01-01"),
            ("last-day", "2029-12-31"),
        ];
        for (name, value, field) in [
            ("last-day", "2025-12-31", "last-day"),
            ("link", "ftp://digdir.example/a", "link"),
            ("link", "javascript:alert(1)", "link"),
            ("title", "", "title"),
            ("from", "", "from"),
            ("from", "0000-01-01", "from"),
            ("last-day", "9999-12-31", "last-day"),
        ] {
            let mut wrong = right;
            for pair in &mut wrong {
                if pair.0 == name {
                    pair.1 = value;
                }
            }
            let page = post(&mut kari, &instance, id, "strategies", &wrong).await;
            let page = page.is(422);
            assert!(is_refused_at(&page, field), "{name} = {value}: {page}");
            assert!(page.contains("26/00123-4") && page.contains(value));
        }
        assert!(whole(&instance, id).strategies.is_empty());
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(page.contains("Ingen gyldig strategi"));
        post(&mut kari, &instance, id, "strategies", &right)
            .await
            .goes_to();
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(!page.contains("Ingen gyldig strategi") && page.contains("Gjelder nå"));
        assert!(page.contains("href=\"https://digdir.example/signering\""));
        // Another one for the same days is told of, not refused.
        let mut other = right;
        other[0].1 = "En til";
        post(&mut kari, &instance, id, "strategies", &other)
            .await
            .goes_to();
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(page.contains("gjelder på de samme dagene"));
        let rows = whole(&instance, id).strategies;
        let mut soon = right;
        soon[4].1 = "2026-12-31";
        for (at, values) in [(0, soon.as_slice()), (1, [("act", "remove")].as_slice())] {
            let rest = format!("strategies/{}", rows[at].id);
            post(&mut kari, &instance, id, &rest, values)
                .await
                .goes_to();
        }
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(page.contains("Strategien går ut 31. desember 2026"));
        assert!(!page.contains("gjelder på de samme dagene"));
        // What has ended needs no strategy.
        let ended = called(&instance, "Offentlig elektronisk postjournal");
        let page = kari.get(&format!("/products/{ended}")).await.ok();
        assert!(page.contains("Avsluttet") && !page.contains("Ingen gyldig strategi"));
    }
}

#[actix_web::test]
async fn the_cases_about_a_product_are_told_to_those_who_may_read_them() {
    for instance in with_demo() {
        let id = called(&instance, "Maskinporten");
        let page = format!("/products/{id}");
        let (case, _) = case_titled(&instance, TREATED);
        let mut olav = instance.signed_in(MEMBER).await;
        let shown = olav.get(&page).await.ok();
        let link = format!("href=\"/cases/{case}\"");
        assert!(shown.contains(&link) && shown.contains(TREATED));
        assert!(shown.contains("/published/meetings/"), "what it came to");
        assert!(!shown.contains("Aldri"));
        // An observer reads no cases here: neither the case nor when it was treated.
        let mut siv = instance.signed_in(OBSERVER).await;
        let observed = siv.get(&page).await.ok();
        assert!(!observed.contains(&link) && !observed.contains("/published/cases"));
        // What is closed to a member is gone from the page, and from when it was treated.
        write(&instance, move |conn| {
            let olav: PersonId = person::table
                .filter(person::address.eq(MEMBER))
                .select(person::id)
                .first(conn)?;
            let of = case_product::table.filter(case_product::product_id.eq(id));
            let cases: Vec<CaseId> = of.select(case_product::case_id).load(conn)?;
            for case in cases {
                diesel::insert_into(recusal::table)
                    .values((
                        recusal::id.eq(RowId::new()),
                        recusal::case_id.eq(case),
                        recusal::person_id.eq(olav),
                        recusal::reason.eq(""),
                        recusal::declared_by.eq(olav),
                        recusal::declared_at.eq(crate::support::moment(NOW)),
                    ))
                    .execute(conn)?;
            }
            Ok(())
        });
        let shown = olav.get(&page).await.ok();
        assert!(!shown.contains(&link) && !shown.contains(TREATED));
        assert!(shown.contains("Aldri"), "when it was treated is not told");
        let list = olav.get("/products/untreated").await.ok();
        let (_, row) = list.split_once(">Maskinporten<").expect("it is listed");
        let (row, _) = row.split_once("</tr>").expect("a row ends");
        assert!(row.contains("Aldri"), "{row}");
    }
}

#[actix_web::test]
async fn the_secretariat_says_what_a_case_is_about() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (case, _) = case_titled(&instance, "Ny finansieringsmodell for fellesløsningene");
        let path = format!("/cases/{case}/products");
        let shown = kari.get(&format!("/cases/{case}")).await.ok();
        assert!(shown.contains(&format!("href=\"{path}\"")));
        let form = kari.get(&path).await.ok();
        assert!(form.contains("Offentlig elektronisk postjournal (avsluttet)"));
        let id = called(&instance, "eInnsyn");
        let group = whole(&instance, id).facts.group.to_string();
        let chosen = id.to_string();
        let fields = [("standing", ""), (group.as_str(), chosen.as_str())];
        let lands = kari.post(&path, &fields).await.goes_to();
        assert!(lands.contains("said-case-products"));
        let shown = kari.get(&format!("/cases/{case}")).await.ok();
        assert!(shown.contains(&format!("href=\"/products/{id}\"")));
        // What was shown is no longer what stands.
        let other = called(&instance, "ID-porten");
        let (of, chosen) = (
            whole(&instance, other).facts.group.to_string(),
            other.to_string(),
        );
        let stale = [("standing", ""), (of.as_str(), chosen.as_str())];
        let page = kari.post(&path, &stale).await.is(409);
        assert!(page.contains(&format!("value=\"{other}\" checked")));
        assert!(!page.contains(&format!("value=\"{id}\" checked")));
        // What is no product is refused.
        let none = RowId::new().to_string();
        for wrong in [none.as_str(), "a\u{0}b", "😀"] {
            let fields = [("standing", id.as_str()), (of.as_str(), wrong)];
            let page = kari.post(&path, &fields).await.is(422);
            assert!(page.contains("role=\"alert\""));
        }
        let fields = [("standing", id.as_str())];
        kari.post(&path, &fields).await.goes_to();
        let left = read(&instance, move |conn| store::of_case(conn, case));
        assert!(left.is_empty());
        let written = read(&instance, move |conn| {
            let of = audit_entry::table.filter(audit_entry::object_kind.eq("case_product"));
            Ok(of.select(audit_entry::changes).load::<String>(conn)?)
        });
        assert_eq!(
            written,
            ["[]", "[]"],
            "what a case is about is not in the log"
        );
        // A member reads what it is about and changes nothing.
        let mut olav = instance.signed_in(MEMBER).await;
        let shown = olav.get(&format!("/cases/{case}")).await.ok();
        assert!(!shown.contains(&path));
        olav.get(&path).await.is(404);
    }
}

#[actix_web::test]
async fn what_was_not_treated_for_long_comes_first() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (_, board) = case_titled(&instance, TREATED);
        let list = kari.get("/products/untreated").await.ok();
        let at = |name: &str| list.find(&format!(">{name}<")).expect("it is listed");
        assert!(
            at("eInnsyn") < at("Maskinporten"),
            "never treated comes first"
        );
        assert!(
            !list.contains("Offentlig elektronisk postjournal"),
            "it has ended"
        );
        let of_board = format!("/products/untreated?board={board}");
        let one = kari.get(&of_board).await.ok();
        assert!(one.contains(&format!("value=\"{board}\" selected")));
        // What only the secretariat sees counts for the secretariat alone.
        let id = called(&instance, "eInnsyn");
        let (case, _) = case_titled(&instance, TREATED);
        write(&instance, move |conn| {
            diesel::insert_into(case_product::table)
                .values((
                    case_product::case_id.eq(case),
                    case_product::product_id.eq(id),
                ))
                .execute(conn)?;
            diesel::update(board_case::table.find(case))
                .set(board_case::audience.eq(Audience::Secretariat))
                .execute(conn)?;
            Ok(())
        });
        let page = kari.get(&format!("/products/{id}")).await.ok();
        assert!(!page.contains("Aldri") && page.contains(TREATED));
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&format!("/products/{id}")).await.ok();
        assert!(page.contains("Aldri") && !page.contains(TREATED));
        // Boards that are none of the reader's, or none at all.
        for wrong in [
            BoardId::new().to_string(),
            "%00".to_owned(),
            "9".repeat(500),
        ] {
            let page = kari
                .get(&format!("/products/untreated?board={wrong}"))
                .await;
            assert!(page.ok().contains("board-mistake"));
        }
    }
}

#[actix_web::test]
async fn two_who_change_a_product_are_told_of_each_other() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let id = called(&instance, "altinn.no");
        let facts = whole(&instance, id).facts;
        let (group, owner) = (facts.group.to_string(), facts.owner.to_string());
        let fields = |name: &'static str| {
            [
                ("version", "1"),
                ("name-nb", name),
                ("description-nb", "Alt på ett sted."),
                ("group", group.as_str()),
                ("owner", owner.as_str()),
            ]
        };
        let path = format!("/products/{id}/edit");
        kari.post(&path, &fields("Altinn")).await.goes_to();
        let page = kari.post(&path, &fields("Altinn-portalen")).await.is(409);
        assert!(
            page.contains("value=\"Altinn-portalen\"")
                && page.contains("name=\"version\" value=\"2\"")
        );
        // A line of it is overtaken too.
        let added = [("version", "1"), ("phase", "ended"), ("from", "2031-01-01")];
        let page = kari.post(&format!("/products/{id}/phases"), &added).await;
        assert!(page.is(409).contains("value=\"2031-01-01\""));
        let added = [("version", "1"), ("title", "Ny"), ("from", "2027-01-01")];
        let page = kari
            .post(&format!("/products/{id}/strategies"), &added)
            .await;
        assert!(page.is(409).contains("value=\"Ny\""));
        assert_eq!(entries(&instance, id), ["product-changed"]);
        assert_eq!(whole(&instance, id).version, 2);
    }
}

#[actix_web::test]
async fn nothing_that_is_typed_breaks_anything() {
    for instance in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let id = called(&instance, "eFormidling");
        let before = whole(&instance, id);
        let long = "å".repeat(100_000);
        let forms = [
            ("edit", ["name-nb", "group", "owner", "description-nn"]),
            ("phases", ["phase", "from", "correction", "version"]),
            ("strategies", ["title", "link", "from", "last-day"]),
        ];
        for (rest, names) in forms {
            for value in [
                "a\u{0}b",
                "\u{202E}",
                long.as_str(),
                "99999999999999999999",
                "0000-00-00",
                "9999-12-31",
                "178981 90021",
            ] {
                let fields = names.map(|name| (name, value));
                let path = format!("/products/{id}/{rest}");
                let status = kari.post(&path, &fields).await.status.as_u16();
                assert!([409, 422].contains(&status), "{rest} {value:.20}: {status}");
            }
        }
        assert_eq!(whole(&instance, id), before);
        let none = ProductId::new();
        for path in ["", "/edit", "/phases", "/strategies"] {
            kari.get(&format!("/products/{none}{path}")).await.is(404);
            kari.get(&format!("/products/x{path}")).await.is(404);
        }
        kari.get(&format!("/products/{id}?page=-7")).await.ok();
        kari.get(&format!("/products/{id}?page=99999999999999999999"))
            .await
            .ok();
    }
}

/// A product is nobody's board's: the secretariat of another board keeps it too, and so does an administrator.
#[actix_web::test]
async fn any_secretariat_keeps_it() {
    let world = world();
    let id = world.product.id;
    for address in [OTHER_SECRETARY, ADMINISTRATOR] {
        let mut browser = world.instance.signed_in(address).await;
        browser.get(&format!("/products/{id}/edit")).await.ok();
        // The other board's people read none of the first board's cases.
        let page = browser.get(&format!("/products/{id}")).await.ok();
        assert!(!page.contains(TREATED), "{address}");
    }
    let rows = read(&world.instance, move |conn| {
        let phases: i64 = product_phase::table
            .filter(product_phase::product_id.eq(id))
            .count()
            .get_result(conn)?;
        let strategies: i64 = product_strategy::table
            .filter(product_strategy::product_id.eq(id))
            .count()
            .get_result(conn)?;
        Ok((phases, strategies))
    });
    assert_eq!(rows, (2, 1));
}
