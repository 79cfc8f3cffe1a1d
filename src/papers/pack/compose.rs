//! What a pack says: composed from what one reader may read. Nothing here asks who the reader is.

mod agenda;
mod cover;

use super::documents;
use super::numbers::PageRange;
use super::{Order, Source, Stands, stands};
use crate::cases::{Agenda, Case};
use crate::i18n::{Language, Value, text};
use crate::meetings::words;
use crate::papers::dispatch::Dispatch;
use crate::papers::dispatch::load::{CasePapers, MeetingPapers, Shown};
use crate::papers::{Paper, Part, Version};
use crate::pdf::Pack;
use crate::pdf::pack::{Enclosed, Fact, How, Item};
use crate::web::paths;
use chrono::Datelike;

/// What a pack is composed from.
pub struct Composing<'a> {
    /// As the reader may read them.
    pub of: &'a MeetingPapers,
    /// With every item of it, whoever reads.
    pub agenda: &'a Agenda,
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
        let (mut shown, mut enclosed) = (Vec::new(), Vec::new());
        let mut items: Vec<Item> = Vec::new();
        let mut day = None;
        for planned in self.planned() {
            let item = match planned.item.case {
                // A supplement has nothing but papers.
                None => self.only.is_none().then(|| self.plain(&planned.item)),
                Some(id) => {
                    let case = self.of.cases.iter().find(|case| case.case.id == id);
                    case.and_then(|case| self.case(case, &mut shown, &mut enclosed))
                }
            };
            let Some(item) = item else { continue };
            let session = planned.item.session;
            let begins = day.replace(session) != Some(session);
            items.push(Item {
                time: planned.time,
                day: self.day(session).filter(|_| begins).unwrap_or_default(),
                ..item
            });
        }
        if enclosed.is_empty() {
            return None;
        }
        tell_cases(&mut items);
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

    /// A case on the agenda; a supplement has only those of which something went out with it.
    fn case(
        &self,
        case: &CasePapers,
        shown: &mut Vec<PageRange>,
        enclosed: &mut Vec<Source>,
    ) -> Option<Item> {
        let mut placed = self.placed(case);
        if self.only.is_some() && placed.is_empty() {
            return None;
        }
        let divider = self.divider(case, &placed);
        // They are told of as they are read, the case paper first, whatever pages they were given.
        placed.sort_by_key(|(shown, _, _)| (shown.paper.part, shown.paper.position));
        shown.extend(divider);
        shown.extend(placed.iter().map(|(_, _, range)| **range));
        Some(self.item(case, divider, &placed, enclosed))
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
            let document = self.enclosed(&case.case, *one, enclosed.len());
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
        Item {
            label: self.label(&case.case),
            title: self.title(case),
            exempt: self.exempt_case(case),
            first: divider.map(|range| range.first),
            pages: divider.map_or(1, |range| range.pages),
            facts,
            documents,
            lines,
            ..Item::default()
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

    /// “Unntatt offentlighet”, as the page of the case says it. Where the case is closed to the reader nothing is told.
    fn exempt_case(&self, case: &CasePapers) -> String {
        if case.is_closed || !case.case.access.is_exempt() {
            return String::new();
        }
        self.t("case-assessment-exempt")
    }

    /// The same of a paper, by its own assessment or by that of its case.
    fn exempt(&self, paper: &Paper) -> String {
        if paper.is_exempt() {
            self.t("pack-exempt")
        } else {
            String::new()
        }
    }

    /// What is to be known of a paper beside its title: “Vedlegg, ettersendt 5 dager før”.
    fn marks(&self, (shown, version, _): Placed<'_>, says_part: bool) -> String {
        let paper = &shown.paper;
        let mut marks = Vec::new();
        if paper.part == Part::Attachment && !says_part {
            marks.push(self.t("paper-part-attachment"));
        }
        if self.replaces(paper, version) {
            let number = [("number", Value::Number(version.number))];
            marks.push(self.tv("paper-version-number", &number));
        }
        if paper.is_exempt() {
            marks.push(self.exempt(paper));
        }
        if let Some((_, Some(days))) = &shown.sent {
            marks.push(self.tv("dispatch-late", &[("days", Value::Number(*days))]));
        }
        if let Stands::Pages(_, true) = stands(version) {
            marks.push(self.t("pack-marks-lost"));
        }
        // They are one line, and only its beginning is written large.
        for mark in marks.iter_mut().skip(1) {
            *mark = words::uncapitalised(mark);
        }
        marks.join(", ")
    }

    /// What a paper is called: with what it is, where it is called the same as its case.
    fn named(&self, case: &Case, paper: &Paper) -> (String, bool) {
        let (title, of) = (&paper.facts.title, &case.facts.title);
        let is_same = title.trim().to_lowercase() == of.trim().to_lowercase();
        if is_same {
            let part = self.t(&format!("paper-part-{}", paper.part));
            (format!("{part}: {title}"), true)
        } else {
            (title.clone(), false)
        }
    }

    fn enclosed(&self, case: &Case, placed: Placed<'_>, at: usize) -> Enclosed {
        let (shown, version, range) = placed;
        let paper = &shown.paper;
        let (title, says_part) = self.named(case, paper);
        let address = format!("{}{}", self.base_url, paths::paper(paper.id));
        let (kind, note) = match stands(version) {
            Stands::Written => (How::Written, Vec::new()),
            Stands::Pages(..) => (How::Foreign, Vec::new()),
            Stands::Picture => (How::Picture, Vec::new()),
            Stands::Note(key) => (How::Note, vec![self.t(key)]),
        };
        Enclosed {
            kind,
            title,
            label: self.label(case),
            mark: self.marks(placed, says_part),
            exempt: self.exempt(paper),
            first: range.first,
            pages: range.pages,
            opens: String::new(),
            changed: if self.replaces(paper, version) {
                self.changed(version)
            } else {
                String::new()
            },
            file: format!("paper-{at}"),
            note,
            address,
            facts: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Whether an earlier version of it went out for this meeting.
    fn replaces(&self, paper: &Paper, version: &Version) -> bool {
        let mut out = self.ranges.iter().filter_map(|range| range.paper);
        out.any(|(of, number)| of == paper.id && number < version.number)
    }

    /// “Nytt: Beløpet er rettet.”; empty where nobody said what is new.
    fn changed(&self, version: &Version) -> String {
        let words: Vec<&str> = version.changed.split_whitespace().collect();
        if words.is_empty() {
            return String::new();
        }
        self.tv("pack-changed", &[("changed", words.join(" ").into())])
    }

    fn pack(&self, items: Vec<Item>, shown: &[PageRange]) -> Pack {
        let of = self.of;
        let board = of.board().name_in(self.language).to_owned();
        let meeting = words::name(&of.kinds, &of.meeting, self.language);
        let days = words::days(self.language, &of.meeting);
        let heading = self.heading();
        let year = of.meeting.last_day().year();
        let title = format!("{heading}: {board}, {days} {year}");
        let is_marked = |item: &Item| {
            let mut documents = item.documents.iter();
            !item.exempt.is_empty() || documents.any(|one| !one.exempt.is_empty())
        };
        let has_exempt = items.iter().any(is_marked);
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
            words: documents::words(self.language),
            guests: self.guests(),
            missing: if self.only.is_some() {
                Vec::new()
            } else {
                self.missing(shown)
            },
            items,
        }
    }
}

/// The first paper of each part that stands away from the divider of its case says which case it is of.
fn tell_cases(items: &mut [Item]) {
    let mut parts: Vec<(u32, usize, Option<usize>)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        parts.extend(item.first.map(|first| (first, at, None)));
        let documents = item.documents.iter().enumerate();
        parts.extend(documents.map(|(of, document)| (document.first, at, Some(of))));
    }
    parts.sort_unstable();
    let mut last = None;
    for (_, at, document) in parts {
        if let Some(of) = document.filter(|_| last != Some(at)) {
            let item = &mut items[at];
            let name = format!("{} {}", item.label, item.title);
            name.trim().clone_into(&mut item.documents[of].opens);
        }
        last = Some(at);
    }
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
