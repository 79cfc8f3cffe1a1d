//! Who stands on the list, who is at an item, how many seats are represented, and when it may be written: pure functions.

use super::{Line, Listed, Part, Presence, Record, Source, Stay, Who};
use crate::boards::rules::in_force;
use crate::boards::{BoardData, rule_kind};
use crate::cases::{Guest, Item};
use crate::db::ids::{AgendaItemId, AppointmentId, OrganisationId, PersonId};
use crate::i18n::Said;
use crate::meetings::replies::rules::Line as Called;
use crate::meetings::replies::{Answer, Invited};
use crate::meetings::{Meeting, MeetingState};
use crate::web::access::Role;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Why nothing can be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// That day has not come.
    NotYet,
    Cancelled,
    /// The minutes are approved.
    Closed,
    NoSuchDay,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::NotYet => "attendance-not-yet",
            Self::Cancelled => "attendance-cancelled",
            Self::Closed => "attendance-closed",
            Self::NoSuchDay => "attendance-no-such-day",
        })
    }
}

/// Whether attendance may be written for a day of a meeting, on the board's own date. `is_shut` says whether its minutes are
/// approved, and not being corrected.
///
/// # Errors
/// Why not.
pub fn may_write(
    meeting: &Meeting,
    session: usize,
    today: NaiveDate,
    is_shut: bool,
) -> Result<(), Refusal> {
    let day = meeting.sessions.get(session).ok_or(Refusal::NoSuchDay)?;
    match meeting.state {
        MeetingState::Cancelled => Err(Refusal::Cancelled),
        _ if is_shut => Err(Refusal::Closed),
        _ if today < day.day => Err(Refusal::NotYet),
        _ => Ok(()),
    }
}

/// The members, the chair, observers and aides who are called, each followed by their deputy; what each answered.
#[must_use]
pub fn called(
    lines: &[Called],
    organisations: &HashMap<OrganisationId, String>,
) -> Vec<(Listed, Option<Answer>)> {
    let mut found = Vec::new();
    for line in lines {
        let own = of_invited(&line.invited, organisations);
        let deputy = line.deputy.as_ref().map(|(deputy, answer)| {
            let listed = Listed {
                who: Who::Person(deputy.person),
                person: Some(deputy.person),
                name: deputy.name.clone(),
                instead_of: own.name.clone(),
                ..own.clone()
            };
            (listed, *answer)
        });
        found.push((own, line.reply.as_ref().map(|reply| reply.answer)));
        found.extend(deputy);
    }
    found.sort_by_key(|(listed, _)| listed.part);
    found
}

fn of_invited(of: &Invited, organisations: &HashMap<OrganisationId, String>) -> Listed {
    let organisation = of.organisation.and_then(|id| organisations.get(&id));
    Listed {
        who: Who::Person(of.person),
        person: Some(of.person),
        name: of.name.clone(),
        organisation: organisation.cloned().unwrap_or_default(),
        part: match of.role {
            Role::Chair => Part::Chair,
            Role::Observer => Part::Observer,
            Role::Aide => Part::Aide,
            Role::Secretariat => Part::Secretariat,
            Role::Member | Role::Deputy => Part::Member,
        },
        appointment: Some(of.appointment),
        instead_of: String::new(),
        stay: Stay::default(),
        source: Source::default(),
    }
}

/// The guests of one day, as the agenda has them.
#[must_use]
pub fn guests(guests: &[Guest], items: &[Item], session: usize) -> Vec<Listed> {
    let day_of = |id: AgendaItemId| {
        items
            .iter()
            .find(|item| item.id == id)
            .map(|item| item.session)
    };
    let is_on = |guest: &&Guest| {
        let from = day_of(guest.from);
        let until = guest.until.map_or(Some(usize::MAX), day_of);
        from.is_some_and(|from| from <= session) && until.is_none_or(|until| session <= until)
    };
    let on_this_day = |id: AgendaItemId| (day_of(id) == Some(session)).then_some(id);
    let listed = |guest: &Guest| Listed {
        who: Who::Guest(guest.id),
        person: None,
        name: guest.name.clone(),
        organisation: guest.organisation.clone(),
        part: Part::Guest,
        appointment: None,
        instead_of: String::new(),
        stay: Stay {
            from: on_this_day(guest.from),
            until: guest.until.and_then(on_this_day),
        },
        source: Source::default(),
    };
    guests.iter().filter(is_on).map(listed).collect()
}

