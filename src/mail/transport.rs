//! Where mail goes: a folder of `.eml` files by default, an SMTP server by address, or a list in memory for tests and
//! rehearsal. An SMTP connection is kept as long as it works.

use super::smtp::{Conversation, words};
use crate::config::{MailTo, Smtp};
use crate::db::ids::MessageId;
use lettre::address::Envelope;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long an answer may take before the server counts as gone.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

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
        conversation: Option<Box<Conversation>>,
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
                conversation: None,
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
                conversation,
                patience,
            } => converse(conversation, (server, *patience), envelope, bytes),
        }
    }
}

/// Hands one message over on the kept conversation, or on a new one, which is then kept.
fn converse(
    kept: &mut Option<Box<Conversation>>,
    (server, patience): (&Smtp, Duration),
    envelope: &Envelope,
    bytes: &[u8],
) -> Handed {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Handed::Refused("the mail is not text".to_owned());
    };
    // A server ends connections that are idle or have carried enough: that is no reason to put mail off.
    // The first command of the mail finds it out, and is said again on a new connection.
    let begun = (kept.take()).filter(|kept| kept.takes(envelope));
    let begun = begun.and_then(|mut kept| kept.begin(envelope).is_ok().then_some(kept));
    let is_new = begun.is_none();
    let opened = begun.map_or_else(|| Conversation::open(server, patience).map(Box::new), Ok);
    let mut conversation = match opened {
        Ok(conversation) => conversation,
        // Whatever the server says before it has heard of a recipient is about us, not about the mail: a login that is
        // wanted, a sender it does not know. That is set right once for all, so no mail is given up for it.
        Err(error) => return Handed::Unreachable(words(&error)),
    };
    if !conversation.takes(envelope) {
        *kept = Some(conversation);
        return Handed::Refused("the server takes no address beyond ASCII (RFC 6531)".to_owned());
    }
    if is_new && let Err(error) = conversation.begin(envelope) {
        return Handed::Unreachable(words(&error));
    }
    match conversation.go_on(envelope, text) {
        Ok(answer) => {
            *kept = Some(conversation);
            Handed::Over(answer)
        }
        // The conversation stopped in the middle of a mail: the next begins a new one.
        Err(error) if error.is_permanent() => Handed::Refused(words(&error)),
        Err(error) if error.is_transient() => Handed::NotNow(words(&error)),
        Err(error) => Handed::Unreachable(words(&error)),
    }
}

impl Drop for Carrier {
    fn drop(&mut self) {
        if let Self::Smtp {
            conversation: Some(conversation),
            ..
        } = self
        {
            conversation.quit();
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
