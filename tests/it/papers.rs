//! Papers of cases on both engines and through their pages: versions that never change, who reads what when, what comes
//! late, what the guard stops, and what goes out.

use crate::notices::{fields, put};
use crate::pdfs::a_pdf;
use crate::support::{Instance, day, instances, moment};
use crate::world::{MEMBER, NOW, OBSERVER, SECRETARY, SERVICE_OWNER, facts};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::collections::BTreeSet;
use styringsrad::audit::{self, Actor};
use styringsrad::cases::rules::Step;
use styringsrad::cases::store as cases;
use styringsrad::cases::{Case, plan as case_plan};
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PaperId, PersonId, RowId};
use styringsrad::db::schema::{
    agenda_item, board, board_case, deadline_rule, dispatch, meeting, message, occasion, paper,
    person, replacement,
};
use styringsrad::db::types::Moment;
use styringsrad::error::Error;
use styringsrad::files::Checksum;
use styringsrad::i18n::{Language, dates};
use styringsrad::meetings::{MeetingState, Stage, plan as meeting_plan, store as meetings};
use styringsrad::papers::dispatch::plan::{Sending, send};
use styringsrad::papers::dispatch::store as dispatches;
use styringsrad::papers::notes::Note;
use styringsrad::papers::pack::store as packs;
use styringsrad::papers::store::{self, write};
use styringsrad::papers::{Content, Facts, Late, NewVersion, Part, Sections, plan};
use styringsrad::web::access::{Assessment, Audience, Clearance};

pub const CHAIR: &str = "ingrid.solvang@digdir.example";
pub const SECRET: &str = "Hemmelig ramme på 22 millioner";

pub fn id_of(instance: &Instance, address: &str) -> PersonId {
    let read = instance.app.db.read_now(|conn| {
        let of = person::table.filter(person::address.eq(address));
        Ok(of.select(person::id).first(conn)?)
    });
    read.expect("the person exists")
}

pub fn text(of: &str) -> NewVersion {
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

/// A case on the near meeting's agenda with one paper that is not out yet.
pub struct Near<'a> {
    pub instance: &'a Instance,
    pub board: BoardId,
    pub meeting: MeetingId,
    pub case: CaseId,
    pub paper: PaperId,
    pub by: case_plan::By,
}

impl<'a> Near<'a> {
    pub fn set(instance: &'a Instance) -> Self {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let by = case_plan::By {
            person: id_of(instance, SECRETARY),
            now: instance.now(),
        };
        let write = |conn: &mut Conn| {
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
            let proposal = case_plan::Proposal {
                id: CaseId::new(),
                board: of,
                through: of,
                facts: facts("Ny sak"),
                late: None,
            };
            case_plan::propose(conn, &proposal, by)?;
            let case = case_plan::step(conn, proposal.id, 1, Step::Accept, "", by)?;
            let place = case_plan::Place {
                meeting: near,
                minutes: None,
                presenter: String::new(),
                late: Some(case_plan::Late {
                    given_by: by.person,
                    reason: "Haster.".to_owned(),
                }),
            };
            case_plan::schedule(conn, &case, &place, by)?;
            let beginning = plan::Beginning {
                id: PaperId::new(),
                case: case.id,
                part: Part::Paper,
                facts: Facts {
                    title: "Papir med ramme".to_owned(),
                    language: Language::NB,
                    archive_reference: String::new(),
                },
                first: Some(text(SECRET)),
            };
            plan::begin(conn, &beginning, by)?;
            Ok((of, near, case.id, beginning.id))
        };
        let (board, meeting, case, paper) = instance.app.db.write_now(write).expect("it is set");
        Self {
            instance,
            board,
            meeting,
            case,
            paper,
            by,
        }
    }

    pub fn write<T>(&self, what: impl Fn(&mut Conn) -> styringsrad::error::Result<T>) -> T {
        self.instance.app.db.write_now(what).expect("it is written")
    }

    pub fn path(&self) -> String {
        format!("/papers/{}", self.paper)
    }

    pub fn send(&self) -> RowId {
        let version = self.write(|conn| Ok(store::paper(conn, self.paper)?.version));
        let sending = Sending {
            id: RowId::new(),
            meeting: self.meeting,
            papers: vec![(self.paper, version)],
            paragraph: String::new(),
            documents: Vec::new(),
        };
        self.write(|conn| send(conn, &sending, self.by));
        sending.id
    }

    /// Begins one more document of the case, which is not out yet.
    fn begin(&self, title: &str, part: Part) -> PaperId {
        let beginning = plan::Beginning {
            id: PaperId::new(),
            case: self.case,
            part,
            facts: Facts {
                title: title.to_owned(),
                language: Language::NB,
                archive_reference: String::new(),
            },
            first: Some(text(title)),
        };
        self.write(|conn| plan::begin(conn, &beginning, self.by));
        beginning.id
    }

    /// Moves the meeting to this day, as its page does.
    fn move_to(&self, to: &str, now: Moment) {
        self.write(|conn| {
            let mut changed = meetings::meeting(conn, self.meeting)?;
            for session in &mut changed.sessions {
                session.day = day(to);
            }
            let by = Actor::Person(self.by.person);
            meeting_plan::save(conn, &changed, "meeting-moved", by, now)
        });
    }

    async fn reads(&self, address: &str) -> u16 {
        let mut browser = self.instance.signed_in(address).await;
        let answer = browser.get(&self.path()).await;
        let status = answer.status.as_u16();
        assert_eq!(
            status == 200,
            answer.body.contains(SECRET),
            "{address}: {status}"
        );
        status
    }
}

#[actix_web::test]
async fn a_paper_is_the_secretariats_until_it_goes_out_and_the_members_from_then_on() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        assert_eq!(stage.reads(SECRETARY).await, 200);
        for other in [MEMBER, CHAIR, OBSERVER, SERVICE_OWNER] {
            assert_eq!(stage.reads(other).await, 404, "{other}");
        }
        stage.send();
        for reader in [SECRETARY, MEMBER, CHAIR] {
            assert_eq!(stage.reads(reader).await, 200, "{reader}");
        }
        for other in [OBSERVER, SERVICE_OWNER] {
            assert_eq!(stage.reads(other).await, 404, "{other}");
        }
    }
}

