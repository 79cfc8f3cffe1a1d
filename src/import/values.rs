//! What people write in cells: days, times, numbers, words. Pure; each refusal says what to write instead.

use super::Cell;
use crate::i18n::Said;
use chrono::{Datelike, NaiveDate, NaiveTime};
use icu_normalizer::ComposingNormalizerBorrowed;

/// Serial day 60 of 1900 is 29 February 1900, a day that never was: Excel kept it for the sake of Lotus 1-2-3.
const NEVER: f64 = 60.0;
/// Days between the two beginnings that Excel counts from.
const FROM_1904: f64 = 1462.0;

/// A text in one spelling: composed (Unicode NFKC), without marks that nobody sees, single spaces.
#[must_use]
pub fn plain(text: &str) -> String {
    let normal = if text.is_ascii() {
        text.to_owned()
    } else {
        ComposingNormalizerBorrowed::new_nfkc()
            .normalize(text)
            .into_owned()
    };
    let seen = normal
        .chars()
        .filter(|letter| !matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}'));
    let seen: String = seen.collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of one line as it stands: composed (Unicode NFC), without marks that nobody sees, single spaces. What people read
/// keeps its signs, where [`plain`] makes three dots of an ellipsis.
#[must_use]
pub fn line(text: &str) -> String {
    let words = composed(text);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines as it stands; at most one empty line in a row.
#[must_use]
pub fn lines(text: &str) -> String {
    let text = composed(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

fn composed(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let seen = (normal.chars())
        .filter(|letter| !matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}'));
    seen.collect()
}

/// Whether a cell says that something is not known, which is another thing than an empty one.
#[must_use]
pub fn is_unknown(text: &str) -> bool {
    const WORDS: [&str; 6] = [
        "unknown",
        "ukjent",
        "ikke oppgitt",
        "ikkje oppgitt",
        "ikkje oppgjeve",
        "not stated",
    ];
    WORDS.contains(&key(text).as_str())
}

/// What two spellings of one name have in common: letters without their case, dashes of any length.
#[must_use]
pub fn key(text: &str) -> String {
    // A capital may become two letters that are then written as one.
    plain(&plain(text).to_lowercase()).replace(
        ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'],
        "-",
    )
}

/// What a cell says as text; a whole number without decimals, as it was typed.
///
/// # Errors
/// What is wrong with the cell itself.
pub fn text(cell: &Cell) -> Result<String, Said> {
    match cell {
        Cell::Empty => Ok(String::new()),
        Cell::Text(text) => Ok(plain(text)),
        Cell::Number(number) => Ok(number.to_string()),
        Cell::Day(_) => Err(Said::new("import-a-day-not-text")),
        Cell::Truth(truth) => Ok(truth.to_string()),
        Cell::Failed(error) => Err(Said::new("import-failed-formula").with("error", error)),
        Cell::NotCalculated => Err(Said::new("import-not-calculated")),
        Cell::Across(area) => Err(Said::new("import-across").with("area", area)),
    }
}

/// A day in the years 1900 to 2200: a date of the workbook, 2026-12-31, 31.12.2026 or 31. desember 2026.
///
/// # Errors
/// What is wrong, and what to write.
pub fn day(cell: &Cell, from_1904: bool) -> Result<NaiveDate, Said> {
    match cell {
        Cell::Day(serial) => serial_day(*serial).ok_or_else(|| Said::new("import-not-a-day")),
        Cell::Number(number) if (1900.0..=2200.0).contains(number) => {
            Err(Said::new("import-only-a-year"))
        }
        Cell::Number(number) => {
            let serial = number + if from_1904 { FROM_1904 } else { 0.0 };
            serial_day(serial).ok_or_else(|| Said::new("import-not-a-day"))
        }
        other => {
            let written = text(other)?;
            written_day(&written).map_err(|key| Said::new(key).with("written", written))
        }
    }
}

/// The day of a serial number of 1900; a time of day on it does not matter.
fn serial_day(serial: f64) -> Option<NaiveDate> {
    let whole = serial.floor();
    if !(1.0..=110_000.0).contains(&whole) || whole == NEVER {
        return None;
    }
    let before_the_gap = if whole < NEVER { 1 } else { 0 };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number of at most six digits"
    )]
    let days = whole as i64 + before_the_gap;
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    within(zero.checked_add_signed(chrono::Duration::days(days))?)
}

fn within(day: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&day.year()).then_some(day)
}

const MONTHS: [[&str; 2]; 12] = [
    ["januar", "january"],
    ["februar", "february"],
    ["mars", "march"],
    ["april", "april"],
    ["mai", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["august", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["desember", "december"],
];

fn written_day(text: &str) -> Result<NaiveDate, &'static str> {
    const WRONG: &str = "import-not-a-day-text";
    // A workbook's own ISO date may carry a time of day.
    let text = text.to_lowercase();
    let date = text.split(['t', ' ']).next().unwrap_or_default();
    if let Ok(day) = NaiveDate::parse_from_str(date, "%Y-%m-%d")
        && date.len() == 10
    {
        return within(day).ok_or(WRONG);
    }
    let parts: Vec<&str> = text
        .split(['.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts[..] else {
        return Err(WRONG);
    };
    let number = |text: &str, most: usize| -> Option<u32> {
        let digits = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten()
    };
    let named = MONTHS.iter().zip(1_u32..).find_map(|(names, number)| {
        let is_short = month.len() == 3 && names.iter().any(|name| name.starts_with(month));
        (is_short || names.contains(&month)).then_some(number)
    });
    if year.len() == 2 && number(year, 2).is_some() {
        return Err("import-year-of-two-digits");
    }
    let found = number(day, 2)
        .zip(named.or_else(|| number(month, 2)))
        .zip(number(year, 4))
        .and_then(|((day, month), year)| {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        });
    found.and_then(within).ok_or(WRONG)
}

/// A time of day in whole minutes: a time of the workbook, 09:00, 09.00 or kl. 09.00.
///
/// # Errors
/// What is wrong, and what to write.
pub fn time(cell: &Cell) -> Result<NaiveTime, Said> {
    let wrong = || Said::new("import-not-a-time");
    let of_day = |part: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of a day has at most 1440 minutes"
        )]
        let minutes = (part * 1440.0).round() as u32 % 1440;
        NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
    };
    match cell {
        Cell::Day(serial) if *serial >= 0.0 => of_day(serial.fract()).ok_or_else(wrong),
        Cell::Number(part) if (0.0..1.0).contains(part) => of_day(*part).ok_or_else(wrong),
        Cell::Number(_) => Err(wrong()),
        other => {
            let written = text(other)?.to_lowercase();
            let clock = written.strip_prefix("kl").unwrap_or(&written);
            let clock = clock.trim_start_matches(['.', ' ']).replace('.', ":");
            NaiveTime::parse_from_str(&clock, "%H:%M")
                .or_else(|_| NaiveTime::parse_from_str(&clock, "%H:%M:%S"))
                .map_err(|_not_a_time| wrong())
        }
    }
}

