//! The promises.

mod add;
mod line;
mod list;
mod read_line;
mod set;

pub use add::Add;
pub use line::ActionLine;
pub use list::List;
pub use read_line::{ReadLine, Understood};
pub use set::Set;
