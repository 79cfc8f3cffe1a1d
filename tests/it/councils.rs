//! Councils below a board, on both engines: how one is made and ends, cases that go down to it and come up with its advice.
//!
//! And the reports that it owes, and where its mandate says something else than the board's.

use crate::support::{Browser, Instance, day, instances, moment};
use crate::world::{
    CHAIR, MEMBER, NOW, OBSERVER, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER, world,
};
use diesel::prelude::*;
use styringsrad::boards::store as boards;
use styringsrad::cases::store as cases;
use styringsrad::cases::store::{assess, clearance};
use styringsrad::councils::rules::mail_kind;
use styringsrad::councils::{Delegation, Origin, State, store};
use styringsrad::db::Conn;
use styringsrad::db::ids::{AppointmentId, BoardId, CaseId, MandateId, PersonId, RowId};
use styringsrad::db::schema::{
    appointment, board, board_case, council, council_report, delegation, legal_basis, mandate_rule,
    mandate_version, meeting, message, occasion, person, recusal, reminder_rule, representation,
};
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;
use styringsrad::web::access::{Assessment, Audience};

/// A member of the board and of the council.
const TERJE: &str = "terje.brattvik@brreg.example";
/// The board's cases: one that the council is asked about, one that it is not, and one whose content is exempt.
pub const OPEN: &str = "Utfasing av den eldste meldingstjenesten";
const FRAMES: &str = "Ny finansieringsmodell for fellesløsningene";
const EXEMPT: &str = "Avtale om skydrift: ramme for forhandlingene";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// The demo on each engine, with its board and the council below it.
fn with_demo() -> Vec<(Instance, BoardId, BoardId)> {
    instances(NOW)
        .into_iter()
        .map(|instance| {
            assert!(demo::load(&instance.app).expect("the demo loads"));
            let (top, below) = read(&instance, |conn| {
                let of = board::table.filter(board::slug.eq("styringsradet"));
                let top: BoardId = of.select(board::id).first(conn)?;
                let below = board::table.filter(board::parent_id.eq(top));
                Ok((top, below.select(board::id).first(conn)?))
            });
            (instance, top, below)
        })
        .collect()
}

pub fn case_titled(instance: &Instance, title: &'static str) -> CaseId {
    read(instance, move |conn| {
        let of = board_case::table.filter(board_case::title.eq(title));
        Ok(of.select(board_case::id).first(conn)?)
    })
}

pub fn asked_about(instance: &Instance, case: CaseId) -> Vec<Delegation> {
    read(instance, move |conn| store::of_case(conn, case))
}

fn count_of_councils(instance: &Instance) -> i64 {
    read(instance, |conn| {
        let below = board::table.filter(board::parent_id.is_not_null());
        Ok(below.count().get_result(conn)?)
    })
}

/// Whether a mistake stands at a field.
fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}-mistake\"")) && page.contains("ds-error-summary")
}

#[actix_web::test]
async fn everyone_on_the_board_sees_its_councils_and_what_they_owe() {
    for (instance, top, below) in with_demo() {
        for address in [SECRETARY, CHAIR, MEMBER, OBSERVER] {
            let mut reader = instance.signed_in(address).await;
            let page = format!("/boards/{top}/councils?lang=nb");
            let page = reader.get(&page).await.ok();
            for said in [
                "Produktrådet for tillitstjenester",
                "Fast",
                "versjon 1.1",
                "Status for arbeidet med strategiene",
                "Forsinket",
            ] {
                assert!(page.contains(said), "{address}: {said}");
            }
            assert_eq!(page.contains("/councils/new"), address == SECRETARY);
            // An observer reads no cases here, so none is counted or told of.
            assert_eq!(page.contains(OPEN), address != OBSERVER, "{address}");
            let one = format!("/boards/{top}/councils/{below}");
            let page = reader.get(&one).await.ok();
            assert!(page.contains("14. november 2022"));
            assert_eq!(page.contains("dissolved-from"), address == SECRETARY);
        }
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje.get(&format!("/boards/{below}")).await.ok();
        assert!(page.contains("Produktrådet rapporterer til Styringsrådet. Det har én åpen sak"));
    }
}

