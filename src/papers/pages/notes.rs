//! A reader's own notes below a paper.

use super::paper::PaperPage;
use crate::db::ids::RowId;
use crate::i18n::Value;
use crate::papers::notes::{Note, last_page};
use crate::papers::pack::numbers::PageRange;
use crate::web::ui::Field;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The notes, and the form of a new one. They are not printed: what is printed is passed on.
#[must_use]
pub fn section(view: &View, of: &PaperPage, form: &Form) -> Markup {
    let lines: Vec<Markup> = of
        .notes
        .iter()
        .map(|note| line(view, of, note, form))
        .collect();
    let shown = of.shown.as_ref().map(|version| &version.content);
    let has_pages = shown.and_then(last_page).is_some();
    let id = form
        .value("note-id")
        .parse()
        .unwrap_or_else(|_none| RowId::new());
    let fields = html! {
        (ui::hidden("note-id", &id.to_string()))
        (ui::text_area(view, form, &Field::new("note", view.t("paper-note")).needed()))
        @if has_pages { (ui::input(view, form, "number", &page_field(view, of))) }
    };
    let path = paths::of_paper(of.paper.id, "notes");
    let body = html! {
        div class="no-print" {
            (ui::paragraph(&view.t("paper-notes-how")))
            @if !lines.is_empty() { (ui::list(&lines)) }
            (ui::form(view, &path, form, &fields, &view.t("paper-note-save")))
        }
    };
    ui::section("notes", &view.t("paper-notes"), &body)
}

fn line(view: &View, of: &PaperPage, note: &Note, form: &Form) -> Markup {
    let at = view.moment(of.board.zone, note.at);
    let number = ("number", Value::Number(note.number));
    let place = match note.page {
        Some(page) => {
            let page = page_words(view, of, note.number, page);
            let values = [number, ("page", page.into()), ("at", at.into())];
            view.tv("paper-note-where-page", &values)
        }
        None => view.tv("paper-note-where", &[number, ("at", at.into())]),
    };
    // What draws the note at its page says which version it was written to, where another one is shown.
    let is_to_shown = of.shown.as_ref().map(|version| version.number) == Some(note.number);
    let to = (!is_to_shown).then(|| {
        let number = [("number", Value::Number(note.number))];
        view.tv("paper-note-to-version", &number)
    });
    html! {
        div class="prewrap" id=(format!("note-{}", note.id)) data-note-page=[note.page] data-note-version=[to] { (note.text) }
        div class="muted" { (place) }
        (ui::details(&view.t("paper-note-change"), &change(view, of, note, form)))
    }
}

/// Which pages it means, where they have other numbers in the meeting's pack.
fn page_field(view: &View, of: &PaperPage) -> Field<'static> {
    let field = Field::new("page", view.t("paper-note-page"));
    let shown = of.shown.as_ref();
    let Some(range) = shown.and_then(|version| range_of(of, version.number)) else {
        return field;
    };
    let values = [
        ("first", i64::from(range.first).into()),
        ("last", i64::from(range.last()).into()),
        ("count", i64::from(range.last() - range.first + 1).into()),
    ];
    field.help(view.tv("paper-note-page-help", &values))
}

/// The numbers that a version's pages have in the meeting's pack.
fn range_of(of: &PaperPage, number: i64) -> Option<&PageRange> {
    let mut ranges = of.ranges.iter();
    ranges.find(|range| range.paper == Some((of.paper.id, number)))
}

/// “3”, or “3 (36 i møtepakken)” where the page has a number there.
fn page_words(view: &View, of: &PaperPage, number: i64, page: i64) -> String {
    let in_pack = range_of(of, number)
        .map(|range| (i64::from(range.first) + page - 1, i64::from(range.last())))
        .filter(|(in_pack, last)| in_pack <= last);
    match in_pack {
        Some((in_pack, _)) => {
            let in_pack = view.tv("pack-pages-in", &[("pages", in_pack.to_string().into())]);
            format!("{page} ({in_pack})")
        }
        None => page.to_string(),
    }
}

/// Each note has a form of its own, whose field has a name of its own to be labelled by.
fn change(view: &View, of: &PaperPage, note: &Note, sent: &Form) -> Markup {
    let field = field_of(note.id);
    let mut form = sent.clone();
    if form.mistake(&field).is_none() {
        form = Form::filled([(field.as_str(), note.text.clone())]);
    }
    let path = paths::paper_note(of.paper.id, note.id);
    let body = ui::text_area(
        view,
        &form,
        &Field::new(&field, view.t("paper-note-text")).needed(),
    );
    let delete = view.t("paper-note-delete");
    html! {
        (ui::form(view, &path, &form, &body, &view.t("paper-note-save")))
        (ui::button_form(view, &path, &[("act", "delete")], &delete, Some("secondary")))
    }
}

/// The name of the field of one note.
#[must_use]
pub fn field_of(note: RowId) -> String {
    format!("text-{note}")
}
