//! Reads the form of a decision: what is wrong stands at its field, and what was typed stays.

use super::rules;
use super::{Decided, Stance};
use crate::web::Form;
use chrono::NaiveDate;

/// As long as the text may be, in characters.
const LONGEST: usize = 2_000;
const NAME: usize = 120;
const LINK: usize = 500;

/// What was typed, of a meeting that began on `first_day`; none where a mistake stands at a field.
pub fn read(form: &mut Form, first_day: NaiveDate, today: NaiveDate) -> Option<Decided> {
    let stance: Option<Stance> = form.choice("stance");
    let decider = form.needed_line("decider", NAME);
    let on = form.needed_date("decided-on");
    let content = form.text("content", LONGEST);
    let link = form.line("link", LINK);
    let checks = [
        ("decided-on", rules::may_be_on(on, first_day, today)),
        (
            "content",
            stance.map_or(Ok(()), |stance| rules::may_say(stance, &content)),
        ),
        ("link", rules::may_link(&link)),
    ];
    for (field, checked) in checks {
        if let (Err(refusal), None) = (checked, form.mistake(field)) {
            form.refuse(field, refusal.said());
        }
    }
    form.refuse_numbers(&["decider", "content", "link"]);
    let stance = stance.filter(|_| form.is_right())?;
    Some(Decided {
        stance,
        decider,
        on,
        content,
        link,
    })
}

/// What stands, as the form of it; a new one where nothing does.
#[must_use]
pub fn filled(decided: Option<&Decided>, usual_decider: &str, version: i64) -> Form {
    let mut form = Form::filled([("version", version.to_string())]);
    let Some(decided) = decided else {
        form.put("decider", usual_decider);
        return form;
    };
    form.put("stance", decided.stance.code());
    form.put("decider", decided.decider.as_str());
    form.put("decided-on", decided.on.to_string());
    form.put("content", decided.content.as_str());
    form.put("link", decided.link.as_str());
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 9).expect("a day");
    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 20).expect("a day");

    fn right() -> Decided {
        Decided {
            stance: Stance::InPart,
            decider: "Digdir".to_owned(),
            on: DAY,
            content: "Overgangen blir ett år.".to_owned(),
            link: "https://digdir.no/vedtak".to_owned(),
        }
    }

    #[test]
    fn what_stands_is_read_as_it_was_written() {
        let mut form = filled(Some(&right()), "KS", 3);
        assert_eq!(read(&mut form, DAY, TODAY), Some(right()));
        assert!(form.is_right() && form.version() == 3);
        assert_eq!(filled(None, "Digdir", 0).value("decider"), "Digdir");
    }

    #[test]
    fn each_mistake_stands_at_its_field() {
        for (name, value, key) in [
            ("stance", "", "form-needed"),
            ("stance", "maybe", "form-not-a-choice"),
            ("decider", " ", "form-needed"),
            ("decided-on", "", "form-needed"),
            ("decided-on", "2026-12-08", "decision-before-meeting"),
            ("decided-on", "2026-12-21", "decision-in-future"),
            ("content", "", "decision-needs-text"),
            ("content", "Gjelder 178981 90021.", "form-has-number"),
            ("link", "ftp://digdir.no", "decision-not-a-link"),
        ] {
            let mut form = filled(Some(&right()), "", 1);
            form.put(name, value);
            assert_eq!(read(&mut form, DAY, TODAY), None, "{name} = {value}");
            let mistake = form.mistake(name).map(|said| said.key);
            assert_eq!(mistake, Some(key), "{name} = {value}");
        }
    }
}
