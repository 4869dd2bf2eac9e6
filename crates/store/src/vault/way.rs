//! The ways into a vault, and the slot file on the disk.

use std::fs;
use std::sync::Arc;

use domain::Refusal;
use seal::key::VaultKey;
use seal::passphrase::Passphrase;
use seal::recovery::RecoveryCode;
use seal::slots::{MOST_BYTES, SlotFile, SlotUnchanged, Unopened};

use super::folder::{Folder, read_if_there, replace};
use super::keychain;
use crate::fault::{MachineKind, Result, StoreFault};

/// How somebody wants to get in.
#[derive(Debug)]
pub enum Way {
    /// With the passphrase.
    Passphrase(Passphrase),
    /// With the code of the printed recovery kit.
    Kit(RecoveryCode),
    /// With the secret this computer's keychain keeps, where the owner chose that.
    Keychain,
}

impl Way {
    /// The passphrase as it was typed.
    pub fn passphrase(text: String) -> Self {
        Self::Passphrase(Passphrase::from_string(text))
    }

    /// The recovery code as it was typed.
    ///
    /// # Errors
    /// A refusal that says which group is mistyped.
    pub fn kit(text: &str) -> Result<Self> {
        let code = RecoveryCode::parse(text).map_err(|error| {
            Refusal::new("vault.kit_mistyped", error.to_string()).next("Compare it with your recovery kit.")
        })?;
        Ok(Self::Kit(code))
    }

    /// Opens a slot file. The vault key that comes out is proven: the file carries a MAC under it.
    pub(crate) fn open(&self, slots: &SlotFile) -> Result<VaultKey> {
        Ok(match self {
            Self::Passphrase(passphrase) => slots.open_with_passphrase(passphrase)?,
            Self::Kit(code) => slots.open_with_recovery(code)?,
            Self::Keychain => {
                let Some(store) = slots.keychain_store() else { return Err(keychain::not_chosen()) };
                slots.open_with_keychain(&*keychain::fetch(store, slots.vault())?)?
            }
        })
    }
}

/// Which copy of the slot file it was that opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The slot file itself.
    Slots,
    /// The slots of the next key: its change was cut off.
    Next,
    /// The copy beside the backups.
    Copy,
}

/// A slot file that opened, and the key it gave.
pub(crate) struct Entrance {
    pub(crate) source: Source,
    pub(crate) bytes: Vec<u8>,
    pub(crate) slots: SlotFile,
    pub(crate) key: Arc<VaultKey>,
}

/// The slot file and its copies as they stand on the disk.
#[derive(PartialEq, Eq)]
pub(crate) struct SlotsOnDisk {
    slots: Option<Vec<u8>>,
    next: Option<Vec<u8>>,
    copy: Option<Vec<u8>>,
}

impl SlotsOnDisk {
    /// Reads them, unless this is no vault at all.
    pub(crate) fn read(folder: &Folder) -> Result<Self> {
        if !folder.holds_a_vault()? {
            return Err(StoreFault::NotAVault);
        }
        let read = |path| match read_if_there(path, MOST_BYTES as u64) {
            // A file of another length is as good as one that is broken; what else there is may still open.
            Err(StoreFault::Damaged(_)) => Ok(Some(Vec::new())),
            read => read,
        };
        Ok(Self {
            slots: read(&folder.slots())?,
            next: read(&folder.slots_next())?,
            copy: read(&copy_of_slots(folder))?,
        })
    }

    /// What is in the slot file, if it can be read as one.
    pub(crate) fn decode(&self) -> Result<SlotFile> {
        match &self.slots {
            Some(bytes) => Ok(SlotFile::decode(bytes)?),
            None => Err(StoreFault::damaged("The file with the ways into this vault (slots) is missing.")),
        }
    }