/// The paper decided on is pinned: whatever comes later stands beside it (F50).
#[test]
fn nobody_changes_a_version_and_a_new_one_stands_beside_it() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let before = stage.write(|conn| store::versions_of(conn, stage.paper));
        let mut new = text("Noe annet");
        new.changed = "Beløpet er rettet.".to_owned();
        stage.write(|conn| plan::add_version(conn, stage.paper, 1, &new, stage.by).map(|_| ()));
        let after = stage.write(|conn| store::versions_of(conn, stage.paper));
        assert_eq!(after.len(), 2);
        assert_eq!(after[1], before[0]);
        assert_ne!(after[0].checksum, after[1].checksum);
        let touched = instance
            .app
            .db
            .write_now(|conn| Ok(conn.batch_execute("UPDATE paper_version SET content = '{}'")?));
        let told = format!("{:?}", touched.expect_err("a version stands"));
        assert!(told.contains("never changes"), "{told}");
        // Two who add a version to the same one: the second is told (F47).
        let second = instance
            .app
            .db
            .write_now(|conn| plan::add_version(conn, stage.paper, 1, &new, stage.by));
        assert!(matches!(second, Err(Error::Stale)), "{second:?}");
    }
}

#[actix_web::test]
async fn readers_keep_the_version_that_went_out_until_the_next_goes_out() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let version = stage.write(|conn| Ok(store::paper(conn, stage.paper)?.version));
        let mut new = text("Andre versjon");
        new.changed = "Ny innstilling.".to_owned();
        stage.write(|conn| {
            plan::add_version(conn, stage.paper, version, &new, stage.by).map(|_| ())
        });
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&stage.path()).await.ok();
        assert!(
            page.contains(SECRET)
                && !page.contains("Andre versjon")
                && !page.contains("Ny innstilling")
        );
        olav.get(&format!("{}/versions/2", stage.path()))
            .await
            .is(404);
        stage.send();
        let page = olav.get(&stage.path()).await.ok();
        assert!(page.contains("Andre versjon"));
        assert!(
            page.contains("Nytt sidan du las") && page.contains("Ny innstilling."),
            "{page}"
        );
        let again = olav.get(&stage.path()).await.ok();
        assert!(
            !again.contains("Nytt sidan du las"),
            "what is read is not new"
        );
        assert!(
            olav.get(&format!("{}/versions/1", stage.path()))
                .await
                .ok()
                .contains(SECRET)
        );
    }
}

/// A conflict of interest closes the paper on every page where it stands (F34–F36).
#[actix_web::test]
async fn a_paper_is_closed_with_its_case() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let mut olav = instance.signed_in(MEMBER).await;
        let room = format!("/meetings/{}/papers", stage.meeting);
        assert!(olav.get(&room).await.ok().contains("Papir med ramme"));
        let recusal = format!("/cases/{}/recusal", stage.case);
        olav.post(&recusal, &[("act", "declare")]).await.goes_to();
        olav.get(&stage.path()).await.is(404);
        olav.get(&format!("{}/versions/1", stage.path()))
            .await
            .is(404);
        let page = olav.get(&room).await.ok();
        assert!(!page.contains("Papir med ramme") && page.contains("Ny sak"));
        // Its page tells them how it opens again.
        assert!(page.contains(&format!("href=\"/cases/{}\"", stage.case)));
        for page in [
            format!("/cases/{}", stage.case),
            format!("/meetings/{}/agenda", stage.meeting),
        ] {
            assert!(
                !olav.get(&page).await.ok().contains("Papir med ramme"),
                "{page}"
            );
        }
        olav.post(&recusal, &[("act", "withdraw")]).await.goes_to();
        assert_eq!(stage.reads(MEMBER).await, 200);
    }
}

#[actix_web::test]
async fn a_paper_that_is_withdrawn_is_the_secretariats_until_it_is_given_back() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("{}/withdrawal", stage.path());
        kari.post(&path, &[("act", "withdraw"), ("version", "2")])
            .await
            .goes_to();
        assert_eq!(stage.reads(MEMBER).await, 404);
        assert_eq!(stage.reads(SECRETARY).await, 200);
        kari.post(&path, &[("act", "return"), ("version", "3")])
            .await
            .goes_to();
        assert_eq!(stage.reads(MEMBER).await, 200);
    }
}

#[actix_web::test]
async fn a_called_deputy_reads_the_papers_of_the_meeting_and_of_no_other() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let deputy = id_of(&instance, SERVICE_OWNER);
        let id = RowId::new();
        for (state, expected) in [("named", 404), ("confirmed", 200), ("withdrawn", 404)] {
            stage.write(|conn| {
                use styringsrad::db::schema::appointment;
                let seat: styringsrad::db::ids::AppointmentId = appointment::table
                    .filter(appointment::board_id.eq(stage.board))
                    .select(appointment::id)
                    .first(conn)?;
                diesel::delete(replacement::table.find(id)).execute(conn)?;
                diesel::insert_into(replacement::table)
                    .values((
                        replacement::id.eq(id),
                        replacement::meeting_id.eq(stage.meeting),
                        replacement::appointment_id.eq(seat),
                        replacement::person_id.eq(deputy),
                        replacement::named_by.eq(stage.by.person),
                        replacement::name.eq("Mette Lunder"),
                        replacement::scope.eq("whole"),
                        replacement::state.eq(state),
                        replacement::named_at.eq(stage.by.now),
                    ))
                    .execute(conn)?;
                Ok(())
            });
            assert_eq!(stage.reads(SERVICE_OWNER).await, expected, "{state}");
            let mut mette = instance.signed_in(SERVICE_OWNER).await;
            let room = mette
                .get(&format!("/meetings/{}/papers", stage.meeting))
                .await;
            assert_eq!(room.status.as_u16(), expected, "{state}");
        }
    }
}

/// The delivery deadline of the near meeting has passed.
fn after_the_deadline(stage: &Near<'_>, strength: &str) {
    stage.write(|conn| {
        let meeting = meetings::meeting(conn, stage.meeting)?;
        let data = styringsrad::boards::store::data(conn, stage.board)?;
        let mandate = styringsrad::boards::rules::in_force(&data.mandates, meeting.first_day());
        let mandate = mandate.expect("a mandate is in force").id;
        let rule = deadline_rule::table
            .filter(deadline_rule::mandate_id.eq(mandate))
            .filter(deadline_rule::stage.eq(Stage::Delivery.code()));
        diesel::update(rule)
            .set((
                deadline_rule::days.eq(-60),
                deadline_rule::strength.eq(strength),
            ))
            .execute(conn)?;
        Ok(())
    });
}

