//! Minutes on their way to approval, through their pages, on both engines: the draft goes out, those who were there remark,
//! silence or a later meeting approves, and a correction is a new version.

use crate::attendance::{at_the_table, tap, who};
use crate::cases::Scene;
use crate::minutes::{SAID, close, item, path, post, take_off};
use crate::notices::unfolded;
use crate::support::{Browser, Instance, instances};
use crate::world::{COLLEAGUE, MEMBER, NOW, SECRETARY};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use styringsrad::cases::store::{self as cases, agenda as agendas};
use styringsrad::cases::{Case, CaseState, ItemKind, Turn};
use styringsrad::db::ids::{AgendaItemId, MeetingId};
use styringsrad::db::schema::{
    board, meeting, minute_item, minutes_version, person, representation,
};
use styringsrad::db::types::Moment;
use styringsrad::error::Error;
use styringsrad::meetings::{MeetingState, Stage, store as meetings};
use styringsrad::minutes::attendance::{Presence, store as attendance};
use styringsrad::minutes::draft::{ItemText, store as drafts};
use styringsrad::minutes::round::occasions::GATHERED;
use styringsrad::minutes::round::pages::reading;
use styringsrad::minutes::round::store::{self, remarks};
use styringsrad::minutes::round::{Approval, Remark, RemarkState, Round, Setting, Step};

/// What a member asks for, and stands nowhere else.
const ASKED: &str = "Kartverket bad om høgare satsar, ikkje lågare";

pub fn first_day(instance: &Instance, of: MeetingId) -> NaiveDate {
    let read = instance.app.db.read_now(|conn| {
        let day = meeting::table.find(of).select(meeting::first_day);
        Ok(day.first(conn)?)
    });
    read.expect("the meeting has a day")
}

pub fn round(instance: &Instance, of: MeetingId) -> Option<Round> {
    let read = instance.app.db.read_now(|conn| store::round(conn, of));
    read.expect("the round is read")
}

fn below(scene: &Scene, rest: &str) -> String {
    format!("{}/{rest}", path(scene))
}

/// What is said of the first case is written, and Olav was there.
pub async fn written(instance: &Instance) -> (Scene, Browser<'_>) {
    let scene = at_the_table(instance);
    let mut kari = instance.signed_in(SECRETARY).await;
    let olav = who(instance, MEMBER);
    tap(&mut kari, &scene, &olav, "in_person").await;
    let case = item(instance, &scene, ItemKind::Case).id;
    let text = [
        ("draft", "0"),
        ("content", SAID),
        ("outcome", "recommendation"),
        ("conclusion", "Rådet anbefaler modell B."),
    ];
    post(&mut kari, &scene, case, &text).await.goes_to();
    (scene, kari)
}

/// Its draft goes out, with a week for remarks.
pub async fn send(kari: &mut Browser<'_>, instance: &Instance, scene: &Scene) {
    let until = first_day(instance, scene.near) + Days::new(7);
    let version = round(instance, scene.near).map_or(0, |round| round.version);
    let fields = [
        ("act", "send"),
        ("version", &version.to_string()),
        ("remarks-on", &until.to_string()),
    ];
    let lands = kari.post(&below(scene, "round"), &fields).await.goes_to();
    assert!(lands.contains("said-minutes-sent"), "{lands}");
}

/// The time for remarks is over.
fn pass_the_time(instance: &Instance, scene: &Scene) {
    let after = first_day(instance, scene.near) + Days::new(8);
    instance.move_to(&format!("{after} 08:00"));
}

/// The secretariat approves what is written now.
pub async fn approve(instance: &Instance, scene: &Scene) {
    pass_the_time(instance, scene);
    let mut kari = instance.signed_in(SECRETARY).await;
    let shown = shown(instance, scene.near);
    let fields = approving(&shown);
    let lands = kari.post(&below(scene, "round"), &fields).await.goes_to();
    assert!(lands.contains("said-minutes-approved"), "{lands}");
}

/// What the page of the round shows to who approves: the version of the round, and how far what is written had come.
pub fn shown(instance: &Instance, of: MeetingId) -> (String, String) {
    let version = round(instance, of).expect("a draft is out").version;
    let basis = instance.app.db.read_now(|conn| store::basis(conn, of));
    (version.to_string(), basis.expect("the basis is read"))
}

