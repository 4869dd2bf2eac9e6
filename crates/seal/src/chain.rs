//! The chain over everything a vault was told, and the digest of one record.
//!
//! Neither is secret. The chain lives inside the encrypted database and, shortened, in the head marks; it
//! makes two histories comparable by comparing 32 bytes.

use sha2::{Digest as _, Sha256};

/// The state of a history after its newest link. Two equal chains come from the same links in the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chain(pub [u8; 32]);

impl Chain {
    /// The chain of a vault that was told nothing yet.
    pub const START: Self = Self([0; 32]);

    /// The chain after one more `link`: SHA-256 of the chain so far, the link's length (u64, big endian), and
    /// the link.
    pub fn derive_next(&self, link: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(as_u64(link.len()).to_be_bytes());
        hash.update(link);
        Self(hash.finalize().into())
    }
}

/// The digest of one record, fed field by field.
///
/// Every field is preceded by its length (u64, big endian), so `["ab", "c"]` and `["a", "bc"]` differ, and so
/// do a field that is empty and one that is not there.
#[derive(Clone, Debug)]
pub struct Digest(Sha256);

impl Digest {
    /// Begins the digest of a record.
    pub fn start() -> Self {
        let mut hash = Sha256::new();
        hash.update(b"inglenook/1/record");
        Self(hash)
    }

    /// Adds the next field.
    pub fn add(&mut self, field: &[u8]) {
        self.0.update(as_u64(field.len()).to_be_bytes());
        self.0.update(field);
    }

    /// The digest of all fields added.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Plain SHA-256, the name of a file's bytes: what any other program computes for the same file.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A length as it is hashed, the same on every machine.
fn as_u64(length: usize) -> u64 {
    length as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frozen::bytes;

    /// Both values were computed by another implementation of SHA-256 from the layout above.
    #[test]
    fn the_layout_is_frozen() {
        assert_eq!(
            Chain::START.derive_next(b"first").derive_next(b"").0.as_slice(),
            bytes("0c07958eb2b57ef78ca3fb8d014b743a685785443befc7ce6be27b9854c50cc1")
        );
        let mut digest = Digest::start();
        digest.add(b"Ada");
        digest.add(b"");
        assert_eq!(
            digest.finish().as_slice(),
            bytes("8b4228c4a695e8fe8ddc65b27807b3e69eac9ff6364a8153329fa3e5e86e0bfb")
        );
    }

    #[test]
    fn order_and_borders_of_links_matter() {
        let chain = |links: &[&[u8]]| links.iter().fold(Chain::START, |chain, link| chain.derive_next(link));
        let base = chain(&[b"ab", b"c"]);
        assert_eq!(base, chain(&[b"ab", b"c"]));
        for other in [
            &[b"c".as_slice(), b"ab"] as &[&[u8]],
            &[b"xy", b"c"],
            &[b"a", b"bc"],
            &[b"abc"],
            &[b"ab"],
            &[b"ab", b"c", b""],
        ] {
            assert_ne!(base, chain(other));
        }
    }

    #[test]
    fn borders_of_fields_matter() {
        let digest = |fields: &[&[u8]]| {
            let mut digest = Digest::start();
            fields.iter().for_each(|field| digest.add(field));
            digest.finish()
        };
        let base = digest(&[b"ab", b"c"]);
        for other in
            [&[b"a".as_slice(), b"bc"] as &[&[u8]], &[b"abc"], &[b"ab", b"c", b""], &[b"", b"ab", b"c"]]
        {
            assert_ne!(base, digest(other));
        }
    }
}
