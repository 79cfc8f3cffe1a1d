//! Stored files: in a folder, or in a bucket that speaks S3. A file is kept under its SHA-256 and never changed or
//! written over, so the same content is stored once, whoever sends it.
//!
//! A file is received into a folder of this machine first, counted and looked at, and only then kept: what is broken
//! off, too large or none of our kinds never reaches the store. Memory stays flat however large it is. Who may read a
//! file is decided by what refers to it; this knows no reader.

pub mod identity_numbers;
pub mod incoming;
pub mod kind;
pub mod words;

pub use incoming::{Incoming, LARGEST, NotTaken};
pub use kind::{Kind, Unfit};

use crate::config::{Bucket, FilesIn};
use crate::db::types::Moment;
use anyhow::Context;
use chrono::{DateTime, Duration, Utc};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::io::AsyncReadExt;

/// The bytes of a file as they come.
pub type Bytes = BoxStream<'static, std::io::Result<actix_web::web::Bytes>>;

/// S3 takes parts of at least 5 MiB; two of them are under way at once.
const PART: usize = 5 * 1024 * 1024;
const UNDER_WAY: usize = 2;

/// SHA-256 of a file's content, in hexadecimal: what it is kept under, and what proves that it has not changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Checksum(String);

impl Checksum {
    /// Of 64 hexadecimal digits, in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    /// Of a content that is held in memory.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        Self::finished(Sha256::new_with_prefix(content))
    }

    fn finished(hash: Sha256) -> Self {
        let mut text = String::with_capacity(64);
        for byte in hash.finalize() {
            write!(text, "{byte:02x}").expect("a String takes all that is written to it");
        }
        Self(text)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file is: 256 folders, so that none is crowded.
    fn place(&self) -> Path {
        Path::from_iter([&self.0[..2], self.0.as_str()])
    }
}

/// The store, and where files are received. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    receiving: PathBuf,
}

impl Files {
    /// Opens the store. Nothing is asked of a bucket before the first file.
    ///
    /// # Errors
    /// When a folder cannot be made, or the bucket's address is none.
    pub fn open(files: &FilesIn, data: &std::path::Path, now: Moment) -> anyhow::Result<Self> {
        let receiving = data.join("receiving");
        std::fs::create_dir_all(&receiving).context("making the folder for files that come in")?;
        sweep(&receiving, now);
        let store: Arc<dyn ObjectStore> = match files {
            FilesIn::Folder(folder) => {
                std::fs::create_dir_all(folder).context("making the folder for files")?;
                Arc::new(
                    LocalFileSystem::new_with_prefix(folder)
                        .context("opening the folder for files")?,
                )
            }
            FilesIn::Bucket(bucket) => Arc::new(bucket_of(bucket)?),
        };
        Ok(Self { store, receiving })
    }

    /// A place for a file that is about to come.
    ///
    /// # Errors
    /// When it cannot be made: the disk is full, say.
    pub async fn receive(&self) -> std::io::Result<Incoming> {
        Incoming::begin(&self.receiving).await
    }

    /// Keeps what has come in. When this returns, the whole file can be read by every process on this store.
    ///
    /// # Errors
    /// When the store cannot be reached or is full; then nothing is half-kept.
    pub async fn keep(&self, incoming: &mut Incoming) -> anyhow::Result<()> {
        let place = incoming.checksum().place();
        match self.store.head(&place).await {
            Ok(_there) => return Ok(()),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error).context("looking for a stored file"),
        }
        let upload = self
            .store
            .put_multipart(&place)
            .await
            .context("beginning to store a file")?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut file = incoming
            .reopen()
            .await
            .context("reading what was received")?;
        let mut bytes = vec![0; 256 * 1024];
        loop {
            let read = file
                .read(&mut bytes)
                .await
                .context("reading what was received")?;
            if read == 0 {
                break;
            }
            writer
                .wait_for_capacity(UNDER_WAY)
                .await
                .context("storing a file")?;
            writer.write(&bytes[..read]);
        }
        writer.finish().await.context("storing a file")?;
        Ok(())
    }

    /// The bytes of a kept file within this range, as they come from the store.
    ///
    /// # Errors
    /// When it is not there, or the store cannot be reached.
    pub async fn read(&self, of: &Checksum, within: Range<u64>) -> anyhow::Result<Bytes> {
        let options = GetOptions {
            range: Some(GetRange::Bounded(within)),
            ..GetOptions::default()
        };
        let found = self.store.get_opts(&of.place(), options).await;
        let found = found.context("opening a stored file")?;
        Ok(found
            .into_stream()
            .map(|part| part.map_err(std::io::Error::other))
            .boxed())
    }

    /// Whether the store can be written to: a small file is kept and taken away again.
    ///
    /// # Errors
    /// What the store says when it cannot.
    pub async fn try_out(&self) -> anyhow::Result<()> {
        let probe = Path::from(format!(".probe/{}", uuid::Uuid::new_v4()));
        let tried = async {
            self.store.put(&probe, PutPayload::from_static(b"")).await?;
            self.store.delete(&probe).await
        };
        tried.await.context("trying out the store of files")
    }
}

/// What an earlier process was receiving when it died is nobody's; another that runs beside this one may still be
/// receiving what is younger than a day.
fn sweep(receiving: &std::path::Path, now: Moment) {
    let old = now - Duration::days(1);
    for entry in std::fs::read_dir(receiving).into_iter().flatten().flatten() {
        let changed = entry.metadata().and_then(|about| about.modified());
        if changed.is_ok_and(|changed| Moment::from(DateTime::<Utc>::from(changed)) < old) {
            // What cannot be taken away now is tried again at the next start.
            std::fs::remove_file(entry.path()).ok();
        }
    }
}

fn bucket_of(bucket: &Bucket) -> anyhow::Result<object_store::aws::AmazonS3> {
    AmazonS3Builder::new()
        .with_endpoint(&bucket.endpoint)
        .with_allow_http(bucket.endpoint.starts_with("http://"))
        .with_region(&bucket.region)
        .with_bucket_name(&bucket.name)
        .with_access_key_id(&bucket.key)
        .with_secret_access_key(&bucket.secret)
        .build()
        .context("reading the address of the bucket")
}
