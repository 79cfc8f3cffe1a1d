//! The mails of terms, reports and naming: each once, when it is due, to those it concerns that day.

use super::*;
use styringsrad::db::schema::occasion;
use styringsrad::mail::OccasionState;

/// Goes on a day at a time with one pass each, and gives what was mailed when.
fn pass_daily(instance: &Instance, until: &str) -> Vec<(String, String)> {
    let mut mailed = Vec::new();
    let end = moment(until);
    while instance.now() + chrono::Duration::days(1) <= end {
        instance.move_by(chrono::Duration::days(1));
        instance.tick();
        let date = instance.now().utc().date_naive().to_string();
        mailed.extend(
            instance
                .take_mails()
                .into_iter()
                .map(|mail| (date.clone(), mail)),
        );
    }
    mailed
}

fn days(mailed: &[(String, String)]) -> Vec<&str> {
    mailed.iter().map(|(date, _)| date.as_str()).collect()
}

#[actix_web::test]
async fn f01_a_term_s_end_is_told_six_three_and_one_month_before_though_days_are_skipped() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        for months in ["6", "3", "1"] {
            made.remind(
                &mut kari,
                ["term", "secretariat", "before", months, "months", ""],
            )
            .await;
        }
        made.appoint(&instance, made.first, period("2025-01-01", "2028-01-01"))
            .unwrap();
        instance.move_to("2027-06-30 06:59");
        instance.tick();
        assert!(instance.take_mails().is_empty());
        // Nobody looked for five days; then twice in a minute.
        instance.move_to("2027-07-05 21:59");
        instance.tick();
        instance.tick();
        let mails = instance.take_mails();
        assert_eq!(mails.len(), 1);
        assert!(
            mails[0].contains(SECRETARY) && mails[0].contains("Digdir"),
            "{}",
            mails[0]
        );
        instance.move_to("2027-07-05 22:01");
        instance.tick();
        assert!(instance.take_mails().is_empty());
        instance.move_to("2027-09-30 07:00");
        instance.tick();
        assert_eq!(instance.take_mails().len(), 1);
        // Renewed: what was planned is withdrawn.
        made.appoint(&instance, made.first, period("2028-01-01", ""))
            .unwrap();
        assert!(pass_daily(&instance, "2028-01-10 08:00").is_empty());
    }
}

#[actix_web::test]
async fn a_report_is_asked_for_before_and_after_until_it_is_delivered() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        made.remind(
            &mut kari,
            ["council-report", "secretariat", "before", "14", "days", ""],
        )
        .await;
        made.remind(
            &mut kari,
            ["council-report", "secretariat", "overdue", "7", "days", "2"],
        )
        .await;
        let other_rhythm = [
            ("about", "council-report"),
            ("to", "chair"),
            ("when", "overdue"),
            ("quantity", "3"),
            ("unit", "days"),
        ];
        kari.post(&made.below("reminders"), &other_rhythm)
            .await
            .is(422);
        kari.post(
            &made.below("reports"),
            &[("title", "Halvår"), ("due-on", "2027-01-15")],
        )
        .await
        .goes_to();
        // Fourteen days before is New Year's Day, so the day before; then a week late, and once more.
        let mailed = pass_daily(&instance, "2027-03-01 08:00");
        assert_eq!(days(&mailed), ["2026-12-31", "2027-01-22", "2027-01-29"]);
        let mut kari = instance.signed_in(SECRETARY).await;
        kari.post(
            &made.below("reports"),
            &[("title", "Vår"), ("due-on", "2027-03-05")],
        )
        .await
        .goes_to();
        let mailed = pass_daily(&instance, "2027-03-14 08:00");
        assert_eq!(days(&mailed), ["2027-03-12"]);
        let page = instance
            .signed_in(SECRETARY)
            .await
            .get(&made.below("reports"))
            .await
            .ok();
        let open = page
            .rsplit("name=\"row\" value=\"")
            .next()
            .and_then(|rest| rest.split('"').next())
            .expect("the spring report");
        let mut kari = instance.signed_in(SECRETARY).await;
        let delivered = made.below("reports/delivered");
        kari.post(&delivered, &[("row", open)]).await.goes_to();
        assert!(
            kari.post(&delivered, &[("row", open)])
                .await
                .goes_to()
                .contains("said-report-was-delivered")
        );
        assert!(pass_daily(&instance, "2027-04-14 08:00").is_empty());
    }
}

