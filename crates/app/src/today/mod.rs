//! The day: its conversations, what was promised, what waits to be said.

mod care;
mod get;
mod ribbon;

pub use care::{Care, CareKind};
pub use get::{Get, Today, TodayMeeting};
pub use ribbon::RibbonLine;

#[cfg(test)]
mod tests;
