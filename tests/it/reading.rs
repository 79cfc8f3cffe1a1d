//! Reading and arranging: a PDF in its page, what came late, an agenda put in order by hand, papers that cases share, and
//! case officers. Rows on both engines, pages through the real routes.

use crate::papers::{Near, id_of, text};
use crate::support::{Instance, instances, moment, sqlite};
use crate::world::{MEMBER, NOW, SECRETARY, SERVICE_OWNER, facts, world};
use diesel::prelude::*;
use styringsrad::cases::plan as case_plan;
use styringsrad::cases::rules::Step;
use styringsrad::cases::store::{self as cases, agenda as agendas};
use styringsrad::db::ids::{CaseId, PaperId, RowId};
use styringsrad::db::schema::{
    board_case, case_officer, dispatch_recipient, message, occasion, shared_paper,
};
use styringsrad::files::{Checksum, Kind};
use styringsrad::i18n::Language;
use styringsrad::meetings::store as meetings;
use styringsrad::papers::dispatch::plan::{Sending, send};
use styringsrad::papers::{Content, Facts, NewVersion, Part, StoredFile, plan, store};

const OFFICER: &str = "sara.saksbehandler@ks.example";
const OTHER_TITLE: &str = "Regneark for hele møtet";

/// Another case on the same agenda with a paper of its own, published.
fn beside(stage: &Near<'_>) -> (CaseId, PaperId) {
    let made = stage.write(|conn| {
        let case = cases::case(conn, stage.case)?;
        let proposal = case_plan::Proposal {
            id: CaseId::new(),
            board: case.board,
            through: case.board,
            facts: facts("Nabosak"),
            late: None,
        };
        case_plan::propose(conn, &proposal, stage.by)?;
        let case = case_plan::step(conn, proposal.id, 1, Step::Accept, "", stage.by)?;
        let place = case_plan::Place {
            meeting: stage.meeting,
            minutes: None,
            presenter: String::new(),
            late: Some(case_plan::Late {
                given_by: stage.by.person,
                reason: "Haster.".to_owned(),
            }),
        };
        case_plan::schedule(conn, &case, &place, stage.by)?;
        let beginning = plan::Beginning {
            id: PaperId::new(),
            case: case.id,
            part: Part::Attachment,
            facts: Facts {
                title: OTHER_TITLE.to_owned(),
                language: Language::NB,
                archive_reference: String::new(),
            },
            first: Some(text("Tall")),
        };
        plan::begin(conn, &beginning, stage.by)?;
        let paper = store::paper(conn, beginning.id)?;
        plan::publish(conn, paper.id, paper.version, stage.by)?;
        Ok((case.id, paper.id))
    });
    stage.send();
    made
}

#[actix_web::test]
async fn a_pdf_has_its_frame_and_a_link_and_nothing_else_has() {
    let world = world();
    let mut kari = world.instance.signed_in(SECRETARY).await;
    let paper = format!("/papers/{}", world.a.paper);
    let answer = kari.get(&paper).await;
    let policy = answer.header("content-security-policy").to_owned();
    let page = answer.ok();
    let address = format!("{paper}/versions/1/file");
    assert!(page.contains(&format!("data-pdf=\"{address}\"")), "{page}");
    assert!(page.contains(&format!("href=\"{address}\"")));
    assert!(policy.contains("worker-src 'self'"), "{policy}");
    for wide in ["unsafe", "blob:", "http", "*"] {
        assert!(!policy.contains(wide), "{policy}");
    }
    let instance = sqlite(NOW);
    let stage = Near::set(&instance);
    let mut kari = instance.signed_in(SECRETARY).await;
    assert!(!kari.get(&stage.path()).await.ok().contains("data-pdf"));
}

/// A new version of the paper, read by the members.
fn renewed(stage: &Near<'_>, new: NewVersion) {
    let new = NewVersion {
        changed: "Ny.".to_owned(),
        ..new
    };
    stage.write(|conn| {
        let before = store::paper(conn, stage.paper)?.version;
        let saved = plan::add_version(conn, stage.paper, before, &new, stage.by)?;
        plan::publish(conn, stage.paper, saved.version, stage.by).map(|_| ())
    });
}