/// What is late is asked for its reason on every POST, not only when the page was opened (F45).
#[actix_web::test]
async fn what_comes_after_the_deadline_says_why_and_who_allowed_it() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("{}/write", stage.path());
        after_the_deadline(&stage, "normally");
        let typed = [
            ("act", "finish"),
            ("version", "1"),
            ("draft", "0"),
            ("background", "Rettet tekst"),
            ("changed", "Rettet."),
        ];
        let answer = kari.post(&page, &typed).await.is(422);
        assert!(answer.contains("Rettet tekst") && answer.contains("late-reason"));
        let chair = id_of(&instance, CHAIR).to_string();
        let mut whole = typed.to_vec();
        whole.extend([
            ("late-reason", "Tallene kom i går."),
            ("late-allowed-by", chair.as_str()),
        ]);
        kari.post(&page, &whole).await.goes_to();
        let versions = stage.write(|conn| store::versions_of(conn, stage.paper));
        let (reason, who) = versions[0].late.clone().expect("it is late");
        assert_eq!(
            (reason.as_str(), who.as_str()),
            ("Tallene kom i går.", "Ingrid Solvang")
        );
    }
}

#[actix_web::test]
async fn where_the_mandate_says_shall_nothing_comes_after_the_deadline() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        after_the_deadline(&stage, "shall");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("{}/write", stage.path())).await.ok();
        assert!(
            page.contains("Flytt saken til et senere møte"),
            "it says what to do"
        );
        let late = NewVersion {
            late: Some(Late {
                reason: "x".to_owned(),
                allowed_by: stage.by.person,
            }),
            ..text("For sent")
        };
        let refused = instance
            .app
            .db
            .write_now(|conn| plan::add_version(conn, stage.paper, 1, &late, stage.by));
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    }
}

#[actix_web::test]
async fn an_identity_number_stops_a_text_until_the_secretariat_says_why() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("{}/write", stage.path());
        let typed = [
            ("act", "finish"),
            ("version", "1"),
            ("draft", "0"),
            ("background", "Gjelder 17898190021."),
            ("changed", "Ny."),
        ];
        let answer = kari.post(&page, &typed).await.is(422);
        assert!(answer.contains("fødselsnummer"));
        let mut whole = typed.to_vec();
        whole.push(("numbers-reason", "Et oppdiktet nummer."));
        kari.post(&page, &whole).await.goes_to();
        let versions = stage.write(|conn| store::versions_of(conn, stage.paper));
        assert_eq!(
            versions[0].numbers_reason.as_deref(),
            Some("Et oppdiktet nummer.")
        );
        stage.send();
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(
            !olav
                .get(&stage.path())
                .await
                .ok()
                .contains("Et oppdiktet nummer")
        );
    }
}

/// Mail goes unencrypted: there no reason lets a number stand.
#[actix_web::test]
async fn an_identity_number_never_goes_out_in_the_mail() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let (chosen, id) = (format!("{}:1", stage.paper), RowId::new().to_string());
        let form = [
            ("id", id.as_str()),
            ("papers", chosen.as_str()),
            ("paragraph", "Gjelder 17898190021."),
            ("numbers-reason", "Et oppdiktet nummer."),
        ];
        let told = kari.post(&page, &form).await.is(422);
        assert!(told.contains("paragraph-mistake") && told.contains("fødselsnummer: «Gjelder •"));
        let sent: i64 = stage.write(|conn| {
            let of = dispatch::table.filter(dispatch::meeting_id.eq(stage.meeting));
            Ok(of.count().get_result(conn)?)
        });
        assert_eq!(sent, 0);
        assert_eq!(stage.reads(MEMBER).await, 404);
    }
}

/// Why a version is late, and what is new in it, is read by others like the paper itself.
#[actix_web::test]
async fn an_identity_number_is_refused_beside_a_paper_too() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("{}/write", stage.path());
        let typed = [
            ("act", "finish"),
            ("version", "1"),
            ("draft", "0"),
            ("background", "Rettet."),
            ("changed", "Rettet for 17898190021."),
        ];
        let told = kari.post(&page, &typed).await.is(422);
        assert!(told.contains("changed-mistake"));
        let page = format!("{}/edit", stage.path());
        let typed = [
            ("title", "Vedtak 17898190021"),
            ("language", "nb"),
            ("version", "1"),
        ];
        let told = kari.post(&page, &typed).await.is(422);
        assert!(told.contains("title-mistake"));
    }
}

#[actix_web::test]
async fn a_file_that_cannot_be_read_is_taken_and_told_of() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let new = format!("/cases/{}/papers/new", stage.case);
        kari.get(&new).await.ok();
        let by = stage.by.person.to_string();
        let form = |id: &str| {
            [
                ("id", id),
                ("part", "attachment"),
                ("title", "Notat"),
                ("language", "nb"),
                ("late-reason", "Tallene kom i dag."),
                ("late-allowed-by", by.as_str()),
            ]
            .map(|(name, value)| (name, value.to_owned()))
        };
        for (name, bytes, said, words) in [
            (
                "hel.pdf",
                a_pdf("Hei", 1, ""),
                "said-paper-begun",
                "Dokumentet er lagt til",
            ),
            (
                "halv.pdf",
                b"%PDF-1.7\nikke noe mer".to_vec(),
                "said-paper-damaged-warning",
                "men den er skadet",
            ),
        ] {
            let form = form(PaperId::new().as_str());
            let form: Vec<(&str, &str)> = form
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let page = kari
                .post_form_with_file(&new, &form, ("file", name, &bytes))
                .await
                .goes_to();
            assert!(page.ends_with(&format!("said={said}")), "{page}");
            let told = kari.get(&page).await.ok();
            assert!(told.contains(words), "{name}");
            // What is wrong is no success, and it stands on the page for as long as the file does.
            let is_whole = said == "said-paper-begun";
            let color = if is_whole { "success" } else { "warning" };
            let line = format!("data-color=\"{color}\" role=\"status\"");
            assert!(told.contains(&line), "{name}");
            let address = page.split('?').next().expect("an address");
            let later = kari.get(address).await.ok();
            assert_eq!(later.contains("Filen er skadet, så"), !is_whole, "{name}");
        }
        let list = kari.get(&format!("/cases/{}", stage.case)).await.ok();
        assert_eq!(list.matches("Skadet fil").count(), 1);
        let form = form(PaperId::new().as_str());
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let pdf = a_pdf("Hei", 1, "");
        let told = kari
            .post_form_with_file(&new, &form, ("file", "17898190021.pdf", &pdf))
            .await
            .is(422);
        assert!(told.contains("Gi filen et annet navn"));
    }
}

