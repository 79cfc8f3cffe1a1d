//! Notices through their pages: nothing goes unseen, nobody is told twice, and who was told hears of what changes.

use crate::hostile::page::forms;
use crate::support::{Answer, Browser, Instance, day, instances, moment};
use diesel::prelude::*;
use styringsrad::db::ids::{BoardId, MeetingId, MessageId, PersonId};
use styringsrad::db::schema::{board, message, notice, occasion, person, representation};
use styringsrad::mail::{OccasionState, Part};
use styringsrad::meetings::replies::{Answer as ReplyAnswer, Reply};
use styringsrad::meetings::{Meeting, MeetingState, Stage, plan, store};

pub const START: &str = "2026-11-22 08:00";
pub const SECRETARY: &str = "kari.nordbo@digdir.example";
pub const MEMBER: &str = "olav.myklebo@kartverket.example";
pub const OTHER: &str = "terje.brattvik@brreg.example";

/// The demo's board, its mail switched on by the demo itself.
pub fn demo(instance: &Instance) -> BoardId {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let read = instance.app.db.read_now(|conn| {
        let of = board::table.filter(board::slug.eq("styringsradet"));
        Ok(of.select(board::id).first(conn)?)
    });
    read.expect("the demo has its board")
}

/// A meeting of next year that nobody has been told of.
pub fn planned(instance: &Instance, board: BoardId) -> Meeting {
    let read = instance
        .app
        .db
        .read_now(|conn| store::of_year(conn, board, 2027));
    let mut year = read.expect("the year is read");
    year.remove(0)
}

pub fn one(instance: &Instance, id: MeetingId) -> Meeting {
    let read = instance.app.db.read_now(|conn| store::meeting(conn, id));
    read.expect("the meeting stands")
}

/// A mail in the ledger: its id, address, subject, and the parts of its letter.
pub struct Made {
    pub id: MessageId,
    pub address: String,
    pub name: String,
    pub subject: String,
    pub parts: Vec<Part>,
}

impl Made {
    /// All that it says.
    pub fn text(&self) -> String {
        serde_json::to_string(&self.parts).expect("a letter is JSON") + &self.subject
    }

    pub fn has_link(&self) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::PersonalLink { .. }))
    }
}

/// Every message of one kind of occasion (`%` stands for any) since the start, in order of address.
pub fn made(instance: &Instance, kind: &str) -> Vec<Made> {
    type Row = (MessageId, String, String, String, String);
    let rows = instance.app.db.read_now(|conn| {
        let rows: Vec<Row> = message::table
            .inner_join(occasion::table)
            .filter(occasion::kind.like(kind))
            .filter(message::created_at.ge(moment(START)))
            .order((message::address.asc(), message::created_at.asc()))
            .select((
                message::id,
                message::address,
                message::name,
                message::subject,
                message::body,
            ))
            .load(conn)?;
        Ok(rows)
    });
    rows.expect("the ledger is read")
        .into_iter()
        .map(|(id, address, name, subject, body)| Made {
            id,
            address,
            name,
            subject,
            parts: serde_json::from_str(&body).expect("a stored letter"),
        })
        .collect()
}

/// The fields of the page's form that is sent to `path`, as a browser would send them.
pub fn fields(body: &str, path: &str) -> Vec<(String, String)> {
    let form = forms(body).into_iter().find(|form| form.action == path);
    let form = form.expect("the page has the form");
    form.fields
        .into_iter()
        .filter(|field| field.name != "act")
        .map(|field| (field.name, field.value))
        .collect()
}

pub fn put(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
}

pub async fn press(
    browser: &mut Browser<'_>,
    path: &str,
    fields: &[(String, String)],
    act: &str,
) -> Answer {
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.push(("act", act));
    browser.post(path, &all).await
}

/// Looks a notice over and sends it as it is first shown.
pub async fn send(kari: &mut Browser<'_>, meeting: MeetingId, kind: &str) {
    let path = format!("/meetings/{meeting}/notices/new");
    let page = kari.get(&format!("{path}?kind={kind}")).await.ok();
    let as_shown = fields(&page, &path);
    press(kari, &path, &as_shown, "send").await.goes_to();
}

