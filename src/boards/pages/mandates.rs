//! Mandate versions: the list, a new one, and one with its rules and lead times.

use super::board::below;
use super::{
    Draft, Lists, Sent, choices, coded, lead_text, own_words, paragraph, period, removal,
    rule_text, word,
};
use crate::boards::{
    Board, DeadlineRule, Flag, Mandate, MandateState, Rule, about, rule_kind, rules,
};
use crate::db::ids::BoardId;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// Every version of a board's mandate, the newest first.
#[must_use]
pub fn list(
    view: &View,
    board: &Board,
    mandates: &[Mandate],
    today: NaiveDate,
    keeps: bool,
) -> Markup {
    let in_force = rules::in_force(mandates, today).map(|mandate| mandate.id);
    let rows: Vec<Vec<Markup>> = mandates
        .iter()
        .rev()
        .map(|mandate| {
            vec![
                html! {
                    a class="ds-link" href=(paths::mandate(mandate.id)) { (mandate.label) }
                    @if in_force == Some(mandate.id) { " " (ui::tag(Tone::Success, &view.t("boards-in-force"))) }
                    @if mandate.state != MandateState::Approved { " " (state(view, mandate.state)) }
                },
                html! { (period(view, mandate.period)) },
                html! { (mandate.decision) },
            ]
        })
        .collect();
    let body = html! {
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-mandate"))) }
        @else {
            (ui::table(&view.t("boards-mandates"),
                &[view.t("boards-mandate-label"), view.t("boards-period"), view.t("boards-decision")], &rows))
        }
        @if keeps { div class="actions" {
            (ui::link_button(&paths::of_board(board.id, "mandates/draft"), &view.t("mandate-draft-new")))
            (ui::link_button(&paths::of_board(board.id, "mandates/new"), &view.t("boards-mandate-new")))
        } }
    };
    below(view, board, &view.t("boards-mandates"), &body)
}

/// How far a version has come, as a short state.
#[must_use]
pub fn state(view: &View, state: MandateState) -> Markup {
    let tone = match state {
        MandateState::Draft => Tone::Neutral,
        MandateState::Proposed => Tone::Info,
        MandateState::Approved => Tone::Success,
    };
    ui::tag(tone, &view.t(&format!("boards-mandate-state-{state}")))
}

/// What is not as it should be with a board's mandate, told wherever the board is shown; it leads to the versions.
#[must_use]
pub fn flags(view: &View, of: BoardId, flags: &[Flag]) -> Markup {
    html! { @for flag in flags {
        (ui::notice(Tone::Warning, &html! { p class="ds-paragraph" {
            (flag_text(view, flag)) " "
            (ui::link(&paths::of_board(of, "mandates"), &view.t("boards-mandates")))
        } }))
    } }
}

/// The same as a sentence, for a list of boards.
#[must_use]
pub fn flag_text(view: &View, flag: &Flag) -> String {
    let values = [("label", (&flag.label).into()), ("date", flag.day.into())];
    view.tv(&format!("boards-mandate-fault-{}", flag.fault), &values)
}

fn mandate_fields(view: &View, form: &Form) -> Markup {
    html! {
        (ui::input(view, form, "text", &Field::new("label", view.t("boards-mandate-label")).help(view.t("boards-mandate-label-help")).needed()))
        (ui::input(view, form, "date", &Field::new("from", view.t("boards-valid-from")).needed()))
        (ui::input(view, form, "date", &Field::new("last-day", view.t("boards-last-day")).help(view.t("boards-no-end-help"))))
        (ui::input(view, form, "text", &Field::new("decision", view.t("boards-decision")).help(view.t("boards-mandate-decision-help"))))
    }
}

/// A new version; it begins with the rules of the one chosen.
#[must_use]
pub fn new(view: &View, board: &Board, mandates: &[Mandate], draft: &Draft) -> Markup {
    let former: Vec<(String, String)> = mandates
        .iter()
        .rev()
        .map(|it| (it.id.to_string(), it.label.clone()))
        .collect();
    let form = &draft.form;
    let fields = html! {
        (mandate_fields(view, form))
        @if !former.is_empty() {
            (ui::select(view, form, &Field::new("copy-of", view.t("boards-mandate-copy")), &former))
        }
        @if let Some(open) = mandates.iter().find(|it| it.period.until.is_none()) {
            @let end = view.tv("boards-mandate-end-former", &[("label", (&open.label).into())]);
            (ui::checkbox(view, form, &Field::new("end-former", end)))
        }
    };
    let action = paths::of_board(board.id, "mandates/new");
    let back = paths::of_board(board.id, "mandates");
    let body = ui::form_or_leave(view, (&action, &back), form, &fields, &view.t("save"));
    below(view, board, &view.t("boards-mandate-new"), &body)
}

