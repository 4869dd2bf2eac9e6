//! The head file: how far the vault had come, in two places that are written in turn.
//!
//! Each mark has 48 bytes: `seq` (u64, big endian), `journal_end` (u64, big endian), the first 16 bytes of
//! the chain, and the first 16 bytes of HMAC-SHA256 under the [`HeadKey`] over the 32 bytes before. The file
//! is two marks. Whoever writes replaces the older one, so a torn write leaves the newer one whole.
//!
//! A mark that verifies was written by someone who had the vault open. It may still be an old one, put back
//! together with everything else: that can only be seen from another machine.

use crate::{
    chain::Chain,
    key::HeadKey,
    mac::{derive_mac, is_same_mac},
};

/// Length of one mark in bytes.
pub const MARK_BYTES: usize = 48;
/// Length of the head file in bytes: two marks.
pub const HEAD_BYTES: usize = 2 * MARK_BYTES;

/// Length of the authenticated part of a mark in bytes.
const CLAIM_BYTES: usize = 32;
/// Length of the part of the chain that a mark holds, in bytes.
const CHAIN_BYTES: usize = 16;

/// How far the vault has come: what is written after each deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadMark {
    /// Number of the newest deed, 0 before the first.
    pub seq: u64,
    /// Length of the journal in bytes after that deed.
    pub journal_end: u64,
    /// The chain after that deed.
    pub chain: [u8; 32],
}

/// A genuine mark as it was read: the chain is shortened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadMarkRead {
    /// Number of the newest deed, 0 before the first.
    pub seq: u64,
    /// Length of the journal in bytes after that deed.
    pub journal_end: u64,
    /// The first 16 bytes of the chain after that deed.
    pub chain: [u8; CHAIN_BYTES],
}

/// What the head file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// The newest genuine mark, if there is one.
    pub mark: Option<HeadMarkRead>,
    /// How many of the two places hold something that is neither a genuine mark nor empty.
    pub damaged: u8,
    /// Which place (0 or 1) the next mark goes to: the one that does not hold the newest.
    pub next_place: usize,
}

impl HeadMark {
    /// The 48 bytes of this mark.
    pub fn encode(&self, key: &HeadKey) -> [u8; MARK_BYTES] {
        let mut bytes = [0; MARK_BYTES];
        bytes[..8].copy_from_slice(&self.seq.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.journal_end.to_be_bytes());
        bytes[16..CLAIM_BYTES].copy_from_slice(&self.chain[..CHAIN_BYTES]);
        let mac = derive_mac(&key.0, &bytes[..CLAIM_BYTES]);
        bytes[CLAIM_BYTES..].copy_from_slice(&mac[..MARK_BYTES - CLAIM_BYTES]);
        bytes
    }

    /// Reads a mark. `None` if it was not written under this key or has changed since.
    pub fn decode(key: &HeadKey, bytes: &[u8; MARK_BYTES]) -> Option<HeadMarkRead> {
        let (claim, mac) = bytes.split_at(CLAIM_BYTES);
        if !is_same_mac(&derive_mac(&key.0, claim)[..mac.len()], mac) {
            return None;
        }
        Some(HeadMarkRead {
            seq: u64::from_be_bytes(*claim.first_chunk()?),
            journal_end: u64::from_be_bytes(*claim[8..].first_chunk()?),
            chain: *claim[16..].first_chunk()?,
        })
    }
}

impl HeadMarkRead {
    /// Whether this mark was made at `chain`.
    pub fn is_at(&self, chain: &Chain) -> bool {
        self.chain == chain.0[..CHAIN_BYTES]
    }

    /// What a later mark has more of. At the same deed the shorter journal is later: a journal begins anew
    /// after a verified backup, and otherwise grows with each deed.
    fn age(&self) -> (u64, std::cmp::Reverse<u64>) {
        (self.seq, std::cmp::Reverse(self.journal_end))
    }
}

