//! Mail that comes in: looked at first, then kept as notes with their sources, as one deed.
//!
//! A message comes from strangers, so nothing of it is parsed in a process that has a vault. The same program is started
//! once more with the argument [`ARGUMENT`]; that child closes itself in, reads one message at a time from its standard
//! input, and answers on its standard output. It can die, hang or lie without harm: the reader kills it after ten seconds,
//! starts another, says that this one message was not read, and goes on with the next.
//!
//! What was read lies in the drawer until it is kept or the vault is locked; nothing of it touches the disk before.

use std::collections::HashSet;
use std::sync::Arc;

use domain::folder::SourceKind;
use domain::{PersonId, Refusal};
use paper::mail::{Guess, Message, Unread};
use store::noun::Reading;

use crate::Fault;

mod child;
mod files;
mod found;
mod keep;
mod line;
mod preview;
mod reader;
#[cfg(test)]
mod tests;

pub use child::{ARGUMENT, serve_if_asked};
pub use found::{Forget, FoundMail, MailFilter, MailPage, ReadMail};
pub use keep::{Keep, MailChoice, MailKept};
pub use line::{MailFile, MailLine, MailNews, MailPreview, MailSaid, MailSure, UnreadMail};
pub use preview::{Preview, PreviewFolder, PreviewText};
pub(crate) use reader::Reads;

/// The most messages that lie in the drawer.
const MOST: usize = 20_000;
/// The most bytes of messages that lie in the drawer: words and attached files.
const MOST_BYTES: usize = 256 * 1024 * 1024;
/// How many messages that were not read are named one by one.
const MOST_UNREAD: usize = 200;

/// Messages that lie in the drawer between looking at them and keeping them.
#[derive(Clone, Default)]
pub struct Import {
    found: Vec<Found>,
    known: HashSet<String>,
    unread: Vec<Missed>,
    more_unread: u64,
    thrown_away: u64,
    bytes: usize,
}

/// A message that was read.
#[derive(Clone)]
struct Found {
    message: Arc<Message>,
    identity: String,
    kind: SourceKind,
    /// Whether it was new when it was read.
    news: MailNews,
    guess: Guess,
    /// Who sent it, when their address is in the roster.
    sender: Option<PersonId>,
}

/// A message that was not read.
#[derive(Clone)]
struct Missed {
    file: String,
    number: u64,
    why: Unread,
}

impl Found {
    /// Whether it is new by now: it may have been kept since it was read, or what kept it was undone.
    fn news(&self, read: &Reading) -> Result<MailNews, Fault> {
        if self.news == MailNews::New && store::noun::source::knows_message(read, &self.identity)? {
            return Ok(MailNews::Kept);
        }
        Ok(self.news)
    }
}

impl Import {
    fn miss(&mut self, file: &str, number: u64, why: Unread) {
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(Missed { file: file.to_owned(), number, why });
        } else {
            self.more_unread += 1;
        }
    }

    fn get(&self, message: u32) -> Result<&Found, Fault> {
        let place = usize::try_from(message).unwrap_or(usize::MAX);
        self.found.get(place).ok_or_else(|| {
            Refusal::new("mail.no_such_message", "That message is not among those that were read.")
                .next("Choose the file again.")
                .into()
        })
    }
}
