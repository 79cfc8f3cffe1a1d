//! The catalogue of data sets in RDF (DCAT-AP-NO), for data.norge.no to harvest.
//!
//! The minutes of each board whose pages are shown to everyone. Written as Turtle; a subject, its predicates and two kinds of
//! objects need no library.

use crate::boards::Board;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::people::rules::NORWEGIAN;
use crate::people::{Organisation, store as people};
use crate::public::open::store;
use crate::public::terms;
use crate::web::access::Role;
use crate::web::paths;
use std::fmt::Write;

/// The type of such a file.
pub const KIND: &str = "text/turtle; charset=utf-8";
/// Where organisations stand by their number in the Norwegian register.
const ORGANISATIONS: &str =
    "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/";
/// The lists of the Publications Office of the EU.
const EU: &str = "http://publications.europa.eu/resource/authority/";
const PREFIXES: [(&str, &str); 5] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// A board with who keeps its minutes.
#[derive(Clone, Debug)]
pub struct Kept {
    pub board: Board,
    /// None where nobody is appointed.
    pub publisher: Option<Organisation>,
}

/// The boards that are shown to everyone.
///
/// # Errors
/// When the database fails.
pub fn load(conn: &mut Conn, now: Moment) -> Result<Vec<Kept>> {
    let mut found = Vec::new();
    for board in store::shown_boards(conn)? {
        let publisher = publisher(conn, &board, now)?;
        found.push(Kept { board, publisher });
    }
    Ok(found)
}

/// The organisation that is the board's secretariat today, its own or that of the board above.
fn publisher(conn: &mut Conn, of: &Board, now: Moment) -> Result<Option<Organisation>> {
    let today = of.today(now);
    let held = terms::held(conn, of, today)?.into_iter();
    let mut keeping = held.filter(|one| one.role == Role::Secretariat);
    match keeping.find_map(|one| one.organisation) {
        Some(organisation) => Ok(Some(people::organisation(conn, organisation, today)?)),
        None => Ok(None),
    }
}

/// The catalogue as it is read; `contact` is the address for questions about the service.
#[must_use]
pub fn written(of: &[Kept], base_url: &str, contact: &str) -> String {
    let mut out = String::new();
    for (prefix, names) in PREFIXES {
        line(&mut out, &format!("@prefix {prefix}: <{names}> ."));
    }
    let own = format!("{base_url}{}", paths::CATALOGUE);
    let name = |language| text(language, "open-data-service", &[]);
    let mut catalogue = vec![("a", "dcat:Catalog".to_owned())];
    catalogue.push((
        "dct:title",
        in_each(&|language| text(language, "open-data-catalogue", &[])),
    ));
    let about = |language| text(language, "open-data-catalogue-about", &[]);
    catalogue.push(("dct:description", in_each(&about)));
    let first = of.iter().find_map(|one| one.publisher.as_ref());
    catalogue.push(("dct:publisher", agent(first, &name(Language::NB))));
    catalogue.push(("dcat:contactPoint", card(&name, contact)));
    catalogue.push((
        "foaf:homepage",
        iri(&format!("{base_url}{}", paths::PUBLISHED)),
    ));
    catalogue.push(("dct:license", eu("licence/CC_BY_4_0")));
    for one in of {
        catalogue.push(("dcat:dataset", iri(&data_set(&own, one))));
    }
    subject(&mut out, &format!("{own}#catalogue"), &catalogue);
    for one in of {
        write_data_set(&mut out, one, (&own, base_url));
    }
    out
}

fn data_set(own: &str, of: &Kept) -> String {
    format!("{own}#minutes-{}", of.board.id)
}

fn write_data_set(out: &mut String, of: &Kept, (own, base_url): (&str, &str)) {
    let board = &of.board;
    let say = |key: &'static str| {
        in_each(&move |language| {
            let values = [("board", board.name_in(language).into())];
            text(language, key, &values)
        })
    };
    let id = data_set(own, of);
    let name = |language| board.name_in(language).to_owned();
    let mut told = vec![
        ("a", "dcat:Dataset".to_owned()),
        ("dct:title", say("open-data-of")),
        ("dct:description", say("open-data-about")),
        (
            "dct:identifier",
            literal(&format!("urn:uuid:{}", board.id), ""),
        ),
        (
            "dct:publisher",
            agent(of.publisher.as_ref(), board.name_in(Language::NB)),
        ),
        ("dcat:contactPoint", card(&name, &board.mailbox)),
        ("dcat:theme", eu("data-theme/GOVE")),
        ("dct:accessRights", eu("access-right/PUBLIC")),
        ("dct:accrualPeriodicity", eu("frequency/IRREG")),
        (
            "dcat:landingPage",
            iri(&format!("{base_url}{}", paths::published_board(board.id))),
        ),
    ];
    for language in &board.languages {
        told.push((
            "dct:language",
            eu(&format!("language/{}", list_code(*language))),
        ));
    }
    let ways = [
        ("HTML", "text/html", paths::published_board(board.id)),
        ("JSON", "application/json", paths::api_meetings_of(board.id)),
        ("ATOM", "application/atom+xml", paths::board_atom(board.id)),
    ];
    for (format, ..) in &ways {
        told.push(("dcat:distribution", iri(&format!("{id}-{format}"))));
    }
    subject(out, &id, &told);
    for (format, media, path) in ways {
        write_way(
            out,
            &format!("{id}-{format}"),
            (format, media),
            &format!("{base_url}{path}"),
        );
    }
}

