//! The vault key and the keys derived from it.
//!
//! A vault has one key, drawn once. Everything that is sealed uses a key of its own, derived from it by name,
//! so that no two parts of a vault ever share a key. Each derived key is a type: a journal cannot be opened
//! with a backup's key by mistake, because it does not compile.

use crate::{derive::derive_secret, random::NoRandomness, secret::Secret};

/// The key of a vault: 32 random bytes. It exists only in memory while the vault is open, and wrapped in the
/// slot file.
#[derive(Debug)]
pub struct VaultKey(Secret<32>);

impl VaultKey {
    /// Draws the key of a new vault.
    pub fn make_random() -> Result<Self, NoRandomness> {
        Secret::make_random().map(Self)
    }

    /// The key that was wrapped in a slot.
    pub(crate) fn from_secret(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// The bytes, for wrapping them into a slot.
    pub(crate) fn secret(&self) -> &Secret<32> {
        &self.0
    }

    /// Whether two ways in led to the same key. Takes the same time whatever the answer.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.0.is_same_as(&other.0)
    }

    /// The key of the encrypted database.
    pub fn derive_database_key(&self) -> DatabaseKey {
        DatabaseKey(self.derive("inglenook/1/db"))
    }

    /// The key of the head marks.
    pub fn derive_head_key(&self) -> HeadKey {
        HeadKey(self.derive("inglenook/1/head"))
    }

    /// The key of the journal's frames.
    pub fn derive_journal_key(&self) -> JournalKey {
        JournalKey(self.derive("inglenook/1/journal"))
    }

    /// The key of one-file backups.
    pub fn derive_backup_key(&self) -> BackupKey {
        BackupKey(self.derive("inglenook/1/backup"))
    }

    /// The key over the slot file as a whole.
    pub fn derive_slots_key(&self) -> SlotsKey {
        SlotsKey(self.derive("inglenook/1/slots"))
    }

    /// The key over words that no save took before the vault was locked.
    pub fn derive_unsaved_key(&self) -> UnsavedKey {
        UnsavedKey(self.derive("inglenook/1/unsaved"))
    }

    /// The key that notes caught while the vault was locked are opened with.
    pub fn derive_capture_key(&self) -> CaptureKey {
        CaptureKey(self.derive("inglenook/1/capture"))
    }

    /// The key that wraps a person's identity secrets inside the database, as a second layer.
    pub fn derive_identity_key(&self) -> IdentityKey {
        IdentityKey(self.derive("inglenook/1/ident"))
    }

    fn derive(&self, purpose: &str) -> Secret<32> {
        derive_secret(self.0.expose(), &[], purpose)
    }
}

/// Opens the encrypted database. It leaves this crate, because SQLCipher has to be handed the bytes.
#[derive(Debug)]
pub struct DatabaseKey(Secret<32>);

impl DatabaseKey {
    /// The raw key for SQLCipher. Whoever copies these bytes has to wipe the copy.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

/// Signs the marks of how far a vault had come, see [`crate::head`].
#[derive(Debug)]
pub struct HeadKey(pub(crate) Secret<32>);

/// Seals the frames of the journal, see [`crate::frame`].
#[derive(Debug)]
pub struct JournalKey(pub(crate) Secret<32>);

/// Signs one-file backups, see [`crate::backup`].
#[derive(Debug)]
pub struct BackupKey(pub(crate) Secret<32>);

/// Signs the slot file as a whole, see [`crate::slots`].
#[derive(Debug)]
pub struct SlotsKey(pub(crate) Secret<32>);

/// Seals words that no save took, see [`crate::unsaved`].
#[derive(Debug)]
pub struct UnsavedKey(pub(crate) Secret<32>);

/// Opens notes caught while the vault was locked, see [`crate::capture`]. A vault whose key was changed keeps the ones it
/// had before, inside its database.
#[derive(Debug)]
pub struct CaptureKey(pub(crate) Secret<32>);

impl CaptureKey {
    /// One that was kept.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        let mut secret = Secret::zeroed();
        *secret.expose_mut() = *bytes;
        Self(secret)
    }

    /// The bytes, for keeping them in the encrypted database. Whoever copies them has to wipe the copy.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

/// Wraps identity secrets inside the database. Derived here so that its name is fixed with the others.
#[derive(Debug)]
#[allow(dead_code, reason = "identities come with sharing; the name of their key has to be fixed before")]
pub struct IdentityKey(pub(crate) Secret<32>);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_derived_key_is_another() {
        let vault = VaultKey::make_random().unwrap();
        let keys = [
            &vault.0,
            &vault.derive_database_key().0,
            &vault.derive_head_key().0,
            &vault.derive_journal_key().0,
            &vault.derive_backup_key().0,
            &vault.derive_slots_key().0,
            &vault.derive_unsaved_key().0,
            &vault.derive_capture_key().0,
            &vault.derive_identity_key().0,
        ]
        .map(|key| *key.expose());
        for (i, key) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(key), "key {i} stands twice");
        }
    }

    #[test]
    fn derivation_is_repeatable_and_bound_to_the_vault() {
        let (vault, other) = (VaultKey::make_random().unwrap(), VaultKey::make_random().unwrap());
        assert_eq!(vault.derive_database_key().expose(), vault.derive_database_key().expose());
        assert_ne!(vault.derive_database_key().expose(), other.derive_database_key().expose());
        assert!(vault.is_same_as(&vault));
        assert!(!vault.is_same_as(&other));
    }

    #[test]
    fn printing_a_key_hides_it() {
        let vault = VaultKey::from_secret(Secret::zeroed());
        assert_eq!(format!("{vault:?}"), "VaultKey(hidden)");
        assert_eq!(format!("{:?}", vault.derive_database_key()), "DatabaseKey(hidden)");
    }

    #[test]
    fn secrets_are_wiped_when_dropped() {
        fn is_wiped<T: zeroize::ZeroizeOnDrop>(_: &T) -> bool {
            std::mem::needs_drop::<T>()
        }
        let vault = VaultKey::from_secret(Secret::zeroed());
        assert!(is_wiped(&vault.0) && std::mem::needs_drop::<VaultKey>());
    }
}
