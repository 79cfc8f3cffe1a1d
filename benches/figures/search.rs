//! A search among 100 000 cases and papers of a hundred boards, by a reader of two of them: what a request does for it, on
//! SQLite and, where `STYRINGSRAD_TEST_POSTGRES` names a server, on PostgreSQL. The words of the texts are as unlike in
//! number as those of a language; each text has some 120.

use super::full::Instance;
use super::{Figure, percentile, run_sql, timed};
use chrono::{Duration, NaiveDate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};
use styringsrad::config::Database;
use styringsrad::db::Conn;
use styringsrad::db::ids::{BoardId, CaseId, PaperId, PersonId};
use styringsrad::db::schema::person;
use styringsrad::db::types::Moment;
use styringsrad::db::word_index::Token;
use styringsrad::search::rules::{self, terms};
use styringsrad::search::store::find;
use styringsrad::search::store::index::of_day;
use styringsrad::search::{Order, Question, excerpt};
use styringsrad::web::access::Clearance;

const BOARDS: usize = 100;
/// Of each board; each has a paper.
const CASES: usize = 500;
const WORDS: u64 = 20_000;
const LONG: usize = 120;
const SEARCHES: usize = 500;

/// The figures on each engine there is.
pub fn figures() -> Vec<Figure> {
    on_both(|instance, is_sqlite| {
        let names = ["search_postgres_p99", "search_sqlite_p99"];
        measured(instance, names[usize::from(is_sqlite)])
    })
}

/// What is measured on SQLite and, where there is a server, on PostgreSQL.
pub fn on_both(measured: impl Fn(&Instance, bool) -> Vec<Figure>) -> Vec<Figure> {
    let mut figures = measured(&Instance::small(), true);
    let Ok(server) = std::env::var("STYRINGSRAD_TEST_POSTGRES") else {
        println!("# STYRINGSRAD_TEST_POSTGRES names no server, PostgreSQL is left out");
        return figures;
    };
    let name = format!("bench_{}", uuid::Uuid::new_v4().simple());
    let (start, _) = server
        .rsplit_once('/')
        .expect("the address names a database");
    let mut connection = PgConnection::establish(&server).expect("the server answers");
    let mut run = |sql: String| connection.batch_execute(&sql).expect("the SQL is right");
    run(format!("CREATE DATABASE {name}"));
    let instance = Instance::on(Some(Database::Postgres(format!("{start}/{name}"))));
    figures.extend(measured(&instance, false));
    drop(instance);
    run(format!("DROP DATABASE {name} WITH (FORCE)"));
    figures
}

/// Numbers that look like chance, the same in each run.
#[derive(Default)]
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// The place of a word among all by how common it is: the tenth is ten times as common as the hundredth (Zipf).
    fn rank(&mut self) -> u64 {
        let part = self.below(1_000_000) as f64 / 1_000_000.0;
        (WORDS as f64).powf(part) as u64
    }

    pub fn words(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| word(self.rank())).collect();
        words.join(" ")
    }
}

/// A word that is said like one.
fn word(rank: u64) -> String {
    const HEADS: [&str; 20] = [
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "kl",
        "tr", "sk", "fl",
    ];
    const TAILS: [&str; 10] = ["al", "or", "im", "ek", "un", "åt", "øs", "yr", "is", "æv"];
    let mut rank = usize::try_from(rank).unwrap_or_default() + 3_000;
    let mut word = String::new();
    while rank > 0 {
        word.push_str(HEADS[rank % 20]);
        word.push_str(TAILS[rank / 20 % 10]);
        rank /= 200;
    }
    word
}

