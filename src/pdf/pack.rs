//! What a template is told: a document of ours, or a pack. Every text stands here as it is read, in its language.

use super::markdown::Block;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A name and its value, as on a letterhead.
pub type Fact = (String, String);

/// Year, month, day.
pub type Day = (i32, u32, u32);

/// The words that a template sets itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What stands before the number of a page: “s.”
    pub page: String,
    /// What stands between it and how many there are: “av”
    pub of: String,
    /// What the list of what is in a pack is called.
    pub contents: String,
    /// What the guests of a meeting are called.
    pub guests: String,
    /// What stands in place of a file that cannot be shown.
    pub unfit: String,
}

/// A part of a text of ours, with its heading; an empty one has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// A document that we typeset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// BCP 47.
    pub language: String,
    pub title: String,
    pub author: String,
    pub date: Day,
    /// What stands above the title.
    pub kicker: String,
    /// What stands at the foot of each page.
    pub foot: String,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    pub words: Words,
}

/// The papers of a meeting in one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// BCP 47.
    pub language: String,
    pub title: String,
    pub author: String,
    pub date: Day,
    pub kicker: String,
    pub heading: String,
    pub facts: Vec<Fact>,
    /// What the reader must know before reading.
    pub notices: Vec<String>,
    pub words: Words,
    /// The agenda.
    pub items: Vec<Item>,
    /// Who comes for a part of the meeting, and for which.
    pub guests: Vec<String>,
    /// Which pages are not in this pack.
    pub missing: Vec<String>,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// “Sak 12/26”; empty where it has no number.
    pub label: String,
    pub title: String,
    /// Whether it is no case: it has no papers, and no page of its own.
    pub is_plain: bool,
    /// “Unntatt offentlighet”, where it is; else empty.
    pub exempt: String,
    /// The meeting day that begins with it; empty where none does, or the meeting has but one.
    pub day: String,
    /// From when to when, on the clock of the board.
    pub time: String,
    /// The number of the divider; none where the pack has no divider for it.
    pub first: Option<u32>,
    /// How many pages the divider has.
    pub pages: u32,
    pub facts: Vec<Fact>,
    pub documents: Vec<Enclosed>,
    /// What else the reader must know of it.
    pub lines: Vec<String>,
}

/// How a document stands in a pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// A text of ours, set again.
    Written,
    /// The pages of a PDF.
    Foreign,
    /// A picture on a page.
    Picture,
    /// A page that says why it is not here, and where it is.
    #[default]
    Note,
}

/// A document in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    pub kind: How,
    pub title: String,
    /// “Sak 12/26”
    pub label: String,
    /// What is to be known of it: that it came late, say.
    pub mark: String,
    /// “Unntatt offentlighet”, where it is; else empty.
    pub exempt: String,
    /// What is new in it, where it stands in place of another.
    pub changed: String,
    /// The number of its first page.
    pub first: u32,
    /// How many numbers it has.
    pub pages: u32,
    /// “Sak 12/26 Budsjettrammer”, where it is the first of its case and no divider stands before it: what came later.
    pub opens: String,
    /// The file that is shown, by the name it has for the template.
    pub file: String,
    pub note: Vec<String>,
    /// Where it can be read instead.
    pub address: String,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
}

/// A file by the name that it has for a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub name: String,
    pub path: PathBuf,
}
