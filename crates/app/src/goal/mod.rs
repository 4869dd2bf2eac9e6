//! The goals.

mod list;
mod save;

pub use list::{GoalLine, List};
pub use save::Save;
