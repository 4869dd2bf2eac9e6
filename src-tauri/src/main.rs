//! `inglenook`: the window.

use std::process::ExitCode;

/// Memory that is given back is wiped first, so that no page of text stays behind in it.
#[global_allocator]
static WIPED_WHEN_FREED: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    inglenook_window::open(inglenook_window::Held::ByItsOwner)
}
