//! What the draft says, in the language of the minutes, and the document of it. Its page says the same words.
//!
//! In the order in which Digdir publishes minutes: an opening, when and where, who took part, what was dealt with, and
//! then item by item.

use super::pages::MinutesPage;
use super::rules::{self, Day, Took};
use crate::cases::Item;
use crate::cases::pages::{meeting_name, past};
use crate::i18n::{Language, dates};
use crate::meetings::words::{self, capitalised, uncapitalised};
use crate::minutes::attendance::pages::{after_name, item_name, stayed};
use crate::minutes::attendance::{Listed, Part, Presence};
use crate::papers::pack::documents;
use crate::pdf::Document;
use crate::pdf::markdown::{Block, Inline, blocks};
use crate::pdf::pack::Section;
use crate::web::View;
use chrono::{Datelike, NaiveTime};

/// What the draft says.
pub struct Told {
    pub language: Language,
    /// “Utkast til referat: Ordinært møte 9. desember 2026”.
    pub title: String,
    /// That it is a draft.
    pub draft: String,
    pub board: String,
    /// In Markdown, like the texts of items.
    pub opening: String,
    /// When and where.
    pub facts: Vec<(String, String)>,
    /// The heading above the groups.
    pub attendance: String,
    /// Who took part as what, and who was missed.
    pub groups: Vec<(String, Vec<String>)>,
    /// What was dealt with, with its heading.
    pub agenda: (String, Vec<String>),
    pub items: Vec<ToldItem>,
    /// What a table in a text is called.
    pub table: String,
}

/// What the draft says of one item.
pub struct ToldItem {
    pub id: String,
    pub heading: String,
    /// That the case is exempt from public access.
    pub exempt: Option<String>,
    /// What stands above the text: its hours, or that it is closed to the reader.
    pub above: Vec<String>,
    pub content: String,
    /// A label and the word for it.
    pub outcome: Option<(String, String)>,
    /// The conclusion and the dissent with their headings.
    pub parts: Vec<(String, String)>,
    /// Who had a conflict of interest.
    pub below: Vec<String>,
}

/// The groups in which who took part is told.
const GROUPS: [Part; 6] = [
    Part::Chair,
    Part::Member,
    Part::Aide,
    Part::Observer,
    Part::Guest,
    Part::Secretariat,
];

/// What the draft says to this reader: of a case that is closed to them no more than they may know.
#[must_use]
pub fn told(view: &View, page: &MinutesPage) -> Told {
    let mut own = view.clone();
    own.language = page.minutes.language;
    let view = &own;
    let meeting = page.meeting();
    let name = meeting_name(view, &page.attendance.meeting_kinds, meeting);
    let when = capitalised(&words::when(view.language, meeting));
    let mut facts = vec![(view.t("meeting-when"), when)];
    if !meeting.place.is_empty() {
        facts.push((view.t("meeting-place"), meeting.place.clone()));
    }
    facts.extend(past_facts(view, page));
    let items: Vec<&Item> = (0..meeting.sessions.len())
        .flat_map(|session| page.attendance.dealt_with(session))
        .collect();
    let agenda = items.iter().map(|item| agenda_line(view, page, item));
    Told {
        language: view.language,
        title: view.tv("minutes-draft-of", &[("meeting", name.into())]),
        draft: view.t("minutes-draft"),
        board: view.words(&page.board().name).to_owned(),
        opening: page.minutes.opening.clone(),
        facts,
        attendance: view.t("attendance"),
        groups: groups(view, page),
        agenda: (view.t("agenda"), agenda.collect()),
        items: items
            .iter()
            .map(|item| told_item(view, page, item))
            .collect(),
        table: view.t("prose-table"),
    }
}

/// What is known of minutes from before the system came: what is missing in them, and where they come from.
fn past_facts(view: &View, page: &MinutesPage) -> Vec<(String, String)> {
    let (past, kinds) = (&page.past, &page.attendance.meeting_kinds);
    let unknown = past::unknown_text(view, &page.attendance.unknown);
    let approved = past::named(view, kinds, &past.meetings, &past.approved_in);
    let published = past.published.clone().unwrap_or_default();
    let on = published.on.map(|day| view.date(day));
    let told = |text: String| Some(text).filter(|text| !text.is_empty());
    let pairs = [
        ("unknown", unknown),
        ("minutes-approved-in", approved),
        ("minutes-published-on", on),
        ("minutes-source", told(published.source)),
        ("minutes-source-remark", told(published.remark)),
    ];
    let pairs = pairs.into_iter();
    pairs
        .filter_map(|(key, value)| Some((view.t(key), value?)))
        .collect()
}

