//! The trust drills: what may go wrong with a vault is made to go wrong, on purpose, with the real programs. In
//! `./test` at a size that fits into minutes, in `./soak` at one for a night.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod backup;
mod bad_input;
mod evidence;
mod lockout;
mod mail;
mod practice;
mod residue;
mod reviews;
mod stories;
mod worksheet;
mod wrong_keys;
