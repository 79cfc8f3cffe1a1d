//! A body moves in: through the page and the command, all rows or none, mailing nobody.

pub mod books;
mod files;
mod past;

use crate::program::{run, settings};
use crate::support::{Ground, Instance, day, instances, moment};
use crate::world::{ADMINISTRATOR, NOW};
use books::workbook;
use diesel::prelude::*;
use styringsrad::audit::Actor;
use styringsrad::boards::store::changes::{By, switch_mail};
use styringsrad::clock::Clock;
use styringsrad::config::MailTo;
use styringsrad::db::ids::{BoardId, PersonId, RowId};
use styringsrad::db::schema::{
    appointment, audit_entry, board, import_draft, instance_role, meeting, meeting_deadline,
    meeting_session, message, occasion, organisation, organisation_name, person, representation,
    seat,
};
use styringsrad::db::types::Moment;
use styringsrad::demo;
use styringsrad::i18n::Language;
use styringsrad::import::read::{self, File};
use styringsrad::import::{Checked, run as import};

pub type Sheets<'a> = &'a [(&'a str, &'a [&'a str])];

/// Real organisations and dates of Skate as they were published; invented people and terms.
pub const SKATE: Sheets<'_> = &[
    (
        "Virksomheter",
        &[
            "Orgnr|Organisasjonsnummer|Navn|Kortnavn|Type|E-postadresse|Tjenesteeier fra og med|E-postdomener",
            "|991825827|Digitaliseringsdirektoratet|Digdir|state_agency|post@digdir.test||digdir.test",
            "|974760673|Brønnøysundregistrene|BR|Statlig virksomhet|post@brreg.test|01.01.2015|brreg.test",
            "|971032146|KS|KS|Organisasjon|||",
            "||KS KommIT|KommIT|Organisasjon|||",
            "|971526920|Statistisk sentralbyrå|SSB|Statleg verksemd|||",
            "|972417858|Kommunal- og distriktsdepartementet|KDD|ministry|||",
        ],
    ),
    (
        "Tidligere navn",
        &[
            "Virksomhet|Navn|Kortnavn|Siste dag",
            "991825827|Direktoratet for forvaltning og IKT|Difi|31.12.2019",
            "KDD|Kommunal- og moderniseringsdepartementet|KMD|31.12.2021",
        ],
    ),
    (
        "Personer",
        &[
            "Navn|E-post|Språk|Tittel",
            "Kari Testnes|kari@digdir.test|nb|avdelingsdirektør",
            "Olav Prøvheim|olav@brreg.test|nn|seniorrådgjevar",
            "Siv Eksempel|siv@ssb.test||",
        ],
    ),
    (
        "Råd",
        &[
            "Kortadresse|Navn|Type|E-postadresse",
            "skate|Skate|Styringsråd|skate@digdir.test",
        ],
    ),
    (
        "Seter",
        &[
            "Råd|Sete|Type|Fra og med",
            "skate|1|Fast medlem|01.01.2015",
            "skate|2|Rullerende medlem|01.01.2015",
        ],
    ),
    (
        "Oppnevninger",
        &[
            "Råd|Rolle|Sete|Virksomhet|Fra og med|Siste dag|Vedtak",
            "skate|Sekretariat||Difi|01.01.2015||",
            "skate|Medlem|1|BRØNNØYSUNDREGISTRENE|01.01.2015||KMDs brev",
            "skate|Medlem|2|KS  KommIT|01.01.2015|31.12.2017|",
            "skate|Medlem|2|971526920|1. januar 2018|31. desember 2026|",
        ],
    ),
    (
        "Representanter",
        &[
            "Råd|Rolle|Virksomhet|Sete|Person|Fra og med|Siste dag",
            "skate|Sekretariat|Digdir||kari@digdir.test|01.01.2015|",
            "skate|Medlem|BR||olav@brreg.test|01.01.2015|",
            "skate|Medlem|SSB||siv@ssb.test|01.01.2018|",
        ],
    ),
    (
        "Møter",
        &[
            "Råd|Møte|Dato|Starter|Slutter|Type|Sted",
            "skate|1/15|11.02.2015|09.00|11.30|Ordinært møte|Oslo",
            "skate||22. april 2015|09:00|11:30|ordinary|Oslo",
            "skate|3/15|2015-06-24|||Fagdag|Brønnøysund",
            "skate|3/15|2015-06-25||||",
            "skate||17.03.2027|09.00|11.30|Ordinært møte|Oslo",
        ],
    ),
];

/// What the file adds to the demo, as [`rows`] counts; four of its organisations are the demo's.
const ADDED: [i64; 10] = [2, 3, 3, 1, 2, 4, 3, 4, 5, 1];

/// The demo with an administrator who sits on no board.
fn prepare(instance: &Instance) -> PersonId {
    assert!(demo::load(&instance.app).expect("the demo loads"));
    let made = instance.app.db.write_now(|conn| {
        let id = PersonId::new();
        diesel::insert_into(person::table)
            .values((
                person::id.eq(id),
                person::name.eq("Anne"),
                person::address.eq(ADMINISTRATOR),
                person::language.eq("nb"),
                person::created_at.eq(moment(NOW)),
            ))
            .execute(conn)?;
        diesel::insert_into(instance_role::table)
            .values((
                instance_role::id.eq(RowId::new()),
                instance_role::person_id.eq(id),
                instance_role::role.eq("administrator"),
                instance_role::valid_from.eq(day("2026-01-01")),
            ))
            .execute(conn)?;
        Ok(id)
    });
    made.expect("an administrator is made")
}

/// How many rows each table that an import writes has.
fn rows(instance: &Instance) -> Vec<i64> {
    let count = instance.app.db.read_now(|conn| {
        Ok(vec![
            organisation::table.count().get_result(conn)?,
            organisation_name::table.count().get_result(conn)?,
            person::table.count().get_result(conn)?,
            board::table.count().get_result(conn)?,
            seat::table.count().get_result(conn)?,
            appointment::table.count().get_result(conn)?,
            representation::table.count().get_result(conn)?,
            meeting::table.count().get_result(conn)?,
            meeting_session::table.count().get_result(conn)?,
            audit_entry::table.count().get_result(conn)?,
        ])
    });
    count.expect("the rows are counted")
}

fn board_of(instance: &Instance, slug: &str) -> BoardId {
    let found = instance.app.db.read_now(|conn| {
        let of = board::table.filter(board::slug.eq(slug));
        Ok(of.select(board::id).first(conn)?)
    });
    found.expect("the board is there")
}

fn write(instance: &Instance, sheets: Sheets<'_>) -> Checked {
    let app = &instance.app;
    let file = File {
        name: "bok.xlsx".to_owned(),
        bytes: workbook(sheets),
    };
    let book = read::files(&[file]).expect("it is a workbook");
    let by = (Actor::System, Language::NB);
    let done = import::write(&app.db, &book, by, instance.now()).expect("it is written");
    if done.faults.is_empty() {
        import::plan(
            &app.db,
            &app.office.tables,
            &done,
            instance.now(),
            |_, _| {},
        )
        .expect("planned");
    }
    done
}

#[actix_web::test]
async fn a_workbook_is_looked_over_and_then_imported_from_the_page() {
    for instance in instances(NOW) {
        prepare(&instance);
        let before = rows(&instance);
        let mut anne = instance.signed_in(ADMINISTRATOR).await;
        let boards = anne.get("/boards").await.ok();
        assert!(boards.contains("href=\"/import\""));
        let page = anne.get("/import").await.ok();
        assert!(
            page.contains("enctype=\"multipart/form-data\"") && page.contains("/import/template")
        );
        let bytes = workbook(SKATE);
        let to = anne
            .post_files("/import", &[("skate.xlsx", &bytes)])
            .await
            .goes_to();
        assert_eq!(to, "/import/check");
        let page = anne.get(&to).await.ok();
        assert!(
            page.contains("Vi fant ingen feil") && page.contains("Brønnøysundregistrene"),
            "{page}"
        );
        assert!(
            page.contains("«Orgnr» er ikke kjent"),
            "an unknown column is named"
        );
        assert_eq!(rows(&instance), before, "looking over changes nothing");
        let (_, rest) = page
            .split_once("name=\"draft\" value=\"")
            .expect("a button");
        let draft = rest.split('"').next().expect("an id").to_owned();
        assert_eq!(
            anne.post("/import/check", &[("draft", "x")])
                .await
                .goes_to(),
            "/import/check"
        );
        assert_eq!(rows(&instance), before, "only what was shown is imported");
        let to = anne
            .post("/import/check", &[("draft", &draft)])
            .await
            .goes_to();
        let page = anne.get(&to).await.ok();
        assert!(page.contains("Importen er ferdig") && page.contains("Skate"));
        let added: Vec<i64> = rows(&instance)
            .iter()
            .zip(&before)
            .map(|(now, then)| now - then)
            .collect();
        assert_eq!(added, ADDED);
        assert_eq!(
            anne.get("/import/check").await.goes_to(),
            "/import",
            "the file is gone"
        );
        // The same once more: everything is recognised, nothing is doubled.
        let to = anne
            .post_files("/import", &[("skate.xlsx", &bytes)])
            .await
            .goes_to();
        let page = anne.get(&to).await.ok();
        assert!(page.contains("Alt i filen er registrert fra før"), "{page}");
        let now = rows(&instance);
        write(&instance, SKATE);
        assert_eq!(rows(&instance), now);
    }
}

#[actix_web::test]
async fn an_import_mails_nobody_and_plans_nothing_in_the_past() {
    // F11: an import that announced ten years of meetings.
    for instance in instances(NOW) {
        let anne = prepare(&instance);
        instance.tick();
        instance.take_mails();
        let count = |instance: &Instance| -> i64 {
            let read = instance
                .app
                .db
                .read_now(|conn| Ok(message::table.count().get_result(conn)?));
            read.expect("counted")
        };
        let messages = count(&instance);
        assert!(write(&instance, SKATE).faults.is_empty());
        let skate = board_of(&instance, "skate");
        // The demo's board has a mandate, lead times and reminders; with its mail on it takes nothing.
        let demo = board_of(&instance, "styringsradet");
        let history: Sheets<'_> = &[(
            "Møter",
            &[
                "Råd|Dato|Type",
                "styringsradet|11.02.2015|ordinary",
                "styringsradet|25.11.2026|Ekstramøte",
                "styringsradet|15.12.2027|ordinary",
            ],
        )];
        let refused = write(&instance, history);
        assert_eq!(refused.faults[0].said.key, "import-board-mails");
        let off = By {
            person: anne,
            at: instance.now(),
        };
        instance
            .app
            .db
            .write_now(|conn| switch_mail(conn, off, demo, false))
            .expect("mail is off");
        assert!(write(&instance, history).faults.is_empty());
        let (due, derived): (Vec<Moment>, i64) = instance
            .app
            .db
            .read_now(|conn| {
                let meetings = meeting::table.filter(meeting::board_id.eq(demo)).filter(
                    meeting::kind
                        .eq("extra")
                        .or(meeting::first_day.gt(day("2027-12-14")))
                        .or(meeting::first_day.lt(day("2016-01-01"))),
                );
                let ids: Vec<styringsrad::db::ids::MeetingId> =
                    meetings.select(meeting::id).load(conn)?;
                let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
                Ok((
                    occasion::table
                        .filter(occasion::object_id.eq_any(texts))
                        .select(occasion::due)
                        .load(conn)?,
                    meeting_deadline::table
                        .filter(meeting_deadline::meeting_id.eq_any(ids))
                        .count()
                        .get_result(conn)?,
                ))
            })
            .expect("the ledger is read");
        assert!(!due.is_empty() && derived > 0, "what is to come is planned");
        assert!(
            due.iter().all(|due| *due >= instance.now()),
            "nothing in the past: {due:?}"
        );
        let (of_skate, mail): (i64, Option<Moment>) = instance
            .app
            .db
            .read_now(|conn| {
                let past = occasion::table
                    .filter(occasion::board_id.eq(skate))
                    .filter(occasion::due.lt(instance.now()));
                let mail = board::table.find(skate).select(board::mail_on_from);
                Ok((past.count().get_result(conn)?, mail.first(conn)?))
            })
            .expect("the board is read");
        assert_eq!((of_skate, mail), (0, None), "the new board's mail is off");
        for _ in 0..40 {
            instance.move_by(chrono::Duration::days(10));
            instance.tick();
        }
        let told = instance.take_mails();
        assert!(
            told.iter()
                .all(|mail| !mail.contains("@brreg.test") && !mail.contains("@ssb.test"))
        );
        let of_boards = instance.app.db.read_now(|conn| {
            let of = message::table.filter(message::board_id.eq_any([skate, demo]));
            Ok(of
                .filter(message::created_at.gt(moment(NOW)))
                .count()
                .get_result::<i64>(conn)?)
        });
        assert_eq!(
            of_boards.expect("counted"),
            0,
            "zero messages ({messages} before)"
        );
    }
}

