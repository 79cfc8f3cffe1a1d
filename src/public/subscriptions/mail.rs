//! The mail of subscriptions: the question whether an address wants it, and what tells of minutes, one by one or once a week.
//!
//! Each ends with the way out, which mail programs find in a header too (RFC 8058). What minutes are called and where they
//! are read is handed in by whoever publishes them: nothing is told of what is not out when the mail goes.

use super::rules::{self, untold_since};
use super::{
    Again, Frequency, Published, State, Subscriber, Subscription, found, plan, store, wording,
};
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::code_words::{self, CodeWord};
use crate::db::ids::BoardId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, dates, text};
use crate::mail::letter::MESSAGE;
use crate::mail::wording::{Wordings, store as wordings};
use crate::mail::{After, Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::meetings::{Meeting, store as meetings, words};
use crate::people::today;
use crate::web::paths;

/// Asks an address whether it wants a board's mail.
pub const ASKED: &str = "subscription-asked";
/// Minutes are published.
pub const PUBLISHED: &str = "minutes-published";
/// What was published since a subscriber was last told.
pub const DIGEST: &str = "minutes-digest";
/// What the link to a subscription is signed for.
pub const PURPOSE: &str = "subscription";
/// What the link that ends it is signed for.
pub const END: &str = "unsubscribe";

/// How a kind answers when its occasion is due.
pub type Tell = fn(&mut Conn, &Occasion, &Desk<'_>) -> Result<Answer>;

/// The kinds of mail of this slice.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let kind = |code, class, answer: Tell, after| Kind {
        code,
        class,
        answer,
        after,
    };
    let told: After = |conn, occasion, now| store::mark_told(conn, occasion.id, now);
    vec![
        kind(ASKED, Class::AtOnce, |_, _, _| Ok(Answer::Fulfilled), None),
        kind(PUBLISHED, Class::OnYourClick, found::each, Some(after_each)),
        kind(DIGEST, Class::ByItself, found::weekly, Some(told)),
    ]
}

/// What is out is told in the next weekly mail too, to those who read that.
fn after_each(conn: &mut Conn, occasion: &Occasion, now: Moment) -> Result<()> {
    store::mark_told(conn, occasion.id, now)?;
    match found::out(conn, &occasion.object_id)? {
        Some(of) => plan::weekly(conn, of.board, now),
        None => Ok(()),
    }
}

/// What every letter knows.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub base_url: &'a str,
}

/// Minutes with their meeting.
pub(super) struct Minutes<'a> {
    pub published: &'a Published,
    pub meeting: &'a Meeting,
    pub kinds: &'a [CodeWord],
    /// Where the reader was told of them before.
    pub again: Option<&'a Again>,
}

impl Minutes<'_> {
    /// By kind and day: a title could be for members alone.
    fn called(&self, language: Language) -> String {
        let kind = words::kind(self.kinds, &self.meeting.kind, language);
        let day = dates::date(language, self.published.day);
        format!("{} {day}", words::capitalised(kind))
    }
}

