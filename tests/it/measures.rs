//! Measures of the action plan, on both engines: the secretariat keeps them and everyone with a role reads them, their history
//! only grows, what is late is told, and a report is put on the next agenda once.

use crate::support::{Answer, Browser, Instance, instances};
use crate::world::{MEMBER, NOW, OBSERVER, OTHER_SECRETARY, SECRETARY, SERVICE_OWNER, world};
use diesel::prelude::*;
use styringsrad::cases::CaseState;
use styringsrad::cases::store as cases;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, MeasureId, OrganisationId};
use styringsrad::db::schema::{
    audit_entry, board, measure, measure_report, measure_status, organisation_name, paper,
    paper_version,
};
use styringsrad::db::types::Words;
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::portfolio::measures::{Measure, store};

const GUIDE: [&str; 2] = [
    "Veileder for strategisk styring av digitaliseringen",
    "Rettleiar for strategisk styring av digitaliseringa",
];
const UNKNOWN: &str = "0192f0c4-0000-7000-8000-000000000000";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

/// An instance with the demo on each engine, and its board.
fn with_demo() -> Vec<(Instance, BoardId)> {
    let all = instances(NOW).into_iter();
    all.map(|instance| {
        assert!(demo::load(&instance.app).expect("the demo loads"));
        let of = read(&instance, |conn| {
            let of = board::table.filter(board::slug.eq("styringsradet"));
            Ok(of.select(board::id).first(conn)?)
        });
        (instance, of)
    })
    .collect()
}

