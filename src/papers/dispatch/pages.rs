//! The pages of a meeting's papers: the room where they are read here, sending them out and its proof in the files beside.

pub mod room;
pub mod send;
pub mod statement;
mod warnings;

use super::load::{MeetingPapers, Shown};
use super::rules::LatePapers;
use crate::cases::Case;
use crate::cases::pages::{meeting_name, sits, told_name, way_to};
use crate::i18n::Value;
use crate::web::ui::Tone;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

/// “Ordinært møte 16. desember 2026”.
pub fn meeting(view: &View, of: &MeetingPapers) -> String {
    meeting_name(view, &of.kinds, &of.meeting)
}

/// “sak 8/26”; what may be told of its title where it has no number.
#[must_use]
pub fn case_number(view: &View, of: &Case) -> String {
    match of.number {
        Some(number) => view.tv("agenda-case", &[("number", number.to_string().into())]),
        None => told_name(view, of),
    }
}

/// The way up to the meeting; none for a deputy who is only called.
#[must_use]
pub fn above(view: &View, of: &MeetingPapers, is_below: bool) -> Markup {
    if !sits(view, of.board()) {
        return html! {};
    }
    let mut links = way_to(view, of.board(), &of.meeting, meeting(view, of));
    if is_below {
        links.push((paths::meeting_papers(of.meeting.id), view.t("papers")));
    }
    ui::breadcrumbs(view, &links)
}

/// “Ettersendt 3 dager før”, for what came too late.
#[must_use]
pub fn late_tag(view: &View, shown: &Shown) -> Markup {
    let late = shown.sent.as_ref().and_then(|(_, late)| *late);
    late.map_or_else(|| html! {}, |days| sent_late(view, days))
}

/// The tag itself: so many days before the meeting.
#[must_use]
pub fn sent_late(view: &View, days: i64) -> Markup {
    let text = view.tv("dispatch-late", &[("days", Value::Number(days))]);
    ui::tag(Tone::Warning, &text)
}

/// The same of a case: how many of its papers, and how late the last of them.
#[must_use]
pub fn late_papers(view: &View, of: LatePapers) -> Markup {
    if of.count == 1 {
        return sent_late(view, of.days);
    }
    let values = [
        ("count", Value::Number(of.count)),
        ("days", Value::Number(of.days)),
    ];
    ui::tag(Tone::Warning, &view.tv("dispatch-late-several", &values))
}
