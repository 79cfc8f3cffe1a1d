//! What the mandate asks of the composition, on both engines: the verdicts of a day, the rules that make them and are refused
//! where they cannot hold, what nobody has said, the forecast, and the warnings of what will be broken by itself.

use crate::support::{Browser, Instance, day, instances};
use crate::world::{ADMINISTRATOR, CHAIR, COLLEAGUE, NOW, OBSERVER, SECRETARY, world};
use chrono::NaiveDate;
use diesel::prelude::*;
use styringsrad::boards::{Mandate, store as boards};
use styringsrad::composition::rules;
use styringsrad::composition::{Outcome, store};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AppointmentId, BoardId, MandateId, OrganisationId, ProductId, RowId};
use styringsrad::db::schema::{
    appointment, board, mandate_version, message, occasion, organisation, payment, product,
    representation,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;

/// A member who reads bokmål.
const TERJE: &str = "terje.brattvik@brreg.example";
/// When the rotating terms of the demo end, all but one.
const TURN: &str = "2028-01-01";
/// When the last of them does.
const HALDEN_LEAVES: &str = "2029-01-01";
/// Halden kommune, of which nobody has said how large it is, and who has named nobody.
const HALDEN: &str = "959159092";
const DIBK: &str = "974760223";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// The demo on each engine, without anything paid.
fn with_demo() -> Vec<(Instance, BoardId)> {
    instances(NOW)
        .into_iter()
        .map(|instance| {
            assert!(demo::load(&instance.app).expect("the demo loads"));
            let of = write(&instance, |conn| {
                diesel::delete(payment::table).execute(conn)?;
                let of = board::table.filter(board::slug.eq("styringsradet"));
                Ok(of.select(board::id).first(conn)?)
            });
            (instance, of)
        })
        .collect()
}

fn mandate(instance: &Instance, of: BoardId) -> Mandate {
    read(instance, move |conn| {
        let id: MandateId = mandate_version::table
            .filter(mandate_version::board_id.eq(of))
            .order(mandate_version::valid_from)
            .select(mandate_version::id)
            .first(conn)?;
        boards::mandate(conn, id)
    })
}

fn organisation_numbered(instance: &Instance, number: &'static str) -> OrganisationId {
    read(instance, move |conn| {
        let of = organisation::table.filter(organisation::number.eq(number));
        Ok(of.select(organisation::id).first(conn)?)
    })
}

fn term_of(instance: &Instance, board: BoardId, of: OrganisationId) -> AppointmentId {
    read(instance, move |conn| {
        let term = appointment::table
            .filter(appointment::board_id.eq(board))
            .filter(appointment::organisation_id.eq(of));
        Ok(term.select(appointment::id).first(conn)?)
    })
}

/// The outcome of the first rule of a kind, with this subject, on a day.
fn outcome(
    instance: &Instance,
    of: BoardId,
    (kind, subject): (&'static str, &'static str),
    on: &str,
) -> Outcome {
    let on = day(on);
    read(instance, move |conn| {
        let board = boards::board(conn, of)?;
        let facts = store::facts(conn, &board, on)?;
        let found = rules::on(&facts, on);
        let mut verdicts = found.verdicts.iter();
        let verdict = verdicts.find(|it| it.rule.kind == kind && it.rule.subject == subject);
        Ok(verdict.expect("the mandate has the rule").outcome)
    })
}

fn composition(of: BoardId) -> String {
    format!("/boards/{of}/composition")
}

#[actix_web::test]
async fn everyone_on_the_board_reads_the_verdicts_of_a_day_with_their_evidence() {
    for (instance, of) in with_demo() {
        for address in [SECRETARY, CHAIR, TERJE, OBSERVER] {
            let mut reader = instance.signed_in(address).await;
            let page = reader.get(&composition(of)).await.ok();
            for said in [
                "Minst 12 medlemmer",
                "Rådet har 13 medlemmer.",
                "punkt\u{a0}4",
                "Ukjent",
                "Ingen betalinger er registrert",
                "seat-map__seat--vacant",
            ] {
                assert!(page.contains(said), "{address}: {said}");
            }
            assert!(!page.contains("Hovlandsvik"), "nobody is named");
            let front = reader.get(&format!("/boards/{of}")).await.ok();
            assert!(front.contains(&format!("href=\"{}\"", composition(of))));
            assert!(front.contains("Fra 1. januar 2028 brytes denne regelen"));
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let later = kari
            .get(&format!("{}?on={TURN}", composition(of)))
            .await
            .ok();
        assert!(later.contains("Rådet har 9 medlemmer."));
        let before = format!("{}?on=2021-11-30", composition(of));
        let before = kari.get(&before).await.ok();
        assert!(before.contains("Ingen versjon av mandatet gjelder 30. november 2021"));
    }
}

#[actix_web::test]
async fn whoever_keeps_the_board_is_led_to_the_term_that_a_level_is_written_on() {
    for (instance, of) in with_demo() {
        let halden = organisation_numbered(&instance, HALDEN);
        let term = format!("href=\"/appointments/{}\"", term_of(&instance, of, halden));
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&composition(of)).await.ok();
        assert!(page.contains(&term), "where the level is set: {page}");
        let mut ingrid = instance.signed_in(CHAIR).await;
        let page = ingrid.get(&composition(of)).await.ok();
        assert!(!page.contains(&term));
    }
}

#[actix_web::test]
async fn a_day_that_is_none_is_told_at_its_field() {
    for (instance, of) in with_demo() {
        let mut terje = instance.signed_in(TERJE).await;
        for wrong in [
            "2027-02-30",
            "0000-01-01",
            "9999-12-31",
            "i+morgen",
            "%00",
            "%F0%9F%98%80",
            "-1",
        ] {
            let path = format!("{}?on={wrong}", composition(of));
            let page = terje.get(&path).await.is(422);
            assert!(page.contains("on-mistake"), "{wrong}");
            assert!(page.contains("Rådet har 13 medlemmer."), "{wrong}");
        }
        let long = format!("{}?on={}", composition(of), "9".repeat(3000));
        terje.get(&long).await.is(422);
    }
}

/// A rule as its form sends it.
fn fields<'a>(version: &'a str, rest: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("version", version),
        ("strength", "shall"),
        ("paragraph", "4"),
    ];
    fields.extend(rest);
    fields
}

