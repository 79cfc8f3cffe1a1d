//! Reads the forms of products: what is wrong stands at its field, and what was typed stays.

use super::{Facts, Group, Phase, Product, Strategy};
use crate::calendar::Period;
use crate::db::code_words::CodeWord;
use crate::db::ids::{OrganisationId, ProductGroupId, RowId};
use crate::db::types::Words;
use crate::i18n::Said;
use crate::minutes::decisions::rules::may_link;
use crate::web::Form;
use chrono::NaiveDate;

/// As long as each may be, in characters.
const NAME: usize = 120;
const DESCRIPTION: usize = 2_000;
const TITLE: usize = 200;
const LINK: usize = 500;
const REFERENCE: usize = 100;
const CORRECTION: usize = 500;
/// Groups are numbered from 1 to this.
const LAST_POSITION: i64 = 999;

/// What the fields of a product choose among.
#[derive(Clone, Debug)]
pub struct Choices {
    pub groups: Vec<Group>,
    /// By name.
    pub organisations: Vec<(OrganisationId, String)>,
    /// In the order of a life.
    pub phases: Vec<CodeWord>,
}

impl Choices {
    /// The codes of the phases, in the order of a life.
    #[must_use]
    pub fn order(&self) -> Vec<String> {
        self.phases.iter().map(|(code, _)| code.clone()).collect()
    }
}

/// A group as it stands, as the form of it.
#[must_use]
pub fn filled_group(of: &Group) -> Form {
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("position", of.position.to_string()),
    ]);
    form.put_words("name", &of.name);
    form
}

/// The name and the place of a group.
pub fn read_group(form: &mut Form) -> (Words, i64) {
    let name = form.words("name", NAME, true);
    (name, form.needed_number("position", 1..=LAST_POSITION))
}

/// A product as it stands, as the form of it.
#[must_use]
pub fn filled(of: &Product) -> Form {
    let mut form = Form::filled([
        ("version", of.version.to_string()),
        ("group", of.facts.group.to_string()),
        ("owner", of.facts.owner.to_string()),
    ]);
    form.put_words("name", &of.facts.name);
    form.put_words("description", &of.facts.description);
    form
}

/// What is written of a product; none where a mistake stands at a field.
pub fn read(form: &mut Form, choices: &Choices) -> Option<Facts> {
    let name = form.words("name", NAME, true);
    let group: Option<ProductGroupId> = form.choice("group");
    let owner: Option<OrganisationId> = form.choice("owner");
    let description = form.texts("description", DESCRIPTION);
    let is_group = |id| choices.groups.iter().any(|group| group.id == id);
    if group.is_some_and(|id| !is_group(id)) {
        form.refuse("group", Said::new("form-not-a-choice"));
    }
    let is_owner = |id| choices.organisations.iter().any(|(known, _)| *known == id);
    if owner.is_some_and(|id| !is_owner(id)) {
        form.refuse("owner", Said::new("form-not-a-choice"));
    }
    let (group, owner) = group.zip(owner).filter(|_| form.is_right())?;
    Some(Facts {
        group,
        name,
        owner,
        description,
    })
}

/// A phase as it stands, as the form of it.
#[must_use]
pub fn filled_phase(of: &Phase, version: i64) -> Form {
    Form::filled([
        ("version", version.to_string()),
        ("phase", of.code.clone()),
        ("from", of.from.to_string()),
        ("correction", of.correction.clone()),
    ])
}

/// The phase that stands in the row of this id, as it was typed.
pub fn read_phase(form: &mut Form, id: RowId, choices: &Choices) -> Phase {
    let code = form.needed_line("phase", 60);
    let is_known = choices.phases.iter().any(|(known, _)| *known == code);
    if !is_known && form.mistake("phase").is_none() {
        form.refuse("phase", Said::new("form-not-a-choice"));
    }
    let phase = Phase {
        id,
        code,
        from: form.needed_date("from"),
        correction: form.line("correction", CORRECTION),
    };
    form.refuse_numbers(&["correction"]);
    phase
}

/// A strategy as it stands, as the form of it.
#[must_use]
pub fn filled_strategy(of: &Strategy, version: i64) -> Form {
    let last = of.period.last_day();
    Form::filled([
        ("version", version.to_string()),
        ("title", of.title.clone()),
        ("link", of.link.clone()),
        ("archive", of.archive_reference.clone()),
        ("from", of.period.from.to_string()),
        (
            "last-day",
            last.map_or_else(String::new, |day| day.to_string()),
        ),
    ])
}

