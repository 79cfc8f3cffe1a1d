//! The store of files: in a folder, and in a bucket of a real server that speaks S3; when it is away, breaks in the
//! middle, or has no room. What is sent and fetched through the product's own server stands in `sent`, and what a
//! browser shows of it too.

pub mod bucket;
mod sent;

use crate::program::{command, setting};
use crate::support::folder;
use bucket::{Bucket, SECRET};
use futures_util::StreamExt;
use futures_util::future::join_all;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use styringsrad::config::FilesIn;
use styringsrad::files::{Checksum, Files, Found, Incoming, Kind, NotTaken, Trouble};

const MEGABYTE: usize = 1024 * 1024;

/// A folder that goes when this does.
struct Ground(PathBuf);

impl Drop for Ground {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn ground() -> Ground {
    Ground(folder())
}

/// How many files lie in a folder and those below it.
fn count(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("it is a folder");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    paths
        .map(|path| if path.is_dir() { count(&path) } else { 1 })
        .sum()
}

/// A PDF of this size, as far as anyone looks here.
fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize_with(size, {
        let mut state = u32::try_from(size).expect("a small number");
        move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        }
    });
    bytes
}

async fn received(files: &Files, bytes: &[u8]) -> Incoming {
    let mut incoming = files.receive().await.expect("there is room");
    for piece in bytes.chunks(60_000) {
        incoming.write(piece).await.expect("there is room");
    }
    assert_eq!(incoming.end().await.expect("it is a PDF"), Kind::Pdf);
    incoming
}

async fn all(mut found: Found) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(piece) = found.bytes.next().await {
        bytes.extend_from_slice(&piece.expect("the store goes on"));
    }
    bytes
}

#[actix_web::test]
async fn a_file_comes_back_as_it_was_from_a_folder_and_from_a_bucket() {
    let (ground, bucket) = (ground(), Bucket::start());
    let places = [
        FilesIn::Folder(ground.0.join("files")),
        FilesIn::Bucket(bucket.address()),
    ];
    for place in places {
        let files = Files::open(&place, &ground.0).expect("the store opens");
        files.answers().await.expect("it answers");
        files.try_keeping().await.expect("it takes files");
        for size in [9, 5 * MEGABYTE, 5 * MEGABYTE + 1, 11 * MEGABYTE] {
            let bytes = pdf(size);
            let mut incoming = received(&files, &bytes).await;
            let of = incoming.checksum().clone();
            assert!(
                matches!(files.read(&of).await, Err(Trouble::NotThere)),
                "{place:?}"
            );
            files.keep(&mut incoming).await.expect("it is kept");
            drop(incoming);
            assert_eq!(files.size(&of).await.expect("it is there"), size as u64);
            let found = files.read(&of).await.expect("it is there");
            assert_eq!(found.size, size as u64);
            assert!(all(found).await == bytes, "{place:?} {size}");
            for range in [0..1, size - 1..size, size / 3..size / 2 + 1] {
                let part = files.read_range(&of, range.start as u64..range.end as u64);
                let part = part.await.expect("it is there");
                assert_eq!(part.size, size as u64);
                assert!(all(part).await == bytes[range], "{place:?} {size}");
            }
            let whole = files.bytes(&of, size as u64).await;
            assert!(whole.expect("it is small enough") == bytes);
            let refused = files.bytes(&of, size as u64 - 1).await;
            assert!(matches!(refused, Err(Trouble::TooLarge)));
        }
    }
    let (kept, broken_off) = bucket.objects();
    assert_eq!(kept.len(), 5, "four files and the probe: {kept:?}");
    assert_eq!(broken_off.len(), 0, "{broken_off:?}");
    assert_eq!(count(&ground.0.join("receiving")), 0);
}

