//! Chance that can be repeated: every drill says with which seed it ran.

/// A source of numbers (SplitMix64). Nothing secret comes from it.
pub struct Chance(u64);

impl Chance {
    /// The source for one drill: `INGLENOOK_DRILL_SEED` when it is set, else another one each time. The seed is
    /// printed, so that a failure can be seen again.
    ///
    /// # Panics
    /// When the variable is not a number.
    #[allow(clippy::print_stdout)]
    pub fn of_drill(name: &str) -> Self {
        let seed = match std::env::var("INGLENOOK_DRILL_SEED") {
            Ok(seed) => seed.parse().expect("INGLENOOK_DRILL_SEED is a whole number"),
            Err(_) => {
                let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                u64::from(now.expect("a clock after 1970").subsec_nanos())
            }
        };
        println!("{name}: INGLENOOK_DRILL_SEED={seed}");
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % end as u64).unwrap_or(0)
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Bytes that do not repeat.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        std::iter::repeat_with(|| self.number().to_le_bytes()).flatten().take(count).collect()
    }
}
