//! The search on both engines: words in all their forms, the text of files, what was changed since it was read, and that
//! neither a hit nor a count nor an excerpt tells of what its reader may not know (F32–F37).

mod seen;

use crate::support::{Instance, day, instances};
use crate::world::{MEMBER, NOW, SECRETARY, facts};
use diesel::prelude::*;
use styringsrad::cases::rules::Step;
use styringsrad::cases::{plan as case_plan, store as cases};
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PaperId, PersonId};
use styringsrad::db::schema::{board, board_case, meeting, paper, person, search_due, search_text};
use styringsrad::error::Result;
use styringsrad::files::{Checksum, Kind};
use styringsrad::i18n::Language;
use styringsrad::papers::store::{self as papers, write};
use styringsrad::papers::{Content, NewVersion, Part, Sections, StoredFile, plan};
use styringsrad::search::rules::terms;
use styringsrad::search::store::find;
use styringsrad::search::{Found, Order, Question, Sort, excerpt, indexing};
use styringsrad::web::access::{Assessment, Audience, Clearance};

/// Reads all that is due.
async fn read_all(instance: &Instance) {
    while indexing::step(&instance.app).await.expect("it is read") {}
}

fn question(text: &str) -> Question {
    Question {
        terms: terms(text),
        board: None,
        sort: None,
        kind: None,
        subject: None,
        from: None,
        until: None,
        order: Order::Best,
        page: 0,
    }
}

fn text(of: &str) -> NewVersion {
    let sections = Sections {
        background: of.to_owned(),
        ..Sections::default()
    };
    let stored = write::written(&sections).expect("a text is JSON");
    NewVersion {
        checksum: Checksum::of_content(stored.as_bytes()),
        content: Content::Written(sections),
        changed: String::new(),
        late: None,
        numbers_reason: None,
    }
}

/// The demo, with one accepted case more.
struct Stage<'a> {
    instance: &'a Instance,
    boards: Vec<BoardId>,
    meetings: Vec<MeetingId>,
    case: CaseId,
    by: case_plan::By,
}

impl<'a> Stage<'a> {
    fn set(instance: &'a Instance) -> Self {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let now = instance.now();
        let write = |conn: &mut Conn| {
            let person: PersonId = person::table
                .filter(person::address.eq(SECRETARY))
                .select(person::id)
                .first(conn)?;
            let boards: Vec<BoardId> = board::table
                .order(board::parent_id.is_not_null())
                .select(board::id)
                .load(conn)?;
            let meetings: Vec<MeetingId> = meeting::table
                .filter(meeting::board_id.eq(boards[0]))
                .filter(meeting::state.ne("closed"))
                .order(meeting::first_day)
                .select(meeting::id)
                .load(conn)?;
            let by = case_plan::By { person, now };
            let proposal = case_plan::Proposal {
                id: CaseId::new(),
                board: boards[0],
                through: boards[0],
                facts: facts("Hemmelig ramme"),
                late: None,
            };
            case_plan::propose(conn, &proposal, by)?;
            case_plan::step(conn, proposal.id, 1, Step::Accept, "", by)?;
            Ok((boards, meetings, proposal.id, by))
        };
        let (boards, meetings, case, by) = instance.app.db.write_now(write).expect("it is set");
        Self {
            instance,
            boards,
            meetings,
            case,
            by,
        }
    }

    fn write<T>(&self, what: impl Fn(&mut Conn) -> Result<T>) -> T {
        self.instance.app.db.write_now(what).expect("it is written")
    }

    /// A paper of the case; published where its readers are to have it.
    fn paper(&self, title: &str, first: NewVersion, is_out: bool) -> PaperId {
        self.document(Part::Paper, title, first, is_out)
    }

    fn document(&self, part: Part, title: &str, first: NewVersion, is_out: bool) -> PaperId {
        let beginning = plan::Beginning {
            id: PaperId::new(),
            case: self.case,
            part,
            facts: styringsrad::papers::Facts {
                title: title.to_owned(),
                language: Language::NB,
                archive_reference: String::new(),
            },
            first: Some(first),
        };
        self.write(|conn| {
            plan::begin(conn, &beginning, self.by)?;
            Ok(())
        });
        if is_out {
            self.publish(beginning.id);
        }
        beginning.id
    }

    fn publish(&self, id: PaperId) {
        self.write(|conn| {
            let mut paper = papers::paper(conn, id)?;
            paper.published = Some(paper.latest);
            paper.access.audience = Audience::Members;
            write::update(conn, &paper)
        });
    }

