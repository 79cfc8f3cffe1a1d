//! The desk, the ledger's pages, a member's page, the rehearsal and the signs of life, through the real routes.

use crate::support::{Instance, day, instances, moment, sqlite};
use chrono::{Duration, NaiveTime};
use diesel::prelude::*;
use std::sync::Arc;
use styringsrad::db::Conn;
use styringsrad::db::copy;
use styringsrad::db::ids::{
    AppointmentId, BoardId, MeetingId, MessageId, OccasionId, PersonId, RowId, SeatId,
};
use styringsrad::db::schema::{
    appointment, audit_entry, board, closure, council_report, meeting, meeting_deadline,
    meeting_session, message, occasion, person, representation, seat,
};
use styringsrad::db::types::{Moment, Words};
use styringsrad::desk::rehearsal::{self, Wish, wish_for_all};
use styringsrad::error::Result;
use styringsrad::mail::{
    Answer, Class, Desk, Kind, Letter, Mail, MessageState, Occasion, OccasionState, Part,
    Recipient, Tables,
};
use styringsrad::meetings::replies::{Answer as ReplyAnswer, Reply};
use styringsrad::web::access::Role;

/// Two boards with a secretary each; one meeting, one deadline and one reminder on each.
struct Boards {
    a: BoardId,
    b: BoardId,
    member: PersonId,
    meeting: MeetingId,
    occasion: OccasionId,
    occasion_of_b: OccasionId,
}

fn person(conn: &mut Conn, name: &str, address: &str, now: Moment) -> Result<PersonId> {
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(name),
            person::address.eq(Some(address)),
            person::language.eq("nb"),
            person::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(id)
}

fn a_board(conn: &mut Conn, slug: &str, mail_on_from: Option<Moment>) -> Result<BoardId> {
    let id = BoardId::new();
    diesel::insert_into(board::table)
        .values((
            board::id.eq(id),
            board::slug.eq(slug),
            board::kind.eq("board"),
            board::name.eq(Words::new([("nb", slug)])),
            board::zone.eq("Europe/Oslo"),
            board::holiday_set.eq("no"),
            board::languages.eq("nb"),
            board::liked_weekdays.eq("3"),
            board::liked_start.eq("09:00:00".parse::<NaiveTime>().expect("a time")),
            board::liked_end.eq("15:00:00".parse::<NaiveTime>().expect("a time")),
            board::mailbox.eq("post@example.no"),
            board::chair_counts.eq(true),
            board::mail_on_from.eq(mail_on_from),
        ))
        .execute(conn)?;
    Ok(id)
}

