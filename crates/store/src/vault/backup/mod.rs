//! Backups: the database and the ways in as one file that needs nothing else, and that was proven before it counts.

mod container;
mod migration;
mod restore;
mod shelf;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use seal::key::VaultKey;

pub(crate) use self::container::{extract, verify, write};
pub(crate) use self::migration::{BeforeMigration, before_migration};
pub use self::restore::{Restored, restore};
pub(crate) use self::shelf::{Reason, Shelf, Turn};
use super::cipher::{self, Changes};
use super::folder::{create_private, read_if_there, remove_if_there};
use super::{Folder, Vault};
use crate::fault::{Result, StoreFault};
use crate::log::{self, Audit, Position};

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// The file.
    pub file: PathBuf,
    /// How many records are in it.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
}

/// Hears how far long work is: done, and out of how many. May stop it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// For work nobody watches.
pub(crate) fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A database that was copied out, checked from end to end, and is not open any more.
pub(crate) struct Draft {
    path: PathBuf,
    pub(crate) position: Position,
    pub(crate) audit: Audit,
}

impl Drop for Draft {
    fn drop(&mut self) {
        // What is left is removed when the vault is opened next.
        let _ = fs::remove_file(&self.path);
    }
}

impl Vault {
    /// Writes a backup to `file`, which is replaced only once the new one was read back and proven.
    ///
    /// # Errors
    /// When the disk fails, when the work is stopped, or when the vault itself does not pass the check: what is broken
    /// must not displace a good backup.
    pub fn backup_to(&mut self, file: &Path, progress: Progress<'_>) -> Result<BackedUp> {
        let draft = self.draft(progress)?;
        self.write_backup(&draft, file)?;
        Ok(BackedUp { file: file.to_owned(), records: draft.audit.records, changes: draft.position.seq })
    }

    /// When the newest rolling backup was made, going by its name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn newest_backup(&self) -> Result<Option<DateTime<Utc>>> {
        Ok(Shelf::of(&self.folder).newest()?.map(|newest| newest.at.and_utc()))
    }

    /// Adds a rolling backup if the newest is from another day and something changed since, and nobody else is adding one
    /// at this moment. `now` names the file and decides what is due; it is never trusted for which backup is the newest.
    ///
    /// # Errors
    /// As [`Vault::backup_to`].
    pub fn backup_if_due(&mut self, now: DateTime<Utc>, progress: Progress<'_>) -> Result<Option<BackedUp>> {
        let shelf = Shelf::of(&self.folder);
        let position = log::position(&self.connection)?;
        let Some(turn) = shelf.try_turn()? else { return Ok(None) };
        let due = match shelf.newest()? {
            None => position.seq > 0,
            Some(newest) => newest.seq != position.seq && !newest.is_of_day(now),
        };
        if due { self.add(now, Reason::Daily, &turn, progress).map(Some) } else { Ok(None) }
    }

    /// Adds a rolling backup before a large change such as an import.
    ///
    /// # Errors
    /// As [`Vault::backup_to`].
    pub fn backup_before_import(&mut self, now: DateTime<Utc>, progress: Progress<'_>) -> Result<BackedUp> {
        self.back_up(now, Reason::Import, progress)
    }

    /// Adds a rolling backup, thins out the old ones and begins the journal anew.
    pub(crate) fn back_up(
        &mut self,
        now: DateTime<Utc>,
        reason: Reason,
        progress: Progress<'_>,
    ) -> Result<BackedUp> {
        let turn = Shelf::of(&self.folder).wait_for_turn()?;
        self.add(now, reason, &turn, progress)
    }

    fn add(
        &mut self,
        now: DateTime<Utc>,
        reason: Reason,
        _: &Turn,
        progress: Progress<'_>,
    ) -> Result<BackedUp> {
        let shelf = Shelf::of(&self.folder);
        let draft = self.draft(progress)?;
        let file = shelf.place_for(now, draft.position.seq, reason)?;
        self.write_backup(&draft, &file)?;
        shelf.thin()?;
        self.journal.lock()?;
        let renewed = self.renew_journal(&draft.position);
        self.journal.unlock();
        renewed?;
        Ok(BackedUp { file, records: draft.audit.records, changes: draft.position.seq })
    }

    /// Begins the journal anew after `base`. Needs the lock.
    pub(crate) fn renew_journal(&mut self, base: &Position) -> Result<()> {
        let end = self.journal.renew(base)?;
        let position = log::position(&self.connection)?;
        self.head.write_anew(&position, end)
    }

    /// Copies the database out and checks the copy from end to end.
    fn draft(&self, progress: Progress<'_>) -> Result<Draft> {
        check_draft(copy_out(&self.folder, &self.connection)?, &self.key, progress)
    }

    fn write_backup(&self, draft: &Draft, file: &Path) -> Result<()> {
        let slots = read_if_there(&self.folder.slots(), seal::slots::MOST_BYTES as u64)?;
        let slots =
            slots.ok_or_else(|| StoreFault::damaged("The file with the ways into this vault is missing."))?;
        write(file, &slots, &draft.path, &self.key)
    }
}

/// Copies a database out into a draft.
fn copy_out(folder: &Folder, connection: &Connection) -> Result<PathBuf> {
    let path = folder.new_draft()?;
    create_private(&path)?;
    let copied = connection
        .execute("VACUUM INTO ?", [path.to_str().ok_or(StoreFault::NotAVault)?])
        .map_err(StoreFault::from);
    if let Err(fault) = copied {
        remove_if_there(&path)?;
        return Err(fault);
    }
    Ok(path)
}

/// Opens a copied database and audits it. Only what passes becomes a backup or a vault. A draft of an older shape, out
/// of an old backup, is brought to the present one.
pub(crate) fn check_draft(path: PathBuf, key: &VaultKey, progress: Progress<'_>) -> Result<Draft> {
    let mut draft = Draft { path, position: Position { seq: 0, chain: [0; 32] }, audit: Audit::default() };
    let mut connection = cipher::open(&draft.path, &key.derive_database_key(), Changes::InMemory)?;
    super::migrate::migrate_draft(&mut connection)?;
    draft.position = log::position(&connection)?;
    draft.audit = log::audit(&connection, progress)?;
    if draft.audit.findings.is_empty() && pages_are_genuine(&connection)? {
        return Ok(draft);
    }
    Err(StoreFault::damaged("The vault did not pass its check, so no backup was made of it."))
}

/// Whether every page of the database file carries its own MAC. Looks at the file only, so the log has to be empty.
pub(crate) fn pages_are_genuine(connection: &Connection) -> Result<bool> {
    Ok(!connection.prepare("PRAGMA cipher_integrity_check")?.exists([])?)
}

/// How far the newest backup of a folder had come, going by its name only.
pub(crate) fn newest_seq(folder: &Folder) -> Result<u64> {
    Ok(Shelf::of(folder).newest()?.map_or(0, |newest| newest.seq))
}

#[cfg(test)]
mod tests;
