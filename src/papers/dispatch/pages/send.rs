//! Sending papers out: what goes, what is missing, whether the promise holds, to whom, and the mail's text, on one page.

use super::warnings::{missing, warnings};
use super::{above, case_number, meeting};
use crate::cases::Case;
use crate::db::ids::CaseId;
use crate::i18n::{Language, Value};
use crate::mail::letter::{Links, plain};
use crate::mail::wording::Wordings;
use crate::meetings::notices::{NoticeKind, pages as notices};
use crate::papers::dispatch::load::{MeetingPapers, Shown};
use crate::papers::dispatch::mail::Facts;
use crate::papers::dispatch::rules::{Closure, Refusal, closed_at, days_before, is_for, is_ready};
use crate::papers::dispatch::wording::sent;
use crate::papers::dispatch::{Dispatch, Recipient};
use crate::papers::opened::Reader;
use crate::papers::pack::{Stands, stands};
use crate::papers::pages::{content_words, exempt_tag, unfit_tag};
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use maud::{Markup, html};

/// The field of the papers that are chosen.
const PAPERS: &str = "papers";

/// Everything the page shows.
pub struct SendPage {
    pub of: MeetingPapers,
    pub to: Vec<Recipient>,
    /// Who is called to the meeting and reads none of its papers, by name.
    pub without: Vec<String>,
    /// Who sent papers out last.
    pub sent_by: Option<String>,
    /// To whom the cases that have something to send are closed.
    pub closures: Vec<Closure>,
    pub wordings: Wordings,
    /// Why nothing can go out now.
    pub refusal: Option<Refusal>,
    /// What the participants have not been told of the meeting: the letter about the papers would name a day that is news.
    pub owed: Option<NoticeKind>,
    /// Whether the board's mail is switched on.
    pub mail_is_on: bool,
    /// Who has opened what went out; none where the board does not keep it.
    pub opened: Option<Vec<Reader>>,
}

/// What stands for one paper in the form: its id and the version of it that was shown.
#[must_use]
pub fn chosen(shown: &Shown) -> String {
    format!("{}:{}", shown.paper.id, shown.paper.version)
}

#[must_use]
pub fn page(view: &View, page: &SendPage, form: &Form) -> Markup {
    let of = &page.of;
    html! {
        (above(view, of, true))
        (ui::heading(&view.tv("dispatch-of", &[("meeting", meeting(view, of).into())])))
        (promise(view, of))
        (agenda(view, of))
        @if let Some(refusal) = page.refusal {
            (ui::notice(Tone::Warning, &ui::paragraph(&view.said(&refusal.said()))))
        }
        @if !page.mail_is_on { (ui::notice(Tone::Warning, &ui::paragraph(&view.t("dispatch-mail-off")))) }
        (missing(view, of))
        @if page.refusal.is_none() { (warnings(view, of)) }
        @if let Some(kind) = page.owed { (notices::owed(view, &of.meeting, kind)) }
        @if page.refusal.is_none() { (send_form(view, page, form)) }
        (ui::section("to", &view.t("dispatch-to"), &recipients(view, page)))
        (ui::section("mail", &view.t("dispatch-mail-text"), &letters(view, page)))
        @if let (Some(days), Some(readers)) = (of.board().opened_kept_days, &page.opened) {
            (ui::section("opened", &view.t("opened"), &opened(view, days, readers)))
        }
        (ui::section("pack", &view.t("pack"), &pack(view, of)))
        @if !of.dispatches.is_empty() { (ui::section("before", &view.t("dispatch-before"), &before(view, of))) }
    }
}

/// Whether a week still holds.
fn promise(view: &View, of: &MeetingPapers) -> Markup {
    let today = of.board().today(view.now);
    let Some(promise) = of.promise else {
        return ui::paragraph(&view.t("dispatch-no-promise"));
    };
    let (tone, key) = match (today <= promise.last_day, of.dispatches.is_empty()) {
        (true, _) => (Tone::Success, "dispatch-holds"),
        (false, true) => (Tone::Danger, "dispatch-broken"),
        (false, false) => (Tone::Warning, "dispatch-supplement"),
    };
    let left = days_before(of.meeting.first_day(), today);
    let values = [
        ("date", view.long_date(promise.last_day).into()),
        ("days", Value::Number(promise.days)),
        ("left", Value::Number(left)),
    ];
    ui::notice(tone, &ui::paragraph(&view.tv(key, &values)))
}

