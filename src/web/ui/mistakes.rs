//! What is wrong with a form, told on top of it.

use super::{self as ui, Tone};
use crate::web::form::Form;
use crate::web::view::View;
use maud::{Markup, PreEscaped, html};

/// What is wrong, on top of the form: takes the focus after a mistake, each line leads to its field.
#[must_use]
pub fn mistakes(view: &View, form: &Form) -> Markup {
    mistakes_in(view, form, &html! {}, &unnamed)
}

/// What a field is called where several are called alike, such as “Møte 2, starter”.
pub type Named<'a> = &'a dyn Fn(&str) -> Option<String>;

/// For forms in which no two fields are called alike.
#[must_use]
pub fn unnamed(_field: &str) -> Option<String> {
    None
}

/// The same above these fields, for a form in which no two are called alike: each line begins with its field's name.
#[must_use]
pub fn mistakes_at(view: &View, form: &Form, fields: &Markup) -> Markup {
    mistakes_in(view, form, fields, &unnamed)
}

/// The same with the fields at hand: each line begins with what its field is called.
pub(super) fn mistakes_in(view: &View, form: &Form, fields: &Markup, named: Named<'_>) -> Markup {
    let name = |field: &str| match named(field) {
        Some(name) => Some(html! { (name) }),
        None => label_in(fields, field),
    };
    html! {
        @if let Some(notice) = &form.notice {
            (ui::notice(Tone::Danger, &ui::paragraph(&view.said(notice))))
        }
        @if !form.mistakes().is_empty() {
            div class="ds-error-summary" role="alert" tabindex="-1" autofocus {
                h2 class="ds-heading" data-size="xs" { (view.t("form-mistakes")) }
                ul class="ds-list" { @for (field, said) in form.mistakes() {
                    li { a class="ds-link" href=(format!("#{field}")) {
                        @if let Some(name) = name(field) { (name) ": " }
                        (view.said(said))
                    } }
                } }
            }
        }
    }
}

/// The label that stands at a field, or the legend of a group of them, as it is written there.
fn label_in(fields: &Markup, field: &str) -> Option<Markup> {
    let fields = fields.0.as_str();
    let label = format!(" for=\"{field}\">");
    let group = format!(" id=\"{field}\"><legend class=\"ds-label\">");
    let start = [label, group]
        .iter()
        .find_map(|before| Some(fields.find(before)? + before.len()))?;
    let text = fields[start..].split('<').next()?.trim_end();
    Some(PreEscaped(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_told_by_what_its_field_is_called() {
        let fields = html! {
            label class="ds-label" for="title" { "Tittel & navn" " " span { "(valgfritt)" } }
            fieldset class="ds-fieldset" id="paper" { legend class="ds-label" { "Papirer" } }
        };
        let name = |field| label_in(&fields, field).map(PreEscaped::into_string);
        assert_eq!(name("title").as_deref(), Some("Tittel &amp; navn"));
        assert_eq!(name("paper").as_deref(), Some("Papirer"));
        assert_eq!(name("titl"), None);
    }
}
