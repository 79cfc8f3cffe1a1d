//! One paper: what it says, its versions, and what may be done with it.

use super::{
    above_in, content_words, exempt_tag, file_words, is_framed, notes, pdf, shared, state, text,
};
use crate::boards::Board;
use crate::cases::{Assessed, Case, LegalBasis};
use crate::db::ids::PaperId;
use crate::i18n::Value;
use crate::meetings::words::capitalised;
use crate::papers::notes::Note;
use crate::papers::pack::numbers::PageRange;
use crate::papers::pack::pages::numbers;
use crate::papers::rules::{Timing, may_remove};
use crate::papers::{Content, Paper, StoredFile, Version};
use crate::pdf::Fit;
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// Everything the page shows.
pub struct PaperPage {
    pub board: Board,
    pub paper: Paper,
    /// Those that the reader may open, the newest first.
    pub versions: Vec<Version>,
    /// The one that is shown.
    pub shown: Option<Version>,
    /// The version that the reader had opened before, when it is older than this one.
    pub read_before: Option<i64>,
    /// Whether the reader may read its case too; who was let into the paper alone is not told what that is called.
    pub sees_case: bool,
    pub may_write: bool,
    pub keeps: bool,
    /// How often the text that is being written was saved; 0 where none is begun.
    pub draft: i64,
    pub timing: Timing,
    /// The papers before and after it among those that the reader reads for the meeting.
    pub before: Option<(PaperId, String)>,
    pub after: Option<(PaperId, String)>,
    /// The reader's own.
    pub notes: Vec<Note>,
    /// The numbers that the pages of its versions have in its meeting.
    pub ranges: Vec<PageRange>,
    /// The other cases that refer to it, which the reader may read.
    pub shared_with: Vec<Case>,
    pub assessed: Option<Assessed>,
    pub basis: Option<LegalBasis>,
}

/// The page.
#[must_use]
pub fn page(view: &View, of: &PaperPage, form: &Form) -> Markup {
    let paper = &of.paper;
    html! {
        @if of.sees_case { (above_in(view, &of.board, &paper.case)) }
        (ui::heading(&paper.facts.title))
        p class="cluster" {
            (ui::tag(Tone::Neutral, &view.t(&format!("paper-part-{}", paper.part))))
            @match older_shown(of) {
                Some(version) => (ui::tag(Tone::Warning, &version_number(view, version.number))),
                None => (state(view, paper, of.may_write)),
            }
            (exempt_tag(view, paper))
            (page_numbers(view, of))
        }
        (shared::with(view, &of.shared_with))
        (older(view, of))
        (new_since(view, of))
        (actions(view, of))
        @match of.shown.as_ref().map(|version| (&version.content, version.number)) {
            Some((Content::Written(sections), number)) => {
                (text(view, sections, paper.facts.language))
                p class="no-print" { (ui::link(&paths::paper_document(paper.id, number), &view.t("paper-as-document"))) }
            },
            Some((Content::File(file), number)) => (stored(view, of, file, number)),
            None => (ui::empty(&view.t(if of.may_write { "paper-no-version" } else { "paper-nothing-to-read" }))),
        }
        @if of.shown.is_some() { (notes::section(view, of, form)) }
        (neighbours(view, of))
        (ui::section("versions", &view.t("paper-versions"), &versions(view, of)))
        @if of.may_write { (ui::section("access", &view.t("paper-access"), &access(view, of))) }
    }
}

/// “Side 45–53” of the meeting, as in every pack.
fn page_numbers(view: &View, of: &PaperPage) -> Markup {
    let shown = of.shown.as_ref().map(|version| version.number);
    let numbers = shown.and_then(|number| numbers(view, &of.ranges, of.paper.id, number));
    html! { @if let Some(numbers) = numbers { span class="muted" { (view.tv("pack-pages-in", &[("pages", numbers.into())])) } } }
}

/// On to the next paper of the meeting, without going back to the list.
fn neighbours(view: &View, of: &PaperPage) -> Markup {
    let Some(meeting) = of.paper.case.meeting else {
        return html! {};
    };
    let link = |key: &str, (id, title): &(PaperId, String)| {
        ui::link(
            &paths::paper(*id),
            &view.tv(key, &[("paper", title.into())]),
        )
    };
    html! {
        nav class="no-print" aria-label=(view.t("papers-neighbours")) { ul class="cluster" role="list" {
            @if let Some(paper) = &of.before { li { (link("papers-before", paper)) } }
            @if let Some(paper) = &of.after { li { (link("papers-next", paper)) } }
            li { (ui::link(&paths::meeting_papers(meeting), &view.t("papers-all"))) }
        } }
    }
}

