//! Meetings as calendar files (RFC 5545), for mail as invitations (iTIP and iMIP, RFC 5546 and 6047) and as a feed.
//!
//! Each day of a meeting is an entry with a UID of its own, and each entry of an invitation is a *file* of its own:
//! Outlook shows only the first of several entries in one REQUEST, passes over RDATE, and one entry from the first
//! morning to the last afternoon would fill the night between. Left out on purpose: alarms, which are the reader's
//! own choice; recurrence, which meetings do not have; and answers by mail, so `RSVP=FALSE`.
//!
//! The lines are written here and not by the crate `icalendar`, which asks the time and makes random UIDs where it
//! misses them, and cannot write a VTIMEZONE; see `docs/adr/0005-calendar-files.md`.

mod lines;
mod zone;

use crate::db::types::Moment;
use crate::i18n::{Language, dates};
use chrono::{Days, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use lines::Lines;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How often a subscribed calendar should be asked for again.
const REFRESH: &str = "PT1H";

/// Someone in a calendar file: the board, or the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarUser {
    pub name: String,
    pub address: String,
}

/// When an entry is, by the clock on the walls of its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Without an end where nobody has said when it ends.
    Hours {
        starts: NaiveDateTime,
        ends: Option<NaiveDateTime>,
    },
    /// Whole days, the last one counted.
    Days { first: NaiveDate, last: NaiveDate },
}

impl When {
    /// As people say it, for the ledger: “onsdag 17. mars 2027 kl. 09.00–11.30”.
    #[must_use]
    pub fn said(self, language: Language) -> String {
        let days = self.days();
        let day = dates::long_date(language, days.0);
        let join = if language == Language::EN { ", " } else { " " };
        match self {
            Self::Hours { starts, ends } => {
                let hours = ends.map_or_else(
                    || dates::time(language, starts.time()),
                    |ends| dates::hours(language, starts.time(), ends.time()),
                );
                format!("{day}{join}{hours}")
            }
            Self::Days { first, last } if first == last => day,
            Self::Days { last, .. } => format!("{day} – {}", dates::long_date(language, last)),
        }
    }

    fn days(self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Hours { starts, ends } => (starts.date(), ends.unwrap_or(starts).date()),
            Self::Days { first, last } => (first, last),
        }
    }
}

/// One day of a meeting as a calendar shows it to one reader. Every text is the reader's to see, in their language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The same for as long as the day of the meeting stands, in every mail and in the feed.
    pub uid: String,
    /// Rises with each change that a calendar shows, also back to what was (F26).
    pub sequence: i64,
    /// When the entry became what it is.
    pub stamp: Moment,
    /// The board, at its own mailbox; nobody in a feed that is for everyone (RFC 5545 § 3.8.4.3: only who invites is named).
    pub organiser: Option<CalendarUser>,
    /// The reader of an invitation (F28); nobody in a feed.
    pub attendee: Option<CalendarUser>,
    pub summary: String,
    pub description: String,
    pub location: String,
    /// The page of the meeting; may be empty.
    pub url: String,
    /// The address of the video meeting; may be empty.
    pub video_link: String,
    pub when: When,
    pub zone: Tz,
    pub language: Language,
    pub is_cancelled: bool,
}

/// What a calendar is to do with an entry that came by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Put it in, or bring it up to date.
    Request,
    /// Take it out.
    Cancel,
}

impl Method {
    /// As RFC 5546 § 1.4 writes it, in the file and in the mail's part alike.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// A link that acts for the reader alone, put at the end of the description when the mail leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerLink {
    pub label: String,
    /// What the secret is put behind.
    pub url: String,
    pub purpose: String,
}

/// An entry that is sent with a letter, without secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub method: Method,
    pub entry: Entry,
    pub answer: Option<AnswerLink>,
}

impl Invitation {
    /// Puts an entry into the reader's calendar, or takes it out when it is cancelled.
    #[must_use]
    pub fn of(entry: Entry) -> Self {
        let method = if entry.is_cancelled {
            Method::Cancel
        } else {
            Method::Request
        };
        Self {
            method,
            entry,
            answer: None,
        }
    }

    /// The file, with `answer` as the last line of the description. Always with METHOD, CRLF and a VTIMEZONE.
    #[must_use]
    pub fn file(&self, answer: Option<&str>) -> String {
        let mut entry = self.entry.clone();
        entry.is_cancelled = self.method == Method::Cancel;
        if let Some(answer) = answer {
            entry.description = format!("{}\n\n{answer}", entry.description);
        }
        let mut lines = Lines::default();
        lines.component("VCALENDAR", |lines| {
            head(lines);
            lines.plain("METHOD", self.method.word());
            zones(lines, None, std::slice::from_ref(&entry));
            event(lines, &entry);
        });
        lines.into_text()
    }
}

