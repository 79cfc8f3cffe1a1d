//! The seat map: each seat of a board as a box under its kind, with who holds it on one day.
//!
//! It is a styled list, so its words are all that it shows: a vacant seat has a broken outline and says that it is vacant.

use maud::{Markup, Render, html};

/// Seats on one day, drawn by [`Render`].
pub struct SeatMap<'a> {
    pub title: &'a str,
    /// What stands in a seat that nobody holds.
    pub vacant: &'a str,
    pub groups: Vec<SeatGroup>,
}

/// The seats of one kind.
pub struct SeatGroup {
    pub heading: String,
    /// Who holds each; none where it is vacant.
    pub seats: Vec<Option<String>>,
}

impl Render for SeatMap<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.picture.seat-map {
                figcaption.ds-sr-only { (self.title) }
                @for group in &self.groups {
                    div.seat-map__group {
                        p.seat-map__heading { (group.heading) }
                        ul.seat-map__seats role="list" {
                            @for seat in &group.seats {
                                @if let Some(holder) = seat { li.seat-map__seat { (holder) } }
                                @else { li class="seat-map__seat seat-map__seat--vacant" { (self.vacant) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
