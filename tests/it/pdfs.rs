//! PDFs that we make and that others made, by the real process: what a judge of PDFs says of ours, and what becomes of
//! damaged, locked, turned and endless ones. `qpdf` and `pdftotext` judge; they are no code of ours.

use crate::support::{folder, sqlite};
use crate::world::NOW;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use styringsrad::pdf::markdown::blocks;
use styringsrad::pdf::pack::{Enclosed, How, Item, Section, Source, Words};
use styringsrad::pdf::{Document, Fit, NotPrinted, Pack, Press, Printed, Printing};
use styringsrad::web::App;

/// A PDF of pages that say this, each with a number, as small as may be. `page` is put into the dictionary of each page.
pub fn a_pdf(words: &str, pages: usize, page: &str) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut kids = String::new();
    for number in 1..=pages {
        let stream = format!("BT /F 18 Tf 60 700 Td ({words} {number}) Tj ET");
        objects.push(format!(
            "<</Length {}>>stream\n{stream}\nendstream",
            stream.len()
        ));
        let content = objects.len();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}/Resources<</Font<</F 3 0 R>>>>/Contents {content} 0 R>>"
        ));
        write!(kids, "{} 0 R ", objects.len()).expect("a string takes it");
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {pages}>>");
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a string takes it");
        file.extend(format!("{} 0 obj{object}endobj\n", index + 1).bytes());
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file.extend(
        format!(
            "xref\n0 {size}\n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        )
        .bytes(),
    );
    file
}

/// The words of a PDF, by a reader that is not ours.
pub fn text_of(file: &Path) -> String {
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(file)
        .arg("-")
        .output();
    let read = read.expect("pdftotext is installed (Debian: poppler-utils)");
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    String::from_utf8(read.stdout).expect("UTF-8")
}

/// Whether a judge of PDFs finds nothing wrong.
pub fn is_sound(file: &Path) {
    let judged = Command::new("qpdf").arg("--check").arg(file).output();
    let judged = judged.expect("qpdf is installed (Debian: qpdf)");
    assert!(
        judged.status.success(),
        "{}",
        String::from_utf8_lossy(&judged.stdout)
    );
}

/// The bookmarks of a PDF: each of the first level with those below it, by a reader that is not ours.
pub fn bookmarks_of(file: &Path) -> Vec<(String, Vec<String>)> {
    let read = Command::new("qpdf")
        .args(["--json=2", "--json-key=outlines"])
        .arg(file)
        .output();
    let read = read.expect("qpdf is installed (Debian: qpdf)");
    let told: serde_json::Value = serde_json::from_slice(&read.stdout).expect("it is JSON");
    let all = |of: &serde_json::Value| of.as_array().cloned().unwrap_or_default();
    let title = |of: &serde_json::Value| of["title"].as_str().unwrap_or_default().to_owned();
    let first = all(&told["outlines"]);
    first
        .iter()
        .map(|one| (title(one), all(&one["kids"]).iter().map(title).collect()))
        .collect()
}

fn has_judges() -> bool {
    let has = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let all = has("qpdf") && has("pdftotext");
    assert!(
        all || std::env::var_os("STYRINGSRAD_TEST_ALL").is_none(),
        "qpdf and poppler-utils are missing"
    );
    all
}

struct Made {
    printed: Printed,
    path: PathBuf,
}

async fn print(app: &App, what: Printing) -> Result<Made, NotPrinted> {
    let mut into = app.files.make().await.expect("there is room");
    let printed = app.press.print(what, &mut into).await?;
    let path = folder().join("made.pdf");
    std::fs::copy(into.path(), &path).expect("it is copied");
    Ok(Made { printed, path })
}

fn words() -> Words {
    Words {
        page: "s.".to_owned(),
        of: "av".to_owned(),
        contents: "Saksliste".to_owned(),
        guests: "Gjester".to_owned(),
        unfit: "Filen er skadet.".to_owned(),
    }
}

const TEXT: &str = "Innledning med **fet** og *kursiv* og [lenke](https://digdir.no).\n\n### Nivåer\n\n1. ett\n2. to\n   - under\n\n\
| Nivå | Sum |\n|---|---|\n| Lavt | 182 mill. |\n| Høyt | 186 mill. |\n\n> Sitat\n\n```\nkode #eval(\"1\")\n```\n\n\
Tegn: 😀 漢 \u{202e} \u{0} – «æøå» ŋčđ № ≤ € # $ @ <label> \\ `kode`\n\n---\n\nSlutt.";

