//! A final review as a PDF that is signed: pages to read, and within the same file what was signed, by whom, and a seal over
//! all of it. Any PDF reader shows the pages and the attached `review.json`.
//!
//! Two things are signed, and neither here: this crate lays out bytes and reads them back, the keys belong to the caller.
//!
//! - Each signature is over the **canonical form** of the review ([`canonical()`]): its words, whatever file they are in.
//! - The **seal** is a signature over the whole file but for the place where the seal itself stands ([`seal_over`]), so that
//!   the pages are what was signed too, and nobody exchanges one or adds another.
//!
//! The bytes are described in `docs/FORMATS.md`.

mod canonical;
mod hex;
mod make;
mod read;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::review::{ReviewPaper, SignerPart};

pub use canonical::canonical;
pub use make::{make_signed_pdf, place_seal, seal_over};
pub use read::{read_canonical, read_signed};

/// The largest signed file that is read, in bytes.
pub const LARGEST: usize = 50 << 20;
/// The most signatures that a file has.
pub const MOST_SIGNATURES: usize = 16;

/// A signature over the canonical form of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySignature {
    /// Who signed.
    pub name: String,
    /// In which part.
    pub part: SignerPart,
    /// When, to the second.
    pub signed_at: DateTime<Utc>,
    /// Their public key (Ed25519).
    pub key: [u8; 32],
    /// The signature (Ed25519).
    pub signature: [u8; 64],
}

/// A signature over a whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The public key of whoever sealed it (Ed25519).
    pub key: [u8; 32],
    /// The signature (Ed25519).
    pub signature: [u8; 64],
}

/// What stands in a signed file. Nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedReview {
    /// What each signature is over.
    pub canonical: Vec<u8>,
    /// The review that this says, without signatures.
    pub review: ReviewPaper,
    /// Who signed.
    pub signatures: Vec<KeySignature>,
    /// What the seal is over: the file without the place of the seal.
    pub sealed_bytes: Vec<u8>,
    /// The seal; none where nobody sealed the file.
    pub seal: Option<Seal>,
}

/// A public key as people compare it: the first 16 bytes of its SHA-256, in eight groups of four hexadecimal digits.
pub fn fingerprint(key: &[u8; 32]) -> String {
    let digits = hex::write(Sha256::digest(key).get(..16).unwrap_or_default());
    let groups: Vec<&str> =
        (0..digits.len()).step_by(4).filter_map(|from| digits.get(from..from + 4)).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests;
