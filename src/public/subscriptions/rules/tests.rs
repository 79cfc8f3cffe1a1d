use super::*;
use crate::db::ids::{BoardId, MeetingId, PersonId, RowId};
use crate::i18n::Language;
use crate::meetings::testing::{at as moment, board_data};
use std::collections::{HashMap, HashSet};

fn at(text: &str) -> Moment {
    moment(&format!("{text}:00Z"))
}

fn subscription(state: State, asked: &str) -> Subscription {
    Subscription {
        id: RowId::new(),
        board: BoardId::new(),
        person: None,
        name: String::new(),
        address: Some("a@b.no".to_owned()),
        language: Language::NB,
        frequency: Frequency::Weekly,
        state,
        asked_at: at(asked),
        confirmed_at: None,
        ended_at: None,
        last_told_at: None,
    }
}

fn published(when: &str) -> Published {
    Published {
        meeting: MeetingId::new(),
        board: BoardId::new(),
        day: "2027-03-17".parse().expect("a date"),
        at: at(when),
        items: vec!["1/27 Plan".to_owned()],
        items_for_owners: vec!["1/27 Plan".to_owned(), "2/27 Drift".to_owned()],
        items_for_own: HashMap::new(),
        url_path: "/x".to_owned(),
        again: None,
    }
}

#[test]
fn the_weekly_mail_goes_on_the_first_working_day_of_the_week() {
    let board = board_data().board;
    let next = |now| next_turn(&board, at(now)).expect("there is a week");
    // A Wednesday in winter: Monday at nine in Oslo is eight in UTC.
    let turn = next("2027-01-13T12:00");
    assert_eq!(
        (turn.slot.as_str(), turn.due),
        ("2027-W03", at("2027-01-18T08:00"))
    );
    // On the Monday itself, before and at nine.
    assert_eq!(next("2027-01-18T07:59").slot, "2027-W03");
    assert_eq!(next("2027-01-18T08:00").slot, "2027-W04");
    // Easter Monday is no working day; summer time has begun.
    let turn = next("2027-03-24T12:00");
    assert_eq!(
        (turn.slot.as_str(), turn.due),
        ("2027-W13", at("2027-03-30T07:00"))
    );
    assert_eq!(next("2027-03-29T12:00"), turn);
    // Both 17 May and Whit Monday, which it is in 2027, are no working days.
    assert_eq!(next("2027-05-12T12:00").due, at("2027-05-18T07:00"));
}

#[test]
fn what_nobody_confirmed_is_kept_a_week_and_what_has_ended_a_month() {
    let asked = subscription(State::Asked, "2027-01-01T08:00");
    assert!(!is_outlived(&asked, at("2027-01-08T07:59")));
    assert!(is_outlived(&asked, at("2027-01-08T08:00")));
    let mut ended = subscription(State::Ended, "2027-01-01T08:00");
    ended.ended_at = Some(at("2027-02-01T08:00"));
    assert!(!is_outlived(&ended, at("2027-03-03T07:59")));
    assert!(is_outlived(&ended, at("2027-03-03T08:00")));
    let mut confirmed = subscription(State::Confirmed, "2017-01-01T08:00");
    assert!(!is_outlived(&confirmed, at("2027-01-01T08:00")));
    // A person who was forgotten has no address any more.
    confirmed.address = None;
    assert!(is_outlived(&confirmed, at("2027-01-01T08:00")));
}

#[test]
fn news_is_what_came_out_since_the_subscriber_was_told() {
    let all = [published("2027-01-10T08:00"), published("2027-01-12T08:00")];
    let mut of = subscription(State::Confirmed, "2027-01-01T08:00");
    of.confirmed_at = Some(at("2027-01-02T08:00"));
    assert_eq!(news(&of, &all).len(), 2);
    of.last_told_at = Some(at("2027-01-10T08:00"));
    assert_eq!(news(&of, &all), [&all[1]]);
    of.confirmed_at = Some(at("2027-01-13T08:00"));
    assert_eq!(news(&of, &all).len(), 0);
}

#[test]
fn an_address_that_is_a_persons_too_is_told_once_as_theirs() {
    let of = |person, address: &str| {
        let mut subscription = subscription(State::Confirmed, "2027-01-01T08:00");
        (subscription.person, subscription.address) = (person, Some(address.to_owned()));
        Subscriber {
            is_service_owner: person.is_some(),
            subscription,
        }
    };
    let person = Some(PersonId::new());
    let all = vec![of(None, "a@b.no"), of(person, "a@b.no"), of(None, "c@b.no")];
    let kept = each_once(all);
    let kept: Vec<_> = (kept.iter())
        .map(|one| {
            (
                one.subscription.person,
                items(one, &published("2027-01-10T08:00")).map(<[String]>::len),
            )
        })
        .collect();
    assert_eq!(kept, [(person, Some(2)), (None, Some(1))]);
}

#[test]
fn nobody_is_told_of_what_they_may_read_nothing_of() {
    let mut for_owners = published("2027-01-10T08:00");
    for_owners.items.clear();
    let of = |is_service_owner| Subscriber {
        subscription: subscription(State::Confirmed, "2027-01-01T08:00"),
        is_service_owner,
    };
    assert_eq!(items(&of(false), &for_owners), None);
    assert_eq!(items(&of(true), &for_owners).map(<[String]>::len), Some(2));
}

