//! How long a drill takes: `./test` has minutes, `./soak` has a night.

/// How often something is done: so often in `./test`, and as many per cent of that as `INGLENOOK_DRILL_SCALE` says, at
/// least once.
///
/// # Panics
/// When the variable is not a number: a night with the wrong size proves nothing.
pub fn times(in_test: usize) -> usize {
    let per_cent = std::env::var("INGLENOOK_DRILL_SCALE")
        .map_or(100, |scale| scale.parse().expect("INGLENOOK_DRILL_SCALE is a whole number"));
    (in_test * per_cent / 100).max(1)
}
