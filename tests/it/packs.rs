//! Packs through their pages, on both engines: what is in them and for whom, their numbers, and that the mail waits.

use crate::files::bucket::Bucket;
use crate::notices::fields;
use crate::papers::{CHAIR, Near, SECRET, text};
use crate::pdfs::{a_pdf, bookmarks_of, is_sound, text_of};
use crate::support::{Browser, Instance, folder, instances, sqlite};
use crate::world::{MEMBER, NOW, OBSERVER, SECRETARY, SERVICE_OWNER};
use diesel::prelude::*;
use std::path::PathBuf;
use styringsrad::cases::agenda::{self, Act};
use styringsrad::cases::rules::Step;
use styringsrad::cases::store::{self as cases, agenda as agendas};
use styringsrad::cases::{ItemKind, plan as case_plan};
use styringsrad::config::FilesIn;
use styringsrad::db::ids::{AgendaItemId, CaseId, PaperId, PersonId, RowId};
use styringsrad::db::schema::{message, occasion, opening, pack, paper, paper_version, person};
use styringsrad::db::types::Words;
use styringsrad::files::Files;
use styringsrad::i18n::Language;
use styringsrad::papers::pack::store as packs;
use styringsrad::papers::{Facts, Part, plan, store};
use styringsrad::web::access::Assessment;

const EXEMPT: &str = "Forhandlingsposisjon som ingen andre kan vite";

/// Sends out everything that is ready for the near meeting, as a secretary does.
async fn send_out(kari: &mut Browser<'_>, stage: &Near<'_>) {
    let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
    let form = fields(&kari.get(&page).await.ok(), &page);
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    kari.post(&page, &form).await.goes_to();
}

/// The words of the pack that this reader gets, made if it was not.
async fn pack_of(instance: &Instance, browser: &mut Browser<'_>, path: &str) -> Option<String> {
    let file = file_of(instance, browser, path).await?;
    Some(text_of(&file))
}

/// The same as a file.
async fn file_of(instance: &Instance, browser: &mut Browser<'_>, path: &str) -> Option<PathBuf> {
    let first = browser.get(path).await;
    if first.status.as_u16() == 404 {
        return None;
    }
    instance.work().await;
    let answer = browser.get(path).await;
    if answer.body.contains("Det er ikke sendt ut noe du kan lese") {
        return None;
    }
    assert_eq!(
        answer.header("content-type"),
        "application/pdf",
        "{}",
        answer.body
    );
    let name = answer.header("content-disposition");
    assert!(!name.contains("  ") && !name.contains("%20%20"), "{name}");
    let file = folder().join("pack.pdf");
    std::fs::write(&file, &answer.bytes).expect("it is written");
    is_sound(&file);
    Some(file)
}

/// One more case on the agenda, exempt from public access, with a text and an attachment.
fn an_exempt_case(stage: &Near<'_>) -> (CaseId, PaperId) {
    let (case, written) = stage.write(|conn| {
        let proposal = case_plan::Proposal {
            id: CaseId::new(),
            board: stage.board,
            through: stage.board,
            facts: crate::world::facts("Sak med forhandlinger"),
            late: None,
        };
        case_plan::propose(conn, &proposal, stage.by)?;
        let case = case_plan::step(conn, proposal.id, 1, Step::Accept, "", stage.by)?;
        let place = case_plan::Place {
            meeting: stage.meeting,
            minutes: Some(20),
            presenter: "Per Sandvik".to_owned(),
            late: Some(case_plan::Late {
                given_by: stage.by.person,
                reason: "Haster.".to_owned(),
            }),
        };
        case_plan::schedule(conn, &case, &place, stage.by)?;
        let beginning = plan::Beginning {
            id: PaperId::new(),
            case: case.id,
            part: Part::Paper,
            facts: Facts {
                title: "Papir om forhandlinger".to_owned(),
                language: Language::NN,
                archive_reference: String::new(),
            },
            first: Some(text(EXEMPT)),
        };
        plan::begin(conn, &beginning, stage.by)?;
        diesel::update(paper::table.find(beginning.id))
            .set(paper::assessment.eq(Assessment::Exempt))
            .execute(conn)?;
        diesel::update(styringsrad::db::schema::board_case::table.find(case.id))
            .set(styringsrad::db::schema::board_case::assessment.eq(Assessment::Exempt))
            .execute(conn)?;
        Ok((case.id, beginning.id))
    });
    (case, written)
}

