//! Changing who can open a vault: another passphrase, another key with another kit, the keychain on or off.
//!
//! A new key goes in two phases, and a power cut after any step leaves exactly one key that opens the vault:
//!
//! | step | slots | slots.next | database |
//! |------|-------|------------|----------|
//! | 1 the next slots are written and proven | old | new | old |
//! | 2 every page is encrypted anew, in one transaction | old | new | new |
//! | 3 the next slots take the place of the old | new |  | new |
//! | 4 journal and head begin anew, captures are sealed to the new key, a fresh backup is made | new |  | new |

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use seal::key::VaultKey;
use seal::passphrase::{Cost, Passphrase};
use seal::slots::{MOST_BYTES, SlotFile};

use super::backup::{Progress, Reason, Shelf};
use super::create::Kit;
use super::folder::{Folder, read_if_there, remove_if_there, write_new};
use super::head::Head;
use super::journal::Journal;
use super::transact::empty_log;
use super::way::{promote_next, write_slots};
use super::{Finding, Vault, Way, capture, cipher, keychain, mark};
use crate::fault::{Result, StoreFault};
use crate::log;

/// A change of the key that waits for its owner to prove that the new kit was kept.
pub struct Rotation {
    key: Arc<VaultKey>,
    slots: Vec<u8>,
    passphrase: Way,
    kit: Kit,
}

impl Rotation {
    /// The groups of the new recovery code.
    pub fn groups(&self) -> Vec<String> {
        self.kit.groups()
    }
    /// Which two groups have to be typed back, counted from 0.
    pub fn ask(&self) -> [usize; 2] {
        self.kit.ask()
    }
}

impl Vault {
    /// Gives the vault another passphrase. The recovery kit stays as it is.
    ///
    /// # Errors
    /// [`StoreFault::WrongKey`] if `old` does not open the vault, a refusal if `new` is too weak, faults of the disk.
    pub fn change_passphrase(
        &mut self,
        old: String,
        new: String,
        cost: Cost,
        now: DateTime<Utc>,
        progress: Progress<'_>,
    ) -> Result<Vec<Finding>> {
        self.choose_passphrase(&Way::passphrase(old), new, cost, now, progress)
    }

    /// The same on the strength of any way in: whoever has forgotten the passphrase proves the recovery kit instead.
    ///
    /// # Errors
    /// As [`Vault::change_passphrase`].
    pub fn choose_passphrase(
        &mut self,
        proof: &Way,
        new: String,
        cost: Cost,
        now: DateTime<Utc>,
        progress: Progress<'_>,
    ) -> Result<Vec<Finding>> {
        self.prove(proof)?;
        let new = Passphrase::from_string(new);
        let put = |slots: &mut SlotFile, key: &VaultKey| Ok(slots.put_passphrase(key, &new, cost)?);
        self.change_slots(put, |slots| Ok(slots.open_with_passphrase(&new)?))?;
        // The older backups still open with the old passphrase, so a fresh one is made.
        Ok(told(self.back_up(now, Reason::Rotation, progress).err()))
    }

    /// Whether this computer's keychain opens the vault.
    ///
    /// # Errors
    /// When the slot file cannot be read.
    pub fn opens_with_keychain(&self) -> Result<bool> {
        Ok(self.slots()?.0.keychain_store().is_some())
    }

    /// Lets this computer's keychain open the vault, or no longer.
    ///
    /// # Errors
    /// A refusal when there is no keychain that answers; faults of the disk.
    pub fn set_keychain(&mut self, on: bool) -> Result<()> {
        let id = self.id;
        if on {
            let secret = keychain::keep_new(&id)?;
            let put = |slots: &mut SlotFile, key: &VaultKey| {
                Ok(slots.put_keychain(key, &secret, keychain::STORE)?)
            };
            return self.change_slots(put, |slots| Ok(slots.open_with_keychain(&secret)?));
        }
        let way = Arc::clone(&self.key);
        self.change_slots(|slots, key| Ok(slots.remove_keychain(key)?), |_| Ok(way))?;
        // Without a slot the secret opens nothing, so a keychain that does not answer may keep it.
        let _ = keychain::forget(&id);
        Ok(())
    }

    /// Begins a change of the vault's key: draws a new key and a new kit. Nothing is changed yet.
    ///
    /// # Errors
    /// [`StoreFault::WrongKey`] if the passphrase does not open the vault.
    pub fn begin_rotation(&self, passphrase: String, cost: Cost) -> Result<Rotation> {
        let way = Way::passphrase(passphrase);
        self.prove(&way)?;
        let (key, kit) = (VaultKey::make_random()?, Kit::make()?);
        let mut slots = SlotFile::make(self.id);
        if let Way::Passphrase(passphrase) = &way {
            slots.put_passphrase(&key, passphrase, cost)?;
        }
        slots.put_recovery(&key, kit.code())?;
        let slots = slots.encode(&key);
        Ok(Rotation { key: Arc::new(key), slots, passphrase: way, kit })
    }