fn a_document(text: &str) -> Document {
    Document {
        language: "nb".to_owned(),
        title: "Budsjettrammer for 2027 #set".to_owned(),
        author: "Styringsrådet".to_owned(),
        date: (2026, 12, 9),
        kicker: "Sakspapir".to_owned(),
        foot: "Sak 12/26".to_owned(),
        facts: vec![("Sak".to_owned(), "12/26".to_owned())],
        sections: vec![Section {
            heading: "Bakgrunn".to_owned(),
            blocks: blocks(text),
        }],
        words: words(),
    }
}

#[actix_web::test]
async fn a_document_of_ours_is_for_the_archive_and_for_the_screen_reader() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let made = print(&instance.app, Printing::Document(a_document(TEXT)))
        .await
        .expect("it is set");
    is_sound(&made.path);
    let bytes = std::fs::read(&made.path).expect("it is there");
    let raw = String::from_utf8_lossy(&bytes);
    for mark in ["<pdfaid:part>2", "<pdfaid:conformance>A", "<pdfuaid:part>1"] {
        assert!(raw.contains(mark), "{mark}");
    }
    let text = text_of(&made.path);
    for told in [
        "Budsjettrammer for 2027 #set",
        "182 mill.",
        "#eval",
        "<label>",
        "«æøå»",
        "ŋčđ",
        "s. 1 av",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(!text.contains('漢') && text.contains('□'), "{text}");
    // A letter that the fonts lack is a box; a picture sign is left out.
    assert!(text.contains("Tegn: □"), "{text}");
}

#[actix_web::test]
async fn whatever_is_written_can_be_set() {
    let instance = sqlite(NOW);
    let long = "ordutenmellomrom".repeat(400);
    for text in [
        "",
        "#",
        &long,
        &">".repeat(3000),
        &"| a ".repeat(60),
        &"- ".repeat(300),
        "# a\n\n###### b\n\n## c",
        "&#x0; &#xFFFF; \u{E000}",
    ] {
        let made = print(&instance.app, Printing::Document(a_document(text))).await;
        assert!(made.is_ok(), "{:?}", made.err().map(|why| why.to_string()));
    }
}

/// A file of a pack: its name, what it is, and how many pages it is said to have.
type Foreign<'a> = (&'a str, Vec<u8>, u32);

