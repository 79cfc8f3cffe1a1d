//! What the owner of a board decided, through its pages, on both engines: who writes it, who reads it and when, the second
//! person, what is taken back, and how the register is narrowed.

use super::{Out, SECRET, case_of, forget_what_is_kept};
use crate::support::{Answer, Browser, Instance, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, SECRETARY, SERVICE_OWNER};
use diesel::prelude::*;
use std::collections::BTreeMap;
use styringsrad::db::ids::AgendaItemId;
use styringsrad::db::schema::{audit_entry, owner_decision_version};
use styringsrad::minutes::decisions::{Stance, store};
use styringsrad::minutes::round::{Setting, store as rounds};
use styringsrad::web::access::Clearance;

/// What was decided, which stands nowhere else.
const DECIDED: &str = "Overgangen blir ett år i stedet for to";
const ANEW: &str = "Overgangen blir halvannet år";

fn path(out: &Out<'_>, item: AgendaItemId) -> String {
    out.below(&format!("decisions/{item}"))
}

/// Posts the form of an item, right but for what is given.
async fn write(
    out: &Out<'_>,
    kari: &mut Browser<'_>,
    (item, version): (AgendaItemId, &str),
    given: &[(&str, &str)],
) -> Answer {
    let day = out.day.to_string();
    let usual = [
        ("act", "write"),
        ("version", version),
        ("stance", "in_part"),
        ("decider", "Digdir"),
        ("decided-on", day.as_str()),
        ("content", DECIDED),
        ("link", "https://vedtak.example/12"),
    ];
    let fields: Vec<(&str, &str)> = (usual.iter())
        .map(|(name, value)| {
            let other = given.iter().find(|(of, _)| of == name);
            (*name, other.map_or(*value, |(_, value)| *value))
        })
        .collect();
    kari.post(&path(out, item), &fields).await
}

async fn act(
    out: &Out<'_>,
    browser: &mut Browser<'_>,
    (item, version): (AgendaItemId, &str),
    act: &str,
) -> Answer {
    let fields = [("act", act), ("version", version)];
    browser.post(&path(out, item), &fields).await
}

/// Where everyone reads what was decided on the open case.
fn everywhere(out: &Out<'_>) -> [String; 4] {
    [
        out.page(),
        format!("/published/cases/{}", case_of(&out.open)),
        "/published/decisions".to_owned(),
        format!("/api/v1/meetings/{}", out.scene.near),
    ]
}

/// Whether a visitor is told this on each of these pages; `told` on all of them or on none.
async fn is_told_a_visitor(instance: &Instance, out: &Out<'_>, what: &str, told: bool) {
    forget_what_is_kept();
    for path in everywhere(out) {
        let answer = instance.browser().get(&path).await;
        assert_eq!(answer.body.contains(what), told, "{path}: {}", answer.body);
    }
}

fn versions(instance: &Instance) -> i64 {
    let read = instance.app.db.read_now(|conn| {
        // Those of the demo have no second version and are about another meeting.
        let rows = owner_decision_version::table.filter(owner_decision_version::decider.ne(""));
        Ok(rows.count().get_result(conn)?)
    });
    read.expect("they are read")
}

