//! A board's past moves in, on both engines: what published minutes say is read back on the pages of today.

mod again;

use super::books::file;
use super::{board_of, prepare};
use crate::postbox::PYTHON;
use crate::program::{run, settings};
use crate::support::{Browser, Instance, day, folder, instances};
use crate::world::{ADMINISTRATOR, NOW};
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use styringsrad::audit::Actor;
use styringsrad::cases::store::write::take_number;
use styringsrad::clock::Clock;
use styringsrad::config::MailTo;
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PersonId};
use styringsrad::db::schema::{
    agenda_item, attendance, audit_entry, board_case, case_counter, meeting, meeting_session,
    minute_item, minutes, occasion,
};
use styringsrad::i18n::Language;
use styringsrad::import::{Book, Checked, read, run as import};

/// Whoever keeps both boards today; nobody of then is known by name.
const KEEPER: &str = "nora@prove.test";

/// Published meetings as they are handed around, and the tables that the import takes.
struct History {
    meetings: Vec<Value>,
    tables: PathBuf,
}

fn history(meetings: &Path, organisations: &Path) -> History {
    let place = folder();
    let tables = place.join("tables");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/history.py");
    let done = Command::new(PYTHON)
        .arg(script)
        .args([meetings, organisations, &tables])
        .status();
    assert!(done.expect("Python is there").success());
    let text = std::fs::read_to_string(meetings).expect("the meetings are there");
    History {
        meetings: serde_json::from_str(&text).expect("they are a list"),
        tables,
    }
}

/// Of the same shape as what is handed around, and with what its description lists and the file lacks.
fn made_up() -> History {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    history(&here.join("made-up.json"), &here.join("made-up.csv"))
}

/// What two boards published of their meetings from 2011 to 2020.
fn real() -> History {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let meetings = here.join("meetings-2011-2020.json");
    history(&meetings, &here.join("organisations.csv"))
}

fn write_book(instance: &Instance, book: &Book, by: PersonId) -> Checked {
    let app = &instance.app;
    let by = (Actor::Person(by), Language::NB);
    let done = import::write(&app.db, book, by, instance.now()).expect("it is written");
    let tables = &app.office.tables;
    import::plan(&app.db, tables, &done, instance.now(), |_, _| {}).expect("it is planned");
    done
}

fn told(checked: &Checked) -> Vec<String> {
    let faults = checked.faults.iter();
    let told = faults.map(|fault| {
        let (place, said) = (fault.place(), fault.said.text(Language::NB));
        format!("{}: {said}", place.text(Language::NB))
    });
    told.collect()
}

/// The secretariat of each board, from today on.
fn keepers(instance: &Instance, slugs: &[String], by: PersonId) {
    let mut appointments = "Råd;Rolle;Virksomhet;Fra og med\n".to_owned();
    let mut representations = "Råd;Rolle;Person;Fra og med\n".to_owned();
    for slug in slugs {
        appointments.push_str(&format!("{slug};Sekretariat;;01.11.2026\n"));
        representations.push_str(&format!("{slug};Sekretariat;{KEEPER};01.11.2026\n"));
    }
    let files = [
        file(
            "personer.csv",
            format!("Navn;E-post\nNora Prøve;{KEEPER}\n"),
        ),
        file("oppnevninger.csv", appointments),
        file("representanter.csv", representations),
    ];
    let book = read::files(&files).expect("they are tables");
    assert_eq!(told(&write_book(instance, &book, by)), [""; 0]);
}

/// How many rows each table of the past has.
fn rows(instance: &Instance) -> Vec<i64> {
    let count = instance.app.db.read_now(|conn| {
        Ok(vec![
            meeting::table.count().get_result(conn)?,
            board_case::table.count().get_result(conn)?,
            agenda_item::table.count().get_result(conn)?,
            attendance::table.count().get_result(conn)?,
            minutes::table.count().get_result(conn)?,
            minute_item::table.count().get_result(conn)?,
            audit_entry::table.count().get_result(conn)?,
        ])
    });
    count.expect("they are counted")
}

fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

