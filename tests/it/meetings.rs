//! The year plan and the meetings, through their pages: nothing is saved unseen, nothing typed is lost, and the
//! ledger always wants exactly what the rules want.

use crate::support::{Browser, Instance, day, instances};
use diesel::prelude::*;
use styringsrad::boards::store as boards;
use styringsrad::db::ids::{BoardId, MeetingId, PersonId, RowId};
use styringsrad::db::schema::{board, message, occasion};
use styringsrad::mail::OccasionState;
use styringsrad::meetings::{Meeting, MeetingState, Stage, store};

const START: &str = "2026-11-22 08:00";
const SECRETARY: &str = "kari.nordbo@digdir.example";
const MEMBER: &str = "terje.brattvik@brreg.example";

pub fn demo(instance: &Instance) -> BoardId {
    styringsrad::demo::load(&instance.app).expect("the demo loads");
    let read = instance.app.db.read_now(|conn| {
        let of = board::table.filter(board::slug.eq("styringsradet"));
        Ok(of.select(board::id).first(conn)?)
    });
    read.expect("the demo has its board")
}

pub fn meetings(instance: &Instance, board: BoardId, year: i32) -> Vec<Meeting> {
    let read = instance
        .app
        .db
        .read_now(|conn| store::of_year(conn, board, year));
    read.expect("the year is read")
}

fn one(instance: &Instance, id: MeetingId) -> Meeting {
    let read = instance.app.db.read_now(|conn| store::meeting(conn, id));
    read.expect("the meeting stands")
}

/// Slot and state of every occasion of a meeting about one stage, soonest first.
fn occasions(instance: &Instance, id: MeetingId, stage: Stage) -> Vec<(String, OccasionState)> {
    let read = instance.app.db.read_now(|conn| {
        Ok(occasion::table
            .filter(occasion::object_id.eq(id.as_str()))
            .filter(occasion::kind.eq(stage.kind()))
            .order((occasion::due.asc(), occasion::slot.asc()))
            .select((occasion::slot, occasion::state))
            .load(conn)?)
    });
    read.expect("the ledger is read")
}

fn is_planned(instance: &Instance, id: MeetingId, stage: Stage) -> bool {
    let states = occasions(instance, id, stage);
    states
        .iter()
        .any(|(_, state)| *state == OccasionState::Planned)
}

/// The subjects of all messages to an address.
fn subjects(instance: &Instance, address: &str) -> Vec<String> {
    let read = instance.app.db.read_now(|conn| {
        Ok(message::table
            .filter(message::address.eq(address))
            .order(message::created_at.asc())
            .select(message::subject)
            .load(conn)?)
    });
    read.expect("the ledger is read")
}

