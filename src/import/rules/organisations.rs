//! Organisations: known by their number, else by their name in any of its spellings.
//!
//! A name that may be a slip of the pen for another is a fault that proposes the other: two rows for one organisation
//! are found too late. A number tells two organisations with like names apart.

use super::line::{Line, Located};
use super::{NewAndKnown, Place, Work};
use crate::calendar::Period;
use crate::db::ids::OrganisationId;
use crate::i18n::Said;
use crate::import::values::{is_near, key, stem};
use crate::import::{Known, Plan};
use crate::people::rules::{NORWEGIAN, OrgNumber, domain};
use crate::people::{Name, Organisation};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// How many names that begin or end alike are compared with one.
const MOST_COMPARED: usize = 500;

/// Which organisations there are, by everything they are called.
#[derive(Default)]
pub struct Register {
    by_number: HashMap<String, OrganisationId>,
    number_of: HashMap<OrganisationId, String>,
    by_name: HashMap<String, Vec<OrganisationId>>,
    by_short_name: HashMap<String, Vec<OrganisationId>>,
    /// Names by how they begin and end, to find those that are nearly alike.
    alike: HashMap<(String, String), Vec<Alike>>,
    rows: HashMap<OrganisationId, Place>,
    by_domain: HashMap<String, OrganisationId>,
}

#[derive(Clone)]
struct Alike {
    stem: (String, String),
    name: String,
    of: OrganisationId,
}

fn ends(stem: &(String, String)) -> [(String, String); 2] {
    let letters: Vec<char> = stem.0.chars().collect();
    let first: String = letters.iter().take(4).collect();
    let last: String = letters.iter().rev().take(4).collect();
    [
        (format!("^{first}"), stem.1.clone()),
        (format!("{last}^"), stem.1.clone()),
    ]
}

impl Register {
    pub fn of(known: &Known) -> Self {
        let mut register = Self::default();
        for (id, number) in &known.organisations {
            if let Some(number) = number {
                register.add_number(*id, number);
            }
        }
        for (id, name, short_name) in &known.names {
            register.add_name(*id, name, short_name);
        }
        register
    }

    fn add_number(&mut self, id: OrganisationId, number: &str) {
        self.by_number.insert(number.to_owned(), id);
        self.number_of.insert(id, number.to_owned());
    }

    fn add_name(&mut self, id: OrganisationId, name: &str, short_name: &str) {
        let add = |to: &mut HashMap<String, Vec<OrganisationId>>, name: &str| {
            let of = to.entry(key(name)).or_default();
            if !of.contains(&id) {
                of.push(id);
            }
        };
        add(&mut self.by_name, name);
        if !short_name.is_empty() {
            add(&mut self.by_short_name, short_name);
        }
        let stem = stem(name);
        for end in ends(&stem) {
            self.alike.entry(end).or_default().push(Alike {
                stem: stem.clone(),
                name: name.to_owned(),
                of: id,
            });
        }
    }

    /// A name that this one may be a slip of the pen for.
    fn near(&self, name: &str, is_other: impl Fn(OrganisationId) -> bool) -> Option<&str> {
        let stem = stem(name);
        let alike = ends(&stem)
            .into_iter()
            .filter_map(|end| self.alike.get(&end));
        let mut alike = alike.flat_map(|names| names.iter().take(MOST_COMPARED));
        let near = alike.find(|other| is_other(other.of) && is_near(&stem, &other.stem));
        near.map(|other| other.name.as_str())
    }