/// As it stands in a page.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

fn slug_of(of: &Value) -> String {
    let name = text(of, "board").to_lowercase();
    let name = name.replace('å', "a").replace('ø', "o").replace('æ', "ae");
    name.replace(' ', "-")
}

fn meeting_on(instance: &Instance, board: BoardId, on: NaiveDate) -> MeetingId {
    let found = instance.app.db.read_now(|conn| {
        let days = meeting_session::table.inner_join(meeting::table);
        let of = days.filter(meeting::board_id.eq(board));
        let of = of.filter(meeting_session::day.eq(on));
        Ok(of.select(meeting::id).first(conn)?)
    });
    found.expect("the meeting is there")
}

/// “1/16” for what was written 01/16; where numbers begin again in each meeting, with its year.
fn number(case: &Value, on: NaiveDate) -> String {
    match text(case, "number") {
        whole if whole.contains('/') => whole.to_owned(),
        alone => format!("{alone}/{:02}", on.year() % 100),
    }
}

/// How many lines the list of a day has.
fn lines_of(of: &Value, session: usize) -> i64 {
    let mut count = 0;
    for one in list(of, "members_attending") {
        count += match (one["partial"]["kind"].as_str(), session) {
            (Some("deputy_takes_over"), 0) | (Some("partly_absent_deputy_steps_in"), _) => 2,
            (Some("only_cases"), 1) => 0,
            _ => 1,
        };
    }
    count += i64::try_from(list(of, "absent").len() + list(of, "observers").len()).expect("few");
    for one in list(of, "assessors") {
        count +=
            one["count"].as_i64().unwrap_or(0) + one["listed_but_absent"].as_i64().unwrap_or(0);
    }
    for one in list(of, "guests") {
        let is_there = session == 0 || one["cases"].as_str() == Some("all");
        count += one["count"].as_i64().unwrap_or(0) * i64::from(is_there);
    }
    count + of["secretariat"]["count"].as_i64().unwrap_or(0)
}

/// What is missing in the source is not said to have been missing.
fn is_known(of: &Value, part: &str) -> bool {
    let cut = list(of, "truncated_fields");
    let is_cut = cut.iter().any(|field| field.as_str() == Some(part));
    let is_short = part == "cases" && of["cases_complete"] == Value::Bool(false);
    !of[part].is_null() && !is_cut && !is_short
}

/// The items in the order in which they were dealt with.
fn agenda_says(of: &Value, on: NaiveDate, agenda: &str, draft: &str) {
    let id = text(of, "id");
    let mut order: Vec<&Value> = list(of, "cases").iter().collect();
    let treated = list(of, "order_of_treatment");
    order.sort_by_key(|case| treated.iter().position(|number| *number == case["number"]));
    let mut from = 0;
    for case in order {
        let mut name = format!("{} {}", number(case, on), text(case, "title"));
        if case["title_truncated"] == Value::Bool(true) {
            name.push_str(" …");
        }
        let name = escaped(&name);
        let at = agenda[from..].find(&format!(">{name}<"));
        from += at.unwrap_or_else(|| panic!("{id}: {name} in its place on {agenda}"));
        assert!(draft.contains(&name), "{id} {name}: {draft}");
    }
    for item in list(of, "standing_items") {
        let title = escaped(text(item, "title"));
        assert!(
            agenda.contains(&title) && draft.contains(&title),
            "{id} {title}"
        );
        let approves = list(item, "approves").len();
        let said = agenda.contains("Godkjenner referatet fra");
        assert!(approves == 0 || said, "{id}: {agenda}");
    }
}

fn gaps_are_told(of: &Value, agenda: &str) {
    let id = text(of, "id");
    let parts = [
        ("standing_items", "faste saker"),
        ("cases", "saker"),
        ("guests", "gjester"),
    ];
    let notice = agenda.split_once("Noe er ikke kjent fra dette møtet: ");
    let notice = notice.map_or("", |(_, rest)| {
        rest.split_once('.').map_or("", |(said, _)| said)
    });
    let said: Vec<&str> = notice.split(", ").collect();
    for (part, word) in parts {
        assert_eq!(
            said.contains(&word),
            !is_known(of, part),
            "{id} {part}: {notice}"
        );
    }
}

