//! Boards from outside: who may open what, seats filled by two at once, mandates that follow each other, edits in two
//! tabs, hostile forms, and the mails of terms, reports and naming.

mod mail;

use crate::support::{Browser, Instance, day, instances, moment};
use diesel::prelude::*;
use styringsrad::boards::rules::in_force;
use styringsrad::boards::store::changes::{BoardDraft, By, add_board};
use styringsrad::boards::store::term_changes::{self as changes, TermDraft};
use styringsrad::boards::store::terms as rows;
use styringsrad::boards::{Refusal, store};
use styringsrad::calendar::{HolidaySet, Period, parse_zone};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AppointmentId, BoardId, OrganisationId, PersonId, RowId, SeatId};
use styringsrad::db::schema::{board, instance_role, organisation, organisation_name, person};
use styringsrad::db::types::Words;
use styringsrad::error::Result;
use styringsrad::i18n::Language;
use styringsrad::web::access::Role;

const NOW: &str = "2026-11-22 08:00";
const SECRETARY: &str = "kari@example.no";
const STRANGER: &str = "olav@example.no";

/// A board with a secretary and one seat, another board with its own secretary, and two organisations.
struct Fixture {
    board: BoardId,
    other: BoardId,
    seat: SeatId,
    first: OrganisationId,
    second: OrganisationId,
    by: By,
}

fn person(conn: &mut Conn, name: &str, address: &str) -> Result<PersonId> {
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(name),
            person::address.eq(address),
            person::language.eq("en"),
            person::created_at.eq(moment(NOW)),
        ))
        .execute(conn)?;
    Ok(id)
}

fn organisation(
    conn: &mut Conn,
    mailbox: &str,
    names: &[(&str, Option<&str>, Option<&str>)],
) -> Result<OrganisationId> {
    let id = OrganisationId::new();
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(id),
            organisation::scheme.eq("no-org"),
            organisation::kind.eq("state_agency"),
            organisation::mailbox.eq(mailbox),
            organisation::language.eq("en"),
        ))
        .execute(conn)?;
    for (name, from, until) in names {
        diesel::insert_into(organisation_name::table)
            .values((
                organisation_name::id.eq(RowId::new()),
                organisation_name::organisation_id.eq(id),
                organisation_name::name.eq(name),
                organisation_name::short_name.eq(name),
                organisation_name::valid_from.eq(from.map(day)),
                organisation_name::valid_until.eq(until.map(day)),
            ))
            .execute(conn)?;
    }
    Ok(id)
}

fn period(from: &str, until: &str) -> Period {
    Period::new(day(from), (!until.is_empty()).then(|| day(until))).expect("a period")
}

fn new_board(conn: &mut Conn, by: By, name: &str) -> Result<BoardId> {
    let draft = BoardDraft {
        parent: None,
        kind: "steering".to_owned(),
        name: Words::new([("nb", name)]),
        zone: parse_zone("Europe/Oslo").expect("a zone"),
        holidays: HolidaySet::Norway,
        languages: vec![Language::NB],
        liked_weekdays: vec![chrono::Weekday::Wed],
        liked_start: "09:00:00".parse().expect("a time"),
        liked_end: "11:30:00".parse().expect("a time"),
        mailbox: "rad@example.no".to_owned(),
        chair_counts: false,
        parent_secretariat: false,
        asks_needs: false,
        colleagues_read: false,
        opened_kept_days: None,
    };
    let id = add_board(conn, by, &draft)?;
    diesel::update(board::table.find(id))
        .set(board::mail_on_from.eq(Some(by.at)))
        .execute(conn)?;
    let term = TermDraft {
        seat: None,
        organisation: None,
        role: Role::Secretariat,
        period: period("2020-01-01", ""),
        decision: String::new(),
    };
    let appointed = changes::appoint(conn, by, id, &term)?.expect("the seat is free");
    name_now(conn, by, appointed, by.person, term.period)?;
    Ok(id)
}

fn name_now(
    conn: &mut Conn,
    by: By,
    of: AppointmentId,
    who: PersonId,
    period: Period,
) -> Result<()> {
    let standing = rows::appointment(conn, of)?;
    changes::represent(conn, by, &standing, standing.version, who, period)?
        .expect("nobody is in the way");
    Ok(())
}

