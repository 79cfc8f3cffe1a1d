//! The mails about cases.
//!
//! The secretariat is told what is proposed, the proposer what became of it, both are reminded of the talk with KS until it is
//! recorded, and a case officer is told that they are one. A letter names a case by its public title, and by no title where the title is exempt. It tells no reason and names
//! nobody but its reader. Whom the case is closed to gets none.

use super::rules::{Untalked, mail_kind, talk_reminder};
use super::store::{self, around, clearance, officers};
use super::{Case, CaseNumber, CaseState, Officer, plan::By, wording};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, dates, text};
use crate::mail::ledger::{self, Scope};
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{
    Answer, Class, Desk, Key, Kind, Letter, Mail, Occasion, OccasionState, Part, Recipient, Wanted,
};
use crate::people::store as people;
use crate::web::access::Role;
use crate::web::paths;
use chrono::{Duration, NaiveDate};

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    type Written = fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>;
    let kind = |code, class, answer: Written, after| Kind {
        code,
        class,
        answer,
        after,
    };
    vec![
        kind(mail_kind::PROPOSED, Class::AtOnce, proposed, None),
        kind(mail_kind::DECIDED, Class::AtOnce, decided, None),
        kind(mail_kind::TALK, Class::ByItself, untalked, Some(plan_next)),
        kind(mail_kind::OFFICER, Class::AtOnce, named, None),
    ]
}

/// How long a mail about a click is worth sending.
const WORTH_TELLING: Duration = Duration::days(14);

fn plan_at_once(
    conn: &mut Conn,
    kind: &'static str,
    slot: String,
    of: &Case,
    now: Moment,
) -> Result<()> {
    let wanted = Wanted {
        key: Key {
            kind,
            object_id: of.id.to_string(),
            slot,
        },
        object_kind: "case",
        about_day: boards::board(conn, of.board)?.today(now),
        deadline: None,
        due: now,
        expires: now + WORTH_TELLING,
    };
    let scope = Scope {
        board: Some(of.board),
        object_id: of.id.as_str(),
        kinds: &[kind],
    };
    ledger::reconcile(conn, scope, &[], &[wanted], now)
}

/// Tells the secretariat that a case is proposed.
///
/// # Errors
/// When the database fails.
pub fn plan_proposed(conn: &mut Conn, of: &Case, by: By) -> Result<()> {
    plan_at_once(conn, mail_kind::PROPOSED, "proposed".to_owned(), of, by.now)
}

/// Tells the proposer what became of the case; one who did it themselves knows, and an imported case has none.
///
/// # Errors
/// When the database fails.
pub fn plan_decided(conn: &mut Conn, of: &Case, by: By) -> Result<()> {
    plan_put_off(conn, of, Some(by.person), by.now)
}

/// The same where nobody may have done it: silence approved the minutes that put the case off.
///
/// # Errors
/// When the database fails.
pub fn plan_put_off(conn: &mut Conn, of: &Case, by: Option<PersonId>, now: Moment) -> Result<()> {
    if of.proposed_by.is_none() || of.proposed_by == by {
        return Ok(());
    }
    let slot = format!("{}-{}", of.state, of.version);
    plan_at_once(conn, mail_kind::DECIDED, slot, of, now)
}

/// Tells someone that they prepare the case from now on.
///
/// # Errors
/// When the database fails.
pub fn plan_officer(conn: &mut Conn, of: &Case, officer: RowId, by: By) -> Result<()> {
    plan_at_once(
        conn,
        mail_kind::OFFICER,
        format!("officer-{officer}"),
        of,
        by.now,
    )
}

/// Derives the reminders of the talk with KS for every case of a board. The slice's planner.
///
/// # Errors
/// When the database fails.
pub fn planner(conn: &mut Conn, board: BoardId, now: Moment) -> Result<()> {
    let untalked = around::untalked(conn, board)?;
    if untalked.is_empty() {
        return Ok(());
    }
    let of = boards::board(conn, board)?;
    let setting = store::setting(conn, board)?;
    for case in untalked {
        let standing = ledger::of_object(conn, case.case.as_str())?;
        let wanted = [talk_reminder(&case, &setting, &of, now)];
        reconcile(conn, board, case.case, &standing, &wanted, now)?;
    }
    Ok(())
}

