//! The letters of notices, in the reader's language: subject with act, thing and date, the secretariat's own words first,
//! then when and where.

use super::wording::Variant;
use super::{About, Notice, NoticeKind, own_words};
use crate::boards::Board;
use crate::calendar::local;
use crate::db::types::Moment;
use crate::i18n::{Language, Said, dates, text};
use crate::mail::invitation::AnswerLink;
use crate::mail::letter::MESSAGE;
use crate::mail::wording::{Opening, Wordings};
use crate::mail::{Letter, Part};
use crate::meetings::Meeting;
use crate::meetings::words::{self, Kinds};
use crate::web::access::Role;
use crate::web::paths;
use chrono::Datelike;

/// What personal links to answer by are signed for.
pub const REPLY: &str = "reply";

/// What every letter of a board needs.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub kinds: &'a Kinds,
    /// What links start with, without a slash at the end.
    pub base_url: &'a str,
}

/// Who reads it, as far as the letter differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub language: Language,
    /// What they are on the board; none for who was told and sits no longer.
    pub role: Option<Role>,
    pub is_deputy: bool,
    /// Whether they are asked to come, and so get a link to answer by.
    pub is_asked: bool,
    /// Whether they may open the meeting's page.
    pub opens_pages: bool,
}

/// The letter of a notice about these of its meetings.
#[must_use]
pub fn letter(notice: &Notice, about: &[&About], reader: Reader, around: &Around<'_>) -> Letter {
    let language = reader.language;
    let opening = opening(notice, about, reader, around);
    let mut parts = paragraphs(own_words(&notice.paragraph, language, around.board));
    parts.extend(opening.parts());
    let asks_anew = notice.kind == NoticeKind::Change && reader.is_asked;
    if asks_anew && about.iter().any(|one| is_on_another_day(one)) {
        let again = Said::new("notice-mail-answer-anew").text(language);
        parts.push(Part::Paragraph(again));
    }
    match (notice.kind, about) {
        (NoticeKind::Message, _) => {}
        (NoticeKind::SaveTheDate, several) if several.len() > 1 => {
            parts.push(Part::Facts(list(several, language, around)));
        }
        (NoticeKind::Change, [one]) => {
            let mut lines = changes(one, language, around);
            lines.extend(stand_in(one, language));
            parts.push(Part::Facts(lines));
        }
        (_, several) => {
            for one in several {
                let reply_by = one.told.reply_by.filter(|_| reader.is_asked);
                let mut lines = facts(&one.meeting, reply_by, language, around);
                lines.extend(stand_in(one, language));
                parts.push(Part::Facts(lines));
            }
        }
    }
    if reader.is_asked && notice.kind.asks() && about.len() == 1 {
        parts.push(reply_link(language, around.base_url));
    }
    if reader.opens_pages {
        parts.push(open_link(notice, about, language, around));
    }
    parts.push(foot(reader, around.board));
    Letter {
        subject: opening.subject,
        parts,
    }
}

/// Whether answers that were given before count no longer.
fn is_on_another_day(about: &About) -> bool {
    let before = about.before.as_ref().and_then(|told| told.sessions.first());
    before.is_some_and(|before| before.day != about.meeting.first_day())
}

/// Own words, a paragraph for each that an empty line ends.
fn paragraphs(text: &str) -> Vec<Part> {
    let parts = text.split("\n\n").map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| Part::Paragraph(part.to_owned()))
        .collect()
}

/// The subject, and what follows the secretariat's own words: of a message nothing.
fn opening(notice: &Notice, about: &[&About], reader: Reader, around: &Around<'_>) -> Opening {
    let language = reader.language;
    let alone = |subject: &str| Opening {
        subject: subject.to_owned(),
        paragraphs: Vec::new(),
    };
    if notice.kind == NoticeKind::Message {
        return alone(own_words(&notice.subject, language, around.board));
    }
    let board = around.board.name_in(language);
    let Some(first) = about.first() else {
        return alone(board);
    };
    let days = |meeting: &Meeting| words::days(language, meeting);
    let due = first.told.reply_by.filter(|_| reader.is_asked);
    let before = (first.before.as_ref())
        .filter(|_| notice.kind == NoticeKind::Change)
        .map(|told| days(&told.meeting(first.meeting.id, first.meeting.board)))
        .filter(|before| *before != days(&first.meeting));
    let variant = match notice.kind {
        NoticeKind::SaveTheDate if about.len() > 1 => Variant::Year,
        NoticeKind::SaveTheDate => Variant::SaveTheDate,
        NoticeKind::Call if due.is_some() => Variant::CallAsked,
        NoticeKind::Call if reader.is_asked => Variant::CallOpen,
        NoticeKind::Call => Variant::CallKnow,
        NoticeKind::Change if before.is_some() => Variant::Moved,
        NoticeKind::Change => Variant::Changed,
        NoticeKind::Cancellation | NoticeKind::Message => Variant::Cancelled,
    };
    let mut values = vec![
        ("board", board.into()),
        ("meeting", days(&first.meeting).into()),
        ("year", first.meeting.first_day().year().to_string().into()),
        ("mailbox", around.board.mailbox.as_str().into()),
    ];
    if let Some(due) = due {
        let due = local(around.board.zone, due.utc());
        let (day, _) = dates::due(due);
        let day = dates::day_within(language, day, first.meeting.first_day().year());
        values.push(("due", day.into()));
        values.push(("deadline", dates::deadline(language, due).into()));
    }
    values.extend(before.map(|before| ("before", before.into())));
    around
        .wordings
        .opening(&variant.passage(), language, &values)
}