/// A form filled with a version's own data.
#[must_use]
pub fn filled(mandate: &Mandate) -> Form {
    let last = mandate.period.last_day();
    Form::filled([
        ("version", mandate.version.to_string()),
        ("label", mandate.label.clone()),
        ("from", mandate.period.from.to_string()),
        (
            "last-day",
            last.map(|day| day.to_string()).unwrap_or_default(),
        ),
        ("decision", mandate.decision.clone()),
    ])
}

/// A form filled with a rule to change, or empty for a new one.
#[must_use]
pub fn rule_form(mandate: &Mandate, rule: Option<&Rule>) -> Form {
    let mut form = Form::filled([("version", mandate.version.to_string())]);
    form.put("strength", "shall");
    if let Some(rule) = rule {
        form.put("row", rule.id.to_string());
        form.put("kind", rule.kind.clone());
        let subject = match rule.kind.as_str() {
            rule_kind::NAMED_ORGANISATION => "organisation",
            _ => "subject",
        };
        form.put(subject, rule.subject.clone());
        rule.among.iter().for_each(|kind| form.add("among", kind));
        form.put(
            "quantity",
            rule.quantity.map(|it| it.to_string()).unwrap_or_default(),
        );
        form.put("strength", rule.strength.code());
        form.put("paragraph", rule.paragraph.clone());
        form.put_words("words", &rule.words);
    }
    form
}

/// A form filled with a lead time to change, or empty for a new one.
#[must_use]
pub fn deadline_form(mandate: &Mandate, rule: Option<&DeadlineRule>) -> Form {
    let mut form = Form::filled([("version", mandate.version.to_string())]);
    form.put("counting", "calendar");
    form.put("lead-strength", "normally");
    form.put("time", "15:00");
    if let Some(rule) = rule {
        form.put("row", rule.id.to_string());
        form.put("meeting-kind", rule.meeting_kind.clone());
        form.put("stage", rule.stage.clone());
        form.put("days", rule.offset.days.to_string());
        form.put("counting", rule.offset.counting.code());
        form.put("time", rule.offset.time.format("%H:%M").to_string());
        form.put("lead-strength", rule.strength.code());
        form.put("lead-paragraph", rule.paragraph.clone());
    }
    form
}

/// What the page of one version shows.
pub struct MandatePage<'a> {
    pub board: &'a Board,
    pub mandate: &'a Mandate,
    pub lists: &'a Lists,
    pub keeps: bool,
    /// Which of the page's forms was sent or is being filled, and what stands in it.
    pub sent: Sent<'a>,
}

/// One version: its dates, its rules as rows, its lead times.
#[must_use]
pub fn page(view: &View, page: &MandatePage<'_>) -> Markup {
    let (board, mandate) = (page.board, page.mandate);
    let title = view.tv(
        "boards-mandate-version",
        &[("label", (&mandate.label).into())],
    );
    let settings = page.sent.form("settings", filled(mandate));
    let body = html! {
        (page.sent.draft.stale(view, board))
        (ui::facts(&[
            (view.t("boards-period"), html! { (period(view, mandate.period)) }),
            (view.t("boards-decision"), html! { (mandate.decision) }),
            (view.t("boards-mandate-state"), state(view, mandate.state)),
        ]))
        div class="actions" {
            (ui::link_button(&paths::of_mandate(mandate.id, "text"), &view.t("mandate-text")))
            (ui::link_button(&paths::of_mandate(mandate.id, "difference"), &view.t("mandate-difference")))
            (ui::link_button(&paths::of_mandate(mandate.id, "what-if"), &view.t("mandate-what-if")))
        }
        (removal::section(view, page))
        @if page.keeps && mandate.state == MandateState::Approved {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("boards-mandate-corrections"))))
        }
        (rules_section(view, page))
        (deadlines_section(view, page))
        @if page.keeps {
            (ui::section_heading("settings", &view.t("boards-mandate-change")))
            (ui::form(view, &format!("{}/settings", paths::mandate(mandate.id)), &settings,
                &html! { (ui::hidden("version", settings.value("version"))) (mandate_fields(view, &settings)) }, &view.t("save")))
        }
    };
    html! {
        (ui::breadcrumbs(view, &[
            (paths::board(board.id), view.words(&board.name).to_owned()),
            (paths::of_board(board.id, "mandates"), view.t("boards-mandates")),
        ]))
        (ui::heading(&title))
        (body)
    }
}

