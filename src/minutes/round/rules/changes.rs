//! What differs between two states of the minutes, named so that no title is told: pure functions.

use crate::db::ids::AgendaItemId;
use crate::i18n::{Language, text};
use crate::meetings::words::uncapitalised;
use crate::minutes::told::{Told, ToldItem};

/// A part of the minutes as mail may name it: by its number, and never by a title, which can be exempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    All,
    /// What stands above the items: the opening, when and where, and who took part.
    Head,
    /// The number of its case.
    Case(String),
    /// Its place in the minutes, from 1, where it has no number.
    Place(usize),
    /// It stands in the minutes no more.
    Gone,
}

impl Label {
    /// Of one item, or of all of the minutes.
    #[must_use]
    pub fn of(told: &Told, item: Option<AgendaItemId>) -> Self {
        let Some(item) = item else {
            return Self::All;
        };
        let mut items = told.items.iter().enumerate();
        let found = items.find(|(_, one)| one.item == item);
        found.map_or(Self::Gone, |(place, one)| {
            numbered(one).unwrap_or(Self::Place(place + 1))
        })
    }

    /// “sak 12/26”, as it stands inside a sentence.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let plain = |key: &str| uncapitalised(&text(language, key, &[]));
        match self {
            Self::All => plain("round-about-all"),
            Self::Head => plain("round-label-head"),
            Self::Gone => plain("round-about-gone"),
            Self::Case(number) => {
                let number = [("number", number.as_str().into())];
                text(language, "round-label-case", &number)
            }
            Self::Place(place) => {
                let place = [("place", (*place).into())];
                text(language, "round-label-place", &place)
            }
        }
    }
}

fn numbered(of: &ToldItem) -> Option<Label> {
    of.number.clone().map(Label::Case)
}

/// What differs, each part once, in the order of the minutes; what has left them comes last.
#[must_use]
pub fn changed(before: &Told, now: &Told) -> Vec<Label> {
    let head = |of: &Told| Told {
        items: Vec::new(),
        ..of.clone()
    };
    let mut found = Vec::new();
    if head(before) != head(now) {
        found.push(Label::Head);
    }
    let differs = |item: &&ToldItem| is_changed(before, now, Some(item.item));
    let items = now.items.iter().filter(differs);
    found.extend(items.map(|item| Label::of(now, Some(item.item))));
    let is_gone = |item: &&ToldItem| now.items.iter().all(|one| one.item != item.item);
    for item in before.items.iter().filter(is_gone) {
        let label = numbered(item).unwrap_or(Label::Gone);
        if !found.contains(&label) {
            found.push(label);
        }
    }
    found
}

/// Whether anything that is said of an item differs; without one, whether anything does.
#[must_use]
pub fn is_changed(before: &Told, now: &Told, item: Option<AgendaItemId>) -> bool {
    let of = |told: &Told, id: AgendaItemId| {
        let found = told.items.iter().find(|one| one.item == id);
        found.cloned()
    };
    match item {
        None => before != now,
        Some(id) => of(before, id) != of(now, id),
    }
}

/// These labels as one line; none where there are none.
#[must_use]
pub fn line(labels: &[Label], language: Language) -> Option<String> {
    let mut said: Vec<String> = Vec::new();
    for label in labels {
        let one = label.said(language);
        if !said.contains(&one) {
            said.push(one);
        }
    }
    (!said.is_empty()).then(|| said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::CaseId;

    fn item(number: Option<&str>, title: &str) -> ToldItem {
        ToldItem {
            item: AgendaItemId::new(),
            case: number.map(|_| CaseId::new()),
            number: number.map(str::to_owned),
            title: title.to_owned(),
            public_title: None,
            hours: None,
            content: "Rådet drøftet saken.".to_owned(),
            outcome: None,
            conclusion: String::new(),
            dissent: String::new(),
            approves: None,
            recused: None,
            actions: Vec::new(),
            withheld: None,
            mark: None,
        }
    }

    fn told() -> Told {
        Told {
            language: Language::NB,
            meeting: "Ordinært møte 20. mai 2026".to_owned(),
            board: "Styringsrådet".to_owned(),
            opening: String::new(),
            facts: Vec::new(),
            groups: Vec::new(),
            items: vec![item(None, "Godkjenning"), item(Some("12/26"), "Hemmelig")],
        }
    }

    #[test]
    fn what_differs_is_named_by_number_or_place_and_never_by_title() {
        let before = told();
        assert_eq!(changed(&before, &before), []);
        let mut now = before.clone();
        now.items[0].content = "Godkjent.".to_owned();
        now.items[1].conclusion = "Rådet anbefaler modell B.".to_owned();
        now.opening = "Møtet var på Teams.".to_owned();
        let found = changed(&before, &now);
        let number = Label::Case("12/26".to_owned());
        assert_eq!(found, [Label::Head, Label::Place(1), number]);
        let said = line(&found, Language::NB).unwrap();
        assert!(said.contains("sak 12/26") && !said.contains("Hemmelig"));
    }

    #[test]
    fn what_has_left_the_minutes_differs_too() {
        let before = told();
        let mut now = before.clone();
        let gone = now.items.pop().unwrap();
        assert_eq!(changed(&before, &now), [Label::Case("12/26".to_owned())]);
        assert!(is_changed(&before, &now, Some(gone.item)));
        assert_eq!(Label::of(&now, Some(gone.item)), Label::Gone);
        assert_eq!(Label::of(&now, None), Label::All);
    }

    #[test]
    fn an_item_differs_by_what_is_said_of_it_alone() {
        let before = told();
        let mut now = before.clone();
        now.items[0].content = "Godkjent.".to_owned();
        let (first, second) = (before.items[0].item, before.items[1].item);
        assert!(is_changed(&before, &now, Some(first)));
        assert!(!is_changed(&before, &now, Some(second)));
        assert!(is_changed(&before, &now, None));
        assert!(!is_changed(&before, &before, None));
    }

    #[test]
    fn the_same_part_is_named_once() {
        let labels = [Label::All, Label::All];
        assert_eq!(line(&labels, Language::NB).unwrap(), "hele referatet");
        assert_eq!(line(&[], Language::NB), None);
    }
}
