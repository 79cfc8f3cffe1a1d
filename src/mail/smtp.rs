//! One conversation with an SMTP server, kept from mail to mail. lettre speaks the protocol; what stands here is the
//! order of the commands, and that as many of them as the server allows leave in one write.

use crate::config::{Security, Smtp};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::time::Duration;

/// A greeted server, after STARTTLS and AUTH where they are asked for.
pub struct Conversation {
    connection: SmtpConnection,
    /// Whether the server takes several commands in one write (RFC 2920).
    pipelining: bool,
}

impl Conversation {
    /// Waits `patience` for each answer.
    pub(super) fn open(server: &Smtp, patience: Duration) -> Result<Self, Error> {
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
        // lettre keeps only the extensions it uses itself; the server is asked once more.
        let greeting = connection.command(Ehlo::new(hello))?;
        let pipelining = greeting
            .message()
            .any(|line| line.eq_ignore_ascii_case("PIPELINING"));
        Ok(Self {
            connection,
            pipelining,
        })
    }

    /// Begins a mail (RFC 5321 § 3.3), asking for SMTPUTF8 (RFC 6531) where an address is beyond ASCII. Nothing is sent
    /// yet that the server could take for a mail.
    pub(super) fn begin(&mut self, envelope: &Envelope) -> Result<(), Error> {
        let parameters = if is_ascii(envelope) {
            Vec::new()
        } else {
            vec![MailParameter::SmtpUtfEight]
        };
        let mut commands = Mail::new(envelope.from().cloned(), parameters).to_string();
        if self.pipelining {
            for to in envelope.to() {
                commands.push_str(&Rcpt::new(to.clone(), Vec::new()).to_string());
            }
            commands.push_str(&Data.to_string());
        }
        self.connection.command(commands).map(|_answer| ())
    }

    /// The rest of a mail that has begun: the server's answer. The content and its end leave in one write: lettre sends
    /// them in two, and the second would wait 40 ms for the acknowledgement of the first (RFC 896 meets RFC 1122
    /// § 4.2.3.2).
    pub(super) fn go_on(&mut self, envelope: &Envelope, text: &str) -> Result<String, Error> {
        if self.pipelining {
            for _recipient in envelope.to() {
                self.connection.read_response()?;
            }
            self.connection.read_response()?;
        } else {
            for to in envelope.to() {
                self.connection.command(Rcpt::new(to.clone(), Vec::new()))?;
            }
            self.connection.command(Data)?;
        }
        let answer = self.connection.command(Content(text))?;
        let line = answer.first_line().unwrap_or_default();
        Ok(format!("{} {line}", answer.code()))
    }

    /// Says goodbye. Not to be said in the middle of a mail: the server would take it for a line of it.
    pub(super) fn quit(&mut self) {
        self.connection.quit().ok();
    }

    /// Whether the server takes the addresses as they are written.
    pub(super) fn takes(&self, envelope: &Envelope) -> bool {
        let server = self.connection.server_info();
        is_ascii(envelope) || server.supports_feature(Extension::SmtpUtfEight)
    }
}

fn is_ascii(envelope: &Envelope) -> bool {
    let mut addresses = envelope.from().into_iter().chain(envelope.to());
    addresses.all(|address| AsRef::<str>::as_ref(address).is_ascii())
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

/// The error and what it came of, in one line.
pub(super) fn words(error: &Error) -> String {
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
