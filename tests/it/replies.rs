//! Replies: by signed link without signing in, by the member, by the secretariat; deputies; and what reminders do.

use crate::notices::{
    MEMBER, OTHER, SECRETARY, START, demo, ends, fields, made, one, planned, press, put, send,
};
use crate::support::{Instance, instances};
use crate::world::CHAIR;
use diesel::prelude::*;
use styringsrad::db::ids::{AppointmentId, MeetingId, MessageId, PersonId};
use styringsrad::db::schema::{appointment, occasion, person, reply, representation};
use styringsrad::mail::{OccasionState, Part};
use styringsrad::meetings::replies::{Answer, ReplacementState, store};
use styringsrad::meetings::{MeetingState, Stage};
use styringsrad::web::access::Role;

fn link(instance: &Instance, message: MessageId) -> String {
    let signature = instance.app.office.key.sign("reply", message.as_str());
    format!("/reply/{message}/{signature}")
}

/// The link in the call to this address.
pub fn link_of(instance: &Instance, kind: &str, address: &str) -> String {
    let mails = made(instance, kind);
    let mail = mails.iter().rfind(|mail| mail.address == address);
    link(instance, mail.expect("they were written to").id)
}

fn answers(instance: &Instance, meeting: MeetingId) -> Vec<(String, Answer)> {
    let read = instance.app.db.read_now(|conn| {
        Ok(reply::table
            .inner_join(person::table.on(person::id.eq(reply::person_id)))
            .filter(reply::meeting_id.eq(meeting))
            .order(person::address.asc())
            .select((person::address.assume_not_null(), reply::answer))
            .load(conn)?)
    });
    read.expect("the answers are read")
}

/// A called meeting, and the link of the member.
pub async fn called(instance: &Instance) -> (MeetingId, String) {
    let board = demo(instance);
    let meeting = planned(instance, board);
    let mut kari = instance.signed_in(SECRETARY).await;
    send(&mut kari, meeting.id, "call").await;
    instance.tick();
    (meeting.id, link_of(instance, "notice-call", MEMBER))
}

#[actix_web::test]
async fn a_link_answers_only_when_a_button_is_pressed_and_gives_nothing_else() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let mut scanner = instance.browser();
        scanner.head(&path).await;
        let page = scanner.get(&path).await.ok();
        assert_eq!(answers(&instance, meeting), []);
        assert!(page.contains("Olav Myklebø") && page.contains("Lørenfaret"));
        for mail in made(&instance, "notice-call") {
            let is_own = mail.address == MEMBER;
            assert!(
                is_own || !page.contains(&mail.name),
                "{} stands there",
                mail.name
            );
        }
        assert!(!page.contains("/sign-out") && !page.contains("/ledger"));
        scanner
            .post(&path, &[("answer", "in_person"), ("version", "0")])
            .await
            .goes_to();
        assert_eq!(
            answers(&instance, meeting),
            [(MEMBER.to_owned(), Answer::InPerson)]
        );
        assert!(scanner.get(&path).await.ok().contains("Svaret er: Kommer."));
        // Without a session, before and after.
        assert!(scanner.cookies.keys().all(|name| !name.contains("session")));
        let to = scanner.get(&format!("/meetings/{meeting}")).await.goes_to();
        assert!(to.starts_with("/sign-in"));
        // An answer from a page that was shown before another answer was given.
        let old = [("answer", "not_coming"), ("version", "0")];
        scanner.post(&path, &old).await.is(409);
        scanner.post(&path, &[("answer", "maybe")]).await.is(422);
        scanner.post_raw(&path, &old).await.is(403);
    }
}

