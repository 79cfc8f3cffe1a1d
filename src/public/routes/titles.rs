//! Leaves the titles of meetings out of minutes: they are the secretariat's own words, nobody has assessed them, and they may
//! name what is exempt. What minutes say of meetings was put into words when a version was kept; here it is said anew.

use crate::cases::pages::past::{self as pages, Meetings};
use crate::cases::store::past;
use crate::db::ids::MeetingId;
use crate::db::types::Words;
use crate::db::{Conn, code_words};
use crate::error::Result;
use crate::i18n::text;
use crate::meetings::{Meeting, store as meetings};
use crate::minutes::told::Told;
use crate::public::rules;
use crate::web::View;
use std::collections::BTreeSet;

/// The same minutes, in which every meeting is called by its kind and its days.
///
/// # Errors
/// When the database fails.
pub fn left_out(conn: &mut Conn, view: &View, of: &Meeting, mut told: Told) -> Result<Told> {
    let kinds = code_words::list(conn, "meeting_kind")?;
    told.meeting = rules::name_of(&kinds, of, told.language);
    let label = text(told.language, "minutes-approved-in", &[]);
    let is_approval = |(name, _): &(String, String)| *name == label;
    let names_others = told.items.iter().any(|item| item.approves.is_some());
    if !names_others && !told.facts.iter().any(is_approval) {
        return Ok(told);
    }
    let approves = past::approved_by(conn, of.id)?;
    let approved_in = past::approved_in(conn, of.id)?;
    let ids = approves.values().flatten().chain(&approved_in);
    let known = untitled(conn, ids)?;
    let mut own = view.clone();
    own.language = told.language;
    for item in told.items.iter_mut().filter(|item| item.approves.is_some()) {
        let of = approves.get(&item.item);
        item.approves = of.and_then(|of| pages::approves(&own, &kinds, &known, of));
    }
    let names = pages::named(&own, &kinds, &known, &approved_in);
    told.facts
        .retain(|fact| names.is_some() || !is_approval(fact));
    if let (Some(names), Some(fact)) = (names, told.facts.iter_mut().find(|fact| fact.0 == label)) {
        fact.1 = names;
    }
    Ok(told)
}

fn untitled<'a>(conn: &mut Conn, ids: impl Iterator<Item = &'a MeetingId>) -> Result<Meetings> {
    let ids: BTreeSet<MeetingId> = ids.copied().collect();
    let ids: Vec<MeetingId> = ids.into_iter().collect();
    let known = meetings::chosen(conn, &ids)?.into_iter();
    let untitled = known.map(|meeting| {
        let untitled = Meeting {
            title: Words::default(),
            ..meeting
        };
        (untitled.id, untitled)
    });
    Ok(untitled.collect())
}
