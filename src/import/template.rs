//! The template to fill in: a workbook with every sheet and a sheet that explains them, or one sheet as text. Made when
//! it is asked for, in the reader's language.

use super::headings::{self, Column, SHEETS, Sheet, column_text, sheet_text};
use crate::error::Result;
use crate::i18n::{Language, text};
use anyhow::Context;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// The workbook.
///
/// # Errors
/// When it cannot be written, which only a lack of memory brings about.
pub fn workbook(language: Language) -> Result<Vec<u8>> {
    Ok(write(language).context("writing the template")?)
}

fn write(language: Language) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    guide(book.add_worksheet(), language)?;
    for sheet in &SHEETS {
        let page = book.add_worksheet();
        page.set_name(said(language, &sheet_text(sheet.code)))?;
        let bold = Format::new().set_bold();
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let time = Format::new().set_num_format("hh:mm");
        let as_text = Format::new().set_num_format("@");
        for (at, column) in (0..).zip(sheet.columns) {
            page.write_with_format(0, at, heading(language, column), &bold)?;
            page.set_column_width(at, 22)?;
            let format = match column.form {
                headings::Form::Day | headings::Form::MeetingDay => &day,
                headings::Form::Time => &time,
                _ => &as_text,
            };
            page.set_column_format(at, format)?;
        }
        page.set_freeze_panes(1, 0)?;
    }
    Ok(book.save_to_buffer()?)
}

/// What each column holds, a line each.
fn guide(page: &mut Worksheet, language: Language) -> anyhow::Result<()> {
    page.set_name(said(language, "import-guide"))?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    let heads = [
        "import-guide-sheet",
        "import-guide-column",
        "import-guide-needed",
        "import-guide-how",
    ];
    for ((at, head), width) in (0..).zip(heads).zip([24.0, 28.0, 12.0, 90.0]) {
        page.write_with_format(0, at, said(language, head), &bold)?;
        page.set_column_width(at, width)?;
    }
    let mut row = 1;
    for sheet in &SHEETS {
        for column in sheet.columns {
            page.write(row, 0, said(language, &sheet_text(sheet.code)))?;
            page.write(row, 1, said(language, &column_text(column.code)))?;
            page.write(
                row,
                2,
                if column.needed {
                    said(language, "import-yes")
                } else {
                    String::new()
                },
            )?;
            let how = said(language, &format!("import-form-{}", column.form.code()));
            page.write_with_format(row, 3, how, &wrapped)?;
            row += 1;
        }
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

/// One sheet as Excel in Norway reads it: UTF-8 with a mark, semicolons.
#[must_use]
pub fn table(language: Language, sheet: &Sheet) -> String {
    let headings = sheet.columns.iter().map(|column| heading(language, column));
    format!("\u{FEFF}{}\r\n", headings.collect::<Vec<_>>().join(";"))
}

fn heading(language: Language, column: &Column) -> String {
    let star = if column.needed { " *" } else { "" };
    format!("{}{star}", said(language, &column_text(column.code)))
}

fn said(language: Language, key: &str) -> String {
    text(language, key, &[])
}
