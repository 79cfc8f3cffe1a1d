//! The gate: what stands in the way, whom it goes to, and the buttons.

use super::rules::{self, Became, Obstacle, Press, Share};
use super::{Publication, PublicationState};
use crate::boards::Board;
use crate::db::types::Moment;
use crate::i18n::Language;
use crate::meetings::Meeting;
use crate::meetings::words;
use crate::minutes::access::pages::names;
use crate::minutes::access::rules::titles::Named;
use crate::minutes::attendance::pages::above_with;
use crate::minutes::draft::pages::{MinutesPage, path};
use crate::minutes::told::{Standing, Told, pages as told_pages};
use crate::web::access::Audience;
use crate::web::ui::{Field, Tone};
use crate::web::{Form, View, paths, ui};
use chrono::Datelike;
use maud::{Markup, html};

/// Everything the page shows.
pub struct Gate {
    pub minutes: MinutesPage,
    /// The number of the approved version; 0 before there is one.
    pub number: i64,
    pub obstacles: Vec<Obstacle>,
    /// The name of each audience with how many items it will read whole, and how many there are.
    pub readers: Vec<(Audience, usize)>,
    pub items: usize,
    /// What the approved version says, cut to what the reader may read.
    pub told: Option<Told>,
    pub standing: Option<Publication>,
    /// The approved version as the reader reads it, with the places that name an exempt title.
    pub named: Option<(Told, Vec<Named>)>,
    /// Whether more has been opened since, which is shown when the minutes are published again.
    pub adds: bool,
    pub press: Press,
    /// The name of who asked for a second person.
    pub asked_by: Option<String>,
    /// The language of the approved version.
    pub language: Option<Language>,
    /// How the written languages share the year: of this board, and of all.
    pub shares: (Share, Share),
    /// Every publication there has been, the newest first.
    pub all: Vec<Publication>,
}

impl Gate {
    fn meeting(&self) -> &Meeting {
        self.minutes.meeting()
    }

    fn board(&self) -> &Board {
        self.minutes.board()
    }

    /// The number of the version that is out, where it is not the one that holds.
    fn other_out(&self) -> Option<i64> {
        let number = self.standing.as_ref()?.number;
        (number != self.number).then_some(number)
    }

    fn own_path(&self) -> String {
        paths::of_meeting(self.meeting().id, "minutes/publication")
    }
}

#[must_use]
pub fn page(view: &View, page: &Gate, sent: Option<&Form>) -> Markup {
    let own = path(page.meeting().id);
    html! {
        (above_with(view, &page.minutes.attendance, Some((own, view.t("minutes")))))
        (ui::heading(&view.t("publication")))
        @if let Some(form) = sent { (refused(view, page, form)) }
        (out(view, page))
        @if let Some(told) = page.told.as_ref().filter(|_| page.standing.is_none()) { (told_pages::lacking(view, told)) }
        @if let Some(number) = page.other_out() {
            (ui::notice(Tone::Info, &ui::paragraph(&view.tv("publication-other-out", &[("number", number.into()), ("newest", page.number.into())]))))
        }
        @if page.adds { (ui::notice(Tone::Warning, &ui::paragraph(&view.t("publication-adds")))) }
        (before(view, page))
        @if let Some((told, named)) = &page.named { (names(view, told, named)) }
        (whom(view, page))
        (language(view, page))
        (button(view, page))
        (decisions(view, page))
        (withdrawal(view, page, sent))
        (history(view, page))
    }
}

/// Why a button did nothing, and what was typed where its form stands no more.
fn refused(view: &View, page: &Gate, form: &Form) -> Markup {
    let is_drawn = form.value("act") == "withdraw" && page.standing.is_some();
    let Some(said) = form.notice.as_ref().filter(|_| !is_drawn) else {
        return html! {};
    };
    html! {
        (ui::notice(Tone::Danger, &ui::paragraph(&view.said(said))))
        @if !form.value("reason").is_empty() { (ui::letter(form.value("reason"))) }
    }
}