async fn save(
    kari: &mut Browser<'_>,
    instance: &Instance,
    of: BoardId,
    rest: &[(&str, &str)],
) -> crate::support::Answer {
    let standing = mandate(instance, of);
    let version = standing.version.to_string();
    let path = format!("/mandates/{}/rules", standing.id);
    kari.post(&path, &fields(&version, rest)).await
}

#[actix_web::test]
async fn a_rule_of_the_composition_is_a_row_that_the_secretariat_writes() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let rule = [
            ("kind", "organisations_most"),
            ("subject", "municipality"),
            ("quantity", "1"),
            ("among", "rotating_municipality"),
            ("among", "rotating"),
            ("words-nb", "Høyst én kommune."),
        ];
        let to = save(&mut kari, &instance, of, &rule).await;
        // Two are asked for already: so few at most cannot be.
        let page = to.is(422);
        assert!(page.contains("quantity-mistake") && page.contains("Høyst én kommune."));
        let mut three = rule;
        three[2] = ("quantity", "3");
        save(&mut kari, &instance, of, &three).await.goes_to();
        let standing = mandate(&instance, of);
        let last = standing.rules.last().expect("it is there");
        assert_eq!(last.among, ["rotating", "rotating_municipality"]);
        let kind = ("organisations_most", "municipality");
        assert_eq!(outcome(&instance, of, kind, "2026-11-22"), Outcome::Met);
        let path = format!("/mandates/{}?rule={}", standing.id, last.id);
        let page = kari.get(&path).await.ok();
        assert!(page.contains("value=\"rotating_municipality\" checked"));
        assert!(page.contains("Høyst én kommune."));
        let twin = save(&mut kari, &instance, of, &three).await.is(422);
        assert!(twin.contains("kind-mistake"));
    }
}

