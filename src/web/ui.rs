//! The vocabulary of page pieces: each class name of Designsystemet is written once, each piece says its
//! accessibility reason.

mod fields;
mod mistakes;
mod stale;
pub mod upload;

pub use fields::*;
use mistakes::mistakes_in;
pub use mistakes::{Named, mistakes, mistakes_at, unnamed};
pub use stale::stale_notice;

use super::form::{Form, TOKEN};
use super::view::View;
use maud::{Markup, html};
use std::ops::Range;

/// The page's one `h1`, and what stands right under it.
#[must_use]
pub fn heading(title: &str) -> Markup {
    html! { h1 class="ds-heading" data-size="lg" { (title) } }
}

/// A section's heading; the id makes it a target for links and a name for its section.
#[must_use]
pub fn section_heading(id: &str, title: &str) -> Markup {
    html! { h2 class="ds-heading" data-size="sm" id=(id) { (title) } }
}

#[must_use]
pub fn paragraph(text: &str) -> Markup {
    html! { p class="ds-paragraph" { (text) } }
}

/// How a notice reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Success,
    Warning,
    Danger,
    Neutral,
}

impl Tone {
    fn color(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Neutral => "neutral",
        }
    }
}

/// A notice. Danger is read out at once (`role=alert`), the others when the reader comes to them.
#[must_use]
pub fn notice(tone: Tone, body: &Markup) -> Markup {
    html! { div class="ds-alert" data-color=(tone.color()) role=[(tone == Tone::Danger).then_some("alert")] { (body) } }
}

/// A short state; its text says what the colour says.
#[must_use]
pub fn tag(tone: Tone, text: &str) -> Markup {
    html! { span class="ds-tag" data-color=(tone.color()) { (text) } }
}

/// A link that looks like a button, for going somewhere.
#[must_use]
pub fn link_button(href: &str, text: &str) -> Markup {
    html! { a class="ds-button" data-variant="secondary" href=(href) { (text) } }
}

/// The link that most readers of a page follow, drawn heavier than the others.
#[must_use]
pub fn main_link_button(href: &str, text: &str) -> Markup {
    html! { a class="ds-button" href=(href) { (text) } }
}

/// Where the reader is: a way back up, outermost first; the page itself is not a link.
#[must_use]
pub fn breadcrumbs(view: &View, above: &[(String, String)]) -> Markup {
    html! {
        nav class="ds-breadcrumbs" aria-label=(view.t("you-are-here")) { ol {
            @for (href, text) in above { li { a class="ds-link" href=(href) { (text) } } }
        } }
    }
}

/// A table in its own scrolling box, which the keyboard can reach; its name is read before its cells.
#[must_use]
pub fn table(caption: &str, head: &[String], rows: &[Vec<Markup>]) -> Markup {
    figures(caption, head, 0..0, rows)
}

