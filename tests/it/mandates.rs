//! The versions of a mandate as documents, on both engines: their text and its rules, drafts and why they are refused.
//!
//! And the way to approval, what differs, what one would change, and what is told where a version is not as it should be.

use crate::support::{Browser, Instance, day, instances};
use crate::world::{COLLEAGUE, NOW, OTHER_SECRETARY, SECRETARY, world};
use diesel::prelude::*;
use styringsrad::boards::rules::versions::START;
use styringsrad::boards::{Fault, Mandate, MandateState, rule_kind as kind, store as boards};
use styringsrad::cases::CaseState;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, MandateId};
use styringsrad::db::schema::{
    audit_entry, board, board_case, mandate_document, mandate_paragraph, mandate_version, message,
    occasion,
};
use styringsrad::demo;
use styringsrad::error::Result;
use styringsrad::mail::OccasionState;

/// A member who reads bokmål.
const TERJE: &str = "terje.brattvik@brreg.example";

fn read<T: Send + 'static>(
    instance: &Instance,
    read: impl Fn(&mut Conn) -> Result<T> + Send + 'static,
) -> T {
    instance.app.db.read_now(read).expect("the rows are read")
}

fn write<T: Send + 'static>(instance: &Instance, write: impl Fn(&mut Conn) -> Result<T>) -> T {
    instance.app.db.write_now(write).expect("it is written")
}

/// The demo on each engine, with its board and the council below it.
fn with_demo() -> Vec<(Instance, BoardId, BoardId)> {
    let loaded = |instance: Instance| {
        assert!(demo::load(&instance.app).expect("the demo loads"));
        let (of, council) = read(&instance, |conn| {
            let of: BoardId = board::table
                .filter(board::slug.eq("styringsradet"))
                .select(board::id)
                .first(conn)?;
            let council = board::table
                .filter(board::parent_id.eq(of))
                .select(board::id)
                .first(conn)?;
            Ok((of, council))
        });
        (instance, of, council)
    };
    instances(NOW).into_iter().map(loaded).collect()
}

fn versions(instance: &Instance, of: BoardId) -> Vec<Mandate> {
    read(instance, move |conn| boards::versions(conn, of))
}

pub fn version(instance: &Instance, of: BoardId, label: &str) -> Mandate {
    let mut all = versions(instance, of).into_iter();
    all.find(|it| it.label == label).expect("it is there")
}

/// How many rows there are of versions, paragraphs, documents, cases, and entries of the log.
fn rows(instance: &Instance) -> [i64; 5] {
    read(instance, |conn| {
        Ok([
            mandate_version::table.count().get_result(conn)?,
            mandate_paragraph::table.count().get_result(conn)?,
            mandate_document::table.count().get_result(conn)?,
            board_case::table.count().get_result(conn)?,
            audit_entry::table.count().get_result(conn)?,
        ])
    })
}

pub async fn step(
    kari: &mut Browser<'_>,
    of: &Mandate,
    rest: &[(&str, &str)],
) -> crate::support::Answer {
    let version = of.version.to_string();
    let mut fields = vec![("version", version.as_str())];
    fields.extend(rest);
    kari.post(&format!("/mandates/{}/step", of.id), &fields)
        .await
}

pub const CASE: [(&str, &str); 4] = [
    ("act", "propose"),
    ("title", "Nytt mandat"),
    ("kind", "recommendation"),
    ("subject", "plans"),
];