/// One way to get a data set.
fn write_way(out: &mut String, id: &str, (format, media): (&str, &str), address: &str) {
    let media = format!("https://www.iana.org/assignments/media-types/{media}");
    let told = [
        ("a", "dcat:Distribution".to_owned()),
        ("dct:title", in_each(&|_| format.to_owned())),
        ("dcat:accessURL", iri(address)),
        ("dct:format", eu(&format!("file-type/{format}"))),
        ("dcat:mediaType", iri(&media)),
        ("dct:license", eu("licence/CC_BY_4_0")),
    ];
    subject(out, id, &told);
}

/// As the EU's list of languages calls it.
fn list_code(language: Language) -> &'static str {
    match language {
        Language::NN => "NNO",
        Language::EN => "ENG",
        _ => "NOB",
    }
}

/// The organisation by its number, where it is known; else by its name.
fn agent(of: Option<&Organisation>, otherwise: &str) -> String {
    let number = of
        .filter(|one| one.scheme == NORWEGIAN)
        .and_then(|one| one.number.as_ref());
    match number {
        Some(number) => iri(&format!("{ORGANISATIONS}{number}")),
        None => {
            let name = of.map_or(otherwise, |one| one.name.as_str());
            format!("[ a foaf:Agent ; foaf:name {} ]", literal(name, "nb"))
        }
    }
}

/// Whom to ask.
fn card(name: &dyn Fn(Language) -> String, mailbox: &str) -> String {
    format!(
        "[ a vcard:Organization ; vcard:fn {} ; vcard:hasEmail {} ]",
        in_each(name),
        iri(&format!("mailto:{}", mailbox.trim()))
    )
}

fn subject(out: &mut String, of: &str, told: &[(&str, String)]) {
    let told: Vec<String> = (told.iter())
        .map(|(predicate, object)| format!("    {predicate} {object}"))
        .collect();
    line(out, &format!("\n{}\n{} .", iri(of), told.join(" ;\n")));
}

fn line(out: &mut String, text: &str) {
    // Writing into memory does not fail.
    writeln!(out, "{text}").ok();
}

/// The text in each language, one of each.
fn in_each(say: &dyn Fn(Language) -> String) -> String {
    let texts = Language::OWN.map(|language| literal(&say(language), language.tag()));
    texts.join(", ")
}

/// Text in quotes (Turtle § 2.5.1), with its language where it has one.
fn literal(text: &str, language: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            _ if letter.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
    if !language.is_empty() {
        out.push('@');
        out.push_str(language);
    }
    out
}

/// An address in its brackets; what may not stand there is written as percent and two digits (RFC 3987 § 3.1).
fn iri(address: &str) -> String {
    let mut out = "<".to_owned();
    for letter in address.chars() {
        if letter.is_control() || letter == ' ' || "<>\"{}|\\^`".contains(letter) {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(letter);
        }
    }
    out.push('>');
    out
}

fn eu(of: &str) -> String {
    iri(&format!("{EU}{of}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_written_ends_its_text() {
        let wild = "a \"b\" \\ c\r\nd\u{1}";
        assert_eq!(
            literal(wild, "nb"),
            "\"a \\\"b\\\" \\\\ c\\r\\nd\\u0001\"@nb"
        );
        assert_eq!(literal("x", ""), "\"x\"");
    }

    #[test]
    fn nothing_that_is_written_ends_its_address() {
        assert_eq!(
            iri("https://a.no/> <b\\\"å"),
            "<https://a.no/%3E%20%3Cb%5C%22å>"
        );
    }

    #[test]
    fn an_organisation_without_a_number_is_called_by_its_name() {
        assert_eq!(
            agent(None, "Råd"),
            "[ a foaf:Agent ; foaf:name \"Råd\"@nb ]"
        );
    }
}