/// What brings a calendar that was told `before` to `now`: each entry of today, and a CANCEL for each that is gone.
///
/// A day that a meeting no longer has is taken out with the sequence that the others now have (F27); one that was
/// taken out already is left alone.
#[must_use]
pub fn update(before: &[Invitation], now: &[Entry]) -> Vec<Invitation> {
    let sequence = now.iter().map(|entry| entry.sequence).max();
    let stamp = now.iter().map(|entry| entry.stamp).max();
    let gone = before.iter().filter(|told| {
        told.method == Method::Request && now.iter().all(|entry| entry.uid != told.entry.uid)
    });
    let cancelled = gone.map(|told| {
        let mut entry = told.entry.clone();
        entry.is_cancelled = true;
        entry.sequence = sequence.map_or(entry.sequence + 1, |now| now.max(entry.sequence + 1));
        entry.stamp = stamp.unwrap_or(entry.stamp);
        Invitation::of(entry)
    });
    now.iter()
        .cloned()
        .map(Invitation::of)
        .chain(cancelled)
        .collect()
}

/// A calendar to subscribe to: every entry, without METHOD (RFC 5545 § 3.7.2), without readers, asked for each hour.
///
/// `home` is the zone and date of whoever has no entries: a file must have one component at least (§ 3.6), and a
/// zone is the least there is.
#[must_use]
pub fn feed(name: &str, home: (Tz, NaiveDate), entries: &[Entry]) -> String {
    let mut lines = Lines::default();
    lines.component("VCALENDAR", |lines| {
        head(lines);
        lines.text("NAME", &[], name);
        lines.text("X-WR-CALNAME", &[], name);
        lines.with("REFRESH-INTERVAL", &[("VALUE", "DURATION")], REFRESH);
        lines.plain("X-PUBLISHED-TTL", REFRESH);
        zones(lines, Some(home), entries);
        for entry in entries {
            event(lines, entry);
        }
    });
    lines.into_text()
}

fn head(lines: &mut Lines) {
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Styringsrad//Styringsrad//EN");
    lines.plain("CALSCALE", "GREGORIAN");
}

/// Each zone once, from the first of its entries to the last.
fn zones(lines: &mut Lines, home: Option<(Tz, NaiveDate)>, entries: &[Entry]) {
    let mut spans: BTreeMap<&str, (Tz, NaiveDate, NaiveDate)> = BTreeMap::new();
    let of_entries = entries.iter().filter_map(|entry| {
        let (first, last) = entry.when.days();
        matches!(entry.when, When::Hours { .. }).then_some((entry.zone, first, last))
    });
    let of_home = home.map(|(zone, today)| (zone, today, today));
    for (zone, first, last) in of_home.into_iter().chain(of_entries) {
        let span = spans.entry(zone.name()).or_insert((zone, first, last));
        *span = (span.0, span.1.min(first), span.2.max(last));
    }
    for (zone, first, last) in spans.into_values() {
        zone::write(lines, zone, first, last);
    }
}

fn event(lines: &mut Lines, entry: &Entry) {
    let language: &[(&str, &str)] = &[("LANGUAGE", entry.language.tag())];
    lines.component("VEVENT", |lines| {
        lines.text("UID", &[], &entry.uid);
        lines.plain("SEQUENCE", &entry.sequence.to_string());
        let stamp = entry.stamp.utc().format("%Y%m%dT%H%M%SZ");
        lines.plain("DTSTAMP", &stamp.to_string());
        when(lines, entry);
        lines.text("SUMMARY", language, &entry.summary);
        lines.text("DESCRIPTION", language, &entry.description);
        lines.text("LOCATION", language, &entry.location);
        if !entry.url.is_empty() {
            lines.plain("URL", &entry.url);
        }
        // RFC 7986 § 5.11; calendars that do not know it have the address in the description.
        if !entry.video_link.is_empty() {
            let parameters = [("VALUE", "URI"), ("FEATURE", "VIDEO")];
            lines.with("CONFERENCE", &parameters, &entry.video_link);
        }
        if let Some(organiser) = &entry.organiser {
            user(lines, "ORGANIZER", &[], organiser);
        }
        if let Some(attendee) = &entry.attendee {
            let role = [
                ("CUTYPE", "INDIVIDUAL"),
                ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", "NEEDS-ACTION"),
                ("RSVP", "FALSE"),
            ];
            user(lines, "ATTENDEE", &role, attendee);
        }
        let (status, shown_as) = if entry.is_cancelled {
            ("CANCELLED", "TRANSPARENT")
        } else {
            ("CONFIRMED", "OPAQUE")
        };
        lines.plain("STATUS", status);
        lines.plain("TRANSP", shown_as);
    });
}

