//! What mail of a round says of single items: which one a remark is about, which a new draft changes, and which the
//! secretariat has answered about.

use super::{Matter, SETTLED, remark_of};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{Language, text};
use crate::mail::{Answer, Desk, Occasion, OccasionState, Recipient, ledger};
use crate::meetings::words::capitalised;
use crate::minutes::round::rules::changes::{self, Label};
use crate::minutes::round::store::{self, remarks};
use crate::minutes::round::{Step, wording};
use crate::people::store as people;

/// What the draft that is out says anew since the one before it; none where it is the first.
pub(super) fn since_the_last(conn: &mut Conn, matter: &Matter) -> Result<Option<Vec<Label>>> {
    let Some(round) = &matter.round else {
        return Ok(None);
    };
    let lines = store::lines(conn, round.meeting)?.into_iter();
    let mut earlier = lines.filter(|one| one.step == Step::Draft && one.number < round.draft);
    let Some(last) = earlier.next() else {
        return Ok(None);
    };
    let before = store::version(conn, round.meeting, last.number)?.told;
    let now = store::version(conn, round.meeting, round.draft)?.told;
    Ok(Some(changes::changed(&before, &now)))
}

/// “Endret siden forrige utkast: Sak 12/26”.
pub(in crate::minutes::round) fn news(labels: &[Label], language: Language) -> (String, String) {
    let line = changes::line(labels, language);
    let said = line.map_or_else(
        || text(language, "round-mail-same", &[]),
        |line| capitalised(&line),
    );
    (text(language, "round-mail-news", &[]), said)
}

/// “Merknaden gjelder: Sak 12/26”, and who made it.
pub(in crate::minutes::round) fn asked(
    about: &Label,
    who: &str,
    language: Language,
) -> [(String, String); 2] {
    let fact = |key: &str, value: String| (text(language, key, &[]), value);
    [
        fact("round-mail-about", capitalised(&about.said(language))),
        fact("round-mail-from", who.to_owned()),
    ]
}

/// “Svaret gjelder: Sak 12/26, hele referatet”.
pub(in crate::minutes::round) fn answered(
    labels: &[Label],
    language: Language,
) -> (String, String) {
    let line = changes::line(labels, language).unwrap_or_default();
    (
        text(language, "round-mail-answered", &[]),
        capitalised(&line),
    )
}

/// Tells the author of remarks of every answer since they were last told of any.
pub(super) fn settled(conn: &mut Conn, occasion: &Occasion, desk: &Desk<'_>) -> Result<Answer> {
    let remark = remark_of(conn, occasion)?;
    let matter = Matter::of(conn, remark.meeting)?;
    let person = people::person(conn, remark.person)?;
    // Whoever has lost their address is told no more, and that is no alarm.
    let Some(address) = person.address else {
        return Ok(Answer::Fulfilled);
    };
    let earlier = ledger::of_object(conn, &occasion.object_id)?.into_iter();
    let told = earlier.filter(|one| one.kind == SETTLED && one.state == OccasionState::Told);
    let since = told.filter_map(|one| one.settled_at).max();
    let of = (remark.meeting, remark.person);
    let items = remarks::settled_since(conn, of, since)?;
    let (Some(round), false) = (&matter.round, items.is_empty()) else {
        return Ok(Answer::Fulfilled);
    };
    let out = store::version(conn, round.meeting, round.draft)?.told;
    let labels: Vec<Label> = (items.into_iter())
        .map(|item| Label::of(&out, item))
        .collect();
    let to = Recipient::person(person.id, person.name, address, person.language);
    let also = |language| vec![answered(&labels, language)];
    Ok(matter.saying(&wording::passage(SETTLED), &also, vec![to], desk))
}