#[actix_web::test]
async fn what_was_decided_is_read_with_the_item_and_is_gone_when_it_is_taken_back() {
    for instance in instances(NOW) {
        let out = Out::approved(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let list = kari.get(&out.below("decisions")).await.ok();
        assert!(list.contains("Ikke besluttet ennå") && list.contains("Skriv beslutningen"));
        let form = kari.get(&path(&out, out.open.id)).await.ok();
        assert!(form.contains("value=\"Digdir\""), "{form}");
        let lands = write(&out, &mut kari, (out.open.id, "0"), &[])
            .await
            .goes_to();
        assert!(lands.contains("said-decision-written"), "{lands}");
        is_told_a_visitor(&instance, &out, DECIDED, false).await;
        // The board reads what was approved, and what was decided with it.
        let mut olav = instance.signed_in(MEMBER).await;
        let case = format!("/cases/{}", case_of(&out.open));
        let told = olav.get(&case).await.ok();
        assert!(
            told.contains(DECIDED) && told.contains("Kva Digdir avgjorde"),
            "{told}"
        );
        olav.get(&path(&out, out.open.id)).await.is(404);
        out.publish(&mut kari).await;
        is_told_a_visitor(&instance, &out, DECIDED, true).await;
        let told = instance.browser().get(&out.page()).await.ok();
        assert!(told.contains("Fulgt delvis") && told.contains("https://vedtak.example/12"));
        let told = instance.browser().get(&everywhere(&out)[3]).await.ok();
        assert!(told.contains("\"stance\":\"in_part\""), "{told}");
        let counted = instance.app.db.read_now(|conn| {
            let visitor = Clearance::of_nobody(instance.now());
            store::counts(conn, out.board, (out.day, out.day), &visitor)
        });
        let counted = counted.expect("they are counted");
        assert_eq!(counted.stances, BTreeMap::from([(Stance::InPart, 1)]));
        assert_eq!(counted.undecided, 0);
        let lands = act(&out, &mut kari, (out.open.id, "1"), "withdraw").await;
        assert!(lands.goes_to().contains("said-decision-taken-back"));
        is_told_a_visitor(&instance, &out, DECIDED, false).await;
        assert!(!olav.get(&case).await.ok().contains(DECIDED));
        // The secretariat still reads what was written.
        let kept = kari.get(&path(&out, out.open.id)).await.ok();
        assert!(
            kept.contains(DECIDED) && kept.contains("Trukket tilbake"),
            "{kept}"
        );
        act(&out, &mut kari, (out.open.id, "2"), "withdraw")
            .await
            .is(409);
        let logged = instance.app.db.read_now(|conn| {
            let own = audit_entry::table.filter(audit_entry::object_kind.eq("owner_decision"));
            let silent = own.filter(audit_entry::changes.eq("[]"));
            Ok(silent.count().get_result::<i64>(conn)?)
        });
        assert_eq!(logged.expect("it is read"), 2);
    }
}

#[actix_web::test]
async fn where_the_board_wants_two_the_second_shows_it_to_everyone() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let board = out.board;
        let laid_down = instance.app.db.write_now(move |conn| {
            let before = rounds::setting(conn, board)?;
            let setting = Setting {
                needs_second: true,
                ..before
            };
            rounds::put_setting(conn, board, &setting)
        });
        laid_down.expect("it is laid down");
        let mut kari = instance.signed_in(SECRETARY).await;
        write(&out, &mut kari, (out.open.id, "0"), &[])
            .await
            .goes_to();
        is_told_a_visitor(&instance, &out, DECIDED, false).await;
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        assert!(!owner.get(&out.page()).await.ok().contains(DECIDED));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&out.page()).await.ok().contains(DECIDED));
        let page = kari.get(&path(&out, out.open.id)).await.ok();
        assert!(page.contains("En annen i sekretariatet må vise beslutningen for alle"));
        let told = act(&out, &mut kari, (out.open.id, "1"), "release")
            .await
            .is(422);
        assert!(told.contains("En annen i sekretariatet må"), "{told}");
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let page = jon.get(&path(&out, out.open.id)).await.ok();
        assert!(
            page.contains("value=\"release\"") && page.contains("Kari Nordbø"),
            "{page}"
        );
        // The desk tells whoever may release it, and not who wrote it.
        let link = format!("href=\"{}\"", out.below("decisions"));
        assert!(jon.get("/desk").await.ok().contains(&link));
        assert!(!kari.get("/desk").await.ok().contains(&link));
        let lands = act(&out, &mut jon, (out.open.id, "1"), "release")
            .await
            .goes_to();
        assert!(lands.contains("said-decision-released"), "{lands}");
        act(&out, &mut jon, (out.open.id, "2"), "release")
            .await
            .is(409);
        is_told_a_visitor(&instance, &out, DECIDED, true).await;
        assert!(!jon.get("/desk").await.ok().contains(&link));
        // What is written anew is shown to the board alone until it is released; the one before stands for everyone else.
        let anew = [("content", ANEW)];
        write(&out, &mut kari, (out.open.id, "2"), &anew)
            .await
            .goes_to();
        is_told_a_visitor(&instance, &out, DECIDED, true).await;
        is_told_a_visitor(&instance, &out, ANEW, false).await;
        let told = olav.get(&out.page()).await.ok();
        assert!(told.contains(ANEW) && !told.contains(DECIDED), "{told}");
        // Taking back asks nobody.
        act(&out, &mut kari, (out.open.id, "3"), "withdraw")
            .await
            .goes_to();
        is_told_a_visitor(&instance, &out, DECIDED, false).await;
    }
}

