//! A full instance: the demo's board copied a thousand times, with ten years of meetings and terms.

use diesel::prelude::*;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use styringsrad::clock::Clock;
use styringsrad::config::{Config, Database, FilesIn};
use styringsrad::db::ids::{BoardId, PersonId, RowId};
use styringsrad::db::schema::{board, message, occasion, person};
use styringsrad::pdf::Press;
use styringsrad::web::App;
use styringsrad::{demo, secrets};

/// The instance; its folder goes when it does.
pub struct Instance {
    pub app: App,
    folder: PathBuf,
}

impl Drop for Instance {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

impl Instance {
    /// The demo alone, for what does not depend on how much there is.
    pub fn small() -> Self {
        Self::on(None)
    }

    /// The same on a database of PostgreSQL.
    pub fn on(postgres: Option<Database>) -> Self {
        let folder = PathBuf::from("target/bench").join(RowId::new().as_str());
        std::fs::create_dir_all(&folder).expect("a folder is made");
        let mut config = Config::read(|_| None).expect("the defaults are right");
        config.data = folder.clone();
        config.files = FilesIn::Folder(folder.join("files"));
        let sqlite = || Database::Sqlite(folder.join("styringsrad.db"));
        config.database = postgres.unwrap_or_else(sqlite);
        let mut app = styringsrad::app::open(config, Clock::System).expect("the instance opens");
        app.press = Press::new(env!("CARGO_BIN_EXE_styringsrad").into());
        demo::load(&app).expect("the demo loads");
        Self { app, folder }
    }

    /// Makes and plans everything; takes about a minute.
    pub fn make() -> Self {
        let instance = Self::small();
        super::run_sql(&instance, include_str!("full.sql"));
        instance.plan();
        instance.say_how_much();
        instance
    }

    fn plan(&self) {
        let db = &self.app.db;
        let boards: Vec<BoardId> = db
            .read_now(|conn| Ok(board::table.select(board::id).load(conn)?))
            .expect("there are boards");
        let now = self.app.clock.now();
        for board in boards {
            db.write_now(|conn| self.app.office.tables.replan(conn, board, now))
                .expect("the board is planned");
        }
        super::run_sql(self, "ANALYZE");
    }

    fn say_how_much(&self) {
        let counts = self.app.db.read_now(|conn| {
            use styringsrad::db::schema::{appointment, meeting};
            let boards: i64 = board::table.count().get_result(conn)?;
            let meetings: i64 = meeting::table.count().get_result(conn)?;
            let appointments: i64 = appointment::table.count().get_result(conn)?;
            let occasions: i64 = occasion::table.count().get_result(conn)?;
            Ok((boards, meetings, appointments, occasions))
        });
        let (boards, meetings, appointments, occasions) = counts.expect("the instance can be read");
        println!(
            "# {boards} boards, {meetings} meetings, {appointments} appointments, {occasions} planned occasions"
        );
    }

    /// Makes one coming reminder of each of so many meetings due now; each goes to two secretaries.
    pub fn make_due(&self, count: usize) {
        let now = self.app.clock.now();
        let naive = now.utc().naive_utc();
        super::run_sql(
            self,
            &format!(
                "UPDATE occasion SET due = '{naive}' WHERE id IN (SELECT min(id) FROM occasion WHERE state = 'planned' \
                 AND kind LIKE 'deadline-%' AND slot LIKE 'before-%secretariat' AND due > '{naive}' GROUP BY object_id LIMIT {count})"
            ),
        );
    }

    /// Queues copies of one reminder, whose size `smtp-source` is told; an invitation carries its calendar files too.
    pub fn queue(&self, count: usize) {
        super::run_sql(
            self,
            &format!(
                "INSERT INTO message WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) \
                 SELECT printf('aa000000-0000-7000-8000-%012x', n), occasion_id, board_id, 'copy:' || n, NULL, name, address, \
                 language, reply_to, subject, body, printf('aa-%d@example.no', n), 'queued', 0, not_before, expires, '', NULL, '', \
                 created_at, rank FROM c, (SELECT message.* FROM message JOIN occasion ON occasion.id = occasion_id \
                 WHERE occasion.kind LIKE 'deadline-%' LIMIT 1)"
            ),
        );
        let queued = self.app.db.read_now(|conn| {
            Ok(message::table
                .filter(message::state.eq("queued"))
                .count()
                .get_result::<i64>(conn)?)
        });
        assert!(
            queued.expect("the ledger can be read")
                >= i64::try_from(count).expect("a small number")
        );
    }

    /// A session cookie of the first secretary, who has a thousand boards.
    pub fn sign_in(&self) -> String {
        let token = secrets::token();
        let hash = secrets::hash(&token);
        let id: PersonId = self
            .app
            .db
            .read_now(|conn| {
                Ok(person::table
                    .filter(person::name.eq("Kari Nordbø"))
                    .select(person::id)
                    .first(conn)?)
            })
            .expect("the demo's secretary is there");
        let now = self.app.clock.now();
        let (at, ends) = (
            now.utc().naive_utc(),
            (now + chrono::Duration::hours(8)).utc().naive_utc(),
        );
        super::run_sql(
            self,
            &format!(
                "INSERT INTO session VALUES ('{hash}', '{id}', '{at}', '{at}', 480, '{ends}', FALSE, 'bench')"
            ),
        );
        format!("styringsrad_session={token}")
    }

    /// The real server on this instance.
    pub fn serve(&self, port: u16) -> Child {
        Command::new(env!("CARGO_BIN_EXE_styringsrad"))
            .arg("serve")
            .env("STYRINGSRAD_DATA", &self.folder)
            .env("STYRINGSRAD_LISTEN", format!("127.0.0.1:{port}"))
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts")
    }
}