fn version_number(view: &View, number: i64) -> String {
    view.tv("paper-version-number", &[("number", Value::Number(number))])
}

/// The version that is shown, where the reader may open a newer one.
fn older_shown(of: &PaperPage) -> Option<&Version> {
    let newest = of.versions.first()?.number;
    of.shown.as_ref().filter(|shown| shown.number < newest)
}

/// A reader of an older version is told so.
fn older(view: &View, of: &PaperPage) -> Markup {
    let (Some(shown), Some(newest)) = (older_shown(of), of.versions.first()) else {
        return html! {};
    };
    let told = view.tv(
        "paper-older",
        &[
            ("number", Value::Number(shown.number)),
            ("newest", Value::Number(newest.number)),
        ],
    );
    let to_newest = ui::link(&paths::paper(of.paper.id), &view.t("paper-to-newest"));
    ui::notice(
        Tone::Warning,
        &html! { p class="ds-paragraph" { (told) " " (to_newest) } },
    )
}

/// What has changed since this reader opened the paper.
fn new_since(view: &View, of: &PaperPage) -> Markup {
    let Some(before) = of.read_before else {
        return html! {};
    };
    let new = of.versions.iter().filter(|version| version.number > before);
    let lines: Vec<Markup> = new
        .map(|version| {
            let number = version_number(view, version.number);
            html! { (number) ": " span class="prewrap" { (version.changed) } }
        })
        .collect();
    html! {
        @if !lines.is_empty() {
            (ui::notice(Tone::Info, &html! { p class="ds-paragraph" { strong { (view.t("paper-new-since")) } } (ui::list(&lines)) }))
        }
    }
}

fn actions(view: &View, of: &PaperPage) -> Markup {
    let paper = &of.paper;
    let is_open = of.timing != Timing::Over;
    let is_file = of
        .versions
        .first()
        .is_some_and(|version| matches!(version.content, Content::File(_)));
    let has_text = of.draft > 0 || !is_file;
    let of_paper = |rest| paths::of_paper(paper.id, rest);
    html! {
        @if of.may_write {
            div class="actions" {
                @if is_open && has_text { (ui::main_link_button(&of_paper("write"), &view.t(if paper.latest == 0 { "paper-write" } else { "paper-write-on" }))) }
                @if is_open { (ui::link_button(&of_paper("upload"), &view.t(if paper.latest == 0 { "paper-upload" } else { "paper-upload-new" }))) }
                (ui::link_button(&of_paper("edit"), &view.t("paper-edit")))
                @if of.keeps { (ui::link_button(&of_paper("assessment"), &view.t("paper-access"))) }
            }
            @if of.keeps { (withdraw(view, of)) }
            @if is_open && may_remove(paper, &of.versions).is_ok() { (remove(view, of)) }
        }
    }
}

/// Taking it back from its readers, or giving it to them again.
fn withdraw(view: &View, of: &PaperPage) -> Markup {
    let paper = &of.paper;
    if paper.published.is_none() {
        return html! {};
    }
    let act = if paper.access.withdrawn_at.is_some() {
        "return"
    } else {
        "withdraw"
    };
    let body = html! {
        (ui::hidden("version", &paper.version.to_string()))
        (ui::hidden("act", act))
    };
    let form = ui::form(
        view,
        &paths::of_paper(paper.id, "withdrawal"),
        &Form::default(),
        &html! {
            (ui::paragraph(&view.t(&format!("paper-{act}-how"))))
            (body)
        },
        &view.t(&format!("paper-{act}")),
    );
    ui::details(&view.t(&format!("paper-{act}")), &form)
}

/// Removing it for good, before it has gone out. What is lost with it is told before the button.
fn remove(view: &View, of: &PaperPage) -> Markup {
    let paper = &of.paper;
    let body = html! {
        (ui::paragraph(&view.t("paper-remove-how")))
        (ui::hidden("version", &paper.version.to_string()))
        (ui::hidden("draft", &of.draft.to_string()))
    };
    let form = ui::form(
        view,
        &paths::of_paper(paper.id, "removal"),
        &Form::default(),
        &body,
        &view.t("paper-remove"),
    );
    ui::details(&view.t("paper-remove"), &form)
}

