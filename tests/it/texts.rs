//! The texts against the code: every key that is asked for is there in every language, none is left over, the values
//! are the same in all, and nynorsk is written as nynorsk (språklova § 14).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use styringsrad::annual_plan::{Counting as PlanCounting, State as PlanState};
use styringsrad::boards::pages::mandates::AUDIENCES;
use styringsrad::boards::{
    Fault, MandateState, ReminderKind, ReminderUnit, Strength, ToRole, about, rule_kind,
};
use styringsrad::calendar::{ClosureKind, Counting, HolidaySet};
use styringsrad::cases::past::Unknown;
use styringsrad::cases::rules::Step;
use styringsrad::cases::{CaseState, ItemKind, Numbering};
use styringsrad::composition::Outcome;
use styringsrad::councils::State as Delegated;
use styringsrad::files::Kind;
use styringsrad::i18n::{FILES, Language, Value, text};
use styringsrad::import::headings;
use styringsrad::mail::OccasionState;
use styringsrad::meetings::replies::Answer as Reply;
use styringsrad::meetings::{MeetingState, Stage};
use styringsrad::minutes::actions::{Show as ActionShow, State as ActionState};
use styringsrad::minutes::attendance::{Part as Attending, Presence};
use styringsrad::minutes::decisions::Stance;
use styringsrad::minutes::publication::PublicationState;
use styringsrad::minutes::round::{self as minutes, Approval, RemarkState};
use styringsrad::papers::{Part, Sections};
use styringsrad::portfolio::payments::Way;
use styringsrad::public::OwnerHas;
use styringsrad::search::{Order, Sort};
use styringsrad::web::access::{Assessment, Audience, Role, Scope};

/// What a text key may be made of in the code: how it starts, and what may follow.
#[expect(clippy::too_many_lines, reason = "a table, a line an entry")]
fn families() -> Vec<(&'static str, Vec<String>)> {
    let of = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let roles = || ToRole::ALL.iter().map(ToString::to_string).collect();
    let mails = Stage::ALL.iter().flat_map(|stage| {
        ["act", "act-body", "know", "know-body"].map(|end| format!("{stage}-{end}"))
    });
    let occasions = OccasionState::ALL.iter().map(ToString::to_string);
    let mut families: Vec<(&str, Vec<String>)> = vec![
        ("boards-about-", of(&about::ALL)),
        ("boards-audience-", of(&AUDIENCES)),
        ("me-reminders-", of(&["singly", "weekly"])),
        (
            "boards-closure-",
            of(&ClosureKind::ALL.map(ClosureKind::code)),
        ),
        (
            "boards-mandate-state-",
            MandateState::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "boards-mandate-flag-",
            Fault::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "boards-mandate-fault-",
            Fault::ALL.iter().map(ToString::to_string).collect(),
        ),
        ("boards-counting-", of(&Counting::ALL.map(Counting::code))),
        (
            "boards-holidays-",
            of(&HolidaySet::ALL.map(HolidaySet::code)),
        ),
        (
            "boards-role-",
            Role::ALL.iter().map(ToString::to_string).collect(),
        ),
        ("boards-rule-", of(&rule_kind::ALL)),
        ("boards-rule-kind-", of(&rule_kind::ALL)),
        (
            "boards-strength-",
            Strength::ALL.iter().map(ToString::to_string).collect(),
        ),
        ("boards-to-", roles()),
        (
            "annual-plan-state-",
            PlanState::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "annual-plan-counting-",
            PlanCounting::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "delegation-state-",
            Delegated::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "composition-outcome-",
            Outcome::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "boards-unit-",
            ReminderUnit::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "boards-when-",
            ReminderKind::ALL.iter().map(ToString::to_string).collect(),
        ),
        ("boards-mail-term-", of(&MATTER)),
        ("boards-mail-mandate-", of(&MATTER)),
        ("boards-mail-unapproved-", of(&MATTER)),
        (
            "boards-mail-report-",
            LATE_MATTER
                .into_iter()
                .filter(|part| *part != "what")
                .map(str::to_owned)
                .collect(),
        ),
        ("boards-mail-vacancy-", of(&LATE_MATTER)),
        ("boards-mail-naming-", of(&LATE_MATTER)),
        ("deadline-mail-", mails.collect()),
        (
            "deadline-mark-",
            Stage::ALL
                .iter()
                .filter(|stage| stage.is_done_by_button())
                .map(ToString::to_string)
                .collect(),
        ),
        ("deadline-mail-role-", roles()),
        (
            "import-column-",
            columns().map(|column| dashed(column.code)).collect(),
        ),
        (
            "import-form-",
            headings::Form::ALL
                .map(|form| form.code().to_owned())
                .into(),
        ),
        (
            "import-kind-",
            ItemKind::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "import-part-",
            Attending::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "import-sheet-",
            headings::SHEETS.map(|sheet| dashed(sheet.code)).into(),
        ),
        ("mail-state-", occasions.collect()),
        (
            "meeting-state-",
            MeetingState::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "stage-",
            Stage::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "search-sort-",
            Sort::ALL.iter().map(ToString::to_string).collect(),
        ),
        (
            "search-order-",
            Order::ALL.iter().map(ToString::to_string).collect(),
        ),
        ("to-", roles()),
    ];
    families.extend(answers());
    families.extend(wordings());
    families.extend(cases());
    families
}

