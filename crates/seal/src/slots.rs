//! The slot file: who can open the vault.
//!
//! The vault key is wrapped once per way in: under the passphrase, under the printed recovery code, and,
//! where the owner wants it, under a secret in the computer's keychain. Any one of them opens the vault;
//! losing one loses nothing.
//!
//! # The bytes
//!
//! ```text
//! INGLENOOK SLOTS 1 and a line feed
//! [vault, [slot, …]]      CBOR; slots in the order of their kinds, at most one of each
//! MAC                     HMAC-SHA256 under the SlotsKey over everything before
//!
//! slot = [kind, parameters, nonce, wrapped]
//! kind = 0  passphrase    parameters = [memory in KiB, passes, lanes, salt]
//! kind = 1  recovery      parameters = [salt]
//! kind = 2  keychain      parameters = [name of the keychain's store]
//! wrapped                 XChaCha20-Poly1305 of the vault key, bound to the banner and to [vault, kind, parameters]
//! ```
//!
//! There is one way to write a given content: definite lengths, shortest numbers, this order. Anything else
//! is refused, so decoding and encoding gives the same bytes.
//!
//! # What an attacker with the file learns
//!
//! Whatever stands in clear is known to them anyway: the version, which kinds of slots there are, the cost.
//! Refusals that follow from these alone ([`Unopened::FromTheFuture`], [`Unopened::Weakened`],
//! [`Unopened::Unreadable`]) are told apart and come before any key is derived. Everything that depends on a
//! secret is one answer, [`Unopened::WrongKey`]: a wrong passphrase, a changed slot, a slot that is not
//! there, a file put together from two. Each of these also does the same work: one derivation, one
//! unwrapping, one MAC.
//!
//! The MAC, checked under the key that a slot gave, binds the slots to each other: none can be added,
//! removed, or carried over without the vault key, and no wrapped value opens to two different keys. What it
//! cannot show is an old file put back whole: an old passphrase with an old slot file opens the vault as long
//! as the vault key stays the same.

mod encoding;
mod slot;

use thiserror::Error;

pub use self::slot::{Slot, SlotKind};
use crate::{
    banner::{Banner, FirstLine},
    derive::derive_secret,
    key::VaultKey,
    mac::{MAC_BYTES, derive_mac, is_same_mac},
    passphrase::{Cost, CostOutOfBounds, NotEnoughMemory, Passphrase, PassphraseTooWeak, SALT_BYTES},
    random::{NoRandomness, make_random_bytes},
    recovery::RecoveryCode,
    secret::Secret,
};

/// No slot file is longer than this, in bytes.
pub const MOST_BYTES: usize = 4096;
/// Longest name of a keychain's store in bytes.
pub const LONGEST_STORE: usize = 128;

const BANNER: Banner = Banner { kind: "INGLENOOK SLOTS ", version: 1 };

/// Why a vault was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unopened {
    /// This does not open this slot file, for whatever reason: see the module's text on why there is only one
    /// answer.
    #[error("This does not open the vault. Check what you typed, or use another way in.")]
    WrongKey,
    /// The slot file was written by a later version. It must be left as it is.
    #[error("This vault was written by a newer Inglenook (format {version}). Update Inglenook to open it.")]
    FromTheFuture {
        /// The version of its format.
        version: u32,
    },
    /// The slot file asks for a derivation outside the bounds of [`Cost::check`], so it was changed: no
    /// Inglenook writes one. It is refused before the passphrase is used, since a cheap derivation would give
    /// the passphrase away.
    #[error("The slot file was weakened or damaged: {0} Bring it back from a backup.")]
    Weakened(CostOutOfBounds),
    /// Not a slot file, or too damaged to be read as one.
    #[error("The slot file cannot be read. Bring it back from a backup.")]
    Unreadable,
    /// The system could not give the memory that deriving the key from the passphrase needs.
    #[error("There is not enough free memory to open the vault. Close other programs and try again.")]
    NotEnoughMemory,
}

impl From<NotEnoughMemory> for Unopened {
    fn from(_: NotEnoughMemory) -> Self {
        Self::NotEnoughMemory
    }
}

