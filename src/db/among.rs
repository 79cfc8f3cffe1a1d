//! “One of these”, bound as one value. diesel's `eq_any` writes a mark for each, so that a reader of a thousand boards
//! makes a statement of a thousand marks, parsed anew at every request; this one is parsed once.

use super::connect::MultiBackend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, Text};
use diesel::sqlite::Sqlite;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// A column that is one of a list of ids; false where it is null.
#[derive(Clone, Debug)]
pub struct Among<Column> {
    column: Column,
    /// A JSON array: both engines take it apart.
    ids: String,
    past_index: bool,
    /// What PostgreSQL is to take its members for.
    on_postgres: &'static str,
}

/// Whether `column` is one of `ids`.
pub fn among<Column, Id: Display>(
    column: Column,
    ids: impl IntoIterator<Item = Id>,
) -> Among<Column> {
    Among {
        column,
        ids: array(ids.into_iter().map(AsText)),
        past_index: false,
        on_postgres: "text",
    }
}

/// Whether `column`, of numbers, is one of `numbers`.
pub fn among_numbers<Column>(column: Column, numbers: &[i64]) -> Among<Column> {
    Among {
        column,
        ids: array(numbers),
        past_index: false,
        on_postgres: "bigint",
    }
}

/// Written where it is to stand: a reader of a thousand boards has ten such lists on a page.
struct AsText<T>(T);

impl<T: Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

fn array<T: Serialize>(items: impl IntoIterator<Item = T>) -> String {
    let mut json = Vec::new();
    serde_json::Serializer::new(&mut json)
        .collect_seq(items)
        .expect("texts and numbers can be written into memory");
    String::from_utf8(json).expect("JSON is UTF-8")
}

impl<Column> Among<Column> {
    /// The same, but asked of the rows of another index, by date or state, in the order they stand there. Left alone,
    /// SQLite would search every board's whole history and sort it.
    #[must_use]
    pub fn past_index(self) -> Self {
        Self {
            past_index: true,
            ..self
        }
    }
}

impl<Column: Expression> Expression for Among<Column> {
    type SqlType = Bool;
}

impl<Column, From> AppearsOnTable<From> for Among<Column>
where
    Column: AppearsOnTable<From>,
    Self: Expression,
{
}

impl<Column, From> SelectableExpression<From> for Among<Column>
where
    Column: SelectableExpression<From>,
    Self: AppearsOnTable<From>,
{
}

impl<Column: ValidGrouping<Group>, Group> ValidGrouping<Group> for Among<Column> {
    type IsAggregate = Column::IsAggregate;
}

impl<Column> QueryId for Among<Column> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Column: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Among<Column> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        if self.past_index {
            pass.push_sql("+");
        }
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" IN (SELECT value FROM json_each(");
        pass.push_bind_param::<Text, _>(&self.ids)?;
        pass.push_sql("))");
        Ok(())
    }
}

impl<Column: QueryFragment<Pg>> QueryFragment<Pg> for Among<Column> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" = ANY(ARRAY(SELECT CAST(json_array_elements_text(CAST(");
        pass.push_bind_param::<Text, _>(&self.ids)?;
        pass.push_sql(" AS json)) AS ");
        pass.push_sql(self.on_postgres);
        pass.push_sql(")))");
        Ok(())
    }
}

impl<Column> QueryFragment<MultiBackend> for Among<Column>
where
    Self: QueryFragment<Sqlite> + QueryFragment<Pg>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}