fn notices(instance: &Instance) -> i64 {
    let read = instance.app.db.read_now(|conn| {
        let since = notice::table.filter(notice::sent_at.ge(moment(START)));
        Ok(since.count().get_result(conn)?)
    });
    read.expect("the notices are counted")
}

/// The member's right ends before the meeting.
pub fn ends(instance: &Instance, address: &str, on: &str) {
    let written = instance.app.db.write_now(|conn| {
        let who: PersonId = person::table
            .filter(person::address.eq(address))
            .select(person::id)
            .first(conn)?;
        let of = representation::table.filter(representation::person_id.eq(who));
        let ended = diesel::update(of).set(representation::valid_until.eq(day(on)));
        Ok(ended.execute(conn)?)
    });
    assert!(written.expect("the representation ends") > 0);
}

#[actix_web::test]
async fn f16_a_call_sent_twice_is_one_notice_and_f15_one_mail_to_each() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let path = format!("/meetings/{}/notices/new", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Dette går ut") && page.contains("Send innkalling"));
        assert!(page.contains("[personlig lenke]"), "links are hidden");
        assert!(page.contains("[kalenderoppføring:"), "{page}");
        assert_eq!(notices(&instance), 0, "a preview sends nothing");
        let as_shown = fields(&page, &path);
        for _double_click in 0..2 {
            press(&mut kari, &path, &as_shown, "send").await.goes_to();
        }
        assert_eq!(notices(&instance), 1);
        assert_eq!(one(&instance, meeting.id).state, MeetingState::Called);
        assert!(one(&instance, meeting.id).is_done(Stage::Notice));
        instance.tick();
        instance.tick();
        let mails = made(&instance, "notice-call");
        let chosen = as_shown.iter().filter(|(name, _)| name == "to").count();
        assert_eq!(mails.len(), chosen);
        let raws = instance.take_mails();
        let of = |raw: &&String| mails.iter().any(|mail| raw.contains(mail.id.as_str()));
        assert_eq!(raws.iter().filter(of).count(), chosen);
        for mail in &mails {
            for other in mails.iter().filter(|other| other.address != mail.address) {
                let text = mail.text();
                assert!(
                    !text.contains(&other.name),
                    "{} names {}",
                    mail.address,
                    other.name
                );
                assert!(!text.contains(&other.address));
            }
            let is_secretary =
                mail.address.ends_with("nordbo@digdir.example") || mail.address.starts_with("jon.");
            assert_eq!(mail.has_link(), !is_secretary, "{}", mail.address);
        }
        // F12: who has had it is not ticked again.
        let page = kari.get(&format!("{path}?kind=call")).await.ok();
        assert_eq!(
            fields(&page, &path)
                .iter()
                .filter(|(name, _)| name == "to")
                .count(),
            0
        );
    }
}

#[actix_web::test]
async fn only_what_was_shown_is_sent_and_what_was_typed_is_kept() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let path = format!("/meetings/{}/notices/new", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut typed = fields(&kari.get(&path).await.ok(), &path);
        put(&mut typed, "paragraph-nb", "Møt opp ved resepsjonen.");
        let page = press(&mut kari, &path, &typed, "send").await.is(422);
        assert!(page.contains("Se over på nytt") && page.contains("Møt opp ved resepsjonen."));
        assert_eq!(notices(&instance), 0);
        // The meeting is changed by someone else meanwhile.
        let seen = fields(&page, &path);
        let edit = format!("/meetings/{}/edit", meeting.id);
        let mut facts = fields(&kari.get(&edit).await.ok(), &edit);
        put(&mut facts, "place", "Bergen");
        press(&mut kari, &edit, &facts, "").await.goes_to();
        let page = press(&mut kari, &path, &seen, "send").await.is(409);
        assert!(page.contains("Møt opp ved resepsjonen.") && page.contains("Bergen"));
        assert_eq!(notices(&instance), 0);
        let seen = fields(&page, &path);
        press(&mut kari, &path, &seen, "send").await.goes_to();
        instance.tick();
        let mails = made(&instance, "notice-call");
        assert!(
            mails
                .iter()
                .all(|mail| mail.text().contains("Møt opp ved resepsjonen."))
        );
        assert!(mails.iter().all(|mail| mail.text().contains("Bergen")));
        // What is mailed names nobody by an identity number; this one is of a synthetic person.
        let mut typed = fields(&kari.get(&format!("{path}?kind=call")).await.ok(), &path);
        put(&mut typed, "paragraph-nb", "Gjelder 17898190021.");
        let page = press(&mut kari, &path, &typed, "preview").await.is(422);
        assert!(page.contains("href=\"#paragraph-nb\"") && page.contains("Gjelder •••"));
        // F14: nobody chosen is a refusal and not an empty sending.
        let mut nobody = fields(&kari.get(&format!("{path}?kind=call")).await.ok(), &path);
        nobody.retain(|(name, _)| name != "to");
        press(&mut kari, &path, &nobody, "send").await.is(422);
        assert_eq!(notices(&instance), 1);
    }
}