/// Yes or no, in any language of the product.
///
/// # Errors
/// What to write.
pub fn yes_no(cell: &Cell) -> Result<bool, Said> {
    match key(&text(cell)?).as_str() {
        "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "sann" => Ok(true),
        "nei" | "n" | "no" | "0" | "false" | "usann" => Ok(false),
        _ => Err(Said::new("import-not-yes-or-no")),
    }
}

/// A whole number from 1 to 9999.
///
/// # Errors
/// What to write.
pub fn number(cell: &Cell) -> Result<i64, Said> {
    let number: Option<i64> = text(cell)?.parse().ok();
    number
        .filter(|number| (1..=9_999).contains(number))
        .ok_or_else(|| Said::new("import-not-a-number"))
}

/// Words that are part of many names and tell none of them apart: forms of companies, and what a municipality is.
const COMMON: [&str; 12] = [
    "as",
    "asa",
    "sf",
    "hf",
    "rf",
    "iks",
    "kf",
    "sa",
    "ba",
    "da",
    "kommune",
    "stiftelsen",
];

/// The part of a name that tells it from others, and its digits: of names with different digits neither is a slip of
/// the other.
#[must_use]
pub fn stem(name: &str) -> (String, String) {
    let name = key(name).replace(['.', ',', '-', '/', '&'], " ");
    let words = name
        .split_whitespace()
        .filter(|word| !COMMON.contains(word));
    let stem: String = words.collect::<Vec<_>>().join(" ");
    let digits = stem.chars().filter(char::is_ascii_digit).collect();
    (stem, digits)
}