#[actix_web::test]
async fn one_fault_and_nothing_at_all_is_saved() {
    for instance in instances(NOW) {
        prepare(&instance);
        let before = rows(&instance);
        let mut anne = instance.signed_in(ADMINISTRATOR).await;
        let mut sheets = SKATE.to_vec();
        let wrong: &[&str] = &[
            "Råd|Dato|Type|Starter",
            "skate|17.03.2027|Ordinært møte|",
            "skate|i morgen|fest|ni",
        ];
        sheets[7] = ("Møter", wrong);
        let bytes = workbook(&sheets);
        let to = anne
            .post_files("/import", &[("skate.xlsx", &bytes)])
            .await
            .goes_to();
        for (language, needles) in [
            (
                "nb",
                [
                    "Møter, rad 3, kolonne B «Dato»",
                    "Ordinært møte, Fagdag, Ekstramøte",
                    "Filen har 3 feil",
                ],
            ),
            (
                "nn",
                [
                    "Møter, rad 3, kolonne D «Starter»",
                    "Skriv det som 09.00",
                    "Fila har 3 feil",
                ],
            ),
            (
                "en",
                [
                    "Møter, row 3, column B «Dato»",
                    "Write it as 2026-12-31",
                    "The file has 3 faults",
                ],
            ),
        ] {
            let page = anne.get(&format!("{to}?lang={language}")).await.ok();
            for needle in needles {
                assert!(page.contains(needle), "{language} {needle}: {page}");
            }
            assert!(!page.contains("name=\"draft\""), "there is no button");
        }
        let waiting: RowId = instance
            .app
            .db
            .read_now(|conn| Ok(import_draft::table.select(import_draft::id).first(conn)?))
            .expect("it waits");
        let page = anne
            .post("/import/check", &[("draft", waiting.as_str())])
            .await
            .is(422);
        assert!(page.contains("column B «Dato»"));
        assert_eq!(rows(&instance), before);
    }
}

