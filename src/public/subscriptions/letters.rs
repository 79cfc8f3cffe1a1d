//! The words of subscriptions' mail: the question to an address, and what tells of minutes. Each ends with the way out, which
//! mail programs find in a header too (RFC 8058).

use super::mail::{END, END_PRODUCTS, PURPOSE, how_key};
use super::{Again, Frequency, Published, Subscription, Topic, wording};
use crate::boards::Board;
use crate::db::code_words::CodeWord;
use crate::db::ids::ProductId;
use crate::db::types::{Moment, Words};
use crate::i18n::{Language, Value, dates, text};
use crate::mail::letter::MESSAGE;
use crate::mail::wording::{Opening, Wordings};
use crate::mail::{Letter, Part};
use crate::meetings::{Meeting, words};
use crate::people::today;
use crate::public::rules as public_rules;
use crate::web::paths;
use std::collections::{BTreeMap, BTreeSet};

/// What products are called, by their ids.
pub(super) type Products = BTreeMap<ProductId, Words>;

/// “ID-porten, Maskinporten”: what these products are called.
fn called(of: &BTreeSet<ProductId>, names: &Products, language: Language) -> String {
    let names = of.iter().filter_map(|id| names.get(id));
    let names: Vec<&str> = names.map(|name| name.in_language(language.tag())).collect();
    names.join(", ")
}

/// Minutes with their meeting.
pub(super) struct Minutes<'a> {
    pub published: &'a Published,
    pub meeting: &'a Meeting,
    pub kinds: &'a [CodeWord],
    /// Where the reader was told of them before.
    pub again: Option<&'a Again>,
}

impl Minutes<'_> {
    /// By kind and day: a title could be for members alone.
    fn called(&self, language: Language) -> String {
        let kind = public_rules::kind_of(self.kinds, self.meeting, language);
        let day = dates::date(language, self.published.day);
        format!("{kind} {day}")
    }
}

/// What the question to an address knows.
pub(super) struct Question<'a> {
    pub topic: Topic,
    /// Of the board or of the product.
    pub name: &'a Words,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub base_url: &'a str,
}

impl Question<'_> {
    /// The question, or that the address subscribes already.
    pub(super) fn letter(&self, language: Language, how: Frequency, is_known: bool) -> Letter {
        let t = |key: &str| text(language, key, &[]);
        let name = self.name.in_language(language.tag());
        let opening = self.opening(language, name, is_known);
        let mut parts: Vec<Part> = opening.parts().collect();
        let what = match self.topic {
            Topic::Board(_) => "subscribe-mail-board",
            Topic::Product(_) => "subscribe-mail-product",
        };
        parts.push(Part::Facts(vec![
            (t(what), name.to_owned()),
            (t("subscribe-mail-how"), t(how_key(how))),
        ]));
        let action = if is_known {
            "subscribe-mail-change"
        } else {
            "subscribe-mail-confirm"
        };
        parts.push(Part::PersonalLink {
            label: t(action),
            url: format!("{}{}", self.base_url, paths::subscription_start(MESSAGE)),
            purpose: PURPOSE.to_owned(),
        });
        let (out, foot) = if is_known {
            ("subscribe-mail-end", "subscribe-mail-foot")
        } else {
            parts.push(Part::Paragraph(t("subscribe-mail-not-asked")));
            ("subscribe-mail-no", "subscribe-mail-foot-asked")
        };
        let values = named(self.topic.kind(), name);
        parts.extend(way_out(
            self.base_url,
            END,
            t(out),
            text(language, foot, &values),
        ));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// A board may open it in words of its own; a product belongs to no board.
    fn opening(&self, language: Language, name: &str, is_known: bool) -> Opening {
        match self.topic {
            Topic::Board(_) => {
                let values = [("board", name.into())];
                let passage = wording::asked(is_known);
                self.wordings.opening(&passage, language, &values)
            }
            Topic::Product(_) => {
                let values = [("product", name.into())];
                let [subject, opening] = if is_known {
                    [
                        "subscribe-mail-product-subject-known",
                        "subscribe-mail-product-known",
                    ]
                } else {
                    [
                        "subscribe-mail-product-subject",
                        "subscribe-mail-product-ask",
                    ]
                };
                Opening {
                    subject: text(language, subject, &values),
                    paragraphs: vec![text(language, opening, &values)],
                }
            }
        }
    }
}

/// What letters about minutes know of the board that published them.
pub(super) struct Facts<'a> {
    pub board: &'a Board,
    /// The words that the board's mail opens with.
    pub wordings: &'a Wordings,
    pub base_url: &'a str,
}

