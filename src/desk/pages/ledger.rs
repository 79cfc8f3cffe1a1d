//! The ledger's lists: what is to come, what waits, what has been handed over, what needs a person.

use super::{board_link, kind, moment, thing_link, whom, zone};
use crate::db::ids::MessageId;
use crate::desk::{MessageLine, OccasionLine, Place, rules};
use crate::i18n::Said;
use crate::mail::{MessageState, OccasionState};
use crate::web::ui::{self, Field, Tone};
use crate::web::{Form, View, paths};
use maud::{Markup, html};

/// One of the ledger's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Coming,
    Waiting,
    HandedOver,
    Dead,
    Alarms,
}

impl Show {
    pub const ALL: [Self; 5] = [
        Self::Coming,
        Self::Waiting,
        Self::HandedOver,
        Self::Dead,
        Self::Alarms,
    ];

    /// The word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Waiting => "waiting",
            Self::HandedOver => "handed-over",
            Self::Dead => "dead",
            Self::Alarms => "alarms",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Coming => "ledger-coming",
            Self::Waiting => "ledger-waiting",
            Self::HandedOver => "ledger-handed-over",
            Self::Dead => "ledger-dead",
            Self::Alarms => "ledger-alarms",
        }
    }

    fn says(self) -> &'static str {
        match self {
            Self::Coming => "ledger-coming-says",
            Self::Waiting => "ledger-waiting-says",
            Self::HandedOver => "ledger-handed-over-says",
            Self::Dead => "ledger-dead-says",
            Self::Alarms => "ledger-alarms-says",
        }
    }
}

/// What a list holds.
pub enum Rows {
    Occasions(Vec<OccasionLine>),
    /// With the id to go on from, when there are more.
    Messages(Vec<MessageLine>, Option<MessageId>),
}

/// The page of one list.
#[must_use]
pub fn ledger(
    view: &View,
    show: Show,
    boards: &[Place],
    boardless: bool,
    filter: &Form,
    rows: &Rows,
) -> Markup {
    let board = filter.value("board");
    let address = |of: Show| {
        let path = paths::ledger(of.code());
        if board.is_empty() {
            path
        } else {
            format!("{path}&board={}", paths::escape(board))
        }
    };
    let views: Vec<(String, String, bool)> = Show::ALL
        .iter()
        .map(|of| (address(*of), view.t(of.title()), *of == show))
        .collect();
    html! {
        (ui::heading(&view.t("ledger-title")))
        (ui::views(&view.t("ledger-lists"), &views))
        (board_filter(view, show, boards, boardless, filter))
        (ui::section_heading("list", &view.t(show.title())))
        (ui::paragraph(&view.t(show.says())))
        @match rows {
            Rows::Occasions(lines) => (occasions(view, &view.t(show.title()), lines, show == Show::Alarms)),
            Rows::Messages(lines, older) => {
                (messages(view, &view.t(show.title()), lines, show == Show::Dead))
                @if let Some(older) = older {
                    (ui::link_button(&format!("{}&before={older}", address(show)), &view.t("ledger-older")))
                }
            },
        }
    }
}

fn board_filter(
    view: &View,
    show: Show,
    boards: &[Place],
    boardless: bool,
    filter: &Form,
) -> Markup {
    let mut choices: Vec<(String, String)> = boards
        .iter()
        .map(|place| (place.id.to_string(), view.words(&place.name).to_owned()))
        .collect();
    if boardless {
        choices.push(("none".to_owned(), view.t("ledger-no-board")));
    }
    html! {
        @if choices.len() > 1 {
            (ui::filter_form(view, paths::LEDGER, filter, &html! {
                (ui::hidden("show", show.code()))
                (ui::select(view, filter, &Field::new("board", view.t("ledger-board")).none(view.t("ledger-every-board")), &choices))
            }, &view.t("ledger-choose-board")))
        }
    }
}

