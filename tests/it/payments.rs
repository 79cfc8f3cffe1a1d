//! Money, on both engines: what service owners pay and who pays most, as the secretariats keep it and everyone with a role on a
//! board reads it; payments from a table, all of them or none; budgets, accounts of a tertial, and how a cost is shared.

use crate::import::books::workbook;
use crate::support::{Answer, Instance, day, instances};
use crate::world::{
    ADMINISTRATOR, COLLEAGUE, MEMBER, NOW, OBSERVER, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER,
    world,
};
use diesel::prelude::*;
use std::collections::BTreeMap;
use styringsrad::boards::rule_kind::LARGEST_PAYERS;
use styringsrad::db::Conn;
use styringsrad::db::ids::{MandateId, OrganisationId, ProductId, RowId};
use styringsrad::db::schema::{
    audit_entry, mandate_rule, mandate_version, organisation_name, payment, product,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::{Error, Result};
use styringsrad::portfolio::payments::rules::{ranking, shares};
use styringsrad::portfolio::payments::{Ore, Payment, ProductYear, store};

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

/// An instance with the demo on each engine.
fn with_demo() -> Vec<Instance> {
    let all = instances(NOW);
    for instance in &all {
        assert!(demo::load(&instance.app).expect("the demo loads"));
    }
    all
}

fn product_called(instance: &Instance, name: &'static str) -> ProductId {
    read(instance, move |conn| {
        let of = product::table.filter(product::name.eq(Words::new([("nb", name)])));
        Ok(of.select(product::id).first(conn)?)
    })
}

fn organisation_called(instance: &Instance, name: &'static str) -> OrganisationId {
    read(instance, move |conn| {
        let of = organisation_name::table.filter(organisation_name::short_name.eq(name));
        Ok(of.select(organisation_name::organisation_id).first(conn)?)
    })
}

/// What an organisation paid for a product in a year.
fn standing(instance: &Instance, of: OrganisationId, product: ProductId, year: i32) -> Payment {
    let found = read(instance, move |conn| {
        store::standing(conn, of, product, year)
    });
    found.expect("it is paid")
}

fn count(instance: &Instance) -> i64 {
    read(instance, |conn| {
        Ok(payment::table.count().get_result(conn)?)
    })
}

/// The text with no-break spaces as it stands on a page.
fn spaced(text: &str) -> String {
    text.replace(' ', "\u{A0}")
}

fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}-mistake\"")) && page.contains("ds-error-summary")
}

#[actix_web::test]
async fn everyone_with_a_role_reads_who_pays_most_and_nobody_else_does() {
    for instance in with_demo() {
        let nav = organisation_called(&instance, "Nav");
        for (who, may_write) in [(MEMBER, false), (OBSERVER, false), (SECRETARY, true)] {
            let mut reader = instance.signed_in(who).await;
            let page = reader.get("/payments?year=2026&lang=nb").await.ok();
            assert!(page.contains("Hvem som betalte mest i 2026"), "{page}");
            // Nav paid 18.4 + 6.2 + 1.2 + 4.0 million kroner.
            let sum = spaced("29 892 300 kr");
            assert!(
                page.contains(&sum) && page.contains("role=\"img\""),
                "{page}"
            );
            let places = ["Arbeids- og velferdsetaten", "Lånekassen", "Halden kommune"];
            let at = places.map(|name| page.rfind(&format!("{name}</a>")).or(page.find(name)));
            assert!(at[0] < at[2] && at.iter().all(Option::is_some), "{at:?}");
            assert_eq!(page.contains("/payments/new"), may_write, "{who}");
            let page = reader.get(&format!("/payments/organisations/{nav}")).await;
            let page = page.ok();
            assert!(page.contains("year=2024") && page.contains("eFormidling"));
            assert_eq!(page.contains("href=\"/payments/01"), may_write, "{who}");
        }
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        for path in [
            "/payments".to_owned(),
            format!("/payments/organisations/{nav}"),
            "/payments/new".to_owned(),
            "/import/payments".to_owned(),
        ] {
            owner.get(&path).await.is(404);
        }
        let mut member = instance.signed_in(MEMBER).await;
        member.get("/payments/new").await.is(404);
        member.get("/import/payments").await.is(404);
        // What is asked for in the address is as nothing where it cannot be.
        for query in [
            "year=0",
            "year=9999",
            "year=x&product=x&page=-1",
            "page=99999999999",
        ] {
            member.get(&format!("/payments?{query}")).await.ok();
        }
        let page = member.get("/payments?year=2026&page=7&lang=nn").await.ok();
        assert!(page.contains("Kven som betalte mest i 2026"), "{page}");
    }
}

