//! What the desk and the ledger say, as pure functions: when silence is an alarm, whose deadline it is, and why a
//! mail did or did not go, in words.

use super::Held;
use crate::annual_plan::rules as annual_plan;
use crate::boards::{ReminderRule, ToRole, rules as boards};
use crate::calendar::moment_of;
use crate::cases::rules as cases;
use crate::composition::rotation::rules as rotation;
use crate::composition::rules as composition;
use crate::councils::rules as councils;
use crate::db::types::Moment;
use crate::i18n::Said;
use crate::mail::digest::{NOTHING_TO_TELL, TOLD_TOGETHER};
use crate::mail::{MessageState, Occasion, OccasionState, Outcome};
use crate::meetings::Stage;
use crate::meetings::occasions::read_slot;
use crate::minutes::actions::rules as actions;
use crate::minutes::round::rules as minutes;
use crate::related::rules as related;
use crate::web::access::Role;
use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// A server makes a pass every ten seconds, and `tick` is called every minute: five minutes without one is silence.
pub const LATE: Duration = Duration::minutes(5);
/// A message that waits longer than this says that the mail server has been gone for long.
pub const WAITS_TOO_LONG: Duration = Duration::hours(1);
/// How long a person's second try may take to arrive.
pub const SECOND_TRY: Duration = Duration::days(7);

/// The stages that end when the secretariat presses a button; the others end when members and organisations answer.
#[must_use]
pub fn stages_to_press() -> Vec<Stage> {
    let all = Stage::ALL.iter().copied();
    all.filter(|stage| stage.is_done_by_button()).collect()
}

/// The stages that prepare the meeting itself.
#[must_use]
pub fn stages_before_it() -> Vec<Stage> {
    let all = Stage::ALL.iter().copied();
    all.filter(|stage| *stage < Stage::Meeting).collect()
}

/// Whom an occasion's mail goes to, by the board's reminder rules as they are now.
///
/// The reminders of meetings have the role in their slot; those of boards are looked up. Empty where the mail is to
/// one person, such as a sign-in link.
#[must_use]
pub fn audience(kind: &str, slot: &str, reminders: &[ReminderRule]) -> Vec<ToRole> {
    for of_slice in [
        cases::audience(kind),
        minutes::audience(kind),
        related::audience(kind, slot, reminders),
    ] {
        if !of_slice.is_empty() {
            return of_slice;
        }
    }
    for of_slice in [
        actions::audience(kind, slot),
        composition::audience(kind, slot, reminders),
        rotation::audience(kind),
        councils::to_roles(kind, slot, reminders),
        annual_plan::audience(kind, slot, reminders),
    ] {
        if !of_slice.is_empty() {
            return of_slice;
        }
    }
    read_slot(slot).map_or_else(
        || boards::audience(kind, slot, reminders),
        |(role, _)| vec![role],
    )
}

/// Whether an occasion is for someone who holds this role: a term is told the secretariat and the chair, and those
/// who use it.
#[must_use]
pub fn is_for(held: &Held, occasion: &Occasion, to: &[ToRole]) -> bool {
    let hears_of_all = matches!(held.role, Role::Secretariat | Role::Chair);
    occasion.board_id == Some(held.board)
        && to.iter().any(|to| to.role() == Some(held.role))
        && (hears_of_all
            || occasion.object_kind != "appointment"
            || occasion.object_id == held.appointment.as_str())
}

/// Why an occasion that was told made no mail to a person: they had another role that day, none, or no address.
#[must_use]
pub fn not_told_key(to: &[ToRole], then: &[Role]) -> &'static str {
    if then.is_empty() {
        "ledger-not-told-no-role"
    } else if to
        .iter()
        .filter_map(|to| to.role())
        .any(|to| then.contains(&to))
    {
        "ledger-not-told-no-address"
    } else {
        "ledger-not-told-other-role"
    }
}

/// Whether the last pass is so long ago that nobody can trust the reminders.
#[must_use]
pub fn is_late(last: Option<Moment>, now: Moment) -> bool {
    last.is_none_or(|last| now - last > LATE)
}

