//! Agendas: a row an item, in the order in which they were dealt with, each on its meeting day.
//!
//! An item is known by its meeting and its case, or by its kind and title on that day. What is new comes after what
//! stands. Breaks may be called alike, and those that are count in their order.

use super::line::{Line, Located};
use super::naming::At;
use super::past::ItemEntry;
use super::{NewAndKnown, Work};
use crate::cases::past::Unknown;
use crate::cases::{Guest, Item, ItemKind};
use crate::db::ids::{AgendaItemId, MeetingId, RowId};
use crate::db::types::Words;
use crate::i18n::Said;
use crate::import::past::PastAgenda;
use crate::import::values::{is_unknown, key};
use crate::meetings::MeetingState;
use std::collections::{HashMap, HashSet};

/// As long as a title may be.
const TITLE: usize = 200;
/// As many minutes as an item may take.
const MINUTES: i64 = 600;

/// What an item of a row is, before it is known whether it is new.
struct Named {
    kind: ItemKind,
    /// The case by its place among the entries.
    case: Option<usize>,
    titles: [String; 3],
}

impl Work<'_> {
    pub fn agendas(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let counts = self.each(tables, Self::agenda_item);
        self.settle_agendas();
        counts
    }

    fn agenda_item(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let at = self.at(line);
        let kind = line.needed_choice("kind", &self.words.item_kinds);
        let kind = kind.and_then(|code| code.parse::<ItemKind>().ok());
        let titles = [
            line.words("title", TITLE),
            line.words("title_nn", TITLE),
            line.words("title_en", TITLE),
        ];
        let minutes = line.number("minutes");
        if minutes.is_some_and(|minutes| minutes > MINUTES) {
            line.refuse(
                "minutes",
                Said::new("import-number-too-large").with("most", MINUTES),
            );
        }
        let presenter = line.known_words("presenter", 200);
        let (at, kind) = (at?, kind?);
        let named = self.named_item(line, at, kind, titles)?;
        let meeting = self.past.sittings[at.sitting].id;
        let case = named.case.map(|entry| self.past.entries[entry].id);
        if let Some(first) = self.standing_item(meeting, at, &named) {
            return self.recognised(line, first.place.as_ref());
        }
        self.refuse_mail(line, at.board);
        self.refuse_sent(line, at);
        if let Some(entry) = named.case {
            self.refuse_moving(line, at, entry);
            self.past.entries[entry].meetings.push(at.sitting);
        }
        let [nb, nn, en] = &named.titles;
        let item = Item {
            id: AgendaItemId::new(),
            session: at.session,
            kind,
            case,
            title: Words::new([("nb", nb.as_str()), ("nn", nn), ("en", en)]),
            minutes,
            presenter,
        };
        self.guests_of(line, meeting, item.id);
        self.approved(line, at, item.id);
        let called = named.titles.iter().filter(|title| !title.is_empty());
        self.past.items.entry(meeting).or_default().push(ItemEntry {
            id: item.id,
            session: at.session,
            position: i64::MAX,
            kind,
            case,
            titles: called.cloned().collect(),
            place: Some(line.place()),
        });
        let agenda = self.agenda_of(meeting);
        agenda.items.push((0, item));
        Some(true)
    }

    /// A case by its number, anything else by a title.
    fn named_item(
        &self,
        line: &mut Line<'_, '_>,
        at: At,
        kind: ItemKind,
        titles: [String; 3],
    ) -> Option<Named> {
        let written = line.text("case_number", 20);
        let has_title = titles.iter().any(|title| !title.is_empty());
        let mut case = None;
        match (kind, written.is_empty()) {
            // A case without a number is named by its title.
            (ItemKind::Case, true) => {
                let found = titles.iter().find_map(|title| {
                    let by_title = &self.past.by_title;
                    by_title.get(&(at.board.id, key(title))).copied()
                });
                if found.is_none() {
                    line.refuse("case_number", Said::new("import-case-of-item-needed"));
                    return None;
                }
                case = found;
            }
            (ItemKind::Case, false) => {
                match self.case_of(&written, at.board, Some(at.sitting)) {
                    Ok(entry) => case = Some(entry),
                    Err(said) => {
                        line.refuse("case_number", said);
                        return None;
                    }
                }
                if has_title {
                    line.refuse("title", Said::new("import-title-of-case"));
                }
            }
            (_, false) => {
                line.refuse("case_number", Said::new("import-number-without-case"));
                return None;
            }
            (_, true) if !has_title => {
                line.refuse("title", Said::new("import-needed"));
                return None;
            }
            (_, true) => {}
        }
        let none = [String::new(), String::new(), String::new()];
        Some(Named {
            kind,
            titles: if case.is_some() { none } else { titles },
            case,
        })
    }

    /// The item that a row is about, when it stands already.
    fn standing_item(&mut self, meeting: MeetingId, at: At, of: &Named) -> Option<ItemEntry> {
        let case = of.case.map(|entry| self.past.entries[entry].id);
        let is_same = |item: &&ItemEntry| match case {
            Some(_) => item.case == case,
            None => {
                let mut titles = item.titles.iter();
                item.kind == of.kind
                    && item.session == at.session
                    && titles.any(|own| of.titles.iter().any(|title| key(title) == key(own)))
            }
        };
        let items = self.past.items.get(&meeting)?;
        if of.kind != ItemKind::Break {
            return items.iter().find(is_same).cloned();
        }
        // The first break of this name in the file is the first of it that stands, and so on; those of the file itself are all
        // new.
        let mut standing = items.iter().filter(is_same);
        let found =
            standing.find(|item| item.place.is_none() && !self.past.breaks.contains(&item.id));
        let found = found.cloned()?;
        self.past.breaks.insert(found.id);
        Some(found)
    }

    /// A case that is registered is put on the agenda of a meeting to come on its own page, where its state and the mail
    /// follow.
    fn refuse_moving(&self, line: &mut Line<'_, '_>, at: At, entry: usize) {
        let sitting = &self.past.sittings[at.sitting];
        let is_to_come =
            !sitting.is_over(self.today(at.board)) && sitting.state != MeetingState::Cancelled;
        if is_to_come && self.past.entries[entry].place.is_none() {
            line.refuse("case_number", Said::new("import-case-stands"));
        }
    }

    fn agenda_of(&mut self, meeting: MeetingId) -> &mut PastAgenda {
        let planned = &mut self.checked.plan.past.agendas;
        let at = *self.past.agendas.entry(meeting).or_insert(planned.len());
        if at == planned.len() {
            planned.push(PastAgenda {
                meeting,
                is_new: !self.known.past.agendas.contains(&meeting),
                items: Vec::new(),
            });
        }
        &mut planned[at]
    }

    /// “Navn, virksomhet” or an organisation, with semicolons between: each is there at this item. Of whom nobody knows who they
    /// were, the meeting says that.
    fn guests_of(&mut self, line: &mut Line<'_, '_>, meeting: MeetingId, item: AgendaItemId) {
        let written = line.words("guests", 2_000);
        for part in (written.split(';').map(str::trim)).filter(|part| !part.is_empty()) {
            if is_unknown(part) {
                let unknown = (meeting, Unknown::Guests);
                if self.past.unknown.insert(unknown) {
                    self.checked.plan.past.unknown.push(unknown);
                }
                continue;
            }
            let is_organisation = self.organisations.find(part).is_ok();
            let (name, organisation) = match part.split_once(',') {
                _ if is_organisation => ("", part),
                Some((name, organisation)) => (name.trim(), organisation.trim()),
                None => (part, ""),
            };
            let guest = Guest {
                id: RowId::new(),
                name: name.to_owned(),
                organisation: organisation.to_owned(),
                from: item,
                until: Some(item),
            };
            self.checked.plan.past.guests.push((meeting, guest.clone()));
            self.past.guests.entry(meeting).or_default().push(guest);
        }
    }

    /// The meetings whose minutes the item approves, each by one of its days.
    fn approved(&mut self, line: &mut Line<'_, '_>, at: At, item: AgendaItemId) {
        let mut seen: HashSet<MeetingId> = HashSet::new();
        for day in line.days("approves").unwrap_or_default() {
            match self.past.sitting(at.board.id, day, None) {
                Ok(found) => {
                    let of = self.past.sittings[found].id;
                    if seen.insert(of) {
                        self.checked.plan.past.approvals.push((item, of));
                    }
                }
                Err(said) => line.refuse("approves", said),
            }
        }
    }

    /// Gives the new items of each agenda their places: day by day, after those that stand.
    fn settle_agendas(&mut self) {
        let mut places: HashMap<AgendaItemId, i64> = HashMap::new();
        for agenda in &mut self.checked.plan.past.agendas {
            let standing = self.past.items.get(&agenda.meeting);
            let standing = standing.into_iter().flatten();
            let last = standing
                .map(|item| item.position)
                .filter(|position| *position < i64::MAX)
                .max();
            let first = last.map_or(0, |last| last + 1);
            agenda.items.sort_by_key(|(_, item)| item.session);
            for (position, (place, item)) in (first..).zip(&mut agenda.items) {
                *place = position;
                places.insert(item.id, position);
            }
        }
        for items in self.past.items.values_mut() {
            for item in items.iter_mut() {
                if let Some(position) = places.get(&item.id) {
                    item.position = *position;
                }
            }
            items.sort_by_key(|item| item.position);
        }
    }
}