/// The fields of the page's main form, as a browser would send them.
pub fn fields(body: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(unescape(rest.split_once('"')?.0))
    };
    let form = body.split("<form class=\"form\"").nth(1);
    let form = form.expect("the page has a form");
    let form = form.split("</form>").next().unwrap_or_default();
    let mut fields = Vec::new();
    let mut select = None;
    for tag in form.split('<') {
        let tag = tag.split('>').next().unwrap_or_default();
        if tag.starts_with("input") {
            let name = attribute(tag, "name").expect("an input has a name");
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("select") {
            select = attribute(tag, "name");
        } else if tag.starts_with("option") && tag.contains(" selected") {
            let name = select.clone().expect("an option stands in a select");
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    fields
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

pub fn put(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// Posts a form with one of its buttons.
pub async fn press(
    browser: &mut Browser<'_>,
    path: &str,
    fields: &[(String, String)],
    act: &str,
) -> crate::support::Answer {
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.push(("act", act));
    browser.post_raw(path, &all).await
}

#[actix_web::test]
async fn a_year_is_planned_once_and_only_after_its_deadlines_and_mails_were_seen() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2028/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let proposed = fields(&kari.get(&path).await.ok());
        let days = proposed
            .iter()
            .filter(|(name, _)| name.starts_with("day-"))
            .count();
        assert_eq!(days, 4);

        // Saving what was not shown shows it instead.
        for act in ["preview", "save"] {
            let page = press(&mut kari, &path, &proposed, act).await.ok();
            assert!(page.contains("Ingenting er lagret ennå"), "{page}");
            assert!(page.contains("Send ut sakspapirer til møtet i Styringsrådet"));
            assert!(page.contains("Sekretariatet (2 mottakere)"));
            assert_eq!(meetings(&instance, board, 2028).len(), 0);
        }
        let seen = fields(&press(&mut kari, &path, &proposed, "preview").await.ok());
        // A date changed after it was looked over is looked over again.
        let mut other = seen.clone();
        put(&mut other, "day-0", "2028-03-23");
        assert!(
            press(&mut kari, &path, &other, "save")
                .await
                .ok()
                .contains("23. mars")
        );
        assert_eq!(meetings(&instance, board, 2028).len(), 0);

        for _double_click in 0..2 {
            let to = press(&mut kari, &path, &seen, "save").await.goes_to();
            assert_eq!(
                to,
                format!("/boards/{board}/years/2028?said=said-plan-saved")
            );
        }
        let planned = meetings(&instance, board, 2028);
        assert_eq!(planned.len(), 4);
        for meeting in &planned {
            assert!(is_planned(&instance, meeting.id, Stage::Dispatch));
        }
        let plan = kari.get(&format!("/boards/{board}/years/2028")).await.ok();
        assert!(plan.contains("year-wheel") && plan.contains("deadline-line"));
        assert!(!plan.contains("Mandatet sier"), "four meetings are enough");
    }
}

#[actix_web::test]
async fn a_row_can_be_added_and_a_professional_day_lasts_two_days() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2027/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = meetings(&instance, board, 2027).len();
        let empty = fields(&kari.get(&path).await.ok());
        let mut rows = fields(&press(&mut kari, &path, &empty, "add").await.ok());
        assert_eq!(
            rows.iter()
                .filter(|(name, _)| name.starts_with("id-"))
                .count(),
            2
        );
        for (name, value) in [
            ("kind-1", "professional_day"),
            ("day-1", "2027-04-20"),
            ("until-1", "2027-04-21"),
            ("starts-1", "09.00"),
            ("ends-1", "15:00"),
            ("place-1", "Leikanger"),
        ] {
            put(&mut rows, name, value);
        }
        let seen = fields(&press(&mut kari, &path, &rows, "preview").await.ok());
        press(&mut kari, &path, &seen, "save").await.goes_to();
        let planned = meetings(&instance, board, 2027);
        assert_eq!(planned.len(), before + 1, "an empty row is no meeting");
        let added = planned
            .iter()
            .find(|meeting| meeting.first_day() == day("2027-04-20"))
            .unwrap();
        assert_eq!(added.last_day(), day("2027-04-21"));
        assert_eq!(added.sessions.len(), 2);
    }
}