/// The fields of the button that approves.
pub fn approving((version, basis): &(String, String)) -> [(&str, &str); 3] {
    [("act", "approve"), ("version", version), ("basis", basis)]
}

/// The approved minutes are corrected: the first case is told anew.
pub async fn correct(kari: &mut Browser<'_>, instance: &Instance, scene: &Scene, text: &str) {
    let page = below(scene, "round");
    let (version, _) = shown(instance, scene.near);
    let begin = [
        ("act", "correct"),
        ("version", &*version),
        ("reason", "Feil sats"),
    ];
    kari.post(&page, &begin).await.goes_to();
    let case = item(instance, scene, ItemKind::Case).id;
    let text = [
        ("draft", "1"),
        ("content", text),
        ("outcome", "recommendation"),
    ];
    post(kari, scene, case, &text).await.goes_to();
    let (version, _) = shown(instance, scene.near);
    let end = [("act", "corrected"), ("version", &*version)];
    kari.post(&page, &end).await.goes_to();
}

/// The remarks on the draft.
fn asked(instance: &Instance, scene: &Scene) -> Vec<Remark> {
    let near = scene.near;
    let read = instance
        .app
        .db
        .read_now(|conn| remarks::of_meeting(conn, near));
    read.expect("the remarks are read")
}

async fn remark(olav: &mut Browser<'_>, scene: &Scene, item: AgendaItemId) -> u16 {
    let case = item.to_string();
    let content = format!("content-{case}");
    let fields = [
        ("id", "0192f0c4-0000-7000-8000-00000000aaaa"),
        ("item", case.as_str()),
        ("draft", "1"),
        (content.as_str(), ASKED),
    ];
    let answer = olav.post(&below(scene, "reading"), &fields).await;
    answer.status.as_u16()
}

#[actix_web::test]
async fn a_draft_goes_to_the_board_and_those_who_were_there_remark_on_it() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&below(&scene, "reading")).await.is(404);
        send(&mut kari, &instance, &scene).await;
        let page = olav.get(&below(&scene, "reading")).await.ok();
        assert!(page.contains(SAID) && page.contains("Utkast til referat"));
        assert!(page.contains("Be om ei endring i"), "{page}");
        assert!(olav.get("/me").await.ok().contains("merknader innan"));
        let read = |conn: &mut _| meetings::meeting(conn, scene.near);
        let of = instance.app.db.read_now(read).expect("it is read");
        assert_eq!(of.state, MeetingState::Minuted);
        assert!(of.is_done(Stage::Meeting) && of.is_done(Stage::Draft));
        // What was sent stands, whatever is written since.
        let case = item(&instance, &scene, ItemKind::Case).id;
        let later = [("draft", "1"), ("content", "Noe annet")];
        post(&mut kari, &scene, case, &later).await.goes_to();
        assert!(
            olav.get(&below(&scene, "reading"))
                .await
                .ok()
                .contains(SAID)
        );
        olav.get(&below(&scene, "round")).await.is(404);
        olav.get(&below(&scene, "versions/9")).await.is(404);
        let pdf = olav.get(&below(&scene, "reading/document")).await;
        assert_eq!(pdf.header("content-type"), "application/pdf");
    }
}

#[actix_web::test]
async fn a_remark_is_settled_once_and_its_author_sees_the_answer() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        assert_eq!(
            remark(
                &mut olav,
                &scene,
                item(&instance, &scene, ItemKind::Case).id
            )
            .await,
            303
        );
        assert_eq!(
            remark(
                &mut olav,
                &scene,
                item(&instance, &scene, ItemKind::Case).id
            )
            .await,
            303,
            "sent twice"
        );
        let all = asked(&instance, &scene);
        assert_eq!((all.len(), all[0].state), (1, RemarkState::Open));
        let page = kari.get(&below(&scene, "round")).await.ok();
        assert!(page.contains(ASKED) && page.contains("Olav Myklebø"));
        let (id, answer) = (all[0].id, format!("answer-{}", all[0].id));
        let settle = below(&scene, &format!("remarks/{id}"));
        let told = kari.post(&settle, &[("state", "answered")]).await.is(422);
        let why = "Skriv hvorfor referatet ikke endres.";
        assert!(told.matches(why).count() >= 2, "summary and field: {told}");
        let because = [
            ("state", "answered"),
            (answer.as_str(), "Referatet følger opptaket"),
        ];
        kari.post(&settle, &because).await.goes_to();
        kari.post(&settle, &because).await.is(409);
        let page = olav.get(&below(&scene, "reading")).await.ok();
        assert!(page.contains("Referatet følger opptaket"));
    }
}

