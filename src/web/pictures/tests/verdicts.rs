//! What the verdict grid and the seat map must hold, like the other pictures.

use super::{CSS, HOSTILE, alternative_of};
use crate::web::pictures::{
    Finding, GridColumn, GridRow, MOST_COLUMNS, SeatGroup, SeatMap, VerdictGrid, VerdictWords,
};
use maud::Render;

fn grid(columns: usize, rows: Vec<GridRow>) -> String {
    let column = |place: usize| GridColumn {
        label: format!("{place}.1."),
        year: (place == 0).then(|| "2027".to_owned()),
        spoken: format!("dag {place}"),
        is_meeting: place.is_multiple_of(2),
        is_turning: place == 1 || place == 2,
    };
    let grid = VerdictGrid {
        id: "g",
        title: "Reglene",
        description: "En rad for hver regel",
        words: VerdictWords {
            met: "oppfylt",
            broken: "brutt",
            unknown: "ukjent",
            meeting: "møte",
            turning: "endring",
        },
        described_by: Some("days"),
        columns: (0..columns).map(column).collect(),
        rows,
    };
    grid.render().into_string()
}

fn row(label: &str, cells: &[Option<Finding>]) -> GridRow {
    GridRow {
        label: label.to_owned(),
        cells: cells.to_vec(),
    }
}

fn seats(holder: &str) -> String {
    let map = SeatMap {
        title: "Plassene",
        vacant: "Ledig",
        groups: vec![SeatGroup {
            heading: "Fast medlem".to_owned(),
            seats: vec![Some(holder.to_owned()), None],
        }],
    };
    map.render().into_string()
}

/// One of each finding.
pub fn full() -> String {
    let cells = [
        Some(Finding::Met),
        Some(Finding::Broken),
        Some(Finding::Unknown),
    ];
    grid(3, vec![row("Minst 12", &cells)]) + &seats("KS")
}

#[test]
fn each_rule_is_told_by_what_is_found_first_and_when_it_is_another() {
    let cells = [
        Some(Finding::Met),
        Some(Finding::Met),
        Some(Finding::Broken),
        None,
        Some(Finding::Broken),
    ];
    let html = grid(5, vec![row("Minst 12", &cells)]);
    assert_eq!(
        alternative_of(&html),
        "En rad for hver regel. Minst 12: dag 0 oppfylt; dag 2 brutt; dag 4 brutt."
    );
    for word in ["oppfylt", "brutt", "ukjent", "møte", "endring"] {
        assert!(html.contains(&format!("{word}</li>")), "{word} in {html}");
    }
    assert!(html.contains("aria-describedby=\"days\"") && html.contains("role=\"img\""));
    assert!(!html.contains("style=") && !html.contains("<a "));
    // Each has a shape of its own: a ring with a tick, a square with a cross.
    assert_eq!(html.matches("<rect").count(), 2 + 1, "two, and the key's");
}

#[test]
fn nothing_too_much_and_what_is_hostile_are_drawn_as_well_as_may_be() {
    let html = grid(0, Vec::new());
    assert!(
        !html.contains("NaN") && html.contains("height=\"3.75rem\""),
        "{html}"
    );
    let many = vec![Some(Finding::Met); 100];
    let html = grid(100, vec![row("Mange", &many)]);
    assert_eq!(html.matches("verdict-grid__day").count(), MOST_COLUMNS);
    // One in each column, and the key's.
    assert_eq!(html.matches("verdict-grid__tick").count(), MOST_COLUMNS + 1);
    for html in [grid(1, vec![row(HOSTILE, &[None])]), seats(HOSTILE)] {
        assert!(!html.contains("<script"), "{html}");
    }
}

#[test]
fn names_and_rows_have_the_same_height() {
    assert!(CSS.contains("\n  padding-top: 3.75rem;\n") && CSS.contains("\n  height: 3rem;\n"));
    let html = grid(1, vec![row("A", &[None]), row("B", &[None])]);
    assert!(
        html.contains("height=\"9.75rem\""),
        "axis and two rows: {html}"
    );
}

#[test]
fn a_vacant_seat_says_that_it_is_vacant() {
    let html = seats("KS");
    assert!(html.contains(">KS</li>") && html.contains("seat-map__seat--vacant\">Ledig</li>"));
}