/// A PDF of so many pages; what stands in it is not read.
fn a_pdf(pages: i64) -> NewVersion {
    NewVersion {
        checksum: Checksum::of_content(&pages.to_be_bytes()),
        content: Content::File(StoredFile {
            kind: Kind::Pdf,
            name: "tall.pdf".to_owned(),
            size: 10,
            pages: Some(pages),
            fit: None,
        }),
        ..text("")
    }
}

#[actix_web::test]
async fn a_note_on_a_page_leads_back_to_that_page_and_to_no_page_that_is_not_there() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        renewed(&stage, a_pdf(3));
        let mut olav = instance.signed_in(MEMBER).await;
        let notes = format!("{}/notes", stage.path());
        let to = olav.post(&notes, &[("note", "Spør"), ("page", "3")]).await;
        assert!(to.goes_to().ends_with("#page-3"));
        let to = olav.post(&notes, &[("note", "Spør igjen")]).await.goes_to();
        assert!(!to.contains('#'), "{to}");
        for beyond in ["4", "99"] {
            let fields = [("note", "Spør"), ("page", beyond)];
            let told = olav.post(&notes, &fields).await.is(422);
            assert!(told.contains("href=\"#page\"") && told.contains("Dokumentet har 3 sider"));
        }
        let fields = [("note", "Spør"), ("page", "0")];
        olav.post(&notes, &fields).await.is(422);
        let page = olav.get(&stage.path()).await.ok();
        assert_eq!(page.matches("data-note-page=\"3\"").count(), 1);
        assert_eq!(page.matches("data-note-page").count(), 1);
        assert!(page.contains("name=\"page\"") && !page.contains("data-note-version"));
        // Beside a newer version it says which one it was written to.
        renewed(&stage, a_pdf(5));
        let page = olav.get(&stage.path()).await.ok();
        assert!(page.contains("data-note-page=\"3\" data-note-version=\"til versjon 2\""));
        // A text on the page has no pages.
        renewed(&stage, text("Skrevet"));
        assert!(!olav.get(&stage.path()).await.ok().contains("name=\"page\""));
        let to = olav.post(&notes, &[("note", "Spør"), ("page", "9")]).await;
        assert!(!to.goes_to().contains('#'));
    }
}

#[actix_web::test]
async fn a_note_may_name_its_page_by_the_number_in_the_pack() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        renewed(&stage, a_pdf(3));
        stage.send();
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&stage.path()).await.ok();
        let first = page
            .split_once("data-first=\"")
            .and_then(|(_, rest)| rest.split('"').next()?.parse::<i64>().ok())
            .expect("its pages have numbers");
        let notes = format!("{}/notes", stage.path());
        let last = (first + 2).to_string();
        let fields = [("note", "Spør"), ("page", last.as_str())];
        let to = olav.post(&notes, &fields).await.goes_to();
        assert!(to.ends_with("#page-3"), "{to}");
        let page = olav.get(&stage.path()).await.ok();
        assert!(page.contains(&format!("side 3 ({last} i møtepakken)")));
        let beyond = (first + 3).to_string();
        let fields = [("note", "Spør"), ("page", beyond.as_str())];
        let told = olav.post(&notes, &fields).await.is(422);
        let both = format!("Dokumentet har 3 sider, som er side {first}–{last} i møtepakken");
        assert!(told.contains(&both));
    }
}

