//! Amounts of money: whole øre, read as people write kroner and written as each language does.

use crate::i18n::{Language, Said};
use std::fmt::Write as _;

/// An amount in øre: never negative, and at most a hundred thousand million kroner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ore(i64);

/// Why a text is no amount, or cannot be told for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMoney {
    /// A dot or a comma may stand between thousands or before øre.
    Ambiguous,
    Negative,
    /// There are fractions of an øre.
    Fraction,
    NotANumber,
    TooLarge,
}

impl NotMoney {
    /// What to write instead.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::Ambiguous => "money-ambiguous",
            Self::Negative => "money-negative",
            Self::Fraction => "money-fraction",
            Self::NotANumber => "money-not-a-number",
            Self::TooLarge => "money-too-large",
        })
    }
}

impl Ore {
    pub const NONE: Self = Self(0);
    /// The largest amount, in øre.
    pub const MOST: i64 = 10_000_000_000_000;

    /// An amount of so many øre.
    ///
    /// # Errors
    /// `Negative` or `TooLarge`.
    pub fn new(ore: i64) -> Result<Self, NotMoney> {
        if ore < 0 {
            return Err(NotMoney::Negative);
        }
        (ore <= Self::MOST)
            .then_some(Self(ore))
            .ok_or(NotMoney::TooLarge)
    }

    /// A sum of amounts, which may be larger than one amount.
    #[must_use]
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Self {
        let sum = |sum: i64, one: Self| sum.saturating_add(one.0);
        Self(amounts.into_iter().fold(0, sum))
    }

    /// What stands in the database, where a sum may have more than an amount may.
    #[must_use]
    pub(super) fn stored(ore: i64) -> Self {
        Self(ore.max(0))
    }

    #[must_use]
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// What a text says in kroner: digits, with spaces between thousands or not, and øre after a comma or a dot.
    ///
    /// # Errors
    /// Why it is no amount. What stands before three digits, a dot or a comma, may be either of two things.
    pub fn parse(text: &str) -> Result<Self, NotMoney> {
        let text = bare(text);
        if text.starts_with(['-', '−', '–', '(']) {
            return Err(NotMoney::Negative);
        }
        let marks = text.matches(['.', ',']).count();
        let (kroner, ore) = match text.rsplit_once(['.', ',']) {
            None => (text, ""),
            Some(_) if marks > 1 => return Err(several(text)),
            Some((kroner, ore)) => (kroner, ore),
        };
        if marks == 1 && (ore.is_empty() || !ore.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(NotMoney::NotANumber);
        }
        let kroner = digits(kroner).ok_or(NotMoney::NotANumber)?;
        match ore.len() {
            0..=2 => {}
            3 => return Err(NotMoney::Ambiguous),
            _ => return Err(NotMoney::Fraction),
        }
        // Digits alone from here on; what does not fit a number is too large for an amount.
        let number: i64 = format!("{kroner}{ore:0<2}")
            .parse()
            .map_err(|_long| NotMoney::TooLarge)?;
        Self::new(number)
    }

    /// What a number of kroner says, as a spreadsheet keeps it.
    ///
    /// # Errors
    /// Why it is no amount.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is whole, and within what an amount may be"
    )]
    pub fn of_kroner(kroner: f64) -> Result<Self, NotMoney> {
        /// A spreadsheet keeps 0.1 + 0.2 as a little more than 0.3; a hundredth of an øre is no such thing.
        const NEAR: f64 = 0.001;
        if kroner.is_nan() {
            return Err(NotMoney::NotANumber);
        }
        if kroner < 0.0 {
            return Err(NotMoney::Negative);
        }
        let ore = kroner * 100.0;
        if ore > 10_000_000_000_000.0 {
            return Err(NotMoney::TooLarge);
        }
        if (ore - ore.round()).abs() > NEAR.max(ore * f64::EPSILON * 2.0) {
            return Err(NotMoney::Fraction);
        }
        Self::new(ore.round() as i64)
    }

    /// As a field of a form is filled: “1234567,89”, with øre only where there are any.
    #[must_use]
    pub fn typed(self) -> String {
        let (kroner, ore) = (self.0 / 100, self.0 % 100);
        if ore == 0 {
            return kroner.to_string();
        }
        format!("{kroner},{ore:02}")
    }

    /// As it is read: “1 234 567,89 kr”, in English “NOK 1 234 567.89”, with spaces that do not break, and øre only where
    /// there are any.
    #[must_use]
    pub fn written(self, language: Language) -> String {
        written(self.0, language)
    }
}

/// A difference of amounts as it is read, with a minus sign where it is less than nothing.
#[must_use]
pub fn written(ore: i64, language: Language) -> String {
    let minus = if ore < 0 { "\u{2212}" } else { "" };
    let (kroner, rest) = (ore.unsigned_abs() / 100, ore.unsigned_abs() % 100);
    let kroner = grouped(kroner);
    match (language == Language::EN, rest) {
        (true, 0) => format!("{minus}NOK\u{A0}{kroner}"),
        (true, _) => format!("{minus}NOK\u{A0}{kroner}.{rest:02}"),
        (false, 0) => format!("{minus}{kroner}\u{A0}kr"),
        (false, _) => format!("{minus}{kroner},{rest:02}\u{A0}kr"),
    }
}