#[actix_web::test]
async fn quotas_that_cannot_all_hold_are_refused_where_they_are_typed() {
    for (instance, of) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = mandate(&instance, of).rules;
        for (rest, field) in [
            // More municipalities than members.
            (
                vec![
                    ("kind", "organisations_least"),
                    ("subject", "county"),
                    ("quantity", "13"),
                ],
                "quantity",
            ),
            // Nobody is registered with the number.
            (
                vec![
                    ("kind", "named_organisation"),
                    ("organisation", "123456785"),
                ],
                "organisation",
            ),
            (vec![("kind", "named_organisation")], "organisation"),
            (
                vec![
                    ("kind", "sizes_least"),
                    ("subject", "huge"),
                    ("quantity", "1"),
                ],
                "subject",
            ),
            (
                vec![
                    ("kind", "level_least"),
                    ("subject", "adviser"),
                    ("among", "no_such_seat"),
                ],
                "among",
            ),
            (vec![("kind", "largest_payers")], "quantity"),
            (
                vec![
                    ("kind", "terms_in_a_row_most"),
                    ("quantity", "99999999999999999999"),
                ],
                "quantity",
            ),
        ] {
            let page = save(&mut kari, &instance, of, &rest).await.is(422);
            assert!(page.contains(&format!("href=\"#{field}\"")), "{rest:?}");
        }
        for hostile in ["\0", "😀", "' OR 1=1 --", "9999-12-31"] {
            let long = hostile.repeat(2000);
            for value in [hostile, long.as_str()] {
                let rest = [
                    ("kind", "named_organisation"),
                    ("organisation", value),
                    ("among", value),
                    ("subject", value),
                    ("words-nb", value),
                ];
                save(&mut kari, &instance, of, &rest).await.is(422);
            }
        }
        assert_eq!(mandate(&instance, of).rules, before, "nothing is saved");
    }
}

#[actix_web::test]
async fn what_was_not_known_is_known_once_somebody_says_it() {
    for (instance, of) in with_demo() {
        let small = ("sizes_least", "small");
        assert_eq!(outcome(&instance, of, small, "2026-11-22"), Outcome::Met);
        assert_eq!(outcome(&instance, of, small, TURN), Outcome::Unknown);
        let halden = organisation_numbered(&instance, HALDEN);
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/organisations/{halden}/edit");
        let page = kari.get(&path).await.ok();
        let (_, version) = page
            .split_once("name=\"version\" value=\"")
            .expect("the form has a version");
        let version = version.split('"').next().unwrap_or_default().to_owned();
        let form = |size: &'static str| {
            [
                ("version", version.clone()),
                ("name", "Halden kommune".to_owned()),
                ("short_name", "Halden".to_owned()),
                ("scheme", "no-org".to_owned()),
                ("number", HALDEN.to_owned()),
                ("kind", "municipality".to_owned()),
                ("size", size.to_owned()),
                ("language", "nb".to_owned()),
            ]
        };
        for (size, is_right) in [("huge", false), ("small", true)] {
            let form = form(size);
            let lent: Vec<(&str, &str)> = form
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let answer = kari.post(&path, &lent).await;
            if is_right {
                answer.goes_to();
            } else {
                assert!(answer.is(422).contains("size-mistake"));
            }
        }
        assert_eq!(outcome(&instance, of, small, TURN), Outcome::Met);
    }
}

