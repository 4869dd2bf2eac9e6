//! What the tests of the whole house share: where things are, and a pair of hands for the real window.
//!
//! Nothing here ships. A failure is a panic with a sentence: these are tests.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod bus;
pub mod drill;
pub mod house;
pub mod story;
pub mod window;