/// F33, F37: the pack of every reader says just what the reader may open, whoever made it and whoever asked first.
#[actix_web::test]
async fn a_pack_says_what_its_reader_may_read_and_nothing_else() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (exempt, paper) = an_exempt_case(&stage);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let recusal = format!("/cases/{exempt}/recusal");
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        for reader in [SECRETARY, MEMBER, CHAIR, OBSERVER, SERVICE_OWNER] {
            let mut browser = instance.signed_in(reader).await;
            let pack = pack_of(&instance, &mut browser, &path)
                .await
                .unwrap_or_default();
            for (of, marker) in [(stage.paper, SECRET), (paper, EXEMPT)] {
                let page = browser.get(&format!("/papers/{of}")).await;
                let may = page.status.as_u16() == 200;
                assert_eq!(pack.contains(marker), may, "{reader}: {marker} in {pack}");
                assert_eq!(page.body.contains(marker), may);
            }
        }
        let own = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        assert!(
            own.contains("er ikkje med i denne pakken") && !own.contains("Papir om forhandlinger"),
            "{own}"
        );
        // Of what is closed to him it is not told that it is exempt, as it is of another case of the demo.
        let marks = |text: &str| text.matches("Unnateken offentlegheit").count();
        let agenda = format!("/meetings/{}/agenda", stage.meeting);
        let closed = (marks(&own), marks(&olav.get(&agenda).await.ok()));
        // Withdrawn, it opens again, and so does the pack.
        olav.post(&recusal, &[("act", "withdraw")]).await.goes_to();
        let own = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        assert!(
            own.contains(EXEMPT)
                && own.contains("Unnateke offentlegheit · Sak")
                && own.contains("Unnateken offentlegheit · Sak")
                && marks(&own) > closed.0,
            "{own}"
        );
        // The mark stands wherever its reader comes upon it.
        for place in [
            format!("/meetings/{}/papers", stage.meeting),
            format!("/papers/{paper}"),
            format!("/cases/{exempt}"),
        ] {
            let page = olav.get(&place).await.ok();
            assert!(page.contains("Unnateke offentlegheit"), "{place}: {page}");
        }
        assert_eq!(marks(&olav.get(&agenda).await.ok()), closed.1 + 1);
        let list = format!("/boards/{}/cases", stage.board);
        assert!(marks(&olav.get(&list).await.ok()) > 0);
        let document = format!("/papers/{paper}/versions/1/document");
        let document = olav.get(&document).await;
        let file = folder().join("document.pdf");
        std::fs::write(&file, &document.bytes).expect("it is written");
        is_sound(&file);
        let told = text_of(&file);
        assert!(told.contains("Unnateke offentlegheit · "), "{told}");
    }
}

/// Pages are numbered once, over the whole meeting, exempt cases last; the same number stands in the pack and on the page.
#[actix_web::test]
async fn a_page_has_one_number_in_every_pack_and_on_the_screen() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (exempt, paper) = an_exempt_case(&stage);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let ranges = stage.write(|conn| packs::ranges(conn, stage.meeting));
        let last = ranges.last().copied().expect("numbers were given");
        assert_eq!((last.case, last.paper), (exempt, Some((paper, 1))));
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        let pack = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        let (first, of) = (last.first, last.pages);
        assert!(pack.contains(&format!("s. 1 av {of} · {first}")), "{pack}");
        let page = olav.get(&format!("/papers/{paper}")).await.ok();
        assert!(page.contains(&format!("side {first}")), "{page}");
        // A new version goes on at the end, and is alone in its supplement.
        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            plan::add_version(
                conn,
                stage.paper,
                version,
                &text("Ettersendt tekst"),
                stage.by,
            )
        });
        send_out(&mut kari, &stage).await;
        let more = stage.write(|conn| packs::ranges(conn, stage.meeting));
        assert_eq!(more[..ranges.len()], ranges[..], "no number moves");
        assert_eq!(
            more.last().map(|range| (range.paper, range.first)),
            Some((Some((stage.paper, 2)), last.last() + 1))
        );
        let supplement = pack_of(&instance, &mut olav, &format!("{path}/2"))
            .await
            .expect("he is a member");
        assert!(
            supplement.contains("Ettersendt tekst") && !supplement.contains(EXEMPT),
            "{supplement}"
        );
        let whole = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        assert!(
            whole.contains("Ettersendt tekst") && whole.contains(EXEMPT) && !whole.contains(SECRET),
            "{whole}"
        );
        olav.get(&format!("{path}/3")).await.is(404);
    }
}