#[actix_web::test]
async fn a_board_makes_a_council_that_begins_as_the_board_is() {
    for (instance, top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/boards/{top}/councils/new");
        let form = kari.get(&path).await.ok();
        assert!(!form.contains("value=\"styringsradet@digdir.example\""));
        assert!(form.contains("name=\"id\"") && form.contains("E-postadressen til produktrådet"));
        let right = [
            ("id", "0192f0c4-0000-7000-8000-00000000c001"),
            ("name-nb", "Produktrådet for meldinger"),
            ("mailbox", "meldinger@digdir.example"),
            ("decision", "Styringsrådet 4. november 2026, sak 31/26"),
            ("from", "2027-01-01"),
            ("last-day", "2028-12-31"),
        ];
        let long = "9".repeat(3000);
        for (name, value, field) in [
            ("last-day", "2026-12-31", "last-day"),
            ("last-day", "9999-12-31", "last-day"),
            ("from", "0000-01-01", "from"),
            ("name-nb", "", "name-nb"),
            ("decision", "", "decision"),
            ("decision", "\0", "decision"),
            ("decision", long.as_str(), "decision"),
            ("mailbox", "ingen", "mailbox"),
        ] {
            let mut wrong = right;
            for pair in &mut wrong {
                if pair.0 == name {
                    pair.1 = value;
                }
            }
            let page = kari.post(&path, &wrong).await.is(422);
            assert!(is_refused_at(&page, field), "{name} = {value}");
            assert!(name == "name-nb" || page.contains("Produktrådet for meldinger"));
        }
        let mut foreign = right.to_vec();
        foreign.push(("case", "0192f0c4-0000-7000-8000-000000000000"));
        assert!(is_refused_at(
            &kari.post(&path, &foreign).await.is(422),
            "case"
        ));
        assert_eq!(count_of_councils(&instance), 1, "nothing is saved");
        let lands = kari.post(&path, &right).await.goes_to();
        assert!(lands.contains("said-council-made"), "{lands}");
        assert_eq!(
            kari.post(&path, &right).await.goes_to(),
            lands,
            "sent twice"
        );
        assert_eq!(count_of_councils(&instance), 2, "and made once");
        // Another board's id is nobody's to take.
        let mut taken = right;
        let other = top.to_string();
        taken[0].1 = other.as_str();
        kari.post(&path, &taken).await.is(404);
        let page = kari.get(&lands).await.ok();
        for said in [
            "Begynner 1. januar 2027",
            "Mangler godkjent mandat",
            "sak 31/26",
        ] {
            assert!(page.contains(said), "{said}");
        }
        read(&instance, move |conn| {
            let of = board::table.filter(board::parent_id.eq(top));
            let new: BoardId = of
                .filter(board::id.ne(below))
                .select(board::id)
                .first(conn)?;
            let made = boards::board(conn, new)?;
            assert!(made.mail_on_from.is_none() && made.parent_secretariat);
            let rules = |of: BoardId| reminder_rule::table.filter(reminder_rule::board_id.eq(of));
            let both: [i64; 2] = [
                rules(top).count().get_result(conn)?,
                rules(new).count().get_result(conn)?,
            ];
            assert_eq!(both[0], both[1], "it reminds as the board does");
            Ok(())
        });
        // It can be asked already, and who asks is told what it lacks.
        let case = case_titled(&instance, FRAMES);
        let page = kari
            .get(&format!("/cases/{case}/councils?lang=nb"))
            .await
            .ok();
        for said in [
            "Produktrådet for meldinger – mangler godkjent mandat",
            "E-posten er slått av der: Produktrådet for meldinger",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(!page.contains("Produktrådet for tillitstjenester – mangler"));
    }
}

#[actix_web::test]
async fn what_decided_a_council_is_not_overwritten_unseen() {
    for (instance, top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/boards/{top}/councils/{below}");
        let fields = |version, decision| {
            [
                ("version", version),
                ("decision", decision),
                ("from", "2022-11-14"),
                ("last-day", "2027-06-30"),
            ]
        };
        kari.post(&path, &fields("1", "Forlenget")).await.goes_to();
        let page = kari.post(&path, &fields("1", "Avkortet")).await.is(409);
        assert!(page.contains("Avkortet") && page.contains("Kari"), "{page}");
        kari.post(&path, &fields("2", "Avkortet")).await.goes_to();
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Til 30. juni 2027") && page.contains("Avkortet"));
        // Its mandate has no end, and the council has.
        assert!(page.contains("Mandatene sier ikke det samme"));
        // When the period has passed it is flagged.
        instance.move_to("2027-07-02 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/boards/{top}/councils")).await.ok();
        assert!(page.contains("Perioden gikk ut 30. juni 2027"));
    }
}

/// A question as its form sends it.
fn question<'a>(council: &'a str, due: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("council", council),
        ("question", "Hvem taper på modellen?"),
        ("due-on", due),
    ]
}

async fn ask(
    instance: &Instance,
    kari: &mut Browser<'_>,
    case: CaseId,
    council: BoardId,
) -> Delegation {
    let council = council.to_string();
    let path = format!("/cases/{case}/councils");
    let asked = question(&council, "2026-12-07");
    let lands = kari.post(&path, &asked).await.goes_to();
    assert!(lands.contains("said-delegation-asked"), "{lands}");
    asked_about(instance, case).remove(0)
}

#[actix_web::test]
async fn a_case_goes_down_to_a_council_and_its_advice_comes_back_to_the_members() {
    for (instance, _top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = case_titled(&instance, FRAMES);
        let asked = ask(&instance, &mut kari, case, below).await;
        assert_eq!((asked.origin, asked.state), (Origin::Board, State::Asked));
        let own = asked.council_case;
        assert_eq!(asked.council, below);
        // Nobody answers what the council has not accepted.
        let advice = format!("/cases/{own}/advice");
        let page = kari.get(&advice).await.ok();
        assert!(page.contains("Godta den først") && !page.contains("name=\"advice\""));
        let early = [("version", "1"), ("advice", "For tidlig.")];
        let page = kari.post(&advice, &early).await.is(422);
        assert!(page.contains("Godta den først") && page.contains("For tidlig."));
        let page = kari.get(&format!("/cases/{own}")).await.ok();
        assert!(page.contains("Godta saken før dere svarer") && !page.contains("/advice\""));
        // The council takes it up as a case of its own, which the board's other members do not read.
        let steps = [("act", "accept"), ("version", "1")];
        kari.post(&format!("/cases/{own}/steps"), &steps)
            .await
            .goes_to();
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje.get(&format!("/cases/{own}")).await.ok();
        assert!(page.contains("Hvem taper på modellen?") && page.contains("Saken i rådet"));
        assert!(page.contains("Spørsmål fra rådet over") && !page.contains("Råd fra produktråd"));
        assert!(page.contains(&format!("href=\"/cases/{case}\"")));
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&format!("/cases/{own}")).await.is(404);
        let page = olav.get(&format!("/cases/{case}?lang=nb")).await.ok();
        assert!(page.contains("Venter på svar") && page.contains("ba produktrådet om råd"));
        assert!(!page.contains(&format!("/cases/{own}")) && !page.contains("/advice\""));
        // The secretariat of the council answers.
        let form = kari.get(&advice).await.ok();
        assert!(form.contains("Hvem taper på modellen?"));
        let nothing = [("version", "1"), ("advice", " ")];
        assert!(is_refused_at(
            &kari.post(&advice, &nothing).await.is(422),
            "advice"
        ));
        let given = [
            ("version", "1"),
            ("advice", "Ingen, om **fordelingen** er gradvis."),
        ];
        kari.post(&advice, &given).await.goes_to();
        // Answered is answered.
        let again = kari.post(&advice, &given).await.is(409);
        assert!(again.contains("gradvis"), "what was typed stands");
        let page = kari.get(&advice).await.ok();
        assert!(page.contains("ikke mer å svare på") && !page.contains("name=\"advice\""));
        let said = "<strong>fordelingen</strong>";
        let page = olav.get(&format!("/cases/{case}?lang=nb")).await.ok();
        assert!(page.contains(said) && page.contains("sendte svaret fra produktrådet"));
        let room: String = read(&instance, move |conn| {
            let meeting = cases::case(conn, case)?.meeting;
            Ok(format!(
                "/meetings/{}/papers?lang=nb",
                meeting.expect("it is on an agenda")
            ))
        });
        let page = olav.get(&room).await.ok();
        assert!(page.contains("Råd fra Produktrådet for tillitstjenester"));
        assert!(page.contains(said));
        // An observer reads neither the case nor the advice.
        let mut siv = instance.signed_in(OBSERVER).await;
        assert!(!siv.get(&room).await.body.contains(said));
    }
}

