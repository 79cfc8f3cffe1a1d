//! Cases and agendas through their pages and their doors: numbers under threads (F48), deadlines checked when posted (F45),
//! standing items left alone (F46), two editors (F47), and the mails that follow.

use crate::support::{Instance, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, SECRETARY, facts};
use diesel::prelude::*;
use std::collections::BTreeSet;
use std::sync::Mutex;
use styringsrad::cases::rules::Step;
use styringsrad::cases::store::agenda as agendas;
use styringsrad::cases::{Case, CaseState, Numbering, Setting, Turn, plan, store};
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, MeetingId, PersonId};
use styringsrad::db::schema::{
    board, board_case, case_counter, late_permission, mandate_rule, meeting, message, occasion,
    person,
};
use styringsrad::error::{Error, Result};
use styringsrad::mail::OccasionState;

const CHAIR: &str = "ingrid.solvang@digdir.example";

pub struct Scene {
    pub board: BoardId,
    /// The near meeting, whose deadline for proposals has passed, and the one after it.
    pub near: MeetingId,
    pub next: MeetingId,
    secretary: PersonId,
}

pub fn scene(instance: &Instance) -> Scene {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let read = instance.app.db.read_now(|conn| {
        let board: BoardId = board::table
            .filter(board::slug.eq("styringsradet"))
            .select(board::id)
            .first(conn)?;
        let meetings: Vec<MeetingId> = meeting::table
            .filter(meeting::board_id.eq(board))
            .filter(meeting::state.ne("closed"))
            .order(meeting::first_day)
            .select(meeting::id)
            .load(conn)?;
        Ok(Scene {
            board,
            near: meetings[0],
            next: meetings[1],
            secretary: person_at(conn, SECRETARY)?,
        })
    });
    read.expect("the demo is read")
}

/// The items of a meeting's agenda, in order.
pub fn items(instance: &Instance, of: MeetingId) -> Vec<String> {
    let read = instance.app.db.read_now(|conn| agendas::agenda(conn, of));
    let items = read.expect("the agenda is read").items;
    items.iter().map(|item| item.id.to_string()).collect()
}

fn person_at(conn: &mut Conn, address: &str) -> Result<PersonId> {
    let of = person::table.filter(person::address.eq(address));
    Ok(of.select(person::id).first(conn)?)
}

impl Scene {
    fn by(&self, instance: &Instance) -> plan::By {
        plan::By {
            person: self.secretary,
            now: instance.now(),
        }
    }

    pub fn switch_mail_on(&self, instance: &Instance) {
        let write = |conn: &mut Conn| {
            let on = board::table.find(self.board);
            Ok(diesel::update(on)
                .set(board::mail_on_from.eq(instance.now()))
                .execute(conn)?)
        };
        instance.app.db.write_now(write).expect("mail is on");
    }

    fn accepted(&self, instance: &Instance, title: &str) -> Case {
        let by = self.by(instance);
        let proposal = plan::Proposal {
            id: CaseId::new(),
            board: self.board,
            through: self.board,
            facts: facts(title),
            late: None,
        };
        let write = |conn: &mut Conn| {
            plan::propose(conn, &proposal, by)?;
            plan::step(conn, proposal.id, 1, Step::Accept, "", by)
        };
        instance
            .app
            .db
            .write_now(write)
            .expect("the case is accepted")
    }

    fn schedule(&self, instance: &Instance, case: &Case, at: MeetingId) -> Result<Case> {
        let place = plan::Place {
            meeting: at,
            minutes: Some(20),
            presenter: String::new(),
            late: None,
        };
        let by = self.by(instance);
        let write = |conn: &mut Conn| plan::schedule(conn, case, &place, by);
        instance.app.db.write_now(write)
    }
}

fn last_number(instance: &Instance, board: BoardId, series: &str) -> i64 {
    let read = instance.app.db.read_now(|conn| {
        let row = case_counter::table
            .find((board, series))
            .select(case_counter::last);
        Ok(row.first(conn).optional()?.unwrap_or(0))
    });
    read.expect("the counter is read")
}