/// With a no-break space between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{A0}');
        }
        // Writing into a text cannot fail.
        let _written = out.write_char(digit);
    }
    out
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// Without what says that it is kroner.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let text = ["kr.", "kr", "Kr", "NOK"]
        .iter()
        .find_map(|unit| text.strip_prefix(unit))
        .unwrap_or(text);
    let text = [",-", "kr.", "kr", "Kr", "NOK"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    text.trim_matches(|c| is_space(c) || c.is_whitespace())
}

/// What is wrong with several dots and commas.
fn several(text: &str) -> NotMoney {
    let is_one = |c: char| c.is_ascii_digit() || is_space(c) || c == '.' || c == ',';
    if text.chars().all(is_one) {
        NotMoney::Ambiguous
    } else {
        NotMoney::NotANumber
    }
}

/// The digits of whole kroner, where there is nothing between them, or a space between thousands.
fn digits(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(is_space).collect();
    let all_digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let is_grouped =
        groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    (groups.iter().all(all_digits) && is_grouped).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    fn config() -> Config {
        Config {
            cases: 512,
            rng_seed: RngSeed::Fixed(1814),
            failure_persistence: None,
            ..Config::default()
        }
    }

    #[test]
    fn kroner_are_read_as_people_write_them() {
        for (text, ore) in [
            ("0", 0),
            ("12", 1_200),
            ("1 234 567,89", 123_456_789),
            ("1\u{A0}234\u{A0}567,89\u{A0}kr", 123_456_789),
            ("NOK\u{A0}1\u{A0}234\u{A0}567.89", 123_456_789),
            ("1\u{202F}234", 123_400),
            ("1234567,5", 123_456_750),
            ("1234.50", 123_450),
            (" kr 500,- ", 50_000),
            ("0,01", 1),
            ("100000000000", Ore::MOST),
        ] {
            assert_eq!(Ore::parse(text).map(Ore::ore), Ok(ore), "{text}");
        }
    }

    #[test]
    fn what_may_be_either_of_two_amounts_is_refused() {
        for (text, why) in [
            ("1,234", NotMoney::Ambiguous),
            ("1.234", NotMoney::Ambiguous),
            ("1.234.567", NotMoney::Ambiguous),
            ("1,234,567.89", NotMoney::Ambiguous),
            ("1.234.567,89", NotMoney::Ambiguous),
            ("-5", NotMoney::Negative),
            ("−5", NotMoney::Negative),
            ("(5)", NotMoney::Negative),
            ("5,1234", NotMoney::Fraction),
            ("", NotMoney::NotANumber),
            (",5", NotMoney::NotANumber),
            ("5,", NotMoney::NotANumber),
            ("12 34", NotMoney::NotANumber),
            ("1 2345", NotMoney::NotANumber),
            ("1  234", NotMoney::NotANumber),
            ("1e6", NotMoney::NotANumber),
            ("mye", NotMoney::NotANumber),
            ("٣", NotMoney::NotANumber),
            ("\u{0}", NotMoney::NotANumber),
            ("1,2,x", NotMoney::NotANumber),
            ("100000000000,01", NotMoney::TooLarge),
            ("99999999999999999999999", NotMoney::TooLarge),
        ] {
            assert_eq!(Ore::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_spreadsheets_number_is_whole_ore() {
        assert_eq!(Ore::of_kroner(0.1 + 0.2).map(Ore::ore), Ok(30));
        assert_eq!(Ore::of_kroner(1_234_567.89).map(Ore::ore), Ok(123_456_789));
        for (number, why) in [
            (-1.0, NotMoney::Negative),
            (1.005, NotMoney::Fraction),
            (f64::NAN, NotMoney::NotANumber),
            (f64::INFINITY, NotMoney::TooLarge),
            (1e300, NotMoney::TooLarge),
        ] {
            assert_eq!(Ore::of_kroner(number), Err(why), "{number}");
        }
    }

    #[test]
    fn each_language_writes_its_own_form() {
        let ore = Ore(123_456_789);
        let norwegian = "1\u{A0}234\u{A0}567,89\u{A0}kr";
        assert_eq!(ore.written(Language::NB), norwegian);
        assert_eq!(ore.written(Language::NN), norwegian);
        let english = "NOK\u{A0}1\u{A0}234\u{A0}567.89";
        assert_eq!(ore.written(Language::EN), english);
        assert_eq!(written(-105, Language::NB), "\u{2212}1,05\u{A0}kr");
        assert_eq!(
            (Ore(500).typed(), Ore(505).typed()),
            ("5".to_owned(), "5,05".to_owned())
        );
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn what_is_written_is_read_as_it_was(ore in 0..=Ore::MOST) {
            let ore = Ore(ore);
            for language in Language::OWN {
                prop_assert_eq!(Ore::parse(&ore.written(language)), Ok(ore));
            }
            prop_assert_eq!(Ore::parse(&ore.typed()), Ok(ore));
        }

        #[test]
        fn a_number_in_a_spreadsheet_is_the_amount_it_was_made_of(ore in 0..=1_000_000_000_000_i64) {
            let kroner = ore as f64 / 100.0;
            prop_assert_eq!(Ore::of_kroner(kroner), Ok(Ore(ore)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}|[0-9 .,kr-]{0,24}") {
            if let Ok(ore) = Ore::parse(&text) {
                prop_assert!((0..=Ore::MOST).contains(&ore.ore()));
            }
        }
    }
}