#[actix_web::test]
async fn a_remark_is_read_by_nobody_to_whom_its_case_is_closed() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        remark(
            &mut olav,
            &scene,
            item(&instance, &scene, ItemKind::Case).id,
        )
        .await;
        let case = item(&instance, &scene, ItemKind::Case)
            .case
            .expect("a case");
        close(&instance, case, SECRETARY);
        let page = kari.get(&below(&scene, "round")).await.ok();
        assert!(!page.contains(ASKED), "{page}");
        assert!(page.contains("lukket for deg"));
        let all = asked(&instance, &scene);
        let id = all[0].id;
        let settle = below(&scene, &format!("remarks/{id}"));
        let fields = [("state", "accepted")];
        kari.post(&settle, &fields).await.is(404);
        // The colleague settles it, once what it asks for is done.
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let told = jon.post(&settle, &fields).await.is(422);
        assert!(told.contains("er endra sidan utkastet vart lese"), "{told}");
        let of = item(&instance, &scene, ItemKind::Case).id;
        let text = [("draft", "1"), ("content", "Kartverket ba om høyere")];
        post(&mut jon, &scene, of, &text).await.goes_to();
        jon.post(&settle, &fields).await.goes_to();
        close(&instance, case, MEMBER);
        let page = olav.get(&below(&scene, "reading")).await.ok();
        assert!(!page.contains(SAID) && page.contains("inhabil"));
    }
}

/// Someone asks for a change under an id of its own: of an item, or of all of the minutes.
async fn ask(olav: &mut Browser<'_>, scene: &Scene, id: &str, item: Option<AgendaItemId>) {
    let item = item.map(|id| id.to_string()).unwrap_or_default();
    let content = reading::field(&item);
    let fields = [
        ("id", id),
        ("item", item.as_str()),
        ("draft", "1"),
        (content.as_str(), ASKED),
    ];
    let lands = olav.post(&below(scene, "reading"), &fields).await.goes_to();
    assert!(lands.contains("said-remark-sent"), "{lands}");
}

/// The secretariat answers it and changes nothing.
async fn answer(kari: &mut Browser<'_>, scene: &Scene, id: &str) {
    let field = format!("answer-{id}");
    let because = [("state", "answered"), (field.as_str(), "Opptaket sier det")];
    let settle = below(scene, &format!("remarks/{id}"));
    kari.post(&settle, &because).await.goes_to();
}

/// The mails of one pass that say this, unfolded.
pub fn saying(instance: &Instance, words: &str) -> Vec<String> {
    instance.tick();
    let mails = instance.take_mails().into_iter();
    let mails = mails.map(|mail| unfolded(&mail));
    mails.filter(|mail| mail.contains(words)).collect()
}

/// The case that stands first on the agenda, as it is now.
fn first_case(instance: &Instance, scene: &Scene) -> Case {
    let of = item(instance, scene, ItemKind::Case).case;
    let of = of.expect("it is a case");
    let read = instance.app.db.read_now(|conn| cases::case(conn, of));
    read.expect("the case is read")
}

#[actix_web::test]
async fn a_remark_is_followed_only_where_what_it_is_about_was_changed() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let of = item(&instance, &scene, ItemKind::Case).id;
        let mut olav = instance.signed_in(MEMBER).await;
        remark(&mut olav, &scene, of).await;
        let id = asked(&instance, &scene)[0].id;
        let settle = below(&scene, &format!("remarks/{id}"));
        let fields = [("state", "accepted")];
        // Another item is another matter.
        let other = item(&instance, &scene, ItemKind::Standing).id;
        let text = [("draft", "0"), ("content", "Godkjent")];
        post(&mut kari, &scene, other, &text).await.goes_to();
        let told = kari.post(&settle, &fields).await.is(422);
        assert!(told.contains("Endre teksten først"), "{told}");
        assert!(told.contains(&format!("answer-{id}-mistake")), "{told}");
        assert_eq!(asked(&instance, &scene)[0].state, RemarkState::Open);
        let text = [
            ("draft", "1"),
            ("content", "Kartverket ba om høyere satser"),
        ];
        post(&mut kari, &scene, of, &text).await.goes_to();
        kari.post(&settle, &fields).await.goes_to();
        assert_eq!(asked(&instance, &scene)[0].state, RemarkState::Accepted);
    }
}

