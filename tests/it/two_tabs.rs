//! Two people edit one thing in two tabs: the second is told who changed what, in words, keeps what they typed, and
//! saves again. Whoever only reads meanwhile sees all of it or nothing.

use crate::support::{Browser, day, instances};
use crate::world::{COLLEAGUE, NOW, SECRETARY, World, world};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use styringsrad::config::Database;
use styringsrad::db::Conn;
use styringsrad::db::ids::{PersonId, RowId};
use styringsrad::db::schema::{appointment, instance_role, person};
use styringsrad::error::Error;

/// What is edited, what the first saves, what the second types, and what the second is told of the first.
struct Edit<'a> {
    page: String,
    action: String,
    always: &'a [(&'a str, &'a str)],
    first: &'a [(&'a str, &'a str)],
    second: &'a [(&'a str, &'a str)],
    told: &'a [&'a str],
}

/// The version in the form with this action, whatever part of the page it leads to.
fn version(page: &str, action: &str) -> String {
    let form = page
        .split("<form ")
        .find(|form| {
            ["\"", "#"]
                .iter()
                .any(|end| form.contains(&format!("action=\"{action}{end}")))
        })
        .expect("the form is there");
    let (_, rest) = form
        .split_once("name=\"version\" value=\"")
        .expect("the form has a version");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The notice about the one who saved first, without its markup.
fn notice(page: &str) -> String {
    let (_, rest) = page
        .split_once("data-color=\"warning\" role=\"alert\"")
        .expect("who saved first is told");
    rest.split("</div>").next().unwrap_or_default().to_owned()
}

async fn send(
    browser: &mut Browser<'_>,
    edit: &Edit<'_>,
    own: &[(&str, &str)],
    version: &str,
) -> crate::support::Answer {
    let mut fields: Vec<(&str, &str)> = own.to_vec();
    let named = |name: &str| own.iter().any(|(of, _)| *of == name);
    fields.extend(edit.always.iter().filter(|(name, _)| !named(name)));
    fields.push(("version", version));
    browser.post(&edit.action, &fields).await
}

/// An ISO date, which people do not write.
fn has_iso_date(text: &str) -> bool {
    text.as_bytes().windows(10).any(|part| {
        part.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}

async fn in_two_tabs(world: &World, edit: &Edit<'_>) {
    let mut jon = world.instance.signed_in(COLLEAGUE).await;
    let mut kari = world.instance.signed_in(SECRETARY).await;
    let seen = version(&kari.get(&edit.page).await.ok(), &edit.action);
    send(&mut jon, edit, edit.first, &seen).await.goes_to();
    let page = send(&mut kari, edit, edit.second, &seen).await.is(409);
    let told = notice(&page);
    assert!(told.contains("Jon Aasebø"), "{}: {told}", edit.action);
    for words in edit.told {
        assert!(
            told.contains(words),
            "{}: no “{words}” in {told}",
            edit.action
        );
    }
    assert!(!has_iso_date(&told), "{}: {told}", edit.action);
    for code in [
        "_",
        "state_agency",
        "boards-",
        "meeting-",
        "person-",
        "{",
        ">nb<",
        ">no<",
    ] {
        assert!(!told.contains(code), "{}: “{code}” in {told}", edit.action);
    }
    for (name, typed) in edit.second {
        let kept =
            page.contains(&format!("value=\"{typed}\"")) || page.contains(&format!(">{typed}<"));
        assert!(kept, "{}: {name} is not kept", edit.action);
    }
    let now = version(&page, &edit.action);
    assert_ne!(now, seen, "{}", edit.action);
    send(&mut kari, edit, edit.second, &now).await.goes_to();
    // A version that nobody can have seen is stale too, and it is said.
    for never in ["9223372036854775807", "-1", "x"] {
        let page = send(&mut kari, edit, edit.first, never).await.is(409);
        assert!(
            page.contains("role=\"alert\""),
            "{}: version {never}",
            edit.action
        );
    }
}

fn make_administrators(world: &World) {
    let give = |conn: &mut styringsrad::db::Conn| {
        let both: Vec<PersonId> = person::table
            .filter(person::address.eq_any([SECRETARY, COLLEAGUE]))
            .select(person::id)
            .load(conn)?;
        for who in both {
            diesel::insert_into(instance_role::table)
                .values((
                    instance_role::id.eq(RowId::new()),
                    instance_role::person_id.eq(who),
                    instance_role::role.eq("administrator"),
                    instance_role::valid_from.eq(day("2026-01-01")),
                ))
                .execute(conn)?;
            diesel::update(person::table.find(who))
                .set(person::language.eq("nb"))
                .execute(conn)?;
        }
        diesel::update(appointment::table.find(world.a.appointment))
            .set(appointment::valid_until.eq(day("2030-01-01")))
            .execute(conn)?;
        Ok(())
    };
    world
        .instance
        .app
        .db
        .write_now(give)
        .expect("the roles are given");
}

#[actix_web::test]
async fn a_boards_data_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let path = format!("/boards/{}/settings", world.a.board);
    in_two_tabs(
        &world,
        &Edit {
            page: path.clone(),
            action: path,
            always: &[
                ("name-nb", "Rådet"),
                ("kind", "steering"),
                ("zone", "Europe/Oslo"),
                ("holidays", "no"),
                ("languages", "nb"),
                ("weekday-1", "3"),
                ("start", "09:00"),
                ("end", "11:00"),
                ("mailbox", "post@example.no"),
            ],
            first: &[
                ("kind", "committee"),
                ("holidays", "se"),
                ("weekday-1", "5"),
            ],
            second: &[("mailbox", "kari@example.no"), ("name-nn", "Rådet vårt")],
            told: &["Utvalg", "Svenske helligdager", "fredag", "Bokmål"],
        },
    )
    .await;
}

#[actix_web::test]
async fn an_organisation_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let path = format!("/organisations/{}/edit", world.organisation);
    in_two_tabs(
        &world,
        &Edit {
            page: path.clone(),
            action: path,
            always: &[
                ("name", "Etaten"),
                ("scheme", "no-org"),
                ("kind", "state_agency"),
                ("language", "nb"),
            ],
            first: &[
                ("kind", "municipality"),
                ("language", "nn"),
                ("name", "Kommunen"),
            ],
            second: &[("contact", "Spør Kari"), ("name", "Etaten vår")],
            told: &["Kommune", "Nynorsk", "Kommunen"],
        },
    )
    .await;
}

#[actix_web::test]
async fn a_person_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let path = format!("/people/{}/edit", world.a.person);
    in_two_tabs(
        &world,
        &Edit {
            page: path.clone(),
            action: path,
            always: &[
                ("name", "Olav"),
                ("address", "olav@example.no"),
                ("language", "nb"),
            ],
            first: &[("language", "en"), ("name", "Olav den første")],
            second: &[("title", "rådgiver"), ("name", "Olav den andre")],
            told: &["English", "Olav den første"],
        },
    )
    .await;
}