/// Why a slot was not put into or taken out of a slot file. The file is then as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SlotUnchanged {
    /// The slot file was not written under this vault key, or was changed since. Changing it now would hide
    /// that.
    #[error("The slot file does not belong to this vault or is damaged. Bring it back from a backup.")]
    WrongKey,
    /// The passphrase is too easy to guess.
    #[error(transparent)]
    Passphrase(#[from] PassphraseTooWeak),
    /// The derivation would be too cheap or too dear.
    #[error(transparent)]
    Cost(#[from] CostOutOfBounds),
    /// The name of the keychain's store is empty or longer than [`LONGEST_STORE`].
    #[error("The name of the keychain cannot be kept.")]
    Store,
    /// No salt or nonce could be drawn.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// The system could not give the memory that the derivation needs.
    #[error("There is not enough free memory to protect the passphrase. Close other programs and try again.")]
    NotEnoughMemory,
}

impl From<NotEnoughMemory> for SlotUnchanged {
    fn from(_: NotEnoughMemory) -> Self {
        Self::NotEnoughMemory
    }
}

/// A slot file in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotFile {
    vault: [u8; 16],
    /// In the order of their kinds, at most one of each.
    slots: Vec<Slot>,
    /// The MAC that stood in the bytes this was read from. `None` once it was made or changed here: then it
    /// is as genuine as this process, and the MAC is computed when it is written.
    mac: Option<[u8; MAC_BYTES]>,
}

impl SlotFile {
    /// An empty slot file for a new vault.
    pub fn make(vault: [u8; 16]) -> Self {
        Self { vault, slots: Vec::new(), mac: None }
    }