fn fixture(instance: &Instance) -> Fixture {
    let made = instance.app.db.write_now(|conn| {
        let at = instance.now();
        let by = By {
            person: person(conn, "Kari", SECRETARY)?,
            at,
        };
        let stranger = By {
            person: person(conn, "Olav", STRANGER)?,
            at,
        };
        let board = new_board(conn, by, "Rådet")?;
        let other = new_board(conn, stranger, "Et annet råd")?;
        changes::add_seats(conn, by, board, "permanent", period("2020-01-01", ""), 1)?;
        let seat = rows::seats(conn, board)?[0].id;
        let difi = [
            ("Difi", None, Some("2020-01-01")),
            ("Digdir", Some("2020-01-01"), None),
        ];
        let first = organisation(conn, "post@digdir.no", &difi)?;
        let second = organisation(conn, "post@nav.no", &[("Nav", None, None)])?;
        Ok(Fixture {
            board,
            other,
            seat,
            first,
            second,
            by,
        })
    });
    made.expect("the fixture is made")
}

impl Fixture {
    fn appoint(
        &self,
        instance: &Instance,
        organisation: OrganisationId,
        term: Period,
    ) -> std::result::Result<AppointmentId, Refusal> {
        let draft = TermDraft {
            seat: Some(self.seat),
            organisation: Some(organisation),
            role: Role::Member,
            period: term,
            decision: String::new(),
        };
        let write = |conn: &mut Conn| {
            let made = changes::appoint(conn, self.by, self.board, &draft)?;
            instance
                .app
                .office
                .tables
                .replan(conn, self.board, instance.now())?;
            Ok(made)
        };
        instance
            .app
            .db
            .write_now(write)
            .expect("the database answers")
    }

    fn below(&self, rest: &str) -> String {
        format!("/boards/{}/{rest}", self.board)
    }

    async fn remind(
        &self,
        browser: &mut Browser<'_>,
        [about, to, when, quantity, unit, at_most]: [&str; 6],
    ) {
        let fields = [
            ("about", about),
            ("to", to),
            ("when", when),
            ("quantity", quantity),
            ("unit", unit),
            ("at-most", at_most),
        ];
        browser
            .post(&self.below("reminders"), &fields)
            .await
            .goes_to();
    }
}

#[actix_web::test]
async fn every_page_of_a_board_is_there_for_its_keeper_and_for_no_other_board_s_secretary() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let term = made
            .appoint(&instance, made.first, period("2026-01-01", ""))
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(STRANGER).await;
        let mut nobody = instance.browser();
        let fields = [("label", "1.4"), ("from", "2021-12-01"), ("last-day", "")];
        let mandate = kari
            .post(&made.below("mandates/new"), &fields)
            .await
            .goes_to();
        let mandate = mandate.split('?').next().unwrap_or_default().to_owned();
        let appointment = format!("/appointments/{term}");
        let mut paths = vec![
            format!("/boards/{}", made.board),
            mandate.clone(),
            appointment.clone(),
        ];
        for rest in [
            "settings",
            "calendar",
            "reminders",
            "reports",
            "mandates",
            "mandates/new",
            "terms",
            "terms?on=2026-02-01",
            "appointments/new",
        ] {
            paths.push(made.below(rest));
        }
        for path in &paths {
            for language in ["nb", "nn", "en"] {
                let join = if path.contains('?') { '&' } else { '?' };
                let page = kari.get(&format!("{path}{join}lang={language}")).await.ok();
                let text = page.replace("/boards/", "").replace("boards-title", "");
                assert!(
                    !text.contains(">boards-") && page.matches("<h1").count() == 1,
                    "{path} in {language}: {page}"
                );
            }
            olav.get(path).await.is(404);
            assert!(
                [401, 303].contains(&nobody.get(path).await.status.as_u16()),
                "{path}"
            );
        }
        for rest in [
            "settings",
            "calendar",
            "calendar/remove",
            "reminders",
            "reminders/remove",
            "reports",
            "reports/delivered",
            "mandates/new",
            "seats",
            "seats/end",
            "appointments/new",
        ] {
            olav.post(&made.below(rest), &[]).await.is(404);
        }
        for rest in ["settings", "rules", "deadlines", "remove"] {
            olav.post(&format!("{mandate}/{rest}"), &[]).await.is(404);
        }
        for rest in ["person", "new-person", "end-person", "ask", "end"] {
            olav.post(&format!("{appointment}/{rest}"), &[])
                .await
                .is(404);
        }
        let list = olav.get("/boards?lang=en").await.ok();
        assert!(
            list.contains("Rådet") && !list.contains(&format!("href=\"/boards/{}\"", made.board))
        );
        assert!(list.contains(&format!("href=\"/boards/{}\"", made.other)));
        olav.get("/boards/new").await.is(404);
    }
}

