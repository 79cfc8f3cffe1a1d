//! Who may read what: the decision about one object, and the same decision as a filter of a query. They stand side by
//! side, and a property test holds them equal, so that no page knows more than a list.
//!
//! Two axes, never one. *Audience*: whom the product shows it to. *Assessment* under offentleglova: an open one never
//! widens the audience, and whatever is not found open is read by the board's members at most. Deferred access
//! (offl. § 5) is for those beyond the board: its members read what they are to deal with.

use crate::db::Conn;
use crate::db::connect::MultiBackend;
use crate::db::ids::{BoardId, MeetingId, RowId};
use crate::db::types::Moment;
use crate::error::Result;
use crate::text_enum;
use diesel::backend::Backend;
use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate,
};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{Bool, HasSqlType, Text, Timestamp};
use diesel::sqlite::Sqlite;
use std::collections::BTreeSet;
use std::fmt::Display;

text_enum! {
    /// Whom something is shown to; each lets in those before it.
    Audience {
        Secretariat = "secretariat",
        Members = "members",
        ServiceOwners = "service_owners",
        Public = "public",
    }
}

text_enum! {
    /// What was found under offentleglova.
    Assessment {
        NotAssessed = "not_assessed",
        Open = "open",
        Exempt = "exempt",
    }
}

text_enum! {
    /// How much is exempt; each takes in those before it.
    Scope {
        Part = "part",
        Whole = "whole",
        /// The title too: then not even the public title is told to who may not read it.
        Title = "title",
    }
}

/// What the decision about one thing that is read is made from: every table of such things has these columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Object {
    pub id: RowId,
    /// The case whose closures shut it.
    pub case: RowId,
    /// The meeting whose called deputies read it.
    pub meeting: Option<MeetingId>,
    pub board: BoardId,
    pub audience: Audience,
    pub assessment: Assessment,
    /// Before this it is read by nobody beyond the board.
    pub open_from: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

/// A table of things that are read, and which of its columns say what [`Object`] says. The others are called the same
/// in each: `board_id`, `audience`, `assessment`, `open_from`, `withdrawn_at`.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    pub table: &'static str,
    pub id: &'static str,
    pub case: &'static str,
    /// The table that names the meeting, which is joined where it is another one; and the column.
    pub meeting: (&'static str, &'static str),
}

/// What one reader may read now. Loaded once for a request; the default is that of a visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    pub now: Moment,
    /// The boards whose secretariat the reader is.
    pub keeps: BTreeSet<BoardId>,
    /// The boards whose papers the reader's roles let them read.
    pub reads: BTreeSet<BoardId>,
    pub is_service_owner: bool,
    /// The meetings to which the reader is called as a deputy, and confirmed.
    pub called_to: BTreeSet<MeetingId>,
    /// What was opened for this person alone.
    pub opened: BTreeSet<RowId>,
    /// What a member lets a colleague read along, who has no role here; never while it is exempt or deferred, and a part
    /// only with the whole that stands here too.
    pub lent: BTreeSet<RowId>,
    /// The cases that this person prepares: they read the case and all that belongs to it.
    pub prepares: BTreeSet<RowId>,
    /// The cases that are closed to this person.
    pub closed: BTreeSet<RowId>,
}

impl Clearance {
    /// A visitor's.
    #[must_use]
    pub fn of_nobody(now: Moment) -> Self {
        Self {
            now,
            keeps: BTreeSet::new(),
            reads: BTreeSet::new(),
            is_service_owner: false,
            called_to: BTreeSet::new(),
            opened: BTreeSet::new(),
            lent: BTreeSet::new(),
            prepares: BTreeSet::new(),
            closed: BTreeSet::new(),
        }
    }

    /// Whether this reader is of the board at a meeting: its secretariat, who reads its papers, or who is called in.
    #[must_use]
    pub fn is_inside(&self, board: BoardId, meeting: MeetingId) -> bool {
        self.keeps.contains(&board)
            || self.reads.contains(&board)
            || self.called_to.contains(&meeting)
    }

    /// Whether this reader may read it.
    #[must_use]
    pub fn sees(&self, it: &Object) -> bool {
        !self.closed.contains(&it.case) && self.knows_of(it)
    }