#[actix_web::test]
async fn many_who_keep_the_same_at_once_all_succeed_and_it_is_there_once() {
    let (ground, bucket) = (ground(), Bucket::start());
    let places = [
        FilesIn::Folder(ground.0.join("files")),
        FilesIn::Bucket(bucket.address()),
    ];
    for place in places {
        // Each as a process of its own would: they share nothing but the store.
        let replicas: Vec<Files> = (0..4)
            .map(|_| Files::open(&place, &ground.0).expect("the store opens"))
            .collect();
        for size in [1000, 6 * MEGABYTE] {
            let bytes = pdf(size);
            let mut incoming = join_all(replicas.iter().map(|files| received(files, &bytes))).await;
            let keeping = replicas.iter().zip(&mut incoming);
            let kept = join_all(keeping.map(|(files, incoming)| files.keep(incoming))).await;
            kept.into_iter().for_each(|kept| kept.expect("it is kept"));
            let found = replicas[0].read(incoming[0].checksum()).await;
            assert!(all(found.expect("it is there")).await == bytes, "{place:?}");
        }
    }
    assert_eq!(count(&ground.0.join("files")), 2);
    let (kept, broken_off) = bucket.objects();
    assert_eq!(
        (kept.len(), broken_off.len()),
        (2, 0),
        "{kept:?} {broken_off:?}"
    );
}

#[actix_web::test]
async fn while_the_bucket_is_away_that_is_told_soon_and_when_it_is_back_the_same_file_is_kept() {
    let (ground, mut bucket) = (ground(), Bucket::start());
    let place = FilesIn::Bucket(bucket.address());
    let files = Files::open(&place, &ground.0).expect("the store opens");
    let bytes = pdf(6 * MEGABYTE);
    let mut incoming = received(&files, &bytes).await;
    bucket.go_away();
    let began = Instant::now();
    let told = files
        .keep(&mut incoming)
        .await
        .expect_err("nobody is there");
    assert!(matches!(told, Trouble::Away(_)), "{told}");
    assert!(
        began.elapsed() < Duration::from_secs(15),
        "{:?}",
        began.elapsed()
    );
    assert!(matches!(
        files.read(incoming.checksum()).await,
        Err(Trouble::Away(_))
    ));
    assert!(matches!(files.answers().await, Err(Trouble::Away(_))));
    assert!(matches!(files.try_keeping().await, Err(Trouble::Away(_))));
    assert_eq!(bucket.objects().0.len(), 0);
    bucket.come_back();
    files.keep(&mut incoming).await.expect("it is back");
    let found = files.read(incoming.checksum()).await.expect("it is there");
    assert!(all(found).await == bytes);
}

#[actix_web::test]
async fn a_bucket_that_breaks_in_the_middle_of_a_file_keeps_nothing_of_it() {
    let (ground, bucket) = (ground(), Bucket::start());
    let place = FilesIn::Bucket(bucket.address());
    let files = Files::open(&place, &ground.0).expect("the store opens");
    let bytes = pdf(16 * MEGABYTE);
    let mut incoming = received(&files, &bytes).await;
    bucket.breaks.store(true, Ordering::Relaxed);
    let told = files.keep(&mut incoming).await.expect_err("it breaks");
    assert!(matches!(told, Trouble::Away(_)), "{told}");
    assert!(matches!(
        files.read(incoming.checksum()).await,
        Err(Trouble::NotThere)
    ));
    let (kept, broken_off) = bucket.objects();
    assert_eq!(
        (kept.len(), broken_off.len()),
        (0, 0),
        "{kept:?} {broken_off:?}"
    );
    bucket.breaks.store(false, Ordering::Relaxed);
    files.keep(&mut incoming).await.expect("it is whole again");
    assert!(all(files.read(incoming.checksum()).await.expect("it is there")).await == bytes);
}

#[actix_web::test]
async fn a_wrong_key_or_a_bucket_that_is_not_there_is_told_without_the_secret() {
    let (ground, bucket) = (ground(), Bucket::start());
    let (mut wrong_key, mut no_bucket) = (bucket.address(), bucket.address());
    wrong_key.secret = "hemmelig-men-feil".to_owned();
    no_bucket.bucket = "nowhere".to_owned();
    for address in [wrong_key, no_bucket] {
        let files = Files::open(&FilesIn::Bucket(address), &ground.0).expect("the store opens");
        let told = files.try_keeping().await.expect_err("it does not work");
        let said = format!("{told} {told:?} {files:?}");
        assert!(!said.contains("hemmelig"), "{said}");
    }
    assert_eq!(bucket.objects().0.len(), 0);
}

