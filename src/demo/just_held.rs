//! The meeting of the product council that has just been held: its minutes are for whoever tries the product to write.

use super::{Demo, cases::CaseFacts, cases::PlaceFacts, data, meetings};
use crate::boards::store as boards;
use crate::calendar::WorkCalendar;
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId};
use crate::error::Result;
use crate::meetings::{MeetingState, store};
use chrono::{Duration, NaiveDate};

const CASES: [(CaseFacts, PlaceFacts); 2] = [
    (
        (
            "Erfaringer med innlogging for dem som ikke har BankID",
            "",
            "discussion",
            "priorities",
            "Kommunene får mange henvendelser. Rådet bør gi innspill til hva som skal undersøkes.",
        ),
        (40, "Terje Brattvik, Brønnøysundregistrene", 1),
    ),
    (
        (
            "Råd om hvilke behov som bør komme først neste år",
            "",
            "recommendation",
            "priorities",
            "Styringsrådet har bedt produktrådet om et råd før budsjettrammene settes.",
        ),
        (45, "Ingrid Solvang, Digdir", data::DIGDIR),
    ),
];

/// Two or more days ago, so that the minutes are due soon and not yet.
fn day(calendar: WorkCalendar, today: NaiveDate) -> NaiveDate {
    calendar.on_or_before(today - Duration::days(2))
}

impl Demo {
    /// Held, with two cases on its agenda and nothing written of it.
    pub(super) fn just_held(
        &self,
        conn: &mut Conn,
        council: BoardId,
        members: &[PersonId],
    ) -> Result<()> {
        let day = day(boards::board(conn, council)?.calendar, self.today);
        meetings::held(conn, council, day, MeetingState::Held, self.now)?;
        let next = day + Duration::days(1);
        for meeting in store::between(conn, council, day, next)? {
            for (facts, place) in &CASES {
                let by = members[data::COUNCIL[0]];
                let case = self.a_case(conn, council, by, facts, 60)?;
                self.put(conn, case, meeting.id, place, 30)?;
            }
        }
        Ok(())
    }
}
