//! What a mandate's rules cost: the verdicts of a board with fourteen seats at every meeting of three years, and the page that
//! shows them. The demo alone will do: what is asked depends on one board. The overview of a thousand boards has them all.

use super::full::Instance;
use super::public::{Line, request, serve_ours};
use super::{Figure, http, percentile, timed};
use chrono::{Days, Months};
use diesel::prelude::*;
use std::time::Duration;
use styringsrad::boards::store as boards;
use styringsrad::composition::{rules, store};
use styringsrad::db::ids::{BoardId, MeetingId};
use styringsrad::db::schema::board;
use styringsrad::web::paths;

/// Four ordinary meetings a year, a professional day and an extra meeting.
const MEETINGS: u64 = 18;
const RUNS: usize = 200;

/// The verdicts, and the page.
pub fn figures() -> Vec<Figure> {
    let instance = Instance::small();
    let now = instance.app.clock.now();
    let read = instance.app.db.read_now(|conn| {
        let of = board::table.filter(board::slug.eq("styringsradet"));
        let of: BoardId = of.select(board::id).first(conn)?;
        let board = boards::board(conn, of)?;
        let today = board.today(now);
        Ok((of, today, store::facts(conn, &board, today)?))
    });
    let (of, today, facts) = read.expect("the demo has its board");
    assert_eq!(facts.seats.len(), 14);
    let until = today + Months::new(36);
    let meetings: Vec<_> = (0..MEETINGS)
        .map(|place| (today + Days::new(place * 60), MeetingId::new()))
        .collect();
    let verdicts = (0..RUNS)
        .map(|_| timed(|| assert!(rules::forecast(&facts, today, until, &meetings).len() > 18)))
        .collect();
    let port = http::free_port();
    serve_ours(&instance.app, port);
    let cookie = instance.sign_in();
    let path = paths::of_board(of, "composition/forecast");
    let asked = request(&path, &[("Cookie", &cookie)]);
    let mut line = Line::to(port);
    assert_eq!(line.ask(&asked).0, 200);
    let pages: Vec<_> = (0..RUNS)
        .map(|_| timed(|| assert_eq!(line.ask(&asked).0, 200)))
        .collect();
    let figure = |name, runs, target| Figure {
        name,
        value: percentile(runs, 99),
        unit: "ms",
        target,
        at_most: true,
    };
    vec![
        figure("composition_three_years", verdicts, 5.0),
        figure("composition_forecast_page", pages, 20.0),
        figure("overview_thousand_boards", overview(), 50.0),
    ]
}

/// The list of all boards, of which its reader keeps every one.
fn overview() -> Vec<Duration> {
    let instance = Instance::make();
    let port = http::free_port();
    serve_ours(&instance.app, port);
    let asked = request(paths::BOARDS, &[("Cookie", &instance.sign_in())]);
    let mut line = Line::to(port);
    let runs = 0..RUNS;
    runs.map(|_| timed(|| assert_eq!(line.ask(&asked).0, 200)))
        .collect()
}
