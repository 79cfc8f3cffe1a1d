//! Fields that hold the same words in each language, and codes of the open lists.

use super::Form;
use crate::db::code_words::CodeWord;
use crate::db::types::Words;
use crate::i18n::{Language, Said};

/// The field of one language: `title-nb`.
fn field(name: &str, language: Language) -> String {
    format!("{name}-{}", language.tag())
}

impl Form {
    /// The words of the fields that `ui::words` draws, each a line of at most so many characters; bokmål stands in for what is
    /// missing, and is the one that may be needed.
    pub fn words(&mut self, name: &str, most: usize, is_needed: bool) -> Words {
        self.in_each(name, |form, field, language| {
            if is_needed && language == Language::NB {
                form.needed_line(field, most)
            } else {
                form.line(field, most)
            }
        })
    }

    /// The same of texts of several lines, none of which is needed.
    pub fn texts(&mut self, name: &str, most: usize) -> Words {
        self.in_each(name, |form, field, _| form.text(field, most))
    }

    fn in_each(&mut self, name: &str, read: impl Fn(&mut Self, &str, Language) -> String) -> Words {
        let said: Vec<(&str, String)> = Language::all()
            .map(|language| {
                let field = field(name, language);
                let text = read(self, &field, language);
                self.refuse_numbers(&[&field]);
                (language.tag(), text)
            })
            .collect();
        Words::new(said.iter().map(|(tag, text)| (*tag, text.as_str())))
    }

    /// Fills the fields of these words.
    pub fn put_words(&mut self, name: &str, words: &Words) {
        for language in Language::all() {
            let text = words.exactly(language.tag()).unwrap_or_default();
            self.put(&field(name, language), text);
        }
    }

    /// A code that is needed, of one of the open lists.
    pub fn code(&mut self, name: &str, list: &[CodeWord]) -> String {
        let code = self.needed_line(name, 60);
        if self.mistake(name).is_none() && list.iter().all(|(known, _)| *known != code) {
            self.refuse(name, Said::new("form-not-a-choice"));
        }
        code
    }
}
