//! Where the minutes are on their way, as a line to look at.

use super::keep::Keep;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// What is done, what comes now, and what comes then. Where a version is out that a correction has replaced, the last step is
/// open again and leads to where the new one is published.
pub(super) fn steps(view: &View, page: &Keep) -> Markup {
    let round = page.round();
    let is_sent = round.is_some();
    let is_over = round.is_some_and(|it| it.remarks_until <= view.now || it.approved.is_some());
    let holds = round.and_then(|it| it.approved).map(|one| one.number);
    let waits = holds.filter(|number| page.published.is_some_and(|out| out != *number));
    let steps = [
        ("round-step-written", is_sent),
        ("round-step-remarks", is_over),
        ("round-step-approved", holds.is_some()),
        (
            "round-step-published",
            page.published.is_some() && waits.is_none(),
        ),
    ];
    let now = steps.iter().position(|(_, is_done)| !is_done);
    let gate = paths::of_meeting(page.meeting().id, "minutes/publication");
    html! {
        ol class="steps" role="list" {
            @for (at, (key, is_done)) in steps.iter().enumerate() {
                li data-done=[is_done.then_some("yes")] aria-current=[(now == Some(at)).then_some("step")] {
                    @match waits.filter(|_| now == Some(at)) {
                        Some(number) => (ui::link(&gate, &view.tv("round-step-unpublished", &[("number", number.into())]))),
                        None => (view.t(key)),
                    }
                    @if *is_done { span class="ds-sr-only" { " " (view.t("round-step-done")) } }
                }
            }
        }
    }
}
