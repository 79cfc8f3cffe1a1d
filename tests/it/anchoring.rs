//! Anchoring at home, on both engines and through the pages: colleagues who read along by a link and what shuts it, the
//! input of organisations, who has opened the papers, and everything that is kept about oneself.

use crate::papers::{CHAIR, Near, SECRET, id_of};
use crate::support::{Browser, Instance, instances};
use crate::world::{MEMBER, NOW, OBSERVER, SECRETARY, SERVICE_OWNER};
use chrono::Duration;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use styringsrad::db::Conn;
use styringsrad::db::ids::{AppointmentId, MessageId, RowId};
use styringsrad::db::schema::{
    audit_entry, board, case_input, case_input_draft, colleague, colleague_paper, meeting, message,
    occasion, paper_note, paper_opened, paper_reading, replacement, representation,
};
use styringsrad::meetings::replies::store::add_replacement;
use styringsrad::meetings::replies::{Replacement, ReplacementState};

const KAI: &str = "kai.moe@kartverket.example";
const TITLE: &str = "Papir med ramme";
const INPUT: &str = "Kartverket støtter **alternativ to**.";

fn let_colleagues_in(stage: &Near<'_>, is_on: bool) {
    stage.write(|conn| {
        diesel::update(board::table.find(stage.board))
            .set(board::colleagues_read.eq(is_on))
            .execute(conn)?;
        Ok(())
    });
}

fn sql(stage: &Near<'_>, text: &str) {
    stage.write(|conn| Ok(conn.batch_execute(text)?));
}

fn colleagues(stage: &Near<'_>) -> String {
    format!("/meetings/{}/colleagues", stage.meeting)
}

/// A member lets Kai read these papers; how the form is answered.
async fn name(
    browser: &mut Browser<'_>,
    stage: &Near<'_>,
    papers: &[String],
) -> crate::support::Answer {
    let path = colleagues(stage);
    browser.get(&path).await;
    let id = RowId::new().to_string();
    let mut fields = vec![
        ("id", id.as_str()),
        ("name", "Kai Moe"),
        ("address", KAI),
        ("language", "nn"),
    ];
    fields.extend(papers.iter().map(|paper| ("papers", paper.as_str())));
    browser.post(&path, &fields).await
}

/// The paper is out, and Kai has been let in to it by Olav; the path of the link in the mail.
async fn kai_is_let_in(stage: &Near<'_>) -> String {
    stage.send();
    stage.instance.tick();
    stage.instance.take_mails();
    let mut olav = stage.instance.signed_in(MEMBER).await;
    let answer = name(&mut olav, stage, &[stage.paper.to_string()]).await;
    answer.goes_to();
    stage.instance.tick();
    link(stage.instance)
}

fn kai_row(conn: &mut Conn) -> styringsrad::error::Result<RowId> {
    let of = colleague::table.filter(colleague::address.eq(KAI));
    Ok(of.select(colleague::id).first(conn)?)
}

fn mail_to_kai(instance: &Instance) -> MessageId {
    let read = instance.app.db.read_now(|conn| {
        Ok(message::table
            .filter(message::address.eq(KAI))
            .order(message::created_at.desc())
            .select(message::id)
            .first(conn)?)
    });
    read.expect("Kai has got a mail")
}

fn link(instance: &Instance) -> String {
    let mail = mail_to_kai(instance);
    let signature = (instance.app.office.key).sign("read-along", mail.as_str());
    format!("/read-along/{mail}/{signature}")
}

