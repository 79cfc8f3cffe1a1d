//! Every form and every query with what nobody types on purpose. The forms are read from the pages themselves, so that a
//! new one is attacked without being named here. Nothing may break, nothing may come back as markup, and what was
//! typed still stands where it was refused.

pub mod page;

use crate::support::{Answer, Browser, day};
use crate::world::{MEMBER, Objects, SECRETARY, World, patterns, world};
use diesel::prelude::*;
use page::{Control, Field, PageForm, escaped, forms};
use styringsrad::db::ids::{PersonId, RowId};
use styringsrad::db::schema::{instance_role, person};

const SCRIPT: &str = "<script>alert(1)</script>";
const BREAK_OUT: &str = "\"><img src=x onerror=alert(1)>";

fn hostile() -> impl Iterator<Item = String> {
    [
        "",
        " ",
        SCRIPT,
        BREAK_OUT,
        "'; DROP TABLE person; --",
        "a\r\nBcc: evil@example.no",
        "evil@example.no\nBcc: x@example.no",
        "abc\u{202E}def\u{200B}",
        "a\u{0}b",
        "1999-01-01",
        "1900-01-01",
        "2200-12-31",
        "2027-02-30",
        "99999-01-01",
        "02:30",
        "25:61",
        "-1",
        "-9223372036854775808",
        "9223372036854775807",
        "99999999999999999999",
        "not-an-id",
        "0192f0c4-0000-7000-8000-000000000000",
        "{ $who } %s ${x}",
        "javascript:alert(1)",
    ]
    .into_iter()
    .map(str::to_owned)
}

/// What is tried in each field by itself, where the others are right and the value may get as far as the rules.
const ALONE: [&str; 8] = [
    SCRIPT,
    "1900-01-01",
    "2200-12-31",
    "2027-02-30",
    "-9223372036854775808",
    "9223372036854775807",
    "not-an-id",
    "0192f0c4-0000-7000-8000-000000000000",
];

/// What is sent for each field that is chosen or hidden, as only a broken page or an enemy does.
const NO_CHOICES: [&str; 5] = [
    "",
    SCRIPT,
    "a\r\nb\u{0}",
    "9223372036854775807",
    "0192f0c4-0000-7000-8000-000000000000",
];

/// The secretary of board A, made an administrator too, so that every form opens.
async fn everything(world: &World) -> Browser<'_> {
    world
        .instance
        .app
        .db
        .write_now(|conn| {
            let kari: PersonId = person::table
                .filter(person::address.eq(SECRETARY))
                .select(person::id)
                .first(conn)?;
            Ok(diesel::insert_into(instance_role::table)
                .values((
                    instance_role::id.eq(RowId::new()),
                    instance_role::person_id.eq(kari),
                    instance_role::role.eq("administrator"),
                    instance_role::valid_from.eq(day("2026-01-01")),
                ))
                .execute(conn)?)
        })
        .expect("the role is given");
    world.instance.signed_in(SECRETARY).await
}

