//! What an import looks like: the page to choose a file on, and what was found in it.

use super::headings::{SHEETS, sheet_text};
use super::read::Unreadable;
use super::{Book, Cell, Checked, Table, headings, values};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// How many rows of each sheet are shown before they are imported.
const FIRST_ROWS: usize = 4;
/// How many columns of them.
const FIRST_COLUMNS: usize = 8;

/// The page to choose a file on.
#[must_use]
pub fn upload(view: &View, form: &Form) -> Markup {
    let field = Field::new("files", view.t("import-file"))
        .help(view.t("import-file-help"))
        .needed();
    html! {
        (ui::breadcrumbs(view, &[(paths::BOARDS.to_owned(), view.t("boards-title"))]))
        (ui::heading(&view.t("import-title")))
        (ui::paragraph(&view.t("import-about")))
        (ui::paragraph(&view.t("import-safe")))
        (ui::upload::form(view, paths::IMPORT, form, &ui::upload::files(view, form, &field, ".xlsx,.csv"), &view.t("import-look-over")))
        (ui::section("template", &view.t("import-template"), &html! {
            (ui::paragraph(&view.t("import-template-about")))
            p { (ui::link_button(paths::IMPORT_TEMPLATE, &view.t("import-template-workbook"))) }
            (ui::details(&view.t("import-template-tables"), &ui::list(&tables(view))))
        }))
    }
}

fn tables(view: &View) -> Vec<Markup> {
    let link = |sheet: &headings::Sheet| {
        ui::link(
            &paths::import_template(sheet.code),
            &view.t(&sheet_text(sheet.code)),
        )
    };
    SHEETS.iter().map(link).collect()
}

/// What came of a file of payments.
#[derive(Clone, Copy)]
pub enum Imported<'a> {
    /// How many were added, and how many stood already; none before any file was sent.
    Counts(Option<(usize, usize)>),
    Faults(&'a Checked),
}

/// The page on which a secretariat imports payments, with what came of the file that was sent.
#[must_use]
pub fn payments(view: &View, form: &Form, imported: Imported<'_>) -> Markup {
    let field = Field::new("files", view.t("import-file"))
        .help(view.t("import-file-help"))
        .needed();
    let sheet = SHEETS.iter().find(|sheet| sheet.code == headings::PAYMENTS);
    let columns: Vec<String> = sheet
        .into_iter()
        .flat_map(|sheet| sheet.columns)
        .map(|column| view.t(&headings::column_text(column.code)))
        .collect();
    let example =
        ["import-payments-who", "import-payments-what"].map(|key| html! { (view.t(key)) });
    let amount = ["2026", "1\u{a0}234\u{a0}567,89"].map(|text| html! { (text) });
    let example: Vec<Markup> = example.into_iter().chain(amount).collect();
    let name = [("sheet", view.t(&sheet_text(headings::PAYMENTS)).into())];
    html! {
        (ui::breadcrumbs(view, &[(paths::PAYMENTS.to_owned(), view.t("payments"))]))
        (ui::heading(&view.t("payments-import")))
        (ui::paragraph(&view.tv("import-payments-about", &name)))
        @match imported {
            Imported::Faults(checked) => { (faults(view, checked)) }
            Imported::Counts(Some((new, known))) => {
                (ui::notice(Tone::Success, &html! { p class="ds-paragraph" {
                    (view.tv("import-payments-counts", &[("new", new.into()), ("known", known.into())]))
                    " " (ui::link(paths::PAYMENTS, &view.t("import-payments-see")))
                } }))
            }
            Imported::Counts(None) => {}
        }
        (ui::upload::form(view, paths::IMPORT_PAYMENTS, form, &ui::upload::files(view, form, &field, ".xlsx,.csv"), &view.t("import-now")))
        (ui::section("example", &view.t("import-payments-example"), &ui::table(&view.t("import-payments-example"), &columns, &[example])))
    }
}

/// The form again with why the files cannot be read.
#[must_use]
pub fn unreadable(form: &Form, why: &Unreadable) -> Form {
    let mut form = form.clone();
    form.refuse("files", why.said());
    form
}

