//! What can be said about a folder without a key.

use super::Folder;
use super::way::SlotsOnDisk;
use crate::fault::{Result, StoreFault};

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// No vault.
    Absent,
    /// A vault that can be opened.
    Locked,
    /// A vault whose files are not as they must be; opening it may still mend it.
    Damaged {
        /// What is wrong, in one sentence.
        reason: String,
    },
    /// A vault of a newer Inglenook. It is left alone.
    FromTheFuture,
}

/// What can be said about a folder without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What stands there.
    pub state: State,
    /// Whether its owner chose to open it with this computer's keychain.
    pub keychain: bool,
}

/// Looks at a folder. Changes nothing, opens nothing.
///
/// # Errors
/// When the folder may not be read.
pub fn status(folder: &Folder) -> Result<Status> {
    let mut keychain = false;
    let state = match SlotsOnDisk::read(folder).and_then(|slots| slots.decode()) {
        Ok(slots) => {
            keychain = slots.keychain_store().is_some();
            match [(folder.database(), "database"), (folder.journal(), "journal")]
                .iter()
                .find(|(path, _)| !path.exists())
            {
                None => State::Locked,
                Some((_, name)) => State::Damaged { reason: format!("The {name} of this vault is missing.") },
            }
        }
        Err(StoreFault::NotAVault) => State::Absent,
        Err(StoreFault::FromTheFuture) => State::FromTheFuture,
        Err(StoreFault::Damaged(damage)) => State::Damaged { reason: damage.sentence },
        Err(fault) => return Err(fault),
    };
    Ok(Status { state, keychain })
}

#[cfg(test)]
mod tests;
