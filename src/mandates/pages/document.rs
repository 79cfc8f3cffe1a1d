//! The text of a version with the rules that come from each paragraph, its way to approval, and the forms that write it.

use super::checks::Checks;
use super::{above, checks};
use crate::boards::pages::mandates::state;
use crate::boards::pages::{Draft, Lists, choices, own_words, paragraph, period, rule_text};
use crate::boards::{Board, Mandate, MandateState, MandateStep, Rule};
use crate::cases::CaseState;
use crate::db::code_words::CodeWord;
use crate::db::ids::BoardId;
use crate::i18n::Language;
use crate::mandates::rules::text as rules;
use crate::mandates::{Document, Paragraph};
use crate::web::prose::prose;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// What sending a version as a case needs.
pub struct Sending {
    /// The board that approves it.
    pub to: Board,
    /// Through which board the reader may propose a case to it; none where they may not.
    pub through: Option<BoardId>,
    pub kinds: Vec<CodeWord>,
    pub subjects: Vec<CodeWord>,
}

/// What the page of a text shows.
pub struct TextPage<'a> {
    pub board: &'a Board,
    pub mandate: &'a Mandate,
    pub document: &'a Document,
    pub lists: &'a Lists,
    /// How far the case has come, for those who may read it.
    pub case: Option<CaseState>,
    pub may_write: bool,
    /// None for those who only read.
    pub sending: Option<&'a Sending>,
    /// None where nothing is to be sent or approved, and for those who only read.
    pub checks: Option<&'a Checks>,
    /// Where the mandate of a council that counts today says something else than the board's.
    pub differs: &'a Markup,
    /// Which of the page's forms was sent, and what stands in it.
    pub which: &'a str,
    pub draft: &'a Draft,
    pub today: NaiveDate,
}

fn language_field(view: &View, form: &Form, board: &Board) -> Markup {
    let languages = crate::cases::forms::languages(board);
    let choice = |it: &Language| (it.tag().to_owned(), it.name_in(view.language));
    let languages: Vec<(String, String)> = languages.iter().map(choice).collect();
    let field = Field::new("language", view.t("mandate-language")).needed();
    ui::select(view, form, &field, &languages)
}

/// A new draft, which begins with the rules and the text of another version.
#[must_use]
pub fn new(view: &View, board: &Board, versions: &[Mandate], draft: &Draft) -> Markup {
    let form = &draft.form;
    let former = versions.iter().rev();
    let former: Vec<(String, String)> = former
        .map(|it| (it.id.to_string(), it.label.clone()))
        .collect();
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    let fields = html! {
        (ui::input(view, form, "text", &field("label", "boards-mandate-label").help(view.t("mandate-label-help")).needed()))
        (ui::input(view, form, "date", &field("from", "boards-valid-from").help(view.t("mandate-from-help")).needed()))
        (ui::input(view, form, "date", &field("last-day", "boards-last-day").help(view.t("boards-no-end-help"))))
        (language_field(view, form, board))
        @if !former.is_empty() { (ui::select(view, form, &field("copy-of", "mandate-copy"), &former)) }
    };
    let back = paths::of_board(board.id, "mandates");
    let own = paths::of_board(board.id, "mandates/draft");
    html! {
        (ui::breadcrumbs(view, &[
            (paths::board(board.id), view.words(&board.name).to_owned()),
            (back.clone(), view.t("boards-mandates")),
        ]))
        (ui::heading(&view.t("mandate-draft-new")))
        (ui::paragraph(&view.t("mandate-draft-about")))
        (ui::form_or_leave(view, (&own, &back), form, &fields, &view.t("save")))
    }
}

/// The text of a version.
#[must_use]
pub fn text(view: &View, page: &TextPage<'_>) -> Markup {
    let mandate = page.mandate;
    let path = |rest: &str| paths::of_mandate(mandate.id, rest);
    html! {
        (above(view, page.board, mandate))
        (ui::heading(&view.tv("mandate-text-of", &[("label", (&mandate.label).into())])))
        (page.draft.stale(view, page.board))
        (notice(view, page))
        (page.differs)
        (ui::facts(&facts(view, page)))
        div class="actions" {
            @if page.may_write { (ui::link_button(&path("write"), &view.t("mandate-text-write"))) }
            (ui::link_button(&path("difference"), &view.t("mandate-difference")))
            (ui::link_button(&path("what-if"), &view.t("mandate-what-if")))
        }
        @if let Some(sending) = page.sending { (steps(view, page, sending)) }
        @if page.document.paragraphs.is_empty() { (ui::empty(&view.t("mandate-no-text"))) }
        @for it in &page.document.paragraphs { (one(view, page, it)) }
        (loose(view, page))
    }
}

