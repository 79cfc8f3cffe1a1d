//! The forms of councils: a new one, what decided it, how often it reports, how it ends, and what it is asked.

use super::plan::Question;
use super::{Basis, Delegation, Founding, Rhythm};
use crate::calendar::Period;
use crate::cases::Case;
use crate::db::ids::{BoardId, CaseId, MeetingId};
use crate::db::types::Words;
use crate::i18n::Said;
use crate::meetings::Meeting;
use crate::web::Form;
use chrono::{Days, NaiveDate};

/// As long as a decision's reference may be, a question, and the advice.
const DECISION: usize = 500;
const QUESTION: usize = 4_000;
const ADVICE: usize = 20_000;

/// A new council: what it is called, where mail to it goes, and what decided it.
pub fn read_new(form: &mut Form, cases: &[Case]) -> Option<(Words, String, Basis)> {
    let name = form.words("name", 120, true);
    let mailbox = form.needed_address("mailbox");
    let basis = read_basis(form, cases);
    form.is_right().then_some((name, mailbox, basis?))
}

/// What decided a council, and for how long it is there. A case is one of those that whoever writes may read.
pub fn read_basis(form: &mut Form, cases: &[Case]) -> Option<Basis> {
    let decision = form.needed_line("decision", DECISION);
    form.refuse_numbers(&["decision"]);
    let case: Option<CaseId> = form.choice_or_none("case");
    if case.is_some_and(|case| cases.iter().all(|it| it.id != case)) {
        form.refuse("case", Said::new("form-not-a-choice"));
    }
    let from = form.needed_date("from");
    let last = form.date("last-day");
    let until = last.and_then(|day| day.succ_opt());
    if last.is_some_and(|last| last < from) && form.mistake("from").is_none() {
        form.refuse("last-day", Said::new("council-ends-before-it-begins"));
    }
    form.is_right().then_some(Basis {
        case,
        decision,
        period: Period { from, until },
    })
}

/// A form filled with what decided a council; a new one begins today.
#[must_use]
pub fn filled(of: Option<&Founding>, today: NaiveDate) -> Form {
    let Some(of) = of else {
        return Form::filled([("version", "0".to_owned()), ("from", today.to_string())]);
    };
    let basis = &of.basis;
    let case = basis.case.map(|id| id.to_string());
    let last = basis.period.last_day().map(|day| day.to_string());
    Form::filled([
        ("version", of.version.to_string()),
        ("decision", basis.decision.clone()),
        ("case", case.unwrap_or_default()),
        ("from", basis.period.from.to_string()),
        ("last-day", last.unwrap_or_default()),
    ])
}

/// The form of a new council; its id comes with the form, so that one that is sent twice makes one.
#[must_use]
pub fn fresh(today: NaiveDate) -> Form {
    let mut form = filled(None, today);
    form.put("id", BoardId::new().to_string());
    form
}

/// How often a council reports; nothing typed is no rhythm.
pub fn read_rhythm(form: &mut Form) -> Option<Rhythm> {
    let months = form.number("report-months", 1..=60);
    let title = form.line("report-title", 200);
    let from = form.date("report-from");
    form.refuse_numbers(&["report-title"]);
    let is_typed = months.is_some() || !title.is_empty() || from.is_some();
    if !is_typed {
        return None;
    }
    let missing = [
        ("report-months", months.is_none()),
        ("report-from", from.is_none()),
        ("report-title", title.is_empty()),
    ];
    for (field, is_missing) in missing {
        if is_missing && form.mistake(field).is_none() {
            form.refuse(field, Said::new("form-needed"));
        }
    }
    Some(Rhythm {
        months: months?,
        from: from?,
        title,
    })
}

/// A form filled with how often a council reports.
#[must_use]
pub fn filled_rhythm(of: &Founding) -> Form {
    let mut form = Form::filled([("version", of.version.to_string())]);
    if let Some(rhythm) = &of.rhythm {
        form.put("report-months", rhythm.months.to_string());
        form.put("report-from", rhythm.from.to_string());
        form.put("report-title", rhythm.title.clone());
    }
    form
}

/// From which day a council is no more, and what decided that.
pub fn read_end(form: &mut Form) -> (NaiveDate, String) {
    let decision = form.needed_line("dissolved-decision", DECISION);
    form.refuse_numbers(&["dissolved-decision"]);
    (form.needed_date("dissolved-from"), decision)
}

/// What a board asks a council about a case. What is exempt goes further only when whoever asks says that it may.
pub fn read_question(
    form: &mut Form,
    case: &Case,
    (councils, meetings): (&[BoardId], &[Meeting]),
) -> Option<Question> {
    let council: Option<BoardId> = form.choice("council");
    if council.is_some_and(|council| !councils.contains(&council)) {
        form.refuse("council", Said::new("form-not-a-choice"));
    }
    let question = form.text("question", QUESTION);
    if question.is_empty() {
        form.refuse("question", Said::new("form-needed"));
    }
    form.refuse_numbers(&["question"]);
    let due_on = form.needed_date("due-on");
    let meeting: Option<MeetingId> = form.choice_or_none("meeting");
    if meeting.is_some_and(|meeting| meetings.iter().all(|it| it.id != meeting)) {
        form.refuse("meeting", Said::new("form-not-a-choice"));
    }
    if case.access.is_exempt() && !form.is_ticked("may-know") {
        form.refuse("may-know", Said::new("delegation-exempt-unticked"));
    }
    form.is_right().then_some(Question {
        council: council?,
        question,
        due_on,
        meeting,
    })
}

/// What the question begins with: the meeting that deals with the case, and a day before it.
#[must_use]
pub fn fresh_question(case: &Case, meetings: &[Meeting], today: NaiveDate) -> Form {
    let wanted = case.meeting.or(case.facts.wanted_meeting);
    let meeting = meetings.iter().find(|it| Some(it.id) == wanted);
    let mut form = Form::default();
    if let Some(meeting) = meeting {
        form.put("meeting", meeting.id.to_string());
        let before = meeting.first_day().checked_sub_days(Days::new(14));
        let due = before.filter(|day| *day >= today);
        form.put(
            "due-on",
            due.map_or_else(String::new, |day| day.to_string()),
        );
    }
    form
}

/// The advice, in plain text.
pub fn read_advice(form: &mut Form) -> Option<String> {
    let advice = form.text("advice", ADVICE);
    if advice.is_empty() {
        form.refuse("advice", Said::new("form-needed"));
    }
    form.refuse_numbers(&["advice"]);
    form.is_right().then_some(advice)
}

/// What the advice begins with: what the council came to in its meeting.
#[must_use]
pub fn fresh_advice(of: Option<&Delegation>, conclusion: &str) -> Form {
    Form::filled([
        ("version", of.map_or(0, |it| it.version).to_string()),
        ("advice", conclusion.to_owned()),
    ])
}