#[actix_web::test]
async fn a_link_shows_nothing_once_the_right_has_ended() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let gone = |body: &str| {
            assert!(body.contains("Lenken virker ikke lenger"));
            for word in ["Lørenfaret", "Olav", "Styringsrådet:", "2027"] {
                assert!(!body.contains(word), "{word}");
            }
        };
        let mut visitor = instance.browser();
        let wrong = format!("{}0", &path[..path.len() - 1]);
        let wrong = if wrong == path {
            format!("{}1", &path[..path.len() - 1])
        } else {
            wrong
        };
        gone(&visitor.get(&wrong).await.is(410));
        let other = link_of(&instance, "notice-call", OTHER);
        ends(&instance, MEMBER, "2026-12-01");
        gone(&visitor.get(&path).await.is(410));
        let answer = [("answer", "in_person"), ("version", "0")];
        gone(&visitor.post(&path, &answer).await.is(410));
        visitor.get(&other).await.ok();
        let mut kari = instance.signed_in(SECRETARY).await;
        let version = one(&instance, meeting).version.to_string();
        let cancel = format!("/meetings/{meeting}/cancel");
        kari.post(&cancel, &[("version", &version)]).await.goes_to();
        assert_eq!(one(&instance, meeting).state, MeetingState::Cancelled);
        gone(&visitor.get(&other).await.is(410));
        assert_eq!(answers(&instance, meeting), []);
    }
}

fn deputies(instance: &Instance, meeting: MeetingId) -> Vec<(String, ReplacementState)> {
    let read = instance
        .app
        .db
        .read_now(|conn| store::replacements(conn, meeting));
    let all = read.expect("the deputies are read");
    all.into_iter().map(|one| (one.name, one.state)).collect()
}

pub const VARA: &str = "siri.vara@kartverket.example";

#[actix_web::test]
async fn a_deputy_is_called_at_once_confirmed_by_the_secretariat_and_let_go_by_a_new_answer() {
    use ReplacementState::{Confirmed, Named, Withdrawn};
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let mut olav = instance.browser();
        let named = [
            ("answer", "deputy"),
            ("version", "0"),
            ("deputy-name", "Siri Vara"),
            ("deputy-address", VARA),
        ];
        for _double_click in 0..2 {
            olav.post(&path, &named).await.goes_to();
        }
        assert_eq!(
            deputies(&instance, meeting),
            [("Siri Vara".to_owned(), Named)]
        );
        instance.tick();
        let called = made(&instance, "notice-deputy");
        assert_eq!(called.len(), 1, "one call");
        assert!(called[0].has_link() && !called[0].text().contains("Olav"));
        assert!(
            !called[0].text().contains("/meetings/"),
            "no page that needs signing in"
        );
        let receipts = made(&instance, "notice-receipt");
        assert_eq!(receipts.len(), 1);
        assert!(receipts[0].address == MEMBER && receipts[0].text().contains("Siri Vara"));
        let own = link_of(&instance, "notice-deputy", VARA);
        let mut siri = instance.browser();
        let page = siri.get(&own).await.ok();
        assert!(page.contains("Siri Vara") && !page.contains("Olav"));
        assert!(!page.contains("deputy-name"), "a deputy names no deputy");
        siri.post(&own, &[("answer", "digitally"), ("version", "0")])
            .await
            .goes_to();
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{meeting}")).await.ok();
        assert!(page.contains("Bekreft Siri Vara som vara"));
        let id = instance
            .app
            .db
            .read_now(|conn| Ok(store::replacements(conn, meeting)?[0].id))
            .unwrap();
        let decision = format!("/meetings/{meeting}/deputies/{id}");
        kari.post(&decision, &[("act", "confirm")]).await.goes_to();
        assert_eq!(
            deputies(&instance, meeting),
            [("Siri Vara".to_owned(), Confirmed)]
        );
        olav.post(&path, &[("answer", "in_person"), ("version", "1")])
            .await
            .goes_to();
        assert_eq!(
            deputies(&instance, meeting),
            [("Siri Vara".to_owned(), Withdrawn)]
        );
        siri.get(&own).await.is(410);
        instance.take_mails();
        instance.tick();
        let released = made(&instance, "notice-deputy-released");
        assert_eq!(released.len(), 1);
        let cancels = |part: &Part| matches!(part, Part::Invitation(invitation) if invitation.method.word() == "CANCEL");
        assert!(released[0].parts.iter().any(cancels));
        assert_eq!(
            made(&instance, "notice-receipt").len(),
            2,
            "named and confirmed"
        );
        // Someone who is called by an own right is nobody's deputy.
        let called_already = [
            ("answer", "deputy"),
            ("version", "2"),
            ("deputy-name", "Terje"),
            ("deputy-address", OTHER),
        ];
        let page = olav.post(&path, &called_already).await.is(422);
        assert!(page.contains("allerede innkalt") && page.contains(OTHER));
    }
}

