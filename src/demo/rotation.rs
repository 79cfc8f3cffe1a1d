//! A proposal for the coming rotation, in draft: one seat has its organisation, and one waits for somebody to choose.

use super::{Demo, data};
use crate::boards::store as boards;
use crate::boards::store::changes::By;
use crate::composition::rotation::plan::{self, Head};
use crate::composition::rotation::{rules, store};
use crate::db::Conn;
use crate::db::ids::{BoardId, PersonId, RotationId};
use crate::error::Result;

impl Demo {
    pub(super) fn rotation(&self, conn: &mut Conn, of: BoardId, secretary: PersonId) -> Result<()> {
        let by = By {
            person: secretary,
            at: self.now,
        };
        let board = boards::board(conn, of)?;
        let from = rules::next_turn(&boards::terms::appointments(conn, of)?, self.today);
        let head = Head {
            title: "Rullering av medlemmer".to_owned(),
            from,
            note: "To plasser blir ledige. En kommune som ikke har sittet før, er spurt uformelt."
                .to_owned(),
        };
        let id = plan::begin(conn, (RotationId::new(), &board), &head, by)?;
        let begun = store::rotation(conn, id)?;
        if let Some(line) = begun.lines.first() {
            let chosen = (line.id, self.organisations[data::OUTSIDE]);
            // What stands in its way is shown on its page, as for everyone.
            plan::choose(conn, (id, begun.version), chosen, by)?.ok();
        }
        Ok(())
    }
}
