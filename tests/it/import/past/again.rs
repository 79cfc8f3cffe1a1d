//! What has come in once, some time later: the same file, a corrected one, and what has happened on the pages since.

use super::{KEEPER, NAMED, board_of, file, keepers, meeting_on, named, prepare, told, write_book};
use crate::support::{Instance, day, instances};
use crate::world::{ADMINISTRATOR, NOW};
use diesel::prelude::*;
use serde_json::Value;
use styringsrad::boards::store::changes::{By, switch_mail};
use styringsrad::cases::store as cases;
use styringsrad::db::ids::{CaseId, MeetingId, PersonId};
use styringsrad::db::schema::{
    action_item, agenda_item, attendance, board_case, case_event, minute_item, minutes_round,
    occasion,
};
use styringsrad::import::{Book, read};

fn book(files: &[(&str, &str)]) -> Book {
    let files = files.iter().map(|(name, text)| file(name, *text));
    read::files(&files.collect::<Vec<_>>()).expect("they are tables")
}

/// How much of the past there is.
fn counted(instance: &Instance) -> [i64; 5] {
    let count = instance.app.db.read_now(|conn| {
        Ok([
            board_case::table.count().get_result(conn)?,
            agenda_item::table.count().get_result(conn)?,
            attendance::table.count().get_result(conn)?,
            minute_item::table.count().get_result(conn)?,
            action_item::table.count().get_result(conn)?,
        ])
    });
    count.expect("they are counted")
}

/// The same once more writes nothing.
fn is_known(instance: &Instance, book: &Book, by: PersonId) {
    let before = counted(instance);
    let again = write_book(instance, book, by);
    assert_eq!(told(&again), [""; 0]);
    assert!(again.plan.is_empty(), "{:?}", again.counts);
    assert_eq!(counted(instance), before);
}

fn of_prove(instance: &Instance) -> MeetingId {
    meeting_on(instance, board_of(instance, "prove"), day("2017-05-31"))
}

fn case_of(instance: &Instance, of: MeetingId) -> CaseId {
    let found = instance.app.db.read_now(|conn| {
        let of = board_case::table.filter(board_case::meeting_id.eq(of));
        Ok(of.select(board_case::id).first(conn)?)
    });
    found.expect("the case is there")
}

#[actix_web::test]
async fn what_was_agreed_moves_in_and_nobody_is_told_of_it() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        assert_eq!(told(&write_book(&instance, &named(), anne)), [""; 0]);
        keepers(&instance, &["prove".to_owned()], anne);
        let mut nora = instance.signed_in(KEEPER).await;
        let (board, of) = (board_of(&instance, "prove"), of_prove(&instance));
        let draft = format!("/meetings/{of}/minutes/preview");
        let draft = nora.get(&draft).await.ok();
        for said in [
            "Prøvetilsynet: Lage en oversikt.",
            "Siv Vara: Ringe de andre.",
            "Ikke kjent: Bestille rom.",
        ] {
            assert!(draft.contains(said), "{said}: {draft}");
        }
        let open = nora.get(&format!("/boards/{board}/actions")).await.ok();
        assert!(open.contains("Ringe de andre.") && open.contains("Bestille rom."));
        assert!(!open.contains("Lage en oversikt."), "it is done");
        let due: i64 = (instance.app.db)
            .read_now(|conn| {
                let of = occasion::table.filter(occasion::object_kind.eq("action"));
                let of = of.filter(occasion::board_id.eq(board));
                Ok(of.count().get_result(conn)?)
            })
            .expect("the ledger is read");
        assert_eq!(due, 0, "what is long past is no news");
        is_known(&instance, &named(), anne);
        let late = "Råd;Møtedato;Sak eller punkt;Tekst;Virksomhet;Frist\nprove;31.05.2017;9/17;Noe;Fylkeslaget;30.05.2017\n";
        let refused = write_book(&instance, &book(&[("oppfølging.csv", late)]), anne);
        let said = told(&refused).join("");
        assert!(said.contains("Rett fristen"), "{said}");
        is_known(&instance, &named(), anne);
    }
}

#[actix_web::test]
async fn who_imports_a_case_has_not_proposed_it() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        write_book(&instance, &named(), anne);
        keepers(&instance, &["prove".to_owned()], anne);
        let of = of_prove(&instance);
        let case = case_of(&instance, of);
        let (found, happened) = (instance.app.db)
            .read_now(|conn| {
                let event = case_event::table.filter(case_event::case_id.eq(case));
                let event = event.select(case_event::meeting_id);
                let at: Option<MeetingId> = event.first(conn)?;
                Ok((cases::case(conn, case)?, at))
            })
            .expect("the case is read");
        assert_eq!(found.proposed_by, None);
        assert_eq!(happened, Some(of), "it was dealt with in that meeting");
        let mut nora = instance.signed_in(KEEPER).await;
        let page = nora.get(&format!("/cases/{case}")).await.ok();
        let by = page.split_once("Importert av").map(|(_, rest)| rest);
        assert!(by.is_some_and(|rest| rest.contains("Anne")), "{page}");
        let mut anne = instance.signed_in(ADMINISTRATOR).await;
        let own = anne.get("/me/data").await.ok();
        let own: Value = serde_json::from_str(&own).expect("it is JSON");
        let proposed = own["reading_and_writing"]["proposed_cases"].as_array();
        assert_eq!(proposed.map(Vec::len), Some(0), "{own}");
    }
}

