//! A file while it comes in: written to a file of this machine, counted and hashed on the way. It goes when this does.

use super::Checksum;
use super::kind::{self, Kind, Unfit};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

/// The largest file that is taken, in bytes.
pub const LARGEST: u64 = 100 * 1024 * 1024;

/// Why a file was not taken in.
#[derive(Debug)]
pub enum NotTaken {
    TooLarge,
    Unfit(Unfit),
    /// The disk is full or broken.
    Disk(std::io::Error),
}

/// A file that is coming in, or has come.
#[derive(Debug)]
pub struct Incoming {
    path: PathBuf,
    file: File,
    hash: Sha256,
    size: u64,
    whole: Option<(Checksum, Kind)>,
}

impl Incoming {
    pub(super) async fn begin(folder: &Path) -> std::io::Result<Self> {
        let path = folder.join(format!("{}.part", uuid::Uuid::new_v4()));
        let file = File::create_new(&path).await?;
        Ok(Self {
            path,
            file,
            hash: Sha256::new(),
            size: 0,
            whole: None,
        })
    }

    /// The next bytes of it.
    ///
    /// # Errors
    /// When it becomes too large, or cannot be written.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), NotTaken> {
        self.size += bytes.len() as u64;
        if self.size > LARGEST {
            return Err(NotTaken::TooLarge);
        }
        self.hash.update(bytes);
        self.file.write_all(bytes).await.map_err(NotTaken::Disk)
    }

    /// All has come: what it is.
    ///
    /// # Errors
    /// When it is none of the kinds that are taken.
    pub async fn end(&mut self) -> Result<Kind, NotTaken> {
        self.file.flush().await.map_err(NotTaken::Disk)?;
        let path = self.path.clone();
        let look = move || {
            let mut file = std::fs::File::open(path).map_err(NotTaken::Disk)?;
            kind::kind_of(&mut file).map_err(NotTaken::Unfit)
        };
        let looked = tokio::task::spawn_blocking(look).await;
        let kind = looked.map_err(|panic| NotTaken::Disk(std::io::Error::other(panic)))??;
        let hash = std::mem::take(&mut self.hash);
        self.whole = Some((Checksum::finished(hash), kind));
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
        let (checksum, _) = self
            .whole
            .as_ref()
            .expect("a file is kept only when it has ended");
        checksum
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
        // Left behind, it would only take room; the next start finds nothing that refers to it.
        std::fs::remove_file(&self.path).ok();
    }
}
