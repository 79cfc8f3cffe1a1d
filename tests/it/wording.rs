//! A board's mail in its own words: written on the pages, seen before it goes, and in the mail itself.

use crate::hostile::page::forms;
use crate::notices::{START, demo, fields, made, planned, press, put, send};
use crate::support::{Browser, Instance, instances, moment};
use diesel::prelude::*;
use std::collections::BTreeSet;
use styringsrad::app::tables;
use styringsrad::db::ids::BoardId;
use styringsrad::db::schema::{audit_entry, board, mail_wording};
use styringsrad::desk::rehearsal::{Rehearsed, Wish, rehearse};
use styringsrad::i18n::Language;
use styringsrad::mail::letter::{Links, plain, rich};
use styringsrad::mail::wording::{Asked, Passage, Shown, Wordings, name, store};
use styringsrad::mail::{Class, Desk, Letter, Part};
use styringsrad::meetings::notices::NoticeKind;

const SECRETARY: &str = crate::notices::SECRETARY;

/// A call that asks, in bokmål.
fn path_of_call(board: BoardId) -> String {
    format!("/boards/{board}/wording/notice-call/asked/nb")
}

fn braced(language: Language, code: &str) -> String {
    format!("{{{}}}", name(language, code))
}

async fn write(
    kari: &mut Browser<'_>,
    path: &str,
    subject: &str,
    opening: &str,
    act: &str,
) -> crate::support::Answer {
    let mut typed = fields(&kari.get(path).await.ok(), path);
    put(&mut typed, "subject", subject);
    put(&mut typed, "opening", opening);
    press(kari, path, &typed, act).await
}

#[test]
fn every_kind_of_board_mail_can_be_written_in_own_words() {
    let tables = tables();
    let written: BTreeSet<&str> = tables.passages().map(|passage| passage.kind).collect();
    // What is of no board.
    let personal = [
        "sign-in",
        "join",
        "invited",
        "address-changed",
        "digest",
        "product-digest",
    ];
    let kinds: BTreeSet<&str> = (tables.kinds.iter())
        .map(|kind| kind.code)
        .filter(|code| !personal.contains(code))
        // Of a message all words are the secretariat's already.
        .filter(|code| *code != NoticeKind::Message.occasion())
        .collect();
    assert_eq!(written, kinds);
    let mut seen = BTreeSet::new();
    for passage in tables.passages() {
        let place = (passage.kind, passage.variant);
        assert!(seen.insert(place), "{place:?} stands twice");
    }
}

#[test]
fn our_own_words_are_right_by_the_rules_for_boards() {
    for passage in tables().passages() {
        for language in Language::OWN {
            let place = (passage.kind, passage.variant, language);
            let usual = passage.usual_template(language);
            let read = passage.read(language, &usual.subject, &usual.text());
            let adapted = read.unwrap_or_else(|why| panic!("{place:?}: {usual:?} {why:?}"));
            assert_eq!(adapted.shown(language), usual, "{place:?}");
            let codes: BTreeSet<String> = (passage.names.iter())
                .map(|code| name(language, code))
                .collect();
            assert_eq!(codes.len(), passage.names.len(), "{place:?}: two are alike");
        }
    }
}

#[test]
fn no_placeholder_names_a_person_or_a_meeting() {
    let all: BTreeSet<&str> = (tables().passages())
        .flat_map(|passage| passage.names)
        .copied()
        .collect();
    let known = [
        "before",
        "board",
        "body",
        "council",
        "date",
        "deadline",
        "due",
        "mailbox",
        "meeting",
        "organisation",
        "planned",
        "rule",
        "version",
        "wanted",
        "when",
        "year",
    ];
    assert_eq!(all, BTreeSet::from(known));
}

/// Words with every placeholder of a passage, in subject and opening.
fn all_names(passage: &Passage, language: Language, wordings: &Wordings) -> Wordings {
    let names: Vec<String> = (passage.names.iter())
        .map(|code| braced(language, code))
        .collect();
    let subject = format!("Emne {}", names.join(" / "));
    let opening = format!("Hei <b>!\n\nAlt: {}", names.join(" / "));
    let adapted = passage.read(language, &subject, &opening);
    let adapted = adapted.expect("all placeholders are enough");
    wordings.clone().with(passage, language, &adapted)
}

fn shown(instance: &Instance, board: BoardId, asked: (&Passage, Language, &Wordings)) -> Shown {
    let (passage, language, wordings) = asked;
    let tables = tables();
    let of = |part: &&styringsrad::mail::wording::Worded| {
        let place = |it: &Passage| (it.kind, it.variant);
        part.passages.iter().any(|it| place(it) == place(passage))
    };
    let part = tables.worded.iter().find(of).expect("a slice has it");
    let desk = Desk {
        now: instance.now(),
        base_url: "https://x.example",
    };
    let read = instance.app.db.read_now(|conn| {
        let asked = Asked {
            board,
            passage,
            language,
            wordings,
            desk: &desk,
        };
        (part.preview)(conn, &asked)
    });
    read.expect("the letter is written")
}

