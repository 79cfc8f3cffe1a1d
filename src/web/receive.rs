//! A form with one file of any size that is taken (RFC 7578), read as it comes: the file goes to the disk of this machine
//! and never into memory. The form's token stands before the file, and nothing is written before it is found right.
//!
//! Left out on purpose: several files, and forms whose files are small: those are read by [`super::upload`].

use super::App;
use super::form::{self, Form, is_hidden};
use crate::error::{Error, Result};
use crate::files::{Incoming, Kind, LARGEST, NotTaken};
use crate::i18n::Said;
use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use std::future::{Ready, ready};

/// A field that is no file, in bytes.
const LARGEST_FIELD: usize = 64 * 1024;
/// What all fields may have together.
const LARGEST_FIELDS: usize = 1024 * 1024;
/// So much of a file that is too large is read and thrown away, so that the browser hears that it was too large.
const READ_TO_THE_END: u64 = 5 * LARGEST;
/// As long as a file's name is kept, in characters.
const LONGEST_NAME: usize = 120;

/// A posted form whose token is right, with its file.
pub struct Received {
    /// A file that was not taken is refused at the field it came in.
    pub form: Form,
    /// None when none was chosen, or when it was not taken.
    pub file: Option<Arrived>,
}

/// A file that has come whole and is of a kind that is taken. It is gone with this unless it is kept.
pub struct Arrived {
    /// As its sender called it, made harmless; nothing is ever stored under it.
    pub name: String,
    pub kind: Kind,
    pub incoming: Incoming,
}

/// A posted form of which nothing is read yet: first it is decided whether the reader may send it at all.
pub struct Coming {
    request: HttpRequest,
    payload: Payload,
}

impl FromRequest for Coming {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Ok(Self {
            request: request.clone(),
            payload: payload.take(),
        }))
    }
}

impl Coming {
    /// Reads it to its end.
    ///
    /// # Errors
    /// `Forbidden` when it is not from a page of ours, `Refused` when it breaks off or is far too large.
    pub async fn receive(self) -> Result<Received> {
        let (app, visit) = form::from_ourselves(&self.request)?;
        let is_right = |fields: &[(String, String)]| {
            if form::token_is_right(&app, &visit.browser, fields) {
                Ok(())
            } else {
                Err(Error::Forbidden)
            }
        };
        let headers = self.request.headers();
        let mut reading = Reading::default();
        if super::upload::is_one(headers) {
            let mut parts = Multipart::new(headers, self.payload);
            while let Some(part) = parts.next().await {
                let part = part.map_err(|_broken_off| unreadable())?;
                let about = part.content_disposition();
                let field = about.and_then(|about| about.get_name());
                let field = field.unwrap_or_default().to_owned();
                let name = about.and_then(|about| about.get_filename());
                match name.map(str::to_owned) {
                    None => reading.field(part, field).await?,
                    Some(name) => {
                        is_right(&reading.fields)?;
                        reading.file(&app, part, &field, &name).await?;
                    }
                }
            }
        } else {
            // A form without files, as a browser without any chosen may send it.
            let body = web::Payload::from_request(&self.request, &mut { self.payload });
            let body = body.into_inner().map_err(|_broken_off| unreadable())?;
            reading.fields = form::fields(headers, body).await?;
        }
        is_right(&reading.fields)?;
        Ok(reading.whole())
    }
}

fn unreadable() -> Error {
    Error::Refused(Said::new("form-unreadable"))
}

#[derive(Default)]
struct Reading {
    fields: Vec<(String, String)>,
    size: usize,
    file: Option<Arrived>,
    refused: Option<(String, Said)>,
}

impl Reading {
    fn whole(self) -> Received {
        let mut form = Form::new(self.fields);
        if let Some((field, said)) = self.refused {
            form.refuse(&field, said);
        }
        Received {
            form,
            file: self.file,
        }
    }

