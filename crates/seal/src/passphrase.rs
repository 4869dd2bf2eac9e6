//! The passphrase, and the slow derivation that makes guessing it expensive.
//!
//! Argon2id, version 1.3 (RFC 9106), with a 16 byte salt per slot. What it may cost is decided in [`Cost`].

mod cost;

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

pub use self::cost::{Cost, CostOutOfBounds};
use crate::secret::Secret;

/// Length of the salt in bytes, as RFC 9106 recommends.
pub const SALT_BYTES: usize = 16;

/// Why a passphrase is not taken for a new slot. To open a vault any passphrase may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PassphraseTooWeak {
    /// Too few characters to withstand guessing.
    #[error("The passphrase has {characters} characters. Choose at least {}.", Passphrase::FEWEST_CHARACTERS)]
    TooShort {
        /// How many characters there are.
        characters: usize,
    },
    /// Long, but made of very few different characters.
    #[error("The passphrase repeats the same few characters. Choose several words instead.")]
    Repetitive,
}

/// The system could not give the memory that the derivation needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("There is not enough free memory to derive the key.")]
pub struct NotEnoughMemory;

/// A passphrase as it was typed. Wiped when dropped.
///
/// The bytes are used as they are, without Unicode normalisation: the keyboards of all three systems give
/// composed characters, and a normalisation that changed with a library would lock people out of old vaults.
/// Whoever pastes a passphrase has to paste the same one.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Fewest characters of a passphrase for a new slot.
    pub const FEWEST_CHARACTERS: usize = 12;
    /// Fewest different characters of a passphrase for a new slot.
    pub const FEWEST_DIFFERENT: usize = 5;

    /// Takes over the text, so that no copy of it is left with the caller.
    pub fn from_string(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether the passphrase may protect a new slot. Counts characters, not bytes.
    pub fn check(&self) -> Result<(), PassphraseTooWeak> {
        let characters = self.0.chars().count();
        if characters < Self::FEWEST_CHARACTERS {
            return Err(PassphraseTooWeak::TooShort { characters });
        }
        let first_times = self.0.char_indices().filter(|&(at, character)| !self.0[..at].contains(character));
        if first_times.take(Self::FEWEST_DIFFERENT).count() < Self::FEWEST_DIFFERENT {
            return Err(PassphraseTooWeak::Repetitive);
        }
        Ok(())
    }

    /// Derives the key that wraps the vault key in a passphrase slot. Takes the time and the memory that
    /// `cost` names.
    pub(crate) fn derive_wrap_key(
        &self,
        cost: Cost,
        salt: &[u8; SALT_BYTES],
    ) -> Result<Secret<32>, NotEnoughMemory> {
        #[cfg(test)]
        tests::DERIVED.with_borrow_mut(|derived| derived.push(cost));
        let mut key = Secret::zeroed();
        // The bounds of `cost` were checked when it was read, so what can still be missing is memory.
        let params =
            Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| NotEnoughMemory)?;
        let mut memory = WorkingMemory::of(params.block_count())?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(self.0.as_bytes(), salt, key.expose_mut(), &mut memory.0)
            .map_err(|_| NotEnoughMemory)?;
        Ok(key)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase(hidden)")
    }
}

/// The memory that Argon2 fills. Its last blocks are as good as the key, so it is wiped, and a system that
/// cannot give it is told apart from a crash.
struct WorkingMemory(Vec<Block>);

impl WorkingMemory {
    fn of(blocks: usize) -> Result<Self, NotEnoughMemory> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| NotEnoughMemory)?;
        memory.resize(blocks, Block::new());
        Ok(Self(memory))
    }
}

impl Drop for WorkingMemory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}

#[cfg(test)]
pub(crate) mod tests;
