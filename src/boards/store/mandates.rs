//! Mandate versions and their rules: reading them.

use crate::boards::rules::{self, versions::Version};
use crate::boards::{DeadlineRule, Flag, Mandate, MandateState, Rule, Strength, rule_kind};
use crate::calendar::{Counting, Offset, Period};
use crate::db::ids::{BoardId, MandateId, RowId};
use crate::db::schema::{deadline_rule, mandate_rule, mandate_version};
use crate::db::types::Words;
use crate::db::{Conn, among};
use crate::error::{Error, Result};
use crate::people::store as people;
use crate::web::OfBoard;
use anyhow::Context;
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::HashMap;

impl OfBoard for Mandate {
    fn load(conn: &mut Conn, id: &str) -> Result<Self> {
        mandate(conn, id.parse().map_err(|_not_an_id| Error::NotFound)?)
    }

    fn board(&self) -> BoardId {
        self.board
    }
}

/// One mandate version with its rules.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn mandate(conn: &mut Conn, id: MandateId) -> Result<Mandate> {
    let board: BoardId = mandate_version::table
        .find(id)
        .select(mandate_version::board_id)
        .first(conn)?;
    let mut all = versions(conn, board)?.into_iter();
    all.find(|mandate| mandate.id == id).ok_or(Error::NotFound)
}

/// A board's approved mandate versions with their rules, oldest first: those that count, and nothing that is on its way.
///
/// # Errors
/// When the database fails.
pub fn mandates(conn: &mut Conn, of: BoardId) -> Result<Vec<Mandate>> {
    in_states(conn, of, &[MandateState::Approved])
}

/// All of a board's mandate versions with their rules, oldest first, also those that nobody has approved.
///
/// # Errors
/// When the database fails.
pub fn versions(conn: &mut Conn, of: BoardId) -> Result<Vec<Mandate>> {
    in_states(conn, of, MandateState::ALL)
}

/// What is not as it should be with the mandates of these boards on a day, in one query; a board of which all is well is
/// left out. Drafts are told of too: the reader keeps the board or sits on it.
///
/// # Errors
/// When the database fails.
pub fn faults(
    conn: &mut Conn,
    boards: impl IntoIterator<Item = BoardId>,
    on: NaiveDate,
) -> Result<HashMap<BoardId, Vec<Flag>>> {
    let mut of_board: HashMap<BoardId, Vec<Version>> = HashMap::new();
    for (board, version) in brief(conn, boards)? {
        of_board.entry(board).or_default().push(version);
    }
    let found = of_board
        .into_iter()
        .map(|(board, versions)| (board, rules::versions::faults(&versions, on)));
    Ok(found.filter(|(_, flags)| !flags.is_empty()).collect())
}

/// The versions of these boards without their rules, oldest first.
fn brief(
    conn: &mut Conn,
    boards: impl IntoIterator<Item = BoardId>,
) -> Result<Vec<(BoardId, Version)>> {
    type Row = (
        BoardId,
        MandateId,
        String,
        NaiveDate,
        Option<NaiveDate>,
        MandateState,
        bool,
    );
    let rows: Vec<Row> = mandate_version::table
        .filter(among(mandate_version::board_id, boards))
        .order((
            mandate_version::board_id.asc(),
            mandate_version::valid_from.asc(),
        ))
        .select((
            mandate_version::board_id,
            mandate_version::id,
            mandate_version::label,
            mandate_version::valid_from,
            mandate_version::valid_until,
            mandate_version::state,
            mandate_version::decision.ne(""),
        ))
        .load(conn)?;
    let version = |(board, id, label, from, until, state, has_decision): Row| {
        let period = Period { from, until };
        let version = Version {
            id,
            label,
            period,
            state,
            has_decision,
        };
        (board, version)
    };
    Ok(rows.into_iter().map(version).collect())
}

fn in_states(conn: &mut Conn, of: BoardId, states: &[MandateState]) -> Result<Vec<Mandate>> {
    type Row = (
        MandateId,
        String,
        NaiveDate,
        Option<NaiveDate>,
        String,
        MandateState,
        i64,
    );
    let columns = (
        mandate_version::id,
        mandate_version::label,
        mandate_version::valid_from,
        mandate_version::valid_until,
        mandate_version::decision,
        mandate_version::state,
        mandate_version::version,
    );
    let rows: Vec<Row> = mandate_version::table
        .filter(mandate_version::board_id.eq(of))
        .filter(among(mandate_version::state, states))
        .order(mandate_version::valid_from.asc())
        .select(columns)
        .load(conn)?;
    let mut mandates: Vec<Mandate> = rows
        .into_iter()
        .map(
            |(id, label, from, until, decision, state, version)| Mandate {
                id,
                board: of,
                label,
                period: Period { from, until },
                decision,
                rules: Vec::new(),
                deadlines: Vec::new(),
                state,
                version,
            },
        )
        .collect();
    let ids: Vec<MandateId> = mandates.iter().map(|mandate| mandate.id).collect();
    for (id, rule) in mandate_rules(conn, &ids)? {
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

/// The boards with a rule of this kind in any version of their mandate.
///
/// # Errors
/// When the database fails.
pub fn with_rule(conn: &mut Conn, kind: &str) -> Result<Vec<BoardId>> {
    Ok(mandate_version::table
        .inner_join(mandate_rule::table)
        .filter(mandate_rule::kind.eq(kind))
        .select(mandate_version::board_id)
        .distinct()
        .load(conn)?)
}

/// The boards with a rule of this kind in the mandate that is in force on a day.
///
/// # Errors
/// When the database fails.
pub fn ruled_by(conn: &mut Conn, kind: &str, on: NaiveDate) -> Result<Vec<BoardId>> {
    let not_over = mandate_version::valid_until.is_null();
    Ok(mandate_version::table
        .inner_join(mandate_rule::table)
        .filter(mandate_rule::kind.eq(kind))
        .filter(mandate_version::state.eq(MandateState::Approved))
        .filter(mandate_version::valid_from.le(on))
        .filter(not_over.or(mandate_version::valid_until.gt(on)))
        .select(mandate_version::board_id)
        .distinct()
        .load(conn)?)
}

fn mandate_rules(conn: &mut Conn, of: &[MandateId]) -> Result<Vec<(MandateId, Rule)>> {
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
        mandate_rule::among,
    );
    let rows: Vec<Row> = mandate_rule::table
        .filter(among(mandate_rule::mandate_id, of))
        .order((mandate_rule::position.asc(), mandate_rule::id.asc()))
        .select(columns)
        .load(conn)?;
    let numbers = rows
        .iter()
        .filter(|row| row.2 == rule_kind::NAMED_ORGANISATION)
        .map(|row| row.3.clone())
        .collect();
    let called = people::called(conn, numbers)?;
    let rule = |row: Row| {
        let (mandate, id, kind, subject, position, quantity, strength, words, paragraph, among) =
            row;
        let among = among.split(',').filter(|code| !code.is_empty());
        let named = called
            .get(&subject)
            .filter(|_| kind == rule_kind::NAMED_ORGANISATION);
        let rule = Rule {
            id,
            called: named.cloned().unwrap_or_default(),
            kind,
            subject,
            among: among.map(str::to_owned).collect(),
            position,
            quantity,
            strength,
            words,
            paragraph,
        };
        (mandate, rule)
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
        .filter(among(deadline_rule::mandate_id, of))
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
