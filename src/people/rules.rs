//! What the register and sign-in rest on, as pure functions.
//!
//! Organisation numbers, mail domains, names and periods, how long a session lives. Left out on purpose: asking Enhetsregisteret, because the register must work offline.

use crate::calendar::Period;
use crate::i18n::Said;
use crate::web::Roles;
use chrono::{Duration, NaiveDate};
use std::fmt;

/// How long a one-time link lives.
pub const LINK_LIVES: Duration = Duration::minutes(15);
/// How many one-time links one address is sent in an hour.
pub const LINKS_AN_HOUR: i64 = 5;
/// How long a device marked as one's own stays signed in, used or not.
pub const OWN_DEVICE: Duration = Duration::days(14);
/// The scheme of Norwegian organisation numbers (ISO 6523: 0192).
pub const NORWEGIAN: &str = "no-org";
/// The scheme of any other number, which is not checked.
pub const OTHER_SCHEME: &str = "other";

/// A Norwegian organisation number: nine digits, the last of which checks the others.
///
/// Weights 3 2 7 6 5 4 3 2; the control digit is 11 less the sum modulo 11, where 11 counts as 0 and 10 is no number
/// at all (Brønnøysundregistrene, “Organisasjonsnummeret”).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrgNumber(String);

/// Why a text is no organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrgNumber {
    #[error("an organisation number has nine digits")]
    NotNineDigits,
    #[error("the control digit does not fit the others")]
    WrongControlDigit,
}

impl NotAnOrgNumber {
    /// What the reader is told at the field.
    #[must_use]
    pub fn said(self) -> Said {
        Said::new(match self {
            Self::NotNineDigits => "organisation-number-not-nine-digits",
            Self::WrongControlDigit => "organisation-number-wrong-control-digit",
        })
    }
}

impl OrgNumber {
    /// Reads a number with or without spaces between its groups.
    ///
    /// # Errors
    /// When it has not nine digits, or the last does not fit.
    pub fn parse(text: &str) -> Result<Self, NotAnOrgNumber> {
        let number: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if number.len() != 9 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAnOrgNumber::NotNineDigits);
        }
        let last = number.bytes().last().map(|byte| u32::from(byte - b'0'));
        if control_digit(&number[..8]).is_some_and(|digit| Some(digit) == last) {
            Ok(Self(number))
        } else {
            Err(NotAnOrgNumber::WrongControlDigit)
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrgNumber {
    /// As people write it: 991 825 827.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, rest) = self.0.split_at(3);
        let (second, third) = rest.split_at(3);
        write!(formatter, "{first} {second} {third}")
    }
}

/// The ninth digit for these eight; none where there is no such number.
fn control_digit(eight: &str) -> Option<u32> {
    let weighed = eight.bytes().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = weighed
        .zip([3, 2, 7, 6, 5, 4, 3, 2])
        .map(|(digit, weight)| digit * weight)
        .sum();
    match 11 - sum % 11 {
        11 => Some(0),
        10 => None,
        digit => Some(digit),
    }
}

/// The part after the @, which is what an organisation's domains are compared with: whole, never a part of it.
#[must_use]
pub fn domain_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// A mail domain as it was typed, with or without an @ before it, in lower case.
#[must_use]
pub fn domain(text: &str) -> Option<String> {
    let domain = text.trim().trim_start_matches('@').to_lowercase();
    let right = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_domain = domain.len() <= 253 && domain.contains('.') && domain.split('.').all(right);
    is_domain.then_some(domain)
}

/// Whether an organisation whose latest name began on `latest` may have another from `from`.
///
/// # Errors
/// When the new name would begin before the one it follows, or with it.
pub fn may_be_renamed(latest: Option<NaiveDate>, from: NaiveDate) -> Result<(), Said> {
    match latest {
        Some(latest) if from <= latest => Err(Said::new("organisation-name-too-early")),
        _ => Ok(()),
    }
}