#[actix_web::test]
async fn the_text_is_read_with_the_rules_that_come_from_each_paragraph() {
    for (instance, of, _) in with_demo() {
        let current = version(&instance, of, "1.4");
        let mut terje = instance.signed_in(TERJE).await;
        let page = terje
            .get(&format!("/mandates/{}/text", current.id))
            .await
            .ok();
        for said in [
            "id=\"point-4\"",
            "Styringsrådet består av 12 – 14 medlemmer.",
            "<li>En representant fra KS er fast medlem av styringsrådet.</li>",
            "Regler som kommer fra dette punktet:",
            "Minst 12 medlemmer",
            "Godkjent",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(!page.contains("Regler uten punkt i teksten"));
        assert!(!page.contains("/write") && !page.contains("/step"));
        let rules = terje.get(&format!("/mandates/{}", current.id)).await.ok();
        assert!(rules.contains(&format!("/mandates/{}/text#point-4", current.id)));
        // A rule that refers to nothing in the text is told.
        write(&instance, |conn| {
            use styringsrad::db::schema::mandate_rule::dsl;
            let one = dsl::mandate_rule
                .filter(dsl::mandate_id.eq(current.id))
                .filter(dsl::kind.eq(kind::ORDINARY_MEETINGS));
            diesel::update(one)
                .set(dsl::paragraph.eq("§ 12"))
                .execute(conn)?;
            Ok(())
        });
        let page = terje
            .get(&format!("/mandates/{}/text", current.id))
            .await
            .ok();
        assert!(page.contains("Regler uten punkt i teksten") && page.contains("§\u{a0}12"));
    }
}

#[actix_web::test]
async fn a_draft_is_the_secretariats_alone() {
    for (instance, of, _) in with_demo() {
        let draft = version(&instance, of, "1.5");
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut terje = instance.signed_in(TERJE).await;
        for rest in ["", "/text", "/difference", "/what-if"] {
            let path = format!("/mandates/{}{rest}", draft.id);
            kari.get(&path).await.ok();
            terje.get(&path).await.is(404);
        }
        let list = format!("/boards/{of}/mandates");
        assert!(kari.get(&list).await.ok().contains(draft.id.as_str()));
        assert!(!terje.get(&list).await.ok().contains(draft.id.as_str()));
        let current = version(&instance, of, "1.4");
        let path = format!("/mandates/{}/difference", current.id);
        let alone = "Rådet har bare denne versjonen.";
        assert!(terje.get(&path).await.ok().contains(alone));
        // What is on its way binds nobody: no deadline, rule or picture follows it.
        let counts = read(&instance, move |conn| boards::mandates(conn, of));
        assert_eq!(counts.len(), 1);
        assert!(counts[0].period.until.is_none());
    }
}

#[actix_web::test]
async fn what_a_draft_cannot_be_is_told_at_its_field_and_nothing_is_saved() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let before = rows(&instance);
        let path = format!("/boards/{of}/mandates/draft");
        let long = "9".repeat(3000);
        for (label, from, last, field) in [
            ("1.6", "2020-01-01", "", "from"),
            // The day on which v1.4 began, and the draft begins.
            ("1.6", "2021-12-01", "", "from"),
            ("1.6", "2028-07-01", "", "from"),
            ("1.6", "2029-01-01", "2028-12-31", "last-day"),
            ("1.4", "2029-01-01", "", "label"),
            ("", "2029-01-01", "", "label"),
            (long.as_str(), "2029-01-01", "", "label"),
            ("1.6", "0000-01-01", "", "from"),
            ("1.6", "9999-12-31", "", "from"),
            ("1.6", "\0", "", "from"),
        ] {
            let fields = [
                ("label", label),
                ("from", from),
                ("last-day", last),
                ("language", "nb"),
            ];
            let page = kari.post(&path, &fields).await.is(422);
            assert!(page.contains(&format!("{field}-mistake")), "{label} {from}");
        }
        let foreign = [("label", "1.6"), ("from", "2029-01-01"), ("language", "xx")];
        let page = kari.post(&path, &foreign).await.is(422);
        assert!(page.contains("language-mistake"));
        // Entering an approved version: before the one that it is to end.
        let ends = [
            ("label", "1.6"),
            ("from", "2020-01-01"),
            ("last-day", "2020-12-31"),
            ("end-former", "yes"),
        ];
        let path = format!("/boards/{of}/mandates/new");
        let page = kari.post(&path, &ends).await.is(422);
        assert!(page.contains("Versjonen må begynne etter versjon 1.4"));
        assert_eq!(rows(&instance), before);
    }
}