#[actix_web::test]
async fn wrong_and_hostile_input_is_told_and_kept() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2027/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let empty = fields(&kari.get(&path).await.ok());
        let long = "x".repeat(300);
        let cases: [(&str, &str, &str); 10] = [
            ("day-0", "2027-02-30", "Skriv en dato som finnes"),
            (
                "day-0",
                "<script>alert(1)</script>",
                "Skriv en dato som finnes",
            ),
            ("day-0", "2028-03-15", "Velg en dato i 2027"),
            (
                "until-0",
                "2027-03-01",
                "Siste dag må være på eller etter datoen",
            ),
            ("starts-0", "25:00", "Skriv et klokkeslett"),
            ("starts-0", "", "Fyll ut feltet"),
            ("ends-0", "08:00", "Slutten må være etter starten"),
            (
                "kind-0",
                "'; DROP TABLE meeting; --",
                "Velg et av alternativene",
            ),
            ("place-0", &long, "Skriv høyst 200 tegn"),
            ("place-0", "Oslo\r\nBcc: x@y.example", "usynlige tegn"),
        ];
        for (name, value, said) in cases {
            let mut wrong = empty.clone();
            for (name, value) in [
                ("kind-0", "extra"),
                ("day-0", "2027-03-10"),
                ("starts-0", "09:00"),
                ("ends-0", "10:00"),
                ("place-0", "Møterom «Ærø» & co"),
            ] {
                put(&mut wrong, name, value);
            }
            put(&mut wrong, name, value);
            let page = press(&mut kari, &path, &wrong, "preview").await.is(422);
            assert!(page.contains(said), "{name}={value}: {page}");
            assert!(!page.contains("<script>alert"));
            if name != "place-0" {
                assert!(page.contains("Møterom «Ærø» &amp; co"), "the text is kept");
            }
            let kept = fields(&page);
            if !value.contains('\n') && name != "kind-0" {
                assert!(
                    kept.contains(&(name.to_owned(), value.to_owned())),
                    "{kept:?}"
                );
            }
        }
        let nothing = press(&mut kari, &path, &empty, "save").await.is(422);
        assert!(nothing.contains("Skriv dato for minst ett møte"));
        for year in ["abc", "0", "99999999999999", "-5"] {
            kari.get(&format!("/boards/{board}/years/{year}"))
                .await
                .is(404);
        }
    }
}

#[actix_web::test]
async fn f22_a_time_that_the_clocks_jump_over_is_refused_in_words() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2027/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut rows = fields(&kari.get(&path).await.ok());
        for (date, said) in [
            ("2027-03-28", "Klokka stilles fram denne natta"),
            ("2027-10-31", "Klokka stilles tilbake denne natta"),
        ] {
            for (name, value) in [("day-0", date), ("starts-0", "02:30"), ("ends-0", "04:00")] {
                put(&mut rows, name, value);
            }
            let page = press(&mut kari, &path, &rows, "preview").await.is(422);
            assert!(page.contains(said), "{page}");
        }
    }
}