fn facts(view: &View, page: &TextPage<'_>) -> Vec<(String, Markup)> {
    let (mandate, document) = (page.mandate, page.document);
    let mut facts = vec![
        (view.t("boards-mandate-state"), state(view, mandate.state)),
        (
            view.t("boards-period"),
            html! { (period(view, mandate.period)) },
        ),
    ];
    if !mandate.decision.is_empty() {
        facts.push((view.t("boards-decision"), html! { (mandate.decision) }));
    }
    if let Some(day) = document.approved_on {
        facts.push((view.t("mandate-approved-on"), html! { (view.date(day)) }));
    }
    if let Some(case) = document.case.filter(|_| page.case.is_some()) {
        let link = ui::link(&paths::case(case), &view.t("mandate-case-open"));
        facts.push((view.t("mandate-case"), link));
    }
    facts
}

/// A paragraph with the rules that come from it. Its text is in its own language, whatever the page is in.
fn one(view: &View, page: &TextPage<'_>, it: &Paragraph) -> Markup {
    let rules: Vec<&Rule> = rules::rules_from(&it.number, &page.mandate.rules).collect();
    let title = format!("{}. {}", it.number, it.heading);
    let foreign = page.document.language != view.language;
    let tag = foreign.then(|| page.document.language.tag());
    html! {
        section {
            div lang=[tag] {
                (ui::section_heading(&paths::anchor(&it.number), &title))
                div class="prose" { (prose(&it.body, 2, &title)) }
            }
            @if !rules.is_empty() {
                p class="ds-paragraph muted" { (view.t("mandate-rules-here")) }
                (ui::list(&lines(view, page, &rules)))
            }
        }
    }
}

fn lines(view: &View, page: &TextPage<'_>, rules: &[&Rule]) -> Vec<Markup> {
    let line = |rule: &&Rule| {
        let words = own_words(view, rule);
        html! {
            (rule_text(view, page.lists, rule))
            @if !words.is_empty() { " " span class="muted" { "«" (words) "»" } }
        }
    };
    rules.iter().map(line).collect()
}

/// Rules that refer to no paragraph of the text, for whoever can mend it.
fn loose(view: &View, page: &TextPage<'_>) -> Markup {
    let document = page.document;
    let rules = rules::loose(&document.paragraphs, &page.mandate.rules);
    if document.paragraphs.is_empty() || rules.is_empty() {
        return Markup::default();
    }
    let line = |rule: &&Rule| {
        html! {
            (rule_text(view, page.lists, rule)) " (" (paragraph(view, &rule.paragraph)) ")"
        }
    };
    let lines: Vec<Markup> = rules.iter().map(line).collect();
    let body = html! {
        (ui::paragraph(&view.t("mandate-loose-about")))
        (ui::list(&lines))
    };
    ui::section("loose", &view.t("mandate-loose"), &body)
}

/// What the secretariat does next with a version that is not approved.
fn steps(view: &View, page: &TextPage<'_>, sending: &Sending) -> Markup {
    let body = match page.mandate.state {
        MandateState::Approved => return Markup::default(),
        MandateState::Draft => propose(view, page, sending),
        MandateState::Proposed => approve(view, page, sending),
    };
    let own = paths::of_mandate(page.mandate.id, "step");
    let version = page.mandate.version.to_string();
    let fields = [
        ("act", MandateStep::Drop.code()),
        ("version", version.as_str()),
    ];
    let body = html! {
        @if let Some(checks) = page.checks { (checks::draw(view, page, checks)) }
        (body)
        (ui::confirmed(view, &own, &fields, &view.t("mandate-drop"), &view.t("mandate-drop-how")))
    };
    ui::section("step", &view.t("mandate-next"), &body)
}

/// What was typed in this form where it was sent, else what it begins with.
fn form_of(page: &TextPage<'_>, step: MandateStep, fresh: impl FnOnce() -> Form) -> Form {
    if page.which == step.code() {
        return page.draft.form.clone();
    }
    let mut form = fresh();
    form.put("version", page.mandate.version.to_string());
    form
}