#[actix_web::test]
async fn a_board_reads_what_its_councils_owe_it_and_owes_nothing_itself() {
    for instance in instances(NOW) {
        assert!(styringsrad::demo::load(&instance.app).expect("the demo loads"));
        let read = instance.app.db.read_now(|conn| {
            let of =
                |slug: &'static str| board::table.filter(board::slug.eq(slug)).select(board::id);
            let top: BoardId = of("styringsradet").first(conn)?;
            let council: BoardId = board::table
                .filter(board::parent_id.eq(top))
                .select(board::id)
                .first(conn)?;
            Ok((top, council))
        });
        let (top, council) = read.expect("the demo has a council");
        let mut kari = instance.signed_in("kari.nordbo@digdir.example").await;
        let page = kari.get(&format!("/boards/{top}/reports")).await.ok();
        assert!(page.contains("Rapporter fra rådene under"));
        assert!(
            !page.contains("name=\"due-on\""),
            "it has no board above it"
        );
        let own = kari.get(&format!("/boards/{council}/reports")).await.ok();
        assert!(own.contains("name=\"due-on\"") && !own.contains("Rapporter fra rådene under"));
    }
}

#[actix_web::test]
async fn an_administrator_makes_a_board_and_its_first_secretariat() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        instance
            .app
            .db
            .write_now(|conn| {
                let id = person(conn, "Ada", "ada@example.no")?;
                let row = (
                    instance_role::id.eq(RowId::new()),
                    instance_role::person_id.eq(id),
                    instance_role::role.eq("administrator"),
                    instance_role::valid_from.eq(day("2020-01-01")),
                );
                Ok(diesel::insert_into(instance_role::table)
                    .values(row)
                    .execute(conn)?)
            })
            .unwrap();
        let mut ada = instance.signed_in("ada@example.no").await;
        ada.get("/boards/new").await.ok();
        let parent = made.board.to_string();
        let fields = [
            ("name-nb", "Produktråd for tillit"),
            ("kind", "product_council"),
            ("parent", &parent),
            ("zone", "Europe/Oslo"),
            ("holidays", "no"),
            ("languages", "nb"),
            ("languages", "nn"),
            ("weekday-1", "3"),
            ("start", "09:00"),
            ("end", "11:00"),
            ("mailbox", "tillit@example.no"),
            ("parent-secretariat", "yes"),
        ];
        let page = ada.post("/boards/new", &fields).await.goes_to();
        // Its parent's secretariat is its own.
        let mut kari = instance.signed_in(SECRETARY).await;
        let council = kari.get(&page).await.ok();
        assert!(council.contains("Produktråd for tillit") && council.contains("Nynorsk"));
        assert!(
            kari.get(&format!("/boards/{}", made.board))
                .await
                .ok()
                .contains("Produktråd for tillit")
        );
        // An administrator is told of a board that nobody looks after, and of no other.
        let lacking = async |ada: &mut Browser<'_>| {
            let list = ada.get("/boards").await.ok();
            list.matches("No secretariat").count()
        };
        assert_eq!(lacking(&mut ada).await, 0);
        let alone = fields.map(|(name, value)| match name {
            "name-nb" => (name, "Utvalg uten noen"),
            "parent-secretariat" => (name, ""),
            _ => (name, value),
        });
        let path = ada.post("/boards/new", &alone).await.goes_to();
        assert_eq!(lacking(&mut ada).await, 1);
        let says = "The board has no secretariat";
        assert!(ada.get(&path).await.ok().contains(says));
        assert!(!ada.get(&page).await.ok().contains(says));
        // A board cannot stand below its own council.
        let id = page
            .trim_start_matches("/boards/")
            .split('?')
            .next()
            .unwrap_or_default()
            .to_owned();
        let mut fields = fields.to_vec();
        fields[2] = ("parent", &id);
        fields.push(("version", "1"));
        let answer = kari.post(&made.below("settings"), &fields).await.is(422);
        assert!(answer.contains("cannot stand below"), "{answer}");
    }
}

