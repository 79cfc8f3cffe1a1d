//! Where words of an exempt title stand all the same, in what more people read: a warning, and no obstacle. Pure.

use crate::db::ids::AgendaItemId;
use crate::i18n::stems::{folded, stem, words};
use crate::minutes::access::ItemAccess;
use crate::minutes::told::{Told, ToldItem};
use crate::web::access::{Assessment, Audience};
use std::collections::{BTreeSet, HashMap};

/// From so many letters on, a word of a title may tell what the case is about.
const LETTERS: usize = 6;

/// A place that names an exempt title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The item whose title is exempt.
    pub title_of: AgendaItemId,
    /// The item whose texts or title name it; none for the opening.
    pub place: Option<AgendaItemId>,
    /// The words, as the exempt title writes them.
    pub words: Vec<String>,
}

/// Every place where more people are told words of a title than may read it, in the order of the minutes.
///
/// Looks at nothing that is withheld in `told`. Words of a public title that was written besides, and of the names of the
/// board, say nothing that is not known.
#[must_use]
pub fn named(told: &Told, known: &HashMap<AgendaItemId, ItemAccess>, names: &[&str]) -> Vec<Named> {
    let read = told.items.iter().filter(|item| item.withheld.is_none());
    let exempt = |item: &&ToldItem| known.get(&item.item).is_some_and(|one| one.title_exempt);
    let titles: Vec<(AgendaItemId, Vec<(String, String)>)> = (read.clone().filter(exempt))
        .map(|item| (item.item, telling(item, names)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    if titles.is_empty() {
        return Vec::new();
    }
    let wide = read.filter(|item| known.get(&item.item).is_some_and(is_wide));
    let places = wide.map(|item| (Some(item.item), said(item, known)));
    let opening = (None, stems(&told.opening));
    let mut found = Vec::new();
    for (place, said) in std::iter::once(opening).chain(places) {
        for (title_of, telling) in &titles {
            let words = telling.iter().filter(|(stem, _)| said.contains(stem));
            let words: Vec<String> = words.map(|(_, word)| word.clone()).collect();
            if place != Some(*title_of) && !words.is_empty() {
                found.push(Named {
                    title_of: *title_of,
                    place,
                    words,
                });
            }
        }
    }
    found
}

/// Whether more than the board will read an item, as far as anyone has said.
fn is_wide(access: &ItemAccess) -> bool {
    access.wanted > Audience::Members && access.assessment != Assessment::Exempt
}

/// The stems of what outsiders are told of an item: its texts, and its title unless that is exempt itself.
fn said(item: &ToldItem, known: &HashMap<AgendaItemId, ItemAccess>) -> BTreeSet<String> {
    let mut said: BTreeSet<String> = item.texts().flat_map(stems).collect();
    if known.get(&item.item).is_some_and(|one| !one.title_exempt) {
        let title = item.public_title.as_ref().unwrap_or(&item.title);
        said.extend(stems(title));
    }
    said
}

/// The words of a title that tell what it is about, each with its stem and once.
fn telling(item: &ToldItem, names: &[&str]) -> Vec<(String, String)> {
    let public = item.public_title.as_deref();
    // A public title that nobody wrote is the title again, and as exempt as it.
    let public = public.filter(|public| *public != item.title);
    let mut known: BTreeSet<String> = names
        .iter()
        .copied()
        .chain(public)
        .flat_map(stems)
        .collect();
    let mut telling = Vec::new();
    for at in words(&item.title) {
        let word = &item.title[at];
        let folded = folded(word);
        if folded.chars().count() < LETTERS {
            continue;
        }
        if let Some(stem) = stem(&folded)
            && known.insert(stem.clone())
        {
            telling.push((stem, word.to_owned()));
        }
    }
    telling
}

fn stems(text: &str) -> BTreeSet<String> {
    let stems = words(text).filter_map(|at| stem(&folded(&text[at])));
    stems.collect()
}

#[cfg(test)]
mod tests {
    use super::super::begin;
    use super::*;
    use crate::db::ids::{BoardId, CaseId, MeetingId};
    use crate::i18n::Language;

    fn item(title: &str, content: &str) -> ToldItem {
        ToldItem {
            item: AgendaItemId::new(),
            case: Some(CaseId::new()),
            number: Some("2/26".to_owned()),
            title: title.to_owned(),
            public_title: None,
            hours: None,
            content: content.to_owned(),
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

    fn told(opening: &str, items: Vec<ToldItem>) -> Told {
        Told {
            language: Language::NB,
            meeting: String::new(),
            board: String::new(),
            opening: opening.to_owned(),
            facts: Vec::new(),
            groups: Vec::new(),
            items,
        }
    }

    /// The first item is exempt with its title, and the others are open to everyone.
    fn known(told: &Told) -> HashMap<AgendaItemId, ItemAccess> {
        let meeting = (MeetingId::new(), BoardId::new());
        let access = |(at, item): (usize, &ToldItem)| {
            let mut access = begin(meeting, item.item, None, Audience::Public);
            access.assessment = Assessment::Open;
            if at == 0 {
                access.wanted = Audience::Members;
                access.assessment = Assessment::Exempt;
                access.title_exempt = true;
            }
            (item.item, access)
        };
        told.items.iter().enumerate().map(access).collect()
    }

    fn found(told: &Told) -> Vec<(Option<AgendaItemId>, Vec<String>)> {
        let found = named(told, &known(told), &["Styringsrådet for fellesløsninger"]);
        found
            .into_iter()
            .map(|one| (one.place, one.words))
            .collect()
    }

    #[test]
    fn an_opening_that_names_an_exempt_title_is_told_in_any_form_of_the_word() {
        let title = "Oppsigelse av avtalen om Maskinporten";
        for (opening, words) in [
            (
                "Rådet drøftet MASKINPORTENS framtid.",
                &["Maskinporten"][..],
            ),
            ("Om avtaler og oppsigelser", &["Oppsigelse", "avtalen"]),
            ("Rådet møttes om en port.", &[]),
            ("", &[]),
        ] {
            let told = told(opening, vec![item(title, "Maskinporten")]);
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let wanted = if words.is_empty() {
                vec![]
            } else {
                vec![(None, words)]
            };
            assert_eq!(found(&told), wanted, "{opening}");
        }
    }

    #[test]
    fn an_item_that_more_people_read_is_looked_through_and_one_of_the_board_is_not() {
        let exempt = item("Avtalen om Maskinporten", "");
        let mut others = [
            item("Annet", "Se saken om Maskinporten"),
            item("Maskinporten i drift", ""),
            item("Regnskap for Maskinporten", ""),
            item("Økonomi", "Ingenting"),
        ];
        others[2].public_title = Some("Regnskap".to_owned());
        let ids: Vec<AgendaItemId> = others.iter().map(|one| one.item).collect();
        let told = told("", [vec![exempt], others.to_vec()].concat());
        let places: Vec<_> = found(&told).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [Some(ids[0]), Some(ids[1])]);
        let mut inside = known(&told);
        for access in inside.values_mut() {
            access.wanted = Audience::Members;
        }
        assert_eq!(named(&told, &inside, &[]), []);
    }

    #[test]
    fn what_is_known_anyway_is_no_leak() {
        let mut exempt = item("Styringsrådet og Maskinporten: valg av møteleder", "");
        exempt.public_title = Some("Valg av møteleder".to_owned());
        let told = told("Styringsrådet valgte møteleder.", vec![exempt.clone()]);
        assert_eq!(found(&told), []);
        // Nobody wrote a public title: it is the title, and as exempt.
        exempt.public_title = Some(exempt.title.clone());
        let told = self::told("Ny møteleder", vec![exempt]);
        assert_eq!(found(&told), [(None, vec!["møteleder".to_owned()])]);
    }

    #[test]
    fn what_is_withheld_from_the_reader_is_neither_told_nor_looked_at() {
        let mut exempt = item("Maskinporten", "");
        exempt.withheld = Some("lukket".to_owned());
        let told = told("Maskinporten", vec![exempt]);
        assert_eq!(found(&told), []);
    }
}
