//! The words of a board's mail: ours, unless the board has written its own for that kind of mail in that language.
//!
//! What can be written is the subject and what opens the letter. Facts, links, calendar entries and the foot stay
//! ours, so that nobody can break a link or leave out who sends it. Placeholders hold no title of a meeting and no
//! person's name. Each slice hands in its [`Passage`]s and how one looks; `app.rs` joins them once.
//!
//! Words that have become wrong, because a later version knows a placeholder no more, are left aside for ours: no
//! mail is ever stopped by them (F05).

pub mod store;
mod template;

pub use template::{Mistake, Template};

use super::{Desk, Letter, Part};
use crate::db::Conn;
use crate::db::ids::BoardId;
use crate::error::Result;
use crate::i18n::{Language, Said, Value, text};
use std::collections::BTreeMap;

/// The one variant of a kind that is always written alike.
pub const USUAL: &str = "usual";

/// The subject and the opening of one kind of mail, in one of its variants.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The kind of its occasion.
    pub kind: &'static str,
    /// A code such as `act-overdue`; its words stand in the texts.
    pub variant: &'static str,
    /// The text keys of our subject, from the inside out: each has the one before as `$what`.
    pub subject: Vec<String>,
    /// The text keys of our paragraphs.
    pub opening: Vec<String>,
    /// The placeholders, which are the values of the texts.
    pub names: &'static [&'static str],
    /// Of each of these lists the subject has at least one, so that it says thing and date.
    pub needs: &'static [&'static [&'static str]],
}

/// What opens a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub subject: String,
    pub paragraphs: Vec<String>,
}

impl Opening {
    /// The paragraphs as parts of a letter.
    pub fn parts(&self) -> impl Iterator<Item = Part> + use<'_> {
        self.paragraphs.iter().cloned().map(Part::Paragraph)
    }

    /// The paragraphs as one text, an empty line between them.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.join("\n\n")
    }
}

/// A board's words for a passage in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adapted {
    subject: Template,
    opening: Vec<Template>,
}

/// A field of the form that has a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Subject,
    Opening,
}

/// What a placeholder is called in a language.
#[must_use]
pub fn name(language: Language, code: &str) -> String {
    text(language, &format!("wording-name-{code}"), &[])
}

fn braced(language: Language, code: &str) -> String {
    format!("{{{}}}", name(language, code))
}

