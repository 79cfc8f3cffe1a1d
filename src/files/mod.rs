//! Stored files: in a folder, or in a bucket that speaks S3 (docs/adr/0009).
//!
//! A file is kept under its SHA-256 and never changed or written over, so the same content is stored once, whoever
//! sends it.
//!
//! A file is received into a folder of this machine first, counted and looked at, and only then kept: what is broken
//! off, too large or none of our kinds never reaches the store. Memory stays flat however large it is. Who may read a
//! file is decided by what refers to it; this knows no reader.

mod archive;
pub mod identity_numbers;
pub mod incoming;
pub mod kind;
pub mod office_text;
pub mod pdf_text;
mod picture;
mod s3;
pub mod trouble;

pub use incoming::{Incoming, LARGEST, NotTaken};
pub use kind::{Kind, Unfit};
pub use trouble::Trouble;

use crate::config::{self, FilesIn};
use anyhow::Context;
use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{
    GetOptions, GetResult, GetResultPayload, ObjectStore, ObjectStoreExt, WriteMultipart,
};
use sha2::{Digest, Sha256};
use std::io::SeekFrom;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

/// The bytes of a file as they come.
pub type Bytes = BoxStream<'static, std::io::Result<actix_web::web::Bytes>>;

/// S3 takes parts of at least 5 MiB. One is filled while another is under way: that is all the memory a file takes.
const PART: usize = 5 * 1024 * 1024;
const UNDER_WAY: usize = 1;
/// So much is read from a disk at once.
const PIECE: usize = 128 * 1024;
/// What is written, over itself, to find out whether the store takes anything.
const PROBE: &str = "probe";

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
    pub fn of_content(content: &[u8]) -> Self {
        Self::of(Sha256::new_with_prefix(content))
    }

    fn of(hash: Sha256) -> Self {
        let bytes = hash.finalize();
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
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

/// A kept file, or a range of it.
pub struct Found {
    /// How large the whole file is.
    pub size: u64,
    pub bytes: Bytes,
}

/// The store, and where files are received. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// Where the store is, when it is a folder.
    folder: Option<PathBuf>,
    receiving: PathBuf,
}

/// Without what the client of a bucket knows.
impl std::fmt::Debug for Files {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Files({:?})", self.folder)
    }
}

impl Files {
    /// Opens the store. Nothing is asked of a bucket yet: pages work while it is away.
    ///
    /// # Errors
    /// When a folder cannot be made, or the bucket's address is none.
    pub fn open(files: &FilesIn, data: &std::path::Path) -> anyhow::Result<Self> {
        let receiving = data.join("receiving");
        std::fs::create_dir_all(&receiving).context("making the folder for files that come in")?;
        let (store, folder): (Arc<dyn ObjectStore>, _) = match files {
            FilesIn::Folder(folder) => {
                std::fs::create_dir_all(folder).context("making the folder for files")?;
                let store = LocalFileSystem::new_with_prefix(folder);
                let store = store.context("opening the folder for files")?;
                // Whoever is told that a file is kept has it after a power cut too.
                (Arc::new(store.with_fsync(true)), Some(folder.clone()))
            }
            FilesIn::Bucket(bucket) => (Arc::new(s3::open(bucket)?), None),
        };
        Ok(Self {
            store,
            folder,
            receiving,
        })
    }

