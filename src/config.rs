//! The settings: environment variables, read once. A service is chosen by the scheme of its address. A setting that
//! is missing or wrong is told in one line that names it and says what to write.

pub mod files;

pub use files::{FilesIn, S3};

use crate::i18n::added;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::net::Ipv6Addr;
use std::path::{Path, PathBuf};

/// What the name of every setting begins with.
const PREFIX: &str = "STYRINGSRAD_";
/// Names that are not read when the program starts: what a build and the tests are told.
const OTHERS: [&str; 2] = ["STYRINGSRAD_ASSETS", "STYRINGSRAD_TEST_"];

/// Everything that differs between one installation and another.
#[derive(Clone, Debug)]
pub struct Config {
    /// `STYRINGSRAD_LISTEN`: address and port to listen on.
    pub listen: String,
    /// `STYRINGSRAD_BASE_URL`: what links in mail start with, without a slash at the end.
    pub base_url: String,
    /// `STYRINGSRAD_DATA`: the folder for everything embedded.
    pub data: PathBuf,
    /// `STYRINGSRAD_DATABASE_URL`: where the data is.
    pub database: Database,
    /// `STYRINGSRAD_FILES_URL`: where files are kept.
    pub files: FilesIn,
    /// `STYRINGSRAD_SMTP_URL`: where mail goes.
    pub mail: MailTo,
    /// `STYRINGSRAD_MAIL_FROM`: the one sender address, always ours.
    pub mail_from: String,
    /// `STYRINGSRAD_MAIL_ONLY_TO`: the only addresses and domains mail may go to, for staging. Empty means everyone.
    pub mail_only_to: Vec<String>,
    /// `STYRINGSRAD_ACCESSIBILITY_URL`: the accessibility statement at uustatus.no; without it, a page of our own.
    pub accessibility_url: Option<String>,
    /// `STYRINGSRAD_CONTACT`: the address for questions, in the footer.
    pub contact: String,
    /// `STYRINGSRAD_TEXTS`: a folder with the texts of languages that are added to the product's own.
    pub texts: Option<PathBuf>,
}

/// The database engine and its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite(PathBuf),
    Postgres(String),
}

/// Where mail is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailTo {
    /// One `.eml` file a message.
    Folder(PathBuf),
    Smtp(Smtp),
}

/// An SMTP server (RFC 5321).
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// User name and password for AUTH.
    pub login: Option<(String, String)>,
    /// Accept a certificate nobody vouches for; for test servers (`?insecure`).
    pub trust_any_certificate: bool,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "Smtp({}:{}, {:?})",
            self.host, self.port, self.security
        )
    }
}

/// How the connection is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// STARTTLS is required (`smtp://…`).
    StartTls,
    /// TLS from the first byte (`smtps://…`).
    Tls,
    /// None, for a relay on this machine or a test (`smtp://…?plain`).
    Plain,
}

/// A setting that cannot be used; its text is one line that names the setting and says what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {advice}")]
pub struct WrongSetting {
    pub name: String,
    pub advice: String,
}

/// The setting of this name cannot be used: what to write instead.
#[must_use]
pub fn wrong(name: &str, advice: impl Into<String>) -> WrongSetting {
    WrongSetting {
        name: name.to_owned(),
        advice: advice.into(),
    }
}

/// Makes a folder where there is none, and finds out whether files can be written in it.
///
/// # Errors
/// What the system says when they cannot.
pub fn try_folder(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".try-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(folder)?;
    std::fs::write(&probe, "")?;
    std::fs::remove_file(&probe)
}