/// No browser keeps a file: a form that comes back asks for it once more, and makes no empty paper without it.
#[actix_web::test]
async fn a_file_that_came_with_a_mistake_is_asked_for_again() {
    const WORDS: &str = "Velg filen på nytt: notat.pdf";
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let new = format!("/cases/{}/papers/new", stage.case);
        let (id, by) = (PaperId::new().to_string(), stage.by.person.to_string());
        let late = [
            ("late-reason", "Tallene kom i dag."),
            ("late-allowed-by", by.as_str()),
        ];
        let mut form = vec![
            ("title", ""),
            ("id", id.as_str()),
            ("part", "paper"),
            ("language", "nb"),
        ];
        form.extend(late);
        let pdf = a_pdf("Hei", 1, "");
        let file = ("file", "notat.pdf", pdf.as_slice());
        let told = kari.post_form_with_file(&new, &form, file).await.is(422);
        let remembered = "name=\"file-before\" value=\"notat.pdf\"";
        assert!(told.contains(WORDS) && told.contains(remembered), "{told}");
        form[0] = ("title", "Notat");
        form.push(("file-before", "notat.pdf"));
        let told = kari.post(&new, &form).await.is(422);
        assert!(told.contains(WORDS) && told.contains("name=\"write-instead\""));
        // A file that was not taken is meant too.
        let web_page = ("file", "notat.pdf", b"<!doctype html><p>nei</p>".as_slice());
        let told = kari
            .post_form_with_file(&new, &form, web_page)
            .await
            .is(422);
        assert!(told.contains("name=\"file-before\" value=\"?\""), "{told}");
        // Who would rather write says so.
        form.push(("write-instead", "yes"));
        let next = kari.post(&new, &form).await.goes_to();
        assert!(next.contains("/write"), "{next}");

        // The next version: with a mistake beside it, and where someone was first.
        let upload = format!("{}/upload", stage.path());
        let mut form = vec![("changed", ""), ("version", "1")];
        form.extend(late);
        let told = kari.post_form_with_file(&upload, &form, file).await;
        assert!(told.is(422).contains(WORDS));
        form[0] = ("changed", "Rettet.");
        form[1] = ("version", "0");
        let told = kari.post_form_with_file(&upload, &form, file).await;
        assert!(told.is(409).contains(WORDS));
        let versions = stage.write(|conn| store::versions_of(conn, stage.paper));
        assert_eq!(versions.len(), 1);
    }
}

/// A case that is moved takes its papers along: they go out for the new meeting as they are.
#[test]
fn papers_that_are_out_go_out_again_for_the_meeting_that_their_case_is_moved_to() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let next = stage.write(|conn| {
            let next: MeetingId = meeting::table
                .filter(meeting::board_id.eq(stage.board))
                .filter(meeting::state.eq(MeetingState::Planned))
                .order(meeting::first_day)
                .select(meeting::id)
                .first(conn)?;
            let case = cases::case(conn, stage.case)?;
            let place = case_plan::Place {
                meeting: next,
                minutes: None,
                presenter: String::new(),
                late: None,
            };
            case_plan::schedule(conn, &case, &place, stage.by)?;
            Ok(next)
        });
        let version = stage.write(|conn| Ok(store::paper(conn, stage.paper)?.version));
        let sending = |meeting| Sending {
            id: RowId::new(),
            meeting,
            papers: vec![(stage.paper, version)],
            paragraph: String::new(),
            documents: Vec::new(),
        };
        let (old, new) = (sending(stage.meeting), sending(next));
        let gone = instance.app.db.write_now(|conn| send(conn, &old, stage.by));
        assert!(matches!(gone, Err(Error::Stale)), "{gone:?}");
        stage.write(|conn| send(conn, &new, stage.by));
        let sent = stage.write(|conn| dispatches::of_meeting(conn, next));
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].papers, [(stage.paper, 1)]);
    }
}

/// A secretary with a conflict of interest sends out no paper of that case, whatever the form says.
#[actix_web::test]
async fn nobody_sends_out_a_paper_of_a_case_that_is_closed_to_them() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let recusal = format!("/cases/{}/recusal", stage.case);
        kari.post(&recusal, &[("act", "declare")]).await.goes_to();
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        assert!(!kari.get(&page).await.ok().contains("Papir med ramme"));
        let (chosen, id) = (format!("{}:1", stage.paper), RowId::new().to_string());
        let answer = kari.post(&page, &[("id", &id), ("papers", &chosen)]).await;
        answer.is(404);
        assert_eq!(stage.reads(MEMBER).await, 404);
    }
}

/// A note is its writer's alone, the secretariat's too little, and survives a new version.
#[actix_web::test]
async fn a_note_is_seen_by_nobody_else_and_survives_a_new_version() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let mut olav = instance.signed_in(MEMBER).await;
        let notes = format!("{}/notes", stage.path());
        olav.post(&notes, &[("note", "")]).await.is(422);
        let id = RowId::new().to_string();
        let note = [("note", "Spør om ramma"), ("note-id", &id)];
        olav.post(&notes, &note).await.goes_to();
        olav.post(&notes, &note).await.goes_to();
        let page = olav.get(&stage.path()).await.ok();
        assert_eq!(
            page.matches("Spør om ramma</div>").count(),
            1,
            "sent twice is written once"
        );
        let mut new = text("Andre versjon");
        new.changed = "Ny.".to_owned();
        stage.write(|conn| plan::add_version(conn, stage.paper, 2, &new, stage.by).map(|_| ()));
        stage.send();
        let page = olav.get(&stage.path()).await.ok();
        assert!(page.contains("Spør om ramma") && page.contains("Versjon 1, "));
        let own = format!("{notes}/{id}");
        for other in [SECRETARY, CHAIR] {
            let mut browser = instance.signed_in(other).await;
            assert!(
                !browser
                    .get(&stage.path())
                    .await
                    .ok()
                    .contains("Spør om ramma"),
                "{other}"
            );
            let field = format!("text-{id}");
            browser
                .post(&own, &[(field.as_str(), "mitt")])
                .await
                .is(404);
            browser.post(&own, &[("act", "delete")]).await.is(404);
        }
        let field = format!("text-{id}");
        olav.post(&own, &[(field.as_str(), "")]).await.is(422);
        olav.post(&own, &[(field.as_str(), "Endra")])
            .await
            .goes_to();
        assert!(olav.get(&stage.path()).await.ok().contains("Endra"));
        olav.post(&own, &[("act", "delete")]).await.goes_to();
        assert!(!olav.get(&stage.path()).await.ok().contains("Endra"));
    }
}

#[actix_web::test]
async fn who_opened_a_paper_is_forgotten_after_a_year() {
    use styringsrad::db::schema::paper_reading;
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        assert_eq!(stage.reads(MEMBER).await, 200);
        let count = || {
            stage.write(|conn| {
                let all: i64 = paper_reading::table.count().get_result(conn)?;
                Ok(all)
            })
        };
        for (days, left) in [(364, 1), (2, 0)] {
            instance.move_by(chrono::Duration::days(days));
            instance.tick();
            assert_eq!(count(), left, "after {days} days more");
        }
    }
}

