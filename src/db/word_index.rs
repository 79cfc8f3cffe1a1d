//! Which rows hold which words: FTS5 on SQLite, `tsvector` with GIN on PostgreSQL, asked in the same way.
//!
//! The engines get words that are stemmed and folded already and do nothing to them, so that both find the same rows.
//! No text of a reader's reaches the engines' own query languages: a question is built of [`Token`]s, which are letters
//! and digits alone.

use super::connect::Conn;
use crate::error::Result;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::collections::BTreeSet;

/// The longest token, in bytes; PostgreSQL takes less than 2 048.
const LONGEST: usize = 100;

/// What of a row is asked for; each has an index of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    /// The whole of it, its title too.
    Text,
    /// All of what is published, which has rows of its own: those of `published_text`.
    Published,
}

impl Part {
    fn table(self) -> &'static str {
        match self {
            Self::Title => "search_index_title",
            Self::Text => "search_index",
            Self::Published => "search_index_published",
        }
    }
}

/// A word as it is kept and asked for: letters and digits, no capitals of ASCII, at least one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token(String);

impl Token {
    /// A token of this text: what is neither letter nor digit is left out, and what is too long is cut off.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut token = String::with_capacity(text.len());
        for letter in text.chars().filter(|letter| letter.is_alphanumeric()) {
            if token.len() + letter.len_utf8() > LONGEST {
                break;
            }
            token.push(letter.to_ascii_lowercase());
        }
        (!token.is_empty()).then_some(Self(token))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a row is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Is(Token),
    Begins(Token),
}

/// What is asked of rows: of every list, each with something in it, at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wants(pub Vec<Vec<Wanted>>);

impl Wants {
    fn written(&self, and: &str, or: &str, one: impl Fn(&Wanted) -> String) -> String {
        let lists = self.0.iter().map(|list| {
            let list: Vec<String> = list.iter().map(&one).collect();
            format!("({})", list.join(or))
        });
        lists.collect::<Vec<_>>().join(and)
    }

    /// In the query language of FTS5; each token stands as a string of it.
    fn on_sqlite(&self) -> String {
        self.written(" AND ", " OR ", |wanted| match wanted {
            Wanted::Is(token) => format!("\"{}\"", token.0),
            Wanted::Begins(token) => format!("\"{}\"*", token.0),
        })
    }

    /// As a `tsquery`; each token stands as a lexeme of its own.
    fn on_postgres(&self) -> String {
        self.written(" & ", " | ", |wanted| match wanted {
            Wanted::Is(token) => format!("'{}'", token.0),
            Wanted::Begins(token) => format!("'{}':*", token.0),
        })
    }
}

/// The newest rows whose part holds what is wanted, of those with a smaller id than `before`.
///
/// Their ids, the largest first. Not more is gone through than that takes. PostgreSQL plans it anew each time: whether to
/// walk back through the ids or to gather the rows of a word depends on how common the word is.
///
/// # Errors
/// When the database fails.
pub fn newest(
    conn: &mut Conn,
    part: Part,
    wants: &Wants,
    before: i64,
    most: usize,
) -> Result<Vec<i64>> {
    let (table, most) = (part.table(), i64::try_from(most).unwrap_or(i64::MAX));
    let found: Vec<Row> = match conn {
        Conn::Sqlite(sqlite) => diesel::sql_query(format!(
            "SELECT rowid AS id FROM {table} WHERE {table} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
        ))
        .bind::<Text, _>(wants.on_sqlite())
        .bind::<BigInt, _>(before)
        .bind::<BigInt, _>(most)
        .load(sqlite)?,
        Conn::Postgres(postgres) => diesel::sql_query(format!(
            "SELECT id FROM {table} WHERE tokens @@ CAST($1 AS tsquery) AND id < $2 ORDER BY id DESC LIMIT $3"
        ))
        .bind::<Text, _>(wants.on_postgres())
        .bind::<BigInt, _>(before)
        .bind::<BigInt, _>(most)
        .load(postgres)?,
    };
    Ok(found.into_iter().map(|row| row.id).collect())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Keeps the tokens of a part of a row of `search_text`, or of `published_text`, that has none.
///
/// # Errors
/// When the database fails.
pub fn put(conn: &mut Conn, part: Part, row: i64, tokens: &BTreeSet<Token>) -> Result<()> {
    let (table, tokens) = (part.table(), tokens.iter().map(Token::as_str));
    match conn {
        Conn::Sqlite(sqlite) => {
            let text = tokens.collect::<Vec<_>>().join(" ");
            diesel::sql_query(format!("INSERT INTO {table} (rowid, tokens) VALUES (?, ?)"))
                .bind::<BigInt, _>(row)
                .bind::<Text, _>(text)
                .execute(sqlite)?;
        }
        Conn::Postgres(postgres) => {
            let list = serde_json::Value::from(tokens.collect::<Vec<_>>()).to_string();
            diesel::sql_query(format!(
                "INSERT INTO {table} (id, tokens) \
                 VALUES ($1, array_to_tsvector(ARRAY(SELECT json_array_elements_text(CAST($2 AS json)))))"
            ))
            .bind::<BigInt, _>(row)
            .bind::<Text, _>(list)
            .execute(postgres)?;
        }
    }
    Ok(())
}

/// Removes the tokens of a row of `search_text`.
///
/// # Errors
/// When the database fails.
pub fn remove(conn: &mut Conn, row: i64) -> Result<()> {
    for table in [Part::Title, Part::Text].map(Part::table) {
        let delete = |sql: &str| diesel::sql_query(format!("DELETE FROM {table} WHERE {sql}"));
        match conn {
            Conn::Sqlite(sqlite) => {
                delete("rowid = ?").bind::<BigInt, _>(row).execute(sqlite)?;
            }
            Conn::Postgres(postgres) => {
                delete("id = $1").bind::<BigInt, _>(row).execute(postgres)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str) -> Token {
        Token::new(text).expect("a token")
    }

    #[test]
    fn a_token_holds_nothing_that_an_engine_could_read() {
        assert_eq!(token("a\"b' OR *:&|!()\u{0}c").as_str(), "aborc");
        assert_eq!(token("xSTYRINGSråd").as_str(), "xstyringsråd");
        assert_eq!(Token::new("\"*\u{301}"), None);
        let long = token(&"å".repeat(200));
        assert_eq!(long.as_str(), "å".repeat(50));
    }

    #[test]
    fn a_question_is_written_in_the_language_of_each_engine() {
        let wants = Wants(vec![
            vec![Wanted::Is(token("xavtal")), Wanted::Begins(token("xavta"))],
            vec![Wanted::Is(token("z"))],
        ]);
        assert_eq!(wants.on_sqlite(), "(\"xavtal\" OR \"xavta\"*) AND (\"z\")");
        assert_eq!(wants.on_postgres(), "('xavtal' | 'xavta':*) & ('z')");
    }
}
