//! What a verdict rests on, in words: who and how many, and of what is not known, who can tell.

use super::{CompositionPage, names_of};
use crate::boards::rule_kind as kind;
use crate::composition::{Evidence, Lack, Outcome, Verdict};
use crate::db::ids::{AppointmentId, OrganisationId};
use crate::i18n::Value;
use crate::web::access::Role;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The evidence of a verdict, a line each.
#[must_use]
pub fn said(view: &View, page: &CompositionPage<'_>, verdict: &Verdict<'_>) -> Markup {
    let evidence = &verdict.evidence;
    if let Some(lack) = evidence.lack {
        return html! {
            (view.t(lacking(lack)))
            @if lack == Lack::Payments { " " (ui::link(paths::PAYMENTS, &view.t("payments"))) }
        };
    }
    let lines = [
        found(view, page, verdict),
        against(view, page, verdict),
        not_known(view, page, verdict),
    ];
    html! { @for line in lines.into_iter().flatten() { p class="ds-paragraph" { (line) } } }
}

fn lacking(lack: Lack) -> &'static str {
    match lack {
        Lack::Payments => "composition-lacks-payments",
        Lack::NotRegistered => "composition-lacks-organisation",
        Lack::Rule => "composition-lacks-rule",
    }
}

/// Names with commas between; each leads whoever keeps it to where that is written which the rule asks: the term, or else the
/// register.
fn list(
    view: &View,
    page: &CompositionPage<'_>,
    verdict: &Verdict<'_>,
    of: &[OrganisationId],
) -> Markup {
    let named = names_of(page.names, of);
    let keeps = page.keeps
        && view
            .reader
            .as_ref()
            .is_some_and(|it| it.roles.administrator || it.roles.is_secretary_somewhere());
    let place = |id: OrganisationId| {
        let term = term(page, id).filter(|_| is_of_terms(verdict));
        term.map_or_else(|| paths::organisation(id), paths::appointment)
    };
    html! {
        @for (at, (id, name)) in named.iter().enumerate() {
            @if at > 0 { ", " }
            @if keeps { (ui::link(&place(*id), name)) } @else { (name) }
        }
    }
}

/// Whether what a rule asks is written on a term: the level of its representative, or how long it is.
fn is_of_terms(verdict: &Verdict<'_>) -> bool {
    let kinds = [kind::LEVEL_LEAST, kind::TERM_MONTHS];
    kinds.contains(&verdict.rule.kind.as_str())
}

/// The term by which an organisation is a member on the day.
fn term(page: &CompositionPage<'_>, of: OrganisationId) -> Option<AppointmentId> {
    let mut terms = page.facts.appointments.iter();
    let sits = terms.find(|it| {
        it.role == Role::Member
            && it.organisation == Some(of)
            && it.period.contains(page.composition.on)
    });
    sits.map(|it| it.id)
}

/// What is counted, and who.
fn found(view: &View, page: &CompositionPage<'_>, verdict: &Verdict<'_>) -> Option<Markup> {
    let Evidence {
        count,
        fulfil,
        year,
        ..
    } = &verdict.evidence;
    let key = match verdict.rule.kind.as_str() {
        kind::MEMBERS_LEAST if verdict.evidence.with_chair => "composition-found-with-chair",
        kind::MEMBERS_LEAST | kind::MEMBERS_MOST => "composition-found-members",
        kind::SEATS_LEAST | kind::SEATS_MOST => "composition-found-seats",
        kind::HELD_LEAST => "composition-found-held",
        kind::NAMED_ORGANISATION if fulfil.is_empty() => return None,
        kind::NAMED_ORGANISATION => "composition-found-named",
        kind::LARGEST_PAYERS => "composition-found-payers",
        kind::LEVEL_LEAST => "composition-found-level",
        kind::TERM_MONTHS => "composition-found-terms",
        kind::TERMS_IN_A_ROW_MOST => "composition-found-in-a-row",
        _ => "composition-found-organisations",
    };
    let year = year.map_or_else(String::new, |year| year.to_string());
    let values: [(&'static str, Value); 2] = [
        ("n", count.unwrap_or_default().into()),
        ("year", year.into()),
    ];
    // Of a level the many who have it would hide the few who have not.
    let names = !fulfil.is_empty() && verdict.rule.kind != kind::LEVEL_LEAST;
    Some(
        html! { (view.tv(key, &values)) @if names { " " (list(view, page, verdict, fulfil)) "." } },
    )
}

/// Who breaks it, or is missing.
fn against(view: &View, page: &CompositionPage<'_>, verdict: &Verdict<'_>) -> Option<Markup> {
    let against = &verdict.evidence.against;
    if against.is_empty() {
        return None;
    }
    let key = match verdict.rule.kind.as_str() {
        kind::NAMED_ORGANISATION | kind::LARGEST_PAYERS => "composition-missing",
        kind::LEVEL_LEAST => "composition-below-level",
        kind::TERM_MONTHS => "composition-too-long",
        _ => "composition-too-many-in-a-row",
    };
    Some(html! { (view.t(key)) " " (list(view, page, verdict, against)) "." })
}

/// Of whom it is not known, and who can tell.
fn not_known(view: &View, page: &CompositionPage<'_>, verdict: &Verdict<'_>) -> Option<Markup> {
    let not_known = &verdict.evidence.not_known;
    if not_known.is_empty() || verdict.outcome == Outcome::Met {
        return None;
    }
    let key = match verdict.rule.kind.as_str() {
        kind::SIZES_LEAST => "composition-size-not-known",
        kind::LEVEL_LEAST => "composition-level-not-known",
        kind::TERM_MONTHS => "composition-end-not-known",
        _ => "composition-kind-not-known",
    };
    Some(html! { (view.t(key)) " " (list(view, page, verdict, not_known)) "." })
}