/// What boards may write of their mail, with the texts that stand where they have not.
fn wordings() -> Vec<(&'static str, Vec<String>)> {
    let tables = styringsrad::app::tables();
    let (mut names, mut variants) = (BTreeSet::new(), BTreeSet::new());
    for passage in tables.passages() {
        names.extend(passage.names.iter().map(|code| (*code).to_owned()));
        variants.insert(passage.variant.to_owned());
    }
    variants.remove(styringsrad::mail::wording::USUAL);
    let names: Vec<String> = names.into_iter().collect();
    vec![
        ("wording-means-", names.clone()),
        ("wording-name-", names),
        ("wording-variant-", variants.into_iter().collect()),
    ]
}

/// What cases and agendas are made of.
fn cases() -> Vec<(&'static str, Vec<String>)> {
    macro_rules! codes {
        ($of:ty) => {
            <$of>::ALL.iter().map(ToString::to_string).collect()
        };
    }
    let steps = Step::ALL.map(|step| step.code().to_owned());
    let kinds = ItemKind::ALL.iter().filter(|kind| **kind != ItemKind::Case);
    vec![
        ("agenda-kind-", kinds.map(ToString::to_string).collect()),
        ("case-", vec!["yes".to_owned(), "no".to_owned()]),
        ("case-assessment-", codes!(Assessment)),
        ("case-audience-", codes!(Audience)),
        ("case-numbering-", codes!(Numbering)),
        ("case-scope-", codes!(Scope)),
        ("case-state-", codes!(CaseState)),
        ("case-step-", steps.into()),
        (
            "file-kind-",
            Kind::ALL.map(|kind| kind.suffix().to_owned()).into(),
        ),
        ("paper-", papers()),
        ("paper-part-", codes!(Part)),
        ("round-remark-", codes!(RemarkState)),
        ("round-approval-", codes!(Approval)),
        ("round-version-", codes!(minutes::Step)),
        ("publication-was-", was_published()),
        ("action-state-", codes!(ActionState)),
        ("action-show-", codes!(ActionShow)),
        ("decision-stance-", codes!(Stance)),
        ("split-way-", codes!(Way)),
        ("decision-owner-", codes!(OwnerHas)),
        ("attendance-", codes!(Presence)),
        ("attendance-part-", codes!(Attending)),
        ("unknown-", codes!(Unknown)),
        (
            "attendance-as-",
            (Attending::ALL.iter())
                .filter(|part| **part != Attending::Chair)
                .map(ToString::to_string)
                .collect(),
        ),
    ]
}

