//! The seven-day statement: dispatch by dispatch, from when the papers could be read, by whom, and what came too late.
//!
//! It can be printed, and is a document too; both say the same words.

use super::{above, meeting};
use crate::cases::Case;
use crate::cases::pages::{name, told_name};
use crate::db::ids::PaperId;
use crate::db::types::Moment;
use crate::i18n::{Value, dates};
use crate::meetings::plan::NewDay;
use crate::meetings::words::uncapitalised;
use crate::papers::dispatch::load::MeetingPapers;
use crate::papers::dispatch::proof::{Out, OutPaper, OutReader, Proof};
use crate::papers::pack::documents;
use crate::pdf::Document;
use crate::pdf::markdown::{Block, Inline};
use crate::pdf::pack::Section;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// What the statement says.
struct Told {
    tone: Option<Tone>,
    /// One sentence that can be quoted in the minutes.
    verdict: String,
    /// How the meeting was moved after the first papers had gone out.
    moved: Vec<String>,
    /// What must be known beside it: what each list is of, and its lines.
    lists: Vec<(String, Vec<String>)>,
    outs: Vec<ToldOut>,
}

struct ToldOut {
    id: String,
    heading: String,
    is_late: bool,
    /// How the meeting was moved afterwards, and how long it was to it before.
    moved: Vec<String>,
    papers: Vec<ToldPaper>,
    readers: Vec<String>,
    left_out: Vec<String>,
}

struct ToldPaper {
    id: PaperId,
    title: String,
    version: String,
    case: String,
    /// That it is exempt from public access.
    exempt: Option<String>,
    /// That it was taken back, and when.
    withdrawn: Option<String>,
}

fn told(view: &View, proof: &Proof) -> Told {
    let of = &proof.of;
    let (tone, verdict) = verdict(view, proof);
    let without = proof.without().map(|one| name(&one.case)).collect();
    let closed = of.cases.iter().filter(|one| one.is_closed);
    let closed = closed.map(|one| told_name(view, &one.case)).collect();
    let lists = [
        ("dispatch-exceptions", exceptions(view, proof)),
        ("dispatch-without", without),
        ("dispatch-statement-closed", closed),
    ];
    let lists = lists
        .into_iter()
        .filter(|(_, lines)| !of.dispatches.is_empty() && !lines.is_empty())
        .map(|(key, lines)| (view.t(key), lines));
    let first = proof.outs.first();
    Told {
        tone,
        verdict,
        moved: first.map_or_else(Vec::new, |out| moved(view, of, out)),
        lists: lists.collect(),
        outs: proof
            .outs
            .iter()
            .map(|out| told_out(view, of, out))
            .collect(),
    }
}

fn verdict(view: &View, proof: &Proof) -> (Option<Tone>, String) {
    let of = &proof.of;
    if of.dispatches.is_empty() {
        return (None, view.t("dispatch-not-yet"));
    }
    let Some(promise) = of.promise else {
        return (None, view.t("dispatch-no-promise"));
    };
    let (kept, all) = proof.in_time();
    if all == 0 {
        return (None, view.t("dispatch-none-on-agenda"));
    }
    let values = [
        ("days", Value::Number(promise.days)),
        ("date", view.long_date(promise.last_day).into()),
        ("kept", kept.into()),
        ("all", all.into()),
    ];
    let key = if kept == all {
        "dispatch-kept"
    } else {
        "dispatch-kept-some"
    };
    let is_whole = kept == all && proof.without().next().is_none();
    let tone = if is_whole {
        Tone::Success
    } else {
        Tone::Warning
    };
    (Some(tone), view.tv(key, &values))
}

/// Each version on the agenda that went out too late, a new one of a paper that was in time too.
fn exceptions(view: &View, proof: &Proof) -> Vec<String> {
    let mut lines = Vec::new();
    for out in proof.outs.iter().filter(|out| out.is_late) {
        let own = out.papers.iter();
        let own = own.filter(|one| proof.is_on_agenda(one.paper.id));
        lines.extend(own.map(|one| exception(view, one, out.days)));
    }
    lines
}

