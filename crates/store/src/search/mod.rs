//! Full-text search over everything, inside the encrypted file.
//!
//! Every record with words in it has one passage. A passage's number begins with its day, so hits stream newest first
//! out of the index without being sorted, and a range of days is a range of numbers. Person, kind and polarity are
//! tags of the index itself, so a filter is one more term and never a scan.
//!
//! Only the gate writes passages, as the last step of a deed; [`find`](fn@find) and [`people`] read.

mod find;
mod passage;
mod phrase;
mod refresh;
mod teach;

pub use find::{Hit, Part, Query, find, people};
pub(crate) use passage::Passage;
pub(crate) use refresh::refresh;
pub(crate) use teach::teach;

#[cfg(test)]
mod tests;
