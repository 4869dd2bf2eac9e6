//! Words that no save took before the vault was locked, sealed for the next opening.
//!
//! ```text
//! INGLENOOK UNSAVED 1 and a line feed
//! nonce    24 bytes, random
//! sealed   the words and a tag of 16 bytes, under the UnsavedKey; the first line belongs to them
//! ```
//!
//! They may wait in memory or in a file while the keys are gone, and only the vault they belong to reads them again.

use zeroize::Zeroizing;

use crate::{
    cipher::{NONCE_BYTES, TAG_BYTES, open_in_place, seal_in_place},
    key::UnsavedKey,
    random::{NoRandomness, fill_randomly},
};

const FIRST_LINE: &[u8] = b"INGLENOOK UNSAVED 1\n";
const TEXT_AT: usize = FIRST_LINE.len() + NONCE_BYTES;

/// Seals `words`.
///
/// # Errors
/// When the system gives no random bytes.
pub fn seal_unsaved(key: &UnsavedKey, words: &[u8]) -> Result<Vec<u8>, NoRandomness> {
    let mut nonce = [0; NONCE_BYTES];
    fill_randomly(&mut nonce)?;
    // Reserved in full first: a buffer that grew would leave pieces of the words behind.
    let mut sealed = Vec::with_capacity(TEXT_AT + words.len() + TAG_BYTES);
    sealed.extend_from_slice(FIRST_LINE);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(words);
    let tag = seal_in_place(&key.0, &nonce, FIRST_LINE, &mut sealed[TEXT_AT..]);
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// The words again; nothing when the bytes are not what was sealed, or belong to another vault.
pub fn open_unsaved(key: &UnsavedKey, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, rest) = sealed.strip_prefix(FIRST_LINE)?.split_first_chunk()?;
    let (words, tag) = rest.split_last_chunk()?;
    let mut words = Zeroizing::new(words.to_vec());
    open_in_place(&key.0, nonce, FIRST_LINE, &mut words, tag).ok()?;
    Some(words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::key::VaultKey;

    #[test]
    fn only_the_same_vault_reads_them_and_only_as_they_were() {
        let (vault, other) = (VaultKey::make_random().unwrap(), VaultKey::make_random().unwrap());
        let key = vault.derive_unsaved_key();
        for words in [&b""[..], b"x", b"half a sentence that no disk would ta"] {
            let sealed = seal_unsaved(&key, words).unwrap();
            assert_eq!(open_unsaved(&key, &sealed).unwrap().as_slice(), words);
            assert!(open_unsaved(&other.derive_unsaved_key(), &sealed).is_none());
            for at in 0..sealed.len() {
                let mut changed = sealed.clone();
                changed[at] ^= 1;
                assert!(open_unsaved(&key, &changed).is_none(), "byte {at}");
                assert!(open_unsaved(&key, &sealed[..at]).is_none(), "cut at {at}");
            }
            assert!(words.len() < 8 || !sealed.windows(words.len()).any(|part| part == words));
        }
    }
}