/// A disk of one megabyte; it is taken away when this goes.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None for those who may not mount one.
    fn mount() -> Option<Self> {
        let folder = folder();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
            .arg(&folder)
            .output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Some(Self(folder));
        }
        std::fs::remove_dir_all(&folder).ok();
        None
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.0).status().ok();
        std::fs::remove_dir_all(&self.0).ok();
    }
}

#[actix_web::test]
async fn a_full_disk_is_told_and_leaves_nothing_half_stored() {
    let Some(disk) = SmallDisk::mount() else {
        return a_folder_that_cannot_be_written_to_is_told().await;
    };
    let ground = ground();
    let bytes = pdf(2 * MEGABYTE);
    // No room to receive it.
    let files = FilesIn::Folder(ground.0.join("files"));
    let files = Files::open(&files, &disk.0).expect("the store opens");
    let mut incoming = files.receive().await.expect("a name needs no room");
    let mut told = Ok(());
    for piece in bytes.chunks(60_000) {
        told = told.and(incoming.write(piece).await);
    }
    let told = match told {
        Ok(()) => incoming.end().await.map(|_kind| ()),
        told => told,
    };
    assert!(
        matches!(told, Err(NotTaken::Trouble(Trouble::Full(_)))),
        "{told:?}"
    );
    drop(incoming);
    assert_eq!(count(&disk.0.join("receiving")), 0);
    // No room to keep it, however large its parts.
    for size in [2 * MEGABYTE, 6 * MEGABYTE] {
        let files = FilesIn::Folder(disk.0.join("files"));
        let files = Files::open(&files, &ground.0).expect("the store opens");
        let mut incoming = received(&files, &pdf(size)).await;
        let told = files.keep(&mut incoming).await;
        assert!(matches!(told, Err(Trouble::Full(_))), "{told:?}");
        assert!(matches!(
            files.read(incoming.checksum()).await,
            Err(Trouble::NotThere)
        ));
        // What was begun is removed by a thread of its own.
        crate::program::wait_until("nothing is left", || count(&disk.0.join("files")) == 0);
        // What there is room for is kept as before.
        let mut small = received(&files, &pdf(100_000 + size % 7)).await;
        files.keep(&mut small).await.expect("there is room");
        std::fs::remove_dir_all(disk.0.join("files")).expect("it is ours");
    }
}

async fn a_folder_that_cannot_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let ground = ground();
    let folder = ground.0.join("files");
    let files = Files::open(&FilesIn::Folder(folder.clone()), &ground.0).expect("the store opens");
    let mut incoming = received(&files, &pdf(1000)).await;
    let may = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode));
    may(0o500).expect("it is ours");
    let told = files.keep(&mut incoming).await;
    may(0o700).expect("it is ours");
    assert!(matches!(told, Err(Trouble::Away(_))), "{told:?}");
    assert_eq!(count(&folder), 0);
}

#[test]
fn check_says_whether_files_can_be_kept() {
    let (ground, mut bucket) = (ground(), Bucket::start());
    let check = |url: &str| {
        let data = setting("STYRINGSRAD_DATA", &ground.0.display().to_string());
        let ran = command(&["check"], &[data, setting("STYRINGSRAD_FILES_URL", url)]).output();
        let ran = ran.expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it says text");
        (ran.status.code(), text(ran.stdout), text(ran.stderr))
    };
    let url = bucket.url();
    let (code, said, _) = check(&url);
    assert_eq!(code, Some(0));
    assert!(said.contains("store of files"), "{said}");
    let missing = url.replace(bucket::NAME, "nowhere");
    let wrong_key = url.replace("our-key", "their-key");
    bucket.go_away();
    let away = check(&url);
    bucket.come_back();
    for (code, said, told) in [check(&missing), check(&wrong_key), away] {
        assert_eq!(code, Some(2), "{told}");
        assert!(told.starts_with("STYRINGSRAD_FILES_URL: "), "{told}");
        assert_eq!(told.trim_end().lines().count(), 1, "{told}");
        assert!(
            said.is_empty() && !told.contains("hemmelig") && !told.contains(SECRET),
            "{told}"
        );
    }
}

#[test]
fn a_checksum_leads_nowhere_but_to_a_file() {
    for text in [
        "..",
        "/etc/passwd",
        "probe",
        &"A".repeat(64),
        &"0".repeat(63),
    ] {
        assert!(Checksum::parse(text).is_none(), "{text}");
    }
}
