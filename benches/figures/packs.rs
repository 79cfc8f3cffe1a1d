//! A pack of 14 cases with 42 PDFs of 20 pages, with fonts and pictures, held against `qpdf` joining the same files; the
//! room where they are read among the meetings of 30 years; and pages while three packs are built.

use super::full::Instance;
use super::{Figure, http, percentile};
use diesel::prelude::*;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use styringsrad::cases::rules::Step;
use styringsrad::cases::{self, plan as cases_plan};
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PaperId, PersonId, RowId};
use styringsrad::db::schema::{board, meeting, person};
use styringsrad::files::Kind;
use styringsrad::i18n::Language;
use styringsrad::jobs::workshop::work_all;
use styringsrad::meetings::MeetingState;
use styringsrad::papers::dispatch::plan::{Sending, send};
use styringsrad::papers::pack::order;
use styringsrad::papers::{self, Content, NewVersion, Part, StoredFile};
use styringsrad::pdf::markdown::blocks;
use styringsrad::pdf::pack::{Enclosed, How, Item, Section, Source};
use styringsrad::pdf::{Fit, Pack, Printing};

const CASES: usize = 14;
/// Of each case.
const FILES: usize = 3;
/// Of each file; one is its cover.
const PAGES: u32 = 20;
const PICTURES: u32 = 4;
const YEARS: usize = 30;
const VISITS: usize = 300;

#[actix_web::main]
pub async fn figures() -> Vec<Figure> {
    let instance = Instance::small();
    let folder = PathBuf::from("target/bench").join(RowId::new().as_str());
    std::fs::create_dir_all(&folder).expect("a folder is made");
    let files = make_files(&instance, &folder).await;
    let mut figures = building(&instance, &folder, &files).await;
    let meeting = fill(&instance, &files).await;
    figures.extend(reading(&instance, meeting, &files));
    std::fs::remove_dir_all(&folder).ok();
    figures
}

/// 42 PDFs as offices make them: text in three cuts of a font, and pictures.
async fn make_files(instance: &Instance, folder: &Path) -> Vec<PathBuf> {
    let picture = folder.join("picture.png");
    std::fs::write(&picture, a_picture(480, 320)).expect("it is written");
    let mut files = Vec::new();
    for number in 0..CASES * FILES {
        let mut documents: Vec<Enclosed> = Vec::new();
        for page in 1..PAGES {
            let is_picture = page <= PICTURES;
            documents.push(Enclosed {
                kind: if is_picture { How::Picture } else { How::Written },
                title: format!("Fil {number}, del {page}"),
                first: page,
                pages: 1,
                file: "picture".to_owned(),
                sections: vec![Section {
                    heading: "Vurdering".to_owned(),
                    blocks: blocks(&"Tjenesteeierne **bruker** løsningene *mer* enn før, og kostnadene følger bruken. ".repeat(18)),
                }],
                ..Enclosed::default()
            });
        }
        let pack = Pack {
            language: "nb".to_owned(),
            title: format!("Fil {number}"),
            date: (2026, 11, 28),
            heading: format!("Fil {number}"),
            items: vec![Item {
                documents,
                ..Item::default()
            }],
            ..Pack::default()
        };
        let source = Source {
            name: "picture".to_owned(),
            path: picture.clone(),
        };
        files.push(
            print(
                instance,
                Printing::Pack(pack, vec![source]),
                &folder.join(format!("{number}.pdf")),
                PAGES,
            )
            .await,
        );
    }
    files
}

async fn print(instance: &Instance, what: Printing, to: &Path, pages: u32) -> PathBuf {
    let mut into = instance.app.files.make().await.expect("there is room");
    let printed = instance
        .app
        .press
        .print(what, &mut into)
        .await
        .expect("it is set");
    assert_eq!((printed.pages, printed.unfit.len()), (pages, 0));
    std::fs::copy(into.path(), to).expect("it is copied");
    to.to_owned()
}

fn the_pack(files: &[PathBuf]) -> Printing {
    let mut sources = Vec::new();
    let mut items = Vec::new();
    let mut next = 1;
    for (case, files) in files.chunks(FILES).enumerate() {
        let first = next;
        next += 1;
        let mut documents = Vec::new();
        for (at, path) in files.iter().enumerate() {
            let name = format!("file-{case}-{at}");
            documents.push(Enclosed {
                kind: How::Foreign,
                title: format!("Vedlegg {at}"),
                label: format!("Sak {case}/26"),
                first: next,
                pages: PAGES,
                file: name.clone(),
                ..Enclosed::default()
            });
            sources.push(Source {
                name,
                path: path.clone(),
            });
            next += PAGES;
        }
        items.push(Item {
            title: format!("Sak {case}"),
            first: Some(first),
            pages: 1,
            documents,
            ..Item::default()
        });
    }
    let pack = Pack {
        language: "nb".to_owned(),
        title: "Møtepakke".to_owned(),
        date: (2026, 11, 28),
        heading: "Møtepakke".to_owned(),
        items,
        ..Pack::default()
    };
    Printing::Pack(pack, sources)
}

