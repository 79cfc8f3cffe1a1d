//! What public pages cost where nothing is kept: a search among 100 000 published items of a hundred boards, and the pages of
//! a board with thirty years of meetings held against those of a board with one. Each request has a query of its own, and a
//! page with a query is made anew. On SQLite and, where there is a server, on PostgreSQL.

use super::full::Instance;
use super::public::{Line, request, serve_ours};
use super::search::{Dice, on_both};
use super::{Figure, http, percentile, run_sql, timed};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use styringsrad::db::Conn;
use styringsrad::db::ids::{AgendaItemId, BoardId, MeetingId, PersonId, RowId};
use styringsrad::db::schema::{minutes_version, person};
use styringsrad::error::Result;
use styringsrad::minutes::told::Told;
use styringsrad::public::indexing;
use styringsrad::web::paths;

/// With thirty years of meetings each; the first one has a year's.
const BOARDS: usize = 100;
const OLD: u64 = 127;
const YOUNG: u64 = 4;
/// Of each meeting: a hundred thousand in all.
const ITEMS: usize = 8;
/// Between two meetings, in days.
const APART: u64 = 86;
const LONG: usize = 60;
const SEARCHES: usize = 500;
const VISITS: usize = 300;
/// Thirty times as many meetings may cost so much more: what follows is what is shown.
const FLAT: f64 = 1.3;

const SQLITE: [&str; 4] = [
    "public_search_sqlite_p99",
    "public_front_sqlite_p99",
    "public_meeting_sqlite_30y",
    "public_board_sqlite_30y",
];
const POSTGRES: [&str; 4] = [
    "public_search_postgres_p99",
    "public_front_postgres_p99",
    "public_meeting_postgres_30y",
    "public_board_postgres_30y",
];

/// The figures on each engine there is.
pub fn figures() -> Vec<Figure> {
    on_both(measured)
}

/// A board with the meeting it held last.
#[derive(Clone, Copy)]
struct Held {
    board: BoardId,
    last: MeetingId,
}

fn measured(instance: &Instance, is_sqlite: bool) -> Vec<Figure> {
    let boards = fill(instance);
    let runtime = actix_web::rt::System::new();
    let read = timed(|| {
        let all = async { while indexing::step(&instance.app).await.expect("it is read") {} };
        runtime.block_on(all);
    });
    run_sql(instance, "ANALYZE");
    println!(
        "# {} items are read for the search in {:.0} s",
        boards.len() * 8 * 127,
        read.as_secs_f64()
    );
    let port = http::free_port();
    serve_ours(&instance.app, port);
    let mut line = Line::to(port);
    let mut dice = Dice(7);
    let searches = (0..SEARCHES).map(|number| {
        let words = paths::escape(&dice.words(1 + number % 2));
        format!("{}?text={words}", paths::PUBLISHED_SEARCH)
    });
    let found = visited(&mut line, searches);
    let (meeting, board) = costs(&mut line, [boards[0], boards[1]]);
    let front = percentile(
        visited(&mut line, (0..VISITS).map(|it| format!("/?visit={it}"))),
        99,
    );
    let names = if is_sqlite { SQLITE } else { POSTGRES };
    let values = [
        (percentile(found, 99), "ms", 20.0),
        (front, "ms", 10.0),
        (meeting, "ratio", FLAT),
        (board, "ratio", FLAT),
    ];
    let figure = |(name, (value, unit, target))| Figure {
        name,
        value,
        unit,
        target,
        at_most: true,
    };
    names.into_iter().zip(values).map(figure).collect()
}

/// How many times as much the pages of a meeting and of a board cost after thirty years as after one.
fn costs(line: &mut Line, [young, old]: [Held; 2]) -> (f64, f64) {
    let mut cost = |path: &dyn Fn(Held) -> String| {
        let mut of = |held: Held| {
            let path = path(held);
            let visits = (0..VISITS).map(|number| format!("{path}?visit={number}"));
            percentile(visited(line, visits), 50)
        };
        let (one, thirty) = (of(young), of(old));
        println!(
            "# {} of thirty years and of one: {thirty:.2} and {one:.2} ms",
            path(old)
        );
        thirty / one
    };
    let meeting = cost(&|held| paths::published_meeting(held.last));
    let board = cost(&|held| paths::published_board(held.board));
    (meeting, board)
}

/// How long each of these pages takes over one kept connection.
fn visited(line: &mut Line, paths: impl Iterator<Item = String>) -> Vec<std::time::Duration> {
    let ask = |path: String| {
        let request = request(&path, &[]);
        timed(|| assert_eq!(line.ask(&request).0, 200, "{path}"))
    };
    paths.map(ask).collect()
}