/// Eight threads schedule at the same time, some the same case: no number is given twice, none is lost (F48).
#[test]
fn numbers_are_given_once_and_without_gaps_whoever_is_first() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let before = last_number(&instance, scene.board, "2027");
        let cases: Vec<Case> = (0..24)
            .map(|at| scene.accepted(&instance, &format!("Sak {at}")))
            .collect();
        let given: Mutex<Vec<String>> = Mutex::default();
        std::thread::scope(|scope| {
            for thread in 0..8_usize {
                let (scene, instance, given, cases) = (&scene, &instance, &given, &cases);
                scope.spawn(move || {
                    // Each case is tried by two threads; the second finds it changed.
                    for case in cases.iter().skip(thread % 4).step_by(4) {
                        loop {
                            match scene.schedule(instance, case, scene.next) {
                                Ok(saved) => {
                                    let number = saved.number.expect("it has its number");
                                    given
                                        .lock()
                                        .expect("no thread panics")
                                        .push(number.to_string());
                                    break;
                                }
                                Err(Error::Busy) => {}
                                Err(Error::Stale) => break,
                                Err(other) => panic!("{other}"),
                            }
                        }
                    }
                });
            }
        });
        let given = given.into_inner().expect("no thread panics");
        let once: BTreeSet<&String> = given.iter().collect();
        assert_eq!((given.len(), once.len()), (24, 24), "{given:?}");
        let after = last_number(&instance, scene.board, "2027");
        assert_eq!(after - before, 24, "no number was lost");
        let wanted: BTreeSet<String> = (before + 1..=after).map(|at| format!("{at}/27")).collect();
        assert_eq!(given.into_iter().collect::<BTreeSet<_>>(), wanted);
    }
}

/// A postponed case keeps its number, and the next case gets the next one.
#[test]
fn a_postponed_case_keeps_its_number_and_its_history() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let case = scene.accepted(&instance, "Sak");
        let first = scene
            .schedule(&instance, &case, scene.next)
            .expect("it is scheduled");
        let by = scene.by(&instance);
        let write = |conn: &mut Conn| {
            plan::step(
                conn,
                first.id,
                first.version,
                Step::Postpone,
                "Ikke klar",
                by,
            )
        };
        let postponed = instance.app.db.write_now(write).expect("it is postponed");
        assert_eq!((postponed.number, postponed.meeting), (first.number, None));
        let other = scene.accepted(&instance, "En annen");
        let other = scene
            .schedule(&instance, &other, scene.next)
            .expect("it is scheduled");
        assert_ne!(other.number, first.number);
        let again = scene
            .schedule(&instance, &postponed, scene.next)
            .expect("again");
        assert_eq!(again.number, first.number);
        let read = instance
            .app
            .db
            .read_now(|conn| store::around::events(conn, first.id));
        let states: Vec<Turn> = read
            .expect("the history")
            .iter()
            .map(|one| one.turn)
            .collect();
        use CaseState::{Accepted, Postponed, Proposed, Scheduled};
        assert_eq!(
            states,
            [Proposed, Accepted, Scheduled, Postponed, Scheduled].map(Turn::To)
        );
    }
}

/// Where board data says so, each meeting has a series of its own.
#[test]
fn a_board_may_count_its_cases_by_meeting() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let setting = Setting {
            numbering: Numbering::Meeting,
            ..Setting::usual()
        };
        let by = scene.by(&instance);
        let write = |conn: &mut Conn| plan::settle(conn, scene.board, &setting, by);
        instance.app.db.write_now(write).expect("it is laid down");
        let case = scene.accepted(&instance, "Sak");
        let case = scene
            .schedule(&instance, &case, scene.next)
            .expect("it is scheduled");
        assert_eq!(
            case.number.map(|number| number.to_string()).as_deref(),
            Some("1/27")
        );
    }
}

