//! Notes caught while the vault is locked: sealed by anybody, opened by the vault alone.
//!
//! Everything else in here needs a key to seal. This does not, so it is the one use of a public key: HPKE (RFC 9180) in
//! base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305.
//!
//! ```text
//! INGLENOOK CAPTURE 1 and a line feed
//! share    32 bytes, the encapsulated key, another one each time
//! sealed   length (u32) of the words, the words, zeros up to a multiple of 256 bytes; and a tag of 16 bytes
//!          info: the first line; associated data: the 16 bytes of the name
//!
//! INGLENOOK CAPTURE KEY 1 and a line feed
//! vault    16 bytes
//! key      32 bytes, the public key
//! check    32 bytes, SHA-256 of everything before
//! ```
//!
//! The key pair is DeriveKeyPair of the [`CaptureKey`]. The check tells a disk that failed from a key: words sealed to a
//! key that nobody holds would be lost. It keeps out nobody who means harm; there is no secret to do that with.
//!
//! What is opened was sealed to this vault, and nothing says by whom.

use std::convert::Infallible;

use hpke::aead::{AeadTag, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::rand_core::{CryptoRng, TryCryptoRng, TryRng};
use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable, single_shot_open_inout_detached,
    single_shot_seal_inout_detached_with_rng,
};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::chain::sha256;
use crate::key::CaptureKey;
use crate::random::{NoRandomness, fill_randomly};

const FIRST_LINE: &[u8] = b"INGLENOOK CAPTURE 1\n";
const KEY_LINE: &[u8] = b"INGLENOOK CAPTURE KEY 1\n";
const SHARE_BYTES: usize = 32;
const TAG_BYTES: usize = 16;
const LENGTH_BYTES: usize = 4;

/// The length of the words shows only up to such a step.
const STEP: usize = 256;

/// The most words that one capture takes, in bytes.
pub const MOST_WORDS: usize = 60 * 1024;

/// No sealed capture is longer.
pub const MOST_BYTES: usize = 64 * 1024;

type Private = <X25519HkdfSha256 as Kem>::PrivateKey;
type Public = <X25519HkdfSha256 as Kem>::PublicKey;

/// Why words were not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unsealed {
    /// The system gives no random bytes.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// More than [`MOST_WORDS`].
    #[error("That is too long to be kept while the vault is locked.")]
    TooLong,
    /// Not a key that anything can be sealed to.
    #[error("The key for notes written while the vault is locked is not one.")]
    BadKey,
}

/// Whom captures are sealed to. No secret: it lies in the open beside the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapturePublicKey {
    vault: [u8; 16],
    key: [u8; 32],
}

impl CapturePublicKey {
    /// How long its file is.
    pub const BYTES: usize = KEY_LINE.len() + 16 + 32 + 32;

    /// The public half of a vault's key.
    pub fn of(key: &CaptureKey, vault: [u8; 16]) -> Self {
        let mut public = [0; 32];
        key.pair().1.write_exact(&mut public);
        Self { vault, key: public }
    }

    /// Which vault it says it belongs to.
    pub fn vault(&self) -> &[u8; 16] {
        &self.vault
    }

    /// The file, as it lies beside the vault.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = [KEY_LINE, &self.vault, &self.key].concat();
        let check = sha256(&bytes);
        bytes.extend_from_slice(&check);
        bytes
    }

    /// Reads the file; nothing when it is not one, or not as it was written.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (content, check) = bytes.split_last_chunk::<32>()?;
        let (vault, key) = content.strip_prefix(KEY_LINE)?.split_first_chunk()?;
        let key = key.try_into().ok()?;
        (*check == sha256(content)).then_some(Self { vault: *vault, key })
    }

    /// Seals `words` under a `name` that they can only be opened by.
    ///
    /// # Errors
    /// See [`Unsealed`].
    pub fn seal(&self, name: &[u8; 16], words: &[u8]) -> Result<Vec<u8>, Unsealed> {
        let mut system = System { failed: false };
        let sealed = seal_to(&self.key, name, words, &mut system);
        if system.failed { Err(NoRandomness.into()) } else { sealed }
    }
}

