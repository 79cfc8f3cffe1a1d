//! Typesetting. A file that cannot be set takes the place of one page that says so, and the pack is made all the same.

use super::look::{self, Opened};
use super::pack::{Document, How, Pack, Source};
use super::world::{Sheet, printable};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What is to be set.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Printing {
    Document(Document),
    Pack(Pack, Vec<Source>),
}

/// A finished PDF.
#[derive(Clone, Debug)]
pub struct Sheets {
    pub bytes: Vec<u8>,
    pub pages: u32,
    /// Names of the files that could not be set; a page says so in their place.
    pub unfit: Vec<String>,
}

/// Sets a document or a pack.
///
/// # Errors
/// What the typesetter says, in one line; never because of a file in a pack.
pub fn print(printing: &Printing) -> Result<Sheets, String> {
    match printing {
        Printing::Document(document) => {
            let standards = [PdfStandard::A_2a, PdfStandard::Ua_1];
            let data = json(document)?;
            let (document, bytes) = set("document.typ", data, &[], &standards)?;
            Ok(Sheets {
                pages: count(&document),
                bytes,
                unfit: Vec::new(),
            })
        }
        Printing::Pack(pack, sources) => print_pack(pack, sources),
    }
}

/// Tries what was asked for first; only when that fails is it found out which file is to blame.
fn print_pack(pack: &Pack, sources: &[Source]) -> Result<Sheets, String> {
    let (mut files, mut unfit) = open(pack, sources);
    let mut pack = without(pack, &unfit);
    let mut set = set_pack(&pack, &files);
    if set.is_err() {
        let (fit, more): (Vec<_>, Vec<_>) = files.into_iter().partition(can_be_set);
        files = fit;
        unfit.extend(more.into_iter().map(|file| file.name));
        pack = without(&pack, &unfit);
        set = set_pack(&pack, &files);
    }
    let (mut document, mut bytes) = set?;
    if !is_numbered(&document, &expected(&pack)) {
        // A text of ours was set with another number of pages than it once had: its pages are shown as they were.
        (document, bytes) = set_pack(&as_they_were(&pack, &files), &files)?;
    }
    Ok(Sheets {
        pages: count(&document),
        bytes,
        unfit,
    })
}

fn json<T: Serialize>(of: &T) -> Result<Value, String> {
    serde_json::to_value(of).map_err(|error| error.to_string())
}

/// The files as they lie there, and the names of those that cannot be read.
fn open(pack: &Pack, sources: &[Source]) -> (Vec<Opened>, Vec<String>) {
    let foreign: HashMap<&str, u32> = (pack.items.iter().flat_map(|item| &item.documents))
        .filter(|document| document.kind == How::Foreign)
        .map(|document| (document.file.as_str(), document.pages))
        .collect();
    let (mut files, mut unfit) = (Vec::new(), Vec::new());
    for source in sources {
        let bytes = std::fs::read(&source.path).unwrap_or_default();
        let file = Opened::new(&source.name, Bytes::new(bytes));
        let has_its_pages = (foreign.get(source.name.as_str())).is_none_or(|pages| {
            let sizes = file.sizes.as_ref().map_or(0, Vec::len);
            u32::try_from(sizes).ok() == Some(*pages)
        });
        if has_its_pages && !file.bytes.is_empty() {
            files.push(file);
        } else {
            unfit.push(source.name.clone());
        }
    }
    // What was not to be had is not among them.
    let shown = pack.items.iter().flat_map(|item| &item.documents);
    let shown = shown.filter(|one| matches!(one.kind, How::Foreign | How::Picture));
    let is_there = |name: &str| sources.iter().any(|source| source.name == name);
    let lost = shown.filter(|one| !is_there(&one.file));
    unfit.extend(lost.map(|one| one.file.clone()));
    (files, unfit)
}

/// The pack with a page that says so in place of each of these files.
fn without(pack: &Pack, unfit: &[String]) -> Pack {
    let mut pack = pack.clone();
    for document in pack.items.iter_mut().flat_map(|item| &mut item.documents) {
        if document.kind != How::Written && unfit.contains(&document.file) {
            document.kind = How::Note;
            document.note = vec![pack.words.unfit.clone()];
        }
    }
    pack
}

