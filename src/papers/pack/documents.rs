//! A text that was written here as a document: PDF/A-2a and PDF/UA-1, set once when it is sent out.

use super::store::MadeDocument;
use crate::boards::{Board, store as boards};
use crate::db::Conn;
use crate::db::ids::PaperId;
use crate::error::{Error, Result};
use crate::files::Incoming;
use crate::i18n::{Language, dates, text};
use crate::papers::{Content, Paper, Sections, Version, store};
use crate::pdf::markdown::blocks;
use crate::pdf::pack::{Section, Words};
use crate::pdf::{Document, NotPrinted, Printed, Printing};
use crate::web::App;
use chrono::Datelike;

/// The words that every document of ours sets itself.
#[must_use]
pub fn words(language: Language) -> Words {
    Words {
        page: text(language, "pack-page", &[]),
        of: text(language, "pack-of", &[]),
        contents: text(language, "agenda", &[]),
        guests: text(language, "agenda-guests", &[]),
        unfit: text(language, "pack-note-damaged", &[]),
    }
}

/// The parts of a text with their headings, in the language of the paper. Empty ones are left out.
#[must_use]
pub fn sections(of: &Sections, language: Language) -> Vec<Section> {
    let filled = of.parts().into_iter().filter(|(_, text)| !text.is_empty());
    let section = |(key, content): (&str, &str)| Section {
        heading: text(language, &format!("paper-{key}"), &[]),
        blocks: blocks(content),
    };
    filled.map(section).collect()
}

/// A written version as a document, in the language of the paper. None for a file.
#[must_use]
pub fn document(board: &Board, paper: &Paper, version: &Version) -> Option<Document> {
    let Content::Written(written) = &version.content else {
        return None;
    };
    let language = paper.facts.language;
    let t = |key: &str| text(language, key, &[]);
    let board_name = board.name_in(language).to_owned();
    let label = paper.case.number.map(|number| {
        text(
            language,
            "pack-case",
            &[("number", number.to_string().into())],
        )
    });
    let day = board.today(version.at);
    let number = text(
        language,
        "paper-version-number",
        &[("number", version.number.into())],
    );
    let mut facts = vec![
        (t("pack-board"), board_name.clone()),
        (
            t("pack-version"),
            format!("{number}, {}", dates::long_date(language, day)),
        ),
    ];
    // Not what the case is called: who was let into the paper alone may not know that.
    if let Some(number) = paper.case.number {
        facts.insert(1, (t("pack-of-case"), number.to_string()));
    }
    if !paper.facts.archive_reference.is_empty() {
        facts.push((
            t("case-archive-reference"),
            paper.facts.archive_reference.clone(),
        ));
    }
    Some(Document {
        language: language.tag().to_owned(),
        title: paper.facts.title.clone(),
        author: board_name,
        date: (day.year(), day.month(), day.day()),
        kicker: t(&format!("paper-part-{}", paper.part)),
        foot: match label {
            Some(label) => format!("{label} · {}", paper.facts.title),
            None => paper.facts.title.clone(),
        },
        facts,
        sections: sections(written, language),
        words: words(language),
    })
}

/// The same for who reads it now: where it is exempt from public access, the foot of every page begins with that.
///
/// What is kept of it has no mark, since an assessment may come after the paper went out, and end.
#[must_use]
pub fn marked(board: &Board, paper: &Paper, version: &Version) -> Option<Document> {
    let mut document = document(board, paper, version)?;
    if paper.is_exempt() {
        let mark = text(paper.facts.language, "pack-exempt", &[]);
        document.foot = format!("{mark} · {}", document.foot);
    }
    Some(document)
}

/// Sets a document. It is kept by whoever wants to.
///
/// # Errors
/// When it cannot be set.
pub async fn set(app: &App, of: Document) -> std::result::Result<(Printed, Incoming), NotPrinted> {
    let made = app.files.make().await;
    let mut into = made.map_err(|trouble| NotPrinted::NotKept(trouble.into()))?;
    let printed = app.press.print(Printing::Document(of), &mut into).await?;
    Ok((printed, into))
}

/// Sets the text of a version and keeps the document. None for a file, and for a text that cannot be set: that is told in
/// the log, and the paper goes out all the same.
///
/// # Errors
/// When the store of files cannot be reached.
pub async fn keep(
    app: &App,
    board: &Board,
    paper: &Paper,
    version: &Version,
) -> Result<Option<MadeDocument>> {
    let Some(document) = document(board, paper, version) else {
        return Ok(None);
    };
    let (printed, mut file) = match set(app, document).await {
        Ok(set) => set,
        Err(why) => {
            tracing::error!("the paper {} could not be set: {why}", paper.id);
            return Ok(None);
        }
    };
    app.files.keep(&mut file).await?;
    Ok(Some(MadeDocument {
        paper: paper.id,
        number: version.number,
        checksum: file.checksum().clone(),
        size: i64::try_from(file.size()).unwrap_or(i64::MAX),
        pages: printed.pages,
    }))
}

/// Sets and keeps the texts among the papers that are about to go out, each with the version of the row that was shown.
///
/// # Errors
/// When the database or the store of files fails.
pub async fn of_texts(app: &App, chosen: &[(PaperId, i64)]) -> Result<Vec<MadeDocument>> {
    let ids: Vec<PaperId> = chosen.iter().map(|(id, _)| *id).collect();
    let read = move |conn: &mut Conn| {
        let mut versions = store::versions(conn, &ids)?;
        let mut texts = Vec::new();
        for id in ids {
            // What is not there is refused when it is sent.
            let Some(paper) = there(store::paper(conn, id))? else {
                continue;
            };
            let board = boards::board(conn, paper.case.board)?;
            let own = versions.remove(&id).unwrap_or_default();
            let latest = own.into_iter().find(|one| one.number == paper.latest);
            texts.extend(latest.map(|version| (board, paper, version)));
        }
        Ok(texts)
    };
    let mut made = Vec::new();
    for (board, paper, version) in app.db.read(read).await? {
        made.extend(keep(app, &board, &paper, &version).await?);
    }
    Ok(made)
}

fn there(found: Result<Paper>) -> Result<Option<Paper>> {
    match found {
        Ok(paper) => Ok(Some(paper)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