    /// Whether this reader may know that it exists: they read it, or would if the case were not closed to them.
    #[must_use]
    pub fn knows_of(&self, it: &Object) -> bool {
        if self.keeps.contains(&it.board) {
            return true;
        }
        if it.withdrawn_at.is_some() {
            return false;
        }
        if self.opened.contains(&it.id) || self.prepares.contains(&it.case) {
            return true;
        }
        let is_called = it.meeting.is_some_and(|at| self.called_to.contains(&at));
        if it.audience >= Audience::Members && (self.reads.contains(&it.board) || is_called) {
            return true;
        }
        let is_deferred = it.open_from.is_some_and(|from| from > self.now);
        let is_lent = self.lent.contains(&it.id) && it.assessment != Assessment::Exempt;
        if is_lent && !is_deferred && it.audience >= Audience::Members {
            return true;
        }
        let is_free = it.assessment == Assessment::Open && !is_deferred;
        let widest = if self.is_service_owner {
            Audience::ServiceOwners
        } else {
            Audience::Public
        };
        is_free && it.audience >= widest
    }

    /// Whether this reader may read a part of something, such as a paper of a case: both are shown to them, or the part
    /// was opened for them alone.
    #[must_use]
    pub fn sees_part(&self, part: &Object, whole: &Object) -> bool {
        self.sees(part) && (self.sees(whole) || self.opened.contains(&part.id))
    }

    /// [`Clearance::sees_part`] as a filter of a query on both shelves.
    #[must_use]
    pub fn filter_part(&self, part: Shelf, whole: Shelf) -> Seen {
        Seen {
            within: Some(whole),
            ..self.filter(part)
        }
    }

    /// [`Clearance::sees`] as a filter of a query on this shelf.
    #[must_use]
    pub fn filter(&self, of: Shelf) -> Seen {
        Seen {
            within: None,
            of,
            now: self.now,
            keeps: list(&self.keeps),
            reads: list(&self.reads),
            called_to: list(&self.called_to),
            opened: list(&self.opened),
            lent: list(&self.lent),
            prepares: list(&self.prepares),
            closed: list(&self.closed),
            widest: if self.is_service_owner {
                "('service_owners', 'public')"
            } else {
                "('public')"
            },
        }
    }
}

/// Gives a reader's clearance. The slice that keeps closures and openings hands it in.
pub type ClearanceSource = fn(&mut Conn, &super::Reader, Moment) -> Result<Clearance>;

/// A JSON array of texts, which both engines take apart; none when there is nothing to look for.
fn list<Id: Display>(ids: &BTreeSet<Id>) -> Option<String> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    (!ids.is_empty()).then(|| serde_json::Value::from(ids).to_string())
}

/// What [`Clearance::filter`] gives: true of the rows that the reader sees, never null.
#[derive(Clone, Debug)]
pub struct Seen {
    of: Shelf,
    /// What it is a part of.
    within: Option<Shelf>,
    now: Moment,
    keeps: Option<String>,
    reads: Option<String>,
    called_to: Option<String>,
    opened: Option<String>,
    lent: Option<String>,
    prepares: Option<String>,
    closed: Option<String>,
    /// The audiences that let the reader in who has no role on the board.
    widest: &'static str,
}

/// How an engine says “one of these”, around the bound list.
type OneOf = (&'static str, &'static str);
const ON_SQLITE: OneOf = (" IN (SELECT value FROM json_each(", "))");
const ON_POSTGRES: OneOf = (
    " = ANY(ARRAY(SELECT json_array_elements_text(CAST(",
    " AS json))))",
);