#[test]
fn of_two_who_fill_one_seat_at_once_one_is_refused() {
    const YEARS: usize = 8;
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let both_ready = std::sync::Barrier::new(2);
        let fill = |organisation| {
            let terms = (2030..).take(YEARS).map(|year| {
                both_ready.wait();
                let term = period(&format!("{year}-01-01"), &format!("{}-01-01", year + 1));
                made.appoint(&instance, organisation, term).is_ok()
            });
            terms.filter(|appointed| *appointed).count()
        };
        let appointed = std::thread::scope(|scope| {
            let (one, two) = (
                scope.spawn(|| fill(made.first)),
                scope.spawn(|| fill(made.second)),
            );
            one.join().unwrap() + two.join().unwrap()
        });
        assert_eq!(appointed, YEARS, "each year has one winner");
        let all = instance
            .app
            .db
            .read_now(|conn| rows::appointments(conn, made.board))
            .unwrap();
        assert_eq!(all.iter().filter(|it| it.seat.is_some()).count(), YEARS);
    }
}

#[actix_web::test]
async fn terms_follow_back_to_back_and_overlap_is_refused_with_what_to_do() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let (seat, first, second) = (
            made.seat.to_string(),
            made.first.to_string(),
            made.second.to_string(),
        );
        let form = |organisation: &'static str, from: &'static str, last: &'static str| {
            (organisation, from, last)
        };
        for (organisation, from, last, status) in [
            ("first", "2023-01-01", "2025-12-31", 303),
            ("second", "2026-01-01", "2028-12-31", 303),
            // Returning, back to back.
            ("first", "01.01.2029", "31.12.2031", 303),
            ("first", "2028-12-31", "2029-06-30", 422),
            ("second", "2025-12-31", "", 422),
            ("second", "2019-12-31", "2020-06-30", 422),
            ("second", "2033-01-01", "2032-12-31", 422),
        ] {
            let (_, from, last) = form(organisation, from, last);
            let organisation = if organisation == "first" {
                &first
            } else {
                &second
            };
            let fields = [
                ("organisation", organisation.as_str()),
                ("role", "member"),
                ("seat", &seat),
                ("from", from),
                ("last-day", last),
            ];
            let answer = kari.post(&made.below("appointments/new"), &fields).await;
            assert_eq!(answer.status.as_u16(), status, "{from} {}", answer.body);
            if status == 422 {
                assert!(
                    answer.body.contains(&format!("value=\"{from}\"")),
                    "what was typed stands"
                );
            }
        }
        let page = kari.get(&made.below("terms?lang=nb")).await.ok();
        assert!(
            page.contains("31. desember 2028")
                && page.contains("Ingen er pekt ut")
                && page.contains("<svg")
        );
        // Ending the middle term early leaves the seat vacant, and says so.
        let all = instance
            .app
            .db
            .read_now(|conn| rows::appointments(conn, made.board))
            .unwrap();
        let middle = all
            .iter()
            .find(|it| it.period.from == day("2026-01-01"))
            .unwrap();
        let end = format!("/appointments/{}/end", middle.id);
        kari.post(&end, &[("version", "1"), ("last-day", "2025-12-31")])
            .await
            .is(422);
        kari.post(&end, &[("version", "1"), ("last-day", "2029-01-01")])
            .await
            .is(422);
        kari.post(&end, &[("version", "1"), ("last-day", "2027-06-30")])
            .await
            .goes_to();
        let page = kari.get(&made.below("terms")).await.ok();
        assert!(
            page.contains("1. juli 2027 – 31. desember 2028") && page.contains("Ledig"),
            "{page}"
        );
        // Another tab did not know.
        let stale = kari
            .post(&end, &[("version", "1"), ("last-day", "2027-09-30")])
            .await
            .is(409);
        assert!(stale.contains("Kari") && stale.contains("value=\"2027-09-30\""));
    }
}

