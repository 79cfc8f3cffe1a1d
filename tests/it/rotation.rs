//! Rotation, on both engines: when terms end, a proposal from its first line to the day it is carried out, what is refused on
//! the way, and the mail that follows.

use crate::support::{Answer, Browser, Instance, day, instances};
use crate::world::{CHAIR, MEMBER, NOW, OTHER_SECRETARY, SECRETARY, world};
use chrono::NaiveDate;
use diesel::prelude::*;
use styringsrad::boards::{Appointment, store as boards};
use styringsrad::cases::store as cases;
use styringsrad::composition::rotation::rules::{self, THANKS, WELCOME};
use styringsrad::composition::rotation::{Line, Rotation, State, store};
use styringsrad::composition::{Outcome, rules as verdicts, store as composition};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AppointmentId, BoardId, OrganisationId, RotationId, RowId, SeatId};
use styringsrad::db::schema::{
    appointment, audit_entry, board, message, occasion, organisation, representation, rotation,
    rotation_line, seat,
};
use styringsrad::demo;
use styringsrad::error::Result;

/// When the next rotating term of the demo ends, that of SSB.
const TURN: &str = "2027-01-01";
/// Who has never sat in the demo.
const FREDRIKSTAD: &str = "940039541";
const SSB: &str = "971526920";
/// What the address of who represents SSB ends with.
const OF_SSB: &str = "ssb.example";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// The demo on each engine, with its proposal in draft.
fn with_demo() -> Vec<(Instance, BoardId, RotationId)> {
    instances(NOW)
        .into_iter()
        .map(|instance| {
            assert!(demo::load(&instance.app).expect("the demo loads"));
            let (of, id) = read(&instance, |conn| {
                let of = board::table.filter(board::slug.eq("styringsradet"));
                let of: BoardId = of.select(board::id).first(conn)?;
                Ok((of, rotation::table.select(rotation::id).first(conn)?))
            });
            (instance, of, id)
        })
        .collect()
}

pub fn standing(instance: &Instance, id: RotationId) -> Rotation {
    read(instance, move |conn| store::rotation(conn, id))
}

fn terms(instance: &Instance, of: BoardId) -> Vec<Appointment> {
    read(instance, move |conn| boards::terms::appointments(conn, of))
}

fn numbered(instance: &Instance, number: &'static str) -> OrganisationId {
    read(instance, move |conn| {
        let of = organisation::table.filter(organisation::number.eq(number));
        Ok(of.select(organisation::id).first(conn)?)
    })
}

/// The line that has its organisation, and the one that waits.
fn lines(instance: &Instance, id: RotationId) -> (Line, Line) {
    let lines = standing(instance, id).lines;
    let [chosen, open] = &lines[..] else {
        panic!("{} lines", lines.len());
    };
    (chosen.clone(), open.clone())
}

/// Posts a form of a proposal with the version that it has now.
pub async fn post(
    browser: &mut Browser<'_>,
    instance: &Instance,
    id: RotationId,
    rest: &str,
    values: &[(&str, &str)],
) -> Answer {
    let version = standing(instance, id).version.to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(values);
    browser
        .post(&format!("/rotations/{id}/{rest}"), &fields)
        .await
}

async fn decide(browser: &mut Browser<'_>, instance: &Instance, id: RotationId) {
    let decision = [
        ("decision", "Digdir bestemte det i sak 9/26"),
        ("decided-on", "2026-11-20"),
    ];
    let answer = post(browser, instance, id, "decision", &decision).await;
    assert!(answer.goes_to().ends_with("said-rotation-decided"));
}

fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}-mistake\"")) && page.contains("ds-error-summary")
}

/// How many rows everything that a proposal could touch has.
fn counted(instance: &Instance) -> Vec<i64> {
    read(instance, |conn| {
        Ok(vec![
            rotation::table.count().get_result(conn)?,
            rotation_line::table.count().get_result(conn)?,
            appointment::table.count().get_result(conn)?,
            audit_entry::table.count().get_result(conn)?,
            occasion::table.count().get_result(conn)?,
        ])
    })
}

/// What the mandate's rules come to on a day, with those that count.
fn found(
    instance: &Instance,
    of: BoardId,
    (lines, on): (Vec<Line>, NaiveDate),
) -> Vec<(RowId, Outcome, Vec<OrganisationId>)> {
    read(instance, move |conn| {
        let board = boards::board(conn, of)?;
        let ground = store::ground(conn, board, &lines, (on, on))?;
        let with = rules::apply(&lines, &ground.facts);
        let found = verdicts::on(&with, on).verdicts;
        let told = found.into_iter();
        Ok(told
            .map(|it| (it.rule.id, it.outcome, it.evidence.fulfil))
            .collect())
    })
}

