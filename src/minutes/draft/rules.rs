//! Which outcomes there are, and who took part how: pure functions.

use super::Written;
use crate::boards::{Mandate, Rule, rule_kind};
use crate::db::code_words::CodeWord;
use crate::db::ids::PersonId;
use crate::db::types::Words;
use crate::minutes::attendance::rules as attendance;
use crate::minutes::attendance::{Line, Listed, Part, Presence, Stay};
use chrono::NaiveTime;
use std::collections::BTreeSet;

/// The outcomes that a mandate names, in its own words and order; all of the code list where it names none.
#[must_use]
pub fn outcomes(mandate: Option<&Mandate>, list: &[CodeWord]) -> Vec<CodeWord> {
    let rules = mandate.map_or(&[][..], |mandate| mandate.rules.as_slice());
    let mut named: Vec<&Rule> = (rules.iter())
        .filter(|rule| rule.kind == rule_kind::OUTCOME)
        .collect();
    if named.is_empty() {
        return list.to_vec();
    }
    named.sort_by_key(|rule| rule.position);
    (named.into_iter())
        .map(|rule| (rule.subject.clone(), words_of(rule, list)))
        .collect()
}

fn words_of(rule: &Rule, list: &[CodeWord]) -> Words {
    if !rule.words.is_empty() {
        return rule.words.clone();
    }
    let listed = list.iter().find(|(code, _)| *code == rule.subject);
    listed.map(|(_, words)| words.clone()).unwrap_or_default()
}

/// Whether an outcome may be chosen: none, one of these, or the one that stands.
#[must_use]
pub fn is_outcome(outcomes: &[CodeWord], standing: &str, code: &str) -> bool {
    code.is_empty() || code == standing || outcomes.iter().any(|(known, _)| known == code)
}

/// Whether an item ends when it starts or later.
#[must_use]
pub fn is_in_order(starts: Option<NaiveTime>, ends: Option<NaiveTime>) -> bool {
    starts.zip(ends).is_none_or(|(starts, ends)| starts <= ends)
}

/// Whether the log tells of a save: of each one by the button, and of who goes on where another wrote, not of each of the
/// many that are made while one person types.
#[must_use]
pub fn is_logged(before: Option<&Written>, by: PersonId, is_autosaved: bool) -> bool {
    !is_autosaved || before.is_none_or(|before| before.by != by)
}

/// How someone took part on one day, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub session: usize,
    pub presence: Presence,
    pub stay: Stay,
    /// For how long in the words of old minutes, where the stay does not tell it.
    pub said: Option<String>,
}

/// Someone who was there, with the days on which they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Took {
    pub listed: Listed,
    /// At least one.
    pub days: Vec<Day>,
}

impl Took {
    /// Whether they were there in one way on every day of the meeting, from its beginning to its end.
    #[must_use]
    pub fn is_alike(&self, sessions: usize) -> bool {
        let first = self.days.first().map(|day| day.presence);
        self.days.len() == sessions
            && (self.days.iter()).all(|day| {
                Some(day.presence) == first && day.stay == Stay::default() && day.said.is_none()
            })
    }
}

/// Everyone who was there, in the order of the list.
#[must_use]
pub fn took_part(days: &[Vec<Line>]) -> Vec<Took> {
    let mut found: Vec<Took> = Vec::new();
    for (session, lines) in days.iter().enumerate() {
        for line in lines.iter().filter(|line| line.is_there()) {
            let Some(presence) = line.presence else {
                continue;
            };
            let day = Day {
                session,
                presence,
                stay: line.listed.stay,
                said: line.listed.source.stay_said.clone(),
            };
            let known = (found.iter_mut()).find(|one| one.listed.who == line.listed.who);
            match known {
                Some(one) => one.days.push(day),
                None => found.push(Took {
                    listed: line.listed.clone(),
                    days: vec![day],
                }),
            }
        }
    }
    found.sort_by_key(|one| one.listed.part);
    found
}

/// Those who were expected and were there on no day. A guest who did not come is not missed, and nobody for whom a deputy
/// came: they stand in the deputy's line.
#[must_use]
pub fn absent(days: &[Vec<Line>]) -> Vec<Listed> {
    let mut told: BTreeSet<String> = (took_part(days).iter())
        .map(|one| one.listed.who.to_string())
        .collect();
    let mut found = Vec::new();
    for line in days.iter().flatten() {
        let is_met_for = || days.iter().any(|lines| attendance::is_met_for(line, lines));
        let is_absent = line.presence == Some(Presence::Absent) && line.listed.part != Part::Guest;
        if is_absent && !is_met_for() && told.insert(line.listed.who.to_string()) {
            found.push(line.listed.clone());
        }
    }
    found
}