/// How many papers a page of the reading room calls new.
fn new_in_room(page: &str) -> usize {
    let told = page.split_once(" dokument er ny").map(|(before, _)| before);
    let number = told.and_then(|before| before.rsplit(|sign: char| !sign.is_ascii_digit()).next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// How many papers someone's own page calls new in this room; none where it does not lead there.
fn new_on_own_page(page: &str, room: &str) -> Option<usize> {
    let (_, link) = page.split_once(&format!("href=\"{room}\""))?;
    let words = link.split("</a>").next().unwrap_or_default();
    let told = words.split_once('(').map(|(_, told)| told);
    let number = told.and_then(|told| told.split(' ').next()?.parse().ok());
    Some(number.unwrap_or(0))
}

#[actix_web::test]
async fn a_members_own_page_leads_to_what_is_new_in_the_reading_room() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let room = format!("/meetings/{}/papers", stage.meeting);
        let mut olav = instance.signed_in(MEMBER).await;
        let before = new_in_room(&olav.get(&room).await.ok());
        stage.send();
        let own = olav.get("/me").await.ok();
        assert_eq!(new_on_own_page(&own, &room), Some(before + 1));
        assert_eq!(new_in_room(&olav.get(&room).await.ok()), before + 1);
        assert!(own.find(&room) < own.find("id=\"meetings\""));
        // What is read is not new, and its newer version is.
        olav.get(&stage.path()).await.ok();
        let own = olav.get("/me").await.ok();
        assert_eq!(new_on_own_page(&own, &room), Some(before));
        renewed(&stage, text("Andre versjon"));
        let own = olav.get("/me").await.ok();
        assert_eq!(new_on_own_page(&own, &room), Some(before + 1));
        // Of a case that is closed to them nothing is counted.
        let recusal = format!("/cases/{}/recusal", stage.case);
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let own = olav.get("/me").await.ok();
        assert_eq!(new_on_own_page(&own, &room).unwrap_or(0), before);
        // Who sends them out and who does not read them is not led there.
        for other in [SECRETARY, SERVICE_OWNER] {
            let mut browser = instance.signed_in(other).await;
            let own = browser.get("/me").await.ok();
            assert_eq!(new_on_own_page(&own, &room), None, "{other}");
        }
    }
}

#[actix_web::test]
async fn what_came_late_is_marked_on_the_agenda_and_in_its_case() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let first_day = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.first_day()));
        let late = case_plan::By {
            now: moment(&format!("{} 12:00", first_day - chrono::Duration::days(2))),
            ..stage.by
        };
        let sending = Sending {
            id: RowId::new(),
            meeting: stage.meeting,
            papers: vec![(stage.paper, 1)],
            paragraph: String::new(),
            documents: Vec::new(),
        };
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let agenda = format!("/meetings/{}/agenda", stage.meeting);
        let case = format!("/cases/{}", stage.case);
        for page in [&agenda, &case] {
            assert!(!kari.get(page).await.ok().contains("Ettersendt"));
        }
        stage.write(|conn| send(conn, &sending, late));
        for page in [&agenda, &case] {
            assert!(kari.get(page).await.ok().contains("Ettersendt 2 dager før"));
            assert!(olav.get(page).await.ok().contains("Ettersendt 2 dagar før"));
        }
        // Who may not read the paper is not told that it came late.
        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            plan::withdraw(conn, stage.paper, version, stage.by).map(|_| ())
        });
        assert!(!olav.get(&agenda).await.ok().contains("Ettersendt"));
    }
}

/// Sends these papers out as they stand now.
fn send_now(stage: &Near<'_>, papers: &[PaperId]) -> RowId {
    let by = case_plan::By {
        now: stage.instance.now(),
        ..stage.by
    };
    let id = RowId::new();
    stage.write(|conn| {
        let mut chosen = Vec::new();
        for id in papers {
            chosen.push((*id, store::paper(conn, *id)?.version));
        }
        let sending = Sending {
            id,
            meeting: stage.meeting,
            papers: chosen,
            paragraph: String::new(),
            documents: Vec::new(),
        };
        send(conn, &sending, by)
    });
    id
}

/// The lines of the lists on a page.
fn lines(page: &str) -> Vec<&str> {
    let lines = page.split("<li>").skip(1);
    lines
        .filter_map(|rest| rest.split("</li>").next())
        .collect()
}

