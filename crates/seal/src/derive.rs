//! HKDF-SHA256 (RFC 5869): one strong secret becomes another, named by its purpose.

use hkdf::Hkdf;
use sha2::Sha256;

use crate::secret::Secret;

/// Derives 32 bytes from a `strong` secret (one that needs no slow derivation). An empty salt is the RFC's
/// "no salt". Two purposes never give the same key, and a derived key says nothing about its source or its
/// siblings.
pub(crate) fn derive_secret(strong: &[u8], salt: &[u8], purpose: &str) -> Secret<32> {
    let mut derived = Secret::zeroed();
    if Hkdf::<Sha256>::new(Some(salt), strong).expand(purpose.as_bytes(), derived.expose_mut()).is_err() {
        unreachable!("HKDF-SHA256 gives up to 8160 bytes, and 32 were asked for");
    }
    derived
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 5869, A.1. Its `info` is not text as our purposes are, so this asks the primitive itself.
    #[test]
    fn agrees_with_rfc_5869() {
        let salt: Vec<u8> = (0x00..=0x0c).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let mut okm = [0; 42];
        Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22]).expand(&info, &mut okm).ok();
        let published = crate::frozen::bytes(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        );
        assert_eq!(okm.as_slice(), published);
    }

    /// RFC 5869, A.3: no salt, no info.
    #[test]
    fn agrees_with_rfc_5869_without_salt() {
        let published =
            crate::frozen::bytes("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
        assert_eq!(derive_secret(&[0x0b; 22], &[], "").expose().as_slice(), published);
    }

    #[test]
    fn depends_on_secret_salt_and_purpose() {
        let base = derive_secret(b"secret", b"salt", "purpose");
        assert!(base.is_same_as(&derive_secret(b"secret", b"salt", "purpose")));
        assert!(!base.is_same_as(&derive_secret(b"secreT", b"salt", "purpose")));
        assert!(!base.is_same_as(&derive_secret(b"secret", b"salT", "purpose")));
        assert!(!base.is_same_as(&derive_secret(b"secret", b"salt", "purposE")));
    }
}
