//! A letter before it is a mail: a subject and parts, written in the reader's language.
//!
//! Both the plain text and the simple HTML are made from the same parts at hand-over. A personal link is a part
//! without its secret: the secret is put in when the mail leaves, so that nobody who opens the ledger can use
//! another's link.

use super::invitation::{Invitation, Method};
use crate::db::ids::{MessageId, OrganisationId, PersonId};
use crate::i18n::{Language, text};
use crate::secrets::Key;
use maud::{DOCTYPE, html};
use serde::{Deserialize, Serialize};

/// One person's mail.
pub struct Mail {
    pub to: Recipient,
    pub letter: Letter,
    /// Where answers go: the board's own mailbox, or a member's address where it is the member who asks.
    pub reply_to: String,
}

/// Who is written to. The key says who it is, so that one occasion writes to one person once, whatever the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// `person:ID`, `organisation:ID`, `address:ADDRESS` or `subscription:ID`.
    pub key: String,
    pub person: Option<PersonId>,
    pub name: String,
    pub address: String,
    pub language: Language,
}

impl Recipient {
    #[must_use]
    pub fn person(
        id: PersonId,
        name: impl Into<String>,
        address: impl Into<String>,
        language: Language,
    ) -> Self {
        Self {
            key: format!("person:{id}"),
            person: Some(id),
            name: name.into(),
            address: address.into(),
            language,
        }
    }

    /// An organisation's mailbox (postmottak).
    #[must_use]
    pub fn organisation(
        id: OrganisationId,
        name: impl Into<String>,
        mailbox: impl Into<String>,
        language: Language,
    ) -> Self {
        Self {
            key: format!("organisation:{id}"),
            person: None,
            name: name.into(),
            address: mailbox.into(),
            language,
        }
    }

    /// An address that belongs to nobody we know yet.
    #[must_use]
    pub fn address(
        name: impl Into<String>,
        address: impl Into<String>,
        language: Language,
    ) -> Self {
        let address = address.into();
        Self {
            key: format!("address:{address}"),
            person: None,
            name: name.into(),
            address,
            language,
        }
    }
}

/// What is written: the subject says action, thing and date; no confidential word stands in either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub subject: String,
    pub parts: Vec<Part>,
}

/// A piece of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Paragraph(String),
    /// Label and value, such as “Møte” and “onsdag 17. mars 2027”.
    Facts(Vec<(String, String)>),
    /// What the reader is to press; the address begins with the base address.
    Action {
        label: String,
        url: String,
    },
    /// What the parts that follow are about, such as one board of several.
    Heading(String),
    /// Lines that each lead somewhere: the text and the address.
    Links {
        label: String,
        links: Vec<(String, String)>,
    },
    /// A link that acts for its reader alone. `url` is what the secret is put behind; `{message}` in it is the message.
    PersonalLink {
        label: String,
        url: String,
        purpose: String,
    },
    /// Lines that lead nowhere, such as what a meeting dealt with.
    List {
        label: String,
        lines: Vec<String>,
    },
    /// What ends the mail for its reader alone, without signing in: among the words, and for mail programs in a header.
    Unsubscribe {
        label: String,
        url: String,
        purpose: String,
    },
    /// Who sends this, and why the reader gets it.
    Foot(String),
    /// What goes into the reader's calendar: enclosed, and not among the words.
    Invitation(Box<Invitation>),
}

/// Stands in a personal link for the id of the message, which is not known while the letter is written.
pub const MESSAGE: &str = "{message}";

/// How personal links are shown.
#[derive(Clone, Copy)]
pub enum Links<'a> {
    /// Working links for the one who gets the mail.
    For(&'a Key, MessageId),
    /// Words in place of links, for those who read another's letter in the ledger or before it goes.
    Hidden(Language),
}

impl Links<'_> {
    pub(super) fn resolve(&self, url: &str, purpose: &str) -> String {
        match self {
            Self::For(key, message) => {
                let url = url.replace(MESSAGE, message.as_str());
                format!("{url}{}", key.sign(purpose, message.as_str()))
            }
            Self::Hidden(language) => text(*language, "letter-personal-link", &[]),
        }
    }
}

/// The letter as plain text; lines are as long as their paragraphs.
#[must_use]
pub fn plain(letter: &Letter, links: Links<'_>) -> String {
    let pieces = letter.parts.iter().filter_map(|part| piece(part, links));
    let text = pieces.collect::<Vec<_>>().join("\n\n");
    text.trim_end().to_owned() + "\n"
}

fn piece(part: &Part, links: Links<'_>) -> Option<String> {
    Some(match part {
        Part::Paragraph(paragraph) => paragraph.clone(),
        Part::Facts(facts) => {
            let lines = facts
                .iter()
                .map(|(label, value)| format!("{label}: {value}"));
            lines.collect::<Vec<_>>().join("\n")
        }
        // An address to write to is read as one.
        Part::Action { label, url } => {
            format!("{label}:\n{}", url.trim_start_matches("mailto:"))
        }
        Part::PersonalLink {
            label,
            url,
            purpose,
        }
        | Part::Unsubscribe {
            label,
            url,
            purpose,
        } => format!("{label}:\n{}", links.resolve(url, purpose)),
        Part::List { label, lines } => {
            let lines: Vec<String> = lines.iter().map(|line| format!("* {line}")).collect();
            format!("{label}:\n{}", lines.join("\n"))
        }
        Part::Heading(heading) => format!("{heading}\n{}", "-".repeat(heading.chars().count())),
        Part::Links { label, links } => {
            let lines = links.iter().map(|(text, url)| format!("* {text}\n  {url}"));
            let lines: Vec<String> = lines.collect();
            format!("{label}:\n{}", lines.join("\n"))
        }
        Part::Foot(foot) => format!("-- \n{foot}"),
        Part::Invitation(invitation) => return enclosed(invitation, links),
    })
}

