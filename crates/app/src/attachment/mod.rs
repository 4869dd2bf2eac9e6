//! Files kept with a record.

mod add;
mod list;
mod remove;
mod save;

pub use add::Add;
pub use list::{AttachmentLine, List};
pub use remove::Remove;
pub use save::Save;
