//! The forms of cases, read into what the rules know. What was typed is kept whatever is wrong with it.

use super::plan::{Late, Place};
use super::rules::{Coming, next_in_time};
use super::{Access, Assessed, Case, Facts, LegalBasis, Numbering, Setting};
use crate::boards::Board;
use crate::calendar::moment_of;
use crate::db::code_words::CodeWord;
use crate::db::ids::{BoardId, CaseId, MeetingId, OrganisationId, PersonId};
use crate::db::types::{Moment, Words};
use crate::i18n::{Language, Said};
use crate::web::Form;
use crate::web::access::{Assessment, Audience, Role, Scope};
use chrono::NaiveTime;

/// As long as a title may be.
const TITLE: usize = 200;
/// As long as a reason may be.
pub const REASON: usize = 1000;
/// A meeting day at most; what takes no time is left empty.
const MINUTES: std::ops::RangeInclusive<i64> = 1..=600;

/// What the fields of a case choose among.
pub struct Choices {
    pub board: Board,
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
    pub organisations: Vec<(OrganisationId, String)>,
    /// This board and its councils.
    pub bodies: Vec<(BoardId, Words)>,
    pub coming: Vec<Coming>,
    pub meeting_kinds: Vec<CodeWord>,
    /// Who may let a case in late.
    pub chair: Option<(PersonId, String)>,
    /// Whether the reader may give or record the chair's permission.
    pub may_permit: bool,
}

/// A new case's form: the id it will have, and the facts of the one it takes up.
#[must_use]
pub fn fresh(choices: &Choices, former: Option<&Case>, now: Moment) -> Form {
    let next = next_in_time(&choices.coming, now).map(|one| one.meeting.id);
    let mut form = match former {
        Some(former) => facts_of(&former.facts),
        None => Form::filled([("language", languages(&choices.board)[0].tag().to_owned())]),
    };
    form.put("id", CaseId::new().to_string());
    form.put(
        "follows",
        former.map_or_else(String::new, |case| case.id.to_string()),
    );
    form.put(
        "wanted-meeting",
        next.map_or_else(String::new, |id| id.to_string()),
    );
    form
}

/// The languages in which a board's cases are written.
#[must_use]
pub fn languages(board: &Board) -> Vec<Language> {
    if board.languages.is_empty() {
        vec![Language::NB]
    } else {
        board.languages.clone()
    }
}

/// A form filled with what stands.
#[must_use]
pub fn facts_of(facts: &Facts) -> Form {
    let id = |id: Option<String>| id.unwrap_or_default();
    let mut fields: Vec<(&str, String)> = vec![
        ("title", facts.title.clone()),
        ("public-title", facts.public_title.clone()),
        ("kind", facts.kind.clone()),
        ("subject", facts.subject.clone()),
        ("language", facts.language.tag().to_owned()),
        ("description", facts.description.clone()),
        ("archive-reference", facts.archive_reference.clone()),
        ("body", id(facts.responsible_board.map(|id| id.to_string()))),
        (
            "wanted-meeting",
            id(facts.wanted_meeting.map(|id| id.to_string())),
        ),
    ];
    if facts.affects_municipalities {
        fields.push(("municipalities", "yes".to_owned()));
    }
    let organisations = facts.organisations.iter();
    fields.extend(organisations.map(|id| ("organisations", id.to_string())));
    Form::filled(fields)
}
/// What a case is about, as the form says.
pub fn read_facts(form: &mut Form, choices: &Choices, follows: Option<CaseId>) -> Facts {
    let title = form.needed_line("title", TITLE);
    let public_title = form.line("public-title", TITLE);
    let public_title = if public_title.is_empty() {
        title.clone()
    } else {
        public_title
    };
    let language = Language::from_tag(form.value("language"));
    if language.is_none() {
        form.refuse("language", Said::new("form-needed"));
    }
    let description = needed_text(form, "description", 4000);
    let organisations = form.values("organisations");
    let known = organisations.into_iter().filter_map(|id| {
        let id: OrganisationId = id.parse().ok()?;
        choices
            .organisations
            .iter()
            .any(|(of, _)| *of == id)
            .then_some(id)
    });
    let organisations = known.collect();
    let archive_reference = form.line("archive-reference", 100);
    form.refuse_numbers(&["title", "public-title", "archive-reference"]);
    let body: Option<BoardId> = form.choice_or_none("body");
    if body.is_some_and(|id| choices.bodies.iter().all(|(of, _)| *of != id)) {
        form.refuse("body", Said::new("form-not-a-choice"));
    }
    Facts {
        title,
        public_title,
        kind: form.code("kind", &choices.kinds),
        subject: form.code("subject", &choices.subjects),
        language: language.unwrap_or(Language::NB),
        description,
        archive_reference,
        organisations,
        responsible_board: body,
        affects_municipalities: form.is_ticked("municipalities"),
        wanted_meeting: form.choice_or_none("wanted-meeting"),
        follows,
    }
}

