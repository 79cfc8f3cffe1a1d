//! The forms of papers, read into what the rules know. What was typed is kept whatever is wrong with it.

use super::guard::{At, Place};
use super::rules::{Refusal, Timing};
use super::{Draft, Facts, Late, Paper, Part, Sections};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::forms::{REASON, languages, needed_text};
use crate::db::ids::{PaperId, PersonId};
use crate::files::identity_numbers;
use crate::i18n::{Language, Said};
use crate::web::Form;

/// As long as a title may be.
const TITLE: usize = 200;
/// As long as one part of a text may be, in characters: some forty pages.
const SECTION: usize = 100_000;

/// The field of a paper's file.
const FILE: &str = "file";
/// What the file was called that a form brought the last time, where it is shown again: no browser keeps a file.
pub const FILE_BEFORE: &str = "file-before";
/// Ticked by who brought a file and would rather write.
pub const WRITE_INSTEAD: &str = "write-instead";
/// What stands for the name of a file that was not taken; no name of a file is this, which has no ending.
const NAMELESS: &str = "?";

/// What the forms of a paper need to know.
pub struct Asked {
    pub board: Board,
    pub case: Case,
    pub timing: Timing,
    /// Who may allow a late paper: the chair and the secretariat.
    pub allowers: Vec<(PersonId, String)>,
    /// Whether the reader is the secretariat, which may keep what the guard found.
    pub keeps: bool,
}

/// A new paper's form.
#[must_use]
pub fn fresh(asked: &Asked) -> Form {
    Form::filled([
        ("id", PaperId::new().to_string()),
        ("part", Part::Paper.to_string()),
        ("language", asked.case.facts.language.tag().to_owned()),
    ])
}

/// A form filled with what stands.
#[must_use]
pub fn facts_of(paper: &Paper) -> Form {
    Form::filled([
        ("title", paper.facts.title.clone()),
        ("language", paper.facts.language.tag().to_owned()),
        ("archive-reference", paper.facts.archive_reference.clone()),
        ("version", paper.version.to_string()),
    ])
}

/// A form of the text as it is being written.
#[must_use]
pub fn text_of(paper: &Paper, draft: &Draft) -> Form {
    let mut form = Form::filled([
        ("version", paper.version.to_string()),
        ("draft", draft.version.to_string()),
    ]);
    for (key, text) in draft.sections.parts() {
        form.put(key, text);
    }
    form
}

/// What a paper is called, as the form says.
pub fn read_facts(form: &mut Form, board: &Board) -> Facts {
    let language = Language::from_tag(form.value("language"));
    let language = language.filter(|one| languages(board).contains(one));
    if language.is_none() {
        form.refuse("language", Said::new("form-needed"));
    }
    let facts = Facts {
        title: form.needed_line("title", TITLE),
        language: language.unwrap_or(Language::NB),
        archive_reference: form.line("archive-reference", 100),
    };
    form.refuse_numbers(&["title", "archive-reference"]);
    facts
}

/// Remembers that a form brought a file, of this name where it was taken. One that comes without the file that it brought
/// before is refused, unless its writer says that they would rather write.
pub fn read_file(form: &mut Form, name: Option<&str>) {
    let is_shown = |name: &&str| identity_numbers::find(name).is_empty();
    if let Some(name) = name {
        form.put(FILE_BEFORE, Some(name).filter(is_shown).unwrap_or(NAMELESS));
        form.put(WRITE_INSTEAD, "");
    } else if form.mistake(FILE).is_some() {
        form.put(FILE_BEFORE, NAMELESS);
    } else if !form.is_ticked(WRITE_INSTEAD) {
        ask_again(form);
    }
}

/// Asks for the file once more that a form brought, where nothing else is said of it: the form is shown again without it.
pub fn ask_again(form: &mut Form) {
    let said = match form.value(FILE_BEFORE) {
        "" => return,
        NAMELESS => Said::new("paper-file-needed"),
        name => Said::new("paper-file-again").with("name", name),
    };
    if form.mistake(FILE).is_none() && !form.is_ticked(WRITE_INSTEAD) {
        form.refuse(FILE, said);
    }
}

/// The text, part by part.
pub fn read_sections(form: &mut Form) -> Sections {
    Sections {
        background: form.text("background", SECTION),
        assessment: form.text("assessment", SECTION),
        recommendation: form.text("recommendation", SECTION),
        consequences: form.text("consequences", SECTION),
    }
}

/// What a new version says is new; the first one need not.
pub fn read_changed(form: &mut Form, paper: &Paper) -> String {
    if paper.latest == 0 {
        return String::new();
    }
    needed_text(form, "changed", REASON)
}

/// Why a version comes late and who allowed it, where it does; what may not come at all is refused.
pub fn read_late(form: &mut Form, asked: &Asked) -> Option<Late> {
    match asked.timing {
        Timing::InTime => None,
        Timing::Over => {
            form.notice = Some(Refusal::Over.said());
            None
        }
        Timing::TooLate { .. } => {
            form.notice = Some(Refusal::TooLate.said());
            None
        }
        Timing::Late { .. } => {
            let reason = needed_text(form, "late-reason", REASON);
            let allowed_by: Option<PersonId> = form.choice("late-allowed-by");
            let allowed_by = allowed_by?;
            if asked.allowers.iter().all(|(id, _)| *id != allowed_by) {
                form.refuse("late-allowed-by", Said::new("form-not-a-choice"));
            }
            Some(Late { reason, allowed_by })
        }
    }
}

/// What the guard found stops the paper, at `field`, unless the secretariat says why it stands.
pub fn read_numbers(
    form: &mut Form,
    asked: &Asked,
    field: &str,
    found: &[Place],
) -> Option<String> {
    let first = found.first()?;
    if asked.keeps {
        let reason = form.text("numbers-reason", REASON);
        form.refuse_numbers(&["numbers-reason"]);
        if !reason.is_empty() {
            return Some(reason);
        }
    }
    let (field, said) = match &first.at {
        At::Section(key) => (*key, Said::new("paper-numbers-in-text")),
        At::Page(page) => (
            field,
            Said::new("paper-numbers-on-page").with("page", *page),
        ),
        At::File => (field, Said::new("paper-numbers-in-file")),
    };
    let said = said
        .with("words", first.words.as_str())
        .with("count", found.len());
    form.refuse(field, said);
    None
}