#[actix_web::test]
async fn everyone_on_the_board_sees_when_terms_end_and_the_secretariat_its_proposals() {
    for (instance, of, id) in with_demo() {
        let path = format!("/boards/{of}/rotation");
        for (address, makes) in [(SECRETARY, true), (MEMBER, false)] {
            let mut reader = instance.signed_in(address).await;
            let page = reader.get(&format!("{path}?lang=nb")).await.ok();
            for said in [
                "2. halvår 2026",
                "2. halvår 2027",
                "role=\"img\"",
                "aria-describedby=\"staggering-table\"",
                "id=\"staggering-table\"",
                "I 2027 går perioden ut for 3 av de 5 plassene",
            ] {
                assert!(page.contains(said), "{address}: {said}");
            }
            // Those who are left when others have gone are no crowd.
            assert!(!page.contains("I 2028 går"), "{address}");
            assert_eq!(page.contains("Rullering av medlemmer"), makes, "{address}");
            let status = reader.get(&format!("/rotations/{id}")).await.status;
            assert_eq!(status.as_u16(), if makes { 200 } else { 404 });
            let composition = format!("/boards/{of}/composition");
            assert!(reader.get(&composition).await.ok().contains(&path));
        }
    }
}

#[actix_web::test]
async fn the_chair_reads_proposals_until_they_are_dropped_and_changes_none() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut ingrid = instance.signed_in(CHAIR).await;
        let list = ingrid.get(&format!("/boards/{of}/rotation")).await.ok();
        assert!(list.contains("Rullering av medlemmer") && !list.contains("Nytt forslag"));
        let page = ingrid.get(&format!("/rotations/{id}")).await.ok();
        assert!(page.contains("Uten forslaget") && !page.contains(&format!("/rotations/{id}/")));
        ingrid.get(&format!("/rotations/{id}/edit")).await.is(404);
        let drop = [("act", "drop")];
        post(&mut kari, &instance, id, "state", &drop)
            .await
            .goes_to();
        ingrid.get(&format!("/rotations/{id}")).await.is(404);
        kari.get(&format!("/rotations/{id}")).await.ok();
    }
}

#[actix_web::test]
async fn a_proposal_begins_with_what_ends_and_is_held_against_each_rule() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let id = RotationId::new().to_string();
        let fields = [
            ("id", id.as_str()),
            ("title", "Januar"),
            ("from", "01.01.2028"),
            ("note", ""),
        ];
        let path = format!("/boards/{of}/rotation");
        let to = kari.post(&path, &fields).await.goes_to();
        let before = counted(&instance);
        assert_eq!(kari.post(&path, &fields).await.goes_to(), to, "sent twice");
        assert_eq!(counted(&instance), before, "and begun once");
        let page = kari.get(&to).await.ok();
        // SSB, a seat that is open, and the three whose terms end then.
        for said in [
            "Statistisk sentralbyrå",
            "Direktoratet for byggkvalitet",
            "Bergen kommune",
            "Reglene uten og med forslaget, 1. januar 2028",
            "Uten forslaget",
            "Meld forslaget som sak",
            "Plass 9 (rullerende medlem)",
            "Finn en virksomhet: Plass 9",
        ] {
            assert!(page.contains(said), "{said}");
        }
        let made: Rotation = read(&instance, move |conn| {
            let newest = store::of_board(conn, of)?.into_iter().next();
            Ok(newest.expect("it is made"))
        });
        assert_eq!((made.lines.len(), made.state), (5, State::Draft));
        let leave = made.lines.iter().filter(|it| it.leaves.is_some()).count();
        assert_eq!(leave, 4);
        assert!(
            made.lines
                .iter()
                .all(|it| it.period.until == Some(day("2031-01-01")))
        );
    }
}