/// Text in several lines that must not be empty, nor hold a national identity number.
pub fn needed_text(form: &mut Form, name: &str, most: usize) -> String {
    let text = form.text(name, most);
    if text.is_empty() {
        form.refuse(name, Said::new("form-needed"));
    }
    form.refuse_numbers(&[name]);
    text
}

/// Holds the wanted meeting to its deadline for what is proposed now, on every POST (F45).
///
/// What is too late goes to the next meeting, unless the chair allows it; `before` is the meeting that was wanted already.
pub fn check_wanted(
    form: &mut Form,
    choices: &Choices,
    before: Option<MeetingId>,
    now: Moment,
) -> Option<Late> {
    let wanted: MeetingId = form.value("wanted-meeting").parse().ok()?;
    if before == Some(wanted) {
        return None;
    }
    let Some(meeting) = choices.coming.iter().find(|one| one.meeting.id == wanted) else {
        form.refuse("wanted-meeting", Said::new("form-not-a-choice"));
        return None;
    };
    if !meeting.is_late(now) {
        return None;
    }
    let late = read_late(form, choices);
    if late.is_none() && form.mistake("late-reason").is_none() {
        let until = meeting.registration.map(|at| choices.board.today(at));
        let said = Said::new("case-late").with("date", until.unwrap_or_default());
        form.refuse("wanted-meeting", said);
        let next = next_in_time(&choices.coming, now).map(|one| one.meeting.id.to_string());
        form.put("wanted-meeting", next.unwrap_or_default());
    }
    late
}

/// The chair's permission, where a reason is written by someone who may give or record it.
fn read_late(form: &mut Form, choices: &Choices) -> Option<Late> {
    if !choices.may_permit {
        return None;
    }
    let reason = form.text("late-reason", REASON);
    if reason.is_empty() {
        return None;
    }
    form.refuse_numbers(&["late-reason"]);
    let Some((chair, _)) = &choices.chair else {
        form.refuse("late-reason", Said::new("case-late-no-chair"));
        return None;
    };
    Some(Late {
        given_by: *chair,
        reason,
    })
}

/// The chair's permission where nothing goes on without it.
pub fn needed_late(form: &mut Form, choices: &Choices) -> Option<Late> {
    let late = read_late(form, choices);
    if late.is_none() && form.mistake("late-reason").is_none() {
        form.refuse("late-reason", Said::new("case-late-needs-chair"));
    }
    late
}

/// Where a case is put. What was proposed too late for the meeting needs the chair's permission, unless it has it.
pub fn read_place(
    form: &mut Form,
    choices: &Choices,
    case: &Case,
    permitted: &[MeetingId],
) -> Option<Place> {
    let meeting: Option<MeetingId> = form.choice("meeting");
    let (minutes, presenter) = read_item(form);
    let meeting = meeting?;
    let Some(coming) = choices.coming.iter().find(|one| one.meeting.id == meeting) else {
        form.refuse("meeting", Said::new("form-not-a-choice"));
        return None;
    };
    let needs_chair = coming.is_late(case.proposed_at) && !permitted.contains(&meeting);
    let late = needs_chair.then(|| needed_late(form, choices)).flatten();
    Some(Place {
        meeting,
        minutes,
        presenter,
        late,
    })
}