#[actix_web::test]
async fn a_colleague_reads_what_was_chosen_by_the_link_in_the_mail() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let link = kai_is_let_in(&stage).await;
        let mails = instance.take_mails();
        let [mail] = &mails[..] else {
            panic!("{} mails", mails.len());
        };
        // What mail carries is folded and encoded; the address of the link is not.
        let unfolded = mail.replace("=\r\n", "");
        assert!(unfolded.contains(&link), "{mail}");
        assert!(mail.contains("Content-Language: nn"));
        assert!(!unfolded.contains(TITLE) && !unfolded.contains("ramme"));
        // It says who asks, and for whom they speak.
        assert!(
            unfolded.contains("i Statens kartverk deler papira med deg."),
            "{unfolded}"
        );
        // What Kai thinks goes to who asked, and not to the board.
        let answered = format!("Reply-To: {MEMBER}");
        assert!(mail.contains(&answered), "{mail}");
        let subject = instance.app.db.read_now(|conn| {
            let subject = message::table.find(mail_to_kai(&instance));
            Ok(subject.select(message::subject).first::<String>(conn)?)
        });
        let subject = subject.expect("the letter is read");
        assert!(subject.starts_with("Ein medlem ber deg lese"), "{subject}");
        // No row holds the secret that the link ends with.
        let signature = link.rsplit('/').next().expect("it has a signature");
        let kept = instance.app.db.read_now(|conn| {
            let body = message::table.find(mail_to_kai(&instance));
            Ok(body.select(message::body).first::<String>(conn)?)
        });
        assert!(!kept.expect("the letter is read").contains(signature));

        let mut kai = instance.browser();
        let list = kai.get(&link).await.ok();
        assert!(list.contains(TITLE) && list.contains("Olav Myklebø"));
        assert!(list.contains(&format!("href=\"mailto:{MEMBER}\"")));
        assert!(list.contains("lang=\"nn\"") && list.contains("Lenkja er berre di"));
        let paper = format!("{link}/papers/{}", stage.paper);
        assert!(kai.get(&paper).await.ok().contains(SECRET));
        kai.get(&format!("{paper}/file")).await.is(404);
        let nb = kai.get(&format!("{link}?lang=nb")).await.ok();
        assert!(nb.contains("Lenken er din alene"));
        // Nothing else of the board is there for them.
        for path in [
            stage.path(),
            format!("/cases/{}", stage.case),
            format!("/meetings/{}/papers", stage.meeting),
        ] {
            let to = kai.get(&path).await.goes_to();
            assert!(to.starts_with("/sign-in"), "{path}");
        }
    }
}

/// What shuts a paper, and what shuts the link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shut {
    Paper,
    Link,
}

use Shut::{Link, Paper};

/// A change of the world, the table and the column, what it becomes and what it was, and what that shuts.
type Change = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Shut,
);

#[rustfmt::skip]
const CHANGES: [Change; 13] = [
    ("the paper is withdrawn", "paper", "withdrawn_at", "'2026-11-20 08:00:00'", "NULL", Paper),
    ("the paper is exempt", "paper", "assessment", "'exempt'", "'not_assessed'", Paper),
    ("the paper is deferred", "paper", "open_from", "'2027-06-01 08:00:00'", "NULL", Paper),
    ("the paper is the secretariat's", "paper", "audience", "'secretariat'", "'members'", Paper),
    ("the paper did not go out", "paper", "published", "NULL", "1", Paper),
    ("the case is withdrawn", "board_case", "withdrawn_at", "'2026-11-20 08:00:00'", "NULL", Paper),
    ("the case is exempt", "board_case", "assessment", "'exempt'", "'not_assessed'", Paper),
    ("the case is deferred", "board_case", "open_from", "'2027-06-01 08:00:00'", "NULL", Paper),
    ("the case is on no meeting", "board_case", "meeting_id", "NULL", "'{meeting}'", Paper),
    ("the board lets nobody in", "board", "colleagues_read", "FALSE", "TRUE", Link),
    ("the meeting is cancelled", "meeting", "state", "'cancelled'", "'called'", Link),
    ("the member's term has ended", "representation", "valid_until", "'2026-11-21'", "NULL", Link),
    ("the member has ended it", "colleague", "ended_at", "'2026-11-22 07:00:00'", "NULL", Link),
];

/// Each change with its SQL, there and back, and what it shuts.
fn changes(stage: &Near<'_>) -> Vec<(&'static str, [String; 2], Shut)> {
    let olav = id_of(stage.instance, MEMBER);
    let kai = stage.write(kai_row);
    let row = |(what, table, column, set, back, shut): Change| {
        let of = match table {
            "paper" => format!("id = '{}'", stage.paper),
            "board_case" => format!("id = '{}'", stage.case),
            "meeting" => format!("id = '{}'", stage.meeting),
            "board" => format!("id = '{}'", stage.board),
            "colleague" => format!("id = '{kai}'"),
            _ => format!("person_id = '{olav}'"),
        };
        let sql = |value: &str| {
            let value = value.replace("{meeting}", stage.meeting.as_str());
            format!("UPDATE {table} SET {column} = {value} WHERE {of}")
        };
        (what, [sql(set), sql(back)], shut)
    };
    let mut all: Vec<_> = CHANGES.into_iter().map(row).collect();
    let undone = format!("DELETE FROM recusal WHERE person_id = '{olav}'");
    let sql = [recusal_of(stage, &olav.to_string()), undone];
    all.push(("the member has a conflict of interest", sql, Paper));
    all
}

