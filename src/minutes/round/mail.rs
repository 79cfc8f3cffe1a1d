//! The mails about minutes on their way: that a draft is out, that the time for remarks ends, what is asked for and what
//! came of it, that they are approved, and what comes after.
//!
//! A letter names the board and the meeting and leads to the minutes. It holds no title, no text of the minutes and no
//! remark, and names nobody but its reader; only the secretariat is told who asks for a change. When the time is over, the occasion of silence approves what nobody has said
//! anything about, or tells the secretariat why it does not.

pub mod after;
pub mod answers;

use super::rules::{self, changes::Label};
use super::store::{self, remarks};
use super::{Remark, Round, plan, wording};
use crate::boards::{Board, store as boards};
use crate::cases::store::clearance;
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::{MeetingId, PersonId, RowId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, dates, text};
use crate::mail::ledger;
use crate::mail::wording::{Passage, Wordings, store as wordings};
use crate::mail::{
    Answer, Class, Desk, Kind, Letter, Mail, Occasion, OccasionState, Part, Recipient,
};
use crate::meetings::{Meeting, store as meetings, words};
use crate::minutes::attendance::plan::lists;
use crate::people::store as people;
use crate::web::access::Role;
use crate::web::paths;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A draft is out.
pub const SENT: &str = "minutes-sent";
/// The time for remarks ends.
pub const ENDING: &str = "minutes-ending";
/// The time for remarks is over: silence approves.
pub const SILENCE: &str = "minutes-silence";
/// Someone asks for a change.
pub const REMARK: &str = "minutes-remark";
/// What came of it.
pub const SETTLED: &str = "minutes-settled";
/// They are approved.
pub const APPROVED: &str = "minutes-approved";

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
        kind(SENT, Class::OnYourClick, sent, None),
        kind(ENDING, Class::ByItself, ending, None),
        kind(SILENCE, Class::ByItself, silence, Some(after_silence)),
        kind(REMARK, Class::AtOnce, remarked, None),
        kind(SETTLED, Class::AtOnce, answers::settled, None),
        kind(APPROVED, Class::AtOnce, approved, None),
        kind(after::TO_PUBLISH, Class::AtOnce, after::to_publish, None),
        kind(after::CORRECTED, Class::OnYourClick, after::corrected, None),
        kind(after::WITHDRAWN, Class::OnYourClick, after::withdrawn, None),
    ]
}

/// What one letter says besides, in its reader's language: each with its label.
type Also<'a> = dyn Fn(Language) -> Vec<(String, String)> + 'a;

/// What the letters are about.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    pub meeting: &'a Meeting,
    pub kinds: &'a [CodeWord],
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    /// The last day for remarks, where the letter says it.
    pub remarks_on: Option<NaiveDate>,
    pub also: &'a Also<'a>,
    pub url: String,
}

