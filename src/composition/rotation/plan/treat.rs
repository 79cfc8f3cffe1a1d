//! The case that a proposal becomes: what it says of the seats that change and of the rules, in words.

use super::{From, ground, open, record, seat_number};
use crate::boards::pages::{Lists, rule_in};
use crate::boards::store::changes::By;
use crate::cases::plan::{self as cases, By as CaseBy, Proposal};
use crate::cases::{Facts as CaseFacts, forms::languages};
use crate::composition::mail::lists;
use crate::composition::rotation::rules;
use crate::composition::rotation::store::{Ground, write};
use crate::composition::rotation::{Leaving, Line, Rotation, State};
use crate::composition::{Outcome, Verdict};
use crate::db::Conn;
use crate::db::ids::{CaseId, OrganisationId};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, text};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The kind of case that a proposal becomes unless somebody says another: Digdir decides, after dialogue with the board
/// (mandate § 4).
pub const CASE_KIND: &str = "discussion";

/// Proposes a case to the board of what stands, in the board's first language. It is proposed once. `kind` and `subject` are
/// codes of the lists of cases.
///
/// # Errors
/// `Stale`, `Refused` where there is a case already or it is decided, or when the database fails.
pub fn treat(conn: &mut Conn, of: From, (kind, subject): (&str, &str), by: By) -> Result<CaseId> {
    let before = open(conn, of)?;
    if before.case.is_some() {
        return Err(Error::Refused(Said::new("rotation-is-a-case")));
    }
    let (ground, today) = ground(conn, &before, &before.lines, by)?;
    let language = languages(&ground.board).into_iter().next();
    let language = language.unwrap_or(Language::NB);
    let told = Told {
        of: &before,
        ground: &ground,
        lists: &lists(conn)?,
        language,
    };
    let id = CaseId::new();
    let proposal = Proposal {
        id,
        board: before.board,
        through: before.board,
        facts: CaseFacts {
            title: before.title.clone(),
            public_title: before.title.clone(),
            kind: kind.to_owned(),
            subject: subject.to_owned(),
            language,
            description: told.description(today),
            archive_reference: String::new(),
            organisations: BTreeSet::new(),
            responsible_board: None,
            affects_municipalities: false,
            wanted_meeting: None,
            follows: None,
        },
        late: None,
    };
    let case_by = CaseBy {
        person: by.person,
        now: by.at,
    };
    cases::propose(conn, &proposal, case_by)?;
    let after = Rotation {
        state: State::Treated,
        case: Some(id),
        ..before
    };
    write::put(conn, &after, of.1)?;
    record(conn, &after, "rotation-treated", Vec::new(), by)?;
    Ok(id)
}

/// A proposal in the words of its case.
struct Told<'a> {
    of: &'a Rotation,
    ground: &'a Ground,
    lists: &'a Lists,
    language: Language,
}

impl Told<'_> {
    /// What is asked of the board, the seats that change, and the rules that become others.
    fn description(&self, today: NaiveDate) -> String {
        let date = [("date", self.of.from.into())];
        let mut said = vec![text(self.language, "rotation-case-text", &date)];
        said.extend((!self.of.note.is_empty()).then(|| self.of.note.clone()));
        said.extend(self.of.lines.iter().map(|line| self.line(line)));
        said.extend(self.rules(today));
        said.join("\n\n")
    }

    /// A paragraph for each rule whose result is another with the proposal; one that says so where there is none.
    fn rules(&self, today: NaiveDate) -> Vec<String> {
        let facts = &self.ground.facts;
        let with = rules::apply(&rules::standing(self.of, facts, today), facts);
        let compared = rules::compare(facts, &with, rules::whole_from(self.of));
        let changed = compared
            .iter()
            .filter(|it| it.without.outcome != it.with.outcome);
        let said: Vec<String> = changed.map(|it| self.rule(&it.with)).collect();
        if said.is_empty() {
            return vec![text(self.language, "rotation-becomes-none", &[])];
        }
        said
    }

    /// What becomes of a rule, and which organisations decide it.
    fn rule(&self, with: &Verdict<'_>) -> String {
        let (key, of) = match with.outcome {
            Outcome::Met => ("rotation-case-met", &with.evidence.fulfil),
            Outcome::Broken => ("rotation-case-broken", &with.evidence.against),
            Outcome::Unknown => ("rotation-case-unknown", &with.evidence.not_known),
        };
        let names: Vec<String> = of.iter().map(|id| self.called(Some(*id))).collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        };
        let rule = rule_in(self.language, self.lists, with.rule);
        let values = [("rule", rule.into()), ("organisations", names.into())];
        text(self.language, key, &values)
    }

    /// A line in words: the seat's number, who leaves it, and who has it from when.
    fn line(&self, line: &Line) -> String {
        let term = |Leaving { term, .. }| {
            let terms = &self.ground.facts.appointments;
            let found = terms.iter().find(|it| it.id == term);
            found.and_then(|it| it.organisation)
        };
        let values = [
            ("number", seat_number(line, self.ground).into()),
            ("leaves", self.called(line.leaves.and_then(term)).into()),
            ("comes", self.called(line.organisation).into()),
            ("date", line.period.from.into()),
        ];
        text(self.language, "rotation-case-line", &values)
    }

    fn called(&self, id: Option<OrganisationId>) -> String {
        let mut register = self.ground.register.iter();
        let found = register.find(|it| Some(it.id) == id);
        found.map_or_else(|| "none".to_owned(), |it| it.name.clone())
    }
}