    /// All slot files that `way` opens. The copy is asked only if the slot file itself is broken or refuses: a damaged
    /// slot file and a wrong passphrase look the same, on purpose.
    pub(crate) fn entrances(&self, way: &Way) -> Result<Vec<Entrance>> {
        let mut entrances = Vec::new();
        let mut refusal = None;
        for (source, bytes) in
            [(Source::Slots, &self.slots), (Source::Next, &self.next), (Source::Copy, &self.copy)]
        {
            let Some(bytes) = bytes else { continue };
            if source == Source::Copy && (!entrances.is_empty() || self.copy_is_same()) {
                continue;
            }
            match enter(source, bytes, way) {
                Ok(entrance) => entrances.push(entrance),
                Err(StoreFault::FromTheFuture) => return Err(StoreFault::FromTheFuture),
                // The first refusal is the slot file's own, and that is the one to tell.
                Err(fault) => refusal = refusal.or(Some(fault)),
            }
        }
        match refusal {
            Some(fault) if entrances.is_empty() => Err(fault),
            None if entrances.is_empty() => self.decode().map(|_| entrances),
            _ => Ok(entrances),
        }
    }

    /// The slot file as the entrance of a key that is at hand.
    pub(crate) fn entrance(&self, key: Arc<VaultKey>) -> Result<Entrance> {
        let slots = self.decode()?;
        Ok(Entrance { source: Source::Slots, bytes: self.slots.clone().unwrap_or_default(), slots, key })
    }

    /// Whether the copy says the same as the slot file.
    pub(crate) fn copy_is_same(&self) -> bool {
        self.copy == self.slots
    }
}

fn enter(source: Source, bytes: &[u8], way: &Way) -> Result<Entrance> {
    let slots = SlotFile::decode(bytes)?;
    let key = Arc::new(way.open(&slots)?);
    Ok(Entrance { source, bytes: bytes.to_vec(), slots, key })
}

/// Where the copy of the slot file is.
fn copy_of_slots(folder: &Folder) -> std::path::PathBuf {
    folder.backups().join("slots")
}

/// Writes the slot file: the old one or the new one stands there, never a mixture.
pub(crate) fn write_slots(folder: &Folder, bytes: &[u8]) -> Result<()> {
    replace(&folder.slots(), bytes)?;
    write_copy(folder, bytes)
}

/// Writes the copy of the slot file.
pub(crate) fn write_copy(folder: &Folder, bytes: &[u8]) -> Result<()> {
    super::folder::make_private_dir(&folder.backups())?;
    replace(&copy_of_slots(folder), bytes)
}

/// Makes the slots of the next key the slots of the vault.
pub(crate) fn promote_next(folder: &Folder, bytes: &[u8]) -> Result<()> {
    fs::rename(folder.slots_next(), folder.slots())?;
    folder.sync()?;
    write_copy(folder, bytes)
}

impl From<Unopened> for StoreFault {
    fn from(unopened: Unopened) -> Self {
        match unopened {
            Unopened::WrongKey => Self::WrongKey,
            Unopened::FromTheFuture { .. } => Self::FromTheFuture,
            Unopened::Weakened(_) | Unopened::Unreadable => Self::damaged(unopened.to_string()),
            Unopened::NotEnoughMemory => Self::machine(MachineKind::Other, unopened.to_string()),
        }
    }
}

impl From<SlotUnchanged> for StoreFault {
    fn from(unchanged: SlotUnchanged) -> Self {
        let sentence = unchanged.to_string();
        match unchanged {
            SlotUnchanged::WrongKey => Self::damaged(sentence),
            SlotUnchanged::Passphrase(_) => Refusal::new("vault.weak_passphrase", sentence)
                .next("Several unrelated words are a good choice.")
                .into(),
            SlotUnchanged::Cost(_) | SlotUnchanged::Store => Refusal::new("vault.slot", sentence).into(),
            SlotUnchanged::Randomness(_) | SlotUnchanged::NotEnoughMemory => {
                Self::machine(MachineKind::Other, sentence)
            }
        }
    }
}
