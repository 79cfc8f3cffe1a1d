//! The forms of rules and lead times, read into what the rules know.

use crate::boards::pages::Lists;
use crate::boards::pages::mandates::AUDIENCES;
use crate::boards::{DeadlineRule, Mandate, MandateState, Rule, about, rule_kind};
use crate::calendar::{Counting, Offset};
use crate::db::ids::RowId;
use crate::i18n::Said;
use crate::people::Organisation;
use crate::web::Form;

/// Why something that is approved is corrected, in the field of this name; empty where nothing that is approved is touched.
pub(super) fn reason(form: &mut Form, field: &str, mandate: &Mandate) -> String {
    // What is written down for the first time corrects nothing.
    if mandate.state != MandateState::Approved || form.value("row").is_empty() {
        return String::new();
    }
    let reason = form.needed_line(field, 200);
    form.refuse_numbers(&[field]);
    reason
}

/// Kinds whose rule is a number.
const NUMBERED: [&str; 14] = [
    rule_kind::MEMBERS_LEAST,
    rule_kind::MEMBERS_MOST,
    rule_kind::TERM_MONTHS,
    rule_kind::ORDINARY_MEETINGS,
    rule_kind::SEATS_LEAST,
    rule_kind::SEATS_MOST,
    rule_kind::QUORUM,
    rule_kind::HELD_LEAST,
    rule_kind::ORGANISATIONS_LEAST,
    rule_kind::ORGANISATIONS_MOST,
    rule_kind::LARGEST_PAYERS,
    rule_kind::SIZES_LEAST,
    rule_kind::TERMS_IN_A_ROW_MOST,
    rule_kind::DEPUTIES_MOST,
];

/// Kinds whose rule can be about the members on some kinds of seats.
const AMONG: [&str; 8] = [
    rule_kind::TERM_MONTHS,
    rule_kind::ORGANISATIONS_LEAST,
    rule_kind::ORGANISATIONS_MOST,
    rule_kind::NAMED_ORGANISATION,
    rule_kind::LARGEST_PAYERS,
    rule_kind::SIZES_LEAST,
    rule_kind::LEVEL_LEAST,
    rule_kind::TERMS_IN_A_ROW_MOST,
];

/// Reads the form, with why it corrects what is approved; none when something in it is wrong.
pub(super) fn rule(
    form: &mut Form,
    mandate: &Mandate,
    lists: &Lists,
    known: &[Organisation],
) -> Option<(Rule, String)> {
    let kind = form.needed_line("kind", 60);
    if form.mistake("kind").is_none() && !rule_kind::ALL.contains(&kind.as_str()) {
        form.refuse("kind", Said::new("form-not-a-choice"));
    }
    // A term cannot last no time, and whoever sits is in a first term.
    let is_of_terms = [rule_kind::TERM_MONTHS, rule_kind::TERMS_IN_A_ROW_MOST];
    let least = i64::from(is_of_terms.contains(&kind.as_str()));
    let quantity = if NUMBERED.contains(&kind.as_str()) {
        Some(form.needed_number("quantity", least..=1000))
    } else {
        form.number("quantity", 0..=1000)
    };
    let subject = subject(form, &kind, lists, known);
    let among = among(form, &kind, lists);
    let strength = form.choice("strength");
    let words = form.words("words", 200, kind == rule_kind::STANDING_ITEM);
    let paragraph = form.needed_line("paragraph", 40);
    let reason = reason(form, "reason", mandate);
    let former = mandate
        .rules
        .iter()
        .find(|it| it.id.as_str() == form.value("row"));
    let last = mandate
        .rules
        .iter()
        .map(|it| it.position)
        .max()
        .unwrap_or_default();
    let rule = Rule {
        id: former.map_or_else(RowId::new, |it| it.id),
        kind,
        subject,
        called: String::new(),
        among,
        position: former.map_or(last + 1, |it| it.position),
        quantity,
        strength: strength?,
        words,
        paragraph,
    };
    form.is_right().then_some((rule, reason))
}

