//! The mails of meetings: a reminder of each deadline, and one when a year has too few meetings.
//!
//! They go to the one who must act and to those who should know. Each says in its subject the act, the thing and the
//! date. A meeting's title is left out on purpose: a mail holds no word that could be confidential.

use super::notices::letters::reply_link;
use super::occasions::{MEETING_KINDS, TOO_FEW, lacks, read_slot};
use super::store::{self, around};
use super::{Meeting, ORDINARY, Stage, notices, plan, replies, rules, wording, words};
use crate::boards::{Board, ToRole, store as boards};
use crate::calendar::local;
use crate::db::Conn;
use crate::db::ids::{BoardId, MeetingId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, dates};
use crate::mail::wording::{Opening, Wordings, store as wordings};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part};
use crate::web::paths;
use anyhow::Context;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// The slice's kinds of mail: one for each stage, and one for a year with too few meetings.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let of_stage = |code| Kind {
        code,
        class: Class::ByItself,
        answer: remind,
        after: Some(after_reminder),
    };
    let mut kinds: Vec<Kind> = MEETING_KINDS.into_iter().map(of_stage).collect();
    kinds.extend(notices::mail::kinds());
    kinds.extend(replies::mail::kinds());
    kinds.push(Kind {
        code: TOO_FEW,
        class: Class::ByItself,
        answer: tell_too_few,
        after: Some(after_too_few),
    });
    kinds
}

fn remind(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let stage = Stage::of_kind(&occasion.kind).context("an occasion of no stage")?;
    let (role, is_overdue) = read_slot(&occasion.slot).context("a slot that names nobody")?;
    let meeting = match store::meeting(conn, id::<MeetingId>(occasion)?) {
        Err(Error::NotFound) => return Ok(Answer::Fulfilled),
        found => found?,
    };
    if meeting.state.is_over() || meeting.is_done(stage) {
        return Ok(Answer::Fulfilled);
    }
    let board = boards::board(conn, meeting.board)?;
    let kinds = around::kinds(conn)?;
    let mut to = around::recipients(conn, board.id, role, board.today(desk.now))?;
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    if answers_by_link(stage, role) {
        let silent = replies::store::silent(conn, &meeting)?;
        to.retain(|to| to.person.is_some_and(|person| silent.contains(&person)));
        if to.is_empty() {
            return Ok(Answer::Fulfilled);
        }
    }
    let reminder = Reminder {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        meeting: &meeting,
        stage,
        role,
        is_overdue,
        deadline: occasion.deadline.context("a reminder of no deadline")?,
    };
    let mail = |to: crate::mail::Recipient| Mail {
        letter: reminder.letter(to.language, &kinds, desk.base_url),
        reply_to: board.mailbox.clone(),
        to,
    };
    Ok(Answer::Tell(to.into_iter().map(mail).collect()))
}

/// Whether a reminder goes to those who have not answered, with a link to answer by.
fn answers_by_link(stage: Stage, role: ToRole) -> bool {
    stage == Stage::Reply && role != ToRole::Secretariat && role.role().is_some()
}

fn after_reminder(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<()> {
    let meeting = store::meeting(conn, id::<MeetingId>(occasion)?)?;
    let data = boards::data(conn, meeting.board)?;
    plan::replan_meeting(conn, &data, &meeting, now)
}

fn id<T: std::str::FromStr>(occasion: &Occasion) -> Result<T> {
    let id = occasion.object_id.parse().ok();
    id.ok_or_else(|| Error::from(anyhow::anyhow!("an occasion of no object")))
}

/// What one reminder is about.
pub struct Reminder<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub meeting: &'a Meeting,
    pub stage: Stage,
    pub role: ToRole,
    pub is_overdue: bool,
    pub deadline: Moment,
}

