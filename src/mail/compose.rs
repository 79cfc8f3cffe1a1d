//! A message as bytes (RFC 5322): plain text and simple HTML, in the reader's language, from the one address that is ours.
//!
//! Answers go to the board's mailbox, or to the member's own address where it is a member who asks.
//!
//! With calendar files the structure is the one that Outlook, Gmail and Apple Mail all read as an invitation: the
//! first file stands as a third alternative beside text and HTML, and each is attached as well, because only one can
//! be shown (RFC 6047 § 2.4; see `invitation.rs`).
//!
//! Personal links get their secret here and nowhere else.

use super::ledger::Message;
use super::letter::{self, Letter, Links};
use super::pass::PostOffice;
use crate::db::ids::BoardId;
use crate::db::schema::board;
use crate::db::types::{Moment, Words};
use crate::db::{Conn, among};
use crate::error::Result;
use crate::i18n::{Language, text};
use anyhow::Context;
use diesel::prelude::*;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::collections::HashMap;

/// `Auto-Submitted: auto-generated` (RFC 3834), so that nobody's holiday notice answers us.
#[derive(Clone)]
struct AutoSubmitted;

/// `Content-Language` (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(String);

/// `List-Unsubscribe` (RFC 2369): where a mail program ends it for its reader. An address to write to is left out:
/// nobody of ours would read it.
#[derive(Clone)]
struct ListUnsubscribe(String);

/// `List-Unsubscribe-Post` (RFC 8058): one POST there ends it, and nothing is asked.
#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(value.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(value.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// The letter of a stored message, without secrets.
///
/// # Errors
/// When the row is not one of ours.
pub fn letter_of(message: &Message) -> anyhow::Result<Letter> {
    let parts = serde_json::from_str(&message.body).context("reading a stored letter")?;
    Ok(Letter {
        subject: message.subject.clone(),
        parts,
    })
}

/// What senders are called: the board that writes, else the product. The address is always the one that is ours, so
/// that DMARC holds (F17).
#[derive(Clone, Debug, Default)]
pub struct Senders(HashMap<BoardId, Words>);

impl Senders {
    /// The names of the boards that these messages are of.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of_all(conn: &mut Conn, messages: &[Message]) -> Result<Self> {
        let ids: Vec<BoardId> = messages.iter().filter_map(|it| it.board_id).collect();
        let rows: Vec<(BoardId, Words)> = board::table
            .filter(among(board::id, &ids))
            .select((board::id, board::name))
            .load(conn)?;
        Ok(Self(rows.into_iter().collect()))
    }

    fn of(&self, message: &Message) -> String {
        let board = message.board_id.and_then(|board| self.0.get(&board));
        let language = Language::from_tag(&message.language).unwrap_or(Language::NB);
        let name = board.map(|name| name.in_language(language.tag()).to_owned());
        one_line(&name.unwrap_or_else(|| text(language, "product-name", &[])))
    }
}

/// The envelope and the bytes to hand over.
///
/// # Errors
/// When an address is none.
pub fn raw(
    office: &PostOffice,
    message: &Message,
    senders: &Senders,
    now: Moment,
) -> anyhow::Result<(Envelope, Vec<u8>)> {
    let letter = letter_of(message)?;
    let language = Language::from_tag(&message.language).unwrap_or(Language::NB);
    let links = Links::For(&office.key, message.id);
    let to = Mailbox::new(
        Some(one_line(&message.name)).filter(|name| !name.is_empty()),
        message
            .address
            .parse()
            .context("reading the recipient's address")?,
    );
    let mut builder = lettre::Message::builder()
        .from(Mailbox::new(
            Some(senders.of(message)),
            office
                .from
                .parse()
                .context("reading the sender's address")?,
        ))
        .to(to)
        .subject(one_line(&letter.subject))
        .message_id(Some(format!("<{}>", message.message_id)))
        .date(now.utc().into())
        .header(AutoSubmitted)
        .header(ContentLanguage(language.tag().to_owned()));
    // What is of no board is answered by whoever runs the instance.
    let reply_to = Some(&message.reply_to).filter(|board| !board.is_empty());
    let reply_to = reply_to.unwrap_or(&office.contact);
    if *reply_to != office.from {
        let reply_to = reply_to.parse();
        builder = builder.reply_to(reply_to.context("reading the mailbox for answers")?);
    }
    if let Some(address) = letter::unsubscribe(&letter, links) {
        builder = builder
            .header(ListUnsubscribe(address))
            .header(ListUnsubscribePost);
    }
    let mail = builder.multipart(content(&letter, language, links)?)?;
    Ok((mail.envelope().clone(), mail.formatted()))
}

/// The letter's words, and its calendar files where it has any.
fn content(letter: &Letter, language: Language, links: Links<'_>) -> anyhow::Result<MultiPart> {
    let part = |kind: ContentType, text: String| SinglePart::builder().header(kind).body(text);
    let html = letter::rich(letter, language, links);
    let words = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, letter::plain(letter, links)))
        .singlepart(part(ContentType::TEXT_HTML, html));
    let files = letter::calendar_files(letter, links);
    let Some((method, shown)) = files.first() else {
        return Ok(words);
    };
    let kind = format!("text/calendar; charset=utf-8; method={method}");
    let kind = ContentType::parse(&kind).context("naming a calendar file's type")?;
    let mut whole = MultiPart::mixed().multipart(words.singlepart(part(kind, shown.clone())));
    for (at, (_, file)) in files.iter().enumerate() {
        let name = if files.len() == 1 {
            "invite.ics".to_owned()
        } else {
            format!("invite-{}.ics", at + 1)
        };
        let kind = ContentType::parse(&format!("application/ics; name=\"{name}\""))
            .context("naming an attached calendar file's type")?;
        whole = whole.singlepart(Attachment::new(name).body(file.clone(), kind));
    }
    Ok(whole)
}

/// A header is one line (RFC 5322 § 2.2): control characters, which no name or subject needs, only part words.
fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_control() || letter.is_whitespace());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
