//! What the weekly mail says. Its lines are the single mails' own subjects, so that a thing is called the same in both,
//! and holds no word that a single mail would not.

use super::rules::{Span, to_ask};
use super::{Line, plan, store};
use crate::annual_plan;
use crate::boards::{self, Board, BoardData, store as board_rows};
use crate::calendar::local;
use crate::composition;
use crate::councils;
use crate::db::Conn;
use crate::db::ids::{OccasionId, PersonId};
use crate::db::types::Moment;
use crate::desk::rules::audience;
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, dates};
use crate::mail::digest::Thing;
use crate::mail::{
    Answer, Desk, Kind, Letter, Mail, Occasion, OccasionState, Part, Recipient, Wanted,
};
use crate::meetings::store::around;
use crate::meetings::{self, MeetingState, words};
use crate::people::store as people;
use crate::related;
use crate::web::access::Role;
use crate::web::paths;
use chrono::Duration;
use std::collections::BTreeSet;

/// How far ahead meetings are told of.
const MEETINGS_AHEAD: Duration = Duration::weeks(4);

/// Asks every board that the reader's mail is about what there is to tell. Nothing is no mail.
///
/// # Errors
/// When the database fails.
pub fn answer(conn: &mut Conn, due: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let Some(to) = recipient(conn, plan::reader_of(due)?)? else {
        return Ok(Answer::NothingToTell);
    };
    let reader = plan::reader_of(due)?;
    let readers = store::readers(conn, &BTreeSet::from([reader]), desk.now)?;
    let boards = readers.boards_at(reader, desk.now);
    let kinds: Vec<Kind> = [
        boards::mail::kinds(),
        meetings::mail::kinds(),
        composition::mail::kinds(),
        councils::mail::kinds(),
        annual_plan::mail::kinds(),
        related::mail::kinds(),
    ]
    .concat();
    let mut told = Vec::new();
    for board in boards {
        // A board's mail that was switched on since the week began has single reminders until the next.
        let Some(mail_on_from) = board.mail_on_from.filter(|from| *from <= due.due) else {
            continue;
        };
        let span = Span {
            due: due.due,
            expires: due.expires,
            now: desk.now,
            mail_on_from,
        };
        let roles = readers.roles(reader, board.id, board.today(desk.now));
        let lines = lines(conn, board, (reader, &roles), span, &kinds, desk)?;
        if !lines.is_empty() {
            let coming = coming(conn, board, to.language, desk)?;
            told.push(OfBoard {
                board,
                is_secretary: roles.contains(&Role::Secretariat),
                lines,
                coming,
            });
        }
    }
    if told.is_empty() {
        return Ok(Answer::NothingToTell);
    }
    told.sort_by_key(|of| of.lines.first().map(|line| line.deadline));
    let things = told.iter().flat_map(|of| &of.lines);
    let things = things.map(|line| line.thing.clone()).collect();
    let mail = Mail {
        letter: letter(&told, due.expires, to.language, desk.base_url),
        reply_to: told[0].board.mailbox.clone(),
        to,
    };
    Ok(Answer::TellTogether(Box::new(mail), things))
}