/// What asks before a row is removed: the end of its address, and the part of the page.
pub const REMOVE: &str = "remove";

/// Where it is said why something that is approved is corrected; nothing for what may be changed freely.
pub(super) fn reason_field(view: &View, of: &Mandate, form: &Form, name: &'static str) -> Markup {
    if of.state != MandateState::Approved || form.value("row").is_empty() {
        return Markup::default();
    }
    let field = Field::new(name, view.t("boards-correction-reason")).needed();
    ui::input(
        view,
        form,
        "text",
        &field.help(view.t("boards-correction-reason-help")),
    )
}

/// What can be done with a row: changed in the form below, or removed after a question.
fn acts(view: &View, page: &MandatePage<'_>, part: &str, row: &str) -> Markup {
    let path = paths::mandate(page.mandate.id);
    let to = |part: &str| format!("{path}?{part}={row}#{part}-form");
    html! {
        div class="actions" {
            (ui::link(&to(part), &view.t("change")))
            (ui::link(&to(REMOVE), &view.t("remove")))
        }
    }
}

fn rules_section(view: &View, page: &MandatePage<'_>) -> Markup {
    let mandate = page.mandate;
    let rows: Vec<Vec<Markup>> = mandate
        .rules
        .iter()
        .map(|rule| {
            let mut row = vec![
                html! {
                    (rule_text(view, page.lists, rule))
                    @let words = own_words(view, rule);
                    @if !words.is_empty() { br; span class="muted" { "«" (words) "»" } }
                },
                html! { (view.t(&format!("boards-strength-{}", rule.strength))) },
                html! { @if !rule.paragraph.is_empty() {
                    (ui::link(&paths::mandate_point(mandate.id, &rule.paragraph), &paragraph(view, &rule.paragraph)))
                } },
            ];
            if page.keeps {
                row.push(acts(view, page, "rule", rule.id.as_str()));
            }
            row
        })
        .collect();
    let mut head = vec![
        view.t("boards-rule"),
        view.t("boards-strength"),
        view.t("boards-paragraph"),
    ];
    if page.keeps {
        head.push(view.t("change"));
    }
    let form = page.sent.form("rule", rule_form(mandate, None));
    html! {
        (ui::section_heading("rules", &view.t("boards-rules")))
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-rules"))) }
        @else { (ui::table(&view.t("boards-rules"), &head, &rows)) }
        @if page.keeps {
            @let title = if form.value("row").is_empty() { "boards-rule-add" } else { "boards-rule-change" };
            (ui::section_heading("rule-form", &view.t(title)))
            (ui::form(view, &format!("{}/rules", paths::mandate(mandate.id)), &form, &rule_fields(view, page, &form), &view.t("save")))
        }
    }
}

/// What a rule can be about, each with what sort of thing it is: a kind of seat or of organisation, a size, a level, an
/// outcome, or an audience.
fn subjects(view: &View, lists: &Lists) -> Vec<(String, String)> {
    let of = [
        ("boards-seat-kind", choices(view, &lists.seat_kinds)),
        (
            "organisation-kind",
            choices(view, &lists.organisation_kinds),
        ),
        ("organisation-size", choices(view, &lists.sizes)),
        ("boards-level", choices(view, &lists.levels)),
        ("boards-rule-kind-outcome", choices(view, &lists.outcomes)),
        (
            "boards-audience",
            coded(view, "boards-audience-", &AUDIENCES),
        ),
    ];
    let named = of.into_iter().flat_map(|(key, choices)| {
        let sort = view.t(key);
        choices
            .into_iter()
            .map(move |(code, word)| (code, format!("{sort}: {word}")))
    });
    named.collect()
}

/// The audiences that papers may start at.
pub const AUDIENCES: [&str; 4] = ["secretariat", "members", "service_owners", "public"];