    fn secretariat(&self) -> Clearance {
        let mut clearance = Clearance::of_nobody(self.by.now);
        clearance.keeps.extend(self.boards.iter().copied());
        clearance
    }

    fn member(&self) -> Clearance {
        let mut clearance = Clearance::of_nobody(self.by.now);
        clearance.reads.insert(self.boards[0]);
        clearance
    }

    fn find(&self, of: &Question, clearance: &Clearance) -> Found {
        let found = (self.instance.app.db).read_now(|conn| find(conn, of, clearance));
        found.expect("it is searched")
    }

    /// The titles of what the secretariat finds.
    fn titles(&self, text: &str) -> Vec<String> {
        let found = self.find(&question(text), &self.secretariat());
        found.hits.into_iter().map(|hit| hit.title).collect()
    }
}

/// A PDF of a page for each of these lines, as small as may be.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..lines.len())
        .map(|at| format!("{} 0 R", 4 + 2 * at))
        .collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Kids[{}]/Count {}>>",
            kids.join(" "),
            lines.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (at, line) in lines.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            5 + 2 * at
        ));
        let stream = format!("BT /F 18 Tf 60 700 Td ({line}) Tj ET");
        objects.push(format!(
            "<</Length {}>>stream\n{stream}\nendstream",
            stream.len()
        ));
    }
    let mut text = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.extend(format!("{} 0 obj{object}endobj\n", index + 1).bytes());
    }
    let (start, size) = (text.len(), objects.len() + 1);
    text.extend(
        format!(
            "xref\n0 {size}\n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        )
        .bytes(),
    );
    text
}

/// Keeps a file, and gives the version that it is.
async fn kept(instance: &Instance, kind: Kind, bytes: &[u8]) -> NewVersion {
    let mut file = instance.app.files.receive().await.expect("there is room");
    file.write(bytes).await.expect("it is written");
    assert_eq!(file.end().await.expect("it is taken"), kind);
    instance
        .app
        .files
        .keep(&mut file)
        .await
        .expect("it is kept");
    a_file(kind, bytes)
}

fn a_file(kind: Kind, bytes: &[u8]) -> NewVersion {
    NewVersion {
        checksum: Checksum::of_content(bytes),
        content: Content::File(StoredFile {
            kind,
            name: format!("fil.{}", kind.suffix()),
            size: i64::try_from(bytes.len()).expect("a small file"),
            pages: None,
            fit: None,
        }),
        ..text("")
    }
}

#[actix_web::test]
async fn words_are_found_in_all_their_forms_in_cases_papers_and_files() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        stage.paper(
            "Sakspapir",
            text("Vi foreslår **tre** avtaler om årsplanen."),
            true,
        );
        let file = kept(
            &instance,
            Kind::Pdf,
            &pdf(&["Forside", "Innhold", "Kommunene betaler mindre"]),
        )
        .await;
        stage.paper("Vedlegg", file, true);
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet
            .write_string(0, 0, "Tilknytningsavgift")
            .expect("a cell is written");
        let bytes = book.save_to_buffer().expect("a workbook is made");
        let file = kept(&instance, Kind::Excel, &bytes).await;
        stage.paper("Tabell", file, true);
        read_all(&instance).await;
        for (asked, title) in [
            ("avtale årsplan", "Sakspapir"),
            ("AVTALENE", "Sakspapir"),
            ("avtalane årsplanar", "Sakspapir"),
            ("foreslår tre", "Sakspapir"),
            ("kommune", "Vedlegg"),
            ("kommunar betale", "Vedlegg"),
            ("tilknytningsavgifter", "Tabell"),
            ("tilknytn", "Tabell"),
            ("hemmelege rammer", "Hemmelig ramme"),
        ] {
            let titles = stage.titles(asked);
            assert!(titles.contains(&title.to_owned()), "{asked}: {titles:?}");
        }
        for nothing in ["avtale kommune tilknytningsavgift", "avtaleverk", "plan"] {
            let found = stage.titles(nothing);
            assert!(
                !found.contains(&"Sakspapir".to_owned()),
                "{nothing}: {found:?}"
            );
        }
        let found = stage.find(&question("kommunene mindre"), &stage.member());
        let hit = found.hits.first().expect("the file is found");
        let excerpt = excerpt::excerpt(&hit.content, &terms("kommunene mindre"));
        assert_eq!(excerpt.page, Some(3), "{excerpt:?}");
        let marked = excerpt.pieces.iter().filter(|piece| piece.is_found).count();
        assert_eq!(marked, 2, "{excerpt:?}");
    }
}