fn sits(conn: &mut Conn, on: BoardId, role: Role, who: Option<PersonId>) -> Result<()> {
    let id = AppointmentId::new();
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(id),
            appointment::board_id.eq(on),
            appointment::role.eq(role),
            appointment::valid_from.eq(day("2026-01-01")),
            appointment::valid_until.eq(Some(day("2029-01-01"))),
            appointment::decision.eq(""),
        ))
        .execute(conn)?;
    if let Some(who) = who {
        diesel::insert_into(representation::table)
            .values((
                representation::id.eq(RowId::new()),
                representation::appointment_id.eq(id),
                representation::person_id.eq(who),
                representation::valid_from.eq(day("2026-01-01")),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn a_meeting(conn: &mut Conn, of: BoardId, title: &str, now: Moment) -> Result<MeetingId> {
    let id = MeetingId::new();
    diesel::insert_into(meeting::table)
        .values((
            meeting::id.eq(id),
            meeting::board_id.eq(of),
            meeting::kind.eq("ordinary"),
            meeting::title.eq(Words::new([("nb", title)])),
            meeting::place.eq("Grev Wedels plass 9"),
            meeting::video_link.eq(""),
            meeting::archive_reference.eq(""),
            meeting::state.eq("planned"),
            meeting::first_day.eq(day("2026-12-03")),
            meeting::last_day.eq(day("2026-12-03")),
            meeting::created_at.eq(now),
        ))
        .execute(conn)?;
    diesel::insert_into(meeting_session::table)
        .values((
            meeting_session::meeting_id.eq(id),
            meeting_session::position.eq(0),
            meeting_session::day.eq(day("2026-12-03")),
            meeting_session::starts.eq(None::<NaiveTime>),
        ))
        .execute(conn)?;
    diesel::insert_into(meeting_deadline::table)
        .values((
            meeting_deadline::meeting_id.eq(id),
            meeting_deadline::board_id.eq(of),
            meeting_deadline::stage.eq("dispatch"),
            meeting_deadline::due_on.eq(day("2026-11-25")),
            meeting_deadline::due_at.eq(moment("2026-11-25 14:00")),
        ))
        .execute(conn)?;
    Ok(id)
}

fn reminder(
    conn: &mut Conn,
    of: BoardId,
    about: MeetingId,
    slot: &str,
    due: &str,
) -> Result<OccasionId> {
    let id = OccasionId::new();
    diesel::insert_into(occasion::table)
        .values((
            occasion::id.eq(id),
            occasion::kind.eq("test-reminder"),
            occasion::board_id.eq(Some(of)),
            occasion::object_kind.eq("meeting"),
            occasion::object_id.eq(about.as_str()),
            occasion::slot.eq(slot),
            occasion::occurrence.eq(0),
            occasion::about_day.eq(Some(day("2026-12-03"))),
            occasion::deadline.eq(Some(moment("2026-11-25 14:00"))),
            occasion::due.eq(moment(due)),
            occasion::expires.eq(moment("2026-12-03 08:00")),
            occasion::state.eq(OccasionState::Planned),
            occasion::created_at.eq(moment("2026-11-01 08:00")),
        ))
        .execute(conn)?;
    Ok(id)
}

/// A reminder to the secretariat until the papers are sent.
fn answer(conn: &mut Conn, due: &Occasion, _desk: &Desk<'_>) -> Result<Answer> {
    let open: i64 = meeting_deadline::table
        .filter(meeting_deadline::meeting_id.eq(&due.object_id))
        .filter(meeting_deadline::done_at.is_null())
        .count()
        .get_result(conn)?;
    if open == 0 {
        return Ok(Answer::Fulfilled);
    }
    let on = day("2026-11-22");
    let board = due.board_id.expect("the reminder is a board's");
    let mails: Vec<Mail> =
        styringsrad::boards::store::recipients(conn, board, Role::Secretariat, on)?
            .into_iter()
            .map(letter)
            .collect();
    Ok(if mails.is_empty() {
        Answer::Nobody
    } else {
        Answer::Tell(mails)
    })
}

fn letter(to: Recipient) -> Mail {
    let link = Part::PersonalLink {
        label: "Svar".to_owned(),
        url: "https://styringsrad.example/svar/".to_owned(),
        purpose: "reply".to_owned(),
    };
    Mail {
        to,
        letter: Letter {
            subject: "Send ut sakspapirene innen 25. november".to_owned(),
            parts: vec![Part::Paragraph("Papirene skal ut.".to_owned()), link],
        },
        reply_to: String::new(),
    }
}

fn tables() -> Tables {
    let kind = Kind {
        code: "test-reminder",
        class: Class::ByItself,
        answer,
        after: None,
    };
    Tables {
        kinds: vec![kind],
        ..Tables::default()
    }
}

fn set_up(instance: &mut Instance) -> Boards {
    instance.app.office.tables = Arc::new(tables());
    let now = instance.now();
    let on = Some(moment("2026-01-01 00:00") + Duration::milliseconds(120));
    let fill = |conn: &mut Conn| {
        let (a, b) = (a_board(conn, "alfa", on)?, a_board(conn, "beta", on)?);
        let asta = person(conn, "Asta", "asta@example.no", now)?;
        let bodil = person(conn, "Bodil", "bodil@example.no", now)?;
        let member = person(conn, "Mads", "mads@example.no", now)?;
        sits(conn, a, Role::Secretariat, Some(asta))?;
        sits(conn, b, Role::Secretariat, Some(bodil))?;
        sits(conn, a, Role::Member, Some(member))?;
        sits(conn, a, Role::Member, None)?;
        let meeting = a_meeting(conn, a, "Alfamøtet", now)?;
        let meeting_of_b = a_meeting(conn, b, "Betamøtet", now)?;
        Ok(Boards {
            a,
            b,
            member,
            meeting,
            occasion: reminder(
                conn,
                a,
                meeting,
                "before-2-days-secretariat",
                "2026-11-23 08:00",
            )?,
            occasion_of_b: reminder(
                conn,
                b,
                meeting_of_b,
                "before-2-days-secretariat",
                "2026-11-23 08:00",
            )?,
        })
    };
    instance
        .app
        .db
        .write_now(fill)
        .expect("the boards are made")
}

/// The one message to this address.
fn message_to(instance: &Instance, address: &str) -> MessageId {
    let find = |conn: &mut Conn| {
        Ok(message::table
            .filter(message::address.eq(address))
            .select(message::id)
            .first(conn)?)
    };
    instance
        .app
        .db
        .read_now(find)
        .expect("the message is there")
}

fn kill(instance: &Instance, id: MessageId) {
    let dead = |conn: &mut Conn| {
        Ok(diesel::update(message::table.find(id))
            .set((
                message::state.eq(MessageState::Dead),
                message::attempts.eq(50),
                message::last_answer.eq("550 no such user"),
                message::expires.eq(moment("2026-11-20 08:00")),
            ))
            .execute(conn)?)
    };
    instance.app.db.write_now(dead).expect("the message dies");
}

#[actix_web::test]
async fn the_desk_shows_what_needs_the_secretariat_and_nothing_of_other_boards() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get("/desk").await.ok();
        assert!(page.contains("Alfamøtet") && page.contains("Sende ut sakspapirer"));
        assert!(page.contains("Frist de neste sju dagene"));
        let button = format!("/meetings/{}/stages/dispatch", boards.meeting);
        assert!(page.contains(&button), "the row has its button");
        let said = page.matches("Sende ut sakspapirer").count();
        assert_eq!(said, 1, "what stands above is not said again below");
        assert!(page.contains("Møter uten klokkeslett"));
        assert!(page.contains("Oppnevninger uten person"));
        assert!(!page.contains("Betamøtet") && !page.contains("beta"));
        assert!(page.contains(&format!("/meetings/{}", boards.meeting)));
        let mut bodil = instance.signed_in("bodil@example.no").await;
        let page = bodil.get("/desk").await.ok();
        assert!(page.contains("Betamøtet") && !page.contains("Alfamøtet"));
    }
}

#[actix_web::test]
async fn what_is_overdue_is_told_apart_and_what_is_done_leaves_the_desk() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        instance.move_to("2026-11-26 08:00");
        let mut asta = instance.signed_in("asta@example.no").await;
        assert!(asta.get("/desk").await.ok().contains("Over fristen"));
        let done = instance.now();
        instance
            .app
            .db
            .write_now(|conn| {
                let of =
                    meeting_deadline::table.filter(meeting_deadline::meeting_id.eq(boards.meeting));
                Ok(diesel::update(of)
                    .set(meeting_deadline::done_at.eq(Some(done)))
                    .execute(conn)?)
            })
            .unwrap();
        assert!(!asta.get("/desk").await.ok().contains("Over fristen"));
    }
}