fn rule_fields(view: &View, page: &MandatePage<'_>, form: &Form) -> Markup {
    let lists = page.lists;
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("row", form.value("row")))
        (ui::select(view, form, &field("kind", "boards-rule-kind").needed(), &coded(view, "boards-rule-kind-", &rule_kind::ALL)))
        (ui::select(view, form, &field("subject", "boards-rule-subject").help(view.t("boards-rule-subject-help")), &subjects(view, lists)))
        (ui::input(view, form, "text", &field("organisation", "organisation-number").help(view.t("boards-rule-organisation-help"))))
        (ui::input(view, form, "number", &field("quantity", "boards-rule-quantity")))
        (ui::checkboxes(view, form, &field("among", "boards-rule-among").help(view.t("boards-rule-among-help")), &choices(view, &lists.seat_kinds)))
        (ui::select(view, form, &field("strength", "boards-strength").needed(), &coded(view, "boards-strength-", &["shall", "normally"])))
        (ui::input(view, form, "text", &field("paragraph", "boards-paragraph").help(view.t("boards-paragraph-help")).needed()))
        (ui::words(view, form, "words", &view.t("boards-rule-words"), false))
        (reason_field(view, page.mandate, form, "reason"))
    }
}

fn deadlines_section(view: &View, page: &MandatePage<'_>) -> Markup {
    let mandate = page.mandate;
    let mut rules: Vec<&DeadlineRule> = mandate.deadlines.iter().collect();
    rules.sort_by_key(|rule| (rule.meeting_kind.clone(), rule.offset.days));
    let rows: Vec<Vec<Markup>> = rules
        .iter()
        .map(|rule| {
            let mut row = vec![
                html! { (word(view, &page.lists.meeting_kinds, &rule.meeting_kind)) },
                html! { (view.t(&format!("boards-about-{}", rule.stage))) },
                html! { (lead_text(view, rule)) },
                html! {
                    (view.t(&format!("boards-strength-{}", rule.strength)))
                    @if !rule.paragraph.is_empty() { " · " (paragraph(view, &rule.paragraph)) }
                },
            ];
            if page.keeps {
                row.push(acts(view, page, "lead", rule.id.as_str()));
            }
            row
        })
        .collect();
    let mut head = vec![
        view.t("boards-meeting-kind"),
        view.t("boards-stage"),
        view.t("boards-deadline"),
        view.t("boards-strength"),
    ];
    if page.keeps {
        head.push(view.t("change"));
    }
    let form = page.sent.form("lead", deadline_form(mandate, None));
    html! {
        (ui::section_heading("leads", &view.t("boards-deadlines")))
        @if rows.is_empty() { (ui::empty(&view.t("boards-no-deadlines"))) }
        @else { (ui::table(&view.t("boards-deadlines"), &head, &rows)) }
        @if page.keeps {
            @let title = if form.value("row").is_empty() { "boards-deadline-add" } else { "boards-deadline-change" };
            (ui::section_heading("lead-form", &view.t(title)))
            (ui::form(view, &format!("{}/deadlines", paths::mandate(mandate.id)), &form, &deadline_fields(view, page, &form), &view.t("save")))
        }
    }
}

fn deadline_fields(view: &View, page: &MandatePage<'_>, form: &Form) -> Markup {
    let lists = page.lists;
    let field = |name: &'static str, key: &str| Field::new(name, view.t(key));
    html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("row", form.value("row")))
        (ui::select(view, form, &field("meeting-kind", "boards-meeting-kind").needed(), &choices(view, &lists.meeting_kinds)))
        (ui::select(view, form, &field("stage", "boards-stage").needed(), &coded(view, "boards-about-", &about::STAGES)))
        (ui::input(view, form, "number", &field("days", "boards-days").help(view.t("boards-days-help")).needed()))
        (ui::select(view, form, &field("counting", "boards-counting").needed(), &coded(view, "boards-counting-", &["calendar", "working"])))
        (ui::input(view, form, "time", &field("time", "boards-time").needed()))
        (ui::select(view, form, &field("lead-strength", "boards-strength").needed(), &coded(view, "boards-strength-", &["shall", "normally"])))
        (ui::input(view, form, "text", &field("lead-paragraph", "boards-paragraph")))
        (reason_field(view, page.mandate, form, "lead-reason"))
    }
}