impl Passage {
    /// What stands where the board has no words of its own.
    #[must_use]
    pub fn usual(&self, language: Language, values: &[(&'static str, Value)]) -> Opening {
        let around = |inner: String, key: &String| {
            let mut values = values.to_vec();
            values.push(("what", inner.into()));
            text(language, key, &values)
        };
        let paragraphs = self.opening.iter().map(|key| text(language, key, values));
        Opening {
            subject: self.subject.iter().fold(String::new(), around),
            paragraphs: paragraphs.collect(),
        }
    }

    /// Our words with the placeholders in braces, to begin from.
    #[must_use]
    pub fn usual_template(&self, language: Language) -> Opening {
        let value = |code: &&'static str| (*code, Value::from(braced(language, code)));
        self.usual(language, &self.names.iter().map(value).collect::<Vec<_>>())
    }

    /// Reads what someone wrote, with placeholders as this language calls them.
    ///
    /// # Errors
    /// The first mistake of each field.
    pub fn read(
        &self,
        language: Language,
        subject: &str,
        opening: &str,
    ) -> Result<Adapted, Vec<(Field, Mistake)>> {
        let names: Vec<(&'static str, String)> = (self.names.iter())
            .map(|code| (*code, name(language, code).to_lowercase()))
            .collect();
        self.read_by(subject, opening, &|typed| {
            let typed = typed.to_lowercase();
            let found = names.iter().find(|(_, name)| *name == typed);
            found.map(|(code, _)| *code)
        })
    }

    /// Reads what is stored, with placeholders by their codes.
    fn read_stored(&self, subject: &str, opening: &str) -> Option<Adapted> {
        let find = |typed: &str| self.names.iter().find(|code| **code == typed).copied();
        self.read_by(subject, opening, &find).ok()
    }

    fn read_by(
        &self,
        subject: &str,
        opening: &str,
        find: &dyn Fn(&str) -> Option<&'static str>,
    ) -> Result<Adapted, Vec<(Field, Mistake)>> {
        let subject = Template::read(subject, find).and_then(|subject| {
            let lacks = |of: &&&'static [&str]| !of.iter().any(|code| subject.has(code));
            match self.needs.iter().find(lacks) {
                Some(lacking) => Err(Mistake::Lacks(lacking)),
                None => Ok(subject),
            }
        });
        let paragraphs = opening.split("\n\n").map(str::trim);
        let opening: Result<Vec<Template>, Mistake> = paragraphs
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| Template::read(paragraph, find))
            .collect();
        match (subject, opening) {
            (Ok(subject), Ok(opening)) => Ok(Adapted { subject, opening }),
            (subject, opening) => {
                let subject = subject.err().map(|why| (Field::Subject, why));
                let opening = opening.err().map(|why| (Field::Opening, why));
                Err(subject.into_iter().chain(opening).collect())
            }
        }
    }

    /// Stored words as people write them, fit or not: what is known no more stands as it was stored.
    #[must_use]
    pub fn shown(&self, language: Language, subject: &str, opening: &str) -> Opening {
        let named = |words: &str| {
            self.names.iter().fold(words.to_owned(), |words, code| {
                words.replace(&format!("{{{code}}}"), &braced(language, code))
            })
        };
        Opening {
            subject: named(subject),
            paragraphs: vec![named(opening)],
        }
    }

    /// “{råd}, {møtedag}”.
    #[must_use]
    pub fn braced_names(&self, language: Language) -> String {
        listed(language, self.names)
    }

    /// What is wrong, and what may be written instead.
    #[must_use]
    pub fn said(&self, mistake: &Mistake, language: Language) -> Said {
        let all = self.braced_names(language);
        match mistake {
            Mistake::Unclosed => Said::new("wording-mistake-unclosed").with("names", all),
            Mistake::Unopened => Said::new("wording-mistake-unopened").with("names", all),
            Mistake::Unknown(typed) => Said::new("wording-mistake-unknown")
                .with("typed", format!("{{{typed}}}"))
                .with("names", all),
            Mistake::Lacks(of) => {
                Said::new("wording-mistake-lacks").with("names", listed(language, of))
            }
        }
    }
}

fn listed(language: Language, codes: &[&str]) -> String {
    let names: Vec<String> = codes.iter().map(|code| braced(language, code)).collect();
    names.join(", ")
}

impl Adapted {
    /// As people write it in this language.
    #[must_use]
    pub fn shown(&self, language: Language) -> Opening {
        self.written(&|code| name(language, code))
    }

    /// With placeholders by their codes, so that what they are called may change.
    #[must_use]
    pub fn stored(&self) -> Opening {
        self.written(&str::to_owned)
    }

    fn written(&self, name: &dyn Fn(&'static str) -> String) -> Opening {
        let paragraphs = self.opening.iter().map(|part| part.written(name));
        Opening {
            subject: self.subject.written(name),
            paragraphs: paragraphs.collect(),
        }
    }

    fn fill(&self, language: Language, values: &[(&'static str, Value)]) -> Option<Opening> {
        let value = |code: &'static str| {
            let found = values.iter().find(|(name, _)| *name == code);
            found.map(|(_, value)| value.written(language))
        };
        let paragraphs = self.opening.iter().map(|part| part.fill(&value));
        Some(Opening {
            subject: self.subject.fill(&value)?,
            paragraphs: paragraphs.collect::<Option<_>>()?,
        })
    }
}

/// How a passage stands with a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Ours.
    Usual,
    /// The board's own.
    Adapted,
    /// The board's own no longer fit, so ours are used.
    Unfit,
}

type Place = (String, String, Language);

/// A board's own words, loaded once for all that is written with them.
#[derive(Clone, Debug, Default)]
pub struct Wordings(BTreeMap<Place, (String, String)>);

impl Wordings {
    /// What opens a letter: in the board's own words where it has any that fit, else in ours.
    #[must_use]
    pub fn opening(
        &self,
        passage: &Passage,
        language: Language,
        values: &[(&'static str, Value)],
    ) -> Opening {
        self.adapted(passage, language)
            .and_then(|adapted| adapted.fill(language, values))
            .unwrap_or_else(|| passage.usual(language, values))
    }

    #[must_use]
    pub fn standing(&self, passage: &Passage, language: Language) -> Standing {
        match (
            self.0.contains_key(&place(passage, language)),
            self.adapted(passage, language),
        ) {
            (false, _) => Standing::Usual,
            (true, Some(_)) => Standing::Adapted,
            (true, None) => Standing::Unfit,
        }
    }

    /// The board's own words for a passage, where it has any that fit.
    #[must_use]
    pub fn adapted(&self, passage: &Passage, language: Language) -> Option<Adapted> {
        let (subject, opening) = self.0.get(&place(passage, language))?;
        passage.read_stored(subject, opening)
    }

    /// As they would be with these words.
    #[must_use]
    pub fn with(mut self, passage: &Passage, language: Language, adapted: &Adapted) -> Self {
        let stored = adapted.stored();
        let words = (stored.subject.clone(), stored.text());
        self.0.insert(place(passage, language), words);
        self
    }
}

fn place(passage: &Passage, language: Language) -> Place {
    (
        passage.kind.to_owned(),
        passage.variant.to_owned(),
        language,
    )
}

/// What a slice is asked: how a passage's mail would look.
pub struct Asked<'a> {
    pub board: BoardId,
    pub passage: &'a Passage,
    pub language: Language,
    pub wordings: &'a Wordings,
    pub desk: &'a Desk<'a>,
}

/// A mail as it would look.
pub struct Shown {
    pub letter: Letter,
    /// Whether the board has what the letter is about; else some of it is made up.
    pub is_real: bool,
}

/// Writes a passage's letter by the code that writes the mail, about what the board has coming. Only reads.
pub type Preview = fn(&mut Conn, &Asked<'_>) -> Result<Shown>;

/// What one part of the product lets boards write.
#[derive(Clone)]
pub struct Worded {
    pub passages: Vec<Passage>,
    pub preview: Preview,
}

/// Text keys, for a passage.
#[must_use]
pub fn keys<const N: usize>(of: [&str; N]) -> Vec<String> {
    of.map(str::to_owned).to_vec()
}

#[cfg(test)]
mod tests;