#[actix_web::test]
async fn an_organisation_is_asked_at_its_mailbox_until_it_has_named() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let term = made
            .appoint(&instance, made.first, period("2026-11-01", "2029-01-01"))
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        made.remind(
            &mut kari,
            ["naming", "organisation", "before", "5", "days", ""],
        )
        .await;
        made.remind(
            &mut kari,
            ["naming", "organisation", "overdue", "7", "days", "4"],
        )
        .await;
        let path = format!("/appointments/{term}");
        kari.post(
            &format!("{path}/ask"),
            &[("version", "1"), ("name-by", "2026-11-21")],
        )
        .await
        .is(422);
        kari.post(
            &format!("{path}/ask"),
            &[("version", "1"), ("name-by", "2026-12-04")],
        )
        .await
        .goes_to();
        instance.tick();
        let asked = instance.take_mails();
        assert_eq!(asked.len(), 1);
        assert!(
            asked[0].contains("post@digdir.no") && asked[0].contains("Reply-To: rad@example.no"),
            "{}",
            asked[0]
        );
        // Asked for the same day again, it says when it asked and writes no second mail.
        let again = [("version", "2"), ("name-by", "2026-12-04")];
        let page = kari
            .post(&format!("{path}/ask?lang=nb"), &again)
            .await
            .is(422);
        assert!(
            page.contains("Virksomheten er allerede spurt 22. november 2026.")
                && page.contains("Neste påminnelse går 27. november 2026."),
            "{page}"
        );
        assert!(instance.take_mails().is_empty());
        // Five days before is a Sunday; then a week late.
        let mailed = pass_daily(&instance, "2026-12-15 08:00");
        assert_eq!(days(&mailed), ["2026-11-27", "2026-12-11"]);
        let mut kari = instance.signed_in(SECRETARY).await;
        let new = [
            ("version", "2"),
            ("name", "Anne Aas"),
            ("address", "anne@digdir.no"),
            ("language", "nn"),
            ("title", "direktør"),
            ("new-person-from", "2026-12-15"),
        ];
        let mut taken = new.to_vec();
        taken[2] = ("address", SECRETARY);
        assert!(
            kari.post(&format!("{path}/new-person"), &taken)
                .await
                .is(422)
                .contains("Choose them in the list")
        );
        kari.post(&format!("{path}/new-person"), &new)
            .await
            .goes_to();
        assert!(pass_daily(&instance, "2027-02-01 08:00").is_empty());
        let open: i64 = instance
            .app
            .db
            .read_now(|conn| {
                let planned = occasion::state.eq(OccasionState::Planned);
                let asked = occasion::table.filter(occasion::kind.eq("naming").and(planned));
                Ok(asked.count().get_result(conn)?)
            })
            .unwrap();
        assert_eq!(open, 0);
    }
}

#[actix_web::test]
async fn f14_who_was_replaced_is_not_told_and_who_came_is() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        made.remind(&mut kari, ["term", "member", "before", "1", "months", ""])
            .await;
        let term = made
            .appoint(&instance, made.first, period("2025-01-01", "2028-01-01"))
            .unwrap();
        let path = format!("/appointments/{term}/new-person");
        for (version, name, address, from) in [
            ("1", "Anne", "anne@digdir.no", "2025-01-01"),
            ("2", "Berit", "berit@digdir.no", "2027-06-01"),
        ] {
            let fields = [
                ("version", version),
                ("name", name),
                ("address", address),
                ("language", "en"),
                ("new-person-from", from),
            ];
            kari.post(&path, &fields).await.goes_to();
        }
        // Someone already stands from a later day.
        let between = [
            ("version", "3"),
            ("name", "Cato"),
            ("address", "cato@digdir.no"),
            ("language", "en"),
            ("new-person-from", "2026-06-01"),
        ];
        kari.post(&path, &between).await.is(422);
        instance.move_to("2027-12-01 08:00");
        instance.tick();
        let mails = instance.take_mails();
        assert_eq!(mails.len(), 1);
        assert!(mails[0].contains("berit@digdir.no") && !mails[0].contains("anne@digdir.no"));
    }
}
