//! Files about what a board did before.

mod actions;
mod again;
mod faulty;
mod whole;

use super::{checked, day, faults, something};
use crate::cases::CaseState;
use crate::db::ids::{MeetingId, RowId};
use crate::i18n::Language;
use crate::import::past::KnownMeeting;
use crate::import::{Checked, Known};
use crate::meetings::MeetingState;
use faulty::FAULTY;

const MEETINGS: &str = "Råd|Møte|Dato|Type|Tilstand|Ikke kjent";
const CASES: &str = "Råd|Saksnummer|Møtedato|Tittel|Type|Ansvarlige virksomheter|Andre ansvarlige|Tilstand|Vurdering|Hjemmel|Omfang|Tar opp igjen|Ansvarlig råd";
const AGENDA: &str =
    "Råd|Møtedato|Type|Saksnummer|Tittel|Minutter|Gjester|Godkjenner referat fra|Møtetype";
const ATTENDANCE: &str = "Råd|Møtedato|Deltar som|Virksomhet|Person|Navn på person|Vara|På vegne av|Hvordan|Antall|Fra og med sak|Til og med sak|Hvor lenge|Merknad";
const ACTIONS: &str =
    "Råd|Møtedato|Sak eller punkt|Tekst|Virksomhet|Person|Navn på person|Frist|Tilstand|Lenke";
const MINUTES: &str =
    "Råd|Møtedato|Sak eller punkt|Tekst|Utfall|Konklusjon|Starter|Slutter|Språk|Publisert|Kilde";