#[actix_web::test]
async fn the_mail_of_a_remark_names_its_item_and_who_made_it() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        scene.switch_mail_on(&instance);
        send(&mut kari, &instance, &scene).await;
        let of = item(&instance, &scene, ItemKind::Case).id;
        let case = first_case(&instance, &scene);
        let number = case.number.expect("it has one").to_string();
        saying(&instance, "utkast");
        let mut olav = instance.signed_in(MEMBER).await;
        let ids = ["a", "b"].map(|end| format!("0192f0c4-0000-7000-8000-00000000aaa{end}"));
        ask(&mut olav, &scene, &ids[0], Some(of)).await;
        ask(&mut olav, &scene, &ids[1], None).await;
        let told = saying(&instance, "Merknaden gjelder");
        let about = |what: &str| told.iter().filter(|mail| mail.contains(what)).count();
        assert!(about(&format!("Sak {number}")) > 0, "{told:?}");
        assert!(about("Hele referatet") > 0, "{told:?}");
        assert_eq!(about("Olav Mykleb"), told.len());
        assert_eq!(about(ASKED) + about(&case.facts.title), 0);
    }
}

#[actix_web::test]
async fn who_was_there_and_gets_no_mail_is_named_before_the_draft_goes_out() {
    const NOBODY: &str = "Får ikke e-post";
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let page = below(&scene, "round");
        assert!(!kari.get(&page).await.ok().contains(NOBODY));
        let write = |conn: &mut _| {
            let olav = diesel::update(person::table.filter(person::address.eq(MEMBER)));
            Ok(olav.set(person::address.eq(None::<String>)).execute(conn)?)
        };
        instance.app.db.write_now(write).expect("it is gone");
        let told = kari.get(&page).await.ok();
        let line = told.split(NOBODY).nth(1).expect("it is said");
        let line = line.split('<').next().expect("it ends");
        assert!(line.contains("Olav Myklebø"), "{line}");
    }
}

#[actix_web::test]
async fn answers_to_one_person_come_in_one_mail() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        scene.switch_mail_on(&instance);
        send(&mut kari, &instance, &scene).await;
        let of = item(&instance, &scene, ItemKind::Case).id;
        let case = first_case(&instance, &scene);
        let number = case.number.expect("it has one").to_string();
        let ids = ["a", "b", "c"].map(|end| format!("0192f0c4-0000-7000-8000-00000000aaa{end}"));
        let mut olav = instance.signed_in(MEMBER).await;
        for (id, about) in ids.iter().zip([Some(of), None, Some(of)]) {
            ask(&mut olav, &scene, id, about).await;
        }
        answer(&mut kari, &scene, &ids[0]).await;
        answer(&mut kari, &scene, &ids[1]).await;
        assert_eq!(saying(&instance, "Svaret gjeld").len(), 0, "it waits");
        instance.move_by(GATHERED);
        let told = saying(&instance, "Svaret gjeld");
        let [mail] = &told[..] else {
            panic!("{told:?}");
        };
        assert!(mail.contains(MEMBER), "{mail}");
        assert!(mail.contains(&format!("Sak {number}, heile referatet")));
        assert!(!mail.contains(ASKED) && !mail.contains(&case.facts.title));
        // What is answered later is told of by itself.
        answer(&mut kari, &scene, &ids[2]).await;
        instance.move_by(GATHERED);
        let told = saying(&instance, "Svaret gjeld");
        assert_eq!(told.len(), 1);
        assert!(!told[0].contains("heile referatet"), "{told:?}");
    }
}

#[actix_web::test]
async fn the_mail_of_a_new_draft_says_so_and_what_it_changes() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        scene.switch_mail_on(&instance);
        send(&mut kari, &instance, &scene).await;
        assert_eq!(saying(&instance, "nytt utkast").len(), 0);
        let of = item(&instance, &scene, ItemKind::Case).id;
        let case = first_case(&instance, &scene);
        let number = case.number.expect("it has one");
        let text = [
            ("draft", "1"),
            ("content", "Kartverket ba om høyere satser"),
        ];
        post(&mut kari, &scene, of, &text).await.goes_to();
        send(&mut kari, &instance, &scene).await;
        let told = saying(&instance, "nytt utkast");
        assert!(!told.is_empty());
        for mail in told {
            assert!(mail.contains(&format!("Sak {number}")), "{mail}");
            assert!(!mail.contains(&case.facts.title), "{mail}");
        }
    }
}