/// Where the agenda is, and how much stands on it.
fn agenda(view: &View, of: &MeetingPapers) -> Markup {
    let count = of.cases.len() + of.points.len();
    let words = view.tv("dispatch-agenda", &[("count", count.into())]);
    html! { p { (ui::link(&paths::agenda(of.meeting.id), &words)) } }
}

fn send_form(view: &View, page: &SendPage, form: &Form) -> Markup {
    let of = &page.of;
    let open = of.cases.iter().filter(|case| !case.is_closed);
    let ready = open.flat_map(|case| {
        let own = case
            .papers
            .iter()
            .filter(|shown| is_ready(&shown.paper, &of.dispatches));
        own.map(move |shown| (case.case.number, shown))
    });
    let choices: Vec<(String, &Shown)> = ready
        .map(|(number, shown)| {
            let number = number.map_or_else(String::new, |number| format!("{number} "));
            let content = shown
                .version
                .as_ref()
                .map(|version| content_words(view, version));
            let title = format!("{number}{}", shown.paper.facts.title);
            let values = [
                ("paper", title.into()),
                ("number", Value::Number(shown.paper.latest)),
                ("content", content.unwrap_or_default().into()),
            ];
            (view.tv("dispatch-paper", &values), shown)
        })
        .collect();
    let path = format!("{}/dispatch", paths::meeting_papers(of.meeting.id));
    let own = Field::new("paragraph", view.t("dispatch-paragraph"));
    let body = html! {
        (ui::hidden("id", form.value("id")))
        (boxes(view, form, &choices))
        (ui::text_area(view, form, &own.help(view.t("dispatch-paragraph-help"))))
    };
    html! {
        @if choices.is_empty() { (nothing_ready(view, page)) }
        @else { (ui::form(view, &path, form, &body, &view.t("dispatch-send"))) }
    }
}

/// Each paper that is ready, with what is to be known of it before it goes.
fn boxes(view: &View, form: &Form, choices: &[(String, &Shown)]) -> Markup {
    let ticked = form.values(PAPERS);
    html! {
        fieldset class="ds-fieldset" id=(PAPERS) {
            legend class="ds-label" { (view.t("dispatch-papers")) }
            p class="ds-paragraph" { (view.t("dispatch-papers-help")) }
            @for (text, shown) in choices {
                @let value = chosen(shown);
                @let id = format!("{PAPERS}-{value}");
                div class="ds-field" {
                    input class="ds-input" type="checkbox" id=(id) name=(PAPERS) value=(value) checked[ticked.contains(&value.as_str())];
                    label class="ds-label" data-weight="regular" for=(id) {
                        (text) (exempt_tag(view, &shown.paper))
                        @if let Some(version) = &shown.version { (unfit_tag(view, version)) }
                    }
                }
            }
            @if let Some(said) = form.mistake(PAPERS) { p class="ds-validation-message" { (view.said(said)) } }
        }
    }
}

/// That there is nothing to send; where something went, when and by whom: it may have been in another tab.
fn nothing_ready(view: &View, page: &SendPage) -> Markup {
    let of = &page.of;
    let Some((last, who)) = of.dispatches.last().zip(page.sent_by.as_ref()) else {
        return ui::empty(&view.t("dispatch-nothing-ready"));
    };
    let at = view.moment(of.board().zone, last.at);
    let values = [("at", at.into()), ("who", who.into())];
    let told = view.tv("dispatch-all-sent", &values);
    ui::notice(Tone::Info, &ui::paragraph(&told))
}

fn recipients(view: &View, page: &SendPage) -> Markup {
    let going: Vec<&Case> = page.of.going_out().map(|one| &one.case).collect();
    let ids: Vec<CaseId> = going.iter().map(|case| case.id).collect();
    let closed_to = |one: &Recipient| closed_at(&page.closures, &ids, one.person, view.now);
    let line = |one: &Recipient| {
        let closed = closed_to(one);
        let is_closed = |case: &&&Case| closed.iter().any(|closure| closure.case == case.id);
        let cases = going.iter().filter(is_closed);
        let cases: Vec<String> = cases.map(|case| case_number(view, case)).collect();
        let values = [
            ("count", cases.len().into()),
            ("cases", cases.join(", ").into()),
        ];
        let key = if is_for(&ids, &closed) {
            "dispatch-closed-to"
        } else {
            "dispatch-left-out"
        };
        html! {
            (one.name)
            @if one.address.is_none() { " " (ui::tag(Tone::Warning, &view.t("dispatch-no-address"))) }
            @if !cases.is_empty() { " " span class="muted" { "(" (view.tv(key, &values)) ")" } }
        }
    };
    let lines: Vec<Markup> = page.to.iter().map(line).collect();
    let is_told = |one: &&Recipient| one.address.is_some() && is_for(&ids, &closed_to(one));
    let told = page.to.iter().filter(is_told).count();
    let summary = view.tv("dispatch-readers", &[("count", told.into())]);
    html! {
        @if lines.is_empty() { (ui::empty(&view.t("dispatch-nobody"))) }
        @else { (ui::details(&summary, &ui::list(&lines))) }
        @if !page.without.is_empty() {
            (ui::paragraph(&view.tv("dispatch-called-without", &[("names", page.without.join(", ").into())])))
        }
    }
}