/// What is proposed after the deadline goes to the next meeting, whatever the page said when it was shown (F45). The
/// chair may allow it: who, when and why are kept.
#[actix_web::test]
async fn a_late_proposal_goes_to_the_next_meeting_unless_the_chair_allows_it() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let path = format!("/boards/{}/cases/new", scene.board);
        let near = scene.near.to_string();
        let fields = [
            ("title", "Haster"),
            ("kind", "discussion"),
            ("subject", "plans"),
            ("language", "nb"),
            ("description", "Fordi"),
            ("wanted-meeting", near.as_str()),
        ];
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&path).await.ok();
        assert!(
            page.contains("fristen gjekk ut"),
            "the form says so before it is sent"
        );
        let told = olav.post(&path, &fields).await.is(422);
        assert!(told.contains("Haster"), "what was typed stands");
        assert!(
            told.contains(&format!("value=\"{}\" selected", scene.next)),
            "the next is chosen"
        );
        let mut with_reason = fields.to_vec();
        with_reason.push(("late-reason", "Eg vil"));
        olav.post(&path, &with_reason).await.is(422);
        let mut ingrid = instance.signed_in(CHAIR).await;
        with_reason.pop();
        with_reason.push(("late-reason", "Regjeringen har bedt om det"));
        ingrid.post(&path, &with_reason).await.goes_to();
        let kept = instance.app.db.read_now(|conn| {
            let chair = person_at(conn, CHAIR)?;
            let rows: Vec<(PersonId, MeetingId, String)> = late_permission::table
                .select((
                    late_permission::given_by,
                    late_permission::meeting_id,
                    late_permission::reason,
                ))
                .load(conn)?;
            Ok((chair, rows))
        });
        let (chair, rows) = kept.expect("it is kept");
        assert_eq!(
            rows,
            [(chair, scene.near, "Regjeringen har bedt om det".to_owned())]
        );
    }
}

/// A case that came too late for a meeting is not put on it without the chair.
#[test]
fn what_was_proposed_too_late_is_not_scheduled_without_the_chair() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let case = scene.accepted(&instance, "Sak");
        match scene.schedule(&instance, &case, scene.near) {
            Err(Error::Refused(said)) => assert_eq!(said.key, "case-late-needs-chair"),
            other => panic!("{other:?}"),
        }
        let after = instance.app.db.read_now(|conn| store::case(conn, case.id));
        assert_eq!(
            after.expect("it stands").number,
            None,
            "and no number is used"
        );
    }
}

/// A form sent twice proposes once; two who edit at the same time do not write over each other (F47).
#[actix_web::test]
async fn two_editors_of_a_case_keep_what_they_typed() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let case = scene.accepted(&instance, "Sak");
        let path = format!("/cases/{}/edit", case.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let version = case.version.to_string();
        let fields = |title: &'static str, version: &str| {
            vec![
                ("title", title.to_owned()),
                ("kind", "discussion".to_owned()),
                ("subject", "plans".to_owned()),
                ("language", "nb".to_owned()),
                ("description", "Fordi.".to_owned()),
                ("version", version.to_owned()),
            ]
        };
        let first = fields("Jons tittel", &version);
        let first: Vec<(&str, &str)> = first
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let second = fields("Karis tittel", &version);
        let second: Vec<(&str, &str)> = second
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        jon.post(&path, &first).await.goes_to();
        let told = kari.post(&path, &second).await.is(409);
        assert!(
            told.contains("Jon Aasebø")
                && told.contains("Karis tittel")
                && told.contains("Jons tittel")
        );
    }
}

/// Two who order an agenda at the same time: the second is told, and the first order stands (F47).
#[actix_web::test]
async fn two_editors_of_an_agenda_do_not_mix_their_orders() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let path = format!("/meetings/{}/agenda", scene.near);
        let read = |instance: &Instance| {
            let read = instance
                .app
                .db
                .read_now(|conn| agendas::agenda(conn, scene.near));
            read.expect("the agenda is read")
        };
        let before = read(&instance);
        let (version, item) = (before.version.to_string(), before.items[1].id.to_string());
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let up = [
            ("act", "up"),
            ("version", version.as_str()),
            ("item", item.as_str()),
        ];
        jon.post(&path, &up).await.goes_to();
        let ordered = read(&instance);
        assert_eq!(ordered.items[0].id, before.items[1].id);
        let down = [
            ("act", "down"),
            ("version", version.as_str()),
            ("item", item.as_str()),
        ];
        let told = kari.post(&path, &down).await.is(409);
        assert!(told.contains("Jon Aasebø"));
        assert_eq!(read(&instance), ordered);
    }
}