fn boards(instance: &Instance) -> Vec<BoardId> {
    let read = |conn: &mut styringsrad::db::Conn| Ok(board::table.select(board::id).load(conn)?);
    instance.app.db.read_now(read).expect("the boards are read")
}

#[test]
fn f18_no_placeholder_is_left_in_any_kind_language_or_wording() {
    for instance in instances(START) {
        demo(&instance);
        let tables = tables();
        // The demo's boards have much, something, and nothing of what the mail is about.
        for board in boards(&instance) {
            for passage in tables.passages() {
                for language in Language::OWN {
                    let place = (passage.kind, passage.variant, language);
                    let ours = Wordings::default();
                    let theirs = all_names(passage, language, &ours);
                    let usual = shown(&instance, board, (passage, language, &ours)).letter;
                    let own = shown(&instance, board, (passage, language, &theirs)).letter;
                    for letter in [&usual, &own] {
                        let text = plain(letter, Links::Hidden(language)) + &letter.subject;
                        for raw in ['{', '}', '$'] {
                            assert!(!text.contains(raw), "{place:?}: {text}");
                        }
                        assert!(!text.contains("wording-"), "{place:?}: {text}");
                        assert!(!text.contains("-mail-"), "{place:?}: {text}");
                    }
                    assert!(own.subject.starts_with("Emne "), "{place:?}");
                    assert!(!own.subject.contains("/  /"), "{place:?}: {}", own.subject);
                    let html = rich(&own, language, Links::Hidden(language));
                    assert!(html.contains("Hei &lt;b&gt;!"), "{place:?}");
                    // Facts, links, entries and foot are the same in both.
                    let rest = |letter: &Letter, from: usize| {
                        let parts = letter.parts[from..].iter().cloned();
                        // A made-up meeting has another id each time.
                        parts
                            .map(|part| match part {
                                Part::Invitation(_) => Part::Foot(String::new()),
                                Part::Action { label, .. } => Part::Foot(label),
                                other => other,
                            })
                            .collect::<Vec<_>>()
                    };
                    let theirs = rest(&own, 2);
                    assert_eq!(theirs, rest(&usual, passage.opening.len()), "{place:?}");
                }
            }
        }
    }
}

#[actix_web::test]
async fn own_words_stand_in_the_preview_in_the_notice_and_in_the_mail() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let path = path_of_call(board);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Rådet bruker standard ordlyd"));
        assert!(page.contains("Eksempelet er laget av det rådet har planlagt"));
        assert!(page.contains("[personlig lenke]"), "{page}");
        let subject = "Velkommen til {råd} {møtedag}, svar innen {fristdag}";
        let opening = "God dag!\r\n\r\nVi vil gjerne <b>se</b> deg {møtedag}.";
        let seen = write(&mut kari, &path, subject, opening, "preview")
            .await
            .ok();
        assert!(seen.contains("Velkommen til Styringsrådet"), "{seen}");
        assert!(seen.contains("&lt;b&gt;se&lt;/b&gt;"));
        let kept = store_of(&instance, board);
        assert!(kept.is_empty(), "a preview keeps nothing: {kept:?}");
        let to = write(&mut kari, &path, subject, opening, "save").await;
        assert!(to.goes_to().contains("said-wording-saved"));
        let list = kari.get(&format!("/boards/{board}/wording")).await.ok();
        assert_eq!(list.matches("Egen ordlyd").count(), 1);
        // What is looked over before it goes, and what goes.
        let notice = format!("/meetings/{}/notices/new?kind=call", meeting.id);
        let page = kari.get(&notice).await.ok();
        assert!(page.contains("Velkommen til Styringsrådet"), "{page}");
        send(&mut kari, meeting.id, "call").await;
        instance.tick();
        let mails = made(&instance, "notice-call");
        let own: Vec<_> = (mails.iter())
            .filter(|mail| mail.subject.starts_with("Velkommen til Styringsrådet "))
            .collect();
        assert!(!own.is_empty());
        for mail in &own {
            assert!(!mail.subject.contains('{'), "{}", mail.subject);
            assert!(mail.text().contains("Vi vil gjerne <b>se</b> deg"));
            assert!(mail.has_link());
        }
        let nynorsk = |subject: &str| subject.starts_with("Svar på innkallinga");
        assert!(mails.iter().any(|mail| nynorsk(&mail.subject)));
        let raws = instance.take_mails();
        assert!(raws.iter().any(|raw| raw.contains("Velkommen")));
    }
}