/// Two who write the same draft: the second is told, and keeps what was typed (F47).
#[actix_web::test]
async fn a_draft_is_saved_as_it_is_typed_and_over_nobodys_words() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let page = format!("{}/write", stage.path());
        let typed = |draft: &'static str, act: &'static str, words: &'static str| {
            [
                ("act", act),
                ("version", "1"),
                ("draft", draft),
                ("background", words),
            ]
        };
        let mut kari = instance.signed_in(SECRETARY).await;
        let saved = kari.post(&page, &typed("0", "autosave", "Karis ord")).await;
        assert!(saved.ok().contains("\"draft\":1"));
        assert!(kari.get(&page).await.ok().contains("Karis ord"));
        let mut jon = instance.signed_in("jon.aasebo@digdir.example").await;
        jon.post(&page, &typed("0", "autosave", "Jons ord"))
            .await
            .is(409);
        let answer = jon
            .post(&page, &typed("0", "save", "Jons ord"))
            .await
            .is(422);
        assert!(answer.contains("Jons ord") && answer.contains("Kari"));
        jon.post(&page, &typed("1", "save", "Jons ord"))
            .await
            .goes_to();
        assert!(kari.get(&page).await.ok().contains("Jons ord"));
    }
}

/// One click publishes and then mails; the same click twice is one dispatch (F16).
#[actix_web::test]
async fn papers_go_out_once_and_can_be_read_before_the_mail_goes() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let body = kari.get(&page).await.ok();
        assert!(
            body.contains("Papir med ramme")
                && body.contains("Disse sakene har ingen ferdige papirer")
        );
        let chosen = format!("{}:1", stage.paper);
        let id = RowId::new().to_string();
        let form = [
            ("id", id.as_str()),
            ("papers", chosen.as_str()),
            ("paragraph", "Les særlig kapittel 2."),
        ];
        kari.post(&page, &form).await.goes_to();
        let count = |table: &str| {
            let of = table.to_owned();
            stage.write(move |conn| {
                let letters: i64 = message::table
                    .inner_join(occasion::table.on(occasion::id.eq(message::occasion_id)))
                    .filter(occasion::kind.eq(&of))
                    .count()
                    .get_result(conn)?;
                Ok(letters)
            })
        };
        assert_eq!(count("papers-sent"), 0, "no mail goes before the next pass");
        assert_eq!(stage.reads(MEMBER).await, 200);
        kari.post(&page, &form).await.goes_to();
        let sent: i64 = stage.write(|conn| {
            Ok(dispatch::table
                .filter(dispatch::meeting_id.eq(stage.meeting))
                .count()
                .get_result(conn)?)
        });
        assert_eq!(sent, 1);
        instance.work().await;
        instance.tick();
        let readers = stage.write(|conn| {
            let board = styringsrad::boards::store::board(conn, stage.board)?;
            dispatches::readers(conn, &board, stage.meeting, stage.by.now)
        });
        assert!(readers.len() >= 12);
        assert_eq!(
            count("papers-sent"),
            i64::try_from(readers.len()).expect("few")
        );
        let bodies: Vec<String> = stage.write(|conn| {
            let of = message::table
                .inner_join(occasion::table.on(occasion::id.eq(message::occasion_id)));
            Ok(of
                .filter(occasion::kind.eq("papers-sent"))
                .select(message::body)
                .load(conn)?)
        });
        for body in &bodies {
            assert!(
                !body.contains("Papir med ramme")
                    && !body.contains(SECRET)
                    && !body.contains("Ny sak")
            );
            assert!(body.contains("Les særlig kapittel 2."));
        }
        let state = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.state));
        assert_eq!(state, MeetingState::PapersSent);
        let proof = kari
            .get(&format!("/meetings/{}/papers/statement", stage.meeting))
            .await
            .ok();
        assert!(
            proof.contains("Olav Myklebø") && proof.contains("minst 7 dager før møtet"),
            "{proof}"
        );
    }
}

#[actix_web::test]
async fn a_paper_that_changed_since_the_page_was_opened_does_not_go_out_unseen() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut new = text("Endret");
        new.changed = "Endret.".to_owned();
        stage.write(|conn| plan::add_version(conn, stage.paper, 1, &new, stage.by).map(|_| ()));
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let (chosen, id) = (format!("{}:1", stage.paper), RowId::new().to_string());
        let answer = kari
            .post(
                &page,
                &[("id", &id), ("papers", &chosen), ("paragraph", "Hei")],
            )
            .await
            .is(422);
        assert!(answer.contains("endret etter at du åpnet siden") && answer.contains("Hei"));
        let none = kari
            .post(&page, &[("id", &id), ("paragraph", "Hei")])
            .await
            .is(422);
        assert!(none.contains("Velg minst ett papir"));
    }
}

/// Drafts that stay behind, files that nobody can open, an agenda that is too long, what is exempt, and who is called and
/// reads nothing: all of it is told before the papers go.
#[actix_web::test]
async fn who_sends_papers_out_is_told_what_to_know_first() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let body = kari.get(&page).await.ok();
        assert!(!body.contains("blir ikke sendt:") && !body.contains("Skadet fil"));
        let (_, without) = body
            .split_once("Innkalt, men får ikke sakspapirer: ")
            .expect("the observer is told of");
        let (names, _) = without.split_once("</p>").expect("a paragraph ends");
        assert!(names.contains("Siv Ekeland"), "{names}");
        let by = stage.by.person.to_string();
        let id = PaperId::new().to_string();
        let form = [
            ("id", id.as_str()),
            ("part", "attachment"),
            ("title", "Halvt notat"),
            ("language", "nb"),
            ("late-reason", "Tallene kom i dag."),
            ("late-allowed-by", by.as_str()),
        ];
        let half = b"%PDF-1.7\nikke noe mer".as_slice();
        let new = format!("/cases/{}/papers/new", stage.case);
        kari.post_form_with_file(&new, &form, ("file", "halv.pdf", half))
            .await
            .goes_to();
        let draft = plan::Beginning {
            id: PaperId::new(),
            case: stage.case,
            part: Part::Paper,
            facts: Facts {
                title: "Uferdig notat".to_owned(),
                language: Language::NB,
                archive_reference: String::new(),
            },
            first: None,
        };
        stage.write(|conn| {
            plan::begin(conn, &draft, stage.by)?;
            diesel::update(paper::table.find(stage.paper))
                .set(paper::assessment.eq(Assessment::Exempt))
                .execute(conn)?;
            diesel::update(agenda_item::table.filter(agenda_item::case_id.eq(Some(stage.case))))
                .set(agenda_item::minutes.eq(Some(400_i64)))
                .execute(conn)?;
            Ok(())
        });
        let body = kari.get(&page).await.ok();
        let (before, form) = body
            .split_once("name=\"papers\"")
            .expect("there is something to send");
        let places = [
            "blir ikke sendt:",
            "Uferdig notat",
            "får kanskje ikke åpnet dem:",
            "Halvt notat",
            "Skadet fil",
            "lenger enn møtet",
        ];
        let places = places.map(|words| before.find(words).expect(words));
        assert!(places.is_sorted(), "{places:?}");
        assert!(form.contains("Skadet fil") && form.contains("Unntatt offentlighet"));
    }
}