#[actix_web::test]
async fn a_hit_is_called_what_it_is_and_signs_are_no_words() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        stage.document(Part::Paper, "Rammen", text("Solbris"), true);
        stage.document(Part::Attachment, "Tallene", text("Solbris"), true);
        read_all(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get("/search?text=solbris&lang=nb").await.ok();
        for part in ["Sakspapir · ", "Vedlegg · "] {
            assert_eq!(page.matches(part).count(), 1, "{part}");
        }
        assert!(!page.contains("Unntatt offentlighet"));
        stage.write(|conn| {
            let case = board_case::table.find(stage.case);
            let exempt = board_case::assessment.eq(Assessment::Exempt);
            Ok(diesel::update(case).set(exempt).execute(conn)?)
        });
        let page = kari.get("/search?text=solbris&lang=nb").await.ok();
        assert_eq!(page.matches("Unntatt offentlighet").count(), 2, "{page}");
        for (asked, said) in [
            ("%27%22%25_*(", "Skriv minst ett ord eller tall."),
            ("og", "Slike ord står i nesten alle tekster."),
            ("+", "Skriv ett eller flere ord, og velg Søk."),
        ] {
            let page = kari.get(&format!("/search?text={asked}&lang=nb")).await;
            assert!(page.ok().contains(said), "{asked}");
        }
    }
}

#[actix_web::test]
async fn the_demo_is_found_as_soon_as_it_is_read() {
    for instance in instances(NOW) {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        read_all(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get("/search?text=rapport").await.ok();
        assert!(page.contains("<mark>Rapporten</mark>"), "{page}");
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get("/search?text=tilgjengelighet").await.ok();
        assert!(page.contains("<mark>Tilgjengeligheten</mark>"), "{page}");
        assert!(page.contains("1 treff"), "{page}");
        let page = olav
            .get("/search?text=tilgjengelighet&lang=nn&sort=case")
            .await
            .ok();
        assert!(page.contains("Ingen treff"), "{page}");
    }
}

#[actix_web::test]
async fn only_what_stands_now_is_found() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let out = stage.paper("Om budsjettet", text("Ordet er solbris."), true);
        stage.paper("Kladd", text("Ordet er solbris."), false);
        read_all(&instance).await;
        assert_eq!(stage.titles("solbris"), ["Om budsjettet"]);
        // A version that is not out.
        stage.write(|conn| {
            let mut paper = papers::paper(conn, out)?;
            let next = NewVersion {
                changed: "Alt.".to_owned(),
                ..text("Ordet er nordavind.")
            };
            write::add_version(conn, out, 2, &next, (stage.by.person, stage.by.now))?;
            paper.latest = 2;
            write::update(conn, &paper)
        });
        // Changed since it was read, and not read again: it is not found at all.
        assert_eq!(stage.titles("solbris"), Vec::<String>::new());
        read_all(&instance).await;
        assert_eq!(stage.titles("nordavind"), Vec::<String>::new());
        assert_eq!(stage.titles("solbris"), ["Om budsjettet"]);
        stage.publish(out);
        assert_eq!(stage.titles("solbris"), Vec::<String>::new());
        read_all(&instance).await;
        assert_eq!(stage.titles("nordavind"), ["Om budsjettet"]);
        assert_eq!(stage.titles("solbris"), Vec::<String>::new());
        // Renamed: the old words are gone at once.
        stage.write(|conn| {
            let mut case = cases::case(conn, stage.case)?;
            case.facts.title = "Åpen plan".to_owned();
            cases::write::update(conn, &case, None)
        });
        assert_eq!(stage.titles("hemmelig ramme"), Vec::<String>::new());
        read_all(&instance).await;
        assert_eq!(stage.titles("hemmelig ramme"), Vec::<String>::new());
        assert_eq!(stage.titles("åpen planer"), ["Åpen plan"]);
    }
}