#[actix_web::test]
async fn a_person_named_by_mistake_is_taken_back_the_same_day_and_never_later() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let term = made
            .appoint(&instance, made.first, period("2026-01-01", "2029-01-01"))
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/appointments/{term}");
        let today = instance.now().utc().date_naive().to_string();
        let named = |conn: &mut Conn| {
            let all = rows::representations(conn, made.board)?;
            Ok(all
                .into_iter()
                .filter(|it| it.appointment == term)
                .collect::<Vec<_>>())
        };
        let person = made.by.person.to_string();
        let name = [
            ("version", "1"),
            ("person", person.as_str()),
            ("person-from", today.as_str()),
        ];
        kari.post(&format!("{path}/person"), &name).await.goes_to();
        let row = instance.app.db.read_now(named).unwrap()[0].id.to_string();
        let back = [
            ("version", "2"),
            ("row", row.as_str()),
            ("person-mistake", "yes"),
        ];
        let next = kari
            .post(&format!("{path}/end-person"), &back)
            .await
            .goes_to();
        assert!(next.ends_with("said=said-person-taken-back"));
        assert!(instance.app.db.read_now(named).unwrap().is_empty());
        let name = [
            ("version", "3"),
            ("person", person.as_str()),
            ("person-from", "2026-02-01"),
        ];
        kari.post(&format!("{path}/person"), &name).await.goes_to();
        let row = instance.app.db.read_now(named).unwrap()[0].id.to_string();
        let back = [
            ("version", "4"),
            ("row", row.as_str()),
            ("person-mistake", "yes"),
        ];
        let page = kari
            .post(&format!("{path}/end-person?lang=nb"), &back)
            .await
            .is(422);
        assert!(page.contains("Personen begynte før i dag"));
        assert_eq!(instance.app.db.read_now(named).unwrap().len(), 1);
    }
}

#[actix_web::test]
async fn a_seat_says_from_when_it_is_free_and_a_second_seat_is_asked_about() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        made.appoint(&instance, made.first, period("2024-01-01", "2027-01-01"))
            .unwrap();
        let more = |conn: &mut Conn| {
            changes::add_seats(
                conn,
                made.by,
                made.board,
                "rotating",
                period("2020-01-01", ""),
                1,
            )?;
            Ok(rows::seats(conn, made.board)?[1].id)
        };
        let second = instance.app.db.write_now(more).unwrap().to_string();
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&made.below("appointments/new?lang=nb")).await.ok();
        assert!(
            page.contains("– ledig fra 1. januar 2027 (Digdir)"),
            "{page}"
        );
        assert!(page.contains("– ledig nå"));
        let organisation = made.first.to_string();
        let mut fields = vec![
            ("organisation", organisation.as_str()),
            ("role", "member"),
            ("seat", second.as_str()),
            ("from", "2026-06-01"),
            ("last-day", "2029-05-31"),
        ];
        let path = made.below("appointments/new");
        let page = kari.post(&path, &fields).await.is(422);
        assert!(page.contains("Virksomheten er allerede medlem i denne tiden"));
        assert!(page.contains("name=\"sits-already\" value=\"yes\""));
        fields.push(("sits-already", "yes"));
        kari.post(&path, &fields).await.goes_to();
    }
}

#[actix_web::test]
async fn a_new_mandate_ends_the_one_without_end_in_the_same_write() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = made.below("mandates/new?lang=nb");
        let first = [("label", "1.4"), ("from", "2021-12-01"), ("last-day", "")];
        kari.post(&path, &first).await.goes_to();
        let mut next = vec![("label", "1.5"), ("from", "2027-01-01"), ("last-day", "")];
        let page = kari.post(&path, &next).await.is(422);
        assert!(page.contains("Avslutt 1.4 dagen før"));
        next.push(("end-former", "yes"));
        kari.post(&path, &next).await.goes_to();
        let page = kari.get(&made.below("mandates?lang=nb")).await.ok();
        assert!(
            page.contains("1. desember 2021 – 31. desember 2026"),
            "{page}"
        );
        assert!(page.contains("fra 1. januar 2027"));
    }
}

