//! Attendance: a row for everyone on each meeting day. Old minutes often tell an organisation and how many, and no names.
//!
//! Who has a name is known by it; of others everything must be the same. A guest whose items are known stands on the
//! agenda too. What the minutes do not say stays unsaid.

use super::line::{Line, Located};
use super::naming::At;
use super::past::LineKey;
use super::{NewAndKnown, Work};
use crate::cases::Guest;
use crate::db::ids::{AppointmentId, MeetingId, OrganisationId, PersonId, RowId};
use crate::i18n::Said;
use crate::import::values::{is_unknown, key};
use crate::minutes::attendance::{Listed, Part, Presence, Record, Source, Stay, Who};
use crate::web::access::Role;

/// As many people without names as one row may stand for.
const MOST: i64 = 200;

/// What a row says, before it is known whether it is new.
struct Told {
    part: Part,
    presence: Presence,
    /// The organisation, as the row or the register calls it.
    organisation: Option<(OrganisationId, String)>,
    person: Option<PersonId>,
    name: String,
    instead_of: String,
    stay: Stay,
    source: Source,
    count: i64,
}

impl Work<'_> {
    pub fn attendance(&mut self, tables: &[&Located<'_>]) -> NewAndKnown {
        self.learn_lines();
        self.each(tables, Self::line_of_attendance)
    }

    /// What stands on lists already.
    fn learn_lines(&mut self) {
        let known = self.known;
        for (meeting, record) in &known.past.attendance {
            let listed = &record.listed;
            let key = self.key_of(*meeting, record);
            self.past.lines.insert(key, None);
            match listed.who {
                Who::Person(person) => {
                    self.past.listed.insert((*meeting, record.session, person));
                }
                Who::Guest(guest) => {
                    self.past.met.insert((guest, record.session));
                }
                Who::Added(_) => {}
            }
        }
    }

    fn line_of_attendance(&mut self, line: &mut Line<'_, '_>) -> Option<bool> {
        let at = self.at(line);
        let told = self.told(line, at);
        let (at, told) = (at?, told?);
        let meeting = self.past.sittings[at.sitting].id;
        self.refuse_early(line, at);
        if !line.is_right() {
            return None;
        }
        let record = self.record(at, &told);
        let key = self.key_of(meeting, &record);
        if let Some(first) = self.past.lines.get(&key).cloned() {
            return self.recognised(line, first.as_ref());
        }
        self.refuse_mail(line, at.board);
        self.refuse_sent(line, at);
        self.past.lines.insert(key, Some(line.place()));
        for nth in 0..told.count {
            let mut record = record.clone();
            record.id = RowId::new();
            record.listed.who = self.who(at, meeting, &record, nth);
            self.checked.plan.past.attendance.push((meeting, record));
        }
        Some(true)
    }

    fn told(&mut self, line: &mut Line<'_, '_>, at: Option<At>) -> Option<Told> {
        let part = line.needed_choice("part", &self.words.parts);
        let presence = line.needed_choice("presence", &self.words.presences);
        let organisation = self.organisation_of(line);
        let (person, name) = self.person_of(line);
        let count = line.number("count");
        let is_deputy = line.yes("deputy");
        let instead_of = line.known_words("instead_of", 120);
        let as_written = line.words("as_written", 200);
        let (stay, stay_said) = self.stay(line, at);
        let remark = line.words("remark", super::cases::REMARK);
        let part: Part = part?.parse().ok()?;
        let presence: Presence = presence?.parse().ok()?;
        if !line.says_any(&["organisation", "person", "person_name"]) {
            line.refuse("organisation", Said::new("import-somebody-needed"));
        }
        if count.is_some() && !name.is_empty() {
            line.refuse("count", Said::new("import-count-of-named"));
        } else if count.is_some_and(|count| count > MOST) {
            line.refuse(
                "count",
                Said::new("import-number-too-large").with("most", MOST),
            );
        }
        if presence == Presence::Absent && (stay != Stay::default() || stay_said.is_some()) {
            line.refuse("presence", Said::new("import-absent-stays"));
        }
        let instead_of = match &organisation {
            _ if !instead_of.is_empty() => instead_of,
            Some((_, called)) if is_deputy => called.clone(),
            None if is_deputy => {
                line.refuse("deputy", Said::new("import-deputy-of-whom"));
                String::new()
            }
            _ => String::new(),
        };
        let called = organisation.as_ref().map(|(_, called)| called.as_str());
        Some(Told {
            part,
            presence,
            source: Source {
                as_written: if called == Some(as_written.as_str()) {
                    String::new()
                } else {
                    as_written
                },
                stay_said,
                remark,
            },
            organisation,
            person,
            name,
            instead_of,
            stay,
            count: count.unwrap_or(1),
        })
    }

    /// The organisation of a row, called as the row calls it; by its number, as the register does today.
    pub(super) fn organisation_of(
        &self,
        line: &mut Line<'_, '_>,
    ) -> Option<(OrganisationId, String)> {
        let written = line.known_words("organisation", 200);
        if written.is_empty() {
            return None;
        }
        match self.organisations.find(&written) {
            Ok(id) => {
                let is_number = written.chars().all(|c| c.is_ascii_digit() || c == ' ');
                let today = self.past.names.get(&id).filter(|_| is_number);
                Some((id, today.cloned().unwrap_or(written)))
            }
            Err(said) => {
                line.refuse("organisation", said);
                None
            }
        }
    }

    /// A person by the mail address, or a name of someone who has none here; no name where nobody knows it.
    pub(super) fn person_of(&self, line: &mut Line<'_, '_>) -> (Option<PersonId>, String) {
        let address = line.address("person");
        let name = line.known_words("person_name", 120);
        let Some(address) = address else {
            return (None, name);
        };
        if !name.is_empty() {
            line.refuse("person_name", Said::new("import-person-or-name"));
        }
        match self.people.named(&address) {
            Ok((id, name)) => (Some(id), name),
            Err(said) => {
                line.refuse("person", said);
                (None, name)
            }
        }
    }

    /// From which item until which, or for how long in the words of the minutes.
    fn stay(&self, line: &mut Line<'_, '_>, at: Option<At>) -> (Stay, Option<String>) {
        let said = line.words("stay", 200);
        let mut ends = [None, None];
        for (code, end) in ["from_item", "until_item"].into_iter().zip(&mut ends) {
            let written = line.text(code, 200);
            let Some(at) = at.filter(|_| !written.is_empty()) else {
                continue;
            };
            match self.item_of(&written, at) {
                Ok(item) if item.session == at.session => *end = Some(item),
                Ok(_) => line.refuse(code, Said::new("import-item-of-other-day")),
                Err(why) => line.refuse(code, why),
            }
        }
        let [from, until] = ends;
        let positions = from.as_ref().zip(until.as_ref());
        if positions.is_some_and(|(from, until)| until.position < from.position) {
            line.refuse("until_item", Said::new("attendance-stay-order"));
        }
        let stay = Stay {
            from: from.map(|item| item.id),
            until: until.map(|item| item.id),
        };
        if said.is_empty() {
            return (stay, None);
        }
        if stay != Stay::default() {
            line.refuse("stay", Said::new("import-stay-twice"));
        }
        let said = if is_unknown(&said) {
            String::new()
        } else {
            said
        };
        (stay, Some(said))
    }

    fn record(&self, at: At, told: &Told) -> Record {
        let organisation = told.organisation.as_ref().map(|(id, _)| *id);
        let appointment = self.appointment_of(at, told.part, organisation);
        let called = told.organisation.as_ref().map(|(_, called)| called.clone());
        let listed = Listed {
            who: Who::Added(RowId::new()),
            person: told.person,
            name: told.name.clone(),
            organisation: called.unwrap_or_default(),
            part: told.part,
            appointment,
            instead_of: told.instead_of.clone(),
            stay: told.stay,
            source: told.source.clone(),
        };
        Record {
            id: RowId::new(),
            session: at.session,
            listed,
            presence: told.presence,
        }
    }

    /// The term of the organisation in this role on that day, where there is one and no more.
    fn appointment_of(
        &self,
        at: At,
        part: Part,
        organisation: Option<OrganisationId>,
    ) -> Option<AppointmentId> {
        let role = match part {
            Part::Chair => Role::Chair,
            Part::Member => Role::Member,
            Part::Observer => Role::Observer,
            Part::Aide => Role::Aide,
            Part::Secretariat => Role::Secretariat,
            Part::Guest => return None,
        };
        self.terms
            .of_organisation(at.board.id, role, organisation?, at.day)
    }

    /// Which line of the list it is: the person's own, a guest of the agenda, or one of its own that is the same on all
    /// days.
    fn who(&mut self, at: At, meeting: MeetingId, record: &Record, nth: i64) -> Who {
        let listed = &record.listed;
        if let Some(person) = listed.person
            && self.past.listed.insert((meeting, at.session, person))
        {
            return Who::Person(person);
        }
        if listed.part == Part::Guest
            && record.presence != Presence::Absent
            && let Some(guest) = self.guest(at, meeting, listed)
        {
            return Who::Guest(guest);
        }
        let key = format!(
            "{}|{}|{}|{}|{nth}|{}|{}",
            listed.part,
            key(listed.called()),
            key(&listed.organisation),
            key(&listed.instead_of),
            record.presence,
            // Two of one organisation on one day, of whom different things are said, are not one.
            if listed.name.is_empty() {
                format!("{:?}{:?}", listed.stay, listed.source)
            } else {
                String::new()
            },
        );
        Who::Added(*self.past.added.entry((meeting, key)).or_default())
    }

    /// A guest whose items are known stands on the agenda, once.
    fn guest(&mut self, at: At, meeting: MeetingId, listed: &Listed) -> Option<RowId> {
        if listed.source.stay_said.is_some() {
            return None;
        }
        let of_day = self.past.items.get(&meeting)?.iter();
        let of_day: Vec<_> = of_day.filter(|item| item.session == at.session).collect();
        let (first, last) = (of_day.first()?, of_day.last()?);
        let is_last_day = at.session + 1 == self.past.sittings[at.sitting].days.len();
        let from = listed.stay.from.unwrap_or(first.id);
        let to_end = (!is_last_day).then_some(last.id);
        let until = listed.stay.until.or(to_end);
        let guests = self.past.guests.entry(meeting).or_default();
        let is_it = |guest: &&Guest| {
            guest.from == from
                && guest.until == until
                && key(&guest.name) == key(&listed.name)
                && key(&guest.organisation) == key(&listed.organisation)
                && !self.past.met.contains(&(guest.id, at.session))
        };
        let id = match guests.iter().find(is_it) {
            Some(guest) => guest.id,
            None => {
                let guest = Guest {
                    id: RowId::new(),
                    name: listed.name.clone(),
                    organisation: listed.organisation.clone(),
                    from,
                    until,
                };
                guests.push(guest.clone());
                let id = guest.id;
                self.checked.plan.past.guests.push((meeting, guest));
                id
            }
        };
        self.past.met.insert((id, at.session));
        Some(id)
    }

    /// What tells a line from others: an organisation by any of its names is the same.
    fn key_of(&self, meeting: MeetingId, record: &Record) -> LineKey {
        let listed = &record.listed;
        let organisation = self.organisations.find(&listed.organisation);
        let organisation =
            organisation.map_or_else(|_| key(&listed.organisation), |id| id.to_string());
        let who = listed
            .person
            .map_or_else(|| key(&listed.name), |person| person.to_string());
        let is_named = !who.is_empty();
        let is_of_organisation = listed.instead_of == listed.organisation;
        let instead_of = match listed.instead_of.as_str() {
            "" => String::new(),
            _ if is_of_organisation => organisation.clone(),
            other => key(other),
        };
        let rest = if is_named {
            String::new()
        } else {
            let (stay, source) = (listed.stay, &listed.source);
            format!("{} {stay:?} {source:?}", record.presence)
        };
        LineKey {
            meeting,
            session: record.session,
            part: listed.part.code(),
            who,
            organisation,
            instead_of,
            rest,
        }
    }
}
