//! What boards look like: the pieces that their pages share. Each page has a file of its own beside.

pub mod appointment;
pub mod board;
pub mod calendar;
pub mod mandates;
pub mod new_term;
pub mod removal;
pub mod settings;
pub mod terms;

use super::mail::period_text;
use super::{
    Board, DeadlineRule, Refusal, ReminderKind, ReminderRule, ReminderUnit, Rule, rule_kind,
};
use crate::audit::Happened;
use crate::calendar::{Counting, Period};
use crate::db::code_words::CodeWord;
use crate::i18n::{Language, Value, has_text, text};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The open lists whose words the pages of boards need.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    pub board_kinds: Vec<CodeWord>,
    pub meeting_kinds: Vec<CodeWord>,
    pub seat_kinds: Vec<CodeWord>,
    pub outcomes: Vec<CodeWord>,
    pub organisation_kinds: Vec<CodeWord>,
    /// From the largest to the smallest.
    pub sizes: Vec<CodeWord>,
    /// From the highest down.
    pub levels: Vec<CodeWord>,
}

/// The word for a code; the code itself when its list has lost it.
#[must_use]
pub fn word(view: &View, list: &[CodeWord], code: &str) -> String {
    word_in(view.language, list, code)
}

fn word_in(language: Language, list: &[CodeWord], code: &str) -> String {
    let found = list.iter().find(|(of, _)| of == code);
    found.map_or_else(
        || code.to_owned(),
        |(_, words)| words.in_language(language.tag()).to_owned(),
    )
}

/// A list as the choices of a field.
#[must_use]
pub fn choices(view: &View, list: &[CodeWord]) -> Vec<(String, String)> {
    let choice = |(code, words): &CodeWord| (code.clone(), view.words(words).to_owned());
    list.iter().map(choice).collect()
}

/// Codes as the choices of a field, each with the text whose key is `start` and the code.
#[must_use]
pub fn coded(view: &View, start: &str, codes: &[&str]) -> Vec<(String, String)> {
    let choice = |code: &&str| ((*code).to_owned(), view.t(&format!("{start}{code}")));
    codes.iter().map(choice).collect()
}

/// The way up from a page below a board.
#[must_use]
pub fn above(view: &View, board: &Board) -> Markup {
    ui::breadcrumbs(
        view,
        &[
            (paths::BOARDS.to_owned(), view.t("boards-title")),
            (paths::board(board.id), view.words(&board.name).to_owned()),
        ],
    )
}

/// A period as people say it, with its last day.
#[must_use]
pub fn period(view: &View, period: Period) -> String {
    period_text(view.language, period)
}

/// A reference to the mandate: “punkt 4” where only “4” was written; it is never broken in two.
#[must_use]
pub fn paragraph(view: &View, text: &str) -> String {
    paragraph_in(view.language, text)
}

/// The same where there is no page, such as in a mail.
#[must_use]
pub fn paragraph_in(language: Language, number: &str) -> String {
    let said = match number.chars().next() {
        Some(first) if first.is_ascii_digit() => text(
            language,
            "boards-mandate-point",
            &[("number", number.into())],
        ),
        _ => number.to_owned(),
    };
    said.replace(' ', "\u{a0}")
}

/// A mandate's rule in plain words.
#[must_use]
pub fn rule_text(view: &View, lists: &Lists, rule: &Rule) -> String {
    rule_in(view.language, lists, rule)
}

/// The same where there is no page, such as in a mail.
#[must_use]
pub fn rule_in(language: Language, lists: &Lists, rule: &Rule) -> String {
    let key = format!("boards-rule-{}", rule.kind);
    let subject = subject_in(language, lists, rule);
    if !has_text(&key) {
        return format!("{}: {subject}", rule.kind);
    }
    let said = text(
        language,
        &key,
        &[
            ("n", rule.quantity.unwrap_or_default().into()),
            ("subject", subject.into()),
        ],
    );
    if rule.among.is_empty() {
        return said;
    }
    let kinds = rule.among.iter();
    let kinds: Vec<String> = kinds
        .map(|kind| word_in(language, &lists.seat_kinds, kind))
        .collect();
    let among = kinds.join(", ");
    let values = [("rule", said.into()), ("among", among.into())];
    text(language, "boards-rule-among-of", &values)
}

