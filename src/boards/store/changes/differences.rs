//! What differs between a board as it is and as a form gives it, in words.

use super::BoardDraft;
use crate::audit::{self, Change};
use crate::boards::Board;
use crate::boards::store::boards;
use crate::calendar::HolidaySet;
use crate::db::ids::BoardId;
use crate::db::types::Words;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::i18n::{Language, dates, text};
use chrono::{NaiveTime, Weekday};

/// What differs.
///
/// # Errors
/// When the database fails.
pub(super) fn differences(
    conn: &mut Conn,
    before: &Board,
    after: &BoardDraft,
) -> Result<Vec<Change>> {
    let (kinds, boards) = (code_words::list(conn, "board_kind")?, boards(conn)?);
    let kind = |code: &str| audit::code_in_words(&kinds, code);
    let parent = |id: Option<BoardId>| {
        let found = boards.iter().find(|it| Some(it.id) == id);
        found.map(|it| it.name.clone()).unwrap_or_default()
    };
    let tick = |yes: bool| if yes { "✓" } else { "–" };
    let days = |days: Option<i64>| days.map_or_else(|| "–".to_owned(), |days| days.to_string());
    let name = |words: &Words| {
        let all = Language::all();
        let all = all.filter_map(|language| words.exactly(language.tag()));
        all.collect::<Vec<_>>().join(" / ")
    };
    let changes = [
        Change::of("boards-name", &name(&before.name), &name(&after.name)),
        Change::of_words("boards-kind", &kind(&before.kind), &kind(&after.kind)),
        Change::of("boards-mailbox", &before.mailbox, &after.mailbox),
        Change::of(
            "boards-chair-counts",
            tick(before.chair_counts),
            tick(after.chair_counts),
        ),
        Change::of(
            "boards-parent-secretariat",
            tick(before.parent_secretariat),
            tick(after.parent_secretariat),
        ),
        Change::of(
            "boards-asks-needs",
            tick(before.asks_needs),
            tick(after.asks_needs),
        ),
        Change::of(
            "boards-colleagues-read",
            tick(before.colleagues_read),
            tick(after.colleagues_read),
        ),
        Change::of(
            "boards-opened-kept-days",
            &days(before.opened_kept_days),
            &days(after.opened_kept_days),
        ),
        Change::of_words(
            "boards-parent",
            &parent(before.parent),
            &parent(after.parent),
        ),
    ];
    let changes = changes.into_iter().flatten();
    Ok(changes.chain(differences_in_time(before, after)).collect())
}

/// What differs in the board's languages, its calendar, and when it likes to meet.
fn differences_in_time(before: &Board, after: &BoardDraft) -> impl Iterator<Item = Change> {
    let holidays = |set: HolidaySet| {
        let key = format!("boards-holidays-{}", set.code());
        audit::in_words(|language| text(language, &key, &[]))
    };
    let own_names = |languages: &[Language]| {
        let names: Vec<&str> = languages.iter().map(|it| it.own_name()).collect();
        names.join(", ")
    };
    let weekdays = |days: &[Weekday]| {
        audit::in_words(|language| {
            let names = days.iter().map(|day| dates::weekday(language, *day));
            names.collect::<Vec<_>>().join(", ")
        })
    };
    let hours =
        |from: NaiveTime, to: NaiveTime| format!("{}–{}", from.format("%H:%M"), to.format("%H:%M"));
    let changes = [
        Change::of("boards-zone", before.zone.name(), after.zone.name()),
        Change::of_words(
            "boards-holidays",
            &holidays(before.calendar.holidays),
            &holidays(after.holidays),
        ),
        Change::of(
            "boards-languages",
            &own_names(&before.languages),
            &own_names(&after.languages),
        ),
        Change::of_words(
            "boards-liked-weekdays",
            &weekdays(&before.liked_weekdays),
            &weekdays(&after.liked_weekdays),
        ),
        Change::of(
            "boards-liked-hours",
            &hours(before.liked_start, before.liked_end),
            &hours(after.liked_start, after.liked_end),
        ),
    ];
    changes.into_iter().flatten()
}
