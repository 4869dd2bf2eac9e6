//! Searching everything at once.

mod find;

pub use find::{Find, Found, Hit, Opens, Part, Room};