impl Config {
    /// Reads the process's environment. The second half are names that look like settings and are none: told to
    /// whoever starts the program, because a slip of the pen would otherwise mean a default.
    ///
    /// # Errors
    /// The first setting that is wrong or missing; one that is not text is wrong.
    pub fn from_env() -> Result<(Self, Vec<String>), WrongSetting> {
        let mut given = BTreeSet::new();
        for (name, value) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if !name.starts_with(PREFIX) || OTHERS.iter().any(|other| name.starts_with(other)) {
                continue;
            }
            if value.to_str().is_none() {
                return Err(wrong(&name, "this is not text: write it in UTF-8"));
            }
            given.insert(name);
        }
        let known = RefCell::new(BTreeSet::new());
        let config = Self::read(|name| {
            known.borrow_mut().insert(name.to_owned());
            std::env::var(name).ok()
        })?;
        let strange = given.difference(&known.borrow()).cloned().collect();
        Ok((config, strange))
    }

    /// Makes the folders that are written to, and finds out whether they can be.
    ///
    /// # Errors
    /// The first that cannot.
    pub fn try_folders(&self) -> Result<(), WrongSetting> {
        let tried = |name: &str, folder: &Path| {
            let told = |error| {
                let folder = folder.display();
                wrong(
                    name,
                    format!("write a folder that can be written to; {folder} cannot: {error}"),
                )
            };
            try_folder(folder).map_err(told)
        };
        let own = |name: &str, folder: &Path| {
            let is_within = folder.starts_with(&self.data);
            tried(if is_within { "STYRINGSRAD_DATA" } else { name }, folder)
        };
        tried("STYRINGSRAD_DATA", &self.data)?;
        if let FilesIn::Folder(folder) = &self.files {
            own("STYRINGSRAD_FILES_URL", folder)?;
        }
        match &self.mail {
            MailTo::Folder(folder) => own("STYRINGSRAD_SMTP_URL", folder),
            MailTo::Smtp(_) => Ok(()),
        }
    }

    /// Adds the languages of `STYRINGSRAD_TEXTS`, before any text is read.
    ///
    /// # Errors
    /// The first file that cannot be used.
    pub fn add_languages(&self) -> Result<(), WrongSetting> {
        let Some(folder) = &self.texts else {
            return Ok(());
        };
        added::add(folder).map_err(|told| wrong("STYRINGSRAD_TEXTS", told))
    }

    /// Reads the settings that `get` knows; an empty value counts as none.
    ///
    /// # Errors
    /// The first setting that is wrong or missing.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, WrongSetting> {
        let get = |name: &str| {
            get(name)
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
        };
        let listen = listen(get("STYRINGSRAD_LISTEN"))?;
        let base_url = base_url(get("STYRINGSRAD_BASE_URL"), &listen)?;
        let data = PathBuf::from(get("STYRINGSRAD_DATA").unwrap_or_else(|| "var".to_owned()));
        let database = database(get("STYRINGSRAD_DATABASE_URL"), &data)?;
        let files = files::files(get("STYRINGSRAD_FILES_URL"), &data)?;
        let mail = mail(get("STYRINGSRAD_SMTP_URL"), &data)?;
        let mail_from = mail_from(get("STYRINGSRAD_MAIL_FROM"), &mail)?;
        let mail_only_to = mail_only_to(get("STYRINGSRAD_MAIL_ONLY_TO"))?;
        let accessibility_url = accessibility_url(get("STYRINGSRAD_ACCESSIBILITY_URL"))?;
        let contact = contact(get("STYRINGSRAD_CONTACT"), &mail_from)?;
        Ok(Self {
            base_url,
            listen,
            data,
            database,
            files,
            mail,
            mail_from,
            mail_only_to,
            accessibility_url,
            contact,
            texts: get("STYRINGSRAD_TEXTS").map(PathBuf::from),
        })
    }

    /// Whether cookies must only travel over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

fn listen(given: Option<String>) -> Result<String, WrongSetting> {
    let listen = given.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    match host_and_port(&listen) {
        Some((_, Some(_))) => Ok(listen),
        _ => Err(wrong(
            "STYRINGSRAD_LISTEN",
            "write an address and a port, such as 127.0.0.1:8080",
        )),
    }
}

fn base_url(given: Option<String>, listen: &str) -> Result<String, WrongSetting> {
    let url = given.unwrap_or_else(|| format!("http://{listen}"));
    let url = url.trim_end_matches('/');
    if is_web_address(url, &["http", "https"]) && !url.contains(['?', '#']) {
        return Ok(url.to_owned());
    }
    let advice = "write the address people use, such as https://styringsrad.example.no";
    Err(wrong("STYRINGSRAD_BASE_URL", advice))
}

fn accessibility_url(given: Option<String>) -> Result<Option<String>, WrongSetting> {
    if given
        .as_deref()
        .is_none_or(|url| is_web_address(url, &["https"]))
    {
        return Ok(given);
    }
    let advice = "write the https address of the statement at uustatus.no";
    Err(wrong("STYRINGSRAD_ACCESSIBILITY_URL", advice))
}

