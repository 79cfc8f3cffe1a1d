//! Subscriptions to published minutes, on both engines and through the pages: asked for, confirmed, changed and ended; who
//! is told what and when; and how long anything of it is kept.

mod products;
mod published;

use crate::postbox::Postbox;
use crate::support::{Browser, Instance, instances, moment, sqlite};
use crate::world::{MEMBER, NOW, SERVICE_OWNER};
use chrono::Duration;
use diesel::prelude::*;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, MeetingId, MessageId, RowId};
use styringsrad::db::schema::{
    board, meeting, message, minutes_setting, occasion, person, subscription,
};
use styringsrad::db::types::Moment;
use styringsrad::error::Result;
use styringsrad::i18n::Language;
use styringsrad::mail::ledger::{self, Scope};
use styringsrad::mail::letter::{Links, plain};
use styringsrad::mail::wording::{Asked, Wordings};
use styringsrad::mail::{Answer, Desk, Key, MessageState, Occasion, OccasionState, Wanted};
use styringsrad::meetings::store as meetings;
use styringsrad::public::subscriptions::mail::{DIGEST, PUBLISHED, tell_each, tell_weekly};
use styringsrad::public::subscriptions::{Item, Published, Reading, State, plan, wording};
use styringsrad::web::access::Audience;

const ANE: &str = "ane@avisa.example";
const BO: &str = "bo@avisa.example";

/// What is published, by the id of its publication, while the tests run.
static OUT: Mutex<Vec<(String, Published)>> = Mutex::new(Vec::new());

fn each(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    tell_each(conn, occasion, desk, |_, id| {
        let all = OUT.lock().expect("no test panics here");
        let found = all.iter().find(|(of, _)| of == id);
        Ok(found.map(|(_, published)| published.clone()))
    })
}

fn weekly(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    tell_weekly(conn, occasion, desk, |_, board, since| {
        let all = OUT.lock().expect("no test panics here");
        let found = (all.iter().map(|(_, published)| published))
            .filter(|one| one.board == board && one.at > since);
        Ok(found.cloned().collect())
    })
}

/// What somebody reads who finds these items, none of which is about a product.
fn reading(items: &[&str]) -> Reading {
    let item = |name: &&str| Item {
        name: (*name).to_owned(),
        ..Item::default()
    };
    Reading {
        items: items.iter().map(item).collect(),
        is_changed: false,
    }
}

/// The demo on one instance, whose post office tells of minutes.
struct Stage {
    instance: Instance,
    board: BoardId,
    meeting: MeetingId,
}

impl Stage {
    fn set(mut instance: Instance) -> Self {
        styringsrad::demo::load(&instance.app).expect("the demo loads");
        let mut tables = styringsrad::app::tables();
        for kind in &mut tables.kinds {
            match kind.code {
                PUBLISHED => kind.answer = each,
                DIGEST => kind.answer = weekly,
                _ => {}
            }
        }
        instance.app.office.tables = Arc::new(tables);
        let found = instance.app.db.read_now(|conn| {
            let of: BoardId = board::table
                .filter(board::parent_id.is_null())
                .select(board::id)
                .first(conn)?;
            let first: MeetingId = meeting::table
                .filter(meeting::board_id.eq(of))
                .order(meeting::first_day)
                .select(meeting::id)
                .first(conn)?;
            Ok((of, first))
        });
        let (board, meeting) = found.expect("the demo has a board");
        Self {
            instance,
            board,
            meeting,
        }
    }

    fn write<T>(&self, what: impl Fn(&mut Conn) -> Result<T>) -> T {
        self.instance.app.db.write_now(what).expect("it is written")
    }

    fn form(&self) -> String {
        format!("/published/boards/{}/subscribe", self.board)
    }

    async fn ask(&self, browser: &mut Browser<'_>, address: &str, how: &str) -> String {
        let fields = [("address", address), ("language", "nn"), ("frequency", how)];
        browser.post(&self.form(), &fields).await.goes_to()
    }

    /// Asked for and confirmed by the link.
    async fn subscribes(&self, address: &str, how: &str) {
        let mut browser = self.instance.browser();
        self.ask(&mut browser, address, how).await;
        let link = self.link(address, "subscription");
        browser.get(&link).await.ok();
        let to = browser.post(&link, &[("act", "confirm")]).await.goes_to();
        assert!(to.starts_with(&link), "{to}");
    }