#[actix_web::test]
async fn a_standing_deputy_needs_nobodys_yes() {
    for instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let given = instance.app.db.write_now(|conn| {
            let olav: PersonId = person::table
                .filter(person::address.eq(MEMBER))
                .select(person::id)
                .first(conn)?;
            let of: AppointmentId = representation::table
                .filter(representation::person_id.eq(olav))
                .select(representation::appointment_id)
                .first(conn)?;
            let (board, organisation): (
                styringsrad::db::ids::BoardId,
                Option<styringsrad::db::ids::OrganisationId>,
            ) = appointment::table
                .find(of)
                .select((appointment::board_id, appointment::organisation_id))
                .first(conn)?;
            let (siri, standing) = (PersonId::new(), AppointmentId::new());
            diesel::insert_into(person::table)
                .values((
                    person::id.eq(siri),
                    person::name.eq("Siri Vara"),
                    person::address.eq(VARA),
                    person::language.eq("nn"),
                    person::created_at.eq(crate::support::moment(START)),
                ))
                .execute(conn)?;
            diesel::insert_into(appointment::table)
                .values((
                    appointment::id.eq(standing),
                    appointment::board_id.eq(board),
                    appointment::organisation_id.eq(organisation),
                    appointment::role.eq(Role::Deputy),
                    appointment::valid_from.eq(crate::support::day("2026-01-01")),
                    appointment::decision.eq(""),
                ))
                .execute(conn)?;
            Ok(diesel::insert_into(representation::table)
                .values((
                    representation::id.eq(styringsrad::db::ids::RowId::new()),
                    representation::appointment_id.eq(standing),
                    representation::person_id.eq(siri),
                    representation::valid_from.eq(crate::support::day("2026-01-01")),
                ))
                .execute(conn)?)
        });
        given.expect("the standing deputy is appointed");
        let named = [
            ("answer", "deputy"),
            ("version", "0"),
            ("deputy-name", "Siri Vara"),
            ("deputy-address", VARA),
        ];
        instance.browser().post(&path, &named).await.goes_to();
        let confirmed = [("Siri Vara".to_owned(), ReplacementState::Confirmed)];
        assert_eq!(deputies(&instance, meeting), confirmed);
    }
}