/// Closes the case to someone.
fn recusal_of(stage: &Near<'_>, person: &str) -> String {
    format!(
        "INSERT INTO recusal (id, case_id, person_id, reason, declared_by, declared_at) \
         VALUES ('{}', '{}', '{person}', '', '{person}', '2026-11-20 08:00:00')",
        RowId::new(),
        stage.case
    )
}

#[actix_web::test]
async fn the_link_opens_nothing_that_may_not_be_lent_now() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let link = kai_is_let_in(&stage).await;
        let paper = format!("{link}/papers/{}", stage.paper);
        let mut kai = instance.browser();
        for (what, [set, back], shut) in changes(&stage) {
            sql(&stage, &set);
            let list = kai.get(&link).await;
            assert!(!list.body.contains(TITLE), "{what}");
            let expected = if shut == Link { (410, 410) } else { (200, 404) };
            let found = (list.status.as_u16(), kai.get(&paper).await.status.as_u16());
            assert_eq!(found, expected, "{what}");
            let file = kai.get(&format!("{paper}/file")).await;
            assert_eq!(file.status.as_u16(), expected.1, "{what}");
            sql(&stage, &back);
            assert!(kai.get(&link).await.ok().contains(TITLE), "after: {what}");
        }
        // A signature of something else, of another message, and a message that is no colleague's.
        let mail = mail_to_kai(&instance);
        let key = &instance.app.office.key;
        let other = MessageId::new();
        let [of_reply, of_other] = [("reply", mail), ("read-along", other)]
            .map(|(purpose, of)| key.sign(purpose, of.as_str()));
        let told: MessageId = stage.write(|conn| {
            let told = message::table.filter(message::address.eq(MEMBER));
            Ok(told.select(message::id).first(conn)?)
        });
        let of_told = key.sign("read-along", told.as_str());
        for (message, signature) in [(mail, of_reply), (other, of_other), (told, of_told)] {
            let path = format!("/read-along/{message}/{signature}");
            let gone = kai.get(&path).await.is(410);
            assert!(!gone.contains("Styringsrådet for"), "it names nothing");
        }
        // At the midnight after the meeting day, where the board is.
        let last_day = stage.write(|conn| {
            let of = meeting::table.find(stage.meeting);
            Ok(of
                .select(meeting::last_day)
                .first::<chrono::NaiveDate>(conn)?)
        });
        instance.move_to(&format!("{last_day} 22:59"));
        kai.get(&link).await.ok();
        instance.move_to(&format!("{last_day} 23:00"));
        kai.get(&link).await.is(410);
    }
}

#[actix_web::test]
async fn opening_a_link_writes_nothing_down() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let link = kai_is_let_in(&stage).await;
        sql(&stage, "UPDATE board SET opened_kept_days = 30");
        let rows = || {
            stage.write(|conn| {
                let audit: i64 = audit_entry::table.count().get_result(conn)?;
                let read: i64 = paper_reading::table.count().get_result(conn)?;
                let opened: i64 = paper_opened::table.count().get_result(conn)?;
                Ok((audit, read, opened))
            })
        };
        let before = rows();
        let mut scanner = instance.browser();
        for path in [link.clone(), format!("{link}/papers/{}", stage.paper)] {
            scanner.head(&path).await;
            scanner.get(&path).await.ok();
        }
        assert_eq!(rows(), before);
        // A link is not opened by a form.
        scanner.post(&link, &[]).await.is(404);
        scanner.get(&link).await.ok();
    }
}

