//! The rows of boards. Reading is here; what changes them stands in the files beside.

use super::{
    Board, BoardData, DeadlineRule, Mandate, ReminderKind, ReminderRule, ReminderUnit, Rule,
    Sitting, Strength, ToRole,
};
use crate::calendar::{
    Closure, ClosureKind, Counting, HolidaySet, Offset, Period, WorkCalendar, local_date,
    parse_zone,
};
use crate::db::Conn;
use crate::db::ids::{AppointmentId, BoardId, MandateId, OrganisationId, PersonId, RowId};
use crate::db::schema::{
    appointment, board, closure, deadline_rule, mandate_rule, mandate_version, person,
    reminder_rule, representation,
};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::mail::Recipient;
use crate::web::access::Role;
use crate::web::{OfBoard, Roles};
use anyhow::Context;
use chrono::{NaiveDate, NaiveTime, Weekday};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = board)]
struct BoardRow {
    id: BoardId,
    slug: String,
    parent_id: Option<BoardId>,
    kind: String,
    name: Words,
    zone: String,
    holiday_set: String,
    languages: String,
    liked_weekdays: String,
    liked_start: NaiveTime,
    liked_end: NaiveTime,
    mailbox: String,
    chair_counts: bool,
    parent_secretariat: bool,
    mail_on_from: Option<Moment>,
    version: i64,
}

impl TryFrom<BoardRow> for Board {
    type Error = Error;

    fn try_from(row: BoardRow) -> Result<Self> {
        let zone = parse_zone(&row.zone)
            .with_context(|| format!("board {} has the unknown zone {}", row.id, row.zone))?;
        let holidays = HolidaySet::from_code(&row.holiday_set).with_context(|| {
            format!(
                "board {} has the unknown holiday set {}",
                row.id, row.holiday_set
            )
        })?;
        Ok(Self {
            id: row.id,
            slug: row.slug,
            parent: row.parent_id,
            kind: row.kind,
            name: row.name,
            zone,
            calendar: WorkCalendar { holidays },
            languages: row
                .languages
                .split(',')
                .filter_map(Language::from_tag)
                .collect(),
            liked_weekdays: weekdays(&row.liked_weekdays),
            liked_start: row.liked_start,
            liked_end: row.liked_end,
            mailbox: row.mailbox,
            chair_counts: row.chair_counts,
            parent_secretariat: row.parent_secretariat,
            mail_on_from: row.mail_on_from,
            version: row.version,
        })
    }
}

/// Weekdays are stored as ISO numbers, Monday 1, in order of liking: `3,2,4`.
#[must_use]
pub fn weekdays(text: &str) -> Vec<Weekday> {
    let numbers = text
        .split(',')
        .filter_map(|number| number.trim().parse::<u8>().ok());
    numbers
        .filter_map(|number| Weekday::try_from(number.checked_sub(1)?).ok())
        .collect()
}

/// One board.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn board(conn: &mut Conn, id: BoardId) -> Result<Board> {
    board::table
        .find(id)
        .select(BoardRow::as_select())
        .first(conn)?
        .try_into()
}

/// Every board, parents before their councils, then by slug.
///
/// # Errors
/// When the database fails.
pub fn boards(conn: &mut Conn) -> Result<Vec<Board>> {
    let rows: Vec<BoardRow> = board::table.select(BoardRow::as_select()).load(conn)?;
    let mut boards: Vec<Board> = rows
        .into_iter()
        .map(Board::try_from)
        .collect::<Result<_>>()?;
    boards.sort_by_key(|board| (board.parent.is_some(), board.slug.clone()));
    Ok(boards)
}

impl OfBoard for Board {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        board(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.id
    }
}

/// A board with everything its rules read, in five queries.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn data(conn: &mut Conn, id: BoardId) -> Result<BoardData> {
    Ok(BoardData {
        board: board(conn, id)?,
        mandates: mandates(conn, id)?,
        closures: closures(conn, id)?,
        reminders: reminders(conn, id)?,
    })
}