/// The best of three: what the machine does besides is not the pack's.
async fn building(instance: &Instance, folder: &Path, files: &[PathBuf]) -> Vec<Figure> {
    let is_over = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&is_over);
    let watch = std::thread::spawn(move || {
        let mut most: f64 = 0.0;
        while !told.load(Ordering::Relaxed) {
            most = most.max(of_children());
            std::thread::sleep(Duration::from_millis(5));
        }
        most
    });
    let (mut ours, mut theirs) = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        let began = Instant::now();
        let mut into = instance.app.files.make().await.expect("there is room");
        let built = instance.app.press.print(the_pack(files), &mut into).await;
        assert!(built.expect("it is built").unfit.is_empty());
        ours = ours.min(began.elapsed().as_secs_f64());
        let began = Instant::now();
        let mut qpdf = Command::new("qpdf");
        qpdf.args(["--empty", "--pages"]).args(files).arg("--");
        let joined = qpdf.arg(folder.join("joined.pdf")).status();
        assert!(joined.expect("qpdf is installed").success());
        theirs = theirs.min(began.elapsed().as_secs_f64());
    }
    is_over.store(true, Ordering::Relaxed);
    let most = watch.join().expect("watching does not fail");
    let pages = files.len() * PAGES as usize;
    println!(
        "# a pack of {} files and {pages} pages: ours {ours:.2} s, qpdf {theirs:.2} s",
        files.len()
    );
    vec![
        figure("pack_of_840_pages", ours, "s", 2.0),
        figure("pack_memory", most, "MB", 200.0),
        figure("pack_to_qpdf", ours / theirs, "ratio", 1.5),
    ]
}

fn figure(name: &'static str, value: f64, unit: &'static str, target: f64) -> Figure {
    Figure {
        name,
        value,
        unit,
        target,
        at_most: true,
    }
}

/// What the processes that this one has started hold at this moment.
fn of_children() -> f64 {
    let own = std::process::id().to_string();
    let Ok(all) = std::fs::read_dir("/proc") else {
        return 0.0;
    };
    let pids = all
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let is_child = |pid: &u32| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let after = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
        after.split(' ').nth(1) == Some(own.as_str())
    };
    let resident = |pid: u32| {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024.0)
    };
    pids.filter(is_child)
        .filter_map(resident)
        .fold(0.0, f64::max)
}

/// The near meeting with 14 cases, whose papers have gone out, among those of 30 years.
async fn fill(instance: &Instance, files: &[PathBuf]) -> MeetingId {
    let app = &instance.app;
    let versions = kept(instance, files).await;
    let (near, sent) = sent_out(instance, &versions);
    super::run_sql(instance, &history(near));
    // What is imported is read for the search first; a server that has run for a while has done that.
    super::run_sql(instance, "DELETE FROM search_due");
    super::run_sql(instance, "ANALYZE");
    let ordered = order::for_readers(app, sent).await;
    ordered.expect("packs are ordered");
    let began = Instant::now();
    let built = work_all(app, styringsrad::app::JOBS).await;
    println!(
        "# {} packs for the readers of {} meetings' board in {:.1} s",
        built.expect("they are built"),
        YEARS * 4,
        began.elapsed().as_secs_f64()
    );
    near
}

/// The files in the store, each as a version of a paper.
async fn kept(instance: &Instance, files: &[PathBuf]) -> Vec<NewVersion> {
    let app = &instance.app;
    let mut versions = Vec::new();
    for path in files {
        let bytes = std::fs::read(path).expect("it is there");
        let mut file = app.files.receive().await.expect("there is room");
        file.write(&bytes).await.expect("it is written");
        file.end().await.expect("it is a PDF");
        app.files.keep(&mut file).await.expect("it is kept");
        let stored = StoredFile {
            kind: Kind::Pdf,
            name: "vedlegg.pdf".to_owned(),
            size: i64::try_from(bytes.len()).expect("a small file"),
            pages: Some(i64::from(PAGES)),
            fit: Some(Fit::Whole),
        };
        versions.push(NewVersion {
            checksum: file.checksum().clone(),
            content: Content::File(stored),
            changed: String::new(),
            late: None,
            numbers_reason: None,
        });
    }
    versions
}

