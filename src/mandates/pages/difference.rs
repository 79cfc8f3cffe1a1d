//! Two versions beside each other: the text paragraph by paragraph, word by word, the rules and the lead times.
//!
//! What is new and what is gone is told by line and stroke, and in words for those who do not see them.

use super::above;
use crate::boards::pages::{Lists, lead_text, own_words, paragraph, rule_text, word};
use crate::boards::{Board, DeadlineRule, Mandate, Rule};
use crate::db::ids::MandateId;
use crate::mandates::rules::difference as rules;
use crate::mandates::{Change, Document, Mark, Paragraph};
use crate::web::prose::prose;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A version with its document.
pub struct OneVersion {
    pub mandate: Mandate,
    pub document: Document,
}

/// What the page of a difference shows.
pub struct DifferencePage {
    pub board: Board,
    /// The version whose page it is.
    pub of: MandateId,
    /// What it can be held against, with their labels.
    pub others: Vec<(MandateId, String)>,
    pub lists: Lists,
    /// None where there is no other.
    pub older: Option<OneVersion>,
    pub newer: OneVersion,
}

/// What differs between two versions.
#[must_use]
pub fn page(view: &View, page: &DifferencePage) -> Markup {
    let Some(older) = &page.older else {
        return html! {
            (above(view, &page.board, &page.newer.mandate))
            (ui::heading(&view.t("mandate-difference")))
            (ui::empty(&view.t("mandate-difference-alone")))
        };
    };
    let of = if older.mandate.id == page.of {
        &page.newer
    } else {
        older
    };
    let form = Form::filled([("with", of.mandate.id.to_string())]);
    let others: Vec<(String, String)> = page
        .others
        .iter()
        .map(|(id, label)| (id.to_string(), label.clone()))
        .collect();
    let field = Field::new("with", view.t("mandate-difference-with")).needed();
    let own = paths::of_mandate(page.of, "difference");
    let values = [
        ("older", (&older.mandate.label).into()),
        ("newer", (&page.newer.mandate.label).into()),
    ];
    html! {
        (above(view, &page.board, if older.mandate.id == page.of { &older.mandate } else { &page.newer.mandate }))
        (ui::heading(&view.tv("mandate-difference-of", &values)))
        @if others.len() > 1 {
            (ui::filter_form(view, &own, &form, &ui::select(view, &form, &field, &others), &view.t("boards-show")))
        }
        (ui::paragraph(&view.t("mandate-difference-key")))
        (texts(view, older, &page.newer))
        (all_rules(view, page, &older.mandate))
        (all_deadlines(view, page, &older.mandate))
    }
}

/// What became of something, as a short state.
fn tag<T>(view: &View, change: &Change<T>) -> Markup {
    match change {
        Change::Same(_) => Markup::default(),
        Change::Added(_) => ui::tag(Tone::Success, &view.t("mandate-added")),
        Change::Removed(_) => ui::tag(Tone::Danger, &view.t("mandate-removed")),
        Change::Changed(..) => ui::tag(Tone::Warning, &view.t("mandate-changed")),
    }
}

fn texts(view: &View, older: &OneVersion, newer: &OneVersion) -> Markup {
    let (old, new) = (&older.document.paragraphs, &newer.document.paragraphs);
    let all = rules::paragraphs(old, new);
    let same = all.iter().filter(|it| matches!(it, Change::Same(_)));
    let same = same.count();
    html! {
        (ui::section_heading("texts", &view.t("mandate-text")))
        @if all.is_empty() { (ui::empty(&view.t("mandate-no-text"))) }
        @else if same == all.len() { (ui::empty(&view.t("mandate-text-same"))) }
        @else {
            @for change in &all { (one_text(view, change)) }
            @if same > 0 { (ui::paragraph(&view.tv("mandate-paragraphs-same", &[("n", same.into())]))) }
        }
    }
}

fn heading(view: &View, change: &Change<&Paragraph>, title: &Markup) -> Markup {
    html! { h3 class="ds-heading" data-size="xs" { (title) " " (tag(view, change)) } }
}

fn one_text(view: &View, change: &Change<&Paragraph>) -> Markup {
    let title = |it: &Paragraph| html! { (it.number) ". " (it.heading) };
    match change {
        Change::Same(_) => Markup::default(),
        Change::Added(it) => html! {
            (heading(view, change, &title(it)))
            ins { div class="prose" { (prose(&it.body, 3, &it.heading)) } }
        },
        Change::Removed(it) => html! {
            (heading(view, change, &title(it)))
            del { div class="prose" { (prose(&it.body, 3, &it.heading)) } }
        },
        Change::Changed(old, new) => {
            let headings = html! { (new.number) ". " (marked(view, &old.heading, &new.heading)) };
            html! {
                (heading(view, change, &headings))
                (lined(view, lines(&old.body, &new.body)))
            }
        }
    }
}

