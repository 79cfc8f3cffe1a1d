//! Who may answer, until when, what an answer does to a deputy, and how many come: pure functions.

use super::{Answer, Invited, Leader, Replacement, ReplacementState, Reply};
use crate::boards::rules::in_force;
use crate::boards::{Board, BoardData, rule_kind};
use crate::db::ids::PersonId;
use crate::i18n::Said;
use crate::meetings::{Meeting, MeetingState};
use crate::web::access::Role;
use chrono::{Duration, NaiveDate};
use std::collections::HashMap;

/// As many deputies as one member may name for one meeting: a link that has been passed on mails no crowd.
pub const MOST_NAMED: usize = 5;

/// How many days after a meeting it is still known what people needed there: long enough to settle the caterer's bill.
pub const NEEDS_KEPT: Duration = Duration::days(7);
/// How many days after their last meeting someone who was only ever a deputy is known: the minutes are approved at the
/// next meeting, and boards meet at least every half year.
pub const DEPUTY_KEPT: Duration = Duration::days(190);

/// The last day on which it is known what people needed at a meeting.
#[must_use]
pub fn needs_kept_until(meeting: &Meeting) -> NaiveDate {
    meeting.last_day() + NEEDS_KEPT
}

/// What was needed at meetings that ended before this day is deleted.
#[must_use]
pub fn needs_ended_before(today: NaiveDate) -> NaiveDate {
    today - NEEDS_KEPT
}

/// The last day on which someone is known who was only ever a deputy, lastly at a meeting that ended on this day.
#[must_use]
pub fn forgotten_after(last_day: NaiveDate) -> NaiveDate {
    last_day + DEPUTY_KEPT
}

/// What people are asked of: those who come in person, where the board asks. Every other answer takes it away.
#[must_use]
pub fn needs_of(answer: Answer, board: &Board, typed: Option<&str>, standing: &str) -> String {
    if answer != Answer::InPerson || !board.asks_needs {
        return String::new();
    }
    typed.unwrap_or(standing).to_owned()
}

/// Whether answers are taken: until the first day has passed, and neither after the meeting nor when it is cancelled.
#[must_use]
pub fn is_open(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.state < MeetingState::Held && today <= meeting.first_day()
}

/// Whether someone with this role on the board is asked to come. The secretariat calls the meeting; a deputy comes only
/// when named.
#[must_use]
pub fn is_asked(role: Role) -> bool {
    matches!(
        role,
        Role::Chair | Role::Member | Role::Observer | Role::Aide
    )
}

/// Whether an answer still counts: it was given for the day on which the meeting begins.
#[must_use]
pub fn counts(reply: &Reply, meeting: &Meeting) -> bool {
    reply.for_day == meeting.first_day()
}

/// Why a deputy cannot be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Only members and the chair have deputies.
    NotAMember,
    Themselves,
    /// The one named is asked to come by an own right.
    IsCalled,
    /// The one named comes for someone else already.
    IsTaken,
    TooMany,
}

impl Refusal {
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::NotAMember => Said::new("reply-refused-not-a-member"),
            Self::Themselves => Said::new("reply-refused-themselves"),
            Self::IsCalled => Said::new("reply-refused-is-called"),
            Self::IsTaken => Said::new("reply-refused-is-taken"),
            Self::TooMany => Said::new("reply-refused-too-many"),
        }
    }
}

/// Whether another may come for someone in this role: for members by way of exception (mandate § 4), and for the chair, so
/// that somebody leads the meeting.
#[must_use]
pub fn has_deputies(role: Role) -> bool {
    matches!(role, Role::Member | Role::Chair)
}

/// Whether a member may name this person; `named` is every deputy of the meeting, withdrawn ones too.
///
/// # Errors
/// Why not.
pub fn may_name(
    member: &Invited,
    deputy: PersonId,
    invited: &[Invited],
    named: &[Replacement],
) -> Result<(), Refusal> {
    let own = |one: &&Replacement| one.appointment == member.appointment;
    let is_taken = named.iter().any(|one| {
        one.person == deputy
            && one.appointment != member.appointment
            && one.state != ReplacementState::Withdrawn
    });
    if !has_deputies(member.role) {
        return Err(Refusal::NotAMember);
    }
    if member.person == deputy {
        return Err(Refusal::Themselves);
    }
    if invited.iter().any(|one| one.person == deputy) {
        return Err(Refusal::IsCalled);
    }
    if is_taken {
        return Err(Refusal::IsTaken);
    }
    if named.iter().filter(own).count() >= MOST_NAMED {
        return Err(Refusal::TooMany);
    }
    Ok(())
}

