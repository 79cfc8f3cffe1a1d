//! Where mail goes: a folder of `.eml` files by default, an SMTP server by address, or a list in memory for tests and
//! rehearsal. An SMTP connection is kept as long as it works.

use crate::config::{MailTo, Security, Smtp};
use crate::db::ids::MessageId;
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long an answer may take before the server counts as gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// What became of a message that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The server took it over (250); its answer.
    Over(String),
    /// No, for good (5xx).
    Refused(String),
    /// Not now (4xx).
    NotNow(String),
    /// There was no server to ask, or it hung up.
    Unreachable(String),
}

/// One worker's way out.
pub enum Carrier {
    Folder(PathBuf),
    Smtp {
        server: Smtp,
        connection: Option<Box<SmtpConnection>>,
        /// How long an answer may take.
        patience: Duration,
    },
    Memory(Arc<Mutex<Vec<Vec<u8>>>>),
}

impl Carrier {
    #[must_use]
    pub fn to(mail: &MailTo) -> Self {
        match mail {
            MailTo::Folder(folder) => Self::Folder(folder.clone()),
            MailTo::Smtp(server) => Self::Smtp {
                server: server.clone(),
                connection: None,
                patience: PATIENCE,
            },
        }
    }

    /// Hands one message over. A connection that fails is closed and made anew for the next message.
    pub fn send(&mut self, envelope: &Envelope, bytes: &[u8], id: MessageId) -> Handed {
        match self {
            Self::Memory(list) => {
                list.lock()
                    .expect("nobody panics while holding the list")
                    .push(bytes.to_vec());
                Handed::Over("kept in memory".to_owned())
            }
            Self::Folder(folder) => write_file(folder, bytes, id),
            Self::Smtp {
                server,
                connection,
                patience,
            } => {
                // A server ends connections that are idle or have carried enough: that is no reason to put mail off.
                // The first command of the mail finds it out, and is said again on a new connection.
                if let Some(kept) = connection
                    && begin(kept, envelope).is_err()
                {
                    *connection = None;
                }
                let is_new = connection.is_none();
                if is_new {
                    // Whatever the server says before a mail has begun is about us, not about the mail.
                    match connect(server, *patience) {
                        Ok(made) => *connection = Some(Box::new(made)),
                        Err(error) => return Handed::Unreachable(words(&error)),
                    }
                }
                let Some(open) = connection.as_mut() else {
                    return Handed::Unreachable(String::new());
                };
                let begun = if is_new {
                    begin(open, envelope)
                } else {
                    Ok(())
                };
                let sent = begun.and_then(|()| go_on(open, envelope, bytes));
                sent.unwrap_or_else(|error| {
                    // The conversation stopped in the middle of a mail: the next begins a new one.
                    *connection = None;
                    if error.is_permanent() {
                        Handed::Refused(words(&error))
                    } else if error.is_transient() {
                        Handed::NotNow(words(&error))
                    } else {
                        Handed::Unreachable(words(&error))
                    }
                })
            }
        }
    }
}

/// Begins a mail (RFC 5321 § 3.3), asking for SMTPUTF8 (RFC 6531) where an address is beyond ASCII.
fn begin(
    connection: &mut SmtpConnection,
    envelope: &Envelope,
) -> Result<(), lettre::transport::smtp::Error> {
    let parameters = if is_ascii(envelope) {
        Vec::new()
    } else {
        vec![MailParameter::SmtpUtfEight]
    };
    let mail = Mail::new(envelope.from().cloned(), parameters);
    connection.command(mail).map(|_answer| ())
}

fn is_ascii(envelope: &Envelope) -> bool {
    let mut addresses = envelope.from().into_iter().chain(envelope.to());
    addresses.all(|address| AsRef::<str>::as_ref(address).is_ascii())
}

/// The rest of a mail that has begun. The content and its end leave in one write: lettre sends them in two, and the
/// second would wait 40 ms for the acknowledgement of the first (RFC 896 meets RFC 1122 § 4.2.3.2).
fn go_on(
    connection: &mut SmtpConnection,
    envelope: &Envelope,
    bytes: &[u8],
) -> Result<Handed, lettre::transport::smtp::Error> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Ok(Handed::Refused("the mail is not text".to_owned()));
    };
    let server = connection.server_info();
    if !is_ascii(envelope) && !server.supports_feature(Extension::SmtpUtfEight) {
        let why = "the server takes no address beyond ASCII (RFC 6531)";
        return Ok(Handed::Refused(why.to_owned()));
    }
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new()))?;
    }
    connection.command(Data)?;
    let answer = connection.command(Content(text))?;
    let line = answer.first_line().unwrap_or_default();
    Ok(Handed::Over(format!("{} {line}", answer.code())))
}

/// A mail's content with its dots doubled and its end (RFC 5321 § 4.5.2); it ends with a line break already.
struct Content<'a>(&'a str);

impl std::fmt::Display for Content<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for line in self.0.split_inclusive("\r\n") {
            if line.starts_with('.') {
                formatter.write_str(".")?;
            }
            formatter.write_str(line)?;
        }
        if !self.0.ends_with("\r\n") {
            formatter.write_str("\r\n")?;
        }
        formatter.write_str(".\r\n")
    }
}

impl Drop for Carrier {
    fn drop(&mut self) {
        if let Self::Smtp {
            connection: Some(connection),
            ..
        } = self
        {
            connection.quit().ok();
        }
    }
}

/// The file is written beside its place and then moved there, so that a reader never finds half a mail; a repeat
/// replaces the same file.
fn write_file(folder: &std::path::Path, bytes: &[u8], id: MessageId) -> Handed {
    let path = folder.join(format!("{id}.eml"));
    let beside = folder.join(format!(".{id}.part"));
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&beside, bytes))
        .and_then(|()| std::fs::rename(&beside, &path));
    match written {
        Ok(()) => Handed::Over("written to a file".to_owned()),
        Err(error) => Handed::Unreachable(error.to_string()),
    }
}

fn connect(
    server: &Smtp,
    patience: Duration,
) -> Result<SmtpConnection, lettre::transport::smtp::Error> {
    let tls = || {
        TlsParameters::builder(server.host.clone())
            .dangerous_accept_invalid_certs(server.trust_any_certificate)
            .dangerous_accept_invalid_hostnames(server.trust_any_certificate)
            .build()
    };
    let hello = ClientId::default();
    let wrapped = if server.security == Security::Tls {
        Some(tls()?)
    } else {
        None
    };
    let address = (server.host.as_str(), server.port);
    let mut connection =
        SmtpConnection::connect(address, Some(patience), &hello, wrapped.as_ref(), None)?;
    if server.security == Security::StartTls {
        connection.starttls(&tls()?, &hello)?;
    }
    if let Some((user, password)) = &server.login {
        let credentials = Credentials::new(user.clone(), password.clone());
        connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)?;
    }
    Ok(connection)
}

/// The error and what it came of, in one line.
fn words(error: &lettre::transport::smtp::Error) -> String {
    use std::error::Error;
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        words.push_str(": ");
        words.push_str(&inner.to_string());
        source = inner.source();
    }
    words.replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_a_dot_does_not_end_the_mail() {
        assert_eq!(
            Content("a\r\n.\r\n..b\r\n").to_string(),
            "a\r\n..\r\n...b\r\n.\r\n"
        );
        assert_eq!(Content("a").to_string(), "a\r\n.\r\n");
    }
}
