//! `inglenook-driven`: the same window in the hands of a test. Never packaged, never what `./run` opens.

use std::process::ExitCode;

/// As in `inglenook`, so that what is tested is what is used.
#[global_allocator]
static WIPED_WHEN_FREED: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    inglenook_window::open(inglenook_window::Held::ByATest)
}