    /// Removes what earlier processes left half received, and says how many files that were. Other processes may
    /// receive meanwhile.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn sweep(&self) -> std::io::Result<usize> {
        incoming::sweep(&self.receiving)
    }

    /// A place for a file that is about to come.
    ///
    /// # Errors
    /// When it cannot be made: the disk is full, say.
    pub async fn receive(&self) -> Result<Incoming, Trouble> {
        Incoming::begin(self.receiving.clone()).await
    }

    /// Keeps what has come in. When this returns, the whole file can be read by every process on this store.
    ///
    /// # Errors
    /// When the store cannot be reached or is full; then nothing is half-kept.
    pub async fn keep(&self, incoming: &mut Incoming) -> Result<(), Trouble> {
        let place = incoming.checksum().place();
        match self.store.head(&place).await {
            Ok(there) if there.size == incoming.size() => return Ok(()),
            Ok(_other_size) => return Err(Trouble::Damaged),
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let mut file = incoming.reopen().await?;
        if incoming.size() <= PART as u64 {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).await?;
            let kept = self.store.put(&place, bytes.into()).await;
            return kept.map(|_kept| ()).map_err(Trouble::without);
        }
        let upload = self.store.put_multipart(&place).await;
        let upload = upload.map_err(Trouble::without)?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PART);
        match copied(&mut file, &mut writer).await {
            // Ends by itself what it cannot finish.
            Ok(()) => writer
                .finish()
                .await
                .map(|_kept| ())
                .map_err(Trouble::without),
            Err(trouble) => {
                // The store is told to forget the parts; when it is away, its own rule for them does.
                writer.abort().await.ok();
                Err(trouble)
            }
        }
    }

    /// How large a kept file is.
    ///
    /// # Errors
    /// When it is not there, or the store cannot be reached.
    pub async fn size(&self, of: &Checksum) -> Result<u64, Trouble> {
        Ok(self.store.head(&of.place()).await?.size)
    }

    /// A kept file, as it comes from the store.
    ///
    /// # Errors
    /// When it is not there, or the store cannot be reached.
    pub async fn read(&self, of: &Checksum) -> Result<Found, Trouble> {
        Ok(found(self.store.get(&of.place()).await?))
    }

    /// A copy of a kept file on this machine, for whoever reads text out of it; it goes when it is let go of.
    ///
    /// # Errors
    /// When it is not there, is larger than any that is taken, or there is no room; or the store cannot be reached.
    pub async fn fetch(&self, of: &Checksum) -> Result<Incoming, Trouble> {
        let mut found = self.read(of).await?;
        let mut copy = self.receive().await?;
        while let Some(piece) = found.bytes.next().await {
            copy.write(&piece?).await.map_err(|why| match why {
                NotTaken::Trouble(trouble) => trouble,
                NotTaken::TooLarge | NotTaken::Unfit(_) => Trouble::TooLarge,
            })?;
        }
        copy.flush().await?;
        Ok(copy)
    }

    /// A range of a kept file: its bytes from the first up to and without the last.
    ///
    /// # Errors
    /// When it is not there, has no such range, or the store cannot be reached.
    pub async fn read_range(&self, of: &Checksum, range: Range<u64>) -> Result<Found, Trouble> {
        let options = GetOptions {
            range: Some(range.into()),
            ..GetOptions::default()
        };
        Ok(found(self.store.get_opts(&of.place(), options).await?))
    }

    /// A whole kept file in memory, for what is small; more than `most` bytes are never read.
    ///
    /// # Errors
    /// When it is larger, is not there, or the store cannot be reached.
    pub async fn bytes(&self, of: &Checksum, most: u64) -> Result<Vec<u8>, Trouble> {
        let mut found = self.read(of).await?;
        if found.size > most {
            return Err(Trouble::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(found.size).unwrap_or_default());
        while let Some(piece) = found.bytes.next().await {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes)
    }

    /// Whether the store answers; it is asked often.
    ///
    /// # Errors
    /// When it does not.
    pub async fn answers(&self) -> Result<(), Trouble> {
        if let Some(folder) = self.folder.clone() {
            return Ok(incoming::blocking(move || config::try_folder(&folder)).await?);
        }
        // Asked for what it has, a server tells a bucket that is not there from a file that is not.
        let place = Path::from(PROBE);
        let first = self.store.list(Some(&place)).next().await;
        first.map_or(Ok(()), |found| {
            found.map(|_probe| ()).map_err(Trouble::without)
        })
    }

    /// Whether files can be kept: writes a small one, in the same place each time.
    ///
    /// # Errors
    /// When they cannot.
    pub async fn try_keeping(&self) -> Result<(), Trouble> {
        self.answers().await?;
        if self.folder.is_some() {
            return Ok(());
        }
        let place = Path::from(PROBE);
        let put = self.store.put(&place, PROBE.as_bytes().into()).await;
        put.map_err(Trouble::without)?;
        let head = self.store.head(&place).await;
        head.map_err(Trouble::without)?;
        Ok(())
    }
}