/// Who comes as a guest leaves at the same item or later, and no item takes no time.
#[actix_web::test]
async fn an_agenda_takes_no_guest_who_leaves_before_they_come_and_no_item_without_time() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let agenda = instance
            .app
            .db
            .read_now(|conn| agendas::agenda(conn, scene.near))
            .expect("the agenda is read");
        let (first, second) = (
            agenda.items[0].id.to_string(),
            agenda.items[1].id.to_string(),
        );
        let version = agenda.version.to_string();
        let path = format!("/meetings/{}/agenda", scene.near);
        let guests = format!("{path}/guests");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut guest = [
            ("act", "add"),
            ("version", version.as_str()),
            ("guest-name", "Nora Gjest"),
            ("guest-from", second.as_str()),
            ("guest-until", first.as_str()),
        ];
        let told = kari.post(&guests, &guest).await.is(422);
        assert!(told.contains("guest-until-mistake") && told.contains("Nora Gjest"));
        let pause = [
            ("act", "add"),
            ("version", version.as_str()),
            ("kind", "break"),
            ("minutes", "0"),
        ];
        let told = kari.post(&path, &pause).await.is(422);
        assert!(told.contains("minutes-mistake"));
        guest[3].1 = first.as_str();
        guest[4].1 = second.as_str();
        // Back at the guests, and told.
        let to = kari.post(&guests, &guest).await.goes_to();
        assert!(to.ends_with("#guests"), "{to}");
        let page = kari.get(to.trim_end_matches("#guests")).await.ok();
        assert!(page.contains("id=\"guests\"") && page.contains("Gjesten er lagt til."));
    }
}

/// A button that would do nothing is not there.
#[actix_web::test]
async fn the_first_item_of_an_agenda_cannot_go_up_nor_the_last_one_down() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let agenda = instance
            .app
            .db
            .read_now(|conn| agendas::agenda(conn, scene.near))
            .expect("the agenda is read");
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/meetings/{}/agenda", scene.near);
        let page = kari.get(&path).await.ok();
        for (value, at) in [("up", 0), ("down", agenda.items.len() - 1)] {
            let button = format!("value=\"{value}\"");
            assert_eq!(page.matches(&button).count(), agenda.items.len() - 1);
            let row = page
                .split("<tr")
                .find(|row| row.contains(&format!("id=\"item-{}\"", agenda.items[at].id)));
            assert!(!row.expect("it has a row").contains(&button), "{value}");
        }
    }
}

/// Standing items come into an agenda once; what the mandate says later does not touch it (F46).
#[actix_web::test]
async fn a_begun_agenda_is_not_written_over_by_the_mandate() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let path = format!("/meetings/{}/agenda", scene.next);
        let mut kari = instance.signed_in(SECRETARY).await;
        let begin = [("act", "begin"), ("version", "0")];
        kari.post(&path, &begin).await.goes_to();
        let read = |instance: &Instance| {
            let read = instance
                .app
                .db
                .read_now(|conn| agendas::agenda(conn, scene.next));
            read.expect("the agenda is read")
        };
        let begun = read(&instance);
        assert_eq!(begun.items.len(), 4, "the demo's mandate has four");
        let drop = |conn: &mut Conn| {
            Ok(
                diesel::delete(mandate_rule::table.filter(mandate_rule::kind.eq("standing_item")))
                    .execute(conn)?,
            )
        };
        instance.app.db.write_now(drop).expect("the rules go");
        kari.post(&path, &begin).await.goes_to();
        let case = scene.accepted(&instance, "Sak");
        scene
            .schedule(&instance, &case, scene.next)
            .expect("it is scheduled");
        let after = read(&instance);
        assert_eq!(after.items.len(), 5);
        assert!(begun.items.iter().all(|item| after.items.contains(item)));
        assert_eq!(
            after.items[3].case,
            Some(case.id),
            "before any other business"
        );
    }
}

