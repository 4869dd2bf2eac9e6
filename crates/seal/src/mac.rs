//! HMAC-SHA256 (RFC 2104): who does not hold the key cannot have written these bytes.

use hmac::{Hmac, KeyInit, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::secret::Secret;

/// Length of a full MAC in bytes.
pub(crate) const MAC_BYTES: usize = 32;

/// A MAC under way, fed piece by piece.
pub(crate) struct Mac(Hmac<Sha256>);

impl Mac {
    /// Begins a MAC under `key`.
    pub(crate) fn start(key: &Secret<32>) -> Self {
        match Hmac::new_from_slice(key.expose()) {
            Ok(mac) => Self(mac),
            Err(_) => unreachable!("HMAC takes a key of any length"),
        }
    }

    /// Adds bytes. Where the pieces are cut makes no difference.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The MAC over everything added.
    pub(crate) fn finish(self) -> [u8; MAC_BYTES] {
        self.0.finalize().into_bytes().into()
    }
}

/// The MAC of bytes that are all at hand.
pub(crate) fn derive_mac(key: &Secret<32>, bytes: &[u8]) -> [u8; MAC_BYTES] {
    let mut mac = Mac::start(key);
    mac.update(bytes);
    mac.finish()
}

/// Compares two MACs in a time that does not depend on where they differ. MACs of different length are not
/// equal.
pub(crate) fn is_same_mac(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frozen::bytes;

    /// HMAC fills a short key with zeros to its block, so a published key shorter than ours can be filled
    /// likewise.
    fn filled(key: &[u8]) -> Secret<32> {
        let mut filled = Secret::zeroed();
        filled.expose_mut()[..key.len()].copy_from_slice(key);
        filled
    }

    /// RFC 4231, cases 1 and 2.
    #[test]
    fn agrees_with_rfc_4231() {
        assert_eq!(
            derive_mac(&filled(&[0x0b; 20]), b"Hi There").as_slice(),
            bytes("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        );
        assert_eq!(
            derive_mac(&filled(b"Jefe"), b"what do ya want for nothing?").as_slice(),
            bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        );
    }

    #[test]
    fn pieces_make_no_difference() {
        let mut mac = Mac::start(&filled(b"Jefe"));
        mac.update(b"what do ya want ");
        mac.update(b"");
        mac.update(b"for nothing?");
        assert_eq!(mac.finish(), derive_mac(&filled(b"Jefe"), b"what do ya want for nothing?"));
    }

    #[test]
    fn is_compared_to_the_last_bit_and_byte() {
        let mac = derive_mac(&filled(b"Jefe"), b"");
        let mut other = mac;
        other[31] ^= 1;
        assert!(is_same_mac(&mac, &mac));
        assert!(!is_same_mac(&mac, &other));
        assert!(!is_same_mac(&mac, &mac[..31]));
    }
}