async fn copied(from: &mut File, to: &mut WriteMultipart) -> Result<(), Trouble> {
    loop {
        let mut bytes = Vec::with_capacity(PART);
        let mut rest = from.take(PART as u64);
        if rest.read_to_end(&mut bytes).await? == 0 {
            return Ok(());
        }
        let room = to.wait_for_capacity(UNDER_WAY).await;
        room.map_err(Trouble::without)?;
        to.put(bytes.into());
    }
}

fn found(result: GetResult) -> Found {
    let (size, range) = (result.meta.size, result.range.clone());
    let bytes = match result.payload {
        GetResultPayload::File(file, _path) => pieces(File::from_std(file), range),
        GetResultPayload::Stream(stream) => stream
            .map(|piece| piece.map_err(std::io::Error::other))
            .boxed(),
    };
    Found { size, bytes }
}

/// A range of a file on disk, piece by piece.
fn pieces(file: File, range: Range<u64>) -> Bytes {
    let begun = stream::once(async move {
        let mut file = file;
        file.seek(SeekFrom::Start(range.start)).await?;
        let rest = file.take(range.end - range.start);
        Ok::<_, std::io::Error>(stream::try_unfold(rest, |mut rest| async move {
            let mut piece =
                Vec::with_capacity(PIECE.min(usize::try_from(rest.limit()).unwrap_or(PIECE)));
            let read = rest.read_buf(&mut piece).await?;
            Ok((read > 0).then(|| (piece.into(), rest)))
        }))
    });
    futures_util::TryStreamExt::try_flatten(begun).boxed()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store in a folder of its own; it goes when this does.
    struct Ground(PathBuf, Files);

    impl Ground {
        fn new() -> Self {
            let folder = std::env::temp_dir().join(format!("styringsrad-{}", uuid::Uuid::new_v4()));
            let files = FilesIn::Folder(folder.join("files"));
            let files = Files::open(&files, &folder).unwrap();
            Self(folder, files)
        }

        /// How many files lie in a folder and those below it.
        fn count(&self, folder: &str) -> usize {
            fn count(folder: &std::path::Path) -> usize {
                let entries = std::fs::read_dir(folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path());
                entries
                    .map(|path| if path.is_dir() { count(&path) } else { 1 })
                    .sum()
            }
            count(&self.0.join(folder))
        }
    }

    impl Drop for Ground {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).ok();
        }
    }

    async fn received(files: &Files, bytes: &[u8]) -> Incoming {
        let mut incoming = files.receive().await.unwrap();
        for piece in bytes.chunks(100_000) {
            incoming.write(piece).await.unwrap();
        }
        incoming.end().await.unwrap();
        incoming
    }

    fn pdf(size: usize) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.extend((0..size).map(|at| u8::try_from(at % 251).unwrap()));
        bytes
    }

    async fn all(mut found: Found) -> Vec<u8> {
        let mut bytes = Vec::new();
        while let Some(piece) = found.bytes.next().await {
            bytes.extend_from_slice(&piece.unwrap());
        }
        bytes
    }

    #[test]
    fn a_checksum_is_of_64_small_digits() {
        let right = "0123456789abcdef".repeat(4);
        assert_eq!(Checksum::parse(&right).unwrap().as_str(), right);
        for wrong in [
            "",
            "../../etc/passwd",
            &right[1..],
            &right.to_uppercase(),
            &format!("{right}0"),
        ] {
            assert_eq!(Checksum::parse(wrong), None, "{wrong}");
        }
    }

    #[actix_web::test]
    async fn what_was_received_is_kept_and_read_back_in_whole_and_in_part() {
        let ground = Ground::new();
        for size in [0, 1000, PART - 9, PART, 2 * PART + 12_345] {
            let bytes = pdf(size);
            let mut incoming = received(&ground.1, &bytes).await;
            assert_eq!(incoming.size(), bytes.len() as u64);
            assert_eq!(incoming.kind(), Kind::Pdf);
            ground.1.keep(&mut incoming).await.unwrap();
            let of = incoming.checksum().clone();
            let found = ground.1.read(&of).await.unwrap();
            assert_eq!(found.size, bytes.len() as u64);
            assert!(all(found).await == bytes);
            let range = bytes.len() / 3..bytes.len() / 2;
            let part = ground
                .1
                .read_range(&of, range.start as u64..range.end as u64);
            let part = part.await.unwrap();
            assert_eq!(part.size, bytes.len() as u64);
            assert!(all(part).await == bytes[range]);
            assert_eq!(ground.1.size(&of).await.unwrap(), bytes.len() as u64);
            let most = bytes.len() as u64;
            assert!(ground.1.bytes(&of, most).await.unwrap() == bytes);
            let refused = ground.1.bytes(&of, most - 1).await;
            assert!(matches!(refused, Err(Trouble::TooLarge)));
        }
        assert_eq!(ground.count("receiving"), 0, "nothing received is left");
    }

    #[actix_web::test]
    async fn the_same_is_kept_once_whoever_sends_it_and_at_whatever_time() {
        let ground = Ground::new();
        let bytes = pdf(2 * PART);
        let (mut one, mut other) = (
            received(&ground.1, &bytes).await,
            received(&ground.1, &bytes).await,
        );
        let (first, second) =
            futures_util::future::join(ground.1.keep(&mut one), ground.1.keep(&mut other)).await;
        first.unwrap();
        second.unwrap();
        ground.1.keep(&mut one).await.unwrap();
        assert_eq!(ground.count("files"), 1);
        assert!(all(ground.1.read(one.checksum()).await.unwrap()).await == bytes);
    }

    #[actix_web::test]
    async fn what_is_kept_under_a_checksum_is_never_written_over() {
        let ground = Ground::new();
        let mut incoming = received(&ground.1, &pdf(10)).await;
        ground.1.keep(&mut incoming).await.unwrap();
        let checksum = incoming.checksum().as_str();
        let path = ground.0.join("files").join(&checksum[..2]).join(checksum);
        std::fs::write(&path, "damaged").unwrap();
        let again = ground.1.keep(&mut incoming).await;
        assert!(matches!(again, Err(Trouble::Damaged)));
        assert_eq!(std::fs::read(&path).unwrap(), b"damaged");
    }

    #[actix_web::test]
    async fn what_is_too_large_unfit_or_broken_off_leaves_nothing() {
        let ground = Ground::new();
        let mut incoming = ground.1.receive().await.unwrap();
        incoming.size = LARGEST - 1;
        incoming.write(b"a").await.unwrap();
        let refused = incoming.write(b"b").await;
        assert!(matches!(refused, Err(NotTaken::TooLarge)));
        let mut page = ground.1.receive().await.unwrap();
        page.write(b"<html>").await.unwrap();
        let refused = page.end().await;
        assert!(matches!(refused, Err(NotTaken::Unfit(Unfit::WebPage))));
        let mut broken_off = ground.1.receive().await.unwrap();
        broken_off.write(b"%PDF").await.unwrap();
        assert_eq!(ground.count("receiving"), 3);
        drop((incoming, page, broken_off));
        assert_eq!(ground.count("receiving"), 0);
        assert_eq!(ground.count("files"), 0);
    }

    #[actix_web::test]
    async fn what_an_earlier_process_left_is_swept_and_what_comes_in_now_is_not() {
        let ground = Ground::new();
        let receiving = ground.0.join("receiving");
        std::fs::write(receiving.join("left.part"), "half").unwrap();
        std::fs::write(receiving.join("README"), "someone's own").unwrap();
        let mut incoming = ground.1.receive().await.unwrap();
        incoming.write(b"%PDF-1.7").await.unwrap();
        assert_eq!(ground.1.sweep().unwrap(), 1);
        assert_eq!(ground.count("receiving"), 2);
        incoming.end().await.unwrap();
    }

    #[actix_web::test]
    async fn what_is_not_there_is_told() {
        let ground = Ground::new();
        let of = Checksum::parse(&"0".repeat(64)).unwrap();
        assert!(matches!(ground.1.read(&of).await, Err(Trouble::NotThere)));
        assert!(matches!(ground.1.size(&of).await, Err(Trouble::NotThere)));
        ground.1.answers().await.unwrap();
        ground.1.try_keeping().await.unwrap();
        assert_eq!(ground.count("files"), 0, "trying leaves nothing");
    }
}
