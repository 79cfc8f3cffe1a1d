//! The form of a year's plan: it shows what stands, starts from what the board is used to, says which row is wrong, and
//! keeps what was typed.

use crate::meetings::{demo, fields, meetings, press, put};
use crate::support::{Instance, instances};
use diesel::prelude::*;
use styringsrad::db::ids::{BoardId, RowId};
use styringsrad::db::schema::{closure, meeting};
use styringsrad::db::types::Words;

const START: &str = "2026-11-22 08:00";
const SECRETARY: &str = "kari.nordbo@digdir.example";
const MEMBER: &str = "terje.brattvik@brreg.example";

fn path(board: BoardId, year: i32) -> String {
    format!("/boards/{board}/years/{year}/plan")
}

/// The values of a page's fields whose names begin like this.
fn values(body: &str, start: &str) -> Vec<String> {
    let of_form = fields(body).into_iter();
    of_form
        .filter(|(name, _)| name.starts_with(start))
        .map(|(_, value)| value)
        .collect()
}

/// The tag of the page that has this id.
fn tag<'a>(body: &'a str, id: &str) -> &'a str {
    let (before, after) = body
        .split_once(&format!(" id=\"{id}\""))
        .expect("the page has it");
    let start = before.rfind('<').expect("an id stands in a tag");
    let end = before.len() + after.find('>').expect("a tag ends");
    &body[start..=end]
}

/// Writes a row as a whole.
fn write(rows: &mut Vec<(String, String)>, row: i64, day: &str, starts: &str, ends: &str) {
    for (name, value) in [("day", day), ("starts", starts), ("ends", ends)] {
        put(rows, &format!("{name}-{row}"), value);
    }
}

#[actix_web::test]
async fn a_year_without_holidays_is_told_of_to_the_secretariat_and_only_until_there_are_some() {
    const SAID: &str = "Det er ikke lagt inn skoleferier eller stille perioder for 2028.";
    for instance in instances(START) {
        let board = demo(&instance);
        let year = format!("/boards/{board}/years/2028");
        let mut kari = instance.signed_in(SECRETARY).await;
        let proposed = kari.get(&path(board, 2028)).await.ok();
        let previewed = press(&mut kari, &path(board, 2028), &fields(&proposed), "preview").await;
        for page in [proposed, previewed.ok(), kari.get(&year).await.ok()] {
            assert!(page.contains(SAID), "{page}");
            assert!(page.contains(&format!("href=\"/boards/{board}/calendar\"")));
        }
        let mut member = instance.signed_in(MEMBER).await;
        assert!(!member.get(&year).await.ok().contains(SAID));
        // The demo has entered this year and the next, and nobody plans a year that is over.
        for year in [2027, 2025] {
            let page = kari.get(&path(board, year)).await.ok();
            assert!(!page.contains("Det er ikke lagt inn skoleferier"), "{year}");
        }
        close(&instance, board, "2028-02-21", "2028-02-26");
        assert!(!kari.get(&year).await.ok().contains(SAID));
        assert!(!kari.get(&path(board, 2028)).await.ok().contains(SAID));
    }
}

fn close(instance: &Instance, board: BoardId, from: &str, until: &str) {
    let day = crate::support::day;
    let write = instance.app.db.write_now(|conn| {
        diesel::insert_into(closure::table)
            .values((
                closure::id.eq(RowId::new()),
                closure::board_id.eq(board),
                closure::kind.eq("school_holiday"),
                closure::valid_from.eq(day(from)),
                closure::valid_until.eq(day(until)),
                closure::label.eq(Words::new([("nb", "Vinterferie")])),
            ))
            .execute(conn)?;
        Ok(())
    });
    write.expect("the holiday is entered");
}

#[actix_web::test]
async fn a_year_with_meetings_shows_them_and_offers_to_add_more() {
    for instance in instances(START) {
        let board = demo(&instance);
        let standing = meetings(&instance, board, 2027);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path(board, 2027)).await.ok();
        assert!(page.contains("4 av 4 ordinære møter er planlagt"), "{page}");
        assert!(page.contains("Legg til møter i 2027") && !page.contains("Planlegg møter i 2027"));
        assert!(!page.contains("Tøm datoen"), "there is nothing to empty");
        for meeting in &standing {
            for rest in ["", "/move", "/cancel"] {
                assert!(page.contains(&format!("href=\"/meetings/{}{rest}\"", meeting.id)));
            }
        }
        // What is cancelled does not stand, and its place in the year is proposed anew.
        let cancel = format!("/meetings/{}/cancel", standing[0].id);
        let form = fields(&kari.get(&cancel).await.ok());
        press(&mut kari, &cancel, &form, "").await.goes_to();
        let page = kari.get(&path(board, 2027)).await.ok();
        assert!(page.contains("3 av 4 ordinære møter er planlagt"), "{page}");
        assert!(!page.contains(&format!("/meetings/{}", standing[0].id)));
        assert_eq!(values(&page, "day-").len(), 1);

        let empty = kari.get(&path(board, 2028)).await.ok();
        assert!(empty.contains("Planlegg møter i 2028") && !empty.contains("møter er planlagt"));
    }
}