/// Gives the paper of the stage a second version and sends it out, a little after the first.
async fn send_a_second_version(kari: &mut Browser<'_>, stage: &Near<'_>) {
    stage.write(|conn| {
        let version = store::paper(conn, stage.paper)?.version;
        let mut new = text("Andre versjon");
        new.changed = "Beløpet er rettet.".to_owned();
        plan::add_version(conn, stage.paper, version, &new, stage.by)
    });
    stage.instance.move_by(chrono::Duration::minutes(2));
    send_out(kari, stage).await;
}

/// What a reader reads in a newer version is not missing; of what is closed to them nothing is told.
#[actix_web::test]
async fn a_page_that_was_replaced_is_told_to_those_who_may_read_it() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        an_exempt_case(&stage);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        send_a_second_version(&mut kari, &stage).await;
        let ranges = stage.write(|conn| packs::ranges(conn, stage.meeting));
        let first = |number: i64| {
            let range = ranges
                .iter()
                .find(|range| range.paper == Some((stage.paper, number)));
            range.expect("it went out").first
        };
        let (was, by) = (first(1), first(2));
        let told = format!("Side {was} er bytt ut med side {by} (versjon 2).");
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        let own = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        for told in [
            told.as_str(),
            "Versjon 2",
            "Nytt: Beløpet er rettet.",
            " og kl.",
        ] {
            assert!(own.contains(told), "{told} in {own}");
        }
        let recusal = format!("/cases/{}/recusal", stage.case);
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        let own = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he reads the other case");
        assert!(own.contains("er ikkje med i denne pakken"), "{own}");
        for secret in ["bytt ut med", "Versjon 2", "Beløpet er rettet", " og kl."] {
            assert!(!own.contains(secret), "{secret} in {own}");
        }
    }
}

/// What is no case stands in the pack as on the page of the agenda, and a change of the agenda is in the next pack.
#[actix_web::test]
async fn a_pack_has_the_whole_agenda_and_follows_its_changes() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        let pack = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        let on = format!("/meetings/{}/agenda", stage.meeting);
        let page = olav.get(&on).await.ok();
        assert!(page.contains("Godkjenning av agenda") && page.contains("Pause"));
        for told in ["Godkjenning av agenda", "Pause", "Hilde Moen"] {
            assert_eq!(pack.contains(told), page.contains(told), "{told}: {pack}");
        }
        let pause = pack.lines().find(|line| line.contains("Pause"));
        assert!(pause.is_some_and(|line| line.contains("kl.")), "{pack}");
        stage.write(|conn| {
            let version = agendas::agenda(conn, stage.meeting)?.version;
            let act = Act::Add {
                id: AgendaItemId::new(),
                kind: ItemKind::Break,
                title: Words::new([("nb", "Lunsj i kantina"), ("nn", "Lunsj i kantina")]),
                minutes: Some(30),
                presenter: String::new(),
            };
            agenda::change(conn, stage.meeting, version, &act, stage.by)
        });
        let again = pack_of(&instance, &mut olav, &path)
            .await
            .expect("he is a member");
        assert!(again.contains("Lunsj i kantina"), "{again}");
        let first = pack_of(&instance, &mut olav, &format!("{path}/1"))
            .await
            .expect("he is a member");
        assert!(
            first.contains("Sakspapir sende ut") && !first.contains("Lunsj i kantina"),
            "{first}"
        );
    }
}

/// Whoever goes by the bookmarks finds each paper under its case, in a supplement too.
#[actix_web::test]
async fn a_bookmark_names_a_case_with_its_number_and_the_papers_below_it() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let number = stage.write(|conn| {
            let beginning = plan::Beginning {
                id: PaperId::new(),
                case: stage.case,
                part: Part::Attachment,
                facts: Facts {
                    title: "Ny sak".to_owned(),
                    language: Language::NB,
                    archive_reference: String::new(),
                },
                first: Some(text("Heter det samme som saken")),
            };
            plan::begin(conn, &beginning, stage.by)?;
            Ok(cases::case(conn, stage.case)?.number)
        });
        let case = format!("Sak {} Ny sak", number.expect("it is on the agenda"));
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        send_a_second_version(&mut kari, &stage).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        let whole = file_of(&instance, &mut olav, &path).await.expect("a pack");
        let marks = bookmarks_of(&whole);
        let of_case: Vec<&str> = marks
            .iter()
            .filter(|(title, _)| *title == case)
            .flat_map(|(_, below)| below.iter().map(String::as_str))
            .collect();
        assert_eq!(of_case, ["Vedlegg: Ny sak", "Papir med ramme"], "{marks:?}");
        let supplement = format!("{path}/2");
        let later = file_of(&instance, &mut olav, &supplement).await;
        let later = later.expect("a supplement");
        let below = vec!["Papir med ramme".to_owned()];
        assert_eq!(bookmarks_of(&later)[1..], [(case, below)]);
        assert!(text_of(&later).contains("Nye sakspapir sende ut"));
    }
}