#[actix_web::test]
async fn a_question_that_cannot_be_is_refused_at_its_field() {
    for (instance, _top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = case_titled(&instance, FRAMES);
        let path = format!("/cases/{case}/councils");
        let (council, other) = (below.to_string(), BoardId::new().to_string());
        let (meeting, first) = read(&instance, move |conn| {
            let meeting = cases::case(conn, case)?
                .meeting
                .expect("it is on an agenda");
            let first: chrono::NaiveDate = meeting::table
                .find(meeting)
                .select(meeting::first_day)
                .first(conn)?;
            Ok((meeting.to_string(), first))
        });
        let after = first.succ_opt().expect("a day").to_string();
        let before = read(&instance, |conn| {
            Ok(board_case::table.count().get_result::<i64>(conn)?)
        });
        for (council, due, field) in [
            (council.as_str(), "2026-11-21", "due-on"),
            (council.as_str(), after.as_str(), "due-on"),
            (council.as_str(), "0000-01-01", "due-on"),
            (council.as_str(), "", "due-on"),
            (other.as_str(), "2026-12-07", "council"),
            ("\0", "2026-12-07", "council"),
        ] {
            let mut fields = question(council, due);
            fields.push(("meeting", meeting.as_str()));
            let page = kari.post(&path, &fields).await.is(422);
            assert!(is_refused_at(&page, field), "{council} {due}");
            assert!(page.contains("Hvem taper på modellen?"));
        }
        let long = "å".repeat(5_000);
        for text in ["", "178981 90021", long.as_str()] {
            let mut fields = question(&council, "2026-12-07");
            fields[1] = ("question", text);
            let page = kari.post(&path, &fields).await.is(422);
            assert!(is_refused_at(&page, "question"));
        }
        let now = read(&instance, |conn| {
            Ok(board_case::table.count().get_result::<i64>(conn)?)
        });
        assert_eq!((before, asked_about(&instance, case).len()), (now, 0));
        // Once at a time; when it is withdrawn, it can be asked again.
        let asked = ask(&instance, &mut kari, case, below).await;
        let twice = question(&council, "2026-12-07");
        assert!(is_refused_at(
            &kari.post(&path, &twice).await.is(422),
            "council"
        ));
        let id = asked.id.to_string();
        for (version, status) in [("7", 409), ("1", 303), ("1", 409)] {
            let back = [
                ("act", "withdraw"),
                ("delegation", id.as_str()),
                ("version", version),
            ];
            let answer = kari.post(&path, &back).await;
            assert_eq!(answer.status.as_u16(), status, "version {version}");
        }
        let own = asked.council_case;
        let advice = [("version", "1"), ("advice", "For sent.")];
        let page = kari
            .post(&format!("/cases/{own}/advice"), &advice)
            .await
            .is(409);
        assert!(page.contains("For sent."));
        kari.post(&path, &twice).await.goes_to();
        assert_eq!(asked_about(&instance, case).len(), 2);
    }
}

