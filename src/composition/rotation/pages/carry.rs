//! What carrying out does: each term that ends or begins, each mail as it will be sent, and what follows by itself.

use super::{Draft, above_in, name_of, refused, seat_of, who_leaves};
use crate::boards::pages::period;
use crate::composition::rotation::routes::Whole;
use crate::composition::rotation::{Line, State, plan};
use crate::mail::Letter;
use crate::mail::letter::{Links, plain};
use crate::people::Refusal as Mistake;
use crate::web::ui::Tone;
use crate::web::{Form, View, paths, ui};
use chrono::NaiveDate;
use maud::{Markup, html};

/// A mail that follows.
pub struct Planned {
    pub to: To,
    /// On the morning of this day; none at once.
    pub on: Option<NaiveDate>,
    pub letter: Letter,
}

/// Whom a mail goes to.
pub enum To {
    /// An organisation's mailbox.
    Mailbox(String),
    /// Whomever an organisation names.
    Named(String),
    Person(String),
}

/// What the page shows.
pub struct CarryPage<'a> {
    pub whole: &'a Whole,
    pub mails: &'a [Planned],
    pub draft: &'a Draft,
}

/// Everything that is done by the button at the end.
#[must_use]
pub fn page(view: &View, page: &CarryPage<'_>) -> Markup {
    let whole = page.whole;
    let of = &whole.rotation;
    let is_ready = of.state == State::Decided && !of.lines.is_empty();
    let lines: Vec<Markup> = of
        .lines
        .iter()
        .flat_map(|it| happens(view, whole, it))
        .collect();
    html! {
        (above_in(view, whole))
        (ui::heading(&view.t("rotation-carry-out")))
        (page.draft.stale(view, &whole.ground.board))
        (refused(view, page.draft))
        @if is_ready {
            (ui::section("happens", &view.t("rotation-happens"), &ui::list(&lines)))
            (ui::section("mails", &view.t("rotation-mails"), &mails(view, page)))
            (ui::section("rights", &view.t("rotation-rights"), &ui::paragraph(&view.t("rotation-rights-how"))))
            @if of.lines.iter().all(|it| mistakes(whole, it).is_empty()) { (button(view, page)) }
            @else { (ui::notice(Tone::Danger, &ui::paragraph(&view.t("rotation-stuck")))) }
        } @else if page.draft.form.notice.is_none() {
            (ui::notice(Tone::Info, &ui::paragraph(&view.t(if of.state == State::CarriedOut { "rotation-carried-out-already" } else { "rotation-not-decided" }))))
        }
    }
}

/// What becomes of one seat, and what stands in its way.
fn happens(view: &View, whole: &Whole, line: &Line) -> Vec<Markup> {
    let seat = seat_of(view, whole, line.seat);
    let mut said = Vec::new();
    if let Some((name, leaving)) = who_leaves(view, whole, line).zip(line.leaves) {
        let last = leaving.until.pred_opt().unwrap_or(leaving.until);
        let values = [
            ("seat", (&seat).into()),
            ("organisation", name.into()),
            ("date", last.into()),
        ];
        said.push(html! { (view.tv("rotation-will-leave", &values)) });
    }
    if line.organisation.is_some() {
        let values = [
            ("seat", (&seat).into()),
            (
                "organisation",
                name_of(view, &whole.ground, line.organisation).into(),
            ),
            ("period", period(view, line.period).into()),
        ];
        said.push(html! { (view.tv("rotation-will-come", &values)) });
    }
    if said.is_empty() {
        said.push(html! { (view.tv("rotation-stays-open", &[("seat", seat.into())])) });
    }
    let wrong = mistakes(whole, line);
    said.extend(wrong.iter().map(|(_, why)| {
        html! { span class="ds-validation-message" { (view.said(why)) } }
    }));
    said
}

fn mistakes(whole: &Whole, line: &Line) -> Vec<Mistake> {
    plan::mistakes(line, &whole.rotation, &whole.ground, whole.today)
}

fn mails(view: &View, page: &CarryPage<'_>) -> Markup {
    html! {
        @if page.whole.ground.board.mail_on_from.is_none() { (ui::notice(Tone::Info, &ui::paragraph(&view.t("mail-is-off")))) }
        @if page.mails.is_empty() { (ui::empty(&view.t("rotation-no-mails"))) }
        @for mail in page.mails {
            @let summary = view.tv("rotation-mail-line", &[
                ("when", when(view, mail.on).into()), ("to", to(view, &mail.to).into()), ("subject", (&mail.letter.subject).into()),
            ]);
            (ui::details(&summary, &ui::letter(&plain(&mail.letter, Links::Hidden(view.language)))))
        }
    }
}

fn when(view: &View, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| view.t("rotation-at-once"), |day| view.date(day))
}

fn to(view: &View, to: &To) -> String {
    match to {
        To::Mailbox(name) => view.tv("rotation-to-mailbox", &[("organisation", name.into())]),
        To::Named(name) => view.tv("rotation-to-named", &[("organisation", name.into())]),
        To::Person(name) => name.clone(),
    }
}

fn button(view: &View, page: &CarryPage<'_>) -> Markup {
    let of = &page.whole.rotation;
    let version = page.draft.form.value("version");
    let form = Form::default();
    let action = paths::of_rotation(of.id, "carry-out");
    let body = html! { (ui::hidden("version", version)) };
    let back = paths::rotation(of.id);
    ui::form_or_leave(
        view,
        (&action, &back),
        &form,
        &body,
        &view.t("rotation-carry-out-now"),
    )
}
