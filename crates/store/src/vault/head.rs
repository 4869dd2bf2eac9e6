//! The head file: how far the vault had come, so that a database that lost something cannot look whole.
//!
//! It is written after every commit and made durable when the vault rests, so after a power cut it may be behind, but
//! never ahead of what was acknowledged. Every open vault also holds a shared lock on it: whoever wants to exchange the
//! database needs it alone.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};

use seal::chain::Chain;
use seal::head::{HEAD_BYTES, HeadMark, MARK_BYTES, Newest, newest};
use seal::key::HeadKey;

use super::folder::{Folder, private_file};
use super::journal::patiently;
use crate::fault::{Result, StoreFault};
use crate::log::Position;

/// The open head file.
pub(crate) struct Head {
    key: HeadKey,
    file: File,
}

impl Head {
    /// Opens the head file, or makes an empty one, and takes part in using the vault.
    pub(crate) fn open(folder: &Folder, key: HeadKey) -> Result<Self> {
        let mut options = OpenOptions::new();
        private_file(options.read(true).write(true).create(true).truncate(false));
        let file = options.open(folder.head())?;
        patiently(|| file.try_lock_shared())?;
        Ok(Self { key, file })
    }

    /// Takes the vault for this handle alone, or says [`StoreFault::Busy`] at once.
    pub(crate) fn alone(&self) -> Result<()> {
        self.file.unlock()?;
        self.file.try_lock().map_err(|_| StoreFault::Busy)
    }

    /// Lets others in again.
    pub(crate) fn together(&self) -> Result<()> {
        self.file.unlock()?;
        patiently(|| self.file.try_lock_shared())
    }

    /// What the file says. A file of the wrong length counts as damaged where it is short, unless it is empty.
    pub(crate) fn read(&mut self) -> Result<Newest> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        (&self.file).take(HEAD_BYTES as u64).read_to_end(&mut bytes)?;
        let filler = if bytes.is_empty() { 0 } else { 0xff };
        let mut marks = [filler; HEAD_BYTES];
        marks[..bytes.len()].copy_from_slice(&bytes);
        Ok(newest(&self.key, &marks))
    }

    /// Stops taking part in using the vault.
    pub(crate) fn leave(&self) {
        // The lock goes with the file at the latest.
        let _ = self.file.unlock();
    }

    /// Notes how far the vault has come, unless that is what the file says.
    pub(crate) fn write_if_other(&mut self, position: &Position, journal_end: u64) -> Result<()> {
        let marks = self.read()?;
        match marks.mark {
            Some(mark) if marks.damaged == 0 => {
                let same = mark.seq == position.seq && mark.journal_end == journal_end;
                if same { Ok(()) } else { self.write(position, journal_end) }
            }
            _ => self.write_anew(position, journal_end),
        }
    }

    /// Notes how far the vault has come.
    pub(crate) fn write(&mut self, position: &Position, journal_end: u64) -> Result<()> {
        let place = self.read()?.next_place;
        self.write_to(place, position, journal_end)
    }

    /// Notes it in both places, so that nothing older remains.
    pub(crate) fn write_anew(&mut self, position: &Position, journal_end: u64) -> Result<()> {
        self.write_to(0, position, journal_end)?;
        self.write_to(1, position, journal_end)?;
        self.file.set_len(HEAD_BYTES as u64)?;
        self.sync()
    }

    /// Makes the newest mark durable.
    pub(crate) fn sync(&self) -> Result<()> {
        Ok(self.file.sync_data()?)
    }

    /// Goes on with another key, once the vault's key was changed.
    pub(crate) fn set_key(&mut self, key: HeadKey) {
        self.key = key;
    }

    fn write_to(&mut self, place: usize, position: &Position, journal_end: u64) -> Result<()> {
        let mark = HeadMark { seq: position.seq, journal_end, chain: position.chain };
        self.file.seek(SeekFrom::Start((place * MARK_BYTES) as u64))?;
        Ok(self.file.write_all(&mark.encode(&self.key))?)
    }
}

/// The chain of a position, as the marks compare it.
pub(crate) fn chain(position: &Position) -> Chain {
    Chain(position.chain)
}

#[cfg(test)]
mod tests;
