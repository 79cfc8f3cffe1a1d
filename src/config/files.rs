//! Where files are kept: a folder, or a bucket of a server that speaks S3.

use super::{WrongSetting, host_and_port, unescape, wrong};
use std::path::{Path, PathBuf};

const NAME: &str = "STYRINGSRAD_FILES_URL";
/// What is signed for where no region is named; servers that are not Amazon's rarely look at it.
const USUAL_REGION: &str = "us-east-1";

/// Where files are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilesIn {
    Folder(PathBuf),
    Bucket(S3),
}

/// A bucket, and how it is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct S3 {
    /// Scheme, host and port.
    pub endpoint: String,
    pub bucket: String,
    pub region: String,
    pub key: String,
    pub secret: String,
}

impl S3 {
    /// Whether it is reached without TLS.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.endpoint.starts_with("http://")
    }
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "S3({}/{})", self.endpoint, self.bucket)
    }
}

pub(super) fn files(url: Option<String>, data: &Path) -> Result<FilesIn, WrongSetting> {
    let Some(url) = url else {
        return Ok(FilesIn::Folder(data.join("files")));
    };
    let read = match url.split_once("://") {
        Some(("file", path)) if !path.is_empty() => Some(FilesIn::Folder(PathBuf::from(path))),
        Some(("s3", rest)) => bucket(rest).map(FilesIn::Bucket),
        _ => None,
    };
    read.ok_or_else(|| {
        let advice = "write file://PATH or s3://KEY:SECRET@HOST:PORT/BUCKET?region=REGION, \
            with %2F for a / in the secret, and &plain where there is no TLS";
        wrong(NAME, advice)
    })
}

/// `KEY:SECRET@HOST[:PORT]/BUCKET[?region=…][&plain]`, key and secret percent-encoded.
fn bucket(rest: &str) -> Option<S3> {
    let (address, options) = rest.split_once('?').unwrap_or((rest, ""));
    let (mut region, mut plain) = (USUAL_REGION, false);
    for option in options.split('&').filter(|option| !option.is_empty()) {
        match option.split_once('=') {
            Some(("region", name)) if is_name(name, 1) => region = name,
            None if option == "plain" => plain = true,
            _ => return None,
        }
    }
    let (login, place) = address.rsplit_once('@')?;
    let (key, secret) = login.split_once(':')?;
    let (key, secret) = (unescape(key)?, unescape(secret)?);
    let (server, bucket) = place.split_once('/')?;
    let bucket = bucket.trim_end_matches('/');
    host_and_port(server)?;
    let is_whole = !key.is_empty() && !secret.is_empty() && is_name(bucket, 3);
    let scheme = if plain { "http" } else { "https" };
    is_whole.then(|| S3 {
        endpoint: format!("{scheme}://{server}"),
        bucket: bucket.to_owned(),
        region: region.to_owned(),
        key,
        secret,
    })
}

/// What buckets and regions may be called: at most 63 small letters, digits, dots and hyphens.
fn is_name(name: &str, least: usize) -> bool {
    let may_stand = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    (least..=63).contains(&name.len()) && name.bytes().all(may_stand)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Result<FilesIn, WrongSetting> {
        files(Some(url.to_owned()), Path::new("var"))
    }

    fn bucket_of(url: &str) -> S3 {
        match read(url) {
            Ok(FilesIn::Bucket(bucket)) => bucket,
            other => panic!("{url}: {other:?}"),
        }
    }

    #[test]
    fn files_lie_in_the_data_folder_or_in_another() {
        let usual = files(None, Path::new("var"));
        assert_eq!(usual, Ok(FilesIn::Folder("var/files".into())));
        assert_eq!(
            read("file:///srv/files"),
            Ok(FilesIn::Folder("/srv/files".into()))
        );
    }

    #[test]
    fn a_bucket_has_a_key_a_place_and_a_region() {
        let found =
            bucket_of("s3://AKIA:ab%2Fc%40d@s3.eu-north-1.amazonaws.com/papers?region=eu-north-1");
        assert_eq!(
            found,
            S3 {
                endpoint: "https://s3.eu-north-1.amazonaws.com".into(),
                bucket: "papers".into(),
                region: "eu-north-1".into(),
                key: "AKIA".into(),
                secret: "ab/c@d".into(),
            }
        );
        let found = bucket_of("s3://k:s@[::1]:8333/papers/?plain");
        assert_eq!(found.endpoint, "http://[::1]:8333");
        assert_eq!(found.region, USUAL_REGION);
        assert!(found.is_plain());
        let found = bucket_of("s3://k:s@storage:8333/papers?region=no&plain");
        assert!(found.is_plain() && found.region == "no");
    }

    #[test]
    fn a_wrong_address_is_told_without_its_secret() {
        for url in [
            "files",
            "file://",
            "s3://",
            "s3://storage/papers",
            "s3://key@storage/papers",
            "s3://:hemmelig@storage/papers",
            "s3://key:@storage/papers",
            "s3://key:hemmelig@storage",
            "s3://key:hemmelig@storage/",
            "s3://key:hemmelig@storage/a",
            "s3://key:hemmelig@storage/a/b",
            "s3://key:hemmelig@storage/Papers",
            "s3://key:hemmelig@storage:http/papers",
            "s3://key:hem%zz@storage/papers",
            "s3://key:hemmelig@storage/papers?region=",
            "s3://key:hemmelig@storage/papers?plain=no",
            "s3://key:hemmelig@storage/papers?tls",
            "https://storage/papers",
        ] {
            let error = read(url).unwrap_err();
            assert_eq!(error.name, NAME, "{url}");
            let told = error.to_string();
            assert!(!told.contains("hemmelig") && !told.contains('\n'), "{told}");
        }
    }

    #[test]
    fn a_secret_never_reaches_a_log() {
        let told = format!("{:?}", bucket_of("s3://noekkel:hemmelig@storage/papers"));
        assert_eq!(told, "S3(https://storage/papers)");
    }
}