/// Until when a mail may go that a person sends again: what was already promised, but at least a week.
#[must_use]
pub fn extended(expires: Moment, now: Moment) -> Moment {
    expires.max(now + SECOND_TRY)
}

/// Whether a meeting's last day is over: when its last session ends, or with the day where nobody has said when.
#[must_use]
pub fn has_ended(last_day: NaiveDate, ends: Option<NaiveTime>, zone: Tz, now: Moment) -> bool {
    let end = match ends {
        Some(ends) => moment_of(zone, last_day, ends),
        None => moment_of(
            zone,
            last_day.succ_opt().unwrap_or(last_day),
            NaiveTime::MIN,
        ),
    };
    Moment::from(end) <= now
}

/// Whether a stage is for someone with these roles to do: the secretariat's, or those whom the board reminds of it. Where
/// it reminds nobody, the members'.
#[must_use]
pub fn is_own(stage: &str, roles: &[Role], reminders: &[ReminderRule]) -> bool {
    let Ok(stage) = stage.parse::<Stage>() else {
        return false;
    };
    if stage.actor() == ToRole::Secretariat {
        return roles.contains(&Role::Secretariat);
    }
    let about = reminders.iter().filter(|rule| rule.about == stage.code());
    let reminded: Vec<Role> = about
        .filter_map(|rule| rule.to.role())
        .filter(|role| *role != Role::Secretariat)
        .collect();
    if reminded.is_empty() {
        return roles.contains(&Role::Member);
    }
    reminded.iter().any(|role| roles.contains(role))
}

/// Below the meeting's address, the page on which a stage of the minutes is done; none of other stages.
#[must_use]
pub fn page_of_minutes(stage: &str) -> Option<&'static str> {
    match stage.parse::<Stage>() {
        Ok(Stage::Draft) => Some("minutes/round"),
        Ok(Stage::Publication) => Some("minutes/publication"),
        _ => None,
    }
}

/// Whether a stage is over when its day is, with no button to press.
#[must_use]
pub fn passes_by_itself(stage: &str) -> bool {
    stage
        .parse::<Stage>()
        .is_ok_and(|stage| !stage.is_done_by_button())
}

/// The text key of a stage; a board's own stage has none and is shown by its code.
#[must_use]
pub fn stage_key(stage: &str) -> Option<&'static str> {
    Some(match stage {
        "registration" => "stage-registration",
        "delivery" => "stage-delivery",
        "notice" => "stage-notice",
        "reply" => "stage-reply",
        "dispatch" => "stage-dispatch",
        "meeting" => "stage-meeting",
        "draft" => "stage-draft",
        "remarks" => "stage-remarks",
        "publication" => "stage-publication",
        _ => return None,
    })
}