/// A board's mandate versions with their rules, oldest first.
///
/// # Errors
/// When the database fails.
pub fn mandates(conn: &mut Conn, of: BoardId) -> Result<Vec<Mandate>> {
    type Row = (MandateId, String, NaiveDate, Option<NaiveDate>, String, i64);
    let columns = (
        mandate_version::id,
        mandate_version::label,
        mandate_version::valid_from,
        mandate_version::valid_until,
        mandate_version::decision,
        mandate_version::version,
    );
    let rows: Vec<Row> = mandate_version::table
        .filter(mandate_version::board_id.eq(of))
        .order(mandate_version::valid_from.asc())
        .select(columns)
        .load(conn)?;
    let mut mandates: Vec<Mandate> = rows
        .into_iter()
        .map(|(id, label, from, until, decision, version)| Mandate {
            id,
            board: of,
            label,
            period: Period { from, until },
            decision,
            rules: Vec::new(),
            deadlines: Vec::new(),
            version,
        })
        .collect();
    let ids: Vec<MandateId> = mandates.iter().map(|mandate| mandate.id).collect();
    for (id, rule) in rules(conn, &ids)? {
        mandates
            .iter_mut()
            .filter(|mandate| mandate.id == id)
            .for_each(|mandate| mandate.rules.push(rule.clone()));
    }
    for (id, rule) in deadline_rules(conn, &ids)? {
        mandates
            .iter_mut()
            .filter(|mandate| mandate.id == id)
            .for_each(|mandate| mandate.deadlines.push(rule.clone()));
    }
    Ok(mandates)
}

fn rules(conn: &mut Conn, of: &[MandateId]) -> Result<Vec<(MandateId, Rule)>> {
    type Row = (
        MandateId,
        RowId,
        String,
        String,
        i64,
        Option<i64>,
        Strength,
        Words,
        String,
    );
    let columns = (
        mandate_rule::mandate_id,
        mandate_rule::id,
        mandate_rule::kind,
        mandate_rule::subject,
        mandate_rule::position,
        mandate_rule::quantity,
        mandate_rule::strength,
        mandate_rule::words,
        mandate_rule::paragraph,
    );
    let rows: Vec<Row> = mandate_rule::table
        .filter(mandate_rule::mandate_id.eq_any(of))
        .order((mandate_rule::position.asc(), mandate_rule::id.asc()))
        .select(columns)
        .load(conn)?;
    let rule =
        |(mandate, id, kind, subject, position, quantity, strength, words, paragraph): Row| {
            (
                mandate,
                Rule {
                    id,
                    kind,
                    subject,
                    position,
                    quantity,
                    strength,
                    words,
                    paragraph,
                },
            )
        };
    Ok(rows.into_iter().map(rule).collect())
}

fn deadline_rules(conn: &mut Conn, of: &[MandateId]) -> Result<Vec<(MandateId, DeadlineRule)>> {
    type Row = (
        MandateId,
        RowId,
        String,
        String,
        i64,
        String,
        NaiveTime,
        Strength,
        String,
    );
    let columns = (
        deadline_rule::mandate_id,
        deadline_rule::id,
        deadline_rule::meeting_kind,
        deadline_rule::stage,
        deadline_rule::days,
        deadline_rule::counting,
        deadline_rule::at_time,
        deadline_rule::strength,
        deadline_rule::paragraph,
    );
    let rows: Vec<Row> = deadline_rule::table
        .filter(deadline_rule::mandate_id.eq_any(of))
        .select(columns)
        .load(conn)?;
    rows.into_iter()
        .map(
            |(mandate, id, meeting_kind, stage, days, counting, time, strength, paragraph)| {
                let counting = Counting::from_code(&counting)
                    .context("a deadline rule counts in an unknown way")?;
                Ok((
                    mandate,
                    DeadlineRule {
                        id,
                        meeting_kind,
                        stage,
                        offset: Offset {
                            days,
                            counting,
                            time,
                        },
                        strength,
                        paragraph,
                    },
                ))
            },
        )
        .collect()
}

/// The weeks a board keeps free. Labels are in no language here: the first there is.
///
/// # Errors
/// When the database fails.
pub fn closures(conn: &mut Conn, of: BoardId) -> Result<Vec<Closure>> {
    type Row = (String, NaiveDate, NaiveDate, Words);
    let columns = (
        closure::kind,
        closure::valid_from,
        closure::valid_until,
        closure::label,
    );
    let rows: Vec<Row> = closure::table
        .filter(closure::board_id.eq(of))
        .order(closure::valid_from.asc())
        .select(columns)
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, from, until, label)| {
            let kind = ClosureKind::from_code(&kind).context("a closure of an unknown kind")?;
            Ok(Closure {
                kind,
                period: Period {
                    from,
                    until: Some(until),
                },
                label: label.in_language("nb").to_owned(),
            })
        })
        .collect()
}

