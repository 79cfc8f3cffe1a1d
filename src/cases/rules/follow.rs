//! What a case takes over from another that is about the same in another body: never is more shown of it, nor to more.

use crate::cases::{Access, Assessed, Case};
use crate::web::access::{Assessment, Audience};

/// The tied case as it is once this one is changed, and itself where nothing is to follow.
///
/// What becomes exempt after the other body was asked is read there by its secretariat only, until they show it again: nobody
/// has said that others there may know it. The body below then has no title of it but `told`; the body above keeps its own.
#[must_use]
pub fn following(
    (before, after): (&Case, &Case),
    (tied, is_below): (&Case, bool),
    told: &str,
) -> Case {
    let mut changed = tied.clone();
    let (own, access) = (&after.access, &mut changed.access);
    if own.audience < before.access.audience {
        access.audience = access.audience.min(own.audience);
    }
    access.open_from = access.open_from.max(own.open_from);
    if !own.is_exempt() {
        return changed;
    }
    let is_new = !tied.access.is_exempt() || (own.title_exempt && !tied.access.title_exempt);
    access.assessment = Assessment::Exempt;
    access.title_exempt |= own.title_exempt;
    if is_new {
        access.audience = Audience::Secretariat;
    }
    // What somebody has written there since in words of their own stays, unless it was written of what was not exempt.
    let is_copied = |title: &String| is_new || *title == before.facts.public_title;
    if is_copied(&changed.facts.public_title) {
        told.clone_into(&mut changed.facts.public_title);
    }
    if is_below && is_copied(&changed.facts.title) {
        told.clone_into(&mut changed.facts.title);
    }
    changed
}

/// The assessment of the tied case that goes with its new access: by the same provision where this one is exempt.
#[must_use]
pub fn assessed(own: &Assessed, tied: &Assessed, access: &Access) -> Assessed {
    let of = match own.outcome {
        Assessment::Exempt => own,
        Assessment::NotAssessed | Assessment::Open => tied,
    };
    Assessed {
        outcome: access.assessment,
        scope: own.scope.max(tied.scope),
        open_from: access.open_from,
        ..of.clone()
    }
}
