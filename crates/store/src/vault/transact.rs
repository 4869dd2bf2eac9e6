//! One write: into the journal, then into the database, then into the head.
//!
//! ```text
//! lock journal · BEGIN IMMEDIATE · the deed · append to the journal, fdatasync · COMMIT (synced) · head mark · unlock
//! ```
//! When this returns, the change is on the disk twice. When it fails, the change is nowhere.

use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::Vault;
use super::cipher::PATIENCE;
use super::folder::Folder;
use super::settle::{Verdict, settle};
use crate::fault::{MachineKind, Result, StoreFault};
use crate::log::{Entry, Position};

/// After how many pages the database's log is moved into the database.
const PAGES_OF_LOG: i64 = 200;
/// A page with its frame in the log.
const BYTES_OF_PAGE: u64 = 4096 + 24;

impl Vault {
    /// Runs `deed` in one transaction and makes what it returns durable. Without an entry nothing is written.
    ///
    /// # Errors
    /// Whatever the deed says; and [`StoreFault::Machine`] when the disk fails. After that the vault accepts no further
    /// write until [`Vault::reopen`], because nobody knows any more what the disk holds.
    pub(crate) fn transact<T>(
        &mut self,
        deed: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        if self.uncertain {
            return Err(disk_failed());
        }
        self.journal.lock()?;
        let done = self.write(deed);
        self.journal.unlock();
        done
    }

    fn write<T>(&mut self, deed: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>) -> Result<T> {
        // Another program may have written, or died while it did.
        let whole = match settle(&mut self.connection, &mut self.journal, &mut self.head)? {
            Verdict::Whole(whole) if !whole.journal_was_lost => whole,
            Verdict::Whole(_) | Verdict::Broken(_) => {
                self.uncertain = true;
                return Err(StoreFault::damaged("The vault's files were changed while it was open."));
            }
        };
        let before = whole.journal_end;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (value, entry) = deed(&transaction)?;
        let Some(entry) = entry else {
            transaction.rollback()?;
            return Ok(value);
        };
        let journaled = self.journal.append(before, &entry);
        let committed = journaled.and_then(|end| Ok(transaction.commit().map(|()| end)?));
        let end = match committed {
            Ok(end) => end,
            Err(fault) => {
                // Where the journal cannot be cut back either, or a sync failed, only a fresh look at the disk helps.
                let cut = self.journal.cut_to(before);
                self.uncertain |= cut.is_err() || fault.is_machine();
                return Err(fault);
            }
        };
        // From here on the change is durable, so a failure must not look as if it were not. It stops the next one.
        let position = Position { seq: entry.seq, chain: entry.chain };
        self.uncertain |= self.head.write(&position, end).is_err();
        self.uncertain |= move_log_if_long(&self.connection).is_err();
        self.restless = true;
        Ok(value)
    }
}

/// What is said instead of a write, or of a rest, after the disk failed.
pub(super) fn disk_failed() -> StoreFault {
    StoreFault::machine(MachineKind::Other, "The disk failed earlier, so nothing more is written for now.")
}

/// Moves the database's log into the database once it is long. SQLite would do it by itself, and keep its errors to
/// itself as well.
fn move_log_if_long(connection: &Connection) -> Result<()> {
    let pages = connection
        .prepare_cached("PRAGMA wal_checkpoint(NOOP)")?
        .query_row([], |row| Ok(row.get::<_, i64>(1)? - row.get::<_, i64>(2)?))?;
    if pages > PAGES_OF_LOG {
        connection.prepare_cached("PRAGMA wal_checkpoint(PASSIVE)")?.query_row([], |_| Ok(()))?;
    }
    Ok(())
}

/// Whether the file of the log is so long that opening the vault would be slow: moved pages stay in it until it is emptied
/// or written again from its start.
pub(super) fn is_log_long(folder: &Folder) -> Result<bool> {
    let length = match std::fs::metadata(folder.database_log()) {
        Ok(log) => log.len(),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => 0,
        Err(fault) => return Err(fault.into()),
    };
    Ok(length > 4 * PAGES_OF_LOG.unsigned_abs() * BYTES_OF_PAGE)
}

/// Moves the whole log into the database and empties it. Says whether it could: a reader elsewhere may still need it.
pub(crate) fn empty_log(connection: &Connection) -> Result<bool> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

/// The same, and waits for nobody: somebody who reads for long, such as a look at everything, must not hold up a call
/// or a lock.
pub(super) fn empty_log_at_once(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let emptied = empty_log(connection);
    connection.busy_timeout(PATIENCE)?;
    emptied
}

#[cfg(test)]
mod tests;