/// That it is out, and until when that can be undone.
fn out(view: &View, page: &Gate) -> Markup {
    let Some(standing) = &page.standing else {
        return html! {};
    };
    let at = standing.published_at.unwrap_or(standing.asked_at);
    let at = view.moment(page.board().zone, at);
    let public = paths::published_meeting(page.meeting().id);
    html! {
        (ui::notice(Tone::Success, &html! {
            (ui::paragraph(&view.tv("publication-out-since", &[("at", at.into())])))
            p { (ui::link(&public, &view.t("publication-see"))) }
        }))
        @if let Some(until) = standing.mail_at.filter(|until| view.now < *until) {
            @let until = view.moment(page.board().zone, until);
            (ui::notice(Tone::Info, &ui::paragraph(&view.tv("publication-undo-until", &[("until", until.into())]))))
            (ui::button_form(view, &page.own_path(), &[("act", "undo"), ("publication", standing.id.as_str())], &view.t("publication-undo"), None))
        }
    }
}

/// What stands in the way, each with where it is mended.
fn before(view: &View, page: &Gate) -> Markup {
    let hinders = page.obstacles.iter().filter(|one| **one != Obstacle::IsOut);
    let lines: Vec<Markup> = hinders
        .map(|one| {
            let (rest, key) = match one {
                Obstacle::NotApproved | Obstacle::Correcting => ("minutes/round", "round"),
                Obstacle::NotAssessed(_) => ("minutes/access", "minutes-access"),
                Obstacle::Number(_) | Obstacle::IsOut => ("minutes", "minutes"),
            };
            let href = paths::of_meeting(page.meeting().id, rest);
            html! { (view.said(&one.said())) " " (ui::link(&href, &view.t(key))) }
        })
        .collect();
    if lines.is_empty() {
        return html! {};
    }
    let body = html! { (ui::paragraph(&view.t("publication-obstacles"))) (ui::list(&lines)) };
    ui::notice(Tone::Warning, &body)
}

/// How many items each audience will read, with the minutes as it will see them.
fn whom(view: &View, page: &Gate) -> Markup {
    if page.number == 0 {
        return html! {};
    }
    let head = [
        "publication-who",
        "publication-how-much",
        "publication-preview",
    ];
    let head: Vec<String> = head.into_iter().map(|key| view.t(key)).collect();
    let rows: Vec<Vec<Markup>> = (page.readers.iter())
        .map(|(audience, count)| {
            let name = view.t(&format!("case-audience-{audience}"));
            let values = [("count", (*count).into()), ("all", page.items.into())];
            let href = format!("{}/preview?as={audience}", page.own_path());
            vec![
                html! { (name) },
                html! { (view.tv("publication-n-of", &values)) },
                ui::link_of(
                    &href,
                    &html! { (view.t("publication-preview-open")) },
                    &name,
                ),
            ]
        })
        .collect();
    let access = paths::of_meeting(page.meeting().id, "minutes/access");
    let body = html! {
        (ui::table(&view.t("publication-whom"), &head, &rows))
        p { (ui::link(&access, &view.t("minutes-access"))) }
    };
    ui::section("whom", &view.t("publication-whom"), &body)
}

/// The written language, and how the two share the year.
fn language(view: &View, page: &Gate) -> Markup {
    let Some(language) = page.language else {
        return html! {};
    };
    let year = page.meeting().first_day().year();
    let name = words::uncapitalised(&language.name_in(view.language));
    let share = |key: &str, share: Share| {
        let per_cent = share.nynorsk_per_cent()?;
        let values = [
            ("year", year.to_string().into()),
            ("count", share.all().into()),
            ("share", per_cent.into()),
        ];
        Some((view.tv(key, &values), per_cent, share.lacks()))
    };
    let shares = [
        share("publication-share-board", page.shares.0),
        share("publication-share-all", page.shares.1),
    ];
    let body = html! {
        (ui::paragraph(&view.tv("publication-language", &[("language", name.into())])))
        @for (said, per_cent, lacks) in shares.into_iter().flatten() {
            p { (said) }
            meter class="share" min="0" max="100" low=(Share::LEAST) high=(100 - Share::LEAST) value=(per_cent) aria-label=(said) {}
            @if let Some(lacks) = lacks {
                p class="muted" { (view.tv("publication-share-lacks", &[("language", words::uncapitalised(&lacks.name_in(view.language)).into())])) }
            }
        }
    };
    ui::section("language", &view.t("publication-languages"), &body)
}