#[actix_web::test]
async fn the_ranking_follows_the_sums_of_the_year() {
    for instance in with_demo() {
        let paid = read(&instance, |conn| store::paid(conn, 2024..=2026));
        assert_eq!(paid.len(), 3 * 13);
        let names = [
            "Skatteetaten",
            "Nav",
            "Brreg",
            "Lånekassen",
            "Hdir",
            "POD",
            "UDI",
        ];
        let of = names.map(|name| organisation_called(&instance, name));
        let ranking = ranking(&paid, 2026);
        let place = |id| ranking.iter().find(|one| one.organisation == id);
        let places = of.map(|id| place(id).expect("it pays").place);
        assert_eq!(places, [1, 2, 3, 4, 5, 6, 7]);
        let single = read(&instance, move |conn| store::of_organisation(conn, of[0]));
        let sum = Ore::sum(
            single
                .iter()
                .filter(|one| one.year == 2026)
                .map(|one| one.ore),
        );
        assert_eq!(place(of[0]).map(|one| one.ore), Some(sum));
        let years = read(&instance, store::years);
        assert_eq!(years, [2026, 2025, 2024]);
    }
}

#[actix_web::test]
async fn each_mistake_of_a_payment_stands_at_its_field() {
    for instance in with_demo() {
        let bergen = organisation_called(&instance, "Bergen").to_string();
        let digdir = organisation_called(&instance, "Digdir").to_string();
        let product = product_called(&instance, "Digital postkasse").to_string();
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = count(&instance);
        for (organisation, year, amount, field) in [
            (&bergen, "2026", "1.234.567", "amount"),
            (&bergen, "2026", "-1", "amount"),
            (&bergen, "2026", "1,005", "amount"),
            (&bergen, "2026", "0,0001", "amount"),
            (&bergen, "0", "1", "year"),
            (&digdir, "2026", "1", "organisation"),
            (&bergen, "2001", "1", "organisation"),
        ] {
            let fields = [
                ("organisation", organisation.as_str()),
                ("product", product.as_str()),
                ("year", year),
                ("amount", amount),
            ];
            let page = kari.post("/payments/new", &fields).await.is(422);
            assert!(is_refused_at(&page, field), "{fields:?}: {page}");
            let typed = format!("value=\"{amount}\"");
            assert!(page.contains(&typed), "{typed}");
        }
        assert_eq!(count(&instance), before);
    }
}