#[actix_web::test]
async fn what_is_exempt_goes_down_only_when_somebody_has_assessed_it() {
    for (instance, _top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = case_titled(&instance, EXEMPT);
        write(&instance, move |conn| {
            let terje: PersonId = person::table
                .filter(person::address.eq(TERJE))
                .select(person::id)
                .first(conn)?;
            diesel::insert_into(recusal::table)
                .values((
                    recusal::id.eq(RowId::new()),
                    recusal::case_id.eq(case),
                    recusal::person_id.eq(terje),
                    recusal::reason.eq(""),
                    recusal::declared_by.eq(terje),
                    recusal::declared_at.eq(moment(NOW)),
                ))
                .execute(conn)?;
            Ok(())
        });
        let path = format!("/cases/{case}/councils");
        let council = below.to_string();
        let mut fields = question(&council, "2026-12-07");
        let page = kari.post(&path, &fields).await.is(422);
        assert!(is_refused_at(&page, "may-know") && page.contains("unntatt offentlighet"));
        fields.push(("may-know", "yes"));
        kari.post(&path, &fields).await.goes_to();
        let own = asked_about(&instance, case)[0].council_case;
        let made = read(&instance, move |conn| cases::case(conn, own));
        assert_eq!(made.access.assessment, Assessment::Exempt);
        assert_eq!(made.facts.title, "Avtale om skydrift");
        // Whoever is closed out of the one is closed out of the other.
        kari.post(
            &format!("/cases/{own}/steps"),
            &[("act", "accept"), ("version", "2")],
        )
        .await
        .goes_to();
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje.get(&format!("/cases/{own}")).await.body;
        assert!(!page.contains("Hvem taper"), "the case is closed to him");
        // No mail says what it is about.
        instance.tick();
        kari.post(
            &format!("/cases/{own}/advice"),
            &[("version", "1"), ("advice", "Vent til våren.")],
        )
        .await
        .goes_to();
        instance.move_to("2026-12-10 09:30");
        instance.tick();
        let mails: Vec<(String, String)> = read(&instance, |conn| {
            let all = message::table.select((message::subject, message::body));
            Ok(all.load(conn)?)
        });
        assert!(!mails.is_empty());
        for (subject, body) in mails {
            for secret in ["ramme for forhandlingene", "Hvem taper", "Vent til våren"] {
                let is_told = subject.contains(secret) || body.contains(secret);
                assert!(!is_told, "{subject}: {body}");
            }
        }
    }
}

/// The member of both leaves the board, so that what they read is what the council does.
fn leave_the_board(instance: &Instance, top: BoardId) {
    write(instance, move |conn| {
        let terje: PersonId = person::table
            .filter(person::address.eq(TERJE))
            .select(person::id)
            .first(conn)?;
        let on_it: Vec<AppointmentId> = appointment::table
            .filter(appointment::board_id.eq(top))
            .select(appointment::id)
            .load(conn)?;
        let his = representation::table.filter(representation::person_id.eq(terje));
        diesel::update(his.filter(representation::appointment_id.eq_any(on_it)))
            .set(representation::valid_until.eq(day("2026-11-01")))
            .execute(conn)?;
        Ok(())
    });
}

/// A case as it stands, with the provision that it is exempt by.
fn stands(instance: &Instance, case: CaseId) -> (styringsrad::cases::Case, Option<RowId>) {
    read(instance, move |conn| {
        let found = assess::assessed(conn, case.cast())?;
        let basis = found.and_then(|(found, _, _)| found.basis);
        Ok((cases::case(conn, case)?, basis))
    })
}

#[actix_web::test]
async fn what_becomes_exempt_after_a_council_was_asked_is_exempt_there_at_once() {
    for (instance, top, below) in with_demo() {
        leave_the_board(&instance, top);
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = case_titled(&instance, FRAMES);
        let own = ask(&instance, &mut kari, case, below).await.council_case;
        let steps = [("act", "accept"), ("version", "1")];
        kari.post(&format!("/cases/{own}/steps"), &steps)
            .await
            .goes_to();
        let mut terje = instance.signed_in(TERJE).await;
        let pages = [
            format!("/cases/{own}"),
            format!("/cases/{own}/input"),
            format!("/boards/{below}/cases"),
        ];
        for page in &pages {
            assert!(terje.get(page).await.ok().contains(FRAMES), "{page}");
        }
        // The board finds that the case is exempt, and its title too.
        let bases: Vec<RowId> = read(&instance, |conn| {
            let all = legal_basis::table.order(legal_basis::position.asc());
            Ok(all.select(legal_basis::id).load(conn)?)
        });
        let by = [bases[0].to_string(), bases[1].to_string()];
        let exempt = |version: i64, basis: usize| {
            vec![
                ("version", version.to_string()),
                ("audience", "members".to_owned()),
                ("assessment", "exempt".to_owned()),
                ("basis", by[basis].clone()),
                ("scope", "title".to_owned()),
                ("extended-access", "yes".to_owned()),
            ]
        };
        let path = format!("/cases/{case}/assessment");
        send(
            &mut kari,
            &path,
            &exempt(stands(&instance, case).0.version, 0),
        )
        .await;
        for page in &pages {
            assert!(!terje.get(page).await.body.contains(FRAMES), "{page}");
        }
        terje.get(&pages[0]).await.is(404);
        let (there, basis) = stands(&instance, own);
        assert!(there.access.is_exempt() && there.access.title_exempt);
        assert_eq!(there.access.audience, Audience::Secretariat);
        assert_eq!(basis, Some(bases[0]));
        assert!(!there.facts.public_title.contains("finansieringsmodell"));
        let page = kari.get(&pages[0]).await.ok();
        assert!(page.contains("bare sekretariatet kan lese den"));
        // The board's members read it as before; another provision follows too.
        assert_eq!(stands(&instance, case).0.access.audience, Audience::Members);
        send(
            &mut kari,
            &path,
            &exempt(stands(&instance, case).0.version, 1),
        )
        .await;
        assert_eq!(stands(&instance, own).1, Some(bases[1]));
        // When the council's secretariat shows it again, the title is not in it.
        let path = format!("/cases/{own}/assessment");
        send(
            &mut kari,
            &path,
            &exempt(stands(&instance, own).0.version, 1),
        )
        .await;
        for page in &pages {
            assert!(!terje.get(page).await.ok().contains(FRAMES), "{page}");
        }
        // It opens nothing that the board has exempted.
        let version = stands(&instance, own).0.version.to_string();
        let opened = [
            ("version", version.as_str()),
            ("audience", "members"),
            ("assessment", "open"),
        ];
        let page = kari.post(&path, &opened).await.is(422);
        assert!(page.contains("Rådet over har unntatt den samme saken"));
        assert!(stands(&instance, own).0.access.title_exempt);
        // What the board opens is opened there by nobody but the council's secretariat.
        let open = [
            ("version", stands(&instance, case).0.version.to_string()),
            ("audience", "public".to_owned()),
            ("assessment", "open".to_owned()),
        ];
        send(&mut kari, &format!("/cases/{case}/assessment"), &open).await;
        let (there, _) = stands(&instance, own);
        assert!(there.access.title_exempt && there.access.audience == Audience::Members);
        // And upwards: what the council finds exempt is exempt in the board.
        send(&mut kari, &path, &exempt(there.version, 0)).await;
        let (above, basis) = stands(&instance, case);
        assert!(above.access.is_exempt() && above.access.audience == Audience::Secretariat);
        assert_eq!(
            (basis, above.facts.title.as_str()),
            (Some(bases[0]), FRAMES)
        );
    }
}