/// What the ledger says in place of an enclosed calendar file; the reader has the file itself.
fn enclosed(invitation: &Invitation, links: Links<'_>) -> Option<String> {
    let Links::Hidden(language) = links else {
        return None;
    };
    let entry = &invitation.entry;
    let key = match invitation.method {
        Method::Request => "letter-calendar-entry",
        Method::Cancel => "letter-calendar-cancelled",
    };
    let values = [
        ("what", entry.summary.as_str().into()),
        ("when", entry.when.said(language).into()),
    ];
    Some(text(language, key, &values))
}

/// The calendar files that go with the letter, the one that a mail program shows first, each with its method.
#[must_use]
pub fn calendar_files(letter: &Letter, links: Links<'_>) -> Vec<(&'static str, String)> {
    let invitations = letter.parts.iter().filter_map(|part| match part {
        Part::Invitation(invitation) => Some(invitation),
        _ => None,
    });
    let file = |invitation: &Invitation| {
        let answer = invitation.answer.as_ref();
        let answer =
            answer.map(|to| format!("{}:\n{}", to.label, links.resolve(&to.url, &to.purpose)));
        (invitation.method.word(), invitation.file(answer.as_deref()))
    };
    invitations.map(|invitation| file(invitation)).collect()
}

/// The address that ends the mail for its reader at one click (RFC 8058), where the letter has one.
#[must_use]
pub fn unsubscribe(letter: &Letter, links: Links<'_>) -> Option<String> {
    letter.parts.iter().find_map(|part| match part {
        Part::Unsubscribe { url, purpose, .. } => Some(links.resolve(url, purpose)),
        _ => None,
    })
}

const BODY: &str = "margin:0;padding:24px 16px;font-family:Inter,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1e2b3c;background:#ffffff";
const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:4px;background:#0062ba;color:#ffffff;text-decoration:none;font-weight:600";

const LINK: &str = "color:#0062ba";

/// The letter as simple HTML: no remote images, no scripts, no tracking.
#[must_use]
pub fn rich(letter: &Letter, language: Language, links: Links<'_>) -> String {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head { meta charset="utf-8"; meta name="viewport" content="width=device-width"; title { (letter.subject) } }
            body style=(BODY) { div style="max-width:560px;margin:0 auto" {
                @for part in &letter.parts { @match part {
                    Part::Paragraph(paragraph) => p style="margin:0 0 16px" { (paragraph) },
                    Part::Facts(facts) => table role="presentation" style="margin:0 0 20px;border-collapse:collapse" {
                        @for (label, value) in facts { tr {
                            td style="padding:4px 16px 4px 0;color:#59636f;vertical-align:top" { (label) }
                            td style="padding:4px 0;font-weight:600" { (value) }
                        } }
                    },
                    Part::Heading(heading) => h2 style="margin:28px 0 12px;font-size:20px;line-height:1.3" { (heading) },
                    Part::Links { label, links } => {
                        p style="margin:0 0 4px;font-weight:600" { (label) }
                        ul style="margin:0 0 20px;padding-left:20px" {
                            @for (text, url) in links { li style="margin:0 0 8px" { a href=(url) style=(LINK) { (text) } } }
                        }
                    },
                    Part::Action { label, url } => p style="margin:0 0 20px" { a href=(url) style=(BUTTON) { (label) } },
                    Part::PersonalLink { label, url, purpose } => {
                        @if let Links::For(..) = links {
                            p style="margin:0 0 20px" { a href=(links.resolve(url, purpose)) style=(BUTTON) { (label) } }
                        } @else {
                            p style="margin:0 0 20px" { (label) ": " (links.resolve(url, purpose)) }
                        }
                    },
                    Part::List { label, lines } => {
                        p style="margin:0 0 4px;font-weight:600" { (label) }
                        ul style="margin:0 0 20px;padding-left:20px" { @for line in lines { li style="margin:0 0 8px" { (line) } } }
                    },
                    Part::Unsubscribe { label, url, purpose } => p style="margin:0 0 20px;font-size:14px" {
                        @if let Links::For(..) = links {
                            a href=(links.resolve(url, purpose)) style=(LINK) { (label) }
                        } @else {
                            (label) ": " (links.resolve(url, purpose))
                        }
                    },
                    Part::Invitation(invitation) => @if let Some(enclosed) = enclosed(invitation, links) {
                        p style="margin:0 0 20px" { (enclosed) }
                    },
                    Part::Foot(foot) => p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d2d9e1;font-size:14px;color:#59636f" { (foot) },
                } }
            } }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            subject: "Send ut <sakspapirer>".into(),
            parts: vec![
                Part::Paragraph("Hei & hå".into()),
                Part::Facts(vec![("Møte".into(), "17. mars".into())]),
                Part::PersonalLink {
                    label: "Logg inn".into(),
                    url: "https://x.no/l/".into(),
                    purpose: "sign-in".into(),
                },
            ],
        }
    }

    #[test]
    fn a_hidden_letter_holds_no_secret() {
        let (text, html) = (
            plain(&letter(), Links::Hidden(Language::NB)),
            rich(&letter(), Language::NB, Links::Hidden(Language::NB)),
        );
        assert!(text.contains("[personlig lenke]") && html.contains("[personlig lenke]"));
        assert!(!text.contains("https://x.no/l/") && !html.contains("https://x.no/l/"));
    }

    #[test]
    fn what_people_wrote_is_escaped_in_html() {
        let html = rich(&letter(), Language::NB, Links::Hidden(Language::NB));
        assert!(html.contains("Send ut &lt;sakspapirer&gt;") && html.contains("Hei &amp; hå"));
    }
}