/// The papers can be read first, then the packs are made, then the mail goes; without a builder it waits ten minutes.
#[actix_web::test]
async fn the_mail_waits_for_the_packs_and_not_for_ever() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let letters = || {
            stage.write(|conn| {
                let of = message::table
                    .inner_join(occasion::table.on(occasion::id.eq(message::occasion_id)));
                Ok(of
                    .filter(occasion::kind.eq("papers-sent"))
                    .count()
                    .get_result::<i64>(conn)?)
            })
        };
        instance.tick();
        assert_eq!(letters(), 0, "the packs are not made");
        assert!(instance.work().await >= 1);
        instance.tick();
        let sent = letters();
        assert!(sent >= 12, "{sent}");
        instance.tick();
        assert_eq!(letters(), sent, "it goes once");
        // Equal rights and language have one pack.
        let made: i64 = stage.write(|conn| Ok(pack::table.count().get_result(conn)?));
        assert!(made <= 3, "{made} packs");

        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            plan::add_version(conn, stage.paper, version, &text("Mer"), stage.by)
        });
        send_out(&mut kari, &stage).await;
        instance.move_by(chrono::Duration::minutes(11));
        instance.tick();
        assert_eq!(
            letters(),
            2 * sent,
            "nobody builds, and the mail goes all the same"
        );
        instance.work().await;
        instance.tick();
        assert_eq!(letters(), 2 * sent);
    }
}

/// F40: what was withdrawn is in no pack, and no file of an old one is left.
#[actix_web::test]
async fn a_withdrawn_paper_is_in_no_pack_any_more() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        assert!(
            pack_of(&instance, &mut olav, &path)
                .await
                .expect("a member")
                .contains(SECRET)
        );
        let old: Vec<String> =
            stage.write(|conn| Ok(pack::table.select(pack::checksum).load(conn)?));
        let version = stage
            .write(|conn| Ok(store::paper(conn, stage.paper)?.version))
            .to_string();
        let withdrawal = format!("/papers/{}/withdrawal", stage.paper);
        kari.post(&withdrawal, &[("act", "withdraw"), ("version", &version)])
            .await
            .goes_to();
        let pack = pack_of(&instance, &mut olav, &path)
            .await
            .unwrap_or_default();
        assert!(!pack.contains(SECRET), "{pack}");
        instance.tick();
        instance.work().await;
        for checksum in old {
            let checksum = styringsrad::files::Checksum::parse(&checksum).expect("a checksum");
            assert!(
                instance.app.files.size(&checksum).await.is_err(),
                "the old file has gone"
            );
        }
    }
}

/// F43: a pack whose file is lost is made once more, and nobody is told that something is wrong.
#[actix_web::test]
async fn a_lost_pack_is_made_anew() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/meetings/{}/papers/pack", stage.meeting);
        let first = pack_of(&instance, &mut olav, &path).await;
        let made: Vec<String> =
            stage.write(|conn| Ok(pack::table.select(pack::checksum).load(conn)?));
        for checksum in made {
            let checksum = styringsrad::files::Checksum::parse(&checksum).expect("a checksum");
            let gone = instance.app.files.discard(&checksum).await;
            gone.expect("the store works");
        }
        assert!(olav.get(&path).await.ok().contains("data-pack"));
        assert_eq!(pack_of(&instance, &mut olav, &path).await, first);
    }
}

/// An uploaded PDF is counted when it comes, and its pages are in the pack.
#[actix_web::test]
async fn an_uploaded_pdf_is_in_the_pack_page_by_page() {
    for instance in instances(NOW) {
        upload_and_open_the_pack(&instance).await;
    }
}

/// Where files are kept in a bucket a pack is made of copies, and none of them is left on this machine.
#[actix_web::test]
async fn a_pack_is_made_from_a_bucket() {
    let bucket = Bucket::start();
    let mut instance = sqlite(NOW);
    let data = instance.app.config.data.clone();
    let files = Files::open(&FilesIn::Bucket(bucket.address()), &data);
    instance.app.files = files.expect("the store opens");
    upload_and_open_the_pack(&instance).await;
    let left = std::fs::read_dir(data.join("receiving")).expect("the folder is there");
    assert_eq!(left.count(), 0);
}

