//! A form that sends files, and its field.

use super::Field;
use super::fields::{described_by, framed};
use super::mistakes::{mistakes_in, unnamed};
use crate::web::assets;
use crate::web::form::{Form, TOKEN};
use crate::web::view::View;
use maud::{Markup, html};

/// A form that sends files.
#[must_use]
pub fn form(view: &View, action: &str, form: &Form, body: &Markup, submit: &str) -> Markup {
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="post" action=(action) enctype="multipart/form-data" novalidate {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" { button class="ds-button" type="submit" { (submit) } }
        }
    }
}

/// A form that sends one large file, and shows how far it has come where the browser runs scripts.
#[must_use]
pub fn form_with_progress(
    view: &View,
    action: &str,
    form: &Form,
    body: &Markup,
    submit: &str,
) -> Markup {
    // The script puts the number in; the words around it are the language's.
    let words = view.tv("file-uploading", &[("percent", "%".into())]);
    html! {
        (mistakes_in(view, form, body, &unnamed))
        form class="form" method="post" action=(action) enctype="multipart/form-data" novalidate data-upload {
            input type="hidden" name=(TOKEN) value=(view.form_token());
            (body)
            div class="actions" { button class="ds-button" type="submit" { (submit) } }
            p data-progress hidden {
                progress max="100" value="0" aria-label=(submit) {}
                " " span role="status" data-words=(words) {}
            }
        }
        script src=(assets::path("upload.js")) defer {}
    }
}

/// One or more files of these kinds; the browser never fills it in again, so nothing is.
#[must_use]
pub fn files(view: &View, form: &Form, field: &Field<'_>, kinds: &str) -> Markup {
    chooser(view, form, field, kinds, true)
}

/// One file of these kinds.
#[must_use]
pub fn file(view: &View, form: &Form, field: &Field<'_>, kinds: &str) -> Markup {
    chooser(view, form, field, kinds, false)
}

fn chooser(view: &View, form: &Form, field: &Field<'_>, kinds: &str, many: bool) -> Markup {
    let control = html! {
        input class="ds-input" type="file" multiple[many] id=(field.name) name=(field.name) accept=(kinds) required[field.needed]
            aria-invalid=[form.mistake(field.name).is_some().then_some("true")]
            aria-describedby=[described_by(form, field)];
    };
    framed(view, form, field, &control)
}