/// The list of one day: everyone expected, with what was written down, and everyone else of whom something was.
#[must_use]
pub fn lines(
    expected: Vec<(Listed, Option<Answer>)>,
    records: &[Record],
    session: usize,
) -> Vec<Line> {
    let of_day = || records.iter().filter(|record| record.session == session);
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (listed, answer) in expected {
        // Someone with two parts stands once.
        if !seen.insert(listed.who.to_string()) {
            continue;
        }
        let record = of_day().find(|record| record.listed.who == listed.who);
        lines.push(Line {
            presence: record.map(|record| record.presence),
            listed: record.map_or(listed, |record| record.listed.clone()),
            answer,
        });
    }
    let others = of_day().filter(|record| !seen.contains(&record.listed.who.to_string()));
    lines.extend(others.map(|record| Line {
        listed: record.listed.clone(),
        presence: Some(record.presence),
        answer: None,
    }));
    lines.sort_by_key(|line| line.listed.part);
    lines
}

/// Whether someone who was there that day was there at an item of it.
#[must_use]
pub fn is_at(stay: Stay, item: AgendaItemId, of_day: &[AgendaItemId]) -> bool {
    let place = |id: AgendaItemId| of_day.iter().position(|other| *other == id);
    let Some(at) = place(item) else {
        return false;
    };
    // An end that has left the day's agenda bounds nothing.
    let from = stay.from.and_then(place).unwrap_or(0);
    let until = stay.until.and_then(place).unwrap_or(usize::MAX);
    from <= at && at <= until
}

/// Whether the first item of a stay comes before its last.
#[must_use]
pub fn is_in_order(stay: Stay, of_day: &[AgendaItemId]) -> bool {
    let place = |id: AgendaItemId| of_day.iter().position(|other| *other == id);
    let known = |id: Option<AgendaItemId>| id.is_none_or(|id| place(id).is_some());
    let (Some(from), Some(until)) = (stay.from, stay.until) else {
        return known(stay.from) && known(stay.until);
    };
    place(from)
        .zip(place(until))
        .is_some_and(|(from, until)| from <= until)
}

/// How the seats of a board are represented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    pub in_person: usize,
    pub digitally: usize,
    pub absent: usize,
    /// Of which nothing is written down.
    pub open: usize,
}

impl Seats {
    #[must_use]
    pub fn there(self) -> usize {
        self.in_person + self.digitally
    }

    #[must_use]
    pub fn all(self) -> usize {
        self.there() + self.absent + self.open
    }
}

/// Whether a line is that of a seat of the board. Whether the chair counts is board data.
#[must_use]
pub fn has_seat(listed: &Listed, chair_counts: bool) -> bool {
    listed.part == Part::Member || (listed.part == Part::Chair && chair_counts)
}

/// A seat is represented when its member or the one who comes instead is there.
#[must_use]
pub fn seats(lines: &[Line], chair_counts: bool, is_there: &dyn Fn(&Line) -> bool) -> Seats {
    let mut by_seat: BTreeMap<Option<AppointmentId>, Vec<&Line>> = BTreeMap::new();
    let mut seats = Seats::default();
    let of_seats = lines
        .iter()
        .filter(|line| has_seat(&line.listed, chair_counts));
    for line in of_seats.filter(|line| !is_missed_and_met_for(line, lines)) {
        by_seat
            .entry(line.listed.appointment)
            .or_default()
            .push(line);
    }
    // Who was added without a seat of their own takes up one each.
    let added = by_seat
        .remove(&None)
        .unwrap_or_default()
        .into_iter()
        .map(|line| vec![line]);
    for of in by_seat.into_values().chain(added) {
        let there = of.iter().find(|line| line.is_there() && is_there(line));
        match there.and_then(|line| line.presence) {
            Some(Presence::InPerson) => seats.in_person += 1,
            Some(_) => seats.digitally += 1,
            None if of.iter().all(|line| line.presence.is_none()) => seats.open += 1,
            None => seats.absent += 1,
        }
    }
    seats
}

/// Whether someone is not missed though they were absent: the one who came instead of them stands with their name.
///
/// Lines from old minutes are left as they came: they say of nobody which seat it was.
#[must_use]
pub fn is_met_for(line: &Line, lines: &[Line]) -> bool {
    let of = &line.listed;
    let instead = |other: &Line| {
        let deputy = &other.listed;
        other.is_there()
            && deputy.appointment.is_some()
            && deputy.appointment == of.appointment
            && deputy.who != of.who
            && deputy.instead_of == of.name
    };
    line.presence == Some(Presence::Absent) && lines.iter().any(instead)
}