/// The text key of a kind of mail that is about no stage of a meeting.
#[must_use]
pub fn kind_key(code: &str) -> Option<&'static str> {
    Some(match code {
        "too-few-meetings" => "ledger-kind-too-few-meetings",
        "term-ends" => "ledger-kind-term-ends",
        "mandate-expires" => "ledger-kind-mandate-expires",
        "mandate-unapproved" => "ledger-kind-mandate-unapproved",
        "council-report" => "ledger-kind-council-report",
        "naming" => "ledger-kind-naming",
        "papers-sent" => "ledger-kind-papers-sent",
        "minutes-sent" => "ledger-kind-minutes-sent",
        "minutes-ending" => "ledger-kind-minutes-ending",
        "minutes-silence" => "ledger-kind-minutes-silence",
        "minutes-remark" => "ledger-kind-minutes-remark",
        "minutes-settled" => "ledger-kind-minutes-settled",
        "minutes-approved" => "ledger-kind-minutes-approved",
        "minutes-to-publish" => "ledger-kind-minutes-to-publish",
        "minutes-corrected" => "ledger-kind-minutes-corrected",
        "minutes-withdrawn" => "ledger-kind-minutes-withdrawn",
        "colleague" => "ledger-kind-colleague",
        "subscription-asked" => "ledger-kind-subscription-asked",
        "minutes-published" => "ledger-kind-minutes-published",
        "minutes-digest" => "ledger-kind-minutes-digest",
        "product-digest" => "ledger-kind-product-digest",
        "action-assigned" => "ledger-kind-action-assigned",
        "action-due" => "ledger-kind-action-due",
        "notice-save-the-date" => "ledger-kind-notice-save-the-date",
        "notice-call" => "ledger-kind-notice-call",
        "notice-change" => "ledger-kind-notice-change",
        "notice-cancellation" => "ledger-kind-notice-cancellation",
        "notice-message" => "ledger-kind-notice-message",
        "notice-deputy" => "ledger-kind-notice-deputy",
        "notice-deputy-released" => "ledger-kind-notice-deputy-released",
        "notice-receipt" => "ledger-kind-notice-receipt",
        "case-proposed" => "ledger-kind-case-proposed",
        "case-decided" => "ledger-kind-case-decided",
        "case-talk" => "ledger-kind-case-talk",
        "case-officer" => "ledger-kind-case-officer",
        "vacancy" => "ledger-kind-vacancy",
        "composition" => "ledger-kind-composition",
        "rotation-thanks" => "ledger-kind-rotation-thanks",
        "rotation-welcome" => "ledger-kind-rotation-welcome",
        "advice-due" => "ledger-kind-advice-due",
        "advice-given" => "ledger-kind-advice-given",
        "council-ends" => "ledger-kind-council-ends",
        "relation-review" => "ledger-kind-relation-review",
        "annual-plan-prepare" => "ledger-kind-annual-plan-prepare",
        "annual-plan-slipped" => "ledger-kind-annual-plan-slipped",
        "digest" => "ledger-kind-digest",
        "sign-in" => "ledger-kind-sign-in",
        "join" => "ledger-kind-join",
        "invited" => "ledger-kind-invited",
        "address-changed" => "ledger-kind-address-changed",
        _ => return None,
    })
}

/// The text key of a role on a board.
#[must_use]
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Secretariat => "desk-role-secretariat",
        Role::Chair => "desk-role-chair",
        Role::Member => "desk-role-member",
        Role::Deputy => "desk-role-deputy",
        Role::Observer => "desk-role-observer",
        Role::Aide => "desk-role-aide",
    }
}

/// Where an occasion stands and why, in words.
#[must_use]
pub fn occasion_said(state: OccasionState, why: &str) -> Said {
    match state {
        OccasionState::Planned => Said::new("ledger-occasion-planned"),
        OccasionState::Told => Said::new("ledger-occasion-told"),
        OccasionState::Fulfilled => Said::new(match why {
            TOLD_TOGETHER => "ledger-occasion-told-together",
            NOTHING_TO_TELL => "ledger-nothing-to-tell",
            _ => "ledger-occasion-fulfilled",
        }),
        OccasionState::Stale => Said::new("ledger-occasion-stale"),
        OccasionState::Nobody => Said::new("ledger-occasion-nobody"),
        OccasionState::Broken => Said::new("ledger-occasion-broken").with("why", why),
        OccasionState::Withdrawn => match why {
            "no-longer-wanted" => Said::new("ledger-withdrawn-no-longer-wanted"),
            "moved-into-the-past" => Said::new("ledger-withdrawn-moved-into-the-past"),
            "before-mail-on" => Said::new("ledger-withdrawn-before-mail-on"),
            other => Said::new("ledger-withdrawn-other").with("why", other),
        },
    }
}