fn a_pack(folder: &Path, files: &[Foreign<'_>]) -> Printing {
    let mut next = 2;
    let mut documents = Vec::new();
    let mut sources = Vec::new();
    for (name, bytes, pages) in files {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("it is written");
        sources.push(Source {
            name: (*name).to_owned(),
            path,
        });
        documents.push(Enclosed {
            kind: How::Foreign,
            title: format!("Vedlegg {name}"),
            label: "Sak 12/26".to_owned(),
            first: next,
            pages: *pages,
            file: (*name).to_owned(),
            ..Enclosed::default()
        });
        next += pages;
    }
    documents.push(Enclosed {
        kind: How::Written,
        title: "Skrevet her".to_owned(),
        label: "Sak 12/26".to_owned(),
        first: next,
        pages: 1,
        file: "skrevet".to_owned(),
        sections: a_document("Her står det.").sections,
        ..Enclosed::default()
    });
    let item = Item {
        label: "Sak 12/26".to_owned(),
        title: "Budsjettrammer".to_owned(),
        first: Some(1),
        pages: 1,
        documents,
        ..Item::default()
    };
    let pack = Pack {
        language: "nb".to_owned(),
        title: "Møtepakke".to_owned(),
        author: "Styringsrådet".to_owned(),
        date: (2026, 12, 9),
        kicker: "Styringsrådet".to_owned(),
        heading: "Møtepakke".to_owned(),
        words: words(),
        items: vec![item],
        ..Pack::default()
    };
    Printing::Pack(pack, sources)
}

fn with_password(folder: &Path, pdf: &[u8]) -> Vec<u8> {
    let (open, locked) = (folder.join("open.pdf"), folder.join("locked.pdf"));
    std::fs::write(&open, pdf).expect("it is written");
    let done = Command::new("qpdf")
        .args(["--encrypt", "bruker", "eier", "256", "--"])
        .args([&open, &locked])
        .status();
    // 3: it warns of something in the file, and has written it.
    assert!(matches!(done.expect("qpdf runs").code(), Some(0 | 3)));
    std::fs::read(locked).expect("it is there")
}

/// The agenda stands whole on the cover, and what came later stands under its case among the bookmarks.
#[actix_web::test]
async fn a_pack_has_what_is_no_case_and_a_bookmark_for_each_case() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let folder = folder();
    let files = [
        ("a.pdf", a_pdf("Helt", 2, ""), 2),
        ("b.pdf", a_pdf("Senere", 1, ""), 1),
    ];
    let Printing::Pack(mut pack, sources) = a_pack(&folder, &files) else {
        panic!("it is a pack");
    };
    let document = |at: usize| pack.items[0].documents[at].clone();
    let (mut later, mut written) = (document(1), document(2));
    later.opens = "Sak 13/26 Plan".to_owned();
    later.changed = "Nytt: Beløpet er rettet.".to_owned();
    written.opens = "Sak 12/26 Budsjettrammer".to_owned();
    pack.items[0].documents.truncate(1);
    pack.items[0].documents.push(written);
    pack.items.push(Item {
        title: "Pause".to_owned(),
        is_plain: true,
        day: "Onsdag 9. desember 2026".to_owned(),
        time: "kl. 10.00–10.15".to_owned(),
        lines: vec!["Legges fram av: Kari".to_owned()],
        ..Item::default()
    });
    pack.items.push(Item {
        label: "Sak 13/26".to_owned(),
        title: "Plan".to_owned(),
        documents: vec![later],
        ..Item::default()
    });
    pack.guests = vec!["Hilde Moen: sak 12/26".to_owned()];
    let made = print(&instance.app, Printing::Pack(pack, sources))
        .await
        .expect("the pack is built");
    is_sound(&made.path);
    let text = text_of(&made.path);
    for told in [
        "kl. 10.00–10.15 Pause",
        "Onsdag 9. desember 2026",
        "Legges fram av: Kari",
        "Nytt: Beløpet er rettet.",
        "Gjester",
        "Hilde Moen: sak 12/26",
    ] {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert!(words.join(" ").contains(told), "{told} in {text}");
    }
    let marks: Vec<String> = bookmarks_of(&made.path)
        .into_iter()
        .map(|(title, below)| format!("{title}: {}", below.join(", ")))
        .collect();
    assert_eq!(
        marks,
        [
            "Saksliste: ",
            "Sak 12/26 Budsjettrammer: Vedlegg a.pdf",
            "Sak 13/26 Plan: Vedlegg b.pdf",
            "Sak 12/26 Budsjettrammer: Skrevet her",
        ]
    );
}

/// F43: the pack is built whatever lies in it, and what cannot be shown is named in its place.
#[actix_web::test]
async fn a_pack_is_built_whatever_lies_in_it() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let folder = folder();
    let whole = a_pdf("Helt", 3, "");
    let files = [
        ("hel.pdf", whole.clone(), 3),
        ("tom.pdf", Vec::new(), 2),
        ("halv.pdf", whole[..whole.len() / 2].to_vec(), 3),
        (
            "web.pdf",
            b"<html><script>alert(1)</script></html>".to_vec(),
            1,
        ),
        ("laas.pdf", with_password(&folder, &whole), 3),
        ("snudd.pdf", a_pdf("Snudd", 1, "/Rotate 90"), 1),
        (
            "nullside.pdf",
            a_pdf("Uten mål", 1, "/MediaBox[0 0 0 0]"),
            1,
        ),
        ("feil-antall.pdf", a_pdf("Flere", 5, ""), 2),
    ];
    let made = print(&instance.app, a_pack(&folder, &files))
        .await
        .expect("the pack is built");
    is_sound(&made.path);
    let text = text_of(&made.path);
    for told in [
        "Helt 1",
        "Helt 3",
        "Snudd 1",
        "Vedlegg tom.pdf",
        "Vedlegg laas.pdf",
        "Filen er skadet.",
        "Her står det.",
        "s. 2 av 3 · 3",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(!text.contains("alert"), "{text}");
    for unfit in ["tom.pdf", "laas.pdf", "web.pdf", "feil-antall.pdf"] {
        assert!(
            made.printed.unfit.contains(&unfit.to_owned()),
            "{unfit}: {:?}",
            made.printed.unfit
        );
    }
}

