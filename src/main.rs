//! The commands: `serve` (also the default), `demo`, `invite`, `tick`, `rehearse`, `check`.

use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Server, HttpServer, web};
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use styringsrad::clock::Clock;
use styringsrad::config::Config;
use styringsrad::mail::transport::Carrier;
use styringsrad::web::{App, visit};

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
    Serve,
    /// Make one pass: plan what is due and hand it over. For cron.
    Tick,
    /// Read the settings, open the database and say that all is well.
    Check,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_unset| "info".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let command = Command::parse();
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(wrong) => {
            eprintln!("{wrong}");
            return ExitCode::from(2);
        }
    };
    match run(&command, config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, config: Config) -> anyhow::Result<()> {
    let app = styringsrad::app::open(config, Clock::System)?;
    match &command.what {
        None | Some(What::Serve) => serve(app),
        Some(What::Tick) => tick(&app),
        Some(What::Check) => {
            println!("The settings and the database are in order.");
            Ok(())
        }
    }
}

fn tick(app: &App) -> anyhow::Result<()> {
    let (pass, round) = app.office.work(&mut Carrier::to(&app.config.mail))?;
    println!(
        "{} occasions told, {} mails handed over, {} put off, {} alarms",
        pass.told,
        round.handed_over,
        round.put_off,
        pass.alarms + round.dead
    );
    Ok(())
}

#[actix_web::main]
async fn serve(app: App) -> anyhow::Result<()> {
    let listen = app.config.listen.clone();
    let data = web::Data::new(app.clone());
    let server = HttpServer::new(move || {
        Server::new()
            .app_data(data.clone())
            .wrap(from_fn(visit::attend))
            .wrap(Compress::default())
            .configure(styringsrad::app::routes)
    })
    .workers(2)
    .bind(&listen)?;
    println!("Styringsråd is at {}", app.config.base_url);
    styringsrad::mail::keep_working(&app.office, &app.config.mail);
    server.run().await?;
    Ok(())
}
