//! Days off of the workplace, kept by hand. Whole calendars of them come in through `calendar`.

mod add;
mod list;
mod remove;

pub use add::Add;
pub use list::{HolidayLine, List};
pub use remove::Remove;

#[cfg(test)]
mod tests;