#[actix_web::test]
async fn each_mistake_says_which_meeting_it_is_in_and_what_was_typed_is_kept() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path(board, 2028);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut rows = fields(&kari.get(&path).await.ok());
        put(&mut rows, "starts-1", "halv ni");
        put(&mut rows, "day-2", "31.02.2028");
        put(&mut rows, "day-3", "15.11.2028");
        let page = press(&mut kari, &path, &rows, "preview").await.is(422);
        for said in [
            "href=\"#starts-1\">Møte 2, starter: Skriv et klokkeslett",
            "href=\"#day-2\">Møte 3, dato: Skriv en dato som finnes",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // A browser's field of times would drop these.
        for (id, value) in [
            ("starts-1", "halv ni"),
            ("day-2", "31.02.2028"),
            ("day-3", "15.11.2028"),
        ] {
            let tag = tag(&page, id);
            assert!(tag.contains("type=\"text\""), "{tag}");
            assert!(tag.contains(&format!("value=\"{value}\"")), "{tag}");
        }
        assert!(tag(&page, "day-1").contains("type=\"date\""));
        // The rows that are right are folded, so that the others are seen.
        assert!(page.contains("<summary>Møte 1: ordinært møte "));
        assert!(!page.contains("<summary>Møte 2") && !page.contains("<summary>Møte 3"));
        // The days of one meeting are told apart alike.
        let id = meetings(&instance, board, 2027)[0].id;
        let path = format!("/meetings/{id}/move");
        let mut days = fields(&kari.get(&path).await.ok());
        put(&mut days, "ends-0", "99");
        let page = press(&mut kari, &path, &days, "preview").await.is(422);
        assert!(page.contains("href=\"#ends-0\">Dag 1, slutter: "), "{page}");
    }
}

#[actix_web::test]
async fn a_deadline_in_another_year_than_its_meeting_says_so() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path(board, 2028);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut rows = fields(&kari.get(&path).await.ok());
        write(&mut rows, 0, "2028-01-05", "09:00", "11:00");
        write(&mut rows, 3, "2028-12-20", "09:00", "11:00");
        let page = press(&mut kari, &path, &rows, "preview").await.ok();
        let (line, mails) = (
            page.split("deadline-line").skip(1).collect::<String>(),
            page.split("<table").skip(1).collect::<String>(),
        );
        assert!(
            line.contains("desember 2027 kl.") && line.contains("januar 2029 kl."),
            "{page}"
        );
        assert!(
            !line.contains("mars 2028 kl.\u{a0}15"),
            "the meeting's own year is plain"
        );
        // The subjects of the mails say it too.
        assert!(mails.contains("Styringsrådet 5. januar: frist "), "{mails}");
        let subject = mails.split("Styringsrådet 5. januar: frist ").nth(1);
        let due = subject.and_then(|rest| rest.split('<').next());
        assert!(
            due.is_some_and(|due| due.ends_with("desember 2027")),
            "{mails}"
        );
    }
}

#[actix_web::test]
async fn a_plan_that_was_looked_over_is_saved_from_the_top_and_its_rows_are_folded() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = path(board, 2028);
        let mut kari = instance.signed_in(SECRETARY).await;
        let proposed = kari.get(&path).await.ok();
        assert!(
            !proposed.contains("<summary>Møte 1"),
            "what is to be looked over is open"
        );
        let mut rows = fields(
            &press(&mut kari, &path, &fields(&proposed), "add")
                .await
                .ok(),
        );
        put(&mut rows, "day-4", "");
        let page = press(&mut kari, &path, &rows, "preview").await.ok();
        for row in 1..=4 {
            assert!(
                page.contains(&format!("<summary>Møte {row}: ordinært møte ")),
                "{page}"
            );
        }
        assert!(page.contains("<summary>Møte 5: uten dato"));
        let (above, below) = page.split_once("<article").expect("meetings are shown");
        let save = "name=\"act\" value=\"save\"";
        assert!(above.contains(save) && below.contains(save));
        // What is folded is sent, and saved.
        press(&mut kari, &path, &fields(&page), "save")
            .await
            .goes_to();
        assert_eq!(meetings(&instance, board, 2028).len(), 4);
    }
}

