//! Reads the forms of payments and of a product's money: what is wrong stands at its field, and what was typed stays.

use super::plan::Written;
use super::{Ore, ProductYear, Spent, Split, TERTIALS, Way, YEARS, rules};
use crate::db::code_words::CodeWord;
use crate::db::ids::OrganisationId;
use crate::i18n::Said;
use crate::web::Form;
use std::collections::{BTreeMap, BTreeSet};

/// As long as an amount may be typed, and what is said of one.
const AMOUNT: usize = 40;
const NOTE: usize = 500;

/// An amount in kroner; none when empty or wrong.
pub fn amount(form: &mut Form, name: &str) -> Option<Ore> {
    let text = form.line(name, AMOUNT);
    if text.is_empty() || form.mistake(name).is_some() {
        return None;
    }
    let read = Ore::parse(&text);
    if let Err(why) = read {
        form.refuse(name, why.said());
    }
    read.ok()
}

/// An amount that must be there.
pub fn needed_amount(form: &mut Form, name: &str) -> Option<Ore> {
    let found = amount(form, name);
    if found.is_none() && form.mistake(name).is_none() {
        form.refuse(name, Said::new("form-needed"));
    }
    found
}

/// The year that was typed, within those that money is written of.
pub fn year(form: &mut Form) -> Option<i32> {
    let within = i64::from(*YEARS.start())..=i64::from(*YEARS.end());
    let year = form.needed_number("year", within);
    i32::try_from(year).ok().filter(|year| YEARS.contains(year))
}

/// The field by which somebody says that a year is right that seems too far ahead.
pub const FAR_AHEAD: &str = "far-ahead";

/// A new payment, as of this year. One of a year that seems too far ahead is asked about first.
pub fn payment(form: &mut Form, this_year: i32) -> Option<Written> {
    let organisation = form.choice("organisation");
    let product = form.choice("product");
    let year = year(form);
    if let Some(year) = year.filter(|year| rules::is_far_ahead(*year, this_year))
        && !form.is_ticked(FAR_AHEAD)
    {
        let said = Said::new("payment-far-ahead").with("year", year.to_string());
        form.refuse(FAR_AHEAD, said);
    }
    let ore = needed_amount(form, "amount");
    Some(Written {
        organisation: organisation?,
        product: product?,
        year: year?,
        ore: ore?,
    })
    .filter(|_| form.is_right())
}

/// What a field of a kind of frame is called: by its place in the list, because codes are data.
#[must_use]
pub fn frame_field(at: usize) -> String {
    format!("frame{at}")
}

/// What the fields of a tertial are called: its amount and what is said of it.
#[must_use]
pub fn spent_fields(tertial: u8) -> (String, String) {
    (format!("spent{tertial}"), format!("note{tertial}"))
}

/// What is set aside and what was spent.
pub fn amounts(
    form: &mut Form,
    kinds: &[CodeWord],
) -> (BTreeMap<String, Ore>, BTreeMap<u8, Spent>) {
    let mut frames = BTreeMap::new();
    for (at, (kind, _)) in kinds.iter().enumerate() {
        if let Some(ore) = amount(form, &frame_field(at)) {
            frames.insert(kind.clone(), ore);
        }
    }
    let mut spent = BTreeMap::new();
    for tertial in TERTIALS {
        let (amount_field, note_field) = spent_fields(tertial);
        let ore = amount(form, &amount_field);
        let note = form.text(&note_field, NOTE);
        form.refuse_numbers(&[&note_field]);
        match ore {
            Some(ore) => {
                spent.insert(tertial, Spent { ore, note });
            }
            None if !note.is_empty() && form.mistake(&amount_field).is_none() => {
                form.refuse(&amount_field, Said::new("money-note-without"));
            }
            None => {}
        }
    }
    (frames, spent)
}

/// The form of a product's year as it stands.
#[must_use]
pub fn filled_amounts(of: &ProductYear, kinds: &[CodeWord]) -> Form {
    let mut form = Form::filled([("version", of.version.to_string())]);
    for (at, (kind, _)) in kinds.iter().enumerate() {
        if let Some(ore) = of.frames.get(kind) {
            form.put(&frame_field(at), ore.typed());
        }
    }
    for (tertial, spent) in &of.spent {
        let (amount_field, note_field) = spent_fields(*tertial);
        form.put(&amount_field, spent.ore.typed());
        form.put(&note_field, spent.note.as_str());
    }
    form
}

/// How a cost is shared; whom among is known by `standing`.
pub fn split(form: &mut Form, standing: &BTreeSet<OrganisationId>) -> Option<Split> {
    let way: Option<Way> = form.choice("way");
    let sum = needed_amount(form, "sum");
    let among = among(form, standing);
    if among.is_empty() && form.mistake("among").is_none() {
        form.refuse("among", Said::new("split-nobody"));
    }
    Some(Split {
        way: way?,
        sum: sum?,
        among,
    })
    .filter(|_| form.is_right())
}

fn among(form: &mut Form, standing: &BTreeSet<OrganisationId>) -> BTreeSet<OrganisationId> {
    let chosen = form.values("among").into_iter();
    let chosen: Vec<Option<OrganisationId>> = chosen.map(|id| id.parse().ok()).collect();
    let known = |id: &OrganisationId| standing.contains(id);
    if chosen.iter().any(|id| !id.as_ref().is_some_and(known)) {
        form.refuse("among", Said::new("form-not-a-choice"));
    }
    chosen.into_iter().flatten().filter(known).collect()
}