/// The period from one day to another, the last included, if it fits beside those that stand.
///
/// # Errors
/// The field and what is wrong with it: the last day is before the first, or it overlaps another.
pub fn another_period(
    standing: &[Period],
    from: NaiveDate,
    last: Option<NaiveDate>,
) -> Result<Period, (&'static str, Said)> {
    let until = last.and_then(|last| last.succ_opt());
    let period = Period::new(from, until)
        .map_err(|_empty| ("last", Said::new("people-last-day-before-first")))?;
    if standing.iter().any(|other| other.overlaps(&period)) {
        return Err(("from", Said::new("people-period-overlaps")));
    }
    Ok(period)
}

/// How long a session lives without being used, and at most; in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionRule {
    pub idle: i64,
    pub longest: i64,
}

impl Default for SessionRule {
    fn default() -> Self {
        Self {
            idle: 30,
            longest: 480,
        }
    }
}

/// The strictest of the rules that a person's roles bring; a role without a rule has the default one.
#[must_use]
pub fn strictest(roles: &[&str], rules: &[(String, SessionRule)]) -> SessionRule {
    let of = |role: &&str| {
        let found = rules.iter().find(|(of, _)| of == role);
        found.map_or_else(SessionRule::default, |(_, rule)| *rule)
    };
    roles
        .iter()
        .map(of)
        .reduce(|one, other| SessionRule {
            idle: one.idle.min(other.idle),
            longest: one.longest.min(other.longest),
        })
        .unwrap_or_default()
}

/// The codes of a person's roles, as the session rules name them.
#[must_use]
pub fn role_codes(roles: &Roles) -> Vec<&'static str> {
    let mut codes: Vec<&'static str> = roles.boards.iter().map(|(_, role)| role.code()).collect();
    if roles.administrator {
        codes.push("administrator");
    }
    if !roles.service_owner_of.is_empty() {
        codes.push("service_owner");
    }
    codes
}