/// Derives the reminders of one case.
///
/// # Errors
/// When the database fails.
pub fn replan_talk(conn: &mut Conn, case: &Case, now: Moment) -> Result<()> {
    let standing = ledger::of_object(conn, case.id.as_str())?;
    let wanted = match needs_talk(conn, case)? {
        Some(of) => {
            let board = boards::board(conn, case.board)?;
            let setting = store::setting(conn, case.board)?;
            vec![talk_reminder(&of, &setting, &board, now)]
        }
        None => Vec::new(),
    };
    reconcile(conn, case.board, case.id, &standing, &wanted, now)
}

fn reconcile(
    conn: &mut Conn,
    board: BoardId,
    case: CaseId,
    standing: &[Occasion],
    wanted: &[Wanted],
    now: Moment,
) -> Result<()> {
    let scope = Scope {
        board: Some(board),
        object_id: case.as_str(),
        kinds: &[mail_kind::TALK],
    };
    // What waits to go is left as it is, as long as there is anything to remind of: it is due, and not vanished.
    let is_waiting = |row: &Occasion| row.state == OccasionState::Planned && row.due < now;
    let others: Vec<Occasion> = (standing.iter())
        .filter(|row| wanted.is_empty() || !is_waiting(row))
        .cloned()
        .collect();
    ledger::reconcile(conn, scope, &others, wanted, now)
}

fn needs_talk(conn: &mut Conn, case: &Case) -> Result<Option<Untalked>> {
    let is_open = !matches!(case.state, CaseState::Treated) && !case.state.is_over();
    if !case.facts.affects_municipalities || !is_open || around::talk(conn, case.id)?.is_some() {
        return Ok(None);
    }
    Ok(Some(Untalked {
        case: case.id,
        proposed_at: case.proposed_at,
    }))
}

/// Once a reminder is told, the next one is planned.
fn plan_next(conn: &mut Conn, told: &Occasion, now: Moment) -> Result<()> {
    match told.object_id.parse() {
        Ok(id) => {
            let case = store::case(conn, id)?;
            replan_talk(conn, &case, now)
        }
        Err(_not_an_id) => Ok(()),
    }
}

/// What the letters are about, and whom they may go to.
struct Matter {
    case: Case,
    board: Board,
    wordings: Wordings,
    url: String,
}

/// What a letter about a case says.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// The public title, unless it is exempt.
    pub title: Option<&'a str>,
    pub number: Option<CaseNumber>,
    pub proposed_on: NaiveDate,
    pub url: String,
    /// The text that says why it came.
    pub foot: &'static str,
}

