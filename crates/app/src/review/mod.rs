//! The review drafts.

mod get;
mod list;
mod save;

pub use get::{Get, ReviewPage};
pub use list::{List, ReviewLine};
pub use save::Save;