#[actix_web::test]
async fn moving_shows_old_and_new_deadlines_first_and_f31_keeps_the_video_link() {
    for instance in instances(START) {
        let board = demo(&instance);
        let meeting = meetings(&instance, board, 2027)[1].clone();
        let path = format!("/meetings/{}/move", meeting.id);
        let edit = format!("/meetings/{}/edit", meeting.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut facts = fields(&kari.get(&edit).await.ok());
        put(&mut facts, "video-link", "https://video.example/rom");
        press(&mut kari, &edit, &facts, "").await.goes_to();

        let mut days = fields(&kari.get(&path).await.ok());
        let new_day = meeting.first_day() + chrono::Duration::days(7);
        put(&mut days, "day-0", &new_day.to_string());
        put(&mut days, "starts-0", "12:00");
        put(&mut days, "ends-0", "14:00");
        let page = press(&mut kari, &path, &days, "save").await.ok();
        assert!(
            page.contains("Gamle og nye frister") && page.contains("flyttes"),
            "{page}"
        );
        assert_eq!(one(&instance, meeting.id).first_day(), meeting.first_day());
        let seen = fields(&page);
        press(&mut kari, &path, &seen, "save").await.goes_to();
        let moved = one(&instance, meeting.id);
        assert_eq!(moved.first_day(), new_day);
        assert_eq!(moved.video_link, "https://video.example/rom");
        assert_eq!(moved.place, meeting.place);
        let data = instance
            .app
            .db
            .read_now(|conn| boards::data(conn, board))
            .unwrap();
        let line = styringsrad::meetings::rules::deadlines(&moved, &data);
        let kept = instance
            .app
            .db
            .read_now(|conn| store::kept(conn, &[moved.id]))
            .unwrap();
        for deadline in line {
            let row = kept[&moved.id]
                .iter()
                .find(|kept| kept.stage == deadline.stage);
            assert_eq!(row.unwrap().due_at, deadline.due_at);
        }
    }
}

#[actix_web::test]
async fn the_second_of_two_tabs_is_told_who_saved_and_keeps_its_text() {
    for instance in instances(START) {
        let board = demo(&instance);
        let id = meetings(&instance, board, 2027)[0].id;
        let edit = format!("/meetings/{id}/edit");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut jon = instance.signed_in("jon.aasebo@digdir.example").await;
        let mut mine = fields(&kari.get(&edit).await.ok());
        let mut theirs = fields(&jon.get(&edit).await.ok());
        put(&mut theirs, "place", "Brønnøysund");
        press(&mut jon, &edit, &theirs, "").await.goes_to();
        put(&mut mine, "archive-reference", "26/1234");
        let page = press(&mut kari, &edit, &mine, "").await.is(409);
        assert!(
            page.contains("Jon Aasebø") && page.contains("Brønnøysund"),
            "{page}"
        );
        let again = fields(&page);
        assert!(again.contains(&("archive-reference".into(), "26/1234".into())));
        press(&mut kari, &edit, &again, "").await.goes_to();
        assert_eq!(one(&instance, id).archive_reference, "26/1234");

        // The days and the end of a meeting are guarded alike.
        let move_path = format!("/meetings/{id}/move");
        let days = fields(&kari.get(&move_path).await.ok());
        let mut theirs = fields(&jon.get(&edit).await.ok());
        put(&mut theirs, "place", "Leikanger");
        press(&mut jon, &edit, &theirs, "").await.goes_to();
        assert!(
            press(&mut kari, &move_path, &days, "preview")
                .await
                .is(409)
                .contains("Leikanger")
        );
        let old = [("version".to_owned(), "1".to_owned()), again[0].clone()];
        let cancel = format!("/meetings/{id}/cancel");
        let page = press(&mut kari, &cancel, &with_token(&old, &days), "")
            .await
            .is(409);
        assert!(page.contains("Leikanger"));
        assert_ne!(one(&instance, id).state, MeetingState::Cancelled);
    }
}

fn with_token(fields: &[(String, String)], from: &[(String, String)]) -> Vec<(String, String)> {
    let token = from.iter().filter(|(name, _)| name == "token").cloned();
    fields
        .iter()
        .filter(|(name, _)| name != "token")
        .cloned()
        .chain(token)
        .collect()
}

#[actix_web::test]
async fn cancelling_asks_first_and_withdraws_the_mail() {
    for instance in instances(START) {
        let board = demo(&instance);
        let id = meetings(&instance, board, 2027)[0].id;
        let path = format!("/meetings/{id}/cancel");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&path).await.ok();
        assert!(page.contains("trekkes tilbake") && page.contains("Medlemmene"));
        let form = fields(&page);
        press(&mut kari, &path, &form, "").await.goes_to();
        assert_eq!(one(&instance, id).state, MeetingState::Cancelled);
        for stage in Stage::ALL {
            assert!(!is_planned(&instance, id, *stage), "{stage}");
        }
        kari.get(&format!("/meetings/{id}/move")).await.is(422);
        let stage = [("act", "done")];
        kari.post(&format!("/meetings/{id}/stages/notice"), &stage)
            .await
            .is(422);
        let plan = kari.get(&format!("/boards/{board}/years/2027")).await.ok();
        assert!(plan.contains("Avlyst") && plan.contains("Mandatet sier"));
    }
}