/// When and where a meeting is.
#[must_use]
pub fn facts(
    meeting: &Meeting,
    reply_by: Option<Moment>,
    language: Language,
    around: &Around<'_>,
) -> Vec<(String, String)> {
    let say = |key: &'static str| Said::new(key).text(language);
    let kind = words::kind(around.kinds, &meeting.kind, language);
    let mut facts = vec![
        (
            say("meeting-board"),
            around.board.name_in(language).to_owned(),
        ),
        (say("meeting-kind"), words::capitalised(kind)),
        (say("meeting-when"), words::when(language, meeting)),
    ];
    if !meeting.place.is_empty() {
        facts.push((say("meeting-place"), meeting.place.clone()));
    }
    if !meeting.video_link.is_empty() {
        facts.push((say("meeting-video-link"), meeting.video_link.clone()));
    }
    if let Some(due) = reply_by {
        let due = local(around.board.zone, due.utc());
        facts.push((say("notice-mail-reply-by"), dates::deadline(language, due)));
    }
    facts
}

/// Who leads the meeting, where that is not the chair: only then is it news.
fn stand_in(about: &About, language: Language) -> Option<(String, String)> {
    let name = about.stand_in.clone()?;
    Some((leader_label(language), name))
}

/// What whoever leads a meeting is called.
#[must_use]
pub fn leader_label(language: Language) -> String {
    text(language, "meeting-leader", &[])
}

/// What a meeting is now, with what it was told to be where that differs (F31: what did not change stands too).
fn changes(about: &About, language: Language, around: &Around<'_>) -> Vec<(String, String)> {
    let now = facts(&about.meeting, about.told.reply_by, language, around);
    let Some(before) = &about.before else {
        return now;
    };
    let then = before.meeting(about.meeting.id, about.meeting.board);
    let then = facts(&then, before.reply_by, language, around);
    let was = |label: &str| {
        let found = then.iter().find(|(of, _)| of == label);
        found.map(|(_, value)| value.clone())
    };
    let mut lines: Vec<(String, String)> = now
        .iter()
        .map(|(label, value)| match was(label) {
            Some(old) if old == *value => (label.clone(), value.clone()),
            old => {
                let old = old.unwrap_or_else(|| Said::new("notice-mail-nothing").text(language));
                let said = Said::new("notice-mail-was")
                    .with("now", value.as_str())
                    .with("before", old);
                (label.clone(), said.text(language))
            }
        })
        .collect();
    let gone = then
        .iter()
        .filter(|(label, _)| now.iter().all(|(of, _)| of != label));
    lines.extend(gone.map(|(label, old)| {
        let said = Said::new("notice-mail-was")
            .with("now", Said::new("notice-mail-nothing").text(language))
            .with("before", old.as_str());
        (label.clone(), said.text(language))
    }));
    lines
}

/// Several meetings, a line each: what, and when.
fn list(about: &[&About], language: Language, around: &Around<'_>) -> Vec<(String, String)> {
    let line = |one: &&About| {
        let kind = words::kind(around.kinds, &one.meeting.kind, language);
        let mut when = words::when(language, &one.meeting);
        if !one.meeting.place.is_empty() {
            when = format!("{when}, {}", one.meeting.place);
        }
        (words::capitalised(kind), when)
    };
    about.iter().map(line).collect()
}

/// The link to answer by.
#[must_use]
pub fn reply_link(language: Language, base_url: &str) -> Part {
    let link = answer_link(language, base_url);
    Part::PersonalLink {
        label: link.label,
        url: link.url,
        purpose: link.purpose,
    }
}

/// The same link for the words of a calendar entry.
#[must_use]
pub fn answer_link(language: Language, base_url: &str) -> AnswerLink {
    AnswerLink {
        label: Said::new("notice-mail-answer").text(language),
        url: format!("{base_url}{}", paths::reply_start(MESSAGE)),
        purpose: REPLY.to_owned(),
    }
}

fn open_link(notice: &Notice, about: &[&About], language: Language, around: &Around<'_>) -> Part {
    let (key, path) = match about {
        [only] => ("deadline-mail-open", paths::meeting(only.meeting.id)),
        [] => ("notice-mail-open-board", paths::board(notice.board)),
        [first, ..] => {
            let year = first.meeting.first_day().year();
            ("too-few-mail-open", paths::year(notice.board, year))
        }
    };
    Part::Action {
        label: text(language, key, &[]),
        url: format!("{}{path}", around.base_url),
    }
}

/// Why they get it, and where an answer by mail goes.
#[must_use]
pub fn foot(reader: Reader, board: &Board) -> Part {
    let language = reader.language;
    let said = match reader.role {
        _ if reader.is_deputy => Said::new("notice-mail-foot-deputy"),
        Some(role) => {
            let role = text(language, &format!("deadline-mail-role-{role}"), &[]);
            Said::new("deadline-mail-foot").with("role", role)
        }
        None => Said::new("notice-mail-foot-told"),
    };
    let said = said
        .with("board", board.name_in(language))
        .with("mailbox", board.mailbox.as_str());
    Part::Foot(said.text(language))
}