#[actix_web::test]
async fn a_payment_is_added_changed_and_taken_away() {
    for instance in with_demo() {
        let bergen = organisation_called(&instance, "Bergen");
        let product = product_called(&instance, "Digital postkasse");
        let (organisation_id, product_id) = (bergen.to_string(), product.to_string());
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = count(&instance);
        let fields = [
            ("organisation", organisation_id.as_str()),
            ("product", product_id.as_str()),
            ("year", "2026"),
            ("amount", "1 234 567,89"),
        ];
        let lands = kari.post("/payments/new", &fields).await.goes_to();
        assert!(lands.starts_with("/payments?year=2026"), "{lands}");
        let page = kari.post("/payments/new", &fields).await.is(422);
        assert!(is_refused_at(&page, "product"), "{page}");
        let paid = standing(&instance, bergen, product, 2026);
        assert_eq!((paid.ore.ore(), paid.version), (123_456_789, 1));

        let path = format!("/payments/{}", paid.id);
        let page = kari.get(&path).await.ok();
        assert!(page.contains("value=\"1234567,89\""), "{page}");
        let change =
            |amount: &'static str| [("act", "change"), ("version", "1"), ("amount", amount)];
        kari.post(&path, &change("500")).await.goes_to();
        let page = kari.post(&path, &change("700,50")).await.is(409);
        assert!(page.contains("value=\"700,50\""), "what was typed stands");
        assert!(page.contains("1234567,89"), "what changed is told: {page}");
        assert_eq!(standing(&instance, bergen, product, 2026).ore.ore(), 50_000);
        let remove = |version: &'static str| [("act", "remove"), ("version", version)];
        kari.post(&path, &remove("1")).await.is(409);
        kari.post(&path, &remove("2")).await.goes_to();
        assert_eq!(count(&instance), before);
        kari.get(&path).await.is(404);
        let actions = entries(&instance, paid.id);
        assert_eq!(
            actions,
            ["payment-added", "payment-changed", "payment-removed"]
        );
    }
}