#[actix_web::test]
async fn what_is_done_is_not_reminded_of_and_what_is_not_is_repeated_at_most_so_often() {
    for instance in instances(START) {
        let board = demo(&instance);
        let (first, second) = {
            let planned = meetings(&instance, board, 2027);
            (planned[0].clone(), planned[1].clone())
        };
        let mut kari = instance.signed_in(SECRETARY).await;
        let done = format!("/meetings/{}/stages/dispatch", second.id);
        kari.post(&done, &[("act", "done")]).await.goes_to();
        assert_eq!(one(&instance, second.id).state, MeetingState::PapersSent);
        assert!(!is_planned(&instance, second.id, Stage::Dispatch));
        kari.post(&done, &[("act", "undo")]).await.goes_to();
        assert_eq!(one(&instance, second.id).state, MeetingState::Planned);
        assert!(is_planned(&instance, second.id, Stage::Dispatch));
        kari.post(&done, &[("act", "done")]).await.goes_to();

        // Nobody presses the button of the first meeting: five repeats, each on a day of its own, and no more.
        let last = second.first_day();
        while instance.now().utc().date_naive() < last {
            instance.move_by(chrono::Duration::hours(24));
            instance.tick();
        }
        let subjects = subjects(&instance, SECRETARY);
        let about = |days: &str| {
            let start = format!("Send ut sakspapirer til møtet i Styringsrådet {days}");
            let found = subjects
                .iter()
                .filter(move |subject| subject.starts_with(&start));
            found.cloned().collect::<Vec<_>>()
        };
        let language = styringsrad::i18n::Language::NB;
        let nagged = about(&styringsrad::meetings::words::days(language, &first));
        let overdue = nagged
            .iter()
            .filter(|subject| subject.contains("fristen var"));
        assert_eq!(overdue.count(), 5, "{nagged:?}");
        assert_eq!(nagged.len(), 7, "two before and five after: {nagged:?}");
        assert_eq!(
            about(&styringsrad::meetings::words::days(language, &second)).len(),
            0
        );
        let states = occasions(&instance, first.id, Stage::Dispatch);
        assert!(
            states
                .iter()
                .all(|(_, state)| *state == OccasionState::Told),
            "{states:?}"
        );
    }
}

#[actix_web::test]
async fn after_a_long_outage_the_repeats_go_on() {
    for instance in instances(START) {
        let board = demo(&instance);
        let first = meetings(&instance, board, 2027)[0].clone();
        instance.tick();
        // The server is down from before the papers are due until three days after.
        let due = first.first_day() - chrono::Duration::days(7);
        instance.move_to(&format!("{} 12:00", due + chrono::Duration::days(3)));
        instance.tick();
        let state_of = |slot: &str| {
            let states = occasions(&instance, first.id, Stage::Dispatch);
            states
                .into_iter()
                .find(|(of, _)| of == slot)
                .map(|(_, state)| state)
        };
        assert_eq!(
            state_of("overdue-1-secretariat"),
            Some(OccasionState::Stale)
        );
        assert!(is_planned(&instance, first.id, Stage::Dispatch));
    }
}

#[actix_web::test]
async fn the_second_of_two_who_plan_a_year_is_told_who_planned_what_and_plans_nothing_twice() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}/years/2028/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut second = instance.signed_in(SECRETARY).await;
        let mine = fields(&kari.get(&path).await.ok());
        let theirs = fields(&second.get(&path).await.ok());
        let looked_over = press(&mut second, &path, &theirs, "preview").await.ok();
        let page = press(&mut kari, &path, &mine, "preview").await.ok();
        press(&mut kari, &path, &fields(&page), "save")
            .await
            .goes_to();
        let late = fields(&looked_over);
        let told = press(&mut second, &path, &late, "save").await.is(409);
        assert!(
            told.contains("Kari Nordbø planla møter i dette året"),
            "{told}"
        );
        let again = press(&mut second, &path, &fields(&told), "preview")
            .await
            .ok();
        assert!(again.contains("Rådet møtes to ganger"), "{again}");
        assert_eq!(meetings(&instance, board, 2028).len(), 4);
    }
}

#[actix_web::test]
async fn f11_meetings_planned_in_the_past_mail_nobody() {
    for instance in instances(START) {
        let board = demo(&instance);
        instance.tick();
        let before = subjects(&instance, SECRETARY).len();
        let path = format!("/boards/{board}/years/2025/plan");
        let mut kari = instance.signed_in(SECRETARY).await;
        let proposed = fields(&kari.get(&path).await.ok());
        let page = press(&mut kari, &path, &proposed, "preview").await.ok();
        assert!(page.contains("er passert. Ingen får e-post"), "{page}");
        press(&mut kari, &path, &fields(&page), "save")
            .await
            .goes_to();
        let planned = meetings(&instance, board, 2025);
        assert_eq!(planned.len(), 4);
        for meeting in planned {
            for stage in Stage::ALL {
                assert_eq!(occasions(&instance, meeting.id, *stage), []);
            }
        }
        instance.tick();
        assert_eq!(subjects(&instance, SECRETARY).len(), before);
    }
}

