//! Noticing what other programs do to the vault: that they wrote, or that they want it locked.

use std::path::PathBuf;

use seal::random::make_random_bytes;

use super::Vault;
use super::folder::{Folder, read_if_there, replace};
use crate::fault::{Result, StoreFault};

/// No request is longer.
const MOST_BYTES: u64 = 64;

/// A state of the database, only good for comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version(i64);

impl Vault {
    /// The present version, as this handle sees it. Its own writes do not change it.
    ///
    /// # Errors
    /// When reading fails.
    pub fn version(&self) -> Result<Version> {
        Ok(Version(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?))
    }

    /// Whether another handle or another program wrote since `last`.
    ///
    /// # Errors
    /// When reading fails.
    pub fn changed_since(&self, last: Version) -> Result<bool> {
        Ok(self.version()? != last)
    }
}

/// Asks every program that has the vault open to lock it.
///
/// # Errors
/// When there is no vault, or the disk fails.
pub fn request_lock(folder: &Folder) -> Result<()> {
    if !folder.holds_a_vault()? {
        return Err(StoreFault::NotAVault);
    }
    replace(&folder.lock_request(), &make_random_bytes::<16>()?)
}

/// The requests of a folder that were seen so far. Whoever opens a vault begins one.
#[derive(Debug)]
pub struct LockRequests {
    file: PathBuf,
    seen: Option<Vec<u8>>,
}

impl LockRequests {
    /// Starts watching. What was asked before does not count.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn watch(folder: &Folder) -> Result<Self> {
        let file = folder.lock_request();
        let seen = read_if_there(&file, MOST_BYTES)?;
        Ok(Self { file, seen })
    }

    /// Whether the vault was asked to be locked since the last time this was called.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn is_requested(&mut self) -> Result<bool> {
        let present = read_if_there(&self.file, MOST_BYTES)?;
        let requested = present.is_some() && present != self.seen;
        self.seen = present;
        Ok(requested)
    }
}

#[cfg(test)]
mod tests;
