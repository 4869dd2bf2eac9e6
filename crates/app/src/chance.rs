//! Chance that repeats itself: the same seed gives the same vault, to the identifier.

use chrono::{DateTime, Utc};
use domain::RecordId;

/// A source of numbers (SplitMix64). For made-up vaults only; nothing secret may ever come from it.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The source of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        // The bias of a remainder is far below what a made-up text could show.
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let place = usize::try_from(self.below(of.len() as u64)).ok()?;
        of.get(place)
    }

    /// An identifier (UUID of version 7) that sorts as if it had been made at `at`.
    pub fn id<T: From<RecordId>>(&mut self, at: DateTime<Utc>) -> T {
        let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&((milliseconds << 16) | (self.next() & 0xffff)).to_be_bytes());
        bytes[8..].copy_from_slice(&self.next().to_be_bytes());
        bytes[6] = (bytes[6] & 0x0f) | 0x70;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        RecordId::from_bytes(bytes).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::NoteId;

    #[test]
    fn the_same_seed_tells_the_same_story() {
        let told = |seed| {
            let mut chance = Chance::of(seed);
            (0..5).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(told(7), told(7));
        assert_ne!(told(7), told(8));
        assert_eq!(Chance::of(1).below(0), 0);
        assert_eq!(Chance::of(1).pick::<u8>(&[]), None);
    }

    #[test]
    fn identifiers_sort_by_their_moment() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        let mut chance = Chance::of(3);
        let old: NoteId = chance.id(at("2020-01-01T00:00:00Z"));
        let new: NoteId = chance.id(at("2020-01-01T00:00:00.001Z"));
        assert!(old < new);
        assert_eq!(old.to_string().as_bytes()[14], b'7');
    }
}
