//! The rules of a board's own words, as sentences.

use super::*;

const NB: Language = Language::NB;

fn passage() -> Passage {
    Passage {
        kind: "notice-call",
        variant: "know",
        subject: keys(["notice-mail-subject-call"]),
        opening: keys(["notice-mail-call-know"]),
        names: &["board", "meeting"],
        needs: &[&["board"], &["meeting"]],
    }
}

fn values() -> Vec<(&'static str, Value)> {
    vec![("board", "Skate".into()), ("meeting", "17. mars".into())]
}

fn mistakes(subject: &str, opening: &str) -> Vec<(Field, Mistake)> {
    passage().read(NB, subject, opening).unwrap_err()
}

#[test]
fn without_words_of_its_own_a_board_says_ours() {
    let said = Wordings::default().opening(&passage(), NB, &values());
    assert_eq!(said.subject, "Innkalling til møte i Skate 17. mars");
    assert_eq!(
        Wordings::default().standing(&passage(), NB),
        Standing::Usual
    );
}

#[test]
fn a_board_says_its_own_words_in_that_language_alone() {
    let own = passage()
        .read(
            NB,
            "Velkommen til {råd} {møtedag}",
            "Hei!\n\nVi møtes {møtedag}.",
        )
        .unwrap();
    let wordings = Wordings::default().with(&passage(), NB, &own);
    let said = wordings.opening(&passage(), NB, &values());
    assert_eq!(said.subject, "Velkommen til Skate 17. mars");
    assert_eq!(said.paragraphs, ["Hei!", "Vi møtes 17. mars."]);
    assert_eq!(wordings.standing(&passage(), NB), Standing::Adapted);
    let nynorsk = wordings.opening(&passage(), Language::NN, &values());
    assert_eq!(nynorsk, passage().usual(Language::NN, &values()));
}

#[test]
fn a_subject_says_thing_and_date() {
    let lacks = |of| vec![(Field::Subject, Mistake::Lacks(of))];
    assert_eq!(mistakes("Møte {møtedag}", "Hei"), lacks(&["board"]));
    assert_eq!(mistakes("Møte i {råd}", "Hei"), lacks(&["meeting"]));
}

#[test]
fn each_field_tells_of_its_own_mistake() {
    assert_eq!(
        mistakes("{råd} {møtedag", "{tittel}"),
        [
            (Field::Subject, Mistake::Unclosed),
            (Field::Opening, Mistake::Unknown("tittel".into())),
        ]
    );
    let said = passage().said(&Mistake::Unknown("tittel".into()), NB);
    assert!(said.text(NB).contains("{tittel}"));
    assert!(said.text(NB).contains("{råd}, {møtedag}"));
}

#[test]
fn what_is_filled_in_makes_no_paragraph_and_no_placeholder() {
    let own = passage().read(NB, "{råd} {møtedag}", "I {råd}").unwrap();
    let wordings = Wordings::default().with(&passage(), NB, &own);
    let hostile: Vec<(&'static str, Value)> = vec![
        ("board", "{møtedag}\n\n<b>".into()),
        ("meeting", "x".into()),
    ];
    let said = wordings.opening(&passage(), NB, &hostile);
    assert_eq!(said.paragraphs, ["I {møtedag}\n\n<b>"]);
}

#[test]
fn f05_words_that_no_longer_fit_are_left_aside() {
    let own = passage().read(NB, "{råd} {møtedag}", "I {råd}").unwrap();
    let wordings = Wordings::default().with(&passage(), NB, &own);
    let later = Passage {
        names: &["meeting"],
        needs: &[&["meeting"]],
        ..passage()
    };
    assert_eq!(wordings.standing(&later, NB), Standing::Unfit);
    let said = wordings.opening(&later, NB, &values());
    assert_eq!(said, later.usual(NB, &values()));
    // Nor does a value that nobody gives stop a mail.
    let fewer: Vec<(&'static str, Value)> = values();
    let other = Passage {
        names: &["board", "meeting", "due"],
        ..passage()
    };
    let own = other.read(NB, "{råd} {møtedag}", "{fristdag}").unwrap();
    let wordings = Wordings::default().with(&other, NB, &own);
    assert_eq!(
        wordings.opening(&other, NB, &fewer),
        other.usual(NB, &fewer)
    );
}

#[test]
fn our_own_words_are_a_template_like_any_other() {
    for language in Language::OWN {
        let usual = passage().usual_template(language);
        let read = passage().read(language, &usual.subject, &usual.text());
        assert_eq!(read.unwrap().shown(language), usual);
    }
}