#[actix_web::test]
async fn every_button_that_waits_and_every_late_report_and_name_stands_on_the_desk() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let add = |conn: &mut Conn| {
            for (stage, on) in [("delivery", "2026-11-18"), ("meeting", "2026-11-20")] {
                diesel::insert_into(meeting_deadline::table)
                    .values((
                        meeting_deadline::meeting_id.eq(boards.meeting),
                        meeting_deadline::board_id.eq(boards.a),
                        meeting_deadline::stage.eq(stage),
                        meeting_deadline::due_on.eq(day(on)),
                        meeting_deadline::due_at.eq(moment(&format!("{on} 14:00"))),
                    ))
                    .execute(conn)?;
            }
            // The day of the meeting has come, so it can be said that it was held.
            diesel::update(meeting::table.find(boards.meeting))
                .set(meeting::first_day.eq(day("2026-11-20")))
                .execute(conn)?;
            diesel::insert_into(council_report::table)
                .values((
                    council_report::id.eq(RowId::new()),
                    council_report::board_id.eq(boards.a),
                    council_report::title.eq("Halvårsrapport"),
                    council_report::due_on.eq(day("2026-11-20")),
                ))
                .execute(conn)?;
            Ok(())
        };
        instance.app.db.write_now(add).unwrap();
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get("/desk").await.ok();
        assert!(page.contains("Merk møtet som holdt") && page.contains("Få inn sakspapirer"));
        let (before, _) = page.split_once("Halvårsrapport").unwrap();
        assert!(before.trim_end().ends_with("Over fristen</span>"));
    }
}

/// An appointment on a seat between two days.
fn on_seat(
    conn: &mut Conn,
    on: BoardId,
    seat_of: SeatId,
    from: &str,
    to: &str,
) -> Result<AppointmentId> {
    let id = AppointmentId::new();
    diesel::insert_into(appointment::table)
        .values((
            appointment::id.eq(id),
            appointment::board_id.eq(on),
            appointment::seat_id.eq(Some(seat_of)),
            appointment::role.eq(Role::Member),
            appointment::valid_from.eq(day(from)),
            appointment::valid_until.eq(Some(day(to))),
            appointment::decision.eq(""),
        ))
        .execute(conn)?;
    Ok(id)
}

fn a_seat(conn: &mut Conn, of: BoardId) -> Result<SeatId> {
    let id = SeatId::new();
    diesel::insert_into(seat::table)
        .values((
            seat::id.eq(id),
            seat::board_id.eq(of),
            seat::kind.eq("rotating"),
            seat::position.eq(1),
            seat::valid_from.eq(day("2020-01-01")),
        ))
        .execute(conn)?;
    Ok(id)
}

#[actix_web::test]
async fn a_term_that_ends_with_nobody_after_it_stands_on_the_desk() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let term = |of: BoardId, periods: &[(&str, &str)]| {
            let fill = |conn: &mut Conn| {
                let seat = a_seat(conn, of)?;
                let made = periods
                    .iter()
                    .map(|(from, to)| on_seat(conn, of, seat, from, to));
                made.collect::<Result<Vec<_>>>()
            };
            instance.app.db.write_now(fill).unwrap()
        };
        let soon = term(boards.a, &[("2024-01-01", "2027-01-01")]);
        let vacant = term(boards.a, &[("2023-10-01", "2026-10-01")]);
        let quiet = [
            term(
                boards.a,
                &[("2024-01-01", "2027-01-01"), ("2027-01-01", "2030-01-01")],
            ),
            term(
                boards.a,
                &[("2023-10-01", "2026-10-01"), ("2026-11-01", "2029-11-01")],
            ),
            term(boards.a, &[("2024-01-01", "2027-06-01")]),
            term(boards.a, &[("2020-01-01", "2023-01-01")]),
            term(boards.b, &[("2024-01-01", "2027-01-01")]),
        ];
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get("/desk").await.ok();
        let (_, rest) = page.split_once("Oppnevninger som går ut").unwrap();
        let (list, _) = rest.split_once("</ul>").unwrap();
        assert!(list.contains(soon[0].as_str()) && list.contains("går ut 31. desember 2026"));
        assert!(list.contains(vacant[0].as_str()));
        assert!(list.contains("gikk ut 30. september 2026, og plassen er ledig"));
        for id in quiet.iter().flatten() {
            assert!(!list.contains(id.as_str()), "{id} in {list}");
        }
    }
}

