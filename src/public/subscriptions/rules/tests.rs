use super::told::{by_address, of_board, of_products, spoken_for};
use super::*;
use crate::db::ids::{BoardId, MeetingId, PersonId, ProductId, RowId};
use crate::i18n::Language;
use crate::meetings::testing::{at as moment, board_data};
use crate::public::subscriptions::{Item, Topic};
use std::collections::{BTreeSet, HashMap};

fn at(text: &str) -> Moment {
    moment(&format!("{text}:00Z"))
}

fn subscription(state: State, asked: &str) -> Subscription {
    Subscription {
        id: RowId::new(),
        topic: Topic::Board(BoardId::new()),
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

fn published(when: &str) -> Published {
    Published {
        meeting: MeetingId::new(),
        board: BoardId::new(),
        day: "2027-03-17".parse().expect("a date"),
        at: at(when),
        visitors: reading(&["1/27 Plan"]),
        owners: reading(&["1/27 Plan", "2/27 Drift"]),
        own: HashMap::new(),
        url_path: "/x".to_owned(),
        again: None,
    }
}

/// How many items are named to a subscriber to the board.
fn told(of: &Subscriber, published: &Published) -> Option<usize> {
    of_board(of, published).map(|told| told.items.len())
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
    ended.ended_at = Some(at("2027-01-02T08:00"));
    assert!(!is_outlived(&ended, at("2027-01-08T07:59")));
    assert!(is_outlived(&ended, at("2027-01-08T08:00")), "declined");
    ended.confirmed_at = Some(at("2027-01-01T09:00"));
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
    let all = [of(None, "a@b.no"), of(person, "a@b.no"), of(None, "c@b.no")];
    let out = published("2027-01-10T08:00");
    let kept = each_once(all.iter()).into_iter();
    let kept: Vec<_> = kept
        .map(|one| (one.subscription.person, told(one, &out)))
        .collect();
    assert_eq!(kept, [(person, Some(2)), (None, Some(1))]);
}

#[test]
fn nobody_is_told_of_what_they_may_read_nothing_of() {
    let mut for_owners = published("2027-01-10T08:00");
    for_owners.visitors = Reading::default();
    let of = |is_service_owner| Subscriber {
        subscription: subscription(State::Confirmed, "2027-01-01T08:00"),
        is_service_owner,
    };
    assert_eq!(told(&of(false), &for_owners), None);
    assert_eq!(told(&of(true), &for_owners), Some(2));
}

#[test]
fn whoever_has_to_do_with_the_board_is_told_what_they_read_themselves() {
    let (member, recused) = (PersonId::new(), PersonId::new());
    let mut out = published("2027-01-10T08:00");
    (out.visitors, out.owners) = (Reading::default(), Reading::default());
    out.own = HashMap::from([
        (member, reading(&["1/27 Plan"])),
        (recused, Reading::default()),
    ]);
    let of = |person| {
        let mut subscription = subscription(State::Confirmed, "2027-01-01T08:00");
        subscription.person = person;
        Subscriber {
            subscription,
            is_service_owner: false,
        }
    };
    let told = |person| told(&of(person), &out);
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
    });
    out.owners.is_changed = true;
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
    let is_told = |one: &Subscriber| told(one, &out).is_some();
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

/// A subscription to a product, confirmed on the first of the year, and minutes of the tenth with an item about each of two.
fn about_two() -> (Published, [ProductId; 2]) {
    let mut out = published("2027-01-10T08:00");
    let products = [ProductId::new(), ProductId::new()];
    for (item, product) in out.owners.items.iter_mut().zip(products) {
        item.products = BTreeSet::from([product]);
    }
    for item in &mut out.visitors.items {
        item.products = BTreeSet::from([products[0]]);
    }
    (out, products)
}

fn follows(product: ProductId, address: &str, is_service_owner: bool) -> Subscriber {
    let mut subscription = subscription(State::Confirmed, "2027-01-01T08:00");
    subscription.confirmed_at = Some(at("2027-01-01T08:00"));
    subscription.topic = Topic::Product(product);
    subscription.address = Some(address.to_owned());
    subscription.person = is_service_owner.then(PersonId::new);
    Subscriber {
        subscription,
        is_service_owner,
    }
}

#[test]
fn who_follows_a_product_is_told_of_it_alone_and_of_several_at_once() {
    let (out, [first, second]) = about_two();
    let visitor = [
        follows(first, "a@b.no", false),
        follows(second, "a@b.no", false),
    ];
    let [own] = &by_address(&visitor)[..] else {
        panic!("one address");
    };
    let told = of_products(own, &out).expect("a visitor reads of the first");
    assert_eq!(told.items, ["1/27 Plan"]);
    assert_eq!(told.products, BTreeSet::from([first]));
    // A service owner reads of both, and the address of a person is the person's.
    let owner = [
        follows(second, "c@b.no", false),
        follows(first, "c@b.no", true),
        follows(second, "c@b.no", true),
    ];
    let [own] = &by_address(&owner)[..] else {
        panic!("one address");
    };
    let told = of_products(own, &out).expect("they read of both");
    assert_eq!(told.items, ["1/27 Plan", "2/27 Drift"]);
    assert_eq!(told.products, BTreeSet::from([first, second]));
    assert!(told.of.subscription.person.is_some());
    // What is about something else is no news of it.
    let other = follows(ProductId::new(), "a@b.no", true);
    assert!(of_products(&[&other], &out).is_none());
    assert!(of_products(&[], &out).is_none());
}

#[test]
fn who_follows_a_product_is_told_again_only_where_an_item_about_it_is_another() {
    let (mut out, [first, second]) = about_two();
    out.again = Some(Again {
        told_at: at("2027-01-10T08:10"),
        reason: String::new(),
    });
    (out.owners.is_changed, out.owners.items[1].is_changed) = (true, true);
    let of = |product| {
        let mut one = follows(product, "a@b.no", true);
        one.subscription.frequency = Frequency::Each;
        one
    };
    let told = |product| {
        let one = of(product);
        of_products(&[&one], &out).map(|told| told.again.is_some())
    };
    assert_eq!((told(first), told(second)), (None, Some(true)));
}

#[test]
fn a_subscription_to_the_board_speaks_for_those_to_its_products() {
    let (out, _) = about_two();
    let of = |state, confirmed: &str, told: Option<&str>| {
        let mut subscription = subscription(state, confirmed);
        subscription.confirmed_at = Some(at(confirmed));
        subscription.last_told_at = told.map(at);
        Subscriber {
            subscription,
            is_service_owner: false,
        }
    };
    let speaks = |one: Subscriber| !spoken_for(&[one], &out).is_empty();
    let (early, late) = ("2027-01-01T08:00", "2027-01-11T08:00");
    assert!(speaks(of(State::Confirmed, early, None)));
    // Whoever subscribes to the board after the mail has gone is not told by that.
    assert!(!speaks(of(State::Confirmed, late, None)));
    assert!(speaks(of(State::Ended, early, Some(late))));
    assert!(!speaks(of(State::Ended, early, None)));
    assert!(!speaks(of(State::Asked, early, None)));
    let mut silent = out.clone();
    silent.visitors = Reading::default();
    assert!(spoken_for(&[of(State::Confirmed, early, None)], &silent).is_empty());
}