#[actix_web::test]
async fn f14_who_was_told_hears_of_changes_and_of_the_end_though_they_sit_no_longer() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let mut kari = instance.signed_in(SECRETARY).await;
        send(&mut kari, meeting.id, "call").await;
        instance.tick();
        let told: Vec<String> = (made(&instance, "notice-call").iter())
            .map(|mail| mail.address.clone())
            .collect();
        assert!(told.contains(&MEMBER.to_owned()));
        ends(&instance, MEMBER, "2026-11-22");
        instance.move_to("2026-11-23 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let edit = format!("/meetings/{}/edit", meeting.id);
        let mut facts = fields(&kari.get(&edit).await.ok(), &edit);
        put(&mut facts, "place", "Bergen");
        press(&mut kari, &edit, &facts, "").await.goes_to();
        instance.tick();
        assert_eq!(
            made(&instance, "notice-change").len(),
            0,
            "nothing goes by itself"
        );
        let page = kari.get(&format!("/meetings/{}", meeting.id)).await.ok();
        assert!(page.contains("Møtet er endret etter at deltakerne sist fikk beskjed"));
        assert!(kari.get("/desk").await.ok().contains("Send endringsvarsel"));
        send(&mut kari, meeting.id, "change").await;
        instance.tick();
        let changes = made(&instance, "notice-change");
        assert_eq!(changes.len(), told.len(), "everyone who was told");
        for mail in &changes {
            assert!(mail.text().contains("Bergen"), "{}", mail.text());
            assert!(
                mail.text().contains("Lørenfaret"),
                "F31: what it was stands too"
            );
        }
        let replaced = changes.iter().find(|mail| mail.address == MEMBER);
        let replaced = replaced.expect("the one who was replaced is told");
        assert!(!replaced.has_link() && !replaced.text().contains("/meetings/"));
        assert!(!kari.get("/desk").await.ok().contains("Send endringsvarsel"));
        let cancel = format!("/meetings/{}/cancel", meeting.id);
        let asked = fields(&kari.get(&cancel).await.ok(), &cancel);
        press(&mut kari, &cancel, &asked, "").await.goes_to();
        send(&mut kari, meeting.id, "cancellation").await;
        instance.tick();
        let ended = made(&instance, "notice-cancellation");
        assert_eq!(ended.len(), told.len());
        for mail in &ended {
            assert!(mail.subject.contains("vlyst"), "{}", mail.subject);
            assert!(!mail.has_link());
        }
        assert!(
            instance
                .take_mails()
                .iter()
                .any(|raw| raw.contains("method=CANCEL"))
        );
    }
}

/// A change of place, as the secretary saves it.
async fn to_bergen(kari: &mut Browser<'_>, meeting: MeetingId) {
    let edit = format!("/meetings/{meeting}/edit");
    let mut facts = fields(&kari.get(&edit).await.ok(), &edit);
    put(&mut facts, "place", "Bergen");
    press(kari, &edit, &facts, "").await.goes_to();
}

