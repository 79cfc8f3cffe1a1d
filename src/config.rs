//! The settings: environment variables, read once. A service is chosen by the scheme of its address. A setting that
//! is missing or wrong is told in one line that names it and says what to write.

use std::path::PathBuf;

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
    pub name: &'static str,
    pub advice: String,
}

fn wrong(name: &'static str, advice: impl Into<String>) -> WrongSetting {
    WrongSetting {
        name,
        advice: advice.into(),
    }
}

impl Config {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// The first setting that is wrong or missing.
    pub fn from_env() -> Result<Self, WrongSetting> {
        Self::read(|name| std::env::var(name).ok())
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
        let mail = mail(get("STYRINGSRAD_SMTP_URL"), &data)?;
        let mail_from = mail_from(get("STYRINGSRAD_MAIL_FROM"), &mail)?;
        let mail_only_to = get("STYRINGSRAD_MAIL_ONLY_TO").unwrap_or_default();
        let accessibility_url = get("STYRINGSRAD_ACCESSIBILITY_URL");
        if accessibility_url
            .as_deref()
            .is_some_and(|url| !url.starts_with("https://"))
        {
            let advice = "write the https address of the statement at uustatus.no";
            return Err(wrong("STYRINGSRAD_ACCESSIBILITY_URL", advice));
        }
        let contact = get("STYRINGSRAD_CONTACT").unwrap_or_else(|| mail_from.clone());
        Ok(Self {
            base_url,
            listen,
            data,
            database,
            mail,
            mail_from,
            mail_only_to: (mail_only_to
                .split(',')
                .map(|entry| entry.trim().to_lowercase()))
            .filter(|entry| !entry.is_empty())
            .collect(),
            accessibility_url,
            contact,
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
    match listen.rsplit_once(':') {
        Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => Ok(listen),
        _ => Err(wrong(
            "STYRINGSRAD_LISTEN",
            "write an address and a port, such as 127.0.0.1:8080",
        )),
    }
}

fn base_url(given: Option<String>, listen: &str) -> Result<String, WrongSetting> {
    let url = given.unwrap_or_else(|| format!("http://{listen}"));
    let url = url.trim_end_matches('/');
    match url.split_once("://") {
        Some(("http" | "https", rest)) if !rest.is_empty() => Ok(url.to_owned()),
        _ => {
            let advice = "write the address people use, such as https://styringsrad.example.no";
            Err(wrong("STYRINGSRAD_BASE_URL", advice))
        }
    }
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

fn database(url: Option<String>, data: &std::path::Path) -> Result<Database, WrongSetting> {
    let Some(url) = url else {
        return Ok(Database::Sqlite(data.join("styringsrad.db")));
    };
    match url.split_once("://") {
        Some(("sqlite", path)) if !path.is_empty() => Ok(Database::Sqlite(PathBuf::from(path))),
        Some(("postgres" | "postgresql", rest)) if !rest.is_empty() => Ok(Database::Postgres(url)),
        _ => Err(wrong(
            "STYRINGSRAD_DATABASE_URL",
            "write sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE",
        )),
    }
}

fn mail(url: Option<String>, data: &std::path::Path) -> Result<MailTo, WrongSetting> {
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
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().map_err(|_error| advice())?),
        None => (server, default_port),
    };
    if host.is_empty() {
        return Err(advice());
    }
    Ok(MailTo::Smtp(Smtp {
        host: host.to_owned(),
        port,
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
            ("STYRINGSRAD_SMTP_URL", "relay.example.no"),
            ("STYRINGSRAD_SMTP_URL", "smtp://user@relay"),
            ("STYRINGSRAD_SMTP_URL", "smtp://relay:smtp"),
            ("STYRINGSRAD_MAIL_FROM", "not an address"),
            ("STYRINGSRAD_ACCESSIBILITY_URL", "uustatus.no"),
        ] {
            let error = read(&[(name, value)]).unwrap_err();
            assert_eq!(error.name, name, "{value}");
            assert!(!error.to_string().contains('\n') && error.to_string().starts_with(name));
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
