//! What a pack says: composed from what one reader may read. Nothing here asks who the reader is.

use super::numbers::{PageRange, gaps};
use super::{Order, Source, Stands, stands};
use crate::cases::Case;
use crate::db::types::Moment;
use crate::i18n::{Language, Value, dates, text};
use crate::meetings::words;
use crate::papers::dispatch::Dispatch;
use crate::papers::dispatch::load::{CasePapers, MeetingPapers, Shown};
use crate::papers::{Paper, Part, Version};
use crate::pdf::Pack;
use crate::pdf::pack::{Day, Enclosed, Fact, How, Item, Words};
use crate::web::access::Assessment;
use crate::web::paths;
use chrono::{Datelike, NaiveDate};

/// What a pack is composed from.
pub struct Composing<'a> {
    /// As the reader may read them.
    pub of: &'a MeetingPapers,
    /// Every number that was given for the meeting.
    pub ranges: &'a [PageRange],
    /// Only what went out with this supplement; else everything.
    pub only: Option<&'a Dispatch>,
    pub language: Language,
    /// What addresses begin with.
    pub base_url: &'a str,
}

/// A document with the numbers that its pages have.
type Placed<'a> = (&'a Shown, &'a Version, &'a PageRange);

impl Composing<'_> {
    /// The pack; none when nothing that this reader may read has a number.
    #[must_use]
    pub fn order(&self) -> Option<Order> {
        let mut shown: Vec<PageRange> = Vec::new();
        let mut enclosed = Vec::new();
        let mut items = Vec::new();
        for case in &self.of.cases {
            let placed = self.placed(case);
            if self.only.is_some() && placed.is_empty() {
                continue;
            }
            let divider = self.divider(case, &placed);
            shown.extend(divider);
            shown.extend(placed.iter().map(|(_, _, range)| **range));
            items.push(self.item(case, divider, &placed, &mut enclosed));
        }
        if enclosed.is_empty() {
            return None;
        }
        Some(Order {
            meeting: self.of.meeting.id,
            pack: self.pack(items, &shown),
            enclosed,
        })
    }

    fn t(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    fn tv(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        text(self.language, key, values)
    }

    /// The documents of a case that are in this pack, in the order of their pages.
    fn placed<'a>(&'a self, case: &'a CasePapers) -> Vec<Placed<'a>> {
        let is_wanted = |of: (crate::db::ids::PaperId, i64)| {
            self.only.is_none_or(|only| only.papers.contains(&of))
        };
        let open = case.papers.iter().filter(|_| !case.is_closed);
        let mut placed: Vec<Placed<'a>> = open
            .filter_map(|shown| {
                let version = shown.out.as_ref()?;
                let of = (shown.paper.id, version.number);
                let range = self.ranges.iter().find(|range| range.paper == Some(of))?;
                is_wanted(of).then_some((shown, version, range))
            })
            .collect();
        placed.sort_by_key(|(_, _, range)| range.first);
        placed
    }

    /// The divider of a case stands where something of the case does.
    fn divider(&self, case: &CasePapers, placed: &[Placed<'_>]) -> Option<PageRange> {
        let own = |range: &&PageRange| range.case == case.case.id && range.paper.is_none();
        let divider = self.ranges.iter().find(own)?;
        // A supplement repeats no divider that is out already.
        let goes_with = placed
            .first()
            .is_some_and(|(_, _, range)| range.first == divider.last() + 1);
        let is_wanted = !placed.is_empty() && (self.only.is_none() || goes_with);
        is_wanted.then_some(*divider)
    }

    fn item(
        &self,
        case: &CasePapers,
        divider: Option<PageRange>,
        placed: &[Placed<'_>],
        enclosed: &mut Vec<Source>,
    ) -> Item {
        let documents = placed.iter().map(|one| {
            let document = self.enclosed(&case.case, divider, *one, enclosed.len());
            enclosed.push(source(&document.file, *one));
            document
        });
        let documents: Vec<Enclosed> = documents.collect();
        let mut lines = Vec::new();
        if case.is_closed {
            lines.push(self.t("agenda-closed-to-you"));
        } else if documents.is_empty() {
            lines.push(self.t("papers-none-sent"));
        }
        if !case.is_closed {
            lines.extend(case.shared.iter().map(|paper| self.shared(paper)));
        }
        let mut facts: Vec<Fact> = Vec::new();
        let mut fact = |key: &str, value: String| {
            if !value.is_empty() {
                facts.push((self.t(key), value));
            }
        };
        let minutes = |minutes| self.tv("papers-minutes", &[("minutes", Value::Number(minutes))]);
        fact("agenda-presenter", case.presenter.clone());
        fact("pack-time", case.minutes.map(minutes).unwrap_or_default());
        let starts = case.starts.map(|time| dates::time(self.language, time));
        Item {
            label: self.label(&case.case),
            title: self.title(case),
            time: starts.unwrap_or_default(),
            first: divider.map(|range| range.first),
            pages: divider.map_or(1, |range| range.pages),
            facts,
            documents,
            lines,
        }
    }

    /// A paper of another case that this one refers to: it stands once, with its own.
    fn shared(&self, paper: &Paper) -> String {
        let number = paper.case.number.map(|number| number.to_string());
        let from = self.tv(
            "shared-from",
            &[("case", number.unwrap_or_default().into())],
        );
        format!("{} {from}", paper.facts.title)
    }

    /// “Sak 12/26”.
    fn label(&self, case: &Case) -> String {
        let number = case.number.map(|number| number.to_string());
        number.map_or_else(String::new, |number| {
            self.tv("pack-case", &[("number", number.into())])
        })
    }

    fn title(&self, case: &CasePapers) -> String {
        if !case.is_closed {
            return case.case.facts.title.clone();
        }
        let told = case.case.told_title();
        told.map_or_else(|| self.t("case-title-exempt"), str::to_owned)
    }

    fn enclosed(
        &self,
        case: &Case,
        divider: Option<PageRange>,
        (shown, version, range): Placed<'_>,
        at: usize,
    ) -> Enclosed {
        let paper = &shown.paper;
        let mut marks = Vec::new();
        if paper.part == Part::Attachment {
            marks.push(self.t("paper-part-attachment"));
        }
        if is_exempt(shown) {
            marks.push(self.t("pack-exempt"));
        }
        if let Some((_, Some(days))) = &shown.sent {
            marks.push(self.tv("dispatch-late", &[("days", Value::Number(*days))]));
        }
        let stands = stands(version);
        if let Stands::Pages(_, true) = stands {
            marks.push(self.t("pack-marks-lost"));
        }
        let address = format!("{}{}", self.base_url, paths::paper(paper.id));
        let (kind, note) = match stands {
            Stands::Written => (How::Written, Vec::new()),
            Stands::Pages(..) => (How::Foreign, Vec::new()),
            Stands::Picture => (How::Picture, Vec::new()),
            Stands::Note(key) => (How::Note, vec![self.t(key)]),
        };
        Enclosed {
            kind,
            title: paper.facts.title.clone(),
            label: self.label(case),
            mark: marks.join(", "),
            first: range.first,
            pages: range.pages,
            // What stands apart from its case opens a part of its own.
            is_apart: divider
                .is_none_or(|divider| divider.first > range.first || self.is_apart(divider, range)),
            file: format!("paper-{at}"),
            note,
            address,
            facts: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Whether pages of another case lie between a case's divider and these.
    fn is_apart(&self, divider: PageRange, range: &PageRange) -> bool {
        let between = |one: &&PageRange| one.first > divider.first && one.first < range.first;
        self.ranges
            .iter()
            .filter(between)
            .any(|one| one.case != divider.case)
    }

    fn pack(&self, items: Vec<Item>, shown: &[PageRange]) -> Pack {
        let of = self.of;
        let board = of.board().name_in(self.language).to_owned();
        let meeting = words::name(&of.kinds, &of.meeting, self.language);
        let days = words::days(self.language, &of.meeting);
        let heading = match self.only {
            None => self.t("pack"),
            Some(_) => self.t("pack-supplement"),
        };
        let year = of.meeting.last_day().year();
        let title = format!("{heading}: {board}, {days} {year}");
        let at_all = items.iter().flat_map(|item| &item.documents);
        let exempt = self.t("pack-exempt");
        let has_exempt = at_all.clone().any(|one| one.mark.contains(&exempt));
        let room = format!("{}{}", self.base_url, paths::meeting_papers(of.meeting.id));
        let mut notices = vec![self.tv("pack-room", &[("address", room.into())])];
        if has_exempt {
            notices.insert(0, self.t("pack-has-exempt"));
        }
        Pack {
            language: self.language.tag().to_owned(),
            title,
            author: board.clone(),
            date: self.date(),
            kicker: board,
            heading,
            facts: self.facts(meeting),
            notices,
            words: Words {
                page: self.t("pack-page"),
                of: self.t("pack-of"),
                contents: self.t("agenda"),
                unfit: self.t("pack-note-damaged"),
            },
            missing: if self.only.is_some() {
                Vec::new()
            } else {
                self.missing(shown)
            },
            items,
        }
    }

    fn facts(&self, meeting: String) -> Vec<Fact> {
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
        let sent = self
            .sent()
            .map(|one| dates::long_date(self.language, self.local(one.at)));
        let sent: Vec<String> = sent.collect();
        facts.push((self.t("paper-state-published"), sent.join("; ")));
        facts
    }

    fn sent(&self) -> impl Iterator<Item = &Dispatch> {
        let wanted = self.only.map(|only| only.id);
        let all = self.of.dispatches.iter();
        all.filter(move |one| wanted.is_none_or(|wanted| one.id == wanted))
    }

    fn local(&self, at: Moment) -> NaiveDate {
        self.of.board().today(at)
    }

    /// The day it is of: that of the last dispatch in it.
    fn date(&self) -> Day {
        let last = self.sent().last().map(|one| self.local(one.at));
        let day = last.unwrap_or_else(|| self.of.meeting.first_day());
        (day.year(), day.month(), day.day())
    }

    /// “Side 40–52 er ikke med.”
    fn missing(&self, shown: &[PageRange]) -> Vec<String> {
        let line = |(first, last): (u32, u32)| {
            let values = [
                ("first", Value::Number(first.into())),
                ("last", Value::Number(last.into())),
                ("count", Value::Number((last - first + 1).into())),
            ];
            self.tv("pack-missing", &values)
        };
        gaps(self.ranges, shown).into_iter().map(line).collect()
    }
}

fn is_exempt(shown: &Shown) -> bool {
    let of = [
        shown.paper.access.assessment,
        shown.paper.case.access.assessment,
    ];
    of.contains(&Assessment::Exempt)
}

fn source(file: &str, (shown, version, _): Placed<'_>) -> Source {
    Source {
        file: file.to_owned(),
        paper: shown.paper.id,
        number: version.number,
        checksum: version.checksum.as_str().to_owned(),
        is_written: matches!(stands(version), Stands::Written),
    }
}
