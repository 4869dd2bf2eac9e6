//! A made-up team with half a year behind it, to look around in. Nobody in it exists.

mod cast;
mod documents;
mod fill;
mod growth;
mod pen;
mod pen_growth;
mod pen_review;
mod reviews;
mod story;

pub use cast::OWNER;
pub use fill::{Fill, Filled};

#[cfg(test)]
mod tests;