async fn upload_and_open_the_pack(instance: &Instance) {
    let stage = Near::set(instance);
    let mut kari = instance.signed_in(SECRETARY).await;
    let new = format!("/cases/{}/papers/new", stage.case);
    kari.get(&new).await.ok();
    let (id, by) = (PaperId::new().to_string(), stage.by.person.to_string());
    let form = [
        ("id", id.as_str()),
        ("part", "attachment"),
        ("title", "Notat med tall"),
        ("language", "nb"),
        ("late-reason", "Tallene kom i dag."),
        ("late-allowed-by", by.as_str()),
    ];
    let pdf = a_pdf("Tabell over tall", 4, "");
    kari.post_form_with_file(&new, &form, ("file", "tall.pdf", &pdf))
        .await
        .goes_to();
    let (pages, fit): (Option<i64>, Option<String>) = stage.write(|conn| {
        Ok(paper_version::table
            .filter(paper_version::file_name.eq("tall.pdf"))
            .select((paper_version::pages, paper_version::fit))
            .first(conn)?)
    });
    assert_eq!((pages, fit.as_deref()), (Some(4), Some("whole")));
    send_out(&mut kari, &stage).await;
    let mut olav = instance.signed_in(MEMBER).await;
    let path = format!("/meetings/{}/papers/pack", stage.meeting);
    let pack = pack_of(instance, &mut olav, &path)
        .await
        .expect("he is a member");
    for told in ["Tabell over tall 1", "Tabell over tall 4", "s. 4 av 4"] {
        assert!(pack.contains(told), "{told} in {pack}");
    }
    let how_far = olav
        .get_with(&path, "accept", "application/json")
        .await
        .ok();
    assert!(how_far.contains("\"done\""), "{how_far}");
}

#[actix_web::test]
async fn a_text_and_the_statement_are_documents_too() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let document = format!("/papers/{}/versions/1/document", stage.paper);
        let look = |answer: crate::support::Answer| {
            assert_eq!(
                answer.header("content-type"),
                "application/pdf",
                "{}",
                answer.body
            );
            let file = folder().join("document.pdf");
            std::fs::write(&file, &answer.bytes).expect("it is written");
            is_sound(&file);
            text_of(&file)
        };
        assert!(
            look(kari.get(&document).await).contains(SECRET),
            "before it is out"
        );
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&document).await.is(404);
        send_out(&mut kari, &stage).await;
        let told = look(olav.get(&document).await);
        assert!(
            told.contains(SECRET) && told.contains("Papir med ramme"),
            "{told}"
        );
        let kept = stage.write(|conn| packs::document(conn, stage.paper, 1));
        assert!(kept.is_some_and(|kept| kept.pages == 1));
        let statement = format!("/meetings/{}/papers/statement/document", stage.meeting);
        let told = look(kari.get(&statement).await);
        assert!(
            told.contains("minst 7 dager før møtet") && told.contains("Olav Myklebø"),
            "{told}"
        );
        olav.get(&statement).await.is(404);
    }
}

/// Who was let into one paper alone reads it, and is told nothing of the case that it belongs to (F32).
#[actix_web::test]
async fn a_paper_opened_alone_tells_nothing_of_its_case() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (_, paper) = an_exempt_case(&stage);
        let mut kari = instance.signed_in(SECRETARY).await;
        send_out(&mut kari, &stage).await;
        stage.write(|conn| {
            let owner: PersonId = person::table
                .filter(person::address.eq(SERVICE_OWNER))
                .select(person::id)
                .first(conn)?;
            Ok(diesel::insert_into(opening::table)
                .values((
                    opening::id.eq(RowId::new()),
                    opening::object_kind.eq("paper"),
                    opening::object_id.eq(paper.cast::<styringsrad::db::ids::of::Row>()),
                    opening::person_id.eq(owner),
                    opening::given_by.eq(stage.by.person),
                    opening::given_at.eq(stage.by.now),
                ))
                .execute(conn)?)
        });
        let mut mette = instance.signed_in(SERVICE_OWNER).await;
        let page = mette.get(&format!("/papers/{paper}")).await.ok();
        assert!(
            page.contains(EXEMPT) && !page.contains("Sak med forhandlinger"),
            "{page}"
        );
        let answer = mette
            .get(&format!("/papers/{paper}/versions/1/document"))
            .await;
        let file = folder().join("document.pdf");
        std::fs::write(&file, &answer.bytes).expect("it is written");
        let told = text_of(&file);
        assert!(
            told.contains(EXEMPT) && !told.contains("Sak med forhandlinger"),
            "{told}"
        );
    }
}