impl Facts<'_> {
    /// That minutes are out, with what may be named of them; to who subscribes to products, with what these are called.
    pub(super) fn each(
        &self,
        of: &Minutes<'_>,
        language: Language,
        (items, about): (&[&str], Option<&About>),
    ) -> Letter {
        let t = |key: &str| text(language, key, &[]);
        let board = self.board.name_in(language);
        let days = words::days(language, of.meeting);
        let values = [("board", board.into()), ("meeting", days.into())];
        let passage = match of.again {
            Some(_) => wording::published_again(),
            None => wording::published(),
        };
        let opening = (self.wordings).opening(&passage, language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        let mut facts = vec![
            (t("subscribe-mail-board"), board.to_owned()),
            (t("subscribe-mail-meeting"), of.called(language)),
        ];
        if let Some(about) = about {
            facts.push((t("subscribe-mail-product"), about.all.clone()));
        }
        let reason = of.again.map(|again| again.reason.clone());
        if let Some(reason) = reason.filter(|reason| !reason.is_empty()) {
            facts.push((t("subscribe-mail-why"), reason));
        }
        parts.push(Part::Facts(facts));
        parts.push(listed(language, items));
        parts.push(Part::Action {
            label: t("subscribe-mail-read"),
            url: format!("{}{}", self.base_url, of.published.url_path),
        });
        parts.extend(match about {
            Some(about) => about.way_out(self.base_url, language),
            None => self.way_out(language),
        });
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    /// Everything that came out, meeting by meeting.
    pub(super) fn weekly(
        &self,
        of: &[(Minutes<'_>, Vec<&str>)],
        language: Language,
        now: Moment,
    ) -> Letter {
        let board = self.board.name_in(language);
        let date = dates::date(language, self.board.today(now));
        let values = [("board", board.into()), ("date", date.into())];
        let opening = (self.wordings).opening(&wording::weekly(), language, &values);
        let mut parts: Vec<Part> = opening.parts().collect();
        for (minutes, items) in of {
            let heading = minutes.called(language);
            let told = (heading, items.as_slice());
            parts.extend(told_in_a_week(self.base_url, minutes, told, language));
        }
        parts.extend(self.way_out(language));
        Letter {
            subject: opening.subject,
            parts,
        }
    }

    fn way_out(&self, language: Language) -> [Part; 2] {
        let board = named("board", self.board.name_in(language));
        way_out(
            self.base_url,
            END,
            text(language, "subscribe-mail-end", &[]),
            text(language, "subscribe-mail-foot", &board),
        )
    }
}

/// Minutes with their board, and what of them a reader is told.
pub(super) type OfBoard<'a> = (&'a Board, Minutes<'a>, Vec<&'a str>);

/// Everything that came out about the products that a reader subscribes to, of all boards, meeting by meeting.
pub(super) fn about_products(
    of: &[OfBoard<'_>],
    about: &About,
    language: Language,
    (base_url, now): (&str, Moment),
) -> Letter {
    let date = dates::date(language, today(now));
    let values = [
        ("product", about.all.as_str().into()),
        ("date", date.into()),
    ];
    let say = |key: &str| text(language, key, &values);
    let mut parts = vec![Part::Paragraph(say("subscribe-mail-products-weekly"))];
    for (board, minutes, items) in of {
        let heading = format!("{}: {}", board.name_in(language), minutes.called(language));
        let told = (heading, items.as_slice());
        parts.extend(told_in_a_week(base_url, minutes, told, language));
    }
    parts.extend(about.way_out(base_url, language));
    Letter {
        subject: say("subscribe-mail-products-weekly-subject"),
        parts,
    }
}

/// One meeting of a weekly mail.
fn told_in_a_week(
    base_url: &str,
    minutes: &Minutes<'_>,
    (heading, items): (String, &[&str]),
    language: Language,
) -> Vec<Part> {
    let link = (
        heading.clone(),
        format!("{base_url}{}", minutes.published.url_path),
    );
    let mut parts = vec![Part::Heading(heading)];
    parts.extend(minutes.again.map(|again| said_again(again, language)));
    parts.push(listed(language, items));
    parts.push(Part::Links {
        label: text(language, "subscribe-mail-minutes", &[]),
        links: vec![link],
    });
    parts
}

/// What a foot calls what is subscribed to, and of which kind it is.
fn named(kind: &'static str, name: &str) -> [(&'static str, Value); 2] {
    [("kind", kind.into()), ("name", name.into())]
}

/// The way out, and why the reader gets this. `purpose` says what one click ends.
fn way_out(base_url: &str, purpose: &str, label: String, foot: String) -> [Part; 2] {
    [
        Part::Unsubscribe {
            label,
            url: format!("{base_url}{}", paths::unsubscribe_start(MESSAGE)),
            purpose: purpose.to_owned(),
        },
        Part::Foot(foot),
    ]
}

/// That minutes in a weekly mail came out again, and why where there is a reason.
fn said_again(again: &Again, language: Language) -> Part {
    let said = if again.reason.is_empty() {
        text(language, "subscribe-mail-changed", &[])
    } else {
        let reason = [("reason", again.reason.as_str().into())];
        text(language, "subscribe-mail-corrected", &reason)
    };
    Part::Paragraph(said)
}

fn listed(language: Language, items: &[&str]) -> Part {
    Part::List {
        label: text(language, "subscribe-mail-items", &[]),
        lines: items.iter().map(|item| (*item).to_owned()).collect(),
    }
}

/// The products that a reader is told of.
pub(super) struct About {
    /// What they are called.
    all: String,
    /// Whether the mail is about several: one click ends all that are told together.
    are_several: bool,
}

impl About {
    /// None where the reader subscribes to the board.
    pub(super) fn of(
        of: &BTreeSet<ProductId>,
        own: &Subscription,
        names: &Products,
        language: Language,
    ) -> Option<Self> {
        own.topic.product()?;
        Some(Self {
            all: called(of, names, language),
            are_several: of.len() > 1,
        })
    }

    fn way_out(&self, base_url: &str, language: Language) -> [Part; 2] {
        let label = [("name", self.all.as_str().into())];
        let (purpose, key) = if self.are_several {
            (END_PRODUCTS, "subscribe-mail-end-products")
        } else {
            (END, "subscribe-mail-end-of")
        };
        way_out(
            base_url,
            purpose,
            text(language, key, &label),
            text(
                language,
                "subscribe-mail-foot",
                &named("product", &self.all),
            ),
        )
    }
}
