//! What all pictures must hold: complete words, escaped words, and no panic on any data.

mod edges;
mod strip;
mod verdicts;

use super::*;
use chrono::{Days, NaiveDate};
use maud::Render;
use std::collections::HashSet;

const HOSTILE: &str = r#"</title><script>alert("1")</script>' onload='x"#;
const CSS: &str = include_str!("../assets/pictures.css");

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn mark(from: NaiveDate, days: u64, ring: Ring, tone: Tone, label: &str) -> WheelMark {
    let until = from + Days::new(days);
    WheelMark {
        from,
        until,
        ring,
        tone,
        when: format!("on {from}"),
        label: label.to_owned(),
        href: None,
    }
}

fn wheel(year: i32, today: Option<NaiveDate>, marks: Vec<WheelMark>) -> String {
    let wheel = YearWheel {
        id: "w",
        year,
        today,
        today_text: "I dag",
        months: [
            "jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des",
        ],
        title: "Årshjul",
        description: "Året",
        rings: RingNames {
            meeting: "Møter",
            deadline: "Frister",
            closed: "Ferier",
        },
        described_by: Some("plan"),
        marks,
    };
    wheel.render().into_string()
}

fn bar(from: NaiveDate, until: Option<NaiveDate>, tone: BarTone, label: &str) -> ChartBar {
    ChartBar {
        from,
        until,
        label: label.to_owned(),
        when: format!("from {from}"),
        tone,
    }
}

fn chart(from: NaiveDate, until: NaiveDate, rows: Vec<ChartRow>) -> String {
    let chart = TermChart {
        id: "t",
        from,
        until,
        today: day(2027, 4, 14),
        title: "Perioder",
        description: "Styret",
        words: TermWords {
            today: "I dag",
            permanent: "fast",
            term: "periode",
            vacant: "ledig",
            ending_soon: "går ut",
            past: "slutt",
        },
        described_by: None,
        groups: vec![ChartGroup {
            heading: "Gruppe".to_owned(),
            rows,
        }],
    };
    chart.render().into_string()
}

fn stop(date: NaiveDate, state: StopState, label: &str) -> Stop {
    Stop {
        date,
        label: label.to_owned(),
        date_text: format!("on {date}"),
        state,
        moved: None,
    }
}

fn line(today: Option<NaiveDate>, stops: Vec<Stop>) -> String {
    let words = DeadlineWords {
        today: "I dag",
        done: "ferdig",
        passed: "gått ut",
        next: "neste",
        coming: "kommer",
        overdue: "for sent",
        meeting: "møtet",
        days: &|days| format!("{days} dager"),
    };
    DeadlineLine {
        id: "d",
        title: "Frister",
        description: "",
        today,
        words,
        stops,
    }
    .render()
    .into_string()
}

/// One bar.
fn bars() -> String {
    let bar = AmountBar {
        label: "x".to_owned(),
        value: "1".to_owned(),
        amount: 1,
    };
    let bars = AmountBars {
        id: "a",
        title: "Beløp",
        description: "",
        described_by: None,
        bars: vec![bar],
    };
    bars.render().into_string()
}

/// One of everything, with a label each.
fn full() -> [String; 3] {
    let tones = [Tone::Plain, Tone::Special, Tone::Warning, Tone::Muted];
    let rings = [Ring::Meeting, Ring::Deadline, Ring::Closed];
    let mut marks = Vec::new();
    for (month, (ring, tone)) in (1..).zip(
        rings
            .into_iter()
            .flat_map(|ring| tones.map(|tone| (ring, tone))),
    ) {
        marks.push(mark(
            day(2027, month, 10),
            2,
            ring,
            tone,
            &format!("{ring:?}-{tone:?}"),
        ));
    }
    let bars = [
        BarTone::Permanent,
        BarTone::Term,
        BarTone::Vacant,
        BarTone::EndingSoon,
        BarTone::Past,
    ];
    let rows = bars.map(|tone| {
        let until = (tone != BarTone::Permanent).then(|| day(2029, 1, 1));
        ChartRow {
            label: format!("Org-{tone:?}"),
            bars: vec![bar(day(2026, 1, 1), until, tone, "Kari Li")],
        }
    });
    let states = [
        StopState::Done,
        StopState::Passed,
        StopState::Overdue,
        StopState::Next,
        StopState::Coming,
        StopState::Meeting,
        StopState::Coming,
    ];
    let mut stops: Vec<Stop> = (10..)
        .zip(states)
        .map(|(date, state)| stop(day(2027, 4, date * 2 - 10), state, &format!("Stop {date}")))
        .collect();
    stops[0].moved = Some("flyttet".to_owned());
    [
        wheel(2027, Some(day(2027, 4, 14)), marks),
        chart(day(2025, 1, 1), day(2030, 1, 1), rows.into()),
        line(Some(day(2027, 4, 14)), stops),
    ]
}

/// The words of the `<desc>` that every image begins with.
fn alternative_of(html: &str) -> &str {
    html.split_once("-desc\">")
        .unwrap()
        .1
        .split_once("</desc>")
        .unwrap()
        .0
}