    /// The newest link to this address.
    fn link(&self, address: &str, purpose: &str) -> String {
        let id: MessageId = self.write(|conn| {
            Ok(message::table
                .filter(message::address.eq(address))
                .order((message::created_at.desc(), message::id.desc()))
                .select(message::id)
                .first(conn)?)
        });
        let signature = self.instance.app.office.key.sign(purpose, id.as_str());
        let start = if purpose == "subscription" {
            "subscriptions"
        } else {
            purpose
        };
        format!("/{start}/{id}/{signature}")
    }

    /// State, language and frequency of every subscription.
    fn rows(&self) -> Vec<(State, String, String)> {
        self.write(|conn| {
            Ok(subscription::table
                .order(subscription::id)
                .select((
                    subscription::state,
                    subscription::language,
                    subscription::frequency,
                ))
                .load(conn)?)
        })
    }

    fn states(&self) -> Vec<State> {
        self.rows().into_iter().map(|(state, _, _)| state).collect()
    }

    /// What has gone to these addresses since it was last asked, headers unfolded and words joined.
    fn mails_to(&self, addresses: &[&str]) -> Vec<String> {
        self.instance.tick();
        let unfolded = |mail: String| mail.replace("\r\n ", " ").replace("=\r\n", "");
        let mails = self.instance.take_mails().into_iter().map(unfolded);
        let is_to = |mail: &String| {
            let to = mail.lines().find(|line| line.starts_with("To: "));
            to.is_some_and(|to| addresses.iter().any(|address| to.contains(address)))
        };
        mails.filter(is_to).collect()
    }

    /// Minutes come out now.
    fn publish(&self) -> String {
        let (id, now) = (RowId::new(), self.instance.now());
        let published = self.write(|conn| {
            Ok(Published {
                meeting: self.meeting,
                board: self.board,
                day: meetings::meeting(conn, self.meeting)?.first_day(),
                at: now,
                visitors: reading(&["1/27 Aapen sak"]),
                owners: reading(&["1/27 Aapen sak", "2/27 Drift"]),
                own: HashMap::new(),
                url_path: format!("/published/meetings/{}", self.meeting),
                again: None,
            })
        });
        let wanted = Wanted {
            key: Key {
                kind: PUBLISHED,
                object_id: id.to_string(),
                slot: "published".to_owned(),
            },
            object_kind: "publication",
            about_day: published.day,
            deadline: None,
            due: now + Duration::minutes(10),
            expires: now + Duration::days(6),
        };
        self.write(|conn| {
            let scope = Scope {
                board: Some(self.board),
                object_id: id.as_str(),
                kinds: &[PUBLISHED],
            };
            ledger::reconcile(conn, scope, &[], std::slice::from_ref(&wanted), now)?;
            plan::weekly(conn, self.board, now)
        });
        let mut all = OUT.lock().expect("no test panics here");
        all.push((id.to_string(), published));
        id.to_string()
    }

    fn settled(&self, kind: &str) -> Vec<OccasionState> {
        self.write(|conn| {
            Ok(occasion::table
                .filter(occasion::kind.eq(kind))
                .order(occasion::due)
                .select(occasion::state)
                .load(conn)?)
        })
    }
}

fn stages() -> impl Iterator<Item = Stage> {
    instances(NOW).into_iter().map(Stage::set)
}