/// The form of how a cost is shared, as it stands.
#[must_use]
pub fn filled_split(of: &ProductYear) -> Form {
    let mut fields = vec![("version".to_owned(), of.version.to_string())];
    if let Some(split) = &of.split {
        fields.push(("way".to_owned(), split.way.to_string()));
        fields.push(("sum".to_owned(), split.sum.typed()));
        let among = split.among.iter();
        fields.extend(among.map(|id| ("among".to_owned(), id.to_string())));
    }
    Form::new(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::ids::ProductId;
    use crate::db::types::Words;

    fn kinds() -> Vec<CodeWord> {
        ["budget", "frame"]
            .map(|code| (code.to_owned(), Words::new([("nb", code)])))
            .into()
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let mut year = ProductYear::of_none(ProductId::new(), 2026);
        year.version = 3;
        let ore = |ore| Ore::new(ore).expect("an amount");
        year.frames.insert("frame".to_owned(), ore(12_345));
        let spent = Spent {
            ore: ore(100),
            note: "Lisenser".to_owned(),
        };
        year.spent.insert(2, spent);
        let among: BTreeSet<OrganisationId> = [OrganisationId::new()].into();
        year.split = Some(Split {
            way: Way::Payment,
            sum: ore(500),
            among: among.clone(),
        });
        let mut form = filled_amounts(&year, &kinds());
        assert_eq!(form.value("frame1"), "123,45");
        let read = amounts(&mut form, &kinds());
        assert_eq!(read, (year.frames.clone(), year.spent.clone()));
        assert!(form.is_right() && form.version() == 3);
        let mut form = filled_split(&year);
        assert_eq!(split(&mut form, &among), year.split);
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        let (organisation, product) = (OrganisationId::new(), ProductId::new());
        for (name, value, key) in [
            ("organisation", "", "form-needed"),
            ("organisation", "x", "form-not-a-choice"),
            ("product", "😀", "form-not-a-choice"),
            ("year", "0", "form-not-a-number"),
            ("year", "9999", "form-not-a-number"),
            ("year", "", "form-needed"),
            ("amount", "", "form-needed"),
            ("amount", "1.234.567", "money-ambiguous"),
            ("amount", "1,234", "money-ambiguous"),
            ("amount", "-1", "money-negative"),
            ("amount", "1,2345", "money-fraction"),
            ("amount", "mye", "money-not-a-number"),
            ("amount", "1\u{0}", "form-hidden-characters"),
            ("amount", "9999999999999", "money-too-large"),
        ] {
            let mut form = Form::filled([
                ("organisation", organisation.to_string()),
                ("product", product.to_string()),
                ("year", "2026".to_owned()),
                ("amount", "1 234 567,89".to_owned()),
            ]);
            assert!(payment(&mut form, 2026).is_some());
            form.put(name, value);
            assert_eq!(payment(&mut form, 2026), None, "{name} = {value}");
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
    }

    #[test]
    fn a_year_that_seems_too_far_ahead_is_asked_about() {
        let with = |year: &str, is_sure: bool| {
            let mut form = Form::filled([
                ("organisation", OrganisationId::new().to_string()),
                ("product", ProductId::new().to_string()),
                ("year", year.to_owned()),
                ("amount", "10".to_owned()),
            ]);
            if is_sure {
                form.put(FAR_AHEAD, "yes");
            }
            let is_read = payment(&mut form, 2026).is_some();
            (is_read, form.mistake(FAR_AHEAD).map(|said| said.key))
        };
        assert_eq!(with("2027", false), (true, None));
        assert_eq!(with("2028", false), (false, Some("payment-far-ahead")));
        assert_eq!(with("2028", true), (true, None));
        assert_eq!(with("0", true), (false, None));
    }

    #[test]
    fn a_cost_is_shared_among_those_that_are_known() {
        let known: BTreeSet<OrganisationId> = [OrganisationId::new()].into();
        let with = |among: String| {
            let mut form = Form::filled([
                ("way", "equal".to_owned()),
                ("sum", "10".to_owned()),
                ("among", among),
            ]);
            let read = split(&mut form, &known);
            (read.is_some(), form.mistake("among").map(|said| said.key))
        };
        let one = known.first().expect("one").to_string();
        assert_eq!(with(one), (true, None));
        let other = OrganisationId::new().to_string();
        assert_eq!(with(other), (false, Some("form-not-a-choice")));
        let mut form = Form::filled([("way", "equal".to_owned()), ("sum", "10".to_owned())]);
        assert_eq!(split(&mut form, &known), None);
        assert_eq!(
            form.mistake("among").map(|said| said.key),
            Some("split-nobody")
        );
    }

    #[test]
    fn what_is_said_of_a_tertial_needs_its_amount() {
        let mut form = Form::filled([("note1", "Lisenser".to_owned())]);
        amounts(&mut form, &kinds());
        let mistake = form.mistake("spent1").map(|said| said.key);
        assert_eq!(mistake, Some("money-note-without"));
    }
}