#[actix_web::test]
async fn the_statement_is_true_of_each_reader_when_each_dispatch_went() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let member = id_of(&instance, MEMBER);
        let recusal = format!("/cases/{}/recusal", stage.case);
        let send_page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let mut olav = instance.signed_in(MEMBER).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let number = stage.write(|conn| Ok(cases::case(conn, stage.case)?.number));
        let case = format!("sak {}", number.expect("it is scheduled"));
        let page = kari.get(&send_page).await.ok();
        assert!(page.contains("Sakslista har"), "{page}");
        // Beside, only the first paper goes out: nothing of it is his.
        let (_, other) = beside(&stage);
        instance.tick();
        let is_for = |id: RowId| {
            stage.write(|conn| {
                let rows: i64 = dispatch_recipient::table
                    .filter(dispatch_recipient::dispatch_id.eq(id))
                    .filter(dispatch_recipient::person_id.eq(member))
                    .count()
                    .get_result(conn)?;
                Ok(rows > 0)
            })
        };
        let mails = || -> i64 {
            stage.write(|conn| {
                let of = message::table
                    .inner_join(occasion::table.on(occasion::id.eq(message::occasion_id)))
                    .filter(occasion::kind.eq("papers-sent"))
                    .filter(message::address.eq(MEMBER));
                Ok(of.count().get_result(conn)?)
            })
        };
        instance.move_by(chrono::Duration::minutes(15));
        instance.tick();
        assert_eq!(mails(), 0, "no mail about what is not theirs to read");
        let page = kari.get(&send_page).await.ok();
        assert!(!page.contains(&case), "nothing of that case goes out now");
        // Then both cases: he reads one of them.
        let new = styringsrad::papers::NewVersion {
            changed: "Endret.".to_owned(),
            ..text("Ny tekst")
        };
        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            plan::add_version(conn, stage.paper, version, &new, stage.by).map(|_| ())
        });
        let page = kari.get(&send_page).await.ok();
        assert!(page.contains(&format!("får ikke lese {case}")), "{page}");
        let second = send_now(&stage, &[stage.paper, other]);
        assert!(is_for(second));
        // He takes it back, and the third goes to him whole.
        instance.move_by(chrono::Duration::minutes(5));
        olav.post(&recusal, &[("act", "withdraw")]).await.goes_to();
        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            plan::add_version(conn, stage.paper, version, &new, stage.by).map(|_| ())
        });
        send_now(&stage, &[stage.paper]);
        let page = kari
            .get(&format!("/meetings/{}/papers/statement", stage.meeting))
            .await
            .ok();
        let outs: Vec<&str> = page.split("id=\"out").skip(1).collect();
        assert_eq!(outs.len(), 3, "{page}");
        let name = "Olav Myklebø";
        assert!(
            outs[0].contains(&format!(
                "{name} kunne ikke lese noe av dette, fordi saken var stengt for vedkommende: {case} (åpnet igjen "
            )),
            "{page}"
        );
        assert!(!lines(outs[0]).iter().any(|line| line.starts_with(name)));
        assert!(
            outs[1].contains(&format!(
                "{name}, men ikke saken som var stengt for vedkommende: {case} (åpnet igjen "
            )),
            "{page}"
        );
        assert!(lines(outs[2]).contains(&name), "{page}");
        assert!(!page.contains("inhabil"), "never why");
        // Two supplements of one day are told apart.
        let room = olav
            .get(&format!("/meetings/{}/papers", stage.meeting))
            .await
            .ok();
        let supplements: std::collections::BTreeSet<&str> = lines(&room)
            .into_iter()
            .filter_map(|line| Some(line.split_once("Berre det som")?.1))
            .collect();
        assert_eq!(supplements.len(), 2, "{room}");
        // What stands on the agenda beside the cases stands in the room too.
        let agenda = stage.write(|conn| agendas::agenda(conn, stage.meeting));
        let points = agenda.items.iter().filter(|item| item.case.is_none());
        for point in points {
            let title = point.title.in_language("nn");
            assert!(room.contains(title), "{title}");
        }
    }
}

fn order(stage: &Near<'_>) -> (String, Vec<String>) {
    let agenda = stage.write(|conn| agendas::agenda(conn, stage.meeting));
    let items = agenda.items.iter().map(|item| item.id.to_string());
    (agenda.version.to_string(), items.collect())
}

