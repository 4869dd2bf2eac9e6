//! The goals.

mod list;
mod reviewed;
mod save;

pub use list::{GoalLine, List};
pub use reviewed::Reviewed;
pub use save::Save;