/// Subject and version of what a board has written.
fn store_of(instance: &Instance, board: BoardId) -> Vec<(String, bool, i64)> {
    let read = instance.app.db.read_now(|conn| {
        Ok(mail_wording::table
            .filter(mail_wording::board_id.eq(board))
            .select((
                mail_wording::subject,
                mail_wording::in_use,
                mail_wording::version,
            ))
            .load(conn)?)
    });
    read.expect("the rows are read")
}

#[actix_web::test]
async fn back_to_ours_is_one_button_and_what_stood_is_kept_to_look_at() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path_of_call(board);
        let mut kari = instance.signed_in(SECRETARY).await;
        let subject = "Kom til {råd} {møtedag}";
        write(&mut kari, &path, subject, "Kom!", "save")
            .await
            .goes_to();
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Tilbake til standard"));
        let mut leave = forms(&page).into_iter().filter(|form| form.action == path);
        let leave = leave.next_back().expect("the form of the button");
        let leave: Vec<(String, String)> = (leave.fields.into_iter())
            .filter(|field| field.name != "act")
            .map(|field| (field.name, field.value))
            .collect();
        let to = press(&mut kari, &path, &leave, "leave").await.goes_to();
        assert!(to.contains("said-wording-left"));
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Rådet bruker standard ordlyd"));
        assert!(page.contains("Det rådet hadde før") && page.contains(subject));
        // Pressed again from the old page it is somebody else's change.
        press(&mut kari, &path, &leave, "leave").await.is(409);
        // It can be written again, and our own words saved are ours.
        write(&mut kari, &path, subject, "Kom!", "save")
            .await
            .goes_to();
        let usual = fields_of_ours();
        write(&mut kari, &path, &usual.0, &usual.1, "save")
            .await
            .goes_to();
        let kept = store_of(&instance, board);
        assert_eq!(
            kept,
            [("Kom til {board} {meeting}".to_owned(), false, 4)],
            "placeholders are kept by their codes"
        );
        let read = instance.app.db.read_now(|conn| {
            let of = audit_entry::table.filter(audit_entry::object_kind.eq("wording"));
            let all: Vec<String> = of
                .order(audit_entry::object_version.asc())
                .select(audit_entry::action)
                .load(conn)?;
            Ok(all)
        });
        let (changed, left) = ("wording-changed", "wording-left");
        assert_eq!(read.unwrap(), [changed, left, changed, left]);
    }
}

fn fields_of_ours() -> (String, String) {
    let tables = tables();
    let mut passages = tables.passages();
    let call = passages.find(|it| (it.kind, it.variant) == ("notice-call", "asked"));
    let usual = call.expect("a call").usual_template(Language::NB);
    (usual.subject.clone(), usual.text())
}

#[actix_web::test]
async fn mistakes_stand_at_their_field_with_what_may_be_used() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path_of_call(board);
        let mut kari = instance.signed_in(SECRETARY).await;
        for (subject, opening, said) in [
            ("Møte {møtedag}", "Kom!", "Emnet mangler {råd}"),
            ("{råd} {møtedag}", "Hei {navn}", "{navn} finnes ikke her"),
            ("{råd} {møtedag", "Kom!", "Skriv felt slik: {råd}"),
            ("{råd} {møtedag}}", "Kom!", "Skriv felt slik: {råd}"),
            ("", "Kom!", "subject-mistake"),
            ("{råd} {møtedag}", " ", "opening-mistake"),
            ("{råd} {møtedag}\u{202e}", "Kom!", "subject-mistake"),
            ("{råd} {møtedag}\r\nBcc: x@y.no", "Kom!", "subject-mistake"),
            ("{råd} {møtedag}", "Kom\u{202e}!", "opening-mistake"),
        ] {
            for act in ["preview", "save"] {
                let page = write(&mut kari, &path, subject, opening, act).await.is(422);
                assert!(page.contains(said), "{subject}: {page}");
                assert!(page.contains("Rett feilene for å se e-posten"));
                let typed = subject.lines().next().unwrap_or_default();
                assert!(page.contains(typed), "what was typed stands");
            }
        }
        let long = format!("{{råd}} {{møtedag}} {}", "æ".repeat(150));
        write(&mut kari, &path, &long, "Kom!", "save").await.is(422);
        let page = write(&mut kari, &path, "Møte", "Gjelder 17898190021.", "save").await;
        assert!(
            page.is(422).contains("Gjelder •••"),
            "no number goes out in mail"
        );
        assert!(store_of(&instance, board).is_empty());
        let to_nothing = [
            "notice-message/usual/nb",
            "notice-call/usual/nb",
            "notice-call/asked/de",
            "sign-in/usual/nb",
        ];
        for nothing in to_nothing {
            let path = format!("/boards/{board}/wording/{nothing}");
            kari.get(&path).await.is(404);
        }
    }
}

