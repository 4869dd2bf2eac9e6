//! The journal: every deed once more, sealed, on the disk before the database is told to commit it.
//!
//! A journal begins with a base, which says after which deed it starts, and goes on with one entry a deed. The deeds
//! since the newest verified backup are in `journal`, those between the last two in `journal.before`: whatever
//! happens to the database, a backup and the journals bring it back.
//!
//! The file `journal` is also the lock of the vault: whoever writes holds it, so two programs may write in turn.

mod lock;
mod tail;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use rusqlite::Transaction;
use seal::frame::seal_frame;
use seal::key::JournalKey;

use super::folder::{Folder, create_private, draft_of, private_file, replace};
use crate::fault::{Result, StoreFault};
use crate::gate;
use crate::log::{Entry, Position};

pub(crate) use self::lock::{patiently, same_file};
pub(crate) use self::tail::{Journaled, Tail};

/// The first byte of a frame's plaintext: what the frame holds.
const BASE: u8 = 0;
const DEED: u8 = 1;

/// The open journal of a vault.
pub(crate) struct Journal {
    folder: Folder,
    key: JournalKey,
    file: File,
}

impl Journal {
    /// Opens the journal, or makes an empty one if there is none.
    pub(crate) fn open(folder: &Folder, key: JournalKey) -> Result<Self> {
        let file = open_or_make(&folder.journal())?;
        Ok(Self { folder: folder.clone(), key, file })
    }

    /// Waits until nobody else writes, and keeps everybody else from writing until [`Journal::unlock`].
    ///
    /// If the file was put back or removed under the name meanwhile, the one that stands there now counts.
    pub(crate) fn lock(&mut self) -> Result<()> {
        loop {
            patiently(|| self.file.try_lock())?;
            if same_file(&self.file, &self.folder.journal()) {
                return Ok(());
            }
            self.file = open_or_make(&self.folder.journal())?;
        }
    }

    /// Lets others write again.
    pub(crate) fn unlock(&self) {
        // The lock goes with the file at the latest, so a failure only makes others wait.
        let _ = self.file.unlock();
    }

    /// Length in bytes.
    pub(crate) fn len(&self) -> Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    /// Appends one deed and returns when it is on the disk. Returns the new length.
    pub(crate) fn append(&mut self, at: u64, entry: &Entry) -> Result<u64> {
        let frame = sealed(&self.key, DEED, entry.seq, &entry.chain, &entry.bytes)?;
        self.write_at(at, &frame)?;
        Ok(at + frame.len() as u64)
    }

    /// Cuts the journal back to `length` bytes.
    pub(crate) fn cut_to(&mut self, length: u64) -> Result<()> {
        self.file.set_len(length)?;
        self.file.sync_data()?;
        Ok(())
    }

    /// Starts anew after `base`, which a verified backup or an empty database holds, and keeps the deeds after it. What
    /// is in the journal now moves to `journal.before`. Needs the lock, and still has it afterwards.
    ///
    /// Cut off in between, the same deeds stand in both files, which does no harm: a deed that is there already is
    /// passed over. Returns the new length.
    pub(crate) fn renew(&mut self, base: &Position) -> Result<u64> {
        let mut bytes = sealed(&self.key, BASE, base.seq, &base.chain, &[])?;
        let mut deeds = self.tail(0)?;
        loop {
            match deeds.next()? {
                Journaled::Deed(entry) if entry.seq > base.seq => {
                    bytes.extend(sealed(&self.key, DEED, entry.seq, &entry.chain, &entry.bytes)?);
                }
                Journaled::End | Journaled::Broken => break,
                Journaled::Deed(_) | Journaled::Base(_) => {}
            }
        }
        let draft = draft_of(&self.folder.journal());
        let mut file = create_private(&draft)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        // Whoever waited for the old file finds it replaced and waits for the new one, which is taken already.
        file.try_lock().map_err(|_| StoreFault::Busy)?;
        if deeds.at() > 0 {
            replace(&self.folder.journal_before(), &std::fs::read(self.folder.journal())?)?;
        }
        std::fs::rename(&draft, self.folder.journal())?;
        self.folder.sync()?;
        self.file = file;
        Ok(bytes.len() as u64)
    }

    /// Goes on with another key, once the vault's key was changed. What was sealed before cannot be read any more.
    pub(crate) fn set_key(&mut self, key: JournalKey) {
        self.key = key;
    }

    /// Reads the journal from `at`, which must be the beginning of a frame.
    pub(crate) fn tail(&self, at: u64) -> Result<Tail<'_>> {
        Tail::open(&self.folder.journal(), &self.key, at)
    }

    /// Reads the journal before this one, if there is one.
    pub(crate) fn before(&self) -> Result<Option<Tail<'_>>> {
        let path = self.folder.journal_before();
        if path.exists() { Tail::open(&path, &self.key, 0).map(Some) } else { Ok(None) }
    }

    fn write_at(&mut self, at: u64, bytes: &[u8]) -> Result<()> {
        use std::io::{Seek, SeekFrom};
        self.file.seek(SeekFrom::Start(at))?;
        self.file.write_all(bytes)?;
        self.file.sync_data()?;
        Ok(())
    }
}

/// Does a journaled deed again. What comes out must be what came out then.
pub(crate) fn replay(transaction: &Transaction<'_>, entry: &Entry) -> Result<()> {
    let position = gate::replay(transaction, &entry.bytes)?;
    if position == (Position { seq: entry.seq, chain: entry.chain }) {
        return Ok(());
    }
    Err(StoreFault::damaged("A change in the journal does not fit the changes before it."))
}

fn sealed(key: &JournalKey, kind: u8, seq: u64, chain: &[u8; 32], bytes: &[u8]) -> Result<Vec<u8>> {
    let mut plaintext = zeroize::Zeroizing::new(Vec::with_capacity(33 + bytes.len()));
    plaintext.push(kind);
    plaintext.extend_from_slice(chain);
    plaintext.extend_from_slice(bytes);
    seal_frame(key, seq, &plaintext).map_err(|error| {
        domain::Refusal::new("vault.too_long", error.to_string())
            .next("Import the file in smaller parts.")
            .into()
    })
}

fn open_or_make(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    private_file(options.read(true).write(true).create(true).truncate(false));
    Ok(options.open(path)?)
}

#[cfg(test)]
mod tests;
