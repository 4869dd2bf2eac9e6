//! The doors of Inglenook: every call that the outside may make, the session that is locked or open, the clock.
//!
//! Start with [`doors`]: the table of all calls in reading order. A noun has a folder here, and a verb a file in it,
//! with its arguments, its reply and what it does. The window, `nook` and the tests all come in through [`Desk`].

pub mod action;
pub mod attachment;
pub mod bench;
pub mod calendar;
pub mod call;
#[cfg(test)]
mod calls_ts;
pub mod capture;
pub mod career;
mod chance;
pub mod clock;
pub mod coach;
pub mod demo;
pub mod desk;
pub mod doors;
pub mod fault;
mod files;
pub mod folder;
mod fonts;
pub mod goal;
pub mod harden;
pub mod headcount;
pub mod history;
pub mod holiday;
pub mod input;
pub mod leaving;
mod logind;
pub mod mail;
pub mod one_on_one;
pub mod pair;
pub mod person;
pub mod places;
pub mod portable;
pub mod reminder;
pub mod reply;
pub mod review;
pub mod roster;
pub mod search;
mod secret;
pub mod settings;
pub mod stamp;
pub mod talk;
pub mod template;
pub mod today;
pub mod vault;
mod words;
mod workplace;

pub use desk::{Desk, Happening};
pub use fault::{Fault, FaultKind};
pub use secret::Secret;