/// What a rule is about, in words.
fn subject_in(language: Language, lists: &Lists, rule: &Rule) -> String {
    let words = rule.words.in_language(language.tag());
    let of = |list: &[CodeWord]| word_in(language, list, &rule.subject);
    match rule.kind.as_str() {
        rule_kind::SEATS_LEAST | rule_kind::SEATS_MOST | rule_kind::HELD_LEAST => {
            of(&lists.seat_kinds)
        }
        rule_kind::ORGANISATIONS_LEAST | rule_kind::ORGANISATIONS_MOST => {
            of(&lists.organisation_kinds)
        }
        rule_kind::SIZES_LEAST => of(&lists.sizes),
        rule_kind::LEVEL_LEAST => of(&lists.levels),
        rule_kind::LARGEST_PAYERS if rule.subject.is_empty() => "none".to_owned(),
        rule_kind::LARGEST_PAYERS => of(&lists.seat_kinds),
        rule_kind::NAMED_ORGANISATION if !rule.called.is_empty() => rule.called.clone(),
        rule_kind::NAMED_ORGANISATION => {
            let number = [("number", rule.subject.as_str().into())];
            text(language, "boards-rule-numbered", &number)
        }
        rule_kind::OUTCOME if words.is_empty() => of(&lists.outcomes),
        rule_kind::DEFAULT_AUDIENCE => {
            text(language, &format!("boards-audience-{}", rule.subject), &[])
        }
        _ => words.to_owned(),
    }
}

/// The mandate's own words for a rule that we say in ours; empty where there are none, or where they are the rule.
#[must_use]
pub fn own_words<'a>(view: &View, rule: &'a Rule) -> &'a str {
    match rule.kind.as_str() {
        rule_kind::OUTCOME | rule_kind::STANDING_ITEM => "",
        _ => view.words(&rule.words),
    }
}

/// A lead time in plain words: “7 dager før møtet kl. 15.00”.
#[must_use]
pub fn lead_text(view: &View, rule: &DeadlineRule) -> String {
    let key = match (rule.offset.days, rule.offset.counting) {
        (0, _) => "boards-lead-same-day",
        (..0, Counting::Calendar) => "boards-lead-before",
        (..0, Counting::Working) => "boards-lead-before-working",
        (1.., Counting::Calendar) => "boards-lead-after",
        (1.., Counting::Working) => "boards-lead-after-working",
    };
    let days = Value::Number(rule.offset.days.abs());
    view.tv(
        key,
        &[("n", days), ("time", view.time(rule.offset.time).into())],
    )
}

/// Who is reminded of what, when, as one sentence.
#[must_use]
pub fn reminder_text(view: &View, rule: &ReminderRule) -> String {
    let key = match (rule.kind, rule.unit) {
        (ReminderKind::Before, ReminderUnit::Days) => "boards-reminder-days-before",
        (ReminderKind::Before, ReminderUnit::Months) => "boards-reminder-months-before",
        (ReminderKind::Overdue, _) => "boards-reminder-overdue",
    };
    view.tv(
        key,
        &[
            ("who", view.t(&format!("boards-to-{}", rule.to)).into()),
            (
                "about",
                view.t(&format!("boards-about-{}", rule.about)).into(),
            ),
            ("n", rule.quantity.into()),
            ("times", rule.at_most.into()),
        ],
    )
}

/// A form as it stands: what was typed, and who saved first when someone did.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub form: Form,
    pub happened: Vec<Happened>,
}

impl Draft {
    #[must_use]
    pub fn of(form: Form) -> Self {
        Self {
            form,
            happened: Vec::new(),
        }
    }

    /// Puts a rule's refusal at its field.
    pub fn refuse(&mut self, refusal: Refusal) {
        if let Refusal::Because(field, said) = refusal {
            self.form.refuse(field, said);
        }
    }

    /// Who saved first, when someone did.
    #[must_use]
    pub fn stale(&self, view: &View, board: &Board) -> Markup {
        html! {
            @if !self.happened.is_empty() { (ui::stale_notice(view, board.zone, &self.happened)) }
        }
    }
}

/// A page of several forms, of which one was sent.
pub struct Sent<'a> {
    pub which: &'a str,
    pub draft: &'a Draft,
}

impl Sent<'_> {
    /// What a form of the page shows: what was typed if it was sent, else what it begins with.
    fn form(&self, which: &str, fresh: Form) -> Form {
        if self.which == which {
            self.draft.form.clone()
        } else {
            fresh
        }
    }
}
