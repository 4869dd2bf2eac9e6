//! What a passphrase derivation costs, and between which bounds.

use thiserror::Error;

/// What one derivation costs. Stands in clear in the slot file, so it may have been tampered with: every
/// value that was read is checked before a derivation runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// How often the memory is gone through.
    pub passes: u32,
    /// Independent lanes the memory is cut into.
    pub lanes: u32,
}

/// A cost outside the bounds: too cheap to protect anything, or so dear that it would stop the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CostOutOfBounds {
    /// Less than [`Cost::FLOOR`].
    #[error("The key derivation is weakened below what Inglenook accepts.")]
    Weakened,
    /// More than [`Cost::CEILING`].
    #[error("The key derivation asks for more than Inglenook accepts.")]
    Excessive,
}

impl Cost {
    /// The cost of a new slot: 256 MiB, three passes.
    pub const STANDARD: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 4 };
    /// The least cost that is accepted: 64 MiB, three passes, the second recommended choice of RFC 9106.
    pub const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The greatest cost that is accepted: 4 GiB, 64 passes.
    pub const CEILING: Self = Self { memory_kib: 4 * 1024 * 1024, passes: 64, lanes: 4 };

    /// Refuses a cost below [`Cost::FLOOR`] or above [`Cost::CEILING`].
    ///
    /// There are always four lanes. Fewer would only take speed from the owner, more would give a guesser
    /// more to run at once, and a value that never varies is one less to get wrong.
    pub const fn check(self) -> Result<(), CostOutOfBounds> {
        if self.memory_kib < Self::FLOOR.memory_kib
            || self.passes < Self::FLOOR.passes
            || self.lanes < Self::FLOOR.lanes
        {
            return Err(CostOutOfBounds::Weakened);
        }
        if self.memory_kib > Self::CEILING.memory_kib
            || self.passes > Self::CEILING.passes
            || self.lanes > Self::CEILING.lanes
        {
            return Err(CostOutOfBounds::Excessive);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_inclusive() {
        for cost in [Cost::FLOOR, Cost::STANDARD, Cost::CEILING] {
            assert_eq!(cost.check(), Ok(()));
        }
    }

    #[test]
    fn one_step_outside_is_refused() {
        use CostOutOfBounds::{Excessive, Weakened};
        let (floor, ceiling) = (Cost::FLOOR, Cost::CEILING);
        for (cost, refusal) in [
            (Cost { memory_kib: floor.memory_kib - 1, ..floor }, Weakened),
            (Cost { passes: floor.passes - 1, ..floor }, Weakened),
            (Cost { lanes: floor.lanes - 1, ..floor }, Weakened),
            (Cost { memory_kib: 0, passes: 0, lanes: 0 }, Weakened),
            (Cost { memory_kib: ceiling.memory_kib + 1, ..ceiling }, Excessive),
            (Cost { passes: ceiling.passes + 1, ..ceiling }, Excessive),
            (Cost { lanes: ceiling.lanes + 1, ..ceiling }, Excessive),
            // Much of one does not make up for little of another.
            (Cost { memory_kib: ceiling.memory_kib, passes: 1, lanes: 4 }, Weakened),
        ] {
            assert_eq!(cost.check(), Err(refusal), "{cost:?}");
        }
    }

    #[test]
    fn the_numbers_are_the_promised_ones() {
        assert_eq!(Cost::STANDARD, Cost { memory_kib: 262_144, passes: 3, lanes: 4 });
        assert_eq!(Cost::FLOOR, Cost { memory_kib: 65_536, passes: 3, lanes: 4 });
        assert_eq!(Cost::CEILING, Cost { memory_kib: 4_194_304, passes: 64, lanes: 4 });
    }
}