fn exception(view: &View, of: &OutPaper, days: i64) -> String {
    let title = &of.paper.facts.title;
    let mut case = name(&of.paper.case);
    if let Some(exempt) = exempt(view, of) {
        case = format!("{case}, {}", uncapitalised(&exempt));
    }
    let paper = format!("{title}, {} ({case})", version(view, of));
    let values = [
        ("paper", paper.into()),
        ("days", Value::Number(days.max(0))),
    ];
    let line = view.tv("dispatch-exception-of", &values);
    let Some((reason, who)) = &of.late else {
        return line;
    };
    let why = [("who", who.into()), ("reason", reason.into())];
    format!("{line} {}", view.tv("paper-late-told", &why))
}

/// “Unntatt offentlighet”, where the paper or its case is.
fn exempt(view: &View, of: &OutPaper) -> Option<String> {
    of.paper.is_exempt().then(|| view.t("pack-exempt"))
}

fn version(view: &View, of: &OutPaper) -> String {
    let number = [("number", Value::Number(of.number))];
    uncapitalised(&view.tv("paper-version-number", &number))
}

/// That the meeting was moved after something had gone out, move by move.
fn moved(view: &View, of: &MeetingPapers, out: &Out) -> Vec<String> {
    let year = of.meeting.first_day().year();
    let day = |day: NaiveDate| {
        if day.year() == year {
            dates::day_and_month(view.language, day)
        } else {
            view.date(day)
        }
    };
    let line = |one: &NewDay| {
        let values = [
            ("from", day(one.from).into()),
            ("to", day(one.to).into()),
            ("on", day(of.board().today(one.at)).into()),
        ];
        view.tv("dispatch-moved", &values)
    };
    out.moved.iter().map(line).collect()
}

fn told_out(view: &View, of: &MeetingPapers, out: &Out) -> ToldOut {
    let moment = |at: Moment| view.moment(of.board().zone, at);
    let values = [
        ("at", moment(out.at).into()),
        ("days", Value::Number(out.days.max(0))),
    ];
    let paper = |one: &OutPaper| ToldPaper {
        id: one.paper.id,
        title: one.paper.facts.title.clone(),
        version: version(view, one),
        case: name(&one.paper.case),
        exempt: exempt(view, one),
        withdrawn: (one.paper.access.withdrawn_at)
            .map(|at| format!("{} {}", view.t("paper-state-withdrawn"), moment(at))),
    };
    let reader = |key: &str, one: &OutReader| {
        let closed = one.closed.iter();
        let closed = closed.map(|(case, until)| told_case(view, case, until.map(moment)));
        let closed: Vec<String> = closed.collect();
        if closed.is_empty() {
            return one.name.clone();
        }
        let values = [
            ("reader", (&one.name).into()),
            ("count", closed.len().into()),
            ("cases", closed.join(", ").into()),
        ];
        view.tv(key, &values)
    };
    let readers = out.readers.iter();
    let left_out = out.left_out.iter();
    let mut moved = moved(view, of, out);
    moved.extend(out.days_then.map(|days| {
        let days = [("days", Value::Number(days.max(0)))];
        view.tv("dispatch-moved-then", &days)
    }));
    ToldOut {
        id: format!("out{}", out.number),
        heading: view.tv("dispatch-out", &values),
        is_late: out.is_late,
        moved,
        papers: out.papers.iter().map(paper).collect(),
        readers: readers.map(|one| reader("dispatch-out-but", one)).collect(),
        left_out: left_out
            .map(|one| reader("dispatch-out-nothing", one))
            .collect(),
    }
}

/// “sak 8/26”, or what may be told of its title; with when it was opened again.
fn told_case(view: &View, of: &Case, until: Option<String>) -> String {
    let case = super::case_number(view, of);
    match until {
        Some(at) => view.tv(
            "dispatch-closed-until",
            &[("case", case.into()), ("at", at.into())],
        ),
        None => case,
    }
}

fn title(view: &View, of: &MeetingPapers) -> String {
    let meeting = meeting(view, of);
    view.tv("dispatch-statement-of", &[("meeting", meeting.into())])
}

