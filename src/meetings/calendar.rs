//! A meeting as calendars show it: what its page shows to everyone with a role on the board, and no more.
//!
//! No names of members, no cases, no papers: a calendar is shared with colleagues and copied to telephones.

use super::words::{self, Kinds};
use super::{Meeting, MeetingState, Session};
use crate::boards::Board;
use crate::db::ids::MeetingId;
use crate::db::types::Moment;
use crate::i18n::{Language, Value, text};
use crate::mail::invitation::{CalendarUser, Entry, When};
use crate::web::paths;

/// How often what calendars show of a meeting has changed, and when last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    pub sequence: i64,
    pub at: Moment,
}

/// What an entry needs besides its meeting.
pub struct Around<'a> {
    pub board: &'a Board,
    pub kinds: &'a Kinds,
    /// What links start with, without a slash at the end.
    pub base_url: &'a str,
    pub language: Language,
    /// Who is invited; nobody in a feed.
    pub attendee: Option<CalendarUser>,
    /// Whether the reader may open the meeting's page: a link must open for whoever gets it (F13).
    pub opens_page: bool,
}

/// The entries of a meeting, one a day, in the order of the days.
///
/// The UID is made of the meeting, the number of the day and the host, so that mail and feed name the same entry.
#[must_use]
pub fn entries(meeting: &Meeting, revision: Revision, around: &Around<'_>) -> Vec<Entry> {
    let is_cancelled = meeting.state == MeetingState::Cancelled;
    let entry = |(at, session): (usize, &Session)| Entry {
        uid: uid(meeting.id, at + 1, around.base_url),
        sequence: revision.sequence,
        stamp: revision.at,
        organiser: Some(CalendarUser {
            name: around.board.name_in(around.language).to_owned(),
            address: around.board.mailbox.clone(),
        }),
        attendee: around.attendee.clone(),
        summary: summary(meeting, at + 1, around),
        description: description(meeting, around),
        location: if meeting.place.is_empty() {
            meeting.video_link.clone()
        } else {
            meeting.place.clone()
        },
        url: if around.opens_page {
            page(meeting, around)
        } else {
            String::new()
        },
        video_link: meeting.video_link.clone(),
        when: when(session),
        zone: around.board.zone,
        language: around.language,
        is_cancelled,
    };
    meeting.sessions.iter().enumerate().map(entry).collect()
}

/// Stable for as long as the meeting has this many days, whatever they are moved to.
fn uid(meeting: MeetingId, day: usize, base_url: &str) -> String {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => authority,
    };
    format!("meeting-{meeting}-{day}@{host}")
}