#[actix_web::test]
async fn an_item_is_put_in_its_place_by_one_form_and_never_over_anothers_order() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let path = format!("/meetings/{}/agenda", stage.meeting);
        let mut kari = instance.signed_in(SECRETARY).await;
        let (version, before) = order(&stage);
        let last = before.last().expect("there are items").clone();
        let form = |version: &str, item: &str, day: &str, to: &str| {
            [
                ("act", "place".to_owned()),
                ("version", version.to_owned()),
                ("item", item.to_owned()),
                ("day", day.to_owned()),
                ("before", to.to_owned()),
            ]
        };
        let first = form(&version, &last, "0", &before[0]);
        let fields: Vec<(&str, &str)> = first.iter().map(|(of, it)| (*of, it.as_str())).collect();
        let to = kari.post(&path, &fields).await.goes_to();
        assert!(to.ends_with(&format!("#item-{last}")), "{to}");
        let (now, after) = order(&stage);
        assert_eq!(after[0], last);
        assert_eq!(after[1..], before[..before.len() - 1]);
        // The page was older: told, and nothing moved (F47).
        kari.post(&path, &fields).await.is(409);
        assert_eq!(order(&stage).1, after);
        // To the end of the day again.
        let back = form(&now, &last, "0", "");
        let back: Vec<(&str, &str)> = back.iter().map(|(of, it)| (*of, it.as_str())).collect();
        kari.post(&path, &back).await.goes_to();
        assert_eq!(order(&stage).1, before);
        // What is no place changes nothing.
        let (now, _) = order(&stage);
        let elsewhere = RowId::new().to_string();
        for (item, day, to, status) in [
            (&*last, "9", "", 303),
            (&*last, "0", &*last, 303),
            (&*last, "0", &*elsewhere, 303),
            (&*last, "-1", "", 404),
            (&*last, "0", "x", 404),
            (&*elsewhere, "0", "", 404),
        ] {
            let odd = form(&now, item, day, to);
            let odd: Vec<(&str, &str)> = odd.iter().map(|(of, it)| (*of, it.as_str())).collect();
            let answer = kari.post(&path, &odd).await;
            assert_eq!(answer.status.as_u16(), status, "{item} {day} {to}");
        }
        assert_eq!(order(&stage).1, before);
        let mut olav = instance.signed_in(MEMBER).await;
        olav.post(&path, &fields).await.is(404);
        assert!(!olav.get(&path).await.ok().contains("data-drag"));
    }
}