/// A device in few words, such as “Firefox, Windows”; empty when the browser says nothing we know.
#[must_use]
pub fn device(user_agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    // The order matters: nearly every browser also claims to be Safari, and many to be Chrome.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    let words: Vec<&str> = browser.into_iter().chain(system).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_organisation_number_has_a_control_digit_by_modulus_eleven() {
        use NotAnOrgNumber::{NotNineDigits, WrongControlDigit};
        let table = [
            ("991825827", Ok("991825827")),
            ("974760673", Ok("974760673")),
            ("123456785", Ok("123456785")),
            ("991 825 827", Ok("991825827")),
            ("991\u{a0}825\u{a0}827", Ok("991825827")),
            ("000000000", Ok("000000000")),
            ("991825828", Err(WrongControlDigit)),
            ("123456789", Err(WrongControlDigit)),
            // The sum leaves a remainder of one, so that the control digit would be ten.
            ("000000060", Err(WrongControlDigit)),
            ("", Err(NotNineDigits)),
            ("99182582", Err(NotNineDigits)),
            ("9918258270", Err(NotNineDigits)),
            ("NO9918258", Err(NotNineDigits)),
            ("٩٩١٨٢٥٨٢٧", Err(NotNineDigits)),
        ];
        for (text, expected) in table {
            let parsed = OrgNumber::parse(text);
            let found = parsed.as_ref().map(OrgNumber::as_str).map_err(|why| *why);
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(
            OrgNumber::parse("991825827").unwrap().to_string(),
            "991 825 827"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, rng_seed: proptest::test_runner::RngSeed::Fixed(991_825_827), ..ProptestConfig::default() })]

        /// One wrong digit, or two neighbours swapped, is what people mistype: modulus eleven tells both.
        #[test]
        fn a_mistyped_number_is_never_taken(eight in "[0-9]{8}", at in 0_usize..9, other in 0_u8..10) {
            let numbers: Vec<String> = (0..10).map(|digit| format!("{eight}{digit}")).collect();
            let right: Vec<&String> = numbers.iter().filter(|number| OrgNumber::parse(number).is_ok()).collect();
            prop_assert!(right.len() <= 1, "eight digits have at most one control digit");
            if let Some(right) = right.first() {
                let mut wrong = right.as_bytes().to_vec();
                wrong[at] = b'0' + other;
                let wrong = String::from_utf8(wrong).unwrap();
                prop_assert_eq!(OrgNumber::parse(&wrong).is_ok(), wrong == **right);
                if at < 8 {
                    let mut swapped = right.as_bytes().to_vec();
                    swapped.swap(at, at + 1);
                    let swapped = String::from_utf8(swapped).unwrap();
                    prop_assert_eq!(OrgNumber::parse(&swapped).is_ok(), swapped == **right);
                }
            }
        }

        #[test]
        fn no_text_makes_the_number_or_the_domain_fail(text in any::<String>()) {
            if let Ok(number) = OrgNumber::parse(&text) {
                prop_assert_eq!(OrgNumber::parse(&number.to_string()), Ok(number));
            }
            if let Some(domain_name) = domain(&text) {
                prop_assert_eq!(domain(&domain_name), Some(domain_name.clone()));
                prop_assert!(!domain_name.contains('@'));
            }
            prop_assert!(device(&text).len() < 40);
        }
    }

    #[test]
    fn a_domain_is_whole_and_plain() {
        assert_eq!(domain(" @Digdir.NO "), Some("digdir.no".into()));
        assert_eq!(domain("sub.kommune.no"), Some("sub.kommune.no".into()));
        for wrong in [
            "", "no", "a@b.no", ".no", "a..no", "-a.no", "a b.no", "<b>.no",
        ] {
            assert_eq!(domain(wrong), None, "{wrong}");
        }
        assert_eq!(domain_of("kari@digdir.no"), Some("digdir.no"));
        assert_ne!(domain_of("kari@evil-digdir.no"), Some("digdir.no"));
    }

    #[test]
    fn the_strictest_of_a_persons_roles_counts() {
        let rules = vec![
            (
                "administrator".to_owned(),
                SessionRule {
                    idle: 10,
                    longest: 600,
                },
            ),
            (
                "member".to_owned(),
                SessionRule {
                    idle: 60,
                    longest: 900,
                },
            ),
        ];
        let both = strictest(&["administrator", "member"], &rules);
        assert_eq!(
            both,
            SessionRule {
                idle: 10,
                longest: 600
            }
        );
        // A role nobody wrote a rule for is as strict as the default.
        let other = strictest(&["member", "chair"], &rules);
        assert_eq!(
            other,
            SessionRule {
                idle: 30,
                longest: 480
            }
        );
        assert_eq!(strictest(&[], &rules), SessionRule::default());
    }

    #[test]
    fn a_period_of_a_service_owner_neither_overlaps_nor_ends_before_it_begins() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let standing = [Period::new(day("2020-01-01"), Some(day("2024-01-01"))).unwrap()];
        let next = another_period(&standing, day("2024-01-01"), None).unwrap();
        assert!(next.until.is_none());
        let wrong = another_period(&standing, day("2023-12-31"), None).unwrap_err();
        assert_eq!((wrong.0, wrong.1.key), ("from", "people-period-overlaps"));
        let wrong = another_period(&[], day("2027-01-02"), Some(day("2027-01-01"))).unwrap_err();
        assert_eq!(
            (wrong.0, wrong.1.key),
            ("last", "people-last-day-before-first")
        );
        assert!(another_period(&[], day("2027-01-02"), Some(day("2027-01-02"))).is_ok());
    }

    #[test]
    fn a_new_name_begins_after_the_one_it_follows() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(may_be_renamed(None, day("2020-01-01")).is_ok());
        assert!(may_be_renamed(Some(day("2019-12-31")), day("2020-01-01")).is_ok());
        assert!(may_be_renamed(Some(day("2020-01-01")), day("2020-01-01")).is_err());
    }

    #[test]
    fn a_device_is_named_by_its_browser_and_system() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device(edge), "Edge, Windows");
        assert_eq!(device(safari), "Safari, iPhone");
        assert_eq!(device("<script>"), "");
    }
}