impl Facts<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let values = [("board", board.into())];
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![fact("case-mail-board", board.to_owned())];
        facts.extend(
            self.title
                .map(|title| fact("case-mail-title", title.to_owned())),
        );
        facts.extend(
            self.number
                .map(|number| fact("case-number", number.to_string())),
        );
        let proposed = dates::long_date(language, self.proposed_on);
        facts.push(fact("case-mail-proposed-on", proposed));
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, "case-mail-action", &[]),
                url: self.url.clone(),
            },
            Part::Foot(text(language, self.foot, &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// Why a letter came: to an officer because they prepare the case.
pub(super) fn foot(of: &Passage) -> &'static str {
    if of.kind == mail_kind::OFFICER {
        "case-mail-officer-foot"
    } else {
        "case-mail-foot"
    }
}

fn matter(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Matter> {
    let id: CaseId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no case"))?;
    let case = store::case(conn, id)?;
    let board = boards::board(conn, case.board)?;
    let url = format!("{}{}", desk.base_url, paths::case(id));
    Ok(Matter {
        wordings: wordings::of_board(conn, board.id)?,
        case,
        board,
        url,
    })
}

impl Matter {
    fn letters(&self, passage: &Passage, to: Vec<Recipient>) -> Answer {
        if to.is_empty() {
            return Answer::Nobody;
        }
        let facts = Facts {
            board: &self.board,
            wordings: &self.wordings,
            title: self.case.told_title(),
            number: self.case.number,
            proposed_on: self.board.today(self.case.proposed_at),
            url: self.url.clone(),
            foot: foot(passage),
        };
        let mail = |to: Recipient| Mail {
            letter: facts.letter(passage, to.language),
            to,
            reply_to: self.board.mailbox.clone(),
        };
        Answer::Tell(to.into_iter().map(mail).collect())
    }

    /// The secretariat today, without whom the case is closed to.
    fn secretariat(&self, conn: &mut Conn, now: Moment) -> Result<Vec<Recipient>> {
        let today = self.board.today(now);
        let closed = clearance::closed_to(conn, self.case.id)?;
        let mut to = boards::recipients(conn, self.board.id, Role::Secretariat, today)?;
        to.retain(|one| one.person.is_none_or(|person| !closed.contains(&person)));
        Ok(to)
    }

    /// The proposer, as long as they have a role on the board they came through; none when the case is closed to them, or
    /// was imported.
    fn proposer(&self, conn: &mut Conn, now: Moment) -> Result<Option<Recipient>> {
        let Some(proposer) = self.case.proposed_by else {
            return Ok(None);
        };
        let person = people::person(conn, proposer)?;
        let through = boards::board(conn, self.case.proposed_through)?;
        let today = through.today(now);
        let sitting = boards::sitting(conn, through.id, today)?;
        let mut holds = sitting.iter().any(|one| one.person == person.id);
        if !holds {
            // A council's secretariat may be its parent's.
            let kept = boards::recipients(conn, through.id, Role::Secretariat, today)?;
            holds = kept.iter().any(|one| one.person == Some(person.id));
        }
        let is_closed = clearance::is_closed(conn, self.case.id, person.id)?;
        let address = person.address.filter(|_| holds && !is_closed);
        Ok(address.map(|to| Recipient::person(person.id, person.name, to, person.language)))
    }
}

fn proposed(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    let mut to = matter.secretariat(conn, desk.now)?;
    let count = to.len();
    let proposer = matter.case.proposed_by;
    to.retain(|one| proposer.is_none() || one.person != proposer);
    if to.is_empty() && count > 0 {
        // The only secretary proposed it.
        return Ok(Answer::Fulfilled);
    }
    Ok(matter.letters(&wording::proposed(), to))
}

fn decided(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    let state = occasion
        .slot
        .split('-')
        .next()
        .and_then(|code| code.parse().ok());
    let passage = wording::decided(state.unwrap_or(CaseState::Postponed));
    // Whoever has left is told no more, and that is no alarm.
    match matter.proposer(conn, desk.now)? {
        Some(to) => Ok(matter.letters(&passage, vec![to])),
        None => Ok(Answer::Fulfilled),
    }
}

/// Who was named, as long as they are still.
fn named(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    let standing = officers::of(conn, matter.case.id)?;
    let is_this = |one: &Officer| occasion.slot == format!("officer-{}", one.id);
    let Some(officer) = standing.into_iter().find(is_this) else {
        return Ok(Answer::Fulfilled);
    };
    let person = people::person(conn, officer.person)?;
    let to = person.address.into_iter();
    let to = to.map(|to| Recipient::person(person.id, person.name.clone(), to, person.language));
    Ok(matter.letters(&wording::officer(), to.collect()))
}

fn untalked(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = matter(conn, occasion, desk)?;
    if needs_talk(conn, &matter.case)?.is_none() {
        return Ok(Answer::Fulfilled);
    }
    let mut to = matter.secretariat(conn, desk.now)?;
    let proposer = matter.proposer(conn, desk.now)?;
    if let Some(one) = proposer
        && to.iter().all(|other| other.key != one.key)
    {
        to.push(one);
    }
    Ok(matter.letters(&wording::talk(), to))
}