/// Why nothing was done, where no form on the page tells it.
fn notice(view: &View, page: &TextPage<'_>) -> Markup {
    let step = match page.mandate.state {
        MandateState::Draft if page.sending.is_some_and(|it| it.through.is_some()) => {
            Some(MandateStep::Propose)
        }
        MandateState::Proposed => Some(MandateStep::Approve),
        MandateState::Draft | MandateState::Approved => None,
    };
    let told_below = step.is_some_and(|it| it.code() == page.which);
    let said = page.draft.form.notice.as_ref().filter(|_| !told_below);
    html! {
        @if let Some(said) = said { (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said)))) }
    }
}

fn propose(view: &View, page: &TextPage<'_>, sending: &Sending) -> Markup {
    let board = view.words(&sending.to.name);
    if sending.through.is_none() {
        return ui::paragraph(&view.tv("mandate-not-yours-to-send", &[("board", board.into())]));
    }
    let form = form_of(page, MandateStep::Propose, || {
        let values = [
            ("label", (&page.mandate.label).into()),
            ("board", view.words(&page.board.name).into()),
        ];
        Form::filled([("title", view.tv("mandate-case-title", &values))])
    });
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let fields = html! {
        (ui::hidden("act", MandateStep::Propose.code()))
        (ui::hidden("version", form.value("version")))
        (ui::input(view, &form, "text", &field("title", "case-title")))
        (ui::select(view, &form, &field("kind", "case-type"), &choices(view, &sending.kinds)))
        (ui::select(view, &form, &field("subject", "case-subject"), &choices(view, &sending.subjects)))
    };
    let own = paths::of_mandate(page.mandate.id, "step");
    html! {
        (ui::paragraph(&view.tv("mandate-send-about", &[("board", board.into())])))
        (ui::form(view, &own, &form, &fields, &view.t("mandate-send")))
    }
}

fn approve(view: &View, page: &TextPage<'_>, sending: &Sending) -> Markup {
    let form = form_of(page, MandateStep::Approve, || {
        Form::filled([("day", page.today.to_string())])
    });
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key)).needed();
    let fields = html! {
        (ui::hidden("act", MandateStep::Approve.code()))
        (ui::hidden("version", form.value("version")))
        (ui::input(view, &form, "text", &field("decision", "boards-decision").help(view.t("mandate-decision-help"))))
        (ui::input(view, &form, "date", &field("day", "mandate-approved-on")))
    };
    let own = paths::of_mandate(page.mandate.id, "step");
    let values = [
        ("board", view.words(&sending.to.name).into()),
        ("date", page.mandate.period.from.into()),
    ];
    let back = [
        ("act", MandateStep::SendBack.code()),
        ("version", form.value("version")),
    ];
    html! {
        (ui::paragraph(&view.tv("mandate-approve-about", &values)))
        @if page.mandate.period.from < page.today {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.tv("mandate-approve-late", &values))))
        }
        (ui::form(view, &own, &form, &fields, &view.t("mandate-approve")))
        (ui::button_form(view, &own, &back, &view.t("mandate-send-back"), Some("secondary")))
    }
}

/// Where a text is written, in one piece.
#[must_use]
pub fn write(view: &View, (board, of): (&Board, &Mandate), may: bool, draft: &Draft) -> Markup {
    let form = &draft.form;
    let field = Field::new("text", view.t("mandate-text"));
    let field = field.help(view.t("mandate-text-help")).needed();
    let fields = html! {
        (ui::hidden("version", form.value("version")))
        (language_field(view, form, board))
        div class="long-texts" { (ui::text_area(view, form, &field)) }
    };
    let (own, back) = (
        paths::of_mandate(of.id, "write"),
        paths::of_mandate(of.id, "text"),
    );
    html! {
        (above(view, board, of))
        (ui::heading(&view.t("mandate-text-write")))
        (draft.stale(view, board))
        @if may || !form.is_right() || !draft.happened.is_empty() {
            (ui::form_or_leave(view, (&own, &back), form, &fields, &view.t("save")))
        } @else {
            (ui::paragraph(&view.t("mandate-text-stands")))
            p { (ui::link_button(&back, &view.t("mandate-text"))) }
        }
    }
}
