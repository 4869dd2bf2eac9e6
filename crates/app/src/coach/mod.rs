//! The writing coach at the door: it reads what is being written, and remembers what was set aside.

mod check;
mod dismiss;
mod read;
#[cfg(test)]
mod tests;

pub use check::{Check, CoachHint, Coached, Rules};
pub use dismiss::{Dismiss, DismissalLine, Dismissed, TakeBack};
pub use domain::coach::TextKind;
pub use read::{Read, ReadHint, read};