fn contact(given: Option<String>, mail_from: &str) -> Result<String, WrongSetting> {
    let contact = given.unwrap_or_else(|| mail_from.to_owned());
    if contact.parse::<lettre::Address>().is_ok() {
        return Ok(contact);
    }
    let advice = "write one mail address for questions, such as post@example.no";
    Err(wrong("STYRINGSRAD_CONTACT", advice))
}

/// A list that is given and names nobody would mean everyone, so each entry must be an address or a domain.
fn mail_only_to(given: Option<String>) -> Result<Vec<String>, WrongSetting> {
    let Some(given) = given else {
        return Ok(Vec::new());
    };
    let entries: Vec<String> = given
        .split(',')
        .map(|entry| entry.trim().to_lowercase())
        .collect();
    let is_entry = |entry: &String| {
        let domain = entry.strip_prefix('@').unwrap_or(entry);
        let as_address = if domain.contains('@') {
            entry.clone()
        } else {
            format!("post@{domain}")
        };
        let domain = domain.rsplit('@').next().unwrap_or_default();
        as_address.parse::<lettre::Address>().is_ok() && domain.contains('.')
    };
    if entries.iter().all(is_entry) {
        return Ok(entries);
    }
    let advice =
        "write addresses and domains with commas between, such as kari@example.no, example.com";
    Err(wrong("STYRINGSRAD_MAIL_ONLY_TO", advice))
}

/// Whether this is an address on the web (RFC 3986) with one of these schemes, without a user's name.
fn is_web_address(url: &str, schemes: &[&str]) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let (server, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let may_stand = |letter: char| letter.is_ascii_graphic() && !"\"<>\\^`{|}".contains(letter);
    schemes.contains(&scheme) && host_and_port(server).is_some() && path.chars().all(may_stand)
}

/// A server's name and its port, where it has one: a name, an IPv4 address, or an IPv6 address in brackets.
fn host_and_port(server: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (server, None),
    };
    let number = |port: &str| port.parse().ok().filter(|number| *number > 0);
    let port = match port {
        Some(port) if port.bytes().all(|digit| digit.is_ascii_digit()) => Some(number(port)?),
        Some(_) => return None,
        None => None,
    };
    is_host(host).then_some((host, port))
}

/// Labels of letters, digits and hyphens (RFC 1123 § 2.1); the underscore stands in names of containers.
fn is_host(host: &str) -> bool {
    if let Some(address) = in_brackets(host) {
        return address.parse::<Ipv6Addr>().is_ok();
    }
    let may_stand = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(may_stand);
    host.strip_suffix('.')
        .unwrap_or(host)
        .split('.')
        .all(is_label)
}

fn in_brackets(host: &str) -> Option<&str> {
    host.strip_prefix('[')?.strip_suffix(']')
}

fn mail_from(given: Option<String>, mail: &MailTo) -> Result<String, WrongSetting> {
    match given {
        Some(address) if address.parse::<lettre::Address>().is_ok() => Ok(address),
        Some(_) => Err(wrong(
            "STYRINGSRAD_MAIL_FROM",
            "write one mail address, such as styringsrad@example.no",
        )),
        None if matches!(mail, MailTo::Folder(_)) => Ok("styringsrad@example.no".to_owned()),
        None => {
            let advice = "needed with STYRINGSRAD_SMTP_URL: write the address mail is sent from";
            Err(wrong("STYRINGSRAD_MAIL_FROM", advice))
        }
    }
}