/// What people would type where its page leaves a field empty.
fn usual(action: &str, field: &Field) -> String {
    let end = action.rsplit('/').next().unwrap_or_default();
    let fitting = match (end, field.name.as_str()) {
        (_, "address" | "deputy-address" | "officer-address") => {
            Some(format!("{}@example.no", RowId::new()))
        }
        // A time of its own beside the mandate in force and the period as a service owner.
        ("new" | "service-owner", "from") if !action.contains("/appointments/") => {
            Some("2019-01-01".to_owned())
        }
        ("new", "last-day") if action.contains("/mandates/") => Some("2019-12-31".to_owned()),
        ("service-owner", "last") => Some("2019-12-31".to_owned()),
        ("new", "role") => Some("observer".to_owned()),
        ("new", "seat") | ("settings", "parent") => Some(String::new()),
        // The page offers the first day of the term, when someone else already sat.
        ("person", "person-from") => Some("2027-02-01".to_owned()),
        ("new-person", "new-person-from") => Some("2027-03-01".to_owned()),
        ("deadlines", "stage") => Some("registration".to_owned()),
        // Who is named and does not stand on the list stays so.
        ("edit", name) if name.starts_with("owner-") => Some(field.value.clone()),
        _ => None,
    };
    if let Some(fitting) = fitting {
        return fitting;
    }
    if !field.value.is_empty() {
        return field.value.clone();
    }
    if let Control::Select(choices) = &field.control {
        return choices.last().cloned().unwrap_or_default();
    }
    let text = match field.name.as_str() {
        "name" | "name-nb" | "label-nb" | "words-nb" | "title" => "Navn",
        "mailbox" => "post@example.no",
        "from" | "seat-from" | "day-0" => "2027-02-01",
        "last-day" | "seat-last-day" | "person-last-day" | "due-on" | "name-by" => "2027-06-01",
        "subject-nb" | "subject-nn" => "Emne",
        "paragraph-nb" | "paragraph-nn" => "Noen ord.",
        "deputy-name" | "guest-name" | "officer-name" => "Vara Varasen",
        "description" | "reason" | "changed" | "background" | "note" => "Fordi.",
        "talk-on" => "2026-11-20",
        "talk-with" => "KS",
        "starts-0" => "09:00",
        "ends-0" => "11:00",
        "quantity" | "how-many" => "1",
        "label" => "2.0",
        "paragraph" | "lead-paragraph" => "4",
        "amount" => "1 234,50",
        "decision" | "dissolved-decision" | "reference" => "Sak 12/26",
        "decided-on" | "on" => "2026-11-20",
        "numbers" => "1, 3",
        "dissolved-from" => "2199-01-01",
        "question" | "advice" => "Hva bør komme først?",
        "days" => "-7",
        "title-nb" => "Tittel",
        "first-year" => "2026",
        "last-year" => "2027",
        _ => "",
    };
    text.to_owned()
}

fn fields_of(form: &PageForm) -> Vec<(String, String)> {
    let fields = form.fields.iter();
    fields
        .map(|field| (field.name.clone(), usual(&form.action, field)))
        .collect()
}

fn comes_back_as_markup(body: &str) -> bool {
    body.contains(SCRIPT) || body.contains(BREAK_OUT) || body.contains("href=\"javascript:")
}

/// What is wrong with an answer to a form with this value in these fields.
fn fault(answer: &Answer, form: &PageForm, fields: &[&Field], value: &str) -> Option<String> {
    let status = answer.status.as_u16();
    if status >= 500 {
        return Some(format!("{status}: {}", page::text_of(&answer.body)));
    }
    if comes_back_as_markup(&answer.body) {
        return Some("it comes back as markup".to_owned());
    }
    let location = answer.location.as_deref().unwrap_or_default();
    if location.contains(['\r', '\n']) || !(location.is_empty() || location.starts_with('/')) {
        return Some(format!("it leads away to {location}"));
    }
    if status != 422 {
        return None;
    }
    if !answer
        .body
        .contains(&format!("action=\"{}\"", escaped(&form.action)))
    {
        return Some(format!("the form is gone: {}", page::text_of(&answer.body)));
    }
    if !answer.body.contains("ds-error-summary") && !answer.body.contains("role=\"alert\"") {
        return Some("422 without a word of what is wrong".to_owned());
    }
    let typed = fields.iter().filter(|field| field.control == Control::Text);
    let kept = answer.body.matches(&escaped(value)).count();
    (!value.trim().is_empty() && kept < typed.count()).then(|| "what was typed is gone".to_owned())
}

async fn post(browser: &mut Browser<'_>, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(path, &fields).await
}

/// The form with the same action and fields as the page shows it now.
async fn fresh(browser: &mut Browser<'_>, page: &str, form: &PageForm) -> Option<PageForm> {
    let body = browser.get(page).await.body;
    forms(&body).into_iter().find(|it| it.is_same(form))
}