/// The reader, if they are still here and can be written to.
fn recipient(conn: &mut Conn, id: PersonId) -> Result<Option<Recipient>> {
    let person = match people::person(conn, id) {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let to = |address| Recipient::person(id, person.name, address, person.language);
    Ok(person.address.map(to))
}

/// What one reader is told of one board, in the order it is due: each thing that a single mail would tell them of.
fn lines(
    conn: &mut Conn,
    board: &Board,
    (reader, roles): (PersonId, &[Role]),
    span: Span,
    kinds: &[Kind],
    desk: &Desk<'_>,
) -> Result<Vec<Line>> {
    let data: BoardData = board_rows::data(conn, board.id)?;
    let mut all = board_rows::mail::all_reminders(conn, board.id)?;
    all.extend(meetings::plan::all_reminders(conn, &data, desk.now)?);
    all.extend(composition::plan::all_reminders(conn, board, desk.now)?);
    all.extend(councils::plan::all_reminders(conn, board)?);
    all.extend(related::plan::all_reminders(conn, board)?);
    all.extend(annual_plan::occasions::all_reminders(
        conn, &data, desk.now,
    )?);
    let mut lines = Vec::new();
    for about_one in to_ask(&all, span) {
        let theirs = about_one.into_iter().filter(|want| {
            let to = audience(want.key.kind, &want.key.slot, &data.reminders);
            to.iter()
                .filter_map(|to| to.role())
                .any(|role| roles.contains(&role))
        });
        for want in theirs {
            if let Some(line) = line(conn, board, reader, want, kinds, desk)? {
                lines.push(line);
                break;
            }
        }
    }
    Ok(lines)
}

/// The single mail that this reminder would be for this reader, as a line.
fn line(
    conn: &mut Conn,
    board: &Board,
    reader: PersonId,
    want: &Wanted,
    kinds: &[Kind],
    desk: &Desk<'_>,
) -> Result<Option<Line>> {
    let (Some(kind), Some(deadline)) = (
        kinds.iter().find(|kind| kind.code == want.key.kind),
        want.deadline,
    ) else {
        return Ok(None);
    };
    let Answer::Tell(mails) = (kind.answer)(conn, &imagined(board, want), desk)? else {
        return Ok(None);
    };
    let mail = mails
        .into_iter()
        .find(|mail| mail.to.person == Some(reader));
    Ok(mail.and_then(|mail| {
        let url = mail.letter.parts.into_iter().find_map(|part| match part {
            Part::Action { url, .. } => Some(url),
            _ => None,
        })?;
        Some(Line {
            thing: Thing {
                kind: want.key.kind.to_owned(),
                object_id: want.key.object_id.clone(),
                about_day: want.about_day,
            },
            text: mail.letter.subject,
            url,
            deadline,
            is_late: deadline <= desk.now,
        })
    }))
}

/// The occasion as the ledger would have it.
fn imagined(board: &Board, want: &Wanted) -> Occasion {
    Occasion {
        id: OccasionId::new(),
        kind: want.key.kind.to_owned(),
        board_id: Some(board.id),
        object_kind: want.object_kind.to_owned(),
        object_id: want.key.object_id.clone(),
        slot: want.key.slot.clone(),
        occurrence: 0,
        about_day: Some(want.about_day),
        deadline: want.deadline,
        due: want.due,
        expires: want.expires,
        state: OccasionState::Planned,
        why: String::new(),
        settled_at: None,
    }
}

/// The board's meetings of the next weeks, by kind and day: a title could be confidential.
fn coming(
    conn: &mut Conn,
    board: &Board,
    language: Language,
    desk: &Desk<'_>,
) -> Result<Vec<(String, String)>> {
    let today = board.today(desk.now);
    let kinds = around::kinds(conn)?;
    let until = today + MEETINGS_AHEAD;
    let mut found = meetings::store::of_boards(conn, &[board.id], today, until)?;
    found.retain(|meeting| meeting.state != MeetingState::Cancelled);
    let link = |meeting: &meetings::Meeting| {
        let kind = words::capitalised(words::kind(&kinds, &meeting.kind, language));
        let text = Said::new("digest-meeting")
            .with("kind", kind)
            .with("when", words::when(language, meeting));
        let url = format!("{}{}", desk.base_url, paths::meeting(meeting.id));
        (text.text(language), url)
    };
    Ok(found.iter().map(link).collect())
}

/// One board's part of the mail.
struct OfBoard<'a> {
    board: &'a Board,
    is_secretary: bool,
    lines: Vec<Line>,
    coming: Vec<(String, String)>,
}

impl OfBoard<'_> {
    fn parts(&self, language: Language) -> Vec<Part> {
        let say = |key| Said::new(key).text(language);
        let lines = |late: bool| {
            let lines = self.lines.iter().filter(|line| line.is_late == late);
            lines
                .map(|line| (line.text.clone(), line.url.clone()))
                .collect::<Vec<_>>()
        };
        let lists = [
            ("digest-late", lines(true)),
            ("digest-to-come", lines(false)),
            ("digest-meetings", self.coming.clone()),
        ];
        let mut parts = vec![Part::Heading(self.board.name_in(language).to_owned())];
        let lists = lists.into_iter().filter(|(_, links)| !links.is_empty());
        parts.extend(lists.map(|(key, links)| Part::Links {
            label: say(key),
            links,
        }));
        parts
    }
}

fn letter(told: &[OfBoard<'_>], next: Moment, language: Language, base_url: &str) -> Letter {
    let first = &told[0];
    let zone = first.board.zone;
    let next = local(zone, next.utc()).date();
    let say = |key| {
        Said::new(key)
            .with("next", dates::weekday_and_day(language, next))
            .with("mailbox", first.board.mailbox.as_str())
            .text(language)
    };
    let is_secretary = told.iter().any(|of| of.is_secretary);
    let (open, page) = if is_secretary {
        ("digest-open-desk", paths::DESK)
    } else {
        ("digest-open-me", paths::ME)
    };
    let foot = if told.iter().all(|of| of.is_secretary) {
        "digest-foot-secretariat"
    } else {
        "digest-foot"
    };
    let mut parts = vec![Part::Paragraph(say("digest-intro"))];
    parts.extend(told.iter().flat_map(|of| of.parts(language)));
    parts.push(Part::Action {
        label: say(open),
        url: format!("{base_url}{page}"),
    });
    parts.push(Part::Foot(say(foot)));
    Letter {
        subject: subject(told, language),
        parts,
    }
}

/// “Følg opp 4 påminnelser fra Styringsrådet: den første gjelder onsdag 20. januar”.
fn subject(told: &[OfBoard<'_>], language: Language) -> String {
    let lines = || told.iter().flat_map(|of| &of.lines);
    let from = match told {
        [only] => only.board.name_in(language).to_owned(),
        several => Said::new("digest-boards")
            .with("count", several.len())
            .text(language),
    };
    let late = lines().filter(|line| line.is_late).count();
    let first = lines().map(|line| line.thing.about_day).min();
    let said = if late > 0 {
        Said::new("digest-subject-late").with("late", late)
    } else {
        let day = first.map(|day| dates::weekday_and_day(language, day));
        Said::new("digest-subject").with("first", day.unwrap_or_default())
    };
    said.with("count", lines().count())
        .with("from", from)
        .text(language)
}
