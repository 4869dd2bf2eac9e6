//! Making a vault out of a backup file, in a folder where nothing is.

use std::fs::{self, File};
use std::path::Path;

use seal::slots::SlotFile;

use super::container::header;
use super::{Progress, check_draft, extract};
use crate::fault::Result;
use crate::vault::create::{build, finish_building, move_in};
use crate::vault::{Folder, Way};

/// What came out of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many records there are.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
}

/// Restores the backup `file` into `to`, where no vault and nothing else may be. `way` is a way in of the time when the
/// backup was made.
///
/// # Errors
/// When the backup is broken, newer than this program, or does not open; and when `to` is not free. Then nothing is
/// left in `to`.
pub fn restore(file: &Path, to: &Folder, way: &Way, progress: Progress<'_>) -> Result<Restored> {
    to.check_free()?;
    let (header, _) = header(&mut File::open(file)?)?;
    let key = way.open(&SlotFile::decode(&header.slots)?)?;
    let site = build(to)?;
    let restored = (|| {
        let path = site.new_draft()?;
        extract(file, &key, &path)?;
        let draft = check_draft(path.clone(), &key, progress)?;
        fs::rename(path, site.database())?;
        finish_building(&site, &key, &header.slots)?;
        Ok(Restored { records: draft.audit.records, changes: draft.position.seq })
    })();
    match restored {
        Ok(restored) => move_in(&site, to).map(|()| restored),
        Err(fault) => {
            // It never held anything that is not in the backup.
            fs::remove_dir_all(site.path())?;
            Err(fault)
        }
    }
}
