//! What the owner of a vault was reminded of, noted beside the records.

use super::{Vault, mark};
use crate::fault::Result;

impl Vault {
    /// What its owner was reminded of, as it was noted; empty when nothing was.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn reminded(&self) -> Result<Vec<u8>> {
        mark::reminded(&self.connection)
    }

    /// Notes what its owner was reminded of. No deed: nobody's history tells of it, and nothing is taken back by it.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn note_reminded(&mut self, reminded: &[u8]) -> Result<()> {
        self.journal.lock()?;
        let noted = mark::note_reminded(&self.connection, reminded);
        self.journal.unlock();
        self.restless = true;
        noted
    }
}