/// What a rule of this kind is about; empty for those that are about nothing in particular.
fn subject(form: &mut Form, kind: &str, lists: &Lists, known: &[Organisation]) -> String {
    match kind {
        rule_kind::SEATS_LEAST | rule_kind::SEATS_MOST | rule_kind::HELD_LEAST => {
            form.code("subject", &lists.seat_kinds)
        }
        rule_kind::LARGEST_PAYERS if form.value("subject").trim().is_empty() => String::new(),
        rule_kind::LARGEST_PAYERS => form.code("subject", &lists.seat_kinds),
        rule_kind::ORGANISATIONS_LEAST | rule_kind::ORGANISATIONS_MOST => {
            form.code("subject", &lists.organisation_kinds)
        }
        rule_kind::SIZES_LEAST => form.code("subject", &lists.sizes),
        rule_kind::LEVEL_LEAST => form.code("subject", &lists.levels),
        rule_kind::OUTCOME => form.code("subject", &lists.outcomes),
        rule_kind::NAMED_ORGANISATION => {
            let typed = form.needed_line("organisation", 40);
            let number: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
            let is_known = known
                .iter()
                .any(|it| it.number.as_deref() == Some(number.as_str()));
            if form.mistake("organisation").is_none() && !is_known {
                form.refuse("organisation", Said::new("boards-rule-not-registered"));
            }
            number
        }
        rule_kind::DEFAULT_AUDIENCE => {
            let audience = form.needed_line("subject", 60);
            if form.mistake("subject").is_none() && !AUDIENCES.contains(&audience.as_str()) {
                form.refuse("subject", Said::new("form-not-a-choice"));
            }
            audience
        }
        _ => String::new(),
    }
}

/// The kinds of seats that a rule is about, in the order of their list.
fn among(form: &mut Form, kind: &str, lists: &Lists) -> Vec<String> {
    if !AMONG.contains(&kind) {
        return Vec::new();
    }
    let ticked: Vec<String> = form
        .values("among")
        .into_iter()
        .map(str::to_owned)
        .collect();
    let is_known = |code: &String| lists.seat_kinds.iter().any(|(of, _)| of == code);
    if !ticked.iter().all(is_known) {
        form.refuse("among", Said::new("form-not-a-choice"));
    }
    let kinds = lists.seat_kinds.iter().map(|(code, _)| code);
    kinds
        .filter(|code| ticked.contains(code))
        .cloned()
        .collect()
}

/// Reads the form, with why it corrects what is approved; none when something in it is wrong.
pub(super) fn deadline(
    form: &mut Form,
    mandate: &Mandate,
    lists: &Lists,
) -> Option<(DeadlineRule, String)> {
    let meeting_kind = form.code("meeting-kind", &lists.meeting_kinds);
    let stage = form.needed_line("stage", 40);
    if form.mistake("stage").is_none() && !about::STAGES.contains(&stage.as_str()) {
        form.refuse("stage", Said::new("form-not-a-choice"));
    }
    let days = form.needed_number("days", Offset::DAYS);
    let counting = Counting::from_code(form.value("counting"));
    if counting.is_none() {
        form.refuse("counting", Said::new("form-not-a-choice"));
    }
    let time = form.needed_time("time");
    let strength = form.choice("lead-strength");
    let paragraph = form.line("lead-paragraph", 40);
    let reason = reason(form, "lead-reason", mandate);
    let former = mandate
        .deadlines
        .iter()
        .find(|it| it.id.as_str() == form.value("row"));
    let rule = DeadlineRule {
        id: former.map_or_else(RowId::new, |it| it.id),
        meeting_kind,
        stage,
        offset: Offset {
            days,
            counting: counting?,
            time,
        },
        strength: strength?,
        paragraph,
    };
    form.is_right().then_some((rule, reason))
}
