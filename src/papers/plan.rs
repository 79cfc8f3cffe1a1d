//! Makes the changes of a paper whole: the change and its audit entry are one write. The file itself is kept before.

use super::pack::store as packs;
use super::rules::{self, Timing};
use super::store::{self, shared, write};
use super::{Content, Facts, NewVersion, Paper, Part, Sections};
use crate::audit::{self, Actor, Change, Entry};
use crate::boards::store as boards;
use crate::cases::plan::By;
use crate::cases::store::{self as cases, assess, clearance};
use crate::cases::{Access, Assessed, Case};
use crate::db::Conn;
use crate::db::ids::{CaseId, PaperId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::{Said, text};
use crate::meetings::store as meetings;
use crate::web::access::{Audience, Scope};

/// A paper as it is begun.
#[derive(Clone, Debug)]
pub struct Beginning {
    pub id: PaperId,
    pub case: CaseId,
    pub part: Part,
    pub facts: Facts,
    /// Its first version, when it is uploaded; a text is written first.
    pub first: Option<NewVersion>,
}

/// Begins a paper: the secretariat reads it and who began it, nobody else, until it is published. It is assessed as its
/// case is, until it is assessed itself. A form sent twice begins once.
///
/// # Errors
/// What the rules refuse, or when the database fails.
pub fn begin(conn: &mut Conn, of: &Beginning, by: By) -> Result<()> {
    let case = cases::case(conn, of.case)?;
    if let Some(first) = &of.first {
        allow(conn, &case, first, by.now)?;
    }
    let through = case.proposed_through;
    let paper = Paper {
        id: of.id,
        part: of.part,
        position: write::next_position(conn, of.case)?,
        facts: of.facts.clone(),
        latest: i64::from(of.first.is_some()),
        published: None,
        access: Access {
            audience: Audience::Secretariat,
            withdrawn_at: None,
            ..case.access
        },
        created_by: by.person,
        version: 1,
        case,
    };
    if !write::create(conn, &paper, by.now)? {
        return Ok(());
    }
    // An imported case has no proposer for whom its papers are opened.
    if let Some(author) = paper.case.proposed_by {
        let object = ("paper", paper.id.cast());
        clearance::open_for(conn, object, author, through, by.person, by.now)?;
    }
    if let Some(first) = &of.first {
        write::add_version(conn, of.id, 1, first, (by.person, by.now))?;
    }
    record(conn, &paper, "paper-begun", Vec::new(), by)
}

/// Adds a version; the ones before it stand. A draft becomes it, or stays when a file is sent beside it.
///
/// # Errors
/// `Stale` when someone added one after `version`, what the rules refuse, or when the database fails.
pub fn add_version(
    conn: &mut Conn,
    id: PaperId,
    version: i64,
    new: &NewVersion,
    by: By,
) -> Result<Paper> {
    let mut changed = as_read(conn, id, version)?;
    allow(conn, &changed.case, new, by.now)?;
    changed.latest += 1;
    let saved = write::update(conn, &changed)?;
    write::add_version(conn, id, saved.latest, new, (by.person, by.now))?;
    if matches!(new.content, Content::Written(_)) {
        write::end_draft(conn, id)?;
    }
    record(conn, &saved, "paper-version", Vec::new(), by)?;
    Ok(saved)
}

/// Whether a version may come now: late only with its reason, and not at all where the mandate says “shall” (F45).
fn allow(conn: &mut Conn, case: &Case, new: &NewVersion, now: Moment) -> Result<()> {
    let refused = |refusal: rules::Refusal| Error::Refused(refusal.said());
    match timing(conn, case, now)? {
        Timing::InTime => Ok(()),
        Timing::Late { .. } if new.late.is_some() => Ok(()),
        Timing::Late { .. } | Timing::TooLate { .. } => Err(refused(rules::Refusal::TooLate)),
        Timing::Over => Err(refused(rules::Refusal::Over)),
    }
}

/// How a paper of this case stands to its deadline.
///
/// # Errors
/// When the database fails.
pub fn timing(conn: &mut Conn, case: &Case, now: Moment) -> Result<Timing> {
    let at = match case.meeting {
        Some(meeting) => {
            let meeting = meetings::meeting(conn, meeting)?;
            Some((meeting, boards::data(conn, case.board)?))
        }
        None => None,
    };
    let at = at.as_ref().map(|(meeting, data)| (meeting, data));
    Ok(rules::timing(case, at, now))
}

/// Saves a text as it is typed.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn save_draft(
    conn: &mut Conn,
    of: PaperId,
    version: i64,
    sections: &Sections,
    by: By,
) -> Result<i64> {
    write::put_draft(conn, of, version, sections, (by.person, by.now))
}

