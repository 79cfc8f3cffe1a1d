//! Words with placeholders, such as “Møte i {råd} {møtedag}”: read with the place of every mistake, filled as text.
//!
//! A brace stands for nothing but a placeholder, so there is nothing to escape. What is filled in is never read again.

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// A placeholder, by its code.
    Name(&'static str),
}

/// Words with placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template(Vec<Piece>);

/// Why words are no template of their passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unopened,
    /// A placeholder that this passage does not have, as it was typed.
    Unknown(String),
    /// The subject lacks every one of these placeholders.
    Lacks(&'static [&'static str]),
}

impl Template {
    /// Reads words, with what finds a placeholder's code by what stands between the braces.
    ///
    /// # Errors
    /// The first mistake.
    pub fn read(words: &str, find: &dyn Fn(&str) -> Option<&'static str>) -> Result<Self, Mistake> {
        let mut pieces = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let Some(at) = rest.find(['{', '}']) else {
                pieces.push(Piece::Text(rest.to_owned()));
                break;
            };
            let (text, from) = rest.split_at(at);
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
            let inside = from.strip_prefix('{').ok_or(Mistake::Unopened)?;
            let end = inside.find(['{', '}']).ok_or(Mistake::Unclosed)?;
            let (name, after) = inside.split_at(end);
            rest = after.strip_prefix('}').ok_or(Mistake::Unclosed)?;
            let code = find(name.trim()).ok_or_else(|| Mistake::Unknown(name.trim().to_owned()))?;
            pieces.push(Piece::Name(code));
        }
        Ok(Self(pieces))
    }

    /// The words with each placeholder as this calls it; none when one is called nothing.
    pub fn fill<T: AsRef<str>>(&self, value: &dyn Fn(&'static str) -> Option<T>) -> Option<String> {
        let mut filled = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Name(code) => filled.push_str(value(code)?.as_ref()),
            }
        }
        Some(filled)
    }

    /// The words with each placeholder in braces, by the name that this gives it.
    #[must_use]
    pub fn written(&self, name: &dyn Fn(&'static str) -> String) -> String {
        let braced = |code| Some(format!("{{{}}}", name(code)));
        self.fill(&braced).unwrap_or_default()
    }

    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.0
            .iter()
            .any(|piece| matches!(piece, Piece::Name(of) if *of == code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(name: &str) -> Option<&'static str> {
        match name.to_lowercase().as_str() {
            "råd" => Some("board"),
            "møtedag" => Some("meeting"),
            _ => None,
        }
    }

    fn name(code: &'static str) -> String {
        if code == "board" { "råd" } else { "møtedag" }.to_owned()
    }

    fn read(words: &str) -> Result<Template, Mistake> {
        Template::read(words, &find)
    }

    #[test]
    fn placeholders_are_filled_however_they_are_spaced_or_capitalised() {
        let template = read("Møte i { Råd } {møtedag}: kom!").unwrap();
        let value = |code| Some(if code == "board" { "Skate" } else { "17. mars" });
        assert_eq!(
            template.fill(&value).unwrap(),
            "Møte i Skate 17. mars: kom!"
        );
        assert_eq!(template.written(&name), "Møte i {råd} {møtedag}: kom!");
    }

    #[test]
    fn what_is_filled_in_is_never_read_again() {
        let template = read("{råd}!").unwrap();
        let hostile = |_| Some("{møtedag} <b>{{");
        assert_eq!(template.fill(&hostile).unwrap(), "{møtedag} <b>{{!");
    }

    #[test]
    fn a_mistake_is_told_by_what_it_is() {
        for unclosed in ["{", "{råd", "a {råd og mer", "{råd {møtedag}", "{{råd}}"] {
            assert_eq!(read(unclosed), Err(Mistake::Unclosed), "{unclosed}");
        }
        for unopened in ["}", "råd}", "{råd}}"] {
            assert_eq!(read(unopened), Err(Mistake::Unopened), "{unopened}");
        }
        for unknown in ["", "tittel", "navn", "board", "råd\u{200b}", "$råd"] {
            let words = format!("x {{{unknown}}}");
            assert_eq!(read(&words), Err(Mistake::Unknown(unknown.to_owned())));
        }
    }

    #[test]
    fn a_placeholder_that_has_no_value_fills_nothing() {
        let nothing = |_: &'static str| None::<String>;
        assert_eq!(read("{råd}").unwrap().fill(&nothing), None);
        assert_eq!(read("plain").unwrap().fill(&nothing), Some("plain".into()));
    }

    proptest! {
        #[test]
        fn f05_no_words_break_the_reader(words in "(\\PC|[{}]|\\{råd\\}|\r\n|\u{202e}){0,40}") {
            if let Ok(template) = read(&words) {
                let written = template.written(&name);
                prop_assert_eq!(read(&written).unwrap(), template);
            }
        }

        #[test]
        fn words_without_braces_stand_as_they_are(words in "[^{}]{0,60}") {
            let same = |_: &'static str| None::<String>;
            prop_assert_eq!(read(&words).unwrap().fill(&same), Some(words));
        }
    }
}
