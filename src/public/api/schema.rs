//! What is answered, as JSON; the description is derived from these types, and a test holds every answer to it.
//!
//! Ids and moments are texts here: what is read of them stands in their format.

use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A name by language tag (BCP 47): `nb`, `nn` or `en`.
pub type Names = BTreeMap<String, String>;

/// A board, named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BoardName {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000001")]
    pub id: String,
    #[schema(example = json!({"nb": "Styringsrådet"}))]
    pub name: Names,
}

/// A board whose own pages are shown to everyone.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Board {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000001")]
    pub id: String,
    #[schema(example = json!({"nb": "Styringsrådet"}))]
    pub name: Names,
    /// A code of the list of kinds of boards.
    #[schema(example = "board")]
    pub kind: String,
    /// Its page for people.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/boards/0192f0c4-0000-7000-8000-000000000001"
    )]
    pub page: String,
    /// What it publishes, as an Atom feed.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/boards/0192f0c4-0000-7000-8000-000000000001/atom.xml"
    )]
    pub feed: String,
    /// Its meetings to come, as an iCalendar file.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/boards/0192f0c4-0000-7000-8000-000000000001/calendar.ics"
    )]
    pub calendar: String,
    /// Its published minutes in this interface.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/api/v1/meetings?board=0192f0c4-0000-7000-8000-000000000001"
    )]
    pub meetings: String,
}

/// Every board whose own pages are shown to everyone.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Boards {
    pub data: Vec<Board>,
}

/// A meeting whose minutes everyone may read, in full or in part.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Meeting {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000002")]
    pub id: String,
    pub board: BoardName,
    /// In the language of the minutes.
    #[schema(example = "Ordinært møte 9. desember 2026")]
    pub title: String,
    /// A code of the list of kinds of meetings.
    #[schema(example = "ordinary")]
    pub kind: String,
    #[schema(format = "date", example = "2026-12-09")]
    pub first_day: String,
    #[schema(format = "date", example = "2026-12-09")]
    pub last_day: String,
    /// Of the minutes.
    #[schema(example = "nb")]
    pub language: String,
    /// The number of the version that is published; it rises with each correction.
    #[schema(minimum = 1, example = 2)]
    pub version: i64,
    /// When this version was first published.
    #[schema(format = "date-time", example = "2026-12-18T09:00:00Z")]
    pub published_at: String,
    /// When what everyone may read of it last became another.
    #[schema(format = "date-time", example = "2026-12-18T09:00:00Z")]
    pub changed_at: String,
    /// The minutes for people.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/meetings/0192f0c4-0000-7000-8000-000000000002"
    )]
    pub page: String,
}

/// A page of meetings, those that changed first before the others.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Meetings {
    pub data: Vec<Meeting>,
    /// The address of the next page; null on the last.
    #[schema(format = "uri", example = json!("https://styringsrad.example.no/api/v1/meetings?after=1797584400000000.0192f0c4-0000-7000-8000-000000000002"))]
    pub next: Option<String>,
}

/// What an item ended with, in the mandate's words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Outcome {
    /// A code of the list of outcomes.
    #[schema(example = "recommendation")]
    pub code: String,
    /// In the language of the minutes.
    #[schema(example = "Anbefaling")]
    pub word: String,
}

/// What the owner of a board decided on what the board came to. Boards advise; their owners decide.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Decision {
    /// How it stands to what the board came to: `followed`, `in_part`, `not_followed` or `otherwise`.
    #[schema(
        pattern = "^(followed|in_part|not_followed|otherwise)$",
        example = "followed"
    )]
    pub stance: String,
    /// Who decided, by the name they had then.
    #[schema(example = "Digdir")]
    pub decided_by: String,
    #[schema(format = "date", example = "2027-01-15")]
    pub decided_on: String,
    /// What was decided, as plain text.
    #[schema(example = json!("Rammene gjelder fra 1. januar."))]
    pub text: Option<String>,
    /// Where more is to be read of it.
    #[schema(format = "uri", example = json!("https://www.example.no/vedtak"))]
    pub link: Option<String>,
}

/// A case, named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseName {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000003")]
    pub id: String,
    #[schema(example = json!("12/26"))]
    pub number: Option<String>,
}

/// A product that a case is about, named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProductName {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000005")]
    pub id: String,
    #[schema(example = json!({"nb": "ID-porten"}))]
    pub name: Names,
    /// What is published about it, for people.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/products/0192f0c4-0000-7000-8000-000000000005"
    )]
    pub page: String,
}

/// Why something is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithheldCode {
    /// It is exempt from public access under offentleglova.
    Exempt,
    /// It is deferred, and opens by itself.
    Deferred,
    /// The board has not given it to everyone.
    NotPublic,
}

/// That an item is withheld, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Withheld {
    pub code: WithheldCode,
    /// A code of the provision that it is exempt by, made of its paragraph; null where none is told.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = json!("offl-13"))]
    pub provision: Option<String>,
    /// The provision as the law is cited; null where none is told.
    #[schema(example = json!("offl. § 13"))]
    pub paragraph: Option<String>,
    /// When it opens by itself; null where it does not.
    #[schema(format = "date-time", example = json!("2027-01-15T23:00:00Z"))]
    pub opens_at: Option<String>,
    /// The same for people, in the language of the minutes.
    #[schema(example = "Unntatt offentlighet, jf. offl. § 13")]
    pub text: String,
}