#[actix_web::test]
async fn what_was_changed_since_it_was_looked_over_is_checked_again() {
    for instance in instances(NOW) {
        prepare(&instance);
        let mut anne = instance.signed_in(ADMINISTRATOR).await;
        let of = |name: &str| format!("{name}|Kommune|ny.test");
        let head = "Navn|Type|E-postdomener";
        let bytes = workbook(&[("Virksomheter", &[head, &of("Ny etat")])]);
        let to = anne
            .post_files("/import", &[("ny.xlsx", &bytes)])
            .await
            .goes_to();
        let page = anne.get(&to).await.ok();
        let (_, rest) = page
            .split_once("name=\"draft\" value=\"")
            .expect("a button");
        let draft = rest.split('"').next().expect("an id").to_owned();
        let other = write(
            &instance,
            &[("Virksomheter", &[head, &of("Helt annen etat")])],
        );
        assert!(other.faults.is_empty());
        let before = rows(&instance);
        let page = anne
            .post("/import/check", &[("draft", &draft)])
            .await
            .is(422);
        assert!(page.contains("ny.test") && page.contains("Filen har én feil"));
        assert_eq!(rows(&instance), before);
    }
}

#[test]
fn four_who_import_one_file_at_once_write_it_once() {
    for instance in instances(NOW) {
        prepare(&instance);
        let before = rows(&instance);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| assert!(write(&instance, SKATE).faults.is_empty()));
            }
        });
        let added: Vec<i64> = rows(&instance)
            .iter()
            .zip(&before)
            .map(|(now, then)| now - then)
            .collect();
        assert_eq!(added, ADDED);
    }
}