fn titled(instance: &Instance, [nb, nn]: [&'static str; 2]) -> Measure {
    read(instance, move |conn| {
        let title = Words::new([("nb", nb), ("nn", nn)]);
        let of = measure::table.filter(measure::title.eq(title));
        let id: MeasureId = of.select(measure::id).first(conn)?;
        store::measure(conn, id)
    })
}

fn whole(instance: &Instance, id: MeasureId) -> Measure {
    read(instance, move |conn| store::measure(conn, id))
}

fn short(instance: &Instance, name: &'static str) -> OrganisationId {
    read(instance, move |conn| {
        let of = organisation_name::table.filter(organisation_name::short_name.eq(name));
        Ok(of.select(organisation_name::organisation_id).first(conn)?)
    })
}

/// How many measures and lines of histories there are.
fn counts(instance: &Instance) -> (i64, i64) {
    read(instance, |conn| {
        let measures = measure::table.count().get_result(conn)?;
        Ok((measures, measure_status::table.count().get_result(conn)?))
    })
}

fn entries(instance: &Instance, id: MeasureId) -> Vec<String> {
    read(instance, move |conn| {
        let of = audit_entry::table.filter(audit_entry::object_id.eq(id.as_str()));
        let of = of.order((audit_entry::at.asc(), audit_entry::id.asc()));
        Ok(of.select(audit_entry::action).load(conn)?)
    })
}

fn list(of: BoardId) -> String {
    format!("/boards/{of}/measures")
}

/// Posts a form of a measure with the version that it has now.
async fn post(
    browser: &mut Browser<'_>,
    instance: &Instance,
    id: MeasureId,
    rest: &str,
    values: &[(&str, &str)],
) -> Answer {
    let version = whole(instance, id).version.to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(values);
    browser
        .post(&format!("/measures/{id}/{rest}"), &fields)
        .await
}

fn is_refused_at(page: &str, field: &str) -> bool {
    page.contains(&format!("href=\"#{field}\"")) && page.contains("ds-error-summary")
}

/// A right form of a new measure.
fn right(ministry: &str) -> Vec<(&'static str, String)> {
    let fields = [
        ("id", MeasureId::new().to_string()),
        ("title-nb", "Felles begrepskatalog".to_owned()),
        ("title-nn", "Felles omgrepskatalog".to_owned()),
        ("title-en", String::new()),
        ("ministry", ministry.to_owned()),
        ("first-year", "2026".to_owned()),
        ("last-year", "2028".to_owned()),
        ("goals", "Én katalog\nEtt ord for hver ting".to_owned()),
        ("status", "not_started".to_owned()),
        ("on", "2026-11-01".to_owned()),
    ];
    fields.to_vec()
}

async fn send(browser: &mut Browser<'_>, path: &str, fields: &[(&str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    browser.post(path, &fields).await
}

#[actix_web::test]
async fn everyone_with_a_role_reads_the_measures_and_only_the_secretariat_keeps_them() {
    for (instance, of) in with_demo() {
        let one = titled(&instance, GUIDE);
        for address in [SECRETARY, MEMBER, OBSERVER] {
            let mut reader = instance.signed_in(address).await;
            let page = reader.get(&format!("{}?lang=nb", list(of))).await.ok();
            assert!(page.contains(GUIDE[0]) && page.contains("role=\"img\""));
            assert!(!page.contains("term-chart__bar--vacant"), "no alarm");
            assert!(page.contains("Uavklart"), "nobody carries out one of them");
            let page = reader
                .get(&format!("/measures/{}?lang=nb", one.id))
                .await
                .ok();
            assert!(page.contains("Arbeidet med utvikling av veileder er i gang."));
            assert!(page.contains("Forankring i Embetsgruppen for IKT"));
            let keeps = address == SECRETARY;
            assert_eq!(page.contains("/status\""), keeps, "{address}");
            let front = reader.get(&format!("/boards/{of}")).await.ok();
            assert!(front.contains(&list(of)), "{address}");
        }
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav
            .get(&format!("/measures/{}?lang=nn", one.id))
            .await
            .ok();
        assert!(page.contains(GUIDE[1]));
        for rest in ["edit", "status"] {
            olav.get(&format!("/measures/{}/{rest}", one.id))
                .await
                .is(404);
        }
        olav.get(&format!("{}/report", list(of))).await.is(404);
        let mut mette = instance.signed_in(SERVICE_OWNER).await;
        mette.get(&list(of)).await.is(404);
        mette.get(&format!("/measures/{}", one.id)).await.is(404);
    }
}

#[actix_web::test]
async fn a_measure_is_added_once_and_changed_with_who_did_what() {
    for (instance, of) in with_demo() {
        let (before, _) = counts(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        kari.get(&format!("{}/new", list(of))).await.ok();
        let (ministry, digdir) = (short(&instance, "DFD"), short(&instance, "Digdir"));
        let mut fields = right(ministry.as_str());
        fields.push(("performs", digdir.to_string()));
        fields.push(("involved", ministry.to_string()));
        fields.push(("involved", digdir.to_string()));
        let path = format!("{}/new", list(of));
        let lands = send(&mut kari, &path, &fields).await.goes_to();
        assert!(lands.contains("said-measure-saved"), "{lands}");
        let again = send(&mut kari, &path, &fields).await.goes_to();
        assert_eq!(again, lands, "a form sent twice adds once");
        assert_eq!(counts(&instance).0, before + 1);
        let one = titled(
            &instance,
            ["Felles begrepskatalog", "Felles omgrepskatalog"],
        );
        assert_eq!((one.facts.performs.len(), one.facts.involved.len()), (1, 2));
        let mut changed = fields;
        changed.retain(|(name, _)| !["involved", "last-year"].contains(name));
        changed.push(("last-year", "2030".to_owned()));
        changed.push(("version", "1".to_owned()));
        let path = format!("/measures/{}/edit", one.id);
        send(&mut kari, &path, &changed).await.goes_to();
        let one = whole(&instance, one.id);
        assert_eq!(
            (one.facts.years.last(), one.facts.involved.len()),
            (2030, 0)
        );
        assert_eq!(
            entries(&instance, one.id),
            ["measure-added", "measure-changed"]
        );
        // Overtaken: what was typed stays, and who was first is told.
        let mut jon = changed;
        jon.retain(|(name, _)| *name != "contact");
        jon.push(("contact", "postmottak@dfd.example".to_owned()));
        let page = send(&mut kari, &path, &jon).await.is(409);
        assert!(page.contains("postmottak@dfd.example") && page.contains("Kari Nordbø"));
        assert!(
            page.contains("name=\"version\" value=\"2\""),
            "it goes on from there"
        );
        assert_eq!(whole(&instance, one.id), one);
    }
}

#[actix_web::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_is_saved() {
    for (instance, of) in with_demo() {
        let before = counts(&instance);
        let mut kari = instance.signed_in(SECRETARY).await;
        let ministry = short(&instance, "DFD").to_string();
        let long = "a".repeat(5_000);
        let path = format!("{}/new", list(of));
        for (name, value, at) in [
            ("title-nb", "", "title-nb"),
            ("title-nb", long.as_str(), "title-nb"),
            ("title-nn", "a\u{0}b", "title-nn"),
            ("ministry", UNKNOWN, "ministry"),
            ("ministry", "", "ministry"),
            ("performs", UNKNOWN, "performs"),
            ("involved", "x", "involved"),
            ("first-year", "2029", "last-year"),
            ("first-year", "1899", "first-year"),
            ("last-year", "2201", "last-year"),
            ("last-year", "99999999999999999999", "last-year"),
            ("goals", long.as_str(), "goals"),
            ("status", "lost", "status"),
            ("on", "2026-11-23", "on"),
            ("on", "0000-00-00", "on"),
            ("on", "9999-12-31", "on"),
        ] {
            let mut wrong = right(&ministry);
            wrong.retain(|(known, _)| *known != name);
            wrong.push((name, value.to_owned()));
            let page = send(&mut kari, &path, &wrong).await.is(422);
            assert!(is_refused_at(&page, at), "{name} = {value}: {page}");
            assert!(name == "title-nb" || page.contains("Felles begrepskatalog"));
        }
        assert_eq!(counts(&instance), before);
    }
}

#[actix_web::test]
async fn a_history_grows_in_order_and_is_never_changed() {
    for (instance, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let one = titled(&instance, GUIDE);
        kari.get(&format!("/measures/{}/status", one.id)).await.ok();
        let line = |status: &'static str, on: &'static str, note: &'static str| {
            [("status", status), ("on", on), ("note", note)]
        };
        for (sent, field) in [
            (line("finished", "2026-11-23", ""), "on"),
            (line("finished", "2020-01-01", ""), "on"),
            (line("started", "2026-11-22", ""), "note"),
            (line("lost", "2026-11-22", ""), "status"),
            (line("started", "2026-11-22", "178981 90021"), "note"),
        ] {
            let page = post(&mut kari, &instance, one.id, "status", &sent).await;
            assert!(is_refused_at(&page.is(422), field), "{sent:?}");
        }
        assert_eq!(whole(&instance, one.id), one);
        let sent = line("started", "2026-11-20", "Utkastet er ute.");
        let lands = post(&mut kari, &instance, one.id, "status", &sent).await;
        assert!(lands.goes_to().contains("said-measure-status"));
        // Another tab began from the version before.
        let stale = [
            ("version", "1"),
            ("status", "finished"),
            ("on", "2026-11-22"),
            ("note", "Ferdig."),
        ];
        let path = format!("/measures/{}/status", one.id);
        let page = kari.post(&path, &stale).await.is(409);
        assert!(page.contains("Ferdig.") && page.contains("Kari Nordbø"));
        post(
            &mut kari,
            &instance,
            one.id,
            "status",
            &line("finished", "2026-11-22", "Ferdig."),
        )
        .await
        .goes_to();
        let after = whole(&instance, one.id);
        assert_eq!(after.history[..one.history.len()], one.history[..]);
        let added: Vec<&str> = (after.history.iter().skip(one.history.len()))
            .map(|turn| turn.status.as_str())
            .collect();
        assert_eq!(added, ["started", "finished"]);
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav
            .get(&format!("/measures/{}?lang=nb", one.id))
            .await
            .ok();
        let (newest, older) = (page.find("Ferdig."), page.find("Utkastet er ute."));
        assert!(
            newest.is_some() && newest < older,
            "the newest stands first"
        );
    }
}