/// The same meeting with a case that never had a number.
fn without_number() -> Book {
    let files = NAMED.iter().map(|(name, text)| match *name {
        "saker.csv" => (*name, "Råd;Saksnummer;Tittel\nprove;;Årsplan\n"),
        "saksliste.csv" => (
            *name,
            "Råd;Møtedato;Type;Tittel\nprove;31.05.2017;Sak;Årsplan\nprove;31.05.2017;Pause;Lunsj\nprove;31.05.2017;Pause;Kaffe\nprove;31.05.2017;Eventuelt;Eventuelt\n",
        ),
        "referat.csv" => (
            *name,
            "Råd;Møtedato;Sak eller punkt;Tekst\nprove;31.05.2017;årsplan;Det ble sagt.\n",
        ),
        "oppfølging.csv" => (
            *name,
            "Råd;Møtedato;Sak eller punkt;Tekst;Virksomhet\nprove;31.05.2017;Årsplan;Noe;Fylkeslaget\n",
        ),
        _ => (*name, *text),
    });
    book(&files.collect::<Vec<_>>())
}

#[actix_web::test]
async fn a_case_that_came_without_a_number_is_the_same_once_it_has_one() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        let book = without_number();
        assert_eq!(told(&write_book(&instance, &book, anne)), [""; 0]);
        is_known(&instance, &book, anne);
        let case = case_of(&instance, of_prove(&instance));
        let given = instance.app.db.write_now(|conn| {
            Ok(diesel::update(board_case::table.find(case))
                .set((
                    board_case::series.eq(Some("2026")),
                    board_case::sequence.eq(Some(1_i64)),
                    board_case::year.eq(Some(2026_i64)),
                ))
                .execute(conn)?)
        });
        assert_eq!(given.expect("it is numbered"), 1);
        is_known(&instance, &book, anne);
    }
}

#[actix_web::test]
async fn a_corrected_guest_without_a_name_is_another_guest_and_no_error() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        write_book(&instance, &named(), anne);
        let before = counted(&instance);
        for (how, more) in [("I rommet", 1), ("Digitalt", 2)] {
            let head = "Råd;Møtedato;Deltar som;Virksomhet;Hvordan;Fra og med sak;Til og med sak";
            let guest = format!("{head}\nprove;31.05.2017;Gjest;Prøvetilsynet;{how};9/17;9/17\n");
            let book = book(&[("deltakelse.csv", guest.as_str())]);
            assert_eq!(told(&write_book(&instance, &book, anne)), [""; 0]);
            assert_eq!(counted(&instance)[2], before[2] + more);
            is_known(&instance, &book, anne);
        }
    }
}

#[actix_web::test]
async fn a_meeting_whose_minutes_have_gone_out_takes_nothing_more() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        write_book(&instance, &named(), anne);
        let (board, of) = (board_of(&instance, "prove"), of_prove(&instance));
        let sent = instance.app.db.write_now(|conn| {
            Ok(diesel::insert_into(minutes_round::table)
                .values((
                    minutes_round::meeting_id.eq(of),
                    minutes_round::board_id.eq(board),
                    minutes_round::draft.eq(1_i64),
                    minutes_round::sent_by.eq(anne),
                    minutes_round::sent_at.eq(instance.now()),
                    minutes_round::remarks_on.eq(day("2026-12-01")),
                    minutes_round::remarks_until.eq(instance.now()),
                    minutes_round::version.eq(1_i64),
                ))
                .execute(conn)?)
        });
        assert_eq!(sent.expect("they are out"), 1);
        let before = counted(&instance);
        let more = "Råd;Møtedato;Sak eller punkt;Tekst\nprove;31.05.2017;Eventuelt;Noe mer.\n";
        let refused = write_book(&instance, &book(&[("referat.csv", more)]), anne);
        let said = told(&refused).join("");
        assert!(said.contains("rad 2, kolonne B"), "{said}");
        assert!(said.contains("er sendt til dem som var der"), "{said}");
        assert_eq!(counted(&instance), before);
        is_known(&instance, &named(), anne);
    }
}

/// The demo's board has a mandate, lead times and reminders.
#[actix_web::test]
async fn of_what_a_held_meeting_has_behind_it_nobody_is_reminded() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        let board = board_of(&instance, "styringsradet");
        let off = By {
            person: anne,
            at: instance.now(),
        };
        instance
            .app
            .db
            .write_now(|conn| switch_mail(conn, off, board, false))
            .expect("mail is off");
        let meetings = "Råd;Dato;Type;Tilstand\nstyringsradet;20.11.2026;Ekstramøte;Holdt\nstyringsradet;19.11.2026;Ekstramøte;Avlyst\n";
        let done = write_book(&instance, &book(&[("møter.csv", meetings)]), anne);
        assert_eq!(told(&done), [""; 0]);
        let kinds = |on: &str| -> Vec<String> {
            let of = meeting_on(&instance, board, day(on));
            let found = instance.app.db.read_now(|conn| {
                let of = occasion::table.filter(occasion::object_id.eq(of.as_str()));
                Ok(of.select(occasion::kind).load(conn)?)
            });
            found.expect("the ledger is read")
        };
        assert_eq!(kinds("2026-11-19"), [""; 0], "it was cancelled");
        let held = kinds("2026-11-20");
        let behind = [
            "registration",
            "delivery",
            "notice",
            "reply",
            "dispatch",
            "meeting",
        ];
        let behind = behind.map(|stage| format!("deadline-{stage}"));
        let told = held.iter().find(|kind| behind.contains(kind));
        assert_eq!(told, None, "{held:?}");
        assert!(held.iter().any(|kind| kind == "deadline-draft"), "{held:?}");
    }
}