/// Cases with these papers on the near meeting's agenda, and their dispatch.
fn sent_out(instance: &Instance, versions: &[NewVersion]) -> (MeetingId, RowId) {
    let app = &instance.app;
    let now = app.clock.now();
    let write = |conn: &mut styringsrad::db::Conn| {
        let of: BoardId = board::table
            .filter(board::parent_id.is_null())
            .select(board::id)
            .first(conn)?;
        let near: MeetingId = meeting::table
            .filter(meeting::board_id.eq(of))
            .filter(meeting::state.eq(MeetingState::Called))
            .order(meeting::first_day)
            .select(meeting::id)
            .first(conn)?;
        let person: PersonId = person::table
            .filter(person::name.eq("Kari Nordbø"))
            .select(person::id)
            .first(conn)?;
        let by = cases_plan::By { person, now };
        let chosen = add_papers(conn, (of, near), versions, by)?;
        let sending = Sending {
            id: RowId::new(),
            meeting: near,
            papers: chosen,
            paragraph: String::new(),
            documents: Vec::new(),
        };
        send(conn, &sending, by)?;
        Ok((near, sending.id))
    };
    app.db.write_now(write).expect("the meeting is filled")
}

/// A case for each three of these versions, and a paper for each.
fn add_papers(
    conn: &mut styringsrad::db::Conn,
    (of, near): (BoardId, MeetingId),
    versions: &[NewVersion],
    by: cases_plan::By,
) -> styringsrad::error::Result<Vec<(PaperId, i64)>> {
    let mut chosen = Vec::new();
    for own in versions.chunks(FILES) {
        let case = a_case(conn, of, near, by)?;
        for version in own {
            let beginning = papers::plan::Beginning {
                id: PaperId::new(),
                case,
                part: Part::Attachment,
                facts: papers::Facts {
                    title: "Vedlegg".to_owned(),
                    language: Language::NB,
                    archive_reference: String::new(),
                },
                first: Some(version.clone()),
            };
            papers::plan::begin(conn, &beginning, by)?;
            chosen.push((beginning.id, 1));
        }
    }
    Ok(chosen)
}

fn a_case(
    conn: &mut styringsrad::db::Conn,
    of: BoardId,
    near: MeetingId,
    by: cases_plan::By,
) -> styringsrad::error::Result<CaseId> {
    let proposal = cases_plan::Proposal {
        id: CaseId::new(),
        board: of,
        through: of,
        facts: cases::Facts {
            title: "Produktstrategi for fellesløsningene".to_owned(),
            public_title: "Produktstrategi".to_owned(),
            kind: "information".to_owned(),
            subject: "portfolio".to_owned(),
            language: Language::NB,
            description: "Årlig gjennomgang.".to_owned(),
            archive_reference: String::new(),
            organisations: std::collections::BTreeSet::new(),
            responsible_board: None,
            affects_municipalities: false,
            wanted_meeting: None,
            follows: None,
        },
        late: None,
    };
    cases_plan::propose(conn, &proposal, by)?;
    let case = cases_plan::step(conn, proposal.id, 1, Step::Accept, "", by)?;
    let place = cases_plan::Place {
        meeting: near,
        minutes: Some(10),
        presenter: "Per Sandvik".to_owned(),
        late: Some(cases_plan::Late {
            given_by: by.person,
            reason: "Haster.".to_owned(),
        }),
    };
    cases_plan::schedule(conn, &case, &place, by)?;
    Ok(case.id)
}

/// Copies of the near meeting and all that hangs on it, one for each of the meetings of 30 years. The first eight digits of
/// an id become the number of the copy.
fn history(of: MeetingId) -> String {
    let copies = YEARS * 4;
    let new = |column: &str| format!("printf('%08x', n) || substr({column}, 9)");
    let count = format!(
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {copies})"
    );
    let cases = format!("SELECT id FROM board_case WHERE meeting_id = '{of}'");
    let papers = format!("SELECT id FROM paper WHERE case_id IN ({cases})");
    let copy = |table: &str, from: &str, changed: &[&str], kept: &str| {
        let ids: Vec<String> = changed.iter().map(|column| new(column)).collect();
        let (names, values) = (changed.join(", "), ids.join(", "));
        format!(
            "INSERT INTO {table} ({names}, {kept}) {count} SELECT {values}, {kept} FROM {table}, c WHERE {from};\n"
        )
    };
    let old =
        "date(first_day, '-' || (n * 90) || ' days'), date(first_day, '-' || (n * 90) || ' days')";
    let meetings = format!(
        "INSERT INTO meeting (id, first_day, last_day, state, board_id, kind, title, place, video_link, archive_reference, created_at) \
         {count} SELECT {}, {old}, 'held', board_id, kind, title, place, video_link, archive_reference, created_at FROM meeting, c WHERE id = '{of}';\n",
        new("id")
    );
    let number = format!(
        "INSERT INTO board_case (id, meeting_id, sequence, series, state, board_id, title, public_title, kind, subject, language, description, \
         archive_reference, affects_municipalities, year, proposed_by, proposed_through, proposed_at, audience, assessment, title_exempt) \
         {count} SELECT {}, {}, sequence, 'copy-' || n, 'treated', board_id, title, public_title, kind, subject, language, description, \
         archive_reference, affects_municipalities, year, proposed_by, proposed_through, proposed_at, audience, assessment, title_exempt \
         FROM board_case, c WHERE meeting_id = '{of}';\n",
        new("id"),
        new("meeting_id")
    );
    [
        meetings,
        number,
        copy("agenda", &format!("meeting_id = '{of}'"), &["meeting_id"], "begun_at"),
        copy("agenda_item", &format!("meeting_id = '{of}' AND case_id IS NOT NULL"), &["id", "meeting_id", "case_id"], "position, session, kind, title, minutes, presenter"),
        copy(
            "paper",
            &format!("case_id IN ({cases})"),
            &["id", "case_id"],
            "board_id, part, position, title, language, archive_reference, latest, published, audience, assessment, title_exempt, created_by, created_at",
        ),
        copy(
            "paper_version",
            &format!("paper_id IN ({papers})"),
            &["id", "paper_id"],
            "number, checksum, content, file_kind, file_name, file_size, pages, changed, made_by, made_at, fit",
        ),
    ]
    .concat()
}

