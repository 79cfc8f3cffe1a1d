//! docker-compose.yml, started as processes: two of the program on one PostgreSQL with one SMTP server, of which
//! either serves and mails on when the other dies.

use crate::killed::queue;
use crate::program::{Program, free_port, get, setting, wait_until};
use crate::sink::Sink;
use crate::support::Ground;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use styringsrad::clock::Clock;
use styringsrad::config::{Config, Database, MailTo, Security};

/// A pass comes every ten seconds; the rest is for a loaded machine.
const SOON: Duration = Duration::from_secs(20);

/// The file's values by their path, such as `services/app1/build`; items of a list share theirs. It reads plain keys
/// and values and lists, as the file's head promises.
fn read() -> Vec<(String, String)> {
    let text = include_str!("../../docker-compose.yml");
    let mut path: Vec<(usize, &str)> = Vec::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let content = line.trim_start();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let depth = line.len() - content.len();
        path.retain(|(of, _)| *of < depth);
        let parents: Vec<&str> = path.iter().map(|(_, key)| *key).collect();
        let parents = parents.join("/");
        if let Some(item) = content.strip_prefix("- ") {
            found.push((parents, item.trim_matches('"').to_owned()));
        } else if let Some(key) = content.strip_suffix(':') {
            path.push((depth, key));
            found.push((format!("{parents}/{key}"), String::new()));
        } else {
            let (key, value) = content.split_once(": ").expect("a key and a value");
            found.push((format!("{parents}/{key}"), value.to_owned()));
        }
    }
    found
}

/// One process of the program as the file describes it.
#[derive(Debug)]
struct Service {
    arguments: Vec<String>,
    settings: BTreeMap<String, String>,
    waits_for: Vec<String>,
    published: String,
    /// The volume that is its data folder.
    data: String,
}

/// The services that run the program, by name, in the file's order.
fn services() -> Vec<(String, Service)> {
    let values = read();
    let names: Vec<&str> = values
        .iter()
        .filter(|(path, image)| path.ends_with("/image") && image == "styringsrad")
        .map(|(path, _)| {
            path.trim_start_matches("services/")
                .trim_end_matches("/image")
        })
        .collect();
    let of = |name: &str| {
        let under = |part: &str| {
            let start = format!("services/{name}/{part}");
            let below = values.iter().filter_map(move |(path, value)| {
                let rest = path.strip_prefix(&start)?;
                Some((rest.trim_start_matches('/').to_owned(), value.clone()))
            });
            below.filter(|(rest, value)| !(rest.is_empty() && value.is_empty()))
        };
        let command = under("command").next().expect("a command").1;
        Service {
            arguments: serde_json::from_str(&command).expect("a list of words"),
            settings: under("environment").collect(),
            waits_for: under("depends_on")
                .filter(|(rest, _)| !rest.contains('/'))
                .map(|(rest, _)| rest)
                .collect(),
            published: under("ports").next().expect("a port").1,
            data: {
                let volume = under("volumes").next().expect("a volume").1;
                let (name, place) = volume.split_once(':').expect("a name and a place");
                assert_eq!(place, "/data", "where the image keeps its data");
                name.to_owned()
            },
        }
    };
    names
        .into_iter()
        .map(|name| (name.to_owned(), of(name)))
        .collect()
}

/// Every setting that the program reads.
fn known() -> BTreeSet<String> {
    let asked = Mutex::new(BTreeSet::new());
    let read = Config::read(|name| {
        asked
            .lock()
            .expect("nobody panics here")
            .insert(name.to_owned());
        None
    });
    read.expect("the defaults are right");
    asked.into_inner().expect("nobody panics here")
}