/// The mark stands under every page with its number, whatever its size, and takes no page.
#[actix_web::test]
async fn what_is_exempt_says_so_under_each_of_its_pages() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let receipt = a_pdf("Smalt", 2, "/MediaBox[0 0 230 400]");
    let files = [
        ("et navn som er langt.pdf", a_pdf("Høyt", 2, ""), 2),
        ("b.pdf", receipt, 2),
    ];
    let Printing::Pack(mut pack, sources) = a_pack(&folder(), &files) else {
        panic!("it is a pack");
    };
    for item in &mut pack.items {
        item.exempt = "Unntatt offentlighet".to_owned();
        for document in &mut item.documents {
            document.exempt.clone_from(&item.exempt);
        }
    }
    let made = print(&instance.app, Printing::Pack(pack, sources))
        .await
        .expect("the pack is built");
    is_sound(&made.path);
    assert_eq!((made.printed.pages, made.printed.unfit), (7, Vec::new()));
    let text = text_of(&made.path);
    for told in [
        "Budsjettrammer · Unntatt offentlighet",
        "Unntatt offentlighet · Sak 12/26 · s. 1 av 1 · 1",
        "Unntatt offentlighet · Sak 12/26 · s. 2 av 2 · 3",
        "Unntatt offentlighet · s. 2 av 2 · 5",
        "Unntatt offentlighet · Sak 12/26 · s. 1 av 1 · 6",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
}

#[actix_web::test]
async fn a_name_of_any_length_stands_under_pages_of_any_size_and_takes_no_page() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let long = "et navn som ikke får plass på en linje ".repeat(5);
    let [broad, narrow, wide] = ["a", "b", "c"].map(|last| format!("{long}{last}.pdf"));
    let files = [
        (broad.as_str(), a_pdf("Høyt", 2, ""), 2),
        (
            narrow.as_str(),
            a_pdf("Smalt", 2, "/MediaBox[0 0 300 400]"),
            2,
        ),
        (
            wide.as_str(),
            a_pdf("Liggende", 2, "/MediaBox[0 0 842 595]"),
            2,
        ),
    ];
    let made = print(&instance.app, a_pack(&folder(), &files))
        .await
        .expect("the pack is built");
    is_sound(&made.path);
    assert_eq!((made.printed.pages, made.printed.unfit), (9, Vec::new()));
    let text = text_of(&made.path);
    for (number, of) in (2..8).zip([1, 2].iter().cycle()) {
        let told = format!("Sak 12/26 · s. {of} av 2 · {number}");
        assert!(text.contains(&told), "{told} in {text}");
    }
}

#[actix_web::test]
async fn of_every_pdf_something_is_known_before_it_goes_into_a_pack() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let folder = folder();
    let note = "/Annots[<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(Se her)>>]";
    let link = "/Annots[<</Type/Annot/Subtype/Link/Rect[10 10 30 30]>>]";
    let cases: [(&str, Vec<u8>, Option<u32>, Fit); 7] = [
        ("hel", a_pdf("Hei", 12, ""), Some(12), Fit::Whole),
        ("lenke", a_pdf("Hei", 1, link), Some(1), Fit::Whole),
        ("merknad", a_pdf("Hei", 1, note), Some(1), Fit::WithoutMarks),
        ("lang", a_pdf("Hei", 2000, ""), Some(2000), Fit::TooLong),
        (
            "laast",
            with_password(&folder, &a_pdf("Hei", 1, "")),
            None,
            Fit::Locked,
        ),
        ("tom", Vec::new(), None, Fit::Damaged),
        ("web", b"<html>".to_vec(), None, Fit::Damaged),
    ];
    for (name, bytes, pages, fit) in cases {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("it is written");
        let looked = instance.app.press.look(&path).await;
        assert_eq!((looked.pages, looked.fit), (pages, fit), "{name}");
    }
    let missing = instance.app.press.look(&folder.join("ikke-her")).await;
    assert_eq!(missing.fit, Fit::Damaged);
}

/// The same pages, packed as most programs pack them; of the second page a few bytes are lost where `is_broken`.
fn packed(folder: &Path, pdf: &[u8], is_broken: bool) -> Vec<u8> {
    let (open, packed) = (folder.join("open.pdf"), folder.join("packed.pdf"));
    std::fs::write(&open, pdf).expect("it is written");
    let done = Command::new("qpdf").args([&open, &packed]).status();
    // 3: it warns of something in the file, and has written it.
    assert!(matches!(done.expect("qpdf runs").code(), Some(0 | 3)));
    let mut bytes = std::fs::read(packed).expect("it is there");
    let begins = b">>\nstream\n";
    let parts = bytes.windows(begins.len()).enumerate();
    let starts: Vec<usize> = parts
        .filter(|(_, part)| *part == begins)
        .map(|(at, part)| at + part.len())
        .collect();
    assert!(bytes.windows(11).any(|part| part == b"FlateDecode") && starts.len() > 1);
    if is_broken {
        bytes[starts[1]..starts[1] + 8].fill(0xff);
    }
    bytes
}

