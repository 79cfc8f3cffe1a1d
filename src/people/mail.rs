//! The mails of this slice: one-time links and the word that someone has been let in. All answer a click and go at
//! once; none holds a secret where it is stored.

use super::Person;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{Language, Value, text};
use crate::mail::{Answer, Class, Desk, Kind, Letter, Mail, Occasion, Part, Recipient};
use crate::web::paths;

/// A one-time link to sign in with.
pub const SIGN_IN: &str = "sign-in";
/// A one-time link that confirms an address of someone who asks to join.
pub const JOIN: &str = "join";
/// Someone may now sign in.
pub const INVITED: &str = "invited";
/// The address that someone signs in with is another from now on; told to the old one.
pub const ADDRESS_CHANGED: &str = "address-changed";

/// This slice's kinds of mail.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    [SIGN_IN, JOIN, INVITED, ADDRESS_CHANGED]
        .map(|code| Kind {
            code,
            class: Class::AtOnce,
            answer: told_at_the_click,
            after: None,
        })
        .to_vec()
}

/// These letters are written in the write of the click itself, so a pass never has anyone left to tell.
fn told_at_the_click(_: &mut Conn, _: &Occasion, _: &Desk<'_>) -> Result<Answer> {
    Ok(Answer::Fulfilled)
}

/// The link to sign in with, which lives 15 minutes.
#[must_use]
pub fn sign_in(person: &Person, address: &str, base_url: &str) -> Mail {
    let t = |key: &str| text(person.language, key, &[]);
    let letter = Letter {
        subject: t("mail-sign-in-subject"),
        parts: vec![
            Part::Paragraph(t("mail-sign-in-what")),
            Part::PersonalLink {
                label: t("mail-sign-in-link"),
                url: format!("{base_url}{}", paths::SIGN_IN_LINK_START),
                purpose: SIGN_IN.to_owned(),
            },
            Part::Paragraph(t("mail-link-not-asked")),
            Part::Foot(t("mail-people-foot")),
        ],
    };
    let to = Recipient::person(person.id, &person.name, address, person.language);
    mail(to, letter)
}

/// Who has asked to join, and to which organisation.
pub struct Asker<'a> {
    pub name: &'a str,
    pub address: &'a str,
    pub language: Language,
    pub organisation: &'a str,
}

/// The link that confirms an address, which lives 15 minutes.
#[must_use]
pub fn join(asker: &Asker<'_>, base_url: &str) -> Mail {
    let organisation = [("organisation", Value::from(asker.organisation))];
    let t = |key: &str| text(asker.language, key, &organisation);
    let letter = Letter {
        subject: t("mail-join-subject"),
        parts: vec![
            Part::Paragraph(t("mail-join-what")),
            Part::PersonalLink {
                label: t("mail-join-link"),
                url: format!("{base_url}{}", paths::JOIN_LINK_START),
                purpose: JOIN.to_owned(),
            },
            Part::Paragraph(t("mail-link-not-asked")),
            Part::Foot(t("mail-people-foot")),
        ],
    };
    let to = Recipient::address(asker.name, asker.address, asker.language);
    mail(to, letter)
}

/// Tells someone that they may read what the organisation may read, and where to sign in.
#[must_use]
pub fn invited(person: &Person, address: &str, organisation: &str, base_url: &str) -> Mail {
    let values = [
        ("organisation", Value::from(organisation)),
        ("address", Value::from(address)),
    ];
    let t = |key: &str| text(person.language, key, &values);
    let letter = Letter {
        subject: t("mail-invited-subject"),
        parts: vec![
            Part::Paragraph(t("mail-invited-what")),
            Part::Paragraph(t("mail-invited-how")),
            Part::Action {
                label: t("mail-invited-link"),
                url: format!("{base_url}{}", paths::SIGN_IN),
            },
            Part::Foot(t("mail-people-foot")),
        ],
    };
    let to = Recipient::person(person.id, &person.name, address, person.language);
    mail(to, letter)
}

/// Tells the old address that it no longer signs in, so that nobody loses theirs unseen. The new one is not named.
#[must_use]
pub fn address_changed(person: &Person, old: &str) -> Mail {
    let t = |key: &str| text(person.language, key, &[]);
    let letter = Letter {
        subject: t("mail-address-changed-subject"),
        parts: vec![
            Part::Paragraph(t("mail-address-changed-what")),
            Part::Paragraph(t("mail-address-changed-wrong")),
            Part::Foot(t("mail-people-foot")),
        ],
    };
    let to = Recipient::person(person.id, &person.name, old, person.language);
    mail(to, letter)
}

fn mail(to: Recipient, letter: Letter) -> Mail {
    Mail {
        to,
        letter,
        reply_to: String::new(),
    }
}
