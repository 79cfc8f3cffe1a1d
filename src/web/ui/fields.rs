//! The fields of forms: each is tied to its label, its help and its mistake, and keeps what was typed.

use crate::i18n::Language;
use crate::web::{Form, View};
use chrono::{NaiveDate, NaiveTime};
use maud::{Markup, html};

/// What a field is called, what helps, and what is wrong with it.
pub struct Field<'a> {
    pub name: &'a str,
    pub label: String,
    pub help: Option<String>,
    pub needed: bool,
    /// Needed for some buttons of its form; the help says for which.
    pub is_sometimes_needed: bool,
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
            is_sometimes_needed: false,
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

    #[must_use]
    pub fn sometimes_needed(mut self) -> Self {
        self.is_sometimes_needed = true;
        self
    }

    /// Whether it is told that it may be left empty.
    fn is_optional(&self) -> bool {
        !self.needed && !self.is_sometimes_needed && self.none.is_none()
    }
}

/// The frame of every field: a label tied to the control, help and mistake tied by `aria-describedby`.
pub(super) fn framed(view: &View, form: &Form, field: &Field<'_>, control: &Markup) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(field.name) {
                (field.label)
                @if field.is_optional() { " " span class="muted" { (view.t("form-optional")) } }
            }
            @if let Some(help) = &field.help { div data-field="description" id=(format!("{}-help", field.name)) { (help) } }
            (control)
            @if let Some(said) = form.mistake(field.name) {
                p class="ds-validation-message" id=(format!("{}-mistake", field.name)) { (view.said(said)) }
            }
        }
    }
}

pub(super) fn described_by(form: &Form, field: &Field<'_>) -> Option<String> {
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
///
/// A field of dates or times shows nothing where what was typed is none: it is a field of text until that is mended.
#[must_use]
pub fn input(view: &View, form: &Form, kind: &str, field: &Field<'_>) -> Markup {
    let value = form.value(field.name);
    let (kind, instead_of) = if is_shown_by(kind, value) {
        (kind, None)
    } else {
        ("text", Some(kind))
    };
    let control = html! {
        input class="ds-input" id=(field.name) name=(field.name) type=(kind) value=(value) data-instead-of=[instead_of]
            required[field.needed] autocomplete=[(kind == "email").then_some("email")]
            aria-invalid=[form.mistake(field.name).is_some().then_some("true")]
            aria-describedby=[described_by(form, field)];
    };
    framed(view, form, field, &control)
}

/// Whether a browser's field of this kind shows this value, and does not drop it.
fn is_shown_by(kind: &str, value: &str) -> bool {
    let is_written = |format: &str| match kind {
        "date" => NaiveDate::parse_from_str(value, format)
            .is_ok_and(|date| date.format(format).to_string() == value),
        _ => NaiveTime::parse_from_str(value, format)
            .is_ok_and(|time| time.format(format).to_string() == value),
    };
    match kind {
        _ if value.is_empty() => true,
        "date" => is_written("%Y-%m-%d"),
        "time" => is_written("%H:%M") || is_written("%H:%M:%S"),
        _ => true,
    }
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
            @for language in Language::all() {
                @let field_name = format!("{name}-{}", language.tag());
                @let mut field = Field::new(&field_name, language.name_in(view.language));
                @let () = field.needed = needed && language == Language::NB;
                (input(view, form, "text", &field))
            }
        }
    }
}

/// The product's languages as choices, called what the page's language calls them.
#[must_use]
pub fn languages(view: &View) -> Vec<(String, String)> {
    Language::all()
        .map(|language| (language.tag().to_owned(), language.name_in(view.language)))
        .collect()
}

/// A hidden field.
#[must_use]
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}
