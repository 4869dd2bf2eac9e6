//! What the owner is reminded of around their 1:1s and talks: computed when it is asked for, told once when its moment comes.

mod due;
mod told;

pub use due::{Due, ReminderLine};
pub(crate) use told::{About, LOOK_EVERY, News, Told, news};

#[cfg(test)]
mod tests;