/// Writes what a paper is called. Nothing is written when nothing changed.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn edit(conn: &mut Conn, id: PaperId, version: i64, facts: &Facts, by: By) -> Result<Paper> {
    let before = as_read(conn, id, version)?;
    if before.facts == *facts {
        return Ok(before);
    }
    let mut changed = before.clone();
    changed.facts = facts.clone();
    let saved = write::update(conn, &changed)?;
    let changes = differences(&before, &saved);
    record(conn, &saved, "paper-edited", changes, by)?;
    Ok(saved)
}

/// Gives the newest version to the board's members.
///
/// # Errors
/// `Stale` when someone saved after `version`, what the rules refuse, or when the database fails.
pub fn publish(conn: &mut Conn, id: PaperId, version: i64, by: By) -> Result<Paper> {
    let before = as_read(conn, id, version)?;
    let number = rules::may_publish(&before).map_err(|refusal| Error::Refused(refusal.said()))?;
    let mut changed = before.clone();
    changed.published = Some(number);
    changed.access.audience = changed.access.audience.max(Audience::Members);
    let saved = write::update(conn, &changed)?;
    let changes = differences(&before, &saved);
    record(conn, &saved, "paper-published", changes, by)?;
    Ok(saved)
}

/// Takes a paper back: from now on only the secretariat reads it.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn withdraw(conn: &mut Conn, id: PaperId, version: i64, by: By) -> Result<Paper> {
    let mut changed = as_read(conn, id, version)?;
    changed.access.withdrawn_at = Some(by.now);
    let saved = write::update(conn, &changed)?;
    record(conn, &saved, "paper-withdrawn", Vec::new(), by)?;
    drop_packs(conn, &saved, by)?;
    Ok(saved)
}

/// Gives a paper that was taken back to its readers again: the version that they had.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn give_back(conn: &mut Conn, id: PaperId, version: i64, by: By) -> Result<Paper> {
    let mut changed = as_read(conn, id, version)?;
    changed.access.withdrawn_at = None;
    let saved = write::update(conn, &changed)?;
    record(conn, &saved, "paper-given-back", Vec::new(), by)?;
    Ok(saved)
}

/// Removes a paper that has never gone out: it is nowhere afterwards, and the trail keeps that it was there.
///
/// Gives its case. `version` and `draft` are those of the paper and of its text as they were shown: nobody's words go unseen.
///
/// # Errors
/// `Stale` when someone saved since, what the rules refuse, or when the database fails.
pub fn remove(
    conn: &mut Conn,
    id: PaperId,
    (version, draft): (i64, i64),
    by: By,
) -> Result<CaseId> {
    let mut paper = as_read(conn, id, version)?;
    let refused = |refusal: rules::Refusal| Error::Refused(refusal.said());
    if timing(conn, &paper.case, by.now)? == Timing::Over {
        return Err(refused(rules::Refusal::Over));
    }
    let versions = store::versions_of(conn, id)?;
    rules::may_remove(&paper, &versions).map_err(refused)?;
    if store::draft(conn, &paper)?.version != draft {
        return Err(Error::Stale);
    }
    write::delete(conn, &paper)?;
    let is_secret = paper.access.title_exempt || paper.case.access.title_exempt;
    let title: &str = if is_secret { "…" } else { &paper.facts.title };
    let sums: Vec<&str> = versions.iter().map(|one| one.checksum.as_str()).collect();
    let changes = [
        Change::of("paper-title", title, ""),
        Change::of("paper-checksum", &sums.join(" "), ""),
    ];
    let changes = changes.into_iter().flatten().collect();
    paper.version += 1;
    record(conn, &paper, "paper-removed", changes, by)?;
    Ok(paper.case.id)
}

