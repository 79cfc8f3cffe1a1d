//! The vocabulary of page pieces: each class name of Designsystemet is written once, each piece says its
//! accessibility reason.

mod stale;

pub use stale::stale_notice;

use super::form::{Form, TOKEN};
use super::view::View;
use crate::i18n::Language;
use maud::{Markup, html};

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
    html! {
        div class="table-box" role="region" aria-label=(caption) tabindex="0" {
            table class="ds-table stacks" role="table" data-border {
                caption class="ds-sr-only" { (caption) }
                thead role="rowgroup" { tr role="row" { @for cell in head { th role="columnheader" scope="col" { (cell) } } } }
                tbody role="rowgroup" {
                    @for row in rows {
                        tr role="row" {
                            @for (cell, label) in row.iter().zip(head) { td role="cell" data-label=(label) { (cell) } }
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
        (mistakes(view, form))
        form class="form" method="post" action=(action) novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" { button class="ds-button" type="submit" { (submit) } }
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
        (mistakes(view, form))
        form class="form" method="get" action=(action) novalidate {
            div class="fields" { (body) }
            div class="actions" { button class="ds-button" data-variant="secondary" type="submit" { (submit) } }
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
) -> Markup {
    html! {
        (mistakes(view, form))
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

/// A form whose buttons are its answers: value, text, and what is read out where the text alone does not say enough.
#[must_use]
pub fn answers(
    view: &View,
    action: &str,
    fields: &[(&str, &str)],
    name: &str,
    buttons: &[(String, String, Option<String>)],
) -> Markup {
    html! {
        form class="inline" method="post" action=(action) {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            div class="actions" { @for (value, text, spoken) in buttons {
                button class="ds-button" data-variant="secondary" type="submit" name=(name) value=(value) aria-label=[spoken] { (text) }
            } }
        }
    }
}

/// What is wrong, on top of the form: takes the focus after a mistake, each line leads to its field.
#[must_use]
pub fn mistakes(view: &View, form: &Form) -> Markup {
    html! {
        @if let Some(notice) = &form.notice {
            (self::notice(Tone::Danger, &paragraph(&view.said(notice))))
        }
        @if !form.mistakes().is_empty() {
            div class="ds-error-summary" role="alert" tabindex="-1" autofocus {
                h2 class="ds-heading" data-size="xs" { (view.t("form-mistakes")) }
                ul class="ds-list" { @for (field, said) in form.mistakes() {
                    li { a class="ds-link" href=(format!("#{field}")) { (view.said(said)) } }
                } }
            }
        }
    }
}

/// What a field is called, what helps, and what is wrong with it.
pub struct Field<'a> {
    pub name: &'a str,
    pub label: String,
    pub help: Option<String>,
    pub needed: bool,
    /// What choosing nothing means, in a choice that narrows what is shown.
    pub none: Option<String>,
}

impl<'a> Field<'a> {
    #[must_use]
    pub fn new(name: &'a str, label: impl Into<String>) -> Self {
        Self {
            name,
            label: label.into(),
            help: None,
            needed: false,
            none: None,
        }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn none(mut self, text: impl Into<String>) -> Self {
        self.none = Some(text.into());
        self
    }

    #[must_use]
    pub fn needed(mut self) -> Self {
        self.needed = true;
        self
    }
}

/// The frame of every field: a label tied to the control, help and mistake tied by `aria-describedby`.
fn framed(view: &View, form: &Form, field: &Field<'_>, control: &Markup) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(field.name) {
                (field.label)
                @if !field.needed && field.none.is_none() { " " span class="muted" { (view.t("form-optional")) } }
            }
            @if let Some(help) = &field.help { div data-field="description" id=(format!("{}-help", field.name)) { (help) } }
            (control)
            @if let Some(said) = form.mistake(field.name) {
                p class="ds-validation-message" id=(format!("{}-mistake", field.name)) { (view.said(said)) }
            }
        }
    }
}

fn described_by(form: &Form, field: &Field<'_>) -> Option<String> {
    let mut ids = Vec::new();
    if field.help.is_some() {
        ids.push(format!("{}-help", field.name));
    }
    if form.mistake(field.name).is_some() {
        ids.push(format!("{}-mistake", field.name));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// A one-line field of any input type (`text`, `email`, `date`, `time`, `number`, `url`).
#[must_use]
pub fn input(view: &View, form: &Form, kind: &str, field: &Field<'_>) -> Markup {
    let control = html! {
        input class="ds-input" id=(field.name) name=(field.name) type=(kind) value=(form.value(field.name))
            required[field.needed] autocomplete=[(kind == "email").then_some("email")]
            aria-invalid=[form.mistake(field.name).is_some().then_some("true")]
            aria-describedby=[described_by(form, field)];
    };
    framed(view, form, field, &control)
}

/// A line to be copied: it takes the focus and is selected by keys like a field, but cannot be typed in.
#[must_use]
pub fn to_copy(id: &str, label: &str, help: &str, value: &str) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(id) { (label) }
            div data-field="description" id=(format!("{id}-help")) { (help) }
            input class="ds-input" id=(id) type="text" readonly value=(value) aria-describedby=(format!("{id}-help"));
        }
    }
}

/// A field of several lines.
#[must_use]
pub fn text_area(view: &View, form: &Form, field: &Field<'_>) -> Markup {
    let control = html! {
        textarea class="ds-input" id=(field.name) name=(field.name) rows="4" required[field.needed]
            aria-invalid=[form.mistake(field.name).is_some().then_some("true")]
            aria-describedby=[described_by(form, field)] { (form.value(field.name)) }
    };
    framed(view, form, field, &control)
}

/// A choice among a few; where none need be chosen, the first is empty.
#[must_use]
pub fn select(view: &View, form: &Form, field: &Field<'_>, choices: &[(String, String)]) -> Markup {
    let chosen = form.value(field.name);
    let control = html! {
        select class="ds-input" id=(field.name) name=(field.name) required[field.needed]
            aria-invalid=[form.mistake(field.name).is_some().then_some("true")]
            aria-describedby=[described_by(form, field)] {
            @if !field.needed || chosen.is_empty() { option value="" { (field.none.clone().unwrap_or_else(|| view.t("form-choose"))) } }
            @for (value, text) in choices { option value=(value) selected[value == chosen] { (text) } }
        }
    };
    framed(view, form, field, &control)
}

/// One box to tick.
#[must_use]
pub fn checkbox(view: &View, form: &Form, field: &Field<'_>) -> Markup {
    html! {
        div class="ds-field" {
            input class="ds-input" type="checkbox" id=(field.name) name=(field.name) value="yes" checked[form.is_ticked(field.name)]
                aria-describedby=[described_by(form, field)];
            label class="ds-label" data-weight="regular" for=(field.name) { (field.label) }
            @if let Some(help) = &field.help { div data-field="description" id=(format!("{}-help", field.name)) { (help) } }
            @if let Some(said) = form.mistake(field.name) {
                p class="ds-validation-message" id=(format!("{}-mistake", field.name)) { (view.said(said)) }
            }
        }
    }
}

/// Several boxes that belong together; the group's name is read with each.
#[must_use]
pub fn checkboxes(
    view: &View,
    form: &Form,
    field: &Field<'_>,
    choices: &[(String, String)],
) -> Markup {
    let ticked = form.values(field.name);
    html! {
        fieldset class="ds-fieldset" id=(field.name) {
            legend class="ds-label" { (field.label) }
            @if let Some(help) = &field.help { p class="ds-paragraph" { (help) } }
            @for (value, text) in choices {
                @let id = format!("{}-{value}", field.name);
                div class="ds-field" {
                    input class="ds-input" type="checkbox" id=(id) name=(field.name) value=(value) checked[ticked.contains(&value.as_str())];
                    label class="ds-label" data-weight="regular" for=(id) { (text) }
                }
            }
            @if let Some(said) = form.mistake(field.name) { p class="ds-validation-message" { (view.said(said)) } }
        }
    }
}

/// The same words in every language of the product: one field a language, named `name-nb` and so on.
#[must_use]
pub fn words(view: &View, form: &Form, name: &str, label: &str, needed: bool) -> Markup {
    html! {
        fieldset class="ds-fieldset" {
            legend class="ds-label" { (label) }
            @for language in Language::ALL {
                @let field_name = format!("{name}-{}", language.tag());
                @let mut field = Field::new(&field_name, language.own_name());
                @let () = field.needed = needed && language == Language::NB;
                (input(view, form, "text", &field))
            }
        }
    }
}

/// A hidden field.
#[must_use]
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}