/// What can be said of a publication that is or was out.
fn was_published() -> Vec<String> {
    let told = (PublicationState::ALL.iter()).filter(|one| **one != PublicationState::Asked);
    told.map(ToString::to_string).collect()
}

/// The parts of a case paper, each with its help, and what may be done with one that is sent out.
fn papers() -> Vec<String> {
    let parts = Sections::default().parts().map(|(key, _)| key);
    let parts = parts
        .iter()
        .flat_map(|key| [(*key).to_owned(), format!("{key}-help")]);
    let acts = ["withdraw", "return"].iter();
    let acts = acts.flat_map(|act| [(*act).to_owned(), format!("{act}-how")]);
    parts.chain(acts).collect()
}

/// What someone who is called may answer.
fn answers() -> Vec<(&'static str, Vec<String>)> {
    let taps = [Reply::InPerson, Reply::Digitally, Reply::NotComing];
    let codes = |of: &[Reply]| of.iter().map(ToString::to_string).collect();
    vec![("reply-", codes(Reply::ALL)), ("reply-tap-", codes(&taps))]
}

fn columns() -> impl Iterator<Item = &'static headings::Column> {
    headings::SHEETS.into_iter().flat_map(|sheet| sheet.columns)
}

fn dashed(code: &str) -> String {
    code.replace('_', "-")
}

/// The parts of a letter about a board's matter.
const MATTER: [&str; 5] = ["subject", "ask", "what", "day", "action"];
const LATE_MATTER: [&str; 7] = [
    "subject",
    "subject-late",
    "ask",
    "ask-late",
    "what",
    "day",
    "action",
];

/// Starts of names that are made in the code and are no texts: fields, anchors, slots of occasions, files, entries of calendars.
const NO_TEXTS: [&str; 29] = [
    "added-",
    "agenda-",
    "answer-",
    "before-",
    "content-",
    "day-",
    "deadline-",
    "draft-",
    "guest-",
    "invite-",
    "item-",
    "items-",
    "line-",
    "meeting-",
    "minutes-",
    "note-",
    "officer-",
    "organisation-",
    "overdue-",
    "person-",
    "point-",
    "remark-",
    "row-",
    "said-",
    "styringsrad-rehearsal-",
    "talk-",
    "tap-",
    "text-",
    "version-",
];

/// Texts of six words or more that are the same in bokmål and nynorsk, and right in both.
const ALIKE: [&str; 83] = [
    "action-line",
    "affiliation-end-of",
    "agenda-dragged",
    "agenda-title-help",
    "attendance-left",
    "attendance-n-of",
    "attendance-tap",
    "boards-appointment",
    "boards-mail-mandate-subject",
    "boards-mandate-end-former",
    "boards-report-another-day",
    "case-meeting-until",
    "case-state-count",
    "case-talk-held",
    "colleague-end",
    "colleague-language",
    "deadline-mail-foot",
    "deadline-mail-notice-act",
    "deadline-mail-registration-act",
    "deadline-mail-registration-know",
    "deadline-mail-registration-know-body",
    "deadline-mail-remarks-know-body",
    "deadline-mail-reply-know",
    "deadline-mail-subject",
    "deadline-mail-subject-meeting",
    "deadline-mail-subject-overdue",
    "deadline-mail-subject-special",
    "deadline-mark-undone",
    "deputy-mail-receipt-subject",
    "dispatch-paper",
    "error-to-published",
    "form-too-large",
    "front-who-public",
    "import-place-cell",
    "import-place-row",
    "ledger-kind-minutes-sent",
    "ledger-kind-rotation-thanks",
    "letter-calendar-entry",
    "mail-invited-subject",
    "mail-state-told",
    "mandate-case-title",
    "mandate-if-day",
    "mandate-text-of",
    "meeting-calendar-day",
    "minutes-draft-of",
    "notice-mail-subject-call",
    "notice-mail-subject-cancellation",
    "notice-mail-was",
    "organisation-named-to",
    "pack-and",
    "pack-page-in",
    "pack-pages",
    "pack-sent-at",
    "paper-note-where",
    "paper-note-where-page",
    "paper-pages",
    "pdf-note-to-page",
    "pdf-page",
    "public-about-product",
    "public-meeting-of",
    "public-version",
    "public-year-of",
    "publication-n-of",
    "publication-out-since",
    "rehearsal-none",
    "reply-deputy-confirmed",
    "reply-own",
    "reply-refuse",
    "reply-tap",
    "rotation-seat",
    "rotation-seat-heading",
    "round-mail-foot",
    "round-mail-foot-secretariat",
    "round-remark-by",
    "said-advice-sent",
    "said-measure-report",
    "search-found",
    "search-page-of",
    "subscribe-choice",
    "subscribe-end-of",
    "subscribe-mail-end-of",
    "wording-in",
    "wording-or",
];