#[actix_web::test]
async fn a_member_sees_no_desk_no_ledger_and_no_rehearsal_but_their_own_page() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        instance.move_to("2026-11-23 08:00");
        instance.tick();
        let message = message_to(&instance, "asta@example.no");
        let mut mads = instance.signed_in("mads@example.no").await;
        for path in [
            "/desk".to_owned(),
            "/ledger".to_owned(),
            "/rehearsal".to_owned(),
            format!("/ledger/occasions/{}", boards.occasion),
            format!("/ledger/messages/{message}"),
            format!("/ledger/people/{}", boards.member),
        ] {
            mads.get(&path).await.is(404);
        }
        mads.post(&format!("/ledger/messages/{message}/resend"), &[])
            .await
            .is(404);
        let page = mads.get("/me").await.ok();
        assert!(page.contains("Alfamøtet") && page.contains("31. desember 2028"));
        assert!(page.contains("deadline-line") && page.contains("Grev Wedels plass 9"));
        assert!(!page.contains("Betamøtet"));
    }
}

#[actix_web::test]
async fn another_boards_secretary_learns_nothing_of_this_boards_mail() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        instance.move_to("2026-11-23 08:00");
        instance.tick();
        let message = message_to(&instance, "asta@example.no");
        kill(&instance, message);
        let mut bodil = instance.signed_in("bodil@example.no").await;
        for path in [
            format!("/ledger/occasions/{}", boards.occasion),
            format!("/ledger/messages/{message}"),
            format!("/ledger?board={}", boards.a),
            "/ledger?board=none".to_owned(),
            "/ledger?show=nothing".to_owned(),
        ] {
            bodil.get(&path).await.is(404);
        }
        bodil
            .post(&format!("/ledger/messages/{message}/resend"), &[])
            .await
            .is(404);
        for show in ["coming", "waiting", "handed-over", "dead", "alarms"] {
            let page = bodil.get(&format!("/ledger?show={show}")).await.ok();
            assert!(!page.contains("asta@example.no"), "{show}");
        }
        let page = bodil.get("/ledger?show=handed-over").await.ok();
        assert!(page.contains("bodil@example.no"));
        bodil
            .get(&format!("/ledger/occasions/{}", boards.occasion_of_b))
            .await
            .ok();
        assert!(
            bodil
                .get(&format!("/ledger?board={}", boards.b))
                .await
                .status
                == 200
        );
    }
}

#[actix_web::test]
async fn a_dead_letter_sent_again_arrives_once_with_the_same_message_id() {
    for mut instance in instances("2026-11-22 08:00") {
        set_up(&mut instance);
        instance.move_to("2026-11-23 08:00");
        instance.app.office.pass().unwrap();
        let id = message_to(&instance, "asta@example.no");
        kill(&instance, id);
        instance.tick();
        assert_eq!(
            instance.take_mails().len(),
            1,
            "only the other board's mail went"
        );
        let mut asta = instance.signed_in("asta@example.no").await;
        let desk = asta.get("/desk").await.ok();
        assert!(desk.contains("Én e-post kom ikke fram") && desk.contains("/ledger?show=dead"));
        let list = asta.get("/ledger?show=dead").await.ok();
        assert!(list.contains("550 no such user") && list.contains("Send på nytt"));
        let resend = format!("/ledger/messages/{id}/resend");
        let page = asta.post(&resend, &[]).await.goes_to();
        assert!(page.ends_with("said=said-message-resent"));
        asta.post(&resend, &[]).await.is(409);
        instance.tick();
        instance.move_by(Duration::minutes(30));
        instance.tick();
        let mails = instance.take_mails();
        assert_eq!(mails.len(), 1);
        assert!(mails[0].contains(&format!("Message-ID: <{id}@")));
        let entries: i64 = instance
            .app
            .db
            .read_now(|conn| {
                Ok(audit_entry::table
                    .filter(audit_entry::object_id.eq(id.as_str()))
                    .filter(audit_entry::action.eq("message-resent"))
                    .count()
                    .get_result(conn)?)
            })
            .unwrap();
        assert_eq!(entries, 1);
    }
}

#[actix_web::test]
async fn f14_an_occasion_with_nobody_is_an_alarm_and_is_told_once_somebody_is_there() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let without_address = |conn: &mut Conn, address: Option<&str>| {
            let asta = person::table.filter(person::name.eq("Asta"));
            Ok(diesel::update(asta)
                .set(person::address.eq(address))
                .execute(conn)?)
        };
        let mut asta = instance.signed_in("asta@example.no").await;
        instance
            .app
            .db
            .write_now(|conn| without_address(conn, None))
            .unwrap();
        instance.move_to("2026-11-22 08:20");
        asta.get("/desk").await.ok();
        let soon = |conn: &mut Conn| {
            Ok(diesel::update(occasion::table.find(boards.occasion))
                .set(occasion::due.eq(moment("2026-11-22 08:20")))
                .execute(conn)?)
        };
        instance.app.db.write_now(soon).unwrap();
        instance.tick();
        let desk = asta.get("/desk").await.ok();
        assert!(desk.contains("hadde ingen mottaker") && desk.contains("/ledger?show=alarms"));
        let again = format!("/ledger/occasions/{}/again", boards.occasion);
        assert!(asta.get("/ledger?show=alarms").await.ok().contains(&again));
        let address = Some("asta@example.no");
        instance
            .app
            .db
            .write_now(|conn| without_address(conn, address))
            .unwrap();
        asta.post(&again, &[]).await.goes_to();
        instance.tick();
        assert_eq!(instance.take_mails().len(), 1);
        asta.post(&again, &[]).await.is(409);
        assert!(
            !asta
                .get("/desk")
                .await
                .ok()
                .contains("hadde ingen mottaker")
        );
    }
}

