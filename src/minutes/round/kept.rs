//! What a correction may change and the approved version tells in words only: kept while it lasts, so that it can be
//! called off.

use crate::db::ids::{AgendaItemId, AppointmentId, PersonId, RowId};
use crate::error::Result;
use crate::minutes::attendance::{Listed, Record, Source, Stay};
use crate::minutes::draft::{ItemText, Written};
use crate::minutes::told::ToldItem;
use anyhow::Context;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// The hours of the items and the lists of who was there, as they were approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// By the clock of the board.
    hours: Vec<(AgendaItemId, Option<NaiveTime>, Option<NaiveTime>)>,
    there: Vec<KeptLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptLine {
    id: RowId,
    session: usize,
    who: String,
    person: Option<PersonId>,
    name: String,
    organisation: String,
    part: String,
    appointment: Option<AppointmentId>,
    instead_of: String,
    presence: String,
    stay: (Option<AgendaItemId>, Option<AgendaItemId>),
    as_written: String,
    stay_said: Option<String>,
    remark: String,
}

impl KeptLine {
    fn of(record: &Record) -> Self {
        let listed = &record.listed;
        Self {
            id: record.id,
            session: record.session,
            who: listed.who.to_string(),
            person: listed.person,
            name: listed.name.clone(),
            organisation: listed.organisation.clone(),
            part: listed.part.to_string(),
            appointment: listed.appointment,
            instead_of: listed.instead_of.clone(),
            presence: record.presence.to_string(),
            stay: (listed.stay.from, listed.stay.until),
            as_written: listed.source.as_written.clone(),
            stay_said: listed.source.stay_said.clone(),
            remark: listed.source.remark.clone(),
        }
    }

    fn record(&self) -> anyhow::Result<Record> {
        let (from, until) = self.stay;
        let listed = Listed {
            who: self.who.parse().context("attendance of nobody")?,
            person: self.person,
            name: self.name.clone(),
            organisation: self.organisation.clone(),
            part: self.part.parse()?,
            appointment: self.appointment,
            instead_of: self.instead_of.clone(),
            stay: Stay { from, until },
            source: Source {
                as_written: self.as_written.clone(),
                stay_said: self.stay_said.clone(),
                remark: self.remark.clone(),
            },
        };
        Ok(Record {
            id: self.id,
            session: self.session,
            listed,
            presence: self.presence.parse()?,
        })
    }
}

impl Kept {
    #[must_use]
    pub fn of(written: &[Written], there: &[Record]) -> Self {
        let hours = |one: &Written| (one.item, one.text.starts, one.text.ends);
        Self {
            hours: written.iter().map(hours).collect(),
            there: there.iter().map(KeptLine::of).collect(),
        }
    }

    /// Who was there, line by line.
    ///
    /// # Errors
    /// When it was kept in words that are not known any more.
    pub fn records(&self) -> Result<Vec<Record>> {
        let lines = self.there.iter().map(KeptLine::record);
        Ok(lines.collect::<anyhow::Result<_>>()?)
    }

    /// From when until when an item was dealt with; no hours of what was written of first in the correction.
    fn hours_of(&self, item: AgendaItemId) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let found = self.hours.iter().find(|(id, ..)| *id == item);
        found.map_or((None, None), |(_, starts, ends)| (*starts, *ends))
    }
}

/// What was written of an item when it was approved: the version's own words, with its hours as they were kept. Without
/// anything kept they stay as they stand.
#[must_use]
pub fn as_approved(told: &ToldItem, now: &ItemText, kept: Option<&Kept>) -> ItemText {
    let (starts, ends) = kept.map_or((now.starts, now.ends), |kept| kept.hours_of(told.item));
    let outcome = told.outcome.as_ref();
    ItemText {
        content: told.content.clone(),
        outcome: outcome.map(|one| one.code.clone()).unwrap_or_default(),
        conclusion: told.conclusion.clone(),
        dissent: told.dissent.clone(),
        starts,
        ends,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::testing::at;
    use crate::minutes::attendance::{Part, Presence, Who};
    use crate::minutes::told::Outcome;

    fn written(item: AgendaItemId) -> Written {
        Written {
            item,
            case: None,
            title: "Budsjett".to_owned(),
            text: ItemText {
                content: "Rådet drøftet saken.".to_owned(),
                starts: NaiveTime::from_hms_opt(9, 0, 0),
                ..ItemText::default()
            },
            version: 2,
            by: PersonId::new(),
            who: "Kari".to_owned(),
            at: at("2026-05-20T08:00:00Z"),
        }
    }

    fn record() -> Record {
        let person = PersonId::new();
        Record {
            id: RowId::new(),
            session: 1,
            listed: Listed {
                who: Who::Person(person),
                person: Some(person),
                name: "Olav".to_owned(),
                organisation: "Kartverket".to_owned(),
                part: Part::Member,
                appointment: Some(AppointmentId::new()),
                instead_of: "Siv".to_owned(),
                stay: Stay {
                    from: Some(AgendaItemId::new()),
                    until: None,
                },
                source: Source::default(),
            },
            presence: Presence::Digitally,
        }
    }

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        let (item, there) = (AgendaItemId::new(), record());
        let kept = Kept::of(&[written(item)], std::slice::from_ref(&there));
        let stored = serde_json::to_string(&kept).unwrap();
        let read: Kept = serde_json::from_str(&stored).unwrap();
        assert_eq!(read, kept);
        assert_eq!(read.records().unwrap(), [there]);
        assert_eq!(read.hours_of(item).0, NaiveTime::from_hms_opt(9, 0, 0));
        assert_eq!(read.hours_of(AgendaItemId::new()), (None, None));
    }

    #[test]
    fn an_item_goes_back_to_the_words_that_were_approved() {
        let before = written(AgendaItemId::new());
        let kept = Kept::of(std::slice::from_ref(&before), &[]);
        let told = ToldItem {
            item: before.item,
            case: None,
            number: None,
            title: "Budsjett".to_owned(),
            public_title: None,
            hours: Some("Fra kl. 09.00".to_owned()),
            content: before.text.content.clone(),
            outcome: Some(Outcome {
                code: "noted".to_owned(),
                word: "Tatt til orientering".to_owned(),
            }),
            conclusion: String::new(),
            dissent: String::new(),
            approves: None,
            recused: None,
            actions: Vec::new(),
            withheld: None,
            mark: None,
        };
        let now = ItemText {
            content: "Omskrevet".to_owned(),
            ..ItemText::default()
        };
        let back = as_approved(&told, &now, Some(&kept));
        assert_eq!(back.content, "Rådet drøftet saken.");
        assert_eq!(
            (back.outcome.as_str(), back.starts),
            ("noted", before.text.starts)
        );
        assert_eq!(as_approved(&told, &now, None).starts, None);
    }
}
