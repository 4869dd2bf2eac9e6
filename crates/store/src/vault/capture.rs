//! Notes caught while the vault is locked: anybody may put one in, and only the open vault takes one out.
//!
//! ```text
//! capture.key       whom they are sealed to; no secret, and written anew whenever the vault is opened and it is not right
//! captures/<name>   one sealed file each; the name is a UUID of version 7, made when it was caught
//! ```
//!
//! When the vault gets another key, the one that captures were sealed to is kept inside its database first, so that what
//! waits is still read, whenever the change is cut off and whoever had read the file before.

mod waiting;

use std::fs;
use std::io::ErrorKind;

use domain::{NoteId, RecordId, Refusal};
use rusqlite::Connection;
use seal::capture::{CapturePublicKey, Unsealed};
use seal::key::VaultKey;
use seal::slots::{MOST_BYTES, SlotFile};

pub use self::waiting::{Captures, Caught};
use super::folder::{Folder, make_private_dir, read_if_there, replace};
use super::mark;
use crate::fault::{Result, StoreFault};

/// So many may wait; more are a mistake of whoever writes them.
pub const MOST_WAITING: usize = 10_000;

/// Seals words to the vault in `folder` and keeps them there. Needs no key, reads nothing of the vault, and works whether
/// it is open or not.
///
/// # Errors
/// A refusal when nothing can be sealed to this vault, when the words are too long, or when too many wait; and faults of
/// the disk. What waits already is still there then.
pub fn capture(folder: &Folder, words: &[u8]) -> Result<RecordId> {
    let key = public_key(folder)?;
    let place = folder.captures();
    if !place.is_dir() {
        make_private_dir(&place)?;
        folder.sync()?;
    }
    if count_of_files(folder)? >= MOST_WAITING {
        return Err(Refusal::new("capture.full", "Too much waits to be looked at.")
            .next("Open the vault and look through it first.")
            .into());
    }
    let name = NoteId::make().record();
    let sealed = key.seal(name.as_bytes(), words).map_err(unsealed)?;
    replace(&place.join(name.to_string()), &sealed)?;
    Ok(name)
}

/// Whom to seal to: what the file says, if it is whole and of the vault beside it.
fn public_key(folder: &Folder) -> Result<CapturePublicKey> {
    let Some(bytes) = read_if_there(&folder.capture_key(), CapturePublicKey::BYTES as u64)? else {
        return Err(if folder.holds_a_vault()? { no_key() } else { StoreFault::NotAVault });
    };
    let key = CapturePublicKey::decode(&bytes).ok_or_else(no_key)?;
    // Slots that cannot be read are mended when the vault is opened; what is written down now does not wait for that.
    let slots = read_if_there(&folder.slots(), MOST_BYTES as u64).ok().flatten();
    match slots.and_then(|bytes| SlotFile::decode(&bytes).ok()) {
        Some(slots) if slots.vault() != key.vault() => Err(no_key()),
        _ => Ok(key),
    }
}

fn no_key() -> StoreFault {
    Refusal::new("capture.no_key", "Nothing can be written down here while the vault is locked.")
        .next("Open the vault once. From then on it works.")
        .into()
}

fn unsealed(why: Unsealed) -> StoreFault {
    match why {
        Unsealed::NoRandomness(none) => none.into(),
        Unsealed::BadKey => no_key(),
        Unsealed::TooLong => Refusal::new("capture.too_long", why.to_string())
            .next("Write down less, or open the vault and keep it as a note.")
            .into(),
    }
}

/// How many files stand where captures wait, whatever is in them.
fn count_of_files(folder: &Folder) -> Result<usize> {
    match fs::read_dir(folder.captures()) {
        Ok(entries) => Ok(entries.count()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error.into()),
    }
}

/// What was found where the public key has to be. Whatever it was, it is in order now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyFile {
    /// The vault's own.
    InOrder,
    /// None, or one that the vault had before.
    Made,
    /// No key.
    Damaged,
    /// A key that this vault never had.
    Anothers,
}

/// Looks whether captures are sealed to this vault's present key, and sees to it.
pub(super) fn check_key(
    folder: &Folder,
    key: &VaultKey,
    vault: &[u8; 16],
    connection: &Connection,
) -> Result<KeyFile> {
    let ours = CapturePublicKey::of(&key.derive_capture_key(), *vault);
    let found = match read_if_there(&folder.capture_key(), CapturePublicKey::BYTES as u64) {
        Ok(None) => KeyFile::Made,
        Ok(Some(bytes)) => match CapturePublicKey::decode(&bytes) {
            Some(found) if found == ours => return Ok(KeyFile::InOrder),
            Some(found) => {
                let before = mark::capture_keys(connection)?;
                let had = before.iter().any(|key| CapturePublicKey::of(key, *vault) == found);
                if had { KeyFile::Made } else { KeyFile::Anothers }
            }
            None => KeyFile::Damaged,
        },
        Err(_) => KeyFile::Damaged,
    };
    replace(&folder.capture_key(), &ours.encode())?;
    Ok(found)
}

/// Writes down whom captures are sealed to from now on.
pub(super) fn put_key(folder: &Folder, key: &VaultKey, vault: &[u8; 16]) -> Result<()> {
    replace(&folder.capture_key(), &CapturePublicKey::of(&key.derive_capture_key(), *vault).encode())
}

#[cfg(test)]
mod tests;