type Sheets<'a> = &'a [(&'a str, &'a [&'a str])];

/// The board of the other tests, with a provision, a meeting to come and one that is held and not closed.
fn known() -> Known {
    let mut known = something(false);
    let board = known.boards[0].id;
    let meeting = |first: &str, state| KnownMeeting {
        id: MeetingId::new(),
        board,
        kind: "ordinary".to_owned(),
        state,
        days: vec![day(first)],
    };
    known.past.meetings = vec![
        meeting("2027-03-17", MeetingState::Planned),
        meeting("2026-10-14", MeetingState::Held),
        meeting("2026-06-03", MeetingState::Cancelled),
    ];
    known.past.bases = vec![(RowId::new(), "offl. § 14".to_owned())];
    known.past.counters = vec![(board, "2018".to_owned(), 40)];
    known
}

/// Two days in 2019 and one in 2020.
const HELD: (&str, &[&str]) = (
    "Møter",
    &[
        MEETINGS,
        "skate|5/19|2019-05-08|ordinary||gjester, saker",
        "skate|5/19|2019-05-09|||",
        "skate||2020-06-17|ordinary||",
        "skate||2020-06-17|extra||",
    ],
);

fn with_cases(more: Sheets<'_>) -> Checked {
    let mut sheets: Vec<(&str, &[&str])> = vec![
        HELD,
        (
            "Saker",
            &[
                CASES,
                "skate|01/19||Årsplan …|Orientering|Digdir; 991825827|",
                "skate|3/19||Skate|||ukjent|Avsluttet",
                "skate|2/18||Sent i serien||||Behandlet",
                "skate|||Uten nummer||||Godtatt",
                "skate|4/19||Unntatt||||Behandlet|Unntatt offentlighet|offl. § 14|Hele saken og tittelen",
            ],
        ),
        (
            "Saksliste",
            &[
                AGENDA,
                "skate|08.05.2019|Sak|3/19||||",
                "skate|08.05.2019|Sak|1/19||20|Ola Nordmann, Digdir; Digdir|",
                "skate|08.05.2019|Pause||Lunsj|||",
                "skate|09.05.2019|Pause||Lunsj|||",
                "skate|09.05.2019|Fast sak||Godkjenning av referat|||12.02.2020; 08.05.2019|",
                "skate|09.05.2019|Eventuelt||Eventuelt|||",
            ],
        ),
    ];
    sheets.extend_from_slice(more);
    let mut known = known();
    known.past.meetings.push(KnownMeeting {
        id: known.meetings[0].0,
        board: known.boards[0].id,
        kind: "ordinary".to_owned(),
        state: MeetingState::Closed,
        days: vec![day("2020-02-12")],
    });
    checked(&known, &sheets)
}

#[test]
fn rows_that_say_the_same_count_once() {
    let found = with_cases(&[
        (
            "Saker",
            &[
                CASES,
                "skate|1/19||årsplan …|",
                "skate|||uten nummer||||Avslått",
            ],
        ),
        ("Saksliste", &[AGENDA, "skate|09.05.2019|Sak|3/19||||"]),
        (
            "Deltakelse",
            &[
                ATTENDANCE,
                "skate|08.05.2019|Medlem|Digdir|||||I rommet|||||",
                "skate|08.05.2019|Medlem|991825827|||||I rommet|||||",
                "skate|08.05.2019|Gjest|||Ola|||I rommet|||||",
                "skate|08.05.2019|Gjest|||OLA|||Digitalt|||||",
            ],
        ),
        (
            "Referat",
            &[
                MINUTES,
                "skate|08.05.2019|3/19|a|||||",
                "skate|08.05.2019|03/19|a|||||",
            ],
        ),
    ]);
    assert_eq!(faults(&found), []);
    assert_eq!(found.plan.past.attendance.len(), 2);
    assert_eq!(found.plan.past.texts.len(), 1);
    assert_eq!(found.notes.len(), 6, "{:?}", found.notes);
}

#[test]
fn two_rows_of_minutes_that_differ_are_told_with_the_first() {
    for (one, other) in [
        ("skate|08.05.2019|3/19|a", "skate|08.05.2019|03/19|b"),
        ("skate|08.05.2019||a", "skate|09.05.2019||a|||||nn"),
    ] {
        let found = with_cases(&[("Referat", &[MINUTES, one, other])]);
        assert_eq!(faults(&found), [(3, "import-minutes-of-two")], "{other}");
        let told = found.faults[0].said.text(Language::NB);
        assert!(told.contains("Rad 2 "), "{told}");
    }
}

#[test]
fn what_a_meeting_is_called_is_kept_as_it_stands_and_holds_no_identity_number() {
    let heads = "Råd|Dato|Type|Tittel|Sted|Arkivreferanse";
    let meeting = |row| checked(&known(), &[("Møter", &[heads, row])]);
    let found = meeting("skate|2019-02-01|ordinary|Møte ½ …|Rom ⅓|26/00001");
    assert_eq!(faults(&found), []);
    let one = &found.plan.meetings[0];
    assert_eq!(one.title.exactly("nb"), Some("Møte ½ …"));
    assert_eq!(one.place, "Rom ⅓");
    for row in [
        "skate|2019-02-01|ordinary|178981 90021",
        "skate|2019-02-01|ordinary||Hos 178981 90021",
        "skate|2019-02-01|ordinary|||178981 90021",
    ] {
        assert_eq!(faults(&meeting(row)), [(2, "form-has-number")], "{row}");
    }
}

#[test]
fn every_fault_of_the_past_is_told_at_its_row_in_three_languages() {
    for (row, expected) in FAULTY {
        let (sheet, row) = row.split_once(": ").expect("a sheet and its row");
        let heads = match sheet {
            "Møter" => MEETINGS,
            "Saker" => CASES,
            "Saksliste" => AGENDA,
            "Deltakelse" => ATTENDANCE,
            "Oppfølging" => ACTIONS,
            _ => MINUTES,
        };
        let found = with_cases(&[(sheet, &[heads, row])]);
        assert_eq!(faults(&found), [(2, *expected)], "{sheet} {row}");
        let fault = &found.faults[0];
        assert!(fault.column.is_some(), "{fault:?}");
        let told: Vec<String> = Language::OWN.map(|it| fault.said.text(it)).into();
        assert!(told.iter().all(|text| text != fault.said.key), "{told:?}");
        assert_eq!(fault.sheet, sheet);
    }
}

#[test]
fn what_is_registered_and_to_come_is_moved_on_its_own_page() {
    let mut known = known();
    known.past.cases = vec![crate::import::past::KnownCase {
        id: crate::db::ids::CaseId::new(),
        board: known.boards[0].id,
        number: Some(crate::import::past::Number {
            series: "2026".to_owned(),
            sequence: 7,
            year: 2026,
        }),
        came_without: false,
        title: "Registrert".to_owned(),
    }];
    let agenda = |row| checked(&known, &[("Saksliste", &[AGENDA, row])]);
    let to_come = agenda("skate|17.03.2027|Sak|7/26");
    assert_eq!(faults(&to_come), [(2, "import-case-stands")]);
    assert_eq!(faults(&agenda("skate|14.10.2026|Sak|07/26")), []);
    let fresh = checked(
        &known,
        &[
            (
                "Saker",
                &[CASES, "skate|8/26||Ny", "skate|9/26||Annen||||Avsluttet"],
            ),
            (
                "Saksliste",
                &[
                    AGENDA,
                    "skate|17.03.2027|Sak|8/26",
                    "skate|17.03.2027|Sak|9/26",
                ],
            ),
        ],
    );
    assert_eq!(faults(&fresh), [(3, "import-case-is-scheduled")]);
    assert_eq!(fresh.plan.past.cases[0].state, CaseState::Scheduled);
}

#[test]
fn where_numbers_begin_again_in_each_meeting_the_meeting_tells_them_apart() {
    let found = checked(
        &known(),
        &[
            (
                "Råd",
                &[
                    "Kortadresse|Navn|Type|E-postadresse|Saksnummer gjelder",
                    "std|Standardiseringsrådet|steering|std@x.no|meeting",
                ],
            ),
            (
                "Møter",
                &[
                    MEETINGS,
                    "std||2011-03-16|ordinary||",
                    "std||2014-09-11|ordinary||",
                ],
            ),
            (
                "Saker",
                &[
                    CASES,
                    "std|1|2011-03-16|Godkjenning agenda",
                    "std|1|2014-09-11|Godkjenning agenda",
                    "std|2|2014-09-11|Status",
                    "std|3|2014-09-11|Publisering",
                    "std|2||Uten møte",
                    "std|2/12|2011-03-16|Feil år",
                ],
            ),
            (
                "Saksliste",
                &[
                    AGENDA,
                    "std|2011-03-16|Sak|1",
                    "std|2014-09-11|Sak|1",
                    "std|2014-09-11|Sak|3",
                    "std|2014-09-11|Sak|2",
                ],
            ),
        ],
    );
    assert_eq!(
        faults(&found),
        [
            (6, "import-number-needs-meeting"),
            (7, "import-not-a-number-of-a-meeting"),
        ]
    );
    let past = &found.plan.past;
    assert_eq!((past.numbering.len(), past.cases.len()), (1, 4));
    let last: Vec<i64> = past.counters.iter().map(|(_, _, last)| *last).collect();
    assert_eq!(last.iter().sum::<i64>(), 1 + 3);
    let order: Vec<_> = past.agendas[1]
        .items
        .iter()
        .map(|(_, item)| item.case)
        .collect();
    let cases: Vec<_> = [1, 3, 2].map(|at| Some(past.cases[at].id)).into();
    assert_eq!(order, cases, "case 3 before case 2");
}