fn shared_rows(stage: &Near<'_>) -> i64 {
    stage.write(|conn| Ok(shared_paper::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn a_case_refers_to_a_paper_of_another_and_nobody_gains_anything() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (other, paper) = beside(&stage);
        let case = format!("/cases/{}", stage.case);
        let (share, id) = (format!("{case}/papers/shared"), paper.to_string());
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(kari.get(&share).await.ok().contains(OTHER_TITLE));
        olav.get(&share).await.is(404);
        olav.post(&share, &[("act", "add"), ("paper", &id)])
            .await
            .is(404);
        // Neither its own paper nor one that is not there.
        for wrong in [stage.paper.to_string(), PaperId::new().to_string()] {
            let answer = kari
                .post(&share, &[("act", "add"), ("paper", &wrong)])
                .await;
            assert!(answer.is(422).contains("href=\"#paper\""));
        }
        assert!(!olav.get(&case).await.ok().contains(OTHER_TITLE));
        for _twice in 0..2 {
            kari.post(&share, &[("act", "add"), ("paper", &id)]).await;
        }
        assert_eq!(shared_rows(&stage), 1);
        // Shown on both, and once in the reading room as a reference.
        let page = olav.get(&case).await.ok();
        assert!(page.contains(OTHER_TITLE) && page.contains("ligg i sak"));
        let page = olav.get(&format!("/papers/{paper}")).await.ok();
        assert!(page.contains("Blir også brukt i") && page.contains("Ny sak"));
        let room = olav
            .get(&format!("/meetings/{}/papers", stage.meeting))
            .await
            .ok();
        assert_eq!(room.matches("ligg i sak").count(), 1);
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let chosen = format!("value=\"{paper}:");
        assert!(kari.get(&page).await.ok().matches(&chosen).count() <= 1);
        // To whom the paper's own case is closed the reference does not exist.
        let recusal = format!("/cases/{other}/recusal");
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let page = olav.get(&case).await.ok();
        assert!(!page.contains(OTHER_TITLE) && !page.contains("Nabosak"));
        olav.get(&format!("/papers/{paper}")).await.is(404);
        let room = olav
            .get(&format!("/meetings/{}/papers", stage.meeting))
            .await
            .ok();
        assert!(!room.contains(OTHER_TITLE));
        // And to whom the case that refers is closed, the paper does not name it.
        olav.post(&recusal, &[("act", "withdraw")]).await.goes_to();
        let recusal = format!("{case}/recusal");
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let page = olav.get(&format!("/papers/{paper}")).await.ok();
        assert!(!page.contains("Blir også brukt i") && !page.contains(&case));
        kari.post(&share, &[("act", "remove"), ("paper", &id)])
            .await
            .goes_to();
        assert_eq!(shared_rows(&stage), 0);
    }
}

async fn name_officer(instance: &Instance, case: CaseId, address: &str) -> u16 {
    let mut kari = instance.signed_in(SECRETARY).await;
    let fields = [
        ("act", "name"),
        ("officer-name", "Sara Saksbehandler"),
        ("officer-address", address),
        ("officer-language", "nb"),
    ];
    let answer = kari.post(&format!("/cases/{case}/officers"), &fields).await;
    answer.status.as_u16()
}

#[actix_web::test]
async fn a_case_officer_reads_one_case_and_writes_its_papers_until_it_is_dealt_with() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (other, other_paper) = beside(&stage);
        assert_eq!(name_officer(&instance, stage.case, OFFICER).await, 303);
        assert_eq!(name_officer(&instance, stage.case, OFFICER).await, 422);
        assert_eq!(name_officer(&instance, stage.case, "ingen").await, 422);
        let named: i64 = stage.write(|conn| Ok(case_officer::table.count().get_result(conn)?));
        assert_eq!(named, 1);
        let mut sara = instance.signed_in(OFFICER).await;
        let case = format!("/cases/{}", stage.case);
        assert!(sara.get("/me").await.ok().contains(&case));
        let page = sara.get(&case).await.ok();
        assert!(page.contains("Papir med ramme") && page.contains("/papers/new"));
        assert!(!page.contains("id=\"officers\"") && !page.contains("id=\"access\""));
        sara.get(&stage.path()).await.ok();
        sara.get(&format!("{case}/papers/new")).await.ok();
        let write = format!("{}/write", stage.path());
        let fields = [
            ("act", "save"),
            ("draft", "0"),
            ("background", "Saras tekst."),
        ];
        sara.post(&write, &fields).await.goes_to();
        assert!(sara.get(&write).await.ok().contains("Saras tekst."));
        // Nothing else: not the neighbour, nor its papers, the agenda, the board, or what only the secretariat does.
        for closed in [
            format!("/cases/{other}"),
            format!("/papers/{other_paper}"),
            format!("/meetings/{}/agenda", stage.meeting),
            format!("/meetings/{}/papers", stage.meeting),
            format!("{case}/edit"),
            format!("{case}/assessment"),
            format!("{}/assessment", stage.path()),
        ] {
            sara.get(&closed).await.is(404);
        }
        sara.post(&format!("{case}/officers"), &[("act", "end")])
            .await
            .is(404);
        // A case that is dealt with ends it.
        let set = |state: &'static str| {
            stage.write(|conn| {
                let row = board_case::table.find(stage.case);
                diesel::update(row)
                    .set(board_case::state.eq(state))
                    .execute(conn)?;
                Ok(())
            });
        };
        set("treated");
        sara.get(&case).await.is(404);
        sara.get(&stage.path()).await.is(404);
        assert_eq!(
            name_officer(&instance, stage.case, SERVICE_OWNER).await,
            422
        );
        set("scheduled");
        sara.get(&case).await.ok();
        let officer: RowId =
            stage.write(|conn| Ok(case_officer::table.select(case_officer::id).first(conn)?));
        let mut kari = instance.signed_in(SECRETARY).await;
        let end = [("act", "end"), ("officer", &*officer.to_string())];
        for _twice in 0..2 {
            kari.post(&format!("{case}/officers"), &end).await.goes_to();
        }
        sara.get(&case).await.is(404);
        assert_eq!(name_officer(&instance, stage.case, OFFICER).await, 303);
        sara.get(&case).await.ok();
    }
}

#[actix_web::test]
async fn a_case_officer_is_told_by_mail_without_a_title_that_is_exempt() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.write(|conn| {
            diesel::update(board_case::table.find(stage.case))
                .set(board_case::title_exempt.eq(true))
                .execute(conn)?;
            Ok(())
        });
        assert_eq!(name_officer(&instance, stage.case, OFFICER).await, 303);
        instance.tick();
        let bodies: Vec<String> = stage.write(|conn| {
            let of = message::table.filter(message::address.eq(OFFICER));
            Ok(of.select(message::body).load(conn)?)
        });
        let [body] = &bodies[..] else {
            panic!("one mail, not {}", bodies.len());
        };
        assert!(body.contains(&format!("/cases/{}", stage.case)), "{body}");
        assert!(body.contains("saksbehandler") && !body.contains("Ny sak"));
        // The address signs in like everybody's.
        let known = id_of(&instance, OFFICER);
        assert_ne!(known, stage.by.person);
    }
}
