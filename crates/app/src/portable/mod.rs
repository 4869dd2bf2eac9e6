//! Leaving with everything, and coming back: the whole vault as a folder of open formats.

mod export;
mod folder_on_disk;
mod import;
mod pages;

pub use export::{Export, Exported};
pub use import::Import;

#[cfg(test)]
mod tests;
