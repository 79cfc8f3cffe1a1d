//! The same file once more, after what it wrote has changed.

use super::{ACTIONS, AGENDA, ATTENDANCE, CASES, MINUTES, Sheets, checked, day, faults, known};
use crate::cases::past::Unknown;
use crate::cases::{Guest, Item, ItemKind};
use crate::db::ids::{AgendaItemId, CaseId, MeetingId};
use crate::db::types::Words;
use crate::import::past::{KnownAction, KnownCase, KnownMeeting, Number};
use crate::import::{Checked, Known};
use crate::meetings::MeetingState;
use crate::minutes::actions::Owner;

/// A case that came without a number and was given one since, on the agenda of a closed meeting with two breaks.
fn standing() -> (Known, MeetingId) {
    let mut known = known();
    let (board, meeting, case) = (known.boards[0].id, MeetingId::new(), CaseId::new());
    known.past.meetings.push(KnownMeeting {
        id: meeting,
        board,
        kind: "ordinary".to_owned(),
        state: MeetingState::Closed,
        days: vec![day("2019-05-08")],
    });
    known.past.agendas = vec![meeting];
    known.past.cases = vec![KnownCase {
        id: case,
        board,
        number: Some(Number {
            series: "2026".to_owned(),
            sequence: 7,
            year: 2026,
        }),
        came_without: true,
        title: "Uten nummer".to_owned(),
    }];
    let item = |kind, case, title: &str| Item {
        id: AgendaItemId::new(),
        session: 0,
        kind,
        case,
        title: Words::new([("nb", title)]),
        minutes: None,
        presenter: String::new(),
    };
    let items = [
        item(ItemKind::Case, Some(case), ""),
        item(ItemKind::Break, None, "Lunsj"),
        item(ItemKind::Break, None, "Kaffe"),
    ];
    let placed = (0..).zip(items);
    known.past.items = placed.map(|(at, item)| (meeting, at, item)).collect();
    (known, meeting)
}

fn is_known(known: &Known, sheets: Sheets<'_>) -> Checked {
    let found = checked(known, sheets);
    assert_eq!(faults(&found), []);
    assert!(found.plan.is_empty(), "{:?}", found.counts);
    found
}

#[test]
fn a_case_without_a_number_is_known_by_its_title_whatever_number_it_got() {
    let (mut known, _) = standing();
    is_known(
        &known,
        &[
            ("Saker", &[CASES, "skate|||UTEN  nummer||||Godtatt"]),
            ("Saksliste", &[AGENDA, "skate|08.05.2019|Sak||Uten nummer"]),
        ],
    );
    let item = known.past.items[0].2.id;
    let minutes: &[&str] = &[MINUTES, "skate|08.05.2019|uten nummer|Det ble sagt"];
    let fresh = checked(&known, &[("Referat", minutes)]);
    assert_eq!(faults(&fresh), []);
    assert_eq!(fresh.plan.past.texts[0].item, item);
    let stays: &[&str] = &[
        ATTENDANCE,
        "skate|08.05.2019|Medlem|Digdir|||||I rommet||Uten nummer|||",
    ];
    let fresh = checked(&known, &[("Deltakelse", stays)]);
    assert_eq!(faults(&fresh), []);
    let stay = fresh.plan.past.attendance[0].1.listed.stay;
    assert_eq!(stay.from, Some(item));
    known.past.texts = vec![item];
    is_known(&known, &[("Referat", minutes)]);
    // One that always had its number is not meant by its title.
    known.past.cases[0].came_without = false;
    let other = checked(&known, &[("Referat", minutes)]);
    assert_eq!(faults(&other), [(2, "import-item-unknown")]);
}

#[test]
fn breaks_are_known_by_what_they_are_called() {
    let (known, _) = standing();
    let rows: &[&str] = &[
        AGENDA,
        "skate|08.05.2019|Pause||Lunsj",
        "skate|08.05.2019|Pause||Kaffe",
    ];
    is_known(&known, &[("Saksliste", rows)]);
    let one_more = [rows, &["skate|08.05.2019|Pause||Kaffe"][..]].concat();
    let found = checked(&known, &[("Saksliste", one_more.as_slice())]);
    assert_eq!(found.plan.past.agendas[0].items.len(), 1);
    let said = checked(
        &known,
        &[("Referat", &[MINUTES, "skate|08.05.2019|Kaffe|Noe"])],
    );
    assert_eq!(faults(&said), [(2, "import-item-is-break")]);
}