impl ReplacementState {
    /// Named by a member; a standing deputy needs nobody's yes.
    #[must_use]
    pub fn named(is_standing: bool) -> Self {
        if is_standing {
            Self::Confirmed
        } else {
            Self::Named
        }
    }

    /// The secretariat says yes; none when there is nothing to say yes to.
    #[must_use]
    pub fn confirm(self) -> Option<Self> {
        (self == Self::Named).then_some(Self::Confirmed)
    }

    /// The member answers otherwise, or the secretariat says no; none when it is withdrawn already.
    #[must_use]
    pub fn withdraw(self) -> Option<Self> {
        (self != Self::Withdrawn).then_some(Self::Withdrawn)
    }
}

/// One person who is asked to come, and what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub invited: Invited,
    /// The answer that counts.
    pub reply: Option<Reply>,
    /// They answered for a day that the meeting was moved from.
    pub answered_for_another_day: bool,
    /// The deputy, and what the deputy has said.
    pub deputy: Option<(Replacement, Option<Answer>)>,
    /// How often they were reminded to answer.
    pub reminded: usize,
}

impl Line {
    /// What counts of it: a deputy who does not come is an absence.
    #[must_use]
    pub fn comes(&self) -> Option<Answer> {
        let answer = self.reply.as_ref()?.answer;
        let deputy_is_out = || match &self.deputy {
            Some((_, answer)) => *answer == Some(Answer::NotComing),
            None => true,
        };
        if answer == Answer::Deputy && deputy_is_out() {
            return Some(Answer::NotComing);
        }
        Some(answer)
    }
}

/// Joins those who are asked with what was said.
#[must_use]
pub fn lines(
    meeting: &Meeting,
    invited: &[Invited],
    replies: &[Reply],
    replacements: &[Replacement],
    reminded: &dyn Fn(PersonId) -> usize,
) -> Vec<Line> {
    let reply_of = |person: PersonId| replies.iter().find(|reply| reply.person == person);
    let counting = |person: PersonId| reply_of(person).filter(|reply| counts(reply, meeting));
    let line = |invited: &Invited| {
        let active = replacements.iter().find(|one| {
            one.appointment == invited.appointment && one.state != ReplacementState::Withdrawn
        });
        let answer_of = |one: &Replacement| counting(one.person).map(|reply| reply.answer);
        Line {
            reply: counting(invited.person).copied(),
            answered_for_another_day: reply_of(invited.person)
                .is_some_and(|reply| !counts(reply, meeting)),
            deputy: active.map(|one| (one.clone(), answer_of(one))),
            reminded: reminded(invited.person),
            invited: invited.clone(),
        }
    };
    invited.iter().map(line).collect()
}

/// Who leads the meeting: the chair, or a confirmed deputy who has not said no; not settled while the chair does not come
/// and has no such deputy.
#[must_use]
pub fn leader(lines: &[Line]) -> Option<Leader> {
    let chair = lines.iter().find(|one| one.invited.role == Role::Chair)?;
    let stand_in = chair.deputy.as_ref().filter(|(deputy, _)| {
        deputy.state == ReplacementState::Confirmed && chair.comes() == Some(Answer::Deputy)
    });
    Some(match stand_in {
        Some((deputy, _)) => Leader {
            person: deputy.person,
            name: deputy.name.clone(),
            is_stand_in: true,
            is_settled: true,
        },
        None => Leader {
            person: chair.invited.person,
            name: chair.invited.name.clone(),
            is_stand_in: false,
            is_settled: !matches!(chair.comes(), Some(Answer::NotComing | Answer::Deputy)),
        },
    })
}

/// The chair, where they do not come and nobody is named to lead the meeting in their place.
#[must_use]
pub fn without_leader(lines: &[Line]) -> Option<&Invited> {
    let chair = lines.iter().find(|one| one.invited.role == Role::Chair)?;
    (chair.comes() == Some(Answer::NotComing)).then_some(&chair.invited)
}

/// What those who come in person need, each with who it is; deputies too.
#[must_use]
pub fn needs_said(lines: &[Line], needs: &HashMap<PersonId, String>) -> Vec<(String, String)> {
    let here = Some(Answer::InPerson);
    let who = lines.iter().filter_map(|line| match &line.deputy {
        Some((deputy, answer)) if *answer == here => Some((&deputy.name, deputy.person)),
        None if line.comes() == here => Some((&line.invited.name, line.invited.person)),
        _ => None,
    });
    who.filter_map(|(name, person)| Some((name.clone(), needs.get(&person)?.clone())))
        .collect()
}