#[actix_web::test]
async fn what_is_read_twice_or_by_two_is_kept_once() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        stage.paper("Papir", text("Ordet er solbris."), true);
        let other = instance.ground.open(instance.app.clock.clone());
        assert_ne!(other.office.worker, instance.app.office.worker);
        loop {
            let (one, two) = tokio::join!(indexing::step(&instance.app), indexing::step(&other));
            if !one.expect("it is read") && !two.expect("it is read") {
                break;
            }
        }
        read_all(&instance).await;
        let count = |instance: &Instance| {
            let read = instance.app.db.read_now(|conn| {
                let due: i64 = search_due::table.count().get_result(conn)?;
                let kept: i64 = search_text::table.count().get_result(conn)?;
                let cases: i64 = board_case::table.count().get_result(conn)?;
                let out = paper::table.filter(paper::published.is_not_null());
                let papers: i64 = out.count().get_result(conn)?;
                Ok((due, kept, cases + papers))
            });
            read.expect("it is counted")
        };
        let (due, kept, all) = count(&instance);
        assert_eq!((due, kept), (0, all));
        // A write that changes nothing is read again, and kept in the same place.
        stage.write(|conn| {
            Ok(diesel::update(board_case::table)
                .set(board_case::state.eq(board_case::state))
                .execute(conn)?)
        });
        read_all(&instance).await;
        assert_eq!(count(&instance), (0, all, all));
        assert_eq!(stage.titles("solbris"), ["Papir"]);
    }
}

#[actix_web::test]
async fn a_file_that_is_away_keeps_nothing_else_waiting() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let gone = a_file(Kind::Pdf, b"%PDF-1.7 never kept");
        stage.paper("Borte vekk", gone, true);
        let broken = kept(&instance, Kind::Pdf, b"%PDF-1.7 broken").await;
        stage.paper("Ødelagt fil", broken, true);
        stage.paper("Papir", text("Ordet er solbris."), true);
        read_all(&instance).await;
        assert_eq!(stage.titles("borte"), ["Borte vekk"]);
        assert_eq!(stage.titles("ødelagte filer"), ["Ødelagt fil"]);
        assert_eq!(stage.titles("solbris"), ["Papir"]);
    }
}

#[actix_web::test]
async fn what_was_found_is_ordered_narrowed_and_paged() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let write = |conn: &mut Conn| {
            let model = cases::case(conn, stage.case)?;
            for number in 0..45 {
                let mut case = model.clone();
                case.id = CaseId::new();
                case.facts.title = format!("Nummer {number}");
                case.facts.description = "Stillstand.".to_owned();
                case.proposed_at = stage.by.now + chrono::Duration::days(number);
                if number == 3 {
                    case.facts.title = "Stillstanden".to_owned();
                    case.facts.kind = "decision".to_owned();
                }
                cases::write::create(conn, &case)?;
                if number < 2 {
                    let at = stage.meetings[usize::from(number == 1)];
                    diesel::update(board_case::table.find(case.id))
                        .set(board_case::meeting_id.eq(at))
                        .execute(conn)?;
                }
            }
            Ok(())
        };
        stage.write(write);
        stage.paper("Papir", text("Stillstand."), true);
        read_all(&instance).await;
        let all = stage.secretariat();
        let first = stage.find(&question("stillstand"), &all);
        assert_eq!(
            (first.count, first.hits.len(), first.has_more),
            (46, 20, false)
        );
        assert_eq!(first.hits[0].title, "Stillstanden");
        let last = stage.find(
            &Question {
                page: 2,
                ..question("stillstand")
            },
            &all,
        );
        assert_eq!(last.hits.len(), 6);
        let past = stage.find(
            &Question {
                page: usize::MAX,
                ..question("stillstand")
            },
            &all,
        );
        assert_eq!((past.count, past.hits.len()), (46, 0));
        let newest = stage.find(
            &Question {
                order: Order::Newest,
                ..question("stillstand")
            },
            &all,
        );
        assert_ne!(newest.hits[0].title, "Stillstanden");
        let counts = |of: Question| stage.find(&of, &all).count;
        let asked = || question("stillstand");
        assert_eq!(
            counts(Question {
                sort: Some(Sort::Paper),
                ..asked()
            }),
            1
        );
        assert_eq!(
            counts(Question {
                sort: Some(Sort::Case),
                ..asked()
            }),
            45
        );
        assert_eq!(
            counts(Question {
                kind: Some("decision".to_owned()),
                ..asked()
            }),
            1
        );
        assert_eq!(
            counts(Question {
                subject: Some("budget".to_owned()),
                ..asked()
            }),
            0
        );
        assert_eq!(
            counts(Question {
                board: Some(stage.boards[0]),
                ..asked()
            }),
            46
        );
        assert_eq!(
            counts(Question {
                board: Some(stage.boards[1]),
                ..asked()
            }),
            0
        );
        let held: chrono::NaiveDate = stage.write(|conn| {
            let of = meeting::table.find(stage.meetings[0]);
            Ok(of.select(meeting::first_day).first(conn)?)
        });
        assert_eq!(
            counts(Question {
                from: Some(held),
                until: Some(held),
                ..asked()
            }),
            1
        );
        assert_eq!(
            counts(Question {
                from: Some(day("1900-01-01")),
                ..asked()
            }),
            2
        );
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get("/search?text=stillstand&order=newest").await.ok();
        assert!(
            page.contains("46 treff")
                && page.contains("text=stillstand&amp;order=newest&amp;page=1"),
            "{page}"
        );
        let page = kari.get("/search?text=stillstand&page=2").await.ok();
        assert!(
            page.contains("start=\"41\"") && page.contains("Side 3 av 3"),
            "{page}"
        );
    }
}