#[actix_web::test]
async fn a_case_follows_from_the_approved_minutes_by_itself() {
    for (outcome, state) in [
        ("recommendation", CaseState::Treated),
        ("postponed", CaseState::Postponed),
    ] {
        for instance in instances(NOW) {
            let (scene, mut kari) = written(&instance).await;
            let of = item(&instance, &scene, ItemKind::Case);
            // The board's mandate names other outcomes.
            let write = instance.app.db.write_now(|conn| {
                Ok(diesel::update(minute_item::table.find(of.id))
                    .set(minute_item::outcome.eq(outcome))
                    .execute(conn)?)
            });
            write.expect("it is written");
            send(&mut kari, &instance, &scene).await;
            assert_eq!(first_case(&instance, &scene).state, CaseState::Scheduled);
            approve(&instance, &scene).await;
            let case = first_case(&instance, &scene);
            let stays = (state == CaseState::Treated).then_some(scene.near);
            assert_eq!((case.state, case.meeting), (state, stays));
            let read = |conn: &mut _| cases::around::events(conn, case.id);
            let events = instance.app.db.read_now(read).expect("they are read");
            let last = events.last().expect("there are some");
            assert_eq!(last.turn, Turn::To(state));
            assert!(last.reason.contains("godkjente referatet"), "{last:?}");
            // A case of which nothing was decided waits as before.
            let read = |conn: &mut _| agendas::agenda(conn, scene.near);
            let items = instance.app.db.read_now(read).expect("it is read").items;
            let others = items.iter().filter_map(|one| one.case);
            for other in others.filter(|other| *other != case.id) {
                let read = instance.app.db.read_now(|conn| cases::case(conn, other));
                let other = read.expect("the case is read");
                assert_eq!(other.state, CaseState::Scheduled);
            }
        }
    }
}

#[actix_web::test]
async fn whoever_was_there_reads_the_draft_until_it_is_approved_though_their_term_has_ended() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let day = first_day(&instance, scene.near);
        let write = instance.app.db.write_now(|conn| {
            let olav = person::table.filter(person::address.eq(MEMBER));
            let olav: styringsrad::db::ids::PersonId = olav.select(person::id).first(conn)?;
            let seat = representation::table.filter(representation::person_id.eq(olav));
            Ok(diesel::update(seat)
                .set(representation::valid_until.eq(day))
                .execute(conn)?)
        });
        write.expect("the term ends");
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(
            olav.get(&below(&scene, "reading"))
                .await
                .ok()
                .contains(SAID)
        );
        assert_eq!(
            remark(
                &mut olav,
                &scene,
                item(&instance, &scene, ItemKind::Case).id
            )
            .await,
            303
        );
        let id = "0192f0c4-0000-7000-8000-00000000aaaa";
        let settle = below(&scene, &format!("remarks/{id}"));
        let answer = format!("answer-{id}");
        let because = [
            ("state", "answered"),
            (answer.as_str(), "Referatet følger opptaket"),
        ];
        kari.post(&settle, &because).await.goes_to();
        approve(&instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&below(&scene, "reading")).await.is(404);
        // What is corrected since is no more theirs.
        let mut kari = instance.signed_in(SECRETARY).await;
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        olav.get(&below(&scene, "reading")).await.is(404);
        olav.get(&below(&scene, "reading/document")).await.is(404);
        olav.get(&below(&scene, "versions/3")).await.is(404);
    }
}