#[actix_web::test]
async fn the_ledger_shows_a_letter_without_its_personal_link() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        instance.move_to("2026-11-23 08:00");
        instance.tick();
        let id = message_to(&instance, "asta@example.no");
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get(&format!("/ledger/messages/{id}")).await.ok();
        assert!(page.contains("[personlig lenke]") && page.contains("Papirene skal ut."));
        assert!(!page.contains("https://styringsrad.example/svar/"));
        assert!(page.contains("kept in memory"), "the server's answer");
        let page = asta
            .get(&format!("/ledger/occasions/{}", boards.occasion))
            .await
            .ok();
        assert!(page.contains(&format!("/ledger/messages/{id}")));
        assert!(page.contains(&format!(
            "test-reminder/{}/before-2-days-secretariat/0",
            boards.meeting
        )));
        let page = asta
            .get(&format!("/ledger/people/{}", boards.member))
            .await
            .ok();
        assert!(page.contains("E-post til Mads"));
        let mut bodil = instance.signed_in("bodil@example.no").await;
        let page = bodil
            .get(&format!("/ledger/people/{}", boards.member))
            .await;
        assert!(!page.ok().contains("Alfamøtet"), "nothing of another board");
    }
}

#[actix_web::test]
async fn why_someone_did_not_get_a_mail_is_said_of_the_roles_they_have_or_had() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let fill = |conn: &mut Conn| {
            let siri = person(conn, "Siri", "siri@example.no", moment("2026-01-01 08:00"))?;
            sits(conn, boards.a, Role::Secretariat, Some(siri))?;
            let ended = representation::table.filter(representation::person_id.eq(siri));
            diesel::update(ended)
                .set(representation::valid_until.eq(Some(day("2026-06-01"))))
                .execute(conn)?;
            sits(conn, boards.a, Role::Member, Some(siri))?;
            let withdrawn = reminder(
                conn,
                boards.a,
                boards.meeting,
                "before-9-days-member",
                "2026-11-24 08:00",
            )?;
            diesel::update(occasion::table.find(withdrawn))
                .set((
                    occasion::state.eq(OccasionState::Withdrawn),
                    occasion::settled_at.eq(Some(moment("2026-11-20 08:00"))),
                ))
                .execute(conn)?;
            let to_come = ["before-1-days-member", "before-1-days-secretariat"]
                .map(|slot| reminder(conn, boards.a, boards.meeting, slot, "2026-12-02 08:00"));
            let [of_member, of_secretariat] = to_come;
            Ok((siri, withdrawn, of_member?, of_secretariat?))
        };
        let (siri, withdrawn, of_member, of_secretariat) = instance.app.db.write_now(fill).unwrap();
        instance.move_to("2026-11-23 08:00");
        instance.tick();
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get(&format!("/ledger/people/{siri}")).await.ok();
        assert!(page.contains("Gikk til sekretariatet. Siri var medlem da."));
        assert!(page.contains("Alfamøtet, 3. desember 2026"));
        assert!(page.contains(&format!("/meetings/{}", boards.meeting)));
        assert!(page.contains(of_member.as_str()) && !page.contains(of_secretariat.as_str()));
        assert!(
            !page.contains(withdrawn.as_str()),
            "withdrawn before its time"
        );
        let page = asta
            .get(&format!("/ledger/people/{}", boards.member))
            .await
            .ok();
        assert!(
            !page.contains(boards.occasion.as_str()),
            "it never was for members"
        );
        let page = asta
            .get(&format!("/ledger/occasions/{}", boards.occasion))
            .await
            .ok();
        assert!(page.contains("sekretariatet") && page.contains("Alfamøtet, 3. desember 2026"));
    }
}