/// A second tab does not leave its reader in doubt: it says who sent the papers, and when. The proof marks what is exempt.
#[actix_web::test]
async fn a_second_tab_says_when_the_papers_went_and_who_sent_them() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        stage.write(|conn| {
            let own = diesel::update(paper::table.find(stage.paper));
            Ok(own
                .set(paper::assessment.eq(Assessment::Exempt))
                .execute(conn)?)
        });
        let mut form = fields(&kari.get(&page).await.ok(), &page);
        for is_first in [true, false] {
            put(&mut form, "id", &RowId::new().to_string());
            let form: Vec<(&str, &str)> = form
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let answer = kari.post(&page, &form).await;
            if is_first {
                answer.goes_to();
                continue;
            }
            let told = answer.is(422);
            assert!(told.contains("Papirene ble sendt ut "), "{told}");
            assert!(told.contains("av Kari Nordbø. Det er ingen nye å sende."));
            assert!(!told.contains("name=\"papers\""));
        }
        let statement = format!("/meetings/{}/papers/statement", stage.meeting);
        let proof = kari.get(&statement).await.ok();
        let (_, after) = proof
            .split_once("Papir med ramme</a>")
            .expect("it went out");
        let line = after.split("</li>").next().unwrap_or_default();
        assert!(line.contains("Unntatt offentlighet"), "{line}");
    }
}

/// What goes out fewer than seven dates before is marked, and stands in the statement as an exception.
#[actix_web::test]
async fn what_goes_out_late_is_marked_with_its_days() {
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
        stage.write(|conn| send(conn, &sending, late));
        let mut kari = instance.signed_in(SECRETARY).await;
        let room = kari
            .get(&format!("/meetings/{}/papers", stage.meeting))
            .await
            .ok();
        assert!(room.contains("Ettersendt 2 dager før"));
        let proof = kari
            .get(&format!("/meetings/{}/papers/statement", stage.meeting))
            .await
            .ok();
        assert!(proof.contains("Papiret var ikke tilgjengelig i nyeste versjon minst 7 dager"));
        assert!(
            proof.contains("Papir med ramme, versjon 1") && proof.contains("2 dager før møtet.")
        );
    }
}

/// A new version that goes out late is an exception too, with who allowed it, though the first one was in time.
#[actix_web::test]
async fn a_new_version_that_goes_out_late_stands_in_the_statement_with_its_reason() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let statement = format!("/meetings/{}/papers/statement", stage.meeting);
        let mut kari = instance.signed_in(SECRETARY).await;
        let proof = kari.get(&statement).await.ok();
        assert!(
            proof.contains("Papiret var tilgjengelig minst 7 dager før møtet"),
            "{proof}"
        );
        assert!(proof.contains("uten at det er sendt ut noe papir"));
        assert!(!proof.contains("sendt ut for sent"));
        let first_day = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.first_day()));
        let late = case_plan::By {
            now: moment(&format!("{} 12:00", first_day - chrono::Duration::days(2))),
            ..stage.by
        };
        let new = NewVersion {
            changed: "Beløpet er rettet.".to_owned(),
            late: Some(Late {
                reason: "Feil i tallene.".to_owned(),
                allowed_by: id_of(&instance, CHAIR),
            }),
            ..text("Rettet")
        };
        stage.write(|conn| {
            let version = store::paper(conn, stage.paper)?.version;
            let paper = plan::add_version(conn, stage.paper, version, &new, late)?;
            let sending = Sending {
                id: RowId::new(),
                meeting: stage.meeting,
                papers: vec![(stage.paper, paper.version)],
                paragraph: String::new(),
                documents: Vec::new(),
            };
            send(conn, &sending, late)
        });
        let proof = kari.get(&statement).await.ok();
        assert!(
            proof.contains("Papiret var ikke tilgjengelig i nyeste versjon"),
            "{proof}"
        );
        assert!(
            proof.contains("Papir med ramme, versjon 2")
                && !proof.contains("Papir med ramme, versjon 1 ("),
            "{proof}"
        );
        assert!(proof.contains("Ingrid Solvang: Feil i tallene."), "{proof}");
    }
}

/// Papers may go out for a day that nobody has been told of; who sends them out is told so first.
#[actix_web::test]
async fn who_sends_papers_out_is_told_that_nobody_knows_of_the_new_day() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/papers/dispatch", stage.meeting);
        let words = "Møtet er endret etter at deltakerne sist fikk beskjed";
        assert!(!kari.get(&page).await.ok().contains(words));
        let first_day = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.first_day()));
        let later = (first_day + chrono::Duration::days(1)).to_string();
        stage.move_to(&later, instance.now());
        let body = kari.get(&page).await.ok();
        let (before, after) = body.split_once(words).expect("it is told");
        assert!(after.contains("name=\"papers\"") && !before.contains("name=\"papers\""));
        let notice = format!("/meetings/{}/notices/new?kind=change", stage.meeting);
        assert!(after.contains(&notice), "{after}");
        // It forbids nothing.
        stage.send();
        assert_eq!(stage.reads(MEMBER).await, 200);
    }
}

/// The case paper is read before what stands beside it, whichever was there first; so are its pages numbered.
#[actix_web::test]
async fn the_case_paper_stands_before_its_attachments() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let attachment = stage.begin("Vedlagte tall", Part::Attachment);
        let added_last = stage.begin("Revidert papir", Part::Paper);
        let mut kari = instance.signed_in(SECRETARY).await;
        for page in [
            format!("/cases/{}", stage.case),
            format!("/meetings/{}/papers", stage.meeting),
            format!("/meetings/{}/papers/dispatch", stage.meeting),
        ] {
            let body = kari.get(&page).await.ok();
            let places = ["Papir med ramme", "Revidert papir", "Vedlagte tall"];
            let places = places.map(|title| body.find(title).expect(title));
            assert!(places.is_sorted(), "{page}: {places:?}");
        }
        let sending = Sending {
            id: RowId::new(),
            meeting: stage.meeting,
            papers: vec![(attachment, 1), (added_last, 1), (stage.paper, 1)],
            paragraph: String::new(),
            documents: Vec::new(),
        };
        stage.write(|conn| send(conn, &sending, stage.by));
        let ranges = stage.write(|conn| packs::ranges(conn, stage.meeting));
        let numbered = ranges.iter().filter_map(|range| range.paper);
        let numbered: Vec<PaperId> = numbered.map(|(paper, _)| paper).collect();
        assert_eq!(numbered, [stage.paper, added_last, attachment]);
    }
}