/// Key and text, as the files of one language say it.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (_, source) in FILES.iter().filter(|(of, _)| *of == language.tag()) {
        let mut last = String::new();
        for line in source.lines() {
            let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((key, words)) = line.split_once('=').filter(|_| begins) {
                key.trim().clone_into(&mut last);
                let twice = found.insert(last.clone(), words.trim().to_owned());
                assert!(twice.is_none(), "{last} stands twice");
            } else if line.starts_with([' ', '}']) {
                let words = found.get_mut(&last).expect("a text goes on");
                words.push('\n');
                words.push_str(line);
            }
        }
    }
    found
}

/// The names of the values in a text.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

/// Every string in the code outside its tests and the demo's data.
fn strings() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new("src").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is read") {
            let path = entry.expect("the folder is read").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .expect("a name");
            if path.is_dir() && !["demo", "tests"].contains(&name) {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs")
                && !["tests.rs", "testing.rs"].contains(&name)
            {
                let source = fs::read_to_string(&path).expect("the code is read");
                let code = source.split("#[cfg(test)]").next().unwrap_or_default();
                found.extend(strings_in(code));
            }
        }
    }
    assert!(found.len() > 500, "the code is read");
    found
}

fn strings_in(code: &str) -> Vec<String> {
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "' '");
    let mut found = Vec::new();
    let mut string: Option<String> = None;
    let mut is_escaped = false;
    for letter in code.chars() {
        match (&mut string, letter) {
            (Some(text), _) if is_escaped => {
                text.push(letter);
                is_escaped = false;
            }
            (Some(_), '\\') => is_escaped = true,
            (Some(text), '"') => {
                found.push(std::mem::take(text));
                string = None;
            }
            (Some(text), letter) => text.push(letter),
            (None, '"') => string = Some(String::new()),
            (None, _) => {}
        }
    }
    found
}

/// Whether this looks like a text key, and like nothing else: the first words of keys are what the slices chose.
fn is_start_of_a_key(start: &str) -> bool {
    start.len() > 2
        && start.ends_with('-')
        && start.starts_with(|first: char| first.is_ascii_lowercase())
        && start
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

#[test]
fn every_start_of_a_made_key_is_known() {
    let starts: BTreeSet<String> = strings()
        .iter()
        .filter_map(|text| {
            let start = text.split('{').next()?;
            is_start_of_a_key(start).then(|| start.to_owned())
        })
        .collect();
    let families = families();
    for start in &starts {
        let is_known =
            families.iter().any(|(known, _)| known == start) || NO_TEXTS.contains(&start.as_str());
        assert!(
            is_known,
            "{start}… is made in the code: which texts are they?"
        );
    }
    for start in NO_TEXTS {
        assert!(starts.contains(start), "{start} is not made any more");
    }
}

/// Every string that is given to something that says the text with that key.
fn asked_for() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    let mut folders = vec![Path::new("src").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is read") {
            let path = entry.expect("the folder is read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap_or_default();
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            let dense: String = code.split_whitespace().collect();
            for call in [
                ".t(\"",
                ".tv(\"",
                "Said::new(\"",
                "text(language,\"",
                "text(self.language,\"",
                "Change::of(\"",
            ] {
                let keys = dense.split(call).skip(1);
                asked
                    .extend(keys.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()));
            }
            asked.extend(
                strings_in(code).into_iter().filter(|text| {
                    text.starts_with("said-") && text.len() > 5 && !text.contains(' ')
                }),
            );
        }
    }
    assert!(asked.len() > 300, "the calls are found");
    asked
}