#[actix_web::test]
async fn an_address_is_asked_before_it_is_written_to_and_opening_a_link_changes_nothing() {
    for stage in stages() {
        let mut ane = stage.instance.browser();
        let page = ane.get(&format!("{}?lang=nb", stage.form())).await.ok();
        assert!(page.contains("Abonner på referater fra") && page.contains("/privacy"));
        let to = stage.ask(&mut ane, "Ane@Avisa.Example", "each").await;
        assert_eq!(to, format!("{}/sent", stage.form()));
        assert!(ane.get(&to).await.ok().contains("Vi har sendt en lenke"));
        let mails = stage.mails_to(&[ANE]);
        let [mail] = &mails[..] else {
            panic!("{} mails", mails.len());
        };
        assert!(mail.contains("Content-Language: nn"), "{mail}");
        let (link, out) = (
            stage.link(ANE, "subscription"),
            stage.link(ANE, "unsubscribe"),
        );
        assert!(mail.contains(&link) && mail.contains(&out), "{mail}");
        let base = &stage.instance.app.office.base_url;
        let header = format!("List-Unsubscribe: <{base}{out}>");
        assert!(mail.contains(&header), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        // The ledger holds no link that works.
        let kept: String = stage.write(|conn| {
            let of = message::table.filter(message::address.eq(ANE));
            Ok(of.select(message::body).first(conn)?)
        });
        for working in [&link, &out] {
            let signature = working.rsplit('/').next().expect("a signature");
            assert!(!kept.contains(signature), "{kept}");
        }
        // A scanner opens both, in a browser of its own.
        let mut scanner = stage.instance.browser();
        for opened in [&link, &out] {
            scanner.head(opened).await;
            let page = scanner.get(opened).await.ok();
            assert!(
                page.contains("lang=\"nn\"") && page.contains("<form"),
                "{page}"
            );
            assert_eq!(stage.states(), [State::Asked]);
        }
        let page = ane.get(&format!("{link}?lang=nn")).await.ok();
        assert!(page.contains("Stadfest abonnementet") && page.contains(ANE));
        ane.post(&link, &[("act", "confirm")]).await.goes_to();
        assert_eq!(stage.states(), [State::Confirmed]);
        let page = ane.get(&link).await.ok();
        assert!(page.contains("Du abonnerer på referat frå") && page.contains("avsluttar"));
        // It is theirs to change.
        let change = [
            ("act", "change"),
            ("frequency", "weekly"),
            ("language", "en"),
        ];
        ane.post(&link, &change).await.goes_to();
        let row = (State::Confirmed, "en".to_owned(), "weekly".to_owned());
        assert_eq!(stage.rows(), [row]);
        let wrong = [
            ("act", "change"),
            ("frequency", "daily"),
            ("language", "se"),
        ];
        ane.post(&link, &wrong).await.is(422);
        ane.post(&link, &[("act", "end")]).await.goes_to();
        assert_eq!(stage.states(), [State::Ended]);
        assert!(ane.get(&link).await.ok().contains("er avslutta"));
        // An old tab confirms nothing that has ended.
        ane.post(&link, &[("act", "confirm")]).await.goes_to();
        assert_eq!(stage.states(), [State::Ended]);
    }
}

#[actix_web::test]
async fn nobody_learns_who_subscribes_and_no_address_is_flooded_f37() {
    for stage in stages() {
        stage.subscribes(ANE, "each").await;
        stage.mails_to(&[ANE]);
        let mut stranger = stage.instance.browser();
        let fields = |address| {
            [
                ("address", address),
                ("language", "nb"),
                ("frequency", "weekly"),
            ]
        };
        let mut answers = Vec::new();
        for address in [ANE, BO, SERVICE_OWNER] {
            let answer = stranger.post(&stage.form(), &fields(address)).await;
            let to = answer.location.clone().expect("it goes on");
            let page = stranger.get(&to).await.ok();
            // Each page has a form token of its browser, which is the same here.
            answers.push((answer.status, to, page));
        }
        assert!(answers.iter().all(|one| *one == answers[0]));
        // Who has confirmed is told by mail alone, and keeps what they chose.
        let [told] = &stage.mails_to(&[ANE])[..] else {
            panic!("one mail to Ane");
        };
        assert!(told.contains(&stage.link(ANE, "subscription")));
        let subjects: Vec<String> = stage.write(|conn| {
            let to = message::table.filter(message::address.eq(ANE));
            let newest = to.order((message::created_at.desc(), message::id.desc()));
            Ok(newest.select(message::subject).load(conn)?)
        });
        assert!(
            subjects[0].starts_with("Du abonnerer alt på"),
            "{subjects:?}"
        );
        let row = (State::Confirmed, "nn".to_owned(), "each".to_owned());
        assert!(stage.rows().contains(&row), "{:?}", stage.rows());
        // Two have gone to Ane, one to Bo.
        for _ in 0..7 {
            assert_eq!(stage.ask(&mut stranger, ANE, "each").await, answers[0].1);
            assert_eq!(stage.ask(&mut stranger, BO, "each").await, answers[0].1);
        }
        assert_eq!(stage.mails_to(&[ANE]).len(), 3);
        assert_eq!(stage.mails_to(&[BO]).len(), 0, "they were taken with Ane's");
        let to_bo: i64 = stage.write(|conn| {
            let to = message::table.filter(message::address.eq(BO));
            Ok(to.count().get_result(conn)?)
        });
        assert_eq!(to_bo, 5);
        stage.instance.move_by(Duration::minutes(61));
        stage.ask(&mut stranger, ANE, "each").await;
        assert_eq!(stage.mails_to(&[ANE]).len(), 1);
    }
}

#[actix_web::test]
async fn a_mail_program_ends_it_with_one_post_and_nothing_else_rfc_8058() {
    const CLICK: [(&str, &str); 1] = [("List-Unsubscribe", "One-Click")];
    for stage in stages() {
        stage.subscribes(ANE, "each").await;
        let out = stage.link(ANE, "unsubscribe");
        let program = || stage.instance.browser();
        // Without the words it is no click, and with another signature no link of ours.
        program().post_raw(&out, &[]).await.is(403);
        program().post_raw(&out, &[("a", "b")]).await.is(403);
        let (start, signature) = out.rsplit_once('/').expect("a signature");
        let turned: String = signature.chars().rev().collect();
        for wrong in [
            format!("{start}/{turned}"),
            format!("/unsubscribe/{}/{signature}", MessageId::new()),
            stage
                .link(ANE, "subscription")
                .replace("/subscriptions", "/unsubscribe"),
            format!("/unsubscribe/x/{signature}"),
        ] {
            program().post_raw(&wrong, &CLICK).await.is(410);
            program().get(&wrong).await.is(410);
        }
        let long = "x".repeat(9000);
        let large = [CLICK[0], ("x", long.as_str())];
        let answer = program().post_raw(&out, &large).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert_eq!(stage.states(), [State::Confirmed]);
        // No cookie, no token, another's origin, and either encoding; a second time it is the same.
        let mut mail = program();
        let answer = mail.post_from("https://mail.example", &out, &CLICK).await;
        assert!(answer.ok().contains("er avslutta"));
        assert_eq!(stage.states(), [State::Ended]);
        program().post_raw(&out, &CLICK).await.ok();
        stage.subscribes(ANE, "each").await;
        assert_eq!(stage.states(), [State::Confirmed]);
        let out = stage.link(ANE, "unsubscribe");
        let part = ("part", "part.txt", &b"x"[..]);
        program().post_form_with_file(&out, &CLICK, part).await.ok();
        assert_eq!(stage.states(), [State::Ended]);
        // Whoever was asked and does not want it says so by the same way.
        stage.ask(&mut program(), BO, "weekly").await;
        let out = stage.link(BO, "unsubscribe");
        let page = program().get(&format!("{out}?lang=nb")).await.ok();
        assert!(page.contains("Du har ikke bekreftet abonnementet."));
        assert!(page.contains("innen en uke") && !page.contains("30 dager"));
        program().post_raw(&out, &CLICK).await.ok();
        assert_eq!(stage.states(), [State::Ended, State::Ended]);
        stage.instance.move_by(Duration::days(7));
        stage.instance.tick();
        assert_eq!(stage.states(), [State::Ended], "of Bo nothing is kept");
    }
}

#[actix_web::test]
async fn minutes_are_told_one_by_one_or_once_a_week_to_who_wants_it() {
    let all = [ANE, BO, SERVICE_OWNER, "cecilie@avisa.example"];
    for stage in stages() {
        stage.subscribes(ANE, "each").await;
        stage.subscribes(BO, "weekly").await;
        stage.subscribes(all[3], "each").await;
        let out = stage.link(all[3], "unsubscribe");
        let click = [("List-Unsubscribe", "One-Click")];
        stage.instance.browser().post_raw(&out, &click).await.ok();
        let mut owner = stage.instance.signed_in(SERVICE_OWNER).await;
        let board = stage.board.to_string();
        let begin = [
            ("act", "begin"),
            ("topic", board.as_str()),
            ("frequency", "each"),
            ("language", "nb"),
        ];
        owner.post("/me/subscriptions", &begin).await.goes_to();
        stage.mails_to(&all);

        stage.instance.move_to("2026-11-25 12:00");
        stage.publish();
        stage.instance.move_to("2026-11-25 12:09");
        assert_eq!(
            stage.mails_to(&all),
            [""; 0],
            "there is time to take it back"
        );
        stage.instance.move_to("2026-11-25 12:10");
        let mails = stage.mails_to(&all);
        assert_eq!(mails.len(), 2, "{mails:?}");
        for mail in &mails {
            let of_owner = mail.contains(SERVICE_OWNER);
            assert!(mail.contains("1/27 Aapen sak"), "{mail}");
            assert_eq!(mail.contains("2/27 Drift"), of_owner, "{mail}");
            assert!(mail.contains(&format!("/published/meetings/{}", stage.meeting)));
            assert!(mail.contains("List-Unsubscribe: <") && mail.contains("/unsubscribe/"));
            assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
            assert!(!mail.contains(all[3]));
        }
        // On Monday at nine in Oslo, once, of both.
        stage.instance.move_to("2026-11-27 12:00");
        stage.publish();
        stage.instance.move_to("2026-11-27 12:10");
        assert_eq!(stage.mails_to(&all).len(), 2);
        stage.instance.move_to("2026-11-30 07:59");
        assert_eq!(stage.mails_to(&all), [""; 0]);
        stage.instance.move_to("2026-11-30 08:00");
        let mails = stage.mails_to(&all);
        let [mail] = &mails[..] else {
            panic!("{mails:?}");
        };
        assert!(mail.contains(BO) && mail.contains("/unsubscribe/"));
        assert_eq!(mail.matches("* 1/27 Aapen sak").count(), 2, "{mail}");
        assert!(!mail.contains("2/27 Drift"));
        let told: Vec<Option<Moment>> = stage.write(|conn| {
            let confirmed = subscription::table.filter(subscription::state.eq(State::Confirmed));
            Ok(confirmed.select(subscription::last_told_at).load(conn)?)
        });
        assert!(told.iter().all(Option::is_some), "{told:?}");
        // What was told is not told again, and nothing is no mail.
        stage.instance.move_to("2026-12-07 08:00");
        assert_eq!(stage.mails_to(&all), [""; 0]);
    }
}

#[actix_web::test]
async fn what_was_taken_back_is_told_to_nobody_and_nobody_is_no_alarm() {
    for stage in stages() {
        stage.instance.move_to("2026-11-25 12:00");
        // Nobody subscribes.
        stage.publish();
        stage.instance.move_to("2026-11-25 12:10");
        stage.instance.tick();
        assert_eq!(stage.settled(PUBLISHED), [OccasionState::Fulfilled]);
        // Two do, and the minutes are taken back within the ten minutes.
        stage.subscribes(ANE, "each").await;
        stage.subscribes(BO, "weekly").await;
        stage.mails_to(&[ANE, BO]);
        let id = stage.publish();
        let mut all = OUT.lock().expect("no test panics here");
        all.retain(|(of, _)| *of != id);
        drop(all);
        stage.instance.move_to("2026-11-30 08:00");
        assert_eq!(stage.mails_to(&[ANE, BO]), [""; 0]);
        let fulfilled = [OccasionState::Fulfilled];
        assert_eq!(stage.settled(DIGEST), fulfilled, "one a week");
        assert!(
            stage
                .settled(PUBLISHED)
                .iter()
                .all(|state| *state == fulfilled[0])
        );
    }
}

#[actix_web::test]
async fn what_is_not_confirmed_goes_after_a_week_and_what_has_ended_after_a_month() {
    for stage in stages() {
        stage.subscribes(ANE, "each").await;
        stage.ask(&mut stage.instance.browser(), BO, "weekly").await;
        stage.mails_to(&[ANE, BO]);
        let (link, of_bo) = (
            stage.link(ANE, "subscription"),
            stage.link(BO, "subscription"),
        );
        stage
            .instance
            .move_by(Duration::days(7) - Duration::minutes(1));
        stage.instance.tick();
        assert_eq!(stage.states().len(), 2);
        stage.instance.move_by(Duration::minutes(1));
        stage.instance.tick();
        assert_eq!(stage.states(), [State::Confirmed]);
        stage.instance.browser().get(&of_bo).await.is(410);
        stage.instance.move_by(Duration::days(100));
        stage.instance.tick();
        assert_eq!(
            stage.states(),
            [State::Confirmed],
            "as long as it is wanted"
        );
        let mut ane = stage.instance.browser();
        ane.post(&link, &[("act", "end")]).await.goes_to();
        stage
            .instance
            .move_by(Duration::days(30) - Duration::minutes(1));
        stage.instance.tick();
        assert!(ane.get(&link).await.ok().contains("er avslutta"));
        stage.instance.move_by(Duration::minutes(1));
        stage.instance.tick();
        assert_eq!(stage.states(), []);
        ane.get(&link).await.is(410);
        let left: i64 = stage.write(|conn| {
            let known = message::address.eq(ANE).or(message::address.eq(BO));
            let to = message::table.filter(known);
            Ok(to.count().get_result(conn)?)
        });
        assert_eq!(left, 0, "no letter knows the address");
    }
}

#[actix_web::test]
async fn who_has_signed_in_subscribes_with_one_click_and_sees_their_own() {
    for stage in stages() {
        let mut olav = stage.instance.signed_in(MEMBER).await;
        // Somebody has asked with their address before: it becomes theirs.
        stage
            .ask(&mut stage.instance.browser(), MEMBER, "weekly")
            .await;
        // The form of visitors leads to theirs, with the board chosen.
        let own = olav.get(&stage.form()).await.goes_to();
        assert_eq!(own, format!("/me/subscriptions?topic={}", stage.board));
        let chosen = format!("value=\"{}\" selected", stage.board);
        assert!(olav.get(&own).await.ok().contains(&chosen));
        let odd = "/me/subscriptions?topic=%3Cscript%3Ealert";
        assert!(!olav.get(odd).await.ok().contains("<script>alert"));
        let page = olav
            .get(&format!("/boards/{}?lang=nb", stage.board))
            .await
            .ok();
        assert!(page.contains("Du kan få e-post når rådet har publisert"));
        let to = stage.ask(&mut olav, MEMBER, "each").await;
        assert!(to.starts_with("/me/subscriptions?said="), "{to}");
        let row = (State::Confirmed, "nn".to_owned(), "each".to_owned());
        assert_eq!(stage.rows(), [row]);
        let page = olav.get(&to).await.ok();
        assert!(page.contains("Styringsrådet") && page.contains("Du abonnerer nå"));
        let page = olav.get("/me").await.ok();
        assert!(page.contains("Abonnement på referater") && page.contains("For hvert referat"));
        let page = olav.get(&format!("/boards/{}", stage.board)).await.ok();
        assert!(page.contains("Du får e-post når rådet har publisert"));
        let data = olav.get("/me/data").await.ok();
        let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
        assert_eq!(data["subscriptions"][0]["state"], "confirmed");
        assert_eq!(data["subscriptions"][0]["how_often"], "each");
        // Another's is not there, nor is a board that is none.
        let id: RowId =
            stage.write(|conn| Ok(subscription::table.select(subscription::id).first(conn)?));
        let id = id.to_string();
        let end = [("act", "end"), ("id", id.as_str())];
        let mut other = stage.instance.signed_in(SERVICE_OWNER).await;
        other.post("/me/subscriptions", &end).await.is(404);
        assert!(!other.get("/me/data").await.ok().contains("how_often"));
        let nowhere = RowId::new().to_string();
        for board in [nowhere.as_str(), "x", ""] {
            let begin = [
                ("act", "begin"),
                ("topic", board),
                ("frequency", "each"),
                ("language", "nb"),
            ];
            other.post("/me/subscriptions", &begin).await.is(422);
        }
        let change = [
            ("act", "change"),
            ("id", id.as_str()),
            ("frequency", "weekly"),
            ("language", "nb"),
        ];
        olav.post("/me/subscriptions", &change).await.goes_to();
        let row = (State::Confirmed, "nb".to_owned(), "weekly".to_owned());
        assert_eq!(stage.rows(), [row]);
        // No mail was needed for any of it, but the one that a stranger had us write.
        let of_it = || {
            let mails = stage.mails_to(&[MEMBER]);
            let of_it = mails.iter().filter(|it| it.contains("List-Unsubscribe"));
            of_it.count()
        };
        assert_eq!(of_it(), 1);
        olav.post("/me/subscriptions", &end).await.goes_to();
        assert_eq!(stage.states(), [State::Ended]);
        assert_eq!(of_it(), 0);
    }
}

#[actix_web::test]
async fn the_way_out_ends_all_that_the_address_has_of_the_board_and_takes_back_what_waits() {
    for stage in stages() {
        // A person subscribes, and then it turns out that an address that does is theirs.
        let mut olav = stage.instance.signed_in(MEMBER).await;
        stage.ask(&mut olav, MEMBER, "each").await;
        stage.subscribes(ANE, "weekly").await;
        let out = stage.link(ANE, "unsubscribe");
        stage.mails_to(&[ANE, MEMBER]);
        stage.write(|conn| {
            let of = person::table.filter(person::address.eq(MEMBER));
            Ok(diesel::update(of)
                .set(person::address.eq(ANE))
                .execute(conn)?)
        });
        stage.instance.move_to("2026-11-25 12:00");
        stage.publish();
        stage.instance.move_to("2026-11-25 12:10");
        // The letter is written, and nobody has handed it over.
        stage.instance.app.office.pass().expect("the pass ends");
        let letters = || -> Vec<MessageState> {
            stage.write(|conn| {
                let told = occasion::table.filter(occasion::kind.eq(PUBLISHED));
                let of = told.inner_join(message::table);
                Ok(of.select(message::state).load(conn)?)
            })
        };
        assert_eq!(letters(), [MessageState::Queued]);
        let click = [("List-Unsubscribe", "One-Click")];
        let mut program = stage.instance.browser();
        program.post_raw(&out, &click).await.ok();
        assert_eq!(stage.states(), [State::Ended, State::Ended]);
        assert_eq!(letters(), [MessageState::Withdrawn]);
        assert_eq!(stage.mails_to(&[ANE]), [""; 0]);
    }
}

#[actix_web::test]
async fn a_board_is_offered_to_those_alone_to_whom_its_pages_are_shown() {
    for stage in stages() {
        let board = stage.board.to_string();
        let begin = [
            ("act", "begin"),
            ("topic", board.as_str()),
            ("frequency", "each"),
            ("language", "nb"),
        ];
        let choice = format!("value=\"{board}\"");
        let mut owner = stage.instance.signed_in(SERVICE_OWNER).await;
        let list = owner.get("/me/subscriptions").await.ok();
        assert!(list.contains(&choice), "{list}");
        stage.write(|conn| {
            let of = minutes_setting::table.find(stage.board);
            Ok(diesel::update(of)
                .set(minutes_setting::shown_to.eq(Audience::Members))
                .execute(conn)?)
        });
        let list = owner.get("/me/subscriptions").await.ok();
        assert!(!list.contains(&choice), "{list}");
        owner.post("/me/subscriptions", &begin).await.is(422);
        owner.get(&stage.form()).await.is(404);
        let mut visitor = stage.instance.browser();
        visitor.get(&stage.form()).await.is(404);
        let mut olav = stage.instance.signed_in(MEMBER).await;
        let list = olav.get("/me/subscriptions").await.ok();
        assert!(list.contains(&choice), "{list}");
        let page = olav.get(&format!("/boards/{board}?lang=nb")).await.ok();
        assert!(page.contains("Du kan få e-post når rådet har publisert"));
        olav.post("/me/subscriptions", &begin).await.goes_to();
        assert_eq!(stage.states(), [State::Confirmed]);
        // For another's address a board is asked as for a visitor.
        let fields = [("address", BO), ("language", "nb"), ("frequency", "each")];
        olav.post(&stage.form(), &fields).await.is(404);
        assert_eq!(stage.states(), [State::Confirmed]);
    }
}

#[actix_web::test]
async fn bad_input_is_told_at_its_field_and_boards_without_mail_ask_for_none() {
    for stage in stages() {
        let mut visitor = stage.instance.browser();
        for (field, value) in [
            ("address", ""),
            ("address", "ane"),
            ("address", "a@b.no\r\nBcc: c@d.no"),
            ("address", "<script>@x.no"),
            ("address", "\"a b\"@x.no"),
            ("address", "kåre@x.no"),
            ("language", "se"),
            ("frequency", "hourly"),
        ] {
            let right = [("address", ANE), ("language", "nb"), ("frequency", "each")];
            let fields =
                right.map(|(name, right)| (name, if name == field { value } else { right }));
            let page = visitor.post(&stage.form(), &fields).await.is(422);
            assert!(page.contains("ds-validation-message"), "{field}: {value}");
            assert!(!page.contains("<script>@"));
        }
        let none = format!("/published/boards/{}/subscribe", BoardId::new());
        visitor.get(&none).await.is(404);
        visitor.get("/published/boards/x/subscribe").await.is(404);
        let fields = [("address", ANE), ("language", "nb"), ("frequency", "each")];
        visitor.post(&none, &fields).await.is(404);
        // A form without this browser's token is none of ours.
        visitor.post_raw(&stage.form(), &fields).await.is(403);
        let link = stage.form().replace("/published/boards", "/subscriptions");
        visitor.get(&link).await.is(410);
        stage.write(|conn| {
            let of = board::table.find(stage.board);
            Ok(diesel::update(of)
                .set(board::mail_on_from.eq(None::<Moment>))
                .execute(conn)?)
        });
        let page = visitor.get(&stage.form()).await.ok();
        assert!(page.contains("sender ikke e-post") && !page.contains("name=\"address\""));
        visitor.post(&stage.form(), &fields).await.is(422);
        assert_eq!(stage.states(), []);
    }
}

#[actix_web::test]
async fn the_way_out_stands_in_a_mail_as_a_mail_program_reads_it() {
    let Some(postbox) = Postbox::start(&[]) else {
        return;
    };
    let stage = Stage::set(sqlite(NOW));
    stage.ask(&mut stage.instance.browser(), ANE, "each").await;
    let round = stage.instance.app.office.deliver(&mut postbox.carrier());
    round.expect("the round ends");
    let mails = postbox.mails();
    let mail = mails
        .iter()
        .find(|mail| mail.to.contains(ANE))
        .expect("it has come");
    assert_eq!(mail.defects, Vec::<String>::new());
    let base = &stage.instance.app.office.base_url;
    let address = format!("<{base}{}>", stage.link(ANE, "unsubscribe"));
    assert_eq!(mail.list_unsubscribe.as_deref(), Some(address.as_str()));
    let post = mail.list_unsubscribe_post.as_deref();
    assert_eq!(post, Some("List-Unsubscribe=One-Click"));
    assert!(
        mail.text.contains("Nei, eg vil ikkje abonnere") && mail.html.contains("/unsubscribe/")
    );
}

#[test]
fn boards_may_open_the_mail_about_minutes_in_words_of_their_own() {
    let stage = Stage::set(sqlite(NOW));
    let of = wording::worded().pop().expect("they are worded");
    for passage in &of.passages {
        for language in Language::OWN {
            let usual = passage.usual_template(language);
            let read = passage.read(language, &usual.subject, &usual.text());
            let adapted = read.unwrap_or_else(|why| panic!("{}: {why:?}", passage.kind));
            assert_eq!(adapted.shown(language), usual);
            let desk = Desk {
                now: moment(NOW),
                base_url: "https://x.example",
            };
            let asked = Asked {
                board: stage.board,
                passage,
                language,
                wordings: &Wordings::default(),
                desk: &desk,
            };
            let letter = stage.write(|conn| Ok((of.preview)(conn, &asked)?.letter));
            assert!(letter.subject.contains("Styringsråd") || language == Language::EN);
            let text = plain(&letter, Links::Hidden(language));
            assert!(!text.contains("/unsubscribe/"), "nobody else's link works");
            assert!(text.contains("\n-- \n"), "{text}");
        }
    }
}
