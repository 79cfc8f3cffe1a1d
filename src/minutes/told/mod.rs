//! What the minutes say: gathered in their own language from what was written and who was there, item by item.
//!
//! It is the same in a draft, in what is approved and in what is published, and is kept as it was in each version. Nobody
//! reads it before it has been cut to what they may read ([`cut`]).

pub mod cut;
pub mod document;
pub mod gather;
pub mod head;
pub mod pages;

use crate::db::ids::{AgendaItemId, CaseId};
use crate::i18n::{Language, text};
use crate::meetings::words::uncapitalised;
use serde::{Deserialize, Serialize};

/// What minutes say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub language: Language,
    /// “Ordinært møte 9. desember 2026”.
    pub meeting: String,
    pub board: String,
    /// In Markdown, like the texts of items; may be empty.
    pub opening: String,
    /// When and where, each with its label.
    pub facts: Vec<(String, String)>,
    /// Who took part as what, and who was missed.
    pub groups: Vec<(String, Vec<String>)>,
    /// In the order in which they were dealt with.
    pub items: Vec<ToldItem>,
}

/// What minutes say of one item; each text may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldItem {
    pub item: AgendaItemId,
    pub case: Option<CaseId>,
    /// “12/26”, of a case that has one.
    pub number: Option<String>,
    pub title: String,
    /// What may be told of it to those who may not read it; none where even that is exempt, and of what is no case.
    pub public_title: Option<String>,
    /// “Kl. 09.00–09.30”.
    pub hours: Option<String>,
    pub content: String,
    pub outcome: Option<Outcome>,
    pub conclusion: String,
    pub dissent: String,
    /// Which minutes it approved, as a sentence.
    #[serde(default)]
    pub approves: Option<String>,
    /// Who had a conflict of interest, as a sentence.
    pub recused: Option<String>,
    /// What is to be followed up, by whom and until when.
    #[serde(default)]
    pub actions: Vec<String>,
    /// In place of all this, why the reader is shown no more of it than its name. Never kept.
    #[serde(skip)]
    pub withheld: Option<String>,
    /// That it is exempt from public access, where the reader may read it all the same. Never kept.
    #[serde(skip)]
    pub mark: Option<String>,
}

/// What the board came to, in the mandate's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// A code of the list `outcome`.
    pub code: String,
    pub word: String,
}

impl ToldItem {
    /// “12/26 Budsjettrammer for 2027”.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.title).trim_end().to_owned(),
            None => self.title.clone(),
        }
    }

    /// “Sak 12/26 Budsjettrammer for 2027”; the title of what has no number.
    #[must_use]
    pub fn heading(&self, language: Language) -> String {
        let name = self.name();
        match &self.number {
            Some(_) => format!("{} {name}", text(language, "agenda-item", &[])),
            None => name,
        }
    }

    /// “12/26 Budsjettrammer for 2027 (anbefaling)”.
    #[must_use]
    pub fn line(&self) -> String {
        let name = self.name();
        match &self.outcome {
            Some(outcome) => format!("{name} ({})", uncapitalised(&outcome.word)),
            None => name,
        }
    }

    /// The conclusion and the dissent, where there are, with the keys of their headings.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'static str, &str)> {
        let parts = [
            ("minutes-conclusion", self.conclusion.as_str()),
            ("minutes-dissent", self.dissent.as_str()),
        ];
        let filled = parts.into_iter().filter(|(_, text)| !text.is_empty());
        filled.collect()
    }

    /// Whether it comes to a conclusion that no list of outcomes will have: nobody has said what kind it is.
    #[must_use]
    pub fn lacks_outcome(&self) -> bool {
        !self.conclusion.is_empty() && self.outcome.is_none()
    }

    /// Whether nothing is written of it.
    #[must_use]
    pub fn is_unwritten(&self) -> bool {
        self.withheld.is_none() && self.outcome.is_none() && self.texts().all(str::is_empty)
    }

    /// The texts that were written of it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let written = [&self.content, &self.conclusion, &self.dissent];
        let written = written.into_iter().map(String::as_str);
        written.chain(self.actions.iter().map(String::as_str))
    }

    /// Where it stands on the page of its minutes.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("item-{}", self.item)
    }
}

/// Where minutes are on their way to everyone, as they say it of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Draft,
    Approved,
}

impl Told {
    /// “Utkast til referat: Ordinært møte 9. desember 2026”.
    #[must_use]
    pub fn title(&self, standing: Standing) -> String {
        let key = match standing {
            Standing::Draft => "minutes-draft-of",
            Standing::Approved => "minutes-of",
        };
        let meeting = [("meeting", self.meeting.as_str().into())];
        text(self.language, key, &meeting)
    }

    /// Every text that was written of it, to be looked through.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let items = self.items.iter().flat_map(ToldItem::texts);
        items.chain([self.opening.as_str()])
    }
}
