//! What was agreed: whose it is, until when, and what has become of it.

use super::{ACTIONS, day, faults, with_cases};
use crate::calendar::moment_of;
use crate::db::types::Moment;
use crate::import::past::PastAction;
use crate::minutes::actions::{Owner, State};
use chrono::NaiveTime;

fn agreed(rows: &[&str]) -> (Vec<PastAction>, usize) {
    let rows = [&[ACTIONS][..], rows].concat();
    let found = with_cases(&[("Oppfølging", rows.as_slice())]);
    assert_eq!(faults(&found), []);
    (found.plan.past.actions, found.notes.len())
}

#[test]
fn an_action_item_is_an_organisations_a_persons_or_somebodys() {
    let (found, _) = agreed(&[
        "skate|08.05.2019|01/19|Lage en oversikt.|Digdir|||01.09.2019|Gjort|https://example.no/o",
        "skate|08.05.2019|3/19|Innkalle.||kari@x.no|||Frafalt|",
        "skate|09.05.2019|Eventuelt|Ringe KS.|||Ola Nordmann|ukjent|ukjent|",
    ]);
    let [first, second, third] = &found[..] else {
        panic!("{found:?}");
    };
    assert!(matches!(first.task.owner, Owner::Organisation(_)));
    assert_eq!(first.task.owner_name, "Digdir");
    assert_eq!(first.title, "1/19 Årsplan …");
    assert_eq!(first.task.due_on, Some(day("2019-09-01")));
    assert_eq!(first.task.link, "https://example.no/o");
    assert!(matches!(second.task.owner, Owner::Person(_)));
    let states: Vec<State> = found.iter().map(|one| one.state).collect();
    assert_eq!(states, [State::Done, State::Dropped, State::Open]);
    assert_eq!(third.task.owner, Owner::Other);
    assert_eq!(
        (third.task.owner_name.as_str(), third.task.due_on),
        ("Ola Nordmann", None)
    );
    assert!(first.case.is_some() && third.case.is_none());
    let zone = chrono_tz::Europe::Oslo;
    let then: Moment = moment_of(zone, day("2019-05-09"), NaiveTime::MIN).into();
    assert_eq!(third.agreed, then, "nobody is told of it now");
}

#[test]
fn whose_it_is_may_be_unknown() {
    let (found, _) = agreed(&["skate|08.05.2019|1/19|Lage en oversikt.|||ukjent|||"]);
    assert_eq!(found[0].task.owner, Owner::Other);
    assert_eq!(found[0].task.owner_name, "Ikke kjent");
}

#[test]
fn what_two_are_to_do_is_two_and_what_is_said_twice_is_one() {
    let (found, notes) = agreed(&[
        "skate|08.05.2019|1/19|Lage en oversikt.|Digdir|||||",
        "skate|08.05.2019|1/19|Lage en oversikt.||kari@x.no||||",
        "skate|08.05.2019|01/19|lage en oversikt.|Difi|||||",
    ]);
    assert_eq!((found.len(), notes), (2, 1));
}
