//! Writing a paper, with its preview, and uploading one.

use super::{above_in, above_paper, late_fields, numbers_field, stopped, text};
use crate::audit::Happened;
use crate::cases::forms::languages;
use crate::papers::forms::{Asked, FILE_BEFORE, WRITE_INSTEAD};
use crate::papers::rules::Timing;
use crate::papers::{Draft, Paper, Part, Sections};
use crate::web::ui::{Act, Field, upload};
use crate::web::{Form, View, assets, paths, ui};
use maud::{Markup, html};

/// The kinds that the file chooser offers.
const ACCEPTED: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg";

/// The form of a new paper: a file, or none and then it is written here.
#[must_use]
pub fn new(view: &View, asked: &Asked, form: &Form) -> Markup {
    let parts: Vec<(String, String)> = (Part::ALL.iter())
        .map(|part| (part.to_string(), view.t(&format!("paper-part-{part}"))))
        .collect();
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (ui::input(view, form, "text", &Field::new("title", view.t("paper-title")).needed()))
        div class="fields" {
            (ui::select(view, form, &Field::new("part", view.t("paper-part")).needed(), &parts))
            (ui::select(view, form, &Field::new("language", view.t("paper-language")).needed(), &language_choices(view, asked)))
        }
        (upload::file(view, form, &Field::new("file", view.t("paper-file")).help(view.t("paper-file-help")), ACCEPTED))
        (file_before(form))
        @if !form.value(FILE_BEFORE).is_empty() {
            (ui::checkbox(view, form, &Field::new(WRITE_INSTEAD, view.t("paper-write-instead"))))
        }
        (numbers_field(view, form, asked, "file"))
        (late_fields(view, form, asked))
    };
    let path = paths::new_paper(asked.case.id);
    html! {
        (above_in(view, &asked.board, &asked.case))
        (ui::heading(&view.t("paper-add")))
        (stopped(view, asked))
        @if may_add(asked) {
            (ui::paragraph(&view.t("paper-add-how")))
            (upload::form_with_progress(view, &path, form, &body, &view.t("paper-add-save")))
        }
    }
}

/// That the form brought a file before, so that it is not sent without one unseen.
fn file_before(form: &Form) -> Markup {
    let name = form.value(FILE_BEFORE);
    html! { @if !name.is_empty() { (ui::hidden(FILE_BEFORE, name)) } }
}

fn may_add(asked: &Asked) -> bool {
    matches!(asked.timing, Timing::InTime | Timing::Late { .. })
}

fn language_choices(view: &View, asked: &Asked) -> Vec<(String, String)> {
    let languages = languages(&asked.board).into_iter();
    languages
        .map(|one| (one.tag().to_owned(), one.name_in(view.language)))
        .collect()
}

/// The form of a new file as the next version.
#[must_use]
pub fn upload(
    view: &View,
    asked: &Asked,
    paper: &Paper,
    form: &Form,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_paper(paper.id, "upload");
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (upload::file(view, form, &Field::new("file", view.t("paper-file")).help(view.t("paper-file-new-help")).needed(), ACCEPTED))
        (file_before(form))
        (numbers_field(view, form, asked, "file"))
        @if paper.latest > 0 { (changed_field(view, form)) }
        (late_fields(view, form, asked))
    };
    html! {
        (above_paper(view, &asked.board, paper))
        (ui::heading(&view.t("paper-upload-new")))
        @if !happened.is_empty() { (ui::stale_notice(view, asked.board.zone, happened)) }
        (stopped(view, asked))
        @if may_add(asked) { (upload::form_with_progress(view, &path, form, &body, &view.t("paper-upload-save"))) }
    }
}

fn changed_field(view: &View, form: &Form) -> Markup {
    ui::text_area(
        view,
        form,
        &Field::new("changed", view.t("paper-changed"))
            .help(view.t("paper-changed-help"))
            .needed(),
    )
}

/// The text as it is written. It is saved as it is typed where the browser runs scripts, and by a button where not.
#[must_use]
pub fn write(
    view: &View,
    (asked, paper, draft): (&Asked, &Paper, &Draft),
    form: &Form,
    preview: Option<&Sections>,
    happened: &[Happened],
) -> Markup {
    let path = paths::of_paper(paper.id, "write");
    let acts = [
        Act {
            value: "save",
            text: view.t("paper-save-draft"),
            is_main: false,
        },
        Act {
            value: "preview",
            text: view.t("paper-preview"),
            is_main: false,
        },
        Act {
            value: "finish",
            text: view.t("paper-finish"),
            is_main: true,
        },
    ];
    let saved = draft.saved.as_ref().map(|(who, at)| {
        let at = view.moment(asked.board.zone, *at);
        view.tv(
            "paper-draft-saved",
            &[("who", who.into()), ("at", at.into())],
        )
    });
    let body = html! {
        (ui::hidden("version", form.value("version")))
        (ui::hidden("draft", form.value("draft")))
        p class="muted" role="status" data-autosave=(path) data-saving=(view.t("paper-saving"))
            data-failed=(view.t("paper-not-saved")) data-refused=(view.t("autosave-refused")) { (saved.unwrap_or_default()) }
        div class="long-texts" { @for (key, _) in Sections::default().parts() {
            (ui::text_area(view, form, &Field::new(key, view.t(&format!("paper-{key}"))).help(view.t(&format!("paper-{key}-help")))))
        } }
        (numbers_fields(view, form, asked))
        @if paper.latest > 0 {
            (ui::text_area(view, form, &Field::new("changed", view.t("paper-changed")).sometimes_needed().help(view.t("paper-changed-when-done"))))
        }
        (late_fields(view, form, asked))
    };
    html! {
        (above_paper(view, &asked.board, paper))
        (ui::heading(&view.tv("paper-write-title", &[("title", (&paper.facts.title).into())])))
        @if !happened.is_empty() { (ui::stale_notice(view, asked.board.zone, happened)) }
        (stopped(view, asked))
        @if let Some(sections) = preview {
            // Whoever asked for it, by whatever means, begins to read here.
            section class="preview" id="preview" aria-labelledby="preview-heading" tabindex="-1" autofocus {
                (ui::section_heading("preview-heading", &view.t("paper-preview-title")))
                (text(view, sections, paper.facts.language))
            }
        }
        @if may_add(asked) {
            (ui::paragraph(&view.t("paper-write-how")))
            (ui::form_with_acts(view, &path, form, &body, &acts, &ui::unnamed))
            script src=(assets::path("autosave.js")) defer {}
        }
    }
}

/// The guard speaks at the part where it found something.
fn numbers_fields(view: &View, form: &Form, asked: &Asked) -> Markup {
    let stopped = Sections::default().parts().map(|(key, _)| key).into_iter();
    let mut stopped = stopped.filter(|key| form.mistake(key).is_some());
    numbers_field(view, form, asked, stopped.next().unwrap_or("background"))
}