/// Whether one name may well be a slip of the pen for the other.
#[must_use]
pub fn is_near(one: &(String, String), other: &(String, String)) -> bool {
    if one.1 != other.1 {
        return false;
    }
    let length = one.0.chars().count().min(other.0.chars().count());
    let most = match length {
        0..5 => 0,
        5..12 => 1,
        _ => 2,
    };
    one.0.len().abs_diff(other.0.len()) <= 2 * most
        && strsim::osa_distance(&one.0, &other.0) <= most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let last = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        for text in [
            "2026-12-31",
            "2026-12-31T00:00:00",
            "2026-12-31 00:00:00",
            "31.12.2026",
            "31.12. 2026",
            " 31. desember 2026 ",
            "31 Desember 2026",
            "31. des. 2026",
            "31 december 2026",
            "31.\u{a0}desember\u{a0}2026",
        ] {
            assert_eq!(day(&written(text), false), Ok(last), "{text}");
        }
        let first = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
        for text in ["1.3.2027", "01.03.2027", "1. mars 2027", "1 March 2027"] {
            assert_eq!(day(&written(text), true), Ok(first), "{text}");
        }
    }

    #[test]
    fn what_may_mean_two_days_or_none_is_refused_with_what_to_write() {
        for (cell, why) in [
            (written("31.12.26"), "import-year-of-two-digits"),
            (written("12/31/2026"), "import-not-a-day-text"),
            (written("01/02/2026"), "import-not-a-day-text"),
            (written("30.02.2026"), "import-not-a-day-text"),
            (written("31. desembr 2026"), "import-not-a-day-text"),
            (written("46387"), "import-not-a-day-text"),
            (written("2026"), "import-not-a-day-text"),
            (written("1.1.1899"), "import-not-a-day-text"),
            (Cell::Number(2026.0), "import-only-a-year"),
            (Cell::Number(20_261_231.0), "import-not-a-day"),
            (Cell::Number(-1.0), "import-not-a-day"),
            (Cell::Number(f64::NAN), "import-not-a-day"),
            (Cell::Day(60.0), "import-not-a-day"),
            (Cell::Failed("#REF!".to_owned()), "import-failed-formula"),
            (Cell::NotCalculated, "import-not-calculated"),
        ] {
            let found = day(&cell, false).map_err(|said| said.key);
            assert_eq!(found, Err(why), "{cell:?}");
        }
    }

    #[test]
    fn serial_days_count_from_1900_or_1904() {
        let is = |cell: Cell, from_1904, text: &str| {
            assert_eq!(day(&cell, from_1904), Ok(text.parse().unwrap()), "{cell:?}");
        };
        is(Cell::Day(46_387.0), false, "2026-12-31");
        is(Cell::Number(46_387.0), false, "2026-12-31");
        is(Cell::Number(46_387.75), false, "2026-12-31");
        is(Cell::Number(44_925.0), true, "2026-12-31");
        // Days of the workbook were moved to 1900 when they were read.
        is(Cell::Day(46_387.0), true, "2026-12-31");
        is(Cell::Day(1.0), false, "1900-01-01");
        is(Cell::Day(59.0), false, "1900-02-28");
        is(Cell::Day(61.0), false, "1900-03-01");
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let nine = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
        for cell in [
            written("09:30"),
            written("9.30"),
            written("kl. 09.30"),
            written("09:30:00"),
            Cell::Day(9.5 / 24.0),
            Cell::Number(9.5 / 24.0),
            Cell::Day(46_387.0 + 9.5 / 24.0),
        ] {
            assert_eq!(time(&cell), Ok(nine), "{cell:?}");
        }
        for cell in [
            written("25:00"),
            written("9"),
            Cell::Number(9.5),
            written("ni"),
        ] {
            assert!(time(&cell).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn what_people_read_keeps_its_signs_and_its_lines() {
        assert_eq!(
            line(" Sl\u{2026}  om\u{a0}½ a\u{30a}r\n til"),
            "Sl\u{2026} om ½ år til"
        );
        let text = "Først.\r\n\r\n\r\n- ett  \n- to\n\n";
        assert_eq!(lines(text), "Først.\n\n- ett\n- to");
        for word in ["Ukjent", "ikke  oppgitt", "UNKNOWN"] {
            assert!(is_unknown(word), "{word}");
        }
        assert!(!is_unknown("") && !is_unknown("frem til lunsj"));
    }

    #[test]
    fn two_spellings_of_one_name_are_the_same() {
        let name = key("Brønnøysundregistrene på nett");
        for other in [
            "BRØNNØYSUNDREGISTRENE PÅ NETT",
            "  Brønnøysundregistrene   på\u{a0}nett ",
            "Brønnøysundregistrene pa\u{30a} nett",
            "Brønnøysund\u{ad}registrene på nett\u{200b}",
        ] {
            assert_eq!(key(other), name, "{other}");
        }
        assert_eq!(key("Digitaliserings– og"), key("digitaliserings- og"));
    }

    #[test]
    fn a_slip_of_the_pen_is_near_and_a_neighbour_is_not() {
        let near = |one: &str, other: &str| is_near(&stem(one), &stem(other));
        for (one, other) in [
            ("Brønnøysundregistrene", "Brønøysundregistrene"),
            ("Helsedirektoratet", "Helsedirektoratett"),
            ("Bergen kommune", "Bergen"),
            ("Norsk helsenett SF", "Norsk Helsenett"),
            ("Halden kommune", "Haldne kommune"),
        ] {
            assert!(near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Os kommune", "Ås kommune"),
            ("Nes kommune", "Nesna kommune"),
            ("Helsedirektoratet", "Politidirektoratet"),
            ("Oslo kommune", "Akershus fylkeskommune"),
            ("Virksomhet 11", "Virksomhet 12"),
        ] {
            assert!(!near(one, other), "{one} {other}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, rng_seed: proptest::test_runner::RngSeed::Fixed(1904), ..ProptestConfig::default() })]

        /// However a day is written, it is the same day.
        #[test]
        fn every_way_of_writing_a_day_says_the_same(days in 61_i32..109_000) {
            let expected = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + chrono::Duration::days(i64::from(days));
            prop_assert_eq!(day(&Cell::Day(f64::from(days)), false), Ok(expected));
            let moved = Cell::Number(f64::from(days) - FROM_1904);
            if !(1900..=2200).contains(&(days - 1462)) && days > 1462 {
                prop_assert_eq!(day(&moved, true), Ok(expected));
            }
            for form in ["%Y-%m-%d", "%d.%m.%Y", "%-d.%-m.%Y"] {
                prop_assert_eq!(day(&written(&expected.format(form).to_string()), false), Ok(expected));
            }
            let month = MONTHS[expected.month0() as usize][0];
            let named = format!("{}. {month} {}", expected.day(), expected.year());
            prop_assert_eq!(day(&written(&named), false), Ok(expected));
        }

        #[test]
        fn no_text_or_number_makes_a_value_fail(text_in in any::<String>(), number_in in any::<f64>(), from_1904 in any::<bool>()) {
            for cell in [written(&text_in), Cell::Number(number_in), Cell::Day(number_in)] {
                if let Ok(found) = day(&cell, from_1904) {
                    prop_assert!((1900..=2200).contains(&found.year()));
                }
                time(&cell).ok();
                number(&cell).ok();
                yes_no(&cell).ok();
            }
            let once = key(&text_in);
            prop_assert!(is_near(&stem(&once), &stem(&text_in)));
        }
    }
}
