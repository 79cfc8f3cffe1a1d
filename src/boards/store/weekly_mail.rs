//! A board's choice of one mail a week in place of single reminders.

use super::board as one_board;
use super::changes::By;
use crate::audit::{self, Change};
use crate::boards::{Refusal, WeeklyMail};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::db::schema::board;
use crate::error::Result;
use crate::i18n::dates;
use diesel::prelude::*;

/// Changes whether the secretariat gets one mail a week, and when it goes, unless someone saved after `version`.
///
/// # Errors
/// When the database fails.
pub fn change(
    conn: &mut Conn,
    by: By,
    id: BoardId,
    version: i64,
    chosen: WeeklyMail,
) -> Result<Result<(), Refusal>> {
    let before = one_board(conn, id)?;
    if before.version != version {
        return Ok(Err(Refusal::Stale));
    }
    let changes = differences(before.weekly_mail, chosen);
    if changes.is_empty() {
        return Ok(Ok(()));
    }
    let standing = board::table.filter(board::id.eq(id).and(board::version.eq(version)));
    diesel::update(standing)
        .set((
            board::weekly_mail.eq(chosen.to_secretariat),
            board::weekly_mail_weekday.eq(i64::from(chosen.weekday.number_from_monday())),
            board::weekly_mail_at.eq(chosen.at),
            board::version.eq(version + 1),
        ))
        .execute(conn)?;
    let object = ("board", id.as_str(), version + 1);
    by.records(conn, id, object, "board-changed", changes)?;
    Ok(Ok(()))
}

fn differences(before: WeeklyMail, after: WeeklyMail) -> Vec<Change> {
    let tick = |yes: bool| if yes { "✓" } else { "–" };
    let weekday = |of: WeeklyMail| {
        audit::in_words(|language| dates::weekday(language, of.weekday).to_owned())
    };
    let at = |of: WeeklyMail| of.at.format("%H:%M").to_string();
    let changes = [
        Change::of(
            "boards-weekly-to-secretariat",
            tick(before.to_secretariat),
            tick(after.to_secretariat),
        ),
        Change::of_words("boards-weekly-weekday", &weekday(before), &weekday(after)),
        Change::of("boards-weekly-at", &at(before), &at(after)),
    ];
    changes.into_iter().flatten().collect()
}
