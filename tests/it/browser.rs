//! Journeys through the product in a real browser: the binary itself serves the demo on a free port, and each journey
//! of `tests/browser/` walks through it with the rules of accessibility beside it.
//!
//! They need Node.js with the packages of `tests/package-lock.json`, and Chromium, which `STYRINGSRAD_TEST_CHROMIUM`
//! names (`STYRINGSRAD_TEST_HEADLESS` may name its quicker shell): without it they are left out, and with
//! `STYRINGSRAD_TEST_ALL` set they fail instead.

use super::import::{SKATE, books::workbook};
use super::support;
use chrono::Datelike;
use diesel::prelude::*;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use styringsrad::clock::Clock;
use styringsrad::config::Database;
use styringsrad::db::Db;
use styringsrad::db::ids::MeetingId;
use styringsrad::db::schema::minutes_round;
use styringsrad::db::types::Moment;

/// The product with the demo in it; it ends, and its data goes, when this does.
struct Product {
    process: Child,
    base: String,
    folder: PathBuf,
    /// Whom each link signs in, with the link, in the order they were printed.
    links: Vec<(String, String)>,
}

impl Drop for Product {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

impl Product {
    /// With the texts of a folder of languages, where one is named.
    fn start(texts: Option<&str>) -> Self {
        let folder = support::folder();
        let listen = free_address();
        let mut process = Command::new(env!("CARGO_BIN_EXE_styringsrad"))
            .args(["serve", "--demo"])
            .env("STYRINGSRAD_LISTEN", &listen)
            .env("STYRINGSRAD_DATA", &folder)
            .env_remove("STYRINGSRAD_BASE_URL")
            .env_remove("STYRINGSRAD_DATABASE_URL")
            .env_remove("STYRINGSRAD_SMTP_URL")
            .env("RUST_LOG", "warn")
            .envs(texts.map(|folder| ("STYRINGSRAD_TEXTS", folder)))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the product starts");
        let said = BufReader::new(process.stdout.take().expect("what it says is read"));
        let links = said
            .lines()
            .map(|line| line.expect("it says text"))
            .filter_map(|line| {
                let (who, link) = line.split_once("http")?;
                let who = who.split("  ").find(|word| !word.is_empty())?;
                (link.contains("/sign-in/link/")).then(|| (who.to_owned(), format!("http{link}")))
            })
            .take(5)
            .collect();
        Self {
            process,
            base: format!("http://{listen}"),
            folder,
            links,
        }
    }

    /// The link of the `nth` who signs in as `who`, from 0.
    fn link(&self, who: &str, nth: usize) -> &str {
        let mut links = self.links.iter().filter(|(role, _)| role == who);
        let (_, link) = links.nth(nth).expect("the demo prints a link for each");
        link
    }

    /// The time for remarks on the draft that is out ended an hour ago. Gives its meeting.
    fn pass_the_time_for_remarks(&self) -> MeetingId {
        let path = self.folder.join("styringsrad.db");
        let db = Db::open(&Database::Sqlite(path)).expect("the data is there");
        let write = db.write_now(|conn| {
            let out = minutes_round::table.filter(minutes_round::approved.is_null());
            let meeting = out.select(minutes_round::meeting_id).first(conn)?;
            let ago = Clock::System.now().utc() - chrono::Duration::hours(1);
            diesel::update(out)
                .set(minutes_round::remarks_until.eq(Moment::from(ago)))
                .execute(conn)?;
            Ok(meeting)
        });
        write.expect("a draft is out")
    }

    /// The demo has no administrator: the command invites one while the product serves.
    fn invite(&self) {
        let invited = Command::new(env!("CARGO_BIN_EXE_styringsrad"))
            .args(["invite", "--name", "Anne Admin", INVITED])
            .env("STYRINGSRAD_DATA", &self.folder)
            .env("STYRINGSRAD_BASE_URL", &self.base)
            .env_remove("STYRINGSRAD_DATABASE_URL")
            .env_remove("STYRINGSRAD_SMTP_URL")
            .output()
            .expect("the command runs");
        let said = String::from_utf8_lossy(&invited.stderr);
        assert!(invited.status.success(), "{said}");
    }