/// A wrong document is removed before it goes out, by whoever may write it, and by nobody who has not seen what it holds.
#[actix_web::test]
async fn a_paper_that_never_went_out_is_removed_and_is_nowhere() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let removal = format!("{}/removal", stage.path());
        let page = kari.get(&stage.path()).await.ok();
        assert!(page.contains(&format!("action=\"{removal}\"")), "{page}");
        let mut olav = instance.signed_in(MEMBER).await;
        let shown = |version, draft| [("version", version), ("draft", draft)];
        olav.post(&removal, &shown("1", "0")).await.is(404);
        // A note, a reference, a version and words that are being written all hang on it.
        stage.write(|conn| {
            let other: CaseId = board_case::table
                .filter(board_case::id.ne(stage.case))
                .select(board_case::id)
                .first(conn)?;
            store::shared::add(conn, stage.paper, other, stage.by)?;
            let note = Note {
                id: RowId::new(),
                number: 1,
                page: None,
                text: "Feil fil".to_owned(),
                at: stage.by.now,
            };
            store::notes::add(conn, stage.paper, stage.by.person, &note)?;
            plan::add_version(conn, stage.paper, 1, &text("Feil"), stage.by)
        });
        kari.post(&removal, &shown("1", "0")).await.is(409);
        stage.write(|conn| plan::save_draft(conn, stage.paper, 0, &Sections::default(), stage.by));
        kari.post(&removal, &shown("2", "0")).await.is(409);
        kari.post(&removal, &[("version", "2")]).await.is(409);
        let case = kari.post(&removal, &shown("2", "1")).await.goes_to();
        assert!(
            case.starts_with(&format!("/cases/{}?", stage.case)),
            "{case}"
        );
        assert!(kari.get(&case).await.ok().contains("Dokumentet er fjernet"));
        kari.get(&stage.path()).await.is(404);
        kari.post(&removal, &shown("3", "0")).await.is(404);
        let dispatch = format!("/meetings/{}/papers/dispatch", stage.meeting);
        for page in [
            format!("/cases/{}", stage.case),
            format!("/meetings/{}/papers", stage.meeting),
            dispatch.clone(),
        ] {
            let body = kari.get(&page).await.ok();
            assert!(!body.contains("Papir med ramme"), "{page}");
        }
        // Whoever still has it in a form that sends papers out is told.
        let (chosen, id) = (format!("{}:2", stage.paper), RowId::new().to_string());
        let form = [("id", id.as_str()), ("papers", chosen.as_str())];
        let told = kari.post(&dispatch, &form).await.is(422);
        assert!(told.contains("endret etter at du åpnet siden"), "{told}");
        let trail = stage.write(|conn| audit::since(conn, stage.paper.as_str(), 0));
        let last = trail.last().expect("it is kept that it was there");
        assert_eq!(
            (last.action.as_str(), last.who.is_some(), last.version),
            ("paper-removed", true, 3)
        );
    }
}

#[actix_web::test]
async fn a_paper_that_went_out_is_not_removed() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let mut kari = instance.signed_in(SECRETARY).await;
        let removal = format!("{}/removal", stage.path());
        assert!(!kari.get(&stage.path()).await.ok().contains(&removal));
        let shown = [("version", "2"), ("draft", "0")];
        let told = kari.post(&removal, &shown).await.is(422);
        assert!(told.contains("kan ikke fjernes"), "{told}");
        assert_eq!(stage.reads(MEMBER).await, 200);
    }
}

/// What went out in good time is late once the meeting is moved nearer: who moves it is told, and the statement says why.
#[actix_web::test]
async fn papers_are_told_with_the_move_that_made_them_late() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let moving = format!("/meetings/{}/move", stage.meeting);
        for is_out in [false, true] {
            if is_out {
                stage.send();
            }
            let version = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.version));
            let version = version.to_string();
            let fields = [
                ("version", version.as_str()),
                ("rows", "1"),
                ("kind", "ordinary"),
                ("day-0", "2026-11-27"),
                ("starts-0", "09:00"),
                ("ends-0", "11:30"),
                ("act", "preview"),
            ];
            let page = kari.post(&moving, &fields).await.ok();
            let is_told = page.contains("så de blir regnet som sendt for sent");
            assert_eq!(is_told, is_out, "{page}");
        }
        let statement = format!("/meetings/{}/papers/statement", stage.meeting);
        assert!(!kari.get(&statement).await.ok().contains("ble flyttet"));
        let before = stage.write(|conn| Ok(meetings::meeting(conn, stage.meeting)?.first_day()));
        stage.move_to("2026-11-27", instance.now() + chrono::Duration::hours(1));
        let proof = kari.get(&statement).await.ok();
        let moved = format!(
            "Møtet ble flyttet fra {} til 27. november den 22. november, etter at papirene var sendt ut.",
            dates::day_and_month(Language::NB, before)
        );
        // Beside the verdict, and at what had gone out.
        assert_eq!(proof.matches(&moved).count(), 2, "{proof}");
        let days = (before - day("2026-11-22")).num_days();
        let then = format!("Da papirene ble sendt ut, var det {days} dager til møtet");
        assert!(proof.contains(&then) && proof.contains("sendt ut 5 dager før møtet"));
    }
}

/// What was replaced before it went out may hold what nobody was to read.
#[actix_web::test]
async fn a_version_that_never_went_out_is_opened_by_no_reader() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        for (what, changed) in [("Hemmelig", "Utkast."), ("Åpent", "Rettet.")] {
            let new = NewVersion {
                changed: changed.to_owned(),
                ..text(what)
            };
            stage.write(|conn| {
                let version = store::paper(conn, stage.paper)?.version;
                plan::add_version(conn, stage.paper, version, &new, stage.by)
            });
        }
        // The third goes out; the second never does.
        stage.send();
        let path = stage.path();
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&path).await.ok();
        assert!(
            page.contains("Rettet.") && page.contains("versions/1\""),
            "{page}"
        );
        for closed in ["Utkast.", "Hemmelig", "versions/2"] {
            assert!(!page.contains(closed), "{closed}: {page}");
        }
        let (second, first) = (format!("{path}/versions/2"), format!("{path}/versions/1"));
        olav.get(&second).await.is(404);
        olav.get(&format!("{second}/document")).await.is(404);
        let page = olav.get(&first).await.ok();
        assert!(
            page.contains("Du les versjon 1. Versjon 3 er den nyaste."),
            "{page}"
        );
        let mut kari = instance.signed_in(SECRETARY).await;
        assert!(kari.get(&second).await.ok().contains("Hemmelig"));
    }
}

