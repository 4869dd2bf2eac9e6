//! What was done, and taking it back.

mod of;
mod recent;
mod undo;

pub use of::{FieldChange, Of, Version};
pub use recent::{DeedLine, Recent};
pub use undo::{Undo, Undone};

#[cfg(test)]
mod tests;