    /// The organisation that a cell speaks of, by number or by any of its names.
    ///
    /// # Errors
    /// What to write when there is none or more than one.
    pub fn find(&self, written: &str) -> Result<OrganisationId, Said> {
        if let Ok(number) = OrgNumber::parse(written) {
            let found = self.by_number.get(number.as_str()).copied();
            return found
                .ok_or_else(|| Said::new("import-number-unknown").with("written", written));
        }
        let name = key(written);
        let found = self
            .by_name
            .get(&name)
            .or_else(|| self.by_short_name.get(&name));
        match found.map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err(Said::new("import-organisation-of-two").with("written", written)),
            None => Err(match self.near(written, |_any| true) {
                Some(near) => Said::new("import-organisation-near")
                    .with("written", written)
                    .with("near", near),
                None => Said::new("import-organisation-unknown").with("written", written),
            }),
        }
    }

    /// The organisation that a row of the register is about, when it stands already. A number that is not known yet
    /// makes it another one than those whose number is.
    fn same(&self, number: Option<&str>, name: &str) -> Result<Option<OrganisationId>, Said> {
        if let Some(id) = number.and_then(|number| self.by_number.get(number)) {
            return Ok(Some(*id));
        }
        let named = self.by_name.get(&key(name)).map_or(&[][..], Vec::as_slice);
        let is_open = |id: &&OrganisationId| number.is_none() || !self.number_of.contains_key(*id);
        let mut same = named.iter().filter(is_open);
        match (same.next(), same.next()) {
            (Some(_), Some(_)) => {
                Err(Said::new("import-organisation-of-two").with("written", name))
            }
            (found, _) => Ok(found.copied()),
        }
    }
}

impl Work<'_> {
    pub fn organisations(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                match self.organisation(&mut line) {
                    Some(true) => new += 1,
                    Some(false) => known += 1,
                    None => {}
                }
            }
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    /// Whether the row is a new organisation; none when it has no name.
    fn organisation(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let number = organisation_number(line);
        let name = line.needed_text("name", 200);
        let short_name = line.text("short_name", 60);
        let kind = line.needed_choice("kind", &self.words.organisation_kinds);
        let mailbox = line.address("mailbox");
        let contact = line.text("contact", 200);
        let language = line.language("language", &self.words.languages);
        let owner = owner_period(line);
        let domains = domains(line);
        let name = name?;
        match self.organisations.same(number.as_deref(), &name) {
            Err(said) => {
                line.refuse("name", said);
                return None;
            }
            Ok(Some(standing)) => {
                if let Some(first) = self.organisations.rows.get(&standing).cloned() {
                    self.twice(line, &first);
                }
                // Other rows of this file may call it what this one does.
                self.organisations.add_name(standing, &name, &short_name);
                return Some(false);
            }
            Ok(None) => {}
        }
        self.refuse_near(line, number.as_deref(), &name);
        let id = OrganisationId::new();
        self.organisations.rows.insert(id, line.place());
        if let Some(number) = &number {
            self.organisations.add_number(id, number);
        }
        self.organisations.add_name(id, &name, &short_name);
        for domain in domains {
            let is_taken = self.known.domains.contains(&domain)
                || self.organisations.by_domain.contains_key(&domain);
            if is_taken {
                let said = Said::new("organisation-domain-taken").with("domain", &domain);
                line.refuse("domains", said);
            }
            self.organisations.by_domain.insert(domain.clone(), id);
            self.checked.plan.domains.push((domain, id));
        }
        let fresh = Organisation {
            id,
            name,
            short_name,
            scheme: NORWEGIAN.to_owned(),
            number,
            kind: kind.unwrap_or_default(),
            size: None,
            mailbox,
            contact,
            language,
            version: 1,
        };
        add(&mut self.checked.plan, fresh, owner);
        Some(true)
    }

    /// A near name is a fault unless both have a number, and so are not one.
    fn refuse_near(&self, line: &mut Line<'_, '_>, number: Option<&str>, name: &str) {
        let numbers = &self.organisations.number_of;
        let is_other = |of| number.is_none() || !numbers.contains_key(&of);
        if let Some(near) = self.organisations.near(name, is_other) {
            let said = Said::new("import-name-near")
                .with("written", name)
                .with("near", near);
            line.refuse("name", said);
        }
    }

    /// Names that organisations had before. Of one that is registered already only those that stand are recognised.
    pub fn former_names(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        let (mut new, mut known, mut faults) = (0, 0, Vec::new());
        let mut found: HashMap<OrganisationId, BTreeMap<NaiveDate, (String, String, Place)>> =
            HashMap::new();
        for table in tables {
            for row in table.rows {
                let mut line = table.line(row, &mut faults);
                let of = line.needed_text("organisation", 200);
                let name = line.needed_text("name", 200);
                let short_name = line.text("short_name", 60);
                let last = line.needed_day("last");
                let of = of.map(|of| self.organisations.find(&of));
                let (Some(of), Some(name), Some(last)) = (of, name, last) else {
                    continue;
                };
                match of {
                    Err(said) => line.refuse("organisation", said),
                    Ok(of) if self.is_called(of, &name) => known += 1,
                    Ok(of) if !self.organisations.rows.contains_key(&of) => {
                        line.refuse("name", Said::new("import-former-name-of-known"));
                    }
                    Ok(of) => {
                        let names = found.entry(of).or_default();
                        if let Some((_, _, first)) = names.get(&last) {
                            let row = first.row.to_string();
                            line.refuse(
                                "last",
                                Said::new("import-former-names-overlap").with("row", row),
                            );
                            continue;
                        }
                        self.organisations.add_name(of, &name, &short_name);
                        names.insert(last, (name, short_name, line.place()));
                        new += 1;
                    }
                }
            }
        }
        for (of, names) in found {
            put_in_order(&mut self.checked.plan.names, of, names);
        }
        self.checked.faults.extend(faults);
        (new, known)
    }

    fn is_called(&self, of: OrganisationId, name: &str) -> bool {
        let named = self.organisations.by_name.get(&key(name));
        named.is_some_and(|named| named.contains(&of))
    }
}