#[actix_web::test]
async fn an_open_seat_has_suggestions_with_reasons_and_one_of_them_is_chosen() {
    for (instance, _, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (chosen, open) = lines(&instance, id);
        assert_eq!(chosen.organisation, Some(numbered(&instance, FREDRIKSTAD)));
        let page = kari
            .get(&format!("/rotations/{id}/lines/{}", open.id))
            .await
            .ok();
        assert!(page.contains("Plass 12: rullerende medlem"));
        assert!(page.contains("Hvem kan få plassen?"));
        assert!(page.contains("Satt i rådet for mindre enn ett år siden"));
        // Who sits then is not suggested, and neither is who gets the other seat.
        for sits in [
            "Velg Bergen kommune",
            "Velg Fredrikstad kommune",
            "Velg Digitaliseringsdirektoratet",
        ] {
            assert!(!page.contains(sits), "{sits}");
        }
        assert!(
            page.contains("Velg Statistisk sentralbyrå"),
            "it leaves the day before"
        );
        let ssb = numbered(&instance, SSB).to_string();
        let rest = format!("lines/{}/choice", open.id);
        let answer = post(&mut kari, &instance, id, &rest, &[("organisation", &ssb)]).await;
        let to = answer.goes_to();
        assert!(kari.get(&to).await.ok().contains("Virksomheten er valgt."));
        let (_, open) = lines(&instance, id);
        assert_eq!(open.organisation.map(|it| it.to_string()), Some(ssb));
        // The same organisation on two seats is refused.
        let twin = numbered(&instance, FREDRIKSTAD).to_string();
        let answer = post(&mut kari, &instance, id, &rest, &[("organisation", &twin)]).await;
        assert!(is_refused_at(&answer.is(422), "organisation"));
    }
}

#[actix_web::test]
async fn what_is_no_line_is_refused_at_its_field_and_nothing_is_saved() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (chosen, open) = lines(&instance, id);
        let foreign = SeatId::new();
        let elsewhere: SeatId = read(&instance, move |conn| {
            let other = seat::table.filter(seat::board_id.eq(of));
            let taken = other.filter(seat::kind.eq("permanent"));
            Ok(taken.select(seat::id).first(conn)?)
        });
        let right = [
            ("seat", open.seat.to_string()),
            ("leaves-last-day", String::new()),
            ("organisation", numbered(&instance, SSB).to_string()),
            ("from", TURN.to_owned()),
            ("last-day", "2029-12-31".to_owned()),
            ("name-by", "2026-12-15".to_owned()),
        ];
        let before = counted(&instance);
        for (field, value, at) in [
            ("last-day", "2026-12-31", "last-day"),
            ("last-day", "9999-12-31", "last-day"),
            ("from", "0000-01-01", "from"),
            ("from", "2026-12-31", "from"),
            ("from", "", "from"),
            (
                "organisation",
                "0192f0c4-0000-7000-8000-000000000000",
                "organisation",
            ),
            ("organisation", "\u{0}", "organisation"),
            ("seat", foreign.as_str(), "seat"),
            ("seat", chosen.seat.as_str(), "seat"),
            ("seat", elsewhere.as_str(), "from"),
            ("leaves-last-day", "2027-03-01", "leaves-last-day"),
            ("name-by", "2026-11-01", "name-by"),
        ] {
            let fields: Vec<(&str, &str)> = right
                .iter()
                .map(|(name, right)| {
                    (
                        *name,
                        if *name == field {
                            value
                        } else {
                            right.as_str()
                        },
                    )
                })
                .collect();
            let rest = format!("lines/{}", open.id);
            let page = post(&mut kari, &instance, id, &rest, &fields).await.is(422);
            assert!(is_refused_at(&page, at), "{field} = {value:?}");
        }
        assert_eq!(counted(&instance), before);
    }
}

#[actix_web::test]
async fn a_name_a_day_and_a_decision_are_asked_for_at_their_fields() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = counted(&instance);
        for fields in [
            vec![("title", ""), ("from", TURN)],
            vec![("title", "Ny"), ("from", "2026-11-01")],
            vec![("title", "Ny"), ("from", "9999-12-31")],
            vec![("title", "\u{202E}"), ("from", TURN)],
        ] {
            let path = format!("/boards/{of}/rotation");
            kari.post(&path, &fields).await.is(422);
            post(&mut kari, &instance, id, "edit", &fields)
                .await
                .is(422);
        }
        let future = [("decision", "Ja"), ("decided-on", "2027-05-01")];
        let page = post(&mut kari, &instance, id, "decision", &future)
            .await
            .is(422);
        assert!(is_refused_at(&page, "decided-on"));
        post(&mut kari, &instance, id, "state", &[("act", "x")])
            .await
            .is(422);
        assert_eq!(counted(&instance), before);
    }
}