impl Facts<'_> {
    pub(super) fn letter(&self, passage: &Passage, language: Language) -> Letter {
        let board = self.board.name_in(language);
        let days = words::days(language, self.meeting);
        let until = self.remarks_on.map(|on| dates::long_date(language, on));
        let values = [
            ("board", board.into()),
            ("meeting", days.into()),
            ("due", until.clone().unwrap_or_default().into()),
        ];
        let opening = self.wordings.opening(passage, language, &values);
        let fact = |key: &str, value: String| (text(language, key, &[]), value);
        let mut facts = vec![
            fact("case-mail-board", board.to_owned()),
            fact(
                "dispatch-mail-meeting",
                words::name(self.kinds, self.meeting, language),
            ),
            fact("dispatch-mail-when", words::when(language, self.meeting)),
        ];
        facts.extend(until.map(|until| fact("round-mail-until", until)));
        facts.extend((self.also)(language));
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.extend([
            Part::Facts(facts),
            Part::Action {
                label: text(language, wording::action(passage), &[]),
                url: self.url.clone(),
            },
            Part::Foot(text(language, wording::foot(passage), &values)),
        ]);
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

/// The page that a letter of this kind leads to.
pub(super) fn path(kind: &str, of: MeetingId) -> String {
    match kind {
        REMARK | SILENCE => paths::of_meeting(of, "minutes/round"),
        after::TO_PUBLISH => paths::of_meeting(of, "minutes/publication"),
        after::CORRECTED | after::WITHDRAWN => paths::published_meeting(of),
        _ => paths::of_meeting(of, "minutes/reading"),
    }
}

/// Everything one occasion's letters are made of.
struct Matter {
    board: Board,
    meeting: Meeting,
    kinds: Vec<CodeWord>,
    wordings: Wordings,
    round: Option<Round>,
}

impl Matter {
    fn of(conn: &mut Conn, meeting: MeetingId) -> Result<Self> {
        let meeting = meetings::meeting(conn, meeting)?;
        Ok(Self {
            board: boards::board(conn, meeting.board)?,
            kinds: code_words::list(conn, "meeting_kind")?,
            wordings: wordings::of_board(conn, meeting.board)?,
            round: store::round(conn, meeting.id)?,
            meeting,
        })
    }

    fn letters(&self, kind: &'static str, to: Vec<Recipient>, desk: &Desk<'_>) -> Answer {
        self.saying(&wording::passage(kind), &|_language| Vec::new(), to, desk)
    }

    /// The same with more facts.
    fn saying(
        &self,
        passage: &Passage,
        also: &Also<'_>,
        to: Vec<Recipient>,
        desk: &Desk<'_>,
    ) -> Answer {
        if to.is_empty() {
            return Answer::Nobody;
        }
        let until = self.round.as_ref().map(|round| round.remarks_on);
        let facts = Facts {
            board: &self.board,
            meeting: &self.meeting,
            kinds: &self.kinds,
            wordings: &self.wordings,
            remarks_on: until.filter(|_| matches!(passage.kind, SENT | ENDING)),
            also,
            url: format!("{}{}", desk.base_url, path(passage.kind, self.meeting.id)),
        };
        let mail = |one: Recipient| Mail {
            letter: facts.letter(passage, one.language),
            to: one,
            reply_to: self.board.mailbox.clone(),
        };
        Answer::Tell(to.into_iter().map(mail).collect())
    }

    fn secretariat(&self, conn: &mut Conn, now: Moment) -> Result<Vec<Recipient>> {
        let today = self.board.today(now);
        boards::recipients(conn, self.board.id, Role::Secretariat, today)
    }
}

fn meeting_of(occasion: &Occasion) -> Result<MeetingId> {
    let id = occasion.object_id.parse();
    id.map_err(|_not_an_id| anyhow::anyhow!("an occasion of no meeting").into())
}

/// Who is written to about minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum To {
    /// Those who were there, wherever they sit today.
    Attended,
    /// Those on the list of the meeting who sit on the board today.
    Board,
}

fn readers(conn: &mut Conn, matter: &Matter, to: &[To], now: Moment) -> Result<Vec<Recipient>> {
    let lists = lists(conn, matter.meeting.id, now)?;
    let mut told = BTreeSet::new();
    if to.contains(&To::Attended) {
        told.extend(rules::everyone(&lists.days));
    }
    if to.contains(&To::Board) {
        let today = matter.board.today(now);
        let sitting = boards::sitting(conn, matter.board.id, today)?;
        let lines = lists.days.iter().flatten();
        let listed = lines.filter(|line| rules::is_told(line));
        let listed = listed.filter_map(|line| line.listed.person);
        told.extend(listed.filter(|id| sitting.iter().any(|it| it.person == *id)));
    }
    let told: Vec<PersonId> = told.into_iter().collect();
    let mut people = people::chosen(conn, &told)?;
    people.sort_by_key(|person| person.id);
    let to = people.into_iter().filter_map(|person| {
        let address = person.address?;
        Some(Recipient::person(
            person.id,
            person.name,
            address,
            person.language,
        ))
    });
    Ok(to.collect())
}

/// Whether an occasion is about the draft that is out now, and not about one before it.
fn is_current(round: Option<&Round>, occasion: &Occasion) -> bool {
    round.is_some_and(|round| occasion.slot == format!("draft-{}", round.draft))
}