const NUMBER: &str = "Gjelder 17898190021";

/// What is read by many, and goes out in mail, holds no national identity number, whoever writes it.
#[actix_web::test]
async fn an_identity_number_is_refused_in_every_free_text_of_a_case() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let case = scene.accepted(&instance, "Sak");
        let (item, olav) = instance
            .app
            .db
            .read_now(|conn| {
                let agenda = agendas::agenda(conn, scene.near)?;
                Ok((agenda.items[0].id.to_string(), person_at(conn, MEMBER)?))
            })
            .expect("they are read");
        let (olav, near) = (olav.to_string(), scene.near.to_string());
        let version = case.version.to_string();
        let new = format!("/boards/{}/cases/new", scene.board);
        let page = format!("/cases/{}", case.id);
        let agenda = format!("/meetings/{}/agenda", scene.near);
        let about = "title=Sak&kind=discussion&subject=plans&language=nb&description=Fordi";
        let place = format!("meeting={near}&version={version}&late-reason=Haster");
        let declare = format!("act=declare&person={olav}");
        let guest = format!("act=add&guest-name=Gjest&guest-from={item}");
        let forms = [
            (new.clone(), about, "title"),
            (new.clone(), about, "public-title"),
            (new.clone(), about, "description"),
            (new, about, "archive-reference"),
            (format!("{page}/steps"), "act=postpone", "reason"),
            (format!("{page}/schedule"), place.as_str(), "presenter"),
            (format!("{page}/schedule"), place.as_str(), "late-reason"),
            (format!("{page}/recusal"), "act=declare", "own-reason"),
            (
                format!("{page}/recusals"),
                declare.as_str(),
                "recusal-reason",
            ),
            (agenda.clone(), "act=add&kind=standing", "item-title"),
            (
                agenda.clone(),
                "act=add&kind=break&item-title=Pause",
                "presenter",
            ),
            (format!("{agenda}/guests"), guest.as_str(), "guest-name"),
            (
                format!("{agenda}/guests"),
                guest.as_str(),
                "guest-organisation",
            ),
        ];
        let mut kari = instance.signed_in(SECRETARY).await;
        for (path, fields, at) in forms {
            let fields = fields.split('&').filter_map(|field| field.split_once('='));
            let mut fields: Vec<(&str, &str)> = fields.filter(|(name, _)| *name != at).collect();
            fields.push((at, NUMBER));
            let told = kari.post(&path, &fields).await.is(422);
            assert!(
                told.contains(&format!("{at}-mistake"))
                    && told.contains("fødselsnummer: «Gjelder •"),
                "{path}: {at}"
            );
        }
        let after = instance.app.db.read_now(|conn| store::case(conn, case.id));
        let after = after.expect("it stands").version;
        assert_eq!(after, case.version, "nothing is written");
    }
}

/// The history says whose conflict of interest it was, who said so and when, and never why.
#[actix_web::test]
async fn a_conflict_of_interest_stands_in_the_history_without_its_reason() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let case = scene.accepted(&instance, "Sak");
        let path = format!("/cases/{}", case.id);
        let recusal = format!("{path}/recusal");
        let mut olav = instance.signed_in(MEMBER).await;
        olav.post(&recusal, &[("act", "declare"), ("own-reason", "Slektskap")])
            .await
            .goes_to();
        instance.move_by(chrono::Duration::minutes(5));
        olav.post(&recusal, &[("act", "withdraw")]).await.goes_to();
        instance.move_by(chrono::Duration::minutes(5));
        let of = instance.app.db.read_now(|conn| person_at(conn, MEMBER));
        let of = of.expect("he is there").to_string();
        let mut kari = instance.signed_in(SECRETARY).await;
        for act in ["declare", "withdraw"] {
            let recorded = [("act", act), ("person", of.as_str())];
            kari.post(&format!("{path}/recusals"), &recorded)
                .await
                .goes_to();
            instance.move_by(chrono::Duration::minutes(5));
        }
        let read = instance
            .app
            .db
            .read_now(|conn| store::around::events(conn, case.id));
        let turns: Vec<Turn> = read
            .expect("the history")
            .iter()
            .map(|one| one.turn)
            .collect();
        let both = [Turn::Recused, Turn::Readmitted];
        assert_eq!(turns[2..], [both, both].concat());
        for other in ["terje.brattvik@brreg.example", SECRETARY] {
            let mut browser = instance.signed_in(other).await;
            let page = browser.get(&path).await.ok();
            for told in [
                "Olav Myklebø meldte seg inhabil, ",
                "Olav Myklebø trakk meldingen om inhabilitet tilbake, ",
                "Olav Myklebø er inhabil i saken. Registrert av Kari Nordbø, ",
                "Olav Myklebø er ikke lenger inhabil i saken. Registrert av Kari Nordbø, ",
            ] {
                assert!(page.contains(told), "{other}: {told}");
            }
            assert!(!page.contains("Slektskap"), "{other}");
        }
    }
}