#[actix_web::test]
async fn a_call_that_went_on_paper_has_told_and_what_changes_after_it_is_owed() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let mut kari = instance.signed_in(SECRETARY).await;
        // What changed before anybody was called is no change to anybody.
        to_bergen(&mut kari, meeting.id).await;
        instance.move_to("2026-11-23 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let called = format!("/meetings/{}/stages/notice", meeting.id);
        kari.post(&called, &[("act", "done")]).await.goes_to();
        assert!(!kari.get("/desk").await.ok().contains("Send endringsvarsel"));
        instance.move_to("2026-11-24 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let path = format!("/meetings/{}/move", meeting.id);
        answered(&instance, &meeting);
        let form = format!("{path}#difference");
        let mut days = fields(&kari.get(&path).await.ok(), &form);
        put(&mut days, "day-0", "2027-02-10");
        let page = press(&mut kari, &path, &days, "preview").await.ok();
        assert!(page.contains("Én har svart. Svaret gjelder den gamle dagen"));
        assert!(page.contains("før du sender endringsvarsel"));
        let seen = fields(&page, &form);
        press(&mut kari, &path, &seen, "save").await.goes_to();
        assert!(kari.get("/desk").await.ok().contains("Send endringsvarsel"));
        let page = kari.get(&format!("/meetings/{}", meeting.id)).await.ok();
        assert!(page.contains("Møtet er endret etter at deltakerne sist fikk beskjed"));
        let list = format!("/meetings/{}/notices", meeting.id);
        assert!(kari.get(&list).await.ok().contains("kind=change"));
        send(&mut kari, meeting.id, "change").await;
        instance.tick();
        let told = made(&instance, "notice-change");
        assert!(told.iter().any(|mail| mail.address == MEMBER));
        assert!(told.iter().any(|mail| mail.address == OTHER));
        assert!(!kari.get("/desk").await.ok().contains("Send endringsvarsel"));
        let cancel = format!("/meetings/{}/cancel", meeting.id);
        let asked = fields(&kari.get(&cancel).await.ok(), &cancel);
        press(&mut kari, &cancel, &asked, "").await.goes_to();
        assert!(kari.get("/desk").await.ok().contains("Send avlysning"));
    }
}

/// One member has said that they come on the day that stands.
fn answered(instance: &Instance, meeting: &Meeting) {
    let written = instance.app.db.write_now(|conn| {
        let who: PersonId = person::table
            .filter(person::address.eq(MEMBER))
            .select(person::id)
            .first(conn)?;
        let new = Reply {
            meeting: meeting.id,
            person: who,
            answer: ReplyAnswer::InPerson,
            for_day: meeting.first_day(),
            at: moment(START),
            by: None,
            version: 1,
        };
        styringsrad::meetings::replies::store::put(conn, &new, None)
    });
    written.expect("the answer is written");
}

#[actix_web::test]
async fn nothing_is_sent_while_the_boards_mail_is_off_and_the_page_says_so() {
    for instance in instances(START) {
        let of = demo(&instance);
        let meeting = planned(&instance, of);
        let path = format!("/meetings/{}/notices/new", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let seen = fields(&kari.get(&path).await.ok(), &path);
        let off = instance.app.db.write_now(|conn| {
            let none = None::<styringsrad::db::types::Moment>;
            let row = diesel::update(board::table.find(of)).set(board::mail_on_from.eq(none));
            Ok(row.execute(conn)?)
        });
        off.expect("mail is off");
        assert!(
            kari.get(&path)
                .await
                .ok()
                .contains("E-post er ikke slått på")
        );
        press(&mut kari, &path, &seen, "send").await.is(422);
        assert_eq!(notices(&instance), 0);
        assert_eq!(one(&instance, meeting.id).state, MeetingState::Planned);
    }
}

#[actix_web::test]
async fn the_days_of_a_year_go_in_one_mail_to_each_with_an_entry_for_every_day() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2027/save-the-date");
        let mut kari = instance.signed_in(SECRETARY).await;
        let as_shown = fields(&kari.get(&path).await.ok(), &path);
        press(&mut kari, &path, &as_shown, "send").await.goes_to();
        instance.tick();
        let mails = made(&instance, "notice-save-the-date");
        let olav: Vec<&Made> = mails.iter().filter(|mail| mail.address == MEMBER).collect();
        assert_eq!(olav.len(), 1);
        let entries = |mail: &Made| {
            let is_entry = |part: &&Part| matches!(part, Part::Invitation(_));
            mail.parts.iter().filter(is_entry).count()
        };
        let read = instance
            .app
            .db
            .read_now(|conn| store::of_year(conn, board, 2027));
        let days: usize = read
            .unwrap()
            .iter()
            .map(|meeting| meeting.sessions.len())
            .sum();
        assert_eq!(entries(olav[0]), days);
        assert!(olav[0].subject.contains("2027") && !olav[0].has_link());
    }
}