#[actix_web::test]
async fn who_was_overtaken_keeps_what_was_typed() {
    for (instance, _, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (_, open) = lines(&instance, id);
        let stale = standing(&instance, id).version.to_string();
        let head = [("title", "Først"), ("from", TURN), ("note", "")];
        post(&mut kari, &instance, id, "edit", &head)
            .await
            .goes_to();
        let version = ("version", stale.as_str());
        let late = [version, ("title", "Sist"), ("from", TURN), ("note", "Husk")];
        let path = format!("/rotations/{id}/edit");
        let page = kari.post(&path, &late).await.is(409);
        assert!(page.contains("value=\"Sist\"") && page.contains("Først"));
        let line = format!("/rotations/{id}/lines/{}", open.id);
        kari.post(&line, &[version, ("act", "remove")])
            .await
            .is(409);
        let now = standing(&instance, id);
        assert_eq!((now.title.as_str(), now.lines.len()), ("Først", 2));
        // Taken out by another, what was typed becomes a new line.
        let rest = format!("lines/{}", open.id);
        post(&mut kari, &instance, id, &rest, &[("act", "remove")])
            .await
            .goes_to();
        let typed = [version, ("name-by", "2026-12-24"), ("from", TURN)];
        let page = kari.post(&line, &typed).await.is(409);
        assert!(page.contains("2026-12-24"));
    }
}

#[actix_web::test]
async fn the_boards_page_names_what_breaks_first_and_how_many_more_that_day() {
    for (instance, of, _) in with_demo() {
        let today = day("2026-11-22");
        let days = read(&instance, move |conn| {
            let board = boards::board(conn, of)?;
            let facts = composition::facts(conn, &board, today)?;
            let breaks = verdicts::breaks(&facts, today).into_iter();
            Ok(breaks.map(|it| it.on).collect::<Vec<_>>())
        });
        let first = days.iter().min().expect("something breaks");
        let that_day = days.iter().filter(|it| *it == first).count();
        let said = match that_day {
            1 => "om ingen gjør noe".to_owned(),
            2 => "og 1 regel til.".to_owned(),
            more => format!("og {} regler til.", more - 1),
        };
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/boards/{of}")).await.ok();
        assert!(page.contains(&said), "{said}");
    }
}

#[actix_web::test]
async fn a_proposal_becomes_one_case_whose_page_leads_back() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let unsaid = post(&mut kari, &instance, id, "case", &[]).await.is(422);
        assert!(is_refused_at(&unsaid, "subject"));
        let said = [("kind", "discussion"), ("subject", "plans")];
        post(&mut kari, &instance, id, "case", &said)
            .await
            .goes_to();
        let treated = standing(&instance, id);
        assert_eq!(treated.state, State::Treated);
        let case = treated.case.expect("it is a case");
        let made = read(&instance, move |conn| cases::case(conn, case));
        assert_eq!(
            (made.board, made.facts.title.as_str()),
            (of, "Rullering av medlemmer")
        );
        assert_eq!(made.facts.subject, "plans");
        for said in [
            "Fredrikstad kommune kommer inn 1. januar 2027",
            "Forslaget endrer ikke resultatet for noen regel.",
        ] {
            assert!(made.facts.description.contains(said), "{said}");
        }
        let page = kari.get(&format!("/cases/{case}")).await.ok();
        assert!(page.contains(&format!("/rotations/{id}")));
        let page = kari.get(&format!("/rotations/{id}")).await.ok();
        assert!(page.contains(&format!("/cases/{case}")) && page.contains("Meldt"));
        let again = post(&mut kari, &instance, id, "case", &said).await.is(422);
        assert!(again.contains("Forslaget er meldt som sak allerede."));
    }
}

#[actix_web::test]
async fn what_is_decided_stands_until_it_is_opened_again() {
    for (instance, _, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let early = post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .is(422);
        assert!(early.contains("kan ikke gjennomføres ennå"));
        decide(&mut kari, &instance, id).await;
        let (_, open) = lines(&instance, id);
        let ssb = numbered(&instance, SSB).to_string();
        let rest = format!("lines/{}/choice", open.id);
        let chosen = [("organisation", ssb.as_str())];
        post(&mut kari, &instance, id, &rest, &chosen).await.is(422);
        post(&mut kari, &instance, id, "state", &[("act", "reopen")])
            .await
            .goes_to();
        let open = standing(&instance, id);
        assert_eq!((open.state, open.decision.as_str()), (State::Draft, ""));
        post(&mut kari, &instance, id, &rest, &chosen)
            .await
            .goes_to();
        post(&mut kari, &instance, id, "state", &[("act", "drop")])
            .await
            .goes_to();
        assert_eq!(standing(&instance, id).state, State::Dropped);
    }
}