fn measured(instance: &Instance, name: &'static str) -> Vec<Figure> {
    let now = instance.app.clock.now();
    let boards = fill(instance, now);
    run_sql(instance, "ANALYZE");
    let mut reader = Clearance::of_nobody(now);
    reader.reads.extend([boards[3], boards[57]]);
    reader.is_service_owner = true;
    let mut dice = Dice(7);
    let mut hits = 0;
    let mut runs = Vec::new();
    for number in 0..SEARCHES {
        let mut text = dice.words(1 + number % 2);
        if number % 3 == 0 {
            text.truncate(
                text.char_indices()
                    .nth_back(1)
                    .map_or(text.len(), |(at, _)| at),
            );
        }
        let question = Question {
            terms: terms(&text),
            board: None,
            sort: None,
            kind: None,
            subject: None,
            from: None,
            until: None,
            order: if number % 4 == 0 {
                Order::Newest
            } else {
                Order::Best
            },
            page: 0,
        };
        runs.push(timed(|| {
            let read = |conn: &mut Conn| find(conn, &question, &reader);
            let found = instance.app.db.read_now(read).expect("it is searched");
            hits += found.count;
            for hit in &found.hits {
                std::hint::black_box(excerpt::excerpt(&hit.content, &question.terms));
            }
        }));
    }
    println!(
        "# {name}: {} hits a search, median {:.2} ms, most {:.2} ms",
        hits / SEARCHES,
        percentile(runs.clone(), 50),
        percentile(runs.clone(), 100)
    );
    vec![Figure {
        name,
        value: percentile(runs, 99),
        unit: "ms",
        target: 20.0,
        at_most: true,
    }]
}

/// The boards, each with its cases and their papers, read: as rows, because reading so much takes longer than searching it.
fn fill(instance: &Instance, now: Moment) -> Vec<BoardId> {
    let db = &instance.app.db;
    let is_sqlite = matches!(db.database(), Database::Sqlite(_));
    let by = db.read_now(|conn| Ok(person::table.select(person::id).first::<PersonId>(conn)?));
    let by = by.expect("the demo has people");
    let boards: Vec<BoardId> = (0..BOARDS).map(|_| BoardId::new()).collect();
    let mut lexicon = Lexicon::default();
    for (number, id) in boards.iter().enumerate() {
        run_sql(
            instance,
            &format!(
                "INSERT INTO board (id, slug, parent_id, kind, name, zone, holiday_set, languages, liked_weekdays, liked_start, \
             liked_end, mailbox, chair_counts, parent_secretariat, mail_on_from, public_revision, version) \
             SELECT '{id}', 'board-{number}', NULL, kind, name, zone, holiday_set, languages, liked_weekdays, liked_start, \
             liked_end, mailbox, chair_counts, FALSE, mail_on_from, 1, 1 FROM board WHERE slug = 'styringsradet'"
            ),
        );
        let mut rows = Rows {
            board: *id,
            by,
            is_sqlite,
            next: i64::try_from(number * CASES * 2).expect("a small number"),
            ..Rows::default()
        };
        let mut dice = Dice(number as u64 + 1);
        for case in 0..CASES {
            // One a week; oldest first, as they come.
            let days = i64::try_from((CASES - case) * 7).expect("a small number");
            rows.add(&mut dice, &mut lexicon, now - Duration::days(days));
        }
        run_sql(instance, &rows.sql());
    }
    boards
}

/// The tokens of each word, worked out once.
#[derive(Default)]
struct Lexicon(HashMap<u64, (String, String)>);

impl Lexicon {
    /// A text of so many words, and its tokens.
    fn text(&mut self, dice: &mut Dice, count: usize) -> (String, BTreeSet<String>) {
        let (mut text, mut tokens) = (String::new(), BTreeSet::new());
        for _ in 0..count {
            let rank = dice.rank();
            let (word, stem) = self.0.entry(rank).or_insert_with(|| {
                let word = word(rank);
                let stem = terms(&word).pop().map(|term| term.stem);
                (word, stem.unwrap_or_default())
            });
            text.push_str(word);
            text.push(' ');
            tokens.insert(format!("x{stem}"));
        }
        (text, tokens)
    }
}

fn written(token: Option<Token>) -> Option<String> {
    token.map(|token| token.as_str().to_owned())
}

/// The rows of one board, as SQL writes them.
#[derive(Default)]
struct Rows {
    board: BoardId,
    by: PersonId,
    is_sqlite: bool,
    next: i64,
    cases: Vec<String>,
    papers: Vec<String>,
    texts: Vec<String>,
    titles: Vec<String>,
    words: Vec<String>,
}

