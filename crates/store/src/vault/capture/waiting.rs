//! The open side: what was caught while the vault was locked, until somebody has looked at it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use domain::RecordId;
use seal::capture::{MOST_BYTES, open_capture};
use seal::key::CaptureKey;
use zeroize::Zeroizing;

use crate::fault::{Result, StoreFault};
use crate::vault::folder::{Folder, read_if_there, remove_if_there, sync_dir};
use crate::vault::{Vault, mark};

/// How a file is called before it takes its name.
const UNFINISHED: &str = "tmp";

/// A file where captures wait.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Caught {
    /// What it is called.
    pub file: String,
    /// Its name as an identifier; none when nothing of ours is called so.
    pub id: Option<RecordId>,
}

/// What was caught while the vault was locked, and the keys to it.
pub struct Captures {
    folder: Folder,
    keys: Vec<CaptureKey>,
}

impl Vault {
    /// What was caught while this vault was locked.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn captures(&self) -> Result<Captures> {
        let mut keys = vec![self.key.derive_capture_key()];
        keys.extend(mark::capture_keys(&self.connection)?);
        Ok(Captures { folder: self.folder.clone(), keys })
    }
}

impl Captures {
    /// What waits, the oldest first and then what is no capture at all. Nothing is opened.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn list(&self) -> Result<Vec<Caught>> {
        let mut caught = Vec::new();
        let entries = match fs::read_dir(self.folder.captures()) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(caught),
            entries => entries?,
        };
        for entry in entries {
            let name = entry?.file_name();
            if Path::new(&name).extension().is_some_and(|ending| ending == UNFINISHED) {
                continue;
            }
            let file = name.to_string_lossy().into_owned();
            let id = file.parse().ok().filter(|id: &RecordId| id.to_string() == file);
            caught.push(Caught { file, id });
        }
        caught.sort_by(|one, other| (one.id.is_none(), one).cmp(&(other.id.is_none(), other)));
        Ok(caught)
    }

    /// The words of one; nothing when it cannot be read, and then it stays where it is.
    pub fn read(&self, id: RecordId) -> Option<Zeroizing<Vec<u8>>> {
        let path = self.folder.captures().join(id.to_string());
        // A pipe or a link that somebody put there is not waited for, nor followed.
        if !path.symlink_metadata().is_ok_and(|about| about.is_file()) {
            return None;
        }
        let sealed = read_if_there(&path, MOST_BYTES as u64).ok().flatten()?;
        self.keys.iter().find_map(|key| open_capture(key, id.as_bytes(), &sealed))
    }

    /// Takes some away for good: they are notes by now, or nobody wants them.
    ///
    /// # Errors
    /// When the disk fails; then some may still be there.
    pub fn remove(&self, ids: &[RecordId]) -> Result<()> {
        let place = self.folder.captures();
        for id in ids {
            remove_if_there(&place.join(id.to_string()))?;
        }
        if ids.is_empty() || !place.is_dir() { Ok(()) } else { sync_dir(&place) }
    }

    /// Removes what was never finished, once nobody can be at it any more. It was never said to be kept.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn remove_unfinished(&self, now: DateTime<Utc>) -> Result<()> {
        let entries = match fs::read_dir(self.folder.captures()) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let age = entry.metadata().and_then(|about| about.modified()).map_err(StoreFault::from)?;
            let is_old = now - DateTime::<Utc>::from(age) > TimeDelta::days(1);
            if is_old && path.extension().is_some_and(|ending| ending == UNFINISHED) {
                remove_if_there(&path)?;
            }
        }
        Ok(())
    }
}