    fn walk(&self, journey: &str, options: &serde_json::Value) {
        let walked = Command::new("node")
            .arg(format!("tests/browser/{journey}.mjs"))
            .arg(&self.base)
            .env("JOURNEY", options.to_string())
            .output()
            .expect("Node.js is installed");
        assert!(
            walked.status.success(),
            "{journey}:\n{}{}",
            String::from_utf8_lossy(&walked.stdout),
            String::from_utf8_lossy(&walked.stderr)
        );
    }
}

/// An address of this machine on which nobody listens.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("a listener has an address");
    address.to_string()
}

/// The demo in a browser, where there is one.
fn product() -> Option<Product> {
    product_with(None)
}

fn product_with(texts: Option<&str>) -> Option<Product> {
    if std::env::var("STYRINGSRAD_TEST_CHROMIUM").is_ok() {
        return Some(Product::start(texts));
    }
    assert!(
        std::env::var("STYRINGSRAD_TEST_ALL").is_err(),
        "STYRINGSRAD_TEST_CHROMIUM names no browser"
    );
    None
}

#[test]
fn every_page_is_accessible_fits_a_phone_and_lacks_no_text() {
    let Some(product) = product() else { return };
    let links = json!({ "secretary": product.link("secretary", 0) });
    product.walk("pages", &json!({ "links": links }));
}

#[test]
fn a_year_is_planned_with_the_keyboard_alone_and_without_scripts() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "other": product.link("secretary", 1),
    });
    let today = Clock::System.now().utc().date_naive();
    product.walk("plan", &json!({ "links": links, "year": today.year() + 2 }));
}

#[test]
fn another_body_with_another_mandate_is_set_up_through_the_pages_alone() {
    let Some(product) = product() else { return };
    product.invite();
    let options = json!({
        "mails": product.folder.join("mail"),
        "administrator": INVITED,
        "year": Clock::System.now().utc().date_naive().year(),
    });
    product.walk("skate", &options);
}

#[test]
fn a_swedish_board_takes_data_and_a_file_of_texts() {
    let Some(product) = product_with(Some("tests/texts")) else {
        return;
    };
    product.invite();
    let options = json!({
        "mails": product.folder.join("mail"),
        "administrator": INVITED,
        "year": Clock::System.now().utc().date_naive().year() + 1,
    });
    product.walk("swedish", &options);
}

#[test]
fn a_notice_is_written_in_own_words_and_seen_before_it_counts() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "other": product.link("secretary", 1),
    });
    product.walk("words", &json!({ "links": links }));
}

#[test]
fn everyone_signs_in_by_mail_and_sees_what_is_theirs() {
    let Some(product) = product() else { return };
    let links = json!({
        "member": product.link("member", 0),
        "owner": product.link("service owner", 0),
    });
    let mails = product.folder.join("mail");
    let options =
        json!({ "links": links, "mails": mails, "address": "kari.nordbo@digdir.example" });
    product.walk("signin", &options);
}

const INVITED: &str = "anne.admin@digdir.example";

#[test]
fn a_meeting_is_called_answered_moved_and_cancelled() {
    let Some(product) = product() else { return };
    let links = json!({ "secretary": product.link("secretary", 0) });
    let options = json!({
        "links": links,
        "mails": product.folder.join("mail"),
        "member": "olav.myklebo@kartverket.example",
        "deputy": "siri.vara@kartverket.example",
    });
    product.walk("replies", &options);
}

#[test]
fn who_is_at_the_table_is_written_down_with_a_tap_each() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "other": product.link("secretary", 1),
    });
    let today = Clock::System.now().utc().date_naive();
    product.walk("attendance", &json!({ "links": links, "today": today }));
}

#[test]
fn minutes_are_written_at_the_table_and_read_as_a_draft() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "other": product.link("secretary", 1),
    });
    let today = Clock::System.now().utc().date_naive();
    product.walk("minutes", &json!({ "links": links, "today": today }));
}