/// Everyone whom the source lists, and how it spells them.
fn lists_say(of: &Value, lists: &str, draft: &str) {
    let id = text(of, "id");
    for session in 0..=1 {
        let found = lists.matches(&format!("id=\"line-{session}-")).count();
        let expected = if session == 0 || !of["end_date"].is_null() {
            lines_of(of, session)
        } else {
            0
        };
        assert_eq!(
            i64::try_from(found),
            Ok(expected),
            "{id}, day {session}: {lists}"
        );
    }
    let people = [
        "members_attending",
        "absent",
        "assessors",
        "observers",
        "guests",
    ];
    for one in people.iter().flat_map(|key| list(of, key)) {
        let name = escaped(text(one, "org"));
        assert!(lists.contains(&name), "{id} {name}");
        let written = text(one, "as_written");
        if one["count"].as_i64() != Some(0) && !written.is_empty() {
            assert!(draft.contains(&escaped(written)), "{id} {written}: {draft}");
        }
        if one["deputy"] == Value::Bool(true) {
            assert!(lists.contains("(ved vara)"), "{id}: {lists}");
        }
        if list(of, "guests").contains(one) && one["cases"].is_null() {
            assert!(lists.contains("ikke oppgitt når"), "{id}: {lists}");
        }
    }
}

/// The pages of a meeting say what the source says.
async fn read_back(instance: &Instance, nora: &mut Browser<'_>, of: &Value) {
    let (id, on) = (text(of, "id"), day(text(of, "date")));
    let board = board_of(instance, &slug_of(of));
    let meeting = meeting_on(instance, board, on);
    let agenda = nora.get(&format!("/meetings/{meeting}/agenda")).await.ok();
    let lists = nora
        .get(&format!("/meetings/{meeting}/attendance"))
        .await
        .ok();
    let draft = nora
        .get(&format!("/meetings/{meeting}/minutes/preview"))
        .await
        .ok();
    agenda_says(of, on, &agenda, &draft);
    gaps_are_told(of, &agenda);
    lists_say(of, &lists, &draft);
    for topic in list(of, "lead_topics_without_number") {
        // What is Markdown keeps its quotation marks.
        let topic = escaped(topic.as_str().unwrap_or_default()).replace("&quot;", "\"");
        assert!(draft.contains(&topic), "{id} {topic}");
    }
    assert!(
        draft.contains(&escaped(text(of, "source_url"))),
        "{id}: {draft}"
    );
    let is_dated = draft.contains("<dt>Publisert</dt>");
    assert_eq!(is_dated, !of["published"].is_null(), "{id}");
    assert!(of["start"].is_null() != lists.contains("09.00") || text(of, "start") != "09:00");
}

/// A case's page says who prepared it, and what else the source says of it.
async fn read_cases(instance: &Instance, nora: &mut Browser<'_>, of: &Value) {
    let on = day(text(of, "date"));
    let board = board_of(instance, &slug_of(of));
    for case in list(of, "cases") {
        let written = number(case, on);
        let (sequence, year) = written.split_once('/').expect("a number");
        let sequence: i64 = sequence.parse().expect("a number");
        let year: i64 = year.parse().expect("a year");
        let id: CaseId = (instance.app.db)
            .read_now(|conn| {
                let of_board = board_case::table.filter(board_case::board_id.eq(board));
                let of_year = of_board.filter(board_case::year.eq(2000 + year));
                let one = of_year.filter(board_case::sequence.eq(sequence));
                Ok(one.select(board_case::id).first(conn)?)
            })
            .expect("the case is there");
        let page = nora.get(&format!("/cases/{id}")).await.ok();
        assert!(
            page.contains("Behandlet") && page.contains("Importert av"),
            "{page}"
        );
        assert!(!page.contains("Meldt av"), "nobody knows who proposed it");
        for organisation in list(case, "responsible") {
            let name = escaped(organisation.as_str().unwrap_or_default());
            assert!(page.contains(&name), "{written} {name}: {page}");
        }
        let body = text(case, "responsible_body");
        assert!(page.contains(&escaped(body)), "{written} {body}: {page}");
        let is_unknown = case["responsible"].is_null() && body.is_empty();
        assert_eq!(
            page.contains(">Ikke kjent<"),
            is_unknown,
            "{written}: {page}"
        );
        let own = text(case, "number_as_written");
        let is_other = own != written;
        assert_eq!(
            page.contains("slik det ble skrevet"),
            is_other,
            "{written} {own}"
        );
        for item in list(case, "sub_items") {
            assert!(page.contains(&escaped(item.as_str().unwrap_or_default())));
        }
    }
}