#[actix_web::test]
async fn what_is_carried_out_was_shown_before_and_gives_the_verdicts_that_were_promised() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        decide(&mut kari, &instance, id).await;
        let on = day(TURN);
        let promised = found(&instance, of, (standing(&instance, id).lines, on));
        assert_ne!(promised, found(&instance, of, (Vec::new(), on)));
        let before = terms(&instance, of).len();
        let page = kari.get(&format!("/rotations/{id}/carry-out")).await.ok();
        for said in [
            "Statistisk sentralbyrå går ut. Siste dag er 31. desember 2026.",
            "Fredrikstad kommune oppnevnes (1. januar 2027 – 31. desember 2029)",
            "til postmottaket hos Fredrikstad kommune: Pek ut representant",
            "til den som Fredrikstad kommune peker ut: Velkommen til",
            "Takk for innsatsen",
            "Sendes 17. desember 2026 til",
            "Nivå: Medlemmene skal normalt være på avdelingsdirektørnivå",
            "Innsynet følger periodene av seg selv",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert_eq!(
            terms(&instance, of).len(),
            before,
            "nothing is done by looking"
        );
        post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .goes_to();
        assert_eq!(found(&instance, of, (Vec::new(), on)), promised);
        let mut olav = instance.signed_in(MEMBER).await;
        let read = olav.get(&format!("/rotations/{id}")).await.ok();
        assert!(read.contains("Fredrikstad kommune") && !read.contains("/appointments/"));
        let after = standing(&instance, id);
        assert_eq!(after.state, State::CarriedOut);
        let made: Vec<AppointmentId> = after.lines.iter().filter_map(|it| it.made).collect();
        let term = terms(&instance, of)
            .into_iter()
            .find(|it| made.contains(&it.id));
        let term = term.expect("it is appointed");
        assert_eq!(made.len(), 1, "the other seat stays open");
        assert_eq!(term.organisation, Some(numbered(&instance, FREDRIKSTAD)));
        assert_eq!(term.decision, "Digdir bestemte det i sak 9/26");
        assert_eq!(term.name_by, after.lines[0].name_by);
        let again = post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .is(422);
        assert!(again.contains("Forslaget er gjennomført allerede."));
        assert_eq!(terms(&instance, of).len(), before + 1);
    }
}

#[actix_web::test]
async fn when_one_line_is_refused_nothing_is_carried_out_and_it_says_which() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (_, open) = lines(&instance, id);
        let ssb = numbered(&instance, SSB).to_string();
        let rest = format!("lines/{}/choice", open.id);
        let chosen = [("organisation", ssb.as_str())];
        post(&mut kari, &instance, id, &rest, &chosen)
            .await
            .goes_to();
        decide(&mut kari, &instance, id).await;
        // Somebody else gets the second seat meanwhile.
        let taken = numbered(&instance, "991825827");
        write(&instance, |conn| {
            diesel::insert_into(appointment::table)
                .values((
                    appointment::id.eq(AppointmentId::new()),
                    appointment::board_id.eq(of),
                    appointment::seat_id.eq(open.seat),
                    appointment::organisation_id.eq(taken),
                    appointment::role.eq(styringsrad::web::access::Role::Member),
                    appointment::valid_from.eq(day("2026-12-01")),
                    appointment::decision.eq(""),
                ))
                .execute(conn)?;
            Ok(())
        });
        let before = counted(&instance);
        let page = post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .is(422);
        assert!(page.contains("Ingenting er gjennomført. Plass 12 stopper: Plassen er opptatt"));
        assert_eq!(counted(&instance), before);
        assert_eq!(standing(&instance, id).state, State::Decided);
        assert!(lines(&instance, id).0.made.is_none());
        // It is told on its page, does not count, and is in the way of the decision too.
        post(&mut kari, &instance, id, "state", &[("act", "reopen")])
            .await
            .goes_to();
        let page = kari.get(&format!("/rotations/{id}")).await.ok();
        for said in [
            "Noe står i veien for forslaget",
            "Én plass er ikke regnet med",
            "Rett: Plass 12",
        ] {
            assert!(page.contains(said), "{said}");
        }
        let decision = [("decision", "Ja"), ("decided-on", "2026-11-20")];
        let page = post(&mut kari, &instance, id, "decision", &decision)
            .await
            .is(422);
        assert!(page.contains("Ingenting er lagret. Plass 12 stopper: Plassen er opptatt"));
    }
}

