//! The portable folder: a whole vault in open formats, for leaving, for reading without Inglenook, and for coming back.
//!
//! ```text
//! inglenook.json                    the format's number and how many records of each noun follow
//! records/<noun>.jsonl              the truth: one record a line, every field, sorted by id
//! attachments/<id>/<name>           the attached files as they were
//! people/<name>-<short id>/*.md     the same for reading: 1:1s, notes, goals, reviews, promises
//! ```
//!
//! Writing is [`FolderWriter`], reading is [`FolderReader`]; both go record by record, so that ten years need no more
//! memory than one person does. The same records give the same bytes. Reading looks at the records and the attached
//! files only, never at the Markdown, and opens no path that a file of the folder names.
//!
//! Not carried: the history of changes, settings, keys (the one that signs reviews among them), devices. What a text's past was stays in the vault and its
//! backups; a folder that anybody can edit could not vouch for it.

use std::io;

mod hex;
mod line;
mod manifest;
mod pages;
mod path;
mod read;
mod record;
mod write;

pub use manifest::Manifest;
pub use pages::{MeetingPages, PersonPages, ReviewPages, TalkPages};
pub use read::{FolderReader, read_attachment};
pub use record::{Noun, Record};
pub use write::{FolderWriter, Written};

/// The format this version writes, and the newest it reads.
pub const FORMAT: u32 = 6;

/// A folder that is being written.
pub trait FolderOut {
    /// A file that is being written.
    type File: io::Write;

    /// Makes a new file. The path is relative, with `/` between names, and has no name that a file system would take
    /// as a command; folders on the way are made as needed.
    ///
    /// # Errors
    /// Whatever the machine says.
    fn create(&mut self, path: &str) -> io::Result<Self::File>;
}

/// A folder that is being read.
pub trait FolderIn {
    /// A file that is being read.
    type File: io::Read;

    /// Opens a file by a path as [`FolderOut::create`] gets it; none when it is not there.
    ///
    /// # Errors
    /// Whatever the machine says.
    fn open(&self, path: &str) -> io::Result<Option<Self::File>>;
}

#[cfg(test)]
mod tests;