#[actix_web::test]
async fn the_mandate_switches_on_its_day_and_never_overlaps() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let new = made.below("mandates/new");
        let old = kari
            .post(
                &new,
                &[("label", "1.4"), ("from", "2021-12-01"), ("last-day", "")],
            )
            .await
            .goes_to();
        let old = old.split('?').next().unwrap_or_default().to_owned();
        let rule = [
            ("version", "1"),
            ("kind", "members_least"),
            ("quantity", "12"),
            ("strength", "shall"),
            ("paragraph", "4"),
        ];
        kari.post(&format!("{old}/rules"), &rule).await.goes_to();
        kari.post(&format!("{old}/rules"), &rule).await.is(409);
        let lead = [
            ("version", "2"),
            ("meeting-kind", "ordinary"),
            ("stage", "dispatch"),
            ("days", "-7"),
            ("counting", "calendar"),
            ("time", "15:00"),
            ("lead-strength", "normally"),
            ("lead-paragraph", "6"),
        ];
        kari.post(&format!("{old}/deadlines"), &lead)
            .await
            .goes_to();
        let mut twice = lead.to_vec();
        twice[0] = ("version", "3");
        kari.post(&format!("{old}/deadlines"), &twice).await.is(422);
        let page = kari.get(&format!("{old}?lang=nb")).await.ok();
        assert!(
            page.contains("Minst 12 medlemmer")
                && page.contains("7 dager før møtet")
                && page.contains("punkt\u{a0}4"),
            "{page}"
        );

        let copy_of = old.trim_start_matches("/mandates/").to_owned();
        let next = [
            ("label", "1.5"),
            ("from", "2027-01-01"),
            ("last-day", ""),
            ("copy-of", &copy_of),
        ];
        let refused = kari.post(&new, &next).await.is(422);
        assert!(refused.contains("Versjon 1.4 gjelder") && refused.contains("value=\"1.5\""));
        let ending = [
            ("version", "3"),
            ("label", "1.4"),
            ("from", "2021-12-01"),
            ("last-day", "2026-12-31"),
        ];
        kari.post(&format!("{old}/settings"), &ending)
            .await
            .goes_to();
        kari.post(&new, &next).await.goes_to();
        let all = instance
            .app
            .db
            .read_now(|conn| store::mandates(conn, made.board))
            .unwrap();
        let label = |on: &str| in_force(&all, day(on)).map(|it| it.label.as_str());
        assert_eq!(
            (label("2026-12-31"), label("2027-01-01")),
            (Some("1.4"), Some("1.5"))
        );
        let copied = in_force(&all, day("2027-01-01")).unwrap();
        assert_eq!((copied.rules.len(), copied.deadlines.len()), (1, 1));
    }
}

#[actix_web::test]
async fn the_second_of_two_tabs_is_told_who_changed_what_and_keeps_its_text() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let form = |name: &'static str, mailbox: &'static str, version: &'static str| {
            vec![
                ("version", version),
                ("name-nb", name),
                ("kind", "steering"),
                ("zone", "Europe/Oslo"),
                ("holidays", "no"),
                ("languages", "nb"),
                ("weekday-1", "3"),
                ("start", "09:00"),
                ("end", "11:30"),
                ("mailbox", mailbox),
            ]
        };
        let settings = made.below("settings");
        kari.post(&settings, &form("Styringsrådet", "rad@example.no", "1"))
            .await
            .goes_to();
        let told = kari
            .post(&settings, &form("Rådet", "ny@example.no", "1"))
            .await
            .is(409);
        assert!(
            told.contains("Kari") && told.contains("<ins>Styringsrådet</ins>"),
            "{told}"
        );
        assert!(
            told.contains("value=\"ny@example.no\"")
                && told.contains("name=\"version\" value=\"2\"")
        );
        kari.post(&settings, &form("Rådet", "ny@example.no", "2"))
            .await
            .goes_to();
        let standing = instance
            .app
            .db
            .read_now(|conn| store::board(conn, made.board))
            .unwrap();
        assert_eq!(
            (standing.mailbox.as_str(), standing.version),
            ("ny@example.no", 3)
        );
    }
}

