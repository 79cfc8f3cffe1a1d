//! A zone's clocks as a calendar file must tell them (VTIMEZONE, RFC 5545 § 3.6.5): the changes of every year in
//! which the file has a meeting, the year before and the year after, past or to come (F24).

use super::lines::Lines;
use crate::calendar::{ClockChange, Kept, clock_changes, kept_at};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use chrono_tz::Tz;

/// How a day is told by its month: “the last Sunday”, which is −1, or “the second Sunday”.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nth(i64, Weekday);

/// Changes that come each year by the same rule, or one alone.
struct Observance<'a> {
    changes: Vec<&'a ClockChange>,
    /// As long as more than one reading fits, the last first: Outlook reads years by their rule, not by their dates.
    rules: Vec<Nth>,
}

/// Writes the zone for events from one date to another, both counted.
pub(super) fn write(lines: &mut Lines, zone: Tz, first: NaiveDate, last: NaiveDate) {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(first);
    let from = new_year(first.year() - 1);
    let changes = clock_changes(zone, from, new_year(last.year() + 2));
    let start = from.and_time(NaiveTime::MIN).and_utc();
    lines.component("VTIMEZONE", |lines| {
        lines.plain("TZID", zone.name());
        let is_told = (changes.first()).is_some_and(|change| change.at.year() < first.year());
        if !is_told {
            let kept = kept_at(zone, start);
            observance(lines, &kept, &kept, from.and_time(NaiveTime::MIN), None);
        }
        for group in grouped(&changes) {
            let (Some(begins), Some(ends)) = (group.changes.first(), group.changes.last()) else {
                continue;
            };
            let rule = (group.changes.len() > 1).then(|| {
                let Nth(nth, weekday) = group.rules[0];
                let day = &weekday.to_string().to_uppercase()[..2];
                let rule = format!(
                    "FREQ=YEARLY;BYMONTH={};BYDAY={nth}{day}",
                    begins.onset().month()
                );
                // A rule that still holds in the last year that is told goes on.
                if ends.at.year() > last.year() {
                    rule
                } else {
                    format!("{rule};UNTIL={}", ends.at.format("%Y%m%dT%H%M%SZ"))
                }
            });
            observance(lines, &begins.before, &begins.after, begins.onset(), rule);
        }
    });
}

fn observance(
    lines: &mut Lines,
    before: &Kept,
    after: &Kept,
    onset: NaiveDateTime,
    rule: Option<String>,
) {
    let kind = if after.is_summer_time {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    lines.component(kind, |lines| {
        lines.plain("DTSTART", &onset.format("%Y%m%dT%H%M%S").to_string());
        lines.plain("TZOFFSETFROM", &offset(before.offset));
        lines.plain("TZOFFSETTO", &offset(after.offset));
        lines.text("TZNAME", &[], &after.name);
        if let Some(rule) = rule {
            lines.plain("RRULE", &rule);
        }
    });
}

/// Joins each change with that of the year before that came by the same rule.
fn grouped(changes: &[ClockChange]) -> Vec<Observance<'_>> {
    let mut groups: Vec<Observance<'_>> = Vec::new();
    for change in changes {
        let follows = groups.iter_mut().find(|group| {
            group
                .changes
                .last()
                .is_some_and(|last| is_next_of(last, change))
                && group
                    .rules
                    .iter()
                    .any(|rule| readings(change).contains(rule))
        });
        if let Some(group) = follows {
            group.rules.retain(|rule| readings(change).contains(rule));
            group.changes.push(change);
        } else {
            groups.push(Observance {
                changes: vec![change],
                rules: readings(change),
            });
        }
    }
    groups
}

fn is_next_of(last: &ClockChange, change: &ClockChange) -> bool {
    let (then, now) = (last.onset(), change.onset());
    (&last.before, &last.after) == (&change.before, &change.after)
        && (then.year() + 1, then.month(), then.time()) == (now.year(), now.month(), now.time())
}

/// How the day of a change can be told by its month.
fn readings(change: &ClockChange) -> Vec<Nth> {
    let date = change.onset().date();
    let is_last = (date + chrono::Days::new(7)).month() != date.month();
    let nth = Nth(i64::from((date.day() - 1) / 7) + 1, date.weekday());
    let last = is_last.then_some(Nth(-1, date.weekday()));
    last.into_iter().chain([nth]).collect()
}

/// UTC-OFFSET (§ 3.3.14), such as `+0100`.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let size = seconds.abs();
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    let rest = if rest == 0 {
        String::new()
    } else {
        format!("{rest:02}")
    };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::super::testing::unfolded;
    use super::*;
    use crate::calendar::testing::day;
    use chrono_tz::{Africa, America, Asia, Europe};

    fn written(zone: Tz, first: &str, last: &str) -> Vec<String> {
        let mut lines = Lines::default();
        write(&mut lines, zone, day(first), day(last));
        unfolded(&lines.into_text())
    }

    #[test]
    fn f24_the_zone_tells_the_clocks_of_a_meeting_eleven_months_ahead() {
        assert_eq!(
            written(Europe::Oslo, "2027-10-20", "2027-10-20"),
            [
                "BEGIN:VTIMEZONE",
                "TZID:Europe/Oslo",
                "BEGIN:DAYLIGHT",
                "DTSTART:20260329T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "TZNAME:CEST",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:20261025T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "TZNAME:CET",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD",
                "END:VTIMEZONE",
            ]
        );
    }

    #[test]
    fn a_rule_other_than_the_last_sunday_is_told_by_its_number() {
        let text = written(America::New_York, "2027-05-01", "2027-05-01").join("\n");
        assert!(
            text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
            "{text}"
        );
        assert!(
            text.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
            "{text}"
        );
    }

    #[test]
    fn a_rule_that_was_given_up_has_an_end() {
        // Russia stayed on summer time in 2011.
        let text = written(Europe::Moscow, "2010-05-01", "2012-05-01").join("\n");
        assert!(text.contains("BYDAY=-1SU;UNTIL=20101030T230000Z"), "{text}");
        assert!(text.contains("TZOFFSETTO:+0400"), "{text}");
    }

    #[test]
    fn a_zone_without_summer_time_has_one_time_from_the_year_before() {
        assert_eq!(
            written(Asia::Tokyo, "2027-05-01", "2027-05-01")[2..7],
            [
                "BEGIN:STANDARD",
                "DTSTART:20260101T000000",
                "TZOFFSETFROM:+0900",
                "TZOFFSETTO:+0900",
                "TZNAME:JST"
            ]
        );
        let utc = written(Tz::UTC, "2027-05-01", "2027-05-01").join("\n");
        assert!(utc.contains("TZOFFSETTO:+0000") && !utc.contains("None"));
    }

    #[test]
    fn clocks_that_follow_the_moon_are_told_change_by_change() {
        let text = written(Africa::Casablanca, "2027-05-01", "2027-05-01").join("\n");
        assert!(
            !text.contains("RRULE") && text.matches("DTSTART").count() >= 6,
            "{text}"
        );
    }

    #[test]
    fn offsets_have_a_sign_and_seconds_only_when_they_need_them() {
        for (seconds, text) in [
            (0, "+0000"),
            (-12_600, "-0330"),
            (37_800, "+1030"),
            (2_580, "+0043"),
            (-17_762, "-045602"),
        ] {
            assert_eq!(offset(seconds), text);
        }
    }
}