#[actix_web::test]
async fn a_file_that_is_none_is_refused_on_the_form_and_a_form_from_elsewhere_is_not_read() {
    let instance = crate::support::sqlite(NOW);
    prepare(&instance);
    let mut anne = instance.signed_in(ADMINISTRATOR).await;
    anne.get("/import").await.ok();
    let large = vec![b'x'; 11 * 1024 * 1024];
    type Files<'a> = &'a [(&'a str, &'a [u8])];
    let table: [(Files<'_>, &str); 5] = [
        (&[], "Velg filen"),
        (&[("", b"")], "Velg filen"),
        (
            &[("notat.pdf", b"%PDF-1.7")],
            "verken en Excel-arbeidsbok eller en CSV-fil",
        ),
        (&[("stor.xlsx", &large)], "høyst 10 MB"),
        (
            &[("\u{202e}<script>.xlsx", b"PK\x03\x04xx")],
            "&lt;script&gt;",
        ),
    ];
    for (files, needle) in table {
        let page = anne.post_files("/import", files).await.is(422);
        assert!(
            page.contains(needle) && page.contains("ds-error-summary"),
            "{needle}: {page}"
        );
        assert!(page.contains("action=\"/import\"") && !page.contains("<script>.xlsx"));
    }
    let bytes = workbook(SKATE);
    anne.post_files_as("/import", "not-the-token", &[("a.xlsx", &bytes)])
        .await
        .is(403);
    let csv = "Navn;E-post\r\nÅse Bjørnø;ase@x.no\r\n";
    let (csv, _, _) = encoding_rs::WINDOWS_1252.encode(csv);
    anne.post_files("/import", &[("personer.csv", &csv), ("ukjent.csv", b"x")])
        .await
        .goes_to();
    let page = anne.get("/import/check").await.ok();
    assert!(
        page.contains("Åse Bjørnø") && page.contains("«ukjent.csv» er ikke kjent"),
        "{page}"
    );
    // What waits for one is nothing for another, and is gone after a day.
    let mut kari = instance.signed_in("kari.nordbo@digdir.example").await;
    kari.get("/import/check").await.is(404);
    instance.move_by(chrono::Duration::minutes(20));
    anne.get("/import/check").await.ok();
    instance.move_by(chrono::Duration::hours(9));
    let to = anne
        .post_files("/import", &[("a.xlsx", &bytes)])
        .await
        .goes_to();
    assert_eq!(
        to, "/sign-in?next=/import",
        "files are not kept: the form is where one goes on"
    );
    instance.move_by(chrono::Duration::hours(24));
    let mut anne = instance.signed_in(ADMINISTRATOR).await;
    assert_eq!(anne.get("/import/check").await.goes_to(), "/import");
}

#[actix_web::test]
async fn the_templates_are_given_as_files() {
    let instance = crate::support::sqlite(NOW);
    prepare(&instance);
    let mut anne = instance.signed_in(ADMINISTRATOR).await;
    assert!(anne.get("/import/template").await.ok().starts_with("PK"));
    let table = anne
        .get("/import/template?sheet=meetings&lang=nn")
        .await
        .ok();
    assert!(
        table.starts_with("\u{FEFF}Råd *;Møte;Dato *;Startar;"),
        "{table}"
    );
    anne.get("/import/template?sheet=x").await.is(404);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn the_command_reads_a_folder_of_tables_and_says_every_fault() {
    for ground in crate::support::grounds() {
        drop(ground.open(Clock::System));
        let folder = ground.folder.join("inn");
        std::fs::create_dir(&folder).expect("a folder is made");
        for (name, lines) in SKATE {
            let text = lines.join("\r\n").replace('|', ";");
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
            std::fs::write(folder.join(format!("{name}.csv")), &bytes).expect("a table is written");
        }
        std::fs::write(folder.join("les-meg.md"), "Hei").expect("another file");
        let settings = settings(&ground, &MailTo::Folder(ground.folder.join("mail")));
        let path = folder.display().to_string();
        let said = |arguments: &[&str]| {
            let output = run(arguments, &settings);
            let text = format!(
                "{}{}",
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr)
            );
            (output.status.code(), text)
        };
        let (code, text) = said(&["import", &path, "--dry-run", "--language", "en"]);
        assert_eq!(code, Some(0), "{text}");
        assert!(
            text.contains("Organisations: 6 new, 0 registered already")
                && text.contains("les-meg.md"),
            "{text}"
        );
        assert_eq!(boards(&ground), 0);
        std::fs::write(folder.join("extra-møter.csv"), "x").expect("another table");
        std::fs::write(
            folder.join("meetings.csv"),
            "Råd,Dato,Type\r\nskate,2019-13-01,ordinary\r\n",
        )
        .expect("a fault");
        let (code, text) = said(&["import", &path]);
        assert_eq!(code, Some(1), "{text}");
        assert!(
            text.contains("meetings, rad 2, kolonne B «Dato»: «2019-13-01»"),
            "{text}"
        );
        assert_eq!(boards(&ground), 0);
        std::fs::remove_file(folder.join("meetings.csv")).expect("the fault is gone");
        let (code, text) = said(&["import", &path]);
        assert_eq!(code, Some(0), "{text}");
        assert!(
            text.contains("Møter: 5 nye, 0 registrert fra før")
                && text.contains("1 av 1 råd er planlagt"),
            "{text}"
        );
        let (code, text) = said(&["import", &path]);
        assert!(
            code == Some(0) && text.contains("Alt i filen er registrert fra før"),
            "{text}"
        );
        assert_eq!(boards(&ground), 1);
        let (code, text) = said(&["import", "/nowhere/at-all.xlsx"]);
        assert!(
            code == Some(1) && text.contains("Vi finner ikke filen"),
            "{text}"
        );
    }
}

fn boards(ground: &Ground) -> i64 {
    let count = board::table.count().get_result(&mut ground.connect());
    count.expect("the boards are counted")
}