impl Reminder<'_> {
    /// “Send ut sakspapirer til møtet i Styringsrådet 17. mars: frist onsdag 10. mars”.
    #[must_use]
    pub fn subject(&self, language: Language, kinds: &words::Kinds) -> String {
        self.opening(language, kinds).subject
    }

    fn opening(&self, language: Language, kinds: &words::Kinds) -> Opening {
        let due = local(self.board.zone, self.deadline.utc());
        let year = self.meeting.first_day().year();
        let (on, clock) = self.told(due);
        let day = dates::day_within(language, on, year);
        let weekday = dates::weekday(language, on.weekday());
        let at = |day: &str| match clock {
            Some(clock) => format!("{day} {}", dates::time(language, clock)),
            None => day.to_owned(),
        };
        let (when, begins) = (at(&day), at(weekday));
        let kind = words::kind(kinds, &self.meeting.kind, language);
        let values = [
            ("board", self.board.name_in(language).into()),
            ("meeting", words::days(language, self.meeting).into()),
            ("due", day.into()),
            ("deadline", self.due(language).into()),
            ("when", when.into()),
            ("begins", begins.into()),
            ("kind", words::capitalised(kind).into()),
            ("mailbox", self.board.mailbox.as_str().into()),
        ];
        let mut passage = wording::reminder(self.stage, self.asks(), self.is_overdue);
        if self.stage == Stage::Meeting && !self.asks() && self.meeting.kind != ORDINARY {
            // What is no ordinary meeting is called what it is, with all its days.
            passage.subject = vec!["deadline-mail-subject-special".to_owned()];
        }
        self.wordings.opening(&passage, language, &values)
    }

    /// The letter to someone who reads this language.
    #[must_use]
    pub fn letter(&self, language: Language, kinds: &words::Kinds, base_url: &str) -> Letter {
        let text = |key: &'static str| Said::new(key).text(language);
        let opening = self.opening(language, kinds);
        let mut parts: Vec<Part> = opening.parts().collect();
        let kind = words::kind(kinds, &self.meeting.kind, language);
        let mut facts = vec![
            (
                text("meeting-board"),
                self.board.name_in(language).to_owned(),
            ),
            (text("meeting-kind"), words::capitalised(kind)),
            (text("meeting-when"), words::when(language, self.meeting)),
        ];
        if self.stage != Stage::Meeting {
            facts.push((text("meeting-deadline"), self.due(language)));
        }
        if !self.meeting.place.is_empty() {
            facts.push((text("meeting-place"), self.meeting.place.clone()));
        }
        parts.push(Part::Facts(facts));
        if answers_by_link(self.stage, self.role) {
            parts.push(reply_link(language, base_url));
        }
        parts.push(Part::Action {
            label: text("deadline-mail-open"),
            url: format!("{base_url}{}", paths::meeting(self.meeting.id)),
        });
        parts.push(foot(self.board, self.role, language));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// Whether the one who gets it must do something, or should only know.
    fn asks(&self) -> bool {
        (self.stage.actor() == ToRole::Secretariat) == (self.role == ToRole::Secretariat)
    }

    /// The day and the clock that are told of; a meeting may begin at midnight, and no deadline is told by that.
    fn told(&self, due: NaiveDateTime) -> (NaiveDate, Option<NaiveTime>) {
        if self.stage == Stage::Meeting {
            (due.date(), Some(due.time()))
        } else {
            dates::due(due)
        }
    }

    fn due(&self, language: Language) -> String {
        let due = local(self.board.zone, self.deadline.utc());
        match self.told(due) {
            (day, None) => dates::long_date(language, day),
            (_, Some(_)) => dates::date_and_time(language, due),
        }
    }
}

/// Why they get it, and where an answer goes.
fn foot(board: &Board, role: ToRole, language: Language) -> Part {
    let role = crate::i18n::text(language, &format!("deadline-mail-role-{role}"), &[]);
    let foot = Said::new("deadline-mail-foot")
        .with("role", role)
        .with("board", board.name_in(language))
        .with("mailbox", board.mailbox.as_str());
    Part::Foot(foot.text(language))
}

fn tell_too_few(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let data = boards::data(conn, id::<BoardId>(occasion)?)?;
    let (role, _) = read_slot(&occasion.slot).context("a slot that names nobody")?;
    let day = occasion.about_day.context("a reminder of no year")?;
    let planned = around::ordinary_by_year(conn, data.board.id, day.year())?;
    let today = data.board.today(desk.now);
    let to = around::recipients(conn, data.board.id, role, today)?;
    if !lacks(day.year(), &data, &planned) {
        return Ok(Answer::Fulfilled);
    }
    let count = planned.get(&day.year()).copied().unwrap_or(0);
    let wanted = rules::wanted_in(day.year(), &data).unwrap_or(0);
    let lacking = TooFew {
        board: &data.board,
        wordings: &wordings::of_board(conn, data.board.id)?,
        role,
        year: day.year(),
        planned: count,
        wanted,
    };
    let mail = |to: crate::mail::Recipient| Mail {
        letter: lacking.letter(to.language, desk.base_url),
        reply_to: data.board.mailbox.clone(),
        to,
    };
    if to.is_empty() {
        return Ok(Answer::Nobody);
    }
    Ok(Answer::Tell(to.into_iter().map(mail).collect()))
}

fn after_too_few(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<()> {
    let data = boards::data(conn, id::<BoardId>(occasion)?)?;
    plan::replan_year(conn, &data, now)
}

/// A year with fewer ordinary meetings planned than the mandate asks for.
pub struct TooFew<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub role: ToRole,
    pub year: i32,
    pub planned: i64,
    pub wanted: i64,
}

