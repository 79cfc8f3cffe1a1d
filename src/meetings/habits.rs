//! What a new meeting starts with, as pure functions: the place and the hours that the board is used to.

use super::{Meeting, PROFESSIONAL_DAY};
use crate::boards::Board;
use chrono::NaiveTime;

/// Where the board last met for a meeting of this kind; empty when nobody has said. The latest meeting stands first.
#[must_use]
pub fn place<'a>(latest: &'a [Meeting], kind: &str) -> &'a str {
    latest
        .iter()
        .filter(|meeting| meeting.kind == kind)
        .map(|meeting| meeting.place.as_str())
        .find(|place| !place.is_empty())
        .unwrap_or_default()
}

/// From when to when: a professional day as the latest one, else a whole day; other meetings when the board likes to
/// meet.
#[must_use]
pub fn hours(latest: &[Meeting], kind: &str, board: &Board) -> (NaiveTime, NaiveTime) {
    if kind != PROFESSIONAL_DAY {
        return (board.liked_start, board.liked_end);
    }
    latest
        .iter()
        .filter(|meeting| meeting.kind == kind)
        .filter_map(|meeting| meeting.sessions.first())
        .find_map(|session| session.starts.zip(session.ends))
        .unwrap_or_else(whole_day)
}

fn whole_day() -> (NaiveTime, NaiveTime) {
    let clock = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    (clock(9, 0), clock(15, 30))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{board_data, clock, meeting};
    use super::*;

    #[test]
    fn a_meeting_starts_where_the_latest_of_its_kind_was() {
        let data = board_data();
        let at = |kind: &str, day: &str, place: &str| {
            let mut meeting = meeting(&data, kind, &[day]);
            meeting.place = place.to_owned();
            meeting
        };
        let latest = [
            at("extra", "2027-12-01", "Video"),
            at("ordinary", "2027-11-03", ""),
            at("ordinary", "2027-09-01", "Leikanger"),
            at("ordinary", "2027-05-05", "Oslo"),
        ];
        assert_eq!(place(&latest, "ordinary"), "Leikanger");
        assert_eq!(place(&latest, "extra"), "Video");
        assert_eq!(place(&latest, PROFESSIONAL_DAY), "");
    }

    #[test]
    fn a_professional_day_has_the_hours_of_the_latest_and_else_a_whole_day() {
        let data = board_data();
        let ordinary = meeting(&data, "ordinary", &["2027-11-03"]);
        let latest = [ordinary.clone()];
        assert_eq!(
            hours(&latest, PROFESSIONAL_DAY, &data.board),
            (clock("09:00:00"), clock("15:30:00"))
        );
        let mut professional = meeting(&data, PROFESSIONAL_DAY, &["2027-04-20"]);
        professional.sessions[0].starts = Some(clock("10:00:00"));
        professional.sessions[0].ends = Some(clock("16:00:00"));
        let latest = [ordinary, professional];
        assert_eq!(
            hours(&latest, PROFESSIONAL_DAY, &data.board),
            (clock("10:00:00"), clock("16:00:00"))
        );
        assert_eq!(
            hours(&latest, "ordinary", &data.board),
            (data.board.liked_start, data.board.liked_end)
        );
    }
}
