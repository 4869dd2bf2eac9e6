//! A stream of draws, and tables to compare them with.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// A stream of numbers that a seed and the number of a run determine.
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The streams of a seed. The key is the seed in its eight bytes, the lowest first, and 24 zeros.
    pub fn of(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// Goes to the beginning of a run's own stream, so that no run depends on those before it.
    pub fn begin(&mut self, run: u64) {
        self.0.set_stream(run);
    }

    /// The next number, from 0 up to but not including 1, one of 2^53 that are equally likely.
    #[allow(clippy::cast_precision_loss)] // 53 bits fit
    pub fn next(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A value between `1 − spread` and `1 + spread`, all equally likely.
    pub fn about_one(&mut self, spread: f64) -> f64 {
        1.0 + spread * (2.0 * self.next() - 1.0)
    }
}

/// The chances that something has happened after 0, 1, 2 … months, never falling.
pub struct Waiting(Vec<f64>);

impl Waiting {
    /// Waiting for something that happens in each month with the same chance: after k months it has happened with
    /// 1 − (1 − chance)^k, the geometric distribution, whose mean is 1 ÷ chance.
    pub fn geometric(chance: f64, months: usize) -> Self {
        let not_yet = std::iter::successors(Some(1.0), |so_far| Some(so_far * (1.0 - chance)));
        Self::of_survival(not_yet.take(months + 1))
    }

    /// Waiting for the end of something that lasts k months with the given chances, from 0 months on.
    pub fn of_survival(survival: impl Iterator<Item = f64>) -> Self {
        Self(survival.map(|lasts| 1.0 - lasts).collect())
    }

    /// After how many months it happens, by inversion: the first month whose chance is above the draw. None where that is
    /// not within `within` months.
    pub fn draw(&self, draw: f64, within: usize) -> Option<usize> {
        let reach = &self.0[..=within.min(self.0.len() - 1)];
        // Most draws fall beyond the end.
        if reach.last().is_none_or(|last| *last <= draw) {
            return None;
        }
        Some(reach.partition_point(|happened| *happened <= draw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_chacha_with_eight_rounds() {
        // From the test vectors of draft-strombergson-chacha-test-vectors: key and nonce of zeros, eight rounds.
        let stream =
            [0x3e, 0x00, 0xef, 0x2f, 0x89, 0x5f, 0x40, 0xd6, 0x7f, 0x5b, 0xb8, 0xe8, 0x1f, 0x09, 0xa5, 0xa1];
        let mut draws = Draws::of(0);
        draws.begin(0);
        for bytes in stream.chunks_exact(8) {
            let word = u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
            #[allow(clippy::cast_precision_loss)]
            let number = (word >> 11) as f64 / (1_u64 << 53) as f64;
            assert_eq!(draws.next().to_bits(), number.to_bits());
        }
    }

    #[test]
    fn a_run_has_its_own_stream_in_whatever_order() {
        let first = |seed, run| {
            let mut draws = Draws::of(seed);
            draws.begin(3);
            draws.next();
            draws.begin(run);
            (draws.next().to_bits(), draws.next().to_bits())
        };
        assert_eq!(first(7, 5), first(7, 5));
        assert_ne!(first(7, 5), first(7, 6));
        assert_ne!(first(7, 5), first(8, 5));
    }

    #[test]
    fn waiting_is_inverted_month_by_month() {
        let waiting = Waiting::geometric(0.5, 10);
        for (draw, within, after) in [
            (0.0, 10, Some(1)),
            (0.49, 10, Some(1)),
            (0.5, 10, Some(2)),
            (0.75, 10, Some(3)),
            (0.75, 2, None),
            (0.9999, 10, None),
            (0.0, 0, None),
        ] {
            assert_eq!(waiting.draw(draw, within), after, "{draw} within {within}");
        }
        assert_eq!(Waiting::geometric(0.0, 10).draw(0.0, 10), None, "what never happens");
        assert_eq!(Waiting::geometric(1.0, 10).draw(0.999, 10), Some(1), "what happens at once");
    }
}
