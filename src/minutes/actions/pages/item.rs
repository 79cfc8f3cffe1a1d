//! What is agreed under each item of the minutes: the folded part with its form where they are written, and the lines where
//! they are read.

use super::form::adding;
use super::{line, state_tag};
use crate::db::ids::{AgendaItemId, CaseId, PersonId};
use crate::minutes::actions::forms::Choice;
use crate::minutes::actions::{Action, Owner};
use crate::minutes::draft::pages::MinutesPage;
use crate::web::{Form, View, ui};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// What was agreed at a meeting, and who can be made the owner of more.
#[derive(Default)]
pub struct OfMeeting {
    /// As far as the reader may read it.
    pub actions: Vec<Action>,
    pub owners: Vec<Choice>,
}

impl OfMeeting {
    fn of(&self, item: AgendaItemId) -> Vec<&Action> {
        self.actions.iter().filter(|one| one.item == item).collect()
    }

    /// What was agreed under an item, as the draft says it.
    #[must_use]
    pub fn lines(&self, view: &View, item: AgendaItemId) -> Vec<String> {
        let own = self.of(item);
        own.into_iter().map(|one| line(view, one)).collect()
    }
}

/// Those whom the case is not closed to.
#[must_use]
pub fn without(owners: &[Choice], closed: Option<&BTreeSet<PersonId>>) -> Vec<Choice> {
    let is_closed_to = |owner: Owner| match owner {
        Owner::Person(person) => closed.is_some_and(|closed| closed.contains(&person)),
        _ => false,
    };
    let open = owners.iter().filter(|(owner, _)| !is_closed_to(*owner));
    open.cloned().collect()
}

/// The part under an item, where minutes are written.
#[must_use]
pub fn part(
    view: &View,
    page: &MinutesPage,
    (item, case, called): (AgendaItemId, Option<CaseId>, &str),
    is_open: bool,
) -> Markup {
    let own = page.actions.of(item);
    if own.is_empty() && !is_open {
        return html! {};
    }
    let closed = case.and_then(|case| page.attendance.recused.get(&case));
    let owners = without(&page.actions.owners, closed);
    let today = page.board().today(view.now);
    let values = [("count", own.len().into()), ("item", called.into())];
    let lines: Vec<Markup> = (own.iter())
        .map(|one| {
            html! {
                (ui::link(&super::path(one.id), &line(view, one))) " " (state_tag(view, one, today))
            }
        })
        .collect();
    let body = html! {
        @if !lines.is_empty() { (ui::list(&lines)) }
        @if is_open { (adding(view, (page.meeting(), page.round.as_ref()), item, &Form::default(), &owners)) }
    };
    ui::details(&view.tv("action-under", &values), &body)
}