/// Occasions as a table; with a button where a person may let them be told again.
#[must_use]
pub fn occasions(view: &View, caption: &str, lines: &[OccasionLine], with_button: bool) -> Markup {
    if lines.is_empty() {
        return ui::empty(&view.t("ledger-empty"));
    }
    let mut head: Vec<String> = [
        "ledger-column-due",
        "ledger-column-kind",
        "ledger-column-to",
        "ledger-about",
        "ledger-column-deadline",
        "ledger-column-board",
        "ledger-column-state",
    ]
    .map(|key| view.t(key))
    .to_vec();
    if with_button {
        head.push(view.t("ledger-column-do"));
    }
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            let occasion = &line.occasion;
            let board = line.board.as_ref();
            let mut cells = vec![
                moment(view, board, occasion.due),
                ui::link(&paths::occasion(occasion.id), &kind(view, &occasion.kind)),
                html! { (whom(view, &line.to)) },
                html! { @if let Some(thing) = thing_link(view, line) { (thing) } },
                html! { @if let Some(deadline) = occasion.deadline { (super::deadline(view, board, deadline)) } },
                board_link(view, board),
                occasion_state(view, occasion.state, &occasion.why),
            ];
            if with_button {
                cells.push(again(view, line));
            }
            cells
        })
        .collect();
    ui::table(caption, &head, &rows)
}

/// A short word with a tone, and the reason behind it.
#[must_use]
pub fn occasion_state(view: &View, state: OccasionState, why: &str) -> Markup {
    let tone = match state {
        OccasionState::Told | OccasionState::Fulfilled => Tone::Success,
        OccasionState::Planned => Tone::Info,
        OccasionState::Withdrawn | OccasionState::Stale => Tone::Neutral,
        OccasionState::Nobody => Tone::Warning,
        OccasionState::Broken => Tone::Danger,
    };
    html! {
        (ui::tag(tone, &view.t(rules::occasion_word(state, why))))
        @if state != OccasionState::Planned { " " (view.said(&rules::occasion_said(state, why))) }
    }
}

/// The button that lets an occasion be told again; its words say which, for those who hear only the button.
#[must_use]
pub fn again(view: &View, line: &OccasionLine) -> Markup {
    let occasion = &line.occasion;
    html! {
        @if matches!(occasion.state, OccasionState::Nobody | OccasionState::Broken) {
            (ui::button_form(view, &paths::try_occasion_again(occasion.id), &[], &view.t("ledger-try-again"), Some("secondary")))
        }
    }
}

/// Messages as a table; with a button where a person may send them again.
#[must_use]
pub fn messages(view: &View, caption: &str, lines: &[MessageLine], with_button: bool) -> Markup {
    if lines.is_empty() {
        return ui::empty(&view.t("ledger-empty"));
    }
    let mut head: Vec<String> = [
        "ledger-column-made",
        "ledger-column-to",
        "ledger-column-subject",
        "ledger-column-board",
        "ledger-column-state",
    ]
    .map(|key| view.t(key))
    .to_vec();
    if with_button {
        head.push(view.t("ledger-column-do"));
    }
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            let board = line.board.as_ref();
            let mut cells = vec![
                moment(view, board, line.created_at),
                to(line),
                subject(view, line),
                board_link(view, board),
                html! { (view.said(&line_said(view, line))) },
            ];
            if with_button {
                cells.push(resend(view, line.id, line.state));
            }
            cells
        })
        .collect();
    ui::table(caption, &head, &rows)
}

fn to(line: &MessageLine) -> Markup {
    html! {
        @if let Some(person) = line.person { (ui::link(&paths::mail_of(person), &line.name)) }
        @else { (line.name) }
        " " span class="muted" { (line.address) }
    }
}

/// The subject leads to the letter. One about no board is an administrator's to read.
fn subject(view: &View, line: &MessageLine) -> Markup {
    let reader = view.reader.as_ref();
    let may_read = line.board.is_some() || reader.is_some_and(|it| it.roles.administrator);
    html! {
        @if may_read { (ui::link(&paths::message(line.id), &line.subject)) }
        @else { (line.subject) }
    }
}

/// Where a message stands, with its moment in its board's zone.
#[must_use]
pub fn line_said(view: &View, line: &MessageLine) -> Said {
    let at = line.handed_over_at.unwrap_or(line.not_before);
    let when = view.moment(zone(line.board.as_ref()), at);
    rules::message_said(line.state, line.attempts, &line.last_answer, &when)
}

/// The button that sends a dead letter again.
#[must_use]
pub fn resend(view: &View, id: MessageId, state: MessageState) -> Markup {
    html! {
        @if state == MessageState::Dead {
            (ui::button_form(view, &paths::resend_message(id), &[], &view.t("ledger-resend"), Some("secondary")))
        }
    }
}