#[actix_web::test]
async fn what_was_typed_stays_where_a_colleague_took_the_payment_away() {
    for instance in with_demo() {
        let (nav, product) = (
            organisation_called(&instance, "Nav"),
            product_called(&instance, "ID-porten"),
        );
        let paid = standing(&instance, nav, product, 2026);
        let path = format!("/payments/{}", paid.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        let (of, about) = (nav.to_string(), product.to_string());
        assert!(
            page.contains(&format!("name=\"organisation\" value=\"{of}\"")),
            "{page}"
        );
        let mut jon = instance.signed_in(COLLEAGUE).await;
        jon.get(&path).await.ok();
        let remove = [("act", "remove"), ("version", "1")];
        jon.post(&path, &remove).await.goes_to();
        let before = count(&instance);
        let typed = [
            ("act", "change"),
            ("version", "1"),
            ("organisation", of.as_str()),
            ("product", about.as_str()),
            ("year", "2026"),
            ("amount", "700,50"),
        ];
        let page = kari.post(&path, &typed).await.is(409);
        assert!(
            page.contains("value=\"700,50\""),
            "what was typed stands: {page}"
        );
        assert!(page.contains("action=\"/payments/new\""), "{page}");
        assert!(page.contains("Jon"), "who was first is told: {page}");
        assert_eq!(count(&instance), before);
        kari.post("/payments/new", &typed).await.goes_to();
        assert_eq!(standing(&instance, nav, product, 2026).ore.ore(), 70_050);
        // What never was there is not there.
        let nothing = format!("/payments/{}", RowId::new());
        kari.post(&nothing, &typed).await.is(404);
    }
}

#[actix_web::test]
async fn a_year_that_seems_too_far_ahead_is_asked_about() {
    for instance in with_demo() {
        let of = organisation_called(&instance, "Nav").to_string();
        let product = product_called(&instance, "ID-porten").to_string();
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get("/payments/new").await.ok();
        assert!(!page.contains("far-ahead"), "nobody asked yet");
        let before = count(&instance);
        let mut fields = vec![
            ("organisation", of.as_str()),
            ("product", product.as_str()),
            ("year", "2028"),
            ("amount", "10"),
        ];
        let page = kari.post("/payments/new", &fields).await.is(422);
        assert!(is_refused_at(&page, "far-ahead"), "{page}");
        assert!(page.contains("value=\"2028\""));
        assert_eq!(count(&instance), before);
        fields.push(("far-ahead", "yes"));
        kari.post("/payments/new", &fields).await.goes_to();
        assert_eq!(count(&instance), before + 1);
    }
}

/// What was done with a row, the first first.
fn entries(instance: &Instance, of: RowId) -> Vec<String> {
    read(instance, move |conn| {
        let of = audit_entry::table.filter(audit_entry::object_id.eq(of.as_str()));
        let of = of.order((audit_entry::at.asc(), audit_entry::id.asc()));
        Ok(of.select(audit_entry::action).load(conn)?)
    })
}

#[actix_web::test]
async fn two_who_change_one_amount_do_not_overwrite_each_other() {
    for instance in with_demo() {
        let (nav, product) = (
            organisation_called(&instance, "Nav"),
            product_called(&instance, "ID-porten"),
        );
        let paid = standing(&instance, nav, product, 2026);
        let ore = |ore| Ore::new(ore).expect("an amount");
        let change = |to| {
            instance
                .app
                .db
                .write_now(move |conn| store::change(conn, &paid, to))
        };
        change(ore(1)).expect("the first is saved");
        assert!(matches!(change(ore(2)), Err(Error::Stale)));
        let double = instance
            .app
            .db
            .write_now(move |conn| store::add(conn, &[paid]));
        assert!(double.is_err(), "one payment for each of the three");
        assert_eq!(standing(&instance, nav, product, 2026).ore, ore(1));
    }
}

#[actix_web::test]
async fn any_secretariat_keeps_payments_only_while_they_decide_no_seats() {
    let instance = world().instance;
    let mut berit = instance.signed_in(OTHER_SECRETARY).await;
    berit.get("/payments/new").await.is(404);
    let page = berit.get("/payments?lang=nb").await.ok();
    assert!(!page.contains("/payments/new"), "{page}");
    let ended = instance.app.db.write_now(|conn| {
        let seats = mandate_rule::table.filter(mandate_rule::kind.eq(LARGEST_PAYERS));
        let of: Vec<MandateId> = seats.select(mandate_rule::mandate_id).load(conn)?;
        let of = mandate_version::table.filter(mandate_version::id.eq_any(of));
        let of = of.filter(mandate_version::valid_from.lt(day("2025-12-31")));
        let last_year = mandate_version::valid_until.eq(day("2025-12-31"));
        Ok(diesel::update(of).set(last_year).execute(conn)?)
    });
    assert!(ended.expect("the mandate ends") > 0);
    berit.get("/payments/new").await.ok();
}

async fn import(instance: &Instance, name: &str, bytes: &[u8]) -> Answer {
    let mut kari = instance.signed_in(SECRETARY).await;
    kari.post_files("/import/payments", &[(name, bytes)]).await
}

const FAULTY: &str = "\u{FEFF}Virksomhet;Produkt;År;Beløp\r\n\
    Bergen kommune;eInnsyn;2026;1 234 567,89\r\n\
    964338531;einnsyn;2026;5\r\n\
    999999999;eInnsyn;2026;5\r\n\
    Digdir;eInnsyn;2026;5\r\n\
    Bergen kommune;Ukjent produkt;2026;5\r\n\
    Halden kommune;eInnsyn;2026;1.234.567\r\n\
    Halden kommune;eInnsyn;2025;-5\r\n\
    Nav;ID-porten;2026;5\r\n";

const RIGHT: &str = "\u{FEFF}Virksomhet;Produkt;År;Beløp\r\n\
    Bergen kommune;eInnsyn;2026;1\u{A0}234\u{A0}567,89\r\n\
    959159092;eInnsyn;2026;0,01\r\n";

#[actix_web::test]
async fn with_one_mistake_in_a_table_nothing_is_saved_in_part() {
    for instance in with_demo() {
        let before = count(&instance);
        let answer = import(&instance, "betalinger.csv", FAULTY.as_bytes()).await;
        let page = answer.is(422);
        for (place, said) in [
            (
                "rad 3, kolonne A «Virksomhet»",
                "samme betalingen som rad 2",
            ),
            (
                "rad 4, kolonne A «Virksomhet»",
                "Ingen virksomhet har nummeret 999999999. Rett nummeret, eller registrer virksomheten under Virksomheter først.",
            ),
            ("rad 5, kolonne A «Virksomhet»", "ikke tjenesteeier i 2026"),
            ("rad 6, kolonne B «Produkt»", "Ukjent produkt"),
            ("rad 7, kolonne D «Beløp»", "uklart om punktum eller komma"),
            ("rad 8, kolonne D «Beløp»", "ikke være mindre enn 0"),
            ("rad 9, kolonne D «Beløp»", "Et annet beløp er registrert"),
        ] {
            assert!(page.contains(place), "{place}: {page}");
            assert!(page.contains(said), "{said}: {page}");
        }
        assert_eq!(count(&instance), before);
    }
}

#[actix_web::test]
async fn a_table_is_imported_as_a_whole_and_twice_is_once() {
    for instance in with_demo() {
        let before = count(&instance);
        let answer = import(&instance, "betalinger.csv", RIGHT.as_bytes()).await;
        let lands = answer.goes_to();
        assert!(lands.contains("said-payments-imported"), "{lands}");
        assert_eq!(count(&instance), before + 2);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("{lands}&lang=nb")).await.ok();
        assert!(
            page.contains("2 nye betalinger er lagt til. Ingen sto der fra før."),
            "{page}"
        );
        let answer = import(&instance, "betalinger.csv", RIGHT.as_bytes()).await;
        let lands = answer.goes_to();
        let page = kari.get(&format!("{lands}&lang=nb")).await.ok();
        assert!(page.contains("Ingen nye betalinger. 2 sto der fra før og er uendret."));
        let page = kari.get("/import/payments?new=x&known=-1").await.ok();
        assert!(!page.contains("betalinger er lagt til"));
        assert_eq!(count(&instance), before + 2, "twice is once");
        let lines: &[&str] = &[
            "Organisation|Product|Year|Amount",
            "UDI|eInnsyn|2025|12 000",
        ];
        let book = workbook(&[("Payments", lines)]);
        import(&instance, "payments.xlsx", &book).await.goes_to();
        assert_eq!(count(&instance), before + 3);
        let udi = organisation_called(&instance, "UDI");
        let product = product_called(&instance, "eInnsyn");
        let paid = standing(&instance, udi, product, 2025);
        assert_eq!(paid.ore.ore(), 1_200_000);
        let named = "Virksomhet;Produkt;År;Beløp\r\nUDI;eInnsyn;2024;5\r\n";
        let answer = import(&instance, "uttrekk 2024.csv", named.as_bytes()).await;
        answer.goes_to();
        assert_eq!(count(&instance), before + 4, "one table needs no name");
        let answer = import(&instance, "personer.csv", named.as_bytes()).await;
        let page = answer.is(422);
        assert!(is_refused_at(&page, "files"), "{page}");
    }
}

