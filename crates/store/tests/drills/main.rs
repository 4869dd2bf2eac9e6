//! Drills: what happens to a vault when programs die, disks fail, bits flip and files are put back.
//!
//! Each drill runs as often as its size says; `INGLENOOK_DRILL_SCALE` (per cent, 100 by default) makes all of them
//! shorter or longer, and `INGLENOOK_DRILL_SEED` repeats a run whose seed was printed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]
#![cfg(target_os = "linux")]

mod ground;
mod shim;

mod disk_fault;
mod flip;
mod kill;
mod loss;
mod permission;
mod power_cut;