#[actix_web::test]
async fn a_level_is_told_where_a_representative_is_named() {
    for (instance, of) in with_demo() {
        let level = ("level_least", "department_director");
        assert_eq!(outcome(&instance, of, level, "2026-11-22"), Outcome::Broken);
        let term = term_of(&instance, of, organisation_numbered(&instance, DIBK));
        let (version, row): (i64, RowId) = read(&instance, move |conn| {
            Ok(representation::table
                .inner_join(appointment::table)
                .filter(appointment::id.eq(term))
                .select((appointment::version, representation::id))
                .first(conn)?)
        });
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/appointments/{term}/level");
        let (stale, version, row) = ("0".to_owned(), version.to_string(), row.to_string());
        let form = |version: &str, level: &str| {
            vec![
                ("version", version.to_owned()),
                ("level-of", row.clone()),
                ("level", level.to_owned()),
            ]
        };
        for (fields, status) in [
            (form(&version, "no_such_level"), 422),
            (form(&stale, "head"), 409),
            (form(&version, "department_director"), 303),
        ] {
            let lent: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let answer = kari.post(&path, &lent).await;
            assert_eq!(answer.status.as_u16(), status, "{fields:?}");
        }
        // Some levels nobody has said yet: that is not met.
        assert_eq!(
            outcome(&instance, of, level, "2026-11-22"),
            Outcome::Unknown
        );
    }
}

#[actix_web::test]
async fn the_four_largest_are_told_by_what_was_paid_the_year_before() {
    for (instance, of) in with_demo() {
        let largest = ("largest_payers", "permanent");
        assert_eq!(
            outcome(&instance, of, largest, "2026-11-22"),
            Outcome::Unknown
        );
        let numbers = [
            "889640782",
            "960885406",
            "983544622",
            "982531950",
            "940039541",
        ];
        let paid = numbers.map(|number| organisation_numbered(&instance, number));
        write(&instance, |conn| {
            let product = some_product(conn)?;
            for (of, ore) in paid.iter().zip([500, 400, 300, 200, 100]) {
                pay(conn, *of, product, ore)?;
            }
            Ok(())
        });
        assert_eq!(outcome(&instance, of, largest, "2026-11-22"), Outcome::Met);
        write(&instance, |conn| {
            let theirs = payment::table.filter(payment::organisation_id.eq(paid[4]));
            diesel::update(theirs)
                .set(payment::ore.eq(900))
                .execute(conn)?;
            Ok(())
        });
        assert_eq!(
            outcome(&instance, of, largest, "2026-11-22"),
            Outcome::Broken
        );
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje.get(&composition(of)).await.ok();
        assert!(
            page.contains("Etter betalingene i 2025") && page.contains("Mangler: Fredrikstad.")
        );
    }
}

fn some_product(conn: &mut Conn) -> Result<ProductId> {
    let standing: Option<ProductId> = product::table.select(product::id).first(conn).optional()?;
    Ok(standing.expect("the demo has products"))
}

fn pay(conn: &mut Conn, of: OrganisationId, product: ProductId, ore: i64) -> Result<()> {
    diesel::insert_into(payment::table)
        .values((
            payment::id.eq(RowId::new()),
            payment::organisation_id.eq(of),
            payment::product_id.eq(product),
            payment::year.eq(2025_i64),
            payment::ore.eq(ore),
            payment::version.eq(1_i64),
        ))
        .execute(conn)?;
    Ok(())
}