/// The room of the near meeting, the pack of a second reader with the same rights, and a page while three packs are built.
fn reading(instance: &Instance, meeting: MeetingId, files: &[PathBuf]) -> Vec<Figure> {
    let port = http::free_port();
    let mut server = instance.serve(port);
    http::wait_for(port);
    let cookie = instance.sign_in();
    let room = format!("/meetings/{meeting}/papers");
    let pack = format!("{room}/pack");
    let visit = |path: &str| {
        let began = Instant::now();
        let answer = http::get(port, path, &cookie).expect("it answers");
        assert_eq!(answer.status, 200, "{path}");
        began.elapsed()
    };
    let visits =
        |path: &str, many: usize| (0..many).map(|_| visit(path)).collect::<Vec<Duration>>();
    visits(&room, 20);
    let quiet = visits(&room, VISITS);
    let second = visits(&pack, 20);
    println!("# the room: median {:.2} ms", percentile(quiet.clone(), 50));
    let jobs: Vec<_> = (0..3)
        .map(|_| (instance.app.clone(), the_pack(files)))
        .collect();
    let is_over = Arc::new(AtomicBool::new(false));
    let builders: Vec<_> = jobs
        .into_iter()
        .map(|(app, what)| {
            let told = Arc::clone(&is_over);
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .expect("a runtime");
                runtime.block_on(async {
                    while !told.load(Ordering::Relaxed) {
                        let mut into = app.files.make().await.expect("there is room");
                        app.press
                            .print(what.clone(), &mut into)
                            .await
                            .expect("it is built");
                    }
                });
            })
        })
        .collect();
    let busy = visits(&room, VISITS);
    is_over.store(true, Ordering::Relaxed);
    builders
        .into_iter()
        .for_each(|one| one.join().expect("it builds"));
    server.kill().expect("the server ends");
    server.wait().expect("it has ended");
    vec![
        figure("reading_room_p99", percentile(quiet, 99), "ms", 10.0),
        figure("second_reader_pack", percentile(second, 99), "ms", 50.0),
        figure("page_while_packs_p99", percentile(busy, 99), "ms", 50.0),
    ]
}

/// A PNG of many colours, stored without being packed, as small a writer as may be (RFC 2083).
fn a_picture(width: u32, height: u32) -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..height {
        rows.push(0);
        for x in 0..width {
            rows.extend(
                [x * 255 / width, y * 255 / height, (x * 7 + y * 13) % 256]
                    .map(|part| u8::try_from(part).expect("a byte")),
            );
        }
    }
    let mut packed = vec![0x78, 0x01];
    let mut blocks = rows.chunks(65_535).peekable();
    while let Some(block) = blocks.next() {
        packed.push(u8::from(blocks.peek().is_none()));
        let length = u16::try_from(block.len()).expect("a short block");
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
    }
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in &rows {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    packed.extend((high << 16 | low).to_be_bytes());
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", &header),
        (b"IDAT", &packed),
        (b"IEND", &Vec::new()),
    ] {
        png.extend(
            u32::try_from(data.len())
                .expect("a small picture")
                .to_be_bytes(),
        );
        let part = [&kind[..], data].concat();
        png.extend(&part);
        png.extend(checksum(&part).to_be_bytes());
    }
    png
}

/// CRC-32, as PNG has it.
fn checksum(part: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            }
        })
    };
    !part.iter().fold(!0, step)
}