/// How many of the list of a day are missed: those who were absent and whom nobody came for. A guest is not.
#[must_use]
pub fn missed(lines: &[Line]) -> usize {
    let is_missed = |line: &&Line| {
        line.presence == Some(Presence::Absent)
            && line.listed.part != Part::Guest
            && !is_met_for(line, lines)
    };
    lines.iter().filter(is_missed).count()
}

/// Whether old minutes miss someone, without a name, of an organisation that they list as represented too: that is one
/// seat and not two.
fn is_missed_and_met_for(line: &Line, lines: &[Line]) -> bool {
    let is_nameless = line.listed.name.is_empty() && line.listed.appointment.is_none();
    let same = |other: &&Line| {
        other.listed.part == line.listed.part
            && other.listed.organisation == line.listed.organisation
    };
    let mut others = lines.iter().filter(same);
    is_nameless && !line.is_there() && others.any(Line::is_there)
}

/// How many seats must be represented, by the mandate version in force on the meeting's first day; none where it says
/// nothing.
#[must_use]
pub fn needed(meeting: &Meeting, data: &BoardData) -> Option<usize> {
    let mandate = in_force(&data.mandates, meeting.first_day())?;
    usize::try_from(mandate.quantity(rule_kind::QUORUM)?).ok()
}

/// Who is missing at an item, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtItem {
    pub seats: Seats,
    /// Those with a conflict of interest (inhabile).
    pub recused: Vec<String>,
    /// Those who came later or had left.
    pub away: Vec<String>,
    /// Those who are counted, and of whom old minutes do not say at which items they were there.
    pub unsure: Vec<String>,
}