#[actix_web::test]
async fn a_draft_begins_with_the_rules_and_the_text_of_another() {
    for (instance, of, _) in with_demo() {
        let current = version(&instance, of, "1.4");
        let mut kari = instance.signed_in(SECRETARY).await;
        let copy = current.id.to_string();
        let fields = [
            ("label", "1.6"),
            ("from", "2029-01-01"),
            ("language", "nb"),
            ("copy-of", copy.as_str()),
        ];
        let path = format!("/boards/{of}/mandates/draft");
        // What counts is offered first, not the draft that is there.
        let page = kari.get(&path).await.ok();
        assert!(page.contains(&format!("value=\"{copy}\" selected")));
        // Of another board's mandate, or of none, no draft is made.
        let before = rows(&instance);
        let foreign = MandateId::new().to_string();
        let mut wrong = fields;
        wrong[3].1 = &foreign;
        let page = kari.post(&path, &wrong).await.is(422);
        assert!(page.contains("copy-of-mistake"), "{page}");
        assert_eq!(rows(&instance), before);
        kari.post(&path, &fields).await.goes_to();
        let made = version(&instance, of, "1.6");
        assert_eq!(made.state, MandateState::Draft);
        assert_eq!(made.rules.len(), current.rules.len());
        assert_eq!(made.deadlines.len(), current.deadlines.len());
        let page = kari.get(&format!("/mandates/{}/write", made.id)).await.ok();
        assert!(page.contains("# 4. Styringsrådets sammensetning"));
    }
}

#[actix_web::test]
async fn the_text_of_a_draft_is_written_and_of_what_is_approved_it_stands() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        let path = format!("/mandates/{}/write", draft.id);
        let at = draft.version.to_string();
        let before = rows(&instance);
        let long = format!("# 1. Bakgrunn\n\n{}", "æ".repeat(60_000));
        for text in [
            "",
            " \r\n ",
            "Innledning",
            "# Bakgrunn\n\nTekst",
            "# 1. Bakgrunn\n\nTekst\n\n# 1. Formål\n\nTekst",
            "# 1. Bakgrunn",
            "# 1. Bakgrunn\n\nRing 178981 90021.",
            long.as_str(),
        ] {
            let fields = [("version", at.as_str()), ("language", "nb"), ("text", text)];
            let page = kari.post(&path, &fields).await.is(422);
            assert!(page.contains("text-mistake"), "{text:.40}");
        }
        assert_eq!(rows(&instance), before);
        let text = "# 1. Bakgrunn\r\n\r\nHvorfor.\r\n\r\n# 2. Formål\r\n\r\nHva.";
        let right = [("version", at.as_str()), ("language", "nb"), ("text", text)];
        kari.post(&path, &right).await.goes_to();
        let page = kari.get(&format!("/mandates/{}/text", draft.id)).await.ok();
        assert!(page.contains("2. Formål") && page.contains("Hvorfor."));
        let mut other = instance.signed_in(COLLEAGUE).await;
        let late = [
            ("version", at.as_str()),
            ("language", "nb"),
            ("text", "# 1. Nytt\n\nMitt."),
        ];
        let page = other.post(&path, &late).await.is(409);
        assert!(page.contains("Mitt."), "what was typed is kept");
        // What counts stands as it was approved.
        let current = version(&instance, of, "1.4");
        let at = current.version.to_string();
        let fields = [("version", at.as_str()), ("language", "nb"), ("text", text)];
        let path = format!("/mandates/{}/write", current.id);
        let page = kari.post(&path, &fields).await.is(422);
        assert!(page.contains("Teksten ligger fast"));
        let page = kari
            .get(&format!("/mandates/{}/text", current.id))
            .await
            .ok();
        assert!(page.contains("Styringsrådet består av 12 – 14 medlemmer."));
    }
}