#[actix_web::test]
async fn new_meetings_start_where_and_when_the_board_is_used_to_meet() {
    for instance in instances(START) {
        let board = demo(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        forget_professional_days(&instance);
        let add = "add-professional_day";
        let empty = fields(&kari.get(&path(board, 2028)).await.ok());
        let page = press(&mut kari, &path(board, 2028), &empty, add).await.ok();
        assert_eq!(values(&page, "kind-4"), ["professional_day"]);
        assert_eq!(values(&page, "starts-4"), ["09:00"]);
        assert_eq!(values(&page, "ends-4"), ["15:30"]);
        assert_eq!(values(&page, "place-4"), [""]);

        // What is saved is what the next one is like.
        let mut rows = fields(&page);
        write(&mut rows, 4, "2028-04-26", "10:00", "16:00");
        put(&mut rows, "place-4", "Leikanger");
        put(&mut rows, "place-3", "Brønnøysund");
        let seen = fields(
            &press(&mut kari, &path(board, 2028), &rows, "preview")
                .await
                .ok(),
        );
        press(&mut kari, &path(board, 2028), &seen, "save")
            .await
            .goes_to();
        let next = kari.get(&path(board, 2029)).await.ok();
        assert_eq!(values(&next, "place-"), ["Brønnøysund"; 4]);
        let page = press(&mut kari, &path(board, 2029), &fields(&next), add)
            .await
            .ok();
        assert_eq!(values(&page, "starts-4"), ["10:00"]);
        assert_eq!(values(&page, "ends-4"), ["16:00"]);
        assert_eq!(values(&page, "place-4"), ["Leikanger"]);
        // Nobody adds a kind that there is not.
        let page = press(&mut kari, &path(board, 2029), &fields(&next), "add-<b>")
            .await
            .ok();
        assert_eq!(values(&page, "kind-4"), ["ordinary"]);
    }
}

/// As a board that never had any: they are other meetings.
fn forget_professional_days(instance: &Instance) {
    let write = instance.app.db.write_now(|conn| {
        let of = meeting::table.filter(meeting::kind.eq("professional_day"));
        diesel::update(of)
            .set(meeting::kind.eq("extra"))
            .execute(conn)?;
        Ok(())
    });
    write.expect("the meetings are others");
}

#[actix_web::test]
async fn the_wheel_says_what_its_ticks_are() {
    for instance in instances(START) {
        let board = demo(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/boards/{board}/years/2027")).await.ok();
        let (_, more) = page
            .split_once("year-wheel__more")
            .expect("deadlines are folded");
        let summary = more.split("</summary>").next().unwrap_or_default();
        assert!(summary.contains("year-wheel__deadline--plain") && summary.contains("Frister ("));
    }
}

#[actix_web::test]
async fn a_moved_meetings_deadlines_stand_in_order_of_their_new_days() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = meetings(&instance, board, 2027)[1].clone();
        let path = format!("/meetings/{}/move", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut days = fields(&kari.get(&path).await.ok());
        let later = meeting.first_day() + chrono::Duration::days(7);
        put(&mut days, "day-0", &later.to_string());
        let page = press(&mut kari, &path, &days, "preview").await.ok();
        let mut moved = meeting;
        moved.sessions[0].day = later;
        let data = instance
            .app
            .db
            .read_now(|conn| styringsrad::boards::store::data(conn, board))
            .expect("the board is read");
        let names: Vec<String> = styringsrad::meetings::rules::deadlines(&moved, &data)
            .iter()
            .map(|deadline| {
                let key = format!("stage-{}", deadline.stage);
                styringsrad::i18n::text(styringsrad::i18n::Language::NB, &key, &[])
            })
            .collect();
        let (_, table) = page.split_once("<table").expect("there is a table");
        let table = table.split("</table>").next().unwrap_or_default();
        let shown: Vec<&str> = table
            .split("data-label=\"Hva\">")
            .skip(1)
            .map(|cell| cell.split('<').next().unwrap_or_default())
            .collect();
        assert_eq!(shown, names);
    }
}

#[actix_web::test]
async fn a_meeting_moved_to_another_year_has_its_year_on_every_day() {
    for instance in instances(START) {
        let board = demo(&instance);
        let last = meetings(&instance, board, 2027).pop().expect("it meets");
        let path = format!("/meetings/{}/move", last.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut days = fields(&kari.get(&path).await.ok());
        put(&mut days, "day-0", "2028-01-19");
        let page = press(&mut kari, &path, &days, "preview").await.ok();
        let (_, table) = page.split_once("<table").expect("there is a table");
        let table = table.split("</table>").next().unwrap_or_default();
        for column in ["Før", "Etter"] {
            let label = format!("data-label=\"{column}\">");
            let cells = table.split(&label).skip(1);
            for cell in cells.map(|cell| cell.split('<').next().unwrap_or_default()) {
                assert!(cell.contains(" 2027 ") || cell.contains(" 2028 "), "{cell}");
            }
        }
    }
}

#[actix_web::test]
async fn cancelling_says_when_each_mail_would_have_gone() {
    for instance in instances(START) {
        let board = demo(&instance);
        let id = meetings(&instance, board, 2027)[0].id;
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("/meetings/{id}/cancel")).await.ok();
        assert!(
            page.contains("<caption class=\"ds-sr-only\">E-post som trekkes tilbake</caption>")
        );
        assert!(
            !page.contains("E-post som endres") && !page.contains(">–</td>"),
            "{page}"
        );
        assert!(page.contains("data-label=\"Når\">"));
    }
}