/// Nobody is told that they are told.
#[actix_web::test]
async fn a_secretary_who_proposes_a_case_is_not_told_that_the_secretariat_hears_of_it() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let path = format!("/boards/{}/cases/new", scene.board);
        let fields = [
            ("title", "Sak"),
            ("kind", "discussion"),
            ("subject", "plans"),
            ("language", "nb"),
            ("description", "Fordi"),
        ];
        for (who, said) in [
            (MEMBER, "said=said-case-proposed"),
            (SECRETARY, "said=said-case-proposed-here"),
        ] {
            let mut browser = instance.signed_in(who).await;
            let page = browser.post(&path, &fields).await.goes_to();
            assert!(page.ends_with(said), "{page}");
        }
    }
}

fn mails_to(instance: &Instance, address: &str) -> Vec<(String, String)> {
    let read = instance.app.db.read_now(|conn| {
        Ok(message::table
            .filter(message::address.eq(address))
            .order((message::created_at.asc(), message::id.asc()))
            .select((message::subject, message::body))
            .load(conn)?)
    });
    read.expect("the ledger is read")
}

/// The secretariat is told of a proposal, the proposer of the answer: by the public title, by none where it is exempt,
/// and never with the reason.
#[test]
fn mails_name_a_case_by_what_may_be_told() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        scene.switch_mail_on(&instance);
        let id = CaseId::new();
        let propose = |conn: &mut Conn| {
            let by = plan::By {
                person: person_at(conn, MEMBER)?,
                now: instance.now(),
            };
            let mut about = facts("Hemmelig plan");
            about.public_title = "Offentlig plan".to_owned();
            let proposal = plan::Proposal {
                id,
                board: scene.board,
                through: scene.board,
                facts: about,
                late: None,
            };
            plan::propose(conn, &proposal, by)
        };
        instance.app.db.write_now(propose).expect("it is proposed");
        instance.tick();
        let told = mails_to(&instance, SECRETARY);
        let (_, body) = told
            .iter()
            .find(|(subject, _)| subject.starts_with("Ta stilling til en ny sak"))
            .expect("she is told");
        assert!(
            body.contains("Offentlig plan") && !body.contains("Hemmelig") && !body.contains("Olav"),
            "{body}"
        );
        let of_cases = |(subject, _): &(String, String)| subject.contains(" sak");
        assert!(
            !mails_to(&instance, MEMBER).iter().any(of_cases),
            "who proposes is not told of it"
        );
        let decline = |conn: &mut Conn| {
            diesel::update(board_case::table.find(id))
                .set(board_case::title_exempt.eq(true))
                .execute(conn)?;
            plan::step(
                conn,
                id,
                1,
                Step::Decline,
                "Hører ikke hjemme her",
                scene.by(&instance),
            )
        };
        instance.app.db.write_now(decline).expect("it is declined");
        instance.tick();
        let told = mails_to(&instance, MEMBER);
        let (subject, body) = told.last().expect("he is told");
        assert!(subject.starts_with("Saka di er avslått"), "{subject}");
        assert!(!body.contains("plan") && !body.contains("hjemme"), "{body}");
    }
}