/// Who is reminded of what on this board.
///
/// # Errors
/// When the database fails.
pub fn reminders(conn: &mut Conn, of: BoardId) -> Result<Vec<ReminderRule>> {
    type Row = (RowId, String, ToRole, ReminderKind, i64, ReminderUnit, i64);
    let columns = (
        reminder_rule::id,
        reminder_rule::about,
        reminder_rule::to_role,
        reminder_rule::kind,
        reminder_rule::quantity,
        reminder_rule::unit,
        reminder_rule::at_most,
    );
    let rows: Vec<Row> = reminder_rule::table
        .filter(reminder_rule::board_id.eq(of))
        .select(columns)
        .load(conn)?;
    let rule = |(id, about, to, kind, quantity, unit, at_most): Row| ReminderRule {
        id,
        about,
        to,
        kind,
        quantity,
        unit,
        at_most,
    };
    Ok(rows.into_iter().map(rule).collect())
}

/// Who has a role on a board on a day. A person with two roles stands twice.
///
/// # Errors
/// When the database fails.
pub fn sitting(conn: &mut Conn, of: BoardId, on: NaiveDate) -> Result<Vec<Sitting>> {
    type Row = (
        PersonId,
        String,
        Option<String>,
        String,
        Role,
        AppointmentId,
        Option<OrganisationId>,
    );
    let columns = (
        person::id,
        person::name,
        person::address,
        person::language,
        appointment::role,
        appointment::id,
        appointment::organisation_id,
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table)
        .inner_join(person::table)
        .filter(appointment::board_id.eq(of))
        .filter(appointment::valid_from.le(on))
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(on)),
        )
        .filter(representation::valid_from.le(on))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(on)),
        )
        .select(columns)
        .load(conn)?;
    let sitting =
        |(person, name, address, language, role, appointment, organisation): Row| Sitting {
            person,
            name,
            address,
            language: Language::from_tag(&language).unwrap_or(Language::NB),
            role,
            appointment,
            organisation,
        };
    Ok(rows.into_iter().map(sitting).collect())
}

/// Whom mail to a role goes to on a day, each person once. Someone without an address is left out.
///
/// # Errors
/// When the database fails.
pub fn recipients(
    conn: &mut Conn,
    of: BoardId,
    role: Role,
    on: NaiveDate,
) -> Result<Vec<Recipient>> {
    let mut found: Vec<Recipient> = sitting(conn, of, on)?
        .into_iter()
        .filter(|sitting| sitting.role == role)
        .filter_map(|sitting| {
            Some(Recipient::person(
                sitting.person,
                sitting.name,
                sitting.address?,
                sitting.language,
            ))
        })
        .collect();
    if role == Role::Secretariat && found.is_empty() {
        let board = board(conn, of)?;
        if let (true, Some(parent)) = (board.parent_secretariat, board.parent) {
            return recipients(conn, parent, role, on);
        }
    }
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found.dedup_by(|a, b| a.key == b.key);
    Ok(found)
}

/// The roles a person has on boards, on each board's own date.
///
/// # Errors
/// When the database fails.
pub fn roles(conn: &mut Conn, id: PersonId, now: Moment, roles: &mut Roles) -> Result<()> {
    type Row = (
        BoardId,
        String,
        Role,
        NaiveDate,
        Option<NaiveDate>,
        NaiveDate,
        Option<NaiveDate>,
    );
    let columns = (
        board::id,
        board::zone,
        appointment::role,
        appointment::valid_from,
        appointment::valid_until,
        representation::valid_from,
        representation::valid_until,
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table.inner_join(board::table))
        .filter(representation::person_id.eq(id))
        .select(columns)
        .load(conn)?;
    for (board, zone, role, from, until, since, to) in rows {
        let today = local_date(
            parse_zone(&zone).context("a board has an unknown zone")?,
            now.utc(),
        );
        let holds = Period { from, until }.contains(today)
            && Period {
                from: since,
                until: to,
            }
            .contains(today);
        if holds && !roles.boards.contains(&(board, role)) {
            roles.boards.push((board, role));
        }
    }
    let kept = roles.secretary_of();
    if !kept.is_empty() {
        let councils: Vec<BoardId> = board::table
            .filter(board::parent_secretariat.eq(true))
            .filter(board::parent_id.eq_any(&kept))
            .select(board::id)
            .load(conn)?;
        for council in councils
            .into_iter()
            .filter(|council| !kept.contains(council))
        {
            roles.boards.push((council, Role::Secretariat));
        }
    }
    Ok(())
}
