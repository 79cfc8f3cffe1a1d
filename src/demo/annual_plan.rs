//! The demo's annual plan: what the board treats every year, and this year's plan with something of everything in it.

use super::Demo;
use crate::annual_plan::store::write;
use crate::annual_plan::{Approval, Counting, Facts, Plan, PlanItem, Template, When};
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, MeetingId, PlanItemId, PlanTemplateId};
use crate::db::schema::board_case;
use crate::db::types::Words;
use crate::error::Result;
use crate::i18n::{Language, dates};
use crate::meetings::{Meeting, MeetingState, store as meetings};
use crate::web::access::Audience;
use chrono::{Datelike, Duration};
use diesel::prelude::*;

/// A title in bokmål, nynorsk and English, its type and subject, what its numbers count, and those.
type TemplateFacts = (
    [&'static str; 3],
    &'static str,
    &'static str,
    Counting,
    &'static [u32],
);

const TEMPLATES: [TemplateFacts; 7] = [
    (
        [
            "Tertialrapport: 3. tertial i fjor",
            "Tertialrapport: 3. tertial i fjor",
            "Tertial report: third tertial of last year",
        ],
        "information",
        "plans",
        Counting::Month,
        &[2],
    ),
    (
        [
            "Tertialrapport: 1. tertial",
            "Tertialrapport: 1. tertial",
            "Tertial report: first tertial",
        ],
        "information",
        "plans",
        Counting::Month,
        &[6],
    ),
    (
        [
            "Tertialrapport: 2. tertial",
            "Tertialrapport: 2. tertial",
            "Tertial report: second tertial",
        ],
        "information",
        "plans",
        Counting::Month,
        &[10],
    ),
    (
        [
            "Prioriteringer for neste år",
            "Prioriteringar for neste år",
            "Priorities for next year",
        ],
        "discussion",
        "priorities",
        Counting::Meeting,
        &[1],
    ),
    (
        [
            "Produktstrategier",
            "Produktstrategiar",
            "Product strategies",
        ],
        "recommendation",
        "product_strategy",
        Counting::Meeting,
        &[2],
    ),
    (
        [
            "Risikobildet for fellesløsningene",
            "Risikobiletet for fellesløysingane",
            "The risks of the common solutions",
        ],
        "discussion",
        "portfolio",
        Counting::Meeting,
        &[2, 4],
    ),
    (
        ["Budsjettrammer", "Budsjettrammer", "Budget frames"],
        "recommendation",
        "plans",
        Counting::Meeting,
        &[3],
    ),
];

/// When an item came into the plan, and when the board approved it; its first case with a number came later.
const MADE: Duration = Duration::days(300);
const APPROVED: Duration = Duration::days(280);

/// Where an item of this year stands.
#[derive(Clone, Copy)]
enum At {
    Past,
    Near,
    Nowhere,
}

/// What is planned: the title of its case, or what the plan calls it in bokmål and nynorsk; its type and subject.
type Planned = (
    At,
    Option<&'static str>,
    [&'static str; 2],
    &'static str,
    &'static str,
);

const ITEMS: [Planned; 9] = [
    (
        At::Past,
        Some("Tertialrapport: drift og økonomi i fellesløsningene"),
        ["", ""],
        "information",
        "plans",
    ),
    (
        At::Past,
        Some("Produktstrategi for Maskinporten"),
        ["", ""],
        "recommendation",
        "product_strategy",
    ),
    (
        At::Past,
        None,
        ["Prioriteringer for neste år", "Prioriteringar for neste år"],
        "discussion",
        "priorities",
    ),
    (
        At::Near,
        Some("Produktstrategi for ID-porten"),
        ["", ""],
        "discussion",
        "product_strategy",
    ),
    (
        At::Near,
        Some("Ny finansieringsmodell for fellesløsningene"),
        ["", ""],
        "recommendation",
        "plans",
    ),
    (
        At::Near,
        None,
        [
            "Risikobildet for fellesløsningene",
            "Risikobiletet for fellesløysingane",
        ],
        "discussion",
        "portfolio",
    ),
    (
        At::Nowhere,
        Some("Utfasing av den eldste meldingstjenesten"),
        ["", ""],
        "recommendation",
        "portfolio",
    ),
    (
        At::Nowhere,
        None,
        ["Erfaringer med produktrådet", "Erfaringar med produktrådet"],
        "discussion",
        "priorities",
    ),
    (
        At::Nowhere,
        None,
        [
            "Nytt navn på fellesløsningene",
            "Nytt namn på fellesløysingane",
        ],
        "discussion",
        "portfolio",
    ),
];

/// The last of them was taken out again.
const DROPPED: &str = "Digitaliseringsdirektoratet har avsluttet arbeidet.";

fn facts(words: Words, kind: &str, subject: &str) -> Facts {
    Facts {
        title: words,
        kind: kind.to_owned(),
        subject: subject.to_owned(),
    }
}

impl Demo {
    /// The board's templates, and this year's plan; the next year's is for the reader to begin.
    pub(super) fn annual_plan(&self, conn: &mut Conn, board: BoardId) -> Result<()> {
        for (title, kind, subject, counting, numbers) in TEMPLATES {
            let [nb, nn, en] = title;
            let words = Words::new([("nb", nb), ("nn", nn), ("en", en)]);
            let template = Template {
                id: PlanTemplateId::new(),
                board,
                facts: facts(words, kind, subject),
                when: When {
                    counting,
                    numbers: numbers.iter().copied().collect(),
                },
                version: 1,
            };
            write::add_template(conn, &template)?;
        }
        let (from, until) = (
            self.today - Duration::days(400),
            self.today + Duration::days(150),
        );
        let all = meetings::of_boards(conn, &[board], from, until)?;
        let year = self.today.year();
        let of_year = |one: &&Meeting| one.first_day().year() == year;
        let is_past = |one: &&Meeting| one.state == MeetingState::Closed;
        let past = all.iter().filter(of_year).find(is_past);
        let near = all.iter().filter(of_year).find(|one| !is_past(one));
        let (past, near) = (past.map(|one| one.id), near.map(|one| one.id));
        let plan = write::begin(conn, board, year)?;
        let meeting = |at: At| match at {
            At::Past => past,
            At::Near => near,
            At::Nowhere => None,
        };
        for (place, planned) in ITEMS.iter().enumerate() {
            let item = self.planned(conn, &plan, planned, meeting(planned.0), place)?;
            write::add(conn, plan.id, &item)?;
        }
        let on = self.today - APPROVED;
        let day = dates::day_and_month(Language::NB, on);
        write::put_plan(
            conn,
            &Plan {
                audience: Audience::Public,
                approval: Some(Approval {
                    on,
                    case: None,
                    reference: format!("møtet {day}"),
                    recorded_at: self.now - APPROVED,
                }),
                ..plan
            },
        )
    }

    fn planned(
        &self,
        conn: &mut Conn,
        plan: &Plan,
        (_, title, [nb, nn], kind, subject): &Planned,
        meeting: Option<MeetingId>,
        place: usize,
    ) -> Result<PlanItem> {
        let case: Option<CaseId> = match title {
            Some(title) => board_case::table
                .filter(board_case::board_id.eq(plan.board))
                .filter(board_case::title.eq(title))
                .select(board_case::id)
                .first(conn)
                .optional()?,
            None => None,
        };
        let is_dropped = place + 1 == ITEMS.len();
        Ok(PlanItem {
            id: PlanItemId::new(),
            board: plan.board,
            year: plan.year,
            facts: facts(Words::new([("nb", *nb), ("nn", *nn)]), kind, subject),
            template: None,
            case,
            meeting,
            carried_from: None,
            is_carried: false,
            dropped: if is_dropped {
                DROPPED.to_owned()
            } else {
                String::new()
            },
            changed_at: if is_dropped {
                self.now - Duration::days(20)
            } else {
                self.now - MADE
            },
            version: 1,
        })
    }
}
