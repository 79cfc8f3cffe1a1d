//! The pages of papers: a case's list here, the others in the files beside.

pub mod change;
pub mod notes;
pub mod paper;
mod pdf;
pub mod shared;
pub mod write;

use super::dispatch::pages::sent_late;
use super::forms::Asked;
use super::pack::numbers::PageRange;
use super::rules::Timing;
use super::{Content, Paper, Part, Sections, StoredFile, Version};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above, name as case_name};
use crate::files::Kind;
use crate::i18n::{Language, Value};
use crate::meetings::words::capitalised;
use crate::pdf::Fit;
use crate::web::prose::prose;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// A paper in the list of its case, as one reader sees it.
pub struct Line {
    pub paper: Paper,
    /// The version that this reader reads; none while it is only a draft.
    pub shown: Option<Version>,
    /// Whether the reader has not opened this version yet.
    pub is_new: bool,
    /// How many days before the meeting it went out, when that was too late.
    pub late: Option<i64>,
}

/// The papers on the page of their case, those of other cases that it refers to, and for who does not write them what they
/// say. `ranges` are the page numbers of the meeting.
#[must_use]
pub fn panel(
    view: &View,
    case: &Case,
    (lines, shared, ranges): (&[Line], &[Paper], &[PageRange]),
    may_write: bool,
    timing: Timing,
) -> Markup {
    if lines.is_empty() && shared.is_empty() && !may_write {
        return html! {};
    }
    let head = ["paper-document", "paper-content", "paper-state"].map(|key| view.t(key));
    let row = |line: &Line| {
        let shown = line.shown.as_ref();
        let content = shown.map(|version| content_words(view, version));
        vec![
            html! { (ui::link(&paths::paper(line.paper.id), &line.paper.facts.title)) " " (kind_words(view, &line.paper)) },
            html! {
                (capitalised(&content.unwrap_or_default()))
                @if let Some(version) = shown { (unfit_tag(view, version)) }
            },
            html! {
                (state(view, &line.paper, may_write))
                (exempt_tag(view, &line.paper))
                @if let Some(days) = line.late { " " (sent_late(view, days)) }
                @if line.is_new { " " (ui::tag(Tone::Info, &view.t("paper-new-to-you"))) }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = lines.iter().map(row).collect();
    let may_change = may_write && timing != Timing::Over;
    let list = ui::section(
        "papers",
        &view.t("papers"),
        &html! {
            @if rows.is_empty() { (ui::empty(&view.t("papers-none"))) }
            @else { (ui::table(&view.t("papers"), &head, &rows)) }
            (shared::list(view, case, shared, may_change))
            @if may_change {
                div class="actions" {
                    (ui::link_button(&paths::new_paper(case.id), &view.t("paper-add")))
                    @if case.meeting.is_some() { (ui::link_button(&paths::shared_papers(case.id), &view.t("shared-add"))) }
                }
            }
        },
    );
    html! { (list) @if !may_write { (reading(view, lines, ranges)) } }
}

/// A paper whose text is read on the page of its case, and the version of it.
#[must_use]
pub fn text_read_in_case(line: &Line) -> Option<(&Paper, i64)> {
    let shown = line.shown.as_ref()?;
    matches!(shown.content, Content::Written(_)).then_some((&line.paper, shown.number))
}

/// The case's papers one after the other, to be read on its page: texts as they are, PDFs in frames that are opened. What
/// is neither is fetched from the list above.
fn reading(view: &View, lines: &[Line], ranges: &[PageRange]) -> Markup {
    html! {
        @for line in lines {
            @let (paper, title) = (&line.paper, &line.paper.facts.title);
            @match line.shown.as_ref().map(|shown| (&shown.content, shown.number)) {
                Some((Content::Written(sections), _)) => {
                    (ui::section(&format!("paper-{}", paper.id), title, &text_below(view, sections, paper.facts.language, 2)))
                },
                Some((Content::File(file), number)) if is_framed(file) => {
                    @let first = ranges.iter().find(|range| range.paper == Some((paper.id, number))).map(|range| range.first);
                    (ui::details(&view.tv("paper-read-here", &[("title", title.into())]), &html! {
                        p { (ui::link(&paths::paper_file(paper.id, number), &view.tv("paper-open-file", &[("name", (&file.name).into())]))) }
                        (pdf::frame(view, &paths::paper_file(paper.id, number), paper, first))
                    }))
                },
                _ => {},
            }
        }
    }
}

/// Whether the pages of a file are shown here: those of a PDF, unless it asks for a password.
fn is_framed(file: &StoredFile) -> bool {
    file.kind == Kind::Pdf && file.fit != Some(Fit::Locked)
}

/// “– vedlegg”, for what is not the case paper itself.
fn kind_words(view: &View, paper: &Paper) -> Markup {
    html! { @if paper.part == Part::Attachment { span class="muted" { (view.t("paper-attachment-short")) } } }
}

/// “PDF, 4 sider, 1,2 MB”, as it stands in a sentence.
#[must_use]
pub fn content_words(view: &View, version: &Version) -> String {
    match &version.content {
        Content::Written(_) => view.t("paper-written-here"),
        Content::File(file) => file_words(view, file),
    }
}

fn file_words(view: &View, file: &StoredFile) -> String {
    let kind = view.t(&format!("file-kind-{}", file.kind.suffix()));
    let mut words = vec![kind];
    if let Some(pages) = file.pages {
        words.push(view.tv("paper-pages", &[("count", Value::Number(pages))]));
    }
    words.push(size(view.language, file.size));
    words.join(", ")
}

/// A size in kB or MB, with one digit after the decimal mark of the language.
#[must_use]
pub fn size(language: Language, bytes: i64) -> String {
    const KILO: i64 = 1000;
    if bytes < KILO * KILO {
        return format!("{}\u{a0}kB", (bytes / KILO).max(1));
    }
    let tenths = bytes / (KILO * KILO / 10);
    let mark = if language == Language::EN { '.' } else { ',' };
    format!("{}{mark}{}\u{a0}MB", tenths / 10, tenths % 10)
}

/// How far a paper has come.
fn state(view: &View, paper: &Paper, may_write: bool) -> Markup {
    if paper.access.withdrawn_at.is_some() {
        return ui::tag(Tone::Danger, &view.t("paper-state-withdrawn"));
    }
    let version =
        |number: i64| view.tv("paper-version-number", &[("number", Value::Number(number))]);
    html! {
        @match paper.published {
            Some(number) => { (ui::tag(Tone::Success, &view.t("paper-state-published"))) " " (version(number)) }
            None if paper.latest > 0 => { (ui::tag(Tone::Neutral, &view.t("paper-state-delivered"))) }
            None => { (ui::tag(Tone::Warning, &view.t("paper-state-draft"))) }
        }
        @if may_write { (newer_tag(view, paper)) }
    }
}

/// “Versjon 2 er ikke sendt ut”, for those who write, where readers have an older one.
#[must_use]
pub fn newer_tag(view: &View, paper: &Paper) -> Markup {
    html! {
        @if paper.published.is_some_and(|number| number < paper.latest) {
            " " (ui::tag(Tone::Warning, &view.tv("paper-state-newer", &[("number", Value::Number(paper.latest))])))
        }
    }
}

/// “Unntatt offentlighet”, as the pack marks it, where the paper or its case is.
#[must_use]
pub fn exempt_tag(view: &View, paper: &Paper) -> Markup {
    html! { @if paper.is_exempt() { " " (ui::tag(Tone::Warning, &view.t("pack-exempt"))) } }
}

/// “Skadet fil”, where the pages of a PDF cannot be shown; its own page says what follows.
#[must_use]
pub fn unfit_tag(view: &View, version: &Version) -> Markup {
    let Content::File(file) = &version.content else {
        return html! {};
    };
    let key = match file.fit {
        Some(Fit::Locked) => "paper-locked-short",
        Some(Fit::Damaged) => "paper-damaged-short",
        _ => return html! {},
    };
    html! { " " (ui::tag(Tone::Warning, &view.t(key))) }
}

/// The way up from a page below a paper's case.
fn above_in(view: &View, board: &Board, case: &Case) -> Markup {
    above(view, board, &[(paths::case(case.id), case_name(case))])
}

/// The way up from a page below a paper.
fn above_paper(view: &View, board: &Board, paper: &Paper) -> Markup {
    let case = &paper.case;
    let links = [
        (paths::case(case.id), case_name(case)),
        (paths::paper(paper.id), paper.facts.title.clone()),
    ];
    above(view, board, &links)
}

/// The text of a paper, part by part; parts without text are left out.
#[must_use]
pub fn text(view: &View, sections: &Sections, language: Language) -> Markup {
    text_below(view, sections, language, 1)
}

/// The same under a heading of this level, 1 or 2.
fn text_below(view: &View, sections: &Sections, language: Language, below: usize) -> Markup {
    let said = |key: &str| crate::i18n::text(language, key, &[]);
    html! {
        div class="prose" lang=(language.tag()) {
            @for (key, text) in sections.parts() {
                @if !text.is_empty() {
                    @let title = said(&format!("paper-{key}"));
                    @if below == 1 { h2 class="ds-heading" data-size="sm" { (title) } }
                    @else { h3 class="ds-heading" data-size="xs" { (title) } }
                    (prose(text, below + 1, &said("prose-table")))
                }
            }
            @if sections.is_empty() { (ui::empty(&view.t("paper-empty"))) }
        }
    }
}

/// What is asked for when a version comes after the deadline.
fn late_fields(view: &View, form: &Form, asked: &Asked) -> Markup {
    let Timing::Late { since } = asked.timing else {
        return html! {};
    };
    let since = view.moment(asked.board.zone, since);
    let allowers: Vec<(String, String)> = (asked.allowers.iter())
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    ui::group(
        "late",
        &view.t("paper-late"),
        &html! {
            (ui::paragraph(&view.tv("paper-late-how", &[("since", since.into())])))
            (ui::text_area(view, form, &Field::new("late-reason", view.t("paper-late-reason")).needed()))
            (ui::select(view, form, &Field::new("late-allowed-by", view.t("paper-late-allowed-by")).none(view.t("form-choose")).needed(), &allowers))
        },
    )
}

/// Asked for only when the guard has found something, and only of the secretariat.
fn numbers_field(view: &View, form: &Form, asked: &Asked, field: &str) -> Markup {
    let is_stopped = form
        .mistake(field)
        .is_some_and(|said| said.key.starts_with("paper-numbers"));
    let has_reason = !form.value("numbers-reason").is_empty();
    html! {
        @if asked.keeps && (is_stopped || has_reason) {
            (ui::text_area(view, form, &Field::new("numbers-reason", view.t("paper-numbers-reason")).help(view.t("paper-numbers-reason-help"))))
        }
    }
}

/// Says when nothing more can be added, and what to do instead.
fn stopped(view: &View, asked: &Asked) -> Markup {
    let key = match asked.timing {
        Timing::TooLate { .. } => "paper-too-late",
        Timing::Over => "paper-over",
        Timing::InTime | Timing::Late { .. } => return html! {},
    };
    ui::notice(Tone::Warning, &ui::paragraph(&view.t(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_written_as_people_write_it() {
        assert_eq!(size(Language::NB, 10), "1\u{a0}kB");
        assert_eq!(size(Language::NB, 1_250_000), "1,2\u{a0}MB");
        assert_eq!(size(Language::EN, 104_857_600), "104.8\u{a0}MB");
    }
}
