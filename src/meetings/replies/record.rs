//! Taking an answer: the answer, the deputy it names or lets go, the mails that follow and the audit entry are one write.

use super::mail::{self, Receipt};
use super::rules::{self, is_open};
use super::store::needs;
use super::{Answer, Invited, Replacement, ReplacementState, Reply, Right, store};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store as boards;
use crate::db::Conn;
use crate::db::ids::{MeetingId, PersonId, ReplacementId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Said, text};
use crate::meetings::{Meeting, Stage, store as meetings};
use crate::people::PersonFields;
use crate::people::store as people;
use crate::people::store::passing;
use crate::people::store::persons::{self, By};

/// Someone named to come instead, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub address: String,
}

/// An answer as it was given.
#[derive(Clone, Debug)]
pub struct Given {
    pub meeting: MeetingId,
    pub person: PersonId,
    pub answer: Answer,
    /// With the answer that a deputy comes.
    pub deputy: Option<Named>,
    /// What they need at the meeting; none where it was not asked, as in one tap by the secretariat.
    pub needs: Option<String>,
    /// The version that the form was filled from; none when it is not asked for, as in one tap by the secretariat.
    pub version: Option<i64>,
    /// Who gave it, where it was not the person.
    pub by: Option<PersonId>,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Taken,
    /// There is no right to answer, or no longer.
    Gone,
    /// Another answer was given since the form was shown.
    Stale,
    /// The field that is wrong, and why.
    Refused(&'static str, Said),
}

/// Takes an answer. The same answer given twice is given once (F16).
///
/// # Errors
/// When the database fails.
pub fn take(conn: &mut Conn, given: &Given, now: Moment) -> Result<Outcome> {
    let meeting = meetings::meeting(conn, given.meeting)?;
    let board = boards::board(conn, meeting.board)?;
    let right = store::right_of(conn, &meeting, given.person)?;
    let Some(right) = right.filter(|_| is_open(&meeting, board.today(now))) else {
        return Ok(Outcome::Gone);
    };
    let replies = store::replies(conn, meeting.id)?;
    let standing = replies.iter().find(|one| one.person == given.person);
    let named = store::replacements(conn, meeting.id)?;
    let active = active_of(&right, &named);
    let needed = needs::of_person(conn, meeting.id, given.person)?;
    let needs = rules::needs_of(given.answer, &board, given.needs.as_deref(), &needed);
    if needs == needed && is_same(conn, given, &meeting, standing, active)? {
        return Ok(Outcome::Taken);
    }
    let version = standing.map_or(0, |reply| reply.version);
    if given.version.is_some_and(|shown| shown != version) {
        return Ok(Outcome::Stale);
    }
    let deputy = match deputy_of(conn, given, &right, &meeting, &named, now)? {
        Ok(deputy) => deputy,
        Err((field, said)) => return Ok(Outcome::Refused(field, said)),
    };
    // Named again for a new day, a deputy stays the one they are.
    let is_kept = |id: PersonId| active.is_some_and(|active| active.person == id);
    let stays = deputy.as_ref().is_some_and(|(_, id)| is_kept(*id));
    if let Some(active) = active.filter(|_| !stays) {
        let by = given.by.unwrap_or(given.person);
        withdraw(conn, active, &meeting, Some(by), now)?;
    }
    put(conn, given, &meeting, standing, now)?;
    if needs != needed {
        needs::put(conn, meeting.id, given.person, &needs)?;
    }
    if let Some((member, deputy)) = deputy.filter(|_| !stays) {
        name(conn, given, &member, deputy, &meeting, now)?;
    }
    Ok(Outcome::Taken)
}

/// The field that is wrong, and why.
type Mistake = (&'static str, Said);

/// Who is named with this answer, and for whom; none with any other answer.
fn deputy_of(
    conn: &mut Conn,
    given: &Given,
    right: &Right,
    meeting: &Meeting,
    named: &[Replacement],
    now: Moment,
) -> Result<Result<Option<(Invited, PersonId)>, Mistake>> {
    Ok(match (given.answer, right) {
        (Answer::Deputy, Right::Invited(member)) => {
            let found = find_deputy(conn, given, member, meeting, named, now)?;
            found
                .map(|deputy| Some((member.clone(), deputy)))
                .map_err(|said| ("deputy-address", said))
        }
        (Answer::Deputy, Right::Deputy(_)) => Err(("answer", rules::Refusal::NotAMember.said())),
        _ => Ok(None),
    })
}

fn active_of<'a>(right: &Right, named: &'a [Replacement]) -> Option<&'a Replacement> {
    let Right::Invited(own) = right else {
        return None;
    };
    named
        .iter()
        .find(|one| one.appointment == own.appointment && one.state != ReplacementState::Withdrawn)
}

/// Whether this is the answer that stands already, the deputy too.
fn is_same(
    conn: &mut Conn,
    given: &Given,
    meeting: &Meeting,
    standing: Option<&Reply>,
    active: Option<&Replacement>,
) -> Result<bool> {
    let counts =
        standing.is_some_and(|reply| reply.answer == given.answer && rules::counts(reply, meeting));
    let Some(named) = given.deputy.as_ref().filter(|_| counts) else {
        return Ok(counts && active.is_none());
    };
    let found = people::person_by_address(conn, &named.address)?;
    Ok(match (found, active) {
        (Some(person), Some(active)) => person.id == active.person,
        _ => false,
    })
}