#[actix_web::test]
async fn what_is_late_is_told_and_a_list_is_narrowed() {
    for (instance, of) in with_demo() {
        let mut olav = instance.signed_in(MEMBER).await;
        let get = |query: &str| format!("{}?lang=nb&{query}", list(of));
        let late = olav.get(&get("late=yes")).await.ok();
        assert!(late.contains("Forsinket: siste år er over"));
        assert!(late.contains("Forsinket: skulle vært i gang"));
        assert!(!late.contains(GUIDE[0]) && !late.contains("Konsultasjonsordningen"));
        // The guide is late from the turn of the year on.
        instance.move_to("2027-01-02 08:00");
        let mut olav = instance.signed_in(MEMBER).await;
        let late = olav.get(&get("late=yes")).await.ok();
        assert!(late.contains(GUIDE[0]));
        let finished = olav.get(&get("status=finished")).await.ok();
        assert!(finished.contains("Konsultasjonsordningen") && !finished.contains(GUIDE[0]));
        let none = olav.get(&get("status=finished&late=yes")).await.ok();
        assert!(none.contains("Ingen tiltak passer med valgene."));
        let ministry = short(&instance, "DFD");
        let all = olav.get(&get(&format!("ministry={ministry}"))).await.ok();
        assert!(all.contains(GUIDE[0]));
        // What is no choice narrows nothing, and is told.
        for wrong in ["status=lost", "ministry=x", &format!("ministry={UNKNOWN}")] {
            let page = olav.get(&get(wrong)).await.ok();
            assert!(
                page.contains("ds-error-summary") && page.contains(GUIDE[0]),
                "{wrong}"
            );
        }
    }
}

