//! Files that are sent with a form (RFC 7578), received as a stream: a hundred megabytes take no more memory than one.
//!
//! The form's token stands before the files, and nothing is written to disk before it was found right; the `Origin` is
//! checked as for every form. What is not taken is a mistake at its field, so that the page comes back with what was
//! typed. A file lies on this machine until it is kept, and goes by itself when it is not.

use super::form::{self, Form};
use super::upload::{is_one, unreadable};
use super::{App, file_names};
use crate::error::{Error, Result};
use crate::files::{Files, Incoming, LARGEST, NotTaken};
use crate::i18n::Said;
use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// The most files in one form, and the most parts of it.
pub const MOST_FILES: usize = 20;
const MOST_PARTS: usize = 500;
/// So much is read to its end, and thrown away where it is not taken, so that the browser hears why.
const READ_TO_THE_END: u64 = 5 * LARGEST;
/// Whoever sends nothing for so long is gone.
const LONGEST_SILENCE: Duration = Duration::from_secs(60);

/// A file that has come in, and is one of our kinds.
#[derive(Debug)]
pub struct Arrived {
    /// The field of the form it was chosen in.
    pub field: String,
    /// What it is called, without what could do harm; it ends as its kind does.
    pub name: String,
    pub file: Incoming,
}

/// A posted form with files, whose token is right.
#[derive(Debug)]
pub struct Received {
    /// What was typed. A file that was not taken is a mistake at its field.
    pub form: Form,
    pub files: Vec<Arrived>,
}

impl Received {
    /// Keeps every file. One that cannot be kept is taken out, and is a mistake at its field: the page comes back with
    /// what was typed, and tells what to do.
    pub async fn keep(&mut self, files: &Files) {
        let mut kept = Vec::new();
        for mut arrived in self.files.drain(..) {
            match files.keep(&mut arrived.file).await {
                Ok(()) => kept.push(arrived),
                Err(trouble) => {
                    tracing::error!("a file could not be kept: {trouble}");
                    self.form.refuse(&arrived.field, trouble.said());
                }
            }
        }
        self.files = kept;
    }
}

impl FromRequest for Received {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let (app, visit) = form::from_ourselves(&request)?;
            if !is_one(request.headers()) {
                // A form without files, as a browser without any chosen may send it.
                let body = web::Payload::from_request(&request, &mut { payload })
                    .into_inner()
                    .map_err(|_broken_off| unreadable())?;
                let fields = form::fields(request.headers(), body).await?;
                return received(&app, &visit.browser, fields, Vec::new(), Vec::new());
            }
            let mut reading = Reading {
                app: &app,
                browser: &visit.browser,
                fields: Vec::new(),
                mistakes: Vec::new(),
                files: Vec::new(),
                size: 0,
            };
            let parts = Multipart::new(request.headers(), payload);
            reading.parts(parts).await?;
            let Reading {
                fields,
                mistakes,
                files,
                ..
            } = reading;
            received(&app, &visit.browser, fields, mistakes, files)
        })
    }
}

fn received(
    app: &App,
    browser: &str,
    fields: Vec<(String, String)>,
    mistakes: Vec<(String, Said)>,
    files: Vec<Arrived>,
) -> Result<Received> {
    if !form::token_is_right(app, browser, &fields) {
        return Err(Error::Forbidden);
    }
    let mut form = Form::new(fields);
    for (field, said) in mistakes {
        form.refuse(&field, said);
    }
    Ok(Received { form, files })
}

struct Reading<'a> {
    app: &'a App,
    browser: &'a str,
    fields: Vec<(String, String)>,
    mistakes: Vec<(String, Said)>,
    files: Vec<Arrived>,
    /// Of all that was read, what was thrown away too.
    size: u64,
}

