//! PDF: documents that we typeset, packs of many documents, and what is to be known of PDFs that others made.
//!
//! A document of our own is PDF/A-2a and PDF/UA-1 at once: what an archive takes and what a screen reader reads. A pack
//! embeds pages of others, which neither standard lets it promise; it is plain tagged PDF.
//!
//! Foreign PDFs are read by a process of its own (`styringsrad pdf`), and typesetting happens there too: whatever such a
//! file does to a library, it takes a page out of one pack and not the server down. The process gets texts as data,
//! never as source, sees no file that was not named to it, and is ended when it takes too long.

pub mod look;
pub mod markdown;
pub mod pack;
mod print;
pub mod process;
mod words;
mod world;

pub use look::{Fit, Looked};
pub use pack::{Document, Pack};
pub use print::Printing;
pub use process::{NotPrinted, Press, Printed};