/// The reader of PDFs mends what is damaged without a word: pages that are gone are told of all the same.
#[actix_web::test]
async fn a_pdf_that_was_cut_off_or_has_a_broken_page_is_damaged() {
    if !has_judges() {
        return;
    }
    let instance = sqlite(NOW);
    let folder = folder();
    let whole = a_pdf("Helt", 12, "");
    let table = whole.windows(5).position(|part| part == b"xref\n");
    let with = |after: &[u8]| [whole.as_slice(), after].concat();
    let cases: [(&str, Vec<u8>, Fit); 6] = [
        ("kuttet", whole[..whole.len() / 2].to_vec(), Fit::Damaged),
        (
            "uten-tabell",
            whole[..table.expect("it has a table")].to_vec(),
            Fit::Damaged,
        ),
        ("linjeskift", with(b"\r\n"), Fit::Whole),
        ("fylt", with(&[0; 5000]), Fit::Whole),
        ("pakket", packed(&folder, &whole, false), Fit::Whole),
        ("side-2", packed(&folder, &whole, true), Fit::Damaged),
    ];
    for (name, bytes, fit) in cases {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("it is written");
        assert_eq!(instance.app.press.look(&path).await.fit, fit, "{name}");
    }
}

#[actix_web::test]
async fn the_words_of_each_page_are_read_and_what_cannot_be_read_stops_nothing() {
    let instance = sqlite(NOW);
    let path = folder().join("ord.pdf");
    std::fs::write(&path, a_pdf("Vedtaket gjelder 17898190021", 2, "")).expect("it is written");
    let words = instance.app.press.words(&path).await.unwrap_or_default();
    assert_eq!(words.len(), 2);
    assert!(words[1].contains("17898190021"), "{words:?}");
    for bytes in [
        &b""[..],
        b"%PDF-1.7",
        b"%PDF-1.7\n1 0 obj <</Type/Catalog>>",
    ] {
        std::fs::write(&path, bytes).expect("it is written");
        let words = instance.app.press.words(&path).await.unwrap_or_default();
        assert!(words.iter().all(|page| page.trim().is_empty()), "{words:?}");
    }
}

#[actix_web::test]
async fn a_press_that_cannot_be_started_says_so_and_stops_nothing() {
    let instance = sqlite(NOW);
    let mut app = instance.app.clone();
    app.press = Press::new(PathBuf::from("/nowhere/styringsrad"));
    let printed = print(&app, Printing::Document(a_document("Hei"))).await;
    assert!(printed.is_err());
    assert_eq!(
        app.press.look(Path::new("/nowhere")).await.fit,
        Fit::Damaged
    );
}

/// The files that a library for PDFs is tested with: each is known, and a pack of all that can be shown is sound.
#[actix_web::test]
async fn the_files_that_pdf_libraries_fear_are_known_and_packed() {
    let Some(corpus) = std::env::var_os("STYRINGSRAD_TEST_PDFS") else {
        assert!(
            std::env::var_os("STYRINGSRAD_TEST_ALL").is_none(),
            "no corpus of PDFs"
        );
        return;
    };
    let instance = sqlite(NOW);
    let folder = folder();
    let mut files: Vec<PathBuf> = std::fs::read_dir(corpus)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() > 30, "{}", files.len());
    let mut named = Vec::new();
    for path in &files {
        let looked = instance.app.press.look(path).await;
        let pages = match (looked.fit, looked.pages) {
            (Fit::Whole | Fit::WithoutMarks, Some(pages)) => pages,
            _ => 1,
        };
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        named.push((name, std::fs::read(path).expect("it is there"), pages));
    }
    let all: Vec<Foreign<'_>> = named
        .iter()
        .map(|(name, bytes, pages)| (name.as_str(), bytes.clone(), *pages))
        .collect();
    let made = print(&instance.app, a_pack(&folder, &all))
        .await
        .expect("the pack is built");
    is_sound(&made.path);
    // What was found fit is in it.
    assert!(
        made.printed.unfit.len() * 2 < files.len(),
        "{:?}",
        made.printed.unfit
    );
}