#[actix_web::test]
async fn only_who_has_a_seat_or_is_called_lets_a_colleague_in_and_the_secretariat_sees_whom() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        kai_is_let_in(&stage).await;
        let path = colleagues(&stage);
        for other in [OBSERVER, SERVICE_OWNER] {
            let mut browser = instance.signed_in(other).await;
            browser.get(&path).await.is(404);
            name(&mut browser, &stage, &[stage.paper.to_string()])
                .await
                .is(404);
        }
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Kai Moe") && page.contains("Olav Myklebø"));
        assert!(!page.contains(TITLE) && !page.contains(KAI));
        name(&mut kari, &stage, &[stage.paper.to_string()])
            .await
            .is(404);
        let id: RowId = stage.write(kai_row);
        let one = format!("{path}/{id}");
        let mut chair = instance.signed_in(CHAIR).await;
        let page = chair.get(&path).await.ok();
        assert!(
            !page.contains("Kai Moe"),
            "another's colleagues are not told"
        );
        chair.get(&one).await.is(404);
        chair.post(&one, &[("act", "end")]).await.is(404);
        // A deputy who is called and confirmed.
        let mette = id_of(&instance, SERVICE_OWNER);
        let olav = id_of(&instance, MEMBER);
        let deputy = stage.write(|conn| {
            let seat: AppointmentId = representation::table
                .filter(representation::person_id.eq(olav))
                .select(representation::appointment_id)
                .first(conn)?;
            let new = Replacement {
                id: styringsrad::db::ids::ReplacementId::new(),
                meeting: stage.meeting,
                appointment: seat,
                person: mette,
                name: "Mette Lunder".to_owned(),
                state: ReplacementState::Named,
                named_by: olav,
            };
            add_replacement(conn, &new, stage.by.now)?;
            Ok(new.id)
        });
        let mut browser = instance.signed_in(SERVICE_OWNER).await;
        browser.get(&path).await.is(404);
        stage.write(|conn| {
            let row = replacement::table.filter(replacement::id.eq(deputy));
            diesel::update(row)
                .set(replacement::state.eq(ReplacementState::Confirmed))
                .execute(conn)?;
            Ok(())
        });
        assert!(browser.get(&path).await.ok().contains(TITLE));
        let room = format!("href=\"/meetings/{}/papers\"", stage.meeting);
        assert!(browser.get("/me").await.ok().contains(&room));
        name(&mut browser, &stage, &[stage.paper.to_string()])
            .await
            .goes_to();
    }
}

#[actix_web::test]
async fn nothing_is_lent_that_may_not_be_and_what_was_typed_stays() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut olav = instance.signed_in(MEMBER).await;
        let paper = [stage.paper.to_string()];
        let_colleagues_in(&stage, false);
        let told = name(&mut olav, &stage, &paper).await.is(422);
        assert!(told.contains("Sekretariatet har ikkje opna for"));
        let_colleagues_in(&stage, true);
        // Before it is out, and once it is exempt.
        name(&mut olav, &stage, &paper).await.is(422);
        stage.send();
        sql(&stage, "UPDATE paper SET assessment = 'exempt'");
        let told = name(&mut olav, &stage, &paper).await.is(422);
        assert!(!told.contains(TITLE));
        sql(&stage, "UPDATE paper SET assessment = 'not_assessed'");
        let told = name(&mut olav, &stage, &[]).await.is(422);
        assert!(told.contains("papers-mistake") || told.contains("Vel minst eitt papir"));
        assert!(told.contains("Kai Moe") && told.contains(KAI));
        let rows: i64 = stage.write(|conn| {
            let of = colleague::table.filter(colleague::address.eq(KAI));
            Ok(of.count().get_result(conn)?)
        });
        assert_eq!(rows, 0);
        name(&mut olav, &stage, &paper).await.goes_to();
        let told = name(&mut olav, &stage, &paper).await.is(422);
        assert!(told.contains("Denne adressa har alt ei lenkje"));
    }
}

#[actix_web::test]
async fn a_member_changes_what_a_colleague_reads_and_ends_it() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let link = kai_is_let_in(&stage).await;
        let id: RowId = stage.write(kai_row);
        let one = format!("{}/{id}", colleagues(&stage));
        let mut olav = instance.signed_in(MEMBER).await;
        assert!(olav.get(&one).await.ok().contains("checked"));
        olav.post(&one, &[("act", "papers")]).await.is(422);
        let paper = stage.paper.to_string();
        olav.post(&one, &[("act", "papers"), ("papers", &paper)])
            .await
            .goes_to();
        let mut kai = instance.browser();
        kai.get(&link).await.ok();
        olav.post(&one, &[("act", "end")]).await.goes_to();
        kai.get(&link).await.is(410);
        olav.get(&one).await.is(404);
        assert!(
            olav.get(&colleagues(&stage))
                .await
                .ok()
                .contains("Avslutta")
        );
    }
}

