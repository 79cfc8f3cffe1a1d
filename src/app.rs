//! Joins the slices: their routes, their roles, their kinds of mail. The only module that knows them all.

use crate::clock::Clock;
use crate::config::Config;
use crate::db::{Db, public_revision};
use crate::error::{Error, Result};
use crate::files::Files;
use crate::jobs::{JobKind, Jobs};
use crate::mail::Tables;
use crate::mail::pass::PostOffice;
use crate::mail::wording::Worded;
use crate::pdf::Press;
use crate::web::access::RoleSource;
use crate::web::public_cache::PublicCache;
use crate::web::{App, assets};
use crate::{
    annual_plan, boards, cases, composition, councils, desk, import, jobs, mandates, meetings,
    minutes, papers, people, portfolio, public, related, search,
};
use actix_web::web::{self, ServiceConfig};
use std::sync::Arc;

/// Opens everything the configuration names.
///
/// # Errors
/// When the database or the store of files cannot be opened.
pub fn open(config: Config, clock: Clock) -> anyhow::Result<App> {
    let db = Db::open(&config.database)?;
    db.write_now(crate::db::code_words::begin)?;
    db.write_now(cases::store::assess::begin)?;
    let public_cache = PublicCache::begin(db.read_now(public_revision::sum)?)?;
    let files = Files::open(&config.files, &config.data)?;
    let office = PostOffice::new(db.clone(), clock.clone(), tables(), &config)?;
    let role_sources: Arc<[RoleSource]> = Arc::new([
        people::store::roles,
        boards::store::roles,
        portfolio::payments::store::roles,
        cases::store::officers::roles,
    ]);
    Ok(App {
        db,
        clock,
        config: Arc::new(config),
        office,
        files,
        jobs: Jobs::default(),
        press: Press::new(std::env::current_exe()?),
        role_sources,
        meeting_panels: Arc::new([minutes::round::routes::panel]),
        board_panels: Arc::new([
            mandates::routes::panel,
            meetings::routes::panel,
            composition::routes::panel,
            councils::routes::on_board,
            annual_plan::routes::panel,
            minutes::deputies::routes::panel,
            minutes::actions::panels::on_board,
            portfolio::products::routes::on_board,
            portfolio::measures::routes::on_board,
            related::routes::on_board,
            public::subscriptions::routes::panel,
        ]),
        front_panels: Arc::new([public::routes::front_panel]),
        case_panels: Arc::new([
            desk::outcomes::panel,
            portfolio::products::routes::panel,
            composition::rotation::routes::panel,
            related::routes::panel,
            councils::routes::panel,
            papers::routes::panel,
            papers::inputs::routes::panel,
            minutes::actions::panels::of_case,
        ]),
        agenda_marks: Arc::new([papers::dispatch::routes::marks, related::routes::marks]),
        room_marks: Arc::new([councils::routes::in_the_room]),
        agenda_panels: Arc::new([
            annual_plan::routes::planned,
            minutes::actions::panels::carried,
        ]),
        clearance: cases::store::clearance::of,
        public_cache,
    })
}

/// Every slice's kinds of mail and planners.
#[must_use]
pub fn tables() -> Tables {
    Tables {
        kinds: [
            people::mail::kinds(),
            boards::mail::kinds(),
            meetings::mail::kinds(),
            cases::mail::kinds(),
            papers::dispatch::mail::kinds(),
            papers::colleagues::mail::kinds(),
            minutes::round::mail::kinds(),
            public::subscriptions::mail::kinds(),
            minutes::actions::mail::kinds(),
            councils::mail::kinds(),
            related::mail::kinds(),
            composition::mail::kinds(),
            composition::rotation::mail::kinds(),
            annual_plan::mail::kinds(),
            desk::digest::kinds(),
        ]
        .concat(),
        planners: vec![
            boards::mail::planner,
            meetings::plan::planner,
            cases::mail::planner,
            minutes::round::occasions::planner,
            minutes::actions::plan::planner,
            councils::plan::planner,
            related::plan::planner,
            composition::plan::planner,
            composition::rotation::occasions::planner,
            annual_plan::occasions::planner,
            desk::digest::plan::planner,
        ],
        acts: vec![
            meetings::notices::send::send_due,
            meetings::replies::record::answer_due,
            meetings::plan::press_due,
            minutes::actions::plan::show_due,
            boards::mail::deliver_due,
            related::plan::review_due,
        ],
        worded: worded(),
        sweeps: [
            meetings::replies::keeping::sweeps(),
            papers::keeping::sweeps(),
            papers::pack::job::sweeps(),
            jobs::store::sweeps(),
            minutes::actions::plan::sweeps(),
            councils::plan::sweeps(),
            papers::colleagues::keeping::sweeps(),
            public::subscriptions::keeping::sweeps(),
        ]
        .concat(),
        digest_readers: Some(desk::digest::plan::readers),
    }
}

/// What boards may write in words of their own, of every slice.
fn worded() -> Vec<Worded> {
    [
        vec![boards::wording::worded()],
        meetings::wording::worded(),
        vec![cases::wording::worded()],
        vec![papers::dispatch::wording::worded()],
        vec![papers::colleagues::wording::worded()],
        vec![minutes::round::wording::worded()],
        public::subscriptions::wording::worded(),
        vec![minutes::actions::wording::worded()],
        vec![councils::wording::worded()],
        vec![related::wording::worded()],
        vec![composition::wording::worded()],
        vec![composition::rotation::wording::worded()],
        vec![annual_plan::wording::worded()],
    ]
    .concat()
}

/// Every slice's kinds of jobs.
pub const JOBS: &[JobKind] = &[papers::pack::job::PACK, papers::pack::job::DROP];

/// Every route. The pages of every slice, then what is not found.
pub fn routes(routes: &mut ServiceConfig) {
    routes.route(assets::PATTERN, web::get().to(assets::serve));
    people::routes::routes(routes);
    boards::routes::routes(routes);
    meetings::routes::routes(routes);
    cases::routes::routes(routes);
    papers::routes::routes(routes);
    minutes::attendance::routes::routes(routes);
    minutes::draft::routes::routes(routes);
    minutes::access::routes::routes(routes);
    minutes::round::routes::routes(routes);
    minutes::publication::routes::routes(routes);
    minutes::actions::routes::routes(routes);
    minutes::decisions::routes::routes(routes);
    related::routes::routes(routes);
    councils::routes::routes(routes);
    portfolio::products::routes::routes(routes);
    portfolio::measures::routes::routes(routes);
    portfolio::payments::routes::routes(routes);
    composition::routes::routes(routes);
    mandates::routes::routes(routes);
    composition::rotation::routes::routes(routes);
    annual_plan::routes::routes(routes);
    search::routes::routes(routes);
    public::subscriptions::routes::routes(routes);
    public::routes::routes(routes);
    public::feeds::routes::routes(routes);
    public::api::routes::routes(routes);
    import::routes::routes(routes);
    desk::routes::routes(routes);
    routes.default_service(web::to(not_found));
}

async fn not_found() -> Result<String> {
    Err(Error::NotFound)
}