#[actix_web::test]
async fn what_was_decided_on_what_is_exempt_stays_with_the_board() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let secret = format!("{SECRET} stanses");
        let fields = [("content", secret.as_str())];
        write(&out, &mut kari, (out.exempt.id, "0"), &fields)
            .await
            .goes_to();
        write(&out, &mut kari, (out.owners.id, "0"), &[])
            .await
            .goes_to();
        forget_what_is_kept();
        let mut visitor = instance.browser();
        let mut owner = instance.signed_in(SERVICE_OWNER).await;
        let own = [
            format!("/published/cases/{}", case_of(&out.exempt)),
            "/api/v1/items".to_owned(),
        ];
        for path in everywhere(&out).into_iter().chain(own) {
            let told = visitor.get(&path).await.body;
            assert!(
                !told.contains(SECRET) && !told.contains(DECIDED),
                "{path}: {told}"
            );
            assert!(!owner.get(&path).await.body.contains(SECRET), "{path}");
        }
        assert!(owner.get(&out.page()).await.ok().contains(DECIDED));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&out.page()).await.ok().contains(&secret));
    }
}

#[actix_web::test]
async fn what_is_wrong_in_a_decision_stands_at_its_field_and_nothing_typed_is_lost() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = versions(&instance);
        let long = "å".repeat(2_001);
        let eve = out.day.pred_opt().expect("a day").to_string();
        for (field, value) in [
            ("stance", ""),
            ("stance", "kanskje"),
            ("decider", " "),
            ("decided-on", ""),
            ("decided-on", eve.as_str()),
            ("decided-on", "2199-01-01"),
            ("content", ""),
            ("content", long.as_str()),
            ("content", "Gjelder 178981 90021."),
            ("link", "ftp://vedtak.example"),
            ("link", "javascript:alert(1)"),
        ] {
            let given = [(field, value)];
            let told = write(&out, &mut kari, (out.open.id, "0"), &given)
                .await
                .is(422);
            let mistake = format!("id=\"{field}-mistake\"");
            assert!(told.contains(&mistake), "{field} {value}: {told}");
            assert!(field == "content" || told.contains(DECIDED), "{field}");
        }
        assert_eq!(versions(&instance), before);
        let followed = [("stance", "followed"), ("content", ""), ("link", "")];
        write(&out, &mut kari, (out.open.id, "0"), &followed)
            .await
            .goes_to();
        let told = write(&out, &mut kari, (out.open.id, "0"), &[])
            .await
            .is(409);
        assert!(
            told.contains("mens du hadde siden åpen") && told.contains(DECIDED),
            "{told}"
        );
        let none = (AgendaItemId::new(), "0");
        write(&out, &mut kari, none, &[]).await.is(404);
        assert_eq!(versions(&instance), before + 1);
    }
}

#[actix_web::test]
async fn the_register_is_narrowed_by_what_was_decided_and_tells_how_much_is_followed_up() {
    for instance in instances(NOW) {
        let out = Out::new(&instance).await;
        let (decided, waiting) = ("owner=decided", "owner=not_decided");
        let is_listed = async |filter: &str| {
            forget_what_is_kept();
            let path = format!("/published/decisions?{filter}");
            let told = instance.browser().get(&path).await.ok();
            told.contains(&format!("{}#item-{}", out.page(), out.open.id))
        };
        assert!(is_listed(waiting).await && !is_listed(decided).await);
        let mut kari = instance.signed_in(SECRETARY).await;
        write(&out, &mut kari, (out.open.id, "0"), &[])
            .await
            .goes_to();
        assert!(!is_listed(waiting).await && is_listed(decided).await);
        assert!(is_listed("owner=decided&text=modell").await);
        let told = instance.browser().get("/published/decisions").await.ok();
        assert!(told.contains("2 oppfølgingspunkter: 1 gjort"), "{told}");
        assert!(!told.contains("Spille inn hvilke kostnader"), "{told}");
    }
}

#[actix_web::test]
async fn a_register_of_nothing_asks_nobody_to_remove_a_choice() {
    for instance in instances(NOW) {
        let mut visitor = instance.browser();
        let told = visitor.get("/published/decisions").await.ok();
        assert!(told.contains("ikke publisert noe her ennå"), "{told}");
        assert!(!told.contains("Fjern et valg"), "{told}");
        let told = visitor.get("/published/decisions?owner=decided").await.ok();
        assert!(told.contains("Fjern et valg"), "{told}");
    }
}