#[actix_web::test]
async fn a_draft_becomes_a_case_and_is_approved_with_a_decision_and_a_day() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let mut terje = instance.signed_in(TERJE).await;
        let draft = version(&instance, of, "1.5");
        let approve = |decision: &'static str, on: &'static str| {
            [("act", "approve"), ("decision", decision), ("day", on)]
        };
        // Nobody approves what nobody has treated.
        let early = approve("Sak 12/26", "2026-11-20");
        step(&mut kari, &draft, &early).await.is(422);
        let mut wrong = CASE;
        wrong[2] = ("kind", "no_such_kind");
        let page = step(&mut kari, &draft, &wrong).await.is(422);
        assert!(page.contains("kind-mistake") && page.contains("Nytt mandat"));
        step(&mut kari, &draft, &[("act", "burn")]).await.is(422);
        step(&mut kari, &draft, &CASE).await.goes_to();
        let sent = version(&instance, of, "1.5");
        assert_eq!(sent.state, MandateState::Proposed);
        let case = read(&instance, move |conn| {
            let of: (BoardId, CaseState, String) = board_case::table
                .inner_join(
                    mandate_document::table
                        .on(mandate_document::case_id.eq(board_case::id.nullable())),
                )
                .filter(mandate_document::mandate_id.eq(sent.id))
                .select((board_case::board_id, board_case::state, board_case::title))
                .first(conn)?;
            Ok(of)
        });
        assert_eq!(case, (of, CaseState::Proposed, "Nytt mandat".to_owned()));
        terje.get(&format!("/mandates/{}/text", sent.id)).await.ok();
        // Its text stands while it is treated, and a stale step is told.
        let page = step(&mut kari, &draft, &[("act", "send-back")]).await;
        page.is(409);
        for (fields, field) in [
            (approve("", "2026-11-20"), "decision"),
            (approve("Sak 12/26", "2026-11-23"), "day"),
            (approve("Sak 12/26", "2026-02-30"), "day"),
        ] {
            let page = step(&mut kari, &sent, &fields).await.is(422);
            assert!(page.contains(&format!("{field}-mistake")), "{field}");
        }
        step(
            &mut kari,
            &sent,
            &approve("Styringsrådet, sak 12/26", "2026-11-20"),
        )
        .await
        .goes_to();
        let new = version(&instance, of, "1.5");
        assert_eq!(
            (new.state, new.decision.as_str()),
            (MandateState::Approved, "Styringsrådet, sak 12/26")
        );
        let old = version(&instance, of, "1.4");
        assert_eq!(old.period.until, Some(day("2028-07-01")));
        let page = terje.get(&format!("/mandates/{}/text", new.id)).await.ok();
        assert!(page.contains("Styringsrådet, sak 12/26") && page.contains("20. november 2026"));
        // It is approved, and stays so.
        for act in ["drop", "send-back"] {
            let page = step(&mut kari, &new, &[("act", act)]).await.is(422);
            assert!(page.contains("Det går ikke slik versjonen står nå"));
        }
    }
}

#[actix_web::test]
async fn what_is_sent_back_is_a_draft_again_and_can_be_taken_away() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        step(&mut kari, &draft, &CASE).await.goes_to();
        let sent = version(&instance, of, "1.5");
        step(&mut kari, &sent, &[("act", "send-back")])
            .await
            .goes_to();
        let again = version(&instance, of, "1.5");
        assert_eq!(again.state, MandateState::Draft);
        step(&mut kari, &again, &[("act", "drop")]).await.goes_to();
        assert_eq!(versions(&instance, of).len(), 1);
        kari.get(&format!("/mandates/{}/text", again.id))
            .await
            .is(404);
        let left: i64 = read(&instance, move |conn| {
            Ok(mandate_paragraph::table
                .filter(mandate_paragraph::mandate_id.eq(again.id))
                .count()
                .get_result(conn)?)
        });
        assert_eq!(left, 0);
    }
}

#[actix_web::test]
async fn a_councils_mandate_is_a_case_of_the_board_above_it() {
    for (instance, of, council) in with_demo() {
        let current = version(&instance, council, "1.1");
        let id = write(&instance, move |conn| {
            let id = MandateId::new();
            diesel::insert_into(mandate_version::table)
                .values((
                    mandate_version::id.eq(id),
                    mandate_version::board_id.eq(council),
                    mandate_version::label.eq("1.2"),
                    mandate_version::valid_from.eq(day("2027-01-01")),
                    mandate_version::decision.eq(""),
                    mandate_version::state.eq(MandateState::Draft),
                ))
                .execute(conn)?;
            Ok(id)
        });
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, council, "1.2");
        assert_eq!(draft.id, id);
        // Nothing to approve yet.
        let page = step(&mut kari, &draft, &CASE).await;
        let page = page.is(422);
        assert!(page.contains("Utkastet har ingen tekst ennå"));
        let fields = [
            ("version", "1"),
            ("language", "nb"),
            ("text", "# 4. Sammensetning\n\nSeks til ti medlemmer."),
        ];
        kari.post(&format!("/mandates/{id}/write"), &fields)
            .await
            .goes_to();
        let draft = version(&instance, council, "1.2");
        step(&mut kari, &draft, &CASE).await.goes_to();
        let board = read(&instance, move |conn| {
            Ok(board_case::table
                .inner_join(
                    mandate_document::table
                        .on(mandate_document::case_id.eq(board_case::id.nullable())),
                )
                .filter(mandate_document::mandate_id.eq(id))
                .select(board_case::board_id)
                .first::<BoardId>(conn)?)
        });
        assert_eq!(board, of);
        assert!(
            current.period.until.is_none(),
            "the one before counts meanwhile"
        );
    }
}