/// The pack with the pages that texts had when they went out, in place of the texts; where those are lost, a page says so.
fn as_they_were(pack: &Pack, files: &[Opened]) -> Pack {
    let mut pack = pack.clone();
    for document in pack.items.iter_mut().flat_map(|item| &mut item.documents) {
        if document.kind != How::Written {
            continue;
        }
        let has_pages = files.iter().any(|file| file.name == document.file);
        document.kind = if has_pages { How::Foreign } else { How::Note };
        document.note = vec![pack.words.unfit.clone()];
    }
    pack
}

type Set = (PagedDocument, Vec<u8>);

fn set_pack(pack: &Pack, files: &[Opened]) -> Result<Set, String> {
    let mut data = json(pack)?;
    let sizes: HashMap<&str, &[look::Size]> = files
        .iter()
        .filter_map(|file| Some((file.name.as_str(), file.sizes.as_deref()?)))
        .collect();
    data["sizes"] = json!(sizes);
    set("pack.typ", data, files, &[])
}

/// Whether a file can be set where nothing else stands.
fn can_be_set(file: &Opened) -> bool {
    let pages = file.sizes.as_ref().map_or(1, Vec::len);
    let document = super::pack::Enclosed {
        kind: if file.sizes.is_some() {
            How::Foreign
        } else {
            How::Picture
        },
        file: file.name.clone(),
        first: 1,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        ..Default::default()
    };
    let item = super::pack::Item {
        documents: vec![document],
        ..Default::default()
    };
    let pack = Pack {
        language: "nb".to_owned(),
        title: file.name.clone(),
        date: (2000, 1, 1),
        items: vec![item],
        ..Pack::default()
    };
    set_pack(&pack, std::slice::from_ref(file)).is_ok()
}

/// Whether each page of a PDF can be set.
#[must_use]
pub(super) fn fits(name: &str, bytes: &Bytes) -> bool {
    let file = Opened::new(name, bytes.clone());
    file.sizes.is_some() && can_be_set(&file)
}

/// Whether the pages after the cover have just these numbers.
fn is_numbered(document: &PagedDocument, expected: &[u64]) -> bool {
    let pages = document.pages();
    let cover = pages.len().saturating_sub(expected.len());
    pages[cover..]
        .iter()
        .map(|page| page.number)
        .eq(expected.iter().copied())
}

/// The numbers of a pack's pages, in their order. What has a page in its place has one.
fn expected(pack: &Pack) -> Vec<u64> {
    let mut all = Vec::new();
    let mut parts = Vec::new();
    for item in &pack.items {
        let divider = item.first.map(|first| (first, item.pages));
        let documents = item.documents.iter().map(|document| {
            let pages = if matches!(document.kind, How::Written | How::Foreign) {
                document.pages
            } else {
                1
            };
            (document.first, pages)
        });
        parts.extend(divider.into_iter().chain(documents));
    }
    parts.sort_unstable();
    for (first, pages) in parts {
        all.extend((0..pages).map(|at| u64::from(first + at)));
    }
    all
}

fn count(document: &PagedDocument) -> u32 {
    u32::try_from(document.pages().len()).unwrap_or(u32::MAX)
}

fn set(
    template: &str,
    mut data: Value,
    files: &[Opened],
    standards: &[PdfStandard],
) -> Result<Set, String> {
    printable(&mut data);
    let sheet = Sheet::new(template, &data, files).ok_or("a file has no name")?;
    let set = || {
        let document: PagedDocument = typst::compile(&sheet).output.map_err(|why| said(&why))?;
        // What the typesetter remembers is of no use any more, and takes as much room as the file will.
        typst::comemo::evict(0);
        let options = PdfOptions {
            creator: Smart::Custom(Some("Styringsråd".to_owned())),
            standards: PdfStandards::new(standards).map_err(|why| format!("{why:?}"))?,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|why| said(&why))?;
        Ok((document, bytes))
    };
    // What a library does with a foreign file is not known; what it had in hand is thrown away with it.
    let done = catch_unwind(AssertUnwindSafe(set));
    done.unwrap_or_else(|_panic| Err("the typesetter panicked".to_owned()))
}

fn said(why: &[typst::diag::SourceDiagnostic]) -> String {
    let lines = why.iter().map(|one| one.message.to_string());
    lines.collect::<Vec<_>>().join("; ")
}