/// Picks the newest genuine mark of a head file. A place that is all zeros was never written and is not
/// damaged.
pub fn newest(key: &HeadKey, bytes: &[u8; HEAD_BYTES]) -> Newest {
    let mut newest = Newest { mark: None, damaged: 0, next_place: 0 };
    for (place, bytes) in bytes.as_chunks::<MARK_BYTES>().0.iter().enumerate() {
        match HeadMark::decode(key, bytes) {
            Some(mark) if newest.mark.is_none_or(|other| mark.age() > other.age()) => {
                newest.mark = Some(mark);
                newest.next_place = 1 - place;
            }
            Some(_) => {}
            None => newest.damaged += u8::from(*bytes != [0; MARK_BYTES]),
        }
    }
    newest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::key::VaultKey;

    fn mark(seq: u64, journal_end: u64) -> HeadMark {
        HeadMark { seq, journal_end, chain: Chain::START.derive_next(&seq.to_be_bytes()).0 }
    }

    fn read(mark: HeadMark) -> HeadMarkRead {
        HeadMarkRead {
            seq: mark.seq,
            journal_end: mark.journal_end,
            chain: *mark.chain.first_chunk().unwrap(),
        }
    }

    fn file(first: [u8; MARK_BYTES], second: [u8; MARK_BYTES]) -> [u8; HEAD_BYTES] {
        [first, second].concat().try_into().unwrap()
    }

    fn key() -> HeadKey {
        VaultKey::make_random().unwrap().derive_head_key()
    }

    const EMPTY: [u8; MARK_BYTES] = [0; MARK_BYTES];

    #[test]
    fn a_mark_comes_back() {
        let (key, mark) = (key(), mark(u64::MAX - 1, 1 << 40));
        let back = HeadMark::decode(&key, &mark.encode(&key)).unwrap();
        assert_eq!(back, read(mark));
        assert!(back.is_at(&Chain(mark.chain)));
        assert!(!back.is_at(&Chain::START));
    }

    #[test]
    fn any_flipped_bit_and_any_other_key_is_noticed() {
        let key_of_the_vault = key();
        let bytes = mark(7, 700).encode(&key_of_the_vault);
        assert_eq!(HeadMark::decode(&key(), &bytes), None);
        for bit in 0..8 * MARK_BYTES {
            let mut flipped = bytes;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(HeadMark::decode(&key_of_the_vault, &flipped), None, "bit {bit}");
        }
    }

    #[test]
    fn the_larger_number_wins_wherever_it_stands() {
        let key = key();
        let (old, new) = (mark(8, 800).encode(&key), mark(9, 900).encode(&key));
        let expected = Some(read(mark(9, 900)));
        assert_eq!(newest(&key, &file(old, new)), Newest { mark: expected, damaged: 0, next_place: 0 });
        assert_eq!(newest(&key, &file(new, old)), Newest { mark: expected, damaged: 0, next_place: 1 });
    }

    #[test]
    fn at_the_same_deed_the_journal_begun_anew_wins() {
        let key = key();
        let (before, after) = (mark(9, 900).encode(&key), mark(9, 0).encode(&key));
        for head in [file(before, after), file(after, before)] {
            assert_eq!(newest(&key, &head).mark, Some(read(mark(9, 0))));
        }
    }

    #[test]
    fn empty_is_not_damaged() {
        let key = key();
        assert_eq!(newest(&key, &[0; HEAD_BYTES]), Newest { mark: None, damaged: 0, next_place: 0 });
        let one = file(mark(1, 10).encode(&key), EMPTY);
        assert_eq!(newest(&key, &one), Newest { mark: Some(read(mark(1, 10))), damaged: 0, next_place: 1 });
    }

    #[test]
    fn a_torn_newer_mark_leaves_the_older_one_and_is_counted() {
        let key = key();
        let (old, mut torn) = (mark(8, 800).encode(&key), mark(9, 900).encode(&key));
        torn[20..].fill(0);
        let expected = Newest { mark: Some(read(mark(8, 800))), damaged: 1, next_place: 1 };
        assert_eq!(newest(&key, &file(old, torn)), expected);
        assert_eq!(newest(&key, &file(torn, torn)), Newest { mark: None, damaged: 2, next_place: 0 });
    }
}
