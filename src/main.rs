//! The commands: `serve` (also the default), `demo`, `invite`, `import`, `tick`, `rehearse`, `check`.

use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Server, HttpServer, web};
use anyhow::{Context, bail};
use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use styringsrad::audit::Actor;
use styringsrad::clock::Clock;
use styringsrad::config::{Config, WrongSetting, wrong};
use styringsrad::db::ids::PersonId;
use styringsrad::demo;
use styringsrad::desk::rehearsal::{self, Wish};
use styringsrad::error::Error;
use styringsrad::i18n::{Language, Said, text};
use styringsrad::import::{headings, read, run};
use styringsrad::jobs::workshop;
use styringsrad::mail::MessageState;
use styringsrad::mail::postman::Postman;
use styringsrad::mail::transport::Carrier;
use styringsrad::people::sign_in::Asked;
use styringsrad::people::{InstanceRole, invitation, store as people};
use styringsrad::public::indexing as published;
use styringsrad::search::indexing;
use styringsrad::web::{App, paths, public_cache, visit};
use tokio::signal::unix::{SignalKind, signal};

#[cfg(feature = "jemalloc")]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The secretariat system of a public board.
#[derive(Parser)]
#[command(name = "styringsrad", version, about)]
struct Command {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// Serve the pages and send the mails.
    Serve {
        /// Load the demo first, when the instance is empty, and print links to sign in with.
        #[arg(long)]
        demo: bool,
    },
    /// Load the demo into an empty instance, and print links to sign in with.
    Demo,
    /// Give someone a role for the whole instance, and send them a link to sign in with.
    Invite(Invite),
    /// Move organisations, persons, boards and their past in, from an .xlsx workbook or a folder of .csv files.
    ///
    /// All rows or none. Nobody is mailed: a new board's mail is off. The format stands in docs/import.md.
    Import(Import),
    /// Make one pass: plan what is due and hand it over. For cron, every minute.
    Tick,
    /// List every mail of a period before any of it is sent. Plays a copy of the data; nothing is sent or changed.
    Rehearse {
        /// The first day, such as 2027-01-01.
        #[arg(long)]
        from: NaiveDate,
        /// The last day, at most two years ahead.
        #[arg(long)]
        to: NaiveDate,
        /// Print a JSON array instead of lines.
        #[arg(long)]
        json: bool,
        /// Nobody presses a button or answers; without this each does their part on the due day.
        #[arg(long)]
        nobody_acts: bool,
    },
    /// Answer one question about PDFs, read from the input; what the server starts for its papers.
    #[command(hide = true)]
    Pdf,
    /// Read the settings, open the database, write to the store of files, and say that all is well.
    Check,
}

#[derive(clap::Args)]
struct Invite {
    /// The role: administrator.
    #[arg(long, default_value = "administrator")]
    role: InstanceRole,
    /// The person's name, when they are not in the register; without it, what stands before the @.
    #[arg(long)]
    name: Option<String>,
    /// The language of the person's mail, when they are not in the register: nb, nn or en.
    #[arg(long, default_value = "nb")]
    language: String,
    /// The address they will sign in with.
    address: String,
}

#[derive(clap::Args)]
struct Import {
    /// The workbook, the table of text, or the folder of tables.
    path: PathBuf,
    /// Look the file over and save nothing.
    #[arg(long)]
    dry_run: bool,
    /// The mail address of who imports it: someone who is registered. Needed where the file has cases, minutes or action
    /// items, which have a name beside them, and nothing is only looked over.
    #[arg(long)]
    by: Option<String>,
    /// The language of what is said: nb, nn or en.
    #[arg(long, default_value = "nb")]
    language: String,
}