/// The button, or what it waits for.
fn button(view: &View, page: &Gate) -> Markup {
    let number = page.number.to_string();
    let fields = [("act", "publish"), ("number", number.as_str())];
    let (text, how) = match page.press {
        Press::Asks => ("publication-ask", "publication-ask-how"),
        _ => ("publication-publish", "publication-publish-how"),
    };
    let asked = page.asked_by.as_ref().map(|name| {
        let values = [("name", name.as_str().into())];
        view.tv("publication-asked-by", &values)
    });
    html! {
        @if let Some(asked) = asked { (ui::notice(Tone::Info, &ui::paragraph(&asked))) }
        @if page.obstacles.is_empty() {
            @if page.press == Press::WaitsForAnother { (ui::paragraph(&view.t("publication-waits"))) }
            @else { (ui::confirmed(view, &page.own_path(), &fields, &view.t(text), &view.t(how))) }
        }
    }
}

/// The way to what the owner of the board decided, once the minutes say what the board came to.
fn decisions(view: &View, page: &Gate) -> Markup {
    let href = paths::of_meeting(page.meeting().id, "minutes/decisions");
    html! { @if page.number > 0 {
        (ui::section_heading("decisions", &view.t("decisions")))
        p { (ui::link(&href, &view.t("decisions-see"))) }
    } }
}

fn withdrawal(view: &View, page: &Gate, sent: Option<&Form>) -> Markup {
    let Some(standing) = &page.standing else {
        return html! {};
    };
    let fresh = Form::filled([("publication", standing.id.to_string())]);
    let sent = sent.filter(|form| form.value("act") == "withdraw");
    let form = sent.unwrap_or(&fresh);
    let body = html! {
        (ui::paragraph(&view.t("publication-withdraw-how")))
        (ui::hidden("act", "withdraw"))
        (ui::hidden("publication", standing.id.as_str()))
        (ui::input(view, form, "text", &Field::new("reason", view.t("publication-reason")).help(view.t("publication-reason-help")).needed()))
    };
    let form = ui::form(
        view,
        &page.own_path(),
        form,
        &body,
        &view.t("publication-withdraw"),
    );
    let body = if sent.is_some() {
        form
    } else {
        ui::details(&view.t("publication-withdraw-open"), &form)
    };
    ui::section("withdrawal", &view.t("publication-withdrawal"), &body)
}

/// Each publication once: when it was, and what became of it.
fn history(view: &View, page: &Gate) -> Markup {
    let moment = |at: Moment| view.moment(page.board().zone, at);
    let lines: Vec<Markup> = rules::history(&page.all)
        .into_iter()
        .map(|(one, at, became)| {
            let (state, until) = match became {
                Became::Stands => (PublicationState::Published, None),
                Became::Replaced(until) => (PublicationState::Replaced, Some(until)),
                Became::Withdrawn(until) => (PublicationState::Withdrawn, Some(until)),
                Became::Undone => (PublicationState::Undone, None),
            };
            let values = [
                ("number", one.number.into()),
                ("at", moment(at).into()),
                ("until", until.map(moment).unwrap_or_default().into()),
            ];
            html! {
                (view.tv(&format!("publication-was-{state}"), &values))
                @if state == PublicationState::Withdrawn { ": " (one.reason) }
            }
        })
        .collect();
    if lines.is_empty() {
        return html! {};
    }
    ui::section("history", &view.t("publication-history"), &ui::list(&lines))
}

/// The minutes as one audience will read them.
#[must_use]
pub fn preview(view: &View, minutes: &MinutesPage, told: &Told, audience: Audience) -> Markup {
    let gate = paths::of_meeting(minutes.meeting().id, "minutes/publication");
    let name = view.t(&format!("case-audience-{audience}"));
    let day = words::when(view.language, minutes.meeting());
    html! {
        (above_with(view, &minutes.attendance, Some((gate, view.t("publication")))))
        (ui::notice(Tone::Info, &ui::paragraph(&view.tv("publication-preview-of", &[("audience", name.into()), ("when", day.into())]))))
        div lang=(told.language.tag()) { (ui::heading(&told.title(Standing::Approved))) }
        (told_pages::article(told, &|_| html! {}))
    }
}
