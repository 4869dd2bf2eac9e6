//! The vault: one folder that keeps bytes safe from eyes, crashes and failing disks.
//!
//! ```text
//! vault.db (+ -wal, -shm)  the database, encrypted page by page                                     cipher, migrate
//! slots                    who can open it: passphrase, recovery kit, keychain                       way, keychain
//! head                     how far it had come: 96 bytes, written after every commit                 head
//! journal, journal.before  every deed since the last but one verified backup, written before commit  journal
//! unsaved                  words that no save took before the vault was locked, if there are any     unsaved
//! capture.key, captures/   whom notes are sealed to that are caught while locked, and those that wait  capture
//! backups/                 verified backups, one file each, and a copy of the slots                  backup
//! ```
//!
//! A vault begins in [`create`], is entered through [`open`](fn@open), written through `transact`, and compared and mended by
//! `settle` and `repair`. Opening does its comparing in `visit`. What it finds out about itself is a [`Finding`].

mod aside;
pub mod backup;
pub mod capture;
pub mod check;
mod cipher;
pub mod create;
mod finding;
mod folder;
mod head;
mod journal;
mod keychain;
mod look;
mod mark;
mod migrate;
pub mod open;
mod repair;
pub mod rotate;
mod settle;
mod status;
mod transact;
mod unsaved;
mod visit;
pub mod watch;
mod way;

use std::sync::Arc;

use rusqlite::Connection;
use seal::key::VaultKey;

pub use seal::passphrase::Cost;

pub use self::finding::{Finding, Severity};
pub use self::folder::Folder;
use self::head::Head;
use self::journal::Journal;
pub use self::look::Look;
pub use self::mark::Aside;
pub use self::open::{Opened, open};
pub use self::status::{State, Status, status};
use self::transact::empty_log_at_once;
pub use self::unsaved::Unsaved;
pub use self::way::Way;
use crate::fault::{Result, StoreFault};
use crate::gate::Hand;
use crate::noun::Reading;

/// An open vault. Whoever holds it can read and write everything; dropping it wipes its keys.
pub struct Vault {
    folder: Folder,
    key: Arc<VaultKey>,
    id: [u8; 16],
    hand: Hand,
    connection: Connection,
    journal: Journal,
    head: Head,
    /// The disk failed, so nobody knows what it holds until the vault is opened again.
    uncertain: bool,
    /// Something was written since the last [`Vault::idle`].
    restless: bool,
    /// Somebody read when the vault rested, so the log could not be emptied.
    log_left: bool,
}

impl Vault {
    /// Where it lives.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Whose hand every deed of this handle is by.
    pub(crate) fn hand(&self) -> Hand {
        self.hand
    }

    /// The database, for the reading functions of the nouns. Nothing is ever written through it.
    pub fn read(&self) -> &Reading {
        &self.connection
    }

    /// A second handle on the same vault, for long work beside the first.
    ///
    /// # Errors
    /// When the disk fails, or the vault's key was changed meanwhile.
    pub fn another(&self) -> Result<Self> {
        let key = &self.key;
        let connection =
            cipher::open(&self.folder.database(), &key.derive_database_key(), cipher::Changes::InLog)?;
        let journal = Journal::open(&self.folder, key.derive_journal_key())?;
        let head = Head::open(&self.folder, key.derive_head_key())?;
        let folder = self.folder.clone();
        let key = Arc::clone(key);
        // It writes beside this one, so its edits are another sitting's.
        let (id, hand) = (self.id, Hand::of(self.hand.device)?);
        let (uncertain, restless, log_left) = (false, false, false);
        Ok(Self { folder, key, id, hand, connection, journal, head, uncertain, restless, log_left })
    }

    /// Lets the vault rest: everything is moved from the log into the database, and the head is made durable. To be
    /// called when nothing was written for two seconds, and before the vault is closed.
    ///
    /// # Errors
    /// When the disk fails. Then the vault has to be opened again before the next write.
    pub fn idle(&mut self) -> Result<()> {
        if self.uncertain {
            return Err(transact::disk_failed());
        }
        if !self.restless && !self.log_left {
            return Ok(());
        }
        // A busy log is a reader elsewhere; the next rest empties it.
        let emptied = empty_log_at_once(&self.connection);
        self.log_left = matches!(emptied, Ok(false) | Err(StoreFault::Busy));
        let rested = match emptied {
            Ok(_) | Err(StoreFault::Busy) if self.restless => self.head.sync(),
            Ok(_) | Err(StoreFault::Busy) => Ok(()),
            Err(fault) => Err(fault),
        };
        self.restless = false;
        self.uncertain |= rested.is_err();
        rested
    }

    /// Lets the vault rest when its log is long: whoever opens it next would read through all of it first. For a program
    /// that comes and goes, which need not wait for a rest otherwise.
    ///
    /// # Errors
    /// As [`idle`](Self::idle).
    pub fn rest_from_long_log(&mut self) -> Result<()> {
        if transact::is_log_long(&self.folder)? { self.idle() } else { Ok(()) }
    }

    /// Closes the vault and forgets its keys.
    ///
    /// # Errors
    /// When the disk fails at the last moment. Everything acknowledged is in the journal even then.
    pub fn close(mut self) -> Result<()> {
        self.idle()
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Vault(open)")
    }
}

#[cfg(test)]
pub(crate) mod trial;