#[actix_web::test]
async fn a_members_own_page_tells_their_steps_and_lets_what_passes_pass() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let add = |conn: &mut Conn| {
            for (stage, on) in [("reply", "2026-11-20"), ("remarks", "2026-12-10")] {
                diesel::insert_into(meeting_deadline::table)
                    .values((
                        meeting_deadline::meeting_id.eq(boards.meeting),
                        meeting_deadline::board_id.eq(boards.a),
                        meeting_deadline::stage.eq(stage),
                        meeting_deadline::due_on.eq(day(on)),
                        meeting_deadline::due_at.eq(moment(&format!("{on} 14:00"))),
                    ))
                    .execute(conn)?;
            }
            Ok(())
        };
        instance.app.db.write_now(add).unwrap();
        let mut mads = instance.signed_in("mads@example.no").await;
        let page = mads.get("/me").await.ok();
        assert!(page.contains("Din oppgave: Svare på innkallingen"));
        assert!(page.contains("Gått ut") && !page.contains("Over fristen"));
        assert!(!page.contains("deadline-line__stop--done"), "nobody did it");
        let (_, after) = page.split_once("aria-current=\"step\"").unwrap();
        assert!(after.find("Din oppgave").unwrap() < after.find("</li>").unwrap());
        let come = |conn: &mut Conn| {
            let new = Reply {
                meeting: boards.meeting,
                person: boards.member,
                answer: ReplyAnswer::InPerson,
                for_day: day("2026-12-03"),
                at: moment("2026-11-19 08:00"),
                by: None,
                version: 1,
            };
            styringsrad::meetings::replies::store::put(conn, &new, None)
        };
        instance.app.db.write_now(come).unwrap();
        let page = mads.get("/me").await.ok();
        assert!(page.contains("deadline-line__stop--done"), "they answered");
        let mut asta = instance.signed_in("asta@example.no").await;
        let page = asta.get("/me").await.ok();
        assert!(page.contains("Din oppgave: Sende ut sakspapirer"));
    }
}

#[actix_web::test]
async fn everyone_chooses_their_own_language_for_pages_and_mail() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let mut mads = instance.signed_in("mads@example.no").await;
        let chosen = [("language", "nn")];
        let next = mads.post("/me/language", &chosen).await.goes_to();
        let page = mads.get(&next).await.ok();
        assert!(page.contains("Språket er lagra.") && page.contains("lang=\"nn\""));
        mads.post("/me/language", &[("language", "tlh")])
            .await
            .is(422);
        let (tongue, entries): (String, i64) = instance
            .app
            .db
            .read_now(|conn| {
                let of =
                    audit_entry::table.filter(audit_entry::object_id.eq(boards.member.as_str()));
                Ok((
                    person::table
                        .find(boards.member)
                        .select(person::language)
                        .first(conn)?,
                    of.count().get_result(conn)?,
                ))
            })
            .unwrap();
        assert_eq!((tongue.as_str(), entries), ("nn", 1));
    }
}

/// A mail of no board that was handed over.
fn boardless(conn: &mut Conn, kind: &str, to: PersonId, subject: &str) -> Result<MessageId> {
    let (cause, id) = (OccasionId::new(), MessageId::new());
    let at = moment("2026-11-20 08:00");
    diesel::insert_into(occasion::table)
        .values((
            occasion::id.eq(cause),
            occasion::kind.eq(kind),
            occasion::object_kind.eq("person"),
            occasion::object_id.eq(to.as_str()),
            occasion::slot.eq(cause.as_str()),
            occasion::occurrence.eq(0),
            occasion::due.eq(at),
            occasion::expires.eq(at + Duration::days(7)),
            occasion::state.eq(OccasionState::Told),
            occasion::settled_at.eq(Some(at)),
            occasion::created_at.eq(at),
        ))
        .execute(conn)?;
    diesel::insert_into(message::table)
        .values((
            message::id.eq(id),
            message::occasion_id.eq(cause),
            message::recipient.eq(to.as_str()),
            message::person_id.eq(Some(to)),
            message::name.eq("Nina"),
            message::address.eq("nina@example.no"),
            message::language.eq("nb"),
            message::reply_to.eq(""),
            message::subject.eq(subject),
            message::body.eq("[]"),
            message::message_id.eq(id.as_str()),
            message::state.eq(MessageState::HandedOver),
            message::attempts.eq(1),
            message::not_before.eq(at),
            message::expires.eq(at + Duration::days(7)),
            message::handed_over_at.eq(Some(at)),
            message::created_at.eq(at),
        ))
        .execute(conn)?;
    Ok(id)
}

#[actix_web::test]
async fn whoever_invites_sees_that_the_invitation_was_handed_over() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let fill = |conn: &mut Conn| {
            let nina = person(conn, "Nina", "nina@example.no", moment("2026-01-01 08:00"))?;
            let invitation = boardless(conn, "invited", nina, "Du har fått tilgang")?;
            boardless(conn, "sign-in", nina, "Logg inn her")?;
            Ok((nina, invitation))
        };
        let (nina, invitation) = instance.app.db.write_now(fill).unwrap();
        let mut asta = instance.signed_in("asta@example.no").await;
        let of_nina = format!("/ledger/people/{nina}");
        assert!(
            asta.get(&format!("/people/{nina}"))
                .await
                .ok()
                .contains(&of_nina)
        );
        let page = asta.get(&format!("/people/{nina}")).await.ok();
        assert!(!page.contains("Roller i råd"));
        let page = asta.get(&format!("/people/{}", boards.member)).await.ok();
        assert!(page.contains("Roller i råd") && page.contains(&format!("/boards/{}", boards.a)));
        let mut bodil = instance.signed_in("bodil@example.no").await;
        let page = bodil.get(&format!("/people/{}", boards.member)).await.ok();
        assert!(!page.contains("Roller i råd"), "nothing of another's board");
        let page = asta.get(&of_nina).await.ok();
        assert!(
            page.contains("Du har fått tilgang") && page.contains("Overlevert fredag 20. november")
        );
        assert!(!page.contains("Logg inn her") && !page.contains(invitation.as_str()));
    }
}