#[actix_web::test]
async fn what_moves_to_another_day_moves_among_the_newest() {
    for instance in instances(NOW) {
        let stage = Stage::set(&instance);
        let [near, far] = [1, 2].map(|at| stage.meetings[at]);
        stage.write(|conn| {
            let mut other = cases::case(conn, stage.case)?;
            other.id = CaseId::new();
            other.facts.title = "En annen".to_owned();
            other.facts.description = "Stillstand.".to_owned();
            cases::write::create(conn, &other)?;
            let case = diesel::update(board_case::table.find(other.id));
            Ok(case.set(board_case::meeting_id.eq(near)).execute(conn)?)
        });
        stage.paper("Papir", text("Stillstand."), true);
        let newest = || {
            let of = Question {
                order: Order::Newest,
                ..question("stillstand")
            };
            let found = stage.find(&of, &stage.secretariat());
            let hits = found.hits.into_iter().map(|hit| hit.title);
            hits.collect::<Vec<_>>()
        };
        read_all(&instance).await;
        assert_eq!(newest(), ["En annen", "Papir"]);
        // The papers of a case follow it to its meeting.
        stage.write(|conn| {
            let case = diesel::update(board_case::table.find(stage.case));
            Ok(case.set(board_case::meeting_id.eq(far)).execute(conn)?)
        });
        read_all(&instance).await;
        assert_eq!(newest(), ["Papir", "En annen"]);
        stage.write(|conn| {
            let meeting = diesel::update(meeting::table.find(far));
            let sooner = meeting::first_day.eq(day("2026-01-01"));
            Ok(meeting.set(sooner).execute(conn)?)
        });
        read_all(&instance).await;
        assert_eq!(newest(), ["En annen", "Papir"]);
    }
}

#[actix_web::test]
async fn no_input_breaks_the_search() {
    for instance in instances(NOW) {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        read_all(&instance).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let long = "%C3%A5".repeat(3_000);
        let words: String = (0..500).map(|number| format!("ord{number}+")).collect();
        for asked in [
            "",
            "%00",
            "%22",
            "%22%22+OR+%22",
            "a*+b*",
            "*",
            "NEAR(a+b)",
            "tokens:x",
            "NOT",
            "AND",
            "-budsjett",
            "%27%27%27",
            "%27+%7C+%27a",
            "a%3A*",
            "!(a)+%26",
            "%5C",
            "%F0%9F%98%80",
            "e%CC%81+%CC%81",
            "%E2%80%AE",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%EF%AC%81",
            "1%0D%0A2",
            long.as_str(),
            words.as_str(),
        ] {
            for field in [
                "text", "board", "kind", "subject", "sort", "order", "page", "from", "until",
            ] {
                let text = if field == "text" {
                    ""
                } else {
                    "text=budsjett&"
                };
                let answer = kari.get(&format!("/search?{text}{field}={asked}")).await;
                let status = answer.status.as_u16();
                assert!([200, 422].contains(&status), "{field}={asked}: {status}");
                assert!(!answer.body.contains("<script>alert"), "{field}={asked}");
            }
        }
        for page in [
            "-1",
            "18446744073709551615",
            "99999999999999999999999",
            "1e3",
        ] {
            kari.get(&format!("/search?text=budsjett&page={page}"))
                .await
                .ok();
        }
        kari.get("/search?text=%ff&text=a").await;
    }
}