/// Each series goes on after its highest number, and the gaps stay.
fn go_on(instance: &Instance, of: &History) {
    let mut highest: std::collections::BTreeMap<(String, String), i64> = Default::default();
    let cases = (of.meetings.iter()).flat_map(|meeting| {
        list(meeting, "cases")
            .iter()
            .map(move |case| (meeting, case))
    });
    for (meeting, case) in cases {
        if let Some((sequence, year)) = text(case, "number").split_once('/') {
            let last = highest
                .entry((slug_of(meeting), format!("20{year}")))
                .or_default();
            *last = sequence.parse::<i64>().expect("a number").max(*last);
        }
    }
    assert!(!highest.is_empty());
    for ((slug, series), last) in highest {
        let board = board_of(instance, &slug);
        let next = (instance.app.db).write_now(|conn| take_number(conn, board, &series));
        assert_eq!(
            next.expect("a number is given"),
            last + 1,
            "{slug} {series}"
        );
    }
}

async fn moves_in(of: &History) {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        let book = read::path(&of.tables).expect("the tables are read");
        let done = write_book(&instance, &book, anne);
        assert_eq!(told(&done), [""; 0]);
        let mut slugs: Vec<String> = of.meetings.iter().map(slug_of).collect();
        slugs.sort();
        slugs.dedup();
        keepers(&instance, &slugs, anne);
        let mut nora = instance.signed_in(KEEPER).await;
        for meeting in &of.meetings {
            read_back(&instance, &mut nora, meeting).await;
            read_cases(&instance, &mut nora, meeting).await;
        }
        let before = rows(&instance);
        let again = write_book(&instance, &book, anne);
        assert!(again.plan.is_empty() && again.faults.is_empty());
        assert!(
            again.counts.iter().all(|count| count.new == 0),
            "{:?}",
            again.counts
        );
        assert_eq!(rows(&instance), before);
        go_on(&instance, of);
        let due: i64 = (instance.app.db)
            .read_now(|conn| {
                let boards: Vec<BoardId> =
                    slugs.iter().map(|slug| board_of(&instance, slug)).collect();
                let of = occasion::table.filter(occasion::board_id.eq_any(boards));
                Ok(of
                    .filter(occasion::due.lt(instance.now()))
                    .count()
                    .get_result(conn)?)
            })
            .expect("the ledger is read");
        assert_eq!(due, 0, "nothing of the past becomes due");
    }
}

#[actix_web::test]
async fn published_meetings_are_read_back_as_they_were_published() {
    moves_in(&made_up()).await;
}

#[actix_web::test]
async fn the_real_meetings_of_2011_to_2020_are_read_back() {
    moves_in(&real()).await;
}

