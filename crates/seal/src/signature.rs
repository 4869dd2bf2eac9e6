//! Signatures below what two people agree on: Ed25519 (RFC 8032) under a namespace.
//!
//! The namespace stands before the signed bytes, with a zero byte between, so that a signature below one kind of thing never
//! fits another. Verification is strict: one signature a text and key, no weak keys.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

use crate::random::{NoRandomness, fill_randomly};

/// What a signature is below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// The final version of a review, in its canonical form.
    Review,
    /// A file that carries a signed review, whole.
    File,
}

impl Namespace {
    fn name(self) -> &'static [u8] {
        match self {
            Self::Review => b"inglenook/1/review\0",
            Self::File => b"inglenook/1/file\0",
        }
    }

    fn before(self, bytes: &[u8]) -> Vec<u8> {
        [self.name(), bytes].concat()
    }
}

/// The secret half of a key, wiped when dropped.
pub struct Seed([u8; 32]);

impl Drop for Seed {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(hidden)")
    }
}

impl From<[u8; 32]> for Seed {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl Seed {
    /// Draws a new one.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn make() -> Result<Self, NoRandomness> {
        let mut seed = Self([0; 32]);
        fill_randomly(&mut seed.0)?;
        Ok(seed)
    }

    /// The bytes, to be kept where secrets are kept.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public half.
    pub fn public(&self) -> [u8; 32] {
        SigningKey::from_bytes(&self.0).verifying_key().to_bytes()
    }

    /// Signs bytes.
    pub fn sign(&self, of: Namespace, bytes: &[u8]) -> [u8; 64] {
        SigningKey::from_bytes(&self.0).sign(&of.before(bytes)).to_bytes()
    }
}

/// Whether a signature belongs to these bytes and this public key.
pub fn is_signed(of: Namespace, bytes: &[u8], key: &[u8; 32], signature: &[u8; 64]) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(key) else { return false };
    let signature = ed25519_dalek::Signature::from_bytes(signature);
    key.verify_strict(&of.before(bytes), &signature).is_ok()
}

/// The fingerprint of exact bytes: SHA-256.
pub fn fingerprint(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect::<Vec<_>>().try_into().unwrap()
    }

    /// RFC 8032, section 7.1, tests 1 to 3 (IETF Trust, Simplified BSD for code components): the primitive itself.
    #[test]
    fn the_primitive_is_that_of_the_standard() {
        for (seed, public, message, signature) in [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
            ),
        ] {
            let key = SigningKey::from_bytes(&bytes(seed));
            assert_eq!(key.verifying_key().to_bytes(), bytes::<32>(public));
            let message: Vec<u8> = match message.len() {
                0 => vec![],
                2 => bytes::<1>(message).into(),
                _ => bytes::<2>(message).into(),
            };
            assert_eq!(key.sign(&message).to_bytes(), bytes::<64>(signature));
        }
    }

    #[test]
    fn a_signature_fits_its_bytes_its_key_and_its_namespace_and_nothing_else() {
        let (seed, other) = (Seed::from([7; 32]), Seed::from([8; 32]));
        let signature = seed.sign(Namespace::Review, b"one text");
        let key = seed.public();
        assert!(is_signed(Namespace::Review, b"one text", &key, &signature));
        for (what, of, bytes, key) in [
            ("other bytes", Namespace::Review, &b"one texT"[..], key),
            ("other key", Namespace::Review, b"one text", other.public()),
            ("other namespace", Namespace::File, b"one text", key),
            ("no key", Namespace::Review, b"one text", [0xff; 32]),
        ] {
            assert!(!is_signed(of, bytes, &key, &signature), "{what}");
        }
        for place in 0..64 {
            let mut bent = signature;
            bent[place] ^= 1;
            assert!(!is_signed(Namespace::Review, b"one text", &key, &bent), "byte {place}");
        }
    }

    #[test]
    fn a_weak_key_signs_nothing() {
        // The neutral point as a key, and once more as a signature: the equation holds below every text.
        let (mut key, mut signature) = ([0; 32], [0; 64]);
        (key[0], signature[0]) = (1, 1);
        for text in [&b"one text"[..], b"another"] {
            assert!(!is_signed(Namespace::Review, text, &key, &signature));
        }
    }

    #[test]
    fn a_seed_is_drawn_anew_and_printed_nowhere() {
        let (one, other) = (Seed::make().unwrap(), Seed::make().unwrap());
        assert_ne!(one.expose(), other.expose());
        assert_eq!(format!("{one:?}"), "Seed(hidden)");
        assert_eq!(Seed::from(*one.expose()).public(), one.public());
    }

    #[test]
    fn a_fingerprint_is_the_sha_256_of_the_words() {
        // FIPS 180-2, appendix B.1.
        let expected = bytes::<32>("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(fingerprint(b"abc"), expected);
    }
}
