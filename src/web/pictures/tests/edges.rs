//! Nothing, one, two hundred, the leap day, and marks near each other.

use super::*;

#[test]
fn nothing_to_show_is_still_a_picture() {
    let html = wheel(2027, None, Vec::new());
    assert!(
        html.contains(">des</text>") && !html.contains("<ol"),
        "{html}"
    );
    assert_eq!(alternative_of(&html), "Året.");
    let html = chart(day(2027, 1, 1), day(2027, 1, 1), Vec::new());
    assert!(html.contains("Gruppe") && !html.contains("<ul"), "{html}");
    assert!(!html.contains("NaN") && !html.contains("inf"));
    assert!(!line(Some(day(2027, 1, 1)), Vec::new()).contains("<li"));
}

#[test]
fn the_leap_day_and_marks_over_new_year_are_drawn() {
    let leap = mark(day(2028, 2, 29), 1, Ring::Meeting, Tone::Plain, "Skuddår");
    let christmas = mark(day(2027, 12, 20), 20, Ring::Closed, Tone::Special, "Jul");
    let gone = mark(day(2027, 12, 8), 1, Ring::Meeting, Tone::Plain, "Før");
    let html = wheel(2028, Some(day(2028, 2, 29)), vec![leap, christmas, gone]);
    assert!(
        html.contains(">29</text>") && html.contains("Jul") && !html.contains("Før"),
        "{html}"
    );
    let row = ChartRow {
        label: "A".to_owned(),
        bars: vec![bar(
            day(2024, 2, 29),
            Some(day(2028, 2, 29)),
            BarTone::Term,
            "Kari Li",
        )],
    };
    let html = chart(day(2024, 2, 29), day(2028, 2, 29), vec![row]);
    assert!(html.contains(r#"x="0%" y="0.5rem" width="100%""#), "{html}");
    let stops = vec![
        stop(day(2028, 2, 28), StopState::Done, "a"),
        stop(day(2028, 3, 1), StopState::Meeting, "b"),
    ];
    assert!(line(None, stops).contains("2 dager"));
}

#[test]
fn two_hundred_of_each_are_drawn() {
    let start = day(2027, 1, 1);
    let dates = || (0..200).map(|number| start + Days::new(number));
    let html = wheel(
        2027,
        None,
        dates()
            .map(|date| mark(date, 1, Ring::Meeting, Tone::Plain, "m"))
            .collect(),
    );
    assert_eq!(html.matches("<li ").count(), 200);
    let rows = dates()
        .map(|from| ChartRow {
            label: "Org".to_owned(),
            bars: vec![bar(from, None, BarTone::Permanent, "Kari")],
        })
        .collect();
    // Two thousand years: only some of them are written on the axis.
    let html = chart(day(1, 1, 1), day(2100, 1, 1), rows);
    assert_eq!(
        html.matches("term-chart__bar--permanent").count(),
        201,
        "200 bars and the key"
    );
    assert!(html.matches("term-chart__year").count() <= 13);
    let html = line(
        Some(start),
        dates()
            .map(|date| stop(date, StopState::Coming, "s"))
            .collect(),
    );
    assert_eq!(html.matches("<li ").count(), 200);
    assert!(html.contains("deadline-line__stops--long"));
}

#[test]
fn discs_move_inwards_rather_than_over_each_other() {
    let marks =
        [10, 14, 18].map(|date| mark(day(2027, 6, date), 1, Ring::Meeting, Tone::Plain, "m"));
    let html = wheel(2027, None, marks.into());
    let image = html.split_once("</svg>").unwrap().0;
    let places: Vec<(f64, f64)> = image
        .split("translate(")
        .skip(1)
        .map(|rest| rest.split_once(')').unwrap().0.split_once(' ').unwrap())
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect();
    assert_eq!(places.len(), 3);
    for (index, (ax, ay)) in places.iter().enumerate() {
        for (bx, by) in &places[index + 1..] {
            assert!((ax - bx).hypot(ay - by) >= 28.0, "{places:?}");
        }
    }
}

#[test]
fn long_names_are_cut_in_the_bar_and_whole_in_the_words() {
    let name = "Åse Kristin Ødegård-Bjørnstad";
    let row = ChartRow {
        label: "A".to_owned(),
        bars: vec![bar(
            day(2026, 1, 1),
            Some(day(2027, 1, 1)),
            BarTone::Term,
            name,
        )],
    };
    let html = chart(day(2025, 1, 1), day(2030, 1, 1), vec![row]);
    assert!(html.contains(">Åse Kristin…</text>"), "{html}");
    assert!(alternative_of(&html).contains(name));
}

#[test]
fn today_stands_where_it_is_between_the_stops() {
    let stops = || {
        vec![
            stop(day(2027, 3, 10), StopState::Done, "a"),
            stop(day(2027, 3, 17), StopState::Meeting, "b"),
        ]
    };
    let today = |date| line(Some(day(2027, 3, date)), stops());
    let place = |html: &str| {
        (
            html.find("I dag").unwrap(),
            html.find(">a<").unwrap(),
            html.find(">b<").unwrap(),
        )
    };
    let (now, first, _) = place(&today(9));
    assert!(now < first);
    for date in [10, 16] {
        let (now, first, second) = place(&today(date));
        assert!(first < now && now < second, "{date}");
    }
    let (now, _, second) = place(&today(17));
    assert!(second < now);
    assert!(!line(None, stops()).contains("I dag"));
}