#[actix_web::test]
async fn a_message_goes_to_those_who_have_not_answered_in_the_secretariats_words() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut olav = instance.signed_in(MEMBER).await;
        let own = format!("/meetings/{}/reply", meeting.id);
        olav.post(&own, &[("answer", "digitally"), ("version", "0")])
            .await
            .goes_to();
        let path = format!("/meetings/{}/messages/new", meeting.id);
        let page = kari.get(&format!("{path}?to=silent")).await.ok();
        let mut typed = fields(&page, &path);
        press(&mut kari, &path, &typed, "preview").await.is(422);
        put(&mut typed, "subject-nb", "Bord til lunsj");
        put(
            &mut typed,
            "paragraph-nb",
            "Si fra om du blir med.\r\n\r\nHilsen oss",
        );
        let page = press(&mut kari, &path, &typed, "preview").await.ok();
        assert!(page.contains("Bord til lunsj") && page.contains("Hilsen oss"));
        press(&mut kari, &path, &fields(&page, &path), "send")
            .await
            .goes_to();
        instance.tick();
        let mails = made(&instance, "notice-message");
        assert!(mails.len() > 5);
        assert!(
            mails
                .iter()
                .all(|mail| mail.address != MEMBER && mail.has_link())
        );
        assert!(mails.iter().all(|mail| mail.subject == "Bord til lunsj"));
        let board_path = format!("/boards/{board}/messages/new");
        let mut typed = fields(&kari.get(&board_path).await.ok(), &board_path);
        put(&mut typed, "subject-nn", "Ny adresse");
        put(&mut typed, "paragraph-nn", "Vi har flytta.");
        let page = press(&mut kari, &board_path, &typed, "preview").await.ok();
        let seen = fields(&page, &board_path);
        press(&mut kari, &board_path, &seen, "send").await.goes_to();
        instance.tick();
        let all = made(&instance, "notice-message");
        let about_board: Vec<&Made> = (all.iter())
            .filter(|mail| mail.subject == "Ny adresse")
            .collect();
        assert!(about_board.iter().any(|mail| mail.address == MEMBER));
        assert!(about_board.iter().all(|mail| !mail.has_link()));
    }
}

/// A mail's text with its quoted-printable (RFC 2045 § 6.7) soft breaks and its calendar's folds (RFC 5545 § 3.1) undone:
/// enough to find its addresses.
pub fn unfolded(raw: &str) -> String {
    let whole = raw.replace("=\r\n", "").replace("=3D", "=");
    whole.replace("\r\n ", "")
}

