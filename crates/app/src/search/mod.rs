//! Searching everything at once.

mod find;
mod saved;

pub use find::{Find, Found, Hit, Opens, Part, Room};
pub use saved::{RemoveSearch, SaveSearch, SavedList, SavedSearchLine};

#[cfg(test)]
mod tests;