#[actix_web::test]
async fn a_secretariat_imports_payments_and_no_other_sheets() {
    for instance in with_demo() {
        let before = count(&instance);
        let headings: &[&str] = &["Virksomhet|Produkt|År|Beløp"];
        let people: &[&str] = &["Navn|E-post", "Kari|kari@x.no"];
        let both = workbook(&[("Betalinger", headings), ("Personer", people)]);
        let page = import(&instance, "alt.xlsx", &both).await.is(422);
        assert!(is_refused_at(&page, "files"), "{page}");
        let misnamed = workbook(&[("Utbetalinger", headings)]);
        let page = import(&instance, "feil.xlsx", &misnamed).await.is(422);
        assert!(page.contains("og ingen andre ark"), "{page}");
        assert!(
            !page.contains("Tidligere navn"),
            "the others are not this page's"
        );
        let picture = b"\x89PNG\r\n".as_slice();
        import(&instance, "bilde.png", picture).await.is(422);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.post_files("/import/payments", &[]).await.is(422);
        assert!(is_refused_at(&page, "files"), "{page}");
        let mut member = instance.signed_in(MEMBER).await;
        let sent = [("betalinger.csv", RIGHT.as_bytes())];
        let answer = member.post_files("/import/payments", &sent).await;
        answer.is(404);
        assert_eq!(count(&instance), before);
    }
}

fn money_of(instance: &Instance, product: ProductId) -> ProductYear {
    read(instance, move |conn| {
        Ok(store::years::of(conn, product, 2026)?.1)
    })
}

fn times(page: &str, amount: &str) -> usize {
    page.matches(&spaced(amount)).count()
}