/// Who has not answered.
#[must_use]
pub fn silent(lines: &[Line]) -> Vec<&str> {
    let silent = lines.iter().filter(|line| line.comes().is_none());
    silent.map(|line| line.invited.name.as_str()).collect()
}

/// How many come, and how many have not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub in_person: usize,
    pub digitally: usize,
    pub deputies: usize,
    pub not_coming: usize,
    pub silent: usize,
}

#[must_use]
pub fn tally(lines: &[Line]) -> Tally {
    let mut tally = Tally::default();
    for line in lines {
        match line.comes() {
            Some(Answer::InPerson) => tally.in_person += 1,
            Some(Answer::Digitally) => tally.digitally += 1,
            Some(Answer::Deputy) => tally.deputies += 1,
            Some(Answer::NotComing) => tally.not_coming += 1,
            None => tally.silent += 1,
        }
    }
    tally
}

/// Whether enough members come, where the mandate says how many are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    pub needed: i64,
    /// How many of the seats have said that someone comes.
    pub coming: i64,
    /// How many more could still say so.
    pub open: i64,
}

impl Quorum {
    #[must_use]
    pub fn is_reached(self) -> bool {
        self.coming >= self.needed
    }

    /// How many are missing.
    #[must_use]
    pub fn short(self) -> i64 {
        (self.needed - self.coming).max(0)
    }

    /// Too many have said no for it to be reached.
    #[must_use]
    pub fn is_lost(self) -> bool {
        self.coming + self.open < self.needed
    }
}