impl Facts<'_> {
    /// The question, or, to an address that has confirmed, that it subscribes already. None to nobody.
    pub(super) fn asked(&self, of: &Subscription) -> Option<Mail> {
        let to = recipient(of)?;
        let is_known = of.state == State::Confirmed;
        let letter = self.question(of.language, of.frequency, is_known);
        Some(self.mail(to, letter))
    }

    pub(super) fn question(&self, language: Language, how: Frequency, is_known: bool) -> Letter {
        let t = |key: &str| text(language, key, &[]);
        let board = self.board.name_in(language);
        let values = [("board", board.into())];
        let passage = wording::asked(is_known);
        let opening = self.wordings.opening(&passage, language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        parts.push(Part::Facts(vec![
            (t("subscribe-mail-board"), board.to_owned()),
            (t("subscribe-mail-how"), t(how_key(how))),
        ]));
        let action = if is_known {
            "subscribe-mail-change"
        } else {
            "subscribe-mail-confirm"
        };
        parts.push(Part::PersonalLink {
            label: t(action),
            url: format!("{}{}", self.base_url, paths::subscription_start(MESSAGE)),
            purpose: PURPOSE.to_owned(),
        });
        if !is_known {
            parts.push(Part::Paragraph(t("subscribe-mail-not-asked")));
        }
        parts.extend(self.foot(language, is_known));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// That minutes are out, with what may be named of them.
    pub(super) fn each(&self, of: &Minutes<'_>, language: Language, items: &[String]) -> Letter {
        let t = |key: &str| text(language, key, &[]);
        let board = self.board.name_in(language);
        let days = words::days(language, of.meeting);
        let values = [("board", board.into()), ("meeting", days.into())];
        let passage = match of.again {
            Some(_) => wording::published_again(),
            None => wording::published(),
        };
        let opening = (self.wordings).opening(&passage, language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        let mut facts = vec![
            (t("subscribe-mail-board"), board.to_owned()),
            (t("subscribe-mail-meeting"), of.called(language)),
        ];
        let reason = of.again.map(|again| again.reason.clone());
        if let Some(reason) = reason.filter(|reason| !reason.is_empty()) {
            facts.push((t("subscribe-mail-why"), reason));
        }
        parts.push(Part::Facts(facts));
        parts.push(listed(language, items));
        parts.push(Part::Action {
            label: t("subscribe-mail-read"),
            url: format!("{}{}", self.base_url, of.published.url_path),
        });
        parts.extend(self.foot(language, true));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// Everything that came out, meeting by meeting.
    pub(super) fn weekly(
        &self,
        of: &[(Minutes<'_>, &[String])],
        language: Language,
        now: Moment,
    ) -> Letter {
        let board = self.board.name_in(language);
        let date = dates::date(language, self.board.today(now));
        let values = [("board", board.into()), ("date", date.into())];
        let opening = (self.wordings).opening(&wording::weekly(), language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        for (minutes, items) in of {
            parts.push(Part::Heading(minutes.called(language)));
            parts.extend(minutes.again.map(|again| said_again(again, language)));
            parts.push(listed(language, items));
            parts.push(Part::Links {
                label: text(language, "subscribe-mail-minutes", &[]),
                links: vec![(
                    minutes.called(language),
                    format!("{}{}", self.base_url, minutes.published.url_path),
                )],
            });
        }
        parts.extend(self.foot(language, true));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// The way out, and why the reader gets this.
    fn foot(&self, language: Language, subscribes: bool) -> [Part; 2] {
        let values = [("board", self.board.name_in(language).into())];
        let (out, foot) = if subscribes {
            ("subscribe-mail-end", "subscribe-mail-foot")
        } else {
            ("subscribe-mail-no", "subscribe-mail-foot-asked")
        };
        [
            Part::Unsubscribe {
                label: text(language, out, &[]),
                url: format!("{}{}", self.base_url, paths::unsubscribe_start(MESSAGE)),
                purpose: END.to_owned(),
            },
            Part::Foot(text(language, foot, &values)),
        ]
    }

    fn mail(&self, to: Recipient, letter: Letter) -> Mail {
        Mail {
            to,
            letter,
            reply_to: self.board.mailbox.clone(),
        }
    }
}

/// That minutes in a weekly mail came out again, and why where there is a reason.
fn said_again(again: &Again, language: Language) -> Part {
    let said = if again.reason.is_empty() {
        text(language, "subscribe-mail-changed", &[])
    } else {
        let reason = [("reason", again.reason.as_str().into())];
        text(language, "subscribe-mail-corrected", &reason)
    };
    Part::Paragraph(said)
}

fn listed(language: Language, items: &[String]) -> Part {
    Part::List {
        label: text(language, "subscribe-mail-items", &[]),
        lines: items.to_vec(),
    }
}

/// The text key of how often somebody is told.
#[must_use]
pub fn how_key(how: Frequency) -> &'static str {
    match how {
        Frequency::Each => "subscribe-each",
        Frequency::Weekly => "subscribe-weekly",
    }
}

fn recipient(of: &Subscription) -> Option<Recipient> {
    Some(Recipient {
        key: store::recipient(of.id),
        person: of.person,
        name: of.name.clone(),
        address: of.address.clone()?,
        language: of.language,
    })
}

/// Tells of one publication: `find` says what is out of the occasion's object, and none where it was taken back.
///
/// # Errors
/// When the database fails.
pub fn tell_each(
    conn: &mut Conn,
    occasion: &Occasion,
    desk: &Desk<'_>,
    find: impl FnOnce(&mut Conn, &str) -> Result<Option<Published>>,
) -> Result<Answer> {
    let Some(published) = find(conn, &occasion.object_id)? else {
        return Ok(Answer::NothingToTell);
    };
    let told = store::confirmed(conn, published.board, Frequency::Each, today(desk.now))?;
    let board = boards::board(conn, published.board)?;
    let facts = Facts {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        base_url: desk.base_url,
    };
    let meeting = meetings::meeting(conn, published.meeting)?;
    let kinds = code_words::list(conn, "meeting_kind")?;
    let mail = |one: &Subscriber| {
        let to = recipient(&one.subscription)?;
        let items = rules::items(one, &published)?;
        let minutes = Minutes {
            published: &published,
            meeting: &meeting,
            kinds: &kinds,
            again: rules::again(&one.subscription, &published),
        };
        let letter = facts.each(&minutes, to.language, items);
        Some(facts.mail(to, letter))
    };
    let told = rules::each_once(told);
    Ok(answer(told.iter().filter_map(mail).collect()))
}

/// Tells what a board has published since each was last told: `find` says what is out that came after a moment, the first
/// first.
///
/// # Errors
/// When the database fails.
pub fn tell_weekly(
    conn: &mut Conn,
    occasion: &Occasion,
    desk: &Desk<'_>,
    find: impl FnOnce(&mut Conn, BoardId, Moment) -> Result<Vec<Published>>,
) -> Result<Answer> {
    let Some(id) = occasion.board_id else {
        return Ok(Answer::NothingToTell);
    };
    let told = store::confirmed(conn, id, Frequency::Weekly, today(desk.now))?;
    let told = rules::each_once(told);
    let since = told.iter().map(|one| untold_since(&one.subscription)).min();
    let Some(since) = since else {
        return Ok(Answer::NothingToTell);
    };
    let published = find(conn, id, since)?;
    let board = boards::board(conn, id)?;
    let facts = Facts {
        board: &board,
        wordings: &wordings::of_board(conn, board.id)?,
        base_url: desk.base_url,
    };
    let kinds = code_words::list(conn, "meeting_kind")?;
    let mut of_meetings = Vec::with_capacity(published.len());
    for one in &published {
        of_meetings.push((one, meetings::meeting(conn, one.meeting)?));
    }
    let mail = |one: &Subscriber| {
        let to = recipient(&one.subscription)?;
        let news = rules::news(&one.subscription, &published);
        let of = of_meetings.iter().filter(|(of, _)| news.contains(of));
        let of = of.filter_map(|(published, meeting)| {
            let minutes = Minutes {
                published,
                meeting,
                kinds: &kinds,
                again: rules::again(&one.subscription, published),
            };
            Some((minutes, rules::items(one, published)?))
        });
        let of: Vec<_> = of.collect();
        let letter = (!of.is_empty()).then(|| facts.weekly(&of, to.language, desk.now));
        letter.map(|letter| facts.mail(to, letter))
    };
    Ok(answer(told.iter().filter_map(mail).collect()))
}

/// That nobody subscribes is no alarm.
fn answer(mails: Vec<Mail>) -> Answer {
    if mails.is_empty() {
        Answer::NothingToTell
    } else {
        Answer::Tell(mails)
    }
}