/// “Avlyst: Styringsrådet: Ordinært møte (dag 1 av 2)”.
fn summary(meeting: &Meeting, day: usize, around: &Around<'_>) -> String {
    let say = |key: &str, values: &[(&'static str, Value)]| text(around.language, key, values);
    let board = around.board.name_in(around.language);
    let name = words::name(around.kinds, meeting, around.language);
    let mut summary = format!("{board}: {name}");
    let days = meeting.sessions.len();
    if days > 1 {
        let values = [
            ("summary", summary.into()),
            ("day", day.into()),
            ("days", days.into()),
        ];
        summary = say("meeting-calendar-day", &values);
    }
    if meeting.state == MeetingState::Cancelled {
        summary = say("meeting-calendar-cancelled", &[("summary", summary.into())]);
    }
    summary
}

fn page(meeting: &Meeting, around: &Around<'_>) -> String {
    format!("{}{}", around.base_url, paths::meeting(meeting.id))
}

fn description(meeting: &Meeting, around: &Around<'_>) -> String {
    let say = |key: &str, values: &[(&'static str, Value)]| text(around.language, key, values);
    let mut lines = Vec::new();
    if !meeting.video_link.is_empty() {
        let link = meeting.video_link.as_str().into();
        lines.push(say("meeting-calendar-video", &[("link", link)]));
    }
    if around.opens_page {
        let link = page(meeting, around).into();
        lines.push(say("meeting-calendar-page", &[("link", link)]));
    }
    if around.attendee.is_some() && meeting.state != MeetingState::Cancelled {
        lines.push(say("meeting-calendar-answer", &[]));
    }
    lines.join("\n\n")
}

/// A day whose times nobody has said is a whole day.
fn when(session: &Session) -> When {
    match session.starts {
        Some(starts) => When::Hours {
            starts: session.day.and_time(starts),
            ends: session.ends.map(|ends| session.day.and_time(ends)),
        },
        None => When::Days {
            first: session.day,
            last: session.day,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::shows_in_calendars;
    use super::super::testing::{at, board_data, clock, day, meeting};
    use super::*;
    use crate::boards::BoardData;
    use crate::db::types::Words;

    fn of(data: &BoardData, meeting: &Meeting, attendee: Option<CalendarUser>) -> Vec<Entry> {
        let kinds = [(
            "ordinary".to_owned(),
            Words::new([("nb", "ordinært møte"), ("en", "ordinary meeting")]),
        )];
        let around = Around {
            board: &data.board,
            kinds: &kinds,
            base_url: "https://styringsrad.example:8443/under",
            language: Language::NB,
            attendee,
            opens_page: true,
        };
        let revision = Revision {
            sequence: 2,
            at: at("2026-11-22T08:00:00Z"),
        };
        entries(meeting, revision, &around)
    }

    #[test]
    fn each_day_of_a_meeting_is_an_entry_with_a_uid_of_its_own() {
        let data = board_data();
        let two = meeting(&data, "ordinary", &["2027-10-20", "2027-10-21"]);
        let entries = of(&data, &two, None);
        let id = two.id;
        assert_eq!(entries.len(), 2);
        assert_eq!(
            entries[1].uid,
            format!("meeting-{id}-2@styringsrad.example")
        );
        assert_eq!(
            entries[1].summary,
            "Styringsrådet: Ordinært møte (dag 2 av 2)"
        );
        assert_eq!(
            entries[1].when,
            When::Hours {
                starts: day("2027-10-21").and_time(clock("09:00:00")),
                ends: Some(day("2027-10-21").and_time(clock("11:30:00"))),
            }
        );
        let organiser = entries[0].organiser.as_ref().expect("a board invites");
        assert_eq!(organiser.address, data.board.mailbox);
    }

    #[test]
    fn f31_the_video_link_stands_wherever_a_calendar_looks_for_it() {
        let data = board_data();
        let mut digital = meeting(&data, "ordinary", &["2027-10-20"]);
        digital.video_link = "https://video.example/abc".into();
        let entry = of(&data, &digital, None).remove(0);
        assert_eq!(entry.video_link, digital.video_link);
        assert_eq!(entry.location, digital.video_link);
        assert!(entry.description.contains(&digital.video_link));
        digital.place = "Oslo".into();
        let entry = of(&data, &digital, None).remove(0);
        assert_eq!(entry.location, "Oslo");
        assert!(entry.description.contains(&digital.video_link));
    }

    #[test]
    fn only_who_is_invited_is_told_how_to_answer() {
        let data = board_data();
        let mut one = meeting(&data, "ordinary", &["2027-10-20"]);
        let kari = CalendarUser {
            name: "Kari".into(),
            address: "kari@example.no".into(),
        };
        let answer = text(Language::NB, "meeting-calendar-answer", &[]);
        assert!(!of(&data, &one, None)[0].description.contains(&answer));
        let invited = of(&data, &one, Some(kari.clone())).remove(0);
        assert!(invited.description.contains(&answer));
        assert_eq!(invited.attendee, Some(kari.clone()));
        one.state = MeetingState::Cancelled;
        let cancelled = of(&data, &one, Some(kari)).remove(0);
        assert!(cancelled.is_cancelled && !cancelled.description.contains(&answer));
        assert_eq!(cancelled.summary, "Avlyst: Styringsrådet: Ordinært møte");
    }

    #[test]
    fn a_day_without_times_is_a_whole_day() {
        let data = board_data();
        let mut imported = meeting(&data, "ordinary", &["2021-03-17"]);
        imported.sessions[0].starts = None;
        let day = day("2021-03-17");
        assert_eq!(
            of(&data, &imported, None)[0].when,
            When::Days {
                first: day,
                last: day
            }
        );
    }

    #[test]
    fn the_host_of_a_uid_is_without_its_port() {
        let id = MeetingId::new();
        for (base, host) in [
            ("https://a.no", "a.no"),
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("http://[::1]:8080", "[::1]"),
            ("https://a.no/b:c", "a.no"),
        ] {
            assert_eq!(uid(id, 1, base), format!("meeting-{id}-1@{host}"));
        }
    }

    #[test]
    fn f26_only_what_a_calendar_shows_counts_as_a_change() {
        let data = board_data();
        let before = meeting(&data, "ordinary", &["2027-10-20"]);
        let changed = |change: fn(&mut Meeting)| {
            let mut after = before.clone();
            change(&mut after);
            shows_in_calendars(&before, &after)
        };
        assert!(changed(|meeting| meeting.sessions[0].starts = None));
        assert!(changed(|meeting| meeting.sessions[0].ends = None));
        assert!(changed(
            |meeting| meeting.sessions[0].day = day("2027-10-21")
        ));
        assert!(changed(|meeting| meeting.place = "Bergen".into()));
        assert!(changed(|meeting| meeting.video_link = "https://x.no".into()));
        assert!(changed(|meeting| meeting.kind = "extra".into()));
        assert!(changed(
            |meeting| meeting.title = Words::new([("nb", "Strategi")])
        ));
        assert!(changed(|meeting| meeting.state = MeetingState::Cancelled));
        assert!(!changed(|_| {}));
        assert!(!changed(|meeting| meeting.state = MeetingState::Called));
        assert!(!changed(|meeting| meeting.archive_reference = "26/1".into()));
    }
}
