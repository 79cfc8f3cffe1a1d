//! Gathers what the minutes say, in their own language. In the order in which Digdir publishes minutes: an opening, when
//! and where, who took part, and then item by item.
//!
//! What is closed to the reader whose page it is made from is not in it.

use super::{Outcome, Told, ToldItem};
use crate::cases::Item;
use crate::cases::pages::{meeting_name, past};
use crate::i18n::dates;
use crate::meetings::words::{self, capitalised, uncapitalised};
use crate::minutes::attendance::pages::{after_name, item_name, stayed};
use crate::minutes::attendance::{Listed, Part, Presence};
use crate::minutes::draft::pages::MinutesPage;
use crate::minutes::draft::rules::{self, Day, Took};
use crate::web::View;
use chrono::NaiveTime;

/// The groups in which who took part is told.
const GROUPS: [Part; 6] = [
    Part::Chair,
    Part::Member,
    Part::Aide,
    Part::Observer,
    Part::Guest,
    Part::Secretariat,
];

/// What the minutes say, as far as this page knows it.
#[must_use]
pub fn told(view: &View, page: &MinutesPage) -> Told {
    let mut own = view.clone();
    own.language = page.minutes.language;
    let view = &own;
    let meeting = page.meeting();
    let when = capitalised(&words::when(view.language, meeting));
    let mut facts = vec![(view.t("meeting-when"), when)];
    if !meeting.place.is_empty() {
        facts.push((view.t("meeting-place"), meeting.place.clone()));
    }
    facts.extend(past_facts(view, page));
    let items = (0..meeting.sessions.len()).flat_map(|session| page.attendance.dealt_with(session));
    Told {
        language: view.language,
        meeting: meeting_name(view, &page.attendance.meeting_kinds, meeting),
        board: view.words(&page.board().name).to_owned(),
        opening: page.minutes.opening.clone(),
        facts,
        groups: groups(view, page),
        items: items.map(|item| told_item(view, page, item)).collect(),
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

fn told_item(view: &View, page: &MinutesPage, item: &Item) -> ToldItem {
    let text = page.written_of(item.id).map(|one| one.text.clone());
    let text = text.unwrap_or_default();
    let (seen, closed) = (&page.attendance.seen, &page.attendance.closed);
    let case = (item.case).and_then(|id| seen.get(&id).or_else(|| closed.get(&id)));
    let code = Some(text.outcome.as_str()).filter(|code| !code.is_empty());
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
        item: item.id,
        case: item.case,
        number: case.and_then(|case| case.number).map(|it| it.to_string()),
        title: case.map_or_else(
            || item_name(view, &page.attendance, item),
            |case| case.facts.title.clone(),
        ),
        public_title: case.and_then(|case| case.told_title().map(str::to_owned)),
        hours: hours(view, text.starts, text.ends),
        outcome: code.map(|code| Outcome {
            code: code.to_owned(),
            word: page.outcome(view, code),
        }),
        content: text.content,
        conclusion: text.conclusion,
        dissent: text.dissent,
        approves,
        recused,
        actions: page.actions.lines(view, item.id),
        withheld: None,
        mark: None,
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