#[test]
fn whoever_has_to_do_with_the_board_is_told_what_they_read_themselves() {
    let (member, recused) = (PersonId::new(), PersonId::new());
    let mut of_board = published("2027-01-10T08:00");
    (of_board.items, of_board.items_for_owners) = (Vec::new(), Vec::new());
    of_board.items_for_own = HashMap::from([
        (member, vec!["1/27 Plan".to_owned()]),
        (recused, Vec::new()),
    ]);
    let of = |person| {
        let mut subscription = subscription(State::Confirmed, "2027-01-01T08:00");
        subscription.person = person;
        Subscriber {
            subscription,
            is_service_owner: false,
        }
    };
    let told = |person| items(&of(person), &of_board).map(<[String]>::len);
    assert_eq!(told(Some(member)), Some(1));
    assert_eq!(
        [told(Some(recused)), told(Some(PersonId::new())), told(None)],
        [None; 3]
    );
}

#[test]
fn an_address_that_few_servers_take_is_no_address_to_write_to() {
    for odd in ["\"a b\"@x.no", "\"a\"@x.no", "kåre@x.no", "@x.no", "x"] {
        assert!(!can_be_written_to(odd), "{odd}");
    }
    for plain in ["a@x.no", "a.b+c_d'e@x.no", "a@bærum.kommune.no"] {
        assert!(can_be_written_to(plain), "{plain}");
    }
}

fn publication(state: PublicationState, from: &str) -> Publication {
    Publication {
        id: RowId::new(),
        meeting: MeetingId::new(),
        board: BoardId::new(),
        number: 2,
        language: Language::NB,
        state,
        asked_by: PersonId::new(),
        asked_at: at(from),
        published_at: Some(at(from)),
        mail_at: Some(at(from) + Duration::minutes(10)),
        withdrawn_at: None,
        reason: String::new(),
        was_public: true,
        shut_at: None,
    }
}

#[test]
fn minutes_are_out_again_where_their_first_mail_went_before_another_took_their_place() {
    use PublicationState::{Published, Replaced, Undone, Withdrawn};
    let told = publication(Replaced, "2027-01-10T08:00");
    let hasty = publication(Replaced, "2027-01-12T08:00");
    let undone = publication(Undone, "2027-01-11T08:00");
    let now = publication(Published, "2027-01-12T08:05");
    let found = |all: &[Publication]| before(all, &now).map(|one| one.id);
    assert_eq!(found(std::slice::from_ref(&now)), None);
    assert_eq!(found(&[now.clone(), undone.clone()]), None);
    // Replaced within its ten minutes: nobody was told of it.
    assert_eq!(found(&[now.clone(), hasty.clone()]), None);
    let all = [now.clone(), hasty, undone, told.clone()];
    assert_eq!(found(&all), Some(told.id));
    let mut withdrawn = publication(Withdrawn, "2027-01-10T08:00");
    withdrawn.withdrawn_at = Some(at("2027-01-10T08:09"));
    assert_eq!(found(&[now.clone(), withdrawn.clone()]), None);
    withdrawn.withdrawn_at = Some(at("2027-01-11T08:00"));
    assert_eq!(found(&[now.clone(), withdrawn.clone()]), Some(withdrawn.id));
}

#[test]
fn whoever_was_told_before_and_finds_the_same_is_not_told_again() {
    let mut out = published("2027-01-12T08:00");
    out.again = Some(Again {
        told_at: at("2027-01-10T08:10"),
        reason: "Feil sats".to_owned(),
        is_changed: false,
        is_changed_for_owners: true,
        changed_for_own: HashSet::new(),
    });
    let of = |frequency, confirmed: &str, told: Option<&str>, is_service_owner| {
        let mut subscription = subscription(State::Confirmed, confirmed);
        subscription.frequency = frequency;
        subscription.confirmed_at = Some(at(confirmed));
        subscription.last_told_at = told.map(at);
        Subscriber {
            subscription,
            is_service_owner,
        }
    };
    let is_told = |one: &Subscriber| items(one, &out).is_some();
    let is_again = |one: &Subscriber| again(&one.subscription, &out).is_some();
    let (early, late) = ("2027-01-01T08:00", "2027-01-11T08:00");
    let visitor = of(Frequency::Each, early, None, false);
    assert!(!is_told(&visitor) && is_again(&visitor));
    let owner = of(Frequency::Each, early, None, true);
    assert!(is_told(&owner) && is_again(&owner));
    // Whoever came later has not been told: it is new to them.
    let newcomer = of(Frequency::Each, late, None, false);
    assert!(is_told(&newcomer) && !is_again(&newcomer));
    let waits = of(Frequency::Weekly, early, Some("2027-01-04T08:00"), false);
    assert!(is_told(&waits) && !is_again(&waits));
    let has_had = of(Frequency::Weekly, early, Some("2027-01-11T08:00"), false);
    assert!(!is_told(&has_had) && is_again(&has_had));
}