#[test]
fn a_guest_without_a_name_who_stands_on_the_list_is_no_other() {
    let (mut known, meeting) = standing();
    let item = known.past.items[0].2.id;
    let first: &[&str] = &[
        ATTENDANCE,
        "skate|08.05.2019|Gjest|Digdir|||||I rommet||Uten nummer|Uten nummer||",
    ];
    let found = checked(&known, &[("Deltakelse", first)]);
    known.past.attendance = found.plan.past.attendance;
    known.past.guests = found.plan.past.guests;
    is_known(&known, &[("Deltakelse", first)]);
    let corrected: &[&str] = &[
        ATTENDANCE,
        "skate|08.05.2019|Gjest|Digdir|||||Digitalt||Uten nummer|Uten nummer||",
    ];
    let found = checked(&known, &[("Deltakelse", corrected)]);
    let past = found.plan.past;
    let stands = known.past.attendance[0].1.listed.who;
    assert_ne!(past.attendance[0].1.listed.who, stands);
    let guests: Vec<&(MeetingId, Guest)> = past.guests.iter().collect();
    assert_eq!(guests.len(), 1, "{guests:?}");
    assert_eq!((guests[0].0, guests[0].1.from), (meeting, item));
}

#[test]
fn who_is_unknown_is_made_into_nobody() {
    let (mut known, meeting) = standing();
    let row: &[&str] = &[
        "Råd|Møtedato|Type|Tittel|Gjester|Legges fram av",
        "skate|08.05.2019|Eventuelt|Eventuelt|ukjent; Ola|Ukjent",
    ];
    let found = checked(&known, &[("Saksliste", row)]);
    assert_eq!(faults(&found), []);
    let past = &found.plan.past;
    assert_eq!(past.agendas[0].items[0].1.presenter, "");
    let guests: Vec<&str> = past.guests.iter().map(|(_, of)| of.name.as_str()).collect();
    assert_eq!(guests, ["Ola"]);
    assert_eq!(past.unknown, [(meeting, Unknown::Guests)]);
    known.past.unknown = past.unknown.clone();
    let found = checked(&known, &[("Saksliste", row)]);
    assert_eq!(found.plan.past.unknown, []);
    let row: &[&str] = &[
        ATTENDANCE,
        "skate|08.05.2019|Medlem|Digdir||ukjent|||I rommet",
    ];
    let found = checked(&known, &[("Deltakelse", row)]);
    assert_eq!(found.plan.past.attendance[0].1.listed.name, "");
}

#[test]
fn what_has_gone_out_is_not_changed_by_a_file() {
    let (mut known, meeting) = standing();
    known.past.rounds = vec![meeting];
    let new: [(&str, &[&str]); 4] = [
        ("Saksliste", &[AGENDA, "skate|08.05.2019|Eventuelt||Noe"]),
        (
            "Deltakelse",
            &[ATTENDANCE, "skate|08.05.2019|Medlem|Digdir|||||I rommet"],
        ),
        ("Referat", &[MINUTES, "skate|08.05.2019|Uten nummer|Noe"]),
        (
            "Oppfølging",
            &[ACTIONS, "skate|08.05.2019|Uten nummer|Noe|Digdir"],
        ),
    ];
    for sheet in new {
        let found = checked(&known, &[sheet]);
        assert_eq!(faults(&found), [(2, "import-minutes-sent")], "{sheet:?}");
        assert!(found.faults[0].column.is_some());
    }
    let stands: &[&str] = &[AGENDA, "skate|08.05.2019|Sak||Uten nummer"];
    is_known(&known, &[("Saksliste", stands)]);
}

#[test]
fn whom_a_case_is_closed_to_is_given_nothing_to_do_about_it() {
    let (mut known, _) = standing();
    let (case, kari) = (known.past.cases[0].id, known.people[0].0);
    let row: &[&str] = &[
        ACTIONS,
        "skate|08.05.2019|Uten nummer|Lage en oversikt.||kari@x.no",
    ];
    assert_eq!(faults(&checked(&known, &[("Oppfølging", row)])), []);
    known.past.closed.entry(case).or_default().insert(kari);
    let found = checked(&known, &[("Oppfølging", row)]);
    assert_eq!(faults(&found), [(2, "action-owner-closed-out")]);
}

#[test]
fn an_action_item_stays_one_whoever_it_has_become() {
    let (mut known, meeting) = standing();
    known.past.actions = vec![KnownAction {
        meeting,
        item: known.past.items[0].2.id,
        content: "Lage en oversikt.".to_owned(),
        owner: Owner::Other,
        owner_name: "Kari".to_owned(),
    }];
    let rows: &[&str] = &[
        ACTIONS,
        "skate|08.05.2019|Uten nummer|Lage en oversikt.|Digdir",
        "skate|08.05.2019|Uten nummer|Lage en oversikt.|Digdir",
    ];
    let found = is_known(&known, &[("Oppfølging", rows)]);
    assert_eq!(found.notes.len(), 1, "{:?}", found.notes);
}