async fn send(who: &mut Browser<'_>, path: &str, fields: &[(&str, String)]) {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    who.post(path, &fields).await.goes_to();
}

#[actix_web::test]
async fn a_conflict_of_interest_is_one_in_both_cases_whichever_it_is_told_of() {
    for (instance, _top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let case = case_titled(&instance, FRAMES);
        let own = ask(&instance, &mut kari, case, below).await.council_case;
        let steps = [("act", "accept"), ("version", "1")];
        kari.post(&format!("/cases/{own}/steps"), &steps)
            .await
            .goes_to();
        let terje: PersonId = read(&instance, |conn| {
            let of = person::table.filter(person::address.eq(TERJE));
            Ok(of.select(person::id).first(conn)?)
        });
        let closed = || {
            read(&instance, move |conn| {
                let closed = |it: CaseId| clearance::is_closed(conn, it, terje);
                let all: Vec<bool> = [case, own].into_iter().map(closed).collect::<Result<_>>()?;
                Ok(all)
            })
        };
        let who = terje.to_string();
        let told = |act| [("act", act), ("person", who.as_str())];
        // Told of the board's case by its secretariat, ended on the council's.
        let steps = [
            (case, "declare", true),
            (own, "withdraw", false),
            (own, "declare", true),
            (case, "withdraw", false),
        ];
        for (of, act, is_closed) in steps {
            let path = format!("/cases/{of}/recusals");
            kari.post(&path, &told(act)).await.goes_to();
            assert_eq!(closed(), [is_closed, is_closed], "{act}");
        }
        // What he tells himself he ends himself; what the secretariat has told of, he does not end from the other case.
        let mut him = instance.signed_in(TERJE).await;
        him.post(&format!("/cases/{own}/recusal"), &[("act", "declare")])
            .await
            .goes_to();
        assert_eq!(closed(), [true, true]);
        let page = him.get(&format!("/cases/{case}")).await.body;
        assert!(!page.contains("Hvem taper"));
        him.post(&format!("/cases/{own}/recusal"), &[("act", "withdraw")])
            .await
            .goes_to();
        assert_eq!(closed(), [false, false]);
        kari.post(&format!("/cases/{case}/recusals"), &told("declare"))
            .await
            .goes_to();
        let answer = him
            .post(&format!("/cases/{own}/recusal"), &[("act", "withdraw")])
            .await;
        assert_ne!(answer.status.as_u16(), 303);
        assert_eq!(closed(), [true, true]);
    }
}

/// What the ledger has of a question or a council: slot and state, in order of what is due.
fn planned(instance: &Instance, of: &str, kind: &'static str) -> Vec<(String, OccasionState)> {
    let of = of.to_owned();
    read(instance, move |conn| {
        Ok(occasion::table
            .filter(occasion::object_id.eq(&of))
            .filter(occasion::kind.eq(kind))
            .order(occasion::due.asc())
            .select((occasion::slot, occasion::state))
            .load(conn)?)
    })
}