/// Writes whom a paper is shown to, and what was found under offentleglova.
///
/// # Errors
/// `Stale` when someone saved after `version`, or when the database fails.
pub fn assess(
    conn: &mut Conn,
    id: PaperId,
    version: i64,
    audience: Audience,
    found: &Assessed,
    by: By,
) -> Result<Paper> {
    let before = as_read(conn, id, version)?;
    let mut changed = before.clone();
    changed.access.audience = audience;
    changed.access.assessment = found.outcome;
    changed.access.title_exempt = found.scope == Some(Scope::Title);
    changed.access.open_from = found.open_from;
    let saved = write::update(conn, &changed)?;
    assess::add(conn, ("paper", id.cast()), found, by.person, by.now)?;
    let changes = differences(&before, &saved);
    record(conn, &saved, "paper-assessed", changes, by)?;
    drop_packs(conn, &saved, by)?;
    Ok(saved)
}

/// What was made of a paper before is not to be had any more (F40).
fn drop_packs(conn: &mut Conn, of: &Paper, by: By) -> Result<()> {
    match of.case.meeting {
        Some(meeting) => packs::drop_packs(conn, meeting, by.now),
        None => Ok(()),
    }
}

/// A case refers to a paper of another one from now on: `paper` is one of those that it may refer to, else it is none of
/// them. A form sent twice shares once.
///
/// # Errors
/// `Refused` when there is no such paper or the case is dealt with, or when the database fails.
pub fn share(conn: &mut Conn, case: &Case, paper: Option<PaperId>, by: By) -> Result<()> {
    if timing(conn, case, by.now)? == Timing::Over {
        return Err(Error::Refused(rules::Refusal::Over.said()));
    }
    let paper = paper.ok_or_else(|| Error::Refused(Said::new("form-not-a-choice")))?;
    if shared::add(conn, paper, case.id, by)? {
        let paper = store::paper(conn, paper)?;
        record(conn, &paper, "paper-shared", Vec::new(), by)?;
    }
    Ok(())
}

/// A case refers to a paper no more. Pressing twice does it once.
///
/// # Errors
/// `Refused` when the case is dealt with, or when the database fails.
pub fn unshare(conn: &mut Conn, case: CaseId, paper: PaperId, by: By) -> Result<()> {
    let case = cases::case(conn, case)?;
    if timing(conn, &case, by.now)? == Timing::Over {
        return Err(Error::Refused(rules::Refusal::Over.said()));
    }
    if shared::remove(conn, paper, case.id)? {
        let paper = store::paper(conn, paper)?;
        record(conn, &paper, "paper-unshared", Vec::new(), by)?;
    }
    Ok(())
}

/// The paper, as long as it is as it was when the form was filled.
fn as_read(conn: &mut Conn, id: PaperId, version: i64) -> Result<Paper> {
    let paper = store::paper(conn, id)?;
    (paper.version == version)
        .then_some(paper)
        .ok_or(Error::Stale)
}

fn record(
    conn: &mut Conn,
    paper: &Paper,
    action: &str,
    changes: Vec<Change>,
    by: By,
) -> Result<()> {
    let entry = Entry {
        board_id: Some(paper.case.board),
        object_kind: "paper",
        object_id: paper.id.as_str(),
        object_version: paper.version,
        action,
        changes,
    };
    audit::record(conn, Actor::Person(by.person), by.now, &entry)
}

/// What differs between two versions. A title stands in it only where neither keeps it secret.
fn differences(before: &Paper, after: &Paper) -> Vec<Change> {
    let is_secret = [before, after]
        .iter()
        .any(|of| of.access.title_exempt || of.case.access.title_exempt);
    let told = |of: &Paper| {
        if is_secret {
            "…".to_owned()
        } else {
            of.facts.title.clone()
        }
    };
    let coded = |start: &str, code: &str| {
        let key = format!("{start}{code}");
        audit::in_words(|language| text(language, &key, &[]))
    };
    let audience = |of: &Paper| coded("case-audience-", of.access.audience.code());
    let assessment = |of: &Paper| coded("case-assessment-", of.access.assessment.code());
    let language = |of: &Paper| audit::in_words(|it| of.facts.language.name_in(it));
    let number = |of: &Paper| {
        of.published
            .map_or_else(String::new, |number| number.to_string())
    };
    let changes = [
        Change::of("paper-title", &told(before), &told(after)),
        Change::of_words("case-language", &language(before), &language(after)),
        Change::of(
            "case-archive-reference",
            &before.facts.archive_reference,
            &after.facts.archive_reference,
        ),
        Change::of("paper-published-version", &number(before), &number(after)),
        Change::of_words("case-audience", &audience(before), &audience(after)),
        Change::of_words("case-assessment", &assessment(before), &assessment(after)),
    ];
    changes.into_iter().flatten().collect()
}
