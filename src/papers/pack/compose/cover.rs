//! The cover of a pack: what it is called, when its papers went out, and which pages are not in it.

use super::Composing;
use crate::calendar::local;
use crate::i18n::{Value, dates};
use crate::meetings::words;
use crate::papers::dispatch::Dispatch;
use crate::papers::pack::numbers::{PageRange, gaps, replaced};
use crate::pdf::pack::{Day, Fact};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

impl Composing<'_> {
    /// “Møtepakke”; “Nye sakspapirer sendt ut 28. november 2026” where it holds only what went out then.
    pub(super) fn heading(&self) -> String {
        let Some(only) = self.only else {
            return self.t("pack");
        };
        let at = self.local(only);
        let date = dates::date(self.language, at.date());
        let date = self.with_times(at.date(), date, &[self.time_of(at)]);
        let key = if only.number == 1 {
            "pack-first"
        } else {
            "pack-supplement"
        };
        self.tv(key, &[("date", date.into())])
    }

    pub(super) fn facts(&self, meeting: String) -> Vec<Fact> {
        let of = self.of;
        let mut facts = vec![
            (self.t("dispatch-mail-meeting"), meeting),
            (
                self.t("dispatch-mail-when"),
                words::capitalised(&words::when(self.language, &of.meeting)),
            ),
        ];
        if !of.meeting.place.is_empty() {
            facts.push((self.t("dispatch-mail-where"), of.meeting.place.clone()));
        }
        facts.push((self.t("paper-state-published"), self.sent_on()));
        facts
    }

    /// What went out of which the reader may read something: of the rest they are not told that it went out.
    fn all_sent(&self) -> Vec<&Dispatch> {
        let is_read = |one: &&Dispatch| {
            let mut read = self.of.papers().filter(|shown| shown.out.is_some());
            read.any(|shown| one.papers.iter().any(|(paper, _)| *paper == shown.paper.id))
        };
        self.of.dispatches.iter().filter(is_read).collect()
    }

    /// The same of what is in this pack.
    fn sent(&self) -> Vec<&Dispatch> {
        let wanted = self.only.map(|only| only.id);
        let mut sent = self.all_sent();
        sent.retain(|one| wanted.is_none_or(|wanted| one.id == wanted));
        sent
    }

    /// “lørdag 28. november 2026”, one day after the other.
    fn sent_on(&self) -> String {
        let mut days: Vec<(NaiveDate, Vec<String>)> = Vec::new();
        for one in self.sent() {
            let at = self.local(one);
            let time = self.time_of(at);
            match days.last_mut() {
                Some((day, times)) if *day == at.date() => times.push(time),
                _ => days.push((at.date(), vec![time])),
            }
        }
        let told = days.into_iter().map(|(day, mut times)| {
            times.dedup();
            self.with_times(day, dates::long_date(self.language, day), &times)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// A date with its times of day, “kl. 20.57 og kl. 20.59”, where papers went out several times that day.
    fn with_times(&self, day: NaiveDate, date: String, times: &[String]) -> String {
        let all = self.all_sent();
        let on_day = all.iter().filter(|one| self.local(one).date() == day);
        if on_day.count() < 2 {
            return date;
        }
        let times = match times {
            [before @ .., last] if !before.is_empty() => {
                let values = [("first", before.join(", ").into()), ("last", last.into())];
                self.tv("pack-and", &values)
            }
            _ => times.concat(),
        };
        let values = [("date", date.into()), ("times", times.into())];
        self.tv("pack-sent-at", &values)
    }

    fn time_of(&self, at: NaiveDateTime) -> String {
        dates::time(self.language, at.time())
    }

    fn local(&self, of: &Dispatch) -> NaiveDateTime {
        local(self.of.board().zone, of.at.utc())
    }

    /// The day it is of: that of the last dispatch in it.
    pub(super) fn date(&self) -> Day {
        let last = self.sent().last().map(|one| self.local(one).date());
        let day = last.unwrap_or_else(|| self.of.meeting.first_day());
        (day.year(), day.month(), day.day())
    }

    /// “Side 40–52 er ikke med.” What the reader reads in a newer version is not missing: that is told instead.
    pub(super) fn missing(&self, shown: &[PageRange]) -> Vec<String> {
        let replaced = replaced(self.ranges, shown);
        let mut told = shown.to_vec();
        told.extend(replaced.iter().map(|(was, _)| *was));
        let closed = gaps(self.ranges, &told).into_iter();
        let mut lines: Vec<(u32, String)> = closed
            .map(|(first, last)| (first, self.not_in_it(first, last)))
            .collect();
        let instead = replaced.iter();
        lines.extend(instead.map(|(was, by)| (was.first, self.instead(was, by))));
        lines.sort_unstable();
        lines.into_iter().map(|(_, line)| line).collect()
    }

    fn not_in_it(&self, first: u32, last: u32) -> String {
        self.tv("pack-missing", &from_to(first, last))
    }

    /// “Side 4 er erstattet av side 32 (versjon 2).”
    fn instead(&self, was: &PageRange, by: &PageRange) -> String {
        let pages = |of: &PageRange| self.tv("pack-pages", &from_to(of.first, of.last()));
        let number = by.paper.map_or(0, |(_, number)| number);
        let values = [
            ("old", pages(was).into()),
            ("new", pages(by).into()),
            ("number", Value::Number(number)),
        ];
        words::capitalised(&self.tv("pack-replaced", &values))
    }
}

fn from_to(first: u32, last: u32) -> [(&'static str, Value); 3] {
    [
        ("first", Value::Number(first.into())),
        ("last", Value::Number(last.into())),
        ("count", Value::Number((last - first + 1).into())),
    ]
}