/// How the papers come into the pack, and which have a page in their place.
fn pack(view: &View, of: &MeetingPapers) -> Markup {
    let ready = of
        .papers()
        .filter(|shown| is_ready(&shown.paper, &of.dispatches));
    let noted = ready.filter_map(|shown| match stands(shown.version.as_ref()?) {
        Stands::Note(_) => Some(shown),
        Stands::Written | Stands::Pages(..) | Stands::Picture => None,
    });
    let line = |shown: &Shown| {
        let title = &shown.paper.facts.title;
        let content = shown
            .version
            .as_ref()
            .map(|version| content_words(view, version));
        html! {
            (ui::link(&paths::paper(shown.paper.id), title))
            @if let Some(content) = content { " " span class="muted" { "(" (content) ")" } }
        }
    };
    let lines: Vec<Markup> = noted.map(line).collect();
    html! {
        (ui::paragraph(&view.t("dispatch-pack-how")))
        @if !lines.is_empty() {
            (ui::paragraph(&view.t("dispatch-pack-notes")))
            (ui::list(&lines))
        }
    }
}

/// The letter in each language that someone reads.
fn letters(view: &View, page: &SendPage) -> Markup {
    let mut languages: Vec<Language> = page.to.iter().map(|one| one.language).collect();
    languages.sort_by_key(|one| one.tag());
    languages.dedup();
    let facts = Facts {
        board: page.of.board(),
        meeting: &page.of.meeting,
        kinds: &page.of.kinds,
        wordings: &page.wordings,
        paragraph: "",
        base_url: &view.app.config.base_url,
    };
    let passage = sent(!page.of.dispatches.is_empty());
    html! {
        @for language in languages {
            @let letter = facts.letter(&passage, language);
            h3 class="ds-heading" data-size="xs" { (language.own_name()) }
            div lang=(language.tag()) {
                p class="ds-paragraph" { strong { (letter.subject) } }
                (ui::letter(&plain(&letter, Links::Hidden(language))))
            }
        }
    }
}

/// Who has opened what went out to them.
fn opened(view: &View, days: i64, readers: &[Reader]) -> Markup {
    let head = ["dispatch-reader", "opened-column", "opened-missing"].map(|key| view.t(key));
    let row = |reader: &Reader| {
        let key = match reader.opened() {
            0 => "opened-none",
            count if count == reader.all => "opened-all",
            _ => "opened-some",
        };
        let values = [
            ("count", reader.opened().into()),
            ("all", reader.all.into()),
        ];
        vec![
            html! { (reader.name) },
            html! { (view.tv(key, &values)) },
            html! { (reader.missing.join(", ")) },
        ]
    };
    let rows: Vec<Vec<Markup>> = readers.iter().map(row).collect();
    html! {
        (ui::paragraph(&view.tv("opened-how", &[("days", Value::Number(days))])))
        @if rows.is_empty() { (ui::empty(&view.t("opened-nobody"))) }
        @else { (ui::table(&view.t("opened"), &head, &rows)) }
    }
}

/// What went out before.
fn before(view: &View, of: &MeetingPapers) -> Markup {
    let line = |dispatch: &Dispatch| {
        let key = if dispatch.number == 1 {
            "dispatch-first"
        } else {
            "dispatch-more"
        };
        let values = [("count", dispatch.papers.len().into())];
        html! { (view.moment(of.board().zone, dispatch.at)) ": " (view.tv(key, &values)) }
    };
    let lines: Vec<Markup> = of.dispatches.iter().map(line).collect();
    let statement = format!("{}/statement", paths::meeting_papers(of.meeting.id));
    html! {
        (ui::list(&lines))
        p { (ui::link(&statement, &view.t("dispatch-statement"))) }
    }
}