/// Between the two walks the last day for remarks is put behind us: nobody waits a day for a test.
#[test]
fn minutes_go_from_a_draft_to_everyone_and_are_withdrawn() {
    let Some(product) = product() else { return };
    let today = Clock::System.now().utc().date_naive();
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    product.walk("round", &json!({ "links": links, "today": today }));
    let meeting = product.pass_the_time_for_remarks();
    let links = json!({ "secretary": product.link("secretary", 1) });
    product.walk(
        "publication",
        &json!({ "links": links, "meeting": meeting }),
    );
}

#[test]
fn what_is_published_is_read_by_whoever_comes() {
    let Some(product) = product() else { return };
    let links = json!({ "owner": product.link("service owner", 0) });
    product.walk("published", &json!({ "links": links }));
}

#[test]
fn what_is_agreed_at_the_table_is_followed_up_by_its_owner() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let today = Clock::System.now().utc().date_naive();
    product.walk("actions", &json!({ "links": links, "today": today }));
}

#[test]
fn the_measures_of_the_action_plan_are_reported_to_the_next_meeting() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let today = Clock::System.now().utc().date_naive();
    product.walk("measures", &json!({ "links": links, "today": today }));
}

#[test]
fn an_administrator_is_invited_and_imports_a_workbook() {
    let Some(product) = product() else { return };
    product.invite();
    let (right, wrong) = (
        product.folder.join("skate.xlsx"),
        product.folder.join("galt.xlsx"),
    );
    std::fs::write(&right, workbook(SKATE)).expect("the workbook is written");
    let faulty = [("Personer", &["Navn|E-post", "Kari|ikke en adresse"][..])];
    std::fs::write(&wrong, workbook(&faulty)).expect("the workbook is written");
    let options = json!({
        "mails": product.folder.join("mail"),
        "administrator": INVITED,
        "right": right,
        "wrong": wrong,
    });
    product.walk("import", &options);
}

#[test]
fn a_case_goes_from_a_members_proposal_to_its_place_on_an_agenda() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    product.walk("cases", &json!({ "links": links }));
}

#[test]
fn a_paper_is_written_uploaded_and_read() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 1),
        "member": product.link("member", 0),
    });
    product.walk("papers", &json!({ "links": links }));
}

#[test]
fn a_case_is_anchored_at_home_by_a_colleague_and_an_input() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let mails = product.folder.join("mail");
    product.walk("anchoring", &json!({ "links": links, "mails": mails }));
}

#[test]
fn a_council_is_made_and_asked_and_its_advice_is_read_on_a_phone() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let due = Clock::System.now().utc().date_naive() + chrono::Duration::days(7);
    product.walk("councils", &json!({ "links": links, "due": due }));
}

#[test]
fn minutes_are_subscribed_to_with_the_keyboard_and_on_a_phone() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let mails = product.folder.join("mail");
    product.walk("subscribe", &json!({ "links": links, "mails": mails }));
}

#[test]
fn papers_go_out_and_are_read_in_the_order_of_the_agenda() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    product.walk("dispatch", &json!({ "links": links }));
}

#[test]
fn cases_and_papers_are_searched_with_the_keyboard_and_on_a_phone() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
        "chair": product.link("chair", 0),
    });
    product.walk("search", &json!({ "links": links }));
}

#[test]
fn a_years_cases_are_planned_approved_and_read() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    product.walk("annual_plan", &json!({ "links": links }));
}

#[test]
fn a_mandate_is_drafted_asked_about_approved_and_compared() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "other": product.link("secretary", 1),
        "member": product.link("member", 0),
    });
    product.walk("mandates", &json!({ "links": links }));
}

#[test]
fn papers_are_read_in_their_page_and_agendas_put_in_order() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "member": product.link("member", 0),
    });
    let mails = product.folder.join("mail");
    product.walk("reading", &json!({ "links": links, "mails": mails }));
}

#[test]
fn a_rotation_is_proposed_compared_and_carried_out() {
    let Some(product) = product() else { return };
    let links = json!({
        "secretary": product.link("secretary", 0),
        "again": product.link("secretary", 1),
    });
    product.walk("rotation", &json!({ "links": links }));
}