#[actix_web::test]
async fn a_case_is_read_on_its_page_and_is_no_longer_new() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let room = format!("/meetings/{}/papers", stage.meeting);
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&room).await.ok().contains("Ny for deg"));
        let page = olav.get(&format!("/cases/{}", stage.case)).await.ok();
        assert!(
            page.contains(&format!("id=\"paper-{}\"", stage.paper)),
            "{page}"
        );
        assert!(!olav.get(&room).await.ok().contains("Ny for deg"));
    }
}

/// A paper of random access within a case of random access.
#[derive(Clone, Debug)]
struct Drawn {
    case: (Audience, Assessment, bool, bool),
    paper: (Audience, Assessment, bool, bool),
}

const MANY: usize = 30;

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let access = || {
        (
            proptest::sample::select(Audience::ALL),
            proptest::sample::select(Assessment::ALL),
            any::<bool>(),
            proptest::bool::weighted(0.15),
        )
    };
    let one = (access(), access()).prop_map(|(case, paper)| Drawn { case, paper });
    proptest::collection::vec(one, MANY)
}

/// Whom the reader is: keeps, reads, owns services, is called; which papers are opened, and which cases are opened, prepared
/// and closed; and which papers and cases are lent.
type Rights = (
    (bool, bool, bool, bool),
    [BTreeSet<usize>; 4],
    (BTreeSet<usize>, BTreeSet<usize>),
);

fn rights() -> impl Strategy<Value = Rights> {
    let some = || proptest::collection::btree_set(0..MANY, 0..6);
    let flags = (
        proptest::bool::weighted(0.2),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    let lent = || proptest::collection::btree_set(0..MANY, 0..16);
    (flags, [some(), some(), some(), some()], (lent(), lent()))
}

/// A page and a list agree on papers, over random papers in random cases (ADR 8).
#[test]
fn a_part_is_seen_where_it_is_found_on_both_engines() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut runner = TestRunner::new(Config {
            cases: 40,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(51),
            ..Config::default()
        });
        let told = runner.run(&(drawn(), rights()), |(drawn, rights)| {
            let ids = stage.write(|conn| fill(conn, &stage, &drawn));
            let clearance = clearance(&stage, &rights, &ids);
            let cases: Vec<CaseId> = ids.iter().map(|(case, _)| *case).collect();
            let (found, seen) = stage.write(|conn| {
                let found = store::of_cases(conn, &cases, &clearance)?;
                let found: BTreeSet<PaperId> = found.values().flatten().map(|one| one.id).collect();
                let mut seen = BTreeSet::new();
                for (_, id) in &ids {
                    let one = store::paper(conn, *id)?;
                    let sees = clearance.sees_part(&one.readable(), &one.case.readable());
                    seen.extend(sees.then_some(one.id));
                }
                Ok((found, seen))
            });
            prop_assert_eq!(found, seen, "{:?}", clearance);
            Ok(())
        });
        told.expect("a page and a list agree");
    }
}

fn fill(
    conn: &mut Conn,
    stage: &Near<'_>,
    drawn: &[Drawn],
) -> styringsrad::error::Result<Vec<(CaseId, PaperId)>> {
    let (model, paper_model): (Case, _) = (
        cases::case(conn, stage.case)?,
        store::paper(conn, stage.paper)?,
    );
    let mut ids = Vec::new();
    for one in drawn {
        let mut case = model.clone();
        case.id = CaseId::new();
        cases::write::create(conn, &case)?;
        let mut paper = paper_model.clone();
        paper.id = PaperId::new();
        paper.case = case.clone();
        write::create(conn, &paper, stage.by.now)?;
        let from = |is_later: bool| is_later.then(|| stage.by.now + chrono::Duration::hours(1));
        let gone = |is_gone: bool| is_gone.then_some(stage.by.now);
        let (audience, assessment, later, is_gone) = one.case;
        diesel::update(board_case::table.find(case.id))
            .set((
                board_case::audience.eq(audience),
                board_case::assessment.eq(assessment),
                board_case::open_from.eq(from(later)),
                board_case::withdrawn_at.eq(gone(is_gone)),
                board_case::meeting_id.eq(stage.meeting),
            ))
            .execute(conn)?;
        let (audience, assessment, later, is_gone) = one.paper;
        diesel::update(paper::table.find(paper.id))
            .set((
                paper::audience.eq(audience),
                paper::assessment.eq(assessment),
                paper::open_from.eq(from(later)),
                paper::withdrawn_at.eq(gone(is_gone)),
            ))
            .execute(conn)?;
        ids.push((case.id, paper.id));
    }
    Ok(ids)
}

fn clearance(stage: &Near<'_>, of: &Rights, ids: &[(CaseId, PaperId)]) -> Clearance {
    let ((keeps, reads, owns, called), [papers, cases, prepared, closed], (lent, lent_cases)) = of;
    let mut made = Clearance::of_nobody(stage.by.now);
    made.keeps.extend(keeps.then_some(stage.board));
    made.reads.extend(reads.then_some(stage.board));
    made.is_service_owner = *owns;
    made.called_to.extend(called.then_some(stage.meeting));
    made.opened.extend(
        papers
            .iter()
            .map(|at| ids[*at].1.cast::<styringsrad::db::ids::of::Row>()),
    );
    made.opened.extend(
        cases
            .iter()
            .map(|at| ids[*at].0.cast::<styringsrad::db::ids::of::Row>()),
    );
    let row = |at: &usize| ids[*at].1.cast::<styringsrad::db::ids::of::Row>();
    made.lent.extend(lent.iter().map(row));
    let row = |at: &usize| ids[*at].0.cast::<styringsrad::db::ids::of::Row>();
    made.lent.extend(lent_cases.iter().map(row));
    made.prepares.extend(
        prepared
            .iter()
            .map(|at| ids[*at].0.cast::<styringsrad::db::ids::of::Row>()),
    );
    made.closed.extend(
        closed
            .iter()
            .map(|at| ids[*at].0.cast::<styringsrad::db::ids::of::Row>()),
    );
    made
}
