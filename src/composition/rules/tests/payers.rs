//! The largest other service owners, by what they paid.

use super::*;

#[test]
fn the_four_largest_other_service_owners_by_payment_are_represented() {
    let mut facts = board(vec![rule(kind::LARGEST_PAYERS, "permanent", 4)]);
    let permanent = fill(&mut facts, "permanent", "state_agency", 1);
    let largest = fill(&mut facts, "largest", "state_agency", 4);
    let outside = OrganisationId::new();
    assert_eq!(found(&facts).1.lack, Some(Lack::Payments));
    assert_eq!(outcome(&facts), Outcome::Unknown, "no payments are known");
    // The largest of all has a permanent seat, and is none of the four.
    paid(&mut facts, permanent[0], 2026, 900);
    for (of, ore) in largest.iter().zip([400, 300, 200, 100]) {
        paid(&mut facts, *of, 2026, ore);
    }
    paid(&mut facts, outside, 2026, 99);
    let (met, evidence) = found(&facts);
    assert_eq!((met, evidence.year), (Outcome::Met, Some(2026)));
    assert_eq!(evidence.count, Some(4));
    paid(&mut facts, outside, 2027, 999);
    assert_eq!(outcome(&facts), Outcome::Met, "this year is not over");
    facts.payments.retain(|it| it.organisation != outside);
    paid(&mut facts, outside, 2026, 101);
    let (broken, evidence) = found(&facts);
    assert_eq!((broken, evidence.against), (Outcome::Broken, vec![outside]));
}

#[test]
fn of_those_that_paid_alike_any_will_do() {
    let mut facts = board(vec![rule(kind::LARGEST_PAYERS, "", 2)]);
    let members = fill(&mut facts, "largest", "state_agency", 2);
    let outside = OrganisationId::new();
    for (of, ore) in [(members[0], 300), (members[1], 200), (outside, 200)] {
        paid(&mut facts, of, 2026, ore);
    }
    assert_eq!(outcome(&facts), Outcome::Met);
    facts.appointments.pop();
    let (broken, evidence) = found(&facts);
    assert_eq!(broken, Outcome::Broken);
    assert_eq!(evidence.against.len(), 2, "one of the two is missing");
}
