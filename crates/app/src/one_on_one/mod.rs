//! The 1:1s and their documents.

mod get;
mod line;
mod list;
mod plan;
mod remove;
mod set_state;
mod write;
mod write_margin;

pub use get::{Get, MarginText, MeetingPage, Section};
pub use line::MeetingLine;
pub use list::List;
pub use plan::Plan;
pub use remove::Remove;
pub use set_state::SetState;
pub use write::Write;
pub use write_margin::WriteMargin;