/// A form of whom a case or a paper is shown to, at this version of it, and what was found.
#[must_use]
pub fn assessment_of(
    (version, access): (i64, &Access),
    found: Option<&Assessed>,
    board: &Board,
) -> Form {
    let mut fields = vec![
        ("version", version.to_string()),
        ("audience", access.audience.to_string()),
        ("assessment", access.assessment.to_string()),
    ];
    if let Some(found) = found {
        let id = found.basis.map_or_else(String::new, |id| id.to_string());
        let day =
            |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |it| it.to_string());
        fields.push(("basis", id));
        fields.push((
            "scope",
            found.scope.map_or_else(String::new, |it| it.to_string()),
        ));
        fields.push(("reassess-on", day(found.reassess_on)));
        fields.push(("open-from", day(found.open_from.map(|at| board.today(at)))));
        if found.extended_access {
            fields.push(("extended-access", "yes".to_owned()));
        }
    }
    Form::filled(fields)
}

/// Whom a case is shown to and what was found. Exempt needs its paragraph, its scope, and that extended access was
/// considered (offl. § 11); beyond the members goes only what was found open.
pub fn read_assessment(
    form: &mut Form,
    bases: &[LegalBasis],
    board: &Board,
) -> Option<(Audience, Assessed)> {
    let audience: Option<Audience> = form.choice("audience");
    let outcome: Option<Assessment> = form.choice("assessment");
    let basis = form.choice_or_none("basis");
    let scope: Option<Scope> = form.choice_or_none("scope");
    let reassess_on = form.date("reassess-on");
    let open_from = form.date("open-from");
    let (audience, outcome) = (audience?, outcome?);
    let is_exempt = outcome == Assessment::Exempt;
    if audience > Audience::Members && outcome != Assessment::Open {
        let key = if is_exempt {
            "case-audience-exempt"
        } else {
            "case-audience-too-wide"
        };
        form.refuse("audience", Said::new(key));
    }
    if is_exempt {
        if basis.is_none_or(|id| bases.iter().all(|one| one.id != id)) {
            form.refuse("basis", Said::new("case-basis-needed"));
        }
        if scope.is_none() {
            form.refuse("scope", Said::new("case-scope-needed"));
        }
        if !form.is_ticked("extended-access") {
            form.refuse("extended-access", Said::new("case-extended-access-needed"));
        }
    }
    let midnight = |day| moment_of(board.zone, day, NaiveTime::MIN).into();
    let found = Assessed {
        outcome,
        basis: basis.filter(|_| is_exempt),
        scope: scope.filter(|_| is_exempt),
        extended_access: is_exempt,
        reassess_on: reassess_on.filter(|_| is_exempt),
        open_from: open_from.map(midnight),
    };
    Some((audience, found))
}

/// A form of what a board lays down.
#[must_use]
pub fn setting_of(setting: &Setting) -> Form {
    let mut fields = vec![
        ("version", setting.version.to_string()),
        ("numbering", setting.numbering.to_string()),
        ("talk-days", setting.talk_reminder_days.to_string()),
    ];
    let roles = setting.reader_roles.iter();
    fields.extend(roles.map(|role| ("reader-roles", role.to_string())));
    Form::filled(fields)
}

/// What a board lays down about its cases.
pub fn read_setting(form: &mut Form) -> Option<Setting> {
    let numbering: Option<Numbering> = form.choice("numbering");
    let talk_reminder_days = form.needed_number("talk-days", 1..=90);
    let roles = form.values("reader-roles").into_iter();
    let roles: Vec<Role> = roles.filter_map(|code| code.parse().ok()).collect();
    let version = form.version();
    Some(Setting {
        numbering: numbering?,
        reader_roles: Setting::MAY_READ
            .into_iter()
            .filter(|role| roles.contains(role))
            .collect(),
        talk_reminder_days,
        version,
    })
}

/// The minutes and the presenter of an item.
pub fn read_item(form: &mut Form) -> (Option<i64>, String) {
    let minutes = form.number("minutes", MINUTES);
    let presenter = form.line("presenter", TITLE);
    form.refuse_numbers(&["presenter"]);
    (minutes, presenter)
}

/// An item's title in every language, as the page of the item asks for it.
pub fn read_words(form: &mut Form) -> Words {
    let words = form.words("title", TITLE, false);
    if words.is_empty() {
        form.refuse("title-nb", Said::new("form-needed"));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_takes_a_minute_at_least() {
        for (typed, is_right) in [
            ("0", false),
            ("1", true),
            ("600", true),
            ("601", false),
            ("", true),
        ] {
            let mut form = Form::filled([("minutes", typed.to_owned())]);
            read_item(&mut form);
            assert_eq!(form.is_right(), is_right, "{typed}");
        }
    }
}