#[test]
fn hostile_labels_stay_words() {
    let marks = [Ring::Meeting, Ring::Deadline, Ring::Closed].map(|ring| WheelMark {
        href: Some(HOSTILE.to_owned()),
        ..mark(day(2027, 3, 1), 1, ring, Tone::Plain, HOSTILE)
    });
    let rows = vec![ChartRow {
        label: HOSTILE.to_owned(),
        bars: vec![bar(day(2026, 1, 1), None, BarTone::Term, HOSTILE)],
    }];
    let late = Stop {
        moved: Some(HOSTILE.to_owned()),
        ..stop(day(2027, 3, 1), StopState::Next, HOSTILE)
    };
    for html in [
        wheel(2027, None, marks.into()),
        chart(day(2025, 1, 1), day(2030, 1, 1), rows),
        line(None, vec![late]),
    ] {
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains(r#"alert("1")"#), "{html}");
        assert!(
            html.contains("&lt;script&gt;alert(&quot;1&quot;)"),
            "{html}"
        );
    }
}

#[test]
fn every_mark_is_in_the_text_alternative() {
    let [wheel, chart, line] = full();
    let words = alternative_of(&wheel);
    for ring in [Ring::Meeting, Ring::Deadline, Ring::Closed] {
        for tone in [Tone::Plain, Tone::Special, Tone::Warning, Tone::Muted] {
            let label = format!("{ring:?}-{tone:?}");
            assert!(words.contains(&label), "{label} in {words}");
            // Once in the words, once as the tip of the mark, once in the list.
            assert_eq!(wheel.matches(&label).count(), 3, "{label}");
        }
    }
    assert!(
        words.starts_with("Året. I dag. Møter: on 2027-01-10 Meeting-Plain; "),
        "{words}"
    );
    let words = alternative_of(&chart);
    for (tone, word) in [
        ("Permanent", "fast"),
        ("Term", "periode"),
        ("Vacant", "ledig"),
        ("EndingSoon", "går ut"),
        ("Past", "slutt"),
    ] {
        let sentence = format!("Org-{tone}: Kari Li, from 2026-01-01 ({word}).");
        assert!(words.contains(&sentence), "{sentence} in {words}");
    }
    for word in [
        "ferdig", "for sent", "neste", "kommer", "møtet", "flyttet", "2 dager", "Stop 15",
    ] {
        assert!(line.contains(&format!(">{word}<")), "{word} in {line}");
    }
}

#[test]
fn pictures_are_named_images_without_inline_style_or_links_inside() {
    let [wheel, chart, line] = full();
    for html in [&wheel, &chart, &line] {
        assert!(!html.contains("style="), "a strict style-src blocks it");
        let ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "{ids:?}"
        );
        for named in html
            .split("aria-labelledby=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                named.split(' ').all(|id| ids.contains(&id)),
                "{named} in {ids:?}"
            );
        }
        // An element has one class attribute; the browser would leave out a second.
        assert!(
            html.split('>')
                .all(|tag| tag.matches(" class=").count() < 2)
        );
    }
    assert!(wheel.contains(r#"role="img""#) && chart.contains(r#"role="img""#));
    assert!(wheel.contains(r#"aria-describedby="plan""#));
    let image = wheel
        .split_once("<svg")
        .unwrap()
        .1
        .split_once("</svg>")
        .unwrap()
        .0;
    assert!(!image.contains("<a "));
}

#[test]
fn the_style_sheet_knows_only_what_is_drawn() {
    let many = line(
        None,
        (1..=11)
            .map(|date| stop(day(2027, 5, date), StopState::Coming, "x"))
            .collect(),
    );
    let early = line(
        Some(day(2027, 1, 1)),
        vec![stop(day(2027, 5, 1), StopState::Next, "x")],
    );
    let late = chart(day(2020, 1, 1), day(2027, 5, 1), Vec::new());
    let drawn =
        full().concat() + &many + &early + &late + &strip::full() + &verdicts::full() + &bars();
    let drawn: HashSet<&str> = drawn
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|classes| classes.split(' '))
        .collect();
    let class_end = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    for rest in CSS
        .split('.')
        .skip(1)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
    {
        let class = rest.split(class_end).next().unwrap();
        assert!(
            class == "rs" || class == "css" || drawn.contains(class),
            ".{class} is never drawn"
        );
    }
}

#[test]
fn names_and_rows_of_the_term_chart_have_the_same_height() {
    let rule = |selector: &str| {
        CSS.split_once(&format!("\n{selector} {{"))
            .unwrap()
            .1
            .split_once('}')
            .unwrap()
            .0
    };
    assert!(rule(".term-chart__names").contains("padding-top: 3.25rem;"));
    assert!(CSS.contains("\n  height: 2.25rem;\n") && CSS.contains("\n  height: 3rem;\n"));
    let html = chart(
        day(2025, 1, 1),
        day(2030, 1, 1),
        vec![ChartRow {
            label: "A".to_owned(),
            bars: Vec::new(),
        }],
    );
    assert!(
        html.contains(r#"height="8.5rem""#),
        "axis, heading and one row: {html}"
    );
}
