//! The promises.

mod add;
mod line;
mod list;
mod set;

pub use add::Add;
pub use line::ActionLine;
pub use list::List;
pub use set::Set;
