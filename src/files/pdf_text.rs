//! The words of PDFs, page by page: for the search, and for the guard that looks for identity numbers.
//!
//! The reader of PDFs has panicked on foreign files: one that makes it do so is one that cannot be read. A file without
//! words, such as a scan, has none here.

use std::path::Path;

/// As much text as is kept of one file, in bytes: some two thousand pages.
const MOST_TEXT: usize = 4 * 1024 * 1024;
/// Files larger than this, in bytes, are kept and served, and not looked into.
const LARGEST: u64 = 60 * 1024 * 1024;

/// The text of each page; none when the file cannot be read. It takes a while: never call it where others wait.
#[must_use]
pub fn pages(path: &Path) -> Option<Vec<String>> {
    if std::fs::metadata(path).ok()?.len() > LARGEST {
        return None;
    }
    let read = std::panic::catch_unwind(|| pdf_extract::extract_text_by_pages(path).ok());
    let mut pages = read.ok().flatten()?;
    let mut room = MOST_TEXT;
    for page in &mut pages {
        if page.len() > room {
            page.clear();
        }
        room -= page.len();
    }
    Some(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of one page that says this, as small as may be.
    fn pdf(words: &str) -> Vec<u8> {
        let stream = format!("BT /F 18 Tf 60 700 Td ({words}) Tj ET");
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
            format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        ];
        let mut text = b"%PDF-1.4\n".to_vec();
        let mut table = String::from("0000000000 65535 f \n");
        for (index, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", text.len()));
            text.extend(format!("{} 0 obj{object}endobj\n", index + 1).bytes());
        }
        let start = text.len();
        text.extend(
            format!("xref\n0 6\n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF")
                .bytes(),
        );
        text
    }

    fn read(bytes: &[u8]) -> Option<Vec<String>> {
        let path = std::env::temp_dir().join(format!("styringsrad-{}.pdf", uuid::Uuid::new_v4()));
        std::fs::write(&path, bytes).unwrap();
        let pages = pages(&path);
        std::fs::remove_file(&path).unwrap();
        pages
    }

    #[test]
    fn the_words_of_each_page_are_read() {
        let pages = read(&pdf("Født 17898190021")).unwrap_or_default();
        assert_eq!(pages.len(), 1);
        assert!(pages[0].contains("17898190021"), "{pages:?}");
    }

    #[test]
    fn what_cannot_be_read_has_no_words_and_stops_nothing() {
        let whole = pdf("Hei");
        for bytes in [
            &b""[..],
            b"%PDF-1.7",
            b"%PDF-1.7\n1 0 obj <</Type/Catalog>>",
            &whole[..whole.len() / 2],
        ] {
            let pages = read(bytes);
            assert!(pages.is_none_or(|pages| pages.iter().all(|page| page.trim().is_empty())));
        }
    }
}
