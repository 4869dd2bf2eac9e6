//! The two people of a 1:1 and their rhythm.

mod coming;
mod end;
mod get;
mod save;
mod slot;

pub use coming::Coming;
pub use end::End;
pub use get::{Get, PairPage, Rhythm};
pub use save::Save;
pub use slot::{OpenSlot, Slot};
pub(crate) use slot::{between, present, put_with_document, running};
