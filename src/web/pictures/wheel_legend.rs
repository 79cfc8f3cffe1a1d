//! The list under the year wheel: every mark with its sign, its date and its words, in order of time.
//!
//! The links are here, not on the wheel: a link inside an image cannot be reached with the keyboard. Deadlines are many
//! and stand folded; the browser folds them without a script.

use super::year_wheel::{Ring, RingNames, Tone, WheelMark, disc, name, of};
use maud::{Markup, html};

/// The three lists; a ring without marks has none.
pub(super) fn legend(id: &str, names: &RingNames<'_>, marks: &[&WheelMark]) -> Markup {
    let deadlines = of(marks, Ring::Deadline).count();
    html! {
        div.year-wheel__legend {
            (headed(id, "meetings", names.meeting, Ring::Meeting, marks))
            (headed(id, "closed", names.closed, Ring::Closed, marks))
            @if deadlines > 0 {
                details.year-wheel__more {
                    summary { (tick_sign()) (names.deadline) " (" (deadlines) ")" }
                    (list(id, None, Ring::Deadline, marks))
                }
            }
        }
    }
}

fn headed(id: &str, key: &str, heading: &str, ring: Ring, marks: &[&WheelMark]) -> Markup {
    let heading_id = format!("{id}-{key}");
    html! {
        @if of(marks, ring).next().is_some() {
            p.year-wheel__heading id=(heading_id) { (heading) }
            (list(id, Some(&heading_id), ring, marks))
        }
    }
}

fn list(id: &str, heading_id: Option<&str>, ring: Ring, marks: &[&WheelMark]) -> Markup {
    html! {
        // The role stays because a list without bullets is no list to some screen readers.
        ol.year-wheel__list role="list" aria-labelledby=[heading_id] {
            @for mark in of(marks, ring) {
                li.year-wheel__item {
                    (sign(id, mark))
                    span.year-wheel__when { (mark.when) }
                    " "
                    @if let Some(href) = &mark.href {
                        a.ds-link.year-wheel__label href=(href) { (mark.label) }
                    } @else {
                        span.year-wheel__label { (mark.label) }
                    }
                }
            }
        }
    }
}

/// The tick of a deadline, where they are folded: what the ticks on the wheel are is told without unfolding them.
fn tick_sign() -> Markup {
    html! {
        svg.year-wheel__sign aria-hidden="true" viewBox="-13 -14 26 20" {
            g class="year-wheel__deadline year-wheel__deadline--plain" { path d="M0 -13V5" {} }
        }
    }
}

/// The mark as it looks on the wheel, hidden from screen readers: the words beside it say the same.
fn sign(id: &str, mark: &WheelMark) -> Markup {
    let tone = name(mark.tone);
    html! {
        svg.year-wheel__sign aria-hidden="true" viewBox="-26 -21 52 36" {
            @match mark.ring {
                Ring::Meeting => g class={ "year-wheel__meeting year-wheel__meeting--" (tone) } { (disc(mark)) },
                Ring::Closed => g class={ "year-wheel__closed year-wheel__closed--" (tone) } {
                    rect x="-20" y="-10" width="40" height="20" {}
                    @if mark.tone != Tone::Plain {
                        rect x="-20" y="-10" width="40" height="20" fill={ "url(#" (id) "-hatch)" } {}
                    }
                },
                Ring::Deadline => g class={ "year-wheel__deadline year-wheel__deadline--" (tone) } {
                    path d="M0 -13V5" {}
                    @match mark.tone {
                        Tone::Special => circle cx="0" cy="8" r="3" {},
                        Tone::Warning => path d="M0 3l5 9h-10z" {},
                        Tone::Plain | Tone::Muted => {},
                    }
                },
            }
        }
    }
}