#[actix_web::test]
async fn a_colleague_is_forgotten_thirty_days_after_the_meeting() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        kai_is_let_in(&stage).await;
        let kept = || {
            stage.write(|conn| {
                let of = colleague::table.filter(colleague::address.eq(KAI));
                let rows: i64 = of.count().get_result(conn)?;
                let papers: i64 = colleague_paper::table
                    .filter(colleague_paper::paper_id.eq(stage.paper))
                    .count()
                    .get_result(conn)?;
                let mails: i64 = message::table
                    .filter(message::address.eq(KAI))
                    .count()
                    .get_result(conn)?;
                Ok((rows, papers, mails))
            })
        };
        let last_day = stage.write(|conn| {
            let of = meeting::table.find(stage.meeting);
            Ok(of
                .select(meeting::last_day)
                .first::<chrono::NaiveDate>(conn)?)
        });
        instance.move_to(&format!("{} 12:00", last_day + Duration::days(30)));
        instance.tick();
        assert_eq!(kept(), (1, 1, 1));
        instance.move_to(&format!("{} 12:00", last_day + Duration::days(31)));
        instance.tick();
        assert_eq!(kept(), (0, 0, 0));
        let told = stage.write(|conn| {
            let of = message::table
                .inner_join(occasion::table)
                .filter(occasion::kind.eq("colleague"));
            let kept = (
                message::name,
                message::recipient,
                message::body,
                message::reply_to,
            );
            Ok(of
                .select(kept)
                .first::<(String, String, String, String)>(conn)?)
        });
        let text = format!("{told:?}");
        assert!(!text.contains("Kai") && !text.contains("kai"), "{text}");
        assert!(!text.contains(MEMBER), "{text}");
    }
}

fn input_of(stage: &Near<'_>) -> String {
    format!("/cases/{}/input", stage.case)
}

async fn send_input(
    browser: &mut Browser<'_>,
    stage: &Near<'_>,
    (act, number, draft): (&str, &str, &str),
    is_shared: bool,
) -> crate::support::Answer {
    let path = input_of(stage);
    browser.get(&path).await;
    let mut fields = vec![
        ("text", INPUT),
        ("act", act),
        ("number", number),
        ("draft", draft),
    ];
    fields.extend(is_shared.then_some(("shared", "yes")));
    browser.post(&path, &fields).await
}

#[actix_web::test]
async fn an_input_is_its_writers_until_it_is_sent_and_the_members_only_where_they_choose() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let (case, all) = (
            format!("/cases/{}", stage.case),
            format!("/meetings/{}/inputs", stage.meeting),
        );
        let mut olav = instance.signed_in(MEMBER).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut chair = instance.signed_in(CHAIR).await;
        let words = "<strong>alternativ to</strong>";
        send_input(&mut olav, &stage, ("save", "0", "0"), false)
            .await
            .goes_to();
        assert!(
            olav.get(&input_of(&stage))
                .await
                .ok()
                .contains("alternativ to")
        );
        for path in [&case, &all] {
            assert!(
                !kari.get(path).await.ok().contains(words),
                "a draft: {path}"
            );
        }
        send_input(&mut olav, &stage, ("send", "0", "1"), false)
            .await
            .goes_to();
        for path in [&case, &all] {
            let page = kari.get(path).await.ok();
            assert!(
                page.contains(words) && page.contains("Kartverket"),
                "{path}"
            );
            assert!(page.contains("Bare til sekretariatet"));
            assert!(!chair.get(path).await.ok().contains(words), "{path}");
        }
        assert!(olav.get(&case).await.ok().contains(words), "one's own");
        // Changed, and shared.
        instance.move_by(Duration::minutes(20));
        send_input(&mut olav, &stage, ("send", "1", "0"), true)
            .await
            .goes_to();
        for path in [&case, &all] {
            let page = chair.get(path).await.ok();
            assert!(page.contains(words) && page.contains("versjon 2"), "{path}");
        }
        // Two windows: the second is told, and its text stays.
        let told = send_input(&mut olav, &stage, ("send", "1", "0"), true)
            .await
            .is(409);
        assert!(told.contains("alternativ to") && told.contains("eit anna vindauge"));
        let mut siv = instance.signed_in(OBSERVER).await;
        siv.get(&input_of(&stage)).await.is(404);
        assert!(!siv.get(&all).await.ok().contains(words));
        for other in [SECRETARY, SERVICE_OWNER] {
            let mut browser = instance.signed_in(other).await;
            browser.get(&input_of(&stage)).await.is(404);
            send_input(&mut browser, &stage, ("send", "0", "0"), true)
                .await
                .is(404);
        }
        let drafts: i64 =
            stage.write(|conn| Ok(case_input_draft::table.count().get_result(conn)?));
        assert_eq!(drafts, 0);
    }
}

