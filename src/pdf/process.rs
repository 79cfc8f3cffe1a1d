//! The process of its own: what it is asked, how it answers, and how long it may take.
//!
//! It is this program again, `styringsrad pdf`: it reads one question from its input as JSON, answers with a line of JSON,
//! and a finished PDF follows that line.

use super::look::{Looked, look};
use super::print::{self, Printing};
use super::words::words;
use crate::files::{Incoming, NotTaken};
use anyhow::Context;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// What the command is called on the line.
pub const COMMAND: &str = "pdf";
/// How long a look at one file may take, in seconds.
const LOOK: u64 = 20;
/// How long a document or a pack may take, in seconds.
const PRINT: u64 = 180;
/// How much memory the process may take, in bytes. Most of it is address space that is never touched.
const MEMORY: u64 = 4 * 1024 * 1024 * 1024;
/// So much is read from it at once.
const PIECE: usize = 64 * 1024;
/// How far it steps back behind the pages, on the scale of `nice`.
const STEP_BACK: i32 = 10;

#[derive(Serialize, Deserialize)]
enum Question {
    Look(PathBuf),
    Words(PathBuf),
    Print(Box<Printing>),
}

/// A PDF that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    pub pages: u32,
    /// Names of the files that could not be set.
    pub unfit: Vec<String>,
}

/// Why a PDF was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotPrinted {
    #[error("{0}")]
    Refused(String),
    #[error("it took longer than {PRINT} seconds")]
    TooLong,
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
    #[error("it could not be kept: {0:?}")]
    NotKept(NotTaken),
}

impl From<std::io::Error> for NotPrinted {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// Asks processes of their own. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Press {
    program: Arc<Path>,
    turns: Arc<Semaphore>,
}

impl Press {
    /// `program` is this program's own file.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            program: program.into(),
            turns: Arc::new(Semaphore::new(cores.max(2))),
        }
    }

    /// What is to be known of a PDF. Whatever happens, something is known afterwards.
    pub async fn look(&self, path: &Path) -> Looked {
        let asked = self.ask(Question::Look(path.to_owned()), LOOK).await;
        asked.unwrap_or_else(|why| {
            tracing::warn!("a PDF could not be looked at: {why}");
            Looked::DAMAGED
        })
    }

    /// The words of a PDF, page by page; none where it has none that can be read.
    pub async fn words(&self, path: &Path) -> Option<Vec<String>> {
        let asked = self.ask(Question::Words(path.to_owned()), LOOK).await;
        asked.unwrap_or_else(|why| {
            tracing::warn!("the words of a PDF could not be read: {why}");
            None
        })
    }

    /// Typesets into a file that is coming in; it has ended when this returns.
    ///
    /// # Errors
    /// When the typesetter refuses what it was given, takes too long, or the file cannot be written.
    pub async fn print(&self, what: Printing, into: &mut Incoming) -> Result<Printed, NotPrinted> {
        let printing = async {
            let (_turn, mut child) = self.begin(&Question::Print(Box::new(what))).await?;
            let (printed, mut out) = answer::<Result<Printed, String>>(&mut child).await?;
            let printed = printed.map_err(NotPrinted::Refused)?;
            let mut piece = vec![0; PIECE];
            loop {
                let read = out.read(&mut piece).await?;
                if read == 0 {
                    break;
                }
                let written = into.write(&piece[..read]).await;
                written.map_err(NotPrinted::NotKept)?;
            }
            into.end().await.map_err(NotPrinted::NotKept)?;
            Ok(printed)
        };
        let done = timeout(Duration::from_secs(PRINT), printing).await;
        done.unwrap_or(Err(NotPrinted::TooLong))
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        question: Question,
        seconds: u64,
    ) -> anyhow::Result<T> {
        let asking = async {
            let (_turn, mut child) = self.begin(&question).await?;
            Ok(answer(&mut child).await?.0)
        };
        let done = timeout(Duration::from_secs(seconds), asking).await;
        done.unwrap_or_else(|_late| Err(anyhow::anyhow!("it took longer than {seconds} seconds")))
    }

    /// Starts a process and asks it; it is ended when what this gives is dropped.
    async fn begin(
        &self,
        question: &Question,
    ) -> anyhow::Result<(tokio::sync::OwnedSemaphorePermit, Child)> {
        let turn = self.turns.clone().acquire_owned().await?;
        let mut child = Command::new(self.program.as_os_str())
            .arg(COMMAND)
            // It needs none of our secrets.
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("starting the process for PDFs")?;
        let mut input = child.stdin.take().context("its input")?;
        input.write_all(&serde_json::to_vec(question)?).await?;
        input.shutdown().await?;
        Ok((turn, child))
    }
}

async fn answer<T: DeserializeOwned>(
    child: &mut Child,
) -> anyhow::Result<(T, BufReader<tokio::process::ChildStdout>)> {
    let mut out = BufReader::with_capacity(PIECE, child.stdout.take().context("its output")?);
    let mut line = String::new();
    if out.read_line(&mut line).await? == 0 {
        let ended = child.wait().await?;
        anyhow::bail!("the process for PDFs ended without an answer: {ended}");
    }
    Ok((serde_json::from_str(&line)?, out))
}

/// The other side: answers one question, with less of the machine than the pages have.
///
/// # Errors
/// When the question cannot be read, or nobody listens to the answer.
pub fn answer_one() -> anyhow::Result<()> {
    step_back();
    let mut question = Vec::new();
    std::io::stdin().lock().read_to_end(&mut question)?;
    let mut out = std::io::stdout().lock();
    match serde_json::from_slice(&question)? {
        Question::Look(path) => say(&mut out, &look(&path))?,
        Question::Words(path) => say(&mut out, &words(&path))?,
        Question::Print(what) => match print::print(&what) {
            Ok(sheets) => {
                let printed = Printed {
                    pages: sheets.pages,
                    unfit: sheets.unfit,
                };
                say(&mut out, &Ok::<_, String>(printed))?;
                out.write_all(&sheets.bytes)?;
            }
            Err(why) => say(&mut out, &Err::<Printed, _>(why))?,
        },
    }
    Ok(out.flush()?)
}

fn say<T: Serialize>(out: &mut impl Write, what: &T) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, what)?;
    Ok(out.write_all(b"\n")?)
}

/// Less of the processor and a bound to its memory; a system that knows neither does without.
fn step_back() {
    use rustix::process::{Resource, Rlimit, nice, setrlimit};
    let bound = Rlimit {
        current: Some(MEMORY),
        maximum: Some(MEMORY),
    };
    if let Err(error) = setrlimit(Resource::As, bound).and(nice(STEP_BACK).map(|_now| ())) {
        tracing::debug!("the process for PDFs has no bound: {error}");
    }
}
