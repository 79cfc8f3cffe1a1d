//! The words that cells choose from: codes, and what each is called in any language of the product.

use crate::db::code_words::CodeWord;
use crate::i18n::{Language, text};
use crate::import::Known;
use crate::import::values::key;
use std::collections::HashMap;

/// A closed or open list: every word for a code, and what to say when none of them was written.
pub struct List {
    pub codes: HashMap<String, String>,
    pub choices: String,
}

impl List {
    fn new<'a>(
        codes: impl IntoIterator<Item = (&'a str, [String; 3])>,
        language: Language,
    ) -> Self {
        let at = Language::OWN.iter().position(|it| *it == language);
        let mut list = Self {
            codes: HashMap::new(),
            choices: String::new(),
        };
        let mut choices = Vec::new();
        for (code, words) in codes {
            list.codes.insert(key(code), code.to_owned());
            choices.push(words[at.unwrap_or(0)].clone());
            for word in words {
                list.codes
                    .entry(key(&word))
                    .or_insert_with(|| code.to_owned());
            }
        }
        list.choices = choices.join(", ");
        list
    }

    fn of_data(list: &[CodeWord], language: Language) -> Self {
        let words = list.iter().map(|(code, words)| {
            let each = Language::OWN.map(|it| words.in_language(it.tag()).to_owned());
            (code.as_str(), each)
        });
        Self::new(words, language)
    }

    /// Codes whose words are texts of the product.
    fn of_texts<'a>(
        start: &str,
        codes: impl IntoIterator<Item = &'a str>,
        language: Language,
    ) -> Self {
        let words = codes.into_iter().map(|code| {
            let each = Language::OWN.map(|it| text(it, &format!("{start}{code}"), &[]));
            (code, each)
        });
        Self::new(words.collect::<Vec<_>>(), language)
    }
}

/// The lists that cells choose from.
pub struct Vocabulary {
    pub board_kinds: List,
    pub meeting_kinds: List,
    pub seat_kinds: List,
    pub organisation_kinds: List,
    pub roles: List,
    pub states: List,
    pub holidays: List,
    pub languages: List,
    pub case_types: List,
    pub case_subjects: List,
    pub case_states: List,
    pub outcomes: List,
    pub assessments: List,
    pub scopes: List,
    pub numberings: List,
    pub item_kinds: List,
    pub parts: List,
    pub presences: List,
    pub unknowns: List,
    pub action_states: List,
    /// What an action item has for a name where nobody knows whose it is.
    pub nobody: String,
}

impl Vocabulary {
    pub fn of(known: &Known, language: Language) -> Self {
        use crate::calendar::HolidaySet;
        use crate::cases::past::Unknown;
        use crate::cases::{CaseState, ItemKind, Numbering};
        use crate::meetings::MeetingState;
        use crate::minutes::actions::State as ActionState;
        use crate::minutes::attendance::{Part, Presence};
        use crate::web::access::{Assessment, Role, Scope};
        macro_rules! closed {
            ($start:literal, $of:ty) => {
                List::of_texts($start, <$of>::ALL.iter().map(|one| one.code()), language)
            };
        }
        let data = |list: &[CodeWord]| List::of_data(list, language);
        let roles = Role::ALL.iter().map(|role| role.code());
        let states = MeetingState::ALL.iter().map(|state| state.code());
        let holidays = HolidaySet::ALL.map(HolidaySet::code);
        let languages = Language::OWN.map(|it| {
            (
                it.tag(),
                [it.own_name(), it.own_name(), it.own_name()].map(str::to_owned),
            )
        });
        Self {
            board_kinds: data(&known.kinds.board),
            meeting_kinds: data(&known.kinds.meeting),
            seat_kinds: data(&known.kinds.seat),
            organisation_kinds: data(&known.kinds.organisation),
            roles: List::of_texts("boards-role-", roles, language),
            states: List::of_texts("meeting-state-", states, language),
            holidays: List::of_texts("boards-holidays-", holidays, language),
            languages: List::new(languages, language),
            case_types: data(&known.kinds.case_type),
            case_subjects: data(&known.kinds.case_subject),
            case_states: closed!("case-state-", CaseState),
            outcomes: data(&known.kinds.outcome),
            assessments: closed!("case-assessment-", Assessment),
            scopes: closed!("case-scope-", Scope),
            numberings: closed!("case-numbering-", Numbering),
            item_kinds: closed!("import-kind-", ItemKind),
            parts: closed!("import-part-", Part),
            presences: closed!("attendance-", Presence),
            unknowns: closed!("unknown-", Unknown),
            action_states: closed!("action-state-", ActionState),
            nobody: text(language, "import-owner-unknown", &[]),
        }
    }
}
