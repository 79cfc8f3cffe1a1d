//! One occasion, one message, and one person's mail: why it went, or did not.

use super::ledger::{again, messages, occasion_state, occasions, resend};
use super::{board_link, joined, kind, moment, thing_link, whom, zone};
use crate::desk::{MailOf, MessageLine, NotTold, OccasionLine, WholeMessage, rules};
use crate::mail::OccasionState;
use crate::web::{View, paths, ui};
use maud::{Markup, html};

fn above(view: &View) -> Markup {
    ui::breadcrumbs(view, &[(paths::LEDGER.to_owned(), view.t("ledger-title"))])
}

/// One occasion and the messages it made.
#[must_use]
pub fn occasion(view: &View, line: &OccasionLine, made: &[MessageLine]) -> Markup {
    let occasion = &line.occasion;
    let board = line.board.as_ref();
    let mut facts = vec![
        (
            view.t("ledger-column-state"),
            occasion_state(view, occasion.state, &occasion.why),
        ),
        (
            view.t("ledger-column-due"),
            moment(view, board, occasion.due),
        ),
        (
            view.t("ledger-expires"),
            super::deadline(view, board, occasion.expires),
        ),
        (view.t("ledger-column-board"), board_link(view, board)),
        (view.t("ledger-key"), html! { code { (occasion.key()) } }),
    ];
    if let Some(deadline) = occasion.deadline {
        facts.insert(
            2,
            (
                view.t("ledger-column-deadline"),
                super::deadline(view, board, deadline),
            ),
        );
    }
    if let Some(settled) = occasion.settled_at {
        facts.insert(1, (view.t("ledger-settled"), moment(view, board, settled)));
    }
    if let Some(link) = thing_link(view, line) {
        facts.insert(0, (view.t("ledger-about"), link));
    }
    if !line.to.is_empty() {
        let to = whom(view, &line.to);
        facts.insert(0, (view.t("ledger-column-to"), html! { (to) }));
    }
    html! {
        (above(view))
        (ui::heading(&kind(view, &occasion.kind)))
        (ui::facts(&facts))
        (again(view, line))
        (ui::section_heading("messages", &view.t("ledger-its-messages")))
        (messages(view, &view.t("ledger-its-messages"), made, false))
    }
}

/// One message: to whom, what it says, and each try to hand it over.
#[must_use]
pub fn message(view: &View, whole: &WholeMessage) -> Markup {
    let message = &whole.message;
    let board = whole.board.as_ref();
    let when = view.moment(
        zone(board),
        message.handed_over_at.unwrap_or(message.not_before),
    );
    let said = rules::message_said(message.state, message.attempts, &message.last_answer, &when);
    let to = format!("{} <{}>", message.name, message.address);
    let facts = [
        (view.t("ledger-column-state"), html! { (view.said(&said)) }),
        (view.t("ledger-column-to"), html! { (to) }),
        (
            view.t("ledger-column-made"),
            moment(view, board, message.created_at),
        ),
        (
            view.t("ledger-expires"),
            super::deadline(view, board, message.expires),
        ),
        (view.t("ledger-column-board"), board_link(view, board)),
        (
            view.t("ledger-occasion"),
            ui::link(
                &paths::occasion(message.occasion_id),
                &kind(view, &whole.occasion.kind),
            ),
        ),
        (
            view.t("ledger-message-id"),
            html! { code { (message.message_id) } },
        ),
    ];
    html! {
        (above(view))
        (ui::heading(&message.subject))
        (ui::facts(&facts))
        (resend(view, message.id, message.state))
        (ui::section_heading("letter", &view.t("ledger-letter")))
        (ui::paragraph(&view.t("ledger-letter-says")))
        (ui::letter(&whole.text))
        (ui::section_heading("tries", &view.t("ledger-tries")))
        (tries(view, whole))
    }
}

fn tries(view: &View, whole: &WholeMessage) -> Markup {
    if whole.tries.is_empty() {
        return ui::empty(&view.t("ledger-no-tries"));
    }
    let head = [
        "ledger-column-try",
        "ledger-column-when",
        "ledger-column-outcome",
        "ledger-column-answer",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = whole
        .tries
        .iter()
        .map(|each| {
            vec![
                html! { (each.attempt) },
                moment(view, whole.board.as_ref(), each.at),
                html! { (view.t(rules::outcome_key(each.outcome))) },
                html! { (each.answer) },
            ]
        })
        .collect();
    ui::table(&view.t("ledger-tries"), &head, &rows)
}

/// Why did this person (not) get this?
#[must_use]
pub fn mail_of(view: &View, mail: &MailOf) -> Markup {
    let title = view.tv("ledger-mail-of", &[("name", mail.name.as_str().into())]);
    html! {
        (above(view))
        (ui::heading(&title))
        (ui::section_heading("messages", &view.t("ledger-person-messages")))
        (messages(view, &view.t("ledger-person-messages"), &mail.messages, false))
        (ui::section_heading("not-told", &view.t("ledger-person-not-told")))
        (ui::paragraph(&view.t("ledger-person-not-told-says")))
        (not_told(view, mail))
        (ui::section_heading("coming", &view.t("ledger-person-coming")))
        (ui::paragraph(&view.t("ledger-person-coming-says")))
        (occasions(view, &view.t("ledger-person-coming"), &mail.coming, false))
    }
}

/// Each occasion with its meeting, and why it made no mail to this person.
fn not_told(view: &View, mail: &MailOf) -> Markup {
    if mail.not_told.is_empty() {
        return ui::empty(&view.t("ledger-empty"));
    }
    let head = [
        "ledger-column-due",
        "ledger-column-kind",
        "ledger-about",
        "ledger-column-board",
        "ledger-column-why",
    ]
    .map(|key| view.t(key));
    let rows: Vec<Vec<Markup>> = mail
        .not_told
        .iter()
        .map(|not_told| {
            let line = &not_told.line;
            let occasion = &line.occasion;
            let board = line.board.as_ref();
            let kind = kind(view, &occasion.kind);
            vec![
                moment(view, board, occasion.due),
                ui::link(&paths::occasion(occasion.id), &kind),
                html! { @if let Some(thing) = thing_link(view, line) { (thing) } },
                board_link(view, board),
                why_not(view, &mail.name, not_told),
            ]
        })
        .collect();
    ui::table(&view.t("ledger-person-not-told"), &head, &rows)
}

/// “Gikk til sekretariatet. Hanne var medlem da.”; of what went to nobody, what became of it.
fn why_not(view: &View, name: &str, not_told: &NotTold) -> Markup {
    let NotTold { line, then, .. } = not_told;
    let occasion = &line.occasion;
    if not_told.is_told_together {
        return html! { (view.tv("ledger-not-told-together", &[("name", name.into())])) };
    }
    if occasion.state != OccasionState::Told {
        return occasion_state(view, occasion.state, &occasion.why);
    }
    let roles: Vec<String> = then
        .iter()
        .map(|role| view.t(rules::role_key(*role)))
        .collect();
    let values = [
        ("to", whom(view, &line.to).into()),
        ("name", name.into()),
        ("role", joined(view, &roles).into()),
    ];
    html! { (view.tv(rules::not_told_key(&line.to, then), &values)) }
}
