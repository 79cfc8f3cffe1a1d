//! Where uploaded files are kept: the setting and what it may say.

use super::{WrongSetting, host_and_port, unescape, wrong};
use std::path::{Path, PathBuf};

/// Where uploaded files are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilesIn {
    Folder(PathBuf),
    /// A bucket of a server that speaks S3.
    Bucket(Bucket),
}

/// A bucket and how it is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// `https://host:port`, or `http://…` with `?plain`.
    pub endpoint: String,
    pub name: String,
    pub region: String,
    pub key: String,
    pub secret: String,
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Bucket({}/{})", self.endpoint, self.name)
    }
}

/// Reads the setting; without one, files are kept in the data folder.
///
/// # Errors
/// What to write instead.
pub fn read(url: Option<String>, data: &Path) -> Result<FilesIn, WrongSetting> {
    let advice = || {
        wrong(
            "STYRINGSRAD_FILES_URL",
            "write file://PATH or s3://KEY:SECRET@HOST/BUCKET?region=REGION",
        )
    };
    let Some(url) = url else {
        return Ok(FilesIn::Folder(data.join("files")));
    };
    match url.split_once("://") {
        Some(("file", path)) if !path.is_empty() => Ok(FilesIn::Folder(PathBuf::from(path))),
        Some(("s3", rest)) => bucket(rest).map(FilesIn::Bucket).ok_or_else(advice),
        _ => Err(advice()),
    }
}

/// `KEY:SECRET@HOST:PORT/BUCKET?region=REGION&plain`.
fn bucket(rest: &str) -> Option<Bucket> {
    let (rest, options) = rest.split_once('?').unwrap_or((rest, ""));
    let (login, server) = rest.rsplit_once('@')?;
    let (key, secret) = login.split_once(':')?;
    let (server, name) = server.split_once('/')?;
    host_and_port(server)?;
    // What a bucket may be called: the S3 rules for names, which are also those of a label.
    let may_stand =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte);
    if !(3..=63).contains(&name.len()) || !name.bytes().all(may_stand) {
        return None;
    }
    let (mut scheme, mut region) = ("https", "us-east-1");
    for option in options.split('&').filter(|option| !option.is_empty()) {
        match option.split_once('=') {
            None if option == "plain" => scheme = "http",
            Some(("region", given)) if !given.is_empty() => region = given,
            _ => return None,
        }
    }
    Some(Bucket {
        endpoint: format!("{scheme}://{server}"),
        name: name.to_owned(),
        region: region.to_owned(),
        key: unescape(key).filter(|key| !key.is_empty())?,
        secret: unescape(secret).filter(|secret| !secret.is_empty())?,
    })
}