impl TooFew<'_> {
    /// The letter to someone who reads this language.
    #[must_use]
    pub fn letter(&self, language: Language, base_url: &str) -> Letter {
        let values = [
            ("board", self.board.name_in(language).into()),
            ("year", self.year.to_string().into()),
            ("planned", self.planned.into()),
            ("wanted", self.wanted.into()),
        ];
        let opening = self
            .wordings
            .opening(&wording::too_few(), language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.push(Part::Action {
            label: Said::new("too-few-mail-open").text(language),
            url: format!("{base_url}{}", paths::year(self.board.id, self.year)),
        });
        parts.push(foot(self.board, self.role, language));
        Letter {
            subject: opening.subject,
            parts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::mail::letter::{Links, plain};

    fn kinds() -> Vec<(String, crate::db::types::Words)> {
        let words = [
            ("nb", "ordinært møte"),
            ("nn", "ordinært møte"),
            ("en", "ordinary meeting"),
        ];
        vec![("ordinary".into(), crate::db::types::Words::new(words))]
    }

    fn letter(stage: Stage, role: ToRole, is_overdue: bool, language: Language) -> Letter {
        let data = board_data();
        let meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let line = rules::deadlines(&meeting, &data);
        let dispatch = line
            .iter()
            .find(|deadline| deadline.stage == Stage::Dispatch);
        let reminder = Reminder {
            board: &data.board,
            wordings: &Wordings::default(),
            meeting: &meeting,
            stage,
            role,
            is_overdue,
            deadline: dispatch.unwrap().due_at,
        };
        reminder.letter(language, &kinds(), "https://x.example")
    }

    #[test]
    fn the_subject_says_act_thing_and_date() {
        let subject =
            |stage, role, overdue, language| letter(stage, role, overdue, language).subject;
        let (secretariat, member) = (ToRole::Secretariat, ToRole::Member);
        assert_eq!(
            subject(Stage::Dispatch, secretariat, false, Language::NB),
            "Send ut sakspapirer til møtet i Styringsrådet 17. mars: frist onsdag 10. mars"
        );
        assert_eq!(
            subject(Stage::Dispatch, secretariat, true, Language::NN),
            "Send ut sakspapir til møtet i Styringsrådet 17. mars: fristen var onsdag 10. mars"
        );
        assert_eq!(
            subject(Stage::Reply, member, false, Language::EN),
            "Say whether you come to the meeting of The Board 17 March: by Wednesday 10 March"
        );
        assert_eq!(
            subject(Stage::Meeting, member, false, Language::NB),
            "Møte i Styringsrådet onsdag 10. mars kl.\u{a0}15.00"
        );
    }

    #[test]
    fn a_professional_day_is_called_so_with_all_its_days() {
        let data = board_data();
        let meeting = meeting(&data, "professional_day", &["2027-10-20", "2027-10-21"]);
        let kinds = [(
            "professional_day".to_owned(),
            crate::db::types::Words::new([
                ("nb", "fagdag"),
                ("nn", "fagdag"),
                ("en", "professional day"),
            ]),
        )];
        let wordings = Wordings::default();
        let mut reminder = Reminder {
            board: &data.board,
            wordings: &wordings,
            meeting: &meeting,
            stage: Stage::Meeting,
            role: ToRole::Member,
            is_overdue: false,
            deadline: at("2027-10-20T07:00:00Z"),
        };
        assert_eq!(
            reminder.subject(Language::NB, &kinds),
            "Fagdag i Styringsrådet 20.–21. oktober, onsdag kl.\u{a0}09.00"
        );
        assert_eq!(
            reminder.subject(Language::EN, &kinds),
            "Professional day of The Board 20–21 October, Wednesday 09:00"
        );
        // The secretariat is told what to do.
        reminder.role = ToRole::Secretariat;
        let subject = reminder.subject(Language::NB, &kinds);
        assert!(subject.starts_with("Gjør klart til møtet"), "{subject}");
    }

    #[test]
    fn a_deadline_at_midnight_is_told_by_the_day_that_ends() {
        let data = board_data();
        let meeting = meeting(&data, "ordinary", &["2027-03-17"]);
        let reminder = Reminder {
            board: &data.board,
            wordings: &Wordings::default(),
            meeting: &meeting,
            stage: Stage::Dispatch,
            role: ToRole::Secretariat,
            is_overdue: false,
            // The end of 9 March in Oslo.
            deadline: at("2027-03-09T23:00:00Z"),
        };
        let letter = reminder.letter(Language::NB, &kinds(), "https://x.example");
        let text = plain(&letter, Links::Hidden(Language::NB)) + &letter.subject;
        assert!(text.contains("tirsdag 9. mars"), "{text}");
        assert!(
            !text.contains("00.00") && !text.contains("10. mars"),
            "{text}"
        );
    }

    #[test]
    fn f18_every_letter_is_written_in_every_language() {
        for language in Language::OWN {
            for (stage, role) in Stage::ALL
                .iter()
                .flat_map(|stage| ToRole::ALL.iter().map(move |role| (*stage, *role)))
            {
                for is_overdue in [false, true] {
                    let letter = letter(stage, role, is_overdue, language);
                    let text = plain(&letter, Links::Hidden(language)) + &letter.subject;
                    for raw in ["deadline-mail", "{", "meeting-", "stage-"] {
                        assert!(!text.contains(raw), "{stage} {role} {language:?}: {text}");
                    }
                    assert!(text.contains("https://x.example/meetings/"));
                    assert!(text.contains("styringsradet@digdir.example"));
                }
            }
        }
    }
}
