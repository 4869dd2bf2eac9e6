//! How long a drill takes: `./test` has minutes, `./soak` has a night.

/// How often something is done: so often in `./test`, and `INGLENOOK_DRILL_SCALE` times more in `./soak`.
///
/// # Panics
/// When the variable is not a number: a night with the wrong size proves nothing.
pub fn times(in_test: usize) -> usize {
    let scale = std::env::var("INGLENOOK_DRILL_SCALE")
        .map_or(1, |scale| scale.parse().expect("INGLENOOK_DRILL_SCALE is a whole number"));
    in_test * scale
}