/// The mail that was made of a kind: address and body.
fn mails(instance: &Instance, of: BoardId, kind: &'static str) -> Vec<(String, String)> {
    read(instance, move |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::board_id.eq(of))
            .filter(occasion::kind.eq(kind))
            .order(message::address.asc())
            .select((message::address, message::body))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn who_is_asked_who_leaves_and_who_begins_get_one_mail_each_on_their_day() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        decide(&mut kari, &instance, id).await;
        post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .goes_to();
        instance.tick();
        let asked = mails(&instance, of, "naming");
        let fredrikstad = asked.iter().filter(|(to, _)| to.contains("fredrikstad"));
        assert_eq!(fredrikstad.count(), 1, "{asked:?}");
        assert!(mails(&instance, of, THANKS).is_empty());
        let made = standing(&instance, id).lines[0].made.expect("it is made");
        let desk = kari.get("/desk").await.ok();
        assert!(
            desk.contains(&format!("/appointments/{made}")),
            "who is asked is waited for"
        );
        // Somebody is named to begin with the term.
        let outsider = read(&instance, |conn| {
            use styringsrad::db::schema::person;
            let of = person::table.filter(person::address.like("%fredrikstad%"));
            Ok(of
                .select((person::id, person::address.assume_not_null()))
                .first::<(styringsrad::db::ids::PersonId, String)>(conn)?)
        });
        let (now, tables) = (instance.now(), instance.app.office.tables.clone());
        write(&instance, |conn| {
            diesel::insert_into(representation::table)
                .values((
                    representation::id.eq(RowId::new()),
                    representation::appointment_id.eq(made),
                    representation::person_id.eq(outsider.0),
                    representation::valid_from.eq(day(TURN)),
                ))
                .execute(conn)?;
            tables.replan(conn, of, now)?;
            tables.replan(conn, of, now)
        });
        instance.tick();
        assert!(
            mails(&instance, of, WELCOME).is_empty(),
            "the term has not begun"
        );
        instance.move_to("2026-12-16 10:00");
        instance.tick();
        assert!(mails(&instance, of, THANKS).is_empty());
        instance.move_to("2026-12-17 10:00");
        instance.tick();
        let thanked = mails(&instance, of, THANKS);
        assert_eq!(thanked.len(), 1, "{thanked:?}");
        assert!(thanked[0].0.ends_with(OF_SSB), "{thanked:?}");
        assert!(thanked[0].1.contains("31. desember 2026") && thanked[0].1.contains("mailto:"));
        instance.move_to("2027-01-01 10:00");
        instance.tick();
        instance.tick();
        let welcomed = mails(&instance, of, WELCOME);
        assert_eq!(welcomed.len(), 1, "{welcomed:?}");
        assert_eq!(welcomed[0].0, outsider.1);
        assert!(welcomed[0].1.contains("Fredrikstad kommune"));
        assert_eq!(mails(&instance, of, THANKS).len(), 1);
    }
}

#[actix_web::test]
async fn who_goes_on_is_not_thanked() {
    for (instance, of, id) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let (_, open) = lines(&instance, id);
        let ssb = numbered(&instance, SSB).to_string();
        let rest = format!("lines/{}/choice", open.id);
        let chosen = [("organisation", ssb.as_str())];
        post(&mut kari, &instance, id, &rest, &chosen)
            .await
            .goes_to();
        decide(&mut kari, &instance, id).await;
        let page = kari.get(&format!("/rotations/{id}/carry-out")).await.ok();
        assert!(!page.contains("Takk for innsatsen"));
        assert!(page.contains("31. desember 2029, på nytt"));
        post(&mut kari, &instance, id, "carry-out", &[])
            .await
            .goes_to();
        instance.move_to("2026-12-31 10:00");
        instance.tick();
        assert!(mails(&instance, of, THANKS).is_empty());
    }
}

#[actix_web::test]
async fn another_boards_secretary_knows_of_no_proposal() {
    let world = world();
    let mut berit = world.instance.signed_in(OTHER_SECRETARY).await;
    let id = world.a.rotation;
    for rest in ["", "/edit", "/lines", "/decision", "/carry-out"] {
        berit.get(&format!("/rotations/{id}{rest}")).await.is(404);
    }
    // A line of another board's proposal is none of one's own either.
    let own = format!("/rotations/{}/lines/{}", world.b.rotation, world.a.line);
    berit.get(&own).await.is(404);
}