/// The short word for where an occasion stands.
#[must_use]
pub fn occasion_word(state: OccasionState, why: &str) -> &'static str {
    match state {
        OccasionState::Fulfilled if why == TOLD_TOGETHER => "ledger-word-told-together",
        OccasionState::Fulfilled if why == NOTHING_TO_TELL => "ledger-word-nothing-to-tell",
        OccasionState::Planned => "ledger-word-planned",
        OccasionState::Told => "ledger-word-told",
        OccasionState::Fulfilled => "ledger-word-fulfilled",
        OccasionState::Withdrawn => "ledger-word-withdrawn",
        OccasionState::Stale => "ledger-word-stale",
        OccasionState::Nobody => "ledger-word-nobody",
        OccasionState::Broken => "ledger-word-broken",
    }
}

/// Where a message stands and why, in words. Moments are put in by the caller, who knows the zone.
#[must_use]
pub fn message_said(state: MessageState, attempts: i64, answer: &str, when: &str) -> Said {
    match state {
        MessageState::Queued if attempts == 0 => Said::new("ledger-message-queued"),
        MessageState::Queued => Said::new("ledger-message-put-off")
            .with("when", when)
            .with("answer", answer),
        MessageState::Claimed => Said::new("ledger-message-claimed"),
        MessageState::HandedOver => Said::new("ledger-message-handed-over").with("when", when),
        MessageState::Dead if answer == "expired" => Said::new("ledger-message-expired"),
        MessageState::Dead => Said::new("ledger-message-dead")
            .with("attempts", attempts)
            .with("answer", answer),
        MessageState::Withdrawn => Said::new("ledger-message-withheld"),
    }
}