/// The talk with KS is reminded of until it is recorded, and not after.
#[actix_web::test]
async fn the_talk_with_ks_is_reminded_of_until_it_is_recorded() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let id = CaseId::new();
        let propose = |conn: &mut Conn| {
            let by = plan::By {
                person: person_at(conn, MEMBER)?,
                now: instance.now(),
            };
            let mut about = facts("Kommunesak");
            about.affects_municipalities = true;
            let proposal = plan::Proposal {
                id,
                board: scene.board,
                through: scene.board,
                facts: about,
                late: None,
            };
            plan::propose(conn, &proposal, by)
        };
        instance.app.db.write_now(propose).expect("it is proposed");
        let states = |instance: &Instance| {
            let read = instance.app.db.read_now(|conn| {
                Ok(occasion::table
                    .filter(occasion::object_id.eq(id.as_str()))
                    .filter(occasion::kind.eq("case-talk"))
                    .order(occasion::due)
                    .select(occasion::state)
                    .load::<OccasionState>(conn)?)
            });
            read.expect("the ledger is read")
        };
        assert_eq!(states(&instance), [OccasionState::Planned]);
        instance.move_to("2026-11-30 08:30");
        instance.tick();
        assert_eq!(
            states(&instance),
            [OccasionState::Told, OccasionState::Planned]
        );
        let mut olav = instance.signed_in(MEMBER).await;
        let path = format!("/cases/{id}/talk");
        olav.post(&path, &[("talk-on", "2027-01-01"), ("talk-with", "KS")])
            .await
            .is(422);
        let told = olav
            .post(&path, &[("talk-on", "2026-11-29"), ("talk-with", NUMBER)])
            .await
            .is(422);
        assert!(told.contains("talk-with-mistake"));
        olav.post(&path, &[("talk-on", "2026-11-29"), ("talk-with", "KS")])
            .await
            .goes_to();
        assert_eq!(
            states(&instance),
            [OccasionState::Told, OccasionState::Withdrawn]
        );
    }
}

/// A council's secretariat proposes to the board above it, and reads what it proposed there.
#[actix_web::test]
async fn a_councils_secretariat_proposes_upwards() {
    for instance in instances(NOW) {
        let scene = scene(&instance);
        let member = "sara.ajohka@ssb.example";
        let make = |conn: &mut Conn| {
            use styringsrad::db::schema::{appointment, representation};
            let council: BoardId = board::table
                .filter(board::parent_id.eq(scene.board))
                .select(board::id)
                .first(conn)?;
            let who = person_at(conn, member)?;
            let of_board = appointment::table
                .filter(appointment::board_id.eq(scene.board))
                .select(appointment::id);
            diesel::delete(
                representation::table
                    .filter(representation::person_id.eq(who))
                    .filter(representation::appointment_id.eq_any(of_board)),
            )
            .execute(conn)?;
            let of_council = appointment::table
                .filter(appointment::board_id.eq(council))
                .select(appointment::id);
            let own: styringsrad::db::ids::AppointmentId = representation::table
                .filter(representation::person_id.eq(who))
                .filter(representation::appointment_id.eq_any(of_council))
                .select(representation::appointment_id)
                .first(conn)?;
            diesel::update(appointment::table.find(own))
                .set(appointment::role.eq("secretariat"))
                .execute(conn)?;
            Ok(())
        };
        instance
            .app
            .db
            .write_now(make)
            .expect("she keeps the council");
        let mut sara = instance.signed_in(member).await;
        let path = format!("/boards/{}/cases/new", scene.board);
        let fields = [
            ("title", "Fra produktrådet"),
            ("kind", "recommendation"),
            ("subject", "product_strategy"),
            ("language", "nb"),
            ("description", "Rådet har gitt sitt råd."),
        ];
        let case = sara.post(&path, &fields).await.goes_to();
        assert!(sara.get(&case).await.ok().contains("Fra produktrådet"));
        sara.get(&format!("/boards/{}/cases", scene.board))
            .await
            .is(404);
    }
}