#[actix_web::test]
async fn the_forecast_shows_every_meeting_and_the_days_when_something_changes() {
    for (instance, of) in with_demo() {
        let path = format!("{}/forecast", composition(of));
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje.get(&path).await.ok();
        assert!(
            page.contains("role=\"img\"") && page.contains("aria-describedby=\"forecast-table\"")
        );
        assert!(page.contains("id=\"forecast-table\""));
        for said in [
            "1. januar 2027",
            "1. januar 2028",
            "1. januar 2029",
            "Ordinært møte",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(page.contains("1. januar 2028: Minst 12 medlemmer"));
        assert!(!page.contains("style=\""), "no style attributes");
    }
}

/// An administrator keeps boards without a role on them, and is not let in to their meetings.
#[actix_web::test]
async fn who_may_not_open_meetings_sees_none_in_the_forecast() {
    let world = world();
    let mut anne = world.instance.signed_in(ADMINISTRATOR).await;
    let path = format!("{}/forecast", composition(world.a.board));
    let page = anne.get(&path).await.ok();
    assert!(!page.contains("/meetings/") && page.contains("forecast-table"));
}

/// What the ledger has of warnings about a day: slot and state, in order of what is due.
fn warnings(instance: &Instance, of: BoardId, about: &str) -> Vec<(String, OccasionState)> {
    let about = day(about);
    read(instance, move |conn| {
        Ok(occasion::table
            .filter(occasion::board_id.eq(of))
            .filter(occasion::kind.eq(rules::MAIL))
            .filter(occasion::about_day.eq(about))
            .order((occasion::due.asc(), occasion::object_id.asc()))
            .select((occasion::slot, occasion::state))
            .load(conn)?)
    })
}

/// The warnings that were made: address, subject and body.
fn made(instance: &Instance, of: BoardId) -> Vec<(String, String, String)> {
    read(instance, move |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::board_id.eq(of))
            .filter(occasion::kind.eq(rules::MAIL))
            .order((message::subject.asc(), message::address.asc()))
            .select((message::address, message::subject, message::body))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn the_secretariat_and_the_chair_are_warned_six_three_and_one_months_before() {
    for (instance, of) in with_demo() {
        // Twelve members, and two municipalities among the rotating.
        let planned = warnings(&instance, of, TURN);
        let slots: Vec<&str> = planned.iter().map(|(slot, _)| slot.as_str()).collect();
        assert_eq!(
            slots,
            ["before-6-months", "before-3-months", "before-1-months"],
            "one mail about the day"
        );
        assert!(planned.iter().all(|(_, it)| *it == OccasionState::Planned));
        instance.move_to("2027-07-01 08:00");
        instance.tick();
        let mails = made(&instance, of);
        let to: Vec<&str> = mails.iter().map(|(to, _, _)| to.as_str()).collect();
        assert_eq!(to.len(), 3, "{to:?}");
        for address in [SECRETARY, COLLEAGUE, CHAIR] {
            assert!(to.contains(&address), "{address}");
        }
        let (_, subject, body) = mails
            .iter()
            .find(|(to, _, _)| to == SECRETARY)
            .expect("the secretary is among them");
        assert!(subject.contains("1. januar 2028"), "{subject}");
        assert!(
            subject.contains("«Minst 12 medlemmer» og én regel til"),
            "{subject}"
        );
        for said in [
            "Minst 12 medlemmer",
            "kommune",
            "punkt\u{a0}4",
            "/composition/forecast",
        ] {
            assert!(body.contains(said), "{said}: {body}");
        }
        assert!(!body.contains("Hovlandsvik") && !body.contains("Askeland"));
        instance.tick();
        instance.move_to("2027-08-15 08:00");
        instance.tick();
        assert_eq!(made(&instance, of).len(), 3, "once each");
    }
}

/// Both leave on a day that is nearer than the shortest lead time.
fn leave(instance: &Instance, of: BoardId, on: &str) {
    let on = day(on);
    let now = instance.now();
    let tables = instance.app.office.tables.clone();
    write(instance, |conn| {
        let ending = appointment::table
            .filter(appointment::board_id.eq(of))
            .filter(appointment::valid_until.eq(day(TURN)));
        diesel::update(ending)
            .set(appointment::valid_until.eq(on))
            .execute(conn)?;
        tables.replan(conn, of, now)
    });
}

#[actix_web::test]
async fn what_is_found_later_than_every_lead_time_is_warned_of_the_next_morning_once() {
    for (instance, of) in with_demo() {
        let near = "2026-12-10";
        leave(&instance, of, near);
        let late = |state| vec![(rules::LATE.to_owned(), state)];
        assert_eq!(warnings(&instance, of, near), late(OccasionState::Planned));
        instance.tick();
        assert!(made(&instance, of).is_empty(), "it waits for the morning");
        leave(&instance, of, near);
        instance.move_to("2026-11-23 09:05");
        instance.tick();
        assert_eq!(made(&instance, of).len(), 3);
        leave(&instance, of, near);
        instance.move_to("2026-11-24 09:05");
        instance.tick();
        assert_eq!(made(&instance, of).len(), 3, "once each");
        assert_eq!(warnings(&instance, of, near), late(OccasionState::Told));
    }
}

#[actix_web::test]
async fn what_breaks_tomorrow_is_warned_of_in_an_hour() {
    for (instance, of) in with_demo() {
        instance.move_to("2026-11-26 12:00");
        leave(&instance, of, "2026-11-27");
        instance.move_to("2026-11-26 13:05");
        instance.tick();
        assert_eq!(made(&instance, of).len(), 3);
    }
}

/// Lengthens the terms that end at the turn, in the database alone or through their pages.
fn lengthen(instance: &Instance, of: BoardId) {
    write(instance, |conn| {
        let ending = appointment::table
            .filter(appointment::board_id.eq(of))
            .filter(appointment::valid_until.eq(day(TURN)));
        Ok(diesel::update(ending)
            .set(appointment::valid_until.eq(day("2031-01-01")))
            .execute(conn)?)
    });
}

#[actix_web::test]
async fn who_mends_it_in_time_is_warned_of_the_next_day_instead() {
    for (instance, of) in with_demo() {
        lengthen(&instance, of);
        let now = instance.now();
        let tables = instance.app.office.tables.clone();
        write(&instance, |conn| tables.replan(conn, of, now));
        let mut gone = warnings(&instance, of, TURN).into_iter();
        assert!(gone.all(|(_, it)| it == OccasionState::Withdrawn));
        // Then Halden leaves a year later, as the twelfth member and the second municipality.
        let planned = warnings(&instance, of, HALDEN_LEAVES);
        assert_eq!(planned.len(), 3);
        assert!(planned.iter().all(|(_, it)| *it == OccasionState::Planned));
        write(&instance, |conn| {
            let leaving = appointment::table
                .filter(appointment::board_id.eq(of))
                .filter(appointment::valid_until.is_not_null());
            diesel::update(leaving)
                .set(appointment::valid_until.eq(None::<NaiveDate>))
                .execute(conn)?;
            tables.replan(conn, of, now)
        });
        let withdrawn = warnings(&instance, of, HALDEN_LEAVES);
        assert_eq!(withdrawn.len(), 3);
        for (slot, state) in withdrawn {
            assert_eq!(state, OccasionState::Withdrawn, "{slot}");
        }
    }
}

#[actix_web::test]
async fn what_was_mended_meanwhile_is_closed_quietly() {
    for (instance, of) in with_demo() {
        lengthen(&instance, of);
        instance.move_to("2027-07-01 08:00");
        instance.tick();
        assert!(made(&instance, of).is_empty());
        for (slot, state) in warnings(&instance, of, TURN) {
            let expected = if slot == "before-6-months" {
                OccasionState::Fulfilled
            } else {
                OccasionState::Planned
            };
            assert_eq!(state, expected, "{slot}");
        }
    }
}

#[actix_web::test]
async fn the_demo_has_what_the_mandate_says_as_rows() {
    for (instance, of) in with_demo() {
        let standing = mandate(&instance, of);
        let count = |kind: &str| standing.rules.iter().filter(|it| it.kind == kind).count();
        assert_eq!(count("named_organisation"), 4);
        assert_eq!(count("sizes_least"), 2);
        assert_eq!((count("largest_payers"), count("level_least")), (1, 1));
        let without_words = standing
            .rules
            .iter()
            .filter(|it| it.kind == "named_organisation" && it.words == Words::default());
        assert_eq!(without_words.count(), 0);
    }
}