#[actix_web::test]
async fn silence_approves_and_what_is_approved_stands() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        scene.switch_mail_on(&instance);
        send(&mut kari, &instance, &scene).await;
        instance.tick();
        let mails = instance.take_mails().join("\n");
        assert!(mails.contains("utkastet til referat") || mails.contains("Utkastet"));
        assert!(
            !mails.contains(SAID) && !mails.contains("Budsjett"),
            "{mails}"
        );
        let case = item(&instance, &scene, ItemKind::Case).id;
        pass_the_time(&instance, &scene);
        instance.tick();
        let approved = round(&instance, scene.near).and_then(|round| round.approved);
        assert_eq!(
            approved.map(|one| (one.number, one.by_meeting)),
            Some((2, None))
        );
        let version = instance
            .app
            .db
            .read_now(|conn| store::version(conn, scene.near, 2));
        let version = version.expect("the version is read");
        assert_eq!((version.step, version.who), (Step::Approved, None));
        let mut kari = instance.signed_in(SECRETARY).await;
        let text = [("draft", "1"), ("content", "Omskrevet")];
        let told = post(&mut kari, &scene, case, &text).await.is(422);
        assert!(told.contains("godkjent") && told.contains("Omskrevet"));
        let olav = who(&instance, MEMBER);
        let fields = [
            ("act", "tap"),
            ("day", "0"),
            ("who", &*olav),
            ("presence", "absent"),
        ];
        let attendance = format!("/meetings/{}/attendance", scene.near);
        kari.post(&attendance, &fields).await.is(422);
        let changed = instance.app.db.write_now(|conn| {
            Ok(diesel::update(minutes_version::table)
                .set(minutes_version::content.eq("{}"))
                .execute(conn)?)
        });
        assert!(changed.is_err(), "a version never changes");
    }
}

#[actix_web::test]
async fn an_open_remark_stands_against_silence_and_against_the_button() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        scene.switch_mail_on(&instance);
        send(&mut kari, &instance, &scene).await;
        let mut olav = instance.signed_in(MEMBER).await;
        remark(
            &mut olav,
            &scene,
            item(&instance, &scene, ItemKind::Case).id,
        )
        .await;
        let page = kari.get(&below(&scene, "round")).await.ok();
        assert!(page.contains("Er hver merknad besvart innen"), "{page}");
        assert!(!page.contains("Er ingen merknader kommet"), "{page}");
        pass_the_time(&instance, &scene);
        instance.tick();
        assert_eq!(
            round(&instance, scene.near).and_then(|it| it.approved),
            None
        );
        let mails = instance.take_mails().join("\n");
        assert!(mails.contains("Godkjenn referatet"), "{mails}");
        assert!(!mails.contains(ASKED));
        let mut kari = instance.signed_in(SECRETARY).await;
        let shown = shown(&instance, scene.near);
        let page = below(&scene, "round");
        let told = kari.post(&page, &approving(&shown)).await.is(422);
        assert!(told.contains("ikke er besvart"), "{told}");
    }
}

#[actix_web::test]
async fn of_two_who_approve_the_second_is_told() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let before = shown(&instance, scene.near);
        approve(&instance, &scene).await;
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let page = below(&scene, "round");
        let told = jon.post(&page, &approving(&before)).await.is(409);
        assert!(told.contains("Nokon andre kom først"), "{told}");
    }
}

#[actix_web::test]
async fn what_was_saved_since_it_was_shown_is_not_approved_with_it() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let read = shown(&instance, scene.near);
        let case = item(&instance, &scene, ItemKind::Case);
        let text = [("draft", "1"), ("content", "Skrevet mens den andre leste")];
        post(&mut kari, &scene, case.id, &text).await.goes_to();
        pass_the_time(&instance, &scene);
        let mut jon = instance.signed_in(COLLEAGUE).await;
        let page = below(&scene, "round");
        jon.post(&page, &approving(&read)).await.is(409);
        // A recusal stands in the minutes too.
        let read = shown(&instance, scene.near);
        close(&instance, case.case.expect("a case"), MEMBER);
        jon.post(&page, &approving(&read)).await.is(409);
        jon.post(&page, &approving(&shown(&instance, scene.near)))
            .await
            .goes_to();
    }
}

#[actix_web::test]
async fn silence_approves_nothing_where_nobody_could_be_told() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let write = instance.app.db.write_now(|conn| {
            let off = diesel::update(board::table.find(scene.board));
            Ok(off
                .set(board::mail_on_from.eq(None::<Moment>))
                .execute(conn)?)
        });
        write.expect("its mail is off");
        send(&mut kari, &instance, &scene).await;
        instance.tick();
        pass_the_time(&instance, &scene);
        instance.tick();
        // Switched on later it sends nothing that was due before, and that approves nothing either.
        scene.switch_mail_on(&instance);
        instance.tick();
        let approved = round(&instance, scene.near).and_then(|it| it.approved);
        assert_eq!(approved, None);
    }
}

