//! The complete look that runs behind an open vault: everything is read and compared, on a connection of its own that
//! cannot write, while others go on writing.
//!
//! Beside [`Vault::check`] it leaves out two things, because both would make a write wait: the comparison of the search
//! index with its passages, and the pages that nothing refers to. Every backup does both on its copy.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use seal::key::VaultKey;

use super::backup::{Shelf, verify};
use super::check::{broken, broken_backup, findings_of};
use super::cipher::{self, Changes};
use super::folder::Folder;
use super::journal::Journal;
use super::settle::survey;
use super::{Finding, Vault, mark};
use crate::fault::{Result, StoreFault};
use crate::log;

/// No look takes longer. A vault that needs more is looked at by a check.
const LONGEST: Duration = Duration::from_secs(20 * 60);
/// After so many steps of the database's machine it is asked whether to go on.
const STEPS: i32 = 20_000;
/// How long a look that found nothing counts.
const COUNTS_FOR: TimeDelta = TimeDelta::hours(24);

type GoesOn = Arc<dyn Fn() -> bool + Send + Sync>;

/// Everything a look needs. It holds the vault's key, and no lock.
pub struct Look {
    folder: Folder,
    key: Arc<VaultKey>,
    journal: Journal,
}

impl Vault {
    /// Prepares a look, for another thread.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn look(&self) -> Result<Look> {
        let journal = Journal::open(&self.folder, self.key.derive_journal_key())?;
        Ok(Look { folder: self.folder.clone(), key: Arc::clone(&self.key), journal })
    }

    /// Whether the last look that found nothing is a day old, or was made by another installation. A clock that jumped
    /// back makes it due.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn look_is_due(&self, now: DateTime<Utc>) -> Result<bool> {
        let last = mark::looked(&self.connection, self.hand.device)?;
        Ok(last.is_none_or(|last| now < last || now - last >= COUNTS_FOR))
    }

    /// Notes that a look found nothing. No deed: nobody's history tells of it.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn note_look(&mut self, now: DateTime<Utc>) -> Result<()> {
        self.journal.lock()?;
        let noted = mark::note_look(&self.connection, self.hand.device, now);
        self.journal.unlock();
        self.restless = true;
        noted
    }
}

impl Look {
    /// Reads and compares everything; what is wrong, nothing when all is well. `goes_on` is asked again and again, in
    /// the middle of a long question too.
    ///
    /// # Errors
    /// [`StoreFault::Cancelled`] when it was stopped, or took too long; faults of the disk.
    pub fn run(mut self, goes_on: impl Fn() -> bool + Send + Sync + 'static) -> Result<Vec<Finding>> {
        let begun = Instant::now();
        let goes_on: GoesOn = Arc::new(move || begun.elapsed() < LONGEST && goes_on());
        let mut findings = match self.look_at_database(&goes_on) {
            Ok((mut findings, connection)) => {
                findings.extend(self.look_at_journal(&connection)?);
                findings
            }
            Err(StoreFault::Damaged(damage)) => vec![broken(damage.sentence)],
            Err(fault) => return Err(fault),
        };
        for backup in Shelf::of(&self.folder).all()? {
            if !goes_on() {
                return Err(StoreFault::Cancelled);
            }
            match verify(&backup.path, &self.key) {
                Ok(_) => {}
                // Thinned out meanwhile.
                Err(_) if !backup.path.exists() => {}
                Err(fault) if fault.is_machine() => return Err(fault),
                Err(_) => findings.push(broken_backup(&backup.path)),
            }
        }
        Ok(findings)
    }

    /// One reading transaction: whoever writes meanwhile neither waits nor is seen.
    fn look_at_database(&self, goes_on: &GoesOn) -> Result<(Vec<Finding>, Connection)> {
        let connection = self.connect()?;
        let asked = Arc::clone(goes_on);
        connection.progress_handler(STEPS, Some(move || !asked()))?;
        let transaction = connection.unchecked_transaction()?;
        let mut progress = |_, _| if goes_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        let audit = log::audit_reading(&transaction, &mut progress)?;
        transaction.finish()?;
        Ok((findings_of(&audit), connection))
    }

    /// A connection of its own, which only reads.
    fn connect(&self) -> Result<Connection> {
        cipher::open(&self.folder.database(), &self.key.derive_database_key(), Changes::Nowhere)
    }

    /// The journal leads, whole, to where the vault is. Its end is taken under the lock, its content read without it.
    fn look_at_journal(&mut self, connection: &Connection) -> Result<Option<Finding>> {
        self.journal.lock()?;
        let position = log::position(connection);
        let tail = self.journal.tail(0);
        self.journal.unlock();
        let (position, tail) = (position?, tail?);
        let length = tail.length();
        let is_whole = match survey(tail, position.seq) {
            Ok(survey) => survey
                .is_some_and(|survey| survey.chain_there == Some(position.chain) && survey.end == length),
            Err(StoreFault::Damaged(_)) => false,
            Err(fault) => return Err(fault),
        };
        let sentence = "The journal is damaged. Nothing in the vault is lost.";
        Ok((!is_whole)
            .then(|| Finding::notice(sentence, "Run a check: it puts a fresh backup in its place.")))
    }
}

#[cfg(test)]
mod tests;