/// What is logged where `RUST_LOG` says nothing.
///
/// The store's client would tell of each try; what became of them is told once, by us. The reader of requests would tell
/// each address that nobody can read, and each connection that broke off, as an error of ours: the one is a visitor's (400),
/// and of the other `web::download` tells where it matters.
const LOGGED: &str = "info,object_store=warn,actix_http::h1::dispatcher=off";

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_unset| LOGGED.into()),
        )
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    let command = Command::parse();
    match begin(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", one_line(&error));
            if error.is::<WrongSetting>() {
                ExitCode::from(2)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

fn begin(command: &Command) -> anyhow::Result<()> {
    if matches!(command.what, Some(What::Pdf)) {
        return styringsrad::pdf::process::answer_one();
    }
    let (config, strange) = Config::from_env()?;
    if !strange.is_empty() {
        eprintln!(
            "{}: no setting is called this; look for a slip of the pen",
            strange.join(", ")
        );
    }
    config.try_folders()?;
    config.add_languages()?;
    run(command, config)
}

/// The error and what it came of; PostgreSQL's client tells it in several lines.
fn one_line(error: &anyhow::Error) -> String {
    let told = format!("{error:#}");
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn run(command: &Command, config: Config) -> anyhow::Result<()> {
    let app = styringsrad::app::open(config, Clock::System)?;
    match &command.what {
        None => serve(app, false),
        Some(What::Serve { demo }) => serve(app, *demo),
        Some(What::Demo) => show_demo(&app),
        Some(What::Invite(who)) => invite(&app, who),
        Some(What::Import(what)) => import(&app, what),
        Some(What::Tick) => tick(&app),
        Some(What::Rehearse {
            from,
            to,
            json,
            nobody_acts,
        }) => {
            let wish = rehearsal::wish_for_all(app.office.clock.now(), *from, *to, *nobody_acts)?;
            rehearse(&app, &wish, *json)
        }
        Some(What::Check) => check(&app),
        // Answered before the settings are read, which it has none of.
        Some(What::Pdf) => Ok(()),
    }
}

/// Everything was opened; what is left is to write to the store of files.
#[actix_web::main]
async fn check(app: &App) -> anyhow::Result<()> {
    let tried = app.files.try_keeping().await;
    tried.map_err(|trouble| wrong("STYRINGSRAD_FILES_URL", trouble.to_string()))?;
    println!("The settings, the database and the store of files are in order.");
    Ok(())
}

/// How often it is looked whether another process has handed a mail over, and how long apart.
const LOOKS: usize = 200;
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

fn language(tag: &str) -> anyhow::Result<Language> {
    Language::from_tag(tag)
        .with_context(|| format!("“{tag}” is no language here: write nb, nn or en"))
}

/// Who imports: the person with this address.
fn importer(app: &App, address: Option<&str>, language: Language) -> anyhow::Result<Actor> {
    let Some(address) = address else {
        return Ok(Actor::System);
    };
    let address = address.trim().to_lowercase();
    let found = (app.db).read_now(|conn| people::person_by_address(conn, &address))?;
    let unknown = || Said::new("import-by-unknown").with("address", &address);
    match found {
        Some(person) => Ok(Actor::Person(person.id)),
        None => bail!("{}", unknown().text(language)),
    }
}

/// Looks a file over, says every fault, and writes it when there is none.
fn import(app: &App, what: &Import) -> anyhow::Result<()> {
    let language = language(&what.language)?;
    let say = |said: &Said| println!("{}", said.text(language));
    let book = match read::path(&what.path) {
        Ok(book) => book,
        Err(why) => bail!("{}", why.said().text(language)),
    };
    say(&Said::new("import-line-read"));
    let now = app.clock.now();
    let actor = importer(app, what.by.as_deref(), language)?;
    let checked = if what.dry_run {
        run::check(&app.db, &book, language, now)?
    } else {
        match run::write(&app.db, &book, (actor, language), now) {
            Err(Error::Refused(said)) => bail!("{}", said.text(language)),
            done => done?,
        }
    };
    for count in &checked.counts {
        let sheet = text(language, &headings::sheet_text(count.sheet), &[]);
        let counts = Said::new("import-line-count").with("sheet", sheet);
        say(&counts.with("new", count.new).with("known", count.known));
    }
    checked.notes.iter().for_each(|note| say(&note.said()));
    for fault in &checked.faults {
        println!(
            "{}: {}",
            fault.place().text(language),
            fault.said.text(language)
        );
    }
    if !checked.faults.is_empty() {
        let faults = Said::new("import-faults").with("n", checked.faults.len());
        bail!("{}", faults.text(language));
    }
    if what.dry_run {
        say(&Said::new("import-line-dry"));
        return Ok(());
    }
    say(&Said::new(if checked.plan.is_empty() {
        "import-nothing-new"
    } else {
        "import-line-written"
    }));
    run::plan(&app.db, &app.office.tables, &checked, now, |done, all| {
        // A line a board is too much where there are thousands.
        if done == all || done % 50 == 0 {
            let line = Said::new("import-line-planned");
            say(&line.with("done", done).with("all", all));
        }
    })?;
    Ok(())
}

fn invite(app: &App, who: &Invite) -> anyhow::Result<()> {
    let language = language(&who.language)?;
    let local_part = who.address.split('@').next().unwrap_or_default();
    let name = who.name.as_deref().unwrap_or(local_part);
    let invited = invitation::invite(&app.office, who.role, &who.address, name, language);
    let invited = match invited {
        Err(Error::Refused(said)) => bail!("{}", said.text(Language::EN)),
        other => other?,
    };
    println!(
        "{}",
        if invited.role_begins {
            format!("{} is {} from today.", who.address, who.role)
        } else {
            format!("{} is already {}.", who.address, who.role)
        }
    );
    println!(
        "A new link can be asked for at {}{}.",
        app.config.base_url,
        paths::SIGN_IN
    );
    match invited.link {
        Asked::Sent => send_link(app, invited.person),
        Asked::NotKnown | Asked::TooOften => {
            bail!("No mail was sent: the address has been sent five sign-in links within an hour.")
        }
    }
}

/// Hands the mail with the link over, and says what became of it. A server that runs may have been quicker: it is
/// given as long as it takes to get an answer.
fn send_link(app: &App, to: PersonId) -> anyhow::Result<()> {
    let mut carrier = Carrier::to(&app.config.mail);
    for _ in 0..LOOKS {
        app.office.deliver_at_once(&mut carrier)?;
        match app.office.newest_to(to)? {
            Some((MessageState::HandedOver, _)) => {
                println!(
                    "A mail with a sign-in link was handed over; the link works for 15 minutes."
                );
                return Ok(());
            }
            Some((MessageState::Queued, answer)) if !answer.is_empty() => bail!(
                "The mail with a sign-in link was not handed over: {answer}. It is tried again as long as the link works, where `serve` or `tick` runs."
            ),
            Some((MessageState::Dead | MessageState::Withdrawn, answer)) => {
                bail!("The mail with a sign-in link was not handed over: {answer}.")
            }
            Some((MessageState::Queued | MessageState::Claimed, _)) | None => {
                std::thread::sleep(BETWEEN_LOOKS);
            }
        }
    }
    bail!(
        "Another process has had the mail with a sign-in link in hand for long; the ledger will tell what became of it."
    )
}

#[actix_web::main]
async fn tick(app: &App) -> anyhow::Result<()> {
    let (office, mut carrier) = (app.office.clone(), Carrier::to(&app.config.mail));
    let bell = office.bell.clone();
    let told = told_to_end()?;
    actix_web::rt::spawn(async move {
        told.await;
        bell.close();
    });
    let (pass, round) = web::block(move || office.work(&mut carrier)).await??;
    while indexing::step(app).await? {}
    while published::step(app).await? {}
    println!(
        "{} occasions told, {} mails handed over, {} put off, {} alarms",
        pass.told,
        round.handed_over,
        round.put_off,
        pass.alarms + round.dead
    );
    Ok(())
}

/// Listens for SIGTERM and SIGINT from this moment on; what it gives is ready when one has come.
fn told_to_end() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

/// Loads the demo where there is nothing, and prints who can sign in how.
fn show_demo(app: &App) -> anyhow::Result<()> {
    if demo::is_empty(app)? {
        demo::load(app)?;
    }
    match demo::links(app) {
        Ok(links) => {
            println!(
                "Sign in as (each link works once, for 15 minutes; `styringsrad demo` makes new ones):"
            );
            for link in links {
                println!("  {:<14} {:<16} {}", link.who, link.name, link.url);
            }
            Ok(())
        }
        Err(Error::NotFound) => {
            println!("This instance has data of its own: the demo was not loaded.");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

fn rehearse(app: &App, wish: &Wish, json: bool) -> anyhow::Result<()> {
    let told = rehearsal::rehearse(&app.office, wish)?;
    let mut text = if json {
        serde_json::to_string_pretty(&told)?
    } else {
        let line = |mail: &rehearsal::Rehearsed| {
            format!(
                "{}  {}  {}  {}\n",
                mail.at, mail.board, mail.recipient, mail.subject
            )
        };
        let lines: String = told.iter().map(line).collect();
        format!("{lines}{} mails", told.len())
    };
    text.push('\n');
    match std::io::stdout().write_all(text.as_bytes()) {
        // Whoever reads has read enough: `| head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Removes what an earlier process had half received.
fn sweep(app: &App) {
    match app.files.sweep() {
        Ok(0) => {}
        Ok(swept) => tracing::info!(swept, "removed files that were half received"),
        Err(error) => tracing::error!("files that were half received are left: {error}"),
    }
}

/// How many seconds the pages under way may take once the server is told to end.
const LAST_PAGES: u64 = 5;

#[actix_web::main]
async fn serve(app: App, demo: bool) -> anyhow::Result<()> {
    let listen = app.config.listen.clone();
    let data = web::Data::new(app.clone());
    let server = HttpServer::new(move || {
        Server::new()
            .app_data(data.clone())
            .wrap(from_fn(visit::attend))
            .wrap(Compress::default())
            .wrap(from_fn(public_cache::remember))
            .configure(styringsrad::app::routes)
    })
    .workers(2)
    .shutdown_timeout(LAST_PAGES)
    .disable_signals()
    .bind(&listen)
    .map_err(|error| {
        wrong(
            "STYRINGSRAD_LISTEN",
            format!("nobody can listen on {listen}: {error}"),
        )
    })?;
    println!("Styringsråd is at {}", app.config.base_url);
    sweep(&app);
    if demo {
        show_demo(&app)?;
    }
    let server = server.run();
    let (told, handle) = (told_to_end()?, server.handle());
    actix_web::rt::spawn(async move {
        told.await;
        handle.stop(true).await;
    });
    let postman = Postman::begin(&app.office, &app.config.mail);
    workshop::begin(&app, styringsrad::app::JOBS);
    actix_web::rt::spawn(indexing::keep(app.clone()));
    actix_web::rt::spawn(published::keep(app.clone()));
    // Ends when the pages under way are answered; then the mail in hand is settled.
    let served = server.await;
    app.jobs.bell.close();
    web::block(move || postman.go_home()).await?;
    Ok(served?)
}