/// The words again; nothing when the bytes are not what was sealed, not by this name, or for another key.
pub fn open_capture(key: &CaptureKey, name: &[u8; 16], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if sealed.len() > MOST_BYTES {
        return None;
    }
    let (share, rest) = sealed.strip_prefix(FIRST_LINE)?.split_first_chunk::<SHARE_BYTES>()?;
    let (text, tag) = rest.split_last_chunk::<TAG_BYTES>()?;
    let mut text = Zeroizing::new(text.to_vec());
    open_from(&key.pair().0, share, FIRST_LINE, name, &mut text, tag)?;
    let (length, padded) = text.split_first_chunk::<LENGTH_BYTES>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (words, zeros) = padded.split_at_checked(length)?;
    let is_as_written = text.len() == padded_length(length) && zeros.iter().all(|byte| *byte == 0);
    is_as_written.then(|| Zeroizing::new(words.to_vec()))
}

impl CaptureKey {
    fn pair(&self) -> (Private, Public) {
        X25519HkdfSha256::derive_keypair(self.0.expose())
    }
}

fn seal_to(
    public: &[u8; 32],
    name: &[u8; 16],
    words: &[u8],
    random: &mut impl CryptoRng,
) -> Result<Vec<u8>, Unsealed> {
    if words.len() > MOST_WORDS {
        return Err(Unsealed::TooLong);
    }
    let length = u32::try_from(words.len()).map_err(|_| Unsealed::TooLong)?;
    let padded = padded_length(words.len());
    // Reserved in full first: a buffer that grew would leave pieces of the words behind.
    let mut text = Zeroizing::new(Vec::with_capacity(padded));
    text.extend_from_slice(&length.to_be_bytes());
    text.extend_from_slice(words);
    text.resize(padded, 0);
    let (share, tag) = seal_in_place(public, FIRST_LINE, name, &mut text, random).ok_or(Unsealed::BadKey)?;
    Ok([FIRST_LINE, &share, &text, &tag].concat())
}

/// How long words of `length` are with what hides their length.
fn padded_length(length: usize) -> usize {
    length.saturating_add(LENGTH_BYTES).next_multiple_of(STEP)
}

/// HPKE itself, one message to one key.
fn seal_in_place(
    public: &[u8; 32],
    info: &[u8],
    belongs_to: &[u8],
    text: &mut [u8],
    random: &mut impl CryptoRng,
) -> Option<([u8; SHARE_BYTES], [u8; TAG_BYTES])> {
    let public = Public::from_bytes(public).ok()?;
    let (share, tag) = single_shot_seal_inout_detached_with_rng::<
        ChaCha20Poly1305,
        HkdfSha256,
        X25519HkdfSha256,
    >(&OpModeS::Base, &public, info, text.into(), belongs_to, random)
    .ok()?;
    let (mut share_bytes, mut tag_bytes) = ([0; SHARE_BYTES], [0; TAG_BYTES]);
    share.write_exact(&mut share_bytes);
    tag.write_exact(&mut tag_bytes);
    Some((share_bytes, tag_bytes))
}

/// The other way. The tag is checked first.
fn open_from(
    private: &Private,
    share: &[u8; SHARE_BYTES],
    info: &[u8],
    belongs_to: &[u8],
    text: &mut [u8],
    tag: &[u8; TAG_BYTES],
) -> Option<()> {
    let share = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(share).ok()?;
    let tag = AeadTag::from_bytes(tag).ok()?;
    single_shot_open_inout_detached::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        private,
        &share,
        info,
        text.into(),
        belongs_to,
        &tag,
    )
    .ok()
}

/// The system's randomness for a library that takes no "there is none": what it made then is thrown away.
struct System {
    failed: bool,
}

impl TryRng for System {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes).map(|()| u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes).map(|()| u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.failed |= fill_randomly(bytes).is_err();
        Ok(())
    }
}

impl TryCryptoRng for System {}

#[cfg(test)]
pub(crate) mod tests;
