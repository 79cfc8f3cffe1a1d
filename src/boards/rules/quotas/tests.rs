//! What can stand together in a mandate, and what cannot: one sentence a test.

use super::*;
use crate::boards::Strength;
use crate::db::ids::RowId;
use crate::db::types::Words;

fn rule(kind: &str, subject: &str, quantity: i64) -> Rule {
    Rule {
        id: RowId::new(),
        kind: kind.to_owned(),
        subject: subject.to_owned(),
        called: String::new(),
        among: Vec::new(),
        position: 1,
        quantity: Some(quantity),
        strength: Strength::Shall,
        words: Words::default(),
        paragraph: "4".to_owned(),
    }
}

fn refused(standing: &[Rule], rule: &Rule) -> Option<(&'static str, &'static str)> {
    let kinds = BTreeMap::from(
        ["991825827", "974760673"].map(|number| (number.to_owned(), "agency".to_owned())),
    );
    quota_clash(standing, rule, &kinds).map(|refusal| match refusal {
        Refusal::Because(field, said) => (field, said.key),
        Refusal::Stale => panic!("nobody saved first"),
    })
}

#[test]
fn the_least_is_not_over_the_most() {
    let most = rule(kind::MEMBERS_MOST, "", 14);
    let least = |n| rule(kind::MEMBERS_LEAST, "", n);
    let standing = [most.clone()];
    assert_eq!(refused(&standing, &least(14)), None);
    assert_eq!(
        refused(&standing, &least(15)),
        Some(("quantity", "boards-rule-least-over-most"))
    );
    let standing = [least(12)];
    let lowered = Rule {
        quantity: Some(11),
        ..most
    };
    assert_eq!(
        refused(&standing, &lowered),
        Some(("quantity", "boards-rule-most-under-least"))
    );
}

#[test]
fn a_rule_that_is_changed_is_not_in_its_own_way() {
    let standing = [rule(kind::MEMBERS_MOST, "", 14)];
    let raised = Rule {
        quantity: Some(16),
        ..standing[0].clone()
    };
    assert_eq!(refused(&standing, &raised), None);
    let twin = rule(kind::MEMBERS_MOST, "", 16);
    assert_eq!(
        refused(&standing, &twin),
        Some(("kind", "boards-rule-twice"))
    );
}

#[test]
fn eleven_of_the_state_and_four_municipalities_are_not_fourteen() {
    let standing = [
        rule(kind::MEMBERS_MOST, "", 14),
        rule(kind::ORGANISATIONS_LEAST, "state_agency", 11),
    ];
    let municipalities = |n| rule(kind::ORGANISATIONS_LEAST, "municipality", n);
    assert_eq!(refused(&standing, &municipalities(3)), None);
    assert_eq!(
        refused(&standing, &municipalities(4)),
        Some(("quantity", "boards-rule-over-members"))
    );
    let again = Rule {
        among: vec!["rotating".to_owned()],
        ..rule(kind::ORGANISATIONS_LEAST, "state_agency", 2)
    };
    assert_eq!(refused(&standing, &again), None, "two of the same eleven");
}

#[test]
fn seats_of_all_kinds_have_room_among_the_members() {
    let standing = [
        rule(kind::SEATS_LEAST, "permanent", 4),
        rule(kind::SEATS_LEAST, "largest", 4),
        rule(kind::SEATS_LEAST, "rotating", 4),
    ];
    let most = |n| rule(kind::MEMBERS_MOST, "", n);
    assert_eq!(refused(&standing, &most(12)), None);
    assert_eq!(
        refused(&standing, &most(11)),
        Some(("quantity", "boards-rule-over-members"))
    );
    let huge = rule(kind::SEATS_LEAST, "extra", i64::MAX);
    let standing = [standing.to_vec(), vec![most(14)]].concat();
    assert_eq!(
        refused(&standing, &huge),
        Some(("quantity", "boards-rule-over-members"))
    );
}

fn among(rule: Rule, kinds: &[&str]) -> Rule {
    Rule {
        among: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        ..rule
    }
}

#[test]
fn what_is_asked_among_some_is_not_forbidden_among_all() {
    let most = |n| rule(kind::ORGANISATIONS_MOST, "municipality", n);
    let two = among(
        rule(kind::ORGANISATIONS_LEAST, "municipality", 2),
        &["rotating"],
    );
    assert_eq!(
        refused(&[most(1)], &two),
        Some(("quantity", "boards-rule-least-over-most"))
    );
    assert_eq!(
        refused(std::slice::from_ref(&two), &most(0)),
        Some(("quantity", "boards-rule-most-under-least"))
    );
    assert_eq!(refused(std::slice::from_ref(&two), &most(2)), None);
    let elsewhere = among(most(0), &["permanent"]);
    assert_eq!(refused(std::slice::from_ref(&two), &elsewhere), None);
}

#[test]
fn an_organisation_is_not_named_for_two_kinds_of_seats() {
    let named = |kinds: &[&str]| among(rule(kind::NAMED_ORGANISATION, "991825827", 0), kinds);
    let standing = [named(&["permanent"])];
    assert_eq!(
        refused(&standing, &named(&["rotating"])),
        Some(("among", "boards-rule-named-apart"))
    );
    assert_eq!(refused(&standing, &named(&["rotating", "permanent"])), None);
}

#[test]
fn whoever_is_named_is_of_a_kind_that_may_sit() {
    let named = |number| rule(kind::NAMED_ORGANISATION, number, 0);
    let most = |n| rule(kind::ORGANISATIONS_MOST, "agency", n);
    let standing = [named("991825827"), most(1)];
    assert_eq!(
        refused(&standing, &named("974760673")),
        Some(("organisation", "boards-rule-named-over-most"))
    );
    let standing = [named("991825827"), named("974760673")];
    assert_eq!(
        refused(&standing, &most(1)),
        Some(("quantity", "boards-rule-named-over-most"))
    );
    assert_eq!(refused(&standing, &most(2)), None);
}