#[actix_web::test]
async fn every_page_is_drawn_in_every_language() {
    let mut instance = sqlite("2026-11-22 08:00");
    let boards = set_up(&mut instance);
    instance.move_to("2026-11-23 08:00");
    instance.tick();
    let id = message_to(&instance, "asta@example.no");
    let mut asta = instance.signed_in("asta@example.no").await;
    for language in ["nb", "nn", "en"] {
        for path in [
            "/desk?page=1&".to_owned(),
            "/ledger?".to_owned(),
            "/ledger?show=alarms&".to_owned(),
            format!("/ledger/messages/{id}?"),
            format!("/ledger/occasions/{}?", boards.occasion),
            "/me?".to_owned(),
            "/rehearsal?from=2026-11-22&to=2026-12-31&nobody-acts=yes&".to_owned(),
        ] {
            let page = asta.get(&format!("{path}lang={language}")).await.ok();
            let main = page.split_once("<main").map_or("", |(_, main)| main);
            for family in ["desk-", "ledger-", "me-", "rehearsal-"] {
                let as_text = format!(">{family}");
                assert!(!main.contains(&as_text), "{path} {language}: {main}");
            }
        }
    }
}

#[actix_web::test]
async fn f09_silence_is_an_alarm_on_the_desk_and_at_health_mail() {
    for mut instance in instances("2026-11-22 08:00") {
        set_up(&mut instance);
        let mut asta = instance.signed_in("asta@example.no").await;
        let mut monitor = instance.browser();
        monitor.get("/health/mail").await.is(503);
        instance.tick();
        assert_eq!(monitor.get("/health/mail").await.ok(), "mailing\n");
        assert!(!asta.get("/desk").await.ok().contains("Påminnelsene"));
        instance.move_by(Duration::minutes(6));
        assert!(
            monitor
                .get("/health/mail")
                .await
                .is(503)
                .contains("no pass for 360 seconds")
        );
        assert!(
            asta.get("/desk")
                .await
                .ok()
                .contains("Påminnelsene står stille")
        );
    }
}

#[actix_web::test]
async fn the_signs_of_life_need_no_session_and_hold_no_address() {
    for mut instance in instances("2026-11-22 08:00") {
        set_up(&mut instance);
        instance.move_to("2026-11-23 08:00");
        instance.tick();
        let mut monitor = instance.browser();
        assert_eq!(monitor.get("/health/live").await.ok(), "alive\n");
        assert_eq!(monitor.get("/health/ready").await.ok(), "ready\n");
        let figures = monitor.get("/metrics").await.ok();
        for line in [
            "styringsrad_passes_total 1",
            "styringsrad_heartbeat_age_seconds 0",
            "styringsrad_occasions_planned 0",
            "styringsrad_messages_dead 0",
            "process_resident_memory_bytes ",
        ] {
            assert!(figures.contains(line), "{line} in {figures}");
        }
        assert!(!figures.contains('@'));
        instance.stop();
        std::sync::Arc::get_mut(&mut instance.app.config)
            .map(|config| config.data = "/proc/nowhere".into())
            .expect("nobody else holds the settings");
        instance.browser().get("/health/ready").await.is(503);
    }
}

/// What is due already, after an outage or before the first start, is what the next pass sends.
#[test]
fn a_rehearsal_begins_with_what_waits_already() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let waits = |conn: &mut Conn| {
            diesel::update(board::table)
                .set(board::mail_on_from.eq(Some(moment("2026-11-01 08:00"))))
                .execute(conn)?;
            reminder(
                conn,
                boards.a,
                boards.meeting,
                "before-9-days",
                "2026-11-21 08:00",
            )
        };
        instance.app.db.write_now(waits).unwrap();
        let today = day("2026-11-22");
        let wish = wish_for_all(instance.now(), today, today, true).unwrap();
        let told = rehearsal::rehearse(&instance.app.office, &wish).unwrap();
        instance.tick();
        assert_eq!(instance.take_mails().len(), told.len());
        assert!(!told.is_empty());
    }
}

#[test]
fn a_rehearsal_tells_every_mail_in_order_and_changes_nothing() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let overdue = |conn: &mut Conn| {
            reminder(
                conn,
                boards.a,
                boards.meeting,
                "overdue-1",
                "2026-11-26 08:00",
            )
        };
        instance.app.db.write_now(overdue).unwrap();
        let counts = |instance: &Instance| instance.app.db.read_now(copy::row_counts).unwrap();
        let states = |instance: &Instance| {
            let planned = occasion::table.filter(occasion::state.eq(OccasionState::Planned));
            let read = |conn: &mut Conn| Ok(planned.count().get_result::<i64>(conn)?);
            instance.app.db.read_now(read).unwrap()
        };
        let before = (counts(&instance), states(&instance));
        let (from, to) = (day("2026-11-22"), day("2027-11-21"));
        let all = |nobody| wish_for_all(instance.now(), from, to, nobody).unwrap();
        let each = rehearsal::rehearse(&instance.app.office, &all(false)).unwrap();
        let nobody = rehearsal::rehearse(&instance.app.office, &all(true)).unwrap();
        assert_eq!(
            (each.len(), nobody.len()),
            (2, 3),
            "the overdue one goes only where nobody acts"
        );
        assert!(nobody.is_sorted_by(|a, b| a.at <= b.at));
        let first = &nobody[0];
        assert_eq!(first.at, "2026-11-23T09:00:00+01:00");
        assert_eq!(first.due.as_deref(), Some("2026-11-25T15:00:00+01:00"));
        assert_eq!(
            first.occasion,
            format!(
                "test-reminder/{}/before-2-days-secretariat/0",
                boards.meeting
            )
        );
        assert_eq!(
            (first.board.as_str(), first.language.as_str()),
            ("alfa", "nb")
        );
        let only_b = Wish {
            boards: Some(vec![boards.b]),
            ..all(true)
        };
        let of_b = rehearsal::rehearse(&instance.app.office, &only_b).unwrap();
        assert!(of_b.len() == 1 && of_b[0].recipient == "bodil@example.no");
        assert_eq!(before, (counts(&instance), states(&instance)));
        instance.tick();
        assert!(instance.take_mails().is_empty());
    }
}

