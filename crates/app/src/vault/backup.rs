//! Writing a backup to a place of one's own.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::{Fault, files};

/// Writes a whole, checked, encrypted copy of the vault into one file.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// The backup that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BackedUp {
    /// Its name, without folders.
    pub file: String,
    /// How many records are in it.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
}

impl OpenCall for Backup {
    type Reply = BackedUp;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let work = desk.work().clone();
        let done =
            desk.vault().backup_to(&self.file, &mut work.teller("Writing the backup and reading it back"))?;
        Ok(BackedUp { file: files::name_of(&done.file), records: done.records, changes: done.changes })
    }
}
