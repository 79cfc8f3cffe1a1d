//! What goes wrong with a store.

use crate::error::Error;
use crate::i18n::Said;
use std::io::ErrorKind;

/// Why a file could not be received, kept or read. Its text is for those who run the instance.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// No such file: what refers to it is wrong, or the store was emptied.
    #[error("the store of files does not have this file")]
    NotThere,
    #[error("the file is larger than what reads it")]
    TooLarge,
    /// What is kept under a checksum is not of the size that was kept. It is left as it is, for a person to look at.
    #[error("the store of files has another file under this checksum")]
    Damaged,
    #[error("there is no room for files: {0}")]
    Full(#[source] std::io::Error),
    /// It does not answer, or answers that it will not.
    #[error("the store of files does not work: {}", with_cause(.0.as_ref()))]
    Away(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// An error and what it came of in the end, such as a certificate nobody vouches for: clients leave that out.
fn with_cause(error: &(dyn std::error::Error + 'static)) -> String {
    let mut cause = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let (told, cause) = (error.to_string(), cause.to_string());
    if told.contains(&cause) {
        return told;
    }
    format!("{told} ({cause})")
}

impl Trouble {
    /// What goes wrong while something is written or looked for in general: then what is not there is the bucket.
    pub(super) fn without(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Away(error.into()),
            other => other.into(),
        }
    }

    /// What is told to the person who waits.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new(match self {
            Self::Full(_) => "file-no-room",
            Self::NotThere | Self::TooLarge | Self::Damaged | Self::Away(_) => "file-store-away",
        })
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full(error)
            }
            _ => Self::Away(error.into()),
        }
    }
}

impl From<object_store::Error> for Trouble {
    fn from(error: object_store::Error) -> Self {
        if matches!(error, object_store::Error::NotFound { .. }) {
            return Self::NotThere;
        }
        // A full disk lies some way down.
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
        while let Some(of) = cause {
            if let Some(of) = of.downcast_ref::<std::io::Error>()
                && let Self::Full(full) = Self::from(std::io::Error::from(of.kind()))
            {
                return Self::Full(full);
            }
            cause = of.source();
        }
        Self::Away(error.into())
    }
}

/// A file that should be there and is not is our own fault; for the rest one waits.
impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Full(_) | Trouble::Away(_) => Self::FilesAway(trouble.into()),
            Trouble::NotThere | Trouble::TooLarge | Trouble::Damaged => {
                Self::Broken(trouble.into())
            }
        }
    }
}
