//! Files that are uploaded with a form (RFC 7578): kept in memory, so they are few and small. The form's token and the
//! `Origin` are checked as for every form.

use super::form::{self, Form};
use crate::error::{Error, Result};
use crate::i18n::Said;
use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;

/// What all files of an upload may have together, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// A field that is no file.
const LARGEST_FIELD: usize = 64 * 1024;
/// So much is read to its end, and thrown away, so that the browser hears that it was too large.
const READ_TO_THE_END: usize = 10 * LARGEST;

/// A file as it was sent; its name is only a name, and nothing is ever stored under it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A posted form with files, whose token is right.
pub struct Upload {
    pub form: Form,
    pub files: Vec<Sent>,
    /// Whether there was more than is taken; then there are no files.
    pub is_too_large: bool,
}

/// Whether a body is such a form.
pub(super) fn is_one(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let (app, visit) = form::from_ourselves(&request)?;
            let mut read = Reading::default();
            if is_one(request.headers()) {
                read.parts(Multipart::new(request.headers(), payload))
                    .await?;
            } else {
                // A form without files, as a browser without any chosen may send it.
                let body = web::Payload::from_request(&request, &mut { payload })
                    .into_inner()
                    .map_err(|_broken_off| unreadable())?;
                read.fields = form::fields(request.headers(), body).await?;
            }
            if !form::token_is_right(&app, &visit.browser, &read.fields) {
                return Err(Error::Forbidden);
            }
            let is_too_large = read.size > LARGEST;
            Ok(Self {
                form: Form::new(read.fields),
                files: if is_too_large { Vec::new() } else { read.files },
                is_too_large,
            })
        })
    }
}

pub(super) fn unreadable() -> Error {
    Error::Refused(Said::new("form-unreadable"))
}

#[derive(Default)]
struct Reading {
    fields: Vec<(String, String)>,
    files: Vec<Sent>,
    /// Of all files together, those thrown away too.
    size: usize,
}

impl Reading {
    async fn parts(&mut self, mut parts: Multipart) -> Result<()> {
        while let Some(part) = parts.next().await {
            let part = part.map_err(|_broken_off| unreadable())?;
            let about = part.content_disposition();
            let field = about.and_then(|about| about.get_name()).unwrap_or_default();
            let file = about.and_then(|about| about.get_filename());
            match file.map(str::to_owned) {
                Some(name) => self.file(part, name).await?,
                None => {
                    let field = field.to_owned();
                    self.field(part, field).await?;
                }
            }
        }
        Ok(())
    }

    async fn field(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            bytes.extend_from_slice(&chunk.map_err(|_broken_off| unreadable())?);
            if bytes.len() > LARGEST_FIELD {
                return Err(Error::Refused(Said::new("form-too-large")));
            }
        }
        let value = String::from_utf8_lossy(&bytes).into_owned();
        self.fields.push((name, value));
        Ok(())
    }

    async fn file(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_broken_off| unreadable())?;
            self.size += chunk.len();
            if self.size > READ_TO_THE_END {
                return Err(Error::Refused(Said::new("form-too-large")));
            }
            if self.size > LARGEST {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&chunk);
            }
        }
        // A file field without a file is sent as one without a name.
        if !name.is_empty() {
            self.files.push(Sent { name, bytes });
        }
        Ok(())
    }
}