#[actix_web::test]
async fn an_item_that_has_left_the_agenda_is_remarked_on_as_the_case_it_was() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        let of = item(&instance, &scene, ItemKind::Case);
        take_off(&instance, &scene, of.id);
        let mut olav = instance.signed_in(MEMBER).await;
        assert_eq!(remark(&mut olav, &scene, of.id).await, 303);
        let all = asked(&instance, &scene);
        assert_eq!(all[0].case, of.case);
        close(&instance, of.case.expect("a case"), SECRETARY);
        let page = kari.get(&below(&scene, "round")).await.ok();
        assert!(!page.contains(ASKED), "{page}");
    }
}

#[actix_web::test]
async fn a_day_before_the_meeting_is_refused_at_its_field() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let before = first_day(&instance, scene.near) - Days::new(1);
        let fields = [
            ("act", "send"),
            ("version", "0"),
            ("remarks-on", &before.to_string()),
        ];
        let told = kari.post(&below(&scene, "round"), &fields).await.is(422);
        assert!(told.contains("før møtet er slutt"), "{told}");
        assert!(
            told.contains(&format!("value=\"{before}\"")),
            "what was typed stands"
        );
        let fields = [("act", "send"), ("version", "0"), ("remarks-on", "snart")];
        kari.post(&below(&scene, "round"), &fields).await.is(422);
        assert_eq!(round(&instance, scene.near), None);
    }
}

#[actix_web::test]
async fn one_item_of_a_later_meeting_approves_the_minutes_of_several() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        let write = instance.app.db.write_now(|conn| {
            let laid_down = store::setting(conn, scene.board)?;
            let setting = Setting {
                approval: Approval::Meeting,
                ..laid_down
            };
            store::put_setting(conn, scene.board, &setting)
        });
        write.expect("it is laid down");
        send(&mut kari, &instance, &scene).await;
        let later = first_day(&instance, scene.next);
        instance.move_to(&format!("{later} 12:00"));
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = format!("/meetings/{}/minutes/round", scene.next);
        let shown = kari.get(&page).await.ok();
        let version = round(&instance, scene.near).expect("it is out").version;
        let (_, basis) = self::shown(&instance, scene.near);
        let chosen = format!("{} {version} {basis}", scene.near);
        assert!(shown.contains(&chosen), "{shown}");
        let approvals = format!("/meetings/{}/minutes/approvals", scene.next);
        kari.post(&approvals, &[]).await.is(422);
        kari.post(&approvals, &[("minutes", &chosen)])
            .await
            .goes_to();
        let approved = round(&instance, scene.near).and_then(|it| it.approved);
        assert_eq!(approved.and_then(|one| one.by_meeting), Some(scene.next));
        kari.post(&approvals, &[("minutes", &chosen)]).await.is(409);
    }
}

#[actix_web::test]
async fn a_correction_is_a_new_version_with_its_reason() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        approve(&instance, &scene).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = below(&scene, "round");
        let (version, _) = shown(&instance, scene.near);
        let without = [("act", "correct"), ("version", &*version), ("reason", "")];
        kari.post(&page, &without).await.is(422);
        correct(&mut kari, &instance, &scene, "Rettet sats").await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        let mut olav = instance.signed_in(MEMBER).await;
        let shown = olav.get(&below(&scene, "reading")).await.ok();
        assert!(shown.contains("Rettet sats") && shown.contains("Retta: Feil sats"));
        let before = olav.get(&below(&scene, "versions/2")).await.ok();
        assert!(before.contains(SAID), "the version before stands");
        // The draft is not theirs to look up any more.
        olav.get(&below(&scene, "versions/1")).await.is(404);
        let text = [("draft", "2"), ("content", "Etter rettelsen")];
        post(&mut kari, &scene, case, &text).await.is(422);
    }
}

/// The button or form of the round's page that does this, with what it says besides.
async fn act(kari: &mut Browser<'_>, instance: &Instance, scene: &Scene, what: [&str; 2]) {
    let [act, reason] = what;
    let (version, _) = shown(instance, scene.near);
    let fields = [("act", act), ("version", &*version), ("reason", reason)];
    kari.post(&below(scene, "round"), &fields).await.goes_to();
}

/// What is written of the first case, and how Olav was there.
fn as_it_stands(instance: &Instance, scene: &Scene) -> (ItemText, Option<Presence>) {
    let of = item(instance, scene, ItemKind::Case).id;
    let read = instance.app.db.read_now(|conn| {
        let written = drafts::written(conn, scene.near)?;
        let there = attendance::records(conn, scene.near)?;
        Ok((written, there))
    });
    let (written, there) = read.expect("they are read");
    let own = written.into_iter().find(|one| one.item == of);
    let text = own.expect("it is written").text;
    (text, there.first().map(|one| one.presence))
}

