//! Action items: a row for what was agreed under an item, whose it is, until when, and what has become of it.
//!
//! One is known by its item and what it says; who changed hands since is the same. Whose it is, or until when, may be unknown
//! and stays so. Of which nobody knows that it was done, it is open.

use super::line::{Line, Located};
use super::past::{Agreed, ItemEntry};
use super::{NewAndKnown, Place, Work};
use crate::calendar::moment_of;
use crate::db::ids::ActionId;
use crate::i18n::Said;
use crate::import::past::PastAction;
use crate::import::values::{is_unknown, key};
use crate::minutes::actions::rules::{Refusal, may_be_due, may_link};
use crate::minutes::actions::{Owner, State, Task};
use chrono::NaiveTime;

/// As long as it may say what is to be done; the page on which it is changed takes no more.
const LONGEST: usize = 600;
/// As long as a link may be.
const LINK: usize = 500;

impl Work<'_> {
    pub fn actions(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        for one in &self.known.past.actions {
            let agreed = (one.meeting, one.item, key(&one.content));
            let of_item = self.past.actions.entry(agreed).or_default();
            of_item.push((whose(one.owner, &one.owner_name), None));
        }
        self.each(tables, Self::action)
    }

    fn action(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let at = self.at(line);
        let content = line.needed_prose("content", LONGEST);
        let is_named = line.needed_text("item", 400).is_some();
        let owner = self.owner(line);
        let due_on = line.known_day("due");
        let link = line.text("link", LINK);
        let state = self.action_state(line);
        let (at, content) = (at?, content?);
        let first_day = self.past.sittings[at.sitting].first_day();
        if may_be_due(due_on, first_day).is_err() {
            let said = Said::new("import-due-before-meeting");
            line.refuse("due", said.with("day", first_day));
        }
        if let Err(refusal) = may_link(&link) {
            line.refuse("link", refusal.said());
        }
        self.refuse_early(line, at);
        if !is_named || !line.is_right() {
            return None;
        }
        let item = self.spoken_item(line, at)?;
        let (owner, owner_name) = owner?;
        self.refuse_closed_out(line, &item, owner);
        let meeting = self.past.sittings[at.sitting].id;
        let agreed = (meeting, item.id, key(&content));
        let whose = whose(owner, &owner_name);
        if let Some(first) = self.standing_action(&agreed, &whose, line.place()) {
            return self.recognised(line, first.as_ref());
        }
        self.refuse_mail(line, at.board);
        self.refuse_sent(line, at);
        let of_item = self.past.actions.entry(agreed).or_default();
        of_item.push((whose, Some(line.place())));
        let midnight = moment_of(at.board.zone, at.day, NaiveTime::MIN);
        self.checked.plan.past.actions.push(PastAction {
            id: ActionId::new(),
            board: at.board.id,
            meeting,
            item: item.id,
            case: item.case,
            title: self.called(&item),
            task: Task {
                content,
                owner,
                owner_name,
                due_on,
                link,
            },
            state,
            agreed: midnight.into(),
        });
        Some(true)
    }

    /// Whose it is, and what they are called: a person, an organisation, or somebody of whom only the name is known.
    fn owner(&self, line: &mut Line<'_, '_>) -> Option<(Owner, String)> {
        let organisation = self.organisation_of(line);
        let (person, name) = self.person_of(line);
        let codes = ["organisation", "person", "person_name"];
        let said: Vec<&str> = codes
            .into_iter()
            .filter(|code| line.says_any(&[*code]))
            .collect();
        match said[..] {
            [] if codes.iter().any(|code| line.is_filled(code)) => {
                Some((Owner::Other, self.words.nobody.clone()))
            }
            [] => {
                line.refuse("organisation", Said::new("import-owner-needed"));
                None
            }
            ["organisation"] => organisation.map(|(id, called)| (Owner::Organisation(id), called)),
            ["person"] => person.map(|id| (Owner::Person(id), name)),
            ["person_name"] => Some((Owner::Other, name)),
            // Told already.
            ["person", "person_name"] => None,
            [_, second, ..] => {
                line.refuse(second, Said::new("import-owner-of-two"));
                None
            }
            _ => None,
        }
    }

    /// Whom a case is closed to is given nothing to do about it.
    fn refuse_closed_out(&self, line: &mut Line<'_, '_>, item: &ItemEntry, owner: Owner) {
        let closed = item.case.and_then(|case| self.known.past.closed.get(&case));
        if let (Owner::Person(person), Some(closed)) = (owner, closed)
            && closed.contains(&person)
        {
            line.refuse("person", Refusal::OwnerClosedOut.said());
        }
    }

    fn action_state(&self, line: &mut Line<'_, '_>) -> State {
        if is_unknown(&line.raw("state")) {
            return State::Open;
        }
        let code = line.choice("state", &self.words.action_states);
        code.and_then(|code| code.parse().ok())
            .unwrap_or(State::Open)
    }

    /// Whether what a row says stands already: of the file itself where it is the same person's, and of what is registered also
    /// where it is another's today, each of them once. Gives the row that said it before, if one did.
    fn standing_action(
        &mut self,
        agreed: &Agreed,
        whose: &str,
        place: Place,
    ) -> Option<Option<Place>> {
        let standing = self.past.actions.get_mut(agreed)?;
        let own = standing.iter().position(|(of, _)| of == whose);
        let other = || standing.iter().position(|(_, place)| place.is_none());
        let at = own.or_else(other)?;
        let first = standing[at].1.clone();
        if first.is_none() {
            standing[at] = (whose.to_owned(), Some(place));
        }
        Some(first)
    }
}

/// What tells one owner from another.
fn whose(owner: Owner, name: &str) -> String {
    match owner {
        Owner::Other => key(name),
        known => known.to_string(),
    }
}