fn groups(view: &View, page: &MinutesPage) -> Vec<(String, Vec<String>)> {
    let days = &page.attendance.lists.days;
    let there = rules::took_part(days);
    let mut groups: Vec<(String, Vec<String>)> = (GROUPS.iter())
        .map(|part| {
            let own = there.iter().filter(|one| one.listed.part == *part);
            let lines = own.map(|one| took_part(view, page, one)).collect();
            (view.t(&format!("attendance-part-{part}")), lines)
        })
        .collect();
    let absent = rules::absent(days);
    let absent = absent.iter().map(|listed| missed(view, listed)).collect();
    groups.push((view.t("minutes-absent"), absent));
    groups.retain(|(_, lines)| !lines.is_empty());
    groups
}

/// “Olav Myklebø pva. Berit Sand, Kartverket”.
fn who(view: &View, listed: &Listed) -> String {
    let spelled = listed.source.as_written.as_str();
    let organisation = if spelled.is_empty() {
        &listed.organisation
    } else {
        spelled
    };
    let name = if listed.name.is_empty() {
        organisation
    } else {
        &listed.name
    };
    format!("{name}{}", after_name(view, listed, organisation))
}

/// The same of someone who was missed, with what old minutes say of it.
fn missed(view: &View, listed: &Listed) -> String {
    let who = who(view, listed);
    match listed.source.remark.as_str() {
        "" => who,
        remark => format!("{who} ({remark})"),
    }
}

/// The same with how and for how long, day by day where the days of a meeting differ.
fn took_part(view: &View, page: &MinutesPage, one: &Took) -> String {
    let who = who(view, &one.listed);
    let sessions = &page.meeting().sessions;
    if sessions.len() == 1 || one.is_alike(sessions.len()) {
        let how = one.days.first().and_then(|day| how(view, page, one, day));
        return how.map_or(who.clone(), |how| format!("{who} ({how})"));
    }
    let days: Vec<String> = (one.days.iter())
        .filter_map(|day| {
            let on = dates::day_and_month(view.language, sessions.get(day.session)?.day);
            let how = how(view, page, one, day);
            Some(how.map_or(on.clone(), |how| format!("{on} ({how})")))
        })
        .collect();
    format!("{who}: {}", days.join("; "))
}

/// “digitalt, fra og med sak 22/26”, with what old minutes say besides; none for who was in the room all day.
fn how(view: &View, page: &MinutesPage, one: &Took, day: &Day) -> Option<String> {
    let digitally = (day.presence == Presence::Digitally)
        .then(|| uncapitalised(&view.t("attendance-digitally")));
    let stayed = stayed(view, &page.attendance, day.stay, day.said.as_deref());
    let remark = Some(one.listed.source.remark.clone()).filter(|remark| !remark.is_empty());
    let parts = [digitally, stayed, remark];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// “12/26 Budsjettrammer for 2027 (anbefaling)”.
fn agenda_line(view: &View, page: &MinutesPage, item: &Item) -> String {
    let name = item_name(view, &page.attendance, item);
    match outcome(view, page, item) {
        Some(outcome) => format!("{name} ({})", uncapitalised(&outcome)),
        None => name,
    }
}

fn outcome(view: &View, page: &MinutesPage, item: &Item) -> Option<String> {
    let own = page.written_of(item.id)?;
    let code = Some(own.text.outcome.as_str()).filter(|code| !code.is_empty())?;
    Some(page.outcome(view, code))
}

fn told_item(view: &View, page: &MinutesPage, item: &Item) -> ToldItem {
    let text = page.written_of(item.id).map(|one| one.text.clone());
    let text = text.unwrap_or_default();
    let case = item.case.and_then(|id| page.attendance.seen.get(&id));
    let parts = [
        ("minutes-conclusion", text.conclusion),
        ("minutes-dissent", text.dissent),
    ];
    let closed = (page.is_closed(item)).then(|| view.t("agenda-closed-to-you"));
    let above = [closed, hours(view, text.starts, text.ends)];
    let recused = page.attendance.at(item).recused;
    let recused = (!recused.is_empty()).then(|| {
        let values = [
            ("count", recused.len().into()),
            ("names", recused.join(", ").into()),
        ];
        view.tv("minutes-recused", &values)
    });
    let approves = page.past.approves.get(&item.id).and_then(|of| {
        let kinds = &page.attendance.meeting_kinds;
        past::approves(view, kinds, &page.past.meetings, of)
    });
    ToldItem {
        id: format!("item-{}", item.id),
        heading: heading(view, page, item),
        exempt: case
            .filter(|case| case.access.is_exempt())
            .map(|_| view.t("pack-exempt")),
        above: above.into_iter().flatten().collect(),
        content: text.content,
        outcome: outcome(view, page, item).map(|word| (view.t("minutes-outcome"), word)),
        parts: (parts.into_iter())
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (view.t(key), text))
            .collect(),
        below: approves.into_iter().chain(recused).collect(),
    }
}