/// The meeting that is offered first.
fn offered(page: &str) -> String {
    let (_, rest) = page
        .split_once("name=\"meeting\"")
        .expect("a choice of meetings");
    let (_, rest) = rest.split_once("<option value=\"").expect("a meeting");
    rest.split('"').next().unwrap_or_default().to_owned()
}

fn reports(instance: &Instance) -> Vec<CaseId> {
    read(instance, |conn| {
        let all = measure_report::table.order(measure_report::made_at.asc());
        Ok(all.select(measure_report::case_id).load(conn)?)
    })
}

/// What the paper of a case says, and how many papers it has.
fn written(instance: &Instance, case: CaseId) -> (String, usize) {
    let all: Vec<Option<String>> = read(instance, move |conn| {
        let of = paper_version::table
            .inner_join(paper::table.on(paper::id.eq(paper_version::paper_id)))
            .filter(paper::case_id.eq(case));
        Ok(of.select(paper_version::content).load(conn)?)
    });
    let first = all.first().cloned().flatten();
    (first.expect("it is written"), all.len())
}

#[actix_web::test]
async fn a_report_is_put_on_the_next_agenda_once() {
    for (instance, of) in with_demo() {
        let path = format!("{}/report", list(of));
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("{path}?lang=nb")).await.ok();
        for said in [
            "Forsinkede tiltak",
            "skulle vært ferdig i 2025",
            "Ferdigstilt: 2",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let meeting = offered(&page);
        let answer = kari.post(&path, &[("meeting", &meeting)]).await;
        assert!(answer.goes_to().contains("said-measure-report"));
        let made = reports(&instance);
        assert_eq!(made.len(), 1);
        let case = made[0];
        let standing = read(&instance, move |conn| cases::case(conn, case));
        assert_eq!(standing.state, CaseState::Scheduled);
        assert_eq!(
            standing.meeting.map(|id| id.to_string()),
            Some(meeting.clone())
        );
        assert_eq!(
            (
                standing.facts.kind.as_str(),
                standing.facts.subject.as_str()
            ),
            ("information", "action_plan")
        );
        let (text, papers) = written(&instance, case);
        assert_eq!(papers, 1);
        assert!(text.contains("Det nye mandatet til Skate") && text.contains("22. november 2026"));
        assert!(
            !text.contains("Nytt siden forrige rapport"),
            "it is the first"
        );
        // The second time it is there already.
        let lands = kari.post(&path, &[("meeting", &meeting)]).await.goes_to();
        assert!(lands.contains(case.as_str()) && lands.contains("said-measure-report-there"));
        assert_eq!(reports(&instance), made);
        let page = kari.get(&format!("{path}?lang=nb")).await.ok();
        assert!(
            page.contains("har alt en statusrapport") && page.contains(&format!("/cases/{case}"))
        );
        // A member reads the case, and not the paper before it is sent out.
        let mut olav = instance.signed_in(MEMBER).await;
        let page = olav.get(&format!("/cases/{case}?lang=nb")).await.ok();
        assert!(page.contains("Status for tiltakene i handlingsplanen"));
        assert!(!page.contains("/papers/"));
    }
}