    /// Reads a slot file. Total on any bytes, and takes no more memory than they do. Whether the file is
    /// genuine is only known once one of its slots was opened.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unopened> {
        match BANNER.read(bytes) {
            FirstLine::Known(_) if bytes.len() <= MOST_BYTES => {}
            FirstLine::Newer(version) => return Err(Unopened::FromTheFuture { version }),
            _ => return Err(Unopened::Unreadable),
        }
        let (content, mac) = bytes.split_last_chunk().ok_or(Unopened::Unreadable)?;
        let body = content.get(BANNER.line().len()..).ok_or(Unopened::Unreadable)?;
        let (vault, slots) = encoding::decode_body(body).ok_or(Unopened::Unreadable)?;
        let file = Self { vault, slots, mac: Some(*mac) };
        if file.content() != content {
            return Err(Unopened::Unreadable);
        }
        file.slots.iter().try_for_each(Slot::check).map_err(Unopened::Weakened)?;
        Ok(file)
    }

    /// The bytes of this slot file. One that was read and not changed since gives the bytes it was read from.
    pub fn encode(&self, vault_key: &VaultKey) -> Vec<u8> {
        let mut bytes = self.content();
        let mac = self.mac.unwrap_or_else(|| self.derive_mac(vault_key));
        bytes.extend_from_slice(&mac);
        bytes
    }

    /// The id of the vault that this file opens.
    pub fn vault(&self) -> &[u8; 16] {
        &self.vault
    }

    /// The ways in, in the order of their kinds.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Whether there is a way in by recovery code.
    pub fn has_recovery(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.kind(), SlotKind::Recovery { .. }))
    }

    /// Which keychain store holds this vault's secret, if there is a way in by keychain.
    pub fn keychain_store(&self) -> Option<&str> {
        self.slots.iter().find_map(|slot| match slot.kind() {
            SlotKind::Keychain { store } => Some(store.as_str()),
            _ => None,
        })
    }

    /// Puts in the way in by passphrase, in place of the one there is.
    pub fn put_passphrase(
        &mut self,
        vault_key: &VaultKey,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), SlotUnchanged> {
        passphrase.check()?;
        cost.check()?;
        let salt = make_random_bytes()?;
        let wrap_key = passphrase.derive_wrap_key(cost, &salt)?;
        self.put(vault_key, SlotKind::Passphrase { cost, salt }, &wrap_key)
    }

    /// Puts in the way in by recovery code, in place of the one there is.
    pub fn put_recovery(&mut self, vault_key: &VaultKey, code: &RecoveryCode) -> Result<(), SlotUnchanged> {
        let salt = make_random_bytes()?;
        self.put(vault_key, SlotKind::Recovery { salt }, &code.derive_wrap_key(&salt))
    }

    /// Puts in the way in by a `secret` that the keychain keeps in `store`, in place of the one there is. The
    /// secret has to be random and of no other use.
    pub fn put_keychain(
        &mut self,
        vault_key: &VaultKey,
        secret: &[u8; 32],
        store: &str,
    ) -> Result<(), SlotUnchanged> {
        if store.is_empty() || store.len() > LONGEST_STORE {
            return Err(SlotUnchanged::Store);
        }
        self.put(vault_key, SlotKind::Keychain { store: store.to_owned() }, &derive_keychain_wrap_key(secret))
    }

    /// Takes out the way in by keychain, if there is one.
    pub fn remove_keychain(&mut self, vault_key: &VaultKey) -> Result<(), SlotUnchanged> {
        self.prepare_change(vault_key)?;
        self.slots.retain(|slot| !matches!(slot.kind(), SlotKind::Keychain { .. }));
        Ok(())
    }

    /// Opens the vault with the passphrase. Runs one full derivation even if there is no slot for one: at the
    /// cost that the slot names, or else at [`Cost::STANDARD`].
    pub fn open_with_passphrase(&self, passphrase: &Passphrase) -> Result<VaultKey, Unopened> {
        let wanted = self.slots.iter().find_map(|slot| match slot.kind() {
            SlotKind::Passphrase { cost, salt } => Some((slot, *cost, *salt)),
            _ => None,
        });
        let (slot, cost, salt) = match wanted {
            Some((slot, cost, salt)) => (Some(slot), cost, salt),
            None => (None, Cost::STANDARD, [0; SALT_BYTES]),
        };
        self.open(slot, &passphrase.derive_wrap_key(cost, &salt)?)
    }

    /// Opens the vault with the recovery code.
    pub fn open_with_recovery(&self, code: &RecoveryCode) -> Result<VaultKey, Unopened> {
        let wanted = self.slots.iter().find_map(|slot| match slot.kind() {
            SlotKind::Recovery { salt } => Some((slot, *salt)),
            _ => None,
        });
        let (slot, salt) = match wanted {
            Some((slot, salt)) => (Some(slot), salt),
            None => (None, [0; SALT_BYTES]),
        };
        self.open(slot, &code.derive_wrap_key(&salt))
    }

    /// Opens the vault with the secret that the keychain keeps in [`SlotFile::keychain_store`].
    pub fn open_with_keychain(&self, secret: &[u8; 32]) -> Result<VaultKey, Unopened> {
        let slot = self.slots.iter().find(|slot| matches!(slot.kind(), SlotKind::Keychain { .. }));
        self.open(slot, &derive_keychain_wrap_key(secret))
    }

    /// Unwraps and checks the MAC. The MAC is computed under zeros if nothing was unwrapped, so that every
    /// failure has done the same work.
    fn open(&self, slot: Option<&Slot>, wrap_key: &Secret<32>) -> Result<VaultKey, Unopened> {
        let unwrapped = match slot {
            Some(slot) => slot.unwrap(&self.vault, wrap_key),
            None => Slot::decoy().unwrap(&self.vault, wrap_key),
        };
        let is_unwrapped = slot.is_some() & unwrapped.is_some();
        let vault_key = unwrapped.unwrap_or_else(|| VaultKey::from_secret(Secret::zeroed()));
        let is_genuine = self.is_genuine(&vault_key);
        if is_unwrapped & is_genuine { Ok(vault_key) } else { Err(Unopened::WrongKey) }
    }

    fn put(
        &mut self,
        vault_key: &VaultKey,
        kind: SlotKind,
        wrap_key: &Secret<32>,
    ) -> Result<(), SlotUnchanged> {
        let slot = Slot::wrap(&self.vault, kind, wrap_key, vault_key)?;
        self.prepare_change(vault_key)?;
        self.slots.retain(|other| other.kind().number() != slot.kind().number());
        self.slots.push(slot);
        self.slots.sort_by_key(|slot| slot.kind().number());
        Ok(())
    }

    /// Makes sure that a file that was read is genuine before its MAC is given up for a new one.
    fn prepare_change(&mut self, vault_key: &VaultKey) -> Result<(), SlotUnchanged> {
        if !self.is_genuine(vault_key) {
            return Err(SlotUnchanged::WrongKey);
        }
        self.mac = None;
        Ok(())
    }

    fn is_genuine(&self, vault_key: &VaultKey) -> bool {
        let derived = self.derive_mac(vault_key);
        self.mac.is_none_or(|stands| is_same_mac(&stands, &derived))
    }

    fn derive_mac(&self, vault_key: &VaultKey) -> [u8; MAC_BYTES] {
        derive_mac(&vault_key.derive_slots_key().0, &self.content())
    }

    /// Everything but the MAC.
    fn content(&self) -> Vec<u8> {
        let mut bytes = BANNER.line().into_bytes();
        encoding::encode_body(&mut bytes, &self.vault, &self.slots);
        bytes
    }
}

fn derive_keychain_wrap_key(secret: &[u8; 32]) -> Secret<32> {
    derive_secret(secret, &[], "inglenook/1/slot/keychain")
}

#[cfg(test)]
mod tests;
