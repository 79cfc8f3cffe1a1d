//! Conflicts of interest on the page of a case, and the page of whom it is closed to.

use super::{CasePage, Sent};
use crate::boards::Board;
use crate::cases::Case;
use crate::cases::pages::{above, told_name};
use crate::db::ids::PersonId;
use crate::web::ui::{Field, Tone};
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// The page for someone to whom the case is closed: its number, what may be told of its title, and how it opens again.
#[must_use]
pub fn closed(view: &View, board: &Board, case: &Case, is_own: bool) -> Markup {
    html! {
        (above(view, board, &[]))
        (ui::heading(&told_name(view, case)))
        (ui::notice(Tone::Info, &ui::paragraph(&view.t("case-closed-to-you"))))
        @if is_own {
            (ui::confirmed(view, &paths::of_case(case.id, "recusal"), &[("act", "withdraw")], &view.t("recusal-withdraw"), &view.t("recusal-withdraw-follows")))
        } @else { (ui::paragraph(&view.t("recusal-ask-secretariat"))) }
    }
}

/// One's own conflict of interest, as long as anything comes of the case.
pub(super) fn own(view: &View, page: &CasePage, sent: &Sent) -> Markup {
    let open = page.may_recuse && !page.case.state.is_over();
    let form = sent.form("own");
    let reason = Field::new("own-reason", view.t("recusal-reason"));
    let body = html! {
        (ui::hidden("act", "declare"))
        (ui::paragraph(&view.t("recusal-declare-follows")))
        (ui::input(view, &form, "text", &reason.help(view.t("recusal-reason-help"))))
    };
    let path = paths::of_case(page.case.id, "recusal");
    let form = ui::form(view, &path, &form, &body, &view.t("recusal-declare-yes"));
    let form = if sent.which == "own" {
        form
    } else {
        ui::details(&view.t("recusal-declare"), &form)
    };
    html! { @if open { (ui::section("recusal", &view.t("recusal"), &form)) } }
}

/// Who is closed out, for the secretariat alone.
pub(super) fn of_others(view: &View, page: &CasePage, sent: &Sent) -> Markup {
    let Some(kept) = &page.kept else {
        return html! {};
    };
    let path = paths::of_case(page.case.id, "recusals");
    let is_closed = |person: PersonId| kept.recusals.iter().any(|one| one.person == person);
    let mut people: Vec<(String, String)> = kept
        .sitting
        .iter()
        .filter(|one| !is_closed(one.person))
        .map(|one| (one.person.to_string(), one.name.clone()))
        .collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    people.dedup();
    let form = sent.form("recusal");
    let body = html! {
        (ui::hidden("act", "declare"))
        (ui::select(view, &form, &Field::new("person", view.t("recusal-who")).needed(), &people))
        (ui::input(view, &form, "text", &Field::new("recusal-reason", view.t("recusal-reason")).help(view.t("recusal-reason-help"))))
    };
    ui::section(
        "recusals",
        &view.t("recusals"),
        &html! {
            @if kept.recusals.is_empty() { (ui::empty(&view.t("recusals-none"))) }
            @for one in &kept.recusals {
                @let person = one.person.to_string();
                p class="ds-paragraph" {
                    (one.name) ", " (view.date(page.board.today(one.declared_at)))
                    @if !one.reason.is_empty() { ": " (one.reason) }
                }
                (ui::button_form(view, &path, &[("act", "withdraw"), ("person", &person)],
                    &view.tv("recusal-withdraw-for", &[("name", (&one.name).into())]), Some("secondary")))
            }
            @let record = ui::form(view, &path, &form, &body, &view.t("recusal-record-save"));
            @if sent.which == "recusal" { (record) } @else { (ui::details(&view.t("recusal-record"), &record)) }
        },
    )
}