/// The strategy that stands in the row of this id, as it was typed.
pub fn read_strategy(form: &mut Form, id: RowId) -> Strategy {
    let title = form.needed_line("title", TITLE);
    let link = form.line("link", LINK);
    if let (Err(refusal), None) = (may_link(&link), form.mistake("link")) {
        form.refuse("link", refusal.said());
    }
    let archive_reference = form.line("archive", REFERENCE);
    let period = period(form);
    form.refuse_numbers(&["title", "archive"]);
    Strategy {
        id,
        title,
        link,
        archive_reference,
        period,
    }
}

fn period(form: &mut Form) -> Period {
    let from = form.needed_date("from");
    let last: Option<NaiveDate> = form.date("last-day");
    let until = last.and_then(|day| day.succ_opt());
    let (has_from, has_last) = (form.mistake("from"), form.mistake("last-day"));
    let is_read = has_from.is_none() && has_last.is_none();
    Period::new(from, until).unwrap_or_else(|_empty| {
        if is_read {
            let said = Said::new("product-strategy-ends-first").with("from", from);
            form.refuse("last-day", said);
        }
        Period { from, until: None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::day;
    use crate::db::ids::ProductId;

    fn choices() -> Choices {
        let group = Group {
            id: ProductGroupId::new(),
            name: Words::new([("nb", "Datadeling")]),
            position: 1,
            version: 1,
        };
        let word = |code: &str| (code.to_owned(), Words::new([("nb", code)]));
        Choices {
            groups: vec![group],
            organisations: vec![(OrganisationId::new(), "Digdir".to_owned())],
            phases: vec![word("new"), word("ended")],
        }
    }

    fn product(choices: &Choices) -> Product {
        Product {
            id: ProductId::new(),
            facts: Facts {
                group: choices.groups[0].id,
                name: Words::new([("nb", "Maskinporten"), ("en", "Maskinporten")]),
                owner: choices.organisations[0].0,
                description: Words::new([("nb", "Tilgang\nfor maskiner.")]),
            },
            phases: Vec::new(),
            strategies: Vec::new(),
            version: 3,
        }
    }

    fn strategy() -> Strategy {
        Strategy {
            id: RowId::new(),
            title: "Produktstrategi".to_owned(),
            link: "https://digdir.no/strategi".to_owned(),
            archive_reference: "26/00123-4".to_owned(),
            period: Period {
                from: day("2026-01-01"),
                until: Some(day("2029-01-01")),
            },
        }
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let choices = choices();
        let product = product(&choices);
        let mut form = filled(&product);
        assert_eq!(read(&mut form, &choices), Some(product.facts));
        assert!(form.is_right() && form.version() == 3);
        let group = choices.groups[0].clone();
        let mut form = filled_group(&group);
        assert_eq!(read_group(&mut form), (group.name, 1));
        let strategy = strategy();
        let mut form = filled_strategy(&strategy, 3);
        assert_eq!(read_strategy(&mut form, strategy.id), strategy);
        assert!(form.is_right());
        let phase = Phase {
            id: RowId::new(),
            code: "ended".to_owned(),
            from: day("2026-01-01"),
            correction: "Feil ført.".to_owned(),
        };
        let mut form = filled_phase(&phase, 3);
        assert_eq!(read_phase(&mut form, phase.id, &choices), phase);
        assert!(form.is_right());
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        let choices = choices();
        for (name, value, key) in [
            ("name-nb", " ", "form-needed"),
            ("name-nn", "a\u{0}b", "form-hidden-characters"),
            ("group", "", "form-needed"),
            (
                "group",
                "0192f0c4-0000-7000-8000-000000000000",
                "form-not-a-choice",
            ),
            (
                "owner",
                "0192f0c4-0000-7000-8000-000000000000",
                "form-not-a-choice",
            ),
            ("description-en", "178981 90021", "form-has-number"),
        ] {
            let mut form = filled(&product(&choices));
            form.put(name, value);
            assert_eq!(read(&mut form, &choices), None, "{name} = {value}");
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
    }

    #[test]
    fn a_strategy_ends_after_it_begins_and_its_link_leads_to_a_place() {
        for (name, value, key) in [
            ("title", "", "form-needed"),
            ("link", "ftp://digdir.no/a", "decision-not-a-link"),
            ("from", "2027-02-30", "form-not-a-date"),
            ("from", "9999-01-01", "form-not-a-date"),
            ("last-day", "2025-12-31", "product-strategy-ends-first"),
            ("last-day", "0000-01-01", "form-not-a-date"),
        ] {
            let one = strategy();
            let mut form = filled_strategy(&one, 1);
            form.put(name, value);
            read_strategy(&mut form, one.id);
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
            assert_eq!(form.mistakes().len(), 1, "{name} = {value}");
        }
        // One day is a period too.
        let one = strategy();
        let mut form = filled_strategy(&one, 1);
        form.put("last-day", "2026-01-01");
        read_strategy(&mut form, one.id);
        assert!(form.is_right());
    }
}