fn when(lines: &mut Lines, entry: &Entry) {
    match entry.when {
        When::Hours { starts, ends } => {
            let zone = [("TZID", entry.zone.name())];
            let clock = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
            lines.with("DTSTART", &zone, &clock(starts));
            // DTEND must be later than DTSTART (§ 3.8.2.2).
            if let Some(ends) = ends.filter(|ends| *ends > starts) {
                lines.with("DTEND", &zone, &clock(ends));
            }
        }
        When::Days { first, last } => {
            let date = |date: NaiveDate| date.format("%Y%m%d").to_string();
            let whole = [("VALUE", "DATE")];
            lines.with("DTSTART", &whole, &date(first));
            // DTEND is the day after the last one.
            let end = last.max(first).checked_add_days(Days::new(1));
            lines.with("DTEND", &whole, &date(end.unwrap_or(last)));
        }
    }
}

fn user(lines: &mut Lines, name: &str, role: &[(&str, &str)], user: &CalendarUser) {
    let mut parameters = role.to_vec();
    if !user.name.trim().is_empty() {
        parameters.push(("CN", user.name.trim()));
    }
    lines.with(name, &parameters, &mailto(&user.address));
}

/// A `mailto` address (RFC 6068 § 2): what may not stand in one is written as percent and two digits.
fn mailto(address: &str) -> String {
    let mut text = "mailto:".to_owned();
    for byte in address.trim().bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+!$'*=~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod testing {
    /// The content lines of a file as a reader joins them again.
    pub fn unfolded(text: &str) -> Vec<String> {
        let joined = text.replace("\r\n ", "");
        let lines = joined.split_terminator("\r\n");
        lines.map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::unfolded;
    use super::*;
    use crate::calendar::testing::{cases, day};
    use proptest::prelude::*;

    fn clock(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn user(name: &str, address: &str) -> CalendarUser {
        CalendarUser {
            name: name.into(),
            address: address.into(),
        }
    }

    fn entry() -> Entry {
        let stamp: chrono::DateTime<chrono::Utc> = "2026-11-22T08:00:00Z".parse().unwrap();
        Entry {
            uid: "meeting-1-1@styringsrad.example".into(),
            sequence: 3,
            stamp: stamp.into(),
            organiser: Some(user("Styringsrådet", "styringsradet@digdir.example")),
            attendee: Some(user("Åse Ås, \"leder\"", "ase+mote@kommune.example")),
            summary: "Styringsrådet: Ordinært møte".into(),
            description: "Svar med lenken i e-posten; ikke fra kalenderen.".into(),
            location: "Oslo, rom 3".into(),
            url: "https://styringsrad.example/meetings/1".into(),
            video_link: "https://video.example/a;b,c".into(),
            when: When::Hours {
                starts: clock("2027-10-20T09:00:00"),
                ends: Some(clock("2027-10-20T11:30:00")),
            },
            zone: chrono_tz::Europe::Oslo,
            language: Language::NB,
            is_cancelled: false,
        }
    }

    fn has(text: &str, line: &str) -> bool {
        unfolded(text).iter().any(|found| found == line)
    }

    #[test]
    fn f28_an_invitation_has_its_method_and_its_reader() {
        let text = Invitation::of(entry()).file(None);
        for line in [
            "METHOD:REQUEST",
            "UID:meeting-1-1@styringsrad.example",
            "SEQUENCE:3",
            "DTSTAMP:20261122T080000Z",
            "DTSTART;TZID=Europe/Oslo:20271020T090000",
            "DTEND;TZID=Europe/Oslo:20271020T113000",
            "SUMMARY;LANGUAGE=nb:Styringsrådet: Ordinært møte",
            "LOCATION;LANGUAGE=nb:Oslo\\, rom 3",
            "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example/a;b,c",
            "ORGANIZER;CN=\"Styringsrådet\":mailto:styringsradet@digdir.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Åse Ås, 'leder'\":mailto:ase+mote@kommune.example",
            "STATUS:CONFIRMED",
        ] {
            assert!(has(&text, line), "{line} is not in {text}");
        }
        assert!(!text.contains("VALARM"));
    }

    #[test]
    fn f27_a_cancelled_meeting_is_a_cancel_with_its_status() {
        let mut cancelled = entry();
        cancelled.is_cancelled = true;
        let text = Invitation::of(cancelled).file(None);
        assert!(has(&text, "METHOD:CANCEL") && has(&text, "STATUS:CANCELLED"));
    }

    #[test]
    fn f27_a_day_that_is_gone_is_cancelled_alone_and_once() {
        let mut second = entry();
        second.uid = "meeting-1-2@styringsrad.example".into();
        let told: Vec<Invitation> = [entry(), second].map(Invitation::of).into();
        let mut now = entry();
        now.sequence = 4;
        let sent = update(&told, std::slice::from_ref(&now));
        let said = |sent: &[Invitation]| {
            let each = sent.iter();
            each.map(|one| (one.method, one.entry.uid.clone(), one.entry.sequence))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            said(&sent),
            [
                (Method::Request, told[0].entry.uid.clone(), 4),
                (Method::Cancel, told[1].entry.uid.clone(), 4),
            ]
        );
        assert!(has(&sent[1].file(None), "STATUS:CANCELLED"));
        assert_eq!(update(&sent, &[now]).len(), 1);
    }

    #[test]
    fn whole_days_end_the_day_after_and_need_no_zone() {
        let mut days = entry();
        days.when = When::Days {
            first: day("2027-10-20"),
            last: day("2027-10-21"),
        };
        let text = Invitation::of(days).file(None);
        assert!(has(&text, "DTSTART;VALUE=DATE:20271020"));
        assert!(has(&text, "DTEND;VALUE=DATE:20271022"));
        assert!(!text.contains("VTIMEZONE"));
    }

    #[test]
    fn an_entry_without_an_end_or_texts_has_no_such_lines() {
        let mut bare = entry();
        let starts = clock("2027-10-20T09:00:00");
        bare.when = When::Hours { starts, ends: None };
        bare.location = String::new();
        bare.video_link = String::new();
        bare.url = String::new();
        let text = Invitation::of(bare).file(None);
        for name in ["DTEND", "LOCATION", "CONFERENCE", "URL", "None"] {
            assert!(!text.contains(&format!("\n{name}")), "{name} is in {text}");
        }
    }

    #[test]
    fn the_answer_link_is_the_last_line_of_the_description() {
        let text = Invitation::of(entry()).file(Some("Svar: https://x.no/a/b"));
        let line = "DESCRIPTION;LANGUAGE=nb:Svar med lenken i e-posten\\; ikke fra kalenderen.\\n\\nSvar: https://x.no/a/b";
        assert!(has(&text, line), "{text}");
    }

    #[test]
    fn a_feed_has_no_method_and_tells_each_zone_once() {
        let mut later = entry();
        later.attendee = None;
        later.when = When::Hours {
            starts: clock("2028-03-01T09:00:00"),
            ends: None,
        };
        let text = feed(
            "Møter",
            (chrono_tz::Europe::Oslo, day("2026-11-22")),
            &[later.clone(), later],
        );
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert!(!text.contains("METHOD") && !text.contains("ATTENDEE"));
        assert!(has(&text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H"));
    }

    #[test]
    fn an_invitation_is_kept_as_json() {
        let mut whole = Invitation::of(entry());
        whole.answer = Some(AnswerLink {
            label: "Svar".into(),
            url: "https://x.no/a/".into(),
            purpose: "answer".into(),
        });
        let json = serde_json::to_string(&whole).unwrap();
        assert_eq!(serde_json::from_str::<Invitation>(&json).unwrap(), whole);
    }

    proptest! {
        #![proptest_config(cases(512))]

        /// Whatever people write, the lines stay those of one entry.
        #[test]
        fn f25_no_text_breaks_out_of_its_line(texts in prop::collection::vec(any::<String>(), 6)) {
            let mut wild = entry();
            wild.summary.clone_from(&texts[0]);
            wild.description.clone_from(&texts[1]);
            wild.location.clone_from(&texts[2]);
            wild.organiser = Some(user(&texts[3], "styringsradet@digdir.example"));
            wild.attendee = Some(user(&texts[4], &texts[5]));
            let text = Invitation::of(wild).file(None);
            prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
            prop_assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
            let known = [
                "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "TZID", "DTSTART", "DTEND", "TZOFFSETFROM",
                "TZOFFSETTO", "TZNAME", "RRULE", "UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "DESCRIPTION", "LOCATION",
                "URL", "CONFERENCE", "ORGANIZER", "ATTENDEE", "STATUS", "TRANSP",
            ];
            for line in unfolded(&text) {
                let name = line.split([';', ':']).next().unwrap_or_default();
                prop_assert!(known.contains(&name), "{}", line);
            }
        }
    }
}