#[must_use]
pub fn page(view: &View, proof: &Proof) -> Markup {
    let of = &proof.of;
    let told = told(view, proof);
    let made = [("at", view.moment(of.board().zone, view.now).into())];
    let document = format!(
        "{}/statement/document",
        paths::meeting_papers(of.meeting.id)
    );
    let verdict = ui::paragraph(&told.verdict);
    html! {
        (above(view, of, true))
        (ui::heading(&title(view, of)))
        @match told.tone {
            Some(tone) => { (ui::notice(tone, &verdict)) }
            None => { (verdict) }
        }
        @for line in &told.moved { (ui::paragraph(line)) }
        @for (intro, lines) in &told.lists {
            p class="ds-paragraph" { strong { (intro) } }
            (list(lines))
        }
        @for out in &told.outs { (ui::section(&out.id, &out.heading, &one_out(view, out))) }
        p class="muted" { (view.tv("dispatch-statement-made", &made)) }
        p class="no-print" { (ui::link(&document, &view.t("dispatch-statement-document"))) }
    }
}

fn list(lines: &[String]) -> Markup {
    let lines: Vec<Markup> = lines.iter().map(|line| html! { (line) }).collect();
    ui::list(&lines)
}

fn one_out(view: &View, out: &ToldOut) -> Markup {
    let line = |one: &ToldPaper| {
        html! {
            (ui::link(&paths::paper(one.id), &one.title)) ", " (one.version)
            @if let Some(exempt) = &one.exempt { " " (ui::tag(Tone::Warning, exempt)) }
            @if out.is_late { " " (ui::tag(Tone::Warning, &view.t("dispatch-exception"))) }
            @if let Some(withdrawn) = &one.withdrawn { " " (ui::tag(Tone::Danger, withdrawn)) }
            div class="muted" { (one.case) }
        }
    };
    let papers: Vec<Markup> = out.papers.iter().map(line).collect();
    html! {
        @for line in &out.moved { (ui::paragraph(line)) }
        @if !papers.is_empty() { (ui::list(&papers)) }
        @if !out.readers.is_empty() {
            (ui::paragraph(&view.t("dispatch-out-to")))
            (list(&out.readers))
        }
        @for line in &out.left_out { (ui::paragraph(line)) }
    }
}

/// The statement as a document of its own.
#[must_use]
pub fn document(view: &View, proof: &Proof) -> Document {
    let of = &proof.of;
    let today = of.board().today(view.now);
    let title = title(view, of);
    let told = told(view, proof);
    let mut blocks = vec![paragraph(told.verdict)];
    blocks.extend(told.moved.into_iter().map(paragraph));
    for (intro, lines) in told.lists {
        blocks.extend([paragraph(intro), lines_of(lines)]);
    }
    let mut sections = vec![Section {
        heading: String::new(),
        blocks,
    }];
    let outs = told.outs.into_iter();
    sections.extend(outs.map(|out| out_section(view, out)));
    let board = view.words(&of.board().name).to_owned();
    Document {
        language: view.language.tag().to_owned(),
        foot: title.clone(),
        title,
        author: board.clone(),
        date: (today.year(), today.month(), today.day()),
        kicker: board,
        facts: vec![(
            view.t("dispatch-made"),
            view.moment(of.board().zone, view.now),
        )],
        sections,
        words: documents::words(view.language),
    }
}

fn out_section(view: &View, out: ToldOut) -> Section {
    let mark = out.is_late.then(|| view.t("dispatch-exception"));
    let paper = |one: ToldPaper| {
        let mut marks = vec![format!("{}, {}", one.title, one.version)];
        marks.extend(one.exempt);
        marks.extend(mark.clone());
        marks.extend(one.withdrawn);
        let mut line = words(marks.join(". "));
        line.push(Inline::Break);
        line.extend(words(one.case));
        vec![Block::Paragraph { c: line }]
    };
    let papers: Vec<Vec<Block>> = out.papers.into_iter().map(paper).collect();
    let mut blocks: Vec<Block> = out.moved.into_iter().map(paragraph).collect();
    if !papers.is_empty() {
        blocks.push(Block::List { items: papers });
    }
    if !out.readers.is_empty() {
        blocks.push(paragraph(view.t("dispatch-out-to")));
        blocks.push(lines_of(out.readers));
    }
    blocks.extend(out.left_out.into_iter().map(paragraph));
    Section {
        heading: out.heading,
        blocks,
    }
}

fn words(text: String) -> Vec<Inline> {
    vec![Inline::Text { text }]
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { c: words(text) }
}

fn lines_of(lines: Vec<String>) -> Block {
    let items = lines.into_iter().map(|line| vec![paragraph(line)]);
    Block::List {
        items: items.collect(),
    }
}