#[actix_web::test]
async fn a_correction_that_is_called_off_leaves_what_was_approved() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        approve(&instance, &scene).await;
        let before = as_it_stands(&instance, &scene);
        let mut kari = instance.signed_in(SECRETARY).await;
        act(&mut kari, &instance, &scene, ["correct", "Feil sats"]).await;
        let case = item(&instance, &scene, ItemKind::Case).id;
        let text = [
            ("draft", "1"),
            ("content", "Rettet sats"),
            ("outcome", "noted"),
            ("starts", "10:00"),
        ];
        post(&mut kari, &scene, case, &text).await.goes_to();
        let olav = who(&instance, MEMBER);
        tap(&mut kari, &scene, &olav, "absent").await;
        assert_ne!(as_it_stands(&instance, &scene), before);
        act(&mut kari, &instance, &scene, ["call-off", ""]).await;
        assert_eq!(as_it_stands(&instance, &scene), before);
        let of = round(&instance, scene.near).expect("it was out");
        assert_eq!((of.correction.as_deref(), of.is_open()), (None, false));
        assert_eq!(of.approved.map(|one| one.number), Some(2));
        let read = |conn: &mut _| store::version(conn, scene.near, 3);
        let none = instance.app.db.read_now(read);
        assert!(matches!(none, Err(Error::NotFound)), "no version is left");
        // What was open in another window is told that it is too late.
        let late = [("draft", "2"), ("content", "Skrevet i en annen fane")];
        post(&mut kari, &scene, case, &late).await.is(422);
        let (version, _) = shown(&instance, scene.near);
        let again = [("act", "call-off"), ("version", &*version)];
        kari.post(&below(&scene, "round"), &again).await.is(422);
    }
}

#[actix_web::test]
async fn a_correction_that_changes_nothing_does_not_end() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        approve(&instance, &scene).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        act(&mut kari, &instance, &scene, ["correct", "Feil sats"]).await;
        let (version, _) = shown(&instance, scene.near);
        let end = [("act", "corrected"), ("version", &*version)];
        let told = kari.post(&below(&scene, "round"), &end).await.is(422);
        assert!(told.contains("Ingenting er endret."), "{told}");
        let of = round(&instance, scene.near).expect("it was out");
        assert_eq!(of.correction.as_deref(), Some("Feil sats"));
    }
}

#[actix_web::test]
async fn the_reason_of_a_correction_is_told_otherwise_until_it_has_ended() {
    for instance in instances(NOW) {
        let (scene, mut kari) = written(&instance).await;
        send(&mut kari, &instance, &scene).await;
        approve(&instance, &scene).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        act(&mut kari, &instance, &scene, ["correct", "Feil sats"]).await;
        let (version, _) = shown(&instance, scene.near);
        let empty = [("act", "reword"), ("version", &*version), ("reason", "")];
        let told = kari.post(&below(&scene, "round"), &empty).await.is(422);
        assert!(told.contains("reason-mistake"), "{told}");
        act(
            &mut kari,
            &instance,
            &scene,
            ["reword", "Feil sats i tabellen"],
        )
        .await;
        let page = kari.get(&below(&scene, "round")).await.ok();
        assert!(page.contains("Feil sats i tabellen") && page.contains("Avbryt rettelsen"));
        let case = item(&instance, &scene, ItemKind::Case).id;
        let text = [("draft", "1"), ("content", "Rettet sats")];
        post(&mut kari, &scene, case, &text).await.goes_to();
        act(&mut kari, &instance, &scene, ["corrected", ""]).await;
        let read = |conn: &mut _| store::version(conn, scene.near, 3);
        let version = instance.app.db.read_now(read).expect("there is one");
        assert_eq!(version.reason, "Feil sats i tabellen");
        let (version, _) = shown(&instance, scene.near);
        let late = [("act", "reword"), ("version", &*version), ("reason", "Ny")];
        kari.post(&below(&scene, "round"), &late).await.is(422);
    }
}

#[actix_web::test]
async fn what_is_not_there_cannot_be_asked_for() {
    for instance in instances(NOW) {
        let (scene, _) = written(&instance).await;
        let read = instance
            .app
            .db
            .read_now(|conn| store::version(conn, scene.near, 1));
        assert!(matches!(read, Err(Error::NotFound)));
    }
}