#[actix_web::test]
async fn a_meetings_facts_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let path = format!("/meetings/{}/edit", world.a.meeting);
    in_two_tabs(
        &world,
        &Edit {
            page: path.clone(),
            action: path,
            always: &[("place", "Oslo")],
            first: &[("place", "Leikanger hotell"), ("title-nb", "Vårmøtet")],
            second: &[("place", "Bodø"), ("archive-reference", "26/123")],
            told: &["Leikanger hotell", "Vårmøtet"],
        },
    )
    .await;
}

#[actix_web::test]
async fn a_meetings_days_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let path = format!("/meetings/{}/move", world.a.meeting);
    let mut jon = world.instance.signed_in(COLLEAGUE).await;
    let mut kari = world.instance.signed_in(SECRETARY).await;
    let seen = version(&kari.get(&path).await.ok(), &path);
    let days = |kind: &'static str, day: &'static str, version: &str| {
        [
            ("version", version.to_owned()),
            ("rows", "1".to_owned()),
            ("kind", kind.to_owned()),
            ("day-0", day.to_owned()),
            ("starts-0", "09:00".to_owned()),
            ("ends-0", "11:00".to_owned()),
        ]
    };
    async fn press(
        browser: &mut Browser<'_>,
        path: &str,
        fields: &[(&str, String)],
        act: &str,
        seen: &str,
    ) -> crate::support::Answer {
        let mut all: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        all.extend([("act", act), ("seen", seen)]);
        browser.post(path, &all).await
    }
    fn digest(page: &str) -> String {
        let (_, rest) = page
            .split_once("name=\"seen\" value=\"")
            .expect("it was looked over");
        rest.split('"').next().unwrap_or_default().to_owned()
    }
    let first = days("extra", "2027-05-05", &seen);
    let looked_over = digest(&press(&mut jon, &path, &first, "preview", "").await.ok());
    press(&mut jon, &path, &first, "save", &looked_over)
        .await
        .goes_to();
    let mine = days("ordinary", "2027-05-12", &seen);
    let page = press(&mut kari, &path, &mine, "preview", "").await.is(409);
    let told = notice(&page);
    for words in ["Jon Aasebø", "Ekstramøte", "5. mai 2027", "09:00–11:00"] {
        assert!(told.contains(words), "no “{words}” in {told}");
    }
    assert!(!has_iso_date(&told), "{told}");
    assert!(
        page.contains("value=\"2027-05-12\""),
        "the day that was typed stands"
    );
    let mine = days("ordinary", "2027-05-12", &version(&page, &path));
    let looked_over = digest(&press(&mut kari, &path, &mine, "preview", "").await.ok());
    press(&mut kari, &path, &mine, "save", &looked_over)
        .await
        .goes_to();
}