/// Each name begins where the one before it ends, and the name of today begins where the last of them ends.
fn put_in_order(
    plan: &mut Vec<Name>,
    of: OrganisationId,
    names: BTreeMap<NaiveDate, (String, String, Place)>,
) {
    let mut from = None;
    let mut before = Vec::new();
    for (last, (name, short_name, _)) in names {
        let until = last.succ_opt();
        before.push(Name {
            organisation: of,
            name,
            short_name,
            from,
            until,
        });
        from = until;
    }
    if let Some(today) = plan.iter_mut().find(|name| name.organisation == of) {
        today.from = from;
    }
    plan.extend(before);
}

fn add(plan: &mut Plan, fresh: Organisation, owner: Option<Period>) {
    plan.names.push(Name {
        organisation: fresh.id,
        name: fresh.name.clone(),
        short_name: fresh.short_name.clone(),
        from: None,
        until: None,
    });
    plan.owner_periods
        .extend(owner.map(|period| (fresh.id, period)));
    plan.organisations.push(fresh);
}

fn organisation_number(line: &mut Line<'_, '_>) -> Option<String> {
    let written = line.text("number", 40);
    if written.is_empty() {
        return None;
    }
    match OrgNumber::parse(&written) {
        Ok(number) => Some(number.as_str().to_owned()),
        Err(wrong) => {
            line.refuse("number", wrong.said());
            None
        }
    }
}

fn owner_period(line: &mut Line<'_, '_>) -> Option<Period> {
    let (from, last) = (line.day("owner_from"), line.day("owner_last"));
    match (from, last) {
        (None, Some(_)) => {
            line.refuse("owner_from", Said::new("import-owner-from-needed"));
            None
        }
        (None, None) => None,
        (Some(from), last) => {
            let period = Period::new(from, last.and_then(|last| last.succ_opt()));
            period
                .map_err(|_empty| {
                    line.refuse("owner_last", Said::new("boards-ends-before-it-begins"))
                })
                .ok()
        }
    }
}

fn domains(line: &mut Line<'_, '_>) -> Vec<String> {
    let written = line.text("domains", 1_000);
    let parts = written
        .split([',', ';', ' '])
        .filter(|part| !part.is_empty());
    let mut found = Vec::new();
    for part in parts {
        match domain(part) {
            Some(domain) if found.contains(&domain) => {}
            Some(domain) => found.push(domain),
            None => {
                let said = Said::new("import-not-a-domain").with("written", part);
                line.refuse("domains", said);
            }
        }
    }
    found
}