#[actix_web::test]
async fn whoever_comes_for_the_chair_leads_the_meeting_once_confirmed() {
    for instance in instances(START) {
        let (meeting, _) = called(&instance).await;
        let chair = link_of(&instance, "notice-call", CHAIR);
        let page = format!("/meetings/{meeting}?lang=nb");
        let agenda = format!("/meetings/{meeting}/agenda?lang=nb");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let led = |page: &str, name: &str| page.contains("Møteleder") && page.contains(name);
        assert!(led(&kari.get(&page).await.ok(), "Ingrid Solvang"));
        assert!(led(&olav.get(&page).await.ok(), "Ingrid Solvang"));
        // That the chair does not come is told to the secretariat alone: members are told the same as before.
        let mut ingrid = instance.browser();
        ingrid.get(&chair).await.ok();
        let away = [("answer", "not_coming"), ("version", "0")];
        ingrid.post(&chair, &away).await.goes_to();
        let shown = kari.get(&page).await.ok();
        assert!(shown.contains("ingen er meldt til å lede møtet"), "{shown}");
        assert!(shown.contains("Meld hvem som møter for Ingrid Solvang"));
        for path in [&page, &agenda] {
            assert!(led(&kari.get(path).await.ok(), "Ikke avklart"));
            let shown = olav.get(path).await.ok();
            assert!(led(&shown, "Ingrid Solvang") && !shown.contains("Ikke avklart"));
            assert!(!shown.contains("ingen er meldt"));
        }
        // Neither the chair nor who is called already can stand in.
        let named = |address: &'static str| {
            [
                ("answer", "deputy"),
                ("version", "1"),
                ("deputy-name", "Siri Vara"),
                ("deputy-address", address),
            ]
        };
        for wrong in [CHAIR, OTHER, MEMBER] {
            let shown = ingrid.post(&chair, &named(wrong)).await.is(422);
            assert!(shown.contains("deputy-address-mistake"), "{wrong}: {shown}");
        }
        assert_eq!(deputies(&instance, meeting), []);
        ingrid.post(&chair, &named(VARA)).await.goes_to();
        instance.tick();
        let call = made(&instance, "notice-deputy");
        assert!(
            call[0].text().contains("\"Møteleder\",\"Siri Vara\""),
            "it says who leads"
        );
        assert!(
            led(&olav.get(&page).await.ok(), "Ingrid Solvang"),
            "not yet"
        );
        assert!(led(&kari.get(&page).await.ok(), "Ikke avklart"));
        let id = instance.app.db.read_now(|conn| {
            let all = store::replacements(conn, meeting)?;
            Ok(all[0].id)
        });
        let id = id.expect("the stand-in is named");
        let decide = format!("/meetings/{meeting}/deputies/{id}");
        kari.post(&decide, &[("act", "confirm")]).await.goes_to();
        for path in [&page, &agenda] {
            let shown = olav.get(path).await.ok();
            assert!(shown.contains("Siri Vara, i stedet for lederen"), "{shown}");
        }
        // The next mail about the meeting says who leads it, and not why.
        let edit = format!("/meetings/{meeting}/edit");
        let mut facts = fields(&kari.get(&edit).await.ok(), &edit);
        put(&mut facts, "place", "Bergen");
        press(&mut kari, &edit, &facts, "").await.goes_to();
        send(&mut kari, meeting, "change").await;
        instance.tick();
        let told = made(&instance, "notice-change");
        let told = told.iter().find(|mail| mail.address == MEMBER);
        let told = told.expect("the member is told").text();
        assert!(
            told.contains("Siri Vara") && !told.contains("Ingrid"),
            "{told}"
        );
        // The chair comes after all.
        let back = [("answer", "in_person"), ("version", "2")];
        ingrid.post(&chair, &back).await.goes_to();
        let shown = olav.get(&page).await.ok();
        assert!(led(&shown, "Ingrid Solvang") && !shown.contains("Siri Vara"));
        assert!(!kari.get(&page).await.ok().contains("Ikke avklart"));
    }
}

#[actix_web::test]
async fn a_standing_deputy_is_appointed_on_the_pages_and_stands_in_without_anybodys_yes() {
    for instance in instances(START) {
        let (meeting, _) = called(&instance).await;
        let chair = link_of(&instance, "notice-call", CHAIR);
        let of = one(&instance, meeting);
        let read = instance.app.db.read_now(|conn| {
            let all = store::invited(conn, of.board, of.first_day())?;
            Ok(all.into_iter().find(|one| one.role == Role::Chair))
        });
        let lends = read.expect("the list is read").expect("there is a chair");
        let organisation = lends.organisation.expect("of an organisation").to_string();
        let mut kari = instance.signed_in(SECRETARY).await;
        let new = format!("/boards/{}/appointments/new", of.board);
        kari.get(&new).await.ok();
        let fields = [
            ("organisation", organisation.as_str()),
            ("role", "deputy"),
            ("from", "2026-12-01"),
            ("last-day", "2028-12-31"),
        ];
        let lands = kari.post(&new, &fields).await.goes_to();
        let term = lands.split('?').next().expect("a path");
        let person = |from: &'static str| {
            [
                ("version", "1"),
                ("name", "Siri Vara"),
                ("address", VARA),
                ("language", "nb"),
                ("new-person-from", from),
            ]
        };
        let path = format!("{term}/new-person");
        for outside in ["2026-11-30", "2029-01-01", "0000-00-00", ""] {
            kari.post(&path, &person(outside)).await.is(422);
        }
        kari.post(&path, &person("2026-12-01")).await.goes_to();
        let mut ingrid = instance.browser();
        ingrid.get(&chair).await.ok();
        let named = [
            ("answer", "deputy"),
            ("version", "0"),
            ("deputy-name", "Siri Vara"),
            ("deputy-address", VARA),
        ];
        ingrid.post(&chair, &named).await.goes_to();
        let confirmed = [("Siri Vara".to_owned(), ReplacementState::Confirmed)];
        assert_eq!(deputies(&instance, meeting), confirmed);
        // Who is called to the meeting has its agenda; the board's own pages begin with the term.
        let own = format!("/meetings/{meeting}?lang=nb");
        let mut siri = instance.signed_in(VARA).await;
        siri.get(&format!("/meetings/{meeting}/agenda")).await.ok();
        siri.get(&own).await.is(404);
        instance.move_to("2026-12-01 08:00");
        let mut siri = instance.signed_in(VARA).await;
        let page = siri.get(&own).await.ok();
        assert!(page.contains("Siri Vara, i stedet for lederen"), "{page}");
    }
}