#[actix_web::test]
async fn whoever_is_closed_out_neither_writes_an_input_nor_reads_one() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut olav = instance.signed_in(MEMBER).await;
        send_input(&mut olav, &stage, ("send", "0", "0"), true)
            .await
            .goes_to();
        let case = format!("/cases/{}", stage.case);
        let all = format!("/meetings/{}/inputs", stage.meeting);
        let words = "alternativ to";
        for who in [CHAIR, SECRETARY] {
            let mut browser = instance.signed_in(who).await;
            assert!(browser.get(&all).await.ok().contains(words), "{who}");
            let id = id_of(&instance, who);
            sql(&stage, &recusal_of(&stage, &id.to_string()));
            for path in [&case, &all] {
                assert!(
                    !browser.get(path).await.body.contains(words),
                    "{who}: {path}"
                );
            }
            browser.get(&input_of(&stage)).await.is(404);
            send_input(&mut browser, &stage, ("send", "0", "0"), true)
                .await
                .is(404);
        }
    }
}

#[actix_web::test]
async fn an_input_stands_as_it_is_once_the_meeting_is_over_and_names_nobody_by_number() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        let mut olav = instance.signed_in(MEMBER).await;
        olav.get(&input_of(&stage)).await.ok();
        let fields = [
            ("text", "Gjeld 17898190021."),
            ("act", "send"),
            ("number", "0"),
        ];
        let told = olav.post(&input_of(&stage), &fields).await.is(422);
        assert!(told.contains("fødselsnummer"));
        olav.post(&input_of(&stage), &[("act", "send"), ("number", "0")])
            .await
            .is(422);
        let last_day = stage.write(|conn| {
            let of = meeting::table.find(stage.meeting);
            Ok(of
                .select(meeting::last_day)
                .first::<chrono::NaiveDate>(conn)?)
        });
        instance.move_to(&format!("{last_day} 23:00"));
        let mut olav = instance.signed_in(MEMBER).await;
        for act in ["send", "save"] {
            send_input(&mut olav, &stage, (act, "0", "0"), true)
                .await
                .is(422);
        }
        let rows: i64 = stage.write(|conn| {
            let of = case_input::table.filter(case_input::case_id.eq(stage.case));
            Ok(of.count().get_result(conn)?)
        });
        assert_eq!(rows, 0);
    }
}

#[actix_web::test]
async fn who_has_opened_the_papers_is_kept_only_from_when_it_was_turned_on() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        stage.send();
        let room = format!("/meetings/{}/papers", stage.meeting);
        let dispatch = format!("{room}/dispatch");
        let mut olav = instance.signed_in(MEMBER).await;
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut chair = instance.signed_in(CHAIR).await;
        olav.get(&stage.path()).await.ok();
        assert!(!kari.get(&dispatch).await.ok().contains("id=\"opened\""));
        assert!(!olav.get(&room).await.ok().contains("Sekretariatet ser om"));
        let settings = format!("/boards/{}/settings", stage.board);
        turn_on(&mut kari, &settings, "30").await;
        assert!(olav.get(&room).await.ok().contains("30 dagar etter"));
        let page = kari.get(&dispatch).await.ok();
        assert!(page.contains("id=\"opened\"") && !page.contains("Alle 1"));
        // From now on, once, and only of those who read.
        instance.move_by(Duration::minutes(5));
        for _ in 0..2 {
            chair.get(&stage.path()).await.ok();
        }
        kari.get(&stage.path()).await.ok();
        let rows =
            || stage.write(|conn| Ok(paper_opened::table.count().get_result::<i64>(conn)?));
        assert_eq!(rows(), 1);
        let page = kari.get(&dispatch).await.ok();
        let of_chair = page.split("Ingrid Solvang").last().unwrap_or_default();
        assert!(of_chair[..200.min(of_chair.len())].contains("Alle 1 papirene"));
        // It goes after as many days as the board says, and at once when it is turned off.
        instance.move_by(Duration::days(29));
        instance.tick();
        assert_eq!(rows(), 1);
        instance.move_by(Duration::days(2));
        instance.tick();
        assert_eq!(rows(), 0);
        let mut chair = instance.signed_in(CHAIR).await;
        chair.get(&stage.path()).await.ok();
        assert_eq!(rows(), 1);
        let mut kari = instance.signed_in(SECRETARY).await;
        turn_on(&mut kari, &settings, "").await;
        instance.tick();
        assert_eq!(rows(), 0);
        assert!(!kari.get(&dispatch).await.ok().contains("id=\"opened\""));
    }
}