/// Attacks one form: everything that is typed in all of it at once, then a field at a time with the others right.
async fn attack(browser: &mut Browser<'_>, page: &str, first: &PageForm) -> Vec<String> {
    let fields = first.fields.iter().filter(|field| field.is_worth_it());
    let (typed, chosen): (Vec<&Field>, Vec<&Field>) =
        fields.partition(|field| field.control == Control::Text);
    let mut tries: Vec<(Vec<&Field>, String)> = Vec::new();
    for field in &typed {
        tries.extend(ALONE.map(|value| (vec![*field], value.to_owned())));
    }
    for field in &chosen {
        tries.extend(NO_CHOICES.map(|value| (vec![*field], value.to_owned())));
    }
    tries.extend(hostile().map(|value| (typed.clone(), value)));
    for field in typed.iter().take(1) {
        tries.push((vec![*field], "å".repeat(100_000)));
    }
    let Some(mut form) = fresh(browser, page, first).await else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for (fields, value) in tries.iter().filter(|(fields, _)| !fields.is_empty()) {
        let mut sent = fields_of(&form);
        for (name, typed) in &mut sent {
            if fields.iter().any(|field| field.name == *name) {
                typed.clone_from(value);
            }
        }
        let answer = post(browser, &form.action, &sent).await;
        let shown: String = value.chars().take(30).collect();
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        wrong.extend(
            fault(&answer, &form, fields, value)
                .map(|fault| format!("{} {names:?} {shown:?}: {fault}", form.action)),
        );
        if answer.status.as_u16() == 303 {
            let Some(now) = fresh(browser, page, &form).await else {
                return wrong;
            };
            form = now;
        }
    }
    wrong.extend(broken_bodies(browser, &form).await);
    wrong
}

/// Fields left out, sent twice, and bytes that are no text.
async fn broken_bodies(browser: &mut Browser<'_>, form: &PageForm) -> Vec<String> {
    let mut wrong = Vec::new();
    let fields = fields_of(form);
    let mut check = |how: String, answer: &Answer| {
        if answer.status.as_u16() >= 500 || comes_back_as_markup(&answer.body) {
            let text = page::text_of(&answer.body);
            wrong.push(format!("{} {how}: {} {text}", form.action, answer.status));
        }
    };
    for at in 0..fields.len().min(3) {
        let mut without = fields.clone();
        let (name, value) = without.remove(at);
        let answer = post(browser, &form.action, &without).await;
        check(format!("without {name}"), &answer);
        let mut twice = fields.clone();
        twice.push((name.clone(), format!("{value}{SCRIPT}")));
        let answer = post(browser, &form.action, &twice).await;
        check(format!("with {name} twice"), &answer);
    }
    for bytes in [
        &b"name=%ff%fe&from=%C3"[..],
        b"\xff\xfe=\x80&&&=&a",
        b"%",
        b"",
    ] {
        let answer = browser.post_bytes(&form.action, bytes).await;
        check(format!("with {bytes:?}"), &answer);
    }
    wrong
}