type Piece = (Mark, String);

/// The pieces of a text, line by line, as they were typed: a mark that goes over lines is a mark on each.
fn lines(old: &str, new: &str) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    for (mark, text) in rules::words(old, new) {
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), part.is_empty()) {
                line.push((mark, part.to_owned()));
            }
        }
    }
    lines.retain(|line| line.iter().any(|(_, text)| !text.trim().is_empty()));
    lines
}

/// Lines as paragraphs; those that follow each other as points of a list, as one list.
fn lined(view: &View, lines: Vec<Vec<Piece>>) -> Markup {
    let mut drawn_lines: Vec<(bool, Vec<Markup>)> = Vec::new();
    for mut line in lines {
        let is_point = take_point(&mut line);
        let said = drawn(view, &line);
        match drawn_lines.last_mut() {
            Some((true, points)) if is_point => points.push(said),
            _ => drawn_lines.push((is_point, vec![said])),
        }
    }
    html! { div class="prose" { @for (is_point, said) in &drawn_lines {
        @if *is_point { (ui::list(said)) }
        @else { @for line in said { p { (line) } } }
    } } }
}

/// Whether a line is a point of a list; its sign is taken off, for the list has its own.
fn take_point(line: &mut Vec<Piece>) -> bool {
    let Some((_, first)) = line.first_mut() else {
        return false;
    };
    let Some(rest) = ["- ", "* "]
        .iter()
        .find_map(|sign| first.strip_prefix(sign))
    else {
        return false;
    };
    *first = rest.to_owned();
    line.retain(|(_, text)| !text.is_empty());
    true
}

fn marked(view: &View, old: &str, new: &str) -> Markup {
    drawn(view, &rules::words(old, new))
}

fn drawn(view: &View, pieces: &[Piece]) -> Markup {
    let spoken = |key: &str| html! { span class="ds-sr-only" { " (" (view.t(key)) ") " } };
    html! { @for (mark, text) in pieces {
        @match mark {
            Mark::Same => (text),
            Mark::Added => { ins { (spoken("mandate-added")) (text) } },
            Mark::Removed => { del { (spoken("mandate-removed")) (text) } },
        }
    } }
}

/// A table of what is not the same; `row` says one side of it.
fn table<T>(
    view: &View,
    (id, title, empty): (&str, &str, &str),
    changes: &[Change<&T>],
    said: impl Fn(&T) -> Markup,
) -> Markup {
    let none = || html! { "–" };
    let rows: Vec<Vec<Markup>> = changes
        .iter()
        .filter_map(|change| {
            let (from, to) = match change {
                Change::Same(_) => return None,
                Change::Added(it) => (none(), said(it)),
                Change::Removed(it) => (said(it), none()),
                Change::Changed(old, new) => (said(old), said(new)),
            };
            Some(vec![tag(view, change), from, to])
        })
        .collect();
    let head = ["mandate-what-happened", "mandate-was", "mandate-becomes"].map(|key| view.t(key));
    html! {
        (ui::section_heading(id, &view.t(title)))
        @if rows.is_empty() { (ui::empty(&view.t(empty))) }
        @else { (ui::table(&view.t(title), &head, &rows)) }
    }
}

fn all_rules(view: &View, page: &DifferencePage, older: &Mandate) -> Markup {
    let changes = rules::rules(&older.rules, &page.newer.mandate.rules);
    let said = |rule: &Rule| {
        let words = own_words(view, rule);
        html! {
            (rule_text(view, &page.lists, rule))
            br; span class="muted" {
                (view.t(&format!("boards-strength-{}", rule.strength)))
                @if !rule.paragraph.is_empty() { ", " (paragraph(view, &rule.paragraph)) }
                @if !words.is_empty() { " «" (words) "»" }
            }
        }
    };
    let named = ("rules", "boards-rules", "mandate-rules-same");
    table(view, named, &changes, said)
}

fn all_deadlines(view: &View, page: &DifferencePage, older: &Mandate) -> Markup {
    let changes = rules::deadlines(&older.deadlines, &page.newer.mandate.deadlines);
    let said = |rule: &DeadlineRule| {
        html! {
            (word(view, &page.lists.meeting_kinds, &rule.meeting_kind)) ": "
            (view.t(&format!("boards-about-{}", rule.stage))) br;
            span class="muted" {
                (lead_text(view, rule)) ", " (view.t(&format!("boards-strength-{}", rule.strength)))
                @if !rule.paragraph.is_empty() { ", " (paragraph(view, &rule.paragraph)) }
            }
        }
    };
    let named = ("leads", "boards-deadlines", "mandate-deadlines-same");
    table(view, named, &changes, said)
}