fn database(url: Option<String>, data: &Path) -> Result<Database, WrongSetting> {
    let Some(url) = url else {
        return Ok(Database::Sqlite(data.join("styringsrad.db")));
    };
    match url.split_once("://") {
        // A file's name may hold a question mark, but whoever writes one means an option; there is none.
        Some(("sqlite", path)) if !path.is_empty() && !path.contains('?') => {
            Ok(Database::Sqlite(PathBuf::from(path)))
        }
        Some(("postgres" | "postgresql", rest)) if !rest.is_empty() => Ok(Database::Postgres(url)),
        _ => Err(wrong(
            "STYRINGSRAD_DATABASE_URL",
            "write sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        )),
    }
}

fn mail(url: Option<String>, data: &Path) -> Result<MailTo, WrongSetting> {
    let advice = || {
        wrong(
            "STYRINGSRAD_SMTP_URL",
            "write smtp://USER:PASSWORD@HOST:PORT, smtps://… or file://PATH",
        )
    };
    let Some(url) = url else {
        return Ok(MailTo::Folder(data.join("mail")));
    };
    let (scheme, rest) = url.split_once("://").ok_or_else(advice)?;
    if scheme == "file" && !rest.is_empty() {
        return Ok(MailTo::Folder(PathBuf::from(rest)));
    }
    let (rest, options) = rest.split_once('?').unwrap_or((rest, ""));
    let mut plain = false;
    let mut trust_any_certificate = false;
    for option in options.split('&').filter(|option| !option.is_empty()) {
        match option {
            "plain" => plain = true,
            "insecure" => trust_any_certificate = true,
            _ => return Err(advice()),
        }
    }
    let security = match scheme {
        "smtp" if plain => Security::Plain,
        "smtp" => Security::StartTls,
        "smtps" if !plain => Security::Tls,
        _ => return Err(advice()),
    };
    let rest = rest.trim_end_matches('/');
    let (login, server) = match rest.rsplit_once('@') {
        Some((login, server)) => {
            let (user, password) = login.split_once(':').ok_or_else(advice)?;
            (
                Some((
                    unescape(user).ok_or_else(advice)?,
                    unescape(password).ok_or_else(advice)?,
                )),
                server,
            )
        }
        None => (None, rest),
    };
    let default_port = if security == Security::Tls { 465 } else { 587 };
    let (host, port) = host_and_port(server).ok_or_else(advice)?;
    Ok(MailTo::Smtp(Smtp {
        // Only an address on the web has brackets around IPv6 (RFC 3986 § 3.2.2).
        host: in_brackets(host).unwrap_or(host).to_owned(),
        port: port.unwrap_or(default_port),
        security,
        login,
        trust_any_certificate,
    }))
}

/// Percent-decoding (RFC 3986 § 2.1), since a password may hold any character.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, WrongSetting> {
        Config::read(|name| {
            settings
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn without_any_setting_everything_is_embedded() {
        let config = read(&[]).unwrap();
        assert_eq!(
            config.database,
            Database::Sqlite("var/styringsrad.db".into())
        );
        assert_eq!(config.files, FilesIn::Folder("var/files".into()));
        assert_eq!(config.mail, MailTo::Folder("var/mail".into()));
        assert_eq!(config.base_url, "http://127.0.0.1:8080");
    }

    #[test]
    fn a_wrong_setting_is_named_in_one_line() {
        for (name, value) in [
            ("STYRINGSRAD_LISTEN", "8080"),
            ("STYRINGSRAD_LISTEN", "localhost:http"),
            ("STYRINGSRAD_BASE_URL", "styringsrad.no"),
            ("STYRINGSRAD_DATABASE_URL", "mysql://x"),
            ("STYRINGSRAD_FILES_URL", "/srv/files"),
            ("STYRINGSRAD_FILES_URL", "s3://bucket"),
            ("STYRINGSRAD_FILES_URL", "s3://key@host/bucket"),
            ("STYRINGSRAD_FILES_URL", "s3://key:secret@host/Bucket"),
            ("STYRINGSRAD_FILES_URL", "s3://key:secret@host/bucket?path"),
            ("STYRINGSRAD_SMTP_URL", "relay.example.no"),
            ("STYRINGSRAD_SMTP_URL", "smtp://user@relay"),
            ("STYRINGSRAD_SMTP_URL", "smtp://relay:smtp"),
            ("STYRINGSRAD_MAIL_FROM", "not an address"),
            ("STYRINGSRAD_ACCESSIBILITY_URL", "uustatus.no"),
            ("STYRINGSRAD_ACCESSIBILITY_URL", "https://"),
            ("STYRINGSRAD_LISTEN", "127.0.0.1:0"),
            ("STYRINGSRAD_LISTEN", "::1:80"),
            ("STYRINGSRAD_BASE_URL", "https://a.no\r\nBcc: b@c.no"),
            ("STYRINGSRAD_BASE_URL", "https://a b.no"),
            ("STYRINGSRAD_BASE_URL", "https://a.no/x y"),
            ("STYRINGSRAD_BASE_URL", "https://a.no/?x=1"),
            ("STYRINGSRAD_BASE_URL", "https://a.no#x"),
            ("STYRINGSRAD_BASE_URL", "https://kari@a.no"),
            ("STYRINGSRAD_BASE_URL", "https://a.no:0"),
            ("STYRINGSRAD_BASE_URL", "https://a..no"),
            ("STYRINGSRAD_DATABASE_URL", "sqlite:///tmp/x.db?mode=ro"),
            ("STYRINGSRAD_SMTP_URL", "smtp://x y"),
            ("STYRINGSRAD_SMTP_URL", "smtp://x/foo"),
            ("STYRINGSRAD_SMTP_URL", "smtp://relay:0"),
            ("STYRINGSRAD_SMTP_URL", "smtp://relay:+25"),
            ("STYRINGSRAD_MAIL_ONLY_TO", ","),
            ("STYRINGSRAD_MAIL_ONLY_TO", "a@b.no,"),
            ("STYRINGSRAD_MAIL_ONLY_TO", "a@b.no;c@d.no"),
            ("STYRINGSRAD_MAIL_ONLY_TO", "a@b.no c@d.no"),
            ("STYRINGSRAD_MAIL_ONLY_TO", "only our own people"),
            ("STYRINGSRAD_MAIL_ONLY_TO", "nobody"),
            ("STYRINGSRAD_MAIL_ONLY_TO", "@"),
            ("STYRINGSRAD_CONTACT", "ask Kari"),
            ("STYRINGSRAD_CONTACT", "a@b.no, c@d.no"),
        ] {
            let error = read(&[(name, value)]).unwrap_err();
            assert_eq!(error.name, name, "{value}");
            assert!(!error.to_string().contains('\n') && error.to_string().starts_with(name));
        }
    }

    #[test]
    fn addresses_people_use_are_taken_as_they_are() {
        for (name, value) in [
            ("STYRINGSRAD_LISTEN", "[::1]:8080"),
            ("STYRINGSRAD_LISTEN", "localhost:80"),
            (
                "STYRINGSRAD_BASE_URL",
                "https://xn--styringsrd-95a.no/under/",
            ),
            ("STYRINGSRAD_BASE_URL", "http://[::1]:8080"),
            (
                "STYRINGSRAD_MAIL_ONLY_TO",
                "Kari@Example.no, @example.com,dep.example.org",
            ),
            (
                "STYRINGSRAD_ACCESSIBILITY_URL",
                "https://uustatus.no/nb/erklaringer/1?x=1#y",
            ),
            ("STYRINGSRAD_CONTACT", "post@example.no"),
        ] {
            assert!(read(&[(name, value)]).is_ok(), "{name}={value}");
        }
        for (server, host) in [("mail_1.internal.", "mail_1.internal."), ("[::1]", "::1")] {
            let settings = [
                ("STYRINGSRAD_SMTP_URL", format!("smtp://{server}:25")),
                ("STYRINGSRAD_MAIL_FROM", "a@b.no".to_owned()),
            ];
            let settings = settings
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            let MailTo::Smtp(smtp) = read(&settings).unwrap().mail else {
                panic!("SMTP was asked for")
            };
            assert_eq!((smtp.host.as_str(), smtp.port), (host, 25));
        }
    }

    #[test]
    fn mail_by_smtp_needs_a_sender() {
        assert_eq!(
            read(&[("STYRINGSRAD_SMTP_URL", "smtp://relay:25")])
                .unwrap_err()
                .name,
            "STYRINGSRAD_MAIL_FROM"
        );
    }

    #[test]
    fn an_smtp_address_holds_login_port_and_security() {
        let settings = [
            ("STYRINGSRAD_SMTP_URL", "smtp://ola:p%40ss@relay.no:2525"),
            ("STYRINGSRAD_MAIL_FROM", "a@b.no"),
        ];
        let MailTo::Smtp(smtp) = read(&settings).unwrap().mail else {
            panic!("SMTP was asked for")
        };
        assert_eq!(smtp.login, Some(("ola".into(), "p@ss".into())));
        assert_eq!(
            (smtp.host.as_str(), smtp.port, smtp.security),
            ("relay.no", 2525, Security::StartTls)
        );
        assert!(
            !format!("{smtp:?}").contains("p@ss"),
            "a password never reaches a log"
        );
    }
}