#[actix_web::test]
async fn only_those_who_have_not_answered_are_reminded_and_nobody_when_all_have() {
    for instance in instances(START) {
        let (meeting, _) = called(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let invited = instance
            .app
            .db
            .read_now(|conn| {
                let of = styringsrad::meetings::store::meeting(conn, meeting)?;
                store::invited(conn, of.board, of.first_day())
            })
            .unwrap();
        let (first, rest) = invited.split_first().unwrap();
        let tap = format!("/meetings/{meeting}/replies/{}", first.person);
        kari.post(&tap, &[("answer", "not_coming")]).await.goes_to();
        let due = |instance: &Instance| {
            let read = instance.app.db.read_now(|conn| {
                let of = occasion::table
                    .filter(occasion::object_id.eq(meeting.as_str()))
                    .filter(occasion::kind.eq(Stage::Reply.kind()));
                let rows: Vec<(styringsrad::db::types::Moment, OccasionState)> =
                    of.select((occasion::due, occasion::state)).load(conn)?;
                Ok(rows)
            });
            read.expect("the ledger is read")
        };
        let at = due(&instance)[0].0;
        instance.app.clock.move_to(at);
        instance.tick();
        let reminded = made(&instance, Stage::Reply.kind());
        assert!(reminded.len() > 5 && reminded.iter().all(|mail| mail.has_link()));
        assert!(
            reminded
                .iter()
                .all(|mail| Some(&mail.address) != first.address.as_ref())
        );
        // The link of a reminder answers too.
        let path = link(&instance, reminded[0].id);
        instance.browser().get(&path).await.ok();
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{meeting}")).await.ok();
        assert!(page.contains("har ikke svart") && page.contains("1 kommer ikke"));
        for one in rest {
            let tap = format!("/meetings/{meeting}/replies/{}", one.person);
            kari.post(&tap, &[("answer", "in_person")]).await.goes_to();
        }
        let left = instance
            .app
            .db
            .read_now(|conn| {
                let of = styringsrad::meetings::store::meeting(conn, meeting)?;
                store::silent(conn, &of)
            })
            .unwrap();
        assert!(left.is_empty());
    }
}

#[actix_web::test]
async fn a_member_sees_their_own_answer_and_nobody_elses() {
    for instance in instances(START) {
        let (meeting, _) = called(&instance).await;
        let mut terje = instance.signed_in(OTHER).await;
        let own = format!("/meetings/{meeting}/reply");
        terje
            .post(&own, &[("answer", "not_coming"), ("version", "0")])
            .await
            .goes_to();
        let page = |body: String| body.replace("Kommer ikke (svaret ditt nå)", "");
        let shown = page(terje.get(&format!("/meetings/{meeting}")).await.ok());
        assert!(shown.contains("Svaret ditt er: Kommer ikke."));
        let mut olav = instance.signed_in(MEMBER).await;
        let shown = page(olav.get(&format!("/meetings/{meeting}?lang=nb")).await.ok());
        assert!(shown.contains("Du har ikke svart ennå."));
        assert!(!shown.contains("Terje") && !shown.contains("Kommer ikke"));
        assert!(olav.get("/me").await.ok().contains("/reply"));
    }
}

#[actix_web::test]
async fn a_link_made_by_one_process_opens_in_another() {
    for mut instance in instances(START) {
        let (meeting, path) = called(&instance).await;
        let clock = styringsrad::clock::Clock::standing_at(instance.now());
        instance.app = instance.ground.open(clock);
        let mut olav = instance.browser();
        olav.post(&path, &[("answer", "digitally"), ("version", "0")])
            .await
            .goes_to();
        assert_eq!(
            answers(&instance, meeting),
            [(MEMBER.to_owned(), Answer::Digitally)]
        );
    }
}