#[actix_web::test]
async fn the_next_report_tells_what_is_new_and_what_people_wrote_is_no_markup() {
    for (instance, of) in with_demo() {
        let path = format!("{}/report", list(of));
        let mut kari = instance.signed_in(SECRETARY).await;
        let first = offered(&kari.get(&path).await.ok());
        kari.post(&path, &[("meeting", &first)]).await.goes_to();
        instance.move_to("2026-11-24 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let one = titled(&instance, GUIDE);
        let line = [
            ("status", "finished"),
            ("on", "2026-11-23"),
            ("note", "# Ferdig | <b>trykt</b>"),
        ];
        post(&mut kari, &instance, one.id, "status", &line)
            .await
            .goes_to();
        let page = kari.get(&format!("{path}?lang=nb")).await.ok();
        assert!(page.contains("Nytt siden forrige rapport"));
        assert!(page.contains("# Ferdig | "), "{page}");
        assert!(!page.contains("<b>trykt"));
        assert!(page.contains("22. november 2026"), "when it was made");
        // It goes to another meeting, as a case of its own.
        let (_, others) = page
            .split_once(&format!("<option value=\"{first}\""))
            .expect("offered");
        let (_, other) = others
            .split_once("<option value=\"")
            .expect("another meeting");
        let other = other.split('"').next().unwrap_or_default();
        kari.post(&path, &[("meeting", other)]).await.goes_to();
        let made = reports(&instance);
        assert_eq!(made.len(), 2);
        let (text, _) = written(&instance, made[1]);
        assert!(text.contains(GUIDE[0]) && text.contains("Nytt siden forrige rapport"));
    }
}

#[actix_web::test]
async fn a_report_goes_nowhere_else_than_to_a_meeting_that_takes_cases() {
    for (instance, of) in with_demo() {
        let path = format!("{}/report", list(of));
        let mut kari = instance.signed_in(SECRETARY).await;
        for wrong in ["", "x", UNKNOWN] {
            let page = kari.post(&path, &[("meeting", wrong)]).await.is(422);
            assert!(is_refused_at(&page, "meeting"), "{wrong}");
        }
        assert!(reports(&instance).is_empty());
        // Every planned meeting is over.
        instance.move_to("2029-06-01 08:00");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari.get(&format!("{path}?lang=nb")).await.ok();
        assert!(page.contains("Fristen for å melde saker er ute"));
        assert!(!page.contains("name=\"meeting\""));
    }
}

#[actix_web::test]
async fn another_boards_secretary_finds_nothing() {
    let world = world();
    let mut berit = world.browser(Some(OTHER_SECRETARY)).await;
    let before = counts(&world.instance);
    for path in [
        list(world.a.board),
        format!("{}/new", list(world.a.board)),
        format!("{}/report", list(world.a.board)),
        format!("/measures/{}", world.a.measure),
        format!("/measures/{}/edit", world.a.measure),
        format!("/measures/{}/status", world.a.measure),
    ] {
        berit.get(&path).await.is(404);
    }
    let line = [
        ("version", "1"),
        ("status", "finished"),
        ("on", "2026-11-22"),
    ];
    let path = format!("/measures/{}/status", world.a.measure);
    berit.post(&path, &line).await.is(404);
    // The id of another board's measure in a form of one's own adds nothing there, and nothing here.
    let ministry = world.organisation.to_string();
    let mut fields = right(&ministry);
    fields.retain(|(name, _)| *name != "id");
    fields.push(("id", world.a.measure.to_string()));
    let path = format!("{}/new", list(world.b.board));
    send(&mut berit, &path, &fields).await.is(404);
    assert_eq!(counts(&world.instance), before);
}