pub fn addresses(text: &str) -> Vec<String> {
    let ends = |letter: char| letter.is_whitespace() || "\"<>\\".contains(letter);
    let mut found: Vec<String> = text
        .split("http://127.0.0.1:8080")
        .skip(1)
        .map(|rest| rest.split(ends).next().unwrap_or_default().to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

#[actix_web::test]
async fn f13_every_link_in_every_mail_opens_for_its_recipient_and_nobody_else() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let mut kari = instance.signed_in(SECRETARY).await;
        send(&mut kari, meeting.id, "save_the_date").await;
        send(&mut kari, meeting.id, "call").await;
        instance.tick();
        let ledger = made(&instance, "%");
        let raws = instance.take_mails();
        assert_eq!(raws.len(), ledger.len());
        let mut outsider = instance.signed_in("mette.lunder@fredrikstad.example").await;
        let mut opened = 0;
        for raw in raws {
            let mail = ledger
                .iter()
                .find(|mail| raw.contains(&mail.id.to_string()))
                .expect("the mail is in the ledger");
            // Nobody signs in as an organisation's mailbox.
            if mail.address.starts_with("postmottak@") {
                continue;
            }
            let mut own = instance.signed_in(&mail.address).await;
            for path in addresses(&unfolded(&raw)) {
                if path.starts_with("/reply/") {
                    let page = instance.browser().get(&path).await.ok();
                    assert!(page.contains(&mail.name), "{path}");
                } else {
                    let status = own.get(&path).await.status.as_u16();
                    assert_eq!(status, 200, "{path} for {}", mail.address);
                    outsider.get(&path).await.is(404);
                    let visitor = instance.browser().get(&path).await;
                    assert!(visitor.goes_to().starts_with("/sign-in"));
                }
                opened += 1;
            }
        }
        assert!(opened > ledger.len());
    }
}

#[actix_web::test]
async fn f11_what_a_late_meeting_would_have_sent_is_listed_unticked_and_sent_only_when_ticked() {
    for instance in instances(START) {
        let board = demo(&instance);
        let mut late = planned(&instance, board);
        late.id = MeetingId::new();
        late.sessions[0].day = day("2026-12-02");
        let created = instance.app.db.write_now(|conn| {
            let by = styringsrad::audit::Actor::System;
            plan::create(conn, board, std::slice::from_ref(&late), by, instance.now())
        });
        assert_eq!(created.expect("the meeting is planned"), 1);
        let about = Stage::Dispatch.kind();
        let path = format!("/meetings/{}/notices", late.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Skulle allerede ha gått"), "{page}");
        let (_, rest) = page
            .split_once(&format!("value=\"{about}/"))
            .expect("the reminder of the papers is listed");
        let (slot, rest) = rest.split_once('"').expect("a value ends");
        assert!(
            !rest
                .split('>')
                .next()
                .unwrap_or_default()
                .contains("checked")
        );
        let of_late = |instance: &Instance| {
            let mails = made(instance, about);
            mails
                .iter()
                .filter(|mail| mail.text().contains(late.id.as_str()))
                .count()
        };
        kari.post(&path, &[]).await.is(422);
        instance.tick();
        assert_eq!(of_late(&instance), 0);
        let chosen = format!("{about}/{slot}");
        for _double_click in 0..2 {
            kari.post(&path, &[("late", &chosen)]).await;
        }
        instance.tick();
        let sent = of_late(&instance);
        assert!(sent > 0);
        assert!(
            !kari
                .get(&path)
                .await
                .ok()
                .contains(&format!("value=\"{chosen}\""))
        );
        kari.post(&path, &[("late", &chosen)]).await.is(422);
        instance.tick();
        assert_eq!(of_late(&instance), sent, "once");
    }
}

#[actix_web::test]
async fn a_preview_made_by_one_process_is_sent_by_another() {
    for mut instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let path = format!("/meetings/{}/notices/new", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let as_shown = fields(&kari.get(&path).await.ok(), &path);
        let cookies = kari.cookies.clone();
        let clock = styringsrad::clock::Clock::standing_at(instance.now());
        instance.app = instance.ground.open(clock);
        let mut kari = instance.browser();
        kari.cookies = cookies;
        press(&mut kari, &path, &as_shown, "send").await.goes_to();
        instance.tick();
        assert!(made(&instance, "notice-call").len() > 10);
        let state = instance.app.db.read_now(|conn| {
            let of = occasion::table
                .filter(occasion::kind.eq("notice-call"))
                .filter(occasion::created_at.ge(moment(START)));
            let states: Vec<OccasionState> = of.select(occasion::state).load(conn)?;
            Ok(states)
        });
        assert_eq!(state.unwrap(), [OccasionState::Told]);
    }
}