#[actix_web::test]
async fn members_read_the_secretariat_writes_and_others_find_nothing() {
    for instance in instances(START) {
        let board = demo(&instance);
        let id = meetings(&instance, board, 2027)[0].id;
        let mut member = instance.signed_in(MEMBER).await;
        let page = member.get(&format!("/meetings/{id}")).await.ok();
        assert!(!page.contains("som gjort") && !page.contains("E-post om møtet"));
        let plan = member
            .get(&format!("/boards/{board}/years/2027"))
            .await
            .ok();
        assert!(!plan.contains("/plan\""));
        let mut outsider = instance.signed_in(&outsider(&instance)).await;
        let mut nobody = instance.browser();
        for rest in ["", "/edit", "/move", "/cancel"] {
            let path = format!("/meetings/{id}{rest}");
            outsider.get(&path).await.is(404);
            assert_ne!(nobody.get(&path).await.status, 200);
            if !rest.is_empty() {
                member.get(&path).await.is(404);
                member.post(&path, &[("version", "1")]).await.is(404);
            }
        }
        let stage = format!("/meetings/{id}/stages/notice");
        member.post(&stage, &[("act", "done")]).await.is(404);
        outsider
            .get(&format!("/boards/{board}/years/2027"))
            .await
            .is(404);
        member
            .get(&format!("/boards/{board}/years/2027/plan"))
            .await
            .is(404);
        let mut kari = instance.signed_in(SECRETARY).await;
        kari.post(&format!("/meetings/{id}/stages/soup"), &[("act", "done")])
            .await
            .is(404);
        kari.post(&stage, &[("act", "soup")]).await.is(404);
        kari.get("/meetings/soup").await.is(404);
    }
}

#[actix_web::test]
async fn a_boards_page_shows_its_members_the_next_three_meetings_and_no_administrator_any() {
    for instance in instances(START) {
        let board = demo(&instance);
        let path = format!("/boards/{board}");
        let of_this_year = meetings(&instance, board, 2026);
        let near = of_this_year.last().expect("one is near").id;
        let next = meetings(&instance, board, 2027);
        let shown = |page: &str, id: MeetingId| page.contains(&format!("/meetings/{id}\""));
        let mut member = instance.signed_in(MEMBER).await;
        let page = member.get(&path).await.ok();
        assert!([near, next[0].id, next[1].id].map(|id| shown(&page, id)) == [true; 3]);
        assert!(!shown(&page, next[2].id), "the year plan shows the rest");
        let address = outsider(&instance);
        make_administrator(&instance, &address);
        let mut administrator = instance.signed_in(&address).await;
        let page = administrator.get(&path).await.ok();
        assert!(!shown(&page, near));
        instance.move_by(chrono::Duration::days(60));
        let page = instance.signed_in(MEMBER).await.get(&path).await.ok();
        assert!(!shown(&page, near) && shown(&page, next[2].id));
    }
}

fn make_administrator(instance: &Instance, address: &str) {
    use styringsrad::db::schema::{instance_role, person};
    let made = instance.app.db.write_now(|conn| {
        let of = person::table.filter(person::address.eq(address));
        let id: PersonId = of.select(person::id).first(conn)?;
        let role = (
            instance_role::id.eq(RowId::new()),
            instance_role::person_id.eq(id),
            instance_role::role.eq("administrator"),
            instance_role::valid_from.eq(day("2026-01-01")),
        );
        let row = diesel::insert_into(instance_role::table).values(role);
        Ok(row.execute(conn)?)
    });
    assert_eq!(made.expect("the role is given"), 1);
}

