//! National identity numbers (fødselsnummer) in what is typed: it is read by many and goes out in mail, and they have no
//! business there.

use super::Form;
use crate::files::identity_numbers::{around, find};
use crate::i18n::Said;

impl Form {
    /// Refuses each of these fields that holds one. The words around it are told, with its digits hidden.
    pub fn refuse_numbers(&mut self, names: &[&str]) {
        for name in names {
            let text = self.value(name);
            let Some(found) = find(text).into_iter().next() else {
                continue;
            };
            let said = Said::new("form-has-number").with("words", around(text, found));
            if self.mistake(name).is_none() {
                self.refuse(name, said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_number_is_refused_at_its_field_and_never_told() {
        // A number of the tax administration's synthetic people: 80 is added to the month.
        let typed = [
            ("reason", "Gjelder 178981 90021.".to_owned()),
            ("title", "Sak 12/26, beløp 12345678910".to_owned()),
        ];
        let mut form = Form::filled(typed);
        form.refuse_numbers(&["reason", "title", "missing"]);
        let said = form.mistake("reason").expect("it is refused");
        let told = said.text(Language::NB);
        assert!(
            told.contains("Gjelder •••") && !told.contains("90021"),
            "{told}"
        );
        assert_eq!(form.mistakes().len(), 1);
    }
}