/// A table with figures in these columns, which stand under each other, unit by unit.
#[must_use]
pub fn figures(
    caption: &str,
    head: &[String],
    columns: Range<usize>,
    rows: &[Vec<Markup>],
) -> Markup {
    let class = |at: usize| columns.contains(&at).then_some("number");
    html! {
        div class="table-box" role="region" aria-label=(caption) tabindex="0" {
            table class="ds-table stacks" role="table" data-border {
                caption class="ds-sr-only" { (caption) }
                thead role="rowgroup" { tr role="row" { @for (at, cell) in head.iter().enumerate() {
                    th class=[class(at)] role="columnheader" scope="col" { (cell) }
                } } }
                tbody role="rowgroup" {
                    @for row in rows {
                        tr role="row" {
                            @for (at, (cell, label)) in row.iter().zip(head).enumerate() {
                                td class=[class(at)] role="cell" data-label=(label) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Said in place of an empty list: what is not there, and what to do.
#[must_use]
pub fn empty(text: &str) -> Markup {
    html! { p class="ds-paragraph muted" { (text) } }
}

/// Label and value, beside each other where there is room.
#[must_use]
pub fn facts(pairs: &[(String, Markup)]) -> Markup {
    html! { dl class="facts" { @for (label, value) in pairs { dt { (label) } dd { (value) } } } }
}

/// A form that posts here, with the browser's token; the error summary stands on top and links to each field.
#[must_use]
pub fn form(view: &View, action: &str, form: &Form, body: &Markup, submit: &str) -> Markup {
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="post" action=(action) novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" { button class="ds-button" type="submit" { (submit) } }
        }
    }
}

/// A form on a page of its own, which can also be left without saving.
#[must_use]
pub fn form_or_leave(
    view: &View,
    (action, back): (&str, &str),
    form: &Form,
    body: &Markup,
    submit: &str,
) -> Markup {
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="post" action=(action) novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" {
                button class="ds-button" type="submit" { (submit) }
                a class="ds-button" data-variant="tertiary" href=(back) { (view.t("cancel")) }
            }
        }
    }
}

/// A form that asks for a part of a list: its answer is an address that can be kept and sent.
#[must_use]
pub fn search_form(action: &str, body: &Markup, submit: &str) -> Markup {
    html! {
        form class="form" method="get" action=(action) role="search" {
            div class="fields" { (body) }
            div class="actions" { button class="ds-button" data-variant="secondary" type="submit" { (submit) } }
        }
    }
}

/// A form that only chooses what is shown: its answer is a page with an address of its own.
#[must_use]
pub fn filter_form(view: &View, action: &str, form: &Form, body: &Markup, submit: &str) -> Markup {
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="get" action=(action) novalidate {
            div class="fields" { (body) }
            div class="actions" { button class="ds-button" data-variant="secondary" type="submit" { (submit) } }
        }
    }
}

/// A form that asks for something to be worked out: as [`filter_form`], with its fields below each other as where they are
/// saved.
#[must_use]
pub fn asking_form(view: &View, action: &str, form: &Form, body: &Markup, submit: &str) -> Markup {
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="get" action=(action) novalidate {
            (body)
            div class="actions" { button class="ds-button" type="submit" { (submit) } }
        }
    }
}

/// A button among several in one form: what it sends as `act`, and what it says.
pub struct Act<'a> {
    pub value: &'a str,
    pub text: String,
    /// The one that the page is for; the others are drawn quieter.
    pub is_main: bool,
}

/// A form with several buttons. The first one is what the Enter key presses, so it is never one that saves unseen.
#[must_use]
pub fn form_with_acts(
    view: &View,
    action: &str,
    form: &Form,
    body: &Markup,
    acts: &[Act<'_>],
    named: Named<'_>,
) -> Markup {
    html! {
        (mistakes_in(view, form, body, named))
        form class="form" id=(FORM_WITH_ACTS) method="post" action=(action) novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" { @for act in acts {
                button class="ds-button" type="submit" name="act" value=(act.value)
                    data-variant=[(!act.is_main).then_some("secondary")] { (act.text) }
            } }
        }
    }
}

const FORM_WITH_ACTS: &str = "form";

/// A button of [`form_with_acts`] that stands further down: after what is to be read before it is pressed.
#[must_use]
pub fn act_below(act: &Act<'_>) -> Markup {
    html! {
        div class="actions" {
            button class="ds-button" type="submit" form=(FORM_WITH_ACTS) name="act" value=(act.value)
                data-variant=[(!act.is_main).then_some("secondary")] { (act.text) }
        }
    }
}

/// Fields that belong together under one name, such as one meeting among several.
#[must_use]
pub fn group(id: &str, name: &str, body: &Markup) -> Markup {
    html! { fieldset class="ds-fieldset one-of-several" id=(id) { legend { (name) } (body) } }
}

/// A [`group`] that is folded under a line that says what stands in it. What is folded is sent all the same.
#[must_use]
pub fn folded_group(id: &str, name: &str, summary: &str, body: &Markup) -> Markup {
    html! {
        details class="ds-details" {
            summary { (summary) }
            div { fieldset class="ds-fieldset" id=(id) { legend class="ds-sr-only" { (name) } (body) } }
        }
    }
}

/// A part of a page under its own heading. It is no landmark: the headings lead to it, and its table may be named alike.
#[must_use]
pub fn section(id: &str, title: &str, body: &Markup) -> Markup {
    html! { section { (section_heading(id, title)) (body) } }
}

