//! The agenda in a pack, as its page shows it to the same reader: every item in its order with its time, and the guests.

use super::Composing;
use crate::cases::rules::agenda::{Hours, clock, fit};
use crate::cases::{Guest, Item};
use crate::db::ids::AgendaItemId;
use crate::i18n::{Value, dates};
use crate::meetings::words;
use crate::pdf::pack;

/// An item of the agenda with what stands before it.
pub(super) struct Planned {
    pub item: Item,
    /// “kl. 09.00–09.20”; how long it takes where its day has no times.
    pub time: String,
}

impl Composing<'_> {
    /// Every item in its order, day by day. The clock shows the true times, whatever is left out.
    pub(super) fn planned(&self) -> Vec<Planned> {
        let sessions = &self.of.meeting.sessions;
        let mut items = self.agenda.items.clone();
        fit(&mut items, sessions.len());
        let hours = clock(&items, sessions);
        let planned = items.into_iter().zip(hours).map(|(item, hours)| Planned {
            time: self.time(&item, hours),
            item,
        });
        let mut planned: Vec<Planned> = planned.collect();
        planned.sort_by_key(|one| one.item.session);
        planned
    }

    fn time(&self, item: &Item, hours: Option<Hours>) -> String {
        match (hours, item.minutes) {
            (Some((starts, ends)), _) if starts == ends => dates::time(self.language, starts),
            (Some((starts, ends)), _) => dates::hours(self.language, starts, ends),
            (None, Some(minutes)) => {
                self.tv("papers-minutes", &[("minutes", Value::Number(minutes))])
            }
            (None, None) => String::new(),
        }
    }

    /// “Onsdag 17. mars 2027 kl. 09.00–12.00”, where the meeting has several days.
    pub(super) fn day(&self, session: usize) -> Option<String> {
        let sessions = &self.of.meeting.sessions;
        let session = sessions.get(session).filter(|_| sessions.len() > 1)?;
        Some(words::capitalised(&words::session(self.language, session)))
    }

    /// What is no case: a standing item, a break, any other business.
    pub(super) fn plain(&self, item: &Item) -> pack::Item {
        let mut lines = Vec::new();
        if !item.presenter.is_empty() {
            let by = self.t("agenda-presenter");
            lines.push(format!("{by}: {}", item.presenter));
        }
        pack::Item {
            title: item.title.in_language(self.language.tag()).to_owned(),
            is_plain: true,
            lines,
            ..pack::Item::default()
        }
    }

    /// The guests, as far as what they come for may be known. A supplement has none.
    pub(super) fn guests(&self) -> Vec<String> {
        let all = self.agenda.guests.iter().filter(|_| self.only.is_none());
        let told = all.filter_map(|guest| {
            let who = [guest.name.as_str(), guest.organisation.as_str()];
            let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
            Some(format!("{}: {}", who.join(", "), self.stay(guest)?))
        });
        told.collect()
    }

    /// “fom. sak 22/26 tom. sak 24/26”.
    fn stay(&self, guest: &Guest) -> Option<String> {
        let from = self.short(guest.from)?;
        Some(match guest.until {
            None => self.tv("agenda-guest-from", &[("from", from.into())]),
            Some(until) if until == guest.from => {
                self.tv("agenda-guest-at", &[("at", from.into())])
            }
            Some(until) => {
                let until = self.short(until)?;
                let values = [("from", from.into()), ("until", until.into())];
                self.tv("agenda-guest-between", &values)
            }
        })
    }

    /// “sak 22/26”, or the title of what is no case; none of what the reader may not know of.
    fn short(&self, id: AgendaItemId) -> Option<String> {
        let item = self.agenda.items.iter().find(|item| item.id == id)?;
        let Some(id) = item.case else {
            let title = item.title.in_language(self.language.tag());
            return Some(format!("«{title}»"));
        };
        let case = self.of.cases.iter().find(|one| one.case.id == id)?;
        Some(match case.case.number {
            Some(number) => self.tv("agenda-case", &[("number", number.to_string().into())]),
            None => format!("«{}»", self.title(case)),
        })
    }
}
