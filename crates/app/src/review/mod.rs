//! The review drafts.

mod list;
mod save;

pub use list::{List, ReviewLine};
pub use save::Save;