/// A list of lines.
#[must_use]
pub fn list(lines: &[Markup]) -> Markup {
    html! { ul class="ds-list" { @for line in lines { li { (line) } } } }
}

/// What is read by those who ask for it; opened without a script.
#[must_use]
pub fn details(summary: &str, body: &Markup) -> Markup {
    html! { details class="ds-details" { summary { (summary) } div { (body) } } }
}

/// Views of one page beside each other, as links; the one shown is told by `aria-current`.
#[must_use]
pub fn views(label: &str, links: &[(String, String, bool)]) -> Markup {
    html! {
        nav aria-label=(label) { ul class="cluster" role="list" {
            @for (href, text, shown) in links {
                li { a class="ds-link" href=(href) aria-current=[shown.then_some("page")] { (text) } }
            }
        } }
    }
}

/// A letter as it was written: its own line breaks, wrapped where the screen ends.
#[must_use]
pub fn letter(text: &str) -> Markup {
    html! { div class="letter" { (text) } }
}

#[must_use]
pub fn link(href: &str, text: &str) -> Markup {
    html! { a class="ds-link" href=(href) { (text) } }
}

/// A link among many that say the same: what it is a link of is read out with it, and not drawn.
#[must_use]
pub fn link_of(href: &str, text: &Markup, of: &str) -> Markup {
    html! { a class="ds-link" href=(href) { (text) span class="ds-sr-only" { ": " (of) } } }
}

/// A form that is one button, for an act that needs nothing more.
#[must_use]
pub fn button_form(
    view: &View,
    action: &str,
    fields: &[(&str, &str)],
    text: &str,
    variant: Option<&str>,
) -> Markup {
    html! {
        form class="inline" method="post" action=(action) {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            button class="ds-button" type="submit" data-variant=[variant] { (text) }
        }
    }
}

/// A form that nobody sees: a script fills it in and sends it.
#[must_use]
pub fn scripted_form(view: &View, action: &str, fields: &[(&str, &str)]) -> Markup {
    html! {
        form hidden method="post" action=(action) data-scripted {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// A form whose buttons are its answers: value, text, and what is read out where the text alone does not say enough. What
/// may be written beside the answer stands above them.
#[must_use]
pub fn answers(
    view: &View,
    action: &str,
    fields: &[(&str, &str)],
    beside: Option<&Markup>,
    name: &str,
    buttons: &[(String, String, Option<String>)],
) -> Markup {
    let class = if beside.is_some() { "form" } else { "inline" };
    html! {
        form class=(class) method="post" action=(action) novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            @if let Some(beside) = beside { (beside) }
            div class="actions" { @for (value, text, spoken) in buttons {
                button class="ds-button" data-variant="secondary" type="submit" name=(name) value=(value) aria-label=[spoken] { (text) }
            } }
        }
    }
}

/// One of several buttons of which at most one is on.
pub struct Toggle {
    /// Its own on the page: the focus comes back to it.
    pub id: String,
    /// What tapping it sends.
    pub value: &'static str,
    pub text: String,
    /// What is read out.
    pub spoken: String,
    pub is_on: bool,
}

/// A form of buttons of which at most one is on. A script sends it and draws the page anew around the tapper.
#[must_use]
pub fn toggles(
    view: &View,
    action: &str,
    fields: &[(&str, &str)],
    name: &str,
    toggles: &[Toggle],
) -> Markup {
    html! {
        form class="inline" method="post" action=(action) data-tap {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            div class="actions" { @for one in toggles {
                button class="ds-button" type="submit" id=(one.id) name=(name) value=(one.value) aria-label=(one.spoken)
                    aria-pressed=(one.is_on.to_string()) data-variant=(if one.is_on { "primary" } else { "secondary" }) { (one.text) }
            } }
        }
    }
}

/// A button for what cannot be undone or changes who gets mail: it is opened first, and says what follows.
#[must_use]
pub fn confirmed(
    view: &View,
    action: &str,
    fields: &[(&str, &str)],
    text: &str,
    follows: &str,
) -> Markup {
    let yes = view.t("confirm-yes");
    details(
        text,
        &html! { (paragraph(follows)) (button_form(view, action, fields, &yes, None)) },
    )
}