#[actix_web::test]
async fn the_rehearsals_page_is_of_the_readers_boards_and_of_a_period_that_can_be_played() {
    for mut instance in instances("2026-11-22 08:00") {
        set_up(&mut instance);
        let mut asta = instance.signed_in("asta@example.no").await;
        assert!(
            asta.get("/rehearsal")
                .await
                .ok()
                .contains("value=\"2027-11-22\"")
        );
        let page = asta
            .get("/rehearsal?from=2026-11-22&to=2027-03-01")
            .await
            .ok();
        assert!(page.contains("asta@example.no") && !page.contains("bodil@example.no"));
        assert!(page.contains("november 2026"));
        for wrong in [
            "from=2026-11-22&to=2099-01-01",
            "from=2026-12-22&to=2026-12-01",
            "from=x&to=",
        ] {
            asta.get(&format!("/rehearsal?{wrong}")).await.is(422);
        }
    }
}

#[test]
fn a_copy_holds_every_row_as_diesel_would_have_written_it() {
    for mut instance in instances("2026-11-22 08:00") {
        let boards = set_up(&mut instance);
        let week = |conn: &mut Conn| {
            Ok(diesel::insert_into(closure::table)
                .values((
                    closure::id.eq(RowId::new()),
                    closure::board_id.eq(boards.a),
                    closure::kind.eq("quiet"),
                    closure::valid_from.eq(day("2026-12-21")),
                    closure::valid_until.eq(day("2027-01-04")),
                    closure::label.eq(Words::new([("nb", "Jul’ og \"nyttår\"")])),
                ))
                .execute(conn)?)
        };
        instance.app.db.write_now(week).unwrap();
        let folder = crate::support::folder();
        let copied = copy::copy(instance.app.db.database(), &folder.join("copy.db")).unwrap();
        let counts = |db: &styringsrad::db::Db| db.read_now(copy::row_counts).unwrap();
        assert_eq!(counts(&instance.app.db), counts(&copied));
        assert_eq!(values(&instance.app.db), values(&copied));
        // Moments compare as text in SQLite: one written otherwise would not be found.
        let on = moment("2026-01-01 00:00") + Duration::milliseconds(120);
        let found: i64 = copied
            .read_now(|conn| {
                let same = board::table.filter(board::mail_on_from.eq(on));
                Ok(same.count().get_result(conn)?)
            })
            .unwrap();
        assert_eq!(found, 2);
        std::fs::remove_dir_all(folder).unwrap();
    }
}

/// One column of every type, with and without a value.
fn values(db: &styringsrad::db::Db) -> String {
    db.read_now(|conn| {
        type OfBoard = (
            BoardId,
            Words,
            NaiveTime,
            bool,
            Option<Moment>,
            i64,
            Option<BoardId>,
        );
        let of_boards: Vec<OfBoard> = board::table
            .order(board::id.asc())
            .select((
                board::id,
                board::name,
                board::liked_start,
                board::chair_counts,
                board::mail_on_from,
                board::version,
                board::parent_id,
            ))
            .load(conn)?;
        let of_closures: Vec<(chrono::NaiveDate, chrono::NaiveDate, Words)> = closure::table
            .select((closure::valid_from, closure::valid_until, closure::label))
            .load(conn)?;
        let of_sessions: Vec<(chrono::NaiveDate, Option<NaiveTime>)> = meeting_session::table
            .order(meeting_session::meeting_id.asc())
            .select((meeting_session::day, meeting_session::starts))
            .load(conn)?;
        let of_occasions: Vec<Occasion> = occasion::table
            .order(occasion::id.asc())
            .select(Occasion::as_select())
            .load(conn)?;
        Ok(format!(
            "{of_boards:?} {of_closures:?} {of_sessions:?} {of_occasions:?}"
        ))
    })
    .expect("the rows are read")
}

#[actix_web::test]
async fn a_page_is_never_kept_and_a_stylesheet_for_good() {
    let instance = sqlite("2026-11-22 08:00");
    let mut visitor = instance.browser();
    let page = visitor.get("/sign-in").await;
    assert_eq!(page.header("cache-control"), "no-store");
    let sheet = styringsrad::web::assets::path("styringsrad.css");
    let sheet = visitor.get(sheet).await;
    let kept = "public, max-age=31536000, immutable";
    assert_eq!(sheet.header("cache-control"), kept);
}