fn sent(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = Matter::of(conn, meeting_of(occasion)?)?;
    if !is_current(matter.round.as_ref(), occasion) {
        return Ok(Answer::Fulfilled);
    }
    let to = readers(conn, &matter, &[To::Attended, To::Board], desk.now)?;
    Ok(match answers::since_the_last(conn, &matter)? {
        Some(labels) => {
            let also = |language| vec![answers::news(&labels, language)];
            matter.saying(&wording::sent_again(), &also, to, desk)
        }
        None => matter.letters(SENT, to, desk),
    })
}

fn ending(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = Matter::of(conn, meeting_of(occasion)?)?;
    let is_open = matter
        .round
        .as_ref()
        .is_some_and(|it| it.approved.is_none());
    if !is_open || !is_current(matter.round.as_ref(), occasion) {
        return Ok(Answer::Fulfilled);
    }
    let mut to = readers(conn, &matter, &[To::Attended], desk.now)?;
    let keep = matter.secretariat(conn, desk.now)?;
    let asked = remarks::of_meeting(conn, matter.meeting.id)?;
    to.retain(|one| {
        let has_asked = asked.iter().any(|remark| Some(remark.person) == one.person);
        !has_asked && keep.iter().all(|other| other.key != one.key)
    });
    if to.is_empty() {
        return Ok(Answer::Fulfilled);
    }
    Ok(matter.letters(ENDING, to, desk))
}

fn silence(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = Matter::of(conn, meeting_of(occasion)?)?;
    if !is_current(matter.round.as_ref(), occasion) {
        return Ok(Answer::Fulfilled);
    }
    match plan::stands_against_silence(conn, matter.meeting.id, desk.now)? {
        // They become approved when this is settled.
        None | Some(rules::Refusal::AlreadyApproved) => Ok(Answer::Fulfilled),
        Some(_) => {
            let to = matter.secretariat(conn, desk.now)?;
            Ok(matter.letters(SILENCE, to, desk))
        }
    }
}

/// The time is over: what nobody has said anything about is approved. An occasion that ended unasked, because it was found
/// too late or the board's mail was off, approves nothing: then nobody was told that silence would.
fn after_silence(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<()> {
    let meeting = meeting_of(occasion)?;
    let mut rows = ledger::of_object(conn, meeting.as_str())?.into_iter();
    let is_asked = |one: &Occasion| one.id == occasion.id && one.state == OccasionState::Fulfilled;
    if rows.any(|one| is_asked(&one)) {
        plan::approve_by_silence(conn, meeting, now)?;
    }
    Ok(())
}

fn remark_of(conn: &mut Conn, occasion: &Occasion) -> Result<Remark> {
    let id: RowId = (occasion.object_id.parse())
        .map_err(|_not_an_id| anyhow::anyhow!("an occasion of no remark"))?;
    remarks::remark(conn, id)
}

fn remarked(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let remark = remark_of(conn, occasion)?;
    let matter = Matter::of(conn, remark.meeting)?;
    let mut to = matter.secretariat(conn, desk.now)?;
    let closed = match remark.case {
        Some(case) => clearance::closed_to(conn, case)?,
        None => BTreeSet::new(),
    };
    to.retain(|one| one.person.is_none_or(|who| !closed.contains(&who)));
    let count = to.len();
    to.retain(|one| one.person != Some(remark.person));
    if to.is_empty() && count > 0 {
        // The only secretary who may settle it made it.
        return Ok(Answer::Fulfilled);
    }
    let read = store::version(conn, remark.meeting, remark.draft)?.told;
    let label = Label::of(&read, remark.item);
    let also = |language| answers::asked(&label, &remark.who, language).into();
    Ok(matter.saying(&wording::passage(REMARK), &also, to, desk))
}

fn approved(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let matter = Matter::of(conn, meeting_of(occasion)?)?;
    // Only whoever sits on the board today may still read them.
    let to = readers(conn, &matter, &[To::Board], desk.now)?;
    Ok(matter.letters(APPROVED, to, desk))
}
