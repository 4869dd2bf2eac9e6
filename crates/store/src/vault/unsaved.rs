//! Words that no save took before the vault was locked: sealed while its keys were there, read again once they are.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use seal::key::UnsavedKey;
use seal::unsaved::{open_unsaved, seal_unsaved};
use zeroize::Zeroizing;

use super::Vault;
use super::folder::{Folder, read_if_there, remove_if_there, replace};
use crate::fault::{Result, StoreFault};

/// No file of them is longer.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The seal over such words, and the file they wait in. Works whatever state the database is in, and without its locks.
pub struct Unsaved {
    folder: Folder,
    key: UnsavedKey,
}

impl Vault {
    /// The seal of this vault, for as long as whoever asks may hold a key.
    pub fn unsaved(&self) -> Unsaved {
        Unsaved { folder: self.folder.clone(), key: self.key.derive_unsaved_key() }
    }
}

impl Unsaved {
    /// Seals words.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn seal(&self, words: &[u8]) -> Result<Vec<u8>> {
        Ok(seal_unsaved(&self.key, words)?)
    }

    /// The words again.
    ///
    /// # Errors
    /// When they were not sealed by this vault, or changed since.
    pub fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        open_unsaved(&self.key, sealed)
            .ok_or_else(|| StoreFault::damaged("The words kept at the last lock cannot be read."))
    }

    /// What waits in the vault's folder, still sealed.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn read(&self) -> Result<Option<Vec<u8>>> {
        read_if_there(&self.folder.unsaved(), MOST_BYTES)
    }

    /// Puts sealed words into the vault's folder, in the place of what waited there.
    ///
    /// # Errors
    /// When the disk fails. What waited there is still there then.
    pub fn write(&self, sealed: &[u8]) -> Result<()> {
        replace(&self.folder.unsaved(), sealed)
    }

    /// Nothing waits any more.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn remove(&self) -> Result<()> {
        remove_if_there(&self.folder.unsaved())
    }

    /// Puts a file that cannot be read out of the way, and says under which name it is kept.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn put_aside(&self, now: DateTime<Utc>) -> Result<String> {
        let mut name = self.folder.unsaved().into_os_string();
        name.push(now.format(".unread-%Y-%m-%dT%H%M%SZ").to_string());
        let aside = PathBuf::from(name);
        fs::rename(self.folder.unsaved(), &aside)?;
        Ok(aside.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::vault::trial::Trial;

    #[test]
    fn words_wait_in_the_folder_and_only_their_vault_reads_them() {
        let trial = Trial::with_notes(1);
        let vault = trial.open();
        let unsaved = vault.unsaved();
        assert_eq!(unsaved.read().unwrap(), None);
        for words in ["half a sent", "half a sentence"] {
            unsaved.write(&unsaved.seal(words.as_bytes()).unwrap()).unwrap();
        }
        vault.close().unwrap();
        let again = trial.open().unsaved();
        let sealed = again.read().unwrap().unwrap();
        assert_eq!(again.open(&sealed).unwrap().as_slice(), b"half a sentence");
        fs::write(trial.folder.unsaved(), b"something else").unwrap();
        assert!(matches!(again.open(b"something else"), Err(StoreFault::Damaged(_))));
        let aside = again.put_aside(Utc::now()).unwrap();
        assert_eq!(fs::read(trial.folder.path().join(aside)).unwrap(), b"something else");
        again.remove().unwrap();
        assert_eq!(again.read().unwrap(), None);
    }
}
