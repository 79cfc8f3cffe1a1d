//! What one reader is shown of the minutes: pure functions.
//!
//! What they may not read is told as offentleglova wants it: that it is there, by its number and public title, and the
//! provision it is exempt by.

use super::{Told, ToldItem};
use crate::i18n::{Language, text};

/// What is known of who may read one item, for one reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub sees: bool,
    /// Whether its case is closed to this reader for a conflict of interest.
    pub is_closed: bool,
    /// The provision it is exempt by, where it is exempt.
    pub basis: Option<String>,
    pub is_exempt: bool,
    /// Whether the title is exempt too.
    pub title_exempt: bool,
    /// Whether the reader is one of the board, who is told the case's own title.
    pub is_inside: bool,
}

/// The minutes as they are shown to one reader. What `shown` knows nothing of is not shown.
#[must_use]
pub fn cut(told: &Told, shown: &dyn Fn(&ToldItem) -> Shown) -> Told {
    let items = told.items.iter();
    let items = items.map(|item| cut_item(told.language, item, &shown(item)));
    let mut cut = Told {
        items: items.collect(),
        ..told.clone()
    };
    let pairs = told.items.iter().zip(&cut.items);
    let renamed: Vec<(String, String)> = pairs
        .filter(|(whole, told)| whole.title != told.title)
        .map(|(whole, told)| (format!("«{}»", whole.title), format!("«{}»", told.title)))
        .collect();
    // How long someone stayed is told by the items too: “fra og med «Valg av leder»”.
    for (before, after) in &renamed {
        for line in cut.groups.iter_mut().flat_map(|(_, lines)| lines) {
            *line = line.replace(before, after);
        }
    }
    cut
}

fn cut_item(language: Language, item: &ToldItem, shown: &Shown) -> ToldItem {
    let t = |key: &str| text(language, key, &[]);
    if shown.sees {
        let mut whole = item.clone();
        if item.case.is_some() && !shown.is_inside {
            match item.public_title.as_ref().filter(|_| !shown.title_exempt) {
                Some(public) => whole.title.clone_from(public),
                // What was said of it is open to all, and its title is not.
                None if !shown.is_exempt => whole.title = t("case-title-exempt"),
                None => {}
            }
        }
        whole.mark = shown.is_exempt.then(|| exempt(language, shown));
        return whole;
    }
    let why = if shown.is_closed {
        t("minutes-closed-to-you")
    } else if shown.is_exempt {
        exempt(language, shown)
    } else {
        t("minutes-not-for-you")
    };
    let public = item.public_title.as_ref().filter(|_| !shown.title_exempt);
    let title = match (public, item.case) {
        (Some(title), _) => title.clone(),
        (None, Some(_)) => t("case-title-exempt"),
        (None, None) => t("minutes-an-item"),
    };
    ToldItem {
        item: item.item,
        case: item.case,
        number: item.number.clone(),
        title,
        public_title: None,
        hours: None,
        content: String::new(),
        outcome: None,
        conclusion: String::new(),
        dissent: String::new(),
        approves: None,
        recused: None,
        actions: Vec::new(),
        withheld: Some(why),
        mark: None,
    }
}

/// “Unntatt offentlighet, jf. offl. § 13”.
fn exempt(language: Language, shown: &Shown) -> String {
    match &shown.basis {
        Some(basis) => {
            let basis = [("basis", basis.as_str().into())];
            text(language, "minutes-exempt-by", &basis)
        }
        None => text(language, "pack-exempt", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outcome;
    use super::*;
    use crate::db::ids::{AgendaItemId, CaseId};

    fn item() -> ToldItem {
        ToldItem {
            item: AgendaItemId::new(),
            case: Some(CaseId::new()),
            number: Some("12/26".to_owned()),
            title: "Budsjett med secret".to_owned(),
            public_title: Some("Budsjett".to_owned()),
            hours: Some("secret".to_owned()),
            content: "secret".to_owned(),
            outcome: Some(Outcome {
                code: "secret".to_owned(),
                word: "secret".to_owned(),
            }),
            conclusion: "secret".to_owned(),
            dissent: "secret".to_owned(),
            approves: Some("secret".to_owned()),
            recused: Some("secret".to_owned()),
            actions: vec!["secret".to_owned()],
            withheld: None,
            mark: None,
        }
    }

    fn cut_to(shown: &Shown) -> ToldItem {
        cut_item(Language::NB, &item(), shown)
    }

    #[test]
    fn who_may_not_read_an_item_is_told_its_number_its_public_title_and_the_paragraph() {
        let shown = Shown {
            is_exempt: true,
            basis: Some("offl. § 13".to_owned()),
            ..Shown::default()
        };
        let cut = cut_to(&shown);
        assert_eq!(cut.name(), "12/26 Budsjett");
        assert!(cut.withheld.as_ref().unwrap().contains("offl. § 13"));
        assert!(!format!("{cut:?}").contains("secret"));
    }

    #[test]
    fn an_exempt_title_is_told_to_nobody_who_may_not_read_the_item() {
        let shown = Shown {
            is_exempt: true,
            title_exempt: true,
            ..Shown::default()
        };
        let cut = cut_to(&shown);
        assert!(!format!("{cut:?}").contains("Budsjett"));
        assert!(cut.name().starts_with("12/26 "));
    }

    #[test]
    fn whom_the_case_is_closed_to_is_told_so() {
        let shown = Shown {
            is_closed: true,
            ..Shown::default()
        };
        let cut = cut_to(&shown);
        assert!(!format!("{cut:?}").contains("secret") && cut.withheld.is_some());
    }

    #[test]
    fn whoever_reads_an_item_is_not_told_its_exempt_title_outside_the_board() {
        let shown = Shown {
            sees: true,
            title_exempt: true,
            ..Shown::default()
        };
        let told = cut_to(&shown).title;
        assert!(!told.contains("Budsjett") && !told.is_empty());
    }

    #[test]
    fn a_stay_tells_no_title_that_is_withheld() {
        let mut of = item();
        (of.case, of.number, of.public_title) = (None, None, None);
        of.title = "Et secret".to_owned();
        let told = Told {
            language: Language::NB,
            meeting: String::new(),
            board: String::new(),
            opening: String::new(),
            facts: Vec::new(),
            groups: vec![(
                "Gjest".to_owned(),
                vec!["Kari (fra og med «Et secret»)".to_owned()],
            )],
            items: vec![of],
        };
        let cut = cut(&told, &|_| Shown::default());
        let line = &cut.groups[0].1[0];
        assert!(
            line.starts_with("Kari (") && !line.contains("secret"),
            "{line}"
        );
    }

    #[test]
    fn outside_the_board_a_case_is_called_by_its_public_title() {
        let mut shown = Shown {
            sees: true,
            ..Shown::default()
        };
        assert_eq!(cut_to(&shown).title, "Budsjett");
        shown.is_inside = true;
        assert_eq!(cut_to(&shown).title, "Budsjett med secret");
    }

    #[test]
    fn an_exempt_title_is_not_told_by_an_item_that_is_open() {
        let shown = Shown {
            sees: true,
            title_exempt: true,
            ..Shown::default()
        };
        let cut = cut_to(&shown);
        assert!(!cut.title.contains("Budsjett") && cut.content == "secret");
    }
}