#[actix_web::test]
async fn another_boards_secretariat_finds_none_of_it() {
    let world = world();
    let mut berit = world.instance.signed_in(OTHER_SECRETARY).await;
    let id = world.a.mandate;
    for rest in ["text", "write", "difference", "what-if"] {
        berit.get(&format!("/mandates/{id}/{rest}")).await.is(404);
    }
    let fields = [("version", "1"), ("act", "drop")];
    berit
        .post(&format!("/mandates/{id}/step"), &fields)
        .await
        .is(404);
    let board = world.a.board;
    berit
        .get(&format!("/boards/{board}/mandates/draft"))
        .await
        .is(404);
}

#[actix_web::test]
async fn members_read_what_differs_word_by_word_and_rule_by_rule() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        step(&mut kari, &draft, &CASE).await.goes_to();
        let mut terje = instance.signed_in(TERJE).await;
        let path = format!("/mandates/{}/difference", draft.id);
        let page = terje.get(&path).await.ok();
        for said in [
            "Forskjellen på versjon 1.4 og 1.5",
            "<ins>",
            "<del>",
            "Minst 12 medlemmer",
            "Minst 10 medlemmer",
            "5 punkter er like i begge",
            "10 dager før møtet",
            "<li>Virksomheter som forvalter",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(!page.contains("- Virksomheter"), "a point has one sign");
        assert!(
            !page.contains("Digdirs eierdepartementet"),
            "what is the same is not shown"
        );
        // Asked the other way round it is the same difference.
        let current = version(&instance, of, "1.4");
        let path = format!("/mandates/{}/difference?with={}", current.id, draft.id);
        let other = terje.get(&path).await.ok();
        assert!(other.contains("Forskjellen på versjon 1.4 og 1.5"));
        for odd in ["x", "%00", "0192f0c4-0000-7000-8000-000000000000"] {
            let path = format!("/mandates/{}/difference?with={odd}", current.id);
            terje.get(&path).await.ok();
        }
    }
}