/// The boards with their published meetings: as rows, because publishing so many takes longer than reading them.
fn fill(instance: &Instance) -> Vec<Held> {
    let read = |conn: &mut Conn| -> Result<(PersonId, String)> {
        let by = person::table.select(person::id).first(conn)?;
        let told = minutes_version::table
            .select(minutes_version::content)
            .first(conn)?;
        Ok((by, told))
    };
    let (by, told) = instance
        .app
        .db
        .read_now(read)
        .expect("the demo has minutes");
    let told: Told = serde_json::from_str(&told).expect("it is what minutes say");
    let today = instance.app.clock.now().utc().date_naive();
    let mut boards = Vec::new();
    for number in 0..BOARDS {
        let board = BoardId::new();
        run_sql(instance, &of_board(board, number));
        let mut rows = Rows {
            board,
            by,
            dice: Dice(number as u64 + 1),
            ..Rows::default()
        };
        let meetings = if number == 0 { YOUNG } else { OLD };
        let mut last = MeetingId::new();
        for meeting in (0..meetings).rev() {
            last = MeetingId::new();
            let told = (meeting == 0).then_some(&told);
            rows.add(last, today - Days::new(APART * (meeting + 1)), told);
        }
        run_sql(instance, &rows.sql());
        boards.push(Held { board, last });
    }
    boards
}

/// A board like the demo's, whose pages are shown to everyone.
fn of_board(board: BoardId, number: usize) -> String {
    format!(
        "INSERT INTO board (id, slug, parent_id, kind, name, zone, holiday_set, languages, liked_weekdays, liked_start, \
         liked_end, mailbox, chair_counts, parent_secretariat, mail_on_from, public_revision, version) \
         SELECT '{board}', 'history-{number}', NULL, kind, name, zone, holiday_set, languages, liked_weekdays, liked_start, \
         liked_end, mailbox, chair_counts, FALSE, mail_on_from, 1, 1 FROM board WHERE slug = 'styringsradet';\n\
         INSERT INTO minutes_setting (board_id, approval, needs_second, meant_for, shown_to, version) \
         VALUES ('{board}', 'silence', FALSE, 'public', 'public', 1);"
    )
}

/// The rows of one board, as SQL writes them.
#[derive(Default)]
struct Rows {
    board: BoardId,
    by: PersonId,
    dice: Dice,
    meetings: Vec<String>,
    sessions: Vec<String>,
    access: Vec<String>,
    versions: Vec<String>,
    publications: Vec<String>,
    items: Vec<String>,
}

impl Rows {
    /// A meeting whose minutes are out for everyone; what they say as a whole, where it is to be opened.
    fn add(&mut self, meeting: MeetingId, day: NaiveDate, told: Option<&Told>) {
        let (board, by, at) = (
            self.board,
            self.by,
            format!("{} 10:00:00", day + Days::new(20)),
        );
        self.meetings.push(format!(
            "('{meeting}', '{board}', 'ordinary', '{{}}', 'Oslo', '', '', 'closed', '{day}', '{day}', '{at}', 1)"
        ));
        self.sessions
            .push(format!("('{meeting}', 0, '{day}', '09:00:00', '11:30:00')"));
        let items: Vec<AgendaItemId> = (0..ITEMS).map(|_| AgendaItemId::new()).collect();
        for (position, item) in items.iter().enumerate() {
            self.access.push(format!(
                "('{item}', '{meeting}', '{board}', '{item}', 'public', 'public', 'open', FALSE, 1)"
            ));
            let (title, content, end) = (
                self.dice.words(4),
                self.dice.words(LONG),
                self.dice.words(10),
            );
            self.items.push(format!(
                "('{item}', '{meeting}', '{board}', {position}, '', '{title}', 'nb', '{content}', 'recommendation', \
                 'anbefaling', '{end}', '{day}', '{at}')"
            ));
        }
        self.publications.push(format!(
            "('{}', '{meeting}', '{board}', 1, 'nb', 'published', '{by}', '{at}', '{by}', '{at}', '{at}', '', FALSE)",
            RowId::new()
        ));
        let Some(told) = told else { return };
        let one = &told.items[0];
        let items = items
            .into_iter()
            .map(|item| styringsrad::minutes::told::ToldItem {
                item,
                case: None,
                ..one.clone()
            });
        let whole = Told {
            items: items.collect(),
            ..told.clone()
        };
        let whole = serde_json::to_string(&whole)
            .expect("it is written")
            .replace('\'', "’");
        self.versions.push(format!(
            "('{}', '{meeting}', '{board}', 1, 'approved', 'nb', '{whole}', '', '', '{by}', '{at}')",
            RowId::new()
        ));
    }

    /// The statements that write them.
    fn sql(&self) -> String {
        let [meetings, sessions, access, versions, publications, items] = [
            &self.meetings,
            &self.sessions,
            &self.access,
            &self.versions,
            &self.publications,
            &self.items,
        ]
        .map(|rows| rows.join(", "));
        format!(
            "INSERT INTO meeting (id, board_id, kind, title, place, video_link, archive_reference, state, first_day, last_day, \
             created_at, version) VALUES {meetings};\n\
             INSERT INTO meeting_session (meeting_id, position, day, starts, ends) VALUES {sessions};\n\
             INSERT INTO minute_access (item_id, meeting_id, board_id, subject_id, wanted, audience, assessment, title_exempt, \
             version) VALUES {access};\n\
             INSERT INTO minutes_version (id, meeting_id, board_id, number, step, language, content, basis, reason, made_by, \
             made_at) VALUES {versions};\n\
             INSERT INTO publication (id, meeting_id, board_id, number, language, state, asked_by, asked_at, published_by, \
             published_at, mail_at, reason, was_public) VALUES {publications};\n\
             INSERT INTO published_item (item_id, meeting_id, board_id, position, label, title, language, content, outcome, \
             outcome_word, conclusion, day, published_at) VALUES {items};"
        )
    }
}