/// Whom a kind of mail was made to, each with its subject.
fn made(instance: &Instance, kind: &'static str) -> Vec<(String, String)> {
    read(instance, move |conn| {
        Ok(message::table
            .inner_join(occasion::table)
            .filter(occasion::kind.eq(kind))
            .order((message::created_at.asc(), message::address.asc()))
            .select((message::address, message::subject))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn a_council_is_reminded_before_its_day_and_after_it_until_it_answers() {
    for (instance, _top, _below) in with_demo() {
        let case = case_titled(&instance, OPEN);
        let asked = asked_about(&instance, case).remove(0);
        let due = asked.due_on.expect("a board's question has a day");
        assert_eq!(due, day("2027-01-21"));
        let slots = planned(&instance, asked.id.as_str(), mail_kind::ADVICE_DUE);
        let names: Vec<&str> = slots.iter().map(|(slot, _)| slot.as_str()).collect();
        assert_eq!(names, ["before-7-days", "overdue-1"]);
        instance.move_to("2027-01-14 09:00");
        instance.tick();
        let before = made(&instance, mail_kind::ADVICE_DUE);
        assert!(!before.is_empty() && before.iter().any(|(to, _)| to == SECRETARY));
        let (_, subject) = &before[0];
        assert!(subject.contains("21. januar"), "{subject}");
        assert!(!subject.contains("meldingstjenesten"));
        instance.move_to("2027-01-26 09:00");
        instance.tick();
        let late = made(&instance, mail_kind::ADVICE_DUE).len();
        assert!(late > before.len(), "it is late");
        let mut kari = instance.signed_in(SECRETARY).await;
        let given = [("version", "1"), ("advice", "Innen ett år.")];
        kari.post(&format!("/cases/{}/advice", asked.council_case), &given)
            .await
            .goes_to();
        instance.tick();
        let told = made(&instance, mail_kind::ADVICE_GIVEN);
        assert!(told.iter().any(|(to, _)| to == SECRETARY), "{told:?}");
        assert!(
            told.iter()
                .all(|(_, subject)| !subject.contains("meldingstjenesten"))
        );
        let left = planned(&instance, asked.id.as_str(), mail_kind::ADVICE_DUE);
        assert!(
            left.iter()
                .all(|(_, state)| *state != OccasionState::Planned),
            "{left:?}"
        );
        instance.move_to("2027-03-01 09:00");
        instance.tick();
        assert_eq!(made(&instance, mail_kind::ADVICE_DUE).len(), late);
    }
}

#[actix_web::test]
async fn a_council_sends_a_case_of_its_own_up_with_its_advice() {
    for (instance, top, _below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let own = case_titled(
            &instance,
            "Erfaringer med innlogging for dem som ikke har BankID",
        );
        let page = kari.get(&format!("/cases/{own}")).await.ok();
        assert!(page.contains("Send saken til rådet"));
        let advice = format!("/cases/{own}/advice");
        let sent = [("version", "0"), ("advice", "Rådet bør se på dette i år.")];
        let form = kari.get(&advice).await.ok();
        assert!(!form.contains("Send svaret"));
        let lands = kari.post(&advice, &sent).await.goes_to();
        assert!(lands.contains("said-case-sent-up"), "{lands}");
        let up = asked_about(&instance, own).remove(0);
        assert_eq!(
            (up.origin, up.state, up.board),
            (Origin::Council, State::Answered, top)
        );
        let page = kari.get(&format!("/cases/{}", up.case)).await.ok();
        for said in [
            "Rådet bør se på dette i år.",
            "Erfaringer med innlogging",
            "sendte saken til rådet",
            "Sendt opp",
        ] {
            assert!(page.contains(said), "{said}");
        }
        // It waits for the board's secretariat; the members do not see it yet.
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&format!("/cases/{}", up.case)).await.is(404);
        // Once.
        let page = kari.post(&advice, &sent).await.is(422);
        assert!(page.contains("sendt mellom rådene før") && page.contains("i år."));
        let count = read(&instance, |conn| {
            let up = delegation::table.filter(delegation::origin.eq(Origin::Council));
            Ok(up.count().get_result::<i64>(conn)?)
        });
        assert_eq!(count, 1);
        // The board itself has none above it.
        let case = case_titled(&instance, FRAMES);
        let page = kari.get(&format!("/cases/{case}/advice")).await.ok();
        assert!(page.contains("Det er ikke noe råd over dette"));
        kari.post(&format!("/cases/{case}/advice"), &sent)
            .await
            .is(422);
    }
}

fn reports(instance: &Instance, of: BoardId) -> Vec<(String, bool)> {
    read(instance, move |conn| {
        let rows: Vec<(chrono::NaiveDate, Option<styringsrad::db::types::Moment>)> =
            council_report::table
                .filter(council_report::board_id.eq(of))
                .order(council_report::due_on.asc())
                .select((council_report::due_on, council_report::delivered_at))
                .load(conn)?;
        let told = rows.into_iter();
        Ok(told
            .map(|(due, at)| (due.to_string(), at.is_some()))
            .collect())
    })
}

#[actix_web::test]
async fn the_next_report_is_made_when_the_last_is_delivered_or_its_day_has_passed() {
    for (instance, top, below) in with_demo() {
        let due =
            |all: &[(String, bool)]| all.iter().map(|(due, _)| due.clone()).collect::<Vec<_>>();
        instance.tick();
        let first = reports(&instance, below);
        assert_eq!(due(&first), ["2026-11-12", "2026-12-22"]);
        let mut kari = instance.signed_in(SECRETARY).await;
        let row: RowId = read(&instance, move |conn| {
            let of = council_report::table.filter(council_report::board_id.eq(below));
            let of = of.filter(council_report::due_on.eq(day("2026-12-22")));
            Ok(of.select(council_report::id).first(conn)?)
        });
        let path = format!("/boards/{below}/reports/delivered");
        kari.post(&path, &[("row", row.as_str())]).await.goes_to();
        instance.tick();
        instance.tick();
        let second = reports(&instance, below);
        assert_eq!(due(&second), ["2026-11-12", "2026-12-22", "2027-06-22"]);
        instance.move_to("2027-06-23 08:00");
        instance.tick();
        let third = reports(&instance, below);
        assert_eq!(
            third.last().map(|(due, _)| due.as_str()),
            Some("2027-12-22")
        );
        assert_eq!(third.len(), 4);
        // Another rhythm, and a rhythm that is half written.
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/boards/{top}/councils/{below}/rhythm");
        for (months, from, title, field) in [
            ("0", "2027-01-01", "Status", "report-months"),
            (
                "99999999999999999999",
                "2027-01-01",
                "Status",
                "report-months",
            ),
            ("6", "", "Status", "report-from"),
            ("6", "9999-01-01", "Status", "report-from"),
            ("6", "2027-01-01", "", "report-title"),
        ] {
            let fields = [
                ("version", "1"),
                ("report-months", months),
                ("report-from", from),
                ("report-title", title),
            ];
            let page = kari.post(&path, &fields).await.is(422);
            assert!(is_refused_at(&page, field), "{months} {from} {title}");
        }
        kari.post(&path, &[("version", "1")]).await.goes_to();
        let rhythm = read(&instance, move |conn| store::founding(conn, below));
        assert_eq!(rhythm.and_then(|it| it.rhythm), None);
        // What the rhythm made and is still to come goes with it; what is late is still owed.
        let left = reports(&instance, below);
        assert_eq!(due(&left), ["2026-11-12", "2026-12-22", "2027-06-22"]);
        kari.post(&path, &[("version", "1")]).await.is(409);
    }
}

#[actix_web::test]
async fn a_report_gets_another_day_or_is_removed_and_is_not_made_once_more() {
    for (instance, top, below) in with_demo() {
        instance.tick();
        let mut kari = instance.signed_in(SECRETARY).await;
        let row = |due: &'static str| {
            let row: RowId = read(&instance, move |conn| {
                let of = council_report::table.filter(council_report::board_id.eq(below));
                let of = of.filter(council_report::due_on.eq(day(due)));
                Ok(of.select(council_report::id).first(conn)?)
            });
            row.to_string()
        };
        let page = format!("/boards/{below}/reports");
        let first = row("2026-12-22");
        let form = kari.get(&format!("{page}?row={first}")).await.ok();
        assert!(form.contains("value=\"2026-12-22\"") && form.contains("/reports/removal"));
        let path = format!("{page}/day");
        let to = |version, day| {
            [
                ("row", first.as_str()),
                ("version", version),
                ("another-day", day),
            ]
        };
        for wrong in ["", "2026-11-21", "0000-01-01", "31. februar"] {
            let page = kari.post(&path, &to("1", wrong)).await.is(422);
            assert!(is_refused_at(&page, "another-day"), "{wrong}");
        }
        // Earlier than its turn: the same turn is not made once more.
        kari.post(&path, &to("1", "2026-12-10")).await.goes_to();
        kari.post(&path, &to("1", "2026-12-12")).await.is(409);
        let delivered = [("row", first.as_str())];
        kari.post(&format!("{page}/delivered"), &delivered)
            .await
            .goes_to();
        kari.post(&path, &to("3", "2026-12-12")).await.is(409);
        instance.tick();
        let due = || {
            let all = reports(&instance, below).into_iter();
            all.map(|(due, _)| due).collect::<Vec<_>>()
        };
        assert_eq!(due(), ["2026-11-12", "2026-12-10", "2027-06-22"]);
        // Removed, its turn is passed over.
        let second = row("2027-06-22");
        let gone = [("row", second.as_str()), ("version", "1")];
        let path = format!("{page}/removal");
        for said in ["said-report-removed", "said-report-not-as-shown"] {
            let lands = kari.post(&path, &gone).await.goes_to();
            assert!(lands.contains(said), "{lands}");
        }
        instance.tick();
        assert_eq!(due(), ["2026-11-12", "2026-12-10", "2027-12-22"]);
        // Another rhythm makes its own next in place of what the former made.
        let version = read(&instance, move |conn| {
            Ok(store::founding(conn, below)?
                .map_or(0, |it| it.version)
                .to_string())
        });
        let fields = [
            ("version", version.as_str()),
            ("report-months", "3"),
            ("report-from", "2027-03-01"),
            ("report-title", "Kvartalsrapport"),
        ];
        kari.post(&format!("/boards/{top}/councils/{below}/rhythm"), &fields)
            .await
            .goes_to();
        assert_eq!(due(), ["2026-11-12", "2026-12-10", "2027-03-01"]);
    }
}

#[actix_web::test]
async fn a_dissolved_council_keeps_its_history_and_mails_nobody() {
    for (instance, top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let one = format!("/boards/{top}/councils/{below}");
        let path = format!("{one}/dissolution");
        let fields = |from| {
            [
                ("version", "1"),
                ("dissolved-from", from),
                ("dissolved-decision", "Styringsrådet, sak 40/26"),
            ]
        };
        for from in ["2026-11-21", "", "9999-12-31", "2027-01-01"] {
            let page = kari.post(&path, &fields(from)).await.is(422);
            assert!(is_refused_at(&page, "dissolved-from"), "{from}");
            assert!(page.contains("sak 40/26"));
        }
        write(&instance, move |conn| {
            let of = meeting::table.filter(meeting::board_id.eq(below));
            diesel::update(of.filter(meeting::first_day.gt(day("2026-11-22"))))
                .set(meeting::state.eq("cancelled"))
                .execute(conn)?;
            Ok(())
        });
        let later = [("title", "Årsrapport"), ("due-on", "2027-02-01")];
        kari.post(&format!("/boards/{below}/reports"), &later)
            .await
            .goes_to();
        // The open question stands in the way too.
        let page = kari.post(&path, &fields("2027-01-01")).await.is(422);
        assert!(page.contains("én ubesvart sak fra rådet"));
        let case = case_titled(&instance, OPEN);
        let asked = asked_about(&instance, case).remove(0);
        let id = asked.id.to_string();
        let back = [
            ("act", "withdraw"),
            ("delegation", id.as_str()),
            ("version", "1"),
        ];
        kari.post(&format!("/cases/{case}/councils"), &back)
            .await
            .goes_to();
        kari.post(&path, &fields("2027-01-01")).await.goes_to();
        let page = kari.get(&one).await.ok();
        assert!(page.contains("Oppløses 1. januar 2027") && !page.contains("dissolved-from\""));
        let ends: Vec<Option<chrono::NaiveDate>> = read(&instance, move |conn| {
            let of = appointment::table.filter(appointment::board_id.eq(below));
            Ok(of.select(appointment::valid_until).load(conn)?)
        });
        assert!(!ends.is_empty());
        assert!(
            ends.iter().all(|end| *end == Some(day("2027-01-01"))),
            "{ends:?}"
        );
        let owed = reports(&instance, below);
        assert_eq!(owed.len(), 2, "what is due later is not owed: {owed:?}");
        // It takes no cases any more.
        let council = below.to_string();
        let case = case_titled(&instance, FRAMES);
        let page = kari
            .post(
                &format!("/cases/{case}/councils"),
                &question(&council, "2026-12-01"),
            )
            .await
            .is(422);
        assert!(is_refused_at(&page, "council") || page.contains("ingen produktråd å spørre"));
        instance.move_to("2027-01-02 08:00");
        instance.tick();
        let (mail, closed) = read(&instance, move |conn| {
            let closed = council::table.filter(council::board_id.eq(below));
            let closed: Option<styringsrad::db::types::Moment> =
                closed.select(council::closed_at).first(conn)?;
            Ok((boards::board(conn, below)?.mail_on_from, closed))
        });
        assert!(mail.is_none() && closed.is_some());
        let mut kari = instance.signed_in(SECRETARY).await;
        for page in [
            &one,
            &format!("/boards/{below}"),
            &format!("/boards/{below}/cases"),
        ] {
            kari.get(page).await.ok();
        }
        let page = kari.get(&format!("/boards/{top}/councils")).await.ok();
        assert!(page.contains("Oppløst 1. januar 2027"));
    }
}

#[actix_web::test]
async fn both_secretariats_are_warned_before_the_period_of_a_council_runs_out() {
    for (instance, top, below) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let fields = [
            ("version", "1"),
            ("decision", "For en periode"),
            ("from", "2022-11-14"),
            ("last-day", "2027-06-30"),
        ];
        let path = format!("/boards/{top}/councils/{below}");
        kari.post(&path, &fields).await.goes_to();
        let row = read(&instance, move |conn| {
            Ok(store::founding(conn, below)?.map(|it| it.id))
        });
        let row = row.expect("it is written down").to_string();
        let slots = planned(&instance, &row, mail_kind::COUNCIL_ENDS);
        let names: Vec<&str> = slots.iter().map(|(slot, _)| slot.as_str()).collect();
        assert_eq!(
            names,
            ["before-6-months", "before-3-months", "before-1-months"]
        );
        instance.move_to("2026-12-30 09:00");
        instance.tick();
        let told = made(&instance, mail_kind::COUNCIL_ENDS);
        assert!(told.iter().any(|(to, _)| to == SECRETARY), "{told:?}");
        let once: std::collections::BTreeSet<&String> = told.iter().map(|(to, _)| to).collect();
        assert_eq!(once.len(), told.len(), "each once");
        assert!(told[0].1.contains("30. juni 2027"), "{told:?}");
        // Once it goes on without an end, nobody is warned.
        let mut kari = instance.signed_in(SECRETARY).await;
        let on = [
            ("version", "2"),
            ("decision", "Fast"),
            ("from", "2022-11-14"),
            ("last-day", ""),
        ];
        kari.post(&path, &on).await.goes_to();
        let left = planned(&instance, &row, mail_kind::COUNCIL_ENDS);
        assert!(
            left.iter()
                .all(|(_, state)| *state != OccasionState::Planned),
            "{left:?}"
        );
    }
}

#[actix_web::test]
async fn where_the_mandates_disagree_it_is_said_that_the_boards_wins() {
    for (instance, top, below) in with_demo() {
        let mut terje = instance.signed_in(TERJE).await;
        let pages = [
            format!("/boards/{below}"),
            format!("/boards/{top}/councils/{below}"),
        ];
        for page in &pages {
            let page = terje.get(page).await.ok();
            assert!(!page.contains("Mandatene sier ikke det samme"));
        }
        write(&instance, move |conn| {
            let versions = mandate_version::table
                .filter(mandate_version::board_id.eq(below))
                .select(mandate_version::id);
            let rules = mandate_rule::table.filter(mandate_rule::mandate_id.eq_any(versions));
            diesel::update(rules.filter(mandate_rule::kind.eq("default_audience")))
                .set(mandate_rule::subject.eq("public"))
                .execute(conn)?;
            Ok(())
        });
        for page in &pages {
            let page = terje.get(page).await.ok();
            assert!(page.contains("Da gjelder mandatet til rådet over"));
            assert!(page.contains("viser sakspapirene først for alle"));
        }
        let mandate = read(&instance, move |conn| {
            let of = mandate_version::table.filter(mandate_version::board_id.eq(below));
            let of = of.filter(mandate_version::state.eq("approved"));
            Ok(of.select(mandate_version::id).first::<MandateId>(conn)?)
        });
        let page = terje.get(&format!("/mandates/{mandate}/text")).await.ok();
        assert!(page.contains("Da gjelder mandatet til rådet over"));
        let page = terje.get(&format!("/boards/{top}/councils")).await.ok();
        assert!(page.contains("Sier noe annet enn mandatet til rådet over"));
    }
}

/// The other board's people, and those outside, find nothing.
#[actix_web::test]
async fn councils_of_another_board_are_not_there() {
    let world = world();
    let (top, below) = (world.a.board, world.a.council);
    let case = world.a.case;
    for address in [OTHER_SECRETARY, SERVICE_OWNER] {
        let mut reader = world.instance.signed_in(address).await;
        for path in [
            format!("/boards/{top}/councils"),
            format!("/boards/{top}/councils/{below}"),
            format!("/cases/{case}/councils"),
            format!("/cases/{case}/advice"),
        ] {
            reader.get(&path).await.is(404);
        }
        // Nor one council below another board.
        let path = format!("/boards/{}/councils/{below}", world.b.board);
        reader.get(&path).await.is(404);
        let council = below.to_string();
        let fields = question(&council, "2026-12-07");
        reader
            .post(&format!("/cases/{case}/councils"), &fields)
            .await
            .is(404);
    }
}