/// Two who come for one, and one who comes for two.
const NAMED: &[(&str, &str)] = &[
    (
        "virksomheter.csv",
        "Navn;Type\nPrøvetilsynet;Statlig virksomhet\nFylkeslaget;Organisasjon\nFylkeslaget Digital;Organisasjon\n",
    ),
    ("personer.csv", "Navn;E-post\nSiv Vara;siv@prove.test\n"),
    (
        "råd.csv",
        "Kortadresse;Navn;Type;E-postadresse\nprove;Prøverådet;Styringsråd;post@prove.test\n",
    ),
    (
        "seter.csv",
        "Råd;Sete;Type;Fra og med\nprove;1;Fast medlem;01.01.2015\nprove;2;Fast medlem;01.01.2015\n",
    ),
    (
        "oppnevninger.csv",
        "Råd;Rolle;Sete;Virksomhet;Fra og med\nprove;Medlem;1;Fylkeslaget;01.01.2015\nprove;Medlem;2;Fylkeslaget Digital;01.01.2015\n",
    ),
    (
        "møter.csv",
        "Råd;Dato;Type\nprove;31.05.2017;Ordinært møte\n",
    ),
    ("saker.csv", "Råd;Saksnummer;Tittel\nprove;09/17;Årsplan\n"),
    (
        "saksliste.csv",
        "Råd;Møtedato;Type;Saksnummer;Tittel;Gjester\nprove;31.05.2017;Sak;9/17;;Ola Nordmann, Prøvetilsynet\nprove;31.05.2017;Eventuelt;;Eventuelt;\n",
    ),
    (
        "deltakelse.csv",
        "Råd;Møtedato;Deltar som;Virksomhet;Person;Vara;Hvordan;Fra og med sak\nprove;31.05.2017;Medlem;Fylkeslaget;siv@prove.test;ja;I rommet;\nprove;31.05.2017;Medlem;Fylkeslaget Digital;siv@prove.test;ja;I rommet;Eventuelt\n",
    ),
    (
        "referat.csv",
        "Råd;Møtedato;Sak eller punkt;Tekst;Utfall;Konklusjon;Avvikende syn;Starter;Slutter\nprove;31.05.2017;9/17;\"Først.\n\n- **ett**\";Anbefaling;Rådet anbefaler planen.;Fylkeslaget er uenig.;09.10;09.40\n",
    ),
    (
        "oppfølging.csv",
        "Råd;Møtedato;Sak eller punkt;Tekst;Virksomhet;Person;Navn på person;Frist;Tilstand;Lenke\nprove;31.05.2017;9/17;Lage en oversikt.;Prøvetilsynet;;;01.09.2017;Gjort;https://example.no/o\nprove;31.05.2017;9/17;Ringe de andre.;;siv@prove.test;;;;\nprove;31.05.2017;Eventuelt;Bestille rom.;;;ukjent;ukjent;ukjent;\n",
    ),
];

fn named() -> Book {
    let files = NAMED.iter().map(|(name, text)| file(name, *text));
    read::files(&files.collect::<Vec<_>>()).expect("they are tables")
}

#[actix_web::test]
async fn one_deputy_of_two_members_stands_for_both() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        assert_eq!(told(&write_book(&instance, &named(), anne)), [""; 0]);
        keepers(&instance, &["prove".to_owned()], anne);
        let mut nora = instance.signed_in(KEEPER).await;
        let board = board_of(&instance, "prove");
        let of = meeting_on(&instance, board, day("2017-05-31"));
        let lists = nora.get(&format!("/meetings/{of}/attendance")).await.ok();
        for whom in ["Fylkeslaget", "Fylkeslaget Digital"] {
            assert!(
                lists.contains(&format!("Siv Vara</strong> pva. {whom}<")),
                "{lists}"
            );
        }
        assert!(lists.contains("2 av 2 plasser er representert"), "{lists}");
        let draft = nora
            .get(&format!("/meetings/{of}/minutes/preview"))
            .await
            .ok();
        for said in [
            "Siv Vara pva. Fylkeslaget Digital (fra og med «Eventuelt»)",
            "<strong>ett</strong>",
            "Rådet anbefaler planen.",
            "Fylkeslaget er uenig.",
            "09.10–09.40",
            "Sak 9/17 Årsplan",
            "(anbefaling)",
        ] {
            assert!(draft.contains(said), "{said}: {draft}");
        }
        let agenda = nora.get(&format!("/meetings/{of}/agenda")).await.ok();
        assert!(
            agenda.contains("Ola Nordmann, Prøvetilsynet: sak 9/17"),
            "{agenda}"
        );
    }
}