/// A stored file: to open where the browser shows it, to fetch where it does not. A PDF is shown here too.
fn stored(view: &View, of: &PaperPage, file: &StoredFile, number: i64) -> Markup {
    let paper = &of.paper;
    let first = of
        .ranges
        .iter()
        .find(|range| range.paper == Some((paper.id, number)));
    let first = first.map(|range| range.first);
    let path = paths::paper_file(paper.id, number);
    let key = if file.kind.is_shown() {
        "paper-open-file"
    } else {
        "paper-fetch-file"
    };
    html! {
        @if older_shown(of).is_none() { (unfit(view, of, file)) }
        p class="ds-paragraph" {
            (ui::main_link_button(&path, &view.tv(key, &[("name", (&file.name).into())])))
        }
        p class="muted" { (file_words(view, file)) }
        @if is_framed(file) { (pdf::frame(view, &path, paper, first)) }
    }
}

/// Why a PDF cannot be shown, for as long as no newer version stands in its place; to those who write, what helps.
fn unfit(view: &View, of: &PaperPage, file: &StoredFile) -> Markup {
    let (why, mend) = match file.fit {
        Some(Fit::Locked) => ("paper-locked", "paper-locked-mend"),
        Some(Fit::Damaged) => ("paper-damaged", "paper-damaged-mend"),
        _ => return html! {},
    };
    let may_mend = of.may_write && of.timing != Timing::Over;
    ui::notice(
        Tone::Warning,
        &html! { p class="ds-paragraph" { (view.t(why)) @if may_mend { " " (view.t(mend)) } } },
    )
}

fn versions(view: &View, of: &PaperPage) -> Markup {
    let zone = of.board.zone;
    let line = |version: &Version| {
        let number = version_number(view, version.number);
        let sum = version.checksum.as_str();
        let made = [
            ("who", (&version.who).into()),
            ("when", view.moment(zone, version.at).into()),
        ];
        html! {
            (ui::link(&paths::paper_version(of.paper.id, version.number), &number)) ". "
            (capitalised(&content_words(view, version))) ". " (view.tv("paper-version-made", &made))
            @if let Some(sent) = version.sent_at {
                div { strong { (view.tv("paper-version-sent", &[("when", view.moment(zone, sent).into())])) } }
            }
            @if !version.changed.is_empty() { div class="prewrap" { (version.changed) } }
            @if let Some((reason, who)) = &version.late {
                div class="muted prewrap" { (view.tv("paper-late-told", &[("who", who.into()), ("reason", reason.into())])) }
            }
            @if let Some(reason) = version.numbers_reason.as_ref().filter(|_| of.keeps) {
                div class="muted prewrap" { (view.tv("paper-numbers-kept", &[("reason", reason.into())])) }
            }
            div class="muted" { (view.t("paper-checksum")) " " code class="checksum" { (sum) } }
        }
    };
    let lines: Vec<Markup> = of.versions.iter().map(line).collect();
    html! { @if lines.is_empty() { (ui::empty(&view.t("paper-no-version"))) } @else { (ui::list(&lines)) } }
}

fn access(view: &View, of: &PaperPage) -> Markup {
    let access = &of.paper.access;
    let mut assessment = view.t(&format!("case-assessment-{}", access.assessment));
    // What the paper is marked by must stand here, where it is the case alone.
    if of.paper.is_exempt() && !access.is_exempt() {
        let values = [("assessment", assessment.into())];
        assessment = view.tv("paper-exempt-by-case", &values);
    }
    let mut pairs = vec![
        (
            view.t("case-audience"),
            html! { (view.t(&format!("case-audience-{}", access.audience))) },
        ),
        (view.t("case-assessment"), html! { (assessment) }),
    ];
    if let Some(basis) = &of.basis {
        pairs.push((
            view.t("case-basis"),
            html! { (basis.reference) ": " (view.words(&basis.words)) },
        ));
    }
    if let Some(scope) = of.assessed.as_ref().and_then(|found| found.scope) {
        pairs.push((
            view.t("case-scope"),
            html! { (view.t(&format!("case-scope-{scope}"))) },
        ));
    }
    html! {
        (ui::facts(&pairs))
        (ui::paragraph(&view.t("paper-access-how")))
    }
}