#[actix_web::test]
async fn a_cost_is_shared_to_the_ore() {
    for instance in with_demo() {
        let product = product_called(&instance, "eInnsyn");
        let path = format!("/products/{product}/money/2026");
        let mut member = instance.signed_in(MEMBER).await;
        let page = member.get(&path).await.ok();
        // 4 350 000 kroner among seven: one of them pays an øre more.
        assert_eq!(times(&page, "621 428,58 kr"), 1, "{page}");
        assert_eq!(times(&page, "621 428,57 kr"), 6, "{page}");
        member.get(&format!("{path}/split")).await.is(404);
        member.get(&format!("{path}/amounts")).await.is(404);
        let split = money_of(&instance, product).split.expect("it is shared");
        let all = shares(split.way, split.sum, &split.among, &BTreeMap::new());
        let sum = Ore::sum(all.expect("shared").iter().map(|share| share.ore));
        assert_eq!(sum, split.sum);
        let page = member.get(&format!("/products/{product}")).await.ok();
        assert!(page.contains(&path), "the product leads to its money");
    }
}

#[actix_web::test]
async fn another_way_stands_beside_todays_and_saves_nothing() {
    for instance in with_demo() {
        let product = product_called(&instance, "eInnsyn");
        let path = format!("/products/{product}/money/2026/what-if");
        let mut member = instance.signed_in(MEMBER).await;
        let nav = organisation_called(&instance, "Nav");
        let bergen = organisation_called(&instance, "Bergen");
        let before = money_of(&instance, product);
        let page = member.get(&path).await.ok();
        assert!(page.contains("value=\"4350000\""), "it begins with today's");
        let asked = format!("{path}?way=equal&sum=100,01&among={nav}&among={bergen}");
        let page = member.get(&asked).await.ok();
        for amount in ["50,01 kr", "50 kr", "100,01 kr"] {
            assert!(times(&page, amount) > 0, "{amount}: {page}");
        }
        assert!(page.contains('\u{2212}'), "they pay less than today");
        for wrong in [
            format!("way=x&sum=1&among={nav}"),
            format!("way=equal&sum=1.234&among={nav}"),
            "way=equal&sum=1".to_owned(),
            "way=equal&sum=1&among=x".to_owned(),
            format!("way=payment&sum=1&among={nav}"),
        ] {
            member.get(&format!("{path}?{wrong}")).await.is(422);
        }
        assert_eq!(money_of(&instance, product), before);
    }
}

#[actix_web::test]
async fn a_split_is_written_over_what_was_shown() {
    for instance in with_demo() {
        let product = product_called(&instance, "eInnsyn");
        let path = format!("/products/{product}/money/2026");
        let split = format!("{path}/split");
        let nav = organisation_called(&instance, "Nav").to_string();
        let bergen = organisation_called(&instance, "Bergen").to_string();
        let fields = |version: &'static str, way: &'static str| {
            vec![
                ("act", "write"),
                ("version", version),
                ("way", way),
                ("sum", "10"),
                ("among", nav.as_str()),
                ("among", bergen.as_str()),
            ]
        };
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.post(&split, &fields("2", "payment")).await.is(422);
        assert!(page.contains("Ingen av dem har betalt"), "{page}");
        let page = kari.post(&split, &fields("0", "equal")).await.is(409);
        assert!(page.contains("value=\"10\""), "what was typed stands");
        kari.post(&split, &fields("2", "equal")).await.goes_to();
        let page = kari.get(&path).await.ok();
        assert_eq!(page.matches(&format!(">{}<", spaced("5 kr"))).count(), 2);
        let gone = |version: &'static str| [("act", "remove"), ("version", version)];
        kari.post(&split, &gone("2")).await.is(409);
        kari.post(&split, &gone("3")).await.goes_to();
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Kostnaden er ikke fordelt dette året."));
    }
}