#[actix_web::test]
async fn a_mandate_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let page = format!("/mandates/{}", world.a.mandate);
    in_two_tabs(
        &world,
        &Edit {
            page: page.clone(),
            action: format!("{page}/settings"),
            always: &[("label", "1.4"), ("from", "2021-12-01")],
            first: &[("last-day", "2028-12-31"), ("label", "1.4a")],
            second: &[("decision", "Vedtatt på ny"), ("label", "1.6")],
            told: &["31. desember 2028", "1.4a"],
        },
    )
    .await;
    in_two_tabs(
        &world,
        &Edit {
            page: page.clone(),
            action: format!("{page}/rules"),
            always: &[
                ("kind", "sizes_least"),
                ("subject", "large"),
                ("quantity", "1"),
                ("strength", "shall"),
                ("paragraph", "§ 9"),
            ],
            first: &[("strength", "normally"), ("subject", "medium")],
            second: &[("paragraph", "§ 10")],
            told: &["normalt", "§ 9"],
        },
    )
    .await;
}

#[actix_web::test]
async fn an_appointment_in_two_tabs() {
    let world = world();
    make_administrators(&world);
    let page = format!("/appointments/{}", world.a.appointment);
    in_two_tabs(
        &world,
        &Edit {
            page: page.clone(),
            action: format!("{page}/end"),
            always: &[],
            first: &[("last-day", "2028-06-30")],
            second: &[("last-day", "2029-06-30")],
            told: &["31. desember 2029", "30. juni 2028"],
        },
    )
    .await;
}

/// Opening a connection to PostgreSQL takes longer than most pages.
#[test]
fn a_connection_is_kept_and_one_that_the_server_let_go_of_is_replaced() {
    for instance in instances(NOW) {
        let db = &instance.app.db;
        if !matches!(db.database(), Database::Postgres(_)) {
            continue;
        }
        let server = |conn: &mut Conn| {
            let of = diesel::dsl::sql::<Integer>("SELECT pg_backend_pid()");
            Ok(of.get_result::<i32>(conn)?)
        };
        let read = || db.read_now(server).expect("it is read");
        let written = || db.write_now(server).expect("it is written");
        let (first, writer) = (read(), written());
        for _ in 0..20 {
            assert_eq!((read(), written()), (first, writer));
        }
        let failed = db.read_now(|_| Err::<(), _>(Error::NotFound));
        assert!(matches!(failed, Err(Error::NotFound)));
        assert_eq!(read(), first, "what fails costs no connection");
        let end = format!(
            "SELECT pg_terminate_backend({first}, 10000), pg_terminate_backend({writer}, 10000)"
        );
        let ended = instance.ground.connect().batch_execute(&end);
        ended.expect("they end");
        assert_ne!((read(), written()), (first, writer));
    }
}

/// What another writes meanwhile is seen whole or not at all.
#[test]
fn what_is_read_is_of_one_moment() {
    for instance in instances(NOW) {
        let db = &instance.app.db;
        let people = |conn: &mut Conn| Ok(person::table.count().get_result::<i64>(conn)?);
        let read = db.read_now(|conn| {
            let before = people(conn)?;
            db.write_now(|conn| {
                let new = (
                    person::id.eq(PersonId::new()),
                    person::name.eq("Som kom til"),
                    person::address.eq("ny@digdir.example"),
                    person::language.eq("nb"),
                    person::created_at.eq(instance.now()),
                );
                Ok(diesel::insert_into(person::table)
                    .values(new)
                    .execute(conn)?)
            })?;
            Ok((before, people(conn)?))
        });
        assert_eq!(read.expect("it is read"), (0, 0));
        assert_eq!(db.read_now(people).expect("it is read"), 1);
    }
}