#[actix_web::test]
async fn who_saves_second_is_told_and_keeps_what_they_typed() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path_of_call(board);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut second = fields(&kari.get(&path).await.ok(), &path);
        let first = "Først {råd} {møtedag}";
        write(&mut kari, &path, first, "En", "save").await.goes_to();
        put(&mut second, "subject", "Så {råd} {møtedag}");
        let page = press(&mut kari, &path, &second, "save").await.is(409);
        assert!(page.contains("Noen lagret før deg") && page.contains(first));
        assert!(page.contains("Så {råd} {møtedag}"));
        let again = fields(&page, &path);
        press(&mut kari, &path, &again, "save").await.goes_to();
        assert_eq!(store_of(&instance, board)[0].2, 2);
    }
}

fn rehearsed(instance: &Instance, of: BoardId) -> Vec<Rehearsed> {
    let wish = Wish {
        boards: Some(vec![of]),
        from: instance.now(),
        until: moment("2027-06-01 00:00"),
        nobody_acts: false,
    };
    rehearse(&instance.app.office, &wish).expect("the rehearsal is played")
}

#[actix_web::test]
async fn a_rehearsal_says_the_words_of_that_board_alone() {
    for instance in instances(START) {
        let board = demo(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        for tag in ["nb", "nn", "en"] {
            let language = Language::from_tag(tag).unwrap();
            let path = format!("/boards/{board}/wording/deadline-dispatch/act/{tag}");
            let name = |code| braced(language, code);
            let subject = format!("Papirtid {} {}", name("board"), name("due"));
            write(&mut kari, &path, &subject, "Send!", "save")
                .await
                .goes_to();
        }
        let has = |told: &[Rehearsed]| {
            let own = |told: &&Rehearsed| told.subject.starts_with("Papirtid ");
            told.iter().filter(own).count()
        };
        assert!(has(&rehearsed(&instance, board)) > 0);
        for other in boards(&instance) {
            if other != board {
                assert_eq!(has(&rehearsed(&instance, other)), 0);
                let wordings = (instance.app.db)
                    .read_now(|conn| store::of_board(conn, other))
                    .unwrap();
                let is_usual = |passage: &Passage| {
                    let standing = wordings.standing(passage, Language::NB);
                    standing == styringsrad::mail::wording::Standing::Usual
                };
                assert!(tables().passages().all(is_usual));
            }
        }
    }
}

#[actix_web::test]
async fn f05_words_that_became_wrong_stop_no_mail_and_are_pointed_out() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = planned(&instance, board);
        let path = path_of_call(board);
        let mut kari = instance.signed_in(SECRETARY).await;
        let subject = "Kom til {råd} {møtedag}";
        write(&mut kari, &path, subject, "Kom {fristdag}!", "save")
            .await
            .goes_to();
        let written = instance.app.db.write_now(|conn| {
            let wrong = mail_wording::opening.eq("Kom {gone}!");
            Ok(diesel::update(mail_wording::table)
                .set(wrong)
                .execute(conn)?)
        });
        assert_eq!(written.unwrap(), 1);
        let list = kari.get(&format!("/boards/{board}/wording")).await.ok();
        assert!(list.contains("Må rettes") && list.contains("kan ikke brukes lenger"));
        let page = kari.get(&path).await.ok();
        assert!(page.contains("{gone} finnes ikke her"), "{page}");
        assert!(page.contains(subject) && page.contains("Tilbake til standard"));
        send(&mut kari, meeting.id, "call").await;
        let (pass, _) = instance.tick();
        assert_eq!(pass.alarms, 0);
        let mails = made(&instance, "notice-call");
        let ours = |subject: &str| subject.starts_with("Svar på innkallingen til møtet");
        assert!(mails.iter().any(|mail| ours(&mail.subject)));
        assert!(
            mails
                .iter()
                .all(|mail| !mail.text().contains('{') || !mail.text().contains("gone"))
        );
    }
}

#[test]
fn every_class_of_board_mail_has_its_place_on_the_page() {
    let tables = tables();
    for class in [Class::ByItself, Class::OnYourClick, Class::AtOnce] {
        let of = |passage: &&Passage| {
            let kind = tables.kind(passage.kind).expect("a kind of mail");
            kind.class == class
        };
        assert!(tables.passages().filter(of).count() > 0, "{class:?}");
    }
}