/// “Sak 12/26 Budsjettrammer for 2027”; the title of what has no number.
fn heading(view: &View, page: &MinutesPage, item: &Item) -> String {
    let (seen, closed) = (&page.attendance.seen, &page.attendance.closed);
    let case = item
        .case
        .and_then(|id| seen.get(&id).or_else(|| closed.get(&id)));
    let name = item_name(view, &page.attendance, item);
    if case.is_some_and(|case| case.number.is_some()) {
        format!("{} {name}", view.t("agenda-item"))
    } else {
        name
    }
}

fn hours(view: &View, starts: Option<NaiveTime>, ends: Option<NaiveTime>) -> Option<String> {
    Some(match (starts, ends) {
        (None, None) => return None,
        (Some(starts), Some(ends)) => capitalised(&dates::hours(view.language, starts, ends)),
        (Some(starts), None) => view.tv("minutes-from", &[("time", view.time(starts).into())]),
        (None, Some(ends)) => view.tv("minutes-until", &[("time", view.time(ends).into())]),
    })
}

/// The draft as a document of its own.
#[must_use]
pub fn document(view: &View, page: &MinutesPage) -> Document {
    let told = told(view, page);
    let today = page.board().today(view.now);
    let mut sections = Vec::new();
    if !told.opening.is_empty() {
        let opening = blocks(&told.opening).into_iter().map(unheaded);
        sections.push(section(String::new(), opening.collect()));
    }
    if !told.groups.is_empty() {
        let groups = told.groups.into_iter();
        let groups = groups.flat_map(|(name, lines)| [heading_of(name), list(lines)]);
        sections.push(section(told.attendance, groups.collect()));
    }
    let (heading, lines) = told.agenda;
    if !lines.is_empty() {
        let items = lines.into_iter().map(|line| vec![paragraph(line)]);
        let numbered = Block::Numbered {
            start: 1,
            items: items.collect(),
        };
        sections.push(section(heading, vec![numbered]));
    }
    sections.extend(told.items.into_iter().map(item_section));
    Document {
        language: told.language.tag().to_owned(),
        foot: told.title.clone(),
        title: told.title,
        author: told.board.clone(),
        date: (today.year(), today.month(), today.day()),
        kicker: format!("{} · {}", told.draft, told.board),
        facts: told.facts,
        sections,
        words: documents::words(told.language),
    }
}

/// Above the first heading there is none (PDF/UA).
fn unheaded(block: Block) -> Block {
    match block {
        Block::Heading { c, .. } => Block::Paragraph { c },
        other => other,
    }
}

fn item_section(of: ToldItem) -> Section {
    let above = of.exempt.into_iter().chain(of.above);
    let mut found: Vec<Block> = above.map(paragraph).collect();
    found.extend(blocks(&of.content));
    if let Some((label, word)) = of.outcome {
        found.push(Block::Paragraph {
            c: vec![Inline::Strong {
                c: words_of(format!("{label}: {word}")),
            }],
        });
    }
    for (heading, text) in of.parts {
        found.push(heading_of(heading));
        found.extend(blocks(&text));
    }
    found.extend(of.below.into_iter().map(paragraph));
    section(of.heading, found)
}

fn section(heading: String, blocks: Vec<Block>) -> Section {
    Section { heading, blocks }
}

fn words_of(text: String) -> Vec<Inline> {
    vec![Inline::Text { text }]
}

fn heading_of(text: String) -> Block {
    Block::Heading {
        level: 1,
        c: words_of(text),
    }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { c: words_of(text) }
}

fn list(lines: Vec<String>) -> Block {
    let items = lines.into_iter().map(|line| vec![paragraph(line)]);
    Block::List {
        items: items.collect(),
    }
}