#[actix_web::test]
async fn what_would_change_is_answered_and_nothing_is_saved() {
    for (instance, of, _) in with_demo() {
        let mut terje = instance.signed_in(TERJE).await;
        let current = version(&instance, of, "1.4");
        let path = format!("/mandates/{}/what-if", current.id);
        let before = rows(&instance);
        let form = terje.get(&path).await.ok();
        assert!(
            form.contains("name=\"least\" type=\"number\" value=\"12\""),
            "{form}"
        );
        let asked = format!("{path}?from=2027-07-01&least=10&most=12&months=48&meetings=5");
        let page = terje.get(&asked).await.ok();
        for said in [
            "Kort sagt, fra 1. juli 2027",
            "Minst 10 medlemmer",
            "Høyst 12 medlemmer",
            "forecast-table",
            "Hva som blir annerledes",
            "Ordinære møter år for år",
            "plasser for mange",
            "Mandatet begynner å gjelde",
            "I 2028–2030 ville det mangle",
        ] {
            assert!(page.contains(said), "{said}");
        }
        for (query, field) in [
            ("from=2021-12-01", "from"),
            ("from=2020-01-01", "from"),
            ("from=", "from"),
            ("from=9999-12-31", "from"),
            ("from=%00", "from"),
            ("from=2027-07-01&least=13&most=12", "least"),
            ("from=2027-07-01&most=3", "most"),
            ("from=2027-07-01&months=0", "months"),
            ("from=2027-07-01&least=99999999999999999999", "least"),
            ("from=2027-07-01&meetings=-1", "meetings"),
        ] {
            let page = terje.get(&format!("{path}?{query}")).await.is(422);
            assert!(page.contains(&format!("{field}-mistake")), "{query}");
        }
        terje.get(&format!("{path}?from=2199-12-31")).await.ok();
        terje
            .get(&format!("{path}?from=2027-07-01&from=2027-08-01"))
            .await
            .ok();
        assert_eq!(rows(&instance), before, "nothing is saved");
        // A draft answers for itself, with its own lead times.
        let draft = version(&instance, of, "1.5");
        let mut kari = instance.signed_in(SECRETARY).await;
        let page = kari
            .get(&format!("/mandates/{}/what-if", draft.id))
            .await
            .ok();
        assert!(page.contains("Kort sagt, fra 1. juli 2028"));
        // It asks for as many meetings as today: what is missing anyway is not its doing.
        assert!(page.contains("I 2029–2031 ville det verken mangle flere eller færre"));
        assert!(page.contains("Versjonen krever like mange ordinære møter"));
        let asked = format!("/mandates/{}/what-if?from=2026-12-01", draft.id);
        let page = kari.get(&asked).await.ok();
        assert!(page.contains("Frister som flytter seg") && !page.contains("Ingen frister for"));
    }
}

fn faults(instance: &Instance, of: BoardId, on: &str) -> Vec<Fault> {
    let on = day(on);
    read(instance, move |conn| {
        let found = boards::faults(conn, [of], on)?.remove(&of);
        Ok(found
            .unwrap_or_default()
            .into_iter()
            .map(|it| it.fault)
            .collect())
    })
}

#[actix_web::test]
async fn what_is_not_as_it_should_be_is_flagged_wherever_the_board_is_shown() {
    for (instance, of, _) in with_demo() {
        assert_eq!(faults(&instance, of, "2028-06-30"), []);
        assert_eq!(faults(&instance, of, "2028-07-01"), [Fault::NotApproved]);
        write(&instance, move |conn| {
            let current = mandate_version::table
                .filter(mandate_version::board_id.eq(of))
                .filter(mandate_version::label.eq("1.4"));
            diesel::update(current)
                .set(mandate_version::valid_until.eq(day("2026-11-22")))
                .execute(conn)?;
            let draft = mandate_version::table
                .filter(mandate_version::board_id.eq(of))
                .filter(mandate_version::label.eq("1.5"));
            diesel::update(draft)
                .set(mandate_version::valid_from.eq(day("2026-11-22")))
                .execute(conn)?;
            Ok(())
        });
        let both = [Fault::NotApproved, Fault::Expired];
        assert_eq!(faults(&instance, of, "2026-11-22"), both);
        let mut terje = instance.signed_in(TERJE).await;
        for path in [format!("/boards/{of}"), format!("/boards/{of}/composition")] {
            let page = terje.get(&path).await.ok();
            assert!(
                page.contains("Versjon 1.5 av mandatet skulle gjelde fra"),
                "{path}"
            );
            assert!(page.contains("Mandatet er gått ut."), "{path}");
        }
        let list = terje.get("/boards").await.ok();
        for said in ["Mandatet er ikke godkjent", "Mandatet er gått ut"] {
            assert!(list.contains(said), "{said}");
        }
    }
}

/// The slots of the mail about a version that nobody has approved, with their states.
fn told(instance: &Instance) -> Vec<(String, OccasionState)> {
    read(instance, |conn| {
        Ok(occasion::table
            .filter(occasion::kind.eq("mandate-unapproved"))
            .order(occasion::due.asc())
            .select((occasion::slot, occasion::state))
            .load(conn)?)
    })
}