/// Who is there at an item. `closed` are those to whom its case is closed.
#[must_use]
pub fn at_item(
    lines: &[Line],
    chair_counts: bool,
    item: AgendaItemId,
    of_day: &[AgendaItemId],
    closed: &BTreeSet<PersonId>,
) -> AtItem {
    let is_recused = |line: &Line| {
        line.listed
            .person
            .is_some_and(|person| closed.contains(&person))
    };
    let names = |is: &dyn Fn(&Line) -> bool| -> Vec<String> {
        let there = lines
            .iter()
            .filter(|line| line.is_there() && line.listed.part != Part::Guest);
        there
            .filter(|line| is(line))
            .map(|line| line.listed.called().to_owned())
            .collect()
    };
    AtItem {
        seats: seats(lines, chair_counts, &|line| {
            is_at(line.listed.stay, item, of_day) && !is_recused(line)
        }),
        recused: names(&is_recused),
        away: names(&|line| !is_recused(line) && !is_at(line.listed.stay, item, of_day)),
        unsure: names(&|line| line.listed.source.stay_said.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::RowId;
    use crate::meetings::Session;
    use crate::meetings::testing::{board_data, day, meeting};

    fn listed(part: Part, seat: Option<AppointmentId>) -> Listed {
        let person = PersonId::new();
        Listed {
            who: Who::Person(person),
            person: Some(person),
            name: "Olav".to_owned(),
            organisation: "Kartverket".to_owned(),
            part,
            appointment: seat,
            instead_of: String::new(),
            stay: Stay::default(),
            source: Source::default(),
        }
    }

    fn line(part: Part, seat: Option<AppointmentId>, presence: Option<Presence>) -> Line {
        Line {
            listed: listed(part, seat),
            presence,
            answer: None,
        }
    }

    fn record(of: &Listed, session: usize, presence: Presence) -> Record {
        Record {
            id: RowId::new(),
            session,
            listed: of.clone(),
            presence,
        }
    }

    fn on_two_days(days: [&str; 2]) -> Meeting {
        let session = |text: &str| Session {
            day: day(text),
            starts: None,
            ends: None,
        };
        Meeting {
            sessions: days.map(session).to_vec(),
            ..meeting(&board_data(), "ordinary", &days[..1])
        }
    }

    #[test]
    fn a_day_is_written_from_that_day_on_until_the_minutes_are_approved() {
        let mut of = on_two_days(["2026-05-20", "2026-05-21"]);
        let may = |of: &Meeting, session, on| may_write(of, session, day(on), false);
        assert_eq!(may(&of, 0, "2026-05-19"), Err(Refusal::NotYet));
        assert_eq!(may(&of, 0, "2026-05-20"), Ok(()));
        assert_eq!(may(&of, 1, "2026-05-20"), Err(Refusal::NotYet));
        assert_eq!(may(&of, 2, "2026-06-20"), Err(Refusal::NoSuchDay));
        let shut = may_write(&of, 0, day("2026-07-01"), true);
        assert_eq!(shut, Err(Refusal::Closed));
        // A correction opens the list of a meeting whose minutes are out.
        of.state = MeetingState::Closed;
        assert_eq!(may(&of, 0, "2026-07-01"), Ok(()));
        of.state = MeetingState::Cancelled;
        assert_eq!(may(&of, 0, "2026-07-01"), Err(Refusal::Cancelled));
    }

    #[test]
    fn a_seat_is_represented_once_by_its_member_or_by_the_deputy() {
        let (first, second, third) = (
            AppointmentId::new(),
            AppointmentId::new(),
            AppointmentId::new(),
        );
        let lines = [
            line(Part::Member, Some(first), Some(Presence::Absent)),
            line(Part::Member, Some(first), Some(Presence::Digitally)),
            line(Part::Member, Some(second), Some(Presence::InPerson)),
            line(Part::Member, Some(third), None),
            line(Part::Guest, None, Some(Presence::InPerson)),
            line(
                Part::Secretariat,
                Some(AppointmentId::new()),
                Some(Presence::InPerson),
            ),
        ];
        let found = seats(&lines, false, &|_any| true);
        let expected = Seats {
            in_person: 1,
            digitally: 1,
            absent: 0,
            open: 1,
        };
        assert_eq!(found, expected);
        assert_eq!((found.there(), found.all()), (2, 3));
    }

    #[test]
    fn whom_a_deputy_came_for_is_not_missed() {
        let seat = Some(AppointmentId::new());
        let member = line(Part::Member, seat, Some(Presence::Absent));
        let mut deputy = line(Part::Member, seat, Some(Presence::InPerson));
        deputy.listed.name = "Siv".to_owned();
        deputy.listed.instead_of = "Olav".to_owned();
        let other = line(Part::Observer, None, Some(Presence::Absent));
        let lines = [member.clone(), deputy.clone(), other.clone()];
        assert!(is_met_for(&member, &lines));
        assert!(!is_met_for(&deputy, &lines) && !is_met_for(&other, &lines));
        assert_eq!(missed(&lines), 1);
        // A deputy who did not come either stands for nobody.
        deputy.presence = Some(Presence::Absent);
        assert_eq!(missed(&[member, deputy, other]), 3);
    }

    #[test]
    fn a_guest_and_who_is_not_written_down_are_not_missed() {
        let lines = [
            line(Part::Guest, None, Some(Presence::Absent)),
            line(Part::Member, Some(AppointmentId::new()), None),
        ];
        assert_eq!(missed(&lines), 0);
    }

    #[test]
    fn a_seat_of_old_minutes_that_is_missed_and_met_for_is_one() {
        let of = |organisation: &str, presence| {
            let mut line = line(Part::Member, None, Some(presence));
            line.listed.name = String::new();
            line.listed.organisation = organisation.to_owned();
            line
        };
        let lines = [
            of("Helsedirektoratet", Presence::InPerson),
            of("Helsedirektoratet", Presence::Absent),
            of("KS", Presence::Absent),
        ];
        let found = seats(&lines, false, &|_any| true);
        assert_eq!((found.there(), found.all()), (1, 2));
    }

    #[test]
    fn who_was_there_for_a_part_that_nobody_named_is_counted_and_told() {
        let items = [AgendaItemId::new()];
        let mut some = line(Part::Member, None, Some(Presence::InPerson));
        some.listed.source.stay_said = Some("frem til lunsj".to_owned());
        let found = at_item(&[some], false, items[0], &items, &BTreeSet::new());
        assert_eq!(found.seats.there(), 1);
        assert_eq!(found.unsure, ["Olav"]);
    }

    #[test]
    fn the_chair_has_a_seat_only_where_board_data_says_so() {
        let lines = [line(
            Part::Chair,
            Some(AppointmentId::new()),
            Some(Presence::InPerson),
        )];
        assert_eq!(seats(&lines, false, &|_any| true).there(), 0);
        assert_eq!(seats(&lines, true, &|_any| true).there(), 1);
    }

    #[test]
    fn who_came_late_or_is_recused_is_not_at_the_item() {
        let items = [
            AgendaItemId::new(),
            AgendaItemId::new(),
            AgendaItemId::new(),
        ];
        let mut late = line(
            Part::Member,
            Some(AppointmentId::new()),
            Some(Presence::InPerson),
        );
        late.listed.stay.from = Some(items[1]);
        let recused = line(
            Part::Member,
            Some(AppointmentId::new()),
            Some(Presence::InPerson),
        );
        let closed = BTreeSet::from([recused.listed.person.expect("a person")]);
        let lines = [late, recused];
        let first = at_item(&lines, false, items[0], &items, &BTreeSet::new());
        assert_eq!(
            (first.seats.there(), first.away.len(), first.recused.len()),
            (1, 1, 0)
        );
        let second = at_item(&lines, false, items[1], &items, &closed);
        assert_eq!(
            (
                second.seats.there(),
                second.away.len(),
                second.recused.len()
            ),
            (1, 0, 1)
        );
        let third = at_item(&lines, false, items[2], &items, &BTreeSet::new());
        assert_eq!(third.seats.there(), 2);
    }

    #[test]
    fn a_stay_ends_where_it_begins_or_later_and_on_the_same_day() {
        let items = [AgendaItemId::new(), AgendaItemId::new()];
        let stay = |from, until| Stay { from, until };
        assert!(is_in_order(stay(None, None), &items));
        assert!(is_in_order(stay(Some(items[0]), Some(items[1])), &items));
        assert!(is_in_order(stay(Some(items[1]), Some(items[1])), &items));
        assert!(!is_in_order(stay(Some(items[1]), Some(items[0])), &items));
        assert!(!is_in_order(stay(Some(AgendaItemId::new()), None), &items));
        assert!(!is_in_order(stay(None, Some(AgendaItemId::new())), &items));
    }

    #[test]
    fn what_was_written_stands_whoever_is_expected_now() {
        let (expected, gone) = (listed(Part::Member, None), listed(Part::Member, None));
        let mut renamed = expected.clone();
        renamed.name = "Olav, som den gangen".to_owned();
        let records = [
            record(&renamed, 0, Presence::InPerson),
            record(&gone, 0, Presence::Digitally),
            record(&gone, 1, Presence::Absent),
        ];
        let first = lines(vec![(expected.clone(), None)], &records, 0);
        assert_eq!(first.len(), 2);
        assert_eq!(first[0].listed.name, "Olav, som den gangen");
        assert_eq!(first[1].presence, Some(Presence::Digitally));
        let second = lines(
            vec![(expected.clone(), None), (expected, None)],
            &records,
            1,
        );
        assert_eq!((second.len(), second[0].presence), (2, None));
    }

    #[test]
    fn guests_stand_on_the_days_of_their_items() {
        let item = |session| Item {
            id: AgendaItemId::new(),
            session,
            kind: crate::cases::ItemKind::Standing,
            case: None,
            title: crate::db::types::Words::default(),
            minutes: None,
            presenter: String::new(),
        };
        let items = [item(0), item(0), item(1)];
        let guest = |from: usize, until: Option<usize>| Guest {
            id: RowId::new(),
            name: "Gjest".to_owned(),
            organisation: String::new(),
            from: items[from].id,
            until: until.map(|at| items[at].id),
        };
        let all = [guest(1, Some(1)), guest(1, None), guest(2, None)];
        let on = |session| guests(&all, &items, session);
        assert_eq!((on(0).len(), on(1).len()), (2, 2));
        let across = &on(1)[0];
        assert_eq!(
            across.stay,
            Stay::default(),
            "they were there from the beginning of the second day"
        );
        assert_eq!(on(0)[0].stay.until, Some(items[1].id));
    }

    #[test]
    fn the_mandate_says_how_many_seats_are_needed() {
        let mut data = board_data();
        let of = meeting(&data, "ordinary", &["2026-05-20"]);
        assert_eq!(needed(&of, &data), None);
        let mut rule = data.mandates[0].rules[0].clone();
        rule.kind = rule_kind::QUORUM.to_owned();
        rule.quantity = Some(7);
        data.mandates[0].rules.push(rule);
        assert_eq!(needed(&of, &data), Some(7));
    }

    #[test]
    fn a_line_is_named_by_a_text_that_leads_back_to_it() {
        let all = [
            Who::Person(PersonId::new()),
            Who::Guest(RowId::new()),
            Who::Added(RowId::new()),
        ];
        for who in all {
            assert_eq!(who.to_string().parse(), Ok(who));
        }
        for text in [
            "",
            "person",
            "person-",
            "person-x",
            "chair-1",
            "guest-../..",
        ] {
            assert!(text.parse::<Who>().is_err(), "{text}");
        }
    }
}