/// Of how many on the list nothing is written down on some day.
#[must_use]
pub fn unknown(days: &[Vec<Line>]) -> usize {
    let open: BTreeSet<String> = (days.iter().flatten())
        .filter(|line| line.presence.is_none())
        .map(|line| line.listed.who.to_string())
        .collect();
    open.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::AgendaItemId;
    use crate::db::types::Moment;
    use crate::meetings::testing::{at, board_data};
    use crate::minutes::attendance::Who;
    use crate::minutes::draft::ItemText;

    fn line(who: PersonId, part: Part, presence: Option<Presence>) -> Line {
        Line {
            listed: Listed {
                who: Who::Person(who),
                person: Some(who),
                name: "Olav".to_owned(),
                organisation: "Kartverket".to_owned(),
                part,
                appointment: None,
                instead_of: String::new(),
                stay: Stay::default(),
                source: crate::minutes::attendance::Source::default(),
            },
            presence,
            answer: None,
        }
    }

    fn list() -> Vec<CodeWord> {
        ["recommendation", "noted"]
            .map(|code| (code.to_owned(), Words::new([("nb", code)])))
            .into()
    }

    #[test]
    fn the_mandate_names_the_outcomes_in_its_own_words_and_order() {
        let mut data = board_data();
        let codes = |found: &[CodeWord]| -> Vec<String> {
            found.iter().map(|(code, _)| code.clone()).collect()
        };
        assert_eq!(outcomes(None, &list()), list());
        assert_eq!(outcomes(data.mandates.first(), &list()), list());
        let mut rule = data.mandates[0].rules[0].clone();
        rule.kind = rule_kind::OUTCOME.to_owned();
        for (code, position, words) in [("noted", 9, ""), ("input", 8, "Innspill")] {
            rule.subject = code.to_owned();
            rule.position = position;
            rule.words = Words::new([("nb", words)]);
            data.mandates[0].rules.push(rule.clone());
        }
        let found = outcomes(data.mandates.first(), &list());
        assert_eq!(codes(&found), ["input", "noted"]);
        assert_eq!(found[0].1.in_language("nb"), "Innspill");
        assert_eq!(found[1].1.in_language("nb"), "noted", "the list's words");
    }

    #[test]
    fn an_outcome_is_none_a_known_one_or_the_one_that_stands() {
        assert!(is_outcome(&list(), "", ""));
        assert!(is_outcome(&list(), "", "noted"));
        assert!(is_outcome(&list(), "input", "input"));
        assert!(!is_outcome(&list(), "", "input"));
    }

    #[test]
    fn an_item_does_not_end_before_it_starts() {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
        assert!(is_in_order(time(9), time(10)) && is_in_order(time(9), time(9)));
        assert!(is_in_order(None, time(9)) && is_in_order(time(9), None));
        assert!(!is_in_order(time(10), time(9)));
    }

    #[test]
    fn the_log_tells_who_wrote_and_not_how_fast() {
        let (kari, jon) = (PersonId::new(), PersonId::new());
        let now: Moment = at("2026-05-20T08:00:00Z");
        let before = Written {
            item: AgendaItemId::new(),
            case: None,
            title: String::new(),
            text: ItemText::default(),
            version: 1,
            by: kari,
            who: "Kari".to_owned(),
            at: now,
        };
        assert!(is_logged(None, kari, true));
        assert!(!is_logged(Some(&before), kari, true));
        assert!(is_logged(Some(&before), jon, true));
        assert!(is_logged(Some(&before), kari, false));
    }

    #[test]
    fn who_was_there_on_both_days_is_told_once() {
        let (olav, berit, siv) = (PersonId::new(), PersonId::new(), PersonId::new());
        let days = [
            vec![
                line(berit, Part::Observer, Some(Presence::InPerson)),
                line(olav, Part::Member, Some(Presence::Digitally)),
                line(siv, Part::Member, Some(Presence::Absent)),
            ],
            vec![
                line(berit, Part::Observer, Some(Presence::Absent)),
                line(olav, Part::Member, Some(Presence::Digitally)),
                line(siv, Part::Member, None),
            ],
        ];
        let there = took_part(&days);
        assert_eq!(there.len(), 2);
        assert_eq!(there[0].listed.person, Some(olav), "members stand first");
        assert!(there[0].is_alike(2) && !there[0].is_alike(3));
        assert_eq!((there[1].days.len(), there[1].is_alike(2)), (1, false));
        let missed = absent(&days);
        assert_eq!((missed.len(), missed[0].person), (1, Some(siv)));
        assert_eq!(unknown(&days), 1);
    }

    #[test]
    fn whom_a_deputy_came_for_stands_in_the_deputys_line_alone() {
        let seat = Some(crate::db::ids::AppointmentId::new());
        let mut olav = line(PersonId::new(), Part::Member, Some(Presence::Absent));
        olav.listed.appointment = seat;
        let mut siv = line(PersonId::new(), Part::Member, Some(Presence::InPerson));
        siv.listed.appointment = seat;
        siv.listed.name = "Siv".to_owned();
        siv.listed.instead_of = "Olav".to_owned();
        let days = [vec![olav.clone(), siv.clone()]];
        assert_eq!((took_part(&days).len(), absent(&days).len()), (1, 0));
        siv.presence = Some(Presence::Absent);
        assert_eq!(absent(&[vec![olav, siv]]).len(), 2);
    }

    #[test]
    fn a_guest_who_did_not_come_is_not_missed() {
        let days = [vec![line(
            PersonId::new(),
            Part::Guest,
            Some(Presence::Absent),
        )]];
        assert_eq!((absent(&days).len(), unknown(&days)), (0, 0));
    }
}