#[actix_web::test]
async fn hostile_and_broken_input_is_answered_at_its_field() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        let term = made
            .appoint(&instance, made.first, period("2026-01-01", "2028-01-01"))
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        let mandate = kari
            .post(
                &made.below("mandates/new"),
                &[("label", "1"), ("from", "2020-01-01")],
            )
            .await
            .goes_to();
        let mandate = mandate.split('?').next().unwrap_or_default().to_owned();
        let long = "x".repeat(5000);
        let hostile = [
            "",
            &long,
            "a\r\nBcc: x@y.no",
            "\u{202E}",
            "\u{200B}",
            "2027-02-30",
            "99999999999999999999",
            "-1",
            "'; DROP TABLE board; --",
            "<script>alert(1)</script>",
            "\u{FFFD}",
        ];
        let mut targets: Vec<(String, Vec<&str>)> = Vec::new();
        for (rest, fields) in [
            (
                "settings",
                vec![
                    "name-nb",
                    "kind",
                    "zone",
                    "holidays",
                    "languages",
                    "weekday-1",
                    "start",
                    "end",
                    "mailbox",
                    "parent",
                ],
            ),
            ("calendar", vec!["kind", "from", "last-day", "label-nb"]),
            (
                "reminders",
                vec!["about", "to", "when", "quantity", "unit", "at-most"],
            ),
            ("reports", vec!["title", "due-on"]),
            (
                "mandates/new",
                vec!["label", "from", "last-day", "decision", "copy-of"],
            ),
            ("seats", vec!["seat-kind", "how-many", "seat-from"]),
            ("seats/end", vec!["seat", "seat-last-day"]),
            (
                "appointments/new",
                vec![
                    "organisation",
                    "role",
                    "seat",
                    "from",
                    "last-day",
                    "decision",
                ],
            ),
        ] {
            targets.push((made.below(rest), fields));
        }
        for (rest, fields) in [
            (
                "rules",
                vec![
                    "kind",
                    "subject",
                    "organisation",
                    "quantity",
                    "among",
                    "strength",
                    "paragraph",
                    "words-nb",
                    "row",
                ],
            ),
            (
                "deadlines",
                vec![
                    "meeting-kind",
                    "stage",
                    "days",
                    "counting",
                    "time",
                    "lead-strength",
                    "row",
                ],
            ),
            ("settings", vec!["label", "from", "last-day", "decision"]),
        ] {
            targets.push((format!("{mandate}/{rest}"), fields));
        }
        for (rest, fields) in [
            ("person", vec!["person", "person-from"]),
            (
                "new-person",
                vec!["name", "address", "language", "title", "new-person-from"],
            ),
            ("end-person", vec!["row", "person-last-day"]),
            ("level", vec!["level-of", "level"]),
            ("ask", vec!["name-by"]),
        ] {
            targets.push((format!("/appointments/{term}/{rest}"), fields));
        }
        for (path, names) in &targets {
            for value in hostile {
                let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, value)).collect();
                let answer = kari.post(path, &fields).await.is(422);
                assert!(!answer.contains("<script>alert"), "{path}");
                assert!(
                    answer.contains("ds-validation-message") || answer.contains("ds-error-summary"),
                    "{path} {value}"
                );
            }
        }
        let end = format!("/appointments/{term}/end");
        kari.post(&end, &[("version", "1"), ("last-day", "2027-02-30")])
            .await
            .is(422);
        kari.get(&made.below("terms?on=2027-02-30")).await.is(422);
        // A row of another object is not there.
        let row = RowId::new().to_string();
        kari.post(
            &format!("{end}-person"),
            &[
                ("version", "1"),
                ("row", &row),
                ("person-last-day", "2027-01-01"),
            ],
        )
        .await
        .is(404);
    }
}

#[actix_web::test]
async fn who_sat_on_a_past_day_stands_under_the_names_of_that_day() {
    for instance in instances(NOW) {
        let made = fixture(&instance);
        instance
            .app
            .db
            .write_now(|conn| {
                diesel::update(styringsrad::db::schema::seat::table)
                    .set(styringsrad::db::schema::seat::valid_from.eq(day("2015-01-01")))
                    .execute(conn)?;
                Ok(())
            })
            .unwrap();
        let term = made
            .appoint(&instance, made.first, period("2018-01-01", "2022-01-01"))
            .unwrap();
        instance
            .app
            .db
            .write_now(|conn| {
                let (anne, berit) = (
                    person(conn, "Anne Aas", "anne@x.no")?,
                    person(conn, "Berit Bø", "berit@x.no")?,
                );
                name_now(conn, made.by, term, anne, period("2018-01-01", ""))?;
                name_now(conn, made.by, term, berit, period("2021-03-01", ""))
            })
            .unwrap();
        let mut kari = instance.signed_in(SECRETARY).await;
        let on = async |kari: &mut Browser<'_>, day: &str| {
            let page = kari
                .get(&made.below(&format!("terms?on={day}&lang=nb")))
                .await
                .ok();
            page.split_once("id=\"on-a-day\"")
                .map(|(_, rest)| rest.to_owned())
                .expect("the section is there")
        };
        let then = on(&mut kari, "2019-05-01").await;
        assert!(
            then.contains("Anne Aas")
                && then.contains("Difi")
                && !then.contains("Berit")
                && !then.contains("Digdir")
        );
        let later = on(&mut kari, "01.03.2021").await;
        assert!(later.contains("Berit Bø") && later.contains("Digdir") && !later.contains("Anne"));
        assert!(!on(&mut kari, "2022-01-01").await.contains("Berit"));
    }
}