/// The form of a product's amounts, with what was spent in the third tertial.
fn amounts(version: &'static str, third: &'static str) -> [(&'static str, &'static str); 7] {
    [
        ("version", version),
        ("frame0", "41 500 000"),
        ("frame1", "42 000 000"),
        ("spent1", "12 884 000"),
        ("note1", "=1+1; \"sitat\""),
        ("spent2", "14 302 500,75"),
        ("spent3", third),
    ]
}

#[actix_web::test]
async fn budgets_and_spending_are_written_over_what_was_shown() {
    for instance in with_demo() {
        let product = product_called(&instance, "Maskinporten");
        let path = format!("/products/{product}/money/2026/amounts");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("value=\"41500000\""), "{page}");
        let page = kari.post(&path, &amounts("1", "1,234")).await.is(422);
        assert!(is_refused_at(&page, "spent3") && page.contains("value=\"1,234\""));
        kari.post(&path, &amounts("1", "15 000 000"))
            .await
            .goes_to();
        let page = kari.post(&path, &amounts("1", "16 000 000")).await.is(409);
        assert!(
            page.contains("value=\"16 000 000\""),
            "what was typed stands"
        );
        let spent = money_of(&instance, product).spent;
        assert_eq!(spent[&3].ore.ore(), 1_500_000_000);
        // Nothing was written of next year yet.
        let path = format!("/products/{product}/money/2027/amounts");
        kari.post(&path, &amounts("0", "")).await.goes_to();
        kari.post(&path, &amounts("0", "")).await.is(409);
    }
}

#[actix_web::test]
async fn the_account_of_a_tertial_says_what_is_left() {
    for instance in with_demo() {
        let product = product_called(&instance, "Maskinporten");
        let path = format!("/products/{product}/money/2026");
        let mut kari = instance.signed_in(SECRETARY).await;
        let written = amounts("1", "15 000 000");
        let answer = kari.post(&format!("{path}/amounts"), &written).await;
        answer.goes_to();
        let mut member = instance.signed_in(OBSERVER).await;
        let page = member.get(&path).await.ok();
        for said in ["42 186 500,75 kr", "\u{2212}686 500,75 kr"] {
            assert!(times(&page, said) > 0, "{said}: {page}");
        }
        assert!(page.contains("Mer er brukt enn rammen for året"), "{page}");
        let table = member.get(&format!("{path}/accounts/3/data")).await;
        assert!(table.header("content-type").starts_with("text/csv"));
        let how = table.header("content-disposition");
        assert!(how.starts_with("attachment"), "{how}");
        let table = table.ok();
        for line in [
            "Første tertial;12884000;\"'=1+1; \"\"sitat\"\"\"",
            "Andre tertial;14302500,75;",
            "Brukt hittil i år;42186500,75",
            "Igjen av budsjettet;-686500,75",
        ] {
            let line = format!("{line}\r\n");
            assert!(table.contains(&line), "{line}: {table}");
        }
    }
}

#[actix_web::test]
async fn an_account_that_cannot_be_is_nowhere() {
    for instance in with_demo() {
        let product = product_called(&instance, "Maskinporten");
        let mut member = instance.signed_in(OBSERVER).await;
        let here = format!("/products/{product}/money");
        for nowhere in [
            "2026/accounts/0/document",
            "2026/accounts/3/document",
            "2026/accounts/4/data",
            "2026/accounts/x/data",
            "0",
            "9999",
            "x",
            "-1",
        ] {
            member.get(&format!("{here}/{nowhere}")).await.is(404);
        }
        member.get(&format!("{here}/2030")).await.ok();
        let nobody = ProductId::new();
        let path = format!("/products/{nobody}/money/2026");
        member.get(&path).await.is(404);
    }
}

#[actix_web::test]
async fn the_account_of_a_tertial_is_a_document_to_be_filed() {
    let instance = world().instance;
    let product = product_called(&instance, "eInnsyn");
    let mut anne = instance.signed_in(ADMINISTRATOR).await;
    let path = format!("/products/{product}/money/2026/accounts/2/document");
    let answer = anne.get(&path).await;
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert!(answer.status.is_success() && answer.bytes.starts_with(b"%PDF-"));
}