#[test]
fn the_compose_file_sets_what_the_program_reads_and_names_what_it_starts() {
    let values = read();
    let services = services();
    let known = known();
    assert_eq!(services.len(), 2, "two processes of the program");
    for (name, service) in &services {
        for setting in service.settings.keys() {
            assert!(
                known.contains(setting),
                "{name} sets {setting}, which nobody reads"
            );
        }
        let config = Config::read(|setting| service.settings.get(setting).cloned());
        let config = config.unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        let Database::Postgres(url) = config.database else {
            panic!("{name} shares no database")
        };
        let MailTo::Smtp(smtp) = config.mail else {
            panic!("{name} sends no mail")
        };
        assert_eq!(smtp.security, Security::Plain);
        let host = url.rsplit_once('@').expect("a login").1;
        let host = host.split(':').next().expect("a host").to_owned();
        for needed in service.waits_for.iter().chain([&host, &smtp.host]) {
            let image = format!("services/{needed}/image");
            assert!(
                values.iter().any(|(path, _)| *path == image),
                "{name} needs {needed}, which is not there"
            );
        }
        let port = config.base_url.rsplit_once(':').expect("a port").1;
        assert_eq!(service.published, format!("127.0.0.1:{port}:8080"));
        assert_eq!(service.data, services[0].1.data, "they share their files");
    }
}

/// It shows a page, and says so to the health check of the image.
#[track_caller]
fn is_well(port: u16) {
    let (status, page) = get(port, "/sign-in").expect("it answers");
    assert!(status == 200 && page.contains("</html>"), "{page}");
    let image = include_str!("../../Dockerfile");
    assert!(image.contains("http://127.0.0.1:8080/health/ready"));
    let (status, answer) = get(port, "/health/ready").expect("it answers");
    assert_eq!(status, 200, "{answer}");
}

#[test]
fn either_of_the_two_serves_and_mails_on_when_the_other_dies() {
    let Some(ground) = Ground::postgres() else {
        return;
    };
    let Database::Postgres(url) = &ground.database else {
        panic!("it is PostgreSQL")
    };
    let sink = Sink::start(Clock::System);
    let MailTo::Smtp(smtp) = sink.address() else {
        panic!("it is SMTP")
    };
    let mail = format!("smtp://{}:{}?plain", smtp.host, smtp.port);

    let mut running = Vec::new();
    for (name, mut service) in services() {
        let port = free_port();
        let data = ground.folder.join(&service.data).display().to_string();
        let base = format!("http://127.0.0.1:{port}");
        let listen = format!("127.0.0.1:{port}");
        // The names of the network inside compose become addresses of this machine; nothing else changes.
        for (setting, here) in [
            ("STYRINGSRAD_DATABASE_URL", url),
            ("STYRINGSRAD_SMTP_URL", &mail),
            ("STYRINGSRAD_BASE_URL", &base),
        ] {
            let replaced = service.settings.insert(setting.to_owned(), here.clone());
            assert!(replaced.is_some(), "{name} sets {setting}");
        }
        let mut settings: Vec<(String, String)> = service.settings.into_iter().collect();
        // The two that the image sets.
        settings.push(setting("STYRINGSRAD_LISTEN", &listen));
        settings.push(setting("STYRINGSRAD_DATA", &data));
        let arguments: Vec<&str> = service.arguments.iter().map(String::as_str).collect();
        let mut program = Program::start(&arguments, &settings);
        // The second waits for the first, as in the file.
        wait_until("it answers", || {
            program.must_run();
            get(port, "/sign-in").is_some()
        });
        running.push((program, port));
    }

    for (_, port) in &running {
        is_well(*port);
    }
    let [(mut first, first_port), (mut second, second_port)] =
        <[_; 2]>::try_from(running).unwrap_or_else(|_| panic!("two processes"));
    first.kill();
    assert!(get(first_port, "/sign-in").is_none());
    queue(&ground, 3);
    let queued = Instant::now();
    let arrived = || {
        let arrivals = sink.arrivals.lock().expect("no connection panics");
        let ours: BTreeSet<&str> = arrivals.iter().map(|one| one.to.as_str()).collect();
        ["p0@example.no", "p1@example.no", "p2@example.no"]
            .iter()
            .all(|to| ours.contains(to))
    };
    wait_until("the mails arrive", arrived);
    assert!(queued.elapsed() < SOON, "they took {:?}", queued.elapsed());
    second.must_run();
    is_well(second_port);
}
