//! Opened or not opened: where board data says so, and from then on, it is kept that a reader has opened a paper, and the
//! secretariat sees it. Members are told where they read. Pure.
//!
//! It is kept apart from a reader's own marks (`paper_reading`), which serve them alone: what was read before it was
//! turned on stands nowhere here. Without board data nothing is written, and what stands is swept.

use crate::db::ids::{CaseId, PaperId, PersonId};
use std::collections::BTreeSet;

/// Someone to whom papers of a meeting were sent, and what they have opened of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub name: String,
    /// How many papers they read.
    pub all: usize,
    /// Those of them that they have not opened, by title, in order.
    pub missing: Vec<String>,
}

impl Reader {
    #[must_use]
    pub fn opened(&self) -> usize {
        self.all - self.missing.len()
    }
}

/// A paper that went out: to whom, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub paper: PaperId,
    pub case: CaseId,
    pub title: String,
    pub to: BTreeSet<PersonId>,
}

/// Who has opened what, for each recipient of these papers. A paper of a case that is closed to someone is not theirs to
/// open.
#[must_use]
pub fn readers(
    people: &[(PersonId, String)],
    sent: &[Sent],
    opened: &BTreeSet<(PaperId, PersonId)>,
    closed: &BTreeSet<(CaseId, PersonId)>,
) -> Vec<Reader> {
    let of = |(person, name): &(PersonId, String)| {
        let theirs = sent
            .iter()
            .filter(|one| one.to.contains(person) && !closed.contains(&(one.case, *person)));
        let theirs: Vec<&Sent> = theirs.collect();
        let missing = theirs
            .iter()
            .filter(|one| !opened.contains(&(one.paper, *person)));
        Reader {
            name: name.clone(),
            all: theirs.len(),
            missing: missing.map(|one| one.title.clone()).collect(),
        }
    };
    let all = people.iter().map(of);
    all.filter(|reader| reader.all > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_asked_only_for_what_was_sent_to_them_and_is_theirs_to_read() {
        let (ada, bo, eva) = (PersonId::new(), PersonId::new(), PersonId::new());
        let people =
            [(ada, "Ada"), (bo, "Bo"), (eva, "Eva")].map(|(id, name)| (id, name.to_owned()));
        let sent = |title: &str, to: &[PersonId]| Sent {
            paper: PaperId::new(),
            case: CaseId::new(),
            title: title.to_owned(),
            to: to.iter().copied().collect(),
        };
        let (a, b) = (sent("A", &[ada, bo]), sent("B", &[ada, bo, eva]));
        let opened = BTreeSet::from([(a.paper, ada), (b.paper, bo)]);
        let closed = BTreeSet::from([(a.case, bo), (b.case, eva)]);
        let found = readers(&people, &[a, b], &opened, &closed);
        let told = |name: &str, all: usize, missing: &[&str]| Reader {
            name: name.to_owned(),
            all,
            missing: missing.iter().map(|title| (*title).to_owned()).collect(),
        };
        assert_eq!(found, [told("Ada", 2, &["B"]), told("Bo", 1, &[])]);
        assert_eq!((found[0].opened(), found[1].opened()), (1, 1));
    }
}