    async fn field(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_broken_off| unreadable())?;
            self.size += chunk.len();
            bytes.extend_from_slice(&chunk);
            if bytes.len() > LARGEST_FIELD || self.size > LARGEST_FIELDS {
                return Err(Error::Refused(Said::new("form-too-large")));
            }
        }
        let value = String::from_utf8_lossy(&bytes).into_owned();
        self.fields.push((name, value));
        Ok(())
    }

    /// A file field without a file is sent as one without a name and without content.
    async fn file(
        &mut self,
        app: &web::Data<App>,
        mut part: Field,
        field: &str,
        name: &str,
    ) -> Result<()> {
        let mut incoming = match app.files.receive().await {
            Ok(incoming) => Ok(incoming),
            Err(error) => Err(NotTaken::Disk(error)),
        };
        let mut read = 0_u64;
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_broken_off| unreadable())?;
            read += chunk.len() as u64;
            if read > READ_TO_THE_END {
                return Err(Error::Refused(Said::new("form-too-large")));
            }
            if let Ok(open) = &mut incoming
                && let Err(why) = open.write(&chunk).await
            {
                incoming = Err(why);
            }
        }
        if name.is_empty() && read == 0 {
            return Ok(());
        }
        let taken = match incoming {
            Ok(mut incoming) => incoming.end().await.map(|kind| (kind, incoming)),
            Err(why) => Err(why),
        };
        match taken {
            Ok((kind, incoming)) => {
                let name = harmless(name, kind);
                self.file = Some(Arrived {
                    name,
                    kind,
                    incoming,
                });
            }
            Err(why) => self.refused = Some((field.to_owned(), said(why))),
        }
        Ok(())
    }
}

/// What the sender reads when a file is not taken.
fn said(why: NotTaken) -> Said {
    match why {
        NotTaken::TooLarge => {
            let most = i64::try_from(LARGEST / (1024 * 1024)).unwrap_or_default();
            Said::new("file-too-large").with("most", most)
        }
        NotTaken::Unfit(unfit) => Said::new(unfit.key()),
        NotTaken::Disk(error) => no_room(&error.into()),
    }
}

/// What the sender reads when a file could not be stored, which is written to the log.
#[must_use]
pub fn no_room(error: &anyhow::Error) -> Said {
    tracing::error!("a file could not be stored: {error:#}");
    Said::new("file-no-room")
}

/// A file's name that can stand in a page, a header and a folder: its last part only (some browsers send the whole
/// path), without control characters and those that turn the direction of text, and with the suffix of what the file is.
fn harmless(name: &str, kind: Kind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let may_stand = |c: &char| !is_hidden(*c) && !"<>:\"|?*".contains(*c);
    let clean: String = last.chars().filter(may_stand).collect();
    let stem = match clean.rsplit_once('.') {
        Some((stem, _suffix)) if !stem.is_empty() => stem,
        _ => &clean,
    };
    let stem: String = stem
        .trim_matches([' ', '.'])
        .chars()
        .take(LONGEST_NAME)
        .collect();
    let stem = if stem.is_empty() { "dokument" } else { &stem };
    format!("{stem}.{}", kind.suffix())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_what_harms() {
        for (name, expected) in [
            ("Årsplan 2027.PDF", "Årsplan 2027.pdf"),
            ("C:\\Users\\kari\\sak.pdf", "sak.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("faktura\u{202E}fdp.exe", "fakturafdp.pdf"),
            ("a\0b\r\nc.pdf", "abc.pdf"),
            ("🎉.pdf", "🎉.pdf"),
            ("", "dokument.pdf"),
            (".pdf", "pdf.pdf"),
            ("...", "dokument.pdf"),
            ("rapport", "rapport.pdf"),
        ] {
            assert_eq!(harmless(name, Kind::Pdf), expected, "{name:?}");
        }
        assert_eq!(
            harmless(&"æ".repeat(500), Kind::Word).chars().count(),
            LONGEST_NAME + 5
        );
    }
}