/// An item of the minutes of a meeting, in the order in which it was dealt with.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MeetingItem {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000004")]
    pub id: String,
    /// The case that it is about; null for what is no case.
    pub case: Option<CaseName>,
    /// As it may be told to everyone.
    #[schema(example = "Budsjettrammer for 2027")]
    pub title: String,
    /// Whether the title is withheld too; what stands in its place says so.
    #[schema(example = false)]
    pub title_withheld: bool,
    /// What its case is about; empty where the title is withheld.
    pub products: Vec<ProductName>,
    pub outcome: Option<Outcome>,
    /// The board's advice in its own words, as Markdown.
    #[schema(example = json!("Styringsrådet anbefaler rammene."))]
    pub conclusion: Option<String>,
    /// Whether a dissent was entered. Its text may name people, and stands in the minutes for people alone.
    #[schema(example = false)]
    pub has_dissent: bool,
    /// What the owner of the board decided on it; null as long as nothing is known of that.
    pub decision: Option<Decision>,
    /// Why no more than this is told; null where it is open.
    pub withheld: Option<Withheld>,
    /// The item in the minutes for people.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/meetings/0192f0c4-0000-7000-8000-000000000002#item-0192f0c4-0000-7000-8000-000000000004"
    )]
    pub page: String,
}

/// A meeting with the items of its minutes.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Minutes {
    pub meeting: Meeting,
    pub items: Vec<MeetingItem>,
}

/// A decision: an item of published minutes that everyone may read.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Item {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000004")]
    pub id: String,
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000002")]
    pub meeting: String,
    pub board: BoardName,
    pub case: Option<CaseName>,
    /// As it may be told to everyone.
    #[schema(example = "Budsjettrammer for 2027")]
    pub title: String,
    /// Whether the title is withheld too; what stands in its place says so.
    #[schema(example = false)]
    pub title_withheld: bool,
    /// What its case is about; empty where the title is withheld.
    pub products: Vec<ProductName>,
    pub outcome: Option<Outcome>,
    /// The board's advice in its own words, as Markdown.
    #[schema(example = json!("Styringsrådet anbefaler rammene."))]
    pub conclusion: Option<String>,
    /// Whether a dissent was entered. Its text may name people, and stands in the minutes for people alone.
    #[schema(example = false)]
    pub has_dissent: bool,
    /// What the owner of the board decided on it; null as long as nothing is known of that.
    pub decision: Option<Decision>,
    /// Of the minutes.
    #[schema(example = "nb")]
    pub language: String,
    /// The first day of the meeting.
    #[schema(format = "date", example = "2026-12-09")]
    pub day: String,
    /// When it was published, became open to everyone, or its decision or its products became others.
    #[schema(format = "date-time", example = "2026-12-18T09:00:00Z")]
    pub changed_at: String,
    /// The item in the minutes for people.
    #[schema(
        format = "uri",
        example = "https://styringsrad.example.no/published/meetings/0192f0c4-0000-7000-8000-000000000002#item-0192f0c4-0000-7000-8000-000000000004"
    )]
    pub page: String,
}

/// A page of items, those that changed first before the others.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Items {
    pub data: Vec<Item>,
    /// The address of the next page; null on the last.
    #[schema(format = "uri", example = json!("https://styringsrad.example.no/api/v1/items?after=1797584400000000.0192f0c4-0000-7000-8000-000000000004"))]
    pub next: Option<String>,
}

/// A case with what boards have said of it that everyone may read.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Case {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000003")]
    pub id: String,
    #[schema(example = json!("12/26"))]
    pub number: Option<String>,
    /// As it was called when it was last dealt with.
    #[schema(example = "Budsjettrammer for 2027")]
    pub title: String,
    /// Whether the title is withheld too; what stands in its place says so.
    #[schema(example = false)]
    pub title_withheld: bool,
    /// What it is about; empty where the title is withheld.
    pub products: Vec<ProductName>,
    /// By the day of the meeting, the first before the others.
    pub items: Vec<Item>,
}

/// Minutes that everyone could read, until they were withdrawn or shown to fewer: whoever has a copy is asked to delete it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Deleted {
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000002")]
    pub meeting: String,
    #[schema(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000001")]
    pub board: String,
    /// When nothing of them could be read by everyone any more.
    #[schema(format = "date-time", example = "2026-12-20T09:00:00Z")]
    pub deleted_at: String,
    /// Why, in the language of the minutes.
    #[schema(example = "Feil versjon ble publisert.")]
    pub reason: String,
    #[schema(example = "nb")]
    pub language: String,
}

/// A page of what was withdrawn, those that were first before the others.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeletedPage {
    pub data: Vec<Deleted>,
    /// The address of the next page; null on the last.
    #[schema(format = "uri", example = json!("https://styringsrad.example.no/api/v1/deleted?after=1797757200000000.0192f0c4-0000-7000-8000-000000000002"))]
    pub next: Option<String>,
}
