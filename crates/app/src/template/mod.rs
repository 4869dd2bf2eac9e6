//! The templates of 1:1 documents.

mod list;
mod remove;
mod save;

pub use list::{List, TemplateLine};
pub use remove::Remove;
pub use save::Save;

#[cfg(test)]
mod tests;