#[test]
fn every_text_that_is_asked_for_is_there_in_every_language() {
    let mut missing = Vec::new();
    for language in Language::OWN {
        let there = texts(language);
        let made = families()
            .into_iter()
            .flat_map(|(start, codes)| codes.into_iter().map(move |code| format!("{start}{code}")));
        for key in asked_for().into_iter().chain(made) {
            if !there.contains_key(&key) {
                missing.push(format!("{}: {key}", language.tag()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_text_is_left_that_nobody_asks_for() {
    let mut used = strings();
    for (start, codes) in families() {
        used.extend(codes.into_iter().map(|code| format!("{start}{code}")));
    }
    let left: Vec<String> = texts(Language::NB)
        .into_keys()
        .filter(|key| !used.contains(key))
        .collect();
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn the_same_texts_take_the_same_values_in_every_language() {
    let first = texts(Language::NB);
    for language in Language::OWN {
        let there = texts(language);
        let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&there), keys(&first), "{}", language.tag());
        for (key, words) in &there {
            assert_eq!(
                values(words),
                values(&first[key]),
                "{}: {key}",
                language.tag()
            );
            assert!(
                !words.trim().is_empty(),
                "{}: {key} is empty",
                language.tag()
            );
        }
    }
}

#[test]
fn nynorsk_is_written_and_not_copied() {
    let (nb, nn) = (texts(Language::NB), texts(Language::NN));
    let long_and_alike: Vec<&str> = nb
        .iter()
        .filter(|(key, words)| words.split_whitespace().count() >= 6 && nn[*key] == **words)
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(
        long_and_alike, ALIKE,
        "read these, and write them in nynorsk"
    );
    // Words that bokmål has and nynorsk never.
    for (key, words) in &nn {
        let plain = words.to_lowercase();
        let letters = plain.split(|letter: char| !letter.is_alphabetic());
        for word in letters {
            assert!(
                ![
                    "ikke",
                    "jeg",
                    "noen",
                    "hvis",
                    "hvem",
                    "hva",
                    "hvor",
                    "hvordan",
                    "fra",
                    "flere",
                    "uken",
                    "møtene",
                    "en",
                    "et",
                    "hun",
                    "være",
                    "gjøre",
                    "hver",
                    "dager",
                    "måneder",
                    "virksomhet",
                    "virksomheten",
                    "virksomheter",
                    "endringer",
                    "personer",
                    "frister",
                    "kommer",
                    "skriver",
                    "bare",
                    "lenke"
                ]
                .contains(&word),
                "{key}: “{word}” is not nynorsk: {words}"
            );
        }
    }
}

/// Formats each text once with a number, once with a word: a value that is missing is an error, which `text` asserts.
#[test]
fn every_text_is_said_without_an_error() {
    for language in Language::OWN {
        for (key, words) in texts(language) {
            for one in [Value::Number(1), Value::Number(12), Value::from("Ærø")] {
                let given: Vec<(&'static str, Value)> = values(&words)
                    .into_iter()
                    .map(|name| (&*name.to_owned().leak(), one.clone()))
                    .collect();
                let said = text(language, &key, &given);
                assert_ne!(said, key, "{}: {key}", language.tag());
                assert!(!said.contains("{$"), "{}: {key}: {said}", language.tag());
                assert!(!said.contains('\u{2068}'), "{key}: an isolation mark");
            }
        }
    }
}