impl Rows {
    /// A case with its paper; one in twenty is open to service owners.
    fn add(&mut self, dice: &mut Dice, lexicon: &mut Lexicon, at: Moment) {
        let Self { board, by, .. } = *self;
        let (case, paper) = (CaseId::new(), PaperId::new());
        let is_open = dice.below(20) == 0;
        let (audience, assessment) = if is_open {
            ("service_owners", "open")
        } else {
            ("members", "not_assessed")
        };
        let (day, at) = (at.utc().date_naive(), at.utc().naive_utc());
        let (title, in_title) = lexicon.text(dice, 5);
        let (text, in_text) = lexicon.text(dice, LONG);
        self.cases.push(format!(
            "('{case}', '{board}', '{title}', '', 'discussion', 'plans', 'nb', '{text}', '', FALSE, 'accepted', '{by}', \
             '{board}', '{at}', '{audience}', '{assessment}', FALSE, 1)"
        ));
        let reach = [rules::beyond().filter(|_| is_open), rules::of_object(case)].map(written);
        self.read((case, None), day, &text, &reach, [in_title, in_text]);
        let (title, in_title) = lexicon.text(dice, 5);
        let (text, in_text) = lexicon.text(dice, LONG);
        self.papers.push(format!(
            "('{paper}', '{board}', '{case}', 'paper', 1, '{title}', 'nb', '', 1, 1, '{audience}', '{assessment}', FALSE, \
             '{by}', '{at}', 1)"
        ));
        self.read((case, Some(paper)), day, &text, &reach, [in_title, in_text]);
    }

    /// What `search::indexing` makes of it.
    fn read(
        &mut self,
        (case, paper): (CaseId, Option<PaperId>),
        day: NaiveDate,
        text: &str,
        reach: &[Option<String>],
        [in_title, in_text]: [BTreeSet<String>; 2],
    ) {
        let own = [
            rules::of_board(self.board),
            paper.and_then(rules::of_object),
        ]
        .map(written);
        let places = reach.iter().chain(&own).flatten().cloned();
        let title: BTreeSet<String> = in_title.into_iter().chain(places).collect();
        let whole: BTreeSet<String> = in_text.into_iter().chain(title.iter().cloned()).collect();
        let id = of_day(day).start + self.next;
        self.next += 1;
        let (paper, number) = match paper {
            Some(paper) => (format!("'{paper}'"), "1"),
            None => ("NULL".to_owned(), "NULL"),
        };
        self.texts
            .push(format!("({id}, '{case}', {paper}, 1, {number}, '{text}')"));
        let row = |tokens: BTreeSet<String>| {
            let tokens = tokens.into_iter().collect::<Vec<_>>().join(" ");
            if self.is_sqlite {
                format!("({id}, '{tokens}')")
            } else {
                format!("({id}, array_to_tsvector(string_to_array('{tokens}', ' ')))")
            }
        };
        self.titles.push(row(title));
        self.words.push(row(whole));
    }

    /// The statements that write them.
    fn sql(&self) -> String {
        let id = if self.is_sqlite { "rowid" } else { "id" };
        format!(
            "INSERT INTO board_case (id, board_id, title, public_title, kind, subject, language, description, archive_reference, \
             affects_municipalities, state, proposed_by, proposed_through, proposed_at, audience, assessment, title_exempt, version) \
             VALUES {};\n\
             INSERT INTO paper (id, board_id, case_id, part, position, title, language, archive_reference, latest, published, \
             audience, assessment, title_exempt, created_by, created_at, version) VALUES {};\n\
             INSERT INTO search_text VALUES {};\n\
             INSERT INTO search_index_title ({id}, tokens) VALUES {};\n\
             INSERT INTO search_index ({id}, tokens) VALUES {};\n\
             DELETE FROM search_due;",
            self.cases.join(", "),
            self.papers.join(", "),
            self.texts.join(", "),
            self.titles.join(", "),
            self.words.join(", "),
        )
    }
}