    /// Changes the key, once two groups of the new kit were typed back. May be tried again after a refusal.
    ///
    /// # Errors
    /// A refusal when a group differs; [`StoreFault::Busy`] when the vault is open elsewhere; faults of the disk.
    pub fn finish_rotation(
        &mut self,
        rotation: &Rotation,
        typed: [&str; 2],
        now: DateTime<Utc>,
        progress: Progress<'_>,
    ) -> Result<Vec<Finding>> {
        rotation.kit.check(typed)?;
        self.back_up(now, Reason::Rotation, progress)?;
        self.journal.lock()?;
        let rotated = self.head.alone().and_then(|()| self.rotate(rotation));
        let together = self.head.together();
        self.journal.unlock();
        if rotated.is_err() {
            // Opening again takes the change back, or carries it to its end.
            self.uncertain = true;
        }
        rotated.and(together)?;
        // A secret for the old key opens nothing any more.
        let _ = keychain::forget(&self.id);
        let mut findings = told(self.back_up(now, Reason::Rotation, progress).err());
        findings.push(Finding::notice(
            "Backups from before the change still open with the old passphrase and the old kit. They are kept as \
             .old-key files in the folder backups.",
            "Delete them if the old kit is in the wrong hands.",
        ));
        Ok(findings)
    }

    fn rotate(&mut self, rotation: &Rotation) -> Result<()> {
        self.prepare_rotation(rotation)?;
        self.change_key(rotation)?;
        promote_next(&self.folder, &rotation.slots)?;
        self.settle_in(rotation)
    }

    /// Step 1: the next slots stand on the disk, and both ways through them were tried.
    fn prepare_rotation(&mut self, rotation: &Rotation) -> Result<()> {
        // What waits is sealed to the old key, and more may come until everybody has seen the new one.
        mark::keep_capture_key(&self.connection, &self.key.derive_capture_key())?;
        mark::set_rotating(&self.connection, true)?;
        empty_log(&self.connection)?;
        write_new(&self.folder.slots_next(), &rotation.slots)?;
        self.folder.sync()?;
        let bytes = read_if_there(&self.folder.slots_next(), MOST_BYTES as u64)?.unwrap_or_default();
        let slots = SlotFile::decode(&bytes)?;
        for way in [&rotation.kit.way()?, &rotation.passphrase] {
            if !way.open(&slots)?.is_same_as(&rotation.key) {
                return Err(StoreFault::damaged("The new ways into the vault could not be proven."));
            }
        }
        Ok(())
    }

    /// Step 2: every page is encrypted anew.
    fn change_key(&mut self, rotation: &Rotation) -> Result<()> {
        cipher::rekey(&self.connection, &rotation.key.derive_database_key())?;
        empty_log(&self.connection)?;
        Ok(())
    }

    /// Step 4: everything else follows the new key.
    fn settle_in(&mut self, rotation: &Rotation) -> Result<()> {
        let Self { folder, connection, journal, head, .. } = self;
        settle_in(folder, connection, journal, head, &rotation.key, &rotation.slots)?;
        self.key = Arc::clone(&rotation.key);
        Ok(())
    }

    /// Proves that a way in leads into this vault.
    fn prove(&self, way: &Way) -> Result<()> {
        if way.open(&self.slots()?.0)?.is_same_as(&self.key) { Ok(()) } else { Err(StoreFault::WrongKey) }
    }

    /// The slot file as it stands on the disk.
    fn slots(&self) -> Result<(SlotFile, Vec<u8>)> {
        let bytes = read_if_there(&self.folder.slots(), MOST_BYTES as u64)?.ok_or_else(|| {
            StoreFault::damaged("The file with the ways into this vault (slots) is missing.")
        })?;
        Ok((SlotFile::decode(&bytes)?, bytes))
    }

    /// Changes the slot file, once the new one was proven to open the vault. The database knows both files while one
    /// takes the place of the other.
    fn change_slots<K: std::borrow::Borrow<VaultKey>>(
        &mut self,
        change: impl FnOnce(&mut SlotFile, &VaultKey) -> Result<()>,
        open: impl FnOnce(&SlotFile) -> Result<K>,
    ) -> Result<()> {
        self.journal.lock()?;
        let changed = (|| {
            let (mut slots, old) = self.slots()?;
            change(&mut slots, &self.key)?;
            let new = slots.encode(&self.key);
            if !open(&SlotFile::decode(&new)?)?.borrow().is_same_as(&self.key) {
                return Err(StoreFault::damaged("The new way into the vault could not be proven."));
            }
            mark::know_slots(&self.connection, &[&old, &new])?;
            write_slots(&self.folder, &new)?;
            mark::know_slots(&self.connection, &[&new])
        })();
        self.journal.unlock();
        self.restless = true;
        changed
    }
}

/// Lets journal, head and backups follow a new key, once database and slots have it. Done twice, it does no harm.
pub(super) fn settle_in(
    folder: &Folder,
    connection: &Connection,
    journal: &mut Journal,
    head: &mut Head,
    key: &VaultKey,
    slots: &[u8],
) -> Result<()> {
    Shelf::of(folder).retire()?;
    mark::know_slots(connection, &[slots])?;
    journal.set_key(key.derive_journal_key());
    head.set_key(key.derive_head_key());
    remove_if_there(&folder.journal_before())?;
    let position = log::position(connection)?;
    let end = journal.renew(&position)?;
    head.write_anew(&position, end)?;
    capture::put_key(folder, key, SlotFile::decode(slots)?.vault())?;
    mark::set_rotating(connection, false)?;
    empty_log(connection)?;
    Ok(())
}

/// A backup that could not be made is told, and undoes nothing.
fn told(fault: Option<StoreFault>) -> Vec<Finding> {
    fault
        .map(|fault| {
            Finding::notice(
                format!("The change is made, but a fresh backup could not be. {fault}"),
                fault.next().unwrap_or("Make a backup."),
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests;