impl Reading<'_> {
    async fn parts(&mut self, mut parts: Multipart) -> Result<()> {
        let mut count = 0;
        while let Some(part) = soon(parts.next()).await? {
            let part = part.map_err(|_broken_off| unreadable())?;
            count += 1;
            if count > MOST_PARTS {
                return Err(too_large());
            }
            let about = part.content_disposition();
            let field = about.and_then(|about| about.get_name()).unwrap_or_default();
            let field = field.to_owned();
            match about
                .and_then(|about| about.get_filename())
                .map(str::to_owned)
            {
                Some(name) => self.file(part, field, &name).await?,
                None => self.field(part, field).await?,
            }
        }
        Ok(())
    }

    async fn field(&mut self, mut part: Field, name: String) -> Result<()> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.piece(&mut part).await? {
            bytes.extend_from_slice(&piece);
            let typed: usize = self.fields.iter().map(|(_, value)| value.len()).sum();
            if typed + bytes.len() > form::LARGEST {
                return Err(too_large());
            }
        }
        let value = String::from_utf8_lossy(&bytes).into_owned();
        self.fields.push((name, value));
        Ok(())
    }

    async fn file(&mut self, mut part: Field, field: String, name: &str) -> Result<()> {
        if !form::token_is_right(self.app, self.browser, &self.fields) {
            return self.thrown_away(part).await;
        }
        let before = self.size;
        let app = self.app;
        let taken = taken(&app.files, self, &mut part).await?;
        if self.size == before && name.is_empty() {
            // A file field without a file is sent as one without a name.
            return Ok(());
        }
        match taken {
            Ok(_) if self.files.len() == MOST_FILES => {
                self.refuse(field, Said::new("file-too-many").with("most", MOST_FILES));
            }
            Ok(file) => {
                let kind = file.kind();
                let name = file_names::kept(name, kind).unwrap_or_else(|| nameless(&file));
                self.files.push(Arrived { field, name, file });
            }
            Err(why) => {
                if let NotTaken::Trouble(trouble) = &why {
                    tracing::error!("a file could not be received: {trouble}");
                }
                self.refuse(field, why.said());
            }
        }
        Ok(())
    }

    async fn thrown_away(&mut self, mut part: Field) -> Result<()> {
        while self.piece(&mut part).await?.is_some() {}
        Ok(())
    }

    fn refuse(&mut self, field: String, said: Said) {
        self.mistakes.push((field, said));
    }

    /// The next bytes of a part; none at its end.
    async fn piece(&mut self, part: &mut Field) -> Result<Option<Bytes>> {
        let Some(piece) = soon(part.next()).await? else {
            return Ok(None);
        };
        let piece = piece.map_err(|_broken_off| unreadable())?;
        self.size += piece.len() as u64;
        if self.size > READ_TO_THE_END {
            return Err(too_large());
        }
        Ok(Some(piece))
    }
}

/// Receives a file. What goes wrong with it alone is given back when all of it was read.
async fn taken(
    files: &Files,
    reading: &mut Reading<'_>,
    part: &mut Field,
) -> Result<Result<Incoming, NotTaken>> {
    let mut taking = files.receive().await.map_err(NotTaken::from);
    while let Some(piece) = reading.piece(part).await? {
        if let Ok(file) = &mut taking
            && let Err(why) = file.write(&piece).await
        {
            taking = Err(why);
        }
    }
    Ok(match taking {
        Ok(mut file) => file.end().await.map(|_kind| file),
        Err(why) => Err(why),
    })
}

/// What a file is called whose name was nothing but what is taken away.
fn nameless(file: &Incoming) -> String {
    format!(
        "{}.{}",
        &file.checksum().as_str()[..8],
        file.kind().suffix()
    )
}

async fn soon<T>(next: impl Future<Output = T>) -> Result<T> {
    let came = tokio::time::timeout(LONGEST_SILENCE, next).await;
    came.map_err(|_silent| unreadable())
}

fn too_large() -> Error {
    Error::Refused(Said::new("form-too-large"))
}
