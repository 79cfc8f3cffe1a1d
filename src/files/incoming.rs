//! A file while it comes in: written to a file of this machine, counted and hashed on the way. It goes when this does.

use super::kind::{self, Kind, Unfit};
use super::{Checksum, Trouble};
use crate::i18n::Said;
use sha2::{Digest, Sha256};
use std::fs::TryLockError;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

/// The largest file that is taken, in megabytes as Windows counts them.
const LARGEST_IN_MEGABYTES: u32 = 100;
/// The same in bytes.
pub const LARGEST: u64 = LARGEST_IN_MEGABYTES as u64 * 1024 * 1024;

/// Why a file was not taken in.
#[derive(Debug)]
pub enum NotTaken {
    TooLarge,
    Unfit(Unfit),
    Trouble(Trouble),
}

impl NotTaken {
    /// What is told to whoever sent it, with what to do now.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::TooLarge => {
                Said::new("file-too-large").with("most", i64::from(LARGEST_IN_MEGABYTES))
            }
            Self::Unfit(why) => Said::new(why.key()),
            Self::Trouble(trouble) => trouble.said(),
        }
    }
}

impl From<Trouble> for NotTaken {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<std::io::Error> for NotTaken {
    fn from(error: std::io::Error) -> Self {
        Self::Trouble(error.into())
    }
}

/// A file that is coming in, or has come.
#[derive(Debug)]
pub struct Incoming {
    path: PathBuf,
    /// Locked as long as this lives: the sweep takes only what nobody holds.
    file: File,
    hash: Sha256,
    pub(super) size: u64,
    /// In bytes.
    most: u64,
    whole: Option<(Checksum, Kind)>,
}

impl Incoming {
    pub(super) async fn begin(folder: PathBuf) -> Result<Self, Trouble> {
        let (path, file) = blocking(move || begun(&folder)).await?;
        Ok(Self {
            path,
            file: File::from_std(file),
            hash: Sha256::new(),
            size: 0,
            most: LARGEST,
            whole: None,
        })
    }

    /// For a file of our own.
    pub(super) fn without_limit(mut self) -> Self {
        self.most = u64::MAX;
        self
    }

    /// The next bytes of a file that was kept before: what it is, is known.
    pub(super) async fn add(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.file.write_all(bytes).await
    }

    /// The next bytes of it.
    ///
    /// # Errors
    /// When it becomes too large, or cannot be written.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), NotTaken> {
        self.size += bytes.len() as u64;
        if self.size > self.most {
            return Err(NotTaken::TooLarge);
        }
        self.hash.update(bytes);
        Ok(self.file.write_all(bytes).await?)
    }

    /// All of it can be read where it lies.
    pub(super) async fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush().await
    }

    /// All has come: what it is.
    ///
    /// # Errors
    /// When it is none of the kinds that are taken, or could not be written to its end.
    pub async fn end(&mut self) -> Result<Kind, NotTaken> {
        self.file.flush().await?;
        let path = self.path.clone();
        let look = move || {
            let mut file = std::io::BufReader::new(std::fs::File::open(path)?);
            Ok(kind::kind_of(&mut file))
        };
        let kind = blocking(look).await?.map_err(NotTaken::Unfit)?;
        let checksum = Checksum::of(std::mem::take(&mut self.hash));
        self.whole = Some((checksum, kind));
        Ok(kind)
    }

    /// How many bytes have come.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// What it is kept under.
    ///
    /// # Panics
    /// Before it has ended.
    #[must_use]
    pub fn checksum(&self) -> &Checksum {
        &self.whole().0
    }

    /// What it is.
    ///
    /// # Panics
    /// Before it has ended.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.whole().1
    }

    fn whole(&self) -> &(Checksum, Kind) {
        let whole = self.whole.as_ref();
        whole.expect("a file is asked what it is when it has ended")
    }

    /// Where it lies until it goes, for whoever reads text out of it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) async fn reopen(&self) -> std::io::Result<File> {
        File::open(&self.path).await
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // What cannot be removed now is swept at the next start.
        std::fs::remove_file(&self.path).ok();
    }
}

/// A new file that nobody else holds. Between being made and being locked the sweep may take it: then another is made.
fn begun(folder: &Path) -> std::io::Result<(PathBuf, std::fs::File)> {
    loop {
        let path = folder.join(format!("{}.part", uuid::Uuid::new_v4()));
        let file = std::fs::File::create_new(&path)?;
        match file.try_lock() {
            Ok(()) if file.metadata()?.nlink() > 0 => return Ok((path, file)),
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => {
                std::fs::remove_file(&path).ok();
                return Err(error);
            }
        }
    }
}

/// Removes what was being received when a process ended. What another process receives now is locked, and left alone.
pub(super) fn sweep(folder: &Path) -> std::io::Result<usize> {
    let mut swept = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "part") {
            continue;
        }
        // Gone meanwhile: whoever received it is done.
        let Ok(file) = std::fs::File::open(&path) else {
            continue;
        };
        if file.try_lock().is_ok() && std::fs::remove_file(&path).is_ok() {
            swept += 1;
        }
    }
    Ok(swept)
}

/// Work on files that would hold others up.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(std::io::Error::other)?
}
