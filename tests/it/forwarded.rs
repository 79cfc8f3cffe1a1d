//! A mail about a meeting that is passed on (F13): what its bearer can see and do with each link of it, and until when.

use crate::notices::{MEMBER, OTHER, SECRETARY, START, addresses, ends, made, one, unfolded};
use crate::replies::{VARA, called};
use crate::support::{Instance, instances};
use styringsrad::meetings::MeetingState;

/// The links of every mail that has gone, each with the name and address of whom the mail was to.
fn links(instance: &Instance) -> Vec<(String, String, String)> {
    let ledger = made(instance, "%");
    let mut found = Vec::new();
    for raw in instance.take_mails() {
        let mail = ledger.iter().find(|mail| raw.contains(mail.id.as_str()));
        let mail = mail.expect("the mail is in the ledger");
        let of = addresses(&unfolded(&raw)).into_iter();
        found.extend(of.map(|link| (link, mail.name.clone(), mail.address.clone())));
    }
    found
}

#[actix_web::test]
async fn f13_whoever_gets_a_forwarded_mail_sees_one_name_no_paper_and_no_way_in() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let named = [
            ("answer", "deputy"),
            ("version", "0"),
            ("deputy-name", "Siri Vara"),
            ("deputy-address", VARA),
        ];
        instance.browser().post(&path, &named).await.goes_to();
        instance.tick();
        let names: Vec<String> = made(&instance, "%")
            .into_iter()
            .map(|mail| mail.name)
            .collect();
        let links = links(&instance);
        let replies = links
            .iter()
            .filter(|(link, ..)| link.starts_with("/reply/"));
        assert!(replies.clone().count() > 10, "{links:?}");
        for (link, name, address) in replies {
            let mut bearer = instance.browser();
            let page = bearer.get(link).await.ok();
            assert!(page.contains(name));
            // The one whom the reader has named is the reader's own doing.
            let others = names.iter().filter(|other| *other != name);
            for other in others.filter(|other| address != MEMBER || *other != "Siri Vara") {
                assert!(
                    !page.contains(other),
                    "{other} stands at the link of {name}"
                );
            }
            assert!(
                !page.contains("@kartverket") && !page.contains(&format!("/meetings/{meeting}"))
            );
            assert!(!page.contains("/papers") && !page.contains("/sign-out"));
            // Having opened it, the bearer is nobody still.
            for inside in [
                format!("/meetings/{meeting}"),
                "/me".to_owned(),
                "/desk".to_owned(),
            ] {
                assert!(
                    bearer.get(&inside).await.goes_to().starts_with("/sign-in"),
                    "{inside}"
                );
            }
            assert!(
                bearer
                    .cookies
                    .keys()
                    .all(|cookie| !cookie.contains("session"))
            );
        }
        for (link, ..) in links
            .iter()
            .filter(|(link, ..)| !link.starts_with("/reply/"))
        {
            let to = instance.browser().get(link).await.goes_to();
            assert!(to.starts_with("/sign-in"), "{link} is open to all");
        }
    }
}

#[actix_web::test]
async fn f13_no_link_of_any_mail_opens_once_the_right_has_ended() {
    for instance in instances(START) {
        let (meeting, _) = called(&instance).await;
        let links = links(&instance);
        let of = |address: &str| {
            let own = links.iter().filter(|(_, _, to)| to == address);
            own.map(|(link, ..)| link.clone()).collect::<Vec<_>>()
        };
        ends(&instance, MEMBER, "2026-11-22");
        for link in of(MEMBER) {
            if link.starts_with("/reply/") {
                instance.browser().get(&link).await.is(410);
            } else {
                instance.signed_in(MEMBER).await.get(&link).await.is(404);
            }
        }
        for link in of(OTHER) {
            let mut own = instance.signed_in(OTHER).await;
            own.get(&link).await.ok();
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let last = one(&instance, meeting).last_day();
        let after = last
            .succ_opt()
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap()
            .and_utc();
        instance.app.clock.move_to(after.into());
        for link in of(OTHER).iter().filter(|link| link.starts_with("/reply/")) {
            let page = instance.browser().get(link).await.is(410);
            assert!(!page.contains("Terje") && !page.contains("Styringsrådet:"));
        }
        assert_eq!(one(&instance, meeting).state, MeetingState::Called);
        kari.get("/desk").await;
    }
}