#[actix_web::test]
async fn a_fault_in_the_past_leaves_nothing_behind() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        let before = rows(&instance);
        let mut files: Vec<_> = NAMED.iter().map(|(name, text)| file(name, *text)).collect();
        let wrong = "Råd;Møtedato;Deltar som;Virksomhet;Hvordan\nprove;31.05.2017;Medlem;Fylkeslagt;Til stede\n";
        files.push(file("deltakelse 2.csv", wrong));
        files.last_mut().expect("one").name = "attendance.csv".to_owned();
        let book = read::files(&files).expect("they are tables");
        let done = import::write(
            &instance.app.db,
            &book,
            (Actor::Person(anne), Language::NB),
            instance.now(),
        );
        let found = told(&done.expect("it is read"));
        assert_eq!(found.len(), 2, "{found:?}");
        let near = found
            .iter()
            .any(|told| told.contains("Mente du «Fylkeslaget»?"));
        assert!(near, "{found:?}");
        assert_eq!(rows(&instance), before);
    }
}

#[actix_web::test]
async fn cases_and_minutes_have_a_name_beside_them() {
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        let before = rows(&instance);
        let by = (Actor::System, Language::NB);
        let refused = import::write(&instance.app.db, &named(), by, instance.now());
        let said = refused.expect_err("nobody imports it");
        assert!(
            format!("{said:?}").contains("import-who-needed"),
            "{said:?}"
        );
        assert_eq!(rows(&instance), before);
        assert!(write_book(&instance, &named(), anne).faults.is_empty());
        let mut admin = instance.signed_in(ADMINISTRATOR).await;
        let of = meeting_on(&instance, board_of(&instance, "prove"), day("2017-05-31"));
        let case: CaseId = (instance.app.db)
            .read_now(|conn| {
                let of = board_case::table.filter(board_case::meeting_id.eq(of));
                Ok(of.select(board_case::id).first(conn)?)
            })
            .expect("the case is there");
        // Who imports reads no more than before: they are not of the board.
        assert_eq!(
            admin.get(&format!("/cases/{case}")).await.status.as_u16(),
            404
        );
        let counter: i64 = (instance.app.db)
            .read_now(|conn| {
                let of = case_counter::table.filter(case_counter::series.eq("2017"));
                Ok(of.select(case_counter::last).first(conn)?)
            })
            .expect("the series is there");
        assert_eq!(counter, 9);
    }
}

#[test]
fn the_command_imports_a_past_in_the_name_of_someone() {
    for ground in crate::support::grounds() {
        drop(ground.open(Clock::System));
        let tables = ground.folder.join("inn");
        std::fs::create_dir(&tables).expect("a folder is made");
        let settings = settings(&ground, &MailTo::Folder(ground.folder.join("mail")));
        let path = tables.display().to_string();
        let said = |more: &[&str]| {
            let arguments = [&["import", path.as_str()], more].concat();
            let output = run(&arguments, &settings);
            let all = [output.stdout, output.stderr].concat();
            (
                output.status.code(),
                String::from_utf8_lossy(&all).into_owned(),
            )
        };
        std::fs::write(tables.join("personer.csv"), NAMED[1].1).expect("a table is written");
        let (code, text) = said(&[]);
        assert_eq!(code, Some(0), "{text}");
        for (name, text) in NAMED {
            std::fs::write(tables.join(name), text).expect("a table is written");
        }
        for more in [&["--dry-run"][..], &[]] {
            let (code, text) = said(&[more, &["--by", "ingen@prove.test"]].concat());
            assert!(
                code == Some(1) && text.contains("Ingen person har adressen"),
                "{text}"
            );
        }
        let (code, text) = said(&["--dry-run"]);
        assert!(
            code == Some(0) && text.contains("dette var en prøve"),
            "{text}"
        );
        let (code, text) = said(&[]);
        assert!(code == Some(1) && text.contains("Skriv --by"), "{text}");
        let (code, text) = said(&["--by", "Siv@prove.test"]);
        assert_eq!(code, Some(0), "{text}");
        assert!(
            text.contains("Deltakelse: 2 nye, 0 registrert fra før"),
            "{text}"
        );
    }
}