#[actix_web::test]
async fn the_secretariat_is_told_as_a_version_should_begin_and_nobody_once_it_is_approved() {
    for (instance, of, _) in with_demo() {
        let slots = |instance: &Instance| {
            let all = told(instance).into_iter();
            all.map(|(slot, state)| format!("{slot} {state}"))
                .collect::<Vec<_>>()
        };
        let planned = OccasionState::Planned;
        let both = [
            format!("before-6-months {planned}"),
            format!("{START} {planned}"),
        ];
        assert_eq!(slots(&instance), both);
        instance.move_to("2028-07-03 12:00");
        instance.tick();
        instance.tick();
        let made: Vec<(String, String)> = read(&instance, |conn| {
            Ok(message::table
                .inner_join(occasion::table)
                .filter(occasion::kind.eq("mandate-unapproved"))
                .filter(occasion::slot.eq(START))
                .order(message::address.asc())
                .select((message::address, message::body))
                .load(conn)?)
        });
        let to: Vec<&str> = made.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, [COLLEAGUE, SECRETARY]);
        assert!(made[0].1.contains("/mandates/") && made[0].1.contains("1.5"));
        assert_eq!(told(&instance).len(), 2, "once each");
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        step(&mut kari, &draft, &CASE).await.goes_to();
        let sent = version(&instance, of, "1.5");
        let approve = [
            ("act", "approve"),
            ("decision", "Sak 1/28"),
            ("day", "2028-07-01"),
        ];
        step(&mut kari, &sent, &approve).await.goes_to();
        assert!(
            told(&instance)
                .iter()
                .all(|(_, state)| *state != OccasionState::Planned)
        );
    }
}

/// What the log says last of a version.
fn last_change(instance: &Instance, of: &Mandate) -> String {
    let id = of.id;
    read(instance, move |conn| {
        Ok(audit_entry::table
            .filter(audit_entry::object_id.eq(id.as_str()))
            .order(audit_entry::object_version.desc())
            .select(audit_entry::changes)
            .first(conn)?)
    })
}

#[actix_web::test]
async fn what_is_approved_is_corrected_with_a_reason() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let current = version(&instance, of, "1.4");
        let path = format!("/mandates/{}", current.id);
        let rule = current.rule(kind::MEMBERS_LEAST).expect("it is there");
        let lead = &current.deadlines[0];
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Versjonen er godkjent.") && !page.contains("/remove\""));
        // It is named and asked about; nothing is gone yet.
        let page = kari.get(&format!("{path}?remove={}", rule.id)).await.ok();
        assert!(page.contains("slutter å gjelde med en gang: Minst 12 medlemmer"));
        kari.get(&format!("{path}?remove=x")).await.ok();
        let at = current.version.to_string();
        for (id, reason) in [
            (rule.id, " "),
            (lead.id, ""),
            (rule.id, "Ring 178981 90021"),
        ] {
            let fields = [
                ("version", at.as_str()),
                ("row", id.as_str()),
                ("remove-reason", reason),
            ];
            let page = kari.post(&format!("{path}/remove"), &fields).await.is(422);
            assert!(page.contains("remove-reason-mistake"), "{reason}");
        }
        let mut fields = vec![
            ("version", at.as_str()),
            ("row", rule.id.as_str()),
            ("kind", "members_least"),
            ("quantity", "11"),
            ("strength", "shall"),
            ("paragraph", "4"),
        ];
        let rules = format!("{path}/rules");
        let page = kari.post(&rules, &fields).await.is(422);
        assert!(page.contains("reason-mistake") && page.contains("value=\"11\""));
        assert_eq!(version(&instance, of, "1.4").version, current.version);
        fields.push(("reason", "Det står elleve i vedtaket"));
        kari.post(&rules, &fields).await.goes_to();
        let now = version(&instance, of, "1.4");
        assert_eq!(now.quantity(kind::MEMBERS_LEAST), Some(11));
        assert!(last_change(&instance, &now).contains("Det står elleve i vedtaket"));
        let at = now.version.to_string();
        let gone = [
            ("version", at.as_str()),
            ("row", rule.id.as_str()),
            ("remove-reason", "Regelen er ikke vedtatt"),
        ];
        kari.post(&format!("{path}/remove"), &gone).await.goes_to();
        let now = version(&instance, of, "1.4");
        assert_eq!(now.quantity(kind::MEMBERS_LEAST), None);
        assert!(last_change(&instance, &now).contains("Regelen er ikke vedtatt"));
    }
}