impl Seen {
    fn walk<'b, DB>(&'b self, mut pass: AstPass<'_, 'b, DB>, one_of: OneOf) -> QueryResult<()>
    where
        DB: Backend + HasSqlType<Text> + HasSqlType<Timestamp>,
        String: ToSql<Text, DB>,
        Moment: ToSql<Timestamp, DB>,
    {
        let Some(whole) = self.within else {
            return self.walk_one(pass, self.of, one_of);
        };
        pass.push_sql("(");
        self.walk_one(pass.reborrow(), self.of, one_of)?;
        pass.push_sql(" AND (");
        self.walk_one(pass.reborrow(), whole, one_of)?;
        pass.push_sql(" OR ");
        Self::among(&mut pass, one_of, self.of, self.of.id, self.opened.as_ref())?;
        pass.push_sql("))");
        Ok(())
    }

    /// The clauses stand in the order of [`Clearance::sees`].
    fn walk_one<'b, DB>(
        &'b self,
        mut pass: AstPass<'_, 'b, DB>,
        of: Shelf,
        one_of: OneOf,
    ) -> QueryResult<()>
    where
        DB: Backend + HasSqlType<Text> + HasSqlType<Timestamp>,
        String: ToSql<Text, DB>,
        Moment: ToSql<Timestamp, DB>,
    {
        let (table, meeting) = of.meeting;
        let at = Shelf { table, ..of };
        pass.push_sql("(NOT ");
        Self::among(&mut pass, one_of, of, of.case, self.closed.as_ref())?;
        pass.push_sql(" AND (");
        Self::among(&mut pass, one_of, of, "board_id", self.keeps.as_ref())?;
        pass.push_sql(" OR (");
        Self::column(&mut pass, of, "withdrawn_at")?;
        pass.push_sql(" IS NULL AND (");
        Self::among(&mut pass, one_of, of, of.id, self.opened.as_ref())?;
        pass.push_sql(" OR ");
        Self::among(&mut pass, one_of, of, of.case, self.prepares.as_ref())?;
        pass.push_sql(" OR (");
        Self::column(&mut pass, of, "audience")?;
        pass.push_sql(" <> 'secretariat' AND (");
        Self::among(&mut pass, one_of, of, "board_id", self.reads.as_ref())?;
        pass.push_sql(" OR (");
        Self::column(&mut pass, at, meeting)?;
        pass.push_sql(" IS NOT NULL AND ");
        Self::among(&mut pass, one_of, at, meeting, self.called_to.as_ref())?;
        pass.push_sql("))) OR ((");
        Self::column(&mut pass, of, "open_from")?;
        pass.push_sql(" IS NULL OR ");
        Self::column(&mut pass, of, "open_from")?;
        pass.push_sql(" <= ");
        pass.push_bind_param::<Timestamp, _>(&self.now)?;
        pass.push_sql(") AND ((");
        Self::among(&mut pass, one_of, of, of.id, self.lent.as_ref())?;
        pass.push_sql(" AND ");
        Self::column(&mut pass, of, "assessment")?;
        pass.push_sql(" <> 'exempt' AND ");
        Self::column(&mut pass, of, "audience")?;
        pass.push_sql(" <> 'secretariat') OR (");
        Self::column(&mut pass, of, "audience")?;
        pass.push_sql(" IN ");
        pass.push_sql(self.widest);
        pass.push_sql(" AND ");
        Self::column(&mut pass, of, "assessment")?;
        pass.push_sql(" = 'open')))))))");
        Ok(())
    }

    fn column<DB: Backend>(
        pass: &mut AstPass<'_, '_, DB>,
        of: Shelf,
        name: &str,
    ) -> QueryResult<()> {
        pass.push_identifier(of.table)?;
        pass.push_sql(".");
        pass.push_identifier(name)
    }

    fn among<'b, DB>(
        pass: &mut AstPass<'_, 'b, DB>,
        one_of: OneOf,
        of: Shelf,
        name: &str,
        ids: Option<&'b String>,
    ) -> QueryResult<()>
    where
        DB: Backend + HasSqlType<Text>,
        String: ToSql<Text, DB>,
    {
        let Some(ids) = ids else {
            pass.push_sql("(1 = 0)");
            return Ok(());
        };
        pass.push_sql("(");
        Self::column(pass, of, name)?;
        pass.push_sql(one_of.0);
        pass.push_bind_param::<Text, _>(ids)?;
        pass.push_sql(one_of.1);
        pass.push_sql(")");
        Ok(())
    }
}

impl Expression for Seen {
    type SqlType = Bool;
}
// A shelf is named by text; a query on another table fails at once in both engines.
impl<From> AppearsOnTable<From> for Seen {}
impl<From> SelectableExpression<From> for Seen {}
impl<Group> ValidGrouping<Group> for Seen {
    type IsAggregate = is_aggregate::Never;
}
impl QueryId for Seen {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Sqlite> for Seen {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.walk(pass, ON_SQLITE)
    }
}
impl QueryFragment<Pg> for Seen {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.walk(pass, ON_POSTGRES)
    }
}
impl QueryFragment<MultiBackend> for Seen {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(hour: i64) -> Moment {
        let start = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment");
        (start + chrono::Duration::hours(hour)).into()
    }

