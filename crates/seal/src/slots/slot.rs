//! One slot: the vault key, wrapped for one way in.

use super::{BANNER, encoding};
use crate::{
    cipher::{NONCE_BYTES, TAG_BYTES, open_in_place, seal_in_place},
    key::VaultKey,
    passphrase::{Cost, CostOutOfBounds, SALT_BYTES},
    random::{NoRandomness, make_random_bytes},
    secret::Secret,
};

/// Length of a vault key in bytes.
const KEY_BYTES: usize = 32;
/// Length of a wrapped vault key in bytes.
pub(super) const WRAPPED_BYTES: usize = KEY_BYTES + TAG_BYTES;

/// What opens a slot, with everything that is needed beside the secret itself. Stands in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The passphrase.
    Passphrase {
        /// What the derivation costs.
        cost: Cost,
        /// Its salt.
        salt: [u8; SALT_BYTES],
    },
    /// The printed recovery code.
    Recovery {
        /// Makes every wrapping its own, even of the same code.
        salt: [u8; SALT_BYTES],
    },
    /// A secret in the computer's keychain.
    Keychain {
        /// Which of the keychain's stores holds it, so that it is looked for in no other.
        store: String,
    },
}

impl SlotKind {
    /// The number of the kind, as it is written.
    pub(super) fn number(&self) -> u8 {
        match self {
            Self::Passphrase { .. } => 0,
            Self::Recovery { .. } => 1,
            Self::Keychain { .. } => 2,
        }
    }
}

/// The vault key, wrapped for one way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub(super) kind: SlotKind,
    pub(super) nonce: [u8; NONCE_BYTES],
    pub(super) wrapped: [u8; WRAPPED_BYTES],
}

impl Slot {
    /// What opens this slot.
    pub fn kind(&self) -> &SlotKind {
        &self.kind
    }

    /// Wraps the vault key. The wrapping is bound to the format, the vault, the kind and every parameter.
    pub(super) fn wrap(
        vault: &[u8; 16],
        kind: SlotKind,
        wrap_key: &Secret<32>,
        vault_key: &VaultKey,
    ) -> Result<Self, NoRandomness> {
        let mut slot = Self { kind, nonce: make_random_bytes()?, wrapped: [0; WRAPPED_BYTES] };
        let belongs_to = slot.belongs_to(vault);
        let (text, tag) = slot.wrapped.split_at_mut(KEY_BYTES);
        text.copy_from_slice(vault_key.secret().expose());
        tag.copy_from_slice(&seal_in_place(wrap_key, &slot.nonce, &belongs_to, text));
        Ok(slot)
    }

    /// Unwraps the vault key. `None` if the wrap key is another or anything about the slot has changed.
    pub(super) fn unwrap(&self, vault: &[u8; 16], wrap_key: &Secret<32>) -> Option<VaultKey> {
        let (wrapped, tag) = self.wrapped.split_last_chunk()?;
        let mut secret = Secret::zeroed();
        secret.expose_mut().copy_from_slice(wrapped);
        open_in_place(wrap_key, &self.nonce, &self.belongs_to(vault), secret.expose_mut(), tag).ok()?;
        Some(VaultKey::from_secret(secret))
    }

    /// A slot that nothing opens, for doing the work of a slot that is not there.
    pub(super) fn decoy() -> Self {
        let kind = SlotKind::Recovery { salt: [0; SALT_BYTES] };
        Self { kind, nonce: [0; NONCE_BYTES], wrapped: [0; WRAPPED_BYTES] }
    }

    /// Refuses a passphrase slot with a cost outside the bounds.
    pub(super) fn check(&self) -> Result<(), CostOutOfBounds> {
        match self.kind {
            SlotKind::Passphrase { cost, .. } => cost.check(),
            SlotKind::Recovery { .. } | SlotKind::Keychain { .. } => Ok(()),
        }
    }

    fn belongs_to(&self, vault: &[u8; 16]) -> Vec<u8> {
        let mut bytes = BANNER.line().into_bytes();
        encoding::encode_binding(&mut bytes, vault, &self.kind);
        bytes
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const VAULT: [u8; 16] = [9; 16];

    fn passphrase(memory_kib: u32, passes: u32, lanes: u32, salt: u8) -> SlotKind {
        SlotKind::Passphrase { cost: Cost { memory_kib, passes, lanes }, salt: [salt; 16] }
    }

    fn keychain(store: &str) -> SlotKind {
        SlotKind::Keychain { store: store.to_owned() }
    }

    /// The MAC over the file is not asked here: the wrapping alone has to notice.
    #[test]
    fn the_wrapping_itself_is_bound_to_vault_kind_and_every_parameter() {
        let (wrap_key, vault_key) = (Secret::make_random().unwrap(), VaultKey::make_random().unwrap());
        let kinds = [
            passphrase(65536, 3, 4, 1),
            passphrase(65537, 3, 4, 1),
            passphrase(65536, 4, 4, 1),
            passphrase(65536, 3, 5, 1),
            passphrase(65536, 3, 4, 2),
            SlotKind::Recovery { salt: [1; 16] },
            SlotKind::Recovery { salt: [2; 16] },
            keychain("one"),
            keychain("other"),
        ];
        for kind in &kinds {
            let slot = Slot::wrap(&VAULT, kind.clone(), &wrap_key, &vault_key).unwrap();
            for other in &kinds {
                let changed = Slot { kind: other.clone(), ..slot.clone() };
                let opened = changed.unwrap(&VAULT, &wrap_key).is_some_and(|key| key.is_same_as(&vault_key));
                assert_eq!(opened, kind == other, "{kind:?} read as {other:?}");
            }
            assert!(slot.unwrap(&[8; 16], &wrap_key).is_none(), "another vault's slot was opened");
        }
    }

    #[test]
    fn every_flipped_bit_of_nonce_and_wrapped_key_is_noticed() {
        let (wrap_key, vault_key) = (Secret::make_random().unwrap(), VaultKey::make_random().unwrap());
        let slot = Slot::wrap(&VAULT, keychain("one"), &wrap_key, &vault_key).unwrap();
        for bit in 0..8 * NONCE_BYTES {
            let mut flipped = slot.clone();
            flipped.nonce[bit / 8] ^= 1 << (bit % 8);
            assert!(flipped.unwrap(&VAULT, &wrap_key).is_none(), "nonce bit {bit}");
        }
        for bit in 0..8 * WRAPPED_BYTES {
            let mut flipped = slot.clone();
            flipped.wrapped[bit / 8] ^= 1 << (bit % 8);
            assert!(flipped.unwrap(&VAULT, &wrap_key).is_none(), "wrapped bit {bit}");
        }
    }

    #[test]
    fn the_vault_key_does_not_stand_in_the_slot() {
        let (wrap_key, vault_key) = (Secret::make_random().unwrap(), VaultKey::make_random().unwrap());
        let slot = Slot::wrap(&VAULT, keychain("one"), &wrap_key, &vault_key).unwrap();
        let plain = vault_key.secret().expose();
        assert!(slot.wrapped.windows(8).all(|piece| plain.windows(8).all(|of_key| piece != of_key)));
        let again = Slot::wrap(&VAULT, keychain("one"), &wrap_key, &vault_key).unwrap();
        assert_ne!(slot.wrapped, again.wrapped, "wrapping twice must not look the same");
    }
}