/// The person at this address, or a new one, who is known for this errand only.
fn find_deputy(
    conn: &mut Conn,
    given: &Given,
    member: &Invited,
    meeting: &Meeting,
    named: &[Replacement],
    now: Moment,
) -> Result<Result<PersonId, Said>> {
    let Some(wanted) = &given.deputy else {
        return Ok(Err(Said::new("form-needed")));
    };
    let invited = store::invited(conn, meeting.board, meeting.first_day())?;
    let known = people::person_by_address(conn, &wanted.address)?.map(|person| person.id);
    // Nobody has this id, so that who is not known yet is held to the same rules.
    let person = known.unwrap_or_default();
    if let Err(refusal) = rules::may_name(member, person, &invited, named) {
        return Ok(Err(refusal.said()));
    }
    let until = rules::forgotten_after(meeting.last_day());
    if let Some(known) = known {
        passing::prolong(conn, known, until)?;
        return Ok(Ok(known));
    }
    let fields = PersonFields {
        name: wanted.name.clone(),
        address: Some(wanted.address.clone()),
        language: member.language,
        title: String::new(),
    };
    let by = By {
        actor: Actor::Person(given.by.unwrap_or(given.person)),
        now,
    };
    let added = persons::add(conn, by, &fields)?;
    if let Ok(id) = added {
        passing::begin(conn, id, until)?;
    }
    Ok(added.map_err(|(_field, said)| said))
}

fn put(
    conn: &mut Conn,
    given: &Given,
    meeting: &Meeting,
    standing: Option<&Reply>,
    now: Moment,
) -> Result<()> {
    let new = Reply {
        meeting: meeting.id,
        person: given.person,
        answer: given.answer,
        for_day: meeting.first_day(),
        at: now,
        by: given.by,
        version: standing.map_or(0, |reply| reply.version) + 1,
    };
    store::put(conn, &new, standing.map(|reply| reply.version))?;
    let words = |answer: Option<Answer>| {
        audit::in_words(|language| match answer {
            Some(answer) => text(language, &format!("reply-{answer}"), &[]),
            None => "–".to_owned(),
        })
    };
    let before = standing.map(|reply| reply.answer);
    let change = Change::of_words("reply-answer", &words(before), &words(Some(new.answer)));
    let entry = Entry {
        board_id: Some(meeting.board),
        object_kind: "reply",
        object_id: given.person.as_str(),
        object_version: new.version,
        action: "reply-given",
        changes: change.into_iter().collect(),
    };
    let actor = Actor::Person(given.by.unwrap_or(given.person));
    audit::record(conn, actor, now, &entry)
}

/// Names a deputy, who is called at once; the member is told.
fn name(
    conn: &mut Conn,
    given: &Given,
    member: &Invited,
    deputy: PersonId,
    meeting: &Meeting,
    now: Moment,
) -> Result<()> {
    let is_standing = store::is_standing_deputy(conn, member, deputy, meeting.first_day())?;
    let new = Replacement {
        id: ReplacementId::new(),
        meeting: meeting.id,
        appointment: member.appointment,
        person: deputy,
        name: (given.deputy.as_ref()).map_or_else(String::new, |named| named.name.clone()),
        state: ReplacementState::named(is_standing),
        named_by: given.by.unwrap_or(given.person),
    };
    store::add_replacement(conn, &new, now)?;
    mail::plan(conn, mail::CALLED, "called", &new, meeting, now)?;
    mail::plan_receipt(conn, Receipt::Named, &new, meeting, now)
}

fn withdraw(
    conn: &mut Conn,
    of: &Replacement,
    meeting: &Meeting,
    by: Option<PersonId>,
    now: Moment,
) -> Result<bool> {
    let Some(state) = of.state.withdraw() else {
        return Ok(false);
    };
    if !store::settle(conn, of, state, by, now)? {
        return Ok(false);
    }
    needs::put(conn, meeting.id, of.person, "")?;
    mail::plan(conn, mail::RELEASED, "released", of, meeting, now)?;
    Ok(true)
}

/// Everyone who has not answered when answers are due says that they come: what people do in a rehearsal where each does
/// their part.
///
/// # Errors
/// When the database fails.
pub fn answer_due(conn: &mut Conn, now: Moment) -> Result<()> {
    for (id, stage) in meetings::open_deadlines(conn, now)? {
        if stage != Stage::Reply {
            continue;
        }
        let meeting = meetings::meeting(conn, id)?;
        for person in store::silent(conn, &meeting)? {
            let given = Given {
                meeting: id,
                person,
                answer: Answer::InPerson,
                deputy: None,
                needs: None,
                version: None,
                by: None,
            };
            take(conn, &given, now)?;
        }
    }
    Ok(())
}

/// The secretariat confirms a deputy, or refuses; what is settled already stays as it is.
///
/// # Errors
/// `NotFound` when there is no such deputy at the meeting; or when the database fails.
pub fn decide(
    conn: &mut Conn,
    meeting: MeetingId,
    id: ReplacementId,
    is_confirmed: bool,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let of = store::replacement(conn, id)?;
    if of.meeting != meeting {
        return Err(Error::NotFound);
    }
    let meeting = meetings::meeting(conn, meeting)?;
    if is_confirmed {
        if let Some(state) = of.state.confirm()
            && store::settle(conn, &of, state, Some(by), now)?
        {
            mail::plan_receipt(conn, Receipt::Confirmed, &of, &meeting, now)?;
        }
    } else if withdraw(conn, &of, &meeting, Some(by), now)? {
        mail::plan_receipt(conn, Receipt::Refused, &of, &meeting, now)?;
    }
    Ok(())
}
