//! Persons: known by their mail address, which is what they are referred to by.

use super::line::Located;
use super::{NewAndKnown, Place, Work};
use crate::db::ids::PersonId;
use crate::i18n::Said;
use crate::import::Known;
use crate::import::values::key;
use crate::people::Person;
use std::collections::HashMap;

/// Who has which address, and which row says so.
pub struct Register {
    by_address: HashMap<String, (PersonId, String, Option<Place>)>,
}

impl Register {
    pub fn of(known: &Known) -> Self {
        let people = known.people.iter();
        let entry = |(id, address, name): &(PersonId, String, String)| {
            (address.clone(), (*id, name.clone(), None))
        };
        Self {
            by_address: people.map(entry).collect(),
        }
    }

    /// Whose address this is, and their name.
    ///
    /// # Errors
    /// What to do when it is nobody's.
    pub fn named(&self, address: &str) -> Result<(PersonId, String), Said> {
        let id = self.find(address)?;
        let name = self
            .by_address
            .get(address)
            .map(|(_, name, _)| name.clone());
        Ok((id, name.unwrap_or_default()))
    }

    /// Whose address this is.
    ///
    /// # Errors
    /// What to do when it is nobody's.
    pub fn find(&self, address: &str) -> Result<PersonId, Said> {
        let found = self.by_address.get(address);
        found
            .map(|(id, _, _)| *id)
            .ok_or_else(|| Said::new("import-person-unknown").with("address", address))
    }
}

impl Work<'_> {
    pub fn people(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                let name = line.needed_text("name", 120);
                let address = line.needed_address("address");
                let language = line.language("language", &self.words.languages);
                let title = line.text("title", 120);
                let Some(address) = address else { continue };
                let name = name.unwrap_or_default();
                match self.people.by_address.get(&address).cloned() {
                    None => {
                        let id = PersonId::new();
                        let entry = (id, name.clone(), Some(line.place()));
                        self.people.by_address.insert(address.clone(), entry);
                        new += 1;
                        self.checked.plan.people.push(Person {
                            id,
                            name,
                            address: Some(address),
                            language,
                            title,
                            version: 1,
                        });
                    }
                    Some((_, other, Some(first))) if key(&other) != key(&name) => {
                        let said = Said::new("import-address-of-two")
                            .with("name", other)
                            .with("row", first.row.to_string());
                        line.refuse("address", said);
                    }
                    Some((_, _, Some(first))) => {
                        self.twice(&line, &first);
                        known += 1;
                    }
                    Some((_, _, None)) => known += 1,
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }
}