/// The quorum of the mandate version in force on the meeting's first day. The chair counts where board data says so.
#[must_use]
pub fn quorum(meeting: &Meeting, data: &BoardData, lines: &[Line]) -> Option<Quorum> {
    let mandate = in_force(&data.mandates, meeting.first_day())?;
    let needed = mandate.quantity(rule_kind::QUORUM)?;
    let has_seat = |line: &&Line| {
        line.invited.role == Role::Member
            || (line.invited.role == Role::Chair && data.board.chair_counts)
    };
    let count = |is: &dyn Fn(Option<Answer>) -> bool| {
        let found = lines.iter().filter(has_seat);
        i64::try_from(found.filter(|line| is(line.comes())).count()).unwrap_or(i64::MAX)
    };
    Some(Quorum {
        needed,
        coming: count(&|answer| answer.is_some_and(|answer| answer != Answer::NotComing)),
        open: count(&|answer| answer.is_none()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{at, board_data, day, meeting};
    use super::*;
    use crate::boards::{Rule, Strength};
    use crate::db::ids::{AppointmentId, MeetingId, ReplacementId, RowId};
    use crate::db::types::Words;
    use crate::i18n::Language;

    fn invited(role: Role) -> Invited {
        Invited {
            person: PersonId::new(),
            name: "Olav".to_owned(),
            address: None,
            language: Language::NB,
            role,
            appointment: AppointmentId::new(),
            organisation: None,
        }
    }

    fn reply(of: &Invited, answer: Answer, for_day: &str) -> Reply {
        Reply {
            meeting: MeetingId::new(),
            person: of.person,
            answer,
            for_day: day(for_day),
            at: at("2026-11-22T08:00:00Z"),
            by: None,
            version: 1,
        }
    }

    fn deputy(of: &Invited, state: ReplacementState) -> Replacement {
        Replacement {
            id: ReplacementId::new(),
            meeting: MeetingId::new(),
            appointment: of.appointment,
            person: PersonId::new(),
            name: "Vara".to_owned(),
            state,
            named_by: of.person,
        }
    }

    #[test]
    fn answers_are_taken_until_the_first_day_has_passed() {
        let mut of = meeting(&board_data(), "ordinary", &["2027-03-17", "2027-03-18"]);
        assert!(is_open(&of, day("2027-03-17")));
        assert!(!is_open(&of, day("2027-03-18")));
        for state in [MeetingState::Held, MeetingState::Cancelled] {
            of.state = state;
            assert!(!is_open(&of, day("2027-01-01")), "{state}");
        }
    }

    #[test]
    fn an_answer_counts_for_the_day_it_was_given_for() {
        let of = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let member = invited(Role::Member);
        let lines =
            |replies: &[Reply]| lines(&of, std::slice::from_ref(&member), replies, &[], &|_| 0);
        let old = lines(&[reply(&member, Answer::InPerson, "2027-03-10")]);
        assert!(old[0].reply.is_none() && old[0].answered_for_another_day);
        assert_eq!(tally(&old).silent, 1);
        let now = lines(&[reply(&member, Answer::InPerson, "2027-03-17")]);
        assert_eq!((tally(&now).in_person, tally(&now).silent), (1, 0));
    }

    #[test]
    fn members_and_the_chair_name_a_deputy_and_nobody_who_is_called() {
        let (member, chair, other) = (
            invited(Role::Member),
            invited(Role::Chair),
            invited(Role::Member),
        );
        let observer = invited(Role::Observer);
        let all = [
            member.clone(),
            chair.clone(),
            other.clone(),
            observer.clone(),
        ];
        let someone = PersonId::new();
        let name = |of: &Invited, who, named: &[Replacement]| may_name(of, who, &all, named);
        assert_eq!(name(&member, someone, &[]), Ok(()));
        assert_eq!(name(&chair, someone, &[]), Ok(()));
        assert_eq!(name(&chair, chair.person, &[]), Err(Refusal::Themselves));
        assert_eq!(name(&chair, member.person, &[]), Err(Refusal::IsCalled));
        assert_eq!(name(&observer, someone, &[]), Err(Refusal::NotAMember));
        assert_eq!(name(&member, member.person, &[]), Err(Refusal::Themselves));
        assert_eq!(name(&member, other.person, &[]), Err(Refusal::IsCalled));
        let taken = deputy(&other, ReplacementState::Named);
        assert_eq!(
            name(&member, taken.person, std::slice::from_ref(&taken)),
            Err(Refusal::IsTaken)
        );
        let free = deputy(&other, ReplacementState::Withdrawn);
        assert_eq!(
            name(&member, free.person, std::slice::from_ref(&free)),
            Ok(())
        );
        let many = vec![deputy(&member, ReplacementState::Withdrawn); MOST_NAMED];
        assert_eq!(name(&member, someone, &many), Err(Refusal::TooMany));
    }

    #[test]
    fn a_deputy_is_confirmed_once_and_withdrawn_for_good() {
        use ReplacementState::{Confirmed, Named, Withdrawn};
        assert_eq!(ReplacementState::named(false), Named);
        assert_eq!(ReplacementState::named(true), Confirmed);
        assert_eq!(Named.confirm(), Some(Confirmed));
        assert_eq!((Confirmed.confirm(), Withdrawn.confirm()), (None, None));
        assert_eq!(
            (Named.withdraw(), Confirmed.withdraw(), Withdrawn.withdraw()),
            (Some(Withdrawn), Some(Withdrawn), None)
        );
    }

    #[test]
    fn a_seat_whose_deputy_does_not_come_is_empty() {
        let of = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let member = invited(Role::Member);
        let vara = deputy(&member, ReplacementState::Confirmed);
        let mut replies = vec![reply(&member, Answer::Deputy, "2027-03-17")];
        let named = [vara.clone()];
        let tallied = |replies: &[Reply], named: &[Replacement]| {
            tally(&lines(
                &of,
                std::slice::from_ref(&member),
                replies,
                named,
                &|_| 0,
            ))
        };
        assert_eq!(tallied(&replies, &named).deputies, 1);
        assert_eq!(tallied(&replies, &[]).not_coming, 1);
        let mut out = reply(&member, Answer::NotComing, "2027-03-17");
        out.person = vara.person;
        replies.push(out);
        assert_eq!(tallied(&replies, &named).not_coming, 1);
    }

    #[test]
    fn whoever_comes_for_the_chair_leads_once_confirmed_and_while_they_come() {
        let of = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let (chair, member) = (invited(Role::Chair), invited(Role::Member));
        let all = [chair.clone(), member.clone()];
        let led = |replies: &[Reply], named: &[Replacement]| {
            let lines = lines(&of, &all, replies, named, &|_| 0);
            let leader = leader(&lines).map(|one| {
                assert!(one.clone().as_told(false).is_settled, "of no absence");
                (one.person, one.is_stand_in, one.is_settled)
            });
            (leader, without_leader(&lines).is_some())
        };
        let by_chair = Some((chair.person, false, true));
        let unsettled = Some((chair.person, false, false));
        assert_eq!(led(&[], &[]), (by_chair, false));
        let away = [reply(&chair, Answer::NotComing, "2027-03-17")];
        assert_eq!(led(&away, &[]), (unsettled, true));
        let sent = reply(&chair, Answer::Deputy, "2027-03-17");
        let named = deputy(&chair, ReplacementState::Named);
        assert_eq!(
            led(&[sent], std::slice::from_ref(&named)),
            (unsettled, false)
        );
        let vara = deputy(&chair, ReplacementState::Confirmed);
        let standing_in = Some((vara.person, true, true));
        assert_eq!(
            led(&[sent], std::slice::from_ref(&vara)),
            (standing_in, false)
        );
        let mut out = reply(&chair, Answer::NotComing, "2027-03-17");
        out.person = vara.person;
        assert_eq!(
            led(&[sent, out], std::slice::from_ref(&vara)),
            (unsettled, true)
        );
        // Of another day than the meeting's, an answer sends nobody.
        let old = reply(&chair, Answer::Deputy, "2027-03-10");
        assert_eq!(led(&[old], std::slice::from_ref(&vara)), (by_chair, false));
        // Who comes for a member leads nothing.
        let others = deputy(&member, ReplacementState::Confirmed);
        let sent = reply(&member, Answer::Deputy, "2027-03-17");
        assert_eq!(
            led(&[sent], std::slice::from_ref(&others)),
            (by_chair, false)
        );
        let lines = lines(&of, std::slice::from_ref(&member), &[], &[], &|_| 0);
        assert_eq!(leader(&lines), None);
    }

    #[test]
    fn needs_are_kept_only_of_those_who_come_in_person_where_the_board_asks() {
        let mut board = board_data().board;
        let of = |answer, board: &Board, typed| needs_of(answer, board, typed, "no nuts");
        assert_eq!(of(Answer::InPerson, &board, Some("a ramp")), "");
        board.asks_needs = true;
        assert_eq!(of(Answer::InPerson, &board, Some("a ramp")), "a ramp");
        assert_eq!(of(Answer::InPerson, &board, Some("")), "");
        // Where nobody asked, as in one tap, what stands stays.
        assert_eq!(of(Answer::InPerson, &board, None), "no nuts");
        for other in [Answer::Digitally, Answer::NotComing, Answer::Deputy] {
            assert_eq!(of(other, &board, Some("a ramp")), "", "{other}");
        }
    }

    #[test]
    fn the_secretariat_reads_the_needs_of_those_who_come_only() {
        let of = meeting(&board_data(), "ordinary", &["2027-03-17"]);
        let (here, away, with) = (
            invited(Role::Chair),
            invited(Role::Member),
            invited(Role::Member),
        );
        let vara = deputy(&with, ReplacementState::Named);
        let mut own = reply(&with, Answer::InPerson, "2027-03-17");
        own.person = vara.person;
        let replies = [
            reply(&here, Answer::InPerson, "2027-03-17"),
            reply(&away, Answer::Digitally, "2027-03-17"),
            reply(&with, Answer::Deputy, "2027-03-17"),
            own,
        ];
        let needs = [here.person, away.person, with.person, vara.person];
        let needs: HashMap<PersonId, String> = needs
            .into_iter()
            .map(|person| (person, person.to_string()))
            .collect();
        let all = [here.clone(), away, with];
        let lines = lines(&of, &all, &replies, std::slice::from_ref(&vara), &|_| 0);
        let said: Vec<String> = needs_said(&lines, &needs)
            .into_iter()
            .map(|(_, words)| words)
            .collect();
        assert_eq!(said, [here.person.to_string(), vara.person.to_string()]);
        assert!(silent(&lines).is_empty());
    }

    #[test]
    fn a_quorum_counts_the_seats_and_the_chair_only_where_the_board_says_so() {
        let mut data = board_data();
        let of = meeting(&data, "ordinary", &["2027-03-17"]);
        let (chair, one, two) = (
            invited(Role::Chair),
            invited(Role::Member),
            invited(Role::Member),
        );
        let replies = [
            reply(&chair, Answer::InPerson, "2027-03-17"),
            reply(&one, Answer::Digitally, "2027-03-17"),
        ];
        let lines = lines(&of, &[chair, one, two], &replies, &[], &|_| 0);
        assert_eq!(quorum(&of, &data, &lines), None);
        data.mandates[0].rules.push(Rule {
            id: RowId::new(),
            kind: rule_kind::QUORUM.to_owned(),
            subject: String::new(),
            called: String::new(),
            among: Vec::new(),
            position: 0,
            quantity: Some(2),
            strength: Strength::Shall,
            words: Words::default(),
            paragraph: "§ 6".to_owned(),
        });
        let without = quorum(&of, &data, &lines).expect("the mandate has a quorum");
        assert_eq!((without.coming, without.open), (1, 1));
        assert_eq!(without.short(), 1);
        assert!(!without.is_reached() && !without.is_lost());
        data.board.chair_counts = true;
        assert!(quorum(&of, &data, &lines).is_some_and(Quorum::is_reached));
    }
}