#[actix_web::test]
async fn a_drafts_rules_are_removed_without_a_reason() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        let at = draft.version.to_string();
        let gone = [
            ("version", at.as_str()),
            ("row", draft.rules[0].id.as_str()),
        ];
        let path = format!("/mandates/{}/remove", draft.id);
        kari.post(&path, &gone).await.goes_to();
        let now = version(&instance, of, "1.5");
        assert_eq!(now.rules.len(), draft.rules.len() - 1);
    }
}

#[actix_web::test]
async fn the_numbers_that_were_asked_about_become_a_drafts() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        let path = format!("/mandates/{}/what-if", draft.id);
        let asked = "from=2028-07-01&least=9&most=11&months=48&meetings=4";
        let page = kari.get(&format!("{path}?{asked}")).await.ok();
        assert!(page.contains("Bruk tallene i utkastet"));
        assert!(
            !kari
                .get(&path)
                .await
                .ok()
                .contains("Bruk tallene i utkastet")
        );
        let at = draft.version.to_string();
        let numbers = |most: &'static str| {
            [
                ("from", "2028-07-01"),
                ("least", "9"),
                ("most", most),
                ("months", "48"),
            ]
        };
        let fields = |most| [&numbers(most)[..], &[("version", at.as_str())]].concat();
        let page = kari.post(&path, &fields("8")).await.is(422);
        assert!(page.contains("-mistake") && page.contains("value=\"8\""));
        kari.post(&path, &fields("11")).await.goes_to();
        let now = version(&instance, of, "1.5");
        let quantity = |kind| now.quantity(kind);
        assert_eq!(quantity(kind::MEMBERS_LEAST), Some(9));
        assert_eq!(quantity(kind::MEMBERS_MOST), Some(11));
        assert_eq!(now.rules.len(), draft.rules.len());
        kari.post(&path, &fields("12")).await.is(409);
        // What is approved is not changed so.
        let current = version(&instance, of, "1.4");
        let path = format!("/mandates/{}/what-if", current.id);
        let page = kari.get(&format!("{path}?{asked}")).await.ok();
        assert!(!page.contains("Bruk tallene i utkastet"));
        kari.post(&path, &fields("12")).await.is(422);
        assert_eq!(version(&instance, of, "1.4").version, current.version);
    }
}

#[actix_web::test]
async fn what_a_version_would_break_is_told_before_it_is_sent_and_approved() {
    for (instance, of, _) in with_demo() {
        let mut kari = instance.signed_in(SECRETARY).await;
        let draft = version(&instance, of, "1.5");
        let path = format!("/mandates/{}/text", draft.id);
        let unsaid = "Tallene i disse reglene står ikke i punktet";
        let page = kari.get(&path).await.ok();
        assert!(!page.contains(unsaid), "its text says what its rules say");
        let most = |most: i64| {
            write(&instance, |conn| {
                use styringsrad::db::schema::mandate_rule::dsl;
                let one = dsl::mandate_rule
                    .filter(dsl::mandate_id.eq(draft.id))
                    .filter(dsl::kind.eq(kind::MEMBERS_MOST));
                diesel::update(one)
                    .set(dsl::quantity.eq(Some(most)))
                    .execute(conn)?;
                Ok(())
            });
        };
        most(11);
        assert!(kari.get(&path).await.ok().contains(unsaid));
        // More than one sits then.
        most(1);
        let broken = "regler være brutt fra den første dagen:";
        let page = kari.get(&path).await.ok();
        assert!(page.contains(broken) || page.contains("ville én regel være brutt"));
        assert!(!page.contains("Saken har statusen"));
        step(&mut kari, &draft, &CASE).await.goes_to();
        let page = kari.get(&path).await.ok();
        assert!(page.contains("Saken har statusen «Meldt» og er ikke behandlet ennå"));
        assert!(page.contains("fra den første dagen:"));
        // It is told, and stops nobody.
        let sent = version(&instance, of, "1.5");
        let approve = [
            ("act", "approve"),
            ("decision", "Sak 12/26"),
            ("day", "2026-11-20"),
        ];
        step(&mut kari, &sent, &approve).await.goes_to();
        assert!(!kari.get(&path).await.ok().contains("fra den første dagen"));
    }
}