/// The address of the demo's service owner, who has no role on any board.
fn outsider(instance: &Instance) -> String {
    let read = instance.app.db.read_now(|conn| {
        use styringsrad::db::schema::person;
        let of = person::table.filter(person::name.eq("Mette Lunder"));
        let address: Option<String> = of.select(person::address).first(conn)?;
        Ok(address.expect("she has an address"))
    });
    read.expect("she is there")
}

#[actix_web::test]
async fn a_page_speaks_the_readers_language() {
    for instance in instances(START) {
        let board = demo(&instance);
        let id = meetings(&instance, board, 2027)[0].id;
        let mut kari = instance.signed_in(SECRETARY).await;
        for (language, words) in [("nb", "Frister"), ("nn", "Fristar"), ("en", "Deadlines")] {
            for path in [
                format!("/meetings/{id}"),
                format!("/boards/{board}/years/2027"),
            ] {
                let page = kari.get(&format!("{path}?lang={language}")).await.ok();
                assert!(page.contains(words), "{path} {language}");
            }
        }
    }
}

#[actix_web::test]
async fn too_few_meetings_are_reminded_of_until_the_year_is_planned() {
    for instance in instances(START) {
        let board = demo(&instance);
        let planned = |slot: &str| {
            let read = instance.app.db.read_now(|conn| {
                Ok(occasion::table
                    .filter(occasion::object_id.eq(board.as_str()))
                    .filter(occasion::kind.eq("too-few-meetings"))
                    .filter(occasion::slot.eq(slot))
                    .select(occasion::state)
                    .first::<OccasionState>(conn)
                    .optional()?)
            });
            read.expect("the ledger is read")
        };
        let slot = "2028-before-2-months-secretariat";
        assert_eq!(planned(slot), Some(OccasionState::Planned));
        instance.move_to("2027-11-01 12:00");
        instance.tick();
        assert_eq!(planned(slot), Some(OccasionState::Told));
        assert_eq!(
            planned("2029-before-2-months-secretariat"),
            Some(OccasionState::Planned),
            "the year after is asked about in its time"
        );
        let said = "Planlegg møter i Styringsrådet for 2028 innen 1. januar: 0 av 4 er planlagt";
        assert!(subjects(&instance, SECRETARY).contains(&said.to_owned()));
    }
}

#[actix_web::test]
async fn f16_a_save_that_changes_nothing_writes_nothing() {
    for instance in instances(START) {
        let board = demo(&instance);
        let before = meetings(&instance, board, 2027)[0].clone();
        let edit = format!("/meetings/{}/edit", before.id);
        let mut kari = instance.signed_in(SECRETARY).await;
        let form = fields(&kari.get(&edit).await.ok());
        press(&mut kari, &edit, &form, "").await.goes_to();
        assert_eq!(one(&instance, before.id), before);
        let written = instance
            .app
            .db
            .read_now(|conn| styringsrad::audit::since(conn, before.id.as_str(), 0))
            .unwrap();
        assert_eq!(written.len(), 0);
    }
}

#[actix_web::test]
async fn a_day_on_which_a_board_with_the_same_people_meets_is_warned_of() {
    for instance in instances(START) {
        let of = demo(&instance);
        let councils = instance.app.db.read_now(|conn| {
            let council = board::table.filter(board::slug.eq("tillitstjenester"));
            let council: BoardId = council.select(board::id).first(conn)?;
            store::next_of(conn, &[council], day("2026-11-22"))
        });
        let taken = councils.expect("the council meets")[0].first_day();
        let path = format!("/boards/{of}/years/{}/plan", taken.format("%Y"));
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut rows = fields(&kari.get(&path).await.ok());
        for (name, value) in [
            ("kind-0", "extra"),
            ("day-0", &taken.to_string()),
            ("starts-0", "09:00"),
            ("ends-0", "10:00"),
        ] {
            put(&mut rows, name, value);
        }
        let page = press(&mut kari, &path, &rows, "preview").await.ok();
        assert!(
            page.contains("Produktrådet for tillitstjenester møtes også"),
            "{page}"
        );
    }
}
