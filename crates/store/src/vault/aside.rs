//! What is noted beside the records of a vault.

use super::Vault;
use super::mark::{self, Aside};
use crate::fault::Result;

impl Vault {
    /// What was noted; empty when nothing was.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn aside(&self, of: Aside) -> Result<Vec<u8>> {
        mark::aside(&self.connection, of)
    }

    /// Notes something. No deed: nobody's history tells of it, and nothing is taken back by it.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn note_aside(&mut self, of: Aside, bytes: &[u8]) -> Result<()> {
        self.journal.lock()?;
        let noted = mark::note_aside(&self.connection, of, bytes);
        self.journal.unlock();
        self.restless = true;
        noted
    }
}
