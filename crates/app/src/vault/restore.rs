//! Making a vault out of a backup.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use store::vault::Folder;
use store::vault::backup;

use super::unlock::way_in;
use crate::Fault;
use crate::call::OutsideCall;
use crate::desk::{House, Work};
use crate::secret::Secret;

/// Restores a backup into a folder where nothing is. The backup opens by the ways in of the day it was made.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// The backup.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
    /// Where the vault will be.
    #[cfg_attr(test, ts(skip))]
    pub folder: PathBuf,
    /// With the passphrase.
    pub passphrase: Option<Secret>,
    /// With the code of the recovery kit.
    pub kit: Option<Secret>,
}

/// What came out of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Restored {
    /// How many records there are.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
}

impl OutsideCall for Restore {
    type Reply = Restored;

    fn run(self, _house: &House, work: &Work) -> Result<Self::Reply, Fault> {
        let way = way_in(self.passphrase, self.kit, false)?;
        let to = Folder::at(self.folder);
        let restored = backup::restore(&self.file, &to, &way, &mut work.teller("Restoring the backup"))?;
        Ok(Restored { records: restored.records, changes: restored.changes })
    }
}