/// The board's data as it stands, with this many days.
async fn turn_on(kari: &mut Browser<'_>, settings: &str, days: &str) {
    let page = kari.get(settings).await.ok();
    let forms = crate::hostile::page::forms(&page);
    let form = forms
        .into_iter()
        .find(|form| form.action == settings)
        .expect("the form");
    let fields: Vec<(String, String)> = form
        .fields
        .iter()
        .filter(|field| field.name != "opened-kept-days")
        .map(|field| (field.name.clone(), field.value.clone()))
        .collect();
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.push(("opened-kept-days", days));
    kari.post(settings, &fields).await.goes_to();
}

#[actix_web::test]
async fn everyone_takes_along_what_is_kept_about_them_and_nobody_elses() {
    for instance in instances(NOW) {
        let stage = Near::set(&instance);
        kai_is_let_in(&stage).await;
        // The mail about the papers does not wait for packs that nobody asked for.
        instance.move_by(Duration::minutes(11));
        instance.tick();
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&stage.path()).await.ok();
        assert!(page.contains(SECRET));
        let id = RowId::new().to_string();
        let note = [("note-id", id.as_str()), ("note", "Spør Per om dette")];
        olav.post(&format!("{}/notes", stage.path()), &note)
            .await
            .goes_to();
        send_input(&mut olav, &stage, ("send", "0", "0"), false)
            .await
            .goes_to();
        let answer = olav.get("/me/data").await;
        assert!(
            answer
                .header("content-disposition")
                .starts_with("attachment")
        );
        let text = answer.ok();
        let all: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(all["profile"]["address"], MEMBER);
        assert_eq!(all["terms"][0]["role"], "member");
        let writings = &all["reading_and_writing"];
        assert_eq!(writings["notes"][0]["text"], "Spør Per om dette");
        assert_eq!(writings["notes"][0]["paper"]["title"], TITLE);
        assert_eq!(writings["inputs"][0]["text"], INPUT);
        assert_eq!(writings["colleagues"][0]["name"], "Kai Moe");
        assert_eq!(writings["reading_marks"][0]["version"], 1);
        let mails = all["mail"].as_array().expect("a list");
        assert!(mails.iter().any(|mail| {
            mail["subject"]
                .as_str()
                .is_some_and(|subject| subject.starts_with("Sakspapir til møtet"))
        }));
        let mut chair = instance.signed_in(CHAIR).await;
        let others = chair.get("/me/data").await.ok();
        for own in ["Spør Per", "alternativ to", "Kai Moe", MEMBER] {
            assert!(!others.contains(own), "{own}");
        }
        // What a paper is called stands there only as long as it is theirs to read.
        sql(
            &stage,
            "UPDATE paper SET withdrawn_at = '2026-11-20 08:00:00'",
        );
        let text = olav.get("/me/data").await.ok();
        assert!(text.contains("Spør Per om dette") && !text.contains(TITLE));
        // Notes go, all of the reader's own and nobody else's.
        sql(&stage, "UPDATE paper SET withdrawn_at = NULL");
        chair.get(&stage.path()).await.ok();
        let id = RowId::new().to_string();
        let note = [("note-id", id.as_str()), ("note", "Lederens")];
        chair
            .post(&format!("{}/notes", stage.path()), &note)
            .await
            .goes_to();
        assert!(olav.get("/me").await.ok().contains("Du har 1 notat"));
        olav.post("/me/notes", &[]).await.goes_to();
        let left = stage.write(|conn: &mut Conn| {
            Ok(paper_note::table
                .select(paper_note::content)
                .load::<String>(conn)?)
        });
        assert_eq!(left, ["Lederens"]);
    }
}
