//! What the year strip must hold, like the other pictures.

use super::{CSS, HOSTILE, alternative_of, day};
use crate::web::pictures::{StripMark, StripState, StripWords, YearStrip};
use chrono::NaiveDate;
use maud::Render;

pub fn strip(today: Option<NaiveDate>, marks: Vec<StripMark>) -> String {
    let strip = YearStrip {
        id: "s",
        year: 2027,
        today,
        today_text: "I dag 14. april",
        months: [
            "jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des",
        ],
        title: "Møtene i 2027",
        description: "Tallet er saker",
        words: StripWords {
            out: "publisert",
            not_out: "ikke publisert",
            coming: "kommer",
            cancelled: "avlyst",
        },
        described_by: Some("meetings"),
        marks,
    };
    strip.render().into_string()
}

fn mark(day: NaiveDate, state: StripState, label: &str) -> StripMark {
    StripMark {
        day,
        state,
        cases: 7,
        label: label.to_owned(),
    }
}

/// One of each state, two of them on one day.
pub fn full() -> String {
    let marks = vec![
        mark(day(2027, 1, 1), StripState::Out, "første"),
        mark(day(2027, 3, 17), StripState::NotOut, "andre"),
        mark(day(2027, 3, 17), StripState::Cancelled, "tredje"),
        mark(day(2027, 12, 31), StripState::Coming, "fjerde"),
    ];
    strip(Some(day(2027, 4, 14)), marks)
}

#[test]
fn every_meeting_is_in_the_text_alternative_and_the_key_names_each_state() {
    let html = full();
    let words = alternative_of(&html);
    assert_eq!(
        words,
        "Tallet er saker. I dag 14. april. første. andre. tredje. fjerde."
    );
    for word in ["publisert", "ikke publisert", "kommer", "avlyst"] {
        assert!(html.contains(&format!("{word}</li>")), "{word} in {html}");
    }
    // What is cancelled deals with nothing.
    assert_eq!(html.matches(">7<").count(), 3);
    assert_eq!(html.matches("class=\"year-strip__letter\"").count(), 12);
    assert!(html.contains(">F</text>"), "{html}");
    assert!(html.contains("aria-describedby=\"meetings\""));
    assert!(!html.contains("style=") && !html.contains("<a "));
}

#[test]
fn only_the_year_is_drawn_and_labels_stay_words() {
    let marks = vec![
        mark(day(2026, 12, 31), StripState::Out, "i fjor"),
        mark(day(2027, 6, 1), StripState::Out, HOSTILE),
    ];
    let html = strip(Some(day(2026, 12, 31)), marks);
    assert!(
        !html.contains("i fjor") && !html.contains("I dag"),
        "{html}"
    );
    assert!(!html.contains("<script"), "{html}");
    assert!(!strip(None, Vec::new()).contains("year-strip__key"));
}

#[test]
fn meetings_on_one_day_stand_under_each_other() {
    let html = full();
    let heights: Vec<&str> = html
        .split("translate(")
        .skip(1)
        .filter_map(|rest| rest.split([' ', ')']).nth(1))
        .collect();
    assert_eq!(heights.len(), 4);
    assert_eq!(heights[0], heights[1]);
    assert_ne!(heights[1], heights[2]);
    assert!(CSS.contains(".year-strip__plot"));
}