/// Attacks every form of these pages once, and then reads every page: what was saved stands there as text.
async fn attack_pages(belongs: impl Fn(&str) -> bool) {
    let world = world();
    let mut kari = everything(&world).await;
    let mut wrong = Vec::new();
    let mut seen: Vec<PageForm> = Vec::new();
    for path in pages(&world, &world.a).iter().filter(|path| belongs(path)) {
        for form in forms(&kari.get(path).await.body) {
            if form.is_sign_out() || seen.iter().any(|it| it.is_same(&form)) {
                continue;
            }
            wrong.extend(attack(&mut kari, path, &form).await);
            seen.push(form);
        }
    }
    assert!(!seen.is_empty(), "no form was found");
    for path in pages(&world, &world.a) {
        let answer = kari.get(&path).await;
        // In a file that is saved it is text.
        let is_page = answer.header("content-type").starts_with("text/html");
        if answer.status.as_u16() >= 500 || (is_page && comes_back_as_markup(&answer.body)) {
            wrong.push(format!(
                "{path} afterwards: {} {}",
                answer.status,
                page::text_of(&answer.body)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every page, those that end something last.
fn pages(world: &World, of: &Objects) -> Vec<String> {
    let mut pages: Vec<String> = patterns()
        .iter()
        .filter(|(_, pattern)| !pattern.starts_with("/health") && !pattern.contains("{token}"))
        .map(|(_, pattern)| world.path(pattern, of))
        .collect();
    // On the page of a case it can be closed to oneself, and on that of a proposal it is dropped.
    let is_page_of = |path: &str, of: &str| path.starts_with(of) && path.matches('/').count() == 2;
    let closes = |path: &str| is_page_of(path, "/cases/") || is_page_of(path, "/rotations/");
    pages.sort_by_key(|path| (path.ends_with("/cancel"), closes(path)));
    pages
}

/// What is rightly told of what the world has.
const REFUSED_IN_ORDER: [&str; 5] = [
    "Møtet er ikke holdt ennå",
    "Produktet kan ikke fjernes, fordi",
    "Gruppen kan ikke fjernes, fordi",
    "Rådet har en versjon 2.0 allerede",
    "Virksomheten har en annen plass i denne tiden",
];

/// The attacks mean something only where the same forms are saved, or looked over, when nothing is wrong.
#[actix_web::test]
async fn every_form_is_saved_with_what_people_type() {
    let world = world();
    let mut kari = everything(&world).await;
    let (mut wrong, mut seen) = (Vec::new(), Vec::<PageForm>::new());
    for path in pages(&world, &world.a) {
        for first in forms(&kari.get(&path).await.body) {
            let is_known = seen.iter().any(|it| it.is_same(&first));
            // What a script fills while an item is dragged, nobody types.
            let is_dragged = |field: &Field| field.name == "act" && field.value == "place";
            let is_filled = first.fields.iter().any(is_dragged);
            if is_known || is_filled || first.is_sign_out() || is_open(&first.action) {
                continue;
            }
            if let Some(form) = fresh(&mut kari, &path, &first).await {
                let answer = post(&mut kari, &form.action, &fields_of(&form)).await;
                let is_in_order = REFUSED_IN_ORDER.iter().any(|why| answer.body.contains(why));
                if ![200, 303].contains(&answer.status.as_u16()) && !is_in_order {
                    let text = page::text_of(&answer.body);
                    wrong.push(format!("{} {} {text}", form.action, answer.status));
                }
            }
            seen.push(first);
        }
    }
    assert!(seen.len() > 30, "only {} forms were found", seen.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_of_the_register(path: &str) -> bool {
    [
        "/organisations",
        "/people",
        "/me/",
        "/products",
        "/product-groups",
        "/payments",
    ]
    .iter()
    .any(|start| path.starts_with(start))
}

fn is_of_meetings(path: &str) -> bool {
    path.starts_with("/meetings") || path.contains("/years/") || path.starts_with("/ledger")
}

/// Whether a form is for those who have not signed in: theirs are attacked by a visitor.
fn is_open(path: &str) -> bool {
    let subscribes = ["/published/boards/", "/published/products/"]
        .iter()
        .filter_map(|start| path.strip_prefix(start)?.strip_suffix("/subscribe"))
        .any(|id| !id.contains('/'));
    let open = ["/sign-in", "/join"];
    subscribes || open.iter().any(|start| path.starts_with(start))
}

#[actix_web::test]
async fn the_forms_of_the_register_stand_what_nobody_types_on_purpose() {
    attack_pages(is_of_the_register).await;
}

#[actix_web::test]
async fn the_forms_of_meetings_stand_what_nobody_types_on_purpose() {
    attack_pages(is_of_meetings).await;
}

#[actix_web::test]
async fn the_forms_of_boards_stand_what_nobody_types_on_purpose() {
    attack_pages(|path| {
        path.starts_with("/boards") && !is_of_meetings(path) || path.starts_with("/rehearsal")
    })
    .await;
}

#[actix_web::test]
async fn the_forms_of_cases_stand_what_nobody_types_on_purpose() {
    attack_pages(|path| path.starts_with("/cases")).await;
}

#[actix_web::test]
async fn the_forms_of_mandates_and_terms_stand_what_nobody_types_on_purpose() {
    attack_pages(|path| path.starts_with("/mandates") || path.starts_with("/appointments")).await;
}

#[actix_web::test]
async fn the_forms_of_measures_and_relations_stand_what_nobody_types_on_purpose() {
    attack_pages(|path| path.starts_with("/measures") || path.starts_with("/relations")).await;
}

/// A member's own forms, which the secretary does not see.
#[actix_web::test]
async fn the_forms_of_members_stand_what_nobody_types_on_purpose() {
    let world = world();
    let mut olav = world.instance.signed_in(MEMBER).await;
    let (mut wrong, mut seen) = (Vec::new(), Vec::<PageForm>::new());
    let pages = [
        format!("/meetings/{}/colleagues", world.a.meeting),
        format!("/cases/{}/input", world.a.case),
    ];
    for path in &pages {
        for form in forms(&olav.get(path).await.body) {
            if form.is_sign_out() || seen.iter().any(|it| it.is_same(&form)) {
                continue;
            }
            wrong.extend(attack(&mut olav, path, &form).await);
            seen.push(form);
        }
    }
    assert!(seen.len() >= 2, "only {} forms were found", seen.len());
    for path in pages {
        let answer = olav.get(&path).await;
        if answer.status.as_u16() >= 500 || comes_back_as_markup(&answer.body) {
            wrong.push(format!("{path} afterwards: {}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[actix_web::test]
async fn the_forms_that_need_no_session_stand_what_nobody_types_on_purpose() {
    // An address that is one is answered slowly on purpose, so all fields are hostile at once.
    let world = world();
    let mut visitor = world.instance.browser();
    let mut wrong = Vec::new();
    let subscribe = format!("/published/boards/{}/subscribe", world.a.board);
    for path in ["/sign-in", "/join", subscribe.as_str()] {
        for value in hostile() {
            for form in forms(&visitor.get(path).await.body) {
                assert!(is_open(&form.action));
                let names = form.fields.iter().map(|field| field.name.clone());
                let fields: Vec<_> = names.map(|name| (name, value.clone())).collect();
                let answer = post(&mut visitor, &form.action, &fields).await;
                let all: Vec<&Field> = form.fields.iter().collect();
                let shown: String = value.chars().take(30).collect();
                wrong.extend(
                    fault(&answer, &form, &all, &value)
                        .map(|fault| format!("{path} {shown:?}: {fault}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[actix_web::test]
async fn a_form_that_was_kept_comes_back_as_text() {
    let world = world();
    let mut kari = everything(&world).await;
    kari.get("/organisations/new").await.ok();
    world.instance.move_by(chrono::Duration::hours(1));
    let fields = [("name", BREAK_OUT), (SCRIPT, SCRIPT), ("kind", "a\r\nb: c")];
    let kept = kari.post("/organisations/new", &fields).await.goes_to();
    let (_, path) = kept.split_once("next=").expect("it goes on to the form");
    let mut again = world.instance.signed_in(SECRETARY).await;
    for (name, value) in &kari.cookies {
        if !again.cookies.contains_key(name) {
            again.cookies.insert(name.clone(), value.clone());
        }
    }
    let page = again.get(path).await.ok();
    assert!(page.contains(&escaped(BREAK_OUT)) && !comes_back_as_markup(&page));
}

#[actix_web::test]
async fn a_time_that_does_not_exist_or_comes_twice_is_refused_at_its_field() {
    let world = world();
    let mut kari = everything(&world).await;
    let plan = format!("/boards/{}/years/2027/plan", world.a.board);
    let moving = format!("/meetings/{}/move", world.a.meeting);
    for (date, why) in [("2027-03-28", "finnes ikke"), ("2027-10-31", "to ganger")] {
        for path in [&plan, &moving] {
            let fields = [
                ("rows", "1"),
                ("kind", "ordinary"),
                ("kind-0", "ordinary"),
                ("day-0", date),
                ("starts-0", "02:30"),
                ("ends-0", "11:00"),
                ("act", "preview"),
            ];
            let page = kari.post(path, &fields).await.is(422);
            assert!(
                page.contains("starts-0-mistake") && page.contains(why),
                "{path} {date}"
            );
            assert!(page.contains("value=\"02:30\"") && page.contains(date));
        }
    }
}

#[actix_web::test]
async fn every_query_stands_what_nobody_asks_on_purpose() {
    let world = world();
    let mut kari = everything(&world).await;
    let (board, mandate) = (world.a.board, world.a.mandate);
    let terms = format!("/boards/{board}/terms?on=");
    let [rule, lead, remove] =
        ["rule", "lead", "remove"].map(|part| format!("/mandates/{mandate}?{part}="));
    let cases = format!("/boards/{board}/cases");
    let (states, pages) = (format!("{cases}?state="), format!("{cases}?page="));
    let follows = format!("{cases}/new?follows=");
    let starts = [
        &states,
        &pages,
        &follows,
        "/organisations?text=",
        "/organisations?kind=",
        "/people?text=",
        "/boards?said=",
        "/boards?said=said-",
        "/boards?lang=",
        &terms,
        &rule,
        &lead,
        &remove,
        "/desk?page=",
        "/ledger?show=",
        "/ledger?before=",
        "/ledger?board=",
        "/ledger?show=handed-over&before=",
        "/import/template?sheet=",
        "/rehearsal?from=",
        "/rehearsal?to=2027-01-01&from=",
        "/rehearsal?from=2026-11-22&to=",
        "/sign-in?next=",
        "/sign-in?address=",
        "/me/devices?",
    ];
    let mut wrong = Vec::new();
    let mut values: Vec<String> = hostile().map(|it| encoded(&it)).collect();
    values.extend(["%ff%fe", "%", "%zz", "a&said=x&said=y&lang=nn&lang=q"].map(str::to_owned));
    for start in starts {
        for value in &values {
            let path = format!("{start}{value}");
            let answer = kari.get(&path).await;
            let is_refused_kindly = answer.status.as_u16() < 500
                && (answer.status.as_u16() != 400 || answer.body.contains("<h1"));
            if !is_refused_kindly || comes_back_as_markup(&answer.body) {
                wrong.push(format!("{path}: {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn encoded(text: &str) -> String {
    styringsrad::web::paths::escape(text)
}

#[actix_web::test]
async fn a_path_that_names_nothing_is_not_found() {
    let world = world();
    let mut kari = everything(&world).await;
    let board = world.a.board;
    for year in ["0", "-1", "99999", "2147483648", "2027x", "%00", "१९"] {
        let year = encoded(year);
        let path = format!("/boards/{board}/years/{year}");
        assert_eq!(kari.get(&path).await.status, 404, "{path}");
        let plan = format!("{path}/plan");
        assert_eq!(kari.get(&plan).await.status, 404, "{plan}");
        assert_eq!(kari.post(&plan, &[]).await.status, 404, "{plan}");
    }
    for year in ["1990", "2190"] {
        let path = format!("/boards/{board}/years/{year}");
        kari.get(&path).await.ok();
        kari.get(&format!("{path}/plan")).await.ok();
    }
    for (_, pattern) in patterns() {
        let names_an_object = pattern.contains("{id}");
        for id in [
            "x",
            "0",
            "%27%3B--",
            "%ff",
            "0192f0c4-0000-7000-8000-000000000000",
        ] {
            let with = |id: &str| {
                pattern
                    .replace("{id}", id)
                    .replace("{period}", id)
                    .replace("{year}", "2027")
                    .replace("{stage}", "dispatch")
            };
            let path = with(id);
            if !names_an_object {
                continue;
            }
            let read = kari.get(&path).await.status.as_u16();
            let posted = kari.post(&path, &[]).await.status.as_u16();
            let is_hidden = |status: u16| [400, 404].contains(&status);
            assert!(is_hidden(read), "GET {path}: {read}");
            if path.starts_with("/api/") {
                // Programs are told that nothing is posted there (RFC 9110 § 15.5.6).
                assert_eq!(posted, 405, "POST {path}");
            } else if path.starts_with("/published/") && posted == 405 {
                // Nor at a page that is only read, whether there is one or not.
                let there = with(world.a.board.as_str());
                let on_one_that_is = kari.post(&there, &[]).await.status.as_u16();
                assert_eq!(on_one_that_is, 405, "POST {there}");
            } else {
                assert!(is_hidden(posted), "POST {path}: {posted}");
            }
        }
    }
}