/// What was found in a file: every fault, or what would be made of it and the button that makes it.
#[must_use]
pub fn looked_over(view: &View, id: &str, book: &Book, checked: &Checked) -> Markup {
    html! {
        (ui::breadcrumbs(view, &[
            (paths::BOARDS.to_owned(), view.t("boards-title")),
            (paths::IMPORT.to_owned(), view.t("import-title")),
        ]))
        (ui::heading(&view.t("import-looked-over")))
        @if !checked.faults.is_empty() { (faults(view, checked)) }
        @else if checked.plan.is_empty() {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t("import-nothing-new"))))
        } @else {
            (ui::notice(Tone::Success, &ui::paragraph(&view.t("import-all-right"))))
        }
        (counts(view, checked))
        @if !checked.notes.is_empty() {
            (ui::section("notes", &view.t("import-notes"), &ui::list(&notes(view, checked))))
        }
        @if checked.faults.is_empty() {
            (ui::paragraph(&view.t("import-mails-nobody")))
            (ui::button_form(view, paths::IMPORT_CHECK, &[("draft", id)], &view.t("import-now"), None))
        }
        p { (ui::link_button(paths::IMPORT, &view.t("import-other-file"))) }
        (first_rows(view, book))
    }
}

fn faults(view: &View, checked: &Checked) -> Markup {
    let lines: Vec<Markup> = checked
        .faults
        .iter()
        .map(|fault| html! { strong { (view.said(&fault.place())) } ": " (view.said(&fault.said)) })
        .collect();
    let count = view.tv("import-faults", &[("n", lines.len().into())]);
    html! {
        (ui::notice(Tone::Danger, &ui::paragraph(&count)))
        (ui::section("faults", &view.t("import-faults-title"), &ui::list(&lines)))
    }
}

fn counts(view: &View, checked: &Checked) -> Markup {
    let head = ["import-guide-sheet", "import-new", "import-known"].map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = checked
        .counts
        .iter()
        .map(|count| {
            vec![
                html! { (view.t(&sheet_text(count.sheet))) },
                html! { (count.new) },
                html! { (count.known) },
            ]
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            (ui::section("counts", &view.t("import-counts"), &ui::table(&view.t("import-counts"), &head, &rows)))
        }
    }
}

fn notes(view: &View, checked: &Checked) -> Vec<Markup> {
    let notes = checked.notes.iter();
    notes
        .map(|note| html! { (view.said(&note.said())) })
        .collect()
}

fn first_rows(view: &View, book: &Book) -> Markup {
    html! {
        (ui::section("rows", &view.t("import-first-rows"), &html! {
            @for table in &book.tables {
                h3 class="ds-heading" data-size="xs" { (table.name) }
                (preview(view, table))
            }
        }))
    }
}

/// The headings and the first rows, as they were read.
fn preview(view: &View, table: &Table) -> Markup {
    let Some((first, rest)) = table.rows.split_first() else {
        return ui::empty(&view.t("import-empty-sheet"));
    };
    let line = |cells: &[Cell], width: usize| -> Vec<String> {
        let all = cells.iter().map(|cell| shown(view, cell));
        let padded = all.chain(std::iter::repeat(String::new()));
        padded.take(width).collect()
    };
    let width = first.cells.len().min(FIRST_COLUMNS);
    let rows: Vec<Vec<Markup>> = rest
        .iter()
        .take(FIRST_ROWS)
        .map(|row| {
            let cells = line(&row.cells, width).into_iter();
            cells.map(|text| html! { (text) }).collect()
        })
        .collect();
    ui::table(&table.name, &line(&first.cells, width), &rows)
}

fn shown(view: &View, cell: &Cell) -> String {
    match cell {
        // What is no day is a time of it.
        Cell::Day(_) => values::day(cell, false)
            .map(|day| view.date(day))
            .or_else(|_| values::time(cell).map(|time| view.time(time)))
            .unwrap_or_default(),
        Cell::Failed(error) => error.clone(),
        other => values::text(other).unwrap_or_default(),
    }
}