/// What became of one try.
#[must_use]
pub fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::HandedOver => "ledger-outcome-handed-over",
        Outcome::Refused => "ledger-outcome-refused",
        Outcome::PutOff => "ledger-outcome-put-off",
        Outcome::Withheld => "ledger-outcome-withheld",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards::{ReminderKind, ReminderUnit};
    use crate::db::ids::RowId;
    use crate::i18n::{Language, has_text};

    fn at(text: &str) -> Moment {
        Moment::from(text.parse::<chrono::DateTime<chrono::Utc>>().unwrap())
    }

    #[test]
    fn f09_silence_is_an_alarm_after_five_minutes_and_when_there_never_was_a_pass() {
        let now = at("2026-11-22T08:00:00Z");
        assert!(!is_late(Some(at("2026-11-22T07:55:00Z")), now));
        assert!(is_late(Some(at("2026-11-22T07:54:59Z")), now));
        assert!(is_late(None, now));
    }

    #[test]
    fn a_meeting_is_over_when_its_last_session_ends_or_else_with_its_day() {
        let zone = chrono_tz::Europe::Oslo;
        let last_day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let ends = NaiveTime::from_hms_opt(11, 30, 0);
        for (ends, now, is_over) in [
            (ends, "2026-11-22T10:29:59Z", false),
            (ends, "2026-11-22T10:30:00Z", true),
            (None, "2026-11-22T22:59:59Z", false),
            (None, "2026-11-22T23:00:00Z", true),
        ] {
            assert_eq!(has_ended(last_day, ends, zone, at(now)), is_over, "{now}");
        }
    }

    #[test]
    fn each_stage_is_somebodys_to_do() {
        for (stage, secretariats, members) in [
            ("registration", false, true),
            ("reply", false, true),
            ("dispatch", true, false),
            ("meeting", true, false),
            ("a board's own", false, false),
        ] {
            let of = |role| is_own(stage, &[role], &[]);
            assert_eq!(of(Role::Secretariat), secretariats, "{stage}");
            assert_eq!(of(Role::Member), members, "{stage}");
            assert!(!of(Role::Chair) && !of(Role::Observer));
            assert_eq!(passes_by_itself(stage), members);
        }
        let with_page = stages_to_press().into_iter();
        let with_page: Vec<Stage> = with_page
            .filter(|stage| page_of_minutes(stage.code()).is_some())
            .collect();
        assert_eq!(with_page, [Stage::Draft, Stage::Publication]);
        assert!(stages_to_press().contains(&Stage::Meeting));
        assert!(stages_to_press().contains(&Stage::Delivery));
    }

    #[test]
    fn a_stage_is_for_those_whom_the_board_reminds_of_it() {
        let rule = |to| ReminderRule {
            id: RowId::new(),
            about: "reply".to_owned(),
            to,
            kind: ReminderKind::Before,
            quantity: 3,
            unit: ReminderUnit::Days,
            at_most: 1,
        };
        let to_all = [ToRole::Secretariat, ToRole::Chair, ToRole::Observer].map(rule);
        let own = |role, stage| is_own(stage, &[role], &to_all);
        assert!(own(Role::Chair, "reply") && own(Role::Observer, "reply"));
        assert!(!own(Role::Member, "reply") && !own(Role::Secretariat, "reply"));
        assert!(
            !own(Role::Chair, "registration"),
            "no rule of another stage"
        );
        // Who is only told when the secretariat must act has nothing to do.
        let mut told = rule(ToRole::Chair);
        told.about = "dispatch".to_owned();
        assert!(!is_own("dispatch", &[Role::Chair], &[told]));
        let to_members = [rule(ToRole::Member)];
        assert!(!is_own("reply", &[Role::Chair], &to_members));
    }

    #[test]
    fn a_slot_names_its_role_and_a_boards_reminder_is_looked_up() {
        let rule = ReminderRule {
            id: RowId::new(),
            about: "term".to_owned(),
            to: ToRole::Chair,
            kind: ReminderKind::Before,
            quantity: 3,
            unit: ReminderUnit::Months,
            at_most: 1,
        };
        let audience = |kind, slot| audience(kind, slot, std::slice::from_ref(&rule));
        assert_eq!(
            audience("deadline-reply", "before-3-days-member"),
            [ToRole::Member]
        );
        assert_eq!(audience("term-ends", "before-3-months"), [ToRole::Chair]);
        assert_eq!(audience("term-ends", "before-1-months"), []);
        assert_eq!(audience("naming", "ask"), [ToRole::Organisation]);
        assert_eq!(audience("sign-in", "0191e5b2"), []);
    }

    #[test]
    fn why_someone_was_not_told_depends_on_the_role_they_had_that_day() {
        let to = [ToRole::Member, ToRole::Organisation];
        for (then, why) in [
            (&[][..], "ledger-not-told-no-role"),
            (&[Role::Secretariat][..], "ledger-not-told-other-role"),
            (
                &[Role::Chair, Role::Member][..],
                "ledger-not-told-no-address",
            ),
        ] {
            assert_eq!(not_told_key(&to, then), why);
            assert!(has_text(why));
        }
    }

    #[test]
    fn a_second_try_has_a_week_and_never_less_than_was_promised() {
        let now = at("2026-11-22T08:00:00Z");
        assert_eq!(
            extended(at("2026-11-01T00:00:00Z"), now),
            at("2026-11-29T08:00:00Z")
        );
        assert_eq!(
            extended(at("2027-01-01T00:00:00Z"), now),
            at("2027-01-01T00:00:00Z")
        );
    }

    #[test]
    fn every_state_has_words_in_every_language() {
        for language in Language::OWN {
            for state in OccasionState::ALL {
                for why in [
                    "",
                    "no-longer-wanted",
                    "moved-into-the-past",
                    "before-mail-on",
                    TOLD_TOGETHER,
                    NOTHING_TO_TELL,
                ] {
                    let said = occasion_said(*state, why);
                    assert_ne!(said.text(language), said.key);
                }
                for why in ["", TOLD_TOGETHER, NOTHING_TO_TELL] {
                    assert!(has_text(occasion_word(*state, why)));
                }
            }
            for state in MessageState::ALL {
                for attempts in [0, 2] {
                    let said = message_said(*state, attempts, "550 no", "today");
                    assert_ne!(said.text(language), said.key);
                }
            }
        }
        assert!(
            Outcome::ALL
                .iter()
                .all(|outcome| has_text(outcome_key(*outcome)))
        );
        assert!(Role::ALL.iter().all(|role| has_text(role_key(*role))));
    }
}