    fn object(board: BoardId) -> Object {
        let id = RowId::new();
        Object {
            id,
            case: id,
            meeting: Some(MeetingId::new()),
            board,
            audience: Audience::Members,
            assessment: Assessment::NotAssessed,
            open_from: None,
            withdrawn_at: None,
        }
    }

    #[test]
    fn an_open_assessment_never_widens_the_audience() {
        let it = Object {
            assessment: Assessment::Open,
            ..object(BoardId::new())
        };
        let mut owner = Clearance::of_nobody(moment(0));
        owner.is_service_owner = true;
        assert!(!owner.sees(&it));
    }

    #[test]
    fn what_is_exempt_or_not_assessed_is_read_by_members_at_most() {
        let board = BoardId::new();
        let mut member = Clearance::of_nobody(moment(0));
        member.reads.insert(board);
        for assessment in [Assessment::Exempt, Assessment::NotAssessed] {
            let it = Object {
                audience: Audience::Public,
                assessment,
                ..object(board)
            };
            assert!(member.sees(&it) && !Clearance::of_nobody(moment(0)).sees(&it));
        }
    }

    #[test]
    fn a_conflict_of_interest_closes_the_case_whatever_else_opens_it() {
        let it = object(BoardId::new());
        let mut reader = Clearance::of_nobody(moment(0));
        reader.opened.insert(it.id);
        reader.reads.insert(it.board);
        reader.keeps.insert(it.board);
        assert!(reader.sees(&it));
        reader.closed.insert(it.case);
        assert!(!reader.sees(&it) && reader.knows_of(&it));
    }

    #[test]
    fn what_is_withdrawn_stays_with_the_secretariat() {
        let it = Object {
            withdrawn_at: Some(moment(0)),
            ..object(BoardId::new())
        };
        let mut reader = Clearance::of_nobody(moment(1));
        reader.opened.insert(it.id);
        reader.reads.insert(it.board);
        reader.called_to.extend(it.meeting);
        assert!(!reader.sees(&it));
        reader.keeps.insert(it.board);
        assert!(reader.sees(&it));
    }

    #[test]
    fn what_a_member_lends_is_never_exempt_deferred_withdrawn_or_the_secretariats_alone() {
        let it = object(BoardId::new());
        let mut colleague = Clearance::of_nobody(moment(1));
        assert!(!colleague.sees(&it));
        colleague.lent.insert(it.id);
        assert!(colleague.sees(&it));
        let shut = [
            Object {
                assessment: Assessment::Exempt,
                ..it
            },
            Object {
                open_from: Some(moment(2)),
                ..it
            },
            Object {
                withdrawn_at: Some(moment(0)),
                ..it
            },
            Object {
                audience: Audience::Secretariat,
                ..it
            },
        ];
        assert!(shut.iter().all(|it| !colleague.sees(it)));
        colleague.closed.insert(it.case);
        assert!(!colleague.sees(&it));
    }

    #[test]
    fn a_lent_part_is_read_only_with_its_whole() {
        let whole = object(BoardId::new());
        let part = Object {
            id: RowId::new(),
            ..whole
        };
        let mut colleague = Clearance::of_nobody(moment(1));
        colleague.lent.insert(part.id);
        assert!(!colleague.sees_part(&part, &whole));
        colleague.lent.insert(whole.id);
        assert!(colleague.sees_part(&part, &whole));
        let exempt = Object {
            assessment: Assessment::Exempt,
            ..whole
        };
        assert!(!colleague.sees_part(&part, &exempt));
    }

    #[test]
    fn deferred_access_is_for_those_beyond_the_board() {
        let it = Object {
            audience: Audience::Public,
            assessment: Assessment::Open,
            open_from: Some(moment(2)),
            ..object(BoardId::new())
        };
        assert!(!Clearance::of_nobody(moment(1)).sees(&it));
        assert!(Clearance::of_nobody(moment(2)).sees(&it));
        let mut member = Clearance::of_nobody(moment(1));
        member.reads.insert(it.board);
        assert!(member.sees(&it));
    }
}
