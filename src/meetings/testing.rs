//! What the tests of this slice share: a board by Styringsrådet's mandate, and meetings of it.

use super::{Meeting, MeetingState, Session, Stage};
use crate::boards::{
    Board, BoardData, DeadlineRule, Mandate, ReminderKind, ReminderRule, ReminderUnit, Rule,
    Strength, ToRole, rule_kind,
};
use crate::calendar::{Counting, HolidaySet, Offset, Period, WorkCalendar};
use crate::db::ids::{BoardId, MandateId, MeetingId, RowId};
use crate::db::types::{Moment, Words};
use crate::i18n::Language;
use chrono::{NaiveDate, NaiveTime, Weekday};
use std::collections::BTreeMap;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn clock(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

/// A moment in UTC, as `2026-05-13T13:00:00Z`.
pub fn at(text: &str) -> Moment {
    text.parse::<chrono::DateTime<chrono::Utc>>()
        .unwrap()
        .into()
}

pub fn deadline_rule(kind: &str, stage: Stage, days: i64) -> DeadlineRule {
    DeadlineRule {
        id: RowId::new(),
        meeting_kind: kind.to_owned(),
        stage: stage.code().to_owned(),
        offset: Offset {
            days,
            counting: Counting::Calendar,
            time: clock("15:00:00"),
        },
        strength: Strength::Normally,
        paragraph: "§ 6".to_owned(),
    }
}

pub fn reminder(
    about: &str,
    to: ToRole,
    kind: ReminderKind,
    quantity: i64,
    at_most: i64,
) -> ReminderRule {
    ReminderRule {
        id: RowId::new(),
        about: about.to_owned(),
        to,
        kind,
        quantity,
        unit: ReminderUnit::Days,
        at_most,
    }
}

/// Styringsrådet: four ordinary meetings, papers a week before, a reminder three days before that and one a day after.
pub fn board_data() -> BoardData {
    let board = board();
    BoardData {
        mandates: vec![mandate(board.id)],
        board,
        closures: Vec::new(),
        reminders: reminders(),
    }
}

fn board() -> Board {
    Board {
        id: BoardId::new(),
        slug: "styringsradet".into(),
        parent: None,
        kind: "board".into(),
        name: Words::new([
            ("nb", "Styringsrådet"),
            ("nn", "Styringsrådet"),
            ("en", "The Board"),
        ]),
        zone: chrono_tz::Europe::Oslo,
        calendar: WorkCalendar {
            holidays: HolidaySet::Norway,
        },
        languages: vec![Language::NB],
        liked_weekdays: vec![Weekday::Wed],
        liked_start: clock("09:00:00"),
        liked_end: clock("11:30:00"),
        mailbox: "styringsradet@digdir.example".into(),
        chair_counts: false,
        parent_secretariat: false,
        asks_needs: false,
        colleagues_read: false,
        opened_kept_days: None,
        mail_on_from: None,
        weekly_mail: crate::boards::WeeklyMail::default(),
        version: 1,
    }
}

fn mandate(board: BoardId) -> Mandate {
    let meetings_a_year = Rule {
        id: RowId::new(),
        kind: rule_kind::ORDINARY_MEETINGS.into(),
        subject: String::new(),
        called: String::new(),
        among: Vec::new(),
        position: 0,
        quantity: Some(4),
        strength: Strength::Shall,
        words: Words::default(),
        paragraph: "§ 6".into(),
    };
    Mandate {
        id: MandateId::new(),
        board,
        label: "1.4".into(),
        period: Period {
            from: day("2021-12-01"),
            until: None,
        },
        decision: String::new(),
        state: crate::boards::MandateState::Approved,
        rules: vec![meetings_a_year],
        deadlines: vec![
            deadline_rule("ordinary", Stage::Registration, -35),
            deadline_rule("ordinary", Stage::Notice, -28),
            deadline_rule("ordinary", Stage::Dispatch, -7),
            deadline_rule("ordinary", Stage::Draft, 7),
            deadline_rule("ordinary", Stage::Publication, 24),
            deadline_rule("professional_day", Stage::Dispatch, -3),
            deadline_rule("professional_day", Stage::Draft, 7),
        ],
        version: 1,
    }
}

fn reminders() -> Vec<ReminderRule> {
    use ReminderKind::{Before, Overdue};
    use ToRole::{Member, Secretariat};
    vec![
        reminder("registration", Member, Before, 7, 1),
        reminder("registration", Member, Overdue, 1, 3),
        reminder("dispatch", Secretariat, Before, 3, 1),
        reminder("dispatch", Member, Before, 3, 1),
        reminder("dispatch", Secretariat, Overdue, 1, 3),
        reminder("meeting", Member, Before, 2, 1),
        reminder("too-few-meetings", Secretariat, Before, 60, 1),
    ]
}

/// A meeting on these days from 09:00 to 11:30.
pub fn meeting(data: &BoardData, kind: &str, days: &[&str]) -> Meeting {
    Meeting {
        id: MeetingId::new(),
        board: data.board.id,
        kind: kind.to_owned(),
        title: Words::default(),
        place: String::new(),
        video_link: String::new(),
        archive_reference: String::new(),
        state: MeetingState::Planned,
        sessions: days
            .iter()
            .map(|text| Session {
                day: day(text),
                starts: Some(clock("09:00:00")),
                ends: Some(clock("11:30:00")),
            })
            .collect(),
        done: BTreeMap::new(),
        version: 1,
    }
}
